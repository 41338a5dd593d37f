//! The OpenAPI document (I10): sound, and fitting the rights of its reader.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use talang_catalogue::Language;
use talang_http::Method;
use talang_interchange::rest;
use talang_testkit::both;

use super::client::*;
/// Every `$ref` of a document.
fn refs(json: &Json, out: &mut BTreeSet<String>) {
    match json {
        Json::Object(map) => {
            if let Some(target) = map.get("$ref").and_then(Json::as_str) {
                out.insert(target.to_string());
            }
            map.values().for_each(|v| refs(v, out));
        }
        Json::Array(list) => list.iter().for_each(|v| refs(v, out)),
        _ => {}
    }
}

/// What OpenAPI 3.1 asks of a document's structure.
fn check_openapi(document: &Json) {
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."));
    assert!(document["info"]["title"].is_string() && document["info"]["version"].is_string());
    let mut targets = BTreeSet::new();
    refs(document, &mut targets);
    for target in &targets {
        assert!(document.pointer(target.trim_start_matches('#')).is_some(), "{target} points to nothing");
    }
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(schema.is_object(), "{name}");
        let known: BTreeSet<&str> = schema["properties"]
            .as_object()
            .map(|p| p.keys().map(String::as_str).collect())
            .unwrap_or_default();
        for required in schema["required"].as_array().into_iter().flatten() {
            assert!(
                known.contains(required.as_str().unwrap()),
                "{name} requires {required} that it does not have"
            );
        }
    }
    let mut operations = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        assert!(path.starts_with('/'));
        let resolve = |parameter: &Json| -> Json {
            match parameter["$ref"].as_str() {
                Some(target) => document.pointer(target.trim_start_matches('#')).unwrap().clone(),
                None => parameter.clone(),
            }
        };
        let shared: Vec<Json> = item["parameters"].as_array().into_iter().flatten().map(resolve).collect();
        for (method, operation) in item.as_object().unwrap().iter().filter(|(m, _)| *m != "parameters") {
            assert!(["get", "post", "put", "patch", "delete"].contains(&method.as_str()), "{method}");
            let id = operation["operationId"].as_str().unwrap();
            assert!(operations.insert(id.to_string()), "{id} occurs twice");
            assert!(!operation["responses"].as_object().unwrap().is_empty());
            let own = operation["parameters"].as_array().into_iter().flatten().map(resolve);
            let all: Vec<Json> = shared.iter().cloned().chain(own).collect();
            let places: BTreeSet<(String, String)> = all
                .iter()
                .map(|p| (p["in"].as_str().unwrap().to_string(), p["name"].as_str().unwrap().to_string()))
                .collect();
            assert_eq!(places.len(), all.len(), "{id}: a parameter occurs twice");
            for part in path.split('/').filter(|p| p.starts_with('{')) {
                let name = part.trim_matches(['{', '}']).to_string();
                let declared = all
                    .iter()
                    .any(|p| p["in"] == "path" && p["name"] == name.as_str() && p["required"] == true);
                assert!(declared, "{id}: {name} is not declared");
            }
            if matches!(method.as_str(), "post" | "put" | "patch") {
                let media = operation["requestBody"]["content"].as_object().unwrap();
                assert!(!media.is_empty() && media.values().all(|m| m["schema"].is_object()), "{id}");
                assert!(media.contains_key("application/json") || id == "importTransfer", "{id}");
            }
        }
    }
    for scheme in document["security"].as_array().unwrap().iter().flat_map(|s| s.as_object().unwrap().keys())
    {
        assert!(document["components"]["securitySchemes"][scheme].is_object(), "{scheme}");
    }
}

