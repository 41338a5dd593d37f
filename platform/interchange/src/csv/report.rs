//! What came of an import: counts, the first faults of each code, and two files: one line per line, and the rejected
//! lines to be corrected and imported again.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;
use serde::{Deserialize, Serialize};
use talang_catalogue::{Fault, Object};
use talang_engine::{Outcome, Result, Scope};

use super::read::{Cells, failed};
use super::write::{Writer, protect, separator};

/// Faults told in full per code.
const TOLD: usize = 10;

/// Name of the file with one line per line.
pub const RESULT: &str = "result.csv";
/// Name of the file with the rejected lines.
pub const RETRY: &str = "retry.csv";

/// How many lines came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Lines of the object; with adapted formats, as they came out.
    pub lines: u64,
    /// Records made.
    pub created: u64,
    /// Records changed.
    pub updated: u64,
    /// Records that were as their line says (I7).
    pub unchanged: u64,
    /// Lines refused.
    pub rejected: u64,
}

impl Counts {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Counts) -> Counts {
        Counts {
            lines: self.lines + other.lines,
            created: self.created + other.created,
            updated: self.updated + other.updated,
            unchanged: self.unchanged + other.unchanged,
            rejected: self.rejected + other.rejected,
        }
    }
}

/// One thing that is wrong with one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineFault {
    /// Line of the file; the header is line 1.
    pub line: u64,
    /// Column, as the file calls it; empty where the whole line is meant.
    pub column: String,
    /// Stable code.
    pub code: String,
    /// Sentence in the user's language.
    pub message: String,
}

/// Faults of one code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultGroup {
    /// Stable code.
    pub code: String,
    /// How many in all.
    pub count: u64,
    /// The first of them.
    pub first: Vec<LineFault>,
}

/// Lines of one object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Import type.
    pub object: String,
    /// What came of them.
    pub counts: Counts,
}

/// What came of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// Name of the file.
    pub file: String,
    /// Code of the adapted format that read it.
    pub adapted: Option<String>,
    /// Nothing was written.
    pub dry_run: bool,
    /// In all.
    pub counts: Counts,
    /// Per object; one for files in our own formats.
    pub parts: Vec<Part>,
    /// What is wrong, by code, most frequent first.
    pub faults: Vec<FaultGroup>,
    /// File with `line;outcome;column;code;message;object`. Lines that waited for a record further down stand after
    /// the others.
    pub result_file: PathBuf,
    /// File with the rejected lines under the same header; none when nothing was rejected.
    pub retry_file: Option<PathBuf>,
    /// How long it took, in milliseconds.
    pub millis: u64,
}

/// How far the two files are; kept with each batch, so that a killed import goes on where it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Lengths {
    result: u64,
    retry: u64,
}

/// Writes the two files and counts.
pub(crate) struct Sink<'a> {
    scope: &'a Scope,
    result: File,
    line: Writer,
    retry_path: PathBuf,
    retry: Option<File>,
    retry_line: Writer,
    encoding: &'static Encoding,
    bom: bool,
    header: Cells,
    last_retried: u64,
    pub faults: Vec<FaultGroup>,
    lengths: Lengths,
}

/// How rejected lines are written back.
pub(crate) struct Shape {
    pub separator: u8,
    pub encoding: &'static Encoding,
    pub bom: bool,
    pub header: Cells,
}

