//! What can go wrong between the program and its databases.

/// Result of the store.
pub type Result<T> = std::result::Result<T, Error>;

/// A failure of the store. Messages name tables and constraints, never values.
#[derive(Debug)]
pub enum Error {
    /// Another writer holds the database longer than we wait.
    Busy,
    /// A unique index refused a row; the text names the index or column.
    Unique(String),
    /// The disk or quota is full.
    Full,
    /// No such tenant.
    UnknownTenant(String),
    /// Something that must not exist does.
    Exists(String),
    /// The installation cannot be used as it is: what, and how to mend it.
    Setup(String),
    /// A file is not kept: the code of the fault that says why.
    Refused(&'static str),
    /// Anything else, as the database said it.
    Other(String),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::Busy => write!(f, "the database is busy"),
            Error::Unique(what) => write!(f, "not unique: {what}"),
            Error::Full => write!(f, "the disk is full"),
            Error::UnknownTenant(id) => write!(f, "there is no tenant {id}"),
            Error::Exists(what) => write!(f, "{what} exists already"),
            Error::Refused(code) => f.write_str(code),
            Error::Setup(what) | Error::Other(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Error {}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        use rusqlite::ErrorCode;
        match &error {
            rusqlite::Error::SqliteFailure(code, message) => match code.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::Busy,
                ErrorCode::DiskFull => Error::Full,
                ErrorCode::ConstraintViolation => {
                    let text = message.clone().unwrap_or_default();
                    match text.strip_prefix("UNIQUE constraint failed: ") {
                        Some(columns) => Error::Unique(columns.to_string()),
                        None => Error::Other(text),
                    }
                }
                _ => Error::Other(error.to_string()),
            },
            _ => Error::Other(error.to_string()),
        }
    }
}

impl From<postgres::Error> for Error {
    fn from(error: postgres::Error) -> Error {
        use postgres::error::SqlState;
        let Some(db) = error.as_db_error() else { return Error::Other(error.to_string()) };
        match *db.code() {
            SqlState::UNIQUE_VIOLATION => Error::Unique(db.constraint().unwrap_or_default().to_string()),
            SqlState::DISK_FULL => Error::Full,
            SqlState::LOCK_NOT_AVAILABLE
            | SqlState::T_R_DEADLOCK_DETECTED
            | SqlState::T_R_SERIALIZATION_FAILURE => Error::Busy,
            _ => Error::Other(format!("{}: {}", db.code().code(), db.message())),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Error {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::Full,
            _ => Error::Other(error.to_string()),
        }
    }
}
