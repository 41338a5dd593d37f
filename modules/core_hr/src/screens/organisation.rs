//! The organisation on any date: as a chart to walk and to change, and as an indented list.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::types::time::iso_date;
use talang_catalogue::value::{date_of_days, days_of_date};
use talang_catalogue::{Fault, Kind, Record, Value};
use talang_engine::{Action, Draft, Filter, Mode, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Control, Crumb, Dialog, Entry, Input, Node, Picked, Problem, Tab, Tone, Tree, TreeLook, alert, dialog,
    empty_state, error_summary, icon, input, nodes, tabs, tree, with_param,
};
use talang_screens::page::{Head, done, fault_text, page_with, ui};

use super::kit::{self, Faces, day, day_query, missing};
use super::units::Units;

/// Levels that a chart opens at first, and at most.
const LEVELS: usize = 2;
const MOST_LEVELS: usize = 9;
/// Nodes that one page draws; deeper ones come when they are opened.
const MOST_NODES: usize = 400;
/// Lines of a page of the indented list.
const LINES: usize = 500;

/// Whether the scope sees everybody's assignment, so that its figures are those of the company.
fn everybody(v: &mut View<'_>) -> Result<bool> {
    let assignment = v.object("Assignment")?;
    let who = v.who(&assignment, talang_catalogue::object::GENERAL, Action::Read)?;
    Ok(matches!(who, talang_engine::Who::Everyone))
}

/// How many units there are on the day, and whom the figures count.
fn summary(call: &Call, v: &mut View<'_>, units: usize) -> Result<String> {
    let ui = ui(call);
    let count = i64::try_from(units).unwrap_or_default();
    let mut text = ui.say_with(
        "org-summary",
        &[("count", count.into()), ("date", ui.culture.date_long(day(call)).into())],
    );
    if kit::may(v, "Assignment", Action::Read) && !everybody(v)? {
        text.push_str(&format!(" · {}", ui.say("org-counts-visible")));
    }
    Ok(text)
}

/// The slices of the day of some units.
fn slices(v: &mut View<'_>, ids: &[i64]) -> Result<HashMap<i64, Record>> {
    let object = v.object("Organisation")?;
    let query = Query { filter: Some(Filter::Threads(ids.to_vec())), ..Query::default() };
    Ok(v.list(&object, &query)?.records.into_iter().map(|r| (r.thread, r)).collect())
}

/// Name of a unit in the reader's language.
fn name(v: &mut View<'_>, record: &Record) -> Result<String> {
    let title = v.title_of(record)?;
    Ok(if title.title.trim().is_empty() { title.key } else { title.title })
}

/// `sort_order`, then name: how units stand beside each other.
fn ranks(v: &mut View<'_>, records: &HashMap<i64, Record>) -> Result<HashMap<i64, (i64, String)>> {
    let language = v.scope().language();
    let mut out = HashMap::new();
    for (id, record) in records {
        let name = name(v, record)?;
        let order = record.get("sort_order").as_int().unwrap_or(i64::MAX);
        out.insert(*id, (order, talang_catalogue::culture::sort_key(language, &name)));
    }
    Ok(out)
}

/// What a page of the chart shows.
struct Shown {
    units: Units,
    records: HashMap<i64, Record>,
    faces: Faces,
    movable: bool,
    counted: bool,
    /// The scope sees everybody; else nothing is said of units in which it sees nobody.
    everybody: bool,
}

impl Shown {
    /// Reads the units that are to be drawn, in the order of their brothers and sisters.
    fn load(v: &mut View<'_>, mut units: Units, ids: &[i64]) -> Result<Shown> {
        let records = slices(v, ids)?;
        units.sort(&ranks(v, &records)?);
        let managers = records.values().filter_map(|r| r.get("manager").as_int());
        let faces = Faces::load(v, managers)?;
        let object = v.object("Organisation")?;
        let movable = v.rights().may(&object, Action::Create) && v.rights().may(&object, Action::Update);
        let counted = kit::may(v, "Assignment", Action::Read) && units.people() > 1;
        let everybody = everybody(v)?;
        Ok(Shown { units, records, faces, movable, counted, everybody })
    }

