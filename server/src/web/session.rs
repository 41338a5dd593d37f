//! Signing in and out, the own password, the language of the screens: the server's own pages (A2).

use std::sync::{Arc, OnceLock};

use maud::{Markup, html};
use talang_catalogue::{Fault, Language};
use talang_engine::{Error, Result};
use talang_http::{Access, Call, Reply, Route, encode};
use talang_identity::Identity;
use talang_screens::components::{Control, Input, TextKind, Tone, Ui, alert, bare, input};

use super::errors::theme;

/// Where the own password is changed.
pub(super) const PASSWORD_PAGE: &str = "/password";
/// Cookie of the language that was chosen in this browser.
pub(super) const LANGUAGE_COOKIE: &str = "talang_language";

/// The accounts' guard, for handlers, which are plain functions. One process serves one installation; tests that open
/// several share its rules, never its data: every call names installation and tenant.
static IDENTITY: OnceLock<Arc<Identity>> = OnceLock::new();

/// The name of the session's cookie. By HTTPS the browser itself sees to it that only this very host sets it.
pub(super) fn session_cookie(https: bool) -> &'static str {
    if https { "__Host-talang_session" } else { "talang_session" }
}

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sign-in", Access::Public, sign_in_page),
        Route::post("/sign-in", Access::Public, sign_in),
        Route::post("/sign-out", Access::SignedIn, sign_out),
        Route::get(PASSWORD_PAGE, Access::SignedIn, password_page),
        Route::post(PASSWORD_PAGE, Access::SignedIn, change_password),
        Route::post("/language", Access::Public, language),
    ]
}

/// Names the guard of accounts to the handlers of this file.
pub(super) fn guard_with(identity: &Arc<Identity>) {
    let _ = IDENTITY.set(identity.clone());
}

/// The guard of accounts.
///
/// # Errors
/// `internal` where nothing serves.
pub(crate) fn identity() -> Result<&'static Arc<Identity>> {
    IDENTITY.get().ok_or_else(|| Fault::new("internal").into())
}

fn ui(call: &Call) -> Ui<'_> {
    let registry = call.installation.registry();
    Ui { messages: &registry.messages, language: call.scope.language(), culture: call.scope.culture }
}

/// A value of the form, empty when it is not there.
fn field(call: &Call, name: &str) -> String {
    call.request.form().into_iter().find(|(n, _)| n == name).map(|(_, v)| v).unwrap_or_default()
}

/// An address of this host, or its start page: nobody is sent to another site.
fn local(address: &str) -> String {
    let fine = address.starts_with('/')
        && !address.starts_with("//")
        && !address.contains('\\')
        && !address.chars().any(char::is_control);
    if fine { address.to_string() } else { "/".to_string() }
}

/// Where somebody who has just signed in goes on.
fn onward(next: &str) -> String {
    local(if next.starts_with("/sign-in") { "/" } else { next })
}

fn sign_in_page(call: &Call) -> Result<Reply> {
    if call.session.is_some() {
        return Ok(Reply::see_other(&onward(call.request.query("next").unwrap_or("/"))));
    }
    Ok(sign_in_form(call, call.request.query("next").unwrap_or_default(), "", None))
}

