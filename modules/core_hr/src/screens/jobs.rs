//! Job families with their jobs, and the page of a job: what it is for, what it asks for, who does it, where it leads.

use std::collections::HashMap;

use maud::{Markup, html};
use talang_catalogue::Record;
use talang_engine::{Action, AsOf, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{Crumb, Tone, badge, card, empty_state, icon, stat};
use talang_screens::page::{Head, page_with, ui};

use super::kit::{self, Faces, Related, about, all, fact_rows, may, records, related};

/// People on the page of a job.
const PEOPLE: usize = 60;

/// `GET /jobs`: families and their jobs; `q=` finds jobs.
pub fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let words = call.request.query("q").unwrap_or_default().trim().to_string();
    let (content, actions) = call.scope.view(|v| {
        let object = v.object("Job")?;
        let query = Query { search: Some(words.clone()).filter(|w| !w.is_empty()), sort: v.sort(&object, "label")?, limit: 3000, ..Query::default() };
        let jobs = v.list(&object, &query)?.records;
        let counts = holders(v)?;
        v.load_titles(&object, &jobs)?;
        let mut families: Vec<(Option<i64>, String, Vec<&Record>)> = Vec::new();
        for job in &jobs {
            let family = job.get("family").as_int();
            match families.iter_mut().find(|(id, _, _)| *id == family) {
                Some((_, _, list)) => list.push(job),
                None => {
                    let name = match family {
                        Some(_) => kit::shown(v, job, "family")?,
                        None => ui.say("org-no-family"),
                    };
                    families.push((family, name, vec![job]));
                }
            }
        }
        families.sort_by_cached_key(|(id, name, _)| (id.is_none(), talang_catalogue::culture::sort_key(ui.language, name)));
        let mut cards = Vec::new();
        for (family, name, jobs) in &families {
            let mut lines = Vec::new();
            for job in jobs {
                let title = v.title_of(job)?;
                let grade = kit::shown(v, job, "grade")?;
                let sub = kit::shown(v, job, "sub_family")?;
                lines.push((job.id, title.title, sub, grade, counts.get(&job.id).copied().unwrap_or_default()));
            }
            let action = html! { @if let Some(id) = family { a href={ "/o/job-families/" (id) } { (ui.say("ui-details")) } } };
            cards.push(card(name, action, true, html! {
                ul.tl-links {
                    @for (id, title, sub, grade, count) in &lines {
                        li { a href={ "/jobs/" (id) } {
                            span.tl-hit-icon { (icon("briefcase")) }
                            span.tl-person-words { (title) @if !sub.is_empty() { small { (sub) } } }
                            span.tl-links-end {
                                @if !grade.is_empty() { (badge(Tone::Neutral, grade)) " " }
                                @if *count > 0 { span.tl-num title=(ui.say("ui-people")) { (icon("users")) " " (ui.culture.integer(*count)) } }
                            }
                        } }
                    }
                }
            }));
        }
        let content = html! {
            div.tl-stack id="jobs" {
                div.card { div.tl-filters {
                    form.tl-contents role="search" method="get" action="/jobs" aria-label=(ui.say("ui-filter")) hx-get="/jobs" hx-target="#jobs" hx-select="#jobs"
                        hx-swap="outerMorph" hx-push-url="true" hx-trigger="submit, input changed delay:250ms target:'input[type=search]'" {
                        div.tl-filters-search {
                            (icon("search"))
                            input.form-control type="search" id="jobs-q" name="q" value=(words) autocomplete="off" aria-label=(ui.say("ui-filter")) placeholder=(ui.say("ui-filter-hint"));
                        }
                    }
                    div.tl-filters-end {
                        @if may(v, "JobFamily", Action::Read) { a.btn.btn-quiet href="/o/job-families" { (icon("list-tree")) (kit::words(call, "JobFamily").1) } }
                        a.btn.btn-quiet href="/o/jobs" { (icon("adjustments-horizontal")) (ui.say("org-all-fields")) }
                    }
                }
                }
                @if cards.is_empty() {
                    div.card { (empty_state("briefcase", &ui.say("ui-no-results"), &ui.say("ui-no-results-text"), html! {})) }
                } @else {
                    div.tl-grid.tl-grid-wide { @for card in &cards { (card) } }
                }
            }
        };
        let actions = html! {
            @if v.rights().may(&object, Action::Export) { a.btn href="/export/jobs" { (icon("download")) (ui.say("ui-export")) } }
            @if v.rights().may(&object, Action::Create) { a.btn.btn-primary href="/o/jobs/new?back=/jobs" { (icon("plus")) (ui.say("ui-new")) } }
        };
        Ok((content, actions))
    })?;
    let title = kit::words(call, "Job").1.to_string();
    let text = ui.say("org-jobs-text");
    page_with(call, &Head { title: &title, text: &text, menu: "Job", actions, ..Head::default() }, content)
}

