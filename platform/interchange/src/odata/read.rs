//! Sets, records, and what they lead to.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value as Json};
use talang_catalogue::labels::text_in;
use talang_catalogue::{Fault, FieldType, Object, Record, Value, types};
use talang_engine::{AsOf, Filter, Op, Query, Scope, View};
use talang_http::{Call, Reply, encode};

use super::model::{self, Navigation, Part, Property, Way};
use super::options::{self, Shape};
use super::refusal::Answer;
use super::{Metadata, filter, root, told};

fn missing() -> talang_engine::Error {
    Fault::new("record.not_found").with("object", "").into()
}

/// `Employees` or `Employees(5)`: the set, and the number of the record.
fn segment(text: &str) -> Answer<(&str, Option<i64>)> {
    let Some((set, rest)) = text.split_once('(') else { return Ok((text, None)) };
    let key = rest.strip_suffix(')').ok_or_else(missing)?;
    let number = key.strip_prefix("id=").unwrap_or(key).parse().map_err(|_| missing())?;
    Ok((set, Some(number)))
}

/// `GET /{set}` and `GET /{set}({id})`
pub(super) fn set(call: &Call, scope: &Scope) -> Answer<Reply> {
    options::known(call)?;
    let (scope, as_of) = options::day(call, scope)?;
    let (name, id) = segment(call.param("set"))?;
    scope.view(|v| {
        Ok((|| {
            let object = model::object_of_set(v, name).ok_or_else(missing)?;
            match id {
                None => list(v, call, &object, as_of, None),
                Some(id) => {
                    let record = v.get(&object, id)?;
                    one(v, call, &object, record)
                }
            }
        })())
    })?
}

/// `GET /{set}/$count` and `GET /{set}({id})/{navigation}`
pub(super) fn part(call: &Call, scope: &Scope) -> Answer<Reply> {
    options::known(call)?;
    let (scope, as_of) = options::day(call, scope)?;
    let (name, id) = segment(call.param("set"))?;
    scope.view(|v| {
        Ok((|| {
            let object = model::object_of_set(v, name).ok_or_else(missing)?;
            match (call.param("part"), id) {
                ("$count", None) => {
                    let query = Query { as_of, ..conditions(v, call, &object, None)? };
                    let count = v.count(&object, &query)?;
                    Ok(Reply::bytes("text/plain", count.to_string())
                        .with("cache-control", "private, no-cache"))
                }
                (way, Some(id)) => {
                    let record = v.get(&object, id)?;
                    let all = model::navigations(v, &object);
                    let navigation = all.into_iter().find(|n| n.name == way).ok_or_else(missing)?;
                    follow(v, call, &record, &navigation, as_of)
                }
                (_, None) => Err(missing().into()),
            }
        })())
    })?
}

/// What a record leads to.
fn follow(
    v: &mut View<'_>,
    call: &Call,
    record: &Record,
    navigation: &Navigation,
    as_of: AsOf,
) -> Answer<Reply> {
    let target = &navigation.target;
    match navigation.way {
        Way::To(field) => match record.values.get(field).filter(|_| !record.is_hidden(field)) {
            Some(Value::Int(id)) => {
                let found = v.current(target, *id)?;
                one(v, call, target, found)
            }
            // Nothing is referred to (Part 1, 11.2.4).
            _ => Ok(Reply::status(204)),
        },
        Way::From(field) => {
            let name = target.fields.get(field).map(|f| f.name.to_string()).unwrap_or_default();
            let own = if record.object.period.is_some() { record.thread } else { record.id };
            let filter = Filter::test(target, &name, Op::Is, vec![Value::Int(own)]);
            list(v, call, target, as_of, Some(filter))
        }
    }
}

/// Which records are meant.
fn conditions(v: &View<'_>, call: &Call, object: &Arc<Object>, base: Option<Filter>) -> Answer<Query> {
    let mut parts: Vec<Filter> = base.into_iter().collect();
    if let Some(text) = call.request.query("$filter").filter(|text| !text.trim().is_empty()) {
        parts.push(filter::parse(v, object, text)?);
    }
    let filter = if parts.len() > 1 { Some(Filter::And(parts)) } else { parts.pop() };
    let search = call.request.query("$search").map(|words| words.trim_matches('"').to_string());
    Ok(Query { filter, search, ..Query::default() })
}

