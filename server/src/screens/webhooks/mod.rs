//! Webhooks (I10): which systems are told what, their secrets, a sample, and what was delivered.

mod form;
mod log;

use maud::{Markup, html};
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Fault, Record};
use talang_engine::{Action, Extents, MenuEntry, Query, Result};
use talang_http::{Access, Call, Reply, Route};
use talang_screens::components::{
    Align, Cell, Control, Crumb, Input, List, Opt, Row, Tone, Ui, alert, badge, card, empty_state, fact,
    facts, icon, input, list as list_view,
};
use talang_screens::page::{Head, csrf_field, done, fault_text, page_with, section_name, ui, zone};
use talang_webhook::{
    Attempt, Secret, Standing, new_secret, replay_failed, replay_since, secrets, send_sample, standing,
};

const LIST: &str = "/access/webhooks";
const OBJECT: &str = "WebhookSubscription";
const DAY: i64 = 86_400_000_000;
/// Days for which a secret that is replaced still signs.
const OVERLAPS: [&str; 4] = ["0", "1", "7", "30"];

/// The routes of these files.
pub(super) fn routes() -> Vec<Route> {
    let read = Access::Right(OBJECT, Action::Read);
    let change = Access::Right(OBJECT, Action::Update);
    let create = Access::Right(OBJECT, Action::Create);
    vec![
        Route::get(LIST, read, list),
        Route::get("/access/webhooks/new", create, form::new),
        Route::post("/access/webhooks/new", create, form::create).confirmed(),
        Route::get("/access/webhooks/{id}", read, page),
        Route::get("/access/webhooks/{id}/edit", change, form::edit),
        Route::post("/access/webhooks/{id}/edit", change, form::change).confirmed(),
        Route::post("/access/webhooks/{id}/secret", change, make_secret).confirmed(),
        Route::post("/access/webhooks/{id}/sample", change, sample).confirmed(),
        Route::post("/access/webhooks/{id}/again", change, again).confirmed(),
        Route::post("/access/webhooks/{id}/since", change, since).confirmed(),
        Route::get("/access/webhooks/{id}/deliveries/{delivery}", read, log::page),
        Route::post("/access/webhooks/{id}/deliveries/{delivery}/again", change, log::again).confirmed(),
    ]
}

/// Their entry of the menu.
pub fn menu() -> Vec<MenuEntry> {
    vec![MenuEntry {
        section: "access",
        label: "webhooks",
        href: LIST,
        icon: "speakerphone",
        right: Some((OBJECT, Action::Read)),
        object: OBJECT,
        record: "/access/webhooks/{id}",
    }]
}

fn crumbs(call: &Call, more: Vec<Crumb>) -> Vec<Crumb> {
    let mut out = vec![Crumb { label: section_name(call, "access"), href: "/o?module=access".into() }];
    out.extend(more);
    out
}

fn text(record: &Record, field: &str) -> String {
    record.get(field).as_text().unwrap_or_default().to_string()
}

/// Whether its messages have the form of another suite: a program brought along registered it (client contract).
fn in_another_form(hook: &Record) -> bool {
    !hook.get("told_as").is_null()
}

fn missing() -> Fault {
    Fault::new("record.not_found").with("object", OBJECT)
}

/// The subscription and the login of its account, if the scope may do this with it. What was delivered is no field of the
/// record: only whoever reads every subscription sees it.
fn subscription(call: &Call, action: Action) -> Result<(Record, String)> {
    call.scope.view(|v| {
        let object = v.object(OBJECT)?;
        if !v.rights().on(&object, Action::Read).has(Extents::ALL) {
            return Err(missing().into());
        }
        let hook = v.get(&object, call.id("id")?)?;
        if !v.may(&hook, GENERAL, action)? {
            return Err(missing().into());
        }
        let account = hook.get("user").as_int().and_then(|id| v.title("User", id).ok());
        Ok((hook, account.map(|t| t.title).unwrap_or_default()))
    })
}

fn standing_of(call: &Call, hook: &Record) -> Result<Standing> {
    standing(&call.scope, hook.id, hook.get("user").as_int().unwrap_or_default())
}

