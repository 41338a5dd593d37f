//! `Establishment`: a place where people work.

use jiff::civil::Date;
use talang_catalogue::{Code, CountryCode, Decimal, Email, Item, Line, Phone, Ref, Translated};
use talang_derive::Object;

use super::super::library::HolidayCalendar;
use super::super::library::WorkSchedule;
use super::super::people::Employee;
use super::CollectiveAgreement;
use super::LegalEntity;

/// A place where people work: office, plant, shop or warehouse.
#[derive(Object)]
#[object(id = 84, module = "organisation", kind = employees, key(code), title(name), extensible, privacy = none)]
pub struct Establishment {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// Company to which it belongs in law.
    #[field(id = 3)]
    pub legal_entity: Option<Ref<LegalEntity>>,
    /// Kind of place, such as office or plant.
    #[field(id = 4, list = "establishment-type")]
    pub establishment_type: Option<Item>,
    /// Seat of the legal entity.
    #[field(id = 5)]
    pub head_office: bool,
    /// Number of the place with the authorities.
    #[field(id = 6, search)]
    pub registration_number: Option<Line>,
    /// Street and house number.
    #[field(id = 7)]
    pub street: Option<Line>,
    /// Building, floor, unit or post office box.
    #[field(id = 8)]
    pub address_extra: Option<Line>,
    /// Postal code as the country writes it.
    #[field(id = 9)]
    pub postal_code: Option<Line>,
    /// Town or municipality.
    #[field(id = 10, search)]
    pub city: Option<Line>,
    /// State, province, canton or county.
    #[field(id = 11)]
    pub region: Option<Line>,
    /// Country in which it lies, as an ISO 3166 code.
    #[field(id = 12)]
    pub country: CountryCode,
    /// Degrees north of the equator; negative in the south.
    #[field(id = 13, min = -90, max = 90)]
    pub latitude: Option<Decimal>,
    /// Degrees east of Greenwich; negative in the west.
    #[field(id = 14, min = -180, max = 180)]
    pub longitude: Option<Decimal>,
    /// Name in the IANA time zone database, such as Europe/Stockholm.
    #[field(id = 15)]
    pub time_zone: Option<Code>,
    /// Public holidays that apply there.
    #[field(id = 16)]
    pub calendar: Option<Ref<HolidayCalendar>>,
    /// Usual weekly hours there.
    #[field(id = 17)]
    pub schedule: Option<Ref<WorkSchedule>>,
    /// Agreement that applies there.
    #[field(id = 18)]
    pub collective_agreement: Option<Ref<CollectiveAgreement>>,
    /// Switchboard or reception, with the country prefix.
    #[field(id = 19)]
    pub phone: Option<Phone>,
    /// Shared mailbox, not one person's.
    #[field(id = 20)]
    pub email: Option<Email>,
    /// Person to turn to about the place.
    #[field(id = 21, privacy = work)]
    pub contact: Option<Ref<Employee>>,
    /// First day on which people worked there.
    #[field(id = 22)]
    pub opened: Option<Date>,
    /// Last day on which people worked there.
    #[field(id = 23)]
    pub closed: Option<Date>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 24, default = "true")]
    pub active: bool,
}
