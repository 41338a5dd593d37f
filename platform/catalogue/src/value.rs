//! Values, and the Rust types of fields.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use crate::object::FieldType;
use crate::record::Choice;

/// Texts by language code (`en`, `fr` …).
pub type Texts = BTreeMap<String, String>;

/// A value as records hold it. Its [`FieldType`] says what the number or text means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Value {
    /// Nothing.
    #[default]
    Null,
    /// Bool 0/1 · integer · decimal and percent × 10⁶ · date as days since 1970-01-01 · instant as µs since then ·
    /// time as seconds since midnight · duration in minutes · reference as row number.
    Int(i64),
    /// All kinds of text and codes; JSON; the id of a file.
    Text(String),
    /// Amount × 10⁶ and currency.
    Money(i64, String),
    /// Row numbers of several references.
    Refs(Vec<i64>),
    /// Text per language.
    Texts(Texts),
}

/// Decimals, percents and amounts are kept as whole multiples of 10⁻⁶.
pub const DECIMAL_SCALE: i64 = 1_000_000;

impl Value {
    /// Whether there is no value.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// The number, for all types kept as one.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Value::Int(n) | Value::Money(n, _) => Some(*n),
            _ => None,
        }
    }

    /// The text, for all types kept as one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(s) => Some(s),
            _ => None,
        }
    }

    /// The day, for dates.
    pub fn as_date(&self) -> Option<jiff::civil::Date> {
        self.as_int().map(date_of_days)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_string())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Int(number)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Value {
        Value::Int(i64::from(yes))
    }
}

impl From<jiff::civil::Date> for Value {
    fn from(date: jiff::civil::Date) -> Value {
        Value::Int(days_of_date(date))
    }
}

