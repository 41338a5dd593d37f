//! PATCH (RFC 7644 §3.5.2), applied to a resource as JSON; writing it is then the same as for PUT.

use serde_json::{Map, Value as Json};

use super::Refusal;
use super::filter::{Filter, Op, Target, member, target};

const PATCH: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
/// Most operations of a request.
const MOST: usize = 1_000;

fn syntax(detail: &str) -> Refusal {
    Refusal::of(400, "invalidSyntax", detail)
}

/// The resource after the operations of the request. `fixed` are attributes that clients cannot change.
pub(super) fn apply(before: &Json, request: &Json, fixed: &[&str]) -> Result<Json, Refusal> {
    let schemas = member(request, "schemas").and_then(Json::as_array);
    if !schemas.is_some_and(|s| s.iter().any(|s| s.as_str() == Some(PATCH))) {
        return Err(syntax("schemas must name the PatchOp"));
    }
    let operations = member(request, "Operations").and_then(Json::as_array);
    let operations = operations.ok_or_else(|| syntax("Operations is missing"))?;
    if operations.len() > MOST {
        return Err(Refusal::of(413, "tooMany", &format!("at most {MOST} operations")));
    }
    let mut resource = before.clone();
    for operation in operations {
        let op = member(operation, "op").and_then(Json::as_str).unwrap_or_default().to_ascii_lowercase();
        let value = member(operation, "value");
        let named = member(operation, "path").and_then(Json::as_str).filter(|p| !p.is_empty());
        // The whole of an extension.
        if let Some(schema) = named.filter(|p| p.to_ascii_lowercase().ends_with(":2.0:user")) {
            match (op.as_str(), value) {
                ("add" | "replace", Some(value @ Json::Object(_))) => {
                    for (path, value) in targets(schema, value)? {
                        set(&mut resource, &path, value, op == "add")?;
                    }
                    continue;
                }
                ("remove", _) => {
                    if let Json::Object(map) = &mut resource {
                        map.retain(|name, _| !name.eq_ignore_ascii_case(schema));
                    }
                    continue;
                }
                _ => {}
            }
        }
        let path = match named {
            Some(path) => Some(target(path)?),
            None => None,
        };
        if path.as_ref().is_some_and(|t| fixed.iter().any(|f| f.eq_ignore_ascii_case(&t.path.name))) {
            return Err(Refusal::of(400, "mutability", "this attribute cannot be changed"));
        }
        match (op.as_str(), path, value) {
            ("add" | "replace", None, Some(Json::Object(all))) => {
                for (name, value) in all {
                    for (path, value) in targets(name, value)? {
                        if !fixed.iter().any(|f| f.eq_ignore_ascii_case(&path.path.name)) {
                            set(&mut resource, &path, value, op == "add")?;
                        }
                    }
                }
            }
            ("add" | "replace", Some(path), Some(value)) => set(&mut resource, &path, value, op == "add")?,
            ("remove", Some(path), value) => remove(&mut resource, &path, value),
            ("remove", None, _) => return Err(Refusal::of(400, "noTarget", "remove needs a path")),
            ("add" | "replace", _, _) => return Err(Refusal::of(400, "invalidValue", "a value is missing")),
            _ => return Err(syntax("op must be add, replace or remove")),
        }
    }
    Ok(resource)
}

/// What a member of a value without path means: an attribute, a whole path (as some clients write), or the attributes of an
/// extension.
fn targets<'a>(name: &str, value: &'a Json) -> Result<Vec<(Target, &'a Json)>, Refusal> {
    match value {
        Json::Object(inside) if name.to_ascii_lowercase().starts_with("urn:") => {
            let in_schema =
                |(sub, value): (&String, &'a Json)| Ok((target(&format!("{name}:{sub}"))?, value));
            inside.iter().map(in_schema).collect()
        }
        _ => Ok(vec![(target(name)?, value)]),
    }
}

/// The name under which an object has a member, or the given one.
fn key(map: &Map<String, Json>, name: &str) -> String {
    map.keys().find(|k| k.eq_ignore_ascii_case(name)).cloned().unwrap_or_else(|| name.to_string())
}

/// The object in which the path begins: the resource, or its extension.
fn base<'a>(resource: &'a mut Json, path: &Target) -> Option<&'a mut Map<String, Json>> {
    let map = resource.as_object_mut()?;
    match &path.path.schema {
        Some(schema) if !path.path.is_core() => {
            let key = key(map, schema);
            map.entry(key).or_insert_with(|| Json::Object(Map::new())).as_object_mut()
        }
        _ => Some(map),
    }
}

fn set(resource: &mut Json, path: &Target, value: &Json, add: bool) -> Result<(), Refusal> {
    let Some(map) = base(resource, path) else { return Err(syntax("the path leads nowhere")) };
    let key = key(map, &path.path.name);
    if let Some(filter) = &path.filter {
        let list = map.entry(key).or_insert_with(|| Json::Array(Vec::new()));
        let Json::Array(list) = list else {
            return Err(Refusal::of(400, "invalidPath", "it has one value only"));
        };
        let mut found = false;
        for one in list.iter_mut().filter(|one| filter.holds(one)) {
            found = true;
            assign(one, path.path.sub.as_deref(), value);
        }
        if !found {
            // An addition whose filter says what the new value is, makes it (as directories expect).
            let Some(mut one) = made_by(filter).filter(|_| add || path.path.sub.is_some()) else {
                return Err(Refusal::of(400, "noTarget", "nothing fulfils the filter of the path"));
            };
            assign(&mut one, path.path.sub.as_deref(), value);
            list.push(one);
        }
        return Ok(());
    }
    match (&path.path.sub, map.get_mut(&key)) {
        (Some(sub), Some(Json::Array(list))) => {
            list.iter_mut().for_each(|one| assign(one, Some(sub), value));
        }
        (Some(sub), _) => {
            let one = map.entry(key).or_insert_with(|| Json::Object(Map::new()));
            assign(one, Some(sub), value);
        }
        (None, Some(Json::Array(list))) if add => {
            let more = match value {
                Json::Array(more) => more.clone(),
                one => vec![one.clone()],
            };
            for one in more {
                // What is there already is not added again.
                let same = |other: &&mut Json| match (member(other, "value"), member(&one, "value")) {
                    (Some(a), Some(b)) => a == b,
                    _ => **other == one,
                };
                if let Some(there) = list.iter_mut().find(same) {
                    *there = one;
                } else {
                    list.push(one);
                }
            }
        }
        _ => {
            map.insert(key, value.clone());
        }
    }
    Ok(())
}

