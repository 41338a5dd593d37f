//! The page of an organisational unit: what it is on a day, what it was, who and what is in it.

use maud::{Markup, html};
use talang_catalogue::Record;
use talang_catalogue::object::GENERAL;
use talang_engine::{Action, AsOf, Query, Result, View};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Entry, Tab, Tone, alert, card, empty_state, icon, menu_button, stat, tabs, timeline, with_param,
};
use talang_screens::general::events;
use talang_screens::page::{Head, page_with, ui};

use super::kit::{self, Faces, Related, about, all, day, day_query, fact_rows, records, related};
use super::organisation::crumbs;
use super::units::Units;

const FACTS: [&str; 14] = [
    "code",
    "short_name",
    "organisation_type",
    "parent",
    "manager",
    "legal_entity",
    "establishment",
    "cost_centre",
    "planned_headcount",
    "phone",
    "email",
    "external_code",
    "mission",
    "description",
];
/// People on one page.
const PEOPLE: usize = 200;

/// `GET /organisation/{id}`, with `tab=`.
pub fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let id = call.id("id")?;
    let tab = call.request.query("tab").unwrap_or("overview").to_string();
    let (name, text, way, actions, content) = call.scope.view(|v| {
        let object = v.object("Organisation")?;
        let slices = v.slices(&object, id)?;
        // The slice of the day; where there is none, the nearest one, with a word about it.
        let on = day(call);
        let current = slices.iter().find(|s| holds(s, on));
        let Some(record) = current
            .or_else(|| slices.iter().rfind(|s| s.get("start").as_int() <= Some(on)))
            .or(slices.first())
        else {
            return Err(kit::missing("Organisation"));
        };
        let units = Units::load(v, on, true)?;
        v.load_titles(&object, std::slice::from_ref(record))?;
        let name = kit::shown(v, record, "name")?;
        let kind = kit::shown(v, record, "organisation_type")?;
        let way = crumbs(call, v, &units.above(id))?;
        let elsewhere = current.is_none();
        let body = match tab.as_str() {
            "overview" => overview(call, v, record, &units, &slices)?,
            "people" => people(call, v, id, &units)?,
            "positions" => positions(call, v, id)?,
            "properties" => properties(call, v, id)?,
            "history" => history(call, v, &slices)?,
            _ => return Err(kit::missing("Organisation")),
        };
        let content = html! {
            (tab_bar(call, v, id, &tab, &units)?)
            div.tl-stack {
                @if elsewhere { (alert(Tone::Warning, "", html! { (ui.say("org-other-day")) })) }
                (body)
            }
        };
        Ok((name, kind, way, doings(call, v, record)?, content))
    })?;
    let head =
        Head { title: &name, text: &text, menu: "/organisation", crumbs: &way, actions, ..Head::default() };
    page_with(call, &head, content)
}

/// Whether a slice holds on a day.
fn holds(slice: &Record, on: i64) -> bool {
    slice.get("start").as_int().is_none_or(|s| s <= on) && slice.get("end").as_int().is_none_or(|e| e >= on)
}

fn tab_bar(call: &Call, v: &View<'_>, id: i64, current: &str, units: &Units) -> Result<Markup> {
    let ui = ui(call);
    let mut out = Vec::new();
    for (code, key, object) in [
        ("overview", "people-tab-overview", ""),
        ("people", "ui-people", "Assignment"),
        ("positions", "org-tab-positions", "Position"),
        ("properties", "org-tab-properties", "OrganisationProperty"),
        ("history", "people-tab-history", ""),
    ] {
        if !object.is_empty() && !kit::may(v, object, Action::Read) {
            continue;
        }
        let count = (code == "people").then(|| ui.culture.integer(units.own(id)));
        let href = with_param(
            &format!("/organisation/{id}?tab={code}"),
            "asOf",
            day_query(call).trim_start_matches("?asOf="),
        );
        out.push(Tab { label: ui.say(key), href, current: code == current, count });
    }
    Ok(tabs(&ui.say("people-tabs"), &out))
}

