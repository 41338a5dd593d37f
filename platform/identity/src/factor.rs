//! Second factors (A6): an app that shows codes by time, recovery codes for the day when it is lost. No business object and no door reads these tables: a secret leaves once, to be put into the app.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use talang_catalogue::{Fault, Kind};
use talang_engine::{Actor, Change, Door, Error, Result, Scope};
use talang_store::{Cell, Conn, P, Place};

use crate::notices::{self, Notice};
use crate::policy::{Policy, population_of};
use crate::session::{Account, login};
use crate::throttle::lock_time;
use crate::totp::{self, base32, letter};
use crate::{Identity, Signed, admit, internal, locked, passkey};

/// Recovery codes of a set.
pub const RECOVERY_CODES: usize = 10;
/// For how long a secret that was shown can be confirmed, in microseconds.
const OFFER: i64 = 30 * 60_000_000;
/// Letters and figures of recovery codes: none that can be confused.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Letters of a recovery code: 60 bits.
const LENGTH: usize = 12;

/// An account's second factors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Factors {
    /// Since when it has an app, in microseconds since 1970.
    pub app: Option<i64>,
    /// Passkeys, where the company allows them.
    pub passkeys: i64,
    /// Recovery codes that were not used yet.
    pub codes: i64,
    /// The company asks for a second factor.
    pub required: bool,
}

impl Factors {
    /// There is a second factor.
    pub fn any(&self) -> bool {
        self.app.is_some() || self.passkeys > 0
    }
}

/// A secret for an app, not confirmed yet.
#[derive(Clone, PartialEq, Eq)]
pub struct AppOffer {
    /// To be typed in: Base 32, in groups of four.
    pub key: String,
    /// To be read by the app's camera: `otpauth://totp/…`.
    pub address: String,
}

/// What was shown to be let past.
enum Shown {
    App,
    Recovery,
}

impl Identity {
    /// The second factors of an account. Whether the scope may know is the caller's question.
    pub fn factors(&self, scope: &Scope, account: i64) -> Result<Factors> {
        scope.tenant().db().read(|conn| {
            let of = [P::Int(account)];
            let app = conn.query_one(
                "SELECT since FROM shared.second_factor WHERE account = ? AND secret IS NOT NULL",
                &of,
            )?;
            let codes = conn.query_one("SELECT COUNT(*) FROM shared.recovery_code WHERE account = ?", &of)?;
            let number = |row: Option<Vec<Cell>>| row.and_then(|r| r.first().map(Cell::int));
            let passkeys = conn.query_one("SELECT COUNT(*) FROM shared.passkey WHERE account = ?", &of)?;
            let passkeys = match passkey::allowed_to(conn, account)? {
                true => number(passkeys).unwrap_or_default(),
                false => 0,
            };
            let required = admit::read_account(conn, account)?.is_some_and(|a| a.required);
            Ok(Factors { app: number(app), passkeys, codes: number(codes).unwrap_or_default(), required })
        })
    }

    /// Makes a secret for an app of the scope's user, in place of one that was not confirmed. What is in use stays so until
    /// the new one is confirmed. `session` is the digest of the session that may confirm it.
    ///
    /// # Errors
    /// `sign_in.required`: nobody has signed in.
    pub fn offer_app(&self, scope: &Scope, session: &str) -> Result<()> {
        let account = me(scope)?;
        let now = scope.installation().clock().now();
        let secret: Vec<u8> = crate::random()?.into_iter().take(totp::SECRET).collect();
        scope.tenant().db().write(|conn| {
            let sealed = scope.tenant().db().vault().seal(Place::OfferedSecret, account, &secret)?;
            conn.exec(
                "INSERT INTO shared.second_factor_offer (account, secret, session, expires_at) VALUES (?, ?, ?, ?)
                 ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, session = excluded.session,
                 expires_at = excluded.expires_at",
                &[P::Int(account), P::Owned(sealed), P::Text(session), P::Int(now + OFFER)],
            )?;
            Ok(())
        })
    }

