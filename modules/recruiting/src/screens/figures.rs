//! The page of recruiting's figures: charts with their tables, narrowed by time, unit and vacancy, and each as a file (S7).

use maud::{Markup, html};
use talang_catalogue::labels::Labels;
use talang_catalogue::types::time::iso_date;
use talang_catalogue::{Culture, FieldType};
use talang_core_hr::kit::{self, may};
use talang_engine::{Action, Result, View};
use talang_http::{Call, Reply};
use talang_report::{Cell, Column, Format, Report};
use talang_screens::components::{
    Chart, ChartKind, Control, Input, Picked, Series, Tone, Ui, card, chart, empty_state, icon, input, stat,
};
use talang_screens::page::{Head, Names, page_with, ui};

use crate::diversity::{self, Breakdown};
use crate::figures::{self, Figures, STEPS, Wanted, median};

/// Days of the time that is shown where nobody says otherwise: a year.
const YEAR: i64 = 365;
/// Vacancies in a chart at most; the table of the file has all of them.
const BARS: usize = 25;

/// A table, its chart and the name of its file.
struct Table {
    code: &'static str,
    title: String,
    kind: ChartKind,
    heads: Vec<String>,
    rows: Vec<(String, Vec<Option<i64>>)>,
    /// Which of the columns are drawn.
    drawn: usize,
    /// What must be said of it; else empty.
    note: String,
}

fn wanted(call: &Call) -> Wanted {
    let today = kit::today(call);
    let day = |name: &str| call.request.query(name).and_then(|t| Culture::NEUTRAL.parse_date(t));
    let id = |name: &str| call.request.query(name).and_then(|t| t.parse().ok());
    let to = day("to").unwrap_or(today);
    Wanted {
        from: day("from").unwrap_or(to - YEAR).min(to),
        to,
        organisation: id("organisation"),
        vacancy: id("vacancy"),
    }
}

/// The query that asks for the same again.
fn query(wanted: Wanted) -> String {
    let mut parts = vec![format!("from={}&to={}", iso_date(wanted.from), iso_date(wanted.to))];
    parts.extend(wanted.organisation.map(|id| format!("organisation={id}")));
    parts.extend(wanted.vacancy.map(|id| format!("vacancy={id}")));
    parts.join("&")
}

fn tables(call: &Call, v: &mut View<'_>, figures: &Figures, wanted: Wanted) -> Result<Vec<Table>> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let stages = v.object("PipelineStage")?;
    let step = |code: &str| match stages.field("kind").map(|f| &f.ty) {
        Some(FieldType::Choice(def)) => labels.choice(ui.language, def.name, code).to_string(),
        _ => code.to_string(),
    };
    let share = |part: i64, of: i64| (of > 0).then(|| (part * 100 + of / 2) / of);
    let say = |key: &str| ui.say(&format!("recruiting-figures-{key}"));
    let funnel = STEPS.iter().zip(figures.reached);
    let funnel =
        funnel.map(|(code, count)| (step(code), vec![Some(count), share(count, figures.applied)])).collect();
    let mut sources = Vec::new();
    for (source, [applied, interviewed, hired]) in &figures.sources {
        let name = match source {
            Some(id) => v.title("CandidateSource", *id)?.title,
            None => say("no-source"),
        };
        let values = vec![Some(*applied), Some(*interviewed), Some(*hired), share(*hired, *applied)];
        sources.push((name, values));
    }
    let mut months = Vec::new();
    for ((year, month), days) in &figures.hires {
        let name = format!("{} {year}", ui.culture.month(*month));
        months.push((name, vec![median(days), i64::try_from(days.len()).ok()]));
    }
    let mut open = Vec::new();
    for one in &figures.open {
        open.push((v.title("Vacancy", one.vacancy)?.title, vec![Some(one.left), one.days]));
    }
    let (stage, source, vacancy) = (
        kit::words(call, "PipelineStage").0,
        kit::words(call, "CandidateSource").0,
        kit::words(call, "Vacancy").0,
    );
    let applications = kit::words(call, "Application").1.to_string();
    let mut all = vec![
        Table {
            code: "funnel",
            title: say("funnel"),
            kind: ChartKind::Rows,
            heads: vec![stage.to_string(), say("reached"), say("share")],
            rows: funnel,
            drawn: 1,
            note: String::new(),
        },
        Table {
            code: "sources",
            title: say("sources"),
            kind: ChartKind::Rows,
            heads: vec![source.to_string(), applications, say("interviewed"), say("hired"), say("share")],
            rows: sources,
            drawn: 3,
            note: String::new(),
        },
        Table {
            code: "time-to-hire",
            title: say("time"),
            kind: ChartKind::Bars,
            heads: vec![say("month"), say("median"), say("hired")],
            rows: months,
            drawn: 1,
            note: String::new(),
        },
        Table {
            code: "open",
            title: say("open"),
            kind: ChartKind::Rows,
            heads: vec![vacancy.to_string(), say("left"), say("days-open")],
            rows: open,
            drawn: 1,
            note: String::new(),
        },
    ];
    // Only of the whole company: nothing narrower is told (S11).
    if wanted.organisation.is_none() && wanted.vacancy.is_none() {
        let year = diversity::year(v, wanted.to);
        for breakdown in diversity::of(v, year)? {
            all.push(diverse(&ui, labels, &breakdown, &step, stage));
        }
    }
    Ok(all)
}

