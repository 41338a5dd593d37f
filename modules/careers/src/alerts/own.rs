//! An alert as links in mails lead to it: confirmed, changed and ended by its owner, who needs no account. Looking does nothing:
//! programs that open links in mails confirm and end nothing.

use std::collections::BTreeSet;

use maud::{Markup, html};
use talang_catalogue::{Record, Value};
use talang_engine::{Result, View};
use talang_http::{Call, Reply};
use talang_recruiting::text;

use super::ask::{LONGEST, OFTEN, often};
use super::{KIND, Ticket, criteria, end, last_day, open, question, seal, told};
use crate::advert::{Advert, Coded, Published, published};
use crate::find::{FACETS, Question};
use crate::frame::{Page, icon, page as framed, prose};
use crate::site::Site;

/// The ticket of a call: in the address, or in a form.
fn ticket(call: &Call) -> String {
    match call.request.query("t") {
        Some(sealed) => sealed.to_string(),
        None => call.request.sent("t"),
    }
}

fn shown(site: &Site<'_>, title: &str, content: Markup) -> Result<Reply> {
    let mut reply = framed(site, &Page { title, menu: "jobs", ..Page::default() }, html! {}, content)?;
    reply.headers.retain(|(name, _)| name != "cache-control");
    Ok(reply.with("cache-control", "no-store"))
}

/// The page for a link that leads nowhere any more.
fn over(site: &Site<'_>) -> Result<Reply> {
    let title = site.say("careers-alert-over");
    let content = html! {
        div.cs-card.cs-form.cs-text {
            h1 { (title) }
            p { (site.say("careers-alert-over-text")) }
            a.cs-button href=(site.path("jobs")) { (site.say("careers-more-jobs")) }
        }
    };
    shown(site, &title, content)
}

/// A page that says what was done.
fn done(site: &Site<'_>, title: &str, text: &str, more: Markup) -> Result<Reply> {
    let title = site.say(title);
    let content = html! {
        div.cs-card.cs-form.cs-text {
            h1 { (icon("check")) " " (title) }
            (prose(text))
            div.cs-me-buttons {
                (more)
                a.cs-button.cs-button-soft href=(site.path("jobs")) { (site.say("careers-more-jobs")) }
            }
        }
    };
    shown(site, &title, content)
}

/// What an alert is, and what can be done with it by one button.
fn question_page(
    site: &Site<'_>,
    alert: &Record,
    sealed: &str,
    words: (&str, &str, &str),
    to: &str,
) -> Result<Reply> {
    let (title, about, button) = words;
    let published = published(site)?;
    let title = site.say(title);
    let content = html! {
        div.cs-card.cs-form.cs-text {
            h1 { (title) }
            p { (site.say(about)) }
            (summary(site, alert, &published))
            form.cs-me-buttons method="post" action=(site.path(to)) {
                input type="hidden" name="t" value=(sealed);
                button.cs-button type="submit" { (site.say(button)) }
            }
        }
    };
    shown(site, &title, content)
}

/// What an alert looks for, and how often.
fn summary(site: &Site<'_>, alert: &Record, published: &Published) -> Markup {
    let (what, how) = told(site, alert, &published.adverts);
    html! { p { strong { (what) } " · " (how) } }
}

fn find(site: &Site<'_>, v: &mut View<'_>, ticket: Ticket, sealed: &str) -> Result<Option<Record>> {
    open(v, &site.data, ticket, sealed)
}

/// `GET /careers/{site}/alerts/confirm?t=`.
pub fn confirming(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let sealed = ticket(call);
    match site.scope.view(|v| find(&site, v, Ticket::Confirm, &sealed))? {
        Some(alert) => {
            let words = ("careers-alert-confirm", "careers-alert-confirm-text", "careers-alert-confirm-yes");
            question_page(&site, &alert, &sealed, words, "alerts/confirm")
        }
        None => over(&site),
    }
}

/// `POST /careers/{site}/alerts/confirm`.
pub fn confirm(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let sealed = ticket(call);
    let own = site.scope.change(KIND, |c| {
        let Some(alert) = find(&site, c, Ticket::Confirm, &sealed)? else { return Ok(None) };
        if alert.get("confirmed_at").is_null() {
            let now = c.scope().installation().clock().now();
            let values = vec![("confirmed_at", now.into()), ("ends_on", last_day(c))];
            c.as_program(|c| c.update("JobAlert", alert.id, values))?;
        }
        seal(c, Ticket::Own, &alert).map(Some)
    })?;
    let Some(own) = own else { return over(&site) };
    let change = format!("{}?t={own}", site.path("alerts/change"));
    let more = html! { a.cs-button.cs-button-soft href=(change) { (site.say("careers-alert-change")) } };
    done(&site, "careers-alert-confirmed", &site.say("careers-alert-confirmed-text"), more)
}

/// `GET /careers/{site}/alerts/change?t=`.
pub fn changing(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let sealed = ticket(call);
    match site.scope.view(|v| find(&site, v, Ticket::Own, &sealed))? {
        Some(alert) => {
            let asked = question(&alert);
            form(&site, &alert, &sealed, &asked, "")
        }
        None => over(&site),
    }
}

