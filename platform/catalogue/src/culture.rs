//! Languages and cultures: how people of a region write days, numbers and amounts, and how they sort (S10).

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::OnceLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};

use crate::value::{DECIMAL_SCALE, date_of_days, days_of_date};

/// A language of the suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// English.
    En,
    /// French.
    Fr,
    /// German.
    De,
    /// Dutch.
    Nl,
    /// Spanish.
    Es,
    /// Swedish.
    Sv,
    /// Danish.
    Da,
}

impl Language {
    /// Every language, English (the fallback) first.
    pub const ALL: [Language; 7] =
        [Language::En, Language::Fr, Language::De, Language::Nl, Language::Es, Language::Sv, Language::Da];

    /// ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Fr => "fr",
            Language::De => "de",
            Language::Nl => "nl",
            Language::Es => "es",
            Language::Sv => "sv",
            Language::Da => "da",
        }
    }

    /// What its speakers call it.
    pub const fn native_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::Fr => "Français",
            Language::De => "Deutsch",
            Language::Nl => "Nederlands",
            Language::Es => "Español",
            Language::Sv => "Svenska",
            Language::Da => "Dansk",
        }
    }

    /// The language of a code such as `sv`, `SV` or `sv-FI`.
    pub fn parse(code: &str) -> Option<Language> {
        let code = code.trim().split(['-', '_']).next().unwrap_or_default();
        Language::ALL.into_iter().find(|l| l.code().eq_ignore_ascii_case(code))
    }

    /// The language that an HTTP `Accept-Language` header prefers among the seven.
    pub fn from_accept_language(header: &str) -> Option<Language> {
        let mut best: Option<(f32, Language)> = None;
        for part in header.split(',') {
            let mut pieces = part.split(';');
            let Some(language) = pieces.next().and_then(Language::parse) else { continue };
            let weight = pieces
                .find_map(|p| p.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.trim().parse::<f32>().unwrap_or(0.0));
            if weight > 0.0 && best.is_none_or(|(w, _)| weight > w) {
                best = Some((weight, language));
            }
        }
        best.map(|(_, language)| language)
    }

    fn index(self) -> usize {
        self as usize
    }
}

/// Order of day, month and year in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Dmy,
    Mdy,
    Ymd,
}

/// How a region writes days, times and numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Culture {
    /// Language-region code; empty for [`Culture::NEUTRAL`].
    pub code: &'static str,
    /// Its language.
    pub language: Language,
    /// Decimal sign.
    pub decimal: char,
    /// Sign between thousands.
    pub group: char,
    /// Separator of CSV cells.
    pub list: char,
    /// Pattern of short dates: `dd`, `MM` and `yyyy` with separators.
    pub date_pattern: &'static str,
    /// Sign between hours and minutes.
    pub time_sign: char,
    /// Times with a.m. and p.m.
    pub hour12: bool,
    /// First day of the week: 1 is Monday, 7 is Sunday.
    pub first_weekday: u8,
    order: Order,
}

const NBSP: char = '\u{a0}';
const NNBSP: char = '\u{202f}';
const APOSTROPHE: char = '’';

const fn culture(
    code: &'static str,
    language: Language,
    decimal: char,
    group: char,
    date_pattern: &'static str,
    first_weekday: u8,
) -> Culture {
    let order = match date_pattern.as_bytes()[0] {
        b'y' => Order::Ymd,
        b'M' => Order::Mdy,
        _ => Order::Dmy,
    };
    Culture {
        code,
        language,
        decimal,
        group,
        list: if decimal == ',' { ';' } else { ',' },
        date_pattern,
        time_sign: if matches!(language, Language::Da) { '.' } else { ':' },
        hour12: false,
        first_weekday,
        order,
    }
}

const fn twelve(mut culture: Culture) -> Culture {
    culture.hour12 = true;
    culture
}

