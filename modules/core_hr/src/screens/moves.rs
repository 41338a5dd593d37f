//! What happens to people, in guided forms: a move from a date on, and leaving.

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::types::time::iso_date;
use talang_catalogue::value::date_of_days;
use talang_catalogue::{Culture, Fault, Kind, Object, Record, Value};
use talang_engine::{Action, AsOf, Change, Draft, Mode, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Control, Crumb, Input, Problem, Tone, alert, avatar, card, control, error_summary, form_bar, input,
};
use talang_screens::page::{Head, Names, csrf_field, done, fault_text, page_with, photo, ui};

use super::file::first_day;
use super::kit::{self, about, all, read_day, records};

/// What a move may change, in the order of the form.
const MOVES: [&str; 10] = [
    "organisation",
    "position",
    "job",
    "job_title",
    "manager",
    "establishment",
    "legal_entity",
    "cost_centre",
    "grade",
    "reason",
];

/// Fields as sent: name and text.
type Sent = [(String, String)];

fn value<'a>(sent: &'a Sent, name: &str) -> &'a str {
    kit::sent(sent, name)
}

/// `GET /people/{id}/move`.
pub fn move_form(call: &Call) -> Result<Reply> {
    show_move(call, None, &[])
}

/// The person of the path, if the scope may do that with them.
fn person(call: &Call, v: &mut View<'_>, object: &str, action: Action) -> Result<Record> {
    let employee = v.object("Employee")?;
    let record = v.get(&employee, call.id("id")?)?;
    let target = v.object(object)?;
    match v.who(&target, GENERAL, action)?.includes(Some(record.id)) {
        true => Ok(record),
        false => Err(Fault::new("right.missing").into()),
    }
}

fn show_move(call: &Call, sent: Option<&Sent>, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let (name, face, content) = call.scope.view(|v| {
        let record = person(call, v, "Assignment", Action::Create)?;
        let object = v.object("Assignment")?;
        let name = v.title_of(&record)?.title;
        let now = records(v, "Assignment", "employee", &[record.id], AsOf::Scope, 1)?.pop();
        let catalogue = v.catalogue();
        let mut names = Names::default();
        if let Some(now) = &now {
            names.add_records(v, &object, std::slice::from_ref(now))?;
        }
        let mut values: Vec<(usize, Value)> = Vec::new();
        for field in MOVES.iter().filter_map(|n| object.field(n)) {
            let value = match sent {
                Some(sent) => read(&object, &field.name, sent, ui.culture).unwrap_or_default(),
                // The reason is of this move, not of the last one.
                None if field.name == "reason" => Value::Null,
                None => now.as_ref().map(|r| r.get(&field.name).clone()).unwrap_or_default(),
            };
            names.add_values(v, field, std::iter::once(&value))?;
            values.push((field.index, value));
        }
        let problems = problems(call, &object, faults);
        let error = |name: &str| problems.iter().find(|p| p.field == name).map(|p| p.text.clone());
        let start =
            sent.map_or_else(|| iso_date(first_day(call, &record)), |s| value(s, "start").to_string());
        let fields = html! {
            (input(&ui, &Input {
                name: "start".into(),
                label: ui.say("people-move-from"),
                help: ui.say("people-move-from-help"),
                control: Control::Date { value: start },
                required: true,
                error: error("start"),
                ..Input::default()
            }))
            @for (index, value) in &values {
                @if let Some(field) = object.fields.get(*index) {
                    (input(&ui, &Input {
                        name: field.name.to_string(),
                        label: registry.labels.field(ui.language, object.def.name, field).to_string(),
                        help: registry.labels.field_help(ui.language, object.def.name, field).to_string(),
                        control: names.with(ui, registry, &catalogue, |cx| control(cx, field, value)),
                        error: error(&field.name),
                        ..Input::default()
                    }))
                }
            }
        };
        let before = match &now {
            Some(now) => {
                card(&ui.say("people-move-now"), html! {}, false, kit::fact_rows(call, v, now, &MOVES[..9])?)
            }
            None => alert(Tone::Info, "", html! { (ui.say("people-no-assignment")) }),
        };
        let content = form(
            call,
            &format!("/people/{}/move", record.id),
            &record,
            &problems,
            before,
            fields,
            "people-move-do",
        );
        Ok((name.clone(), html! { (avatar(&name, photo(&record).as_deref(), "l")) }, content))
    })?;
    frame(
        call,
        &ui.say_with("people-move-title", &[("name", name.as_str().into())]),
        &ui.say("people-move-text"),
        &name,
        face,
        content,
        faults,
    )
}

