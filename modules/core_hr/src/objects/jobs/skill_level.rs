//! Skill levels.

use talang_catalogue::{Ref, Translated};
use talang_derive::Object;

use super::SkillScale;

/// One rung of a skill scale, described so that two people judge alike.
#[derive(Object)]
#[object(id = 179, module = "jobs", kind = shared, key(scale, rank), title(label), privacy = none)]
pub struct SkillLevel {
    /// Scale that the level belongs to.
    #[field(id = 1)]
    pub scale: Ref<SkillScale>,
    /// Number of the rung; higher means more skilled.
    #[field(id = 2, min = 0, max = 100)]
    pub rank: i64,
    /// Name shown to users, per language.
    #[field(id = 3, search)]
    pub label: Translated,
    /// Explanation for users, per language.
    #[field(id = 4)]
    pub description: Option<Translated>,
}
