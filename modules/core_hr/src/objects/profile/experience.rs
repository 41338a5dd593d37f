//! Work experience.

use jiff::civil::Date;
use talang_catalogue::{CountryCode, Item, Line, Long, Ref, Refs};
use talang_derive::Object;

use super::super::jobs::{Job, Skill};
use super::super::people::Employee;

/// Post held before, or earlier in this company.
#[derive(Object)]
#[object(id = 202, module = "profile", kind = employees, key(employee, employer, started), title(job_title, employer), subject = employee, extensible, privacy = work)]
pub struct Experience {
    /// Person whom the record is about.
    #[field(id = 1)]
    pub employee: Ref<Employee>,
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
    /// The post was in this company or group.
    #[field(id = 6)]
    pub internal: bool,
    /// Job of our own library that it resembles most.
    #[field(id = 7)]
    pub job: Option<Ref<Job>>,
    /// Line of business of the employer.
    #[field(id = 8, list = "business-sector")]
    pub sector: Option<Item>,
    /// Town.
    #[field(id = 9, max = 120)]
    pub place: Option<Line>,
    /// Country of the work.
    #[field(id = 10)]
    pub country: Option<CountryCode>,
    /// What was done and achieved.
    #[field(id = 11, max = 8000)]
    pub description: Option<Long>,
    /// Skills of the library used in the post.
    #[field(id = 12)]
    pub skills: Option<Refs<Skill>>,
}
