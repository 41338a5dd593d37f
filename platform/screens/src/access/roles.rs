//! Roles (A10): the list, who has a role, a copy of a role, two roles side by side.

use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind, Object, Record, Value};
use talang_engine::rights::Rights;
use talang_engine::{Action, Extents, Query, Result, View};
use talang_http::{Call, Reply};

use super::{action_name, crumbs, csv, effective, extent_words, reads_all, referring, refusals, words};
use crate::components::{
    Align, Cell, Column, Control, Crumb, Entry, Input, List, Opt, Problem, Row, TextKind, Tone, alert, badge,
    card, empty_state, error_summary, form_bar, icon, input, list as list_view, tabs,
};
use crate::page::{Head, Names, csrf_field, done, fault_text, page_with, section_name, ui};

/// `GET /access/roles`.
pub(super) fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (rows, may_create) = call.scope.view(|v| {
        let object = v.object("Role")?;
        let sort = v.sort(&object, "code")?;
        let roles = v.list(&object, &Query { sort, ..Query::default() })?.records;
        let may_create = v.rights().may(&object, Action::Create);
        let links = v.object("UserRole")?;
        let mut rows = Vec::new();
        for role in &roles {
            let users = referring(v, &links, "role", role.id)?.len();
            rows.push(row(call, role, users, may_create));
        }
        Ok((rows, may_create))
    })?;
    let column =
        |name: &str, label: &str| Column { name: name.into(), label: ui.say(label), ..Column::default() };
    let table = List {
        id: "roles".into(),
        caption: ui.say("access-roles"),
        columns: vec![
            column("label", "access-role"),
            column("code", "access-code"),
            column("description", "access-description"),
            column("users", "access-users"),
        ],
        rows,
        ..List::default()
    };
    let actions = html! {
        a.btn href="/access/roles/compare" { (icon("switch-horizontal")) (ui.say("access-compare")) }
        @if may_create { a.btn.btn-primary href="/o/roles/new" { (icon("plus")) (ui.say("ui-new")) } }
    };
    let crumbs = crumbs(call, None);
    let title = ui.say("access-roles");
    let text = ui.say("access-roles-text");
    let head = Head {
        title: &title,
        text: &text,
        menu: "/access/roles",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, list_view(&ui, &table))
}

fn row(call: &Call, role: &Record, users: usize, may_create: bool) -> Row {
    let ui = ui(call);
    let label = words(call, role.get("label"));
    let href = format!("/access/roles/{}", role.id);
    let active = role.get("active").as_int() == Some(1);
    let mut actions =
        vec![Entry { label: ui.say("ui-open"), icon: "eye", href: Some(href.clone()), ..Entry::default() }];
    if may_create {
        actions.push(Entry {
            label: ui.say("access-copy"),
            icon: "copy",
            href: Some(format!("{href}/copy")),
            ..Entry::default()
        });
    }
    actions.push(Entry {
        label: ui.say("access-compare"),
        icon: "switch-horizontal",
        href: Some(format!("/access/roles/compare?a={}", role.id)),
        ..Entry::default()
    });
    Row {
        id: role.id.to_string(),
        href: Some(href),
        title: label.clone(),
        cells: vec![
            Cell::from(
                html! { (label) @if !active { " " (badge(Tone::Warning, &ui.say("access-inactive"))) }
                @if role.get("second_factor").as_int() == Some(1) { " " (badge(Tone::Info, &ui.say("access-second-factor"))) } },
            ),
            Cell::from(html! { code { (role.get("code").as_text().unwrap_or_default()) } }),
            words(call, role.get("description")).into(),
            Cell::from(ui.culture.integer(i64::try_from(users).unwrap_or_default())),
        ],
        actions,
    }
}