/// The sign-in page, with what was wrong.
fn sign_in_form(call: &Call, next: &str, login: &str, error: Option<&Error>) -> Reply {
    let ui = ui(call);
    let title = ui.say("site-sign-in");
    let faults = error.map(Error::faults).unwrap_or_default();
    let content = html! {
        h1 { (title) }
        p.tl-soft { (call.scope.tenant().name()) }
        @for fault in &faults {
            (alert(Tone::Danger, "", html! { (ui.messages.fault_text(ui.language, fault, "")) }))
        }
        form method="post" action="/sign-in" {
            input type="hidden" name="next" value=(onward(next));
            div.tl-stack {
                (input(&ui, &Input {
                    name: "login".into(),
                    label: ui.say("site-login"),
                    control: Control::Text { value: login.to_string(), kind: TextKind::Login, max: None },
                    required: true,
                    ..Input::default()
                }))
                (password(&ui, "password", "site-password", "current-password", None, ""))
                button.btn.btn-primary type="submit" { (title) }
            }
        }
    };
    let foot = languages(&ui, next);
    let status = error.map_or(200, Error::status);
    Reply::html(bare(&ui, &title, "", theme(&call.request), false, content, foot).into_string()).code(status)
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

/// The page in each other language.
fn languages(ui: &Ui<'_>, next: &str) -> Markup {
    html! {
        @for language in Language::ALL.into_iter().filter(|l| *l != ui.language) {
            @let next = if next.is_empty() { String::new() } else { format!("&next={}", encode(next)) };
            a href={ "/sign-in?lang=" (language.code()) (next) } lang=(language.code()) hreflang=(language.code()) {
                (language.native_name())
            }
        }
    }
}

fn sign_in(call: &Call) -> Result<Reply> {
    let (login, secret, next) = (field(call, "login"), field(call, "password"), field(call, "next"));
    let request = &call.request;
    let cookie = session_cookie(request.https);
    let signed = identity()?.sign_in(
        &call.installation,
        call.scope.tenant(),
        &login,
        &secret,
        &request.address,
        request.header("user-agent").unwrap_or_default(),
        request.cookie(cookie),
    );
    match signed {
        Ok(signed) => {
            let secure = if request.https { "; Secure" } else { "" };
            let value = format!(
                "{cookie}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{secure}",
                signed.token, signed.seconds
            );
            let to = if signed.must_change { PASSWORD_PAGE.to_string() } else { onward(&next) };
            Ok(Reply::see_other(&to).with("set-cookie", value))
        }
        Err(error) if error.is("sign_in.failed") || error.is("sign_in.locked") => {
            Ok(sign_in_form(call, &next, &login, Some(&error)))
        }
        Err(error) => Err(error),
    }
}

fn sign_out(call: &Call) -> Result<Reply> {
    let Some(session) = &call.session else { return Ok(Reply::see_other("/sign-in")) };
    match call.scope.actor.id() {
        Some(account) if !field(call, "everywhere").is_empty() => {
            identity()?.sign_out_everywhere(&call.scope, account, &call.request.address)?;
        }
        _ => identity()?.sign_out(&call.scope, &session.id, &call.request.address)?,
    }
    let secure = if call.request.https { "; Secure" } else { "" };
    let gone =
        format!("{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}", session_cookie(call.request.https));
    // Nothing of the session stays in the browser.
    Ok(Reply::see_other("/sign-in").with("set-cookie", gone).with("clear-site-data", "\"cache\""))
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
    let shortest = talang_identity::Policy::of(call.scope.tenant()).map_or(8, |p| p.shortest);
    let rule = ui.say_with("site-password-rule", &[("min", shortest.into())]);
    let content = html! {
        h1 { (title) }
        @if done { (alert(Tone::Success, "", html! { (ui.say("site-password-done")) })) }
        @if let Some(fault) = error.filter(|f| f.field.is_none()) {
            (alert(Tone::Danger, "", html! { (ui.messages.fault_text(ui.language, fault, "")) }))
        }
        form method="post" action=(PASSWORD_PAGE) {
            input type="hidden" name="_csrf" value=(csrf);
            div.tl-stack {
                (password(&ui, "present", "site-password-present", "current-password", at("present"), ""))
                (password(&ui, "password", "site-password-new", "new-password", at("password"), &rule))
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
    match identity()?.change_password(&call.scope, &call.request.address, &present, &new, keep) {
        Ok(()) => Ok(password_form(call, None, true)),
        Err(Error::Faults(faults)) => Ok(password_form(call, faults.first(), false)),
        Err(error) => Err(error),
    }
}

/// Chooses the language of the screens in this browser.
fn language(call: &Call) -> Result<Reply> {
    let back = local(&field(call, "back"));
    let Some(language) = Language::parse(&field(call, "language")) else {
        return Err(Fault::new("value.language").on("language").into());
    };
    let secure = if call.request.https { "; Secure" } else { "" };
    let value =
        format!("{LANGUAGE_COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax{secure}", language.code());
    Ok(Reply::see_other(&back).with("set-cookie", value))
}

#[cfg(test)]
mod tests {
    use super::{local, onward};

    #[test]
    fn nobody_is_sent_to_another_host() {
        for bad in ["https://evil.example", "//evil.example", "/\\evil.example", "evil", "", "/a\nb"] {
            assert_eq!(local(bad), "/", "{bad:?}");
        }
        assert_eq!(local("/people/7?tab=contract"), "/people/7?tab=contract");
        assert_eq!(onward("/sign-in?next=/"), "/");
    }
}
