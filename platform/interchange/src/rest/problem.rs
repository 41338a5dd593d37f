//! Refusals as `application/problem+json` (RFC 9457), with the stable codes of the faults (I10).

use serde_json::{Map, Value as Json, json};
use talang_catalogue::{Fault, Language, Object};
use talang_engine::{Error, Registry};
use talang_http::{Method, Reply};

/// Where in the request the fault lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the body, under this JSON pointer.
    #[default]
    Body,
    /// In a query parameter.
    Parameter(String),
    /// In a header.
    Header(&'static str),
}

/// An error of the gate as problem document, told in the language. The server uses it for everything under `/api`.
pub fn problem(error: &Error, language: Language, registry: &Registry) -> Reply {
    of(error, &Place::Body, None, language, registry)
}

/// The problem document for a method that an address does not know.
pub fn method_not_allowed(allowed: &[Method], language: Language, registry: &Registry) -> Reply {
    let names = Method::allow(allowed);
    let fault = Fault::new("request.method").with("allowed", &names);
    problem(&fault.into(), language, registry).with("allow", names)
}

pub(crate) fn of(
    error: &Error,
    place: &Place,
    object: Option<&Object>,
    language: Language,
    registry: &Registry,
) -> Reply {
    let faults = error.faults();
    let first = faults.first().cloned().unwrap_or_else(|| Fault::new("internal"));
    // What stands in the address or a header is a bad request, whatever it would be in the data.
    let status = match place {
        Place::Body => first.status(),
        _ if first.status() == 422 => 400,
        _ => first.status(),
    };
    let errors = entries(&faults, place, "", object, language, registry);
    let detail: Vec<&str> = errors.iter().filter_map(|e| e.get("message").and_then(Json::as_str)).collect();
    let body = json!({
        "type": format!("urn:talang:fault:{}", first.code),
        "title": title(status, language, registry),
        "status": status,
        "code": first.code,
        "detail": detail.join(" "),
        "errors": errors,
    });
    let mut reply = Reply::bytes("application/problem+json", body.to_string())
        .code(status)
        .with("content-language", language.code())
        .with("cache-control", "no-store");
    match status {
        401 => reply = reply.with("www-authenticate", "Basic realm=\"talang\", charset=\"UTF-8\""),
        429 => {
            let number = |name: &str| first.arg(name).and_then(|n| n.parse::<u32>().ok());
            let seconds = number("seconds").unwrap_or_else(|| number("minutes").unwrap_or(1) * 60);
            reply = reply.with("retry-after", seconds.to_string());
            if let Some(quota) = first.arg("max") {
                reply = reply.with("ratelimit-limit", quota).with("ratelimit-remaining", "0");
                reply = reply.with("ratelimit-reset", seconds.to_string());
            }
        }
        503 => reply = reply.with("retry-after", "1"),
        _ => {}
    }
    reply
}

/// Each fault with code, field, place and sentence. `prefix` is the JSON pointer of the record in the body.
pub(crate) fn entries(
    faults: &[Fault],
    place: &Place,
    prefix: &str,
    object: Option<&Object>,
    language: Language,
    registry: &Registry,
) -> Vec<Json> {
    faults
        .iter()
        .map(|fault| {
            let mut entry = Map::new();
            entry.insert("code".to_string(), fault.code.into());
            // Inside a list the fault names the field and the place in it: skills/2.
            let path = fault.field.clone().unwrap_or_default();
            let name = path.split('/').next().unwrap_or_default().to_string();
            if !name.is_empty() {
                entry.insert("field".to_string(), name.as_str().into());
            }
            match place {
                Place::Body if !path.is_empty() => {
                    let path: Vec<String> =
                        path.split('/').map(|part| part.replace('~', "~0").replace('/', "~1")).collect();
                    entry.insert("pointer".to_string(), format!("{prefix}/{}", path.join("/")).into());
                }
                Place::Body if !prefix.is_empty() => {
                    entry.insert("pointer".to_string(), prefix.into());
                }
                Place::Body => {}
                Place::Parameter(parameter) => {
                    entry.insert("parameter".to_string(), parameter.as_str().into());
                }
                Place::Header(header) => {
                    entry.insert("header".to_string(), (*header).into());
                }
            }
            entry.insert("message".to_string(), sentence(fault, &name, object, language, registry).into());
            Json::Object(entry)
        })
        .collect()
}

/// The sentence of a fault; objects and fields under the names that people know.
fn sentence(
    fault: &Fault,
    name: &str,
    object: Option<&Object>,
    language: Language,
    registry: &Registry,
) -> String {
    let mut fault = fault.clone();
    for (argument, value) in &mut fault.args {
        if *argument == "object" && !value.is_empty() {
            *value = registry.labels.object(language, value).to_string();
        }
    }
    if !name.is_empty() {
        fault.field = Some(name.to_string());
    }
    let label = object
        .and_then(|o| o.field(name).map(|f| registry.labels.field(language, o.def.name, f).to_string()))
        .unwrap_or_default();
    registry.messages.fault_text(language, &fault, &label)
}

/// What a status means, the same for every occurrence.
fn title(status: u16, language: Language, registry: &Registry) -> String {
    let key = format!("rest-title-{status}");
    let found = registry.messages.find(language, &key, &[]);
    found.unwrap_or_else(|| {
        registry.messages.plain(language, if status < 500 { "rest-title-400" } else { "rest-title-500" })
    })
}
