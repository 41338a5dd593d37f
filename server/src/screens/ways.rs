//! How one signs in: second factor and recovery codes (A6), with the ways to password and devices.

use maud::{Markup, html};
use talang_engine::Result;
use talang_http::{Access, Call, Reply, Route};
use talang_identity::{ENROL_PAGE, Factors, Identity};
use talang_screens::components::{Tone, alert, badge, card, icon};
use talang_screens::page::{Head, csrf_field, done, page_with, ui, zone};

/// The page.
pub(crate) const HERE: &str = "/my-sign-in";

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get(HERE, Access::SignedIn, page),
        Route::post("/my-sign-in/app/remove", Access::SignedIn, remove_app).confirmed(),
        Route::post("/my-sign-in/codes", Access::SignedIn, new_codes).confirmed(),
    ]
}

/// `GET /my-sign-in`.
fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let account = call.scope.actor.id().unwrap_or_default();
    let factors = Identity::installed()?.factors(&call.scope, account)?;
    let content = html! {
        @if factors.required && !factors.any() { (alert(Tone::Info, "", html! { (ui.say("factor-asked")) })) }
        div.tl-stack {
            (app(call, &factors))
            @if factors.any() { (codes(call, &factors)) }
        }
    };
    let (title, text) = (ui.say("ways-title"), ui.say("ways-text"));
    let actions = html! {
        a.btn href="/password" { (icon("password-user")) (ui.say("site-password-title")) }
        a.btn href="/devices" { (icon("device-desktop")) (ui.say("devices-title")) }
    };
    let head = Head { title: &title, text: &text, actions, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

/// The card of the app that shows codes.
fn app(call: &Call, factors: &Factors) -> Markup {
    let ui = ui(call);
    let set_up = |label: &str, primary: bool| {
        html! {
            form method="post" action=(ENROL_PAGE) {
                (csrf_field(call))
                button.btn.btn-primary[primary] type="submit" { (icon("phone")) (ui.say(label)) }
            }
        }
    };
    card(
        &ui.say("ways-app"),
        html! {},
        false,
        html! {
            @if let Some(since) = factors.app {
                p {
                    (badge(Tone::Success, &ui.say("ways-on"))) " "
                    (ui.say_with("ways-since", &[("since", ui.culture.date_time(since, &zone(call)).into())]))
                }
                @if factors.required { p.tl-soft { (ui.say("ways-required")) } }
                div.d-flex.gap-2.flex-wrap {
                    (set_up("ways-app-renew", false))
                    @if !factors.required {
                        form method="post" action="/my-sign-in/app/remove" data-confirm=(ui.say("ways-app-remove-confirm"))
                            data-confirm-action=(ui.say("ways-remove")) {
                            (csrf_field(call))
                            button.btn type="submit" { (icon("trash")) (ui.say("ways-remove")) }
                        }
                    }
                }
            } @else {
                p.tl-soft { (ui.say("factor-app-what")) }
                (set_up("factor-app-set-up", true))
            }
        },
    )
}

/// The card of the recovery codes.
fn codes(call: &Call, factors: &Factors) -> Markup {
    let ui = ui(call);
    card(
        &ui.say("ways-codes"),
        html! {},
        false,
        html! {
            @if factors.codes <= 2 { (alert(Tone::Warning, "", html! { (ui.say_with("ways-codes-left", &[("count", factors.codes.into())])) })) }
            @else { p { (ui.say_with("ways-codes-left", &[("count", factors.codes.into())])) } }
            p.tl-soft { (ui.say("ways-codes-text")) }
            form method="post" action="/my-sign-in/codes" data-confirm=(ui.say("ways-codes-confirm")) data-confirm-action=(ui.say("ways-codes-new")) {
                (csrf_field(call))
                button.btn type="submit" { (icon("refresh")) (ui.say("ways-codes-new")) }
            }
        },
    )
}

/// `POST /my-sign-in/app/remove`.
fn remove_app(call: &Call) -> Result<Reply> {
    Identity::installed()?.remove_app(&call.scope)?;
    Ok(done(call, HERE, "ways-removed", None, None))
}

/// `POST /my-sign-in/codes`.
fn new_codes(call: &Call) -> Result<Reply> {
    let codes = Identity::installed()?.new_recovery_codes(&call.scope)?;
    Ok(crate::web::sign_in::codes_page(call, &codes, HERE))
}
