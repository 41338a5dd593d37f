//! One tenant's folder: `in/`, `out/`, `done/`, `rejected/`, and nothing beside or above.
//!
//! Every name is opened from the descriptor of the folder that it is in, and no link is followed (`openat` with
//! `O_NOFOLLOW`): a link that somebody plants on the disk leads nowhere, whenever they plant it. What stands under a hidden
//! name is not there: uploads that are not complete, and files that a task works on.

use std::collections::HashMap;
use std::fs::File;
use std::os::fd::{AsFd, OwnedFd};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags, RenameFlags, Stat, Timespec, Timestamps};
use rustix::io::Errno;
use talang_catalogue::Fault;
use talang_engine::{Error, Result};

use crate::path::{FOLDERS, SpacePath};

/// Hidden folder of the files that a task has claimed.
pub(crate) const WORK: &str = ".work";
/// How the names of uploads begin that are not complete.
pub(crate) const PART: &str = ".part-";
/// A space is counted anew after so long: other servers and people with a shell change it too.
const RECOUNTED: Duration = Duration::from_secs(60);
/// An upload that was cut off can be continued for a day, in microseconds.
const RESUMABLE: i64 = 86_400_000_000;
const DAY: i64 = 86_400_000_000;

/// How much a space may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes, uploads that are not complete included.
    pub bytes: u64,
    /// Files and folders.
    pub files: u64,
}

/// How much a space holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Bytes.
    pub bytes: u64,
    /// Files and folders.
    pub files: u64,
}

/// A file or folder as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Name.
    pub name: String,
    /// Whether it is a folder.
    pub folder: bool,
    /// Bytes.
    pub size: u64,
    /// When it was put there, in microseconds since 1970.
    pub modified: i64,
}

/// See the module.
pub struct Space {
    root: OwnedFd,
    limits: Limits,
    durable: bool,
    usage: Mutex<Option<(Usage, Instant)>>,
    /// Uploads that run in this process, by folder and hidden name: a newer one ends its predecessor.
    pub(crate) running: Mutex<HashMap<String, Weak<AtomicBool>>>,
}

