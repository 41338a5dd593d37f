//! The personal area (S1): my file at a glance, my team today, what awaits me, my figures, and the way to everything.

use std::collections::HashMap;

use maud::{Markup, html};
use talang_catalogue::{Record, Value};
use talang_engine::{Action, AsOf, Filter, Op, Query, Result, View, Waiting};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Chart, ChartKind, Series, Tone, Ui, avatar, badge, card, chart, empty_state, fact, facts, icon, stat,
};
use talang_screens::page::{Head, Names, page_with, photo, ui};

use super::kit::{self, Face, Faces, about, all, day, length, may, until};

/// Days in which something that ends or expires is announced.
const AHEAD: i64 = 60;
/// Lines of a list before it says that there are more.
const LINES: usize = 8;

/// `GET /me`.
pub fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (name, face, content) = call.scope.view(|v| {
        let Some(me) = call.scope.person() else {
            let text = ui.say("people-me-no-file-text");
            let none = empty_state("user-circle", &ui.say("people-me-no-file"), &text, html! {});
            let content = html! { div.tl-stack { (card("", html! {}, false, none)) (links(call, v)) } };
            return Ok((String::new(), html! {}, content));
        };
        let name = v.title("Employee", me)?.title;
        let object = v.object("Employee")?;
        let record = v.get(&object, me).ok();
        let face = html! { (avatar(&name, record.as_ref().and_then(photo).as_deref(), "l")) };
        let reports = reports(v, me)?;
        let content = html! {
            div.tl-stack {
                (figures(call, v, me, &reports)?)
                div.tl-split {
                    div.tl-stack {
                        (awaiting(call, v, me, &reports)?)
                        @if !reports.is_empty() { (team(call, v, &reports)?) }
                        (headcounts(call, v)?)
                    }
                    div.tl-stack {
                        @if let Some(record) = &record { (my_file(call, v, record)?) }
                        (my_absences(call, v, me)?)
                        (links(call, v))
                    }
                }
            }
        };
        Ok((name, face, content))
    })?;
    let title = match name.split_whitespace().next() {
        Some(first) => ui.say_with("people-me-hello", &[("name", first.into())]),
        None => ui.say("people-me"),
    };
    let text = ui.culture.date_long(day(call));
    page_with(call, &Head { title: &title, text: &text, menu: "/me", face, ..Head::default() }, content)
}

/// Who reports to a person on the day of the view, as far as the scope may see them.
fn reports(view: &mut View<'_>, me: i64) -> Result<Vec<i64>> {
    let object = view.object("Assignment")?;
    if !view.rights().may(&object, Action::Read) {
        return Ok(Vec::new());
    }
    let query = Query { filter: all(vec![about(&object, "manager", &[me])]), ..Query::default() };
    let mut ids: Vec<i64> = view.list(&object, &query)?.records.iter().filter_map(Record::subject).collect();
    ids.retain(|id| *id != me);
    let people = view.object("Employee")?;
    let seen = Query {
        filter: Some(Filter::Ids(ids)),
        sort: view.sort(&people, "last_name,first_name")?,
        ..Query::default()
    };
    let records = view.list(&people, &seen)?.records;
    // Whoever has left keeps the last assignment; the team is who is there.
    Ok(records.iter().filter(|r| r.get("status").as_text() != Some("left")).map(|r| r.id).collect())
}

/// Absences of these people that touch the day, by person.
fn absences_on(view: &mut View<'_>, people: &[i64]) -> Result<HashMap<i64, Record>> {
    let found = kit::records(view, "Absence", "employee", people, AsOf::Scope, 0)?;
    let counts = |r: &Record| matches!(r.get("status").as_text(), Some("approved" | "taken"));
    Ok(found.into_iter().filter(counts).filter_map(|r| Some((r.subject()?, r))).collect())
}

