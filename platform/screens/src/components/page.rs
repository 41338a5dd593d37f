//! What stands at the head of a page's content, and how it is divided.

use maud::{Markup, html};

use super::{Ui, icon};

/// A step of the way from the start to the page.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Words.
    pub label: String,
    /// Address.
    pub href: String,
}

/// Title of the page, the way to it, one sentence, what can be done here. `face` is an avatar or nothing.
///
/// ```ignore
/// page_header(&ui, "Employees", &[], "1,470 people on 1 March 2026", html! {}, html! { a.btn.btn-primary href="/employees/new" { "Add" } })
/// ```
pub fn page_header(
    ui: &Ui<'_>,
    title: &str,
    crumbs: &[Crumb],
    text: &str,
    face: Markup,
    actions: Markup,
) -> Markup {
    let actions = actions.into_string();
    html! {
        div.tl-head {
            div.tl-head-words {
                @if !crumbs.is_empty() {
                    nav aria-label=(ui.say("ui-breadcrumbs")) {
                        ol.tl-crumbs {
                            @for crumb in crumbs { li { a href=(crumb.href) { (crumb.label) } (icon("chevron-right")) } }
                        }
                    }
                }
                div.tl-head-row {
                    (face)
                    div {
                        h1 { (title) }
                        @if !text.is_empty() { p { (text) } }
                    }
                }
            }
            @if !actions.is_empty() { div.tl-actions { (maud::PreEscaped(actions)) } }
        }
    }
}

/// A tab that is a page of its own.
#[derive(Clone, Debug, Default)]
pub struct Tab {
    /// Words.
    pub label: String,
    /// Address.
    pub href: String,
    /// This page.
    pub current: bool,
    /// How many things are behind it.
    pub count: Option<String>,
}

/// Tabs with addresses: each can be linked to and reloaded.
pub fn tabs(label: &str, tabs: &[Tab]) -> Markup {
    html! {
        nav.tl-tabs aria-label=(label) {
            @for tab in tabs {
                a.tl-tab href=(tab.href) aria-current=[tab.current.then_some("page")] {
                    (tab.label)
                    @if let Some(count) = &tab.count { span.tl-tab-count { (count) } }
                }
            }
        }
    }
}

/// A tab whose content is already in the page.
#[derive(Debug)]
pub struct TabPanel {
    /// Words.
    pub label: String,
    /// Content.
    pub content: Markup,
}

/// Tabs within a page; the first is open. `id` makes their ids unique.
pub fn tab_panels(id: &str, label: &str, panels: &[TabPanel]) -> Markup {
    html! {
        div.tl-tabs role="tablist" aria-label=(label) {
            @for (at, panel) in panels.iter().enumerate() {
                button.tl-tab type="button" role="tab" id={ (id) "-tab-" (at) } aria-controls={ (id) "-panel-" (at) }
                    aria-selected=(at == 0) tabindex=(if at == 0 { "0" } else { "-1" }) { (panel.label) }
            }
        }
        @for (at, panel) in panels.iter().enumerate() {
            div role="tabpanel" id={ (id) "-panel-" (at) } aria-labelledby={ (id) "-tab-" (at) } hidden[at != 0] { (panel.content) }
        }
    }
}

/// Where a wizard stands; `current` counts from 0.
pub fn steps(label: &str, names: &[&str], current: usize) -> Markup {
    html! {
        ol.tl-steps aria-label=(label) {
            @for (at, name) in names.iter().enumerate() {
                li.is-done[at < current] aria-current=[(at == current).then_some("step")] { (name) }
            }
        }
    }
}
