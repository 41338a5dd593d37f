//! What ran at set times in the last 90 days, and what came of each file.

use maud::{Markup, html};
use talang_engine::{Action, Result};
use talang_files::SpacePath;
use talang_http::{Call, Reply, encode};
use talang_schedule::{Asked, Run, RunFile, run_of, runs};
use talang_screens::components::{
    Align, Cell, Control, Crumb, Filters, Input, List, Opt, Paging, Row, Tone, Ui, alert, badge, card,
    empty_state, fact, facts, filters, icon, input, list as list_view, with_param,
};
use talang_screens::page::{Head, fault_text, page_with, ui, zone};

use super::schedules::state_badge;
use super::{FILES, SCHEDULES, allowed, crumbs, may, parts, space};

pub(super) const RUNS: &str = "/access/file-space/runs";
/// Runs on a page.
const PAGE: i64 = 50;
/// States that can be asked for.
const STATES: [&str; 4] = ["done", "partly done", "failed", "running"];

/// `GET /access/file-space/runs?q=&schedule=&state=&before=`.
pub(super) fn history(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Read)?;
    let ui = ui(call);
    let text = |name: &str| call.request.query(name).unwrap_or_default().trim().to_string();
    let (file, schedule, state) = (text("q"), text("schedule"), text("state"));
    let before = text("before").parse().ok();
    let asked = Asked {
        file: file.clone(),
        schedule: schedule.clone(),
        state: state.clone(),
        before,
        most: PAGE + 1,
    };
    let mut found = runs(call.scope.tenant(), &asked)?;
    let more = i64::try_from(found.len()).unwrap_or(0) > PAGE;
    found.truncate(usize::try_from(PAGE).unwrap_or_default());
    let here = [("q", &file), ("schedule", &schedule), ("state", &state)]
        .iter()
        .fold(RUNS.to_string(), |address, (name, value)| with_param(&address, name, value));
    let narrowed = !(file.is_empty() && schedule.is_empty() && state.is_empty());
    let count = i64::try_from(found.len()).unwrap_or_default();
    let paging = Paging {
        text: ui.say_with("schedule-shown", &[("count", count.into())]),
        previous: before.is_some().then(|| here.clone()),
        next: found.last().filter(|_| more).map(|run| with_param(&here, "before", &run.id.to_string())),
    };
    let empty = match narrowed {
        true => empty_state(
            "search",
            &ui.say("schedule-not-found"),
            &ui.say("schedule-not-found-text"),
            html! { a.btn href=(RUNS) { (ui.say("schedule-all")) } },
        ),
        false => {
            empty_state("history", &ui.say("schedule-no-runs"), &ui.say("schedule-no-runs-text"), html! {})
        }
    };
    let table = List {
        id: "runs".into(),
        caption: ui.say("schedule-runs"),
        columns: vec![
            ui.column("schedule-began", Align::Date),
            ui.column("schedule-name", Align::Wrap),
            ui.column("file-space-state", Align::Wrap),
            ui.column("schedule-files", Align::Number),
            ui.column("schedule-rejected", Align::Number),
        ],
        rows: found.iter().map(|run| row(call, &ui, run)).collect(),
        filters: Some(bar(call, &ui, &file, &schedule, &state)?),
        empty: Some(empty),
        paging: (count > 0).then_some(paging),
        ..List::default()
    };
    let content = html! { (parts(call, RUNS)) (list_view(&ui, &table)) };
    let (title, words) = (ui.say("schedule-runs"), ui.say("schedule-runs-text"));
    let crumbs = crumbs(call, vec![Crumb { label: ui.say("file-space"), href: FILES.into() }]);
    let head =
        Head { title: &title, text: &words, menu: FILES, crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

fn bar(call: &Call, ui: &Ui<'_>, file: &str, schedule: &str, state: &str) -> Result<Markup> {
    let any = || Opt { value: String::new(), label: ui.say("schedule-any") };
    let mut schedules: Vec<Opt> = talang_schedule::schedules(call.scope.tenant())?
        .into_iter()
        .map(|s| Opt { value: s.code, label: s.label })
        .collect();
    // One that is gone still has its runs.
    if !schedule.is_empty() && !schedules.iter().any(|s| s.value == schedule) {
        schedules.push(Opt { value: schedule.to_string(), label: schedule.to_string() });
    }
    schedules.insert(0, any());
    let states = std::iter::once(any())
        .chain(STATES.iter().map(|s| Opt {
            value: (*s).to_string(),
            label: ui.say(&format!("schedule-state-{}", s.replace(' ', "-"))),
        }))
        .collect();
    let select = |name: &str, label: &str, value: &str, options: Vec<Opt>| {
        let control = Control::Select { value: value.to_string(), options };
        input(ui, &Input { name: name.into(), label: ui.say(label), control, ..Input::default() })
    };
    let more = html! {
        (select("schedule", "schedule-name", schedule, schedules))
        (select("state", "file-space-state", state, states))
    };
    Ok(filters(ui, &Filters { target: "runs", address: RUNS, query: file, more, ..Filters::default() }))
}

fn row(call: &Call, ui: &Ui<'_>, run: &Run) -> Row {
    let number = |n: i64| Cell::from(ui.culture.integer(n));
    let rejected: i64 = run.files.iter().map(|f| f.count("rejected")).sum();
    Row {
        id: run.id.to_string(),
        href: Some(format!("{RUNS}/{}", run.id)),
        title: name(ui, run),
        cells: vec![
            ui.culture.date_time(run.began_at, &zone(call)).into(),
            Cell::from(html! {
                span.tl-person-words {
                    (name(ui, run))
                    @if !run.label.is_empty() { small { (ui.say(&format!("schedule-did-{}", run.task))) } }
                }
            }),
            Cell::from(state_of(ui, run)),
            number(i64::try_from(run.files.len()).unwrap_or(i64::MAX)),
            number(rejected),
        ],
        ..Row::default()
    }
}

/// What people call a run; what nobody set up is called after what it does.
fn name(ui: &Ui<'_>, run: &Run) -> String {
    if run.label.is_empty() { ui.say(&format!("schedule-did-{}", run.task)) } else { run.label.clone() }
}

/// The state of a run, and what was special about it.
pub(in crate::screens) fn state_of(ui: &Ui<'_>, run: &Run) -> Markup {
    html! {
        span.d-flex.flex-wrap.gap-2 {
            (state_badge(ui, &run.state))
            @if run.by_hand { (badge(Tone::Neutral, &ui.say("schedule-by-hand"))) }
            @if run.late { (badge(Tone::Warning, &ui.say("schedule-late"))) }
        }
    }
}

/// `GET /access/file-space/runs/{id}`.
pub(super) fn run_page(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Read)?;
    let ui = ui(call);
    let run = run_of(call.scope.tenant(), call.id("id")?)?;
    let runs = (run.state == "running").then(|| format!("{RUNS}/{}", run.id));
    let content = html! {
        div.tl-stack id="run" hx-get=[runs.clone()] hx-trigger=[runs.as_ref().map(|_| "every 2s")] hx-select="#run" hx-swap="outerMorph" {
            @if let Some(fault) = run.fault.fault() {
                (alert(Tone::Danger, &ui.say("schedule-failed"), html! { (fault_text(call, None, &fault)) }))
            }
            (card("", html! {}, false, about(call, &ui, &run)))
            @if !run.files.is_empty() { (card(&ui.say("schedule-files"), html! {}, true, files(call, &ui, &run)?)) }
            @else if run.task == "import" && run.state == "done" {
                (empty_state("archive", &ui.say("schedule-nothing"), &ui.say("schedule-nothing-text"), html! {}))
            }
        }
    };
    let crumbs = crumbs(
        call,
        vec![
            Crumb { label: ui.say("schedule-title"), href: SCHEDULES.into() },
            Crumb { label: ui.say("schedule-runs"), href: RUNS.into() },
        ],
    );
    let text = ui.say(&format!("schedule-did-{}", run.task));
    let head = Head {
        title: &name(&ui, &run),
        text: if run.label.is_empty() { "" } else { &text },
        menu: FILES,
        crumbs: &crumbs,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

fn about(call: &Call, ui: &Ui<'_>, run: &Run) -> Markup {
    let zone = zone(call);
    let time = |at: i64| html! { (ui.culture.date_time(at, &zone)) };
    facts(html! {
        (fact(ui, &ui.say("file-space-state"), state_of(ui, run), false))
        (fact(ui, &ui.say("schedule-planned"), time(run.planned_at), false))
        (fact(ui, &ui.say("schedule-began"), time(run.began_at), false))
        @if let Some(at) = run.ended_at { (fact(ui, &ui.say("schedule-ended"), time(at), false)) }
        @for (task, what) in [("purge", "files"), ("mails", "mails")] {
            @if run.task == task {
                (fact(ui, &ui.say(&format!("schedule-count-{what}")), html! { (ui.culture.integer(run.count(what))) }, false))
            }
        }
    })
}

fn files(call: &Call, ui: &Ui<'_>, run: &Run) -> Result<Markup> {
    let fetches = allowed(call, "FileSpace", Action::Export);
    let space = space(call)?;
    let link = |name: &str, words: &str| -> Markup {
        let path = SpacePath::default().join("out").and_then(|p| p.join(name));
        match path {
            // After 90 days at most it is gone.
            Ok(path) if !name.is_empty() && fetches && space.stat(&path, None).is_ok() => html! {
                a.btn.btn-sm href={ (FILES) "/file?path=" (encode(&path.to_string())) } download { (icon("download")) (ui.say(words)) }
            },
            _ => html! {},
        }
    };
    let export = matches!(run.task.as_str(), "export" | "report");
    let counted: &[(&str, &str)] = match export {
        true => &[("lines", "schedule-lines")],
        false => &[
            ("created", "import-created"),
            ("updated", "import-updated"),
            ("unchanged", "import-unchanged"),
            ("rejected", "import-rejected"),
        ],
    };
    let mut columns =
        vec![ui.column("file-space-name", Align::Wrap), ui.column("file-space-state", Align::Wrap)];
    columns.extend(counted.iter().map(|(_, label)| ui.column(label, Align::Number)));
    columns.push(ui.column("schedule-result", Align::Text));
    let number = |file: &RunFile, what: &str| match file.counts.is_empty() {
        true => Cell::from(String::new()),
        false => Cell::from(ui.culture.integer(file.count(what))),
    };
    let rows = run.files.iter().enumerate().map(|(at, file)| {
        let why = file.fault.fault().map(|fault| fault_text(call, None, &fault)).unwrap_or_default();
        let mut cells = vec![
            Cell::from(html! { span.text-break { (file.name) } }),
            Cell::from(html! {
                div {
                    (state_badge(ui, &file.state))
                    @if !why.is_empty() { div.small.tl-soft.mt-1 { (why) } }
                }
            }),
        ];
        cells.extend(counted.iter().map(|(what, _)| number(file, what)));
        cells.push(Cell::from(html! {
            div.d-flex.gap-2.flex-wrap {
                (link(&file.result, if export { "schedule-fetch" } else { "import-result-file" }))
                (link(&file.rejected, "import-retry-file"))
            }
        }));
        Row { id: at.to_string(), title: file.name.clone(), cells, ..Row::default() }
    });
    let rows = rows.collect();
    let list =
        List { id: "run-files".into(), caption: ui.say("schedule-files"), columns, rows, ..List::default() };
    Ok(list_view(ui, &list))
}
