//! The page where one signs in, and the way out (A2).

use maud::{Markup, html};
use talang_catalogue::Language;
use talang_engine::{Error, Result};
use talang_http::cookies::SESSION;
use talang_http::{Access, Call, Reply, Route, encode};
use talang_identity::{Browser, Identity, local};
use talang_screens::components::{Control, Input, TextKind, Tone, Ui, alert, bare, input};

use super::{field, others, passkey, password, theme, ui};

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sign-in", Access::Public, sign_in_page),
        Route::post("/sign-in", Access::Public, sign_in),
        Route::post("/sign-out", Access::SignedIn, sign_out),
    ]
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
pub(super) fn sign_in_form(call: &Call, next: &str, login: &str, error: Option<&Error>) -> Reply {
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
        (passkey::at_sign_in(&ui, call, &onward(next)))
        (others::help(call))
        (others::buttons(&ui, call))
    };
    let foot = languages(&ui, next);
    let status = error.map_or(200, Error::status);
    Reply::html(bare(&ui, &title, "", theme(&call.request), false, content, foot).into_string()).code(status)
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
    let signed = Identity::installed()?.sign_in(
        &call.installation,
        call.scope.tenant(),
        &login,
        &secret,
        &Browser::of(request),
    );
    match signed {
        Ok(signed) => Ok(signed.reply(request.https, &next)),
        Err(error)
            if ["sign_in.failed", "sign_in.locked", "sign_in.unconfirmed"].iter().any(|c| error.is(c)) =>
        {
            Ok(sign_in_form(call, &next, &login, Some(&error)))
        }
        Err(error) => Err(error),
    }
}

fn sign_out(call: &Call) -> Result<Reply> {
    let Some(session) = &call.session else { return Ok(Reply::see_other("/sign-in")) };
    // Where an identity provider began the session, the browser goes on to sign out there.
    let provider = talang_federation::sign_out(call)?;
    match call.scope.actor.id() {
        Some(account) if !field(call, "everywhere").is_empty() => {
            Identity::installed()?.sign_out_everywhere(&call.scope, account, &call.request.address)?;
        }
        _ => Identity::installed()?.sign_out(&call.scope, &session.id, &call.request.address)?,
    }
    // Nothing of the session stays in the browser.
    Ok(provider
        .unwrap_or_else(|| Reply::see_other("/sign-in"))
        .with("set-cookie", SESSION.forget(call.request.https))
        .with("clear-site-data", "\"cache\""))
}

#[cfg(test)]
mod tests {
    use super::onward;

    #[test]
    fn nobody_goes_on_to_the_sign_in() {
        assert_eq!(onward("/sign-in?next=/"), "/");
        assert_eq!(onward("/people/7?tab=contract"), "/people/7?tab=contract");
    }
}
