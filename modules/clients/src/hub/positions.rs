//! Positions: all of them, as a structure, one, and who fills it. `{code}` is the position's code.

use serde_json::{Map, Value as Json, json};
use talang_catalogue::{FieldType, Record, Value};
use talang_engine::{AsOf, Query, Result, Scope, View};
use talang_http::{Call, Reply};

use super::{people, rows, told};
use crate::ask::{self, missing};
use crate::coded::{self, Coder};
use crate::mapping::{HOLDER, POSITION};
use crate::stream::{self, Pages};

/// Positions read at once.
const PAGE: usize = 500;

pub(super) fn list(call: &Call) -> Result<Reply> {
    positions(call, whole)
}

pub(super) fn structure(call: &Call) -> Result<Reply> {
    positions(call, place)
}

type Show = fn(&mut View<'_>, &mut Coder, &Record) -> Result<Json>;

fn positions(call: &Call, show: Show) -> Result<Reply> {
    let (scope, as_of) = ask::scope(call)?;
    scope.view(|v| {
        let object = v.object(POSITION.object)?;
        ask::may_read(v, &object)
    })?;
    stream::array(&scope, All { show, as_of, next: Some(None) })
}

/// Every position, a page at a time.
struct All {
    show: Show,
    as_of: AsOf,
    next: Option<Option<String>>,
}

impl Pages for All {
    fn next(&mut self, scope: &Scope) -> Result<Option<Vec<Json>>> {
        let Some(cursor) = self.next.take() else { return Ok(None) };
        let (entries, next) = scope.view(|v| {
            let object = v.object(POSITION.object)?;
            let sort = v.sort(&object, "code")?;
            let query = Query { sort, cursor, limit: PAGE, as_of: self.as_of, ..Query::default() };
            let page = v.list(&object, &query)?;
            v.load_titles(&object, &page.records)?;
            let mut coder = Coder::default();
            let entries: Result<Vec<Json>> =
                page.records.iter().map(|record| (self.show)(v, &mut coder, record)).collect();
            Ok((entries?, page.next))
        })?;
        self.next = next.map(Some);
        Ok(Some(entries))
    }
}

/// A position with all its fields.
pub(super) fn whole(v: &mut View<'_>, coder: &mut Coder, record: &Record) -> Result<Json> {
    let mut map = Map::new();
    map.insert("uniqueid".to_string(), record.get("code").as_text().unwrap_or_default().into());
    rows::fill(v, coder, &POSITION, record, &mut map)?;
    Ok(Json::Object(map))
}

/// A position's place: what stands above it, and its unit.
fn place(v: &mut View<'_>, coder: &mut Coder, record: &Record) -> Result<Json> {
    let object = record.object.clone();
    let code = record.get("code").as_text().unwrap_or_default();
    let above = match (object.field("reports_to").map(|f| &f.ty), record.get("reports_to")) {
        (Some(FieldType::Reference(target)), Value::Int(id)) => Some(v.title(target, *id)?.key),
        _ => None,
    };
    let organisation = match object.field("organisation") {
        Some(field) => coder.value(v, field, record.get("organisation"))?,
        None => Json::Null,
    };
    Ok(json!({
        "uniqueid": code,
        "code": code,
        "title": coded::label(v, record.get("title")),
        "parentCode": above,
        "organisation": organisation,
    }))
}

/// The position of that code on the scope's day.
///
/// # Errors
/// `record.not_found`.
pub(super) fn find(v: &mut View<'_>, code: &str) -> Result<Record> {
    let object = v.object(POSITION.object)?;
    ask::may_read(v, &object)?;
    let thread = v.resolve(POSITION.object, code)?.ok_or_else(missing)?;
    v.current(&object, thread)
}

pub(super) fn one(call: &Call) -> Result<Reply> {
    let (scope, as_of) = ask::scope(call)?;
    scope.view(|v| {
        if as_of == AsOf::Always {
            return slices(v, call.param("code"));
        }
        let record = find(v, call.param("code"))?;
        Ok(told(&whole(v, &mut Coder::default(), &record)?))
    })
}

/// Every slice of a position.
fn slices(v: &mut View<'_>, code: &str) -> Result<Reply> {
    let object = v.object(POSITION.object)?;
    ask::may_read(v, &object)?;
    let thread = v.resolve(POSITION.object, code)?.ok_or_else(missing)?;
    let records = v.slices(&object, thread)?;
    let mut coder = Coder::default();
    let all: Result<Vec<Json>> = records.iter().map(|record| whole(v, &mut coder, record)).collect();
    Ok(told(&all?.into()))
}

pub(super) fn holders(call: &Call) -> Result<Reply> {
    let (scope, as_of) = ask::scope(call)?;
    Ok(told(&scope.view(|v| holders_of(v, call.param("code"), as_of))?))
}

/// Who fills a position, as far as the caller reaches them.
pub(super) fn holders_of(v: &mut View<'_>, code: &str, as_of: AsOf) -> Result<Json> {
    let position = find(v, code)?;
    let mut coder = Coder::default();
    let mut all = Vec::new();
    for record in people::owned(v, &HOLDER, &position, as_of)? {
        let mut map = Map::new();
        map.insert("uniqueid".to_string(), rows::key(v, &HOLDER, &record)?.into());
        map.insert("position".to_string(), code.into());
        rows::fill(v, &mut coder, &HOLDER, &record, &mut map)?;
        all.push(Json::Object(map));
    }
    Ok(Json::Array(all))
}
