//! Password and sessions of an account on its page: for those who may change accounts (A2, A7, A8).

use maud::{Markup, html};
use talang_catalogue::{Fault, Record};
use talang_engine::{Action, Error, Result};
use talang_http::{Access, Call, Reply, Route};
use talang_identity::{Identity, Population};
use talang_screens::components::{Control, Input, Tone, alert, card, icon, input};
use talang_screens::page::{Head, csrf_field, done, fault_text, page_with, ui};

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    let change = Access::Right("User", Action::Update);
    vec![
        Route::get("/access/users/{id}/sign-in", change, part),
        Route::post("/access/users/{id}/password", change, set_password).confirmed(),
        Route::post("/access/users/{id}/sign-out", change, sign_out).confirmed(),
        Route::post("/access/users/{id}/sessions/end", change, end_session).confirmed(),
        Route::post("/access/users/{id}/unlock", change, unlock),
        Route::post("/access/users/{id}/factors/reset", change, reset_factors).confirmed(),
        Route::post("/access/users/{id}/activation", change, send_activation),
    ]
}

/// The account, if the scope may change it.
fn account(call: &Call) -> Result<Record> {
    call.scope.view(|v| {
        let users = v.object("User")?;
        let user = v.get(&users, call.id("id")?)?;
        if !v.may(&user, talang_catalogue::object::GENERAL, Action::Update)? {
            return Err(Fault::new("record.not_found").with("object", "User").into());
        }
        // Whoever sets somebody's password could use their rights (A10, A12).
        v.may_change_account(user.id)??;
        Ok(user)
    })
}

/// Whether it is a candidate's: nobody else sets its password, with which that candidate's data could be read and offers accepted.
fn is_candidates(user: &Record) -> bool {
    Population::of(user) == Population::Candidates
}

/// `GET /access/users/{id}/sign-in`: a part of the account's page.
fn part(call: &Call) -> Result<Reply> {
    let user = account(call)?;
    Ok(Reply::html(content(call, &user, &[])?.into_string()))
}

/// The part with what is wrong; as a page of its own where it was sent as one, after the question who one is.
fn refused(call: &Call, user: &Record, error: &Error) -> Result<Reply> {
    let part = content(call, user, &error.faults())?;
    let reply = match call.request.is_fragment() {
        true => Reply::html(part.into_string()),
        false => {
            let title = user.get("login").as_text().unwrap_or_default().to_string();
            let head = Head { title: &title, menu: "/access/users", timeless: true, ..Head::default() };
            page_with(call, &head, part)?
        }
    };
    Ok(reply.code(422))
}

fn content(call: &Call, user: &Record, faults: &[Fault]) -> Result<Markup> {
    let ui = ui(call);
    let guard = Identity::installed()?;
    let has = guard.has_password(call.scope.tenant(), user.id)?;
    let mailed = talang_mail::available(&call.installation) && !user.get("email").is_null();
    let base = format!("/access/users/{}", user.id);
    let devices = guard.devices(&call.scope, user.id)?;
    let factors = guard.factors(&call.scope, user.id)?;
    let own = call.session.as_ref().map(|s| s.id.as_str()).unwrap_or_default();
    let error = faults.iter().map(|f| fault_text(call, None, f)).collect::<Vec<_>>().join(" ");
    let shortest = talang_identity::Policy::of_account(call.scope.tenant(), user.id)?.shortest;
    Ok(html! {
        div id="account-sign-in" .tl-stack {
            (card(&ui.say("accounts-password"), html! {}, false, html! {
                @if !has { (alert(Tone::Info, "", html! { (ui.say("accounts-no-password")) })) }
                @if !is_candidates(user) { form method="post" action={ (base) "/password" } hx-post={ (base) "/password" } hx-target="#account-sign-in" hx-swap="outerHTML" {
                    (csrf_field(call))
                    div.tl-form {
                        (input(&ui, &Input {
                            name: "password".into(),
                            label: ui.say(if has { "accounts-new-password" } else { "accounts-first-password" }),
                            help: ui.say_with("accounts-password-help", &[("min", shortest.into())]),
                            control: Control::Password { autocomplete: "new-password" },
                            required: true,
                            error: Some(error).filter(|e| !e.is_empty()),
                            ..Input::default()
                        }))
                    }
                    input type="hidden" id="password-account" name="account" value=(user.id);
                    (super::links::meter("#password-account"))
                    div.mt-3 { button.btn type="submit" { (icon("password-user")) (ui.say("accounts-set-password")) } }
                } }
                @if mailed {
                    form.mt-3 method="post" action={ (base) "/activation" } {
                        (csrf_field(call))
                        p.tl-soft { (ui.say("accounts-activation-text")) }
                        button.btn type="submit" { (icon("send")) (ui.say("accounts-send-activation")) }
                    }
                }
            }))
            (card(&ui.say("accounts-factors"), html! {}, false, html! {
                @if factors.any() {
                    p { (ui.say_with("accounts-factors-has", &[
                        ("app", ui.say(if factors.app.is_some() { "accounts-factors-yes" } else { "accounts-factors-no" }).into()),
                        ("passkeys", factors.passkeys.into()),
                        ("codes", factors.codes.into()),
                    ])) }
                    form method="post" action={ (base) "/factors/reset" } data-confirm=(ui.say("accounts-factors-confirm"))
                        data-confirm-action=(ui.say("accounts-factors-reset")) {
                        (csrf_field(call))
                        p.tl-soft { (ui.say("accounts-factors-text")) }
                        button.btn type="submit" { (icon("shield-lock")) (ui.say("accounts-factors-reset")) }
                    }
                } @else {
                    p.tl-soft.mb-0 { (ui.say(if factors.required { "accounts-factors-due" } else { "accounts-factors-none" })) }
                }
            }))
            @if has || !devices.is_empty() {
                (card(&ui.say("accounts-sessions"), html! {}, false, html! {
                    @if devices.is_empty() { p.tl-soft { (ui.say("accounts-no-sessions")) } }
                    (super::devices::list(call, &devices, own, &format!("{base}/sessions/end")))
                    hr;
                    p.tl-soft { (ui.say("accounts-sessions-text")) }
                    div.d-flex.gap-2.flex-wrap {
                        @for (path, key, picture) in [("sign-out", "accounts-sign-out", "logout"), ("unlock", "accounts-unlock", "lock-open")] {
                            form method="post" action={ (base) "/" (path) } {
                                (csrf_field(call))
                                button.btn type="submit" { (icon(picture)) (ui.say(key)) }
                            }
                        }
                    }
                }))
            }
        }
    })
}

