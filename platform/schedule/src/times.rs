//! When something is due: a cron expression in a time zone.
//!
//! Clocks that change are taken as people mean it. Something at a set hour happens once a day: in the hour that is left out,
//! as much later as the clock jumped; in the hour that comes twice, the first time. Something of every hour happens in every
//! hour that passes.

use std::str::FromStr;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use talang_catalogue::Fault;

/// See the module.
pub struct Times {
    cron: croner::Cron,
    zone: TimeZone,
    hourly: bool,
}

impl Times {
    /// Reads five fields (minute, hour, day, month, weekday) and a zone of the tz database such as `Europe/Paris`.
    ///
    /// # Errors
    /// `schedule.cron`, `schedule.zone`.
    pub fn parse(cron: &str, zone: &str) -> Result<Times, Fault> {
        let wrong = || Fault::new("schedule.cron").with("value", cron);
        let fields: Vec<&str> = cron.split_whitespace().collect();
        let [_, hour, _, _, _] = fields.as_slice() else { return Err(wrong()) };
        let times = Times {
            hourly: hour.starts_with('*'),
            cron: croner::Cron::from_str(cron).map_err(|_| wrong())?,
            zone: TimeZone::get(zone).map_err(|_| Fault::new("schedule.zone").with("value", zone))?,
        };
        // The thirtieth of February is well written and never comes.
        times.next(0).map(|_| ()).ok_or_else(wrong)?;
        Ok(times)
    }

    /// The next time after `now`, both in microseconds since 1970.
    pub fn next(&self, now: i64) -> Option<i64> {
        let now = Timestamp::from_microsecond(now).ok()?;
        let found = if self.hourly { self.next_of_all(now) } else { self.next_of_day(now) };
        found.map(Timestamp::as_microsecond)
    }

    /// The day that clocks of a zone show at a moment, such as `2026-11-29`; of UTC where the zone is not known.
    pub(crate) fn day(zone: &str, at: i64) -> String {
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        let at = Timestamp::from_microsecond(at).unwrap_or_default();
        zone.to_datetime(at).date().to_string()
    }

    fn next_of_day(&self, now: Timestamp) -> Option<Timestamp> {
        let mut local = self.zone.to_datetime(now);
        loop {
            local = self.after(local)?;
            // In the hour that comes twice this is the first time, which may have passed.
            let at = self.zone.to_timestamp(local).ok()?;
            if at > now {
                return Some(at);
            }
        }
    }

    fn next_of_all(&self, now: Timestamp) -> Option<Timestamp> {
        let offset = self.zone.to_offset(now);
        let at = offset.to_timestamp(self.after(self.zone.to_datetime(now))?).ok()?;
        match self.zone.following(now).next().filter(|change| change.timestamp() <= at) {
            // The clock changes before: what it shows from then on counts, its first moment included.
            Some(change) => {
                let begins = self.zone.to_datetime(change.timestamp());
                let before = begins.checked_sub(SignedDuration::from_micros(1)).ok()?;
                change.offset().to_timestamp(self.after(before)?).ok()
            }
            None => Some(at),
        }
    }

    /// The next time on a clock that never changes.
    fn after(&self, local: DateTime) -> Option<DateTime> {
        let as_utc = TimeZone::UTC.to_timestamp(local).ok()?;
        let as_utc = chrono::DateTime::from_timestamp_micros(as_utc.as_microsecond())?;
        let next = self.cron.find_next_occurrence(&as_utc, false).ok()?;
        let next = Timestamp::from_microsecond(next.timestamp_micros()).ok()?;
        Some(TimeZone::UTC.to_datetime(next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The times after a moment, as clocks there show them with their distance from UTC.
    fn times(cron: &str, zone: &str, after: &str, count: usize) -> Vec<String> {
        let times = Times::parse(cron, zone).unwrap();
        let mut now = after.parse::<Timestamp>().unwrap().as_microsecond();
        let mut found = Vec::new();
        for _ in 0..count {
            now = times.next(now).unwrap();
            let (at, zone) = (Timestamp::from_microsecond(now).unwrap(), TimeZone::get(zone).unwrap());
            let hours = zone.to_offset(at).seconds() / 3600;
            found.push(format!("{} {hours:+03}:00", zone.to_datetime(at).strftime("%m-%d %H:%M")));
        }
        found
    }

    // I9: in Paris the clock jumped from two to three on 29 March 2026, and goes back from three to two on 25 October.
    #[test]
    fn what_happens_once_a_day_happens_once_when_clocks_change() {
        assert_eq!(
            times("30 2 * * *", "Europe/Paris", "2026-03-27T12:00:00Z", 3),
            ["03-28 02:30 +01:00", "03-29 03:30 +02:00", "03-30 02:30 +02:00"]
        );
        assert_eq!(
            times("30 2 * * *", "Europe/Paris", "2026-10-24T12:00:00Z", 2),
            ["10-25 02:30 +02:00", "10-26 02:30 +01:00"]
        );
        // Asked between the two.
        assert_eq!(times("30 2 * * *", "Europe/Paris", "2026-10-25T01:10:00Z", 1), ["10-26 02:30 +01:00"]);
    }

    #[test]
    fn what_happens_every_hour_happens_in_every_hour() {
        assert_eq!(
            times("0 * * * *", "Europe/Paris", "2026-10-24T23:30:00Z", 4),
            ["10-25 02:00 +02:00", "10-25 02:00 +01:00", "10-25 03:00 +01:00", "10-25 04:00 +01:00"]
        );
        assert_eq!(
            times("*/30 * * * *", "Europe/Paris", "2026-03-29T00:15:00Z", 3),
            ["03-29 01:30 +01:00", "03-29 03:00 +02:00", "03-29 03:30 +02:00"]
        );
    }

    #[test]
    fn what_never_comes_or_cannot_be_read_is_refused() {
        let refused = |cron: &str, zone: &str| Times::parse(cron, zone).err().map(|f| f.code);
        for cron in ["", "* * * *", "61 * * * *", "0 0 2 * * *", "@daily", "0 0 30 2 *", "often"] {
            assert_eq!(refused(cron, "UTC"), Some("schedule.cron"), "{cron}");
        }
        assert_eq!(refused("0 2 * * *", "Europe/Nowhere"), Some("schedule.zone"));
        assert_eq!(refused("0 2 * * 1-5", "Europe/Stockholm"), None);
    }
}