    /// The secret that was made for this session and not confirmed yet.
    pub fn offered_app(&self, scope: &Scope, session: &str) -> Result<Option<AppOffer>> {
        let Some(secret) = self.offered(scope, session)? else { return Ok(None) };
        let key = base32(&secret);
        let groups: Vec<String> =
            key.as_bytes().chunks(4).map(|c| String::from_utf8_lossy(c).into_owned()).collect();
        let encoded = |text: &str| talang_http::encode(text).replace('+', "%20");
        let issuer = encoded(scope.tenant().name());
        Ok(Some(AppOffer {
            address: format!(
                "otpauth://totp/{issuer}:{}?secret={key}&issuer={issuer}&algorithm=SHA1&digits=6&period=30",
                encoded(login(scope))
            ),
            key: groups.join(" "),
        }))
    }

    fn offered(&self, scope: &Scope, session: &str) -> Result<Option<Vec<u8>>> {
        let (account, now) = (me(scope)?, scope.installation().clock().now());
        let row = scope.tenant().db().read(|conn| {
            Ok::<_, Error>(conn.query_one(
                "SELECT secret FROM shared.second_factor_offer WHERE account = ? AND session = ? AND expires_at > ?",
                &[P::Int(account), P::Text(session), P::Int(now)],
            )?)
        })?;
        match row.as_ref().and_then(|r| r.first()) {
            Some(sealed) => {
                Ok(Some(scope.tenant().db().vault().open(Place::OfferedSecret, account, sealed.text())?))
            }
            None => Ok(None),
        }
    }

    /// The app shows a right code: from now on it is the user's second factor. With recovery codes, to be shown once, where
    /// there were none.
    ///
    /// # Errors
    /// `second_factor.expired`: there is no secret to confirm any more; `second_factor.wrong`.
    pub fn confirm_app(&self, scope: &Scope, session: &str, code: &str) -> Result<Vec<String>> {
        let (account, now) = (me(scope)?, scope.installation().clock().now());
        let Some(secret) = self.offered(scope, session)? else {
            return Err(Fault::new("second_factor.expired").into());
        };
        let wrong = || Error::from(Fault::new("second_factor.wrong").on("code"));
        let step = totp::step_of(&secret, &plain(code), now).ok_or_else(wrong)?;
        let fresh = self.fresh_codes(self.factors(scope, account)?.codes == 0)?;
        system(scope).change(Kind::Shared, |c| {
            let sealed = scope.tenant().db().vault().seal(Place::AppSecret, account, &secret)?;
            c.system().exec(
                "INSERT INTO shared.second_factor (account, secret, step, since) VALUES (?, ?, ?, ?)
                 ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, step = excluded.step,
                 since = excluded.since, failures = 0, locked_until = NULL",
                &[P::Int(account), P::Owned(sealed), P::Int(step), P::Int(now)],
            )?;
            c.system()
                .exec("DELETE FROM shared.second_factor_offer WHERE account = ?", &[P::Int(account)])?;
            self.added(c, scope, account, "app", &fresh)
        })?;
        Ok(fresh.codes)
    }

    /// What follows when a second factor was added, in the transaction that adds it: new recovery codes, a line in the log,
    /// a mail to the owner.
    pub(crate) fn added(
        &self,
        c: &mut Change<'_>,
        scope: &Scope,
        account: i64,
        what: &str,
        fresh: &Fresh,
    ) -> Result<()> {
        fresh.keep(c, account)?;
        scope.log_activity_within(c.system(), "factor-added", &scope.address, login(scope), what)?;
        tell(c, account, "factor-added", Vec::new())
    }

    /// New recovery codes of the scope's user; the former ones end. They are told once.
    ///
    /// # Errors
    /// `second_factor.none`: there is no second factor that they could stand in for.
    pub fn new_recovery_codes(&self, scope: &Scope) -> Result<Vec<String>> {
        let account = me(scope)?;
        if !self.factors(scope, account)?.any() {
            return Err(Fault::new("second_factor.none").into());
        }
        let fresh = self.fresh_codes(true)?;
        system(scope).change(Kind::Shared, |c| {
            fresh.keep(c, account)?;
            scope.log_activity_within(
                c.system(),
                "factor-added",
                &scope.address,
                login(scope),
                "recovery-codes",
            )?;
            tell(c, account, "factor-added", Vec::new())
        })?;
        Ok(fresh.codes)
    }

