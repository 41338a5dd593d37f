//! Value lists as the back office has them: `{code, status, data, contentRange}`, `offset` and `limit`, translations by LCID.

use serde_json::{Map, Value as Json, json};
use talang_careers::known::{language_of, lcid_of};
use talang_catalogue::{Record, Value};
use talang_engine::{Query, Result, View};
use talang_http::{Access, Call, Reply, Route};

use crate::ask::{self, missing};
use crate::coded;
use crate::library::Library;

/// Values of a page when nothing is said, and at most.
const LIMIT: (i64, i64) = (100, 1_000);

pub(crate) fn routes() -> Vec<Route> {
    use Access::SignedIn;
    vec![
        Route::get("/api/v1/referentials/{type}", SignedIn, list),
        Route::get("/api/v1/referentials/{type}/{id}", SignedIn, one),
        Route::get("/api/v1/referentials/{type}/{id}/translations", SignedIn, translations),
        Route::get("/api/v1/referentials/{type}/{id}/translations/{lcid}", SignedIn, translation),
    ]
}

fn told(data: &Json, range: Option<String>) -> Reply {
    let mut body = Map::new();
    body.insert("code".to_string(), 200.into());
    body.insert("status".to_string(), "success".into());
    body.insert("data".to_string(), data.clone());
    if let Some(range) = range {
        body.insert("contentRange".to_string(), range.into());
    }
    Reply::json(&body.into()).with("vary", "accept-language")
}

fn list(call: &Call) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let offset = ask::number(call, &scope, "offset", 0, i64::from(u32::MAX))?;
    let limit = ask::number(call, &scope, "limit", LIMIT.0, LIMIT.1)?.max(1);
    scope.view(|v| {
        let library = Library::find(v, call.param("type"))?;
        let size = |n: i64| usize::try_from(n).unwrap_or_default();
        let query = Query { limit: size(limit), offset: size(offset), count: true, ..library.query(v)? };
        let page = v.list(&library.object, &query)?;
        let data: Result<Vec<Json>> = page.records.iter().map(|record| value(v, &library, record)).collect();
        let data = data?;
        let end = offset + i64::try_from(data.len()).unwrap_or_default();
        let range = format!("{offset}-{end}/{}", page.total.unwrap_or_default());
        Ok(told(&data.into(), Some(range)))
    })
}

/// `{id, label}`, with what a coded value knows besides.
fn value(v: &mut View<'_>, library: &Library, record: &Record) -> Result<Json> {
    let coded = library.coded(v, record)?;
    let part = |name: &str| coded.get(name).cloned().unwrap_or_default();
    Ok(json!({
        "id": part("code"),
        "label": part("label"),
        "clientCode": part("clientCode"),
        "active": part("active"),
        "parentId": part("parentCode"),
        "type": part("type"),
    }))
}

/// The value that the address names.
fn named(v: &mut View<'_>, call: &Call) -> Result<(Library, Record)> {
    let library = Library::find(v, call.param("type"))?;
    let record = library.record(v, call.id("id")?)?;
    Ok((library, record))
}

fn one(call: &Call) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    scope.view(|v| {
        let (library, record) = named(v, call)?;
        Ok(told(&value(v, &library, &record)?, None))
    })
}

/// The labels of a value, by language.
fn texts(v: &mut View<'_>, call: &Call) -> Result<Vec<(i64, Json)>> {
    let (library, record) = named(v, call)?;
    let told = |code: &str, text: &str| {
        let lcid = lcid_of(code)?;
        Some((lcid, json!({ "languageId": lcid, "language": code, "label": text })))
    };
    Ok(match record.get(library.source.label) {
        Value::Texts(texts) => texts.iter().filter_map(|(code, text)| told(code, text)).collect(),
        other => {
            let company = v.scope().tenant().culture().language;
            told(company.code(), &coded::label(v, other)).into_iter().collect()
        }
    })
}

fn translations(call: &Call) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let all: Vec<Json> = scope.view(|v| texts(v, call))?.into_iter().map(|(_, json)| json).collect();
    let range = format!("0-{0}/{0}", all.len());
    Ok(told(&all.into(), Some(range)))
}

fn translation(call: &Call) -> Result<Reply> {
    let (scope, _) = ask::scope(call)?;
    let Ok(lcid) = call.param("lcid").parse::<i64>() else {
        return Err(ask::invalid(&scope, "clients-lcid", &[]).into());
    };
    let wanted = language_of(lcid).and_then(|language| lcid_of(language.code()));
    let found = scope.view(|v| texts(v, call))?.into_iter().find(|(own, _)| Some(*own) == wanted);
    found.map(|(_, json)| told(&json, None)).ok_or_else(missing)
}
