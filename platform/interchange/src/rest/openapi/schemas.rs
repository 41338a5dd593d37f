//! The schemas and parameters that operations refer to.

use serde_json::{Map, Value as Json, json};
use talang_catalogue::{Field, FieldType, Object, types};
use talang_engine::View;

use super::super::catalogue::{readable, writable};
use super::super::{PAGE_DEFAULT, PAGE_LIMIT};
use super::{Writer, may, reference};

impl Writer<'_> {
    /// What is read, and what is written, of an object.
    pub(super) fn schemas(&self, v: &View<'_>, object: &Object, schemas: &mut Map<String, Json>) {
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

    /// `components/parameters`.
    pub(super) fn parameters(&self) -> Json {
        let query = |name: &str, key: &str, schema: Json| json!({ "name": name, "in": "query", "description": self.say(key, &[]), "schema": schema });
        let header = |name: &str, key: &str| json!({ "name": name, "in": "header", "description": self.say(key, &[]), "schema": { "type": "string" } });
        let key = || json!({ "type": "string", "pattern": "^[ -~]*[!-~][ -~]*$", "maxLength": 255 });
        let text = || json!({ "type": "string" });
        // What such a text may say is told in words; the format names it.
        let of = |format: &str| json!({ "type": "string", "format": format });
        let day = json!({ "type": "string", "format": "date" });
        let any_day = json!({ "anyOf": [day.clone(), { "const": "all" }] });
        let limit =
            json!({ "type": "integer", "minimum": 1, "maximum": PAGE_LIMIT, "default": PAGE_DEFAULT });
        json!({
            "filter": query("filter", "rest-param-filter", of("filter")),
            "q": query("q", "rest-param-q", text()),
            "sort": query("sort", "rest-param-sort", of("sort")),
            "fields": query("fields", "rest-param-fields", of("fields")),
            "expand": query("expand", "rest-param-expand", of("expand")),
            "limit": query("limit", "rest-param-limit", limit),
            "cursor": query("cursor", "rest-param-cursor", of("cursor")),
            "after": query("after", "rest-param-after", json!({ "type": "string", "pattern": "^([0-9]{1,18}|latest)?$" })),
            "asOf": query("asOf", "rest-param-as-of", any_day),
            "day": query("asOf", "rest-param-day", day),
            "count": query("count", "rest-param-count", json!({ "type": "boolean", "default": false })),
            "id": {
                "name": "id", "in": "path", "required": true, "description": self.say("rest-param-id", &[]),
                "schema": { "type": "integer", "format": "int64", "minimum": 1 },
                "example": 12,
            },
            "ifMatch": header("If-Match", "rest-param-if-match"),
            "ifNoneMatch": header("If-None-Match", "rest-param-if-none-match"),
            "idempotencyKey": { "name": "Idempotency-Key", "in": "header", "schema": key(),
                "description": self.say("rest-param-idempotency-key", &[]) },
            "acceptLanguage": header("Accept-Language", "rest-param-accept-language"),
        })
    }
}

/// The schemas that every document has.
pub(super) fn common_schemas() -> Map<String, Json> {
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
    // As far as every client reads whole numbers exactly.
    let number = || json!({ "type": "integer", "format": "int64", "minimum": 1, "maximum": 9_007_199_254_740_991_i64 });
    let all = json!({
        // With `fields` some of what it refers to instead, with `expand` all of it.
        "Reference": {
            "type": "object",
            "properties": {
                "id": { "type": "integer", "format": "int64" },
                "key": { "type": "string" },
                "label": {},
            },
            "additionalProperties": true,
        },
        "ReferenceInput": {
            "anyOf": [
                number(),
                { "type": "string", "pattern": "\\S" },
                { "type": "object", "required": ["id"], "properties": { "id": number() } },
                { "type": "object", "required": ["thread"], "properties": { "thread": number() } },
                { "type": "object", "required": ["key"], "properties": { "key": { "type": "string", "pattern": "\\S" } } },
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
