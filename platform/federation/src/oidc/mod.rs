//! OpenID Connect (Core 1.0, Discovery 1.0, RP-Initiated Logout 1.0, Back-Channel Logout 1.0) with the authorisation code flow,
//! PKCE (RFC 7636) and the issuer in the answer (RFC 9207), after the best current practice of RFC 9700.

mod cache;
mod client;
mod jwt;
mod logout;
mod token;

pub(crate) use client::{has_secret, set_secret};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value as Json, json};
use talang_catalogue::{Fault, Record};
use talang_engine::objects::access_policy::SignOnProtocol;
use talang_engine::{Error, Result, View};
use talang_http::{Access, Call, Reply, Route, encode};
use talang_identity::Method;

use crate::arrival::{Arrival, conclude, switched_on};
use crate::handshake::{Handshake, begin, random, take, take_hint};
use crate::page;
use crate::provider::{Protocol, Provider, base, speaking};

/// How OpenID Connect is spoken.
pub(crate) static PROTOCOL: Protocol = Protocol {
    start,
    sign_out,
    metadata: |_, _| Ok(None),
    own: |call, provider| {
        vec![
            ("providers-own-redirect", redirect(call, provider)),
            ("providers-own-after-logout", format!("{}/sign-in", base(call))),
            ("providers-own-back-channel", provider.address(call, "/oidc/logout")),
            ("providers-own-jwks", provider.address(call, "/oidc/keys")),
        ]
    },
    describe: |text, _| client::describe(text),
};

/// Behind the issuer, where its description is (Discovery 4).
const WELL_KNOWN: &str = "/.well-known/openid-configuration";

/// What is asked for.
const SCOPE: &str = "openid profile email";

/// The routes of OpenID Connect.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sso/{code}/oidc", Access::Public, receive),
        Route::get("/sso/{code}/oidc/keys", Access::Public, keys),
        Route::post("/sso/{code}/oidc/logout", Access::Public, logout::receive).from_elsewhere(),
    ]
}

fn refused(code: &'static str) -> Error {
    Fault::new(code).into()
}

/// Where the provider sends the browser back to: an address of this provider's own, so that no other provider's answer is taken
/// for it (RFC 9700 §4.4).
fn redirect(call: &Call, provider: &Provider) -> String {
    provider.address(call, "/oidc")
}

/// The provider of the path, which speaks this protocol.
fn spoken(call: &Call) -> Result<Provider> {
    speaking(call, SignOnProtocol::OpenIdConnect)
}

/// `GET /sso/{code}/oidc/keys`: our public keys.
fn keys(call: &Call) -> Result<Reply> {
    spoken(call)?;
    Ok(Reply::json(&client::own_jwks(call)?))
}

/// Sends the browser to the provider (Core 3.1.2.1).
fn start(call: &Call, provider: &Provider, next: &str, tester: Option<i64>) -> Result<Reply> {
    let target = provider.row.sign_in_url.as_deref().filter(|u| !u.is_empty());
    let target = target.ok_or_else(|| provider.lacks("sign_in_url"))?;
    // Its issuer is checked before anybody is sent there.
    client::description(call, provider)?;
    let (nonce, verifier) = (random()?, random()?);
    let challenge = URL_SAFE_NO_PAD.encode(ring::digest::digest(&ring::digest::SHA256, verifier.as_bytes()));
    let data = json!({ "nonce": nonce, "verifier": verifier });
    let (handshake, cookie) = begin(call, provider, next, tester, data)?;
    let parameters = [
        ("response_type", "code"),
        ("client_id", &provider.own_name(call)),
        ("redirect_uri", &redirect(call, provider)),
        ("scope", SCOPE),
        ("state", &handshake.state),
        ("nonce", &nonce),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
        ("ui_locales", call.scope.language().code()),
    ];
    let to = with_parameters(target, &parameters);
    let reply = if tester.is_some() { page::onward(call, provider, &to) } else { Reply::see_other(&to) };
    Ok(reply.with("set-cookie", cookie))
}

