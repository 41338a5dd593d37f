//! Extra fields (T9): what the company adds to business objects, with the warning about data that the law protects (G3).

use std::collections::HashMap;

use maud::{Markup, html};
use talang_catalogue::{Fault, Field, Kind, Object, Record, Value, types};
use talang_engine::{Action, Draft, Filter, Mode, Query, Result, View};
use talang_http::{Call, Reply};

use super::{crumbs, refusals, words};
use crate::components::{
    Align, Cell, Control, Entry, Input, List, Opt, Problem, Row, Tone, alert, badge, card, control,
    control_of_form, empty_state, error_summary, form_bar, icon, input, list as list_view,
};
use crate::general::form::read_field;
use crate::page::{Head, Names, csrf_field, done, fault_text, page_with, ui};

/// `GET /settings/fields`.
pub(super) fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let (groups, may_create) = call.scope.view(|v| {
        let object = v.object("ExtraField")?;
        let sort = v.sort(&object, "object,code")?;
        let fields = v.list(&object, &Query { sort, ..Query::default() })?.records;
        let may_delete = v.rights().may(&object, Action::Delete);
        let mut groups: Vec<(String, Vec<Row>)> = Vec::new();
        for field in &fields {
            let name = field.get("object").as_text().unwrap_or_default().to_string();
            let row = row(call, v, field, may_delete)?;
            match groups.iter_mut().find(|(n, _)| *n == name) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((name, vec![row])),
            }
        }
        Ok((groups, v.rights().may(&object, Action::Create)))
    })?;
    let new = html! { @if may_create { a.btn.btn-primary href="/settings/fields/new" { (icon("plus")) (ui.say("settings-new-field")) } } };
    let content = html! {
        div.tl-stack {
            @if groups.is_empty() {
                (empty_state("puzzle", &ui.say("settings-no-fields"), &ui.say("settings-fields-text"), new.clone()))
            }
            @for (name, rows) in groups {
                (card(registry.labels.object(ui.language, &name), html! {}, true, list_view(&ui, &List {
                    id: format!("fields-{name}"),
                    caption: registry.labels.object(ui.language, &name).to_string(),
                    columns: vec![ui.column("settings-field", Align::Text), ui.column("settings-code", Align::Text), ui.column("settings-type", Align::Text), ui.column("settings-privacy", Align::Text), ui.column("settings-mandatory", Align::Text)],
                    rows,
                    ..List::default()
                })))
            }
        }
    };
    let (title, text) = (ui.say("settings-fields"), ui.say("settings-fields-text"));
    let head = Head {
        title: &title,
        text: &text,
        menu: "/settings/fields",
        actions: new,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

fn row(call: &Call, v: &mut View<'_>, field: &Record, may_delete: bool) -> Result<Row> {
    let ui = ui(call);
    let label = words(call, field.get("label"));
    let href = format!("/settings/fields/{}", field.id);
    let shown = |v: &mut View<'_>, name: &str| {
        let index = field.object.field(name).map_or(0, |f| f.index);
        v.show(&field.object, index, field.get(name))
    };
    let privacy = shown(v, "privacy_class")?;
    let sensitive = field.get("privacy_class").as_text() == Some("sensitive");
    let mut actions =
        vec![Entry { label: ui.say("ui-edit"), icon: "edit", href: Some(href.clone()), ..Entry::default() }];
    if may_delete {
        actions.push(Entry {
            label: ui.say("ui-delete"),
            icon: "trash",
            href: Some(format!("{href}/delete")),
            danger: true,
            line: true,
            ..Entry::default()
        });
    }
    Ok(Row {
        id: field.id.to_string(),
        href: Some(href),
        title: label.clone(),
        cells: vec![
            label.into(),
            Cell::from(html! { code { (field.get("code").as_text().unwrap_or_default()) } }),
            shown(v, "field_type")?.into(),
            Cell::from(badge(if sensitive { Tone::Warning } else { Tone::Neutral }, &privacy)),
            Cell::from(
                html! { @if field.get("mandatory").as_int() == Some(1) { (icon("check")) span.visually-hidden { (ui.say("ui-yes")) } } },
            ),
        ],
        actions,
    })
}

/// What a form of an extra field holds.
struct Sheet<'a> {
    record: Option<Record>,
    values: HashMap<usize, Value>,
    sent: Option<&'a [(String, String)]>,
    faults: Vec<Fault>,
}

