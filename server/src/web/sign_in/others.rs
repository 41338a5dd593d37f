//! Other ways in than login and password, as the sign-in page offers them.

use maud::{Markup, html};
use talang_http::Call;
use talang_screens::components::Ui;

/// A way in that begins at an address.
struct Way {
    label: String,
    href: String,
}

/// The active identity providers, in their order (A6).
fn providers(_call: &Call) -> Vec<Way> {
    Vec::new()
}

/// Buttons of the other ways in; nothing where there are none.
pub(super) fn buttons(ui: &Ui<'_>, call: &Call) -> Markup {
    let ways = providers(call);
    html! {
        @if !ways.is_empty() {
            p.tl-or { span { (ui.say("site-or")) } }
            div.tl-stack {
                @for way in &ways { a.btn.w-100 href=(way.href) { (way.label) } }
            }
        }
    }
}

/// What stands below the form: help for those who cannot get in.
pub(super) fn help(call: &Call) -> Markup {
    html! { p { (crate::screens::links::forgotten_link(call)) } }
}
