//! How much programs ask (I10): a quota per program and day, counted in memory and written down now and then, and a pace
//! per program and minute, which is kept by each server for itself.
//!
//! Days are those of UTC. A count is written after [`WRITE_AFTER`] requests or [`WRITE_EVERY`], whichever comes first, and
//! when the program ends well; a crash forgets less than that. Several servers over the same databases add up, each
//! knowing of the others as of its last writing: the quota is kept within that accuracy, without a write per request.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use talang_catalogue::Fault;
use talang_engine::{Error, Installation, Result, Scope, Tenant, TenantId};
use talang_store::{Cell, P};

use crate::Identity;
use crate::key::Found;

/// Requests after which a count is written.
const WRITE_AFTER: i64 = 200;
/// Microseconds after which a count is written.
const WRITE_EVERY: i64 = 10_000_000;
/// Days for which counts are kept.
const DAYS_KEPT: i64 = 92;
const DAY: i64 = 86_400_000_000;
const MINUTE: i64 = 60_000_000;

/// What is left of a program's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// Requests per day.
    pub limit: i64,
    /// Requests that are left today.
    pub remaining: i64,
    /// Seconds until the next day (UTC).
    pub reset: i64,
    /// What is left of its minute.
    pub pace: Pace,
}

/// How fast a program may go on. A minute's requests may come at once; then they must wait until the time that they took in
/// advance is over (the generic cell rate algorithm).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Requests per minute.
    pub limit: i64,
    /// Requests that may come at once.
    pub remaining: i64,
    /// Seconds until all of them may.
    pub reset: i64,
}

impl Pace {
    /// Takes one request; `due` is when all that was taken is paid for, in microseconds. Nothing is taken where it is too
    /// fast: the microseconds to wait are told instead.
    fn take(limit: i64, due: &mut i64, now: i64) -> std::result::Result<Pace, i64> {
        let limit = limit.clamp(1, MINUTE);
        let each = MINUTE / limit;
        // A clock that was set back must not lock anybody out for longer than a minute.
        *due = (*due).clamp(now, now + MINUTE);
        let next = *due + each;
        if next > now + MINUTE {
            return Err(next - now - MINUTE);
        }
        *due = next;
        let taken = next - now;
        Ok(Pace { limit, remaining: (MINUTE - taken) / each, reset: (taken + 999_999) / 1_000_000 })
    }
}

/// Requests of one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayUse {
    /// Days since 1970 (UTC).
    pub day: i64,
    /// Requests that were let in.
    pub requests: i64,
    /// Requests that were refused because the quota was used up.
    pub refused: i64,
}

/// Counts that are not yet written.
#[derive(Debug, Default)]
pub(crate) struct Counts(Mutex<HashMap<(String, i64), Count>>);

#[derive(Clone, Debug, Default)]
struct Count {
    day: i64,
    /// Written down, by all servers.
    stored: i64,
    requests: i64,
    refused: i64,
    written_at: i64,
    used_at: i64,
    /// When the requests that were made at once are paid for ([`Pace`]).
    due: i64,
    keys: Vec<String>,
}

impl Count {
    /// Takes what is to be written.
    fn take(&mut self, now: i64) -> Count {
        let taken = self.clone();
        self.stored += self.requests;
        (self.requests, self.refused, self.written_at) = (0, 0, now);
        self.keys.clear();
        taken
    }

    fn is_empty(&self) -> bool {
        self.requests == 0 && self.refused == 0
    }
}

