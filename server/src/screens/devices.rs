//! My devices: where somebody is signed in (A7, A8).

use maud::{Markup, html};
use talang_catalogue::Fault;
use talang_engine::Result;
use talang_http::{Access, Call, Reply, Route};
use talang_identity::{Device, Identity};
use talang_screens::components::{Tone, badge, card, icon};
use talang_screens::page::{Head, csrf_field, done, page_with, ui, zone};

const PAGE: &str = "/devices";

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get(PAGE, Access::SignedIn, page),
        Route::post("/devices/end", Access::SignedIn, end),
        Route::post("/devices/end-others", Access::SignedIn, end_others),
    ]
}

/// A list of sessions, each with a button that posts to `end`; the one named `own` is marked and cannot be ended here.
pub(super) fn list(call: &Call, devices: &[Device], own: &str, end: &str) -> Markup {
    let (ui, zone) = (ui(call), zone(call));
    let when = |at: i64| ui.culture.date_time(at, &zone);
    let name = |device: &Device| match (device.browser, device.system) {
        (Some(browser), Some(system)) => {
            ui.say_with("devices-name", &[("browser", browser.into()), ("system", system.into())])
        }
        (Some(one), None) | (None, Some(one)) => one.to_string(),
        _ => ui.say("devices-unknown"),
    };
    html! {
        ul.list-unstyled.tl-stack.mb-0 {
            @for device in devices {
                li.d-flex.gap-3.flex-wrap.align-items-center.justify-content-between {
                    div {
                        div.d-flex.gap-2.flex-wrap.align-items-center {
                            (icon("device-desktop"))
                            strong { (name(device)) }
                            @if device.id == own { (badge(Tone::Success, &ui.say("devices-this"))) }
                        }
                        div.tl-soft {
                            (ui.say_with("devices-text", &[
                                ("address", device.address.as_str().into()),
                                ("since", when(device.since).into()),
                                ("seen", when(device.seen).into()),
                            ]))
                            " "
                            (ui.say(&format!("devices-by-{}", device.method.name())))
                        }
                    }
                    @if device.id != own {
                        form method="post" action=(end) {
                            (csrf_field(call))
                            input type="hidden" name="id" value=(device.id);
                            button.btn type="submit" aria-label={ (ui.say("devices-end")) ": " (name(device)) } {
                                (icon("logout")) (ui.say("devices-end"))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn me(call: &Call) -> Result<i64> {
    call.scope.actor.id().ok_or_else(|| Fault::new("sign_in.required").into())
}

fn own(call: &Call) -> &str {
    call.session.as_ref().map(|s| s.id.as_str()).unwrap_or_default()
}

/// `GET /devices`.
fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let devices = Identity::installed()?.devices(&call.scope, me(call)?)?;
    let others = devices.iter().any(|d| d.id != own(call));
    let (title, text) = (ui.say("devices-title"), ui.say("devices-help"));
    let actions = html! {
        @if others {
            form method="post" action="/devices/end-others" {
                (csrf_field(call))
                button.btn.btn-primary type="submit" { (icon("logout")) (ui.say("devices-end-others")) }
            }
        }
        a.btn href="/password" { (icon("password-user")) (ui.say("site-password-title")) }
    };
    let content = card("", html! {}, false, list(call, &devices, own(call), "/devices/end"));
    let head = Head { title: &title, text: &text, actions, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

/// `POST /devices/end`: one of one's own.
fn end(call: &Call) -> Result<Reply> {
    let id = sent(call);
    let ended = Identity::installed()?.end_devices(&call.scope, me(call)?, Some(&id), "", login(call))?;
    told(call, ended)
}

/// `POST /devices/end-others`.
fn end_others(call: &Call) -> Result<Reply> {
    let ended = Identity::installed()?.end_devices(&call.scope, me(call)?, None, own(call), login(call))?;
    told(call, ended)
}

/// The session that the form names.
pub(super) fn sent(call: &Call) -> String {
    call.request.form().into_iter().find(|(n, _)| n == "id").map(|(_, v)| v).unwrap_or_default()
}

fn login(call: &Call) -> &str {
    match &call.scope.actor {
        talang_engine::Actor::User { login, .. } => login,
        talang_engine::Actor::System => "",
    }
}

fn told(call: &Call, ended: u64) -> Result<Reply> {
    match ended {
        // Somebody else's session is as absent as one that is over.
        0 if !sent(call).is_empty() => Err(Fault::new("record.not_found").with("object", "").into()),
        _ => Ok(done(call, PAGE, "devices-ended", usize::try_from(ended).ok(), None)),
    }
}
