//! Trees: the organisation chart and other hierarchies, as outline or as boxes.

use maud::{Markup, html};

use super::{Entry, Ui, avatar, icon, menu_button};

/// One node.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// What moving sends as `node` and `to`.
    pub id: String,
    /// Name.
    pub title: String,
    /// A line below: manager, type.
    pub detail: String,
    /// Photo or initials of this person are shown in front.
    pub person: Option<(String, Option<String>)>,
    /// Address of its own page.
    pub href: String,
    /// Number of people, already written in the reader's culture.
    pub count: Option<String>,
    /// What can be done with it.
    pub actions: Vec<Entry>,
    /// May be moved.
    pub movable: bool,
    /// Address that gives its children ([`nodes`]) when it is opened; for children that are not here yet.
    pub load: Option<String>,
    /// Open at first.
    pub open: bool,
    /// Children that are here.
    pub children: Vec<Node>,
}

/// How a tree looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TreeLook {
    /// Lines with indentation.
    #[default]
    Outline,
    /// Boxes with connecting lines, to be zoomed and panned.
    Boxes,
}

/// A tree.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Unique id.
    pub id: String,
    /// What it shows.
    pub label: String,
    /// Look.
    pub look: TreeLook,
    /// `GET ?node=&to=&asOf=` answers with a dialog that confirms the move (without `to`: that asks where to). None:
    /// nothing moves.
    pub move_url: Option<String>,
    /// The roots.
    pub roots: Vec<Node>,
}

/// A tree by the WAI-ARIA pattern: arrows walk and open, Enter follows, letters find; `x` cuts, `v` puts under the node
/// in focus, `m` asks where to; dragging does the same.
pub fn tree(ui: &Ui<'_>, tree: &Tree) -> Markup {
    let list = |class: &str| {
        html! {
            ul id=(tree.id) class=(class) role="tree" aria-label=(tree.label) aria-describedby={ (tree.id) "-help" }
                data-move=[tree.move_url.as_deref()] {
                @for (at, node) in tree.roots.iter().enumerate() { (item(ui, &tree.id, node, 1, at == 0)) }
            }
        }
    };
    let help = if tree.move_url.is_some() { "ui-tree-help-move" } else { "ui-tree-help" };
    match tree.look {
        TreeLook::Outline => html! {
            (list("tl-tree tl-outline"))
            p.tl-tree-help id={ (tree.id) "-help" } { (ui.say(help)) }
        },
        TreeLook::Boxes => html! {
            div {
                (zoom(ui, &tree.id))
                div.tl-canvas id={ (tree.id) "-view" } data-pan tabindex="-1" { (list("tl-tree tl-boxes")) }
            }
            p.tl-tree-help id={ (tree.id) "-help" } { (ui.say(help)) }
        },
    }
}

fn zoom(ui: &Ui<'_>, id: &str) -> Markup {
    let view = format!("{id}-view");
    let button = |factor: &str, picture: &str, label: &str| {
        html! {
            button.btn.btn-icon.btn-sm.btn-quiet type="button" data-zoom=(factor) data-zoom-for=(view) aria-label=(ui.say(label)) {
                (icon(picture))
            }
        }
    };
    html! {
        div.tl-zoom role="group" aria-label=(ui.say("ui-zoom")) {
            (button("0.8", "zoom-out", "ui-zoom-out"))
            span data-zoom-level { (ui.culture.percent(100_000_000)) }
            (button("1.25", "zoom-in", "ui-zoom-in"))
            (button("fit", "zoom-scan", "ui-zoom-fit"))
        }
    }
}

/// The children of a node, as its `load` address answers. `tree` is the tree's id, `level` the children's (the root's is 1).
pub fn nodes(ui: &Ui<'_>, tree: &str, level: usize, children: &[Node]) -> Markup {
    html! { @for node in children { (item(ui, tree, node, level, false)) } }
}

fn item(ui: &Ui<'_>, tree: &str, node: &Node, level: usize, focusable: bool) -> Markup {
    let parent = node.load.is_some() || !node.children.is_empty();
    let open = parent && node.open && node.load.is_none();
    let id = format!("{tree}-{}", node.id);
    html! {
        // The item is the line, not the list element around it and its children: so its name is short.
        li role="none" {
            div.tl-node id=(id) role="treeitem" aria-level=(level) aria-labelledby={ (id) "-words" @if node.count.is_some() { " " (id) "-count" } }
                aria-expanded=[parent.then_some(open)] tabindex=(if focusable { "0" } else { "-1" }) data-id=(node.id)
                data-title=(node.title) data-load=[node.load.as_deref()] draggable=[node.movable.then_some("true")] {
                @if parent { span.tl-node-toggle data-tree-toggle aria-hidden="true" { (icon("chevron-right")) } }
                @else { span.tl-node-space {} }
                @if let Some((name, photo)) = &node.person { (avatar(name, photo.as_deref(), "")) }
                span.tl-node-words id={ (id) "-words" } {
                    @if node.href.is_empty() { span.tl-node-title { (node.title) } }
                    @else { a.tl-node-title href=(node.href) tabindex="-1" draggable="false" { (node.title) } }
                    @if !node.detail.is_empty() { " " small { (node.detail) } }
                }
                @if let Some(count) = &node.count {
                    " " span.tl-node-count id={ (id) "-count" } title=(ui.say("ui-people")) { (icon("users")) (count) }
                }
                @if !node.actions.is_empty() {
                    (menu_button(&format!("{id}-menu"), "btn btn-icon btn-sm btn-quiet", "dots",
                        &format!("{}: {}", ui.say("ui-actions"), node.title), true, &node.actions))
                }
            }
            @if parent {
                ul role="group" { @for child in &node.children { (item(ui, tree, child, level + 1, false)) } }
            }
        }
    }
}
