//! What the gate answers when it refuses.

use talang_catalogue::Fault;

/// Result of the engine.
pub type Result<T> = std::result::Result<T, Error>;

/// A refusal with everything that is wrong, or a failure of the store.
#[derive(Debug)]
pub enum Error {
    /// What is wrong, each with a stable code; never empty.
    Faults(Vec<Fault>),
    /// The store failed.
    Storage(talang_store::Error),
}

impl Error {
    /// The faults that users are told.
    pub fn faults(&self) -> Vec<Fault> {
        match self {
            Error::Faults(faults) => faults.clone(),
            Error::Storage(talang_store::Error::Busy) => vec![Fault::new("storage.busy")],
            Error::Storage(talang_store::Error::UnknownTenant(_)) => vec![Fault::new("tenant.unknown")],
            Error::Storage(talang_store::Error::Exists(_)) => vec![Fault::new("tenant.exists")],
            Error::Storage(talang_store::Error::Unique(_)) => vec![Fault::new("value.duplicate")],
            Error::Storage(talang_store::Error::Refused(code)) => vec![Fault::new(code)],
            Error::Storage(_) => vec![Fault::new("storage.failed")],
        }
    }

    /// The HTTP status of the first fault.
    pub fn status(&self) -> u16 {
        self.faults().first().map_or(500, Fault::status)
    }

    /// Whether it is about what was sent, so that a form shows it beside what was typed: neither a failure, nor a record that
    /// is not there, nor the question who one is.
    pub fn is_of_the_form(&self) -> bool {
        self.status() < 500 && !self.is("record.not_found") && !self.is("session.confirm")
    }

    /// Whether the first fault has that code.
    pub fn is(&self, code: &str) -> bool {
        self.faults().first().is_some_and(|f| f.code == code)
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::Faults(faults) => {
                for (i, fault) in faults.iter().enumerate() {
                    write!(f, "{}{fault}", if i > 0 { "; " } else { "" })?;
                }
                Ok(())
            }
            Error::Storage(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Error {
        Error::Faults(vec![fault])
    }
}

impl From<Vec<Fault>> for Error {
    fn from(faults: Vec<Fault>) -> Error {
        Error::Faults(faults)
    }
}

impl From<talang_store::Error> for Error {
    fn from(error: talang_store::Error) -> Error {
        Error::Storage(error)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Error {
        Error::Storage(error.into())
    }
}
