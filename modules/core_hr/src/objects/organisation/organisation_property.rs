//! `OrganisationProperty`: a named property of one unit, such as its customer segment.

use talang_catalogue::{Item, Line, Long, Ref};
use talang_derive::Object;

use super::Organisation;

/// A named property of one unit, such as its activity or market.
#[derive(Object)]
#[object(id = 82, module = "organisation", kind = employees, key(organisation, property), title(property, value), extensible, privacy = none)]
pub struct OrganisationProperty {
    /// Unit that has the property.
    #[field(id = 1)]
    pub organisation: Ref<Organisation>,
    /// Which property it is.
    #[field(id = 2, list = "organisation-property")]
    pub property: Item,
    /// What holds for this unit.
    #[field(id = 3, search)]
    pub value: Line,
    /// Remark for colleagues who look after these data.
    #[field(id = 4)]
    pub comment: Option<Long>,
}
