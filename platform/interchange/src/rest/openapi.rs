//! The OpenAPI 3.1 document of a tenant's own catalogue, as far as the caller may read and write it (I10).

use serde_json::{Map, Value as Json, json};
use talang_catalogue::messages::Arg;
use talang_catalogue::{Field, FieldType, Object, types};
use talang_engine::{Action, Result, Scope, View};

use super::catalogue::{readable, writable};
use super::{BULK_RECORDS, PAGE_DEFAULT, PAGE_LIMIT, PREFIX};

/// The document, with labels and sentences in the scope's language.
///
/// # Errors
/// Those of the store.
pub fn openapi(scope: &Scope) -> Result<Json> {
    scope.view(|v| {
        let writer = Writer { scope, mastered: v.mastered()? };
        let catalogue = v.catalogue();
        let (mut paths, mut schemas, mut tags) = (Map::new(), common_schemas(), Vec::<Json>::new());
        for object in catalogue.objects().iter().filter(|o| v.rights().may(o, Action::Read)) {
            let module = writer.labels().module(scope.language(), object.def.module);
            if !tags.iter().any(|t| t.get("name").and_then(Json::as_str) == Some(module)) {
                tags.push(json!({ "name": module }));
            }
            writer.paths(v, object, &mut paths);
            writer.schemas(v, object, &mut schemas);
        }
        writer.own_paths(&mut paths);
        writer.job_paths(&mut paths);
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
            "components": {
                "schemas": schemas,
                "parameters": writer.parameters(),
                "responses": responses(),
                "headers": headers(),
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

    fn paths(&self, v: &View<'_>, object: &Object, paths: &mut Map<String, Json>) {
        let name = object.def.name;
        let may = may(v, object, &self.mastered);
        let record = reference("schemas", name);
        let input = reference("schemas", &format!("{name}Input"));
        let one = self.example(v, object, true);
        let sent = self.example(v, object, false);
        let problem = || reference("responses", "Problem");
        let reply = |status: &str, body: Json| {
            let mut map = Map::new();
            map.insert(status.to_string(), body);
            map.insert("default".to_string(), problem());
            map
        };
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
                vec![("parameters", parameters(&lists)), ("responses", reply("200", listed).into())],
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
            collection.insert(
                "post".to_string(),
                add(
                    self.operation(object, "create", "rest-op-create"),
                    vec![
                        ("parameters", parameters(&["idempotencyKey", "acceptLanguage"])),
                        ("requestBody", body(schema, sent.clone())),
                        ("responses", reply("201", created).into()),
                    ],
                ),
            );
        }
        paths.insert(format!("/{}", object.def.path), collection.into());

        let mut single = Map::new();
        single.insert("parameters".to_string(), parameters(&["id"]));
        let mut read = reply("200", whole());
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
                            ("responses", reply("200", whole()).into()),
                        ],
                    ),
                );
            }
        }
        if may.delete {
            let gone = reply("204", json!({ "description": "No Content" }));
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
            let example = json!({ "mode": "InsertAndUpdate", "dryRun": true, "data": [sent] });
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
                    ("responses", reply("200", done).into()),
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
                ("responses", reply("200", list_of(reference("schemas", "HistoryEntry"))).into()),
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
                ("responses", reply("200", fed).into()),
            ],
        );
        paths.insert(format!("/{}/changes", object.def.path), json!({ "get": operation }));
        if dated {
            let operation = add(
                self.operation(object, "slices", "rest-op-slices"),
                vec![
                    ("parameters", parameters(&["fields", "expand", "acceptLanguage"])),
                    ("responses", reply("200", list_of(record)).into()),
                ],
            );
            let path = format!("/{}/{{id}}/slices", object.def.path);
            paths.insert(path, json!({ "parameters": parameters(&["id"]), "get": operation }));
        }
    }

    /// What is not a resource of the catalogue.
    fn own_paths(&self, paths: &mut Map<String, Json>) {
        for (path, id, message) in [
            ("/catalogue", "catalogue", "rest-op-catalogue"),
            ("/openapi.json", "openapi", "rest-op-openapi"),
        ] {
            let done = json!({ "description": "OK", "content": { "application/json": { "schema": { "type": "object" } } } });
            let operation = json!({
                "operationId": id,
                "summary": self.say(message, &[]),
                "parameters": parameters(&["acceptLanguage"]),
                "responses": { "200": done, "default": reference("responses", "Problem") },
            });
            paths.insert(path.to_string(), json!({ "get": operation }));
        }
    }

    /// Jobs: imports and exports in the background.
    fn job_paths(&self, paths: &mut Map<String, Json>) {
        let text = || json!({ "type": "string" });
        let query = |name: &str, required: bool, schema: Json| json!({ "name": name, "in": "query", "required": required, "schema": schema });
        let id = json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "pattern": "^[a-z]+-[0-9]{1,18}$" } });
        let language = reference("parameters", "acceptLanguage");
        let key = reference("parameters", "idempotencyKey");
        let job = || json!({ "description": "Transfer", "content": { "application/json": { "schema": reference("schemas", "Transfer") } } });
        let operation = |id: &str, message: &str, parameters: Vec<Json>, status: &str, done: Json| {
            let mut responses = Map::new();
            responses.insert(status.to_string(), done);
            responses.insert("default".to_string(), reference("responses", "Problem"));
            json!({ "operationId": id, "summary": self.say(message, &[]), "parameters": parameters, "responses": responses })
        };
        let file = json!({ "schema": { "type": "string", "contentMediaType": "application/octet-stream" } });
        let mut import = operation(
            "importTransfer",
            "rest-op-job-import",
            vec![
                query("object", true, text()),
                query("mode", false, json!({ "type": "string", "enum": ["InsertAndUpdate", "InsertOnly"] })),
                query("culture", false, text()),
                query("dryRun", false, json!({ "type": "boolean", "default": false })),
                key.clone(),
                language.clone(),
            ],
            "202",
            job(),
        );
        import["requestBody"] = json!({ "required": true, "content": { "text/csv": file.clone(), "application/x-ndjson": file.clone() } });
        let mut export =
            operation("exportTransfer", "rest-op-job-export", vec![key, language.clone()], "202", job());
        let wish = json!({
            "type": "object",
            "required": ["object"],
            "properties": {
                "object": text(), "filter": text(), "q": text(), "asOf": text(), "culture": text(), "adapted": text(),
                "format": { "type": "string", "enum": ["ndjson", "csv"], "default": "ndjson" },
                "fields": { "type": "array", "items": text() },
            },
            "additionalProperties": false,
        });
        export["requestBody"] = json!({
            "required": true,
            "content": content(wish, json!({ "object": "employees", "format": "csv", "fields": ["number", "last_name"] })),
        });
        let jobs = json!({ "type": "object", "required": ["data"], "properties": { "data": { "type": "array", "items": reference("schemas", "Transfer") } } });
        let listed = json!({ "description": "data", "content": { "application/json": { "schema": jobs } } });
        let range = json!({ "name": "Range", "in": "header", "schema": { "type": "string" } });
        let fetched = json!({ "description": "OK", "content": { "text/csv": file.clone(), "application/x-ndjson": file } });
        let mut result = operation(
            "transferResult",
            "rest-op-job-result",
            vec![range, language.clone()],
            "200",
            fetched.clone(),
        );
        result["responses"]["206"] = fetched;
        let gone = json!({ "description": "No Content" });
        paths.insert("/transfers/import".to_string(), json!({ "post": import }));
        paths.insert("/transfers/export".to_string(), json!({ "post": export }));
        let list = operation("transfers", "rest-op-jobs", vec![language.clone()], "200", listed);
        paths.insert("/transfers".to_string(), json!({ "get": list }));
        paths.insert(
            "/transfers/{id}".to_string(),
            json!({
                "parameters": [id.clone()],
                "get": operation("transfer", "rest-op-job", vec![language.clone()], "200", job()),
                "delete": operation("cancelTransfer", "rest-op-job-cancel", vec![language], "204", gone),
            }),
        );
        paths.insert("/transfers/{id}/result".to_string(), json!({ "parameters": [id], "get": result }));
    }

    /// What is read, and what is written, of an object.
    fn schemas(&self, v: &View<'_>, object: &Object, schemas: &mut Map<String, Json>) {
        let mut properties = Map::new();
        let number = json!({ "type": "integer", "format": "int64", "readOnly": true });
        properties.insert("id".to_string(), number.clone());
        let mut required = vec!["id", "version"];
        if object.period.is_some() {
            properties.insert("thread".to_string(), number.clone());
            required.push("thread");
        }
        properties.insert("version".to_string(), number);
        let mut input = properties.clone();
        for field in &object.fields {
            if readable(v, object, field) {
                properties.insert(field.name.to_string(), self.schema(object, field, false));
            }
            if writable(v, object, field) {
                input.insert(field.name.to_string(), self.schema(object, field, true));
            }
        }
        let language = self.scope.language();
        let title = self.labels().object(language, object.def.name);
        let help = self.labels().object_help(language, object.def);
        schemas.insert(
            object.def.name.to_string(),
            json!({ "type": "object", "title": title, "description": help, "required": required, "properties": properties }),
        );
        let may = may(v, object, &self.mastered);
        if may.create || may.update {
            schemas.insert(
                format!("{}Input", object.def.name),
                json!({ "type": "object", "title": title, "properties": input, "additionalProperties": false }),
            );
        }
    }

    fn schema(&self, object: &Object, field: &Field, write: bool) -> Json {
        let one = reference("schemas", if write { "ReferenceInput" } else { "Reference" });
        let mut schema = match &field.ty {
            FieldType::Reference(_) if field.mandatory => json!({ "allOf": [one] }),
            FieldType::Reference(_) => json!({ "anyOf": [one, { "type": "null" }] }),
            FieldType::References(_) => json!({ "type": ["array", "null"], "items": one }),
            _ => types::json_schema(field),
        };
        if let Some(map) = schema.as_object_mut() {
            let language = self.scope.language();
            let help = self.labels().field_help(language, object.def.name, field);
            map.insert("title".to_string(), self.labels().field(language, object.def.name, field).into());
            if help.is_empty() {
                map.remove("description");
            } else {
                map.insert("description".to_string(), help.into());
            }
            match &field.ty {
                FieldType::Reference(target) | FieldType::References(target) => {
                    map.insert("x-object".to_string(), target.as_ref().into());
                }
                _ => {}
            }
            if field.extra {
                map.insert("x-extra".to_string(), true.into());
            }
        }
        schema
    }

    /// A record as it is read, or as it is sent.
    fn example(&self, v: &View<'_>, object: &Object, read: bool) -> Json {
        let mut map = Map::new();
        if read {
            map.insert("id".to_string(), 12.into());
            if object.period.is_some() {
                map.insert("thread".to_string(), 12.into());
            }
            map.insert("version".to_string(), 1.into());
        }
        for field in object.fields.iter().filter(|f| f.mandatory || object.key.contains(&f.index)) {
            if if read { readable(v, object, field) } else { writable(v, object, field) } {
                map.insert(field.name.to_string(), example(field, read));
            }
        }
        Json::Object(map)
    }

    fn parameters(&self) -> Json {
        let query = |name: &str, key: &str, schema: Json| json!({ "name": name, "in": "query", "description": self.say(key, &[]), "schema": schema });
        let header = |name: &str, key: &str| json!({ "name": name, "in": "header", "description": self.say(key, &[]), "schema": { "type": "string" } });
        let key = || json!({ "type": "string", "minLength": 1, "maxLength": 255 });
        let text = || json!({ "type": "string" });
        let day = json!({ "type": "string", "format": "date" });
        let any_day = json!({ "anyOf": [day.clone(), { "const": "all" }] });
        let limit =
            json!({ "type": "integer", "minimum": 1, "maximum": PAGE_LIMIT, "default": PAGE_DEFAULT });
        json!({
            "filter": query("filter", "rest-param-filter", text()),
            "q": query("q", "rest-param-q", text()),
            "sort": query("sort", "rest-param-sort", text()),
            "fields": query("fields", "rest-param-fields", text()),
            "expand": query("expand", "rest-param-expand", text()),
            "limit": query("limit", "rest-param-limit", limit),
            "cursor": query("cursor", "rest-param-cursor", text()),
            "after": query("after", "rest-param-after", json!({ "type": "string", "pattern": "^([0-9]{1,18}|latest)$" })),
            "asOf": query("asOf", "rest-param-as-of", any_day),
            "day": query("asOf", "rest-param-day", day),
            "count": query("count", "rest-param-count", json!({ "type": "boolean", "default": false })),
            "id": {
                "name": "id", "in": "path", "required": true, "description": self.say("rest-param-id", &[]),
                "schema": { "type": "integer", "format": "int64" },
            },
            "ifMatch": header("If-Match", "rest-param-if-match"),
            "ifNoneMatch": header("If-None-Match", "rest-param-if-none-match"),
            "idempotencyKey": { "name": "Idempotency-Key", "in": "header", "schema": key(),
                "description": self.say("rest-param-idempotency-key", &[]) },
            "acceptLanguage": header("Accept-Language", "rest-param-accept-language"),
        })
    }
}

