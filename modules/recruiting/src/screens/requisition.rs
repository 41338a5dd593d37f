//! The page of a requisition: what is asked for, who decides about it, and the vacancy that comes of it.

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::types::time::iso_date;
use talang_catalogue::{Kind, Record, Value, types};
use talang_core_hr::kit::{self, fact_rows, may};
use talang_engine::{Action, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Crumb, Entry, Input, Tone, alert, badge, card, control, encode, form_bar, icon, input, menu_button,
};
use talang_screens::page::{Head, Names, csrf_field, done, fault_text, page_with, ui};

use super::approvals::{Sent, card_of, decide as decided};
use super::kit::about;
use crate::approvals::{REQUISITIONS, hand_in, take_back};
use crate::opening;

const FACTS: [&str; 21] = [
    "code",
    "requester",
    "requested_on",
    "position",
    "job",
    "organisation",
    "establishment",
    "cost_centre",
    "reason",
    "replaces",
    "headcount",
    "contract_type",
    "duration_months",
    "working_time",
    "budget",
    "salary_from",
    "salary_to",
    "pay_period",
    "wanted_from",
    "decided_on",
    "decision_comment",
];
/// What a requisition takes over from the position that it is to fill.
const OF_POSITION: [&str; 5] = ["job", "organisation", "establishment", "cost_centre", "contract_type"];

/// `GET /requisitions/{id}`.
pub fn page(call: &Call) -> Result<Reply> {
    show(call, &Sent::default(), None)
}

/// The page, with a decision or a step that could not be kept.
fn show(call: &Call, sent: &Sent, refused: Option<String>) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let (title, actions, content) = call.scope.view(|v| {
        let object = v.object("Requisition")?;
        let record = v.get(&object, id)?;
        let title = kit::shown(v, &record, "title")?;
        let extra: Vec<String> =
            object.fields.iter().filter(|f| f.extra).map(|f| f.name.to_string()).collect();
        let facts: Vec<&str> = FACTS.iter().copied().chain(extra.iter().map(String::as_str)).collect();
        let why = kit::shown(v, &record, "justification")?;
        v.saw(&object, [&record], |f| f.name == "justification");
        let content = html! {
            @if let Some(refused) = &refused { (alert(Tone::Danger, "", html! { (refused) })) }
            div.tl-split {
                div.tl-stack {
                    @if !why.is_empty() {
                        (card(&kit::label(call, &object, "justification"), html! {}, false, html! { div.tl-pre { (why) } }))
                    }
                    (card(&ui.say("ui-details"), html! {}, false, fact_rows(call, v, &record, &facts)?))
                }
                div.tl-stack {
                    (card_of(call, v, &REQUISITIONS, &record, sent)?)
                    (vacancies(call, v, id)?)
                }
            }
        };
        Ok((title, doings(call, v, &record)?, content))
    })?;
    let crumbs =
        [Crumb { label: kit::words(call, "Requisition").1.to_string(), href: "/requisitions".into() }];
    let head = Head {
        title: &title,
        menu: "/requisitions",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    let status = if sent.faults.is_empty() && refused.is_none() { 200 } else { 422 };
    Ok(page_with(call, &head, content)?.code(status))
}

fn doings(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let ui = ui(call);
    let id = record.id;
    let state = record.get("state").as_text().unwrap_or_default().to_string();
    let tone = match state.as_str() {
        "submitted" => Tone::Warning,
        "approved" | "filled" => Tone::Success,
        "refused" => Tone::Danger,
        _ => Tone::Neutral,
    };
    let word = kit::shown(v, record, "state")?;
    let mine = v.may(record, GENERAL, Action::Update)?;
    let post = |key: &str, path: &str, class: &str| {
        html! {
            form method="post" action={ "/requisitions/" (id) "/" (path) } {
                (csrf_field(call))
                button class={ "btn " (class) } type="submit" { (ui.say(key)) }
            }
        }
    };
    let mut more = Vec::new();
    if v.rights().may(&record.object, Action::Create) {
        let href = Some(format!("/o/requisitions/new?copy={id}"));
        more.push(Entry { label: ui.say("ui-copy"), icon: "copy", href, ..Entry::default() });
    }
    let history = Some(format!("/o/requisitions/{id}?tab=history"));
    more.push(Entry {
        label: ui.say("people-tab-history"),
        icon: "history",
        href: history,
        ..Entry::default()
    });
    let opens = state == "approved"
        && may(v, "Vacancy", Action::Create)
        && about(v, "Vacancy", "requisition", &[id], "code")?.is_empty();
    Ok(html! {
        @if !word.is_empty() { (badge(tone, &word)) }
        (menu_button("requisition-actions", "btn", "", &ui.say("ui-actions"), false, &more))
        @if mine {
            @if matches!(state.as_str(), "draft" | "submitted" | "approved") { (post("recruiting-give-up", "cancel", "")) }
            @if state == "submitted" { (post("recruiting-take-back", "take-back", "")) }
            @if state == "draft" {
                a.btn href={ "/o/requisitions/" (id) "/edit?back=/requisitions/" (id) } { (icon("edit")) (ui.say("ui-edit")) }
                (post("recruiting-hand-in", "hand-in", "btn-primary"))
            }
        }
        @if opens { (post("recruiting-open-vacancy", "vacancy", "btn-primary")) }
    })
}

