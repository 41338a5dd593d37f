//! Asking for an alert.

use maud::{Markup, html};
use serde_json::{Value as Json, json};
use talang_catalogue::{Culture, Language, Value};
use talang_engine::jobs::JobRun;
use talang_engine::{Change, Result};
use talang_http::{Call, Reply};
use talang_mail::{Enclosed, Mail};
use talang_recruiting::text;

use super::{DAY, KIND, TO_CONFIRM, Ticket, criteria, link, of_address, seal};
use crate::advert::published;
use crate::apply::{counted, slow_down};
use crate::find::{FACETS, Question};
use crate::frame::{Page, icon, page as framed, prose};
use crate::site::{Site, SiteData, active, missing};

/// The job that makes the alert and writes the mail that asks for a confirmation.
pub(crate) const ASKED: &str = "careers.alert";
/// Mails that ask for a confirmation, to one address in an hour at most: nobody's mailbox is filled from here.
const PER_HOUR: u32 = 5;
/// Alerts of one address at most.
const MOST: usize = 20;
/// Characters of what is looked for, at most.
pub(super) const LONGEST: usize = 2_000;
/// How often, in the order in which it is asked.
pub(super) const OFTEN: [&str; 2] = ["daily", "weekly"];

/// Whether a site offers alerts: nothing is promised that could not be sent.
pub(crate) fn offered(site: &Site<'_>) -> bool {
    site.data.alerts && talang_mail::available(&site.call.installation)
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Typed {
    email: String,
    frequency: String,
    problems: Vec<(&'static str, String)>,
}

impl Typed {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }
}

/// `GET /careers/{site}/alerts`, with the words and facets of the list.
pub fn form(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    if !offered(&site) {
        return Err(missing());
    }
    show(&site, &Question::of(call), &Typed { frequency: "weekly".into(), ..Typed::default() })
}

fn show(site: &Site<'_>, question: &Question, typed: &Typed) -> Result<Reply> {
    let published = published(site)?;
    let title = site.say("careers-alert");
    let notice = site.notice("");
    let name = site.text(&site.data.label);
    let error = |field: &str| html! { @if let Some(text) = typed.problem(field) { div.cs-error id={ "e-" (field) } { (text) } } };
    let wrong = typed.problem("email").is_some();
    let content = html! {
        a.cs-back href={ (site.path("jobs")) "?" (question.address(None)) } { (icon("arrow-left")) (site.say("careers-back")) }
        div.cs-card.cs-form {
            h1 { (title) }
            @if !typed.problems.is_empty() {
                div.cs-alert.is-danger role="alert" {
                    h2 { (site.say("careers-mend")) }
                    ul { @for (field, text) in &typed.problems { li { a href={ "#f-" (field) } { (text) } } } }
                }
            }
            p { (site.say("careers-alert-text")) }
            form method="post" action=(site.path("alerts")) {
                div.cs-field {
                    span.cs-label { (site.say("careers-alert-criteria")) }
                    p { (criteria(site, question, &published.adverts)) }
                    (hidden(question))
                }
                div.cs-field.is-wrong[wrong] {
                    label for="f-email" { (site.say("careers-field-email")) }
                    input #f-email type="email" name="email" value=(typed.email) autocomplete="email" required maxlength="254"
                        aria-invalid=[wrong.then_some("true")] aria-describedby=[wrong.then_some("e-email")];
                    (error("email"))
                }
                (often(site, &typed.frequency))
                div.cs-field.is-wrong[typed.problem("privacy").is_some()] {
                    label.cs-choice {
                        input #f-privacy type="checkbox" name="privacy" value="yes" required aria-describedby=[typed.problem("privacy").map(|_| "e-privacy")];
                        span { (site.ui().say_with("careers-privacy-read", &[("name", name.to_string().into())])) }
                    }
                    details.cs-more { summary { (site.say("careers-privacy")) } div.cs-text { (prose(notice)) } }
                    (error("privacy"))
                }
                div.cs-trap aria-hidden="true" { label { "Homepage" input type="text" name="homepage" tabindex="-1" autocomplete="off"; } }
                button.cs-button type="submit" { (icon("mail")) (site.say("careers-alert-ask")) }
                p.cs-help { (site.say("careers-alert-ask-help")) }
            }
        }
    };
    let status = if typed.problems.is_empty() { 200 } else { 422 };
    Ok(framed(site, &Page { title: &title, menu: "jobs", ..Page::default() }, html! {}, content)?
        .code(status))
}

/// What is looked for, as a form sends it on.
fn hidden(question: &Question) -> Markup {
    html! {
        @if !question.text.is_empty() { input type="hidden" name="q" value=(question.text); }
        @for ((name, ..), values) in FACETS.iter().zip(&question.chosen) {
            @for value in values { input type="hidden" name=(name) value=(value); }
        }
    }
}

/// The question how often.
pub(super) fn often(site: &Site<'_>, chosen: &str) -> Markup {
    let labels = &site.call.installation.registry().labels;
    let label = |code| labels.choice(site.scope.language(), "AlertFrequency", code);
    html! {
        fieldset.cs-field {
            legend.cs-label { (site.say("careers-alert-often")) }
            @for code in OFTEN {
                label.cs-choice { input type="radio" name="frequency" value=(code) checked[code == chosen] required; span { (label(code)) } }
            }
        }
    }
}

/// `POST /careers/{site}/alerts`: the same answer for every address.
pub fn send(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    if !offered(&site) {
        return Err(missing());
    }
    slow_down(&site)?;
    let sent = call.request.form();
    let question = Question::read(&sent);
    let email = call.request.sent("email").to_lowercase();
    let mut typed =
        Typed { email: email.clone(), frequency: call.request.sent("frequency"), problems: Vec::new() };
    if talang_mail::check_address(&email).is_err() {
        typed.problems.push(("email", site.say("careers-email-wrong")));
    }
    if !OFTEN.contains(&typed.frequency.as_str()) {
        typed.frequency = "weekly".into();
    }
    if call.request.sent("privacy") != "yes" {
        typed.problems.push(("privacy", site.say("careers-privacy-missing")));
    }
    let criteria = question.address(None);
    if criteria.chars().count() > LONGEST {
        typed.problems.push(("email", site.say("careers-too-long")));
    }
    if !typed.problems.is_empty() {
        return show(&site, &question, &typed);
    }
    // Whoever asks too often reads the same as everybody, and no more mails leave; so does a machine.
    let may = counted(&site, format!("alert {} {email}", site.scope.tenant().id()), PER_HOUR).is_ok();
    if may && call.request.sent("homepage").is_empty() {
        let payload = json!({
            "address": email, "site": site.data.id, "culture": site.scope.culture.code, "criteria": criteria,
            "frequency": typed.frequency, "notice": site.notice(""),
        });
        let now = call.installation.clock().now();
        site.scope.change(KIND, |c| c.enqueue(ASKED, &payload, now, None))?;
    }
    let title = site.say("careers-me-asked");
    let content = html! {
        div.cs-card.cs-form.cs-text {
            h1 { (icon("check")) " " (title) }
            (prose(&site.say("careers-alert-asked")))
            a.cs-button.cs-button-soft href=(site.path("jobs")) { (site.say("careers-more-jobs")) }
        }
    };
    framed(&site, &Page { title: &title, menu: "jobs", ..Page::default() }, html! {}, content)
}

/// Makes the alert, and writes to the address: once for each time that it was asked for.
pub(crate) fn take(run: &mut JobRun<'_>) -> Result<Json> {
    let payload = run.job.payload.clone();
    let said = |name: &str| payload[name].as_str().unwrap_or_default().to_string();
    let site = active(&run.scope)?.into_iter().find(|s| Some(s.id) == payload["site"].as_i64() && s.alerts);
    let culture = Culture::find(&said("culture"));
    if let (Some(site), Some(culture)) = (site, culture)
        && talang_mail::available(run.scope.installation())
    {
        run.scope.change(KIND, |c| {
            let asked = Asked {
                address: &said("address"),
                criteria: &said("criteria"),
                frequency: &said("frequency"),
                notice: &said("notice"),
            };
            make(c, &site, culture, &asked)
        })?;
    }
    run.forget()?;
    Ok(Json::Null)
}

struct Asked<'a> {
    address: &'a str,
    criteria: &'a str,
    frequency: &'a str,
    notice: &'a str,
}

