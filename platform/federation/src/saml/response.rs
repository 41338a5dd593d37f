//! A provider's answer (SAML profiles, 4.1.4): what arrives at the assertion consumer service.

use roxmltree::Node;
use talang_catalogue::Fault;
use talang_engine::objects::access_policy::SignOnProtocol;
use talang_engine::{Error, Result};
use talang_http::{Call, Reply};
use talang_identity::Method;
use talang_xml::{Strict, at_most_one, children, dsig, enc, is, misbuilt, ns, only, text};

use super::SKEW;
use super::assertion::{Expected, read};
use super::request::id_of;
use crate::arrival::{Arrival, conclude, switched_on};
use crate::handshake::{Handshake, first_time, take};
use crate::keys::own_keys;
use crate::provider::{Provider, speaking};

fn refused(code: &'static str) -> Error {
    Fault::new(code).into()
}

/// `POST /sso/{code}/acs`
pub(super) fn receive(call: &Call) -> Result<Reply> {
    let provider = speaking(call, SignOnProtocol::Saml)?;
    let form = call.request.form();
    let sent = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    let mut handshake = None;
    let outcome = understand(call, &provider, sent("SAMLResponse"), &mut handshake);
    conclude(call, &provider, handshake.as_ref(), sent("RelayState"), outcome)
}

/// Checks everything. `handshake` is set as soon as it is known, so that a test can report what was wrong.
fn understand(
    call: &Call,
    provider: &Provider,
    message: Option<&str>,
    handshake: &mut Option<Handshake>,
) -> Result<Arrival> {
    let message = message.ok_or_else(|| talang_xml::unreadable("SAMLResponse"))?;
    if message.len() > talang_xml::MOST_MESSAGE * 2 {
        return Err(talang_xml::unreadable("too large"));
    }
    let message = talang_xml::text_of(talang_xml::base64(message)?)?;
    let document = Strict::Message.parse(&message)?;
    let outer = document.root_element();
    if !is(outer, ns::SAMLP, "Response") || outer.attribute("Version") != Some("2.0") {
        return Err(misbuilt("Response"));
    }
    // Taken on the word of an answer that is not verified yet: it can only end what this browser began.
    if let Some(answered) = outer.attribute("InResponseTo") {
        let state = answered.strip_prefix('_').ok_or_else(|| refused("sso.browser"))?;
        *handshake = Some(take(call, provider, state)?);
    }
    switched_on(provider, handshake.as_ref())?;
    if handshake.is_none() && !provider.row.provider_initiated {
        return Err(refused("sso.unsolicited"));
    }
    single(outer)?;
    let certificates = provider.certificates()?;
    let mut checks = vec!["browser"];
    // From here on only what a signature covers is read; without one around the answer, that is the assertion alone.
    let verified = dsig::verify(outer, &certificates)?;
    let around = verified.is_some();
    let answer = verified.map_or_else(|| message.clone(), |v| v.text);
    let answer = Strict::Message.parse(&answer)?;
    let root = answer.root_element();
    succeeded(root)?;
    if let Some(issuer) = at_most_one(root, ns::SAML, "Issuer")?
        && text(issuer)? != provider.row.issuer.0
    {
        return Err(refused("sso.issuer"));
    }
    let here = provider.address(call, "/acs");
    // Destination is mandatory in a signed answer (SAML bindings, 3.5.5.2), and right in every one.
    if root.attribute("Destination").map_or(around, |destination| destination != here) {
        return Err(refused("sso.destination"));
    }
    checks.push("destination");
    // Where each assertion must be signed itself, a signature around the answer is not enough.
    let suffices = around && !provider.row.assertion_signed;
    let assertion = signed_assertion(call, root, around, suffices, &certificates, &mut checks)?;
    let request = handshake.as_ref().map(|h| id_of(&h.state));
    let own_name = provider.own_name(call);
    let expected = Expected {
        issuer: &provider.row.issuer,
        audience: &own_name,
        recipient: &here,
        request: request.as_deref(),
        confirmed: true,
        now: call.installation.clock().now(),
    };
    let said = read(&assertion, &expected)?;
    checks.extend(["issuer", "audience", "recipient", "time"]);
    if !first_time(call, provider, &said.id, said.until + SKEW)? {
        return Err(refused("sso.replay"));
    }
    checks.push("replay");
    let name = Some(said.name).filter(|n| !n.is_empty());
    Ok(Arrival {
        method: Method::Saml,
        issuer: provider.row.issuer.to_string(),
        subject: name.clone().filter(|_| !said.transient),
        logout_name: name.as_ref().map(|_| said.name_id),
        name,
        attributes: said.attributes,
        session: said.session.or(Some(said.id)),
        hint: None,
        until: said.session_until,
        strong: is_strong(&said.context),
        checks,
    })
}

