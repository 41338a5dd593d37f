//! The candidate's area (G7, S3): whoever has no account comes by a link in a mail, and sees and changes what is theirs.
//!
//! How links are sent and for how long the area stays open is [`crate::door`]'s.

mod doings;
mod keep;
pub(crate) mod own;
mod times;

use maud::html;
use serde_json::Value as Json;
use talang_catalogue::Record;
use talang_engine::Result;
use talang_engine::jobs::JobRun;
use talang_http::{Access, Call, Method, Reply, Route, cookies};
use talang_identity::{Identity, Live, Population, Stage};
use talang_recruiting::privacy::account::opened;
use talang_recruiting::privacy::area::Ticket;
use talang_recruiting::text;

use crate::account;
use crate::apply::slow_down;
use crate::door::{Door, never_kept};
use crate::frame::{Page, icon, page as framed};
use crate::site::Site;

/// The job that sends a link to whoever asked for it.
pub(crate) const LINK: &str = "careers.link";
/// How candidates come in by a link.
const DOOR: Door = Door {
    page: "me",
    cookie: cookies::CANDIDATE,
    link: Ticket::Area,
    session: Ticket::Session,
    job: LINK,
    template: "candidate-link",
};

/// The addresses of the area.
pub fn routes() -> Vec<Route> {
    let read = |pattern, handler| Route::get(pattern, Access::Visitor, handler);
    let act = |pattern, handler| Route::post(pattern, Access::Visitor, handler);
    vec![
        read("/careers/{site}/me", page),
        read("/careers/{site}/me/open", |call| DOOR.open(&Site::of(call)?)),
        act("/careers/{site}/me/link", ask),
        act("/careers/{site}/me/leave", leave),
        read("/careers/{site}/me/withdraw", own::withdrawing),
        act("/careers/{site}/me/withdraw", doings::withdraw),
        act("/careers/{site}/me/times", times::choose),
        act("/careers/{site}/me/times/back", times::give_back),
        act("/careers/{site}/me/message", doings::write),
        act("/careers/{site}/me/data", doings::change),
        Route::upload(Method::Post, "/careers/{site}/me/documents", Access::Visitor, doings::add),
        read("/careers/{site}/me/documents/{id}", doings::document),
        act("/careers/{site}/me/documents/{id}/remove", doings::remove),
        act("/careers/{site}/me/alerts/{id}/stop", doings::stop),
        act("/careers/{site}/me/export", doings::export),
        read("/careers/{site}/me/export.zip", doings::zip),
        read("/careers/{site}/me/keep", keep::page),
        act("/careers/{site}/me/keep", keep::answer),
        act("/careers/{site}/me/offers/{id}", doings::answer_offer),
        read("/careers/{site}/me/erase", own::erasing),
        act("/careers/{site}/me/erase", doings::erase),
    ]
}

/// Somebody who is here.
pub(crate) struct Came {
    /// Whose area it is.
    pub person: Record,
    /// The session of their account; nothing where they came by a link.
    pub live: Option<Live>,
}

/// Who is here; nobody where the cookies open nothing (any more).
pub(crate) fn came(site: &Site<'_>) -> Result<Option<Came>> {
    let request = &site.call.request;
    if let Some(token) = cookies::ACCOUNT.read(request).filter(|_| account::offered(site)) {
        let live = Identity::installed()?.session(&site.call.installation, site.scope.tenant(), token)?;
        // Whoever works here is signed in elsewhere, and nobody here.
        let live = live.filter(|live| live.population == Population::Candidates);
        if let Some(live) = live
            && let Some(person) = site.scope.view(|v| opened(v, live.actor.id().unwrap_or_default()))?
        {
            return Ok(Some(Came { person, live: Some(live) }));
        }
    }
    Ok(DOOR.visitor(site)?.map(|person| Came { person, live: None }))
}

