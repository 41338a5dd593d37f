//! The tenant's file space on screen (I8): its files, the accounts of other systems with their keys and passwords, what
//! came and went, and what happens at set times (I9).

mod accounts;
mod files;
mod runs;
mod schedules;
mod transfers;

use maud::Markup;
use talang_catalogue::Fault;
use talang_engine::{Action, Error, Extents, MenuEntry, Result};
use talang_files::{Files, Shared, SpacePath};
use talang_http::{Access, Call, Method, Route, encode};
use talang_screens::components::{Crumb, Tab, Ui, tabs};
use talang_screens::page::{section_name, ui};

use accounts::{account_page, accounts_page, add_key, remove_key, renew};
use files::{contents, fetch, put, remove};
pub(super) use runs::state_of;
use runs::{RUNS, history, run_page};
pub(super) use schedules::rhythm;
use schedules::{run_now, schedules};
use transfers::transfers;

const FILES: &str = "/access/file-space";
const ACCOUNTS: &str = "/access/file-space/accounts";
const TRANSFERS: &str = "/access/file-space/transfers";
const SCHEDULES: &str = "/access/file-space/schedules";
/// Lines shown of what came and went.
const LINES: i64 = 200;

/// The routes of these pages.
pub(super) fn routes() -> Vec<Route> {
    let of_files = |action| Access::Right("FileSpace", action);
    let of_accounts = |action| Access::Right("FileAccount", action);
    vec![
        Route::get(FILES, of_files(Action::Read), contents),
        Route::get("/access/file-space/file", of_files(Action::Export), fetch),
        Route::upload(Method::Post, "/access/file-space/upload", of_files(Action::Import), put),
        Route::post("/access/file-space/remove", of_files(Action::Delete), remove),
        Route::get(TRANSFERS, of_files(Action::Read), transfers),
        Route::get(SCHEDULES, of_files(Action::Read), schedules),
        Route::post("/access/file-space/schedules/{code}/run", of_files(Action::Import), run_now),
        Route::get(RUNS, of_files(Action::Read), history),
        Route::get("/access/file-space/runs/{id}", of_files(Action::Read), run_page),
        Route::get(ACCOUNTS, of_accounts(Action::Read), accounts_page),
        Route::get("/access/file-space/accounts/{id}", of_accounts(Action::Read), account_page),
        Route::post("/access/file-space/accounts/{id}/password", of_accounts(Action::Update), renew)
            .confirmed(),
        Route::post(
            "/access/file-space/accounts/{id}/keys",
            Access::Right("FileKey", Action::Create),
            add_key,
        )
        .confirmed(),
        Route::post(
            "/access/file-space/accounts/{id}/keys/remove",
            Access::Right("FileKey", Action::Delete),
            remove_key,
        )
        .confirmed(),
    ]
}

/// Its entry of the menu, and the page of an account.
pub fn menu() -> Vec<MenuEntry> {
    let entry = |object, right| MenuEntry {
        section: "access",
        label: "file-space",
        href: FILES,
        icon: "archive",
        right: Some(right),
        object,
        ..MenuEntry::default()
    };
    vec![
        entry("FileSpace", ("FileSpace", Action::Read)),
        MenuEntry {
            href: ACCOUNTS,
            label: "",
            icon: "key",
            record: "/access/file-space/accounts/{id}",
            ..entry("FileAccount", ("FileAccount", Action::Read))
        },
    ]
}

fn missing(object: &'static str) -> Error {
    Fault::new("record.not_found").with("object", object).into()
}

/// Lets somebody do something with all of an object: files and accounts belong to nobody in particular.
fn may(call: &Call, object: &'static str, action: Action) -> Result<()> {
    let may = call.scope.view(|v| {
        let object = v.object(object)?;
        Ok(v.rights().on(&object, action).has(Extents::ALL))
    })?;
    if may { Ok(()) } else { Err(missing(object)) }
}

pub(super) fn allowed(call: &Call, object: &'static str, action: Action) -> bool {
    may(call, object, action).is_ok()
}

fn space(call: &Call) -> Result<Shared> {
    Files::of(&call.installation).space(&call.installation, call.scope.tenant())
}

fn login(call: &Call) -> String {
    match &call.scope.actor {
        talang_engine::Actor::User { login, .. } => login.clone(),
        talang_engine::Actor::System => String::new(),
    }
}

/// The place that the address names.
fn place(call: &Call) -> Result<SpacePath> {
    SpacePath::parse(&SpacePath::default(), call.request.query("path").unwrap_or_default())
}

fn address(path: &SpacePath) -> String {
    format!("{FILES}?path={}", encode(&path.to_string()))
}

fn crumbs(call: &Call, more: Vec<Crumb>) -> Vec<Crumb> {
    let mut out = vec![Crumb { label: section_name(call, "access"), href: "/o?module=access".into() }];
    out.extend(more);
    out
}

fn parts(call: &Call, here: &str) -> Markup {
    let ui = ui(call);
    let tab = |href: &str, key: &str| Tab {
        label: ui.say(key),
        href: href.to_string(),
        current: href == here,
        count: None,
    };
    let mut all = Vec::new();
    if allowed(call, "FileSpace", Action::Read) {
        all.push(tab(FILES, "file-space-files"));
    }
    if allowed(call, "FileAccount", Action::Read) {
        all.push(tab(ACCOUNTS, "file-space-accounts"));
    }
    if allowed(call, "FileSpace", Action::Read) {
        all.push(tab(TRANSFERS, "file-space-transfers"));
        all.push(tab(SCHEDULES, "schedule-title"));
        all.push(tab(RUNS, "schedule-runs"));
    }
    tabs(&ui.say("file-space"), &all)
}

fn size(ui: &Ui<'_>, bytes: u64) -> String {
    let number = |n: u64| ui.culture.integer(i64::try_from(n).unwrap_or(i64::MAX));
    match bytes {
        0..1024 => format!("{} B", number(bytes)),
        1024..1_048_576 => format!("{} KiB", number(bytes.div_ceil(1024))),
        _ => format!("{} MiB", number(bytes.div_ceil(1_048_576))),
    }
}

/// A field of the form.
fn sent(call: &Call, name: &str) -> String {
    call.request.form().into_iter().find(|(n, _)| n == name).map(|(_, v)| v).unwrap_or_default()
}
