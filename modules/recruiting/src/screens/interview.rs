//! Interviews: the card on the page of an application, and the form that plans or changes one in a time zone.

use jiff::tz::TimeZone;
use maud::{Markup, html};
use talang_catalogue::{Fault, FieldType, Kind, Object, Record, Value};
use talang_core_hr::kit::{self, Faces, may};
use talang_engine::{Action, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Control, Crumb, Input, Opt, Problem, Tone, alert, badge, card, control, error_summary, form_bar, icon,
    input,
};
use talang_screens::page::{Head, Names, csrf_field, done, fault_text, page_with, ui};

use super::kit::about;
use crate::interviews::{conflicts, interviewers, on, team, zone};

/// Microseconds of a minute.
pub(super) const MINUTE: i64 = 60_000_000;
/// The longest interview, in minutes: a day.
const LONGEST: i64 = 1_440;

/// The interviews of an application, the next one first, and the way to plan one.
pub fn card_of(call: &Call, v: &mut View<'_>, application: &Record) -> Result<Markup> {
    let ui = ui(call);
    let all = about(v, "Interview", "application", &[application.id], "starts_at")?;
    let object = v.object("Interview")?;
    let plans = v.who(&object, "general", Action::Create)?.includes(application.reached());
    if all.is_empty() && !plans {
        return Ok(html! {});
    }
    let faces = Faces::load(v, all.iter().flat_map(interviewers))?;
    let mut lines = Vec::new();
    for one in &all {
        let at = one.get("starts_at").as_int().unwrap_or_default();
        let when = ui.culture.date_time(at, &zone(one));
        let state = one.get("state").as_text().unwrap_or_default();
        let tone = match state {
            "confirmed" | "held" => Tone::Success,
            "cancelled" | "missed" => Tone::Danger,
            _ => Tone::Info,
        };
        let names: Vec<String> = interviewers(one).into_iter().map(|id| faces.get(id).name).collect();
        let mut parts = vec![kit::shown(v, one, "kind")?, kit::shown(v, one, "place")?, names.join(", ")];
        parts.retain(|p| !p.is_empty());
        let word = kit::shown(v, one, "state")?;
        let busy = if on(one) { told(call, v, one)? } else { Vec::new() };
        let href = v.may_change(one)?.then(|| format!("/interviews/{}/edit", one.id));
        let zone = one.get("zone").as_text().unwrap_or("UTC").to_string();
        lines.push((when, zone, parts.join(" · "), badge(tone, &word), busy, href));
    }
    let add = html! {
        @if plans {
            a.btn.btn-sm href={ "/vacancies/" (application.get("vacancy").as_int().unwrap_or_default()) "?tab=times&application=" (application.id) } { (icon("calendar-event")) (ui.say("booking-let-choose")) }
            a.btn.btn-sm href={ "/applications/" (application.id) "/interviews/new" } aria-label=(ui.say("recruiting-plan-interview")) { (icon("plus")) (ui.say("recruiting-plan")) }
        }
    };
    let words = |when: &str, zone: &str, what: &str| html! { span.tl-person-words { (when) " (" (zone) ")" small { (what) } } };
    let content = html! {
        @if lines.is_empty() { p.tl-links-row.tl-soft.mb-0 { (ui.say("people-nothing-recorded")) } }
        ul.tl-links {
            @for (when, zone, what, state, busy, href) in &lines {
                li {
                    @match href {
                        Some(href) => a href=(href) { (words(when, zone, what)) span.tl-links-end { (state) } },
                        None => div.tl-links-row { (words(when, zone, what)) span.tl-links-end { (state) } },
                    }
                    @for line in busy { p.tl-links-row.tl-soft.mb-0 { (icon("alert-triangle")) (line) } }
                }
            }
        }
    };
    Ok(card(kit::words(call, "Interview").1, add, true, content))
}

/// What stands against the time of an interview.
pub(super) fn told(call: &Call, v: &mut View<'_>, interview: &Record) -> Result<Vec<String>> {
    let ui = ui(call);
    let found = conflicts(v, interview)?;
    let faces = Faces::load(v, found.iter().map(|(who, ..)| *who))?;
    let say = |(who, from, to): &(i64, i64, i64)| {
        let zone = zone(interview);
        let (from, to) = (ui.culture.date_time(*from, &zone), ui.culture.date_time(*to, &zone));
        let name = faces.get(*who).name;
        ui.say_with("recruiting-conflict", &[("name", name.into()), ("from", from.into()), ("to", to.into())])
    };
    Ok(found.iter().map(say).collect())
}

