//! The file of a candidate: who it is, what they bring, where they applied, what happened.

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Fault, Kind};
use talang_core_hr::kit::{self, Related, fact_rows, may, related};
use talang_engine::{Action, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{Crumb, Entry, Tab, Tone, alert, avatar, card, icon, menu_button, tabs};
use talang_screens::page::{Head, done, page_with, ui};

use super::application::happened;
use super::kit::{about, days_since, rating, state_badge};
use super::letters;
use crate::merges;
use crate::privacy::{erasure, retention};

const CONTACT: [&str; 6] = ["email", "phone", "city", "country", "web_page", "culture"];
const WORK: [&str; 10] = [
    "current_title",
    "current_employer",
    "experience_level",
    "education_level",
    "available_from",
    "notice",
    "salary_wish",
    "source",
    "responsible",
    "employee",
];
const DATA: [&str; 6] = ["number", "channel", "civility", "birth_date", "consent_until", "comment"];

/// `GET /candidates/{id}`, with `tab=`. The address of a file that was merged leads to the one in which it lives on.
pub fn page(call: &Call) -> Result<Reply> {
    let asked = file(call);
    if asked.is_err()
        && let Ok(id) = call.id("id")
        && let Some(stays) = call.scope.view(|v| merges::lives_on(v, id))?
    {
        return Ok(Reply::see_other(&format!("/candidates/{stays}")));
    }
    asked
}

fn file(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let tab = call.request.query("tab").unwrap_or("overview").to_string();
    let (title, text, face, actions, content) = call.scope.view(|v| {
        let object = v.object("Candidate")?;
        let record = v.get(&object, id)?;
        let title = v.title_of(&record)?.title;
        let applications = about(v, "Application", "candidate", &[id], "-applied_at")?;
        let ids: Vec<i64> = applications.iter().map(|a| a.id).collect();
        let body = match tab.as_str() {
            "overview" => html! {
                div.tl-split {
                    div.tl-stack {
                        (applied(call, v, &applications)?)
                        @let words = kit::shown(v, &record, "summary")?;
                        @if !words.is_empty() { (card(&kit::label(call, &object, "summary"), html! {}, false, html! { div.tl-pre { (words) } })) }
                        (parts(call, v, id, &["SpeculativeApplication", "CandidateExperience", "CandidateEducation"])?)
                        (letters::messages(call, v, "candidate", id, &under_way(&applications))?)
                        (documents(call, v, id, &format!("/candidates/{id}"))?)
                    }
                    div.tl-stack {
                        (super::merge::place(id))
                        (summary(call, v, id)?)
                        (referred(call, v, id, None)?)
                        (super::matching::vacancies(call, v, id)?)
                        (parts(call, v, id, &["CandidateSkill", "CandidateLanguage", "CandidateTag", "CandidatePoolMember"])?)
                    }
                }
            },
            "data" => {
                let extra: Vec<String> = object.fields.iter().filter(|f| f.extra).map(|f| f.name.to_string()).collect();
                let all: Vec<&str> = DATA.iter().copied().chain(extra.iter().map(String::as_str)).collect();
                html! {
                    div.tl-stack {
                        (card(&ui.say("ui-details"), html! {}, false, fact_rows(call, v, &record, &all)?))
                        (account(call, v, id)?)
                        (parts(call, v, id, &["CandidateAddress", "CandidateCertification", "CandidateMobility", "CandidateConsent"])?)
                        (super::merge::past(call, v, &record)?)
                    }
                }
            }
            "history" => happened(call, v, &ids)?,
            _ => return Err(kit::missing("Candidate")),
        };
        let bar = [("overview", "people-tab-overview"), ("data", "recruiting-tab-data"), ("history", "people-tab-history")];
        let bar: Vec<Tab> = bar
            .into_iter()
            .map(|(code, key)| Tab {
                label: ui.say(key),
                href: format!("/candidates/{id}?tab={code}"),
                current: code == tab,
                count: None,
            })
            .collect();
        let blocked = record.get("blocked").as_int() == Some(1);
        let content = html! {
            (tabs(&ui.say("recruiting-candidate-tabs"), &bar))
            (kept(call, v, &record)?)
            @if tab == "overview" { (super::agencies::banner(call, v, id)?) }
            @if blocked { (alert(Tone::Warning, &kit::label(call, &object, "blocked"), html! { (kit::shown(v, &record, "blocked_reason")?) })) }
            (body)
        };
        let face = html! { (avatar(&title, None, "l")) };
        let line = kit::shown(v, &record, "headline")?;
        let update = v.may(&record, GENERAL, Action::Update)?;
        let add = may(v, "Application", Action::Create);
        let history = Some(format!("/o/candidates/{id}?tab=history"));
        let mut more =
            vec![Entry { label: ui.say("recruiting-changes"), icon: "history", href: history, ..Entry::default() }];
        if record.get("anonymised_on").is_null() && v.may(&record, ERASURE, Action::Update)? {
            more.push(Entry {
                label: ui.say("privacy-erase"),
                icon: "trash",
                danger: true,
                line: true,
                attributes: vec![
                    ("hx-post", format!("/candidates/{id}/erase")),
                    ("hx-target", "#tl-dialogs".into()),
                    ("hx-confirm", ui.say("privacy-erase-confirm")),
                    ("data-confirm-action", ui.say("privacy-erase")),
                    ("data-danger", String::new()),
                ],
                ..Entry::default()
            });
        }
        let actions = html! {
            (menu_button("candidate-actions", "btn", "", &ui.say("ui-actions"), false, &more))
            @if update { a.btn href={ "/o/candidates/" (id) "/edit?back=/candidates/" (id) } { (icon("edit")) (ui.say("ui-edit")) } }
            @if add { a.btn.btn-primary href={ "/o/applications/new?candidate=" (id) "&back=/candidates/" (id) } { (icon("plus")) (ui.say("recruiting-propose")) } }
        };
        Ok((title, line, face, actions, content))
    })?;
    let crumbs = [Crumb { label: kit::words(call, "Candidate").1.to_string(), href: "/candidates".into() }];
    let head = Head {
        title: &title,
        text: &text,
        menu: "/candidates",
        crumbs: &crumbs,
        face,
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// The group of fields whose right lets somebody erase a candidate (G5, G7).
const ERASURE: &str = "erasure";

/// Until when the data are kept, by which rule and with whose consent (G9).
fn kept(call: &Call, v: &mut View<'_>, record: &talang_catalogue::Record) -> Result<Markup> {
    let ui = ui(call);
    if let Some(day) = record.get("anonymised_on").as_int() {
        let text = ui.say_with("privacy-was-erased", &[("day", ui.culture.date_long(day).into())]);
        return Ok(alert(Tone::Info, "", html! { (text) }));
    }
    let all = retention::standing(v, std::slice::from_ref(record))?;
    let Some(is) = all.get(&record.id) else { return Ok(html! {}) };
    let day = |day: i64| ui.culture.date_long(day);
    let text = match (is.held, is.until, is.asked) {
        _ if is.rule.is_empty() => ui.say("privacy-no-rule"),
        (true, ..) => ui.say("privacy-held"),
        (_, _, Some((_, last))) if !is.consented => {
            ui.say_with("privacy-asked", &[("day", day(last).into())])
        }
        (_, Some(until), _) if is.consented => {
            ui.say_with("privacy-consented", &[("day", day(until).into())])
        }
        (_, Some(until), _) => {
            ui.say_with("privacy-until", &[("day", day(until).into()), ("rule", is.rule.as_str().into())])
        }
        _ => return Ok(html! {}),
    };
    let tone = if is.asked.is_some() && !is.consented { Tone::Warning } else { Tone::Info };
    Ok(alert(tone, "", html! { (text) }))
}

/// `POST /candidates/{id}/erase`: for whoever has the right, after a fresh proof of who they are.
pub fn erase(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    call.scope.change(Kind::Candidates, |c| {
        let object = c.object("Candidate")?;
        let record = c.get(&object, id)?;
        if !c.may(&record, ERASURE, Action::Update)? {
            return Err(Fault::new("right.missing")
                .with("action", "update")
                .with("object", "Candidate")
                .into());
        }
        erasure::erase(c, id)
    })?;
    Ok(done(call, "/candidates", "privacy-erased-done", None, None))
}

/// The application about which somebody is written to: the latest.
fn under_way(applications: &[talang_catalogue::Record]) -> Vec<i64> {
    let active = applications.iter().find(|a| a.get("state").as_text() == Some("active"));
    active.or(applications.first()).map(|a| a.id).into_iter().collect()
}

/// How to reach the candidate and what they do, on the pages of the file and of applications.
pub fn summary(call: &Call, v: &mut View<'_>, id: i64) -> Result<Markup> {
    let object = v.object("Candidate")?;
    if !v.rights().may(&object, Action::Read) {
        return Ok(html! {});
    }
    let record = match v.get(&object, id) {
        Ok(record) => record,
        // An application may be seen by whoever does not see the candidate.
        Err(error) if error.is("record.not_found") => return Ok(html! {}),
        Err(error) => return Err(error),
    };
    let file = call.request.path.starts_with("/candidates/");
    let open = html! { @if !file { a.btn.btn-sm href={ "/candidates/" (id) } { (ui(call).say("recruiting-open-file")) } } };
    let fields: Vec<&str> =
        CONTACT.iter().chain(&WORK).copied().filter(|f| !record.get(f).is_null()).collect();
    Ok(card(kit::words(call, "Candidate").0, open, false, fact_rows(call, v, &record, &fields)?))
}

/// Their documents, each to be opened.
pub fn documents(call: &Call, v: &mut View<'_>, id: i64, back: &str) -> Result<Markup> {
    let shown = Related {
        object: "CandidateDocument",
        title: kit::words(call, "EmployeeDocument").1,
        link: "candidate",
        fields: &["name", "kind", "file", "received_at"],
        back,
        always: false,
    };
    related(call, v, id, &shown)
}

/// What is called the same in a person's file, whoever's file it is.
fn called<'a>(call: &'a Call, object: &'a str) -> &'a str {
    let same = match object {
        "CandidateExperience" => "Experience",
        "CandidateEducation" => "Education",
        "CandidateSkill" => "Skill",
        "CandidateLanguage" => "Language",
        "CandidateCertification" => "Certification",
        "CandidateMobility" => "MobilityWish",
        "CandidatePoolMember" => "CandidatePool",
        other => other,
    };
    kit::words(call, same).1
}

/// By whom they were recommended, for a vacancy or at all.
pub fn referred(call: &Call, v: &mut View<'_>, id: i64, vacancy: Option<i64>) -> Result<Markup> {
    let mut found = about(v, "Referral", "candidate", &[id], "-referred_at")?;
    found.retain(|r| vacancy.is_none() || r.get("vacancy").is_null() || r.get("vacancy").as_int() == vacancy);
    if found.is_empty() {
        return Ok(html! {});
    }
    let mut parts = Vec::new();
    for one in &found {
        parts.push(fact_rows(call, v, one, &["referrer", "relationship", "vacancy", "text", "state"])?);
    }
    let content = html! { @for part in &parts { (part) } };
    Ok(card(&ui(call).say("referrals-by"), html! {}, false, content))
}

/// The account with which they sign in on career sites, if they have one.
fn account(call: &Call, v: &mut View<'_>, id: i64) -> Result<Markup> {
    let noted = about(v, "CandidateAccount", "candidate", &[id], "opened_at")?;
    let Some(noted) = noted.first() else { return Ok(html! {}) };
    let facts = fact_rows(call, v, noted, &["account", "opened_at", "last_signed_in"])?;
    Ok(card(kit::words(call, "CandidateAccount").0, html! {}, false, facts))
}

fn parts(call: &Call, v: &mut View<'_>, id: i64, objects: &[&str]) -> Result<Markup> {
    let back = format!("/candidates/{id}");
    let mut out = Vec::new();
    for object in objects {
        let title = called(call, object);
        // What stands beside the rest has room for two columns.
        let fields: &[&str] = match *object {
            "CandidateSkill" => &["skill", "level"],
            "CandidateLanguage" => &["language", "level"],
            "SpeculativeApplication" => &["received_at", "families", "countries", "place"],
            _ => &[],
        };
        out.push(related(
            call,
            v,
            id,
            &Related { object, title, fields, link: "candidate", back: &back, ..Related::default() },
        )?);
    }
    Ok(html! { @for part in &out { (part) } })
}

/// Where they applied, and how it stands.
fn applied(call: &Call, v: &mut View<'_>, applications: &[talang_catalogue::Record]) -> Result<Markup> {
    let ui = ui(call);
    if !may(v, "Application", Action::Read) {
        return Ok(html! {});
    }
    let mut lines = Vec::new();
    for application in applications {
        let post = v.title("Vacancy", application.get("vacancy").as_int().unwrap_or_default())?;
        let since = days_since(call, application.get("applied_at"));
        lines.push((application, post, since, state_badge(v, application)?));
    }
    Ok(card(
        kit::words(call, "Application").1,
        html! {},
        true,
        html! {
            @if lines.is_empty() { p.tl-links-row.tl-soft.mb-0 { (ui.say("recruiting-applied-nowhere")) } }
            ul.tl-links {
                @for (application, post, since, state) in &lines {
                    li {
                        a href={ "/applications/" (application.id) } {
                            span.tl-person-words {
                                (post.title)
                                small { (post.key) @if let Some(days) = since { " · " (kit::until(&ui, -*days, 0)) } }
                            }
                            span.tl-links-end { (rating(&ui, application.get("rating"))) (state) }
                        }
                    }
                }
            }
        },
    ))
}
