//! Large imports and exports in the background (I10): millions of records, in memory that stays flat, cancelled at will,
//! and taken up again where a killed server left them.
//!
//! CSV files are imported by [`csv::job`]; here are imports of NDJSON (a JSON object on each line) and exports. The files
//! of a job lie in the tenant's work folder, and go [`KEPT`] after it was asked for.

use std::borrow::Cow;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};
use talang_catalogue::{Culture, Fault, Object};
use talang_engine::jobs::JobRun;
use talang_engine::{Action, AsOf, Door, Error, Filter, Mode, Query, Result, Scope, Task, View};

use crate::csv;
use crate::rest::{Shape, Sums, render, save};

/// Code of the task that imports NDJSON.
pub(crate) const IMPORT: &str = "bulk-import";
/// Code of the task that exports.
pub(crate) const EXPORT: &str = "bulk-export";
/// Code of the task that removes a job's files.
pub(crate) const PURGE: &str = "bulk-purge";

/// How long the files of a job are kept: a week, in microseconds.
pub(crate) const KEPT: i64 = 7 * 86_400_000_000;

/// Name of the file that was handed in.
pub(crate) const SOURCE: &str = "source.ndjson";
/// Name of the file with a line for each line of an import.
pub(crate) const RESULT: &str = "result.ndjson";

/// Records of one transaction of an import, and of one page of an export.
const AT_ONCE: usize = 2_000;
/// Bytes that end a transaction however few its lines are.
const MOST_TEXT: usize = 4 << 20;
/// Most bytes of a line.
const LONGEST: usize = 1 << 20;

/// The tasks for the registry.
pub(crate) fn tasks() -> Vec<Task> {
    vec![
        Task { code: IMPORT, run: import },
        Task { code: EXPORT, run: export },
        Task { code: PURGE, run: purge },
    ]
}

fn failed(error: std::io::Error) -> Error {
    Error::Storage(error.into())
}

fn text<'j>(json: &'j Json, name: &str) -> &'j str {
    json.get(name).and_then(Json::as_str).unwrap_or_default()
}

/// Where an import stands: kept with each of its transactions.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Place {
    /// Lines that are done, and that there are.
    done: u64,
    total: u64,
    counts: Sums,
    /// Bytes of the source that are done, and of the result that are written.
    read: u64,
    written: u64,
}

fn import(run: &mut JobRun<'_>) -> Result<Json> {
    csv::job::take_limit(run)?;
    run.scope.door = Door::Import;
    let run = &*run;
    let payload = &run.job.payload;
    let folder = csv::job::folder(&run.scope, payload)?;
    let object = run.scope.view(|v| {
        let object = v.object(text(payload, "object"))?;
        may(v, &object, Action::Import)?;
        Ok(object)
    })?;
    let mode = if text(payload, "mode") == "InsertOnly" { Mode::Insert } else { Mode::Upsert };
    let source = folder.join(SOURCE);
    let mut place = run
        .job
        .progress
        .get("state")
        .and_then(|s| serde_json::from_value::<Place>(s.clone()).ok())
        .unwrap_or_default();
    if place.total == 0 {
        place.total = lines_of(&source)?;
    }
    let mut reader = BufReader::with_capacity(1 << 16, File::open(&source).map_err(failed)?);
    reader.seek(SeekFrom::Start(place.read)).map_err(failed)?;
    // What a killed server wrote after its last commit was never done.
    let mut result = OpenOptions::new()
        .create(true)
        .write(true)
        .truncate(false)
        .open(folder.join(RESULT))
        .map_err(failed)?;
    result.set_len(place.written).map_err(failed)?;
    result.seek(SeekFrom::End(0)).map_err(failed)?;
    loop {
        if run.stopping() {
            return Err(Fault::new("internal").into());
        }
        let mut next = place;
        let batch = read_batch(&mut reader, &mut next)?;
        if batch.is_empty() {
            break;
        }
        place = run.scope.change(object.def.kind, |c| {
            let mut next = next;
            let data: Vec<Json> = batch.iter().map(|(_, line)| line.clone().unwrap_or(Json::Null)).collect();
            let (sums, told) = save(c, &object, mode, false, &data, &|_| String::new())?;
            let mut out = Vec::with_capacity(told.len() * 64);
            for ((number, line), mut told) in batch.iter().zip(told) {
                if let Some(map) = told.as_object_mut() {
                    map.remove("index");
                    map.insert("line".to_string(), (*number).into());
                    if let Err(code) = line {
                        map.insert(
                            "errors".to_string(),
                            json!([{ "code": code, "message": message(&run.scope, code) }]),
                        );
                    }
                }
                out.extend_from_slice(told.to_string().as_bytes());
                out.push(b'\n');
            }
            next.counts = next.counts.and(sums);
            next.written += out.len() as u64;
            // On the disk before the commit says that it is there.
            result.write_all(&out).and_then(|()| result.sync_data()).map_err(failed)?;
            run.progress_within(c, &progress(&next))?;
            Ok(next)
        })?;
    }
    let Sums { created, updated, unchanged, refused } = place.counts;
    let detail = format!("created {created}, updated {updated}, unchanged {unchanged}, rejected {refused}");
    run.scope.log(run.scope.activity("import").on(object.def.name).detail(detail))?;
    Ok(json!({ "counts": place.counts, "file": RESULT, "lines": place.done }))
}