/// The cultures that users and files may name.
pub static CULTURES: &[Culture] = &[
    culture("da-DK", Language::Da, ',', '.', "dd.MM.yyyy", 1),
    culture("de-AT", Language::De, ',', NBSP, "dd.MM.yyyy", 1),
    culture("de-BE", Language::De, ',', '.', "dd.MM.yyyy", 1),
    culture("de-CH", Language::De, '.', APOSTROPHE, "dd.MM.yyyy", 1),
    culture("de-DE", Language::De, ',', '.', "dd.MM.yyyy", 1),
    culture("de-LU", Language::De, ',', '.', "dd.MM.yyyy", 1),
    twelve(culture("en-AU", Language::En, '.', ',', "dd/MM/yyyy", 1)),
    twelve(culture("en-CA", Language::En, '.', ',', "yyyy-MM-dd", 7)),
    culture("en-GB", Language::En, '.', ',', "dd/MM/yyyy", 1),
    culture("en-IE", Language::En, '.', ',', "dd/MM/yyyy", 1),
    twelve(culture("en-US", Language::En, '.', ',', "MM/dd/yyyy", 7)),
    culture("es-AR", Language::Es, ',', '.', "dd/MM/yyyy", 1),
    culture("es-ES", Language::Es, ',', '.', "dd/MM/yyyy", 1),
    culture("es-MX", Language::Es, '.', ',', "dd/MM/yyyy", 7),
    culture("fr-BE", Language::Fr, ',', NNBSP, "dd/MM/yyyy", 1),
    culture("fr-CA", Language::Fr, ',', NBSP, "yyyy-MM-dd", 7),
    culture("fr-CH", Language::Fr, '.', APOSTROPHE, "dd.MM.yyyy", 1),
    culture("fr-FR", Language::Fr, ',', NNBSP, "dd/MM/yyyy", 1),
    culture("fr-LU", Language::Fr, ',', '.', "dd/MM/yyyy", 1),
    culture("nl-BE", Language::Nl, ',', '.', "dd/MM/yyyy", 1),
    culture("nl-NL", Language::Nl, ',', '.', "dd-MM-yyyy", 1),
    culture("sv-FI", Language::Sv, ',', NBSP, "dd.MM.yyyy", 1),
    culture("sv-SE", Language::Sv, ',', NBSP, "yyyy-MM-dd", 1),
];

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Not written as a number, or its thousands are misplaced.
    Syntax,
    /// More than six decimals.
    Decimals,
    /// Beyond ±9.2 × 10¹².
    Range,
}

impl Culture {
    /// The culture-free form of defaults, lock files and interfaces: ISO dates, a decimal point, no grouping.
    pub const NEUTRAL: Culture =
        Culture { group: NNBSP, ..culture("", Language::En, '.', NNBSP, "yyyy-MM-dd", 1) };

