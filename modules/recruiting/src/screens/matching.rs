//! Who fits a vacancy, and which vacancies fit a candidate: a rank each, and everything that it was computed from (S5, S11).

use maud::{Markup, html};
use talang_catalogue::Record;
use talang_catalogue::types::iso;
use talang_catalogue::value::DECIMAL_SCALE;
use talang_core_hr::kit::{self, Faces, may};
use talang_engine::{Action, Filter, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{Tone, Ui, alert, avatar, badge, card, empty_state, icon};
use talang_screens::page::ui;

use crate::matching::{self, Fit, Found, How, Need, Part, PlaceMatch, SkillMatch, Source, Wanted, Whose};

/// People that are shown at once.
const SHOWN: usize = 20;
/// People that are looked at by the box for what nobody is hired without.
const MOST: usize = 500;
/// Vacancies that are shown on a candidate's file.
const VACANCIES: usize = 5;
/// Hundredths below which a vacancy has too little to do with a candidate to be shown on their file.
const LEAST: i64 = 25;
/// Names of the levels of languages.
const LEVELS: [&str; 6] = ["A1", "A2", "B1", "B2", "C1", "C2"];

fn whose(call: &Call) -> Whose {
    match call.request.query("whose") {
        Some("employees") => Whose::Employees,
        _ => Whose::Candidates,
    }
}

/// The tab of a vacancy's page: whose files are compared, and the people, who come when they are worked out.
pub fn tab(call: &Call, v: &mut View<'_>, vacancy: &Record) -> Result<Markup> {
    let ui = ui(call);
    let chosen = whose(call);
    let complete = call.request.query("complete").is_some();
    let inside = may(v, "Employee", Action::Read) && may(v, "ProfileSkill", Action::Read);
    let href = |whose: &str, complete: bool| {
        let complete = if complete { "&complete=1" } else { "" };
        format!("/vacancies/{}?tab=matching&whose={whose}{complete}", vacancy.id)
    };
    let here = match chosen {
        Whose::Candidates => "candidates",
        Whose::Employees => "employees",
    };
    let people = format!(
        "/vacancies/{}/matching?whose={here}{}",
        vacancy.id,
        if complete { "&complete=1" } else { "" }
    );
    Ok(html! {
        div.tl-stack {
            p.tl-soft.mb-0 { (ui.say("matching-text")) }
            div.tl-match-bar {
                @if inside {
                    nav.btn-group aria-label=(ui.say("matching-whose")) {
                        @for (code, name) in [("candidates", kit::words(call, "Candidate").1), ("employees", kit::words(call, "Employee").1)] {
                            a.btn href=(href(code, complete)) aria-current=[(code == here).then_some("page")] { (name) }
                        }
                    }
                }
                a.btn role="button" aria-pressed=(complete.to_string()) href=(href(here, !complete)) {
                    (icon(if complete { "check" } else { "filter" })) (ui.say("matching-complete"))
                }
            }
            div hx-get=(people) hx-trigger="load" hx-swap="outerHTML" aria-live="polite" {
                p.tl-soft { (ui.say("matching-under-way")) }
                progress.tl-bar aria-label=(ui.say("matching-under-way")) {}
            }
        }
    })
}

/// `GET /vacancies/{id}/matching?whose=&complete=&from=`: the people.
pub fn people(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let whose = whose(call);
    let complete = call.request.query("complete").is_some();
    let from: usize = call.request.query("from").and_then(|t| t.parse().ok()).unwrap_or_default();
    let markup = call.scope.view(|v| {
        let object = v.object("Vacancy")?;
        let vacancy = v.get(&object, id)?;
        if whose == Whose::Employees && !may(v, "Employee", Action::Read) {
            return Err(kit::missing("Employee"));
        }
        let mut found = matching::people(v, &vacancy, whose, true, MOST)?;
        if complete {
            let need = std::mem::take(&mut found.need);
            found.fits.retain(|fit| fit.complete(&need));
            found.need = need;
        }
        let shown: Vec<Fit> = found.fits.iter().skip(from).take(SHOWN).cloned().collect();
        let rows = rows(call, v, &found, &shown, &vacancy, whose)?;
        let left = found.fits.len().saturating_sub(from + shown.len());
        let more = html! {
            @if left > 0 {
                li.tl-board-more {
                    button.btn type="button" hx-target="closest li" hx-swap="outerHTML"
                        hx-get={ "/vacancies/" (id) "/matching?whose=" (if whose == Whose::Employees { "employees" } else { "candidates" })
                            (if complete { "&complete=1" } else { "" }) "&from=" (from + shown.len()) } {
                        (ui.say_with("recruiting-more", &[("count", left.min(SHOWN).into())]))
                    }
                }
            }
        };
        if from > 0 {
            return Ok(html! { (rows) (more) });
        }
        let update = v.may(&vacancy, talang_catalogue::object::GENERAL, Action::Update)?;
        let open = found.need.skills.is_empty();
        Ok(html! {
            div.tl-stack {
                @if open {
                    (alert(Tone::Info, &ui.say("matching-no-skills"), html! {
                        p.mb-0 {
                            (ui.say("matching-no-skills-text"))
                            @if update { " " a href={ "/o/vacancy-skills/new?vacancy=" (id) "&back=/vacancies/" (id) "%3Ftab=matching" } { (ui.say("matching-add-skill")) } }
                        }
                    }))
                } @else if found.need.of_job { p.tl-soft.mb-0 { (ui.say("matching-of-job")) } }
                @if !found.unread.is_empty() { p.tl-soft.mb-0 { (ui.say_with("matching-unread", &[("parts", unread(&ui, &found.unread).as_str().into())])) } }
                @if shown.is_empty() {
                    (empty_state("users", &ui.say("matching-nobody"), &ui.say(if complete { "matching-nobody-complete" } else { "matching-nobody-text" }), html! {}))
                } @else {
                    p.mb-0 { (ui.say_with("matching-found", &[("count", found.fits.len().into()), ("all", found.compared.into())])) }
                    ol.tl-matches { (rows) (more) }
                }
            }
        })
    })?;
    Ok(Reply::html(markup.into_string()))
}

/// Which parts of the files did not count.
fn unread(ui: &Ui<'_>, sources: &[Source]) -> String {
    let mut names: Vec<String> = sources
        .iter()
        .map(|source| {
            ui.say(match source {
                Source::Identity => "matching-source-identity",
                Source::Contact => "matching-source-contact",
                Source::Work => "matching-source-work",
                Source::Skill => "matching-source-skill",
                Source::Experience => "matching-source-experience",
                Source::Language => "matching-source-language",
                Source::Wish => "matching-source-wish",
                Source::Document => "matching-source-document",
            })
        })
        .collect();
    names.dedup();
    names.join(", ")
}

fn rows(
    call: &Call,
    v: &mut View<'_>,
    found: &Found,
    fits: &[Fit],
    vacancy: &Record,
    whose: Whose,
) -> Result<Markup> {
    let ui = ui(call);
    let ids: Vec<i64> = fits.iter().map(|f| f.id).collect();
    let add = whose == Whose::Candidates && may(v, "Application", Action::Create);
    let (faces, mut lines) = match whose {
        Whose::Employees => (Faces::load(v, ids.iter().copied())?, Vec::new()),
        Whose::Candidates => {
            let object = v.object("Candidate")?;
            let query = Query { filter: Some(Filter::Ids(ids.clone())), ..Query::default() };
            (Faces::default(), v.list(&object, &query)?.records)
        }
    };
    lines.sort_by_key(|r| r.id);
    let mut out = Vec::new();
    for fit in fits {
        let (name, photo, href, line) = match whose {
            Whose::Employees => {
                let face = faces.get(fit.id);
                (face.name, face.photo, face.href, String::new())
            }
            Whose::Candidates => {
                let name = v.title("Candidate", fit.id)?.title;
                let record = lines.binary_search_by_key(&fit.id, |r| r.id).ok().and_then(|at| lines.get(at));
                let line = record
                    .map(|r| ["headline", "current_title"].map(|f| r.get(f).as_text().unwrap_or_default()));
                let line = line.and_then(|l| l.into_iter().find(|t| !t.is_empty()).map(str::to_string));
                (name, None, Some(format!("/candidates/{}", fit.id)), line.unwrap_or_default())
            }
        };
        out.push(html! {
            li.card.tl-match {
                div.tl-match-head {
                    (avatar(&name, photo.as_deref(), ""))
                    div.tl-match-name {
                        h3 { @if let Some(href) = &href { a href=(href) { (name) } } @else { (name) } }
                        @if !line.is_empty() { span.tl-soft { (line) } }
                    }
                    (score(&ui, fit))
                    @if add {
                        a.btn.btn-sm href={ "/o/applications/new?vacancy=" (vacancy.id) "&candidate=" (fit.id) "&back=/vacancies/" (vacancy.id) "%3Ftab=matching" }
                            aria-label=(ui.say_with("matching-add-name", &[("name", name.as_str().into())])) { (icon("user-plus")) (ui.say("matching-add")) }
                    }
                }
                (reasons(call, v, &found.need, fit)?)
            }
        });
    }
    Ok(html! { @for row in &out { (row) } })
}

/// The rank, large, in hundredths.
fn score(ui: &Ui<'_>, fit: &Fit) -> Markup {
    let percent = ui.culture.percent(fit.percent() * DECIMAL_SCALE);
    html! {
        span.tl-match-score title=(ui.say("matching-score")) { span.visually-hidden { (ui.say("matching-score")) " " } (percent) }
    }
}

/// What a rank was computed from: each part with what counted.
fn reasons(call: &Call, v: &mut View<'_>, need: &Need, fit: &Fit) -> Result<Markup> {
    let ui = ui(call);
    let mut parts = Vec::new();
    for ((part, _), reached) in Part::ALL.iter().zip(fit.judged.parts) {
        let Some(reached) = reached else { continue };
        let (key, why) = match part {
            Part::Skills => ("matching-skills", skills(&ui, v, need, fit)?),
            Part::Work => ("matching-work", work(&ui, v, fit)?),
            Part::Levels => ("matching-levels", levels(call, v, need, fit)?),
            Part::Languages => ("matching-languages", languages(&ui, need, fit)),
            Part::Place => ("matching-place", html! { (ui.say(place(fit.judged.place))) }),
        };
        let hundredths = (reached * 100.0).round() as i64;
        parts.push((ui.say(key), hundredths, why));
    }
    Ok(html! {
        dl.tl-match-parts {
            @for (name, hundredths, why) in &parts {
                div {
                    dt {
                        span { (name) } " " span.tl-num { (ui.culture.percent(hundredths * DECIMAL_SCALE)) }
                        progress.tl-bar max="100" value=(hundredths) aria-label=(name) {}
                    }
                    dd { (why) }
                }
            }
        }
    })
}

fn skills(ui: &Ui<'_>, v: &mut View<'_>, need: &Need, fit: &Fit) -> Result<Markup> {
    let mut chips = Vec::new();
    for (wanted, found) in need.skills.iter().zip(&fit.judged.skills) {
        let name = v.title("Skill", wanted.skill)?.title;
        let has = match found.skill {
            Some((skill, how)) if how != How::Same => v.title("Skill", skill)?.title,
            _ => String::new(),
        };
        let (tone, picture, said) = skill(ui, wanted, found, &has);
        chips.push(html! {
            li class={ "tl-match-skill is-" (tone) } title=[(!said.is_empty()).then_some(&said)] {
                (icon(picture)) (name)
                @if !has.is_empty() { " " span.tl-soft { "← " (has) } }
                @if !said.is_empty() { span.visually-hidden { " (" (said) ")" } }
                @if wanted.mandatory { " " (badge(Tone::Neutral, &ui.say("matching-required"))) }
            }
        });
    }
    Ok(html! { ul.tl-match-skills { @for chip in &chips { (chip) } } })
}

/// How a skill is answered: a class, a picture and words.
fn skill(
    ui: &Ui<'_>,
    wanted: &Wanted,
    found: &SkillMatch,
    has: &str,
) -> (&'static str, &'static str, String) {
    let Some((_, how)) = found.skill else { return ("missing", "x", ui.say("matching-missing")) };
    let named = match found.source {
        Some(Source::Document) => Some(ui.say("matching-by-document")),
        Some(Source::Experience) => Some(ui.say("matching-by-experience")),
        _ => None,
    };
    let below = wanted.level > 0 && found.level > 0 && found.level < wanted.level;
    let unstated = wanted.level > 0 && found.level == 0;
    let skill = [("skill", has.into())];
    let mut said = match how {
        How::Same => Vec::new(),
        How::Narrower => vec![ui.say_with("matching-narrower", &skill)],
        How::Broader => vec![ui.say_with("matching-broader", &skill)],
        How::Sibling => vec![ui.say_with("matching-sibling", &skill)],
    };
    if below {
        said.push(ui.say("matching-level-below"));
    }
    if unstated {
        said.push(ui.say("matching-level-unstated"));
    }
    said.extend(named);
    let (tone, picture) = match how {
        How::Same | How::Narrower if !below => ("there", "check"),
        _ => ("partly", "circle-dashed"),
    };
    (tone, picture, said.join(", "))
}

fn work(ui: &Ui<'_>, v: &mut View<'_>, fit: &Fit) -> Result<Markup> {
    let judged = &fit.judged;
    if let Some((job, months)) = judged.job {
        let name = v.title("Job", job)?.title;
        let time = if months > 0 { kit::length(ui, 0, i64::from(months) * 365 / 12) } else { String::new() };
        return Ok(html! { (name) @if !time.is_empty() { " · " (time) } });
    }
    if fit.words.is_empty() {
        return Ok(html! { (ui.say("matching-no-work")) });
    }
    Ok(html! { (ui.say_with("matching-words", &[("words", fit.words.join(", ").as_str().into())])) })
}

fn levels(call: &Call, v: &mut View<'_>, need: &Need, fit: &Fit) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("Candidate")?;
    let mut out = Vec::new();
    if need.experience > 0 {
        let label = kit::label(call, &object, "experience_level");
        let said = match (fit.judged.levels[0], fit.judged.months) {
            (Some(has), _) => {
                ui.say(if has >= need.experience { "matching-reached" } else { "matching-below" })
            }
            (None, Some(months)) => kit::length(&ui, 0, i64::from(months) * 365 / 12),
            (None, None) => ui.say("matching-unknown"),
        };
        out.push(format!("{label}: {said}"));
    }
    if need.education > 0 {
        let label = kit::label(call, &object, "education_level");
        let said = ui.say(match fit.judged.levels[1] {
            Some(has) if has >= need.education => "matching-reached",
            Some(_) => "matching-below",
            None => "matching-unknown",
        });
        out.push(format!("{label}: {said}"));
    }
    Ok(html! { (out.join(" · ")) })
}

fn languages(ui: &Ui<'_>, need: &Need, fit: &Fit) -> Markup {
    let level = |place: u16| LEVELS.get(usize::from(place).wrapping_sub(1)).copied().unwrap_or_default();
    let lines: Vec<String> = need
        .languages
        .iter()
        .zip(&fit.judged.languages)
        .map(|(asked, has)| {
            let name = iso::language_name(ui.language, &asked.language).unwrap_or(&asked.language);
            let args = [
                ("language", name.into()),
                ("level", level(*has).into()),
                ("asked", level(asked.level).into()),
            ];
            match *has {
                0 => ui.say_with("matching-not-spoken", &args),
                has if has >= asked.level => ui.say_with("matching-spoken", &args),
                _ => ui.say_with("matching-spoken-below", &args),
            }
        })
        .collect();
    html! { (lines.join(" · ")) }
}

fn place(place: Option<PlaceMatch>) -> &'static str {
    match place {
        Some(PlaceMatch::Anywhere) => "matching-anywhere",
        Some(PlaceMatch::Town) => "matching-town",
        Some(PlaceMatch::TownWish) => "matching-town-wish",
        Some(PlaceMatch::CountryWish) => "matching-country-wish",
        Some(PlaceMatch::Country) => "matching-country",
        None => "matching-elsewhere",
    }
}

