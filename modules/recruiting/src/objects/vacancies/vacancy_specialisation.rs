//! Specialisations of vacancies: see [`VacancySpecialisation`].

use talang_catalogue::{Line, Ref};
use talang_core_hr::objects::jobs::JobSubFamily;
use talang_derive::Object;

use super::Vacancy;

/// Field of work in which candidates for a vacancy should be at home.
#[derive(Object)]
#[object(id = 303, module = "vacancies", kind = candidates, key(vacancy, specialisation), title(specialisation), within = vacancy, privacy = none)]
pub struct VacancySpecialisation {
    /// The vacancy that it belongs to.
    #[field(id = 1)]
    pub vacancy: Ref<Vacancy>,
    /// Field of work from the job catalogue.
    #[field(id = 2)]
    pub specialisation: Ref<JobSubFamily>,
    /// Full years of work in the field that are expected.
    #[field(id = 3, min = 0, max = 50)]
    pub years: Option<i64>,
    /// Nobody is hired without it; otherwise it is wished for.
    #[field(id = 4)]
    pub mandatory: bool,
    /// Free remark.
    #[field(id = 5, max = 400)]
    pub comment: Option<Line>,
}
