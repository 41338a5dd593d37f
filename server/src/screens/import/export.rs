//! Exports of lists: what a list shows as CSV, which imports read again, or as a report for people; made while it is sent.

use std::io::{Read, Seek, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use talang_catalogue::Fault;
use talang_engine::{AsOf, Error, Filter, Query, Result, Scope};
use talang_http::{Body, Call, Reply};
use talang_interchange::csv::{self, Layout};
use talang_report::{Format, Report};

/// Pieces on their way between the thread that makes the file and the one that sends it.
const PIECES: usize = 4;

type Piece = std::result::Result<Vec<u8>, String>;

/// `GET /export/{object}` with `filter`, `q`, `sort`, `columns`, `slices=all` and `asOf` as lists have them; `format` is the
/// ending of a report's files, else it is CSV. Reports know `group` and `total`, too. `adapted` is the code of an export format.
pub(super) fn export(call: &Call) -> Result<Reply> {
    let path = call.param("object");
    let list = |name: &str| -> Vec<String> {
        let texts = call.request.query(name).unwrap_or_default().split(',').map(str::trim);
        texts.filter(|c| !c.is_empty()).map(str::to_string).collect()
    };
    let adapted = call.request.query("adapted").unwrap_or_default();
    let mut columns = list("columns");
    let groups = (list("group"), list("total"));
    let format = match call.request.query("format").unwrap_or("csv") {
        "csv" if groups.0.is_empty() => None,
        other => {
            let unknown = || Fault::new("request.invalid").with("detail", "format");
            Some(Format::parse(other).ok_or_else(unknown)?)
        }
    };
    if !adapted.is_empty() && (format.is_some() || !columns.is_empty() || !groups.0.is_empty()) {
        return Err(Fault::new("export.adapted").into());
    }
    let (object, query, layout) = call.scope.view(|v| {
        let catalogue = v.catalogue();
        let object = catalogue.by_path(path).cloned();
        let object = object.ok_or_else(|| Error::from(Fault::new("object.unknown").with("name", path)))?;
        let mut filters = Vec::new();
        for text in call.request.query_all("filter").filter(|t| !t.trim().is_empty()) {
            filters.push(Filter::parse(&catalogue, &object, text)?);
        }
        let filter = (!filters.is_empty()).then_some(Filter::And(filters));
        let search = call.request.query("q").map(str::trim).filter(|q| !q.is_empty()).map(str::to_string);
        let sort = v.sort(&object, call.request.query("sort").unwrap_or_default())?;
        let always = call.request.query("slices") == Some("all");
        let as_of = if always { AsOf::Always } else { AsOf::Scope };
        let mut query = Query { filter, search, sort, as_of, ..Query::default() };
        let layout = match adapted {
            "" => None,
            code => Some(Layout::of_object(v, code, &object)?),
        };
        if let Some(layout) = &layout {
            columns = layout.fields();
            query = layout.query(v, &object, query)?;
        }
        // What cannot be asked is refused before the first byte.
        let count = v.count(&object, &query)?;
        if csv::takes_out_much(&object, count, &columns) {
            call.require_recent()?;
        }
        for name in &columns {
            let own = object
                .fields
                .iter()
                .any(|f| talang_catalogue::types::columns(&f.def).iter().any(|c| c == name));
            if !own {
                talang_engine::Path::parse(&catalogue, &object, name)?;
            }
        }
        Ok((object, query, layout))
    })?;
    let name = object.def.name;
    let culture = call.scope.culture;
    if let Some(layout) = layout {
        return written(call, layout, query);
    }
    let (reply, work): (Reply, Work) = match format {
        None => {
            let file = csv::FileName::of(&object, csv::ImportMode::InsertAndUpdate, culture, 10);
            let reply = Reply::status(200).with("content-type", "text/csv; charset=utf-8").attachment(&file);
            let work = move |scope: &Scope, out: &mut dyn Write| {
                csv::export(scope, name, &query, &columns, scope.culture, out)
            };
            (reply, Box::new(work))
        }
        Some(format) => {
            let report = match groups {
                (by, totals) if !by.is_empty() => {
                    Report::grouped(&call.scope, name, &query, (&by, &totals), format)?
                }
                _ => Report::prepare(&call.scope, name, &query, &columns, format)?,
            };
            let file = report.file_name();
            let reply = Reply::status(200).with("content-type", format.media_type()).attachment(&file);
            (reply, Box::new(move |scope: &Scope, out: &mut dyn Write| report.write(scope, out)))
        }
    };
    stream(call, reply, work)
}

/// A file as a format says. Where it may turn out that a letter cannot be written, that is known before the first byte: the
/// file is made first, under no name.
fn written(call: &Call, mut layout: Layout, query: Query) -> Result<Reply> {
    // The question holds the format's condition already.
    layout.filter.clear();
    let file = format!("{}_{}.csv", layout.code, call.scope.as_of);
    let kind = format!("text/csv; charset={}", layout.charset());
    let mut reply = Reply::status(200).with("content-type", &kind).attachment(&file);
    if !layout.may_refuse() {
        return stream(call, reply, Box::new(move |scope, out| csv::export_as(scope, &query, &layout, out)));
    }
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|_| Fault::new("internal"))?;
    let folder = call.scope.tenant().db().attachments().work_folder()?;
    let path = folder.join(format!("export-{}", talang_store::attachments::hex(&random)));
    let mut spool = std::fs::File::options().read(true).write(true).create_new(true).open(&path)?;
    std::fs::remove_file(&path)?;
    let mut out = std::io::BufWriter::with_capacity(1 << 16, &mut spool);
    csv::export_as(&call.scope, &query, &layout, &mut out)?;
    drop(out);
    spool.rewind()?;
    reply.body = Body::Stream(Box::new(spool));
    Ok(reply)
}

