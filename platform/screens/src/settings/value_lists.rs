//! Value lists: the choices that the company edits itself, their order, their words in seven languages.

use std::collections::HashMap;

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind, Record, Value};
use talang_engine::{Action, Draft, Filter, Mode, Op, Query, Result, View};
use talang_http::{Call, Reply};

use super::{crumbs, refusals, words};
use crate::components::{
    Align, Cell, Filters, Input, List, Problem, Row, Tone, alert, badge, card, control, control_of_form,
    empty_state, error_summary, filters, form_bar, icon, input, list as list_view,
};
use crate::general::form::read_field;
use crate::page::{Head, Names, csrf_field, done, fault_text, page_with, ui};

/// `GET /settings/lists`.
pub(super) fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let sought = call.request.query("q").unwrap_or_default().trim().to_string();
    let folded = talang_catalogue::culture::fold(&sought);
    let (rows, may_create) = call.scope.view(|v| {
        let object = v.object("ValueList")?;
        let sort = v.sort(&object, "code")?;
        let lists = v.list(&object, &Query { sort, ..Query::default() })?.records;
        let catalogue = v.catalogue();
        let mut rows = Vec::new();
        for list in &lists {
            let label = words(call, list.get("name"));
            let code = list.get("code").as_text().unwrap_or_default().to_string();
            if !folded.is_empty()
                && !talang_catalogue::culture::fold(&format!("{label} {code}")).contains(&folded)
            {
                continue;
            }
            let items = catalogue.lists.get(code.as_str()).map(Vec::len).unwrap_or_default();
            rows.push(Row {
                id: list.id.to_string(),
                href: Some(format!("/settings/lists/{}", list.id)),
                title: label.clone(),
                cells: vec![
                    label.into(),
                    Cell::from(html! { code { (code) } }),
                    words(call, list.get("description")).into(),
                    ui.culture.integer(i64::try_from(items).unwrap_or_default()).into(),
                ],
                ..Row::default()
            });
        }
        Ok((rows, v.rights().may(&object, Action::Create)))
    })?;
    let table = List {
        id: "lists".into(),
        caption: ui.say("settings-lists"),
        columns: vec![
            ui.column("settings-list", Align::Text),
            ui.column("settings-code", Align::Text),
            ui.column("settings-description", Align::Text),
            ui.column("settings-items", Align::Text),
        ],
        rows,
        filters: Some(filters(
            &ui,
            &Filters { target: "lists", address: "/settings/lists", query: &sought, ..Filters::default() },
        )),
        ..List::default()
    };
    let actions = html! { @if may_create { a.btn.btn-primary href="/o/value-lists/new" { (icon("plus")) (ui.say("ui-new")) } } };
    let (title, text) = (ui.say("settings-lists"), ui.say("settings-lists-text"));
    let head = Head {
        title: &title,
        text: &text,
        menu: "/settings/lists",
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, list_view(&ui, &table))
}

/// The list that the path names, and its items in their order.
fn list_of(call: &Call, v: &mut View<'_>) -> Result<(Record, Vec<Record>)> {
    let object = v.object("ValueList")?;
    let list = v.get(&object, call.id("id")?)?;
    let items = v.object("ValueListItem")?;
    let filter = Some(Filter::test(&items, "list", Op::Is, vec![Value::Int(list.id)]));
    let mut found = v.list(&items, &Query { filter, ..Query::default() })?.records;
    found.sort_by_key(|r| (r.get("sort_order").as_int().unwrap_or(i64::MAX), r.id));
    Ok((list, found))
}