fn doings(call: &Call, v: &mut View<'_>, record: &Record) -> Result<Markup> {
    let ui = ui(call);
    let back = format!("back=/organisation/{}", record.thread);
    let update = v.may(record, GENERAL, Action::Update)?;
    let create = v.rights().may(&record.object, Action::Create);
    let entry = |key: &str, icon: &'static str, href: String| Entry {
        label: ui.say(key),
        icon,
        href: Some(href),
        ..Entry::default()
    };
    let chart = with_param(
        &format!("/organisation?unit={}", record.thread),
        "asOf",
        day_query(call).trim_start_matches("?asOf="),
    );
    let mut more = vec![entry("org-in-chart", "sitemap", chart)];
    if create {
        more.push(Entry {
            label: ui.say("ui-move"),
            icon: "arrows-move",
            attributes: vec![
                ("hx-get", format!("/organisation/move?node={}", record.thread)),
                ("hx-target", "#tl-dialogs".into()),
            ],
            ..Entry::default()
        });
        more.push(entry(
            "org-add-below",
            "plus",
            format!("/o/organisations/new?parent={}&{back}", record.thread),
        ));
    }
    if update {
        more.push(entry(
            "general-correct-slice",
            "edit",
            format!("/o/organisations/{}/edit?{back}", record.id),
        ));
    }
    more.push(Entry {
        label: ui.say("ui-print"),
        icon: "printer",
        line: true,
        attributes: vec![("data-print", String::new())],
        ..Entry::default()
    });
    Ok(html! {
        (menu_button("unit-actions", "btn", "", &ui.say("ui-actions"), false, &more))
        @if update { a.btn.btn-primary href={ "/o/organisations/" (record.id) "/edit?from=1&" (back) } { (icon("edit")) (ui.say("general-change-from")) } }
    })
}

fn overview(
    call: &Call,
    v: &mut View<'_>,
    record: &Record,
    units: &Units,
    slices: &[Record],
) -> Result<Markup> {
    let ui = ui(call);
    let id = record.thread;
    let mut figures = Vec::new();
    if kit::may(v, "Assignment", Action::Read) {
        let planned = kit::shown(v, record, "planned_headcount")?;
        let note = if planned.is_empty() {
            String::new()
        } else {
            ui.say_with("org-planned", &[("count", planned.into())])
        };
        figures.push(stat(
            &ui.say("org-own"),
            &ui.culture.integer(units.own(id)),
            &note,
            Tone::Neutral,
            "users",
            Some(&format!("/organisation/{id}?tab=people")),
        ));
        figures.push(stat(
            &ui.say("org-all"),
            &ui.culture.integer(units.below(id)),
            "",
            Tone::Neutral,
            "users-group",
            None,
        ));
    }
    let below = units.children(id);
    figures.push(stat(
        &ui.say("org-sub-units"),
        &ui.culture.integer(i64::try_from(below.len()).unwrap_or_default()),
        "",
        Tone::Neutral,
        "sitemap",
        None,
    ));
    let object = record.object.clone();
    v.titles(&object, &below)?;
    let mut lines = Vec::new();
    for child in below {
        lines.push((child, v.title("Organisation", child)?.title, units.below(child)));
    }
    lines.sort_by_cached_key(|(_, name, _)| talang_catalogue::culture::sort_key(ui.language, name));
    let faces = Faces::load(v, record.get("manager").as_int())?;
    let facts = fact_rows(call, v, record, &FACTS)?;
    let extra: Vec<String> = object.fields.iter().filter(|f| f.extra).map(|f| f.name.to_string()).collect();
    let extra: Vec<&str> = extra.iter().map(String::as_str).collect();
    let role_cards = related(
        call,
        v,
        id,
        &Related {
            object: "OrganisationManager",
            link: "organisation",
            fields: &["employee", "role", "start", "end", "acts_as_manager"],
            back: &format!("/organisation/{id}"),
            ..Related::default()
        },
    )?;
    Ok(html! {
        div.tl-grid { @for figure in &figures { (figure) } }
        div.tl-split {
            div.tl-stack {
                (card(&ui.say("ui-details"), html! {}, false, facts))
                @if !extra.is_empty() { (card(&ui.say("people-extra"), html! {}, false, fact_rows(call, v, record, &extra)?)) }
                (role_cards)
                (periods(call, v, record, slices)?)
            }
            div.tl-stack {
                @if let Some(manager) = record.get("manager").as_int() {
                    (card(&kit::label(call, &object, "manager"), html! {}, true, html! { ul.tl-links { (faces.row(manager, "", html! {})) } }))
                }
                (card(&ui.say("org-sub-units"), html! {}, true, html! {
                    @if lines.is_empty() { p.tl-links-row.tl-soft.mb-0 { (ui.say("org-no-sub-units")) } }
                    ul.tl-links {
                        @for (child, name, count) in &lines {
                            li { a href={ "/organisation/" (child) (day_query(call)) } { (name) @if *count > 0 { span.tl-links-end.tl-num { (ui.culture.integer(*count)) } } } }
                        }
                    }
                }))
            }
        }
    })
}