impl Space {
    /// Opens the space of that folder, making what is missing. `durable`: what is done is on the disk when it is told.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn open(folder: &Path, limits: Limits, durable: bool) -> Result<Space> {
        std::fs::create_dir_all(folder).map_err(|_| failed())?;
        let root = rustix::fs::open(folder, FOLDER, Mode::empty()).map_err(told)?;
        // Nobody else on the machine reads what tenants exchange.
        rustix::fs::fchmod(&root, Mode::RWXU).map_err(told)?;
        for name in FOLDERS.into_iter().chain([WORK]) {
            match rustix::fs::mkdirat(&root, name, Mode::RWXU) {
                Ok(()) | Err(Errno::EXIST) => {}
                Err(error) => return Err(told(error)),
            }
        }
        Ok(Space { root, limits, durable, usage: Mutex::default(), running: Mutex::default() })
    }

    /// Whether its folder was removed: the tenant was deleted, and may have been made anew.
    pub(crate) fn is_gone(&self) -> bool {
        rustix::fs::fstat(&self.root).is_ok_and(|stat| stat.st_nlink == 0)
    }

    /// How much it may hold.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// How much it holds.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn usage(&self) -> Result<Usage> {
        self.counted().map(|usage| usage.map(|(usage, _)| usage).unwrap_or_default())
    }

    /// The count, not older than a minute.
    fn counted(&self) -> Result<MutexGuard<'_, Option<(Usage, Instant)>>> {
        let mut usage = self.usage.lock().unwrap_or_else(PoisonError::into_inner);
        if usage.is_none_or(|(_, at)| at.elapsed() > RECOUNTED) {
            let mut found = Usage::default();
            for name in FOLDERS.into_iter().chain([WORK]) {
                count(&self.child(&self.root, name)?, &mut found)?;
            }
            *usage = Some((found, Instant::now()));
        }
        Ok(usage)
    }

    /// Takes room before it is used.
    ///
    /// # Errors
    /// `file_space.full`, `file_space.most`.
    pub(crate) fn reserve(&self, bytes: u64, files: u64) -> Result<()> {
        let mut usage = self.counted()?;
        let Some((usage, _)) = usage.as_mut() else { return Ok(()) };
        if bytes > 0 && usage.bytes.saturating_add(bytes) > self.limits.bytes {
            return Err(Fault::new("file_space.full").with("max", self.limits.bytes >> 20).into());
        }
        if files > 0 && usage.files.saturating_add(files) > self.limits.files {
            return Err(Fault::new("file_space.most").with("max", self.limits.files).into());
        }
        usage.bytes += bytes;
        usage.files += files;
        Ok(())
    }

    /// Gives room back.
    pub(crate) fn release(&self, bytes: u64, files: u64) {
        let mut usage = self.usage.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((usage, _)) = usage.as_mut() {
            usage.bytes = usage.bytes.saturating_sub(bytes);
            usage.files = usage.files.saturating_sub(files);
        }
    }

    fn child(&self, folder: impl AsFd, name: &str) -> Result<OwnedFd> {
        rustix::fs::openat(folder, name, FOLDER, Mode::empty()).map_err(told)
    }

    /// The folder of those names.
    pub(crate) fn folder(&self, parts: &[String]) -> Result<OwnedFd> {
        let mut folder = self.root.try_clone().map_err(|_| failed())?;
        for part in parts {
            folder = self.child(&folder, part)?;
        }
        Ok(folder)
    }

    /// The hidden folder of claimed files.
    pub(crate) fn work(&self) -> Result<OwnedFd> {
        self.child(&self.root, WORK)
    }

    /// The folder and name of a place where something may be changed.
    pub(crate) fn free<'p>(&self, path: &'p SpacePath) -> Result<(OwnedFd, &'p str)> {
        match path.split() {
            Some((folder, name)) if path.is_free() => Ok((self.folder(folder)?, name)),
            _ => Err(Fault::new("file_space.place").into()),
        }
    }

    /// What a folder holds, in the order of names (bytes).
    ///
    /// # Errors
    /// `file_space.not_found`, `file_space.kind`.
    pub fn list(&self, path: &SpacePath) -> Result<Vec<Entry>> {
        let folder = self.folder(path.parts())?;
        let mut found = Vec::new();
        for name in names(&folder)? {
            let shown = match path.parts() {
                [] => FOLDERS.contains(&name.as_str()),
                _ => !name.starts_with('.'),
            };
            if shown && let Some(entry) = entry_of(&folder, &name)? {
                found.push(entry);
            }
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    /// What is at a path. `account`: its own upload that was cut off counts as a file, so that a client learns from where
    /// on to continue; others do not see it.
    ///
    /// # Errors
    /// `file_space.not_found`.
    pub fn stat(&self, path: &SpacePath, account: Option<i64>) -> Result<Entry> {
        let Some((parts, name)) = path.split() else {
            let stat = rustix::fs::fstat(&self.root).map_err(told)?;
            return Ok(Entry { name: String::new(), folder: true, size: 0, modified: modified(&stat) });
        };
        if parts.is_empty() && !FOLDERS.contains(&name) {
            return Err(not_found());
        }
        let folder = self.folder(parts)?;
        if let Some(entry) = entry_of(&folder, name)? {
            return Ok(entry);
        }
        let part = account.map(|account| entry_of(&folder, &part_name(account, name))).transpose()?.flatten();
        part.map(|part| Entry { name: name.to_string(), ..part }).ok_or_else(not_found)
    }

    /// Opens a file for reading.
    ///
    /// # Errors
    /// `file_space.not_found`, `file_space.kind`.
    pub fn read(&self, path: &SpacePath) -> Result<File> {
        let Some((parts, name)) = path.split().filter(|(parts, _)| !parts.is_empty()) else {
            return Err(Fault::new(if path.parts().is_empty() {
                "file_space.kind"
            } else {
                "file_space.not_found"
            })
            .into());
        };
        open_file(&self.folder(parts)?, name)
    }

    /// Makes a folder.
    ///
    /// # Errors
    /// `file_space.place`, `file_space.exists`, `file_space.not_found` for its parent, `file_space.most`.
    pub fn make_folder(&self, path: &SpacePath) -> Result<()> {
        let (folder, name) = self.free(path)?;
        // A folder in which nothing fits is of no use.
        if path.room() == 0 {
            return Err(Fault::new("file_space.place").into());
        }
        self.reserve(0, 1)?;
        rustix::fs::mkdirat(&folder, name, Mode::RWXU).map_err(|error| {
            self.release(0, 1);
            told(error)
        })?;
        self.sync(&folder)
    }

    /// Removes an empty folder.
    ///
    /// # Errors
    /// `file_space.place`, `file_space.not_found`, `file_space.not_empty`, `file_space.kind`.
    pub fn remove_folder(&self, path: &SpacePath) -> Result<()> {
        let (folder, name) = self.free(path)?;
        let inner = self.child(&folder, name)?;
        // Uploads that were cut off keep nobody from tidying up; those that run do.
        let left = names(&inner)?;
        if left.iter().any(|n| !n.starts_with(PART) || self.is_running(&inner, n)) {
            return Err(Fault::new("file_space.not_empty").into());
        }
        for part in left {
            self.unlink(&inner, &part)?;
        }
        rustix::fs::unlinkat(&folder, name, AtFlags::REMOVEDIR).map_err(told)?;
        self.release(0, 1);
        self.sync(&folder)
    }

    /// Removes a file, or the account's own upload that was cut off.
    ///
    /// # Errors
    /// `file_space.place`, `file_space.not_found`, `file_space.kind`.
    pub fn remove(&self, path: &SpacePath, account: Option<i64>) -> Result<()> {
        let (folder, name) = self.free(path)?;
        match entry_of(&folder, name)? {
            Some(entry) if entry.folder => return Err(Fault::new("file_space.kind").into()),
            Some(_) => self.unlink(&folder, name)?,
            None => {
                let part = account.map(|a| part_name(a, name)).ok_or_else(not_found)?;
                entry_of(&folder, &part)?.ok_or_else(not_found)?;
                self.unlink(&folder, &part)?;
            }
        }
        self.sync(&folder)
    }

    /// Moves a file or folder. `replace`: an existing file there goes in the same moment.
    ///
    /// # Errors
    /// `file_space.place`, `file_space.not_found`, `file_space.exists`, `file_space.kind`.
    pub fn rename(&self, from: &SpacePath, to: &SpacePath, replace: bool) -> Result<()> {
        let (folder, name) = self.free(from)?;
        let (target, new) = self.free(to)?;
        let what = entry_of(&folder, name)?.ok_or_else(not_found)?;
        if what.folder {
            let depth = depth(&self.child(&folder, name)?)?;
            if to.parts().starts_with(from.parts()) && to != from || depth >= to.room() {
                return Err(Fault::new("file_space.place").into());
            }
        }
        if from == to {
            return Ok(());
        }
        let there = entry_of(&target, new)?;
        match &there {
            Some(_) if !replace => return Err(Fault::new("file_space.exists").into()),
            Some(there) if there.folder || what.folder => return Err(Fault::new("file_space.exists").into()),
            _ => {}
        }
        let moved = match replace {
            true => rustix::fs::renameat(&folder, name, &target, new),
            false => rustix::fs::renameat_with(&folder, name, &target, new, RenameFlags::NOREPLACE),
        };
        moved.map_err(told)?;
        if let Some(there) = there {
            self.release(there.size, 1);
        }
        self.sync(&target)?;
        self.sync(&folder)
    }

    /// Removes what is older than so many days, uploads that were cut off more than a day ago, and old folders that
    /// are empty (O1). How many files went. `now` in microseconds; can be repeated without harm.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn purge(&self, now: i64, keep_days: i64) -> Result<u64> {
        let mut gone = 0;
        for name in FOLDERS {
            let folder = self.child(&self.root, name)?;
            self.purge_folder(&folder, now, now - keep_days.clamp(1, 90) * DAY, &mut gone)?;
        }
        Ok(gone)
    }

    fn purge_folder(&self, folder: &OwnedFd, now: i64, before: i64, gone: &mut u64) -> Result<()> {
        for name in names(folder)? {
            let Some(entry) = entry_of(folder, &name)? else {
                // Neither file nor folder: a link that somebody planted. It is nobody's.
                continue;
            };
            if entry.folder {
                let inner = self.child(folder, &name)?;
                self.purge_folder(&inner, now, before, gone)?;
                if entry.modified < before && rustix::fs::unlinkat(folder, &name, AtFlags::REMOVEDIR).is_ok()
                {
                    self.release(0, 1);
                }
                continue;
            }
            let part =
                name.starts_with(PART) && entry.modified < now - RESUMABLE && !self.is_running(folder, &name);
            if entry.modified < before || part {
                self.unlink(folder, &name)?;
                *gone += 1;
            }
        }
        Ok(())
    }

    fn is_running(&self, folder: impl AsFd, name: &str) -> bool {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        inode(folder, name).is_some_and(|key| running.get(&key).is_some_and(|w| w.strong_count() > 0))
    }

    /// Removes a file and gives its room back.
    pub(crate) fn unlink(&self, folder: impl AsFd, name: &str) -> Result<()> {
        let size = entry_of(&folder, name)?.map_or(0, |e| e.size);
        rustix::fs::unlinkat(&folder, name, AtFlags::empty()).map_err(told)?;
        self.release(size, 1);
        Ok(())
    }

    /// Waits until the folder's names are on the disk.
    pub(crate) fn sync(&self, folder: impl AsFd) -> Result<()> {
        if self.durable { rustix::fs::fsync(folder).map_err(told) } else { Ok(()) }
    }

    /// Whether what is done is on the disk when it is told.
    pub(crate) fn is_durable(&self) -> bool {
        self.durable
    }

    /// How many bytes the disk itself still takes.
    pub fn disk_free(&self) -> u64 {
        rustix::fs::fstatvfs(&self.root).map_or(0, |s| s.f_bavail.saturating_mul(s.f_frsize))
    }
}

