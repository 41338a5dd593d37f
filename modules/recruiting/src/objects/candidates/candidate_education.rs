//! Education of candidates: see [`CandidateEducation`].

use jiff::civil::Date;
use talang_catalogue::{CountryCode, Item, Line, Ref};
use talang_derive::Object;

use super::Candidate;

/// Schooling or studies, finished or not, with the diploma they led to.
#[derive(Object)]
#[object(id = 323, module = "candidates", kind = candidates, key(candidate, institution, title), title(title, institution), subject = candidate, extensible, privacy = work, path = "candidate-educations")]
pub struct CandidateEducation {
    /// Person whom the record is about.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// Where it was.
    #[field(id = 2, search, max = 200)]
    pub institution: Line,
    /// Name of the diploma, or of the studies if there is none.
    #[field(id = 3, search, max = 200)]
    pub title: Line,
    /// Level of education.
    #[field(id = 4, list = "education-level")]
    pub level: Option<Item>,
    /// Subject area.
    #[field(id = 5, list = "education-field")]
    pub field: Option<Item>,
    /// First day.
    #[field(id = 6)]
    pub started: Option<Date>,
    /// Last day; empty while it goes on.
    #[field(id = 7)]
    pub ended: Option<Date>,
    /// Ended with the diploma.
    #[field(id = 8, default = "true")]
    pub completed: bool,
    /// Grade or honours.
    #[field(id = 9, max = 60, privacy = private)]
    pub result: Option<Line>,
    /// Town of the school or university.
    #[field(id = 10, max = 120)]
    pub place: Option<Line>,
    /// Country of the studies.
    #[field(id = 11)]
    pub country: Option<CountryCode>,
}
