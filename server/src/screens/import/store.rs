//! Files on their way: what was uploaded waits in the tenant's work folder until it is imported, for a day at most.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use talang_catalogue::Fault;
use talang_engine::{Actor, Error, Result, Scope};
use talang_http::multipart::boundary;

/// How long uploads are kept.
const KEPT: Duration = Duration::from_secs(24 * 3600);
/// Most files at once.
const MOST: usize = 50;
const META: &str = "upload.json";

/// How a file is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Choice {
    /// Nothing: by its name or its header; `adapted:<code>`, or `object:<import type>`.
    pub format: String,
    /// Mode, for `object:`.
    pub mode: String,
    /// Culture, for `object:`.
    pub culture: String,
}

/// One uploaded file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Uploaded {
    /// Name that it had.
    pub name: String,
    /// How it is to be read.
    pub choice: Choice,
}

impl Uploaded {
    /// Name and adapted format under which the import knows the file. A type that was chosen by hand becomes a name that
    /// says so, with the old name behind.
    pub fn taken_as(&self) -> (String, Option<String>) {
        if let Some(code) = self.choice.format.strip_prefix("adapted:") {
            return (self.name.clone(), Some(code.to_string()));
        }
        let Some(object) = self.choice.format.strip_prefix("object:") else {
            return (self.name.clone(), None);
        };
        let stem = self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem);
        let mode = if self.choice.mode == "InsertOnly" { "InsertOnly" } else { "InsertAndUpdate" };
        let culture = self.choice.culture.as_str();
        (format!("{object}_{mode}_{culture}_10_{stem}.csv"), None)
    }
}

/// What was uploaded together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Batch {
    /// Account that sent it; nobody else sees it.
    user: Option<i64>,
    /// The files, in the order in which they are imported.
    pub files: Vec<Uploaded>,
}

fn failed(error: std::io::Error) -> Error {
    Error::Storage(error.into())
}

fn missing() -> Error {
    Fault::new("record.not_found").with("object", "").into()
}

fn user(scope: &Scope) -> Option<i64> {
    match &scope.actor {
        Actor::User { id, .. } => Some(*id),
        Actor::System => None,
    }
}

fn root(scope: &Scope) -> Result<PathBuf> {
    Ok(scope.tenant().db().attachments().work_folder()?.join("uploads"))
}

fn folder(scope: &Scope, token: &str) -> Result<PathBuf> {
    if token.len() != 32 || !token.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(missing());
    }
    Ok(root(scope)?.join(token))
}

/// The upload of that token.
///
/// # Errors
/// `record.not_found` when there is none, or it is somebody else's.
pub(super) fn open(scope: &Scope, token: &str) -> Result<Batch> {
    let text = fs::read(folder(scope, token)?.join(META)).map_err(|_| missing())?;
    let batch: Batch = serde_json::from_slice(&text).map_err(|_| missing())?;
    if batch.user != user(scope) {
        return Err(missing());
    }
    Ok(batch)
}

/// Where a file of an upload is.
pub(super) fn path(scope: &Scope, token: &str, at: usize) -> Result<PathBuf> {
    Ok(folder(scope, token)?.join(format!("{at}.csv")))
}

/// Keeps what was chosen.
pub(super) fn keep(scope: &Scope, token: &str, batch: &Batch) -> Result<()> {
    let json = serde_json::to_vec(batch).map_err(|_| Error::from(Fault::new("internal")))?;
    let folder = folder(scope, token)?;
    let part = folder.join("upload.part");
    fs::write(&part, json).map_err(failed)?;
    fs::rename(part, folder.join(META)).map_err(failed)
}

/// Takes the files out of a multipart body and keeps them; the answer is the token of the upload.
///
/// # Errors
/// `request.media_type` for another kind of body, `file.empty` when no file is in it.
pub(super) fn receive(scope: &Scope, body: &Path, content_type: &str) -> Result<String> {
    let boundary = boundary(content_type).ok_or_else(|| {
        Error::from(Fault::new("request.media_type").with("expected", "multipart/form-data"))
    })?;
    sweep(scope);
    let mut unique = [0u8; 16];
    getrandom::fill(&mut unique).map_err(|_| Error::from(Fault::new("internal")))?;
    let token: String = unique.iter().map(|b| format!("{b:02x}")).collect();
    let folder = folder(scope, &token)?;
    fs::create_dir_all(&folder).map_err(failed)?;
    let input = BufReader::with_capacity(1 << 20, File::open(body).map_err(failed)?);
    let names = split(input, boundary, &folder).map_err(failed)?;
    if names.is_empty() {
        let _ = fs::remove_dir_all(&folder);
        return Err(Fault::new("file.empty").into());
    }
    let mut files: Vec<(usize, Uploaded)> =
        names.into_iter().map(|name| Uploaded { name, choice: Choice::default() }).enumerate().collect();
    // Files run by the number in their names (I4); those that say none come after the others.
    files.sort_by_key(|(at, f)| {
        (talang_interchange::csv::FileName::parse(&f.name).map_or(i64::MAX, |n| n.order), *at)
    });
    for (place, (at, _)) in files.iter().enumerate() {
        fs::rename(folder.join(format!("{at}.part")), folder.join(format!("{place}.csv"))).map_err(failed)?;
    }
    let batch = Batch { user: user(scope), files: files.into_iter().map(|(_, f)| f).collect() };
    keep(scope, &token, &batch)?;
    Ok(token)
}

