//! The page of an application: what the candidate sent, what the team thinks, what happened.

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind, Record, Value};
use talang_core_hr::kit::{self, Faces, fact_rows, may};
use talang_engine::{Action, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Crumb, Entry, Event, Tone, badge, card, empty_state, icon, menu_button, timeline,
};
use talang_screens::page::{Head, csrf_field, done, fault_text, page_with, ui};

use super::kit::{about, rating, state_badge};
use super::{board, candidate, hire, interview, letters, offer, scorecard};
use crate::mentions;

const FACTS: [&str; 9] = [
    "number",
    "vacancy",
    "applied_at",
    "source",
    "stage_since",
    "rejection_reason",
    "rejection_comment",
    "available_from",
    "salary_wish",
];

/// `GET /applications/{id}`.
pub fn page(call: &Call) -> Result<Reply> {
    show(call, "", &[])
}

/// The page, with a note that could not be kept and what is wrong with it.
fn show(call: &Call, note: &str, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let (title, text, crumbs, actions, content) = call.scope.view(|v| {
        let object = v.object("Application")?;
        let record = v.get(&object, id)?;
        let person = record.get("candidate").as_int().unwrap_or_default();
        let vacancy = record.get("vacancy").as_int().unwrap_or_default();
        let name = v.title("Candidate", person)?.title;
        let post = v.title("Vacancy", vacancy)?.title;
        let crumbs = vec![
            Crumb { label: kit::words(call, "Vacancy").1.to_string(), href: "/vacancies".into() },
            Crumb { label: post.clone(), href: format!("/vacancies/{vacancy}") },
        ];
        let said: Vec<&str> = FACTS.iter().copied().filter(|f| !record.get(f).is_null()).collect();
        let facts = fact_rows(call, v, &record, &said)?;
        let letter = kit::shown(v, &record, "cover_text")?;
        v.saw(&object, [&record], |f| f.name == "cover_text");
        let answers = answers(call, v, &record)?;
        let accepted = about(v, "Offer", "application", &[id], "-number")?;
        let accepted = accepted.iter().find(|o| o.get("state").as_text() == Some("accepted"));
        let hiring = match accepted {
            Some(offer) => hire::state(call, v, offer, &format!("/applications/{id}"))?,
            None => html! {},
        };
        let content = html! {
            (hiring)
            (super::agencies::banner(call, v, person)?)
            div.tl-split {
                div.tl-stack {
                    @if !letter.is_empty() {
                        (card(&kit::label(call, &object, "cover_text"), html! {}, false, html! { div.tl-pre { (letter) } }))
                    }
                    (interview::card_of(call, v, &record)?)
                    (scorecard::card_of(call, v, &record)?)
                    (offer::card_of(call, v, &record)?)
                    (answers)
                    (candidate::documents(call, v, person, &format!("/applications/{id}"))?)
                    (letters::messages(call, v, "application", id, &[id])?)
                    (notes(call, v, &record, note, faults)?)
                }
                div.tl-stack {
                    (card(&ui.say("ui-details"), html! { (rating(&ui, record.get("rating"))) }, false, facts))
                    (candidate::summary(call, v, person)?)
                    (candidate::referred(call, v, person, Some(vacancy))?)
                    (happened(call, v, &[id])?)
                }
            }
        };
        Ok((name, post, crumbs, doings(call, v, &record)?, content))
    })?;
    let head = Head {
        title: &title,
        text: &text,
        menu: "/applications",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    let status = if faults.is_empty() { 200 } else { 422 };
    Ok(page_with(call, &head, content)?.code(status))
}

fn doings(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let ui = ui(call);
    let id = record.id;
    let movable = board::may_move(v, record)?;
    let history = Some(format!("/o/applications/{id}?tab=history"));
    let more =
        [Entry { label: ui.say("people-tab-history"), icon: "history", href: history, ..Entry::default() }];
    Ok(html! {
        (state_badge(v, record)?)
        (menu_button("application-actions", "btn", "", &ui.say("ui-actions"), false, &more))
        @if movable {
            a.btn href={ "/o/applications/" (id) "/edit?back=/applications/" (id) } { (icon("edit")) (ui.say("ui-edit")) }
            button.btn.btn-primary type="button" hx-get={ "/applications/move?id=" (id) } hx-target="#tl-dialogs" { (icon("arrows-move")) (ui.say("recruiting-move")) }
        }
    })
}

/// What was answered to the vacancy's questions; an answer that leads people to refuse is shown, never acted upon (S11).
fn answers(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let answers = about(v, "ApplicationAnswer", "application", &[record.id], "question")?;
    if answers.is_empty() {
        return Ok(html! {});
    }
    let mut lines = Vec::new();
    for answer in &answers {
        let question = v.title("VacancyQuestion", answer.get("question").as_int().unwrap_or_default())?.title;
        lines.push((question, kit::shown(v, answer, "answer")?));
    }
    Ok(card(
        kit::words(call, "ApplicationAnswer").1,
        html! {},
        false,
        html! {
            dl.tl-facts { @for (question, answer) in &lines { div.tl-fact-wide { dt { (question) } dd { (answer) } } } }
        },
    ))
}

/// What the team wrote, the newest first, and a field for more.
fn notes(call: &Call, v: &mut View<'_>, record: &Record, sent: &str, faults: &[Fault]) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("ApplicationNote")?;
    if !v.rights().may(&object, Action::Read) {
        return Ok(html! {});
    }
    let notes = about(v, "ApplicationNote", "application", &[record.id], "-number")?;
    let faces = Faces::load(v, notes.iter().filter_map(|n| n.get("author").as_int()))?;
    let zone = talang_screens::page::zone(call);
    let writes =
        v.who(&object, talang_catalogue::object::GENERAL, Action::Create)?.includes(record.reached());
    let people = if writes { mentions::people(v, record)? } else { Vec::new() };
    let names: Vec<&str> = people.iter().map(|(_, name)| name.as_str()).collect();
    let names = serde_json::to_string(&names).unwrap_or_default();
    let waits = notes.iter().any(|note| mentions::waits(v, note));
    let content = html! {
        @if waits {
            form.tl-note-form method="post" action={ "/applications/" (record.id) "/notes/read" } {
                (csrf_field(call))
                p.mb-0 { (badge(Tone::Info, &ui.say("recruiting-mentions-you"))) " " button.btn.btn-sm type="submit" { (icon("check")) (ui.say("recruiting-mention-read")) } }
            }
        }
        @if writes && v.scope().actor.employee().is_some() {
            form.tl-note-form method="post" action={ "/applications/" (record.id) "/notes" } data-guard {
                (csrf_field(call))
                div.tl-field.tl-field-wide.tl-mention-field.is-wrong[!faults.is_empty()] {
                    label.tl-label for="f-text" { (ui.say("recruiting-note")) }
                    textarea.form-control id="f-text" name="text" rows="4" required aria-autocomplete="list" aria-haspopup="listbox" aria-describedby="f-text-help f-text-error"
                        data-mentions=(names) data-mentions-label=(ui.say("recruiting-mention-list")) { "\n" (sent) }
                    div.tl-help id="f-text-help" { (ui.say("recruiting-comment-help")) " " @if !people.is_empty() { (ui.say("recruiting-mention-help")) } }
                    div id="f-text-error" { @for fault in faults.iter().take(1) { div.tl-error { (icon("alert-circle")) span { (fault_text(call, Some(&object), fault)) } } } }
                }
                button.btn.btn-primary type="submit" { (ui.say("ui-save")) }
            }
        }
        @if notes.is_empty() { p.tl-soft.mb-0 { (ui.say("recruiting-no-notes")) } }
        ol.tl-notes {
            @for note in &notes {
                @let author = faces.get(note.get("author").as_int().unwrap_or_default());
                li {
                    p.tl-soft { strong { (author.name) } @if let Some(at) = note.get("written_at").as_int() { " · " (ui.culture.date_time(at, &zone)) } @if mentions::waits(v, note) { " " (badge(Tone::Info, &ui.say("recruiting-mentions-you"))) } }
                    div.tl-pre { (note.get("text").as_text().unwrap_or_default()) }
                }
            }
        }
    };
    Ok(card(&ui.say("recruiting-notes"), html! {}, false, content))
}

/// `POST /applications/{id}/notes`: one more note of whoever is signed in.
pub fn note(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let text = call.request.sent("text");
    let mentioned = call.scope.view(|v| {
        let object = v.object("Application")?;
        let application = v.get(&object, id)?;
        let people = mentions::people(v, &application)?;
        Ok(mentions::named(&text, &people))
    })?;
    let mentioned = if mentioned.is_empty() { Value::Null } else { Value::Refs(mentioned) };
    let saved = call.scope.change(Kind::Candidates, |c| {
        let object = c.object("Application")?;
        c.get(&object, id)?;
        let author = c.scope().actor.employee().map_or(Value::Null, Value::Int);
        let values = vec![
            ("application", id.into()),
            ("author", author),
            ("text", text.as_str().into()),
            ("mentions", mentioned),
        ];
        c.create("ApplicationNote", values)?;
        // Whoever answers has read what was asked.
        mentions::read(c, id).map(drop)
    });
    match saved {
        Ok(()) => Ok(done(call, &format!("/applications/{id}"), "recruiting-note-saved", None, None)),
        // What was typed stays.
        Err(error) if error.is_of_the_form() => show(call, &text, &error.faults()),
        Err(error) => Err(error),
    }
}

/// `POST /applications/{id}/notes/read`: whoever is signed in has read what mentions them.
pub fn read(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    call.scope.change(Kind::Candidates, |c| mentions::read(c, id))?;
    Ok(done(call, &format!("/applications/{id}"), "recruiting-mention-done", None, None))
}

/// What happened to applications, the newest first.
pub fn happened(call: &Call, v: &mut View<'_>, applications: &[i64]) -> Result<Markup> {
    let ui = ui(call);
    if !may(v, "ApplicationEvent", Action::Read) {
        return Ok(html! {});
    }
    let events = about(v, "ApplicationEvent", "application", applications, "-at,-number")?;
    let faces = Faces::load(v, events.iter().filter_map(|e| e.get("by").as_int()))?;
    let zone = talang_screens::page::zone(call);
    let mut lines = Vec::new();
    for event in &events {
        let stage = kit::shown(v, event, "to_stage")?;
        let reason = kit::shown(v, event, "reason")?;
        let kind = kit::shown(v, event, "kind")?;
        let post = match applications {
            [_] => String::new(),
            _ => v.title("Vacancy", event.get("vacancy").as_int().unwrap_or_default())?.title,
        };
        let text = kit::shown(v, event, "text")?;
        let parts = [kind, stage, reason, post, text];
        let what: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
        let at = event.get("at").as_int().unwrap_or_default();
        lines.push(Event {
            icon: match event.get("kind").as_text().unwrap_or_default() {
                "received" | "reopened" => "inbox",
                "hired" => "circle-check",
                "refused" | "withdrawn" => "circle-x",
                _ => "arrow-right",
            },
            who: event.get("by").as_int().map(|id| faces.get(id).name).unwrap_or_default(),
            what: what.join(" · "),
            when: ui.culture.date_time(at, &zone),
            when_iso: talang_catalogue::types::time::iso_instant(at),
            ..Event::default()
        });
    }
    let content = match lines.is_empty() {
        true => empty_state("history", &ui.say("recruiting-nothing-happened"), "", html! {}),
        false => timeline(&ui, &lines),
    };
    Ok(card(&ui.say("recruiting-happened"), html! {}, false, content))
}