fn make(c: &mut Change<'_>, site: &SiteData, culture: &'static Culture, asked: &Asked<'_>) -> Result<()> {
    let all = of_address(c, asked.address)?;
    let same = |a: &&talang_catalogue::Record| {
        a.get("front_office").as_int() == Some(site.id) && text(a, "criteria") == asked.criteria
    };
    let now = c.scope().installation().clock().now();
    let (ticket, template, id) = match all.iter().find(same) {
        Some(known) if !known.get("confirmed_at").is_null() => (Ticket::Own, "alert-known", known.id),
        Some(known) => {
            let values = vec![
                ("asked_at", now.into()),
                ("frequency", asked.frequency.into()),
                ("culture", culture.code.into()),
                ("notice", asked.notice.into()),
            ];
            c.update("JobAlert", known.id, values)?;
            (Ticket::Confirm, "alert-confirm", known.id)
        }
        None if all.len() >= MOST => return Ok(()),
        None => {
            let optional = |text: &str| if text.is_empty() { Value::Null } else { text.into() };
            let values = vec![
                ("email", asked.address.into()),
                ("front_office", site.id.into()),
                ("culture", culture.code.into()),
                ("criteria", optional(asked.criteria)),
                ("frequency", asked.frequency.into()),
                ("asked_at", now.into()),
                ("notice", optional(asked.notice)),
            ];
            (Ticket::Confirm, "alert-confirm", c.create("JobAlert", values)?.id)
        }
    };
    let object = c.object("JobAlert")?;
    let alert = c.get(&object, id)?;
    let sealed = seal(c, ticket, &alert)?;
    let link = link(c, site, ticket, &sealed, culture)?;
    let name = name_of(site, culture.language);
    // What somebody typed as words does not stand in it: the address may be another's.
    let mail = Mail {
        to: asked.address,
        employee: None,
        culture,
        template,
        arguments: vec![("site", name)],
        link: Some(link.path),
        expires: (ticket == Ticket::Confirm).then_some(now + TO_CONFIRM * DAY),
    };
    talang_mail::enqueue_with(c, &mail, Enclosed { host: link.host, ..Enclosed::default() }).map(drop)
}

/// What a site is called in a language.
pub(super) fn name_of(site: &SiteData, language: Language) -> String {
    talang_catalogue::labels::text_in(&site.label, language).unwrap_or_default().to_string()
}
