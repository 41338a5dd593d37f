//! The form of a webhook: what it is, and which events are told, ticked object by object.

use maud::{Markup, html};
use talang_catalogue::{Fault, FieldType, Kind, Object, Record, Value, types};
use talang_engine::{Action, Draft, Error, Mode, Result};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Crumb, Input, Problem, Ui, card, control, control_of_form, error_summary, form_bar, icon, input,
};
use talang_screens::page::{Head, Names, csrf_field, done, fault_text, page_with, section_name, ui};
use talang_webhook::{EVENTS, Ticks, is_told, ticks, words};

use super::{LIST, OBJECT, crumbs, in_another_form, subscription, text};

/// Fields besides the events.
const FIELDS: [&str; 7] = ["label", "code", "address", "user", "alerts", "collected", "active"];

/// `GET /access/webhooks/new`.
pub(super) fn new(call: &Call) -> Result<Reply> {
    show(call, None, None, &[])
}

/// `POST /access/webhooks/new`.
pub(super) fn create(call: &Call) -> Result<Reply> {
    answer(call, None)
}

/// `GET /access/webhooks/{id}/edit`.
pub(super) fn edit(call: &Call) -> Result<Reply> {
    let (hook, _) = subscription(call, Action::Update)?;
    show(call, Some(&hook), None, &[])
}

/// `POST /access/webhooks/{id}/edit`.
pub(super) fn change(call: &Call) -> Result<Reply> {
    let (hook, _) = subscription(call, Action::Update)?;
    answer(call, Some(&hook))
}

type Form = Vec<(String, String)>;

fn first<'f>(form: &'f Form, name: &str) -> &'f str {
    form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str()).unwrap_or_default()
}

/// What was ticked.
fn sent(form: &Form) -> Ticks {
    let told: Vec<&str> = form.iter().filter(|(n, _)| n == "event").map(|(_, v)| v.as_str()).collect();
    ticks(&told.join(" "))
}

fn answer(call: &Call, hook: Option<&Record>) -> Result<Reply> {
    let form: Form = call.request.form();
    let object = call.scope.view(|v| v.object(OBJECT))?;
    let mut faults = Vec::new();
    let mut values = Vec::new();
    // What is told in another form is one event, which its name says.
    if !hook.is_some_and(in_another_form) {
        values.push(("events", Value::Text(words(&sent(&form)))));
    }
    for name in FIELDS {
        let Some(field) = object.field(name).filter(|_| name != "code" || hook.is_none()) else { continue };
        let text = first(&form, name).trim();
        let value = match field.ty {
            FieldType::Bool => Ok(Value::Int(i64::from(text == "true"))),
            FieldType::Reference(_) => Ok(text.parse().map_or(Value::Null, Value::Int)),
            _ => types::parse(field, text, call.scope.culture),
        };
        match value {
            Ok(value) => values.push((name, value)),
            Err(fault) => faults.push(fault.on(name)),
        }
    }
    if faults.is_empty() {
        let saved = call.scope.change(Kind::Shared, |c| {
            let draft = Draft::new(&object, values)?;
            let mode = match hook {
                Some(hook) => Mode::Update { id: hook.id, version: first(&form, "_version").parse().ok() },
                None => Mode::Insert,
            };
            Ok(c.save(&object, mode, draft)?.id)
        });
        match saved {
            Ok(id) => return Ok(done(call, &format!("{LIST}/{id}"), "webhooks-saved", None, None)),
            Err(Error::Faults(found)) if found.iter().all(|f| f.code != "record.not_found") => faults = found,
            Err(other) => return Err(other),
        }
    }
    Ok(show(call, hook, Some(&form), &faults)?.code(422))
}

