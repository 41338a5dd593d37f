//! Answers: see [`ApplicationAnswer`].

use talang_catalogue::{Long, Ref};
use talang_derive::Object;

use super::super::candidates::Candidate;
use super::super::vacancies::{Vacancy, VacancyQuestion};
use super::Application;

/// What a candidate answered to a question of the vacancy.
#[derive(Object)]
#[object(id = 342, module = "applications", kind = candidates, key(application, question), title(question), subject = candidate, within = vacancy, privacy = work)]
pub struct ApplicationAnswer {
    /// The application that it belongs to.
    #[field(id = 1)]
    pub application: Ref<Application>,
    /// Question of the vacancy.
    #[field(id = 2)]
    pub question: Ref<VacancyQuestion>,
    /// Follows from the application.
    #[field(id = 3, privacy = identity, follows = "application")]
    pub candidate: Ref<Candidate>,
    /// Follows from the application.
    #[field(id = 4, follows = "application")]
    pub vacancy: Ref<Vacancy>,
    /// In the words of the candidate, or what was chosen.
    #[field(id = 5, max = 8000)]
    pub answer: Option<Long>,
}
