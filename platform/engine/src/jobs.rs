//! A durable queue of background work, in the tenant's own databases. A job survives `kill -9`: its lease runs out and
//! another worker takes it. Tasks are written so that running again does no harm.

use std::sync::Arc;

use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};
use talang_catalogue::{Culture, Fault, Kind, fault};
use talang_store::{Cell, Conn, P, TenantId};

use crate::change::Change;
use crate::error::{Error, Result};
use crate::installation::Installation;
use crate::scope::{Actor, Door, Scope};
use crate::tenant::Tenant;
use crate::view::View;

/// How long a worker may be silent before another takes its job: a minute, in microseconds.
const LEASE: i64 = 60_000_000;
/// A job is given up after so many attempts.
const MOST_ATTEMPTS: i64 = 5;

/// Under this name a job's payload may say a task of [`Kind::Shared`] that waits for its end: it comes at once then. Whoever
/// waits looks by itself from time to time too, for a program may be killed in between.
pub const WAKES: &str = "wakes";

/// A job as people see it.
#[derive(Clone, Debug)]
pub struct Job {
    /// Row number.
    pub id: i64,
    /// Which task.
    pub task: String,
    /// `ready`, `running`, `done`, `failed`, `cancelled`.
    pub state: String,
    /// What it is to do.
    pub payload: Json,
    /// How far it is, as the task tells.
    pub progress: Json,
    /// What came of it.
    pub result: Json,
    /// When it was asked for, in microseconds.
    pub created_at: i64,
    /// By which account.
    pub created_by: Option<i64>,
    /// When it ended.
    pub finished_at: Option<i64>,
}

const COLUMNS: &str = "id, task, state, payload, progress, result, created_at, created_by, finished_at";

fn job(row: &[Cell]) -> Option<Job> {
    let json = |cell: &Cell| serde_json::from_str(cell.text()).unwrap_or(Json::Null);
    match row {
        [id, task, state, payload, progress, result, created_at, created_by, finished_at] => Some(Job {
            id: id.int(),
            task: task.text().to_string(),
            state: state.text().to_string(),
            payload: json(payload),
            progress: json(progress),
            result: json(result),
            created_at: created_at.int(),
            created_by: created_by.opt_int(),
            finished_at: finished_at.opt_int(),
        }),
        _ => None,
    }
}

impl Job {
    /// What it failed for; nothing where it did not.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let list = |name: &str| self.result.get(name).and_then(Json::as_array).cloned().unwrap_or_default();
        let (codes, args) = (list("faults"), list("args"));
        let fault = |(at, code): (usize, &Json)| {
            let Some(known) = code.as_str().and_then(fault::find) else { return Fault::new("internal") };
            let value = |name: &str| args.get(at).and_then(|a| a.get(name)).and_then(Json::as_str);
            let value = |name: &str| value(name).unwrap_or_default().to_string();
            known.args.iter().fold(Fault::new(known.code), |fault, name| fault.with(name, value(name)))
        };
        codes.iter().enumerate().map(fault).collect()
    }
}

impl Change<'_> {
    /// Puts a job into the queue, with this transaction. `run_at` in microseconds; `repeat` is a cron expression in UTC
    /// by which it is put in again when done. The directory is told first, so that no crash forgets the job.
    pub fn enqueue(&mut self, task: &str, payload: &Json, run_at: i64, repeat: Option<&str>) -> Result<i64> {
        let scope = self.scope();
        // Whoever looks because of an earlier note waits for this transaction, and notes what comes next: one note does for
        // all jobs of it, and each costs a write to the disk.
        if self.noted.is_none_or(|noted| noted > run_at) {
            let (tenant, kind) = (scope.tenant().id(), self.kind.name());
            scope.installation().store().directory(|d| d.note_due(tenant, kind, run_at))?;
            self.noted = Some(run_at);
        }
        insert(
            self.view.conn,
            self.kind,
            task,
            payload,
            run_at,
            repeat,
            scope.actor.id(),
            scope.installation().clock().now(),
        )
    }
}

