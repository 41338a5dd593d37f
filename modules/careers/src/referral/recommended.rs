//! What somebody reads who was recommended: by whom, for which vacancy; they apply, or say no, thank you.

use maud::html;
use talang_catalogue::Kind;
use talang_engine::Result;
use talang_http::{Call, Reply, encode};
use talang_recruiting::referrals;

use crate::advert::published;
use crate::frame::{Page, icon, page as framed, prose};
use crate::site::Site;

/// `GET /careers/{site}/recommended?t=`: looking answers nothing, so that programs that follow links in mails do no harm.
pub fn page(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let sealed = call.request.query("t").unwrap_or_default();
    let found = site.scope.view(|v| match referrals::open(v, sealed)? {
        Some(referral) => {
            let by = v.title("Employee", referral.get("referrer").as_int().unwrap_or_default())?.title;
            Ok(Some((referral.get("vacancy").as_int(), by)))
        }
        None => Ok(None),
    })?;
    let Some((vacancy, by)) = found else {
        return told(&site, "careers-recommended-over", "careers-recommended-over-text");
    };
    let published = published(&site)?;
    let advert = published.adverts.iter().find(|a| Some(a.id) == vacancy);
    let title = site.say("careers-recommended");
    let content = html! {
        div.cs-card.cs-form.cs-text {
            h1 { (title) }
            p { (site.ui().say_with("careers-recommended-by", &[("name", by.into())])) }
            @match advert {
                Some(advert) => {
                    @let here = site.path(&format!("jobs/{}", encode(&advert.code)));
                    p { a href=(here) { strong { (advert.title.text) } } }
                    p { a.cs-button href={ (here) "/apply?referral=" (encode(sealed)) } { (site.say("careers-apply")) } }
                }
                None => { p { (site.say("careers-recommended-gone")) } p { a.cs-button href=(site.path("jobs")) { (site.say("careers-more-jobs")) } } }
            }
            p.cs-me-gap { (site.say("careers-recommended-no-text")) }
            form method="post" action=(site.path("recommended")) {
                input type="hidden" name="t" value=(sealed);
                button.cs-button.cs-button-soft type="submit" { (site.say("careers-recommended-no")) }
            }
        }
    };
    let reply = framed(&site, &Page { title: &title, ..Page::default() }, html! {}, content)?;
    Ok(reply.with("cache-control", "no-store"))
}

/// `POST /careers/{site}/recommended`: no, thank you. Who it was is forgotten.
pub fn decline(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let sealed = call.request.sent("t");
    let gone = site.scope.change(Kind::Candidates, |c| match referrals::open(c, &sealed)? {
        Some(referral) => referrals::forget(c, &referral).map(|()| true),
        None => Ok(false),
    })?;
    match gone {
        true => told(&site, "careers-recommended-thanks", "careers-recommended-thanks-text"),
        false => told(&site, "careers-recommended-over", "careers-recommended-over-text"),
    }
}

fn told(site: &Site<'_>, title: &str, text: &str) -> Result<Reply> {
    let title = site.say(title);
    let content = html! {
        div.cs-card.cs-form.cs-text {
            h1 { (icon("check")) " " (title) }
            (prose(&site.say(text)))
            a.cs-button.cs-button-soft href=(site.path("jobs")) { (site.say("careers-more-jobs")) }
        }
    };
    let reply = framed(site, &Page { title: &title, ..Page::default() }, html! {}, content)?;
    Ok(reply.with("cache-control", "no-store"))
}
