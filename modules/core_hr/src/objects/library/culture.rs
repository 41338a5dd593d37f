//! `Culture`: a language together with the habits of a region.

use talang_catalogue::{CountryCode, CultureCode, LanguageCode, Translated};
use talang_derive::Object;

/// A language with the way a region writes dates and numbers.
#[derive(Object)]
#[object(id = 46, module = "library", kind = shared, key(code), title(name), privacy = none)]
pub struct Culture {
    /// Language and region, such as sv-SE.
    #[field(id = 1)]
    pub code: CultureCode,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// Language in which texts are shown.
    #[field(id = 3)]
    pub language: LanguageCode,
    /// Country to which it belongs, as an ISO 3166 code.
    #[field(id = 4)]
    pub country: Option<CountryCode>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 5, default = "true")]
    pub active: bool,
}
