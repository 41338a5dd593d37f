//! The mails of the demo, which leave nobody's machine: to be read by anybody who is there. These routes exist only where
//! mails are caught.

use maud::html;
use talang_catalogue::Fault;
use talang_engine::Result;
use talang_http::{Access, Call, Reply, Route};
use talang_mail::{Caught, Post};
use talang_screens::components::{Theme, bare, empty_state, icon};
use talang_screens::page::{ui, zone};

const HERE: &str = "/demo/mails";

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get(HERE, Access::Public, list),
        Route::get("/demo/mails/{code}", Access::Public, read),
        Route::get("/demo/mails/{code}/html", Access::Public, page),
    ]
}

fn all(call: &Call) -> Vec<Caught> {
    call.installation.provided::<Post>().map(|post| post.caught(call.scope.tenant())).unwrap_or_default()
}

fn one(call: &Call) -> Result<Caught> {
    let found = all(call).into_iter().find(|mail| mail.code == call.param("code"));
    found.ok_or_else(|| Fault::new("record.not_found").with("object", "").into())
}

fn small(call: &Call, title: &str, content: maud::Markup) -> Reply {
    let theme = Theme::parse(talang_http::cookies::THEME.read(&call.request).unwrap_or_default());
    let foot = html! { a href="/sign-in" { (ui(call).say("links-sign-in")) } };
    Reply::html(bare(&ui(call), title, "", theme, true, content, foot).into_string())
}

/// `GET /demo/mails`.
fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let zone = zone(call);
    let mails = all(call);
    let title = ui.say("caught-title");
    let content = html! {
        h1 { (title) }
        p.tl-soft { (ui.say("caught-text")) }
        @if mails.is_empty() { (empty_state("mail", &ui.say("caught-none"), &ui.say("caught-none-text"), html! {})) }
        @else {
            ul {
                @for mail in &mails {
                    li {
                        a href={ (HERE) "/" (mail.code) } { (mail.subject) }
                        br; span.tl-soft { (mail.to) " · " (ui.culture.date_time(mail.at, &zone)) }
                    }
                }
            }
        }
    };
    Ok(small(call, &title, content))
}

/// `GET /demo/mails/{code}`.
fn read(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let mail = one(call)?;
    let content = html! {
        p { a href=(HERE) { (icon("arrow-left")) (ui.say("caught-title")) } }
        h1 { (mail.subject) }
        p.tl-soft { (mail.to) }
        @if let Some(path) = link(&mail.text) { p { a.btn.btn-primary href=(path) { (ui.say("caught-follow")) } } }
        iframe.w-100 src={ (HERE) "/" (mail.code) "/html" } title=(mail.subject) height="560" {}
        details { summary { (ui.say("caught-plain")) } pre { (mail.text) } }
    };
    Ok(small(call, &mail.subject, content))
}

/// The path of a mail's link, followed on the host and port of this very page.
fn link(text: &str) -> Option<String> {
    let address = text.split_whitespace().find(|word| word.contains("://") && word.contains('?'))?;
    let (_, rest) = address.split_once("://")?;
    rest.find('/').and_then(|at| rest.get(at..)).map(str::to_string)
}

/// `GET /demo/mails/{code}/html`: the mail as mail programs show it, unable to do anything.
fn page(call: &Call) -> Result<Reply> {
    let policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'self'";
    Ok(Reply::html(one(call)?.html)
        .with("content-security-policy", policy)
        .with("x-frame-options", "SAMEORIGIN")
        .with("referrer-policy", "no-referrer"))
}