/// How folders are opened.
const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

/// Opens a regular file and nothing else: a pipe that somebody planted does not hold a thread.
pub(crate) fn open_file(folder: impl AsFd, name: &str) -> Result<File> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let fd = rustix::fs::openat(folder, name, flags, Mode::empty()).map_err(told)?;
    let stat = rustix::fs::fstat(&fd).map_err(told)?;
    match FileType::from_raw_mode(stat.st_mode) {
        FileType::RegularFile => Ok(File::from(fd)),
        FileType::Directory => Err(Fault::new("file_space.kind").into()),
        _ => Err(not_found()),
    }
}

/// The hidden name of an account's upload that is not complete. The same for the same file, so that it can be continued.
pub(crate) fn part_name(account: i64, name: &str) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(name.as_bytes());
    format!("{PART}{account}-{}", talang_store::attachments::hex(digest.get(..16).unwrap_or_default()))
}

/// Names in a folder, without `.` and `..`, in no order. What is not UTF-8 was not put there by anybody of ours.
pub(crate) fn names(folder: impl AsFd) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in Dir::read_from(folder).map_err(told)? {
        let entry = entry.map_err(told)?;
        if let Ok(name) = entry.file_name().to_str()
            && name != "."
            && name != ".."
        {
            found.push(name.to_string());
        }
    }
    Ok(found)
}

