//! The text of documents that people bring (S2, A11): a CV as PDF, Word, OpenDocument, RTF or plain text, told by its content,
//! never by its name.
//!
//! Nothing here trusts a document. What is read has bounds in size, pages, nesting and unpacked bytes ([`LARGEST`] and its
//! neighbours), and a server reads in a process of its own ([`apart`]) whose memory and time are bound, so that a document that
//! was made to do harm ends that process and nothing else.

pub mod apart;
mod layout;
mod office;
mod pdf;
mod plain;
mod rtf;
mod zip;

use talang_catalogue::Fault;

/// Bytes of a document at most.
pub const LARGEST: usize = 20 << 20;
/// Pages that are read at most.
pub const PAGES: usize = 60;
/// Bytes of text at most; a longer one is cut off there.
pub const LONGEST: usize = 1 << 20;
/// Bytes that the parts of a packed document may have unpacked, together.
pub(crate) const UNPACKED: u64 = 64 << 20;

/// What kind of document it is, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Portable document (ISO 32000).
    Pdf,
    /// Word document (ISO/IEC 29500).
    Docx,
    /// OpenDocument text (ISO/IEC 26300).
    Odt,
    /// Rich text.
    Rtf,
    /// Text without anything.
    Plain,
}

/// The text of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Of what it is the text.
    pub format: Format,
    /// Lines as people read them: columns one after the other, an empty line between paragraphs that stand apart.
    pub text: String,
}

/// The text of a document; in a process of its own where the program was told how to start one ([`apart::use_program`]).
///
/// # Errors
/// `document.unknown`: none of the formats; `document.too_large`; `document.encrypted`; `document.no_text`: pictures only,
/// such as a scan; `document.broken`: it cannot be read, or not within the bounds.
pub fn text(bytes: &[u8]) -> Result<Text, Fault> {
    if bytes.len() > LARGEST {
        return Err(Fault::new("document.too_large").with("max", LARGEST >> 20));
    }
    match apart::program() {
        Some(program) => apart::ask(&program, bytes),
        None => here(bytes),
    }
}

/// The same, in this process.
pub(crate) fn here(bytes: &[u8]) -> Result<Text, Fault> {
    let (format, text) = match format(bytes)? {
        // Interpreters of so large a format have their faults; none of them is to end more than this document's reading.
        Format::Pdf => match std::panic::catch_unwind(|| pdf::text(bytes)) {
            Ok(read) => (Format::Pdf, read?),
            Err(_) => return Err(Fault::new("document.broken")),
        },
        packed @ (Format::Docx | Format::Odt) => (packed, office::text(bytes, packed)?),
        Format::Rtf => (Format::Rtf, rtf::text(bytes)?),
        Format::Plain => (Format::Plain, plain::text(bytes)?),
    };
    let text = tidy(&text);
    if text.chars().filter(|c| c.is_alphanumeric()).count() < 3 {
        return Err(Fault::new("document.no_text"));
    }
    Ok(Text { format, text })
}

/// What kind of document the bytes are.
///
/// # Errors
/// `document.unknown`, and for packed ones `document.broken` or `document.encrypted`.
fn format(bytes: &[u8]) -> Result<Format, Fault> {
    // Some programs put a few bytes before the mark (ISO 32000-2, annex I).
    if bytes.get(..1024.min(bytes.len())).unwrap_or_default().windows(5).any(|w| w == b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return office::format(bytes);
    }
    // What Word encrypts is in a compound file; so is what it wrote before 2007, which is not read.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(name.len()).any(|w| w == name);
        return Err(Fault::new(if encrypted { "document.encrypted" } else { "document.unknown" }));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Ok(Format::Rtf);
    }
    if plain::is_text(bytes) { Ok(Format::Plain) } else { Err(Fault::new("document.unknown")) }
}

/// Lines without blanks at their ends and several within, no more than one empty line, nothing that controls.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(LONGEST));
    let mut empty = 0;
    for line in text.lines() {
        let plain: String =
            line.chars().map(|c| if c.is_control() || c == '\u{a0}' { ' ' } else { c }).collect();
        let words: Vec<&str> = plain
            .split_whitespace()
            .map(|word| word.trim_matches(['\u{200b}', '\u{feff}', '\u{ad}']))
            .filter(|word| !word.is_empty())
            .collect();
        if words.is_empty() {
            empty += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        empty = 0;
        out.push_str(&words.join(" "));
        if out.len() > LONGEST {
            let mut end = LONGEST;
            while !out.is_char_boundary(end) {
                end -= 1;
            }
            out.truncate(end);
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_told_by_its_content() {
        assert_eq!(format(b"%PDF-1.7\n"), Ok(Format::Pdf));
        assert_eq!(format(b"\n\n%PDF-1.4\n"), Ok(Format::Pdf));
        assert_eq!(format(b"{\\rtf1 Hello}"), Ok(Format::Rtf));
        assert_eq!(format("Åsa Öberg\n".as_bytes()), Ok(Format::Plain));
        for unknown in [
            &b"\x89PNG\r\n\x1a\n"[..],
            b"GIF89a\x01\x00\x01\x00\x80\x00\x00",
            b"\x7fELF\x02\x01\x01\x00",
            b"\xff\xd8\xff\xe0\x00\x10JFIF",
        ] {
            assert_eq!(format(unknown).unwrap_err().code, "document.unknown");
        }
        assert_eq!(here(b"").unwrap_err().code, "document.no_text");
        let old = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 100]].concat();
        assert_eq!(format(&old).unwrap_err().code, "document.unknown");
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(format(&[old, name].concat()).unwrap_err().code, "document.encrypted");
    }

    #[test]
    fn text_is_made_of_lines() {
        assert_eq!(tidy("  a \t b\r\n\n\n\u{7}c\u{a0}d\n"), "a b\n\nc d");
        assert_eq!(tidy(&"é".repeat(LONGEST)).len(), LONGEST);
        let large = vec![b'x'; LARGEST + 1];
        assert_eq!(text(&large).unwrap_err().code, "document.too_large");
    }
}