/// The unit through time: every slice with what it changed.
fn periods(call: &Call, v: &mut View<'_>, shown: &Record, slices: &[Record]) -> Result<Markup> {
    let ui = ui(call);
    let on = day(call);
    let object = shown.object.clone();
    v.load_titles(&object, slices)?;
    let mut lines = Vec::new();
    let mut before: Option<&Record> = None;
    for slice in slices {
        let mut changed = Vec::new();
        if let Some(before) = before {
            for name in [
                "name",
                "parent",
                "manager",
                "organisation_type",
                "legal_entity",
                "establishment",
                "cost_centre",
            ] {
                if before.get(name) != slice.get(name) {
                    let value = kit::shown(v, slice, name)?;
                    let value = if value.is_empty() { ui.say("ui-none") } else { value };
                    changed.push(format!("{}: {value}", kit::label(call, &object, name)));
                }
            }
        }
        lines.push((slice.clone(), changed.join(" · "), slice.get("start").as_int().unwrap_or_default()));
        before = Some(slice);
    }
    lines.reverse();
    Ok(card(
        &ui.say("general-slices"),
        html! {},
        true,
        html! {
            ul.tl-links {
                @for (slice, changed, start) in &lines {
                    @let href = with_param(&format!("/organisation/{}", slice.thread), "asOf", &talang_catalogue::types::time::iso_date(*start));
                    li {
                        a href=(href) aria-current=[(slice.id == shown.id).then_some("true")] {
                            span.tl-person-words {
                                (super::me::span(&ui, slice))
                                @if !changed.is_empty() { small { (changed) } }
                            }
                            span.tl-links-end { @if let Some(mark) = kit::period_mark(&ui, &object, slice, on) { (mark) } }
                        }
                    }
                }
            }
        },
    ))
}