/// A value such as the field may have.
pub(crate) fn example(field: &Field, read: bool) -> Json {
    match &field.ty {
        FieldType::Code => "A100".into(),
        FieldType::Line | FieldType::Long => "Text".into(),
        FieldType::Translated => json!({ "en": "Text", "fr": "Texte" }),
        FieldType::Bool => true.into(),
        FieldType::Integer => field.bounds.min.unwrap_or(1).max(1).into(),
        FieldType::Decimal | FieldType::Percent => 12.5.into(),
        FieldType::Money => json!({ "amount": 1250.5, "currency": "EUR" }),
        FieldType::Date => "2026-01-01".into(),
        FieldType::Instant => "2026-01-01T08:30:00Z".into(),
        FieldType::Time => "08:30:00".into(),
        FieldType::Duration => "PT7H30M".into(),
        FieldType::Email => "anna.schmidt@example.com".into(),
        FieldType::Phone => "+442079460018".into(),
        FieldType::Url => "https://example.com/".into(),
        FieldType::Iban => "DE89370400440532013000".into(),
        FieldType::Language => "en".into(),
        FieldType::Country => "FR".into(),
        FieldType::Currency => "EUR".into(),
        FieldType::Culture => "en-GB".into(),
        FieldType::Choice(def) => def.items.first().map_or(Json::Null, |i| i.code.into()),
        FieldType::Item(_) => "CODE".into(),
        FieldType::Reference(_) if read => json!({ "id": 7, "key": "SALES", "label": "Sales" }),
        FieldType::References(_) if read => json!([{ "id": 7, "key": "SALES", "label": "Sales" }]),
        FieldType::Reference(_) => "SALES".into(),
        FieldType::References(_) => json!(["SALES"]),
        FieldType::Json => json!({}),
        FieldType::File => "0c2f1a9e".into(),
    }
}

