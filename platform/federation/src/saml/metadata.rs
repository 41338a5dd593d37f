//! Metadata (SAML metadata, OASIS March 2005): ours for providers, theirs for us.

use talang_engine::objects::sign_on::SignOnBinding;
use talang_engine::{Error, Result};
use talang_catalogue::Fault;
use talang_http::{Call, Reply};

use super::response::saml_provider;
use super::{POST, REDIRECT, instant, moment};
use crate::certificate::Certificate;
use crate::keys::own_keys;
use crate::provider::Provider;
use crate::xml::{self, Strict, children, dsig, escape, is, ns, text};

/// For how long providers may keep ours, in microseconds.
const VALID: i64 = 7 * 86_400_000_000;

/// `GET /sso/{code}/metadata`: ours, signed.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let provider = saml_provider(call)?;
    Ok(Reply::bytes("application/samlmetadata+xml", own(call, &provider)?)
        .attachment(&format!("talang-{}.xml", provider.row.code.0)))
}

/// Our description for a provider: entity id, keys, addresses.
///
/// # Errors
/// Storage.
pub(crate) fn own(call: &Call, provider: &Provider) -> Result<String> {
    let keys = own_keys(call)?;
    let mut descriptors = String::new();
    for key in keys.iter().filter(|k| k.phase != crate::keys::Phase::Former) {
        for purpose in ["signing", "encryption"] {
            descriptors.push_str(&format!(
                "<md:KeyDescriptor use=\"{purpose}\"><ds:KeyInfo xmlns:ds=\"{}\"><ds:X509Data><ds:X509Certificate>{}\
                 </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>",
                ns::DS,
                xml::to_base64(&key.certificate)
            ));
        }
    }
    let now = call.installation.clock().now();
    let logout = escape(&provider.address(call, "/logout"));
    let text = format!(
        "<md:EntityDescriptor xmlns:md=\"{}\" ID=\"_{}\" entityID=\"{}\" validUntil=\"{}\"><md:SPSSODescriptor \
         protocolSupportEnumeration=\"{}\" AuthnRequestsSigned=\"{}\" WantAssertionsSigned=\"true\">{descriptors}\
         <md:SingleLogoutService Binding=\"{REDIRECT}\" Location=\"{logout}\"></md:SingleLogoutService>\
         <md:SingleLogoutService Binding=\"{POST}\" Location=\"{logout}\"></md:SingleLogoutService>\
         <md:AssertionConsumerService Binding=\"{POST}\" Location=\"{}\" index=\"0\" isDefault=\"true\">\
         </md:AssertionConsumerService></md:SPSSODescriptor></md:EntityDescriptor>",
        ns::MD,
        now,
        escape(&provider.own_name(call)),
        instant(now + VALID),
        ns::SAMLP,
        provider.row.sign_requests,
        escape(&provider.address(call, "/acs")),
    );
    let key = keys.first().ok_or_else(|| provider.lacks("certificate"))?;
    dsig::sign(&text, &key.signer()?, &key.certificate)
}

/// What a provider's metadata say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Described {
    /// Entity ID.
    pub issuer: String,
    /// Where users sign in.
    pub sign_in_url: String,
    /// By which binding.
    pub binding: Option<&'static str>,
    /// Where users sign out; empty for nowhere.
    pub sign_out_url: String,
    /// Certificates that sign, in PEM.
    pub certificates: String,
}

fn unusable(detail: &str) -> Error {
    Fault::new("provider.metadata").with("detail", detail).into()
}

/// Reads a provider's metadata. Their signature is not what makes them trusted: whoever enters them does. A signature by a
/// certificate in the document itself would prove nothing.
///
/// # Errors
/// `provider.metadata`: not metadata of an identity provider, of several, out of date, or incomplete.
pub(crate) fn read(text_of_it: &str, now: i64) -> Result<Described> {
    let document = Strict::Metadata.parse(text_of_it).map_err(|error| {
        let detail = error.faults().first().and_then(|f| f.arg("detail").map(str::to_string));
        unusable(&detail.unwrap_or_default())
    })?;
    let root = document.root_element();
    let entities: Vec<_> = root
        .descendants()
        .filter(|n| is(*n, ns::MD, "EntityDescriptor"))
        .filter(|n| children(*n, ns::MD, "IDPSSODescriptor").next().is_some())
        .collect();
    let [entity] = entities.as_slice() else {
        return Err(unusable(match entities.len() {
            0 => "IDPSSODescriptor",
            _ => "several EntityDescriptor",
        }));
    };
    for node in [root, *entity] {
        if let Some(end) = node.attribute("validUntil")
            && moment(end).is_none_or(|end| end <= now)
        {
            return Err(unusable("validUntil"));
        }
    }
    let descriptor = children(*entity, ns::MD, "IDPSSODescriptor")
        .find(|d| d.attribute("protocolSupportEnumeration").is_some_and(|p| p.split_ascii_whitespace().any(|p| p == ns::SAMLP)))
        .ok_or_else(|| unusable("protocolSupportEnumeration"))?;
    let place = |name: &'static str, binding: &str| {
        children(descriptor, ns::MD, name)
            .find(|n| n.attribute("Binding") == Some(binding))
            .and_then(|n| n.attribute("Location"))
            .filter(|l| l.starts_with("https://") || l.starts_with("http://"))
    };
    let (sign_in, binding) = match (place("SingleSignOnService", REDIRECT), place("SingleSignOnService", POST)) {
        (Some(location), _) => (location, SignOnBinding::Redirect),
        (None, Some(location)) => (location, SignOnBinding::Post),
        (None, None) => return Err(unusable("SingleSignOnService")),
    };
    let mut certificates = String::new();
    for key in children(descriptor, ns::MD, "KeyDescriptor").filter(|k| k.attribute("use") != Some("encryption")) {
        for certificate in key.descendants().filter(|n| is(*n, ns::DS, "X509Certificate")) {
            let read = Certificate::read_all(&text(certificate)?).map_err(|_| unusable("X509Certificate"))?;
            for pem in read.iter().map(Certificate::pem).filter(|pem| !certificates.contains(pem)) {
                certificates.push_str(&pem);
            }
        }
    }
    if certificates.is_empty() {
        return Err(unusable("X509Certificate"));
    }
    let issuer = entity.attribute("entityID").unwrap_or_default();
    if issuer.is_empty() {
        return Err(unusable("entityID"));
    }
    Ok(Described {
        issuer: issuer.to_string(),
        sign_in_url: sign_in.to_string(),
        binding: Some(match binding {
            SignOnBinding::Redirect => "redirect",
            SignOnBinding::Post => "post",
        }),
        sign_out_url: place("SingleLogoutService", REDIRECT).unwrap_or_default().to_string(),
        certificates,
    })
}
