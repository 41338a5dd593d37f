//! The organisation: units, positions, legal entities and places, and who leads them.

mod classification;
mod collective_agreement;
mod cost_centre;
mod establishment;
mod legal_entity;
mod organisation;
mod organisation_manager;
mod organisation_property;
mod organisation_type;
mod pay_group;
mod position;
mod position_holder;

pub use classification::Classification;
pub use collective_agreement::CollectiveAgreement;
pub use cost_centre::CostCentre;
pub use establishment::Establishment;
pub use legal_entity::LegalEntity;
pub use organisation::Organisation;
pub use organisation_manager::OrganisationManager;
pub use organisation_property::OrganisationProperty;
pub use organisation_type::OrganisationType;
pub use pay_group::{PayFrequency, PayGroup};
pub use position::{Position, PositionStatus};
pub use position_holder::{HolderCapacity, PositionHolder};
use talang_catalogue::{BusinessObject, ObjectDef};

/// The objects of this folder, in the order in which menus list them.
pub fn definitions() -> Vec<&'static ObjectDef> {
    vec![
        OrganisationType::DEF,
        Organisation::DEF,
        OrganisationProperty::DEF,
        LegalEntity::DEF,
        Establishment::DEF,
        CostCentre::DEF,
        Position::DEF,
        PositionHolder::DEF,
        OrganisationManager::DEF,
        PayGroup::DEF,
        CollectiveAgreement::DEF,
        Classification::DEF,
    ]
}
