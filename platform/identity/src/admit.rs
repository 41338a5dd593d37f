//! The one way in: whatever proves who somebody is (a password, an assertion, a token, a passkey) ends here (A2, A6–A8).

use std::sync::Arc;

use talang_catalogue::{Fault, Kind};
use talang_engine::{Actor, Change, Door, Error, Installation, Result, Scope, Tenant};
use talang_http::cookies::{DEVICE, SESSION};
use talang_http::{Call, Reply, Request};
use talang_store::{Cell, Conn, P};

use crate::session::{ACCOUNT, ACCOUNTS, Account, may_come};
use crate::times::Times;
use crate::{Identity, Live, Population, Signed, devices, digest, failed, random_token};

/// For how long somebody who has proved who they are may do dangerous things, in microseconds.
pub(crate) const RECENT: i64 = 10 * 60_000_000;

/// Where the own password is changed.
pub const PASSWORD_PAGE: &str = "/password";
/// Where people say again who they are before a dangerous act.
pub const CONFIRM_PAGE: &str = "/confirm";
/// Where the second factor is shown.
pub const SECOND_FACTOR_PAGE: &str = "/second-factor";
/// Where links in mails to candidates lead: on to the career site on which they have their account.
pub const CANDIDATE_PAGE: &str = "/candidate-account";
/// Where somebody who needs a second factor and has none sets one up.
pub const ENROL_PAGE: &str = "/second-factor/enrol";

/// How somebody proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Login and password (A2).
    Password,
    /// A SAML 2.0 assertion (A6).
    Saml,
    /// A WS-Federation token (A6).
    WsFederation,
    /// An OpenID Connect ID token (A6).
    OpenIdConnect,
    /// A passkey (Web Authentication Level 3).
    Passkey,
}

impl Method {
    /// Its word in sessions, activities and settings.
    pub fn name(self) -> &'static str {
        match self {
            Method::Password => "password",
            Method::Saml => "saml",
            Method::WsFederation => "ws-federation",
            Method::OpenIdConnect => "openid-connect",
            Method::Passkey => "passkey",
        }
    }

    /// The method of that word; sessions from before there were others began with a password.
    pub fn parse(word: &str) -> Method {
        [Method::Saml, Method::WsFederation, Method::OpenIdConnect, Method::Passkey]
            .into_iter()
            .find(|m| m.name() == word)
            .unwrap_or(Method::Password)
    }
}

/// The browser that somebody signs in with.
#[derive(Clone, Copy, Debug)]
pub struct Browser<'a> {
    /// Whose door it stands at: accounts of others are not known there.
    pub population: Population,
    /// From where it comes.
    pub address: &'a str,
    /// What it says that it is.
    pub agent: &'a str,
    /// Token of the session that it holds: that one ends.
    pub session: Option<&'a str>,
    /// What it keeps to be known again.
    pub device: Option<&'a str>,
}

impl Default for Browser<'_> {
    /// One that says nothing, at the door of the personal area and the back office.
    fn default() -> Self {
        Browser { population: Population::Employees, address: "", agent: "", session: None, device: None }
    }
}

impl<'a> Browser<'a> {
    /// The browser of a request to a career site, with the token of the account's session that it holds there.
    pub fn of_candidate(request: &'a Request, session: Option<&'a str>) -> Browser<'a> {
        Browser { population: Population::Candidates, session, ..Browser::of(request) }
    }

    /// The browser of a request to the personal area or the back office.
    pub fn of(request: &'a Request) -> Browser<'a> {
        Browser {
            population: Population::Employees,
            address: &request.address,
            agent: request.header("user-agent").unwrap_or_default(),
            session: SESSION.read(request),
            device: DEVICE.read(request),
        }
    }
}

/// What a session still lacks. One that lacks something reaches the pages of its stage and no others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Nothing.
    #[default]
    Full,
    /// The second factor.
    SecondFactor,
    /// A password that only its owner knows (A4).
    ChangePassword,
    /// A second factor must be set up first.
    Enrol,
}

