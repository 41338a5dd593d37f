//! Addresses of candidates: see [`CandidateAddress`].

use talang_catalogue::{CountryCode, Item, Line, Ref};
use talang_derive::Object;

use super::Candidate;

/// Where a candidate lives or receives mail.
#[derive(Object)]
#[object(id = 322, module = "candidates", kind = candidates, key(candidate, kind), title(candidate, kind), subject = candidate, extensible, path = "candidate-addresses", privacy = contact)]
pub struct CandidateAddress {
    /// Person whom the record is about.
    #[field(id = 1, privacy = identity)]
    pub candidate: Ref<Candidate>,
    /// What the address is used for.
    #[field(id = 2, list = "address-type")]
    pub kind: Item,
    /// Name on the letterbox, if another.
    #[field(id = 3, max = 120)]
    pub care_of: Option<Line>,
    /// Street, house number, flat.
    #[field(id = 4, max = 120)]
    pub line1: Line,
    /// Building, entrance, district.
    #[field(id = 5, max = 120)]
    pub line2: Option<Line>,
    /// Postal code in the format of the country.
    #[field(id = 6, max = 20)]
    pub postal_code: Option<Line>,
    /// Town or city.
    #[field(id = 7, max = 80)]
    pub city: Line,
    /// State, province or county, where addresses name it.
    #[field(id = 8, max = 80)]
    pub region: Option<Line>,
    /// Country of the address.
    #[field(id = 9)]
    pub country: CountryCode,
}
