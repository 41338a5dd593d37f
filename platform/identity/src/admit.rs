//! The one way in: whatever proves who somebody is (a password, an assertion, a token, a passkey) ends here (A2, A6–A8).

use std::sync::Arc;

use talang_catalogue::Fault;
use talang_engine::{Actor, Door, Error, Installation, Result, Scope, Tenant};
use talang_http::{Call, Reply};
use talang_store::{Cell, Conn, P};

use crate::session::{ACCOUNT, ACCOUNTS, Account};
use crate::{Identity, Signed, digest, failed, random_token};

/// For how long somebody who has proved who they are may do dangerous things, in microseconds.
pub(crate) const RECENT: i64 = 10 * 60_000_000;

/// Where the own password is changed.
pub const PASSWORD_PAGE: &str = "/password";
/// Where people say again who they are before a dangerous act.
pub const CONFIRM_PAGE: &str = "/confirm";
/// Where the second factor is shown.
pub const SECOND_FACTOR_PAGE: &str = "/second-factor";
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

    /// The stage of that word.
    pub fn parse(word: &str) -> Stage {
        [Stage::SecondFactor, Stage::ChangePassword, Stage::Enrol]
            .into_iter()
            .find(|s| s.name() == word)
            .unwrap_or_default()
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

/// The name of the session's cookie. By HTTPS the browser itself sees to it that only this very host sets it.
pub fn session_cookie(https: bool) -> &'static str {
    if https { "__Host-talang_session" } else { "talang_session" }
}

/// An address of this host, or its start page: nobody is sent to another site.
pub fn local(address: &str) -> String {
    let fine = address.starts_with('/')
        && !address.starts_with("//")
        && !address.contains('\\')
        && !address.chars().any(char::is_control);
    if fine { address.to_string() } else { "/".to_string() }
}

