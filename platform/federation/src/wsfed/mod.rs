//! WS-Federation 1.2 (OASIS, May 2009), passive requestor profile: sign-in with SAML 1.1 and 2.0 tokens, sign-out.

mod metadata;
mod token;

use roxmltree::Node;
use serde_json::Value as Json;
use talang_catalogue::Fault;
use talang_engine::objects::access_policy::SignOnProtocol;
use talang_engine::{Error, Result};
use talang_http::{Access, Call, Reply, Route, encode};
use talang_identity::{Identity, Method};
use talang_xml::{Strict, dsig, is, misbuilt, ns, unreadable};

use crate::arrival::{Arrival, conclude, refuse, switched_on};
use crate::handshake::{Handshake, begin, first_time, take};
use crate::page;
use crate::provider::{Protocol, Provider, base, speaking};
use crate::saml::SKEW;
use crate::saml::assertion::{self, Expected};

/// How WS-Federation is spoken.
pub(crate) static PROTOCOL: Protocol = Protocol {
    start,
    sign_out,
    metadata: |call, provider| metadata::own(call, provider).map(Some),
    own: |call, provider| {
        vec![
            ("providers-own-realm", provider.own_name(call)),
            ("providers-own-reply", provider.address(call, "/wsfed")),
            ("providers-own-metadata", provider.address(call, "/metadata")),
        ]
    },
    describe: metadata::read,
};

/// WS-Trust, February 2005 and 1.3: both are in use.
const TRUST: [&str; 2] =
    ["http://schemas.xmlsoap.org/ws/2005/02/trust", "http://docs.oasis-open.org/ws-sx/ws-trust/200512"];

/// The routes of WS-Federation.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::post("/sso/{code}/wsfed", Access::Public, receive).from_elsewhere(),
        Route::get("/sso/{code}/wsfed", Access::Public, signed_out),
    ]
}

fn refused(code: &'static str) -> Error {
    Fault::new(code).into()
}

fn joint(target: &str) -> char {
    if target.contains('?') { '&' } else { '?' }
}

/// Sends the browser to the provider (WS-Federation 1.2, 13.2.1 and 13.2.2).
fn start(call: &Call, provider: &Provider, next: &str, tester: Option<i64>) -> Result<Reply> {
    let target = provider.row.sign_in_url.as_deref().filter(|u| !u.is_empty());
    let target = target.ok_or_else(|| provider.lacks("sign_in_url"))?;
    provider.certificates()?;
    let (handshake, cookie) = begin(call, provider, next, tester, Json::Null)?;
    let to = format!(
        "{target}{}wa=wsignin1.0&wtrealm={}&wreply={}&wctx={}&wct={}",
        joint(target),
        encode(&provider.own_name(call)),
        encode(&provider.address(call, "/wsfed")),
        encode(&handshake.state),
        encode(&crate::saml::instant(call.installation.clock().now())),
    );
    let reply = if tester.is_some() { page::onward(call, provider, &to) } else { Reply::see_other(&to) };
    Ok(reply.with("set-cookie", cookie))
}

/// Where the browser goes to sign out there too (13.2.4).
fn sign_out(call: &Call, provider: &Provider, _session: Option<&str>) -> Result<Option<String>> {
    let target = provider.row.sign_out_url.as_deref().filter(|u| !u.is_empty());
    Ok(target.map(|target| {
        let back = format!("{}/sign-in", base(call));
        format!("{target}{}wa=wsignout1.0&wreply={}", joint(target), encode(&back))
    }))
}

/// `GET /sso/{code}/wsfed`: the provider ends the session that it began in this browser (`wsignoutcleanup1.0`,
/// `wsignout1.0`; 13.2.4 and 13.2.5).
fn signed_out(call: &Call) -> Result<Reply> {
    let provider = speaking(call, SignOnProtocol::WsFederation)?;
    match call.request.query("wa") {
        Some("wsignoutcleanup1.0" | "wsignout1.0") => {}
        _ => return refuse(call, &provider, None, unreadable("wa")),
    }
    let own = call.session.as_ref().filter(|s| s.provider.as_deref() == Some(provider.row.code.0.as_str()));
    if let Some(session) = own {
        Identity::installed()?.sign_out(&call.scope, &session.id, &call.request.address)?;
    }
    Ok(Reply::see_other("/sign-in"))
}