impl Change<'_> {
    /// Sees to it that a task of the program's own comes each night. Without harm where it does already.
    ///
    /// # Errors
    /// The store's.
    pub fn nightly(&mut self, task: &str) -> Result<()> {
        let (installation, tenant) =
            (self.scope().installation().clone(), self.scope().tenant().id().clone());
        nightly(self.view.conn, &installation, &tenant, self.kind, task)
    }
}

/// See [`Change::nightly`]. Ten thousand tenants do not all begin at the same minute: each has its own between one and five
/// o'clock UTC.
pub(crate) fn nightly(
    conn: &mut Conn,
    installation: &Installation,
    tenant: &TenantId,
    kind: Kind,
    task: &str,
) -> Result<()> {
    let sql =
        format!("SELECT id FROM {}.job_queue WHERE task = ? AND state IN ('ready', 'running')", kind.name());
    if conn.query_one(&sql, &[P::Text(task)])?.is_some() {
        return Ok(());
    }
    let digest = Sha256::digest(tenant.as_str());
    let minute = digest.iter().fold(0u32, |all, byte| (all * 31 + u32::from(*byte)) % 240);
    let cron = format!("{} {} * * *", minute % 60, 1 + minute / 60);
    let now = installation.clock().now();
    let at = next_time(&cron, now).unwrap_or(now + 86_400_000_000);
    installation.store().directory(|d| d.note_due(tenant, kind.name(), at))?;
    insert(conn, kind, task, &Json::Null, at, Some(&cron), None, now).map(drop)
}

impl Change<'_> {
    /// Cancels a job of the scope's own user that is not over. One that runs ends with its next step: what it did so far
    /// stays, and no step is half done. Whether there was anything to cancel.
    ///
    /// # Errors
    /// `record.not_found`.
    pub fn cancel_job(&mut self, id: i64) -> Result<bool> {
        let kind = self.kind;
        self.view.job(kind, id)?;
        let now = self.scope().installation().clock().now();
        let sql = format!(
            "UPDATE {}.job_queue SET state = 'cancelled', finished_at = ?, repeat = NULL
             WHERE id = ? AND state IN ('ready', 'running')",
            kind.name()
        );
        Ok(self.view.conn.exec(&sql, &[P::Int(now), P::Int(id)])? > 0)
    }
}

#[expect(clippy::too_many_arguments, reason = "one argument per column")]
pub(crate) fn insert(
    conn: &mut Conn,
    kind: Kind,
    task: &str,
    payload: &Json,
    run_at: i64,
    repeat: Option<&str>,
    by: Option<i64>,
    now: i64,
) -> Result<i64> {
    let row = vec![
        P::Text(task),
        P::Owned(payload.to_string()),
        P::Text("ready"),
        P::Int(run_at),
        P::Int(now),
        by.map_or(P::Null, P::Int),
        repeat.map_or(P::Null, P::Text),
    ];
    let columns = ["task", "payload", "state", "run_at", "created_at", "created_by", "repeat"];
    let ids = conn.insert(&format!("{}.job_queue", kind.name()), &columns, &[row])?;
    Ok(ids.first().copied().unwrap_or_default())
}

impl View<'_> {
    /// A job of the scope's own user (of anybody's, for the program itself).
    ///
    /// # Errors
    /// `record.not_found`.
    pub fn job(&mut self, kind: Kind, id: i64) -> Result<Job> {
        let sql = format!("SELECT {COLUMNS} FROM {}.job_queue WHERE id = ?", kind.name());
        let found = self.conn.query_one(&sql, &[P::Int(id)])?.and_then(|row| job(&row));
        let mine = |j: &Job| self.scope().actor == Actor::System || j.created_by == self.scope().actor.id();
        found.filter(|j| mine(j)).ok_or_else(|| Fault::new("record.not_found").with("object", "job").into())
    }

    /// The latest jobs of a task that the scope's user asked for.
    pub fn jobs(&mut self, kind: Kind, task: &str, most: i64) -> Result<Vec<Job>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM {}.job_queue WHERE task = ? AND created_by = ? ORDER BY id DESC LIMIT ?",
            kind.name()
        );
        let me = self.scope().actor.id().unwrap_or_default();
        let rows = self.conn.query(&sql, &[P::Text(task), P::Int(me), P::Int(most)])?;
        Ok(rows.iter().filter_map(|row| job(row)).collect())
    }
}

