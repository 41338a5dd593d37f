//! The application log as a business object, so that lists, filters, files and the interface read it (A12).

use talang_catalogue::{AnyRef, Code, Line};
use talang_derive::Object;

/// Something that a user did: signed in, took out a file, saw somebody's pay, changed rights.
#[derive(Object)]
#[object(id = 33, module = "access", kind = shared, key(number), subject = subject, internal, privacy = work, path = "activity-entries")]
pub struct ActivityEntry {
    /// Number without gaps.
    #[field(id = 1, read_only)]
    pub number: i64,
    /// When.
    #[field(id = 2, read_only)]
    pub at: jiff::Timestamp,
    /// Row number of the account; empty where nobody was signed in and for the program itself.
    #[field(id = 3, read_only)]
    pub account: Option<i64>,
    /// Login that was used.
    #[field(id = 4, read_only)]
    pub login: Option<Line>,
    /// Row number of the account for which the user acted.
    #[field(id = 5, read_only)]
    pub on_behalf: Option<i64>,
    /// Way in: screen, rest, import, command-line, task.
    #[field(id = 6, read_only)]
    pub door: Code,
    /// Network address from which it was done.
    #[field(id = 7, read_only)]
    pub address: Option<Line>,
    /// What was done, such as sign-in, export, view or rights-changed.
    #[field(id = 8, read_only)]
    pub action: Code,
    /// Business object that was concerned.
    #[field(id = 9, read_only)]
    pub object: Option<Code>,
    /// Row number of its record.
    #[field(id = 10, read_only)]
    pub record: Option<i64>,
    /// Employee whose data was concerned.
    #[field(id = 11, target = "Employee", read_only)]
    pub subject: Option<AnyRef>,
    /// More about it, such as a count or groups of fields.
    #[field(id = 12, read_only)]
    pub detail: Option<Line>,
    /// SHA-256 over the preceding entry's hash and this one's content.
    #[field(id = 13, read_only)]
    pub hash: Line,
}
