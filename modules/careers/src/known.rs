//! Addresses under which the career sites of another suite are read (client contract, *Anonymous career site*): programs
//! and links that know them find the same vacancies here. Pages lead on to ours, whose markup has the names that readers
//! of such pages look for.

use std::fmt::Write as _;

use talang_catalogue::Language;
use talang_catalogue::value::date_of_days;
use talang_engine::Result;
use talang_http::{Access, Call, Reply, Route, encode};

use crate::advert::{Advert, published};
use crate::feeds::{description, escape};
use crate::site::{Site, missing};

/// Vacancies of the feed when nothing is said, and at most.
const TOP: (usize, usize) = (20, 1_000);

/// Languages by the number that such programs know (MS-LCID): the first of each is told, all are understood whose lowest
/// ten bits are the language's.
const LCIDS: [(Language, i64); 7] = [
    (Language::En, 2057),
    (Language::Fr, 1036),
    (Language::De, 1031),
    (Language::Nl, 1043),
    (Language::Es, 3082),
    (Language::Sv, 1053),
    (Language::Da, 1030),
];

/// The language of a number.
pub fn language_of(lcid: i64) -> Option<Language> {
    LCIDS.iter().find(|(_, known)| known & 0x3ff == lcid & 0x3ff).map(|(language, _)| *language)
}

/// The number of a language's code.
pub fn lcid_of(code: &str) -> Option<i64> {
    LCIDS.iter().find(|(language, _)| language.code() == code).map(|(_, lcid)| *lcid)
}

/// The routes, on a company's own sub-domain (of its first public site) and on a site's host name.
pub fn routes() -> Vec<Route> {
    let read = |pattern, handler| Route::get(pattern, Access::Visitor, handler);
    vec![
        read("/handlers/offerRss.ashx", rss),
        read("/offre-de-emploi/liste-toutes-offres.aspx", list),
        read("/pages/offre/listeoffre.aspx", list),
        read("/Pages/Offre/listeoffre.aspx", list),
        read("/pages/offre/detailoffre.aspx", detail),
        read("/Pages/Offre/detailoffre.aspx", detail),
        read("/careers/{site}/handlers/offerRss.ashx", rss),
        read("/careers/{site}/offre-de-emploi/liste-toutes-offres.aspx", list),
        read("/careers/{site}/pages/offre/listeoffre.aspx", list),
        read("/careers/{site}/Pages/Offre/listeoffre.aspx", list),
        read("/careers/{site}/pages/offre/detailoffre.aspx", detail),
        read("/careers/{site}/Pages/Offre/detailoffre.aspx", detail),
    ]
}

/// A parameter, whatever its letters.
fn parameter<'c>(call: &'c Call, name: &str) -> Option<&'c str> {
    let found = call.request.query.iter().find(|(n, _)| n.eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.as_str()).filter(|v| !v.is_empty())
}

fn language(call: &Call) -> Option<Language> {
    language_of(parameter(call, "LCID")?.parse().ok()?)
}

/// The site of the call in the language of its number.
fn site_of(call: &Call) -> Result<Site<'_>> {
    let mut site = Site::of(call)?;
    if let Some(language) = language(call).filter(|l| site.data.languages.contains(l)) {
        site.speak(language);
    }
    Ok(site)
}

/// Whether a condition of the feed means what a vacancy has: by its code, or by its name.
fn means(asked: Option<&str>, code: &str, label: &str) -> bool {
    asked.is_none_or(|asked| {
        asked.split(',').map(str::trim).any(|a| a.eq_ignore_ascii_case(code) || a.eq_ignore_ascii_case(label))
    })
}

