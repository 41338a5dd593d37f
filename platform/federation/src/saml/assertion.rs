//! Reading a SAML 2.0 assertion whose bytes a signature covers (SAML core, 2.3 to 2.7; profiles, 4.1.4).

use roxmltree::Node;
use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use talang_xml::{Strict, at_most_one, children, is, misbuilt, ns, only, text};

use super::{SKEW, moment};

/// What an assertion must say to count here and now.
#[derive(Debug)]
pub(crate) struct Expected<'a> {
    /// Who must have made it.
    pub issuer: &'a str,
    /// For whom.
    pub audience: &'a str,
    /// Where it must have been sent to.
    pub recipient: &'a str,
    /// The request that it answers; none for one that nobody asked for.
    pub request: Option<&'a str>,
    /// The browser profile's confirmation with recipient and time; WS-Federation leaves it out.
    pub confirmed: bool,
    /// Now, in microseconds since 1970.
    pub now: i64,
}

/// What an assertion says.
#[derive(Debug, Default)]
pub(crate) struct Assertion {
    /// Its id.
    pub id: String,
    /// Name identifier.
    pub name: String,
    /// The name identifier is made anew for each sign-in.
    pub transient: bool,
    /// The `NameID` element as logout requests repeat it: format, qualifiers and name, joined by line feeds.
    pub name_id: String,
    /// Attributes.
    pub attributes: Vec<(String, Vec<String>)>,
    /// The provider's name of the session.
    pub session: Option<String>,
    /// When the session ends at the latest.
    pub session_until: Option<i64>,
    /// When the assertion itself ends.
    pub until: i64,
    /// How the user signed in there.
    pub context: String,
}

fn refused(code: &'static str) -> Error {
    Fault::new(code).into()
}

/// Reads and checks an assertion. `verified` are the bytes that the signature covers.
///
/// # Errors
/// `sso.issuer`, `sso.audience`, `sso.recipient`, `sso.time`, `sso.browser`, `sso.unsolicited`, `sso.structure`,
/// `sso.subject`.
pub(crate) fn read(verified: &str, expected: &Expected<'_>) -> Result<Assertion> {
    let document = Strict::Message.parse(verified)?;
    let root = document.root_element();
    if !is(root, ns::SAML, "Assertion") || root.attribute("Version") != Some("2.0") {
        return Err(misbuilt("Assertion"));
    }
    let mut out =
        Assertion { id: root.attribute("ID").unwrap_or_default().to_string(), ..Assertion::default() };
    if text(only(root, ns::SAML, "Issuer")?)? != expected.issuer {
        return Err(refused("sso.issuer"));
    }
    let issued = root.attribute("IssueInstant").and_then(moment).ok_or_else(|| misbuilt("IssueInstant"))?;
    if issued > expected.now + SKEW {
        return Err(refused("sso.time"));
    }
    conditions(only(root, ns::SAML, "Conditions")?, expected, &mut out)?;
    subject(only(root, ns::SAML, "Subject")?, expected, &mut out)?;
    statements(root, expected, &mut out)?;
    if out.until == 0 {
        return Err(misbuilt("NotOnOrAfter"));
    }
    Ok(out)
}

/// Between its limits, and meant for us.
fn conditions(node: Node<'_, '_>, expected: &Expected<'_>, out: &mut Assertion) -> Result<()> {
    within(node, expected.now)?;
    if let Some(end) = node.attribute("NotOnOrAfter").and_then(moment) {
        out.until = end;
    }
    let restrictions: Vec<_> = children(node, ns::SAML, "AudienceRestriction").collect();
    if restrictions.is_empty() {
        return Err(refused("sso.audience"));
    }
    for restriction in restrictions {
        let mut meant = false;
        for audience in children(restriction, ns::SAML, "Audience") {
            meant |= text(audience)? == expected.audience;
        }
        if !meant {
            return Err(refused("sso.audience"));
        }
    }
    // A condition that is not understood is not met (SAML core, 2.5.1).
    let known = ["AudienceRestriction", "OneTimeUse", "ProxyRestriction"];
    let strange = node.children().filter(Node::is_element);
    let strange = strange.filter(|c| !known.iter().any(|name| is(*c, ns::SAML, name))).count();
    if strange > 0 {
        return Err(misbuilt("Conditions"));
    }
    Ok(())
}

