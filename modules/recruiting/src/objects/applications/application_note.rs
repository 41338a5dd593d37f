//! Notes on applications: see [`ApplicationNote`].

use jiff::Timestamp;
use talang_catalogue::{Code, Long, Ref, Refs};
use talang_core_hr::objects::people::Employee;
use talang_derive::Object;

use super::super::candidates::Candidate;
use super::super::vacancies::Vacancy;
use super::Application;

/// What a member of the hiring team wants the others to know about an application.
#[derive(Object)]
#[object(id = 351, module = "applications", kind = candidates, key(application, number), title(application, number), subject = candidate, within = vacancy, privacy = work)]
pub struct ApplicationNote {
    /// The application that it belongs to.
    #[field(id = 1)]
    pub application: Ref<Application>,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{3}")]
    pub number: Code,
    /// Follows from the application.
    #[field(id = 3, privacy = identity, follows = "application")]
    pub candidate: Ref<Candidate>,
    /// Follows from the application.
    #[field(id = 4, follows = "application")]
    pub vacancy: Ref<Vacancy>,
    /// Who wrote the note.
    #[field(id = 5)]
    pub author: Ref<Employee>,
    /// Moment at which it was written.
    #[field(id = 6)]
    pub written_at: Option<Timestamp>,
    /// Facts only; the candidate has the right to read it.
    #[field(id = 7, max = 8000)]
    pub text: Long,
    /// Colleagues who should read it.
    #[field(id = 8)]
    pub mentions: Option<Refs<Employee>>,
    /// Those of them who have read it.
    #[field(id = 9, read_only)]
    pub read_by: Option<Refs<Employee>>,
}
