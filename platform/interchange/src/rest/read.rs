//! Reading: lists, single records, slices, history; and the JSON form of records.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};
use talang_catalogue::{Catalogue, Fault, Field, FieldType, Object, Record, Value, types};
use talang_engine::journal::Entry;
use talang_engine::{Action, AsOf, Error, Filter, Op, Path, Query, Result, Scope, View};
use talang_http::{Call, Reply, encode};

use super::ask::{self, Answer, At, Refusal};
use super::problem::Place;
use super::{PAGE_DEFAULT, PAGE_LIMIT, PREFIX};

/// A record referred to, or a day's slice, that is wanted whole.
enum Expand {
    /// What the reference field of that index refers to.
    Reference(usize),
    /// The slice of that object that refers to the record by that field.
    Slice(Arc<Object>, usize),
}

/// What is wanted of each record.
pub(crate) struct Shape {
    own: Vec<usize>,
    paths: Vec<Path>,
    expand: Vec<Expand>,
}

impl Shape {
    /// Every field of the object.
    pub fn whole(object: &Object) -> Shape {
        Shape { own: object.fields.iter().map(|f| f.index).collect(), paths: Vec::new(), expand: Vec::new() }
    }

    /// What `fields` and `expand` ask for.
    fn parse(call: &Call, catalogue: &Catalogue, object: &Arc<Object>) -> Answer<Shape> {
        let mut shape = Shape::whole(object);
        if let Some(text) = call.request.query("fields") {
            shape.own.clear();
            for name in names(text) {
                if name == "*" {
                    shape.own = object.fields.iter().map(|f| f.index).collect();
                    continue;
                }
                // These come with every record.
                if object.field(name).is_none() && matches!(name, "id" | "version" | "thread") {
                    continue;
                }
                let path = Path::parse(catalogue, object, name).at(Place::Parameter("fields".to_string()))?;
                if path.step.is_some() {
                    shape.paths.push(path);
                } else if !shape.own.contains(&path.field) {
                    shape.own.push(path.field);
                }
            }
        }
        for name in names(call.request.query("expand").unwrap_or_default()) {
            shape.expand.push(expand(catalogue, object, name)?);
        }
        Ok(shape)
    }

    /// Those fields; every field where none are named.
    ///
    /// # Errors
    /// `field.unknown`.
    pub fn of(catalogue: &Catalogue, object: &Arc<Object>, names: &[String]) -> Result<Shape> {
        let mut shape = Shape::whole(object);
        if names.is_empty() {
            return Ok(shape);
        }
        shape.own.clear();
        for name in names {
            let path = Path::parse(catalogue, object, name)?;
            if path.step.is_some() {
                shape.paths.push(path);
            } else if !shape.own.contains(&path.field) {
                shape.own.push(path.field);
            }
        }
        Ok(shape)
    }

    /// The fields of other objects.
    pub fn paths(&self) -> &[Path] {
        &self.paths
    }

    /// Whether the record's own version tells of every change of what is shown.
    fn own_only(&self) -> bool {
        self.paths.is_empty() && self.expand.is_empty()
    }
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|n| !n.is_empty())
}

fn expand(catalogue: &Catalogue, object: &Arc<Object>, name: &str) -> Answer<Expand> {
    if let Some(field) = object.field(name)
        && matches!(field.ty, FieldType::Reference(_) | FieldType::References(_))
    {
        return Ok(Expand::Reference(field.index));
    }
    let slice = catalogue.slices_of(object.def.name).find(|(slice, _)| slice.def.table == name);
    match slice {
        Some((slice, link)) => Ok(Expand::Slice(slice.clone(), link.index)),
        None => {
            Err(Fault::new("field.unknown").with("name", name)).at(Place::Parameter("expand".to_string()))
        }
    }
}

