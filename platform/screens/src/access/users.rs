//! User accounts: the list; a user's roles, and the rights that come of them with their origin (A10).

use maud::{Markup, html};
use talang_catalogue::{Choice, Fault, Kind, Record, Value};
use talang_engine::objects::access_policy::Population;
use talang_engine::rights::{Grant, Rights};
use talang_engine::{Action, Filter, Op, Query, Result, View};
use talang_http::{Call, Reply};

use super::roles::state;
use super::{action_name, crumbs, day, effective, extent_words, refusals, words};
use crate::components::{
    Align, Cell, Column, Filters, List, Paging, Row, Tab, Tone, alert, badge, card, empty_state, fact, facts,
    field_view, filters, icon, list as list_view, tabs, with_param,
};
use crate::page::{Head, Names, csrf_field, done, fault_text, page_with, section_name, ui};

/// Rows on a page.
const PAGE: usize = 50;

/// `GET /access/users`.
pub(super) fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let words_sought = call.request.query("q").unwrap_or_default().to_string();
    let page_number: usize = call.request.query("page").and_then(|p| p.parse().ok()).unwrap_or(1).max(1);
    let sort = match call.request.query("sort").unwrap_or_default() {
        "-login" => "-login",
        _ => "login",
    };
    let population = Population::named(call.request.query("population").unwrap_or_default());
    let (rows, total, more, may_create, may_export, candidates) = call.scope.view(|v| {
        let users = v.object("User")?;
        let of = Filter::test(&users, "population", Op::Is, vec![Population::Candidates.code().into()]);
        let any = Query { filter: Some(of.clone()), limit: 1, ..Query::default() };
        let candidates = !v.list(&users, &any)?.records.is_empty();
        let mut all = vec![if population == Population::Candidates { of } else { Filter::Not(Box::new(of)) }];
        all.extend(found(v, &words_sought)?);
        let filter = Some(Filter::And(all));
        let query = Query {
            filter,
            sort: v.sort(&users, sort)?,
            limit: PAGE,
            offset: (page_number - 1) * PAGE,
            count: true,
            ..Query::default()
        };
        let page = v.list(&users, &query)?;
        let names = Names::of(v, &users, &page.records)?;
        let mut rows = Vec::new();
        for user in &page.records {
            let held = effective::roles_of(v, user.id)?;
            rows.push(row(call, user, &held, &names));
        }
        let may_create = v.rights().may(&users, Action::Create);
        let may_export = v.rights().on(&users, Action::Read).has(talang_engine::Extents::ALL);
        Ok((rows, page.total.unwrap_or_default(), page.next.is_some(), may_create, may_export, candidates))
    })?;
    let of = |population: Population| {
        let code = if population == Population::Employees { "" } else { population.code() };
        with_param("/access/users", "population", code)
    };
    let address = with_param(
        &with_param(&of(population), "q", &words_sought),
        "sort",
        if sort == "login" { "" } else { sort },
    );
    let at = |n: usize| with_param(&address, "page", &if n > 1 { n.to_string() } else { String::new() });
    let first = i64::try_from((page_number - 1) * PAGE + 1).unwrap_or(1);
    let last = first + i64::try_from(rows.len()).unwrap_or_default() - 1;
    let range = ui.say_with(
        "general-range",
        &[
            ("first", ui.culture.integer(first).into()),
            ("last", ui.culture.integer(last).into()),
            ("total", ui.culture.integer(total).into()),
        ],
    );
    let kept = [("population", population.code())];
    let direction = if sort == "login" { crate::components::Sort::Up } else { crate::components::Sort::Down };
    let empty = rows.is_empty();
    let table = List {
        id: "users".into(),
        caption: ui.say("access-users"),
        address: address.clone(),
        columns: vec![
            Column {
                name: "login".into(),
                label: ui.say("access-login"),
                sort: direction,
                ..Column::default()
            },
            ui.column("access-employee", Align::Text),
            ui.column("access-roles", Align::Text),
            ui.column("access-state", Align::Text),
        ],
        rows,
        total: u64::try_from(total).ok(),
        filters: Some(filters(
            &ui,
            &Filters {
                target: "users",
                address: "/access/users",
                kept: if population == Population::Candidates { &kept } else { &[] },
                query: &words_sought,
                ..Filters::default()
            },
        )),
        paging: (!empty).then(|| Paging {
            text: range,
            previous: (page_number > 1).then(|| at(page_number - 1)),
            next: more.then(|| at(page_number + 1)),
        }),
        ..List::default()
    };
    let actions = html! {
        @if may_export { a.btn href="/access/rights.csv" { (icon("download")) (ui.say("access-export-rights")) } }
        @if may_create { a.btn.btn-primary href="/o/users/new" { (icon("plus")) (ui.say("ui-new")) } }
    };
    let crumbs = crumbs(call, None);
    let (title, text) = (ui.say("access-users"), ui.say("access-users-text"));
    let head = Head {
        title: &title,
        text: &text,
        menu: "/access/users",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    let tab = |each: Population| Tab {
        label: call.installation.registry().labels.choice(ui.language, "Population", each.code()).to_string(),
        href: with_param(&of(each), "q", &words_sought),
        current: each == population,
        count: None,
    };
    // Two kinds of accounts only where there are candidates.
    let parts = (candidates || population == Population::Candidates)
        .then(|| tabs(&title, &[tab(Population::Employees), tab(Population::Candidates)]));
    page_with(call, &head, html! { @if let Some(parts) = parts { (parts) } (list_view(&ui, &table)) })
}

