//! Address: see [`EmployeeAddress`].

use jiff::civil::Date;
use talang_catalogue::{CountryCode, Item, Line, Ref};
use talang_derive::Object;

use super::employee::Employee;

/// Where an employee lives or receives mail, from one day to another.
#[derive(Object)]
#[object(id = 121, module = "people", kind = employees, key(employee, kind, start), subject = employee, dated, extensible, path = "employee-addresses", privacy = contact, title(employee, kind))]
pub struct EmployeeAddress {
    /// The person whose record this is.
    #[field(id = 1, privacy = identity)]
    pub employee: Ref<Employee>,
    /// What the address is used for.
    #[field(id = 2, list = "address-type")]
    pub kind: Item,
    /// First day on which this applies.
    #[field(id = 3)]
    pub start: Date,
    /// Last day on which this applies; empty: until further notice.
    #[field(id = 4)]
    pub end: Option<Date>,
    /// Name on the letterbox, if another.
    #[field(id = 5, max = 120)]
    pub care_of: Option<Line>,
    /// Street, house number, flat.
    #[field(id = 6, max = 120)]
    pub line1: Line,
    /// Building, entrance, district.
    #[field(id = 7, max = 120)]
    pub line2: Option<Line>,
    /// Postal code in the format of the country.
    #[field(id = 8, max = 20)]
    pub postal_code: Option<Line>,
    /// Town or city.
    #[field(id = 9, max = 80)]
    pub city: Line,
    /// State, province or county, where addresses name it.
    #[field(id = 10, max = 80)]
    pub region: Option<Line>,
    /// Country of the address.
    #[field(id = 11)]
    pub country: CountryCode,
}
