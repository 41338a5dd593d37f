//! Saying again who one is before a dangerous act (ASVS 5.0 V7.5.3). The refused request is sent on after it.

use maud::html;
use talang_engine::{Error, Result};
use talang_http::{Access, Call, Method, Reply, Request, Route, encode};
use talang_identity::{CONFIRM_PAGE, Identity, local};
use talang_screens::components::{Tone, alert, bare};

use super::{field, others, password, theme, ui};

/// Fields of the page itself begin like this; all others belong to the form that waits.
const OWN: &str = "_confirm_";

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get(CONFIRM_PAGE, Access::SignedIn, page),
        Route::post(CONFIRM_PAGE, Access::SignedIn, confirm),
    ]
}

/// Where a request goes that needs a recent proof: pages and forms to this page (a form with all it holds), parts of
/// pages and uploads back to the page they are on, after it.
pub(in crate::web) fn detour(request: &Request, upload: bool) -> Reply {
    let to = |next: &str| format!("{CONFIRM_PAGE}?next={}", encode(next));
    let query: Vec<String> =
        request.query.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect();
    let here = match query.is_empty() {
        true => request.path.clone(),
        false => format!("{}?{}", request.path, query.join("&")),
    };
    if request.header("hx-request").is_some() || upload {
        let page = request.header("hx-current-url").or_else(|| request.header("referer")).unwrap_or("/");
        let path =
            page.split_once("://").map_or(page, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
        return match upload {
            true => Reply::see_other(&to(&local(path))),
            false => Reply::status(200).with("hx-redirect", to(&local(path))),
        };
    }
    match request.method {
        Method::Get => Reply::see_other(&to(&here)),
        // The browser sends the form again, to the page that asks.
        _ => Reply::status(307).with("location", to(&here)),
    }
}

fn page(call: &Call) -> Result<Reply> {
    form(call, false, None)
}

/// The page; it carries the form that waits, if one does.
fn form(call: &Call, waiting: bool, error: Option<&Error>) -> Result<Reply> {
    let ui = ui(call);
    let title = ui.say("site-confirm-title");
    let csrf = call.session.as_ref().map(|s| s.csrf.as_str()).unwrap_or_default();
    let next = local(call.request.query("next").unwrap_or("/"));
    let account = call.scope.actor.id().unwrap_or_default();
    let has_password = Identity::installed()?.has_password(call.scope.tenant(), account)?;
    let fields = if waiting { call.request.form() } else { Vec::new() };
    let faults = error.map(Error::faults).unwrap_or_default();
    let ways = others::buttons(&ui, call);
    let content = html! {
        h1 { (title) }
        p.tl-soft { (ui.say("site-confirm-text")) }
        @for fault in &faults {
            (alert(Tone::Danger, "", html! { (ui.messages.fault_text(ui.language, fault, "")) }))
        }
        @if has_password {
            form method="post" action={ (CONFIRM_PAGE) "?next=" (encode(&next)) } {
                input type="hidden" name="_csrf" value=(csrf);
                @for (name, value) in fields.iter().filter(|(n, _)| !n.starts_with(OWN) && n != "_csrf") {
                    input type="hidden" name=(name) value=(value);
                }
                @if waiting { input type="hidden" name="_confirm_form" value="1"; }
                div.tl-stack {
                    (password(&ui, "_confirm_password", "site-password", "current-password", None, ""))
                    button.btn.btn-primary type="submit" { (ui.say("site-confirm")) }
                }
            }
        }
        (ways)
    };
    let foot = html! { a href="/" { (ui.say("site-home")) } };
    let status = error.map_or(200, Error::status);
    Ok(Reply::html(bare(&ui, &title, csrf, theme(&call.request), false, content, foot).into_string())
        .code(status))
}

fn confirm(call: &Call) -> Result<Reply> {
    let given = call.request.form().into_iter().any(|(name, _)| name.starts_with(OWN));
    if !given {
        return form(call, true, None);
    }
    let waiting = !field(call, "_confirm_form").is_empty();
    let Some(session) = &call.session else { return Ok(Reply::see_other("/sign-in")) };
    let next = local(call.request.query("next").unwrap_or("/"));
    let secret = field(call, "_confirm_password");
    let renewed =
        Identity::installed()?.confirm_password(&call.scope, &call.request.address, &secret, &session.id);
    match renewed {
        Ok(signed) => {
            let reply = match waiting {
                // The same form once more, to where it was meant for.
                true => Reply::status(307).with("location", next),
                false => Reply::see_other(&next),
            };
            Ok(signed.keep(call.request.https, reply))
        }
        Err(error) if error.is("password.wrong") || error.is("sign_in.locked") => {
            form(call, waiting, Some(&error))
        }
        Err(error) => Err(error),
    }
}
