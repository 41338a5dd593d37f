//! `OrganisationType`: the levels of the organisation chart.

use talang_catalogue::{Code, Translated};
use talang_derive::Object;

/// A kind of unit in the organisation chart, such as division, department or team.
#[derive(Object)]
#[object(id = 80, module = "organisation", kind = employees, key(code), title(name), privacy = none)]
pub struct OrganisationType {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// What it is for, in a few words.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Usual depth in the chart; 1 is the top.
    #[field(id = 4, min = 1, max = 99)]
    pub level: Option<i64>,
    /// Place in lists; smaller numbers come first.
    #[field(id = 5)]
    pub sort_order: Option<i64>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 6, default = "true")]
    pub active: bool,
}
