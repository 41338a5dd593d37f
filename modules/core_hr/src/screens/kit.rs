//! What several pages need: names and faces, small tables of related records, words about days.

use std::collections::HashMap;
use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::types::time::iso_date;
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Culture, Fault, Field, FieldType, Object, Record, Value, types};
use talang_engine::{Action, AsOf, Filter, Op, Query, Result, View};
use talang_http::Call;
use talang_screens::components::{Tone, Ui, badge, card, encode, field_view, icon, person};
use talang_screens::page::{Names, photo, record_address, ui};

/// Records of a personal or other object whose reference field means one of these numbers.
pub fn about(object: &Arc<Object>, field: &str, ids: &[i64]) -> Filter {
    Filter::test(object, field, Op::Is, ids.iter().map(|id| Value::Int(*id)).collect())
}

/// All conditions together.
pub fn all(parts: Vec<Filter>) -> Option<Filter> {
    Some(Filter::And(parts))
}

/// The records of an object that meet a condition; none where the scope may not read the object at all.
pub fn records(
    view: &mut View<'_>,
    name: &str,
    filter: &str,
    ids: &[i64],
    as_of: AsOf,
    most: usize,
) -> Result<Vec<Record>> {
    let object = view.object(name)?;
    if !view.rights().may(&object, Action::Read) || ids.is_empty() {
        return Ok(Vec::new());
    }
    let sort = match object.period {
        Some(_) => view.sort(&object, "-start")?,
        None => Vec::new(),
    };
    let query = Query {
        filter: all(vec![about(&object, filter, ids)]),
        as_of,
        sort,
        limit: most,
        ..Query::default()
    };
    Ok(view.list(&object, &query)?.records)
}

/// A field of a form as it was sent; empty where it was not.
pub fn sent<'a>(sent: &'a [(String, String)], name: &str) -> &'a str {
    sent.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim()).unwrap_or_default()
}

/// The value of a field as a form sends it; references come as row numbers, days as inputs write them.
///
/// # Errors
/// What cannot be read.
pub fn read_sent(field: &Field, text: &str, culture: &Culture) -> std::result::Result<Value, Fault> {
    if text.is_empty() {
        return Ok(Value::Null);
    }
    match &field.ty {
        FieldType::Reference(_) => {
            text.parse().map(Value::Int).map_err(|_| Fault::new("value.type").with("expected", "1"))
        }
        FieldType::Date => types::parse(field, text, &Culture::NEUTRAL),
        _ => types::parse(field, text, culture),
    }
}

/// A day of a form that is needed.
///
/// # Errors
/// `value.mandatory`, `value.date`.
pub fn read_day(fields: &[(String, String)], name: &str) -> std::result::Result<i64, Fault> {
    let text = sent(fields, name);
    if text.is_empty() {
        return Err(Fault::new("value.mandatory").on(name));
    }
    Culture::NEUTRAL
        .parse_date(text)
        .ok_or_else(|| Fault::new("value.date").on(name).with("example", "2027-01-31"))
}

/// The day of the view, as days since 1970.
pub fn day(call: &Call) -> i64 {
    days_of_date(call.scope.as_of)
}

/// Today, as days since 1970.
pub fn today(call: &Call) -> i64 {
    days_of_date(call.installation.clock().today())
}

/// The query that keeps the day of the view in links; empty today.
pub fn day_query(call: &Call) -> String {
    if day(call) == today(call) { String::new() } else { format!("?asOf={}", iso_date(day(call))) }
}

/// Whether the scope may do something with some records of an object.
pub fn may(view: &View<'_>, object: &str, action: Action) -> bool {
    view.catalogue().object(object).is_some_and(|o| view.rights().may(o, action))
}

/// What the records of an object are called: one, several.
pub fn words<'a>(call: &'a Call, object: &'a str) -> (&'a str, &'a str) {
    let labels = &call.installation.registry().labels;
    (labels.object(call.scope.language(), object), labels.objects(call.scope.language(), object))
}

