//! Under access settings: connecting an identity provider step by step, with a test before it is switched on (A6).

mod client;
mod page;
mod report;

use maud::html;
use talang_catalogue::labels::text_in;
use talang_catalogue::{BusinessObject, Choice, Fault, Kind, Texts, Value};
use talang_engine::objects::access_policy::{IdentityProvider, SignOnProtocol};
use talang_engine::{Action, Error, MenuEntry, Query, Result};
use talang_http::{Access, Call, Reply, Route};
use talang_screens::components::{
    Cell, Column, Control, Crumb, Input, List, Opt, Problem, Row, TextKind, Tone, badge, card, empty_state,
    error_summary, form_bar, icon, input, list as list_view,
};
use talang_screens::page::{Head, csrf_field, done, fault_text, page_with, section_name, ui};

use crate::provider::Provider;

/// The name of the object that all these pages are about.
const OBJECT: &str = "IdentityProvider";
/// Where they are.
const HERE: &str = "/access/providers";

/// The routes of these pages.
pub(crate) fn routes() -> Vec<Route> {
    let read = Access::Right(OBJECT, Action::Read);
    let update = Access::Right(OBJECT, Action::Update);
    let create = Access::Right(OBJECT, Action::Create);
    vec![
        Route::get("/access/providers", read, list),
        Route::get("/access/providers/new", create, new),
        Route::post("/access/providers/new", create, make),
        Route::get("/access/providers/{id}", read, page::page),
        Route::post("/access/providers/{id}/metadata", update, page::read_metadata),
        Route::post("/access/providers/{id}/attributes", update, page::add_attribute),
        Route::post("/access/providers/{id}/attributes/remove", update, page::remove_attribute),
        Route::post("/access/providers/{id}/roles", update, page::add_role),
        Route::post("/access/providers/{id}/roles/remove", update, page::remove_role),
        Route::post("/access/providers/{id}/test", update, report::start),
        Route::get("/access/providers/{id}/test/{state}", update, report::page),
        Route::post("/access/providers/{id}/active", update, page::switch).confirmed(),
        Route::post("/access/providers/{id}/client", update, client::save).confirmed(),
        Route::post("/access/providers/{id}/client/remove", update, client::remove).confirmed(),
        Route::post("/access/providers/{id}/key", update, page::own_key).confirmed(),
    ]
}

/// Their entry of the menu.
pub(crate) fn menu() -> Vec<MenuEntry> {
    vec![MenuEntry {
        section: "access",
        href: HERE,
        icon: "login-2",
        right: Some((OBJECT, Action::Read)),
        object: OBJECT,
        record: "/access/providers/{id}",
        ..MenuEntry::default()
    }]
}

/// The provider of the path, as the caller sees it.
fn provider(call: &Call) -> Result<Provider> {
    let id = call.id("id")?;
    call.scope.view(|v| {
        let object = v.object(OBJECT)?;
        Ok(Provider { id, row: IdentityProvider::from_record(&v.get(&object, id)?) })
    })
}

fn crumbs(call: &Call, name: &str) -> Vec<Crumb> {
    let labels = &call.installation.registry().labels;
    let mut all = vec![Crumb { label: section_name(call, "access"), href: "/o?module=access".into() }];
    if !name.is_empty() {
        all.push(Crumb {
            label: labels.objects(call.scope.language(), OBJECT).to_string(),
            href: HERE.into(),
        });
    }
    all
}

/// What is wrong with what was sent; anything else stays a failure.
fn refusals(error: Error) -> Result<Vec<Fault>> {
    if error.is_of_the_form() { Ok(error.faults()) } else { Err(error) }
}

/// The label and the help of a field.
fn words_of(call: &Call, object: &str, field: &str) -> (String, String) {
    let registry = call.installation.registry();
    let def = registry.objects.iter().find(|o| o.name == object);
    let Some(field) = def.and_then(|d| d.fields.iter().find(|f| f.name == field)) else {
        return (field.to_string(), String::new());
    };
    let (labels, language) = (&registry.labels, call.scope.language());
    (
        labels.field(language, object, field).to_string(),
        labels.field_help(language, object, field).to_string(),
    )
}

/// A field's label.
fn label(call: &Call, field: &str) -> String {
    words_of(call, OBJECT, field).0
}

fn protocol_name(call: &Call, provider: &Provider) -> String {
    let code = provider.row.protocol.0.map(|p| p.code()).unwrap_or_default();
    call.installation.registry().labels.choice(call.scope.language(), "SignOnProtocol", code).to_string()
}

/// Whether it is on, as a badge.
fn state(call: &Call, provider: &Provider) -> maud::Markup {
    let ui = ui(call);
    match (provider.row.active, provider.row.tested_at) {
        (true, _) => badge(Tone::Success, &ui.say("providers-active")),
        (false, Some(_)) => badge(Tone::Neutral, &ui.say("providers-inactive")),
        (false, None) => badge(Tone::Warning, &ui.say("providers-untested")),
    }
}

