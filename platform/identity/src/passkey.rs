//! Passkeys (A6): the ceremonies of `talang-webauthn`, with the questions that are asked and the public keys that are kept.
//! No business object and no door reads these tables.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use talang_catalogue::{Choice, Fault, Kind};
use talang_engine::{Error, Installation, Result, Scope, Tenant};
use talang_http::Request;
use talang_store::{Cell, Conn, P};
use talang_webauthn::{Assertion, Kept, Known, Person, PublicKey, Refusal, RelyingParty, Used, Verification};

use crate::admit::{Browser, Method, Proof, read_account};
use crate::factor::{me, system};
use crate::policy::population_of;
use crate::session::{login, replaced};
use crate::{Identity, Population, Signed, internal, locked};

/// For how long a question can be answered, in seconds.
pub const PASSKEY_SECONDS: u32 = 300;
/// Passkeys of an account at most: more are nobody's, and each is a way in.
pub const MOST_PASSKEYS: i64 = 20;
/// Letters of a passkey's name at most.
pub const LONGEST_PASSKEY_NAME: usize = 60;

/// Where a browser is: passkeys are bound to the host, their answers to the whole origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    host: String,
    origin: String,
}

impl Site {
    /// The site of a request whose host is a tenant's. None where no browser offers passkeys: at numbers, and without TLS
    /// (Web Authentication Level 3 section 5.4.2; Secure Contexts section 3.1).
    pub fn of(request: &Request) -> Option<Site> {
        let host = request.header("host")?.to_ascii_lowercase();
        let (scheme, usual) = if request.https { ("https", ":443") } else { ("http", ":80") };
        let host = host.strip_suffix(usual).unwrap_or(&host).to_string();
        let name = host.split(':').next().unwrap_or_default().to_string();
        let local = name == "localhost" || name.ends_with(".localhost");
        let fine = !name.is_empty() && !host.starts_with('[') && name.parse::<IpAddr>().is_err();
        (fine && (request.https || local)).then(|| Site { origin: format!("{scheme}://{host}"), host: name })
    }

    /// Its host, without port.
    pub fn host(&self) -> &str {
        &self.host
    }

    fn party(&self) -> RelyingParty<'_> {
        RelyingParty { id: &self.host, origin: &self.origin }
    }
}

/// A passkey of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Row number.
    pub id: i64,
    /// As its owner calls it.
    pub name: String,
    /// The host it is for.
    pub host: String,
    /// When it was made, in microseconds since 1970.
    pub since: i64,
    /// When it was used last.
    pub used: Option<i64>,
    /// Kept in several places by the maker of the device or a password manager.
    pub backed_up: bool,
}

/// What a question is about: its answer counts for nothing else.
#[derive(Clone, Copy)]
enum About {
    SignIn,
    Add,
    Show,
}

impl About {
    fn name(self) -> &'static str {
        match self {
            About::SignIn => "sign-in",
            About::Add => "add",
            About::Show => "show",
        }
    }
}

/// Questions that were answered: digest → when it ends anyway.
#[derive(Default)]
pub(crate) struct Answered(Mutex<HashMap<[u8; 32], i64>>);

/// Bytes of a question: random ones, its end, and what proves that it is ours.
const RANDOM: usize = 16;
const TIME: usize = 8;
const PROOF: usize = 32;

/// A passkey as it is checked.
struct Row {
    id: i64,
    account: i64,
    key: PublicKey,
    counter: u32,
    backup_eligible: bool,
    handle: Vec<u8>,
}

/// Why an answer does not count.
enum Wrong {
    /// Its time is over, or it was given before.
    Expired,
    /// For the log.
    Refused(&'static str),
    /// The store, or this program.
    Error(Error),
}

impl From<Error> for Wrong {
    fn from(error: Error) -> Wrong {
        Wrong::Error(error)
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Wrong {
        Wrong::Refused(refusal.name())
    }
}

impl Identity {
    /// Whether the tenant lets a population use passkeys.
    pub fn passkeys_allowed(&self, tenant: &Tenant, population: Population) -> Result<bool> {
        tenant.db().read(|conn| allowed(conn, population))
    }

