//! Signing in and out; sessions (A7, A8).

use std::sync::Arc;

use talang_catalogue::{Choice, Culture, Fault, Kind};
use talang_engine::objects::access_policy::Population;
use talang_engine::{Action, Actor, Door, Error, Installation, Result, Scope, Tenant};
use talang_store::{Cell, P};

use crate::admit::{Browser, Method, Proof, RECENT, Stage};
use crate::policy::{Policy, population_of};
use crate::throttle::lock_time;
use crate::{Identity, Live, Signed, digest, failed, locked};

/// `seen_at` is written at most once a minute: a page of twenty requests costs one write.
const SEEN: i64 = 60_000_000;

/// An account as it stands in the database.
pub(crate) struct Account {
    pub id: i64,
    pub login: String,
    pub employee: Option<i64>,
    pub state: String,
    pub valid_until: Option<i64>,
    pub culture: String,
    pub hash: Option<String>,
    pub locked_until: i64,
    pub must_change: bool,
    pub changed_at: i64,
    /// It has a second factor.
    pub factor: bool,
    /// The company's policy or one of its roles asks for a second factor.
    pub required: bool,
    /// Whose rules it follows.
    pub population: Population,
}

/// Whether a provider has replaced the account's password (A6): one that is switched on and says so. Who may change identity
/// providers keeps theirs: a provider that fails must not lock everybody out.
pub(crate) fn replaced(
    installation: &Arc<Installation>,
    tenant: &Arc<Tenant>,
    account: &Account,
) -> Result<bool> {
    let row = tenant.db().read(|conn| {
        Ok::<_, Error>(conn.query_one(
            "SELECT 1 FROM shared.identity_provider WHERE active = 1 AND replaces_password = 1
             AND COALESCE(population, 'employees') = ? LIMIT 1",
            &[P::Text(account.population.code())],
        )?)
    })?;
    if row.is_none() {
        return Ok(false);
    }
    Scope::new(installation, tenant, account.actor(), Door::Screen).view(|v| {
        let object = v.object("IdentityProvider")?;
        Ok(!v.rights().may(&object, Action::Update))
    })
}

/// The columns of an account, its credential and what is to be known of its second factor, for [`Account::read`].
pub(crate) const ACCOUNT: &str = "u.id, u.login, u.employee, u.state, u.valid_until, u.culture, c.hash, \
    c.locked_until, c.must_change, c.changed_at, \
    CASE WHEN EXISTS (SELECT 1 FROM shared.second_factor f WHERE f.account = u.id AND f.secret IS NOT NULL) \
    OR (EXISTS (SELECT 1 FROM shared.passkey k WHERE k.account = u.id) AND NOT EXISTS (SELECT 1 \
    FROM shared.password_policy n WHERE n.population = COALESCE(u.population, 'employees') AND n.passkeys_refused = 1)) \
    THEN 1 ELSE 0 END, \
    CASE WHEN EXISTS (SELECT 1 FROM shared.password_policy y WHERE y.population = COALESCE(u.population, 'employees') \
    AND y.second_factor = 1) OR EXISTS (SELECT 1 FROM shared.user_role g JOIN shared.role r ON r.id = g.role \
    WHERE g.\"user\" = u.id AND r.active = 1 AND r.second_factor = 1) THEN 1 ELSE 0 END, u.population";
/// How many these are.
pub(crate) const ACCOUNT_COLUMNS: usize = 13;
/// Where they are.
pub(crate) const ACCOUNTS: &str = "shared.user u LEFT JOIN shared.credential c ON c.account = u.id";

impl Account {
    pub(crate) fn read(row: &[Cell]) -> Option<Account> {
        let [
            id,
            login,
            employee,
            state,
            valid,
            culture,
            hash,
            until,
            must,
            changed,
            factor,
            required,
            population,
            ..,
        ] = row
        else {
            return None;
        };
        Some(Account {
            id: id.int(),
            login: login.text().to_string(),
            employee: employee.opt_int(),
            state: state.text().to_string(),
            valid_until: valid.opt_int(),
            culture: culture.text().to_string(),
            hash: Some(hash.text().to_string()).filter(|h| !h.is_empty()),
            locked_until: until.int(),
            must_change: must.int() == 1,
            changed_at: changed.int(),
            factor: factor.int() == 1,
            required: required.int() == 1,
            population: Population::named(population.text()),
        })
    }

    /// Active, and not past its last day (A4).
    pub(crate) fn usable(&self, installation: &Installation) -> bool {
        let today = talang_catalogue::value::days_of_date(installation.clock().today());
        self.state == "active" && self.valid_until.is_none_or(|last| today <= last)
    }

