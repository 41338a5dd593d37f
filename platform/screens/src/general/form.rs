//! The general form: new, changed, or valid from another date; errors beside their fields; nobody's work is overwritten.

use std::collections::HashMap;
use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::types::time::iso_date;
use talang_catalogue::value::days_of_date;
use talang_catalogue::{
    Catalogue, Culture, Fault, Field, FieldType, Language, Object, Record, Texts, Value, types,
};
use talang_engine::{Action, Draft, Error, Mode, Outcome, Result, Saved, View};
use talang_http::{Call, Reply};

use super::{names_of, object_of};
use crate::components::{
    self, Crumb, Input, Problem, Tone, alert, control, control_of_form, error_summary, fact, facts,
    field_view, form_bar, icon, input,
};
use crate::page::{
    Head, Names, csrf_field, done, fault_text, list_address, page_with, record_address, section_name, ui,
};

/// What a form does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    /// Makes a record.
    New,
    /// Corrects a record, or one slice of it.
    Edit,
    /// Lets something else apply from a date on: a new slice.
    From,
}

/// What stands in a form.
struct Sheet<'a> {
    object: Arc<Object>,
    deed: Deed,
    /// The record that is changed.
    record: Option<Record>,
    /// What the fields are filled in with, unless something was sent.
    values: HashMap<usize, Value>,
    /// What was sent and refused.
    sent: Option<&'a [(String, String)]>,
    faults: Vec<Fault>,
    /// What somebody else changed in the meantime: who, when, which fields.
    meanwhile: Vec<talang_engine::journal::Entry>,
}

/// The fields that the scope may change in a record (none given: in some record).
pub(super) fn editable(
    view: &mut View<'_>,
    object: &Arc<Object>,
    record: Option<&Record>,
) -> Result<Vec<usize>> {
    let mut allowed: HashMap<String, bool> = HashMap::new();
    for group in object.groups.clone() {
        let may = match record {
            Some(record) => view.may(record, &group, Action::Update)?,
            None => !view.rights().extents(object, &group, Action::Update).is_none(),
        };
        allowed.insert(group.to_string(), may);
    }
    let fits = |f: &&Field| {
        !f.read_only
            && !f.fixed
            && !object.thread.contains(&f.index)
            && allowed.get(f.group.as_ref()).copied().unwrap_or_default()
            && !record.is_some_and(|r| r.is_hidden(f.index))
    };
    Ok(object.fields.iter().filter(fits).map(|f| f.index).collect())
}

/// The fields that the scope may fill in in a new record.
fn creatable(view: &View<'_>, object: &Object) -> Vec<usize> {
    let may = |f: &&Field| {
        let rights = view.rights();
        f.group == GENERAL
            || !rights.extents(object, &f.group, Action::Create).is_none()
            || !rights.extents(object, &f.group, Action::Update).is_none()
    };
    object.fields.iter().filter(|f| !f.read_only).filter(may).map(|f| f.index).collect()
}

/// Reads what was sent for a field; nothing gives [`Value::Null`].
///
/// # Errors
/// The fault of the value, at the field.
pub(crate) fn read_field(
    call: &Call,
    field: &Field,
    sent: &dyn Fn(&str) -> Vec<String>,
) -> std::result::Result<Value, Fault> {
    let name = field.name.as_ref();
    let first = |name: &str| sent(name).into_iter().next().unwrap_or_default();
    let text = first(name);
    let reference = |text: &str| {
        let wrong = || Fault::new("value.type").on(name).with("expected", "1");
        text.trim().parse::<i64>().map_err(|_| wrong())
    };
    match &field.ty {
        FieldType::Bool => Ok(Value::from(text == "true")),
        FieldType::Translated => {
            let mut texts = Texts::new();
            for language in Language::ALL {
                for text in sent(&format!("{name}.{}", language.code())).into_iter().take(1) {
                    // An empty text takes its language out of the record.
                    texts.insert(language.code().to_string(), text);
                }
            }
            Ok(Value::Texts(texts))
        }
        FieldType::Money => {
            let currency = first(&format!("{name}.currency"));
            if text.trim().is_empty() {
                return Ok(Value::Null);
            }
            types::parse(field, format!("{} {currency}", text.trim()).trim(), call.scope.culture)
        }
        FieldType::Reference(_) if text.trim().is_empty() => Ok(Value::Null),
        FieldType::Reference(_) => reference(&text).map(Value::Int),
        FieldType::References(_) => {
            let ids: std::result::Result<Vec<i64>, Fault> =
                sent(name).iter().filter(|t| !t.trim().is_empty()).map(|t| reference(t)).collect();
            ids.map(|ids| if ids.is_empty() { Value::Null } else { Value::Refs(ids) })
        }
        FieldType::File if first(&format!("{name}.remove")) == "true" => Ok(Value::Null),
        // Days and times come as browsers write them, whatever the reader's culture.
        FieldType::Date | FieldType::Time => types::parse(field, &text, &Culture::NEUTRAL),
        FieldType::Instant if !text.trim().is_empty() => {
            types::parse(field, &format!("{}Z", text.trim().trim_end_matches('Z')), &Culture::NEUTRAL)
        }
        _ => types::parse(field, &text, call.scope.culture),
    }
}

