//! CBOR (RFC 8949) in the form that authenticators write (CTAP 2.2 section 8): definite lengths, shortest numbers, no tags, no
//! fractions, no key twice, nothing behind the end. What is read borrows from what was sent, so no length makes anything grow.

use crate::{Refusal, Result};

/// How deep maps and lists may be inside of each other.
const DEEPEST: usize = 6;
/// Entries of a map or list: the largest that is defined has a dozen.
const MOST: u64 = 64;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Item<'a> {
    /// A whole number.
    Number(i64),
    /// Bytes.
    Bytes(&'a [u8]),
    /// Text.
    Text(&'a str),
    /// A list; what it holds has no use here.
    List,
    /// Keys and values.
    Map(Vec<(Item<'a>, Item<'a>)>),
    /// `true`, `false` or `null`.
    Simple,
}

const WRONG: Refusal = Refusal::Malformed("the CBOR is not in its canonical form");

impl<'a> Item<'a> {
    /// Reads the one value that `bytes` hold.
    pub(crate) fn whole(bytes: &'a [u8]) -> Result<Item<'a>> {
        match Item::first(bytes)? {
            (item, []) => Ok(item),
            _ => Err(Refusal::Malformed("something stands behind the CBOR")),
        }
    }

    /// Reads the first value; what is left.
    pub(crate) fn first(bytes: &'a [u8]) -> Result<(Item<'a>, &'a [u8])> {
        let mut reader = Reader { rest: bytes };
        let item = reader.item(0)?;
        Ok((item, reader.rest))
    }

    /// The map's entries.
    pub(crate) fn entries(self) -> Result<Vec<(Item<'a>, Item<'a>)>> {
        match self {
            Item::Map(entries) => Ok(entries),
            _ => Err(Refusal::Malformed("there is no map where one belongs")),
        }
    }
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) =
            self.rest.split_at_checked(count).ok_or(Refusal::Malformed("the CBOR ends too early"))?;
        self.rest = rest;
        Ok(taken)
    }

    /// Major type and argument (RFC 8949 section 3), in the shortest spelling.
    fn head(&mut self) -> Result<(u8, u64)> {
        let first = self.take(1)?.first().copied().unwrap_or_default();
        let (major, small) = (first >> 5, first & 0x1f);
        let (width, least) = match small {
            0..=23 => return Ok((major, u64::from(small))),
            24 => (1, 24),
            25 => (2, 1 << 8),
            26 => (4, 1 << 16),
            27 => (8, 1 << 32),
            _ => return Err(WRONG),
        };
        let value = self.take(width)?.iter().fold(0u64, |value, byte| value << 8 | u64::from(*byte));
        if value < least { Err(WRONG) } else { Ok((major, value)) }
    }

    fn item(&mut self, depth: usize) -> Result<Item<'a>> {
        if depth > DEEPEST {
            return Err(WRONG);
        }
        let (major, value) = self.head()?;
        let number = |value: u64| i64::try_from(value).map_err(|_| WRONG);
        let length = |value: u64| usize::try_from(value).map_err(|_| WRONG);
        match major {
            0 => Ok(Item::Number(number(value)?)),
            1 => Ok(Item::Number(-1 - number(value)?)),
            2 => Ok(Item::Bytes(self.take(length(value)?)?)),
            3 => {
                let text = self.take(length(value)?)?;
                Ok(Item::Text(std::str::from_utf8(text).map_err(|_| WRONG)?))
            }
            4 if value <= MOST => {
                for _ in 0..value {
                    self.item(depth + 1)?;
                }
                Ok(Item::List)
            }
            5 if value <= MOST => {
                let mut entries: Vec<(Item<'a>, Item<'a>)> = Vec::new();
                for _ in 0..value {
                    let key = self.item(depth + 1)?;
                    if !matches!(key, Item::Number(_) | Item::Text(_)) {
                        return Err(WRONG);
                    }
                    if entries.iter().any(|(known, _)| *known == key) {
                        return Err(Refusal::Malformed("the CBOR says something twice"));
                    }
                    entries.push((key, self.item(depth + 1)?));
                }
                Ok(Item::Map(entries))
            }
            7 if (20..=22).contains(&value) => Ok(Item::Simple),
            _ => Err(WRONG),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_in_their_shortest_spelling_only() {
        // RFC 8949 appendix A; CTAP 2.2 section 8.
        let fine: [(&[u8], Item<'_>); 8] = [
            (&[0x17], Item::Number(23)),
            (&[0x18, 0x18], Item::Number(24)),
            (&[0x1a, 0x00, 0x0f, 0x42, 0x40], Item::Number(1_000_000)),
            (&[0x39, 0x01, 0x00], Item::Number(-257)),
            (&[0x42, 1, 2], Item::Bytes(&[1, 2])),
            (&[0x62, 0xc3, 0xbc], Item::Text("ü")),
            (&[0xa1, 0x01, 0xf6], Item::Map(vec![(Item::Number(1), Item::Simple)])),
            (&[0x82, 0x01, 0x80], Item::List),
        ];
        for (bytes, item) in fine {
            assert_eq!(Item::whole(bytes), Ok(item), "{bytes:x?}");
        }
        let wrong: [&[u8]; 20] = [
            &[],
            &[0x18, 0x17],                               // 23 in two bytes
            &[0x19, 0x00, 0xff],                         // 255 in three
            &[0x1b, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff], // 32 bits in nine
            &[0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            &[0x1c],
            &[0x5f, 0x41, 1, 0xff], // no definite length
            &[0x9f, 0xff],
            &[0xbf, 0xff],
            &[0x42, 1],                                              // cut off
            &[0x61, 0xff],                                           // no UTF-8
            &[0xa1, 0x01],                                           // no value
            &[0xa2, 1, 2, 1, 3],                                     // a key twice
            &[0xa1, 0x41, 1, 2],                                     // a key of bytes
            &[0xc0, 0x61, 0x31],                                     // a tag
            &[0xf9, 0x3c, 0x00],                                     // a fraction
            &[0xf7],                                                 // undefined
            &[0x01, 0x02],                                           // something behind
            &[0xbb, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], // huge
            &[0x5b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        ];
        for bytes in wrong {
            assert!(Item::whole(bytes).is_err(), "{bytes:x?}");
        }
        let deep: Vec<u8> = std::iter::repeat_n(0x81, 100_000).chain([0x01]).collect();
        assert!(Item::whole(&deep).is_err());
    }
}
