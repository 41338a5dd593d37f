//! What candidates see in their area.

use maud::{Markup, html};
use talang_catalogue::types::iso;
use talang_catalogue::{Record, culture::sort_key};
use talang_engine::{Filter, Op, Query, Result, View};
use talang_http::{Call, Reply};
use talang_recruiting::letters::stage_words;

use super::within;
use crate::advert::published;
use crate::alerts;
use crate::apply::speculative;
use crate::frame::{Page, icon, page as framed, prose};
use crate::site::{Site, missing};
use talang_recruiting::text;

/// What was typed and is wrong, so that it comes back.
#[derive(Default)]
pub struct Typed {
    /// Fields of the form.
    pub form: Vec<(String, String)>,
    /// Field and sentence.
    pub problems: Vec<(String, String)>,
}

impl Typed {
    pub(super) fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, text)| text.as_str())
    }

    fn value<'t>(&'t self, name: &str, known: &'t str) -> &'t str {
        self.form.iter().find(|(n, _)| n == name).map_or(known, |(_, v)| v.as_str())
    }
}

/// What may be changed, with the most characters of each.
pub const DATA: [(&str, &str, usize); 4] = [
    ("first_name", "given-name", 80),
    ("last_name", "family-name", 80),
    ("phone", "tel", 40),
    ("city", "address-level2", 80),
];

/// The records of an object about a candidate.
pub fn of(v: &mut View<'_>, object: &str, candidate: i64, sort: &str) -> Result<Vec<Record>> {
    let object = v.object(object)?;
    let filter = Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]);
    let query = Query { filter: Some(filter), sort: v.sort(&object, sort)?, ..Query::default() };
    Ok(v.list(&object, &query)?.records)
}

/// An application as its candidate sees it.
struct Applied {
    id: i64,
    title: String,
    day: String,
    stage: String,
    active: bool,
    /// An offer that waits for an answer: number, what it is for, last day, document.
    offer: Option<(i64, String, String)>,
}

fn applied(site: &Site<'_>, v: &mut View<'_>, candidate: i64) -> Result<Vec<Applied>> {
    let language = site.scope.language();
    let labels = &site.call.installation.registry().labels;
    let mut out = Vec::new();
    for record in of(v, "Application", candidate, "-applied_at")? {
        let vacancy = v.object("Vacancy")?;
        let vacancy = v.get(&vacancy, record.get("vacancy").as_int().unwrap_or_default())?;
        let title = match vacancy.get("title") {
            talang_catalogue::Value::Texts(texts) => site.text(texts).to_string(),
            _ => String::new(),
        };
        let state = text(&record, "state");
        let stage = match record.get("stage").as_int().filter(|_| state != "withdrawn") {
            Some(stage) => stage_words(v, stage, language)?,
            None => labels.choice(language, "ApplicationState", state).to_string(),
        };
        let at = record.get("applied_at").as_int().unwrap_or_default();
        let day = site.scope.culture.date_long(at.div_euclid(86_400_000_000));
        let offer = waiting_offer(site, v, record.id)?;
        out.push(Applied { id: record.id, title, day, stage, active: state == "active", offer });
    }
    Ok(out)
}

/// The offer about an application that was sent and can still be answered.
fn waiting_offer(
    site: &Site<'_>,
    v: &mut View<'_>,
    application: i64,
) -> Result<Option<(i64, String, String)>> {
    let object = v.object("Offer")?;
    let sent = Filter::And(vec![
        Filter::test(&object, "application", Op::Is, vec![application.into()]),
        Filter::test(&object, "state", Op::Is, vec!["sent".into()]),
    ]);
    let today = talang_catalogue::value::days_of_date(site.call.installation.clock().today());
    let found = v.list(&object, &Query { filter: Some(sent), ..Query::default() })?.records;
    let open = found.into_iter().find(|o| o.get("valid_until").as_int().is_none_or(|last| today <= last));
    Ok(open.map(|offer| {
        let until = offer.get("valid_until").as_int().map(|d| site.scope.culture.date_long(d));
        (offer.id, text(&offer, "job_title").to_string(), until.unwrap_or_default())
    }))
}