/// `NotBefore` and `NotOnOrAfter`, where they are; a limit that cannot be read is not met.
pub(crate) fn within(node: Node<'_, '_>, now: i64) -> Result<()> {
    let limit = |name: &str| match node.attribute(name) {
        Some(text) => moment(text).map(Some).ok_or_else(|| misbuilt(name)),
        None => Ok(None),
    };
    let early = limit("NotBefore")?.is_some_and(|start| now + SKEW < start);
    let late = limit("NotOnOrAfter")?.is_some_and(|end| now - SKEW >= end);
    if early || late { Err(refused("sso.time")) } else { Ok(()) }
}

fn subject(node: Node<'_, '_>, expected: &Expected<'_>, out: &mut Assertion) -> Result<()> {
    if at_most_one(node, ns::SAML, "EncryptedID")?.is_some() {
        return Err(misbuilt("EncryptedID"));
    }
    if let Some(name) = at_most_one(node, ns::SAML, "NameID")? {
        out.name = text(name)?;
        let part = |attribute: &str| name.attribute(attribute).unwrap_or_default().to_string();
        let format = part("Format");
        out.transient = format.ends_with(":transient");
        out.name_id = [format, part("NameQualifier"), part("SPNameQualifier"), out.name.clone()].join("\n");
    }
    let bearer: Vec<_> = children(node, ns::SAML, "SubjectConfirmation")
        .filter(|c| c.attribute("Method") == Some("urn:oasis:names:tc:SAML:2.0:cm:bearer"))
        .collect();
    let [bearer] = bearer.as_slice() else { return Err(misbuilt("SubjectConfirmation")) };
    let Some(data) = at_most_one(*bearer, ns::SAML, "SubjectConfirmationData")? else {
        return if expected.confirmed { Err(misbuilt("SubjectConfirmationData")) } else { Ok(()) };
    };
    // A bearer assertion must not be usable from a moment on (SAML profiles, 4.1.4.2).
    if expected.confirmed && data.attribute("NotBefore").is_some() {
        return Err(misbuilt("NotBefore"));
    }
    within(data, expected.now)?;
    let end = data.attribute("NotOnOrAfter").and_then(moment);
    if expected.confirmed && end.is_none() {
        return Err(misbuilt("NotOnOrAfter"));
    }
    out.until = out.until.max(end.unwrap_or_default());
    let recipient = data.attribute("Recipient");
    if recipient.map_or(expected.confirmed, |r| r != expected.recipient) {
        return Err(refused("sso.recipient"));
    }
    match (data.attribute("InResponseTo"), expected.request) {
        (None, None) => Ok(()),
        (Some(answered), Some(asked)) if answered == asked => Ok(()),
        (None, Some(_)) if !expected.confirmed => Ok(()),
        (None, Some(_)) => Err(refused("sso.unsolicited")),
        _ => Err(refused("sso.browser")),
    }
}

fn statements(root: Node<'_, '_>, expected: &Expected<'_>, out: &mut Assertion) -> Result<()> {
    for statement in children(root, ns::SAML, "AuthnStatement") {
        if let Some(index) = statement.attribute("SessionIndex") {
            out.session = Some(index.to_string());
        }
        if let Some(end) = statement.attribute("SessionNotOnOrAfter") {
            let end = moment(end).ok_or_else(|| misbuilt("SessionNotOnOrAfter"))?;
            if expected.now - SKEW >= end {
                return Err(refused("sso.time"));
            }
            out.session_until = Some(out.session_until.map_or(end, |known| known.min(end)));
        }
        if let Some(context) = at_most_one(statement, ns::SAML, "AuthnContext")?
            && let Some(class) = at_most_one(context, ns::SAML, "AuthnContextClassRef")?
        {
            out.context = text(class)?;
        }
    }
    if children(root, ns::SAML, "AuthnStatement").next().is_none() {
        return Err(misbuilt("AuthnStatement"));
    }
    for statement in children(root, ns::SAML, "AttributeStatement") {
        for attribute in children(statement, ns::SAML, "Attribute") {
            let name = attribute.attribute("Name").unwrap_or_default();
            let mut values = Vec::new();
            for value in children(attribute, ns::SAML, "AttributeValue") {
                // A structured value (eduPersonTargetedID) is nothing that a field could hold.
                if value.children().any(|c| c.is_element()) {
                    continue;
                }
                values.push(text(value)?);
            }
            match out.attributes.iter_mut().find(|(n, _)| n == name) {
                Some((_, known)) => known.extend(values),
                None => out.attributes.push((name.to_string(), values)),
            }
        }
    }
    Ok(())
}