    /// Whether the sign-in page of employees offers passkeys: they are allowed, and somebody has one for this host.
    pub fn passkeys_offered(&self, tenant: &Tenant, site: &Site) -> Result<bool> {
        tenant.db().read(|conn| {
            let one = conn
                .query_one("SELECT 1 FROM shared.passkey WHERE host = ? LIMIT 1", &[P::Text(&site.host)])?;
            Ok(one.is_some() && allowed(conn, Population::Employees)?)
        })
    }

    /// The passkeys of an account, the oldest first. Whether the scope may know is the caller's question.
    pub fn passkeys(&self, scope: &Scope, account: i64) -> Result<Vec<Passkey>> {
        let rows = scope.tenant().db().read(|conn| {
            Ok::<_, Error>(conn.query(
                "SELECT id, name, host, created_at, used_at, backed_up FROM shared.passkey WHERE account = ? ORDER BY id",
                &[P::Int(account)],
            )?)
        })?;
        Ok(rows
            .iter()
            .filter_map(|row| match row.as_slice() {
                [id, name, host, since, used, backed_up] => Some(Passkey {
                    id: id.int(),
                    name: name.text().to_string(),
                    host: host.text().to_string(),
                    since: since.int(),
                    used: used.opt_int(),
                    backed_up: backed_up.int() == 1,
                }),
                _ => None,
            })
            .collect())
    }

    /// Asks the browser of the scope's user for a new passkey: the options of `navigator.credentials.create`. `session`:
    /// the digest of the session that may answer.
    ///
    /// # Errors
    /// `passkey.not_allowed`; `passkey.too_many`.
    pub fn ask_new_passkey(&self, scope: &Scope, site: &Site, session: &str) -> Result<serde_json::Value> {
        let account = me(scope)?;
        let challenge = self.ask(scope, About::Add, session)?;
        let fresh = URL_SAFE_NO_PAD.encode(crate::random()?);
        let (handle, known) = scope.tenant().db().write(|conn| {
            may_add(conn, account)?;
            conn.exec(
                "INSERT INTO shared.passkey_handle (account, handle) VALUES (?, ?) ON CONFLICT (account) DO NOTHING",
                &[P::Int(account), P::Text(&fresh)],
            )?;
            let row = conn.query_one(
                "SELECT handle FROM shared.passkey_handle WHERE account = ?",
                &[P::Int(account)],
            )?;
            let handle = row.and_then(|r| r.first().map(|c| c.text().to_string())).unwrap_or_default();
            Ok::<_, Error>((decoded(&handle), known(conn, account, site)?))
        })?;
        let login = login(scope);
        let person = Person { handle: &handle, login, name: login };
        Ok(talang_webauthn::creation_options(
            site.party(),
            scope.tenant().name(),
            person,
            &challenge,
            &known,
            PASSKEY_SECONDS,
        ))
    }

    /// The browser brings the new passkey: from now on it is a second factor of the scope's user and, where it verifies its
    /// owner, opens the account by itself. With recovery codes, to be shown once, where there were none.
    ///
    /// # Errors
    /// `passkey.failed`, `passkey.expired`; `passkey.known`; as [`Identity::ask_new_passkey`].
    pub fn add_passkey(
        &self,
        scope: &Scope,
        site: &Site,
        session: &str,
        name: &str,
        answer: &str,
    ) -> Result<Vec<String>> {
        let account = me(scope)?;
        let made = self.answered(scope, About::Add, session, answer).and_then(|challenge| {
            Ok(talang_webauthn::register(
                site.party(),
                &challenge,
                answer.as_bytes(),
                Verification::Preferred,
            )?)
        });
        let made = match made {
            Ok(made) => made,
            Err(wrong) => return Err(self.refuse(scope, "second-factor-failed", wrong)?),
        };
        let fresh = self.fresh_codes(self.factors(scope, account)?.codes == 0)?;
        let now = scope.installation().clock().now();
        let credential = URL_SAFE_NO_PAD.encode(&made.id);
        system(scope).change(Kind::Shared, |c| {
            may_add(c.system(), account)?;
            let taken = c
                .system()
                .query_one("SELECT 1 FROM shared.passkey WHERE credential = ?", &[P::Text(&credential)])?;
            if taken.is_some() {
                return Err(Fault::new("passkey.known").into());
            }
            c.system().exec(
                "INSERT INTO shared.passkey (credential, account, host, public_key, counter, transports, backup_eligible,
                 backed_up, name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                &[
                    P::Text(&credential),
                    P::Int(account),
                    P::Text(&site.host),
                    P::Owned(URL_SAFE_NO_PAD.encode(made.key.bytes())),
                    P::Int(i64::from(made.counter)),
                    P::Owned(made.transports.join(" ")),
                    P::Int(i64::from(made.backup_eligible)),
                    P::Int(i64::from(made.backed_up)),
                    P::Owned(tidy(name)),
                    P::Int(now),
                ],
            )?;
            self.added(c, scope, account, "passkey", &fresh)
        })?;
        Ok(fresh.codes)
    }