/// Does something for whoever is here; without anybody, the page that asks for the address.
fn within(call: &Call, work: impl FnOnce(&Site<'_>, &Record) -> Result<Reply>) -> Result<Reply> {
    let site = Site::of(call)?;
    match came(&site)? {
        // A password that is too old comes first (A4).
        Some(Came { live: Some(live), .. }) if live.stage == Stage::ChangePassword => {
            Ok(Reply::see_other(&site.path("me/password")))
        }
        Some(Came { person, live: Some(_) }) => Ok(never_kept(work(&site, &person)?)),
        Some(Came { person, live: None }) => {
            let reply = work(&site, &person)?;
            DOOR.kept_open(&site, person.id, reply)
        }
        None if call.request.method == Method::Get => asking(&site, "", "", ""),
        None => Ok(Reply::see_other(&site.path("me"))),
    }
}

/// `GET /careers/{site}/me`.
fn page(call: &Call) -> Result<Reply> {
    within(call, |site, person| own::area(site, person, &own::Typed::default()))
}

/// The page that asks who somebody is: by the account, where the site has them, and by the address to which a link goes. What is wrong
/// with the address, and what with the sign-in.
pub(crate) fn asking(site: &Site<'_>, typed: &str, problem: &str, refused: &str) -> Result<Reply> {
    let title = site.say("careers-me");
    let over = site.call.request.query("over").is_some();
    let doors = account::doors(site, typed, refused)?;
    let accounts = account::offered(site);
    let content = html! {
        @if accounts {
            h1 { (title) }
            @if over { div.cs-alert role="status" { p { (site.say("careers-me-over")) } } }
            (doors)
        }
        div.cs-card.cs-form {
            @if accounts { h2 { (site.say("careers-account-link")) } }
            @else {
                h1 { (title) }
                @if over { div.cs-alert role="status" { p { (site.say("careers-me-over")) } } }
            }
            p { (site.say("careers-me-ask-text")) }
            form method="post" action=(site.path("me/link")) {
                div.cs-field.is-wrong[!problem.is_empty()] {
                    label for="f-address" { (site.say("careers-field-email")) }
                    input #f-address type="email" name="email" value=(typed) autocomplete="email" required maxlength="254"
                        aria-invalid=[(!problem.is_empty()).then_some("true")] aria-describedby=[(!problem.is_empty()).then_some("e-address")];
                    @if !problem.is_empty() { div.cs-error #e-address { (problem) } }
                }
                button.cs-button type="submit" { (icon("mail")) (site.say("careers-me-ask-send")) }
            }
        }
    };
    let status = if problem.is_empty() && refused.is_empty() { 200 } else { 422 };
    let reply = framed(site, &Page { title: &title, menu: "me", ..Page::default() }, html! {}, content)?;
    Ok(never_kept(reply).code(status))
}

/// `POST /careers/{site}/me/link`: the same answer for every address.
fn ask(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    slow_down(&site)?;
    let email = call.request.sent("email").trim().to_lowercase();
    if talang_mail::check_address(&email).is_err() {
        return asking(&site, &email, &site.say("careers-email-wrong"), "");
    }
    DOOR.asked(&site, &email)
}

/// Sends the link, if the address is somebody's.
pub(crate) fn send_link(run: &mut JobRun<'_>) -> Result<Json> {
    DOOR.send_link(run, |_, person| Ok(vec![("name", text(person, "first_name").to_string())]))
}

/// `POST /careers/{site}/me/leave`.
fn leave(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    if let Some(live) = came(&site)?.and_then(|came| came.live) {
        Identity::installed()?.sign_out(&site.scope, &live.id, &call.request.address)?;
    }
    Ok(forgotten(call.request.https, Reply::see_other(&site.path(""))))
}

/// A reply after which the browser holds nothing that opens an area.
fn forgotten(https: bool, reply: Reply) -> Reply {
    reply
        .with("set-cookie", cookies::CANDIDATE.forget(https))
        .with("set-cookie", cookies::ACCOUNT.forget(https))
}