/// `GET /{object}`
pub(crate) fn list(call: &Call, scope: &Scope) -> Answer<Reply> {
    const KNOWN: [&str; 9] = ["filter", "q", "sort", "fields", "expand", "limit", "cursor", "asOf", "count"];
    ask::declaration(call, scope)?;
    ask::only(call, scope, &KNOWN)?;
    let limit = ask::number(call, scope, "limit", PAGE_DEFAULT, PAGE_LIMIT)?;
    let count = ask::flag(call, scope, "count")?;
    let as_of = ask::as_of(call, scope)?.unwrap_or_default();
    // Titles and expanded records are read for the same day as the list.
    let scope = match as_of {
        AsOf::Day(day) => &scope.on(day),
        _ => scope,
    };
    let (data, next, total) = scope.view(|v| Ok(page(v, call, limit, count, as_of)))??;
    let mut body = Map::new();
    body.insert("data".to_string(), data.into());
    body.insert("next".to_string(), next.clone().map_or(Json::Null, Json::from));
    if let Some(total) = total {
        body.insert("total".to_string(), total.into());
    }
    let mut reply = Reply::json(&body.into()).with("cache-control", "private, no-cache");
    if let Some(next) = next {
        reply = reply.with("link", format!("<{}>; rel=\"next\"", next_address(call, &next)));
    }
    Ok(reply)
}

type Found = (Vec<Json>, Option<String>, Option<i64>);

fn page(v: &mut View<'_>, call: &Call, limit: usize, count: bool, as_of: AsOf) -> Answer<Found> {
    let catalogue = v.catalogue();
    let object = ask::object(call, &catalogue)?;
    may_read(v, &object)?;
    let shape = Shape::parse(call, &catalogue, &object)?;
    let filter = match call.request.query("filter").filter(|f| !f.trim().is_empty()) {
        Some(text) => {
            Some(Filter::parse(&catalogue, &object, text).at(Place::Parameter("filter".to_string()))?)
        }
        None => None,
    };
    let sort = call.request.query("sort").unwrap_or_default();
    let sort = v.sort(&object, sort).at(Place::Parameter("sort".to_string()))?;
    let mark = mark(call);
    let cursor = match call.request.query("cursor").filter(|text| !text.is_empty()) {
        Some(text) => match text.strip_prefix(mark.as_str()) {
            Some(cursor) => Some(cursor.to_string()),
            None => return Err(Fault::new("cursor.invalid")).at(Place::Parameter("cursor".to_string())),
        },
        None => None,
    };
    let query = Query {
        filter,
        search: call.request.query("q").map(str::to_string),
        sort,
        columns: shape.paths.clone(),
        limit,
        cursor,
        as_of,
        count,
        ..Query::default()
    };
    let found = v.list(&object, &query).map_err(|error| {
        let place =
            if error.is("cursor.invalid") { Place::Parameter("cursor".to_string()) } else { Place::Body };
        Refusal { error, place }
    })?;
    let data = render(v, &object, &found.records, &found.columns, &shape)?;
    v.saw_columns(&shape.paths, &found);
    Ok((data, found.next.map(|next| format!("{mark}{next}")), found.total))
}

/// Ties a cursor to the list that it came from: it holds the values of that order and would mean nothing in another.
fn mark(call: &Call) -> String {
    let mut hash: u32 = 0x811c_9dc5;
    let asked = ["sort", "filter", "q", "asOf"].map(|name| call.request.query(name).unwrap_or_default());
    for byte in std::iter::once(call.param("object")).chain(asked).flat_map(|part| part.bytes().chain([0])) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    format!("{hash:08x}")
}

fn next_address(call: &Call, cursor: &str) -> String {
    let mut address = format!("{PREFIX}/{}?", encode(call.param("object")));
    for (name, value) in call.request.query.iter().filter(|(name, _)| name != "cursor") {
        address.push_str(&format!("{}={}&", encode(name), encode(value)));
    }
    address.push_str("cursor=");
    address.push_str(cursor);
    address
}