/// The open vacancies that fit a candidate, on the candidate's file.
pub fn vacancies(call: &Call, v: &mut View<'_>, candidate: i64) -> Result<Markup> {
    let ui = ui(call);
    if !may(v, "Vacancy", Action::Read) {
        return Ok(html! {});
    }
    let mut fits = matching::vacancies(v, candidate, VACANCIES)?;
    fits.retain(|(fit, _)| fit.percent() >= LEAST);
    if fits.is_empty() {
        return Ok(html! {});
    }
    let add = may(v, "Application", Action::Create);
    let mut rows = Vec::new();
    for (fit, need) in &fits {
        let title = v.title("Vacancy", fit.id)?;
        rows.push((fit, title, reasons(call, v, need, fit)?));
    }
    let content = html! {
        ul.tl-match-vacancies {
            @for (fit, title, why) in &rows {
                li {
                    div.tl-match-head.mb-0 {
                        span.tl-match-name { a href={ "/vacancies/" (fit.id) } { (title.title) } small.tl-soft { (title.key) } }
                        (score(&ui, fit))
                    }
                    details {
                        summary { (ui.say("matching-why")) }
                        (why)
                        @if add {
                            p.mb-0 { a.btn.btn-sm href={ "/o/applications/new?candidate=" (candidate) "&vacancy=" (fit.id) "&back=/candidates/" (candidate) } { (icon("plus")) (ui.say("matching-add")) } }
                        }
                    }
                }
            }
        }
        p.tl-soft.tl-match-note { (ui.say("matching-text")) }
    };
    Ok(card(&ui.say("matching-vacancies"), html! {}, true, content))
}