    pub(crate) fn actor(&self) -> Actor {
        Actor::User { id: self.id, login: self.told(), employee: self.employee }
    }

    /// How the application log names it.
    pub(crate) fn told(&self) -> String {
        told(self.population, self.id, &self.login)
    }

    pub(crate) fn culture(&self) -> Option<&'static Culture> {
        Culture::find(&self.culture)
    }
}

impl Identity {
    /// Signs in with login and password. The answer is the same, and as slow, for a login that does not exist, a wrong password, and an account that is suspended, closed or past
    /// its last day.
    ///
    /// # Errors
    /// `sign_in.failed`; `sign_in.locked` after too many failures of the login or from the address.
    pub fn sign_in(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        login: &str,
        password: &str,
        browser: &Browser<'_>,
    ) -> Result<Signed> {
        let (account, own) =
            self.verify_from(installation, tenant, Door::Screen, login, password, browser)?;
        // At another cost than today's: made anew while the password is at hand.
        let hash = match &account.hash {
            Some(old) if self.hasher.outdated(old) => Some(self.hasher.hash(password)?),
            _ => None,
        };
        let proof = Proof::of(account.id, Method::Password);
        let asked = may_come(tenant, account.population, account.id, browser.address)?;
        let scope = Scope::new(installation, tenant, Actor::System, Door::Screen);
        let begun = scope.change(Kind::Shared, |c| {
            // A device of the account's own forgives its own failures: strangers do not begin anew with each of its sign-ins.
            let count = if own { "" } else { "failures = 0, locked_until = NULL, " };
            c.system().exec(
                &format!("UPDATE shared.credential SET {count}hash = COALESCE(?, hash) WHERE account = ?"),
                &[hash.clone().map_or(P::Null, P::Owned), P::Int(account.id)],
            )?;
            self.begin(c, &proof, browser, asked)
        })?;
        begun.ok_or_else(failed)
    }

    /// The account of a login, if the password is its own and the account may be used.
    pub(crate) fn verify(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        door: Door,
        login: &str,
        password: &str,
        address: &str,
    ) -> Result<Account> {
        let program = Browser { address, ..Browser::default() };
        Ok(self.verify_from(installation, tenant, door, login, password, &program)?.0)
    }

    /// The same from a browser that keeps something to be known again; whether the account has come in with it before. The
    /// failures of such a browser are counted apart from those of strangers: whoever knows a login cannot keep its owner out of
    /// their own browsers by failing on purpose, and a stolen token of a device allows no more guesses than anybody has. An account
    /// of another population than the door's is none: neither its policy nor its lock tells that it exists.
    fn verify_from(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        door: Door,
        login: &str,
        password: &str,
        browser: &Browser<'_>,
    ) -> Result<(Account, bool)> {
        let now = installation.clock().now();
        let (address, population) = (browser.address, browser.population);
        let login = login.trim();
        if let Some(time) = self.throttle.address(
            &format!("{} {address}", tenant.id()),
            now,
            self.settings.failures_per_address,
        ) {
            return Err(locked(time));
        }
        let small = login.to_lowercase();
        let (found, policy) = tenant.db().read(|conn| {
            let policy = Policy::read(conn, population)?;
            // Logins are commonly typed with a capital; one that is spelt exactly so comes first.
            let found = conn.query_one(
                &format!("SELECT {ACCOUNT} FROM {ACCOUNTS} WHERE u.login IN (?, ?) ORDER BY (u.login = ?) DESC LIMIT 1"),
                &[P::Text(login), P::Text(&small), P::Text(login)],
            )?;
            Ok::<_, Error>((found, policy))
        })?;
        let account = found.as_deref().and_then(Account::read).filter(|a| a.population == population);
        // An account without password is counted like a login that does not exist.
        let known = account.as_ref().filter(|a| a.hash.is_some());
        let own =
            self.own_device(tenant, known.map(|a| a.id), &browser.device.map(digest).unwrap_or_default())?;
        let until = match known {
            _ if own.is_some() => own.as_ref().and_then(|own| self.throttle.unknown(tenant.id(), own, now)),
            Some(account) => (account.locked_until > now).then(|| account.locked_until - now),
            None => self.throttle.unknown(tenant.id(), &small, now),
        };
        if let Some(time) = until {
            return Err(locked(time));
        }
        let right = self.hasher.verify(password, known.and_then(|a| a.hash.as_deref()));
        let replaced = match known {
            // Asked only about who knows the password: nobody else learns anything by the time.
            Some(account) if right && door == Door::Screen => replaced(installation, tenant, account)?,
            _ => false,
        };
        let usable = !replaced && known.is_some_and(|a| a.usable(installation));
        if right && usable {
            let account = account.ok_or_else(failed)?;
            if door == Door::Screen {
                self.require_confirmed(installation, tenant, &account, &policy)?;
                // A password that is too old must be changed like a first one (A4).
                if policy.renewal(account.changed_at).is_some_and(|at| now >= at) && !account.must_change {
                    tenant.db().write(|conn| {
                        conn.exec(
                            "UPDATE shared.credential SET must_change = 1 WHERE account = ?",
                            &[P::Int(account.id)],
                        )?;
                        Ok::<_, Error>(())
                    })?;
                    return Ok((Account { must_change: true, ..account }, own.is_some()));
                }
            }
            if let Some(own) = &own {
                self.throttle.forget(tenant.id(), own);
            }
            return Ok((account, own.is_some()));
        }
        let scope = Scope::new(installation, tenant, Actor::System, door);
        let (id, name) = known.map_or((None, String::new()), |a| (Some(a.id), a.told()));
        // Passwords are sometimes typed where the login belongs: what is no login is not written down.
        let counted = id.filter(|_| own.is_none());
        let counted = self.count_failure(&scope, counted, &name, address, "sign-in-failed")?;
        let failures = match id {
            _ if own.is_some() => {
                let own = own.unwrap_or_default();
                self.throttle.unknown_failed(tenant.id(), &own, now, policy.failures)
            }
            Some(_) => counted,
            None => self.throttle.unknown_failed(tenant.id(), &small, now, policy.failures),
        };
        if failures == policy.failures {
            // The owner is told by a job: the answer does the same work whether there is one or not.
            crate::link::tell_locked(&scope, id, &policy)?;
        }
        Err(failed())
    }

