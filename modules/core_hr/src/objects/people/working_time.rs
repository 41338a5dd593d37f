//! Working time: see [`WorkingTime`].

use jiff::civil::Date;
use talang_catalogue::{Decimal, Item, Percent, Ref};
use talang_derive::Object;

use super::super::library::WorkSchedule;
use super::employee::Employee;

/// How much and when an employee works, from one day to another.
#[derive(Object)]
#[object(id = 131, module = "people", kind = employees, key(employee, start), subject = employee, dated, extensible, privacy = work, title(employee, percent))]
pub struct WorkingTime {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// First day on which this applies.
    #[field(id = 2)]
    pub start: Date,
    /// Last day on which this applies; empty: until further notice.
    #[field(id = 3)]
    pub end: Option<Date>,
    /// 100 is full time.
    #[field(id = 4, min = 0, max = 100, default = "100")]
    pub percent: Percent,
    /// Agreed hours of an ordinary week.
    #[field(id = 5, min = 0, max = 168)]
    pub weekly_hours: Option<Decimal>,
    /// For contracts that count days instead of hours.
    #[field(id = 6, min = 0, max = 366)]
    pub annual_days: Option<Decimal>,
    /// Hours on each day of the week.
    #[field(id = 7)]
    pub schedule: Option<Ref<WorkSchedule>>,
    /// Fixed hours, flexitime, shifts, annual days.
    #[field(id = 8, list = "working-time-regime")]
    pub regime: Option<Item>,
    /// Days that may be worked from elsewhere.
    #[field(id = 9, min = 0, max = 7)]
    pub telework_days: Option<Decimal>,
    /// Why working time changed.
    #[field(id = 10, list = "working-time-reason", privacy = private)]
    pub reason: Option<Item>,
}
