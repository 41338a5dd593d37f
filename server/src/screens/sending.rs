//! Reports that are sent regularly (S7): set up by whoever keeps them, and the files that came to oneself.

use std::fs::File;

use maud::{Markup, html};
use talang_catalogue::Fault;
use talang_engine::{Action, Error, Result};
use talang_http::{Access, Body, Call, Reply, Route};
use talang_report::{Format, Kept};
use talang_schedule::{
    Asked, Schedule, Sending, To, Work, activate, ask, fetch, received, remove, runs, save,
};
use talang_screens::components::{
    Align, Cell, Control, Crumb, Entry, Input, List, Opt, Row, Tone, Ui, alert, badge, card, empty_state,
    form_bar, icon, input, list as list_view,
};
use talang_screens::page::{Head, csrf, csrf_field, done, fault_text, page_with, ui, zone};

use super::file_space::{allowed, rhythm, state_of};

/// The page of all reports, which belongs to the general screens.
const REPORTS: &str = "/reports";
const HERE: &str = "/reports/sending";
const RECEIVED: &str = "/reports/received";
const OBJECT: &str = "SavedReport";
/// What the form begins with: half past six in the morning.
const TIME: &str = "06:30";

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    let keep = Access::Right(OBJECT, Action::Create);
    vec![
        Route::get(HERE, keep, page),
        // Data leaves again and again from now on: by who has just proved who they are (A7).
        Route::post(HERE, keep, add).confirmed(),
        Route::post("/reports/sending/{code}/{deed}", keep, change),
        Route::get(RECEIVED, Access::SignedIn, received_page),
        Route::get("/reports/received/{id}", Access::SignedIn, fetch_one),
    ]
}

fn missing() -> Error {
    Fault::new("record.not_found").with("object", OBJECT).into()
}

/// A report that the user keeps.
struct Own {
    id: i64,
    code: String,
    label: String,
    /// The role with which it is shared, if any.
    role: Option<String>,
}

/// The kept report of that number, if it is the user's own.
fn own(call: &Call, id: i64) -> Result<Own> {
    let me = call.scope.actor.id().ok_or_else(missing)?;
    call.scope.view(|v| {
        let object = v.object(OBJECT)?;
        let record = v.get(&object, id)?;
        if record.get("user").as_int() != Some(me) {
            return Err(missing());
        }
        let text = |name: &str| record.get(name).as_text().unwrap_or_default().to_string();
        let role = match record.get("role").as_int() {
            Some(role) => Some(v.title("Role", role)?.title),
            None => None,
        };
        Ok(Own { id, code: text("code"), label: text("label"), role })
    })
}

/// What the user sends of a report, with what it does.
fn sendings(call: &Call, report: &str) -> Result<Vec<(Schedule, Sending)>> {
    let me = call.scope.actor.id().ok_or_else(missing)?;
    let all = talang_schedule::schedules(call.scope.tenant())?.into_iter();
    let mine = all.filter_map(|schedule| match &schedule.work {
        Work::Report(sending) if sending.owner == me && (report.is_empty() || sending.report == report) => {
            let sending = sending.clone();
            Some((schedule, sending))
        }
        _ => None,
    });
    Ok(mine.collect())
}

/// What the form asks for.
struct Answer {
    when: String,
    time: String,
    format: String,
    to: String,
}

impl Default for Answer {
    fn default() -> Answer {
        Answer { when: "1".into(), time: TIME.into(), format: "xlsx".into(), to: "owner".into() }
    }
}

/// When it may happen: the day of the cron expression, and in words.
fn days(ui: &Ui<'_>) -> Vec<(String, &'static str, String)> {
    const WEEK: [&str; 7] = ["* * 1", "* * 2", "* * 3", "* * 4", "* * 5", "* * 6", "* * 0"];
    let mut all = vec![
        ("daily".to_string(), "* * *", ui.say("sending-daily")),
        ("workdays".to_string(), "* * 1-5", ui.say("sending-workdays")),
    ];
    for (number, days) in (1..=7_u8).zip(WEEK) {
        all.push((number.to_string(), days, ui.culture.weekday(number).to_string()));
    }
    all.push(("month".to_string(), "1 * *", ui.say("sending-month")));
    all
}

/// The user's time zone by its name.
fn zone_name(call: &Call) -> String {
    zone(call).iana_name().unwrap_or("UTC").to_string()
}

