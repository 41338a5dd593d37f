//! Consents: see [`CandidateConsent`].

use jiff::Timestamp;
use jiff::civil::Date;
use talang_catalogue::{Code, CountryCode, Item, Long, Ref};
use talang_derive::Object;

use super::Candidate;

/// What a candidate agreed to, in which words, and until when.
#[derive(Object)]
#[object(id = 330, module = "candidates", kind = candidates, key(candidate, number), title(candidate, purpose), subject = candidate, privacy = work)]
pub struct CandidateConsent {
    /// Person whom the record is about.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{6}")]
    pub number: Code,
    /// What the person agreed to.
    #[field(id = 3, list = "consent-purpose")]
    pub purpose: Item,
    /// Moment at which the person agreed.
    #[field(id = 4)]
    pub given_at: Option<Timestamp>,
    /// Moment at which the person was asked.
    #[field(id = 5)]
    pub asked_at: Option<Timestamp>,
    /// Moment at which the person said no, at first or later.
    #[field(id = 6)]
    pub refused_at: Option<Timestamp>,
    /// Last day for which it holds; empty: until it is withdrawn.
    #[field(id = 7)]
    pub until: Option<Date>,
    /// Country whose rules decide how long the data are kept.
    #[field(id = 8)]
    pub country: Option<CountryCode>,
    /// What the person read when agreeing.
    #[field(id = 9)]
    pub text: Option<Long>,
}
