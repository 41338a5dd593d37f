//! `talang schedule …`: imports from the file space at set times (I9). The provider's alone: who reaches the command line.

use clap::Subcommand;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;
use talang_schedule::{Run, ask, remove, runs, save, schedules};

use super::open::{Failure, Opener, Outcome, table};

/// Imports from a tenant's file space at set times: what lies in `in/` goes through the gate in the order of the file names,
/// as the tenant's account `operator`. A running server does the work; several of one installation share it.
#[derive(Subcommand, Debug)]
pub(super) enum ScheduleCommand {
    /// Make a schedule, or change the one of that name
    #[command(after_help = "Example:
  talang schedule set nightly --tenant acme --cron '30 2 * * *' --zone Europe/Paris
The five fields are minute, hour, day of the month, month, day of the week.")]
    Set {
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
    },
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

impl ScheduleCommand {
    pub(super) fn run(self, open: &Opener) -> Result<Outcome, Failure> {
        let installation = open.installation()?;
        let scope = |tenant: &str| {
            let tenant = open.tenant(&installation, tenant)?;
            Ok::<_, Failure>(open.program(&installation, &tenant))
        };
        match self {
            ScheduleCommand::Set { code, tenant, cron, zone, label, skip_missed, off } => {
                let fine = (1..=32).contains(&code.len())
                    && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
                if !fine {
                    return Err(Failure::new(format!("{code:?} is no name for a schedule"))
                        .hint("1 to 32 small letters, digits and hyphens"));
                }
                let label = label.unwrap_or_else(|| code.clone());
                let scope = scope(&tenant)?;
                save(&scope, &code, &label, &cron, &zone, !skip_missed, !off)?;
                let next = schedules(scope.tenant())?.into_iter().find(|s| s.code == code).map(|s| s.next_at);
                let next = next.map(time).unwrap_or_default();
                let words = match off {
                    true => format!("{code} is kept and runs only when asked."),
                    false => format!("{code} runs next at {next}."),
                };
                open.say(&words, &json!({ "schedule": code, "next": next, "active": !off }))?;
            }
            ScheduleCommand::List { tenant } => {
                let all = schedules(scope(&tenant)?.tenant())?;
                let mut rows =
                    vec![["NAME", "CRON", "ZONE", "NEXT (UTC)", "LABEL"].map(str::to_string).to_vec()];
                rows.extend(all.iter().map(|s| {
                    let next = if s.active { time(s.next_at) } else { "when asked".to_string() };
                    vec![s.code.clone(), s.cron.clone(), s.zone.clone(), next, s.label.clone()]
                }));
                let words = if all.is_empty() { "There are no schedules.".to_string() } else { table(&rows) };
                let list: Vec<_> = all
                    .iter()
                    .map(|s| {
                        json!({ "schedule": s.code, "label": s.label, "cron": s.cron, "zone": s.zone,
                        "catchUp": s.catch_up, "active": s.active, "next": time(s.next_at) })
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
                let all = runs(scope(&tenant)?.tenant(), i64::from(most))?;
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
    let fault = if run.fault.is_empty() { String::new() } else { format!(" ({})", run.fault) };
    let mut words = format!("{} {}{hand}: {}{fault}", time(run.began_at), run.schedule, run.state);
    for file in &run.files {
        let count = |what: &str| {
            let counts: serde_json::Value = serde_json::from_str(&file.counts).unwrap_or_default();
            counts.get(what).and_then(serde_json::Value::as_u64).unwrap_or(0)
        };
        let what = match file.fault.as_str() {
            "" => format!(
                "{} created, {} updated, {} unchanged, {} rejected",
                count("created"),
                count("updated"),
                count("unchanged"),
                count("rejected")
            ),
            fault => fault.to_string(),
        };
        words.push_str(&format!("\n  {}: {}: {what}", file.name, file.state));
    }
    words
}

fn document(run: &Run) -> serde_json::Value {
    let files: Vec<_> = run
        .files
        .iter()
        .map(|f| {
            let counts: serde_json::Value = serde_json::from_str(&f.counts).unwrap_or_default();
            json!({ "name": f.name, "state": f.state, "fault": f.fault, "counts": counts, "place": f.place,
                "result": f.result, "rejected": f.rejected })
        })
        .collect();
    json!({ "schedule": run.schedule, "planned": time(run.planned_at), "began": time(run.began_at),
        "ended": run.ended_at.map(time), "byHand": run.by_hand, "state": run.state, "fault": run.fault, "files": files })
}
