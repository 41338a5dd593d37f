//! Applying: a form, what it sends, and the records that come of it.
//!
//! Whoever applies is a stranger until an e-mail proves otherwise, so no answer here tells whether an address is known: the
//! same page follows whether a candidate, or even the same application, was there before. What a stranger sends is put
//! with the application and never over what the candidate's file says already.

mod form;
mod me;
mod records;
pub(crate) mod speculative;

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use maud::{Markup, html};
use serde_json::{Map, Value as Json};
use talang_catalogue::types::iso;
use talang_catalogue::{Fault, Kind, Language, Value};
use talang_engine::{Change, Filter, Op, Query, Result};
use talang_http::{Access, Call, Method, Reply, Route, encode, multipart};
use talang_recruiting::cv::{self, Knowledge};
use talang_recruiting::documents::{self, Paper};
use talang_recruiting::letters::sending;
use talang_recruiting::{referrals, text};

use crate::account;
use crate::advert::{Advert, Question, published};
use crate::area::came;
use crate::frame::{Page, icon, page as framed};
use crate::site::{Site, missing};
pub(crate) use form::{Form, check_files, check_person, countries, read, refused};
pub use form::{Problems, Sent, stored, unfit};
pub(crate) use me::Me;
pub(crate) use records::{agreed, documents as kept};

/// Bytes of one document at most.
const MOST: usize = 10 * 1024 * 1024;
/// Bytes of all that is sent at most.
pub(crate) const ALL: u64 = 32 * 1024 * 1024;
/// Documents beside CV and letter at most.
pub(crate) const DOCUMENTS: usize = 5;
/// Applications from one network address in an hour at most: a job fair may send many, a machine more.
const PER_HOUR: u32 = 240;

/// The ticket of a recommendation.
const REFERRAL: &str = "referral";

/// The addresses of applying.
pub fn routes() -> Vec<Route> {
    let read = |pattern, handler| Route::get(pattern, Access::Visitor, handler);
    vec![
        read("/careers/{site}/jobs/{job}/apply", form),
        Route::upload(Method::Post, "/careers/{site}/jobs/{job}/apply", Access::Visitor, send),
        Route::upload(Method::Post, "/careers/{site}/cv", Access::Visitor, read_cv),
        read("/careers/{site}/jobs/{job}/received", received),
        read("/careers/{site}/apply", speculative::form),
        Route::upload(Method::Post, "/careers/{site}/apply", Access::Visitor, speculative::send),
        read("/careers/{site}/apply/received", speculative::received),
    ]
}

/// `GET /careers/{site}/jobs/{job}/apply`.
pub fn form(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let published = published(&site)?;
    let advert = published.get(call.param("job")).ok_or_else(missing)?;
    let me = Me::of(&site)?;
    let mut sent = me.as_ref().map(Me::filled_in).unwrap_or_default();
    // Whoever was recommended carries that along.
    if let Some(ticket) = call.request.query(REFERRAL) {
        sent.texts.insert(REFERRAL.to_string(), vec![ticket.to_string()]);
    }
    show(&site, advert, &sent, &Problems::new(), me.as_ref())
}

/// `GET /careers/{site}/jobs/{job}/received`: what everybody reads who sent an application.
pub fn received(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let published = published(&site)?;
    let advert = published.get(call.param("job")).ok_or_else(missing)?;
    let title = site.say("careers-received");
    let text = site.say("careers-received-text");
    let content = form::received(&site, &advert.code, &advert.title.text, &text, offers_account(&site)?);
    framed(&site, &Page { title: &title, ..Page::default() }, html! {}, content)
}

/// `POST /careers/{site}/jobs/{job}/apply`.
pub fn send(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let published = published(&site)?;
    let advert = published.get(call.param("job")).ok_or_else(missing)?;
    slow_down(&site)?;
    let mut sent = multipart::with_parts(&call.request, ALL, |parts| Ok(read(parts)))?;
    let me = Me::of(&site)?;
    if let Some(me) = &me {
        me.sign(&mut sent);
    }
    let on = site.path(&format!("jobs/{}/received", encode(&advert.code)));
    if sent.is_trapped() {
        return Ok(Reply::see_other(&on));
    }
    let problems = take_as(&site, advert, &sent, me.as_ref())?;
    if problems.is_empty() {
        return Ok(Reply::see_other(&on));
    }
    Ok(show(&site, advert, &sent, &problems, me.as_ref())?.code(422))
}

