//! Asking an identity provider who somebody is (SAML profiles, 4.1.3), and how messages travel (SAML bindings).

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use talang_engine::Result;
use talang_engine::objects::sign_on::SignOnBinding;
use talang_http::{Call, Reply, encode};
use talang_xml::{MOST_MESSAGE, dsig, escape, ns, unreadable};

use super::instant;
use crate::handshake::begin;
use crate::keys::own_keys;
use crate::page;
use crate::provider::Provider;

/// Sends the browser to the provider with an `AuthnRequest`.
pub(super) fn start(call: &Call, provider: &Provider, next: &str, tester: Option<i64>) -> Result<Reply> {
    let target = provider.row.sign_in_url.as_deref().filter(|u| !u.is_empty());
    let target = target.ok_or_else(|| provider.lacks("sign_in_url"))?;
    // Without a key there is nothing to believe afterwards: said now, not when the user comes back.
    provider.certificates()?;
    let (handshake, cookie) = begin(call, provider, next, tester, serde_json::Value::Null)?;
    let text = format!(
        "<samlp:AuthnRequest xmlns:samlp=\"{}\" xmlns:saml=\"{}\" ID=\"{}\" Version=\"2.0\" IssueInstant=\"{}\" \
         Destination=\"{}\" AssertionConsumerServiceURL=\"{}\" ProtocolBinding=\"{}\"><saml:Issuer>{}</saml:Issuer>\
         <samlp:NameIDPolicy AllowCreate=\"true\"></samlp:NameIDPolicy></samlp:AuthnRequest>",
        ns::SAMLP,
        ns::SAML,
        id_of(&handshake.state),
        instant(call.installation.clock().now()),
        escape(target),
        escape(&provider.address(call, "/acs")),
        super::POST,
        escape(&provider.own_name(call)),
    );
    let reply = match provider.row.binding.0 {
        Some(SignOnBinding::Post) => {
            let text = if provider.row.sign_requests {
                let keys = own_keys(call)?;
                let key = keys.first().ok_or_else(|| provider.lacks("certificate"))?;
                dsig::sign(&text, &key.signer()?, &key.certificate)?
            } else {
                text
            };
            page::post(call, provider, target, &[("SAMLRequest", &talang_xml::to_base64(text.as_bytes()))])
        }
        _ => {
            let to = redirect(call, target, "SAMLRequest", &text, None, provider.row.sign_requests)?;
            // A test begins with a form of ours; a sign-in with a link.
            if tester.is_some() { page::onward(call, provider, &to) } else { Reply::see_other(&to) }
        }
    };
    Ok(reply.with("set-cookie", cookie))
}

/// The ID of the request of a handshake: an `xs:ID` does not begin with a digit.
pub(super) fn id_of(state: &str) -> String {
    format!("_{state}")
}

/// The address that carries a message by the redirect binding (SAML bindings, 3.4.4), signed or not.
pub(super) fn redirect(
    call: &Call,
    target: &str,
    name: &str,
    text: &str,
    relay: Option<&str>,
    signed: bool,
) -> Result<String> {
    let mut deflate = DeflateEncoder::new(Vec::new(), Compression::default());
    let packed = deflate.write_all(text.as_bytes()).and_then(|()| deflate.finish());
    let packed = packed.map_err(|_| unreadable("DEFLATE"))?;
    let mut query = format!("{name}={}", encode(&talang_xml::to_base64(&packed)));
    if let Some(relay) = relay {
        query.push_str(&format!("&RelayState={}", encode(relay)));
    }
    if signed {
        query.push_str(&format!("&SigAlg={}", encode(dsig::RSA_SHA256)));
        let keys = own_keys(call)?;
        let key = keys.first().ok_or_else(|| unreadable("key"))?;
        let value = dsig::sign_bytes(query.as_bytes(), &key.signer()?)?;
        query.push_str(&format!("&Signature={}", encode(&talang_xml::to_base64(&value))));
    }
    let joint = if target.contains('?') { '&' } else { '?' };
    Ok(format!("{target}{joint}{query}"))
}

/// The text of a message that came by the redirect binding.
///
/// # Errors
/// `sso.message`: not packed as it must be, or more than a message may hold.
pub(super) fn unpack(text: &str) -> Result<String> {
    let packed = talang_xml::base64(text)?;
    let mut plain = Vec::new();
    // Never more than the limit, whatever a few bytes pretend to unfold to.
    DeflateDecoder::new(packed.as_slice())
        .take(MOST_MESSAGE as u64 + 1)
        .read_to_end(&mut plain)
        .map_err(|_| unreadable("DEFLATE"))?;
    if plain.len() > MOST_MESSAGE {
        return Err(unreadable("too large"));
    }
    talang_xml::text_of(plain)
}
