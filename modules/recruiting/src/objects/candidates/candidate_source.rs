//! Sources of candidates: see [`CandidateSource`].

use talang_catalogue::{Code, Translated, Url};
use talang_derive::Object;

/// How candidates find us: career site, job board, school, recommendation.
#[derive(Object)]
#[object(id = 321, module = "candidates", kind = candidates, key(code), title(label), privacy = none)]
pub struct CandidateSource {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Explanation for users, per language.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Page with more about it.
    #[field(id = 4)]
    pub url: Option<Url>,
    /// Place in lists; smaller numbers come first.
    #[field(id = 5, min = 0)]
    pub sort_order: Option<i64>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 6, default = "true")]
    pub active: bool,
}