fn figures(call: &Call, v: &mut View<'_>, me: i64, reports: &[i64]) -> Result<Markup> {
    let ui = ui(call);
    let mut cards = Vec::new();
    let number = |n: usize| ui.culture.integer(i64::try_from(n).unwrap_or(i64::MAX));
    if !reports.is_empty() {
        let day = day(call);
        let whole = v.subtree("Employee", &[me], day)?.len().saturating_sub(1);
        let direct = ui.say_with(
            "people-me-direct",
            &[("count", i64::try_from(reports.len()).unwrap_or_default().into())],
        );
        let away = absences_on(v, reports)?.len();
        let away =
            ui.say_with("people-me-away", &[("count", i64::try_from(away).unwrap_or_default().into())]);
        let direct = format!("{direct} · {away}");
        cards.push(stat(
            &ui.say("people-me-team-size"),
            &number(whole),
            &direct,
            Tone::Neutral,
            "users-group",
            Some("#team"),
        ));
    }
    let employee = v.object("Employee")?;
    if v.rights().may(&employee, Action::Read) {
        let active = Filter::test(&employee, "status", Op::Is, vec!["active".into()]);
        let count = v.count(&employee, &Query { filter: Some(active), ..Query::default() })?;
        if count > 1 {
            let note = ui.say("people-me-headcount-note");
            cards.push(stat(
                &ui.say("people-me-headcount"),
                &ui.culture.integer(count),
                &note,
                Tone::Neutral,
                "users",
                Some("/people"),
            ));
            let (first, last) = month(call);
            for (key, field, icon) in
                [("people-joiners", "hire_date", "user-plus"), ("people-leavers", "exit_date", "user-off")]
            {
                let from = Filter::test(&employee, field, Op::AtLeast, vec![Value::Int(first)]);
                let to = Filter::test(&employee, field, Op::AtMost, vec![Value::Int(last)]);
                let count = v.count(&employee, &Query { filter: all(vec![from, to]), ..Query::default() })?;
                let conditions = super::people::within(field, first, last);
                let parts: Vec<String> = conditions
                    .iter()
                    .map(|c| format!("filter={}", talang_screens::components::encode(c)))
                    .collect();
                let href = format!("/people?{}", parts.join("&"));
                cards.push(stat(
                    &ui.say(key),
                    &ui.culture.integer(count),
                    &ui.say("people-this-month"),
                    Tone::Neutral,
                    icon,
                    Some(&href),
                ));
            }
        }
    }
    if cards.is_empty() {
        return Ok(html! {});
    }
    Ok(html! { div.tl-grid { @for card in &cards { (card) } } })
}

/// First and last day of the month of the view.
fn month(call: &Call) -> (i64, i64) {
    let first = call.scope.as_of.first_of_month();
    let last = call.scope.as_of.last_of_month();
    (talang_catalogue::value::days_of_date(first), talang_catalogue::value::days_of_date(last))
}

/// Something that waits for the user, and how urgent it is where its day does not say so.
struct Task {
    waiting: Waiting,
    tone: Tone,
}

impl Task {
    fn about(person: i64, what: String, href: String, due: Option<i64>, tone: Tone) -> Task {
        Task { waiting: Waiting { person: Some(person), what, href, due, ..Waiting::default() }, tone }
    }
}