/// How many of the people that the scope may see do each job on the day.
fn holders(v: &mut View<'_>) -> Result<HashMap<i64, i64>> {
    if !may(v, "Assignment", Action::Read) {
        return Ok(HashMap::new());
    }
    let object = v.object("Assignment")?;
    v.count_by(&object, "job", &Query::default())
}

/// `GET /jobs/{id}`.
pub fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let (title, text, crumbs, actions, content) = call.scope.view(|v| {
        let object = v.object("Job")?;
        let job = v.get(&object, id)?;
        v.load_titles(&object, std::slice::from_ref(&job))?;
        let title = v.title_of(&job)?.title;
        let family = kit::shown(v, &job, "family")?;
        let here = format!("/jobs/{id}");
        let facts = ["code", "family", "sub_family", "grade", "education_level", "experience_years", "manages_people", "remote_work", "critical", "isco_code", "national_code", "document"];
        let people = people(call, v, id)?;
        let count = holders(v)?.get(&id).copied().unwrap_or_default();
        let text_card = |v: &mut View<'_>, field: &str| -> Result<Markup> {
            let text = kit::shown(v, &job, field)?;
            Ok(if text.is_empty() { html! {} } else { card(&kit::label(call, &object, field), html! {}, false, html! { div.tl-text { (text) } }) })
        };
        let related_card = |v: &mut View<'_>, name: &str, link: &str, fields: &[&str], always: bool| {
            related(call, v, id, &Related { object: name, link, fields, back: &here, always, ..Related::default() })
        };
        let skills = skills(call, v, id, &here)?;
        let extra: Vec<String> = object.fields.iter().filter(|f| f.extra).map(|f| f.name.to_string()).collect();
        let extra: Vec<&str> = extra.iter().map(String::as_str).collect();
        let content = html! {
            div.tl-split {
                div.tl-stack {
                    (text_card(v, "mission")?)
                    (text_card(v, "activities")?)
                    (related_card(v, "JobActivity", "job", &["label", "share", "essential"], false)?)
                    (skills)
                    (text_card(v, "requirements")?)
                    (related_card(v, "CertificationRequirement", "job", &["certification", "mandatory", "grace_days", "comment"], false)?)
                    (paths(call, v, id, &here)?)
                    @if !extra.is_empty() { (card(&ui.say("people-extra"), html! {}, false, fact_rows(call, v, &job, &extra)?)) }
                }
                div.tl-stack {
                    @if count > 0 { (stat(&ui.say("org-people-in-job"), &ui.culture.integer(count), "", Tone::Neutral, "users", None)) }
                    (card(&ui.say("ui-details"), html! {}, false, fact_rows(call, v, &job, &facts)?))
                    (people)
                    (positions(call, v, id)?)
                }
            }
        };
        let crumbs = [Crumb { label: kit::words(call, "Job").1.to_string(), href: "/jobs".into() }];
        let update = v.rights().may(&object, Action::Update);
        let actions = html! {
            button.btn type="button" data-print { (icon("printer")) (ui.say("ui-print")) }
            a.btn href={ "/o/jobs/" (id) "/history" } { (icon("history")) (ui.say("ui-history")) }
            @if update { a.btn.btn-primary href={ "/o/jobs/" (id) "/edit?back=" (here) } { (icon("edit")) (ui.say("ui-edit")) } }
        };
        Ok((title, family, crumbs, actions, content))
    })?;
    page_with(
        call,
        &Head { title: &title, text: &text, menu: "Job", crumbs: &crumbs, actions, ..Head::default() },
        content,
    )
}

