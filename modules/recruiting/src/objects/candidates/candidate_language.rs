//! Languages of candidates: see [`CandidateLanguage`].

use jiff::civil::Date;
use talang_catalogue::{LanguageCode, Line, Ref, value::Chosen};
use talang_core_hr::objects::profile::CefrLevel;
use talang_derive::Object;

use super::Candidate;

/// Language that a candidate speaks, with the level on the European scale.
#[derive(Object)]
#[object(id = 326, module = "candidates", kind = candidates, key(candidate, language), title(language), subject = candidate, extensible, privacy = work)]
pub struct CandidateLanguage {
    /// Person whom the record is about.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// The language.
    #[field(id = 2)]
    pub language: LanguageCode,
    /// Overall level, A1 to C2.
    #[field(id = 3)]
    pub level: Chosen<CefrLevel>,
    /// Learnt at home as a child.
    #[field(id = 4)]
    pub native: bool,
    /// Test passed, with its score.
    #[field(id = 5, max = 120)]
    pub certificate: Option<Line>,
    /// Day on which the level was found.
    #[field(id = 6)]
    pub assessed_on: Option<Date>,
}
