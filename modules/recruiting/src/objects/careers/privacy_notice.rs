//! Privacy notices: see [`PrivacyNotice`].

use jiff::civil::Date;
use talang_catalogue::{Code, CountryCode, Ref, Translated};
use talang_derive::Object;

use super::FrontOffice;

/// What candidates are told about the use of their data on a career site or in a country; the closest one counts.
#[derive(Object)]
#[object(id = 372, module = "careers", kind = candidates, key(code), title(code), privacy = none)]
pub struct PrivacyNotice {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// The career site on which it stands; empty: every site.
    #[field(id = 2)]
    pub front_office: Option<Ref<FrontOffice>>,
    /// Country of the place of work for which it is; empty: every country.
    #[field(id = 3)]
    pub country: Option<CountryCode>,
    /// The whole text.
    #[field(id = 4, max = 20000)]
    pub text: Translated,
    /// First day on which it stands there; empty: at once.
    #[field(id = 5)]
    pub valid_from: Option<Date>,
    /// Visitors can read it.
    #[field(id = 6, default = "true")]
    pub active: bool,
}
