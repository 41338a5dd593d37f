//! Who can see whom, and why (A11): reporting line, lists by rule and by hand, and the roles that let a reason count.

use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Object, Record};
use talang_engine::accreditation::{Graph, Reason};
use talang_engine::past::opened;
use talang_engine::rights::Rights;
use talang_engine::{Action, Extents, Op, Query, Result, View};
use talang_http::{Call, Reply};

use super::day::person_field;
use super::lists::people;
use super::{effective, extent_words, reads_all, words};
use crate::components::{
    Cell, Column, List, Row, Tone, alert, badge, card, empty_state, icon, input, list as list_view, person,
};
use crate::page::{Names, record_address, section_name, ui};

/// Accounts shown that reach everybody.
const SHOWN: usize = 100;

/// `GET /access/why?viewer=…&person=…`: with both, whether and why one reaches the other; with the person alone,
/// everybody who reaches them; with the viewer alone, how many they reach.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let wanted = |name: &str| call.request.query(name).and_then(|t| t.parse::<i64>().ok());
    let (viewer, person) = (wanted("viewer"), wanted("person"));
    let content = call.scope.view(|v| {
        // The page speaks about everybody's access: it is for those who may read all of it.
        for name in ["User", "UserRole", "AccreditationList"] {
            reads_all(v, name)?;
        }
        let people = people(v)?;
        let viewer = viewer.map(|id| v.get(&people, id)).transpose()?;
        let person = person.map(|id| v.get(&people, id)).transpose()?;
        let graph = v.people_graph()?;
        let answer = match (&viewer, &person) {
            (Some(viewer), Some(person)) => pair(call, v, &graph, viewer, person)?,
            (None, Some(person)) => everyone(call, v, &graph, person)?,
            (Some(viewer), None) => reached(call, v, &graph, viewer)?,
            (None, None) => empty_state("help-circle", &ui.say("access-why-ask"), &ui.say("access-why-ask-text"), html! {}),
        };
        Ok(html! { (super::day::parts(call, v, "/access/why")) div.tl-stack { (question(call, v, &people, viewer.as_ref(), person.as_ref())?) (answer) } })
    })?;
    let actions =
        html! { a.btn href="/access/rights.csv" { (icon("download")) (ui.say("access-export-rights")) } };
    super::day::framed(call, "access-why-text", actions, content)
}

fn question(
    call: &Call,
    v: &mut View<'_>,
    people: &Object,
    viewer: Option<&Record>,
    person: Option<&Record>,
) -> Result<Markup> {
    let ui = ui(call);
    let viewer = person_field(&ui, v, people, ("viewer", "access-viewer", "access-viewer-help"), viewer)?;
    let person = person_field(&ui, v, people, ("person", "access-person", "access-person-help"), person)?;
    Ok(card(
        "",
        html! {},
        false,
        html! {
            form method="get" action="/access/why" {
                div.tl-form {
                    (input(&ui, &viewer))
                    (input(&ui, &person))
                }
                div.tl-formbar { div.tl-formbar-end {
                    button.btn.btn-primary type="submit" { (ui.say("access-explain")) }
                } }
            }
        },
    ))
}

fn pair(call: &Call, v: &mut View<'_>, graph: &Graph, viewer: &Record, person: &Record) -> Result<Markup> {
    let ui = ui(call);
    let people = viewer.object.clone();
    let reasons = graph.why(viewer.id, person.id);
    let (from, to) = (v.title_of(viewer)?.title, v.title_of(person)?.title);
    let accounts = effective::accounts_of(v, viewer.id)?;
    let open = opened(&reasons);
    let mut tables = Vec::new();
    let mut sees = false;
    for account in &accounts {
        let rights = effective::rights_of(v, account)?;
        sees |= !rights.extents(&people, GENERAL, Action::Read).common(open).is_none();
        tables.push(account_table(call, v, account, &rights, open)?);
    }
    let key = if sees { "access-sees" } else { "access-sees-not" };
    let verdict = ui.say_with(key, &[("viewer", from.as_str().into()), ("person", to.as_str().into())]);
    let why = reason_list(call, v, graph, viewer, person, &reasons)?;
    Ok(html! {
        (alert(if sees { Tone::Success } else { Tone::Warning }, &verdict, html! {
            @if accounts.is_empty() { p { (ui.say("access-no-account")) } }
            @else if !sees && !reasons.is_empty() { p { (ui.say("access-no-role-counts")) } }
        }))
        (card(&ui.say("access-reasons"), html! {}, false, why))
        @for table in tables { (table) }
    })
}

