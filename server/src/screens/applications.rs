//! Applications that use the interfaces (I10): what they may do, their keys, how much they ask.

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::types::time::iso_instant;
use talang_catalogue::value::date_of_days;
use talang_catalogue::{Fault, Record, Value};
use talang_engine::{Action, Error, Extents, MenuEntry, Query, Result, View};
use talang_http::{Access, Call, Reply, Route};
use talang_identity::{DayUse, Identity, Key, TEST_PREFIX};
use talang_mail::Post;
use talang_screens::components::{
    Align, Cell, Chart, Crumb, List, Opt, Row, Series, Tone, Ui, alert, badge, card, chart, empty_state,
    fact, facts, icon, list as list_view, progress,
};
use talang_screens::components::{Control, Input, input};
use talang_screens::page::{Head, csrf_field, done, page_with, section_name, ui};

const LIST: &str = "/access/applications";
const DAY: i64 = 86_400_000_000;
/// Days of the chart.
const DAYS: i64 = 30;
/// Days for which a key may hold, and for which replaced keys still hold.
const LASTS: [&str; 4] = ["90", "365", "730", ""];
const OVERLAPS: [&str; 4] = ["0", "1", "7", "30"];

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    let read = Access::Right("ApiClient", Action::Read);
    let change = Access::Right("ApiClient", Action::Update);
    vec![
        Route::get(LIST, read, list),
        Route::get("/access/applications/{id}", read, page),
        Route::post("/access/applications/{id}/keys", change, create_key).confirmed(),
        Route::post("/access/applications/{id}/keys/rotate", change, rotate).confirmed(),
        Route::post("/access/applications/{id}/keys/remove", change, remove).confirmed(),
    ]
}

/// Their entry of the menu.
pub fn menu() -> Vec<MenuEntry> {
    vec![MenuEntry {
        section: "access",
        label: "applications",
        href: LIST,
        icon: "webhook",
        right: Some(("ApiClient", Action::Read)),
        object: "ApiClient",
        record: "/access/applications/{id}",
    }]
}

fn crumbs(call: &Call, page: bool) -> Vec<Crumb> {
    let mut out = vec![Crumb { label: section_name(call, "access"), href: "/o?module=access".into() }];
    if page {
        out.push(Crumb { label: ui(call).say("applications"), href: LIST.into() });
    }
    out
}

fn text(record: &Record, field: &str) -> String {
    record.get(field).as_text().unwrap_or_default().to_string()
}

/// The application, if the scope may do this with it. Its figures and keys are no fields of the record: only whoever
/// reads every application sees them.
fn application(call: &Call, action: Action) -> Result<(Record, String)> {
    call.scope.view(|v| {
        let clients = v.object("ApiClient")?;
        let missing = || Fault::new("record.not_found").with("object", "ApiClient");
        if !v.rights().on(&clients, Action::Read).has(Extents::ALL) {
            return Err(missing().into());
        }
        let client = v.get(&clients, call.id("id")?)?;
        if !v.may(&client, GENERAL, action)? {
            return Err(missing().into());
        }
        v.load_titles(&clients, std::slice::from_ref(&client))?;
        let account = account_name(v, &client);
        Ok((client, account))
    })
}

/// The login of its account; empty for whoever may not see it.
fn account_name(v: &mut View<'_>, client: &Record) -> String {
    let title = client.get("user").as_int().and_then(|id| v.title("User", id).ok());
    title.map(|t| t.title).unwrap_or_default()
}

