//! The service document and `$metadata`: CSDL in XML, and in JSON for clients of 4.01.

use std::fmt::Write;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};
use talang_catalogue::Object;
use talang_engine::{Scope, View};
use talang_http::{Call, Reply};

use super::model::{self, Navigation, Part, Property, Way};
use super::refusal::Answer;
use super::{Metadata, NAMESPACE, root, told};

/// `GET /`
pub(super) fn service(call: &Call, scope: &Scope) -> Answer<Reply> {
    let sets = scope.view(|v| {
        let labels = &scope.installation().registry().labels;
        let entry = |object: Arc<Object>| {
            let name = model::set_name(&object);
            let title = labels.objects(scope.language(), object.def.name);
            json!({ "name": name, "title": title, "kind": "EntitySet", "url": name })
        };
        Ok(model::objects(v).into_iter().map(entry).collect::<Vec<Json>>())
    })?;
    let mut body = Map::new();
    if Metadata::asked(call) != Metadata::None {
        body.insert("@odata.context".to_string(), format!("{}/$metadata", root(call)).into());
    }
    body.insert("value".to_string(), sets.into());
    Ok(told(call, &body.into()))
}

/// The vocabulary that says what conditions and orders may name. Clients know it; nothing is loaded from there.
const CAPABILITIES: &str =
    "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Capabilities.V1.xml";

/// An entity type with its set.
struct Described {
    object: Arc<Object>,
    properties: Vec<Property>,
    navigations: Vec<Navigation>,
}

/// `GET /$metadata`
pub(super) fn metadata(call: &Call, scope: &Scope) -> Answer<Reply> {
    let types = scope.view(|v: &mut View<'_>| {
        let describe = |object: Arc<Object>| Described {
            properties: model::properties(v, &object),
            navigations: model::navigations(v, &object),
            object,
        };
        Ok(model::objects(v).into_iter().map(describe).collect::<Vec<_>>())
    })?;
    let reply = match wants_json(call) {
        true => Reply::bytes("application/json", in_json(&types).to_string()).with("odata-version", "4.01"),
        false => Reply::bytes("application/xml; charset=utf-8", in_xml(&types)),
    };
    Ok(reply.with("cache-control", "private, no-cache"))
}