fn list(
    v: &mut View<'_>,
    call: &Call,
    object: &Arc<Object>,
    as_of: AsOf,
    base: Option<Filter>,
) -> Answer<Reply> {
    let paging = options::paging(call, v.scope())?;
    let shape = Shape::parse(v, call, object)?;
    let sort = match call.request.query("$orderby").filter(|text| !text.trim().is_empty()) {
        Some(text) => filter::order(v, object, text)?,
        None => Vec::new(),
    };
    let mark = mark(call);
    let cursor = match call.request.query("$skiptoken") {
        Some(token) => Some(
            token.strip_prefix(mark.as_str()).ok_or_else(|| Fault::new("cursor.invalid").on("$skiptoken"))?,
        ),
        None => None,
    };
    let query = Query {
        sort,
        as_of,
        limit: paging.limit,
        offset: paging.skip,
        cursor: cursor.map(str::to_string),
        count: options::count(call, v.scope())?,
        ..conditions(v, call, object, base)?
    };
    let page = match paging.limit {
        // Nothing of it, but perhaps how many there are.
        0 => talang_engine::Page {
            total: query.count.then(|| v.count(object, &query)).transpose()?,
            ..Default::default()
        },
        _ => v.list(object, &query)?,
    };
    let metadata = Metadata::asked(call);
    let records = render(v, object, &page.records, &shape, metadata)?;
    let mut body = Map::new();
    if metadata != Metadata::None {
        let context = format!("{}/$metadata#{}{}", root(call), model::set_name(object), shape.selected);
        body.insert("@odata.context".to_string(), context.into());
    }
    if let Some(total) = page.total {
        body.insert("@odata.count".to_string(), total.into());
    }
    body.insert("value".to_string(), records.into_iter().map(Json::Object).collect::<Vec<_>>().into());
    let left = paging.top.map(|top| top.saturating_sub(paging.limit));
    if let Some(next) = page.next.filter(|_| left != Some(0)) {
        let next = address(call, left, &format!("{mark}{next}"));
        body.insert("@odata.nextLink".to_string(), next.into());
    }
    let reply = told(call, &body.into());
    Ok(match paging.preferred {
        Some(size) => reply.with("preference-applied", format!("odata.maxpagesize={size}")),
        None => reply,
    })
}

/// Ties a token to the list that it came from: it holds the values of that order and would mean nothing in another.
fn mark(call: &Call) -> String {
    let mut hash: u32 = 0x811c_9dc5;
    let asked =
        ["$filter", "$orderby", "$search", "asOf"].map(|name| call.request.query(name).unwrap_or_default());
    for byte in
        std::iter::once(call.request.path.as_str()).chain(asked).flat_map(|part| part.bytes().chain([0]))
    {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    format!("{hash:08x}")
}

/// The address of the next page.
fn address(call: &Call, left: Option<usize>, token: &str) -> String {
    let path: Vec<String> = [call.param("set"), call.param("part")]
        .iter()
        .filter(|part| !part.is_empty())
        // Parentheses belong to addresses of OData as they are.
        .map(|part| encode(part).replace("%28", "(").replace("%29", ")").replace("%24", "$"))
        .collect();
    let mut options: Vec<String> = call
        .request
        .query
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "$skip" | "$skiptoken" | "$top"))
        .map(|(name, value)| format!("{}={}", encode(name).replace("%24", "$"), encode(value)))
        .collect();
    options.extend(left.map(|left| format!("$top={left}")));
    options.push(format!("$skiptoken={token}"));
    format!("{}/{}?{}", root(call), path.join("/"), options.join("&"))
}

fn one(v: &mut View<'_>, call: &Call, object: &Arc<Object>, record: Record) -> Answer<Reply> {
    let shape = Shape::parse(v, call, object)?;
    let metadata = Metadata::asked(call);
    let entity = render(v, object, &[record], &shape, metadata)?.pop().unwrap_or_default();
    let mut body = Map::new();
    if metadata != Metadata::None {
        let context =
            format!("{}/$metadata#{}{}/$entity", root(call), model::set_name(object), shape.selected);
        body.insert("@odata.context".to_string(), context.into());
    }
    body.extend(entity);
    Ok(told(call, &body.into()))
}

/// Records in JSON. What may not be read of a record is null, as what has no value: the type says which properties there are.
fn render(
    v: &mut View<'_>,
    object: &Arc<Object>,
    records: &[Record],
    shape: &Shape,
    metadata: Metadata,
) -> Answer<Vec<Map<String, Json>>> {
    let shown = |index: usize| shape.properties.iter().any(|p| p.field == Some(index));
    v.saw(object, records, |field| shown(field.index));
    v.load_titles(object, records)?;
    let mut out = Vec::with_capacity(records.len());
    for record in records {
        let mut map = Map::new();
        if metadata == Metadata::Full {
            map.insert("@odata.type".to_string(), format!("#{}", model::type_name(object)).into());
            let id = format!("{}({})", model::set_name(object), record.id);
            map.insert("@odata.id".to_string(), id.into());
        }
        for property in &shape.properties {
            map.insert(property.name.clone(), value(v, object, record, property)?);
        }
        out.push(map);
    }
    for expanded in &shape.expand {
        let inner =
            Shape { properties: expanded.properties.clone(), expand: Vec::new(), selected: String::new() };
        expand(v, records, &expanded.navigation, &inner, metadata, &mut out)?;
    }
    Ok(out)
}

