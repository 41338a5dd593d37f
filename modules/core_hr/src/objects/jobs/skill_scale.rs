//! Skill scales.

use talang_catalogue::{Code, Translated};
use talang_derive::Object;

/// Ladder of levels on which skills are required and assessed.
#[derive(Object)]
#[object(id = 178, module = "jobs", kind = shared, key(code), title(label), privacy = none)]
pub struct SkillScale {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Explanation for users, per language.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Used for skills that name no scale of their own; one scale has it.
    #[field(id = 4)]
    pub is_default: bool,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 5, default = "true")]
    pub active: bool,
}
