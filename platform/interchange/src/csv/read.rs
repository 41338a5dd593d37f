//! Reading CSV as a stream: encodings, the byte-order mark, separators, quotes and embedded line ends.
//!
//! Memory holds one record at a time. A quotation mark that is never closed spoils its own line only: reading goes on
//! with the next one.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use encoding_rs::{Decoder, Encoding};
use talang_catalogue::Fault;
use talang_engine::{Error, Result};

/// Separators that a file may use.
pub const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// A record may be so long, in bytes; a longer one has lost a quotation mark.
const LONGEST: usize = 1 << 20;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// The cells of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cells {
    text: String,
    ends: Vec<u32>,
}

impl Cells {
    /// How many.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Length of all of them together, in bytes.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// One of them; empty beyond the last.
    pub fn get(&self, index: usize) -> &str {
        let Some(end) = self.ends.get(index) else { return "" };
        let start = index.checked_sub(1).and_then(|i| self.ends.get(i)).copied().unwrap_or_default();
        self.text.get(start as usize..*end as usize).unwrap_or_default()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|i| self.get(i))
    }

    /// Whether every cell is blank: such a line says nothing.
    fn blank(&self) -> bool {
        self.text.bytes().all(|b| b == b' ' || b == b'\t')
    }
}

impl<'a> FromIterator<&'a str> for Cells {
    fn from_iter<T: IntoIterator<Item = &'a str>>(cells: T) -> Cells {
        let mut out = Cells::default();
        for cell in cells {
            out.text.push_str(cell);
            out.ends.push(u32::try_from(out.text.len()).unwrap_or(u32::MAX));
        }
        out
    }
}

/// A record, or a line that is none.
#[derive(Debug)]
pub struct Row {
    /// Number of its first line in the file; the header is line 1.
    pub line: u64,
    /// Its cells; of a line that is none, the line as one cell.
    pub cells: Cells,
    /// What is wrong with it (`line.quote`).
    pub fault: Option<Fault>,
}

/// See the module.
pub struct Reader {
    input: Box<dyn BufRead + Send>,
    separator: u8,
    line: u64,
    raw: Vec<u8>,
    text: Vec<u8>,
    /// Lines that were read in vain for a closing quotation mark and are read again.
    again: Vec<u8>,
    again_at: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Start,
    Plain,
    Quoted,
    AfterQuote,
}

impl Reader {
    /// Opens a file. The encoding is one that [`encoding`] knows.
    ///
    /// # Errors
    /// `storage.failed` when the file cannot be read.
    pub fn open(path: &Path, encoding: &'static Encoding, separator: u8) -> Result<Reader> {
        Ok(Reader::new(decoded(path, encoding).map_err(failed)?, separator))
    }

    /// Reads UTF-8 from anywhere.
    pub fn new(input: Box<dyn BufRead + Send>, separator: u8) -> Reader {
        Reader {
            input,
            separator,
            line: 1,
            raw: Vec::new(),
            text: Vec::new(),
            again: Vec::new(),
            again_at: 0,
        }
    }

    /// One line with its end into `raw`; false at the end of the file.
    fn fill(&mut self) -> io::Result<bool> {
        if self.again_at < self.again.len() {
            let rest = self.again.get(self.again_at..).unwrap_or_default();
            let end = rest.iter().position(|b| *b == b'\n').map_or(rest.len(), |i| i + 1);
            self.raw.extend_from_slice(rest.get(..end).unwrap_or_default());
            self.again_at += end;
            if self.again_at >= self.again.len() {
                self.again.clear();
                self.again_at = 0;
                // The last piece may lack its end because reading stopped at the limit.
                if self.raw.last() != Some(&b'\n') {
                    self.input.read_until(b'\n', &mut self.raw)?;
                }
            }
            return Ok(true);
        }
        // A line without an end must not fill the memory.
        let limit = u64::try_from(LONGEST).unwrap_or(u64::MAX);
        Ok((&mut self.input).take(limit).read_until(b'\n', &mut self.raw)? > 0)
    }

    /// The next record; lines without any text are passed over.
    ///
    /// # Errors
    /// `file.encoding` where the file is not what it says, `storage.failed`.
    pub fn next_row(&mut self) -> Result<Option<Row>> {
        loop {
            let Some(row) = self.record()? else { return Ok(None) };
            if !row.cells.blank() || row.fault.is_some() {
                return Ok(Some(row));
            }
        }
    }

