//! One SFTP session: requests are worked off in their order, as many as have arrived, and answered together.

use std::collections::HashMap;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use russh::server::Msg;
use russh::{Channel, ChannelMsg, ChannelReadHalf, ChannelWriteHalf};
use russh_sftp::protocol::{
    Attrs, ExtendedReply, FileAttributes, Handle, Name, OpenFlags, Packet, Status, StatusCode, Version,
};
use talang_catalogue::Fault;
use talang_engine::Error;

use super::wire::{self, MOST_CONTENT, Request};
use crate::accounts::{Guest, Transfer, note};
use crate::path::SpacePath;
use crate::server::{House, code, plain};
use crate::space::{Entry, Shared};
use crate::upload::{Begin, Upload};

/// Files and folders open at the same time.
const MOST_HANDLES: usize = 128;
/// Entries of a folder per answer.
const ENTRIES: usize = 128;
/// Answers are sent when there is so much of them.
const FULL: usize = 1 << 18;

/// Bytes of requests that wait while answers are sent: more than any client has under way.
const MOST_WAITING: usize = 1 << 25;

/// Extensions of OpenSSH that are understood, with their versions.
const EXTENSIONS: [(&str, &str); 6] = [
    ("posix-rename@openssh.com", "1"),
    ("statvfs@openssh.com", "2"),
    ("fstatvfs@openssh.com", "2"),
    ("fsync@openssh.com", "1"),
    ("lsetstat@openssh.com", "1"),
    ("limits@openssh.com", "1"),
];

enum Open {
    Folder(std::vec::IntoIter<Entry>),
    Read { file: File, path: SpacePath, sent: u64 },
    Write { upload: Box<Upload>, append: bool, received: u64 },
}

/// What goes wrong: with the space, or with what the client asks.
enum Trouble {
    Space(Error),
    Status(StatusCode),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Trouble {
        Trouble::Space(error)
    }
}

type Answer = Result<Packet, Trouble>;

struct Session {
    house: Arc<House>,
    guest: Guest,
    space: Shared,
    handles: HashMap<String, Open>,
    next: u32,
}

/// Serves a channel until it ends. What was not closed by then is an upload that was cut off.
pub(super) async fn run(house: Arc<House>, guest: Guest, space: Shared, channel: Channel<Msg>) {
    let (mut read, write) = channel.split();
    let mut session = Session { house, guest, space, handles: HashMap::new(), next: 0 };
    let (mut buffer, mut out) = (BytesMut::new(), BytesMut::new());
    let mut ended = false;
    'channel: loop {
        loop {
            match wire::next(&mut buffer) {
                Ok(Some(request)) => session.answer(request, &mut out),
                Ok(None) => break,
                Err(()) => break 'channel,
            }
            if out.len() >= FULL && !send(&write, &mut out, &mut read, &mut buffer, &mut ended).await {
                break 'channel;
            }
        }
        if !out.is_empty() {
            if !send(&write, &mut out, &mut read, &mut buffer, &mut ended).await {
                break;
            }
            // Requests may have come meanwhile, after which the client waits.
            continue;
        }
        if ended {
            break;
        }
        match read.wait().await {
            Some(ChannelMsg::Data { data }) => buffer.extend_from_slice(&data),
            Some(ChannelMsg::Eof | ChannelMsg::Close) | None => ended = true,
            _ => {}
        }
    }
    plain(|| session.end());
    let _ = write.exit_status(0).await;
    let _ = write.eof().await;
    let _ = write.close().await;
}

/// Sends the answers; false when the channel is over. Requests are taken in meanwhile: while they wait, the connection
/// would not hear that the client has room for more answers.
async fn send(
    write: &ChannelWriteHalf<Msg>,
    out: &mut BytesMut,
    read: &mut ChannelReadHalf,
    buffer: &mut BytesMut,
    ended: &mut bool,
) -> bool {
    let sending = write.data_bytes(out.split().freeze());
    tokio::pin!(sending);
    loop {
        if *ended {
            return sending.await.is_ok();
        }
        tokio::select! {
            sent = &mut sending => return sent.is_ok(),
            message = read.wait() => match message {
                Some(ChannelMsg::Data { data }) => buffer.extend_from_slice(&data),
                Some(ChannelMsg::Eof) => *ended = true,
                Some(ChannelMsg::Close) | None => return false,
                _ => {}
            },
        }
        if buffer.len() > MOST_WAITING {
            return false;
        }
    }
}

