//! The job that takes a tenant's schedules a few steps on ([`crate::desk`]), asks to be called again, and ends.
//!
//! One per tenant, so that one run goes at a time. Before its first step it leaves a successor for later, so that a crash does
//! not end everything.

use serde_json::Value as Json;
use talang_catalogue::{Fault, Kind};
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Result};
use talang_store::{Cell, P, schema};

use crate::Place;
use crate::desk::Step;

/// Code of the task.
pub(crate) const TASK: &str = "schedule";
/// When the successor of a tick comes that did not end, in microseconds.
const LATER: i64 = 600_000_000;
/// Under this name the tick is noted that has the schedules in hand: number and attempt of its job.
const OWNER: &str = "schedule-tick";

/// The task. Running again does no harm.
pub(crate) fn run(run: &mut JobRun<'_>) -> Result<Json> {
    let run = &*run;
    let hold = || match run.stopping() {
        true => Err(Fault::new("internal").into()),
        false => run.progress(&Json::Null),
    };
    let place = Place { installation: run.scope.installation().clone(), tenant: run.scope.tenant().clone() };
    let now = || place.installation.clock().now();
    let mine = run.scope.change(Kind::Shared, |c| {
        let mine = takes(c, run)?;
        if mine {
            next_tick(c, now() + LATER)?;
        }
        Ok(mine)
    })?;
    if !mine {
        return Ok(Json::Null);
    }
    let mut waits = None;
    while !run.stopping() {
        run.progress(&Json::Null)?;
        match place.step(&hold)? {
            Step::Again => {}
            Step::Wait(micros) => {
                waits = Some(micros);
                break;
            }
            Step::Idle => break,
        }
    }
    run.scope.change(Kind::Shared, |c| {
        let sql = "SELECT MIN(CASE WHEN asked = 1 THEN 0 ELSE next_at END) FROM shared.schedule
             WHERE active = 1 OR asked = 1";
        let next = c.system().query_one(sql, &[])?.and_then(|row| row.first().and_then(Cell::opt_int));
        match (waits, next) {
            (Some(micros), _) => next_tick(c, now() + micros),
            (None, Some(next)) => next_tick(c, next.max(now())),
            (None, None) => clear(c),
        }
    })?;
    Ok(Json::Null)
}

/// Takes the tenant's schedules into hand, unless another tick has them, which leaves a successor: of two at once, such as
/// one that an import woke and one that comes again after its server was killed, one could take away the other's file.
fn takes(c: &mut Change<'_>, run: &JobRun<'_>) -> Result<bool> {
    let now = c.scope().installation().clock().now();
    let conn = c.system();
    let row = conn.query_one("SELECT attempts FROM shared.job_queue WHERE id = ?", &[P::Int(run.job.id)])?;
    let attempts = row.and_then(|r| r.first().map(Cell::int)).unwrap_or_default();
    let me = format!("{}.{attempts}", run.job.id);
    let owner = schema::meta(conn, Kind::Shared, OWNER)?.filter(|owner| *owner != me);
    if let Some((id, attempts)) = owner.as_deref().and_then(|owner| owner.split_once('.')) {
        let sql = "SELECT id FROM shared.job_queue
             WHERE id = ? AND attempts = ? AND state = 'running' AND lease_until > ?";
        let number = |text: &str| P::Int(text.parse().unwrap_or_default());
        if conn.query_one(sql, &[number(id), number(attempts), P::Int(now)])?.is_some() {
            return Ok(false);
        }
    }
    schema::set_meta(conn, Kind::Shared, OWNER, &me)?;
    Ok(true)
}

/// Takes back the ticks that wait, and the notes of those that are over.
fn clear(c: &mut Change<'_>) -> Result<()> {
    c.system().exec(
        "DELETE FROM shared.job_queue WHERE task = ? AND state IN ('ready', 'done')",
        &[P::Text(TASK)],
    )?;
    Ok(())
}

fn next_tick(c: &mut Change<'_>, at: i64) -> Result<()> {
    clear(c)?;
    c.as_program(|c| c.enqueue(TASK, &Json::Null, at, None).map(drop))
}

/// Something changed: a tick comes at once, or a moment after the one that runs.
pub(crate) fn wake(c: &mut Change<'_>) -> Result<()> {
    let now = c.scope().installation().clock().now();
    let sql = "SELECT id FROM shared.job_queue WHERE task = ? AND state = 'running' AND lease_until > ?";
    let runs = c.system().query_one(sql, &[P::Text(TASK), P::Int(now)])?.is_some();
    next_tick(c, if runs { now + 2_000_000 } else { now })
}
