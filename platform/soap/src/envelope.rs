//! Envelopes: SOAP 1.1 (W3C note, 8 May 2000) and SOAP 1.2 (W3C recommendation, 27 April 2007), and the login and password that
//! one may carry (OASIS WS-Security UsernameToken Profile 1.1).

use roxmltree::{Document, Node};
use talang_catalogue::Fault;
use talang_engine::{Result, Scope};
use talang_http::Request;
use talang_xml::{Strict, at_most_one, is, only};

use crate::{PREFIX, written};

/// WS-Security.
pub(crate) const WSSE: &str =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
/// Times of WS-Security.
const WSU: &str = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

/// The two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    /// SOAP 1.1: `text/xml`, the operation in the header `SOAPAction`.
    V11,
    /// SOAP 1.2: `application/soap+xml`, the operation in the media type's `action`.
    V12,
}

impl Version {
    /// The version that the media type says.
    ///
    /// # Errors
    /// `request.media_type`.
    pub(crate) fn of(request: &Request) -> Result<Version> {
        let media = request.header("content-type").unwrap_or_default();
        match media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
            "text/xml" => Ok(Version::V11),
            "application/soap+xml" => Ok(Version::V12),
            _ => {
                let expected = "text/xml, application/soap+xml";
                Err(Fault::new("request.media_type").with("expected", expected).into())
            }
        }
    }

    /// Namespace of the envelope.
    pub(crate) fn namespace(self) -> &'static str {
        match self {
            Version::V11 => "http://schemas.xmlsoap.org/soap/envelope/",
            Version::V12 => "http://www.w3.org/2003/05/soap-envelope",
        }
    }

    /// Media type of what is answered.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Version::V11 => "text/xml; charset=utf-8",
            Version::V12 => "application/soap+xml; charset=utf-8",
        }
    }

    /// The action that the transport names; none where it names none.
    pub(crate) fn action(self, request: &Request) -> Option<String> {
        let named = match self {
            Version::V11 => request.header("soapaction"),
            Version::V12 => request
                .header("content-type")
                .and_then(|t| t.split(';').skip(1).find_map(|part| part.trim().strip_prefix("action="))),
        };
        named.map(|n| n.trim().trim_matches('"').to_string()).filter(|n| !n.is_empty())
    }

    /// An envelope around what stands in the body.
    pub(crate) fn envelope(self, body: &str) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<soap:Envelope xmlns:soap=\"{}\"><soap:Body>{body}</soap:Body></soap:Envelope>",
            self.namespace()
        )
    }
}

/// The text of a message.
///
/// # Errors
/// `request.too_large`, `request.invalid`: not UTF-8.
pub(crate) fn text(body: &[u8]) -> Result<String> {
    if body.len() > talang_xml::MOST_MESSAGE {
        let most = format!("{} KiB", talang_xml::MOST_MESSAGE >> 10);
        return Err(Fault::new("request.too_large").with("max", most).into());
    }
    talang_xml::text_of(body.to_vec()).map_err(|error| plain(&error))
}

/// Reads a message: no document type, no entities, no processing instructions, no comments, not too deep.
///
/// # Errors
/// `request.invalid`.
pub(crate) fn parse(text: &str) -> Result<Document<'_>> {
    Strict::Message.parse(text).map_err(|error| plain(&error))
}

/// What the reader refuses, without the words of single sign-on.
fn plain(error: &talang_engine::Error) -> talang_engine::Error {
    let detail = error.faults().first().and_then(|f| f.arg("detail").map(str::to_string));
    Fault::new("request.invalid").with("detail", detail.unwrap_or_default()).into()
}

/// The one element in the body, when the headers ask for nothing unknown.
///
/// # Errors
/// `soap.version`, `soap.header`, `soap.expired`, `request.invalid`.
pub(crate) fn open<'a, 'i>(
    document: &'a Document<'i>,
    version: Version,
    scope: &Scope,
) -> Result<Node<'a, 'i>> {
    let root = document.root_element();
    let namespace = version.namespace();
    if !is(root, namespace, "Envelope") {
        return Err(Fault::new("soap.version").into());
    }
    let mut body = None;
    for child in root.children().filter(Node::is_element) {
        match () {
            () if is(child, namespace, "Header") && body.is_none() => heed(child, version, scope)?,
            () if is(child, namespace, "Body") && body.is_none() => body = Some(child),
            () => {
                let fault = Fault::new("soap.unexpected").on("Envelope").with("name", written(child));
                return Err(fault.with("expected", "Header, Body").into());
            }
        }
    }
    let body = body.ok_or_else(|| Fault::new("value.mandatory").on("Envelope/Body"))?;
    let mut inside = body.children().filter(Node::is_element);
    match (inside.next(), inside.next()) {
        (Some(payload), None) => Ok(payload),
        _ => Err(Fault::new("request.invalid").with("detail", scope.text("soap-body")).into()),
    }
}

