//! Interviews in the candidate's area: when and where, and choosing a time where the company offers some.

use jiff::tz::TimeZone;
use maud::{Markup, html};
use talang_catalogue::{Kind, Record, Value};
use talang_engine::{Change, Filter, Op, Query, Result, View};
use talang_http::{Call, Reply};
use talang_recruiting::booking::{self, Choosing};
use talang_recruiting::text;

use super::doings::{asked, done, mine, problems};
use super::own::{self, Typed, error};
use super::within;
use crate::advert::coded;
use crate::apply::slow_down;
use crate::frame::{icon, prose};
use crate::site::Site;

/// A time, as the candidate reads it: in the zone in which it was arranged.
fn when(site: &Site<'_>, record: &Record) -> (String, String, String) {
    let name = match text(record, "zone") {
        "" => "UTC",
        name => name,
    };
    let zone = TimeZone::get(name).unwrap_or(TimeZone::UTC);
    let at = |field: &str| {
        let micros = record.get(field).as_int().unwrap_or_default();
        zone.to_datetime(jiff::Timestamp::from_microsecond(micros).unwrap_or_default())
    };
    let (from, to) = (at("starts_at"), at("ends_at"));
    let day = talang_catalogue::value::days_of_date(from.date());
    let time = |at: jiff::civil::DateTime| at.strftime("%H:%M").to_string();
    let weekday = u8::try_from(from.date().weekday().to_monday_one_offset()).unwrap_or_default();
    let day = [site.scope.culture.weekday(weekday), &site.scope.culture.date_long(day)].join(" · ");
    (day, format!("{}–{}", time(from), time(to)), name.replace('_', " "))
}

/// Where it is, in words; the address of a video meeting apart.
fn place(v: &mut View<'_>, record: &Record) -> Result<String> {
    let parts = [coded(v, record, "kind")?.label, text(record, "place").to_string()];
    Ok(parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · "))
}

/// The interviews that are to come, and the times that can be chosen, by application; nothing where there are none.
pub fn meetings(site: &Site<'_>, v: &mut View<'_>, person: &Record, typed: &Typed) -> Result<Markup> {
    let now = site.call.installation.clock().now();
    let mut rows = Vec::new();
    for application in own::of(v, "Application", person.id, "-applied_at")? {
        if text(&application, "state") != "active" {
            continue;
        }
        let vacancy = v.object("Vacancy")?;
        let vacancy = v.get(&vacancy, application.get("vacancy").as_int().unwrap_or_default())?;
        let title = match vacancy.get("title") {
            Value::Texts(texts) => site.text(texts).to_string(),
            _ => String::new(),
        };
        let state = booking::choosing(v, &application)?;
        let object = v.object("Interview")?;
        let filter = Filter::test(&object, "application", Op::Is, vec![application.id.into()]);
        let query = Query { filter: Some(filter), sort: v.sort(&object, "starts_at")?, ..Query::default() };
        let planned = v.list(&object, &query)?.records;
        for interview in planned.iter().filter(|i| {
            booking::takes_place(i)
                && i.get("invites_candidate").as_int() == Some(1)
                && i.get("ends_at").as_int().is_some_and(|at| at > now)
        }) {
            let chosen = matches!(&state, Choosing::Chosen { interview: id, .. } if *id == interview.id);
            rows.push(meeting(site, v, &title, &application, interview, chosen)?);
        }
        let (offered, again) = match state {
            Choosing::Open => (true, false),
            Choosing::Chosen { open, .. } => (open, true),
            Choosing::Closed => (false, false),
        };
        if offered {
            let free = booking::free(v, vacancy.id)?;
            rows.push(choice(site, v, (&title, &application), &free, again, typed)?);
        }
    }
    if rows.is_empty() {
        return Ok(html! {});
    }
    Ok(html! {
        section.cs-card #interviews {
            h2 { (site.say("careers-me-interviews")) }
            @for row in &rows { (row) }
        }
    })
}