    /// Gives a passkey of the scope's user another name.
    ///
    /// # Errors
    /// `value.mandatory`: an empty name; `record.not_found`: it is not theirs.
    pub fn rename_passkey(&self, scope: &Scope, id: i64, name: &str) -> Result<()> {
        let (account, name) = (me(scope)?, tidy(name));
        if name.is_empty() {
            return Err(Fault::new("value.mandatory").on("name").into());
        }
        let renamed = scope.tenant().db().write(|conn| {
            Ok::<_, Error>(conn.exec(
                "UPDATE shared.passkey SET name = ? WHERE id = ? AND account = ?",
                &[P::Text(&name), P::Int(id), P::Int(account)],
            )?)
        })?;
        if renamed == 0 { Err(absent()) } else { Ok(()) }
    }

    /// The scope's user does without a passkey.
    ///
    /// # Errors
    /// `record.not_found`: it is not theirs; `second_factor.required`: the company asks for a second factor and there is no
    /// other.
    pub fn remove_passkey(&self, scope: &Scope, id: i64) -> Result<()> {
        let account = me(scope)?;
        system(scope).change(Kind::Shared, |c| {
            let removed = c.system().exec(
                "DELETE FROM shared.passkey WHERE id = ? AND account = ?",
                &[P::Int(id), P::Int(account)],
            )?;
            if removed == 0 {
                return Err(absent());
            }
            self.removed(c, scope, account, "passkey")
        })
    }

    /// Asks a browser of which nobody knows yet whose it is: the options of `navigator.credentials.get`, and what it keeps in
    /// its cookie meanwhile, because the same browser must answer. `browser`: what it keeps already; `population`: at whose door.
    ///
    /// # Errors
    /// `passkey.not_allowed`.
    pub fn ask_to_sign_in(
        &self,
        scope: &Scope,
        site: &Site,
        browser: Option<&str>,
        population: Population,
    ) -> Result<(serde_json::Value, String)> {
        if !self.passkeys_allowed(scope.tenant(), population)? {
            return Err(Fault::new("passkey.not_allowed").into());
        }
        // What a browser keeps is taken only as it is given: 256 random bits.
        let browser = match browser.filter(|b| b.len() == 43) {
            Some(browser) => browser.to_string(),
            None => crate::random_token()?,
        };
        let challenge = self.ask(scope, About::SignIn, &browser)?;
        let required = Verification::Required;
        let question =
            talang_webauthn::request_options(site.party(), &challenge, &[], required, PASSKEY_SECONDS);
        Ok((question, browser))
    }

    /// Signs in with a passkey that verified its owner: both factors in one, and no login is asked for. Whatever is wrong
    /// with it, the answer is the same, and so it is for accounts that may not be used. Locks after wrong passwords do not
    /// count here: whoever guesses passwords must not keep out the owner of a key.
    ///
    /// # Errors
    /// `passkey.failed`; `passkey.expired`: the question is too old; `sign_in.locked` after too many failures from the address.
    pub fn sign_in_by_passkey(
        &self,
        scope: &Scope,
        site: &Site,
        holder: &str,
        answer: &str,
        browser: &Browser<'_>,
    ) -> Result<Signed> {
        self.address_locked(scope)?;
        let signed = self.begin_by_passkey(scope, site, holder, answer, browser);
        match signed {
            Ok(signed) => Ok(signed),
            Err(wrong) => Err(self.refuse(scope, "sign-in-failed", wrong)?),
        }
    }