/// Everything that was sent as a draft. A field that is not among `allowed` and was sent all the same is refused: no
/// form of ours asks for it.
fn read_form(
    call: &Call,
    catalogue: &Catalogue,
    object: &Object,
    allowed: &[usize],
    form: &[(String, String)],
) -> (Draft, Vec<Fault>) {
    let sent =
        |name: &str| form.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect::<Vec<_>>();
    // The form says what it asked for: a box without a tick sends nothing, and neither does a field that a form from
    // before does not know, whose value must stay.
    let asked = sent("_fields").join(",");
    let asked: Vec<&str> = asked.split(',').collect();
    let mut draft = Draft::default();
    let mut faults = Vec::new();
    for field in &object.fields {
        let name = field.name.as_ref();
        let dotted = format!("{name}.");
        let given = form.iter().any(|(n, _)| n == name || n.starts_with(&dotted));
        if allowed.contains(&field.index) {
            if !given && !asked.contains(&name) {
                continue;
            }
            match read_field(call, field, &sent) {
                Ok(value) if value.is_null() => {
                    // What is left open is given the next number.
                    if field.mandatory && field.default.is_none() && field.numbered.is_none() {
                        faults.push(Fault::new("value.mandatory").on(name));
                    }
                    draft.values.push((field.index, value));
                }
                Ok(value) => {
                    // References are the engine's business; everything else is told at once.
                    let reference = matches!(field.ty, FieldType::Reference(_) | FieldType::References(_));
                    let checked = if reference {
                        Ok(())
                    } else {
                        types::check(field, &types::normalise(field, value.clone()), catalogue)
                    };
                    faults.extend(checked.err().map(|fault| fault.on(name)));
                    draft.values.push((field.index, value));
                }
                Err(fault) => faults.push(fault.on(name)),
            }
            continue;
        }
        if given {
            let code = if field.read_only {
                "field.read_only"
            } else if field.fixed || object.thread.contains(&field.index) {
                "field.fixed"
            } else {
                "field.not_permitted"
            };
            faults.push(Fault::new(code).on(name));
        }
    }
    (draft, faults)
}

/// `GET /o/{object}/new`, with values in the address, or `copy=<number>` to begin from a record.
pub(super) fn new(call: &Call) -> Result<Reply> {
    let sheet = call.scope.view(|v| {
        let object = writable(call, v)?;
        let mut values = HashMap::new();
        for field in &object.fields {
            if let Ok(value) = types::default(field)
                && !value.is_null()
            {
                values.insert(field.index, value);
            }
        }
        if let Some((start, _)) = object.period {
            values.insert(start, Value::Int(days_of_date(call.scope.as_of)));
        }
        if let Some(id) = call.request.query("copy").and_then(|t| t.parse().ok()) {
            let record = v.get(&object, id)?;
            v.saw(&object, [&record], |_| true);
            let own = |f: &&Field| {
                let only = object.thread.as_slice() == [f.index];
                !only && !f.unique && !f.read_only && !matches!(f.ty, FieldType::File)
            };
            for field in object.fields.iter().filter(own) {
                let value = record.values.get(field.index).cloned().unwrap_or_default();
                if !value.is_null()
                    && object.period.is_none_or(|(start, end)| field.index != start && field.index != end)
                {
                    values.insert(field.index, value);
                }
            }
        }
        for field in &object.fields {
            let sent = |name: &str| call.request.query_all(name).map(str::to_string).collect::<Vec<_>>();
            if call.request.query(field.name.as_ref()).is_some()
                && let Ok(value) = read_field(call, field, &sent)
            {
                values.insert(field.index, value);
            }
        }
        Ok(Sheet {
            object,
            deed: Deed::New,
            record: None,
            values,
            sent: None,
            faults: Vec::new(),
            meanwhile: Vec::new(),
        })
    })?;
    show(call, &sheet)
}

