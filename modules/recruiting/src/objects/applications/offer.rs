//! Offers: see [`Offer`].

use jiff::Timestamp;
use jiff::civil::Date;
use talang_catalogue::{Code, FileId, Item, Line, Long, Money, Percent, Ref, value::Chosen};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::super::candidates::Candidate;
use super::super::vacancies::{PayPeriod, RejectionReason, Vacancy};
use super::Application;

/// Conditions under which a candidate is to be hired, and the answer.
#[derive(Object)]
#[object(id = 347, module = "applications", kind = candidates, key(application, number), title(application, number), subject = candidate, within = self, extensible, privacy = work)]
pub struct Offer {
    /// The application that it belongs to.
    #[field(id = 1)]
    pub application: Ref<Application>,
    /// Tells the records apart; given where it is left empty.
    #[field(id = 2, numbered = "{3}")]
    pub number: Code,
    /// Follows from the application.
    #[field(id = 3, privacy = identity, follows = "application", fixed)]
    pub candidate: Ref<Candidate>,
    /// Follows from the application.
    #[field(id = 4, follows = "application", fixed)]
    pub vacancy: Ref<Vacancy>,
    /// Title of the post.
    #[field(id = 5, max = 200)]
    pub job_title: Option<Line>,
    /// Permanent, fixed-term, apprenticeship and so on.
    #[field(id = 6, list = "contract-type")]
    pub contract_type: Option<Item>,
    /// 100 is full time.
    #[field(id = 7, min = 1, max = 100)]
    pub working_time: Option<Percent>,
    /// First day of work.
    #[field(id = 8)]
    pub starts_on: Option<Date>,
    /// Gross salary without bonuses.
    #[field(id = 9, privacy = financial)]
    pub salary: Option<Money>,
    /// Time for which the salary is stated.
    #[field(id = 10, privacy = financial)]
    pub pay_period: Option<Chosen<PayPeriod>>,
    /// Highest bonus of a year.
    #[field(id = 11, privacy = financial)]
    pub bonus: Option<Money>,
    /// Car, pension, leave and so on.
    #[field(id = 12, max = 8000, privacy = financial)]
    pub benefits: Option<Long>,
    /// Last day on which the candidate can accept.
    #[field(id = 13)]
    pub valid_until: Option<Date>,
    /// Where the offer stands.
    #[field(id = 14, default = "draft", group = "decision")]
    pub state: Chosen<OfferState>,
    /// Moment at which it was sent.
    #[field(id = 15, group = "decision")]
    pub sent_at: Option<Timestamp>,
    /// Moment of the candidate's answer.
    #[field(id = 16, group = "decision")]
    pub answered_at: Option<Timestamp>,
    /// Why the candidate declined.
    #[field(id = 17, group = "decision")]
    pub decline_reason: Option<Ref<RejectionReason>>,
    /// The offer as sent.
    #[field(id = 18, privacy = financial, read_only)]
    pub document: Option<FileId>,
    /// For colleagues only; candidates never read it.
    #[field(id = 19, max = 8000, privacy = financial)]
    pub comment: Option<Long>,
    /// Who makes the offer, and therefore does not decide about it.
    #[field(id = 20, read_only)]
    pub author: Option<Ref<Employee>>,
    /// Day of the decision.
    #[field(id = 21, group = "decision")]
    pub decided_on: Option<Date>,
    /// What those who decided want to say about it.
    #[field(id = 22, max = 400, group = "decision")]
    pub decision_comment: Option<Line>,
    /// How far the hiring is that follows from the offer.
    #[field(id = 23, read_only, group = "decision")]
    pub hiring: Option<Chosen<HiringState>>,
    /// Moment at which somebody asked for the hiring.
    #[field(id = 24, read_only, group = "decision")]
    pub hiring_at: Option<Timestamp>,
    /// Why the hiring failed, as codes.
    #[field(id = 25, read_only, max = 8000, group = "decision")]
    pub hiring_faults: Option<Long>,
    /// The employee whom the candidate became.
    #[field(id = 26, read_only, group = "decision")]
    pub employee: Option<Ref<Employee>>,
}

/// How far a hiring is.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum HiringState {
    /// Under way.
    #[choice("asked")]
    Asked,
    /// Done.
    #[choice("done")]
    Done,
    /// Failed.
    #[choice("failed")]
    Failed,
}

/// Where an offer stands.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum OfferState {
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
    /// Sent.
    #[choice("sent")]
    Sent,
    /// Accepted.
    #[choice("accepted")]
    Accepted,
    /// Declined.
    #[choice("declined")]
    Declined,
    /// Withdrawn.
    #[choice("withdrawn")]
    Withdrawn,
    /// Expired.
    #[choice("expired")]
    Expired,
}