/// Which agencies proposed the person, for what and when (Art. 14 GDPR): vacancy, then agency and day.
fn proposed(site: &Site<'_>, v: &mut View<'_>, candidate: i64) -> Result<Vec<(String, String)>> {
    let mut out = Vec::new();
    for record in of(v, "AgencySubmission", candidate, "-submitted_at")? {
        let title = v.title("Vacancy", record.get("vacancy").as_int().unwrap_or_default())?.title;
        let agency = v.title("Agency", record.get("agency").as_int().unwrap_or_default())?.title;
        let at = record.get("submitted_at").as_int().unwrap_or_default();
        let day = site.scope.culture.date_long(at.div_euclid(86_400_000_000));
        out.push((
            title,
            site.ui().say_with("careers-me-proposed-on", &[("agency", agency.into()), ("day", day.into())]),
        ));
    }
    Ok(out)
}

/// Whether a document came from its candidate, who may take it back.
pub fn brought_by_candidate(v: &mut View<'_>, document: &Record) -> Result<bool> {
    let history = v.history(&document.object, document.id, 1_000)?;
    let first = history.iter().find(|e| e.deed == talang_engine::journal::Deed::Create);
    Ok(first.is_some_and(|e| e.door == "front-office"))
}

/// The area of whoever is here.
pub fn area(site: &Site<'_>, person: &Record, typed: &Typed) -> Result<Reply> {
    let zone = jiff::tz::TimeZone::UTC;
    let id = person.id;
    let (applications, unasked, messages, documents, meetings, alerts, proposed) = site.scope.view(|v| {
        let mut documents = Vec::new();
        for record in of(v, "CandidateDocument", id, "-received_at")? {
            let mine = brought_by_candidate(v, &record)?;
            documents.push((record, mine));
        }
        let meetings = super::times::meetings(site, v, person, typed)?;
        let alerts = alerts::running(v, text(person, "email"))?;
        let messages = of(v, "CandidateMessage", id, "-at,-number")?;
        let unasked = speculative::of(site, v, id)?;
        Ok((applied(site, v, id)?, unasked, messages, documents, meetings, alerts, proposed(site, v, id)?))
    })?;
    let done = site.call.request.query("done").filter(|code| DONE.contains(code));
    let name = text(person, "first_name");
    let account = crate::account::card(site, person)?;
    let title = site.say("careers-me");
    let content = html! {
        div.cs-me-head {
            h1 { (site.ui().say_with("careers-me-hello", &[("name", name.into())])) }
            form method="post" action=(site.path("me/leave")) { button.cs-button.cs-button-soft type="submit" { (site.say("careers-me-leave")) } }
        }
        @if let Some(code) = done { div.cs-alert.is-success role="status" { p { (site.say(&format!("careers-me-done-{code}"))) } } }
        @if !typed.problems.is_empty() {
            div.cs-alert.is-danger role="alert" { h2 { (site.say("careers-mend")) } ul { @for (field, text) in &typed.problems { li { a href={ "#f-" (field) } { (text) } } } } }
        }
        section.cs-card {
            h2 { (site.say("careers-me-applications")) }
            @if applications.is_empty() && unasked.is_empty() { p { (site.say("careers-me-none")) } a.cs-button href=(site.path("jobs")) { (site.say("careers-more-jobs")) } }
            ul.cs-me-list {
                @for one in &applications {
                    @if let Some((id, job, until)) = &one.offer {
                        li.cs-me-offer {
                            div {
                                strong { (site.say("careers-me-offer")) ": " (job) }
                                @if !until.is_empty() { p.cs-help { (site.ui().say_with("careers-me-offer-until", &[("day", until.as_str().into())])) } }
                            }
                            form.cs-me-end method="post" action=(site.path(&format!("me/offers/{id}"))) {
                                button.cs-button type="submit" name="answer" value="yes" { (site.say("careers-me-offer-accept")) }
                                button.cs-button.cs-button-soft type="submit" name="answer" value="no" { (site.say("careers-me-offer-decline")) }
                            }
                        }
                    }
                    li {
                        div { strong { (one.title) } p.cs-help { (site.ui().say_with("careers-me-applied", &[("day", one.day.as_str().into())])) } }
                        div.cs-me-end {
                            span.cs-me-stage { (one.stage) }
                            @if one.active { a href={ (site.path("me/withdraw")) "?application=" (one.id) } aria-label={ (site.say("careers-me-withdraw")) ": " (one.title) } { (site.say("careers-me-withdraw")) } }
                        }
                    }
                }
                @for (id, day, wish) in &unasked {
                    li {
                        div {
                            strong { (site.say("careers-spontaneous")) }
                            p.cs-help { @if !wish.is_empty() { (wish) " – " } (site.ui().say_with("careers-me-applied", &[("day", day.as_str().into())])) }
                        }
                        div.cs-me-end {
                            a href={ (site.path("me/withdraw")) "?speculative=" (id) } aria-label={ (site.say("careers-me-withdraw")) ": " (site.say("careers-spontaneous")) } { (site.say("careers-me-withdraw")) }
                        }
                    }
                }
            }
        }
        (meetings)
        @if !proposed.is_empty() {
            section.cs-card {
                h2 { (site.say("careers-me-proposed")) }
                ul.cs-me-list { @for (title, by) in &proposed { li { div { strong { (title) } p.cs-help { (by) } } } } }
            }
        }
        section.cs-card {
            h2 { (site.say("careers-me-messages")) }
            @if messages.is_empty() { p { (site.say("careers-me-messages-none")) } }
            div.cs-me-letters {
                @for (at, message) in messages.iter().enumerate() {
                    details open[at == 0] {
                        summary {
                            strong { (text(message, "heading")) }
                            span.cs-help { @if text(message, "direction") == "incoming" { (site.say("careers-me-you")) " · " } (site.scope.culture.date_time(message.get("at").as_int().unwrap_or_default(), &zone)) " UTC" }
                        }
                        div.cs-text { (prose(text(message, "text"))) }
                    }
                }
            }
            @if !applications.is_empty() { (writing(site, &applications, typed)) }
        }
        section.cs-card { (papers(site, &documents, typed)) }
        @if !alerts.is_empty() { section.cs-card { (wished(site, &alerts)?) } }
        section.cs-card { (data(site, person, typed)) }
        (account)
        section.cs-card {
            h2 { (site.say("careers-me-yours")) }
            p { (site.say("careers-me-export-text")) }
            form method="post" action=(site.path("me/export")) { button.cs-button.cs-button-soft type="submit" { (site.say("careers-me-export")) } }
            p.cs-me-gap { (site.say("careers-me-erase-about")) }
            a.cs-button.cs-button-soft href=(site.path("me/erase")) { (site.say("careers-me-erase")) }
        }
    };
    let status = if typed.problems.is_empty() { 200 } else { 422 };
    Ok(framed(site, &Page { title: &title, menu: "me", ..Page::default() }, html! {}, content)?.code(status))
}

