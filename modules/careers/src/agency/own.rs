//! What the people of an agency see: vacancies, their proposals, and how these stand.

use maud::{Markup, html};
use talang_catalogue::{Kind, Record, Value};
use talang_engine::{Filter, Op, Query, Result, View};
use talang_http::{Call, Reply, encode};
use talang_recruiting::agencies::{Standing, proposals, standing};
use talang_recruiting::text;

use super::{Offered, agency_of, asked, mine, offered, within};
use crate::frame::{Page, facts, icon, page as framed, prose};
use crate::job::{article, details};
use crate::site::{Site, missing};

/// Proposals on the page at most; a search finds the others.
const MOST: usize = 200;
/// How proposals can stand.
const STATES: [&str; 6] = ["received", "accepted", "hired", "duplicate", "refused", "withdrawn"];
/// What was just done.
const DONE: [&str; 2] = ["proposed", "withdrawn"];

/// A proposal as its agency sees it.
struct Line {
    record: Record,
    vacancy: String,
    day: String,
    stands: Standing,
}

/// What a vacancy is called, whether it is still open or not.
fn named(site: &Site<'_>, v: &mut View<'_>, proposal: &Record) -> Result<String> {
    let object = v.object("Vacancy")?;
    let vacancy = v.get(&object, proposal.get("vacancy").as_int().unwrap_or_default())?;
    let title = match vacancy.get("title") {
        Value::Texts(texts) => site.text(texts).to_string(),
        _ => String::new(),
    };
    Ok(format!("{title} ({})", text(&vacancy, "code")))
}

/// The name that the agency wrote; of somebody who was erased, that they were.
fn person(site: &Site<'_>, proposal: &Record) -> String {
    let name = [text(proposal, "first_name"), text(proposal, "last_name")].join(" ");
    match name.trim() {
        "" => site.say("privacy-erased"),
        name => name.to_string(),
    }
}

fn line(site: &Site<'_>, v: &mut View<'_>, record: Record) -> Result<Line> {
    let vacancy = named(site, v, &record)?;
    let at = record.get("submitted_at").as_int().unwrap_or_default();
    let day = site.scope.culture.date_long(at.div_euclid(86_400_000_000));
    let stands = standing(v, &record, site.scope.language())?;
    Ok(Line { record, vacancy, day, stands })
}

/// The agency's proposals, the newest first, by words and by how they stand.
fn found(
    site: &Site<'_>,
    v: &mut View<'_>,
    agency: i64,
    words: &str,
    state: &str,
) -> Result<(Vec<Line>, bool)> {
    let object = v.object("AgencySubmission")?;
    let ours = Filter::test(&object, "agency", Op::Is, vec![agency.into()]);
    let query = Query {
        filter: Some(ours),
        search: Some(words.to_string()).filter(|w| !w.is_empty()),
        sort: v.sort(&object, "-submitted_at,-number")?,
        limit: MOST,
        ..Query::default()
    };
    let records = v.list(&object, &query)?.records;
    let more = records.len() >= MOST;
    let mut out = Vec::new();
    for record in records {
        let line = line(site, v, record)?;
        if state.is_empty() || line.stands.code == state {
            out.push(line);
        }
    }
    Ok((out, more))
}