    /// The culture of that code, in any case and with `-` or `_`.
    pub fn find(code: &str) -> Option<&'static Culture> {
        CULTURES.iter().find(|c| {
            c.code.len() == code.len()
                && c.code
                    .bytes()
                    .zip(code.bytes())
                    .all(|(a, b)| a.eq_ignore_ascii_case(&b) || (a == b'-' && b == b'_'))
        })
    }

    /// The usual culture of a language.
    pub fn of(language: Language) -> &'static Culture {
        let code = match language {
            Language::En => "en-GB",
            Language::Fr => "fr-FR",
            Language::De => "de-DE",
            Language::Nl => "nl-NL",
            Language::Es => "es-ES",
            Language::Sv => "sv-SE",
            Language::Da => "da-DK",
        };
        Culture::find(code).unwrap_or(&CULTURES[0])
    }

    // ---- dates ----------------------------------------------------------------------------------------------

    /// A day in numbers: `31/12/2026`. `days` counts from 1970-01-01.
    pub fn date_short(&self, days: i64) -> String {
        let date = date_of_days(days);
        let (y, m, d) = (date.year(), date.month(), date.day());
        let sign = self.date_pattern.chars().find(|c| !c.is_ascii_alphabetic()).unwrap_or('-');
        match self.order {
            Order::Dmy => format!("{d:02}{sign}{m:02}{sign}{y:04}"),
            Order::Mdy => format!("{m:02}{sign}{d:02}{sign}{y:04}"),
            Order::Ymd => format!("{y:04}{sign}{m:02}{sign}{d:02}"),
        }
    }

    /// A day with the month in words: `31 décembre 2026`.
    pub fn date_long(&self, days: i64) -> String {
        let date = date_of_days(days);
        let (y, d) = (date.year(), date.day());
        let month = self.month(date.month());
        match self.language {
            Language::En if self.order == Order::Mdy || self.code == "en-CA" => format!("{month} {d}, {y}"),
            Language::De | Language::Da => format!("{d}. {month} {y}"),
            Language::Es => format!("{d} de {month} de {y}"),
            Language::Fr if d == 1 => format!("1er {month} {y}"),
            _ => format!("{d} {month} {y}"),
        }
    }

    /// The name of a month (1–12) within a date; empty beyond.
    pub fn month(&self, month: i8) -> &'static str {
        usize::try_from(month - 1)
            .ok()
            .and_then(|i| MONTHS[self.language.index()].get(i))
            .copied()
            .unwrap_or_default()
    }

    /// The name of a weekday (1 is Monday); empty beyond.
    pub fn weekday(&self, day: u8) -> &'static str {
        usize::from(day)
            .checked_sub(1)
            .and_then(|i| WEEKDAYS[self.language.index()].get(i))
            .copied()
            .unwrap_or_default()
    }

    /// A time of day, in seconds since midnight; seconds are written only where there are any.
    pub fn time(&self, seconds: i64) -> String {
        let s = seconds.clamp(0, 86_399);
        let (h, m, rest, sign) = (s / 3600, s / 60 % 60, s % 60, self.time_sign);
        let tail = if rest == 0 { String::new() } else { format!("{sign}{rest:02}") };
        if self.hour12 {
            let half = if h < 12 { "a.m." } else { "p.m." };
            let h = if h % 12 == 0 { 12 } else { h % 12 };
            return format!("{h}{sign}{m:02}{tail}{NBSP}{half}");
        }
        format!("{h:02}{sign}{m:02}{tail}")
    }

    /// An instant (µs since 1970-01-01 UTC) in a time zone: short date and time to the minute.
    pub fn date_time(&self, micros: i64, zone: &jiff::tz::TimeZone) -> String {
        let local = zone.to_datetime(jiff::Timestamp::from_microsecond(micros).unwrap_or_default());
        let seconds = i64::from(local.hour()) * 3600 + i64::from(local.minute()) * 60;
        format!("{} {}", self.date_short(days_of_date(local.date())), self.time(seconds))
    }

    /// A length of time in minutes: `37 h 30 min`.
    pub fn duration(&self, minutes: i64) -> String {
        let sign = if minutes < 0 { "−" } else { "" };
        let (h, m) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
        match (h, m) {
            (0, m) => format!("{sign}{m}{NBSP}min"),
            (h, 0) => format!("{sign}{h}{NBSP}h"),
            (h, m) => format!("{sign}{h}{NBSP}h{NBSP}{m:02}{NBSP}min"),
        }
    }

    /// Days since 1970-01-01 of a date text: ISO 8601, or this culture's order with `/`, `.` or `-`. Years have four
    /// digits: two would be guesswork.
    pub fn parse_date(&self, text: &str) -> Option<i64> {
        let bytes = text.trim().as_bytes();
        if bytes.len() < 8 || bytes.len() > 10 {
            return None;
        }
        let mut parts = [0_i64; 3];
        let mut digits = [0_usize; 3];
        let mut at = 0;
        let mut sign = 0_u8;
        for &b in bytes {
            match b {
                b'0'..=b'9' => {
                    parts[at] = parts[at] * 10 + i64::from(b - b'0');
                    digits[at] += 1;
                }
                b'/' | b'.' | b'-' if at < 2 && (sign == 0 || sign == b) => {
                    sign = b;
                    at += 1;
                }
                _ => return None,
            }
        }
        let year_first = digits[0] == 4;
        let ([y, m, d], year_digits, others) = if year_first {
            (parts, digits[0], [digits[1], digits[2]])
        } else {
            let [a, b, y] = parts;
            let ordered = match self.order {
                Order::Dmy => [y, b, a],
                Order::Mdy => [y, a, b],
                Order::Ymd => return None,
            };
            (ordered, digits[2], [digits[0], digits[1]])
        };
        if at != 2 || year_digits != 4 || others.iter().any(|n| !(1..=2).contains(n)) {
            return None;
        }
        let leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
        let last = match m {
            2 => 28 + i64::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        if y == 0 || !(1..=last).contains(&d) {
            return None;
        }
        let (y, m, d) = (i16::try_from(y).ok()?, i8::try_from(m).ok()?, i8::try_from(d).ok()?);
        jiff::civil::Date::new(y, m, d).ok().map(days_of_date)
    }

    /// Seconds since midnight of `14:30`, `14:30:15`, `14.30`, `14h30` or `2:30 pm`.
    pub fn parse_time(&self, text: &str) -> Option<i64> {
        let text = text.trim();
        let lower = text.to_ascii_lowercase().replace(['.', 'h'], ":");
        let (clock, half) = ["a:m:", "p:m:", "am", "pm"]
            .iter()
            .find_map(|end| {
                lower
                    .strip_suffix(end)
                    .map(|rest| (rest.trim_end_matches([' ', NBSP, NNBSP]), end.as_bytes()[0]))
            })
            .unwrap_or((lower.as_str(), 0));
        let mut numbers = [0_i64; 3];
        let mut count = 0;
        for part in clock.split(':') {
            if count == 3 || part.is_empty() || part.len() > 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            numbers[count] = part.parse().ok()?;
            count += 1;
        }
        let [mut h, m, s] = numbers;
        if half != 0 {
            if !(1..=12).contains(&h) {
                return None;
            }
            h = h % 12 + if half == b'p' { 12 } else { 0 };
        } else if count < 2 {
            return None;
        }
        (h < 24 && m < 60 && s < 60).then_some(h * 3600 + m * 60 + s)
    }

    // ---- numbers --------------------------------------------------------------------------------------------

    /// A whole number with its thousands apart.
    pub fn integer(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut text = String::with_capacity(digits.len() * 2 + 1);
        if number < 0 {
            text.push('-');
        }
        for (i, digit) in digits.chars().enumerate() {
            // Spanish writes four digits together.
            let rest = digits.len() - i;
            if i > 0 && rest.is_multiple_of(3) && !(digits.len() == 4 && self.code == "es-ES") {
                text.push(self.group);
            }
            text.push(digit);
        }
        text
    }

    /// A decimal (multiples of 10⁻⁶) with its thousands apart and at least `places` decimals.
    pub fn decimal(&self, number: i64, places: usize) -> String {
        let mut text = self.integer(number / DECIMAL_SCALE);
        if number < 0 && number > -DECIMAL_SCALE {
            text.insert(0, '-');
        }
        self.fraction(number, places, &mut text);
        text
    }

    /// A decimal as a CSV cell: the culture's sign, no grouping, no superfluous zeros.
    pub fn decimal_plain(&self, number: i64) -> String {
        let mut text = String::with_capacity(20);
        if number < 0 {
            text.push('-');
        }
        text.push_str(&(number.unsigned_abs() / DECIMAL_SCALE.unsigned_abs()).to_string());
        self.fraction(number, 0, &mut text);
        text
    }

    fn fraction(&self, number: i64, places: usize, text: &mut String) {
        let digits = format!("{:06}", number.unsigned_abs() % DECIMAL_SCALE.unsigned_abs());
        let kept = digits.trim_end_matches('0').len().max(places.min(6));
        if kept > 0 {
            text.push(self.decimal);
            text.push_str(digits.get(..kept).unwrap_or_default());
        }
    }

    /// A decimal as percentage: 12.5 (× 10⁶) is `12,5 %`.
    pub fn percent(&self, number: i64) -> String {
        let number = self.decimal(number, 0);
        match self.language {
            Language::En | Language::Nl => format!("{number}%"),
            Language::Es if self.code == "es-MX" => format!("{number}%"),
            Language::Fr => format!("{number}{NNBSP}%"),
            _ => format!("{number}{NBSP}%"),
        }
    }

    /// An amount (multiples of 10⁻⁶) with its currency, to the currency's usual decimals at least.
    pub fn money(&self, amount: i64, currency: &str) -> String {
        let number = self.decimal(amount, crate::types::iso::currency_places(currency));
        let (sign, digits) = number.strip_prefix('-').map_or(("", number.as_str()), |d| ("-", d));
        let symbol = match currency {
            "EUR" => "€",
            "GBP" => "£",
            other => other,
        };
        match self.language {
            Language::En if symbol.len() < 4 && !symbol.is_ascii() => format!("{sign}{symbol}{digits}"),
            Language::En | Language::Nl => format!("{symbol}{NBSP}{sign}{digits}"),
            _ if self.code.ends_with("-CH") || self.code == "es-MX" => {
                format!("{symbol}{NBSP}{sign}{digits}")
            }
            _ => format!("{sign}{digits}{NBSP}{symbol}"),
        }
    }

    /// Multiples of 10⁻⁶ of a number text: this culture's decimal sign, or a point where it cannot mean thousands;
    /// thousands apart by the culture's sign or any blank.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse_decimal(&self, text: &str) -> Result<i64, NumberError> {
        let text = text.trim();
        let (negative, body) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let dec = if body.contains(self.decimal) {
            Some(self.decimal)
        } else if self.decimal != '.' && body.contains('.') && !(self.group == '.' && thousands(body)) {
            Some('.')
        } else {
            None
        };
        let (whole, fraction) = match dec {
            Some(sign) => body.split_once(sign).ok_or(NumberError::Syntax)?,
            None => (body, ""),
        };
        if dec.is_some() && fraction.is_empty() {
            return Err(NumberError::Syntax);
        }
        let mut number = self.whole(whole)?;
        number = number.checked_mul(DECIMAL_SCALE).ok_or(NumberError::Range)?;
        let mut weight = DECIMAL_SCALE / 10;
        for b in fraction.bytes() {
            if !b.is_ascii_digit() {
                return Err(NumberError::Syntax);
            }
            if weight == 0 {
                if b != b'0' {
                    return Err(NumberError::Decimals);
                }
                continue;
            }
            number = number.checked_add(i64::from(b - b'0') * weight).ok_or(NumberError::Range)?;
            weight /= 10;
        }
        Ok(if negative { -number } else { number })
    }

    /// A whole number text, thousands apart or not.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse_integer(&self, text: &str) -> Result<i64, NumberError> {
        let text = text.trim();
        match text.strip_prefix(['-', '−']) {
            Some(body) => self.whole(body).map(|n| -n),
            None => self.whole(text.strip_prefix('+').unwrap_or(text)),
        }
    }

    fn whole(&self, text: &str) -> Result<i64, NumberError> {
        let mut number = 0_i64;
        let (mut run, mut grouped) = (0, false);
        for c in text.chars() {
            if let Some(digit) = c.to_digit(10) {
                number = number
                    .checked_mul(10)
                    .and_then(|n| n.checked_add(i64::from(digit)))
                    .ok_or(NumberError::Range)?;
                run += 1;
            } else if c == self.group
                || matches!(c, ' ' | NBSP | NNBSP)
                || (self.group == APOSTROPHE && matches!(c, '\'' | APOSTROPHE))
            {
                // Thousands: one to three digits, then always three.
                if run == 0 || run > 3 || (grouped && run != 3) {
                    return Err(NumberError::Syntax);
                }
                (run, grouped) = (0, true);
            } else {
                return Err(NumberError::Syntax);
            }
        }
        if run == 0 || (grouped && run != 3) { Err(NumberError::Syntax) } else { Ok(number) }
    }
}