/// What the form holds, as texts.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) kind: String,
    pub(super) date: String,
    pub(super) time: String,
    pub(super) minutes: String,
    pub(super) zone: String,
    pub(super) place: String,
    pub(super) link: String,
    pub(super) message: String,
    pub(super) state: String,
    pub(super) interviewers: Vec<i64>,
    pub(super) invites: bool,
}

impl Sheet {
    pub(super) fn sent(call: &Call) -> Sheet {
        let form = call.request.form();
        let get = |name: &str| {
            form.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim().to_string()).unwrap_or_default()
        };
        let led = form.iter().filter(|(n, _)| n == "interviewers").filter_map(|(_, v)| v.parse().ok());
        Sheet {
            kind: get("kind"),
            date: get("date"),
            time: get("time"),
            minutes: get("minutes"),
            zone: get("zone"),
            place: get("place"),
            link: get("link"),
            message: form.iter().find(|(n, _)| n == "message").map(|(_, v)| v.clone()).unwrap_or_default(),
            state: get("state"),
            interviewers: led.collect(),
            invites: get("invites_candidate") == "true",
        }
    }

    fn of(interview: &Record) -> Sheet {
        let text = |name: &str| interview.get(name).as_text().unwrap_or_default().to_string();
        let at = |name: &str| interview.get(name).as_int().unwrap_or_default();
        let local = zone(interview)
            .to_datetime(jiff::Timestamp::from_microsecond(at("starts_at")).unwrap_or_default());
        Sheet {
            kind: text("kind"),
            date: local.date().to_string(),
            time: local.strftime("%H:%M").to_string(),
            minutes: ((at("ends_at") - at("starts_at")) / MINUTE).to_string(),
            zone: text("zone"),
            place: text("place"),
            link: text("link"),
            message: text("message"),
            state: text("state"),
            interviewers: interviewers(interview),
            invites: interview.get("invites_candidate").as_int() == Some(1),
        }
    }

    /// The values of the record; what cannot be read is told at its field.
    pub(super) fn values(&self) -> std::result::Result<Vec<(&'static str, Value)>, Vec<Fault>> {
        let mut faults = Vec::new();
        let zone = TimeZone::get(&self.zone).map_err(|_| {
            faults.push(Fault::new("schedule.zone").on("zone").with("value", self.zone.as_str()));
        });
        let date: std::result::Result<jiff::civil::Date, ()> = self.date.parse().map_err(|_| {
            faults.push(Fault::new("value.date").on("date").with("example", "2027-01-31"));
        });
        let time: std::result::Result<jiff::civil::Time, ()> =
            self.time.parse().map_err(|_| faults.push(Fault::new("value.time").on("time")));
        let minutes = self.minutes.parse::<i64>().ok().filter(|m| (1..=LONGEST).contains(m));
        if minutes.is_none() {
            faults.push(Fault::new("value.integer").on("minutes"));
        }
        let (Ok(zone), Ok(date), Ok(time), Some(minutes)) = (zone, date, time, minutes) else {
            return Err(faults);
        };
        let Ok(starts) = zone.to_timestamp(date.to_datetime(time)) else {
            return Err(vec![Fault::new("value.time").on("time")]);
        };
        let starts = starts.as_microsecond();
        let text = |value: &str| if value.trim().is_empty() { Value::Null } else { value.into() };
        let led = match self.interviewers.is_empty() {
            true => Value::Null,
            false => Value::Refs(self.interviewers.clone()),
        };
        let mut values = vec![
            ("kind", text(&self.kind)),
            ("starts_at", starts.into()),
            ("ends_at", (starts + minutes * MINUTE).into()),
            ("zone", text(&self.zone)),
            ("place", text(&self.place)),
            ("link", text(&self.link)),
            ("message", text(&self.message)),
            ("interviewers", led),
            ("invites_candidate", Value::from(self.invites)),
        ];
        if !self.state.is_empty() {
            values.push(("state", self.state.as_str().into()));
        }
        Ok(values)
    }
}

/// `GET /applications/{id}/interviews/new`.
pub fn new(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let sheet = call.scope.view(|v| {
        let (application, vacancy) = found(v, id)?;
        let zone = place_zone(v, &vacancy)?
            .or_else(|| talang_screens::page::zone(call).iana_name().map(str::to_string));
        let tomorrow = kit::today(call) + 1;
        Ok(Sheet {
            date: talang_catalogue::types::time::iso_date(tomorrow),
            time: "10:00".into(),
            minutes: "60".into(),
            zone: zone.unwrap_or_else(|| "UTC".to_string()),
            interviewers: vacancy.get("manager").as_int().into_iter().collect(),
            invites: !application.get("candidate").is_null(),
            ..Sheet::default()
        })
    })?;
    show(call, id, None, &sheet, &[])
}

