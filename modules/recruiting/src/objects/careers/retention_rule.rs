//! Rules of retention: see [`RetentionRule`].

use talang_catalogue::{Code, CountryCode};
use talang_derive::Object;

/// How long the data of candidates are kept in a country after the last that happened to an application, and how they are asked then.
#[derive(Object)]
#[object(id = 368, module = "careers", kind = candidates, key(code), title(code), privacy = none)]
pub struct RetentionRule {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Country of the place of work; empty: every country without a rule of its own.
    #[field(id = 2, unique)]
    pub country: Option<CountryCode>,
    /// Months after the last action for which data are kept without asking.
    #[field(id = 3, min = 1, max = 240)]
    pub months: i64,
    /// Months that a consent adds; empty: as many.
    #[field(id = 4, min = 1, max = 240)]
    pub extension: Option<i64>,
    /// Days in which to answer; whoever does not answer is erased.
    #[field(id = 5, min = 1, max = 180, default = "30")]
    pub answer_days: i64,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 6, default = "true")]
    pub active: bool,
}
