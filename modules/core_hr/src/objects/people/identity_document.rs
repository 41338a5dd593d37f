//! Identity document: see [`IdentityDocument`].

use jiff::civil::Date;
use talang_catalogue::{Code, CountryCode, FileId, Item, Line, Ref};
use talang_derive::Object;

use super::employee::Employee;

/// Passport, identity card or driving licence of an employee.
#[derive(Object)]
#[object(id = 126, module = "people", kind = employees, key(employee, kind, rank), subject = employee, extensible, privacy = private, title(employee, kind))]
pub struct IdentityDocument {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Passport, identity card, driving licence and so on.
    #[field(id = 2, list = "identity-document-type", group = "private")]
    pub kind: Item,
    /// 2 and above for a second document of the same type.
    #[field(id = 3, default = "1", min = 1, max = 99)]
    pub rank: i64,
    /// Number printed on the document.
    #[field(id = 4)]
    pub number: Code,
    /// State that issued the document.
    #[field(id = 5)]
    pub country: CountryCode,
    /// Office that issued the document.
    #[field(id = 6, max = 120)]
    pub authority: Option<Line>,
    /// Day of issue.
    #[field(id = 7)]
    pub issued_on: Option<Date>,
    /// Last day of validity; empty: unlimited.
    #[field(id = 8)]
    pub expires_on: Option<Date>,
    /// Vehicle categories of a driving licence.
    #[field(id = 9, max = 80)]
    pub categories: Option<Line>,
    /// Day on which HR saw the original.
    #[field(id = 10)]
    pub verified_on: Option<Date>,
    /// Who saw the original.
    #[field(id = 11)]
    pub verified_by: Option<Ref<Employee>>,
    /// Scan; keep it only where the law allows.
    #[field(id = 12)]
    pub copy: Option<FileId>,
}