/// A job being run.
pub struct JobRun<'a> {
    /// As whom and where: the user who asked for it, or the program.
    pub scope: Scope,
    /// In which kind of data the job is kept.
    pub kind: Kind,
    /// The job.
    pub job: Job,
    cancelled: &'a dyn Fn() -> bool,
}

impl JobRun<'_> {
    /// Whether the program is ending: the task should return soon; the job will be taken up again.
    pub fn stopping(&self) -> bool {
        (self.cancelled)()
    }

    /// Tells how far the job is, in a transaction of its own, and keeps its lease.
    ///
    /// # Errors
    /// `job.cancelled`: its user does not want it any more.
    pub fn progress(&self, progress: &Json) -> Result<()> {
        self.scope
            .tenant()
            .db()
            .write(|conn| note_progress(conn, &self.scope, self.kind, self.job.id, progress))
    }

    /// Keeps the lease for a longer silent piece of work, of so many microseconds at most.
    pub fn hold(&self, micros: i64) -> Result<()> {
        let until = self.scope.installation().clock().now() + LEASE.max(micros);
        self.scope.tenant().db().write(|conn| {
            let sql = format!("UPDATE {}.job_queue SET lease_until = ? WHERE id = ?", self.kind.name());
            conn.exec(&sql, &[P::Int(until), P::Int(self.job.id)])?;
            Ok(())
        })
    }

    /// Forgets what the job was to do: it is done, and the payload holds what must not stay readable.
    pub fn forget(&self) -> Result<()> {
        self.scope.tenant().db().write(|conn| {
            let sql = format!("UPDATE {}.job_queue SET payload = 'null' WHERE id = ?", self.kind.name());
            conn.exec(&sql, &[P::Int(self.job.id)])?;
            Ok(())
        })
    }

    /// Tells how far the job is within a change: progress and work are one transaction, so that a job that is taken up
    /// again knows exactly what is done.
    ///
    /// # Errors
    /// `job.cancelled`, so that the change is undone.
    pub fn progress_within(&self, change: &mut Change<'_>, progress: &Json) -> Result<()> {
        let scope = self.scope.clone();
        note_progress(change.view.conn, &scope, self.kind, self.job.id, progress)
    }
}

fn note_progress(conn: &mut Conn, scope: &Scope, kind: Kind, id: i64, progress: &Json) -> Result<()> {
    let sql = format!(
        "UPDATE {}.job_queue SET progress = ?, lease_until = ? WHERE id = ? AND state = 'running'",
        kind.name()
    );
    let until = scope.installation().clock().now() + LEASE;
    match conn.exec(&sql, &[P::Owned(progress.to_string()), P::Int(until), P::Int(id)])? {
        0 => Err(Fault::new("job.cancelled").into()),
        _ => Ok(()),
    }
}

/// Runs what is due in all tenants, once. Returns how many jobs ran. `stop` says when the program is ending.
pub fn run_due(installation: &Arc<Installation>, stop: &dyn Fn() -> bool) -> Result<usize> {
    let now = installation.clock().now();
    let due = installation.store().directory(|d| d.due(now, 100))?;
    let mut ran = 0;
    for (tenant, kind, at) in due {
        if stop() {
            break;
        }
        let Some(kind) = Kind::ALL.into_iter().find(|k| k.name() == kind) else { continue };
        let result = run_tenant(installation, &tenant, kind, at, stop);
        match result {
            Ok(count) => ran += count,
            // One tenant's trouble must not stop the others; the note stays and it is tried again.
            Err(error) => {
                let detail = error.faults().first().map(|f| f.code).unwrap_or("internal");
                installation.store().directory(|d| d.log(now, "error", "jobs", Some(&tenant), detail))?;
            }
        }
    }
    Ok(ran)
}

