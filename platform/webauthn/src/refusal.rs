//! Why an answer is refused.

use std::fmt;

/// What does not hold. For the log: it names no person and no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be read, or is not in the one form that is accepted.
    Malformed(&'static str),
    /// The browser did something else: used a passkey where one was to be made, or the other way round.
    Type,
    /// The answer is to another question.
    Challenge,
    /// The page is another one's.
    Origin,
    /// The page was inside of another one's.
    CrossOrigin,
    /// The key belongs to another host.
    RelyingParty,
    /// Nobody was there.
    Presence,
    /// Whoever was there was not verified.
    Verification,
    /// Backed up though it cannot be, or suddenly able to.
    Backup,
    /// The attestation is by somebody else, or wrong.
    Attestation,
    /// The key is of an algorithm that was not asked for.
    Algorithm,
    /// The key is none of its algorithm.
    Key,
    /// The answer is about another credential than it contains.
    Credential,
    /// The answer is about another person.
    UserHandle,
    /// The signature is wrong.
    Signature,
    /// The counter went back: somebody has a copy of the key.
    Counter,
}

impl Refusal {
    /// Its word in the log.
    pub fn name(self) -> &'static str {
        match self {
            Refusal::Malformed(_) => "malformed",
            Refusal::Type => "type",
            Refusal::Challenge => "challenge",
            Refusal::Origin => "origin",
            Refusal::CrossOrigin => "cross-origin",
            Refusal::RelyingParty => "relying-party",
            Refusal::Presence => "presence",
            Refusal::Verification => "verification",
            Refusal::Backup => "backup",
            Refusal::Attestation => "attestation",
            Refusal::Algorithm => "algorithm",
            Refusal::Key => "key",
            Refusal::Credential => "credential",
            Refusal::UserHandle => "user-handle",
            Refusal::Signature => "signature",
            Refusal::Counter => "counter",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Malformed(what) => write!(f, "malformed: {what}"),
            other => f.write_str(other.name()),
        }
    }
}

impl std::error::Error for Refusal {}