/// Who is in the unit on the day, or with `below=1` also in the units below it.
fn people(call: &Call, v: &mut View<'_>, id: i64, units: &Units) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("Assignment")?;
    if !v.rights().may(&object, Action::Read) {
        return Err(kit::missing("Organisation"));
    }
    let deep = call.request.query("below") == Some("1");
    let ids = if deep { v.subtree("Organisation", &[id], day(call))? } else { vec![id] };
    let sort = v.sort(&object, "employee")?;
    let query = Query {
        filter: all(vec![about(&object, "organisation", &ids)]),
        sort,
        limit: PEOPLE,
        ..Query::default()
    };
    let found = v.list(&object, &query)?.records;
    v.load_titles(&object, &found)?;
    let faces = Faces::load(v, found.iter().filter_map(Record::subject))?;
    let mut lines = Vec::new();
    for assignment in &found {
        let own = assignment.get("job_title").as_text().map(str::to_string);
        let job = match own {
            Some(title) => title,
            None => kit::shown(v, assignment, "job")?,
        };
        let unit = if deep { kit::shown(v, assignment, "organisation")? } else { String::new() };
        lines.push(faces.row(assignment.subject().unwrap_or_default(), &job, html! { (unit) }));
    }
    let key = v.title("Organisation", id)?.key;
    let condition = format!("assignment.organisation under \"{}\"", key.replace('"', "\"\""));
    let list = format!("/people?filter={}", talang_screens::components::encode(&condition));
    let base = with_param(
        &format!("/organisation/{id}?tab=people"),
        "asOf",
        day_query(call).trim_start_matches("?asOf="),
    );
    let switch = html! {
        @if units.below(id) > units.own(id) || deep {
            @if deep { a.btn.btn-sm href=(base) { (ui.say("org-only-here")) } }
            @else { a.btn.btn-sm href=(with_param(&base, "below", "1")) { (ui.say("org-with-below")) } }
        }
        a.btn.btn-sm href=(list) { (icon("list")) (ui.say("org-as-list")) }
    };
    Ok(card(
        &ui.say("ui-people"),
        html! { div.d-flex.gap-2 { (switch) } },
        true,
        html! {
            @if lines.is_empty() { (empty_state("users", &ui.say("org-nobody"), &ui.say("org-nobody-text"), html! {})) }
            ul.tl-links { @for line in &lines { (line) } }
            @if found.len() == PEOPLE { p.tl-links-row.tl-soft.mb-0 { (ui.say_with("org-first", &[("count", i64::try_from(PEOPLE).unwrap_or_default().into())])) } }
        },
    ))
}

/// The positions of the unit with who holds them.
fn positions(call: &Call, v: &mut View<'_>, id: i64) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("Position")?;
    if !v.rights().may(&object, Action::Read) {
        return Err(kit::missing("Organisation"));
    }
    let records = records(v, "Position", "organisation", &[id], AsOf::Scope, 300)?;
    let add = html! {
        @if v.rights().may(&object, Action::Create) {
            a.btn.btn-sm href={ "/o/positions/new?organisation=" (id) "&back=/organisation/" (id) "%3Ftab=positions" } { (icon("plus")) (ui.say("ui-add")) }
        }
    };
    let table = match records.is_empty() {
        true => {
            empty_state("id-badge-2", &ui.say("org-no-positions"), &ui.say("org-no-positions-text"), html! {})
        }
        false => super::positions::table(call, v, &records, false)?,
    };
    Ok(card(kit::words(call, "Position").1, add, true, table))
}

fn properties(call: &Call, v: &mut View<'_>, id: i64) -> Result<Markup> {
    let back = format!("/organisation/{id}?tab=properties");
    let shown = Related {
        object: "OrganisationProperty",
        link: "organisation",
        fields: &["property", "value", "comment"],
        back: &back,
        always: true,
        ..Related::default()
    };
    related(call, v, id, &shown)
}

/// Who changed what in any slice.
fn history(call: &Call, v: &mut View<'_>, slices: &[Record]) -> Result<Markup> {
    let ui = ui(call);
    let mut entries = Vec::new();
    for slice in slices {
        entries.extend(v.history(&slice.object, slice.id, 100)?);
    }
    entries.sort_by_key(|e| std::cmp::Reverse(e.seq));
    entries.truncate(200);
    let lines = events(call, v, &entries)?;
    Ok(card(
        "",
        html! {},
        false,
        match lines.is_empty() {
            true => empty_state(
                "history",
                &ui.say("general-history-none"),
                &ui.say("general-history-none-text"),
                html! {},
            ),
            false => timeline(&ui, &lines),
        },
    ))
}