    fn record(&mut self) -> Result<Option<Row>> {
        let line = self.line;
        self.raw.clear();
        self.text.clear();
        let mut ends: Vec<u32> = Vec::new();
        let (mut state, mut at, mut lines, mut first_line) = (State::Start, 0, 0u64, 0);
        let mut spoilt = false;
        loop {
            let more = spoilt || self.fill().map_err(|e| encoding_or_storage(e, line))?;
            if !more && lines == 0 {
                return Ok(None);
            }
            if more && !spoilt {
                lines += 1;
            }
            if !more || spoilt || (state == State::Quoted && self.raw.len() > LONGEST) {
                // The mark opened in the first line is never closed: that line is lost, the others are read again.
                let rest = self.raw.split_off(first_line);
                let kept = self.again.split_off(self.again_at.min(self.again.len()));
                self.again = rest;
                self.again.extend_from_slice(&kept);
                self.again_at = 0;
                self.line = line + 1;
                let text = String::from_utf8_lossy(&self.raw).trim_end_matches(['\r', '\n']).to_string();
                let cells = [text.as_str()].into_iter().collect();
                return Ok(Some(Row { line, cells, fault: Some(Fault::new("line.quote")) }));
            }
            if lines == 1 {
                first_line = self.raw.len();
            }
            while let Some(byte) = self.raw.get(at).copied() {
                at += 1;
                match (state, byte) {
                    (State::Quoted, b'"') => state = State::AfterQuote,
                    (State::Quoted, other) => self.text.push(other),
                    (State::AfterQuote, b'"') => {
                        self.text.push(b'"');
                        state = State::Quoted;
                    }
                    (State::Start, b'"') => state = State::Quoted,
                    (_, b'\n') => {}
                    (_, b'\r') if matches!(self.raw.get(at), Some(b'\n') | None) => {}
                    (_, other) if other == self.separator => {
                        ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
                        state = State::Start;
                    }
                    // Text right after a closing mark lines further down: the mark belonged to another cell.
                    (State::AfterQuote, _) if lines > 1 => {
                        spoilt = true;
                        break;
                    }
                    (_, other) => {
                        self.text.push(other);
                        state = State::Plain;
                    }
                }
            }
            if state != State::Quoted && !spoilt {
                break;
            }
        }
        ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.line += lines;
        let text = std::str::from_utf8(&self.text).map_err(|_| bad_encoding(line, 0))?.to_string();
        Ok(Some(Row { line, cells: Cells { text, ends }, fault: None }))
    }
}

fn bad_encoding(line: u64, position: u64) -> Error {
    Fault::new("file.encoding").with("line", line).with("position", position).into()
}

fn encoding_or_storage(error: io::Error, line: u64) -> Error {
    if error.kind() == io::ErrorKind::InvalidData { bad_encoding(line, 0) } else { failed(error) }
}

/// A failure of the disk.
pub(crate) fn failed(error: io::Error) -> Error {
    Error::Storage(error.into())
}

/// The encodings that adapted formats may name.
pub fn encoding(name: &str) -> Option<&'static Encoding> {
    match name.to_ascii_lowercase().as_str() {
        "utf-8" => Some(encoding_rs::UTF_8),
        "utf-16" => Some(encoding_rs::UTF_16LE),
        "windows-1252" => Some(encoding_rs::WINDOWS_1252),
        "iso-8859-15" => Some(encoding_rs::ISO_8859_15),
        _ => None,
    }
}

/// A file as UTF-8 without byte-order mark.
fn decoded(path: &Path, encoding: &'static Encoding) -> io::Result<Box<dyn BufRead + Send>> {
    let mut file = BufReader::with_capacity(1 << 18, File::open(path)?);
    if encoding == encoding_rs::UTF_8 {
        if file.fill_buf()?.starts_with(BOM) {
            file.consume(BOM.len());
        }
        return Ok(Box::new(file));
    }
    // The byte-order mark decides between the two kinds of UTF-16.
    let decoder = encoding.new_decoder_with_bom_removal();
    let big = encoding == encoding_rs::UTF_16LE && file.fill_buf()?.starts_with(b"\xfe\xff");
    let decoder = if big { encoding_rs::UTF_16BE.new_decoder_with_bom_removal() } else { decoder };
    Ok(Box::new(BufReader::with_capacity(
        1 << 18,
        Transcoded { file, decoder, ready: Vec::new(), at: 0, ended: false },
    )))
}