/// The address of a provider's description, of which its administrators often know only the issuer (Discovery 4).
pub(crate) fn described_at(address: &str) -> String {
    if address.is_empty() || address.contains("/.well-known/") {
        return address.to_string();
    }
    format!("{}{WELL_KNOWN}", address.strip_suffix('/').unwrap_or(address))
}

fn with_parameters(target: &str, parameters: &[(&str, &str)]) -> String {
    let joint = if target.contains('?') { '&' } else { '?' };
    let pairs: Vec<String> = parameters.iter().map(|(n, v)| format!("{n}={}", encode(v))).collect();
    format!("{target}{joint}{}", pairs.join("&"))
}

/// The longest ID token that goes into an address, in bytes: servers commonly take 8,192 of a whole one.
const LONGEST_HINT: usize = 4_096;

/// Where the browser goes to sign out there too (RP-Initiated Logout 1.0, 2): with the ID token of the session, by which the
/// provider knows whom it is to sign out. Without one it knows us by the client identifier and asks its user itself.
fn sign_out(call: &Call, provider: &Provider, session: Option<&str>) -> Result<Option<String>> {
    let Some(target) = provider.row.sign_out_url.as_deref().filter(|u| !u.is_empty()) else {
        return Ok(None);
    };
    let hint = match session {
        Some(session) => take_hint(call, provider, session)?,
        None => None,
    };
    let back = format!("{}/sign-in", base(call));
    let client = provider.own_name(call);
    let mut parameters = vec![("client_id", client.as_str()), ("post_logout_redirect_uri", &back)];
    parameters.extend(hint.as_deref().map(|token| ("id_token_hint", token)));
    Ok(Some(with_parameters(target, &parameters)))
}

/// `GET /sso/{code}/oidc`: the provider's answer.
fn receive(call: &Call) -> Result<Reply> {
    let provider = spoken(call)?;
    let mut handshake = None;
    let outcome = understand(call, &provider, &mut handshake);
    conclude(call, &provider, handshake.as_ref(), None, outcome)
}

fn understand(call: &Call, provider: &Provider, handshake: &mut Option<Handshake>) -> Result<Arrival> {
    let request = &call.request;
    let names: Vec<&str> = request.query.iter().map(|(name, _)| name.as_str()).collect();
    if ["state", "code", "iss", "error"].iter().any(|n| names.iter().filter(|m| *m == n).count() > 1) {
        return Err(Fault::new("sso.structure").with("detail", "parameters").into());
    }
    // Taken first, once, by the browser that was sent: nothing else of the answer is looked at without it.
    let state = request.query("state").ok_or_else(|| refused("sso.unsolicited"))?;
    let begun = handshake.insert(take(call, provider, state)?);
    switched_on(provider, Some(begun))?;
    issuer(call, provider, request.query("iss"))?;
    if let Some(error) = request.query("error") {
        return Err(Fault::new("sso.declined").with("detail", client::short(error)).into());
    }
    let code = request.query("code").filter(|c| !c.is_empty());
    let code = code.ok_or_else(|| Fault::new("sso.structure").with("detail", "code"))?;
    let kept = |name: &str| begun.data.get(name).and_then(Json::as_str).unwrap_or_default();
    let tokens = client::exchange(call, provider, code, kept("verifier"))?;
    let said = token::read(call, provider, &tokens, kept("nonce"))?;
    let more = client::userinfo(call, provider, tokens.access.as_deref(), &said.subject)?;
    let mut claims = said.claims;
    if let Json::Object(more) = more {
        for (name, value) in more {
            claims.entry(name).or_insert(value);
        }
    }
    // An address that the provider has not checked says nothing about its owner.
    if claims.get("email_verified").is_some_and(|v| v.as_bool() == Some(false) || v.as_str() == Some("false"))
    {
        claims.shift_remove("email");
    }
    let text = |name: &str| claims.get(name).and_then(Json::as_str).map(str::to_string);
    let mut checks = vec!["browser", "signature", "issuer", "audience", "nonce", "time"];
    if request.query("iss").is_some() {
        checks.push("issuer-parameter");
    }
    Ok(Arrival {
        method: Method::OpenIdConnect,
        issuer: provider.row.issuer.to_string(),
        name: text("preferred_username").or_else(|| text("email")).or_else(|| Some(said.subject.clone())),
        attributes: claims
            .iter()
            .map(|(n, v)| (n.clone(), values(v)))
            .filter(|(_, v)| !v.is_empty())
            .collect(),
        session: Some(text("sid").unwrap_or_else(|| logout::of_subject(&said.subject))),
        logout_name: Some(said.subject.clone()),
        subject: Some(said.subject),
        hint: Some(tokens.id).filter(|token| token.len() <= LONGEST_HINT),
        until: None,
        strong: is_strong(&claims),
        checks,
    })
}

