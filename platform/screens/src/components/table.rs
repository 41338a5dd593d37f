//! Lists of records: filters, columns, selection, sorting, paging.

use maud::{Markup, html};

use super::{Entry, Ui, icon, menu_button, with_param};

/// How a column's values stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Text.
    #[default]
    Text,
    /// Figures, right aligned.
    Number,
    /// Dates and times, never broken.
    Date,
    /// Long text.
    Wrap,
}

impl Align {
    fn class(self) -> &'static str {
        match self {
            Align::Text => "",
            Align::Number => "is-number",
            Align::Date => "is-date",
            Align::Wrap => "is-wrap",
        }
    }
}

/// Order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Cannot be sorted by this column.
    #[default]
    Never,
    /// Not sorted by this column now.
    Unsorted,
    /// Smallest first.
    Up,
    /// Largest first.
    Down,
}

/// A column.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Field name; what sorting and the column chooser send.
    pub name: String,
    /// Heading.
    pub label: String,
    /// Alignment.
    pub align: Align,
    /// Order.
    pub sort: Sort,
}

/// One value of a row.
#[derive(Clone, Debug)]
pub struct Cell(pub Markup);

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell(html! { (text) })
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell(html! { (text) })
    }
}
impl From<Markup> for Cell {
    fn from(markup: Markup) -> Cell {
        Cell(markup)
    }
}

/// A record.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Row number or key, sent as `id` when selected.
    pub id: String,
    /// Its page; the first cell becomes the link and a click anywhere on the row follows it.
    pub href: Option<String>,
    /// What the record is called, for screen readers ("Select Ana Costa").
    pub title: String,
    /// A value per column.
    pub cells: Vec<Cell>,
    /// Menu of the row.
    pub actions: Vec<Entry>,
}

/// What can be done with selected rows. The buttons submit the list's form: `id` (several) or `all=1`, plus `csrf`.
#[derive(Clone, Debug, Default)]
pub struct Bulk {
    /// Words.
    pub label: String,
    /// Icon.
    pub icon: &'static str,
    /// Address to post to.
    pub action: String,
    /// Asks first, with these words.
    pub confirm: Option<String>,
    /// Destroys something.
    pub danger: bool,
    /// The answer is a file: sent as a plain form, not by htmx.
    pub download: bool,
}

/// Where in a list the page is.
#[derive(Clone, Debug, Default)]
pub struct Paging {
    /// "1–50 of 1,470" or "50 shown".
    pub text: String,
    /// Address of the page before.
    pub previous: Option<String>,
    /// Address of the page after.
    pub next: Option<String>,
}

/// A list.
#[derive(Debug, Default)]
pub struct List {
    /// Unique id. Answers to sorting, filtering and paging replace the element of this id ([`list`] again).
    pub id: String,
    /// What the table holds, for screen readers.
    pub caption: String,
    /// Address of the present view with its query; sorting changes `sort` in it.
    pub address: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Number of records that match, where it is known.
    pub total: Option<u64>,
    /// What can be done with selected rows; nothing: no boxes.
    pub bulk: Vec<Bulk>,
    /// Token against forged requests.
    pub csrf: String,
    /// Above the table: [`filters`].
    pub filters: Option<Markup>,
    /// Shown instead of an empty table: [`super::empty_state`].
    pub empty: Option<Markup>,
    /// Below the table.
    pub paging: Option<Paging>,
}

/// A list with everything around it. On phones every row becomes a card.
pub fn list(ui: &Ui<'_>, list: &List) -> Markup {
    html! {
        div id=(list.id) .tl-list.tl-list-sticky data-list data-total=[list.total] {
            @if let Some(filters) = &list.filters { (filters) }
            @if list.rows.is_empty() {
                @if let Some(empty) = &list.empty { (empty) }
                @else { (super::empty_state("mood-empty", &ui.say("ui-no-results"), &ui.say("ui-no-results-text"), html! {})) }
            } @else if list.bulk.is_empty() {
                (table(ui, list))
            } @else {
                form method="post" action=(list.bulk.first().map_or("", |b| b.action.as_str())) hx-target="#tl-dialogs" {
                    input type="hidden" name="csrf" value=(list.csrf);
                    (table(ui, list))
                    (bulk_bar(ui, list))
                }
            }
            @if let Some(paging) = &list.paging { (pagination(ui, paging, &list.id)) }
        }
    }
}

