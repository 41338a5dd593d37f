//! What is to be done and when: the provider's to set, everybody's to see who may see the space.

use serde_json::{Value as Json, json};
use talang_catalogue::{Culture, Fault, Kind};
use talang_engine::{Change, Filter, Path, Result, Scope, Tenant, View};
use talang_interchange::csv::Layout;
use talang_store::{Cell, P};

use crate::{Times, alert, tick};

/// What a schedule does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// Imports what lies in `in/` (I9).
    #[default]
    Import,
    /// Writes a file to `out/` (I1, I2).
    Export(Export),
    /// Removes files of the space that are older than the tenant keeps them (O1).
    Purge,
    /// Sends the mails that wait, those that are to be tried again later included (O2).
    Mails,
    /// Makes a report that somebody kept on a list (S7).
    Report(Sending),
}

/// A kept report as a file, again and again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sending {
    /// Code of the kept report.
    pub report: String,
    /// Ending of its files: `xlsx`, `pdf`.
    pub format: String,
    /// Account that sends it and knows it; what goes to the file space holds what this account may see.
    pub owner: i64,
    /// To whom.
    pub to: To,
}

/// To whom a report goes. Accounts get a file each, with what they themselves may see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum To {
    /// To `out/` of the file space.
    #[default]
    Space,
    /// To its owner.
    Owner,
    /// To its owner, and to everybody who has the role with which it is shared then.
    Shared,
    /// To accounts of these numbers.
    Accounts(Vec<i64>),
}

impl To {
    fn name(&self) -> &'static str {
        match self {
            To::Space => "space",
            To::Owner => "owner",
            To::Shared => "shared",
            To::Accounts(_) => "accounts",
        }
    }
}

/// A file that is written to `out/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// Name of the business object.
    pub object: String,
    /// Its columns in their order, as exports name them; empty for all.
    pub columns: Vec<String>,
    /// Only the records that this filter finds; empty for all.
    pub filter: String,
    /// Culture of numbers and separators; the tenant's where it is empty.
    pub culture: String,
    /// Name of the file without its ending; the format's own with the day where it is empty.
    pub name: String,
    /// Of dated objects every slice, not only the day's.
    pub every_slice: bool,
    /// Adapted export format, as it was when the schedule was set: whoever changes the format later lets nothing more out.
    pub layout: Option<Layout>,
}

impl Work {
    /// Its word: `import`, `export`, `purge`, `mails`, `report`.
    pub fn name(&self) -> &'static str {
        match self {
            Work::Import => "import",
            Work::Export(_) => "export",
            Work::Purge => "purge",
            Work::Mails => "mails",
            Work::Report(_) => "report",
        }
    }

    fn detail(&self) -> Json {
        match self {
            Work::Export(e) => json!({
                "object": e.object, "columns": e.columns, "filter": e.filter, "culture": e.culture, "name": e.name,
                "everySlice": e.every_slice, "layout": e.layout,
            }),
            Work::Report(s) => {
                let accounts = if let To::Accounts(ids) = &s.to { ids.as_slice() } else { &[] };
                json!({
                    "report": s.report, "format": s.format, "owner": s.owner, "to": s.to.name(), "accounts": accounts,
                })
            }
            _ => Json::Null,
        }
    }

    pub(crate) fn read(task: &str, detail: &str) -> Work {
        let detail: Json = serde_json::from_str(detail).unwrap_or_default();
        let text = |name: &str| detail.get(name).and_then(Json::as_str).unwrap_or_default().to_string();
        let list = detail.get("columns").and_then(Json::as_array).cloned().unwrap_or_default();
        match task {
            "export" => Work::Export(Export {
                object: text("object"),
                columns: list.iter().filter_map(Json::as_str).map(str::to_string).collect(),
                filter: text("filter"),
                culture: text("culture"),
                name: text("name"),
                every_slice: detail.get("everySlice").and_then(Json::as_bool).unwrap_or_default(),
                layout: detail.get("layout").cloned().and_then(|l| serde_json::from_value(l).ok()),
            }),
            "purge" => Work::Purge,
            "mails" => Work::Mails,
            "report" => Work::Report(Sending {
                report: text("report"),
                format: text("format"),
                owner: detail.get("owner").and_then(Json::as_i64).unwrap_or_default(),
                to: match text("to").as_str() {
                    "owner" => To::Owner,
                    "shared" => To::Shared,
                    "accounts" => {
                        let ids = detail.get("accounts").and_then(Json::as_array).into_iter().flatten();
                        To::Accounts(ids.filter_map(Json::as_i64).collect())
                    }
                    _ => To::Space,
                },
            }),
            _ => Work::Import,
        }
    }

    /// What is wrong with it is said when it is set, not at night.
    fn check(&self, view: &mut View<'_>) -> Result<()> {
        let Work::Export(export) = self else { return Ok(()) };
        let object = view.object(&export.object)?;
        let catalogue = view.catalogue();
        if !export.filter.is_empty() {
            Filter::parse(&catalogue, &object, &export.filter)?;
        }
        for name in &export.columns {
            let own = object.fields.iter().any(|f| {
                *f.name == **name || talang_catalogue::types::columns(&f.def).iter().any(|c| c == name)
            });
            if !own {
                Path::parse(&catalogue, &object, name)?;
            }
        }
        if !export.culture.is_empty() && Culture::find(&export.culture).is_none() {
            return Err(Fault::new("value.culture").into());
        }
        if !export.name.is_empty() {
            talang_files::SpacePath::default().join("out")?.join(&format!("{}.csv", export.name))?;
        }
        Ok(())
    }
}

