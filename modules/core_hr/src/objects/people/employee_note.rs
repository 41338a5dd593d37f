//! Note: see [`EmployeeNote`].

use jiff::civil::Date;
use talang_catalogue::{Code, FileId, Item, Line, Long, Ref};
use talang_derive::Object;

use super::employee::Employee;

/// A note about an employee, kept with its author and date; the employee may ask to read it.
#[derive(Object)]
#[object(id = 145, module = "people", kind = employees, key(employee, number), subject = employee, extensible, privacy = private, title(employee, date))]
pub struct EmployeeNote {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Tells the records of one person apart: 1, 2, 3 …
    #[field(id = 2)]
    pub number: Code,
    /// Day to which the note refers.
    #[field(id = 3)]
    pub date: Date,
    /// Who wrote the note.
    #[field(id = 4)]
    pub author: Ref<Employee>,
    /// What the note is about.
    #[field(id = 5, list = "note-topic")]
    pub topic: Option<Item>,
    /// The matter in a few words.
    #[field(id = 6, max = 200)]
    pub heading: Line,
    /// Facts only; the employee has the right to read it.
    #[field(id = 7)]
    pub text: Long,
    /// Day on which to come back to it.
    #[field(id = 8)]
    pub follow_up_on: Option<Date>,
    /// A file that belongs to the note.
    #[field(id = 9)]
    pub attachment: Option<FileId>,
}
