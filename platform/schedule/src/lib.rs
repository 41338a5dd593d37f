//! Imports from tenants' file spaces at set times (I9, O2): what lies in `in/` when a schedule is due goes through the gate in
//! the order of the file names, one run at a time per tenant; results go to `out/`, the files to `done/` or `rejected/`.
//!
//! * [`Times`] says when: a cron expression in a time zone.
//! * [`save`], [`remove`], [`ask`] are the provider's; [`schedules`] and [`runs`] are for everybody who may see the space.
//! * `desk` works off one step after the other. Each step is written down before the next, imports are jobs of their own
//!   (`talang_interchange::csv::job`), and a step that is repeated after a crash finds what was done already.

mod desk;
mod times;

use std::sync::Arc;

use talang_catalogue::{Fault, Kind};
use talang_engine::{Installation, Module, Result, Scope, Task, Tenant};
use talang_store::{Cell, P};

pub use times::Times;

/// A schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Row number.
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
    /// When it is due next, in microseconds since 1970.
    pub next_at: i64,
}

/// A run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Row number.
    pub id: i64,
    /// Name of its schedule.
    pub schedule: String,
    /// When it was due, began and ended, in microseconds since 1970.
    pub planned_at: i64,
    /// See `planned_at`.
    pub began_at: i64,
    /// See `planned_at`; nothing while it runs.
    pub ended_at: Option<i64>,
    /// Somebody asked for it.
    pub by_hand: bool,
    /// `running`, `done`; `partly done`: a file or some of its lines were rejected; `failed`: it could not run at all.
    pub state: String,
    /// Code of what kept it from running at all.
    pub fault: String,
    /// Its files in their order.
    pub files: Vec<RunFile>,
}

/// A file of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunFile {
    /// Name in `in/`.
    pub name: String,
    /// `taken`, `importing`, `done`, `rejected`.
    pub state: String,
    /// Counts of its lines in JSON; empty where none was read.
    pub counts: String,
    /// Code of what it was refused for as a whole.
    pub fault: String,
    /// Name in `done/` or `rejected/`.
    pub place: String,
    /// Names of its result and of its rejected lines in `out/`.
    pub result: String,
    /// See `result`; empty where no line was rejected.
    pub rejected: String,
}

/// The task.
pub fn module() -> Module {
    Module { tasks: vec![Task { code: desk::TASK, run: desk::run }], ..Module::default() }
}

/// Makes a schedule or changes the one of that code. The provider's alone: no screen and no interface leads here.
///
/// # Errors
/// `schedule.cron`, `schedule.zone`, `storage.failed`.
pub fn save(
    scope: &Scope,
    code: &str,
    label: &str,
    cron: &str,
    zone: &str,
    catch_up: bool,
    active: bool,
) -> Result<()> {
    let now = scope.installation().clock().now();
    let next =
        Times::parse(cron, zone)?.next(now).ok_or_else(|| Fault::new("schedule.cron").with("value", cron))?;
    scope.change(Kind::Shared, |c| {
        c.system().exec(
            "INSERT INTO shared.schedule (code, label, cron, zone, catch_up, active, next_at) VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (code) DO UPDATE SET label = excluded.label, cron = excluded.cron, zone = excluded.zone,
             catch_up = excluded.catch_up, active = excluded.active, next_at = excluded.next_at",
            &[
                P::Text(code),
                P::Text(label),
                P::Text(cron),
                P::Text(zone),
                P::Int(i64::from(catch_up)),
                P::Int(i64::from(active)),
                P::Int(next),
            ],
        )?;
        desk::wake(c)
    })
}

/// Removes a schedule; its runs stay until they are purged.
///
/// # Errors
/// `record.not_found`.
pub fn remove(scope: &Scope, code: &str) -> Result<()> {
    let gone = scope.change(Kind::Shared, |c| {
        Ok(c.system().exec("DELETE FROM shared.schedule WHERE code = ?", &[P::Text(code)])?)
    })?;
    if gone == 0 { Err(missing()) } else { Ok(()) }
}

/// Lets a schedule run now, active or not.
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
        desk::wake(c)
    })
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
        let sql = "SELECT id, code, label, cron, zone, catch_up, active, next_at FROM shared.schedule ORDER BY code";
        Ok(conn.query(sql, &[])?.iter().filter_map(|row| schedule(row)).collect())
    })
}

fn schedule(row: &[Cell]) -> Option<Schedule> {
    let [id, code, label, cron, zone, catch_up, active, next_at] = row else { return None };
    Some(Schedule {
        id: id.int(),
        code: code.text().to_string(),
        label: label.text().to_string(),
        cron: cron.text().to_string(),
        zone: zone.text().to_string(),
        catch_up: catch_up.int() == 1,
        active: active.int() == 1,
        next_at: next_at.int(),
    })
}

/// The latest runs with their files, the newest first. Whether the scope may see them is the caller's question.
///
/// # Errors
/// `storage.failed`.
pub fn runs(tenant: &Tenant, most: i64) -> Result<Vec<Run>> {
    tenant.db().read(|conn| {
        let sql = "SELECT r.id, s.code, r.planned_at, r.began_at, r.ended_at, r.by_hand, r.state, r.fault
             FROM shared.schedule_run r LEFT JOIN shared.schedule s ON s.id = r.schedule ORDER BY r.id DESC LIMIT ?";
        let mut runs: Vec<Run> = conn.query(sql, &[P::Int(most)])?.iter().filter_map(|row| run(row)).collect();
        for run in &mut runs {
            let sql = "SELECT name, state, counts, fault, place, result, rejected FROM shared.schedule_file
                 WHERE run = ? ORDER BY id";
            run.files = conn.query(sql, &[P::Int(run.id)])?.iter().filter_map(|row| file(row)).collect();
        }
        Ok(runs)
    })
}

fn run(row: &[Cell]) -> Option<Run> {
    let [id, schedule, planned_at, began_at, ended_at, by_hand, state, fault] = row else { return None };
    Some(Run {
        id: id.int(),
        schedule: schedule.text().to_string(),
        planned_at: planned_at.int(),
        began_at: began_at.int(),
        ended_at: ended_at.opt_int(),
        by_hand: by_hand.int() == 1,
        state: state.text().to_string(),
        fault: fault.text().to_string(),
        files: Vec::new(),
    })
}

fn file(row: &[Cell]) -> Option<RunFile> {
    let text = |cell: &Cell| cell.text().to_string();
    let [name, state, counts, fault, place, result, rejected] = row else { return None };
    Some(RunFile {
        name: text(name),
        state: text(state),
        counts: text(counts),
        fault: text(fault),
        place: text(place),
        result: text(result),
        rejected: text(rejected),
    })
}

/// An installation and a tenant of it.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) installation: Arc<Installation>,
    pub(crate) tenant: Arc<Tenant>,
}