/// Puts what records lead to into them, with one query for all.
fn expand(
    v: &mut View<'_>,
    records: &[Record],
    navigation: &Navigation,
    shape: &Shape,
    metadata: Metadata,
    out: &mut [Map<String, Json>],
) -> Answer<()> {
    let target = &navigation.target;
    let own = |record: &Record| if record.object.period.is_some() { record.thread } else { record.id };
    let to = |record: &Record, field: usize| match record.values.get(field) {
        Some(Value::Int(id)) if !record.is_hidden(field) => Some(*id),
        _ => None,
    };
    let filter = match navigation.way {
        Way::To(field) => Filter::Threads(records.iter().filter_map(|r| to(r, field)).collect()),
        Way::From(field) => {
            let name = target.fields.get(field).map(|f| f.name.to_string()).unwrap_or_default();
            Filter::test(target, &name, Op::Is, records.iter().map(|r| Value::Int(own(r))).collect())
        }
    };
    let found = match records.is_empty() {
        true => Vec::new(),
        false => v.list(target, &Query { filter: Some(filter), ..Query::default() })?.records,
    };
    let entities = render(v, target, &found, shape, metadata)?;
    let mut by_number: HashMap<i64, Vec<Json>> = HashMap::new();
    for (record, entity) in found.iter().zip(entities) {
        let number = match navigation.way {
            Way::To(_) => Some(own(record)),
            Way::From(field) => to(record, field),
        };
        by_number.entry(number.unwrap_or_default()).or_default().push(Json::Object(entity));
    }
    for (record, map) in records.iter().zip(out) {
        let json = match navigation.way {
            Way::To(field) => {
                to(record, field).and_then(|id| by_number.get(&id)?.first().cloned()).unwrap_or(Json::Null)
            }
            Way::From(_) => by_number.get(&own(record)).cloned().unwrap_or_default().into(),
        };
        map.insert(navigation.name.clone(), json);
    }
    Ok(())
}

/// A property of a record.
fn value(v: &mut View<'_>, object: &Arc<Object>, record: &Record, property: &Property) -> Answer<Json> {
    let Some(field) = property.field.and_then(|index| object.fields.get(index)) else {
        return Ok(match property.part {
            Part::Thread => record.thread.into(),
            _ => record.id.into(),
        });
    };
    let stored = match record.values.get(field.index) {
        Some(stored) if !record.is_hidden(field.index) => stored,
        _ => &Value::Null,
    };
    Ok(match (property.part, stored) {
        (Part::TargetKeys, Value::Refs(ids)) => {
            let FieldType::References(target) = &field.ty else { return Ok(Json::Null) };
            let mut keys = Vec::with_capacity(ids.len());
            for id in ids {
                keys.push(Json::from(v.title(target, *id)?.key));
            }
            keys.into()
        }
        (Part::TargetKeys, _) => Json::Array(Vec::new()),
        (_, Value::Null) => Json::Null,
        (Part::TargetId, stored) => stored.as_int().into(),
        (Part::TargetKey | Part::TargetTitle, Value::Int(id)) => {
            let FieldType::Reference(target) = &field.ty else { return Ok(Json::Null) };
            let title = v.title(target, *id)?;
            if property.part == Part::TargetKey { title.key.into() } else { title.title.into() }
        }
        (Part::Label, stored) => {
            let (scope, catalogue) = (v.scope(), v.catalogue());
            let labels = &scope.installation().registry().labels;
            types::show(field, stored, scope.language(), scope.culture, labels, &catalogue).into()
        }
        (Part::Currency, Value::Money(_, currency)) => currency.as_str().into(),
        (_, Value::Money(amount, _)) => number(types::number::decimal_json(*amount)),
        (_, Value::Texts(texts)) => text_in(texts, v.scope().language()).into(),
        (_, stored) if matches!(field.ty, FieldType::Json) => stored.as_text().into(),
        (_, stored) => match types::to_json(field, stored) {
            json @ Json::String(_) if property.ty == "Edm.Decimal" => number(json),
            json => json,
        },
    })
}

/// Decimals are numbers here, also long ones (JSON Format 4.0, 7.1).
fn number(json: Json) -> Json {
    match &json {
        Json::String(text) => match text.parse::<f64>().ok().and_then(serde_json::Number::from_f64) {
            Some(number) => Json::Number(number),
            None => json,
        },
        _ => json,
    }
}
