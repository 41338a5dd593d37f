//! `Currency`: a currency of ISO 4217.

use talang_catalogue::{CurrencyCode, Line, Translated};
use talang_derive::Object;

/// A currency in which amounts can be entered.
#[derive(Object)]
#[object(id = 43, module = "library", kind = shared, key(iso), title(name), privacy = none)]
pub struct Currency {
    /// Three letters of ISO 4217, such as EUR.
    #[field(id = 1)]
    pub iso: CurrencyCode,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// Sign written beside amounts, such as €.
    #[field(id = 3, max = 8)]
    pub symbol: Option<Line>,
    /// Digits after the decimal sign of a rounded amount.
    #[field(id = 4, default = "2", min = 0, max = 6)]
    pub decimals: i64,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 5, default = "true")]
    pub active: bool,
}