fn progress(place: &Place) -> Json {
    json!({ "done": place.done, "total": place.total, "counts": place.counts, "state": place })
}

fn message(scope: &Scope, code: &'static str) -> String {
    let fault = match code {
        "request.too_large" => Fault::new(code).with("max", "1 MiB"),
        _ => Fault::new("value.type").with("expected", "object"),
    };
    scope.installation().registry().messages.fault_text(scope.language(), &fault, "")
}

/// Whether the scope may do that with the object at all.
///
/// # Errors
/// `right.missing`.
pub(crate) fn may(v: &View<'_>, object: &Object, action: Action) -> Result<()> {
    if v.rights().may(object, action) && !object.def.internal {
        return Ok(());
    }
    Err(Fault::new("right.missing").with("action", action.name()).with("object", object.def.name).into())
}

/// Lines that are not empty.
fn lines_of(path: &std::path::Path) -> Result<u64> {
    let mut reader = BufReader::with_capacity(1 << 16, File::open(path).map_err(failed)?);
    let (mut lines, mut filled) = (0, false);
    loop {
        let bytes = reader.fill_buf().map_err(failed)?;
        if bytes.is_empty() {
            return Ok(lines + u64::from(filled));
        }
        for byte in bytes {
            match byte {
                b'\n' => lines += u64::from(std::mem::take(&mut filled)),
                byte => filled |= !byte.is_ascii_whitespace(),
            }
        }
        let count = bytes.len();
        reader.consume(count);
    }
}

