//! Scorecards: the form of whoever led an interview, and on the page of an application what everybody thinks, beside one another.

use maud::{Markup, html};
use serde_json::json;
use talang_catalogue::{Fault, FieldType, Kind, Object, Record, Value};
use talang_core_hr::kit::{self, Faces};
use talang_engine::{Action, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Control, Crumb, Input, Opt, Problem, Tone, alert, badge, card, error_summary, input,
};
use talang_screens::page::{Head, csrf_field, done, fault_text, page_with, ui};

use super::kit::{about, rating};
use crate::scorecards::{criteria, rated};

/// The page of an application says what every interviewer thinks, as far as the reader may know it by now.
pub fn card_of(call: &Call, v: &mut View<'_>, application: &Record) -> Result<Markup> {
    let ui = ui(call);
    let interviews = about(v, "Interview", "application", &[application.id], "starts_at")?;
    let ids: Vec<i64> = interviews.iter().map(|i| i.id).collect();
    let cards = about(v, "InterviewScorecard", "interview", &ids, "interviewer")?;
    if cards.is_empty() {
        return Ok(html! {});
    }
    let me = call.scope.actor.employee().filter(|_| call.scope.acting().is_none());
    let (given, open): (Vec<Record>, Vec<Record>) =
        cards.into_iter().partition(|c| !c.get("submitted_at").is_null());
    let mine: Vec<&Record> =
        open.iter().filter(|c| me.is_some() && c.get("interviewer").as_int() == me).collect();
    let content = html! {
        @for card in &mine {
            div.tl-links-row { span { (ui.say("recruiting-scorecard-open")) } a.btn.btn-primary.tl-links-end href={ "/scorecards/" (card.id) } { (ui.say("recruiting-fill-in")) } }
        }
        @if !given.is_empty() { (together(call, v, application, &given)?) }
    };
    if mine.is_empty() && given.is_empty() {
        return Ok(html! {});
    }
    Ok(card(kit::words(call, "InterviewScorecard").1, html! {}, true, content))
}

/// A column per card, a row per criterion.
fn together(call: &Call, v: &mut View<'_>, application: &Record, cards: &[Record]) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("Vacancy")?;
    let vacancy = v.get(&object, application.get("vacancy").as_int().unwrap_or_default())?;
    let criteria = criteria(v, &vacancy)?;
    let faces = Faces::load(v, cards.iter().filter_map(|c| c.get("interviewer").as_int()))?;
    let object = v.object("InterviewScorecard")?;
    let mut rows: Vec<(String, Vec<Markup>)> = Vec::new();
    for criterion in &criteria {
        let code = criterion.get("code").as_text().unwrap_or_default();
        let cells = cards.iter().map(|card| {
            let (given, comment) = rated(card, code);
            html! { (rating(&ui, &given.map_or(Value::Null, Value::Int))) @if !comment.is_empty() { div.tl-soft { (comment) } } }
        });
        rows.push((v.title_of(criterion)?.title, cells.collect()));
    }
    let overall = cards.iter().map(|card| rating(&ui, card.get("overall"))).collect();
    rows.push((kit::label(call, &object, "overall"), overall));
    for field in ["recommendation", "strengths", "concerns"] {
        let mut cells = Vec::new();
        for card in cards {
            let text = kit::shown(v, card, field)?;
            cells.push(match (field, card.get(field).as_text().unwrap_or_default()) {
                (_, "") => html! {},
                ("recommendation", said) => {
                    badge(if said.contains("no") { Tone::Danger } else { Tone::Success }, &text)
                }
                _ => html! { div.tl-pre { (text) } },
            });
        }
        rows.push((kit::label(call, &object, field), cells));
    }
    v.saw(&object, cards, |_| true);
    let reopen = v.rights().extents(&object, "decision", Action::Update).has(talang_engine::Extents::ALL);
    let me = call.scope.actor.employee();
    let heads: Vec<(i64, String, bool)> = cards
        .iter()
        .map(|card| {
            let who = card.get("interviewer").as_int();
            (card.id, faces.get(who.unwrap_or_default()).name, reopen && who != me)
        })
        .collect();
    Ok(html! {
        div.tl-scroll {
            table.tl-table.is-cards {
                caption.visually-hidden { (kit::words(call, "InterviewScorecard").1) }
                thead { tr {
                    th scope="col" { (kit::words(call, "ScorecardCriterion").0) }
                    @for (_, name, _) in &heads { th scope="col" { (name) } }
                } }
                tbody {
                    @for (label, cells) in &rows {
                        tr {
                            th scope="row" data-label=(kit::words(call, "ScorecardCriterion").0) { (label) }
                            @for (cell, (_, name, _)) in cells.iter().zip(&heads) { td data-label=(name) { (cell) } }
                        }
                    }
                }
            }
        }
        @for (id, name, may) in &heads {
            @if *may {
                form.tl-links-row method="post" action={ "/scorecards/" (id) "/reopen" } {
                    (csrf_field(call))
                    button.btn.btn-sm type="submit" { (ui.say_with("recruiting-reopen", &[("name", name.as_str().into())])) }
                }
            }
        }
    })
}

