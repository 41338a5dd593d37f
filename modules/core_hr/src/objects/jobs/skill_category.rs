//! Skill categories.

use talang_catalogue::{Code, Ref, Translated};
use talang_derive::Object;

/// Drawer of the skill library; categories can be nested.
#[derive(Object)]
#[object(id = 176, module = "jobs", kind = shared, key(code), title(label), extensible, privacy = none)]
pub struct SkillCategory {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Explanation for users, per language.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Category that contains this one.
    #[field(id = 4)]
    pub parent: Option<Ref<SkillCategory>>,
    /// Place in lists; smaller numbers come first.
    #[field(id = 5, min = 0)]
    pub sort_order: Option<i64>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 6, default = "true")]
    pub active: bool,
}