/// Number and content of a line; the code of what is wrong with one that is no JSON.
type Line = (u64, std::result::Result<Json, &'static str>);

/// The next lines. Of one that is longer than allowed the rest is passed over.
fn read_batch(reader: &mut impl BufRead, place: &mut Place) -> Result<Vec<Line>> {
    let (mut batch, mut size) = (Vec::new(), 0);
    let mut line = Vec::new();
    while batch.len() < AT_ONCE && size < MOST_TEXT {
        line.clear();
        let mut count =
            reader.by_ref().take(LONGEST as u64 + 1).read_until(b'\n', &mut line).map_err(failed)?;
        if count == 0 {
            break;
        }
        let too_long = count > LONGEST && line.last() != Some(&b'\n');
        let mut over = !too_long;
        while !over {
            let bytes = reader.fill_buf().map_err(failed)?;
            let end = bytes.iter().position(|b| *b == b'\n').map(|at| at + 1);
            let passed = end.unwrap_or(bytes.len());
            over = end.is_some() || bytes.is_empty();
            reader.consume(passed);
            count += passed;
        }
        place.read += count as u64;
        // A byte-order mark before the first line does no harm.
        let content = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
        if content.is_empty() {
            continue;
        }
        place.done += 1;
        size += content.len();
        let read = match too_long {
            true => Err("request.too_large"),
            false => serde_json::from_slice::<Map<String, Json>>(content)
                .map(Json::Object)
                .map_err(|_| "value.type"),
        };
        batch.push((place.done, read));
    }
    Ok(batch)
}

/// What an export is asked for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Wish {
    /// Name of the object.
    pub object: String,
    /// Columns; all that may be read where there are none.
    pub fields: Vec<String>,
    /// Condition, as lists take it.
    pub filter: String,
    /// Words, as lists take them.
    pub q: String,
    /// Day in ISO 8601, `all`, or nothing for today.
    pub as_of: String,
    /// `csv` or `ndjson`.
    pub format: String,
    /// Code of the culture of a CSV file.
    pub culture: String,
    /// Adapted export format of a CSV file, as it was when the export was asked for.
    #[serde(default)]
    pub layout: Option<csv::Layout>,
}

impl Wish {
    /// Name of the file.
    pub(crate) fn file(&self) -> &'static str {
        if self.format == "csv" { "data.csv" } else { "data.ndjson" }
    }

    fn culture(&self, scope: &Scope) -> &'static Culture {
        match &self.layout {
            Some(layout) => layout.culture(scope),
            None => Culture::find(&self.culture).unwrap_or(scope.culture),
        }
    }

    /// How the CSV file is written.
    fn layout(&self) -> Cow<'_, csv::Layout> {
        match &self.layout {
            Some(layout) => Cow::Borrowed(layout),
            None => Cow::Owned(csv::Layout::own(&self.object, &self.fields)),
        }
    }

    /// The query, in the order of the row numbers, which nobody changes while pages are turned.
    fn query(&self, v: &View<'_>, object: &Arc<Object>) -> Result<Query> {
        let catalogue = v.catalogue();
        let filter = match self.filter.trim() {
            "" => None,
            text => Some(Filter::parse(&catalogue, object, text)?),
        };
        let as_of = match self.as_of.as_str() {
            "" => AsOf::Scope,
            "all" => AsOf::Always,
            day => AsOf::Day(
                crate::rest::day(day)
                    .ok_or_else(|| Fault::new("value.date").on("asOf").with("example", "2026-12-31"))?,
            ),
        };
        let search = (!self.q.trim().is_empty()).then(|| self.q.trim().to_string());
        self.layout().query(v, object, Query { filter, search, as_of, ..Query::default() })
    }

    /// Looks at everything that can be refused before the work begins; the number of records, and the kinds of watched
    /// fields for the log.
    ///
    /// # Errors
    /// `right.missing`, `field.unknown`, those of filters.
    pub(crate) fn check(&self, v: &mut View<'_>) -> Result<(Arc<Object>, i64, String)> {
        let object = v.object(&self.object)?;
        may(v, &object, Action::Export)?;
        let culture = self.culture(v.scope());
        let watched = csv::check(v, &object, &self.layout(), culture)?;
        if self.format != "csv" {
            Shape::of(&v.catalogue(), &object, &self.fields)?;
        }
        let query = self.query(v, &object)?;
        let count = v.count(&object, &query)?;
        Ok((object, count, watched))
    }
}

/// Where an export stands.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Mark {
    cursor: Option<String>,
    written: u64,
    lines: u64,
    /// The last page is written: without a cursor it would begin again with the first.
    #[serde(default)]
    over: bool,
}