/// A schedule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// Row number; given when it is saved.
    pub id: i64,
    /// Permanent short name.
    pub code: String,
    /// What people call it.
    pub label: String,
    /// Cron expression of five fields.
    pub cron: String,
    /// Time zone of the tz database.
    pub zone: String,
    /// What was missed while nothing ran is made up for, once.
    pub catch_up: bool,
    /// Runs by itself.
    pub active: bool,
    /// When it is due next, in microseconds since 1970; reckoned when it is saved.
    pub next_at: i64,
    /// What it does.
    pub work: Work,
    /// Who is told by mail of a run that failed, was done in part or came late: logins of the tenant, or addresses.
    pub alerts: Vec<String>,
}

/// Makes a schedule or changes the one of that code. The provider's alone, but for reports, which their owners send: whether
/// the scope may is the caller's question. It is told in the application log (A12).
///
/// # Errors
/// `schedule.cron`, `schedule.zone`, `schedule.alert`; what is wrong with the columns or the filter of an export.
pub fn save(scope: &Scope, schedule: &Schedule) -> Result<()> {
    let Schedule { code, label, cron, zone, work, .. } = schedule;
    let now = scope.installation().clock().now();
    let next =
        Times::parse(cron, zone)?.next(now).ok_or_else(|| Fault::new("schedule.cron").with("value", cron))?;
    let detail = work.detail().to_string();
    scope.change(Kind::Shared, |c| {
        work.check(c)?;
        for who in &schedule.alerts {
            alert::find(c, who)?;
        }
        c.system().exec(
            "INSERT INTO shared.schedule (code, label, cron, zone, catch_up, active, next_at, task, detail, alerts)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (code) DO UPDATE SET label = excluded.label, cron = excluded.cron, zone = excluded.zone,
             catch_up = excluded.catch_up, active = excluded.active, next_at = excluded.next_at, task = excluded.task,
             detail = excluded.detail, alerts = excluded.alerts",
            &[
                P::Text(code),
                P::Text(label),
                P::Text(cron),
                P::Text(zone),
                P::Int(i64::from(schedule.catch_up)),
                P::Int(i64::from(schedule.active)),
                P::Int(next),
                P::Text(work.name()),
                P::Text(&detail),
                P::Owned(schedule.alerts.join(" ")),
            ],
        )?;
        let when = if schedule.active { format!("{cron} {zone}") } else { "when asked".to_string() };
        note(c, &format!("set {code}: {} {when}", work.name()))?;
        tick::wake(c)
    })
}

/// Lets a schedule run by itself from now on, or only when asked.
///
/// # Errors
/// `record.not_found`; `schedule.cron`, `schedule.zone` where it cannot run any more.
pub fn activate(scope: &Scope, code: &str, active: bool) -> Result<()> {
    let found = schedules(scope.tenant())?.into_iter().find(|s| s.code == code).ok_or_else(missing)?;
    save(scope, &Schedule { active, ..found })
}

/// Removes a schedule; its runs stay until they are purged.
///
/// # Errors
/// `record.not_found`.
pub fn remove(scope: &Scope, code: &str) -> Result<()> {
    scope.change(Kind::Shared, |c| {
        match c.system().exec("DELETE FROM shared.schedule WHERE code = ?", &[P::Text(code)])? {
            0 => Err(missing()),
            _ => note(c, &format!("removed {code}")),
        }
    })
}

/// Lets a schedule run now, active or not. Whether the scope may is the caller's question; it is told in the application log.
///
/// # Errors
/// `record.not_found`.
pub fn ask(scope: &Scope, code: &str) -> Result<()> {
    scope.change(Kind::Shared, |c| {
        let found =
            c.system().exec("UPDATE shared.schedule SET asked = 1 WHERE code = ?", &[P::Text(code)])?;
        if found == 0 {
            return Err(missing());
        }
        note(c, &format!("asked for {code}"))?;
        tick::wake(c)
    })
}

/// Tells a change in the application log.
fn note(c: &mut Change<'_>, detail: &str) -> Result<()> {
    let scope = c.scope().clone();
    let activity = scope.activity("schedule-changed").detail(detail);
    scope.log_within(c.system(), &[activity])
}

fn missing() -> talang_engine::Error {
    Fault::new("record.not_found").with("object", "schedule").into()
}

/// All schedules, by code. Whether the scope may see them is the caller's question.
///
/// # Errors
/// `storage.failed`.
pub fn schedules(tenant: &Tenant) -> Result<Vec<Schedule>> {
    tenant.db().read(|conn| {
        let sql = "SELECT id, code, label, cron, zone, catch_up, active, next_at, COALESCE(task, ''), COALESCE(detail, ''),
             COALESCE(alerts, '') FROM shared.schedule ORDER BY code";
        Ok(conn.query(sql, &[])?.iter().filter_map(|row| schedule(row)).collect())
    })
}

fn schedule(row: &[Cell]) -> Option<Schedule> {
    let [id, code, label, cron, zone, catch_up, active, next_at, task, detail, alerts] = row else {
        return None;
    };
    Some(Schedule {
        id: id.int(),
        code: code.text().to_string(),
        label: label.text().to_string(),
        cron: cron.text().to_string(),
        zone: zone.text().to_string(),
        catch_up: catch_up.int() == 1,
        active: active.int() == 1,
        next_at: next_at.int(),
        work: Work::read(task.text(), detail.text()),
        alerts: alerts.text().split_whitespace().map(str::to_string).collect(),
    })
}