/// `POST /o/{object}/new`.
pub(super) fn create(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let object = call.scope.view(|v| writable(call, v))?;
    let (allowed, catalogue) = call.scope.view(|v| Ok((creatable(v, &object), v.catalogue())))?;
    let (mut draft, mut faults) = read_form(call, &catalogue, &object, &allowed, &form);
    // Nothing said is no answer: the field takes its default.
    draft.values.retain(|(_, v)| !v.is_null());
    let asked = |f: &&Field| f.mandatory && f.default.is_none() && f.numbered.is_none();
    for field in object.fields.iter().filter(asked).filter(|f| allowed.contains(&f.index)) {
        let empty = draft.get(field.index).is_none_or(|v| match v {
            Value::Text(text) => text.trim().is_empty(),
            Value::Texts(texts) => texts.values().all(|t| t.trim().is_empty()),
            _ => false,
        });
        if empty && !faults.iter().any(|f| f.field.as_deref() == Some(field.name.as_ref())) {
            faults.push(Fault::new("value.mandatory").on(field.name.as_ref()));
        }
    }
    if faults.is_empty() {
        match call.scope.change(object.def.kind, |c| c.save(&object, Mode::Insert, draft)) {
            Ok(saved) => return Ok(saved_reply(call, &object, &saved, "general-created")),
            Err(error) => faults = refusals(error)?,
        }
    }
    let values = HashMap::new();
    let sheet = Sheet {
        object,
        deed: Deed::New,
        record: None,
        values,
        sent: Some(&form),
        faults,
        meanwhile: Vec::new(),
    };
    show(call, &sheet)
}

/// `GET /o/{object}/{id}/edit`; with `from=1` for a dated object a new slice beginning on the day of the view.
pub(super) fn edit(call: &Call) -> Result<Reply> {
    let sheet = call.scope.view(|v| {
        let object = writable(call, v)?;
        let record = v.get(&object, call.id("id")?)?;
        v.saw(&object, [&record], |_| true);
        // A new slice takes over everything: whoever cannot see all of it cannot make it.
        let from = call.request.query("from").is_some() && object.period.is_some() && record.hidden == 0;
        let mut values: HashMap<usize, Value> = record.values.iter().cloned().enumerate().collect();
        if from && let Some((start, end)) = object.period {
            values.insert(start, Value::Int(days_of_date(call.scope.as_of)));
            values.insert(end, Value::Null);
        }
        let deed = if from { Deed::From } else { Deed::Edit };
        Ok(Sheet {
            object,
            deed,
            record: Some(record),
            values,
            sent: None,
            faults: Vec::new(),
            meanwhile: Vec::new(),
        })
    })?;
    show(call, &sheet)
}

/// `POST /o/{object}/{id}/edit`.
pub(super) fn update(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let field =
        |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str()).unwrap_or_default();
    let from = field("_deed") == "from";
    let version: Option<i64> = field("_version").parse().ok();
    let (object, record, allowed, catalogue) = call.scope.view(|v| {
        let object = writable(call, v)?;
        let record = v.get(&object, call.id("id")?)?;
        let allowed = editable(v, &object, Some(&record))?;
        Ok((object, record, allowed, v.catalogue()))
    })?;
    let (mut draft, mut faults) = read_form(call, &catalogue, &object, &allowed, &form);
    if from && record.hidden != 0 {
        faults.push(Fault::new("right.missing").with("action", "create").with("object", object.def.name));
    }
    if faults.is_empty() {
        let saved = call.scope.change(object.def.kind, |c| {
            if !from {
                return c.save(&object, Mode::Update { id: record.id, version }, draft);
            }
            // The new slice is of the same thread, and takes over what this user cannot see or change.
            for field in object.fields.iter().filter(|f| !allowed.contains(&f.index)) {
                if let Some(value) =
                    record.values.get(field.index).filter(|v| !v.is_null() && !field.read_only)
                {
                    draft.values.push((field.index, value.clone()));
                }
            }
            let begins = object.period.and_then(|(start, _)| draft.get(start)).and_then(Value::as_int);
            let begun = object.period.and_then(|(start, _)| record.values.get(start)).and_then(Value::as_int);
            match (begins, begun) {
                (Some(new), Some(old)) if new == old => {
                    c.save(&object, Mode::Update { id: record.id, version }, draft)
                }
                _ => c.save(&object, Mode::Insert, draft),
            }
        });
        match saved {
            Ok(saved) => {
                let key = match saved.outcome {
                    Outcome::Unchanged => "general-unchanged",
                    _ => "general-saved",
                };
                return Ok(saved_reply(call, &object, &saved, key));
            }
            Err(error) => faults = refusals(error)?,
        }
    }
    let deed = if from { Deed::From } else { Deed::Edit };
    let changed = faults.iter().any(|f| f.code == "record.changed");
    let (record, meanwhile) = call.scope.view(|v| {
        let now = v.get(&object, record.id)?;
        let missed = usize::try_from(now.version - version.unwrap_or(now.version)).unwrap_or_default();
        let entries = if changed { v.history(&object, now.id, missed.clamp(1, 20))? } else { Vec::new() };
        Ok((now, entries))
    })?;
    let values = record.values.iter().cloned().enumerate().collect();
    show(call, &Sheet { object, deed, record: Some(record), values, sent: Some(&form), faults, meanwhile })
}

