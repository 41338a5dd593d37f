//! What programs read of a site: RSS 2.0, an XML feed of whole vacancies for job boards, the sitemap, and what robots may see.

use std::fmt::Write as _;

use talang_catalogue::types::time::iso_date;
use talang_catalogue::value::date_of_days;
use talang_engine::Result;
use talang_http::{Call, Reply, encode};
use talang_screens::components::with_param;

use crate::advert::{Advert, published};
use crate::find::Question;
use crate::frame::{facts, spoken};
use crate::site::Site;

/// Vacancies of an RSS feed at most.
const MOST: usize = 1_000;

/// Text as XML has it, without characters that it cannot hold (XML 1.0 § 2.2).
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

fn link(site: &Site<'_>, advert: &Advert) -> String {
    site.url(&format!("jobs/{}", encode(&advert.code)))
}

/// All texts of a vacancy as HTML, each below its heading.
pub fn whole(site: &Site<'_>, advert: &Advert) -> String {
    advert.texts.iter().fold(String::new(), |mut out, (key, text)| {
        let heading = maud::html! { h2 { (site.say(key)) } };
        let _ = write!(out, "{}{}", heading.into_string(), spoken(text).into_string());
        out
    })
}

/// The same as XML carries it. Programs ask for all vacancies again and again: it is made once.
fn carried<'a>(site: &Site<'_>, advert: &'a Advert) -> &'a str {
    advert.feed.get_or_init(|| escape(&whole(site, advert)))
}

/// What an RSS item says of a vacancy: the facts in a line, then its texts.
pub fn description(site: &Site<'_>, advert: &Advert) -> String {
    let about: Vec<String> = facts(&site.ui(), advert).into_iter().map(|(_, t)| t).collect();
    // The line is text within HTML within XML.
    let line = format!("<p>{}</p>", escape(&about.join(" · ")));
    format!("<description>{}{}</description></item>", escape(&line), carried(site, advert))
}

/// The day as RFC 822 has it, at midnight.
fn rfc822(day: i64) -> String {
    date_of_days(day).strftime("%a, %d %b %Y 00:00:00 +0000").to_string()
}

/// `GET /careers/{site}/feed.rss`, with the list's own search and facets.
pub fn rss(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let published = published(&site)?;
    let question = Question::of(call);
    let mut found = question.answer(&published.adverts).adverts;
    found.sort_by_key(|a| std::cmp::Reverse(a.published_on));
    let name = escape(site.text(&site.data.label));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>\n\
         <title>{name}</title><link>{}</link><description>{}</description><language>{}</language>\n\
         <atom:link href=\"{}\" rel=\"self\" type=\"application/rss+xml\"/>\n",
        escape(&site.url("jobs")),
        escape(&site.say("careers-jobs")),
        site.scope.language().code(),
        escape(&site.url("feed.rss")),
    );
    for advert in found.into_iter().take(MOST) {
        let _ = write!(
            out,
            "<item><title>{}</title><link>{link}</link><guid>{link}</guid><pubDate>{}</pubDate>",
            escape(&advert.title.text),
            rfc822(advert.published_on),
            link = escape(&link(&site, advert)),
        );
        for category in [&advert.family.label, &advert.contract.label, &advert.country.label] {
            if !category.is_empty() {
                let _ = write!(out, "<category>{}</category>", escape(category));
            }
        }
        let _ = writeln!(out, "{}", description(&site, advert));
    }
    out.push_str("</channel></rss>\n");
    Ok(Reply::bytes("application/rss+xml; charset=utf-8", out).with("cache-control", "public, max-age=300"))
}

/// `GET /careers/{site}/feed.xml`: every vacancy with all that the public reads, for job boards that take files.
pub fn xml(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let published = published(&site)?;
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<source>\n");
    let put = |out: &mut String, name: &str, value: &str| {
        if !value.is_empty() {
            let _ = write!(out, "<{name}>{}</{name}>", escape(value));
        }
    };
    put(&mut out, "publisher", site.scope.tenant().name());
    put(&mut out, "publisherurl", &site.url(""));
    for advert in &published.adverts {
        out.push_str("\n<job>");
        let [_, postal, city, region] = &advert.address;
        let city = if city.is_empty() { &advert.place } else { city };
        let kind = if advert.part_time.is_some() { "parttime" } else { "fulltime" };
        let apply = link(&site, advert) + "/apply";
        for (name, value) in [
            ("title", advert.title.text.as_str()),
            ("date", &rfc822(advert.published_on)),
            ("referencenumber", &advert.code),
            ("url", &link(&site, advert)),
            ("applyurl", &apply),
            ("company", site.scope.tenant().name()),
            ("city", city),
            ("state", region),
            ("country", &advert.country.code),
            ("postalcode", postal),
            ("jobtype", kind),
            ("contract", &advert.contract.label),
            ("category", &advert.family.label),
            ("experience", &advert.experience),
            ("education", &advert.education),
            ("expirationdate", &advert.until.map(iso_date).unwrap_or_default()),
            ("language", site.scope.language().code()),
        ] {
            put(&mut out, name, value);
        }
        let _ = write!(out, "<description>{}</description></job>", carried(&site, advert));
    }
    out.push_str("\n</source>\n");
    Ok(Reply::bytes("application/xml; charset=utf-8", out).with("cache-control", "public, max-age=300"))
}

/// `GET /careers/{site}/sitemap.xml` (sitemaps.org 0.9): each page in each language.
pub fn sitemap(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let published = published(&site)?;
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let own = site.data.pages.iter().map(|p| (site.url(&format!("pages/{}", p.code)), None));
    let fixed = [(site.url(""), None), (site.url("jobs"), None)];
    let jobs = published.adverts.iter().map(|a| (link(&site, a), Some(a.published_on)));
    for (address, day) in fixed.into_iter().chain(own).chain(jobs) {
        for language in &site.data.languages {
            let address = match site.data.languages.len() {
                1 => address.clone(),
                _ => with_param(&address, "lang", language.code()),
            };
            let day = day.map(|d| format!("<lastmod>{}</lastmod>", iso_date(d))).unwrap_or_default();
            let _ = writeln!(out, "<url><loc>{}</loc>{day}</url>", escape(&address));
        }
    }
    out.push_str("</urlset>\n");
    Ok(Reply::bytes("application/xml; charset=utf-8", out).with("cache-control", "public, max-age=300"))
}

/// `GET /careers/{site}/robots.txt` (RFC 9309); on the site's own host name it is where robots look.
pub fn robots(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let hidden = if site.data.internal {
        "Disallow: /\n".to_string()
    } else {
        // What is somebody's own, and forms, is nothing to find.
        let own: String = ["me", "agency", "alerts", "recommended"]
            .map(|page| format!("Disallow: {}\n", site.path(page)))
            .concat();
        format!("Disallow: {}/*/apply\n{own}", site.path("jobs"))
    };
    let text = format!("User-agent: *\n{hidden}\nSitemap: {}\n", site.url("sitemap.xml"));
    Ok(Reply::bytes("text/plain; charset=utf-8", text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_holds_no_character_that_it_cannot() {
        assert_eq!(escape("a<b>&\"\u{0}\u{1b}\n\u{fffe}é"), "a&lt;b&gt;&amp;&quot;\né");
        let day = talang_catalogue::value::days_of_date(jiff::civil::date(2026, 11, 30));
        assert_eq!(rfc822(day), "Mon, 30 Nov 2026 00:00:00 +0000");
    }
}