/// `GET /careers/{site}/agency`, with `q=` and `state=`.
pub fn page(call: &Call) -> Result<Reply> {
    within(call, |site, me| {
        let agency = agency_of(me);
        let words = call.request.query("q").unwrap_or_default().trim().to_string();
        let state = call.request.query("state").filter(|s| STATES.contains(s)).unwrap_or_default();
        let (vacancies, (lines, more), name) = site.scope.view(|v| {
            let name = v.title("Agency", agency)?.title;
            Ok((offered(site, v, agency)?, found(site, v, agency, &words, state)?, name))
        })?;
        let narrowed = !words.is_empty() || !state.is_empty();
        let done = call.request.query("done").filter(|code| DONE.contains(code));
        let title = site.say("careers-agency");
        let content = html! {
            div.cs-me-head {
                div { h1 { (name) } p { (site.ui().say_with("careers-me-hello", &[("name", text(me, "first_name").into())])) } }
                form method="post" action=(site.path("agency/leave")) { button.cs-button.cs-button-soft type="submit" { (site.say("careers-me-leave")) } }
            }
            @if let Some(code) = done { div.cs-alert.is-success role="status" { p { (site.say(&format!("careers-agency-done-{code}"))) } } }
            section.cs-card {
                h2 { (site.say("careers-agency-vacancies")) }
                @if vacancies.is_empty() { p { (site.say("careers-agency-no-vacancies")) } }
                ul.cs-me-list { @for one in &vacancies { (offer(site, one)) } }
            }
            section.cs-card #proposals {
                h2 { (site.say("careers-agency-proposals")) }
                @if !lines.is_empty() || narrowed { (search(site, &words, state)) }
                @if lines.is_empty() { p { (site.say(if narrowed { "careers-agency-nothing" } else { "careers-agency-none" })) } }
                ul.cs-me-list {
                    @for one in &lines {
                        li {
                            div {
                                strong { a href=(site.path(&format!("agency/proposals/{}", one.record.id))) { (person(site, &one.record)) } }
                                p.cs-help { (one.vacancy) }
                                p.cs-help { (site.ui().say_with("careers-agency-proposed-on", &[("day", one.day.as_str().into()), ("number", text(&one.record, "number").into())])) }
                            }
                            div.cs-me-end { span.cs-me-stage { (one.stands.words) } }
                        }
                    }
                }
                @if more { p.cs-help { (site.say("careers-agency-more")) } }
            }
        };
        framed(site, &Page { title: &title, menu: "agency", ..Page::default() }, html! {}, content)
    })
}

fn offer(site: &Site<'_>, one: &Offered) -> Markup {
    let here = format!("agency/jobs/{}", encode(&one.advert.code));
    let about: Vec<String> = facts(&site.ui(), &one.advert).into_iter().map(|(_, text)| text).collect();
    let until = [one.given.mandate.get("end").as_int(), one.advert.until].into_iter().flatten().min();
    html! {
        li {
            div {
                strong { a href=(site.path(&here)) { (one.advert.title.text) } }
                p.cs-help { (about.join(" · ")) }
                @if let Some(day) = until { p.cs-help { (site.ui().say_with("careers-agency-until", &[("day", site.scope.culture.date_long(day).into())])) } }
            }
            div.cs-me-end {
                a.cs-button.cs-button-soft href=(site.path(&format!("{here}/propose"))) aria-label={ (site.say("careers-agency-propose")) ": " (one.advert.title.text) } { (site.say("careers-agency-propose")) }
            }
        }
    }
}

fn search(site: &Site<'_>, words: &str, state: &str) -> Markup {
    let labels = &site.call.installation.registry().labels;
    html! {
        form.cs-agency-find role="search" method="get" action={ (site.path("agency")) "#proposals" } {
            div.cs-field {
                label for="f-q" { (site.say("careers-agency-search")) }
                input #f-q type="search" name="q" value=(words) maxlength="200" autocomplete="off";
            }
            div.cs-field {
                label for="f-state" { (site.say("careers-agency-state")) }
                select #f-state name="state" {
                    option value="" { (site.say("careers-agency-all")) }
                    @for code in STATES { option value=(code) selected[code == state] { (labels.choice(site.scope.language(), "SubmissionState", code)) } }
                }
            }
            button.cs-button.cs-button-soft type="submit" { (icon("search")) (site.say("careers-find")) }
        }
    }
}

/// `GET /careers/{site}/agency/jobs/{job}`.
pub fn vacancy(call: &Call) -> Result<Reply> {
    within(call, |site, me| {
        let Offered { given, advert } = site.scope.view(|v| asked(site, v, agency_of(me)))?;
        let propose = site.path(&format!("agency/jobs/{}/propose", encode(&advert.code)));
        let note = text(&given.mandate, "note");
        let content = html! {
            a.cs-back href=(site.path("agency")) { (icon("arrow-left")) (site.say("careers-agency-back")) }
            @if !note.is_empty() { div.cs-alert { h2 { (site.say("careers-agency-note")) } (prose(note)) } }
            div.cs-columns.is-job {
                (article(site, &advert))
                aside.cs-side.cs-card aria-label=(site.say("careers-at-a-glance")) {
                    a.cs-button.cs-button-apply href=(propose) { (site.say("careers-agency-propose")) }
                    dl { @for (label, value) in details(site, &advert) { div { dt { (label) } dd { (value) } } } }
                }
            }
            div.cs-bar { a.cs-button href=(propose) { (site.say("careers-agency-propose")) } }
        };
        framed(
            site,
            &Page { title: &advert.title.text, menu: "agency", ..Page::default() },
            html! {},
            content,
        )
    })
}

