//! Federation metadata (WS-Federation 1.2, 3): ours for providers, theirs for us.

use talang_engine::Result;
use talang_http::Call;
use talang_xml::{children, dsig, escape, is, ns, text};

use crate::keys::{Phase, own_keys};
use crate::provider::{Described, Provider};
use crate::saml::instant;
use crate::saml::metadata::{certificates, in_date, parse, unusable};

const FED: &str = "http://docs.oasis-open.org/wsfed/federation/200706";
const WSA: &str = "http://www.w3.org/2005/08/addressing";

/// For how long providers may keep ours, in microseconds.
const VALID: i64 = 7 * 86_400_000_000;

/// Our description for a provider: realm, keys, where tokens go.
///
/// # Errors
/// Storage.
pub(super) fn own(call: &Call, provider: &Provider) -> Result<String> {
    let keys = own_keys(call)?;
    let mut descriptors = String::new();
    for key in keys.iter().filter(|k| k.phase != Phase::Former) {
        descriptors.push_str(&format!(
            "<md:KeyDescriptor use=\"signing\"><ds:KeyInfo xmlns:ds=\"{}\"><ds:X509Data><ds:X509Certificate>{}\
             </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>",
            ns::DS,
            talang_xml::to_base64(&key.certificate)
        ));
    }
    let now = call.installation.clock().now();
    let endpoint = |realm: &str| {
        format!(
            "<wsa:EndpointReference xmlns:wsa=\"{WSA}\"><wsa:Address>{}</wsa:Address></wsa:EndpointReference>",
            escape(realm)
        )
    };
    let text = format!(
        "<md:EntityDescriptor xmlns:md=\"{}\" ID=\"_{now}\" entityID=\"{}\" validUntil=\"{}\"><md:RoleDescriptor \
         xmlns:fed=\"{FED}\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" protocolSupportEnumeration=\"{FED}\" \
         xsi:type=\"fed:ApplicationServiceType\">{descriptors}<fed:TargetScopes>{}</fed:TargetScopes>\
         <fed:PassiveRequestorEndpoint>{}</fed:PassiveRequestorEndpoint></md:RoleDescriptor></md:EntityDescriptor>",
        ns::MD,
        escape(&provider.own_name(call)),
        instant(now + VALID),
        endpoint(&provider.own_name(call)),
        endpoint(&provider.address(call, "/wsfed")),
    );
    let key = keys.first().ok_or_else(|| provider.lacks("certificate"))?;
    dsig::sign(&text, &key.signer()?, &key.certificate)
}

/// Reads a provider's federation metadata.
///
/// # Errors
/// `provider.metadata`: not metadata of a security token service, of several, out of date, or incomplete.
pub(super) fn read(text_of_it: &str, now: i64) -> Result<Described> {
    let document = parse(text_of_it)?;
    let root = document.root_element();
    let roles: Vec<_> = root
        .descendants()
        .filter(|n| is(*n, ns::MD, "RoleDescriptor"))
        .filter(|n| {
            // The type is a qualified name; what follows the prefix says enough beside the endpoint.
            let kind = n.attribute(("http://www.w3.org/2001/XMLSchema-instance", "type")).unwrap_or_default();
            kind.rsplit(':').next() == Some("SecurityTokenServiceType")
        })
        .collect();
    let [role] = roles.as_slice() else { return Err(unusable("SecurityTokenServiceType")) };
    let entity = role.parent_element().ok_or_else(|| unusable("EntityDescriptor"))?;
    in_date(root, entity, now)?;
    let passive = children(*role, FED, "PassiveRequestorEndpoint").next();
    let address = passive.and_then(|p| p.descendants().find(|n| is(*n, WSA, "Address")));
    let address = address.ok_or_else(|| unusable("PassiveRequestorEndpoint"))?;
    let address = text(address)?;
    let issuer = entity.attribute("entityID").unwrap_or_default();
    if issuer.is_empty() || !(address.starts_with("https://") || address.starts_with("http://")) {
        return Err(unusable("entityID"));
    }
    Ok(Described {
        fields: vec![
            ("issuer", issuer.to_string()),
            ("sign_in_url", address.clone()),
            ("sign_out_url", address),
            ("certificate", certificates(*role)?),
        ],
    })
}
