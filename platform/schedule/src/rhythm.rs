//! Cron expressions as people say them: the usual ones. What is none of them is shown as it is written.

/// See the module. Hours and minutes are those of the schedule's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Every so many minutes.
    Minutes(u8),
    /// Every hour at that minute.
    Hours(u8),
    /// On those weekdays (1 is Monday, 7 is Sunday; empty for every day) at those hours and that minute.
    Days {
        /// Weekdays.
        days: Vec<u8>,
        /// Hours.
        hours: Vec<u8>,
        /// Minute.
        minute: u8,
    },
    /// On those days of every month, at that hour and minute.
    Months {
        /// Days of the month.
        days: Vec<u8>,
        /// Hour.
        hour: u8,
        /// Minute.
        minute: u8,
    },
    /// Something else.
    Other,
}

impl Rhythm {
    /// What an expression of five fields says.
    pub fn of(cron: &str) -> Rhythm {
        let fields: Vec<&str> = cron.split_whitespace().collect();
        let [minute, hour, day, month, weekday] = fields.as_slice() else { return Rhythm::Other };
        if *month != "*" {
            return Rhythm::Other;
        }
        let every = |field: &str| field == "*";
        if every(hour) && every(day) && every(weekday) {
            return match (minute.strip_prefix("*/"), minute.parse()) {
                (Some(step), _) => match step.parse() {
                    Ok(step) if step > 0 && 60 % step == 0 => Rhythm::Minutes(step),
                    _ => Rhythm::Other,
                },
                (None, Ok(minute)) => Rhythm::Hours(minute),
                _ if every(minute) => Rhythm::Minutes(1),
                _ => Rhythm::Other,
            };
        }
        let (Ok(minute), Some(hours)) = (minute.parse::<u8>(), numbers(hour, 0, 23)) else {
            return Rhythm::Other;
        };
        match (every(day), every(weekday)) {
            (true, _) => {
                let days = if every(weekday) { Some(Vec::new()) } else { weekdays(weekday) };
                days.map_or(Rhythm::Other, |days| Rhythm::Days { days, hours, minute })
            }
            (false, true) => match (numbers(day, 1, 31), hours.as_slice()) {
                (Some(days), [hour]) => Rhythm::Months { days, hour: *hour, minute },
                _ => Rhythm::Other,
            },
            (false, false) => Rhythm::Other,
        }
    }
}

/// `1,3-5` as numbers in ascending order.
fn numbers(field: &str, least: u8, most: u8) -> Option<Vec<u8>> {
    let mut found = Vec::new();
    for part in field.split(',') {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to): (u8, u8) = (from.parse().ok()?, to.parse().ok()?);
        if from < least || to > most || from > to {
            return None;
        }
        found.extend(from..=to);
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}

/// The same of weekdays, by number (0 and 7 are Sunday) or by name.
fn weekdays(field: &str) -> Option<Vec<u8>> {
    const NAMES: [&str; 7] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
    let mut plain = field.to_ascii_uppercase();
    for (number, name) in NAMES.iter().enumerate() {
        plain = plain.replace(name, &number.to_string());
    }
    let mut days: Vec<u8> = numbers(&plain, 0, 7)?.into_iter().map(|d| if d == 0 { 7 } else { d }).collect();
    days.sort_unstable();
    days.dedup();
    // All seven are every day.
    Some(if days.len() == 7 { Vec::new() } else { days })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(days: &[u8], hours: &[u8], minute: u8) -> Rhythm {
        Rhythm::Days { days: days.to_vec(), hours: hours.to_vec(), minute }
    }

    #[test]
    fn the_usual_expressions_are_told_as_people_say_them() {
        for (cron, rhythm) in [
            ("30 2 * * *", days(&[], &[2], 30)),
            ("0 2 * * 1-5", days(&[1, 2, 3, 4, 5], &[2], 0)),
            ("0 2 * * MON-FRI", days(&[1, 2, 3, 4, 5], &[2], 0)),
            ("15 6,18 * * 0", days(&[7], &[6, 18], 15)),
            ("15 6 * * sat,SUN", days(&[6, 7], &[6], 15)),
            ("0 0 * * 0-6", days(&[], &[0], 0)),
            ("0 4 1,15 * *", Rhythm::Months { days: vec![1, 15], hour: 4, minute: 0 }),
            ("10 * * * *", Rhythm::Hours(10)),
            ("*/15 * * * *", Rhythm::Minutes(15)),
            ("* * * * *", Rhythm::Minutes(1)),
        ] {
            assert_eq!(Rhythm::of(cron), rhythm, "{cron}");
        }
        // Every seven minutes is not every seven minutes at the end of the hour.
        for other in [
            "*/7 * * * *",
            "0 2 1 1 *",
            "0 2 1 * 1",
            "0 */2 * * *",
            "0 2 * * 1#1",
            "0 2 L * *",
            "0 22-2 * * *",
            "x",
        ] {
            assert_eq!(Rhythm::of(other), Rhythm::Other, "{other}");
        }
    }
}
