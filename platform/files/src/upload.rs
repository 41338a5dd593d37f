//! Uploads: written under a hidden name, there by a rename when they are complete. A connection that is cut off leaves
//! nothing visible; whoever began may go on within a day.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError};

use rustix::fs::{AtFlags, Mode, OFlags, RenameFlags};
use rustix::io::Errno;
use talang_catalogue::Fault;
use talang_engine::{Error, Result};

use crate::path::SpacePath;
use crate::space::{Space, entry_of, failed, inode, inode_of, open_file, part_name, stamp, told};

/// With what an upload begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    /// With nothing; an existing file is replaced in the end.
    Empty,
    /// With nothing; there must be no file of that name, now and in the end.
    New,
    /// With what the same account had sent before it was cut off; else with the file that is there; else with nothing.
    Present,
}

/// An upload that runs. Dropped before [`Upload::finish`], it stays hidden and can be continued.
pub struct Upload {
    space: Arc<Space>,
    folder: OwnedFd,
    name: String,
    part: String,
    path: SpacePath,
    file: File,
    length: u64,
    exclusive: bool,
    /// A newer upload of the same file by the same account took its place.
    ended: Arc<AtomicBool>,
    key: String,
    /// Why it cannot become a file any more.
    broken: Option<&'static str>,
    finished: bool,
}

impl Upload {
    /// Begins.
    ///
    /// # Errors
    /// `file_space.place`, `file_space.not_found` for the folder, `file_space.kind`, `file_space.exists`,
    /// `file_space.full`, `file_space.most`.
    pub fn begin(space: &Arc<Space>, path: &SpacePath, account: i64, begin: Begin) -> Result<Upload> {
        let (folder, name) = space.free(path)?;
        let there = entry_of(&folder, name)?;
        match &there {
            Some(entry) if entry.folder => return Err(Fault::new("file_space.kind").into()),
            Some(_) if begin == Begin::New => return Err(Fault::new("file_space.exists").into()),
            _ => {}
        }
        let part = part_name(account, name);
        let half = entry_of(&folder, &part)?.filter(|_| there.is_none());
        let (file, length) = match half {
            Some(half) if begin == Begin::Present => {
                let flags = OFlags::RDWR | OFlags::NOFOLLOW | OFlags::CLOEXEC;
                (
                    File::from(rustix::fs::openat(&folder, &part, flags, Mode::empty()).map_err(told)?),
                    half.size,
                )
            }
            _ => {
                if entry_of(&folder, &part)?.is_some() {
                    space.unlink(&folder, &part)?;
                }
                space.reserve(0, 1)?;
                let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
                let made = rustix::fs::openat(&folder, &part, flags, Mode::RUSR | Mode::WUSR);
                let file = File::from(made.map_err(|error| {
                    space.release(0, 1);
                    told(error)
                })?);
                (file, 0)
            }
        };
        let ended = Arc::new(AtomicBool::new(false));
        let key = inode_of(&rustix::fs::fstat(&file).map_err(told)?);
        {
            let mut running = space.running.lock().unwrap_or_else(PoisonError::into_inner);
            running.retain(|_, other| other.strong_count() > 0);
            if let Some(other) = running.insert(key.clone(), Arc::downgrade(&ended)).and_then(|w| w.upgrade())
            {
                other.store(true, Ordering::SeqCst);
            }
        }
        let mut upload = Upload {
            space: space.clone(),
            folder,
            name: name.to_string(),
            part,
            path: path.clone(),
            file,
            length,
            exclusive: begin == Begin::New,
            ended,
            key,
            broken: None,
            finished: false,
        };
        if begin == Begin::Present && there.is_some() {
            upload.copy_present()?;
        }
        Ok(upload)
    }

    /// The file that is there is the beginning of the one that takes its place.
    fn copy_present(&mut self) -> Result<()> {
        let from = open_file(&self.folder, &self.name)?;
        let mut buffer = vec![0; 1 << 18];
        let mut at = 0;
        loop {
            let read = from.read_at(&mut buffer, at).map_err(|_| failed())?;
            if read == 0 {
                return Ok(());
            }
            self.write_at(at, buffer.get(..read).unwrap_or_default())?;
            at += read as u64;
        }
    }

    /// Where it will be.
    pub fn path(&self) -> &SpacePath {
        &self.path
    }

    /// Bytes so far.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Whether it can still become a file.
    ///
    /// # Errors
    /// What broke it.
    fn whole(&self) -> Result<()> {
        if self.ended.load(Ordering::SeqCst) {
            return Err(Fault::new("file_space.exists").into());
        }
        match self.broken {
            Some(code) => Err(self.fault(code)),
            None => Ok(()),
        }
    }

