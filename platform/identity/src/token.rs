//! OAuth 2.0 client credentials (I10, RFC 6749 §4.4): a program exchanges its key for a short-lived token. Tokens are random
//! and kept as SHA-256, so that they end at once with key, program or account.

use std::sync::Arc;

use talang_engine::{Actor, Door, Error, Installation, Limit, Result, Scope, Tenant};
use talang_store::P;

use crate::key::{Found, PROGRAM, basic};
use crate::session::{ACCOUNT, ACCOUNTS};
use crate::{Identity, Program, digest, failed, locked, random_token};

/// How tokens begin.
const PREFIX: &str = "talang_at_";

/// Parts a token that carries its key from what it carries.
const CARRIES: char = '~';

/// Seconds for which a token holds: one hour.
pub const TOKEN_SECONDS: i64 = 3_600;

/// An ended token is known for a day, in microseconds: whoever still shows it is late, not guessing.
const REMEMBERED: i64 = 86_400_000_000;

/// A token, told once.
#[derive(Clone, Debug)]
pub struct Token {
    /// What the program shows as `Authorization: Bearer …`.
    pub token: String,
    /// What it is good for; empty for everything that the account may.
    pub scope: String,
}

/// Why no token is given (RFC 6749 §5.2).
#[derive(Debug)]
pub enum Refused {
    /// `invalid_client`: unknown program, wrong or ended key, inactive account.
    Client,
    /// `unauthorized_client`: the program may not exchange its key.
    Unauthorized,
    /// `invalid_scope`: more than the program has, or no scope at all.
    Scope,
    /// Anything else: locked for a while, failures of ours.
    Other(Error),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Refused {
        Refused::Other(error)
    }
}

/// Reads client and key of the header `Authorization: Basic …`, each percent-encoded (RFC 6749 §2.3.1).
pub fn client_of_header(header: &str, decode: impl Fn(&str) -> String) -> Option<(String, String)> {
    basic(header).map(|shown| (decode(&shown.login), decode(&shown.password)))
}

/// What the key in a token is sealed for: for this token.
fn purpose(token: &str) -> String {
    format!("key of {token}")
}

impl Identity {
    /// Exchanges a program's key for a token of a part of its scopes; of all of them where none are asked for. It holds for
    /// `seconds`. One that `carries_key` has the key in it, sealed for us alone: [`Identity::key_of_token`].
    ///
    /// # Errors
    /// See [`Refused`]; `sign_in.locked` after too many failures from the address.
    pub fn exchange(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        client: &str,
        key: &str,
        wanted: &str,
        seconds: i64,
        carries_key: bool,
        address: &str,
    ) -> std::result::Result<Token, Refused> {
        let now = installation.clock().now();
        let source = format!("{} {address}", tenant.id());
        if let Some(time) = self.throttle.address(&source, now, self.settings.failures_per_address) {
            return Err(locked(time).into());
        }
        let Some(found) = self.program_of_key(installation, tenant, key)?.filter(|f| f.code == client) else {
            let scope = Scope::new(installation, tenant, Actor::System, Door::Rest);
            self.count_failure(&scope, None, "", address, "token-refused")?;
            return Err(Refused::Client);
        };
        if !found.oauth {
            return Err(Refused::Unauthorized);
        }
        let wanted = Limit::parse(wanted).map_err(|_| Refused::Scope)?;
        let granted = match (found.scopes.is_empty(), wanted.is_empty()) {
            (_, true) => found.scopes.clone(),
            (true, false) => wanted,
            (false, false) if wanted.within(&found.scopes) => wanted,
            (false, false) => return Err(Refused::Scope),
        };
        let mut token = format!("{PREFIX}{}", random_token()?);
        if carries_key {
            let sealed = tenant.db().vault().seal_ticket(&purpose(&token), key.as_bytes());
            token = format!("{token}{CARRIES}{}", sealed.map_err(Error::from)?);
        }
        let scope = Scope::new(installation, tenant, found.account.actor(), Door::Rest);
        tenant.db().write(|conn| {
            conn.exec("DELETE FROM shared.api_token WHERE expires_at <= ?", &[P::Int(now - REMEMBERED)])?;
            conn.exec(
                "INSERT INTO shared.api_token (token, client, key, scopes, expires_at) VALUES (?, ?, ?, ?, ?)",
                &[
                    P::Owned(digest(&token)),
                    P::Int(found.client),
                    P::Text(&found.key),
                    P::Owned(granted.text()),
                    P::Int(now + seconds * 1_000_000),
                ],
            )?;
            let detail = format!("ApiClient {}", found.client);
            scope.log_activity_within(conn, "token-issued", address, &found.account.login, &detail)
        })?;
        Ok(Token { token, scope: granted.text() })
    }

