//! Skills of vacancies: see [`VacancySkill`].

use talang_catalogue::{Line, Ref};
use talang_core_hr::objects::jobs::{Skill, SkillLevel};
use talang_derive::Object;

use super::Vacancy;

/// Skill that a vacancy asks for, with the level needed and its weight.
#[derive(Object)]
#[object(id = 305, module = "vacancies", kind = candidates, key(vacancy, skill), title(skill), within = vacancy, privacy = none)]
pub struct VacancySkill {
    /// The vacancy that it belongs to.
    #[field(id = 1)]
    pub vacancy: Ref<Vacancy>,
    /// Skill from the library.
    #[field(id = 2)]
    pub skill: Ref<Skill>,
    /// Level that candidates should reach.
    #[field(id = 3)]
    pub level: Option<Ref<SkillLevel>>,
    /// Importance from 1 (useful) to 10 (decisive) when candidates are compared with the vacancy.
    #[field(id = 4, default = "1", min = 1, max = 10)]
    pub weight: i64,
    /// Nobody is hired without it; otherwise it is wished for.
    #[field(id = 5)]
    pub mandatory: bool,
    /// Free remark.
    #[field(id = 6, max = 400)]
    pub comment: Option<Line>,
}