/// Who applied and how far they came: steps, and a column for each group.
fn diverse(
    ui: &Ui<'_>,
    labels: &Labels,
    breakdown: &Breakdown,
    step: &dyn Fn(&str) -> String,
    stage: &str,
) -> Table {
    let kind = labels.choice(ui.language, "DiversityKind", &breakdown.kind).to_string();
    let group = |code: &&str| match code.starts_with(|c: char| c.is_ascii_digit()) {
        true => code.replace('-', "–"),
        false => ui.say(&format!("recruiting-diversity-{code}")),
    };
    let mut heads = vec![stage.to_string()];
    heads.extend(breakdown.groups.iter().map(group));
    let row = |(at, counts): &(usize, Vec<i64>)| {
        let name = STEPS.get(*at).map(|code| step(code)).unwrap_or_default();
        (name, counts.iter().copied().map(Some).collect())
    };
    Table {
        code: if breakdown.kind == "gender" { "gender" } else { "age" },
        title: ui.say_with(
            "recruiting-diversity",
            &[("year", breakdown.year.to_string().into()), ("kind", kind.into())],
        ),
        kind: ChartKind::Rows,
        drawn: breakdown.groups.len(),
        heads,
        rows: breakdown.steps.iter().map(row).collect(),
        note: ui.say("recruiting-diversity-text"),
    }
}

/// `GET /recruiting/figures`.
pub fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let wanted = wanted(call);
    let content = call.scope.view(|v| {
        let figures = figures::of(v, wanted)?;
        let exports = may(v, "Application", Action::Export);
        let count = |n: i64| ui.culture.integer(n);
        let hired = i64::try_from(figures.hired()).unwrap_or_default();
        let left: i64 = figures.open.iter().map(|o| o.left).sum();
        let days = figures.median().map(|days| ui.say_with("recruiting-days", &[("count", days.into())]));
        let say = |key: &str| ui.say(&format!("recruiting-figures-{key}"));
        let stats = html! {
            div.tl-grid {
                (stat(kit::words(call, "Application").1, &count(figures.applied), "", Tone::Neutral, "inbox", None))
                (stat(&say("hired"), &count(hired), "", Tone::Neutral, "user-check", None))
                (stat(&say("median"), days.as_deref().unwrap_or("–"), "", Tone::Neutral, "clock", None))
                (stat(&say("positions"), &count(left), "", Tone::Neutral, "speakerphone", None))
            }
        };
        let mut cards = Vec::new();
        for table in tables(call, v, &figures, wanted)? {
            cards.push(drawn(call, &table, wanted, exports));
        }
        Ok(html! {
            div.tl-stack {
                (bar(call, v, wanted)?)
                (stats)
                div.tl-grid.tl-grid-wide { @for card in &cards { (card) } }
            }
        })
    })?;
    let (title, text) = (ui.say("recruiting-figures"), ui.say("recruiting-figures-text"));
    let head =
        Head { title: &title, text: &text, menu: "/recruiting/figures", timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

/// By what the figures are narrowed.
fn bar(call: &Call, v: &mut View<'_>, wanted: Wanted) -> Result<Markup> {
    let ui = ui(call);
    let mut names = Names::default();
    let mut picker = |v: &mut View<'_>, object: &'static str, id: Option<i64>| -> Result<Option<Control>> {
        if !may(v, object, Action::Read) {
            return Ok(None);
        }
        names.add(v, object, &id.into_iter().collect::<Vec<_>>())?;
        let value = id.map(|id| Picked { id: id.to_string(), title: names.get(object, id).0 });
        Ok(Some(Control::Reference { value, url: format!("/pick/{object}") }))
    };
    let (unit, vacancy) =
        (picker(v, "Organisation", wanted.organisation)?, picker(v, "Vacancy", wanted.vacancy)?);
    let field = |name: &'static str, label: String, control: Control| {
        input(&ui, &Input { name: name.into(), label, control, ..Input::default() })
    };
    Ok(html! {
        form method="get" action="/recruiting/figures" {
            section.card { div.tl-card-body {
                div.tl-form {
                    (field("from", ui.say("recruiting-figures-from"), Control::Date { value: iso_date(wanted.from) }))
                    (field("to", ui.say("recruiting-figures-to"), Control::Date { value: iso_date(wanted.to) }))
                    @if let Some(unit) = unit { (field("organisation", kit::words(call, "Organisation").0.to_string(), unit)) }
                    @if let Some(vacancy) = vacancy { (field("vacancy", kit::words(call, "Vacancy").0.to_string(), vacancy)) }
                }
                div.tl-actions.mt-3 {
                    button.btn.btn-primary type="submit" { (ui.say("recruiting-figures-show")) }
                    a.btn href="/recruiting/figures" { (ui.say("recruiting-figures-all")) }
                }
            } }
        }
    })
}

