//! Forms with files: bodies of `multipart/form-data` (RFC 7578).

use std::path::Path;

use memchr::memmem;
use talang_catalogue::Fault;
use talang_engine::Result;

use crate::request::Request;

/// A part of a form: a field, or a file where it has a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// Name of the field.
    pub name: &'a str,
    /// Name of the file as the sender's machine had it, without folders; none for plain fields.
    pub file_name: Option<&'a str>,
    /// Content.
    pub content: &'a [u8],
}

impl Part<'_> {
    /// A plain field's text without blanks around it; what is not UTF-8 is replaced.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(self.content).trim().to_string()
    }
}

/// The boundary that a header `Content-Type: multipart/form-data` names; none for other kinds (RFC 2046 § 5.1.1).
pub fn boundary(header: &str) -> Option<&str> {
    let (kind, rest) = header.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let found = rest.split(';').find_map(|p| {
        let (name, value) = p.split_once('=')?;
        name.trim().eq_ignore_ascii_case("boundary").then(|| value.trim().trim_matches('"'))
    });
    found.filter(|b| !b.is_empty() && b.len() <= 70)
}

/// The parts of a body, in their order. What is not closed by its boundary is not a part: a body that was cut off loses
/// its last one.
pub fn parts<'a>(body: &'a [u8], boundary: &str) -> Vec<Part<'a>> {
    let mut out = Vec::new();
    let open = format!("--{boundary}");
    let close = format!("\r\n--{boundary}");
    let close = memmem::Finder::new(close.as_bytes());
    let Some(begin) = memmem::find(body, open.as_bytes()) else { return out };
    let mut rest = body.get(begin + open.len()..).unwrap_or_default();
    while let Some(inside) = rest.strip_prefix(b"\r\n") {
        let Some(head_end) = memmem::find(inside, b"\r\n\r\n") else { break };
        let (head, content) = inside.split_at(head_end);
        let content = content.get(4..).unwrap_or_default();
        let Some(end) = close.find(content) else { break };
        if let Some((name, file_name)) = std::str::from_utf8(head).ok().and_then(names) {
            out.push(Part { name, file_name, content: content.get(..end).unwrap_or_default() });
        }
        rest = content.get(end + close.needle().len()..).unwrap_or_default();
    }
    out
}

/// Name and file name in the head of a part.
fn names(head: &str) -> Option<(&str, Option<&str>)> {
    let line = head
        .lines()
        .find(|l| l.get(..20).is_some_and(|start| start.eq_ignore_ascii_case("content-disposition:")))?;
    let attribute = |key: &str| {
        let (_, after) = line.split_once(key)?;
        after.split('"').next()
    };
    let file = attribute("; filename=\"").map(|name| name.rsplit(['/', '\\']).next().unwrap_or(name));
    Some((attribute("; name=\"")?, file))
}

/// Reads the body of an upload route and gives its parts to `work`.
///
/// # Errors
/// `request.media_type` for another kind of body, `request.too_large` beyond `most` bytes, and those of `work`.
pub fn with_parts<R>(request: &Request, most: u64, work: impl FnOnce(&[Part<'_>]) -> Result<R>) -> Result<R> {
    let expected = || Fault::new("request.media_type").with("expected", "multipart/form-data");
    let body: &Path = request.upload.as_deref().ok_or_else(expected)?;
    let boundary = request.header("content-type").and_then(boundary).ok_or_else(expected)?;
    if std::fs::metadata(body)?.len() > most {
        let megabytes = (most >> 20).to_string();
        return Err(Fault::new("request.too_large").with("max", format!("{megabytes} MB")).into());
    }
    let bytes = std::fs::read(body)?;
    work(&parts(&bytes, boundary))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_out_byte_for_byte() {
        let body = b"--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello \r\n--x\r\n\
            content-disposition: form-data; name=\"file\"; filename=\"C:\\in\\a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n\
            \x00\r\n-x\xff\r\n--x--\r\n";
        let found = parts(body, "x");
        let [note, file] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((note.name, note.file_name, note.text().as_str()), ("note", None, "hello"));
        assert_eq!(
            (file.name, file.file_name, file.content),
            ("file", Some("a.pdf"), b"\x00\r\n-x\xff".as_slice())
        );
        // What was cut off is not there, whatever the place.
        for end in 0..body.len() {
            let some = parts(body.get(..end).unwrap(), "x");
            assert!(some.len() <= 2 && some.iter().zip(&found).all(|(a, b)| a == b), "{end}");
        }
        assert_eq!(boundary("multipart/form-data; boundary=\"a b\""), Some("a b"));
        assert_eq!(boundary("multipart/form-data;charset=utf-8; Boundary=q"), Some("q"));
        assert_eq!(boundary("text/plain; boundary=x"), None);
    }
}
