//! The frame of a site's pages, and what several of them are made of.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::json;
use talang_catalogue::Language;
use talang_catalogue::value::days_of_date;
use talang_engine::Result;
use talang_http::Reply;
use talang_screens::components::{Ui, with_param};
use talang_screens::page::address;

use crate::advert::{Advert, Text};
use crate::pages;
use crate::site::Site;

/// What a page is.
#[derive(Debug, Default)]
pub struct Page<'a> {
    /// Title, before the site's name.
    pub title: &'a str,
    /// One sentence for search engines and previews.
    pub about: &'a str,
    /// Its address on the site without what does not change it; empty for none that search engines should know.
    pub canonical: &'a str,
    /// Entry of the menu: `jobs`, or the code of a page.
    pub menu: &'a str,
    /// What search engines read of it.
    pub data: Option<serde_json::Value>,
}

/// An icon of the sprite of career sites.
pub fn icon(name: &str) -> Markup {
    html! { svg.cs-icon aria-hidden="true" { use href={ (talang_web::url("careers.svg")) "#" (name) } {} } }
}

/// A whole page. `hero` spans it, `content` keeps to its middle.
pub fn page(site: &Site<'_>, page: &Page<'_>, hero: Markup, content: Markup) -> Result<Reply> {
    let ui = site.ui();
    let name = site.text(&site.data.label).to_string();
    let looks = pages::looks(site)?;
    let here = address(site.call);
    let canonical = (!page.canonical.is_empty()).then(|| site.url(page.canonical.trim_start_matches('/')));
    let texts = json!({ "copied": site.say("careers-copied"), "sending": site.say("careers-sending"), "large": site.say("careers-large") });
    let body = html! {
        (DOCTYPE)
        html lang=(ui.language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { @if !page.title.is_empty() { (page.title) " · " } (name) }
                @if !page.about.is_empty() {
                    meta name="description" content=(page.about);
                    meta property="og:title" content={ @if page.title.is_empty() { (name) } @else { (page.title) } };
                    meta property="og:description" content=(page.about);
                    meta property="og:site_name" content=(name);
                    meta property="og:type" content="website";
                }
                @if let Some(canonical) = &canonical {
                    link rel="canonical" href=(in_language(site, canonical, ui.language));
                    @if site.data.languages.len() > 1 {
                        @for language in &site.data.languages {
                            link rel="alternate" hreflang=(language.code()) href=(in_language(site, canonical, *language));
                        }
                        link rel="alternate" hreflang="x-default" href=(canonical);
                    }
                } @else { meta name="robots" content="noindex"; }
                link rel="alternate" type="application/rss+xml" title=(name) href=(site.path("feed.rss"));
                link rel="icon" href=(talang_web::url("favicon.svg"));
                link rel="stylesheet" href=(talang_web::url("careers.css"));
                @if !looks.mark.is_empty() { link rel="stylesheet" href={ (site.path("site.css")) "?v=" (looks.mark) }; }
                script type="module" src=(talang_web::url("careers.js")) {}
                script type="application/json" id="cs-texts" { (PreEscaped(texts.to_string().replace('<', "\\u003c"))) }
                @if let Some(data) = &page.data {
                    script type="application/ld+json" { (PreEscaped(data.to_string().replace('<', "\\u003c"))) }
                }
            }
            body {
                a.cs-skip href="#main" { (site.say("ui-skip")) }
                (head(site, &name, page, &looks, &here))
                (hero)
                main.cs-main #main tabindex="-1" { div.cs-in { (content) } }
                (foot(site, &name))
            }
        }
    };
    Ok(Reply::html(body.into_string())
        .with("vary", "accept-language, cookie")
        .with("cache-control", "no-cache"))
}

/// An address that says its language, where there are several.
fn in_language(site: &Site<'_>, address: &str, language: Language) -> String {
    match site.data.languages.len() {
        0 | 1 => address.to_string(),
        _ => with_param(address, "lang", language.code()),
    }
}

