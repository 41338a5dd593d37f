//! Imports that run or ran: live progress, what came of them, files to fetch, the history.

use maud::{Markup, html};
use serde_json::Value as Json;
use talang_catalogue::{Fault, Kind};
use talang_engine::jobs::Job;
use talang_engine::{Error, Result};
use talang_http::{Body, Call, Reply};
use talang_interchange::csv::{ImportReport, job};
use talang_screens::components::{
    Cell, Column, List, Row, Tone, alert, badge, card, empty_state, icon, list as list_view, progress as bar,
    stat, tabs,
};
use talang_screens::page::{Head, csrf_field, page_with, ui};

use super::{allowed, chain, crumbs, parts, wizard};

/// Imports shown in the history.
const SHOWN: i64 = 50;

/// The kinds of data that have a queue: those in which some object lives.
fn kinds(call: &Call) -> Vec<Kind> {
    let objects = &call.installation.registry().objects;
    Kind::ALL.into_iter().filter(|k| objects.iter().any(|o| o.kind == *k)).collect()
}

fn kind(call: &Call) -> Result<Kind> {
    let found = chain::kind(call.param("kind")).filter(|k| kinds(call).contains(k));
    found.ok_or_else(|| Fault::new("record.not_found").with("object", "").into())
}

/// The job that the path names, if it is an import of this user.
fn job_of(call: &Call) -> Result<(Kind, Job)> {
    let (kind, id) = (kind(call)?, call.id("id")?);
    let found = call.scope.view(|v| v.job(kind, id))?;
    if found.task != job::TASK {
        return Err(Fault::new("record.not_found").with("object", "").into());
    }
    Ok((kind, found))
}

fn file_of(found: &Job) -> String {
    found.payload.get("file").and_then(Json::as_str).unwrap_or_default().to_string()
}

fn is_dry(found: &Job) -> bool {
    found.payload.get("dry_run").and_then(Json::as_bool).unwrap_or_default()
}

fn runs(found: &Job) -> bool {
    matches!(found.state.as_str(), "ready" | "running")
}

/// The token of the upload from which the job came, where the address names it.
fn origin(call: &Call) -> String {
    let token = call.request.query("from").unwrap_or_default();
    if token.bytes().all(|b| b.is_ascii_hexdigit()) { token.to_string() } else { String::new() }
}

