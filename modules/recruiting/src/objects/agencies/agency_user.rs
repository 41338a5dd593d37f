//! Contacts of agencies: see [`AgencyUser`].

use talang_catalogue::{CultureCode, Email, Line, Phone, Ref};
use talang_derive::Object;

use super::Agency;

/// Person who works for a recruitment agency.
#[derive(Object)]
#[object(id = 356, module = "agencies", kind = candidates, key(agency, email), title(first_name, last_name), privacy = contact)]
pub struct AgencyUser {
    /// The agency that it belongs to.
    #[field(id = 1, privacy = work)]
    pub agency: Ref<Agency>,
    /// Address to which messages go.
    #[field(id = 2, search)]
    pub email: Email,
    /// Given names.
    #[field(id = 3, search, max = 80, privacy = identity)]
    pub first_name: Line,
    /// Family name in use.
    #[field(id = 4, search, max = 80, privacy = identity)]
    pub last_name: Line,
    /// Telephone number, with country prefix.
    #[field(id = 5)]
    pub phone: Option<Phone>,
    /// Language of messages, and formats of dates and numbers.
    #[field(id = 6, privacy = identity)]
    pub culture: Option<CultureCode>,
    /// Works for the agency now.
    #[field(id = 7, default = "true", privacy = work)]
    pub active: bool,
}