/// One assertion in the whole message, and it stands where assertions stand: a second one is how signatures are wrapped.
fn single(root: Node<'_, '_>) -> Result<()> {
    let named = |name: &'static str| root.descendants().filter(move |n| n.tag_name().name() == name).count();
    let direct = children(root, ns::SAML, "Assertion").count()
        + children(root, ns::SAML, "EncryptedAssertion").count();
    if named("Response") != 1 {
        return Err(misbuilt("several Response"));
    }
    if direct != named("Assertion") + named("EncryptedAssertion") || direct > 1 {
        return Err(misbuilt("several Assertion"));
    }
    Ok(())
}

/// The provider says that it knows who it is.
fn succeeded(root: Node<'_, '_>) -> Result<()> {
    let status = only(only(root, ns::SAMLP, "Status")?, ns::SAMLP, "StatusCode")?;
    let value = status.attribute("Value").unwrap_or_default();
    if value == "urn:oasis:names:tc:SAML:2.0:status:Success" {
        return Ok(());
    }
    // The second level says more: AuthnFailed, RequestDenied …
    let inner = at_most_one(status, ns::SAMLP, "StatusCode")?.and_then(|n| n.attribute("Value"));
    let code: String =
        inner.unwrap_or(value).rsplit(':').next().unwrap_or_default().chars().take(40).collect();
    Err(Fault::new("sso.declined").with("detail", code).into())
}

/// The bytes of the assertion that a signature covers: its own, or the one around the answer.
fn signed_assertion(
    call: &Call,
    root: Node<'_, '_>,
    around: bool,
    suffices: bool,
    certificates: &[crate::certificate::Certificate],
    checks: &mut Vec<&'static str>,
) -> Result<String> {
    let plain = at_most_one(root, ns::SAML, "Assertion")?;
    let encrypted = at_most_one(root, ns::SAML, "EncryptedAssertion")?;
    let decrypted;
    let document;
    let assertion = match (plain, encrypted) {
        (Some(assertion), None) => assertion,
        (None, Some(encrypted)) => {
            let keys = own_keys(call)?;
            let openers = keys.iter().map(crate::keys::OwnKey::opener).collect::<Result<Vec<_>>>()?;
            decrypted = enc::decrypt(encrypted, &openers, around)?;
            document = Strict::Message.parse(&decrypted)?;
            let inner = document.root_element();
            if !is(inner, ns::SAML, "Assertion")
                || inner.descendants().filter(|n| n.tag_name().name() == "Assertion").count() != 1
            {
                return Err(misbuilt("EncryptedAssertion"));
            }
            checks.push("encryption");
            inner
        }
        _ => return Err(misbuilt("no Assertion")),
    };
    match dsig::verify(assertion, certificates)? {
        Some(verified) => {
            checks.push("signature");
            Ok(verified.text)
        }
        // Everything here was read from the bytes that the signature around the answer covers.
        None if suffices => {
            checks.push("signature");
            talang_xml::c14n::canonical(assertion, &talang_xml::c14n::Options::default())
        }
        None => Err(refused("sso.signature")),
    }
}

/// Whether the provider says that it asked for two factors (SAML authentication context; REFEDS MFA; Microsoft).
fn is_strong(context: &str) -> bool {
    matches!(
        context,
        "https://refeds.org/profile/mfa"
            | "http://schemas.microsoft.com/claims/multipleauthn"
            | "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract"
            | "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorUnregistered"
            | "urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken"
    )
}
