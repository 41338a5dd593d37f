//! Message templates: the list, and the page on which one is written, with the merge fields that there are and the letter that
//! comes of it.

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Culture, Fault, Kind, Object, Record, Value};
use talang_core_hr::kit;
use talang_engine::{Action, Draft, Mode, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Control, Crumb, Entry, Input, Problem, card, control_of_form, error_summary, form_bar, icon, input,
    menu_button,
};
use talang_screens::general::{OwnList, own_list};
use talang_screens::page::{Head, Names, csrf_field, done, fault_text, page_with, ui};

use super::letters::field_name;
use crate::letters::{self, Template};

/// The fields of the form, in their order.
const ASKED: [&str; 7] = ["name", "code", "culture", "purpose", "active", "heading", "text"];

/// `GET /message-templates`.
pub fn list(call: &Call) -> Result<Reply> {
    let quick = |_: &mut View<'_>, _: &talang_screens::general::Narrowed<'_>| Ok(html! {});
    own_list(
        call,
        &OwnList {
            object: "MessageTemplate",
            path: "/message-templates",
            filters: &[],
            columns: &["name", "code", "culture", "purpose", "active"],
            new: "/message-templates/new",
            quick: &quick,
            bulk: &[],
        },
    )
}

/// `GET /message-templates/new`, with `like=` for a version in another language.
pub fn new(call: &Call) -> Result<Reply> {
    let like = call.request.query("like").and_then(|id| id.parse::<i64>().ok());
    let form = call.scope.view(|v| {
        let object = v.object("MessageTemplate")?;
        let Some(id) = like else { return Ok(vec![("active".to_string(), "true".to_string())]) };
        let record = v.get(&object, id)?;
        let values = sheet(call, &object, &record);
        Ok(values.into_iter().filter(|(name, _)| name != "culture").collect())
    })?;
    show(call, None, &form, &[])
}

/// `GET /message-templates/{id}/edit`.
pub fn edit(call: &Call) -> Result<Reply> {
    let (record, form) = call.scope.view(|v| {
        let object = v.object("MessageTemplate")?;
        let record = v.get(&object, call.id("id")?)?;
        let form = sheet(call, &object, &record);
        Ok((record, form))
    })?;
    show(call, Some(&record), &form, &[])
}

/// A record as its form sends it.
fn sheet(call: &Call, object: &Object, record: &Record) -> Vec<(String, String)> {
    let text = |name: &&str| {
        let field = object.field(name)?;
        let value = match record.get(name) {
            Value::Int(1) if *name == "active" => "true".to_string(),
            Value::Int(_) if *name == "active" => String::new(),
            value => talang_catalogue::types::write(field, value, call.scope.culture),
        };
        Some(((*name).to_string(), value))
    };
    ASKED.iter().filter_map(text).collect()
}

/// `POST /message-templates/new`.
pub fn create(call: &Call) -> Result<Reply> {
    keep(call, None)
}

/// `POST /message-templates/{id}/edit`.
pub fn update(call: &Call) -> Result<Reply> {
    let record = call.scope.view(|v| {
        let object = v.object("MessageTemplate")?;
        v.get(&object, call.id("id")?)
    })?;
    keep(call, Some(&record))
}

fn keep(call: &Call, record: Option<&Record>) -> Result<Reply> {
    let form = call.request.form();
    let get = |name: &str| {
        form.iter().find(|(n, _)| n == name).map(|(_, v)| v.replace('\r', "")).unwrap_or_default()
    };
    let mut values: Vec<(&str, Value)> = Vec::new();
    for name in ASKED {
        let text = get(name);
        values.push(match name {
            "active" => (name, Value::from(text == "true")),
            _ if text.trim().is_empty() => (name, Value::Null),
            "text" => (name, text.into()),
            _ => (name, text.trim().into()),
        });
    }
    let saved = call.scope.change(Kind::Candidates, |c| {
        let object = c.object("MessageTemplate")?;
        let mode = match record {
            Some(record) => Mode::Update { id: record.id, version: get("_version").parse().ok() },
            None => Mode::Insert,
        };
        c.save(&object, mode, Draft::new(&object, values.clone())?)
    });
    match saved {
        Ok(_) => Ok(done(call, "/message-templates", "letters-saved", None, None)),
        Err(error) if error.is_of_the_form() => show(call, record, &form, &error.faults()),
        Err(error) => Err(error),
    }
}

/// `POST /message-templates/preview`: the letter that comes of what is typed.
pub fn preview(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let markup = call.scope.view(|v| letter(call, v, &form))?;
    Ok(Reply::html(markup.into_string()))
}

/// The letter with values of nobody, in the wording's own language.
fn letter(call: &Call, v: &mut View<'_>, form: &[(String, String)]) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("MessageTemplate")?;
    let get = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str()).unwrap_or_default();
    let culture = Culture::find(get("culture")).unwrap_or(call.scope.culture);
    let fields = letters::samples(v, culture)?;
    let template = Template { heading: get("heading"), text: get("text") };
    let faults = [letters::check(template.heading), letters::check(template.text)].concat();
    let made = letters::render(&template, &fields);
    Ok(html! {
        @for fault in &faults { p.tl-error { (icon("alert-circle")) span { (fault_text(call, Some(&object), fault)) } } }
        @if made.heading.is_empty() && made.text.is_empty() { p.tl-soft.mb-0 { (ui.say("letters-preview-empty")) } }
        @else { div lang=(culture.language.code()) { p { strong { (made.heading) } } div.tl-pre { (made.text) } } }
    })
}

