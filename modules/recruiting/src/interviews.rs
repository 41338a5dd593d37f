//! Interviews: who may lead them, and what stands in everybody's calendar.

use jiff::tz::TimeZone;
use talang_catalogue::{Fault, Record, Value};
use talang_engine::{Change, Door, Filter, Op, Query, Result, View};
use talang_mail::{Enclosed, Post};

use crate::calendar::{Event, Party};
use crate::readers::{self, Letter, Reader};
use crate::text;

/// How long an interview is where nobody says so: an hour, in microseconds.
const HOUR: i64 = 3_600_000_000;
/// What stands in calendars.
const SHOWN: [&str; 8] =
    ["starts_at", "ends_at", "place", "link", "kind", "interviewers", "message", "invites_candidate"];

/// The employees who lead an interview.
pub fn interviewers(interview: &Record) -> Vec<i64> {
    match interview.get("interviewers") {
        Value::Refs(ids) => ids.clone(),
        _ => Vec::new(),
    }
}

/// The hiring team of a vacancy: whoever takes care of it, its future manager, its members.
///
/// # Errors
/// Those of the store.
pub fn team(view: &mut View<'_>, vacancy: i64) -> Result<Vec<i64>> {
    view.as_rule(|v| {
        let object = v.object("Vacancy")?;
        let record = v.get(&object, vacancy)?;
        let mut ids: Vec<i64> =
            ["recruiter", "manager"].iter().filter_map(|f| record.get(f).as_int()).collect();
        let object = v.object("HiringTeamMember")?;
        let filter = Filter::test(&object, "vacancy", Op::Is, vec![vacancy.into()]);
        let members = v.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records;
        ids.extend(members.iter().filter_map(|m| m.get("employee").as_int()));
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    })
}

/// The zone in which an interview is spoken of.
pub fn zone(interview: &Record) -> TimeZone {
    TimeZone::get(text(interview, "zone")).unwrap_or(TimeZone::UTC)
}

/// Other interviews of the same people that overlap: who, from when, until when. Nothing is told of whom they speak with.
///
/// # Errors
/// Those of the store.
pub fn conflicts(view: &mut View<'_>, interview: &Record) -> Result<Vec<(i64, i64, i64)>> {
    let people = interviewers(interview);
    let span = |r: &Record| Some((r.get("starts_at").as_int()?, r.get("ends_at").as_int()?));
    let Some((from, to)) = span(interview).filter(|_| !people.is_empty()) else { return Ok(Vec::new()) };
    view.as_rule(|v| {
        let object = v.object("Interview")?;
        let test = |field: &str, op, value: Value| Filter::test(&object, field, op, vec![value]);
        let filter = Filter::And(vec![
            test("starts_at", Op::Less, to.into()),
            test("ends_at", Op::Greater, from.into()),
        ]);
        let others = v.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records;
        let mut out = Vec::new();
        // A time that is offered is no interview: its number means nothing among theirs.
        let itself = |o: &Record| o.id == interview.id && o.object.def.id == interview.object.def.id;
        for other in others.iter().filter(|o| !itself(o) && on(o)) {
            for who in interviewers(other).iter().filter(|id| people.contains(id)) {
                out.extend(span(other).map(|(from, to)| (*who, from, to)));
            }
        }
        Ok(out)
    })
}

/// Whether an interview is to take place.
pub fn on(interview: &Record) -> bool {
    matches!(text(interview, "state"), "planned" | "confirmed")
}

/// Before an interview is written.
///
/// # Errors
/// Those of the store.
pub fn check(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let changed = |field: &str| old.is_none_or(|o| o.get(field) != new.get(field));
    let shown = SHOWN.iter().any(|f| changed(f)) || changed("state");
    arranged(view, old, new, faults)?;
    if shown {
        let version = old.map_or(0, |o| o.get("sequence").as_int().unwrap_or_default() + 1);
        new.set("sequence", version.into());
    }
    Ok(())
}