/// Headers that must be understood and are not, and a time that is over.
fn heed(header: Node<'_, '_>, version: Version, scope: &Scope) -> Result<()> {
    for block in header.children().filter(Node::is_element) {
        if is(block, WSSE, "Security") {
            in_time(block, scope)?;
            continue;
        }
        let asked = block.attribute((version.namespace(), "mustUnderstand")).unwrap_or_default();
        if matches!(asked, "1" | "true") {
            return Err(Fault::new("soap.header").with("name", written(block)).into());
        }
    }
    Ok(())
}

/// A message that says until when it counts.
fn in_time(security: Node<'_, '_>, scope: &Scope) -> Result<()> {
    let Some(stamp) = security.children().find(|n| is(*n, WSU, "Timestamp")) else { return Ok(()) };
    let Some(expires) = stamp.children().find(|n| is(*n, WSU, "Expires")) else { return Ok(()) };
    let until = expires.text().unwrap_or_default().trim().parse::<jiff::Timestamp>();
    let until = until.map_err(|_| Fault::new("value.instant").on("Security/Timestamp/Expires"))?;
    match until.as_microsecond() < scope.installation().clock().now() {
        true => Err(Fault::new("soap.expired").into()),
        false => Ok(()),
    }
}

/// What a UsernameToken says.
pub(crate) enum Token {
    /// Login and password.
    Plain(String, String),
    /// A digest of the password, which nobody can compare who does not keep passwords.
    Digest,
}

/// Login and password of a message for a service, as `Authorization: Basic` would have said it; a header that is there stays.
/// To be called before anybody asks who calls.
pub fn credentials(request: &mut Request) {
    if !request.path.starts_with(PREFIX) || request.headers.contains_key("authorization") {
        return;
    }
    if let Some(Token::Plain(login, password)) = token(&request.body) {
        let pair = talang_xml::to_base64(format!("{login}:{password}").as_bytes());
        request.headers.insert("authorization".to_string(), format!("Basic {pair}"));
    }
}

/// The only UsernameToken of an envelope. A message that cannot be read has none, and is told why later.
pub(crate) fn token(body: &[u8]) -> Option<Token> {
    let text = std::str::from_utf8(body).ok()?;
    let document = Strict::Message.parse(text.trim_start_matches('\u{feff}')).ok()?;
    let root = document.root_element();
    let namespace =
        [Version::V11, Version::V12].map(Version::namespace).into_iter().find(|n| is(root, n, "Envelope"))?;
    let header = only(root, namespace, "Header").ok()?;
    let token = only(only(header, WSSE, "Security").ok()?, WSSE, "UsernameToken").ok()?;
    let login = talang_xml::text(only(token, WSSE, "Username").ok()?).ok()?;
    let password = at_most_one(token, WSSE, "Password").ok()??;
    if password.attribute("Type").is_some_and(|t| t.ends_with("#PasswordDigest")) {
        return Some(Token::Digest);
    }
    // In the header a colon ends the login.
    (!login.contains(':')).then_some(Token::Plain(login, talang_xml::text(password).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn envelope(token: &str) -> String {
        let header = format!("<w:Security xmlns:w=\"{WSSE}\">{token}</w:Security>");
        let namespace = Version::V11.namespace();
        format!(
            "<e:Envelope xmlns:e=\"{namespace}\"><e:Header>{header}</e:Header><e:Body><a/></e:Body></e:Envelope>"
        )
    }

    #[test]
    fn a_token_says_one_login_and_one_password() {
        // I11
        let token = |inside: &str| super::token(envelope(inside).as_bytes());
        let one =
            "<w:UsernameToken><w:Username>lms</w:Username><w:Password>a:b</w:Password></w:UsernameToken>";
        assert!(
            matches!(token(one), Some(Token::Plain(login, password)) if login == "lms" && password == "a:b")
        );
        assert!(token(&format!("{one}{one}")).is_none(), "which of two counts is not for a reader to guess");
        assert!(token(&one.replace("lms", "l:ms")).is_none());
        assert!(token(&one.replace("<w:Password>a:b</w:Password>", "")).is_none());
        let digest = one.replace("<w:Password>", "<w:Password Type=\"x#PasswordDigest\">");
        assert!(matches!(token(&digest), Some(Token::Digest)));
        let doctype = format!("<!DOCTYPE e [<!ENTITY l \"lms\">]>{}", envelope(&one.replace("lms", "&l;")));
        assert!(super::token(doctype.as_bytes()).is_none());
    }
}
