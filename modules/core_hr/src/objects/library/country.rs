//! `Country`: a country of ISO 3166-1.

use talang_catalogue::{Code, CountryCode, CurrencyCode, Translated};
use talang_derive::Object;

/// A country, with the names and codes that the product uses for it.
#[derive(Object)]
#[object(id = 42, module = "library", kind = shared, key(iso2), title(name), privacy = none)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code.
    #[field(id = 1)]
    pub iso2: CountryCode,
    /// ISO 3166-1 alpha-3 code.
    #[field(id = 2, unique, min = 3, max = 3)]
    pub iso3: Option<Code>,
    /// Three digits of the ISO standard, with leading zeros.
    #[field(id = 3, min = 3, max = 3)]
    pub numeric_code: Option<Code>,
    /// Name shown to users.
    #[field(id = 4, search)]
    pub name: Translated,
    /// Name of the nationality of its citizens.
    #[field(id = 5)]
    pub nationality: Option<Translated>,
    /// International prefix, such as +46.
    #[field(id = 6)]
    pub phone_prefix: Option<Code>,
    /// Currency in which pay is usual there.
    #[field(id = 7)]
    pub currency: Option<CurrencyCode>,
    /// Member state of the European Union.
    #[field(id = 8)]
    pub european_union: bool,
    /// Its citizens may work in the European Economic Area without a permit.
    #[field(id = 9)]
    pub free_movement: bool,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 10, default = "true")]
    pub active: bool,
}