/// A form of its own page with the foot that every form has.
fn form(
    call: &Call,
    action: &str,
    record: &Record,
    problems: &[Problem],
    before: Markup,
    fields: Markup,
    save: &str,
) -> Markup {
    let ui = ui(call);
    html! {
        div.tl-stack {
            (error_summary(&ui, problems))
            (before)
            form method="post" action=(action) novalidate data-guard {
                (csrf_field(call))
                section.card { div.tl-card-body {
                    div.tl-form { (fields) }
                    (form_bar(&ui, &format!("/people/{}", record.id), &ui.say(save), html! {}))
                } }
            }
        }
    }
}

fn frame(
    call: &Call,
    title: &str,
    text: &str,
    name: &str,
    face: Markup,
    content: Markup,
    faults: &[Fault],
) -> Result<Reply> {
    let id = call.id("id")?;
    let crumbs = [
        Crumb { label: kit::words(call, "Employee").1.to_string(), href: "/people".into() },
        Crumb { label: name.to_string(), href: format!("/people/{id}") },
    ];
    let head = Head { title, text, menu: "Employee", crumbs: &crumbs, face, ..Head::default() };
    let status = if faults.is_empty() { 200 } else { 422 };
    Ok(page_with(call, &head, content)?.code(status))
}

fn problems(call: &Call, object: &Object, faults: &[Fault]) -> Vec<Problem> {
    faults
        .iter()
        .map(|f| Problem {
            field: f.field.clone().unwrap_or_default(),
            text: fault_text(call, Some(object), f),
        })
        .collect()
}

/// A field as sent; references come as row numbers.
fn read(object: &Object, name: &str, sent: &Sent, culture: &Culture) -> std::result::Result<Value, Fault> {
    let Some(field) = object.field(name) else { return Ok(Value::Null) };
    kit::read_sent(field, value(sent, name), culture).map_err(|f| f.on(name))
}

