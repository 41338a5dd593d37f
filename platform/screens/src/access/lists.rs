//! Accreditation lists (A11): who is on them, by hand and by rule, and who reaches the members.

use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind, Object, Record, Value};
use talang_engine::{Action, Filter, IdSet, Query, Result, View};
use talang_http::{Call, Reply};

use super::{crumbs, referring, refusals, words};
use crate::components::{
    Align, Cell, Column, Control, Input, List, Paging, Row, Tone, alert, badge, card, empty_state, icon,
    input, list as list_view, person, with_param,
};
use crate::page::{Head, Names, csrf_field, done, fault_text, page_with, photo, record_address, ui};

/// Members shown on a page.
const PAGE: usize = 50;

/// The object of people.
///
/// # Errors
/// `record.not_found` where no module brings people.
pub(super) fn people(v: &View<'_>) -> Result<Arc<Object>> {
    let people = v.scope().installation().registry().people;
    let people = people.ok_or_else(|| Fault::new("record.not_found").with("object", ""))?;
    v.object(people.object)
}

/// `GET /access/lists`.
pub(super) fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (rows, may_create) = call.scope.view(|v| {
        let object = v.object("AccreditationList")?;
        let sort = v.sort(&object, "code")?;
        let lists = v.list(&object, &Query { sort, ..Query::default() })?.records;
        let graph = v.people_graph()?;
        let owners = v.object("ListOwner")?;
        let mut rows = Vec::new();
        for list in &lists {
            let count =
                graph.members(list.id).map(|(hand, rule)| union(hand, rule).len()).unwrap_or_default();
            let owners = referring(v, &owners, "list", list.id)?.len();
            rows.push(row(call, list, count, owners));
        }
        Ok((rows, v.rights().may(&object, Action::Create)))
    })?;
    let new = html! { @if may_create { a.btn.btn-primary href="/o/accreditation-lists/new" { (icon("plus")) (ui.say("ui-new")) } } };
    let table = List {
        id: "lists".into(),
        caption: ui.say("access-lists"),
        columns: vec![
            ui.column("access-list", Align::Text),
            ui.column("access-rule", Align::Text),
            ui.column("access-members", Align::Text),
            ui.column("access-owners", Align::Text),
        ],
        rows,
        empty: Some(empty_state(
            "list-check",
            &ui.say("access-no-lists"),
            &ui.say("access-lists-text"),
            new.clone(),
        )),
        ..List::default()
    };
    let crumbs = crumbs(call, None);
    let (title, text) = (ui.say("access-lists"), ui.say("access-lists-text"));
    let head = Head {
        title: &title,
        text: &text,
        menu: "/access/lists",
        crumbs: &crumbs,
        actions: new,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, list_view(&ui, &table))
}

fn union(a: &IdSet, b: &IdSet) -> IdSet {
    let mut all = a.clone();
    all.extend(b);
    all
}

fn row(call: &Call, list: &Record, members: usize, owners: usize) -> Row {
    let ui = ui(call);
    let label = words(call, list.get("label"));
    let number = |n: usize| ui.culture.integer(i64::try_from(n).unwrap_or_default());
    let active = list.get("active").as_int() == Some(1);
    let rule = list.get("rule").as_text().unwrap_or_default();
    Row {
        id: list.id.to_string(),
        href: Some(format!("/access/lists/{}", list.id)),
        title: label.clone(),
        cells: vec![
            Cell::from(
                html! { (label) @if !active { " " (badge(Tone::Warning, &ui.say("access-inactive"))) } },
            ),
            Cell::from(html! { @if !rule.is_empty() { code { (rule) } } }),
            number(members).into(),
            number(owners).into(),
        ],
        ..Row::default()
    }
}

/// The list that the path names.
pub(super) fn list_of(call: &Call, v: &mut View<'_>) -> Result<Record> {
    let object = v.object("AccreditationList")?;
    v.get(&object, call.id("id")?)
}

/// `GET /access/lists/{id}`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    show(call, None)
}

