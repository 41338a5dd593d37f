//! Absence: see [`Absence`].

use jiff::civil::Date;
use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, Decimal, FileId, Line, Long, Ref};
use talang_derive::{Choice, Object};

use super::absence_type::AbsenceType;
use super::employee::Employee;

/// A time during which an employee is away, requested, approved or taken.
#[derive(Object)]
#[object(id = 139, module = "people", kind = employees, key(employee, number, start), subject = employee, dated, extensible, privacy = work, title(employee, number))]
pub struct Absence {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Tells the absences of one person apart.
    #[field(id = 2)]
    pub number: Code,
    /// First day of the absence.
    #[field(id = 3)]
    pub start: Date,
    /// Last day of the absence; empty: end not yet known.
    #[field(id = 4)]
    pub end: Option<Date>,
    /// Guarded because it may tell something about health or family.
    #[field(id = 5, privacy = sensitive)]
    pub absence_type: Ref<AbsenceType>,
    /// Where the request stands.
    #[field(id = 6, default = "requested", group = "decision")]
    pub status: Chosen<AbsenceStatus>,
    /// Whole day, morning or afternoon of the first day.
    #[field(id = 7, default = "full")]
    pub start_part: Chosen<DayPart>,
    /// Whole day, morning or afternoon of the last day.
    #[field(id = 8, default = "full")]
    pub end_part: Chosen<DayPart>,
    /// Days counted, halves included.
    #[field(id = 9, min = 0, max = 3660)]
    pub days: Option<Decimal>,
    /// For absences of less than a day.
    #[field(id = 10, min = 0, max = 24)]
    pub hours: Option<Decimal>,
    /// Day of the request.
    #[field(id = 11)]
    pub requested_on: Option<Date>,
    /// Who approved or refused.
    #[field(id = 12, group = "decision")]
    pub decided_by: Option<Ref<Employee>>,
    /// Day of the decision.
    #[field(id = 13, group = "decision")]
    pub decided_on: Option<Date>,
    /// Explanation for the employee.
    #[field(id = 14, privacy = private, max = 400, group = "decision")]
    pub decision_comment: Option<Line>,
    /// Colleague who stands in.
    #[field(id = 15)]
    pub substitute: Option<Ref<Employee>>,
    /// What the employee wrote; may concern health or family.
    #[field(id = 16, privacy = sensitive)]
    pub reason: Option<Long>,
    /// Certificate or summons.
    #[field(id = 17, privacy = sensitive)]
    pub evidence: Option<FileId>,
}

/// Where an absence stands between request and return.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum AbsenceStatus {
    /// Requested.
    #[choice("requested")]
    Requested,
    /// Approved.
    #[choice("approved")]
    Approved,
    /// Refused.
    #[choice("refused")]
    Refused,
    /// Cancelled.
    #[choice("cancelled")]
    Cancelled,
    /// Taken.
    #[choice("taken")]
    Taken,
}

/// How much of the first or last day of an absence is meant.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// Whole day.
    #[choice("full")]
    Full,
    /// Morning.
    #[choice("morning")]
    Morning,
    /// Afternoon.
    #[choice("afternoon")]
    Afternoon,
}