fn export(run: &mut JobRun<'_>) -> Result<Json> {
    csv::job::take_limit(run)?;
    run.scope.door = Door::Rest;
    let run = &*run;
    let payload = &run.job.payload;
    let folder = csv::job::folder(&run.scope, payload)?;
    let wish: Wish = payload
        .get("wish")
        .and_then(|w| serde_json::from_value(w.clone()).ok())
        .ok_or_else(|| Fault::new("internal"))?;
    // The day on which it was asked for, also after midnight.
    let day = text(payload, "day").parse().unwrap_or(run.scope.as_of);
    let mut scope = run.scope.on(day);
    if let Some(layout) = &wish.layout {
        scope = layout.scope(&scope);
    }
    let (object, total, watched) = scope.view(|v| wish.check(v))?;
    let mark = run.job.progress.get("state").and_then(|s| serde_json::from_value::<Mark>(s.clone()).ok());
    let begun = mark.is_some();
    let mut mark = mark.unwrap_or_default();
    let path = folder.join(wish.file());
    let mut file = OpenOptions::new().create(true).write(true).truncate(false).open(&path).map_err(failed)?;
    file.set_len(mark.written).map_err(failed)?;
    file.seek(SeekFrom::End(0)).map_err(failed)?;
    // Before the first byte (A12): nobody has an export of which the log knows nothing.
    if !begun {
        scope.log(scope.activity("export").on(object.def.name).detail(watched))?;
    }
    while !mark.over {
        if run.stopping() {
            return Err(Fault::new("internal").into());
        }
        let (bytes, lines, next) = scope.view(|v| part(v, &object, &wish, &mark))?;
        file.write_all(&bytes).and_then(|()| file.sync_data()).map_err(failed)?;
        mark = Mark {
            over: next.is_none(),
            cursor: next,
            written: mark.written + bytes.len() as u64,
            lines: mark.lines + lines,
        };
        let total = u64::try_from(total).unwrap_or_default().max(mark.lines);
        run.progress(&json!({ "done": mark.lines, "total": total, "state": mark }))?;
    }
    Ok(json!({ "file": wish.file(), "lines": mark.lines, "bytes": mark.written, "sha256": digest(&path)? }))
}

/// The next page as bytes.
fn part(
    v: &mut View<'_>,
    object: &Arc<Object>,
    wish: &Wish,
    mark: &Mark,
) -> Result<(Vec<u8>, u64, Option<String>)> {
    let query = Query { limit: AT_ONCE, cursor: mark.cursor.clone(), ..wish.query(v, object)? };
    if wish.format == "csv" {
        let culture = wish.culture(v.scope());
        return csv::page(v, object, &query, &wish.layout(), culture, mark.lines);
    }
    let shape = Shape::of(&v.catalogue(), object, &wish.fields)?;
    let query = Query { columns: shape.paths().to_vec(), ..query };
    let found = v.list(object, &query)?;
    v.saw_columns(shape.paths(), &found);
    let mut out = Vec::with_capacity(found.records.len() * 256);
    for record in render(v, object, &found.records, &found.columns, &shape)? {
        out.extend_from_slice(record.to_string().as_bytes());
        out.push(b'\n');
    }
    Ok((out, found.records.len() as u64, found.next))
}

/// SHA-256 of a file, in hexadecimal.
pub(crate) fn digest(path: &std::path::Path) -> Result<String> {
    let mut reader = BufReader::with_capacity(1 << 16, File::open(path).map_err(failed)?);
    let mut sum = Sha256::new();
    loop {
        let bytes = reader.fill_buf().map_err(failed)?;
        if bytes.is_empty() {
            return Ok(sum.finalize().iter().map(|b| format!("{b:02x}")).collect());
        }
        sum.update(bytes);
        let count = bytes.len();
        reader.consume(count);
    }
}

/// Removes the files of a job; also of one that is gone already.
pub(crate) fn remove(scope: &Scope, payload: &Json) -> Result<()> {
    let folder: PathBuf = csv::job::folder(scope, payload)?;
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(failed(error)),
        _ => Ok(()),
    }
}

fn purge(run: &mut JobRun<'_>) -> Result<Json> {
    remove(&run.scope, &run.job.payload)?;
    Ok(Json::Null)
}
