//! Certifications.

use talang_catalogue::{Code, CountryCode, Item, Line, Refs, Translated, Url};
use talang_derive::Object;

use super::Skill;

/// Certificate, licence or authorisation that people can hold, for a time or for good.
#[derive(Object)]
#[object(id = 181, module = "jobs", kind = shared, key(code), title(label), extensible, privacy = none)]
pub struct Certification {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Explanation for users, per language.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Safety, professional, technical, driving and so on.
    #[field(id = 4, list = "certification-type")]
    pub kind: Option<Item>,
    /// Body that grants it.
    #[field(id = 5, search)]
    pub issuer: Option<Line>,
    /// Where it is valid; empty means everywhere.
    #[field(id = 6)]
    pub country: Option<CountryCode>,
    /// Months from the day it is obtained; empty means for good.
    #[field(id = 7, min = 1, max = 600)]
    pub validity_months: Option<i64>,
    /// Days before expiry when holder and manager are reminded.
    #[field(id = 8, min = 0, max = 1000)]
    pub reminder_days: Option<i64>,
    /// The law asks for it for certain work.
    #[field(id = 9)]
    pub required_by_law: bool,
    /// How it is renewed.
    #[field(id = 10)]
    pub renewal: Option<Translated>,
    /// Skills that holders have shown.
    #[field(id = 11)]
    pub skills: Option<Refs<Skill>>,
    /// Page of the issuer about it.
    #[field(id = 12)]
    pub url: Option<Url>,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 13, default = "true")]
    pub active: bool,
}