impl Stage {
    /// Its word in the session's row; nothing for a full session.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Full => "",
            Stage::SecondFactor => "second-factor",
            Stage::ChangePassword => "change-password",
            Stage::Enrol => "enrol",
        }
    }

    /// What a session of that account lacks: who has a second factor always shows it; who must have one and has none sets
    /// one up before anything else. `asked`: the network that the browser comes from asks for one. The front office has no second
    /// factors: there is no page on which a candidate could set one up or show it.
    pub(crate) fn of(account: &Account, method: Method, strong: bool, asked: bool) -> Stage {
        if account.population == Population::Candidates {
            if method == Method::Password && account.must_change {
                Stage::ChangePassword
            } else {
                Stage::Full
            }
        } else if account.factor && !strong {
            Stage::SecondFactor
        } else if method == Method::Password && account.must_change {
            Stage::ChangePassword
        } else if !strong && (account.required || asked) {
            Stage::Enrol
        } else {
            Stage::Full
        }
    }

    /// The page of the stage; none for a full session.
    pub fn page(self) -> Option<&'static str> {
        match self {
            Stage::Full => None,
            Stage::SecondFactor => Some(SECOND_FACTOR_PAGE),
            Stage::ChangePassword => Some(PASSWORD_PAGE),
            Stage::Enrol => Some(ENROL_PAGE),
        }
    }

    /// Whether a session of this stage may call the route of that pattern, public ones apart.
    pub fn reaches(self, pattern: &str) -> bool {
        if self == Stage::Full || pattern == "/sign-out" {
            return true;
        }
        self.page().is_some_and(|page| {
            pattern.strip_prefix(page).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                // Setting up begins below the page that asks for the factor, and is not part of asking.
                && (self == Stage::Enrol || !pattern.starts_with(ENROL_PAGE))
        })
    }
}

/// A proof of who somebody is, checked by whoever knows its protocol.
#[derive(Clone, Debug)]
pub struct Proof {
    /// Row number of the account.
    pub account: i64,
    /// Kind of proof.
    pub method: Method,
    /// Code of the IdentityProvider that vouches for it.
    pub provider: Option<String>,
    /// What the provider calls the session, for single logout: a SAML SessionIndex, an OpenID Connect `sid`.
    pub provider_session: Option<String>,
    /// Two factors were shown: a passkey with user verification, or a provider that says so.
    pub strong: bool,
    /// The session ends then at the latest, in microseconds since 1970: the provider's wish (SAML `SessionNotOnOrAfter`).
    pub until: Option<i64>,
}

impl Proof {
    /// A proof without a provider.
    pub fn of(account: i64, method: Method) -> Proof {
        Proof { account, method, provider: None, provider_session: None, strong: false, until: None }
    }
}

/// An address of this host, or its start page: nobody is sent to another site.
pub fn local(address: &str) -> String {
    let fine = address.starts_with('/')
        && !address.starts_with("//")
        && !address.contains('\\')
        && !address.chars().any(char::is_control);
    if fine { address.to_string() } else { "/".to_string() }
}

impl Signed {
    /// On to where somebody wanted to go, or first to the page of what is missing; with the session's cookie.
    pub fn reply(&self, https: bool, next: &str) -> Reply {
        let next = local(if next.starts_with("/sign-in") { "/" } else { next });
        let to = match self.stage.page() {
            None => next,
            Some(page) if next == "/" || next == page => page.to_string(),
            Some(page) => format!("{page}?next={}", talang_http::encode(&next)),
        };
        self.keep(https, Reply::see_other(&to))
    }

    /// A reply with the session's cookie.
    pub fn keep(&self, https: bool, reply: Reply) -> Reply {
        let reply = reply.with("set-cookie", SESSION.set_for(https, &self.token, self.seconds));
        match &self.device {
            Some(device) => reply.with("set-cookie", DEVICE.set(https, device)),
            None => reply,
        }
    }
}

impl Live {
    /// The network that the browser comes from asks for a second factor.
    pub fn ask(&mut self) {
        if self.stage == Stage::Full && !self.strong {
            self.stage = Stage::Enrol;
        }
    }
}

impl Identity {
    /// Lets somebody in whose proof was checked: the session begins, its cookie is set, and the browser goes on to `next`
    /// or to the page of what is still missing. What sign-in handlers of a population end with.
    ///
    /// # Errors
    /// As [`Identity::admit`].
    pub fn enter(&self, call: &Call, proof: Proof, population: Population, next: &str) -> Result<Reply> {
        let request = &call.request;
        let browser = Browser { population, ..Browser::of(request) };
        let signed = self.admit(&call.installation, call.scope.tenant(), proof, &browser)?;
        Ok(signed.reply(request.https, next))
    }