/// The object of the path, where people may write it by hand at all.
fn writable(call: &Call, view: &View<'_>) -> Result<Arc<Object>> {
    let object = object_of(call, view)?;
    if object.def.internal {
        return Err(Fault::new("object.read_only").with("object", object.def.name).into());
    }
    Ok(object)
}

/// What is wrong with what was sent; anything else stays a failure.
fn refusals(error: Error) -> Result<Vec<Fault>> {
    if error.is_of_the_form() { Ok(error.faults()) } else { Err(error) }
}

/// The page from which the form was opened and to which it leads back: `back=`, an address of this host.
fn back(call: &Call) -> Option<&str> {
    let own = |b: &&str| b.starts_with('/') && !b.starts_with("//") && !b.contains(['\\', '\r', '\n']);
    call.request.query("back").filter(own)
}

fn saved_reply(call: &Call, object: &Object, saved: &Saved, key: &str) -> Reply {
    if let Some(back) = back(call) {
        return done(call, back, key, None, None);
    }
    let id = if object.period.is_some() { saved.thread } else { saved.id };
    let mut to = record_address(call.installation.registry(), object, id);
    if object.period.is_some() {
        to.push_str(&format!("?slice={}", saved.id));
    }
    done(call, &to, key, None, None)
}

/// The page of a form.
fn show(call: &Call, sheet: &Sheet<'_>) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let object = &sheet.object;
    let (one, many) = names_of(call, object);
    let (name, content) = call.scope.view(|v| {
        let name = match &sheet.record {
            Some(record) => {
                v.load_titles(object, std::slice::from_ref(record))?;
                let title = v.title_of(record)?;
                if title.title.trim().is_empty() { title.key } else { title.title }
            }
            None => String::new(),
        };
        Ok((name, content(call, v, sheet)?))
    })?;
    let title = match sheet.deed {
        Deed::New => ui.say_with("general-new-title", &[("name", one.into())]),
        Deed::Edit => ui.say_with("general-edit-title", &[("name", name.as_str().into())]),
        Deed::From => ui.say_with("general-from-title", &[("name", name.as_str().into())]),
    };
    let mut crumbs = vec![
        Crumb {
            label: section_name(call, object.def.module),
            href: format!("/o?module={}", object.def.module),
        },
        Crumb { label: many.to_string(), href: list_address(registry, object) },
    ];
    if let Some(record) = &sheet.record {
        let id = if object.period.is_some() { record.thread } else { record.id };
        crumbs.push(Crumb { label: name, href: record_address(registry, object, id) });
    }
    let text = match sheet.deed {
        Deed::From => ui.say("general-from-text"),
        Deed::Edit if object.period.is_some() => ui.say("general-correct-text"),
        _ => registry.labels.object_help(ui.language, object.def).to_string(),
    };
    let head = Head { title: &title, text: &text, menu: object.def.name, crumbs: &crumbs, ..Head::default() };
    let status = sheet.faults.first().map_or(200, |f| if f.code == "record.changed" { 409 } else { 422 });
    Ok(page_with(call, &head, content)?.code(status))
}