    /// A set of recovery codes with what is kept of them; an empty one where none is wanted.
    pub(crate) fn fresh_codes(&self, wanted: bool) -> Result<Fresh> {
        let salt = crate::random()?;
        let mut fresh = Fresh { salt: STANDARD.encode(salt), ..Fresh::default() };
        for _ in 0..if wanted { RECOVERY_CODES } else { 0 } {
            let random = crate::random()?;
            let code: String =
                random.iter().take(LENGTH).map(|byte| letter(LETTERS, u32::from(*byte))).collect();
            fresh.hashes.push(self.hasher.derive(&code, &salt)?);
            let groups: Vec<&str> = [0..4, 4..8, 8..12].into_iter().filter_map(|r| code.get(r)).collect();
            fresh.codes.push(groups.join("-"));
        }
        Ok(fresh)
    }

    /// The scope's user does without an app.
    ///
    /// # Errors
    /// `second_factor.required`: the company asks for a second factor and there is no other.
    pub fn remove_app(&self, scope: &Scope) -> Result<()> {
        let account = me(scope)?;
        system(scope).change(Kind::Shared, |c| {
            c.system().exec(
                "UPDATE shared.second_factor SET secret = NULL, since = NULL WHERE account = ?",
                &[P::Int(account)],
            )?;
            self.removed(c, scope, account, "app")
        })
    }

    /// What follows when a second factor was removed, in the transaction that removes it.
    pub(crate) fn removed(&self, c: &mut Change<'_>, scope: &Scope, account: i64, what: &str) -> Result<()> {
        let left = admit::read_account(c.system(), account)?;
        if let Some(left) = left.filter(|a: &Account| !a.factor) {
            if left.required {
                return Err(Fault::new("second_factor.required").into());
            }
            // Recovery codes stand in for something.
            c.system().exec("DELETE FROM shared.recovery_code WHERE account = ?", &[P::Int(account)])?;
        }
        scope.log_activity_within(c.system(), "factor-removed", &scope.address, login(scope), what)?;
        tell(c, account, "factor-removed", Vec::new())
    }

    /// Takes all second factors of an account away, for those who look after accounts: its owner has lost them. Its
    /// sessions end. Whether the scope may is the caller's question.
    ///
    /// # Errors
    /// `second_factor.none`.
    pub fn reset_factors(&self, scope: &Scope, account: i64) -> Result<()> {
        system(scope).change(Kind::Shared, |c| {
            let had = admit::read_account(c.system(), account)?.is_some_and(|a| a.factor);
            if !had {
                return Err(Fault::new("second_factor.none").into());
            }
            for table in ["second_factor", "second_factor_offer", "recovery_code", "passkey", "session"] {
                let sql = format!("DELETE FROM shared.{table} WHERE account = ?");
                c.system().exec(&sql, &[P::Int(account)])?;
            }
            let detail = format!("User {account}");
            scope.log_activity_within(c.system(), "factor-reset", &scope.address, "", &detail)?;
            tell(c, account, "factor-reset", Vec::new())
        })
    }

    /// The scope's user, who has shown their first factor or says again who they are, shows a code of the app or a recovery
    /// code. The session goes on under a new token, at the stage that it is now due.
    ///
    /// # Errors
    /// `second_factor.wrong`, also for a code that was used already; `sign_in.locked` when it was wrong too often.
    pub fn show_code(&self, scope: &Scope, session: &str, code: &str) -> Result<Signed> {
        let account = me(scope)?;
        let own = self.own_browser(scope, account, session)?;
        self.factor_locked(scope, account, own.as_deref())?;
        let shown = self.check_code(scope, account, &plain(code), own.as_deref())?;
        let Some(shown) = shown else {
            self.factor_failed(scope, account, own.as_deref())?;
            return Err(Fault::new("second_factor.wrong").on("code").into());
        };
        let what = match shown {
            Shown::App => "app",
            Shown::Recovery => "recovery-code",
        };
        system(scope).change(Kind::Shared, |c| {
            scope.log_activity_within(c.system(), "second-factor", &scope.address, login(scope), what)?;
            if matches!(shown, Shown::Recovery) {
                tell(c, account, "recovery-used", Vec::new())?;
            }
            Ok(())
        })?;
        self.renew(scope, session, true)
    }