impl<'a> Sink<'a> {
    pub(crate) fn open(
        scope: &'a Scope,
        folder: &Path,
        shape: Shape,
        lengths: Lengths,
        faults: Vec<FaultGroup>,
    ) -> Result<Sink<'a>> {
        let result = reopen(&folder.join(RESULT), lengths.result)?;
        let retry_path = folder.join(RETRY);
        let retry = if lengths.retry > 0 { Some(reopen(&retry_path, lengths.retry)?) } else { None };
        if lengths.retry == 0 && retry_path.exists() {
            std::fs::remove_file(&retry_path).map_err(failed)?;
        }
        let mut line = Writer::new(separator(scope.culture));
        if lengths.result == 0 {
            line.bom();
            line.line(["line", "outcome", "column", "code", "message", "object"]);
        }
        let retry_line = Writer::new(shape.separator);
        let Shape { encoding, bom, header, .. } = shape;
        Ok(Sink {
            scope,
            result,
            line,
            retry_path,
            retry,
            retry_line,
            encoding,
            bom,
            header,
            last_retried: 0,
            faults,
            lengths,
        })
    }

    /// Notes a line that went through.
    pub(crate) fn passed(&mut self, line: u64, outcome: Outcome, object: &Object) {
        let word = match outcome {
            Outcome::Created => "created",
            Outcome::Updated => "updated",
            Outcome::Unchanged => "unchanged",
        };
        self.line.line([line.to_string().as_str(), word, "", "", "", object.def.name]);
    }

    /// Notes a refused line.
    pub(crate) fn rejected(
        &mut self,
        line: u64,
        faults: &[(String, Fault)],
        object: &Object,
        foreign: &Cells,
    ) {
        for (column, fault) in faults {
            let message = sentence(self.scope, object, fault, column);
            let number = line.to_string();
            self.line.line([
                &number,
                "rejected",
                &protect(column),
                fault.code,
                &protect(&message),
                object.def.name,
            ]);
            let told = LineFault { line, column: column.clone(), code: fault.code.to_string(), message };
            match self.faults.iter_mut().find(|g| g.code == fault.code) {
                Some(group) => {
                    group.count += 1;
                    if group.first.len() < TOLD {
                        group.first.push(told);
                    }
                }
                None => self.faults.push(FaultGroup { code: told.code.clone(), count: 1, first: vec![told] }),
            }
        }
        // A foreign line that is refused as several objects is repeated once where they follow each other.
        if self.last_retried != line {
            self.last_retried = line;
            // A line that could not be cut into cells is repeated as it is.
            if faults.iter().any(|(_, f)| f.code == "line.quote") {
                self.retry_line.buffer.extend_from_slice(foreign.get(0).as_bytes());
                self.retry_line.end();
            } else {
                self.retry_line.line(foreign.iter());
            }
        }
    }

    /// Brings what was noted to the files; `durable`: to the disk.
    pub(crate) fn flush(&mut self, durable: bool) -> Result<Lengths> {
        if !self.line.buffer.is_empty() {
            self.result.write_all(&self.line.buffer).map_err(failed)?;
            self.lengths.result += u64::try_from(self.line.buffer.len()).unwrap_or_default();
            self.line.buffer.clear();
            if durable {
                self.result.sync_data().map_err(failed)?;
            }
        }
        if !self.retry_line.buffer.is_empty() {
            let lines = std::mem::take(&mut self.retry_line.buffer);
            let begins = self.retry.is_none();
            let file = match &mut self.retry {
                Some(file) => file,
                slot => slot.insert(reopen(&self.retry_path, 0)?),
            };
            let mut bytes = Vec::new();
            if begins {
                self.retry_line.line(self.header.iter());
                let header = std::mem::take(&mut self.retry_line.buffer);
                let mark = if self.encoding == encoding_rs::UTF_16LE { "\u{feff}" } else { "" };
                if self.bom && self.encoding == encoding_rs::UTF_8 {
                    bytes.extend_from_slice(b"\xef\xbb\xbf");
                }
                encode(self.encoding, mark.as_bytes(), &mut bytes);
                encode(self.encoding, &header, &mut bytes);
            }
            encode(self.encoding, &lines, &mut bytes);
            file.write_all(&bytes).map_err(failed)?;
            self.lengths.retry += u64::try_from(bytes.len()).unwrap_or_default();
            if durable {
                file.sync_data().map_err(failed)?;
            }
        }
        Ok(self.lengths)
    }

    /// The file of rejected lines, if there are any.
    pub(crate) fn retry_file(&self) -> Option<PathBuf> {
        self.retry.is_some().then(|| self.retry_path.clone())
    }
}

/// Opens a file to go on writing at that length.
fn reopen(path: &Path, length: u64) -> Result<File> {
    let mut file = OpenOptions::new().create(true).write(true).truncate(false).open(path).map_err(failed)?;
    file.set_len(length).map_err(failed)?;
    std::io::Seek::seek(&mut file, std::io::SeekFrom::End(0)).map_err(failed)?;
    Ok(file)
}

fn encode(encoding: &'static Encoding, utf8: &[u8], out: &mut Vec<u8>) {
    if encoding == encoding_rs::UTF_8 {
        out.extend_from_slice(utf8);
        return;
    }
    let text = String::from_utf8_lossy(utf8);
    if encoding == encoding_rs::UTF_16LE {
        out.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    } else {
        out.extend_from_slice(&encoding.encode(&text).0);
    }
}

/// The sentence of a fault in the scope's language; fields and objects by their labels.
pub(crate) fn sentence(scope: &Scope, object: &Object, fault: &Fault, column: &str) -> String {
    let registry = scope.installation().registry();
    let language = scope.language();
    let field = fault.field.as_deref().and_then(|name| object.field(name));
    let label = field.map_or(column, |f| registry.labels.field(language, object.def.name, &f.def));
    let mut fault = fault.clone();
    for (name, value) in &mut fault.args {
        if *name == "object" {
            *value = registry.labels.object(language, value).to_string();
        }
    }
    registry.messages.fault_text(language, &fault, label)
}