/// Whoever may read nothing of an object at all is told so; what is invisible among the rest is simply not there.
pub(crate) fn may_read(v: &View<'_>, object: &Object) -> Result<()> {
    if v.rights().may(object, Action::Read) {
        return Ok(());
    }
    Err(Fault::new("right.missing").with("action", "read").with("object", object.def.name).into())
}

/// The record of an address: the row of that number; with a day the slice of that thread on it.
pub(crate) fn locate(v: &mut View<'_>, object: &Arc<Object>, id: i64, day: Option<Date>) -> Result<Record> {
    if object.period.is_none() {
        return v.get(object, id);
    }
    if day.is_some() {
        return match v.current(object, id) {
            Err(error) if error.is("record.not_found") => {
                // The number may be that of any slice.
                let slice = v.get(object, id)?;
                v.current(object, slice.thread)
            }
            other => other,
        };
    }
    match v.get(object, id) {
        // The slice that gave the thread its number may be gone; references go on meaning the thread.
        Err(error) if error.is("record.not_found") => v.current(object, id),
        other => other,
    }
}

/// The entity tag: the version; with a day also which slice, because another one may take its place.
pub(crate) fn tag(record: &Record, day: Option<Date>) -> String {
    match day {
        Some(_) => format!("\"{}.{}\"", record.id, record.version),
        None => format!("\"{}\"", record.version),
    }
}

/// `GET /{object}/{id}`
pub(crate) fn one(call: &Call, scope: &Scope) -> Answer<Reply> {
    ask::declaration(call, scope)?;
    ask::only(call, scope, &["fields", "expand", "asOf"])?;
    let day = ask::one_day(call, scope)?;
    let id = call.id("id")?;
    let scope = match day {
        Some(day) => &scope.on(day),
        None => scope,
    };
    let (json, tag) = scope.view(|v| {
        Ok((|| -> Answer<(Json, Option<String>)> {
            let catalogue = v.catalogue();
            let object = ask::object(call, &catalogue)?;
            let shape = Shape::parse(call, &catalogue, &object)?;
            let record = locate(v, &object, id, day)?;
            let tag = shape.own_only().then(|| tag(&record, day));
            Ok((single(v, &object, record, &shape)?, tag))
        })())
    })??;
    let cached = Reply::json(&json).with("cache-control", "private, no-cache");
    let Some(tag) = tag else { return Ok(cached) };
    let known = ask::tags(call, "if-none-match")
        .is_some_and(|tags| tags.iter().any(|t| *t == "*" || *t == tag.trim_matches('"')));
    if known {
        return Ok(Reply::status(304).with("etag", tag).with("cache-control", "private, no-cache"));
    }
    Ok(cached.with("etag", tag))
}

/// One record in JSON.
pub(crate) fn single(v: &mut View<'_>, object: &Arc<Object>, record: Record, shape: &Shape) -> Result<Json> {
    let columns = if shape.paths.is_empty() {
        vec![Vec::new()]
    } else {
        let query = Query {
            filter: Some(Filter::Ids(vec![record.id])),
            columns: shape.paths.clone(),
            as_of: AsOf::Always,
            limit: 1,
            ..Query::default()
        };
        let found = v.list(object, &query)?;
        v.saw_columns(&shape.paths, &found);
        found.columns
    };
    Ok(render(v, object, &[record], &columns, shape)?.pop().unwrap_or(Json::Null))
}

