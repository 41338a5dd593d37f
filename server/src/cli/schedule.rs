//! `talang schedule …`: work at set times (I9, O2). The provider's alone: who reaches the command line.

use clap::{Args, Subcommand, ValueEnum};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;
use talang_interchange::csv::Layout;
use talang_report::{Format, Kept};
use talang_schedule::{Asked, Export, Run, Schedule, Sending, To, Work, ask, remove, runs, save, schedules};

use super::open::{Failure, Opener, Outcome, table};

/// Work at set times for a tenant: imports of what lies in its file space, in the order of the file names; exports to it; its
/// purge; mails that wait; reports. Imports, exports and reports for the space run as the tenant's account `operator`. A running server does the work;
/// several of one installation share it.
#[derive(Subcommand, Debug)]
pub(super) enum ScheduleCommand {
    /// Make a schedule, or change the one of that name
    #[command(after_help = "Examples:
  talang schedule set nightly --tenant acme --cron '30 2 * * *' --zone Europe/Paris --alert it@acme.example
  talang schedule set staff --tenant acme --cron '0 5 * * 1' --task export --object Employee --columns number,last_name,email
  talang schedule set payroll --tenant acme --cron '0 4 25 * *' --task export --object Employee --adapted payroll
  talang schedule set cleaning --tenant acme --cron '0 3 * * *' --task purge --off
  talang schedule set headcount --tenant acme --cron '0 6 * * 1' --task report --report headcount --reader hr@acme.example --off
The five fields are minute, hour, day of the month, month, day of the week. With --off it runs only when asked:
talang schedule run.")]
    Set(Box<Set>),
    /// The schedules of a tenant
    #[command(after_help = "Example:\n  talang schedule list --tenant acme")]
    List {
        /// Tenant
        #[arg(long)]
        tenant: String,
    },
    /// Let a schedule run now; a running server does
    #[command(after_help = "Example:\n  talang schedule run nightly --tenant acme")]
    Run {
        /// Its name
        code: String,
        /// Tenant
        #[arg(long)]
        tenant: String,
    },
    /// What ran in the last 90 days, the newest first, with each file
    #[command(after_help = "Example:\n  talang schedule history --tenant acme --most 5")]
    History {
        /// Tenant
        #[arg(long)]
        tenant: String,
        /// Runs that are shown at most
        #[arg(long, default_value_t = 20)]
        most: u32,
    },
    /// Remove a schedule
    #[command(after_help = "Example:\n  talang schedule remove nightly --tenant acme")]
    Remove {
        /// Its name
        code: String,
        /// Tenant
        #[arg(long)]
        tenant: String,
    },
}

