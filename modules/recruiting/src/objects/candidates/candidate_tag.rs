//! Tags: see [`CandidateTag`].

use talang_catalogue::{Line, Ref};
use talang_derive::Object;

use super::Candidate;

/// Word by which recruiters find a candidate again.
#[derive(Object)]
#[object(id = 331, module = "candidates", kind = candidates, key(candidate, tag), title(tag), subject = candidate, privacy = work)]
pub struct CandidateTag {
    /// Person whom the record is about.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// A word or two; nothing about health, belief, origin or family.
    #[field(id = 2, search, max = 60)]
    pub tag: Line,
}