/// `GET /{object}/{id}/slices`
pub(crate) fn slices(call: &Call, scope: &Scope) -> Answer<Reply> {
    ask::declaration(call, scope)?;
    ask::only(call, scope, &["fields", "expand"])?;
    let id = call.id("id")?;
    let data = scope.view(|v| {
        Ok((|| -> Answer<Vec<Json>> {
            let catalogue = v.catalogue();
            let object = ask::object(call, &catalogue)?;
            let missing = || Error::from(Fault::new("record.not_found"));
            if object.period.is_none() {
                return Err(missing().into());
            }
            let shape = Shape::parse(call, &catalogue, &object)?;
            let mut records = v.slices(&object, id)?;
            if records.is_empty() {
                let thread = v.get(&object, id)?.thread;
                records = v.slices(&object, thread)?;
            }
            if records.is_empty() {
                return Err(missing().into());
            }
            let mut data = Vec::with_capacity(records.len());
            for record in records {
                data.push(single(v, &object, record, &shape)?);
            }
            Ok(data)
        })())
    })??;
    Ok(Reply::json(&json!({ "data": data })).with("cache-control", "private, no-cache"))
}

/// `GET /{object}/{id}/history`
pub(crate) fn history(call: &Call, scope: &Scope) -> Answer<Reply> {
    ask::declaration(call, scope)?;
    ask::only(call, scope, &["limit"])?;
    let id = call.id("id")?;
    let limit = ask::number(call, scope, "limit", 100, PAGE_LIMIT)?;
    let data = scope.view(|v| {
        let object = ask::object(call, &v.catalogue())?;
        let entries = v.history(&object, id, limit)?;
        if entries.is_empty() {
            // Of a deleted record its history remains; of one that was never there, or is invisible, nothing.
            v.get(&object, id)?;
        }
        entries.iter().map(|entry| happened(v, entry)).collect::<Result<Vec<Json>>>()
    })?;
    Ok(Reply::json(&json!({ "data": data })).with("cache-control", "private, no-cache"))
}

/// `GET /{object}/changes`
pub(crate) fn changes(call: &Call, scope: &Scope) -> Answer<Reply> {
    let kind = ask::declaration(call, scope)?.kind;
    ask::only(call, scope, &["after", "limit"])?;
    let limit = ask::number(call, scope, "limit", PAGE_DEFAULT, PAGE_LIMIT)?;
    let place = || Place::Parameter("after".to_string());
    let after = match call.request.query("after") {
        None | Some("") => Some(0),
        Some("latest") => None,
        Some(text) => match text.parse::<i64>() {
            Ok(number) if number >= 0 && text.bytes().all(|b| b.is_ascii_digit()) => Some(number),
            _ => return Err(Fault::new("cursor.invalid")).at(place()),
        },
    };
    let (data, last, more) = scope
        .view(|v| {
            let object = ask::object(call, &v.catalogue())?;
            may_read(v, &object)?;
            let Some(after) = after else { return Ok((Vec::new(), v.last_change(kind)?, false)) };
            let found = v.changes(kind, &[object], after, limit)?;
            let mut data = Vec::with_capacity(found.entries.len());
            for entry in &found.entries {
                let mut json = happened(v, entry)?;
                if let Some(map) = json.as_object_mut() {
                    map.insert("id".to_string(), entry.record.into());
                }
                data.push(json);
            }
            Ok((data, found.last, found.more))
        })
        .map_err(|error| {
            let place = if error.is("cursor.invalid") { place() } else { Place::Body };
            Refusal { error, place }
        })?;
    let body = json!({ "data": data, "next": last.to_string(), "more": more });
    let mut reply = Reply::json(&body).with("cache-control", "private, no-cache");
    if more {
        let path = encode(call.param("object"));
        reply =
            reply.with("link", format!("<{PREFIX}/{path}/changes?after={last}&limit={limit}>; rel=\"next\""));
    }
    Ok(reply)
}

/// An entry of the journal in JSON.
fn happened(v: &mut View<'_>, entry: &Entry) -> Result<Json> {
    let object = &entry.object;
    let mut changes = Vec::with_capacity(entry.changes.len());
    for (index, old, new) in &entry.changes {
        let Some(field) = object.fields.get(*index) else { continue };
        let labels = &v.scope().installation().registry().labels;
        changes.push(json!({
            "field": field.name,
            "label": labels.field(v.scope().language(), object.def.name, field),
            "old": value(v, field, old)?,
            "new": value(v, field, new)?,
        }));
    }
    Ok(json!({
        "seq": entry.seq,
        "at": types::time::iso_instant(entry.at),
        "actor": if entry.actor.is_empty() { Json::Null } else { entry.actor.clone().into() },
        "on_behalf_of": if entry.on_behalf.is_empty() { Json::Null } else { entry.on_behalf.clone().into() },
        "door": entry.door,
        "action": entry.deed.name(),
        "changes": changes,
    }))
}

