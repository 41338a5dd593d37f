//! Reading a SAML 1.1 assertion whose bytes a signature covers (SAML 1.1 core, OASIS September 2003).

use roxmltree::Node;
use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use talang_xml::{Strict, at_most_one, children, is, misbuilt, ns, only, text};

use crate::saml::assertion::{Assertion, Expected, within};
use crate::saml::{SKEW, moment};

fn refused(code: &'static str) -> Error {
    Fault::new(code).into()
}

/// Reads and checks an assertion. `verified` are the bytes that the signature covers.
///
/// # Errors
/// `sso.issuer`, `sso.audience`, `sso.time`, `sso.structure`.
pub(super) fn read(verified: &str, expected: &Expected<'_>) -> Result<Assertion> {
    let document = Strict::Message.parse(verified)?;
    let root = document.root_element();
    let version = (root.attribute("MajorVersion"), root.attribute("MinorVersion"));
    if !is(root, ns::SAML1, "Assertion") || version != (Some("1"), Some("1")) {
        return Err(misbuilt("Assertion"));
    }
    if root.attribute("Issuer") != Some(expected.issuer) {
        return Err(refused("sso.issuer"));
    }
    let id = root.attribute("AssertionID").unwrap_or_default().to_string();
    let issued = root.attribute("IssueInstant").and_then(moment).ok_or_else(|| misbuilt("IssueInstant"))?;
    if issued > expected.now + SKEW {
        return Err(refused("sso.time"));
    }
    let conditions = only(root, ns::SAML1, "Conditions")?;
    within(conditions, expected.now)?;
    let until =
        conditions.attribute("NotOnOrAfter").and_then(moment).ok_or_else(|| misbuilt("NotOnOrAfter"))?;
    audience(conditions, expected)?;
    let mut out = Assertion { id, until, ..Assertion::default() };
    let mut authenticated = false;
    for statement in root.children().filter(Node::is_element) {
        let signs_in = is(statement, ns::SAML1, "AuthenticationStatement");
        if signs_in {
            authenticated = true;
            out.context = statement.attribute("AuthenticationMethod").unwrap_or_default().to_string();
        }
        if signs_in || is(statement, ns::SAML1, "AttributeStatement") {
            subject(only(statement, ns::SAML1, "Subject")?, &mut out)?;
        }
        for attribute in children(statement, ns::SAML1, "Attribute") {
            attributes(attribute, &mut out)?;
        }
    }
    if !authenticated {
        return Err(misbuilt("AuthenticationStatement"));
    }
    Ok(out)
}

fn audience(conditions: Node<'_, '_>, expected: &Expected<'_>) -> Result<()> {
    let mut restricted = false;
    for condition in conditions.children().filter(Node::is_element) {
        // A condition that is not understood is not met (2.3.2.1).
        if is(condition, ns::SAML1, "DoNotCacheCondition") {
            continue;
        }
        if !is(condition, ns::SAML1, "AudienceRestrictionCondition") {
            return Err(misbuilt("Conditions"));
        }
        restricted = true;
        let mut meant = false;
        for audience in children(condition, ns::SAML1, "Audience") {
            meant |= text(audience)? == expected.audience;
        }
        if !meant {
            return Err(refused("sso.audience"));
        }
    }
    if restricted { Ok(()) } else { Err(refused("sso.audience")) }
}

/// Every statement speaks of a subject of its own: all must be the same.
fn subject(node: Node<'_, '_>, out: &mut Assertion) -> Result<()> {
    if let Some(confirmation) = at_most_one(node, ns::SAML1, "SubjectConfirmation")? {
        let methods = children(confirmation, ns::SAML1, "ConfirmationMethod");
        let methods = methods.map(text).collect::<Result<Vec<_>>>()?;
        if !methods.iter().any(|m| m == "urn:oasis:names:tc:SAML:1.0:cm:bearer") {
            return Err(misbuilt("SubjectConfirmation"));
        }
    }
    let Some(name) = at_most_one(node, ns::SAML1, "NameIdentifier")? else { return Ok(()) };
    let name = text(name)?;
    if !out.name.is_empty() && out.name != name {
        return Err(misbuilt("several NameIdentifier"));
    }
    out.name = name;
    Ok(())
}

/// Names are namespace and name, as claims are written: `http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn`.
fn attributes(attribute: Node<'_, '_>, out: &mut Assertion) -> Result<()> {
    let (space, name) = (attribute.attribute("AttributeNamespace"), attribute.attribute("AttributeName"));
    let name = match (space.unwrap_or_default(), name.unwrap_or_default()) {
        ("", name) => name.to_string(),
        (space, name) => format!("{}/{name}", space.trim_end_matches('/')),
    };
    let mut values = Vec::new();
    for value in children(attribute, ns::SAML1, "AttributeValue") {
        if !value.children().any(|c| c.is_element()) {
            values.push(text(value)?);
        }
    }
    match out.attributes.iter_mut().find(|(n, _)| *n == name) {
        Some((_, known)) => known.extend(values),
        None => out.attributes.push((name, values)),
    }
    Ok(())
}
