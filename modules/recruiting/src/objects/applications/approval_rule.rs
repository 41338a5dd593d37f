//! Rules for approvals: see [`ApprovalRule`].

use talang_catalogue::{AnyRef, Code, Money, Ref, Translated, value::Chosen};
use talang_core_hr::objects::organisation::Organisation;
use talang_core_hr::objects::people::Employee;
use talang_derive::{Choice, Object};

/// Who is asked before somebody is sought or hired: a manager of the person who asks, the holders of a role, or a named
/// employee; always, or from an amount on.
#[derive(Object)]
#[object(id = 364, module = "applications", kind = candidates, key(code), title(label), privacy = none)]
pub struct ApprovalRule {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 2, search)]
    pub label: Translated,
    /// What is decided about.
    #[field(id = 3, default = "requisition")]
    pub about: Chosen<ApprovalSubject>,
    /// Smaller numbers decide first.
    #[field(id = 4, default = "10", min = 1, max = 999)]
    pub rank: i64,
    /// Whom the rule asks.
    #[field(id = 5, default = "manager")]
    pub asks: Chosen<ApproverKind>,
    /// 1 is the direct manager, 2 the manager’s manager and so on; 1 where it is left empty.
    #[field(id = 6, min = 1, max = 20)]
    pub level: Option<i64>,
    /// Role whose holders are asked; one of them decides.
    #[field(id = 7, target = "Role")]
    pub role: Option<AnyRef>,
    /// Person who is asked.
    #[field(id = 8, privacy = work)]
    pub employee: Option<Ref<Employee>>,
    /// Only for this unit and those below it; empty: for all.
    #[field(id = 9)]
    pub organisation: Option<Ref<Organisation>>,
    /// Only from this amount on: the budget of a requisition, the yearly salary of an offer. Empty: always. What names no amount, or one in another currency, is asked about too.
    #[field(id = 10)]
    pub from_amount: Option<Money>,
    /// Days after which whoever is asked is reminded, again and again; empty: never.
    #[field(id = 11, default = "3", min = 1, max = 365)]
    pub remind_after: Option<i64>,
    /// Inactive rules ask nobody.
    #[field(id = 12, default = "true")]
    pub active: bool,
}

/// What is decided about.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum ApprovalSubject {
    /// Requisition.
    #[choice("requisition")]
    Requisition,
    /// Offer.
    #[choice("offer")]
    Offer,
}

/// Whom a rule for approvals asks.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum ApproverKind {
    /// Manager.
    #[choice("manager")]
    Manager,
    /// Holders of a role.
    #[choice("role")]
    Role,
    /// Named person.
    #[choice("employee")]
    Employee,
}
