//! A zip file (APPNOTE 6.3) that is written while it is sent: each part is deflated as it comes, and its size and checksum
//! follow it. Nothing is held back, nothing lies on a disk meanwhile.

use std::borrow::Cow;
use std::io::{self, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// General purpose flags: sizes follow the data (bit 3), names are UTF-8 (bit 11).
const FLAGS: u16 = 0x0808;
/// 2.0: deflate.
const VERSION: u16 = 20;
/// 1 January 1980, the earliest day that the format knows: the file says itself when it was made.
const DAY: u16 = 0x0021;

/// What the directory at the end says of a part.
struct Entry {
    name: Cow<'static, str>,
    at: u32,
    crc: u32,
    packed: u32,
    size: u32,
}

/// A zip file on its way to `out`.
pub struct Zip<W: Write> {
    out: Counted<W>,
    entries: Vec<Entry>,
}

impl<W: Write> Zip<W> {
    /// An empty one.
    pub fn new(out: W) -> Zip<W> {
        Zip { out: Counted { out, count: 0 }, entries: Vec::new() }
    }

    /// Begins a part; [`Part::end`] gives the file back.
    ///
    /// # Errors
    /// Those of writing, and beyond 4 GiB.
    pub fn part(mut self, name: impl Into<Cow<'static, str>>) -> io::Result<Part<W>> {
        let name = name.into();
        let at = small(self.out.count)?;
        let mut head = Vec::with_capacity(30 + name.len());
        head.extend(0x0403_4b50_u32.to_le_bytes());
        head.extend(VERSION.to_le_bytes());
        common(&mut head, 0, 0, 0);
        head.extend(small16(&name)?.to_le_bytes());
        head.extend(0_u16.to_le_bytes());
        head.extend(name.as_bytes());
        self.out.write_all(&head)?;
        let begun = self.out.count;
        // Rows repeat themselves: the quick level packs them nearly as well as the thorough one.
        let packer = DeflateEncoder::new(self.out, Compression::fast());
        Ok(Part { packer, crc: Crc::new(), size: 0, name, at, begun, entries: self.entries })
    }

    /// A whole part.
    ///
    /// # Errors
    /// Those of [`Zip::part`].
    pub fn whole(self, name: impl Into<Cow<'static, str>>, content: impl AsRef<[u8]>) -> io::Result<Zip<W>> {
        let mut part = self.part(name)?;
        part.write_all(content.as_ref())?;
        part.end()
    }

    /// The directory, with which the file is whole.
    ///
    /// # Errors
    /// Those of writing, and beyond 65,535 parts.
    pub fn end(mut self) -> io::Result<()> {
        let at = small(self.out.count)?;
        let mut directory = Vec::new();
        for entry in &self.entries {
            directory.extend(0x0201_4b50_u32.to_le_bytes());
            directory.extend(VERSION.to_le_bytes());
            directory.extend(VERSION.to_le_bytes());
            common(&mut directory, entry.crc, entry.packed, entry.size);
            directory.extend(small16(&entry.name)?.to_le_bytes());
            // No extra fields, no comment, one volume, no attributes.
            directory.extend([0; 12]);
            directory.extend(entry.at.to_le_bytes());
            directory.extend(entry.name.as_bytes());
        }
        let size = u32::try_from(directory.len()).map_err(io::Error::other)?;
        let count = u16::try_from(self.entries.len()).map_err(io::Error::other)?;
        directory.extend(0x0605_4b50_u32.to_le_bytes());
        directory.extend([0; 4]);
        directory.extend(count.to_le_bytes());
        directory.extend(count.to_le_bytes());
        directory.extend(size.to_le_bytes());
        directory.extend(at.to_le_bytes());
        directory.extend([0; 2]);
        self.out.write_all(&directory)?;
        self.out.flush()
    }
}

/// What a part's own head and its line in the directory have in common.
fn common(out: &mut Vec<u8>, crc: u32, packed: u32, size: u32) {
    out.extend(FLAGS.to_le_bytes());
    out.extend(8_u16.to_le_bytes());
    out.extend(0_u16.to_le_bytes());
    out.extend(DAY.to_le_bytes());
    for number in [crc, packed, size] {
        out.extend(number.to_le_bytes());
    }
}

/// Sizes and places up to 4 GiB: whatever reads spreadsheets reads these.
fn small(count: u64) -> io::Result<u32> {
    u32::try_from(count).map_err(|_| io::ErrorKind::FileTooLarge.into())
}

fn small16(name: &str) -> io::Result<u16> {
    u16::try_from(name.len()).map_err(io::Error::other)
}

/// A part of a zip file.
pub struct Part<W: Write> {
    packer: DeflateEncoder<Counted<W>>,
    crc: Crc,
    size: u64,
    name: Cow<'static, str>,
    at: u32,
    begun: u64,
    entries: Vec<Entry>,
}

impl<W: Write> Part<W> {
    /// Ends it.
    ///
    /// # Errors
    /// Those of writing, and beyond 4 GiB.
    pub fn end(self) -> io::Result<Zip<W>> {
        let mut out = self.packer.finish()?;
        let (crc, size, packed) = (self.crc.sum(), small(self.size)?, small(out.count - self.begun)?);
        let mut tail = Vec::with_capacity(16);
        for number in [0x0807_4b50, crc, packed, size] {
            tail.extend(number.to_le_bytes());
        }
        out.write_all(&tail)?;
        let mut entries = self.entries;
        entries.push(Entry { name: self.name, at: self.at, crc, packed, size });
        Ok(Zip { out, entries })
    }
}

impl<W: Write> Write for Part<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.packer.write(bytes)?;
        let bytes = bytes.get(..written).unwrap_or_default();
        self.crc.update(bytes);
        self.size += u64::try_from(written).unwrap_or_default();
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Knows how much went through it.
struct Counted<W> {
    out: W,
    count: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.count += u64::try_from(written).unwrap_or_default();
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
