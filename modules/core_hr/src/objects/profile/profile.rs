//! Profiles.

use jiff::civil::Date;
use talang_catalogue::{FileId, Line, Long, Ref, Url};
use talang_derive::Object;

use super::super::people::Employee;

/// What someone tells about their working life and plans; at most one per person.
#[derive(Object)]
#[object(id = 200, module = "profile", kind = employees, key(employee), subject = employee, extensible, privacy = work)]
pub struct Profile {
    /// Person whom the record is about.
    #[field(id = 1)]
    pub employee: Ref<Employee>,
    /// One line that says what the person does.
    #[field(id = 2, search, max = 160)]
    pub headline: Option<Line>,
    /// Career and strengths in a few sentences.
    #[field(id = 3, max = 8000)]
    pub summary: Option<Long>,
    /// What the person would like to do next and later.
    #[field(id = 4, max = 8000, privacy = private)]
    pub aspirations: Option<Long>,
    /// What the person enjoys at work.
    #[field(id = 5, max = 4000, privacy = private)]
    pub motivations: Option<Long>,
    /// Would like to hear of other jobs inside the company.
    #[field(id = 6, privacy = private)]
    pub open_to_mobility: bool,
    /// Earliest day for a move.
    #[field(id = 7, privacy = private)]
    pub available_from: Option<Date>,
    /// Offers to accompany colleagues.
    #[field(id = 8)]
    pub mentor: bool,
    /// Page in a professional network, or own site.
    #[field(id = 9, privacy = contact)]
    pub web_page: Option<Url>,
    /// Curriculum vitae as a file.
    #[field(id = 10, privacy = private)]
    pub cv: Option<FileId>,
    /// Day on which the person last confirmed the profile.
    #[field(id = 11)]
    pub reviewed_on: Option<Date>,
}