/// An application and its vacancy.
fn found(v: &mut View<'_>, application: i64) -> Result<(Record, Record)> {
    let object = v.object("Application")?;
    let application = v.get(&object, application)?;
    let object = v.object("Vacancy")?;
    let vacancy = v.get(&object, application.get("vacancy").as_int().unwrap_or_default())?;
    Ok((application, vacancy))
}

/// The zone of the place where the work is.
pub(super) fn place_zone(v: &mut View<'_>, vacancy: &Record) -> Result<Option<String>> {
    let Some(place) = vacancy.get("establishment").as_int().filter(|_| may(v, "Establishment", Action::Read))
    else {
        return Ok(None);
    };
    let object = v.object("Establishment")?;
    Ok(v.current(&object, place)?.get("time_zone").as_text().map(str::to_string))
}

/// `GET /interviews/{id}/edit`.
pub fn edit(call: &Call) -> Result<Reply> {
    let record = call.scope.view(|v| of(call, v))?;
    let application = record.get("application").as_int().unwrap_or_default();
    show(call, application, Some(&record), &Sheet::of(&record), &[])
}

fn of(call: &Call, v: &mut View<'_>) -> Result<Record> {
    let object = v.object("Interview")?;
    v.get(&object, call.id("id")?)
}

/// `POST /applications/{id}/interviews/new`.
pub fn create(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    keep(call, id, None)
}

/// `POST /interviews/{id}/edit`.
pub fn update(call: &Call) -> Result<Reply> {
    let record = call.scope.view(|v| of(call, v))?;
    keep(call, record.get("application").as_int().unwrap_or_default(), Some(&record))
}

fn keep(call: &Call, application: i64, record: Option<&Record>) -> Result<Reply> {
    let sheet = Sheet::sent(call);
    let mut values = match sheet.values() {
        Ok(values) => values,
        Err(faults) => return show(call, application, record, &sheet, &faults),
    };
    let saved = call.scope.change(Kind::Candidates, |c| match record {
        Some(record) => c.update("Interview", record.id, values.clone()).map(drop),
        None => {
            values.push(("application", application.into()));
            c.create("Interview", values.clone()).map(drop)
        }
    });
    match saved {
        Ok(()) => {
            Ok(done(call, &format!("/applications/{application}"), "recruiting-interview-saved", None, None))
        }
        Err(error) if error.is_of_the_form() => show(call, application, record, &sheet, &error.faults()),
        Err(error) => Err(error),
    }
}

fn show(
    call: &Call,
    application: i64,
    record: Option<&Record>,
    sheet: &Sheet,
    faults: &[Fault],
) -> Result<Reply> {
    let ui = ui(call);
    let (name, content) = call.scope.view(|v| {
        let object = v.object("Interview")?;
        let (found, vacancy) = found(v, application)?;
        let name = v.title("Candidate", found.get("candidate").as_int().unwrap_or_default())?.title;
        let people = team(v, vacancy.id)?;
        let faces = Faces::load(v, people.iter().copied())?;
        let busy = match record {
            Some(record) => told(call, v, record)?,
            None => Vec::new(),
        };
        Ok((name, form(call, v, &object, application, record, sheet, faults, (&people, &faces), &busy)?))
    })?;
    let title = match record {
        Some(_) => ui.say_with("recruiting-change-interview", &[("name", name.as_str().into())]),
        None => ui.say_with("recruiting-interview-with", &[("name", name.as_str().into())]),
    };
    let crumbs = [
        Crumb { label: kit::words(call, "Application").1.to_string(), href: "/applications".into() },
        Crumb { label: name, href: format!("/applications/{application}") },
    ];
    let head =
        Head { title: &title, menu: "/applications", crumbs: &crumbs, timeless: true, ..Head::default() };
    let status = if faults.is_empty() { 200 } else { 422 };
    Ok(page_with(call, &head, content)?.code(status))
}