    /// The key for which a token was given that carries it; nothing for any other token. Nothing of it is kept here: whoever has
    /// the database and its keys, and not the token, learns no key. Whether the token holds is [`Identity::bearer`]'s question.
    #[must_use]
    pub fn key_of_token(tenant: &Tenant, token: &str) -> Option<String> {
        let (token, sealed) = token.split_once(CARRIES)?;
        String::from_utf8(tenant.db().vault().open_ticket(&purpose(token), sealed)?).ok()
    }

    /// The program that shows its code and key by HTTP Basic and nothing else, where it may exchange its key for tokens:
    /// there the key alone is enough. The request is counted.
    ///
    /// # Errors
    /// `sign_in.failed`; `sign_in.locked` after too many failures from the address; `quota.used_up`.
    pub fn program_of_pair(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        authorization: &str,
        address: &str,
    ) -> Result<Program> {
        let now = installation.clock().now();
        let source = format!("{} {address}", tenant.id());
        if let Some(time) = self.throttle.address(&source, now, self.settings.failures_per_address) {
            return Err(locked(time));
        }
        let Some(shown) = basic(authorization) else { return Err(failed()) };
        let found = self.program_of_key(installation, tenant, &shown.password)?;
        let Some(found) = found.filter(|f| f.oauth && f.code == shown.login) else {
            let scope = Scope::new(installation, tenant, Actor::System, Door::Rest);
            self.count_failure(&scope, None, "", address, "sign-in-failed")?;
            return Err(failed());
        };
        self.let_in(installation, tenant, &found, found.limit())
    }

    /// The program of a bearer token. A key itself is taken as a token only from programs whose scopes name `scim`, and
    /// then for nothing else: directories that provision accounts know no other way. The request is counted.
    ///
    /// # Errors
    /// `sign_in.failed`; `sign_in.locked` after too many failures from the address; `quota.used_up`.
    pub fn bearer(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        token: &str,
        address: &str,
    ) -> Result<Program> {
        let now = installation.clock().now();
        let source = format!("{} {address}", tenant.id());
        if let Some(time) = self.throttle.address(&source, now, self.settings.failures_per_address) {
            return Err(locked(time));
        }
        if token.starts_with(PREFIX) {
            let row = tenant.db().read(|conn| {
                Ok::<_, Error>(conn.query_one(
                    &format!(
                        "SELECT {ACCOUNT}, {PROGRAM}, t.expires_at, t.scopes FROM {ACCOUNTS}
                         JOIN shared.api_client a ON a.\"user\" = u.id JOIN shared.api_token t ON t.client = a.id
                         JOIN shared.api_key k ON k.key = t.key AND k.client = a.id
                         WHERE t.token = ? AND a.active = 1 AND (k.expires_at IS NULL OR k.expires_at > ?)"
                    ),
                    &[P::Owned(digest(token)), P::Int(now)],
                )?)
            })?;
            let (ends, scopes) = match row.as_deref() {
                Some([.., ends, scopes]) => (ends.int(), Some(scopes.text().to_string())),
                _ => (i64::MAX, None),
            };
            // It was good once. Clients use a token until it is refused: that is no failure to be counted.
            if ends <= now {
                return Err(failed());
            }
            let found =
                row.as_deref().and_then(Found::read).filter(|f| f.oauth && f.account.usable(installation));
            if let (Some(found), Some(granted)) = (found, scopes.and_then(|s| Limit::parse(&s).ok())) {
                // What was taken from the program after the token was given is no longer the token's.
                let still = found.scopes.is_empty() || !granted.is_empty() && granted.within(&found.scopes);
                if still {
                    let limit = (!granted.is_empty()).then(|| Arc::new(granted));
                    return self.let_in(installation, tenant, &found, limit);
                }
            }
        } else if let Some(found) =
            self.program_of_key(installation, tenant, token)?.filter(|f| f.scopes.opens("scim"))
        {
            let limit = Limit::parse("scim").ok().map(Arc::new);
            return self.let_in(installation, tenant, &found, limit);
        }
        let scope = Scope::new(installation, tenant, Actor::System, Door::Rest);
        self.count_failure(&scope, None, "", address, "sign-in-failed")?;
        Err(failed())
    }
}