fn run_tenant(
    installation: &Arc<Installation>,
    tenant: &TenantId,
    kind: Kind,
    noted: i64,
    stop: &dyn Fn() -> bool,
) -> Result<usize> {
    let tenant = installation.tenant(tenant)?;
    let mut ran = 0;
    while !stop() {
        let Some(job) = take(installation, &tenant, kind)? else {
            // Nothing is left that is due: the note goes, unless a lease of another worker is still running.
            let next = next_due(&tenant, kind)?;
            installation.store().directory(|d| {
                if let Some(at) = next {
                    d.note_due(tenant.id(), kind.name(), at.max(noted + 1))?;
                }
                d.clear_due(tenant.id(), kind.name(), noted)
            })?;
            break;
        };
        run_one(installation, &tenant, kind, job, stop)?;
        ran += 1;
    }
    Ok(ran)
}

/// When the next job is due or the next lease ends.
fn next_due(tenant: &Tenant, kind: Kind) -> Result<Option<i64>> {
    // Each by the index, however long the queue is.
    let k = kind.name();
    let sql = format!(
        "SELECT MIN(d.due_at) FROM (SELECT MIN(run_at) AS due_at FROM {k}.job_queue WHERE state = 'ready'
         UNION ALL SELECT MIN(lease_until) FROM {k}.job_queue WHERE state = 'running') d"
    );
    tenant.db().read(|conn| Ok(conn.query_one(&sql, &[])?.and_then(|r| r.first().and_then(Cell::opt_int))))
}

/// Takes the next job with a lease.
fn take(installation: &Installation, tenant: &Tenant, kind: Kind) -> Result<Option<(Job, i64)>> {
    let now = installation.clock().now();
    let k = kind.name();
    tenant.db().write(|conn| {
        // One question for each state: in one, a queue of a hundred thousand would be sorted for each job of it.
        let due = |what: &str| {
            format!("SELECT {COLUMNS}, attempts FROM {k}.job_queue WHERE {what} ORDER BY run_at, id LIMIT 1")
        };
        let given_up = conn.query_one(&due("state = 'running' AND lease_until < ?"), &[P::Int(now)])?;
        let row = match given_up {
            None => conn.query_one(&due("state = 'ready' AND run_at <= ?"), &[P::Int(now)])?,
            row => row,
        };
        let Some(mut row) = row else { return Ok(None) };
        let attempts = row.pop().map_or(0, |c| c.int());
        let Some(job) = job(&row) else { return Ok(None) };
        conn.exec(
            &format!("UPDATE {k}.job_queue SET state = 'running', lease_until = ?, attempts = attempts + 1 WHERE id = ?"),
            &[P::Int(now + LEASE), P::Int(job.id)],
        )?;
        Ok::<_, Error>(Some((job, attempts + 1)))
    })
}

