//! What every request of the interface goes through: language, media types, parameters, body.

use std::sync::Arc;

use jiff::civil::Date;
use serde_json::{Map, Value as Json};
use talang_catalogue::messages::Arg;
use talang_catalogue::value::date_of_days;
use talang_catalogue::{Catalogue, Culture, Fault, Language, Object, ObjectDef};
use talang_engine::{AsOf, Error, Result, Scope};
use talang_http::{Body, Call, Reply};

use super::problem::{self, Place};

/// A refusal with its place in the request.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub error: Error,
    pub place: Place,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        Refusal { error, place: Place::Body }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Refusal {
        Refusal { error: fault.into(), place: Place::Body }
    }
}

impl From<Vec<Fault>> for Refusal {
    fn from(faults: Vec<Fault>) -> Refusal {
        Refusal { error: faults.into(), place: Place::Body }
    }
}

pub(crate) type Answer<T> = std::result::Result<T, Refusal>;

/// Adds the place to whatever is refused.
pub(crate) trait At<T> {
    fn at(self, place: Place) -> Answer<T>;
}

impl<T, E: Into<Error>> At<T> for std::result::Result<T, E> {
    fn at(self, place: Place) -> Answer<T> {
        self.map_err(|error| Refusal { error: error.into(), place })
    }
}

/// Does the work in the caller's language and tells what it refuses as a problem document. Failures of ours go on to
/// the server, which records them.
pub(crate) fn answer(call: &Call, work: impl FnOnce(&Call, &Scope) -> Answer<Reply>) -> Result<Reply> {
    let scope = speaking(call);
    let reply = match acceptable(call).and_then(|()| work(call, &scope)) {
        Ok(reply) => match reply.body {
            Body::Empty => reply,
            _ => reply.with("content-language", scope.language().code()),
        },
        Err(Refusal { error: error @ Error::Storage(_), .. }) => return Err(error),
        Err(Refusal { error, place }) => {
            let registry = scope.installation().registry();
            let object =
                scope.view(|v| Ok(v.catalogue().by_path(call.param("object")).cloned())).ok().flatten();
            problem::of(&error, &place, object.as_deref(), scope.language(), registry)
        }
    };
    Ok(reply.with("vary", "accept-language"))
}

/// The scope in the language that the request asks for.
pub(crate) fn speaking(call: &Call) -> Scope {
    let mut scope = call.scope.clone();
    let wanted = call.request.header("accept-language").and_then(Language::from_accept_language);
    if let Some(language) = wanted
        && language != scope.culture.language
    {
        scope.culture = Culture::of(language);
    }
    scope
}

/// Refuses a request that takes no JSON.
fn acceptable(call: &Call) -> Answer<()> {
    let Some(accept) = call.request.header("accept").filter(|a| !a.trim().is_empty()) else { return Ok(()) };
    // The file of a job is what it is.
    if call.request.path.ends_with("/result") {
        return Ok(());
    }
    let takes = accept.split(',').any(|range| {
        let mut parts = range.split(';').map(str::trim);
        let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
        let fits = matches!(kind.as_str(), "*/*" | "application/*") || is_json(&kind);
        fits && !parts.any(|p| p.strip_prefix("q=").is_some_and(|q| q.parse::<f32>() == Ok(0.0)))
    });
    let fault = || Fault::new("request.not_acceptable").with("expected", "application/json");
    if takes { Ok(()) } else { Err(fault()).at(Place::Header("accept")) }
}

fn is_json(media_type: &str) -> bool {
    let bare = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    bare == "application/json" || bare.starts_with("application/") && bare.ends_with("+json")
}

/// The declaration of the object that the address names.
pub(crate) fn declaration(call: &Call, scope: &Scope) -> Answer<&'static ObjectDef> {
    let path = call.param("object");
    let found = scope.installation().registry().objects.iter().find(|o| o.path == path).copied();
    Ok(found.ok_or_else(|| Fault::new("object.unknown").with("name", path))?)
}

/// The object that the address names, with the tenant's own fields.
pub(crate) fn object(call: &Call, catalogue: &Catalogue) -> Result<Arc<Object>> {
    let path = call.param("object");
    let found = catalogue.by_path(path).cloned();
    found.ok_or_else(|| Fault::new("object.unknown").with("name", path).into())
}