/// `GET /access/webhooks`.
fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (hooks, may_create) = call.scope.view(|v| {
        let object = v.object(OBJECT)?;
        if !v.rights().on(&object, Action::Read).has(Extents::ALL) {
            return Err(missing().into());
        }
        let sort = v.sort(&object, "code")?;
        let found = v.list(&object, &Query { sort, ..Query::default() })?.records;
        Ok((found, v.rights().may(&object, Action::Create)))
    })?;
    let mut rows = Vec::new();
    for hook in &hooks {
        let stands = standing_of(call, hook)?;
        let has_secret = !secrets(&call.scope, hook.id)?.is_empty();
        rows.push(Row {
            id: hook.id.to_string(),
            href: Some(format!("{LIST}/{}", hook.id)),
            title: text(hook, "label"),
            cells: vec![
                text(hook, "label").into(),
                Cell::from(html! { span.text-break { (text(hook, "address")) } }),
                Cell::from(html! { span.text-break { (told(hook)) } }),
                Cell::from(moment(call, &ui, stands.delivered_at)),
                ui.culture.integer(stands.waiting).into(),
                ui.culture.integer(stands.given_up).into(),
                Cell::from(state(&ui, hook, &stands, has_secret)),
            ],
            ..Row::default()
        });
    }
    let create = html! {
        @if may_create { a.btn.btn-primary href={ (LIST) "/new" } { (icon("plus")) (ui.say("webhooks-new")) } }
    };
    let content = match rows.is_empty() {
        true => {
            empty_state("speakerphone", &ui.say("webhooks-none"), &ui.say("webhooks-none-text"), html! {})
        }
        false => list_view(
            &ui,
            &List {
                id: "webhooks".into(),
                caption: ui.say("webhooks"),
                columns: vec![
                    ui.column("webhooks-name", Align::Text),
                    ui.column("webhooks-address", Align::Wrap),
                    ui.column("webhooks-events", Align::Wrap),
                    ui.column("webhooks-delivered-at", Align::Date),
                    ui.column("webhooks-waiting", Align::Number),
                    ui.column("webhooks-given-up", Align::Number),
                    ui.column("webhooks-state", Align::Text),
                ],
                rows,
                ..List::default()
            },
        ),
    };
    let (title, words) = (ui.say("webhooks"), ui.say("webhooks-text"));
    let crumbs = crumbs(call, Vec::new());
    let head = Head {
        title: &title,
        text: &words,
        menu: LIST,
        crumbs: &crumbs,
        actions: create,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

fn state(ui: &Ui<'_>, hook: &Record, stands: &Standing, has_secret: bool) -> Markup {
    if hook.get("active").as_int() != Some(1) {
        return badge(Tone::Neutral, &ui.say("webhooks-paused"));
    }
    if !has_secret || !stands.account {
        return badge(Tone::Warning, &ui.say("webhooks-waits"));
    }
    if stands.given_up > 0 {
        return badge(Tone::Danger, &ui.say("webhooks-trouble"));
    }
    badge(Tone::Success, &ui.say("webhooks-active"))
}

/// What it tells, in the words of whoever made it.
fn told(hook: &Record) -> String {
    text(hook, if in_another_form(hook) { "told_as" } else { "events" })
}

fn moment(call: &Call, ui: &Ui<'_>, at: Option<i64>) -> Markup {
    match at {
        Some(at) => html! { span.tl-num { (ui.culture.date_time(at, &zone(call))) } },
        None => html! { span.tl-soft { (ui.say("webhooks-never")) } },
    }
}

/// `GET /access/webhooks/{id}?q=&state=&before=`.
fn page(call: &Call) -> Result<Reply> {
    show(call, None, None, &[])
}

/// The page; with a secret that was just made and is shown this once, or what came of a sample.
fn show(call: &Call, made: Option<&str>, sent: Option<&Attempt>, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let (hook, account) = subscription(call, Action::Read)?;
    let may_change = subscription(call, Action::Update).is_ok();
    let stands = standing_of(call, &hook)?;
    let known = secrets(&call.scope, hook.id)?;
    let base = format!("{LIST}/{}", hook.id);
    let content = html! {
        div.tl-stack {
            @for fault in faults { (alert(Tone::Danger, "", html! { (ui.messages.fault_text(ui.language, fault, &ui.say("webhooks-since"))) })) }
            @if let Some(secret) = made { (new(&ui, secret)) }
            @if let Some(attempt) = sent { (sample_result(call, &ui, attempt)) }
            @if stands.gone_at.is_some() {
                (alert(Tone::Danger, &ui.say("webhooks-gone"), html! { (ui.say("webhooks-gone-text")) }))
            }
            @if !stands.account { (alert(Tone::Warning, "", html! { (ui.say("webhooks-account-unusable")) })) }
            (card(&ui.say("webhooks-about"), html! {}, false, about(&ui, &hook, &account, &stands, !known.is_empty())))
            (card(&ui.say("webhooks-secret"), html! {}, false, html! {
                @if in_another_form(&hook) {
                    p { (ui.say(if known.is_empty() { "webhooks-key-missing" } else { "webhooks-key-signs" })) }
                } @else {
                    (secret_list(call, &ui, &known))
                    @if may_change { (secret_form(call, &ui, &base, !known.is_empty())) }
                }
            }))
            @if may_change && !known.is_empty() && !in_another_form(&hook) {
                (card(&ui.say("webhooks-try"), html! {}, false, html! {
                    p.tl-soft { (ui.say("webhooks-try-text")) }
                    form method="post" action={ (base) "/sample" } {
                        (csrf_field(call))
                        button.btn type="submit" { (icon("send")) (ui.say("webhooks-sample")) }
                    }
                }))
            }
            (card(&ui.say("webhooks-log"), html! {}, true, log::table(call, &ui, &hook)?))
            @if may_change { (card(&ui.say("webhooks-again"), html! {}, false, again_forms(call, &ui, &base, &stands))) }
        }
    };
    let title = text(&hook, "label");
    let crumbs = crumbs(call, vec![Crumb { label: ui.say("webhooks"), href: LIST.into() }]);
    let head = Head {
        title: &title,
        menu: LIST,
        crumbs: &crumbs,
        actions: html! {
            @if may_change { a.btn href={ (base) "/edit" } { (icon("edit")) (ui.say("ui-edit")) } }
        },
        timeless: true,
        ..Head::default()
    };
    let reply = page_with(call, &head, content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}

fn new(ui: &Ui<'_>, secret: &str) -> Markup {
    alert(
        Tone::Success,
        &ui.say("webhooks-secret-made"),
        html! {
            p { (ui.say("webhooks-secret-once")) }
            div.d-flex.gap-2.flex-wrap.align-items-center {
                code.text-break id="webhook-secret" { (secret) }
                button.btn.btn-sm type="button" data-copy="" data-copy-from="webhook-secret" { (icon("copy")) (ui.say("applications-copy")) }
            }
        },
    )
}

fn sample_result(call: &Call, ui: &Ui<'_>, attempt: &Attempt) -> Markup {
    let answer = html! {
        @if !attempt.answer.is_empty() { pre.mt-2.mb-0.text-break.text-wrap { (attempt.answer) } }
    };
    match attempt.fault() {
        Some(fault) => alert(
            Tone::Danger,
            &ui.say("webhooks-sample-failed"),
            html! { (fault_text(call, None, &fault)) (answer) },
        ),
        None => {
            let status = attempt.status.unwrap_or_default();
            let words = ui.say_with(
                "webhooks-sample-text",
                &[
                    ("status", status.to_string().into()),
                    ("time", log::milliseconds(ui, attempt.took).into()),
                ],
            );
            alert(Tone::Success, &ui.say("webhooks-sample-arrived"), html! { (words) (answer) })
        }
    }
}

fn about(ui: &Ui<'_>, hook: &Record, account: &str, stands: &Standing, has_secret: bool) -> Markup {
    facts(html! {
        (fact(ui, &ui.say("applications-code"), html! { code { (text(hook, "code")) } }, false))
        (fact(ui, &ui.say("webhooks-state"), state(ui, hook, stands, has_secret), false))
        (fact(ui, &ui.say("applications-account"), html! { (account) }, false))
        (fact(ui, &ui.say("webhooks-address"), html! { span.text-break { (text(hook, "address")) } }, true))
        (fact(ui, &ui.say("webhooks-events"), html! { span.text-break { (told(hook)) } }, true))
        @if let Some(minutes) = hook.get("collected").as_int() {
            (fact(ui, &ui.say("webhooks-collected"), html! { (ui.say_with("webhooks-collected-minutes", &[("count", minutes.into())])) }, false))
        }
        @if !text(hook, "alerts").is_empty() {
            (fact(ui, &ui.say("webhooks-alerts"), html! { (text(hook, "alerts")) }, false))
        }
    })
}

fn secret_list(call: &Call, ui: &Ui<'_>, known: &[Secret]) -> Markup {
    if known.is_empty() {
        return html! { p { (ui.say("webhooks-no-secret")) } };
    }
    html! {
        ul.tl-links {
            @for secret in known {
                li.d-flex.align-items-center.gap-2.flex-wrap {
                    span.tl-hit-icon { (icon("key")) }
                    span.tl-person-words.flex-fill {
                        code { "whsec_…" }
                        small {
                            (ui.say("applications-made")) ": " (moment(call, ui, Some(secret.created_at)))
                            @if let Some(at) = secret.ends_at { " · " (ui.say("applications-ends")) ": " (moment(call, ui, Some(at))) }
                        }
                    }
                    @if secret.ends_at.is_some() { (badge(Tone::Warning, &ui.say("applications-ending"))) }
                }
            }
        }
    }
}

fn secret_form(call: &Call, ui: &Ui<'_>, base: &str, has: bool) -> Markup {
    let days =
        |n: &str| ui.say_with("applications-days", &[("count", n.parse::<i64>().unwrap_or_default().into())]);
    let options = OVERLAPS.iter().map(|n| Opt { value: (*n).into(), label: days(n) }).collect();
    let overlap = Input {
        name: "overlap".into(),
        label: ui.say("webhooks-overlap"),
        control: Control::Select { value: "1".into(), options },
        required: true,
        ..Input::default()
    };
    html! {
        @if has { hr; }
        form method="post" action={ (base) "/secret" } {
            (csrf_field(call))
            @if has { div.tl-form { (input(ui, &overlap)) } }
            button.btn.mt-3 .btn-primary[!has] type="submit" {
                (icon(if has { "refresh" } else { "key" })) (ui.say(if has { "webhooks-rotate" } else { "webhooks-make-secret" }))
            }
        }
    }
}

fn again_forms(call: &Call, ui: &Ui<'_>, base: &str, stands: &Standing) -> Markup {
    let since = Input {
        name: "since".into(),
        label: ui.say("webhooks-since"),
        help: ui.say("webhooks-since-help"),
        control: Control::Instant { value: String::new() },
        required: true,
        ..Input::default()
    };
    let count = ui.say_with("webhooks-again-failed-count", &[("count", stands.given_up.into())]);
    html! {
        p.tl-soft { (ui.say("webhooks-again-text")) }
        @if stands.given_up > 0 {
            form.mb-3 method="post" action={ (base) "/again" } {
                (csrf_field(call))
                button.btn.btn-primary type="submit" { (icon("refresh")) (count) }
            }
        }
        form method="post" action={ (base) "/since" } hx-post={ (base) "/since" } hx-target="body"
            hx-confirm=(ui.say("webhooks-since-confirm")) data-confirm-action=(ui.say("webhooks-since-do")) {
            (csrf_field(call))
            div.tl-form { (input(ui, &since)) }
            button.btn.mt-3 type="submit" { (icon("history")) (ui.say("webhooks-since-do")) }
        }
    }
}

fn form(call: &Call, name: &str) -> String {
    call.request.form().into_iter().find(|(n, _)| n == name).map(|(_, v)| v).unwrap_or_default()
}

/// `POST /access/webhooks/{id}/secret`: shown on the answer, and nowhere later.
fn make_secret(call: &Call) -> Result<Reply> {
    let (hook, _) = subscription(call, Action::Update)?;
    let days = form(call, "overlap").parse::<i64>().unwrap_or_default().clamp(0, 30);
    let secret = new_secret(&call.scope, hook.id, days * DAY)?;
    Ok(show(call, Some(&secret), None, &[])?.with("cache-control", "no-store"))
}

/// `POST /access/webhooks/{id}/sample`.
fn sample(call: &Call) -> Result<Reply> {
    let (hook, _) = subscription(call, Action::Update)?;
    let attempt = send_sample(&call.scope, hook.id)?;
    show(call, None, Some(&attempt), &[])
}

/// `POST /access/webhooks/{id}/again`: everything that was given up.
fn again(call: &Call) -> Result<Reply> {
    let (hook, _) = subscription(call, Action::Update)?;
    let count = replay_failed(&call.scope, hook.id)?;
    let count = usize::try_from(count).unwrap_or_default();
    Ok(done(call, &format!("{LIST}/{}", hook.id), "webhooks-again-done", Some(count), None))
}

/// `POST /access/webhooks/{id}/since`: everything since a moment.
fn since(call: &Call) -> Result<Reply> {
    let (hook, _) = subscription(call, Action::Update)?;
    let text = form(call, "since");
    let moment = text.parse::<jiff::civil::DateTime>().ok().and_then(|at| at.in_tz("UTC").ok());
    let Some(moment) = moment else {
        return show(call, None, None, &[Fault::new("value.instant")]);
    };
    replay_since(&call.scope, hook.id, moment.timestamp().as_microsecond())?;
    Ok(done(call, &format!("{LIST}/{}", hook.id), "webhooks-since-done", None, None))
}