/// The skills that a job asks for, the weightiest first, with the level on the skill's scale.
fn skills(call: &Call, v: &mut View<'_>, job: i64, here: &str) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("JobSkill")?;
    if !v.rights().may(&object, Action::Read) {
        return Ok(html! {});
    }
    let query = Query {
        filter: all(vec![about(&object, "job", &[job])]),
        sort: v.sort(&object, "-mandatory,-weight")?,
        limit: 200,
        ..Query::default()
    };
    let found = v.list(&object, &query)?.records;
    let create = v.rights().may(&object, Action::Create);
    let update = v.rights().may(&object, Action::Update);
    if found.is_empty() && !create {
        return Ok(html! {});
    }
    v.load_titles(&object, &found)?;
    let level_object = v.object("SkillLevel")?;
    let levels: Vec<i64> = found.iter().filter_map(|r| r.get("level").as_int()).collect();
    let levels = v
        .list(&level_object, &Query { filter: Some(talang_engine::Filter::Ids(levels)), ..Query::default() })?
        .records;
    let scales: Vec<i64> = levels.iter().filter_map(|r| r.get("scale").as_int()).collect();
    let all_levels = records(v, "SkillLevel", "scale", &scales, AsOf::Scope, 0)?;
    let highest = |scale: Option<i64>| {
        all_levels
            .iter()
            .filter(|l| l.get("scale").as_int() == scale)
            .filter_map(|l| l.get("rank").as_int())
            .max()
    };
    let mut lines = Vec::new();
    for record in &found {
        let name = kit::shown(v, record, "skill")?;
        let level = record.get("level").as_int().and_then(|id| levels.iter().find(|l| l.id == id));
        let rank = level.and_then(|l| l.get("rank").as_int());
        let top = level.and_then(|l| highest(l.get("scale").as_int()));
        let word = kit::shown(v, record, "level")?;
        let mandatory = record.get("mandatory").as_int() == Some(1);
        lines.push((
            record.id,
            record.get("skill").as_int().unwrap_or_default(),
            name,
            word,
            rank.zip(top),
            mandatory,
        ));
    }
    let back = talang_screens::components::encode(here);
    let add = html! { @if create { a.btn.btn-sm href={ "/o/job-skills/new?job=" (job) "&back=" (back) } { (icon("plus")) (ui.say("ui-add")) } } };
    Ok(card(
        &ui.say("org-job-skills"),
        add,
        true,
        html! {
            @if lines.is_empty() { p.tl-links-row.tl-soft.mb-0 { (ui.say("people-nothing-recorded")) } }
            ul.tl-links {
                @for (id, skill, name, word, rank, mandatory) in &lines {
                    li { div.tl-links-row {
                        span.tl-person-words {
                            a.p-0.d-inline href={ "/skills/" (skill) } { (name) }
                            @if *mandatory { small { (ui.say("org-mandatory")) } }
                        }
                        span.tl-links-end.d-flex.gap-2.align-items-center {
                            @if let Some((rank, top)) = rank {
                                @let said = ui.say_with("org-level-of", &[("rank", (*rank).into()), ("top", (*top).into())]);
                                small.tl-soft.tl-num title=(said) { (rank) " / " (top) }
                            }
                            @if !word.is_empty() { span { (word) } }
                            @if update { a.btn.btn-icon.btn-sm.btn-quiet href={ "/o/job-skills/" (id) "/edit?back=" (back) } aria-label={ (ui.say("ui-edit")) ": " (name) } { (icon("edit")) } }
                        }
                    } }
                }
            }
        },
    ))
}