/// What was sent.
type Sent = Vec<(String, String)>;

/// `GET /scorecards/{id}`.
pub fn page(call: &Call) -> Result<Reply> {
    show(call, None, &[])
}

fn show(call: &Call, sent: Option<&Sent>, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let (name, back, content) = call.scope.view(|v| {
        let object = v.object("InterviewScorecard")?;
        let record = v.get(&object, call.id("id")?)?;
        let interviews = v.object("Interview")?;
        let interview = v.get(&interviews, record.get("interview").as_int().unwrap_or_default())?;
        let vacancies = v.object("Vacancy")?;
        let vacancy = v.get(&vacancies, record.get("vacancy").as_int().unwrap_or_default())?;
        let criteria = criteria(v, &vacancy)?;
        let name = v.title("Candidate", record.get("candidate").as_int().unwrap_or_default())?.title;
        let application = interview.get("application").as_int().unwrap_or_default();
        let mine = record.get("interviewer").as_int() == call.scope.actor.employee()
            && record.get("submitted_at").is_null()
            && call.scope.acting().is_none();
        let content = match mine {
            true => form(call, v, &object, &record, &criteria, sent, faults)?,
            false => {
                html! { (alert(Tone::Info, "", html! { (ui.say("recruiting-scorecard-given")) })) }
            }
        };
        Ok((name, application, content))
    })?;
    let title = ui.say_with("recruiting-scorecard-of", &[("name", name.as_str().into())]);
    let crumbs = [
        Crumb { label: kit::words(call, "Application").1.to_string(), href: "/applications".into() },
        Crumb { label: name, href: format!("/applications/{back}") },
    ];
    let text = ui.say("recruiting-scorecard-text");
    let head = Head {
        title: &title,
        text: &text,
        menu: "/applications",
        crumbs: &crumbs,
        timeless: true,
        ..Head::default()
    };
    let status = if faults.is_empty() { 200 } else { 422 };
    Ok(page_with(call, &head, content)?.code(status))
}

fn form(
    call: &Call,
    v: &mut View<'_>,
    object: &Object,
    record: &Record,
    criteria: &[Record],
    sent: Option<&Sent>,
    faults: &[Fault],
) -> Result<Markup> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let problems: Vec<Problem> = faults
        .iter()
        .map(|f| Problem {
            field: f.field.clone().unwrap_or_default(),
            text: fault_text(call, Some(object), f),
        })
        .collect();
    let error = |name: &str| problems.iter().find(|p| p.field == name).map(|p| p.text.clone());
    let value = |name: &str, kept: String| match sent {
        Some(sent) => sent.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default(),
        None => kept,
    };
    let text = |name: &str| record.get(name).as_text().unwrap_or_default().to_string();
    let stars: Vec<Opt> = (1..=5)
        .map(|n| Opt {
            value: n.to_string(),
            label: ui.say_with("recruiting-rating", &[("count", n.into())]),
        })
        .collect();
    let select = |value: String, options: Vec<Opt>| Control::Select { value, options };
    let field = |name: String, label: String, help: String, control: Control, required: bool| {
        let error = error(&name);
        input(&ui, &Input { name, label, help, control, required, error, ..Input::default() })
    };
    let said: Vec<Opt> = match object.field("recommendation").map(|f| &f.ty) {
        Some(FieldType::Choice(def)) => def
            .items
            .iter()
            .map(|i| Opt {
                value: i.code.to_string(),
                label: labels.choice(ui.language, def.name, i.code).to_string(),
            })
            .collect(),
        _ => Vec::new(),
    };
    let mut asked = Vec::new();
    for criterion in criteria {
        let code = criterion.get("code").as_text().unwrap_or_default().to_string();
        let (given, comment) = rated(record, &code);
        let label = v.title_of(criterion)?.title;
        let help = kit::shown(v, criterion, "description")?;
        let given = value(&format!("rating.{code}"), given.map(|n| n.to_string()).unwrap_or_default());
        let comment = value(&format!("comment.{code}"), comment);
        let remark = ui.say_with("recruiting-remark", &[("name", label.as_str().into())]);
        asked.push(html! {
            (field(format!("rating.{code}"), label, help, select(given, stars.clone()), false))
            (field(format!("comment.{code}"), remark, String::new(), Control::Text { value: comment, kind: Default::default(), max: Some(400) }, false))
        });
    }
    let overall = value("overall", record.get("overall").as_int().map(|n| n.to_string()).unwrap_or_default());
    let long = |name: &str| Control::Long { value: value(name, text(name)), code: false };
    Ok(html! {
        (error_summary(&ui, &problems))
        form method="post" action={ "/scorecards/" (record.id) } novalidate data-guard {
            (csrf_field(call))
            section.card { div.tl-card-body {
                div.tl-form {
                    @for one in &asked { (one) }
                    (field("overall".into(), kit::label(call, object, "overall"), String::new(), select(overall, stars.clone()), true))
                    (field("recommendation".into(), kit::label(call, object, "recommendation"), String::new(), select(value("recommendation", text("recommendation")), said), true))
                    (field("strengths".into(), kit::label(call, object, "strengths"), ui.say("recruiting-comment-help"), long("strengths"), false))
                    (field("concerns".into(), kit::label(call, object, "concerns"), String::new(), long("concerns"), false))
                }
                div.tl-formbar {
                    span data-dirty hidden { (ui.say("ui-unsaved")) }
                    div.tl-formbar-end {
                        button.btn type="submit" name="deed" value="keep" { (ui.say("recruiting-keep")) }
                        button.btn.btn-primary type="submit" name="deed" value="submit" { (ui.say("recruiting-submit")) }
                    }
                }
            } }
        }
    })
}