impl Session {
    fn answer(&mut self, request: Request, out: &mut BytesMut) {
        let (id, answer) = match request {
            Request::Read { id, handle, offset, length } => match self.read(id, &handle, offset, length, out)
            {
                Ok(true) => return,
                Ok(false) => (id, Err(Trouble::Status(StatusCode::Eof))),
                Err(trouble) => (id, Err(trouble)),
            },
            Request::Write { id, handle, offset, content } => (id, self.write(id, &handle, offset, &content)),
            Request::Bad(id) => (id, Err(Trouble::Status(StatusCode::BadMessage))),
            Request::Other(packet) => (packet.get_request_id(), plain(|| self.other(packet))),
        };
        let packet = answer.unwrap_or_else(|trouble| self.status_of(id, &trouble));
        match Bytes::try_from(packet) {
            Ok(bytes) => out.extend_from_slice(&bytes),
            Err(_) => {
                let failure = Packet::error(id, StatusCode::Failure);
                out.extend_from_slice(&Bytes::try_from(failure).unwrap_or_default());
            }
        }
    }

    fn status_of(&self, id: u32, trouble: &Trouble) -> Packet {
        let (status_code, error_message) = match trouble {
            Trouble::Status(code) => (*code, code.to_string()),
            Trouble::Space(error) => {
                let status = match code(error) {
                    "file_space.not_found" => StatusCode::NoSuchFile,
                    "file_space.place" => StatusCode::PermissionDenied,
                    _ => StatusCode::Failure,
                };
                (status, self.house.sentence(error))
            }
        };
        Packet::Status(Status { id, status_code, error_message, language_tag: "en".to_string() })
    }

    fn open(&mut self, handle: &[u8]) -> Result<&mut Open, Trouble> {
        let open = std::str::from_utf8(handle).ok().and_then(|handle| self.handles.get_mut(handle));
        open.ok_or(Trouble::Status(StatusCode::Failure))
    }

    /// Answers a read with content; false at the end of the file.
    fn read(
        &mut self,
        id: u32,
        handle: &[u8],
        offset: u64,
        length: usize,
        out: &mut BytesMut,
    ) -> Result<bool, Trouble> {
        let length = length.min(MOST_CONTENT);
        match self.open(handle)? {
            Open::Read { file, sent, .. } => {
                let read = wire::data(out, id, length, |place| file.read_at(place, offset));
                let count = read.map_err(|_| Trouble::Status(StatusCode::Failure))?;
                *sent += count as u64;
                Ok(count > 0)
            }
            Open::Write { upload, .. } => {
                let count = wire::data(out, id, length, |place| upload.read_at(offset, place))?;
                Ok(count > 0)
            }
            Open::Folder(_) => Err(Trouble::Status(StatusCode::Failure)),
        }
    }

    fn write(&mut self, id: u32, handle: &[u8], offset: u64, content: &[u8]) -> Answer {
        match self.open(handle)? {
            Open::Write { upload, append, received } => {
                let offset = if *append { upload.length() } else { offset };
                upload.write_at(offset, content)?;
                *received += content.len() as u64;
                Ok(fine(id))
            }
            _ => Err(Trouble::Status(StatusCode::PermissionDenied)),
        }
    }

    fn path(&self, text: &str) -> Result<SpacePath, Trouble> {
        Ok(SpacePath::parse(&SpacePath::default(), text)?)
    }

