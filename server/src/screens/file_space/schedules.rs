//! What happens at set times, as the provider has set it (I9): read here, configured by the provider alone. Whoever may put
//! files into the space may let a schedule run now: it does nothing that it would not do at its time.

use maud::{Markup, html};
use talang_engine::{Action, Result};
use talang_http::{Call, Reply, encode};
use talang_schedule::{Asked, Rhythm, Run, Schedule, To, Work, ask, runs};
use talang_screens::components::{
    Align, Cell, Crumb, List, Row, Tone, Ui, badge, empty_state, icon, list as list_view,
};
use talang_screens::page::{Head, csrf_field, done, page_with, ui, zone};

use super::runs::{RUNS, state_of};
use super::{FILES, SCHEDULES, allowed, crumbs, may, missing, parts};

/// `GET /access/file-space/schedules`.
pub(super) fn schedules(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Read)?;
    let ui = ui(call);
    let all = of_the_space(call)?;
    let latest = |schedule: &Schedule| -> Result<Option<Run>> {
        let asked = Asked { schedule: schedule.code.clone(), most: 1, ..Asked::default() };
        Ok(runs(call.scope.tenant(), &asked)?.pop())
    };
    let asks = allowed(call, "FileSpace", Action::Import);
    let mut rows = Vec::new();
    for schedule in &all {
        rows.push(row(call, &ui, schedule, latest(schedule)?.as_ref(), asks));
    }
    let mut columns = vec![
        ui.column("schedule-name", Align::Wrap),
        ui.column("schedule-when", Align::Wrap),
        ui.column("schedule-next", Align::Date),
        ui.column("schedule-latest", Align::Wrap),
    ];
    if asks {
        columns.push(ui.column("file-space-deed", Align::Text));
    }
    let content = html! {
        (parts(call, SCHEDULES))
        @if all.is_empty() {
            (empty_state("calendar-time", &ui.say("schedule-none"), &ui.say("schedule-none-text"), html! {}))
        } @else {
            div.tl-stack {
                (list_view(&ui, &List {
                    id: "schedules".into(),
                    caption: ui.say("schedule-title"),
                    columns,
                    rows,
                    ..List::default()
                }))
                p.tl-soft { (ui.say("schedule-by-provider")) }
            }
        }
    };
    let (title, text) = (ui.say("schedule-title"), ui.say("schedule-text"));
    let crumbs = crumbs(call, vec![Crumb { label: ui.say("file-space"), href: FILES.into() }]);
    let head =
        Head { title: &title, text: &text, menu: FILES, crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

fn row(call: &Call, ui: &Ui<'_>, schedule: &Schedule, latest: Option<&Run>, asks: bool) -> Row {
    let zone = zone(call);
    let when = match schedule.active {
        true => html! { span.tl-person-words { (rhythm(ui, &schedule.cron)) small { (schedule.zone) } } },
        false => html! { span.tl-soft { (ui.say("schedule-when-asked")) } },
    };
    let next = match schedule.active {
        true => ui.culture.date_time(schedule.next_at, &zone),
        false => String::new(),
    };
    let latest = match latest {
        Some(run) => html! {
            div {
                a.tl-link href={ (RUNS) "/" (run.id) } { (ui.culture.date_time(run.began_at, &zone)) }
                div.mt-1 { (state_of(ui, run)) }
            }
        },
        None => html! { span.tl-soft { (ui.say("file-space-never")) } },
    };
    let mut cells = vec![
        Cell::from(
            html! { span.tl-person-words { (schedule.label) small { (work(call, ui, &schedule.work)) } } },
        ),
        Cell::from(when),
        Cell::from(next),
        Cell::from(latest),
    ];
    if asks {
        let address = format!("{SCHEDULES}/{}/run", encode(&schedule.code));
        let question = ui.say_with("schedule-run-confirm", &[("name", schedule.label.as_str().into())]);
        cells.push(Cell::from(html! {
            form method="post" action=(address) hx-post=(address) hx-confirm=(question) data-confirm-action=(ui.say("schedule-run")) {
                (csrf_field(call))
                button.btn.btn-sm type="submit" aria-label={ (ui.say("schedule-run")) " " (schedule.label) } {
                    (icon("player-play")) (ui.say("schedule-run"))
                }
            }
        }));
    }
    Row { id: schedule.code.clone(), title: schedule.label.clone(), cells, ..Row::default() }
}

/// The schedules that are everybody's who sees the space: what is sent to accounts is their owners'.
fn of_the_space(call: &Call) -> Result<Vec<Schedule>> {
    let mut all = talang_schedule::schedules(call.scope.tenant())?;
    all.retain(|s| !matches!(&s.work, Work::Report(sending) if sending.to != To::Space));
    Ok(all)
}

/// What a schedule does, in words.
fn work(call: &Call, ui: &Ui<'_>, work: &Work) -> String {
    match work {
        Work::Export(export) => {
            let labels = &call.installation.registry().labels;
            let object = labels.objects(ui.language, &export.object).to_string();
            ui.say_with("schedule-does-export", &[("object", object.into())])
        }
        Work::Report(sending) if sending.to == To::Space => ui.say("schedule-does-report-space"),
        other => ui.say(&format!("schedule-does-{}", other.name())),
    }
}

/// When it happens, in words; what has no usual words, as it is written.
pub(in crate::screens) fn rhythm(ui: &Ui<'_>, cron: &str) -> Markup {
    let time = |hour: &u8, minute: u8| ui.culture.time(i64::from(*hour) * 3600 + i64::from(minute) * 60);
    let text = match Rhythm::of(cron) {
        Rhythm::Minutes(count) => ui.say_with("schedule-minutes", &[("count", i64::from(count).into())]),
        Rhythm::Hours(minute) => ui.say_with("schedule-hours", &[("minute", format!("{minute:02}").into())]),
        Rhythm::Days { days, hours, minute } => {
            let times: Vec<String> = hours.iter().map(|hour| time(hour, minute)).collect();
            let times = times.join(", ");
            match days.is_empty() {
                true => ui.say_with("schedule-daily", &[("times", times.into())]),
                false => ui.say_with(
                    "schedule-weekly",
                    &[("days", weekdays(ui, &days).into()), ("times", times.into())],
                ),
            }
        }
        Rhythm::Months { days, hour, minute } => {
            let days: Vec<String> = days.iter().map(u8::to_string).collect();
            ui.say_with(
                "schedule-monthly",
                &[("days", days.join(", ").into()), ("times", time(&hour, minute).into())],
            )
        }
        Rhythm::Other => return html! { code { (cron) } },
    };
    html! { (text) }
}

/// Weekdays by name; three and more that follow each other as a span.
fn weekdays(ui: &Ui<'_>, days: &[u8]) -> String {
    let name = |day: &u8| ui.culture.weekday(*day);
    let follow = days.windows(2).all(|pair| matches!(pair, [a, b] if *b == *a + 1));
    match days {
        [first, .., last] if follow && days.len() > 2 => format!("{}–{}", name(first), name(last)),
        _ => days.iter().map(name).collect::<Vec<_>>().join(", "),
    }
}

/// `POST /access/file-space/schedules/{code}/run`.
pub(super) fn run_now(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Import)?;
    if !of_the_space(call)?.iter().any(|s| s.code == call.param("code")) {
        return Err(missing("schedule"));
    }
    ask(&call.scope, call.param("code"))?;
    Ok(done(call, SCHEDULES, "schedule-asked", None, None))
}

/// The tone of a state.
pub(super) fn tone(state: &str) -> Tone {
    match state {
        "done" => Tone::Success,
        "partly done" => Tone::Warning,
        "failed" | "rejected" => Tone::Danger,
        _ => Tone::Info,
    }
}

/// A state as a badge.
pub(super) fn state_badge(ui: &Ui<'_>, state: &str) -> Markup {
    badge(tone(state), &ui.say(&format!("schedule-state-{}", state.replace(' ', "-"))))
}