/// Whether the points of a text can only be read as thousands signs: `1.234`, `12.345.678`, not `0.125` or `12.5`.
fn thousands(text: &str) -> bool {
    let mut parts = text.split('.');
    let first = parts.next().unwrap_or_default();
    let plain = |p: &str| p.bytes().all(|b| b.is_ascii_digit());
    (1..=3).contains(&first.len())
        && plain(first)
        && !first.starts_with('0')
        && parts.all(|p| p.len() == 3 && plain(p))
}

const MONTHS: [[&str; 12]; 7] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
];

const WEEKDAYS: [[&str; 7]; 7] = [
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
    ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
];

// ---- sorting and searching ----------------------------------------------------------------------------------

fn collator(language: Language) -> Option<&'static CollatorBorrowed<'static>> {
    static COLLATORS: [OnceLock<Option<CollatorBorrowed<'static>>>; 7] = [const { OnceLock::new() }; 7];
    COLLATORS[language.index()]
        .get_or_init(|| {
            let locale: icu_locale_core::Locale = language.code().parse().ok()?;
            CollatorBorrowed::try_new(CollatorPreferences::from(&locale), CollatorOptions::default()).ok()
        })
        .as_ref()
}

/// A text whose byte order is the order in which speakers of the language sort: å after z in Swedish, with a in
/// German. Databases keep it in a column and compare bytes.
///
/// Collation keys are bytes; each becomes one character from U+0021, whose UTF-8 form keeps the order.
pub fn sort_key(language: Language, text: &str) -> String {
    // A company's given names repeat: looking one up costs a tenth of collating it.
    thread_local! {
        static LATEST: RefCell<[HashMap<String, String>; 7]> = RefCell::default();
    }
    if text.len() > LONGEST_REMEMBERED {
        return collated(language, text);
    }
    LATEST.with_borrow_mut(|latest| {
        let latest = &mut latest[language.index()];
        if let Some(key) = latest.get(text) {
            return key.clone();
        }
        let key = collated(language, text);
        if latest.len() >= MOST_REMEMBERED {
            latest.clear();
        }
        latest.insert(text.to_string(), key.clone());
        key
    })
}

/// Texts up to this length, in bytes, and so many of them are remembered by a thread with their sort keys.
const LONGEST_REMEMBERED: usize = 32;
const MOST_REMEMBERED: usize = 4096;

fn collated(language: Language, text: &str) -> String {
    let mut key: Vec<u8> = Vec::with_capacity(text.len() * 2 + 8);
    match collator(language) {
        Some(collator) => {
            let Ok(()) = collator.write_sort_key_to(text, &mut key);
        }
        None => key.extend_from_slice(fold(text).as_bytes()),
    }
    key.into_iter().filter_map(|b| char::from_u32(0x21 + u32::from(b))).collect()
}

/// Lower case without accents, for searching: `Łódź` → `lodz`, `Straße` → `strasse`, `Ærø` → `aero`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in icu_normalizer::DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(text.chars()) {
        if ('\u{300}'..='\u{36f}').contains(&c) {
            continue;
        }
        for c in c.to_lowercase() {
            match c {
                'ø' => folded.push('o'),
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'ł' => folded.push('l'),
                'đ' | 'ð' => folded.push('d'),
                'þ' => folded.push_str("th"),
                'ħ' => folded.push('h'),
                'ı' => folded.push('i'),
                '’' | '‘' => folded.push('\''),
                '\u{300}'..='\u{36f}' => {}
                other => folded.push(other),
            }
        }
    }
    folded
}

