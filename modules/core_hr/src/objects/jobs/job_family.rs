//! Job families.

use talang_catalogue::{Code, Translated};
use talang_derive::Object;

/// Broad field of work, such as finance or care, that groups jobs.
#[derive(Object)]
#[object(id = 170, module = "jobs", kind = shared, key(code), title(label), extensible, privacy = none)]
pub struct JobFamily {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Explanation for users, per language.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Place in lists; smaller numbers come first.
    #[field(id = 4, min = 0)]
    pub sort_order: Option<i64>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 5, default = "true")]
    pub active: bool,
}