/// `GET /access/providers`
fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let (found, may_create) = call.scope.view(|v| {
        let object = v.object(OBJECT)?;
        let sort = v.sort(&object, "sort_order,code")?;
        let found = v.typed_list::<IdentityProvider>(&Query { sort, ..Query::default() })?;
        Ok((found, v.rights().may(&object, Action::Create)))
    })?;
    let rows = found
        .into_iter()
        .map(|(id, row)| {
            let provider = Provider { id, row };
            let name = provider.label(call);
            Row {
                id: id.to_string(),
                href: Some(format!("{HERE}/{id}")),
                title: name.clone(),
                cells: vec![
                    name.into(),
                    protocol_name(call, &provider).into(),
                    provider.row.issuer.0.clone().into(),
                    Cell::from(state(call, &provider)),
                    Cell::from(page::expiry(call, &provider)),
                ],
                ..Row::default()
            }
        })
        .collect();
    let add = html! {
        @if may_create { a.btn.btn-primary href={ (HERE) "/new" } { (icon("plus")) (ui.say("providers-new")) } }
    };
    let column = |label: String| Column { label, ..Column::default() };
    let table = List {
        id: "providers".into(),
        caption: labels.objects(ui.language, OBJECT).to_string(),
        columns: vec![
            column(label(call, "label")),
            column(label(call, "protocol")),
            column(label(call, "issuer")),
            column(ui.say("providers-state")),
            column(label(call, "certificate")),
        ],
        rows,
        empty: Some(empty_state(
            "login-2",
            &ui.say("providers-empty"),
            &ui.say("providers-empty-text"),
            add.clone(),
        )),
        ..List::default()
    };
    let (title, text) = (labels.objects(ui.language, OBJECT).to_string(), ui.say("providers-text"));
    let crumbs = crumbs(call, "");
    let head = Head {
        title: &title,
        text: &text,
        menu: HERE,
        crumbs: &crumbs,
        actions: add,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, list_view(&ui, &table))
}

/// `GET /access/providers/new`
fn new(call: &Call) -> Result<Reply> {
    new_form(call, &[])
}

fn new_form(call: &Call, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let object = call.scope.view(|v| v.object(OBJECT))?;
    let at = |name: &str| {
        let fault = faults.iter().find(|f| f.field.as_deref() == Some(name))?;
        Some(fault_text(call, Some(&object), fault))
    };
    let help = |name: &str| words_of(call, OBJECT, name).1;
    let chosen = match call.request.sent("protocol") {
        empty if empty.is_empty() => SignOnProtocol::Saml.code().to_string(),
        chosen => chosen,
    };
    let options = <SignOnProtocol as Choice>::DEF
        .items
        .iter()
        .map(|item| Opt {
            value: item.code.to_string(),
            label: labels.choice(ui.language, "SignOnProtocol", item.code).to_string(),
        })
        .collect();
    let problems: Vec<Problem> = faults
        .iter()
        .map(|f| Problem {
            field: f.field.clone().unwrap_or_default(),
            text: fault_text(call, Some(&object), f),
        })
        .collect();
    let text = |name: &str, kind: TextKind| Input {
        name: name.to_string(),
        label: label(call, name),
        help: help(name),
        control: Control::Text { value: call.request.sent(name), kind, max: None },
        required: true,
        error: at(name),
        ..Input::default()
    };
    let content = html! {
        form method="post" action={ (HERE) "/new" } data-guard {
            (csrf_field(call))
            (error_summary(&ui, &problems))
            (card("", html! {}, false, html! {
                div.tl-form {
                    (input(&ui, &Input {
                        name: "protocol".into(),
                        label: label(call, "protocol"),
                        help: help("protocol"),
                        control: Control::Select { value: chosen, options },
                        required: true,
                        error: at("protocol"),
                        ..Input::default()
                    }))
                    (input(&ui, &text("label", TextKind::Plain)))
                    (input(&ui, &text("code", TextKind::Code)))
                }
                (form_bar(&ui, HERE, &ui.say("providers-next"), html! {}))
            }))
        }
    };
    let (title, lead) = (ui.say("providers-new"), ui.say("providers-new-text"));
    let crumbs = crumbs(call, "new");
    let head =
        Head { title: &title, text: &lead, menu: HERE, crumbs: &crumbs, timeless: true, ..Head::default() };
    let reply = page_with(call, &head, content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}

/// `POST /access/providers/new`
fn make(call: &Call) -> Result<Reply> {
    let words = call.request.sent("label");
    let language = call.scope.language().code().to_string();
    let text = |t: String| if t.is_empty() { Value::Null } else { Value::Text(t) };
    let made = call.scope.change(Kind::Shared, |c| {
        let label = match words.is_empty() {
            true => Value::Null,
            false => Value::Texts(Texts::from([(language.clone(), words.clone())])),
        };
        c.create(
            OBJECT,
            vec![
                ("code", text(call.request.sent("code").to_lowercase())),
                ("label", label),
                ("protocol", text(call.request.sent("protocol"))),
                // Told by the metadata in the next step.
                ("issuer", "?".into()),
            ],
        )
    });
    match made {
        Ok(saved) => Ok(Reply::see_other(&format!("{HERE}/{}", saved.id))),
        Err(error) => new_form(call, &refusals(error)?),
    }
}

/// A translated text in the reader's language.
fn in_language(call: &Call, value: &Value) -> String {
    match value {
        Value::Texts(texts) => text_in(texts, call.scope.language()).unwrap_or_default().to_string(),
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// Back to a provider's page, with what was wrong if something was.
fn saved(call: &Call, id: i64, result: Result<()>) -> Result<Reply> {
    match result {
        Ok(()) => Ok(back(call, id, "providers-saved")),
        Err(error) => page::shown(call, &refusals(error)?),
    }
}

/// Back to a provider's page with news.
fn back(call: &Call, id: i64, news: &str) -> Reply {
    done(call, &format!("{HERE}/{id}"), news, None, None)
}
