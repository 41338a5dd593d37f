//! Document: see [`EmployeeDocument`].

use jiff::civil::Date;
use talang_catalogue::{Code, FileId, Item, Line, Long, Ref};
use talang_derive::Object;

use super::employee::Employee;

/// A paper of the employee's file: certificate, letter, agreement.
#[derive(Object)]
#[object(id = 135, module = "people", kind = employees, key(employee, number), subject = employee, extensible, privacy = private, title(name))]
pub struct EmployeeDocument {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Tells the records of one person apart: 1, 2, 3 …
    #[field(id = 2)]
    pub number: Code,
    /// Decides where the document is filed and how long it is kept.
    #[field(id = 3, list = "document-type")]
    pub kind: Item,
    /// What the document is, in a few words.
    #[field(id = 4, max = 200, group = "private")]
    pub name: Line,
    /// The document itself.
    #[field(id = 5)]
    pub file: FileId,
    /// Date on the document.
    #[field(id = 6)]
    pub issued_on: Option<Date>,
    /// Last day of validity; empty: unlimited.
    #[field(id = 7)]
    pub expires_on: Option<Date>,
    /// Day of the last signature.
    #[field(id = 8)]
    pub signed_on: Option<Date>,
    /// Who added the document.
    #[field(id = 9)]
    pub filed_by: Option<Ref<Employee>>,
    /// Notes for HR.
    #[field(id = 10)]
    pub comment: Option<Long>,
}