/// `GET /handlers/offerRss.ashx?LCID=&top=&Rss_JobCountry=&Rss_JobRegion=&Rss_JobFamily=&Rss_Contract=`
fn rss(call: &Call) -> Result<Reply> {
    let site = site_of(call)?;
    let published = published(&site)?;
    let top = parameter(call, "top").and_then(|t| t.parse().ok()).unwrap_or(TOP.0).min(TOP.1);
    let lcid = lcid_of(site.scope.language().code()).unwrap_or_default();
    let fits = |a: &&Advert| {
        let region = a.address.get(3).map(String::as_str).unwrap_or_default();
        means(parameter(call, "Rss_JobCountry"), &a.country.code, &a.country.label)
            && means(parameter(call, "Rss_JobRegion"), region, region)
            && means(parameter(call, "Rss_JobFamily"), &a.family.code, &a.family.label)
            && means(parameter(call, "Rss_Contract"), &a.contract.code, &a.contract.label)
    };
    let mut found: Vec<&Advert> = published.adverts.iter().filter(fits).collect();
    found.sort_by_key(|a| std::cmp::Reverse(a.published_on));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>{}</title><link>{}</link>\
         <description>{}</description><language>{}</language>\n",
        escape(site.text(&site.data.label)),
        escape(&site.url("")),
        escape(&site.say("careers-jobs")),
        site.scope.culture.code,
    );
    for advert in found.into_iter().take(top) {
        let page = format!("Pages/Offre/detailoffre.aspx?idOffre={}&idOrigine=502&LCID={lcid}", advert.id);
        let day = date_of_days(advert.published_on).strftime("%a, %d %b %Y 00:00:00 Z");
        let _ = write!(
            out,
            "<item><guid isPermaLink=\"false\">{}</guid><link>{}</link><title>{} - {}</title><pubDate>{day}</pubDate>",
            advert.id,
            escape(&site.url(&page)),
            escape(&advert.code),
            escape(&advert.title.text),
        );
        for category in [&advert.family.label, &advert.contract.label, &advert.country.label, &advert.place] {
            if !category.is_empty() {
                let _ = write!(out, "<category>{}</category>", escape(category));
            }
        }
        let _ = writeln!(out, "{}", description(&site, advert));
    }
    out.push_str("</channel></rss>\n");
    Ok(Reply::bytes("application/rss+xml; charset=utf-8", out).with("cache-control", "public, max-age=300"))
}

/// On to one of our pages, in the language that was asked for.
fn on(site: &Site<'_>, call: &Call, rest: &str) -> Reply {
    let between = if rest.contains('?') { "&" } else { "?" };
    let address = match language(call) {
        Some(language) => format!("{}{between}lang={}", site.path(rest), language.code()),
        None => site.path(rest),
    };
    Reply::status(302).with("location", address)
}

/// `…/liste-toutes-offres.aspx?page=&all=1` and `…/listeoffre.aspx?mode=list&lcid=&facet_Country=&page=`
fn list(call: &Call) -> Result<Reply> {
    let site = site_of(call)?;
    let names =
        [("page", "page"), ("all", "all"), ("facet_Country", "country"), ("facet_JobFamily", "family")];
    let parts: Vec<String> = names
        .iter()
        .filter_map(|(theirs, ours)| Some(format!("{ours}={}", encode(parameter(call, theirs)?))))
        .collect();
    let query = if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) };
    Ok(on(&site, call, &format!("jobs{query}")))
}

/// `…/detailoffre.aspx?idOffre=&idOrigine=&LCID=`
fn detail(call: &Call) -> Result<Reply> {
    let site = site_of(call)?;
    let published = published(&site)?;
    let id: i64 = parameter(call, "idOffre").and_then(|id| id.parse().ok()).ok_or_else(missing)?;
    let advert = published.adverts.iter().find(|a| a.id == id).ok_or_else(missing)?;
    Ok(on(&site, call, &format!("jobs/{}", encode(&advert.code))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_of_a_language_are_understood() {
        for (lcid, code) in
            [(1036, "fr"), (3084, "fr"), (1033, "en"), (2057, "en"), (1034, "es"), (2055, "de")]
        {
            assert_eq!(language_of(lcid).map(Language::code), Some(code), "{lcid}");
        }
        assert_eq!(language_of(1041), None);
        assert_eq!(LCIDS.map(|(l, lcid)| language_of(lcid) == Some(l)), [true; 7]);
    }
}
