//! Setting up a second factor (A6): by choice from one's own page, or at the sign-in where the company asks for one.

use maud::{Markup, PreEscaped, html};
use qrcode::{Color, EcLevel, QrCode};
use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use talang_http::{Access, Call, Reply, Route, encode};
use talang_identity::{AppOffer, ENROL_PAGE, Identity, Population, Stage};
use talang_screens::components::{Control, Input, TextKind, Tone, alert, bare, icon, input};
use talang_screens::page::{csrf_field, done};

use super::second_factor::{is_at, next, sign_out};
use super::{field, passkey, theme, ui};
use crate::screens::ways::HERE;

/// Where the app's first code is sent to.
const APP: &str = "/second-factor/enrol/app";

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get(ENROL_PAGE, Access::SignedIn, page),
        Route::post(ENROL_PAGE, Access::SignedIn, offer),
        Route::post(APP, Access::SignedIn, confirm),
    ]
}

/// Whoever adds a second factor by choice has just proved who they are; whoever is made to at the sign-in has so by it.
pub(super) fn allowed(call: &Call) -> Result<()> {
    if is_at(call, Stage::Enrol) { Ok(()) } else { call.require_recent() }
}

/// The digest of the caller's session.
pub(super) fn session(call: &Call) -> &str {
    call.session.as_ref().map(|s| s.id.as_str()).unwrap_or_default()
}

/// An address with where to go on to.
pub(super) fn onward(address: &str, call: &Call) -> String {
    match call.request.query("next") {
        Some(_) => format!("{address}?next={}", encode(&next(call))),
        None => address.to_string(),
    }
}

/// Where one goes on when a second factor was set up.
pub(super) fn leads_to(call: &Call) -> String {
    match call.request.query("next") {
        None if !is_at(call, Stage::Enrol) => HERE.to_string(),
        _ => next(call),
    }
}

fn page(call: &Call) -> Result<Reply> {
    allowed(call)?;
    show(call, None)
}

fn show(call: &Call, error: Option<&Error>) -> Result<Reply> {
    let ui = ui(call);
    let offer = Identity::installed()?.offered_app(&call.scope, session(call))?;
    let forced = is_at(call, Stage::Enrol);
    let title = ui.say("factor-set-up-title");
    let faults: Vec<Fault> = error.map(Error::faults).unwrap_or_default();
    let content = html! {
        h1 { (title) }
        @if forced { (alert(Tone::Info, "", html! { (ui.say("factor-asked")) })) }
        @for fault in faults.iter().filter(|f| f.field.is_none()) {
            (alert(Tone::Danger, "", html! { (ui.messages.fault_text(ui.language, fault, "")) }))
        }
        @match &offer {
            Some(offer) => { (app(call, offer, &faults)) }
            None => {
                @if offers_passkeys(call) {
                    p { (ui.say("passkey-add-text")) }
                    a.btn.btn-primary.w-100 href=(onward(passkey::ADD, call)) { (icon("key")) (ui.say("passkey-set-up")) }
                    p.tl-or { span { (ui.say("site-or")) } }
                }
                p { (ui.say("factor-app-what")) }
                form method="post" action=(onward(ENROL_PAGE, call)) {
                    (csrf_field(call))
                    button.btn.btn-primary[!offers_passkeys(call)].w-100 type="submit" { (icon("phone")) (ui.say("factor-app-set-up")) }
                }
            }
        }
    };
    let foot = if forced {
        sign_out(call)
    } else {
        html! { a href=(HERE) { (ui.say("factor-back")) } }
    };
    let csrf = talang_screens::page::csrf(call);
    let html = bare(&ui, &title, csrf, theme(&call.request), false, content, foot);
    // A field of a form is wrong, whoever fills it in is known.
    Ok(Reply::html(html.into_string()).code(if error.is_some() { 422 } else { 200 }))
}

/// Whether passkeys can be added: where the company allows them and browsers offer them.
fn offers_passkeys(call: &Call) -> bool {
    let allowed = || Identity::installed()?.passkeys_allowed(call.scope.tenant(), Population::Employees);
    passkey::site(call).is_ok() && allowed().unwrap_or_default()
}

