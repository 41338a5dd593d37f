//! The field types: reading, checking and writing of each, one file per family.
//!
//! Everything general goes through the functions of this module; they dispatch on [`FieldType`]. Text from people and
//! files comes in by [`parse`], JSON by [`from_json`]; every value from any door passes [`normalise`] and [`check`]
//! before it is stored. References are resolved by the engine: here they stay the text of their key.

pub mod choice;
pub mod contact;
pub mod iban;
pub mod iso;
pub mod number;
pub mod sensitive;
pub mod text;
pub mod time;

use serde_json::{Value as Json, json};

use crate::culture::{Culture, Language};
use crate::fault::Fault;
use crate::labels::{Labels, text_in};
use crate::object::{Catalogue, FieldDef, FieldType};
use crate::value::{DECIMAL_SCALE, Texts, Value};

pub use sensitive::sensitive_hint;

/// Reads a CSV cell or a form field. Nothing but blanks gives [`Value::Null`]. References give the text of their key,
/// translated fields the text (the caller knows its language).
///
/// # Errors
/// A fault at the field when the text is no value of its type; bounds and lists are [`check`]'s business.
pub fn parse(field: &FieldDef, text: &str, culture: &Culture) -> Result<Value, Fault> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Ok(Value::Null);
    }
    let fault = |code: &'static str| Fault::new(code).on(field.name.as_ref());
    match &field.ty {
        FieldType::Long | FieldType::Json => Ok(Value::Text(text.to_string())),
        FieldType::Code
        | FieldType::Line
        | FieldType::Translated
        | FieldType::Email
        | FieldType::Phone
        | FieldType::Url
        | FieldType::Iban
        | FieldType::Language
        | FieldType::Country
        | FieldType::Currency
        | FieldType::Culture
        | FieldType::Item(_)
        | FieldType::Reference(_)
        | FieldType::References(_)
        | FieldType::File => Ok(Value::Text(trimmed.to_string())),
        FieldType::Bool => choice::parse_bool(trimmed).map(Value::from).ok_or_else(|| fault("value.bool")),
        FieldType::Choice(def) => choice::find(def, trimmed)
            .map(Value::from)
            .ok_or_else(|| fault("value.choice").with("allowed", choice::allowed(def))),
        FieldType::Integer => {
            culture.parse_integer(trimmed).map(Value::Int).map_err(|e| number::fault(field, e, culture))
        }
        FieldType::Decimal => {
            culture.parse_decimal(trimmed).map(Value::Int).map_err(|e| number::fault(field, e, culture))
        }
        FieldType::Percent => {
            let bare = trimmed.strip_suffix('%').unwrap_or(trimmed);
            culture.parse_decimal(bare).map(Value::Int).map_err(|e| number::fault(field, e, culture))
        }
        FieldType::Money => number::parse_money(field, trimmed, culture),
        FieldType::Date => culture
            .parse_date(trimmed)
            .map(Value::Int)
            .ok_or_else(|| fault("value.date").with("example", time::example(culture))),
        FieldType::Instant => {
            time::parse_instant(trimmed, culture).map(Value::Int).ok_or_else(|| fault("value.instant"))
        }
        FieldType::Time => culture.parse_time(trimmed).map(Value::Int).ok_or_else(|| fault("value.time")),
        FieldType::Duration => {
            time::parse_duration(trimmed).map(Value::Int).ok_or_else(|| fault("value.duration"))
        }
    }
}

/// The default of a field, as declared; [`Value::Null`] where there is none.
///
/// # Errors
/// As [`parse`]: the declaration is wrong.
pub fn default(field: &FieldDef) -> Result<Value, Fault> {
    let Some(text) = &field.default else { return Ok(Value::Null) };
    match (&field.ty, parse(field, text, &Culture::NEUTRAL)?) {
        (FieldType::Translated, Value::Text(text)) => {
            Ok(Value::Texts(Texts::from([("en".to_string(), text)])))
        }
        (_, value) => Ok(value),
    }
}