    /// A unit and, down to a depth, those below it.
    fn node(&self, call: &Call, v: &mut View<'_>, id: i64, open: usize) -> Result<Option<Node>> {
        let ui = ui(call);
        let Some(record) = self.records.get(&id) else { return Ok(None) };
        let title = name(v, record)?;
        let manager =
            record.get("manager").as_int().map(|m| self.faces.get(m)).filter(|f| !f.name.is_empty());
        let below = self.units.children(id);
        let mut children = Vec::new();
        if open > 0 {
            for child in &below {
                children.extend(self.node(call, v, *child, open - 1)?);
            }
        }
        // Some of a unit's children without the others would be a lie: all of them, or all when it is opened.
        let complete = children.len() == below.len();
        if !complete {
            children.clear();
        }
        let href = format!("/organisation/{id}{}", day_query(call));
        let mut actions = vec![
            Entry { label: ui.say("ui-open"), icon: "eye", href: Some(href.clone()), ..Entry::default() },
            Entry {
                label: ui.say("org-from-here"),
                icon: "sitemap",
                href: Some(with_param(
                    &with_param("/organisation", "unit", &id.to_string()),
                    "asOf",
                    day_query(call).trim_start_matches("?asOf="),
                )),
                ..Entry::default()
            },
        ];
        if self.movable {
            let node = format!("chart-{id}");
            actions.push(Entry {
                label: ui.say("ui-move"),
                icon: "arrows-move",
                line: true,
                attributes: vec![("data-tree-move", node.clone())],
                ..Entry::default()
            });
            actions.push(Entry {
                label: ui.say("ui-cut"),
                icon: "scissors",
                attributes: vec![("data-tree-cut", node)],
                ..Entry::default()
            });
        }
        let (own, all) = (self.units.own(id), self.units.below(id));
        let count = (self.counted && (self.everybody || all > 0)).then(|| match own == all {
            true => ui.culture.integer(all),
            false => ui.say_with(
                "org-count",
                &[("own", ui.culture.integer(own).into()), ("all", ui.culture.integer(all).into())],
            ),
        });
        let load = (!complete && !below.is_empty()).then(|| {
            let level = self.units.above(id).len() + 2;
            format!("/organisation/nodes?unit={id}&level={level}{}", day_query(call).replace('?', "&"))
        });
        Ok(Some(Node {
            id: id.to_string(),
            detail: manager.as_ref().map(|m| m.name.clone()).unwrap_or_default(),
            person: manager.map(|m| (m.name, m.photo)),
            title,
            href,
            count,
            actions,
            movable: self.movable,
            load,
            open: !children.is_empty(),
            children,
        }))
    }
}

/// The units to be drawn from some roots down to a depth, no more than one page bears.
fn wanted(units: &Units, roots: &[i64], levels: usize) -> Vec<i64> {
    let mut out: Vec<i64> = roots.to_vec();
    let mut layer: Vec<i64> = roots.to_vec();
    for _ in 0..levels {
        let next: Vec<i64> = layer.iter().flat_map(|id| units.children(*id)).collect();
        if out.len() + next.len() > MOST_NODES {
            break;
        }
        out.extend(&next);
        layer = next;
    }
    out
}

/// The two ways to look at the organisation.
fn ways(call: &Call, current: &str) -> Markup {
    let ui = ui(call);
    let tab = |key: &str, path: &str| Tab {
        label: ui.say(key),
        href: format!("{path}{}", day_query(call)),
        current: current == path,
        count: None,
    };
    tabs(&ui.say("org-ways"), &[tab("org-chart", "/organisation"), tab("org-list", "/organisation/list")])
}

/// What can be done on the pages of the organisation as a whole.
fn doings(call: &Call, v: &View<'_>) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("Organisation")?;
    let day = day_query(call);
    Ok(html! {
        button.btn type="button" data-print { (icon("printer")) (ui.say("ui-print")) }
        @if v.rights().may(&object, Action::Export) {
            a.btn href={ "/export/organisations" (day) } { (icon("download")) (ui.say("ui-export")) }
        }
        @if v.rights().may(&object, Action::Create) {
            a.btn.btn-primary href="/o/organisations/new?back=/organisation" { (icon("plus")) (ui.say("ui-new")) }
        }
    })
}