fn show(call: &Call, refused: Option<(&str, Vec<Fault>)>) -> Result<Reply> {
    let ui = ui(call);
    let page_number: usize = call.request.query("page").and_then(|p| p.parse().ok()).unwrap_or(1).max(1);
    let (list, actions, content) = call.scope.view(|v| {
        let list = list_of(call, v)?;
        let object = list.object.clone();
        let may_update = v.rights().may(&object, Action::Update);
        let actions = html! {
            @if may_update {
                a.btn href={ "/access/lists/" (list.id) "/rule" } { (icon("wand")) (ui.say("access-edit-rule")) }
                a.btn href={ "/o/accreditation-lists/" (list.id) "/edit" } { (icon("edit")) (ui.say("ui-edit")) }
            }
        };
        let rule = list.get("rule").as_text().unwrap_or_default().to_string();
        let wrong = |which: &str| refused.as_ref().filter(|(name, _)| *name == which).map(|(_, faults)| faults.clone());
        let content = html! {
            div.tl-stack {
                @if list.get("active").as_int() != Some(1) { (alert(Tone::Warning, "", html! { (ui.say("access-list-inactive")) })) }
                (card(&ui.say("access-rule"), html! {}, false, html! {
                    @if rule.is_empty() { p.tl-soft { (ui.say("access-no-rule")) } } @else { p { code { (rule) } } }
                }))
                (owners(call, v, &list, wrong("owner"))?)
                (members(call, v, &list, page_number, wrong("member"))?)
            }
        };
        Ok((list, actions, content))
    })?;
    let title = words(call, list.get("label"));
    let text = list.get("description").as_text().unwrap_or_default().to_string();
    let crumbs = crumbs(call, Some((&ui.say("access-lists"), "/access/lists")));
    let head = Head {
        title: &title,
        text: &text,
        menu: "/access/lists",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    let reply = page_with(call, &head, content)?;
    Ok(if refused.is_some() { reply.code(422) } else { reply })
}

/// A field to pick a person and a button, as a form of its own.
fn picker(
    call: &Call,
    action: &str,
    key: &str,
    object: &Object,
    faults: Option<Vec<Fault>>,
) -> Result<Markup> {
    let ui = ui(call);
    let people = call.installation.registry().people.map_or("", |p| p.object);
    let error =
        faults.map(|f| f.iter().map(|f| fault_text(call, Some(object), f)).collect::<Vec<_>>().join(" "));
    Ok(html! {
        form method="post" action=(action) {
            (csrf_field(call))
            div.tl-form {
                (input(&ui, &Input {
                    name: "employee".into(),
                    label: ui.say(key),
                    control: Control::Reference { value: None, url: format!("/pick/{people}") },
                    error,
                    ..Input::default()
                }))
                div.align-self-end { button.btn type="submit" { (icon("user-plus")) (ui.say("ui-add")) } }
            }
        }
    })
}

fn owners(call: &Call, v: &mut View<'_>, list: &Record, faults: Option<Vec<Fault>>) -> Result<Markup> {
    let ui = ui(call);
    let links = v.object("ListOwner")?;
    let may_add = v.rights().may(&links, Action::Create);
    let may_remove = v.rights().may(&links, Action::Delete);
    let records = referring(v, &links, "list", list.id)?;
    let names = Names::of(v, &links, &records)?;
    let people = people(v)?;
    let base = format!("/access/lists/{}/owners", list.id);
    let add = if may_add {
        picker(call, &base, "access-add-owner", &links, faults)?
    } else {
        html! {}
    };
    Ok(card(
        &ui.say("access-owners"),
        html! {},
        false,
        html! {
            p.tl-soft { (ui.say("access-owners-text")) }
            ul.tl-links {
                @for record in &records {
                    @let id = record.get("employee").as_int().unwrap_or_default();
                    @let (name, href) = names.get(people.def.name, id);
                    li.d-flex.align-items-center.gap-2 {
                        @if let Some(href) = href { a.flex-fill href=(href) { (person(&name, None, "")) } }
                        @else { span.tl-links-row.flex-fill { (person(&name, None, "")) } }
                        @if may_remove { (remove(call, &format!("{base}/remove"), record.id, &name)) }
                    }
                }
            }
            (add)
        },
    ))
}

fn remove(call: &Call, action: &str, link: i64, name: &str) -> Markup {
    html! {
        form method="post" action=(action) {
            (csrf_field(call))
            input type="hidden" name="link" value=(link);
            button.btn.btn-icon.btn-sm.btn-quiet type="submit" aria-label={ (ui(call).say("access-remove")) ": " (name) } { (icon("x")) }
        }
    }
}

fn members(
    call: &Call,
    v: &mut View<'_>,
    list: &Record,
    page_number: usize,
    faults: Option<Vec<Fault>>,
) -> Result<Markup> {
    let ui = ui(call);
    let links = v.object("ListMember")?;
    let may_add = v.rights().may(&links, Action::Create);
    let may_remove = v.rights().may(&links, Action::Delete);
    let graph = v.people_graph()?;
    let none = IdSet::default();
    // The graph knows active lists only; members by hand of the others are shown from their records.
    let by_hand: IdSet =
        referring(v, &links, "list", list.id)?.iter().filter_map(|r| r.get("employee").as_int()).collect();
    let by_rule = graph.members(list.id).map_or(&none, |(_, rule)| rule);
    let all = union(&by_hand, by_rule);
    let people = people(v)?;
    let sort = v.sort(&people, people_order(&people))?;
    let query = Query {
        filter: Some(Filter::Ids(all.iter().collect())),
        sort,
        limit: PAGE,
        offset: (page_number - 1) * PAGE,
        count: true,
        ..Query::default()
    };
    let page = v.list(&people, &query)?;
    let seen = page.total.unwrap_or_default();
    let hand_links = referring(v, &links, "list", list.id)?;
    let registry = call.installation.registry();
    let base = format!("/access/lists/{}/members", list.id);
    let mut rows = Vec::new();
    for record in &page.records {
        let name = v.title_of(record)?;
        let link = hand_links.iter().find(|l| l.get("employee").as_int() == Some(record.id));
        rows.push(Row {
            id: record.id.to_string(),
            href: Some(record_address(registry, &people, record.id)),
            title: name.title.clone(),
            cells: vec![
                Cell::from(person(&name.title, photo(record).as_deref(), &name.key)),
                Cell::from(html! {
                    @if by_hand.contains(record.id) { (badge(Tone::Primary, &ui.say("access-by-hand"))) " " }
                    @if by_rule.contains(record.id) { (badge(Tone::Info, &ui.say("access-by-rule"))) }
                }),
                Cell::from(html! { @if may_remove { @if let Some(link) = link { (remove(call, &format!("{base}/remove"), link.id, &name.title)) } } }),
            ],
            ..Row::default()
        });
    }
    let hidden = i64::try_from(all.len()).unwrap_or_default() - seen;
    let address = format!("/access/lists/{}", list.id);
    let at = |n: usize| with_param(&address, "page", &if n > 1 { n.to_string() } else { String::new() });
    let table = List {
        id: "members".into(),
        caption: ui.say("access-members"),
        columns: vec![
            ui.column("access-employee", Align::Text),
            ui.column("access-how", Align::Text),
            Column { label: ui.say("ui-actions"), ..Column::default() },
        ],
        paging: (!rows.is_empty()).then(|| Paging {
            text: ui.say_with("access-members-count", &[("count", seen.into())]),
            previous: (page_number > 1).then(|| at(page_number - 1)),
            next: page.next.is_some().then(|| at(page_number + 1)),
        }),
        rows,
        empty: Some(empty_state(
            "users",
            &ui.say("access-no-members"),
            &ui.say("access-no-members-text"),
            html! {},
        )),
        ..List::default()
    };
    let add = if may_add {
        picker(call, &base, "access-add-member", &links, faults)?
    } else {
        html! {}
    };
    Ok(card(
        &ui.say("access-members"),
        html! {},
        false,
        html! {
            (add)
            (list_view(&ui, &table))
            @if hidden > 0 { p.tl-soft { (ui.say_with("access-members-hidden", &[("count", hidden.into())])) } }
        },
    ))
}

/// By what people are put in order: the fields of their title.
pub(super) fn people_order(people: &Object) -> &str {
    let last = people.title.last().or(people.thread.first()).and_then(|i| people.fields.get(*i));
    last.map_or("", |f| f.name.as_ref())
}

fn add(call: &Call, object: &str, which: &str, key: &str) -> Result<Reply> {
    let id = call.id("id")?;
    let employee: Option<i64> = call.request.sent("employee").parse().ok();
    let made = call.scope.change(Kind::Employees, |c| {
        let list = list_of(call, c)?;
        let person = match employee {
            Some(person) => {
                let people = people(c)?;
                Value::Int(c.get(&people, person)?.id)
            }
            None => Value::Null,
        };
        c.create(object, vec![("list", Value::Int(list.id)), ("employee", person)])
    });
    match made {
        Ok(_) => Ok(done(call, &format!("/access/lists/{id}"), key, None, None)),
        Err(error) => show(call, Some((which, refusals(error)?))),
    }
}

fn take_off(call: &Call, object: &str, which: &str, key: &str) -> Result<Reply> {
    let id = call.id("id")?;
    let link: i64 = call.request.sent("link").parse().unwrap_or_default();
    let gone = call.scope.change(Kind::Employees, |c| {
        let links = c.object(object)?;
        let record = c.get(&links, link)?;
        if record.get("list").as_int() != Some(id) {
            return Err(Fault::new("record.not_found").with("object", object).into());
        }
        c.delete(&links, record.id, None)
    });
    match gone {
        Ok(()) => Ok(done(call, &format!("/access/lists/{id}"), key, None, None)),
        Err(error) => show(call, Some((which, refusals(error)?))),
    }
}

/// `POST /access/lists/{id}/members`.
pub(super) fn add_member(call: &Call) -> Result<Reply> {
    add(call, "ListMember", "member", "access-member-added")
}

/// `POST /access/lists/{id}/members/remove`.
pub(super) fn remove_member(call: &Call) -> Result<Reply> {
    take_off(call, "ListMember", "member", "access-member-removed")
}

/// `POST /access/lists/{id}/owners`.
pub(super) fn add_owner(call: &Call) -> Result<Reply> {
    add(call, "ListOwner", "owner", "access-owner-added")
}

/// `POST /access/lists/{id}/owners/remove`.
pub(super) fn remove_owner(call: &Call) -> Result<Reply> {
    take_off(call, "ListOwner", "owner", "access-owner-removed")
}