    /// Under which name failures of a device are counted, if the account has come in with it before; `device` is the digest of
    /// what the browser keeps. The same is asked where there is no account.
    pub(crate) fn own_device(
        &self,
        tenant: &Tenant,
        account: Option<i64>,
        device: &str,
    ) -> Result<Option<String>> {
        let account = account.unwrap_or_default();
        let row = tenant.db().read(|conn| {
            Ok::<_, Error>(conn.query_one(
                "SELECT 1 FROM shared.known_device WHERE account = ? AND device = ?",
                &[P::Int(account), P::Text(device)],
            )?)
        })?;
        Ok(row.map(|_| own_name(account, device)))
    }

    /// Forgives the failures of all devices of an account.
    pub(crate) fn open_devices(&self, tenant: &Tenant, account: i64) -> Result<()> {
        let rows = tenant.db().read(|conn| {
            Ok::<_, Error>(
                conn.query("SELECT device FROM shared.known_device WHERE account = ?", &[P::Int(account)])?,
            )
        })?;
        for device in rows.iter().filter_map(|r| r.first()) {
            let own = own_name(account, device.text());
            self.throttle.forget(tenant.id(), &own);
            self.throttle.forget(tenant.id(), &crate::factor::codes_of(&own));
        }
        Ok(())
    }

    /// Counts a failure of the account and of the address, in one write whether there is an account or not. How many it
    /// is for the account.
    pub(crate) fn count_failure(
        &self,
        scope: &Scope,
        account: Option<i64>,
        login: &str,
        address: &str,
        action: &str,
    ) -> Result<i64> {
        let now = scope.installation().clock().now();
        self.throttle.address_failed(&format!("{} {address}", scope.tenant().id()), now);
        scope.tenant().db().write(|conn| {
            let account = account.unwrap_or_default();
            let row = conn
                .query_one("SELECT failures FROM shared.credential WHERE account = ?", &[P::Int(account)])?;
            let failures = row.and_then(|r| r.first().map(Cell::int)).unwrap_or_default() + 1;
            let population = population_of(conn, account)?;
            let limit = Policy::read(conn, population)?.failures;
            let until = lock_time(failures, limit).map_or(P::Null, |time| P::Int(now + time));
            conn.exec(
                "UPDATE shared.credential SET failures = ?, locked_until = ? WHERE account = ?",
                &[P::Int(failures), until, P::Int(account)],
            )?;
            scope.log_activity_within(conn, action, address, login, "")?;
            Ok(failures)
        })
    }

