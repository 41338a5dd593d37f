//! Job sub-families.

use talang_catalogue::{Code, Ref, Translated};
use talang_derive::Object;

use super::JobFamily;

/// Narrower field of work within a job family.
#[derive(Object)]
#[object(id = 171, module = "jobs", kind = shared, key(code), title(label), extensible, privacy = none)]
pub struct JobSubFamily {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Job family that it is part of.
    #[field(id = 2)]
    pub family: Ref<JobFamily>,
    /// Name shown to users, per language.
    #[field(id = 3, search)]
    pub label: Translated,
    /// Explanation for users, per language.
    #[field(id = 4)]
    pub description: Option<Translated>,
    /// Place in lists; smaller numbers come first.
    #[field(id = 5, min = 0)]
    pub sort_order: Option<i64>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 6, default = "true")]
    pub active: bool,
}
