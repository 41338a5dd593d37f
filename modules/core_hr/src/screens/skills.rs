//! Skills: a tree by category and by what is broader, opened step by step, and the page of a skill.

use std::collections::{HashMap, HashSet};

use maud::{Markup, html};
use talang_catalogue::labels::text_in;
use talang_catalogue::{Language, Record, Value};
use talang_engine::{Action, AsOf, Filter, Op, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Crumb, Node, Paging, Tone, Tree, TreeLook, badge, card, empty_state, encode, fact, facts, icon, nodes,
    pagination, tree, with_param,
};
use talang_screens::page::{Head, page_with, ui};

use super::kit::{self, Faces, fact_rows, may, records};

/// Skills that are opened below one node; a library of thousands has more than anybody reads.
const BELOW: usize = 200;
/// Skills found on a page.
const SIZE: usize = 50;

/// `GET /skills`: the tree, or with `q=` what was found.
pub fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let words = call.request.query("q").unwrap_or_default().trim().to_string();
    let (content, actions, text) = call.scope.view(|v| {
        let object = v.object("Skill")?;
        let total = v.count(&object, &Query::default())?;
        let body = if words.is_empty() { whole_tree(call, v)? } else { found(call, v, &words)? };
        let content = html! {
            div.tl-stack id="skills" {
                div.card { div.tl-filters {
                    form.tl-contents role="search" method="get" action="/skills" aria-label=(ui.say("org-find-skill")) hx-get="/skills" hx-target="#skills" hx-select="#skills"
                        hx-swap="outerMorph" hx-push-url="true" hx-trigger="submit, input changed delay:250ms target:'input[type=search]'" {
                        div.tl-filters-search {
                            (icon("search"))
                            input.form-control type="search" id="skills-q" name="q" value=(words) autocomplete="off" aria-label=(ui.say("org-find-skill")) placeholder=(ui.say("org-find-skill"));
                        }
                    }
                    div.tl-filters-end {
                        @if may(v, "SkillCategory", Action::Read) { a.btn.btn-quiet href="/o/skill-categories" { (icon("list-tree")) (kit::words(call, "SkillCategory").1) } }
                        a.btn.btn-quiet href="/o/skills" { (icon("adjustments-horizontal")) (ui.say("org-all-fields")) }
                    }
                }
                }
                (body)
            }
        };
        let actions = html! {
            @if v.rights().may(&object, Action::Import) { a.btn href="/import" { (icon("upload")) (ui.say("ui-import")) } }
            @if v.rights().may(&object, Action::Export) { a.btn href="/export/skills" { (icon("download")) (ui.say("ui-export")) } }
            @if v.rights().may(&object, Action::Create) { a.btn.btn-primary href="/o/skills/new?back=/skills" { (icon("plus")) (ui.say("ui-new")) } }
        };
        Ok((content, actions, ui.say_with("org-skills-count", &[("count", ui.culture.integer(total).into())])))
    })?;
    let title = kit::words(call, "Skill").1.to_string();
    page_with(
        call,
        &Head { title: &title, text: &text, menu: "Skill", actions, timeless: true, ..Head::default() },
        content,
    )
}

/// Categories at the top, and what belongs to none.
fn whole_tree(call: &Call, v: &mut View<'_>) -> Result<Markup> {
    let ui = ui(call);
    let mut roots = categories(call, v, None)?;
    let skill = v.object("Skill")?;
    let loose = Filter::And(vec![
        Filter::test(&skill, "category", Op::Empty, Vec::new()),
        Filter::test(&skill, "broader", Op::Empty, Vec::new()),
    ]);
    let count = v.count(&skill, &Query { filter: Some(loose), ..Query::default() })?;
    if count > 0 {
        roots.push(Node {
            id: "none".into(),
            title: ui.say("org-no-category"),
            detail: ui.say_with("org-skills-in", &[("count", count.into())]),
            load: Some("/skills/nodes?category=0&level=2".into()),
            ..Node::default()
        });
    }
    if roots.is_empty() {
        let action = html! { @if may(v, "Skill", Action::Import) { a.btn.btn-primary href="/import" { (icon("upload")) (ui.say("ui-import")) } } };
        return Ok(
            html! { div.card { (empty_state("stars", &ui.say("org-no-skills"), &ui.say("org-no-skills-text"), action)) } },
        );
    }
    Ok(html! {
        div.card { div.tl-card-body {
            (tree(&ui, &Tree { id: "skill-tree".into(), label: kit::words(call, "Skill").1.to_string(), look: TreeLook::Outline, move_url: None, roots }))
        } }
    })
}