/// `GET /import/jobs/{kind}/{id}`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let (kind, found) = job_of(call)?;
    let ui = ui(call);
    let content = html! {
        (tabs(&ui.say("import-title"), &parts(call, "")))
        (state(call, kind, &found))
    };
    let title = file_of(&found);
    let text = ui.say(if is_dry(&found) { "import-is-check" } else { "import-is-import" });
    let crumbs = crumbs(call);
    let head = Head {
        title: &title,
        text: &text,
        menu: "/import",
        crumbs: &crumbs,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// `GET /import/jobs/{kind}/{id}/progress`: the same, every second while it runs.
pub(super) fn progress(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let (kind, found) = job_of(call)?;
    Ok(Reply::html(state(call, kind, &found).into_string()).with("cache-control", "no-store"))
}

fn state(call: &Call, kind: Kind, found: &Job) -> Markup {
    let ui = ui(call);
    let address = format!("/import/jobs/{}/{}", kind.name(), found.id);
    let token = origin(call);
    if runs(found) {
        return html! {
            div.tl-stack id="import-state" hx-get={ (address) "/progress?from=" (token) } hx-trigger="every 1s" hx-swap="outerMorph" {
                (wizard::way(&ui, 2))
                (card("", html! {}, false, running(call, found)))
            }
        };
    }
    html! {
        div.tl-stack id="import-state" {
            (wizard::way(&ui, 4))
            (result(call, found, &address, &token))
        }
    }
}

fn running(call: &Call, found: &Job) -> Markup {
    let ui = ui(call);
    let number = |name: &str| found.progress.get(name).and_then(Json::as_u64).unwrap_or_default();
    let count = |name: &str| {
        let counts = found.progress.get("counts");
        counts.and_then(|c| c.get(name)).and_then(Json::as_i64).unwrap_or_default()
    };
    let (done, total) = (number("done"), number("total"));
    let words = |n: u64| ui.culture.integer(i64::try_from(n).unwrap_or(i64::MAX));
    // Nothing is known before the first batch, and of a dry run, which writes nothing, its progress neither.
    let known = total > 0;
    let note = match known {
        true => {
            ui.say_with("import-lines-done", &[("done", words(done).into()), ("total", words(total).into())])
        }
        false if found.state == "ready" => ui.say("import-waiting"),
        false => String::new(),
    };
    html! {
        (bar(&ui.say("import-running"), known.then_some(done), total.max(1), &note))
        @if known {
            p.tl-soft.mt-3 {
                @for (name, key) in [("created", "import-created"), ("updated", "import-updated"), ("unchanged", "import-unchanged"), ("rejected", "import-rejected")] {
                    (ui.say(key)) ": " strong { (ui.culture.integer(count(name))) } " "
                }
            }
        }
        p.tl-soft { (ui.say("import-may-leave")) }
    }
}

fn result(call: &Call, found: &Job, address: &str, token: &str) -> Markup {
    let ui = ui(call);
    if let Some(refused) = found.result.get("refused").and_then(Json::as_array) {
        return alert(
            Tone::Danger,
            &ui.say("import-refused"),
            html! {
                ul { @for fault in refused { li { (fault.get("message").and_then(Json::as_str).unwrap_or_default()) } } }
            },
        );
    }
    let report: Option<ImportReport> = serde_json::from_value(found.result.clone()).ok();
    let Some(report) = report.filter(|_| found.state == "done") else {
        let codes = found.result.get("faults").and_then(Json::as_array).cloned().unwrap_or_default();
        return alert(
            Tone::Danger,
            &ui.say("import-failed"),
            html! {
                p { (ui.say("import-failed-text")) }
                @for code in codes { code { (code.as_str().unwrap_or_default()) } " " }
            },
        );
    };
    let number = |n: u64| ui.culture.integer(i64::try_from(n).unwrap_or(i64::MAX));
    let counts = report.counts;
    let figures = [
        ("import-created", counts.created, "plus", Tone::Neutral),
        ("import-updated", counts.updated, "edit", Tone::Neutral),
        ("import-unchanged", counts.unchanged, "check", Tone::Neutral),
        (
            "import-rejected",
            counts.rejected,
            "circle-x",
            if counts.rejected > 0 { Tone::Danger } else { Tone::Neutral },
        ),
    ];
    let verdict = match (report.dry_run, counts.rejected) {
        (true, 0) => (Tone::Success, "import-check-fine"),
        (true, _) => (Tone::Warning, "import-check-faults"),
        (false, 0) => (Tone::Success, "import-fine"),
        (false, _) => (Tone::Warning, "import-faults"),
    };
    html! {
        (alert(verdict.0, "", html! { (ui.say(verdict.1)) }))
        div.tl-grid {
            @for (key, count, picture, tone) in figures { (stat(&ui.say(key), &number(count), "", tone, picture, None)) }
        }
        div.d-flex.gap-2.flex-wrap {
            @if report.dry_run && !token.is_empty() {
                form method="post" action={ "/import/new/" (token) } {
                    (csrf_field(call))
                    button.btn.btn-primary type="submit" name="deed" value="import" { (icon("file-import")) (ui.say("import-now")) }
                }
                a.btn href={ "/import/new/" (token) } { (icon("arrow-left")) (ui.say("import-back")) }
            }
            a.btn href={ (address) "/result.csv" } download { (icon("download")) (ui.say("import-result-file")) }
            @if report.retry_file.is_some() {
                a.btn href={ (address) "/retry.csv" } download { (icon("file-spreadsheet")) (ui.say("import-retry-file")) }
            }
            a.btn href="/import" { (ui.say("import-another")) }
        }
        @if report.retry_file.is_some() { p.tl-soft { (ui.say("import-retry-help")) } }
        @if report.parts.len() > 1 { (by_object(call, &report)) }
        @for group in &report.faults {
            (card(&ui.say_with("import-group", &[("count", i64::try_from(group.count).unwrap_or(i64::MAX).into()), ("code", group.code.as_str().into())]), html! {}, true,
                list_view(&ui, &List {
                    id: format!("faults-{}", group.code.replace('.', "-")),
                    caption: group.code.clone(),
                    columns: ["import-line", "import-column", "import-problem"].iter().map(|k| Column { label: ui.say(k), ..Column::default() }).collect(),
                    rows: group.first.iter().map(|f| Row {
                        id: f.line.to_string(),
                        cells: vec![number(f.line).into(), Cell::from(html! { @if !f.column.is_empty() { code { (f.column) } } }), f.message.clone().into()],
                        ..Row::default()
                    }).collect(),
                    ..List::default()
                })))
            @if usize::try_from(group.count).is_ok_and(|n| n > group.first.len()) { p.tl-soft { (ui.say("import-more-in-file")) } }
        }
    }
}

fn by_object(call: &Call, report: &ImportReport) -> Markup {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let number = |n: u64| Cell::from(ui.culture.integer(i64::try_from(n).unwrap_or(i64::MAX)));
    let columns =
        ["import-object", "import-created", "import-updated", "import-unchanged", "import-rejected"];
    let rows = report
        .parts
        .iter()
        .map(|part| Row {
            id: part.object.clone(),
            cells: vec![
                labels.objects(ui.language, &part.object).to_string().into(),
                number(part.counts.created),
                number(part.counts.updated),
                number(part.counts.unchanged),
                number(part.counts.rejected),
            ],
            ..Row::default()
        })
        .collect();
    let list = List {
        id: "parts".into(),
        caption: ui.say("import-object"),
        columns: columns.iter().map(|k| Column { label: ui.say(k), ..Column::default() }).collect(),
        rows,
        ..List::default()
    };
    card("", html! {}, true, list_view(&ui, &list))
}

/// `GET …/result.csv`.
pub(super) fn result_file(call: &Call) -> Result<Reply> {
    let (kind, found) = job_of(call)?;
    fetch(call, kind, found.id, job::JobFile::Result, &format!("result-{}", file_of(&found)))
}

/// `GET …/retry.csv`: under the name of the file that was imported, so that it can be imported again as it is.
pub(super) fn retry_file(call: &Call) -> Result<Reply> {
    let (kind, found) = job_of(call)?;
    fetch(call, kind, found.id, job::JobFile::Retry, &file_of(&found))
}

fn fetch(call: &Call, kind: Kind, id: i64, which: job::JobFile, name: &str) -> Result<Reply> {
    let path = job::file(&call.scope, kind, id, which)?;
    let mut reply = Reply::status(200).with("content-type", "text/csv; charset=utf-8").attachment(name);
    reply.body = Body::File(path);
    Ok(reply)
}

/// `GET /import/history`.
pub(super) fn history(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let ui = ui(call);
    let (mut found, waiting) = call.scope.view(|v| {
        let mut all: Vec<(Kind, Job)> = Vec::new();
        for kind in kinds(call) {
            all.extend(v.jobs(kind, job::TASK, SHOWN)?.into_iter().map(|j| (kind, j)));
        }
        Ok::<_, Error>((all, v.jobs(Kind::Shared, chain::TASK, SHOWN)?))
    })?;
    found.sort_by_key(|(_, j)| std::cmp::Reverse(j.created_at));
    found.truncate(usize::try_from(SHOWN).unwrap_or_default());
    let zone = talang_screens::page::zone(call);
    let rows: Vec<Row> = found
        .iter()
        .map(|(kind, j)| {
            let report: Option<ImportReport> = serde_json::from_value(j.result.clone()).ok();
            let (tone, key) = verdict(j, report.as_ref());
            let count = |of: fn(&ImportReport) -> u64| {
                let n = report.as_ref().map(of);
                n.map(|n| ui.culture.integer(i64::try_from(n).unwrap_or(i64::MAX))).unwrap_or_default()
            };
            Row {
                id: format!("{}-{}", kind.name(), j.id),
                href: Some(format!("/import/jobs/{}/{}", kind.name(), j.id)),
                title: file_of(j),
                cells: vec![
                    file_of(j).into(),
                    Cell::from(html! { span.tl-num { (ui.culture.date_time(j.created_at, &zone)) } }),
                    Cell::from(html! { (badge(tone, &ui.say(key))) @if is_dry(j) { " " (badge(Tone::Neutral, &ui.say("import-dry"))) } }),
                    count(|r| r.counts.lines).into(),
                    count(|r| r.counts.rejected).into(),
                ],
                ..Row::default()
            }
        })
        .collect();
    let refused: Vec<(String, String)> = waiting
        .iter()
        .filter_map(|j| j.result.get("refused").and_then(Json::as_array))
        .flatten()
        .map(|r| {
            let text = |name: &str| r.get(name).and_then(Json::as_str).unwrap_or_default().to_string();
            (text("file"), text("message"))
        })
        .collect();
    let columns = ["import-file", "import-when", "import-state", "import-lines", "import-rejected"];
    let table = List {
        id: "imports".into(),
        caption: ui.say("import-history"),
        columns: columns.iter().map(|k| Column { label: ui.say(k), ..Column::default() }).collect(),
        rows,
        empty: Some(empty_state(
            "file-import",
            &ui.say("import-none"),
            &ui.say("import-none-text"),
            html! {
                a.btn.btn-primary href="/import" { (ui.say("import-new")) }
            },
        )),
        ..List::default()
    };
    let content = html! {
        (tabs(&ui.say("import-title"), &parts(call, "/import/history")))
        @if waiting.iter().any(runs) { (alert(Tone::Info, "", html! { (ui.say("import-files-wait")) })) }
        @for (file, message) in &refused { (alert(Tone::Danger, file, html! { (message) })) }
        (list_view(&ui, &table))
    };
    let crumbs = crumbs(call);
    let title = ui.say("import-history");
    page_with(
        call,
        &Head { title: &title, menu: "/import", crumbs: &crumbs, timeless: true, ..Head::default() },
        content,
    )
}

fn verdict(found: &Job, report: Option<&ImportReport>) -> (Tone, &'static str) {
    match (found.state.as_str(), report) {
        ("ready", _) => (Tone::Info, "import-state-waiting"),
        ("running", _) => (Tone::Info, "import-state-running"),
        ("done", Some(report)) if report.counts.rejected == 0 => (Tone::Success, "import-state-done"),
        ("done", Some(_)) => (Tone::Warning, "import-state-faults"),
        ("done", None) => (Tone::Danger, "import-state-refused"),
        _ => (Tone::Danger, "import-state-failed"),
    }
}
