//! Coded values: `{code, clientCode, label, active, parentCode, type, parentType, hasChildren, _links}`. `code` is the number
//! of the record and stays; `clientCode` is what the company calls it.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Value as Json, json};
use talang_catalogue::labels::text_in;
use talang_catalogue::{Culture, Field, FieldType, Object, Record, Value, types};
use talang_engine::{AsOf, Filter, Op, Query, Result, View};

use crate::mapping::{self, LibraryType};

/// Coded values of one answer; each is made once.
#[derive(Default)]
pub(crate) struct Coder {
    known: HashMap<(String, String), Json>,
}

/// What a coded value says.
pub(crate) struct Coded<'a> {
    pub code: i64,
    pub client_code: &'a str,
    pub label: &'a str,
    pub active: bool,
    pub parent: Option<i64>,
    pub kind: &'a str,
    pub parent_kind: &'a str,
    pub has_children: bool,
    /// The type can be read as a library.
    pub library: bool,
}

impl Coded<'_> {
    pub(crate) fn json(&self) -> Json {
        let links = match self.library {
            true => json!([{
                "rel": "type",
                "href": format!("/api/hub/v2/libraries/{}", talang_http::encode(self.kind)),
            }]),
            false => json!([]),
        };
        json!({
            "code": self.code,
            "clientCode": self.client_code,
            "label": self.label,
            "active": self.active,
            "parentCode": self.parent,
            "type": self.kind,
            "parentType": if self.parent_kind.is_empty() { Json::Null } else { self.parent_kind.into() },
            "hasChildren": self.has_children,
            "_links": links,
        })
    }
}

impl Coder {
    /// A value as an answer has it: coded, or as it is; texts in the scope's language.
    pub(crate) fn value(&mut self, v: &mut View<'_>, field: &Field, value: &Value) -> Result<Json> {
        match (&field.ty, value) {
            (_, Value::Null) => Ok(Json::Null),
            (FieldType::Reference(target), Value::Int(id)) => {
                self.remembered(target, &id.to_string(), |_| reference(v, target, *id))
            }
            (FieldType::Item(list), Value::Text(code)) => {
                self.remembered(list, code, |_| item(v, list, code))
            }
            (FieldType::Choice(def), Value::Text(code)) => {
                let place = def.items.iter().position(|i| i.code == code).map_or(0, |place| place + 1);
                let labels = &v.scope().installation().registry().labels;
                let label = labels.choice(v.scope().language(), def.name, code);
                let place = i64::try_from(place).unwrap_or_default();
                Ok(plain(place, code, label, def.name, false))
            }
            (FieldType::Country | FieldType::Currency | FieldType::Language, Value::Text(code)) => {
                let kind = match &field.ty {
                    FieldType::Country => "Country",
                    FieldType::Currency => "Currency",
                    _ => "Language",
                };
                let number = v.resolve(kind, code)?.unwrap_or_default();
                let (scope, catalogue) = (v.scope(), v.catalogue());
                let labels = &scope.installation().registry().labels;
                let shown = types::show(field, value, scope.language(), scope.culture, labels, &catalogue);
                Ok(plain(number, code, &shown, kind, true))
            }
            (_, Value::Texts(texts)) => Ok(text_in(texts, v.scope().language()).into()),
            _ => Ok(types::to_json(field, value)),
        }
    }

    fn remembered(
        &mut self,
        kind: &str,
        code: &str,
        make: impl FnOnce(&mut Coder) -> Result<Json>,
    ) -> Result<Json> {
        let slot = (kind.to_string(), code.to_string());
        if let Some(known) = self.known.get(&slot) {
            return Ok(known.clone());
        }
        if self.known.len() > 20_000 {
            self.known.clear();
        }
        let json = make(self)?;
        self.known.insert(slot, json.clone());
        Ok(json)
    }
}