/// What can be said to have been done.
pub const DONE: [&str; 13] = [
    "answered",
    "withdrawn",
    "written",
    "added",
    "removed",
    "saved",
    "exported",
    "account",
    "password",
    "ended",
    "chosen",
    "given-back",
    "stopped",
];

/// The alerts that run for the person's address.
fn wished(site: &Site<'_>, alerts: &[Record]) -> Result<Markup> {
    let published = published(site)?;
    Ok(html! {
        h2 { (site.say("careers-alerts")) }
        ul.cs-me-list {
            @for alert in alerts {
                @let (what, how) = alerts::told(site, alert, &published.adverts);
                li {
                    div { strong { (what) } p.cs-help { (how) } }
                    form method="post" action=(site.path(&format!("me/alerts/{}/stop", alert.id))) {
                        button.cs-link type="submit" aria-label={ (site.say("careers-alert-stop")) ": " (what) } { (site.say("careers-alert-stop")) }
                    }
                }
            }
        }
    })
}

pub(super) fn error(typed: &Typed, field: &str) -> Markup {
    html! { @if let Some(text) = typed.problem(field) { div.cs-error id={ "e-" (field) } { (text) } } }
}

fn writing(site: &Site<'_>, applications: &[Applied], typed: &Typed) -> Markup {
    html! {
        form.cs-me-form method="post" action=(site.path("me/message")) {
            h3 { (site.say("careers-me-write")) }
            @if let [one] = applications { input type="hidden" name="application" value=(one.id); }
            @else {
                div.cs-field {
                    label for="f-application" { (site.say("careers-me-about")) }
                    select #f-application name="application" { @for one in applications { option value=(one.id) { (one.title) } } }
                }
            }
            div.cs-field.is-wrong[typed.problem("text").is_some()] {
                label for="f-text" { (site.say("careers-me-message")) }
                textarea #f-text name="text" rows="4" maxlength="8000" required { (typed.value("text", "")) }
                (error(typed, "text"))
            }
            button.cs-button.cs-button-soft type="submit" { (site.say("careers-me-send")) }
        }
    }
}

