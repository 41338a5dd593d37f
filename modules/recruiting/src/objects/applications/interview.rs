//! Interviews: see [`Interview`].

use jiff::Timestamp;
use talang_catalogue::{Code, Item, Line, Long, Ref, Refs, Url, value::Chosen};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::super::candidates::Candidate;
use super::super::vacancies::Vacancy;
use super::{Application, InterviewSlot};

/// Conversation with a candidate about a vacancy, planned or held.
#[derive(Object)]
#[object(id = 344, module = "applications", kind = candidates, key(application, number), title(application, starts_at), subject = candidate, within = vacancy, extensible, privacy = work)]
pub struct Interview {
    /// The application that it belongs to.
    #[field(id = 1)]
    pub application: Ref<Application>,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{3}")]
    pub number: Code,
    /// Follows from the application.
    #[field(id = 3, privacy = identity, follows = "application", fixed)]
    pub candidate: Ref<Candidate>,
    /// Follows from the application.
    #[field(id = 4, follows = "application", fixed)]
    pub vacancy: Ref<Vacancy>,
    /// On site, by video, by telephone and so on.
    #[field(id = 5, list = "interview-type")]
    pub kind: Option<Item>,
    /// When it begins.
    #[field(id = 6)]
    pub starts_at: Timestamp,
    /// When it ends.
    #[field(id = 7)]
    pub ends_at: Option<Timestamp>,
    /// Building and room.
    #[field(id = 8, max = 200)]
    pub place: Option<Line>,
    /// Address of the video meeting.
    #[field(id = 9)]
    pub link: Option<Url>,
    /// Who leads the conversation.
    #[field(id = 10)]
    pub interviewers: Option<Refs<Employee>>,
    /// Who arranges the meeting and is asked about it.
    #[field(id = 11)]
    pub organiser: Option<Ref<Employee>>,
    /// Whether it takes place.
    #[field(id = 12, default = "planned")]
    pub state: Chosen<InterviewState>,
    /// What the candidate should know beforehand.
    #[field(id = 13, max = 8000)]
    pub message: Option<Long>,
    /// Time zone in which it was arranged, such as Europe/Stockholm.
    #[field(id = 14, max = 64)]
    pub zone: Option<Line>,
    /// How often what stands in calendars has changed.
    #[field(id = 15, min = 0, read_only)]
    pub sequence: Option<i64>,
    /// The candidate gets an invitation by mail too, and what changes in it.
    #[field(id = 16, default = "true")]
    pub invites_candidate: bool,
    /// The offered time that the candidate chose.
    #[field(id = 17, read_only)]
    pub slot: Option<Ref<InterviewSlot>>,
}

/// Whether an interview takes place.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum InterviewState {
    /// Planned.
    #[choice("planned")]
    Planned,
    /// Confirmed.
    #[choice("confirmed")]
    Confirmed,
    /// Held.
    #[choice("held")]
    Held,
    /// Cancelled.
    #[choice("cancelled")]
    Cancelled,
    /// Candidate did not come.
    #[choice("missed")]
    Missed,
}
