//! Single logout (SAML profiles, 4.4) over the redirect binding: begun here, or at the provider.

use talang_catalogue::Fault;
use talang_engine::objects::access_policy::SignOnProtocol;
use talang_engine::{Error, Result};
use talang_http::{Call, Reply};
use talang_identity::Identity;
use talang_xml::{Strict, at_most_one, children, dsig, escape, is, misbuilt, ns, only, text};

use super::{SKEW, instant, moment, request};
use crate::arrival::refuse;
use crate::handshake::{first_time, session_name, sessions_of};
use crate::page;
use crate::provider::{Provider, speaking};

fn refused(code: &'static str) -> Error {
    Fault::new(code).into()
}

/// Where the browser goes after a session ended here: to the provider with a `LogoutRequest`.
pub(super) fn sign_out(call: &Call, provider: &Provider, session: Option<&str>) -> Result<Option<String>> {
    let target = provider.row.sign_out_url.as_deref().filter(|u| !u.is_empty());
    let (Some(target), Some(session)) = (target, session) else { return Ok(None) };
    let Some(name) = session_name(call, provider, session)? else { return Ok(None) };
    let now = call.installation.clock().now();
    let text = format!(
        "<samlp:LogoutRequest xmlns:samlp=\"{}\" xmlns:saml=\"{}\" ID=\"{}\" Version=\"2.0\" IssueInstant=\"{}\" \
         NotOnOrAfter=\"{}\" Destination=\"{}\"><saml:Issuer>{}</saml:Issuer>{}<samlp:SessionIndex>{}</samlp:SessionIndex>\
         </samlp:LogoutRequest>",
        ns::SAMLP,
        ns::SAML,
        new_id()?,
        instant(now),
        instant(now + 5 * SKEW),
        escape(target),
        escape(&provider.own_name(call)),
        name_element(&name),
        escape(session),
    );
    Ok(Some(request::redirect(call, target, "SAMLRequest", &text, None, true)?))
}

/// The `NameID` that was kept, as an element.
fn name_element(kept: &str) -> String {
    let mut parts = kept.splitn(4, '\n');
    let mut out = "<saml:NameID".to_string();
    for attribute in ["Format", "NameQualifier", "SPNameQualifier"] {
        let value = parts.next().unwrap_or_default();
        if !value.is_empty() {
            out.push_str(&format!(" {attribute}=\"{}\"", escape(value)));
        }
    }
    out.push_str(&format!(">{}</saml:NameID>", escape(parts.next().unwrap_or_default())));
    out
}

fn new_id() -> Result<String> {
    let mut bytes = [0; 20];
    getrandom::fill(&mut bytes).map_err(|_| refused("internal"))?;
    Ok(format!("_{}", talang_store::attachments::hex(&bytes)))
}

/// `GET /sso/{code}/logout`: the provider's request, or its answer to ours.
pub(super) fn receive(call: &Call) -> Result<Reply> {
    let provider = speaking(call, SignOnProtocol::Saml)?;
    if call.request.query("SAMLResponse").is_some() {
        // Our session ended before we asked; whatever the provider says, there is nothing left to do.
        return Ok(Reply::see_other("/sign-in"));
    }
    let ended = by_redirect(call, &provider);
    ended.or_else(|error| refuse(call, &provider, None, error))
}

/// `POST /sso/{code}/logout`: the same by form.
pub(super) fn receive_form(call: &Call) -> Result<Reply> {
    let provider = speaking(call, SignOnProtocol::Saml)?;
    let form = call.request.form();
    let sent = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    if sent("SAMLResponse").is_some() {
        return Ok(Reply::see_other("/sign-in"));
    }
    let ended = (|| {
        let message = talang_xml::text_of(talang_xml::base64(
            sent("SAMLRequest").ok_or_else(|| talang_xml::unreadable("SAMLRequest"))?,
        )?)?;
        let document = Strict::Message.parse(&message)?;
        let verified = dsig::verify(document.root_element(), &provider.certificates()?)?;
        let verified = verified.ok_or_else(|| refused("sso.signature"))?;
        end(call, &provider, &verified.text, sent("RelayState"))
    })();
    ended.or_else(|error| refuse(call, &provider, None, error))
}