/// The head that every page of a role has.
pub(super) fn role_page(
    call: &Call,
    role: &Record,
    here: &str,
    may: (bool, bool),
    content: Markup,
) -> Result<Reply> {
    let ui = ui(call);
    let title = words(call, role.get("label"));
    let text = words(call, role.get("description"));
    let base = format!("/access/roles/{}", role.id);
    let (may_create, may_update) = may;
    let actions = html! {
        @if may_create { a.btn href={ (base) "/copy" } { (icon("copy")) (ui.say("access-copy")) } }
        a.btn href={ "/access/roles/compare?a=" (role.id) } { (icon("switch-horizontal")) (ui.say("access-compare")) }
        @if may_update { a.btn href={ "/o/roles/" (role.id) "/edit" } { (icon("edit")) (ui.say("ui-edit")) } }
    };
    let crumbs = crumbs(call, Some((&ui.say("access-roles"), "/access/roles")));
    let parts =
        [("access-rights", base.clone(), "rights"), ("access-who-has", format!("{base}/users"), "users")];
    let parts: Vec<_> =
        parts.into_iter().map(|(key, href, name)| super::tab(ui.say(key), href, here == name)).collect();
    let content = html! {
        @if role.get("active").as_int() != Some(1) { (alert(Tone::Warning, "", html! { (ui.say("access-role-inactive")) })) }
        (tabs(&title, &parts))
        (content)
    };
    let head = Head {
        title: &title,
        text: &text,
        menu: "/access/roles",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// What the scope may do with roles: make them, change them.
pub(super) fn may(v: &View<'_>) -> Result<(bool, bool)> {
    let object = v.object("Role")?;
    Ok((v.rights().may(&object, Action::Create), v.rights().may(&object, Action::Update)))
}

/// `GET /access/roles/{id}/users`.
pub(super) fn users(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (role, may, rows) = call.scope.view(|v| {
        let object = v.object("Role")?;
        let role = v.get(&object, call.id("id")?)?;
        let links = v.object("UserRole")?;
        let links = referring(v, &links, "role", role.id)?;
        let ids: Vec<i64> = links.iter().filter_map(|l| l.get("user").as_int()).collect();
        let users = v.object("User")?;
        let sort = v.sort(&users, "login")?;
        let filter = Some(talang_engine::Filter::Ids(ids));
        let found = v.list(&users, &Query { filter, sort, ..Query::default() })?.records;
        let names = Names::of(v, &users, &found)?;
        let people = call.installation.registry().people.map_or("", |p| p.object);
        let rows: Vec<Row> = found
            .iter()
            .map(|user| {
                let login = user.get("login").as_text().unwrap_or_default().to_string();
                let employee = user.get("employee").as_int().map(|id| names.get(people, id));
                Row {
                    id: user.id.to_string(),
                    href: Some(format!("/access/users/{}", user.id)),
                    title: login.clone(),
                    cells: vec![
                        login.into(),
                        Cell::from(html! { @if let Some((name, _)) = employee { (name) } }),
                        Cell::from(state(call, user)),
                    ],
                    ..Row::default()
                }
            })
            .collect();
        Ok((role, self::may(v)?, rows))
    })?;
    let table = List {
        id: "role-users".into(),
        caption: ui.say("access-who-has"),
        columns: vec![
            ui.column("access-login", Align::Text),
            ui.column("access-employee", Align::Text),
            ui.column("access-state", Align::Text),
        ],
        rows,
        empty: Some(empty_state(
            "users",
            &ui.say("access-nobody-has"),
            &ui.say("access-nobody-has-text"),
            html! {},
        )),
        ..List::default()
    };
    role_page(call, &role, "users", may, list_view(&ui, &table))
}

/// The state of an account as a badge.
pub(super) fn state(call: &Call, user: &Record) -> Markup {
    let code = user.get("state").as_text().unwrap_or_default();
    let tone = match code {
        "active" => Tone::Success,
        "suspended" => Tone::Warning,
        _ => Tone::Neutral,
    };
    badge(tone, call.installation.registry().labels.choice(call.scope.language(), "UserState", code))
}

/// `GET /access/roles/{id}/copy`.
pub(super) fn copy_form(call: &Call) -> Result<Reply> {
    let role = role_of(call)?;
    let code = format!("{}-2", role.get("code").as_text().unwrap_or_default());
    copy_page(call, &role, &code, "", &[], 200)
}

fn role_of(call: &Call) -> Result<Record> {
    call.scope.view(|v| {
        let object = v.object("Role")?;
        v.get(&object, call.id("id")?)
    })
}

fn copy_page(
    call: &Call,
    role: &Record,
    code: &str,
    label: &str,
    faults: &[Fault],
    status: u16,
) -> Result<Reply> {
    let ui = ui(call);
    let name = words(call, role.get("label"));
    let title = ui.say_with("access-copy-title", &[("name", name.as_str().into())]);
    let problems: Vec<Problem> = faults
        .iter()
        .map(|f| Problem {
            field: f.field.clone().unwrap_or_default(),
            text: fault_text(call, Some(&role.object), f),
        })
        .collect();
    let error = |field: &str| problems.iter().find(|p| p.field == field).map(|p| p.text.clone());
    let base = format!("/access/roles/{}", role.id);
    let content = card(
        "",
        html! {},
        false,
        html! {
            form method="post" action={ (base) "/copy" } novalidate data-guard {
                (csrf_field(call))
                (error_summary(&ui, &problems))
                div.tl-form {
                    (input(&ui, &Input {
                        name: "code".into(),
                        label: ui.say("access-code"),
                        control: Control::Text { value: code.to_string(), kind: TextKind::Code, max: None },
                        required: true,
                        error: error("code"),
                        ..Input::default()
                    }))
                    (input(&ui, &Input {
                        name: "label".into(),
                        label: ui.say("access-role-name"),
                        help: ui.say("access-copy-help"),
                        control: Control::Text { value: label.to_string(), kind: TextKind::Plain, max: None },
                        required: true,
                        error: error("label"),
                        ..Input::default()
                    }))
                }
                (form_bar(&ui, &base, &ui.say("access-copy"), html! {}))
            }
        },
    );
    let mut way = crumbs(call, Some((&ui.say("access-roles"), "/access/roles")));
    way.push(Crumb { label: name, href: base });
    let head = Head { title: &title, menu: "/access/roles", crumbs: &way, timeless: true, ..Head::default() };
    Ok(page_with(call, &head, content)?.code(status))
}

/// `POST /access/roles/{id}/copy`: the role and all its lines.
pub(super) fn copy(call: &Call) -> Result<Reply> {
    let role = role_of(call)?;
    let (code, label) = (call.request.sent("code"), call.request.sent("label"));
    let language = call.scope.language().code().to_string();
    let made = call.scope.change(Kind::Shared, |c| {
        let texts = [(language, label.clone())].into_iter().filter(|(_, t)| !t.is_empty()).collect();
        let mut values = vec![("code", Value::from(code.as_str())), ("label", Value::Texts(texts))];
        if !role.get("description").is_null() {
            values.push(("description", role.get("description").clone()));
        }
        let made = c.create("Role", values)?;
        let rights = c.object("RoleRight")?;
        for line in referring(c, &rights, "role", role.id)? {
            let keep =
                ["object", "field_group", "actions", "extent"].map(|name| (name, line.get(name).clone()));
            let mut values = vec![("role", Value::Int(made.id))];
            values.extend(keep);
            c.create("RoleRight", values)?;
        }
        Ok(made.id)
    });
    match made {
        Ok(id) => Ok(done(call, &format!("/access/roles/{id}"), "access-role-copied", None, None)),
        Err(error) => copy_page(call, &role, &code, &label, &refusals(error)?, 422),
    }
}

/// `GET /access/roles/compare?a=…&b=…`: where two roles differ.
pub(super) fn compare(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let wanted = |name: &str| call.request.query(name).and_then(|t| t.parse::<i64>().ok());
    let all = call.request.query("all").is_some();
    let (options, result) = call.scope.view(|v| {
        reads_all(v, "RoleRight")?;
        let object = v.object("Role")?;
        let sort = v.sort(&object, "code")?;
        let roles = v.list(&object, &Query { sort, ..Query::default() })?.records;
        let find = |id: Option<i64>| roles.iter().find(|r| Some(r.id) == id);
        let options: Vec<Opt> = roles
            .iter()
            .map(|r| Opt { value: r.id.to_string(), label: words(call, r.get("label")) })
            .collect();
        let result = match (find(wanted("a")), find(wanted("b"))) {
            (Some(a), Some(b)) => Some(differences(call, v, a, b, all)?),
            _ => None,
        };
        Ok((options, result))
    })?;
    let select = |name: &str, label: &str| Input {
        name: name.into(),
        label: ui.say(label),
        control: Control::Select {
            value: wanted(name).map(|n| n.to_string()).unwrap_or_default(),
            options: options.clone(),
        },
        ..Input::default()
    };
    let content = html! {
        div.tl-stack {
            (card("", html! {}, false, html! {
                form method="get" action="/access/roles/compare" {
                    div.tl-form {
                        (input(&ui, &select("a", "access-role-first")))
                        (input(&ui, &select("b", "access-role-second")))
                        (input(&ui, &Input {
                            name: "all".into(),
                            label: ui.say("access-compare-all"),
                            control: Control::Bool { checked: all },
                            ..Input::default()
                        }))
                    }
                    div.tl-formbar { div.tl-formbar-end { button.btn.btn-primary type="submit" { (ui.say("access-compare")) } } }
                }
            }))
            @if let Some(result) = result {
                @let address = format!(
                    "/access/roles/compare.csv?a={}&b={}{}",
                    wanted("a").unwrap_or_default(), wanted("b").unwrap_or_default(), if all { "&all=true" } else { "" }
                );
                div.d-flex.gap-2.flex-wrap {
                    a.btn href=(address) download { (icon("download")) (ui.say("access-compare-export")) }
                    button.btn type="button" data-print { (icon("printer")) (ui.say("ui-print")) }
                }
                (result)
            }
        }
    };
    let crumbs = crumbs(call, Some((&ui.say("access-roles"), "/access/roles")));
    let title = ui.say("access-compare");
    let head =
        Head { title: &title, menu: "/access/roles", crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

/// `GET /access/roles/compare.csv?a=…&b=…`: the same as a file.
pub(super) fn compare_file(call: &Call) -> Result<Reply> {
    let separator = call.scope.culture.list;
    let wanted =
        |name: &str| call.request.query(name).and_then(|t| t.parse::<i64>().ok()).unwrap_or_default();
    let all = call.request.query("all").is_some();
    let (text, name) = call.scope.view(|v| {
        reads_all(v, "RoleRight")?;
        let object = v.object("Role")?;
        let (a, b) = (v.get(&object, wanted("a"))?, v.get(&object, wanted("b"))?);
        let code = |r: &Record| r.get("code").as_text().unwrap_or_default().to_string();
        let (first, second) = (code(&a), code(&b));
        let mut text = String::from("\u{feff}");
        csv::line(&["object", "group", "action", &first, &second], separator, &mut text);
        for line in compared(v, &a, &b, all)? {
            let (x, y) = (line.first.words().join(", "), line.second.words().join(", "));
            let cells = [line.object.def.name, &line.group, line.action.name(), &x, &y];
            csv::line(&cells, separator, &mut text);
        }
        Ok((text, format!("{first}-{second}.csv")))
    })?;
    Ok(Reply::bytes("text/csv; charset=utf-8", text).attachment(&name))
}

/// What two roles allow of one thing.
struct Compared {
    object: Arc<Object>,
    group: String,
    action: Action,
    first: Extents,
    second: Extents,
}

/// Everything that either role allows, or only where they differ.
fn compared(v: &mut View<'_>, a: &Record, b: &Record, all: bool) -> Result<Vec<Compared>> {
    let catalogue = v.catalogue();
    let mut rights = Vec::new();
    for role in [a, b] {
        let grants = effective::grants_of(v, role.id, role.get("code").as_text().unwrap_or_default())?;
        rights.push(Rights::new(grants, &catalogue));
    }
    let mut out = Vec::new();
    let [one, two] = rights.as_slice() else { return Ok(out) };
    for object in catalogue.objects() {
        for group in &object.groups {
            for action in Action::ALL {
                let (first, second) =
                    (one.extents(object, group, action), two.extents(object, group, action));
                if !(first.is_none() && second.is_none()) && (first != second || all) {
                    out.push(Compared {
                        object: object.clone(),
                        group: group.to_string(),
                        action,
                        first,
                        second,
                    });
                }
            }
        }
    }
    Ok(out)
}

fn differences(call: &Call, v: &mut View<'_>, a: &Record, b: &Record, all: bool) -> Result<Markup> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let mut rows = Vec::new();
    for Compared { object, group, action, first, second } in compared(v, a, b, all)? {
        rows.push(Row {
            id: format!("{}-{group}-{}", object.def.name, action.name()),
            cells: vec![
                Cell::from(html! {
                    (labels.object(ui.language, object.def.name)) " "
                    small.tl-soft { (section_name(call, object.def.module)) }
                }),
                labels.group(ui.language, &group).to_string().into(),
                action_name(call, action).into(),
                Cell::from(side(call, extent_words(call, first), first != second)),
                Cell::from(side(call, extent_words(call, second), first != second)),
            ],
            ..Row::default()
        });
    }
    let columns = [
        ui.say("access-object"),
        ui.say("access-group"),
        ui.say("access-action"),
        words(call, a.get("label")),
        words(call, b.get("label")),
    ];
    let table = List {
        id: "compare".into(),
        caption: ui.say("access-compare"),
        columns: columns.into_iter().map(|label| Column { label, ..Column::default() }).collect(),
        rows,
        empty: Some(empty_state(
            "circle-check",
            &ui.say("access-same"),
            &ui.say("access-same-text"),
            html! {},
        )),
        ..List::default()
    };
    Ok(list_view(&ui, &table))
}

fn side(call: &Call, words: String, differs: bool) -> Markup {
    match (words.is_empty(), differs) {
        (true, _) => html! { span.tl-none { (ui(call).say("access-no-right")) } },
        (false, true) => badge(Tone::Warning, &words),
        (false, false) => html! { (words) },
    }
}