    fn begin_by_passkey(
        &self,
        scope: &Scope,
        site: &Site,
        holder: &str,
        answer: &str,
        browser: &Browser<'_>,
    ) -> std::result::Result<Signed, Wrong> {
        let (installation, tenant): (&Arc<Installation>, &Arc<Tenant>) =
            (scope.installation(), scope.tenant());
        let challenge = self.answered(scope, About::SignIn, holder, answer)?;
        let (row, used) = check(scope, site, &challenge, answer, Verification::Required, None)?;
        let account = tenant.db().read(|conn| read_account(conn, row.account))?;
        let account = account.filter(|a| a.usable(installation)).ok_or(Wrong::Refused("account"))?;
        if replaced(installation, tenant, &account)? {
            return Err(Wrong::Refused("replaced"));
        }
        let asked = tenant.may_come(Some(account.id), browser.address)?;
        let proof = Proof { strong: true, ..Proof::of(account.id, Method::Passkey) };
        let now = installation.clock().now();
        let begun = system(scope).change(Kind::Shared, |c| match keep_use(c.system(), &row, used, now)? {
            true => self.begin(c, &proof, browser, asked),
            false => Ok(None),
        })?;
        begun.ok_or(Wrong::Refused("account"))
    }

    /// Asks the browser of the scope's user, who is known already, for one of their passkeys.
    ///
    /// # Errors
    /// `passkey.not_allowed`; `second_factor.none`: they have none for this host.
    pub fn ask_for_passkey(&self, scope: &Scope, site: &Site, session: &str) -> Result<serde_json::Value> {
        let account = me(scope)?;
        let challenge = self.ask(scope, About::Show, session)?;
        let known = scope.tenant().db().read(|conn| {
            if !allowed_to(conn, account)? {
                return Err(Fault::new("passkey.not_allowed").into());
            }
            known(conn, account, site)
        })?;
        if known.is_empty() {
            return Err(Fault::new("second_factor.none").into());
        }
        let preferred = Verification::Preferred;
        Ok(talang_webauthn::request_options(site.party(), &challenge, &known, preferred, PASSKEY_SECONDS))
    }

    /// The scope's user, who has shown their first factor or says again who they are, shows a passkey. The session goes on
    /// under a new token, at the stage that it is now due.
    ///
    /// # Errors
    /// `passkey.failed`, `passkey.expired`; `sign_in.locked` after too many failures from the address.
    pub fn show_passkey(&self, scope: &Scope, site: &Site, session: &str, answer: &str) -> Result<Signed> {
        let account = me(scope)?;
        self.address_locked(scope)?;
        let shown = self.answered(scope, About::Show, session, answer).and_then(|challenge| {
            check(scope, site, &challenge, answer, Verification::Preferred, Some(account))
        });
        let (row, used) = match shown {
            Ok(shown) => shown,
            Err(wrong) => return Err(self.refuse(scope, "second-factor-failed", wrong)?),
        };
        let now = scope.installation().clock().now();
        let kept = scope.tenant().db().write(|conn| {
            let kept = keep_use(conn, &row, used, now)?;
            if kept {
                scope.log_activity_within(conn, "second-factor", &scope.address, login(scope), "passkey")?;
            }
            Ok::<_, Error>(kept)
        })?;
        match kept {
            true => self.renew(scope, session, true),
            false => Err(self.refuse(scope, "second-factor-failed", Wrong::Refused("counter"))?),
        }
    }

    /// A question: 128 random bits, its end, and a code over these with what it is about and who may answer. Nothing is kept
    /// until it is answered, so that nobody can fill the memory by asking.
    fn ask(&self, scope: &Scope, about: About, holder: &str) -> Result<Vec<u8>> {
        let until = scope.installation().clock().now() + i64::from(PASSKEY_SECONDS) * 1_000_000;
        let mut question: Vec<u8> = crate::random()?.into_iter().take(RANDOM).collect();
        question.extend(until.to_be_bytes());
        let proof = self.question(scope, about, holder, &question)?.finalize().into_bytes();
        question.extend(proof);
        Ok(question)
    }

    fn question(&self, scope: &Scope, about: About, holder: &str, question: &[u8]) -> Result<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.secret).map_err(|_| internal())?;
        for part in ["passkey", scope.tenant().id().as_str(), about.name(), holder] {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        mac.update(question);
        Ok(mac)
    }

