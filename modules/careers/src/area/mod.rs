//! The candidate's area (G7, S3): whoever has no account comes by a link in a mail, and sees and changes what is theirs.
//!
//! A link is a ticket ([`talang_recruiting::privacy::area`]); what it opens is kept in a cookie of the same kind for twenty minutes
//! after the last page (A8). Asking for a link gives the same answer, by the same work, for every address: a job finds out whose
//! it is.

mod doings;
mod keep;
pub(crate) mod own;
mod times;

use maud::html;
use serde_json::{Value as Json, json};
use talang_catalogue::{Culture, Kind, Record};
use talang_engine::Result;
use talang_engine::jobs::JobRun;
use talang_http::{Access, Call, Method, Reply, Route, cookies};
use talang_identity::{Identity, Live, Population, Stage};
use talang_mail::{Enclosed, Mail};
use talang_recruiting::privacy::account::opened;
use talang_recruiting::privacy::area::{self as tickets, Ticket};

use crate::account;
use crate::apply::{counted, slow_down};
use crate::frame::{Page, icon, page as framed, prose};
use crate::site::Site;

/// The job that sends a link to whoever asked for it.
pub(crate) const LINK: &str = "careers.link";
/// Links for one address in an hour at most: nobody's mailbox is filled from here.
const LINKS: u32 = 5;
/// How long the area stays open after the last page, in microseconds (A8: 20 minutes).
const OPEN: i64 = 1_200_000_000;

/// The addresses of the area.
pub fn routes() -> Vec<Route> {
    let read = |pattern, handler| Route::get(pattern, Access::Visitor, handler);
    let act = |pattern, handler| Route::post(pattern, Access::Visitor, handler);
    vec![
        read("/careers/{site}/me", page),
        read("/careers/{site}/me/open", open),
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
    let person = match cookies::CANDIDATE.read(request) {
        Some(sealed) => site.scope.view(|v| tickets::open(v, Ticket::Session, sealed))?,
        None => None,
    };
    Ok(person.map(|person| Came { person, live: None }))
}

/// The answer with a cookie that keeps the area open from here on.
fn kept_open(site: &Site<'_>, candidate: i64, reply: Reply) -> Result<Reply> {
    let until = site.call.installation.clock().now() + OPEN;
    let sealed = site.scope.view(|v| tickets::seal(v, Ticket::Session, candidate, until))?;
    let reply = never_kept(reply);
    Ok(match sealed {
        Some(sealed) => reply.with("set-cookie", cookies::CANDIDATE.set(site.call.request.https, &sealed)),
        None => reply,
    })
}

/// The answer, which no browser keeps.
fn never_kept(mut reply: Reply) -> Reply {
    reply.headers.retain(|(name, _)| name != "cache-control");
    reply.with("cache-control", "no-store")
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
            kept_open(&site, person.id, reply)
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
    // Whoever asks too often reads the same as everybody, and no more mails leave.
    if counted(&site, format!("link {} {email}", site.scope.tenant().id()), LINKS).is_ok() {
        let payload = json!({ "address": email, "culture": site.scope.culture.code });
        let now = call.installation.clock().now();
        site.scope.change(Kind::Candidates, |c| c.enqueue(LINK, &payload, now, None))?;
    }
    let title = site.say("careers-me-asked");
    let content = html! {
        div.cs-card.cs-form.cs-text {
            h1 { (icon("check")) " " (title) }
            (prose(&site.say("careers-me-asked-text")))
            a.cs-button.cs-button-soft href=(site.path("jobs")) { (site.say("careers-more-jobs")) }
        }
    };
    framed(&site, &Page { title: &title, menu: "me", ..Page::default() }, html! {}, content)
}

/// Sends the link, if the address is somebody's.
pub(crate) fn send_link(run: &mut JobRun<'_>) -> Result<Json> {
    let payload = run.job.payload.clone();
    let (Some(address), Some(culture)) =
        (payload["address"].as_str(), payload["culture"].as_str().and_then(Culture::find))
    else {
        return Ok(Json::Null);
    };
    if talang_mail::available(run.scope.installation()) {
        run.scope.change(Kind::Candidates, |c| {
            let Some(person) = account::file_of(c, address)? else { return Ok(()) };
            let now = c.scope().installation().clock().now();
            let link = tickets::link(c, Ticket::Area, person.id, "me/open", tickets::ASKED, culture)?;
            let Some(link) = link else { return Ok(()) };
            let mail = Mail {
                to: person.get("email").as_text().unwrap_or_default(),
                employee: None,
                culture,
                template: "candidate-link",
                arguments: vec![("name", person.get("first_name").as_text().unwrap_or_default().to_string())],
                link: Some(link.path),
                expires: Some(now + tickets::ASKED),
            };
            let enclosed = Enclosed { host: link.host, ..Enclosed::default() };
            talang_mail::enqueue_with(c, &mail, enclosed).map(drop)
        })?;
    }
    run.forget()?;
    Ok(Json::Null)
}

/// `GET /careers/{site}/me/open?t=`: the link of a mail opens the area, and stays in no address.
fn open(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let sealed = call.request.query("t").unwrap_or_default();
    let lang = call.request.query("lang").map(|l| format!("?lang={}", talang_http::encode(l)));
    match site.scope.view(|v| tickets::open(v, Ticket::Area, sealed))? {
        Some(person) => {
            let on = format!("{}{}", site.path("me"), lang.unwrap_or_default());
            kept_open(&site, person.id, Reply::see_other(&on))
        }
        None => Ok(Reply::see_other(&format!("{}?over=1", site.path("me")))),
    }
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