/// The categories below one, with how many skills each holds itself.
fn categories(call: &Call, v: &mut View<'_>, parent: Option<i64>) -> Result<Vec<Node>> {
    let ui = ui(call);
    if !may(v, "SkillCategory", Action::Read) {
        return Ok(Vec::new());
    }
    let object = v.object("SkillCategory")?;
    let all =
        v.list(&object, &Query { sort: v.sort(&object, "sort_order,label")?, ..Query::default() })?.records;
    let skill = v.object("Skill")?;
    let counts = v.count_by(&skill, "category", &Query::default())?;
    let known: HashSet<i64> = all.iter().map(|r| r.id).collect();
    let parent_of = |r: &Record| r.get("parent").as_int().filter(|p| known.contains(p));
    // With everything below it: a category that only holds categories is not empty.
    let mut totals: HashMap<i64, i64> = HashMap::new();
    for record in &all {
        let count = counts.get(&record.id).copied().unwrap_or_default();
        let mut at = Some(record.id);
        for _ in 0..50 {
            let Some(here) = at else { break };
            *totals.entry(here).or_default() += count;
            at = all.iter().find(|r| r.id == here).and_then(parent_of);
        }
    }
    let level = depth(&all, parent) + 2;
    let mut out = Vec::new();
    for record in all.iter().filter(|r| parent_of(r) == parent && r.get("active").as_int() != Some(0)) {
        let total = totals.get(&record.id).copied().unwrap_or_default();
        let has = total > 0 || all.iter().any(|r| parent_of(r) == Some(record.id));
        out.push(Node {
            id: format!("c{}", record.id),
            title: v.title_of(record)?.title,
            detail: ui.say_with("org-skills-in", &[("count", total.into())]),
            load: has.then(|| format!("/skills/nodes?category={}&level={level}", record.id)),
            ..Node::default()
        });
    }
    Ok(out)
}

/// How deep a category lies; 0 for none at all and for those at the top.
fn depth(all: &[Record], of: Option<i64>) -> usize {
    let mut depth = 0;
    let mut at = of;
    while let Some(here) = at.filter(|_| depth < 50) {
        depth += 1;
        at = all.iter().find(|r| r.id == here).and_then(|r| r.get("parent").as_int());
    }
    depth
}

/// `GET /skills/nodes?category=|skill=&level=`: what is below a node when it is opened.
pub fn nodes_of(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let number = |name: &str| call.request.query(name).and_then(|t| t.parse::<i64>().ok());
    let level = number("level").and_then(|n| usize::try_from(n).ok()).unwrap_or(2).clamp(2, 100);
    let markup = call.scope.view(|v| {
        let object = v.object("Skill")?;
        let mut below = Vec::new();
        let filter = match (number("category"), number("skill")) {
            (Some(0), _) => Filter::And(vec![
                Filter::test(&object, "category", Op::Empty, Vec::new()),
                Filter::test(&object, "broader", Op::Empty, Vec::new()),
            ]),
            (Some(category), _) => {
                let known = v.object("SkillCategory")?;
                v.get(&known, category)?;
                below = categories(call, v, Some(category))?;
                // What is below another skill of the category is found there.
                kit::about(&object, "category", &[category])
            }
            (None, Some(skill)) => {
                v.get(&object, skill)?;
                Filter::test(&object, "broader", Op::Is, vec![Value::Int(skill)])
            }
            (None, None) => return Err(kit::missing("Skill")),
        };
        let top = number("category").filter(|c| *c != 0);
        below.extend(skill_nodes(call, v, filter, level + 1, top)?);
        Ok(nodes(&ui, "skill-tree", level, &below))
    })?;
    Ok(Reply::html(markup.into_string()))
}

