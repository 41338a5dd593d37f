//! Application keys (I10): a program shows its key and, by HTTP Basic, the password of the account made for it.

use std::sync::{Arc, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use talang_catalogue::{Culture, Fault};
use talang_engine::{Actor, Door, Error, Installation, Limit, Result, Scope, Tenant};
use talang_store::{Cell, P};

use crate::quota::Quota;
use crate::session::{ACCOUNT, ACCOUNT_COLUMNS, ACCOUNTS, Account};
use crate::{Identity, digest, failed, random_token};

/// A verified password is not hashed again for five minutes.
const REMEMBERED: i64 = 5 * 60_000_000;
/// Verified pairs kept at most.
const MOST: usize = 10_000;
/// How keys begin, so that they are recognised where they were left lying.
const PREFIX: &str = "talang_";
/// How keys of test environments begin (T6): whoever sees one knows that it opens no real data.
pub const TEST_PREFIX: &str = "talang_test_";
/// Characters of a key behind its beginning that are shown to tell it from others; more than two hundred bits stay secret.
const HINT: usize = 6;

/// Columns of a program and its key behind those of the account.
pub(crate) const PROGRAM: &str = "a.id, a.quota_per_day, COALESCE(a.requests_per_minute, 600), COALESCE(a.origins, ''), \
     a.scopes, a.oauth, a.code, k.key";

/// What a program shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub login: String,
    pub password: String,
}

/// Reads the header `Authorization: Basic …`.
pub(crate) fn basic(header: &str) -> Option<Shown> {
    let (scheme, rest) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(STANDARD.decode(rest.trim()).ok()?).ok()?;
    let (login, password) = text.split_once(':')?;
    Some(Shown { login: login.to_string(), password: password.to_string() })
}

/// A program that may come in; its request has been counted.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its account.
    pub actor: Actor,
    /// Row number of its ApiClient.
    pub client: i64,
    /// The account's culture, if it chose one.
    pub culture: Option<&'static Culture>,
    /// The part of the account's rights that it may use.
    pub limit: Option<Arc<Limit>>,
    /// What is left of its day.
    pub quota: Quota,
    /// Websites whose pages may call in its name, separated by blanks.
    pub origins: String,
}

/// A key as it is shown to those who manage it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Digest: names the key without opening anything.
    pub id: String,
    /// Its first characters; empty for keys made before they were kept.
    pub hint: String,
    /// When it was made, in microseconds since 1970.
    pub created_at: i64,
    /// When it ends, if it does.
    pub expires_at: Option<i64>,
    /// When it was last used, if it was; written down now and then.
    pub used_at: Option<i64>,
}

/// A program as it stands in the database, with the key or token by which it was found.
pub(crate) struct Found {
    pub account: Account,
    pub client: i64,
    pub code: String,
    pub quota: i64,
    pub per_minute: i64,
    pub origins: String,
    pub scopes: Limit,
    pub oauth: bool,
    pub key: String,
}

impl Found {
    /// Reads [`ACCOUNT`] and [`PROGRAM`]. Scopes that cannot be read open nothing.
    pub(crate) fn read(row: &[Cell]) -> Option<Found> {
        let account = Account::read(row)?;
        let [client, quota, per_minute, origins, scopes, oauth, code, key, ..] =
            row.get(ACCOUNT_COLUMNS..)?
        else {
            return None;
        };
        Some(Found {
            account,
            client: client.int(),
            code: code.text().to_string(),
            quota: quota.int(),
            per_minute: per_minute.int(),
            origins: origins.text().to_string(),
            scopes: Limit::parse(scopes.text()).ok()?,
            oauth: oauth.int() == 1,
            key: key.text().to_string(),
        })
    }

    /// What it may use of its account: everything where no scopes are written.
    pub(crate) fn limit(&self) -> Option<Arc<Limit>> {
        (!self.scopes.is_empty()).then(|| Arc::new(self.scopes.clone()))
    }
}

