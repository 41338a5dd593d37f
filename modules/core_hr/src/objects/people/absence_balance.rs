//! Absence balance: see [`AbsenceBalance`].

use jiff::civil::Date;
use talang_catalogue::{Decimal, Ref};
use talang_derive::Object;

use super::absence_type::AbsenceType;
use super::employee::Employee;

/// What an employee may take of an absence type in a period, has taken and has left.
#[derive(Object)]
#[object(id = 140, module = "people", kind = employees, key(employee, absence_type, period_start), subject = employee, extensible, privacy = private, title(employee, absence_type))]
pub struct AbsenceBalance {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// The type whose entitlement this is.
    #[field(id = 2, group = "private")]
    pub absence_type: Ref<AbsenceType>,
    /// First day of the entitlement period.
    #[field(id = 3, group = "private")]
    pub period_start: Date,
    /// Last day of the entitlement period.
    #[field(id = 4)]
    pub period_end: Option<Date>,
    /// Granted for the period, in the unit of the type.
    #[field(id = 5, default = "0")]
    pub entitled: Decimal,
    /// Brought from the period before.
    #[field(id = 6, default = "0")]
    pub carried_over: Decimal,
    /// Corrected by HR, up or down.
    #[field(id = 7, default = "0")]
    pub adjusted: Decimal,
    /// Already used.
    #[field(id = 8, default = "0")]
    pub taken: Decimal,
    /// Approved and still to come.
    #[field(id = 9, default = "0")]
    pub planned: Decimal,
    /// Left after what is taken and planned.
    #[field(id = 10, default = "0")]
    pub balance: Decimal,
    /// Day after which the rest is lost.
    #[field(id = 11)]
    pub expires_on: Option<Date>,
    /// Day for which the figures hold.
    #[field(id = 12)]
    pub calculated_on: Option<Date>,
}
