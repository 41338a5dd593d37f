//! Who could see whose data on a day, and why (A10, A11, A13): for questions that come long after the day.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use maud::{Markup, html};
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Fault, Object, Record};
use talang_engine::past::{Answer, Cause, Question, Seer, Viewer};
use talang_engine::{Extents, Filter, Query, Result, View};
use talang_http::{Call, Reply};

use super::lists::people;
use super::{crumbs, csv, extent_words, reads_all};
use crate::components::{
    Cell, Column, Control, Input, List, Opt, Picked, Row, Tone, Ui, alert, card, empty_state, icon, input,
    list as list_view, tabs,
};
use crate::page::{Head, Names, fault_text, page_with, section_name, ui};

const DAY: i64 = 86_400_000_000;
/// People listed on the page; the file has all.
const SHOWN: usize = 200;

/// The tabs of the two questions: as it is now, as it was on a day. The second is for those who may read all rights.
pub(super) fn parts(call: &Call, v: &View<'_>, here: &str) -> Markup {
    let ui = ui(call);
    if reads_all(v, "RoleRight").is_err() {
        return html! {};
    }
    let query = |name: &str| call.request.query(name).unwrap_or_default().to_string();
    let keep = |address: &str| {
        let with = crate::components::with_param(address, "viewer", &query("viewer"));
        crate::components::with_param(&with, "person", &query("person"))
    };
    let all = [("access-why-now", "/access/why"), ("access-why-day", "/access/why/day")]
        .map(|(key, href)| super::tab(ui.say(key), keep(href), here == href));
    tabs(&ui.say("access-why"), &all)
}

/// What the address asks.
struct Asked {
    question: Question,
    viewer: Option<Record>,
    person: Option<Record>,
}

fn asked(call: &Call, v: &mut View<'_>) -> Result<Asked> {
    for name in ["User", "UserRole", "RoleRight", "AccreditationList"] {
        reads_all(v, name)?;
    }
    let people = people(v)?;
    let number = |name: &str| call.request.query(name).and_then(|t| t.parse::<i64>().ok());
    let viewer = number("viewer").map(|id| v.get(&people, id)).transpose()?;
    let person = number("person").map(|id| v.get(&people, id)).transpose()?;
    let what = call.request.query("what").filter(|w| !w.is_empty());
    let (object, group) = match what.and_then(|w| w.split_once('.')) {
        Some((object, group)) => (v.object(object)?, group.to_string()),
        None => (people.clone(), talang_catalogue::object::GENERAL.to_string()),
    };
    if !object.groups.iter().any(|g| *g == group) {
        return Err(Fault::new("field.unknown").with("name", group).into());
    }
    let today = call.installation.clock().today();
    let day = match call.request.query("day").filter(|d| !d.is_empty()) {
        None => today,
        Some(text) => {
            text.parse::<Date>().map_err(|_| Fault::new("value.date").on("day").with("example", today))?
        }
    };
    let account = number("account").map(Viewer::Account);
    let question = Question {
        day,
        object,
        group,
        person: person.as_ref().map(|p| p.id),
        viewer: viewer.as_ref().map(|p| Viewer::Employee(p.id)).or(account),
    };
    Ok(Asked { question, viewer, person })
}

/// `GET /access/why/day?person=…&viewer=…&what=Employee.private&day=2026-03-03`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (tabs, content, file) = call.scope.view(|v| {
        let tabs = parts(call, v, "/access/why/day");
        let (content, file) = whole(call, v)?;
        Ok((tabs, content, file))
    })?;
    let actions = html! {
        @if !file.is_empty() {
            a.btn href=(file) download { (icon("download")) (ui.say("access-day-export")) }
            button.btn type="button" data-print { (icon("printer")) (ui.say("ui-print")) }
        }
    };
    framed(call, "access-day-text", actions, html! { (tabs) div.tl-stack { (content) } })
}