/// `GET /organisation`: the chart; `look=outline` as lines, `levels=`, `unit=` as its root, `q=` to find a unit.
pub fn chart(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let outline = call.request.query("look") == Some("outline");
    let levels =
        call.request.query("levels").and_then(|t| t.parse().ok()).unwrap_or(LEVELS).clamp(1, MOST_LEVELS);
    let words = call.request.query("q").unwrap_or_default().trim().to_string();
    let root: Option<i64> = call.request.query("unit").and_then(|t| t.parse().ok());
    let (content, actions, text) = call.scope.view(|v| {
        let units = Units::load(v, day(call), true)?;
        let roots = match root {
            Some(id) if units.contains(id) => vec![id],
            Some(_) => return Err(missing("Organisation")),
            None => units.roots(),
        };
        let total = units.len();
        let found = if words.is_empty() { Vec::new() } else { find(v, &units, &words)? };
        let way: Vec<i64> = root.map(|id| units.above(id)).unwrap_or_default();
        let ids = wanted(&units, &roots, levels - 1);
        let shown = Shown::load(v, units, &ids)?;
        let mut roots_shown = Vec::new();
        let ordered: Vec<i64> = if root.is_some() { roots } else { shown.units.roots() };
        for id in ordered {
            roots_shown.extend(shown.node(call, v, id, levels - 1)?);
        }
        let look = if outline { TreeLook::Outline } else { TreeLook::Boxes };
        let bar = bar(call, outline, levels, &words);
        let way = path_to(call, v, &way)?;
        let content = html! {
            (ways(call, "/organisation"))
            div.tl-stack {
                div.card { (bar) }
                @if !words.is_empty() { (found_units(call, v, &shown.units, &found, &words)?) }
                (way)
                @if roots_shown.is_empty() {
                    (empty_state("sitemap", &ui.say("org-none"), &ui.say("org-none-text"), html! {}))
                } @else {
                    div.card { div.tl-card-body {
                        (tree(&ui, &Tree {
                            id: "chart".into(),
                            label: ui.say("org-chart"),
                            look,
                            move_url: shown.movable.then(|| "/organisation/move".into()),
                            roots: roots_shown,
                        }))
                    } }
                }
            }
        };
        let text = summary(call, v, total)?;
        Ok((content, doings(call, v)?, text))
    })?;
    let title = ui.say("org-title");
    page_with(
        call,
        &Head { title: &title, text: &text, menu: "/organisation", actions, ..Head::default() },
        content,
    )
}

/// Search, look and levels, as one plain form that applies by itself.
fn bar(call: &Call, outline: bool, levels: usize, words: &str) -> Markup {
    let ui = ui(call);
    let look = |code: &str, key: &str, picture: &str, on: bool| {
        let here = with_param(&talang_screens::page::address(call), "look", code);
        html! { a.btn.btn-quiet[!on] href=(here) aria-current=[on.then_some("true")] { (icon(picture)) (ui.say(key)) } }
    };
    html! {
        div.tl-filters {
            form.tl-contents role="search" action="/organisation" method="get" aria-label=(ui.say("org-find")) {
                @if outline { input type="hidden" name="look" value="outline"; }
                @if day(call) != kit::today(call) { input type="hidden" name="asOf" value=(iso_date(day(call))); }
                div.tl-filters-search {
                    (icon("search"))
                    input.form-control type="search" name="q" value=(words) aria-label=(ui.say("org-find")) placeholder=(ui.say("org-find"));
                }
                label.visually-hidden for="levels" { (ui.say("org-levels")) }
                select.form-select.w-auto id="levels" name="levels" {
                    @for n in 1..=6usize {
                        option value=(n) selected[n == levels] { (ui.say_with("org-levels-count", &[("count", i64::try_from(n).unwrap_or_default().into())])) }
                    }
                }
                button.btn type="submit" { (ui.say("ui-apply")) }
            }
            div.tl-filters-end {
                (look("", "org-boxes", "sitemap", !outline))
                (look("outline", "org-outline", "list-tree", outline))
            }
        }
    }
}

/// Units of the day whose name, short name or code holds the words.
fn find(v: &mut View<'_>, units: &Units, words: &str) -> Result<Vec<Record>> {
    let object = v.object("Organisation")?;
    let query = Query {
        search: Some(words.to_string()),
        sort: v.sort(&object, "name")?,
        limit: 20,
        ..Query::default()
    };
    Ok(v.list(&object, &query)?.records.into_iter().filter(|r| units.contains(r.thread)).collect())
}

