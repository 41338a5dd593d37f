//! The question whether data may be kept for longer (G9), as a mail leads to it: looked at by a link, answered by a button, so that no
//! program that looks through mails answers it.

use maud::html;
use talang_catalogue::Kind;
use talang_engine::Result;
use talang_http::{Call, Reply};
use talang_recruiting::privacy::area::{self as tickets, Ticket};
use talang_recruiting::privacy::retention;

use crate::frame::{Page, icon, page as framed, prose};
use crate::site::Site;

/// `GET /careers/{site}/me/keep?t=`.
pub fn page(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let sealed = call.request.query("t").unwrap_or_default();
    let waits = site.scope.view(|v| match tickets::open(v, Ticket::Keep, sealed)? {
        Some(person) => {
            let standing = retention::standing(v, std::slice::from_ref(&person))?;
            Ok(standing.get(&person.id).and_then(|is| is.asked))
        }
        None => Ok(None),
    })?;
    let Some((_, last)) = waits else { return over(&site) };
    let title = site.say("careers-keep");
    let day = site.scope.culture.date_long(last);
    let content = html! {
        div.cs-card.cs-form.cs-text {
            h1 { (title) }
            p { (site.ui().say_with("careers-keep-text", &[("day", day.into())])) }
            form.cs-me-buttons method="post" action=(site.path("me/keep")) {
                input type="hidden" name="t" value=(sealed);
                button.cs-button type="submit" name="answer" value="yes" { (site.say("careers-keep-yes")) }
                button.cs-button.cs-button-soft type="submit" name="answer" value="no" { (site.say("careers-keep-no")) }
            }
        }
    };
    let reply = framed(&site, &Page { title: &title, menu: "me", ..Page::default() }, html! {}, content)?;
    Ok(reply.with("cache-control", "no-store"))
}

/// The page for a question that waits no more.
fn over(site: &Site<'_>) -> Result<Reply> {
    let title = site.say("careers-keep-over");
    let content = html! {
        div.cs-card.cs-form.cs-text { h1 { (title) } p { (site.say("careers-keep-over-text")) } }
    };
    framed(site, &Page { title: &title, menu: "me", ..Page::default() }, html! {}, content)
}

/// `POST /careers/{site}/me/keep`.
pub fn answer(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let yes = match call.request.sent("answer").as_str() {
        "yes" => true,
        "no" => false,
        _ => return over(&site),
    };
    let sealed = call.request.sent("t");
    let answered =
        site.scope.change(Kind::Candidates, |c| match tickets::open(c, Ticket::Keep, &sealed)? {
            Some(person) => retention::answer(c, &person, yes),
            None => Ok(None),
        })?;
    let (title, text) = match answered {
        None => return over(&site),
        Some(Some(until)) => {
            let day = site.scope.culture.date_long(until);
            (
                site.say("careers-keep-thanks"),
                site.ui().say_with("careers-keep-until", &[("day", day.into())]),
            )
        }
        Some(None) => (site.say("careers-me-erased"), site.say("careers-keep-gone")),
    };
    let content = html! {
        div.cs-card.cs-form.cs-text { h1 { (icon("check")) " " (title) } (prose(&text)) }
    };
    framed(&site, &Page { title: &title, menu: "me", ..Page::default() }, html! {}, content)
}
