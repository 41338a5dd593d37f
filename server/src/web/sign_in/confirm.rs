//! Saying again who one is before a dangerous act (ASVS 5.0 V7.5.3). The refused request is sent on after it.

use maud::{Markup, html};
use talang_engine::{Error, Result};
use talang_http::{Access, Call, Method, Reply, Route, encode};
use talang_identity::{CONFIRM_PAGE, Identity, local};
use talang_screens::components::{Control, Dialog, Input, TextKind, Tone, Ui, alert, bare, dialog, input};

use super::{field, others, passkey, password, theme, ui};

/// Fields of the page itself begin like this; all others belong to the form that waits.
const OWN: &str = "_confirm_";

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get(CONFIRM_PAGE, Access::SignedIn, page),
        Route::post(CONFIRM_PAGE, Access::SignedIn, confirm),
    ]
}

/// Where a request goes that needs a recent proof: pages and forms to this page (a form with all it holds), uploads back to
/// the page they are on, after it. What a page sent in the background is asked for on the page itself, so that what was
/// typed there stays.
pub(in crate::web) fn detour(call: &Call, upload: bool) -> Reply {
    let request = &call.request;
    let to = |next: &str| format!("{CONFIRM_PAGE}?next={}", encode(next));
    let query: Vec<String> =
        request.query.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect();
    let here = match query.is_empty() {
        true => request.path.clone(),
        false => format!("{}?{}", request.path, query.join("&")),
    };
    let from = |header: &str| {
        let page = request.header(header)?;
        Some(local(
            page.split_once("://").map_or(page, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..])),
        ))
    };
    let page = || from("hx-current-url").or_else(|| from("referer")).unwrap_or_else(|| "/".to_string());
    match (request.header("hx-request").is_some(), request.method) {
        _ if upload => match request.header("hx-request") {
            Some(_) => Reply::status(200).with("hx-redirect", to(&page())),
            None => Reply::see_other(&to(&page())),
        },
        (true, method) if method != Method::Get && !matches!(proof(call), Ok(Proof::Elsewhere) | Err(_)) => {
            asked_here(call, &here)
        }
        // Who signs in elsewhere proves it there, and comes back to this page.
        (true, _) => Reply::status(200).with("hx-redirect", to(&page())),
        // What is read so is a file: the page on which it was asked for is where one goes on.
        (false, Method::Get) => match from("referer").filter(|page| !page.starts_with(CONFIRM_PAGE)) {
            Some(page) => Reply::see_other(&format!("{}&back={}", to(&here), encode(&page))),
            None => Reply::see_other(&to(&here)),
        },
        // The browser sends the form again, to the page that asks.
        _ => Reply::status(307).with("location", to(&here)),
    }
}

/// What the caller can be asked for here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// The password.
    Password,
    /// A code or a passkey: whoever has a second factor shows it, and the password alone is not enough.
    Code,
    /// Neither: the identity provider is asked.
    Elsewhere,
}

fn proof(call: &Call) -> Result<Proof> {
    let (guard, account) = (Identity::installed()?, call.scope.actor.id().unwrap_or_default());
    Ok(match guard.factors(&call.scope, account)?.any() {
        true => Proof::Code,
        false if guard.has_password(call.scope.tenant(), account)? => Proof::Password,
        false => Proof::Elsewhere,
    })
}

/// What is said about it.
fn asks(ui: &Ui<'_>, proof: Proof) -> String {
    ui.say(if proof == Proof::Code { "site-confirm-code-text" } else { "site-confirm-text" })
}

/// Its fields.
fn fields(ui: &Ui<'_>, call: &Call, proof: Proof) -> Result<Markup> {
    let code = |name: &str, label: &str, kind: TextKind| {
        let control = Control::Text { value: String::new(), kind, max: Some(40) };
        input(ui, &Input { name: name.into(), label: ui.say(label), control, ..Input::default() })
    };
    Ok(match proof {
        Proof::Password => password(ui, "_confirm_password", "site-password", "current-password", None, ""),
        Proof::Code => {
            let (keys, alone) = (!passkey::own(call)?.0.is_empty(), by_passkey(call)?);
            html! {
                @if keys {
                    (passkey::button(ui, "get", passkey::SHOW_ASK, "_confirm_passkey", &ui.say("passkey-use"), alone))
                }
                @if !alone { (code("_confirm_code", "factor-code", TextKind::OneTimeCode)) }
                details {
                    summary.tl-soft { (ui.say("factor-lost")) }
                    div.tl-stack.mt-2 {
                        (code("_confirm_recovery", "factor-recovery-code", TextKind::Code))
                        @if alone { button.btn type="submit" { (ui.say("site-confirm")) } }
                    }
                }
            }
        }
        Proof::Elsewhere => html! {},
    })
}

/// Whether a passkey is what there is, and no app: its button is then the one that goes on.
fn by_passkey(call: &Call) -> Result<bool> {
    let account = call.scope.actor.id().unwrap_or_default();
    let factors = Identity::installed()?.factors(&call.scope, account)?;
    Ok(factors.passkeys > 0 && factors.app.is_none())
}

