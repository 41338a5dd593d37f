//! One clock, injected: tests and the simulation set it, nothing else reads the machine's.

use std::sync::atomic::{AtomicI64, Ordering};

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// Microseconds since 1970-01-01T00:00:00Z.
    fn now(&self) -> i64;

    /// The day in UTC.
    fn today(&self) -> jiff::civil::Date {
        talang_catalogue::value::date_of_days(self.now().div_euclid(86_400_000_000))
    }
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> i64 {
        jiff::Timestamp::now().as_microsecond()
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug, Default)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// Stands at noon UTC of that day.
    pub fn at(date: jiff::civil::Date) -> ManualClock {
        ManualClock(AtomicI64::new(
            talang_catalogue::value::days_of_date(date) * 86_400_000_000 + 43_200_000_000,
        ))
    }

    /// Moves by so many microseconds, backwards too.
    pub fn advance(&self, microseconds: i64) {
        self.0.fetch_add(microseconds, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}
