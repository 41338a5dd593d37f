//! The vacancies of a site: search, facets, pages.

use maud::{Markup, html};
use talang_engine::Result;
use talang_http::{Call, Reply};
use talang_screens::components::with_param;

use crate::advert::{Advert, published};
use crate::find::{Choice, FACETS, Found, Question};
use crate::frame::{Page, facts, icon, page as framed, prose, since};
use crate::site::Site;

/// Vacancies on a page.
const PER_PAGE: usize = 20;
/// Values of a facet that are shown at once.
const AT_ONCE: usize = 7;

/// `GET /careers/{site}`: the first page, with the company's own words above the vacancies.
pub fn first(call: &Call) -> Result<Reply> {
    show(call, true)
}

/// `GET /careers/{site}/jobs`, with `q=`, facets and `page=`.
pub fn page(call: &Call) -> Result<Reply> {
    show(call, false)
}

fn show(call: &Call, first: bool) -> Result<Reply> {
    let site = Site::of(call)?;
    let published = published(&site)?;
    let question = Question::of(call);
    let found = question.answer(&published.adverts);
    let at = call.request.query("page").and_then(|p| p.parse::<usize>().ok()).unwrap_or(1).max(1);
    // Readers of whole lists get them on one page.
    let per_page = if call.request.query("all") == Some("1") { 1_000 } else { PER_PAGE };
    let pages = found.adverts.len().div_ceil(per_page).max(1);
    let at = at.min(pages);
    let shown: Vec<&Advert> =
        found.adverts.iter().skip((at - 1) * per_page).take(per_page).copied().collect();
    let list = site.path("jobs");
    let welcome = site.text(&site.data.welcome);
    let (lead, rest) = welcome.split_once('\n').unwrap_or((welcome, ""));
    let heading = match lead.trim() {
        _ if !first => site.say("careers-jobs"),
        "" => site.say("careers-welcome"),
        lead => lead.to_string(),
    };
    let content = html! {
        div.cs-columns {
            @if published.adverts.is_empty() { div {} } @else { (facet_form(&site, &list, &question, &found)) }
            section aria-labelledby="results" {
                div.cs-count {
                    h2 #results .ts-ol-pagination__title { (count(&site, found.adverts.len())) }
                    @if crate::alerts::offered(&site) {
                        a.cs-button.cs-button-soft href={ (site.path("alerts")) "?" (question.address(None)) } rel="nofollow" { (icon("mail")) (site.say("careers-alert-like")) }
                    }
                }
                @if !question.is_empty() { (chips(&site, &list, &question, &found)) }
                @if shown.is_empty() { (nothing(&site, &list, published.adverts.is_empty())) }
                ul.cs-list {
                    @for advert in &shown { (item(&site, advert)) }
                }
                @if pages > 1 { (paging(&site, &list, &question, at, pages)) }
                @if site.data.speculative {
                    div.cs-card.cs-unasked {
                        h3 { (site.say("careers-spontaneous-none")) }
                        p { (site.say("careers-spontaneous-text")) }
                        a.cs-button.cs-button-soft href=(site.path("apply")) { (site.say("careers-spontaneous")) }
                    }
                }
            }
        }
    };
    let hero = html! {
        div.cs-hero {
            div.cs-in {
                h1 { (heading) }
                @if first && !rest.trim().is_empty() { (prose(rest)) }
                form.cs-search role="search" method="get" action=(list) {
                    label { (icon("search")) span.cs-hidden { (site.say("careers-search")) }
                        input type="search" name="q" value=(question.text) placeholder=(site.say("careers-search-hint")) maxlength="200" autocomplete="off"; }
                    @for (name, values) in FACETS.iter().map(|f| f.0).zip(&question.chosen) {
                        @for value in values { input type="hidden" name=(name) value=(value); }
                    }
                    button.cs-button type="submit" { (site.say("careers-find")) }
                }
            }
        }
    };
    let about = match rest.trim().lines().next() {
        Some(line) if !line.is_empty() => line.chars().take(200).collect(),
        _ => count(&site, published.adverts.len())
            .into_string()
            .replace("<strong class=\"gras\">", "")
            .replace("</strong>", ""),
    };
    let head = Page {
        title: if first { "" } else { &heading },
        about: &about,
        canonical: if question.is_empty() && at == 1 { if first { "/" } else { "jobs" } } else { "" },
        menu: if first { "" } else { "jobs" },
        data: None,
    };
    framed(&site, &head, hero, content)
}

/// How many there are, the number told apart.
fn count(site: &Site<'_>, found: usize) -> Markup {
    let number = site.scope.culture.integer(i64::try_from(found).unwrap_or(i64::MAX));
    let text =
        site.ui().say_with("careers-count", &[("count", i64::try_from(found).unwrap_or(i64::MAX).into())]);
    match text.split_once(&number) {
        Some((before, after)) => html! { span.resultat { (before) strong.gras { (number) } (after) } },
        None => html! { span.resultat { (text) } },
    }
}

