//! Libraries: the company's value lists, and the objects of ours that such programs take for some.

use std::sync::Arc;

use serde_json::{Value as Json, json};
use talang_catalogue::{Object, Record, Value};
use talang_engine::{Action, Filter, Op, Query, Result, Scope, Sort, View};

use crate::ask::missing;
use crate::coded::{self, Coded};
use crate::mapping::{ITEM, LIBRARIES, LibraryType};
use crate::stream::Pages;

/// Records read at once.
const PAGE: usize = 500;

/// A library type of a tenant.
#[derive(Clone)]
pub(crate) struct Library {
    pub source: &'static LibraryType,
    pub object: Arc<Object>,
    /// The value list, by number and code.
    pub list: Option<(i64, String)>,
}

impl Library {
    /// The type of that name: a value list's code, or an object of [`LIBRARIES`] whatever the case.
    ///
    /// # Errors
    /// `record.not_found` also where the caller may read nothing of it.
    pub(crate) fn find(v: &mut View<'_>, name: &str) -> Result<Library> {
        let known = LIBRARIES.iter().find(|l| l.object.eq_ignore_ascii_case(name));
        let source = known.unwrap_or(&ITEM);
        let object = v.object(source.object)?;
        crate::ask::may_read(v, &object)?;
        let list = match known {
            Some(_) => None,
            None => Some((v.resolve("ValueList", name)?.ok_or_else(missing)?, name.to_string())),
        };
        Ok(Library { source, object, list })
    }

    /// What belongs to the type.
    pub(crate) fn query(&self, v: &View<'_>) -> Result<Query> {
        let filter = self
            .list
            .as_ref()
            .map(|(id, _)| Filter::test(&self.object, "list", Op::Is, vec![Value::Int(*id)]));
        let order = if self.object.field("sort_order").is_some() { "sort_order" } else { "" };
        let sort: Vec<Sort> = v.sort(&self.object, order)?;
        Ok(Query { filter, sort, ..Query::default() })
    }

    /// The record of a number or client code.
    ///
    /// # Errors
    /// `record.not_found`.
    pub(crate) fn record(&self, v: &mut View<'_>, number: i64) -> Result<Record> {
        let record = v.current(&self.object, number)?;
        match &self.list {
            Some((list, _)) if record.get("list").as_int() != Some(*list) => Err(missing()),
            _ => Ok(record),
        }
    }

    /// The key of the record with that client code.
    pub(crate) fn key(&self, client_code: &str) -> String {
        match &self.list {
            Some((_, list)) => format!("{list}|{client_code}"),
            None => client_code.to_string(),
        }
    }

    /// A record as coded value.
    pub(crate) fn coded(&self, v: &mut View<'_>, record: &Record) -> Result<Json> {
        let Some((_, list)) = &self.list else {
            return coded::of_record(v, self.source, &self.object, record);
        };
        Ok(Coded {
            code: record.id,
            client_code: record.get("code").as_text().unwrap_or_default(),
            label: &coded::label(v, record.get("label")),
            active: record.get("active").as_int() == Some(1),
            parent: None,
            kind: list,
            parent_kind: "",
            has_children: false,
            library: true,
        }
        .json())
    }
}

/// The types that the caller may read.
pub(crate) fn types(v: &mut View<'_>) -> Result<Vec<Json>> {
    let labels = &v.scope().installation().registry().labels;
    let language = v.scope().language();
    let mut types = Vec::new();
    let entry = |kind: &str, label: &str, parent: Option<&str>| {
        json!({
            "type": kind,
            "label": label,
            "parentType": parent,
            "_links": [{ "rel": "values", "href": format!("/api/hub/v2/libraries/{}", talang_http::encode(kind)) }],
        })
    };
    for library in LIBRARIES {
        let object = v.object(library.object)?;
        if v.rights().may(&object, Action::Read) {
            let parent = object.field(library.parent).and_then(|f| match &f.ty {
                talang_catalogue::FieldType::Reference(target) => Some(target.to_string()),
                _ => None,
            });
            types.push(entry(library.object, labels.objects(language, library.object), parent.as_deref()));
        }
    }
    let (items, lists) = (v.object(ITEM.object)?, v.object("ValueList")?);
    if v.rights().may(&items, Action::Read) && v.rights().may(&lists, Action::Read) {
        let query = Query { sort: v.sort(&lists, "code")?, ..Query::default() };
        for list in v.list(&lists, &query)?.records {
            let label = coded::label(v, list.get("name"));
            types.push(entry(list.get("code").as_text().unwrap_or_default(), &label, None));
        }
    }
    Ok(types)
}

/// Every value of a type, a page at a time.
pub(crate) struct Values {
    pub library: Library,
    /// Where the next page begins; nothing after the last.
    pub next: Option<Option<String>>,
}

impl Pages for Values {
    fn next(&mut self, scope: &Scope) -> Result<Option<Vec<Json>>> {
        let Some(cursor) = self.next.take() else { return Ok(None) };
        let (entries, next) = scope.view(|v| {
            let query = Query { limit: PAGE, cursor, ..self.library.query(v)? };
            let page = v.list(&self.library.object, &query)?;
            let entries: Result<Vec<Json>> =
                page.records.iter().map(|record| self.library.coded(v, record)).collect();
            Ok((entries?, page.next))
        })?;
        self.next = next.map(Some);
        Ok(Some(entries))
    }
}
