//! Passwords of accounts that are not users: those of a tenant's file space (I8). Kept and guarded like all others, by
//! whoever owns the accounts.

use talang_engine::{Result, Tenant};

use crate::throttle::lock_time;
use crate::{Identity, Policy, Population, locked};

impl Identity {
    /// Argon2id of a secret.
    ///
    /// # Errors
    /// `internal`.
    pub fn hash_secret(&self, secret: &str) -> Result<String> {
        self.hasher.hash(secret)
    }

    /// Whether the secret fits the hash. The same work is done where there is none.
    pub fn secret_fits(&self, secret: &str, known: Option<&str>) -> bool {
        self.hasher.verify(secret, known)
    }

    /// Lets nobody try further from an address, or with a login that is no account, after too many failures (A4).
    /// `login` is the account's name where it is not known to exist; times are microseconds.
    ///
    /// # Errors
    /// `sign_in.locked`.
    pub fn may_try(&self, tenant: &Tenant, login: Option<&str>, address: &str, now: i64) -> Result<()> {
        let source = format!("{} {address}", tenant.id());
        let time = self
            .throttle
            .address(&source, now, self.settings.failures_per_address)
            .or_else(|| login.and_then(|login| self.throttle.unknown(tenant.id(), &named(login), now)));
        time.map_or(Ok(()), |time| Err(locked(time)))
    }

    /// Whether an address may look up another code of a company (S6), after those that led nowhere.
    pub fn may_look_up(&self, address: &str, now: i64) -> bool {
        self.throttle.address(&format!("join {address}"), now, self.settings.failures_per_address).is_none()
    }

    /// Counts a code that led nowhere.
    pub fn looked_up_in_vain(&self, address: &str, now: i64) {
        self.throttle.address_failed(&format!("join {address}"), now);
    }

    /// Counts a failure from the address, and of the login where it is no account.
    ///
    /// # Errors
    /// Those of reading the tenant's policy.
    pub fn tried_in_vain(&self, tenant: &Tenant, login: Option<&str>, address: &str, now: i64) -> Result<()> {
        self.throttle.address_failed(&format!("{} {address}", tenant.id()), now);
        if let Some(login) = login {
            let limit = Policy::of(tenant, Population::Employees)?.failures;
            self.throttle.unknown_failed(tenant.id(), &named(login), now, limit);
        }
        Ok(())
    }
}

/// For how long an account is locked after so many failures in a row, in microseconds, by the tenant's policy (A4).
///
/// # Errors
/// Those of reading the tenant's policy.
pub fn lock_after(tenant: &Tenant, failures: i64) -> Result<Option<i64>> {
    Ok(lock_time(failures, Policy::of(tenant, Population::Employees)?.failures))
}

/// Logins of file spaces are counted apart from those of users.
fn named(login: &str) -> String {
    format!("file space: {login}")
}