/// The form: as the subscription is, or as it was sent.
fn show(call: &Call, hook: Option<&Record>, form: Option<&Form>, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let (object, catalogue, names) = call.scope.view(|v| {
        let object = v.object(OBJECT)?;
        let mut names = Names::default();
        let sent = form.and_then(|f| first(f, "user").parse().ok());
        let user: Option<i64> = sent.or_else(|| hook.and_then(|h| h.get("user").as_int()));
        names.add(v, "User", user.as_slice())?;
        Ok((object, v.catalogue(), names))
    })?;
    let problems: Vec<Problem> = faults
        .iter()
        .map(|f| Problem {
            field: f.field.clone().unwrap_or_default(),
            text: fault_text(call, Some(&object), f),
        })
        .collect();
    let field = |name: &str| {
        let Some(field) = object.field(name) else { return html! {} };
        let usual = field.default.as_deref();
        let usual = usual.and_then(|d| types::parse(field, d, &talang_catalogue::Culture::NEUTRAL).ok());
        let filled = names.with(ui, registry, &catalogue, |cx| match (form, hook) {
            (Some(form), _) => control_of_form(cx, field, &|name| {
                form.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect()
            }),
            (None, Some(hook)) => control(cx, field, hook.get(name)),
            (None, None) => control(cx, field, &usual.unwrap_or_default()),
        });
        input(
            &ui,
            &Input {
                name: name.to_string(),
                label: registry.labels.field(ui.language, OBJECT, field).to_string(),
                help: registry.labels.field_help(ui.language, OBJECT, field).to_string(),
                control: filled,
                required: field.mandatory && !matches!(field.ty, FieldType::Bool),
                error: problems.iter().find(|p| p.field == name).map(|p| p.text.clone()),
                ..Input::default()
            },
        )
    };
    let ticked = match (form, hook) {
        (Some(form), _) => sent(form),
        (None, hook) => ticks(&hook.map(|h| text(h, "events")).unwrap_or_default()),
    };
    let told: Vec<&Object> = catalogue.objects().iter().map(AsRef::as_ref).filter(|o| is_told(o)).collect();
    let (action, back) = match hook {
        Some(hook) => (format!("{LIST}/{}/edit", hook.id), format!("{LIST}/{}", hook.id)),
        None => (format!("{LIST}/new"), LIST.to_string()),
    };
    let wrong = problems.iter().find(|p| p.field == "events").map(|p| p.text.as_str());
    let content = html! {
        form.tl-stack method="post" action=(action) data-guard {
            (csrf_field(call))
            (error_summary(&ui, &problems))
            @if let Some(hook) = hook { input type="hidden" name="_version" value=(hook.version); }
            (card(&ui.say("webhooks-about"), html! {}, false, html! {
                div.tl-form {
                    @for name in FIELDS.into_iter().filter(|n| *n != "code" || hook.is_none()) { (field(name)) }
                }
            }))
            (card(&ui.say("webhooks-events"), html! {}, false, html! {
                @match hook.filter(|hook| in_another_form(hook)) {
                    Some(hook) => p { code { (text(hook, "told_as")) } },
                    None => fieldset #f-events .tl-field.is-wrong[wrong.is_some()] aria-describedby=[wrong.map(|_| "f-events-error")] tabindex="-1" {
                        legend.visually-hidden { (ui.say("webhooks-events")) }
                        @if let Some(wrong) = wrong { div.tl-error.mb-3 id="f-events-error" { (icon("alert-circle")) span { (wrong) } } }
                        (events(call, &ui, &told, &ticked))
                    }
                }
                (form_bar(&ui, &back, "", html! {}))
            }))
        }
    };
    let title = match hook {
        Some(hook) => text(hook, "label"),
        None => ui.say("webhooks-new"),
    };
    let crumbs = crumbs(call, vec![Crumb { label: ui.say("webhooks"), href: LIST.into() }]);
    let head = Head { title: &title, menu: LIST, crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

/// The events: of every object, then of each, by section; what is typed above leaves those that it names.
fn events(call: &Call, ui: &Ui<'_>, told: &[&Object], ticked: &Ticks) -> Markup {
    let labels = &call.installation.registry().labels;
    let mut sections: Vec<&str> = Vec::new();
    for object in told {
        if !sections.contains(&object.def.module) {
            sections.push(object.def.module);
        }
    }
    let every = [("*".to_string(), ui.say("webhooks-every-object"))];
    html! {
        p.tl-soft { (ui.say("webhooks-events-text")) }
        (boxes(ui, &ui.say("webhooks-every-object"), &every, ticked))
        div.tl-field.my-3 {
            label.tl-label for="find-events" { (ui.say("webhooks-find")) }
            // It belongs to no form: what is typed there is not sent, and Enter sends nothing.
            input.form-control id="find-events" type="search" form="" autocomplete="off" data-find="events";
        }
        div #events {
            @for section in sections {
                @let mut inside = told.iter().filter(|o| o.def.module == section)
                    .map(|o| (o.def.path.to_string(), labels.objects(ui.language, o.def.name).to_string()))
                    .collect::<Vec<(String, String)>>();
                @let _ = inside.sort_by_key(|(_, label)| talang_catalogue::culture::sort_key(ui.language, label));
                @let count = ticked.iter().filter(|(path, _)| inside.iter().any(|(p, _)| p == path)).count();
                details.tl-further.mb-2 open[count > 0] data-find-group {
                    summary {
                        (section_name(call, section))
                        @if count > 0 { " · " (ui.say_with("webhooks-ticked", &[("count", count.into())])) }
                    }
                    (boxes(ui, &section_name(call, section), &inside, ticked))
                }
            }
        }
    }
}

/// A line for each object, a box for each event.
fn boxes(ui: &Ui<'_>, caption: &str, objects: &[(String, String)], ticked: &Ticks) -> Markup {
    let event = |event: &str| ui.say(&format!("webhooks-event-{event}"));
    html! {
        div.tl-scroll {
            table.tl-table.is-cards {
                caption.visually-hidden { (caption) }
                thead {
                    tr {
                        th scope="col" { (ui.say("webhooks-object")) }
                        @for name in EVENTS { th scope="col" { (event(name)) } }
                    }
                }
                tbody {
                    @for (path, label) in objects {
                        tr data-find-row={ (label) " " (path) } {
                            td.is-main data-label=(ui.say("webhooks-object")) { (label) }
                            @for name in EVENTS {
                                td data-label=(event(name)) {
                                    input.form-check-input type="checkbox" name="event" value={ (path) "." (name) }
                                        aria-label={ (label) ": " (event(name)) } checked[ticked.contains(&(path.clone(), name))];
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
