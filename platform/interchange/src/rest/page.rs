//! The page that describes the interface to people: what there is, what it is called, and how to try it.

use std::sync::Arc;

use maud::{DOCTYPE, Markup, html};
use talang_catalogue::messages::Arg;
use talang_catalogue::{Field, FieldType, Object};
use talang_engine::{Action, Result, Scope, View};
use talang_http::{Call, Reply};

use super::PREFIX;
use super::catalogue::{readable, writable};
use super::examples::{LANGUAGES, beginning, requests};
use super::openapi::may;
use crate::sample::Samples;

/// `GET /api`, in a frame of its own; the server may put [`reference`] into the frame of its screens.
pub(crate) fn page(call: &Call) -> Result<Reply> {
    // In the language of the reader's screens, not in that of the browser.
    let scope = &call.scope;
    let content = reference(scope)?;
    let page = html! {
        (DOCTYPE)
        html lang=(scope.language().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (scope.text("rest-page-title")) " · " (scope.tenant().name()) }
                link rel="stylesheet" href=(talang_web::url("app.css"));
            }
            body { main.tl-main.mx-auto { (content) } }
        }
    };
    Ok(Reply::html(page.into_string()))
}

/// The content of the page: every resource that the scope may read, with its fields and requests to copy.
///
/// # Errors
/// Those of the store.
pub fn reference(scope: &Scope) -> Result<Markup> {
    scope.view(|v| {
        let catalogue = v.catalogue();
        let samples = Samples::new(&catalogue, &scope.installation().registry().labels, scope.language());
        let mastered = v.mastered()?;
        let labels = &scope.installation().registry().labels;
        let language = scope.language();
        let objects: Vec<_> = catalogue.objects().iter().filter(|o| v.rights().may(o, Action::Read)).cloned().collect();
        let mut modules: Vec<&str> = Vec::new();
        for object in &objects {
            if !modules.contains(&object.def.module) {
                modules.push(object.def.module);
            }
        }
        Ok(html! {
            div.tl-head {
                div.tl-head-words { h1 { (scope.text("rest-page-title")) } p.tl-text { (scope.text("rest-page-intro")) } }
                div.tl-actions {
                    a.btn href=(format!("{PREFIX}/catalogue")) { (scope.text("rest-page-catalogue")) }
                    a.btn.btn-primary href=(format!("{PREFIX}/openapi.json")) { (scope.text("rest-page-document")) }
                }
            }
            div.tl-stack {
                (section(&scope.text("rest-page-access"), html! {
                    p.tl-text { (scope.text("rest-page-access-text")) }
                    pre { code { (curl(&objects.first().map_or_else(|| "catalogue".to_string(), |o| format!("{}?limit=10", o.def.path)), "")) } }
                    @for (name, language) in LANGUAGES.iter().filter(|(_, l)| !beginning(l).is_empty()) {
                        p.tl-text { (scope.text("rest-page-beginning")) " " strong { (name) } }
                        pre { code data-beginning=(language) { (beginning(language)) } }
                    }
                }))
                (section(&scope.text("rest-page-parameters"), table(scope, &PARAMETERS)))
                (section(&scope.text("rest-page-headers"), table(scope, &HEADERS)))
                (section(&scope.text("rest-page-errors"), html! {
                    p.tl-text { (scope.text("rest-page-errors-text")) }
                    pre { code { (problem(scope)) } }
                }))
                (section(&scope.text("rest-page-jobs"), html! {
                    ul { @for (method, path, key) in JOBS { li { code { (method) " " (PREFIX) (path) } " " (scope.text(key)) } } }
                    pre { code { (curl("transfers/import?object=employees", " \\\n  --header 'Content-Type: application/x-ndjson' \\\n  --data-binary @employees.ndjson")) } }
                    pre { code { (curl("transfers/export", " \\\n  --header 'Content-Type: application/json' \\\n  --data '{\"object\": \"employees\", \"format\": \"csv\"}'")) } }
                    pre { code { (curl("transfers/employees-12/result", " \\\n  --output result --continue-at -")) } }
                }))
                (section(&scope.text("rest-page-resources"), html! {
                    @if objects.is_empty() { p.tl-text { (scope.text("rest-page-nothing")) } }
                    @for module in &modules {
                        h3 { (labels.module(language, module)) }
                        @for object in objects.iter().filter(|o| o.def.module == *module) {
                            (resource(v, scope, &samples, object, &mastered))
                        }
                    }
                }))
            }
        })
    })
}

