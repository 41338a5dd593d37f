//! Times for interviews: see [`InterviewSlot`].

use jiff::Timestamp;
use talang_catalogue::{Code, Item, Line, Long, Ref, Refs, Url};
use talang_core_hr::objects::people::Employee;
use talang_derive::Object;

use super::super::vacancies::Vacancy;

/// Time that candidates for a vacancy are offered for an interview: whoever of them chooses it first has it.
#[derive(Object)]
#[object(id = 365, module = "applications", kind = candidates, key(vacancy, number), title(vacancy, starts_at), within = vacancy, privacy = work)]
pub struct InterviewSlot {
    /// The vacancy that it belongs to.
    #[field(id = 1)]
    pub vacancy: Ref<Vacancy>,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{4}")]
    pub number: Code,
    /// On site, by video, by telephone and so on.
    #[field(id = 3, list = "interview-type")]
    pub kind: Option<Item>,
    /// When it begins.
    #[field(id = 4)]
    pub starts_at: Timestamp,
    /// When it ends.
    #[field(id = 5)]
    pub ends_at: Option<Timestamp>,
    /// Time zone in which it was arranged, such as Europe/Stockholm.
    #[field(id = 6, max = 64)]
    pub zone: Option<Line>,
    /// Building and room.
    #[field(id = 7, max = 200)]
    pub place: Option<Line>,
    /// Address of the video meeting.
    #[field(id = 8)]
    pub link: Option<Url>,
    /// Who leads the conversation.
    #[field(id = 9)]
    pub interviewers: Option<Refs<Employee>>,
    /// Who arranges the meeting and is asked about it.
    #[field(id = 10)]
    pub organiser: Option<Ref<Employee>>,
    /// What the candidate should know beforehand.
    #[field(id = 11, max = 8000)]
    pub message: Option<Long>,
}