/// The one form in which a value is stored: without surrounding blanks, codes in their usual case, bank accounts and
/// international telephone numbers without spacing. Texts that become empty are [`Value::Null`].
pub fn normalise(field: &FieldDef, value: Value) -> Value {
    match value {
        Value::Text(text) => {
            let text = match &field.ty {
                FieldType::Long => text::normalise_long(text),
                FieldType::Email => contact::normalise_email(text),
                FieldType::Phone => contact::normalise_phone(&text),
                FieldType::Iban => iban::normalise(&text),
                FieldType::Language => text.trim().to_ascii_lowercase(),
                FieldType::Country | FieldType::Currency => text.trim().to_ascii_uppercase(),
                FieldType::Culture => {
                    let text = text.trim();
                    Culture::find(text).map_or(text, |c| c.code).to_string()
                }
                _ => text::trim(text),
            };
            if text.is_empty() { Value::Null } else { Value::Text(text) }
        }
        Value::Money(amount, currency) => Value::Money(amount, currency.trim().to_ascii_uppercase()),
        Value::Texts(texts) => {
            let texts: Texts = texts
                .into_iter()
                .map(|(language, text)| (language, text::normalise_long(text::trim(text))))
                .filter(|(_, text)| !text.is_empty())
                .collect();
            if texts.is_empty() { Value::Null } else { Value::Texts(texts) }
        }
        Value::Refs(ids) if ids.is_empty() => Value::Null,
        other => other,
    }
}

/// Checks a value from any door: its syntax, its bounds, and that its code, item or list exists. An empty mandatory
/// value is refused too. References are only checked for their shape.
///
/// # Errors
/// A fault at the field.
pub fn check(field: &FieldDef, value: &Value, catalogue: &Catalogue) -> Result<(), Fault> {
    let fault = |code: &'static str| Fault::new(code).on(field.name.as_ref());
    let wrong = || Err(fault("value.type").with("expected", expected(field)));
    match (&field.ty, value) {
        (_, Value::Null) => {
            if field.mandatory && !field.read_only {
                Err(fault("value.mandatory"))
            } else {
                Ok(())
            }
        }
        (FieldType::Code, Value::Text(s)) => text::check_code(field, s),
        (FieldType::Line, Value::Text(s)) => text::check_line(field, s, text::LINE),
        (FieldType::Long, Value::Text(s)) => text::check_long(field, s),
        (FieldType::Translated, Value::Texts(texts)) => {
            texts.iter().try_for_each(|(language, s)| match Language::parse(language) {
                Some(known) if known.code() == language => text::check_long(field, s),
                _ => Err(fault("value.language")),
            })
        }
        (FieldType::Json, Value::Text(s)) => {
            if serde_json::from_str::<Json>(s).is_ok() {
                Ok(())
            } else {
                Err(fault("value.json"))
            }
        }
        (FieldType::File, Value::Text(s)) => text::check_line(field, s, text::LINE),
        (FieldType::Email, Value::Text(s)) => {
            contact::is_email(s).then_some(()).ok_or_else(|| fault("value.email"))
        }
        (FieldType::Phone, Value::Text(s)) => {
            contact::is_phone(s).then_some(()).ok_or_else(|| fault("value.phone"))
        }
        (FieldType::Url, Value::Text(s)) => {
            contact::is_url(s).then_some(()).ok_or_else(|| fault("value.url"))
        }
        (FieldType::Iban, Value::Text(s)) => iban::valid(s).then_some(()).ok_or_else(|| fault("value.iban")),
        (FieldType::Language, Value::Text(s)) => {
            iso::is_language(s).then_some(()).ok_or_else(|| fault("value.language"))
        }
        (FieldType::Country, Value::Text(s)) => {
            iso::is_country(s).then_some(()).ok_or_else(|| fault("value.country"))
        }
        (FieldType::Currency, Value::Text(s)) => {
            iso::is_currency(s).then_some(()).ok_or_else(|| fault("value.currency"))
        }
        (FieldType::Culture, Value::Text(s)) => {
            Culture::find(s).filter(|c| c.code == s).map(|_| ()).ok_or_else(|| fault("value.culture"))
        }
        (FieldType::Choice(def), Value::Text(s)) => {
            if def.items.iter().any(|i| i.code == s) {
                Ok(())
            } else {
                Err(fault("value.choice").with("allowed", choice::allowed(def)))
            }
        }
        (FieldType::Item(list), Value::Text(s)) => match catalogue.item(list, s) {
            Some(_) => Ok(()),
            None => Err(fault("value.item").with("list", list)),
        },
        (FieldType::Reference(_), Value::Int(_) | Value::Text(_))
        | (FieldType::References(_), Value::Refs(_) | Value::Text(_)) => Ok(()),
        (FieldType::Bool, Value::Int(0 | 1)) => Ok(()),
        (FieldType::Integer | FieldType::Duration, Value::Int(n)) => number::check_bounds(field, *n, 1),
        (FieldType::Decimal | FieldType::Percent, Value::Int(n)) => {
            number::check_bounds(field, *n, DECIMAL_SCALE)
        }
        (FieldType::Money, Value::Money(amount, currency)) => {
            if !iso::is_currency(currency) {
                return Err(fault("value.currency"));
            }
            number::check_bounds(field, *amount, DECIMAL_SCALE)
        }
        (FieldType::Date, Value::Int(days)) => {
            if time::DAYS.contains(days) {
                Ok(())
            } else {
                Err(fault("value.date").with("example", "2026-12-31"))
            }
        }
        (FieldType::Time, Value::Int(seconds)) => {
            if (0..86_400).contains(seconds) {
                Ok(())
            } else {
                Err(fault("value.time"))
            }
        }
        (FieldType::Instant, Value::Int(micros)) => {
            jiff::Timestamp::from_microsecond(*micros).map(|_| ()).map_err(|_| fault("value.instant"))
        }
        _ => wrong(),
    }
}