#[expect(clippy::too_many_arguments, reason = "a form, in one place")]
fn form(
    call: &Call,
    v: &mut View<'_>,
    object: &Object,
    application: i64,
    record: Option<&Record>,
    sheet: &Sheet,
    faults: &[Fault],
    (people, faces): (&[i64], &Faces),
    busy: &[String],
) -> Result<Markup> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let problems = problems(call, object, faults);
    let states: Vec<Opt> = match object.field("state").map(|f| &f.ty) {
        Some(FieldType::Choice(def)) => def
            .items
            .iter()
            .map(|item| Opt {
                value: item.code.to_string(),
                label: registry.labels.choice(ui.language, def.name, item.code).to_string(),
            })
            .collect(),
        _ => Vec::new(),
    };
    let action = match record {
        Some(record) => format!("/interviews/{}/edit", record.id),
        None => format!("/applications/{application}/interviews/new"),
    };
    let state = Control::Select { value: sheet.state.clone(), options: states };
    let field = |name: &str, control, required| one_field(call, object, &problems, name, control, required);
    let state = html! { @if record.is_some() { (field("state", state, true)) } };
    let fields = arranging(call, v, object, sheet, &problems, (people, faces), (state, html! {}));
    Ok(html! {
        (error_summary(&ui, &problems))
        @for line in busy { (alert(Tone::Warning, "", html! { (line) })) }
        form method="post" action=(action) novalidate data-guard {
            (csrf_field(call))
            section.card { div.tl-card-body {
                div.tl-form {
                    (fields)
                    (field("invites_candidate", Control::Bool { checked: sheet.invites }, false))
                }
                (form_bar(&ui, &format!("/applications/{application}"), "", html! {}))
            } }
        }
    })
}

/// What is wrong, at the fields of the form: begin and end of the record are day, time and length there.
pub(super) fn problems(call: &Call, object: &Object, faults: &[Fault]) -> Vec<Problem> {
    let place = |field: &str| match field {
        "starts_at" => "date".to_string(),
        "ends_at" => "minutes".to_string(),
        other => other.to_string(),
    };
    let problem = |f: &Fault| Problem {
        field: place(f.field.as_deref().unwrap_or_default()),
        text: fault_text(call, Some(object), f),
    };
    faults.iter().map(problem).collect()
}

/// A field of the form; what is called as in the record has the record's label and help.
pub(super) fn one_field(
    call: &Call,
    object: &Object,
    problems: &[Problem],
    name: &str,
    control: Control,
    required: bool,
) -> Markup {
    let ui = ui(call);
    let (label, help) = match name {
        "date" => (ui.say("recruiting-day"), String::new()),
        "minutes" => (ui.say("recruiting-length"), String::new()),
        "time" => (kit::label(call, object, "starts_at"), String::new()),
        name => {
            let registry = call.installation.registry();
            let help = object
                .field(name)
                .map(|f| registry.labels.field_help(ui.language, object.def.name, f).to_string());
            (kit::label(call, object, name), help.unwrap_or_default())
        }
    };
    let error = problems.iter().find(|p| p.field == name).map(|p| p.text.clone());
    input(&ui, &Input { name: name.to_string(), label, help, control, required, error, ..Input::default() })
}

/// The fields that say when, where and by whom; `first` follows the kind, `second` the time.
pub(super) fn arranging(
    call: &Call,
    v: &mut View<'_>,
    object: &Object,
    sheet: &Sheet,
    problems: &[Problem],
    (people, faces): (&[i64], &Faces),
    (first, second): (Markup, Markup),
) -> Markup {
    let ui = ui(call);
    let registry = call.installation.registry();
    let catalogue = v.catalogue();
    let kinds = object.field("kind").map(|f| {
        Names::default().with(ui, registry, &catalogue, |cx| control(cx, f, &Value::Text(sheet.kind.clone())))
    });
    let plain =
        |value: &str| Control::Text { value: value.to_string(), kind: Default::default(), max: Some(200) };
    let minutes =
        Control::Number { value: sheet.minutes.clone(), unit: ui.say("recruiting-minutes"), decimal: false };
    let field = |name: &str, control, required| one_field(call, object, problems, name, control, required);
    html! {
        @if let Some(kinds) = kinds { (field("kind", kinds, false)) }
        (first)
        (field("date", Control::Date { value: sheet.date.clone() }, true))
        (field("time", Control::Time { value: sheet.time.clone() }, true))
        (second)
        (field("minutes", minutes, true))
        (field("zone", plain(&sheet.zone), true))
        (field("place", plain(&sheet.place), false))
        (field("link", plain(&sheet.link), false))
        fieldset.tl-field.tl-field-wide {
            legend.tl-label { (kit::label(call, object, "interviewers")) }
            @for id in people {
                label.tl-checkrow {
                    input.form-check-input type="checkbox" name="interviewers" value=(id) checked[sheet.interviewers.contains(id)];
                    span.tl-checkrow-words { (faces.get(*id).name) }
                }
            }
            @if let Some(problem) = problems.iter().find(|p| p.field == "interviewers") {
                div.tl-error { (icon("alert-circle")) span { (problem.text) } }
            }
        }
        (field("message", Control::Long { value: sheet.message.clone(), code: false }, false))
    }
}
