//! Groups and totals of a list: a table of them with a chart, in place of the records.

use std::collections::BTreeMap;
use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::{Fault, FieldType, Object, Value};
use talang_engine::groups::{MOST_FIELDS, Row, groups_by};
use talang_engine::{Grouping, Groups, Measure, Query, Result, Unit, View};
use talang_http::{Call, Reply};

use super::columns::{self, Col};
use super::state::State;
use super::{names_of, object_of};
use crate::components::{Chart, ChartKind, Dialog, Series, Ui, chart, dialog, empty_state};
use crate::page::ui;

/// Bars of a chart; a longer table speaks for itself.
const BARS: usize = 24;
/// Colours of a chart.
const COLOURS: usize = 6;
/// Totals that the dialog asks for.
const TOTALS: usize = 3;

/// What the address groups by; nothing where it says nothing, or what cannot be.
pub(super) fn asked(
    view: &View<'_>,
    object: &Arc<Object>,
    state: &State,
    faults: &mut Vec<Fault>,
) -> Option<Grouping> {
    if state.group.is_empty() {
        return None;
    }
    match Grouping::parse(&view.catalogue(), object, &state.group, &state.total) {
        Ok(grouping) => Some(grouping),
        Err(fault) => {
            faults.push(fault);
            None
        }
    }
}

/// The table of groups and its chart; `bar` stands above as it does above records. What cannot be told (too many groups)
/// is a fault, and there is no table.
pub(super) fn body(
    call: &Call,
    v: &mut View<'_>,
    object: &Arc<Object>,
    state: &State,
    (grouping, query): (&Grouping, &Query),
    bar: Markup,
    faults: &mut Vec<Fault>,
) -> Result<Markup> {
    let ui = ui(call);
    let mut groups = match v.groups(object, query, grouping) {
        Ok(groups) => groups,
        Err(error) if error.status() < 500 => {
            faults.extend(error.faults());
            Groups::default()
        }
        Err(error) => return Err(error),
    };
    let names = v.name_groups(grouping, &mut groups)?;
    let (heads, sums) = v.group_heads(grouping);
    let mut links = Vec::new();
    for row in &groups.rows {
        let conditions = v.group_conditions(grouping, row)?;
        let narrowed = state.with(|s| {
            s.group.clear();
            s.total.clear();
            s.view.clear();
            s.filters.extend(conditions);
        });
        links.push(narrowed.address());
    }
    let count = |n: i64| ui.culture.integer(n);
    let several = names_of(call, object).1;
    let caption = ui
        .say_with("general-groups-caption", &[("name", several.into()), ("fields", heads.join(", ").into())]);
    let figures = |row: &Row| -> Vec<Markup> {
        let cells = grouping.totals.iter().zip(&row.totals);
        cells
            .map(|(total, values)| figure(&ui, total.path.field().map(|f| &f.ty), total.measure, values))
            .collect()
    };
    let none = ui.say("general-group-none");
    let name = |text: &str| if text.is_empty() { none.clone() } else { text.to_string() };
    Ok(html! {
        div id="list" .tl-list data-list data-total=(groups.all.count) {
            (bar)
            @if groups.rows.is_empty() {
                @if faults.is_empty() { (empty_state("search", &ui.say("ui-no-results"), &ui.say("ui-no-results-text"), html! {})) }
            } @else {
                @if let Some(picture) = picture(&ui, grouping, &groups, &names, &name, (&caption, &sums)) {
                    div.tl-groups-chart { (chart(&ui, &picture)) }
                }
                div.tl-scroll {
                    table.tl-table.is-cards {
                        caption.visually-hidden { (caption) }
                        thead { tr {
                            @for head in &heads { th scope="col" { (head) } }
                            th.is-number scope="col" { (ui.say("group-count")) }
                            @for sum in &sums { th.is-number scope="col" { (sum) } }
                        } }
                        tbody {
                            @for ((row, names), link) in groups.rows.iter().zip(&names).zip(&links) {
                                tr {
                                    @for (at, (text, head)) in names.iter().zip(&heads).enumerate() {
                                        td.is-main[at == 0] data-label=(head) {
                                            @if at == 0 { a href=(link) data-row-link { (name(text)) } } @else { (name(text)) }
                                        }
                                    }
                                    td.is-number data-label=(ui.say("group-count")) { (count(row.count)) }
                                    @for (cell, sum) in figures(row).iter().zip(&sums) { td.is-number data-label=(sum) { (cell) } }
                                }
                            }
                        }
                        tfoot { tr.tl-groups-all {
                            @for (at, head) in heads.iter().enumerate() {
                                td.is-main[at == 0] data-label=(head) { @if at == 0 { strong { (ui.say("group-all")) } } }
                            }
                            td.is-number data-label=(ui.say("group-count")) { strong { (count(groups.all.count)) } }
                            @for (cell, sum) in figures(&groups.all).iter().zip(&sums) { td.is-number data-label=(sum) { strong { (cell) } } }
                        } }
                    }
                }
                div.tl-paging { span { (ui.say_with("general-groups-count", &[("count", i64::try_from(groups.rows.len()).unwrap_or(i64::MAX).into())])) } }
            }
        }
    })
}

