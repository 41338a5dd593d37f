//! Passwords: Argon2id, in constant numbers of parallel computations, and what a password must be like (A4).

use std::sync::{Condvar, Mutex, PoisonError};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use talang_catalogue::Fault;
use talang_engine::{Actor, Result, Scope, Tenant};
use talang_store::P;

use crate::common::is_common;
use crate::{Identity, internal};

/// What one hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for Cost {
    /// OWASP's recommendation: 19 MiB, two passes, one lane.
    fn default() -> Cost {
        Cost { memory: 19_456, passes: 2, lanes: 1 }
    }
}

impl Cost {
    /// As cheap as Argon2 allows: for tests only.
    pub fn for_tests() -> Cost {
        Cost { memory: 8, passes: 1, lanes: 1 }
    }
}

/// Longest password in bytes: nobody can keep the machine busy with a book.
const LONGEST: usize = 1024;

/// Computes hashes, a few at a time: each takes much memory, and a flood of sign-ins must not take all of it.
pub(crate) struct Hasher {
    argon2: Argon2<'static>,
    params: String,
    /// What the password of an account that does not exist is compared with: takes the same time.
    nobody: String,
    free: Mutex<usize>,
    freed: Condvar,
}

impl Hasher {
    pub(crate) fn new(cost: Cost) -> Result<Hasher> {
        let params = Params::new(cost.memory, cost.passes, cost.lanes, None).map_err(|_| internal())?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobody = hash(&argon2, &crate::random_token()?)?;
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Hasher {
            argon2,
            params: parameters(&nobody).to_string(),
            nobody,
            free: Mutex::new(cores.max(2)),
            freed: Condvar::new(),
        })
    }

    fn one_of_few<R>(&self, work: impl FnOnce() -> R) -> R {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free == 0 {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        drop(free);
        let result = work();
        *self.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.freed.notify_one();
        result
    }

    pub(crate) fn hash(&self, password: &str) -> Result<String> {
        self.one_of_few(|| hash(&self.argon2, password))
    }

    /// Whether the password fits the hash; without a hash it takes as long and says no.
    pub(crate) fn verify(&self, password: &str, known: Option<&str>) -> bool {
        let password = password.get(..LONGEST).unwrap_or(password);
        self.one_of_few(|| {
            let hash = PasswordHash::new(known.unwrap_or(&self.nobody));
            let fits = hash.is_ok_and(|h| self.argon2.verify_password(password.as_bytes(), &h).is_ok());
            fits && known.is_some()
        })
    }

    /// Whether the hash was made at another cost than today's.
    pub(crate) fn outdated(&self, known: &str) -> bool {
        parameters(known) != self.params
    }
}

fn hash(argon2: &Argon2<'_>, password: &str) -> Result<String> {
    Ok(argon2.hash_password(password.as_bytes()).map_err(|_| internal())?.to_string())
}

/// `$argon2id$v=19$m=…,t=…,p=…` without salt and hash.
fn parameters(hash: &str) -> &str {
    let end = hash.match_indices('$').nth(3).map_or(hash.len(), |(at, _)| at);
    hash.get(..end).unwrap_or(hash)
}

/// Whether a password may be taken: long enough, without the login, not among the first guesses.
pub fn check_password(login: &str, password: &str, shortest: usize) -> std::result::Result<(), Fault> {
    let fault = |code| Fault::new(code).on("password");
    if password.chars().count() < shortest {
        return Err(fault("password.short").with("min", shortest));
    }
    if password.len() > LONGEST {
        return Err(Fault::new("value.text_too_long").on("password").with("max", LONGEST));
    }
    let (small, name) = (password.to_lowercase(), login.to_lowercase());
    let name = name.split('@').next().unwrap_or(&name);
    // A login of two letters is inside of too much.
    if name.chars().count() >= 3 && small.contains(name) {
        return Err(fault("password.login_inside"));
    }
    if is_common(&small) {
        return Err(fault("password.common"));
    }
    Ok(())
}

impl Identity {
    /// Sets the password of an account, for those who may administer accounts: whether they may is the caller's
    /// question. Ends all sessions of the account. `must_change`: its owner sets another at the next sign-in (A4).
    ///
    /// # Errors
    /// `password.…` when the password cannot be taken.
    pub fn set_password(
        &self,
        scope: &Scope,
        account: i64,
        login: &str,
        password: &str,
        must_change: bool,
    ) -> Result<()> {
        check_password(login, password, self.settings.shortest)?;
        let hash = self.hasher.hash(password)?;
        self.store_password(scope, account, login, &hash, must_change, "")
    }