/// `GET /access/applications`.
fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (clients, accounts, may_create) = call.scope.view(|v| {
        let object = v.object("ApiClient")?;
        if !v.rights().on(&object, Action::Read).has(Extents::ALL) {
            return Err(Fault::new("record.not_found").with("object", "ApiClient").into());
        }
        let sort = v.sort(&object, "code")?;
        let found = v.list(&object, &Query { sort, ..Query::default() })?.records;
        v.load_titles(&object, &found)?;
        let accounts: Vec<String> = found.iter().map(|c| account_name(v, c)).collect();
        Ok((found, accounts, v.rights().may(&object, Action::Create)))
    })?;
    let guard = Identity::installed()?;
    let mut rows = Vec::new();
    for (client, account) in clients.iter().zip(accounts) {
        let used = guard.uses(&call.scope, client.id, 1)?.first().map_or(0, |d| d.requests);
        let last = guard.keys(&call.scope, client.id)?.iter().filter_map(|k| k.used_at).max();
        let quota = client.get("quota_per_day").as_int().unwrap_or_default();
        rows.push(Row {
            id: client.id.to_string(),
            href: Some(format!("{LIST}/{}", client.id)),
            title: text(client, "label"),
            cells: vec![
                text(client, "label").into(),
                account.into(),
                scopes(&ui, client).into(),
                Cell::from(html! { (ui.culture.integer(used)) " / " (ui.culture.integer(quota)) }),
                Cell::from(moment(&ui, last)),
                Cell::from(state(&ui, client)),
            ],
            ..Row::default()
        });
    }
    let create = html! {
        @if may_create { a.btn.btn-primary href="/o/api-clients/new" { (icon("plus")) (ui.say("applications-new")) } }
    };
    let content = match rows.is_empty() {
        true => {
            empty_state("webhook", &ui.say("applications-none"), &ui.say("applications-none-text"), html! {})
        }
        false => list_view(
            &ui,
            &List {
                id: "applications".into(),
                caption: ui.say("applications"),
                columns: vec![
                    ui.column("applications-name", Align::Text),
                    ui.column("applications-account", Align::Text),
                    ui.column("applications-scopes", Align::Wrap),
                    ui.column("applications-today", Align::Number),
                    ui.column("applications-last-use", Align::Date),
                    ui.column("applications-state", Align::Text),
                ],
                rows,
                ..List::default()
            },
        ),
    };
    let content = html! { (try_elsewhere(call)?) (content) };
    let crumbs = crumbs(call, false);
    let (title, text) = (ui.say("applications"), ui.say("applications-text"));
    let head = Head {
        title: &title,
        text: &text,
        menu: LIST,
        crumbs: &crumbs,
        actions: create,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// Where a program can be tried without real data: the tenant's test environments (T6, I10).
fn try_elsewhere(call: &Call) -> Result<Markup> {
    let (ui, installation) = (ui(call), &call.installation);
    let tests =
        installation.store().directory(|d| d.tests_of(call.scope.tenant().id())).map_err(Error::from)?;
    let Some(post_office) = installation.provided::<Post>().filter(|_| !tests.is_empty()) else {
        return Ok(html! {});
    };
    let mut addresses = Vec::new();
    for test in &tests {
        addresses.push(post_office.address_of(installation, &installation.tenant(test)?)?);
    }
    let text = ui.say_with("applications-test-text", &[("prefix", TEST_PREFIX.into())]);
    let content = html! {
        p { (text) }
        @for address in &addresses { p { a href=(format!("{address}{LIST}")) { (address) } } }
    };
    Ok(alert(Tone::Info, &ui.say("applications-test"), content))
}

fn scopes(ui: &Ui<'_>, client: &Record) -> String {
    Some(text(client, "scopes"))
        .filter(|s| !s.is_empty())
        .unwrap_or_else(|| ui.say("applications-all-scopes"))
}

fn state(ui: &Ui<'_>, client: &Record) -> Markup {
    match client.get("active") {
        Value::Int(1) => badge(Tone::Success, &ui.say("applications-active")),
        _ => badge(Tone::Warning, &ui.say("applications-inactive")),
    }
}

fn moment(ui: &Ui<'_>, at: Option<i64>) -> Markup {
    let zone = jiff::tz::TimeZone::UTC;
    match at {
        Some(at) => {
            html! { time.tl-num datetime=(iso_instant(at)) { (ui.culture.date_time(at, &zone)) " UTC" } }
        }
        None => html! { span.tl-soft { (ui.say("applications-never")) } },
    }
}

/// `GET /access/applications/{id}`.
fn page(call: &Call) -> Result<Reply> {
    show(call, None)
}

/// The page; with a key that was just made, which is shown this once.
fn show(call: &Call, made: Option<&str>) -> Result<Reply> {
    let ui = ui(call);
    let (client, account) = application(call, Action::Read)?;
    let may_change = application(call, Action::Update).is_ok();
    let guard = Identity::installed()?;
    let keys = guard.keys(&call.scope, client.id)?;
    let uses = guard.uses(&call.scope, client.id, DAYS)?;
    let base = format!("{LIST}/{}", client.id);
    let content = html! {
        div.tl-stack {
            @if let Some(key) = made { (new_key(&ui, key)) }
            (card(&ui.say("applications-about"), html! {}, false, about(call, &ui, &client, &account)))
            (card(&ui.say("applications-keys"), html! {}, false, html! {
                (key_list(call, &ui, &base, &keys, may_change))
                @if may_change { (key_forms(call, &ui, &base, !keys.is_empty())) }
            }))
            (card(&ui.say("applications-use"), html! {}, false, usage(call, &ui, &client, &uses)))
        }
    };
    let title = text(&client, "label");
    let crumbs = crumbs(call, true);
    let head = Head {
        title: &title,
        menu: LIST,
        crumbs: &crumbs,
        actions: html! {
            @if may_change { a.btn href={ "/o/api-clients/" (client.id) "/edit" } { (icon("edit")) (ui.say("ui-edit")) } }
        },
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

fn new_key(ui: &Ui<'_>, key: &str) -> Markup {
    alert(
        Tone::Success,
        &ui.say("applications-key-made"),
        html! {
            p { (ui.say("applications-key-once")) }
            div.d-flex.gap-2.flex-wrap.align-items-center {
                code id="application-key" { (key) }
                button.btn.btn-sm type="button" data-copy="" data-copy-from="application-key" { (icon("copy")) (ui.say("applications-copy")) }
            }
        },
    )
}

fn about(call: &Call, ui: &Ui<'_>, client: &Record, account: &str) -> Markup {
    let scheme = if call.request.https { "https" } else { "http" };
    let host = call.request.header("host").unwrap_or_default();
    facts(html! {
        (fact(ui, &ui.say("applications-code"), html! { code { (text(client, "code")) } }, false))
        (fact(ui, &ui.say("applications-state"), state(ui, client), false))
        (fact(ui, &ui.say("applications-account"), html! { (account) }, false))
        (fact(ui, &ui.say("applications-scopes"), html! { (scopes(ui, client)) }, true))
        @if client.get("oauth") == &Value::Int(1) {
            (fact(ui, &ui.say("applications-token-address"), html! { code { (scheme) "://" (host) "/api/oauth/token" } }, true))
        }
    })
}

fn key_list(call: &Call, ui: &Ui<'_>, base: &str, keys: &[Key], may_change: bool) -> Markup {
    let now = call.installation.clock().now();
    if keys.is_empty() {
        return html! { p.tl-soft { (ui.say("applications-no-keys")) } };
    }
    html! {
        ul.tl-links {
            @for key in keys {
                @let ended = key.expires_at.is_some_and(|at| at <= now);
                li.d-flex.align-items-center.gap-2.flex-wrap {
                    span.tl-hit-icon { (icon("key")) }
                    span.tl-person-words.flex-fill {
                        code { @if key.hint.is_empty() { "talang_" } @else { (key.hint) } "…" }
                        small {
                            (ui.say("applications-made")) ": " (moment(ui, Some(key.created_at))) " · "
                            (ui.say("applications-last-use")) ": " (moment(ui, key.used_at))
                            @if let Some(at) = key.expires_at { " · " (ui.say("applications-ends")) ": " (moment(ui, Some(at))) }
                        }
                    }
                    @if ended { (badge(Tone::Neutral, &ui.say("applications-ended"))) }
                    @else if key.expires_at.is_some() { (badge(Tone::Warning, &ui.say("applications-ending"))) }
                    @if may_change {
                        form method="post" action={ (base) "/keys/remove" } hx-post={ (base) "/keys/remove" }
                            hx-confirm=(ui.say("applications-remove-confirm")) data-confirm-action=(ui.say("applications-remove")) {
                            (csrf_field(call))
                            input type="hidden" name="key" value=(key.id);
                            button.btn.btn-sm type="submit" aria-label={ (ui.say("applications-remove")) " " (key.hint) } {
                                (icon("trash")) (ui.say("applications-remove"))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn key_forms(call: &Call, ui: &Ui<'_>, base: &str, has: bool) -> Markup {
    let days = |n: &str| match n {
        "" => ui.say("applications-for-ever"),
        n => ui.say_with("applications-days", &[("count", n.parse::<i64>().unwrap_or_default().into())]),
    };
    let choice = |name: &str, label: &str, values: &[&str], chosen: &str| {
        let options = values.iter().map(|v| Opt { value: (*v).into(), label: days(v) }).collect();
        input(
            ui,
            &Input {
                name: name.into(),
                label: ui.say(label),
                control: Control::Select { value: chosen.into(), options },
                required: true,
                ..Input::default()
            },
        )
    };
    html! {
        hr;
        form method="post" action={ (base) @if has { "/keys/rotate" } @else { "/keys" } } {
            (csrf_field(call))
            div.tl-form {
                (choice("lasts", "applications-lasts", &LASTS, "365"))
                @if has { (choice("overlap", "applications-overlap", &OVERLAPS, "7")) }
            }
            div.d-flex.gap-2.flex-wrap.mt-3 {
                button.btn.btn-primary type="submit" {
                    (icon(if has { "refresh" } else { "key" })) (ui.say(if has { "applications-rotate" } else { "applications-make-key" }))
                }
                @if has {
                    button.btn type="submit" formaction={ (base) "/keys" } { (icon("plus")) (ui.say("applications-another-key")) }
                }
            }
        }
    }
}

fn usage(call: &Call, ui: &Ui<'_>, client: &Record, uses: &[DayUse]) -> Markup {
    let quota = client.get("quota_per_day").as_int().unwrap_or_default();
    let today = call.installation.clock().now().div_euclid(DAY);
    let of = |day: i64| uses.iter().find(|u| u.day == day).copied().unwrap_or_default();
    let note = format!("{} / {}", ui.culture.integer(of(today).requests), ui.culture.integer(quota));
    let size = |n: i64| u64::try_from(n).unwrap_or_default();
    let days: Vec<i64> = (today - DAYS + 1..=today).collect();
    let figures = |pick: fn(DayUse) -> i64| days.iter().map(|d| pick(of(*d)) as f64).collect();
    let whole = Chart {
        title: ui.say("applications-per-day"),
        axis: ui.say("applications-day"),
        labels: days.iter().map(|d| date_of_days(*d).to_string()).collect(),
        series: vec![
            Series { name: ui.say("applications-requests"), values: figures(|u| u.requests) },
            Series { name: ui.say("applications-refused"), values: figures(|u| u.refused) },
        ],
        stacked: true,
        ..Chart::default()
    };
    html! {
        (progress(&ui.say("applications-today"), Some(size(of(today).requests.min(quota))), size(quota.max(1)), &note))
        @if of(today).refused > 0 { (alert(Tone::Warning, "", html! { (ui.say("applications-used-up")) })) }
        @if uses.is_empty() { p.tl-soft.mt-3 { (ui.say("applications-unused")) } } @else { (chart(ui, &whole)) }
        p.tl-soft { (ui.say("applications-utc")) }
    }
}

/// A number of days of the form, among those that it offers.
fn chosen(call: &Call, name: &str, offered: &[&str]) -> Result<Option<i64>> {
    let form = call.request.form();
    let value = form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str()).unwrap_or_default();
    if !offered.contains(&value) {
        let allowed = offered.iter().filter(|o| !o.is_empty()).copied().collect::<Vec<_>>().join(", ");
        return Err(Fault::new("value.choice").on(name).with("allowed", allowed).into());
    }
    Ok(value.parse::<i64>().ok().map(|days| days * DAY))
}

/// `POST /access/applications/{id}/keys`.
fn create_key(call: &Call) -> Result<Reply> {
    let (client, _) = application(call, Action::Update)?;
    let lasts = chosen(call, "lasts", &LASTS)?;
    let key = Identity::installed()?.new_key(&call.scope, client.id, lasts, None)?;
    show(call, Some(&key))
}

/// `POST /access/applications/{id}/keys/rotate`.
fn rotate(call: &Call) -> Result<Reply> {
    let (client, _) = application(call, Action::Update)?;
    let (lasts, overlap) = (chosen(call, "lasts", &LASTS)?, chosen(call, "overlap", &OVERLAPS)?);
    let key =
        Identity::installed()?.new_key(&call.scope, client.id, lasts, Some(overlap.unwrap_or_default()))?;
    show(call, Some(&key))
}

/// `POST /access/applications/{id}/keys/remove`.
fn remove(call: &Call) -> Result<Reply> {
    let (client, _) = application(call, Action::Update)?;
    let form = call.request.form();
    let key = form.iter().find(|(n, _)| n == "key").map(|(_, v)| v.as_str()).unwrap_or_default();
    Identity::installed()?.drop_key(&call.scope, client.id, key)?;
    Ok(done(call, &format!("{LIST}/{}", client.id), "applications-removed", None, None))
}
