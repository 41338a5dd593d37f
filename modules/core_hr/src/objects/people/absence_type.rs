//! Absence type: see [`AbsenceType`].

use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, CountryCode, Translated};
use talang_derive::{Choice, Object};

/// A reason for being away and the rules for it.
#[derive(Object)]
#[object(id = 138, module = "people", kind = employees, key(code), extensible, privacy = none, title(label))]
pub struct AbsenceType {
    /// Short code, as in payroll.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to employees.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Groups types for statistics and statutory reports.
    #[field(id = 3)]
    pub category: Chosen<AbsenceCategory>,
    /// Smallest unit in which it can be taken.
    #[field(id = 4, default = "day")]
    pub unit: Chosen<AbsenceUnit>,
    /// Whether weekends and public holidays count.
    #[field(id = 5, default = "working")]
    pub day_count: Chosen<DayCount>,
    /// Where the type exists; empty: everywhere.
    #[field(id = 6)]
    pub country: Option<CountryCode>,
    /// Salary continues.
    #[field(id = 7, default = "true")]
    pub paid: bool,
    /// A manager decides on the request.
    #[field(id = 8, default = "true")]
    pub needs_approval: bool,
    /// A certificate must be handed in.
    #[field(id = 9)]
    pub needs_evidence: bool,
    /// Days are deducted from an entitlement.
    #[field(id = 10)]
    pub has_balance: bool,
    /// Code under which payroll knows it.
    #[field(id = 11)]
    pub payroll_code: Option<Code>,
    /// Can be chosen for new absences.
    #[field(id = 12, default = "true")]
    pub active: bool,
}

/// Groups of absence types that statistics and statutory reports tell apart.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum AbsenceCategory {
    /// Annual leave.
    #[choice("holiday")]
    Holiday,
    /// Sickness.
    #[choice("sickness")]
    Sickness,
    /// Work accident.
    #[choice("accident")]
    Accident,
    /// Parental leave.
    #[choice("parental")]
    Parental,
    /// Family reasons.
    #[choice("family")]
    Family,
    /// Training leave.
    #[choice("training")]
    Training,
    /// Time off in lieu.
    #[choice("time-off")]
    TimeOff,
    /// Public or union duty.
    #[choice("duty")]
    Duty,
    /// Unpaid leave.
    #[choice("unpaid")]
    Unpaid,
    /// Unexcused absence.
    #[choice("unexcused")]
    Unexcused,
    /// Other.
    #[choice("other")]
    Other,
}

/// Smallest unit in which an absence can be taken.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum AbsenceUnit {
    /// Whole days.
    #[choice("day")]
    Day,
    /// Half days.
    #[choice("half-day")]
    HalfDay,
    /// Hours.
    #[choice("hour")]
    Hour,
}

/// Which days of an absence are counted.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum DayCount {
    /// Working days.
    #[choice("working")]
    Working,
    /// Monday to Saturday.
    #[choice("weekdays")]
    Weekdays,
    /// Calendar days.
    #[choice("calendar")]
    Calendar,
}