/// JSON is a format of 4.01: clients of 4.0 accept it for data and mean XML here.
fn wants_json(call: &Call) -> bool {
    let is_json = |text: &str| text.eq_ignore_ascii_case("json") || text.starts_with("application/json");
    match call.request.query("$format") {
        Some(format) => is_json(format),
        None => {
            let accept = call.request.header("accept").unwrap_or_default();
            call.request.header("odata-maxversion") == Some("4.01") && is_json(accept)
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Facets of a type: amounts and decimals have six places, instants microseconds.
fn facets(property: &Property) -> &'static [(&'static str, &'static str)] {
    match property.ty {
        "Edm.Decimal" => &[("Precision", "19"), ("Scale", "6")],
        "Edm.DateTimeOffset" => &[("Precision", "6")],
        _ => &[],
    }
}

fn in_xml(types: &[Described]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<edmx:Edmx Version=\"4.0\" \
         xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\">",
    );
    let _ = write!(
        out,
        "<edmx:Reference Uri=\"{CAPABILITIES}\"><edmx:Include Namespace=\"Org.OData.Capabilities.V1\"/></edmx:Reference>\
         <edmx:DataServices>"
    );
    let _ =
        write!(out, "<Schema Namespace=\"{NAMESPACE}\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">");
    for described in types {
        let _ = write!(
            out,
            "<EntityType Name=\"{}\"><Key><PropertyRef Name=\"id\"/></Key>",
            described.object.def.name
        );
        for property in &described.properties {
            let _ = write!(out, "<Property Name=\"{}\" Type=\"{}\"", escaped(&property.name), property.ty);
            if !property.nullable || property.part == Part::TargetKeys {
                out.push_str(" Nullable=\"false\"");
            }
            for (name, value) in facets(property) {
                let _ = write!(out, " {name}=\"{value}\"");
            }
            out.push_str("/>");
        }
        for navigation in &described.navigations {
            let ty = model::type_name(&navigation.target);
            let ty = if matches!(navigation.way, Way::To(_)) { ty } else { format!("Collection({ty})") };
            let _ = write!(out, "<NavigationProperty Name=\"{}\" Type=\"{ty}\"/>", escaped(&navigation.name));
        }
        out.push_str("</EntityType>");
    }
    out.push_str("<EntityContainer Name=\"Container\">");
    for described in types {
        let set = model::set_name(&described.object);
        let _ =
            write!(out, "<EntitySet Name=\"{set}\" EntityType=\"{}\">", model::type_name(&described.object));
        for navigation in &described.navigations {
            let target = model::set_name(&navigation.target);
            let _ = write!(
                out,
                "<NavigationPropertyBinding Path=\"{}\" Target=\"{target}\"/>",
                escaped(&navigation.name)
            );
        }
        for (term, list, names) in restrictions(described) {
            if names.is_empty() {
                continue;
            }
            let _ = write!(
                out,
                "<Annotation Term=\"Org.OData.Capabilities.V1.{term}\"><Record><PropertyValue Property=\"{list}\"><Collection>"
            );
            for name in names {
                let _ = write!(out, "<PropertyPath>{}</PropertyPath>", escaped(name));
            }
            out.push_str("</Collection></PropertyValue></Record></Annotation>");
        }
        out.push_str("</EntitySet>");
    }
    out.push_str("</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>");
    out
}

/// What conditions and orders may not name, so that clients do that work themselves.
fn restrictions(described: &Described) -> [(&'static str, &'static str, Vec<&str>); 2] {
    let names = |bad: &dyn Fn(&Property) -> bool| {
        described.properties.iter().filter(|p| bad(p)).map(|p| p.name.as_str()).collect::<Vec<_>>()
    };
    [
        ("FilterRestrictions", "NonFilterableProperties", names(&|p| !p.filterable(&described.object))),
        ("SortRestrictions", "NonSortableProperties", names(&|p| !p.sortable())),
    ]
}

/// OData CSDL JSON Representation 4.01.
fn in_json(types: &[Described]) -> Json {
    let mut schema = Map::new();
    let mut container = Map::new();
    container.insert("$Kind".to_string(), "EntityContainer".into());
    for described in types {
        let mut ty = Map::new();
        ty.insert("$Kind".to_string(), "EntityType".into());
        ty.insert("$Key".to_string(), json!(["id"]));
        for property in &described.properties {
            let mut entry = Map::new();
            let bare = property.ty.strip_prefix("Collection(").and_then(|t| t.strip_suffix(')'));
            if bare.is_some() {
                entry.insert("$Collection".to_string(), true.into());
            }
            if bare.unwrap_or(property.ty) != "Edm.String" {
                entry.insert("$Type".to_string(), property.ty.into());
            }
            if property.nullable && bare.is_none() {
                entry.insert("$Nullable".to_string(), true.into());
            }
            for (name, value) in facets(property) {
                entry.insert(format!("${name}"), value.parse::<i64>().unwrap_or_default().into());
            }
            ty.insert(property.name.clone(), entry.into());
        }
        let mut bindings = Map::new();
        for navigation in &described.navigations {
            let mut entry = Map::new();
            entry.insert("$Kind".to_string(), "NavigationProperty".into());
            entry.insert("$Type".to_string(), model::type_name(&navigation.target).into());
            match navigation.way {
                Way::To(_) => entry.insert("$Nullable".to_string(), true.into()),
                Way::From(_) => entry.insert("$Collection".to_string(), true.into()),
            };
            ty.insert(navigation.name.clone(), entry.into());
            bindings.insert(navigation.name.clone(), model::set_name(&navigation.target).into());
        }
        schema.insert(described.object.def.name.to_string(), ty.into());
        let mut set = Map::new();
        set.insert("$Collection".to_string(), true.into());
        set.insert("$Type".to_string(), model::type_name(&described.object).into());
        if !bindings.is_empty() {
            set.insert("$NavigationPropertyBinding".to_string(), bindings.into());
        }
        for (term, list, names) in restrictions(described) {
            if !names.is_empty() {
                set.insert(format!("@Org.OData.Capabilities.V1.{term}"), json!({ list: names }));
            }
        }
        container.insert(model::set_name(&described.object), set.into());
    }
    schema.insert("Container".to_string(), container.into());
    json!({
        "$Version": "4.01",
        "$EntityContainer": format!("{NAMESPACE}.Container"),
        NAMESPACE: schema,
    })
}
