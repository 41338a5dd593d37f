//! Passkeys (A6): signing in with one, showing one after the password, adding one. The scripts of the page speak with the
//! browser (`web/src/js/passkey.js`); without them these parts stay hidden.

use maud::{Markup, html};
use talang_engine::{Error, Result};
use talang_http::cookies::PASSKEY;
use talang_http::{Access, Call, Reply, Route};
use talang_identity::{
    Browser, ENROL_PAGE, Identity, LONGEST_PASSKEY_NAME, Passkey, Population, Site, Stage, known_browser,
};
use talang_screens::components::{Control, Input, TextKind, Tone, Ui, alert, bare, icon, input};
use talang_screens::page::{csrf, csrf_field};

use super::enrol::{added, allowed, onward, session};
use super::second_factor::{is_at, next, sign_out};
use super::{field, form, second_factor, theme, ui};
use crate::screens::ways::HERE;

/// The browser asks here what it shall ask its owner for, at the sign-in.
pub(super) const SIGN_IN_ASK: &str = "/sign-in/passkey/ask";
const SIGN_IN: &str = "/sign-in/passkey";
/// The same for somebody who is known already.
pub(super) const SHOW_ASK: &str = "/second-factor/passkey/ask";
const SHOW: &str = "/second-factor/passkey";
/// Where a passkey is added.
pub(crate) const ADD: &str = "/second-factor/enrol/passkey";
const ADD_ASK: &str = "/second-factor/enrol/passkey/ask";

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::post(SIGN_IN_ASK, Access::Public, ask_to_sign_in),
        Route::post(SIGN_IN, Access::Public, sign_in),
        Route::post(SHOW_ASK, Access::SignedIn, ask_to_show),
        Route::post(SHOW, Access::SignedIn, show),
        Route::get(ADD, Access::SignedIn, page),
        Route::post(ADD, Access::SignedIn, add),
        Route::post(ADD_ASK, Access::SignedIn, ask_to_add),
    ]
}

/// Where the browser is; browsers offer passkeys nowhere else.
pub(super) fn site(call: &Call) -> Result<Site> {
    Site::of(&call.request).ok_or_else(|| talang_catalogue::Fault::new("passkey.not_allowed").into())
}

/// A button that makes or uses a passkey, with what it may have to say. It fills the field of its form in and sends that.
pub(super) fn button(ui: &Ui<'_>, what: &str, ask: &str, name: &str, label: &str, primary: bool) -> Markup {
    html! {
        div data-passkey-only hidden {
            input type="hidden" name=(name) data-passkey-answer;
            @for problem in ["stopped", "already"] {
                div data-passkey-problem=(problem) hidden { (alert(Tone::Warning, "", html! { (ui.say(&format!("passkey-{problem}"))) })) }
            }
            button.btn.btn-primary[primary].w-100 type="button" data-passkey=(what) data-passkey-ask=(ask) { (icon("key")) (label) }
        }
    }
}

/// The part of the sign-in page, where somebody has a passkey for this host.
pub(super) fn at_sign_in(ui: &Ui<'_>, call: &Call, onward: &str) -> Markup {
    // Whatever is wrong with it, the form must be there.
    let offered = || {
        Some(
            Identity::installed()
                .ok()?
                .passkeys_offered(call.scope.tenant(), &Site::of(&call.request)?)
                .ok()?,
        )
    };
    html! {
        @if offered().unwrap_or_default() {
            form.mt-2 method="post" action=(SIGN_IN) data-passkey-suggest=(SIGN_IN_ASK) {
                input type="hidden" name="next" value=(onward);
                (button(ui, "get", SIGN_IN_ASK, "passkey", &ui.say("passkey-sign-in"), false))
            }
        }
    }
}

fn ask_to_sign_in(call: &Call) -> Result<Reply> {
    let browser = PASSKEY.read(&call.request);
    let (question, browser) =
        Identity::installed()?.ask_to_sign_in(&call.scope, &site(call)?, browser, Population::Employees)?;
    Ok(answer(&question).with("set-cookie", PASSKEY.set(call.request.https, &browser)))
}

/// A question, which is for one use.
fn answer(question: &serde_json::Value) -> Reply {
    Reply::json(question).with("cache-control", "no-store")
}

fn sign_in(call: &Call) -> Result<Reply> {
    let (given, next) = (field(call, "passkey"), field(call, "next"));
    let holder = PASSKEY.read(&call.request).unwrap_or_default();
    let signed = site(call).and_then(|site| {
        let browser = Browser::of(&call.request);
        Identity::installed()?.sign_in_by_passkey(&call.scope, &site, holder, &given, &browser)
    });
    match signed {
        Ok(signed) => Ok(signed.reply(call.request.https, &next)),
        Err(error) if is_ours(&error) => Ok(form::sign_in_form(call, &next, "", Some(&error))),
        Err(error) => Err(error),
    }
}

/// What is said on the page where it happened.
pub(super) fn is_ours(error: &Error) -> bool {
    [
        "passkey.failed",
        "passkey.expired",
        "passkey.known",
        "passkey.too_many",
        "passkey.not_allowed",
        "sign_in.locked",
    ]
    .iter()
    .any(|code| error.is(code))
}

