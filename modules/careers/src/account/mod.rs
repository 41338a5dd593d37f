//! Accounts of candidates on career sites (A3, G7): signing up with an address and a password, signing in, a forgotten password, and what
//! an account does for those who apply.
//!
//! There is one way of signing in for everybody ([`talang_identity`]): a candidate's account is one of the population of candidates, with
//! its own policy, sessions and locks, and opens nothing but these pages. Whose file it opens is noted with the candidate
//! ([`talang_recruiting::privacy::account`]). Every answer to a stranger is the same for every address; what differs is in the mail.

mod form;
mod known;
mod own;
mod settle;
mod sign_in;
mod sign_up;

use talang_engine::{Result, Task};
use talang_http::{Access, Call, Reply, Route, encode};
use talang_identity::CANDIDATE_PAGE;
use talang_recruiting::privacy::{account, area};

use crate::site::{Site, missing, visitor};

pub(crate) use known::file_of;
pub(crate) use own::card;
pub(crate) use sign_in::doors;

/// What accounts do in the background.
pub(crate) fn tasks() -> Vec<Task> {
    vec![
        Task { code: sign_up::LETTER, run: sign_up::letter },
        Task { code: account::SETTLE, run: settle::settle },
    ]
}

/// The addresses of accounts.
pub(crate) fn routes() -> Vec<Route> {
    let read = |pattern, handler| Route::get(pattern, Access::Visitor, handler);
    let act = |pattern, handler| Route::post(pattern, Access::Visitor, handler);
    vec![
        read(CANDIDATE_PAGE, to_site),
        read("/careers/{site}/me/sign-up", sign_up::page),
        act("/careers/{site}/me/sign-up", sign_up::send),
        read("/careers/{site}/me/confirm", sign_up::confirming),
        act("/careers/{site}/me/confirm", sign_up::confirm),
        act("/careers/{site}/me/sign-in", sign_in::sign_in),
        read("/careers/{site}/me/forgotten", sign_in::forgotten),
        act("/careers/{site}/me/forgotten", sign_in::ask),
        read("/careers/{site}/me/new-password", sign_in::renewing),
        act("/careers/{site}/me/new-password", sign_in::renew),
        act("/careers/{site}/me/strength", form::strength),
        read("/careers/{site}/me/password", own::changing),
        act("/careers/{site}/me/password", own::change),
        act("/careers/{site}/me/sessions/end", own::end_others),
    ]
}

/// Whether candidates can have accounts on a site: it says so, and mails leave, without which no address could be confirmed.
pub(crate) fn offered(site: &Site<'_>) -> bool {
    site.data.accounts && talang_mail::available(&site.call.installation)
}

/// The site of a call, if it has accounts.
fn of(call: &Call) -> Result<Site<'_>> {
    let site = Site::of(call)?;
    if offered(&site) { Ok(site) } else { Err(missing()) }
}

/// `GET /candidate-account?key=`: links in mails about accounts know no site; on to the first one that has accounts.
fn to_site(call: &Call) -> Result<Reply> {
    let site = visitor(&call.installation, call.scope.tenant())
        .view(|v| area::site_where(v, |s| s.accounts == Some(true)))?;
    let key = format!("&key={}", encode(call.request.query("key").unwrap_or_default()));
    let link = area::page_of(site.ok_or_else(missing)?, "me/new-password", &key, call.scope.culture);
    let to = match link.host {
        Some(host) => {
            format!("{}://{host}{}", if call.request.https { "https" } else { "http" }, link.path)
        }
        None => link.path,
    };
    Ok(Reply::see_other(&to))
}