fn papers(site: &Site<'_>, documents: &[(Record, bool)], typed: &Typed) -> Markup {
    html! {
        h2 { (site.say("careers-documents-title")) }
        @if documents.is_empty() { p { (site.say("careers-me-documents-none")) } }
        ul.cs-me-list {
            @for (document, mine) in documents {
                @let name = text(document, "name");
                li {
                    a href=(site.path(&format!("me/documents/{}", document.id))) { (name) }
                    @if *mine {
                        form method="post" action=(site.path(&format!("me/documents/{}/remove", document.id))) {
                            button.cs-link type="submit" aria-label=(site.ui().say_with("careers-me-remove-name", &[("name", name.into())])) { (site.say("careers-me-remove")) }
                        }
                    }
                }
            }
        }
        form.cs-me-form method="post" action=(site.path("me/documents")) enctype="multipart/form-data" {
            div.cs-field.is-wrong[typed.problem("document").is_some()] {
                label for="f-document" { (site.say("careers-me-add")) }
                input #f-document type="file" name="document" accept=".pdf,.docx,.odt,.rtf,.png,.jpg,.jpeg" required aria-describedby="h-document";
                small #h-document { (site.say("careers-file-help")) }
                (error(typed, "document"))
            }
            button.cs-button.cs-button-soft type="submit" { (icon("upload")) (site.say("careers-me-upload")) }
        }
    }
}

