//! Whole numbers, decimals, percentages and amounts.

use serde_json::Value as Json;

use crate::culture::{Culture, NumberError};
use crate::fault::Fault;
use crate::object::{FieldDef, FieldType};
use crate::value::{DECIMAL_SCALE, Value};

pub(super) fn fault(field: &FieldDef, error: NumberError, culture: &Culture) -> Fault {
    let fault = match error {
        NumberError::Syntax if matches!(field.ty, FieldType::Integer) => Fault::new("value.integer"),
        NumberError::Syntax => {
            Fault::new("value.number").with("example", culture.decimal_plain(1_234_500_000))
        }
        NumberError::Decimals => Fault::new("value.decimal_places").with("max", 6),
        NumberError::Range if matches!(field.ty, FieldType::Integer) => {
            Fault::new("value.too_large").with("max", i64::MAX)
        }
        NumberError::Range => Fault::new("value.too_large").with("max", i64::MAX / DECIMAL_SCALE),
    };
    fault.on(field.name.as_ref())
}

/// `1234.50 EUR`, `EUR 1234.50` or `1234,50 €`; an amount alone waits for the currency's own column and gets an
/// empty one here, which [`super::check`] refuses.
pub(super) fn parse_money(field: &FieldDef, text: &str, culture: &Culture) -> Result<Value, Fault> {
    let letters = |part: &str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_alphabetic());
    let tail = text.len().checked_sub(3).and_then(|at| text.split_at_checked(at));
    let (amount, currency) = if let Some((amount, code)) = tail.filter(|(_, code)| letters(code)) {
        (amount, code.to_ascii_uppercase())
    } else if let Some((code, amount)) = text.split_at_checked(3).filter(|(code, _)| letters(code)) {
        (amount, code.to_ascii_uppercase())
    } else if text.contains('€') {
        (text.trim_matches('€'), "EUR".to_string())
    } else if text.contains('£') {
        (text.trim_matches('£'), "GBP".to_string())
    } else {
        (text, String::new())
    };
    match culture.parse_decimal(amount) {
        Ok(amount) => Ok(Value::Money(amount, currency)),
        Err(error) => Err(fault(field, error, culture)),
    }
}

/// Compares with the field's bounds; `scale` is what one unit of the bound is in the stored number.
pub(super) fn check_bounds(field: &FieldDef, number: i64, scale: i64) -> Result<(), Fault> {
    if let Some(min) = field.bounds.min
        && number < min.saturating_mul(scale)
    {
        return Err(Fault::new("value.too_small").on(field.name.as_ref()).with("min", min));
    }
    if let Some(max) = field.bounds.max
        && number > max.saturating_mul(scale)
    {
        return Err(Fault::new("value.too_large").on(field.name.as_ref()).with("max", max));
    }
    Ok(())
}

/// A decimal (multiples of 10⁻⁶) in JSON: a number while a double holds it exactly to the last digit, else a text.
pub fn decimal_json(number: i64) -> Json {
    if number % DECIMAL_SCALE == 0 {
        return Json::from(number / DECIMAL_SCALE);
    }
    let text = Culture::NEUTRAL.decimal_plain(number);
    if text.bytes().filter(u8::is_ascii_digit).count() <= 15
        && let Some(exact) = text.parse::<f64>().ok().and_then(serde_json::Number::from_f64)
    {
        return Json::Number(exact);
    }
    Json::from(text)
}

/// A JSON number that is whole, also as `5.0`: JSON and its schemas know no difference. Beyond 2^53 only without a point, since
/// others are not exact.
pub fn whole(number: &serde_json::Number) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    number.as_i64().or_else(|| {
        let float = number.as_f64().filter(|f| f.fract() == 0.0 && f.abs() <= EXACT)?;
        // Whole and within bounds, so nothing is cut off.
        Some(float as i64)
    })
}
