//! Contact detail: see [`EmployeeContact`].

use talang_catalogue::{Item, Line, Ref};
use talang_derive::Object;

use super::employee::Employee;

/// A private telephone number, e-mail address or other way to reach an employee.
#[derive(Object)]
#[object(id = 122, module = "people", kind = employees, key(employee, kind, value), subject = employee, extensible, privacy = contact, title(kind, value))]
pub struct EmployeeContact {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Private phone, private mobile, private e-mail and so on.
    #[field(id = 2, list = "contact-type")]
    pub kind: Item,
    /// Telephone number, e-mail address or name in the service.
    #[field(id = 3, max = 200, group = "contact")]
    pub value: Line,
    /// The one to try first among those of its type.
    #[field(id = 4)]
    pub main: bool,
    /// For example the hours when the person can be reached.
    #[field(id = 5, max = 200)]
    pub comment: Option<Line>,
}
