//! Failures that no account remembers: by source address, and of logins that do not exist. In memory, bounded.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use talang_engine::TenantId;
use talang_engine::network::line_of;

/// Entries kept at most; the oldest go first. An attacker with more addresses than this is not stopped by counting.
const MOST: usize = 20_000;
/// For how long failures of an address count, in microseconds.
const WINDOW: i64 = 15 * 60_000_000;
/// For how long failures of a login count, in microseconds.
const LOGIN_WINDOW: i64 = 24 * 3_600_000_000;

/// How long an account is locked after that many failures: 1 minute from the limit on, then 2, 4 … up to an hour.
pub(crate) fn lock_time(failures: i64, limit: i64) -> Option<i64> {
    (failures >= limit).then(|| (1i64 << (failures - limit).min(6)).min(60) * 60_000_000)
}

#[derive(Clone, Copy, Default)]
struct Count {
    failures: i64,
    since: i64,
    until: i64,
}

/// See the module.
#[derive(Default)]
pub(crate) struct Throttle {
    addresses: Mutex<HashMap<String, Count>>,
    logins: Mutex<HashMap<(TenantId, String), Count>>,
}

impl Throttle {
    /// How much longer the address is refused, in microseconds.
    pub(crate) fn address(&self, address: &str, now: i64, limit: u32) -> Option<i64> {
        let counts = self.addresses.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.get(&line_of(address))?;
        (count.failures >= i64::from(limit) && now < count.since + WINDOW).then(|| count.since + WINDOW - now)
    }

    /// Counts a failure from the address.
    pub(crate) fn address_failed(&self, address: &str, now: i64) {
        let mut counts = self.addresses.lock().unwrap_or_else(PoisonError::into_inner);
        make_room(&mut counts, now, WINDOW);
        let count = counts.entry(line_of(address)).or_default();
        if now >= count.since + WINDOW {
            *count = Count { since: now, ..Count::default() };
        }
        count.failures += 1;
    }

    /// How much longer a login that is no account is locked, in microseconds, as if it were one.
    pub(crate) fn unknown(&self, tenant: &TenantId, login: &str, now: i64) -> Option<i64> {
        let counts = self.logins.lock().unwrap_or_else(PoisonError::into_inner);
        counts
            .get(&(tenant.clone(), crate::digest(login)))
            .and_then(|c| (now < c.until).then(|| c.until - now))
    }

    /// Counts a failure of a login that is no account; how many it is.
    pub(crate) fn unknown_failed(&self, tenant: &TenantId, login: &str, now: i64, limit: i64) -> i64 {
        let mut counts = self.logins.lock().unwrap_or_else(PoisonError::into_inner);
        make_room(&mut counts, now, LOGIN_WINDOW);
        let count = counts.entry((tenant.clone(), crate::digest(login))).or_default();
        if count.failures == 0 {
            count.since = now;
        }
        count.failures += 1;
        count.until = lock_time(count.failures, limit).map_or(0, |time| now + time);
        count.failures
    }
}

impl Throttle {
    /// Forgives the failures of a name that is counted here.
    pub(crate) fn forget(&self, tenant: &TenantId, login: &str) {
        let mut counts = self.logins.lock().unwrap_or_else(PoisonError::into_inner);
        counts.remove(&(tenant.clone(), crate::digest(login)));
    }
}

fn make_room<K: Clone + Eq + std::hash::Hash>(counts: &mut HashMap<K, Count>, now: i64, window: i64) {
    if counts.len() < MOST {
        return;
    }
    counts.retain(|_, c| now < c.since + window);
    if counts.len() >= MOST {
        let mut ages: Vec<i64> = counts.values().map(|c| c.since).collect();
        ages.sort_unstable();
        let middle = ages.get(ages.len() / 2).copied().unwrap_or(now);
        counts.retain(|_, c| c.since > middle);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_grows_from_the_fifth_failure_on() {
        // A4
        let minutes = |n| lock_time(n, 5).map(|t| t / 60_000_000);
        assert_eq!([4, 5, 6, 7, 8, 30].map(minutes), [None, Some(1), Some(2), Some(4), Some(8), Some(60)]);
    }

    #[test]
    fn an_address_is_refused_for_the_rest_of_the_quarter_of_an_hour() {
        let throttle = Throttle::default();
        (0..3).for_each(|_| throttle.address_failed("192.0.2.1", 1_000));
        assert!(throttle.address("192.0.2.1", 2_000, 3).is_some());
        assert!(throttle.address("192.0.2.2", 2_000, 3).is_none());
        assert!(throttle.address("192.0.2.1", 1_000 + WINDOW, 3).is_none());
        // An IPv6 line has 2^64 addresses and is one source.
        (0..3).for_each(|n| throttle.address_failed(&format!("acme 2001:db8:1:2::{n}"), 1_000));
        assert!(throttle.address("acme 2001:db8:1:2:ffff::9", 2_000, 3).is_some());
        assert!(throttle.address("acme 2001:db8:1:3::9", 2_000, 3).is_none());
    }
}
