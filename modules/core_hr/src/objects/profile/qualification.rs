//! Qualifications.

use jiff::civil::Date;
use talang_catalogue::{CountryCode, FileId, Item, Line, Ref};
use talang_derive::Object;

use super::super::people::Employee;

/// Recognised qualification that is not in the library of certifications: trade licence, driving licence,
/// vocational title.
#[derive(Object)]
#[object(id = 201, module = "profile", kind = employees, key(employee, title), title(title), subject = employee, extensible, privacy = work)]
pub struct Qualification {
    /// Person whom the record is about.
    #[field(id = 1)]
    pub employee: Ref<Employee>,
    /// Name of the qualification.
    #[field(id = 2, search, max = 200)]
    pub title: Line,
    /// Vocational title, licence, in-house and so on.
    #[field(id = 3, list = "qualification-type")]
    pub kind: Option<Item>,
    /// Level 1 to 8 of the European Qualifications Framework.
    #[field(id = 4, min = 1, max = 8)]
    pub level: Option<i64>,
    /// Body that granted it.
    #[field(id = 5)]
    pub issuer: Option<Line>,
    /// Where it was granted.
    #[field(id = 6)]
    pub country: Option<CountryCode>,
    /// Number on the document.
    #[field(id = 7, max = 100, privacy = private)]
    pub number: Option<Line>,
    /// Day on which it was granted.
    #[field(id = 8)]
    pub obtained_on: Option<Date>,
    /// Last day of validity; empty means for good.
    #[field(id = 9)]
    pub expires_on: Option<Date>,
    /// Somebody saw the proof.
    #[field(id = 10, group = "verification")]
    pub verified: bool,
    /// Scanned copy or other proof.
    #[field(id = 11, privacy = private)]
    pub document: Option<FileId>,
    /// Free remark.
    #[field(id = 12, privacy = private)]
    pub comment: Option<Line>,
}
