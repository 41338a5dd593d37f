//! Passwords: Argon2id, in constant numbers of parallel computations, and what a password must be like (A4).

use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use talang_catalogue::{Fault, Kind};
use talang_engine::{Actor, Change, Error, Result, Scope, Tenant};
use talang_store::{Cell, P};

use crate::legacy::Legacy;
use crate::notices::{self, Notice};
use crate::policy::{LONGEST, Owner, Policy, faults, population_of};
use crate::{Identity, Signed, internal};

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
    /// The recommendation, with more passes where this machine computes a hash in less than `target`. Measured once, when
    /// the program starts; steps of passes keep machines of one kind alike.
    pub fn tuned(target: Duration) -> Cost {
        const STEPS: [u32; 6] = [3, 4, 6, 8, 12, 16];
        let least = Cost::default();
        let Ok(params) = Params::new(least.memory, least.passes, least.lanes, None) else { return least };
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        // The first takes its memory from the machine and counts for nothing; of two, the quicker is undisturbed.
        let mut quickest = Duration::MAX;
        for _ in 0..3 {
            let begun = Instant::now();
            if hash(&argon2, "how long does it take?").is_err() {
                return least;
            }
            quickest = quickest.min(begun.elapsed());
        }
        let pass = quickest / least.passes;
        let passes = STEPS.into_iter().filter(|n| pass * *n <= target).max().unwrap_or(least.passes);
        Cost { passes, ..least }
    }

    /// As cheap as Argon2 allows: for tests only.
    pub fn for_tests() -> Cost {
        Cost { memory: 8, passes: 1, lanes: 1 }
    }
}

/// Former passwords that are kept for a stricter policy at most.
const MOST_REMEMBERED: i64 = 100;

/// Computes hashes, a few at a time: each takes much memory, and a flood of sign-ins must not take all of it.
pub(crate) struct Hasher {
    argon2: Argon2<'static>,
    cost: Cost,
    /// What the password of an account that does not exist is compared with: takes the same time.
    nobody: String,
    free: Mutex<usize>,
    freed: Condvar,
    computed: AtomicU64,
}

impl Hasher {
    pub(crate) fn new(cost: Cost) -> Result<Hasher> {
        let params = Params::new(cost.memory, cost.passes, cost.lanes, None).map_err(|_| internal())?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobody = hash(&argon2, &crate::random_token()?)?;
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Hasher {
            argon2,
            cost,
            nobody,
            free: Mutex::new(cores.max(2)),
            freed: Condvar::new(),
            computed: AtomicU64::new(0),
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
        self.computed.fetch_add(1, Ordering::Relaxed);
        self.one_of_few(|| hash(&self.argon2, &composed(password)))
    }

    /// Whether the password fits the hash. Without a hash, and with one of another system, it does the work of one Argon2
    /// all the same.
    pub(crate) fn verify(&self, password: &str, known: Option<&str>) -> bool {
        let password = composed(password);
        // Nobody has a password that is longer than one may be; the work is done all the same.
        let (password, fits) = if password.len() > LONGEST { ("", false) } else { (&*password, true) };
        let legacy = known.and_then(Legacy::parse);
        self.computed.fetch_add(1, Ordering::Relaxed);
        self.one_of_few(|| {
            let compared = if legacy.is_some() { &self.nobody } else { known.unwrap_or(&self.nobody) };
            let argon2 = PasswordHash::new(compared)
                .is_ok_and(|h| self.argon2.verify_password(password.as_bytes(), &h).is_ok());
            let right = legacy.as_ref().map_or(argon2, |l| l.verify(password));
            right && fits && known.is_some()
        })
    }

    /// What a salt makes of a code: for codes of too little chance to be kept as a mere digest (ASVS 5.0 V6.5.2).
    pub(crate) fn derive(&self, code: &str, salt: &[u8]) -> Result<String> {
        let mut out = [0; 32];
        self.one_of_few(|| self.argon2.hash_password_into(code.as_bytes(), salt, &mut out))
            .map_err(|_| internal())?;
        Ok(talang_store::attachments::hex(&out))
    }

    /// Whether the hash is weaker than today's, or another system's.
    pub(crate) fn outdated(&self, known: &str) -> bool {
        let Ok(hash) = PasswordHash::new(known) else { return true };
        let Ok(params) = Params::try_from(&hash) else { return true };
        hash.algorithm.as_str() != "argon2id"
            || params.m_cost() < self.cost.memory
            || params.t_cost() < self.cost.passes
    }

    /// How many Argon2 hashes were computed.
    pub(crate) fn computed(&self) -> u64 {
        self.computed.load(Ordering::Relaxed)
    }
}

/// The password in Unicode's composed form (NFC): the same whether a keyboard sends `é` as one sign or as two (NIST
/// SP 800-63B-4 section 3.1.1.2).
pub(crate) fn composed(password: &str) -> Cow<'_, str> {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(password)
}

