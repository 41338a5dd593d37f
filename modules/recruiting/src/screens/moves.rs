//! Moving applications: one or several, to another stage or out of the running, with a way back.

use maud::html;
use talang_catalogue::{Fault, Kind, Record, Value};
use talang_core_hr::kit;
use talang_engine::{AsOf, Filter, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{Control, Dialog, Input, Opt, Problem, dialog, error_summary, input};
use talang_screens::page::{done, fault_text, ui};

use super::kit::reasons;
use crate::rules::stages;

/// Applications that are moved at once, at most: as many as an address with the way back can carry.
pub const MOST: usize = 100;

/// What is asked: which applications, where to, why.
#[derive(Debug, Default)]
struct Move {
    ids: Vec<i64>,
    to: String,
    reason: String,
    comment: String,
}

impl Move {
    fn read(fields: &[(String, String)]) -> Move {
        let get = |name: &str| fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim().to_string());
        let mut ids: Vec<i64> =
            fields.iter().filter(|(n, _)| n == "id").filter_map(|(_, v)| v.parse().ok()).collect();
        ids.sort_unstable();
        ids.dedup();
        Move {
            ids,
            to: get("to").unwrap_or_default(),
            reason: get("reason").unwrap_or_default(),
            comment: get("comment").unwrap_or_default(),
        }
    }
}

/// The applications, all for one vacancy, and the vacancy.
fn found(v: &mut View<'_>, ids: &[i64]) -> Result<(Vec<Record>, Record)> {
    let object = v.object("Application")?;
    if ids.is_empty() {
        return Err(Fault::new("value.mandatory").on("id").into());
    }
    if ids.len() > MOST {
        return Err(Fault::new("value.too_large").on("id").with("max", MOST).into());
    }
    let query = Query { filter: Some(Filter::Ids(ids.to_vec())), as_of: AsOf::Always, ..Query::default() };
    let records = v.list(&object, &query)?.records;
    let vacancy = records.first().and_then(|r| r.get("vacancy").as_int());
    let same = records.iter().all(|r| r.get("vacancy").as_int() == vacancy);
    let (Some(vacancy), true) = (vacancy, same && records.len() == ids.len()) else {
        return Err(kit::missing("Application"));
    };
    let object = v.object("Vacancy")?;
    Ok((records, v.get(&object, vacancy)?))
}

/// `GET /applications/move?id=&id=&to=`: where to, and why.
pub fn ask(call: &Call) -> Result<Reply> {
    let wanted = Move::read(&call.request.query);
    if wanted.ids.is_empty() {
        let ui = ui(call);
        let foot = html! { button.btn type="button" data-dialog-close { (ui.say("ui-close")) } };
        let content = html! { p { (ui.say("recruiting-nothing-selected")) } };
        let title = ui.say("recruiting-move-selected");
        let nothing =
            Dialog { id: "move-dialog", title: &title, auto: true, size: "small", content, foot, post: None };
        return Ok(Reply::html(dialog(&ui, &nothing).into_string()));
    }
    ask_with(call, &wanted, &[], 200)
}

fn ask_with(call: &Call, wanted: &Move, faults: &[Fault], status: u16) -> Result<Reply> {
    let ui = ui(call);
    let markup = call.scope.view(|v| {
        let object = v.object("Application")?;
        let (records, vacancy) = found(v, &wanted.ids)?;
        let now = records.first().and_then(|r| r.get("stage").as_int());
        let same = records.iter().all(|r| r.get("stage").as_int() == now);
        let mut options = Vec::new();
        for stage in stages(v, &vacancy)?.into_iter().filter(|s| s.active) {
            let label = v.title("PipelineStage", stage.id)?.title;
            options.push(Opt { value: stage.id.to_string(), label });
        }
        options.push(Opt { value: "withdrawn".into(), label: ui.say("recruiting-withdraw") });
        let to = match (wanted.to.as_str(), now.filter(|_| same)) {
            // What comes next is what is mostly wanted.
            ("", Some(now)) => {
                let at = options.iter().position(|o| o.value == now.to_string()).unwrap_or_default();
                options.get(at + 1).map(|o| o.value.clone()).unwrap_or_default()
            }
            (to, _) => to.to_string(),
        };
        let why = reasons(v)?;
        let problems: Vec<Problem> = faults
            .iter()
            .map(|f| {
                let field = match f.field.as_deref() {
                    Some("rejection_reason") => "reason",
                    Some("rejection_comment") => "comment",
                    Some("stage" | "state") => "to",
                    _ => "",
                };
                Problem { field: field.into(), text: fault_text(call, Some(&object), f) }
            })
            .collect();
        let error = |field: &str| problems.iter().find(|p| p.field == field).map(|p| p.text.clone());
        let title = match records.as_slice() {
            [one] => {
                let name = v.title("Candidate", one.get("candidate").as_int().unwrap_or_default())?.title;
                ui.say_with("recruiting-move-name", &[("name", name.into())])
            }
            many => ui.say_with("recruiting-move-many", &[("count", i64::try_from(many.len()).unwrap_or_default().into())]),
        };
        let field = |name: &str, label: String, help: String, control| {
            let field = Input { name: name.into(), label, help, control, error: error(name), ..Input::default() };
            html! { div.tl-field-wide { (input(&ui, &field)) } }
        };
        let content = html! {
            (error_summary(&ui, &problems))
            @for id in &wanted.ids { input type="hidden" name="id" value=(id); }
            div.tl-form {
                (field("to", kit::label(call, &object, "stage"), String::new(), Control::Select { value: to, options }))
                (field("reason", kit::label(call, &object, "rejection_reason"), ui.say("recruiting-reason-help"), Control::Select { value: wanted.reason.clone(), options: why }))
                (field("comment", kit::label(call, &object, "rejection_comment"), ui.say("recruiting-comment-help"), Control::Text { value: wanted.comment.clone(), kind: Default::default(), max: Some(400) }))
            }
        };
        let foot = html! {
            button.btn type="button" data-dialog-close { (ui.say("ui-cancel")) }
            button.btn.btn-primary type="submit" { (ui.say("recruiting-move")) }
        };
        Ok(dialog(&ui, &Dialog { id: "move-dialog", title: &title, auto: true, size: "", content, foot, post: Some("/applications/move") }))
    })?;
    Ok(Reply::html(markup.into_string()).code(status))
}

