//! Finding records by words: for reference fields, and over everything.

use std::sync::Arc;

use maud::html;
use serde_json::json;
use talang_catalogue::{Fault, FieldType, Object};
use talang_engine::{Action, Query, Result, View};
use talang_http::{Call, Reply};

use super::columns::usual_sort;
use crate::components::{Hit, HitGroup, avatar, card, empty_state, icon, search_results};
use crate::page::{Head, module_icon, page_with, photo, record_address, ui};

/// Choices offered at once.
const CHOICES: usize = 20;
/// Hits of one kind in the search box, on the page, and kinds in the box.
const QUICK: usize = 4;
const FULL: usize = 20;
const KINDS: usize = 6;

/// `GET /pick/{object}?q=`: `{"items": [{"id", "title", "detail"}], "more"}` of what the user may see.
pub(super) fn pick(call: &Call) -> Result<Reply> {
    let name = call.param("object");
    let words = call.request.query("q").unwrap_or_default().trim().to_string();
    let answer = call.scope.view(|v| {
        let catalogue = v.catalogue();
        let object = catalogue.object(name).or_else(|| catalogue.by_path(name));
        let object = object.filter(|o| v.rights().may(o, Action::Read)).cloned();
        let object = object.ok_or_else(|| Fault::new("object.unknown").with("name", name))?;
        let sort = v.sort(&object, &usual_sort(&object))?;
        let searchable = object.fields.iter().any(|f| f.search);
        let mut query = Query { sort, limit: CHOICES, ..Query::default() };
        // What has no words to search by is a short list: it is looked through here.
        let sift = !words.is_empty() && !searchable;
        if !words.is_empty() && searchable {
            query.search = Some(words.clone());
        }
        if sift {
            query.limit = 2000;
        }
        let mut page = v.list(&object, &query)?;
        if page.records.is_empty() && searchable && !words.is_empty() {
            // Half a code in the middle of a word, or a day on which the thread has no slice.
            query.as_of = talang_engine::AsOf::Always;
            page = v.list(&object, &query)?;
        }
        v.load_titles(&object, &page.records)?;
        let mut items: Vec<serde_json::Value> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for record in &page.records {
            let title = v.title_of(record)?;
            let id = if object.period.is_some() { record.thread } else { record.id };
            let text = if title.title.trim().is_empty() { title.key.clone() } else { title.title.clone() };
            let fits =
                !sift || format!("{text} {}", title.key).to_lowercase().contains(&words.to_lowercase());
            if !fits || !seen.insert(id) {
                continue;
            }
            let detail = if title.key == text { String::new() } else { title.key.replace('|', " · ") };
            items.push(json!({ "id": id, "title": text, "detail": detail }));
        }
        let more = page.next.is_some() || items.len() > CHOICES;
        items.truncate(CHOICES);
        Ok(json!({ "items": items, "more": more }))
    })?;
    Ok(Reply::json(&answer))
}

/// The objects to search, those first that people look for most: people, what people are placed in, then what is referred
/// to most.
fn ranked(call: &Call, v: &View<'_>) -> Vec<Arc<Object>> {
    let people = call.installation.registry().people;
    let catalogue = v.catalogue();
    let referred = |object: &Object| {
        let fields = catalogue.objects().iter().flat_map(|o| &o.fields);
        fields.filter(|f| matches!(&f.ty, FieldType::Reference(t) | FieldType::References(t) if *t == object.def.name)).count()
    };
    let mut out: Vec<Arc<Object>> = catalogue
        .objects()
        .iter()
        .filter(|o| {
            o.fields.iter().any(|f| f.search)
                && v.rights().may(o, Action::Read)
                && !o.def.internal
                && !o.def.hidden
        })
        .cloned()
        .collect();
    out.sort_by_cached_key(|object| {
        let name = object.def.name;
        let place = match people {
            Some(p) if p.object == name => 0,
            Some(p) if p.dimensions.first().is_some_and(|d| d.object == name) => 1,
            _ => 2,
        };
        (place, object.def.module == "access", std::cmp::Reverse(referred(object)))
    });
    out
}

/// `GET /search?q=`: the page of results; with `quick=1` the best of each kind for the search box.
pub(super) fn search(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let words = call.request.query("q").unwrap_or_default().trim().to_string();
    let quick = call.request.query("quick").is_some();
    let most = if quick { QUICK } else { FULL };
    let mut groups: Vec<(HitGroup, String, bool)> = Vec::new();
    if !words.is_empty() {
        call.scope.view(|v| {
            for object in ranked(call, v) {
                if quick && groups.len() >= KINDS {
                    break;
                }
                let page = v.search(&object, &words, most)?;
                if page.records.is_empty() {
                    continue;
                }
                v.load_titles(&object, &page.records)?;
                let person = object.def.subject == talang_catalogue::Subject::Itself;
                let mut hits = Vec::new();
                for record in &page.records {
                    let title = v.title_of(record)?;
                    let id = if object.period.is_some() { record.thread } else { record.id };
                    let text = if title.title.trim().is_empty() { title.key.clone() } else { title.title };
                    hits.push(Hit {
                        href: record_address(registry, &object, id),
                        detail: if title.key == text {
                            String::new()
                        } else {
                            title.key.replace('|', " · ")
                        },
                        title: text,
                        icon: if person { "" } else { module_icon(object.def.module) },
                        photo: photo(record),
                    });
                }
                let title = registry.labels.objects(ui.language, object.def.name).to_string();
                let all = format!("/o/{}?q={}", object.def.path, crate::components::encode(&words));
                groups.push((HitGroup { title, hits }, all, page.next.is_some()));
            }
            Ok(())
        })?;
    }
    if quick {
        let all = format!("/search?q={}", crate::components::encode(&words));
        let groups: Vec<HitGroup> = groups.into_iter().map(|(g, ..)| g).collect();
        return Ok(Reply::html(search_results(&ui, &groups, &all).into_string()));
    }
    let title = match words.is_empty() {
        true => ui.say("ui-search"),
        false => ui.say_with("general-search-title", &[("words", words.as_str().into())]),
    };
    let content = html! {
        form.mb-3 role="search" method="get" action="/search" {
            div.tl-filters-search.mw-100 {
                (icon("search"))
                input.form-control type="search" name="q" value=(words) autocomplete="off" aria-label=(ui.say("ui-search")) placeholder=(ui.say("ui-search-hint"));
            }
        }
        @if groups.is_empty() {
            div.card { (empty_state("search", &ui.say(if words.is_empty() { "ui-search" } else { "ui-no-results" }), &ui.say("general-search-text"), html! {})) }
        }
        div.tl-stack {
            @for (group, all, more) in &groups {
                (card(&group.title, html! { @if *more { a href=(all) { (ui.say("general-show-all")) } } }, true, html! {
                    ul.tl-links {
                        @for hit in &group.hits {
                            li { a href=(hit.href) {
                                @if hit.icon.is_empty() { (avatar(&hit.title, hit.photo.as_deref(), "")) }
                                @else { span.tl-hit-icon { (icon(hit.icon)) } }
                                span.tl-person-words { (hit.title) @if !hit.detail.is_empty() { small { (hit.detail) } } }
                            } }
                        }
                    }
                }))
            }
        }
    };
    page_with(call, &Head { title: &title, ..Head::default() }, content)
}