/// A request whose signature is in the address: over the very characters that were sent (SAML bindings, 3.4.4.1).
fn by_redirect(call: &Call, provider: &Provider) -> Result<Reply> {
    let message = call.request.query("SAMLRequest").ok_or_else(|| talang_xml::unreadable("SAMLRequest"))?;
    let signature = call.request.query("Signature").ok_or_else(|| refused("sso.signature"))?;
    let algorithm = call.request.query("SigAlg").ok_or_else(|| refused("sso.signature"))?;
    let raw =
        call.request.header(":path").and_then(|p| p.split_once('?')).map(|(_, q)| q).unwrap_or_default();
    let part = |name: &str| {
        let mut found = raw.split('&').filter(|p| p.split('=').next() == Some(name));
        match (found.next(), found.next()) {
            (Some(_), Some(_)) => Err(misbuilt(name)),
            (one, _) => Ok(one),
        }
    };
    let mut signed = part("SAMLRequest")?.ok_or_else(|| refused("sso.signature"))?.to_string();
    for name in ["RelayState", "SigAlg"] {
        if let Some(part) = part(name)? {
            signed.push_str(&format!("&{part}"));
        }
    }
    dsig::check(algorithm, signed.as_bytes(), &talang_xml::base64(signature)?, &provider.certificates()?)?;
    end(call, provider, &request::unpack(message)?, call.request.query("RelayState"))
}

/// Ends the sessions that a verified `LogoutRequest` names, and answers.
fn end(call: &Call, provider: &Provider, verified: &str, relay: Option<&str>) -> Result<Reply> {
    let document = Strict::Message.parse(verified)?;
    let root = document.root_element();
    if !is(root, ns::SAMLP, "LogoutRequest") || root.attribute("Version") != Some("2.0") {
        return Err(misbuilt("LogoutRequest"));
    }
    let id = root.attribute("ID").filter(|id| !id.is_empty()).ok_or_else(|| misbuilt("ID"))?;
    if text(only(root, ns::SAML, "Issuer")?)? != provider.row.issuer.0 {
        return Err(refused("sso.issuer"));
    }
    if root.attribute("Destination").is_some_and(|d| d != provider.address(call, "/logout")) {
        return Err(refused("sso.destination"));
    }
    let now = call.installation.clock().now();
    let issued = root.attribute("IssueInstant").and_then(moment).ok_or_else(|| misbuilt("IssueInstant"))?;
    let end = root
        .attribute("NotOnOrAfter")
        .map(|t| moment(t).ok_or_else(|| misbuilt("NotOnOrAfter")))
        .transpose()?;
    let end = end.unwrap_or(issued + 5 * SKEW);
    if issued > now + SKEW || now - SKEW >= end {
        return Err(refused("sso.time"));
    }
    if !first_time(call, provider, id, end + SKEW)? {
        return Err(refused("sso.replay"));
    }
    let name = at_most_one(root, ns::SAML, "NameID")?.ok_or_else(|| refused("sso.subject"))?;
    let part = |attribute: &str| name.attribute(attribute).unwrap_or_default().to_string();
    let name = [part("Format"), part("NameQualifier"), part("SPNameQualifier"), text(name)?].join("\n");
    let mut named = Vec::new();
    for index in children(root, ns::SAMLP, "SessionIndex") {
        named.push(text(index)?);
    }
    // Without an index, all sessions of the user (SAML core, 3.7.1); with one, only if it is a session of the user.
    let known = sessions_of(call, provider, &name)?;
    let identity = Identity::installed()?;
    for session in known.iter().filter(|s| named.is_empty() || named.contains(s)) {
        identity.end_provider_sessions(
            &call.installation,
            call.scope.tenant(),
            &provider.row.code,
            Some(session),
        )?;
    }
    let target = provider.row.sign_out_url.as_deref().filter(|u| !u.is_empty());
    let Some(target) = target else { return Ok(Reply::see_other("/sign-in")) };
    let answer = format!(
        "<samlp:LogoutResponse xmlns:samlp=\"{}\" xmlns:saml=\"{}\" ID=\"{}\" Version=\"2.0\" IssueInstant=\"{}\" \
         Destination=\"{}\" InResponseTo=\"{}\"><saml:Issuer>{}</saml:Issuer><samlp:Status><samlp:StatusCode \
         Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"></samlp:StatusCode></samlp:Status></samlp:LogoutResponse>",
        ns::SAMLP,
        ns::SAML,
        new_id()?,
        instant(now),
        escape(target),
        escape(id),
        escape(&provider.own_name(call)),
    );
    let to = request::redirect(call, target, "SAMLResponse", &answer, relay, true)?;
    Ok(match call.request.method {
        talang_http::Method::Get => Reply::see_other(&to),
        _ => page::onward(call, provider, &to),
    })
}