/// `GET /reports/sending?report=`.
fn page(call: &Call) -> Result<Reply> {
    let id = call.request.query("report").and_then(|text| text.parse().ok()).ok_or_else(missing)?;
    show(call, &own(call, id)?, &Answer::default(), &[])
}

fn show(call: &Call, own: &Own, answer: &Answer, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let present = sendings(call, &own.code)?;
    let content = html! {
        div.tl-stack {
            @for fault in faults.iter().filter(|f| f.field.is_none()) {
                (alert(Tone::Danger, "", html! { (fault_text(call, None, fault)) }))
            }
            @if !talang_mail::available(&call.installation) {
                (alert(Tone::Warning, "", html! { (ui.say("sending-no-mail")) }))
            }
            @if !present.is_empty() {
                (card(&ui.say("sending-list"), html! {}, true, list(call, &ui, own, &present)?))
            }
            (card(&ui.say("sending-add"), html! {}, false, form(call, &ui, own, answer, faults)))
        }
    };
    let title = ui.say_with("sending-title", &[("name", own.label.as_str().into())]);
    let text = ui.say("sending-text");
    let crumbs = [Crumb { label: ui.say("reports-title"), href: REPORTS.into() }];
    let head = Head {
        title: &title,
        text: &text,
        menu: REPORTS,
        crumbs: &crumbs,
        timeless: true,
        ..Head::default()
    };
    let reply = page_with(call, &head, content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}

fn form(call: &Call, ui: &Ui<'_>, own: &Own, answer: &Answer, faults: &[Fault]) -> Markup {
    let select = |name: &str, label: &str, value: &str, options: Vec<Opt>| {
        let control = Control::Select { value: value.to_string(), options };
        input(
            ui,
            &Input { name: name.into(), label: ui.say(label), control, required: true, ..Input::default() },
        )
    };
    let option = |value: &str, label: String| Opt { value: value.to_string(), label };
    let when = days(ui).into_iter().map(|(value, _, label)| Opt { value, label }).collect();
    let mut readers = vec![option("owner", ui.say("sending-to-owner"))];
    if let Some(role) = &own.role {
        readers.push(option("shared", ui.say_with("sending-to-shared", &[("role", role.as_str().into())])));
    }
    if allowed(call, "FileSpace", Action::Import) {
        readers.push(option("space", ui.say("sending-to-space")));
    }
    let wrong = faults.iter().find(|f| f.field.as_deref() == Some("time"));
    html! {
        form method="post" action=(HERE) data-guard {
            (csrf_field(call))
            input type="hidden" name="report" value=(own.id);
            div.tl-form {
                (select("when", "sending-when", &answer.when, when))
                (input(ui, &Input {
                    name: "time".into(),
                    label: ui.say("sending-time"),
                    help: ui.say_with("sending-time-help", &[("zone", zone_name(call).into())]),
                    control: Control::Time { value: answer.time.clone() },
                    required: true,
                    error: wrong.map(|f| fault_text(call, None, f)),
                    ..Input::default()
                }))
                (select("format", "sending-format", &answer.format, vec![option("xlsx", "Excel".into()), option("pdf", "PDF".into())]))
                (select("to", "sending-to", &answer.to, readers))
            }
            (form_bar(ui, REPORTS, &ui.say("sending-add"), html! {}))
        }
    }
}

fn list(call: &Call, ui: &Ui<'_>, own: &Own, present: &[(Schedule, Sending)]) -> Result<Markup> {
    let zone = zone(call);
    let mut rows = Vec::new();
    for (schedule, sending) in present {
        let asked = Asked { schedule: schedule.code.clone(), most: 1, ..Asked::default() };
        let latest = runs(call.scope.tenant(), &asked)?.pop();
        let to = match (&sending.to, &own.role) {
            (To::Shared, Some(role)) => ui.say_with("sending-to-shared", &[("role", role.as_str().into())]),
            (To::Owner | To::Shared, _) => ui.say("sending-to-owner"),
            (To::Space, _) => ui.say("sending-to-space"),
            (To::Accounts(_), _) => ui.say("sending-to-accounts"),
        };
        let format = if sending.format == "pdf" { "PDF" } else { "Excel" };
        let next = match schedule.active {
            true => html! { (ui.culture.date_time(schedule.next_at, &zone)) },
            false => badge(Tone::Warning, &ui.say("sending-is-paused")),
        };
        let latest = match &latest {
            Some(run) => html! {
                div {
                    (ui.culture.date_time(run.began_at, &zone))
                    div.mt-1 { (state_of(ui, run)) }
                    @if let Some(fault) = run.fault.fault() {
                        div.small.tl-soft.mt-1 { (fault_text(call, None, &fault)) }
                    }
                }
            },
            None => html! { span.tl-soft { (ui.say("file-space-never")) } },
        };
        let deed = |name: &str| ("hx-post", format!("{HERE}/{}/{name}", schedule.code));
        let mut actions = vec![Entry {
            label: ui.say("schedule-run"),
            icon: "player-play",
            attributes: vec![deed("now")],
            ..Entry::default()
        }];
        let (key, icon, name) = match schedule.active {
            true => ("sending-pause", "clock", "pause"),
            false => ("sending-resume", "player-play", "resume"),
        };
        actions.push(Entry { label: ui.say(key), icon, attributes: vec![deed(name)], ..Entry::default() });
        let question = ui.say_with("sending-remove-confirm", &[("name", own.label.as_str().into())]);
        actions.push(Entry {
            label: ui.say("sending-remove"),
            icon: "trash",
            danger: true,
            line: true,
            attributes: vec![
                deed("remove"),
                ("hx-confirm", question),
                ("data-confirm-action", ui.say("sending-remove")),
                ("data-danger", String::new()),
            ],
            ..Entry::default()
        });
        rows.push(Row {
            id: schedule.code.clone(),
            title: schedule.label.clone(),
            cells: vec![
                Cell::from(
                    html! { span.tl-person-words { (rhythm(ui, &schedule.cron)) small { (schedule.zone) } } },
                ),
                Cell::from(html! { span.tl-person-words { (to) small { (format) } } }),
                Cell::from(next),
                Cell::from(latest),
            ],
            actions,
            ..Row::default()
        });
    }
    Ok(list_view(
        ui,
        &List {
            id: "sendings".into(),
            caption: ui.say("sending-list"),
            columns: vec![
                ui.column("sending-when", Align::Wrap),
                ui.column("sending-to", Align::Wrap),
                ui.column("schedule-next", Align::Date),
                ui.column("schedule-latest", Align::Wrap),
            ],
            rows,
            csrf: csrf(call).to_string(),
            ..List::default()
        },
    ))
}

/// `POST /reports/sending`.
fn add(call: &Call) -> Result<Reply> {
    let sent = call.request.form();
    let field = |name: &str| {
        sent.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim().to_string()).unwrap_or_default()
    };
    let own = own(call, field("report").parse().map_err(|_| missing())?)?;
    let answer =
        Answer { when: field("when"), time: field("time"), format: field("format"), to: field("to") };
    match keep(call, &own, &answer) {
        Ok(()) => Ok(done(call, &format!("{HERE}?report={}", own.id), "sending-saved", None, None)),
        Err(error) if error.status() < 500 => show(call, &own, &answer, &error.faults()),
        Err(error) => Err(error),
    }
}

