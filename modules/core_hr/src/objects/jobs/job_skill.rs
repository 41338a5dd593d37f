//! Required skills.

use talang_catalogue::{Line, Ref};
use talang_derive::Object;

use super::{Job, Skill, SkillLevel};

/// Skill that a job asks for, with the level needed and its weight.
#[derive(Object)]
#[object(id = 174, module = "jobs", kind = shared, key(job, skill), privacy = none)]
pub struct JobSkill {
    /// Job that it belongs to.
    #[field(id = 1)]
    pub job: Ref<Job>,
    /// Skill from the library.
    #[field(id = 2)]
    pub skill: Ref<Skill>,
    /// Level that job holders should reach.
    #[field(id = 3)]
    pub level: Option<Ref<SkillLevel>>,
    /// Importance from 1 (useful) to 10 (decisive) when profiles are compared with the job.
    #[field(id = 4, default = "1", min = 1, max = 10)]
    pub weight: i64,
    /// Without it the job cannot be held; otherwise it can be learnt on the job.
    #[field(id = 5)]
    pub mandatory: bool,
    /// Free remark.
    #[field(id = 6)]
    pub comment: Option<Line>,
}