struct Transcoded {
    file: BufReader<File>,
    decoder: Decoder,
    ready: Vec<u8>,
    at: usize,
    ended: bool,
}

impl Read for Transcoded {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.at >= self.ready.len() {
            if self.ended {
                return Ok(0);
            }
            let input = self.file.fill_buf()?;
            self.ended = input.is_empty();
            let size = self.decoder.max_utf8_buffer_length(input.len()).unwrap_or(input.len() * 4 + 16);
            self.ready.resize(size, 0);
            let (_, read, written, bad) = self.decoder.decode_to_utf8(input, &mut self.ready, self.ended);
            if bad {
                return Err(io::Error::from(io::ErrorKind::InvalidData));
            }
            self.ready.truncate(written);
            self.at = 0;
            self.file.consume(read);
        }
        let rest = self.ready.get(self.at..).unwrap_or_default();
        let count = rest.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        self.at += count;
        Ok(count)
    }
}

/// What a first look at a file finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Line ends: at least as many lines, and at most one more.
    pub lines: u64,
    /// Whether it begins with a byte-order mark.
    pub bom: bool,
}

/// Looks through a whole file before anything of it is used: a wrong encoding refuses all of it.
///
/// # Errors
/// `file.encoding` with line and byte (from 1) where UTF-8 breaks, `storage.failed`.
pub fn scan(path: &Path, encoding: &'static Encoding) -> Result<Scan> {
    if encoding != encoding_rs::UTF_8 {
        let mut reader = decoded(path, encoding).map_err(failed)?;
        let mut scan = Scan::default();
        loop {
            let buffer = reader.fill_buf().map_err(|e| encoding_or_storage(e, scan.lines + 1))?;
            if buffer.is_empty() {
                return Ok(scan);
            }
            scan.lines += count_lines(buffer);
            let size = buffer.len();
            reader.consume(size);
        }
    }
    let mut file = File::open(path).map_err(failed)?;
    let mut buffer = vec![0; 1 << 20];
    let (mut kept, mut before, mut scan) = (0, 0u64, Scan::default());
    loop {
        let read = file.read(buffer.get_mut(kept..).unwrap_or_default()).map_err(failed)?;
        let filled = buffer.get(..kept + read).unwrap_or_default();
        if before == 0 && filled.starts_with(BOM) {
            scan.bom = true;
        }
        let good = match std::str::from_utf8(filled) {
            Ok(_) => filled.len(),
            // A character cut in two by the end of the buffer goes on with the next.
            Err(e) if e.error_len().is_none() && read > 0 => e.valid_up_to(),
            Err(e) => {
                let good = filled.get(..e.valid_up_to()).unwrap_or_default();
                let position = before + u64::try_from(good.len()).unwrap_or_default() + 1;
                return Err(bad_encoding(scan.lines + count_lines(good) + 1, position));
            }
        };
        scan.lines += count_lines(filled.get(..good).unwrap_or_default());
        if read == 0 {
            return Ok(scan);
        }
        let size = filled.len();
        before += u64::try_from(good).unwrap_or_default();
        buffer.copy_within(good..size, 0);
        kept = size - good;
    }
}

fn count_lines(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.iter().filter(|b| **b == b'\n').count()).unwrap_or_default()
}