/// `POST /people/{id}/move`: a new slice of the assignment, and the event that says so.
pub fn move_person(call: &Call) -> Result<Reply> {
    let sent = call.request.form();
    let culture = call.scope.culture;
    let record = call.scope.view(|v| person(call, v, "Assignment", Action::Create))?;
    let mut faults = Vec::new();
    let start = read_day(&sent, "start").map_err(|f| faults.push(f)).unwrap_or_default();
    let object = call.scope.view(|v| v.object("Assignment"))?;
    let mut values = Vec::new();
    for name in MOVES {
        match read(&object, name, &sent, culture) {
            Ok(value) => values.push((name, value)),
            Err(fault) => faults.push(fault),
        }
    }
    if values.iter().all(|(name, v)| v.is_null() || *name == "reason") && faults.is_empty() {
        faults.push(Fault::new("value.mandatory").on("organisation"));
    }
    if !faults.is_empty() {
        return show_move(call, Some(&sent), &faults);
    }
    // Managers and units are looked up as they are on the day of the move.
    let scope = call.scope.on(date_of_days(start));
    let saved = scope.change(Kind::Employees, |c| {
        let now = current(c, record.id)?;
        let same = |name: &str, value: &Value| now.as_ref().is_some_and(|n| n.get(name) == value);
        if values.iter().all(|(name, value)| *name == "reason" || same(name, value)) {
            return Ok(false);
        }
        let mut draft =
            Draft::new(&object, vec![("employee", Value::Int(record.id)), ("start", Value::Int(start))])?;
        for (name, value) in &values {
            if let Some(field) = object.field(name) {
                draft.values.push((field.index, value.clone()));
            }
        }
        // A tenant's own fields stay as they were.
        if let Some(now) = &now {
            for field in object.fields.iter().filter(|f| f.extra && !f.read_only) {
                draft.values.push((field.index, now.values.get(field.index).cloned().unwrap_or_default()));
            }
        }
        match now.as_ref().filter(|n| n.get("start").as_int() == Some(start)) {
            Some(now) => {
                let mode = Mode::Update { id: now.id, version: None };
                draft.values.retain(|(i, _)| !object.key.contains(i));
                c.save(&object, mode, draft)?
            }
            None => c.save(&object, Mode::Insert, draft)?,
        };
        let new =
            |name: &str| values.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone()).unwrap_or_default();
        let old = |name: &str| now.as_ref().map(|n| n.get(name).clone()).unwrap_or_default();
        event(
            c,
            record.id,
            start,
            "move",
            vec![
                ("from_organisation", old("organisation")),
                ("to_organisation", new("organisation")),
                ("from_job", old("job")),
                ("to_job", new("job")),
            ],
        )?;
        Ok(true)
    });
    match saved {
        Ok(true) => Ok(done(call, &format!("/people/{}?tab=work", record.id), "people-moved", None, None)),
        Ok(false) => {
            Ok(done(call, &format!("/people/{}?tab=work", record.id), "general-unchanged", None, None))
        }
        Err(error) if error.is_of_the_form() => show_move(call, Some(&sent), &error.faults()),
        Err(error) => Err(error),
    }
}

/// The assignment of the scope's day.
fn current(v: &mut View<'_>, person: i64) -> Result<Option<Record>> {
    Ok(records(v, "Assignment", "employee", &[person], AsOf::Scope, 1)?.pop())
}

/// Records what happened, where the scope may record events and this one is not recorded yet.
fn event(c: &mut Change<'_>, person: i64, date: i64, kind: &str, values: Vec<(&str, Value)>) -> Result<()> {
    let object = c.object("EmployeeEvent")?;
    if !c.who(&object, GENERAL, Action::Create)?.includes(Some(person)) {
        return Ok(());
    }
    let mut all_values =
        vec![("employee", Value::Int(person)), ("date", Value::Int(date)), ("kind", kind.into())];
    all_values.extend(values.into_iter().filter(|(_, v)| !v.is_null()));
    let draft = Draft::new(&object, all_values)?;
    c.save(&object, Mode::Upsert, draft)?;
    Ok(())
}

/// `GET /people/{id}/leave`.
pub fn leave_form(call: &Call) -> Result<Reply> {
    show_leave(call, None, &[])
}