const PARAMETERS: [(&str, &str); 10] = [
    ("filter", "rest-param-filter"),
    ("q", "rest-param-q"),
    ("sort", "rest-param-sort"),
    ("fields", "rest-param-fields"),
    ("expand", "rest-param-expand"),
    ("limit", "rest-param-limit"),
    ("cursor", "rest-param-cursor"),
    ("after", "rest-param-after"),
    ("asOf", "rest-param-as-of"),
    ("count", "rest-param-count"),
];

const HEADERS: [(&str, &str); 6] = [
    ("X-Api-Key", "rest-auth-key"),
    ("Authorization", "rest-auth-account"),
    ("If-Match", "rest-param-if-match"),
    ("If-None-Match", "rest-param-if-none-match"),
    ("Idempotency-Key", "rest-param-idempotency-key"),
    ("Accept-Language", "rest-param-accept-language"),
];

const JOBS: [(&str, &str, &str); 6] = [
    ("POST", "/transfers/import", "rest-op-job-import"),
    ("POST", "/transfers/export", "rest-op-job-export"),
    ("GET", "/transfers", "rest-op-jobs"),
    ("GET", "/transfers/{id}", "rest-op-job"),
    ("DELETE", "/transfers/{id}", "rest-op-job-cancel"),
    ("GET", "/transfers/{id}/result", "rest-op-job-result"),
];

fn section(title: &str, content: Markup) -> Markup {
    html! { section.card { div.tl-card-head { h2 { (title) } } div.tl-card-body { (content) } } }
}

fn table(scope: &Scope, rows: &[(&str, &str)]) -> Markup {
    html! {
        div.tl-scroll {
        table.tl-table {
            thead { tr { th scope="col" { (scope.text("rest-page-name")) } th scope="col" { (scope.text("rest-page-meaning")) } } }
            tbody { @for (name, key) in rows { tr { th scope="row" { code { (name) } } td { (scope.text(key)) } } } }
        }
        }
    }
}

fn resource(
    v: &View<'_>,
    scope: &Scope,
    samples: &Samples<'_>,
    object: &Arc<Object>,
    mastered: &[String],
) -> Markup {
    let labels = &scope.installation().registry().labels;
    let language = scope.language();
    let fields: Vec<&Field> = object.fields.iter().filter(|f| readable(v, object, f)).collect();
    html! {
        details id=(object.def.path) {
            summary { strong { (labels.objects(language, object.def.name)) } " " code { "/" (object.def.path) } }
            p { (labels.object_help(language, object.def)) }
            h4 { (scope.text("rest-page-operations")) }
            ul { @for (method, path, words) in operations(v, scope, object, mastered) { li { code { (method) " " (PREFIX) (path) } " " (words) } } }
            div.tl-scroll {
            table.tl-table {
                thead {
                    tr {
                        th scope="col" { (scope.text("rest-page-name")) }
                        th scope="col" { (scope.text("rest-page-type")) }
                        th scope="col" { (scope.text("rest-page-meaning")) }
                        th scope="col" { (scope.text("rest-page-properties")) }
                    }
                }
                tbody {
                    @for field in &fields {
                        tr {
                            th scope="row" { code { (field.name) } }
                            td { (type_of(field)) }
                            td {
                                strong { (labels.field(language, object.def.name, field)) }
                                " " (labels.field_help(language, object.def.name, field))
                            }
                            td { (properties(v, scope, object, field).join(", ")) }
                        }
                    }
                }
            }
            }
            h4 { (scope.text("rest-page-try")) }
            @let requests = requests(v, samples, object, mastered);
            @for (name, language) in LANGUAGES {
                details {
                    summary { (name) }
                    pre { code data-language=(language) { @for request in &requests { (request.code(language)) "\n" } } }
                }
            }
        }
    }
}

