//! How one signs in: second factor and recovery codes (A6), with the ways to password and devices.

use maud::{Markup, html};
use talang_engine::Result;
use talang_http::{Access, Call, Reply, Route};
use talang_identity::{ENROL_PAGE, Factors, Identity, LONGEST_PASSKEY_NAME, Passkey, Population, Site};
use talang_screens::components::{Tone, alert, badge, card, icon};
use talang_screens::page::{Head, csrf_field, done, page_with, ui, zone};

/// The page.
pub(crate) const HERE: &str = "/my-sign-in";

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get(HERE, Access::SignedIn, page),
        Route::post("/my-sign-in/passkeys/{id}/name", Access::SignedIn, rename_passkey),
        Route::post("/my-sign-in/passkeys/{id}/remove", Access::SignedIn, remove_passkey).confirmed(),
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
            @let passkeys = passkeys(call)?;
            (passkeys)
            (app(call, &factors, passkeys.0.is_empty()))
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

/// The card of the passkeys; none where the company does without.
fn passkeys(call: &Call) -> Result<Markup> {
    let (ui, guard) = (ui(call), Identity::installed()?);
    if !guard.passkeys_allowed(call.scope.tenant(), Population::Employees)? {
        return Ok(html! {});
    }
    let all = guard.passkeys(&call.scope, call.scope.actor.id().unwrap_or_default())?;
    let here = Site::of(&call.request);
    let add = html! {
        a.btn.btn-primary[all.is_empty()] href=(crate::web::sign_in::ADD_PASSKEY) { (icon("key")) (ui.say("passkey-add-title")) }
    };
    let content = html! {
        p.tl-soft { (ui.say("passkey-add-text")) }
        @if !all.is_empty() {
            ul.list-unstyled.tl-stack {
                @for one in &all { li { (passkey(call, one, here.as_ref().is_some_and(|s| s.host() != one.host))) } }
            }
        }
        @if here.is_some() { (add) } @else { p.mb-0 { (ui.say("passkey-unsupported")) } }
    };
    Ok(card(&ui.say("ways-passkeys"), html! {}, false, content))
}

/// A passkey: what it is called, since when it is there and when it was used; `foreign`: for another host than this.
fn passkey(call: &Call, one: &Passkey, foreign: bool) -> Markup {
    let (ui, zone) = (ui(call), zone(call));
    let base = format!("/my-sign-in/passkeys/{}", one.id);
    let since = ui.culture.date_time(one.since, &zone);
    let facts = match one.used {
        Some(used) => ui.say_with(
            "ways-passkey-facts",
            &[("since", since.into()), ("used", ui.culture.date_time(used, &zone).into())],
        ),
        None => ui.say_with("ways-passkey-unused", &[("since", since.into())]),
    };
    let field = format!("passkey-name-{}", one.id);
    html! {
        div.d-flex.gap-3.flex-wrap.align-items-center.justify-content-between {
            div {
                div.d-flex.gap-2.flex-wrap.align-items-center {
                    (icon("key")) strong.text-break { (one.name) }
                    @if one.backed_up { (badge(Tone::Info, &ui.say("ways-passkey-backed-up"))) }
                }
                div.tl-soft { (facts) }
                @if foreign { div.tl-soft { (ui.say_with("ways-passkey-host", &[("host", one.host.as_str().into())])) } }
            }
            form method="post" action={ (base) "/remove" } data-confirm=(ui.say("ways-passkey-remove-confirm"))
                data-confirm-action=(ui.say("ways-remove")) {
                (csrf_field(call))
                button.btn type="submit" aria-label={ (ui.say("ways-remove")) ": " (one.name) } { (icon("trash")) (ui.say("ways-remove")) }
            }
        }
        details.mt-1 {
            summary.tl-soft { (ui.say("ways-passkey-rename")) span.visually-hidden { ": " (one.name) } }
            form.d-flex.gap-2.flex-wrap.align-items-end.mt-2 method="post" action={ (base) "/name" } {
                (csrf_field(call))
                div {
                    label.form-label for=(field) { (ui.say("passkey-name")) }
                    input.form-control id=(field) name="name" value=(one.name) maxlength=(LONGEST_PASSKEY_NAME) required autocomplete="off";
                }
                button.btn type="submit" { (ui.say("ui-save")) }
            }
        }
    }
}

/// `POST /my-sign-in/passkeys/{id}/name`.
fn rename_passkey(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let name = form.iter().find(|(n, _)| n == "name").map(|(_, v)| v.as_str()).unwrap_or_default();
    Identity::installed()?.rename_passkey(&call.scope, call.id("id")?, name)?;
    Ok(done(call, HERE, "ways-passkey-renamed", None, None))
}

/// `POST /my-sign-in/passkeys/{id}/remove`.
fn remove_passkey(call: &Call) -> Result<Reply> {
    Identity::installed()?.remove_passkey(&call.scope, call.id("id")?)?;
    Ok(done(call, HERE, "ways-removed", None, None))
}

/// The card of the app that shows codes; `first`: there is nothing better to begin with.
fn app(call: &Call, factors: &Factors, first: bool) -> Markup {
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
                (set_up("factor-app-set-up", first))
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
