//! Offers: the card on the page of an application, the page of an offer with its approval, the letter before it leaves, and the answer.

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::types::time::iso_date;
use talang_catalogue::{Fault, Kind, Record, Value, types};
use talang_core_hr::kit::{self, fact_rows};
use talang_engine::{Action, Change, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Control, Crumb, Entry, Input, Opt, Problem, Tone, alert, badge, card, encode, error_summary, icon, input,
    menu_button,
};
use talang_screens::page::{Head, csrf_field, done, fault_text, page_with, ui};

use super::approvals::{Sent, card_of as approvals_of, decide as decided};
use super::kit::about;
use crate::approvals::{OFFERS, hand_in, take_back};
use crate::offers;

const FACTS: [&str; 18] = [
    "candidate",
    "vacancy",
    "application",
    "job_title",
    "contract_type",
    "working_time",
    "starts_on",
    "salary",
    "pay_period",
    "bonus",
    "valid_until",
    "author",
    "decided_on",
    "decision_comment",
    "sent_at",
    "answered_at",
    "document",
    "employee",
];
/// What an offer takes over from its vacancy: field of the vacancy, field of the offer.
const OF_VACANCY: [(&str, &str); 4] = [
    ("contract_type", "contract_type"),
    ("working_time", "working_time"),
    ("start_on", "starts_on"),
    ("pay_period", "pay_period"),
];
/// Days for which an offer holds where nobody says otherwise.
const HOLDS: i64 = 14;

/// How an offer stands; one whose day has passed says so before the night does.
fn state_of(v: &mut View<'_>, offer: &Record) -> Result<(Tone, String)> {
    let state = offer.get("state").as_text().unwrap_or_default();
    let late = state == "sent" && offers::passed(v, offer);
    let tone = match state {
        _ if late => Tone::Danger,
        "submitted" | "sent" => Tone::Warning,
        "approved" | "accepted" => Tone::Success,
        "refused" | "declined" | "expired" => Tone::Danger,
        _ => Tone::Neutral,
    };
    let word = match late {
        true => {
            let language = v.scope().language();
            v.scope().installation().registry().labels.choice(language, "OfferState", "expired").to_string()
        }
        false => kit::shown(v, offer, "state")?,
    };
    Ok((tone, word))
}

/// The offers of an application, the latest first, and the way to make one.
pub fn card_of(call: &Call, v: &mut View<'_>, application: &Record) -> Result<Markup> {
    let ui = ui(call);
    let all = about(v, "Offer", "application", &[application.id], "-number")?;
    let object = v.object("Offer")?;
    let open = |o: &Record| {
        !matches!(
            o.get("state").as_text().unwrap_or_default(),
            "refused" | "declined" | "withdrawn" | "expired"
        )
    };
    let makes = application.get("state").as_text() == Some("active")
        && !all.iter().any(open)
        && v.rights().may(&object, Action::Create);
    if all.is_empty() && !makes {
        return Ok(html! {});
    }
    let mut lines = Vec::new();
    for one in &all {
        let mut parts = Vec::new();
        for field in ["job_title", "salary", "starts_on"] {
            parts.push(kit::shown(v, one, field)?);
        }
        parts.retain(|p| !p.is_empty());
        lines.push((one.id, parts.join(" · "), state_of(v, one)?));
    }
    v.saw(&object, &all, |f| matches!(&*f.name, "job_title" | "salary" | "starts_on"));
    let add = html! {
        @if makes {
            a.btn.btn-sm href={ "/offers/new?application=" (application.id) } aria-label=(ui.say("recruiting-make-offer")) { (icon("plus")) (ui.say("recruiting-make-offer-short")) }
        }
    };
    let content = html! {
        @if lines.is_empty() { p.tl-links-row.tl-soft.mb-0 { (ui.say("people-nothing-recorded")) } }
        ul.tl-links {
            @for (id, what, (tone, state)) in &lines {
                li { a href={ "/offers/" (id) } {
                    span.tl-person-words { (what) }
                    span.tl-links-end { (badge(*tone, state)) }
                } }
            }
        }
    };
    Ok(card(kit::words(call, "Offer").1, add, true, content))
}