/// Skills as nodes of the tree; those of a category that are below another one of it are left to that one.
fn skill_nodes(
    call: &Call,
    v: &mut View<'_>,
    filter: Filter,
    next: usize,
    category: Option<i64>,
) -> Result<Vec<Node>> {
    let ui = ui(call);
    let object = v.object("Skill")?;
    let query =
        Query { filter: Some(filter), sort: v.sort(&object, "label")?, limit: BELOW + 1, ..Query::default() };
    let mut found = v.list(&object, &query)?.records;
    let more = found.len() > BELOW;
    found.truncate(BELOW);
    if let Some(category) = category {
        let above: Vec<i64> = found.iter().flat_map(broader).collect();
        let parents =
            v.list(&object, &Query { filter: Some(Filter::Ids(above)), ..Query::default() })?.records;
        let inside: HashSet<i64> =
            parents.iter().filter(|p| p.get("category").as_int() == Some(category)).map(|p| p.id).collect();
        found.retain(|r| !broader(r).iter().any(|b| inside.contains(b)));
    }
    let ids: Vec<i64> = found.iter().map(|r| r.id).collect();
    let narrower = with_narrower(v, &ids)?;
    let mut out = Vec::new();
    for record in &found {
        out.push(Node {
            // A skill may stand below several others: its place makes the id unique.
            id: format!("s{}-{next}", record.id),
            title: v.title_of(record)?.title,
            detail: match record.get("kind").as_text() {
                Some("skill") | None => String::new(),
                Some(_) => kit::shown(v, record, "kind")?,
            },
            href: format!("/skills/{}", record.id),
            load: narrower
                .contains(&record.id)
                .then(|| format!("/skills/nodes?skill={}&level={next}", record.id)),
            ..Node::default()
        });
    }
    if more {
        out.push(Node {
            id: format!("more-{next}"),
            title: ui
                .say_with("org-more-skills", &[("count", i64::try_from(BELOW).unwrap_or_default().into())]),
            href: "/o/skills".into(),
            ..Node::default()
        });
    }
    Ok(out)
}

/// The skills that a skill is a part of.
fn broader(record: &Record) -> Vec<i64> {
    match record.get("broader") {
        Value::Refs(ids) => ids.clone(),
        _ => Vec::new(),
    }
}

/// Which of these have something narrower.
fn with_narrower(v: &mut View<'_>, ids: &[i64]) -> Result<HashSet<i64>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let object = v.object("Skill")?;
    // One look at every skill that has something broader is cheaper than a search for each of two hundred.
    let filter = match ids.len() {
        0..=20 => Filter::test(&object, "broader", Op::Is, ids.iter().map(|id| Value::Int(*id)).collect()),
        _ => Filter::Not(Box::new(Filter::test(&object, "broader", Op::Empty, Vec::new()))),
    };
    let wanted: HashSet<i64> = ids.iter().copied().collect();
    let found = v.list(&object, &Query { filter: Some(filter), ..Query::default() })?.records;
    Ok(found.iter().flat_map(broader).filter(|id| wanted.contains(id)).collect())
}

/// What the words find: names in all languages, codes, and other names.
fn found(call: &Call, v: &mut View<'_>, words: &str) -> Result<Markup> {
    let ui = ui(call);
    let page: usize = call.request.query("page").and_then(|t| t.parse().ok()).unwrap_or(1).max(1);
    let object = v.object("Skill")?;
    let query = Query {
        search: Some(words.to_string()),
        sort: v.sort(&object, "label")?,
        limit: SIZE,
        offset: (page - 1) * SIZE,
        count: true,
        ..Query::default()
    };
    let list = v.list(&object, &query)?;
    let mut lines: Vec<(i64, String, String)> = Vec::new();
    v.load_titles(&object, &list.records)?;
    for record in &list.records {
        let detail = [kit::shown(v, record, "category")?, kit::shown(v, record, "broader")?];
        let detail = detail.into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
        lines.push((record.id, v.title_of(record)?.title, detail));
    }
    if page == 1 && may(v, "SkillAlias", Action::Read) {
        let alias = v.object("SkillAlias")?;
        for record in v.search(&alias, words, 20)?.records {
            let Some(skill) =
                record.get("skill").as_int().filter(|id| !lines.iter().any(|(known, ..)| known == id))
            else {
                continue;
            };
            let said = ui.say_with(
                "org-also-called",
                &[("name", record.get("text").as_text().unwrap_or_default().into())],
            );
            lines.push((skill, v.title("Skill", skill)?.title, said));
        }
    }
    if lines.is_empty() {
        return Ok(
            html! { div.card { (empty_state("search", &ui.say("ui-no-results"), &ui.say("ui-no-results-text"), html! {})) } },
        );
    }
    let total = list.total.unwrap_or_default();
    let first = i64::try_from((page - 1) * SIZE + 1).unwrap_or_default();
    let last = first - 1 + i64::try_from(list.records.len()).unwrap_or_default();
    let here = talang_screens::page::address(call);
    let number = |n: i64| ui.culture.integer(n);
    let paging = Paging {
        text: ui.say_with(
            "general-range",
            &[
                ("first", number(first).into()),
                ("last", number(last).into()),
                ("total", number(total).into()),
            ],
        ),
        previous: (page > 1).then(|| with_param(&here, "page", &(page - 1).to_string())),
        next: (last < total).then(|| with_param(&here, "page", &(page + 1).to_string())),
    };
    Ok(html! {
        (card("", html! {}, true, html! {
            ul.tl-links {
                @for (id, title, detail) in &lines {
                    li { a href={ "/skills/" (id) } { span.tl-hit-icon { (icon("stars")) } span.tl-person-words { (title) @if !detail.is_empty() { small { (detail) } } } } }
                }
            }
        }))
        @if total > i64::try_from(SIZE).unwrap_or_default() { (pagination(&ui, &paging, "skills")) }
    })
}

