//! Days, instants, times of day and lengths of time.

use crate::culture::Culture;
use crate::value::date_of_days;

/// Days that can be stored: years 1 to 9999.
pub const DAYS: std::ops::RangeInclusive<i64> = -719_162..=2_932_896;

/// The last day of 2026 as the culture writes it, for error messages.
pub(super) fn example(culture: &Culture) -> String {
    culture.date_short(20_818)
}

/// `2026-12-31`.
pub fn iso_date(days: i64) -> String {
    let date = date_of_days(days);
    let (y, m, d) = (date.year(), date.month(), date.day());
    // Writing digits by hand is several times faster than the formatting machinery; exports write millions of days.
    let mut text = String::with_capacity(10);
    let digit = |n: i16| char::from(b'0' + u8::try_from(n % 10).unwrap_or(0));
    if !(0..=9999).contains(&y) {
        return date.to_string();
    }
    text.extend([digit(y / 1000), digit(y / 100), digit(y / 10), digit(y), '-']);
    text.extend([digit(i16::from(m) / 10), digit(i16::from(m)), '-']);
    text.extend([digit(i16::from(d) / 10), digit(i16::from(d))]);
    text
}

/// `14:30:00`.
pub fn iso_time(seconds: i64) -> String {
    let s = seconds.clamp(0, 86_399);
    format!("{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60)
}

/// `2026-12-31T14:30:00Z`, with as many decimals as there are.
pub fn iso_instant(micros: i64) -> String {
    jiff::Timestamp::from_microsecond(micros).unwrap_or_default().to_string()
}

/// `PT37H30M`.
pub fn iso_duration(minutes: i64) -> String {
    let sign = if minutes < 0 { "-" } else { "" };
    let (h, m) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
    match (h, m) {
        (0, m) => format!("{sign}PT{m}M"),
        (h, 0) => format!("{sign}PT{h}H"),
        (h, m) => format!("{sign}PT{h}H{m}M"),
    }
}

/// Microseconds since 1970 of an RFC 3339 text, or of a day and a time in UTC in the culture's form.
pub(super) fn parse_instant(text: &str, culture: &Culture) -> Option<i64> {
    if let Ok(instant) = text.parse::<jiff::Timestamp>() {
        return Some(instant.as_microsecond());
    }
    let (day, time) = text.split_once(['T', ' '])?;
    let seconds = culture.parse_date(day)? * 86_400 + culture.parse_time(time)?;
    let micros = seconds.checked_mul(1_000_000)?;
    jiff::Timestamp::from_microsecond(micros).ok().map(|_| micros)
}

/// Minutes of `PT37H30M`, `P1DT2H`, `37:30`, `37h30`, `37 h 30 min`, `45 min`; a minus sign before any of them.
pub(super) fn parse_duration(text: &str) -> Option<i64> {
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let sign = |minutes: i64| if negative { -minutes } else { minutes };
    if let Some((hours, minutes)) = text.split_once(':') {
        let plain = |p: &str| !p.is_empty() && p.len() <= 9 && p.bytes().all(|b| b.is_ascii_digit());
        if !plain(hours) || !plain(minutes) || minutes.len() != 2 {
            return None;
        }
        let (h, m): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
        return (m < 60).then(|| sign(h * 60 + m));
    }
    let iso = text.starts_with(['P', 'p']);
    let (mut total, mut number, mut digits, mut time) = (0_i64, 0_i64, 0, !iso);
    let mut last_unit = 0;
    let lower = text.to_ascii_lowercase();
    let body = lower.strip_prefix('p').unwrap_or(&lower);
    let mut chars = body.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '0'..='9' => {
                number = number.checked_mul(10)?.checked_add(i64::from(c.to_digit(10)?))?;
                digits += 1;
            }
            ' ' | '\u{a0}' | '\u{202f}' if !iso => {}
            't' if iso && !time && digits == 0 => time = true,
            'd' | 'h' | 'm' if digits > 0 => {
                // Units come from long to short, each once.
                let (unit, minutes) = match c {
                    'd' if iso && !time => (1, 1440),
                    'h' if time => (2, 60),
                    'm' if time => (3, 1),
                    _ => return None,
                };
                if unit <= last_unit {
                    return None;
                }
                last_unit = unit;
                if c == 'm' && !iso && chars.peek() == Some(&'i') {
                    chars.next();
                    if chars.next() != Some('n') {
                        return None;
                    }
                }
                total = total.checked_add(number.checked_mul(minutes)?)?;
                (number, digits) = (0, 0);
            }
            _ => return None,
        }
    }
    if digits > 0 {
        // `37h30`: minutes without unit after hours.
        if iso || last_unit != 2 || number >= 60 {
            return None;
        }
        total += number;
    } else if last_unit == 0 {
        return None;
    }
    Some(sign(total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_people_and_programs_write_them() {
        for (text, minutes) in [
            ("PT1H30M", 90),
            ("-PT1H30M", -90),
            ("P1DT2H", 1560),
            ("37:30", 2250),
            ("37h30", 2250),
            ("37 h 30 min", 2250),
            ("45 min", 45),
            ("2h", 120),
            ("PT0M", 0),
        ] {
            assert_eq!(parse_duration(text), Some(minutes), "{text}");
        }
        for text in ["", "90", "P", "PT", "PT5", "1:75", "1:5", "h", "5m3h", "P1M", "1h75", "PT1H1H"] {
            assert_eq!(parse_duration(text), None, "{text}");
        }
    }

    #[test]
    fn bounds_of_the_calendar() {
        assert_eq!(iso_date(*DAYS.start()), "0001-01-01");
        assert_eq!(iso_date(*DAYS.end()), "9999-12-31");
        assert_eq!(iso_date(20_818), "2026-12-31");
    }
}