fn found_units(
    call: &Call,
    v: &mut View<'_>,
    units: &Units,
    found: &[Record],
    words: &str,
) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("Organisation")?;
    let mut lines = Vec::new();
    for record in found {
        let above = units.above(record.thread);
        v.titles(&object, &above)?;
        let mut way = Vec::new();
        for id in above {
            way.push(v.title("Organisation", id)?.title);
        }
        let href = with_param(
            &with_param("/organisation", "unit", &record.thread.to_string()),
            "asOf",
            day_query(call).trim_start_matches("?asOf="),
        );
        lines.push((href, name(v, record)?, way.join(" › ")));
    }
    let title = ui.say_with(
        "org-found",
        &[("count", i64::try_from(found.len()).unwrap_or_default().into()), ("words", words.into())],
    );
    Ok(talang_screens::components::card(
        &title,
        html! {},
        true,
        html! {
            @if lines.is_empty() { p.tl-links-row.tl-soft.mb-0 { (ui.say("ui-no-results-text")) } }
            ul.tl-links {
                @for (href, name, way) in &lines {
                    li { a href=(href) { span.tl-hit-icon { (icon("sitemap")) } span.tl-person-words { (name) small { (way) } } } }
                }
            }
        },
    ))
}

/// The units above the chart's root.
fn path_to(call: &Call, v: &mut View<'_>, way: &[i64]) -> Result<Markup> {
    let ui = ui(call);
    if call.request.query("unit").is_none() {
        return Ok(html! {});
    }
    let object = v.object("Organisation")?;
    v.titles(&object, way)?;
    let mut steps = vec![(format!("/organisation{}", day_query(call)), ui.say("org-whole"))];
    for id in way {
        let href = with_param(
            &with_param("/organisation", "unit", &id.to_string()),
            "asOf",
            day_query(call).trim_start_matches("?asOf="),
        );
        steps.push((href, v.title("Organisation", *id)?.title));
    }
    Ok(html! {
        nav aria-label=(ui.say("org-above")) {
            ol.tl-crumbs { @for (href, label) in &steps { li { a href=(href) { (label) } (icon("chevron-right")) } } }
        }
    })
}

/// `GET /organisation/nodes?unit=&level=`: the units below one, when it is opened.
pub fn nodes_of(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let unit: i64 = call.request.query("unit").and_then(|t| t.parse().ok()).unwrap_or_default();
    let level = call.request.query("level").and_then(|t| t.parse().ok()).unwrap_or(2).clamp(2, 100);
    let markup = call.scope.view(|v| {
        let units = Units::load(v, day(call), true)?;
        if !units.contains(unit) {
            return Err(missing("Organisation"));
        }
        let ids = units.children(unit);
        let shown = Shown::load(v, units, &ids)?;
        let mut below = Vec::new();
        for id in shown.units.children(unit) {
            below.extend(shown.node(call, v, id, 0)?);
        }
        Ok(nodes(&ui, "chart", level, &below))
    })?;
    Ok(Reply::html(markup.into_string()))
}