/// A figure in words; amounts of several currencies below each other.
fn figure(ui: &Ui<'_>, ty: Option<&FieldType>, measure: Measure, values: &[Value]) -> Markup {
    let text = |value: &Value| match (value, ty) {
        (Value::Money(amount, currency), _) => {
            // Averages of amounts are read, not paid: to the hundredth.
            let rounded = if measure == Measure::Average { hundredths(*amount) } else { *amount };
            ui.culture.money(rounded, currency)
        }
        (Value::Int(n), Some(FieldType::Integer)) if measure != Measure::Average => ui.culture.integer(*n),
        (Value::Int(n), Some(FieldType::Percent)) => ui.culture.percent(hundredths(*n)),
        (Value::Int(n), Some(FieldType::Date)) => ui.culture.date_short(*n),
        (Value::Int(n), Some(FieldType::Duration)) => ui.culture.duration(*n),
        (Value::Int(n), _) if measure == Measure::Average => ui.culture.decimal(hundredths(*n), 0),
        (Value::Int(n), _) => ui.culture.decimal(*n, 0),
        _ => String::new(),
    };
    html! { @for (at, value) in values.iter().enumerate() { @if at > 0 { br; } (text(value)) } }
}

/// Multiples of 10⁻⁶ rounded to those of 10⁻².
fn hundredths(number: i64) -> i64 {
    (number + 5_000 * number.signum()) / 10_000 * 10_000
}

/// The chart of the first total, or of the number of records: lying bars of names, upright bars of time. With a second field
/// its values are parts of the bars. Of many groups the largest are drawn.
fn picture(
    ui: &Ui<'_>,
    grouping: &Grouping,
    groups: &Groups,
    names: &[Vec<String>],
    name: &dyn Fn(&str) -> String,
    (caption, sums): (&str, &[String]),
) -> Option<Chart> {
    if groups.rows.len() < 2 {
        return None;
    }
    // Only what adds up may be drawn as parts of a bar, and only in one currency.
    let one = |row: &Row| match row.totals.first().map(Vec::as_slice) {
        Some([Value::Int(n) | Value::Money(n, _)]) => Some(*n),
        _ => None,
    };
    let days = |ty: Option<&FieldType>| matches!(ty, Some(FieldType::Date));
    let total = grouping.totals.first().filter(|t| {
        !days(t.path.field().map(|f| &f.ty))
            && groups.all.totals.first().is_some_and(|v| v.len() == 1)
            && (grouping.by.len() == 1 || t.measure == Measure::Sum)
    });
    let whole = total.is_some_and(|t| {
        matches!(t.path.field().map(|f| &f.ty), Some(FieldType::Integer | FieldType::Duration))
            && t.measure != Measure::Average
    });
    #[expect(clippy::cast_precision_loss, reason = "figures of charts are read, not reckoned with")]
    let value = |row: &Row| match total {
        Some(_) if whole => one(row).unwrap_or_default() as f64,
        Some(_) => one(row).unwrap_or_default() as f64 / 1e6,
        None => row.count as f64,
    };
    let time = grouping.by.first().is_some_and(|g| g.unit != Unit::Value);
    let two = grouping.by.len() == MOST_FIELDS;
    let mut bars: Vec<(String, f64)> = Vec::new();
    let mut parts: BTreeMap<(String, String), f64> = BTreeMap::new();
    let mut colours: Vec<(String, f64)> = Vec::new();
    for (row, names) in groups.rows.iter().zip(names) {
        let bar = name(names.first().map(String::as_str).unwrap_or_default());
        let figure = value(row);
        let add = |list: &mut Vec<(String, f64)>, of: &str| match list.iter_mut().find(|(n, _)| n == of) {
            Some((_, sum)) => *sum += figure,
            None => list.push((of.to_string(), figure)),
        };
        add(&mut bars, &bar);
        if two {
            let part = name(names.get(1).map(String::as_str).unwrap_or_default());
            add(&mut colours, &part);
            *parts.entry((bar, part)).or_default() += figure;
        }
    }
    if bars.len() > BARS {
        let mut largest: Vec<f64> = bars.iter().map(|(_, f)| *f).collect();
        largest.sort_by(|a, b| b.total_cmp(a));
        let least = largest.get(BARS - 1).copied().unwrap_or_default();
        bars.retain(|(_, figure)| *figure >= least);
        bars.truncate(BARS);
    }
    let series = if two && colours.len() <= COLOURS {
        let of = |part: &str| {
            let figure =
                |bar: &str| parts.get(&(bar.to_string(), part.to_string())).copied().unwrap_or_default();
            bars.iter().map(|(bar, _)| figure(bar)).collect()
        };
        colours.iter().map(|(part, _)| Series { name: part.clone(), values: of(part) }).collect()
    } else {
        let name = match total {
            Some(_) => sums.first().cloned().unwrap_or_default(),
            None => ui.say("group-count"),
        };
        vec![Series { name, values: bars.iter().map(|(_, figure)| *figure).collect() }]
    };
    Some(Chart {
        title: caption.to_string(),
        kind: if time { ChartKind::Bars } else { ChartKind::Rows },
        axis: String::new(),
        labels: bars.into_iter().map(|(bar, _)| bar).collect(),
        series,
        stacked: two,
    })
}

