//! For how long sessions last (A8): as the tenant's policy of the population says, else as the installation says.

use talang_catalogue::Choice;
use talang_engine::Result;
use talang_engine::objects::access_policy::Population;
use talang_store::{Cell, Conn, P};

use crate::Settings;

/// When sessions end, in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// After the last request.
    pub idle: i64,
    /// After the sign-in, at the latest.
    pub absolute: i64,
}

const MINUTE: i64 = 60_000_000;
/// Fewest and most minutes without a request that a tenant may choose.
const IDLE: (i64, i64) = (5, 1_440);
/// Fewest and most hours after the sign-in that a tenant may choose.
const HOURS: (i64, i64) = (1, 168);
/// Minutes without a request after which a candidate's session ends, where nothing else is said (A8: front office).
const FRONT_OFFICE: i64 = 20;

impl Times {
    /// For a population.
    pub(crate) fn read(conn: &mut Conn, settings: &Settings, population: Population) -> Result<Times> {
        let row = conn.query_one(
            "SELECT idle_minutes, session_hours FROM shared.password_policy WHERE population = ?",
            &[P::Text(population.code())],
        )?;
        let chosen = |at: usize| row.as_ref().and_then(|r| r.get(at)).and_then(Cell::opt_int);
        let minutes = match population {
            Population::Employees => chosen(0),
            Population::Candidates => Some(chosen(0).unwrap_or(FRONT_OFFICE.min(settings.idle / MINUTE))),
        };
        Ok(Times::of(minutes, chosen(1), settings))
    }

    /// What was chosen, within the bounds, whatever stands in the database.
    fn of(minutes: Option<i64>, hours: Option<i64>, settings: &Settings) -> Times {
        Times {
            idle: minutes.map_or(settings.idle, |m| m.clamp(IDLE.0, IDLE.1) * MINUTE),
            absolute: hours.map_or(settings.absolute, |h| h.clamp(HOURS.0, HOURS.1) * 60 * MINUTE),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_last_as_the_tenant_says_within_bounds() {
        // A8
        let settings = Settings::default();
        let times = |minutes, hours| {
            let times = Times::of(minutes, hours, &settings);
            (times.idle / MINUTE, times.absolute / MINUTE / 60)
        };
        assert_eq!(times(None, None), (120, 12));
        assert_eq!(times(Some(30), Some(8)), (30, 8));
        assert_eq!(times(Some(0), Some(0)), (5, 1), "never at once");
        assert_eq!(times(Some(1 << 40), Some(1 << 40)), (1_440, 168), "never for ever");
    }
}
