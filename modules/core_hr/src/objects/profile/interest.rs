//! Interests.

use talang_catalogue::{Item, Line, Long, Ref};
use talang_derive::Object;

use super::super::people::Employee;

/// Topic or activity that someone wants colleagues to know of. Health, belief, politics and union membership do not
/// belong here.
#[derive(Object)]
#[object(id = 207, module = "profile", kind = employees, key(employee, title), title(title), subject = employee, extensible, privacy = private)]
pub struct Interest {
    /// Person whom the record is about.
    #[field(id = 1)]
    pub employee: Ref<Employee>,
    /// The topic or activity.
    #[field(id = 2, max = 200, group = "private")]
    pub title: Line,
    /// Professional topic, volunteering, sport and so on.
    #[field(id = 3, list = "interest-type")]
    pub kind: Option<Item>,
    /// Year in which it began.
    #[field(id = 4, min = 1900, max = 2200)]
    pub since: Option<i64>,
    /// More about it.
    #[field(id = 5, max = 4000)]
    pub description: Option<Long>,
}