fn form(site: &Site<'_>, alert: &Record, sealed: &str, asked: &Question, problem: &str) -> Result<Reply> {
    let published = published(site)?;
    let title = site.say("careers-alert-change");
    let saved = site.call.request.query("done").is_some();
    let until = alert.get("ends_on").as_int().map(|day| site.scope.culture.date_long(day));
    let content = html! {
        div.cs-card.cs-form {
            h1 { (title) }
            @if saved { div.cs-alert.is-success role="status" { p { (site.say("careers-alert-saved")) } } }
            @if !problem.is_empty() { div.cs-alert.is-danger role="alert" { p { (problem) } } }
            p { (text(alert, "email")) ": " (criteria(site, asked, &published.adverts)) }
            @if let Some(day) = until { p.cs-help { (site.ui().say_with("careers-alert-until", &[("day", day.into())])) } }
            form.cs-me-form method="post" action=(site.path("alerts/change")) {
                input type="hidden" name="t" value=(sealed);
                div.cs-field {
                    label for="f-q" { (site.say("careers-alert-words")) " " span.cs-optional { (site.say("careers-optional")) } }
                    input #f-q type="text" name="q" value=(asked.text) maxlength="200" autocomplete="off";
                }
                @for (at, (name, heading, of)) in FACETS.iter().enumerate() {
                    @let chosen = asked.chosen.get(at).map(Vec::as_slice).unwrap_or_default();
                    @let values = values(&published.adverts, *of, chosen);
                    @if !values.is_empty() {
                        details.cs-more open[!chosen.is_empty()] {
                            summary { (site.say(heading)) }
                            div.cs-field {
                                @for value in &values {
                                    label.cs-choice { input type="checkbox" name=(name) value=(value.code) checked[chosen.contains(&value.code)]; span { (value.label) } }
                                }
                            }
                        }
                    }
                }
                (often(site, text(alert, "frequency")))
                div.cs-me-buttons {
                    button.cs-button type="submit" { (site.say("careers-me-save")) }
                    a.cs-button.cs-button-soft href={ (site.path("alerts/stop")) "?t=" (sealed) } { (site.say("careers-alert-stop")) }
                }
            }
        }
    };
    let reply = shown(site, &title, content)?;
    Ok(if problem.is_empty() { reply } else { reply.code(422) })
}

/// The values of a facet that there are or were chosen, by their names.
fn values(adverts: &[Advert], of: fn(&Advert) -> Coded, chosen: &[String]) -> Vec<Coded> {
    let known: BTreeSet<Coded> = adverts.iter().map(of).filter(|c| !c.code.is_empty()).collect();
    let gone = chosen.iter().filter(|code| !known.iter().any(|c| c.code == **code));
    let gone: Vec<Coded> = gone.map(|code| Coded { code: code.clone(), label: code.clone() }).collect();
    let mut all: Vec<Coded> = known.into_iter().chain(gone).collect();
    all.sort_by(|a, b| a.label.cmp(&b.label));
    all
}

/// `POST /careers/{site}/alerts/change`.
pub fn change(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let sealed = ticket(call);
    let asked = Question::read(&call.request.form());
    let wanted = asked.address(None);
    let frequency = call.request.sent("frequency");
    if wanted.chars().count() > LONGEST || !OFTEN.contains(&frequency.as_str()) {
        return match site.scope.view(|v| find(&site, v, Ticket::Own, &sealed))? {
            Some(alert) => form(&site, &alert, &sealed, &asked, &site.say("careers-choose")),
            None => over(&site),
        };
    }
    let changed = site.scope.change(KIND, |c| {
        let Some(alert) = find(&site, c, Ticket::Own, &sealed)? else { return Ok(false) };
        let criteria = if wanted.is_empty() { Value::Null } else { wanted.as_str().into() };
        let values = vec![
            ("criteria", criteria),
            ("frequency", frequency.as_str().into()),
            ("culture", c.scope().culture.code.into()),
            ("ends_on", last_day(c)),
        ];
        c.update("JobAlert", alert.id, values).map(|_| true)
    })?;
    match changed {
        true => Ok(Reply::see_other(&format!("{}?t={sealed}&done=1", site.path("alerts/change")))),
        false => over(&site),
    }
}

/// `GET /careers/{site}/alerts/stop?t=`.
pub fn stopping(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let sealed = ticket(call);
    match site.scope.view(|v| find(&site, v, Ticket::Own, &sealed))? {
        Some(alert) => {
            let words = ("careers-alert-stop-ask", "careers-alert-stop-text", "careers-alert-stop-yes");
            question_page(&site, &alert, &sealed, words, "alerts/stop")
        }
        None => over(&site),
    }
}

/// `POST /careers/{site}/alerts/stop?t=`: by the button, or by a mail program that asks nobody (RFC 8058).
pub fn stop(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let sealed = ticket(call);
    let stopped = site.scope.change(KIND, |c| match find(&site, c, Ticket::Own, &sealed)? {
        Some(alert) => end(c, &[alert.id]).map(|()| true),
        None => Ok(false),
    })?;
    match stopped {
        true => done(&site, "careers-alert-stopped", &site.say("careers-alert-stopped-text"), html! {}),
        false => over(&site),
    }
}