/// What a JSON client must send, as JSON's type names.
fn expected(field: &FieldDef) -> &'static str {
    match &field.ty {
        FieldType::Bool => "boolean",
        FieldType::Integer | FieldType::Decimal | FieldType::Percent => "number",
        FieldType::Money => "{\"amount\": number, \"currency\": string}",
        FieldType::Translated => "{language: string}",
        FieldType::References(_) => "array of strings",
        _ => "string",
    }
}

/// A value as CSV cell: ISO dates, decimals with the culture's sign and no grouping, codes. [`parse`] reads it back.
/// References give their row number and money its amount; callers write keys and the currency's own column.
pub fn write(field: &FieldDef, value: &Value, culture: &Culture) -> String {
    match (&field.ty, value) {
        (_, Value::Null) => String::new(),
        (_, Value::Text(s)) => s.clone(),
        (_, Value::Refs(ids)) => ids.iter().map(i64::to_string).collect::<Vec<_>>().join(", "),
        (_, Value::Texts(texts)) => text_in(texts, culture.language).unwrap_or_default().to_string(),
        (_, Value::Money(amount, _)) => culture.decimal_plain(*amount),
        (FieldType::Bool, Value::Int(n)) => (if *n == 1 { "true" } else { "false" }).to_string(),
        (FieldType::Decimal | FieldType::Percent, Value::Int(n)) => culture.decimal_plain(*n),
        (FieldType::Date, Value::Int(n)) => time::iso_date(*n),
        (FieldType::Time, Value::Int(n)) => time::iso_time(*n),
        (FieldType::Instant, Value::Int(n)) => time::iso_instant(*n),
        (FieldType::Duration, Value::Int(n)) => time::iso_duration(*n),
        (_, Value::Int(n)) => n.to_string(),
    }
}

