//! Jobs (I10): imports and exports of any size in the background. What they do is in [`crate::bulk`] and [`csv::job`].

use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json, json};
use talang_catalogue::types::time::iso_instant;
use talang_catalogue::{Culture, Fault, Kind};
use talang_engine::jobs::Job;
use talang_engine::{Action, Change, Error, Result, Scope};
use talang_http::{Body, Call, Reply};

use super::ask::{self, Answer, At};
use super::problem::Place;
use super::write::write_of;
use super::{BODY_LIMIT, PREFIX};
use crate::bulk::{self, Wish};
use crate::csv::{self, FileName, ImportMode};

/// Jobs that one account may have waiting and running.
const MOST: usize = 10;
/// Jobs of a task that a list shows.
const SHOWN: i64 = 100;
/// Seconds after which it is worth asking again whether a job is done.
const ASK_AGAIN: &str = "2";

const TASKS: [&str; 3] = [csv::job::TASK, bulk::IMPORT, bulk::EXPORT];

/// `POST /transfers/import`
pub(crate) fn import(call: &Call, scope: &Scope) -> Answer<Reply> {
    ask::only(call, scope, &["object", "mode", "culture", "dryRun"])?;
    let kind = call.request.header("content-type").unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let csv = match kind.as_str() {
        "text/csv" => true,
        "application/x-ndjson" | "application/jsonl" => false,
        _ => {
            let fault = Fault::new("request.media_type").with("expected", "text/csv, application/x-ndjson");
            return Err(fault).at(Place::Header("content-type"));
        }
    };
    let parameter = |name: &str| Place::Parameter(name.to_string());
    let mode = match call.request.query("mode") {
        None => ImportMode::InsertAndUpdate,
        Some(text) => [ImportMode::InsertOnly, ImportMode::InsertAndUpdate]
            .into_iter()
            .find(|m| m.name() == text)
            .ok_or_else(|| Fault::new("value.choice").with("allowed", "InsertAndUpdate, InsertOnly"))
            .at(parameter("mode"))?,
    };
    let culture = match call.request.query("culture") {
        None => scope.culture,
        Some(code) => Culture::find(code)
            .ok_or_else(|| Fault::new("file.culture").with("name", code))
            .at(parameter("culture"))?,
    };
    let dry_run = ask::flag(call, scope, "dryRun")?;
    if dry_run && !csv {
        return Err(ask::invalid(scope, "rest-job-dry-run", &[])).at(parameter("dryRun"));
    }
    let path = call.request.query("object").unwrap_or_default();
    let object = scope.view(|v| Ok(v.catalogue().by_path(path).cloned()))?;
    let object =
        object.ok_or_else(|| Fault::new("object.unknown").with("name", path)).at(parameter("object"))?;
    let Some(upload) = &call.request.upload else {
        return Err(ask::invalid(scope, "rest-job-empty", &[]).into());
    };
    let digest = bulk::digest(upload)?;
    // Everything that can be refused at once is, before the file is copied.
    let data = object.def.kind;
    let (task, name, source) = match csv {
        true => {
            let name = FileName::of(&object, mode, culture, 10);
            csv::import::prepare(scope, upload, &name, None)?;
            (csv::job::TASK, name, csv::job::SOURCE)
        }
        false => {
            scope.view(|v| bulk::may(v, &object, Action::Import))?;
            (bulk::IMPORT, String::new(), bulk::SOURCE)
        }
    };
    let folder = csv::import::new_folder(scope)?;
    let put = put_down(upload, &folder.join(source));
    let payload = json!({
        "folder": folder.file_name().and_then(|n| n.to_str()),
        "file": name,
        "dry_run": dry_run,
        "object": object.def.name,
        "mode": mode.name(),
        "stale": scope.stale,
        "limit": csv::job::keep_limit(scope),
    });
    let queued =
        put.map_err(Into::into).and_then(|()| queue(call, scope, data, digest.as_bytes(), task, &payload));
    match queued {
        Ok((reply, true)) => Ok(reply),
        // Refused, or answered as the first time: the copy is nobody's.
        other => {
            bulk::remove(scope, &payload)?;
            other.map(|(reply, _)| reply)
        }
    }
}

