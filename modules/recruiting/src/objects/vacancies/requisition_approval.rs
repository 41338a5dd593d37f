//! Approvals of requisitions: see [`RequisitionApproval`].

use jiff::Timestamp;
use talang_catalogue::{Line, Ref, value::Chosen};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::Requisition;

/// Decision of one person about a requisition; several follow one another by their steps.
#[derive(Object)]
#[object(id = 301, module = "vacancies", kind = candidates, key(requisition, step), title(requisition, step), within = requisition, privacy = work)]
pub struct RequisitionApproval {
    /// The requisition to decide about.
    #[field(id = 1)]
    pub requisition: Ref<Requisition>,
    /// 1 decides first.
    #[field(id = 2, min = 1, max = 999)]
    pub step: i64,
    /// Who decides.
    #[field(id = 3)]
    pub approver: Ref<Employee>,
    /// Whether the person has decided, and how.
    #[field(id = 4, default = "pending", group = "decision")]
    pub state: Chosen<ApprovalState>,
    /// Moment of the decision.
    #[field(id = 5, group = "decision")]
    pub decided_at: Option<Timestamp>,
    /// What those who decided want to say about it.
    #[field(id = 6, max = 400, group = "decision")]
    pub comment: Option<Line>,
    /// How often the request has been handed in, this time included.
    #[field(id = 7, min = 1, read_only)]
    pub round: Option<i64>,
    /// Whose turn it is: those of the same turn decide instead of one another.
    #[field(id = 8, min = 1, read_only)]
    pub turn: Option<i64>,
    /// Who decided in the approver’s name, as deputy.
    #[field(id = 9, read_only, group = "decision")]
    pub deputy: Option<Ref<Employee>>,
    /// Since when the person is asked.
    #[field(id = 10, read_only)]
    pub asked_at: Option<Timestamp>,
    /// Moment of the latest reminder.
    #[field(id = 11, read_only)]
    pub reminded_at: Option<Timestamp>,
    /// Days of silence after which a reminder is sent; empty: none is.
    #[field(id = 12, min = 1, max = 365, read_only)]
    pub remind_after: Option<i64>,
}

/// Whether somebody has decided, and how.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum ApprovalState {
    /// Waiting.
    #[choice("pending")]
    Pending,
    /// Approved.
    #[choice("approved")]
    Approved,
    /// Refused.
    #[choice("refused")]
    Refused,
    /// Sent back.
    #[choice("returned")]
    Returned,
    /// Not needed any more.
    #[choice("skipped")]
    Skipped,
}