/// `GET /settings/fields/new`, with `?object=` to begin with one.
pub(super) fn new(call: &Call) -> Result<Reply> {
    let mut values = HashMap::new();
    call.scope.view(|v| {
        let object = v.object("ExtraField")?;
        for field in &object.fields {
            if let Ok(value) = types::default(field)
                && !value.is_null()
            {
                values.insert(field.index, value);
            }
        }
        if let (Some(name), Some(field)) = (call.request.query("object"), object.field("object")) {
            values.insert(field.index, name.into());
        }
        Ok(())
    })?;
    show(call, &Sheet { record: None, values, sent: None, faults: Vec::new() })
}

/// `POST /settings/fields/form`: the form again after a choice that changes what it asks.
pub(super) fn form_again(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let sheet = Sheet { record: None, values: HashMap::new(), sent: Some(&form), faults: Vec::new() };
    let content = call.scope.view(|v| content(call, v, &sheet))?;
    Ok(Reply::html(content.into_string()))
}

/// `POST /settings/fields/new`.
pub(super) fn create(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let (draft, mut faults) = read(call, &form, None)?;
    if faults.is_empty() {
        let made = call.scope.change(Kind::Shared, |c| {
            let object = c.object("ExtraField")?;
            c.save(&object, Mode::Insert, draft)
        });
        match made {
            Ok(_) => return Ok(done(call, "/settings/fields", "settings-field-made", None, None)),
            Err(error) => faults = refusals(error)?,
        }
    }
    show(call, &Sheet { record: None, values: HashMap::new(), sent: Some(&form), faults })
}

fn field_of(call: &Call) -> Result<Record> {
    call.scope.view(|v| {
        let object = v.object("ExtraField")?;
        v.get(&object, call.id("id")?)
    })
}

/// `GET /settings/fields/{id}`.
pub(super) fn edit(call: &Call) -> Result<Reply> {
    let record = field_of(call)?;
    let values = record.values.iter().cloned().enumerate().collect();
    show(call, &Sheet { record: Some(record), values, sent: None, faults: Vec::new() })
}

/// `POST /settings/fields/{id}`.
pub(super) fn update(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let record = field_of(call)?;
    let (draft, mut faults) = read(call, &form, Some(&record))?;
    let version = form.iter().find(|(n, _)| n == "_version").and_then(|(_, v)| v.parse().ok());
    if faults.is_empty() {
        let saved = call
            .scope
            .change(Kind::Shared, |c| c.save(&record.object, Mode::Update { id: record.id, version }, draft));
        match saved {
            Ok(_) => return Ok(done(call, "/settings/fields", "settings-saved", None, None)),
            Err(error) => faults = refusals(error)?,
        }
    }
    let values = record.values.iter().cloned().enumerate().collect();
    show(call, &Sheet { record: Some(record), values, sent: Some(&form), faults })
}

/// Whether the form asks for a field, given the type that is chosen.
fn asks(field: &Field, kind: &str, is_new: bool, confirmed: bool) -> bool {
    match field.name.as_ref() {
        "list" => is_new && kind == "item",
        "target" => is_new && kind == "reference",
        "object" | "code" | "field_type" => is_new,
        "sensitive_confirmed" => confirmed,
        _ => true,
    }
}

fn read(call: &Call, form: &[(String, String)], record: Option<&Record>) -> Result<(Draft, Vec<Fault>)> {
    let sent =
        |name: &str| form.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect::<Vec<_>>();
    let kind = sent("field_type").into_iter().next().unwrap_or_default();
    let object = call.scope.view(|v| v.object("ExtraField"))?;
    let (mut draft, mut faults) = (Draft::default(), Vec::new());
    for field in object.fields.iter().filter(|f| asks(f, &kind, record.is_none(), true)) {
        // The confirmation is asked only when it is needed; without the question there is no answer.
        let asked = form.iter().any(|(n, _)| n == "sensitive_asked");
        if field.name == "sensitive_confirmed" && !asked {
            continue;
        }
        match read_field(call, field, &sent) {
            Ok(value) => draft.values.push((field.index, value)),
            Err(fault) => faults.push(fault.on(field.name.as_ref())),
        }
    }
    Ok((draft, faults))
}