fn meeting(
    site: &Site<'_>,
    v: &mut View<'_>,
    title: &str,
    application: &Record,
    interview: &Record,
    chosen: bool,
) -> Result<Markup> {
    let (day, time, zone) = when(site, interview);
    let place = place(v, interview)?;
    let link = text(interview, "link");
    Ok(html! {
        div.cs-meeting {
            div {
                p { strong { (day) ", " (time) } " " span.cs-help { "(" (zone) ")" } }
                p.cs-help { (title) @if !place.is_empty() { " · " (place) } }
                @if !link.is_empty() { p { a href=(link) rel="noopener noreferrer" { (site.say("careers-me-video")) } } }
                @if !text(interview, "message").is_empty() { div.cs-text { (prose(text(interview, "message"))) } }
            }
            @if chosen {
                form.cs-me-end method="post" action=(site.path("me/times/back")) {
                    input type="hidden" name="application" value=(application.id);
                    button.cs-link type="submit" { (site.say("careers-me-give-back")) }
                }
            }
        }
    })
}

fn choice(
    site: &Site<'_>,
    v: &mut View<'_>,
    (title, application): (&str, &Record),
    free: &[Record],
    again: bool,
    typed: &Typed,
) -> Result<Markup> {
    let last = application.get("book_until").as_int().unwrap_or_default();
    let mut days: Vec<(String, Vec<(i64, String, String)>)> = Vec::new();
    for slot in free {
        let (day, time, zone) = when(site, slot);
        let place = place(v, slot)?;
        let about = if place.is_empty() { zone } else { format!("{zone} · {place}") };
        match days.last_mut().filter(|(known, _)| *known == day) {
            Some((_, times)) => times.push((slot.id, time, about)),
            None => days.push((day, vec![(slot.id, time, about)])),
        }
    }
    let form = html! {
        p { (site.ui().say_with("careers-me-choose-until", &[("day", site.scope.culture.date_long(last).into())])) }
        @if days.is_empty() { p { (site.say("careers-me-no-times")) } }
        @else {
            form method="post" action=(site.path("me/times")) {
                input type="hidden" name="application" value=(application.id);
                @if !typed.problems.is_empty() { (error(typed, "slot")) }
                @for (day, times) in &days {
                    fieldset.cs-times {
                        legend { (day) }
                        @for (id, time, about) in times {
                            label.cs-time {
                                input type="radio" name="slot" value=(id) required;
                                span { strong { (time) } small { (about) } }
                            }
                        }
                    }
                }
                button.cs-button type="submit" { (icon("check")) (site.say("careers-me-choose")) }
            }
        }
    };
    Ok(html! {
        div.cs-choose #f-slot {
            @if again {
                details { summary { (site.say("careers-me-choose-other")) } (form) }
            } @else {
                h3 { (site.say("careers-me-choose-time")) ": " (title) }
                (form)
            }
        }
    })
}

/// `POST /careers/{site}/me/times`, `application=`, `slot=`: the candidate chooses a time.
pub fn choose(call: &Call) -> Result<Reply> {
    act(call, "chosen", |c, application| booking::choose(c, application, asked(call, "slot")))
}

/// `POST /careers/{site}/me/times/back`, `application=`: the candidate gives the chosen time back.
pub fn give_back(call: &Call) -> Result<Reply> {
    act(call, "given-back", booking::give_back)
}

fn act(call: &Call, code: &str, work: impl FnOnce(&mut Change<'_>, i64) -> Result<()>) -> Result<Reply> {
    within(call, |site, person| {
        slow_down(site)?;
        let acted = site.scope.change(Kind::Candidates, |c| {
            let application = mine(c, "Application", asked(call, "application"), person)?;
            work(c, application.id)
        });
        match acted {
            Ok(()) => Ok(done(site, code)),
            Err(error) => {
                let problems = problems(site, error)?;
                own::area(site, person, &Typed { form: Vec::new(), problems })
            }
        }
    })
}