/// The cells of a value under [`columns`], in that order.
pub fn write_columns(field: &FieldDef, value: &Value, culture: &Culture) -> Vec<String> {
    match (&field.ty, value) {
        (FieldType::Translated, value) => {
            let empty = Texts::new();
            let texts = if let Value::Texts(texts) = value { texts } else { &empty };
            let text = |l: Language| texts.get(l.code()).cloned().unwrap_or_default();
            Language::ALL.into_iter().map(text).chain([text(culture.language)]).collect()
        }
        (FieldType::Money, Value::Money(_, currency)) => vec![write(field, value, culture), currency.clone()],
        (FieldType::Money, _) => vec![String::new(), String::new()],
        _ => vec![write(field, value, culture)],
    }
}

/// The names of the CSV columns of a field: `label.en` … `label.da` and `label` for translated texts, `rate` and
/// `rate.currency` for money, else the name alone.
pub fn columns(field: &FieldDef) -> Vec<String> {
    match &field.ty {
        FieldType::Translated => Language::ALL
            .iter()
            .map(|l| format!("{}.{}", field.name, l.code()))
            .chain([field.name.to_string()])
            .collect(),
        FieldType::Money => vec![field.name.to_string(), format!("{}.currency", field.name)],
        _ => vec![field.name.to_string()],
    }
}

/// A value as people read it. References give their row number: callers know the titles. Instants are told in UTC;
/// where a reader's time zone is known, use [`Culture::date_time`].
pub fn show(
    field: &FieldDef,
    value: &Value,
    language: Language,
    culture: &Culture,
    labels: &Labels,
    catalogue: &Catalogue,
) -> String {
    match (&field.ty, value) {
        (_, Value::Null) => String::new(),
        (FieldType::Choice(def), Value::Text(code)) => labels.choice(language, def.name, code).to_string(),
        (FieldType::Item(list), Value::Text(code)) => catalogue
            .item(list, code)
            .and_then(|item| text_in(&item.label, language))
            .unwrap_or(code)
            .to_string(),
        (FieldType::Country, Value::Text(code)) => {
            iso::country_name(language, code).unwrap_or(code).to_string()
        }
        (FieldType::Language, Value::Text(code)) => {
            iso::language_name(language, code).unwrap_or(code).to_string()
        }
        (FieldType::Iban, Value::Text(iban)) => iban::grouped(iban),
        (_, Value::Text(s)) => s.clone(),
        (_, Value::Texts(texts)) => text_in(texts, language).unwrap_or_default().to_string(),
        (_, Value::Money(amount, currency)) => culture.money(*amount, currency),
        (_, Value::Refs(ids)) => ids.iter().map(i64::to_string).collect::<Vec<_>>().join(", "),
        (FieldType::Bool, Value::Int(n)) => choice::bool_word(language, *n == 1).to_string(),
        (FieldType::Decimal, Value::Int(n)) => culture.decimal(*n, 0),
        (FieldType::Percent, Value::Int(n)) => culture.percent(*n),
        (FieldType::Date, Value::Int(n)) => culture.date_short(*n),
        (FieldType::Time, Value::Int(n)) => culture.time(*n),
        (FieldType::Instant, Value::Int(n)) => {
            format!("{} UTC", culture.date_time(*n, &jiff::tz::TimeZone::UTC))
        }
        (FieldType::Duration, Value::Int(n)) => culture.duration(*n),
        (FieldType::Reference(_), Value::Int(n)) => n.to_string(),
        // Years and other short numbers are not amounts: 2018, not 2,018.
        (_, Value::Int(n)) if field.bounds.max.is_some_and(|max| max <= 9_999) => n.to_string(),
        (_, Value::Int(n)) => culture.integer(*n),
    }
}