/// A file or folder of that name; nothing where there is none, or a link or the like.
pub(crate) fn entry_of(folder: impl AsFd, name: &str) -> Result<Option<Entry>> {
    let stat = match rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW) {
        Ok(stat) => stat,
        Err(Errno::NOENT) => return Ok(None),
        Err(error) => return Err(told(error)),
    };
    let folder = match FileType::from_raw_mode(stat.st_mode) {
        FileType::RegularFile => false,
        FileType::Directory => true,
        _ => return Ok(None),
    };
    let size = if folder { 0 } else { u64::try_from(stat.st_size).unwrap_or(0) };
    Ok(Some(Entry { name: name.to_string(), folder, size, modified: modified(&stat) }))
}

/// What tells one file of the machine from all others.
pub(crate) fn inode(folder: impl AsFd, name: &str) -> Option<String> {
    let stat = rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).ok()?;
    Some(inode_of(&stat))
}

pub(crate) fn inode_of(stat: &Stat) -> String {
    format!("{}:{}", stat.st_dev, stat.st_ino)
}

#[expect(clippy::unnecessary_cast, reason = "the width differs between machines")]
fn modified(stat: &Stat) -> i64 {
    (stat.st_mtime as i64).saturating_mul(1_000_000).saturating_add(stat.st_mtime_nsec as i64 / 1_000)
}