/// Whether an account is offered to whoever has just applied.
fn offers_account(site: &Site<'_>) -> Result<bool> {
    Ok(account::offered(site) && came(site)?.is_none_or(|came| came.live.is_none()))
}

/// `POST /careers/{site}/cv`: what a CV says, as a proposal for the form. Nothing of it is kept: it is sent again with the form.
pub fn read_cv(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    slow_down(&site)?;
    let content = multipart::with_parts(&call.request, ALL, |parts| {
        let file = parts.iter().find(|p| p.file_name.is_some() && !p.content.is_empty());
        Ok(file.ok_or_else(|| Fault::new("file.empty"))?.content.to_vec())
    })?;
    site.scope.tenant().db().attachments().judge(&content)?;
    let text = talang_reading::text(&content)?;
    let year = i64::from(call.installation.clock().today().year());
    let found = cv::propose(&text.text, &KNOWLEDGE, year);
    let mut told = Map::new();
    for (name, value) in [
        ("first_name", found.first_name),
        ("last_name", found.last_name),
        ("email", found.email),
        ("phone", found.phone),
        ("city", found.city),
        ("country", found.country),
    ] {
        told.extend(value.map(|v| (name.to_string(), Json::from(v))));
    }
    Ok(Reply::json(&Json::Object(told)))
}

/// Names of languages and countries in the seven languages, by which CVs are understood.
static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| {
    let named = |codes: Vec<&'static str>, name: fn(Language, &str) -> Option<&'static str>| {
        let all = codes.into_iter().flat_map(move |code| {
            Language::ALL.into_iter().filter_map(move |language| Some((code, name(language, code)?)))
        });
        all.collect::<Vec<_>>()
    };
    let languages = named(iso::languages().collect(), iso::language_name);
    let countries = named(iso::countries().collect(), iso::country_name);
    Knowledge::new([], languages, countries, [])
});

/// Takes an application that another door brought; what is wrong with it, where it was not taken.
///
/// # Errors
/// Those of the store, and refusals that no field is to blame for.
pub fn take(site: &Site<'_>, advert: &Advert, sent: &Sent) -> Result<Problems> {
    take_as(site, advert, sent, None)
}

/// The same of somebody who is known.
fn take_as(site: &Site<'_>, advert: &Advert, sent: &Sent, me: Option<&Me>) -> Result<Problems> {
    let problems = check(site, advert, sent, me);
    if !problems.is_empty() {
        return Ok(problems);
    }
    match keep(site, advert, sent, me) {
        Ok(()) => Ok(Problems::new()),
        // A program comes again later, when it is told that it may.
        Err(error) if sent.by_program && error.status() >= 500 => Err(error),
        Err(error) => form::refused(site, &error).ok_or(error),
    }
}

/// Counts what a network address sends.
pub(crate) fn slow_down(site: &Site<'_>) -> Result<()> {
    let line = talang_engine::network::line_of(&site.scope.address);
    counted(site, line, PER_HOUR)
}

/// Counts something within an hour, and refuses what is more than `most`.
pub(crate) fn counted(site: &Site<'_>, what: String, most: u32) -> Result<()> {
    static SEEN: LazyLock<Mutex<HashMap<String, (i64, u32)>>> = LazyLock::new(Mutex::default);
    const HOUR: i64 = 3_600_000_000;
    let now = site.call.installation.clock().now();
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    if seen.len() >= 20_000 {
        seen.retain(|_, (since, _)| now < *since + HOUR);
        // Whoever has more lines than this is not stopped by counting, and does not fill the memory either.
        if seen.len() >= 20_000 {
            seen.clear();
        }
    }
    let (since, count) = seen.entry(what).or_insert((now, 0));
    if now >= *since + HOUR {
        (*since, *count) = (now, 0);
    }
    *count += 1;
    match *count > most {
        true => Err(Fault::new("quota.too_fast").with("seconds", (*since + HOUR - now) / 1_000_000).into()),
        false => Ok(()),
    }
}

