//! The refusals that each operation may answer with, by their status, with a true example of each.

use serde_json::{Map, Value as Json, json};
use talang_catalogue::{Catalogue, Fault, FieldType};
use talang_engine::Error;
use talang_http::Body;

use super::super::ask::invalid;
use super::super::problem::{self, Place};
use super::super::{BODY_LIMIT, PREFIX};
use super::{Writer, reference};

/// What an operation does, as far as it decides what may go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// It reads.
    Reads,
    /// It takes a body.
    Takes,
    /// It changes a record that is there.
    Changes,
    /// It removes a record.
    Removes,
    /// It ends work.
    Ends,
    /// It reads a file, or a part of one.
    Fetches,
}

/// Statuses of refusals with the names of their answers.
const STATUSES: [(u16, &str); 13] = [
    (400, "BadRequest"),
    (401, "Unauthorized"),
    (403, "Forbidden"),
    (404, "NotFound"),
    (406, "NotAcceptable"),
    (409, "Conflict"),
    (412, "PreconditionFailed"),
    (413, "ContentTooLarge"),
    (415, "UnsupportedMediaType"),
    (416, "RangeNotSatisfiable"),
    (422, "UnprocessableContent"),
    (429, "TooManyRequests"),
    (503, "ServiceUnavailable"),
];

impl Deed {
    fn may_answer(self, status: u16) -> bool {
        match status {
            409 => self != Deed::Reads,
            412 => matches!(self, Deed::Changes | Deed::Removes),
            413 | 415 => matches!(self, Deed::Takes | Deed::Changes),
            416 => self == Deed::Fetches,
            422 => matches!(self, Deed::Takes | Deed::Changes | Deed::Removes),
            _ => true,
        }
    }
}

/// The answers of an operation: what it does, and every refusal.
pub(super) fn answers(deed: Deed, status: &str, done: Json) -> Map<String, Json> {
    let mut map = Map::new();
    map.insert(status.to_string(), done);
    for (status, name) in STATUSES.iter().filter(|(status, _)| deed.may_answer(*status)) {
        map.insert(status.to_string(), reference("responses", name));
    }
    map
}

/// `components/headers`.
pub(super) fn headers() -> Json {
    let text = |text: &str| json!({ "description": text, "schema": { "type": "string" } });
    let seconds =
        json!({ "description": "RFC 9110 § 10.2.3", "schema": { "type": "integer", "minimum": 0 } });
    json!({
        "ETag": text("\"3\""),
        "Link": text("<…>; rel=\"next\""),
        "Location": text(PREFIX),
        "RetryAfter": seconds,
        "Challenge": text("Basic realm=\"talang\""),
    })
}

impl Writer<'_> {
    /// `components/responses`: what the interface itself answers, with the sentences of the reader's language.
    pub(super) fn problems(&self, catalogue: &Catalogue) -> Json {
        let registry = self.scope.installation().registry();
        let mut all = Map::new();
        for (status, name) in STATUSES {
            let (fault, place) = self.typical(status, catalogue);
            let object = catalogue
                .objects()
                .iter()
                .find(|o| fault.field.as_ref().is_some_and(|f| o.field(f).is_some()));
            let reply = problem::of(
                &Error::from(fault),
                &place,
                object.map(AsRef::as_ref),
                self.scope.language(),
                registry,
            );
            let example: Json = match &reply.body {
                Body::Bytes(bytes) => serde_json::from_slice(bytes).unwrap_or_default(),
                _ => Json::Null,
            };
            let mut answer = json!({
                "description": example.get("title").cloned().unwrap_or_default(),
                "content": { "application/problem+json": { "schema": reference("schemas", "Problem"), "example": example } },
            });
            let header = match status {
                401 => Some(("WWW-Authenticate", "Challenge")),
                429 | 503 => Some(("Retry-After", "RetryAfter")),
                _ => None,
            };
            if let Some((name, part)) = header {
                answer["headers"] = json!({ name: reference("headers", part) });
            }
            all.insert(name.to_string(), answer);
        }
        all.into()
    }

    /// A refusal with that status, as it often occurs.
    fn typical(&self, status: u16, catalogue: &Catalogue) -> (Fault, Place) {
        let header = Place::Header;
        match status {
            400 => (invalid(self.scope, "rest-as-of", &[]), Place::Parameter("asOf".to_string())),
            401 => (Fault::new("sign_in.failed"), Place::Body),
            403 => (Fault::new("right.missing"), Place::Body),
            404 => (Fault::new("record.not_found"), Place::Body),
            406 => {
                (Fault::new("request.not_acceptable").with("expected", "application/json"), header("accept"))
            }
            409 => (Fault::new("record.exists").with("key", "1001"), Place::Body),
            412 => (Fault::new("record.changed"), Place::Body),
            413 => {
                let most = format!("{} MiB", BODY_LIMIT >> 20);
                (Fault::new("request.too_large").with("max", most), Place::Body)
            }
            415 => (
                Fault::new("request.media_type").with("expected", "application/json"),
                header("content-type"),
            ),
            416 => (Fault::new("range.invalid").with("size", 1_048_576), header("range")),
            422 => {
                let dates = catalogue.objects().iter().flat_map(|o| &o.fields);
                let date = dates.into_iter().find(|f| matches!(f.ty, FieldType::Date));
                let name = date.map_or("date", |f| f.name.as_ref());
                (Fault::new("value.date").on(name).with("example", "2026-12-31"), Place::Body)
            }
            429 => (Fault::new("quota.too_fast").with("seconds", 12), Place::Body),
            _ => (Fault::new("storage.busy"), Place::Body),
        }
    }
}
