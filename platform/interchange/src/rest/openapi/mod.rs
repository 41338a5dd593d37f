//! The OpenAPI 3.1 document of a tenant's own catalogue, as far as the caller may read and write it (I10).

mod problems;
mod schemas;
mod transfers;
mod webhooks;

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};
use talang_catalogue::messages::Arg;
use talang_catalogue::{Field, FieldType, Object, Value, types};
use talang_engine::{Action, Result, Scope, View};

use self::problems::{Deed, answers};
use self::schemas::common_schemas;
use super::catalogue::{readable, writable};
use super::{BULK_RECORDS, PREFIX};
use crate::sample::{Samples, needed};

/// The document, with labels and sentences in the scope's language.
///
/// # Errors
/// Those of the store.
pub fn openapi(scope: &Scope) -> Result<Json> {
    scope.view(|v| {
        let catalogue = v.catalogue();
        let labels = &scope.installation().registry().labels;
        let samples = Samples::new(&catalogue, labels, scope.language());
        let writer = Writer { scope, mastered: v.mastered()?, samples };
        let (mut paths, mut schemas, mut tags) = (Map::new(), common_schemas(), Vec::<Json>::new());
        let readable: Vec<&Object> = catalogue
            .objects()
            .iter()
            .filter(|o| v.rights().may(o, Action::Read))
            .map(AsRef::as_ref)
            .collect();
        let told: Vec<&Object> = readable.iter().copied().filter(|o| !o.def.internal).collect();
        schemas.insert("WebhookMessage".to_string(), writer.message(&told));
        for object in catalogue.objects().iter().filter(|o| v.rights().may(o, Action::Read)) {
            let module = writer.labels().module(scope.language(), object.def.module);
            if !tags.iter().any(|t| t.get("name").and_then(Json::as_str) == Some(module)) {
                tags.push(json!({ "name": module }));
            }
            writer.paths(v, object, &mut paths);
            writer.schemas(v, object, &mut schemas);
        }
        writer.own_paths(&mut paths);
        writer.job_paths(v, &mut paths);
        let tenant = scope.tenant().name();
        Ok(json!({
            "openapi": "3.1.0",
            "info": {
                "title": writer.say("rest-doc-title", &[("tenant", Arg::from(tenant))]),
                "description": writer.say("rest-doc-description", &[]),
                "version": "1",
            },
            "servers": [{ "url": PREFIX }],
            "security": [{ "session": [] }, { "key": [], "account": [] }],
            "tags": tags,
            "paths": paths,
            "webhooks": writer.webhooks(),
            "components": {
                "schemas": schemas,
                "parameters": writer.parameters(),
                "responses": writer.problems(&catalogue),
                "headers": problems::headers(),
                "securitySchemes": {
                    "session": {
                        "type": "apiKey", "in": "cookie", "name": "__Host-talang_session",
                        "description": writer.say("rest-auth-session", &[]),
                    },
                    "key": {
                        "type": "apiKey", "in": "header", "name": "X-Api-Key",
                        "description": writer.say("rest-auth-key", &[]),
                    },
                    "account": {
                        "type": "http", "scheme": "basic",
                        "description": writer.say("rest-auth-account", &[]),
                    },
                },
            },
        }))
    })
}

struct Writer<'a> {
    scope: &'a Scope,
    mastered: Vec<String>,
    samples: Samples<'a>,
}

/// What may be done with an object through this door.
pub(crate) struct May {
    pub create: bool,
    pub update: bool,
    pub delete: bool,
}

pub(crate) fn may(v: &View<'_>, object: &Object, mastered: &[String]) -> May {
    let open = !object.def.internal && !mastered.iter().any(|m| m == object.def.name);
    let rights = v.rights();
    May {
        create: open && rights.may(object, Action::Create),
        update: open && rights.may(object, Action::Update),
        delete: open && rights.may(object, Action::Delete),
    }
}

