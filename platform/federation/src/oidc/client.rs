//! What this application shows the provider at the token endpoint: a secret, or a statement signed with its own key; and what the
//! provider says about itself (OpenID Connect Discovery 1.0).

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value as Json, json};
use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use talang_http::{Call, encode};
use talang_store::{P, Place};

use super::cache;
use crate::fetch::fetch;
use crate::handshake::random;
use crate::keys::{OwnKey, own_keys};
use crate::provider::{Described, Provider};

fn internal() -> Error {
    Fault::new("internal").into()
}

fn wrong(detail: &str) -> Error {
    Fault::new("provider.metadata").with("detail", detail).into()
}

/// Reads a provider's description.
///
/// # Errors
/// `provider.metadata`.
pub(crate) fn describe(text: &str) -> Result<Described> {
    let json: Json = serde_json::from_str(text).map_err(|_| wrong("JSON"))?;
    let text = |name: &str| json.get(name).and_then(Json::as_str).unwrap_or_default().to_string();
    for name in ["issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"] {
        if text(name).is_empty() {
            return Err(wrong(name));
        }
    }
    let lists = |name: &str, word: &str| {
        let list = json.get(name).and_then(Json::as_array);
        list.is_none_or(|list| list.iter().any(|w| w.as_str() == Some(word)))
    };
    if !lists("response_types_supported", "code") {
        return Err(wrong("response_types_supported"));
    }
    Ok(Described {
        fields: vec![
            ("issuer", text("issuer")),
            ("sign_in_url", text("authorization_endpoint")),
            ("token_url", text("token_endpoint")),
            ("keys_url", text("jwks_uri")),
            ("sign_out_url", text("end_session_endpoint")),
            // What it says about its methods is read there again when somebody signs in.
            ("metadata_url", super::described_at(&text("issuer"))),
        ],
    })
}

/// What the provider says about itself now; nothing where its settings were entered by hand. Its issuer must be the one that is
/// set, letter by letter (Discovery 4.3).
///
/// # Errors
/// `provider.unreachable`, `sso.issuer`.
pub(crate) fn description(call: &Call, provider: &Provider) -> Result<Arc<Json>> {
    let Some(address) = provider.row.metadata_url.as_deref().filter(|a| !a.is_empty()) else {
        return Ok(Arc::new(Json::Null));
    };
    let json = cache::json(call, address, cache::KEPT)?;
    if json.get("issuer").and_then(Json::as_str) != Some(&*provider.row.issuer) {
        return Err(Fault::new("sso.issuer").into());
    }
    Ok(json)
}

/// The secret that the provider gave this application. It is no field of the provider's record: nothing shows, exports or
/// journals it.
fn secret(call: &Call, provider: i64) -> Result<Option<String>> {
    let db = call.scope.tenant().db();
    let row =
        db.read(|conn| {
            Ok::<_, Error>(conn.query_one(
                "SELECT secret FROM shared.sign_on_secret WHERE provider = ?",
                &[P::Int(provider)],
            )?)
        })?;
    let Some(sealed) = row.as_ref().and_then(|r| r.first()).filter(|c| !c.text().is_empty()) else {
        return Ok(None);
    };
    let secret = db.vault().open(Place::ProviderSecret, provider, sealed.text())?;
    Ok(String::from_utf8(secret).ok())
}

/// Whether there is a secret.
///
/// # Errors
/// Storage.
pub(crate) fn has_secret(call: &Call, provider: i64) -> Result<bool> {
    let found = call.scope.tenant().db().read(|conn| {
        Ok::<_, Error>(conn.query_one(
            "SELECT 1 FROM shared.sign_on_secret WHERE provider = ? AND secret <> ''",
            &[P::Int(provider)],
        )?)
    })?;
    Ok(found.is_some())
}

/// Sets the secret; an empty one takes it away. Whether the caller may is the caller's question.
///
/// # Errors
/// Storage.
pub(crate) fn set_secret(call: &Call, provider: i64, secret: &str) -> Result<()> {
    let login = match &call.scope.actor {
        talang_engine::Actor::User { login, .. } => login.clone(),
        talang_engine::Actor::System => String::new(),
    };
    let db = call.scope.tenant().db();
    db.write(|conn| {
        conn.exec("DELETE FROM shared.sign_on_secret WHERE provider = ?", &[P::Int(provider)])?;
        if !secret.is_empty() {
            let sealed = db.vault().seal(Place::ProviderSecret, provider, secret.as_bytes())?;
            conn.exec(
                "INSERT INTO shared.sign_on_secret (provider, secret) VALUES (?, ?)",
                &[P::Int(provider), P::Owned(sealed)],
            )?;
        }
        let detail = format!("client-secret: {}", if secret.is_empty() { "removed" } else { "set" });
        call.scope.log_activity_within(conn, "settings-changed", &call.request.address, &login, &detail)
    })
}

/// What came from the token endpoint.
pub(crate) struct Tokens {
    /// The ID token.
    pub id: String,
    /// The access token, for the claims endpoint.
    pub access: Option<String>,
}