fn check(site: &Site<'_>, advert: &Advert, sent: &Sent, me: Option<&Me>) -> Problems {
    let mut problems = form::check(site, sent, advert.cv_required, me);
    let mut wrong = |field: &str, key: &str| problems.push((field.to_string(), site.say(key)));
    if advert.letter_required
        && !sent.by_program
        && sent.files("letter").next().is_none()
        && sent.text("cover_text").is_empty()
        && !me.is_some_and(|me| me.sends(sent, "letter"))
    {
        wrong("letter", "careers-letter-missing");
    }
    for question in &advert.questions {
        let name = format!("q{}", question.id);
        let answer = answer(question, sent);
        if answer.is_empty() {
            if question.mandatory && !sent.by_program {
                wrong(&name, "careers-answer");
            }
            continue;
        }
        let fine = match question.kind.as_str() {
            "number" => site.scope.culture.parse_decimal(&answer).is_ok(),
            "date" => answer.parse::<jiff::civil::Date>().is_ok(),
            "yes-no" => matches!(answer.as_str(), "yes" | "no"),
            "one" => question.choices.contains(&answer),
            _ => answer.chars().count() <= 8000,
        };
        if !fine {
            wrong(&name, "careers-choose");
        }
    }
    problems
}

/// What was answered to a question, as it is kept.
fn answer(question: &Question, sent: &Sent) -> String {
    let name = format!("q{}", question.id);
    let all = sent.texts.get(&name).map(Vec::as_slice).unwrap_or_default();
    let known = all.iter().filter(|a| question.choices.contains(a)).cloned().collect::<Vec<_>>();
    match question.kind.as_str() {
        "several" => known.join("; "),
        _ => all.first().cloned().unwrap_or_default(),
    }
}

/// Writes it all: candidate, application, answers, documents, and the mail that says it was received (nothing, or all of it).
fn keep(site: &Site<'_>, advert: &Advert, sent: &Sent, me: Option<&Me>) -> Result<()> {
    let mut papers = records::documents(site, sent)?;
    // Those of the file that go along are there already, and only go with the application.
    papers.extend(me.into_iter().flat_map(|me| me.chosen(sent)).map(|d| Paper {
        kind: text(d, "kind").to_string(),
        file: text(d, "file").to_string(),
        name: text(d, "name").to_string(),
    }));
    let email = sent.text("email").to_lowercase();
    site.scope.change(Kind::Candidates, |c| {
        let candidate = match me {
            Some(me) => me.person.id,
            None => records::candidate(c, site, sent, &email)?,
        };
        let referral = referrals::of(c, sent.text(REFERRAL), &email, advert.id)?;
        let source = match &referral {
            Some(_) => referrals::source(c)?.or(site.data.source),
            None => site.data.source,
        };
        let application = application(c, site, advert, sent, candidate, source)?;
        if let Some(referral) = &referral {
            referrals::applied(c, referral, candidate, application)?;
        }
        documents::attach(c, candidate, application, &papers)?;
        if !sent.by_program {
            records::agreed(c, site.notice(&advert.country.code), candidate)?;
        }
        if !talang_mail::available(c.scope().installation())
            || sending::acknowledge(c, application, site.scope.culture)?
        {
            return Ok(());
        }
        // In the company's own words, or else in ours.
        let more = vec![("vacancy", advert.title.text.clone()), ("reference", advert.code.clone())];
        records::confirm(c, site, sent, candidate, "application-received", more)
    })
}

/// The application of that candidate for the vacancy; what was sent before stays as it was, and the team is told that it was
/// sent again.
fn application(
    c: &mut Change<'_>,
    site: &Site<'_>,
    advert: &Advert,
    sent: &Sent,
    candidate: i64,
    source: Option<i64>,
) -> Result<i64> {
    let object = c.object("Application")?;
    let same = Filter::And(vec![
        Filter::test(&object, "candidate", Op::Is, vec![candidate.into()]),
        Filter::test(&object, "vacancy", Op::Is, vec![advert.id.into()]),
    ]);
    let query = Query { filter: Some(same), limit: 1, ..Query::default() };
    if let Some(known) = c.list(&object, &query)?.records.first() {
        let now = Value::Int(c.scope().installation().clock().now());
        let values = vec![("application", known.id.into()), ("at", now), ("kind", "sent-again".into())];
        c.create("ApplicationEvent", values)?;
        return Ok(known.id);
    }
    let day = sent.text("available_from").parse::<jiff::civil::Date>().ok();
    let text = sent.text("cover_text");
    let values = vec![
        ("candidate", candidate.into()),
        ("vacancy", advert.id.into()),
        ("source", source.into()),
        ("available_from", day.map_or(Value::Null, Value::from)),
        ("cover_text", if text.is_empty() { Value::Null } else { text.into() }),
    ];
    let application = c.create("Application", values)?.id;
    for question in &advert.questions {
        let answer = answer(question, sent);
        if !answer.is_empty() {
            let answer = match (question.kind.as_str(), answer.as_str()) {
                ("yes-no", "yes") => site.say("ui-yes"),
                ("yes-no", _) => site.say("ui-no"),
                ("date", day) => match day.parse::<jiff::civil::Date>() {
                    Ok(day) => site.scope.culture.date_short(talang_catalogue::value::days_of_date(day)),
                    Err(_) => answer,
                },
                _ => answer,
            };
            let values = vec![
                ("application", application.into()),
                ("question", question.id.into()),
                ("answer", answer.into()),
            ];
            c.create("ApplicationAnswer", values)?;
        }
    }
    Ok(application)
}