/// The separator of a file, found from its header: the one that makes the most columns; the culture's among equals.
///
/// # Errors
/// `file.header` when there is no text at all, `storage.failed`.
pub fn separator(path: &Path, encoding: &'static Encoding, usual: char) -> Result<u8> {
    let usual = u8::try_from(usual).unwrap_or(b',');
    let mut text = Vec::new();
    let input = decoded(path, encoding).map_err(failed)?;
    input.take(LONGEST as u64).read_to_end(&mut text).map_err(|e| encoding_or_storage(e, 1))?;
    let mut counts = [0usize; 4];
    let (mut quoted, mut any) = (false, false);
    for byte in text {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted && any => break,
            _ if quoted => {}
            other => {
                any |= !other.is_ascii_whitespace();
                if let Some(i) = SEPARATORS.iter().position(|s| *s == other)
                    && let Some(count) = counts.get_mut(i)
                {
                    *count += 1;
                }
            }
        }
        any |= quoted;
    }
    if !any {
        return Err(Fault::new("file.header").into());
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    let fits = |s: &u8| SEPARATORS.iter().zip(&counts).any(|(c, n)| c == s && *n == most);
    Ok([usual].into_iter().chain(SEPARATORS).find(|s| fits(s)).unwrap_or(usual))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, separator: u8) -> Vec<(u64, Vec<String>, bool)> {
        let mut reader = Reader::new(Box::new(io::Cursor::new(text.as_bytes().to_vec())), separator);
        let mut out = Vec::new();
        while let Some(row) = reader.next_row().unwrap() {
            out.push((row.line, row.cells.iter().map(str::to_string).collect(), row.fault.is_some()));
        }
        out
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>, bool) {
        (line, cells.iter().map(|c| c.to_string()).collect(), false)
    }

    #[test]
    fn quotes_line_ends_and_empty_lines() {
        // I2
        let text = "a;b;c\r\n1;\"x;\"\"y\"\"\r\nz\";\r\n\r\n;;\n  2 ;5\" pipe;\"q\"r";
        let expected = [
            row(1, &["a", "b", "c"]),
            row(2, &["1", "x;\"y\"\r\nz", ""]),
            row(6, &["  2 ", "5\" pipe", "qr"]),
        ];
        assert_eq!(rows(text, b';'), expected);
    }

    #[test]
    fn an_open_quotation_mark_spoils_its_own_line_only() {
        // I2
        let text = "a,b\n1,\"oops\n2,fine\n3,\"also\nfine";
        let found = rows(text, b',');
        assert_eq!(
            found.iter().map(|(l, _, bad)| (*l, *bad)).collect::<Vec<_>>(),
            [(1, false), (2, true), (3, false), (4, true), (5, false)]
        );
        let closed = rows("a,b\n1,\"oops\n2,fine\n3,\"closed\"\n4,x", b',');
        assert_eq!(closed.last(), Some(&row(5, &["4", "x"])));
    }

    fn file(name: &str, bytes: &[u8]) -> std::path::PathBuf {
        let path = std::env::temp_dir().join(format!("talang-read-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        path
    }

    #[test]
    fn a_broken_encoding_is_found_at_its_place() {
        // I2
        let mut bytes = b"\xef\xbb\xbfname\n".to_vec();
        bytes.extend("é".repeat(600_000).as_bytes());
        bytes.extend(b"\nx\xe9y\n");
        let path = file("broken.csv", &bytes);
        let Err(Error::Faults(faults)) = scan(&path, encoding_rs::UTF_8) else { panic!("not refused") };
        assert_eq!((faults[0].code, faults[0].arg("line")), ("file.encoding", Some("3")));
        assert_eq!(faults[0].arg("position"), Some("1200011"));
        let good = file("good.csv", &bytes[..1_200_008]);
        assert_eq!(scan(&good, encoding_rs::UTF_8).unwrap(), Scan { lines: 1, bom: true });
        for path in [path, good] {
            std::fs::remove_file(path).unwrap();
        }
    }

    #[test]
    fn the_separator_is_found_from_the_header() {
        // I4
        let cases = [
            ("a;b,c;d\n1", b';'),
            ("a,b;c\n", b','),
            ("\"x;y;z\",b\n", b','),
            ("a\tb\n", b'\t'),
            ("a|b\n", b'|'),
            ("a\n1;2", b','),
        ];
        for (text, expected) in cases {
            let path = file("separator.csv", text.as_bytes());
            assert_eq!(separator(&path, encoding_rs::UTF_8, ',').unwrap(), expected, "{text:?}");
            std::fs::remove_file(path).unwrap();
        }
    }

    #[test]
    fn other_encodings_are_read() {
        // I2: adapted formats
        let wide: Vec<u8> = "\u{feff}né;1\n€;2\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, name) in [
            (&b"n\xe9;1\n\x80;2\n"[..], "windows-1252"),
            (b"n\xe9;1\n\xa4;2\n", "iso-8859-15"),
            (&wide, "utf-16"),
        ] {
            let path = file(name, bytes);
            let mut reader = Reader::open(&path, encoding(name).unwrap(), b';').unwrap();
            assert_eq!(reader.next_row().unwrap().unwrap().cells.get(0), "né", "{name}");
            assert_eq!(reader.next_row().unwrap().unwrap().cells.get(0), "€", "{name}");
            std::fs::remove_file(path).unwrap();
        }
    }
}
