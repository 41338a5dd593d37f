//! Writing: one record, or many with a result for each; conditional and repeatable without harm.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use talang_catalogue::messages::Arg;
use talang_catalogue::types::number::whole;
use talang_catalogue::{Fault, Field, FieldType, Kind, Object, Record, Value, types};
use talang_engine::idempotency::{KEY_LENGTH, KeptReply};
use talang_engine::{Action, Change, Draft, Error, Mode, Outcome, Result, Saved, Scope, View};
use talang_http::{Body, Call, Reply};

use super::ask::{self, Answer, At};
use super::problem::{self, Place};
use super::read::{self, Shape};
use super::{BODY_LIMIT, BULK_BODY_LIMIT, BULK_RECORDS, PREFIX};

/// `POST /{object}`
pub(crate) fn create(call: &Call, scope: &Scope) -> Answer<Reply> {
    let kind = ask::declaration(call, scope)?.kind;
    ask::only(call, scope, &[])?;
    let body = ask::body(call, scope, BODY_LIMIT)?;
    write(call, scope, kind, &|c| {
        let object = ask::object(call, &c.catalogue())?;
        let draft = draft(c, &object, &body, None, false)?;
        let saved = c.save(&object, Mode::Insert, draft)?;
        let address = format!("{PREFIX}/{}/{}", object.def.path, saved.id);
        Ok(written(c, &object, saved.id)?.code(201).with("location", address))
    })
}

/// `PATCH /{object}/{id}`: JSON merge patch (RFC 7396).
pub(crate) fn patch(call: &Call, scope: &Scope) -> Answer<Reply> {
    change(call, scope, false)
}

/// `PUT /{object}/{id}`: what the caller may write and does not send becomes empty, or takes its default.
pub(crate) fn put(call: &Call, scope: &Scope) -> Answer<Reply> {
    change(call, scope, true)
}

fn change(call: &Call, scope: &Scope, replace: bool) -> Answer<Reply> {
    let kind = ask::declaration(call, scope)?.kind;
    ask::only(call, scope, &["asOf"])?;
    let day = ask::one_day(call, scope)?;
    let id = call.id("id")?;
    let body = ask::body(call, scope, BODY_LIMIT)?;
    let scope = match day {
        Some(day) => &scope.on(day),
        None => scope,
    };
    write(call, scope, kind, &|c| {
        let object = ask::object(call, &c.catalogue())?;
        let record = read::locate(c, &object, id, day)?;
        unchanged_since(call, &record)?;
        let draft = draft(c, &object, &body, Some(&record), replace)?;
        let saved = c.save(&object, Mode::Update { id: record.id, version: Some(record.version) }, draft)?;
        written(c, &object, saved.id)
    })
}

/// `DELETE /{object}/{id}`
pub(crate) fn delete(call: &Call, scope: &Scope) -> Answer<Reply> {
    let kind = ask::declaration(call, scope)?.kind;
    ask::only(call, scope, &["asOf"])?;
    let day = ask::one_day(call, scope)?;
    let id = call.id("id")?;
    let scope = match day {
        Some(day) => &scope.on(day),
        None => scope,
    };
    write(call, scope, kind, &|c| {
        let object = ask::object(call, &c.catalogue())?;
        let record = read::locate(c, &object, id, day)?;
        unchanged_since(call, &record)?;
        c.delete(&object, record.id, Some(record.version))?;
        Ok(Reply::status(204))
    })
}

/// The record as it is now, for whoever wrote it. Who may write but not read gets its number alone.
fn written(c: &mut Change<'_>, object: &Arc<Object>, id: i64) -> Result<Reply> {
    match c.get(object, id) {
        Ok(record) => {
            let tag = read::tag(&record, None);
            let json = read::single(c, object, record, &Shape::whole(object))?;
            Ok(Reply::json(&json).with("etag", tag))
        }
        Err(error) if error.is("record.not_found") => Ok(Reply::json(&json!({ "id": id }))),
        Err(error) => Err(error),
    }
}

/// `If-Match`: the writer must have seen the version that is there.
fn unchanged_since(call: &Call, record: &Record) -> Result<()> {
    let Some(tags) = ask::tags(call, "if-match") else { return Ok(()) };
    let plain = record.version.to_string();
    let dated = format!("{}.{plain}", record.id);
    if tags.iter().any(|tag| *tag == "*" || *tag == plain || *tag == dated) {
        return Ok(());
    }
    Err(Fault::new("record.changed").into())
}

