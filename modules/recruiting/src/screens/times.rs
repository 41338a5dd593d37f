//! The times of a vacancy that candidates can choose for an interview: offering some, asking candidates to choose, and who chose
//! which.

use std::collections::{HashMap, HashSet};

use jiff::tz::TimeZone;
use maud::{Markup, html};
use talang_catalogue::value::{date_of_days, days_of_date};
use talang_catalogue::{Fault, Kind, Record, Value};
use talang_core_hr::kit::{self, Faces, may};
use talang_engine::{Action, Error, Filter, Op, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{Control, Input, Tone, alert, badge, card, error_summary, icon, input};
use talang_screens::page::{csrf_field, done, fault_text, ui};

use super::interview::{MINUTE, Sheet, arranging, place_zone, problems, told};
use super::kit::{about, state_badge};
use crate::booking::{self, Choosing};
use crate::interviews::{interviewers, team, zone};
use crate::rules::stages;

/// Times that are offered at once, at most.
const MOST: usize = 60;
/// Candidates who are asked at once, at most.
const ASKED: usize = 200;

/// What was typed and is wrong, so that it comes back.
#[derive(Default)]
pub struct Typed {
    /// The form that offers times, and what is wrong in it.
    offer: Option<(Sheet, [String; 2], Vec<Fault>)>,
    /// The form that asks candidates, and what is wrong in it.
    ask: Option<(Vec<i64>, String, String, Vec<Fault>)>,
}

fn path(vacancy: i64) -> String {
    format!("/vacancies/{vacancy}?tab=times")
}

/// The tab of a vacancy's page.
pub fn tab(call: &Call, v: &mut View<'_>, vacancy: &Record, typed: &Typed) -> Result<Markup> {
    let ui = ui(call);
    let open = vacancy.get("state").as_text() == Some("open");
    let offers = open && may(v, "InterviewSlot", Action::Create);
    let asks = open && may(v, "Interview", Action::Create) && may(v, "Application", Action::Update);
    let offered = offered(call, v, vacancy)?;
    Ok(html! {
        div.tl-stack {
            p.tl-soft { (ui.say("booking-text")) }
            @if !open { (alert(Tone::Info, "", html! { (ui.say("recruiting-not-open")) })) }
            div.tl-split {
                div.tl-stack {
                    (card(&ui.say("booking-times"), html! {}, true, offered))
                    @if asks { (asking(call, v, vacancy, typed)?) }
                }
                div.tl-stack { @if offers { (offering(call, v, vacancy, typed)?) } }
            }
        }
    })
}

/// The times to come, by day: who leads, and whose they are.
fn offered(call: &Call, v: &mut View<'_>, vacancy: &Record) -> Result<Markup> {
    let ui = ui(call);
    let slots = booking::coming(v, vacancy.id)?;
    let taken: HashMap<i64, Record> = booking::taken(v, vacancy.id)?.into_iter().collect();
    // Whoever may not read an interview learns that the time is taken, not by whom.
    let seen: HashSet<i64> =
        about(v, "Interview", "vacancy", &[vacancy.id], "starts_at")?.iter().map(|i| i.id).collect();
    let faces = Faces::load(v, slots.iter().flat_map(interviewers))?;
    let removes = may(v, "InterviewSlot", Action::Delete);
    let reads = may(v, "Application", Action::Read);
    let mut days: Vec<(String, Vec<Markup>)> = Vec::new();
    for slot in &slots {
        let zone = zone(slot);
        let local = |field: &str| {
            let micros = slot.get(field).as_int().unwrap_or_default();
            zone.to_datetime(jiff::Timestamp::from_microsecond(micros).unwrap_or_default())
        };
        let (from, to) = (local("starts_at"), local("ends_at"));
        let weekday = u8::try_from(from.date().weekday().to_monday_one_offset()).unwrap_or_default();
        let day = [ui.culture.weekday(weekday), &ui.culture.date_long(days_of_date(from.date()))].join(" · ");
        let mut parts: Vec<String> = vec![kit::shown(v, slot, "kind")?, kit::shown(v, slot, "place")?];
        parts.extend(interviewers(slot).into_iter().map(|id| faces.get(id).name));
        parts.retain(|part| !part.is_empty());
        let whose = match taken.get(&slot.id) {
            Some(interview) => {
                let candidate = interview.get("candidate").as_int().unwrap_or_default();
                let seen = reads && seen.contains(&interview.id);
                Some((seen, v.title("Candidate", candidate)?.title, interview.get("application").as_int()))
            }
            None => None,
        };
        let busy = if whose.is_none() { told(call, v, slot)? } else { Vec::new() };
        let row = html! {
            li {
                div.tl-links-row {
                    span.tl-person-words {
                        (from.strftime("%H:%M")) "–" (to.strftime("%H:%M")) " (" (zone.iana_name().unwrap_or("UTC")) ")"
                        small { (parts.join(" · ")) }
                        @for line in &busy { small { (icon("alert-triangle")) " " (line) " " (ui.say("booking-not-offered")) } }
                    }
                    span.tl-links-end {
                        @match &whose {
                            Some((true, name, Some(application))) => a href={ "/applications/" (application) } { (name) },
                            Some(_) => (badge(Tone::Info, &ui.say("booking-taken"))),
                            None => span.d-flex.align-items-center.gap-2 {
                                @if busy.is_empty() { (badge(Tone::Success, &ui.say("booking-free"))) }
                                @if removes {
                                    form method="post" action={ "/vacancies/" (vacancy.id) "/times/" (slot.id) "/remove" } {
                                        (csrf_field(call))
                                        button.btn.btn-sm.btn-icon type="submit" aria-label={ (ui.say("booking-remove")) ": " (day) " " (from.strftime("%H:%M")) } title=(ui.say("booking-remove")) { (icon("trash")) }
                                    }
                                }
                            },
                        }
                    }
                }
            }
        };
        match days.last_mut().filter(|(known, _)| *known == day) {
            Some((_, rows)) => rows.push(row),
            None => days.push((day, vec![row])),
        }
    }
    Ok(html! {
        @if days.is_empty() { p.tl-links-row.tl-soft.mb-0 { (ui.say("booking-none")) } }
        @for (day, rows) in &days {
            h3.tl-links-row.h4.mb-0 { (day) }
            ul.tl-links { @for row in rows { (row) } }
        }
    })
}

/// The form that offers times: as many as fit between two moments of a day.
fn offering(call: &Call, v: &mut View<'_>, vacancy: &Record, typed: &Typed) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("InterviewSlot")?;
    let people = team(v, vacancy.id)?;
    let faces = Faces::load(v, people.iter().copied())?;
    let fresh;
    let (sheet, [until, pause], faults) = match &typed.offer {
        Some((sheet, more, faults)) => (sheet, more, faults.as_slice()),
        None => {
            let zone = place_zone(v, vacancy)?
                .or_else(|| talang_screens::page::zone(call).iana_name().map(str::to_string));
            fresh = (
                Sheet {
                    date: talang_catalogue::types::time::iso_date(kit::today(call) + 1),
                    time: "09:00".into(),
                    minutes: "45".into(),
                    zone: zone.unwrap_or_else(|| "UTC".to_string()),
                    interviewers: vacancy.get("manager").as_int().into_iter().collect(),
                    ..Sheet::default()
                },
                ["12:00".to_string(), "15".to_string()],
            );
            (&fresh.0, &fresh.1, &[][..])
        }
    };
    let problems = problems(call, &object, faults);
    let error = |name: &str| problems.iter().find(|p| p.field == name).map(|p| p.text.clone());
    let more = html! {
        (input(&ui, &Input {
            name: "until".into(), label: ui.say("booking-until"), help: ui.say("booking-until-help"),
            control: Control::Time { value: until.clone() }, required: true, error: error("until"), ..Input::default()
        }))
        (input(&ui, &Input {
            name: "pause".into(), label: ui.say("booking-pause"), help: String::new(),
            control: Control::Number { value: pause.clone(), unit: ui.say("recruiting-minutes"), decimal: false },
            error: error("pause"), ..Input::default()
        }))
    };
    let fields = arranging(call, v, &object, sheet, &problems, (&people, &faces), (html! {}, more));
    let content = html! {
        (error_summary(&ui, &problems))
        form method="post" action={ "/vacancies/" (vacancy.id) "/times" } novalidate data-guard {
            (csrf_field(call))
            div.tl-form { (fields) }
            button.btn.btn-primary.mt-3 type="submit" { (ui.say("booking-offer")) }
        }
    };
    Ok(card(&ui.say("booking-offer-title"), html! {}, false, content))
}

/// The form that asks candidates to choose, with how each of them stands.
fn asking(call: &Call, v: &mut View<'_>, vacancy: &Record, typed: &Typed) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("Application")?;
    let active = Filter::And(vec![
        Filter::test(&object, "vacancy", Op::Is, vec![vacancy.id.into()]),
        Filter::test(&object, "state", Op::Is, vec!["active".into()]),
    ]);
    let query = Query {
        filter: Some(active),
        sort: v.sort(&object, "-stage_since,applied_at")?,
        limit: ASKED,
        ..Query::default()
    };
    let preset: Vec<i64> =
        call.request.query("application").and_then(|t| t.parse().ok()).into_iter().collect();
    let week = talang_catalogue::types::time::iso_date(kit::today(call) + 7);
    let none = (preset, week, String::new(), Vec::new());
    let (chosen, until, words, faults) = typed.ask.as_ref().unwrap_or(&none);
    let ranks: HashMap<Option<i64>, usize> =
        stages(v, vacancy)?.iter().enumerate().map(|(at, stage)| (Some(stage.id), at)).collect();
    let mut rows = Vec::new();
    for application in v.list(&object, &query)?.records {
        let stands = match booking::choosing(v, &application)? {
            Choosing::Chosen { interview, .. } => {
                let object = v.object("Interview")?;
                let interview = v.as_rule(|v| v.get(&object, interview))?;
                let at = interview.get("starts_at").as_int().unwrap_or_default();
                ui.say_with("booking-chose", &[("when", ui.culture.date_time(at, &zone(&interview)).into())])
            }
            Choosing::Open => {
                let last = application.get("book_until").as_int().unwrap_or_default();
                ui.say_with("booking-asked", &[("day", ui.culture.date_short(last).into())])
            }
            Choosing::Closed => String::new(),
        };
        let name = v.title("Candidate", application.get("candidate").as_int().unwrap_or_default())?.title;
        let rank = ranks.get(&application.get("stage").as_int()).copied().unwrap_or_default();
        rows.push((rank, (application.id, name, state_badge(v, &application)?, stands)));
    }
    // Whoever has come far is who is met next.
    rows.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    let rows: Vec<_> = rows.into_iter().map(|(_, row)| row).collect();
    let error = |name: &str| {
        let fault = faults.iter().find(|f| f.field.as_deref() == Some(name))?;
        Some(fault_text(call, Some(&object), fault))
    };
    let content = html! {
        @if rows.is_empty() { p.tl-soft.mb-0 { (ui.say("booking-nobody")) } }
        @else {
            form method="post" action={ "/vacancies/" (vacancy.id) "/times/ask" } novalidate data-guard {
                (csrf_field(call))
                fieldset.tl-field.tl-field-wide {
                    legend.tl-label { (ui.say("booking-whom")) }
                    @for (id, name, stage, stands) in &rows {
                        label.tl-checkrow {
                            input.form-check-input type="checkbox" name="id" value=(id) checked[chosen.contains(id)];
                            span.tl-checkrow-words { (name) @if !stands.is_empty() { small { (stands) } } }
                            (stage)
                        }
                    }
                    @if let Some(text) = error("id") { div.tl-error { (icon("alert-circle")) span { (text) } } }
                }
                div.tl-form.mt-3 {
                    (input(&ui, &Input {
                        name: "last".into(), label: kit::label(call, &object, "book_until"), help: String::new(),
                        control: Control::Date { value: until.clone() }, required: true, error: error("last"), ..Input::default()
                    }))
                    (input(&ui, &Input {
                        name: "words".into(), label: ui.say("booking-words"), help: ui.say("booking-words-help"),
                        control: Control::Long { value: words.clone(), code: false }, error: error("words"), ..Input::default()
                    }))
                }
                button.btn.btn-primary.mt-3 type="submit" { (icon("mail")) (ui.say("booking-ask")) }
            }
        }
    };
    Ok(card(&ui.say("booking-ask-title"), html! {}, false, content))
}

fn vacancy_of(call: &Call, v: &mut View<'_>) -> Result<Record> {
    let object = v.object("Vacancy")?;
    v.get(&object, call.id("id")?)
}

/// The starts of the times that fit, in microseconds since 1970.
fn starts(sheet: &Sheet, until: &str, pause: &str, first: i64) -> std::result::Result<Vec<i64>, Vec<Fault>> {
    let mut faults = Vec::new();
    let zone = TimeZone::get(&sheet.zone).unwrap_or(TimeZone::UTC);
    let last = sheet.date.parse::<jiff::civil::Date>().ok().zip(until.parse::<jiff::civil::Time>().ok());
    let last = last.and_then(|(day, time)| zone.to_timestamp(day.to_datetime(time)).ok());
    if last.is_none() {
        faults.push(Fault::new("value.time").on("until"));
    }
    let pause = match pause.trim() {
        "" => Some(0),
        text => text.parse::<i64>().ok().filter(|m| (0..=1_440).contains(m)),
    };
    if pause.is_none() {
        faults.push(Fault::new("value.integer").on("pause"));
    }
    let (Some(last), Some(pause)) = (last, pause) else { return Err(faults) };
    let length = sheet.minutes.parse::<i64>().unwrap_or(1).max(1) * MINUTE;
    let mut out = Vec::new();
    let mut at = first;
    while at + length <= last.as_microsecond() && out.len() <= MOST {
        out.push(at);
        at += length + pause * MINUTE;
    }
    match out.len() {
        0 => Err(vec![Fault::new("period.end_before_start").on("until")]),
        count if count > MOST => Err(vec![Fault::new("value.too_large").on("until").with("max", MOST)]),
        _ => Ok(out),
    }
}

/// `POST /vacancies/{id}/times`: offers times.
pub fn offer(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let sheet = Sheet::sent(call);
    let more = [call.request.sent("until"), call.request.sent("pause")];
    let made = sheet.values().and_then(|values| {
        let first = values.iter().find(|(n, _)| *n == "starts_at").and_then(|(_, v)| v.as_int());
        let all = starts(&sheet, &more[0], &more[1], first.unwrap_or_default())?;
        Ok((values, all))
    });
    let (values, all) = match made {
        Ok(made) => made,
        Err(faults) => return again(call, Typed { offer: Some((sheet, more, faults)), ask: None }),
    };
    let length = sheet.minutes.parse::<i64>().unwrap_or(1) * MINUTE;
    let saved = call.scope.change(Kind::Candidates, |c| {
        vacancy_of(call, c)?;
        for start in &all {
            let mut values: Vec<(&str, Value)> =
                values.iter().filter(|(n, _)| *n != "invites_candidate").cloned().collect();
            for (name, value) in &mut values {
                match *name {
                    "starts_at" => *value = (*start).into(),
                    "ends_at" => *value = (*start + length).into(),
                    _ => {}
                }
            }
            values.push(("vacancy", id.into()));
            c.create("InterviewSlot", values)?;
        }
        Ok(())
    });
    match saved {
        Ok(()) => Ok(done(call, &path(id), "booking-offered", None, None)),
        Err(error) if error.is_of_the_form() => {
            again(call, Typed { offer: Some((sheet, more, error.faults())), ask: None })
        }
        Err(error) => Err(error),
    }
}

/// `POST /vacancies/{id}/times/{slot}/remove`: a time that nobody has is offered no more.
pub fn remove(call: &Call) -> Result<Reply> {
    let (id, slot) = (call.id("id")?, call.id("slot")?);
    call.scope.change(Kind::Candidates, |c| {
        let object = c.object("InterviewSlot")?;
        let record = c.get(&object, slot)?;
        if record.get("vacancy").as_int() != Some(id) {
            return Err(kit::missing("InterviewSlot"));
        }
        if booking::taken(c, id)?.iter().any(|(taken, _)| *taken == slot) {
            return Err(Fault::new("interview.taken").into());
        }
        c.delete(&object, slot, None)
    })?;
    Ok(done(call, &path(id), "booking-removed", None, None))
}

/// `POST /vacancies/{id}/times/ask`, `id=`, `last=`, `words=`: asks candidates to choose.
pub fn ask(call: &Call) -> Result<Reply> {
    let vacancy = call.id("id")?;
    let form = call.request.form();
    let mut ids: Vec<i64> =
        form.iter().filter(|(n, _)| n == "id").filter_map(|(_, v)| v.parse().ok()).collect();
    ids.sort_unstable();
    ids.dedup();
    let (last, words) = (call.request.sent("last"), call.request.sent("words").replace('\r', ""));
    let mut faults = Vec::new();
    if ids.is_empty() {
        faults.push(Fault::new("value.mandatory").on("id"));
    }
    let today = kit::today(call);
    let until = last.parse::<jiff::civil::Date>().map(days_of_date).ok();
    match until {
        None => faults.push(Fault::new("value.date").on("last").with("example", "2027-01-31")),
        Some(day) if day < today => {
            let least = date_of_days(today).to_string();
            faults.push(Fault::new("value.too_small").on("last").with("min", least));
        }
        Some(_) => {}
    }
    if words.chars().count() > 8000 {
        faults.push(Fault::new("value.too_long").on("words").with("max", 8000));
    }
    if !faults.is_empty() {
        return again(call, Typed { offer: None, ask: Some((ids, last, words, faults)) });
    }
    let asked = call.scope.change(Kind::Candidates, |c| {
        let record = vacancy_of(call, c)?;
        if !may(c, "Interview", Action::Create) {
            return Err(kit::missing("Interview"));
        }
        if booking::free(c, record.id)?.is_empty() {
            return Err(Fault::new("interview.no_times").on("id").into());
        }
        let object = c.object("Application")?;
        for id in &ids {
            let application = c.get(&object, *id)?;
            let here = application.get("vacancy").as_int() == Some(vacancy);
            if !here || application.get("state").as_text() != Some("active") {
                return Err(kit::missing("Application"));
            }
            booking::ask(c, *id, until.unwrap_or(today), words.trim())?;
        }
        Ok(())
    });
    match asked {
        Ok(()) => Ok(done(call, &path(vacancy), "booking-told", None, None)),
        Err(Error::Faults(faults)) if faults.iter().all(|f| f.field.is_some()) => {
            again(call, Typed { offer: None, ask: Some((ids, last, words, faults)) })
        }
        Err(error) => Err(error),
    }
}

fn again(call: &Call, typed: Typed) -> Result<Reply> {
    Ok(super::vacancy::page_of(call, "times", &typed, &[])?.code(422))
}