fn hash(argon2: &Argon2<'_>, password: &str) -> Result<String> {
    Ok(argon2.hash_password(password.as_bytes()).map_err(|_| internal())?.to_string())
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
        let hash = self.take(scope, account, login, password)?;
        self.store_password(scope, account, &hash, must_change, "")
    }

    /// The hash of a new password, if the tenant's policy lets the account have it.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub(crate) fn take(&self, scope: &Scope, account: i64, login: &str, password: &str) -> Result<String> {
        let tenant = scope.tenant();
        let (policy, former, login) = tenant.db().read(|conn| {
            let population = population_of(conn, account)?;
            // The application log knows candidates by another name than their login.
            let own = conn.query_one("SELECT login FROM shared.user WHERE id = ?", &[P::Int(account)])?;
            let login =
                own.and_then(|r| r.first().map(|c| c.text().to_string())).unwrap_or(login.to_string());
            let policy = Policy::read(conn, population)?;
            let mut hashes =
                conn.query("SELECT hash FROM shared.credential WHERE account = ?", &[P::Int(account)])?;
            hashes.extend(conn.query(
                "SELECT hash FROM shared.password_history WHERE account = ? ORDER BY id DESC LIMIT ?",
                &[P::Int(account), P::Int(policy.remembered)],
            )?);
            Ok::<_, Error>((policy, hashes, login))
        })?;
        let mut found = faults(&policy, &Owner::of(tenant, &login), &composed(password));
        if found.is_empty() {
            // The slow question comes last, and only about passwords that are fine otherwise.
            let used = former.iter().filter_map(|row| row.first().map(Cell::text));
            if used.into_iter().any(|hash| self.hasher.verify(password, Some(hash))) {
                found.push(Fault::new("password.used").on("password"));
            }
        }
        if found.is_empty() { self.hasher.hash(password) } else { Err(found.into()) }
    }

    /// How many Argon2 hashes were computed so far: what sign-ins cost.
    pub fn hashes_computed(&self) -> u64 {
        self.hasher.computed()
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
        let (id, login) = self.check_present(scope, address, present, "password-change-failed", keep)?;
        if present == new {
            return Err(Fault::new("password.same").on("password").into());
        }
        let hash = self.take(scope, id, login, new)?;
        self.store_password(scope, id, &hash, false, keep)
    }

    /// The scope's user says again who they are, by their password, before a dangerous act. The session goes on under a
    /// new token.
    ///
    /// # Errors
    /// `password.wrong`, `sign_in.locked` when it was wrong too often.
    pub fn confirm_password(
        &self,
        scope: &Scope,
        address: &str,
        password: &str,
        session: &str,
    ) -> Result<Signed> {
        let (_, login) = self.check_present(scope, address, password, "confirm-failed", session)?;
        scope.log_activity("confirm", address, login, "password")?;
        self.renew(scope, session, false)
    }

    /// Row number and login of the scope's user, if that is their password; failures count as at the sign-in.
    fn check_present<'a>(
        &self,
        scope: &'a Scope,
        address: &str,
        present: &str,
        action: &str,
        session: &str,
    ) -> Result<(i64, &'a str)> {
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
        // A session began in a browser of the account's own: strangers who fail elsewhere lock nothing here.
        let device = scope.tenant().db().read(|conn| {
            Ok::<_, talang_engine::Error>(conn.query_one(
                "SELECT COALESCE(device, '') FROM shared.session WHERE token = ?",
                &[P::Text(session)],
            )?)
        })?;
        let device = device.and_then(|r| r.first().map(|c| c.text().to_string())).unwrap_or_default();
        let own = self.own_device(scope.tenant(), Some(*id), &device)?;
        let tenant = scope.tenant().id();
        let wait = match &own {
            Some(own) => self.throttle.unknown(tenant, own, now),
            None => (until > now).then(|| until - now),
        };
        if let Some(time) = wait {
            return Err(crate::locked(time));
        }
        if !self.hasher.verify(present, hash.as_deref()) {
            self.count_failure(scope, Some(*id).filter(|_| own.is_none()), login, address, action)?;
            if let Some(own) = &own {
                let limit = Policy::of_account(scope.tenant(), *id)?.failures;
                self.throttle.unknown_failed(tenant, own, now, limit);
            }
            return Err(Fault::new("password.wrong").on("present").into());
        }
        Ok((*id, login))
    }

    fn store_password(
        &self,
        scope: &Scope,
        account: i64,
        hash: &str,
        must_change: bool,
        keep: &str,
    ) -> Result<()> {
        scope.change(Kind::Shared, |c| store(c, account, hash, must_change, keep))
    }
}

