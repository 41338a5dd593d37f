//! Skill aliases.

use talang_catalogue::{LanguageCode, Line, Ref};
use talang_derive::Object;

use super::Skill;

/// Other name of a skill in one language; searches and matching find the skill by it.
#[derive(Object)]
#[object(id = 180, module = "jobs", kind = shared, key(skill, language, text), title(text), path = "skill-aliases", privacy = none)]
pub struct SkillAlias {
    /// Skill from the library.
    #[field(id = 1)]
    pub skill: Ref<Skill>,
    /// Language of the text.
    #[field(id = 2)]
    pub language: LanguageCode,
    /// The other name.
    #[field(id = 3, search, max = 250)]
    pub text: Line,
}