/// The label of a field.
pub fn label(call: &Call, object: &Object, field: &str) -> String {
    let labels = &call.installation.registry().labels;
    object
        .field(field)
        .map(|f| labels.field(call.scope.language(), object.def.name, f).to_string())
        .unwrap_or_default()
}

/// The refusal that says: there is no such record.
pub fn missing(object: &'static str) -> talang_engine::Error {
    Fault::new("record.not_found").with("object", object).into()
}

/// A field of a record as people read it; empty where the scope may not read it.
pub fn shown(view: &mut View<'_>, record: &Record, field: &str) -> Result<String> {
    let object = record.object.clone();
    match object.field(field) {
        Some(found) => view.show(&object, found.index, record.get(field)),
        None => Ok(String::new()),
    }
}

/// People by number: name, portrait, address of the file where the scope may see it.
#[derive(Debug, Default)]
pub struct Faces {
    faces: HashMap<i64, Face>,
}

/// A person as pages show them.
#[derive(Clone, Debug, Default)]
pub struct Face {
    /// Name.
    pub name: String,
    /// Address of the portrait.
    pub photo: Option<String>,
    /// Address of the file.
    pub href: Option<String>,
}

impl Faces {
    /// Reads people together.
    pub fn load(view: &mut View<'_>, ids: impl IntoIterator<Item = i64>) -> Result<Faces> {
        let mut ids: Vec<i64> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        let mut faces = Faces::default();
        if ids.is_empty() {
            return Ok(faces);
        }
        let object = view.object("Employee")?;
        view.titles(&object, &ids)?;
        let mut seen: HashMap<i64, Option<String>> = HashMap::new();
        if view.rights().may(&object, Action::Read) {
            let query = Query { filter: Some(Filter::Ids(ids.clone())), ..Query::default() };
            seen = view.list(&object, &query)?.records.iter().map(|r| (r.id, photo(r))).collect();
        }
        for id in ids {
            let name = view.title("Employee", id)?.title;
            let href = seen.contains_key(&id).then(|| format!("/people/{id}"));
            faces.faces.insert(id, Face { name, photo: seen.remove(&id).flatten(), href });
        }
        Ok(faces)
    }

    /// A person; without a name where there is none of that number.
    pub fn get(&self, id: i64) -> Face {
        self.faces.get(&id).cloned().unwrap_or_default()
    }

    /// A line of a list of links: face, name, something below, something at the end.
    pub fn row(&self, id: i64, detail: &str, end: Markup) -> Markup {
        let face = self.get(id);
        let inside = html! {
            (person(&face.name, face.photo.as_deref(), detail))
            span.tl-links-end { (end) }
        };
        html! {
            li {
                @match &face.href {
                    Some(href) => a href=(href) { (inside) },
                    None => div.tl-links-row { (inside) },
                }
            }
        }
    }
}

/// How a card of related records looks.
#[derive(Debug, Default)]
pub struct Related<'a> {
    /// Object of the records.
    pub object: &'a str,
    /// What the card is called; empty: as the records are.
    pub title: &'a str,
    /// Its field that names the record in the middle.
    pub link: &'a str,
    /// Fields shown; all of importance where none is named.
    pub fields: &'a [&'a str],
    /// Where forms come back to.
    pub back: &'a str,
    /// Shown even when there is nothing and nothing can be added.
    pub always: bool,
}