/// A value in one text, as logs have it: codes, keys, ISO dates, decimals with a point.
pub(crate) fn text(v: &mut View<'_>, field: &Field, value: &Value) -> Result<Option<String>> {
    Ok(match (&field.ty, value) {
        (_, Value::Null) => None,
        (FieldType::Reference(target), Value::Int(id)) => Some(v.title(target, *id)?.key),
        (_, Value::Texts(texts)) => text_in(texts, v.scope().language()).map(str::to_string),
        (_, Value::Money(_, currency)) => {
            Some(format!("{} {currency}", types::write(field, value, &Culture::NEUTRAL)))
        }
        _ => Some(types::write(field, value, &Culture::NEUTRAL)),
    })
}

pub(crate) fn plain(code: i64, client_code: &str, label: &str, kind: &str, library: bool) -> Json {
    let (parent, parent_kind, has_children) = (None, "", false);
    Coded { code, client_code, label, active: true, parent, kind, parent_kind, has_children, library }.json()
}

pub(crate) fn item(v: &mut View<'_>, list: &str, code: &str) -> Result<Json> {
    let number = v.resolve(mapping::ITEM.object, &format!("{list}|{code}"))?.unwrap_or_default();
    let catalogue = v.catalogue();
    let found = catalogue.item(list, code);
    let label = found.and_then(|item| text_in(&item.label, v.scope().language())).unwrap_or(code);
    Ok(Coded {
        code: number,
        client_code: code,
        label,
        active: found.is_some_and(|item| item.active),
        parent: None,
        kind: list,
        parent_kind: "",
        has_children: false,
        library: true,
    }
    .json())
}

pub(crate) fn reference(v: &mut View<'_>, target: &str, id: i64) -> Result<Json> {
    let title = v.title(target, id)?;
    let library = mapping::library_of(target);
    if let Some(library) = library {
        let object = v.object(target)?;
        match v.current(&object, id) {
            Ok(record) => return of_record(v, library, &object, &record),
            Err(error) if error.is("record.not_found") => {}
            Err(error) => return Err(error),
        }
    }
    Ok(plain(id, &title.key, &title.title, target, library.is_some()))
}

/// A record of a library type.
pub(crate) fn of_record(
    v: &mut View<'_>,
    library: &LibraryType,
    object: &Arc<Object>,
    record: &Record,
) -> Result<Json> {
    let number = if object.period.is_some() { record.thread } else { record.id };
    let parent = object.field(library.parent);
    let parent_kind = match parent.map(|f| &f.ty) {
        Some(FieldType::Reference(target)) => target.to_string(),
        _ => String::new(),
    };
    Ok(Coded {
        code: number,
        client_code: record.get(library.code).as_text().unwrap_or_default(),
        label: &label(v, record.get(library.label)),
        active: library.active.is_empty() || record.get(library.active).as_int() == Some(1),
        parent: parent.and_then(|f| record.values.get(f.index)).and_then(Value::as_int),
        kind: library.object,
        parent_kind: &parent_kind,
        has_children: has_children(v, library, number)?,
        library: true,
    }
    .json())
}

/// A label in the scope's language.
pub(crate) fn label(v: &View<'_>, value: &Value) -> String {
    match value {
        Value::Texts(texts) => text_in(texts, v.scope().language()).unwrap_or_default().to_string(),
        other => other.as_text().unwrap_or_default().to_string(),
    }
}

/// Whether a record of any library type stands below.
fn has_children(v: &mut View<'_>, library: &LibraryType, number: i64) -> Result<bool> {
    for below in mapping::LIBRARIES {
        let object = v.object(below.object)?;
        let Some(field) = object.field(below.parent) else { continue };
        if !matches!(&field.ty, FieldType::Reference(target) if target == library.object) {
            continue;
        }
        let filter = Filter::test(&object, below.parent, Op::Is, vec![Value::Int(number)]);
        let query = Query { filter: Some(filter), limit: 1, as_of: AsOf::Scope, ..Query::default() };
        if !v.list(&object, &query)?.records.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}