/// A value in JSON. Decimals are numbers while they have at most 15 digits, so that every client reads them exactly,
/// else texts. References give their row number; callers write keys.
pub fn to_json(field: &FieldDef, value: &Value) -> Json {
    match (&field.ty, value) {
        (_, Value::Null) => Json::Null,
        (FieldType::Json, Value::Text(s)) => {
            serde_json::from_str(s).unwrap_or_else(|_| Json::from(s.as_str()))
        }
        (_, Value::Text(s)) => Json::from(s.as_str()),
        (_, Value::Texts(texts)) => {
            Json::Object(texts.iter().map(|(l, s)| (l.clone(), Json::from(s.as_str()))).collect())
        }
        (_, Value::Money(amount, currency)) => {
            json!({"amount": number::decimal_json(*amount), "currency": currency})
        }
        (_, Value::Refs(ids)) => Json::from(ids.clone()),
        (FieldType::Bool, Value::Int(n)) => Json::Bool(*n == 1),
        (FieldType::Decimal | FieldType::Percent, Value::Int(n)) => number::decimal_json(*n),
        (FieldType::Date | FieldType::Time | FieldType::Instant | FieldType::Duration, _) => {
            Json::from(write(field, value, &Culture::NEUTRAL))
        }
        (_, Value::Int(n)) => Json::from(*n),
    }
}

/// Reads JSON. Numbers may come as texts; references come as the text of their key, several as an array of those.
///
/// # Errors
/// A fault at the field when the JSON is no value of its type.
pub fn from_json(field: &FieldDef, json: &Json) -> Result<Value, Fault> {
    let fault = |code: &'static str| Fault::new(code).on(field.name.as_ref());
    let wrong = || fault("value.type").with("expected", expected(field));
    match (&field.ty, json) {
        (_, Json::Null) => Ok(Value::Null),
        (FieldType::Json, json) => Ok(Value::Text(json.to_string())),
        (FieldType::Bool, Json::Bool(b)) => Ok(Value::from(*b)),
        (FieldType::Integer, Json::Number(n)) => match number::whole(n) {
            Some(n) => Ok(Value::Int(n)),
            None => Err(fault("value.integer")),
        },
        (FieldType::Decimal | FieldType::Percent, Json::Number(n)) => {
            parse(field, &n.to_string(), &Culture::NEUTRAL)
        }
        (FieldType::Money, Json::Object(map)) => {
            let amount = match map.get("amount") {
                Some(Json::Number(n)) => n.to_string(),
                Some(Json::String(s)) => s.trim().to_string(),
                _ => return Err(wrong()),
            };
            let Some(currency) = map.get("currency").and_then(Json::as_str) else { return Err(wrong()) };
            let amount = Culture::NEUTRAL
                .parse_decimal(&amount)
                .map_err(|e| number::fault(field, e, &Culture::NEUTRAL))?;
            Ok(Value::Money(amount, currency.to_string()))
        }
        (FieldType::Translated, Json::Object(map)) => {
            let mut texts = Texts::new();
            for (language, text) in map {
                match text {
                    Json::String(s) => texts.insert(language.clone(), s.clone()),
                    Json::Null => None,
                    _ => return Err(wrong()),
                };
            }
            Ok(Value::Texts(texts))
        }
        (FieldType::Translated, _) => Err(wrong()),
        (FieldType::References(_), Json::Array(parts)) => {
            let keys: Option<Vec<&str>> = parts.iter().map(Json::as_str).collect();
            let keys = keys.ok_or_else(wrong)?;
            Ok(if keys.is_empty() { Value::Null } else { Value::Text(keys.join(", ")) })
        }
        // Dates, times and lengths are always ISO here; the neutral culture has no other order of day and month.
        (_, Json::String(s)) => parse(field, s, &Culture::NEUTRAL),
        _ => Err(wrong()),
    }
}

/// An amount as text in JSON.
const DECIMAL: &str = r"^-?[0-9]{1,13}(\.[0-9]{1,6})?$";