fn drawn(call: &Call, table: &Table, wanted: Wanted, exports: bool) -> Markup {
    let ui = ui(call);
    let nothing = table.rows.iter().all(|(_, values)| values.iter().all(|n| n.unwrap_or(0) == 0));
    let actions = html! {
        @if exports && !nothing {
            @for (format, name) in [("xlsx", "Excel"), ("csv", "CSV")] {
                a.btn.btn-sm.btn-quiet href={ "/recruiting/figures/" (table.code) "?format=" (format) "&" (query(wanted)) }
                    aria-label={ (table.title) ": " (name) } { (icon("download")) (name) }
            }
        }
    };
    let content = match nothing {
        true => empty_state("chart-bar", &ui.say("recruiting-figures-none"), "", html! {}),
        false => {
            let shown = table.rows.iter().take(BARS);
            #[expect(clippy::cast_precision_loss, reason = "nobody counts 2⁵³ applications")]
            let values = |at: usize| {
                shown.clone().map(|(_, v)| v.get(at).copied().flatten().unwrap_or_default() as f64).collect()
            };
            let named = table.heads.iter().skip(1).take(table.drawn).enumerate();
            let series = named.map(|(at, name)| Series { name: name.clone(), values: values(at) }).collect();
            chart(
                &ui,
                &Chart {
                    title: String::new(),
                    kind: table.kind,
                    axis: table.heads.first().cloned().unwrap_or_default(),
                    labels: shown.clone().map(|(name, _)| name.clone()).collect(),
                    series,
                    stacked: false,
                },
            )
        }
    };
    let content = html! {
        @if !table.note.is_empty() { p.tl-soft { (table.note) } }
        (content)
    };
    card(&table.title, actions, false, content)
}

/// `GET /recruiting/figures/{table}?format=`: one of the tables as a file.
pub fn file(call: &Call) -> Result<Reply> {
    let wanted = wanted(call);
    let code = call.param("table").to_string();
    let format = call.request.query("format").and_then(Format::parse).unwrap_or(Format::Csv);
    let ui = ui(call);
    let (table, conditions) = call.scope.view(|v| {
        let figures = figures::of(v, wanted)?;
        let table = tables(call, v, &figures, wanted)?.into_iter().find(|t| t.code == code);
        let table = table.ok_or_else(|| kit::missing("Application"))?;
        let day = |day: i64| ui.culture.date_short(day);
        let mut conditions = vec![format!("{} – {}", day(wanted.from), day(wanted.to))];
        for (object, id) in [("Organisation", wanted.organisation), ("Vacancy", wanted.vacancy)] {
            if let Some(id) = id {
                conditions.push(format!("{}: {}", kit::words(call, object).0, v.title(object, id)?.title));
            }
        }
        Ok((table, conditions))
    })?;
    let heads = table.heads.iter().enumerate();
    let columns =
        heads.map(|(at, head)| Column { label: head.clone(), number: at > 0, ..Column::default() }).collect();
    let row = |(name, values): (String, Vec<Option<i64>>)| {
        let mut cells = vec![Cell::Text(name)];
        cells.extend(values.into_iter().map(|n| n.map_or(Cell::Empty, |n| Cell::Integer(n, true))));
        cells
    };
    let rows = table.rows.into_iter().map(row).collect();
    let report =
        Report::reckoned(&call.scope, "Application", (table.title, conditions), (columns, rows), format)?;
    let mut bytes = Vec::new();
    report.write(&call.scope, &mut bytes)?;
    Ok(Reply::bytes(format.media_type(), bytes).attachment(&report.file_name()))
}