/// What a schedule is to be.
#[derive(Args, Debug)]
pub(super) struct Set {
    /// Permanent short name
    code: String,
    /// Tenant
    #[arg(long)]
    tenant: String,
    /// When: a cron expression of five fields
    #[arg(long)]
    cron: String,
    /// Time zone of the tz database
    #[arg(long, default_value = "UTC")]
    zone: String,
    /// What people call it [default: its name]
    #[arg(long)]
    label: Option<String>,
    /// What was missed while no server ran is left out; otherwise it is made up for, once
    #[arg(long)]
    skip_missed: bool,
    /// Keep it, but let it run only when asked
    #[arg(long)]
    off: bool,
    /// Login of the tenant, or address, that gets a mail when a run fails, is done in part or comes late; may be repeated
    #[arg(long, value_name = "WHO")]
    alert: Vec<String>,
    /// What is done
    #[arg(long, value_enum, default_value_t = Task::Import)]
    task: Task,
    /// Of an export: business object; `talang formats` lists them
    #[arg(long, value_name = "TYPE", required_if_eq("task", "export"))]
    object: Option<String>,
    /// Of an export: columns, separated by commas [default: all own fields]
    #[arg(long, value_delimiter = ',')]
    columns: Vec<String>,
    /// Of an export: which records, such as `status is active`
    #[arg(long)]
    filter: Option<String>,
    /// Of an export: culture whose separator and decimal sign are written [default: the company's]
    #[arg(long)]
    culture: Option<String>,
    /// Of an export: name of the file in `out`, without .csv [default: that of the format, with the day]
    #[arg(long)]
    name: Option<String>,
    /// Of an export: every slice of dated data
    #[arg(long)]
    every_slice: bool,
    /// Of an export: adapted export format, as it is now; set the schedule again after a change of it
    #[arg(long, value_name = "CODE", conflicts_with_all = ["columns", "culture"])]
    adapted: Option<String>,
    /// Of a report: its code; `talang report` lists them
    #[arg(long, value_name = "CODE", required_if_eq("task", "report"))]
    report: Option<String>,
    /// Of a report: kind of file, xlsx, pdf or csv
    #[arg(long, default_value = "xlsx", value_parser = ["xlsx", "pdf", "csv"])]
    format: String,
    /// Of a report: login that gets a file of its own, with what it may see; may be repeated [default: a file in `out`]
    #[arg(long, value_name = "LOGIN")]
    reader: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Task {
    /// Import what lies in `in`
    Import,
    /// Write a file to `out`
    Export,
    /// Remove old files of the space
    Purge,
    /// Send the mails that wait
    Mails,
    /// Make a report that somebody kept
    Report,
}

impl Set {
    fn run(self, open: &Opener) -> Result<(), Failure> {
        let code = self.code;
        let fine = (1..=32).contains(&code.len())
            && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !fine {
            return Err(Failure::new(format!("{code:?} is no name for a schedule"))
                .hint("1 to 32 small letters, digits and hyphens"));
        }
        let export = self.object.is_some()
            || !self.columns.is_empty()
            || self.filter.is_some()
            || self.culture.is_some()
            || self.name.is_some()
            || self.adapted.is_some()
            || self.every_slice;
        if export && self.task != Task::Export {
            return Err(Failure::new(
                "--object, --adapted, --columns, --filter, --culture, --name and --every-slice say what is exported",
            )
            .hint("add --task export"));
        }
        if (self.report.is_some() || !self.reader.is_empty()) && self.task != Task::Report {
            return Err(Failure::new("--report and --reader say which report is made for whom")
                .hint("add --task report"));
        }
        let work = match self.task {
            Task::Report => {
                let operator = open.operator(&self.tenant)?;
                let report = self.report.unwrap_or_default();
                let format = Format::parse(&self.format)
                    .ok_or_else(|| Failure::new(format!("there is no format {:?}", self.format)))?;
                // What cannot be made is said now, not at night.
                Kept::find(&operator, &report)?.report(&operator, format)?;
                let mut accounts = Vec::new();
                for login in &self.reader {
                    let id = open
                        .program(operator.installation(), operator.tenant())
                        .view(|v| v.resolve("User", login))?;
                    accounts.push(id.ok_or_else(|| Failure::new(format!("there is no account {login:?}")))?);
                }
                let to = if accounts.is_empty() { To::Space } else { To::Accounts(accounts) };
                let owner = operator.actor.id().unwrap_or_default();
                Work::Report(Sending { report, format: format.extension().to_string(), owner, to })
            }
            Task::Import => Work::Import,
            Task::Purge => Work::Purge,
            Task::Mails => Work::Mails,
            Task::Export => Work::Export(Export {
                layout: match &self.adapted {
                    None => None,
                    Some(code) => Some(open.operator(&self.tenant)?.view(|v| {
                        let object = v.object(self.object.as_deref().unwrap_or_default())?;
                        Layout::of_object(v, code, &object)
                    })?),
                },
                object: self.object.unwrap_or_default(),
                columns: self.columns,
                filter: self.filter.unwrap_or_default(),
                culture: self.culture.unwrap_or_default(),
                name: self.name.unwrap_or_default(),
                every_slice: self.every_slice,
            }),
        };
        let installation = open.installation()?;
        let tenant = open.tenant(&installation, &self.tenant)?;
        let scope = open.program(&installation, &tenant);
        let schedule = Schedule {
            label: self.label.unwrap_or_else(|| code.clone()),
            code: code.clone(),
            cron: self.cron,
            zone: self.zone,
            catch_up: !self.skip_missed,
            active: !self.off,
            work,
            alerts: self.alert,
            ..Schedule::default()
        };
        save(&scope, &schedule)?;
        let next = schedules(&tenant)?.into_iter().find(|s| s.code == code).map(|s| s.next_at);
        let next = next.map(time).unwrap_or_default();
        let words = match self.off {
            true => format!("{code} is kept and runs only when asked."),
            false => format!("{code} runs next at {next}."),
        };
        open.say(&words, &json!({ "schedule": code, "next": next, "active": !self.off }))
    }
}

impl ScheduleCommand {
    pub(super) fn run(self, open: &Opener) -> Result<Outcome, Failure> {
        let scope = |tenant: &str| {
            let installation = open.installation()?;
            let tenant = open.tenant(&installation, tenant)?;
            Ok::<_, Failure>(open.program(&installation, &tenant))
        };
        match self {
            ScheduleCommand::Set(set) => set.run(open)?,
            ScheduleCommand::List { tenant } => {
                let all = schedules(scope(&tenant)?.tenant())?;
                let mut rows = vec![
                    ["NAME", "TASK", "CRON", "ZONE", "NEXT (UTC)", "LABEL"].map(str::to_string).to_vec(),
                ];
                rows.extend(all.iter().map(|s| {
                    let next = if s.active { time(s.next_at) } else { "when asked".to_string() };
                    let task = s.work.name().to_string();
                    vec![s.code.clone(), task, s.cron.clone(), s.zone.clone(), next, s.label.clone()]
                }));
                let words = if all.is_empty() { "There are no schedules.".to_string() } else { table(&rows) };
                let list: Vec<_> = all
                    .iter()
                    .map(|s| {
                        json!({ "schedule": s.code, "label": s.label, "task": s.work.name(), "cron": s.cron, "zone": s.zone,
                        "catchUp": s.catch_up, "active": s.active, "next": time(s.next_at), "alerts": s.alerts })
                    })
                    .collect();
                open.say(&words, &json!(list))?;
            }
            ScheduleCommand::Run { code, tenant } => {
                ask(&scope(&tenant)?, &code)?;
                let words = format!(
                    "{code} runs as soon as a server of the installation is up: see talang schedule history"
                );
                open.say(&words, &json!({ "schedule": code, "asked": true }))?;
            }
            ScheduleCommand::History { tenant, most } => {
                let asked = Asked { most: i64::from(most), ..Asked::default() };
                let all = runs(scope(&tenant)?.tenant(), &asked)?;
                let words: Vec<String> = all.iter().map(words).collect();
                let words = if all.is_empty() { "Nothing ran yet.".to_string() } else { words.join("\n") };
                let list: Vec<_> = all.iter().map(document).collect();
                open.say(&words, &json!(list))?;
            }
            ScheduleCommand::Remove { code, tenant } => {
                remove(&scope(&tenant)?, &code)?;
                open.say(
                    &format!("{code} is gone; what it did stays in the history."),
                    &json!({ "removed": code }),
                )?;
            }
        }
        Ok(Outcome::Done)
    }
}

fn time(at: i64) -> String {
    let at = Timestamp::from_microsecond(at).unwrap_or_default();
    TimeZone::UTC.to_datetime(at).strftime("%Y-%m-%d %H:%M").to_string()
}

fn words(run: &Run) -> String {
    let hand = if run.by_hand { ", asked for" } else { "" };
    let late = if run.late { ", late" } else { "" };
    let fault = if run.fault.code.is_empty() { String::new() } else { format!(" ({})", run.fault.code) };
    let mut words =
        format!("{} {} {}{hand}{late}: {}{fault}", time(run.began_at), run.schedule, run.task, run.state);
    match run.task.as_str() {
        "purge" => words.push_str(&format!("\n  {} files removed", run.count("files"))),
        "mails" => words.push_str(&format!("\n  {} mails handed over", run.count("mails"))),
        _ => {}
    }
    for file in &run.files {
        let what = match (file.fault.code.as_str(), run.task.as_str()) {
            ("", "export" | "report") => format!("{} lines", file.count("lines")),
            ("", _) => format!(
                "{} created, {} updated, {} unchanged, {} rejected",
                file.count("created"),
                file.count("updated"),
                file.count("unchanged"),
                file.count("rejected")
            ),
            (fault, _) => fault.to_string(),
        };
        words.push_str(&format!("\n  {}: {}: {what}", file.name, file.state));
    }
    words
}

fn document(run: &Run) -> serde_json::Value {
    let counts = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap_or_default();
    let files: Vec<_> = run
        .files
        .iter()
        .map(|f| {
            json!({ "name": f.name, "state": f.state, "fault": f.fault.code, "counts": counts(&f.counts), "place": f.place,
                "result": f.result, "rejected": f.rejected })
        })
        .collect();
    json!({ "schedule": run.schedule, "task": run.task, "planned": time(run.planned_at), "began": time(run.began_at),
        "ended": run.ended_at.map(time), "byHand": run.by_hand, "late": run.late, "state": run.state,
        "fault": run.fault.code, "counts": counts(&run.counts), "files": files })
}