fn show(call: &Call, sheet: &Sheet<'_>) -> Result<Reply> {
    let ui = ui(call);
    let content = call.scope.view(|v| content(call, v, sheet))?;
    let title = match &sheet.record {
        Some(record) => words(call, record.get("label")),
        None => ui.say("settings-new-field"),
    };
    let crumbs = crumbs(&[(ui.say("settings-fields"), "/settings/fields".into())]);
    let actions = html! {
        @if let Some(record) = &sheet.record {
            a.btn.btn-danger href={ "/settings/fields/" (record.id) "/delete" } { (icon("trash")) (ui.say("ui-delete")) }
        }
    };
    let head = Head {
        title: &title,
        menu: "/settings/fields",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    let reply = page_with(call, &head, content)?;
    Ok(if sheet.faults.is_empty() { reply } else { reply.code(422) })
}

fn content(call: &Call, v: &mut View<'_>, sheet: &Sheet<'_>) -> Result<Markup> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let object = v.object("ExtraField")?;
    let catalogue = v.catalogue();
    let sent = |name: &str| {
        let all = sheet.sent.unwrap_or_default();
        all.iter().filter(|(n, _)| n == name).map(|(_, t)| t.clone()).collect::<Vec<_>>()
    };
    let value = |name: &str| -> String {
        if sheet.sent.is_some() && sheet.record.is_none() {
            return sent(name).into_iter().next().unwrap_or_default();
        }
        let index = object.field(name).map_or(usize::MAX, |f| f.index);
        sheet.values.get(&index).and_then(Value::as_text).unwrap_or_default().to_string()
    };
    let (kind, of) = (value("field_type"), value("object"));
    let problems: Vec<Problem> = sheet
        .faults
        .iter()
        .map(|f| Problem {
            field: f.field.clone().unwrap_or_default(),
            text: fault_text(call, Some(&object), f),
        })
        .collect();
    let confirm = object.field("sensitive_confirmed").and_then(|f| sheet.values.get(&f.index));
    let confirmed = sheet.faults.iter().any(|f| f.code == "extra.sensitive")
        || sent("sensitive_asked").first().is_some()
        || confirm.and_then(Value::as_int) == Some(1);
    let names = Names::default();
    let fields = names.with(ui, registry, &catalogue, |cx| {
        html! {
            @for field in object.fields.iter().filter(|f| asks(f, &kind, sheet.record.is_none(), confirmed)) {
                @let empty = Value::Null;
                @let plain = match sheet.sent {
                    Some(_) => control_of_form(cx, field, &sent),
                    None => control(cx, field, sheet.values.get(&field.index).unwrap_or(&empty)),
                };
                @if field.name == "sensitive_confirmed" { input type="hidden" name="sensitive_asked" value="1"; }
                (input(&ui, &Input {
                    name: field.name.to_string(),
                    label: registry.labels.field(ui.language, "ExtraField", field).to_string(),
                    help: registry.labels.field_help(ui.language, "ExtraField", field).to_string(),
                    control: chosen_from(call, v, field.name.as_ref(), &value(&field.name), &of).unwrap_or(plain),
                    required: field.mandatory || matches!(field.name.as_ref(), "list" | "target"),
                    error: problems.iter().find(|p| p.field == field.name.as_ref()).map(|p| p.text.clone()),
                    ..Input::default()
                }))
            }
        }
    });
    let action = match &sheet.record {
        Some(record) => format!("/settings/fields/{}", record.id),
        None => "/settings/fields/new".to_string(),
    };
    let again = sheet.record.is_none().then_some("/settings/fields/form");
    Ok(html! {
        div id="field-form" {
            @if let Some(record) = &sheet.record { (fixed(call, v, record)?) }
            (card("", html! {}, false, html! {
                form method="post" action=(action) novalidate data-guard hx-post=[again] hx-trigger=[again.map(|_| "change target:'#f-object, #f-field_type'")]
                    hx-target="#field-form" hx-select="#field-form" hx-swap="outerMorph" {
                    (csrf_field(call))
                    @if let Some(record) = &sheet.record { input type="hidden" name="_version" value=(record.version); }
                    (error_summary(&ui, &problems))
                    @if confirmed { (alert(Tone::Warning, &ui.say("settings-sensitive"), html! { p { (ui.say("settings-sensitive-text")) } })) }
                    div.tl-form { (fields) }
                    (form_bar(&ui, "/settings/fields", "", html! {}))
                }
            }))
        }
    })
}