fn item(site: &Site<'_>, advert: &Advert) -> Markup {
    let href = site.path(&format!("jobs/{}", talang_http::encode(&advert.code)));
    html! {
        li.cs-item.ts-offer-list-item.is-top[advert.top] {
            h3 lang=[advert.title.language.as_deref()] {
                a.ts-offer-list-item__title-link href=(href) { (advert.title.text) }
                @if advert.top { span.cs-badge { (site.say("careers-top")) } }
            }
            ul.cs-facts.ts-offer-list-item__description {
                @for (picture, text) in facts(&site.ui(), advert) { li { (icon(picture)) (text) } }
                @if !advert.unit.is_empty() { li { (icon("building")) (advert.unit) } }
                li { (icon("calendar")) (since(site, advert.published_on)) }
            }
        }
    }
}

fn facet_form(site: &Site<'_>, list: &str, question: &Question, found: &Found<'_>) -> Markup {
    let used = question.chosen.iter().any(|c| !c.is_empty());
    html! {
        form method="get" action=(list) data-filters {
            @if !question.text.is_empty() { input type="hidden" name="q" value=(question.text); }
            details.cs-facets open[used] data-used=(used) {
                summary { (icon("search")) (site.say("careers-narrow")) }
                @for ((name, heading, _), choices) in FACETS.iter().zip(&found.facets) {
                    @if choices.len() > 1 || choices.iter().any(|c| c.chosen) {
                        fieldset {
                            legend { (site.say(heading)) }
                            @for choice in choices.iter().take(AT_ONCE) { (tick(name, choice)) }
                            @if choices.len() > AT_ONCE {
                                details.cs-more {
                                    summary { (site.ui().say_with("careers-others", &[("count", i64::try_from(choices.len() - AT_ONCE).unwrap_or(0).into())])) }
                                    @for choice in choices.iter().skip(AT_ONCE) { (tick(name, choice)) }
                                }
                            }
                        }
                    }
                }
                button.cs-button.cs-button-soft type="submit" data-no-script { (site.say("careers-narrow")) }
            }
        }
    }
}

fn tick(name: &str, choice: &Choice) -> Markup {
    html! {
        label.is-none[choice.count == 0] {
            input type="checkbox" name=(name) value=(choice.value.code) checked[choice.chosen];
            span { (choice.value.label) }
            small { (choice.count) }
        }
    }
}

/// What was asked for, each to be taken back.
fn chips(site: &Site<'_>, list: &str, question: &Question, found: &Found<'_>) -> Markup {
    let without = |at: usize, code: &str| format!("{list}?{}", question.address(Some((at, code))));
    let words = Question { text: String::new(), ..question.clone() }.address(None);
    html! {
        ul.cs-chips {
            @if !question.text.is_empty() {
                li { a href={ (list) "?" (words) } { "“" (question.text) "” " (icon("x")) span.cs-hidden { (site.say("careers-take-back")) } } }
            }
            @for (at, choices) in found.facets.iter().enumerate() {
                @for choice in choices.iter().filter(|c| c.chosen) {
                    li { a href=(without(at, &choice.value.code)) { (choice.value.label) " " (icon("x")) span.cs-hidden { (site.say("careers-take-back")) } } }
                }
            }
            li { a href=(list) { (site.say("careers-all")) } }
        }
    }
}

fn nothing(site: &Site<'_>, list: &str, at_all: bool) -> Markup {
    let (title, text) = match at_all {
        true => ("careers-none", "careers-none-text"),
        false => ("careers-nothing", "careers-nothing-text"),
    };
    html! {
        div.cs-empty {
            h3 { (site.say(title)) }
            p.cs-soft { (site.say(text)) }
            @if !at_all { a.cs-button.cs-button-soft href=(list) { (site.say("careers-all")) } }
        }
    }
}

fn paging(site: &Site<'_>, list: &str, question: &Question, at: usize, pages: usize) -> Markup {
    let here = format!("{list}?{}", question.address(None));
    let to = |page: usize| with_param(here.trim_end_matches('?'), "page", &page.to_string());
    let near: Vec<usize> = (1..=pages).filter(|p| *p == 1 || *p == pages || p.abs_diff(at) <= 2).collect();
    html! {
        nav aria-label=(site.say("careers-pages")) {
            ul.cs-pages {
                @for (place, page) in near.iter().enumerate() {
                    @if place > 0 && near.get(place - 1).is_some_and(|before| before + 1 < *page) { li { span aria-hidden="true" { "…" } } }
                    li { a href=(to(*page)) aria-current=[(*page == at).then_some("page")] aria-label=(site.ui().say_with("careers-page", &[("number", i64::try_from(*page).unwrap_or(0).into())])) { (page) } }
                }
            }
        }
    }
}