impl Identity {
    /// The program that shows both its key (header `X-Api-Key`) and, by HTTP Basic, the login and password of the account
    /// that belongs to the key's client. Client, account and key are looked up each time; only the slow check of the
    /// password is remembered, for five minutes. The request is counted.
    ///
    /// # Errors
    /// `sign_in.failed` for whatever is wrong; `sign_in.locked` after too many failures; `quota.used_up`.
    pub fn program(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        key: &str,
        authorization: &str,
        address: &str,
    ) -> Result<Program> {
        let Some(shown) = basic(authorization) else { return Err(failed()) };
        let now = installation.clock().now();
        let found = self.program_of_key(installation, tenant, key)?;
        let pair = self.keyed(&[tenant.id().as_str(), key, &shown.login, &shown.password]);
        if let Some(found) = &found {
            let verified = self.verified.lock().unwrap_or_else(PoisonError::into_inner);
            let known = verified
                .get(&pair)
                .is_some_and(|(until, changed)| now < *until && *changed == found.account.changed_at);
            drop(verified);
            if known {
                return self.let_in(installation, tenant, found, found.limit());
            }
        }
        let account =
            self.verify(installation, tenant, Door::Rest, &shown.login, &shown.password, address)?;
        let Some(found) = found.filter(|f| f.account.id == account.id) else {
            // The password is right but the key is not this account's: as wrong as the rest, and counted.
            let scope = Scope::new(installation, tenant, Actor::System, Door::Rest);
            self.count_failure(&scope, None, &account.login, address, "sign-in-failed")?;
            return Err(failed());
        };
        let mut verified = self.verified.lock().unwrap_or_else(PoisonError::into_inner);
        if verified.len() >= MOST {
            verified.retain(|_, (until, _)| now < *until);
        }
        if verified.len() < MOST {
            verified.insert(pair, (now + REMEMBERED, account.changed_at));
        }
        drop(verified);
        self.let_in(installation, tenant, &found, found.limit())
    }

    /// The program of a key that has not ended, if program and account are active.
    pub(crate) fn program_of_key(
        &self,
        installation: &Installation,
        tenant: &Tenant,
        key: &str,
    ) -> Result<Option<Found>> {
        let now = installation.clock().now();
        let row = tenant.db().read(|conn| {
            Ok::<_, Error>(conn.query_one(
                &format!(
                    "SELECT {ACCOUNT}, {PROGRAM} FROM {ACCOUNTS} JOIN shared.api_client a ON a.\"user\" = u.id
                     JOIN shared.api_key k ON k.client = a.id
                     WHERE k.key = ? AND a.active = 1 AND (k.expires_at IS NULL OR k.expires_at > ?)"
                ),
                &[P::Owned(digest(key)), P::Int(now)],
            )?)
        })?;
        Ok(row.as_deref().and_then(Found::read).filter(|f| f.account.usable(installation)))
    }

    /// Whether pages of that website may call in the name of one of the tenant's active programs.
    ///
    /// # Errors
    /// Those of the database.
    pub fn lets_website_call(&self, tenant: &Tenant, origin: &str) -> Result<bool> {
        tenant.db().read(|conn| {
            let rows = conn.query(
                "SELECT origins FROM shared.api_client WHERE active = 1 AND origins IS NOT NULL",
                &[],
            )?;
            let known = |row: &Vec<Cell>| {
                row.first().is_some_and(|c| c.text().split_whitespace().any(|known| known == origin))
            };
            Ok(rows.iter().any(known))
        })
    }

    /// Counts the request and says what the program may do.
    pub(crate) fn let_in(
        &self,
        installation: &Installation,
        tenant: &Tenant,
        found: &Found,
        limit: Option<Arc<Limit>>,
    ) -> Result<Program> {
        let quota = self.count_request(installation, tenant, found)?;
        Ok(Program {
            actor: found.account.actor(),
            client: found.client,
            culture: found.account.culture(),
            limit,
            quota,
            origins: found.origins.clone(),
        })
    }

