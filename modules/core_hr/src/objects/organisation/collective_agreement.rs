//! `CollectiveAgreement`: an agreement between employers and unions that sets conditions of work.

use jiff::civil::Date;
use talang_catalogue::{Code, CountryCode, Decimal, Duration, FileId, Line, Translated, Url};
use talang_derive::Object;

/// An agreement between employers and unions that sets conditions of work.
#[derive(Object)]
#[object(id = 90, module = "organisation", kind = employees, key(code), title(name), extensible, privacy = none)]
pub struct CollectiveAgreement {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// Name used in daily life.
    #[field(id = 3, search)]
    pub short_name: Option<Translated>,
    /// Country to which it belongs, as an ISO 3166 code.
    #[field(id = 4)]
    pub country: Option<CountryCode>,
    /// Number in the official register, such as the French IDCC.
    #[field(id = 5, search)]
    pub number: Option<Line>,
    /// First day on which it applies.
    #[field(id = 6)]
    pub in_force_from: Option<Date>,
    /// Last day on which it applies.
    #[field(id = 7)]
    pub in_force_until: Option<Date>,
    /// Length of the full-time week.
    #[field(id = 8, min = 0, max = 10080)]
    pub weekly_hours: Option<Duration>,
    /// Days of paid leave in a year.
    #[field(id = 9, min = 0, max = 366)]
    pub annual_leave: Option<Decimal>,
    /// What it is for, in a few words.
    #[field(id = 10)]
    pub description: Option<Translated>,
    /// Where the text can be read.
    #[field(id = 11)]
    pub url: Option<Url>,
    /// The text of the agreement.
    #[field(id = 12)]
    pub file: Option<FileId>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 13, default = "true")]
    pub active: bool,
}
