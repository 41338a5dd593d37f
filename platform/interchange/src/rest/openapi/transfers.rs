//! What is not a resource of the catalogue: the descriptions, and work in the background.

use serde_json::{Map, Value as Json, json};
use talang_catalogue::culture::CULTURES;
use talang_engine::{Action, View};

use super::problems::{Deed, answers};
use super::{Writer, content, parameters, reference};

impl Writer<'_> {
    /// What is not a resource of the catalogue.
    pub(super) fn own_paths(&self, paths: &mut Map<String, Json>) {
        for (path, id, message) in [
            ("/catalogue", "catalogue", "rest-op-catalogue"),
            ("/openapi.json", "openapi", "rest-op-openapi"),
        ] {
            let done = json!({ "description": "OK", "content": { "application/json": { "schema": { "type": "object" } } } });
            let operation = json!({
                "operationId": id,
                "summary": self.say(message, &[]),
                "parameters": parameters(&["acceptLanguage"]),
                "responses": answers(Deed::Reads, "200", done),
            });
            paths.insert(path.to_string(), json!({ "get": operation }));
        }
    }

    /// Jobs: imports and exports in the background.
    pub(super) fn job_paths(&self, v: &View<'_>, paths: &mut Map<String, Json>) {
        let text = || json!({ "type": "string" });
        let query = |name: &str, required: bool, schema: Json| json!({ "name": name, "in": "query", "required": required, "schema": schema });
        let id = json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "pattern": "^[a-z]+-[0-9]{1,18}$" } });
        let language = reference("parameters", "acceptLanguage");
        let key = reference("parameters", "idempotencyKey");
        let job = || json!({ "description": "Transfer", "content": { "application/json": { "schema": reference("schemas", "Transfer") } } });
        let operation = |id: &str, message: &str, parameters: Vec<Json>, responses: Map<String, Json>| json!({ "operationId": id, "summary": self.say(message, &[]), "parameters": parameters, "responses": responses });
        let catalogue = v.catalogue();
        let with = |action: Action| -> Vec<&str> {
            catalogue.objects().iter().filter(|o| v.rights().may(o, action)).map(|o| o.def.path).collect()
        };
        let link = |id: &str| json!({ "operationId": id, "parameters": { "id": "$response.body#/id" } });
        let mut begun = job();
        begun["headers"] = json!({
            "Location": reference("headers", "Location"), "Retry-After": reference("headers", "RetryAfter"),
        });
        begun["links"] = json!({
            "transfer": link("transfer"), "cancel": link("cancelTransfer"), "result": link("transferResult"),
        });
        let cultures: Vec<&str> = CULTURES.iter().map(|c| c.code).collect();
        let file = json!({ "schema": { "type": "string", "contentMediaType": "application/octet-stream" } });
        let mut import = operation(
            "importTransfer",
            "rest-op-job-import",
            vec![
                query("object", true, json!({ "type": "string", "enum": with(Action::Import) })),
                query("mode", false, json!({ "type": "string", "enum": ["InsertAndUpdate", "InsertOnly"] })),
                query("culture", false, json!({ "type": "string", "enum": cultures })),
                query("dryRun", false, json!({ "type": "boolean", "default": false })),
                key.clone(),
                language.clone(),
            ],
            answers(Deed::Takes, "202", begun.clone()),
        );
        import["requestBody"] = json!({ "required": true, "content": { "text/csv": file.clone(), "application/x-ndjson": file.clone() } });
        let mut export = operation(
            "exportTransfer",
            "rest-op-job-export",
            vec![key, language.clone()],
            answers(Deed::Takes, "202", begun),
        );
        let wish = json!({
            "type": "object",
            "required": ["object"],
            "properties": {
                "object": { "type": "string", "enum": with(Action::Export) },
                "filter": { "type": ["string", "null"], "format": "filter" },
                "q": { "type": ["string", "null"] },
                "adapted": { "type": ["string", "null"] },
                "asOf": { "anyOf": [{ "type": "string", "format": "date" }, { "const": "all" }, { "type": "null" }] },
                "culture": { "type": ["string", "null"], "enum": nullable(&cultures) },
                "format": { "type": ["string", "null"], "enum": ["ndjson", "csv", null], "default": "ndjson" },
                "fields": { "type": ["array", "null"], "items": text() },
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
            answers(Deed::Fetches, "200", fetched.clone()),
        );
        result["responses"]["206"] = fetched;
        let gone = json!({ "description": "No Content" });
        paths.insert("/transfers/import".to_string(), json!({ "post": import }));
        paths.insert("/transfers/export".to_string(), json!({ "post": export }));
        let list = operation(
            "transfers",
            "rest-op-jobs",
            vec![language.clone()],
            answers(Deed::Reads, "200", listed),
        );
        paths.insert("/transfers".to_string(), json!({ "get": list }));
        paths.insert(
            "/transfers/{id}".to_string(),
            json!({
                "parameters": [id.clone()],
                "get": operation("transfer", "rest-op-job", vec![language.clone()], answers(Deed::Reads, "200", job())),
                "delete": operation("cancelTransfer", "rest-op-job-cancel", vec![language], answers(Deed::Ends, "204", gone)),
            }),
        );
        paths.insert("/transfers/{id}/result".to_string(), json!({ "parameters": [id], "get": result }));
    }
}

/// Codes of which none may be given.
fn nullable(codes: &[&str]) -> Vec<Json> {
    codes.iter().map(|c| Json::from(*c)).chain([Json::Null]).collect()
}
