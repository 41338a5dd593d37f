//! What every call goes through: language, day, numbers in the address, a body.

use jiff::civil::Date;
use serde_json::{Map, Value as Json};
use talang_catalogue::messages::Arg;
use talang_catalogue::{Culture, Fault, Language, Object};
use talang_engine::{Action, AsOf, Result, Scope, View};
use talang_http::Call;

/// The caller's scope in the language that the request asks for, on the day of `asOf`.
pub(crate) fn scope(call: &Call) -> Result<(Scope, AsOf)> {
    let mut scope = call.scope.clone();
    let wanted = call.request.header("accept-language").and_then(Language::from_accept_language);
    if let Some(language) = wanted
        && language != scope.culture.language
    {
        scope.culture = Culture::of(language);
    }
    match call.request.query("asOf") {
        None => {}
        Some("all") => return Ok((scope, AsOf::Always)),
        Some(text) => match text.parse::<Date>() {
            Ok(day) => scope.as_of = day,
            Err(_) => return Err(invalid(&scope, "rest-as-of", &[]).on("asOf").into()),
        },
    }
    Ok((scope, AsOf::Scope))
}

/// A whole number of the address, or the default.
///
/// # Errors
/// `request.invalid` outside `0..=most`.
pub(crate) fn number(call: &Call, scope: &Scope, name: &str, default: i64, most: i64) -> Result<i64> {
    let Some(text) = call.request.query(name) else { return Ok(default) };
    match text.parse::<i64>() {
        Ok(number) if (0..=most).contains(&number) => Ok(number),
        _ => {
            let args = [("name", Arg::from(name)), ("max", Arg::from(most as f64))];
            Err(invalid(scope, "clients-number", &args).on(name).into())
        }
    }
}

/// The body, which must be a JSON object.
///
/// # Errors
/// `request.media_type`; `request.invalid` with what is wrong with it.
pub(crate) fn body(call: &Call, scope: &Scope) -> Result<Map<String, Json>> {
    json(scope, call.request.header("content-type").unwrap_or_default(), &call.request.body)
}

/// The object in a body of that media type.
///
/// # Errors
/// Those of [`body`].
pub(crate) fn json(scope: &Scope, kind: &str, body: &[u8]) -> Result<Map<String, Json>> {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Fault::new("request.media_type").with("expected", "application/json").into());
    }
    object(scope, body)
}

/// The object that a text in JSON is.
///
/// # Errors
/// `request.invalid` with what is wrong with it.
pub(crate) fn object(scope: &Scope, text: &[u8]) -> Result<Map<String, Json>> {
    match serde_json::from_slice(text) {
        Ok(Json::Object(map)) => Ok(map),
        Ok(_) => Err(invalid(scope, "rest-body-object", &[]).into()),
        Err(error) => {
            let (line, column) = (error.line().to_string(), error.column().to_string());
            let args = [("line", Arg::from(line.as_str())), ("column", Arg::from(column.as_str()))];
            Err(invalid(scope, "rest-json-syntax", &args).into())
        }
    }
}

/// A `request.invalid` with a detail in the caller's language.
pub(crate) fn invalid(scope: &Scope, key: &str, args: &[(&str, Arg<'_>)]) -> Fault {
    let detail = scope.installation().registry().messages.text(scope.language(), key, args);
    Fault::new("request.invalid").with("detail", detail)
}

/// What may not be read is not there.
pub(crate) fn missing() -> talang_engine::Error {
    Fault::new("record.not_found").with("object", "").into()
}

/// Whether anything of the object may be read at all; else its addresses are not there.
pub(crate) fn may_read(v: &View<'_>, object: &Object) -> Result<()> {
    if v.rights().may(object, Action::Read) { Ok(()) } else { Err(missing()) }
}