/// Accounts whose login has the words in it, or whose employee is found by them.
fn found(v: &mut View<'_>, words: &str) -> Result<Option<Filter>> {
    if words.trim().is_empty() {
        return Ok(None);
    }
    let users = v.object("User")?;
    let login = Filter::test(&users, "login", Op::Contains, vec![Value::from(words.trim())]);
    let Some(people) = v.scope().installation().registry().people else { return Ok(Some(login)) };
    let people = v.object(people.object)?;
    let search = Some(words.trim().to_string());
    let found = v.list(&people, &Query { search, limit: 100, ..Query::default() })?;
    let ids: Vec<Value> = found.records.iter().map(|r| Value::Int(r.id)).collect();
    if ids.is_empty() {
        return Ok(Some(login));
    }
    Ok(Some(Filter::Or(vec![login, Filter::test(&users, "employee", Op::Is, ids)])))
}

fn row(call: &Call, user: &Record, held: &[effective::Held], names: &Names) -> Row {
    let people = call.installation.registry().people.map_or("", |p| p.object);
    let login = user.get("login").as_text().unwrap_or_default().to_string();
    let roles: Vec<String> = held.iter().map(|h| words(call, &h.label)).collect();
    let employee = user.get("employee").as_int().map(|id| names.get(people, id).0).unwrap_or_default();
    Row {
        id: user.id.to_string(),
        href: Some(format!("/access/users/{}", user.id)),
        title: login.clone(),
        cells: vec![login.into(), employee.into(), roles.join(", ").into(), Cell::from(state(call, user))],
        ..Row::default()
    }
}

