//! Other ways in than login and password, as the sign-in page offers them.

use maud::{Markup, html};
use talang_http::Call;
use talang_screens::components::Ui;

/// Buttons of the other ways in; nothing where there are none.
pub(super) fn buttons(ui: &Ui<'_>, call: &Call) -> Markup {
    // Whatever is wrong with them, the form must be there.
    let ways = talang_federation::buttons(call).unwrap_or_default();
    html! {
        @if !ways.is_empty() {
            p.tl-or { span { (ui.say("site-or")) } }
            div.tl-stack {
                @for (label, href) in &ways { a.btn.w-100 href=(href) { (label) } }
            }
        }
    }
}

/// What stands below the form: help for those who cannot get in.
pub(super) fn help(_ui: &Ui<'_>, _call: &Call) -> Markup {
    html! {}
}
