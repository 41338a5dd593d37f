//! Where phones find their company (S6): a code leads to the company's page, at any host name. What is no code, a code that was
//! taken back, and one of a company that has switched the app off are answered alike, and are counted: nobody learns by trying which
//! companies there are.

use maud::{Markup, html};
use talang_catalogue::{Culture, Language};
use talang_engine::charter::Brand;
use talang_engine::{Actor, Door, Result, Scope};
use talang_http::{Reply, Request};
use talang_mail::Post;
use talang_screens::components::{Control, Input, TextKind, Tone, Ui, alert, bare, icon, input};

use super::App;
use super::errors::{Reader, error_reply, theme};
use crate::screens::mobile::{APP, is_on, plain};

/// The page; below it, the code that a QR code holds.
pub(super) const HERE: &str = "/join";

/// Whether the path is one of this file's.
pub(super) fn is_here(path: &str) -> bool {
    path.strip_prefix(HERE).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Answers `GET /join`, `GET /join?code=…` and `GET /join/CODE`.
pub(super) fn answer(app: &App, request: &Request, id: &str) -> Reply {
    let spoken = || Language::from_accept_language(request.header("accept-language").unwrap_or_default());
    let language = request.query("lang").and_then(Language::parse).or_else(spoken).unwrap_or(Language::En);
    let culture = Culture::of(language);
    let registry = app.installation.registry();
    let ui = Ui { messages: &registry.messages, language, culture, brand: Brand::default() };
    let scanned =
        request.path.strip_prefix(HERE).map(|rest| rest.trim_start_matches('/')).unwrap_or_default();
    let typed = request.query("code").unwrap_or_default();
    let code = plain(if scanned.is_empty() { typed } else { scanned });
    if code.is_empty() {
        return form(&ui, request, "", false);
    }
    match company(app, request, &code) {
        Ok(Some(company)) if !scanned.is_empty() => Reply::see_other(&company.address),
        Ok(Some(company)) => found(&ui, request, &company),
        Ok(None) => form(&ui, request, &code, true).code(404),
        Err(error) => error_reply(&app.installation, &Reader::of(request, culture, id), &error),
    }
}

struct Company {
    name: String,
    address: String,
}

/// The company of a code, if it lets phones in.
fn company(app: &App, request: &Request, code: &str) -> Result<Option<Company>> {
    let now = app.installation.clock().now();
    if !app.identity.may_look_up(&request.address, now) {
        return Ok(None);
    }
    let company = match app.installation.store().directory(|d| d.by_join_code(code))? {
        Some(id) => {
            let tenant = app.installation.tenant(&id)?;
            let scope = Scope::new(&app.installation, &tenant, Actor::System, Door::Screen);
            match (scope.view(|v| is_on(v))?, app.installation.provided::<Post>()) {
                (true, Some(post)) => Some(Company {
                    name: tenant.name().to_string(),
                    address: format!("{}{APP}", post.address_of(&app.installation, &tenant)?),
                }),
                _ => None,
            }
        }
        None => None,
    };
    if company.is_none() {
        app.identity.looked_up_in_vain(&request.address, now);
    }
    Ok(company)
}

fn form(ui: &Ui<'_>, request: &Request, code: &str, wrong: bool) -> Reply {
    let content = html! {
        p.tl-soft { (ui.say("join-text")) }
        @if wrong { (alert(Tone::Danger, "", html! { (ui.say("join-wrong")) })) }
        form method="get" action=(HERE) {
            div.tl-stack {
                (input(ui, &Input {
                    name: "code".into(),
                    label: ui.say("join-code"),
                    control: Control::Text { value: code.to_string(), kind: TextKind::Code, max: Some(20) },
                    required: true,
                    ..Input::default()
                }))
                button.btn.btn-primary type="submit" { (ui.say("join-find")) }
            }
        }
    };
    whole(ui, request, content)
}

/// A form's answer may not send a browser to another host (content security policy): one more step leads there.
fn found(ui: &Ui<'_>, request: &Request, company: &Company) -> Reply {
    let content = html! {
        p { (ui.say_with("join-found", &[("company", company.name.as_str().into())])) }
        div.tl-stack {
            a.btn.btn-primary href=(company.address) { (ui.say("join-go")) (icon("arrow-right")) }
            a.btn.btn-link href=(HERE) { (ui.say("join-other")) }
        }
    };
    whole(ui, request, content)
}

fn whole(ui: &Ui<'_>, request: &Request, content: Markup) -> Reply {
    let title = ui.say("join-title");
    let content = html! { h1 { (title) } (content) };
    let foot = html! {
        @for language in Language::ALL.into_iter().filter(|l| *l != ui.language) {
            a href={ (HERE) "?lang=" (language.code()) } lang=(language.code()) hreflang=(language.code()) {
                (language.native_name())
            }
        }
    };
    Reply::html(bare(ui, &title, "", theme(request), false, content, foot).into_string())
}