    /// Everything but content.
    fn other(&mut self, packet: Packet) -> Answer {
        let id = packet.get_request_id();
        match packet {
            Packet::Init(_) => {
                let mut version = Version::new();
                version.extensions = EXTENSIONS.iter().map(|(n, v)| (n.to_string(), v.to_string())).collect();
                Ok(version.into())
            }
            Packet::Open(open) => self.open_file(id, &open.filename, open.pflags, &open.attrs),
            Packet::Close(close) => self.close(id, &close.handle),
            Packet::OpenDir(open) => {
                let entries = self.space.list(&self.path(&open.path)?)?;
                self.handle(id, Open::Folder(entries.into_iter()))
            }
            Packet::ReadDir(read) => self.read_folder(id, &read.handle),
            Packet::RealPath(real) => {
                let path = self.path(&real.path)?;
                Ok(name(id, vec![file_of(path.to_string(), None)]))
            }
            Packet::Stat(stat) => self.stat(id, &stat.path),
            Packet::Lstat(stat) => self.stat(id, &stat.path),
            Packet::Fstat(stat) => {
                let entry = match self.open(stat.handle.as_bytes())? {
                    Open::Write { upload, .. } => {
                        Entry { name: String::new(), folder: false, size: upload.length(), modified: 0 }
                    }
                    Open::Read { path, .. } => {
                        let path = path.clone();
                        self.space.stat(&path, None)?
                    }
                    Open::Folder(_) => return Err(Trouble::Status(StatusCode::Failure)),
                };
                Ok(Attrs { id, attrs: attributes(&entry) }.into())
            }
            // Rights, owners and times of files are the server's own business; clients set them out of habit.
            Packet::SetStat(set) => {
                self.space.stat(&self.path(&set.path)?, Some(self.guest.account))?;
                match set.attrs.size {
                    Some(_) => Err(Trouble::Status(StatusCode::OpUnsupported)),
                    None => Ok(fine(id)),
                }
            }
            Packet::FSetStat(set) => match (self.open(set.handle.as_bytes())?, set.attrs.size) {
                (Open::Write { upload, .. }, Some(size)) => {
                    upload.set_length(size)?;
                    Ok(fine(id))
                }
                (_, Some(_)) => Err(Trouble::Status(StatusCode::PermissionDenied)),
                _ => Ok(fine(id)),
            },
            Packet::Remove(remove) => {
                let path = self.path(&remove.filename)?;
                let result = self.space.remove(&path, Some(self.guest.account));
                self.note("remove", &path, 0, &result)?;
                result?;
                Ok(fine(id))
            }
            Packet::Rename(rename) => self.rename(id, &rename.oldpath, &rename.newpath, false),
            Packet::MkDir(make) => {
                self.space.make_folder(&self.path(&make.path)?)?;
                Ok(fine(id))
            }
            Packet::RmDir(remove) => {
                self.space.remove_folder(&self.path(&remove.path)?)?;
                Ok(fine(id))
            }
            Packet::Extended(extended) => self.extended(id, &extended.request, extended.data.into()),
            // There are no links here, and none are made.
            Packet::ReadLink(_) | Packet::Symlink(_) => Err(Trouble::Status(StatusCode::OpUnsupported)),
            _ => Err(Trouble::Status(StatusCode::BadMessage)),
        }
    }

    fn handle(&mut self, id: u32, open: Open) -> Answer {
        if self.handles.len() >= MOST_HANDLES {
            return Err(Trouble::Status(StatusCode::Failure));
        }
        self.next = self.next.wrapping_add(1);
        let handle = self.next.to_string();
        self.handles.insert(handle.clone(), open);
        Ok(Handle { id, handle }.into())
    }

    fn open_file(&mut self, id: u32, path: &str, flags: OpenFlags, attrs: &FileAttributes) -> Answer {
        let path = self.path(path)?;
        let wants = |flag| flags.contains(flag);
        if !wants(OpenFlags::WRITE) {
            let file = self.space.read(&path)?;
            return self.handle(id, Open::Read { file, path, sent: 0 });
        }
        if attrs.size.is_some_and(|size| size > self.space.limits().bytes) {
            let fault = Fault::new("file_space.full").with("max", self.space.limits().bytes >> 20);
            return Err(Trouble::Space(fault.into()));
        }
        if !wants(OpenFlags::CREATE) {
            self.space.stat(&path, Some(self.guest.account))?;
        }
        let begin = if wants(OpenFlags::EXCLUDE) {
            Begin::New
        } else if wants(OpenFlags::TRUNCATE) {
            Begin::Empty
        } else {
            Begin::Present
        };
        let upload = Upload::begin(&self.space, &path, self.guest.account, begin)?;
        let append = wants(OpenFlags::APPEND);
        self.handle(id, Open::Write { upload: Box::new(upload), append, received: 0 })
    }

    /// What was written is on the disk and visible before the client is told that all went well.
    fn close(&mut self, id: u32, handle: &str) -> Answer {
        match self.handles.remove(handle) {
            Some(Open::Write { upload, received, .. }) => {
                let path = upload.path().clone();
                let result = upload.finish(self.now());
                self.note("put", &path, received, &result)?;
                result?;
                Ok(fine(id))
            }
            Some(Open::Read { path, sent, .. }) => {
                if sent > 0 {
                    self.note("get", &path, sent, &Ok(()))?;
                }
                Ok(fine(id))
            }
            Some(Open::Folder(_)) => Ok(fine(id)),
            None => Err(Trouble::Status(StatusCode::Failure)),
        }
    }

    fn now(&self) -> i64 {
        self.house.installation.clock().now()
    }

    fn note(
        &self,
        action: &str,
        path: &SpacePath,
        bytes: u64,
        result: &talang_engine::Result<()>,
    ) -> Result<(), Trouble> {
        let outcome = result.as_ref().map_or_else(|error| code(error), |()| "done");
        self.note_outcome(action, path, bytes, outcome)
    }

    fn note_outcome(&self, action: &str, path: &SpacePath, bytes: u64, outcome: &str) -> Result<(), Trouble> {
        let line = Transfer {
            at: self.now(),
            login: self.guest.login.clone(),
            protocol: self.guest.protocol.to_string(),
            address: self.guest.address.clone(),
            action: action.to_string(),
            path: path.to_string(),
            bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
            outcome: outcome.to_string(),
        };
        Ok(note(&self.guest.tenant, Some(self.guest.account), &line)?)
    }

