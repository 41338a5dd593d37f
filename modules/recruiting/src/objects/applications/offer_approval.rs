//! Approvals of offers: see [`OfferApproval`].

use jiff::Timestamp;
use talang_catalogue::{Line, Ref, value::Chosen};
use talang_core_hr::objects::people::Employee;
use talang_derive::Object;

use super::super::candidates::Candidate;
use super::super::vacancies::{ApprovalState, Vacancy};
use super::Offer;

/// Decision of one person about an offer; several follow one another by their steps.
#[derive(Object)]
#[object(id = 348, module = "applications", kind = candidates, key(offer, step), title(offer, step), subject = candidate, within = offer, privacy = work)]
pub struct OfferApproval {
    /// The offer to decide about.
    #[field(id = 1)]
    pub offer: Ref<Offer>,
    /// 1 decides first.
    #[field(id = 2, min = 1, max = 999)]
    pub step: i64,
    /// Follows from the offer.
    #[field(id = 3, privacy = identity, follows = "offer")]
    pub candidate: Ref<Candidate>,
    /// Follows from the offer.
    #[field(id = 4, follows = "offer")]
    pub vacancy: Ref<Vacancy>,
    /// Who decides.
    #[field(id = 5)]
    pub approver: Ref<Employee>,
    /// Whether the person has decided, and how.
    #[field(id = 6, default = "pending", group = "decision")]
    pub state: Chosen<ApprovalState>,
    /// Moment of the decision.
    #[field(id = 7, group = "decision")]
    pub decided_at: Option<Timestamp>,
    /// What those who decided want to say about it.
    #[field(id = 8, max = 400, group = "decision")]
    pub comment: Option<Line>,
    /// How often the offer has been handed in, this time included.
    #[field(id = 9, min = 1, read_only)]
    pub round: Option<i64>,
    /// Whose turn it is: those of the same turn decide instead of one another.
    #[field(id = 10, min = 1, read_only)]
    pub turn: Option<i64>,
    /// Who decided in the approver’s name, as deputy.
    #[field(id = 11, read_only, group = "decision")]
    pub deputy: Option<Ref<Employee>>,
    /// Since when the person is asked.
    #[field(id = 12, read_only)]
    pub asked_at: Option<Timestamp>,
    /// Moment of the latest reminder.
    #[field(id = 13, read_only)]
    pub reminded_at: Option<Timestamp>,
    /// Days of silence after which a reminder is sent; empty: none is.
    #[field(id = 14, min = 1, max = 365, read_only)]
    pub remind_after: Option<i64>,
}
