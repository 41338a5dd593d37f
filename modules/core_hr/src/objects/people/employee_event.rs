//! Career event: see [`EmployeeEvent`].

use jiff::civil::Date;
use talang_catalogue::value::Chosen;
use talang_catalogue::{Item, Long, Ref};
use talang_derive::{Choice, Object};

use super::super::jobs::Job;
use super::super::organisation::Organisation;
use super::employee::Employee;

/// A milestone in the employment: hire, move, leave and what lies between.
#[derive(Object)]
#[object(id = 134, module = "people", kind = employees, key(employee, date, kind), subject = employee, extensible, privacy = work, title(employee, kind))]
pub struct EmployeeEvent {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// Day on which it takes effect.
    #[field(id = 2)]
    pub date: Date,
    /// What happened.
    #[field(id = 3)]
    pub kind: Chosen<EmployeeEventType>,
    /// Why it happened.
    #[field(id = 4, list = "employee-event-reason", privacy = private)]
    pub reason: Option<Item>,
    /// The unit before the event.
    #[field(id = 5)]
    pub from_organisation: Option<Ref<Organisation>>,
    /// The unit after the event.
    #[field(id = 6)]
    pub to_organisation: Option<Ref<Organisation>>,
    /// The job before the event.
    #[field(id = 7)]
    pub from_job: Option<Ref<Job>>,
    /// The job after the event.
    #[field(id = 8)]
    pub to_job: Option<Ref<Job>>,
    /// Notes for HR.
    #[field(id = 9, privacy = private)]
    pub comment: Option<Long>,
}

/// Milestones of an employment.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum EmployeeEventType {
    /// Hire.
    #[choice("hire")]
    Hire,
    /// Rehire.
    #[choice("rehire")]
    Rehire,
    /// Trial period passed.
    #[choice("trial-passed")]
    TrialPassed,
    /// Move.
    #[choice("move")]
    Move,
    /// Promotion.
    #[choice("promotion")]
    Promotion,
    /// Change of contract.
    #[choice("contract-change")]
    ContractChange,
    /// Change of working time.
    #[choice("working-time-change")]
    WorkingTimeChange,
    /// Secondment.
    #[choice("secondment")]
    Secondment,
    /// Suspension.
    #[choice("suspension")]
    Suspension,
    /// Return.
    #[choice("return")]
    Return,
    /// Leave.
    #[choice("leave")]
    Leave,
}
