//! Experience of candidates: see [`CandidateExperience`].

use jiff::civil::Date;
use talang_catalogue::{CountryCode, Item, Line, Long, Ref, Refs};
use talang_core_hr::objects::jobs::{Job, Skill};
use talang_derive::Object;

use super::Candidate;

/// Post that a candidate holds or held.
#[derive(Object)]
#[object(id = 324, module = "candidates", kind = candidates, key(candidate, employer, started), title(job_title, employer), subject = candidate, extensible, privacy = work)]
pub struct CandidateExperience {
    /// Person whom the record is about.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// Company or body worked for.
    #[field(id = 2, search, max = 200)]
    pub employer: Line,
    /// First day.
    #[field(id = 3)]
    pub started: Date,
    /// Last day; empty while it goes on.
    #[field(id = 4)]
    pub ended: Option<Date>,
    /// Title of the post.
    #[field(id = 5, search, max = 200)]
    pub job_title: Line,
    /// Job of our own library that it resembles most.
    #[field(id = 6)]
    pub job: Option<Ref<Job>>,
    /// Line of business of the employer.
    #[field(id = 7, list = "business-sector")]
    pub sector: Option<Item>,
    /// Town.
    #[field(id = 8, max = 120)]
    pub place: Option<Line>,
    /// Country of the work.
    #[field(id = 9)]
    pub country: Option<CountryCode>,
    /// What was done and achieved.
    #[field(id = 10, max = 8000)]
    pub description: Option<Long>,
    /// Skills of the library used in the post.
    #[field(id = 11)]
    pub skills: Option<Refs<Skill>>,
}