fn keep(call: &Call, own: &Own, answer: &Answer) -> Result<()> {
    let me = call.scope.actor.id().ok_or_else(missing)?;
    let ui = ui(call);
    let unknown = |what: &'static str| Error::from(Fault::new("request.invalid").with("detail", what));
    let (hour, minute) = answer
        .time
        .split_once(':')
        .and_then(|(h, m)| Some((h.parse::<u8>().ok()?, m.parse::<u8>().ok()?)))
        .filter(|(h, m)| *h < 24 && *m < 60)
        .ok_or_else(|| Fault::new("value.time").on("time"))?;
    let day = days(&ui).into_iter().find(|(value, ..)| *value == answer.when);
    let (_, day, _) = day.ok_or_else(|| unknown("when"))?;
    let format = Format::parse(&answer.format).ok_or_else(|| unknown("format"))?;
    let to = match answer.to.as_str() {
        "owner" => To::Owner,
        "shared" if own.role.is_some() => To::Shared,
        "space" if allowed(call, "FileSpace", Action::Import) => To::Space,
        _ => return Err(unknown("to")),
    };
    // What cannot be made is said now, not at night.
    Kept::find(&call.scope, &own.code)?.report(&call.scope, format)?;
    let taken: Vec<String> =
        talang_schedule::schedules(call.scope.tenant())?.into_iter().map(|s| s.code).collect();
    let code = (1..).map(|n| format!("report-{}-{n}", own.id)).find(|code| !taken.contains(code));
    let sending = Sending { report: own.code.clone(), format: format.extension().to_string(), owner: me, to };
    save(
        &call.scope,
        &Schedule {
            code: code.unwrap_or_default(),
            label: own.label.clone(),
            cron: format!("{minute} {hour} {day}"),
            zone: zone_name(call),
            catch_up: true,
            active: true,
            work: Work::Report(sending),
            ..Schedule::default()
        },
    )
}