/// `GET /offers/new?application=`: the form, with what follows from the vacancy and the application.
pub fn begin(call: &Call) -> Result<Reply> {
    let application: i64 = call.request.query("application").and_then(|t| t.parse().ok()).unwrap_or_default();
    let query = call.scope.view(|v| filled(v, application))?;
    Ok(Reply::see_other(&format!("/o/offers/new?{query}")))
}

fn filled(v: &mut View<'_>, application: i64) -> Result<String> {
    let object = v.object("Application")?;
    let application = v.get(&object, application)?;
    let object = v.object("Vacancy")?;
    let vacancy = v.get(&object, application.get("vacancy").as_int().unwrap_or_default())?;
    let title = kit::shown(v, &vacancy, "title")?;
    let mut parts = vec![format!("application={}", application.id), format!("job_title={}", encode(&title))];
    let culture = v.scope().culture;
    let mut put = |record: &Record, from: &str, to: &str| {
        let Some(field) = record.object.field(from).filter(|f| !record.is_hidden(f.index)) else { return };
        match record.get(from) {
            Value::Null => {}
            Value::Money(amount, currency) => {
                let places = types::iso::currency_places(currency);
                parts.push(format!("{to}={}", encode(&culture.decimal(*amount, places))));
                parts.push(format!("{to}.currency={currency}"));
            }
            value => parts.push(format!("{to}={}", encode(&types::write(field, value, culture)))),
        }
    };
    for (from, to) in OF_VACANCY {
        put(&vacancy, from, to);
    }
    put(&vacancy, "salary_from", "salary");
    let until = v.day(Default::default()) + HOLDS;
    parts.push(format!("valid_until={}", iso_date(until)));
    Ok(parts.join("&"))
}

/// `GET /offers/{id}`.
pub fn page(call: &Call) -> Result<Reply> {
    show(call, &Sent::default(), &[])
}

/// The page, with a decision or a step that could not be kept.
fn show(call: &Call, sent: &Sent, refused: &[String]) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let (name, post, application, actions, content) = call.scope.view(|v| {
        let object = v.object("Offer")?;
        let record = v.get(&object, id)?;
        let name = v.title("Candidate", record.get("candidate").as_int().unwrap_or_default())?.title;
        let post = v.title("Vacancy", record.get("vacancy").as_int().unwrap_or_default())?.title;
        let extra: Vec<String> =
            object.fields.iter().filter(|f| f.extra).map(|f| f.name.to_string()).collect();
        let said = |f: &&str| !record.get(f).is_null();
        let facts: Vec<&str> = FACTS.iter().copied().filter(said).chain(extra.iter().map(String::as_str)).collect();
        let mut texts = Vec::new();
        for field in ["benefits", "comment"] {
            let text = kit::shown(v, &record, field)?;
            if !text.is_empty() {
                texts.push((kit::label(call, &object, field), text));
            }
        }
        v.saw(&object, [&record], |f| matches!(&*f.name, "benefits" | "comment"));
        let content = html! {
            @for refused in refused { (alert(Tone::Danger, "", html! { (refused) })) }
            @if record.get("state").as_text() == Some("sent") && offers::passed(v, &record) {
                (alert(Tone::Warning, "", html! { (ui.say("recruiting-offer-expired")) }))
            }
            (super::hire::state(call, v, &record, &format!("/offers/{id}"))?)
            div.tl-split {
                div.tl-stack {
                    (card(&ui.say("ui-details"), html! {}, false, fact_rows(call, v, &record, &facts)?))
                    @for (label, text) in &texts { (card(label, html! {}, false, html! { div.tl-pre { (text) } })) }
                }
                div.tl-stack {
                    (approvals_of(call, v, &OFFERS, &record, sent)?)
                    (answers(call, v, &record)?)
                }
            }
        };
        let object = v.object("Application")?;
        let application = record.get("application").as_int().unwrap_or_default();
        let application = v.get(&object, application).ok().map(|a| a.id);
        Ok((name, post, application, doings(call, v, &record)?, content))
    })?;
    let title = ui.say_with("recruiting-offer-to", &[("name", name.as_str().into())]);
    let crumbs = match application {
        Some(application) => vec![
            Crumb { label: kit::words(call, "Application").1.to_string(), href: "/applications".into() },
            Crumb { label: name, href: format!("/applications/{application}") },
        ],
        None => vec![Crumb { label: kit::words(call, "Offer").1.to_string(), href: "/offers".into() }],
    };
    let head = Head {
        title: &title,
        text: &post,
        menu: "/offers",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    let status = if sent.faults.is_empty() && refused.is_empty() { 200 } else { 422 };
    Ok(page_with(call, &head, content)?.code(status))
}

