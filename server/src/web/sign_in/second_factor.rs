//! The second factor at the sign-in (A6): a code of the app, or a recovery code. The session reaches this page and no other.

use maud::html;
use talang_engine::{Error, Result};
use talang_http::{Access, Call, Reply, Route, encode};
use talang_identity::{Factors, Identity, SECOND_FACTOR_PAGE, Stage, local};
use talang_screens::components::{Control, Input, TextKind, Tone, alert, bare, input};

use super::{field, passkey, theme, ui};

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get(SECOND_FACTOR_PAGE, Access::SignedIn, page),
        Route::post(SECOND_FACTOR_PAGE, Access::SignedIn, show),
    ]
}

/// Where the page leads when it is done.
pub(super) fn next(call: &Call) -> String {
    local(call.request.query("next").unwrap_or("/"))
}

/// Whether the session lacks nothing, or something else than this stage is about.
pub(super) fn is_at(call: &Call, stage: Stage) -> bool {
    call.session.as_ref().is_some_and(|s| s.stage == stage.name())
}

fn page(call: &Call) -> Result<Reply> {
    if !is_at(call, Stage::SecondFactor) {
        return Ok(Reply::see_other(&next(call)));
    }
    form(call, None)
}

/// The page, with what was wrong.
pub(super) fn form(call: &Call, error: Option<&Error>) -> Result<Reply> {
    let ui = ui(call);
    let title = ui.say("factor-title");
    let csrf = call.session.as_ref().map(|s| s.csrf.as_str()).unwrap_or_default();
    let account = call.scope.actor.id().unwrap_or_default();
    let factors: Factors = Identity::installed()?.factors(&call.scope, account)?;
    let action = format!("{SECOND_FACTOR_PAGE}?next={}", encode(&next(call)));
    let faults = error.map(Error::faults).unwrap_or_default();
    let recovery = !field(call, "recovery").is_empty();
    let code = |name: &str, label: &str, kind: TextKind, max: i64| {
        input(
            &ui,
            &Input {
                name: name.into(),
                label: ui.say(label),
                control: Control::Text { value: String::new(), kind, max: Some(max) },
                required: true,
                ..Input::default()
            },
        )
    };
    let content = html! {
        h1 { (title) }
        @for fault in &faults {
            (alert(Tone::Danger, "", html! { (ui.messages.fault_text(ui.language, fault, "")) }))
        }
        (passkey::at_second_factor(&ui, call)?)
        @if factors.app.is_some() && factors.passkeys > 0 { p.tl-or { span { (ui.say("site-or")) } } }
        @if factors.app.is_some() {
            p.tl-soft { (ui.say("factor-app-text")) }
            form method="post" action=(action) {
                input type="hidden" name="_csrf" value=(csrf);
                div.tl-stack {
                    (code("code", "factor-code", TextKind::OneTimeCode, 10))
                    button.btn.btn-primary type="submit" { (ui.say("factor-go-on")) }
                }
            }
        }
        @if factors.codes > 0 {
            details.mt-3 open[recovery] {
                summary.tl-soft { (ui.say("factor-lost")) }
                form.mt-3 method="post" action=(action) {
                    input type="hidden" name="_csrf" value=(csrf);
                    div.tl-stack {
                        (code("recovery", "factor-recovery-code", TextKind::Code, 40))
                        button.btn type="submit" { (ui.say("factor-go-on")) }
                    }
                }
            }
        }
        p.tl-soft.mt-3 { (ui.say("factor-help")) }
    };
    let status = error.map_or(200, Error::status);
    let page = bare(&ui, &title, csrf, theme(&call.request), false, content, sign_out(call));
    Ok(Reply::html(page.into_string()).code(status))
}

/// The way out, for the foot of pages from which no other leads away.
pub(super) fn sign_out(call: &Call) -> maud::Markup {
    html! {
        form method="post" action="/sign-out" {
            (talang_screens::page::csrf_field(call))
            button.btn.btn-quiet type="submit" { (ui(call).say("factor-sign-out")) }
        }
    }
}

fn show(call: &Call) -> Result<Reply> {
    let Some(session) = call.session.as_ref().filter(|_| is_at(call, Stage::SecondFactor)) else {
        return Ok(Reply::see_other(&next(call)));
    };
    let code = Some(field(call, "code")).filter(|c| !c.is_empty()).unwrap_or_else(|| field(call, "recovery"));
    match Identity::installed()?.show_code(&call.scope, &session.id, &code) {
        Ok(signed) => Ok(signed.reply(call.request.https, &next(call))),
        Err(error) if error.is("second_factor.wrong") || error.is("sign_in.locked") => {
            form(call, Some(&error))
        }
        Err(error) => Err(error),
    }
}
