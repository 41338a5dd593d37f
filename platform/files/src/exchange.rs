//! What a scheduler does with a space (I9): takes files from `in/` in the order of their names, works on one that nobody
//! else gets, puts it to `done/` or `rejected/`, and leaves results in `out/`.
//!
//! ```text
//! for name in space.waiting()? {
//!     let Some(claimed) = space.claim(&name)? else { continue };   // another server was quicker
//!     let mut result = space.result("Employee.csv.result.csv")?;   // visible only when it is finished
//!     …                                                            // claimed.open()?, write!(result, …)
//!     result.finish(now)?;
//!     claimed.done(now)?;                                          // or rejected(now), or back()
//! }
//! ```
//!
//! After a crash [`Space::claimed`] names what was being worked on; [`Space::resume`] takes it up again.

use std::fs::File;
use std::sync::Arc;

use rustix::fs::RenameFlags;
use rustix::io::Errno;
use talang_catalogue::Fault;
use talang_engine::Result;

use crate::path::SpacePath;
use crate::space::{Entry, Space, entry_of, names, open_file, stamp, told};
use crate::upload::{Begin, Upload, Writer};

/// Account of the program's own uploads.
const PROGRAM: i64 = 0;

/// A file of `in/` that nobody else works on.
pub struct Claimed {
    space: Arc<Space>,
    name: String,
}

impl Space {
    /// The files directly in `in/` that are complete, in the order of their names (I4).
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn waiting(&self) -> Result<Vec<Entry>> {
        let mut files = self.list(&SpacePath::parse(&SpacePath::default(), "in")?)?;
        files.retain(|entry| !entry.folder);
        Ok(files)
    }

    /// Takes a file out of `in/`, if it is still there: of several that try, one gets it.
    ///
    /// # Errors
    /// `file_space.exists` while a file of the same name is being worked on.
    pub fn claim(self: &Arc<Space>, name: &str) -> Result<Option<Claimed>> {
        let path = SpacePath::parse(&SpacePath::default(), "in")?.join(name)?;
        let (folder, name) = self.free(&path)?;
        let work = self.work()?;
        match rustix::fs::renameat_with(&folder, name, &work, name, RenameFlags::NOREPLACE) {
            Ok(()) => {}
            Err(Errno::NOENT) => return Ok(None),
            Err(error) => return Err(told(error)),
        }
        self.sync(&work)?;
        self.sync(&folder)?;
        Ok(Some(Claimed { space: self.clone(), name: name.to_string() }))
    }

    /// Names of the files that are being worked on, or were when the program ended.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn claimed(&self) -> Result<Vec<String>> {
        let mut found = names(self.work()?)?;
        found.sort();
        Ok(found)
    }

    /// Takes up a file that was being worked on. That nobody else does is the caller's care: a job holds a lease.
    ///
    /// # Errors
    /// `file_space.not_found`.
    pub fn resume(self: &Arc<Space>, name: &str) -> Result<Claimed> {
        entry_of(self.work()?, name)?.ok_or_else(|| Fault::new("file_space.not_found"))?;
        Ok(Claimed { space: self.clone(), name: name.to_string() })
    }

    /// Begins a file in `out/`; it is there, whole, when it is finished, and takes the place of an older one.
    ///
    /// # Errors
    /// `file_space.name`, `file_space.full`, `file_space.most`.
    pub fn result(self: &Arc<Space>, name: &str) -> Result<Writer> {
        let path = SpacePath::parse(&SpacePath::default(), "out")?.join(name)?;
        Ok(Writer(Upload::begin(self, &path, PROGRAM, Begin::Empty)?))
    }
}

impl Claimed {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its content.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn open(&self) -> Result<File> {
        open_file(self.space.work()?, &self.name)
    }

    /// Puts it to `done/`; its name there, with a number where it was taken. `now` in microseconds.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn done(self, now: i64) -> Result<String> {
        self.put("done", Some(now))
    }

    /// Puts it to `rejected/`; its name there.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn rejected(self, now: i64) -> Result<String> {
        self.put("rejected", Some(now))
    }

    /// Puts it back to `in/`: it could not be worked on.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn back(self) -> Result<String> {
        self.put("in", None)
    }

    fn put(self, place: &str, now: Option<i64>) -> Result<String> {
        let (work, folder) = (self.space.work()?, self.space.folder(&[place.to_string()])?);
        if let Some(now) = now {
            stamp(&self.open()?, now)?;
        }
        for number in 1..10_000 {
            let name = numbered(&self.name, number);
            match rustix::fs::renameat_with(&work, &self.name, &folder, &name, RenameFlags::NOREPLACE) {
                Ok(()) => {
                    self.space.sync(&folder)?;
                    self.space.sync(&work)?;
                    return Ok(name);
                }
                Err(Errno::EXIST) => {}
                Err(error) => return Err(told(error)),
            }
        }
        Err(Fault::new("file_space.exists").into())
    }
}

/// `a.csv`, `a~2.csv`, `a~3.csv` …, never too long.
fn numbered(name: &str, number: u32) -> String {
    if number == 1 {
        return name.to_string();
    }
    let (stem, end) = match name.rsplit_once('.') {
        Some((stem, end)) if end.len() <= 16 => (stem, format!(".{end}")),
        _ => (name, String::new()),
    };
    let mark = format!("~{number}");
    let mut room = 255 - mark.len() - end.len();
    while !stem.is_char_boundary(room.min(stem.len())) {
        room -= 1;
    }
    format!("{}{mark}{end}", stem.get(..room.min(stem.len())).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        assert_eq!(numbered("a.csv", 1), "a.csv");
        assert_eq!(numbered("a.csv", 2), "a~2.csv");
        assert_eq!(numbered("a", 12), "a~12");
        let long = format!("{}.csv", "é".repeat(125));
        assert!(numbered(&long, 300).len() <= 255 && numbered(&long, 300).ends_with("~300.csv"));
    }
}
