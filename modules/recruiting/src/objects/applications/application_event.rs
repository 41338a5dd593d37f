//! Events of applications: see [`ApplicationEvent`].

use jiff::Timestamp;
use talang_catalogue::{Code, Line, Ref, value::Chosen};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::super::candidates::Candidate;
use super::super::vacancies::{PipelineStage, RejectionReason, Vacancy};
use super::Application;

/// What happened to an application, and when; written by the program, and by imports for earlier times.
#[derive(Object)]
#[object(id = 341, module = "applications", kind = candidates, key(application, number), title(application, number), subject = candidate, within = vacancy, privacy = work)]
pub struct ApplicationEvent {
    /// The application that it belongs to.
    #[field(id = 1, fixed)]
    pub application: Ref<Application>,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{3}", fixed)]
    pub number: Code,
    /// Follows from the application.
    #[field(id = 3, privacy = identity, follows = "application")]
    pub candidate: Ref<Candidate>,
    /// Follows from the application.
    #[field(id = 4, follows = "application")]
    pub vacancy: Ref<Vacancy>,
    /// When it happened.
    #[field(id = 5, fixed)]
    pub at: Timestamp,
    /// What happened.
    #[field(id = 6, fixed)]
    pub kind: Chosen<ApplicationEventKind>,
    /// The stage before the event.
    #[field(id = 7, fixed)]
    pub from_stage: Option<Ref<PipelineStage>>,
    /// The stage after the event.
    #[field(id = 8, fixed)]
    pub to_stage: Option<Ref<PipelineStage>>,
    /// Why it did not lead to a hiring.
    #[field(id = 9, fixed, group = "decision")]
    pub reason: Option<Ref<RejectionReason>>,
    /// Who did it; empty: the candidate or the program.
    #[field(id = 10, fixed)]
    pub by: Option<Ref<Employee>>,
    /// More about it.
    #[field(id = 11, max = 400, fixed)]
    pub text: Option<Line>,
}

/// What can happen to an application.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum ApplicationEventKind {
    /// Received.
    #[choice("received")]
    Received,
    /// Moved to another stage.
    #[choice("moved")]
    Moved,
    /// Refused.
    #[choice("refused")]
    Refused,
    /// Withdrawn.
    #[choice("withdrawn")]
    Withdrawn,
    /// Hired.
    #[choice("hired")]
    Hired,
    /// Taken up again.
    #[choice("reopened")]
    Reopened,
    /// Message.
    #[choice("message")]
    Message,
    /// Interview.
    #[choice("interview")]
    Interview,
    /// Offer.
    #[choice("offer")]
    Offer,
    /// Sent again for the same vacancy.
    #[choice("sent-again")]
    SentAgain,
    /// Other.
    #[choice("other")]
    Other,
}