fn doings(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let ui = ui(call);
    let id = record.id;
    let state = record.get("state").as_text().unwrap_or_default().to_string();
    let (tone, word) = state_of(v, record)?;
    let mine = v.may(record, GENERAL, Action::Update)?;
    let post = |key: &str, path: &str, class: &str| {
        html! {
            form method="post" action={ "/offers/" (id) "/" (path) } {
                (csrf_field(call))
                button class={ "btn " (class) } type="submit" { (ui.say(key)) }
            }
        }
    };
    let mut more = Vec::new();
    if v.rights().may(&record.object, Action::Create) {
        let href = Some(format!("/o/offers/new?copy={id}"));
        more.push(Entry { label: ui.say("ui-copy"), icon: "copy", href, ..Entry::default() });
    }
    let history = Some(format!("/o/offers/{id}?tab=history"));
    more.push(Entry {
        label: ui.say("people-tab-history"),
        icon: "history",
        href: history,
        ..Entry::default()
    });
    Ok(html! {
        @if !word.is_empty() { (badge(tone, &word)) }
        (menu_button("offer-actions", "btn", "", &ui.say("ui-actions"), false, &more))
        @if mine {
            @if matches!(state.as_str(), "draft" | "submitted" | "approved" | "sent") { (post("recruiting-offer-withdraw", "withdraw", "")) }
            @if state == "submitted" { (post("recruiting-take-back", "take-back", "")) }
            @if state == "draft" {
                a.btn href={ "/o/offers/" (id) "/edit?back=/offers/" (id) } { (icon("edit")) (ui.say("ui-edit")) }
                (post("recruiting-hand-in", "hand-in", "btn-primary"))
            }
            @if state == "approved" { a.btn.btn-primary href={ "/offers/" (id) "/send" } { (icon("send")) (ui.say("recruiting-offer-prepare")) } }
        }
    })
}

/// What the candidate answered, as whoever made the offer notes it.
fn answers(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let ui = ui(call);
    if record.get("state").as_text() != Some("sent") || !v.may(record, GENERAL, Action::Update)? {
        return Ok(html! {});
    }
    let object = v.object("RejectionReason")?;
    let mut options = Vec::new();
    if v.rights().may(&object, Action::Read) {
        let query = Query { sort: v.sort(&object, "sort_order,code")?, ..Query::default() };
        for reason in v.list(&object, &query)?.records.iter().filter(|r| r.get("active").as_int() == Some(1))
        {
            options.push(Opt { value: reason.id.to_string(), label: v.title_of(reason)?.title });
        }
    }
    let late = offers::passed(v, record);
    Ok(card(
        &ui.say("recruiting-offer-answer"),
        html! {},
        false,
        html! {
            form method="post" action={ "/offers/" (record.id) "/answer" } novalidate {
                (csrf_field(call))
                div.tl-form { div.tl-field-wide { (input(&ui, &Input {
                    name: "decline_reason".into(),
                    label: kit::label(call, &record.object, "decline_reason"),
                    help: ui.say("recruiting-offer-decline-help"),
                    control: Control::Select { value: String::new(), options },
                    ..Input::default()
                })) } }
                div.tl-actions.mt-3 {
                    button.btn type="submit" name="answer" value="declined" { (ui.say("recruiting-offer-declined")) }
                    @if !late { button.btn.btn-primary type="submit" name="answer" value="accepted" { (ui.say("recruiting-offer-accepted")) } }
                }
            }
        },
    ))
}