impl Identity {
    /// Counts a request of a program.
    ///
    /// # Errors
    /// `quota.used_up`, `quota.too_fast`: this one is refused.
    pub(crate) fn count_request(
        &self,
        installation: &Installation,
        tenant: &Tenant,
        found: &Found,
    ) -> Result<Quota> {
        let (client, key, limit) = (found.client, found.key.as_str(), found.quota);
        let now = installation.clock().now();
        let today = now.div_euclid(DAY);
        let slot = (tenant.id().to_string(), client);
        let known = {
            let counts = self.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
            counts.get(&slot).is_some_and(|count| count.day == today)
        };
        // The first request of a day, or since the program began: what was counted before is read.
        let stored = if known { 0 } else { stored(tenant, client, today)? };
        let (quota, allowed, wait, write) = {
            let mut counts = self.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
            let count = counts.entry(slot).or_default();
            let mut write = Vec::new();
            if count.day != today {
                write.extend(Some(count.take(now)).filter(|c| !c.is_empty()));
                *count = Count { day: today, stored, written_at: now, due: count.due, ..Count::default() };
            }
            let pace = Pace::take(found.per_minute, &mut count.due, now);
            let wait = pace.err();
            let pace = pace.unwrap_or(Pace { limit: found.per_minute, remaining: 0, reset: 60 });
            let allowed = wait.is_none() && count.stored + count.requests < limit;
            *(if allowed { &mut count.requests } else { &mut count.refused }) += 1;
            count.used_at = now;
            if !count.keys.iter().any(|k| k == key) {
                count.keys.push(key.to_string());
            }
            let left = (limit - count.stored - count.requests).max(0);
            let reset = (DAY - now.rem_euclid(DAY) + 999_999) / 1_000_000;
            let quota = Quota { limit, remaining: left, reset, pace };
            if count.requests + count.refused >= WRITE_AFTER || now - count.written_at >= WRITE_EVERY {
                write.push(count.take(now));
            }
            (quota, allowed, wait, write)
        };
        for count in write {
            // What cannot be written now, because the disk is full, is written later: who only reads is not refused for it.
            if self.write_count(tenant, client, &count).is_err() {
                self.give_back(tenant, client, count);
            }
        }
        if let Some(wait) = wait {
            return Err(Fault::new("quota.too_fast").with("seconds", (wait + 999_999) / 1_000_000).into());
        }
        if !allowed {
            return Err(Fault::new("quota.used_up").with("max", limit).with("seconds", quota.reset).into());
        }
        Ok(quota)
    }

    /// Writes down what was counted of a tenant's programs, or of every tenant's: when the program ends, and before the
    /// figures are shown.
    ///
    /// # Errors
    /// Those of the databases.
    pub fn write_counts(&self, installation: &Installation, of: Option<&Tenant>) -> Result<()> {
        let now = installation.clock().now();
        let pending: Vec<((String, i64), Count)> = {
            let mut counts = self.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
            counts
                .iter_mut()
                .filter(|((tenant, _), count)| {
                    !count.is_empty() && of.is_none_or(|of| of.id().as_str() == tenant)
                })
                .map(|(slot, count)| (slot.clone(), count.take(now)))
                .collect()
        };
        for ((tenant, client), count) in pending {
            match (of, TenantId::parse(&tenant)) {
                (Some(tenant), _) => self.write_count(tenant, client, &count)?,
                (None, Some(id)) => self.write_count(&*installation.tenant(&id)?, client, &count)?,
                (None, None) => {}
            }
        }
        Ok(())
    }

    /// The requests of a program on its last days, oldest first; days without any are left out. Whether the scope may
    /// see them is the caller's question.
    pub fn uses(&self, scope: &Scope, client: i64, days: i64) -> Result<Vec<DayUse>> {
        self.write_counts(scope.installation(), Some(scope.tenant()))?;
        let since = scope.installation().clock().now().div_euclid(DAY) - days;
        scope.tenant().db().read(|conn| {
            let rows = conn.query(
                "SELECT day, requests, refused FROM shared.api_use WHERE client = ? AND day > ? ORDER BY day",
                &[P::Int(client), P::Int(since)],
            )?;
            let read = |row: Vec<Cell>| match row.as_slice() {
                [day, requests, refused] => {
                    Some(DayUse { day: day.int(), requests: requests.int(), refused: refused.int() })
                }
                _ => None,
            };
            Ok(rows.into_iter().filter_map(read).collect())
        })
    }

