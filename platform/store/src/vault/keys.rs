//! The file with the keys: a line each, the one that seals first. `talang-key-1`, the key's id, and its 256 bits in Base 64.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::aead::{AES_256_GCM, LessSafeKey, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use sha2::{Digest, Sha256};

use crate::attachments::{hex, sync_folder};
use crate::error::{Error, Result};

/// How a line begins.
const MARK: &str = "talang-key-1";
/// Length of a key, in bytes.
const LENGTH: usize = 32;
/// What people read above the keys.
const HEAD: &str = "# The keys with which this installation seals secrets in its databases. Keep a copy apart from the backups of the data:
# without it they cannot be opened, and together with them anybody can.
";

/// A key with its name.
pub(super) struct Key {
    id: String,
    bytes: [u8; LENGTH],
    aead: LessSafeKey,
}

impl Key {
    fn new(bytes: [u8; LENGTH]) -> Result<Key> {
        let unbound = UnboundKey::new(&AES_256_GCM, &bytes)
            .map_err(|_| Error::Other("a key of the vault has a wrong length".into()))?;
        let digest = Sha256::new().chain_update("talang key\n").chain_update(bytes).finalize();
        Ok(Key { id: hex(digest.get(..8).unwrap_or_default()), bytes, aead: LessSafeKey::new(unbound) })
    }

    /// A new one.
    pub fn random() -> Result<Key> {
        let mut bytes = [0; LENGTH];
        SystemRandom::new()
            .fill(&mut bytes)
            .map_err(|_| Error::Other("the machine gives no random numbers".into()))?;
        Key::new(bytes)
    }

    /// Its name, made from a digest of it: a key cannot stand under the name of another.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What seals.
    pub fn aead(&self) -> &LessSafeKey {
        &self.aead
    }

    fn line(&self) -> String {
        format!("{MARK} {} {}\n", self.id, STANDARD.encode(self.bytes))
    }

    fn parse(line: &str) -> Option<Key> {
        let mut words = line.split_whitespace();
        let (mark, id, key) = (words.next()?, words.next()?, words.next()?);
        let bytes: [u8; LENGTH] = STANDARD.decode(key).ok()?.try_into().ok()?;
        let key = Key::new(bytes).ok()?;
        (mark == MARK && key.id == id && words.next().is_none()).then_some(key)
    }
}

/// The keys of a file as it was at one moment.
pub(super) struct Ring {
    keys: Vec<Key>,
    stamp: Option<Stamp>,
}

/// Tells a file that was replaced from the one that was read.
#[derive(PartialEq, Eq)]
struct Stamp(u64, i64, i64, u64);

fn stamp(path: &Path) -> Option<Stamp> {
    fs::metadata(path).ok().map(|m| Stamp(m.ino(), m.mtime(), m.mtime_nsec(), m.size()))
}

impl Ring {
    /// Reads a file.
    ///
    /// # Errors
    /// [`Error::Setup`]: where, what, and how to mend it.
    pub fn read(path: &Path) -> Result<Ring> {
        let place = path.display();
        let setup = |what: String| Error::Setup(what);
        let stamp = stamp(path);
        let text =
            fs::read_to_string(path).map_err(|e| setup(format!("cannot read the keys in {place}: {e}")))?;
        let mode = fs::metadata(path)?.permissions().mode() & 0o777;
        if mode & 0o007 != 0 {
            return Err(setup(format!(
                "everybody on this machine may reach the keys in {place} (mode {mode:03o}): chmod 600 {place}"
            )));
        }
        let mut keys = Vec::new();
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let key = Key::parse(line).ok_or_else(|| {
                let number = number + 1;
                setup(format!("{place}, line {number}, is not a whole key: put the file back from your copy"))
            })?;
            keys.push(key);
        }
        match keys.is_empty() {
            true => Err(setup(format!("there is no key in {place}: put the file back from your copy"))),
            false => Ok(Ring { keys, stamp }),
        }
    }

    /// All of them, the one that seals first.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// All of them.
    pub fn into_keys(self) -> Vec<Key> {
        self.keys
    }

    /// The key of that name.
    pub fn find(&self, id: &str) -> Option<&Key> {
        self.keys.iter().find(|k| k.id == id)
    }

    /// Whether the file is still the one that was read.
    pub fn is_of(&self, path: &Path) -> bool {
        self.stamp.is_some() && stamp(path) == self.stamp
    }
}

/// Makes the file. Of two programs that start at the same time, one makes it and both use it.
pub(super) fn create(path: &Path, keys: &[Key]) -> Result<()> {
    let temporary = written(path, keys)?;
    let linked = fs::hard_link(&temporary, path);
    fs::remove_file(&temporary)?;
    match linked {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(cannot_write(path, &error)),
        _ => Ok(sync_folder(path.parent().unwrap_or(path))?),
    }
}

/// Puts other keys in place of those there are, whole or not at all.
pub(super) fn replace(path: &Path, keys: &[Key]) -> Result<()> {
    let temporary = written(path, keys)?;
    fs::rename(&temporary, path).map_err(|e| cannot_write(path, &e))?;
    sync_folder(path.parent().unwrap_or(path))
}

/// A file beside it, on the disk, that only its owner reads.
fn written(path: &Path, keys: &[Key]) -> Result<std::path::PathBuf> {
    let mut tail = [0; 8];
    SystemRandom::new()
        .fill(&mut tail)
        .map_err(|_| Error::Other("the machine gives no random numbers".into()))?;
    let temporary = path.with_extension(format!("{}.part", hex(&tail)));
    let text: String = std::iter::once(HEAD.to_string()).chain(keys.iter().map(Key::line)).collect();
    let write = || {
        let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&temporary)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    };
    write().map_err(|e| cannot_write(path, &e))?;
    Ok(temporary)
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Error {
    Error::Setup(format!(
        "cannot write the keys to {}: {error}. The folder must exist and be the program's to write in",
        path.display()
    ))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// As the program leaves it.
    pub fn private(path: &Path) {
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
    }

    #[test]
    fn only_its_owner_reads_the_file_and_a_damaged_one_is_refused_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vault.keys");
        create(&path, &[Key::random().unwrap()]).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let first = Ring::read(&path).unwrap().keys()[0].id().to_string();
        create(&path, &[Key::random().unwrap()]).unwrap();
        assert_eq!(Ring::read(&path).unwrap().keys()[0].id(), first, "a second program overwrote the key");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "a piece is left over");

        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        let refusal = Ring::read(&path).err().unwrap().to_string();
        assert!(refusal.contains("644") && refusal.contains("chmod 600"), "{refusal}");
        private(&path);
        // A letter of the key is another: its name gives it away.
        let text = fs::read_to_string(&path).unwrap();
        let at = text.rfind(' ').unwrap() + 3;
        let other = if text.as_bytes()[at] == b'A' { "B" } else { "A" };
        fs::write(&path, format!("{}{other}{}", &text[..at], &text[at + 1..])).unwrap();
        let refusal = Ring::read(&path).err().unwrap().to_string();
        assert!(refusal.contains("line 3"), "{refusal}");
        fs::write(&path, "").unwrap();
        assert!(Ring::read(&path).err().unwrap().to_string().contains("no key"));
    }
}