fn type_of(field: &Field) -> String {
    match &field.ty {
        FieldType::Reference(target) | FieldType::References(target) => {
            format!("{} → {target}", field.ty.name())
        }
        FieldType::Item(list) => format!("{} ({list})", field.ty.name()),
        FieldType::Choice(def) => def.items.iter().map(|i| i.code).collect::<Vec<_>>().join(" | "),
        ty => ty.name().to_string(),
    }
}

fn properties(v: &View<'_>, scope: &Scope, object: &Object, field: &Field) -> Vec<String> {
    [
        (object.key.contains(&field.index), "rest-page-key"),
        (field.mandatory, "rest-page-mandatory"),
        (field.unique, "rest-page-unique"),
        (!writable(v, object, field), "rest-page-read-only"),
        (field.extra, "rest-page-extra"),
    ]
    .into_iter()
    .filter(|(yes, _)| *yes)
    .map(|(_, key)| scope.text(key))
    .collect()
}

fn operations(
    v: &View<'_>,
    scope: &Scope,
    object: &Object,
    mastered: &[String],
) -> Vec<(&'static str, String, String)> {
    let registry = scope.installation().registry();
    let one = registry.labels.object(scope.language(), object.def.name);
    let many = registry.labels.objects(scope.language(), object.def.name);
    let say = |key: &str| {
        registry.messages.text(
            scope.language(),
            key,
            &[("object", Arg::from(one)), ("objects", Arg::from(many))],
        )
    };
    let path = object.def.path;
    let may = may(v, object, mastered);
    [
        (true, "GET", format!("/{path}"), "rest-op-list"),
        (may.create, "POST", format!("/{path}"), "rest-op-create"),
        (true, "GET", format!("/{path}/{{id}}"), "rest-op-read"),
        (may.update, "PATCH", format!("/{path}/{{id}}"), "rest-op-patch"),
        (may.update, "PUT", format!("/{path}/{{id}}"), "rest-op-put"),
        (may.delete, "DELETE", format!("/{path}/{{id}}"), "rest-op-delete"),
        (may.create || may.update, "POST", format!("/{path}/bulk"), "rest-op-bulk"),
        (true, "GET", format!("/{path}/changes"), "rest-op-changes"),
        (true, "GET", format!("/{path}/{{id}}/history"), "rest-op-history"),
        (object.period.is_some(), "GET", format!("/{path}/{{id}}/slices"), "rest-op-slices"),
    ]
    .into_iter()
    .filter(|(yes, ..)| *yes)
    .map(|(_, method, path, key)| (method, path, say(key)))
    .collect()
}

fn curl(path: &str, rest: &str) -> String {
    format!("curl --user \"$ACCOUNT\" --header \"X-Api-Key: $KEY\" \"$TALANG{PREFIX}/{path}\"{rest}")
}

fn problem(scope: &Scope) -> String {
    let registry = scope.installation().registry();
    let fault = talang_catalogue::Fault::new("value.mandatory").on("last_name");
    let entries = super::problem::entries(
        &[fault],
        &super::problem::Place::Body,
        "",
        scope
            .installation()
            .registry()
            .objects
            .iter()
            .find(|o| o.name == "Employee")
            .map(|d| Object::new(d, &[]))
            .as_ref(),
        scope.language(),
        registry,
    );
    serde_json::to_string_pretty(&serde_json::json!({
        "type": "urn:talang:fault:value.mandatory",
        "title": scope.text("rest-title-422"),
        "status": 422,
        "code": "value.mandatory",
        "detail": entries.first().and_then(|e| e.get("message")).cloned(),
        "errors": entries,
    }))
    .unwrap_or_default()
}