fn awaiting(call: &Call, v: &mut View<'_>, me: i64, reports: &[i64]) -> Result<Markup> {
    let ui = ui(call);
    let today = day(call);
    let mut waiting = Vec::new();
    let mut circle = vec![me];
    circle.extend(reports);
    let back = "&back=/me";
    // Onboarding tasks that are mine to do, about whomever.
    let tasks = kit::records(v, "OnboardingTask", "responsible", &[me], AsOf::Always, 200)?;
    for task in tasks.iter().filter(|t| matches!(t.get("status").as_text(), Some("open" | "in-progress"))) {
        let what = task.get("name").as_text().unwrap_or_default().to_string();
        let (person, due) = (task.subject().unwrap_or(me), task.get("due_on").as_int());
        waiting.push(Task::about(person, what, open(v, task, back)?, due, Tone::Warning));
    }
    let absences = kit::records(v, "Absence", "employee", reports, AsOf::Always, 400)?;
    for absence in absences.iter().filter(|a| a.get("status").as_text() == Some("requested")) {
        let (start, end) = (absence.get("start").as_int(), absence.get("end").as_int());
        let from = start.map(|d| ui.culture.date_short(d)).unwrap_or_default();
        let to = end.map(|d| ui.culture.date_short(d)).unwrap_or_default();
        let what = match from == to {
            true => ui.say_with("people-wait-absence-day", &[("from", from.into())]),
            false => ui.say_with("people-wait-absence", &[("from", from.into()), ("to", to.into())]),
        };
        let person = absence.subject().unwrap_or_default();
        waiting.push(Task::about(person, what, open(v, absence, back)?, start, Tone::Warning));
    }
    let ends: [(&str, &str, &str); 5] = [
        ("Contract", "trial_end", "people-wait-trial"),
        ("WorkPermit", "end", "people-wait-permit"),
        ("IdentityDocument", "expires_on", "people-wait-document"),
        ("EmployeeDocument", "expires_on", "people-wait-document"),
        ("EmployeeCertification", "end", "people-wait-certification"),
    ];
    for (object, field, key) in ends {
        for record in kit::records(v, object, "employee", &circle, AsOf::Scope, 400)? {
            let Some(end) = record.get(field).as_int().filter(|d| (today..=today + AHEAD).contains(d)) else {
                continue;
            };
            // What is followed by another slice or document of its kind does not expire.
            if object != "Contract" && renewed(v, &record, end)? {
                continue;
            }
            let name = match object {
                "EmployeeCertification" => kit::shown(v, &record, "certification")?,
                "EmployeeDocument" => record.get("name").as_text().unwrap_or_default().to_string(),
                "Contract" => String::new(),
                _ => kit::shown(v, &record, "kind")?,
            };
            let what = ui.say_with(key, &[("name", name.into()), ("date", ui.culture.date_long(end).into())]);
            let person = record.subject().unwrap_or_default();
            waiting.push(Task::about(person, what, open(v, &record, back)?, Some(end), Tone::Neutral));
        }
    }
    for find in &call.installation.registry().awaits {
        waiting.extend(find(v)?.into_iter().map(|waiting| Task { waiting, tone: Tone::Warning }));
    }
    waiting.sort_by_key(|w| w.waiting.due.unwrap_or(i64::MAX));
    let faces = Faces::load(v, waiting.iter().filter_map(|w| w.waiting.person))?;
    let title = ui.say("people-me-awaiting");
    if waiting.is_empty() {
        let text = ui.say("people-me-nothing-text");
        return Ok(card(
            &title,
            html! {},
            false,
            empty_state("checks", &ui.say("people-me-nothing"), &text, html! {}),
        ));
    }
    let count = html! { (badge(Tone::Primary, &ui.culture.integer(i64::try_from(waiting.len()).unwrap_or_default()))) };
    let line = |Task { waiting: w, tone }: &Task| {
        let face = match w.person {
            Some(person) => faces.get(person),
            None => Face { name: w.name.clone(), ..Face::default() },
        };
        let overdue = w.due.is_some_and(|d| d < today);
        let tone = if overdue {
            Tone::Danger
        } else if w.due.is_some_and(|d| d - today <= 7) {
            Tone::Warning
        } else {
            *tone
        };
        html! {
            li {
                a href=(w.href) {
                    (talang_screens::components::person(&face.name, face.photo.as_deref(), &w.what))
                    @if let Some(due) = w.due { span.tl-links-end { (badge(tone, &until(&ui, due, today))) } }
                }
            }
        }
    };
    let (first, rest) = waiting.split_at(LINES.min(waiting.len()));
    Ok(card(
        &title,
        count,
        true,
        html! {
            ul.tl-links { @for w in first { (line(w)) } }
            @if !rest.is_empty() {
                details {
                    summary.tl-links-row { (ui.say_with("people-more", &[("count", i64::try_from(rest.len()).unwrap_or_default().into())])) }
                    ul.tl-links { @for w in rest { (line(w)) } }
                }
            }
        },
    ))
}

/// Whether something of the same kind goes on after the day.
fn renewed(v: &mut View<'_>, record: &Record, end: i64) -> Result<bool> {
    let Some(person) = record.subject() else { return Ok(false) };
    let object = record.object.clone();
    let (kind, until) = match object.def.name {
        "EmployeeCertification" => ("certification", "end"),
        "WorkPermit" => ("kind", "end"),
        _ => ("kind", "expires_on"),
    };
    let others = kit::records(v, object.def.name, "employee", &[person], AsOf::Always, 50)?;
    let later = |r: &Record| r.get(until).as_int().is_none_or(|d| d > end);
    let named = object.def.name != "EmployeeDocument"
        || others.iter().any(|o| o.id != record.id && o.get("name") == record.get("name"));
    Ok(named && others.iter().any(|o| o.id != record.id && o.get(kind) == record.get(kind) && later(o)))
}

