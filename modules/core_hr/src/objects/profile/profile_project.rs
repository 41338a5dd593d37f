//! Projects.

use jiff::civil::Date;
use talang_catalogue::{Line, Long, Ref, Refs, Url};
use talang_derive::Object;

use super::super::jobs::Skill;
use super::super::people::Employee;

/// Project that someone took part in.
#[derive(Object)]
#[object(id = 206, module = "profile", kind = employees, key(employee, title), title(title), subject = employee, extensible, privacy = work)]
pub struct ProfileProject {
    /// Person whom the record is about.
    #[field(id = 1)]
    pub employee: Ref<Employee>,
    /// Name of the project.
    #[field(id = 2, search, max = 200)]
    pub title: Line,
    /// What the person was in it.
    #[field(id = 3, max = 120)]
    pub role: Option<Line>,
    /// For whom it was.
    #[field(id = 4, max = 200)]
    pub client: Option<Line>,
    /// First day.
    #[field(id = 5)]
    pub started: Option<Date>,
    /// Last day; empty while it goes on.
    #[field(id = 6)]
    pub ended: Option<Date>,
    /// What it was about and what came of it.
    #[field(id = 7, max = 8000)]
    pub description: Option<Long>,
    /// Skills of the library used in the project.
    #[field(id = 8)]
    pub skills: Option<Refs<Skill>>,
    /// Page about the project.
    #[field(id = 9)]
    pub url: Option<Url>,
}
