//! Attachments of one tenant: files named by the SHA-256 of their content, in a folder of the tenant's own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use sha2::{Digest, Sha256};

use crate::directory::TenantId;
use crate::error::{Error, Result};

/// Judges what is to be kept, such as a virus scanner: [`Error::Refused`] for what is not.
pub type Guard = dyn Fn(&TenantId, &[u8]) -> Result<()> + Send + Sync;

/// The guard of an installation, once it has one.
pub(crate) type Gate = Arc<RwLock<Option<Arc<Guard>>>>;

/// A tenant's attachment folder.
#[derive(Clone)]
pub struct Attachments {
    root: PathBuf,
    tenant: TenantId,
    gate: Gate,
}

impl Attachments {
    pub(crate) fn new(root: PathBuf, tenant: TenantId, gate: Gate) -> Attachments {
        Attachments { root, tenant, gate }
    }

    /// Lets the guard judge bytes that somebody brought, whether they are kept or only read. Not within a transaction: it asks
    /// elsewhere, and may note what it found.
    ///
    /// # Errors
    /// [`Error::Refused`] with the code of why they are not taken.
    pub fn judge(&self, bytes: &[u8]) -> Result<()> {
        let guard = self.gate.read().unwrap_or_else(PoisonError::into_inner).clone();
        guard.map_or(Ok(()), |guard| guard(&self.tenant, bytes))
    }

    /// Keeps bytes that somebody brought durably and returns their SHA-256 in hexadecimal. The same bytes are kept once. They are
    /// judged first ([`Attachments::judge`]): what is refused leaves nothing behind.
    ///
    /// # Errors
    /// [`Error::Refused`]; those of the disk.
    pub fn put(&self, bytes: &[u8]) -> Result<String> {
        self.judge(bytes)?;
        self.put_own(bytes)
    }

    /// The same for what the program wrote itself, which nobody judges.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn put_own(&self, bytes: &[u8]) -> Result<String> {
        let hash = hex(&Sha256::digest(bytes));
        let path = self.path(&hash)?;
        if path.exists() {
            return Ok(hash);
        }
        let folder = path.parent().unwrap_or(&self.root);
        std::fs::create_dir_all(folder)?;
        let mut unique = [0u8; 8];
        unique.copy_from_slice(&Sha256::digest(format!("{:?}", std::time::SystemTime::now()))[..8]);
        let temporary = folder.join(format!(".{}.part", hex(&unique)));
        let write = || {
            let mut file = std::fs::File::create(&temporary)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            std::fs::rename(&temporary, &path)
        };
        // What a full disk cut off would only take the room that somebody makes.
        if let Err(error) = write() {
            let _ = std::fs::remove_file(&temporary);
            return Err(error.into());
        }
        sync_folder(folder)?;
        Ok(hash)
    }

    /// The bytes of that SHA-256.
    pub fn get(&self, hash: &str) -> Result<Vec<u8>> {
        Ok(std::fs::read(self.path(hash)?)?)
    }

    /// Where the bytes of that SHA-256 are, for streaming.
    pub fn path(&self, hash: &str) -> Result<PathBuf> {
        if hash.len() != 64 || !hash.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(Error::Other("not the name of an attachment".into()));
        }
        Ok(self.root.join(&hash[..2]).join(hash))
    }

    /// Removes the bytes of that SHA-256 for good; bytes that are not there are no error. Whether anything still names them is
    /// the caller's question.
    pub fn remove(&self, hash: &str) -> Result<()> {
        match std::fs::remove_file(self.path(hash)?) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// The folder of the tenant's file space (I8), beside the attachments.
    pub fn space_folder(&self) -> PathBuf {
        self.root.with_file_name("space")
    }

    /// The folder for the program's own working files of this tenant (uploads that wait, results to fetch).
    pub fn work_folder(&self) -> Result<PathBuf> {
        let folder = self.root.join("work");
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }
}

/// Makes a rename or creation in the folder durable.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    std::fs::File::open(folder)?.sync_all()?;
    Ok(())
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