/// What an entry of the journal changed, in JSON, by the names of the fields: `{"last_name": {"old": …, "new": …}}`.
///
/// # Errors
/// Those of the store.
pub fn changed(v: &mut View<'_>, entry: &Entry) -> Result<Map<String, Json>> {
    let mut map = Map::new();
    for (index, old, new) in &entry.changes {
        let Some(field) = entry.object.fields.get(*index) else { continue };
        let pair = json!({ "old": value(v, field, old)?, "new": value(v, field, new)? });
        map.insert(field.name.to_string(), pair);
    }
    Ok(map)
}

/// Records in JSON: what may not be read is absent, what has no value is null.
pub(crate) fn render(
    v: &mut View<'_>,
    object: &Arc<Object>,
    records: &[Record],
    columns: &[Vec<Option<Value>>],
    shape: &Shape,
) -> Result<Vec<Json>> {
    load_titles(v, object, records, columns, shape)?;
    v.saw(object, records, |f| shape.own.contains(&f.index));
    let expanded = expanded(v, object, records, shape)?;
    let mut out = Vec::with_capacity(records.len());
    for (place, record) in records.iter().enumerate() {
        let mut map = head(record);
        for index in &shape.own {
            if let (Some(field), Some(stored)) = (object.fields.get(*index), record.values.get(*index))
                && !record.is_hidden(*index)
            {
                map.insert(field.name.to_string(), value(v, field, stored)?);
            }
        }
        for (expand, whole) in shape.expand.iter().zip(&expanded) {
            put_expanded(&mut map, object, record, expand, whole);
        }
        for (path, stored) in shape.paths.iter().zip(columns.get(place).into_iter().flatten()) {
            let (Some(field), Some(stored)) = (path.field(), stored) else { continue };
            let json = value(v, field, stored)?;
            let (first, last) = path.text.split_once('.').unwrap_or((&path.text, ""));
            let slot = map.entry(first.to_string()).or_insert_with(|| Json::Object(Map::new()));
            if let Json::Object(inner) = slot {
                inner.insert(last.to_string(), json);
            }
        }
        out.push(Json::Object(map));
    }
    Ok(out)
}

/// Number, thread and version.
fn head(record: &Record) -> Map<String, Json> {
    let mut map = Map::new();
    map.insert("id".to_string(), record.id.into());
    if record.object.period.is_some() {
        map.insert("thread".to_string(), record.thread.into());
    }
    map.insert("version".to_string(), record.version.into());
    map
}

/// Reads the names of everything that is referred to, a query for each object.
fn load_titles(
    v: &mut View<'_>,
    object: &Arc<Object>,
    records: &[Record],
    columns: &[Vec<Option<Value>>],
    shape: &Shape,
) -> Result<()> {
    let mut wanted: HashMap<String, Vec<i64>> = HashMap::new();
    let mut note = |field: &Field, value: &Value| {
        if let FieldType::Reference(target) | FieldType::References(target) = &field.ty {
            let ids = wanted.entry(target.to_string()).or_default();
            match value {
                Value::Int(id) => ids.push(*id),
                Value::Refs(many) => ids.extend(many),
                _ => {}
            }
        }
    };
    for index in &shape.own {
        let Some(field) = object.fields.get(*index) else { continue };
        records.iter().filter_map(|r| r.values.get(*index)).for_each(|value| note(field, value));
    }
    for (at, path) in shape.paths.iter().enumerate() {
        let Some(field) = path.field() else { continue };
        columns.iter().filter_map(|row| row.get(at)?.as_ref()).for_each(|value| note(field, value));
    }
    for (target, ids) in wanted {
        let target = v.object(&target)?;
        v.titles(&target, &ids)?;
    }
    Ok(())
}

