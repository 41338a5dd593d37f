//! Positions with how many people they are for, how many hold them, and which are vacant.

use std::collections::HashMap;

use maud::{Markup, html};
use talang_catalogue::Record;
use talang_catalogue::types::time::iso_date;
use talang_catalogue::value::DECIMAL_SCALE;
use talang_engine::{Action, AsOf, Filter, Op, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{Paging, Tone, badge, empty_state, icon, pagination, stat, with_param};
use talang_screens::page::{Head, Names, page_with, ui};

use super::kit::{self, Faces, about, all, day, may};

/// Positions on a page.
const SIZE: usize = 50;

/// Who holds a position, and how much of it: percents × 10⁶.
#[derive(Clone, Debug, Default)]
struct Filled {
    people: Vec<i64>,
    share: i64,
}

/// Who fills positions on the day: their holders, and whoever's assignment names the position and who is no holder.
/// Substitutes stand in for a holder and fill nothing.
fn filled(v: &mut View<'_>, positions: Option<&[i64]>) -> Result<HashMap<i64, Filled>> {
    let mut out: HashMap<i64, Filled> = HashMap::new();
    let condition = |v: &View<'_>, name: &str| -> Result<Option<Filter>> {
        let object = v.object(name)?;
        Ok(positions.and_then(|ids| all(vec![about(&object, "position", ids)])))
    };
    if may(v, "PositionHolder", Action::Read) {
        let object = v.object("PositionHolder")?;
        let filter = condition(v, "PositionHolder")?;
        for holder in v.list(&object, &Query { filter, ..Query::default() })?.records {
            let (Some(position), Some(person)) =
                (holder.get("position").as_int(), holder.get("employee").as_int())
            else {
                continue;
            };
            if holder.get("capacity").as_text() == Some("substitute") {
                continue;
            }
            let filled = out.entry(position).or_default();
            filled.people.push(person);
            filled.share += holder.get("share").as_int().unwrap_or(100 * DECIMAL_SCALE);
        }
    }
    if may(v, "Assignment", Action::Read) {
        let object = v.object("Assignment")?;
        let named = Filter::Not(Box::new(Filter::test(&object, "position", Op::Empty, Vec::new())));
        let filter = condition(v, "Assignment")?.or_else(|| all(vec![named]));
        for assignment in v.list(&object, &Query { filter, ..Query::default() })?.records {
            let (Some(position), Some(person)) = (assignment.get("position").as_int(), assignment.subject())
            else {
                continue;
            };
            let filled = out.entry(position).or_default();
            if !filled.people.contains(&person) {
                filled.people.push(person);
                filled.share += 100 * DECIMAL_SCALE;
            }
        }
    }
    Ok(out)
}

