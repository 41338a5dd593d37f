//! Metadata (SAML metadata, OASIS March 2005): ours for providers, theirs for us.

use roxmltree::{Document, Node};
use talang_catalogue::Fault;
use talang_engine::objects::sign_on::SignOnBinding;
use talang_engine::{Error, Result};
use talang_http::Call;
use talang_xml::{Strict, children, dsig, escape, is, ns, text};

use super::{POST, REDIRECT, instant, moment};
use crate::certificate::Certificate;
use crate::keys::own_keys;
use crate::provider::{Described, Provider};

/// For how long providers may keep ours, in microseconds.
const VALID: i64 = 7 * 86_400_000_000;

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
                talang_xml::to_base64(&key.certificate)
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

pub(crate) fn unusable(detail: &str) -> Error {
    Fault::new("provider.metadata").with("detail", detail).into()
}

/// Reads a provider's metadata. Their signature is not what makes them trusted: whoever enters them does. A signature by a
/// certificate in the document itself would prove nothing.
///
/// # Errors
/// `provider.metadata`: not metadata of an identity provider, of several, out of date, or incomplete.
pub(crate) fn read(text_of_it: &str, now: i64) -> Result<Described> {
    let document = parse(text_of_it)?;
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
    in_date(root, *entity, now)?;
    let descriptor = children(*entity, ns::MD, "IDPSSODescriptor")
        .find(|d| {
            d.attribute("protocolSupportEnumeration")
                .is_some_and(|p| p.split_ascii_whitespace().any(|p| p == ns::SAMLP))
        })
        .ok_or_else(|| unusable("protocolSupportEnumeration"))?;
    let place = |name: &'static str, binding: &str| {
        children(descriptor, ns::MD, name)
            .find(|n| n.attribute("Binding") == Some(binding))
            .and_then(|n| n.attribute("Location"))
            .filter(|l| l.starts_with("https://") || l.starts_with("http://"))
    };
    let (sign_in, binding) =
        match (place("SingleSignOnService", REDIRECT), place("SingleSignOnService", POST)) {
            (Some(location), _) => (location, SignOnBinding::Redirect),
            (None, Some(location)) => (location, SignOnBinding::Post),
            (None, None) => return Err(unusable("SingleSignOnService")),
        };
    let certificates = certificates(descriptor)?;
    let issuer = entity.attribute("entityID").unwrap_or_default();
    if issuer.is_empty() {
        return Err(unusable("entityID"));
    }
    let binding = match binding {
        SignOnBinding::Redirect => "redirect",
        SignOnBinding::Post => "post",
    };
    Ok(Described {
        fields: vec![
            ("issuer", issuer.to_string()),
            ("sign_in_url", sign_in.to_string()),
            ("binding", binding.to_string()),
            ("sign_out_url", place("SingleLogoutService", REDIRECT).unwrap_or_default().to_string()),
            ("certificate", certificates),
        ],
    })
}

/// Refuses metadata that say themselves that they are out of date.
///
/// # Errors
/// `provider.metadata`.
pub(crate) fn in_date(root: Node<'_, '_>, entity: Node<'_, '_>, now: i64) -> Result<()> {
    for node in [root, entity] {
        if let Some(end) = node.attribute("validUntil")
            && moment(end).is_none_or(|end| end <= now)
        {
            return Err(unusable("validUntil"));
        }
    }
    Ok(())
}

/// A document of metadata.
///
/// # Errors
/// `provider.metadata`.
pub(crate) fn parse(text: &str) -> Result<Document<'_>> {
    Strict::Metadata.parse(text).map_err(|error| {
        let detail = error.faults().first().and_then(|f| f.arg("detail").map(str::to_string));
        unusable(&detail.unwrap_or_default())
    })
}

/// The certificates that sign, of a role's description, in PEM.
///
/// # Errors
/// `provider.metadata`: none, or one that cannot be used.
pub(crate) fn certificates(descriptor: Node<'_, '_>) -> Result<String> {
    let mut certificates = String::new();
    for key in
        children(descriptor, ns::MD, "KeyDescriptor").filter(|k| k.attribute("use") != Some("encryption"))
    {
        for certificate in key.descendants().filter(|n| is(*n, ns::DS, "X509Certificate")) {
            let read = Certificate::read_all(&text(certificate)?).map_err(|_| unusable("X509Certificate"))?;
            for pem in read.iter().map(Certificate::pem) {
                if !certificates.contains(&pem) {
                    certificates.push_str(&pem);
                }
            }
        }
    }
    if certificates.is_empty() {
        return Err(unusable("X509Certificate"));
    }
    Ok(certificates)
}