/// Moves the upload, or copies it where it lies on another disk; afterwards it is there whole.
fn put_down(upload: &Path, to: &Path) -> Result<()> {
    let failed = |e: std::io::Error| Error::Storage(e.into());
    if std::fs::rename(upload, to).is_err() {
        std::fs::copy(upload, to).map_err(failed)?;
    }
    std::fs::File::open(to).and_then(|f| f.sync_all()).map_err(failed)
}

/// Puts the job into the queue, once for each `Idempotency-Key`; whether it is a new one.
fn queue(
    call: &Call,
    scope: &Scope,
    kind: Kind,
    digest: &[u8],
    task: &str,
    payload: &Json,
) -> Answer<(Reply, bool)> {
    let new = std::cell::Cell::new(false);
    let reply = write_of(call, scope, kind, digest, &|c| {
        let waiting = unfinished(c)?;
        if waiting >= MOST {
            return Err(Fault::new("job.too_many").with("count", waiting).with("seconds", 60).into());
        }
        let now = c.scope().installation().clock().now();
        let id = c.enqueue(task, payload, now, None)?;
        let files = json!({ "folder": payload.get("folder") });
        c.enqueue(bulk::PURGE, &files, now + bulk::KEPT, None)?;
        new.set(true);
        let job = c.job(kind, id)?;
        let address = format!("{PREFIX}/transfers/{}-{id}", kind.name());
        let reply = Reply::json(&told(c.scope(), kind, &job)).code(202);
        Ok(reply.with("location", address).with("retry-after", ASK_AGAIN))
    })?;
    Ok((reply, new.get()))
}

fn unfinished(c: &mut Change<'_>) -> Result<usize> {
    let mut count = 0;
    for kind in kinds(c.scope()) {
        for task in TASKS {
            let jobs = c.jobs(kind, task, SHOWN)?;
            count += jobs.iter().filter(|j| matches!(j.state.as_str(), "ready" | "running")).count();
        }
    }
    Ok(count)
}

/// `POST /transfers/export`
pub(crate) fn export(call: &Call, scope: &Scope) -> Answer<Reply> {
    ask::only(call, scope, &[])?;
    let mut body = ask::body(call, scope, BODY_LIMIT)?;
    let mut take = |name: &str| match body.remove(name) {
        None | Some(Json::Null) => Ok(String::new()),
        // Left out, they have a meaning; empty, they are a mistake.
        Some(Json::String(text)) if text.is_empty() && matches!(name, "asOf" | "format" | "culture") => {
            Err(Fault::new("value.mandatory").on(name))
        }
        Some(Json::String(text)) => Ok(text),
        Some(_) => Err(Fault::new("value.type").on(name).with("expected", "string")),
    };
    let (path, adapted) = (take("object")?, take("adapted")?);
    let mut wish = Wish {
        filter: take("filter")?,
        q: take("q")?,
        as_of: take("asOf")?,
        format: take("format")?,
        culture: take("culture")?,
        ..Wish::default()
    };
    if wish.format.is_empty() {
        wish.format = if adapted.is_empty() { "ndjson" } else { "csv" }.to_string();
    }
    if !matches!(wish.format.as_str(), "csv" | "ndjson") {
        return Err(Fault::new("value.choice").on("format").with("allowed", "csv, ndjson").into());
    }
    if !wish.culture.is_empty() && Culture::find(&wish.culture).is_none() {
        return Err(Fault::new("file.culture").on("culture").with("name", &wish.culture).into());
    }
    match body.remove("fields") {
        None | Some(Json::Null) => {}
        Some(Json::Array(list)) if list.iter().all(Json::is_string) => {
            wish.fields = list.iter().filter_map(Json::as_str).map(str::to_string).collect();
        }
        Some(_) => {
            return Err(Fault::new("value.type").on("fields").with("expected", "array of strings").into());
        }
    }
    if let Some(name) = body.keys().next() {
        return Err(Fault::new("field.unknown").on(name.as_str()).with("name", name).into());
    }
    let object = scope.view(|v| Ok(v.catalogue().by_path(&path).cloned()))?;
    let object = object.ok_or_else(|| Fault::new("object.unknown").on("object").with("name", &path))?;
    wish.object = object.def.name.to_string();
    let mut names = wish.fields.clone();
    if !adapted.is_empty() {
        // The format says all of it.
        for (name, said) in [
            ("format", wish.format != "csv"),
            ("culture", !wish.culture.is_empty()),
            ("fields", !wish.fields.is_empty()),
        ] {
            if said {
                return Err(Fault::new("export.adapted").on(name).into());
            }
        }
        let layout = scope.view(|v| csv::Layout::of_object(v, &adapted, &object))?;
        names = layout.fields();
        wish.layout = Some(layout);
    }
    let (_, count, _) = scope.view(|v| wish.check(v))?;
    if csv::takes_out_much(&object, count, &names) {
        call.require_recent()?;
    }
    let folder = csv::import::new_folder(scope)?;
    let payload = json!({
        "folder": folder.file_name().and_then(|n| n.to_str()),
        "object": object.def.name,
        "wish": wish,
        "day": scope.as_of.to_string(),
        "limit": csv::job::keep_limit(scope),
    });
    match queue(call, scope, object.def.kind, &call.request.body, bulk::EXPORT, &payload) {
        Ok((reply, true)) => Ok(reply),
        other => {
            bulk::remove(scope, &payload)?;
            other.map(|(reply, _)| reply)
        }
    }
}

