//! The components: functions over plain data that give HTML.
//!
//! Rules that every page keeps, because the content security policy and htmx 4 need them:
//! - no `style`, no `on…` and no `hx-on` attribute, no inline script; widths from data by `data-width` (percent);
//! - in `hx-trigger` no `[…]` filter and in `hx-vals` no `js:` (both evaluate code);
//! - htmx attributes are not inherited: write them where they act, or with `:inherited`;
//! - refusals (400, 404, 409, 422) answer with HTML, which is swapped in; 401 reloads the page;
//! - news after an action: [`toast`] in an `<hx-partial hx-target="#tl-toasts" hx-swap="beforeend">`, or the header
//!   `HX-Trigger: {"toast": {"kind": "success", "text": "…", "undo": "/address"}}`;
//! - a dialog made by the server goes to `#tl-dialogs` with [`Dialog::auto`] and opens by itself; `HX-Trigger:
//!   tl:dialog-close` closes it.

mod chart;
mod display;
mod fields;
mod form;
mod overlay;
mod page;
mod shell;
mod table;
mod tree;

use std::fmt::Write as _;

use maud::{Markup, PreEscaped, html};
use talang_catalogue::messages::{Arg, Messages};
use talang_catalogue::{Culture, Language};
use talang_engine::charter::Brand;

pub use chart::{Chart, ChartKind, Series, chart};
pub use display::{
    Change, Event, Tone, alert, avatar, badge, card, empty_state, fact, facts, person, progress, stat,
    timeline,
};
pub use fields::{FieldContext, Titles, control, control_of_form, field_view};
pub use form::{
    Control, Input, Opt, Picked, Problem, TextKind, Upload, error_summary, file_drop, form_bar, input, upload,
};
pub use overlay::{Dialog, Entry, dialog, menu, menu_button, toast};
pub use page::{Crumb, Tab, TabPanel, page_header, steps, tab_panels, tabs};
pub use shell::{
    AsOf, Frame, Hit, HitGroup, MenuEntry, MenuSection, Theme, UserMenu, bare, bare_app, logo_address,
    search_results, shell,
};
pub use table::{
    Align, Bulk, Cell, Column, ColumnChoice, Filter, Filters, List, Paging, Row, Sort, column_chooser,
    filters, list, pagination,
};
pub use tree::{Node, Tree, TreeLook, nodes, tree};

/// In which language and culture a page speaks.
#[derive(Clone, Copy)]
pub struct Ui<'a> {
    /// Every sentence.
    pub messages: &'a Messages,
    /// The reader's language.
    pub language: Language,
    /// How the reader writes days and numbers.
    pub culture: &'a Culture,
    /// The tenant's colours and logo, on whole pages.
    pub brand: Brand,
}

impl Ui<'_> {
    /// A fixed text; keys of this crate begin with `ui-`.
    pub fn say(&self, key: &str) -> String {
        self.messages.plain(self.language, key)
    }

    /// A fixed text with arguments.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.messages.text(self.language, key, args)
    }

    /// A column of a list, headed by a fixed text.
    pub fn column(&self, key: &str, align: Align) -> Column {
        Column { label: self.say(key), align, ..Column::default() }
    }
}

impl std::fmt::Debug for Ui<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ui").field("language", &self.language).field("culture", &self.culture.code).finish()
    }
}

/// An icon of the sprite (`web/src/icons.txt` lists them), invisible to screen readers: say in words what it means.
///
/// ```
/// assert!(talang_screens::components::icon("users").into_string().contains("#users"));
/// ```
pub fn icon(name: &str) -> Markup {
    debug_assert!(talang_web::has_icon(name), "no icon {name}; add it to web/src/icons.txt");
    html! { svg.icon aria-hidden="true" { use href={ (talang_web::url("icons.svg")) "#" (name) } {} } }
}

/// JSON inside a page, safe from closing its element. It is data: the browser does not run it.
fn json_block(id: Option<&str>, json: &serde_json::Value) -> Markup {
    let text = json.to_string().replace('<', "\\u003c");
    html! { script type="application/json" id=[id] { (PreEscaped(text)) } }
}

/// An address with one query parameter set (or removed, when the value is empty), the others kept in order.
///
/// ```
/// use talang_screens::components::with_param;
/// assert_eq!(with_param("/employees?sort=name&page=2", "page", "3"), "/employees?sort=name&page=3");
/// assert_eq!(with_param("/employees?page=2", "page", ""), "/employees");
/// assert_eq!(with_param("/employees", "q", "a b&c"), "/employees?q=a%20b%26c");
/// ```
pub fn with_param(address: &str, name: &str, value: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let own = |pair: &&str| pair.split('=').next() != Some(name) && !pair.is_empty();
    let mut out = path.to_string();
    let mut sign = '?';
    for pair in query.split('&').filter(own) {
        let _ = write!(out, "{sign}{pair}");
        sign = '&';
    }
    if !value.is_empty() {
        let _ = write!(out, "{sign}{name}={}", encode(value));
    }
    out
}

/// Percent-encodes a query value.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,:/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