/// A card with the records of an object about one record, each to be opened, and a button to add one. Nothing where the
/// scope may not read the object.
pub fn related(call: &Call, view: &mut View<'_>, id: i64, card_of: &Related<'_>) -> Result<Markup> {
    let object = view.object(card_of.object)?;
    if !view.rights().may(&object, Action::Read) {
        return Ok(html! {});
    }
    const MOST: usize = 100;
    let records = records(view, card_of.object, card_of.link, &[id], AsOf::Always, MOST)?;
    // Reached by the record in the middle: a person's, or what belongs to a vacancy.
    let by_it = object.reach.and_then(|i| object.fields.get(i)).is_some_and(|f| f.name == card_of.link);
    let may_add = match by_it {
        true => view.who(&object, GENERAL, Action::Create)?.includes(Some(id)),
        false => view.rights().may(&object, Action::Create),
    };
    if records.is_empty() && !may_add && !card_of.always {
        return Ok(html! {});
    }
    let ui = ui(call);
    let back = encode(card_of.back);
    let add = html! {
        @if may_add && !object.def.internal {
            a.btn.btn-sm href={ "/o/" (object.def.path) "/new?" (card_of.link) "=" (id) "&back=" (back) }
                aria-label={ (ui.say("ui-add")) ": " (words(call, card_of.object).0) } { (icon("plus")) (ui.say("ui-add")) }
        }
    };
    let content = match records.is_empty() {
        true => html! { p.tl-links-row.tl-soft.mb-0 { (ui.say("people-nothing-recorded")) } },
        false => table(call, view, &object, &records, card_of.fields, card_of.link, card_of.back)?,
    };
    let title = if card_of.title.is_empty() { words(call, card_of.object).1 } else { card_of.title };
    Ok(card(title, add, true, content))
}

/// Records as a table; on phones each becomes a card. The first cell leads to the record, or to its form where it may be
/// changed. For dated records the slice of the view's day is marked.
pub fn table(
    call: &Call,
    view: &mut View<'_>,
    object: &Arc<Object>,
    records: &[Record],
    fields: &[&str],
    without: &str,
    back: &str,
) -> Result<Markup> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let catalogue = view.catalogue();
    let chosen: Vec<Field> = object
        .fields
        .iter()
        .filter(|f| {
            f.name != without && if fields.is_empty() { usual(f) } else { fields.contains(&f.name.as_ref()) }
        })
        .filter(|f| !records.iter().all(|r| r.is_hidden(f.index)))
        // A column in which nothing stands says nothing.
        .filter(|f| records.iter().any(|r| r.values.get(f.index).is_some_and(|v| !v.is_null())))
        .cloned()
        .collect();
    let mut chosen = chosen;
    if !fields.is_empty() {
        chosen.sort_by_key(|f| fields.iter().position(|n| *n == f.name).unwrap_or(usize::MAX));
    }
    view.saw(object, records, |f| chosen.iter().any(|c| c.index == f.index));
    let names = Names::of(view, object, records)?;
    let on = day(call);
    let back = encode(back);
    let mut rows = Vec::new();
    for record in records {
        let edit = view.may_change(record)? && !object.def.internal;
        let thread = if object.period.is_some() { record.thread } else { record.id };
        let href = match edit {
            true => format!("/o/{}/{}/edit?back={back}", object.def.path, record.id),
            false => record_address(registry, object, thread),
        };
        let mark = period_mark(&ui, object, record, on);
        let cells: Vec<Markup> = chosen
            .iter()
            .enumerate()
            .map(|(at, field)| {
                let value = record.values.get(field.index).cloned().unwrap_or_default();
                names.with(ui, registry, &catalogue, |cx| {
                    // A link holds no link.
                    let text = || talang_catalogue::types::show(field, &value, ui.language, ui.culture, &registry.labels, &catalogue);
                    let plain = match (&field.ty, &value) {
                        (talang_catalogue::FieldType::Reference(target), Value::Int(id)) => names.get(target, *id).0,
                        _ => text(),
                    };
                    match at {
                        0 => html! { a href=(href) data-row-link { @if plain.is_empty() { "–" } @else { (plain) } } @if let Some(mark) = &mark { " " (mark) } },
                        // A badge says a state; the items of value lists in a table are words.
                        _ if matches!(field.ty, talang_catalogue::FieldType::Item(_)) => html! { (plain) },
                        _ => field_view(cx, field, &value),
                    }
                })
            })
            .collect();
        rows.push(cells);
    }
    let head: Vec<(String, &str)> = chosen
        .iter()
        .map(|f| (registry.labels.field(ui.language, object.def.name, f).to_string(), align(f)))
        .collect();
    Ok(html! {
        div.tl-scroll {
            table.tl-table.is-cards {
                caption.visually-hidden { (words(call, object.def.name).1) }
                thead { tr { @for (label, class) in &head { th scope="col" class=(class) { (label) } } } }
                tbody {
                    @for cells in &rows {
                        tr {
                            @for (at, (cell, (label, class))) in cells.iter().zip(&head).enumerate() {
                                td class={ (class) @if at == 0 { " is-main" } @if cell.0.is_empty() { " is-empty" } } data-label=(label) { (cell) }
                            }
                        }
                    }
                }
            }
        }
    })
}