/// Positions with what of them is filled; whose holders the scope may not see stays unsaid.
pub fn table(call: &Call, v: &mut View<'_>, records: &[Record], organisation: bool) -> Result<Markup> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let catalogue = v.catalogue();
    let object = v.object("Position")?;
    let ids: Vec<i64> = records.iter().map(|r| r.thread).collect();
    let filled = filled(v, Some(&ids))?;
    let knows = knows(v)?;
    let faces = Faces::load(v, filled.values().flat_map(|f| f.people.iter().copied()))?;
    let names = Names::of(v, &object, records)?;
    let mut rows = Vec::new();
    for record in records {
        let planned = record.get("headcount").as_int().unwrap_or(DECIMAL_SCALE);
        let holders = filled.get(&record.thread).cloned().unwrap_or_default();
        let open = record.get("status").as_text() == Some("open");
        let missing = planned - holders.share / 100;
        let state = match (knows && open && missing > 0, open) {
            (true, _) => badge(
                Tone::Warning,
                &ui.say_with("org-vacant", &[("count", ui.culture.decimal_plain(missing).into())]),
            ),
            (false, true) if knows => badge(Tone::Success, &ui.say("org-filled")),
            _ => badge(Tone::Neutral, &kit::shown(v, record, "status")?),
        };
        let title = kit::shown(v, record, "title")?;
        let of = |name: &str| match object.field(name) {
            Some(field) => names.with(ui, registry, &catalogue, |cx| {
                talang_screens::components::field_view(cx, field, record.get(name))
            }),
            None => html! {},
        };
        let people = html! {
            @for (at, person) in holders.people.iter().take(3).enumerate() {
                @let face = faces.get(*person);
                @if at > 0 { ", " }
                @match &face.href { Some(href) => a href=(href) { (face.name) }, None => (face.name) }
            }
            @if holders.people.len() > 3 { " +" (holders.people.len() - 3) }
        };
        let figures = (ui.culture.decimal_plain(planned), ui.culture.decimal_plain(holders.share / 100));
        rows.push((
            record.thread,
            title,
            kit::shown(v, record, "code")?,
            of("job"),
            of("organisation"),
            people,
            figures,
            state,
        ));
    }
    let label = |name: &str| kit::label(call, &object, name);
    Ok(html! {
        div.tl-scroll {
            table.tl-table.is-cards {
                caption.visually-hidden { (kit::words(call, "Position").1) }
                thead { tr {
                    th scope="col" { (label("title")) }
                    th scope="col" { (label("code")) }
                    th scope="col" { (label("job")) }
                    @if organisation { th scope="col" { (label("organisation")) } }
                    @if knows { th scope="col" { (ui.say("org-holders")) } }
                    th.is-number scope="col" { (label("headcount")) }
                    @if knows { th.is-number scope="col" { (ui.say("org-filled")) } }
                    th scope="col" { (label("status")) }
                } }
                tbody {
                    @for (id, title, code, job, unit, people, (planned, filled), state) in &rows {
                        tr {
                            td.is-main data-label=(label("title")) { a href={ "/o/positions/" (id) } data-row-link { (title) } }
                            td data-label=(label("code")) { (code) }
                            td data-label=(label("job")) { (job) }
                            @if organisation { td data-label=(label("organisation")) { (unit) } }
                            @if knows { td data-label=(ui.say("org-holders")) { (people) } }
                            td.is-number data-label=(label("headcount")) { (planned) }
                            @if knows { td.is-number data-label=(ui.say("org-filled")) { (filled) } }
                            td data-label=(label("status")) { (state) }
                        }
                    }
                }
            }
        }
    })
}

/// Whether the scope sees everybody's assignment: whoever does not cannot tell a vacancy from a stranger.
fn knows(v: &mut View<'_>) -> Result<bool> {
    let object = v.object("Assignment")?;
    Ok(matches!(
        v.who(&object, talang_catalogue::object::GENERAL, Action::Read)?,
        talang_engine::Who::Everyone
    ))
}