/// Writes the files of a multipart body into a folder, as `0.part`, `1.part` …; their names, without folders.
///
/// # Errors
/// `request.media_type` for another kind of body.
pub(in crate::screens) fn parts_of(body: &Path, content_type: &str, folder: &Path) -> Result<Vec<String>> {
    let boundary = boundary(content_type).ok_or_else(|| {
        Error::from(Fault::new("request.media_type").with("expected", "multipart/form-data"))
    })?;
    let input = BufReader::with_capacity(1 << 20, File::open(body).map_err(failed)?);
    split(input, boundary, folder).map_err(failed)
}

/// Removes uploads that nobody came back for.
fn sweep(scope: &Scope) {
    let Ok(root) = root(scope) else { return };
    for entry in fs::read_dir(root).into_iter().flatten().flatten() {
        let modified = entry.metadata().and_then(|m| m.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
        if modified.elapsed().is_ok_and(|age| age > KEPT) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Writes the files of a body as `0.part`, `1.part` …; returns their names. The body is read once, a piece at a time.
fn split(mut input: impl BufRead, boundary: &str, folder: &Path) -> std::io::Result<Vec<String>> {
    let mark = format!("--{boundary}").into_bytes();
    let mut names: Vec<String> = Vec::new();
    let mut out: Option<File> = None;
    // In the head of a part, whose lines end with an empty one.
    let mut head = false;
    let mut name: Option<String> = None;
    let mut line_start = true;
    // The end of the line before: it belongs to the boundary when that follows.
    let mut held: Vec<u8> = Vec::new();
    let mut piece = Vec::new();
    loop {
        piece.clear();
        if input.by_ref().take(1 << 20).read_until(b'\n', &mut piece)? == 0 {
            return Ok(names);
        }
        let whole_line = line_start;
        line_start = piece.ends_with(b"\n");
        if whole_line && piece.starts_with(&mark) {
            held.clear();
            if let Some(file) = out.take() {
                file.sync_all()?;
            }
            if piece.get(mark.len()..).is_some_and(|rest| rest.starts_with(b"--")) {
                return Ok(names);
            }
            (head, name) = (true, None);
            continue;
        }
        if head {
            let text = String::from_utf8_lossy(&piece);
            let text = text.trim_end();
            if text.is_empty() {
                head = false;
                if let Some(name) = name.take().filter(|n| !n.is_empty() && names.len() < MOST) {
                    out = Some(File::create(folder.join(format!("{}.part", names.len())))?);
                    names.push(name);
                }
            } else if text.to_ascii_lowercase().starts_with("content-disposition:") {
                name = file_name(text);
            }
            continue;
        }
        if let Some(file) = &mut out {
            file.write_all(&held)?;
            held.clear();
            let end = if piece.ends_with(b"\r\n") { 2 } else { usize::from(piece.ends_with(b"\n")) };
            let (text, tail) = piece.split_at(piece.len() - end);
            file.write_all(text)?;
            held.extend_from_slice(tail);
        }
    }
}

/// The name of a file in a `Content-Disposition` line, without folders.
fn file_name(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("filename=\"")?;
    let name = rest.split('"').next()?;
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    Some(name.chars().filter(|c| !c.is_control()).take(200).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_out_of_a_body_byte_for_byte() {
        // I2
        let folder = std::env::temp_dir().join(format!("talang-multipart-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let body = "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--x\r\n\
            Content-Disposition: form-data; name=\"file\"; filename=\"C:\\in\\a.csv\"\r\nContent-Type: text/csv\r\n\r\n\
            one;two\r\n\r\n--not\r\n\n\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.csv\"\r\n\r\n\r\n--x--\r\n";
        let names = split(std::io::Cursor::new(body), "x", &folder).unwrap();
        assert_eq!(names, ["a.csv", "b.csv"]);
        assert_eq!(fs::read_to_string(folder.join("0.part")).unwrap(), "one;two\r\n\r\n--not\r\n\n");
        assert_eq!(fs::read_to_string(folder.join("1.part")).unwrap(), "");
        fs::remove_dir_all(&folder).unwrap();
    }
}