    /// Counts once more what could not be written. Of a day that is over it is forgotten, as by a crash.
    fn give_back(&self, tenant: &Tenant, client: i64, count: Count) {
        let mut counts = self.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = counts.get_mut(&(tenant.id().to_string(), client))
            && known.day == count.day
        {
            known.stored -= count.requests;
            known.requests += count.requests;
            known.refused += count.refused;
            known.keys.extend(count.keys);
            known.keys.sort();
            known.keys.dedup();
        }
    }

    fn write_count(&self, tenant: &Tenant, client: i64, count: &Count) -> Result<()> {
        let total = tenant.db().write(|conn| {
            conn.exec(
                "INSERT INTO shared.api_use (client, day, requests, refused) VALUES (?, ?, ?, ?)
                 ON CONFLICT (client, day) DO UPDATE SET requests = api_use.requests + excluded.requests,
                 refused = api_use.refused + excluded.refused",
                &[P::Int(client), P::Int(count.day), P::Int(count.requests), P::Int(count.refused)],
            )?;
            for key in &count.keys {
                conn.exec(
                    "UPDATE shared.api_key SET used_at = ? WHERE key = ?",
                    &[P::Int(count.used_at), P::Text(key)],
                )?;
            }
            let old = "DELETE FROM shared.api_use WHERE client = ? AND day < ?";
            conn.exec(old, &[P::Int(client), P::Int(count.day - DAYS_KEPT)])?;
            let row = conn.query_one(
                "SELECT requests FROM shared.api_use WHERE client = ? AND day = ?",
                &[P::Int(client), P::Int(count.day)],
            )?;
            Ok::<_, Error>(row.and_then(|r| r.first().map(Cell::int)).unwrap_or_default())
        })?;
        let mut counts = self.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = counts.get_mut(&(tenant.id().to_string(), client))
            && known.day == count.day
        {
            // What other servers wrote counts too.
            known.stored = known.stored.max(total);
        }
        Ok(())
    }
}

fn stored(tenant: &Tenant, client: i64, day: i64) -> Result<i64> {
    tenant.db().read(|conn| {
        let row = conn.query_one(
            "SELECT requests FROM shared.api_use WHERE client = ? AND day = ?",
            &[P::Int(client), P::Int(day)],
        )?;
        Ok(row.and_then(|r| r.first().map(Cell::int)).unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    // I10: a minute's requests at once, then one by one, and never more than one and a minute's in any minute.
    #[test]
    fn a_pace_lets_a_minute_come_at_once_and_then_one_by_one() {
        let (mut due, now) = (0, 1_000 * MINUTE);
        for left in (0..60).rev() {
            assert_eq!(Pace::take(60, &mut due, now).map(|p| p.remaining), Ok(left));
        }
        assert_eq!(Pace::take(60, &mut due, now), Err(1_000_000), "the next one is a second away");
        assert_eq!(Pace::take(60, &mut due, now + 999_999), Err(1), "what was refused took nothing");
        let next = Pace::take(60, &mut due, now + 1_000_000);
        assert_eq!(next, Ok(Pace { limit: 60, remaining: 0, reset: 60 }));
        assert!(Pace::take(60, &mut due, now + 1_000_000).is_err());
        assert_eq!(Pace::take(60, &mut due, now + 2 * MINUTE).map(|p| p.remaining), Ok(59));
        // A clock that goes back by an hour costs a minute at most.
        let mut due = now;
        assert!(Pace::take(60, &mut due, now - 60 * MINUTE).is_err());
        assert!(Pace::take(60, &mut due, now - 59 * MINUTE).is_ok());
        assert!(Pace::take(i64::MAX, &mut 0, now).is_ok_and(|p| p.remaining > 1_000_000));
    }
}