/// The ways in which records can be grouped by the columns: value and words.
fn ways(ui: &Ui<'_>, cols: &[Col]) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for col in cols {
        for (unit, ending, key) in [
            (Unit::Year, ":year", "group-year"),
            (Unit::Month, ":month", "group-month"),
            (Unit::Value, "", ""),
        ] {
            if groups_by(&col.field.ty, unit) && !(unit == Unit::Value && col.field.unique) {
                let label = match key {
                    "" => col.long.clone(),
                    key => ui.say_with(key, &[("field", col.long.as_str().into())]),
                };
                out.push((format!("{}{ending}", col.name), label));
            }
        }
    }
    out
}

/// The totals that the columns can have: value and words.
fn measures(ui: &Ui<'_>, cols: &[Col]) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for col in cols {
        for measure in Measure::ALL.into_iter().filter(|m| m.fits(&col.field.ty)) {
            let day = matches!(col.field.ty, FieldType::Date);
            let key = match (measure, day) {
                (Measure::Sum, _) => "group-sum",
                (Measure::Average, _) => "group-average",
                (Measure::Least, true) => "group-first",
                (Measure::Most, true) => "group-last",
                (Measure::Least, false) => "group-min",
                (Measure::Most, false) => "group-max",
            };
            let label = ui.say_with(key, &[("field", col.long.as_str().into())]);
            out.push((format!("{}:{}", col.name, measure.name()), label));
        }
    }
    out
}

/// `GET /o/{object}/groups`: the dialog that asks by which fields to group, and what to add up.
pub(super) fn dialog_page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (object, cols) = call.scope.view(|v| {
        let object = object_of(call, v)?;
        let cols = columns::all(call, v, &object);
        Ok((object, cols))
    })?;
    let path = call.request.query("_path").filter(|p| p.starts_with('/') && !p.starts_with("//"));
    let own = format!("/o/{}", object.def.path);
    let state = State::read(path.unwrap_or(&own), &call.request.query);
    let (ways, measures) = (ways(&ui, &cols), measures(&ui, &cols));
    let choice = |id: String,
                  name: &str,
                  label: String,
                  options: &[(String, String)],
                  chosen: Option<&String>| {
        html! {
            div.tl-field.tl-field-wide {
                label.tl-label for=(id) { (label) }
                select.form-select id=(id) name=(name) {
                    option value="" { "–" }
                    @for (value, words) in options { option value=(value) selected[Some(value) == chosen] { (words) } }
                }
            }
        }
    };
    let content = html! {
        form #groups-form method="get" action=(state.path) {
            @for (name, value) in state.pairs().into_iter().filter(|(n, _)| *n != "group" && *n != "total") {
                input type="hidden" name=(name) value=(value);
            }
            div.tl-form {
                @for at in 0..MOST_FIELDS {
                    @let label = ui.say(if at == 0 { "general-group-by" } else { "general-group-then" });
                    (choice(format!("f-group-{at}"), "group", label, &ways, state.group.get(at)))
                }
                @if !measures.is_empty() {
                    @for at in 0..TOTALS {
                        @let label = ui.say_with("general-group-total", &[("number", i64::try_from(at + 1).unwrap_or_default().into())]);
                        (choice(format!("f-total-{at}"), "total", label, &measures, state.total.get(at)))
                    }
                }
            }
        }
    };
    let foot = html! {
        button.btn type="button" data-dialog-close { (ui.say("ui-cancel")) }
        @if !state.group.is_empty() {
            a.btn href=(state.with(|s| { s.group.clear(); s.total.clear(); }).address()) { (ui.say("general-group-off")) }
        }
        button.btn.btn-primary type="submit" form="groups-form" { (ui.say("ui-apply")) }
    };
    let title = ui.say("general-group");
    let opened =
        Dialog { id: "groups-dialog", title: &title, auto: true, size: "small", post: None, content, foot };
    Ok(Reply::html(dialog(&ui, &opened).into_string()))
}