fn run_one(
    installation: &Arc<Installation>,
    tenant: &Arc<Tenant>,
    kind: Kind,
    (job, attempts): (Job, i64),
    stop: &dyn Fn() -> bool,
) -> Result<()> {
    let id = job.id;
    let wakes = job.payload.get(WAKES).and_then(Json::as_str).map(str::to_string);
    let task = installation.registry().task(&job.task);
    let scope = scope_of(installation, tenant, &job)?;
    let outcome = match task {
        Some(task) => {
            let mut run = JobRun { scope, kind, job, cancelled: stop };
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| (task.run)(&mut run)))
                .unwrap_or_else(|_| Err(Fault::new("internal").into()))
        }
        None => Err(Fault::new("internal").into()),
    };
    if stop() {
        // Interrupted on purpose: not an attempt, and ready at once.
        return tenant.db().write(|conn| {
            let sql = format!(
                "UPDATE {}.job_queue SET state = 'ready', attempts = attempts - 1 WHERE id = ? AND state = 'running'",
                kind.name()
            );
            conn.exec(&sql, &[P::Int(id)])?;
            Ok(())
        });
    }
    let now = installation.clock().now();
    tenant.db().write(|conn| {
        let k = kind.name();
        let again = conn.query_one(
            &format!("SELECT repeat, task, payload FROM {k}.job_queue WHERE id = ?"),
            &[P::Int(id)],
        )?;
        let (state, result, retry) = match &outcome {
            Ok(result) => ("done", result.clone(), None),
            // Storage trouble passes; a refusal does not get better by repeating it.
            Err(Error::Storage(_)) if attempts < MOST_ATTEMPTS => {
                ("ready", Json::Null, Some(now + (1 << attempts) * 10_000_000))
            }
            Err(error) => {
                let faults = error.faults();
                let codes: Vec<Json> = faults.iter().map(|f| f.code.into()).collect();
                let args = faults.iter().map(|f| {
                    f.args.iter().map(|(name, value)| ((*name).to_string(), value.as_str().into())).collect()
                });
                let args: Vec<serde_json::Map<String, Json>> = args.collect();
                ("failed", serde_json::json!({ "faults": codes, "args": args }), None)
            }
        };
        if let Some(at) = retry {
            installation.store().directory(|d| d.note_due(tenant.id(), k, at))?;
        }
        conn.exec(
            &format!(
                "UPDATE {k}.job_queue SET state = ?, result = ?, run_at = COALESCE(?, run_at), finished_at = ?
                 WHERE id = ? AND state = 'running'"
            ),
            &[
                P::Text(state),
                P::Owned(result.to_string()),
                retry.map_or(P::Null, P::Int),
                if state == "ready" { P::Null } else { P::Int(now) },
                P::Int(id),
            ],
        )?;
        if let Some([Cell::Text(cron), task, payload]) = again.as_deref()
            && state != "ready"
            && let Some(at) = next_time(cron, now)
        {
            installation.store().directory(|d| d.note_due(tenant.id(), k, at))?;
            let payload: Json = serde_json::from_str(payload.text()).unwrap_or(Json::Null);
            insert(conn, kind, task.text(), &payload, at, Some(cron), None, now)?;
        }
        Ok::<_, Error>(())
    })?;
    wakes.map_or(Ok(()), |task| wake(installation, tenant, &task, now))
}

/// Lets a task of [`Kind::Shared`] that waits for a later time come now.
fn wake(installation: &Installation, tenant: &Tenant, task: &str, now: i64) -> Result<()> {
    let sql = "UPDATE shared.job_queue SET run_at = ? WHERE task = ? AND state = 'ready' AND run_at > ?";
    installation.store().directory(|d| d.note_due(tenant.id(), Kind::Shared.name(), now))?;
    tenant.db().write(|conn| {
        conn.exec(sql, &[P::Int(now), P::Text(task), P::Int(now)])?;
        Ok(())
    })
}

/// The scope of the user who asked for the job; the program's own where nobody did.
fn scope_of(installation: &Arc<Installation>, tenant: &Arc<Tenant>, job: &Job) -> Result<Scope> {
    let mut scope = Scope::new(installation, tenant, Actor::System, Door::Task);
    scope.request = format!("job-{}", job.id);
    if let Some(id) = job.created_by {
        let row = tenant.db().read(|conn| {
            Ok::<_, Error>(conn.query_one(
                "SELECT login, employee, culture FROM shared.user WHERE id = ? AND state = 'active'",
                &[P::Int(id)],
            )?)
        })?;
        let Some([login, employee, culture]) = row.as_deref() else {
            return Err(Fault::new("right.missing")
                .with("action", "run")
                .with("object", job.task.clone())
                .into());
        };
        scope.actor = Actor::User { id, login: login.text().to_string(), employee: employee.opt_int() };
        scope.culture = Culture::find(culture.text()).unwrap_or(scope.culture);
    }
    Ok(scope)
}

/// The next time of a cron expression (UTC) after `now`, in microseconds.
pub fn next_time(cron: &str, now: i64) -> Option<i64> {
    use std::str::FromStr;
    let cron = croner::Cron::from_str(cron).ok()?;
    // croner speaks chrono; the engine's own clock is in microseconds either way.
    let now = chrono::DateTime::from_timestamp_micros(now)?;
    let next = cron.find_next_occurrence(&now, false).ok()?;
    Some(next.timestamp_micros())
}