    /// The session of a token, if it holds: not idle for too long, not too old, its account still usable. One query, and
    /// none where nobody has changed the tenant's shared data since the last one; the time of the last request is written at
    /// most once a minute.
    pub fn session(&self, installation: &Installation, tenant: &Tenant, token: &str) -> Result<Option<Live>> {
        let now = installation.clock().now();
        let id = digest(token);
        let row = tenant.db().remembered(&[Kind::Shared.name()], &format!("session {id}"), |conn| {
            Ok::<_, Error>(conn.query_one(
                &format!(
                    "SELECT {ACCOUNT}, s.csrf, s.seen_at, s.expires_at, COALESCE(s.idle, ?), COALESCE(s.method, ''),
                     s.provider, COALESCE(s.strong, 0), COALESCE(s.proved_at, s.created_at),
                     a.ground FROM {ACCOUNTS} JOIN shared.session s ON s.account = u.id
                     LEFT JOIN shared.acting a ON a.session = s.token WHERE s.token = ?"
                ),
                &[P::Int(self.settings.idle), P::Text(&id)],
            )?)
        })?;
        let Some(row) = &*row else { return Ok(None) };
        let (Some(account), Some([csrf, seen, expires, idle, method, provider, strong, proved, ground])) =
            (Account::read(row), row.get(ACCOUNT_COLUMNS..))
        else {
            return Ok(None);
        };
        if now >= expires.int() || now >= seen.int() + idle.int() || !account.usable(installation) {
            tenant.db().write(|conn| {
                conn.exec("DELETE FROM shared.session WHERE token = ?", &[P::Text(&id)])?;
                Ok::<_, Error>(())
            })?;
            return Ok(None);
        }
        if now >= seen.int() + SEEN {
            tenant.db().write(|conn| {
                conn.exec(
                    "UPDATE shared.session SET seen_at = ? WHERE token = ?",
                    &[P::Int(now), P::Text(&id)],
                )?;
                Ok::<_, Error>(())
            })?;
        }
        let (method, strong) = (Method::parse(method.text()), strong.int() == 1);
        Ok(Some(Live {
            actor: account.actor(),
            culture: account.culture(),
            population: account.population,
            csrf: csrf.text().to_string(),
            id,
            method,
            provider: Some(provider.text().to_string()).filter(|p| !p.is_empty()),
            // What was changed meanwhile counts at the next request: a password that somebody else set, a second factor
            // that was set up elsewhere, a role that asks for one.
            stage: Stage::of(&account, method, strong, false),
            strong,
            recent: now < proved.int() + RECENT,
            acting: Some(ground.text().to_string()).filter(|g| !g.is_empty()),
        }))
    }

    /// Ends the session of that digest ([`Live::id`]).
    pub fn sign_out(&self, scope: &Scope, session: &str, address: &str) -> Result<()> {
        scope.tenant().db().write(|conn| {
            conn.exec("DELETE FROM shared.session WHERE token = ?", &[P::Text(session)])?;
            scope.log_activity_within(conn, "sign-out", address, login(scope), "")
        })
    }

    /// Ends all sessions of an account: its owner's wish, or an administrator's whose right the caller has checked.
    pub fn sign_out_everywhere(&self, scope: &Scope, account: i64, address: &str) -> Result<()> {
        scope.tenant().db().write(|conn| {
            conn.exec("DELETE FROM shared.session WHERE account = ?", &[P::Int(account)])?;
            scope.log_activity_within(conn, "sign-out", address, login(scope), "everywhere")
        })
    }

    /// Unlocks an account before its time. Whether the scope may is the caller's question.
    ///
    /// # Errors
    /// `record.not_found`: the account has no password.
    pub fn unlock(&self, scope: &Scope, account: i64) -> Result<()> {
        self.open_devices(scope.tenant(), account)?;
        scope.tenant().db().write(|conn| {
            let touched = conn.exec(
                "UPDATE shared.credential SET failures = 0, locked_until = NULL WHERE account = ?",
                &[P::Int(account)],
            )?;
            if touched == 0 {
                return Err(Fault::new("record.not_found").with("object", "User").into());
            }
            Ok(())
        })
    }
}

/// How the application log names an account. A candidate's login is their address, which must not outlive them there (G9): the
/// log is never changed, so it has their number.
pub(crate) fn told(population: Population, account: i64, login: &str) -> String {
    match population {
        Population::Employees => login.to_string(),
        Population::Candidates => format!("candidate {account}"),
    }
}

/// Whether an account may come from a network address, and whether a second factor is asked for there (A1). The front office is open
/// to the Internet: ranges are for those who work here.
///
/// # Errors
/// `network.refused`.
pub(crate) fn may_come(tenant: &Tenant, population: Population, account: i64, address: &str) -> Result<bool> {
    match population {
        Population::Employees => tenant.may_come(Some(account), address),
        Population::Candidates => Ok(false),
    }
}

/// Login of the scope's user; empty for the program itself.
pub(crate) fn login(scope: &Scope) -> &str {
    match &scope.actor {
        Actor::User { login, .. } => login,
        Actor::System => "",
    }
}

/// No login is spelt so: it would have no line break.
fn own_name(account: i64, device: &str) -> String {
    format!("device\n{account}\n{device}")
}
