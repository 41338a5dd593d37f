//! What somebody does with the account that they are signed in with: another password, the end of other sessions.

use maud::{Markup, html};
use talang_catalogue::Record;
use talang_engine::{Door, Result, Scope};
use talang_http::{Call, Reply};
use talang_identity::{Live, Stage};
use talang_recruiting::privacy::account;
use talang_recruiting::text;

use super::form::{Line, Problems, guard, new_password, show, told, told_of};
use super::offered;
use crate::area::came;
use crate::frame::icon;
use crate::site::Site;

/// The site and whoever is signed in there with an account; others go to the page that asks who they are.
fn within(call: &Call, work: impl FnOnce(&Site<'_>, &Live) -> Result<Reply>) -> Result<Reply> {
    let site = super::of(call)?;
    match came(&site)?.and_then(|came| came.live) {
        Some(live) => work(&site, &live),
        None => Ok(Reply::see_other(&site.path("me"))),
    }
}

/// The scope of an account, for what is its own.
fn scope_of(site: &Site<'_>, live: &Live) -> Scope {
    let mut scope =
        Scope::new(&site.call.installation, site.scope.tenant(), live.actor.clone(), Door::FrontOffice);
    scope.address.clone_from(&site.scope.address);
    scope
}

/// What the area says of the account; of none, how to get one.
pub(crate) fn card(site: &Site<'_>, person: &Record) -> Result<Markup> {
    if !offered(site) {
        return Ok(html! {});
    }
    let live = came(site)?.and_then(|came| came.live);
    let Some(live) = live else {
        let has = site.scope.view(|v| account::of_candidate(v, person.id))?.is_some();
        return Ok(html! {
            @if !has {
                section.cs-card {
                    h2 { (site.say("careers-account")) }
                    p { (site.say("careers-account-offer")) }
                    a.cs-button.cs-button-soft href=(site.path("me/sign-up")) { (site.say("careers-account-sign-up")) }
                }
            }
        });
    };
    let sessions = guard()?.devices(&site.scope, live.actor.id().unwrap_or_default())?;
    let count = i64::try_from(sessions.len()).unwrap_or(i64::MAX);
    Ok(html! {
        section.cs-card {
            h2 { (site.say("careers-account")) }
            p { (site.ui().say_with("careers-account-you", &[("email", text(person, "email").into())])) }
            a.cs-button.cs-button-soft href=(site.path("me/password")) { (site.say("careers-account-change")) }
            p.cs-me-gap { (site.ui().say_with("careers-account-sessions", &[("count", count.into())])) }
            ul.cs-me-list {
                @for one in &sessions {
                    @let name = [one.browser, one.system].into_iter().flatten().collect::<Vec<_>>().join(" / ");
                    li {
                        span { @if name.is_empty() { (site.say("careers-account-device")) } @else { (name) } }
                        span.cs-help {
                            @if one.id == live.id { (site.say("careers-account-here")) }
                            @else { (site.scope.culture.date_time(one.seen, &jiff::tz::TimeZone::UTC)) " UTC" }
                        }
                    }
                }
            }
            @if sessions.len() > 1 {
                form method="post" action=(site.path("me/sessions/end")) {
                    button.cs-button.cs-button-soft type="submit" { (site.say("careers-account-end-others")) }
                }
            }
        }
    })
}

/// `GET /careers/{site}/me/password`.
pub(super) fn changing(call: &Call) -> Result<Reply> {
    within(call, |site, live| page(site, live, &Problems::new()))
}

fn page(site: &Site<'_>, live: &Live, problems: &Problems) -> Result<Reply> {
    let title = site.say("careers-account-change");
    let due = live.stage == Stage::ChangePassword;
    let content = html! {
        @if due { div.cs-alert role="status" { p { (icon("clock")) " " (site.say("careers-account-due")) } } }
        form method="post" action=(site.path("me/password")) {
            (Line::secret("present", "careers-account-present", "current-password").show(site, problems))
            (new_password(site, problems)?)
            button.cs-button type="submit" { (title) }
            @if !due { " " a.cs-button.cs-button-soft href=(site.path("me")) { (site.say("careers-me-back")) } }
        }
    };
    show(site, &title, content, if problems.is_empty() { 200 } else { 422 })
}

/// `POST /careers/{site}/me/password`.
pub(super) fn change(call: &Call) -> Result<Reply> {
    within(call, |site, live| {
        let (present, new) = (call.request.sent("present"), call.request.sent("password"));
        if new != call.request.sent("again") {
            let differ = talang_catalogue::Fault::new("password.differ").on("again");
            return page(site, live, &told(site, &[differ]));
        }
        let scope = scope_of(site, live);
        match guard()?.change_password(&scope, &call.request.address, &present, &new, &live.id) {
            Ok(()) => Ok(Reply::see_other(&format!("{}?done=password", site.path("me")))),
            Err(error) => page(site, live, &told_of(site, error)?),
        }
    })
}

/// `POST /careers/{site}/me/sessions/end`.
pub(super) fn end_others(call: &Call) -> Result<Reply> {
    within(call, |site, live| {
        let scope = scope_of(site, live);
        guard()?.end_devices(&scope, live.actor.id().unwrap_or_default(), None, &live.id, "")?;
        Ok(Reply::see_other(&format!("{}?done=ended", site.path("me"))))
    })
}
