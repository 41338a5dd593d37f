//! `Organisation`: a unit of the organisation chart. Dated as a whole, so that the chart can be walked on
//! any day.

use jiff::civil::Date;
use talang_catalogue::{Code, Decimal, Email, Long, Phone, Ref, Translated};
use talang_derive::Object;

use super::super::people::Employee;
use super::CostCentre;
use super::Establishment;
use super::LegalEntity;
use super::OrganisationType;

/// A unit of the organisation chart, such as a division, a department or a team.
#[derive(Object)]
#[object(id = 81, module = "organisation", kind = employees, key(code, start), title(name), dated, extensible, privacy = none)]
pub struct Organisation {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// First day on which this applies.
    #[field(id = 2)]
    pub start: Date,
    /// Last day on which this applies; empty if open-ended.
    #[field(id = 3)]
    pub end: Option<Date>,
    /// Name shown to users.
    #[field(id = 4, search)]
    pub name: Translated,
    /// Abbreviation for charts and lists.
    #[field(id = 5, search)]
    pub short_name: Option<Translated>,
    /// Unit directly above in the chart; empty at the top.
    #[field(id = 6)]
    pub parent: Option<Ref<Organisation>>,
    /// Kind of unit, such as department or team.
    #[field(id = 7)]
    pub organisation_type: Option<Ref<OrganisationType>>,
    /// Person who leads the unit.
    #[field(id = 8, privacy = work)]
    pub manager: Option<Ref<Employee>>,
    /// Company to which it belongs in law.
    #[field(id = 9)]
    pub legal_entity: Option<Ref<LegalEntity>>,
    /// Place where the work is done.
    #[field(id = 10)]
    pub establishment: Option<Ref<Establishment>>,
    /// Where the costs are booked.
    #[field(id = 11)]
    pub cost_centre: Option<Ref<CostCentre>>,
    /// What it is for, in a few words.
    #[field(id = 12)]
    pub description: Option<Translated>,
    /// What the unit is there to do.
    #[field(id = 13)]
    pub mission: Option<Long>,
    /// Full-time equivalents that the unit is meant to have.
    #[field(id = 14, min = 0)]
    pub planned_headcount: Option<Decimal>,
    /// Switchboard or reception, with the country prefix.
    #[field(id = 15)]
    pub phone: Option<Phone>,
    /// Shared mailbox, not one person's.
    #[field(id = 16)]
    pub email: Option<Email>,
    /// What other systems, such as payroll, call it.
    #[field(id = 17, search)]
    pub external_code: Option<Code>,
    /// Place in lists; smaller numbers come first.
    #[field(id = 18)]
    pub sort_order: Option<i64>,
}
