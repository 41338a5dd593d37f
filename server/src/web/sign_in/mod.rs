//! Signing in and out, proving again who one is, the own password, the language of the screens: the server's own pages
//! (A2, A4, A7).

mod confirm;
mod enrol;
mod form;
mod language;
mod others;
mod passkey;
mod password;
mod second_factor;

use maud::Markup;
use talang_http::{Call, Route};
use talang_screens::components::{Control, Input, Ui, input};

use super::errors::theme;

pub(super) use confirm::detour;
pub(crate) use enrol::{codes_page, picture};
pub(crate) use passkey::ADD as ADD_PASSKEY;

/// The routes of these pages.
pub(super) fn routes() -> Vec<Route> {
    [
        form::routes(),
        password::routes(),
        confirm::routes(),
        language::routes(),
        second_factor::routes(),
        enrol::routes(),
        passkey::routes(),
    ]
    .concat()
}

fn ui(call: &Call) -> Ui<'_> {
    talang_screens::page::branded(call)
}

/// A value of the form, empty when it is not there.
fn field(call: &Call, name: &str) -> String {
    call.request.form().into_iter().find(|(n, _)| n == name).map(|(_, v)| v).unwrap_or_default()
}

/// A password's field.
fn password(
    ui: &Ui<'_>,
    name: &str,
    label: &str,
    autocomplete: &'static str,
    error: Option<String>,
    help: &str,
) -> Markup {
    input(
        ui,
        &Input {
            name: name.into(),
            label: ui.say(label),
            control: Control::Password { autocomplete },
            required: true,
            error,
            help: help.into(),
            ..Input::default()
        },
    )
}
