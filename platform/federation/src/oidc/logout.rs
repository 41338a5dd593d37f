//! Back-Channel Logout 1.0: the provider tells this server directly that a session has ended.

use serde_json::{Value as Json, json};
use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use talang_http::{Call, Reply};
use talang_identity::Identity;

use super::jwt;
use super::token::{SKEW, addressed};
use super::{refused, spoken};
use crate::handshake::{first_time, session_name, sessions_of};
use crate::provider::{Provider, program};

/// The event that a logout token tells (2.4).
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// How old a logout token may be, in microseconds.
const OLDEST: i64 = 10 * 60_000_000;

/// What a session is called whose provider gave it no name: it ends when its user's do.
pub(super) fn of_subject(subject: &str) -> String {
    format!("sub:{subject}")
}

/// `POST /sso/{code}/oidc/logout` (2.5).
pub(super) fn receive(call: &Call) -> Result<Reply> {
    let provider = spoken(call)?;
    let form = call.request.form();
    let token = form.iter().find(|(name, _)| name == "logout_token").map(|(_, v)| v.as_str());
    let ended = match token {
        Some(token) => end(call, &provider, token),
        None => Err(Fault::new("sso.structure").with("detail", "logout_token").into()),
    };
    match ended {
        Ok(()) => Ok(Reply::status(200).with("cache-control", "no-store")),
        Err(error) if error.status() < 500 => {
            let code = error.faults().first().map(|f| f.code).unwrap_or_default();
            let detail = format!("{}: {code}", provider.row.code.0);
            program(call).log_activity("sign-out-refused", &call.request.address, "", &detail)?;
            let body = json!({ "error": "invalid_request", "error_description": code });
            Ok(Reply::json(&body).code(400).with("cache-control", "no-store").with("x-fault", code))
        }
        Err(error) => Err(error),
    }
}

/// Judges a logout token (2.6) and ends what it names.
fn end(call: &Call, provider: &Provider, token: &str) -> Result<()> {
    let wrong = |detail: &str| Error::from(Fault::new("sso.structure").with("detail", detail));
    if !provider.row.active {
        return Err(Fault::new("record.not_found").with("object", "IdentityProvider").into());
    }
    let keys = provider.row.keys_url.as_deref().filter(|u| !u.is_empty());
    let claims = jwt::verify(call, token, keys.ok_or_else(|| provider.lacks("keys_url"))?)?;
    if !matches!(claims.typ.as_str(), "" | "jwt" | "logout+jwt" | "application/logout+jwt") {
        return Err(wrong("typ"));
    }
    let now = call.installation.clock().now();
    let issued = addressed(call, provider, &claims, now)?;
    if issued < now - OLDEST {
        return Err(refused("sso.time"));
    }
    let told = claims.all.get("events").and_then(|e| e.get(EVENT)).is_some_and(Json::is_object);
    if !told {
        return Err(wrong("events"));
    }
    // An ID token is no logout token.
    if claims.all.contains_key("nonce") {
        return Err(wrong("nonce"));
    }
    let name = claims.text("jti").filter(|j| !j.is_empty()).ok_or_else(|| wrong("jti"))?;
    let (session, subject) = (claims.text("sid"), claims.text("sub"));
    if session.is_none() && subject.is_none() {
        return Err(wrong("sid"));
    }
    if !first_time(call, provider, &format!("logout {name}"), issued + OLDEST + SKEW)? {
        return Err(refused("sso.replay"));
    }
    let mut ending: Vec<String> = Vec::new();
    match (session, subject) {
        (Some(session), subject) => {
            // A session of somebody else is not ended in this user's name.
            let owner = session_name(call, provider, session)?;
            if subject.is_none() || owner.as_deref() == subject {
                ending.push(session.to_string());
            }
            ending.extend(subject.map(of_subject));
        }
        (None, Some(subject)) => {
            ending.extend(sessions_of(call, provider, subject)?);
            ending.push(of_subject(subject));
        }
        (None, None) => {}
    }
    let identity = Identity::installed()?;
    for session in ending {
        identity.end_provider_sessions(
            &call.installation,
            call.scope.tenant(),
            &provider.row.code,
            Some(&session),
        )?;
    }
    Ok(())
}
