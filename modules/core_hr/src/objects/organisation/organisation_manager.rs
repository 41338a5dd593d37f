//! `OrganisationManager`: who has which role for a unit, besides or instead of its manager.

use jiff::civil::Date;
use talang_catalogue::{Item, Long, Ref};
use talang_derive::Object;

use super::super::people::Employee;
use super::Organisation;

/// Who has which role for a unit: deputy, HR partner, assistant and so on.
#[derive(Object)]
#[object(id = 88, module = "organisation", kind = employees, key(organisation, employee, role, start), title(organisation, employee, role), dated, extensible, privacy = work)]
pub struct OrganisationManager {
    /// Unit for which the role is held.
    #[field(id = 1)]
    pub organisation: Ref<Organisation>,
    /// Person who holds the role.
    #[field(id = 2)]
    pub employee: Ref<Employee>,
    /// What the person is for the unit.
    #[field(id = 3, list = "organisation-role")]
    pub role: Item,
    /// First day on which this applies.
    #[field(id = 4)]
    pub start: Date,
    /// Last day on which this applies; empty if open-ended.
    #[field(id = 5)]
    pub end: Option<Date>,
    /// Sees and does for the unit's people what their manager may.
    #[field(id = 6)]
    pub acts_as_manager: bool,
    /// Remark for colleagues who look after these data.
    #[field(id = 7)]
    pub comment: Option<Long>,
}