/// Exchanges a code for tokens (OpenID Connect Core 3.1.3), with the verifier of PKCE (RFC 7636).
///
/// # Errors
/// `sso.declined` with what the provider said; `provider.unreachable`, `provider.incomplete`.
pub(crate) fn exchange(call: &Call, provider: &Provider, code: &str, verifier: &str) -> Result<Tokens> {
    let address = provider.row.token_url.as_deref().filter(|u| !u.is_empty());
    let address = address.ok_or_else(|| provider.lacks("token_url"))?;
    let client = provider.own_name(call);
    let back = super::redirect(call, provider);
    let mut form = vec![
        ("grant_type", "authorization_code".to_string()),
        ("code", code.to_string()),
        ("redirect_uri", back),
        ("code_verifier", verifier.to_string()),
    ];
    let mut headers = vec![("accept", "application/json".to_string())];
    let description = description(call, provider)?;
    let methods = description.get("token_endpoint_auth_methods_supported").and_then(Json::as_array);
    let supported = |method: &str| methods.is_some_and(|m| m.iter().any(|w| w.as_str() == Some(method)));
    match secret(call, provider.id)? {
        // RFC 6749 §2.3.1; basic is what a provider supports that says nothing (Discovery 3).
        Some(secret) if methods.is_none() || supported("client_secret_basic") => {
            let pair = STANDARD.encode(format!("{}:{}", encode(&client), encode(&secret)));
            headers.push(("authorization", format!("Basic {pair}")));
        }
        Some(secret) => {
            form.push(("client_id", client));
            form.push(("client_secret", secret));
        }
        None => {
            form.push(("client_id", client.clone()));
            form.push(("client_assertion_type", ASSERTION.to_string()));
            form.push(("client_assertion", assertion(call, &client, address)?));
        }
    }
    let headers: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let fetched = fetch(address, &headers, Some(&form))?;
    let unusable = || Error::from(Fault::new("provider.unreachable").with("address", address));
    let json: Json = serde_json::from_slice(&fetched.body).map_err(|_| unusable())?;
    let text = |name: &str| json.get(name).and_then(Json::as_str).map(str::to_string);
    if fetched.status != 200 {
        let error = text("error").ok_or_else(unusable)?;
        return Err(Fault::new("sso.declined").with("detail", short(&error)).into());
    }
    let id = text("id_token").ok_or_else(|| Fault::new("sso.structure").with("detail", "id_token"))?;
    let bearer = text("token_type").is_some_and(|t| t.eq_ignore_ascii_case("bearer"));
    Ok(Tokens { id, access: text("access_token").filter(|_| bearer) })
}

/// A code of the provider's, safe to show and to log.
pub(crate) fn short(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')).take(60).collect()
}

/// RFC 7523 §2.2.
const ASSERTION: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A statement of who we are for the token endpoint, signed with the tenant's own key (OpenID Connect Core 9,
/// `private_key_jwt`).
fn assertion(call: &Call, client: &str, audience: &str) -> Result<String> {
    let keys = own_keys(call)?;
    let key = keys.first().ok_or_else(internal)?;
    let now = call.installation.clock().now() / 1_000_000;
    let head = json!({ "alg": "RS256", "typ": "JWT", "kid": kid(key) });
    let claims = json!({
        "iss": client, "sub": client, "aud": audience, "jti": random()?, "iat": now, "exp": now + 60,
    });
    let text = format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(head.to_string()),
        URL_SAFE_NO_PAD.encode(claims.to_string())
    );
    let pair = key.signer()?;
    let mut signature = vec![0; pair.public().modulus_len()];
    pair.sign(
        &ring::signature::RSA_PKCS1_SHA256,
        &ring::rand::SystemRandom::new(),
        text.as_bytes(),
        &mut signature,
    )
    .map_err(|_| internal())?;
    Ok(format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature)))
}

fn kid(key: &OwnKey) -> String {
    URL_SAFE_NO_PAD.encode(ring::digest::digest(&ring::digest::SHA256, &key.certificate))
}

/// The tenant's public keys, for providers that check our signature (RFC 7517).
///
/// # Errors
/// Storage.
pub(crate) fn own_jwks(call: &Call) -> Result<Json> {
    let mut keys = Vec::new();
    for key in own_keys(call)? {
        let pair = key.signer()?;
        let public = ring::rsa::PublicKeyComponents::<Vec<u8>>::from(pair.public());
        keys.push(json!({
            "kty": "RSA",
            "use": "sig",
            "alg": "RS256",
            "kid": kid(&key),
            "n": URL_SAFE_NO_PAD.encode(&public.n),
            "e": URL_SAFE_NO_PAD.encode(&public.e),
            "x5c": [STANDARD.encode(&key.certificate)],
        }));
    }
    Ok(json!({ "keys": keys }))
}

/// What the claims endpoint adds (OpenID Connect Core 5.3); nothing where the provider has none.
///
/// # Errors
/// `sso.subject`: it speaks about somebody else; `provider.unreachable`.
pub(crate) fn userinfo(
    call: &Call,
    provider: &Provider,
    access: Option<&str>,
    subject: &str,
) -> Result<Json> {
    let description = description(call, provider)?;
    let address = description.get("userinfo_endpoint").and_then(Json::as_str);
    let (Some(address), Some(access)) = (address, access) else { return Ok(Json::Null) };
    let bearer = format!("Bearer {access}");
    let fetched = fetch(address, &[("authorization", &bearer), ("accept", "application/json")], None)?;
    let unusable = || Error::from(Fault::new("provider.unreachable").with("address", address));
    if fetched.status != 200 {
        return Err(unusable());
    }
    let json: Json = serde_json::from_slice(&fetched.body).map_err(|_| unusable())?;
    if json.get("sub").and_then(Json::as_str) != Some(subject) {
        return Err(Fault::new("sso.subject").into());
    }
    Ok(json)
}