/// Where what was made goes on: the operations that take its number.
fn links(object: &Object, may: &May) -> Json {
    let verbs = [
        ("read", true),
        ("change", may.update),
        ("replace", may.update),
        ("delete", may.delete),
        ("history", true),
    ];
    let link = |verb: &str| {
        let operation = format!("{verb}{}", object.def.name);
        json!({ "operationId": operation, "parameters": { "id": "$response.body#/id" } })
    };
    verbs
        .iter()
        .filter(|(_, may)| *may)
        .map(|(verb, _)| (verb.to_string(), link(verb)))
        .collect::<Map<_, _>>()
        .into()
}

fn reference(kind: &str, name: &str) -> Json {
    json!({ "$ref": format!("#/components/{kind}/{name}") })
}

fn parameters(names: &[&str]) -> Json {
    names.iter().map(|n| reference("parameters", n)).collect()
}

fn content(schema: Json, example: Json) -> Json {
    json!({ "application/json": { "schema": schema, "example": example } })
}

impl Writer<'_> {
    fn labels(&self) -> &talang_catalogue::labels::Labels {
        &self.scope.installation().registry().labels
    }

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.scope.installation().registry().messages.text(self.scope.language(), key, args)
    }

    /// The operation that every resource has in its own words.
    fn operation(&self, object: &Object, verb: &str, message: &str) -> Map<String, Json> {
        let language = self.scope.language();
        let one = self.labels().object(language, object.def.name);
        let many = self.labels().objects(language, object.def.name);
        let mut map = Map::new();
        map.insert("operationId".to_string(), format!("{verb}{}", object.def.name).into());
        let summary = self.say(message, &[("object", Arg::from(one)), ("objects", Arg::from(many))]);
        map.insert("summary".to_string(), summary.into());
        map.insert("tags".to_string(), json!([self.labels().module(language, object.def.module)]));
        map
    }

    fn paths(&self, v: &View<'_>, object: &Arc<Object>, paths: &mut Map<String, Json>) {
        let name = object.def.name;
        let may = may(v, object, &self.mastered);
        let record = reference("schemas", name);
        let input = reference("schemas", &format!("{name}Input"));
        let one = self.example(v, object, 1, true);
        let sent = self.example(v, object, 1, false);
        let whole = || {
            json!({
                "description": self.labels().object(self.scope.language(), name),
                "headers": { "ETag": reference("headers", "ETag") },
                "content": content(record.clone(), one.clone()),
            })
        };
        let body =
            |schema: Json, example: Json| json!({ "required": true, "content": content(schema, example) });
        let add = |mut operation: Map<String, Json>, parts: Vec<(&str, Json)>| {
            operation.extend(parts.into_iter().map(|(n, j)| (n.to_string(), j)));
            Json::Object(operation)
        };

        let mut collection = Map::new();
        let list = json!({
            "type": "object",
            "required": ["data", "next"],
            "properties": {
                "data": { "type": "array", "items": record.clone() },
                "next": { "type": ["string", "null"] },
                "total": { "type": "integer" },
            },
        });
        let example = json!({ "data": [one.clone()], "next": null });
        let listed = json!({
            "description": self.labels().objects(self.scope.language(), name),
            "headers": { "Link": reference("headers", "Link") },
            "content": content(list, example),
        });
        let lists =
            ["filter", "q", "sort", "fields", "expand", "limit", "cursor", "asOf", "count", "acceptLanguage"];
        collection.insert(
            "get".to_string(),
            add(
                self.operation(object, "list", "rest-op-list"),
                vec![
                    ("parameters", parameters(&lists)),
                    ("responses", answers(Deed::Reads, "200", listed).into()),
                ],
            ),
        );
        if may.create {
            let mut required: Vec<&str> = object
                .fields
                .iter()
                .filter(|f| {
                    f.mandatory && f.default.is_none() && f.numbered.is_none() && writable(v, object, f)
                })
                .map(|f| f.name.as_ref())
                .collect();
            // Without a start a slice begins on the day of the request.
            required.retain(|n| object.period.is_none() || *n != "start");
            let schema = json!({ "allOf": [input.clone(), { "type": "object", "required": required }] });
            let mut created = whole();
            if let Some(headers) = created.get_mut("headers").and_then(Json::as_object_mut) {
                headers.insert("Location".to_string(), reference("headers", "Location"));
            }
            created["links"] = links(object, &may);
            collection.insert(
                "post".to_string(),
                add(
                    self.operation(object, "create", "rest-op-create"),
                    vec![
                        ("parameters", parameters(&["idempotencyKey", "acceptLanguage"])),
                        ("requestBody", body(schema, sent.clone())),
                        ("responses", answers(Deed::Takes, "201", created).into()),
                    ],
                ),
            );
        }
        paths.insert(format!("/{}", object.def.path), collection.into());

        let mut single = Map::new();
        single.insert("parameters".to_string(), parameters(&["id"]));
        let mut read = answers(Deed::Reads, "200", whole());
        read.insert("304".to_string(), json!({ "description": "Not Modified" }));
        let dated = object.period.is_some();
        let with_day = |names: &[&str]| {
            let mut all = names.to_vec();
            if dated {
                all.push("day");
            }
            parameters(&all)
        };
        single.insert(
            "get".to_string(),
            add(
                self.operation(object, "read", "rest-op-read"),
                vec![
                    ("parameters", with_day(&["fields", "expand", "ifNoneMatch", "acceptLanguage"])),
                    ("responses", read.into()),
                ],
            ),
        );
        let writing = ["ifMatch", "idempotencyKey", "acceptLanguage"];
        if may.update {
            for (method, verb, message) in
                [("patch", "change", "rest-op-patch"), ("put", "replace", "rest-op-put")]
            {
                single.insert(
                    method.to_string(),
                    add(
                        self.operation(object, verb, message),
                        vec![
                            ("parameters", with_day(&writing)),
                            ("requestBody", body(input.clone(), sent.clone())),
                            ("responses", answers(Deed::Changes, "200", whole()).into()),
                        ],
                    ),
                );
            }
        }
        if may.delete {
            let gone = answers(Deed::Removes, "204", json!({ "description": "No Content" }));
            single.insert(
                "delete".to_string(),
                add(
                    self.operation(object, "delete", "rest-op-delete"),
                    vec![("parameters", with_day(&writing)), ("responses", gone.into())],
                ),
            );
        }
        paths.insert(format!("/{}/{{id}}", object.def.path), single.into());

        if may.create || may.update {
            let schema = json!({
                "type": "object",
                "required": ["data"],
                "additionalProperties": false,
                "properties": {
                    "mode": { "type": "string", "enum": ["InsertAndUpdate", "InsertOnly"], "default": "InsertAndUpdate" },
                    "dryRun": { "type": "boolean", "default": false },
                    "data": { "type": "array", "maxItems": BULK_RECORDS, "items": input },
                },
            });
            let all: Vec<Json> =
                (1..=self.samples.count(object)).map(|n| self.example(v, object, n, false)).collect();
            let example = json!({ "mode": "InsertAndUpdate", "dryRun": true, "data": all });
            let result = json!({
                "dryRun": true, "created": 1, "updated": 0, "unchanged": 0, "refused": 0,
                "results": [{ "index": 0, "status": 201, "outcome": "created" }],
            });
            let done = json!({ "description": "BulkResult", "content": content(reference("schemas", "BulkResult"), result) });
            let operation = add(
                self.operation(object, "bulk", "rest-op-bulk"),
                vec![
                    ("parameters", parameters(&["idempotencyKey", "acceptLanguage"])),
                    ("requestBody", body(schema, example)),
                    ("responses", answers(Deed::Takes, "200", done).into()),
                ],
            );
            paths.insert(format!("/{}/bulk", object.def.path), json!({ "post": operation }));
        }

        let list_of = |items: Json| {
            let schema = json!({ "type": "object", "required": ["data"], "properties": { "data": { "type": "array", "items": items } } });
            json!({ "description": "data", "content": { "application/json": { "schema": schema } } })
        };
        let operation = add(
            self.operation(object, "history", "rest-op-history"),
            vec![
                ("parameters", parameters(&["limit", "acceptLanguage"])),
                (
                    "responses",
                    answers(Deed::Reads, "200", list_of(reference("schemas", "HistoryEntry"))).into(),
                ),
            ],
        );
        let path = format!("/{}/{{id}}/history", object.def.path);
        paths.insert(path, json!({ "parameters": parameters(&["id"]), "get": operation }));
        let entry = json!({ "allOf": [reference("schemas", "HistoryEntry"), {
            "type": "object", "required": ["id"], "properties": { "id": { "type": "integer", "format": "int64" } },
        }] });
        let schema = json!({
            "type": "object", "required": ["data", "next", "more"],
            "properties": {
                "data": { "type": "array", "items": entry }, "next": { "type": "string" }, "more": { "type": "boolean" },
            },
        });
        let fed = json!({
            "description": "data", "headers": { "Link": reference("headers", "Link") },
            "content": { "application/json": { "schema": schema } },
        });
        let operation = add(
            self.operation(object, "changes", "rest-op-changes"),
            vec![
                ("parameters", parameters(&["after", "limit", "acceptLanguage"])),
                ("responses", answers(Deed::Reads, "200", fed).into()),
            ],
        );
        paths.insert(format!("/{}/changes", object.def.path), json!({ "get": operation }));
        if dated {
            let operation = add(
                self.operation(object, "slices", "rest-op-slices"),
                vec![
                    ("parameters", parameters(&["fields", "expand", "acceptLanguage"])),
                    ("responses", answers(Deed::Reads, "200", list_of(record)).into()),
                ],
            );
            let path = format!("/{}/{{id}}/slices", object.def.path);
            paths.insert(path, json!({ "parameters": parameters(&["id"]), "get": operation }));
        }
    }

    /// A record as it is read, or as it is sent.
    fn example(&self, v: &View<'_>, object: &Arc<Object>, number: usize, read: bool) -> Json {
        let mut map = Map::new();
        if read {
            map.insert("id".to_string(), 12.into());
            if object.period.is_some() {
                map.insert("thread".to_string(), 12.into());
            }
            map.insert("version".to_string(), 1.into());
        }
        for field in &object.fields {
            if if read { readable(v, object, field) } else { writable(v, object, field) }
                && let Some(value) = example(&self.samples, object, field, number, read)
            {
                map.insert(field.name.to_string(), value);
            }
        }
        Json::Object(map)
    }
}

/// A value such as the field may have, where an example is better with it: what a record needs, and what it is about.
pub(super) fn example(
    samples: &Samples<'_>,
    object: &Arc<Object>,
    field: &Field,
    number: usize,
    read: bool,
) -> Option<Json> {
    use FieldType::{Email, Iban, Reference, References};
    if !needed(object, field) && !matches!(&field.ty, Reference(_) | References(_) | Email | Iban) {
        return None;
    }
    let value = samples.value(object, field, number)?;
    let whole = |key: &str, to: &str| json!({ "id": 7, "key": key, "label": samples.title(to) });
    Some(match (&field.ty, &value) {
        (FieldType::Reference(to), Value::Text(key)) if read => whole(key, to),
        (FieldType::References(to), Value::Text(key)) if read => json!([whole(key, to)]),
        (FieldType::References(_), Value::Text(key)) => json!([key]),
        (FieldType::Json, Value::Text(text)) => serde_json::from_str(text).unwrap_or_default(),
        _ => types::to_json(field, &value),
    })
}
