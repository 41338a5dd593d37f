//! The page that tells everybody which cookies the program sets, and why (A9).

use maud::html;
use talang_engine::Result;
use talang_http::cookies::{COOKIES, Cookie, Lasts};
use talang_http::{Access, Call, Reply, Route};
use talang_identity::Identity;
use talang_screens::components::{Ui, bare};
use talang_screens::page::branded;

use super::errors::theme;

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![Route::get("/cookies", Access::Public, page)]
}

fn page(call: &Call) -> Result<Reply> {
    let ui = branded(call);
    let title = ui.say("cookies-title");
    let column = |name: &str| ui.say(&format!("cookies-{name}"));
    let content = html! {
        h1 { (title) }
        p { (ui.say("cookies-text")) }
        table.tl-table.is-cards {
            caption.visually-hidden { (title) }
            thead { tr { @for name in ["name", "purpose", "lasts", "read-by"] { th scope="col" { (column(name)) } } } }
            tbody {
                @for cookie in &COOKIES {
                    tr {
                        td.is-main data-label=(column("name")) { code { (cookie.name(call.request.https)) } }
                        td data-label=(column("purpose")) { (ui.say(&cookie.purpose())) }
                        td data-label=(column("lasts")) { (lasts(&ui, cookie)?) }
                        td data-label=(column("read-by")) { (column(if cookie.by_script { "by-page" } else { "by-server" })) }
                    }
                }
            }
        }
        p.tl-soft.mt-3 { (ui.say("cookies-delete")) }
    };
    let foot = html! { a href="/" { (ui.say("site-home")) } };
    Ok(Reply::html(bare(&ui, &title, "", theme(&call.request), true, content, foot).into_string()))
}

/// For how long, in words.
fn lasts(ui: &Ui<'_>, cookie: &Cookie) -> Result<String> {
    const HOUR: i64 = 3_600_000_000;
    let (key, count) = match cookie.lasts {
        Lasts::Session => ("cookies-session-hours", Identity::installed()?.settings().absolute / HOUR),
        Lasts::Seconds(seconds) if seconds % 86_400 == 0 => ("cookies-days", seconds / 86_400),
        Lasts::Seconds(seconds) => ("cookies-minutes", seconds / 60),
    };
    Ok(ui.say_with(key, &[("count", count.into())]))
}
