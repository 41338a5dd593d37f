//! Documents of candidates: see [`CandidateDocument`].

use jiff::Timestamp;
use talang_catalogue::{Code, FileId, Item, Line, Long, Ref, Refs};
use talang_core_hr::objects::jobs::Skill;
use talang_derive::Object;

use super::Candidate;

/// Paper of a candidate: curriculum vitae, letter, certificate.
#[derive(Object)]
#[object(id = 329, module = "candidates", kind = candidates, key(candidate, number), title(name), subject = candidate, extensible, privacy = private)]
pub struct CandidateDocument {
    /// Person whom the record is about.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{6}")]
    pub number: Code,
    /// Curriculum vitae, letter, certificate and so on.
    #[field(id = 3, list = "candidate-document-type", privacy = work)]
    pub kind: Item,
    /// What the document is, in a few words.
    #[field(id = 4, max = 200)]
    pub name: Line,
    /// The document itself.
    #[field(id = 5)]
    pub file: FileId,
    /// Moment at which it came in.
    #[field(id = 6, privacy = work)]
    pub received_at: Option<Timestamp>,
    /// What the program could read from the file, for the search.
    #[field(id = 7, read_only, search)]
    pub text: Option<Long>,
    /// Skills of the library that the text names, for matching.
    #[field(id = 8, read_only, privacy = work)]
    pub skills: Option<Refs<Skill>>,
}
