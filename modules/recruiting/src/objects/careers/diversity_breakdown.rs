//! What the company wants to see of who applies: see [`DiversityBreakdown`].

use talang_catalogue::value::Chosen;
use talang_derive::{Choice, Object};

/// By what the figures of recruiting tell candidates apart, as counts of a whole year; without any, they do not. Whoever may read this sees those figures.
#[derive(Object)]
#[object(id = 376, module = "careers", kind = candidates, key(kind), title(kind), privacy = none)]
pub struct DiversityBreakdown {
    /// By what candidates are told apart.
    #[field(id = 1)]
    pub kind: Chosen<DiversityKind>,
    /// No group that is shown has fewer people; smaller ones are put together.
    #[field(id = 2, default = "5", min = 5, max = 1000)]
    pub smallest: i64,
    /// Shown only while active.
    #[field(id = 3, default = "true")]
    pub active: bool,
}

/// By what candidates are told apart.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum DiversityKind {
    /// Gender.
    #[choice("gender")]
    Gender,
    /// Age.
    #[choice("age")]
    Age,
}
