//! Approvals of requisitions: see [`RequisitionApproval`].

use jiff::Timestamp;
use talang_catalogue::{Line, Ref, value::Chosen};
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

use super::Requisition;

/// Decision of one person about a requisition; several follow one another by their steps.
#[derive(Object)]
#[object(id = 301, module = "vacancies", kind = candidates, key(requisition, step), title(requisition, step), within = approver, hidden, privacy = work)]
pub struct RequisitionApproval {
    /// The requisition to decide about.
    #[field(id = 1)]
    pub requisition: Ref<Requisition>,
    /// 1 decides first.
    #[field(id = 2, min = 1, max = 99)]
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
}