/// A value in JSON; references with number, key and label.
pub(crate) fn value(v: &mut View<'_>, field: &Field, value: &Value) -> Result<Json> {
    Ok(match (&field.ty, value) {
        (FieldType::Reference(target), Value::Int(id)) => reference(v, target, *id)?,
        (FieldType::References(target), Value::Refs(ids)) => {
            let mut list = Vec::with_capacity(ids.len());
            for id in ids {
                list.push(reference(v, target, *id)?);
            }
            Json::Array(list)
        }
        _ => types::to_json(field, value),
    })
}

fn reference(v: &mut View<'_>, target: &str, id: i64) -> Result<Json> {
    let title = v.title(target, id)?;
    Ok(json!({ "id": id, "key": title.key, "label": title.title }))
}

/// The whole records of each `expand`, by the number under which they are referred to; only what the scope may see.
fn expanded(
    v: &mut View<'_>,
    object: &Arc<Object>,
    records: &[Record],
    shape: &Shape,
) -> Result<Vec<HashMap<i64, Json>>> {
    let mut all = Vec::with_capacity(shape.expand.len());
    for expand in &shape.expand {
        let (target, filter) = match expand {
            Expand::Reference(index) => {
                let Some(field) = object.fields.get(*index) else { continue };
                let (FieldType::Reference(target) | FieldType::References(target)) = &field.ty else {
                    continue;
                };
                let mut ids = Vec::new();
                for record in records {
                    match record.values.get(*index) {
                        Some(Value::Int(id)) => ids.push(*id),
                        Some(Value::Refs(many)) => ids.extend(many),
                        _ => {}
                    }
                }
                (v.object(target)?, Filter::Threads(ids))
            }
            Expand::Slice(slice, link) => {
                let ids = records.iter().map(|r| Value::Int(r.thread)).collect();
                let name = slice.fields.get(*link).map(|f| f.name.to_string()).unwrap_or_default();
                (slice.clone(), Filter::test(slice, &name, Op::Is, ids))
            }
        };
        let found = v.list(&target, &Query { filter: Some(filter), ..Query::default() })?;
        let whole = Shape::whole(&target);
        let none = vec![Vec::new(); found.records.len()];
        let json = render(v, &target, &found.records, &none, &whole)?;
        let number = |record: &Record| match expand {
            Expand::Reference(_) => record.thread,
            Expand::Slice(_, link) => record.values.get(*link).and_then(Value::as_int).unwrap_or_default(),
        };
        all.push(found.records.iter().map(number).zip(json).collect());
    }
    Ok(all)
}

fn put_expanded(
    map: &mut Map<String, Json>,
    object: &Object,
    record: &Record,
    expand: &Expand,
    whole: &HashMap<i64, Json>,
) {
    match expand {
        Expand::Reference(index) => {
            let Some(name) = object.fields.get(*index).map(|f| f.name.to_string()) else { return };
            let replace = |slot: &mut Json, id: i64| {
                if let Some(json) = whole.get(&id) {
                    *slot = json.clone();
                }
            };
            match (record.values.get(*index), map.get_mut(&name)) {
                (Some(Value::Int(id)), Some(slot)) => replace(slot, *id),
                (Some(Value::Refs(ids)), Some(Json::Array(slots))) => {
                    slots.iter_mut().zip(ids).for_each(|(slot, id)| replace(slot, *id));
                }
                _ => {}
            }
        }
        Expand::Slice(slice, _) => {
            let json = whole.get(&record.thread).cloned().unwrap_or(Json::Null);
            map.insert(slice.def.table.to_string(), json);
        }
    }
}