fn show_leave(call: &Call, sent: Option<&Sent>, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let (name, face, content) = call.scope.view(|v| {
        let record = person(call, v, "Employee", Action::Update)?;
        let object = v.object("Employee")?;
        let name = v.title_of(&record)?.title;
        let catalogue = v.catalogue();
        let problems = problems(call, &object, faults);
        let error = |name: &str| problems.iter().find(|p| p.field == name).map(|p| p.text.clone());
        let date = match sent {
            Some(sent) => value(sent, "exit_date").to_string(),
            None => record.get("exit_date").as_int().map(iso_date).unwrap_or_default(),
        };
        let reason = object.field("exit_reason").cloned();
        let may_reason = match &reason {
            Some(field) => v.may(&record, &field.group, Action::Update)?,
            None => false,
        };
        let current = match sent {
            Some(sent) => Value::Text(value(sent, "exit_reason").to_string()),
            None => record.get("exit_reason").clone(),
        };
        let fields = html! {
            (input(&ui, &Input {
                name: "exit_date".into(),
                label: ui.say("people-leave-date"),
                help: ui.say("people-leave-date-help"),
                control: Control::Date { value: date },
                required: true,
                error: error("exit_date"),
                ..Input::default()
            }))
            @if let Some(field) = reason.as_ref().filter(|_| may_reason) {
                (input(&ui, &Input {
                    name: "exit_reason".into(),
                    label: registry.labels.field(ui.language, object.def.name, field).to_string(),
                    control: Names::default().with(ui, registry, &catalogue, |cx| control(cx, field, &current)),
                    error: error("exit_reason"),
                    ..Input::default()
                }))
            }
        };
        let team = records(v, "Assignment", "manager", &[record.id], AsOf::Scope, 500)?.len();
        let loans = records(v, "EquipmentLoan", "employee", &[record.id], AsOf::Always, 500)?;
        let open = loans.iter().filter(|l| l.get("returned_on").is_null()).count();
        let count = |n: usize| i64::try_from(n).unwrap_or_default();
        let before = html! {
            @if team > 0 { (alert(Tone::Warning, "", html! { (ui.say_with("people-leave-team", &[("count", count(team).into())])) })) }
            @if open > 0 { (alert(Tone::Info, "", html! { (ui.say_with("people-leave-loans", &[("count", count(open).into())])) })) }
        };
        let content = form(call, &format!("/people/{}/leave", record.id), &record, &problems, before, fields, "people-leave-do");
        Ok((name.clone(), html! { (avatar(&name, photo(&record).as_deref(), "l")) }, content))
    })?;
    frame(
        call,
        &ui.say_with("people-leave-title", &[("name", name.as_str().into())]),
        &ui.say("people-leave-text"),
        &name,
        face,
        content,
        faults,
    )
}

/// `POST /people/{id}/leave`: exit date and reason; assignment and contracts end with it.
pub fn leave(call: &Call) -> Result<Reply> {
    let sent = call.request.form();
    let record = call.scope.view(|v| person(call, v, "Employee", Action::Update))?;
    let object = record.object.clone();
    let date = match read_day(&sent, "exit_date") {
        Ok(date) => date,
        Err(fault) => return show_leave(call, Some(&sent), &[fault]),
    };
    let saved = call.scope.change(Kind::Employees, |c| {
        let mut values = vec![("exit_date", Value::Int(date))];
        let reason = value(&sent, "exit_reason");
        if !reason.is_empty() {
            values.push(("exit_reason", reason.into()));
        }
        // Who leaves later is still there.
        let past = date < kit::today(call);
        values.push(("status", if past { "left".into() } else { record.get("status").clone() }));
        values.retain(|(name, v)| record.get(name) != v && !v.is_null());
        let draft = Draft::new(&object, values)?;
        c.save(&object, Mode::Update { id: record.id, version: None }, draft)?;
        for name in ["Assignment", "Contract"] {
            end_slices(c, name, record.id, date)?;
        }
        event(c, record.id, date, "leave", Vec::new())
    });
    match saved {
        Ok(()) => Ok(done(call, &format!("/people/{}", record.id), "people-left", None, None)),
        Err(error) if error.is_of_the_form() => show_leave(call, Some(&sent), &error.faults()),
        Err(error) => Err(error),
    }
}

/// Lets what holds on the last day end with it, where the scope may change it.
fn end_slices(c: &mut Change<'_>, name: &str, person: i64, date: i64) -> Result<()> {
    let object = c.object(name)?;
    if !c.rights().may(&object, Action::Read) {
        return Ok(());
    }
    let query = Query {
        filter: all(vec![about(&object, "employee", &[person])]),
        as_of: AsOf::Day(date_of_days(date)),
        ..Query::default()
    };
    for slice in c.list(&object, &query)?.records {
        let open = slice.get("end").as_int().is_none_or(|end| end > date);
        if open && c.may(&slice, GENERAL, Action::Update)? {
            let draft = Draft::new(&object, vec![("end", Value::Int(date))])?;
            c.save(&object, Mode::Update { id: slice.id, version: None }, draft)?;
        }
    }
    Ok(())
}
