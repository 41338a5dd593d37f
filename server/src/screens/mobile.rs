//! The app on phones (S6): the pages themselves, put on a home screen. Companies switch it on; their administrators share a code that
//! leads there. Nothing of a person stays on the phone: what it keeps are styles, scripts and icons.

use maud::{Markup, html};
use serde_json::json;
use talang_catalogue::Fault;
use talang_engine::{Action, Actor, Result, View};
use talang_http::{Access, Call, Reply, Route};
use talang_mail::Post;
use talang_screens::components::{Crumb, Tone, alert, bare_app, card, empty_state, icon};
use talang_screens::page::{Head, csrf_field, done, page_with, section_name, ui};

use crate::web::sign_in::picture;

/// Where a code leads.
pub(crate) const APP: &str = "/app";
const MANIFEST: &str = "/app.webmanifest";
const HERE: &str = "/access/mobile";
/// Letters and figures of codes: none that can be confused.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Letters of a code: 50 bits, so that trying finds none of ten thousand companies.
const LENGTH: usize = 10;

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    let invite = Access::Right("User", Action::Create);
    vec![
        Route::get(APP, Access::Public, app),
        Route::get(MANIFEST, Access::Public, manifest),
        Route::get("/service-worker.js", Access::Public, worker),
        Route::get(HERE, invite, page),
        Route::post("/access/mobile/code", invite, renew),
        Route::post("/access/mobile/code/remove", invite, remove),
    ]
}

/// The function, as it is declared.
pub fn feature() -> talang_engine::Feature {
    talang_engine::Feature {
        code: "mobile",
        module: "access",
        since: "2026-11-29",
        documentation: "docs/admin-guide/mobile.md",
        brings: &[],
    }
}

/// Whether the company has switched it on.
pub(crate) fn is_on(view: &mut View<'_>) -> Result<bool> {
    view.feature("mobile")
}

/// What people type, without spaces and dashes; letters that look like figures count as those.
pub(crate) fn plain(code: &str) -> String {
    let typed = code.chars().filter(|c| c.is_ascii_alphanumeric()).take(32);
    let read = typed.map(|c| match c.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    });
    read.collect()
}

/// `GET /app`: what a phone's browser sees first.
fn app(call: &Call) -> Result<Reply> {
    call.scope.require_feature("mobile")?;
    let ui = ui(call);
    let title = ui.say("app-title");
    let content = html! {
        h1 { (title) }
        p.tl-soft { (call.scope.tenant().name()) }
        p { (ui.say("app-text")) }
        ul.list-unstyled.tl-stack {
            li.d-flex.gap-2 { (icon("share")) span { strong { "iPhone, iPad" } " – " (ui.say("app-ios")) } }
            li.d-flex.gap-2 { (icon("dots-vertical")) span { strong { "Android" } " – " (ui.say("app-android")) } }
        }
        div.tl-stack.mt-3 {
            a.btn.btn-primary href="/" { (ui.say(if call.session.is_some() { "site-home" } else { "site-sign-in" })) }
        }
        p.tl-soft.mt-3.mb-0 { (ui.say("app-privacy")) }
    };
    let foot = html! {
        @for language in talang_catalogue::Language::ALL.into_iter().filter(|l| *l != ui.language) {
            a href={ (APP) "?lang=" (language.code()) } lang=(language.code()) hreflang=(language.code()) {
                (language.native_name())
            }
        }
    };
    let theme = talang_screens::components::Theme::parse(
        talang_http::cookies::THEME.read(&call.request).unwrap_or_default(),
    );
    Ok(Reply::html(bare_app(&ui, &title, theme, MANIFEST, content, foot).into_string()))
}

