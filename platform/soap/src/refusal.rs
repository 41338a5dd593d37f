//! Refusals as SOAP faults: whose mistake it is, a sentence, and each fault with its stable code and its place.

use std::fmt::Write;

use talang_catalogue::{Fault, Language};
use talang_engine::{Error, Registry};
use talang_http::{Body, Method, Reply, Request};
use talang_xml::escape;

use crate::PREFIX;
use crate::envelope::{Token, Version, WSSE, token};

/// Namespace of the details of faults, the same for every service.
pub(crate) const PROBLEMS: &str = "urn:talang:soap:problems:1";

/// How a message was sent, for whoever must refuse it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    version: Version,
    digest: bool,
}

impl Asked {
    /// The message of a request; none where it is none.
    pub fn of(request: &Request) -> Option<Asked> {
        let message = request.method == Method::Post && request.path.starts_with(PREFIX);
        message.then(|| Asked {
            version: Version::of(request).unwrap_or(Version::V11),
            digest: matches!(token(&request.body), Some(Token::Digest)),
        })
    }
}

/// Statuses that mean something to whoever carries the message; every other fault is 500 in SOAP 1.1 (6.2), 400 or 500 in
/// SOAP 1.2 (Part 2, 7.5.2).
const CARRIED: [u16; 8] = [401, 403, 404, 405, 413, 415, 429, 503];

/// An error as a fault. `kept` is the refusal as any other interface has it: its headers stay.
pub fn refusal(asked: Asked, error: &Error, language: Language, registry: &Registry, kept: Reply) -> Reply {
    let mut faults = error.faults();
    let first = faults.first().map_or(500, Fault::status);
    if first == 401 && asked.digest {
        faults = vec![Fault::new("soap.digest")];
    }
    let told: Vec<(Fault, String)> =
        faults.into_iter().map(|fault| (fault.clone(), sentence(&fault, language, registry))).collect();
    let status = match (asked.version, first) {
        (_, status) if CARRIED.contains(&status) => status,
        (Version::V12, status) if status < 500 => 400,
        _ => 500,
    };
    let code = told.first().map_or("internal", |(fault, _)| fault.code);
    let body = body(asked.version, code, first, &told, language);
    let mut reply = kept;
    reply.headers.retain(|(name, _)| name != "content-type");
    reply.status = status;
    reply.body = Body::Bytes(asked.version.envelope(&body).into_bytes());
    reply.with("content-type", asked.version.media_type())
}

/// The sentence of a fault; objects under the names that people know.
fn sentence(fault: &Fault, language: Language, registry: &Registry) -> String {
    let mut fault = fault.clone();
    for (argument, value) in &mut fault.args {
        if *argument == "object" && !value.is_empty() {
            *value = registry.labels.object(language, value).to_string();
        }
    }
    registry.messages.fault_text(language, &fault, "")
}

fn body(version: Version, code: &str, status: u16, told: &[(Fault, String)], language: Language) -> String {
    let language = language.code();
    let words: Vec<&str> = told.iter().map(|(_, sentence)| sentence.as_str()).collect();
    let words = escape(&words.join(" "));
    let problems = problems(told);
    let wsse = match code {
        "soap.digest" => Some("UnsupportedSecurityToken"),
        "soap.expired" => Some("MessageExpired"),
        _ if status == 401 => Some("FailedAuthentication"),
        _ => None,
    };
    match version {
        Version::V11 => {
            let code = match (code, wsse) {
                (_, Some(name)) => format!("<faultcode xmlns:wsse=\"{WSSE}\">wsse:{name}</faultcode>"),
                ("soap.version", _) => "<faultcode>soap:VersionMismatch</faultcode>".to_string(),
                ("soap.header", _) => "<faultcode>soap:MustUnderstand</faultcode>".to_string(),
                _ if status < 500 => "<faultcode>soap:Client</faultcode>".to_string(),
                _ => "<faultcode>soap:Server</faultcode>".to_string(),
            };
            format!(
                "<soap:Fault>{code}<faultstring xml:lang=\"{language}\">{words}</faultstring><detail>{problems}</detail></soap:Fault>"
            )
        }
        Version::V12 => {
            let value = match code {
                "soap.version" => "VersionMismatch",
                "soap.header" => "MustUnderstand",
                _ if status < 500 => "Sender",
                _ => "Receiver",
            };
            let sub = wsse.map_or_else(String::new, |name| {
                format!(
                    "<soap:Subcode><soap:Value xmlns:wsse=\"{WSSE}\">wsse:{name}</soap:Value></soap:Subcode>"
                )
            });
            format!(
                "<soap:Fault><soap:Code><soap:Value>soap:{value}</soap:Value>{sub}</soap:Code>\
                 <soap:Reason><soap:Text xml:lang=\"{language}\">{words}</soap:Text></soap:Reason>\
                 <soap:Detail>{problems}</soap:Detail></soap:Fault>"
            )
        }
    }
}

fn problems(told: &[(Fault, String)]) -> String {
    let mut out = format!("<Problems xmlns=\"{PROBLEMS}\">");
    for (fault, sentence) in told {
        let _ = write!(out, "<problem><code>{}</code>", escape(fault.code));
        if let Some(place) = &fault.field {
            let _ = write!(out, "<element>{}</element>", escape(place));
        }
        let _ = write!(out, "<message>{}</message></problem>", escape(sentence));
    }
    out.push_str("</Problems>");
    out
}
