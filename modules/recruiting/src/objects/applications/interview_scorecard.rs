//! Scorecards: see [`InterviewScorecard`].

use jiff::Timestamp;
use talang_catalogue::{Json, Long, Ref, value::Chosen};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::super::candidates::Candidate;
use super::super::vacancies::Vacancy;
use super::Interview;

/// What one interviewer thinks after an interview.
#[derive(Object)]
#[object(id = 346, module = "applications", kind = candidates, key(interview, interviewer), title(interview, interviewer), subject = candidate, within = self, privacy = work)]
pub struct InterviewScorecard {
    /// The interview that it is about.
    #[field(id = 1)]
    pub interview: Ref<Interview>,
    /// Who judges.
    #[field(id = 2)]
    pub interviewer: Ref<Employee>,
    /// Follows from the interview.
    #[field(id = 3, privacy = identity, follows = "interview")]
    pub candidate: Ref<Candidate>,
    /// Follows from the interview.
    #[field(id = 4, follows = "interview")]
    pub vacancy: Ref<Vacancy>,
    /// From 1 to 5 for each criterion.
    #[field(id = 5, group = "decision")]
    pub ratings: Option<Json>,
    /// 1 does not fit to 5 fits very well.
    #[field(id = 6, min = 1, max = 5, group = "decision")]
    pub overall: Option<i64>,
    /// Whether the person should be hired.
    #[field(id = 7, group = "decision")]
    pub recommendation: Option<Chosen<Recommendation>>,
    /// What speaks for the candidate.
    #[field(id = 8, max = 8000, group = "decision")]
    pub strengths: Option<Long>,
    /// What speaks against the candidate.
    #[field(id = 9, max = 8000, group = "decision")]
    pub concerns: Option<Long>,
    /// Moment after which it cannot be changed.
    #[field(id = 10, group = "decision")]
    pub submitted_at: Option<Timestamp>,
}

/// Whether somebody should be hired.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum Recommendation {
    /// Yes, certainly.
    #[choice("strong-yes")]
    StrongYes,
    /// Yes.
    #[choice("yes")]
    Yes,
    /// No.
    #[choice("no")]
    No,
    /// No, certainly not.
    #[choice("strong-no")]
    StrongNo,
}
