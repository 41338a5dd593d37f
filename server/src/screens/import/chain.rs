//! Several files one after the other: the next one is handed to the queue when the one before it is done, whether or not
//! anybody still looks.

use serde_json::{Value as Json, json};
use talang_catalogue::{Fault, Kind};
use talang_engine::jobs::JobRun;
use talang_engine::{Error, Result, Scope, Task};
use talang_identity::Identity;
use talang_interchange::csv::{inspect, job};

use super::store;

/// Code of the task in the job table.
pub(super) const TASK: &str = "import-next";

pub(super) fn task() -> Task {
    Task { code: TASK, run }
}

/// The kind of data of that name.
pub(super) fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|k| k.name() == name)
}

/// What is left to do of an upload.
struct Rest<'a> {
    token: &'a str,
    /// The file whose turn it is.
    at: usize,
    dry_run: bool,
    /// When the upload began, in microseconds since 1970.
    since: i64,
    /// Accounts without a password before the import, where the new ones get a link when everything is done (A4).
    waiting: Option<Vec<i64>>,
}

/// Starts the first file of an upload, and the others after it. `activate`: new accounts get a link to a password in the end.
///
/// # Errors
/// What refuses the first file; `session.confirm`.
pub(super) fn begin(scope: &Scope, token: &str, dry_run: bool, activate: bool) -> Result<(Kind, i64)> {
    let batch = store::open(scope, token)?;
    for at in 0..batch.files.len() {
        proved(scope, token, &batch, at, dry_run)?;
    }
    let waiting = match activate && !dry_run {
        true => Some(Identity::installed()?.never_activated(scope.tenant())?),
        false => None,
    };
    let started = one(scope, token, &batch, 0, dry_run)?;
    if batch.files.len() > 1 || waiting.is_some() {
        let since = scope.installation().clock().now();
        wait(scope, started, &Rest { token, at: 1, dry_run, since, waiting })?;
    }
    Ok(started)
}

fn one(scope: &Scope, token: &str, batch: &store::Batch, at: usize, dry_run: bool) -> Result<(Kind, i64)> {
    proved(scope, token, batch, at, dry_run)?;
    let file = batch.files.get(at).cloned().unwrap_or_default();
    let (name, adapted) = file.taken_as();
    job::start(scope, &store::path(scope, token, at)?, &name, dry_run, adapted.as_deref())
}

/// Files that give rights or change accounts are imported only by somebody who has just said who they are, as at every
/// other door; the job itself knows no session. Checked when the import begins and before each file: until its turn comes,
/// a file may be taken for something else.
///
/// # Errors
/// `session.confirm`.
fn proved(scope: &Scope, token: &str, batch: &store::Batch, at: usize, dry_run: bool) -> Result<()> {
    let Some(file) = batch.files.get(at).filter(|_| scope.stale && !dry_run) else { return Ok(()) };
    let (name, adapted) = file.taken_as();
    let found = inspect(scope, &store::path(scope, token, at)?, &name, adapted.as_deref(), 0)?;
    let catalogue = scope.view(|v| Ok(v.catalogue()))?;
    let far = |object: &str| object == "User" || catalogue.object(object).is_some_and(|o| o.def.power);
    match found.outputs.iter().any(|o| far(&o.object)) {
        true => Err(Fault::new("session.confirm").into()),
        false => Ok(()),
    }
}

/// Puts the next step into the queue.
fn wait(scope: &Scope, before: (Kind, i64), rest: &Rest<'_>) -> Result<()> {
    let now = scope.installation().clock().now();
    // Short imports are followed at once; for long ones a few seconds more do not matter.
    let pause = ((now - rest.since) / 10).clamp(500_000, 10_000_000);
    let payload = json!({
        "token": rest.token, "at": rest.at, "kind": before.0.name(), "job": before.1, "dry_run": rest.dry_run,
        "since": rest.since, "waiting": rest.waiting, "stale": scope.stale,
    });
    scope.change(Kind::Shared, |c| c.enqueue(TASK, &payload, now + pause, None))?;
    Ok(())
}

/// Sends links to the accounts that came with the import.
fn activate(scope: &Scope, before: &[i64]) -> Result<()> {
    let guard = Identity::installed()?;
    let mut fresh = guard.never_activated(scope.tenant())?;
    fresh.retain(|id| before.binary_search(id).is_err());
    match fresh.is_empty() {
        true => Ok(()),
        false => guard.send_activations(scope, &fresh).map(drop),
    }
}

fn run(run: &mut JobRun<'_>) -> Result<Json> {
    let payload = run.job.payload.clone();
    let mut scope = run.scope.clone();
    scope.stale = payload.get("stale").and_then(Json::as_bool).unwrap_or_default();
    let number = |name: &str| payload.get(name).and_then(Json::as_i64).unwrap_or_default();
    let text = |name: &str| payload.get(name).and_then(Json::as_str).unwrap_or_default();
    let dry_run = payload.get("dry_run").and_then(Json::as_bool).unwrap_or_default();
    let token = text("token").to_string();
    let waiting = payload.get("waiting").cloned().and_then(|w| serde_json::from_value(w).ok()).flatten();
    let mut rest = Rest { token: &token, at: 0, dry_run, since: number("since"), waiting };
    let mut at = usize::try_from(number("at")).unwrap_or_default();
    if let Some(kind) = kind(text("kind")) {
        let before = scope.view(|v| v.job(kind, number("job")))?;
        if matches!(before.state.as_str(), "ready" | "running") {
            rest.at = at;
            wait(&scope, (kind, number("job")), &rest)?;
            return Ok(Json::Null);
        }
    }
    let batch = store::open(&scope, &token)?;
    let mut refused = Vec::new();
    while let Some(file) = batch.files.get(at) {
        match one(&scope, &token, &batch, at, dry_run) {
            Ok(started) => {
                if at + 1 < batch.files.len() || rest.waiting.is_some() {
                    (rest.at, rest.since) = (at + 1, scope.installation().clock().now());
                    wait(&scope, started, &rest)?;
                }
                return Ok(json!({ "refused": refused }));
            }
            Err(Error::Faults(faults)) => {
                let messages = &scope.installation().registry().messages;
                let told: Vec<String> =
                    faults.iter().map(|f| messages.fault_text(scope.language(), f, "")).collect();
                refused.push(json!({ "file": file.name, "message": told.join(" ") }));
                at += 1;
            }
            Err(other) => return Err(other),
        }
    }
    if let Some(before) = &rest.waiting {
        activate(&scope, before)?;
    }
    Ok(json!({ "refused": refused }))
}