/// `GET /settings/lists/{id}`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (list, content, actions) = call.scope.view(|v| {
        let (list, items) = list_of(call, v)?;
        let object = v.object("ValueListItem")?;
        let may = |action| v.rights().may(&object, action);
        let base = format!("/settings/lists/{}", list.id);
        let actions = html! {
            a.btn href={ "/o/value-lists/" (list.id) "/edit" } { (icon("edit")) (ui.say("ui-edit")) }
            @if may(Action::Create) { a.btn.btn-primary href={ (base) "/new" } { (icon("plus")) (ui.say("settings-new-item")) } }
        };
        let content = if items.is_empty() {
            empty_state("list-details", &ui.say("settings-no-items"), &ui.say("settings-no-items-text"), html! {})
        } else if may(Action::Update) {
            card("", html! {}, false, arrangement(call, &base, &items))
        } else {
            card("", html! {}, true, html! { ul.tl-links { @for item in &items { li { span.tl-links-row { (item_words(call, item)) } } } } })
        };
        Ok((list, content, actions))
    })?;
    let title = words(call, list.get("name"));
    let text = words(call, list.get("description"));
    let crumbs = crumbs(&[(ui.say("settings-lists"), "/settings/lists".into())]);
    let head = Head {
        title: &title,
        text: &text,
        menu: "/settings/lists",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

fn item_words(call: &Call, item: &Record) -> Markup {
    let ui = ui(call);
    html! {
        (words(call, item.get("label"))) " " code { (item.get("code").as_text().unwrap_or_default()) }
        @if item.get("active").as_int() != Some(1) { " " (badge(Tone::Neutral, &ui.say("settings-retired"))) }
    }
}

/// The items to be put in order, by dragging or by the keys, and to be retired: the boxes say which are offered.
fn arrangement(call: &Call, base: &str, items: &[Record]) -> Markup {
    let ui = ui(call);
    html! {
        p.tl-soft { (ui.say("settings-order-help")) }
        form method="post" action=(base) data-columns data-guard aria-label=(ui.say("settings-items")) {
            (csrf_field(call))
            input type="hidden" name="columns" value="";
            ul.tl-columns {
                @for item in items {
                    @let label = words(call, item.get("label"));
                    li data-column=(item.id) data-label=(label) draggable="true" {
                        span.tl-grip { (icon("grip-vertical")) }
                        input type="hidden" name="item" value=(item.id);
                        label {
                            input.form-check-input type="checkbox" name="active" value=(item.id) checked[item.get("active").as_int() == Some(1)];
                            (label) " " code { (item.get("code").as_text().unwrap_or_default()) }
                        }
                        a.btn.btn-icon.btn-sm.btn-quiet href={ (base) "/items/" (item.id) } aria-label={ (ui.say("ui-edit")) ": " (label) } { (icon("edit")) }
                        @for (way, picture, key) in [("up", "arrow-up", "ui-move-up"), ("down", "arrow-down", "ui-move-down")] {
                            button.btn.btn-icon.btn-sm.btn-quiet type="button" data-column-move=(way)
                                aria-label={ (ui.say(key)) ": " (label) } { (icon(picture)) }
                        }
                    }
                }
            }
            (form_bar(&ui, "/settings/lists", "", html! {}))
        }
    }
}

/// `POST /settings/lists/{id}`: order and retirement.
pub(super) fn arrange(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let of = |name: &str| -> Vec<i64> {
        form.iter().filter(|(n, _)| n == name).filter_map(|(_, v)| v.parse().ok()).collect()
    };
    let (order, active) = (of("item"), of("active"));
    let id = call.id("id")?;
    call.scope.change(Kind::Shared, |c| {
        let (_, items) = list_of(call, c)?;
        for (at, item) in order.iter().enumerate() {
            let Some(record) = items.iter().find(|r| r.id == *item) else {
                return Err(Fault::new("record.not_found").with("object", "ValueListItem").into());
            };
            let place = i64::try_from(at + 1).unwrap_or_default() * 10;
            // A list in its present order keeps the numbers that it has.
            let values =
                vec![("sort_order", Value::Int(place)), ("active", Value::from(active.contains(item)))];
            let draft = Draft::new(&record.object, values)?;
            c.save(&record.object, Mode::Update { id: record.id, version: None }, draft)?;
        }
        Ok(())
    })?;
    Ok(done(call, &format!("/settings/lists/{id}"), "settings-saved", None, None))
}

/// What the form of an item asks.
const ASKED: [&str; 4] = ["code", "label", "description", "active"];

/// `GET /settings/lists/{id}/new`.
pub(super) fn new_item(call: &Call) -> Result<Reply> {
    show_item(call, None, None, &[])
}

/// `POST /settings/lists/{id}/new`.
pub(super) fn create_item(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let id = call.id("id")?;
    let (draft, mut faults) = read_item(call, &form, true)?;
    if faults.is_empty() {
        let made = call.scope.change(Kind::Shared, |c| {
            let (list, items) = list_of(call, c)?;
            let object = c.object("ValueListItem")?;
            let last = items.iter().filter_map(|r| r.get("sort_order").as_int()).max().unwrap_or_default();
            let mut more = Draft::new(
                &object,
                vec![("list", Value::Int(list.id)), ("sort_order", Value::Int(last + 10))],
            )?;
            more.values.extend(draft.values.clone());
            c.save(&object, Mode::Insert, more)
        });
        match made {
            Ok(_) => {
                return Ok(done(call, &format!("/settings/lists/{id}"), "settings-item-made", None, None));
            }
            Err(error) => faults = refusals(error)?,
        }
    }
    show_item(call, None, Some(&form), &faults)
}

fn item_of(call: &Call) -> Result<Record> {
    let item = call.id("item")?;
    call.scope.view(|v| {
        let (_, items) = list_of(call, v)?;
        let found = items.into_iter().find(|r| r.id == item);
        found.ok_or_else(|| Fault::new("record.not_found").with("object", "ValueListItem").into())
    })
}

/// `GET /settings/lists/{id}/items/{item}`.
pub(super) fn edit_item(call: &Call) -> Result<Reply> {
    let item = item_of(call)?;
    show_item(call, Some(&item), None, &[])
}

/// `POST /settings/lists/{id}/items/{item}`.
pub(super) fn update_item(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let item = item_of(call)?;
    let (draft, mut faults) = read_item(call, &form, false)?;
    let version = form.iter().find(|(n, _)| n == "_version").and_then(|(_, v)| v.parse().ok());
    if faults.is_empty() {
        let saved = call
            .scope
            .change(Kind::Shared, |c| c.save(&item.object, Mode::Update { id: item.id, version }, draft));
        match saved {
            Ok(_) => {
                return Ok(done(
                    call,
                    &format!("/settings/lists/{}", call.id("id")?),
                    "settings-saved",
                    None,
                    None,
                ));
            }
            Err(error) => faults = refusals(error)?,
        }
    }
    show_item(call, Some(&item), Some(&form), &faults)
}

/// `POST /settings/lists/{id}/items/{item}/delete`: for items that were a mistake; what is in use is retired instead.
pub(super) fn delete_item(call: &Call) -> Result<Reply> {
    let item = item_of(call)?;
    match call.scope.change(Kind::Shared, |c| c.delete(&item.object, item.id, None)) {
        Ok(()) => Ok(done(
            call,
            &format!("/settings/lists/{}", call.id("id")?),
            "settings-item-deleted",
            None,
            None,
        )),
        Err(error) => show_item(call, Some(&item), None, &refusals(error)?),
    }
}

fn read_item(call: &Call, form: &[(String, String)], is_new: bool) -> Result<(Draft, Vec<Fault>)> {
    let sent =
        |name: &str| form.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect::<Vec<_>>();
    let object = call.scope.view(|v| v.object("ValueListItem"))?;
    let (mut draft, mut faults) = (Draft::default(), Vec::new());
    for field in
        object.fields.iter().filter(|f| ASKED.contains(&f.name.as_ref()) && (is_new || f.name != "code"))
    {
        match read_field(call, field, &sent) {
            Ok(value) => draft.values.push((field.index, value)),
            Err(fault) => faults.push(fault.on(field.name.as_ref())),
        }
    }
    Ok((draft, faults))
}

fn show_item(
    call: &Call,
    item: Option<&Record>,
    form: Option<&[(String, String)]>,
    faults: &[Fault],
) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let sent = |name: &str| {
        let all = form.unwrap_or_default();
        all.iter().filter(|(n, _)| n == name).map(|(_, t)| t.clone()).collect::<Vec<_>>()
    };
    let (list, content) = call.scope.view(|v| {
        let (list, _) = list_of(call, v)?;
        let object = v.object("ValueListItem")?;
        let catalogue = v.catalogue();
        let problems: Vec<Problem> = faults
            .iter()
            .map(|f| Problem { field: f.field.clone().unwrap_or_default(), text: fault_text(call, Some(&object), f) })
            .collect();
        let values: HashMap<usize, Value> = match item {
            Some(item) => item.values.iter().cloned().enumerate().collect(),
            None => object.field("active").map(|f| (f.index, Value::from(true))).into_iter().collect(),
        };
        let names = Names::default();
        let fields = names.with(ui, registry, &catalogue, |cx| {
            html! {
                @for field in object.fields.iter().filter(|f| ASKED.contains(&f.name.as_ref()) && (item.is_none() || f.name != "code")) {
                    @let empty = Value::Null;
                    (input(&ui, &Input {
                        name: field.name.to_string(),
                        label: registry.labels.field(ui.language, "ValueListItem", field).to_string(),
                        help: registry.labels.field_help(ui.language, "ValueListItem", field).to_string(),
                        control: match form {
                            Some(_) => control_of_form(cx, field, &sent),
                            None => control(cx, field, values.get(&field.index).unwrap_or(&empty)),
                        },
                        required: field.mandatory,
                        error: problems.iter().find(|p| p.field == field.name.as_ref()).map(|p| p.text.clone()),
                        ..Input::default()
                    }))
                }
            }
        });
        let base = format!("/settings/lists/{}", list.id);
        let action = item.map_or_else(|| format!("{base}/new"), |i| format!("{base}/items/{}", i.id));
        let may_delete = item.is_some() && v.rights().may(&object, Action::Delete);
        let content = html! {
            (card("", html! {}, false, html! {
                form method="post" action=(action) novalidate data-guard {
                    (csrf_field(call))
                    @if let Some(item) = item { input type="hidden" name="_version" value=(item.version); }
                    (error_summary(&ui, &problems))
                    div.tl-form { (fields) }
                    (form_bar(&ui, &base, "", html! {}))
                }
            }))
            @if may_delete {
                (card(&ui.say("settings-delete-item"), html! {}, false, html! {
                    (alert(Tone::Warning, "", html! { (ui.say("settings-delete-item-text")) }))
                    form method="post" action={ (action) "/delete" } {
                        (csrf_field(call))
                        button.btn.btn-danger type="submit" { (icon("trash")) (ui.say("ui-delete")) }
                    }
                }))
            }
        };
        Ok((list, html! { div.tl-stack { (content) } }))
    })?;
    let name = words(call, list.get("name"));
    let title = item.map_or_else(|| ui.say("settings-new-item"), |i| words(call, i.get("label")));
    let crumbs = crumbs(&[
        (ui.say("settings-lists"), "/settings/lists".into()),
        (name, format!("/settings/lists/{}", list.id)),
    ]);
    let head =
        Head { title: &title, menu: "/settings/lists", crumbs: &crumbs, timeless: true, ..Head::default() };
    let reply = page_with(call, &head, content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}