/// The kinds of data that have a queue: those in which some object lives.
fn kinds(scope: &Scope) -> Vec<Kind> {
    let objects = &scope.installation().registry().objects;
    Kind::ALL.into_iter().filter(|k| objects.iter().any(|o| o.kind == *k)).collect()
}

/// Name of the object that the job is about; jobs of the import page have it in the name of their file.
fn object_of(job: &Job) -> String {
    let text = |name: &str| job.payload.get(name).and_then(Json::as_str).unwrap_or_default();
    match text("object") {
        "" => FileName::parse(text("file")).map(|f| f.object).unwrap_or_default(),
        name => name.to_string(),
    }
}

/// A job in JSON.
fn told(scope: &Scope, kind: Kind, job: &Job) -> Json {
    let registry = scope.installation().registry();
    let name = object_of(job);
    let object = registry.objects.iter().find(|o| o.name.eq_ignore_ascii_case(&name));
    let export = job.task == bulk::EXPORT;
    let id = format!("{}-{}", kind.name(), job.id);
    let refused = job.result.get("refused").and_then(Json::as_array);
    let state = match job.state.as_str() {
        "ready" => "waiting",
        // The file as a whole was refused: nothing was done.
        "done" if refused.is_some() => "failed",
        other => other,
    };
    let number = |name: &str| job.progress.get(name).and_then(Json::as_u64);
    let counts = job.result.get("counts").or_else(|| job.progress.get("counts")).map(|counts| {
        let of = |names: [&str; 2]| {
            names.iter().find_map(|n| counts.get(n)).and_then(Json::as_u64).unwrap_or_default()
        };
        json!({
            "created": of(["created", "created"]),
            "updated": of(["updated", "updated"]),
            "unchanged": of(["unchanged", "unchanged"]),
            "refused": of(["refused", "rejected"]),
        })
    });
    let mut errors: Vec<Json> = refused.into_iter().flatten().cloned().collect();
    if job.state == "failed" {
        errors.extend(job.faults().into_iter().map(|mut fault| {
            for (name, value) in &mut fault.args {
                if *name == "object" {
                    *value = registry.labels.object(scope.language(), value).to_string();
                }
            }
            json!({ "code": fault.code, "message": registry.messages.fault_text(scope.language(), &fault, "") })
        }));
    }
    let done = state == "done";
    let mut map = Map::new();
    map.insert("id".to_string(), id.clone().into());
    map.insert("type".to_string(), if export { "export" } else { "import" }.into());
    map.insert("state".to_string(), state.into());
    map.insert("object".to_string(), object.map_or(Json::Null, |o| o.path.into()));
    map.insert("created_at".to_string(), iso_instant(job.created_at).into());
    map.insert("finished_at".to_string(), job.finished_at.map_or(Json::Null, |at| iso_instant(at).into()));
    let lines = job.result.get("lines").or_else(|| job.result.pointer("/counts/lines"));
    let worked_off = number("done").or_else(|| lines.and_then(Json::as_u64));
    map.insert("done".to_string(), worked_off.into());
    map.insert("total".to_string(), number("total").into());
    map.insert("counts".to_string(), counts.filter(|_| !export).unwrap_or_default());
    map.insert("errors".to_string(), errors.into());
    let result = done.then(|| format!("{PREFIX}/transfers/{id}/result"));
    map.insert("result".to_string(), result.into());
    Json::Object(map)
}