/// `POST /reports/sending/{code}/{deed}`: `now`, `pause`, `resume`, `remove`.
fn change(call: &Call) -> Result<Reply> {
    let code = call.param("code");
    let found = sendings(call, "")?.into_iter().find(|(schedule, _)| schedule.code == code);
    let (_, sending) = found.ok_or_else(missing)?;
    let news = match call.param("deed") {
        "now" => ask(&call.scope, code).map(|()| "schedule-asked"),
        "pause" => activate(&call.scope, code, false).map(|()| "sending-paused"),
        "resume" => activate(&call.scope, code, true).map(|()| "sending-resumed"),
        "remove" => remove(&call.scope, code).map(|()| "sending-removed"),
        _ => Err(missing()),
    }?;
    let report = call.scope.view(|v| v.resolve(OBJECT, &sending.report))?;
    let next = report.map_or_else(|| REPORTS.to_string(), |id| format!("{HERE}?report={id}"));
    Ok(done(call, &next, news, None, None))
}

/// `GET /reports/received`.
fn received_page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let zone = zone(call);
    let rows = received(&call.scope)?.into_iter().map(|file| Row {
        id: file.id.to_string(),
        title: file.label.clone(),
        cells: vec![
            Cell::from(html! { span.tl-person-words { (file.label) small.text-break { (file.name) } } }),
            Cell::from(ui.culture.integer(file.lines)),
            Cell::from(ui.culture.date_time(file.made_at, &zone)),
            Cell::from(ui.culture.date_time(file.until, &zone)),
            Cell::from(html! {
                a.btn.btn-sm href={ (RECEIVED) "/" (file.id) } aria-label={ (ui.say("schedule-fetch")) " " (file.name) } {
                    (icon("download")) (ui.say("schedule-fetch"))
                }
            }),
        ],
        ..Row::default()
    });
    let rows: Vec<Row> = rows.collect();
    let content = match rows.is_empty() {
        true => empty_state(
            "mail",
            &ui.say("received-none"),
            &ui.say("received-none-text"),
            html! {
                a.btn href=(REPORTS) { (ui.say("reports-title")) }
            },
        ),
        false => list_view(
            &ui,
            &List {
                id: "received".into(),
                caption: ui.say("reports-received"),
                columns: vec![
                    ui.column("reports-name", Align::Wrap),
                    ui.column("schedule-lines", Align::Number),
                    ui.column("received-made", Align::Date),
                    ui.column("received-until", Align::Date),
                    ui.column("schedule-result", Align::Text),
                ],
                rows,
                ..List::default()
            },
        ),
    };
    let (title, text) = (ui.say("reports-received"), ui.say("received-text"));
    let crumbs = [Crumb { label: ui.say("reports-title"), href: REPORTS.into() }];
    let head = Head {
        title: &title,
        text: &text,
        menu: REPORTS,
        crumbs: &crumbs,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// `GET /reports/received/{id}`: the reader's own file, to who has just proved who they are (A7).
fn fetch_one(call: &Call) -> Result<Reply> {
    call.require_recent()?;
    let (file, path) = fetch(&call.scope, call.id("id")?)?;
    let (_, ending) = file.name.rsplit_once('.').unwrap_or_default();
    let media = Format::parse(ending).map_or("application/octet-stream", Format::media_type);
    let content = File::open(path)?;
    let length = content.metadata()?.len();
    let reply = Reply { status: 200, headers: Vec::new(), body: Body::Stream(Box::new(content)) };
    Ok(reply.with("content-type", media).with("content-length", length.to_string()).attachment(&file.name))
}
