//! Recruitment agencies: see [`Agency`].

use jiff::civil::Date;
use talang_catalogue::{Code, CountryCode, Email, Line, Percent, Phone, Ref, Url};
use talang_core_hr::objects::people::Employee;
use talang_derive::Object;

/// Agency that proposes candidates.
#[derive(Object)]
#[object(id = 355, module = "agencies", kind = candidates, key(code), title(name), extensible, privacy = none)]
pub struct Agency {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users.
    #[field(id = 2, search, max = 200)]
    pub name: Line,
    /// Number in the company register.
    #[field(id = 3, max = 60)]
    pub registration_number: Option<Line>,
    /// Country in which it lies, as an ISO 3166 code.
    #[field(id = 4)]
    pub country: Option<CountryCode>,
    /// Town or city.
    #[field(id = 5, max = 80)]
    pub city: Option<Line>,
    /// Shared mailbox, not one person's.
    #[field(id = 6)]
    pub email: Option<Email>,
    /// Switchboard or reception, with the country prefix.
    #[field(id = 7)]
    pub phone: Option<Phone>,
    /// Public website.
    #[field(id = 8)]
    pub website: Option<Url>,
    /// Colleague whom the agency asks.
    #[field(id = 9, privacy = work)]
    pub responsible: Option<Ref<Employee>>,
    /// Last day of the agreement; empty: until further notice.
    #[field(id = 10)]
    pub contract_until: Option<Date>,
    /// Share of the first year's salary.
    #[field(id = 11, privacy = financial, min = 0, max = 100)]
    pub fee: Option<Percent>,
    /// Time for which a candidate counts as proposed by the agency.
    #[field(id = 12, min = 0, max = 60)]
    pub protection_months: Option<i64>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 13, default = "true")]
    pub active: bool,
}