    /// Gives an ApiClient a key: told once, kept as SHA-256. `lasts` is how long it holds, for ever where there is nothing;
    /// `overlap` how long the keys that it has still hold, where this one takes their place. Both in microseconds.
    /// Whether the scope may is the caller's question.
    pub fn new_key(
        &self,
        scope: &Scope,
        client: i64,
        lasts: Option<i64>,
        overlap: Option<i64>,
    ) -> Result<String> {
        let prefix = if scope.tenant().test_of().is_some() { TEST_PREFIX } else { PREFIX };
        let key = format!("{prefix}{}", random_token()?);
        let now = scope.installation().clock().now();
        let time = |t: Option<i64>| t.map_or(P::Null, |t| P::Int(now + t));
        scope.tenant().db().write(|conn| {
            if let Some(overlap) = overlap {
                conn.exec(
                    "UPDATE shared.api_key SET expires_at = ? WHERE client = ? AND (expires_at IS NULL OR expires_at > ?)",
                    &[P::Int(now + overlap), P::Int(client), P::Int(now + overlap)],
                )?;
            }
            conn.exec(
                "INSERT INTO shared.api_key (key, client, created_at, hint, expires_at) VALUES (?, ?, ?, ?, ?)",
                &[
                    P::Owned(digest(&key)),
                    P::Int(client),
                    P::Int(now),
                    P::Text(key.get(..prefix.len() + HINT).unwrap_or_default()),
                    time(lasts),
                ],
            )?;
            let action = if overlap.is_some() { "key-rotated" } else { "key-created" };
            scope.log_activity_within(conn, action, "", crate::session::login(scope), &format!("ApiClient {client}"))
        })?;
        Ok(key)
    }

    /// The keys of an ApiClient, newest first, ended ones too. Whether the scope may see them is the caller's question.
    pub fn keys(&self, scope: &Scope, client: i64) -> Result<Vec<Key>> {
        self.write_counts(scope.installation(), Some(scope.tenant()))?;
        scope.tenant().db().read(|conn| {
            let rows = conn.query(
                "SELECT key, COALESCE(hint, ''), created_at, expires_at, used_at FROM shared.api_key
                 WHERE client = ? ORDER BY created_at DESC, key",
                &[P::Int(client)],
            )?;
            let read = |row: Vec<Cell>| match row.as_slice() {
                [id, hint, created, expires, used] => Some(Key {
                    id: id.text().to_string(),
                    hint: hint.text().to_string(),
                    created_at: created.int(),
                    expires_at: expires.opt_int(),
                    used_at: used.opt_int(),
                }),
                _ => None,
            };
            Ok(rows.into_iter().filter_map(read).collect())
        })
    }

    /// Takes one key from an ApiClient, with the tokens that were given for it. Whether the scope may is the caller's
    /// question.
    ///
    /// # Errors
    /// `record.not_found`: it has no such key.
    pub fn drop_key(&self, scope: &Scope, client: i64, key: &str) -> Result<()> {
        scope.tenant().db().write(|conn| {
            conn.exec(
                "DELETE FROM shared.api_token WHERE key = ? AND client = ?",
                &[P::Text(key), P::Int(client)],
            )?;
            let gone = conn.exec(
                "DELETE FROM shared.api_key WHERE key = ? AND client = ?",
                &[P::Text(key), P::Int(client)],
            )?;
            if gone == 0 {
                return Err(Fault::new("record.not_found").with("object", "").into());
            }
            scope.log_activity_within(
                conn,
                "key-removed",
                "",
                crate::session::login(scope),
                &format!("ApiClient {client}"),
            )
        })
    }

    /// Takes all keys and tokens from an ApiClient; the count of keys. Whether the scope may is the caller's question.
    pub fn drop_keys(&self, scope: &Scope, client: i64) -> Result<u64> {
        scope.tenant().db().write(|conn| {
            conn.exec("DELETE FROM shared.api_token WHERE client = ?", &[P::Int(client)])?;
            let gone = conn.exec("DELETE FROM shared.api_key WHERE client = ?", &[P::Int(client)])?;
            scope.log_activity_within(
                conn,
                "keys-removed",
                "",
                crate::session::login(scope),
                &format!("ApiClient {client}"),
            )?;
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