/// The JSON Schema (2020-12, as in OpenAPI 3.1) of a field.
pub fn json_schema(field: &FieldDef) -> Json {
    let mut schema = match &field.ty {
        FieldType::Code => json!({"type": "string", "maxLength": text::CODE}),
        FieldType::Line | FieldType::File => json!({"type": "string", "maxLength": text::LINE}),
        FieldType::Long => json!({"type": "string", "maxLength": text::LONG}),
        FieldType::Translated => {
            // None takes a language's text away.
            let one = json!({"type": ["string", "null"], "maxLength": text::LONG});
            let properties: serde_json::Map<String, Json> =
                Language::ALL.iter().map(|l| (l.code().to_string(), one.clone())).collect();
            json!({"type": "object", "properties": properties, "additionalProperties": false})
        }
        FieldType::Bool => json!({"type": "boolean"}),
        FieldType::Integer => json!({"type": "integer", "format": "int64"}),
        FieldType::Decimal | FieldType::Percent => json!({"type": ["number", "string"], "pattern": DECIMAL}),
        FieldType::Money => json!({
            "type": "object",
            "properties": {"amount": {"type": ["number", "string"], "pattern": DECIMAL}, "currency": {"type": "string", "pattern": "^[A-Z]{3}$"}},
            "required": ["amount", "currency"],
            "additionalProperties": false
        }),
        FieldType::Date => json!({"type": "string", "format": "date"}),
        FieldType::Instant => json!({"type": "string", "format": "date-time"}),
        FieldType::Time => json!({"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}:[0-9]{2}$"}),
        FieldType::Duration => json!({"type": "string", "format": "duration"}),
        FieldType::Email => json!({"type": "string", "format": "email", "maxLength": 254}),
        FieldType::Phone => json!({"type": "string", "maxLength": 40}),
        FieldType::Url => json!({"type": "string", "format": "uri", "maxLength": 2000}),
        FieldType::Iban => json!({"type": "string", "pattern": "^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$"}),
        FieldType::Language => json!({"type": "string", "pattern": "^[a-z]{2}$"}),
        FieldType::Country => json!({"type": "string", "pattern": "^[A-Z]{2}$"}),
        FieldType::Currency => json!({"type": "string", "pattern": "^[A-Z]{3}$"}),
        FieldType::Culture => {
            json!({"type": "string", "enum": crate::culture::CULTURES.iter().map(|c| c.code).collect::<Vec<_>>()})
        }
        FieldType::Choice(def) => {
            json!({"type": "string", "enum": def.items.iter().map(|i| i.code).collect::<Vec<_>>()})
        }
        FieldType::Item(list) => json!({"type": "string", "x-list": list}),
        FieldType::Reference(to) => json!({"type": "string", "x-object": to}),
        FieldType::References(to) => json!({"type": "array", "items": {"type": "string"}, "x-object": to}),
        FieldType::Json => json!({}),
    };
    let Some(map) = schema.as_object_mut() else { return schema };
    let (least, most) = match &field.ty {
        FieldType::Integer | FieldType::Decimal | FieldType::Percent => ("minimum", "maximum"),
        FieldType::Code | FieldType::Line | FieldType::Long => ("minLength", "maxLength"),
        _ => ("", ""),
    };
    if !least.is_empty() {
        if let Some(min) = field.bounds.min {
            map.insert(least.to_string(), Json::from(min));
        }
        if let Some(max) = field.bounds.max {
            map.insert(most.to_string(), Json::from(max));
        }
    }
    if field.mandatory && matches!(field.ty, FieldType::Translated) {
        map.insert("minProperties".to_string(), Json::from(1));
    }
    if !field.mandatory {
        match map.get_mut("type") {
            Some(Json::Array(types)) => types.push(Json::from("null")),
            Some(ty) => *ty = json!([ty.clone(), "null"]),
            None => {}
        }
        if let Some(Json::Array(codes)) = map.get_mut("enum") {
            codes.push(Json::Null);
        }
    }
    if field.read_only {
        map.insert("readOnly".to_string(), Json::Bool(true));
    }
    if !field.help.is_empty() {
        map.insert("description".to_string(), Json::from(field.help.as_ref()));
    }
    schema
}

#[cfg(test)]
mod tests;