/// The vacancies that came of it.
fn vacancies(call: &Call, v: &mut View<'_>, id: i64) -> Result<Markup> {
    let found = about(v, "Vacancy", "requisition", &[id], "code")?;
    if found.is_empty() {
        return Ok(html! {});
    }
    let mut lines = Vec::new();
    for vacancy in &found {
        lines.push((vacancy.id, v.title_of(vacancy)?, kit::shown(v, vacancy, "state")?));
    }
    Ok(card(
        kit::words(call, "Vacancy").1,
        html! {},
        true,
        html! {
            ul.tl-links {
                @for (id, title, state) in &lines {
                    li { a href={ "/vacancies/" (id) } {
                        span.tl-person-words { (title.title) small { (title.key) } }
                        span.tl-links-end { (badge(Tone::Info, state)) }
                    } }
                }
            }
        },
    ))
}

/// `GET /requisitions/new`, with `position=`: asks for the position to fill, and goes on to the form with what follows from it.
pub fn begin(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let seen = call.scope.view(|v| Ok(may(v, "Position", Action::Read)))?;
    let asked = call.request.query("position");
    if asked.is_some() || !seen {
        let query = call.scope.view(|v| filled(v, asked.and_then(|id| id.parse().ok())))?;
        return Ok(Reply::see_other(&format!("/o/requisitions/new?{query}")));
    }
    let title = ui.say_with("general-new-title", &[("name", kit::words(call, "Requisition").0.into())]);
    let content = call.scope.view(|v| {
        let object = v.object("Requisition")?;
        let registry = call.installation.registry();
        let catalogue = v.catalogue();
        let Some(field) = object.field("position") else { return Ok(html! {}) };
        let picker = Names::default().with(ui, registry, &catalogue, |cx| control(cx, field, &Value::Null));
        let free =
            html! { a.btn href="/requisitions/new?position=" { (ui.say("recruiting-without-position")) } };
        Ok(html! {
            form method="get" action="/requisitions/new" {
                section.card { div.tl-card-body {
                    div.tl-form { div.tl-field-wide { (input(&ui, &Input {
                        name: "position".into(),
                        label: kit::label(call, &object, "position"),
                        help: ui.say("recruiting-position-help"),
                        control: picker,
                        ..Input::default()
                    })) } }
                    (form_bar(&ui, "/requisitions", &ui.say("ui-next"), free))
                } }
            }
        })
    })?;
    let crumbs =
        [Crumb { label: kit::words(call, "Requisition").1.to_string(), href: "/requisitions".into() }];
    let head =
        Head { title: &title, menu: "/requisitions", crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

/// What the form begins with: who asks, and what follows from the position.
fn filled(v: &mut View<'_>, position: Option<i64>) -> Result<String> {
    let mut parts = Vec::new();
    if let Some(me) = v.scope().actor.employee() {
        parts.push(format!("requester={me}"));
    }
    if let Some(id) = position {
        let object = v.object("Position")?;
        let record = v.current(&object, id)?;
        parts.push(format!("position={id}"));
        parts.push(format!("title={}", encode(&kit::shown(v, &record, "title")?)));
        for name in OF_POSITION {
            let Some(field) = object.field(name).filter(|f| !record.is_hidden(f.index)) else { continue };
            let text = match record.get(name) {
                Value::Null => continue,
                Value::Int(id) => id.to_string(),
                value => types::write(field, value, v.scope().culture),
            };
            parts.push(format!("{name}={}", encode(&text)));
        }
        // What is planned for later is wanted for later.
        let begins = record.get("start").as_int().filter(|start| *start > v.day(Default::default()));
        parts.extend(begins.map(|day| format!("wanted_from={}", iso_date(day))));
    }
    Ok(parts.join("&"))
}

/// A step of the requisition's own, and back to its page; what is refused is told there.
fn step(
    call: &Call,
    key: &str,
    work: impl FnOnce(&mut talang_engine::Change<'_>) -> Result<()>,
) -> Result<Reply> {
    let id = call.id("id")?;
    match call.scope.change(Kind::Candidates, work) {
        Ok(()) => Ok(done(call, &format!("/requisitions/{id}"), key, None, None)),
        Err(error) if error.is_of_the_form() => {
            let object = call.scope.view(|v| v.object("Requisition"))?;
            let texts: Vec<String> =
                error.faults().iter().map(|fault| fault_text(call, Some(&object), fault)).collect();
            show(call, &Sent::default(), Some(texts.join(" ")))
        }
        Err(error) => Err(error),
    }
}

/// `POST /requisitions/{id}/hand-in`.
pub fn submit(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    step(call, "recruiting-handed-in", |c| hand_in(c, &REQUISITIONS, id))
}

/// `POST /requisitions/{id}/take-back`: it is a draft again.
pub fn retract(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    step(call, "recruiting-taken-back", |c| take_back(c, &REQUISITIONS, id, "draft"))
}

/// `POST /requisitions/{id}/cancel`.
pub fn cancel(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    step(call, "recruiting-given-up", |c| take_back(c, &REQUISITIONS, id, "cancelled"))
}

/// `POST /requisitions/{id}/decide`.
pub fn decide(call: &Call) -> Result<Reply> {
    match decided(call, &REQUISITIONS)? {
        Ok(reply) => Ok(reply),
        Err(sent) => show(call, &sent, None),
    }
}

/// `POST /requisitions/{id}/vacancy`: the vacancy that was allowed, as a draft; the one that is there already, where there is.
pub fn open(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let opened = call.scope.change(Kind::Candidates, |c| opening::vacancy_of(c, id));
    match opened {
        Ok(vacancy) => Ok(done(
            call,
            &format!("/vacancies/{vacancy}?tab=details"),
            "recruiting-vacancy-made",
            None,
            None,
        )),
        Err(error) if error.is_of_the_form() => step(call, "", |_| Err(error)),
        Err(error) => Err(error),
    }
}
