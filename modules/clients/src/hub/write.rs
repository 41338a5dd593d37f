//! Writing (`/api/hub/v3`): a body has the form of the answers. `POST` makes, `PUT` makes or changes, `PATCH` changes; each is
//! one transaction, through the gate.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};
use talang_catalogue::{Fault, Field, FieldType, Kind, Object, Value, types};
use talang_engine::{AsOf, Change, Draft, Error, Mode, Outcome, Result, View};
use talang_http::{Call, Reply};

use super::{people, positions, told};
use crate::ask::{self, missing};
use crate::coded::Coder;
use crate::library::Library;
use crate::mapping::{DATA_SETS, EMPLOYEE, HOLDER, PERIOD, POSITION, Source};

/// What becomes of a record that is there, or is not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    New,
    Put,
    Patch,
}

/// Members of a record that no field of ours stands for.
const BESIDES: [&str; 3] = ["key", "uniqueid", "position"];

pub(super) fn new_employee(call: &Call) -> Result<Reply> {
    employee(call, How::New)
}

pub(super) fn put_employee(call: &Call) -> Result<Reply> {
    employee(call, How::Put)
}

pub(super) fn patch_employee(call: &Call) -> Result<Reply> {
    employee(call, How::Patch)
}

pub(super) fn new_position(call: &Call) -> Result<Reply> {
    position(call, How::New)
}

pub(super) fn put_position(call: &Call) -> Result<Reply> {
    position(call, How::Put)
}

pub(super) fn patch_position(call: &Call) -> Result<Reply> {
    position(call, How::Patch)
}

pub(super) fn new_value(call: &Call) -> Result<Reply> {
    value_of_library(call, How::New)
}

pub(super) fn put_value(call: &Call) -> Result<Reply> {
    value_of_library(call, How::Put)
}

pub(super) fn patch_value(call: &Call) -> Result<Reply> {
    value_of_library(call, How::Patch)
}

/// The answer: 201 with its address for what was made.
fn done(json: &Json, made: bool, address: &str) -> Reply {
    match made {
        true => told(json).code(201).with("location", address),
        false => told(json),
    }
}

fn employee(call: &Call, how: How) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let mut body = ask::body(call, &scope)?;
    let named = body.remove("uniqueid");
    let number = match how {
        How::New => named.as_ref().and_then(Json::as_str).map(str::to_string),
        _ => Some(call.param("id").to_string()),
    };
    if let (Some(named), Some(number)) = (&named, &number)
        && named.as_str() != Some(number)
    {
        return Err(Fault::new("field.fixed").on("uniqueid").into());
    }
    scope.change(Kind::Employees, |c| {
        let (mut own, owned) = by_source(c, &body)?;
        let object = c.object("Employee")?;
        let place = object.field("number").map_or(0, |f| f.index);
        if let Some(number) = &number {
            own.entry(place).or_insert_with(|| number.as_str().into());
        }
        let draft = Draft { values: own.into_iter().collect() };
        let known = match (how, &number) {
            (How::Patch, Some(number)) => Some(people::find(c, number)?.id),
            _ => None,
        };
        let mode = match (how, known) {
            (How::New, _) => Mode::Insert,
            (_, Some(id)) => Mode::Update { id, version: None },
            (..) => Mode::Upsert,
        };
        let saved = match known.filter(|_| draft.values.len() < 2) {
            // Only the number itself: nothing to change in the record of the person.
            Some(id) => (id, Outcome::Unchanged),
            None => {
                let own: Vec<&Source> = EMPLOYEE.iter().filter(|s| s.owner.is_empty()).collect();
                let saved = c.save(&object, mode, draft).map_err(|e| renamed(&own, "", e))?;
                (saved.id, saved.outcome)
            }
        };
        for (source, values) in owned {
            save_owned(c, source, saved.0, values)?;
        }
        let number = c.title("Employee", saved.0)?.key;
        let json = match people::document(c, &number, AsOf::Scope) {
            // Who may write but not read is told the number alone.
            Err(error) if error.is("record.not_found") => json!({ "uniqueid": number }),
            other => other?,
        };
        let address = format!("/api/hub/v3/employees/{}", talang_http::encode(&number));
        Ok(done(&json, saved.1 == Outcome::Created, &address))
    })
}