/// The steps with an app: scan, or type the key; then prove it with a code.
fn app(call: &Call, offer: &AppOffer, faults: &[Fault]) -> Markup {
    let ui = ui(call);
    let wrong = faults.iter().find(|f| f.field.as_deref() == Some("code"));
    html! {
        ol.tl-stack.ps-3 {
            li { (ui.say("factor-step-app")) }
            li {
                (ui.say("factor-step-scan"))
                div.text-center.my-3 { (picture(&offer.address, &ui.say("factor-picture"))) }
                details {
                    summary.tl-soft { (ui.say("factor-no-camera")) }
                    p.mt-2.mb-1 { (ui.say("factor-key-text")) }
                    p.d-flex.gap-2.flex-wrap.align-items-center.mb-0 {
                        code #factor-key .text-break { (offer.key) }
                        button.btn.btn-sm type="button" data-copy=(offer.key.replace(' ', "")) { (icon("copy")) (ui.say("factor-copy")) }
                    }
                }
            }
            li {
                (ui.say("factor-step-code"))
                form.mt-2 method="post" action=(onward(APP, call)) {
                    (csrf_field(call))
                    div.tl-stack {
                        (input(&ui, &Input {
                            name: "code".into(),
                            label: ui.say("factor-code"),
                            control: Control::Text { value: String::new(), kind: TextKind::OneTimeCode, max: Some(10) },
                            required: true,
                            error: wrong.map(|f| ui.messages.fault_text(ui.language, f, "")),
                            ..Input::default()
                        }))
                        button.btn.btn-primary type="submit" { (ui.say("factor-confirm")) }
                    }
                }
            }
        }
    }
}

/// A QR code (ISO/IEC 18004) as a drawing in the page: dark on white in every appearance, with the quiet zone of four modules
/// that readers need. Nothing where the text is too long for one.
pub(crate) fn picture(text: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else { return html! {} };
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                path.push_str(&format!("M{} {}h{n}v1h-{n}z", x + 4, y + 4, n = run.len()));
            }
            x += run.len();
        }
    }
    let size = width + 8;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label=(label) viewBox={ "0 0 " (size) " " (size) }
            width="208" height="208" shape-rendering="crispEdges" {
            rect width=(size) height=(size) fill="#fff" {}
            (PreEscaped(format!("<path fill=\"#000\" d=\"{path}\"/>")))
        }
    }
}

fn offer(call: &Call) -> Result<Reply> {
    allowed(call)?;
    Identity::installed()?.offer_app(&call.scope, session(call))?;
    Ok(Reply::see_other(&onward(ENROL_PAGE, call)))
}

fn confirm(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let guard = Identity::installed()?;
    match guard.confirm_app(&call.scope, session(call), &field(call, "code")) {
        Ok(codes) => added(call, &codes),
        Err(error) if error.is("second_factor.wrong") || error.is("second_factor.expired") => {
            show(call, Some(&error))
        }
        Err(error) => Err(error),
    }
}

/// After a second factor was added: the session goes on under a new token as one of two factors, and the recovery codes are
/// shown where there are new ones.
pub(super) fn added(call: &Call, codes: &[String]) -> Result<Reply> {
    let signed = Identity::installed()?.renew(&call.scope, session(call), true)?;
    let to = leads_to(call);
    let reply = match codes {
        [] if to == HERE => done(call, HERE, "ways-added", None, None),
        [] => Reply::see_other(&to),
        codes => codes_page(call, codes, &to),
    };
    // The session's cookie goes first.
    let mut reply = signed.keep(call.request.https, reply);
    reply.headers.sort_by_key(|(name, value)| name == "set-cookie" && value.contains("news"));
    Ok(reply)
}

/// New recovery codes, shown once.
pub(crate) fn codes_page(call: &Call, codes: &[String], to: &str) -> Reply {
    let ui = ui(call);
    let title = ui.say("factor-codes-title");
    let all = codes.join("\n");
    let content = html! {
        h1 { (title) }
        (alert(Tone::Warning, "", html! { (ui.say("factor-codes-once")) }))
        p { (ui.say("factor-codes-text")) }
        pre #recovery-codes .tl-codes tabindex="0" aria-label=(title) { (all) }
        div.d-flex.gap-2.flex-wrap.mb-3 {
            button.btn type="button" data-copy=(all) { (icon("copy")) (ui.say("factor-copy")) }
            button.btn type="button" data-download="recovery-codes" data-name="talang-recovery-codes.txt" { (icon("download")) (ui.say("factor-download")) }
            button.btn type="button" data-print { (icon("printer")) (ui.say("factor-print")) }
        }
        a.btn.btn-primary.w-100 href=(to) { (ui.say("factor-kept")) }
    };
    let csrf = talang_screens::page::csrf(call);
    Reply::html(bare(&ui, &title, csrf, theme(&call.request), false, content, html! {}).into_string())
}
