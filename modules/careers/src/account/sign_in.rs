//! Coming in with an account, and a forgotten password.

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind};
use talang_engine::Result;
use talang_http::{Call, Reply, cookies, encode};
use talang_identity::{Browser, Link, Population, Signed};
use talang_recruiting::privacy::account;

use super::form::{Line, Problems, guard, new_password, show, told, told_of};
use super::offered;
use crate::apply::counted;
use crate::area::asking;
use crate::frame::{icon, prose};
use crate::site::{Site, missing};

/// Links that are asked for one address in an hour at most.
const LINKS: u32 = 5;

/// The doors of those who have an account, or want one, for the page that asks who somebody is; nothing on sites without accounts.
pub(crate) fn doors(site: &Site<'_>, typed: &str, problem: &str) -> Result<Markup> {
    if !offered(site) {
        return Ok(html! {});
    }
    let reset = guard()?.reset_by_mail(&site.scope, Population::Candidates)?;
    // Where somebody was on the way to.
    let sent = site.call.request.sent("job");
    let job = if sent.is_empty() { site.call.request.query("job").unwrap_or_default() } else { &sent };
    let email = Line::address(typed);
    let none = Problems::new();
    Ok(html! {
        div.cs-card.cs-form {
            h2 { (site.say("careers-account-sign-in")) }
            @if !problem.is_empty() { div.cs-alert.is-danger role="alert" { p { (problem) } } }
            @else { p { (site.say("careers-account-sign-in-text")) } }
            form method="post" action=(site.path("me/sign-in")) {
                @if !job.is_empty() { input type="hidden" name="job" value=(job); }
                (email.show(site, &none))
                (Line::secret("password", "careers-account-password", "current-password").show(site, &none))
                button.cs-button type="submit" { (site.say("careers-account-sign-in")) }
            }
            p.cs-me-gap {
                @if reset { a href=(site.path("me/forgotten")) { (site.say("careers-account-forgotten")) } br; }
                (site.say("careers-account-none")) " " a href=(site.path("me/sign-up")) { (site.say("careers-account-sign-up")) }
            }
        }
    })
}

/// `POST /careers/{site}/me/sign-in`. The answer, and the work, is the same for an address without an account.
pub(super) fn sign_in(call: &Call) -> Result<Reply> {
    let site = super::of(call)?;
    let email = call.request.sent("email").trim().to_lowercase();
    let browser = Browser::of_candidate(&call.request, cookies::ACCOUNT.read(&call.request));
    let (tenant, password) = (site.scope.tenant(), call.request.sent("password"));
    let signed = match guard()?.sign_in(&call.installation, tenant, &email, &password, &browser) {
        Ok(signed) => signed,
        Err(error) => return refused(&site, &email, error),
    };
    let id = signed.actor.id().unwrap_or_default();
    let opened = site.scope.change(Kind::Candidates, |c| {
        account::signed_in(c, id)?;
        account::opened(c, id)
    })?;
    if opened.is_none() {
        guard()?.sign_out_everywhere(&site.scope, id, &call.request.address)?;
        return refused(&site, &email, Fault::new("sign_in.failed").into());
    }
    let to = match call.request.sent("job") {
        job if job.is_empty() => site.path("me"),
        job => site.path(&format!("jobs/{}/apply", encode(&job))),
    };
    Ok(kept(&site, &signed, Reply::see_other(&to)))
}

/// The page again, with what is wrong.
fn refused(site: &Site<'_>, email: &str, error: talang_engine::Error) -> Result<Reply> {
    let problem = match error.is("sign_in.failed") {
        true => site.say("careers-account-failed"),
        false => told_of(site, error)?.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" "),
    };
    asking(site, email, "", &problem)
}

/// A reply with the session of an account; a link that the browser held before is over.
pub(super) fn kept(site: &Site<'_>, signed: &Signed, reply: Reply) -> Reply {
    let https = site.call.request.https;
    let reply = reply
        .with("set-cookie", cookies::ACCOUNT.set_for(https, &signed.token, signed.seconds))
        .with("set-cookie", cookies::CANDIDATE.forget(https));
    match &signed.device {
        Some(device) => reply.with("set-cookie", cookies::DEVICE.set(https, device)),
        None => reply,
    }
}

/// The site of a call, if a forgotten password is given anew there by mail.
fn giving(call: &Call) -> Result<Site<'_>> {
    let site = super::of(call)?;
    match guard()?.reset_by_mail(&site.scope, Population::Candidates)? {
        true => Ok(site),
        false => Err(missing()),
    }
}

/// `GET /careers/{site}/me/forgotten`.
pub(super) fn forgotten(call: &Call) -> Result<Reply> {
    forgotten_page(&giving(call)?, "", &Problems::new())
}

