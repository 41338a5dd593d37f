//! `HolidayCalendar`: the public holidays of a country or region.

use talang_catalogue::{Code, CountryCode, Ref, Translated};
use talang_derive::Object;

/// The days on which nobody works in a country, a region or a company.
#[derive(Object)]
#[object(id = 51, module = "library", kind = shared, key(code), title(name), privacy = none, extensible)]
pub struct HolidayCalendar {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// Country to which it belongs, as an ISO 3166 code.
    #[field(id = 3)]
    pub country: Option<CountryCode>,
    /// Part of the country, as an ISO 3166-2 code such as DE-BY.
    #[field(id = 4)]
    pub region: Option<Code>,
    /// Calendar whose holidays apply as well.
    #[field(id = 5)]
    pub parent: Option<Ref<HolidayCalendar>>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 6, default = "true")]
    pub active: bool,
}
