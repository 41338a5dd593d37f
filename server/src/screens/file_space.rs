//! The tenant's file space on screen (I8): its files, the accounts of other systems with their keys and passwords, and what
//! came and went.

use std::io::Read;
use std::path::PathBuf;

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind, Record, Value};
use talang_engine::{Action, Error, Extents, MenuEntry, Query, Result};
use talang_files::{Begin, Entry, Files, LastUse, Shared, SpacePath, Transfer, Upload as Incoming};
use talang_http::{Access, Body, Call, Method, Reply, Route, encode};
use talang_identity::Identity;
use talang_screens::components::{
    Align, Cell, Column, Control, Crumb, Input, List, Row, Tab, TextKind, Tone, Ui, Upload, alert, badge,
    card, empty_state, fact, facts, icon, input, list as list_view, progress, tabs, upload as upload_form,
};
use talang_screens::page::{Head, csrf_field, done, page_with, section_name, ui, zone};

const FILES: &str = "/access/file-space";
const ACCOUNTS: &str = "/access/file-space/accounts";
const TRANSFERS: &str = "/access/file-space/transfers";
/// Lines shown of what came and went.
const LINES: i64 = 200;

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    let files = |action| Access::Right("FileSpace", action);
    let accounts = |action| Access::Right("FileAccount", action);
    vec![
        Route::get(FILES, files(Action::Read), contents),
        Route::get("/access/file-space/file", files(Action::Export), fetch),
        Route::upload(Method::Post, "/access/file-space/upload", files(Action::Import), put),
        Route::post("/access/file-space/remove", files(Action::Delete), remove),
        Route::get(TRANSFERS, files(Action::Read), transfers),
        Route::get(ACCOUNTS, accounts(Action::Read), accounts_page),
        Route::get("/access/file-space/accounts/{id}", accounts(Action::Read), account_page),
        Route::post("/access/file-space/accounts/{id}/password", accounts(Action::Update), renew).confirmed(),
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

fn allowed(call: &Call, object: &'static str, action: Action) -> bool {
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

/// `GET /access/file-space?path=`: what is in a folder.
fn contents(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Read)?;
    let ui = ui(call);
    let path = place(call)?;
    let space = space(call)?;
    let entries = space.list(&path)?;
    let top = path.parts().is_empty();
    let (fetches, puts, removes) = (
        allowed(call, "FileSpace", Action::Export),
        !top && allowed(call, "FileSpace", Action::Import),
        allowed(call, "FileSpace", Action::Delete),
    );
    let content = html! {
        (parts(call, FILES))
        div.tl-stack {
            (usage(call, &ui, &space)?)
            @if !top { (way(&ui, &path)) }
            @if entries.is_empty() {
                (empty_state("archive", &ui.say("file-space-empty"), &ui.say("file-space-empty-text"), html! {}))
            } @else {
                (folder(call, &ui, &path, &entries, fetches, removes))
            }
            @if puts {
                (card(&ui.say("file-space-put"), html! {}, false, html! {
                    (upload_form(&ui, &Upload {
                        id: "space",
                        action: &format!("{FILES}/upload?path={}", encode(&path.to_string())),
                        target: "#space-answer",
                        several: true,
                        button: &ui.say("file-space-put-button"),
                        ..Upload::default()
                    }))
                    div id="space-answer" role="status" {}
                }))
            }
        }
    };
    let (title, text) = (ui.say("file-space"), ui.say("file-space-text"));
    let crumbs = crumbs(call, Vec::new());
    let head =
        Head { title: &title, text: &text, menu: FILES, crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

fn usage(call: &Call, ui: &Ui<'_>, space: &Shared) -> Result<Markup> {
    let (limits, usage) = (space.limits(), space.usage()?);
    let days = talang_files::keep_days(call.scope.tenant())?;
    let note = ui.say_with(
        "file-space-usage",
        &[
            ("used", size(ui, usage.bytes).into()),
            ("most", size(ui, limits.bytes).into()),
            ("files", i64::try_from(usage.files).unwrap_or(i64::MAX).into()),
        ],
    );
    Ok(card(
        "",
        html! {},
        false,
        html! {
            (progress(&ui.say("file-space-used"), Some(usage.bytes.min(limits.bytes)), limits.bytes, &note))
            p.tl-soft.mb-0 { (ui.say_with("file-space-kept", &[("count", days.into())])) }
        },
    ))
}

/// The way down to a folder.
fn way(ui: &Ui<'_>, path: &SpacePath) -> Markup {
    let mut so_far = SpacePath::default();
    let steps: Vec<(String, String)> = path
        .parts()
        .iter()
        .filter_map(|name| {
            so_far = so_far.join(name).ok()?;
            Some((name.clone(), address(&so_far)))
        })
        .collect();
    html! {
        nav.d-flex.gap-2.flex-wrap.align-items-center aria-label=(ui.say("file-space-way")) {
            a.tl-link href=(FILES) { (ui.say("file-space")) }
            @for (name, href) in steps { span.tl-soft aria-hidden="true" { "/" } a.tl-link href=(href) { (name) } }
        }
    }
}

fn folder(
    call: &Call,
    ui: &Ui<'_>,
    path: &SpacePath,
    entries: &[Entry],
    fetches: bool,
    removes: bool,
) -> Markup {
    let zone = zone(call);
    let rows = entries
        .iter()
        .filter_map(|entry| {
            let at = path.join(&entry.name).ok()?;
            let href = match entry.folder {
                true => Some(address(&at)),
                false => fetches.then(|| format!("{FILES}/file?path={}", encode(&at.to_string()))),
            };
            let what = if entry.folder { "folder" } else { "file" };
            let name = match (entry.folder, path.parts().is_empty()) {
                (true, true) => html! { (icon("archive")) " " strong { (entry.name) } " " span.tl-soft { (ui.say(&format!("file-space-of-{}", entry.name))) } },
                (true, _) => html! { (icon("archive")) " " (entry.name) },
                _ => html! { (icon("file")) " " (entry.name) },
            };
            let removal = html! {
                @if removes && at.is_free() {
                    form method="post" action={ (FILES) "/remove" } hx-post={ (FILES) "/remove" }
                        hx-confirm=(ui.say_with(&format!("file-space-remove-{what}"), &[("name", entry.name.as_str().into())]))
                        data-confirm-action=(ui.say("file-space-remove")) {
                        (csrf_field(call))
                        input type="hidden" name="path" value=(at.to_string());
                        button.btn.btn-sm type="submit" aria-label={ (ui.say("file-space-remove")) " " (entry.name) } {
                            (icon("trash")) (ui.say("file-space-remove"))
                        }
                    }
                }
            };
            Some(Row {
                id: entry.name.clone(),
                href,
                title: entry.name.clone(),
                cells: vec![
                    Cell::from(name),
                    if entry.folder { "".to_string().into() } else { size(ui, entry.size).into() },
                    ui.culture.date_time(entry.modified, &zone).into(),
                    Cell::from(removal),
                ],
                ..Row::default()
            })
        })
        .collect();
    let column = |key: &str, align| Column { label: ui.say(key), align, ..Column::default() };
    list_view(
        ui,
        &List {
            id: "space-files".into(),
            caption: path.to_string(),
            columns: vec![
                column("file-space-name", Align::Wrap),
                column("file-space-size", Align::Number),
                column("file-space-since", Align::Date),
                column("file-space-deed", Align::Text),
            ],
            rows,
            ..List::default()
        },
    )
}

/// Notes what somebody did with a file on screen, in the log of transfers and in the application log.
fn note(call: &Call, action: &'static str, path: &SpacePath, bytes: u64) -> Result<()> {
    let line = Transfer {
        at: call.installation.clock().now(),
        login: login(call),
        protocol: "web".into(),
        address: call.request.address.clone(),
        action: action.into(),
        path: path.to_string(),
        bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
        outcome: "done".into(),
    };
    talang_files::note(call.scope.tenant(), None, &line)
}

/// `GET /access/file-space/file?path=`.
fn fetch(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Export)?;
    let path = place(call)?;
    let file = space(call)?.read(&path)?;
    let length = file.metadata()?.len();
    note(call, "get", &path, length)?;
    let name = path.split().map(|(_, name)| name.to_string()).unwrap_or_default();
    let reply = Reply { status: 200, headers: Vec::new(), body: Body::Stream(Box::new(file)) };
    Ok(reply.with("content-type", "application/octet-stream").attachment(&name))
}

/// A folder for the parts of an upload, gone when it is dropped.
struct Parts(PathBuf);

impl Drop for Parts {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// `POST /access/file-space/upload?path=`.
fn put(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Import)?;
    match received(call) {
        Ok(path) => {
            let to = address(&path);
            Ok(match call.request.is_fragment() {
                true => Reply::status(200).with("hx-redirect", to),
                false => Reply::see_other(&to),
            })
        }
        Err(error) if error.status() < 500 && !error.is("record.not_found") => {
            let registry = call.installation.registry();
            let told = html! {
                @for fault in error.faults() {
                    (alert(Tone::Danger, "", html! { (registry.messages.fault_text(call.scope.language(), &fault, "")) }))
                }
            };
            Ok(Reply::html(told.into_string()).code(422))
        }
        Err(other) => Err(other),
    }
}

fn received(call: &Call) -> Result<SpacePath> {
    let path = place(call)?;
    let space = space(call)?;
    let body = call.request.upload.as_deref().ok_or_else(|| Fault::new("file.empty"))?;
    let mut unique = [0u8; 12];
    getrandom::fill(&mut unique).map_err(|_| Error::from(Fault::new("internal")))?;
    let work = call.scope.tenant().db().attachments().work_folder()?;
    let parts = Parts(work.join(format!("space-{}", talang_store::attachments::hex(&unique))));
    std::fs::create_dir_all(&parts.0)?;
    let header = call.request.header("content-type").unwrap_or_default();
    let names = super::import::parts_of(body, header, &parts.0)?;
    if names.is_empty() {
        return Err(Fault::new("file.empty").into());
    }
    // Users' uploads are told from those of accounts by the sign.
    let account = -call.scope.actor.id().unwrap_or_default();
    for (at, name) in names.iter().enumerate() {
        let to = path.join(name)?;
        let mut upload = Incoming::begin(&space, &to, account, Begin::New)?;
        let mut part = std::fs::File::open(parts.0.join(format!("{at}.part")))?;
        let mut buffer = vec![0; 1 << 18];
        loop {
            let count = part.read(&mut buffer)?;
            if count == 0 {
                break;
            }
            let place = upload.length();
            upload.write_at(place, buffer.get(..count).unwrap_or_default())?;
        }
        let length = upload.length();
        upload.finish(call.installation.clock().now())?;
        note(call, "put", &to, length)?;
    }
    Ok(path)
}

/// A field of the form.
fn sent(call: &Call, name: &str) -> String {
    call.request.form().into_iter().find(|(n, _)| n == name).map(|(_, v)| v).unwrap_or_default()
}

/// `POST /access/file-space/remove`: a file, or an empty folder.
fn remove(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Delete)?;
    let path = SpacePath::parse(&SpacePath::default(), &sent(call, "path"))?;
    let space = space(call)?;
    match space.stat(&path, None)?.folder {
        true => space.remove_folder(&path)?,
        false => space.remove(&path, None)?,
    }
    note(call, "remove", &path, 0)?;
    Ok(done(call, &address(&path.parent()), "file-space-removed", None, None))
}

/// `GET /access/file-space/transfers`.
fn transfers(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Read)?;
    let ui = ui(call);
    let lines = talang_files::transfers(call.scope.tenant(), None, LINES)?;
    let content = html! {
        (parts(call, TRANSFERS))
        (transfer_list(call, &ui, &lines))
    };
    let (title, text) = (ui.say("file-space-transfers"), ui.say("file-space-transfers-text"));
    let crumbs = crumbs(call, vec![Crumb { label: ui.say("file-space"), href: FILES.into() }]);
    let head =
        Head { title: &title, text: &text, menu: FILES, crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

fn transfer_list(call: &Call, ui: &Ui<'_>, lines: &[Transfer]) -> Markup {
    if lines.is_empty() {
        return empty_state(
            "history",
            &ui.say("file-space-no-transfers"),
            &ui.say("file-space-no-transfers-text"),
            html! {},
        );
    }
    let zone = zone(call);
    let registry = call.installation.registry();
    let outcome = |line: &Transfer| match line.outcome.as_str() {
        "done" => badge(Tone::Success, &ui.say("file-space-done")),
        "cut" => badge(Tone::Warning, &ui.say("file-space-cut")),
        other => {
            let code = talang_catalogue::fault::find(other).map_or("internal", |f| f.code);
            let mut fault = Fault::new(code);
            if code == "file_space.full" {
                let most = space(call).map_or(0, |s| s.limits().bytes >> 20);
                fault = fault.with("max", most);
            }
            html! {
                (badge(Tone::Danger, &ui.say("file-space-refused")))
                " " small.tl-soft { (registry.messages.fault_text(ui.language, &fault, "")) }
            }
        }
    };
    let rows = lines
        .iter()
        .enumerate()
        .map(|(at, line)| Row {
            id: at.to_string(),
            title: line.path.clone(),
            cells: vec![
                ui.culture.date_time(line.at, &zone).into(),
                Cell::from(html! { span.tl-person-words { (line.login) small.text-break { (line.protocol.to_uppercase()) " · " (line.address) } } }),
                ui.say(&format!("file-space-did-{}", line.action)).into(),
                line.path.clone().into(),
                size(ui, u64::try_from(line.bytes).unwrap_or(0)).into(),
                Cell::from(outcome(line)),
            ],
            ..Row::default()
        })
        .collect();
    let column = |key: &str, align| Column { label: ui.say(key), align, ..Column::default() };
    list_view(
        ui,
        &List {
            id: "space-transfers".into(),
            caption: ui.say("file-space-transfers"),
            columns: vec![
                column("file-space-when", Align::Date),
                column("file-space-who", Align::Text),
                column("file-space-deed", Align::Text),
                column("file-space-name", Align::Wrap),
                column("file-space-size", Align::Number),
                column("file-space-outcome", Align::Wrap),
            ],
            rows,
            ..List::default()
        },
    )
}

fn text(record: &Record, field: &str) -> String {
    record.get(field).as_text().unwrap_or_default().to_string()
}

fn records(call: &Call, object: &str, sort: &str) -> Result<Vec<Record>> {
    call.scope.view(|v| {
        let object = v.object(object)?;
        let sort = v.sort(&object, sort)?;
        Ok(v.list(&object, &Query { sort, ..Query::default() })?.records)
    })
}

fn state(ui: &Ui<'_>, account: &Record, used: &LastUse, now: i64) -> Markup {
    if account.get("active") != &Value::Int(1) {
        badge(Tone::Warning, &ui.say("file-space-inactive"))
    } else if used.locked_until.is_some_and(|until| until > now) {
        badge(Tone::Danger, &ui.say("file-space-locked"))
    } else {
        badge(Tone::Success, &ui.say("file-space-active"))
    }
}

fn last_use(call: &Call, ui: &Ui<'_>, used: &LastUse) -> Markup {
    match used.at {
        Some(at) => {
            html! { span.tl-person-words { (ui.culture.date_time(at, &zone(call))) small { (used.from) } } }
        }
        None => html! { span.tl-soft { (ui.say("file-space-never")) } },
    }
}

/// `GET /access/file-space/accounts`.
fn accounts_page(call: &Call) -> Result<Reply> {
    may(call, "FileAccount", Action::Read)?;
    let ui = ui(call);
    let now = call.installation.clock().now();
    let keys = records(call, "FileKey", "label")?;
    let mut rows = Vec::new();
    for account in records(call, "FileAccount", "login")? {
        let used = talang_files::last_use(call.scope.tenant(), account.id)?;
        let own = keys.iter().filter(|k| k.get("account").as_int() == Some(account.id)).count();
        let mut ways = Vec::new();
        if used.password {
            ways.push(ui.say("file-space-by-password"));
        }
        if own > 0 {
            ways.push(
                ui.say_with("file-space-by-keys", &[("count", i64::try_from(own).unwrap_or(0).into())]),
            );
        }
        let ways = if ways.is_empty() { ui.say("file-space-no-way") } else { ways.join(", ") };
        rows.push(Row {
            id: account.id.to_string(),
            href: Some(format!("{ACCOUNTS}/{}", account.id)),
            title: text(&account, "login"),
            cells: vec![
                text(&account, "login").into(),
                text(&account, "label").into(),
                ways.into(),
                Cell::from(last_use(call, &ui, &used)),
                Cell::from(state(&ui, &account, &used, now)),
            ],
            ..Row::default()
        });
    }
    let create = html! {
        @if allowed(call, "FileAccount", Action::Create) {
            a.btn.btn-primary href="/o/file-accounts/new" { (icon("plus")) (ui.say("file-space-new-account")) }
        }
    };
    let column = |key: &str, align| Column { label: ui.say(key), align, ..Column::default() };
    let content = html! {
        (parts(call, ACCOUNTS))
        div.tl-stack {
            @if rows.is_empty() {
                (empty_state("key", &ui.say("file-space-no-accounts"), &ui.say("file-space-no-accounts-text"), html! {}))
            } @else {
                (list_view(&ui, &List {
                    id: "space-accounts".into(),
                    caption: ui.say("file-space-accounts"),
                    columns: vec![
                        column("file-space-login", Align::Text),
                        column("file-space-system", Align::Wrap),
                        column("file-space-ways", Align::Wrap),
                        column("file-space-last-use", Align::Date),
                        column("file-space-state", Align::Text),
                    ],
                    rows,
                    ..List::default()
                }))
            }
            (server_card(call, &ui))
        }
    };
    let (title, text) = (ui.say("file-space-accounts"), ui.say("file-space-accounts-text"));
    let crumbs = crumbs(call, vec![Crumb { label: ui.say("file-space"), href: FILES.into() }]);
    let head = Head {
        title: &title,
        text: &text,
        menu: ACCOUNTS,
        crumbs: &crumbs,
        actions: create,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// Where the server is, and how it is recognised.
fn server_card(call: &Call, ui: &Ui<'_>) -> Markup {
    let files = Files::of(&call.installation);
    let Ok(Some(sftp)) = files.options().sftp_address() else {
        return alert(Tone::Info, &ui.say("file-space-off"), html! { (ui.say("file-space-off-text")) });
    };
    let tenant = call.scope.tenant().id();
    card(
        &ui.say("file-space-server"),
        html! {},
        false,
        facts(html! {
            (fact(ui, &ui.say("file-space-port"), html! { code { (sftp.port()) } }, false))
            (fact(ui, &ui.say("file-space-user"), html! { code { (ui.say("file-space-login-word")) "@" (tenant) } }, false))
            @if let Some(fingerprint) = files.fingerprint(&call.installation) {
                (fact(ui, &ui.say("file-space-fingerprint"), html! { code.text-break { (fingerprint) } }, true))
            }
        }),
    )
}

/// `GET /access/file-space/accounts/{id}`.
fn account_page(call: &Call) -> Result<Reply> {
    show(call, None, &[])
}

/// The account's page; with a password that was just made, which is shown this once, or with what is wrong with a key.
fn show(call: &Call, password: Option<&str>, faults: &[Fault]) -> Result<Reply> {
    may(call, "FileAccount", Action::Read)?;
    let ui = ui(call);
    let account = call.scope.view(|v| {
        let object = v.object("FileAccount")?;
        v.get(&object, call.id("id")?)
    })?;
    let tenant = call.scope.tenant();
    let now = call.installation.clock().now();
    let used = talang_files::last_use(tenant, account.id)?;
    let mut keys = records(call, "FileKey", "label")?;
    keys.retain(|k| k.get("account").as_int() == Some(account.id));
    let changes = allowed(call, "FileAccount", Action::Update);
    let base = format!("{ACCOUNTS}/{}", account.id);
    let user = format!("{}@{}", text(&account, "login"), tenant.id());
    let renewed = account.get("password_renewed_at").as_int();
    let content = html! {
        div.tl-stack {
            @if let Some(password) = password { (new_password(&ui, &user, password)) }
            (card(&ui.say("file-space-account"), html! {}, false, facts(html! {
                (fact(&ui, &ui.say("file-space-user"), html! { code { (user) } }, false))
                (fact(&ui, &ui.say("file-space-state"), state(&ui, &account, &used, now), false))
                (fact(&ui, &ui.say("file-space-last-use"), last_use(call, &ui, &used), false))
                (fact(&ui, &ui.say("file-space-networks"), html! {
                    @let networks = text(&account, "networks");
                    @if networks.is_empty() { (ui.say("file-space-everywhere")) } @else { code { (networks) } }
                }, false))
            })))
            (card(&ui.say("file-space-password"), html! {}, false, html! {
                p {
                    @match (used.password, renewed) {
                        (true, Some(at)) => (ui.say_with("file-space-renewed", &[("when", ui.culture.date_time(at, &zone(call)).into())])),
                        _ => (ui.say("file-space-no-password")),
                    }
                }
                @if changes {
                    form method="post" action={ (base) "/password" } {
                        (csrf_field(call))
                        button.btn type="submit" { (icon("refresh")) (ui.say(if used.password { "file-space-renew" } else { "file-space-give" })) }
                    }
                    @if used.password { p.tl-soft.mt-2.mb-0 { (ui.say("file-space-renew-text")) } }
                }
            }))
            (card(&ui.say("file-space-keys"), html! {}, false, html! {
                (key_list(call, &ui, &base, &keys))
                @if allowed(call, "FileKey", Action::Create) { hr; (key_form(call, &ui, &base, faults)) }
            }))
            (card(&ui.say("file-space-transfers"), html! {}, true,
                transfer_list(call, &ui, &talang_files::transfers(tenant, Some(account.id), 20)?)))
        }
    };
    let title = text(&account, "label");
    let crumbs = crumbs(call, vec![Crumb { label: ui.say("file-space-accounts"), href: ACCOUNTS.into() }]);
    let head = Head {
        title: &title,
        menu: ACCOUNTS,
        crumbs: &crumbs,
        actions: html! {
            @if changes { a.btn href={ "/o/file-accounts/" (account.id) "/edit" } { (icon("edit")) (ui.say("ui-edit")) } }
        },
        timeless: true,
        ..Head::default()
    };
    let reply = page_with(call, &head, content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}

fn new_password(ui: &Ui<'_>, user: &str, password: &str) -> Markup {
    alert(
        Tone::Success,
        &ui.say("file-space-password-made"),
        html! {
            p { (ui.say_with("file-space-password-once", &[("user", user.into())])) }
            div.d-flex.gap-2.flex-wrap.align-items-center {
                code id="space-password" { (password) }
                button.btn.btn-sm type="button" data-copy="" data-copy-from="space-password" { (icon("copy")) (ui.say("applications-copy")) }
            }
        },
    )
}

fn key_list(call: &Call, ui: &Ui<'_>, base: &str, keys: &[Record]) -> Markup {
    if keys.is_empty() {
        return html! { p.tl-soft { (ui.say("file-space-no-keys")) } };
    }
    let removes = allowed(call, "FileKey", Action::Delete);
    html! {
        ul.tl-links {
            @for key in keys {
                li.d-flex.align-items-center.gap-2.flex-wrap {
                    span.tl-hit-icon { (icon("key")) }
                    span.tl-person-words.flex-fill { (text(key, "label")) small.text-break { (text(key, "fingerprint")) } }
                    @if key.get("active") != &Value::Int(1) { (badge(Tone::Warning, &ui.say("file-space-inactive"))) }
                    @if removes {
                        form method="post" action={ (base) "/keys/remove" } hx-post={ (base) "/keys/remove" }
                            hx-confirm=(ui.say("file-space-key-remove")) data-confirm-action=(ui.say("file-space-remove")) {
                            (csrf_field(call))
                            input type="hidden" name="key" value=(key.id);
                            button.btn.btn-sm type="submit" aria-label={ (ui.say("file-space-remove")) " " (text(key, "label")) } {
                                (icon("trash")) (ui.say("file-space-remove"))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn key_form(call: &Call, ui: &Ui<'_>, base: &str, faults: &[Fault]) -> Markup {
    let registry = call.installation.registry();
    let sent = |name: &str| if faults.is_empty() { String::new() } else { sent(call, name) };
    let field = |name: &str, label: &str, help: &str, control: Control| {
        let label = ui.say(label);
        let error = faults
            .iter()
            .find(|f| f.field.as_deref() == Some(name))
            .map(|f| registry.messages.fault_text(ui.language, f, &label));
        input(
            ui,
            &Input {
                name: name.into(),
                label,
                help: if help.is_empty() { String::new() } else { ui.say(help) },
                error,
                required: true,
                control,
                ..Input::default()
            },
        )
    };
    html! {
        form method="post" action={ (base) "/keys" } {
            (csrf_field(call))
            @for fault in faults.iter().filter(|f| f.field.is_none()) {
                (alert(Tone::Danger, "", html! { (registry.messages.fault_text(ui.language, fault, "")) }))
            }
            div.tl-form {
                (field("label", "file-space-key-name", "", Control::Text { value: sent("label"), kind: TextKind::Plain, max: Some(255) }))
                (field("public_key", "file-space-key-line", "file-space-key-help", Control::Long { value: sent("public_key"), code: true }))
            }
            div.mt-3 { button.btn.btn-primary type="submit" { (icon("plus")) (ui.say("file-space-key-add")) } }
        }
    }
}

/// `POST /access/file-space/accounts/{id}/password`.
fn renew(call: &Call) -> Result<Reply> {
    may(call, "FileAccount", Action::Update)?;
    let password =
        talang_files::renew_password(&call.scope, &*Identity::installed()?.clone(), call.id("id")?)?;
    show(call, Some(&password), &[])
}

/// `POST /access/file-space/accounts/{id}/keys`.
fn add_key(call: &Call) -> Result<Reply> {
    let account = call.id("id")?;
    let values = vec![
        ("account", Value::Int(account)),
        ("label", Value::Text(sent(call, "label"))),
        ("public_key", Value::Text(sent(call, "public_key"))),
    ];
    match call.scope.change(Kind::Shared, |c| c.create("FileKey", values)) {
        Ok(_) => Ok(done(call, &format!("{ACCOUNTS}/{account}"), "file-space-key-added", None, None)),
        Err(error) if error.status() < 500 && !error.is("record.not_found") && !error.is("right.missing") => {
            show(call, None, &error.faults())
        }
        Err(other) => Err(other),
    }
}

/// `POST /access/file-space/accounts/{id}/keys/remove`.
fn remove_key(call: &Call) -> Result<Reply> {
    let account = call.id("id")?;
    let key = sent(call, "key").parse().map_err(|_| missing("FileKey"))?;
    call.scope.change(Kind::Shared, |c| {
        let object = c.object("FileKey")?;
        if c.get(&object, key)?.get("account").as_int() != Some(account) {
            return Err(missing("FileKey"));
        }
        c.delete(&object, key, None)
    })?;
    Ok(done(call, &format!("{ACCOUNTS}/{account}"), "file-space-key-removed", None, None))
}