fn forgotten_page(site: &Site<'_>, typed: &str, problems: &Problems) -> Result<Reply> {
    let email = Line::address(typed);
    let content = html! {
        p { (site.say("careers-account-forgotten-text")) }
        form method="post" action=(site.path("me/forgotten")) {
            (email.show(site, problems))
            button.cs-button type="submit" { (icon("mail")) (site.say("careers-me-ask-send")) }
        }
    };
    let status = if problems.is_empty() { 200 } else { 422 };
    show(site, &site.say("careers-account-forgotten"), content, status)
}

/// `POST /careers/{site}/me/forgotten`: the same answer for every address.
pub(super) fn ask(call: &Call) -> Result<Reply> {
    let site = giving(call)?;
    let email = call.request.sent("email").trim().to_lowercase();
    if talang_mail::check_address(&email).is_err() {
        let problems = vec![("email".to_string(), site.say("careers-email-wrong"))];
        return forgotten_page(&site, &email, &problems);
    }
    // Whoever asks too often reads the same as everybody, and no more mails leave.
    if counted(&site, format!("forgotten {} {email}", site.scope.tenant().id()), LINKS).is_ok() {
        let tenant = site.scope.tenant();
        let address = &call.request.address;
        guard()?.ask_for_link(&call.installation, tenant, Population::Candidates, &email, address)?;
    }
    sent(&site)
}

/// What everybody reads who asked for a mail.
pub(super) fn sent(site: &Site<'_>) -> Result<Reply> {
    let content = html! {
        (prose(&site.say("careers-account-asked-text")))
        a.cs-button.cs-button-soft href=(site.path("me")) { (site.say("careers-me-back")) }
    };
    show(site, &site.say("careers-me-asked"), content, 200)
}

/// The link of a mail, if it is a candidate's and holds.
fn link(site: &Site<'_>, key: &str) -> Result<Option<Link>> {
    let link = guard()?.link(&site.call.installation, site.scope.tenant(), key)?;
    Ok(link.filter(|link| link.population == Population::Candidates))
}

/// `GET /careers/{site}/me/new-password?key=`: looking uses nothing up, so that programs that follow links in mails do no harm.
pub(super) fn renewing(call: &Call) -> Result<Reply> {
    let site = super::of(call)?;
    let key = call.request.query("key").unwrap_or_default();
    match link(&site, key)? {
        Some(link) => renewing_page(&site, &link, key, &Problems::new()),
        None => over(&site),
    }
}

fn renewing_page(site: &Site<'_>, link: &Link, key: &str, problems: &Problems) -> Result<Reply> {
    let title = site.say("careers-account-new");
    let content = html! {
        p { (site.ui().say_with("careers-account-new-text", &[("email", link.login.as_str().into())])) }
        form method="post" action=(site.path("me/new-password")) {
            input type="hidden" name="key" value=(key);
            // For browsers that keep passwords.
            input.cs-hidden type="email" name="email" value=(link.login) autocomplete="username" readonly tabindex="-1" aria-hidden="true";
            (new_password(site, problems)?)
            button.cs-button type="submit" { (title) }
        }
    };
    show(site, &title, content, if problems.is_empty() { 200 } else { 422 })
}

/// `POST /careers/{site}/me/new-password`: the link has worked; nobody is signed in by it.
pub(super) fn renew(call: &Call) -> Result<Reply> {
    let site = super::of(call)?;
    let (key, new) = (call.request.sent("key"), call.request.sent("password"));
    let Some(link) = link(&site, &key)? else { return over(&site) };
    if new != call.request.sent("again") {
        let differ = Fault::new("password.differ").on("again");
        return renewing_page(&site, &link, &key, &told(&site, &[differ]));
    }
    let tenant = site.scope.tenant();
    match guard()?.use_link(&call.installation, tenant, &key, &new, &call.request.address) {
        Ok(_) => {
            let content = html! {
                p { (site.say("careers-account-set-text")) }
                a.cs-button href=(site.path("me")) { (site.say("careers-account-sign-in")) }
            };
            show(&site, &site.say("careers-account-set"), content, 200)
        }
        Err(error) if error.is("link.invalid") => over(&site),
        Err(error) => renewing_page(&site, &link, &key, &told_of(&site, error)?),
    }
}

/// The page for a link that opens nothing any more.
pub(super) fn over(site: &Site<'_>) -> Result<Reply> {
    let content = html! {
        p { (site.say("careers-account-over-text")) }
        a.cs-button.cs-button-soft href=(site.path("me")) { (site.say("careers-account-sign-in")) }
    };
    show(site, &site.say("careers-account-over"), content, 404)
}