/// `GET /skills/{id}`.
pub fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let (title, text, crumbs, actions, content) = call.scope.view(|v| {
        let object = v.object("Skill")?;
        let skill = v.get(&object, id)?;
        v.load_titles(&object, std::slice::from_ref(&skill))?;
        let title = v.title_of(&skill)?.title;
        let description = kit::shown(v, &skill, "description")?;
        let here = format!("/skills/{id}");
        let ids = broader(&skill);
        v.titles(&object, &ids)?;
        let mut wider = Vec::new();
        for id in ids {
            wider.push((id, v.title("Skill", id)?.title));
        }
        let below = Query { filter: Some(Filter::test(&object, "broader", Op::Is, vec![Value::Int(id)])), sort: v.sort(&object, "label")?, limit: BELOW, ..Query::default() };
        let mut narrower = Vec::new();
        for record in v.list(&object, &below)?.records {
            narrower.push((record.id, v.title_of(&record)?.title));
        }
        let links = |title: &str, list: &[(i64, String)], picture: &str| html! {
            @if !list.is_empty() {
                (card(&ui.say(title), html! {}, true, html! {
                    ul.tl-links { @for (id, name) in list { li { a href={ "/skills/" (id) } { span.tl-hit-icon { (icon(picture)) } (name) } } } }
                }))
            }
        };
        let content = html! {
            div.tl-split {
                div.tl-stack {
                    @if !description.is_empty() { (card(&kit::label(call, &object, "description"), html! {}, false, html! { div.tl-text { (description) } })) }
                    (names(call, v, &skill, &here)?)
                    (jobs(call, v, id)?)
                    (people(call, v, id)?)
                }
                div.tl-stack {
                    (card(&ui.say("ui-details"), html! {}, false, fact_rows(call, v, &skill, &["code", "kind", "reuse_level", "category", "scale", "source", "esco_uri", "active"])?))
                    (links("org-broader", &wider, "arrow-up"))
                    (links("org-narrower", &narrower, "arrow-down"))
                }
            }
        };
        let kind = kit::shown(v, &skill, "kind")?;
        let crumbs = [Crumb { label: kit::words(call, "Skill").1.to_string(), href: "/skills".into() }];
        let update = v.rights().may(&object, Action::Update);
        let actions = html! {
            a.btn href={ "/o/skills/" (id) "/history" } { (icon("history")) (ui.say("ui-history")) }
            @if update { a.btn.btn-primary href={ "/o/skills/" (id) "/edit?back=" (here) } { (icon("edit")) (ui.say("ui-edit")) } }
        };
        Ok((title, kind, crumbs, actions, content))
    })?;
    page_with(
        call,
        &Head {
            title: &title,
            text: &text,
            menu: "Skill",
            crumbs: &crumbs,
            actions,
            timeless: true,
            ..Head::default()
        },
        content,
    )
}

