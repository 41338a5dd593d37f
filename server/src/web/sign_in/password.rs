//! The own password (A4).

use maud::html;
use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use talang_http::{Access, Call, Reply, Route, encode};
use talang_identity::{Identity, PASSWORD_PAGE, Stage, local};
use talang_screens::components::{Tone, alert, bare};

use crate::screens::links;

use super::{field, password, theme, ui};

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get(PASSWORD_PAGE, Access::SignedIn, password_page),
        Route::post(PASSWORD_PAGE, Access::SignedIn, change_password),
    ]
}

fn password_page(call: &Call) -> Result<Reply> {
    Ok(password_form(call, None, false))
}

fn password_form(call: &Call, error: Option<&Fault>, done: bool) -> Reply {
    let ui = ui(call);
    let title = ui.say("site-password-title");
    let csrf = call.session.as_ref().map(|s| s.csrf.as_str()).unwrap_or_default();
    let at = |name: &str| {
        let fault = error.filter(|f| f.field.as_deref() == Some(name))?;
        Some(ui.messages.fault_text(ui.language, fault, &ui.say("site-password")))
    };
    let action = match call.request.query("next") {
        Some(next) => format!("{PASSWORD_PAGE}?next={}", encode(&local(next))),
        None => PASSWORD_PAGE.to_string(),
    };
    let content = html! {
        h1 { (title) }
        @if done { (alert(Tone::Success, "", html! { (ui.say("site-password-done")) })) }
        @if let Some(fault) = error.filter(|f| f.field.is_none()) {
            (alert(Tone::Danger, "", html! { (ui.messages.fault_text(ui.language, fault, "")) }))
        }
        form method="post" action=(action) {
            input type="hidden" name="_csrf" value=(csrf);
            div.tl-stack {
                (password(&ui, "present", "site-password-present", "current-password", at("present"), ""))
                (password(&ui, "password", "site-password-new", "new-password", at("password"), ""))
                (links::meter(""))
                (links::rules(call, call.scope.actor.id().unwrap_or_default()))
                (password(&ui, "again", "site-password-again", "new-password", at("again"), ""))
                button.btn.btn-primary type="submit" { (title) }
            }
        }
        hr;
        form method="post" action="/sign-out" {
            input type="hidden" name="_csrf" value=(csrf);
            input type="hidden" name="everywhere" value="1";
            p.tl-soft { (ui.say("site-everywhere-help")) }
            button.btn type="submit" { (ui.say("site-everywhere")) }
        }
    };
    let foot = html! { a href="/" { (ui.say("site-home")) } };
    let status = if error.is_some() { 422 } else { 200 };
    Reply::html(bare(&ui, &title, csrf, theme(&call.request), false, content, foot).into_string())
        .code(status)
}

fn change_password(call: &Call) -> Result<Reply> {
    let (present, new, again) = (field(call, "present"), field(call, "password"), field(call, "again"));
    if new != again {
        return Ok(password_form(call, Some(&Fault::new("password.differ").on("again")), false));
    }
    let keep = call.session.as_ref().map(|s| s.id.as_str()).unwrap_or_default();
    let guard = Identity::installed()?;
    match guard.change_password(&call.scope, &call.request.address, &present, &new, keep) {
        // The session goes on under a new token, and whoever had to change the password may now go on.
        Ok(()) => {
            let lacked = call.session.as_ref().is_some_and(|s| s.stage != Stage::Full.name());
            let signed = guard.renew(&call.scope, keep, false)?;
            let https = call.request.https;
            match call.request.query("next") {
                _ if signed.stage != Stage::Full => Ok(signed.reply(https, "/")),
                Some(next) if lacked => Ok(signed.reply(https, next)),
                _ => Ok(signed.keep(https, password_form(call, None, true))),
            }
        }
        Err(Error::Faults(faults)) => Ok(password_form(call, faults.first(), false)),
        Err(error) => Err(error),
    }
}
