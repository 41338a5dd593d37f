//! Enveloped XML signatures (W3C XML Signature 1.1) as SAML, WS-Federation and their metadata use them, and no others.

use ring::digest::{self, SHA256, SHA384, SHA512};
use ring::rand::SystemRandom;
use ring::signature::{self, RsaKeyPair, UnparsedPublicKey, VerificationAlgorithm};
use roxmltree::{Document, Node};
use talang_catalogue::Fault;
use talang_engine::{Error, Result};

use crate::c14n::{Options, canonical};
use crate::certificate::{Certificate, KeyKind};
use crate::{Strict, at_most_one, base64, children, is, misbuilt, ns, only, text, to_base64};

const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
/// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 6931, 2.3.2).
pub const RSA_SHA256: &str = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
/// The names under which protocols know an element.
const IDS: [&str; 5] = ["ID", "Id", "id", "AssertionID", "ResponseID"];

/// What a signature covers.
#[derive(Debug)]
pub struct Verified {
    /// The canonical bytes that were verified, without the signature itself: the only thing to read.
    pub text: String,
}

fn refused() -> Error {
    Fault::new("sso.signature").into()
}

/// `sso.algorithm`.
fn insecure() -> Error {
    Fault::new("sso.algorithm").into()
}

/// How bytes are signed, for a kind of key.
fn algorithm(uri: &str) -> Option<(KeyKind, &'static dyn VerificationAlgorithm)> {
    Some(match uri {
        RSA_SHA256 => (KeyKind::Rsa, &signature::RSA_PKCS1_2048_8192_SHA256),
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" => {
            (KeyKind::Rsa, &signature::RSA_PKCS1_2048_8192_SHA384)
        }
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" => {
            (KeyKind::Rsa, &signature::RSA_PKCS1_2048_8192_SHA512)
        }
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256" => {
            (KeyKind::P256, &signature::ECDSA_P256_SHA256_FIXED)
        }
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384" => {
            (KeyKind::P384, &signature::ECDSA_P384_SHA384_FIXED)
        }
        _ => return None,
    })
}

/// Whether one of the certificates' keys signed the bytes. The algorithm must be of the allowed ones and of the key's kind.
///
/// # Errors
/// `sso.algorithm`, `sso.signature`.
pub fn check(uri: &str, bytes: &[u8], signed: &[u8], certificates: &[Certificate]) -> Result<()> {
    let (kind, algorithm) = algorithm(uri).ok_or_else(insecure)?;
    let by = |c: &&Certificate| {
        c.kind == kind && UnparsedPublicKey::new(algorithm, &c.key).verify(bytes, signed).is_ok()
    };
    certificates.iter().find(by).map(|_| ()).ok_or_else(refused)
}

/// Verifies the signature that an element carries about itself. `None` when it carries none.
///
/// The element's own id must be what is signed, the id must be the only one of its kind in the document, and nothing may be
/// transformed but by leaving out the signature and canonicalising exclusively. Keys come from `certificates`; what the
/// signature says about its key is not read.
///
/// # Errors
/// `sso.signature`, `sso.algorithm`, `sso.structure`.
pub fn verify(element: Node<'_, '_>, certificates: &[Certificate]) -> Result<Option<Verified>> {
    let Some(signature) = at_most_one(element, ns::DS, "Signature")? else { return Ok(None) };
    let id = unique_ids(element.document(), element)?;
    for child in signature.children().filter(Node::is_element) {
        let known = ["SignedInfo", "SignatureValue", "KeyInfo"].iter().any(|name| is(child, ns::DS, name));
        if !known {
            return Err(misbuilt(&format!("{} in Signature", child.tag_name().name())));
        }
    }
    let info = only(signature, ns::DS, "SignedInfo")?;
    let (comments, inclusive) = exclusive(only(info, ns::DS, "CanonicalizationMethod")?)?;
    let info = canonical(info, &Options { comments, inclusive, without: None })?;
    let signed = base64(&text(only(signature, ns::DS, "SignatureValue")?)?)?;
    // What is read of the signature is read from the bytes it covers.
    let document = Strict::Message.parse(&info)?;
    let info_node = document.root_element();
    let method = only(info_node, ns::DS, "SignatureMethod")?.attribute("Algorithm").unwrap_or_default();
    check(method, info.as_bytes(), &signed, certificates)?;
    let reference = only(info_node, ns::DS, "Reference")?;
    if reference.attribute("URI") != Some(format!("#{id}").as_str()) {
        return Err(misbuilt("Reference"));
    }
    let transforms = only(reference, ns::DS, "Transforms")?;
    let steps: Vec<Node<'_, '_>> = children(transforms, ns::DS, "Transform").collect();
    let [enveloped, canonicalised] = steps.as_slice() else { return Err(misbuilt("Transforms")) };
    if enveloped.attribute("Algorithm") != Some(ENVELOPED) || enveloped.has_children() {
        return Err(misbuilt("Transforms"));
    }
    let (comments, inclusive) = exclusive(*canonicalised)?;
    let digest = match only(reference, ns::DS, "DigestMethod")?.attribute("Algorithm").unwrap_or_default() {
        "http://www.w3.org/2001/04/xmlenc#sha256" => &SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => &SHA384,
        "http://www.w3.org/2001/04/xmlenc#sha512" => &SHA512,
        _ => return Err(insecure()),
    };
    let expected = base64(&text(only(reference, ns::DS, "DigestValue")?)?)?;
    let content = canonical(element, &Options { comments, inclusive, without: Some(signature.id()) })?;
    if digest::digest(digest, content.as_bytes()).as_ref() != expected {
        return Err(refused());
    }
    Ok(Some(Verified { text: content }))
}