/// Values for the record of the person, and for each record that belongs to them.
type BySource = (BTreeMap<usize, Value>, Vec<(&'static Source, BTreeMap<usize, Value>)>);

/// What the data sets of a body mean.
fn by_source(v: &mut View<'_>, body: &Map<String, Json>) -> Result<BySource> {
    let (mut own, mut owned) = (BTreeMap::new(), Vec::new());
    for (set, json) in body {
        if !DATA_SETS.contains(&set.as_str()) {
            return Err(Fault::new("field.unknown").on(set.as_str()).with("name", set).into());
        }
        let rows = match json {
            Json::Array(rows) => rows.as_slice(),
            row => std::slice::from_ref(row),
        };
        for row in rows {
            let Json::Object(row) = row else {
                return Err(Fault::new("value.type").on(set.as_str()).with("expected", "object").into());
            };
            let known = |source: &&Source| row.keys().filter(|name| ours(source, name).is_some()).count();
            // The source that knows most of the names; what it does not know is refused below.
            let Some(source) = EMPLOYEE.iter().filter(|s| s.set == set).max_by_key(known) else {
                return Err(Fault::new("field.unknown").on(set.as_str()).with("name", set).into());
            };
            let values = values(v, source, row).map_err(|e| renamed(&[], set, e))?;
            match source.owner {
                "" => own.extend(values),
                _ => owned.push((source, values)),
            }
        }
    }
    Ok((own, owned))
}

/// Our name of a field.
fn ours(source: &Source, name: &str) -> Option<&'static str> {
    let period = PERIOD.iter().filter(|_| !source.owner.is_empty() || source.object == POSITION.object);
    source.fields.iter().chain(period).find(|(theirs, _)| *theirs == name).map(|(_, ours)| *ours)
}

/// The values of a record in a body.
///
/// # Errors
/// Every fault at once, under their names.
fn values(v: &mut View<'_>, source: &Source, row: &Map<String, Json>) -> Result<BTreeMap<usize, Value>> {
    let object = v.object(source.object)?;
    let (mut values, mut faults) = (BTreeMap::new(), Vec::new());
    for (name, json) in row.iter().filter(|(name, _)| !BESIDES.contains(&name.as_str())) {
        let Some(field) = ours(source, name).and_then(|ours| object.field(ours)) else {
            faults.push(Fault::new("field.unknown").on(name.as_str()).with("name", name));
            continue;
        };
        match value(v, field, json) {
            Ok(value) => drop(values.insert(field.index, value)),
            Err(fault) => faults.push(under(name, fault)),
        }
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    // `key` names the record where its fields do not.
    let key = row.get("key").and_then(Json::as_str).filter(|key| !key.is_empty()).unwrap_or_default();
    let parts = key.splitn(source.key.len().max(1), '|').filter(|part| !part.is_empty());
    for (name, part) in source.key.iter().zip(parts) {
        if let Some(field) = object.field(name) {
            values.entry(field.index).or_insert_with(|| part.into());
        }
    }
    Ok(values)
}

/// A fault under their name of the field.
fn under(name: &str, fault: Fault) -> Fault {
    Fault { field: Some(name.to_string()), ..fault }
}

/// A value: as it is, or coded. A coded one is its client code, or an object that has one.
fn value(v: &View<'_>, field: &Field, json: &Json) -> std::result::Result<Value, Fault> {
    let client_code = json.get("clientCode").filter(|code| code.is_string());
    match (&field.ty, json) {
        (FieldType::Reference(_), Json::Number(number)) => {
            Ok(number.as_i64().map_or(Value::Null, Value::Int))
        }
        (FieldType::Reference(_), Json::Object(map)) if client_code.is_none() => {
            match map.get("code").and_then(Json::as_i64) {
                Some(number) => Ok(Value::Int(number)),
                None => Err(Fault::new("value.type").with("expected", "string, {\"clientCode\": string}")),
            }
        }
        (FieldType::Translated, Json::String(text)) => {
            Ok(Value::Texts([(v.scope().language().code().to_string(), text.clone())].into()))
        }
        (FieldType::Translated | FieldType::Money, _) => types::from_json(field, json),
        _ => types::from_json(field, client_code.unwrap_or(json)),
    }
}

/// Makes or changes a record that belongs to somebody or something.
fn save_owned(
    c: &mut Change<'_>,
    source: &Source,
    owner: i64,
    mut values: BTreeMap<usize, Value>,
) -> Result<()> {
    let object = c.object(source.object)?;
    let only = source.only.map(|(name, code)| (name, Value::from(code)));
    for (name, value) in [(source.owner, Value::Int(owner))].into_iter().chain(only) {
        if let Some(field) = object.field(name) {
            values.insert(field.index, value);
        }
    }
    let draft = Draft { values: values.into_iter().collect() };
    c.save(&object, Mode::Upsert, draft).map_err(|e| renamed(&[source], source.set, e))?;
    Ok(())
}

/// Faults under their names: `Situation.organisation`.
fn renamed(sources: &[&Source], set: &str, error: Error) -> Error {
    let Error::Faults(mut faults) = error else { return error };
    for fault in &mut faults {
        let Some(field) = &fault.field else { continue };
        let field = field.split('/').next().unwrap_or_default();
        let known = |s: &&Source| {
            let (theirs, _) = s.fields.iter().chain(&PERIOD).find(|(_, ours)| *ours == field)?;
            // The record of a person has several data sets.
            Some(if s.object == "Employee" { format!("{}.{theirs}", s.set) } else { (*theirs).to_string() })
        };
        let name = sources.iter().find_map(known).unwrap_or_else(|| field.to_string());
        fault.field = Some(if set.is_empty() { name } else { format!("{set}.{name}") });
    }
    Error::Faults(faults)
}

fn position(call: &Call, how: How) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let mut body = ask::body(call, &scope)?;
    let named = body.remove("uniqueid").or_else(|| body.get("code").cloned());
    let code = match how {
        How::New => named.as_ref().and_then(Json::as_str).unwrap_or_default().to_string(),
        _ => call.param("code").to_string(),
    };
    if named.is_some_and(|named| named.as_str() != Some(&code)) {
        return Err(Fault::new("field.fixed").on("uniqueid").into());
    }
    scope.change(Kind::Employees, |c| {
        let object = c.object(POSITION.object)?;
        let mut values = values(c, &POSITION, &body)?;
        put(&object, "code", code.as_str().into(), &mut values);
        let dated = object.field("start").is_some_and(|f| values.contains_key(&f.index));
        let mode = match how {
            How::New => Mode::Insert,
            How::Put => Mode::Upsert,
            How::Patch => {
                let current = positions::find(c, &code)?;
                // Without a first day the present terms are changed, with one new terms begin.
                if dated { Mode::Upsert } else { Mode::Update { id: current.id, version: None } }
            }
        };
        let draft = Draft { values: values.into_iter().collect() };
        let saved = c.save(&object, mode, draft).map_err(|e| renamed(&[&POSITION], "", e))?;
        let record = c.get(&object, saved.id)?;
        let json = positions::whole(c, &mut Coder::default(), &record)?;
        let made = how != How::Patch && saved.outcome == Outcome::Created;
        Ok(done(&json, made, &format!("/api/hub/v3/positions/{}", talang_http::encode(&code))))
    })
}

fn put(object: &Object, name: &str, value: Value, values: &mut BTreeMap<usize, Value>) {
    if let Some(field) = object.field(name) {
        values.insert(field.index, value);
    }
}

pub(super) fn holder(call: &Call) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let mut body = ask::body(call, &scope)?;
    if let Some(number) = body.remove("uniqueid")
        && !body.contains_key("employee")
    {
        body.insert("employee".to_string(), number);
    }
    scope.change(Kind::Employees, |c| {
        let code = call.param("code");
        let position = positions::find(c, code)?;
        let values = values(c, &HOLDER, &body)?;
        save_owned(c, &HOLDER, position.thread, values)?;
        Ok(told(&positions::holders_of(c, code, AsOf::Scope)?))
    })
}

