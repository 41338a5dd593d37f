//! Exports of lists: the CSV of what a list shows, made while it is sent.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use talang_catalogue::Fault;
use talang_engine::{AsOf, Error, Filter, Query, Result};
use talang_http::{Body, Call, Reply};
use talang_interchange::csv;

/// Pieces on their way between the thread that makes the file and the one that sends it.
const PIECES: usize = 4;

type Piece = std::result::Result<Vec<u8>, String>;

/// `GET /export/{object}` with `filter`, `q`, `sort`, `columns`, `slices=all` and `asOf` as lists have them.
pub(super) fn export(call: &Call) -> Result<Reply> {
    let path = call.param("object");
    let columns: Vec<String> = call
        .request
        .query("columns")
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
        .filter(|c| !c.is_empty())
        .map(str::to_string)
        .collect();
    let (object, query) = call.scope.view(|v| {
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
        let query = Query { filter, search, sort, as_of, ..Query::default() };
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
        Ok((object, query))
    })?;
    let name = object.def.name;
    let (send, receive) = sync_channel::<Piece>(PIECES);
    let scope = call.scope.clone();
    std::thread::Builder::new()
        .name("export".to_string())
        .spawn(move || {
            let mut out = Out { send: send.clone(), buffer: Vec::new() };
            if let Err(error) = csv::export(&scope, name, &query, &columns, scope.culture, &mut out) {
                let _ = send.send(Err(error.to_string()));
            }
        })
        .map_err(|e| Error::Storage(e.into()))?;
    let culture = call.scope.culture;
    let file = csv::FileName::of(&object, csv::ImportMode::InsertAndUpdate, culture, 10);
    let mut reply = Reply::status(200).with("content-type", "text/csv; charset=utf-8").attachment(&file);
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