    /// Begins a session. Checks everything that does not depend on the kind of proof: whether the account may be used,
    /// and what is still missing (a second factor, a new password). The session that the browser held ends.
    ///
    /// # Errors
    /// `sign_in.failed`: the account is not there, of another population than the door's, suspended, closed or past its last
    /// day; `network.refused`: it may not come from that address (A1).
    pub fn admit(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        proof: Proof,
        browser: &Browser<'_>,
    ) -> Result<Signed> {
        let asked = may_come(tenant, browser.population, proof.account, browser.address)?;
        let scope = Scope::new(installation, tenant, Actor::System, Door::Screen);
        let begun = scope.change(Kind::Shared, |c| self.begin(c, &proof, browser, asked))?;
        if begun.is_none() {
            scope.log_activity("sign-in-failed", browser.address, "", proof.method.name())?;
        }
        begun.ok_or_else(failed)
    }

    /// The same within a transaction; nothing when the account may not be used.
    pub(crate) fn begin(
        &self,
        c: &mut Change<'_>,
        proof: &Proof,
        browser: &Browser<'_>,
        asked: bool,
    ) -> Result<Option<Signed>> {
        let (installation, tenant) = (c.scope().installation().clone(), c.scope().tenant().clone());
        let now = installation.clock().now();
        let account = read_account(c.system(), proof.account)?
            .filter(|a| a.usable(&installation) && a.population == browser.population);
        let Some(account) = account else { return Ok(None) };
        let stage = Stage::of(&account, proof.method, proof.strong, asked);
        let times = Times::read(c.system(), &self.settings, account.population)?;
        let lasts = proof.until.map_or(times.absolute, |until| (until - now).clamp(0, times.absolute));
        let (token, csrf) = (random_token()?, random_token()?);
        let agent: String = browser.agent.chars().take(200).collect();
        c.system().exec(
            "DELETE FROM shared.session WHERE token = ? OR expires_at <= ? OR seen_at + COALESCE(idle, ?) <= ?",
            &[
                P::Owned(browser.session.map(digest).unwrap_or_default()),
                P::Int(now),
                P::Int(times.idle),
                P::Int(now),
            ],
        )?;
        // What a browser keeps is taken only as it is given: 256 random bits.
        let device = match browser.device.filter(|d| d.len() == 43) {
            Some(device) => device.to_string(),
            None => random_token()?,
        };
        let text = |value: &Option<String>| value.clone().map_or(P::Null, P::Owned);
        c.system().exec(
            "INSERT INTO shared.session (token, account, csrf, created_at, seen_at, expires_at, address, agent, method,
             provider, provider_session, stage, proved_at, strong, idle, device)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            &[
                P::Owned(digest(&token)),
                P::Int(account.id),
                P::Text(&csrf),
                P::Int(now),
                P::Int(now),
                P::Int(now + lasts),
                P::Text(browser.address),
                P::Text(&agent),
                P::Text(proof.method.name()),
                text(&proof.provider),
                text(&proof.provider_session),
                P::Text(stage.name()),
                P::Int(now),
                P::Int(i64::from(proof.strong)),
                P::Int(times.idle),
                P::Owned(digest(&device)),
            ],
        )?;
        let mut scope = Scope::new(&installation, &tenant, account.actor(), Door::Screen);
        scope.culture = account.culture().unwrap_or(scope.culture);
        scope.log_activity_within(
            c.system(),
            "sign-in",
            browser.address,
            &account.told(),
            proof.method.name(),
        )?;
        // Whoever still has to show the second factor has not come in yet.
        if stage != Stage::SecondFactor {
            devices::greet(c, account.id, &digest(&device), browser.agent, browser.address)?;
        }
        Ok(Some(Signed {
            token,
            csrf,
            actor: account.actor(),
            culture: account.culture(),
            stage,
            seconds: lasts / 1_000_000,
            device: Some(device),
        }))
    }

    /// The owner of the session of that digest ([`crate::Live::id`]) has proved again who they are, with the second factor
    /// if `strong`, or has done what its stage asked for: the session goes on under a new token, at the stage that it is
    /// now due. Its token against forged requests stays, so that a form can be sent on. For an account with a second factor
    /// nothing less counts as a fresh proof: a password alone may be in other hands.
    ///
    /// # Errors
    /// `sign_in.required`: there is no such session any more.
    pub fn renew(&self, scope: &Scope, session: &str, strong: bool) -> Result<Signed> {
        let gone = || Error::from(Fault::new("sign_in.required"));
        let row = scope.tenant().db().read(|conn| {
            Ok::<_, Error>(
                conn.query_one("SELECT account FROM shared.session WHERE token = ?", &[P::Text(session)])?,
            )
        })?;
        let account = row.and_then(|r| r.first().map(Cell::int)).ok_or_else(gone)?;
        let asked = scope.tenant().may_come(Some(account), &scope.address)?;
        let now = scope.installation().clock().now();
        let token = random_token()?;
        let system = Scope::new(scope.installation(), scope.tenant(), Actor::System, Door::Screen);
        system.change(Kind::Shared, |c| {
            let row = c.system().query_one(
                "SELECT csrf, COALESCE(method, ''), COALESCE(strong, 0), expires_at, COALESCE(device, ''),
                 COALESCE(agent, ''), COALESCE(address, '') FROM shared.session WHERE token = ? AND account = ?",
                &[P::Text(session), P::Int(account)],
            )?;
            let Some([csrf, method, was, expires, device, agent, address]) = row.as_deref() else {
                return Err(gone());
            };
            let account = read_account(c.system(), account)?.ok_or_else(gone)?;
            let (was, method) = (was.int() == 1, Method::parse(method.text()));
            let proved = (strong || !account.factor).then_some(now);
            let strong = strong || was;
            let stage = Stage::of(&account, method, strong, asked);
            c.system().exec(
                "UPDATE shared.session SET token = ?, stage = ?, strong = ?, proved_at = COALESCE(?, proved_at)
                 WHERE token = ?",
                &[
                    P::Owned(digest(&token)),
                    P::Text(stage.name()),
                    P::Int(i64::from(strong)),
                    proved.map_or(P::Null, P::Int),
                    P::Text(session),
                ],
            )?;
            // Only now has its owner come in.
            if account.factor && strong && !was {
                devices::greet(c, account.id, device.text(), agent.text(), address.text())?;
            }
            Ok(Signed {
                token: token.clone(),
                csrf: csrf.text().to_string(),
                actor: account.actor(),
                culture: account.culture(),
                stage,
                seconds: ((expires.int() - now) / 1_000_000).max(0),
                device: None,
            })
        })
    }

    /// Ends the sessions that an identity provider began, at its word: single or back-channel logout (A6). Without the
    /// provider's name of a session, all that it began. How many ended.
    pub fn end_provider_sessions(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        provider: &str,
        provider_session: Option<&str>,
    ) -> Result<u64> {
        let scope = Scope::new(installation, tenant, Actor::System, Door::Screen);
        tenant.db().write(|conn| {
            let ended = match provider_session {
                Some(name) => conn.exec(
                    "DELETE FROM shared.session WHERE provider = ? AND provider_session = ?",
                    &[P::Text(provider), P::Text(name)],
                )?,
                None => conn.exec("DELETE FROM shared.session WHERE provider = ?", &[P::Text(provider)])?,
            };
            scope.log_activity_within(conn, "sign-out", "", "", &format!("by {provider}: {ended}"))?;
            Ok(ended)
        })
    }
}