    /// The question that an answer is to, if it was asked here, of this browser, about this, not too long ago, and was not
    /// answered before, rightly or wrongly.
    fn answered(
        &self,
        scope: &Scope,
        about: About,
        holder: &str,
        answer: &str,
    ) -> std::result::Result<Vec<u8>, Wrong> {
        let challenge = talang_webauthn::challenge_of(answer.as_bytes())?;
        let ours = challenge
            .split_at_checked(RANDOM + TIME)
            .filter(|(_, proof)| proof.len() == PROOF && !holder.is_empty())
            .ok_or(Wrong::from(Refusal::Challenge))?;
        let (question, proof) = ours;
        let mac = self.question(scope, about, holder, question)?;
        mac.verify_slice(proof).map_err(|_| Wrong::from(Refusal::Challenge))?;
        let until = question.get(RANDOM..).and_then(|b| b.try_into().ok()).map_or(0, i64::from_be_bytes);
        let now = scope.installation().clock().now();
        let digest: [u8; 32] = proof.try_into().map_err(|_| Wrong::from(Refusal::Challenge))?;
        if now >= until || !self.answered.first(digest, until, now) {
            return Err(Wrong::Expired);
        }
        Ok(challenge)
    }

    /// What is told of a wrong answer: that it failed, and no more; the log gets the reason.
    fn refuse(&self, scope: &Scope, action: &'static str, wrong: Wrong) -> Result<Error> {
        let reason = match wrong {
            Wrong::Error(error) => return Ok(error),
            Wrong::Expired => return Ok(Fault::new("passkey.expired").into()),
            Wrong::Refused(reason) => reason,
        };
        let now = scope.installation().clock().now();
        self.throttle.address_failed(&source(scope), now);
        scope.log_activity(action, &scope.address, login(scope), &format!("passkey: {reason}"))?;
        Ok(Fault::new("passkey.failed").into())
    }

    fn address_locked(&self, scope: &Scope) -> Result<()> {
        let now = scope.installation().clock().now();
        let time = self.throttle.address(&source(scope), now, self.settings.failures_per_address);
        time.map_or(Ok(()), |time| Err(locked(time)))
    }
}

impl Answered {
    /// Notes the question; whether it was not there.
    fn first(&self, question: [u8; 32], until: i64, now: i64) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= 1024 {
            all.retain(|_, until| now < *until);
        }
        all.insert(question, until).is_none()
    }
}

/// Source of failures, as the throttle counts them.
fn source(scope: &Scope) -> String {
    format!("{} {}", scope.tenant().id(), scope.address)
}

fn absent() -> Error {
    Fault::new("record.not_found").with("object", "").into()
}

fn decoded(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).unwrap_or_default()
}

/// A name as it is kept: one line, not too long.
fn tidy(name: &str) -> String {
    let words: Vec<&str> =
        name.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    words.join(" ").chars().take(LONGEST_PASSKEY_NAME).collect()
}

/// Whether the company lets a population use passkeys.
fn allowed(conn: &mut Conn, population: Population) -> Result<bool> {
    let refused = conn.query_one(
        "SELECT 1 FROM shared.password_policy WHERE population = ? AND passkeys_refused = 1",
        &[P::Text(population.code())],
    )?;
    Ok(refused.is_none())
}

/// The same of an account.
pub(crate) fn allowed_to(conn: &mut Conn, account: i64) -> Result<bool> {
    let population = population_of(conn, account)?;
    allowed(conn, population)
}

/// Whether the account may have one more.
fn may_add(conn: &mut Conn, account: i64) -> Result<()> {
    if !allowed_to(conn, account)? {
        return Err(Fault::new("passkey.not_allowed").into());
    }
    let count =
        conn.query_one("SELECT COUNT(*) FROM shared.passkey WHERE account = ?", &[P::Int(account)])?;
    if count.and_then(|r| r.first().map(Cell::int)).unwrap_or_default() >= MOST_PASSKEYS {
        return Err(Fault::new("passkey.too_many").with("max", MOST_PASSKEYS).into());
    }
    Ok(())
}