    fn fault(&self, code: &'static str) -> Error {
        let fault = Fault::new(code);
        if code == "file_space.full" { fault.with("max", self.space.limits().bytes >> 20) } else { fault }
            .into()
    }

    /// Writes at a place. Once that failed, nothing can be made of the upload any more.
    ///
    /// # Errors
    /// `file_space.full` beyond the quota or when the disk is full; `storage.failed`.
    pub fn write_at(&mut self, offset: u64, bytes: &[u8]) -> Result<()> {
        self.whole()?;
        let end = offset.checked_add(bytes.len() as u64).ok_or_else(|| self.fault("file_space.full"))?;
        let grown = end.saturating_sub(self.length);
        if grown > 0
            && let Err(error) = self.space.reserve(grown, 0)
        {
            self.broken = Some("file_space.full");
            return Err(error);
        }
        if let Err(error) = self.file.write_all_at(bytes, offset) {
            self.space.release(grown, 0);
            let full =
                error.kind() == io::ErrorKind::StorageFull || error.kind() == io::ErrorKind::QuotaExceeded;
            let code = if full { "file_space.full" } else { "storage.failed" };
            self.broken = Some(code);
            return Err(self.fault(code));
        }
        self.length = self.length.max(end);
        Ok(())
    }

    /// Reads what was written, for clients that check it.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize> {
        self.file.read_at(buffer, offset).map_err(|_| failed())
    }

    /// Cuts it to a length, or makes it longer by zeros.
    ///
    /// # Errors
    /// As [`Upload::write_at`].
    pub fn set_length(&mut self, length: u64) -> Result<()> {
        self.whole()?;
        if length > self.length {
            self.space.reserve(length - self.length, 0)?;
        }
        self.file.set_len(length).map_err(|_| failed())?;
        if length < self.length {
            self.space.release(self.length - length, 0);
        }
        self.length = length;
        Ok(())
    }

    /// Makes it the file of that name: on the disk, and visible from one moment to the next. `now` in microseconds.
    ///
    /// # Errors
    /// What broke it; `file_space.exists` when there must be none, or when a newer upload took its place.
    pub fn finish(mut self, now: i64) -> Result<()> {
        self.whole()?;
        stamp(&self.file, now)?;
        if let Err(error) = self.space.durably(&self.file) {
            self.broken = Some("storage.failed");
            return Err(error);
        }
        if inode(&self.folder, &self.part).as_deref() != Some(self.key.as_str()) {
            return Err(Fault::new("file_space.exists").into());
        }
        let replaced = entry_of(&self.folder, &self.name)?;
        let done = match self.exclusive {
            true => {
                let flags = RenameFlags::NOREPLACE;
                rustix::fs::renameat_with(&self.folder, &self.part, &self.folder, &self.name, flags)
            }
            false => rustix::fs::renameat(&self.folder, &self.part, &self.folder, &self.name),
        };
        done.map_err(told)?;
        self.finished = true;
        if let Some(replaced) = replaced {
            self.space.release(replaced.size, 1);
        }
        self.space.sync(&self.folder)
    }
}

impl Space {
    /// Waits until the file's content is on the disk.
    pub(crate) fn durably(&self, file: &File) -> Result<()> {
        if self.is_durable() { file.sync_all().map_err(|_| failed()) } else { Ok(()) }
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        {
            let mut running = self.space.running.lock().unwrap_or_else(PoisonError::into_inner);
            let mine = running.get(&self.key).is_some_and(|w| w.as_ptr() == Arc::as_ptr(&self.ended));
            if mine {
                running.remove(&self.key);
            }
        }
        // Nothing, or something of which nothing can be made: it need not wait for anybody.
        let superseded = self.ended.load(Ordering::SeqCst);
        if !self.finished && !superseded && (self.length == 0 || self.broken.is_some()) {
            match rustix::fs::unlinkat(&self.folder, &self.part, AtFlags::empty()) {
                Ok(()) => self.space.release(self.length, 1),
                Err(Errno::NOENT) => {}
                Err(_) => {}
            }
        }
    }
}

/// An upload written from the beginning to the end.
pub struct Writer(pub Upload);

impl Writer {
    /// See [`Upload::finish`].
    ///
    /// # Errors
    /// As there.
    pub fn finish(self, now: i64) -> Result<()> {
        self.0.finish(now)
    }
}

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let at = self.0.length();
        self.0.write_at(at, bytes).map_err(|error| io::Error::other(error.to_string()))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