/// `GET /organisation/list`: every unit below the one above it.
pub fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let words = call.request.query("q").unwrap_or_default().trim().to_string();
    let from: usize = call.request.query("from").and_then(|t| t.parse().ok()).unwrap_or_default();
    let (content, actions, text) = call.scope.view(|v| {
        let units = Units::load(v, day(call), true)?;
        let object = v.object("Organisation")?;
        // The order of units needs all their names; the lines of one page are read in full.
        let mut lines = units.by_name(v, day(call))?;
        if !words.is_empty() {
            let search = Query { search: Some(words.clone()), ..Query::default() };
            let found: HashSet<i64> = v.list(&object, &search)?.records.iter().map(|r| r.thread).collect();
            lines = Arc::new(lines.iter().copied().filter(|(_, id)| found.contains(id)).collect());
        }
        let total = lines.len();
        let page: Vec<(usize, i64)> = lines.iter().copied().skip(from).take(LINES).collect();
        let ids: Vec<i64> = page.iter().map(|(_, id)| *id).collect();
        let records = slices(v, &ids)?;
        let all: Vec<Record> = records.values().cloned().collect();
        v.load_titles(&object, &all)?;
        let faces = Faces::load(v, records.values().filter_map(|r| r.get("manager").as_int()))?;
        let mut rows = Vec::new();
        for (depth, id) in &page {
            let Some(record) = records.get(id) else { continue };
            let manager = record.get("manager").as_int().map(|m| faces.get(m)).unwrap_or_default();
            let cells = [
                kit::shown(v, record, "code")?,
                kit::shown(v, record, "organisation_type")?,
            ];
            rows.push((*depth, *id, name(v, record)?, manager, cells));
        }
        let label = |field: &str| kit::label(call, &object, field);
        let counted = kit::may(v, "Assignment", Action::Read);
        let more = |to: usize, key: &str| {
            let here = with_param(&talang_screens::page::address(call), "from", &to.to_string());
            html! { a.btn.btn-sm href=(here) { (ui.say(key)) } }
        };
        let content = html! {
            (ways(call, "/organisation/list"))
            div.tl-list {
                div.tl-filters {
                    form.tl-contents role="search" action="/organisation/list" method="get" aria-label=(ui.say("org-find")) {
                        @if day(call) != kit::today(call) { input type="hidden" name="asOf" value=(iso_date(day(call))); }
                        div.tl-filters-search {
                            (icon("search"))
                            input.form-control type="search" name="q" value=(words) aria-label=(ui.say("org-find")) placeholder=(ui.say("org-find"));
                        }
                    }
                    div.tl-filters-end { a.btn.btn-quiet href="/o/organisations" { (icon("adjustments-horizontal")) (ui.say("org-all-fields")) } }
                }
                @if rows.is_empty() {
                    (empty_state("sitemap", &ui.say("ui-no-results"), &ui.say("ui-no-results-text"), html! {}))
                } @else {
                    div.tl-scroll {
                        table.tl-table.is-cards {
                            caption.visually-hidden { (ui.say("org-list")) }
                            thead { tr {
                                th scope="col" { (label("name")) }
                                th scope="col" { (label("code")) }
                                th scope="col" { (label("organisation_type")) }
                                th scope="col" { (label("manager")) }
                                @if counted { th.is-number scope="col" { (ui.say("org-own")) } th.is-number scope="col" { (ui.say("org-all")) } }
                            } }
                            tbody {
                                @for (depth, id, name, manager, cells) in &rows {
                                    tr {
                                        td.is-main.text-nowrap data-label=(label("name")) {
                                            // Spaces, because widths from data would need an inline style.
                                            span aria-hidden="true" { ("\u{2003}".repeat(*depth)) @if *depth > 0 { "└ " } }
                                            a href={ "/organisation/" (id) (day_query(call)) } data-row-link { (name) }
                                            span.visually-hidden { ", " (ui.say_with("org-level", &[("level", i64::try_from(depth + 1).unwrap_or_default().into())])) }
                                        }
                                        td data-label=(label("code")) { (cells[0]) }
                                        td data-label=(label("organisation_type")) { (cells[1]) }
                                        td data-label=(label("manager")) {
                                            @match &manager.href { Some(href) => a href=(href) { (manager.name) }, None => (manager.name) }
                                        }
                                        @if counted {
                                            td.is-number data-label=(ui.say("org-own")) { (ui.culture.integer(units.own(*id))) }
                                            td.is-number data-label=(ui.say("org-all")) { (ui.culture.integer(units.below(*id))) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                    @if total > LINES {
                        div.tl-paging {
                            span { (ui.culture.integer(i64::try_from(from + 1).unwrap_or_default())) "–" (ui.culture.integer(i64::try_from(from + rows.len()).unwrap_or_default())) " / " (ui.culture.integer(i64::try_from(total).unwrap_or_default())) }
                            nav aria-label=(ui.say("ui-pages")) {
                                @if from > 0 { (more(from.saturating_sub(LINES), "ui-previous")) }
                                @if from + LINES < total { (more(from + LINES, "ui-next")) }
                            }
                        }
                    }
                }
            }
        };
        let text = summary(call, v, units.len())?;
        Ok((content, doings(call, v)?, text))
    })?;
    let title = ui.say("org-title");
    page_with(
        call,
        &Head { title: &title, text: &text, menu: "/organisation/list", actions, ..Head::default() },
        content,
    )
}

/// What the dialog of a move asks and was told.
#[derive(Default)]
struct Move {
    node: i64,
    to: Option<i64>,
    date: String,
}

impl Move {
    fn read(fields: &[(String, String)]) -> Move {
        let get =
            |name: &str| fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim()).unwrap_or_default();
        Move {
            node: get("node").parse().unwrap_or_default(),
            to: get("to").parse().ok(),
            date: get("date").to_string(),
        }
    }
}

/// `GET /organisation/move?node=&to=`: from when, and where to.
pub fn ask(call: &Call) -> Result<Reply> {
    let wanted = Move { date: iso_date(day(call)), ..Move::read(&call.request.query) };
    ask_with(call, &wanted, &[], 200)
}

fn ask_with(call: &Call, wanted: &Move, faults: &[Fault], status: u16) -> Result<Reply> {
    let ui = ui(call);
    let markup = call.scope.view(|v| {
        let object = v.object("Organisation")?;
        let unit = v.current(&object, wanted.node)?;
        let unit_name = name(v, &unit)?;
        let now = match unit.get("parent").as_int() {
            Some(id) => v.title("Organisation", id)?.title,
            None => ui.say("org-top"),
        };
        let target = match wanted.to {
            Some(id) => Some(Picked { id: id.to_string(), title: v.title("Organisation", id)?.title }),
            None => None,
        };
        let problems: Vec<Problem> = faults
            .iter()
            .map(|f| {
                let field = match f.field.as_deref() {
                    Some("parent") => "to",
                    Some("start") => "date",
                    _ => "",
                };
                Problem { field: field.to_string(), text: fault_text(call, Some(&object), f) }
            })
            .collect();
        let error = |field: &str| problems.iter().find(|p| p.field == field).map(|p| p.text.clone());
        let people = Units::load(v, day(call), true)?.below(wanted.node);
        let content = html! {
            (error_summary(&ui, &problems))
            input type="hidden" name="node" value=(wanted.node);
            p { (ui.say_with("org-move-text", &[("name", unit_name.as_str().into()), ("parent", now.as_str().into())])) }
            div.tl-form {
                div.tl-field-wide {
                    (input(&ui, &Input {
                        name: "to".into(),
                        label: ui.say("org-move-to"),
                        help: ui.say("org-move-to-help"),
                        control: Control::Reference { value: target.clone(), url: "/pick/Organisation".into() },
                        error: error("to"),
                        ..Input::default()
                    }))
                }
                div.tl-field-wide {
                    (input(&ui, &Input {
                        name: "date".into(),
                        label: ui.say("org-move-date"),
                        help: ui.say("org-move-date-help"),
                        control: Control::Date { value: wanted.date.clone() },
                        required: true,
                        error: error("date"),
                        ..Input::default()
                    }))
                }
            }
            @if people > 0 {
                div.mt-3 { (alert(Tone::Info, "", html! { (ui.say_with("org-move-people", &[("count", people.into())])) })) }
            }
        };
        let title = ui.say_with("org-move-title", &[("name", unit_name.into())]);
        let foot = html! {
            button.btn type="button" data-dialog-close { (ui.say("ui-cancel")) }
            button.btn.btn-primary type="submit" { (ui.say("org-move-do")) }
        };
        Ok(dialog(&ui, &Dialog { id: "move-dialog", title: &title, auto: true, size: "", content, foot, post: Some("/organisation/move") }))
    })?;
    Ok(Reply::html(markup.into_string()).code(status))
}

/// `POST /organisation/move`: a new slice of the unit, below another from that day on.
pub fn move_unit(call: &Call) -> Result<Reply> {
    let wanted = Move::read(&call.request.form());
    let Some(date) = talang_catalogue::Culture::NEUTRAL.parse_date(&wanted.date) else {
        let fault = Fault::new("value.date").on("start").with("example", iso_date(day(call)));
        return ask_with(call, &wanted, &[fault], 422);
    };
    // Circles are looked for on the day of the move, not on the day of the view.
    let scope = call.scope.on(date_of_days(date));
    let moved = scope.change(Kind::Employees, |c| {
        let object = c.object("Organisation")?;
        let unit = c.current(&object, wanted.node)?;
        let parent = wanted.to.map_or(Value::Null, Value::Int);
        if let Some(to) = wanted.to {
            c.current(&object, to).map_err(|_| Fault::new("value.mandatory").on("parent"))?;
            let below = c.subtree("Organisation", &[wanted.node], date)?;
            if below.contains(&to) {
                return Err(Fault::new("hierarchy.circle").on("parent").into());
            }
        }
        if unit.get("parent") == &parent {
            return Ok(None);
        }
        let old = unit.get("parent").as_int();
        let saved = change_parent(c, &unit, parent, date)?;
        Ok(Some((saved, old)))
    });
    match moved {
        Ok(None) => Ok(done(call, &back(call, date), "org-move-same", None, None)),
        Ok(Some((slice, old))) => {
            let old = old.map(|id| id.to_string()).unwrap_or_default();
            let undo = format!(
                "/organisation/undo?slice={slice}&node={}&parent={old}&date={}",
                wanted.node,
                iso_date(date)
            );
            Ok(done(call, &back(call, date), "org-moved", None, Some(&undo)))
        }
        Err(error) if error.is("record.not_found") => Err(error),
        Err(error) if error.status() < 500 => ask_with(call, &wanted, &error.faults(), 422),
        Err(error) => Err(error),
    }
}

/// Gives a unit another place from a day on: a new slice with everything else as it is, or a correction of the one that
/// begins on that very day. Gives the row number of the slice.
fn change_parent(c: &mut talang_engine::Change<'_>, unit: &Record, parent: Value, date: i64) -> Result<i64> {
    let object = unit.object.clone();
    if unit.get("start").as_int() == Some(date) {
        let draft = Draft::new(&object, vec![("parent", parent)])?;
        return Ok(c.save(&object, Mode::Update { id: unit.id, version: None }, draft)?.id);
    }
    let mut draft = Draft::default();
    for field in object.fields.iter().filter(|f| !f.read_only) {
        let value = match field.name.as_ref() {
            "start" => Value::Int(date),
            "parent" => parent.clone(),
            _ => unit.values.get(field.index).cloned().unwrap_or_default(),
        };
        draft.values.push((field.index, value));
    }
    Ok(c.save(&object, Mode::Insert, draft)?.id)
}

/// Where a move leads back to: the page on which it was made, on the day from which it holds where that is not today.
fn back(call: &Call, date: i64) -> String {
    let today = days_of_date(call.installation.clock().today());
    let page = call.request.came_from().filter(|p| p.starts_with("/organisation")).unwrap_or("/organisation");
    if date > today { with_param(page, "asOf", &iso_date(date)) } else { page.to_string() }
}

/// `POST /organisation/undo?slice=&node=&parent=&date=`: the unit goes back to where it was.
pub fn undo(call: &Call) -> Result<Reply> {
    let number = |name: &str| call.request.query(name).and_then(|t| t.parse::<i64>().ok());
    let (slice, node) = (number("slice").unwrap_or_default(), number("node").unwrap_or_default());
    let parent = number("parent");
    let date = call
        .request
        .query("date")
        .and_then(|t| talang_catalogue::Culture::NEUTRAL.parse_date(t))
        .unwrap_or_else(|| day(call));
    call.scope.on(date_of_days(date)).change(Kind::Employees, |c| {
        let object = c.object("Organisation")?;
        let moved = c.get(&object, slice)?;
        if moved.thread != node {
            return Err(missing("Organisation"));
        }
        let draft = Draft::new(&object, vec![("parent", parent.map_or(Value::Null, Value::Int))])?;
        c.save(&object, Mode::Update { id: moved.id, version: None }, draft)?;
        Ok(())
    })?;
    Ok(done(call, &back(call, date), "org-move-undone", None, None))
}

/// The way to a page of a unit.
pub fn crumbs(call: &Call, v: &mut View<'_>, above: &[i64]) -> Result<Vec<Crumb>> {
    let ui = ui(call);
    let object = v.object("Organisation")?;
    v.titles(&object, above)?;
    let mut out =
        vec![Crumb { label: ui.say("org-title"), href: format!("/organisation{}", day_query(call)) }];
    for id in above {
        out.push(Crumb {
            label: v.title("Organisation", *id)?.title,
            href: format!("/organisation/{id}{}", day_query(call)),
        });
    }
    Ok(out)
}