    /// Under which name wrong codes are counted that come from a browser with which the account has come in before: a stranger
    /// who knows the password shall not lock its owner out of their codes.
    fn own_browser(&self, scope: &Scope, account: i64, session: &str) -> Result<Option<String>> {
        let row = scope.tenant().db().read(|conn| {
            Ok::<_, Error>(conn.query_one(
                "SELECT COALESCE(device, '') FROM shared.session WHERE token = ?",
                &[P::Text(session)],
            )?)
        })?;
        let device = row.and_then(|r| r.first().map(|c| c.text().to_string())).unwrap_or_default();
        Ok(self.own_device(scope.tenant(), Some(account), &device)?.map(|own| codes_of(&own)))
    }

    /// What the code is, if it is right; it is used up in the same moment. Failures are forgiven where it was shown: those of
    /// `own` browsers, or those of strangers.
    fn check_code(
        &self,
        scope: &Scope,
        account: i64,
        code: &str,
        own: Option<&str>,
    ) -> Result<Option<Shown>> {
        let now = scope.installation().clock().now();
        let row = scope.tenant().db().read(|conn| {
            Ok::<_, Error>(conn.query_one(
                "SELECT COALESCE(secret, ''), COALESCE(salt, '') FROM shared.second_factor WHERE account = ?",
                &[P::Int(account)],
            )?)
        })?;
        let Some([secret, salt]) = row.as_deref() else { return Ok(None) };
        let secret = match secret.text() {
            "" => Vec::new(),
            sealed => scope.tenant().db().vault().open(Place::AppSecret, account, sealed)?,
        };
        let salt = STANDARD.decode(salt.text()).unwrap_or_default();
        let figures = code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit());
        let used = match figures {
            true if secret.len() == totp::SECRET => {
                let Some(step) = totp::step_of(&secret, code, now) else { return Ok(None) };
                // RFC 6238 section 5.2: a code is accepted once. Of two who show it at the same time one is late.
                scope.tenant().db().write(|conn| {
                    let used = conn.exec(
                        "UPDATE shared.second_factor SET step = ? WHERE account = ? AND step < ?",
                        &[P::Int(step), P::Int(account), P::Int(step)],
                    )?;
                    forgive(conn, account, used > 0 && own.is_none())?;
                    Ok::<_, Error>(used)
                })?
            }
            false if code.len() == LENGTH && !salt.is_empty() => {
                let hash = self.hasher.derive(code, &salt)?;
                scope.tenant().db().write(|conn| {
                    let used = conn.exec(
                        "DELETE FROM shared.recovery_code WHERE account = ? AND hash = ?",
                        &[P::Int(account), P::Owned(hash.clone())],
                    )?;
                    forgive(conn, account, used > 0 && own.is_none())?;
                    Ok::<_, Error>(used)
                })?
            }
            _ => 0,
        };
        if let (Some(own), true) = (own, used > 0) {
            self.throttle.forget(scope.tenant().id(), own);
        }
        Ok((used > 0).then_some(if figures { Shown::App } else { Shown::Recovery }))
    }

    /// Refuses an account, and a source, that showed too many wrong second factors.
    ///
    /// # Errors
    /// `sign_in.locked`.
    fn factor_locked(&self, scope: &Scope, account: i64, own: Option<&str>) -> Result<()> {
        let now = scope.installation().clock().now();
        let source = format!("{} {}", scope.tenant().id(), scope.address);
        if let Some(time) = self.throttle.address(&source, now, self.settings.failures_per_address) {
            return Err(locked(time));
        }
        if let Some(own) = own {
            return match self.throttle.unknown(scope.tenant().id(), own, now) {
                Some(time) => Err(locked(time)),
                None => Ok(()),
            };
        }
        let row = scope.tenant().db().read(|conn| {
            Ok::<_, Error>(conn.query_one(
                "SELECT locked_until FROM shared.second_factor WHERE account = ?",
                &[P::Int(account)],
            )?)
        })?;
        match row.and_then(|r| r.first().and_then(Cell::opt_int)) {
            Some(until) if until > now => Err(locked(until - now)),
            _ => Ok(()),
        }
    }

    /// Counts a wrong second factor of the account and of the source. Apart from wrong passwords: whoever knows the password
    /// must not be able to set this count back with it.
    fn factor_failed(&self, scope: &Scope, account: i64, own: Option<&str>) -> Result<()> {
        let now = scope.installation().clock().now();
        self.throttle.address_failed(&format!("{} {}", scope.tenant().id(), scope.address), now);
        system(scope).change(Kind::Shared, |c| {
            let conn = c.system();
            let population = population_of(conn, account)?;
            let limit = Policy::read(conn, population)?.failures;
            let failures = match own {
                Some(own) => self.throttle.unknown_failed(scope.tenant().id(), own, now, limit),
                None => {
                    let row = conn.query_one(
                        "SELECT failures FROM shared.second_factor WHERE account = ?",
                        &[P::Int(account)],
                    )?;
                    let failures = row.and_then(|r| r.first().map(Cell::int)).unwrap_or_default() + 1;
                    let until = lock_time(failures, limit).map_or(P::Null, |time| P::Int(now + time));
                    conn.exec(
                        "UPDATE shared.second_factor SET failures = ?, locked_until = ? WHERE account = ?",
                        &[P::Int(failures), until, P::Int(account)],
                    )?;
                    failures
                }
            };
            scope.log_activity_within(conn, "second-factor-failed", &scope.address, login(scope), "")?;
            // Whoever guesses codes knows the password (ASVS 5.0 V6.3.5).
            match failures == limit {
                true => tell(c, account, "factor-guessed", vec![("address", scope.address.clone())]),
                false => Ok(()),
            }
        })
    }
}