fn assign(one: &mut Json, sub: Option<&str>, value: &Json) {
    match (sub, value) {
        (Some(sub), value) => {
            if let Json::Object(map) = one {
                let key = key(map, sub);
                map.insert(key, value.clone());
            }
        }
        (None, Json::Object(new)) => {
            if let Json::Object(map) = one {
                for (name, value) in new {
                    let key = key(map, name);
                    map.insert(key, value.clone());
                }
            }
        }
        (None, value) => *one = value.clone(),
    }
}

/// The value that a filter of equations describes.
fn made_by(filter: &Filter) -> Option<Json> {
    let mut map = Map::new();
    let parts: Vec<&Filter> = match filter {
        Filter::And(parts) => parts.iter().collect(),
        one => vec![one],
    };
    for part in parts {
        let Filter::Test(path, Op::Eq, value) = part else { return None };
        map.insert(path.name.clone(), value.clone());
    }
    Some(Json::Object(map))
}

fn remove(resource: &mut Json, path: &Target, value: Option<&Json>) {
    let Some(map) = base(resource, path) else { return };
    let key = key(map, &path.path.name);
    let Some(there) = map.get_mut(&key) else { return };
    match (there, &path.filter, &path.path.sub) {
        (Json::Array(list), Some(filter), None) => list.retain(|one| !filter.holds(one)),
        (Json::Array(list), filter, Some(sub)) => {
            for one in list.iter_mut().filter(|one| filter.as_ref().is_none_or(|f| f.holds(one))) {
                if let Json::Object(map) = one {
                    map.retain(|name, _| !name.eq_ignore_ascii_case(sub));
                }
            }
        }
        (Json::Object(one), None, Some(sub)) => one.retain(|name, _| !name.eq_ignore_ascii_case(sub)),
        // Some directories name what goes in the value.
        (Json::Array(list), None, None) if value.is_some_and(Json::is_array) => {
            let going: Vec<&Json> = value.and_then(Json::as_array).into_iter().flatten().collect();
            list.retain(|one| !going.iter().any(|g| member(g, "value") == member(one, "value")));
        }
        (_, _, None) => {
            map.shift_remove(&key);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn patched(operations: Json) -> Result<Json, Refusal> {
        let group = json!({
            "displayName": "HR", "members": [{ "value": "1" }, { "value": "2" }],
            "emails": [{ "type": "work", "value": "a@x.example" }],
        });
        apply(&group, &json!({ "schemas": [PATCH], "Operations": operations }), &["id"])
    }

    #[test]
    fn operations_are_applied_in_order() {
        // RFC 7644 §3.5.2, and the habits of directories
        let done = |operations: Json| patched(operations).expect("it can be done");
        let members = |json: &Json| {
            let all = json["members"].as_array().cloned().unwrap_or_default();
            all.iter().filter_map(|m| m["value"].as_str().map(str::to_string)).collect::<Vec<_>>().join(" ")
        };
        let add =
            done(json!([{ "op": "Add", "path": "members", "value": [{ "value": "3" }, { "value": "1" }] }]));
        assert_eq!(members(&add), "1 2 3");
        let one = done(json!([{ "op": "remove", "path": "members[value eq \"2\"]" }]));
        assert_eq!(members(&one), "1");
        let named = done(json!([{ "op": "Remove", "path": "members", "value": [{ "value": "1" }] }]));
        assert_eq!(members(&named), "2");
        assert_eq!(members(&done(json!([{ "op": "remove", "path": "members" }]))), "");
        let whole = done(
            json!([{ "op": "replace", "value": { "displayName": "Pay", "members": [{ "value": "9" }] } }]),
        );
        assert_eq!((whole["displayName"].as_str(), members(&whole).as_str()), (Some("Pay"), "9"));
        let work = done(
            json!([{ "op": "replace", "path": "emails[type eq \"work\"].value", "value": "b@x.example" }]),
        );
        assert_eq!(work["emails"][0]["value"], "b@x.example");
        let new =
            done(json!([{ "op": "add", "path": "emails[type eq \"home\"].value", "value": "h@x.example" }]));
        assert_eq!(new["emails"][1], json!({ "type": "home", "value": "h@x.example" }));
    }

    #[test]
    fn what_cannot_be_done_is_refused() {
        for (operations, kind) in [
            (json!([{ "op": "move", "path": "members" }]), "invalidSyntax"),
            (json!([{ "op": "remove" }]), "noTarget"),
            (json!([{ "op": "replace", "path": "id", "value": "7" }]), "mutability"),
            (json!([{ "op": "replace", "path": "members[", "value": "7" }]), "invalidPath"),
            (json!([{ "op": "replace", "path": "emails[type co \"x\"]", "value": {} }]), "noTarget"),
            (json!([{ "op": "add", "path": "members" }]), "invalidValue"),
        ] {
            assert_eq!(patched(operations.clone()).map_err(|r| r.kind).err(), Some(kind), "{operations}");
        }
    }
}