/// `GET /transfers`
pub(crate) fn list(call: &Call, scope: &Scope) -> Answer<Reply> {
    ask::only(call, scope, &[])?;
    let mut found = scope.view(|v| {
        let mut all: Vec<(Kind, Job)> = Vec::new();
        for kind in kinds(scope) {
            for task in TASKS {
                all.extend(v.jobs(kind, task, SHOWN)?.into_iter().map(|j| (kind, j)));
            }
        }
        Ok(all)
    })?;
    found.sort_by_key(|(_, j)| std::cmp::Reverse(j.created_at));
    let data: Vec<Json> = found.iter().map(|(kind, job)| told(scope, *kind, job)).collect();
    Ok(Reply::json(&json!({ "data": data })).with("cache-control", "no-store"))
}

/// The job that the address names, if it is the caller's own and one of these.
fn find(call: &Call, scope: &Scope) -> Result<(Kind, Job)> {
    let missing = || Error::from(Fault::new("record.not_found").with("object", ""));
    let (kind, id) = call.param("id").rsplit_once('-').ok_or_else(missing)?;
    let kind = kinds(scope).into_iter().find(|k| k.name() == kind).ok_or_else(missing)?;
    let id: i64 = id.parse().map_err(|_| missing())?;
    let job = scope.view(|v| v.job(kind, id)).map_err(|_| missing())?;
    if TASKS.contains(&job.task.as_str()) { Ok((kind, job)) } else { Err(missing()) }
}

/// `GET /transfers/{id}`
pub(crate) fn one(call: &Call, scope: &Scope) -> Answer<Reply> {
    ask::only(call, scope, &[])?;
    let (kind, job) = find(call, scope)?;
    let mut reply = Reply::json(&told(scope, kind, &job)).with("cache-control", "no-store");
    if matches!(job.state.as_str(), "ready" | "running") {
        reply = reply.with("retry-after", ASK_AGAIN);
    }
    Ok(reply)
}

/// `DELETE /transfers/{id}`: cancels it, or removes the files of one that is over.
pub(crate) fn cancel(call: &Call, scope: &Scope) -> Answer<Reply> {
    ask::only(call, scope, &[])?;
    let (kind, job) = find(call, scope)?;
    let cancelled = scope.change(kind, |c| c.cancel_job(job.id))?;
    // One that runs still has its hands on the files; they go with the purge.
    if !cancelled || job.state == "ready" {
        bulk::remove(scope, &job.payload)?;
    }
    Ok(Reply::status(204))
}

/// `GET /transfers/{id}/result`
pub(crate) fn result(call: &Call, scope: &Scope) -> Answer<Reply> {
    ask::only(call, scope, &[])?;
    let (_, job) = find(call, scope)?;
    if matches!(job.state.as_str(), "ready" | "running") {
        return Err(Fault::new("job.waiting").into());
    }
    let missing = || Error::from(Fault::new("record.not_found").with("object", ""));
    // The right of the moment, and of the key that is shown, not that of the key that asked for the job.
    let action = if job.task == bulk::EXPORT { Action::Export } else { Action::Import };
    let name = object_of(&job);
    scope.view(|v| bulk::may(v, &*v.object(&name)?, action))?;
    let name = match job.task.as_str() {
        csv::job::TASK => csv::RESULT,
        _ => job.result.get("file").and_then(Json::as_str).ok_or_else(missing)?,
    };
    let path = csv::job::folder(scope, &job.payload)?.join(name);
    if !path.is_file() {
        return Err(missing().into());
    }
    let digest = match job.result.get("sha256").and_then(Json::as_str) {
        Some(known) => known.to_string(),
        None => bulk::digest(&path)?,
    };
    let media = if name.ends_with(".csv") { "text/csv; charset=utf-8" } else { "application/x-ndjson" };
    let tag = format!("\"{}\"", digest.get(..32).unwrap_or_default());
    Ok(part_of(call, path, &tag)?.with("content-type", media).attachment(name))
}

