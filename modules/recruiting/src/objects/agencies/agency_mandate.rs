//! Vacancies that agencies work on: see [`AgencyMandate`].

use jiff::civil::Date;
use talang_catalogue::{Long, Ref};
use talang_derive::Object;

use super::super::vacancies::Vacancy;
use super::Agency;

/// Vacancy for which an agency may propose candidates.
#[derive(Object)]
#[object(id = 369, module = "agencies", kind = candidates, key(vacancy, agency), title(vacancy, agency), within = vacancy, privacy = none)]
pub struct AgencyMandate {
    /// The agency that may propose.
    #[field(id = 1)]
    pub agency: Ref<Agency>,
    /// Vacancy that it was given.
    #[field(id = 2)]
    pub vacancy: Ref<Vacancy>,
    /// First day on which this applies; empty: today.
    #[field(id = 3)]
    pub start: Option<Date>,
    /// Last day on which this applies; empty: until further notice.
    #[field(id = 4)]
    pub end: Option<Date>,
    /// What the agency should know beside what candidates read.
    #[field(id = 5, max = 4000)]
    pub note: Option<Long>,
    /// Given now; taken back otherwise.
    #[field(id = 6, default = "true")]
    pub active: bool,
}
