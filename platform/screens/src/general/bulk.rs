//! What is done to many records at once: delete, set one field, export; and undoing a deletion.

use std::sync::Arc;

use maud::html;
use talang_catalogue::object::GENERAL;
use talang_catalogue::{FieldType, Object, Record, Value};
use talang_engine::journal::Deed;
use talang_engine::{Action, Draft, Mode, Outcome, Result, View};
use talang_http::{Call, Reply};

use super::exports::export_address;
use super::filter::quoted;
use super::form::{editable, read_field};
use super::list::selected;
use super::object_of;
use super::state::State;
use crate::components::{Dialog, Input, Tone, alert, card, control, dialog, input};
use crate::page::{Head, Names, done, fault_text, page_with, ui};

/// Records that one action may touch: more is work for a file.
const MOST: usize = 5000;

/// Object, state of the list, chosen records.
struct Chosen {
    object: Arc<Object>,
    state: State,
    ids: Vec<i64>,
    all: bool,
    form: Vec<(String, String)>,
}

impl Chosen {
    fn of(call: &Call) -> Result<Chosen> {
        let object = call.scope.view(|v| object_of(call, v))?;
        let form = call.request.form();
        let ids = form.iter().filter(|(n, _)| n == "id").filter_map(|(_, v)| v.parse().ok()).collect();
        let all = form.iter().any(|(n, v)| n == "all" && v == "1");
        let state = State::read(&format!("/o/{}", object.def.path), &call.request.query);
        Ok(Chosen { object, state, ids, all, form })
    }

    fn records(&self, view: &mut View<'_>) -> Result<Vec<Record>> {
        let mut query = selected(view, &self.object, &self.state, &self.ids, self.all);
        query.limit = MOST;
        Ok(view.list(&self.object, &query)?.records)
    }
}

/// `POST /o/{object}/bulk/delete`.
pub(super) fn delete(call: &Call) -> Result<Reply> {
    let chosen = Chosen::of(call)?;
    let ui = ui(call);
    let (gone, kept, whole) = call.scope.change(chosen.object.def.kind, |c| {
        let records = chosen.records(c)?;
        let (mut gone, mut kept, mut whole) = (Vec::new(), Vec::new(), true);
        for record in records {
            whole &= readable(c, &record)?;
            match c.attempt(|c| c.delete(&chosen.object, record.id, None)) {
                Ok(()) => gone.push(record.id),
                Err(error) if error.is_of_the_form() || error.is("record.not_found") => {
                    let title = c.title_of(&record)?;
                    kept.push((title.title, error.faults()));
                }
                Err(error) => return Err(error),
            }
        }
        Ok((gone, kept, whole))
    })?;
    if kept.is_empty() {
        let ids: Vec<String> = gone.iter().map(|id| format!("id={id}")).collect();
        // An address has its bounds, and what was hidden cannot come back.
        let undo = (whole && !gone.is_empty() && gone.len() <= 100)
            .then(|| format!("/o/{}/restore?{}", chosen.object.def.path, ids.join("&")));
        return Ok(done(call, &chosen.state.address(), "general-deleted", Some(gone.len()), undo.as_deref()));
    }
    let title = ui.say("general-bulk-kept");
    let content = html! {
        @if !gone.is_empty() {
            (alert(Tone::Success, "", html! { (ui.say_with("general-deleted", &[("count", i64::try_from(gone.len()).unwrap_or_default().into())])) }))
        }
        ul {
            @for (title, faults) in kept.iter().take(20) {
                li { strong { (title) } ": " @for fault in faults { (fault_text(call, Some(&chosen.object), fault)) " " } }
            }
            @if kept.len() > 20 { li { "…" } }
        }
    };
    let foot = html! { a.btn.btn-primary href=(chosen.state.address()) { (ui.say("ui-close")) } };
    if !call.request.is_fragment() {
        let head = Head { title: &title, menu: &chosen.state.path, ..Head::default() };
        return page_with(call, &head, card("", html! {}, false, html! { (content) (foot) }));
    }
    let answer = Dialog { id: "bulk-dialog", title: &title, auto: true, size: "", post: None, content, foot };
    Ok(Reply::html(dialog(&ui, &answer).into_string()))
}

/// Whether the scope reads every field of a record, so that it could be made again as it was.
pub(super) fn readable(view: &mut View<'_>, record: &Record) -> Result<bool> {
    for group in record.object.groups.clone() {
        if !view.may(record, &group, Action::Read)? {
            return Ok(false);
        }
    }
    let create = view.who(&record.object.clone(), GENERAL, Action::Create)?;
    Ok(!matches!(create, talang_engine::Who::Nobody))
}

