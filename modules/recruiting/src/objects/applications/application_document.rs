//! Documents of applications: see [`ApplicationDocument`].

use jiff::Timestamp;
use talang_catalogue::Ref;
use talang_derive::Object;

use super::super::candidates::{Candidate, CandidateDocument};
use super::super::vacancies::Vacancy;
use super::Application;

/// Document that a candidate sent with an application.
#[derive(Object)]
#[object(id = 343, module = "applications", kind = candidates, key(application, document), title(document), subject = candidate, within = vacancy, privacy = work)]
pub struct ApplicationDocument {
    /// The application that it belongs to.
    #[field(id = 1)]
    pub application: Ref<Application>,
    /// The document in the candidate's file.
    #[field(id = 2)]
    pub document: Ref<CandidateDocument>,
    /// Follows from the application.
    #[field(id = 3, privacy = identity, follows = "application")]
    pub candidate: Ref<Candidate>,
    /// Follows from the application.
    #[field(id = 4, follows = "application")]
    pub vacancy: Ref<Vacancy>,
    /// Moment at which it was sent.
    #[field(id = 5)]
    pub sent_at: Option<Timestamp>,
}
