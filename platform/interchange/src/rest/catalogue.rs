//! `GET /catalogue`: the objects and fields that the caller may read, under the names that people know.

use serde_json::{Map, Value as Json, json};
use talang_catalogue::labels::text_in;
use talang_catalogue::{Catalogue, Field, FieldType, Language, Object};
use talang_engine::{Action, Registry, Scope, View};
use talang_http::{Call, Reply};

use super::PREFIX;
use super::ask::{self, Answer};

/// `GET /catalogue`
pub(crate) fn objects(call: &Call, scope: &Scope) -> Answer<Reply> {
    ask::only(call, scope, &[])?;
    let data = scope.view(|v| {
        let catalogue = v.catalogue();
        let registry = scope.installation().registry();
        let language = scope.language();
        let mut data = Vec::new();
        for object in catalogue.objects().iter().filter(|o| v.rights().may(o, Action::Read)) {
            let fields: Vec<Json> = object
                .fields
                .iter()
                .filter(|f| readable(v, object, f))
                .map(|f| field(v, &catalogue, registry, language, object, f))
                .collect();
            let actions: Vec<&str> =
                Action::ALL.into_iter().filter(|a| v.rights().may(object, *a)).map(Action::name).collect();
            data.push(json!({
                "name": object.def.name,
                "href": format!("{PREFIX}/{}", object.def.path),
                "module": object.def.module,
                "moduleLabel": registry.labels.module(language, object.def.module),
                "label": registry.labels.object(language, object.def.name),
                "labelMany": registry.labels.objects(language, object.def.name),
                "help": registry.labels.object_help(language, object.def),
                "key": object.def.key,
                "dated": object.period.is_some(),
                "actions": actions,
                "fields": fields,
            }));
        }
        Ok(data)
    })?;
    Ok(Reply::json(&json!({ "data": data })).with("cache-control", "private, no-cache"))
}

/// Whether the caller may read the field of anybody at all.
pub(crate) fn readable(v: &View<'_>, object: &Object, field: &Field) -> bool {
    !v.rights().extents(object, &field.group, Action::Read).is_none()
}

/// Whether the caller may write the field: of records that are there, or of new ones.
pub(crate) fn writable(v: &View<'_>, object: &Object, field: &Field) -> bool {
    let rights = v.rights();
    !object.def.internal
        && !field.read_only
        && (!rights.extents(object, &field.group, Action::Update).is_none()
            || rights.may(object, Action::Create))
}

fn field(
    v: &View<'_>,
    catalogue: &Catalogue,
    registry: &Registry,
    language: Language,
    object: &Object,
    field: &Field,
) -> Json {
    let mut map = Map::new();
    let labels = &registry.labels;
    map.insert("name".to_string(), field.name.as_ref().into());
    map.insert("label".to_string(), labels.field(language, object.def.name, field).into());
    map.insert("help".to_string(), labels.field_help(language, object.def.name, field).into());
    map.insert("type".to_string(), field.ty.name().into());
    match &field.ty {
        FieldType::Reference(target) | FieldType::References(target) => {
            map.insert("object".to_string(), target.as_ref().into());
        }
        FieldType::Choice(def) => {
            let items: Vec<Json> = def
                .items
                .iter()
                .map(|i| json!({ "code": i.code, "label": labels.choice(language, def.name, i.code) }))
                .collect();
            map.insert("items".to_string(), items.into());
        }
        FieldType::Item(list) => {
            map.insert("list".to_string(), list.as_ref().into());
            let items: Vec<Json> = catalogue
                .lists
                .get(list.as_ref())
                .into_iter()
                .flatten()
                .filter(|i| i.active)
                .map(|i| json!({ "code": i.code, "label": text_in(&i.label, language).unwrap_or(&i.code) }))
                .collect();
            map.insert("items".to_string(), items.into());
        }
        _ => {}
    }
    map.insert("mandatory".to_string(), field.mandatory.into());
    map.insert("unique".to_string(), field.unique.into());
    map.insert("writable".to_string(), writable(v, object, field).into());
    map.insert("group".to_string(), field.group.as_ref().into());
    map.insert("groupLabel".to_string(), labels.group(language, &field.group).into());
    map.insert("privacy".to_string(), field.privacy.name().into());
    map.insert("extra".to_string(), field.extra.into());
    Json::Object(map)
}