/// `POST /applications/move`: all of them, or none.
pub fn move_them(call: &Call) -> Result<Reply> {
    let wanted = Move::read(&call.request.form());
    let (records, vacancy) = call.scope.view(|v| found(v, &wanted.ids))?;
    let optional = |text: &str| if text.is_empty() { Value::Null } else { text.into() };
    let mut values = match wanted.to.as_str() {
        "withdrawn" => vec![("state", "withdrawn".into())],
        to => match to.parse::<i64>() {
            // A person who withdrew and comes back is under way again wherever they are put.
            Ok(stage) => vec![("stage", Value::Int(stage)), ("state", "active".into())],
            Err(_) => return ask_with(call, &wanted, &[Fault::new("value.mandatory").on("stage")], 422),
        },
    };
    if let Ok(reason) = wanted.reason.parse::<i64>() {
        values.push(("rejection_reason", reason.into()));
        values.push(("rejection_comment", optional(&wanted.comment)));
    }
    let moved = call.scope.change(Kind::Candidates, |c| {
        let mut moved = 0;
        for record in &records {
            if c.update("Application", record.id, values.clone())?.outcome == talang_engine::Outcome::Updated
            {
                moved += 1;
            }
        }
        Ok(moved)
    });
    match moved {
        Ok(0) => Ok(done(call, &back(call, vacancy.id), "recruiting-moved-none", None, None)),
        Ok(count) => {
            let before: Vec<String> = records.iter().map(place).collect();
            let undo = format!("/applications/undo?from={}", before.join("_"));
            Ok(done(call, &back(call, vacancy.id), "recruiting-moved", Some(count), Some(&undo)))
        }
        Err(error) if error.is_of_the_form() => ask_with(call, &wanted, &error.faults(), 422),
        Err(error) => Err(error),
    }
}

/// Where an application stood, for the way back: number, stage, state, reason.
fn place(record: &Record) -> String {
    let number = |field: &str| record.get(field).as_int().unwrap_or_default();
    let state = record.get("state").as_text().unwrap_or_default();
    format!("{}.{}.{state}.{}", record.id, number("stage"), number("rejection_reason"))
}

/// Where a move leads back to: the page on which it was made.
fn back(call: &Call, vacancy: i64) -> String {
    let known =
        |page: &&str| ["/applications/", "/candidates/", "/vacancies/"].iter().any(|p| page.starts_with(p));
    let page = call.request.came_from().filter(known);
    page.map_or_else(|| format!("/vacancies/{vacancy}"), str::to_string)
}

/// `POST /applications/undo?from=`: they stand again where they stood.
pub fn undo(call: &Call) -> Result<Reply> {
    let from = call.request.query("from").unwrap_or_default();
    let read = |part: &str| {
        let mut parts = part.split('.');
        let mut number = || parts.next()?.parse::<i64>().ok();
        let (id, stage) = (number()?, number()?);
        let state = parts.next()?.to_string();
        Some((id, stage, state, parts.next()?.parse::<i64>().ok()?))
    };
    let places: Option<Vec<_>> = from.split('_').map(read).collect();
    let places = places.filter(|p| p.len() <= MOST).ok_or_else(|| kit::missing("Application"))?;
    let ids: Vec<i64> = places.iter().map(|(id, ..)| *id).collect();
    let (_, vacancy) = call.scope.view(|v| found(v, &ids))?;
    let or_nothing = |id: i64| if id == 0 { Value::Null } else { Value::Int(id) };
    call.scope.change(Kind::Candidates, |c| {
        for (id, stage, state, reason) in &places {
            let values = vec![
                ("stage", or_nothing(*stage)),
                ("state", state.as_str().into()),
                ("rejection_reason", or_nothing(*reason)),
                ("rejection_comment", if *reason == 0 { Value::Null } else { comment(c, *id)? }),
            ];
            c.update("Application", *id, values)?;
        }
        Ok(())
    })?;
    Ok(done(call, &back(call, vacancy.id), "recruiting-move-undone", Some(places.len()), None))
}

/// What was said about a refusal: now, or before the latest change that took it away.
fn comment(v: &mut View<'_>, application: i64) -> Result<Value> {
    let object = v.object("Application")?;
    let now = v.get(&object, application)?.get("rejection_comment").clone();
    let Some(field) = object.field("rejection_comment").filter(|_| now.is_null()) else { return Ok(now) };
    let latest = v.history(&object, application, 1)?;
    let changes = latest.iter().flat_map(|entry| &entry.changes);
    Ok(changes
        .filter(|(index, ..)| *index == field.index)
        .map(|(_, old, _)| old.clone())
        .next()
        .unwrap_or_default())
}
