//! Refusals as OData has them: `{"error": {"code", "message", "target"}}` (JSON Format 4.0, 19).

use serde_json::{Map, Value as Json, json};
use talang_catalogue::Fault;
use talang_catalogue::messages::Arg;
use talang_engine::{Error, Result, Scope};
use talang_http::{Body, Call, Reply};

use crate::rest::speaking;

/// Why a request is not answered.
#[derive(Debug)]
pub(super) enum Refusal {
    /// What the gate says.
    Error(Error),
    /// A part of OData that is not there, as it was written: 501.
    Unsupported(String),
}

impl<T: Into<Error>> From<T> for Refusal {
    fn from(error: T) -> Refusal {
        Refusal::Error(error.into())
    }
}

pub(super) type Answer<T> = std::result::Result<T, Refusal>;

/// A name that means nothing.
pub(super) fn unknown(name: &str, target: &str) -> Refusal {
    Fault::new("field.unknown").on(target).with("name", name).into()
}

/// Does the work in the caller's language and tells what it refuses. Failures of ours go on to the server.
pub(super) fn answer(call: &Call, work: fn(&Call, &Scope) -> Answer<Reply>) -> Result<Reply> {
    let scope = speaking(call);
    let reply = match acceptable(call).and_then(|()| work(call, &scope)) {
        Ok(reply) => reply,
        Err(Refusal::Error(error @ Error::Storage(_))) => return Err(error),
        Err(Refusal::Error(error)) => refused(&scope, &error),
        Err(Refusal::Unsupported(what)) => {
            let registry = scope.installation().registry();
            let args = [("what", Arg::from(what.as_str()))];
            let message = registry.messages.text(scope.language(), "odata-unsupported", &args);
            body("odata.unsupported", &message, None, &[], 501)
        }
    };
    let reply = match reply.headers.iter().any(|(name, _)| name == "odata-version") {
        true => reply,
        false => reply.with("odata-version", "4.0"),
    };
    let reply = if matches!(reply.body, Body::Empty) {
        reply
    } else {
        reply.with("content-language", scope.language().code())
    };
    Ok(reply.with("vary", "accept, accept-language, prefer"))
}

/// Refuses formats of older versions: Atom is no format of 4.0.
fn acceptable(call: &Call) -> Answer<()> {
    let asked = call.request.query("$format").or_else(|| call.request.header("accept")).unwrap_or_default();
    let fits = |range: &str| {
        let kind = range.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        [
            "",
            "*/*",
            "application/*",
            "application/json",
            "application/xml",
            "text/plain",
            "text/*",
            "json",
            "xml",
        ]
        .contains(&kind.as_str())
    };
    match asked.split(',').any(fits) {
        true => Ok(()),
        false => Err(Fault::new("request.not_acceptable").with("expected", "application/json").into()),
    }
}

fn refused(scope: &Scope, error: &Error) -> Reply {
    let registry = scope.installation().registry();
    let faults = error.faults();
    let sentence = |fault: &Fault| {
        let mut fault = fault.clone();
        for (argument, value) in &mut fault.args {
            if *argument == "object" && !value.is_empty() {
                *value = registry.labels.object(scope.language(), value).to_string();
            }
        }
        registry.messages.fault_text(scope.language(), &fault, "")
    };
    let first = faults.first().cloned().unwrap_or_else(|| Fault::new("internal"));
    // Whatever is wrong stands in the address.
    let status = if first.status() == 422 { 400 } else { first.status() };
    let details: Vec<Json> = faults
        .iter()
        .skip(1)
        .map(|fault| json!({ "code": fault.code, "message": sentence(fault), "target": fault.field }))
        .collect();
    body(first.code, &sentence(&first), first.field.as_deref(), &details, status)
}

fn body(code: &str, message: &str, target: Option<&str>, details: &[Json], status: u16) -> Reply {
    let mut error = Map::new();
    error.insert("code".to_string(), code.into());
    error.insert("message".to_string(), message.into());
    if let Some(target) = target {
        error.insert("target".to_string(), target.into());
    }
    if !details.is_empty() {
        error.insert("details".to_string(), details.into());
    }
    Reply::json(&json!({ "error": error })).code(status).with("cache-control", "no-store")
}