/// `GET /app.webmanifest` (W3C Web Application Manifest).
fn manifest(call: &Call) -> Result<Reply> {
    call.scope.require_feature("mobile")?;
    let icon = |size: &str, purpose: &str| json!({ "src": talang_web::url(&format!("app-{size}.png")), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let text = json!({
        "id": "/",
        "name": format!("Talang · {}", call.scope.tenant().name()),
        "short_name": "Talang",
        "lang": call.scope.language().code(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f6f4ef",
        "theme_color": "#14605a",
        "icons": [icon("192", "any"), icon("512", "any"), icon("512", "maskable")],
    });
    Ok(Reply::bytes("application/manifest+json", text.to_string()))
}

/// `GET /service-worker.js`: at the root, or it would not be asked for assets; gone where the function is switched off, so that
/// browsers forget it.
fn worker(call: &Call) -> Result<Reply> {
    call.scope.require_feature("mobile")?;
    let name = talang_web::url("service-worker.js").trim_start_matches(talang_web::PREFIX);
    let script = talang_web::asset(name).ok_or_else(|| Fault::new("internal"))?;
    Ok(Reply::bytes(script.content_type, script.bytes))
}

/// `GET /access/mobile`: the code, to be shown, printed, renewed or taken back.
fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (on, may_switch) = call.scope.view(|v| {
        let switches = v.object("FeatureSwitch")?;
        Ok((is_on(v)?, v.rights().may(&switches, Action::Update)))
    })?;
    let code = call.installation.store().directory(|d| d.join_code(call.scope.tenant().id()))?;
    let content = match (on, code) {
        (false, _) => alert(
            Tone::Info,
            &ui.say("mobile-off"),
            html! {
                p { (ui.say("mobile-off-text")) }
                @if may_switch { a.btn.btn-sm href="/settings/features" { (ui.say("settings-features")) } }
            },
        ),
        (true, None) => empty_state(
            "device-mobile",
            &ui.say("mobile-none"),
            &ui.say("mobile-none-text"),
            post(call, "/access/mobile/code", "mobile-make", "btn-primary", None),
        ),
        (true, Some(code)) => shown(call, &code)?,
    };
    let (title, text) = (ui.say("mobile-title"), ui.say("mobile-text"));
    let crumbs = [Crumb { label: section_name(call, "access"), href: "/o?module=access".into() }];
    let head =
        Head { title: &title, text: &text, menu: HERE, crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

fn shown(call: &Call, code: &str) -> Result<Markup> {
    let ui = ui(call);
    let post_office = call.installation.provided::<Post>().ok_or_else(|| Fault::new("internal"))?;
    let here = post_office.address_of(&call.installation, call.scope.tenant())?;
    let type_at = format!("{}/join", post_office.address());
    let halves: Vec<&str> = [code.get(..5), code.get(5..)].into_iter().flatten().collect();
    Ok(card(
        "",
        html! {},
        false,
        html! {
            div.d-flex.gap-4.flex-wrap.align-items-center {
                div { (picture(&format!("{here}/join/{code}"), &ui.say("mobile-picture"))) }
                div.tl-stack {
                    p.mb-0 { (ui.say("mobile-scan")) }
                    p.mb-0 { (ui.say_with("mobile-type", &[("address", type_at.into())])) }
                    p.mb-0.h2 { code #join-code { (halves.join("-")) } }
                    div.d-flex.gap-2.flex-wrap.d-print-none {
                        button.btn type="button" data-copy-from="join-code" { (icon("copy")) (ui.say("factor-copy")) }
                        button.btn type="button" data-print { (icon("printer")) (ui.say("mobile-print")) }
                        (post(call, "/access/mobile/code", "mobile-renew", "", Some("mobile-renew-confirm")))
                        (post(call, "/access/mobile/code/remove", "mobile-remove", "", Some("mobile-remove-confirm")))
                    }
                }
            }
            p.tl-soft.mt-3.mb-0 { (ui.say("mobile-safe")) }
        },
    ))
}

fn post(call: &Call, action: &str, label: &str, class: &str, confirm: Option<&str>) -> Markup {
    let ui = ui(call);
    let label = ui.say(label);
    html! {
        form method="post" action=(action) data-confirm=[confirm.map(|key| ui.say(key))]
            data-confirm-action=[confirm.map(|_| label.as_str())] {
            (csrf_field(call))
            button.btn.(class) type="submit" { (label) }
        }
    }
}

/// `POST /access/mobile/code`: a new one; the former leads nowhere from now on.
fn renew(call: &Call) -> Result<Reply> {
    call.scope.require_feature("mobile")?;
    let mut random = [0; LENGTH];
    getrandom::fill(&mut random).map_err(|_| Fault::new("internal"))?;
    let letter = |byte: &u8| char::from(LETTERS.get(usize::from(byte & 31)).copied().unwrap_or(b'0'));
    let code: String = random.iter().map(letter).collect();
    call.installation.store().directory(|d| d.set_join_code(call.scope.tenant().id(), Some(&code)))?;
    told(call, "mobile-code: made", "mobile-made")
}

/// `POST /access/mobile/code/remove`.
fn remove(call: &Call) -> Result<Reply> {
    call.installation.store().directory(|d| d.set_join_code(call.scope.tenant().id(), None))?;
    told(call, "mobile-code: removed", "mobile-removed")
}

fn told(call: &Call, what: &str, news: &str) -> Result<Reply> {
    let login = match &call.scope.actor {
        Actor::User { login, .. } => login.as_str(),
        Actor::System => "",
    };
    call.scope.log_activity("settings-changed", &call.request.address, login, what)?;
    Ok(done(call, HERE, news, None, None))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(plain(" K7MP2-XQ94T "), "k7mp2xq94t");
        assert_eq!(plain("oil"), "011");
        assert_eq!(plain(&"a".repeat(1000)).len(), 32);
    }
}
