//! The one XML stack: a strict reader, exclusive canonicalisation, signatures with the certificates that carry their keys,
//! decryption. Single sign-on is made of it, and services that speak XML read with it.
//!
//! Nothing here trusts a document. [`Strict::parse`] refuses what protocols have no use for (document types, entities, processing
//! instructions, comments, too much, too deep); [`dsig::verify`] hands back the very bytes that a signature covers, and
//! protocols read only what is parsed from those.

pub mod c14n;
pub mod certificate;
pub mod dsig;
pub mod enc;

use roxmltree::{Document, Node, ParsingOptions};
use talang_catalogue::Fault;
use talang_engine::Result;

/// Namespaces (W3C recommendations, OASIS standards).
pub mod ns {
    /// XML Signature.
    pub const DS: &str = "http://www.w3.org/2000/09/xmldsig#";
    /// XML Encryption.
    pub const XENC: &str = "http://www.w3.org/2001/04/xmlenc#";
    /// XML Encryption 1.1.
    pub const XENC11: &str = "http://www.w3.org/2009/xmlenc11#";
    /// Exclusive canonicalisation, and its namespace.
    pub const EXC: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
    /// SAML 2.0 assertions.
    pub const SAML: &str = "urn:oasis:names:tc:SAML:2.0:assertion";
    /// SAML 2.0 protocol.
    pub const SAMLP: &str = "urn:oasis:names:tc:SAML:2.0:protocol";
    /// SAML 2.0 metadata.
    pub const MD: &str = "urn:oasis:names:tc:SAML:2.0:metadata";
    /// SAML 1.1 assertions.
    pub const SAML1: &str = "urn:oasis:names:tc:SAML:1.0:assertion";
}

/// Largest message, in bytes. Assertions with hundreds of groups have some 100 KiB.
pub const MOST_MESSAGE: usize = 512 << 10;
/// Largest metadata, in bytes.
pub const MOST_METADATA: usize = 4 << 20;
/// Elements within elements at most.
const DEEPEST: usize = 60;

/// How strictly a document is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strict {
    /// A protocol's message: no comments either, which split texts for careless readers.
    Message,
    /// Metadata, which people edit and comment on.
    Metadata,
}

impl Strict {
    /// Reads a document.
    ///
    /// # Errors
    /// `sso.message`: not well-formed, or with something that has no place in it.
    pub fn parse(self, text: &str) -> Result<Document<'_>> {
        let most = match self {
            Strict::Message => MOST_MESSAGE,
            Strict::Metadata => MOST_METADATA,
        };
        if text.len() > most {
            return Err(unreadable("too large"));
        }
        // Before anything builds a tree: depth is what recursive code would stumble over.
        if depth(text) > DEEPEST {
            return Err(unreadable("too deep"));
        }
        let options = ParsingOptions { allow_dtd: false, nodes_limit: 60_000, ..ParsingOptions::default() };
        let document = Document::parse_with_options(text, options).map_err(|error| match error {
            roxmltree::Error::DtdDetected => unreadable("DOCTYPE"),
            roxmltree::Error::NodesLimitReached => unreadable("too many elements"),
            error => unreadable(&format!("XML {}:{}", error.pos().row, error.pos().col)),
        })?;
        for node in document.descendants() {
            if node.is_pi() {
                return Err(unreadable("processing instruction"));
            }
            if node.is_comment() && self == Strict::Message {
                return Err(unreadable("comment"));
            }
        }
        Ok(document)
    }
}

/// How deep elements nest at most, counted on the text: never less than it is.
fn depth(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut depth, mut deepest) = (0usize, 0usize);
    for (at, byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1).copied().unwrap_or_default();
        match (byte, next) {
            (b'<', b'/') => depth = depth.saturating_sub(1),
            (b'<', b'!' | b'?') => {}
            (b'<', _) => depth += 1,
            (b'/', b'>') => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// A text of bytes as they came.
///
/// # Errors
/// `sso.message`: not UTF-8.
pub fn text_of(bytes: Vec<u8>) -> Result<String> {
    let text = String::from_utf8(bytes).map_err(|_| unreadable("not UTF-8"))?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_string(),
        None => text,
    })
}

