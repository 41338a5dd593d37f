//! Reporting line: see [`ReportingLine`].

use jiff::civil::Date;
use talang_catalogue::{Item, Line, Percent, Ref};
use talang_derive::Object;

use super::employee::Employee;

/// A further manager of an employee besides the line manager, from one day to another.
#[derive(Object)]
#[object(id = 133, module = "people", kind = employees, key(employee, kind, manager, start), subject = employee, dated, extensible, privacy = work, title(employee, manager))]
pub struct ReportingLine {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Functional, project, tutoring and so on.
    #[field(id = 2, list = "reporting-line-type", default = "functional")]
    pub kind: Item,
    /// The person reported to.
    #[field(id = 3)]
    pub manager: Ref<Employee>,
    /// First day on which this applies.
    #[field(id = 4)]
    pub start: Date,
    /// Last day on which this applies; empty: until further notice.
    #[field(id = 5)]
    pub end: Option<Date>,
    /// Project or subject in which this manager directs.
    #[field(id = 6, max = 200)]
    pub scope: Option<Line>,
    /// Part of the working time spent for this manager.
    #[field(id = 7, min = 0, max = 100)]
    pub share: Option<Percent>,
}