/// A `request.invalid` with a detail of ours.
pub(crate) fn invalid(scope: &Scope, key: &str, args: &[(&str, Arg<'_>)]) -> Fault {
    let detail = scope.installation().registry().messages.text(scope.language(), key, args);
    Fault::new("request.invalid").with("detail", detail)
}

/// Refuses parameters that nobody reads: a typing error would otherwise go unnoticed.
pub(crate) fn only(call: &Call, scope: &Scope, known: &[&'static str]) -> Answer<()> {
    for (name, _) in &call.request.query {
        if !known.contains(&name.as_str()) {
            let list = if known.is_empty() { "–".to_string() } else { known.join(", ") };
            let args = [("name", Arg::from(name.as_str())), ("known", Arg::from(list))];
            return Err(invalid(scope, "rest-parameter-unknown", &args)).at(Place::Parameter(name.clone()));
        }
    }
    Ok(())
}

/// The day of `asOf`; `None` when it is not given.
pub(crate) fn as_of(call: &Call, scope: &Scope) -> Answer<Option<AsOf>> {
    match call.request.query("asOf") {
        None => Ok(None),
        Some("all") => Ok(Some(AsOf::Always)),
        Some(text) => match day(text) {
            Some(day) => Ok(Some(AsOf::Day(day))),
            None => Err(invalid(scope, "rest-as-of", &[])).at(Place::Parameter("asOf".to_string())),
        },
    }
}

/// A day in ISO 8601, and in no other form.
pub(crate) fn day(text: &str) -> Option<Date> {
    let iso = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    iso.then(|| Culture::NEUTRAL.parse_date(text)).flatten().map(date_of_days)
}

/// The day of `asOf` where only one day makes sense.
pub(crate) fn one_day(call: &Call, scope: &Scope) -> Answer<Option<Date>> {
    match as_of(call, scope)? {
        Some(AsOf::Day(day)) => Ok(Some(day)),
        Some(_) => Err(invalid(scope, "rest-as-of-one", &[])).at(Place::Parameter("asOf".to_string())),
        None => Ok(None),
    }
}

/// A whole number in a parameter.
pub(crate) fn number(
    call: &Call,
    scope: &Scope,
    name: &'static str,
    default: usize,
    most: usize,
) -> Answer<usize> {
    let Some(text) = call.request.query(name) else { return Ok(default) };
    match text.parse::<usize>() {
        Ok(number) if (1..=most).contains(&number) => Ok(number),
        _ => Err(invalid(scope, "rest-number", &[("max", Arg::from(most as f64))]))
            .at(Place::Parameter(name.to_string())),
    }
}

/// Yes or no in a parameter.
pub(crate) fn flag(call: &Call, scope: &Scope, name: &'static str) -> Answer<bool> {
    match call.request.query(name) {
        None | Some("false") => Ok(false),
        Some("true" | "") => Ok(true),
        Some(_) => Err(invalid(scope, "rest-flag", &[])).at(Place::Parameter(name.to_string())),
    }
}

/// The body as JSON object.
pub(crate) fn body(call: &Call, scope: &Scope, limit: usize) -> Answer<Map<String, Json>> {
    let kind = call.request.header("content-type").unwrap_or_default();
    if !is_json(kind) {
        let fault = Fault::new("request.media_type").with("expected", "application/json");
        return Err(fault).at(Place::Header("content-type"));
    }
    let bytes = &call.request.body;
    if bytes.len() > limit {
        return Err(Fault::new("request.too_large").with("max", format!("{} MiB", limit >> 20)).into());
    }
    match serde_json::from_slice::<Json>(bytes) {
        Ok(Json::Object(map)) => Ok(map),
        Ok(_) => Err(invalid(scope, "rest-body-object", &[]).into()),
        Err(error) => {
            let key = if error.is_eof() { "rest-json-end" } else { "rest-json-syntax" };
            // Numbers without grouping: they are counted, not read aloud.
            let place = [("line", error.line().to_string()), ("column", error.column().to_string())];
            let args: Vec<(&str, Arg<'_>)> = place.iter().map(|(n, v)| (*n, Arg::from(v.as_str()))).collect();
            Err(invalid(scope, key, &args).into())
        }
    }
}

/// The entity tags of `If-Match` or `If-None-Match`, without quotes; `*` stays.
pub(crate) fn tags<'a>(call: &'a Call, header: &str) -> Option<Vec<&'a str>> {
    let text = call.request.header(header)?;
    let bare = |tag: &'a str| tag.trim().trim_start_matches("W/").trim_matches('"');
    Some(text.split(',').map(bare).collect())
}