/// Writes a new password: the former one is remembered, sessions (but `keep`) and links of the account end, the lock is
/// open, and the owner is told.
pub(crate) fn store(
    c: &mut Change<'_>,
    account: i64,
    hash: &str,
    must_change: bool,
    keep: &str,
) -> Result<()> {
    let now = c.scope().installation().clock().now();
    let former =
        c.system().query_one("SELECT 1 FROM shared.credential WHERE account = ?", &[P::Int(account)])?;
    let conn = c.system();
    conn.exec(
        "INSERT INTO shared.password_history (account, hash, at)
         SELECT account, hash, changed_at FROM shared.credential WHERE account = ?",
        &[P::Int(account)],
    )?;
    conn.exec(
        "DELETE FROM shared.password_history WHERE account = ? AND id NOT IN
         (SELECT id FROM shared.password_history WHERE account = ? ORDER BY id DESC LIMIT ?)",
        &[P::Int(account), P::Int(account), P::Int(MOST_REMEMBERED)],
    )?;
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
    conn.exec("DELETE FROM shared.account_link WHERE account = ?", &[P::Int(account)])?;
    let Some(notice) = Notice::of(c, account)? else {
        return Err(Fault::new("record.not_found").with("object", "User").into());
    };
    if former.is_some() {
        notice.send(c, "password-changed", vec![("when", notices::moment(notice.culture, now))], None)?;
    }
    let scope = c.scope();
    let name = crate::session::told(notice.population, account, &notice.login);
    scope.log_activity_within(c.system(), "password-changed", "", &name, "")
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let dear = Hasher::new(Cost::default()).unwrap();
        assert!(dear.outdated(&one) && !dear.outdated(&dear.hash("x").unwrap()));
        assert!(!hasher.outdated(&dear.hash("x").unwrap()), "a dearer one stays");
        assert!(hasher.outdated("$sha256$AAAA$AAAA"));
    }

    // A4, OWASP: never below the recommendation, whatever the machine.
    #[test]
    fn the_cost_grows_with_the_machine_and_never_falls_below_the_floor() {
        let least = Cost::default();
        assert_eq!((least.memory, least.passes, least.lanes), (19_456, 2, 1));
        assert_eq!(Cost::tuned(Duration::ZERO), least);
        let dear = Cost::tuned(Duration::from_secs(60));
        assert_eq!((dear.memory, dear.passes), (19_456, 16));
    }

    // NIST SP 800-63B-4 section 3.1.1.2: every sign counts, however a keyboard sends it.
    #[test]
    fn passwords_are_taken_whole_and_composed() {
        let hasher = Hasher::new(Cost::for_tests()).unwrap();
        let composed = hasher.hash("caf\u{e9} cr\u{e8}me 7").unwrap();
        assert!(hasher.verify("cafe\u{301} cre\u{300}me 7", Some(&composed)));
        let long = hasher.hash(&"x".repeat(LONGEST)).unwrap();
        assert!(hasher.verify(&"x".repeat(LONGEST), Some(&long)));
        assert!(!hasher.verify(&"x".repeat(LONGEST - 1), Some(&long)));
        assert!(!hasher.verify(&"x".repeat(LONGEST + 1), Some(&long)), "not cut off");
    }

    // Nothing tells by its work whether an account exists, or how its hash was made.
    #[test]
    fn every_answer_costs_one_hash() {
        let hasher = Hasher::new(Cost::for_tests()).unwrap();
        let own = hasher.hash("a").unwrap();
        let cost = |password: &str, known: Option<&str>| {
            let before = hasher.computed();
            hasher.verify(password, known);
            hasher.computed() - before
        };
        let older = "$sha256$AAAA$ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        let all = [cost("a", Some(&own)), cost("b", Some(&own)), cost("a", None), cost("a", Some(older))];
        assert_eq!(all, [1; 4]);
    }
}
