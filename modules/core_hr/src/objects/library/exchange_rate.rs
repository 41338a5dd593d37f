//! `ExchangeRate`: what one unit of a currency is worth in another, on a date.

use jiff::civil::Date;
use talang_catalogue::{Decimal, Line, Ref};
use talang_derive::Object;

use super::Currency;

/// What one unit of a currency is worth in another, from one date to another.
#[derive(Object)]
#[object(id = 44, module = "library", kind = shared, key(from_currency, to_currency, start), dated, privacy = none)]
pub struct ExchangeRate {
    /// Currency that is converted.
    #[field(id = 1)]
    pub from_currency: Ref<Currency>,
    /// Currency into which it is converted.
    #[field(id = 2)]
    pub to_currency: Ref<Currency>,
    /// First day on which this applies.
    #[field(id = 3)]
    pub start: Date,
    /// Last day on which this applies; empty if open-ended.
    #[field(id = 4)]
    pub end: Option<Date>,
    /// Amount of the target currency for one unit of the other.
    #[field(id = 5, min = 0)]
    pub rate: Decimal,
    /// Where the rate comes from, such as the central bank or your budget.
    #[field(id = 6)]
    pub source: Option<Line>,
}
