//! A record of ours under their names.

use std::sync::Arc;

use serde_json::{Map, Value as Json};
use talang_catalogue::{Object, Record, Value};
use talang_engine::{Result, View};

use crate::coded::{self, Coder};
use crate::mapping::{PERIOD, Source};

/// What tells a record apart from the others of its owner: parts joined by `|`.
pub(super) fn key(v: &mut View<'_>, source: &Source, record: &Record) -> Result<String> {
    let object = record.object.clone();
    let mut parts = Vec::new();
    for name in source.key {
        if let Some(field) = object.field(name)
            && !record.is_hidden(field.index)
        {
            parts.push(coded::text(v, field, record.get(name))?.unwrap_or_default());
        }
    }
    Ok(parts.join("|"))
}

/// A record: `key`, the first and last day of dated ones, and every field that the caller may read.
pub(super) fn row(v: &mut View<'_>, coder: &mut Coder, source: &Source, record: &Record) -> Result<Json> {
    let mut map = Map::new();
    map.insert("key".to_string(), key(v, source, record)?.into());
    fill(v, coder, source, record, &mut map)?;
    Ok(Json::Object(map))
}

/// The fields of a record.
pub(super) fn fill(
    v: &mut View<'_>,
    coder: &mut Coder,
    source: &Source,
    record: &Record,
    map: &mut Map<String, Json>,
) -> Result<()> {
    let object = record.object.clone();
    let period = PERIOD.iter().filter(|_| object.period.is_some());
    for (theirs, ours) in period.chain(source.fields) {
        if let Some(field) = object.field(ours)
            && !record.is_hidden(field.index)
        {
            map.insert((*theirs).to_string(), coder.value(v, field, record.get(ours))?);
        }
    }
    Ok(())
}

/// Whether a record belongs to the source.
pub(super) fn belongs(source: &Source, record: &Record) -> bool {
    source.only.is_none_or(|(name, code)| record.get(name).as_text() == Some(code))
}

/// Notes that the fields of the sources were shown.
pub(super) fn saw(v: &mut View<'_>, object: &Arc<Object>, sources: &[&Source], records: &[Record]) {
    v.saw(object, records, |field| {
        sources
            .iter()
            .any(|s| s.object == object.def.name && s.fields.iter().any(|(_, ours)| *ours == field.name))
    });
}

/// The number by which a record is referred to.
pub(super) fn thread(record: &Record) -> Value {
    Value::Int(if record.object.period.is_some() { record.thread } else { record.id })
}
