//! The nightly purge (O1): files of the space after 90 days at most, what is noted of transfers after 90 days.

use serde_json::json;
use talang_catalogue::Value;
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Result, Tenant};
use talang_store::{Cell, P};

use crate::Files;

/// The task's code.
pub(crate) const PURGE: &str = "file-space-purge";
/// Key of the one FileSpace.
pub(crate) const MAIN: &str = "main";
const DAY: i64 = 86_400_000_000;

/// Days that files and notes are kept at most.
const LONGEST: i64 = 90;

/// With the first account: the space's record and its nightly task, unless they are there.
pub(crate) fn prepare(c: &mut Change<'_>) -> Result<()> {
    let there = c.system().query_one("SELECT id FROM shared.file_space WHERE code = ?", &[P::Text(MAIN)])?;
    if there.is_none() {
        let code = Value::Text(MAIN.to_string());
        c.as_program(|c| {
            c.create("FileSpace", vec![("code", code), ("keep_days", Value::Int(LONGEST))]).map(drop)
        })?;
    }
    c.nightly(PURGE)
}

/// For how many days the tenant keeps files.
///
/// # Errors
/// `storage.failed`.
pub fn keep_days(tenant: &Tenant) -> Result<i64> {
    tenant.db().read(|conn| {
        let row =
            conn.query_one("SELECT keep_days FROM shared.file_space WHERE code = ?", &[P::Text(MAIN)])?;
        let days = row.as_deref().and_then(|r| r.first()).and_then(Cell::opt_int);
        Ok(days.unwrap_or(LONGEST).clamp(1, LONGEST))
    })
}

/// The task. Running again does no harm.
pub(crate) fn run(run: &mut JobRun<'_>) -> Result<serde_json::Value> {
    let (installation, tenant) = (run.scope.installation().clone(), run.scope.tenant().clone());
    let now = installation.clock().now();
    let space = Files::of(&installation).space(&installation, &tenant)?;
    let files = space.purge(now, keep_days(&tenant)?)?;
    if files > 0 {
        tell(&tenant, now, installation.clock().now(), files)?;
    }
    let notes = tenant.db().write(|conn| {
        conn.exec("DELETE FROM shared.file_transfer WHERE at < ?", &[P::Int(now - LONGEST * DAY)])
            .map_err(talang_engine::Error::from)
    })?;
    Ok(json!({ "files": files, "notes": notes }))
}

/// Tells in the history of what happens at set times that files were removed: nobody is to wonder where they are. Nights in
/// which there was nothing to remove are not told.
fn tell(tenant: &Tenant, began: i64, ended: i64, files: u64) -> Result<()> {
    let columns = [
        "schedule",
        "planned_at",
        "began_at",
        "ended_at",
        "by_hand",
        "state",
        "fault",
        "code",
        "label",
        "task",
        "counts",
    ];
    let row = vec![
        P::Int(0),
        P::Int(began),
        P::Int(began),
        P::Int(ended),
        P::Int(0),
        P::Text("done"),
        P::Text(""),
        P::Text(PURGE),
        P::Text(""),
        P::Text("purge"),
        P::Owned(json!({ "files": files }).to_string()),
    ];
    tenant.db().write(|conn| {
        conn.insert("shared.schedule_run", &columns, &[row])?;
        Ok(())
    })
}