/// Whether the provider says that it asked for two factors: by its methods (RFC 8176), or by an authentication context that means
/// it (REFEDS MFA; phishing-resistant, of OpenID Connect EAP ACR Values 1.0).
fn is_strong(claims: &Map<String, Json>) -> bool {
    const KNOWN: [&str; 3] = ["pwd", "pin", "kba"];
    const HAD: [&str; 7] = ["otp", "sms", "tel", "hwk", "swk", "sc", "pop"];
    const BODY: [&str; 5] = ["fpt", "face", "iris", "retina", "vbm"];
    let methods = claims.get("amr").map(values).unwrap_or_default();
    let used = |kind: &[&str]| methods.iter().any(|m| kind.contains(&m.as_str()));
    let kinds = [used(&KNOWN), used(&HAD), used(&BODY)].into_iter().filter(|used| *used).count();
    let context = claims.get("acr").and_then(Json::as_str).unwrap_or_default();
    kinds > 1 || used(&["mfa"]) || matches!(context, "phr" | "phrh" | "https://refeds.org/profile/mfa")
}

/// The issuer in the answer must be the provider's; a provider that says it always tells it must do so (RFC 9207 §2.4).
fn issuer(call: &Call, provider: &Provider, said: Option<&str>) -> Result<()> {
    let promised = || {
        let description = client::description(call, provider)?;
        let name = "authorization_response_iss_parameter_supported";
        Ok::<_, Error>(description.get(name).and_then(Json::as_bool) == Some(true))
    };
    match said {
        Some(issuer) if issuer == &*provider.row.issuer => Ok(()),
        Some(_) => Err(refused("sso.issuer")),
        None if promised()? => Err(refused("sso.issuer")),
        None => Ok(()),
    }
}

/// The texts of a claim.
fn values(claim: &Json) -> Vec<String> {
    match claim {
        Json::String(text) => vec![text.clone()],
        Json::Number(number) => vec![number.to_string()],
        Json::Bool(yes) => vec![yes.to_string()],
        Json::Array(list) => list.iter().flat_map(values).collect(),
        Json::Null | Json::Object(_) => Vec::new(),
    }
}

/// The description of a provider must be its issuer's own (Discovery 4.3): one host's word about another is worth nothing.
pub(crate) fn check_description(
    _view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let text = |field: &str| new.get(field).as_text().unwrap_or_default().to_string();
    let (address, issuer) = (text("metadata_url"), text("issuer"));
    // Before the description is read the issuer is not known.
    if text("protocol") == "openid-connect" && !address.is_empty() && !new.get("sign_in_url").is_null() {
        let own = described_at(&issuer);
        if address != own {
            faults.push(Fault::new("provider.metadata").on("metadata_url").with("detail", own));
        }
    }
    Ok(())
}