/// A step of the offer's own, and back to its page; what is refused is told there.
fn step(call: &Call, key: &str, work: impl FnOnce(&mut Change<'_>) -> Result<()>) -> Result<Reply> {
    let id = call.id("id")?;
    match call.scope.change(Kind::Candidates, work) {
        Ok(()) => Ok(done(call, &format!("/offers/{id}"), key, None, None)),
        Err(error) if error.is_of_the_form() => {
            let object = call.scope.view(|v| v.object("Offer"))?;
            let texts: Vec<String> =
                error.faults().iter().map(|fault| fault_text(call, Some(&object), fault)).collect();
            show(call, &Sent::default(), &texts)
        }
        Err(error) => Err(error),
    }
}

/// `POST /offers/{id}/hand-in`.
pub fn submit(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    step(call, "recruiting-handed-in", |c| hand_in(c, &OFFERS, id))
}

/// `POST /offers/{id}/take-back`: it is a draft again.
pub fn retract(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    step(call, "recruiting-taken-back", |c| take_back(c, &OFFERS, id, "draft"))
}

/// `POST /offers/{id}/withdraw`.
pub fn withdraw(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    step(call, "recruiting-offer-withdrawn", |c| take_back(c, &OFFERS, id, "withdrawn"))
}

/// `POST /offers/{id}/decide`.
pub fn decide(call: &Call) -> Result<Reply> {
    match decided(call, &OFFERS)? {
        Ok(reply) => Ok(reply),
        Err(sent) => show(call, &sent, &[]),
    }
}

/// The offer, which whoever sends it and notes answers may change.
fn mine(v: &mut View<'_>, id: i64) -> Result<Record> {
    let object = v.object("Offer")?;
    let record = v.get(&object, id)?;
    match v.may(&record, GENERAL, Action::Update)? {
        true => Ok(record),
        false => Err(Fault::new("right.missing").with("action", "update").with("object", "Offer").into()),
    }
}

/// `POST /offers/{id}/answer`.
pub fn answer(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let accepted = match call.request.sent("answer").as_str() {
        "accepted" => true,
        "declined" => false,
        _ => return Err(Fault::new("value.mandatory").on("answer").into()),
    };
    let reason = call.request.sent("decline_reason").parse().ok();
    step(call, "recruiting-offer-noted", |c| {
        mine(c, id)?;
        offers::answer(c, id, accepted, reason)
    })
}

/// `GET /offers/{id}/send`: the letter as it would leave; whoever sends it changes its words, not what was agreed.
pub fn letter(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let letter = call.scope.view(|v| {
        let record = mine(v, id)?;
        offers::words(v, &record)
    })?;
    compose(call, (&letter.heading, &letter.text), &[])
}

fn compose(call: &Call, (heading, text): (&str, &str), faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let (name, content) = call.scope.view(|v| {
        let record = mine(v, id)?;
        if record.get("state").as_text() != Some("approved") {
            return Err(Fault::new("approval.state").into());
        }
        let candidate = record.get("candidate").as_int().unwrap_or_default();
        let name = v.title("Candidate", candidate)?.title;
        let object = v.object("Candidate")?;
        let address = v.get(&object, candidate)?.get("email").as_text().unwrap_or_default().to_string();
        let available = talang_mail::available(v.scope().installation()) && !address.is_empty();
        let problems: Vec<Problem> = faults
            .iter()
            .map(|f| Problem {
                field: f.field.clone().unwrap_or_default(),
                text: match f.field.as_deref() {
                    Some("heading" | "text") => ui.say("recruiting-letter-empty"),
                    _ => fault_text(call, Some(&record.object), f),
                },
            })
            .collect();
        let error = |name: &str| problems.iter().find(|p| p.field == name).map(|p| p.text.clone());
        let field = |name: &'static str, label: &str, control| {
            html! { div.tl-field-wide { (input(&ui, &Input { name: name.into(), label: ui.say(label), control, required: true, error: error(name), ..Input::default() })) } }
        };
        let content = html! {
            (error_summary(&ui, &problems))
            @if available { (alert(Tone::Info, "", html! { (ui.say_with("recruiting-offer-mailed-to", &[("address", address.as_str().into())])) })) }
            @else { (alert(Tone::Warning, "", html! { (ui.say("recruiting-offer-by-hand")) })) }
            form method="post" action={ "/offers/" (id) "/send" } novalidate data-guard {
                (csrf_field(call))
                section.card { div.tl-card-body {
                    div.tl-form {
                        (field("heading", "recruiting-letter-subject", Control::Text { value: heading.to_string(), kind: Default::default(), max: Some(200) }))
                        (field("text", "recruiting-letter-text", Control::Long { value: text.to_string(), code: false }))
                    }
                    p.tl-soft { (ui.say("recruiting-offer-terms-help")) }
                    div.tl-formbar {
                        button.btn type="submit" formaction={ "/offers/" (id) "/preview" } formtarget="_blank" { (icon("file-text")) (ui.say("recruiting-offer-preview")) }
                        span data-dirty hidden { (ui.say("ui-unsaved")) }
                        div.tl-formbar-end {
                            a.btn href={ "/offers/" (id) } { (ui.say("ui-cancel")) }
                            button.btn.btn-primary type="submit" { (icon("send")) (ui.say("recruiting-offer-send")) }
                        }
                    }
                } }
            }
        };
        Ok((name, content))
    })?;
    let title = ui.say_with("recruiting-offer-to", &[("name", name.as_str().into())]);
    let crumbs = [
        Crumb { label: kit::words(call, "Offer").1.to_string(), href: "/offers".into() },
        Crumb { label: title.clone(), href: format!("/offers/{id}") },
    ];
    let said = ui.say("recruiting-offer-letter");
    let head = Head { title: &said, menu: "/offers", crumbs: &crumbs, timeless: true, ..Head::default() };
    let status = if faults.is_empty() { 200 } else { 422 };
    Ok(page_with(call, &head, content)?.code(status))
}

