//! What stands in a cell of a report: what people read, with its type kept.

use talang_catalogue::object::Name;
use talang_catalogue::{Culture, FieldType, Value};
use talang_engine::{Path, Result, View};

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A whole number; `true`: thousands stand apart, as with amounts, not with years.
    Integer(i64, bool),
    /// A decimal, in multiples of 10⁻⁶.
    Decimal(i64),
    /// The same; 12.5 means 12.5 %.
    Percent(i64),
    /// An amount in multiples of 10⁻⁶, and its currency.
    Money(i64, String),
    /// Days since 1970-01-01.
    Date(i64),
    /// Microseconds since then, in UTC.
    Instant(i64),
    /// Seconds since midnight.
    Time(i64),
    /// Minutes.
    Duration(i64),
}

impl Cell {
    /// As people of that culture read it.
    pub fn text(&self, culture: &Culture) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Integer(number, true) => culture.integer(*number),
            Cell::Integer(number, false) => number.to_string(),
            Cell::Decimal(number) => culture.decimal(*number, 0),
            Cell::Percent(number) => culture.percent(*number),
            Cell::Money(amount, currency) => culture.money(*amount, currency),
            Cell::Date(days) => culture.date_short(*days),
            Cell::Instant(micros) => {
                format!("{} UTC", culture.date_time(*micros, &jiff::tz::TimeZone::UTC))
            }
            Cell::Time(seconds) => culture.time(*seconds),
            Cell::Duration(minutes) => culture.duration(*minutes),
        }
    }
}

/// The cell of a field's value. What is only words to people (names of what is referred to, labels of codes, yes and no)
/// is told in the scope's language.
///
/// # Errors
/// Those of the store.
pub(crate) fn of(view: &mut View<'_>, path: &Path, value: &Value) -> Result<Cell> {
    let Some(field) = path.field() else { return Ok(Cell::Empty) };
    Ok(match (&field.ty, value) {
        (_, Value::Null) => Cell::Empty,
        (_, Value::Money(amount, currency)) => Cell::Money(*amount, currency.clone()),
        (FieldType::Integer, Value::Int(n)) => {
            // Years and other short numbers are not amounts.
            Cell::Integer(*n, field.bounds.max.is_none_or(|max| max > 9_999))
        }
        (FieldType::Decimal, Value::Int(n)) => Cell::Decimal(*n),
        (FieldType::Percent, Value::Int(n)) => Cell::Percent(*n),
        (FieldType::Date, Value::Int(n)) => Cell::Date(*n),
        (FieldType::Instant, Value::Int(n)) => Cell::Instant(*n),
        (FieldType::Time, Value::Int(n)) => Cell::Time(*n),
        (FieldType::Duration, Value::Int(n)) => Cell::Duration(*n),
        // What lies behind the number of a file helps nobody on paper.
        (FieldType::File, _) => Cell::Empty,
        _ => {
            let text = view.show(&path.object, path.field, value)?;
            if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
        }
    })
}

/// What a field refers to, and the row numbers that a value names.
pub(crate) fn referred<'v>(ty: &'v FieldType, value: &'v Value) -> Option<(&'v Name, &'v [i64])> {
    match (ty, value) {
        (FieldType::Reference(target), Value::Int(id)) => Some((target, std::slice::from_ref(id))),
        (FieldType::References(target), Value::Refs(ids)) => Some((target, ids)),
        _ => None,
    }
}
