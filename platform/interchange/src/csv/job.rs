//! An import as a durable job: killed at any moment it goes on where it was, without losing or repeating a line.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value as Json, json};
use talang_catalogue::{Fault, Kind};
use talang_engine::jobs::{self, JobRun};
use talang_engine::{Error, Limit, Result, Scope, Task};

use super::import::{Run, State, new_folder, prepare};
use super::read::failed;
use super::report::{RESULT, RETRY};

/// Code of the task in the job table.
pub const TASK: &str = "import";

/// The file as it was handed in.
pub(crate) const SOURCE: &str = "source.csv";

/// The task for the registry.
pub(crate) fn task() -> Task {
    Task { code: TASK, run }
}

/// Hands a file over to the background. It is copied, so the caller may remove it. Returns the kind of data whose queue
/// has the job, and the job's number: `view.job(kind, id)` tells its progress (`done`, `total`, `counts` under
/// `progress`) and its result, an [`super::ImportReport`] in JSON or `{"refused": [{code, message, args}]}`.
///
/// # Errors
/// As [`super::import_file`] for the whole file: what is refused is not even queued.
pub fn start(
    scope: &Scope,
    path: &Path,
    file_name: &str,
    dry_run: bool,
    adapted: Option<&str>,
) -> Result<(Kind, i64)> {
    hand_over(scope, path, file_name, dry_run, adapted, Json::Null, Json::Null)
}

/// As [`start`], for a file that a system brought and nobody stands behind, and a caller that must not start the same twice:
/// `origin` stands in the job's payload under that name. When the job is over, the task `wakes` comes at once.
///
/// # Errors
/// As [`start`]; `right.unattended`.
pub fn start_from(
    scope: &Scope,
    path: &Path,
    file_name: &str,
    origin: &str,
    wakes: &str,
) -> Result<(Kind, i64)> {
    let mut scope = scope.clone();
    scope.unattended = true;
    hand_over(&scope, path, file_name, false, None, origin.into(), wakes.into())
}

/// What a job keeps of the key that asked for it: a job of a narrow key does no more than the key.
pub(crate) fn keep_limit(scope: &Scope) -> Json {
    scope.limit.as_ref().map_or(Json::Null, |limit| limit.text().into())
}

/// Takes up again what [`keep_limit`] kept.
///
/// # Errors
/// `scope.unknown`: what cannot be read opens nothing.
pub(crate) fn take_limit(run: &mut JobRun<'_>) -> Result<()> {
    if let Some(text) = run.job.payload.get("limit").and_then(Json::as_str) {
        run.scope.limit = Some(Arc::new(Limit::parse(text)?));
    }
    // Nor does it give rights for somebody who had not just said who they are (A7).
    run.scope.stale = run.job.payload.get("stale").and_then(Json::as_bool).unwrap_or_default();
    Ok(())
}

fn hand_over(
    scope: &Scope,
    path: &Path,
    file_name: &str,
    dry_run: bool,
    adapted: Option<&str>,
    origin: Json,
    wakes: Json,
) -> Result<(Kind, i64)> {
    let kind = prepare(scope, path, file_name, adapted)?.kind();
    let folder = new_folder(scope)?;
    let copy = folder.join(SOURCE);
    std::fs::copy(path, &copy).map_err(failed)?;
    std::fs::File::open(&copy).and_then(|f| f.sync_all()).map_err(failed)?;
    let name = folder.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let payload = json!({
        "folder": name, "file": file_name, "dry_run": dry_run, "adapted": adapted, "origin": origin,
        (jobs::WAKES): wakes, "limit": keep_limit(scope),
    });
    let now = scope.installation().clock().now();
    let id = scope.change(kind, |change| change.enqueue(TASK, &payload, now, None))?;
    Ok((kind, id))
}

/// A file of a finished job to be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobFile {
    /// What became of each line.
    Result,
    /// The rejected lines, to be corrected and imported again.
    Retry,
}

/// Where a file of one of the scope's own jobs is.
///
/// # Errors
/// `record.not_found` when it is not the user's job or there is no such file.
pub fn file(scope: &Scope, kind: Kind, id: i64, which: JobFile) -> Result<PathBuf> {
    let job = scope.view(|view| view.job(kind, id))?;
    let missing = || Error::from(Fault::new("record.not_found"));
    if job.task != TASK {
        return Err(missing());
    }
    let name = match which {
        JobFile::Result => RESULT,
        JobFile::Retry => RETRY,
    };
    let path = folder(scope, &job.payload)?.join(name);
    if path.is_file() { Ok(path) } else { Err(missing()) }
}

pub(crate) fn folder(scope: &Scope, payload: &Json) -> Result<PathBuf> {
    let name = payload.get("folder").and_then(Json::as_str).unwrap_or_default();
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(Fault::new("record.not_found").into());
    }
    Ok(scope.tenant().db().attachments().work_folder()?.join("imports").join(name))
}

fn run(run: &mut JobRun<'_>) -> Result<Json> {
    take_limit(run)?;
    let payload = run.job.payload.clone();
    run.scope.unattended = payload.get("origin").is_some_and(Json::is_string);
    let run = &*run;
    let folder = folder(&run.scope, &payload)?;
    let text = |key: &str| payload.get(key).and_then(Json::as_str);
    let dry_run = payload.get("dry_run").and_then(Json::as_bool).unwrap_or_default();
    let prepared =
        match prepare(&run.scope, &folder.join(SOURCE), text("file").unwrap_or_default(), text("adapted")) {
            Ok(prepared) => prepared,
            Err(Error::Faults(faults)) => return Ok(refused(&run.scope, &faults)),
            Err(other) => return Err(other),
        };
    let state = run.job.progress.get("state").cloned().and_then(|s| serde_json::from_value::<State>(s).ok());
    let state = state.filter(|_| !dry_run).unwrap_or_default();
    if dry_run {
        // It cannot tell its progress, which would be a write of its own: a second for each 500 lines is plenty.
        run.hold(i64::try_from(prepared.lines_in_all() / 500).unwrap_or(i64::MAX / 2_000_000) * 1_000_000)?;
    }
    let report = Run::new(&run.scope, &prepared, &folder, dry_run, state, Some(run))?.all(&mut |_| {})?;
    let mut json = serde_json::to_value(&report).map_err(|_| Error::from(Fault::new("internal")))?;
    // Where the files are is nobody's business; `file` finds them.
    json["result_file"] = RESULT.into();
    json["retry_file"] = report.retry_file.map(|_| RETRY).into();
    Ok(json)
}

fn refused(scope: &Scope, faults: &[Fault]) -> Json {
    let messages = &scope.installation().registry().messages;
    let told: Vec<Json> = faults
        .iter()
        .map(|f| {
            let message = messages.fault_text(scope.language(), f, "");
            let args: serde_json::Map<String, Json> =
                f.args.iter().map(|(name, value)| ((*name).to_string(), value.as_str().into())).collect();
            json!({ "code": f.code, "message": message, "args": args })
        })
        .collect();
    json!({ "refused": told })
}
