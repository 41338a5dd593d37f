//! Packets on the wire. The two that carry content are read and written here, without copies; the library does the rest.

use bytes::{Buf, BufMut, Bytes, BytesMut};
use russh_sftp::protocol::Packet;

/// Longest packet that is taken: the content of a write and what is around it.
const LONGEST: usize = (1 << 18) + 1024;
/// Most content of one read or write, as clients are told.
pub(crate) const MOST_CONTENT: usize = 261_120;

const READ: u8 = 5;
const WRITE: u8 = 6;
const DATA: u8 = 103;

/// A request.
pub(crate) enum Request {
    /// SSH_FXP_READ.
    Read { id: u32, handle: Bytes, offset: u64, length: usize },
    /// SSH_FXP_WRITE.
    Write { id: u32, handle: Bytes, offset: u64, content: Bytes },
    /// Any other.
    Other(Packet),
    /// One that cannot be read, with its number where it has one.
    Bad(u32),
}

/// Takes the next whole packet out of what has arrived; nothing while it is not whole.
///
/// # Errors
/// It is longer than any may be: the connection is of no use any more.
pub(crate) fn next(buffer: &mut BytesMut) -> Result<Option<Request>, ()> {
    let Some(head) = buffer.first_chunk::<4>() else { return Ok(None) };
    let length = u32::from_be_bytes(*head) as usize;
    if length == 0 || length > LONGEST {
        return Err(());
    }
    if buffer.len() < 4 + length {
        buffer.reserve(4 + length - buffer.len());
        return Ok(None);
    }
    buffer.advance(4);
    let packet = buffer.split_to(length).freeze();
    Ok(Some(read(packet)))
}

fn read(packet: Bytes) -> Request {
    let id = packet.get(1..5).and_then(|b| b.try_into().ok()).map_or(0, u32::from_be_bytes);
    let request = match packet.first() {
        Some(&READ) => content_request(packet.slice(1..), false),
        Some(&WRITE) => content_request(packet.slice(1..), true),
        _ => {
            let mut packet = packet;
            Packet::try_from(&mut packet).ok().map(Request::Other)
        }
    };
    request.unwrap_or(Request::Bad(id))
}

fn content_request(mut packet: Bytes, write: bool) -> Option<Request> {
    let id = packet.try_get_u32().ok()?;
    let handle = string(&mut packet)?;
    let offset = packet.try_get_u64().ok()?;
    Some(match write {
        true => Request::Write { id, handle, offset, content: string(&mut packet)? },
        false => Request::Read { id, handle, offset, length: packet.try_get_u32().ok()? as usize },
    })
}

/// A length and so many bytes.
pub(crate) fn string(packet: &mut Bytes) -> Option<Bytes> {
    let length = packet.try_get_u32().ok()? as usize;
    (packet.len() >= length).then(|| packet.split_to(length))
}

/// Appends SSH_FXP_DATA with what `fill` puts into the room for it, which says how much that is.
///
/// # Errors
/// What `fill` says; nothing is appended then.
pub(crate) fn data<E>(
    out: &mut BytesMut,
    id: u32,
    room: usize,
    fill: impl FnOnce(&mut [u8]) -> Result<usize, E>,
) -> Result<usize, E> {
    const HEAD: usize = 13;
    let start = out.len();
    out.resize(start + HEAD + room, 0);
    let filled = match out.get_mut(start + HEAD..) {
        Some(place) => fill(place),
        None => Ok(0),
    };
    match filled {
        Ok(count) if count > 0 => {
            out.truncate(start + HEAD + count);
            if let Some(mut head) = out.get_mut(start..start + HEAD) {
                head.put_u32(count as u32 + 9);
                head.put_u8(DATA);
                head.put_u32(id);
                head.put_u32(count as u32);
            }
            Ok(count)
        }
        other => {
            out.truncate(start);
            other
        }
    }
}

#[cfg(test)]
mod tests {
    use russh_sftp::protocol::{Data, Read, Write};

    use super::*;

    fn packet(packet: impl Into<Packet>) -> BytesMut {
        BytesMut::from(&Bytes::try_from(packet.into()).unwrap()[..])
    }

    #[test]
    fn content_is_read_and_written_as_the_library_does() {
        let write = Write { id: 7, handle: "12".into(), offset: 99, data: b"content".to_vec() };
        let mut wire = packet(write);
        let whole = wire.clone();
        for cut in 0..whole.len() {
            assert!(matches!(next(&mut BytesMut::from(&whole[..cut])), Ok(None)), "{cut}");
        }
        let Ok(Some(Request::Write { id: 7, handle, offset: 99, content })) = next(&mut wire) else {
            panic!()
        };
        assert_eq!((&handle[..], &content[..]), (&b"12"[..], &b"content"[..]));
        let read = Read { id: 8, handle: "3".into(), offset: 1 << 40, len: 5 };
        let found = next(&mut packet(read));
        assert!(matches!(found, Ok(Some(Request::Read { id: 8, offset: 1_099_511_627_776, length: 5, .. }))));
        let mut out = BytesMut::new();
        let fill = |place: &mut [u8]| {
            place[..3].copy_from_slice(b"abc");
            Ok::<_, ()>(3)
        };
        assert_eq!(data(&mut out, 9, 10, fill), Ok(3));
        assert_eq!(out, packet(Data { id: 9, data: b"abc".to_vec() }));
        assert_eq!(data(&mut out, 9, 10, |_| Ok::<_, ()>(0)), Ok(0));
        assert_eq!(out.len(), 16, "the end of a file is told by a status");
    }

    #[test]
    fn what_cannot_be_read_is_told_and_what_is_too_long_ends_it() {
        let mut bad = BytesMut::from(&[0, 0, 0, 9, 6, 0, 0, 0, 5, 0xff, 0xff, 0xff, 0xff][..]);
        assert!(matches!(next(&mut bad), Ok(Some(Request::Bad(5)))));
        assert!(next(&mut BytesMut::from(&[0xff, 0, 0, 0, 6][..])).is_err());
        assert!(next(&mut BytesMut::from(&[0, 0, 0, 0][..])).is_err());
    }
}