/// The name in every language, and other names.
fn names(call: &Call, v: &mut View<'_>, skill: &Record, here: &str) -> Result<Markup> {
    let ui = ui(call);
    let Value::Texts(texts) = skill.get("label") else { return Ok(html! {}) };
    let aliases = records(v, "SkillAlias", "skill", &[skill.id], AsOf::Scope, 300)?;
    let of = |language: Language| -> Vec<String> {
        let own = aliases.iter().filter(|a| a.get("language").as_text() == Some(language.code()));
        own.filter_map(|a| a.get("text").as_text()).map(str::to_string).collect()
    };
    let rows: Vec<(Language, Option<String>, Vec<String>)> = Language::ALL
        .iter()
        .map(|l| (*l, texts.get(l.code()).cloned(), of(*l)))
        .filter(|(_, name, others)| name.is_some() || !others.is_empty())
        .collect();
    debug_assert!(text_in(texts, ui.language).is_some() || texts.is_empty());
    let add = html! {
        @if may(v, "SkillAlias", Action::Create) {
            a.btn.btn-sm href={ "/o/skill-aliases/new?skill=" (skill.id) "&back=" (encode(here)) } { (icon("plus")) (kit::words(call, "SkillAlias").0) }
        }
    };
    Ok(card(
        &ui.say("org-names"),
        add,
        false,
        facts(html! {
            @for (language, name, others) in &rows {
                (fact(&ui, language.native_name(), html! {
                    span lang=(language.code()) {
                        @if let Some(name) = name { (name) }
                        @if !others.is_empty() { br; small.tl-soft { (others.join(", ")) } }
                    }
                }, false))
            }
        }),
    ))
}

/// The jobs that ask for the skill.
fn jobs(call: &Call, v: &mut View<'_>, id: i64) -> Result<Markup> {
    let ui = ui(call);
    let found = records(v, "JobSkill", "skill", &[id], AsOf::Scope, 200)?;
    let mut lines = Vec::new();
    for record in &found {
        let mandatory = record.get("mandatory").as_int() == Some(1);
        lines.push((
            record.get("job").as_int().unwrap_or_default(),
            kit::shown(v, record, "job")?,
            kit::shown(v, record, "level")?,
            mandatory,
        ));
    }
    lines.sort_by_cached_key(|(_, name, ..)| talang_catalogue::culture::sort_key(ui.language, name));
    Ok(html! {
        @if !lines.is_empty() {
            (card(&ui.say("org-needed-by"), html! {}, true, html! {
                ul.tl-links { @for (job, name, level, mandatory) in &lines { li { a href={ "/jobs/" (job) } {
                    span.tl-hit-icon { (icon("briefcase")) }
                    span.tl-person-words { (name) @if !level.is_empty() { small { (level) } } }
                    @if *mandatory { span.tl-links-end { (badge(Tone::Primary, &ui.say("org-mandatory"))) } }
                } } } }
            }))
        }
    })
}

/// Who has the skill, as far as the scope may see.
fn people(call: &Call, v: &mut View<'_>, id: i64) -> Result<Markup> {
    let ui = ui(call);
    let mut found = records(v, "ProfileSkill", "skill", &[id], AsOf::Scope, 200)?;
    if found.is_empty() {
        return Ok(html! {});
    }
    let faces = Faces::load(v, found.iter().filter_map(Record::subject))?;
    // Whoever's file is closed to the reader is not named among those who have it.
    found.retain(|r| r.subject().is_some_and(|p| faces.get(p).href.is_some()));
    let level_object = v.object("SkillLevel")?;
    let levels: Vec<i64> = found.iter().filter_map(|r| r.get("level").as_int()).collect();
    let ranks: HashMap<i64, i64> = v
        .list(&level_object, &Query { filter: Some(Filter::Ids(levels)), ..Query::default() })?
        .records
        .iter()
        .map(|r| (r.id, r.get("rank").as_int().unwrap_or_default()))
        .collect();
    found.sort_by_key(|r| {
        std::cmp::Reverse(r.get("level").as_int().and_then(|l| ranks.get(&l).copied()).unwrap_or(-1))
    });
    let mut lines = Vec::new();
    for record in &found {
        let level = kit::shown(v, record, "level")?;
        let source = kit::shown(v, record, "source")?;
        lines.push(faces.row(record.subject().unwrap_or_default(), &source, html! { (level) }));
    }
    Ok(html! {
        @if !lines.is_empty() {
            (card(&ui.say("org-people-with-skill"), html! { (badge(Tone::Neutral, &ui.culture.integer(i64::try_from(lines.len()).unwrap_or_default()))) }, true,
                html! { ul.tl-links { @for line in &lines { (line) } } }))
        }
    })
}