fn reason_list(
    call: &Call,
    v: &mut View<'_>,
    graph: &Graph,
    viewer: &Record,
    person: &Record,
    reasons: &[Reason],
) -> Result<Markup> {
    let ui = ui(call);
    if reasons.is_empty() {
        return Ok(html! { p.tl-soft { (ui.say("access-no-reason")) } });
    }
    let lists = v.object("AccreditationList")?;
    let mut items = Vec::new();
    for reason in reasons {
        items.push(match reason {
            Reason::Own => html! { strong { (ui.say("access-reason-own")) } },
            Reason::Team => {
                let chain = chain(call, v, graph, viewer, person)?;
                html! { strong { (ui.say("access-reason-team")) } div { (chain) } }
            }
            Reason::Newcomer => html! { (ui.say("access-reason-newcomer")) },
            Reason::List { list, by_hand, by_rule } => {
                let record = v.get(&lists, *list)?;
                let rule = record.get("rule").as_text().unwrap_or_default();
                html! {
                    strong { (ui.say("access-reason-list")) } " "
                    a href={ "/access/lists/" (list) } { (words(call, record.get("label"))) } " "
                    @if *by_hand { (badge(Tone::Primary, &ui.say("access-by-hand"))) " " }
                    @if *by_rule { (badge(Tone::Info, &ui.say("access-by-rule"))) div { code { (rule) } } }
                }
            }
        });
    }
    Ok(html! { ul.tl-list-plain { @for item in &items { li { (item) } } } })
}

/// The reporting line from the person up to the viewer. Managers on it are those who have the person in their team and
/// are the viewer or in the viewer's team; the nearer one is, the smaller is the team.
fn chain(call: &Call, v: &mut View<'_>, graph: &Graph, viewer: &Record, person: &Record) -> Result<Markup> {
    let people = viewer.object.clone();
    let team = graph.team(viewer.id);
    let mut managers: Vec<(usize, i64)> = graph
        .who_reaches(person.id)
        .iter()
        .filter(|(id, why)| why.contains(&Reason::Team) && (*id == viewer.id || team.contains(*id)))
        .map(|(id, _)| (graph.team(*id).len(), *id))
        .collect();
    managers.sort_unstable();
    let mut ids = vec![person.id];
    ids.extend(managers.iter().map(|(_, id)| *id));
    let mut names = Names::default();
    names.add(v, people.def.name, &ids)?;
    let _ = call;
    Ok(html! {
        ol.tl-crumbs {
            @for (at, id) in ids.iter().enumerate() {
                @let (name, href) = names.get(people.def.name, *id);
                li { @if let Some(href) = href { a href=(href) { (name) } } @else { (name) } @if at + 1 < ids.len() { (icon("chevron-right")) } }
            }
        }
    })
}

/// What an account sees of the person: every personal object and group, with the roles that say so.
fn account_table(
    call: &Call,
    v: &View<'_>,
    account: &Record,
    rights: &Rights,
    open: Extents,
) -> Result<Markup> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let mut rows = Vec::new();
    for object in v.catalogue().objects().iter().filter(|o| call.installation.registry().by_people(o.def)) {
        for group in &object.groups {
            let given = rights.extents(object, group, Action::Read);
            let counts = given.common(open);
            // A group is seen only with its record.
            let whole = !rights.extents(object, GENERAL, Action::Read).common(open).is_none();
            if counts.is_none() || !whole {
                continue;
            }
            let mut roles: Vec<String> = rights
                .origin(object, group, Action::Read)
                .iter()
                .filter(|g| !g.extent.common(open).is_none())
                .map(|g| format!("{} ({})", g.role, extent_words(call, g.extent)))
                .collect();
            roles.sort_unstable();
            roles.dedup();
            let update = !rights.extents(object, group, Action::Update).common(open).is_none();
            rows.push(Row {
                id: format!("{}-{group}", object.def.name),
                cells: vec![
                    Cell::from(html! {
                        (labels.object(ui.language, object.def.name)) " "
                        small.tl-soft { (section_name(call, object.def.module)) }
                    }),
                    labels.group(ui.language, group).to_string().into(),
                    Cell::from(html! { (icon("eye")) " " (super::action_name(call, Action::Read)) @if update { ", " (super::action_name(call, Action::Update)) } }),
                    roles.join(", ").into(),
                ],
                ..Row::default()
            });
        }
    }
    let login = account.get("login").as_text().unwrap_or_default();
    let columns = ["access-object", "access-group", "access-sees-what", "access-through"];
    let title = ui.say_with("access-account-sees", &[("login", login.into())]);
    let table = List {
        id: format!("sees-{}", account.id),
        caption: title.clone(),
        columns: columns.iter().map(|c| Column { label: ui.say(c), ..Column::default() }).collect(),
        rows,
        empty: Some(empty_state(
            "eye-off",
            &ui.say("access-sees-nothing"),
            &ui.say("access-sees-nothing-text"),
            html! {},
        )),
        ..List::default()
    };
    Ok(card(&title, html! {}, true, list_view(&ui, &table)))
}

