//! Hourly rate: see [`HourlyRate`].

use jiff::civil::Date;
use talang_catalogue::{Item, Line, Money, Ref};
use talang_derive::Object;

use super::employee::Employee;

/// Amount per hour for an employee, from one day to another.
#[derive(Object)]
#[object(id = 130, module = "people", kind = employees, key(employee, kind, start), subject = employee, dated, extensible, privacy = financial, title(employee, kind))]
pub struct HourlyRate {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Pay per hour, cost per hour or rate charged to projects.
    #[field(id = 2, list = "hourly-rate-type", default = "base", group = "financial")]
    pub kind: Item,
    /// First day on which this applies.
    #[field(id = 3)]
    pub start: Date,
    /// Last day on which this applies; empty: until further notice.
    #[field(id = 4)]
    pub end: Option<Date>,
    /// Gross amount for one hour.
    #[field(id = 5, min = 0)]
    pub rate: Money,
    /// Why the rate changed.
    #[field(id = 6, list = "pay-change-reason")]
    pub reason: Option<Item>,
    /// Notes for HR.
    #[field(id = 7, max = 200)]
    pub comment: Option<Line>,
}
