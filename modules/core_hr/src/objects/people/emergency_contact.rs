//! Emergency contact: see [`EmergencyContact`].

use talang_catalogue::{Email, Item, LanguageCode, Line, Phone, Ref};
use talang_derive::Object;

use super::employee::Employee;

/// Someone to call when something happens to an employee.
#[derive(Object)]
#[object(id = 123, module = "people", kind = employees, key(employee, rank), subject = employee, extensible, privacy = contact, title(first_name, last_name))]
pub struct EmergencyContact {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// 1 is called first.
    #[field(id = 2, default = "1", min = 1, max = 99)]
    pub rank: i64,
    /// Given name of the contact.
    #[field(id = 3, max = 80, group = "contact")]
    pub first_name: Option<Line>,
    /// Family name of the contact.
    #[field(id = 4, max = 80, group = "contact")]
    pub last_name: Line,
    /// What the contact is to the employee.
    #[field(id = 5, list = "relationship")]
    pub relationship: Option<Item>,
    /// Number to call first, with country prefix.
    #[field(id = 6)]
    pub phone: Phone,
    /// Number to call if nobody answers.
    #[field(id = 7)]
    pub other_phone: Option<Phone>,
    /// E-mail address of the contact.
    #[field(id = 8)]
    pub email: Option<Email>,
    /// Language the contact speaks.
    #[field(id = 9)]
    pub language: Option<LanguageCode>,
    /// Anything the caller should know.
    #[field(id = 10, max = 200)]
    pub comment: Option<Line>,
}