/// Short reasons, for a table.
fn short(call: &Call, v: &mut View<'_>, reasons: &[Reason]) -> Result<Markup> {
    let ui = ui(call);
    let lists = v.object("AccreditationList")?;
    let mut parts = Vec::new();
    for reason in reasons {
        parts.push(match reason {
            Reason::Own => html! { (ui.say("access-reason-own")) },
            Reason::Team => html! { (ui.say("access-reason-team")) },
            Reason::Newcomer => html! { (ui.say("access-reason-newcomer")) },
            Reason::List { list, .. } => {
                let record = v.get(&lists, *list)?;
                html! { (ui.say("access-reason-list")) " " a href={ "/access/lists/" (list) } { (words(call, record.get("label"))) } }
            }
        });
    }
    Ok(html! { @for (at, part) in parts.iter().enumerate() { @if at > 0 { ", " } (part) } })
}

/// Everybody who reaches a person, and what they see.
fn everyone(call: &Call, v: &mut View<'_>, graph: &Graph, person: &Record) -> Result<Markup> {
    let ui = ui(call);
    let people = person.object.clone();
    let registry = call.installation.registry();
    let reaching = graph.who_reaches(person.id);
    let ids: Vec<i64> = reaching.iter().map(|(id, _)| *id).collect();
    let mut names = Names::default();
    names.add(v, people.def.name, &ids)?;
    let mut rows = Vec::new();
    for (id, reasons) in &reaching {
        let mut groups: Vec<String> = Vec::new();
        for account in effective::accounts_of(v, *id)? {
            let rights = effective::rights_of(v, &account)?;
            groups.extend(seen_groups(call, &people, &rights, opened(reasons)));
        }
        groups.sort_unstable();
        groups.dedup();
        let (name, _) = names.get(people.def.name, *id);
        rows.push(Row {
            id: id.to_string(),
            href: Some(format!("/access/why?viewer={id}&person={}", person.id)),
            title: name.clone(),
            cells: vec![
                Cell::from(person_cell(&name)),
                Cell::from(short(call, v, reasons)?),
                groups_cell(call, &groups),
            ],
            ..Row::default()
        });
    }
    let wide = reach_all(call, v, &people)?;
    let columns = ["access-viewer", "access-reasons", "access-sees-what"];
    let title = v.title_of(person)?.title;
    let table = List {
        id: "reaches".into(),
        caption: ui.say("access-who-reaches"),
        columns: columns.iter().map(|c| Column { label: ui.say(c), ..Column::default() }).collect(),
        rows,
        empty: Some(empty_state("users", &ui.say("access-nobody-reaches"), "", html! {})),
        ..List::default()
    };
    Ok(html! {
        (card(&ui.say_with("access-who-reaches-name", &[("name", title.as_str().into())]),
            html! { a.btn.btn-sm href=(record_address(registry, &people, person.id)) { (ui.say("ui-open")) } }, true, list_view(&ui, &table)))
        (wide)
    })
}

fn person_cell(name: &str) -> Markup {
    person(name, None, "")
}

/// The groups of the people's own object that are seen.
fn seen_groups(call: &Call, people: &Object, rights: &Rights, open: Extents) -> Vec<String> {
    let labels = &call.installation.registry().labels;
    if rights.extents(people, GENERAL, Action::Read).common(open).is_none() {
        return Vec::new();
    }
    let seen =
        people.groups.iter().filter(|g| !rights.extents(people, g, Action::Read).common(open).is_none());
    seen.map(|g| labels.group(call.scope.language(), g).to_string()).collect()
}

fn groups_cell(call: &Call, groups: &[String]) -> Cell {
    if groups.is_empty() {
        return Cell::from(html! { span.tl-none { (ui(call).say("access-sees-nothing")) } });
    }
    groups.join(", ").into()
}

