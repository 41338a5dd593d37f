//! Requisitions: see [`Requisition`].

use jiff::civil::Date;
use talang_catalogue::{Code, Item, Line, Long, Money, Percent, Ref, value::Chosen};
use talang_core_hr::objects::jobs::Job;
use talang_core_hr::objects::organisation::{CostCentre, Establishment, Organisation, Position};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

/// Request to hire somebody: for what, why, with which budget, and whether it was approved.
#[derive(Object)]
#[object(id = 300, module = "vacancies", kind = candidates, key(code), title(title), within = self, extensible, privacy = work)]
pub struct Requisition {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search, numbered = "R{year}-{4}")]
    pub code: Code,
    /// What is sought, in a few words.
    #[field(id = 2, search, max = 200)]
    pub title: Line,
    /// The position in the staffing plan that is to be filled; empty where there is none yet.
    #[field(id = 3)]
    pub position: Option<Ref<Position>>,
    /// The job in the job catalogue.
    #[field(id = 4)]
    pub job: Option<Ref<Job>>,
    /// The unit that hires.
    #[field(id = 5)]
    pub organisation: Option<Ref<Organisation>>,
    /// Place where the work is done.
    #[field(id = 6)]
    pub establishment: Option<Ref<Establishment>>,
    /// Where the costs are booked.
    #[field(id = 7)]
    pub cost_centre: Option<Ref<CostCentre>>,
    /// Replacement, growth, new project and so on.
    #[field(id = 8, list = "requisition-reason")]
    pub reason: Option<Item>,
    /// The employee whose work is to be taken over.
    #[field(id = 9)]
    pub replaces: Option<Ref<Employee>>,
    /// How many people are to be hired.
    #[field(id = 10, default = "1", min = 1, max = 9999)]
    pub headcount: i64,
    /// Permanent, fixed-term, apprenticeship and so on.
    #[field(id = 11, list = "contract-type")]
    pub contract_type: Option<Item>,
    /// Length of a fixed-term contract; empty means for good.
    #[field(id = 12, min = 1, max = 600)]
    pub duration_months: Option<i64>,
    /// 100 is full time.
    #[field(id = 13, min = 1, max = 100)]
    pub working_time: Option<Percent>,
    /// Yearly cost that is planned, employer's contributions included.
    #[field(id = 14, privacy = financial)]
    pub budget: Option<Money>,
    /// Lowest gross salary that may be offered.
    #[field(id = 15, privacy = financial)]
    pub salary_from: Option<Money>,
    /// Highest gross salary that may be offered.
    #[field(id = 16, privacy = financial)]
    pub salary_to: Option<Money>,
    /// Time for which the salary is stated.
    #[field(id = 17, privacy = financial)]
    pub pay_period: Option<Chosen<PayPeriod>>,
    /// Day on which the work should begin.
    #[field(id = 18)]
    pub wanted_from: Option<Date>,
    /// Why the hiring is needed, for those who approve.
    #[field(id = 19, max = 8000)]
    pub justification: Option<Long>,
    /// Person who asks for the hiring.
    #[field(id = 20, fixed)]
    pub requester: Ref<Employee>,
    /// Day of the request.
    #[field(id = 21)]
    pub requested_on: Option<Date>,
    /// Where the request stands.
    #[field(id = 22, default = "draft", group = "decision")]
    pub state: Chosen<RequisitionState>,
    /// Day of the decision.
    #[field(id = 23, group = "decision")]
    pub decided_on: Option<Date>,
    /// What those who decided want to say about it.
    #[field(id = 24, max = 400, group = "decision")]
    pub decision_comment: Option<Line>,
}

/// Where a requisition stands.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum RequisitionState {
    /// Draft.
    #[choice("draft")]
    Draft,
    /// Submitted.
    #[choice("submitted")]
    Submitted,
    /// Approved.
    #[choice("approved")]
    Approved,
    /// Refused.
    #[choice("refused")]
    Refused,
    /// Cancelled.
    #[choice("cancelled")]
    Cancelled,
    /// Filled.
    #[choice("filled")]
    Filled,
}

/// Time for which a salary is stated.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum PayPeriod {
    /// Year.
    #[choice("year")]
    Year,
    /// Month.
    #[choice("month")]
    Month,
    /// Week.
    #[choice("week")]
    Week,
    /// Day.
    #[choice("day")]
    Day,
    /// Hour.
    #[choice("hour")]
    Hour,
}