/// Everything that was sent, to be sent again; fields of this page and tokens apart.
fn waiting_fields(call: &Call) -> Markup {
    let own = |name: &str| name.starts_with(OWN) || name == "_csrf" || name == "csrf";
    html! {
        @for (name, value) in call.request.form().iter().filter(|(n, _)| !own(n)) {
            input type="hidden" name=(name) value=(value);
        }
        input type="hidden" name="_confirm_form" value="1";
    }
}

/// The question as a dialog on the page that asked in the background; after it the form goes on as a page's form.
fn asked_here(call: &Call, next: &str) -> Reply {
    let ui = ui(call);
    let csrf = call.session.as_ref().map(|s| s.csrf.as_str()).unwrap_or_default();
    let title = ui.say("site-confirm-title");
    let asked = proof(call).unwrap_or(Proof::Password);
    let content = html! {
        p { (asks(&ui, asked)) }
        form id="confirm-form" method="post" action={ (CONFIRM_PAGE) "?next=" (encode(next)) } {
            input type="hidden" name="_csrf" value=(csrf);
            (waiting_fields(call))
            div.tl-stack { (fields(&ui, call, asked).unwrap_or_default()) }
        }
    };
    let foot = html! {
        button.btn type="button" data-dialog-close { (ui.say("ui-cancel")) }
        @if !by_passkey(call).unwrap_or_default() {
            button.btn.btn-primary type="submit" form="confirm-form" { (ui.say("site-confirm")) }
        }
    };
    let asked =
        Dialog { id: "confirm-dialog", title: &title, auto: true, size: "small", post: None, content, foot };
    Reply::html(dialog(&ui, &asked).into_string())
        .with("hx-retarget", "#tl-dialogs")
        .with("hx-reswap", "beforeend")
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
    let back = call.request.query("back").map(local);
    let action = match &back {
        Some(back) => format!("{CONFIRM_PAGE}?next={}&back={}", encode(&next), encode(back)),
        None => format!("{CONFIRM_PAGE}?next={}", encode(&next)),
    };
    let faults = error.map(Error::faults).unwrap_or_default();
    let (ways, asked) = (others::buttons(&ui, call), proof(call)?);
    let content = html! {
        h1 { (title) }
        p.tl-soft { (asks(&ui, asked)) }
        @for fault in &faults {
            (alert(Tone::Danger, "", html! { (ui.messages.fault_text(ui.language, fault, "")) }))
        }
        @if asked != Proof::Elsewhere {
            form method="post" action=(action) {
                input type="hidden" name="_csrf" value=(csrf);
                @if waiting { (waiting_fields(call)) }
                div.tl-stack {
                    (fields(&ui, call, asked)?)
                    @if !by_passkey(call)? { button.btn.btn-primary type="submit" { (ui.say("site-confirm")) } }
                }
            }
        }
        (ways)
    };
    let foot = html! {
        @match &back {
            Some(back) => a href=(back) { (ui.say("site-confirm-back")) },
            None => a href="/" { (ui.say("site-home")) },
        }
    };
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
    let guard = Identity::installed()?;
    let given = |name: &str| Some(field(call, name)).filter(|text| !text.is_empty());
    let renewed = match proof(call)? {
        Proof::Code if given("_confirm_passkey").is_some() => {
            let site = passkey::site(call)?;
            guard.show_passkey(&call.scope, &site, &session.id, &field(call, "_confirm_passkey"))
        }
        Proof::Code => {
            let code = given("_confirm_code").or_else(|| given("_confirm_recovery")).unwrap_or_default();
            guard.show_code(&call.scope, &session.id, &code)
        }
        _ => {
            let secret = field(call, "_confirm_password");
            guard.confirm_password(&call.scope, &call.request.address, &secret, &session.id)
        }
    };
    match renewed {
        Ok(signed) => {
            let reply = match waiting {
                // The same form once more, to where it was meant for.
                true => Reply::status(307).with("location", next),
                false => match call.request.query("back") {
                    Some(back) => on_its_way(call, &next, &local(back)),
                    None => Reply::see_other(&next),
                },
            };
            Ok(signed.keep(call.request.https, reply))
        }
        Err(error)
            if passkey::is_ours(&error)
                || ["password.wrong", "second_factor.wrong"].iter().any(|c| error.is(c)) =>
        {
            form(call, waiting, Some(&error))
        }
        Err(error) => Err(error),
    }
}

/// The page that stays while a file comes, with the way back to where it was asked for.
fn on_its_way(call: &Call, file: &str, back: &str) -> Reply {
    let ui = ui(call);
    let title = ui.say("site-file-title");
    let content = html! {
        h1 { (title) }
        p.tl-soft { (ui.say("site-file-text")) }
        div.tl-stack {
            a.btn.btn-primary href=(back) { (ui.say("site-confirm-back")) }
            a.btn href=(file) { (ui.say("site-file-again")) }
        }
    };
    let foot = html! { a href="/" { (ui.say("site-home")) } };
    Reply::html(bare(&ui, &title, "", theme(&call.request), false, content, foot).into_string())
        .with("refresh", format!("0; url={file}"))
}
