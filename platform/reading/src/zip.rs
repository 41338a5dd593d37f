//! Parts of a zip file (APPNOTE 6.3), by their names; as much as the documents that are one need.

use std::io::Read;

use flate2::read::DeflateDecoder;
use talang_catalogue::Fault;

use crate::UNPACKED;

/// Parts that are looked at most.
const PARTS: usize = 4_000;

/// What the directory at the end says of a part.
#[derive(Clone, Copy, Debug)]
struct Entry {
    method: u16,
    encrypted: bool,
    packed: usize,
    at: usize,
}

/// A zip file.
pub(crate) struct Zip<'b> {
    bytes: &'b [u8],
    entries: Vec<(String, Entry)>,
    /// Bytes that may still be unpacked.
    left: u64,
}

fn broken() -> Fault {
    Fault::new("document.broken")
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?)))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?)).ok()
}

impl<'b> Zip<'b> {
    /// Reads the directory.
    ///
    /// # Errors
    /// `document.broken`.
    pub fn open(bytes: &'b [u8]) -> Result<Zip<'b>, Fault> {
        Zip::directory(bytes).ok_or_else(broken)
    }

    fn directory(bytes: &'b [u8]) -> Option<Zip<'b>> {
        // The end is followed by a comment of at most 65,535 bytes.
        let first = bytes.len().saturating_sub(22 + 0xffff);
        let end = (first..bytes.len().checked_sub(21)?)
            .rev()
            .find(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(&[b'P', b'K', 5, 6])))?;
        let (count, mut at) = (short(bytes, end + 10)?, long(bytes, end + 16)?);
        let mut entries = Vec::new();
        for _ in 0..count.min(PARTS) {
            if !bytes.get(at..)?.starts_with(&[b'P', b'K', 1, 2]) {
                return None;
            }
            let (name, extra, comment) =
                (short(bytes, at + 28)?, short(bytes, at + 30)?, short(bytes, at + 32)?);
            let entry = Entry {
                method: u16::try_from(short(bytes, at + 10)?).ok()?,
                encrypted: short(bytes, at + 8)? & 1 == 1,
                packed: long(bytes, at + 20)?,
                at: long(bytes, at + 42)?,
            };
            let begin = at + 46;
            let text = bytes.get(begin..begin.checked_add(name)?)?;
            entries.push((String::from_utf8_lossy(text).into_owned(), entry));
            at = begin + name + extra + comment;
        }
        Some(Zip { bytes, entries, left: UNPACKED })
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|(n, _)| n == name)
    }

    /// The names of the parts that begin so.
    pub fn names(&self, begin: &str) -> Vec<String> {
        self.entries.iter().map(|(n, _)| n).filter(|n| n.starts_with(begin)).cloned().collect()
    }

    /// A part as text; none where there is none of that name.
    ///
    /// # Errors
    /// `document.broken`, also where it unpacks to more than is read; `document.encrypted`.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let Some((_, entry)) = self.entries.iter().find(|(n, _)| n == name) else { return Ok(None) };
        if entry.encrypted {
            return Err(Fault::new("document.encrypted"));
        }
        let packed = self.packed(entry).ok_or_else(broken)?;
        let mut out = Vec::new();
        let read = match entry.method {
            0 => packed.take(self.left + 1).read_to_end(&mut out),
            8 => DeflateDecoder::new(packed).take(self.left + 1).read_to_end(&mut out),
            _ => return Err(broken()),
        };
        let size = u64::try_from(read.map_err(|_| broken())?).map_err(|_| broken())?;
        // A few bytes that unpack without end.
        self.left = self.left.checked_sub(size).ok_or_else(broken)?;
        String::from_utf8(out).map(Some).map_err(|_| broken())
    }

    fn packed(&self, entry: &Entry) -> Option<&'b [u8]> {
        let head = self.bytes.get(entry.at..)?;
        if !head.starts_with(b"PK\x03\x04") {
            return None;
        }
        let begin = 30 + short(head, 26)? + short(head, 28)?;
        head.get(begin..begin.checked_add(entry.packed)?)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Write;

    use flate2::{Compression, Crc, write::DeflateEncoder};

    use super::*;

    /// A zip file of these parts.
    pub(crate) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut out, mut directory) = (Vec::new(), Vec::new());
        for (name, content) in parts {
            let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
            packer.write_all(content).unwrap();
            let packed = packer.finish().unwrap();
            let mut crc = Crc::new();
            crc.update(content);
            let word = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
            let half = |n: usize| u16::try_from(n).unwrap().to_le_bytes();
            let common = [
                &half(20)[..],
                &half(0),
                &half(8),
                &half(0),
                &half(0x21),
                &crc.sum().to_le_bytes(),
                &word(packed.len()),
                &word(content.len()),
                &half(name.len()),
                &half(0),
            ]
            .concat();
            let at = out.len();
            out.extend([&b"PK\x03\x04"[..], &common, name.as_bytes(), &packed].concat());
            directory.extend(
                [
                    &b"PK\x01\x02"[..],
                    &half(20),
                    &common,
                    &half(0),
                    &half(0),
                    &half(0),
                    &word(0),
                    &word(at),
                    name.as_bytes(),
                ]
                .concat(),
            );
        }
        let (at, size, count) = (out.len(), directory.len(), parts.len());
        out.extend(directory);
        out.extend(b"PK\x05\x06\0\0\0\0");
        for n in [count, count] {
            out.extend(u16::try_from(n).unwrap().to_le_bytes());
        }
        for n in [size, at] {
            out.extend(u32::try_from(n).unwrap().to_le_bytes());
        }
        out.extend([0, 0]);
        out
    }

    #[test]
    fn parts_are_unpacked_and_bombs_are_not() {
        let file = packed(&[("a.xml", b"<a/>"), ("b/c.xml", "é".as_bytes())]);
        let mut zip = Zip::open(&file).unwrap();
        assert_eq!(zip.part("a.xml").unwrap().as_deref(), Some("<a/>"));
        assert_eq!(zip.part("b/c.xml").unwrap().as_deref(), Some("é"));
        assert_eq!(zip.part("none").unwrap(), None);
        assert_eq!(zip.names("b/"), ["b/c.xml"]);
        let bomb = packed(&[("a.xml", &vec![b' '; 80 << 20])]);
        assert!(bomb.len() < 1 << 20);
        assert_eq!(Zip::open(&bomb).unwrap().part("a.xml").unwrap_err().code, "document.broken");
        // Twice half of it is one bomb, too.
        let half = vec![b' '; 40 << 20];
        let bomb = packed(&[("a", &half), ("b", &half)]);
        let mut zip = Zip::open(&bomb).unwrap();
        assert!(zip.part("a").is_ok() && zip.part("b").is_err());
    }
}