/// The form of a record where the scope may change it, else its page.
fn open(v: &mut View<'_>, record: &Record, back: &str) -> Result<String> {
    let object = record.object.clone();
    let thread = if object.period.is_some() { record.thread } else { record.id };
    Ok(match v.may_change(record)? {
        true => format!("/o/{}/{}/edit?{}", object.def.path, record.id, back.trim_start_matches('&')),
        false => format!("/o/{}/{thread}", object.def.path),
    })
}

fn team(call: &Call, v: &mut View<'_>, reports: &[i64]) -> Result<Markup> {
    let ui = ui(call);
    let away = absences_on(v, reports)?;
    let assignments = kit::records(v, "Assignment", "employee", reports, AsOf::Scope, 0)?;
    let mut jobs: HashMap<i64, String> = HashMap::new();
    for assignment in &assignments {
        let own = assignment.get("job_title").as_text().map(str::to_string);
        let job = match own {
            Some(title) => title,
            None => kit::shown(v, assignment, "job")?,
        };
        if let Some(person) = assignment.subject() {
            jobs.insert(person, job);
        }
    }
    let faces = Faces::load(v, reports.iter().copied())?;
    let mut lines = Vec::new();
    for id in reports {
        let end = match away.get(id) {
            None => html! {},
            Some(absence) => {
                let back = absence
                    .get("end")
                    .as_int()
                    .map(|d| ui.say_with("people-away-until", &[("date", ui.culture.date_short(d).into())]));
                html! { (badge(Tone::Info, &back.unwrap_or_else(|| ui.say("people-away")))) }
            }
        };
        lines.push(faces.row(*id, jobs.get(id).map(String::as_str).unwrap_or_default(), end));
    }
    Ok(
        html! { div id="team" { (card(&ui.say("people-me-team"), html! {}, true, html! { ul.tl-links { @for line in &lines { (line) } } })) } },
    )
}

/// People by unit, two levels below the top, for whoever may see all of them.
fn headcounts(call: &Call, v: &mut View<'_>) -> Result<Markup> {
    let ui = ui(call);
    let assignment = v.object("Assignment")?;
    let seen = v.who(&assignment, talang_catalogue::object::GENERAL, Action::Read)?;
    let few = match &seen {
        talang_engine::Who::Everyone | talang_engine::Who::Staff => false,
        talang_engine::Who::Some(set) => set.len() < 15,
        talang_engine::Who::Nobody => true,
    };
    if few || !may(v, "Organisation", Action::Read) {
        return Ok(html! {});
    }
    let tree = super::units::Units::load(v, day(call), true)?;
    let mut top = tree.roots();
    // A single unit at the top says nothing: one level down.
    while top.len() == 1 {
        let below = tree.children(top.first().copied().unwrap_or_default());
        if below.is_empty() {
            break;
        }
        top = below;
    }
    let mut counts: Vec<(i64, i64)> =
        top.into_iter().map(|id| (id, tree.below(id))).filter(|(_, n)| *n > 0).collect();
    counts.sort_by_key(|(_, n)| -n);
    counts.truncate(10);
    if counts.len() < 2 {
        return Ok(html! {});
    }
    let object = v.object("Organisation")?;
    v.titles(&object, &counts.iter().map(|(id, _)| *id).collect::<Vec<_>>())?;
    let mut labels = Vec::new();
    for (id, _) in &counts {
        labels.push(v.title("Organisation", *id)?.title);
    }
    #[expect(clippy::cast_precision_loss, reason = "nobody employs 2⁵³ people")]
    let values = counts.iter().map(|(_, n)| *n as f64).collect();
    Ok(card(
        "",
        html! {},
        false,
        chart(
            &ui,
            &Chart {
                title: ui.say("people-me-by-unit"),
                kind: ChartKind::Rows,
                axis: kit::words(call, "Organisation").0.to_string(),
                labels,
                series: vec![Series { name: ui.say("ui-people"), values }],
                stacked: false,
            },
        ),
    ))
}