fn table(ui: &Ui<'_>, list: &List) -> Markup {
    let boxes = !list.bulk.is_empty();
    let menus = list.rows.iter().any(|r| !r.actions.is_empty());
    html! {
        div.tl-scroll {
            table.tl-table.is-cards {
                caption.visually-hidden { (list.caption) }
                thead {
                    tr {
                        @if boxes {
                            th.is-box scope="col" {
                                input.form-check-input type="checkbox" data-select-all aria-label=(ui.say("ui-select-all"));
                            }
                        }
                        @for column in &list.columns { (heading(ui, list, column)) }
                        @if menus { th.is-menu scope="col" { span.visually-hidden { (ui.say("ui-actions")) } } }
                    }
                }
                tbody {
                    @for row in &list.rows {
                        tr {
                            @if boxes {
                                td.is-box {
                                    input.form-check-input type="checkbox" name="id" value=(row.id) data-select
                                        aria-label=(ui.say_with("ui-select-row", &[("name", row.title.as_str().into())]));
                                }
                            }
                            @for (at, (column, cell)) in list.columns.iter().zip(&row.cells).enumerate() {
                                (td(column, cell, at == 0, row.href.as_deref()))
                            }
                            @if menus {
                                td.is-menu {
                                    @if !row.actions.is_empty() {
                                        (menu_button(&format!("{}-menu-{}", list.id, row.id), "btn btn-icon btn-sm btn-quiet", "dots",
                                            &format!("{}: {}", ui.say("ui-actions"), row.title), true, &row.actions))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn heading(ui: &Ui<'_>, list: &List, column: &Column) -> Markup {
    let (aria, next, picture) = match column.sort {
        Sort::Never => (None, String::new(), ""),
        Sort::Unsorted => (None, column.name.clone(), "arrow-up"),
        Sort::Up => (Some("ascending"), format!("-{}", column.name), "arrow-up"),
        Sort::Down => (Some("descending"), column.name.clone(), "arrow-down"),
    };
    let href = with_param(&with_param(&list.address, "sort", &next), "page", "");
    let target = format!("#{}", list.id);
    html! {
        th scope="col" class=(column.align.class()) aria-sort=[aria] {
            @if column.sort == Sort::Never { (column.label) }
            @else {
                a href=(href) hx-get=(href) hx-target=(target) hx-select=(target) hx-swap="outerHTML" hx-push-url="true"
                    title=(ui.say("ui-sort")) { (column.label) (icon(picture)) }
            }
        }
    }
}

fn td(column: &Column, cell: &Cell, main: bool, href: Option<&str>) -> Markup {
    let empty = cell.0.0.is_empty();
    let class = format!(
        "{}{}{}",
        column.align.class(),
        if main { " is-main" } else { "" },
        if empty { " is-empty" } else { "" }
    );
    html! {
        td class=[Some(class.trim()).filter(|c| !c.is_empty())] data-label=(column.label) {
            @match href.filter(|_| main) {
                Some(href) => a href=(href) data-row-link { (cell.0) },
                None => (cell.0),
            }
        }
    }
}

fn bulk_bar(ui: &Ui<'_>, list: &List) -> Markup {
    let matching = list.total.filter(|total| usize::try_from(*total).is_ok_and(|t| t > list.rows.len()));
    html! {
        div.tl-bulk data-bulk hidden role="region" aria-label=(ui.say("ui-bulk")) {
            strong data-bulk-count aria-live="polite" {}
            input type="hidden" name="all" value="";
            @if let Some(total) = matching {
                button.btn.btn-sm.btn-link type="button" data-select-matching hidden {
                    (ui.say_with("ui-select-matching", &[("count", ui.culture.integer(i64::try_from(total).unwrap_or(i64::MAX)).into())]))
                }
            }
            @for bulk in &list.bulk {
                @if bulk.download {
                    button.btn.btn-sm type="submit" formaction=(bulk.action) { (icon(bulk.icon)) (bulk.label) }
                } @else {
                    button.btn.btn-sm.btn-danger[bulk.danger] type="button" hx-post=(bulk.action) hx-target="#tl-dialogs"
                        hx-confirm=[bulk.confirm.as_deref()] data-confirm-action=(bulk.label) { (icon(bulk.icon)) (bulk.label) }
                }
            }
            button.btn.btn-sm.btn-icon.tl-bulk-end type="button" data-select-none aria-label=(ui.say("ui-select-none")) { (icon("x")) }
        }
    }
}

/// Steps from page to page; the answers replace the element `target`.
pub fn pagination(ui: &Ui<'_>, paging: &Paging, target: &str) -> Markup {
    let target = format!("#{target}");
    let step = |href: &Option<String>, label: &str, picture: &str, rel: &str| {
        let words = ui.say(label);
        let inside =
            html! { @if rel == "prev" { (icon(picture)) (words) } @else { (words) (icon(picture)) } };
        html! {
            @match href {
                Some(href) => a.btn.btn-sm href=(href) rel=(rel) hx-get=(href) hx-target=(target) hx-select=(target)
                    hx-swap="outerHTML show:top" hx-push-url="true" { (inside) },
                None => button.btn.btn-sm type="button" disabled { (inside) },
            }
        }
    };
    html! {
        div.tl-paging {
            span { (paging.text) }
            @if paging.previous.is_some() || paging.next.is_some() {
                nav aria-label=(ui.say("ui-pages")) {
                    (step(&paging.previous, "ui-previous", "chevron-left", "prev"))
                    (step(&paging.next, "ui-next", "chevron-right", "next"))
                }
            }
        }
    }
}

/// A condition in force.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Field.
    pub label: String,
    /// Value.
    pub value: String,
    /// Address of the view without it.
    pub remove: String,
}

/// What a list is narrowed by.
#[derive(Debug, Default)]
pub struct Filters<'a> {
    /// Id of the list, which the answer replaces.
    pub target: &'a str,
    /// The list's own path.
    pub address: &'a str,
    /// The words filtered by now; sent as `q`.
    pub query: &'a str,
    /// Query parameters that stay: sort, columns.
    pub kept: &'a [(&'a str, &'a str)],
    /// Further fields (selects, dates); they apply on change.
    pub more: Markup,
    /// The conditions in force.
    pub active: &'a [Filter],
    /// At the end: saved views, columns, export.
    pub end: Markup,
}

/// The bar above a list; it works while one types.
pub fn filters(ui: &Ui<'_>, bar: &Filters<'_>) -> Markup {
    let Filters { target, address, query, kept, more, active, end } = bar;
    let target = format!("#{target}");
    html! {
        div.tl-filters {
            form.tl-contents role="search" aria-label=(ui.say("ui-filter")) action=(address) method="get" hx-get=(address) hx-target=(target) hx-select=(target)
                hx-swap="outerMorph" hx-push-url="true" hx-trigger="submit, change target:'select, input:not([type=search])', input changed delay:250ms target:'input[type=search]'" {
                @for (name, value) in *kept { input type="hidden" name=(name) value=(value); }
                div.tl-filters-search {
                    (icon("search"))
                    input.form-control type="search" id={ (target.trim_start_matches('#')) "-q" } name="q" value=(query) autocomplete="off"
                        aria-label=(ui.say("ui-filter")) placeholder=(ui.say("ui-filter-hint"));
                }
                (more)
            }
            @for filter in *active {
                span.tl-filter-chip {
                    span { (filter.label) ": " strong { (filter.value) } }
                    a href=(filter.remove) aria-label=(ui.say_with("ui-filter-remove", &[("name", filter.label.as_str().into())])) { (icon("x")) }
                }
            }
            div.tl-filters-end { (end) }
        }
    }
}

/// A column that may be shown.
#[derive(Clone, Debug, Default)]
pub struct ColumnChoice {
    /// Field name.
    pub name: String,
    /// Heading.
    pub label: String,
    /// Shown now.
    pub shown: bool,
}

/// Button and panel to choose columns and their order: `GET <address>` with `columns=a,b,c`.
pub fn column_chooser(
    ui: &Ui<'_>,
    id: &str,
    address: &str,
    kept: &[(&str, &str)],
    columns: &[ColumnChoice],
) -> Markup {
    let shown: Vec<&str> = columns.iter().filter(|c| c.shown).map(|c| c.name.as_str()).collect();
    html! {
        button.btn.btn-quiet type="button" popovertarget=(id) aria-expanded="false" { (icon("columns-3")) (ui.say("ui-columns")) }
        form id=(id) .tl-menu popover data-columns method="get" action=(address) aria-label=(ui.say("ui-columns")) {
            @for (name, value) in kept { input type="hidden" name=(name) value=(value); }
            input type="hidden" name="columns" value=(shown.join(","));
            p.tl-menu-title { (ui.say("ui-columns-help")) }
            ul.tl-columns {
                @for column in columns {
                    li data-column=(column.name) data-label=(column.label) draggable="true" {
                        span.tl-grip { (icon("grip-vertical")) }
                        label { input.form-check-input type="checkbox" checked[column.shown]; (column.label) }
                        @for (way, picture, key) in [("up", "arrow-up", "ui-move-up"), ("down", "arrow-down", "ui-move-down")] {
                            button.btn.btn-icon.btn-sm.btn-quiet type="button" data-column-move=(way)
                                aria-label={ (ui.say(key)) ": " (column.label) } { (icon(picture)) }
                        }
                    }
                }
            }
            div.tl-columns-foot { button.btn.btn-primary.btn-sm type="submit" { (ui.say("ui-apply")) } }
        }
    }
}
