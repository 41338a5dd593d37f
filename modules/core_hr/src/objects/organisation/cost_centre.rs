//! `CostCentre`: where the costs of work are booked.

use jiff::civil::Date;
use talang_catalogue::{Code, Item, Ref, Translated};
use talang_derive::Object;

use super::super::people::Employee;
use super::LegalEntity;

/// An account to which the costs of people and positions are booked.
#[derive(Object)]
#[object(id = 85, module = "organisation", kind = employees, key(code), title(code, name), extensible, privacy = none)]
pub struct CostCentre {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// Cost centre in which it is summed up.
    #[field(id = 3)]
    pub parent: Option<Ref<CostCentre>>,
    /// Kind of account, such as cost centre or project.
    #[field(id = 4, list = "cost-centre-type")]
    pub cost_centre_type: Option<Item>,
    /// Company to which it belongs in law.
    #[field(id = 5)]
    pub legal_entity: Option<Ref<LegalEntity>>,
    /// Person who answers for the costs.
    #[field(id = 6, privacy = work)]
    pub responsible: Option<Ref<Employee>>,
    /// What it is for, in a few words.
    #[field(id = 7)]
    pub description: Option<Translated>,
    /// First day on which costs may be booked.
    #[field(id = 8)]
    pub opened: Option<Date>,
    /// Last day on which costs may be booked.
    #[field(id = 9)]
    pub closed: Option<Date>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 10, default = "true")]
    pub active: bool,
}
