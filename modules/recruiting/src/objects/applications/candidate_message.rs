//! Messages: see [`CandidateMessage`].

use jiff::Timestamp;
use talang_catalogue::{Code, FileId, Line, Long, Ref, value::Chosen};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::super::candidates::Candidate;
use super::super::careers::MessageTemplate;
use super::super::vacancies::Vacancy;
use super::Application;

/// Message to a candidate or from one.
#[derive(Object)]
#[object(id = 350, module = "applications", kind = candidates, key(candidate, number), title(heading), subject = candidate, within = vacancy, privacy = private)]
pub struct CandidateMessage {
    /// Person whom the record is about.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{6}")]
    pub number: Code,
    /// Vacancy that it is about, where there is one.
    #[field(id = 3, privacy = work)]
    pub vacancy: Option<Ref<Vacancy>>,
    /// Application that it is about, where there is one.
    #[field(id = 4, privacy = work)]
    pub application: Option<Ref<Application>>,
    /// To the candidate or from the candidate.
    #[field(id = 5, default = "outgoing", privacy = work)]
    pub direction: Chosen<MessageDirection>,
    /// Moment at which it was sent.
    #[field(id = 6, privacy = work)]
    pub at: Option<Timestamp>,
    /// Colleague who wrote it; empty: the candidate or the program.
    #[field(id = 7, privacy = work)]
    pub by: Option<Ref<Employee>>,
    /// The wording from which it was made.
    #[field(id = 8, privacy = work)]
    pub template: Option<Ref<MessageTemplate>>,
    /// The matter in a few words.
    #[field(id = 9, max = 200)]
    pub heading: Line,
    /// The whole text.
    #[field(id = 10, max = 40000)]
    pub text: Long,
    /// File that goes with it.
    #[field(id = 11)]
    pub file: Option<FileId>,
}

/// Who writes to whom.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum MessageDirection {
    /// To the candidate.
    #[choice("outgoing")]
    Outgoing,
    /// From the candidate.
    #[choice("incoming")]
    Incoming,
}
