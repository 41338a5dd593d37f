//! Applications: see [`Application`].

use jiff::Timestamp;
use jiff::civil::Date;
use talang_catalogue::{Code, Line, Long, Money, Ref, value::Chosen};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::super::candidates::{Candidate, CandidateSource};
use super::super::vacancies::{PipelineStage, RejectionReason, Vacancy};
use super::Referral;

/// Application of a candidate for a vacancy, from the first message to the hiring or the refusal.
#[derive(Object)]
#[object(id = 340, module = "applications", kind = candidates, key(candidate, vacancy), title(candidate, vacancy), subject = candidate, within = vacancy, extensible, privacy = work)]
pub struct Application {
    /// Person who applies.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// Vacancy that the person applies for.
    #[field(id = 2)]
    pub vacancy: Ref<Vacancy>,
    /// Number of the application in letters and interfaces.
    #[field(id = 3, search, unique, numbered = "A{year}-{5}")]
    pub number: Option<Code>,
    /// Moment at which the application came in.
    #[field(id = 4)]
    pub applied_at: Option<Timestamp>,
    /// How the person found the vacancy.
    #[field(id = 5)]
    pub source: Option<Ref<CandidateSource>>,
    /// Recommendation by an employee, where there is one.
    #[field(id = 6)]
    pub referral: Option<Ref<Referral>>,
    /// Where the application stands in the vacancy's pipeline.
    #[field(id = 7, group = "decision")]
    pub stage: Option<Ref<PipelineStage>>,
    /// Moment at which it came into the stage.
    #[field(id = 8, read_only, group = "decision")]
    pub stage_since: Option<Timestamp>,
    /// Whether the application is still under way, and how it ended.
    #[field(id = 9, default = "active", group = "decision")]
    pub state: Chosen<ApplicationState>,
    /// 1 does not fit to 5 fits very well.
    #[field(id = 10, min = 1, max = 5, group = "decision")]
    pub rating: Option<i64>,
    /// Why it did not lead to a hiring.
    #[field(id = 11, group = "decision")]
    pub rejection_reason: Option<Ref<RejectionReason>>,
    /// Facts only; the candidate has the right to read it.
    #[field(id = 12, max = 400, group = "decision")]
    pub rejection_comment: Option<Line>,
    /// Earliest day on which the person could begin.
    #[field(id = 13)]
    pub available_from: Option<Date>,
    /// Gross salary that the person expects.
    #[field(id = 14, privacy = financial)]
    pub salary_wish: Option<Money>,
    /// What the person wrote with the application.
    #[field(id = 15, max = 20000, privacy = private)]
    pub cover_text: Option<Long>,
    /// The employee whom the candidate became.
    #[field(id = 16, group = "decision")]
    pub employee: Option<Ref<Employee>>,
    /// Last day on which the candidate may choose the time of an interview.
    #[field(id = 17)]
    pub book_until: Option<Date>,
}

/// Whether an application is still under way, and how it ended.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum ApplicationState {
    /// Under way.
    #[choice("active")]
    Active,
    /// Hired.
    #[choice("hired")]
    Hired,
    /// Refused.
    #[choice("refused")]
    Refused,
    /// Withdrawn.
    #[choice("withdrawn")]
    Withdrawn,
}
