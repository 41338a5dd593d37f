//! Certifications held.

use jiff::civil::Date;
use talang_catalogue::{FileId, Line, Ref, value::Chosen};
use talang_derive::{Choice, Object};

use super::super::people::Employee;
use super::Certification;

/// State of a certification that someone holds.
#[derive(Choice, Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificationStatus {
    /// Planned.
    #[choice("planned")]
    Planned,
    /// Valid.
    #[choice("valid")]
    Valid,
    /// Suspended.
    #[choice("suspended")]
    Suspended,
    /// Withdrawn.
    #[choice("withdrawn")]
    Withdrawn,
}

/// Certification that someone holds, from the day obtained to the day it expires; each renewal is a period of its
/// own.
#[derive(Object)]
#[object(id = 183, module = "jobs", kind = employees, key(employee, certification, start), subject = employee, dated, extensible, privacy = work)]
pub struct EmployeeCertification {
    /// Person whom the record is about.
    #[field(id = 1)]
    pub employee: Ref<Employee>,
    /// Certificate from the library.
    #[field(id = 2)]
    pub certification: Ref<Certification>,
    /// First day of validity.
    #[field(id = 3)]
    pub start: Date,
    /// Last day of validity; empty means for good.
    #[field(id = 4)]
    pub end: Option<Date>,
    /// Number on the certificate.
    #[field(id = 5, max = 100)]
    pub number: Option<Line>,
    /// Body that granted it, where it differs from the usual one.
    #[field(id = 6)]
    pub issuer: Option<Line>,
    /// Grade or score.
    #[field(id = 7, max = 60)]
    pub result: Option<Line>,
    /// Whether it counts; expiry follows from the dates.
    #[field(id = 8, default = "valid")]
    pub status: Chosen<CertificationStatus>,
    /// Person who saw the proof.
    #[field(id = 9)]
    pub verified_by: Option<Ref<Employee>>,
    /// Day on which the proof was seen.
    #[field(id = 10)]
    pub verified_on: Option<Date>,
    /// Scanned copy or other proof.
    #[field(id = 11, group = "private")]
    pub document: Option<FileId>,
    /// Free remark.
    #[field(id = 12, group = "private")]
    pub comment: Option<Line>,
}
