//! Assignment: see [`Assignment`].

use jiff::civil::Date;
use talang_catalogue::{Item, Line, Ref};
use talang_derive::Object;

use super::super::jobs::Job;
use super::super::organisation::{CostCentre, Establishment, LegalEntity, Organisation, Position};
use super::employee::Employee;

/// Where in the company an employee works, as what and for whom; exactly one on each day.
#[derive(Object)]
#[object(id = 132, module = "people", kind = employees, key(employee, start), subject = employee, dated, extensible, privacy = work, title(employee, start))]
pub struct Assignment {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// First day on which this applies.
    #[field(id = 2)]
    pub start: Date,
    /// Last day on which this applies; empty: until further notice.
    #[field(id = 3)]
    pub end: Option<Date>,
    /// The unit to which the employee belongs.
    #[field(id = 4)]
    pub organisation: Option<Ref<Organisation>>,
    /// The position in the staffing plan that the employee fills.
    #[field(id = 5)]
    pub position: Option<Ref<Position>>,
    /// The job in the job catalogue.
    #[field(id = 6)]
    pub job: Option<Ref<Job>>,
    /// Title on the business card, where it differs from the job's name.
    #[field(id = 7, max = 120)]
    pub job_title: Option<Line>,
    /// Line manager; empty: the manager of the organisation.
    #[field(id = 8)]
    pub manager: Option<Ref<Employee>>,
    /// Place of work.
    #[field(id = 9)]
    pub establishment: Option<Ref<Establishment>>,
    /// The company that employs.
    #[field(id = 10)]
    pub legal_entity: Option<Ref<LegalEntity>>,
    /// Where the cost of the employee is booked.
    #[field(id = 11)]
    pub cost_centre: Option<Ref<CostCentre>>,
    /// Level in the company's grading structure.
    #[field(id = 12, list = "grade")]
    pub grade: Option<Item>,
    /// Why the assignment changed.
    #[field(id = 13, list = "assignment-reason")]
    pub reason: Option<Item>,
}