/// `POST /o/{object}/restore?id=…`: makes deleted records again from the journal.
pub(super) fn restore(call: &Call) -> Result<Reply> {
    let object = call.scope.view(|v| object_of(call, v))?;
    let ids: Vec<i64> = call.request.query_all("id").filter_map(|t| t.parse().ok()).collect();
    let count = call.scope.change(object.def.kind, |c| {
        let mut count = 0;
        for id in &ids {
            let Some(last) = c.history(&object, *id, 1)?.pop().filter(|e| e.deed == Deed::Delete) else {
                continue;
            };
            let mut draft = Draft::default();
            for (index, old, _) in last.changes {
                let writable = object.fields.get(index).is_some_and(|f| !f.read_only);
                if writable && !old.is_null() {
                    draft.values.push((index, old));
                }
            }
            c.save(&object, Mode::Insert, draft)?;
            count += 1;
        }
        Ok(count)
    })?;
    Ok(done(call, &format!("/o/{}", object.def.path), "general-restored", Some(count), None))
}

/// `POST /o/{object}/bulk/set`: asks which field and value, then sets it.
pub(super) fn set(call: &Call) -> Result<Reply> {
    let chosen = Chosen::of(call)?;
    let object = chosen.object.clone();
    let sent = |name: &str| {
        chosen.form.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect::<Vec<String>>()
    };
    let wanted = sent("_field").into_iter().next().unwrap_or_default();
    if sent("_do").is_empty() {
        return ask(call, &chosen, &wanted, &[]);
    }
    let (changed, faults) = call.scope.change(object.def.kind, |c| {
        let fields = editable(c, &object, None)?;
        let field = object.field(&wanted).filter(|f| fields.contains(&f.index));
        let Some(field) = field.filter(|f| settable(&object, f.index)) else {
            return Err(talang_catalogue::Fault::new("field.not_permitted").on(wanted.as_str()).into());
        };
        let value = match read_field(call, field, &sent) {
            Ok(value) => value,
            Err(fault) => return Ok((0, vec![(String::new(), vec![fault])])),
        };
        let (mut changed, mut faults) = (0, Vec::new());
        for record in chosen.records(c)? {
            let draft = Draft { values: vec![(field.index, value.clone())] };
            let mode = Mode::Update { id: record.id, version: None };
            match c.attempt(|c| c.save(&object, mode, draft)) {
                Ok(saved) => changed += usize::from(saved.outcome == Outcome::Updated),
                Err(error) if error.is_of_the_form() || error.is("record.not_found") => {
                    let title = c.title_of(&record)?;
                    faults.push((title.title, error.faults()));
                }
                Err(error) => return Err(error),
            }
        }
        Ok((changed, faults))
    })?;
    if faults.is_empty() {
        return Ok(done(call, &chosen.state.address(), "general-bulk-changed", Some(changed), None));
    }
    ask(call, &chosen, &wanted, &faults)
}

/// Whether one value for many records makes sense.
fn settable(object: &Object, index: usize) -> bool {
    let field = object.fields.get(index);
    field.is_some_and(|f| !f.unique && !f.fixed && !matches!(f.ty, FieldType::File))
        && !object.key.contains(&index)
        && object.period.is_none_or(|(start, end)| index != start && index != end)
}

