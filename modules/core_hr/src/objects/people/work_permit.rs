//! Work permit: see [`WorkPermit`].

use jiff::civil::Date;
use talang_catalogue::{Code, CountryCode, Decimal, FileId, Item, Line, Long, Ref};
use talang_derive::Object;

use super::employee::Employee;

/// Right of an employee to stay and work in a country, from one day to another.
#[derive(Object)]
#[object(id = 127, module = "people", kind = employees, key(employee, kind, start), subject = employee, dated, extensible, privacy = private, title(employee, kind))]
pub struct WorkPermit {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Residence permit, work permit, EU Blue Card and so on.
    #[field(id = 2, list = "work-permit-type", group = "private")]
    pub kind: Item,
    /// First day on which this applies.
    #[field(id = 3)]
    pub start: Date,
    /// Last day on which this applies; empty: until further notice.
    #[field(id = 4)]
    pub end: Option<Date>,
    /// Number printed on the permit.
    #[field(id = 5)]
    pub number: Option<Code>,
    /// Country in which the permit gives the right to work.
    #[field(id = 6)]
    pub country: CountryCode,
    /// Office that issued the permit.
    #[field(id = 7, max = 120)]
    pub authority: Option<Line>,
    /// Valid for work with this employer only.
    #[field(id = 8)]
    pub employer_bound: bool,
    /// Limit on weekly working hours, for example for students.
    #[field(id = 9, min = 0, max = 168)]
    pub maximum_hours: Option<Decimal>,
    /// Occupation, region or other limits.
    #[field(id = 10)]
    pub conditions: Option<Long>,
    /// Day on which the extension was applied for.
    #[field(id = 11)]
    pub renewal_requested_on: Option<Date>,
    /// Day on which HR saw the original.
    #[field(id = 12)]
    pub verified_on: Option<Date>,
    /// Who saw the original.
    #[field(id = 13)]
    pub verified_by: Option<Ref<Employee>>,
    /// Scan; keep it only where the law allows.
    #[field(id = 14)]
    pub copy: Option<FileId>,
}
