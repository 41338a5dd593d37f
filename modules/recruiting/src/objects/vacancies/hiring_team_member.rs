//! Hiring teams: see [`HiringTeamMember`].

use talang_catalogue::{Line, Ref, value::Chosen};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::Vacancy;

/// Employee who takes part in filling a vacancy, and therefore sees its candidates.
#[derive(Object)]
#[object(id = 308, module = "vacancies", kind = candidates, key(vacancy, employee), title(employee), within = vacancy, privacy = work)]
pub struct HiringTeamMember {
    /// The vacancy that it belongs to.
    #[field(id = 1)]
    pub vacancy: Ref<Vacancy>,
    /// Person who takes part.
    #[field(id = 2)]
    pub employee: Ref<Employee>,
    /// What the person does for the vacancy.
    #[field(id = 3, default = "interviewer")]
    pub role: Chosen<HiringRole>,
    /// Free remark.
    #[field(id = 4, max = 400)]
    pub comment: Option<Line>,
}

/// What somebody does for a vacancy.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum HiringRole {
    /// Recruiter.
    #[choice("recruiter")]
    Recruiter,
    /// Manager.
    #[choice("manager")]
    Manager,
    /// Interviewer.
    #[choice("interviewer")]
    Interviewer,
    /// Observer.
    #[choice("observer")]
    Observer,
}