fn ask(
    call: &Call,
    chosen: &Chosen,
    wanted: &str,
    faults: &[(String, Vec<talang_catalogue::Fault>)],
) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let object = &chosen.object;
    let action = format!("{}/bulk/set{}", chosen.state.path, chosen.state.query());
    let (fields, value) = call.scope.view(|v| {
        let catalogue = v.catalogue();
        let fields: Vec<usize> =
            editable(v, object, None)?.into_iter().filter(|i| settable(object, *i)).collect();
        let field = object.field(wanted).filter(|f| fields.contains(&f.index));
        let field = field.or_else(|| fields.first().and_then(|i| object.fields.get(*i)));
        let value = field.map(|field| {
            let label = registry.labels.field(ui.language, object.def.name, field).to_string();
            let control =
                Names::default().with(ui, registry, &catalogue, |cx| control(cx, field, &Value::Null));
            (
                field.index,
                input(&ui, &Input { name: field.name.to_string(), label, control, ..Input::default() }),
            )
        });
        Ok((fields, value))
    })?;
    let count = if chosen.all { None } else { i64::try_from(chosen.ids.len()).ok() };
    let title = match count {
        Some(count) => ui.say_with("general-bulk-set-count", &[("count", count.into())]),
        None => ui.say("general-bulk-set-all"),
    };
    let content = html! {
        @if !faults.is_empty() {
            (alert(Tone::Danger, &ui.say("general-bulk-refused"), html! {
                ul { @for (title, list) in faults.iter().take(10) {
                    li { @if !title.is_empty() { strong { (title) } ": " } @for f in list { (fault_text(call, Some(object), f)) " " } }
                } }
            }))
        }
        @if chosen.all { input type="hidden" name="all" value="1"; }
        @else { @for id in &chosen.ids { input type="hidden" name="id" value=(id); } }
        @match &value {
            None => p { (ui.say("general-bulk-nothing")) },
            Some((index, value)) => div.tl-form {
                div.tl-field.tl-field-wide {
                    label.tl-label for="f-bulk-field" { (ui.say("general-filter-field")) }
                    // Another field asks again, with its own kind of value.
                    select.form-select id="f-bulk-field" name="_field" hx-post=(action) hx-trigger="change" hx-target="#bulk-dialog"
                        hx-swap="outerHTML" hx-include="closest form" {
                        @for i in &fields {
                            @if let Some(field) = object.fields.get(*i) {
                                option value=(field.name) selected[i == index] { (registry.labels.field(ui.language, object.def.name, field)) }
                            }
                        }
                    }
                }
                div.tl-field-wide { (value) }
                div.tl-field-wide { p.tl-soft.mb-0 { (ui.say("general-bulk-empties")) } }
            }
        }
    };
    let foot = html! {
        button.btn type="button" data-dialog-close { (ui.say("ui-cancel")) }
        @if value.is_some() { button.btn.btn-primary type="submit" name="_do" value="1" { (ui.say("ui-apply")) } }
    };
    let answer =
        Dialog { id: "bulk-dialog", title: &title, auto: true, size: "", post: Some(&action), content, foot };
    let status = if faults.is_empty() { 200 } else { 422 };
    Ok(Reply::html(dialog(&ui, &answer).into_string()).code(status))
}

/// `POST /o/{object}/bulk/export`: on to the export of the chosen records, named by their keys.
pub(super) fn export(call: &Call) -> Result<Reply> {
    let chosen = Chosen::of(call)?;
    if chosen.all {
        return Ok(Reply::see_other(&export_address(&chosen.object, &chosen.state, call)));
    }
    let condition = call.scope.view(|v| {
        let records = chosen.records(v)?;
        v.load_titles(&chosen.object, &records)?;
        keys(v, &chosen.object, &records)
    })?;
    let state =
        State { filters: vec![condition], always: chosen.object.period.is_some(), ..State::read("", &[]) };
    Ok(Reply::see_other(&export_address(&chosen.object, &state, call)))
}

/// The condition that names records by their keys.
fn keys(view: &mut View<'_>, object: &Arc<Object>, records: &[Record]) -> Result<String> {
    let mut rows: Vec<Vec<(String, String)>> = Vec::new();
    for record in records {
        let mut row = Vec::new();
        for index in &object.key {
            let (Some(field), Some(value)) = (object.fields.get(*index), record.values.get(*index)) else {
                continue;
            };
            let text = match (&field.ty, value) {
                (FieldType::Reference(target), Value::Int(id)) => view.title(target, *id)?.key,
                _ => talang_catalogue::types::write(field, value, &talang_catalogue::Culture::NEUTRAL),
            };
            row.push((field.name.to_string(), text));
        }
        rows.push(row);
    }
    if let [_] = object.key.as_slice() {
        let name = rows.first().and_then(|r| r.first()).map(|(n, _)| n.clone()).unwrap_or_default();
        let values: Vec<String> = rows.iter().flatten().map(|(_, v)| quoted(v)).collect();
        return Ok(format!("{name} is {}", values.join(", ")));
    }
    let rows: Vec<String> = rows
        .iter()
        .map(|row| {
            let tests: Vec<String> = row
                .iter()
                .map(
                    |(n, v)| {
                        if v.is_empty() { format!("{n} is empty") } else { format!("{n} is {}", quoted(v)) }
                    },
                )
                .collect();
            format!("({})", tests.join(" and "))
        })
        .collect();
    Ok(rows.join(" or "))
}
