//! Reasons for refusal: see [`RejectionReason`].

use talang_catalogue::{Code, Translated, value::Chosen};
use talang_derive::{Choice, Object};

/// Why an application did not lead to a hiring.
#[derive(Object)]
#[object(id = 311, module = "vacancies", kind = candidates, key(code), title(label), privacy = none)]
pub struct RejectionReason {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Whether the company or the candidate decided.
    #[field(id = 3, default = "company")]
    pub side: Chosen<RejectionSide>,
    /// Explanation for users, per language.
    #[field(id = 4)]
    pub description: Option<Translated>,
    /// Place in lists; smaller numbers come first.
    #[field(id = 5, min = 0)]
    pub sort_order: Option<i64>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 6, default = "true")]
    pub active: bool,
}

/// Who decided against a hiring.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum RejectionSide {
    /// Company.
    #[choice("company")]
    Company,
    /// Candidate.
    #[choice("candidate")]
    Candidate,
}