/// A file, or the one part of it that the header `Range` asks for (RFC 9110 § 14), if it is still the file that was begun
/// (`If-Range`).
fn part_of(call: &Call, path: PathBuf, tag: &str) -> Answer<Reply> {
    let failed = |e: std::io::Error| Error::Storage(e.into());
    let size = std::fs::metadata(&path).map_err(failed)?.len();
    let head = |status: u16| {
        Reply::status(status)
            .with("etag", tag)
            .with("accept-ranges", "bytes")
            .with("cache-control", "private, no-cache")
    };
    if ask::tags(call, "if-none-match")
        .is_some_and(|tags| tags.iter().any(|t| *t == "*" || *t == tag.trim_matches('"')))
    {
        return Ok(head(304));
    }
    let same = call.request.header("if-range").is_none_or(|known| known.trim() == tag);
    let range = call.request.header("range").filter(|_| same).and_then(|text| range(text, size));
    let (first, last) = match range {
        None => {
            let mut reply = head(200).with("content-length", size.to_string());
            reply.body = Body::File(path);
            return Ok(reply);
        }
        Some(None) => {
            return Err(Fault::new("range.invalid").with("size", size)).at(Place::Header("range"));
        }
        Some(Some(range)) => range,
    };
    let mut file = std::fs::File::open(&path).map_err(failed)?;
    file.seek(SeekFrom::Start(first)).map_err(failed)?;
    let length = last - first + 1;
    let mut reply = head(206)
        .with("content-range", format!("bytes {first}-{last}/{size}"))
        .with("content-length", length.to_string());
    reply.body = Body::Stream(Box::new(file.take(length)));
    Ok(reply)
}

/// The first and last byte of a range; nothing where the header is to be ignored (another unit, several ranges),
/// nothing within where no such bytes are there.
fn range(text: &str, size: u64) -> Option<Option<(u64, u64)>> {
    let (first, last) = text.trim().strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| text.parse::<u64>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()));
    let end = size.checked_sub(1);
    Some(match (first.trim(), last.trim()) {
        ("", suffix) => {
            let count = number(suffix)?;
            end.filter(|_| count > 0).map(|end| (size.saturating_sub(count), end))
        }
        (first, "") => {
            let first = number(first)?;
            end.filter(|end| first <= *end).map(|end| (first, end))
        }
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            if last < first {
                return None;
            }
            end.filter(|end| first <= *end).map(|end| (first, last.min(end)))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    // RFC 9110 § 14.1.2
    #[test]
    fn ranges_are_read_as_the_standard_has_them() {
        let inside = |text: &str| range(text, 10_000).flatten();
        assert_eq!(inside("bytes=0-499"), Some((0, 499)));
        assert_eq!(inside("bytes=9500-"), Some((9500, 9999)));
        assert_eq!(inside("bytes=-500"), Some((9500, 9999)));
        assert_eq!(inside("bytes=-20000"), Some((0, 9999)));
        assert_eq!(inside("bytes=9999-20000"), Some((9999, 9999)));
        for beyond in ["bytes=10000-", "bytes=10000-10001", "bytes=-0"] {
            assert_eq!(range(beyond, 10_000), Some(None), "{beyond}");
        }
        assert_eq!(range("bytes=0-", 0), Some(None));
        for ignored in ["lines=0-1", "bytes=0-1,3-4", "bytes=5-4", "bytes=a-b", "bytes=+1-2", "bytes", ""] {
            assert_eq!(range(ignored, 10_000), None, "{ignored}");
        }
    }
}
