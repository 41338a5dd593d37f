//! `Classification`: a step in the grading of a collective agreement.

use talang_catalogue::{Code, Decimal, Item, Line, Money, Ref, Translated};
use talang_derive::Object;

use super::CollectiveAgreement;

/// A step in the grading of jobs by a collective agreement.
#[derive(Object)]
#[object(id = 91, module = "organisation", kind = employees, key(collective_agreement, code), title(code, name), extensible, privacy = none)]
pub struct Classification {
    /// Agreement that defines it.
    #[field(id = 1)]
    pub collective_agreement: Ref<CollectiveAgreement>,
    /// Short identifier, used in files and interfaces.
    #[field(id = 2, search)]
    pub code: Code,
    /// Name shown to users.
    #[field(id = 3, search)]
    pub name: Translated,
    /// Broader step to which it belongs.
    #[field(id = 4)]
    pub parent: Option<Ref<Classification>>,
    /// Group of employees, such as workers or executives.
    #[field(id = 5, list = "employee-category")]
    pub category: Option<Item>,
    /// Level as the agreement names it.
    #[field(id = 6)]
    pub level: Option<Line>,
    /// Number from which minimum pay is derived, where the agreement uses one.
    #[field(id = 7, min = 0)]
    pub coefficient: Option<Decimal>,
    /// Lowest monthly gross pay for full-time work.
    #[field(id = 8, min = 0)]
    pub minimum_pay: Option<Money>,
    /// Months of notice, unless the contract says more.
    #[field(id = 9, min = 0, max = 36)]
    pub notice_period: Option<i64>,
    /// Longest trial period in months.
    #[field(id = 10, min = 0, max = 24)]
    pub trial_period: Option<i64>,
    /// What it is for, in a few words.
    #[field(id = 11)]
    pub description: Option<Translated>,
    /// Place in lists; smaller numbers come first.
    #[field(id = 12)]
    pub sort_order: Option<i64>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 13, default = "true")]
    pub active: bool,
}
