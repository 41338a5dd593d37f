//! The general list of an object.

use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Fault, Object, Record, Subject, Value};
use talang_engine::{Action, AsOf, Filter, Path, Query, Result, Sort, View};
use talang_http::{Call, Reply};

use super::columns::{self, Col};
use super::exports::{export_address, export_menu, with_columns};
use super::state::{SIZES, State};
use super::{filter, groups, names_of, object_of, views};
use crate::components::{
    self, Bulk, Cell, Column, ColumnChoice, Crumb, Entry, Filters, List, Paging, Row, Tone, alert,
    column_chooser, empty_state, field_view, filters, icon, menu_button, person,
};
use crate::page::{Head, Names, csrf, fault_text, page_with, photo, record_address, section_name, ui};

/// A module's own page of the list of an object: its address, what it shows at first, and quick ways to narrow it.
/// Everything else is the general list.
pub struct OwnList<'a> {
    /// Name of the object.
    pub object: &'a str,
    /// Address of the page.
    pub path: &'a str,
    /// Conditions in force where the address says nothing.
    pub filters: &'a [&'a str],
    /// Columns of whoever has chosen none.
    pub columns: &'a [&'a str],
    /// Address at which a new record is begun; empty: the general form.
    pub new: &'a str,
    /// Menus of the filter bar.
    pub quick: &'a Quick<'a>,
    /// What can be done with selected records besides what all lists do.
    pub bulk: &'a [OwnBulk],
}

/// What a module does with selected records of its list: its address gets `id` (several) or `all=1`, and answers with a dialog
/// or leads to a page.
#[derive(Clone, Copy, Debug)]
pub struct OwnBulk {
    /// Its message.
    pub label: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// Its address.
    pub action: &'static str,
    /// The right without which it is not offered.
    pub right: (&'static str, Action),
}

/// Writes the quick filters of a list.
pub type Quick<'a> = dyn Fn(&mut View<'_>, &Narrowed<'_>) -> Result<Markup> + 'a;

/// What a list is narrowed by, for the quick filters of a module.
pub struct Narrowed<'a> {
    state: &'a State,
}

impl Narrowed<'_> {
    /// Whether all of these conditions are in force.
    pub fn has(&self, conditions: &[String]) -> bool {
        conditions.iter().all(|c| self.state.filters.contains(c))
    }

    /// Address of the list with these conditions in place of those on the fields; without conditions they are only
    /// taken away.
    pub fn with(&self, fields: &[&str], conditions: &[String]) -> String {
        let about = |text: &str| text.split_whitespace().next().is_some_and(|word| fields.contains(&word));
        let next = self.state.with(|s| {
            s.filters.retain(|f| !about(f));
            s.filters.extend_from_slice(conditions);
            if s.is_plain() {
                s.view = "all".into();
            }
        });
        next.address()
    }
}

/// `GET /o/{object}`.
pub(super) fn list(call: &Call) -> Result<Reply> {
    let registry = call.installation.registry();
    let object = call.scope.view(|v| object_of(call, v))?;
    // People have one list: a module's, where there is one.
    let special = crate::page::list_address(registry, &object);
    if registry.people.is_some_and(|p| p.object == object.def.name) && !special.starts_with("/o/") {
        let address = crate::page::address(call);
        let query = address.split_once('?').map(|(_, q)| format!("?{q}")).unwrap_or_default();
        return Ok(Reply::see_other(&format!("{special}{query}")));
    }
    page_of(call, &object, None)
}

/// The list of an object on a module's own page.
///
/// # Errors
/// `object.unknown`, also where the scope may read nothing of it.
pub fn own_list(call: &Call, own: &OwnList<'_>) -> Result<Reply> {
    let object = call.scope.view(|v| {
        let object = v.object(own.object)?;
        match v.rights().may(&object, Action::Read) {
            true => Ok(object),
            false => Err(Fault::new("object.unknown").with("name", own.object).into()),
        }
    })?;
    page_of(call, &object, Some(own))
}