/// Does a write, once for each `Idempotency-Key`.
fn write(
    call: &Call,
    scope: &Scope,
    kind: Kind,
    work: &dyn Fn(&mut Change<'_>) -> Result<Reply>,
) -> Answer<Reply> {
    write_of(call, scope, kind, &call.request.body, work)
}

/// The same for a body that is not in memory: `body` is its digest.
pub(crate) fn write_of(
    call: &Call,
    scope: &Scope,
    kind: Kind,
    body: &[u8],
    work: &dyn Fn(&mut Change<'_>) -> Result<Reply>,
) -> Answer<Reply> {
    let Some(key) = call.request.header("idempotency-key") else {
        return Ok(scope.change(kind, |c| work(c))?);
    };
    if key.trim().is_empty() || key.chars().count() > KEY_LENGTH || key.chars().any(char::is_control) {
        let args = [("max", Arg::from(KEY_LENGTH as f64))];
        return Err(ask::invalid(scope, "rest-idempotency-key", &args)).at(Place::Header("idempotency-key"));
    }
    let query: Vec<String> = call.request.query.iter().map(|(n, v)| format!("{n}={v}")).collect();
    let query = query.join("&");
    let condition = call.request.header("if-match").unwrap_or_default();
    let request: [&[u8]; 5] = [
        call.request.method.name().as_bytes(),
        call.request.path.as_bytes(),
        query.as_bytes(),
        condition.as_bytes(),
        body,
    ];
    let kept = scope.change_once(kind, key, &request, |c| Ok(keep(work(c)?)))?;
    Ok(give(&kept))
}

/// A reply as text: headers and body.
fn keep(reply: Reply) -> KeptReply {
    let body = match &reply.body {
        Body::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        _ => String::new(),
    };
    KeptReply {
        status: reply.status,
        response: json!({ "headers": reply.headers, "body": body }).to_string(),
    }
}

fn give(kept: &KeptReply) -> Reply {
    let json: Json = serde_json::from_str(&kept.response).unwrap_or_default();
    let mut reply = Reply::status(kept.status);
    if let Some(body) = json.get("body").and_then(Json::as_str).filter(|b| !b.is_empty()) {
        reply.body = Body::Bytes(body.as_bytes().to_vec());
    }
    let headers = json.get("headers").and_then(Json::as_array).cloned().unwrap_or_default();
    for header in headers {
        if let Some([Json::String(name), Json::String(value)]) = header.as_array().map(Vec::as_slice) {
            reply = reply.with(name, value.as_str());
        }
    }
    reply
}

/// `POST /{object}/bulk`
pub(crate) fn bulk(call: &Call, scope: &Scope) -> Answer<Reply> {
    let kind = ask::declaration(call, scope)?.kind;
    ask::only(call, scope, &[])?;
    let mut body = ask::body(call, scope, BULK_BODY_LIMIT)?;
    let mode = match body.remove("mode").as_ref().map(Json::as_str) {
        None | Some(Some("InsertAndUpdate")) => Mode::Upsert,
        Some(Some("InsertOnly")) => Mode::Insert,
        Some(_) => {
            let fault = Fault::new("value.choice").on("mode").with("allowed", "InsertAndUpdate, InsertOnly");
            return Err(fault.into());
        }
    };
    let dry_run = match body.remove("dryRun") {
        None => false,
        Some(Json::Bool(dry_run)) => dry_run,
        Some(_) => return Err(Fault::new("value.bool").on("dryRun").into()),
    };
    let Some(Json::Array(data)) = body.remove("data") else {
        return Err(Fault::new("value.type").on("data").with("expected", "array").into());
    };
    if let Some(name) = body.keys().next() {
        return Err(Fault::new("field.unknown").on(name.as_str()).with("name", name).into());
    }
    if data.len() > BULK_RECORDS {
        return Err(Fault::new("request.too_large").on("data").with("max", BULK_RECORDS).into());
    }
    write(call, scope, kind, &|c| {
        if dry_run {
            c.dry_run();
        }
        many(c, &ask::object(call, &c.catalogue())?, mode, dry_run, &data)
    })
}

fn many(c: &mut Change<'_>, object: &Arc<Object>, mode: Mode, dry_run: bool, data: &[Json]) -> Result<Reply> {
    let (sums, list) = save(c, object, mode, dry_run, data, &|index| format!("/data/{index}"))?;
    let Sums { created, updated, unchanged, refused } = sums;
    Ok(Reply::json(&json!({
        "dryRun": dry_run,
        "created": created,
        "updated": updated,
        "unchanged": unchanged,
        "refused": refused,
        "results": list,
    })))
}

/// How many records came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sums {
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub refused: u64,
}

impl Sums {
    /// Both together.
    pub fn and(self, other: Sums) -> Sums {
        Sums {
            created: self.created + other.created,
            updated: self.updated + other.updated,
            unchanged: self.unchanged + other.unchanged,
            refused: self.refused + other.refused,
        }
    }
}

/// Saves many records and tells of each what came of it; `place` is the JSON pointer of one in the request.
pub(crate) fn save(
    c: &mut Change<'_>,
    object: &Arc<Object>,
    mode: Mode,
    dry_run: bool,
    data: &[Json],
    place: &dyn Fn(usize) -> String,
) -> Result<(Sums, Vec<Json>)> {
    let mut results: Vec<Option<std::result::Result<Saved, Vec<Fault>>>> = Vec::with_capacity(data.len());
    let (mut drafts, mut places) = (Vec::new(), Vec::new());
    for (at, json) in data.iter().enumerate() {
        let draft = match json {
            Json::Object(map) => draft(c, object, map, None, false),
            _ => Err(Fault::new("value.type").with("expected", "object").into()),
        };
        match draft {
            Ok(draft) => {
                drafts.push(draft);
                places.push(at);
                results.push(None);
            }
            Err(Error::Faults(faults)) => results.push(Some(Err(faults))),
            Err(error) => return Err(error),
        }
    }
    for (at, answer) in places.into_iter().zip(c.save_all(object, mode, drafts)?) {
        if let Some(slot) = results.get_mut(at) {
            *slot = Some(answer);
        }
    }
    let (registry, language) = (c.scope().installation().registry(), c.scope().language());
    let mut sums = Sums::default();
    let mut list = Vec::with_capacity(results.len());
    for (index, result) in results.into_iter().enumerate() {
        let mut entry = Map::new();
        entry.insert("index".to_string(), index.into());
        match result.unwrap_or_else(|| Err(vec![Fault::new("internal")])) {
            Ok(saved) => {
                let (status, word) = match saved.outcome {
                    Outcome::Created => (201, "created"),
                    Outcome::Updated => (200, "updated"),
                    Outcome::Unchanged => (200, "unchanged"),
                };
                *match saved.outcome {
                    Outcome::Created => &mut sums.created,
                    Outcome::Updated => &mut sums.updated,
                    Outcome::Unchanged => &mut sums.unchanged,
                } += 1;
                entry.insert("status".to_string(), status.into());
                entry.insert("outcome".to_string(), word.into());
                // What a dry run makes has no number that would stay.
                if !(dry_run && saved.outcome == Outcome::Created) {
                    entry.insert("id".to_string(), saved.id.into());
                    if object.period.is_some() {
                        entry.insert("thread".to_string(), saved.thread.into());
                    }
                }
            }
            Err(faults) => {
                sums.refused += 1;
                entry.insert("status".to_string(), faults.first().map_or(500, Fault::status).into());
                entry.insert("outcome".to_string(), "refused".into());
                let errors =
                    problem::entries(&faults, &Place::Body, &place(index), Some(object), language, registry);
                entry.insert("errors".to_string(), errors.into());
            }
        }
        list.push(Json::Object(entry));
    }
    Ok((sums, list))
}

/// The draft that a JSON object means. `current` is the record that it changes; `replace` empties what is not sent.
fn draft(
    v: &mut View<'_>,
    object: &Arc<Object>,
    body: &Map<String, Json>,
    current: Option<&Record>,
    replace: bool,
) -> Result<Draft> {
    let mut draft = Draft::default();
    let mut faults = Vec::new();
    for (name, json) in body {
        let Some(field) = object.field(name) else {
            faults.extend(own_number(name, json, current));
            continue;
        };
        let stored = current.filter(|r| !r.is_hidden(field.index)).and_then(|r| r.values.get(field.index));
        match read_value(v, field, json, stored, replace) {
            Ok(value) => draft.values.push((field.index, value)),
            Err(Error::Faults(more)) => faults.extend(more.into_iter().map(|f| f.on(name.as_str()))),
            Err(other) => return Err(other),
        }
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    if let (true, Some(record)) = (replace, current) {
        for field in &object.fields {
            let kept = body.contains_key(field.name.as_ref())
                || field.read_only
                || field.fixed
                || object.key.contains(&field.index)
                || record.is_hidden(field.index);
            if !kept && v.may(record, &field.group, Action::Update)? {
                draft.values.push((field.index, types::default(field).unwrap_or_default()));
            }
        }
    }
    Ok(draft)
}

/// `id`, `thread` and `version` come with every record that is read, so they may come back, as they were.
fn own_number(name: &str, json: &Json, current: Option<&Record>) -> Option<Fault> {
    let told = json.as_number().and_then(whole);
    let expected = match (name, current) {
        ("id", Some(record)) => record.id,
        ("thread", Some(record)) if record.object.period.is_some() => record.thread,
        ("version", Some(record)) => {
            return (told != Some(record.version)).then(|| Fault::new("record.changed").on(name));
        }
        ("id" | "thread" | "version", None) => return Some(Fault::new("field.read_only").on(name)),
        _ => return Some(Fault::new("field.unknown").on(name).with("name", name)),
    };
    (told != Some(expected)).then(|| Fault::new("field.read_only").on(name))
}

/// A value from JSON. Without `replace` an object joins what is stored (RFC 7396).
fn read_value(
    v: &mut View<'_>,
    field: &Field,
    json: &Json,
    stored: Option<&Value>,
    replace: bool,
) -> Result<Value> {
    Ok(match (&field.ty, json) {
        (_, Json::Null) => Value::Null,
        (FieldType::Reference(_), json) => one_reference(field, json, "")?,
        (FieldType::References(target), Json::Array(list)) => {
            let mut ids = Vec::with_capacity(list.len());
            for (place, json) in list.iter().enumerate() {
                ids.push(match one_reference(field, json, &place.to_string())? {
                    Value::Int(id) => id,
                    Value::Text(key) => v.resolve(target, &key)?.ok_or_else(|| {
                        let at = format!("{}/{place}", field.name);
                        Fault::new("reference.unknown").on(at).with("object", target).with("key", key)
                    })?,
                    _ => continue,
                });
            }
            if ids.is_empty() { Value::Null } else { Value::Refs(ids) }
        }
        (FieldType::References(_), _) => {
            return Err(Fault::new("value.type").on(field.name.as_ref()).with("expected", "array").into());
        }
        (FieldType::Translated, Json::Object(texts)) => {
            // The engine joins languages and takes an empty text as "no longer": so it is told what to leave out.
            let mut all = texts.clone();
            for text in all.values_mut().filter(|t| t.is_null()) {
                *text = "".into();
            }
            if let (true, Some(Value::Texts(stored))) = (replace, stored) {
                for language in stored.keys() {
                    all.entry(language.as_str()).or_insert_with(|| "".into());
                }
            }
            types::from_json(field, &Json::Object(all))?
        }
        (FieldType::Money | FieldType::Json, Json::Object(_)) if !replace => {
            let mut whole = stored.map_or(Json::Null, |value| types::to_json(field, value));
            merge(&mut whole, json);
            types::from_json(field, &whole)?
        }
        _ => types::from_json(field, json)?,
    })
}

/// A reference: row number, key, or an object that has one of them.
fn one_reference(field: &Field, json: &Json, place: &str) -> Result<Value> {
    let value = match json {
        Json::Number(number) => whole(number).map(Value::Int),
        Json::String(key) => Some(Value::Text(key.trim().to_string())).filter(|v| v.as_text() != Some("")),
        // An expanded record is named by its thread, as references are.
        Json::Object(map) => match map.get("thread").or_else(|| map.get("id")) {
            Some(id) => id.as_number().and_then(whole).map(Value::Int),
            None => map.get("key").and_then(Json::as_str).map(|key| Value::Text(key.to_string())),
        },
        _ => None,
    };
    value.ok_or_else(|| {
        let at = if place.is_empty() { field.name.to_string() } else { format!("{}/{place}", field.name) };
        Fault::new("value.type").on(at).with("expected", "number, string, {\"id\": number}").into()
    })
}

/// JSON merge patch.
fn merge(whole: &mut Json, patch: &Json) {
    let Json::Object(patch) = patch else {
        *whole = patch.clone();
        return;
    };
    if !whole.is_object() {
        *whole = Json::Object(Map::new());
    }
    if let Json::Object(map) = whole {
        for (name, part) in patch {
            if part.is_null() {
                map.remove(name);
            } else {
                merge(map.entry(name.as_str()).or_insert(Json::Null), part);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // RFC 7396, appendix A.
    #[test]
    fn a_merge_patch_joins_objects_and_replaces_everything_else() {
        for (whole, patch, result) in [
            (r#"{"a":"b"}"#, r#"{"a":"c"}"#, r#"{"a":"c"}"#),
            (r#"{"a":"b"}"#, r#"{"b":"c"}"#, r#"{"a":"b","b":"c"}"#),
            (r#"{"a":"b"}"#, r#"{"a":null}"#, r#"{}"#),
            (r#"{"a":["b"]}"#, r#"{"a":"c"}"#, r#"{"a":"c"}"#),
            (r#"{"a":{"b":"c"}}"#, r#"{"a":{"b":"d","c":null}}"#, r#"{"a":{"b":"d"}}"#),
            (r#"["a","b"]"#, r#"["c","d"]"#, r#"["c","d"]"#),
            (r#"{"e":null}"#, r#"{"a":1}"#, r#"{"e":null,"a":1}"#),
            (r#"[1,2]"#, r#"{"a":"b","c":null}"#, r#"{"a":"b"}"#),
            (r#"{}"#, r#"{"a":{"bb":{"ccc":null}}}"#, r#"{"a":{"bb":{}}}"#),
        ] {
            let mut json: Json = serde_json::from_str(whole).unwrap();
            merge(&mut json, &serde_json::from_str(patch).unwrap());
            assert_eq!(json, serde_json::from_str::<Json>(result).unwrap(), "{whole} + {patch}");
        }
    }
}