fn head(site: &Site<'_>, name: &str, page: &Page<'_>, looks: &pages::Looks, here: &str) -> Markup {
    // On the site's own host name the browser shows another path than the program's.
    let here = match site.base.is_empty() {
        true => here.strip_prefix(&format!("{}{}", crate::PREFIX, site.data.code)).unwrap_or(here),
        false => here,
    };
    let here = if here.is_empty() || here.starts_with('?') { format!("/{here}") } else { here.to_string() };
    let current = |menu: &str| (menu == page.menu).then_some("page");
    html! {
        header.cs-head {
            div.cs-in {
                a.cs-brand href=(site.path("")) {
                    @if looks.logo { img src={ (site.path("picture/logo")) "?v=" (looks.mark) } alt=(name); }
                    @else { (name) }
                }
                nav.cs-nav aria-label=(site.say("ui-menu")) {
                    a href=(site.path("jobs")) aria-current=[current("jobs")] { (site.say("careers-jobs")) }
                    @for own in site.data.pages.iter().filter(|p| p.in_menu) {
                        a href=(site.path(&format!("pages/{}", own.code))) aria-current=[current(&own.code)] { (site.text(&own.title)) }
                    }
                    a href=(site.path("me")) aria-current=[current("me")] { (site.say("careers-me")) }
                }
                @if site.data.languages.len() > 1 {
                    details.cs-lang {
                        summary {
                            (icon("world"))
                            span.cs-hidden { (site.say("careers-language")) ": " }
                            (site.scope.language().native_name())
                        }
                        ul {
                            @for language in site.data.languages.iter().filter(|l| **l != site.scope.language()) {
                                li { a href=(with_param(&here, "lang", language.code())) lang=(language.code()) hreflang=(language.code()) { (language.native_name()) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn foot(site: &Site<'_>, name: &str) -> Markup {
    let text = site.text(&site.data.footer);
    html! {
        footer.cs-foot {
            div.cs-in {
                @if text.is_empty() { p { strong { (name) } } } @else { (prose(text)) }
                nav aria-label=(site.say("careers-more")) {
                    a href=(site.path("privacy")) { (site.say("careers-privacy")) }
                    @for own in site.data.pages.iter().filter(|p| !p.in_menu) {
                        a href=(site.path(&format!("pages/{}", own.code))) { (site.text(&own.title)) }
                    }
                    @if site.data.agencies { a href=(site.path("agency")) { (site.say("careers-agency")) } }
                    a href=(site.path("feed.rss")) { (icon("rss")) " " (site.say("careers-feed")) }
                }
            }
        }
    }
}

/// Running text as it was written: blank lines part paragraphs, lines that begin with a dash or a dot are a list.
pub fn prose(text: &str) -> Markup {
    let item = |line: &str| {
        let rest = ["- ", "• ", "* ", "– "].iter().find_map(|mark| line.trim_start().strip_prefix(*mark));
        rest.map(|r| r.trim().to_string())
    };
    let mut out = Vec::new();
    for block in text.replace('\r', "").split("\n\n").filter(|b| !b.trim().is_empty()) {
        let (mut lines, mut items): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
        for line in block.lines().filter(|l| !l.trim().is_empty()) {
            match item(line) {
                Some(text) => {
                    out.extend(paragraph(&mut lines));
                    items.push(text);
                }
                None => {
                    out.extend(list(&mut items));
                    lines.push(line.trim());
                }
            }
        }
        out.extend(paragraph(&mut lines));
        out.extend(list(&mut items));
    }
    html! { @for part in &out { (part) } }
}

fn paragraph(lines: &mut Vec<&str>) -> Option<Markup> {
    let all = std::mem::take(lines);
    (!all.is_empty()).then(|| {
        html! { p { @for (at, line) in all.iter().enumerate() { @if at > 0 { br; } (line) } } }
    })
}

fn list(items: &mut Vec<String>) -> Option<Markup> {
    let all = std::mem::take(items);
    (!all.is_empty()).then(|| html! { ul { @for item in &all { li { (item) } } } })
}

/// A text that may be in another language than the page.
pub fn spoken(text: &Text) -> Markup {
    html! { div lang=[text.language.as_deref()] { (prose(&text.text)) } }
}

/// The facts of a vacancy in one line: place, contract, share of full time, distance.
pub fn facts(ui: &Ui<'_>, advert: &Advert) -> Vec<(&'static str, String)> {
    let mut place = advert.place.clone();
    if !advert.country.label.is_empty() && !place.contains(&advert.country.label) {
        let comma = if place.is_empty() { "" } else { ", " };
        place = format!("{place}{comma}{}", advert.country.label);
    }
    let mut contract = advert.contract.label.clone();
    if let Some(months) = advert.months {
        let months = ui.say_with("careers-months", &[("count", months.into())]);
        contract = if contract.is_empty() { months } else { format!("{contract}, {months}") };
    }
    let share = advert.part_time.as_ref();
    let share = share.map(|s| ui.say_with("careers-part-time", &[("share", s.clone().into())]));
    let remote = match advert.remote.code.as_str() {
        "" | "none" => String::new(),
        _ => ui.say_with("careers-remote-fact", &[("text", advert.remote.label.clone().into())]),
    };
    let all =
        [("map-pin", place), ("briefcase", contract), ("clock", share.unwrap_or_default()), ("home", remote)];
    all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// How long ago a day is, or which day it was.
pub fn since(site: &Site<'_>, day: i64) -> String {
    let today = days_of_date(site.scope.as_of);
    match today - day {
        0 => site.say("careers-today"),
        days @ 1..=30 => site.ui().say_with("careers-days-ago", &[("count", days.into())]),
        _ => site.scope.culture.date_long(day),
    }
}

#[cfg(test)]
mod tests {
    use super::prose;

    #[test]
    fn running_text_becomes_paragraphs_and_lists_and_nothing_else() {
        let html = prose("You will:\n- bake\n- sell <bread>\n\nSecond line\r\nand more").into_string();
        assert_eq!(
            html,
            "<p>You will:</p><ul><li>bake</li><li>sell &lt;bread&gt;</li></ul><p>Second line<br>and more</p>"
        );
    }
}