/// `POST /sso/{code}/wsfed`: the provider's answer.
fn receive(call: &Call) -> Result<Reply> {
    let provider = speaking(call, SignOnProtocol::WsFederation)?;
    let form = call.request.form();
    let sent = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    let mut handshake = None;
    let outcome = if sent("wa") == Some("wsignin1.0") {
        understand(call, &provider, sent("wresult"), sent("wctx"), &mut handshake)
    } else {
        Err(unreadable("wa"))
    };
    conclude(call, &provider, handshake.as_ref(), sent("wctx"), outcome)
}

fn understand(
    call: &Call,
    provider: &Provider,
    message: Option<&str>,
    context: Option<&str>,
    handshake: &mut Option<Handshake>,
) -> Result<Arrival> {
    // A path of ours is what a provider's portal sends; everything else must be a sign-in that began here.
    match context.filter(|c| !c.is_empty() && !c.starts_with('/')) {
        Some(state) => *handshake = Some(take(call, provider, state)?),
        None if provider.row.provider_initiated => {}
        None => return Err(refused("sso.unsolicited")),
    }
    switched_on(provider, handshake.as_ref())?;
    let message = message.ok_or_else(|| unreadable("wresult"))?;
    let document = Strict::Message.parse(message)?;
    let found = token(document.root_element())?;
    let certificates = provider.certificates()?;
    // Nothing around the token is signed: only what the token's own signature covers is read.
    let verified = dsig::verify(found, &certificates)?.ok_or_else(|| refused("sso.signature"))?;
    let own_name = provider.own_name(call);
    let here = provider.address(call, "/wsfed");
    let expected = Expected {
        issuer: &provider.row.issuer,
        audience: &own_name,
        recipient: &here,
        request: None,
        confirmed: false,
        now: call.installation.clock().now(),
    };
    let said = if is(found, ns::SAML, "Assertion") {
        assertion::read(&verified.text, &expected)?
    } else {
        token::read(&verified.text, &expected)?
    };
    if !first_time(call, provider, &said.id, said.until + SKEW)? {
        return Err(refused("sso.replay"));
    }
    let name = Some(said.name).filter(|n| !n.is_empty());
    Ok(Arrival {
        method: Method::WsFederation,
        issuer: provider.row.issuer.to_string(),
        subject: name.clone().filter(|_| !said.transient),
        name,
        attributes: said.attributes,
        session: said.session.or(Some(said.id)),
        logout_name: None,
        hint: None,
        until: said.session_until,
        strong: false,
        checks: vec!["browser", "signature", "issuer", "audience", "recipient", "time", "replay"],
    })
}

/// The one token of an answer, in its place.
fn token<'a, 'i>(root: Node<'a, 'i>) -> Result<Node<'a, 'i>> {
    let trust = |node: Node<'_, '_>, name: &str| TRUST.iter().any(|ns| is(node, ns, name));
    let elements = |node: Node<'a, 'i>| node.children().filter(Node::is_element);
    let answer = if trust(root, "RequestSecurityTokenResponseCollection") {
        let mut all = elements(root).filter(|n| trust(*n, "RequestSecurityTokenResponse"));
        match (all.next(), all.next()) {
            (Some(one), None) => one,
            _ => return Err(misbuilt("RequestSecurityTokenResponse")),
        }
    } else {
        root
    };
    if !trust(answer, "RequestSecurityTokenResponse") {
        return Err(misbuilt("RequestSecurityTokenResponse"));
    }
    let mut requested = elements(answer).filter(|n| trust(*n, "RequestedSecurityToken"));
    let (Some(requested), None) = (requested.next(), requested.next()) else {
        return Err(misbuilt("RequestedSecurityToken"));
    };
    let is_token = |n: &Node<'_, '_>| is(*n, ns::SAML, "Assertion") || is(*n, ns::SAML1, "Assertion");
    let mut tokens = elements(requested);
    let token = match (tokens.next(), tokens.next()) {
        (Some(one), None) if is_token(&one) => one,
        _ => return Err(misbuilt("several Assertion")),
    };
    // References to the token beside it are fine, a second token is not.
    if root.descendants().filter(|n| n.tag_name().name() == "Assertion").count() != 1 {
        return Err(misbuilt("several Assertion"));
    }
    Ok(token)
}
