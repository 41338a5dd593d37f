//! What a visitor reads when something is refused: a page of the site with the way on, and nothing of the back office.

use maud::html;
use talang_engine::Result;
use talang_http::{Call, Reply};

use crate::frame::{Page, page};
use crate::site::Site;

/// A refusal as a page of the site of a call.
///
/// # Errors
/// Those of finding the site: then there is none whose page it could be.
pub fn refusal(call: &Call, status: u16, sentences: &[String]) -> Result<Reply> {
    let site = Site::of(call)?;
    let (title, text) = match status {
        404 => ("site-404-title", Some("careers-missing-text")),
        503 => ("site-503-title", Some("site-503-text")),
        500.. => ("site-500-title", Some("site-500-text")),
        _ => ("site-400-title", None),
    };
    let title = site.say(title);
    let content = html! {
        div.cs-card.cs-form.cs-text {
            h1 { (title) }
            @if let Some(text) = text { p { (site.say(text)) } }
            @if status != 404 { @for sentence in sentences { p { (sentence) } } }
            a.cs-button href=(site.path("jobs")) { (site.say("careers-back")) }
            @if status >= 500 {
                p.cs-help { (site.ui().say_with("site-request", &[("id", call.scope.request.as_str().into())])) }
            }
        }
    };
    Ok(page(&site, &Page { title: &title, ..Page::default() }, html! {}, content)?.code(status))
}