fn user_page(call: &Call, user: &Record, here: &str, content: Markup) -> Result<Reply> {
    let ui = ui(call);
    let title = user.get("login").as_text().unwrap_or_default().to_string();
    let base = format!("/access/users/{}", user.id);
    let (may_update, sees_rights, sees_lists) = call.scope.view(|v| {
        let may_update = v.may_change(user)?;
        let all = |name: &str| super::reads_all(v, name).is_ok();
        let sees_rights = all("UserRole") && all("RoleRight");
        Ok((may_update, sees_rights, all("UserRole") && all("AccreditationList")))
    })?;
    let actions = html! {
        @if let Some(employee) = user.get("employee").as_int().filter(|_| sees_lists) {
            a.btn href={ "/access/why?viewer=" (employee) } { (icon("help-circle")) (ui.say("access-why")) }
        }
        @if may_update { a.btn href={ "/o/users/" (user.id) "/edit" } { (icon("edit")) (ui.say("ui-edit")) } }
    };
    let parts = [
        ("access-account", base.clone(), "account"),
        ("access-effective", format!("{base}/rights"), "rights"),
    ];
    let parts: Vec<_> = parts
        .into_iter()
        .filter(|(.., name)| sees_rights || *name == "account")
        .map(|(key, href, name)| super::tab(ui.say(key), href, here == name))
        .collect();
    let crumbs = crumbs(call, Some((&ui.say("access-users"), "/access/users")));
    let content = html! { (tabs(&title, &parts)) (content) };
    let head = Head {
        title: &title,
        menu: "/access/users",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

fn user_of(call: &Call, v: &mut View<'_>) -> Result<Record> {
    let users = v.object("User")?;
    v.get(&users, call.id("id")?)
}

/// `GET /access/users/{id}`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    show(call, &[])
}

fn show(call: &Call, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let registry = call.installation.registry();
    let (user, content) = call.scope.view(|v| {
        let user = user_of(call, v)?;
        let users = user.object.clone();
        let names = Names::of(v, &users, std::slice::from_ref(&user))?;
        let catalogue = v.catalogue();
        let account = names.with(ui, registry, &catalogue, |cx| {
            facts(html! {
                @for field in users.fields.iter().filter(|f| !user.is_hidden(f.index)) {
                    @let value = user.values.get(field.index).cloned().unwrap_or_default();
                    (fact(&ui, registry.labels.field(ui.language, "User", field), field_view(cx, field, &value), false))
                }
            })
        });
        let held = effective::roles_of(v, user.id)?;
        let links = v.object("UserRole")?;
        let may_add = v.rights().may(&links, Action::Create);
        let may_remove = v.rights().may(&links, Action::Delete);
        // Whoever may not see roles is not told that there are none.
        let sees_roles = super::reads_all(v, "UserRole").is_ok();
        let may_update = v.may(&user, talang_catalogue::object::GENERAL, Action::Update)?
            && v.may_change_account(user.id)?.is_ok();
        let free = if may_add { free_roles(call, v, user.id, &held)? } else { Vec::new() };
        let base = format!("/access/users/{}", user.id);
        let roles = html! {
            @if held.is_empty() { p.tl-soft { (ui.say("access-no-roles")) } }
            ul.tl-links {
                @for role in &held {
                    li.d-flex.align-items-center.gap-2 {
                        a.flex-fill href={ "/access/roles/" (role.role) } {
                            span.tl-hit-icon { (icon("shield-check")) }
                            span.tl-person-words { (words(call, &role.label)) small { (role.code) } }
                        }
                        @if !role.active { (badge(Tone::Warning, &ui.say("access-inactive"))) }
                        @if may_remove {
                            form method="post" action={ (base) "/roles/remove" } {
                                (csrf_field(call))
                                input type="hidden" name="link" value=(role.link);
                                button.btn.btn-icon.btn-sm.btn-quiet type="submit"
                                    aria-label={ (ui.say("access-remove")) ": " (words(call, &role.label)) } { (icon("x")) }
                            }
                        }
                    }
                }
            }
            @if may_add && !free.is_empty() {
                form.d-flex.gap-2.flex-wrap.mt-3 method="post" action={ (base) "/roles" } {
                    (csrf_field(call))
                    select.form-select name="role" required aria-label=(ui.say("access-add-role")) {
                        option value="" { (ui.say("ui-choose")) }
                        @for (id, label) in &free { option value=(id) { (label) } }
                    }
                    button.btn type="submit" { (icon("plus")) (ui.say("access-add-role")) }
                }
            }
        };
        let content = html! {
            div.tl-stack {
                @for fault in faults { (alert(Tone::Danger, "", html! { (fault_text(call, Some(&links), fault)) })) }
                (card(&ui.say("access-account"), html! {}, false, account))
                @if sees_roles { (card(&ui.say("access-roles"), html! {}, false, roles)) }
                // Passwords and sessions are the server's own: where it has them, they come here.
                @if may_update { div hx-get={ (base) "/sign-in" } hx-trigger="load" hx-swap="outerHTML" {} }
            }
        };
        Ok((user, content))
    })?;
    let reply = user_page(call, &user, "account", content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}

fn free_roles(
    call: &Call,
    v: &mut View<'_>,
    user: i64,
    held: &[effective::Held],
) -> Result<Vec<(i64, String)>> {
    let roles = v.object("Role")?;
    let filter = Some(Filter::test(&roles, "active", Op::Is, vec![Value::Int(1)]));
    let sort = v.sort(&roles, "code")?;
    let all = v.list(&roles, &Query { filter, sort, ..Query::default() })?.records;
    let mut free = Vec::new();
    for role in all.iter().filter(|r| !held.iter().any(|h| h.role == r.id)) {
        // What would be refused is not offered.
        if v.may_give_role(role.id, user)?.is_ok() {
            free.push((role.id, words(call, role.get("label"))));
        }
    }
    Ok(free)
}

/// `POST /access/users/{id}/roles`.
pub(super) fn add_role(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let role: Option<i64> = call.request.sent("role").parse().ok();
    let made = call.scope.change(Kind::Shared, |c| {
        let users = c.object("User")?;
        let user = c.get(&users, id)?;
        let role = role.map_or(Value::Null, Value::Int);
        c.create("UserRole", vec![("user", Value::Int(user.id)), ("role", role)])
    });
    match made {
        Ok(_) => Ok(done(call, &format!("/access/users/{id}"), "access-role-added", None, None)),
        Err(error) => show(call, &refusals(error)?),
    }
}

/// `POST /access/users/{id}/roles/remove`.
pub(super) fn remove_role(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    let link: i64 = call.request.sent("link").parse().unwrap_or_default();
    let gone = call.scope.change(Kind::Shared, |c| {
        let links = c.object("UserRole")?;
        let record = c.get(&links, link)?;
        if record.get("user").as_int() != Some(id) {
            return Err(Fault::new("record.not_found").with("object", "UserRole").into());
        }
        c.delete(&links, record.id, None)
    });
    match gone {
        Ok(()) => Ok(done(call, &format!("/access/users/{id}"), "access-role-removed", None, None)),
        Err(error) => show(call, &refusals(error)?),
    }
}

/// `GET /access/users/{id}/rights`: what the roles come to, and where each right comes from.
pub(super) fn rights(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (user, content) = call.scope.view(|v| {
        super::reads_all(v, "UserRole")?;
        super::reads_all(v, "RoleRight")?;
        let user = user_of(call, v)?;
        let rights = effective::rights_of(v, &user)?;
        let employee = user.get("employee").as_int();
        let content = html! { (reached(call, v, employee)?) (table(call, v, &rights)) };
        Ok((user, content))
    })?;
    let content = html! {
        div.tl-stack {
            @if user.get("state").as_text() != Some("active") { (alert(Tone::Warning, "", html! { (ui.say("access-not-active")) })) }
            div { a.btn href={ "/access/users/" (user.id) "/rights.csv" } download { (icon("download")) (ui.say("access-export-rights")) } }
            (content)
        }
    };
    user_page(call, &user, "rights", content)
}

/// `GET /access/me`: what may I do?
pub(super) fn mine(call: &Call) -> Result<Reply> {
    call.scope.require_feature("own-rights")?;
    let ui = ui(call);
    let content = call.scope.view(|v| {
        let employee = call.scope.actor.employee();
        Ok(html! { div.tl-stack { (reached(call, v, employee)?) (table(call, v, v.rights())) } })
    })?;
    let (title, text) = (ui.say("access-mine"), ui.say("access-mine-text"));
    let head = Head { title: &title, text: &text, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

/// Whom the extents reach: oneself, the team, each accreditation list.
fn reached(call: &Call, v: &mut View<'_>, employee: Option<i64>) -> Result<Markup> {
    let ui = ui(call);
    let graph = v.people_graph()?;
    let reached = effective::Reached::of(&graph, employee);
    let people = |n: usize| {
        ui.say_with("access-members-count", &[("count", i64::try_from(n).unwrap_or_default().into())])
    };
    // Lists are named to whoever may read them; the owner alone learns how many people they hold.
    let lists = v.object("AccreditationList")?;
    let named = super::reads_all(v, "AccreditationList").is_ok();
    let mut owned = Vec::new();
    for list in employee.map(|e| graph.lists_of(e)).unwrap_or_default() {
        let label = match named {
            true => words(call, v.get(&lists, list)?.get("label")),
            false => ui.say("access-list"),
        };
        let count = graph.members(list).map_or(0, |(hand, rule)| {
            let mut all = hand.clone();
            all.extend(rule);
            all.len()
        });
        owned.push((list, label, count));
    }
    Ok(card(
        &ui.say("access-reached"),
        html! {},
        false,
        html! {
            ul.tl-list-plain {
                @if employee.is_none() { li.tl-soft { (ui.say("access-reached-nobody")) } }
                @else {
                    li { strong { (ui.say("access-extent-team")) } ": " (people(reached.reach.team.len())) }
                    li { strong { (ui.say("access-extent-lists")) } ": " (people(reached.reach.lists.len())) }
                    @for (id, label, count) in &owned {
                        li { "– " @if named { a href={ "/access/lists/" (id) } { (label) } } @else { (label) } ": " (people(*count)) }
                    }
                }
                li { strong { (ui.say("access-extent-all")) } ": " (people(reached.everybody)) }
            }
        },
    ))
}

fn table(call: &Call, v: &View<'_>, rights: &Rights) -> Markup {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let catalogue = v.catalogue();
    let mut modules: Vec<&str> = Vec::new();
    for object in catalogue.objects() {
        let any = object
            .groups
            .iter()
            .any(|g| Action::ALL.iter().any(|a| !rights.extents(object, g, *a).is_none()));
        if any && !modules.contains(&object.def.module) {
            modules.push(object.def.module);
        }
    }
    if modules.is_empty() {
        return empty_state("lock", &ui.say("access-no-rights"), &ui.say("access-no-rights-text"), html! {});
    }
    let cards: Vec<Markup> = modules
        .into_iter()
        .map(|module| {
            let mut rows = Vec::new();
            for object in catalogue.objects().iter().filter(|o| o.def.module == module) {
                for group in &object.groups {
                    let mut any = false;
                    let mut cells = vec![Cell::from(html! {
                        (labels.object(ui.language, object.def.name)) " " small.tl-soft { (labels.group(ui.language, group)) }
                    })];
                    for action in Action::ALL {
                        let extent = extent_words(call, rights.extents(object, group, action));
                        // The line of a role says more than the role: a wildcard reaches what nobody meant.
                        let line = |g: &&Grant| {
                            let words = day::line_words(call, &catalogue, &g.object, &g.group, g.extent);
                            (g.role.clone(), words)
                        };
                        let mut lines: Vec<(String, String)> =
                            rights.origin(object, group, action).iter().map(line).collect();
                        lines.sort_unstable();
                        lines.dedup();
                        any |= !extent.is_empty();
                        cells.push(Cell::from(html! {
                            @if !extent.is_empty() {
                                (extent)
                                @for (role, words) in &lines { div { small.tl-soft title=(words) { (role) } } }
                            }
                        }));
                    }
                    if any {
                        rows.push(Row { id: format!("{}-{group}", object.def.name), cells, ..Row::default() });
                    }
                }
            }
            let headings = std::iter::once(ui.say("access-object")).chain(Action::ALL.iter().map(|a| action_name(call, *a)));
            let list = List {
                id: format!("rights-{module}"),
                caption: ui.say("access-effective"),
                columns: headings.map(|label| Column { label, ..Column::default() }).collect(),
                rows,
                ..List::default()
            };
            card(&section_name(call, module), html! {}, true, list_view(&ui, &list))
        })
        .collect();
    html! { @for card in cards { (card) } }
}