/// Sets when a file was put where it is: by the program's clock, which decides when it goes.
pub(crate) fn stamp(file: impl AsFd, now: i64) -> Result<()> {
    let time = Timespec {
        tv_sec: now.div_euclid(1_000_000),
        tv_nsec: (now.rem_euclid(1_000_000) * 1_000).try_into().unwrap_or_default(),
    };
    rustix::fs::futimens(file, &Timestamps { last_access: time, last_modification: time }).map_err(told)
}

fn count(folder: &OwnedFd, usage: &mut Usage) -> Result<()> {
    for name in names(folder)? {
        let Some(entry) = entry_of(folder, &name)? else { continue };
        usage.files += 1;
        usage.bytes += entry.size;
        if entry.folder {
            // It may go while it is counted.
            match rustix::fs::openat(folder, &name, FOLDER, Mode::empty()) {
                Ok(inner) => count(&inner, usage)?,
                Err(Errno::NOENT) => {}
                Err(error) => return Err(told(error)),
            }
        }
    }
    Ok(())
}

/// How many names lie one below the other in a folder.
fn depth(folder: &OwnedFd) -> Result<usize> {
    let mut deepest = 0;
    for name in names(folder)? {
        let below = match entry_of(folder, &name)? {
            Some(entry) if entry.folder => {
                depth(&rustix::fs::openat(folder, &name, FOLDER, Mode::empty()).map_err(told)?)?
            }
            _ => 0,
        };
        deepest = deepest.max(1 + below);
    }
    Ok(deepest)
}

pub(crate) fn not_found() -> Error {
    Fault::new("file_space.not_found").into()
}

pub(crate) fn failed() -> Error {
    Fault::new("storage.failed").into()
}

/// What a refusal of the system means to whoever asked.
pub(crate) fn told(error: Errno) -> Error {
    let code = match error {
        // A link where a folder should be is as good as nothing.
        Errno::NOENT | Errno::LOOP => "file_space.not_found",
        Errno::NOTDIR | Errno::ISDIR => "file_space.kind",
        Errno::EXIST => "file_space.exists",
        Errno::NOTEMPTY => "file_space.not_empty",
        Errno::INVAL => "file_space.place",
        Errno::NAMETOOLONG => "file_space.place",
        _ => "storage.failed",
    };
    Fault::new(code).into()
}

/// A space that several connections use.
pub type Shared = Arc<Space>;