/// The header `set-cookie` that gives the browser the token of its session.
fn cookie(https: bool, token: &str, seconds: i64) -> String {
    let (name, secure) = (session_cookie(https), if https { "; Secure" } else { "" });
    format!("{name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

/// The header `set-cookie` that takes it away.
pub fn no_cookie(https: bool) -> String {
    cookie(https, "", 0)
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
        reply.with("set-cookie", cookie(https, &self.token, self.seconds))
    }
}

impl Identity {
    /// Lets somebody in whose proof was checked: the session begins, its cookie is set, and the browser goes on to `next`
    /// or to the page of what is still missing. What sign-in handlers end with.
    ///
    /// # Errors
    /// As [`Identity::admit`].
    pub fn enter(&self, call: &Call, proof: Proof, next: &str) -> Result<Reply> {
        let request = &call.request;
        let signed = self.admit(
            &call.installation,
            call.scope.tenant(),
            proof,
            &request.address,
            request.header("user-agent").unwrap_or_default(),
            request.cookie(session_cookie(request.https)),
        )?;
        Ok(signed.reply(request.https, next))
    }

    /// Begins a session. Checks everything that does not depend on the kind of proof: whether the account may be used,
    /// and what is still missing (a second factor, a new password). `previous` is the token that the browser held: it ends.
    ///
    /// # Errors
    /// `sign_in.failed`: the account is not there, suspended, closed or past its last day; `network.refused`: it may not
    /// come from that address (A1).
    pub fn admit(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        proof: Proof,
        address: &str,
        agent: &str,
        previous: Option<&str>,
    ) -> Result<Signed> {
        tenant.may_come(Some(proof.account), address)?;
        let begun = tenant
            .db()
            .write(|conn| self.begin(conn, installation, tenant, &proof, address, agent, previous))?;
        if begun.is_none() {
            let scope = Scope::new(installation, tenant, Actor::System, Door::Screen);
            scope.log_activity("sign-in-failed", address, "", proof.method.name())?;
        }
        begun.ok_or_else(failed)
    }

    /// The same within a transaction; nothing when the account may not be used.
    #[expect(clippy::too_many_arguments, reason = "what a sign-in consists of")]
    pub(crate) fn begin(
        &self,
        conn: &mut Conn,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        proof: &Proof,
        address: &str,
        agent: &str,
        previous: Option<&str>,
    ) -> Result<Option<Signed>> {
        let now = installation.clock().now();
        let account = read_account(conn, proof.account)?.filter(|a| a.usable(installation));
        let Some(account) = account else { return Ok(None) };
        let stage = self.stage(&account, proof.method, proof.strong);
        let lasts = self.settings.absolute;
        let lasts = proof.until.map_or(lasts, |until| (until - now).clamp(0, lasts));
        let (token, csrf) = (random_token()?, random_token()?);
        let agent: String = agent.chars().take(200).collect();
        conn.exec(
            "DELETE FROM shared.session WHERE token = ? OR expires_at <= ? OR seen_at + COALESCE(idle, ?) <= ?",
            &[
                P::Owned(previous.map(digest).unwrap_or_default()),
                P::Int(now),
                P::Int(self.settings.idle),
                P::Int(now),
            ],
        )?;
        let text = |value: &Option<String>| value.clone().map_or(P::Null, P::Owned);
        conn.exec(
            "INSERT INTO shared.session (token, account, csrf, created_at, seen_at, expires_at, address, agent, method,
             provider, provider_session, stage, proved_at, strong, idle)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            &[
                P::Owned(digest(&token)),
                P::Int(account.id),
                P::Text(&csrf),
                P::Int(now),
                P::Int(now),
                P::Int(now + lasts),
                P::Text(address),
                P::Text(&agent),
                P::Text(proof.method.name()),
                text(&proof.provider),
                text(&proof.provider_session),
                P::Text(stage.name()),
                P::Int(now),
                P::Int(i64::from(proof.strong)),
                P::Int(self.settings.idle),
            ],
        )?;
        let mut scope = Scope::new(installation, tenant, account.actor(), Door::Screen);
        scope.culture = account.culture().unwrap_or(scope.culture);
        scope.log_activity_within(conn, "sign-in", address, &account.login, proof.method.name())?;
        Ok(Some(Signed {
            token,
            csrf,
            actor: account.actor(),
            culture: account.culture(),
            stage,
            seconds: lasts / 1_000_000,
        }))
    }

    /// What a session of that account lacks.
    pub(crate) fn stage(&self, account: &Account, method: Method, _strong: bool) -> Stage {
        match method {
            Method::Password if account.must_change => Stage::ChangePassword,
            _ => Stage::Full,
        }
    }

    /// The owner of the session of that digest ([`crate::Live::id`]) has proved again who they are, with two factors if
    /// `strong`, or has done what its stage asked for: the session goes on under a new token, at the stage that it is
    /// now due. Its token against forged requests stays, so that a form can be sent on.
    ///
    /// # Errors
    /// `sign_in.required`: there is no such session any more.
    pub fn renew(&self, scope: &Scope, session: &str, strong: bool) -> Result<Signed> {
        let now = scope.installation().clock().now();
        let token = random_token()?;
        scope.tenant().db().write(|conn| {
            let row = conn.query_one(
                "SELECT account, csrf, COALESCE(method, ''), COALESCE(strong, 0), expires_at FROM shared.session
                 WHERE token = ?",
                &[P::Text(session)],
            )?;
            let gone = || Error::from(Fault::new("sign_in.required"));
            let Some([id, csrf, method, was, expires]) = row.as_deref() else { return Err(gone()) };
            let account = read_account(conn, id.int())?.ok_or_else(gone)?;
            let strong = strong || was.int() == 1;
            let stage = self.stage(&account, Method::parse(method.text()), strong);
            conn.exec(
                "UPDATE shared.session SET token = ?, stage = ?, strong = ?, proved_at = ? WHERE token = ?",
                &[
                    P::Owned(digest(&token)),
                    P::Text(stage.name()),
                    P::Int(i64::from(strong)),
                    P::Int(now),
                    P::Text(session),
                ],
            )?;
            Ok(Signed {
                token: token.clone(),
                csrf: csrf.text().to_string(),
                actor: account.actor(),
                culture: account.culture(),
                stage,
                seconds: ((expires.int() - now) / 1_000_000).max(0),
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