/// Fields worth a column where none is named.
fn usual(field: &Field) -> bool {
    use talang_catalogue::FieldType;
    !matches!(field.ty, FieldType::Long | FieldType::Json | FieldType::References(_))
        && field.name != "comment"
}

fn align(field: &Field) -> &'static str {
    use talang_catalogue::FieldType;
    match field.ty {
        FieldType::Integer
        | FieldType::Decimal
        | FieldType::Percent
        | FieldType::Money
        | FieldType::Duration => "is-number",
        FieldType::Date | FieldType::Instant | FieldType::Time => "is-date",
        _ => "",
    }
}

/// Whether a slice holds on the day, is yet to come, or is over (nothing said).
pub fn period_mark(ui: &Ui<'_>, object: &Object, record: &Record, on: i64) -> Option<Markup> {
    let (start, end) = object.period?;
    let at = |index: usize| record.values.get(index).and_then(Value::as_int);
    if at(start).is_some_and(|s| s > on) {
        return Some(badge(Tone::Info, &ui.say("people-slice-future")));
    }
    at(end).is_none_or(|e| e >= on).then(|| badge(Tone::Success, &ui.say("people-slice-current")))
}

/// A facts' row for each named field of a record that the scope may read; empty fields show a dash.
pub fn fact_rows(call: &Call, view: &mut View<'_>, record: &Record, fields: &[&str]) -> Result<Markup> {
    use talang_screens::components::{fact, facts};
    let ui = ui(call);
    let registry = call.installation.registry();
    let catalogue = view.catalogue();
    let object = record.object.clone();
    let names = Names::of(view, &object, std::slice::from_ref(record))?;
    let found: Vec<Field> = fields
        .iter()
        .filter_map(|n| object.field(n))
        .filter(|f| !record.is_hidden(f.index))
        // In a person's file a gap is worth seeing; elsewhere it is only a gap.
        .filter(|f| object.personal() || record.values.get(f.index).is_some_and(|v| !v.is_null()))
        .cloned()
        .collect();
    view.saw(&object, [record], |f| found.iter().any(|c| c.index == f.index));
    Ok(facts(html! {
        @for field in &found {
            @let value = record.values.get(field.index).cloned().unwrap_or_default();
            @let wide = matches!(field.ty, talang_catalogue::FieldType::Long);
            (fact(&ui, registry.labels.field(ui.language, object.def.name, field),
                names.with(ui, registry, &catalogue, |cx| field_view(cx, field, &value)), wide))
        }
    }))
}

/// Years and months between two days, in words; "less than a month" at the beginning.
pub fn length(ui: &Ui<'_>, from: i64, to: i64) -> String {
    use talang_catalogue::value::date_of_days;
    if to < from {
        return String::new();
    }
    let (a, b) = (date_of_days(from), date_of_days(to));
    let mut months =
        (i64::from(b.year()) - i64::from(a.year())) * 12 + i64::from(b.month()) - i64::from(a.month());
    if b.day() < a.day() {
        months -= 1;
    }
    if months < 1 {
        return ui.say("people-length-new");
    }
    ui.say_with("people-length", &[("years", (months / 12).into()), ("months", (months % 12).into())])
}

/// How far away a day is: today, tomorrow, in 12 days, 3 days ago.
pub fn until(ui: &Ui<'_>, on: i64, today: i64) -> String {
    match on - today {
        0 => ui.say("people-today"),
        1 => ui.say("people-tomorrow"),
        days if days > 0 => ui.say_with("people-in-days", &[("count", days.into())]),
        days => ui.say_with("people-days-ago", &[("count", (-days).into())]),
    }
}