    /// Whether the account has a password.
    pub fn has_password(&self, tenant: &Tenant, account: i64) -> Result<bool> {
        tenant.db().read(|conn| {
            Ok(conn
                .query_one("SELECT 1 FROM shared.credential WHERE account = ?", &[P::Int(account)])?
                .is_some())
        })
    }

    /// The scope's user sets a new password. All other sessions of the account end; the one whose digest is `keep`
    /// stays.
    ///
    /// # Errors
    /// `password.wrong`, `sign_in.locked` when it was wrong too often, `password.…` when the new one cannot be taken.
    pub fn change_password(
        &self,
        scope: &Scope,
        address: &str,
        present: &str,
        new: &str,
        keep: &str,
    ) -> Result<()> {
        let Actor::User { id, login, .. } = &scope.actor else {
            return Err(Fault::new("sign_in.required").into());
        };
        let now = scope.installation().clock().now();
        let row = scope.tenant().db().read(|conn| {
            Ok::<_, talang_engine::Error>(conn.query_one(
                "SELECT hash, locked_until FROM shared.credential WHERE account = ?",
                &[P::Int(*id)],
            )?)
        })?;
        let (hash, until) = match row.as_deref() {
            Some([hash, until]) => (Some(hash.text().to_string()), until.int()),
            _ => (None, 0),
        };
        if until > now {
            return Err(crate::locked(until - now));
        }
        if !self.hasher.verify(present, hash.as_deref()) {
            self.count_failure(scope, Some(*id), login, address, "password-change-failed")?;
            return Err(Fault::new("password.wrong").on("present").into());
        }
        if present == new {
            return Err(Fault::new("password.same").on("password").into());
        }
        check_password(login, new, self.settings.shortest)?;
        let hash = self.hasher.hash(new)?;
        self.store_password(scope, *id, login, &hash, false, keep)
    }

    fn store_password(
        &self,
        scope: &Scope,
        account: i64,
        login: &str,
        hash: &str,
        must_change: bool,
        keep: &str,
    ) -> Result<()> {
        let now = scope.installation().clock().now();
        scope.tenant().db().write(|conn| {
            conn.exec(
                "INSERT INTO shared.credential (account, hash, changed_at, must_change, failures, locked_until)
                 VALUES (?, ?, ?, ?, 0, NULL) ON CONFLICT (account) DO UPDATE SET hash = excluded.hash,
                 changed_at = excluded.changed_at, must_change = excluded.must_change, failures = 0, locked_until = NULL",
                &[P::Int(account), P::Text(hash), P::Int(now), P::Int(i64::from(must_change))],
            )?;
            conn.exec(
                "DELETE FROM shared.session WHERE account = ? AND token <> ?",
                &[P::Int(account), P::Text(keep)],
            )?;
            scope.log_activity_within(conn, "password-changed", "", login, "")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(login: &str, password: &str) -> &'static str {
        check_password(login, password, 8).err().map_or("", |f| f.code)
    }

    #[test]
    fn a_password_is_long_enough_has_no_login_inside_and_is_not_a_first_guess() {
        // A4
        assert_eq!(refusal("mdupont", "short 1"), "password.short");
        assert_eq!(refusal("mdupont", "xxMDupont99"), "password.login_inside");
        assert_eq!(refusal("m.dupont@example.org", "my m.dupont pw"), "password.login_inside");
        assert_eq!(refusal("mdupont", "Password123"), "password.common");
        assert_eq!(refusal("mdupont", "azertyuiop"), "password.common");
        assert_eq!(refusal("mdupont", "aaaaaaaaaa"), "password.common");
        assert_eq!(refusal("mdupont", "talang demo 2026"), "");
        assert_eq!(refusal("mdupont", &"x1".repeat(600)), "value.text_too_long");
    }

    #[test]
    fn passwords_are_hashed_with_argon2id_and_a_salt() {
        // O4
        let hasher = Hasher::new(Cost::for_tests()).unwrap();
        let (one, two) = (hasher.hash("correct horse").unwrap(), hasher.hash("correct horse").unwrap());
        assert!(one.starts_with("$argon2id$v=19$m=8,t=1,p=1$") && one != two, "{one}");
        assert!(hasher.verify("correct horse", Some(&one)));
        assert!(!hasher.verify("correct mule", Some(&one)));
        assert!(!hasher.verify("correct horse", None));
        assert!(!hasher.outdated(&one));
        assert!(hasher.outdated("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"));
    }
}