impl From<jiff::Timestamp> for Value {
    fn from(instant: jiff::Timestamp) -> Value {
        Value::Int(instant.as_microsecond())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

/// Days since 1970-01-01.
pub fn days_of_date(date: jiff::civil::Date) -> i64 {
    // Howard Hinnant's civil-day count: exact for every date of the proleptic calendar, and much cheaper than a span.
    let (y, m, d) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    let y = if m <= 2 { y - 1 } else { y };
    let era = y.div_euclid(400);
    let year_of_era = y - era * 400;
    let day_of_year = (153 * (if m > 2 { m - 3 } else { m + 9 }) + 2) / 5 + d - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The day so many days after 1970-01-01; the calendar's ends (years −9999 and 9999) beyond it.
pub fn date_of_days(days: i64) -> jiff::civil::Date {
    let z = days.saturating_add(719_468);
    let era = z.div_euclid(146_097);
    let doe = z - era * 146_097;
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let (d, m) = (doy - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
    let y = yoe + era * 400 + i64::from(m <= 2);
    let end = if days < 0 { jiff::civil::Date::MIN } else { jiff::civil::Date::MAX };
    match (i16::try_from(y), i8::try_from(m), i8::try_from(d)) {
        (Ok(y), Ok(m), Ok(d)) => jiff::civil::Date::new(y, m, d).unwrap_or(end),
        _ => end,
    }
}

/// A Rust type that can be a field.
pub trait FieldKind: Sized {
    /// Its type in the catalogue.
    const TYPE: FieldType;
    /// Whether a record must have it (`Option` says no).
    const MANDATORY: bool = true;
    /// Reads it; nothing or nonsense gives the type's empty value.
    fn from_value(value: &Value) -> Self;
    /// Writes it.
    fn to_value(&self) -> Value;
}

impl<T: FieldKind> FieldKind for Option<T> {
    const TYPE: FieldType = T::TYPE;
    const MANDATORY: bool = false;
    fn from_value(value: &Value) -> Self {
        (!value.is_null()).then(|| T::from_value(value))
    }
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_value)
    }
}

macro_rules! text_types {
    ($($(#[$doc:meta])* $name:ident => $ty:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub String);
        impl FieldKind for $name {
            const TYPE: FieldType = $ty;
            fn from_value(value: &Value) -> Self {
                $name(value.as_text().unwrap_or_default().to_string())
            }
            fn to_value(&self) -> Value {
                Value::Text(self.0.clone())
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name(text.to_string())
            }
        }
        impl std::ops::Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }
    )*};
}

text_types! {
    /// See [`FieldType::Code`].
    Code => FieldType::Code;
    /// See [`FieldType::Line`].
    Line => FieldType::Line;
    /// See [`FieldType::Long`].
    Long => FieldType::Long;
    /// See [`FieldType::Email`].
    Email => FieldType::Email;
    /// See [`FieldType::Phone`].
    Phone => FieldType::Phone;
    /// See [`FieldType::Url`].
    Url => FieldType::Url;
    /// See [`FieldType::Iban`].
    Iban => FieldType::Iban;
    /// See [`FieldType::Language`].
    LanguageCode => FieldType::Language;
    /// See [`FieldType::Country`].
    CountryCode => FieldType::Country;
    /// See [`FieldType::Currency`].
    CurrencyCode => FieldType::Currency;
    /// See [`FieldType::Culture`].
    CultureCode => FieldType::Culture;
    /// See [`FieldType::Json`].
    Json => FieldType::Json;
    /// See [`FieldType::File`].
    FileId => FieldType::File;
    /// The code of an item of a value list; the field's attribute `list` names the list. See [`FieldType::Item`].
    Item => FieldType::Item(std::borrow::Cow::Borrowed(""));
}

macro_rules! scaled_types {
    ($($(#[$doc:meta])* $name:ident => $ty:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub i64);
        impl FieldKind for $name {
            const TYPE: FieldType = $ty;
            fn from_value(value: &Value) -> Self {
                $name(value.as_int().unwrap_or_default())
            }
            fn to_value(&self) -> Value {
                Value::Int(self.0)
            }
        }
    )*};
}

scaled_types! {
    /// Multiples of 10⁻⁶. See [`FieldType::Decimal`].
    Decimal => FieldType::Decimal;
    /// Multiples of 10⁻⁶ percent. See [`FieldType::Percent`].
    Percent => FieldType::Percent;
    /// Minutes. See [`FieldType::Duration`].
    Duration => FieldType::Duration;
}

/// Amount in multiples of 10⁻⁶ of the currency's unit. See [`FieldType::Money`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Money {
    /// Multiples of 10⁻⁶.
    pub amount: i64,
    /// ISO 4217 code.
    pub currency: String,
}

impl FieldKind for Money {
    const TYPE: FieldType = FieldType::Money;
    fn from_value(value: &Value) -> Self {
        match value {
            Value::Money(amount, currency) => Money { amount: *amount, currency: currency.clone() },
            _ => Money::default(),
        }
    }
    fn to_value(&self) -> Value {
        Value::Money(self.amount, self.currency.clone())
    }
}

/// Text per language. See [`FieldType::Translated`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translated(pub Texts);

impl FieldKind for Translated {
    const TYPE: FieldType = FieldType::Translated;
    fn from_value(value: &Value) -> Self {
        match value {
            Value::Texts(texts) => Translated(texts.clone()),
            _ => Translated::default(),
        }
    }
    fn to_value(&self) -> Value {
        Value::Texts(self.0.clone())
    }
}

macro_rules! plain_types {
    ($($rust:ty => $ty:expr, $from:expr, $to:expr;)*) => {$(
        impl FieldKind for $rust {
            const TYPE: FieldType = $ty;
            fn from_value(value: &Value) -> Self {
                let from: fn(&Value) -> $rust = $from;
                from(value)
            }
            fn to_value(&self) -> Value {
                let to: fn(&$rust) -> Value = $to;
                to(self)
            }
        }
    )*};
}

plain_types! {
    bool => FieldType::Bool, |v| v.as_int() == Some(1), |b| Value::from(*b);
    i64 => FieldType::Integer, |v| v.as_int().unwrap_or_default(), |n| Value::Int(*n);
    jiff::civil::Date => FieldType::Date, |v| date_of_days(v.as_int().unwrap_or_default()), |d| Value::from(*d);
    jiff::civil::Time => FieldType::Time,
        |v| {
            let s = v.as_int().unwrap_or_default().clamp(0, 86_399);
            let part = |n: i64| i8::try_from(n).unwrap_or_default();
            jiff::civil::Time::new(part(s / 3600), part(s / 60 % 60), part(s % 60), 0).unwrap_or_default()
        },
        |t| Value::Int(i64::from(t.hour()) * 3600 + i64::from(t.minute()) * 60 + i64::from(t.second()));
    jiff::Timestamp => FieldType::Instant,
        |v| jiff::Timestamp::from_microsecond(v.as_int().unwrap_or_default()).unwrap_or_default(),
        |t| Value::from(*t);
}

impl<T: Choice> FieldKind for Chosen<T> {
    const TYPE: FieldType = FieldType::Choice(T::DEF);
    fn from_value(value: &Value) -> Self {
        Chosen(value.as_text().and_then(T::parse))
    }
    fn to_value(&self) -> Value {
        self.0.as_ref().map_or(Value::Null, |choice| Value::Text(choice.code().to_string()))
    }
}

/// A field of a closed list: `Chosen<Sex>`. Empty only in records that are hidden or being made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen<T>(pub Option<T>);

/// Reference to a record of `T`; 0 means none.
pub struct Ref<T> {
    /// Row number (the thread's, for dated objects).
    pub id: i64,
    marker: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// A reference to that row.
    pub fn new(id: i64) -> Ref<T> {
        Ref { id, marker: PhantomData }
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ref<T> {}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}
impl<T> std::fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{}", self.id)
    }
}

impl<T: crate::BusinessObject> FieldKind for Ref<T> {
    const TYPE: FieldType = FieldType::Reference(std::borrow::Cow::Borrowed(T::NAME));
    fn from_value(value: &Value) -> Self {
        Ref::new(value.as_int().unwrap_or_default())
    }
    fn to_value(&self) -> Value {
        if self.id == 0 { Value::Null } else { Value::Int(self.id) }
    }
}

/// References to several records of `T`.
pub struct Refs<T> {
    /// Row numbers.
    pub ids: Vec<i64>,
    marker: PhantomData<fn() -> T>,
}

impl<T> Refs<T> {
    /// References to those rows.
    pub fn new(ids: Vec<i64>) -> Refs<T> {
        Refs { ids, marker: PhantomData }
    }
}

impl<T> Clone for Refs<T> {
    fn clone(&self) -> Self {
        Refs::new(self.ids.clone())
    }
}
impl<T> std::fmt::Debug for Refs<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:?}", self.ids)
    }
}

impl<T: crate::BusinessObject> FieldKind for Refs<T> {
    const TYPE: FieldType = FieldType::References(std::borrow::Cow::Borrowed(T::NAME));
    fn from_value(value: &Value) -> Self {
        match value {
            Value::Refs(ids) => Refs::new(ids.clone()),
            _ => Refs::new(Vec::new()),
        }
    }
    fn to_value(&self) -> Value {
        if self.ids.is_empty() { Value::Null } else { Value::Refs(self.ids.clone()) }
    }
}

/// Reference to an object that a lower floor cannot name as a type; the field's attribute `target` names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnyRef(pub i64);

impl FieldKind for AnyRef {
    const TYPE: FieldType = FieldType::Reference(std::borrow::Cow::Borrowed(""));
    fn from_value(value: &Value) -> Self {
        AnyRef(value.as_int().unwrap_or_default())
    }
    fn to_value(&self) -> Value {
        if self.0 == 0 { Value::Null } else { Value::Int(self.0) }
    }
}