/// `GET /positions`: `vacant=1`, `unit=`, `q=`.
pub fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let words = call.request.query("q").unwrap_or_default().trim().to_string();
    let vacant = call.request.query("vacant") == Some("1");
    let page: usize = call.request.query("page").and_then(|t| t.parse().ok()).unwrap_or(1).max(1);
    let unit: Option<i64> = call.request.query("unit").and_then(|t| t.parse().ok());
    let (content, actions) = call.scope.view(|v| {
        let object = v.object("Position")?;
        let mut parts = Vec::new();
        if let Some(unit) = unit {
            let below = v.subtree("Organisation", &[unit], day(call))?;
            parts.push(about(&object, "organisation", &below));
        }
        let knows = knows(v)?;
        let everything = filled(v, None)?;
        let open = Filter::test(&object, "status", Op::Is, vec!["open".into()]);
        let open_ones = v.list(&object, &Query { filter: Some(open), ..Query::default() })?.records;
        let lacking = |r: &Record| {
            let planned = r.get("headcount").as_int().unwrap_or(DECIMAL_SCALE);
            planned - everything.get(&r.thread).map_or(0, |f| f.share / 100)
        };
        let vacancies: Vec<i64> = open_ones.iter().filter(|r| lacking(r) > 0).map(|r| r.thread).collect();
        let planned: i64 = open_ones.iter().map(|r| r.get("headcount").as_int().unwrap_or(DECIMAL_SCALE)).sum();
        let missing: i64 = open_ones.iter().map(|r| lacking(r).max(0)).sum();
        if vacant && knows {
            parts.push(Filter::Threads(vacancies.clone()));
        }
        let query = Query {
            filter: all(parts),
            search: Some(words.clone()).filter(|w| !w.is_empty()),
            sort: v.sort(&object, "title")?,
            limit: SIZE,
            offset: (page - 1) * SIZE,
            as_of: AsOf::Scope,
            count: true,
            ..Query::default()
        };
        let found = v.list(&object, &query)?;
        v.load_titles(&object, &found.records)?;
        let table = table(call, v, &found.records, true)?;
        let here = talang_screens::page::address(call);
        let number = |n: i64| ui.culture.integer(n);
        let total = found.total.unwrap_or_default();
        let first = i64::try_from((page - 1) * SIZE + 1).unwrap_or_default();
        let last = first - 1 + i64::try_from(found.records.len()).unwrap_or_default();
        let paging = Paging {
            text: ui.say_with("general-range", &[("first", number(first).into()), ("last", number(last).into()), ("total", number(total).into())]),
            previous: (page > 1).then(|| with_param(&here, "page", &(page - 1).to_string())),
            next: (last < total).then(|| with_param(&here, "page", &(page + 1).to_string())),
        };
        let start = with_param(&here, "page", "");
        let toggle = with_param(&start, "vacant", if vacant { "" } else { "1" });
        let content = html! {
            div.tl-stack {
                @if knows {
                    div.tl-grid {
                        (stat(&ui.say("org-open-positions"), &number(i64::try_from(open_ones.len()).unwrap_or_default()), "", Tone::Neutral, "id-badge-2", None))
                        (stat(&ui.say("org-planned-headcount"), &ui.culture.decimal_plain(planned), "", Tone::Neutral, "target", None))
                        (stat(&ui.say("org-vacancies"), &ui.culture.decimal_plain(missing), &ui.say_with("org-in-positions", &[("count", i64::try_from(vacancies.len()).unwrap_or_default().into())]), Tone::Neutral, "user-search", Some("/positions?vacant=1")))
                    }
                }
                div.tl-list id="positions" {
                    div.tl-filters {
                        form.tl-contents role="search" method="get" action="/positions" aria-label=(ui.say("ui-filter")) hx-get="/positions" hx-target="#positions"
                            hx-select="#positions" hx-swap="outerMorph" hx-push-url="true" hx-trigger="submit, input changed delay:250ms target:'input[type=search]'" {
                            @if vacant { input type="hidden" name="vacant" value="1"; }
                            @if let Some(unit) = unit { input type="hidden" name="unit" value=(unit); }
                            @if day(call) != kit::today(call) { input type="hidden" name="asOf" value=(iso_date(day(call))); }
                            div.tl-filters-search {
                                (icon("search"))
                                input.form-control type="search" id="positions-q" name="q" value=(words) autocomplete="off" aria-label=(ui.say("ui-filter")) placeholder=(ui.say("ui-filter-hint"));
                            }
                        }
                        @if knows {
                            a.btn.btn-quiet href=(toggle) aria-pressed=(vacant) role="button" { (icon(if vacant { "check" } else { "user-search" })) (ui.say("org-only-vacant")) }
                        }
                        div.tl-filters-end { a.btn.btn-quiet href="/o/positions" { (icon("adjustments-horizontal")) (ui.say("org-all-fields")) } }
                    }
                    @if found.records.is_empty() {
                        (empty_state("id-badge-2", &ui.say("ui-no-results"), &ui.say("ui-no-results-text"), html! { a.btn href="/positions" { (ui.say("ui-reset")) } }))
                    } @else {
                        (table)
                        (pagination(&ui, &paging, "positions"))
                    }
                }
            }
        };
        let actions = html! {
            @if v.rights().may(&object, Action::Export) { a.btn href="/export/positions" { (icon("download")) (ui.say("ui-export")) } }
            @if v.rights().may(&object, Action::Create) { a.btn.btn-primary href="/o/positions/new?back=/positions" { (icon("plus")) (ui.say("ui-new")) } }
        };
        Ok((content, actions))
    })?;
    let object = kit::words(call, "Position").1.to_string();
    let text = ui.say_with("org-on-day", &[("date", ui.culture.date_long(day(call)).into())]);
    page_with(
        call,
        &Head { title: &object, text: &text, menu: "/positions", actions, ..Head::default() },
        content,
    )
}