fn data(site: &Site<'_>, person: &Record, typed: &Typed) -> Markup {
    let language = site.scope.language();
    let mut countries: Vec<(&str, &str)> =
        iso::countries().filter_map(|code| Some((code, iso::country_name(language, code)?))).collect();
    countries.sort_by_cached_key(|(_, name)| sort_key(language, name));
    let spoken = talang_catalogue::Culture::find(text(person, "culture")).map(|c| c.language);
    html! {
        h2 { (site.say("careers-me-data")) }
        p { (text(person, "email")) " – " (site.say("careers-me-email")) }
        form.cs-me-form method="post" action=(site.path("me/data")) {
            div.cs-pair {
                @for (name, autocomplete, most) in DATA {
                    div.cs-field.is-wrong[typed.problem(name).is_some()] {
                        label for={ "f-" (name) } { (site.say(&format!("careers-field-{}", name.replace('_', "-")))) }
                        input id={ "f-" (name) } type=(if name == "phone" { "tel" } else { "text" }) name=(name) value=(typed.value(name, text(person, name))) autocomplete=(autocomplete)
                            maxlength=(most) required[name.ends_with("_name")];
                        (error(typed, name))
                    }
                }
                div.cs-field {
                    label for="f-country" { (site.say("careers-field-country")) }
                    select #f-country name="country" autocomplete="country" {
                        option value="" { "" }
                        @for (code, name) in &countries { option value=(code) selected[typed.value("country", text(person, "country")) == *code] { (name) } }
                    }
                }
                div.cs-field {
                    label for="f-language" { (site.say("careers-me-language")) }
                    select #f-language name="language" {
                        @for one in &site.data.languages { option value=(one.code()) lang=(one.code()) selected[spoken.unwrap_or(language) == *one] { (one.native_name()) } }
                    }
                }
            }
            button.cs-button.cs-button-soft type="submit" { (site.say("careers-me-save")) }
        }
    }
}

/// `GET /careers/{site}/me/withdraw?application=`, or `?speculative=`.
pub fn withdrawing(call: &Call) -> Result<Reply> {
    within(call, |site, person| {
        let number = |name: &str| call.request.query(name).and_then(|t| t.parse::<i64>().ok());
        let (field, id, title, text) = match number("speculative") {
            Some(id) => {
                let all = site.scope.view(|v| speculative::of(site, v, person.id))?;
                all.iter().find(|(number, ..)| *number == id).ok_or_else(missing)?;
                ("speculative", id, site.say("careers-spontaneous"), site.say("careers-spontaneous-withdraw"))
            }
            None => {
                let id = number("application").unwrap_or_default();
                let all = site.scope.view(|v| applied(site, v, person.id))?;
                let one = all.into_iter().find(|a| a.id == id && a.active).ok_or_else(missing)?;
                ("application", id, one.title, site.say("careers-me-withdraw-text"))
            }
        };
        let what = title;
        let title = site.say("careers-me-withdraw-ask");
        let content = html! {
            div.cs-card.cs-form.cs-text {
                h1 { (title) }
                p { strong { (what) } }
                p { (text) }
                form.cs-me-buttons method="post" action=(site.path("me/withdraw")) {
                    input type="hidden" name=(field) value=(id);
                    button.cs-button type="submit" { (site.say("careers-me-withdraw-yes")) }
                    a.cs-button.cs-button-soft href=(site.path("me")) { (site.say("careers-me-back")) }
                }
            }
        };
        framed(site, &Page { title: &title, menu: "me", ..Page::default() }, html! {}, content)
    })
}

/// `GET /careers/{site}/me/erase`.
pub fn erasing(call: &Call) -> Result<Reply> {
    within(call, |site, _| erase_page(site, false))
}

/// The page that asks once more.
pub fn erase_page(site: &Site<'_>, unticked: bool) -> Result<Reply> {
    let title = site.say("careers-me-erase-ask");
    let content = html! {
        div.cs-card.cs-form.cs-text {
            h1 { (title) }
            (prose(&site.say("careers-me-erase-text")))
            form method="post" action=(site.path("me/erase")) {
                div.cs-field.is-wrong[unticked] {
                    label.cs-choice { input #f-sure type="checkbox" name="sure" value="yes" required; span { (site.say("careers-me-erase-sure")) } }
                    @if unticked { div.cs-error { (site.say("careers-me-erase-tick")) } }
                }
                div.cs-me-buttons {
                    button.cs-button type="submit" { (site.say("careers-me-erase-yes")) }
                    a.cs-button.cs-button-soft href=(site.path("me")) { (site.say("careers-me-back")) }
                }
            }
        }
    };
    let status = if unticked { 422 } else { 200 };
    Ok(framed(site, &Page { title: &title, menu: "me", ..Page::default() }, html! {}, content)?.code(status))
}
