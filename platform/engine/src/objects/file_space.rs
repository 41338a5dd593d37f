//! The tenant's private space on the file server (I8): accounts, their keys, and how long files stay.

use talang_catalogue::{Code, Line, Long, Ref};
use talang_derive::Object;

/// An account with which a system of others exchanges files by SFTP or FTPS (I8).
#[derive(Object)]
#[object(id = 230, module = "access", kind = shared, connection, key(login), technical, power, privacy = none, title(login))]
pub struct FileAccount {
    /// Name with which the system signs in, as login@tenant.
    #[field(id = 1, search, fixed)]
    pub login: Code,
    /// Which system uses the account, and for what.
    #[field(id = 2, search)]
    pub label: Line,
    /// Works only while active; connections end when it no longer is.
    #[field(id = 3, default = "true")]
    pub active: bool,
    /// Addresses and networks from which the system may come, such as 192.0.2.0/24, separated by commas; empty for all.
    #[field(id = 4)]
    pub networks: Option<Long>,
    /// When the password was last renewed. It does not expire.
    #[field(id = 5, read_only)]
    pub password_renewed_at: Option<jiff::Timestamp>,
}

/// A public key with which an account signs in by SFTP instead of a password (I8).
#[derive(Object)]
#[object(id = 231, module = "access", kind = shared, connection, key(account, label), technical, power, privacy = none, title(label))]
pub struct FileKey {
    /// Account that may sign in with the key.
    #[field(id = 1, fixed)]
    pub account: Ref<FileAccount>,
    /// Whose key it is, to tell it from others.
    #[field(id = 2)]
    pub label: Line,
    /// Public key in one line, as OpenSSH writes it.
    #[field(id = 3, fixed)]
    pub public_key: Long,
    /// SHA-256 of the key, as clients show it.
    #[field(id = 4, read_only)]
    pub fingerprint: Option<Line>,
    /// Works only while active.
    #[field(id = 5, default = "true")]
    pub active: bool,
}

/// The tenant's file space. Who may read it may see its files; export, import and delete fetch, put and remove them.
#[derive(Object)]
#[object(id = 232, module = "access", kind = shared, connection, key(code), technical, privacy = none, title(code))]
pub struct FileSpace {
    /// Always main.
    #[field(id = 1, fixed)]
    pub code: Code,
    /// Days after which files are removed, 90 at most (O1).
    #[field(id = 2, default = "90", min = 1, max = 90)]
    pub keep_days: i64,
}