/// The folded words of a text: runs of letters and digits.
pub fn words(text: &str) -> Vec<String> {
    words_of(&fold(text)).map(str::to_string).collect()
}

/// Adds the folded words of a text, each followed by a blank.
pub fn push_words(text: &str, out: &mut String) {
    for word in words_of(&fold(text)) {
        out.push_str(word);
        out.push(' ');
    }
}

fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(code: &str) -> &'static Culture {
        Culture::find(code).unwrap()
    }

    #[test]
    fn languages_come_from_codes_and_headers() {
        assert_eq!(Language::parse("sv-FI"), Some(Language::Sv));
        assert_eq!(Language::parse("it"), None);
        assert_eq!(Language::from_accept_language("it, fr;q=0.5, de-CH;q=0.8"), Some(Language::De));
        assert_eq!(Language::from_accept_language("it;q=1, *;q=0.1"), None);
        assert_eq!(Language::from_accept_language("da;q=0"), None);
    }

    #[test]
    fn cultures_are_found_sorted_and_whole() {
        assert!(CULTURES.is_sorted_by_key(|c| c.code));
        assert_eq!(of("FR_fr").code, "fr-FR");
        assert!(Culture::find("xx-XX").is_none());
        for language in Language::ALL {
            assert_eq!(Culture::of(language).language, language);
        }
        assert_eq!((of("fr-FR").list, of("en-GB").list), (';', ','));
    }

    #[test]
    fn dates_follow_the_culture() {
        // S10
        let day = of("en-GB").parse_date("03/04/2026").unwrap();
        assert_eq!(of("en-US").parse_date("4/3/2026"), Some(day));
        assert_eq!(of("de-DE").parse_date("3.4.2026"), Some(day));
        for culture in CULTURES {
            assert_eq!(culture.parse_date("2026-04-03"), Some(day), "{}", culture.code);
            assert_eq!(culture.parse_date(&culture.date_short(day)), Some(day), "{}", culture.code);
        }
        for wrong in
            ["2026-02-29", "31/04/2026", "3/4/26", "2026-4", "03-04/2026", "", "2026-04-03x", "0000-01-01"]
        {
            assert_eq!(of("en-GB").parse_date(wrong), None, "{wrong}");
        }
        assert!(of("en-GB").parse_date("29/02/2024").is_some());
        let day = of("en-GB").parse_date("2026-03-01").unwrap();
        assert_eq!(of("fr-FR").date_long(day), "1er mars 2026");
        assert_eq!(of("de-DE").date_long(day), "1. März 2026");
        assert_eq!(of("en-US").date_long(day), "March 1, 2026");
        assert_eq!(of("es-ES").date_long(day), "1 de marzo de 2026");
        assert_eq!(of("da-DK").date_long(day), "1. marts 2026");
    }

    #[test]
    fn times_follow_the_culture() {
        assert_eq!(of("da-DK").time(52_200), "14.30");
        assert_eq!(of("en-US").time(52_200), "2:30\u{a0}p.m.");
        assert_eq!(of("en-US").time(0), "12:00\u{a0}a.m.");
        for culture in CULTURES {
            for seconds in [0, 1, 43_200, 52_215, 86_399] {
                assert_eq!(culture.parse_time(&culture.time(seconds)), Some(seconds), "{}", culture.code);
            }
        }
        assert_eq!(of("fr-FR").parse_time("14h30"), Some(52_200));
        for wrong in ["24:00", "12:60", "14", "1:2:3:4", "13 pm", "a:b"] {
            assert_eq!(of("fr-FR").parse_time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn numbers_follow_the_culture() {
        // S10
        assert_eq!(of("fr-FR").decimal(1_234_500_000, 2), "1\u{202f}234,50");
        assert_eq!(of("de-DE").decimal(-500_000, 0), "-0,5");
        assert_eq!(of("de-DE").parse_decimal("1.234,5"), Ok(1_234_500_000));
        assert_eq!(of("de-DE").parse_decimal("1.234"), Ok(1_234_000_000));
        assert_eq!(of("de-DE").parse_decimal("1234.50"), Ok(1_234_500_000));
        assert_eq!(of("de-DE").parse_decimal("0.125"), Ok(125_000));
        assert_eq!(of("fr-FR").parse_decimal("1 234,5"), Ok(1_234_500_000));
        assert_eq!(of("fr-FR").parse_decimal("1\u{a0}234.5"), Ok(1_234_500_000));
        assert_eq!(of("de-CH").parse_decimal("1'234.5"), Ok(1_234_500_000));
        assert_eq!(of("en-GB").parse_decimal("1,234.5"), Ok(1_234_500_000));
        assert_eq!(of("en-GB").parse_decimal("−3"), Ok(-3_000_000));
        for wrong in ["12,5", "1,23,456", "", "-", "--1", "1.", "1.2.3", "x", "1e3", ","] {
            assert_eq!(of("en-GB").parse_decimal(wrong), Err(NumberError::Syntax), "{wrong}");
        }
        assert_eq!(of("en-GB").parse_decimal("1.1234567"), Err(NumberError::Decimals));
        assert_eq!(of("en-GB").parse_decimal("99999999999999"), Err(NumberError::Range));
        assert_eq!(of("en-GB").parse_integer("1,234"), Ok(1234));
        assert_eq!(of("en-GB").parse_integer("1.5"), Err(NumberError::Syntax));
    }

    #[test]
    fn amounts_and_lengths_are_shown_as_people_write_them() {
        assert_eq!(of("en-IE").money(1_234_500_000, "EUR"), "€1,234.50");
        assert_eq!(of("de-DE").money(-1_234_500_000, "EUR"), "-1.234,50\u{a0}€");
        assert_eq!(of("sv-SE").money(100_000_000, "SEK"), "100,00\u{a0}SEK");
        assert_eq!(of("de-CH").money(1_000_000_000, "CHF"), "CHF\u{a0}1’000.00");
        assert_eq!(of("fr-FR").percent(12_500_000), "12,5\u{202f}%");
        assert_eq!(of("fr-FR").duration(2250), "37\u{a0}h\u{a0}30\u{a0}min");
    }

    #[test]
    fn sorting_follows_the_language() {
        // S10
        let sorted = |language: Language, names: &[&str]| {
            let mut names: Vec<String> = names.iter().map(|n| n.to_string()).collect();
            names.sort_by_key(|n| sort_key(language, n));
            names.join(" ")
        };
        assert_eq!(
            sorted(Language::Sv, &["Öberg", "Ågren", "Zorn", "Ärlig", "Adam"]),
            "Adam Zorn Ågren Ärlig Öberg"
        );
        assert_eq!(sorted(Language::Da, &["Åse", "Ørsted", "Zoe", "Ærø", "Anna"]), "Anna Zoe Ærø Ørsted Åse");
        assert_eq!(sorted(Language::De, &["Zorn", "Ärger", "Adam"]), "Adam Ärger Zorn");
        assert_eq!(sorted(Language::Es, &["nz", "ñandú", "oso"]), "nz ñandú oso");
        assert_eq!(sorted(Language::Fr, &["été", "zoo", "eté", "Elan"]), "Elan eté été zoo");
    }

    #[test]
    fn searching_ignores_case_and_accents() {
        assert_eq!(fold("Łódź Straße Ærø Œuvre Éric"), "lodz strasse aero oeuvre eric");
        assert_eq!(words("Jean-François d’Été, 3e"), ["jean", "francois", "d", "ete", "3e"]);
    }
}
