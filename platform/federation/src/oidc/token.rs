//! ID tokens (OpenID Connect Core 3.1.3.7).

use serde_json::{Map, Value as Json};
use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use talang_http::Call;

use super::client::Tokens;
use super::jwt::{self, Claims};
use super::refused;
use crate::provider::Provider;

/// How far clocks may differ, in microseconds.
pub(super) const SKEW: i64 = 120_000_000;
/// How old an ID token may be that answers a sign-in of now, in microseconds.
const OLDEST: i64 = 3_600_000_000;

/// What an ID token says.
pub(super) struct Said {
    /// The user, for the provider.
    pub subject: String,
    /// Everything.
    pub claims: Map<String, Json>,
}

/// Reads the ID token: signature, issuer, audience, times, nonce, access token.
pub(super) fn read(call: &Call, provider: &Provider, tokens: &Tokens, nonce: &str) -> Result<Said> {
    let keys = provider.row.keys_url.as_deref().filter(|u| !u.is_empty());
    let keys = keys.ok_or_else(|| provider.lacks("keys_url"))?;
    let claims = jwt::verify(call, &tokens.id, keys)?;
    if claims.typ == "logout+jwt" || claims.all.contains_key("events") {
        return Err(Fault::new("sso.structure").with("detail", "typ").into());
    }
    let now = call.installation.clock().now();
    let issued = addressed(call, provider, &claims, now)?;
    if issued < now - OLDEST {
        return Err(refused("sso.time"));
    }
    // Bound to the browser that was sent: a token that was caught elsewhere has another.
    if nonce.is_empty() || claims.text("nonce") != Some(nonce) {
        return Err(refused("sso.nonce"));
    }
    if let Some(hash) = claims.all.get("at_hash") {
        let own = tokens.access.as_deref().map(|access| jwt::half_hash(claims.algorithm, access));
        if hash.as_str() != own.as_deref() {
            return Err(refused("sso.signature"));
        }
    }
    let subject = claims.text("sub").filter(|s| !s.is_empty() && s.len() <= 255);
    let subject = subject.ok_or_else(|| refused("sso.subject"))?.to_string();
    Ok(Said { subject, claims: claims.all })
}

/// What holds for every token of the provider: issuer, audience, times. Says when it was issued.
pub(super) fn addressed(call: &Call, provider: &Provider, claims: &Claims, now: i64) -> Result<i64> {
    if claims.text("iss") != Some(&*provider.row.issuer) {
        return Err(refused("sso.issuer"));
    }
    let client = provider.own_name(call);
    let audience: Vec<&str> = match claims.all.get("aud") {
        Some(Json::String(one)) => vec![one],
        Some(Json::Array(many)) => many.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    };
    let party = claims.text("azp");
    let ours = audience.contains(&client.as_str());
    // Meant for several, it was issued for one of them, which must be us.
    if !ours || party.is_some_and(|azp| azp != client) || audience.len() > 1 && party.is_none() {
        return Err(refused("sso.audience"));
    }
    let late = || Error::from(Fault::new("sso.time"));
    let expires = claims.time("exp").ok_or_else(late)?;
    let issued = claims.time("iat").ok_or_else(late)?;
    let begins = claims.time("nbf").unwrap_or(issued);
    if now >= expires + SKEW || issued > now + SKEW || begins > now + SKEW {
        return Err(late());
    }
    Ok(issued)
}