/// The page of both questions: as it is now, as it was on a day.
pub(super) fn framed(call: &Call, text: &str, actions: Markup, content: Markup) -> Result<Reply> {
    let ui = ui(call);
    let crumbs = crumbs(call, None);
    let (title, text) = (ui.say("access-why"), ui.say(text));
    let head = Head {
        title: &title,
        text: &text,
        menu: "/access/why",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// The field of somebody who is asked about: name, label, help.
pub(super) fn person_field(
    ui: &Ui<'_>,
    v: &mut View<'_>,
    people: &Object,
    (name, label, help): (&str, &str, &str),
    record: Option<&Record>,
) -> Result<Input> {
    let value = match record {
        Some(record) => Some(Picked { id: record.id.to_string(), title: v.title_of(record)?.title }),
        None => None,
    };
    Ok(Input {
        name: name.into(),
        label: ui.say(label),
        help: ui.say(help),
        control: Control::Reference { value, url: format!("/pick/{}", people.def.name) },
        ..Input::default()
    })
}
/// The question, and the answer where one was asked; with it the address of the file.
fn whole(call: &Call, v: &mut View<'_>) -> Result<(Markup, String)> {
    let ui = ui(call);
    let asked = match asked(call, v) {
        Ok(asked) => asked,
        Err(error) => return refused(call, v, error),
    };
    let form = form(call, v, &asked)?;
    if call.request.query("day").is_none() {
        let empty =
            empty_state("history", &ui.say("access-day-ask"), &ui.say("access-day-ask-text"), html! {});
        return Ok((html! { (form) (empty) }, String::new()));
    }
    let answer = match v.could_see(&asked.question) {
        Ok(answer) => answer,
        Err(error) => return refused(call, v, error),
    };
    let shown = answered(call, v, &asked, &answer)?;
    Ok((html! { (form) (shown) }, file_address(call)))
}

/// The question again, with what is wrong with it; what may not be asked stays an error.
fn refused(call: &Call, v: &mut View<'_>, error: talang_engine::Error) -> Result<(Markup, String)> {
    let faults = super::refusals(error)?;
    let today = call.installation.clock().today();
    let object = people(v)?;
    let group = talang_catalogue::object::GENERAL.to_string();
    let question = Question { day: today, object, group, person: None, viewer: None };
    let form = form(call, v, &Asked { question, viewer: None, person: None })?;
    let told = html! {
        @for fault in &faults { (alert(Tone::Danger, &fault_text(call, None, fault), html! {})) }
        (form)
    };
    Ok((told, String::new()))
}

fn file_address(call: &Call) -> String {
    let mut address = "/access/why/day.csv".to_string();
    for name in ["person", "viewer", "account", "what", "day"] {
        address = crate::components::with_param(&address, name, call.request.query(name).unwrap_or_default());
    }
    address
}

fn form(call: &Call, v: &mut View<'_>, asked: &Asked) -> Result<Markup> {
    let ui = ui(call);
    let people = people(v)?;
    let person = ("person", "access-person", "access-person-help");
    let person = person_field(&ui, v, &people, person, asked.person.as_ref())?;
    let viewer = ("viewer", "access-viewer", "access-day-viewer-help");
    let viewer = person_field(&ui, v, &people, viewer, asked.viewer.as_ref())?;
    let what = Input {
        name: "what".into(),
        label: ui.say("access-day-what"),
        control: Control::Select {
            value: format!("{}.{}", asked.question.object.def.name, asked.question.group),
            options: whats(call, v),
        },
        required: true,
        ..Input::default()
    };
    let day = Input {
        name: "day".into(),
        label: ui.say("access-day"),
        help: ui.say("access-day-help"),
        control: Control::Date { value: asked.question.day.to_string() },
        required: true,
        ..Input::default()
    };
    Ok(card(
        "",
        html! {},
        false,
        html! {
            form method="get" action="/access/why/day" {
                div.tl-form {
                    (input(&ui, &person))
                    (input(&ui, &what))
                    (input(&ui, &day))
                    (input(&ui, &viewer))
                }
                div.tl-formbar { div.tl-formbar-end {
                    button.btn.btn-primary type="submit" { (ui.say("access-explain")) }
                } }
            }
        },
    ))
}

/// What can be asked about: every group of every object that is about people.
fn whats(call: &Call, v: &View<'_>) -> Vec<Opt> {
    let language = call.scope.language();
    let labels = &call.installation.registry().labels;
    let catalogue = v.catalogue();
    let registry = call.installation.registry();
    let personal = catalogue.objects().iter().filter(|o| registry.by_people(o.def) && !o.def.internal);
    personal
        .flat_map(|object| {
            object.groups.iter().map(move |group| Opt {
                value: format!("{}.{group}", object.def.name),
                label: format!(
                    "{} – {}",
                    labels.objects(language, object.def.name),
                    labels.group(language, group)
                ),
            })
        })
        .collect()
}

/// Words about the data in question.
fn about(call: &Call, object: &Object, group: &str) -> String {
    let labels = &call.installation.registry().labels;
    let language = call.scope.language();
    format!("{} – {}", labels.objects(language, object.def.name), labels.group(language, group))
}

/// What an answer speaks about, as it is called today where it is still there.
struct Told {
    names: Names,
    /// Accounts that are still there.
    accounts: HashSet<i64>,
    /// Employees that are still there.
    there: HashSet<i64>,
}

fn told(v: &mut View<'_>, answer: &Answer) -> Result<Told> {
    let people = people(v)?;
    let mut ids: Vec<i64> =
        answer.seers.iter().filter_map(|s| s.employee).chain(answer.seen.iter()).collect();
    ids.sort_unstable();
    ids.dedup();
    let query = |ids: Vec<i64>| Query { filter: Some(Filter::Ids(ids)), ..Query::default() };
    let there = v.ids(&people, &query(ids))?;
    let users = v.object("User")?;
    let accounts = v.ids(&users, &query(answer.seers.iter().map(|s| s.user).collect()))?;
    let mut names = Names::default();
    let known: Vec<i64> = there.iter().collect();
    names.add(v, people.def.name, &known)?;
    Ok(Told { names, accounts: accounts.iter().collect(), there: there.iter().collect() })
}

impl Told {
    fn person(&self, people: &str, answer: &Answer, id: i64) -> String {
        let number = answer.numbers.get(&id).cloned().unwrap_or_default();
        if self.there.contains(&id) { self.names.get(people, id).0 } else { number }
    }
}

fn answered(call: &Call, v: &mut View<'_>, asked: &Asked, answer: &Answer) -> Result<Markup> {
    let ui = ui(call);
    let people = people(v)?;
    let told = told(v, answer)?;
    let day = ui.culture.date_long(days_of_date(asked.question.day));
    let what = about(call, &asked.question.object, &asked.question.group);
    let title = match &asked.person {
        Some(person) => ui.say_with(
            "access-day-person",
            &[
                ("person", v.title_of(person)?.title.into()),
                ("what", what.as_str().into()),
                ("day", day.as_str().into()),
            ],
        ),
        None => {
            ui.say_with("access-day-anybody", &[("what", what.as_str().into()), ("day", day.as_str().into())])
        }
    };
    let rows: Vec<Row> = answer
        .seers
        .iter()
        .enumerate()
        .map(|(at, seer)| {
            let employee = seer.employee.map(|id| told.person(people.def.name, answer, id));
            let mut cells = vec![
                Cell::from(html! {
                    (seer.login)
                    @if !seer.behalf.is_empty() {
                        " " small.tl-soft { (ui.say_with("access-log-behalf", &[("name", seer.behalf.as_str().into())])) }
                    }
                }),
                employee.unwrap_or_default().into(),
                Cell::from(during(call, asked.question.day, seer)),
                Cell::from(causes(call, v, &seer.causes)),
            ];
            if asked.person.is_none() {
                let count = seer.people.map(|n| ui.culture.integer(i64::try_from(n).unwrap_or_default()));
                cells.push(count.unwrap_or_default().into());
            }
            Row {
                id: at.to_string(),
                href: told.accounts.contains(&seer.user).then(|| format!("/access/users/{}", seer.user)),
                title: seer.login.clone(),
                cells,
                ..Row::default()
            }
        })
        .collect();
    let mut columns = vec!["access-login", "access-employee", "access-day-when", "access-day-because"];
    if asked.person.is_none() {
        columns.push("access-day-people");
    }
    let table = List {
        id: "could-see".into(),
        caption: title.clone(),
        columns: columns.iter().map(|c| Column { label: ui.say(c), ..Column::default() }).collect(),
        rows,
        empty: Some(empty_state("eye-off", &ui.say("access-day-nobody"), "", html! {})),
        ..List::default()
    };
    let (looked, changes) = answer.moments;
    let count = |n: usize| i64::try_from(n).unwrap_or_default();
    Ok(html! {
        (card(&title, html! {}, true, list_view(&ui, &table)))
        @if asked.question.viewer.is_some() && asked.person.is_none() { (seen(call, answer, &told, people.def.name)) }
        p.tl-soft.tl-note {
            (ui.say("access-day-note"))
            @if looked < changes {
                " " (ui.say_with("access-day-moments", &[("changes", count(changes).into()), ("looked", count(looked).into())]))
            }
        }
    })
}

/// Whom somebody could see.
fn seen(call: &Call, answer: &Answer, told: &Told, people: &str) -> Markup {
    let ui = ui(call);
    let mut all: Vec<(i64, String)> =
        answer.seen.iter().map(|id| (id, told.person(people, answer, id))).collect();
    all.sort_by(|a, b| a.1.cmp(&b.1));
    let more = all.len() > SHOWN;
    card(
        &ui.say("access-day-seen"),
        html! {},
        false,
        html! {
            @if answer.saw_everybody { p { (ui.say("access-extent-all")) } }
            @else if all.is_empty() { p.tl-soft { (ui.say("access-sees-nothing")) } }
            ul.tl-list-plain { @for (_, name) in all.iter().take(SHOWN) { li { (name) } } }
            @if more { p.tl-soft { (ui.say_with("access-first-shown", &[("count", i64::try_from(SHOWN).unwrap_or_default().into())])) } }
        },
    )
}

/// The part of the day, in UTC.
fn during(call: &Call, day: Date, seer: &Seer) -> String {
    let ui = ui(call);
    let begin = days_of_date(day) * DAY;
    let end = (begin + DAY).min(call.installation.clock().now() + 1);
    if seer.from <= begin && seer.until >= end {
        return ui.say("access-day-whole");
    }
    let time = |at: i64| ui.culture.time((at - begin).clamp(0, DAY - 1) / 1_000_000);
    let until = if seer.until >= begin + DAY { "24:00".to_string() } else { time(seer.until) };
    format!("{} – {until} UTC", time(seer.from))
}

/// Lines of roles and lists, in words.
fn causes(call: &Call, v: &View<'_>, causes: &[Cause]) -> Markup {
    let catalogue = v.catalogue();
    html! {
        @for cause in causes {
            div {
                (cause.role) " " small.tl-soft { (line_words(call, &catalogue, &cause.object, &cause.group, cause.extent)) }
                @let how = reached_by(call, cause);
                @if !how.is_empty() { small.tl-soft { " · " (how) } }
            }
        }
    }
}

/// The line of a role: object, group, extent.
pub(super) fn line_words(
    call: &Call,
    catalogue: &talang_catalogue::Catalogue,
    object: &str,
    group: &str,
    extent: Extents,
) -> String {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let object = match object {
        "*" => ui.say("access-every-object"),
        name => match name.strip_prefix("module:") {
            Some(module) => section_name(call, module),
            None if catalogue.object(name).is_some() => labels.objects(ui.language, name).to_string(),
            None => name.to_string(),
        },
    };
    let group = match group {
        "*" => ui.say("access-all-fields"),
        group => labels.group(ui.language, group).to_string(),
    };
    format!("{object}, {group}: {}", extent_words(call, extent))
}

/// By which lists, or because the person was recorded.
fn reached_by(call: &Call, cause: &Cause) -> String {
    let ui = ui(call);
    let mut parts: Vec<String> = cause
        .lists
        .iter()
        .map(|(code, by_rule)| {
            format!("{code} ({})", ui.say(if *by_rule { "access-by-rule" } else { "access-by-hand" }))
        })
        .collect();
    if cause.newcomer {
        parts.push(ui.say("access-reason-newcomer"));
    }
    parts.join(", ")
}

/// `GET /access/why/day.csv`: the same as a file.
pub(super) fn file(call: &Call) -> Result<Reply> {
    let separator = call.scope.culture.list;
    let (text, day) = call.scope.view(|v| {
        let asked = asked(call, v)?;
        let answer = v.could_see(&asked.question)?;
        let number = |id: Option<i64>| id.and_then(|id| answer.numbers.get(&id)).cloned().unwrap_or_default();
        let mut text = String::from("\u{feff}");
        let header = [
            "day",
            "object",
            "group",
            "person",
            "login",
            "on_behalf_of",
            "employee",
            "from",
            "until",
            "role",
            "role_object",
            "role_group",
            "extent",
            "lists",
            "people",
        ];
        csv::line(&header, separator, &mut text);
        let day = asked.question.day.to_string();
        let object: Arc<Object> = asked.question.object.clone();
        let moment = talang_catalogue::types::time::iso_instant;
        let mut names: HashMap<i64, String> = HashMap::new();
        for seer in &answer.seers {
            let person = number(asked.question.person);
            let employee =
                names.entry(seer.employee.unwrap_or(0)).or_insert_with(|| number(seer.employee)).clone();
            let (from, until) = (moment(seer.from), moment(seer.until));
            let count = seer.people.map(|n| n.to_string()).unwrap_or_default();
            for cause in &seer.causes {
                let lists: Vec<&str> = cause.lists.iter().map(|(code, _)| code.as_str()).collect();
                let (extent, lists) = (words(cause.extent), lists.join(", "));
                csv::line(
                    &[
                        &day,
                        object.def.name,
                        &asked.question.group,
                        &person,
                        &seer.login,
                        &seer.behalf,
                        &employee,
                        &from,
                        &until,
                        &cause.role,
                        &cause.object,
                        &cause.group,
                        &extent,
                        &lists,
                        &count,
                    ],
                    separator,
                    &mut text,
                );
            }
        }
        // Whom a viewer could see: one line each.
        let mut seen: Vec<String> =
            answer.seen.iter().filter_map(|id| answer.numbers.get(&id).cloned()).collect();
        seen.sort();
        let viewer = asked.viewer.as_ref().map(|r| number(Some(r.id))).unwrap_or_default();
        if asked.question.person.is_none() {
            for person in &seen {
                let mut cells =
                    vec![day.as_str(), object.def.name, &asked.question.group, person, "", "", &viewer];
                cells.resize(header.len(), "");
                csv::line(&cells, separator, &mut text);
            }
        }
        Ok((text, day))
    })?;
    call.scope.log_activity("export", &call.request.address, &csv::own_login(&call.scope), "access-day")?;
    Ok(Reply::bytes("text/csv; charset=utf-8", text).attachment(&format!("access-{day}.csv")))
}

fn words(extents: Extents) -> String {
    extents.words().join(", ")
}