/// Before an interview, or a time for one, is written: it ends after it begins, in a zone that there is, and the hiring team
/// leads it.
///
/// # Errors
/// Those of the store.
pub fn arranged(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let changed = |field: &str| old.is_none_or(|o| o.get(field) != new.get(field));
    let (moved, led) = (changed("zone"), changed("interviewers"));
    if let (Some(starts), true) = (new.get("starts_at").as_int(), new.get("ends_at").is_null()) {
        new.set("ends_at", Value::Int(starts + HOUR));
    }
    if let (Some(starts), Some(ends)) = (new.get("starts_at").as_int(), new.get("ends_at").as_int())
        && ends <= starts
    {
        faults.push(Fault::new("period.end_before_start").on("ends_at"));
    }
    if moved && !new.get("zone").is_null() && TimeZone::get(text(new, "zone")).is_err() {
        faults.push(Fault::new("schedule.zone").on("zone").with("value", text(new, "zone")));
    }
    if let (true, Some(vacancy)) = (led && view.scope().by_hand(), new.get("vacancy").as_int()) {
        let team = team(view, vacancy)?;
        if interviewers(new).iter().any(|id| !team.contains(id)) {
            faults.push(Fault::new("interview.team").on("interviewers"));
        }
    }
    if old.is_none() && new.get("organiser").is_null() {
        let me = view.scope().actor.employee().filter(|_| view.scope().acting().is_none());
        new.set("organiser", me.map_or(Value::Null, Value::Int));
    }
    Ok(())
}

/// What follows: everybody's calendar, and a line in what happened to the application. Files bring what was arranged
/// elsewhere, and nobody gets a letter about it.
///
/// # Errors
/// Those of the store.
pub fn follow(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    // Candidates choose and give back times in their area.
    let told = change.scope().by_hand() || change.scope().door == Door::FrontOffice;
    let Some(now) = new.or(old).filter(|_| told).cloned() else { return Ok(()) };
    let clock = change.scope().installation().clock().now();
    let coming = |r: &Record| r.get("starts_at").as_int().is_some_and(|at| at > clock);
    let was = old.is_some_and(|o| on(o) && coming(o));
    let is = new.is_some_and(|n| on(n) && coming(n));
    let shown = new.zip(old).is_none_or(|(n, o)| SHOWN.iter().any(|f| n.get(f) != o.get(f)));
    let people = interviewers(&now);
    let before = old.map(interviewers).unwrap_or_default();
    let (asked, gone): (Vec<i64>, Vec<i64>) = match (was, is) {
        (_, true) if shown || !was => {
            (people.clone(), before.iter().copied().filter(|id| was && !people.contains(id)).collect())
        }
        (true, false) => (Vec::new(), before.clone()),
        _ => return Ok(()),
    };
    let changed = was && is;
    for person in &asked {
        let template =
            if changed && before.contains(person) { "interview-changed" } else { "interview-planned" };
        invite(change, &now, Some(*person), template, true)?;
    }
    for person in &gone {
        invite(change, &now, Some(*person), "interview-cancelled", false)?;
    }
    let invited = old.is_some_and(|o| o.get("invites_candidate").as_int() == Some(1));
    match (now.get("invites_candidate").as_int() == Some(1), is) {
        (true, true) if changed && invited => invite(change, &now, None, "interview-moved", true)?,
        (true, true) => invite(change, &now, None, "interview-invitation", true)?,
        _ if was && invited => invite(change, &now, None, "interview-off", false)?,
        _ => {}
    }
    note(change, &now, is)
}

fn note(change: &mut Change<'_>, interview: &Record, is: bool) -> Result<()> {
    let by = change.scope().actor.employee().map_or(Value::Null, Value::Int);
    let at = interview.get("starts_at").as_int().unwrap_or_default();
    let culture = change.scope().tenant().culture();
    let mut words = format!("{} ({})", culture.date_time(at, &zone(interview)), zone_name(interview));
    if !is {
        let labels = &change.scope().installation().registry().labels;
        let state = labels.choice(culture.language, "InterviewState", "cancelled");
        words = format!("{words} · {state}");
    }
    change.as_program(|c| {
        let now = c.scope().installation().clock().now();
        let values = vec![
            ("application", interview.get("application").clone()),
            ("at", now.into()),
            ("kind", "interview".into()),
            ("by", by),
            ("text", words.as_str().into()),
        ];
        c.create("ApplicationEvent", values).map(drop)
    })
}