/// The account of that row number.
pub(crate) fn read_account(conn: &mut Conn, id: i64) -> Result<Option<Account>> {
    let sql = format!("SELECT {ACCOUNT} FROM {ACCOUNTS} WHERE u.id = ?");
    Ok(conn.query_one(&sql, &[P::Int(id)])?.as_deref().and_then(|row: &[Cell]| Account::read(row)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_host() {
        for bad in ["https://evil.example", "//evil.example", "/\\evil.example", "evil", "", "/a\nb"] {
            assert_eq!(local(bad), "/", "{bad:?}");
        }
        assert_eq!(local("/people/7?tab=contract"), "/people/7?tab=contract");
    }

    #[test]
    fn a_session_that_lacks_something_reaches_the_pages_of_its_stage_only() {
        let reached = |stage: Stage| -> Vec<&str> {
            [
                "/",
                "/password",
                "/second-factor",
                "/second-factor/enrol",
                "/second-factor/enrol/app",
                "/sign-out",
            ]
            .into_iter()
            .filter(|pattern| stage.reaches(pattern))
            .collect()
        };
        assert_eq!(reached(Stage::SecondFactor), ["/second-factor", "/sign-out"]);
        assert_eq!(reached(Stage::ChangePassword), ["/password", "/sign-out"]);
        assert_eq!(reached(Stage::Enrol), ["/second-factor/enrol", "/second-factor/enrol/app", "/sign-out"]);
        assert_eq!(reached(Stage::Full).len(), 6);
        assert!(!Stage::ChangePassword.reaches("/passwords"));
    }
}