/// The passkeys of the caller: those for this host, and the hosts of the others.
pub(super) fn own(call: &Call) -> Result<(Vec<Passkey>, Vec<String>)> {
    let guard = Identity::installed()?;
    if !guard.passkeys_allowed(call.scope.tenant(), Population::Employees)? {
        return Ok((Vec::new(), Vec::new()));
    }
    let all = guard.passkeys(&call.scope, call.scope.actor.id().unwrap_or_default())?;
    let site = Site::of(&call.request);
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|p| site.as_ref().is_some_and(|s| s.host() == p.host));
    let mut hosts: Vec<String> = elsewhere.into_iter().map(|p| p.host).collect();
    hosts.sort();
    hosts.dedup();
    Ok((here, hosts))
}

/// The part of the page that asks for the second factor.
pub(super) fn at_second_factor(ui: &Ui<'_>, call: &Call) -> Result<Markup> {
    let (here, elsewhere) = own(call)?;
    Ok(html! {
        @if !here.is_empty() {
            form.mb-3 method="post" action=(onward(SHOW, call)) {
                (csrf_field(call))
                p.tl-soft { (ui.say("passkey-second-text")) }
                (button(ui, "get", SHOW_ASK, "passkey", &ui.say("passkey-use"), true))
                p.tl-soft data-passkey-lacking hidden { (ui.say("passkey-unsupported")) }
            }
        } @else if !elsewhere.is_empty() {
            p.tl-soft { (ui.say_with("passkey-elsewhere", &[("hosts", elsewhere.join(", ").into())])) }
        }
    })
}

fn ask_to_show(call: &Call) -> Result<Reply> {
    Ok(answer(&Identity::installed()?.ask_for_passkey(&call.scope, &site(call)?, session(call))?))
}

fn show(call: &Call) -> Result<Reply> {
    if !is_at(call, Stage::SecondFactor) {
        return Ok(Reply::see_other(&next(call)));
    }
    let given = field(call, "passkey");
    match Identity::installed()?.show_passkey(&call.scope, &site(call)?, session(call), &given) {
        Ok(signed) => Ok(signed.reply(call.request.https, &next(call))),
        Err(error) if is_ours(&error) => second_factor::form(call, Some(&error)),
        Err(error) => Err(error),
    }
}

/// `GET`: adds a passkey.
fn page(call: &Call) -> Result<Reply> {
    allowed(call)?;
    if !Identity::installed()?.passkeys_allowed(call.scope.tenant(), Population::Employees)? {
        return Err(talang_catalogue::Fault::new("passkey.not_allowed").into());
    }
    add_form(call, None)
}

fn add_form(call: &Call, error: Option<&Error>) -> Result<Reply> {
    let ui = ui(call);
    let title = ui.say("passkey-add-title");
    let forced = is_at(call, Stage::Enrol);
    let faults = error.map(Error::faults).unwrap_or_default();
    let content = html! {
        h1 { (title) }
        @for fault in &faults {
            (alert(Tone::Danger, "", html! { (ui.messages.fault_text(ui.language, fault, "")) }))
        }
        p { (ui.say("passkey-add-text")) }
        form method="post" action=(onward(ADD, call)) {
            (csrf_field(call))
            div.tl-stack {
                (input(&ui, &Input {
                    name: "name".into(),
                    label: ui.say("passkey-name"),
                    help: ui.say("passkey-name-help"),
                    control: Control::Text { value: suggested(&ui, call), kind: TextKind::Plain, max: i64::try_from(LONGEST_PASSKEY_NAME).ok() },
                    required: true,
                    ..Input::default()
                }))
                (button(&ui, "create", ADD_ASK, "passkey", &ui.say("passkey-create"), true))
                div data-passkey-lacking hidden { (alert(Tone::Warning, "", html! { (ui.say("passkey-unsupported")) })) }
            }
        }
    };
    let foot = html! {
        @if forced {
            a href=(onward(ENROL_PAGE, call)) { (ui.say("factor-back")) }
            (sign_out(call))
        } @else {
            a href=(HERE) { (ui.say("factor-back")) }
        }
    };
    let page = bare(&ui, &title, csrf(call), theme(&call.request), false, content, foot);
    Ok(Reply::html(page.into_string()).code(error.map_or(200, Error::status)))
}

/// The name that was typed, or that of the browser and the system.
fn suggested(ui: &Ui<'_>, call: &Call) -> String {
    let typed = field(call, "name");
    match known_browser(call.request.header("user-agent").unwrap_or_default()) {
        _ if !typed.is_empty() => typed,
        (Some(browser), Some(system)) => {
            ui.say_with("devices-name", &[("browser", browser.into()), ("system", system.into())])
        }
        (one, other) => one.or(other).unwrap_or_default().to_string(),
    }
}

fn ask_to_add(call: &Call) -> Result<Reply> {
    allowed(call)?;
    Ok(answer(&Identity::installed()?.ask_new_passkey(&call.scope, &site(call)?, session(call))?))
}

fn add(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let (name, given) = (field(call, "name"), field(call, "passkey"));
    let codes = site(call).and_then(|site| {
        Identity::installed()?.add_passkey(&call.scope, &site, session(call), &name, &given)
    });
    match codes {
        Ok(codes) => added(call, &codes),
        Err(error) if is_ours(&error) => add_form(call, Some(&error)),
        Err(error) => Err(error),
    }
}