fn value_of_library(call: &Call, how: How) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let mut body = ask::body(call, &scope)?;
    let named = body.remove("clientCode");
    let code = match how {
        How::New => named.as_ref().and_then(Json::as_str).unwrap_or_default().to_string(),
        _ => call.param("code").to_string(),
    };
    if named.is_some_and(|named| named.as_str() != Some(&code)) {
        return Err(Fault::new("field.fixed").on("clientCode").into());
    }
    let kind = scope.view(|v| Ok(Library::find(v, call.param("type"))?.object.def.kind))?;
    scope.change(kind, |c| save_value(c, call.param("type"), &code, how, &body))
}

fn save_value(
    c: &mut Change<'_>,
    kind: &str,
    code: &str,
    how: How,
    body: &Map<String, Json>,
) -> Result<Reply> {
    let library = Library::find(c, kind)?;
    let (object, source): (Arc<Object>, _) = (library.object.clone(), library.source);
    let mut values = BTreeMap::new();
    put(&object, source.code, code.into(), &mut values);
    if let Some((list, _)) = &library.list {
        put(&object, "list", Value::Int(*list), &mut values);
    }
    let names = [("label", source.label), ("parentCode", source.parent), ("active", source.active)];
    let mut faults = Vec::new();
    for (name, json) in body {
        let ours = names.iter().chain(&PERIOD[..usize::from(object.period.is_some()) * 2]);
        let field =
            ours.into_iter().find(|(theirs, _)| theirs == name).and_then(|(_, ours)| object.field(ours));
        match field.map(|field| (field.index, value(c, field, json))) {
            Some((index, Ok(value))) => drop(values.insert(index, value)),
            Some((_, Err(fault))) => faults.push(under(name, fault)),
            // What the answers have besides says nothing.
            None if ["code", "type", "parentType", "hasChildren", "_links"].contains(&name.as_str()) => {}
            None => faults.push(Fault::new("field.unknown").on(name.as_str()).with("name", name)),
        }
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let mode = match how {
        How::New => Mode::Insert,
        How::Put => Mode::Upsert,
        How::Patch => {
            let number = c.resolve(source.object, &library.key(code))?.ok_or_else(missing)?;
            let record = library.record(c, number)?;
            Mode::Update { id: record.id, version: None }
        }
    };
    let draft = Draft { values: values.into_iter().collect() };
    let saved = c.save(&object, mode, draft).map_err(|e| match e {
        Error::Faults(faults) => Error::Faults(
            faults
                .into_iter()
                .map(|fault| {
                    let field = fault.field.clone().unwrap_or_default();
                    let code = (source.code == field).then_some("clientCode");
                    let theirs = names.iter().find(|(_, ours)| *ours == field).map(|(theirs, _)| *theirs);
                    match code.or(theirs) {
                        Some(name) => under(name, fault),
                        None => fault,
                    }
                })
                .collect(),
        ),
        other => other,
    })?;
    let record = c.get(&object, saved.id)?;
    let json = library.coded(c, &record)?;
    let address =
        format!("/api/hub/v3/libraries/{}/{}", talang_http::encode(kind), talang_http::encode(code));
    let made = how != How::Patch && saved.outcome == Outcome::Created;
    Ok(done(&json, made, &address))
}
