//! Application keys (I10): a program shows its key and, by HTTP Basic, the password of the account made for it.

use std::sync::{Arc, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use talang_catalogue::Culture;
use talang_engine::{Actor, Door, Error, Installation, Result, Scope, Tenant};
use talang_store::P;

use crate::session::{ACCOUNT, ACCOUNTS, Account};
use crate::{Identity, digest, failed, random_token};

/// A verified password is not hashed again for five minutes.
const REMEMBERED: i64 = 5 * 60_000_000;
/// Verified pairs kept at most.
const MOST: usize = 10_000;

/// What a program shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    login: String,
    password: String,
}

/// Reads the header `Authorization: Basic …`.
fn basic(header: &str) -> Option<Shown> {
    let (scheme, rest) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(STANDARD.decode(rest.trim()).ok()?).ok()?;
    let (login, password) = text.split_once(':')?;
    Some(Shown { login: login.to_string(), password: password.to_string() })
}

impl Identity {
    /// The account of a program that shows both its key (header `X-Api-Key`) and, by HTTP Basic, the login and password
    /// of the account that belongs to the key's client. Client, account and key are looked up each time; only the slow
    /// check of the password is remembered, for five minutes.
    ///
    /// # Errors
    /// `sign_in.failed` for whatever is wrong; `sign_in.locked` after too many failures.
    pub fn program(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        key: &str,
        authorization: &str,
        address: &str,
    ) -> Result<(Actor, Option<&'static Culture>)> {
        let Some(shown) = basic(authorization) else { return Err(failed()) };
        let now = installation.clock().now();
        let row = tenant.db().read(|conn| {
            Ok::<_, Error>(conn.query_one(
                &format!(
                    "SELECT {ACCOUNT} FROM {ACCOUNTS} JOIN shared.api_client a ON a.\"user\" = u.id
                     JOIN shared.api_key k ON k.client = a.id WHERE k.key = ? AND a.active = 1"
                ),
                &[P::Owned(digest(key))],
            )?)
        })?;
        let owner = row.as_deref().and_then(Account::read).filter(|a| a.usable(installation));
        let pair = self.keyed(&[tenant.id().as_str(), key, &shown.login, &shown.password]);
        if let Some(account) = &owner {
            let verified = self.verified.lock().unwrap_or_else(PoisonError::into_inner);
            if verified
                .get(&pair)
                .is_some_and(|(until, changed)| now < *until && *changed == account.changed_at)
            {
                return Ok((account.actor(), account.culture()));
            }
        }
        let account =
            self.verify(installation, tenant, Door::Rest, &shown.login, &shown.password, address)?;
        if owner.is_none_or(|o| o.id != account.id) {
            // The password is right but the key is not this account's: as wrong as the rest, and counted.
            let scope = Scope::new(installation, tenant, Actor::System, Door::Rest);
            self.count_failure(&scope, None, &account.login, address, "sign-in-failed")?;
            return Err(failed());
        }
        let mut verified = self.verified.lock().unwrap_or_else(PoisonError::into_inner);
        if verified.len() >= MOST {
            verified.retain(|_, (until, _)| now < *until);
        }
        if verified.len() < MOST {
            verified.insert(pair, (now + REMEMBERED, account.changed_at));
        }
        Ok((account.actor(), account.culture()))
    }

    /// Gives an ApiClient a key: told once, kept as SHA-256. Whether the scope may is the caller's question.
    pub fn new_key(&self, scope: &Scope, client: i64) -> Result<String> {
        let key = format!("talang_{}", random_token()?);
        let now = scope.installation().clock().now();
        scope.tenant().db().write(|conn| {
            conn.exec(
                "INSERT INTO shared.api_key (key, client, created_at) VALUES (?, ?, ?)",
                &[P::Owned(digest(&key)), P::Int(client), P::Int(now)],
            )?;
            scope.log_activity_within(conn, "key-created", "", "", &format!("ApiClient {client}"))
        })?;
        Ok(key)
    }

    /// Takes all keys from an ApiClient; the count of them. Whether the scope may is the caller's question.
    pub fn drop_keys(&self, scope: &Scope, client: i64) -> Result<u64> {
        scope.tenant().db().write(|conn| {
            let gone = conn.exec("DELETE FROM shared.api_key WHERE client = ?", &[P::Int(client)])?;
            scope.log_activity_within(conn, "keys-removed", "", "", &format!("ApiClient {client}"))?;
            Ok(gone)
        })
    }

    /// A digest that nobody can compute without this process's secret; parts cannot run into each other.
    fn keyed(&self, parts: &[&str]) -> [u8; 32] {
        let mut inner = Sha256::new();
        inner.update(self.secret);
        for part in parts {
            inner.update((part.len() as u64).to_be_bytes());
            inner.update(part);
        }
        // Twice, the secret before each: a digest of a digest cannot be extended.
        let mut outer = Sha256::new();
        outer.update(self.secret);
        outer.update(inner.finalize());
        outer.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_basic_header_is_read() {
        let shown = |login: &str, password: &str| Shown { login: login.into(), password: password.into() };
        assert_eq!(basic("Basic YTpiOmM="), Some(shown("a", "b:c")));
        assert_eq!(basic("basic YTo="), Some(shown("a", "")));
        for wrong in ["", "Basic", "Basic %%%", "Bearer YTo=", "Basic YQ=="] {
            assert_eq!(basic(wrong), None, "{wrong}");
        }
    }
}