/// Writes a file; returns the number of its records.
type Work = Box<dyn FnOnce(&Scope, &mut dyn Write) -> Result<u64> + Send>;

/// The reply whose body is written while it is sent.
fn stream(call: &Call, mut reply: Reply, work: Work) -> Result<Reply> {
    let (send, receive) = sync_channel::<Piece>(PIECES);
    let scope = call.scope.clone();
    std::thread::Builder::new()
        .name("export".to_string())
        .spawn(move || {
            let mut out = Out { send: send.clone(), buffer: Vec::new() };
            let written = work(&scope, &mut out).and_then(|_| Ok(out.flush()?));
            if let Err(error) = written {
                let _ = send.send(Err(error.to_string()));
            }
        })
        .map_err(|e| Error::Storage(e.into()))?;
    reply.body = Body::Stream(Box::new(In { receive, piece: Vec::new(), at: 0 }));
    Ok(reply)
}

struct Out {
    send: SyncSender<Piece>,
    buffer: Vec<u8>,
}

impl Out {
    fn hand_over(&mut self) -> std::io::Result<()> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let piece = std::mem::take(&mut self.buffer);
        // Whoever went away while the file was being made needs no more of it.
        self.send.send(Ok(piece)).map_err(|_| std::io::ErrorKind::BrokenPipe.into())
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= 1 << 16 {
            self.hand_over()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.hand_over()
    }
}

struct In {
    receive: Receiver<Piece>,
    piece: Vec<u8>,
    at: usize,
}

impl Read for In {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while self.at >= self.piece.len() {
            match self.receive.recv() {
                Ok(Ok(piece)) => (self.piece, self.at) = (piece, 0),
                // The connection breaks: half a file must not look like a whole one.
                Ok(Err(problem)) => return Err(std::io::Error::other(problem)),
                Err(_) => return Ok(0),
            }
        }
        let rest = self.piece.get(self.at..).unwrap_or_default();
        let count = rest.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        self.at += count;
        Ok(count)
    }
}
