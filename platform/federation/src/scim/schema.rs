//! What this interface can do, and which attributes resources have (RFC 7643 §5–7).

use serde_json::{Value as Json, json};
use talang_catalogue::culture::CULTURES;
use talang_http::Call;

use super::{Answer, ENTERPRISE, GROUP, Kind, LIST, MOST, PREFIX, Refusal, USER, groups, scim, users};

fn location(call: &Call, rest: &str) -> String {
    format!("{}{PREFIX}/{rest}", super::base(call))
}

/// `GET /ServiceProviderConfig`
pub(super) fn config(call: &Call) -> Answer {
    Ok(scim(&json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": { "supported": true },
        "bulk": { "supported": false, "maxOperations": 0, "maxPayloadSize": 0 },
        "filter": { "supported": true, "maxResults": MOST },
        "changePassword": { "supported": false },
        "sort": { "supported": false },
        "etag": { "supported": true },
        "authenticationSchemes": [{
            "type": "oauthbearertoken",
            "name": "Bearer token",
            "description": "The key of an application whose scopes name scim, or an OAuth 2.0 token for it.",
            "specUri": "https://www.rfc-editor.org/info/rfc6750",
            "primary": true,
        }],
        "meta": {
            "resourceType": "ServiceProviderConfig",
            "location": location(call, "ServiceProviderConfig"),
        },
    })))
}

fn all(resources: Vec<Json>) -> Json {
    json!({
        "schemas": [LIST],
        "totalResults": resources.len(),
        "startIndex": 1,
        "itemsPerPage": resources.len(),
        "Resources": resources,
    })
}

/// No filter counts here, and none is passed over in silence (RFC 7644 §4).
fn unfiltered(call: &Call) -> Result<(), Refusal> {
    match call.request.query("filter") {
        Some(_) => Err(Refusal::of(403, "", "these resources cannot be filtered")),
        None => Ok(()),
    }
}

fn resource_types(call: &Call) -> Vec<Json> {
    let one = |name: &str, path: &str, schema: &str, extensions: Json| {
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
            "id": name,
            "name": name,
            "endpoint": format!("/{path}"),
            "schema": schema,
            "schemaExtensions": extensions,
            "meta": { "resourceType": "ResourceType", "location": location(call, &format!("ResourceTypes/{name}")) },
        })
    };
    vec![
        one(
            users::Users::NAME,
            users::Users::PATH,
            USER,
            json!([{ "schema": ENTERPRISE, "required": false }]),
        ),
        one(groups::Groups::NAME, groups::Groups::PATH, GROUP, json!([])),
    ]
}

/// `GET /ResourceTypes`
pub(super) fn types(call: &Call) -> Answer {
    unfiltered(call)?;
    Ok(scim(&all(resource_types(call))))
}

/// `GET /ResourceTypes/{id}`
pub(super) fn one_type(call: &Call) -> Answer {
    by_id(resource_types(call), call.param("id"))
}

fn by_id(resources: Vec<Json>, id: &str) -> Answer {
    let found = resources.into_iter().find(|r| r.get("id").and_then(Json::as_str) == Some(id));
    found.map(|json| scim(&json)).ok_or_else(Refusal::missing)
}

/// An attribute with what is usual; `more` says what is not.
fn attribute(name: &str, description: &str, more: &Json) -> Json {
    let mut out = json!({
        "name": name,
        "type": "string",
        "multiValued": false,
        "description": description,
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
    });
    if let (Json::Object(out), Json::Object(more)) = (&mut out, more) {
        for (key, value) in more {
            out.insert(key.clone(), value.clone());
        }
        // Only texts have a case and references a target.
        if matches!(out.get("type").and_then(Json::as_str), Some("boolean" | "complex")) {
            out.shift_remove("caseExact");
            out.shift_remove("uniqueness");
        }
    }
    out
}

fn all_schemas(call: &Call) -> Vec<Json> {
    let none = json!({});
    let fixed = json!({ "mutability": "readOnly" });
    let schema = |id: &str, name: &str, description: &str, attributes: Json| {
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
            "id": id,
            "name": name,
            "description": description,
            "attributes": attributes,
            "meta": { "resourceType": "Schema", "location": location(call, &format!("Schemas/{id}")) },
        })
    };
    let cultures: Vec<&str> = CULTURES.iter().map(|c| c.code).collect();
    let exact = json!({ "caseExact": true });
    vec![
        schema(
            USER,
            "User",
            "An account",
            json!([
                attribute(
                    "userName",
                    "Login",
                    &json!({ "required": true, "uniqueness": "server", "mutability": "immutable" })
                ),
                attribute("externalId", "Identifier in the directory", &exact),
                attribute("active", "Whether the account can be used", &json!({ "type": "boolean" })),
                attribute("locale", "Language and formats", &json!({ "canonicalValues": cultures })),
                attribute(
                    "emails",
                    "Address for messages about the account",
                    &json!({
                        "type": "complex",
                        "multiValued": true,
                        "subAttributes": [
                            attribute("value", "Address", &none),
                            attribute("type", "Always work", &json!({ "canonicalValues": ["work"] })),
                        ],
                    })
                ),
                attribute(
                    "groups",
                    "Groups of the directory that the account is in",
                    &json!({
                        "type": "complex",
                        "multiValued": true,
                        "mutability": "readOnly",
                        "subAttributes": [
                            attribute("value", "Identifier of the group", &fixed),
                            attribute("$ref", "Address of the group", &json!({ "type": "reference", "referenceTypes": ["Group"], "mutability": "readOnly", "caseExact": true })),
                            attribute("display", "Name of the group", &fixed),
                        ],
                    })
                ),
            ]),
        ),
        schema(
            ENTERPRISE,
            "EnterpriseUser",
            "Whose account it is",
            json!([attribute("employeeNumber", "Number of the employee whose account it is", &none)]),
        ),
        schema(
            GROUP,
            "Group",
            "A group of the directory; which role its members have is decided here",
            json!([
                attribute("displayName", "Name", &json!({ "required": true, "uniqueness": "server" })),
                attribute("externalId", "Identifier in the directory", &exact),
                attribute(
                    "members",
                    "Accounts in the group",
                    &json!({
                        "type": "complex",
                        "multiValued": true,
                        "subAttributes": [
                            attribute("value", "Identifier of the account", &json!({ "mutability": "immutable" })),
                            attribute("$ref", "Address of the account", &json!({ "type": "reference", "referenceTypes": ["User"], "mutability": "immutable", "caseExact": true })),
                                attribute("type", "Always User", &json!({ "mutability": "immutable", "canonicalValues": ["User"] })),
                        ],
                    })
                ),
            ]),
        ),
    ]
}

/// `GET /Schemas`
pub(super) fn schemas(call: &Call) -> Answer {
    unfiltered(call)?;
    Ok(scim(&all(all_schemas(call))))
}

/// `GET /Schemas/{id}`
pub(super) fn one_schema(call: &Call) -> Answer {
    by_id(all_schemas(call), call.param("id"))
}
