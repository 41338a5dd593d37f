//! What lies over the page: menus, dialogs, news.

use maud::{Markup, html};

use super::{Tone, Ui, icon};

/// An entry of a menu.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Words.
    pub label: String,
    /// Icon; empty for none.
    pub icon: &'static str,
    /// Address of a link. Without it the entry is a button.
    pub href: Option<String>,
    /// Extra attributes of the button or link, such as `("hx-post", "/…")` or `("data-tree-move", "node-12")`.
    pub attributes: Vec<(&'static str, String)>,
    /// Destroys something.
    pub danger: bool,
    /// A line above.
    pub line: bool,
    /// For menus of choices: chosen or not.
    pub checked: Option<bool>,
}

/// Where the attributes of an entry go. No text can contain it, because its quotes would be escaped.
const MARK: &str = " data-x=\"attributes\"";

/// Writes an attribute list; names are ours, values are escaped.
fn with_attributes(markup: Markup, attributes: &[(&'static str, String)]) -> Markup {
    // maud writes no dynamic attribute names.
    let mut text = String::new();
    for (name, value) in attributes {
        let value = html! { (value) }.into_string();
        text.push_str(&format!(" {name}=\"{value}\""));
    }
    maud::PreEscaped(markup.into_string().replacen(MARK, &text, 1))
}

pub(super) fn item(entry: &Entry) -> Markup {
    let inside = html! {
        @if !entry.icon.is_empty() { (icon(entry.icon)) }
        (entry.label)
        @if entry.checked.is_some() { span.tl-check { (icon("check")) } }
    };
    let role = if entry.checked.is_some() { "menuitemradio" } else { "menuitem" };
    let markup = match &entry.href {
        Some(href) => html! {
            a.tl-menu-item.is-danger[entry.danger] data-x="attributes" role=(role) aria-checked=[entry.checked] href=(href) { (inside) }
        },
        None => html! {
            button.tl-menu-item.is-danger[entry.danger] data-x="attributes" type="button" role=(role) aria-checked=[entry.checked] { (inside) }
        },
    };
    html! {
        @if entry.line { hr.tl-menu-line role="separator"; }
        (with_attributes(markup, &entry.attributes))
    }
}

/// A menu and its button. `id` must be unique; `class` are the button's classes (`btn`, `btn btn-icon btn-quiet`);
/// `label` is shown unless the button is an icon only.
///
/// ```ignore
/// menu_button("row-7", "btn btn-icon btn-sm btn-quiet", "dots", "Actions for Ana", true, &entries)
/// ```
pub fn menu_button(
    id: &str,
    class: &str,
    picture: &str,
    label: &str,
    icon_only: bool,
    entries: &[Entry],
) -> Markup {
    html! {
        button class=(class) type="button" popovertarget=(id) aria-haspopup="menu" aria-expanded="false"
            aria-label=[icon_only.then_some(label)] {
            @if !picture.is_empty() { (icon(picture)) }
            @if !icon_only { (label) (icon("chevron-down")) }
        }
        (menu(id, label, entries))
    }
}

/// The menu alone, for a button elsewhere with `popovertarget`.
pub fn menu(id: &str, label: &str, entries: &[Entry]) -> Markup {
    html! { div id=(id) .tl-menu popover role="menu" aria-label=(label) { @for entry in entries { (item(entry)) } } }
}

/// A dialog.
#[derive(Debug)]
pub struct Dialog<'a> {
    /// Unique id; buttons open it with `data-dialog="<id>"`.
    pub id: &'a str,
    /// Title.
    pub title: &'a str,
    /// Opens as soon as it is in the page: for the server's answers into `#tl-dialogs`.
    pub auto: bool,
    /// `""`, `"small"` or `"wide"`.
    pub size: &'a str,
    /// The middle.
    pub content: Markup,
    /// The buttons.
    pub foot: Markup,
    /// The address to which the whole dialog is sent as a form (`hx-post`, errors come back into the dialog).
    pub post: Option<&'a str>,
}

/// A dialog: focus stays in it, Escape closes it, focus returns afterwards. With `post`, the answer replaces the dialog:
/// 422 gives the same dialog again with its errors (`auto: true`); success closes it by `HX-Trigger: tl:dialog-close`, with
/// the news and the changed parts of the page as `<hx-partial>`s, or by `HX-Redirect` / `HX-Refresh`.
pub fn dialog(ui: &Ui<'_>, dialog: &Dialog<'_>) -> Markup {
    let class = match dialog.size {
        "" => "tl-dialog".to_string(),
        size => format!("tl-dialog tl-dialog-{size}"),
    };
    let title = format!("{}-title", dialog.id);
    let inside = html! {
        div.tl-dialog-head {
            h2 id=(title) { (dialog.title) }
            button.btn.btn-icon.btn-sm.btn-quiet type="button" data-dialog-close aria-label=(ui.say("ui-close")) { (icon("x")) }
        }
        div.tl-dialog-body { (dialog.content) }
        div.tl-dialog-foot { (dialog.foot) }
    };
    html! {
        dialog id=(dialog.id) class=(class) aria-labelledby=(title) data-auto[dialog.auto] {
            @if let Some(post) = dialog.post {
                form id={ (dialog.id) "-form" } hx-post=(post) hx-target="closest dialog" hx-swap="outerHTML" novalidate data-guard { (inside) }
            } @else { (inside) }
        }
    }
}

/// News for `#tl-toasts`; `undo` is an address to post to.
pub fn toast(ui: &Ui<'_>, tone: Tone, text: &str, undo: Option<&str>) -> Markup {
    let (picture, role) = match tone {
        Tone::Success => ("circle-check", "status"),
        Tone::Warning => ("alert-triangle", "status"),
        Tone::Danger => ("alert-circle", "alert"),
        _ => ("info-circle", "status"),
    };
    html! {
        div class={ "tl-toast tl-toast-" (tone.name()) } role=(role) data-toast {
            (icon(picture))
            span.tl-toast-text { (text) }
            @if let Some(undo) = undo {
                button.btn.btn-sm.tl-toast-undo type="button" hx-post=(undo) hx-swap="none" { (ui.say("ui-undo")) }
            }
            button.btn.btn-icon.btn-sm.btn-ghost-secondary type="button" data-toast-close aria-label=(ui.say("ui-close")) { (icon("x")) }
        }
    }
}