/// `sso.message` with what is wrong.
pub fn unreadable(detail: &str) -> talang_engine::Error {
    Fault::new("sso.message").with("detail", detail).into()
}

/// `sso.structure` with what is wrong.
pub fn misbuilt(detail: &str) -> talang_engine::Error {
    Fault::new("sso.structure").with("detail", detail).into()
}

/// The child elements of that name.
pub fn children<'a, 'i>(
    node: Node<'a, 'i>,
    namespace: &'static str,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |n| n.is_element() && is(*n, namespace, name))
}

/// Whether an element has that name.
pub fn is(node: Node<'_, '_>, namespace: &str, name: &str) -> bool {
    node.tag_name().name() == name && node.tag_name().namespace() == Some(namespace)
}

/// The child element of that name, if there is one.
///
/// # Errors
/// `sso.structure` when there are several: which one counts is not for a reader to guess.
pub fn at_most_one<'a, 'i>(
    node: Node<'a, 'i>,
    namespace: &'static str,
    name: &'static str,
) -> Result<Option<Node<'a, 'i>>> {
    let mut found = children(node, namespace, name);
    let first = found.next();
    if found.next().is_some() {
        return Err(misbuilt(&format!("several {name}")));
    }
    Ok(first)
}

/// The only child element of that name.
///
/// # Errors
/// `sso.structure` when there is none or there are several.
pub fn only<'a, 'i>(node: Node<'a, 'i>, namespace: &'static str, name: &'static str) -> Result<Node<'a, 'i>> {
    at_most_one(node, namespace, name)?.ok_or_else(|| misbuilt(&format!("no {name}")))
}

/// The text of an element that holds nothing else, trimmed.
///
/// # Errors
/// `sso.structure`: elements among the text.
pub fn text(node: Node<'_, '_>) -> Result<String> {
    let mut out = String::new();
    for child in node.children() {
        if !child.is_text() {
            return Err(misbuilt(&format!("not only text in {}", node.tag_name().name())));
        }
        out.push_str(child.text().unwrap_or_default());
    }
    Ok(out.trim().to_string())
}

/// Bytes in base64, with the white space that XML writers like.
///
/// # Errors
/// `sso.message`.
pub fn base64(text: &str) -> Result<Vec<u8>> {
    use base64::Engine;
    let plain: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    base64::engine::general_purpose::STANDARD.decode(plain).map_err(|_| unreadable("base64"))
}

/// Bytes as base64.
pub fn to_base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// A text inside an element or an attribute with double quotes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_messages_have_no_use_for_is_refused() {
        // A6
        let refused = |text: &str, detail: &str| {
            let error = Strict::Message.parse(text).expect_err(detail);
            assert_eq!(error.faults()[0].arg("detail"), Some(detail), "{text:.80}");
        };
        refused("<!DOCTYPE a><a/>", "DOCTYPE");
        let laughs = r#"<!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><z>&b;</z>"#;
        refused(laughs, "DOCTYPE");
        refused(r#"<!DOCTYPE z [<!ENTITY x SYSTEM "file:///etc/passwd">]><z>&x;</z>"#, "DOCTYPE");
        refused("<a><?b c?></a>", "processing instruction");
        refused("<?b c?><a/>", "processing instruction");
        refused("<a>x<!-- -->y</a>", "comment");
        refused(&format!("{}{}", "<a>".repeat(1_000), "</a>".repeat(1_000)), "too deep");
        refused(&format!("<a>{}</a>", "<b/>".repeat(100_000)), "too many elements");
        refused(&" ".repeat(MOST_MESSAGE + 1), "too large");
        assert!(Strict::Message.parse("<a>&b;</a>").is_err(), "entities that nobody declared");
        assert!(Strict::Message.parse("<a></b>").is_err());
        assert!(Strict::Message.parse(r#"<?xml version="1.0"?><a>&amp;&#65;</a>"#).is_ok());
        assert!(Strict::Metadata.parse("<a><!-- by hand --></a>").is_ok());
    }
}