/// `POST /scorecards/{id}`: keeps what is written, or submits it.
pub fn save(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let sent: Sent = call.request.form();
    let get = |name: &str| sent.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim()).unwrap_or_default();
    let or_nothing = |text: &str| if text.is_empty() { Value::Null } else { Value::from(text) };
    let mut ratings = serde_json::Map::new();
    for (name, text) in sent.iter().filter(|(_, v)| !v.trim().is_empty()) {
        let (part, code) = name.split_once('.').unwrap_or_default();
        let value = match (part, text.trim().parse::<i64>()) {
            ("rating", Ok(rating)) => json!(rating),
            ("comment", _) => json!(text.trim()),
            _ => continue,
        };
        let one = ratings.entry(code.to_string()).or_insert_with(|| json!({}));
        if let Some(one) = one.as_object_mut() {
            one.insert(part.to_string(), value);
        }
    }
    let ratings = match ratings.is_empty() {
        true => Value::Null,
        false => Value::Text(serde_json::Value::Object(ratings).to_string()),
    };
    let mut values = vec![
        ("ratings", ratings),
        ("overall", get("overall").parse().map_or(Value::Null, Value::Int)),
        ("recommendation", or_nothing(get("recommendation"))),
        ("strengths", or_nothing(get("strengths"))),
        ("concerns", or_nothing(get("concerns"))),
    ];
    let submits = get("deed") == "submit";
    if submits {
        values.push(("submitted_at", Value::Int(call.installation.clock().now())));
    }
    let saved =
        call.scope.change(Kind::Candidates, |c| c.update("InterviewScorecard", id, values.clone()).map(drop));
    match saved {
        Ok(()) if submits => {
            let to = call.scope.view(|v| application(v, id))?;
            Ok(done(call, &format!("/applications/{to}"), "recruiting-scorecard-submitted", None, None))
        }
        Ok(()) => Ok(done(call, &format!("/scorecards/{id}"), "recruiting-scorecard-kept", None, None)),
        Err(error) if error.is_of_the_form() => show(call, Some(&sent), &error.faults()),
        Err(error) => Err(error),
    }
}

/// The application that a card is about.
fn application(v: &mut View<'_>, card: i64) -> Result<i64> {
    let object = v.object("InterviewScorecard")?;
    let interview = v.get(&object, card)?.get("interview").as_int().unwrap_or_default();
    let object = v.object("Interview")?;
    Ok(v.get(&object, interview)?.get("application").as_int().unwrap_or_default())
}

/// `POST /scorecards/{id}/reopen`: whoever wrote it may go on.
pub fn reopen(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let to = call.scope.view(|v| application(v, id))?;
    call.scope.change(Kind::Candidates, |c| {
        c.update("InterviewScorecard", id, vec![("submitted_at", Value::Null)]).map(drop)
    })?;
    Ok(done(call, &format!("/applications/{to}"), "recruiting-scorecard-reopened", None, None))
}