fn zone_name(interview: &Record) -> String {
    match text(interview, "zone") {
        "" => "UTC".to_string(),
        name => name.to_string(),
    }
}

/// Writes to one of the interviewers, or to the candidate.
fn invite(
    change: &mut Change<'_>,
    interview: &Record,
    person: Option<i64>,
    template: &'static str,
    is: bool,
) -> Result<()> {
    let candidate = interview.get("candidate").as_int().unwrap_or_default();
    let reader = match person {
        Some(person) => readers::employee_of(change, person)?,
        None => readers::candidate_of(change, candidate)?,
    };
    let Some(reader) = reader else { return Ok(()) };
    let event = event(change, interview, &reader, person.is_some())?;
    let starts = reader.culture.date_time(event.starts, &zone(interview));
    let name = match person {
        Some(_) => change.title("Candidate", candidate)?.title,
        None => reader.name.clone(),
    };
    let arguments = vec![
        ("name", name),
        ("title", vacancy_title(change, interview, &reader)?),
        ("when", format!("{starts} ({})", zone_name(interview))),
        ("place", [event.location.as_str(), event.url.as_str()].join(" ").trim().to_string()),
        ("organiser", event.organiser.name.clone()),
    ];
    let link = person
        .map(|_| format!("/applications/{}", interview.get("application").as_int().unwrap_or_default()));
    let words = if is { text(interview, "message").to_string() } else { String::new() };
    let calendar = Some(if is { event.request() } else { event.cancel() });
    readers::send(
        change,
        &reader,
        Letter { template, arguments, link, enclosed: Enclosed { words, calendar, ..Enclosed::default() } },
    )
}

/// What candidates read as the vacancy's name, in the reader's language.
pub fn vacancy_title(change: &mut Change<'_>, interview: &Record, reader: &Reader) -> Result<String> {
    let vacancy = interview.get("vacancy").as_int().unwrap_or_default();
    change.as_program(|c| {
        let object = c.object("Vacancy")?;
        let record = c.get(&object, vacancy)?;
        Ok(match record.get("title") {
            Value::Texts(texts) => {
                let text = talang_catalogue::labels::text_in(texts, reader.culture.language);
                text.unwrap_or_default().to_string()
            }
            _ => String::new(),
        })
    })
}

/// What stands in a reader's calendar. Candidates do not learn who else was asked to come.
fn event(change: &mut Change<'_>, interview: &Record, reader: &Reader, colleague: bool) -> Result<Event> {
    let organiser = match interview.get("organiser").as_int() {
        Some(person) => readers::employee_of(change, person)?,
        None => None,
    };
    let installation = change.scope().installation().clone();
    let tenant = change.scope().tenant().clone();
    let organiser = match organiser {
        Some(reader) => Party { name: reader.name, address: reader.to },
        // Answers then go where the program's own letters come from.
        None => Party {
            name: tenant.name().to_string(),
            address: installation.provided::<Post>().map(|p| p.options().from.clone()).unwrap_or_default(),
        },
    };
    let mut attendees = vec![Party { name: reader.name.clone(), address: reader.to.clone() }];
    if colleague {
        for person in interviewers(interview).into_iter().filter(|id| Some(*id) != reader.employee) {
            let other = readers::employee_of(change, person)?;
            attendees.extend(other.map(|r| Party { name: r.name, address: r.to }));
        }
    }
    let label = installation.registry().labels.object(reader.culture.language, "Interview").to_string();
    let title = vacancy_title(change, interview, reader)?;
    let whom = match colleague {
        true => change.title("Candidate", interview.get("candidate").as_int().unwrap_or_default())?.title,
        false => tenant.name().to_string(),
    };
    let at = |field: &str| interview.get(field).as_int().unwrap_or_default();
    Ok(Event {
        uid: format!("interview-{}@{}.talang", interview.id, tenant.id()),
        sequence: at("sequence"),
        stamp: installation.clock().now(),
        starts: at("starts_at"),
        ends: at("ends_at"),
        summary: format!("{label}: {whom} – {title}"),
        location: text(interview, "place").to_string(),
        description: text(interview, "message").to_string(),
        url: text(interview, "link").to_string(),
        organiser,
        attendees,
    })
}