    fn read_folder(&mut self, id: u32, handle: &str) -> Answer {
        let Open::Folder(entries) = self.open(handle.as_bytes())? else {
            return Err(Trouble::Status(StatusCode::Failure));
        };
        let files: Vec<_> = entries.take(ENTRIES).map(|e| file_of(e.name.clone(), Some(&e))).collect();
        match files.is_empty() {
            true => Err(Trouble::Status(StatusCode::Eof)),
            false => Ok(name(id, files)),
        }
    }

    fn stat(&self, id: u32, path: &str) -> Answer {
        let entry = self.space.stat(&self.path(path)?, Some(self.guest.account))?;
        Ok(Attrs { id, attrs: attributes(&entry) }.into())
    }

    fn rename(&self, id: u32, from: &str, to: &str, replace: bool) -> Answer {
        let (from, to) = (self.path(from)?, self.path(to)?);
        let result = self.space.rename(&from, &to, replace);
        if result.is_ok() {
            self.note("rename", &to, 0, &result)?;
        }
        result?;
        Ok(fine(id))
    }

    fn extended(&mut self, id: u32, request: &str, mut data: Bytes) -> Answer {
        let mut text = || {
            let bytes = wire::string(&mut data).ok_or(Trouble::Status(StatusCode::BadMessage))?;
            String::from_utf8(bytes.to_vec()).map_err(|_| Trouble::Status(StatusCode::BadMessage))
        };
        match request {
            "posix-rename@openssh.com" => {
                let (from, to) = (text()?, text()?);
                self.rename(id, &from, &to, true)
            }
            "statvfs@openssh.com" => {
                self.space.stat(&self.path(&text()?)?, Some(self.guest.account))?;
                self.room(id)
            }
            "fstatvfs@openssh.com" => self.room(id),
            "fsync@openssh.com" => {
                self.open(text()?.as_bytes())?;
                Ok(fine(id))
            }
            "lsetstat@openssh.com" => {
                self.space.stat(&self.path(&text()?)?, Some(self.guest.account))?;
                Ok(fine(id))
            }
            "limits@openssh.com" => {
                let limits = [
                    MOST_CONTENT as u64 + 1024,
                    MOST_CONTENT as u64,
                    MOST_CONTENT as u64,
                    MOST_HANDLES as u64,
                ];
                Ok(numbers(id, &limits))
            }
            _ => Err(Trouble::Status(StatusCode::OpUnsupported)),
        }
    }

    /// The quota as if it were a disk.
    fn room(&self, id: u32) -> Answer {
        const BLOCK: u64 = 4096;
        let (limits, usage) = (self.space.limits(), self.space.usage()?);
        let free = limits.bytes.saturating_sub(usage.bytes).min(self.space.disk_free()) / BLOCK;
        let files = limits.files.saturating_sub(usage.files);
        // `ST_NOSUID`
        let flags = 2;
        Ok(numbers(
            id,
            &[BLOCK, BLOCK, limits.bytes / BLOCK, free, free, limits.files, files, files, 0, flags, 255],
        ))
    }

    /// The connection is over: what is open was cut off.
    fn end(&mut self) {
        for (_, open) in std::mem::take(&mut self.handles) {
            if let Open::Write { upload, received, .. } = open {
                let path = upload.path().clone();
                drop(upload);
                let _ = self.note_outcome("put", &path, received, "cut");
            }
        }
    }
}

fn fine(id: u32) -> Packet {
    Packet::status(id, StatusCode::Ok, "", "en")
}

fn name(id: u32, files: Vec<russh_sftp::protocol::File>) -> Packet {
    Name { id, files }.into()
}

fn numbers(id: u32, numbers: &[u64]) -> Packet {
    let data = numbers.iter().flat_map(|n| n.to_be_bytes()).collect();
    ExtendedReply { id, data }.into()
}

fn file_of(filename: String, entry: Option<&Entry>) -> russh_sftp::protocol::File {
    let (longname, attrs) = match entry {
        Some(entry) => (crate::listing::line(entry), attributes(entry)),
        None => (String::new(), FileAttributes::default()),
    };
    russh_sftp::protocol::File { filename, longname, attrs }
}

fn attributes(entry: &Entry) -> FileAttributes {
    const FOLDER: u32 = 0o040_700;
    const FILE: u32 = 0o100_600;
    let time = u32::try_from(entry.modified.div_euclid(1_000_000)).unwrap_or(0);
    FileAttributes {
        size: Some(entry.size),
        permissions: Some(if entry.folder { FOLDER } else { FILE }),
        atime: Some(time),
        mtime: Some(time),
        ..FileAttributes::default()
    }
}