// I10, T9: the document tells the tenant's own catalogue, and to each what they may.
#[test]
fn the_openapi_document_is_sound_and_fits_the_rights_of_its_reader() {
    both(&SETUP, |kit| {
        let tenant = company(kit);
        let hanna = client(kit, &tenant, "hanna");
        let extra = json!({
            "object": "Employee", "code": "badge_colour", "field_type": "line", "label": { "en": "Badge colour" },
            "privacy_class": "work",
        });
        hanna.post("/extra-fields", &extra).is(201);
        let hanna = client(kit, &tenant, "hanna");
        let document = hanna.get("/openapi.json").is(200).json;
        check_openapi(&document);
        let schemas = &document["components"]["schemas"];
        assert_eq!(schemas["Employee"]["properties"]["badge_colour"]["title"], "Badge colour");
        assert!(schemas["EmployeeInput"]["properties"]["badge_colour"].is_object());
        assert!(schemas["Employee"]["properties"]["birth_date"].is_object());
        assert!(document["paths"]["/employees"]["post"].is_object());
        assert!(document["paths"]["/organisations/{id}/slices"]["get"].is_object());
        assert_eq!(document, rest::openapi(&hanna.scope).unwrap());
        // The example of a new record is one that the interface accepts.
        let example =
            &document["paths"]["/skills"]["post"]["requestBody"]["content"]["application/json"]["example"];
        hanna.post("/skills", example).is(201);
        // The tenant's own field works like any other.
        let id = id_of(&hanna, "employees", "number is E2");
        hanna.patch(&format!("/employees/{id}"), &json!({ "badge_colour": "red" })).is(200);
        assert_eq!(hanna.get("/employees?filter=badge_colour+is+red").is(200).texts("number"), ["E2"]);

        let rita = client(kit, &tenant, "rita");
        let document = rita.get("/openapi.json").is(200).json;
        check_openapi(&document);
        let schemas = &document["components"]["schemas"];
        assert!(schemas["Employee"]["properties"].get("birth_date").is_none());
        assert!(
            schemas.get("EmployeeInput").is_none() && document["paths"]["/employees"].get("post").is_none()
        );
        assert!(schemas.get("Skill").is_none() && document["paths"].get("/skills").is_none());
        for language in Language::ALL {
            let header = [("accept-language", language.code())];
            let document = rita.send(Method::Get, "/openapi.json", &header, "").is(200).json;
            let text = document.to_string();
            assert!(!text.contains("rest-") && !text.contains("{ $"), "{language:?} lacks a sentence");
            let mut reader = client(kit, &tenant, "rita");
            reader.scope.culture = talang_catalogue::Culture::of(language);
            let page = reader.get("/api").is(200);
            assert!(!page.text.contains("rest-op") && !page.text.contains("rest-pa"), "{language:?}");
        }
        let catalogue = rita.send(Method::Get, "/catalogue", &[("accept-language", "fr")], "").is(200);
        let employee = catalogue.json["data"]
            .as_array()
            .unwrap()
            .iter()
            .find(|o| o["name"] == "Employee")
            .unwrap()
            .clone();
        assert_eq!(employee["actions"], json!(["read"]));
        let label = kit.installation().registry().labels.object(Language::Fr, "Employee").to_string();
        assert_eq!(employee["label"], label.as_str());
        assert!(!employee.to_string().contains("birth_date"));
        let page = rita.get("/api").is(200);
        assert!(page.text.contains("/employees") && !page.text.contains("birth_date"));
        assert!(
            !page.text.contains("<script") && !page.text.contains("style="),
            "the security policy allows none"
        );
    });
}

// I10: an object is never hidden behind an address or a schema of the interface's own.
#[test]
fn nothing_of_the_interface_hides_an_object() {
    both(&SETUP, |kit| {
        let routes = rest::routes();
        let own: BTreeSet<&str> = routes
            .iter()
            .filter_map(|r| r.pattern.strip_prefix("/api/rest/v1/")?.split('/').next())
            .filter(|first| !first.starts_with('{'))
            .collect();
        assert!(own.contains("transfers") && own.contains("catalogue"), "{own:?}");
        let tenant = company(kit);
        let hanna = client(kit, &tenant, "hanna");
        let document = hanna.get("/openapi.json").is(200).json;
        for object in kit.installation().registry().objects.iter() {
            assert!(!own.contains(object.path), "{} has the address of something else", object.name);
            let schema = &document["components"]["schemas"][object.name];
            assert!(schema.is_null() || schema["properties"]["version"].is_object(), "{}", object.name);
            if !schema.is_null() {
                assert!(document["paths"][format!("/{}", object.path)]["get"].is_object(), "{}", object.name);
            }
        }
        assert!(document["components"]["schemas"]["Transfer"]["properties"]["state"].is_object());
    });
}