/// `POST /access/users/{id}/password`: its owner sets another at the next sign-in.
fn set_password(call: &Call) -> Result<Reply> {
    let user = account(call)?;
    if is_candidates(&user) {
        return Err(Fault::new("record.not_found").with("object", "User").into());
    }
    let form = call.request.form();
    let password = form.iter().find(|(n, _)| n == "password").map(|(_, v)| v.as_str()).unwrap_or_default();
    let login = user.get("login").as_text().unwrap_or_default();
    let first = talang_identity::Policy::of_account(call.scope.tenant(), user.id)?.change_at_first_sign_in;
    match Identity::installed()?.set_password(&call.scope, user.id, login, password, first) {
        Ok(()) => Ok(done(call, &format!("/access/users/{}", user.id), "accounts-password-set", None, None)),
        Err(error) if error.is_of_the_form() => refused(call, &user, &error),
        Err(other) => Err(other),
    }
}

/// `POST /access/users/{id}/sign-out`: ends all sessions.
fn sign_out(call: &Call) -> Result<Reply> {
    let user = account(call)?;
    Identity::installed()?.sign_out_everywhere(&call.scope, user.id, &call.request.address)?;
    Ok(done(call, &format!("/access/users/{}", user.id), "accounts-signed-out", None, None))
}

/// `POST /access/users/{id}/sessions/end`: ends one session.
fn end_session(call: &Call) -> Result<Reply> {
    let user = account(call)?;
    let login = user.get("login").as_text().unwrap_or_default();
    let id = super::devices::sent(call);
    if Identity::installed()?.end_devices(&call.scope, user.id, Some(&id), "", login)? == 0 {
        return Err(Fault::new("record.not_found").with("object", "").into());
    }
    Ok(done(call, &format!("/access/users/{}", user.id), "devices-ended", Some(1), None))
}

/// `POST /access/users/{id}/factors/reset`: its owner has lost the second factor.
fn reset_factors(call: &Call) -> Result<Reply> {
    let user = account(call)?;
    Identity::installed()?.reset_factors(&call.scope, user.id)?;
    Ok(done(call, &format!("/access/users/{}", user.id), "accounts-factors-done", None, None))
}

/// `POST /access/users/{id}/unlock`.
fn unlock(call: &Call) -> Result<Reply> {
    let user = account(call)?;
    Identity::installed()?.unlock(&call.scope, user.id)?;
    Ok(done(call, &format!("/access/users/{}", user.id), "accounts-unlocked", None, None))
}

/// `POST /access/users/{id}/activation`: a link by mail with which the owner sets the password.
fn send_activation(call: &Call) -> Result<Reply> {
    let user = account(call)?;
    match Identity::installed()?.send_activation(&call.scope, user.id) {
        Ok(()) => {
            Ok(done(call, &format!("/access/users/{}", user.id), "accounts-activation-sent", None, None))
        }
        Err(error) if error.is_of_the_form() => refused(call, &user, &error),
        Err(other) => Err(other),
    }
}