fn content(call: &Call, v: &mut View<'_>, sheet: &Sheet<'_>) -> Result<Markup> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let catalogue = v.catalogue();
    let object = &sheet.object;
    let allowed = match &sheet.record {
        Some(record) => editable(v, object, Some(record))?,
        None => creatable(v, object),
    };
    let names = names(v, sheet)?;
    let label = |field: &Field| registry.labels.field(ui.language, object.def.name, field).to_string();
    let problems: Vec<Problem> = sheet
        .faults
        .iter()
        .filter(|f| f.code != "record.changed")
        .map(|fault| Problem {
            field: fault
                .field
                .clone()
                .filter(|n| object.field(n).is_some_and(|f| allowed.contains(&f.index)))
                .unwrap_or_default(),
            text: fault_text(call, Some(object), fault),
        })
        .collect();
    let errors: HashMap<String, String> = problems
        .iter()
        .filter(|p| !p.field.is_empty())
        .map(|p| (p.field.split('.').next().unwrap_or_default().to_string(), p.text.clone()))
        .collect();
    let sent = |name: &str| {
        let all = sheet.sent.unwrap_or_default();
        all.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect::<Vec<_>>()
    };
    let empty = Value::Null;
    let field_input = |field: &Field| {
        let value = sheet.values.get(&field.index).unwrap_or(&empty);
        let error = errors.get(field.name.as_ref()).cloned();
        if let FieldType::File = field.ty {
            return super::files::field(call, object, field, &label(field), value, &sent, &names, error);
        }
        let numbered = field.numbered.is_some() && sheet.record.is_none();
        let mut help = registry.labels.field_help(ui.language, object.def.name, field).to_string();
        if numbered {
            help = format!("{help} {}", ui.say("general-numbered"));
        }
        let control = names.with(ui, registry, &catalogue, |cx| match sheet.sent {
            Some(_) => control_of_form(cx, field, &sent),
            None => control(cx, field, value),
        });
        input(
            &ui,
            &Input {
                name: field.name.to_string(),
                label: label(field),
                help,
                control,
                required: field.mandatory && !matches!(field.ty, FieldType::Bool) && !numbered,
                read_only: false,
                error,
            },
        )
    };
    let mut groups = Vec::new();
    for group in &object.groups {
        let fields: Vec<&Field> = object.fields.iter().filter(|f| f.group == *group).collect();
        let inputs: Vec<&&Field> = fields.iter().filter(|f| allowed.contains(&f.index)).collect();
        let shown: Vec<&&Field> = match &sheet.record {
            Some(record) => fields
                .iter()
                .filter(|f| !allowed.contains(&f.index) && !record.is_hidden(f.index))
                .filter(|f| record.values.get(f.index).is_some_and(|v| !v.is_null()))
                .collect(),
            None => Vec::new(),
        };
        if inputs.is_empty() && shown.is_empty() {
            continue;
        }
        let title = if object.groups.len() > 1 {
            registry.labels.group(ui.language, group).to_string()
        } else {
            String::new()
        };
        groups.push((title, html! {
            @if !shown.is_empty() {
                div.mb-3 { (facts(html! { @for field in &shown {
                    @let value = sheet.record.as_ref().and_then(|r| r.values.get(field.index)).unwrap_or(&empty);
                    (fact(&ui, &label(field), names.with(ui, registry, &catalogue, |cx| field_view(cx, field, value)), false))
                } })) }
            }
            @if !inputs.is_empty() { div.tl-form { @for field in &inputs { (field_input(field)) } } }
        }));
    }
    let cancel = match (back(call), &sheet.record) {
        (Some(back), _) => back.to_string(),
        (None, Some(record)) => {
            let id = if object.period.is_some() { record.thread } else { record.id };
            record_address(registry, object, id)
        }
        (None, None) => list_address(registry, object),
    };
    let asked: Vec<&str> =
        allowed.iter().filter_map(|i| object.fields.get(*i)).map(|f| f.name.as_ref()).collect();
    let action = match &sheet.record {
        Some(record) => format!("/o/{}/{}/edit", object.def.path, record.id),
        None => format!("/o/{}/new", object.def.path),
    };
    let action = components::with_param(&action, "back", back(call).unwrap_or_default());
    let meanwhile = meanwhile(call, v, sheet)?;
    let switch = slice_switch(call, sheet);
    Ok(html! {
        (meanwhile)
        (error_summary(&ui, &problems))
        (switch)
        form #record-form method="post" action=(action) novalidate data-guard data-unsaved[sheet.sent.is_some()] {
            (csrf_field(call))
            input type="hidden" name="_fields" value=(asked.join(","));
            @if let Some(record) = &sheet.record { input type="hidden" name="_version" value=(record.version); }
            @if sheet.deed == Deed::From { input type="hidden" name="_deed" value="from"; }
            // One card, so that the bar with "Save" stays in sight from the first field to the last.
            section.card {
                div.tl-card-body {
                    @for (at, (title, fields)) in groups.iter().enumerate() {
                        div.mt-4[at > 0] {
                            @if !title.is_empty() { h2.h3.mb-3 { (title) } }
                            (fields)
                        }
                    }
                    (form_bar(&ui, &cancel, "", html! {}))
                }
            }
        }
    })
}