/// What cannot change any more.
fn fixed(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let object = record.object.clone();
    let mut shown = Vec::new();
    for name in ["object", "code", "field_type", "list", "target"] {
        let Some(field) = object.field(name) else { continue };
        let mut text = v.show(&object, field.index, record.get(name))?;
        if matches!(name, "object" | "target") && !text.is_empty() {
            text = registry.labels.object(ui.language, &text).to_string();
        }
        if !text.is_empty() {
            shown.push((registry.labels.field(ui.language, "ExtraField", field).to_string(), text));
        }
    }
    Ok(crate::components::facts(html! {
        @for (label, text) in &shown { (crate::components::fact(&ui, label, html! { (text) }, false)) }
    }))
}

/// Codes that name something are chosen, not typed.
fn chosen_from(call: &Call, v: &View<'_>, name: &str, value: &str, of: &str) -> Option<Control> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let catalogue = v.catalogue();
    let object_options = |fits: &dyn Fn(&Object) -> bool| -> Vec<Opt> {
        let mut options: Vec<Opt> = catalogue
            .objects()
            .iter()
            .filter(|o| fits(o))
            .map(|o| Opt {
                value: o.def.name.into(),
                label: labels.object(ui.language, o.def.name).to_string(),
            })
            .collect();
        options.sort_by_cached_key(|o| talang_catalogue::culture::sort_key(ui.language, &o.label));
        options
    };
    let options = match name {
        "object" => object_options(&|o| o.def.extensible),
        "target" => object_options(&|o| !o.def.internal && o.def.module != "access"),
        "list" => {
            let mut codes: Vec<String> = catalogue.lists.keys().map(ToString::to_string).collect();
            codes.sort();
            codes.into_iter().map(|c| Opt { label: c.clone(), value: c }).collect()
        }
        "right_group" => {
            let groups = catalogue.object(of).map(|o| o.groups.clone()).unwrap_or_default();
            groups
                .iter()
                .map(|g| Opt { value: g.to_string(), label: labels.group(ui.language, g).to_string() })
                .collect()
        }
        _ => return None,
    };
    Some(Control::Select { value: value.to_string(), options })
}

/// `GET /settings/fields/{id}/delete`: what would be lost.
pub(super) fn delete_page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let record = field_of(call)?;
    let text = |name: &str| record.get(name).as_text().unwrap_or_default().to_string();
    let count = call.scope.view(|v| {
        let object = v.object(&text("object"))?;
        let filter = Filter::parse(&v.catalogue(), &object, &format!("{} is not empty", text("code")))?;
        v.count(
            &object,
            &Query { filter: Some(filter), as_of: talang_engine::AsOf::Always, ..Query::default() },
        )
    })?;
    let label = words(call, record.get("label"));
    let object = call.installation.registry().labels.object(ui.language, &text("object")).to_string();
    let title = ui.say_with("settings-delete-field", &[("name", label.as_str().into())]);
    let content = card(
        "",
        html! {},
        false,
        html! {
            form method="post" action={ "/settings/fields/" (record.id) "/delete" } {
                (csrf_field(call))
                (alert(Tone::Danger, &ui.say("settings-delete-warning"), html! {
                    p { (ui.say_with("settings-delete-count", &[("count", count.into()), ("object", object.as_str().into())])) }
                    p { (ui.say("settings-delete-text")) }
                }))
                (input(&ui, &Input {
                    name: "sure".into(),
                    label: ui.say("settings-delete-sure"),
                    control: Control::Bool { checked: false },
                    ..Input::default()
                }))
                div.tl-formbar { div.tl-formbar-end {
                    a.btn href={ "/settings/fields/" (record.id) } { (ui.say("ui-cancel")) }
                    button.btn.btn-danger type="submit" { (icon("trash")) (ui.say("ui-delete")) }
                } }
            }
        },
    );
    let crumbs = crumbs(&[
        (ui.say("settings-fields"), "/settings/fields".into()),
        (label, format!("/settings/fields/{}", record.id)),
    ]);
    let head =
        Head { title: &title, menu: "/settings/fields", crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

/// `POST /settings/fields/{id}/delete`.
pub(super) fn delete(call: &Call) -> Result<Reply> {
    let record = field_of(call)?;
    let sure = call.request.form().iter().any(|(n, v)| n == "sure" && v == "true");
    if !sure {
        return Ok(Reply::see_other(&format!("/settings/fields/{}/delete", record.id)));
    }
    call.scope.change(Kind::Shared, |c| c.delete(&record.object, record.id, None))?;
    Ok(done(call, "/settings/fields", "settings-field-deleted", None, None))
}