fn show(call: &Call, record: Option<&Record>, form: &[(String, String)], faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let get = |name: &str| -> Vec<String> {
        form.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect()
    };
    let (writes, actions, content) = call.scope.view(|v| {
        let object = v.object("MessageTemplate")?;
        let writes = match record {
            Some(record) => v.may(record, GENERAL, Action::Update)?,
            None => v.rights().may(&object, Action::Create),
        };
        let catalogue = v.catalogue();
        let problems: Vec<Problem> = faults
            .iter()
            .map(|f| Problem { field: f.field.clone().unwrap_or_default(), text: fault_text(call, Some(&object), f) })
            .collect();
        let field = |name: &str| {
            let Some(field) = object.field(name) else { return html! {} };
            let control =
                Names::default().with(ui, registry, &catalogue, |cx| control_of_form(cx, field, &|n| get(n)));
            let wide = matches!(control, Control::Long { .. }) || name == "heading";
            let asked = Input {
                name: name.into(),
                label: registry.labels.field(ui.language, object.def.name, field).to_string(),
                help: registry.labels.field_help(ui.language, object.def.name, field).to_string(),
                control,
                required: field.mandatory && name != "active",
                read_only: !writes,
                error: problems.iter().find(|p| p.field == name).map(|p| p.text.clone()),
            };
            html! { @if wide { div.tl-field-wide { (input(&ui, &asked)) } } @else { (input(&ui, &asked)) } }
        };
        let action = match record {
            Some(record) => format!("/message-templates/{}/edit", record.id),
            None => "/message-templates/new".to_string(),
        };
        let seen = letter(call, v, form)?;
        let content = html! {
            (error_summary(&ui, &problems))
            div.tl-split {
                form #wording method="post" action=(action) novalidate data-guard data-unsaved[!faults.is_empty()] {
                    (csrf_field(call))
                    @if let Some(record) = record { input type="hidden" name="_version" value=(record.version); }
                    section.card { div.tl-card-body {
                        div.tl-form { @for name in ASKED { (field(name)) } }
                        @if writes { (form_bar(&ui, "/message-templates", "", html! {})) }
                    } }
                }
                div.tl-stack {
                    (card(&ui.say("letters-fields"), html! {}, false, html! {
                        p.tl-soft { (ui.say("letters-fields-text")) }
                        ul.tl-merge {
                            @for one in letters::FIELDS {
                                @let name = format!("{{{}}}", one.name);
                                li {
                                    @if writes { button.btn.btn-sm.btn-quiet type="button" data-insert=(name) data-into="f-text f-heading" { code { (name) } } }
                                    @else { code { (name) } }
                                    small { (field_name(call, one.name)) }
                                }
                            }
                        }
                    }))
                    (card(&ui.say("letters-preview"), html! {}, false, html! {
                        div aria-live="polite" hx-post="/message-templates/preview" hx-include="#wording" hx-trigger="input from:#wording delay:400ms, change from:#wording" { (seen) }
                    }))
                }
            }
        };
        let actions = match record {
            Some(record) => more(call, v, record)?,
            None => html! {},
        };
        Ok((writes, actions, content))
    })?;
    let name = record.and_then(|r| r.get("name").as_text()).unwrap_or_default();
    let title = if record.is_some() { name.to_string() } else { ui.say("letters-new") };
    let crumbs = [Crumb {
        label: kit::words(call, "MessageTemplate").1.to_string(),
        href: "/message-templates".into(),
    }];
    let head = Head {
        title: &title,
        menu: "/message-templates",
        crumbs: &crumbs,
        actions: if writes {
            actions
        } else {
            html! {}
        },
        timeless: true,
        ..Head::default()
    };
    let status = if faults.is_empty() { 200 } else { 422 };
    Ok(page_with(call, &head, content)?.code(status))
}

/// What else can be done with a wording.
fn more(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("MessageTemplate")?;
    let mut entries = vec![Entry {
        label: ui.say("people-tab-history"),
        icon: "history",
        href: Some(format!("/o/message-templates/{}?tab=history", record.id)),
        ..Entry::default()
    }];
    if v.may(record, GENERAL, Action::Delete)? {
        entries.push(Entry {
            label: ui.say("ui-delete"),
            icon: "trash",
            danger: true,
            line: true,
            attributes: vec![
                ("hx-post", format!("/o/message-templates/{}/delete?version={}", record.id, record.version)),
                ("hx-target", "#tl-dialogs".into()),
                ("hx-confirm", ui.say("general-delete-confirm")),
                ("data-confirm-action", ui.say("ui-delete")),
                ("data-danger", String::new()),
            ],
            ..Entry::default()
        });
    }
    let copy = v.rights().may(&object, Action::Create);
    Ok(html! {
        (menu_button("wording-actions", "btn", "", &ui.say("ui-actions"), false, &entries))
        @if copy { a.btn href={ "/message-templates/new?like=" (record.id) } { (icon("language")) (ui.say("letters-other-language")) } }
    })
}
