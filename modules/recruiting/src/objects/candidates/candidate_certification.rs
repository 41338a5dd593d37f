//! Certifications of candidates: see [`CandidateCertification`].

use jiff::civil::Date;
use talang_catalogue::{FileId, Line, Ref};
use talang_core_hr::objects::jobs::Certification;
use talang_derive::Object;

use super::Candidate;

/// Certification that a candidate holds.
#[derive(Object)]
#[object(id = 327, module = "candidates", kind = candidates, key(candidate, certification), title(certification), subject = candidate, extensible, privacy = work)]
pub struct CandidateCertification {
    /// Person whom the record is about.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// Certificate from the library.
    #[field(id = 2)]
    pub certification: Ref<Certification>,
    /// Number on the certificate.
    #[field(id = 3, max = 100)]
    pub number: Option<Line>,
    /// Body that granted it, where it differs from the usual one.
    #[field(id = 4, max = 200)]
    pub issuer: Option<Line>,
    /// Day on which it was granted.
    #[field(id = 5)]
    pub obtained_on: Option<Date>,
    /// Last day of validity; empty means for good.
    #[field(id = 6)]
    pub expires_on: Option<Date>,
    /// Scanned copy or other proof.
    #[field(id = 7, privacy = private)]
    pub document: Option<FileId>,
}
