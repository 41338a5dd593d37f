//! `LegalEntity`: a company or body that employs people.

use jiff::civil::Date;
use talang_catalogue::{
    Code, CountryCode, CultureCode, CurrencyCode, Email, Item, Line, Percent, Phone, Ref, Url,
};
use talang_derive::Object;

use super::super::people::Employee;

/// A company or public body in law: the employer in a contract of employment.
#[derive(Object)]
#[object(id = 83, module = "organisation", kind = employees, key(code), title(name), extensible, privacy = none)]
pub struct LegalEntity {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name in the company register.
    #[field(id = 2, search)]
    pub name: Line,
    /// Name used in daily life.
    #[field(id = 3, search)]
    pub short_name: Option<Line>,
    /// Company that holds it.
    #[field(id = 4)]
    pub parent: Option<Ref<LegalEntity>>,
    /// Share that the parent company holds.
    #[field(id = 5, min = 0, max = 100)]
    pub ownership: Option<Percent>,
    /// Form of the company in law.
    #[field(id = 6, list = "legal-form")]
    pub legal_form: Option<Item>,
    /// Number in the company register.
    #[field(id = 7, search)]
    pub registration_number: Option<Line>,
    /// Number under which it pays taxes.
    #[field(id = 8)]
    pub tax_number: Option<Line>,
    /// Number for value added tax.
    #[field(id = 9)]
    pub vat_number: Option<Line>,
    /// Number under which it pays social security contributions.
    #[field(id = 10)]
    pub employer_number: Option<Line>,
    /// Main activity as a NACE code.
    #[field(id = 11)]
    pub activity_code: Option<Code>,
    /// Legal Entity Identifier of ISO 17442, 20 characters.
    #[field(id = 12, min = 20, max = 20)]
    pub lei: Option<Code>,
    /// Street and house number.
    #[field(id = 13)]
    pub street: Option<Line>,
    /// Building, floor, unit or post office box.
    #[field(id = 14)]
    pub address_extra: Option<Line>,
    /// Postal code as the country writes it.
    #[field(id = 15)]
    pub postal_code: Option<Line>,
    /// Town or municipality.
    #[field(id = 16, search)]
    pub city: Option<Line>,
    /// State, province, canton or county.
    #[field(id = 17)]
    pub region: Option<Line>,
    /// Country whose law applies, as an ISO 3166 code.
    #[field(id = 18)]
    pub country: CountryCode,
    /// Currency of its accounts, as an ISO 4217 code.
    #[field(id = 19)]
    pub currency: Option<CurrencyCode>,
    /// Language and region of its letters, such as sv-SE.
    #[field(id = 20)]
    pub culture: Option<CultureCode>,
    /// Switchboard or reception, with the country prefix.
    #[field(id = 21)]
    pub phone: Option<Phone>,
    /// Shared mailbox, not one person's.
    #[field(id = 22)]
    pub email: Option<Email>,
    /// Public website.
    #[field(id = 23)]
    pub website: Option<Url>,
    /// Person who signs for the company.
    #[field(id = 24, privacy = work)]
    pub representative: Option<Ref<Employee>>,
    /// Day on which it was founded.
    #[field(id = 25)]
    pub founded: Option<Date>,
    /// Day on which it ceased to exist.
    #[field(id = 26)]
    pub dissolved: Option<Date>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 27, default = "true")]
    pub active: bool,
}