fn my_file(call: &Call, v: &mut View<'_>, me: &Record) -> Result<Markup> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let catalogue = v.catalogue();
    let assignment = kit::records(v, "Assignment", "employee", &[me.id], AsOf::Scope, 1)?.pop();
    let mut rows = Vec::new();
    if let Some(assignment) = &assignment {
        let object = assignment.object.clone();
        let names = Names::of(v, &object, std::slice::from_ref(assignment))?;
        for name in ["job", "organisation", "manager", "establishment"] {
            let Some(field) = object.field(name).filter(|f| !assignment.is_hidden(f.index)) else { continue };
            let value = names.with(ui, registry, &catalogue, |cx| {
                talang_screens::components::field_view(cx, field, assignment.get(name))
            });
            rows.push((kit::label(call, &object, name), value));
        }
    }
    let since = me.get("seniority_date").as_int().or(me.get("hire_date").as_int());
    if let Some(since) = since {
        let long = length(&ui, since, day(call));
        rows.push((ui.say("people-seniority"), html! { (long) " " small.tl-soft { (ui.say_with("people-since", &[("date", ui.culture.date_short(since).into())])) } }));
    }
    let open = html! { a.btn.btn-sm href={ "/people/" (me.id) } { (ui.say("ui-open")) } };
    Ok(card(
        &ui.say("people-me-file"),
        open,
        false,
        facts(html! {
            @for (label, value) in rows { (fact(&ui, &label, value, true)) }
        }),
    ))
}

fn my_absences(call: &Call, v: &mut View<'_>, me: i64) -> Result<Markup> {
    let ui = ui(call);
    let today = day(call);
    let mut coming: Vec<Record> = kit::records(v, "Absence", "employee", &[me], AsOf::Always, 100)?
        .into_iter()
        .filter(|a| a.get("end").as_int().is_none_or(|d| d >= today))
        .filter(|a| matches!(a.get("status").as_text(), Some("requested" | "approved" | "taken")))
        .collect();
    if coming.is_empty() {
        return Ok(html! {});
    }
    coming.sort_by_key(|a| a.get("start").as_int());
    coming.truncate(5);
    let mut lines = Vec::new();
    for absence in &coming {
        let kind = kit::shown(v, absence, "absence_type")?;
        let status = kit::shown(v, absence, "status")?;
        let tone =
            if absence.get("status").as_text() == Some("requested") { Tone::Warning } else { Tone::Success };
        lines.push((
            format!("/o/absences/{}", absence.thread),
            kind,
            span(&ui, absence),
            badge(tone, &status),
        ));
    }
    Ok(card(
        &ui.say("people-me-absences"),
        html! {},
        true,
        html! {
            ul.tl-links {
                @for (href, kind, when, state) in lines {
                    li { a href=(href) { span.tl-person-words { (kind) small { (when) } } span.tl-links-end { (state) } } }
                }
            }
        },
    ))
}

/// From when to when a dated record holds.
pub fn span(ui: &Ui<'_>, record: &Record) -> String {
    let date = |name: &str| record.get(name).as_int().map(|d| ui.culture.date_short(d)).unwrap_or_default();
    let (from, to) = (date("start"), date("end"));
    if from == to { from } else { format!("{from} – {to}") }
}

/// The way to what the user may open.
fn links(call: &Call, v: &mut View<'_>) -> Markup {
    let ui = ui(call);
    let registry = call.installation.registry();
    let entries: Vec<(String, &str, &str)> = registry
        .menu
        .iter()
        .filter(|e| !e.href.is_empty() && e.href != "/me")
        .filter(|e| e.right.is_none_or(|(object, action)| may(v, object, action)))
        .map(|e| {
            let label = match e.label {
                "" => registry.labels.objects(ui.language, e.object).to_string(),
                key => ui.say(key),
            };
            (label, e.href, e.icon)
        })
        .take(8)
        .collect();
    if entries.is_empty() {
        return html! {};
    }
    card(
        &ui.say("people-me-links"),
        html! {},
        true,
        html! {
            ul.tl-links {
                @for (label, href, picture) in &entries {
                    li { a href=(href) { span.tl-hit-icon { (icon(picture)) } (label) span.tl-links-end { (icon("chevron-right")) } } }
                }
            }
        },
    )
}