/// `POST /offers/{id}/preview`: the letter on paper, before it leaves.
pub fn preview(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let (heading, text) = (call.request.sent("heading"), call.request.sent("text"));
    let bytes = call.scope.view(|v| {
        let record = mine(v, id)?;
        v.saw(&record.object.clone(), [&record], |_| true);
        offers::paper(v, &record, &heading, &text)
    })?;
    Ok(Reply::bytes("application/pdf", bytes).with("content-disposition", "inline"))
}

/// `POST /offers/{id}/send`.
pub fn send(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let (heading, text) = (call.request.sent("heading"), call.request.sent("text"));
    let sent = call.scope.change(Kind::Candidates, |c| {
        mine(c, id)?;
        offers::send(c, id, &heading, &text)
    });
    let page = format!("/offers/{id}");
    match sent {
        Ok(true) => Ok(done(call, &page, "recruiting-offer-sent", None, None)),
        Ok(false) => Ok(done(call, &page, "recruiting-offer-kept", None, None)),
        Err(error) if error.is_of_the_form() => {
            match error.faults().iter().any(|f| f.code == "approval.state") {
                true => step(call, "", |_| Err(error)),
                false => compose(call, (&heading, &text), &error.faults()),
            }
        }
        Err(error) => Err(error),
    }
}