/// Names of what the values and what was sent refer to.
fn names(v: &mut View<'_>, sheet: &Sheet<'_>) -> Result<Names> {
    let object = &sheet.object;
    let mut names = match &sheet.record {
        Some(record) => Names::of(v, object, std::slice::from_ref(record))?,
        None => Names::default(),
    };
    for field in &object.fields {
        if let Some(value) = sheet.values.get(&field.index) {
            names.add_values(v, field, std::iter::once(value))?;
        }
        if let FieldType::Reference(target) | FieldType::References(target) = &field.ty {
            let sent = sheet.sent.unwrap_or_default();
            let ids: Vec<i64> = sent
                .iter()
                .filter(|(n, _)| *n == field.name.as_ref())
                .filter_map(|(_, t)| t.parse().ok())
                .collect();
            let object = v.object(target)?;
            // Only what the user may see is named: a forged number must not tell anything.
            let seen = crate::page::visible(v, &object, &ids)?;
            names.add(v, target, &ids.into_iter().filter(|id| seen.contains(id)).collect::<Vec<_>>())?;
        }
    }
    Ok(names)
}

/// Who changed the record since this form was opened, and what saving again would do.
fn meanwhile(call: &Call, v: &mut View<'_>, sheet: &Sheet<'_>) -> Result<Markup> {
    if !sheet.faults.iter().any(|f| f.code == "record.changed") {
        return Ok(html! {});
    }
    let ui = ui(call);
    let events = super::record::events(call, v, &sheet.meanwhile)?;
    let reload = sheet
        .record
        .as_ref()
        .map(|r| format!("/o/{}/{}/edit", sheet.object.def.path, r.id))
        .unwrap_or_default();
    Ok(alert(
        Tone::Warning,
        &ui.say("general-changed-title"),
        html! {
            p { (ui.say("general-changed-text")) }
            (components::timeline(&ui, &events))
            p.mb-0 { a.btn.btn-sm href=(reload) { (icon("refresh")) (ui.say("general-reload")) } }
        },
    ))
}

/// For dated objects: correct this slice, or let something else apply from a date on.
fn slice_switch(call: &Call, sheet: &Sheet<'_>) -> Markup {
    let (Some(record), Some((start, end))) = (&sheet.record, sheet.object.period) else { return html! {} };
    let ui = ui(call);
    let base = format!("/o/{}/{}/edit", sheet.object.def.path, record.id);
    let day = |index: usize| record.values.get(index).and_then(Value::as_int);
    let from = day(start).map(|d| ui.culture.date_long(d)).unwrap_or_default();
    let period = match day(end) {
        Some(until) => ui.say_with(
            "general-period",
            &[("from", from.into()), ("until", ui.culture.date_long(until).into())],
        ),
        None => ui.say_with("general-period-open", &[("from", from.into())]),
    };
    if record.hidden != 0 {
        return html! { p.tl-soft { (period) } };
    }
    let tabs = [
        components::Tab {
            label: ui.say("general-correct-slice"),
            href: base.clone(),
            current: sheet.deed == Deed::Edit,
            count: None,
        },
        components::Tab {
            label: ui.say("general-change-from"),
            href: format!("{base}?from=1"),
            current: sheet.deed == Deed::From,
            count: None,
        },
    ];
    html! {
        (components::tabs(&ui.say("general-slices"), &tabs))
        p.tl-soft data-start=(day(start).map(iso_date).unwrap_or_default()) { (period) }
    }
}
