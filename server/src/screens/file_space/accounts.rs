//! The accounts of other systems, with their keys and passwords.

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind, Record, Value};
use talang_engine::{Action, Query, Result};
use talang_files::{Files, LastUse};
use talang_http::{Call, Reply};
use talang_identity::Identity;
use talang_screens::components::{
    Align, Cell, Control, Crumb, Input, List, Row, TextKind, Tone, Ui, alert, badge, card, empty_state, fact,
    facts, icon, input, list as list_view,
};
use talang_screens::page::{Head, csrf_field, done, page_with, ui, zone};

use super::transfers::transfer_list;
use super::{ACCOUNTS, FILES, allowed, crumbs, may, missing, parts, sent};

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
pub(super) fn accounts_page(call: &Call) -> Result<Reply> {
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
                        ui.column("file-space-login", Align::Text),
                        ui.column("file-space-system", Align::Wrap),
                        ui.column("file-space-ways", Align::Wrap),
                        ui.column("file-space-last-use", Align::Date),
                        ui.column("file-space-state", Align::Text),
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
    let options = files.options();
    let doors = [("SFTP", options.sftp_address()), ("FTPS", options.ftps_address())];
    let doors: Vec<_> = doors.into_iter().filter_map(|(name, at)| Some((name, at.ok()??.port()))).collect();
    if doors.is_empty() {
        return alert(Tone::Info, &ui.say("file-space-off"), html! { (ui.say("file-space-off-text")) });
    }
    let tenant = call.scope.tenant().id();
    card(
        &ui.say("file-space-server"),
        html! {},
        false,
        facts(html! {
            @for (protocol, port) in &doors {
                (fact(ui, &ui.say_with("file-space-port", &[("protocol", (*protocol).into())]), html! { code { (port) } }, false))
            }
            (fact(ui, &ui.say("file-space-user"), html! { code { (ui.say("file-space-login-word")) "@" (tenant) } }, false))
            @if let Some(fingerprint) = files.fingerprint(&call.installation).filter(|_| !options.sftp.is_empty()) {
                (fact(ui, &ui.say("file-space-fingerprint"), html! { code.text-break { (fingerprint) } }, true))
            }
        }),
    )
}

/// `GET /access/file-space/accounts/{id}`.
pub(super) fn account_page(call: &Call) -> Result<Reply> {
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
    // A private key that was pasted by mistake is not shown again.
    let private = faults.iter().any(|f| f.code == "file_space.key_private");
    let again = |name: &str| !faults.is_empty() && !(private && name == "public_key");
    let sent = |name: &str| if again(name) { sent(call, name) } else { String::new() };
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
pub(super) fn renew(call: &Call) -> Result<Reply> {
    may(call, "FileAccount", Action::Update)?;
    let password =
        talang_files::renew_password(&call.scope, &*Identity::installed()?.clone(), call.id("id")?)?;
    show(call, Some(&password), &[])
}

/// `POST /access/file-space/accounts/{id}/keys`.
pub(super) fn add_key(call: &Call) -> Result<Reply> {
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
pub(super) fn remove_key(call: &Call) -> Result<Reply> {
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