/// Exclusive canonicalisation as a `CanonicalizationMethod` or `Transform` names it: with comments or not, and its list of
/// prefixes.
fn exclusive(node: Node<'_, '_>) -> Result<(bool, Vec<String>)> {
    let comments = match node.attribute("Algorithm").unwrap_or_default() {
        "http://www.w3.org/2001/10/xml-exc-c14n#" => false,
        "http://www.w3.org/2001/10/xml-exc-c14n#WithComments" => true,
        _ => return Err(insecure()),
    };
    let mut list = Vec::new();
    for child in node.children().filter(Node::is_element) {
        if !is(child, ns::EXC, "InclusiveNamespaces") {
            return Err(misbuilt("canonicalisation"));
        }
        let prefixes = child.attribute("PrefixList").unwrap_or_default().split_ascii_whitespace();
        list.extend(prefixes.map(|p| if p == "#default" { String::new() } else { p.to_string() }));
    }
    Ok((comments, list))
}

/// The element's id, when no two elements of the document share one.
fn unique_ids(document: &Document<'_>, element: Node<'_, '_>) -> Result<String> {
    let mut seen = std::collections::HashSet::new();
    for attribute in document.descendants().flat_map(|n| n.attributes()) {
        let namespace = attribute.namespace();
        let names = namespace.is_none() && IDS.contains(&attribute.name());
        let names_xml = namespace == Some("http://www.w3.org/XML/1998/namespace") && attribute.name() == "id";
        if (names || names_xml) && !seen.insert(attribute.value()) {
            return Err(misbuilt("two elements with one id"));
        }
    }
    let mut own = IDS.iter().filter_map(|name| element.attribute(*name));
    match (own.next(), own.next()) {
        (Some(id), None) if !id.is_empty() => Ok(id.to_string()),
        _ => Err(misbuilt("id")),
    }
}

/// Signs a document of our own: the signature stands as first child of the root, or after its `Issuer` (SAML core, 3.2.1).
///
/// # Errors
/// `internal`: the key does not sign; `sso.structure`: the text is no document with an id.
pub fn sign(text: &str, key: &RsaKeyPair, certificate: &[u8]) -> Result<String> {
    let document = Strict::Metadata.parse(text)?;
    let root = document.root_element();
    let id = unique_ids(&document, root)?;
    let content = canonical(root, &Options::default())?;
    let digest = to_base64(digest::digest(&SHA256, content.as_bytes()).as_ref());
    let exc = ns::EXC;
    let info = format!(
        "<ds:SignedInfo xmlns:ds=\"{}\"><ds:CanonicalizationMethod Algorithm=\"{exc}\"></ds:CanonicalizationMethod>\
         <ds:SignatureMethod Algorithm=\"{RSA_SHA256}\"></ds:SignatureMethod>\
         <ds:Reference URI=\"#{id}\"><ds:Transforms><ds:Transform Algorithm=\"{ENVELOPED}\"></ds:Transform>\
         <ds:Transform Algorithm=\"{exc}\"></ds:Transform></ds:Transforms>\
         <ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod>\
         <ds:DigestValue>{digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>",
        ns::DS
    );
    let value = to_base64(&sign_bytes(info.as_bytes(), key)?);
    let signature = format!(
        "<ds:Signature xmlns:ds=\"{}\">{info}<ds:SignatureValue>{value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data>\
         <ds:X509Certificate>{}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>",
        ns::DS,
        to_base64(certificate)
    );
    let issuer = root.first_element_child().filter(|n| n.tag_name().name() == "Issuer");
    let at = match (issuer, root.first_child()) {
        (Some(issuer), _) => issuer.range().end,
        (None, Some(first)) => first.range().start,
        (None, None) => return Err(misbuilt("empty")),
    };
    let (before, after) = text.split_at(at);
    Ok(format!("{before}{signature}{after}"))
}

/// RSASSA-PKCS1-v1_5 with SHA-256 over bytes.
///
/// # Errors
/// `internal`.
pub fn sign_bytes(bytes: &[u8], key: &RsaKeyPair) -> Result<Vec<u8>> {
    let mut signed = vec![0; key.public().modulus_len()];
    key.sign(&signature::RSA_PKCS1_SHA256, &SystemRandom::new(), bytes, &mut signed)
        .map_err(|_| Error::from(Fault::new("internal")))?;
    Ok(signed)
}