/// Forgives the wrong codes of strangers.
fn forgive(conn: &mut Conn, account: i64, really: bool) -> Result<()> {
    if really {
        conn.exec(
            "UPDATE shared.second_factor SET failures = 0, locked_until = NULL WHERE account = ?",
            &[P::Int(account)],
        )?;
    }
    Ok(())
}

/// Codes are counted apart from passwords: whoever knows the password must not be able to set their count back with it.
pub(crate) fn codes_of(own: &str) -> String {
    format!("codes\n{own}")
}

/// New recovery codes: as they are told, and as they are kept.
#[derive(Default)]
pub(crate) struct Fresh {
    pub codes: Vec<String>,
    hashes: Vec<String>,
    salt: String,
}

impl Fresh {
    /// Keeps them in place of the former ones; does nothing where none were wanted.
    fn keep(&self, c: &mut Change<'_>, account: i64) -> Result<()> {
        if self.hashes.is_empty() {
            return Ok(());
        }
        let conn = c.system();
        conn.exec(
            "INSERT INTO shared.second_factor (account, salt) VALUES (?, ?)
             ON CONFLICT (account) DO UPDATE SET salt = excluded.salt",
            &[P::Int(account), P::Text(&self.salt)],
        )?;
        conn.exec("DELETE FROM shared.recovery_code WHERE account = ?", &[P::Int(account)])?;
        for hash in &self.hashes {
            conn.exec(
                "INSERT INTO shared.recovery_code (account, hash) VALUES (?, ?)",
                &[P::Int(account), P::Text(hash)],
            )?;
        }
        Ok(())
    }
}

/// What people type, without spaces and dashes.
fn plain(code: &str) -> String {
    code.chars().filter(|c| !c.is_whitespace() && *c != '-').take(64).collect::<String>().to_ascii_lowercase()
}

/// Tells the owner of an account what happened to its second factors.
fn tell(
    c: &mut Change<'_>,
    account: i64,
    template: &'static str,
    mut arguments: Vec<(&'static str, String)>,
) -> Result<()> {
    let now = c.scope().installation().clock().now();
    let notice = Notice::of(c, account)?.ok_or_else(internal)?;
    let when = notices::moment(notice.culture, now);
    arguments.push(("when", when));
    notice.send(c, template, arguments, None)
}

/// Row number of the scope's user.
pub(crate) fn me(scope: &Scope) -> Result<i64> {
    scope.actor.id().ok_or_else(|| Fault::new("sign_in.required").into())
}

/// What is the program's own to write, whoever asked for it.
pub(crate) fn system(scope: &Scope) -> Scope {
    Scope::new(scope.installation(), scope.tenant(), Actor::System, Door::Screen)
}