/// The account's passkeys for a host, as browsers are told of them.
fn known(conn: &mut Conn, account: i64, site: &Site) -> Result<Vec<Known>> {
    let rows = conn.query(
        "SELECT credential, transports FROM shared.passkey WHERE account = ? AND host = ? ORDER BY id",
        &[P::Int(account), P::Text(&site.host)],
    )?;
    Ok(rows
        .iter()
        .filter_map(|row| match row.as_slice() {
            [credential, transports] => Some(Known {
                id: decoded(credential.text()),
                transports: transports.text().split_whitespace().map(str::to_string).collect(),
            }),
            _ => None,
        })
        .collect())
}

/// Checks an answer with the key that is kept. `account`: whose it must be.
fn check(
    scope: &Scope,
    site: &Site,
    challenge: &[u8],
    answer: &str,
    verification: Verification,
    account: Option<i64>,
) -> std::result::Result<(Row, Used), Wrong> {
    let assertion = Assertion::read(answer.as_bytes())?;
    let credential = URL_SAFE_NO_PAD.encode(&assertion.id);
    let row = scope.tenant().db().read(|conn| {
        let row = conn.query_one(
            "SELECT p.id, p.account, p.public_key, p.counter, p.backup_eligible, h.handle FROM shared.passkey p
             JOIN shared.passkey_handle h ON h.account = p.account WHERE p.credential = ? AND p.host = ?",
            &[P::Text(&credential), P::Text(&site.host)],
        )?;
        let may = match row.as_ref().and_then(|r| r.get(1)) {
            Some(owner) => allowed_to(conn, owner.int())?,
            None => false,
        };
        Ok::<_, Error>(row.filter(|_| may))
    })?;
    let row = match row.as_deref() {
        Some([id, owner, key, counter, backup, handle]) => Row {
            id: id.int(),
            account: owner.int(),
            key: PublicKey::read(&decoded(key.text()))?,
            counter: u32::try_from(counter.int()).map_err(|_| internal())?,
            backup_eligible: backup.int() == 1,
            handle: decoded(handle.text()),
        },
        _ => return Err(Wrong::Refused("unknown")),
    };
    if account.is_some_and(|account| account != row.account) {
        return Err(Wrong::Refused("unknown"));
    }
    let kept = Kept {
        key: &row.key,
        counter: row.counter,
        backup_eligible: row.backup_eligible,
        user_handle: &row.handle,
    };
    let used = assertion.verify(site.party(), challenge, &kept, verification, account.is_some())?;
    Ok((row, used))
}

/// Keeps what the passkey showed; false where somebody else was faster with the same counter.
fn keep_use(conn: &mut Conn, row: &Row, used: Used, now: i64) -> Result<bool> {
    let kept = conn.exec(
        "UPDATE shared.passkey SET counter = ?, backed_up = ?, used_at = ? WHERE id = ? AND counter = ?",
        &[
            P::Int(i64::from(used.counter)),
            P::Int(i64::from(used.backed_up)),
            P::Int(now),
            P::Int(row.id),
            P::Int(i64::from(row.counter)),
        ],
    )?;
    Ok(kept == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(host: &str, https: bool) -> Option<(String, String)> {
        let request = Request {
            method: talang_http::Method::Get,
            path: "/".into(),
            query: Vec::new(),
            headers: [("host".to_string(), host.to_string())].into(),
            body: Vec::new(),
            upload: None,
            address: String::new(),
            https,
        };
        Site::of(&request).map(|s| (s.host, s.origin))
    }

    #[test]
    fn passkeys_are_bound_to_the_whole_host_and_used_where_browsers_can() {
        let is = |host: &str, origin: &str| Some((host.to_string(), origin.to_string()));
        assert_eq!(
            site("acme.talang.example", true),
            is("acme.talang.example", "https://acme.talang.example")
        );
        assert_eq!(site("ACME.example:443", true), is("acme.example", "https://acme.example"));
        assert_eq!(site("acme.example:8443", true), is("acme.example", "https://acme.example:8443"));
        assert_eq!(site("acme.localhost:8080", false), is("acme.localhost", "http://acme.localhost:8080"));
        for (host, https) in [
            ("acme.example", false),
            ("notlocalhost", false),
            ("192.0.2.7", true),
            ("127.0.0.1:8080", false),
            ("[::1]:8080", true),
            ("", true),
        ] {
            assert_eq!(site(host, https), None, "{host}");
        }
    }
}
