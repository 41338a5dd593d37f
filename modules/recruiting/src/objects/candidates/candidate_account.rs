//! Accounts of candidates: see [`CandidateAccount`].

use jiff::Timestamp;
use jiff::civil::Date;
use talang_catalogue::Ref;
use talang_derive::Object;
use talang_engine::objects::access::User;

use super::Candidate;

/// That a candidate has an account of their own on the career sites, made and closed by themselves; written by the program.
#[derive(Object)]
#[object(id = 374, module = "candidates", kind = candidates, key(candidate), title(candidate), subject = candidate, internal, hidden, privacy = work)]
pub struct CandidateAccount {
    /// Whose account it is.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// The account with which the person signs in.
    #[field(id = 2, unique, privacy = contact)]
    pub account: Ref<User>,
    /// Moment at which the address was confirmed and the account made.
    #[field(id = 3)]
    pub opened_at: Timestamp,
    /// Last day on which the person signed in.
    #[field(id = 4)]
    pub last_signed_in: Option<Date>,
}
