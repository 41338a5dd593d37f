//! Who may do what, and why (A10–A13): roles, users, accreditation lists, the explanation of access, the application log.

mod csv;
mod day;
mod effective;
mod lists;
mod log;
mod matrix;
mod networks;
mod roles;
mod rule;
mod users;
mod why;

use std::sync::Arc;

use talang_catalogue::value::Texts;
use talang_catalogue::{Fault, Object, Record, Value};
use talang_engine::{Action, Error, Extents, Filter, MenuEntry, Op, Query, Result, View};
use talang_http::{Access, Call, Route};

use crate::components::{Crumb, Tab};
use crate::page::{section_name, ui};

/// The routes of these pages.
pub fn routes() -> Vec<Route> {
    let roles = Access::Right("Role", Action::Read);
    let users = Access::Right("User", Action::Read);
    let lists = Access::Right("AccreditationList", Action::Read);
    let log = Access::Right("ActivityEntry", Action::Read);
    let change_list = Access::Right("AccreditationList", Action::Update);
    vec![
        Route::get("/access/roles", roles, roles::list),
        Route::get("/access/roles/compare", roles, roles::compare),
        Route::get("/access/roles/compare.csv", roles, roles::compare_file),
        Route::get("/access/roles/{id}", roles, matrix::page),
        Route::post("/access/roles/{id}", Access::Right("RoleRight", Action::Update), matrix::save)
            .confirmed(),
        Route::get("/access/roles/{id}/users", roles, roles::users),
        Route::get("/access/roles/{id}/copy", Access::Right("Role", Action::Create), roles::copy_form),
        Route::post("/access/roles/{id}/copy", Access::Right("Role", Action::Create), roles::copy)
            .confirmed(),
        Route::get("/access/rights.csv", users, csv::all_rights).confirmed(),
        Route::get("/access/users", users, users::list),
        Route::get("/access/users/{id}", users, users::page),
        Route::get("/access/users/{id}/rights", users, users::rights),
        Route::get("/access/users/{id}/rights.csv", users, csv::rights),
        Route::post("/access/users/{id}/roles", Access::Right("UserRole", Action::Create), users::add_role)
            .confirmed(),
        Route::post(
            "/access/users/{id}/roles/remove",
            Access::Right("UserRole", Action::Delete),
            users::remove_role,
        )
        .confirmed(),
        Route::get("/access/lists", lists, lists::list),
        Route::get("/access/lists/{id}", lists, lists::page),
        Route::get("/access/lists/{id}/rule", change_list, rule::page),
        Route::post("/access/lists/{id}/rule", change_list, rule::save).confirmed(),
        Route::post("/access/lists/{id}/rule/build", change_list, rule::build),
        Route::post(
            "/access/lists/{id}/members",
            Access::Right("ListMember", Action::Create),
            lists::add_member,
        )
        .confirmed(),
        Route::post(
            "/access/lists/{id}/members/remove",
            Access::Right("ListMember", Action::Delete),
            lists::remove_member,
        )
        .confirmed(),
        Route::post(
            "/access/lists/{id}/owners",
            Access::Right("ListOwner", Action::Create),
            lists::add_owner,
        )
        .confirmed(),
        Route::post(
            "/access/lists/{id}/owners/remove",
            Access::Right("ListOwner", Action::Delete),
            lists::remove_owner,
        )
        .confirmed(),
        Route::get("/access/why", lists, why::page),
        Route::get("/access/why/day", lists, day::page),
        Route::get("/access/why/day.csv", lists, day::file),
        Route::get("/access/me", Access::SignedIn, users::mine),
        Route::get("/access/networks", Access::Right("IpRange", Action::Read), networks::page),
        Route::get("/access/log", log, log::page),
        Route::get("/access/log/check", log, log::check),
        Route::get("/access/log.jsonl", log, log::lines).confirmed(),
    ]
}

/// Their entries of the menu.
pub fn menu() -> Vec<MenuEntry> {
    let section = "access";
    vec![
        MenuEntry {
            section,
            href: "/access/users",
            icon: "users",
            right: Some(("User", Action::Read)),
            object: "User",
            record: "/access/users/{id}",
            ..MenuEntry::default()
        },
        MenuEntry {
            section,
            href: "/access/roles",
            icon: "shield-check",
            right: Some(("Role", Action::Read)),
            object: "Role",
            record: "/access/roles/{id}",
            ..MenuEntry::default()
        },
        MenuEntry {
            section,
            href: "/access/lists",
            icon: "list-check",
            right: Some(("AccreditationList", Action::Read)),
            object: "AccreditationList",
            record: "/access/lists/{id}",
            ..MenuEntry::default()
        },
        MenuEntry {
            section,
            label: "access-why",
            href: "/access/why",
            icon: "help-circle",
            right: Some(("UserRole", Action::Read)),
            ..MenuEntry::default()
        },
        MenuEntry {
            section,
            label: "access-networks",
            href: "/access/networks",
            icon: "world",
            right: Some(("IpRange", Action::Read)),
            object: "IpRange",
            ..MenuEntry::default()
        },
        MenuEntry {
            section,
            label: "access-log",
            href: "/access/log",
            icon: "history",
            right: Some(("ActivityEntry", Action::Read)),
            ..MenuEntry::default()
        },
    ]
}

/// The way to a page of this section.
fn crumbs(call: &Call, page: Option<(&str, &str)>) -> Vec<Crumb> {
    let mut out = vec![Crumb { label: section_name(call, "access"), href: "/o?module=access".into() }];
    if let Some((label, href)) = page {
        out.push(Crumb { label: label.to_string(), href: href.to_string() });
    }
    out
}

/// Refuses whoever reads an object only for themselves or their team: these pages speak about everybody.
///
/// # Errors
/// `record.not_found`: for them the page is not there.
fn reads_all(v: &View<'_>, name: &str) -> Result<()> {
    let object = v.object(name)?;
    if v.rights().on(&object, Action::Read).has(Extents::ALL) {
        return Ok(());
    }
    Err(Fault::new("record.not_found").with("object", name).into())
}

/// The records of an object whose reference `field` is `id`.
fn referring(v: &mut View<'_>, object: &Arc<Object>, field: &str, id: i64) -> Result<Vec<Record>> {
    let filter = Some(Filter::test(object, field, Op::Is, vec![Value::Int(id)]));
    Ok(v.list(object, &Query { filter, ..Query::default() })?.records)
}

/// A text in the reader's language.
fn words(call: &Call, value: &Value) -> String {
    match value {
        Value::Texts(texts) => in_language(call, texts),
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

fn in_language(call: &Call, texts: &Texts) -> String {
    talang_catalogue::labels::text_in(texts, call.scope.language()).unwrap_or_default().to_string()
}

/// What is wrong with what was sent; anything else stays a failure.
fn refusals(error: Error) -> Result<Vec<Fault>> {
    if error.is_of_the_form() { Ok(error.faults()) } else { Err(error) }
}

/// An action in words.
fn action_name(call: &Call, action: Action) -> String {
    ui(call).say(&format!("access-action-{}", action.name()))
}

/// How far rights reach, in words; nothing for nobody.
fn extent_words(call: &Call, extents: Extents) -> String {
    let ui = ui(call);
    if extents.has(Extents::ALL) {
        return ui.say("access-extent-all");
    }
    let words: Vec<String> = extents.words().iter().map(|w| ui.say(&format!("access-extent-{w}"))).collect();
    words.join(" + ")
}

/// Tabs from addresses, words and counts.
fn tab(label: String, href: String, current: bool) -> Tab {
    Tab { label, href, current, count: None }
}