fn common_schemas() -> Map<String, Json> {
    let error = json!({
        "type": "object",
        "required": ["code", "message"],
        "properties": {
            "code": { "type": "string" },
            "field": { "type": "string" },
            "pointer": { "type": "string", "format": "json-pointer" },
            "parameter": { "type": "string" },
            "header": { "type": "string" },
            "message": { "type": "string" },
        },
    });
    let all = json!({
        "Reference": {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": { "type": "integer", "format": "int64" },
                "key": { "type": "string" },
                "label": {},
            },
            "additionalProperties": true,
        },
        "ReferenceInput": {
            "anyOf": [
                { "type": "integer", "format": "int64" },
                { "type": "string" },
                { "type": "object", "anyOf": [{ "required": ["id"] }, { "required": ["key"] }] },
            ],
        },
        "Error": error,
        "Problem": {
            "type": "object",
            "required": ["type", "title", "status", "code", "detail", "errors"],
            "properties": {
                "type": { "type": "string", "format": "uri" },
                "title": { "type": "string" },
                "status": { "type": "integer" },
                "code": { "type": "string" },
                "detail": { "type": "string" },
                "errors": { "type": "array", "items": reference("schemas", "Error") },
            },
        },
        "BulkResult": {
            "type": "object",
            "required": ["dryRun", "created", "updated", "unchanged", "refused", "results"],
            "properties": {
                "dryRun": { "type": "boolean" },
                "created": { "type": "integer" },
                "updated": { "type": "integer" },
                "unchanged": { "type": "integer" },
                "refused": { "type": "integer" },
                "results": { "type": "array", "items": {
                    "type": "object",
                    "required": ["index", "status", "outcome"],
                    "properties": {
                        "index": { "type": "integer" },
                        "status": { "type": "integer" },
                        "outcome": { "type": "string", "enum": ["created", "updated", "unchanged", "refused"] },
                        "id": { "type": "integer", "format": "int64" },
                        "thread": { "type": "integer", "format": "int64" },
                        "errors": { "type": "array", "items": reference("schemas", "Error") },
                    },
                } },
            },
        },
        "Transfer": {
            "type": "object",
            "required": ["id", "type", "state", "object", "created_at", "finished_at", "done", "total", "counts", "errors", "result"],
            "properties": {
                "id": { "type": "string" },
                "type": { "type": "string", "enum": ["import", "export"] },
                "state": { "type": "string", "enum": ["waiting", "running", "done", "failed", "cancelled"] },
                "object": { "type": ["string", "null"] },
                "created_at": { "type": "string", "format": "date-time" },
                "finished_at": { "type": ["string", "null"], "format": "date-time" },
                "done": { "type": ["integer", "null"] },
                "total": { "type": ["integer", "null"] },
                "counts": { "anyOf": [{ "type": "null" }, {
                    "type": "object",
                    "required": ["created", "updated", "unchanged", "refused"],
                    "properties": {
                        "created": { "type": "integer" }, "updated": { "type": "integer" },
                        "unchanged": { "type": "integer" }, "refused": { "type": "integer" },
                    },
                }] },
                "errors": { "type": "array", "items": reference("schemas", "Error") },
                "result": { "type": ["string", "null"] },
            },
        },
        "HistoryEntry": {
            "type": "object",
            "required": ["seq", "at", "actor", "door", "action", "changes"],
            "properties": {
                "seq": { "type": "integer", "format": "int64" },
                "at": { "type": "string", "format": "date-time" },
                "actor": { "type": ["string", "null"] },
                "on_behalf_of": { "type": ["string", "null"] },
                "door": { "type": "string" },
                "action": { "type": "string", "enum": ["create", "update", "delete"] },
                "changes": { "type": "array", "items": {
                    "type": "object",
                    "required": ["field", "label", "old", "new"],
                    "properties": { "field": { "type": "string" }, "label": { "type": "string" }, "old": {}, "new": {} },
                } },
            },
        },
    });
    match all {
        Json::Object(map) => map,
        _ => Map::new(),
    }
}

fn responses() -> Json {
    let example = json!({
        "type": "urn:talang:fault:value.date",
        "title": "Invalid data",
        "status": 422,
        "code": "value.date",
        "detail": "Hire date is not a valid date. Write it like 2026-12-31.",
        "errors": [{
            "code": "value.date", "field": "hire_date", "pointer": "/hire_date",
            "message": "Hire date is not a valid date. Write it like 2026-12-31.",
        }],
    });
    json!({
        "Problem": {
            "description": "RFC 9457",
            "content": { "application/problem+json": { "schema": reference("schemas", "Problem"), "example": example } },
        },
    })
}

fn headers() -> Json {
    let text = |name: &str| json!({ "description": name, "schema": { "type": "string" } });
    json!({ "ETag": text("\"3\""), "Link": text("<…>; rel=\"next\""), "Location": text(PREFIX) })
}