/// Who does the job on the day, as far as the scope may see.
fn people(call: &Call, v: &mut View<'_>, job: i64) -> Result<Markup> {
    let ui = ui(call);
    let found = records(v, "Assignment", "job", &[job], AsOf::Scope, PEOPLE + 1)?;
    if found.is_empty() {
        return Ok(html! {});
    }
    let assignment = v.object("Assignment")?;
    v.load_titles(&assignment, &found)?;
    let faces = Faces::load(v, found.iter().filter_map(Record::subject))?;
    let mut lines = Vec::new();
    for record in found.iter().take(PEOPLE) {
        let unit = kit::shown(v, record, "organisation")?;
        lines.push(faces.row(record.subject().unwrap_or_default(), &unit, html! {}));
    }
    let key = v.title("Job", job)?.key;
    let condition = format!("assignment.job is \"{}\"", key.replace('"', "\"\""));
    let all = html! { a href={ "/people?filter=" (talang_screens::components::encode(&condition)) } { (ui.say("general-show-all")) } };
    let (first, rest) = lines.split_at(lines.len().min(8));
    Ok(card(
        &ui.say("org-people-in-job"),
        all,
        true,
        html! {
            ul.tl-links { @for line in first { (line) } }
            @if !rest.is_empty() {
                details {
                    summary.tl-links-row { (ui.say_with("people-more", &[("count", i64::try_from(rest.len()).unwrap_or_default().into())])) }
                    ul.tl-links { @for line in rest { (line) } }
                }
            }
        },
    ))
}

fn positions(call: &Call, v: &mut View<'_>, job: i64) -> Result<Markup> {
    let found = records(v, "Position", "job", &[job], AsOf::Scope, 12)?;
    let mut lines = Vec::new();
    for record in &found {
        lines.push((record.thread, kit::shown(v, record, "title")?, kit::shown(v, record, "organisation")?));
    }
    Ok(html! {
        @if !lines.is_empty() {
            (card(kit::words(call, "Position").1, html! {}, true, html! {
                ul.tl-links { @for (id, title, unit) in &lines { li { a href={ "/o/positions/" (id) } { span.tl-person-words { (title) small { (unit) } } } } } }
            }))
        }
    })
}

/// Where the job leads, and from where one comes to it.
fn paths(call: &Call, v: &mut View<'_>, job: i64, here: &str) -> Result<Markup> {
    let ui = ui(call);
    if !may(v, "CareerPath", Action::Read) {
        return Ok(html! {});
    }
    let mut lists = Vec::new();
    for (key, link, other, icon) in [
        ("org-path-to", "job", "next_job", "arrow-right"),
        ("org-path-from", "next_job", "job", "arrow-left"),
    ] {
        let found = records(v, "CareerPath", link, &[job], AsOf::Scope, 50)?;
        let mut lines = Vec::new();
        for path in found.iter().filter(|p| p.get("active").as_int() != Some(0)) {
            let months = path
                .get("usual_months")
                .as_int()
                .map(|m| ui.say_with("org-months", &[("count", m.into())]))
                .unwrap_or_default();
            let detail = [kit::shown(v, path, "kind")?, months]
                .into_iter()
                .filter(|t| !t.is_empty())
                .collect::<Vec<_>>()
                .join(" · ");
            lines.push((path.get(other).as_int().unwrap_or_default(), kit::shown(v, path, other)?, detail));
        }
        if !lines.is_empty() {
            lists.push((key, icon, lines));
        }
    }
    let back = talang_screens::components::encode(here);
    let add = html! {
        @if may(v, "CareerPath", Action::Create) { a.btn.btn-sm href={ "/o/career-paths/new?job=" (job) "&back=" (back) } { (icon("plus")) (ui.say("ui-add")) } }
    };
    if lists.is_empty() {
        return Ok(html! {});
    }
    Ok(card(
        &ui.say("org-paths"),
        add,
        true,
        html! {
            @for (key, picture, lines) in &lists {
                h3.px-3.pt-2.h4 { (ui.say(key)) }
                ul.tl-links {
                    @for (id, name, detail) in lines {
                        li { a href={ "/jobs/" (id) } { span.tl-hit-icon { (icon(picture)) } span.tl-person-words { (name) @if !detail.is_empty() { small { (detail) } } } } }
                    }
                }
            }
        },
    ))
}