/// Accounts whose roles reach everybody.
fn reach_all(call: &Call, v: &mut View<'_>, people: &Arc<Object>) -> Result<Markup> {
    let ui = ui(call);
    let roles = v.object("Role")?;
    let active =
        Some(talang_engine::Filter::test(&roles, "active", Op::Is, vec![talang_catalogue::Value::Int(1)]));
    let all = v.list(&roles, &Query { filter: active, ..Query::default() })?.records;
    let mut wide = Vec::new();
    for role in &all {
        let grants = effective::grants_of(v, role.id, role.get("code").as_text().unwrap_or_default())?;
        let rights = Rights::new(grants, &v.catalogue());
        if rights.extents(people, GENERAL, Action::Read).has(Extents::ALL) {
            wide.push((role, seen_groups(call, people, &rights, Extents::ALL)));
        }
    }
    let links = v.object("UserRole")?;
    let users = v.object("User")?;
    let mut rows = Vec::new();
    let mut more = false;
    for (role, groups) in wide {
        let holders = super::referring(v, &links, "role", role.id)?;
        let ids: Vec<i64> = holders.iter().filter_map(|l| l.get("user").as_int()).collect();
        let filter = talang_engine::Filter::And(vec![
            talang_engine::Filter::Ids(ids),
            talang_engine::Filter::test(&users, "state", Op::Is, vec!["active".into()]),
        ]);
        let sort = v.sort(&users, "login")?;
        let page = v.list(&users, &Query { filter: Some(filter), sort, limit: SHOWN, ..Query::default() })?;
        more |= page.next.is_some();
        for user in &page.records {
            let login = user.get("login").as_text().unwrap_or_default().to_string();
            rows.push(Row {
                id: format!("{}-{}", role.id, user.id),
                href: Some(format!("/access/users/{}", user.id)),
                title: login.clone(),
                cells: vec![
                    login.into(),
                    Cell::from(
                        html! { a href={ "/access/roles/" (role.id) } { (words(call, role.get("label"))) } },
                    ),
                    groups_cell(call, &groups),
                ],
                ..Row::default()
            });
        }
    }
    let columns = ["access-login", "access-role", "access-sees-what"];
    let table = List {
        id: "reach-all".into(),
        caption: ui.say("access-reach-all"),
        columns: columns.iter().map(|c| Column { label: ui.say(c), ..Column::default() }).collect(),
        rows,
        empty: Some(empty_state("users", &ui.say("access-nobody-reaches"), "", html! {})),
        ..List::default()
    };
    Ok(card(
        &ui.say("access-reach-all"),
        html! {},
        true,
        html! {
            (list_view(&ui, &table))
            @if more { p.tl-soft { (ui.say("access-more-accounts")) } }
        },
    ))
}

/// How many people somebody reaches, and by what.
fn reached(call: &Call, v: &mut View<'_>, graph: &Graph, viewer: &Record) -> Result<Markup> {
    let ui = ui(call);
    let reach = graph.reach(viewer.id);
    let accounts = effective::accounts_of(v, viewer.id)?;
    let mut tables = Vec::new();
    for account in &accounts {
        let rights = effective::rights_of(v, account)?;
        let general = rights.extents(&viewer.object, GENERAL, Action::Read);
        tables.push((account.id, account.get("login").as_text().unwrap_or_default().to_string(), general));
    }
    let owned = v.object("ListOwner")?;
    let owned = super::referring(v, &owned, "employee", viewer.id)?;
    let lists = v.object("AccreditationList")?;
    let mut named = Vec::new();
    for link in &owned {
        if let Some(id) = link.get("list").as_int() {
            let list = v.get(&lists, id)?;
            let count = graph.members(id).map(|(hand, rule)| {
                let mut all = hand.clone();
                all.extend(rule);
                all.len()
            });
            named.push((id, words(call, list.get("label")), count.unwrap_or_default()));
        }
    }
    let count = |n: usize| i64::try_from(n).unwrap_or_default();
    Ok(html! {
        (card(&ui.say("access-reasons"), html! {}, false, html! {
            ul.tl-list-plain {
                li { strong { (ui.say("access-reason-team")) } ": " (ui.say_with("access-members-count", &[("count", count(reach.team.len()).into())])) }
                @for (id, label, members) in &named {
                    li {
                        strong { (ui.say("access-reason-list")) } " " a href={ "/access/lists/" (id) } { (label) } ": "
                        (ui.say_with("access-members-count", &[("count", count(*members).into())]))
                    }
                }
            }
        }))
        (card(&ui.say("access-accounts"), html! {}, false, html! {
            @if tables.is_empty() { p.tl-soft { (ui.say("access-no-account")) } }
            ul.tl-list-plain {
                @for (id, login, extents) in &tables {
                    li {
                        a href={ "/access/users/" (id) "/rights" } { (login) } ": "
                        @if extents.is_none() { (ui.say("access-sees-nothing")) } @else { (extent_words(call, *extents)) }
                    }
                }
            }
        }))
    })
}
