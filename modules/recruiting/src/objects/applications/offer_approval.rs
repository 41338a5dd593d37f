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
#[object(id = 348, module = "applications", kind = candidates, key(offer, step), title(offer, step), subject = candidate, within = vacancy, hidden, privacy = work)]
pub struct OfferApproval {
    /// The offer to decide about.
    #[field(id = 1)]
    pub offer: Ref<Offer>,
    /// 1 decides first.
    #[field(id = 2, min = 1, max = 99)]
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
}
