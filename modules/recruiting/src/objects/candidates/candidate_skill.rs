//! Skills of candidates: see [`CandidateSkill`].

use talang_catalogue::{Line, Ref};
use talang_core_hr::objects::jobs::{Skill, SkillLevel};
use talang_derive::Object;

use super::Candidate;

/// Skill that a candidate has, with level and experience.
#[derive(Object)]
#[object(id = 325, module = "candidates", kind = candidates, key(candidate, skill), title(skill), subject = candidate, extensible, privacy = work)]
pub struct CandidateSkill {
    /// Person whom the record is about.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// Skill from the library.
    #[field(id = 2)]
    pub skill: Ref<Skill>,
    /// Level reached, on the scale of the skill.
    #[field(id = 3)]
    pub level: Option<Ref<SkillLevel>>,
    /// Full years in which the skill was used.
    #[field(id = 4, min = 0, max = 70)]
    pub years: Option<i64>,
    /// Year in which the skill was last used.
    #[field(id = 5, min = 1950, max = 2200)]
    pub last_used: Option<i64>,
    /// Somebody saw the proof.
    #[field(id = 6, group = "verification")]
    pub verified: bool,
    /// Free remark.
    #[field(id = 7, max = 400)]
    pub comment: Option<Line>,
}