fn page_of(call: &Call, object: &Arc<Object>, own: Option<&OwnList<'_>>) -> Result<Reply> {
    let base = format!("/o/{}", object.def.path);
    let path = own.map_or(base.as_str(), |o| o.path);
    let new = own.map(|o| o.new).filter(|new| !new.is_empty());
    let new = new.map_or_else(|| format!("{base}/new"), str::to_string);
    let mut state = State { base: base.clone(), new, ..State::read(path, &call.request.query) };
    let mut faults: Vec<Fault> = Vec::new();
    // The dialog's answer becomes a condition of the address.
    if let Some(field) = call.request.query("field") {
        let op = call.request.query("op").unwrap_or_default();
        let value = call.request.query("value").unwrap_or_default();
        let composed = call.scope.view(|v| {
            let mut cols = columns::all(call, v, object);
            cols.extend(columns::parts(call, v, object));
            let col = cols.iter().find(|c| c.name == field);
            let col = col.ok_or_else(|| Fault::new("field.unknown").with("name", field))?;
            filter::compose(v, call.scope.culture, col, op, value)
        });
        match composed {
            Ok(text) => {
                return Ok(Reply::see_other(&state.with(|s| s.filters.push(text)).address()));
            }
            Err(error) => faults.extend(error.faults()),
        }
    } else if state.is_plain() {
        let saved = call.scope.view(|v| views::default_of(v, object, &state.path))?;
        match (saved, own) {
            (Some(saved), _) => state = State { base: state.base, new: state.new, ..saved },
            (None, Some(own)) => state.filters = own.filters.iter().map(|f| (*f).to_string()).collect(),
            (None, None) => {}
        }
    }
    let (title, text, actions, content) = call.scope.view(|v| {
        let cols = columns::all(call, v, object);
        let shown = chosen(call, object, &cols, &state, own.map(|o| o.columns).unwrap_or_default());
        let query = query(v, object, &state, &shown, &mut faults)?;
        let quick = match own {
            Some(own) => (own.quick)(v, &Narrowed { state: &state })?,
            None => html! {},
        };
        let content = match groups::asked(v, object, &state, &mut faults) {
            Some(grouping) => {
                let bar = bar(call, v, object, &state, &cols, &shown, quick)?;
                let table = groups::body(call, v, object, &state, (&grouping, &query), bar, &mut faults)?;
                html! { (told(call, object, &faults)) (table) }
            }
            None => {
                let own = own.map(|o| o.bulk).unwrap_or_default();
                body(call, v, object, &state, &cols, &shown, &query, &faults, quick, own)?
            }
        };
        let ui = ui(call);
        let registry = call.installation.registry();
        let mut actions = html! {};
        let may_create = v.rights().may(object, Action::Create) && !object.def.internal;
        if v.rights().may(object, Action::Export) {
            actions = html! { (actions) (export_menu(call, v, object, &state, &shown)?) };
        }
        if may_create {
            actions = html! {
                (actions)
                a.btn.btn-primary href=(state.new) { (icon("plus")) (ui.say("ui-new")) }
            };
        }
        let text = registry.labels.object_help(ui.language, object.def).to_string();
        Ok((names_of(call, object).1.to_string(), text, actions, content))
    })?;
    let crumbs = [Crumb {
        label: section_name(call, object.def.module),
        href: format!("/o?module={}", object.def.module),
    }];
    let head = Head {
        title: &title,
        text: &text,
        menu: object.def.name,
        crumbs: &crumbs,
        actions,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// The columns that the view shows.
pub(super) fn chosen(
    call: &Call,
    object: &Arc<Object>,
    all: &[Col],
    state: &State,
    usual: &[&str],
) -> Vec<Col> {
    let find = |name: &str| all.iter().find(|c| c.name == name).cloned();
    let named: Vec<Col> = state.columns.iter().filter_map(|name| find(name)).collect();
    if !named.is_empty() {
        return named;
    }
    let usual: Vec<Col> = usual.iter().filter_map(|name| find(name)).collect();
    if usual.is_empty() { columns::usual(call, object, all) } else { usual }
}

/// What the view asks of the engine. Conditions that cannot be read are told and left out.
fn query(
    view: &View<'_>,
    object: &Arc<Object>,
    state: &State,
    shown: &[Col],
    faults: &mut Vec<Fault>,
) -> Result<Query> {
    let sort = sort(view, object, &state.sort, faults)?;
    let columns: Vec<Path> = shown.iter().filter(|c| c.path.step.is_some()).map(|c| c.path.clone()).collect();
    let cursor = state.after.clone();
    Ok(Query {
        filter: conditions(view, object, state, faults),
        search: Some(state.q.clone()).filter(|q| !q.trim().is_empty()),
        sort,
        columns,
        limit: state.size,
        offset: if cursor.is_some() { 0 } else { (state.page - 1) * state.size },
        cursor,
        as_of: if state.always { AsOf::Always } else { AsOf::Scope },
        count: true,
    })
}

fn sort(view: &View<'_>, object: &Arc<Object>, text: &str, faults: &mut Vec<Fault>) -> Result<Vec<Sort>> {
    if !text.is_empty() {
        match view.sort(object, text) {
            Ok(sort) => return Ok(sort),
            Err(error) => faults.extend(error.faults()),
        }
    }
    view.sort(object, &columns::usual_sort(object))
}

/// The conditions of a view together.
pub(super) fn conditions(
    view: &View<'_>,
    object: &Arc<Object>,
    state: &State,
    faults: &mut Vec<Fault>,
) -> Option<Filter> {
    let catalogue = view.catalogue();
    let mut all = Vec::new();
    for text in &state.filters {
        match Filter::parse(&catalogue, object, text) {
            Ok(filter) => all.push(filter),
            Err(fault) => faults.push(fault),
        }
    }
    (!all.is_empty()).then_some(Filter::And(all))
}

/// The records that an action on "all that match" means, or those of these row numbers.
pub(super) fn selected(
    view: &View<'_>,
    object: &Arc<Object>,
    state: &State,
    ids: &[i64],
    all: bool,
) -> Query {
    let as_of = if state.always || !all { AsOf::Always } else { AsOf::Scope };
    match all {
        false => Query { filter: Some(Filter::Ids(ids.to_vec())), as_of, ..Query::default() },
        true => Query {
            filter: conditions(view, object, state, &mut Vec::new()),
            search: Some(state.q.clone()).filter(|q| !q.trim().is_empty()),
            as_of,
            ..Query::default()
        },
    }
}

#[expect(clippy::too_many_arguments, reason = "a page is made of all of it")]
fn body(
    call: &Call,
    v: &mut View<'_>,
    object: &Arc<Object>,
    state: &State,
    all: &[Col],
    shown: &[Col],
    query: &Query,
    faults: &[Fault],
    quick: Markup,
    doings: &[OwnBulk],
) -> Result<Markup> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let catalogue = v.catalogue();
    let page = v.list(object, query)?;
    let own =
        |f: &talang_catalogue::Field| shown.iter().any(|c| c.path.step.is_none() && c.field.index == f.index);
    v.saw(object, &page.records, own);
    v.saw_columns(&query.columns, &page);
    let total = page.total.unwrap_or_default();
    let mut names = Names::of(v, object, &page.records)?;
    for (at, col) in shown.iter().filter(|c| c.path.step.is_some()).enumerate() {
        let values = page.columns.iter().filter_map(|row| row.get(at)?.as_ref());
        names.add_values(v, &col.field, values)?;
    }
    // People whose name is not spread over columns stand in the first one with face and whole name.
    let titles =
        shown.iter().filter(|c| c.path.step.is_none() && object.title.contains(&c.field.index)).count();
    let named = shown.first().is_some_and(|c| c.path.step.is_none() && object.title.contains(&c.field.index));
    let whole = object.def.subject == Subject::Itself && titles == 1 && named && object.title.len() > 1;
    let mut rows = Vec::new();
    for (record, paths) in page.records.iter().zip(&page.columns) {
        let title = v.title_of(record)?;
        let title = if title.title.trim().is_empty() { title.key } else { title.title };
        let may_update = v.may_change(record)? && !object.def.internal;
        let may_delete = v.may(record, GENERAL, Action::Delete)? && !object.def.internal;
        let thread = if object.period.is_some() { record.thread } else { record.id };
        let mut href = record_address(registry, object, thread);
        if state.always && object.period.is_some() {
            href.push_str(&format!("?slice={}", record.id));
        }
        let mut paths = paths.iter();
        let mut cells = Vec::new();
        for (at, col) in shown.iter().enumerate() {
            let value = match &col.path.step {
                None => record.values.get(col.field.index).cloned().unwrap_or_default(),
                Some(_) => paths.next().cloned().flatten().unwrap_or_default(),
            };
            let cell = match at {
                // The first cell is the link to the record, so it holds no link of its own.
                0 if whole => person(&title, photo(record).as_deref(), ""),
                0 => first_cell(v, record, col, &value, &title)?,
                _ => names.with(ui, registry, &catalogue, |cx| field_view(cx, &col.field, &value)),
            };
            cells.push(Cell(cell));
        }
        rows.push(Row {
            id: record.id.to_string(),
            href: Some(href.clone()),
            title,
            cells,
            actions: row_actions(call, object, record, &href, may_update, may_delete),
        });
    }
    let columns = shown
        .iter()
        .enumerate()
        .map(|(at, col)| Column {
            name: col.name.clone(),
            label: if at == 0 && whole { names_of(call, object).0.to_string() } else { col.label.clone() },
            align: col.align(),
            sort: direction(object, state, col),
        })
        .collect();
    let first = (state.page - 1) * state.size + 1;
    let last = first + rows.len().saturating_sub(1);
    let number = |n: usize| ui.culture.integer(i64::try_from(n).unwrap_or(i64::MAX));
    let count = ui.culture.integer(total);
    let text = ui.say_with(
        "general-range",
        &[("first", number(first).into()), ("last", number(last).into()), ("total", count.into())],
    );
    let paging = Paging {
        text: if rows.is_empty() { String::new() } else { text },
        previous: (state.page > 1).then(|| state.at(state.page - 1, None)),
        next: page.next.as_deref().map(|cursor| state.at(state.page + 1, Some(cursor))),
    };
    let bar = bar(call, v, object, state, all, shown, quick)?;
    let empty = rows.is_empty().then(|| nothing(call, v, object, state));
    let list = List {
        id: "list".to_string(),
        caption: names_of(call, object).1.to_string(),
        address: state.address(),
        columns,
        bulk: if rows.is_empty() { Vec::new() } else { bulk(call, v, object, state, doings)? },
        rows,
        total: u64::try_from(total).ok(),
        csrf: csrf(call).to_string(),
        filters: Some(bar),
        empty,
        paging: Some(paging).filter(|p| !p.text.is_empty()),
    };
    Ok(html! { (told(call, object, faults)) (components::list(&ui, &list)) })
}

/// What is wrong with the address.
fn told(call: &Call, object: &Object, faults: &[Fault]) -> Markup {
    html! { @for fault in faults { (alert(Tone::Danger, "", html! { (fault_text(call, Some(object), fault)) })) } }
}

/// What stands above records and groups: filters, views, columns.
fn bar(
    call: &Call,
    v: &mut View<'_>,
    object: &Arc<Object>,
    state: &State,
    all: &[Col],
    shown: &[Col],
    quick: Markup,
) -> Result<Markup> {
    // The link to the file stands outside what a filter exchanges: the part that is exchanged tells it where to lead.
    let address = export_address(object, state, call);
    Ok(html! {
        (filter_bar(call, v, object, state, all, shown, quick)?)
        span hidden data-export-columns=(with_columns(&address, shown)) data-export-address=(address) {}
    })
}

fn first_cell(v: &mut View<'_>, record: &Record, col: &Col, value: &Value, title: &str) -> Result<Markup> {
    let object = col.path.object.clone();
    let text = v.show(&object, col.field.index, value)?;
    if let Some(portrait) = photo(record) {
        return Ok(person(if text.is_empty() { title } else { &text }, Some(&portrait), ""));
    }
    Ok(html! { @if text.is_empty() { (title) } @else { (text) } })
}

fn direction(object: &Object, state: &State, col: &Col) -> components::Sort {
    if !col.sortable() {
        return components::Sort::Never;
    }
    let usual = columns::usual_sort(object);
    let sort = if state.sort.is_empty() { &usual } else { &state.sort };
    match sort.split(',').next().unwrap_or_default() {
        first if first == col.name => components::Sort::Up,
        first if first.strip_prefix('-') == Some(&col.name) => components::Sort::Down,
        _ => components::Sort::Unsorted,
    }
}

fn row_actions(
    call: &Call,
    object: &Object,
    record: &Record,
    href: &str,
    may_update: bool,
    may_delete: bool,
) -> Vec<Entry> {
    let ui = ui(call);
    let base = format!("/o/{}/{}", object.def.path, record.id);
    let mut out = vec![Entry {
        label: ui.say("ui-open"),
        icon: "eye",
        href: Some(href.to_string()),
        ..Entry::default()
    }];
    if may_update {
        out.push(Entry {
            label: ui.say("ui-edit"),
            icon: "edit",
            href: Some(format!("{base}/edit")),
            ..Entry::default()
        });
    }
    if may_delete {
        out.push(Entry {
            label: ui.say("ui-delete"),
            icon: "trash",
            danger: true,
            line: true,
            attributes: vec![
                ("hx-post", format!("{base}/delete?version={}", record.version)),
                ("hx-target", "#tl-dialogs".into()),
                ("hx-confirm", ui.say("general-delete-confirm")),
                ("data-confirm-action", ui.say("ui-delete")),
                ("data-danger", "".into()),
            ],
            ..Entry::default()
        });
    }
    out
}

fn bulk(call: &Call, v: &View<'_>, object: &Object, state: &State, doings: &[OwnBulk]) -> Result<Vec<Bulk>> {
    let ui = ui(call);
    let query = state.query();
    let mut out = Vec::new();
    for doing in doings {
        let (object, action) = doing.right;
        if v.rights().may(&*v.object(object)?, action) {
            out.push(Bulk {
                label: ui.say(doing.label),
                icon: doing.icon,
                action: doing.action.to_string(),
                ..Bulk::default()
            });
        }
    }
    if v.rights().may(object, Action::Export) {
        out.push(Bulk {
            label: ui.say("ui-export"),
            icon: "download",
            action: format!("{}/bulk/export{query}", state.base),
            download: true,
            ..Bulk::default()
        });
    }
    if v.rights().may(object, Action::Update) && !object.def.internal {
        out.push(Bulk {
            label: ui.say("general-bulk-set"),
            icon: "edit",
            action: format!("{}/bulk/set{query}", state.base),
            ..Bulk::default()
        });
    }
    if v.rights().may(object, Action::Delete) && !object.def.internal {
        out.push(Bulk {
            label: ui.say("ui-delete"),
            icon: "trash",
            action: format!("{}/bulk/delete{query}", state.base),
            confirm: Some(ui.say("general-bulk-delete-confirm")),
            danger: true,
            download: false,
        });
    }
    Ok(out)
}

fn filter_bar(
    call: &Call,
    v: &mut View<'_>,
    object: &Arc<Object>,
    state: &State,
    all: &[Col],
    shown: &[Col],
    quick: Markup,
) -> Result<Markup> {
    let ui = ui(call);
    let active = filter::chips(&ui, v, object, state)?;
    let pairs = state.pairs();
    let kept: Vec<(&str, &str)> =
        pairs.iter().filter(|(n, _)| *n != "q").map(|(n, t)| (*n, t.as_str())).collect();
    let without_columns: Vec<(&str, &str)> =
        pairs.iter().filter(|(n, _)| *n != "columns").map(|(n, t)| (*n, t.as_str())).collect();
    let mut choices: Vec<ColumnChoice> = Vec::new();
    for col in shown.iter().chain(all.iter().filter(|c| !shown.iter().any(|s| s.name == c.name))) {
        let shown = shown.iter().any(|s| s.name == col.name);
        choices.push(ColumnChoice { name: col.name.clone(), label: col.long.clone(), shown });
    }
    let views = views::menu(call, v, object, state)?;
    let query = state.query();
    let sign = if query.is_empty() { '?' } else { '&' };
    let dialog = format!("{}/groups{query}{sign}_path={}", state.base, components::encode(&state.path));
    let end = html! {
        (views)
        button.btn.btn-quiet type="button" hx-get=(dialog) hx-target="#tl-dialogs" aria-pressed=[(!state.group.is_empty()).then_some("true")] {
            (icon("chart-bar")) (ui.say("general-group"))
        }
        (column_chooser(&ui, "columns", &state.path, &without_columns, &choices))
        (menu_button("list-options", "btn btn-icon btn-quiet", "adjustments-horizontal", &ui.say("general-options"), true, &options(call, object, state)))
    };
    let more = html! {
        (quick)
        button.btn.btn-quiet type="button" hx-get={ (state.base) "/filter" (state.query()) } hx-target="#tl-dialogs" {
            (icon("filter")) (ui.say("general-filter-add"))
        }
    };
    Ok(filters(
        &ui,
        &Filters {
            target: "list",
            address: &state.path,
            query: &state.q,
            kept: &kept,
            more,
            active: &active,
            end,
        },
    ))
}

/// Rows on a page, slices, printing.
fn options(call: &Call, object: &Object, state: &State) -> Vec<Entry> {
    let ui = ui(call);
    let mut out: Vec<Entry> = SIZES
        .iter()
        .map(|size| Entry {
            label: ui.say_with("general-rows", &[("count", i64::try_from(*size).unwrap_or_default().into())]),
            href: Some(state.with(|s| s.size = *size).address()),
            checked: Some(state.size == *size),
            ..Entry::default()
        })
        .collect();
    if object.period.is_some() {
        for (always, key) in [(false, "general-slices-day"), (true, "general-slices-all")] {
            out.push(Entry {
                label: ui.say(key),
                href: Some(state.with(|s| s.always = always).address()),
                checked: Some(state.always == always),
                line: !always,
                ..Entry::default()
            });
        }
    }
    out.push(Entry {
        label: ui.say("ui-print"),
        icon: "printer",
        line: true,
        attributes: vec![("data-print", String::new())],
        ..Entry::default()
    });
    out
}

/// Nothing there: because of the filter, or because nobody has made a record yet.
fn nothing(call: &Call, v: &View<'_>, object: &Object, state: &State) -> Markup {
    let ui = ui(call);
    if !state.q.is_empty() || !state.filters.is_empty() {
        let all = State { view: "all".into(), ..State::read(&state.path, &[]) };
        let action = html! { a.btn href=(all.address()) { (ui.say("ui-reset")) } };
        return empty_state("search", &ui.say("ui-no-results"), &ui.say("ui-no-results-text"), action);
    }
    let dated = object.period.is_some() && !state.always;
    let title = ui.say_with("general-empty", &[("name", names_of(call, object).1.into())]);
    let may_create = v.rights().may(object, Action::Create) && !object.def.internal;
    let text = ui.say(match (dated, may_create) {
        (true, _) => "general-empty-dated",
        (false, true) => "general-empty-create",
        (false, false) => "general-empty-text",
    });
    let action = html! {
        @if dated { a.btn href=(state.with(|s| s.always = true).address()) { (ui.say("general-slices-all")) } " " }
        @if may_create { a.btn.btn-primary href=(state.new) { (icon("plus")) (ui.say("ui-new")) } }
    };
    empty_state("inbox", &title, &text, action)
}