/// The form, with what was sent and what is wrong with it.
fn show(
    site: &Site<'_>,
    advert: &Advert,
    sent: &Sent,
    problems: &Problems,
    me: Option<&Me>,
) -> Result<Reply> {
    let here = format!("jobs/{}", encode(&advert.code));
    let title = site.ui().say_with("careers-apply-for", &[("title", advert.title.text.clone().into())]);
    let form = Form { site, sent, problems, me };
    let accounts = site.employee.is_none() && account::offered(site);
    let door = html! {
        @if accounts {
            p { (site.say("careers-account-have")) " " a href={ (site.path("me")) "?job=" (encode(&advert.code)) } { (site.say("careers-account-sign-in")) } }
        }
    };
    let name = |field: &str| {
        let question = advert.questions.iter().find(|q| format!("q{}", q.id) == field);
        question.map_or_else(|| form::label(site, field), |q| q.text.clone())
    };
    let content = html! {
        a.cs-back href=(site.path(&here)) { (icon("arrow-left")) (advert.title.text) }
        h1 { (title) }
        (form.summary(name, door))
        form.cs-form method="post" action=(site.path(&format!("{here}/apply"))) enctype="multipart/form-data" data-draft=(advert.code) data-read=(site.path("cv")) data-sent=[(!problems.is_empty()).then_some("true")] {
            @if !sent.text(REFERRAL).is_empty() { input type="hidden" name=(REFERRAL) value=(sent.text(REFERRAL)); }
            (form.documents(advert.cv_required, advert.letter_required))
            (form.person(form.words()))
            @if !advert.questions.is_empty() {
                section.cs-card {
                    h2 { (site.say("careers-questions")) }
                    @for question in &advert.questions { (asked(&form, question)) }
                }
            }
            (form.sending(site.notice(&advert.country.code)))
        }
    };
    framed(site, &Page { title: &title, menu: "jobs", ..Page::default() }, html! {}, content)
}

/// A question of the vacancy.
fn asked(form: &Form<'_>, question: &Question) -> Markup {
    let name = format!("q{}", question.id);
    let value = form.sent.text(&name);
    let choices: Vec<(String, String)> = match question.kind.as_str() {
        "yes-no" => vec![("yes".into(), form.site.say("ui-yes")), ("no".into(), form.site.say("ui-no"))],
        _ => question.choices.iter().map(|c| (c.clone(), c.clone())).collect(),
    };
    let input = match question.kind.as_str() {
        "yes-no" | "one" => "radio",
        "several" => "checkbox",
        "number" | "date" => question.kind.as_str(),
        _ => "",
    };
    html! {
        @if matches!(input, "radio" | "checkbox") {
            fieldset.cs-field.is-wrong[form.problem(&name).is_some()] id={ "f-" (name) } {
                legend.cs-label { (question.text) (form.optional(question.mandatory)) }
                @for (code, label) in &choices {
                    label.cs-choice {
                        input type=(input) name=(name) value=(code) checked[form.sent.has(&name, code)] required[question.mandatory && input == "radio"];
                        span { (label) }
                    }
                }
                (form.error(&name))
            }
        } @else {
            div.cs-field.is-wrong[form.problem(&name).is_some()] {
                label for={ "f-" (name) } { (question.text) (form.optional(question.mandatory)) }
                @match input {
                    "date" => input id={ "f-" (name) } type="date" name=(name) value=(value) required[question.mandatory];,
                    "number" => input id={ "f-" (name) } type="text" inputmode="decimal" name=(name) value=(value) required[question.mandatory];,
                    _ => textarea id={ "f-" (name) } name=(name) rows="3" maxlength="8000" required[question.mandatory] { (value) },
                }
                (form.error(&name))
            }
        }
    }
}
