//! The page of a vacancy: the board of its applications, what it says, and who works on it.

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Fault, Record};
use talang_core_hr::kit::{self, Faces, Related, related};
use talang_engine::{Action, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Crumb, Entry, Tab, Tone, badge, card, encode, fact, facts, field_view, icon, menu_button, tabs,
};
use talang_screens::general::quoted;
use talang_screens::page::{Head, Names, page_with, ui};

use super::{board, times};

/// What is said about it beside its texts.
const FACTS: [&str; 20] = [
    "code",
    "job",
    "position",
    "organisation",
    "establishment",
    "place",
    "country",
    "openings",
    "contract_type",
    "duration_months",
    "working_time",
    "remote_work",
    "start_on",
    "education_level",
    "experience_level",
    "salary_from",
    "salary_to",
    "opened_on",
    "apply_until",
    "requisition",
];
/// Its texts, one below the other.
const TEXTS: [&str; 6] = ["mission", "profile", "company_text", "benefits", "documents_wanted", "comment"];

/// `GET /vacancies/{id}`, with `tab=`.
pub fn page(call: &Call) -> Result<Reply> {
    page_of(call, call.request.query("tab").unwrap_or_default(), &times::Typed::default(), &[])
}

/// The page with that tab, and what was typed and is wrong there; without a tab, the first one.
pub fn page_of(call: &Call, tab: &str, typed: &times::Typed, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let (title, text, actions, content) = call.scope.view(|v| {
        let object = v.object("Vacancy")?;
        let record = v.get(&object, id)?;
        let applications = kit::may(v, "Application", Action::Read);
        let publication = kit::may(v, "VacancyPosting", Action::Read);
        let matching = kit::may(v, "Candidate", Action::Read);
        let first = if applications { "board" } else { "details" };
        let slots = kit::may(v, "InterviewSlot", Action::Read);
        let mandates = kit::may(v, "AgencyMandate", Action::Read);
        let tab = if tab.is_empty() { first } else { tab };
        let body = match tab {
            "board" if applications => board::board(call, v, &record)?,
            "details" => details(call, v, &record)?,
            "publication" if publication => super::publication::publication(call, v, &record)?,
            "agencies" if mandates => super::agencies::tab(call, v, &record, faults)?,
            "matching" if matching => super::matching::tab(call, v, &record)?,
            "times" if slots => times::tab(call, v, &record, typed)?,
            "team" => team(call, v, &record)?,
            _ => return Err(kit::missing("Vacancy")),
        };
        let title = kit::shown(v, &record, "title")?;
        let mut about = vec![kit::shown(v, &record, "code")?];
        for field in ["organisation", "establishment"] {
            about.push(kit::shown(v, &record, field)?);
        }
        about.retain(|part| !part.is_empty());
        let bar = [
            ("board", "recruiting-tab-board"),
            ("matching", "matching-tab"),
            ("times", "booking-tab"),
            ("details", "recruiting-tab-details"),
            ("publication", "recruiting-tab-publication"),
            ("agencies", "agencies-tab"),
            ("team", "recruiting-tab-team"),
        ];
        let bar: Vec<Tab> = bar
            .into_iter()
            .filter(|(code, _)| match *code {
                "board" => applications,
                "publication" => publication,
                "agencies" => mandates,
                "matching" => matching,
                "times" => slots,
                _ => true,
            })
            .map(|(code, key)| Tab {
                label: ui.say(key),
                href: format!("/vacancies/{id}?tab={code}"),
                current: code == tab,
                count: None,
            })
            .collect();
        let content = html! { (super::hire::others(call, v, &record)?) (tabs(&ui.say("recruiting-tabs"), &bar)) (body) };
        Ok((title, about.join(" · "), doings(call, v, &record)?, content))
    })?;
    let crumbs = [Crumb { label: kit::words(call, "Vacancy").1.to_string(), href: "/vacancies".into() }];
    let head = Head {
        title: &title,
        text: &text,
        menu: "/vacancies",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

fn doings(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let ui = ui(call);
    let back = format!("back=/vacancies/{}", record.id);
    let tone = match record.get("state").as_text().unwrap_or_default() {
        "open" => Tone::Success,
        "draft" => Tone::Neutral,
        "suspended" => Tone::Warning,
        _ => Tone::Info,
    };
    let state = kit::shown(v, record, "state")?;
    let update = v.may(record, GENERAL, Action::Update)?;
    let mut more = vec![Entry {
        label: ui.say("recruiting-all-applications"),
        icon: "list-details",
        href: Some(format!(
            "/applications?filter=vacancy+is+{}",
            encode(&quoted(&kit::shown(v, record, "code")?))
        )),
        ..Entry::default()
    }];
    if v.rights().may(&record.object, Action::Create) {
        let href = Some(format!("/o/vacancies/new?copy={}&{back}", record.id));
        more.push(Entry { label: ui.say("ui-copy"), icon: "copy", href, ..Entry::default() });
    }
    let history = Some(format!("/o/vacancies/{}?tab=history", record.id));
    more.push(Entry {
        label: ui.say("people-tab-history"),
        icon: "history",
        href: history,
        ..Entry::default()
    });
    let add = kit::may(v, "Application", Action::Create);
    Ok(html! {
        (badge(tone, &state))
        (menu_button("vacancy-actions", "btn", "", &ui.say("ui-actions"), false, &more))
        @if update { a.btn href={ "/o/vacancies/" (record.id) "/edit?" (back) } { (icon("edit")) (ui.say("ui-edit")) } }
        @if add { a.btn.btn-primary href={ "/o/applications/new?vacancy=" (record.id) "&" (back) } { (icon("user-plus")) (ui.say("recruiting-add-application")) } }
    })
}

fn details(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let back = format!("/vacancies/{}?tab=details", record.id);
    let facts_of = kit::fact_rows(call, v, record, &FACTS)?;
    let extra: Vec<String> =
        record.object.fields.iter().filter(|f| f.extra).map(|f| f.name.to_string()).collect();
    let extra: Vec<&str> = extra.iter().map(String::as_str).collect();
    let texts: Vec<_> = TEXTS
        .iter()
        .filter_map(|name| record.object.field(name))
        .filter(|f| !record.is_hidden(f.index) && !record.get(&f.name).is_null())
        .collect();
    let names = Names::of(v, &record.object, std::slice::from_ref(record))?;
    let catalogue = v.catalogue();
    let written = facts(html! {
        @for field in &texts {
            (fact(&ui, registry.labels.field(ui.language, "Vacancy", field),
                html! { div.tl-pre { (names.with(ui, registry, &catalogue, |cx| field_view(cx, field, record.get(&field.name)))) } }, true))
        }
    });
    let mut parts = Vec::new();
    let (skills, languages) = (kit::words(call, "Skill").1, kit::words(call, "Language").1);
    let (special, questions) = (ui.say("recruiting-specialisations"), ui.say("recruiting-questions"));
    for (object, title, fields) in [
        ("VacancySkill", skills, &["skill", "level", "weight", "required"][..]),
        ("VacancyLanguage", languages, &["language", "level", "required"][..]),
        ("VacancySpecialisation", special.as_str(), &[][..]),
        ("VacancyQuestion", questions.as_str(), &["number", "text", "kind", "mandatory"][..]),
    ] {
        let shown = Related { object, title, link: "vacancy", fields, back: &back, always: false };
        parts.push(related(call, v, record.id, &shown)?);
    }
    Ok(html! {
        div.tl-split {
            div.tl-stack {
                @if !texts.is_empty() { (card(&ui.say("recruiting-texts"), html! {}, false, written)) }
                @for part in &parts { (part) }
            }
            div.tl-stack {
                (card(&ui.say("ui-details"), html! {}, false, facts_of))
                @if !extra.is_empty() { (card(&ui.say("people-extra"), html! {}, false, kit::fact_rows(call, v, record, &extra)?)) }
            }
        }
    })
}

fn team(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let ui = ui(call);
    let named: Vec<(&str, i64)> =
        ["recruiter", "manager"].into_iter().filter_map(|f| Some((f, record.get(f).as_int()?))).collect();
    let faces = Faces::load(v, named.iter().map(|(_, id)| *id))?;
    let lead = html! {
        ul.tl-links {
            @for (field, id) in &named { (faces.row(*id, &kit::label(call, &record.object, field), html! {})) }
        }
    };
    let back = format!("/vacancies/{}?tab=team", record.id);
    let members = ui.say("recruiting-members");
    let members = Related {
        object: "HiringTeamMember",
        title: &members,
        link: "vacancy",
        fields: &["employee", "role", "comment"],
        back: &back,
        always: true,
    };
    Ok(html! {
        div.tl-stack {
            p.tl-soft { (ui.say("recruiting-team-text")) }
            @if !named.is_empty() { (card(&ui.say("recruiting-in-charge"), html! {}, true, lead)) }
            (related(call, v, record.id, &members)?)
        }
    })
}

/// Whether a field is one of those that pages show as text of its own.
#[cfg(test)]
mod tests {
    use super::*;
    use talang_catalogue::{BusinessObject, FieldType};

    #[test]
    fn what_a_vacancy_shows_is_declared() {
        let def = crate::objects::vacancies::Vacancy::DEF;
        for name in FACTS.iter().chain(&TEXTS) {
            assert!(def.fields.iter().any(|f| f.name == *name), "{name}");
        }
        let translated = TEXTS.iter().filter(|n| **n != "comment");
        for name in translated {
            assert!(
                def.fields.iter().any(|f| f.name == *name && matches!(f.ty, FieldType::Translated)),
                "{name}"
            );
        }
    }
}