/// What of a proposal is shown: field, and the message that names it.
const SENT: [(&str, &str); 6] = [
    ("number", "careers-agency-number"),
    ("email", "careers-field-email"),
    ("phone", "careers-field-phone"),
    ("city", "careers-field-city"),
    ("country", "careers-field-country"),
    ("protected_until", "careers-agency-protected"),
];

/// `GET /careers/{site}/agency/proposals/{id}`: what was sent, how it stands, and the way to take it back.
pub fn proposal(call: &Call) -> Result<Reply> {
    within(call, |site, me| {
        let (line, rows, papers) = site.scope.view(|v| {
            let record = mine(v, agency_of(me), call.id("id")?)?;
            let line = line(site, v, record)?;
            // Only what was accepted protects, and whether it will be is not known before.
            let protects = matches!(line.stands.code, "accepted" | "hired");
            let mut rows = vec![
                (site.say("careers-agency-vacancy"), line.vacancy.clone()),
                (site.say("careers-agency-state"), line.stands.words.clone()),
            ];
            for (field, label) in SENT.iter().filter(|(f, _)| protects || *f != "protected_until") {
                let shown = talang_core_hr::kit::shown(v, &line.record, field)?;
                rows.push((site.say(label), shown));
            }
            rows.retain(|(_, value)| !value.is_empty());
            let object = v.object("AgencySubmissionDocument")?;
            let of = Filter::test(&object, "submission", Op::Is, vec![line.record.id.into()]);
            let query = Query { filter: Some(of), sort: v.sort(&object, "number")?, ..Query::default() };
            let papers = v.list(&object, &query)?.records;
            Ok((line, rows, papers))
        })?;
        let name = person(site, &line.record);
        let asks = call.request.query("withdraw").is_some() && line.stands.revocable();
        let here = site.path(&format!("agency/proposals/{}", line.record.id));
        let content = html! {
            a.cs-back href=(site.path("agency")) { (icon("arrow-left")) (site.say("careers-agency-back")) }
            section.cs-card.cs-form {
                h1 { (name) }
                p.cs-help { (site.ui().say_with("careers-agency-proposed-on", &[("day", line.day.as_str().into()), ("number", text(&line.record, "number").into())])) }
                dl.cs-agency-facts { @for (label, value) in &rows { div { dt { (label) } dd { (value) } } } }
                @let comment = text(&line.record, "comment");
                @if !comment.is_empty() { h2 { (site.say("careers-field-comment")) } div.cs-text { (prose(comment)) } }
                @if !papers.is_empty() {
                    h2 { (site.say("careers-documents-title")) }
                    ul { @for paper in &papers { li { (text(paper, "name")) } } }
                }
                @if asks {
                    div.cs-alert role="alert" { h2 { (site.say("careers-agency-withdraw-ask")) } p { (site.say("careers-agency-withdraw-text")) } }
                    form.cs-me-buttons method="post" action={ (here) "/withdraw" } {
                        button.cs-button type="submit" { (site.say("careers-agency-withdraw")) }
                        a.cs-button.cs-button-soft href=(here) { (site.say("careers-me-back")) }
                    }
                } @else if line.stands.revocable() {
                    p.cs-me-buttons { a.cs-button.cs-button-soft href={ (here) "?withdraw=1" } { (site.say("careers-agency-withdraw")) } }
                }
            }
        };
        framed(site, &Page { title: &name, menu: "agency", ..Page::default() }, html! {}, content)
    })
}

/// `POST /careers/{site}/agency/proposals/{id}/withdraw`.
pub fn withdraw(call: &Call) -> Result<Reply> {
    within(call, |site, me| {
        let taken = site.scope.change(Kind::Candidates, |c| {
            let record = mine(c, agency_of(me), call.id("id")?)?;
            proposals::withdraw(c, &record)
        });
        match taken {
            Ok(()) => Ok(Reply::see_other(&format!("{}?done=withdrawn", site.path("agency")))),
            // There is nothing to take back any more: the page says how it stands.
            Err(error) if error.is("agency.over") => {
                Ok(Reply::see_other(&site.path(&format!("agency/proposals/{}", call.id("id")?))))
            }
            Err(error) if error.is_of_the_form() => Err(missing()),
            Err(error) => Err(error),
        }
    })
}
