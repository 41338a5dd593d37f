//! Mails on screen: how they leave, what waits and what failed, a test mail to oneself; activation of many accounts.

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind, Record, Value};
use talang_engine::{Action, Extents, Filter, Op, Query, Result};
use talang_http::{Access, Call, Reply, Route};
use talang_identity::Identity;
use talang_mail::{Mail, Post, Security, Transport, enqueue, retry};
use talang_screens::components::{
    Cell, Column, Crumb, List, Row, Tone, alert, badge, card, empty_state, fact, facts, icon,
    list as list_view, progress,
};
use talang_screens::page::{Head, csrf, csrf_field, done, fault_text, page_with, section_name, ui, zone};

const HERE: &str = "/access/mails";
const ACTIVATION: &str = "/access/activation";

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    let read = Access::Right("MailMessage", Action::Read);
    let accounts = Access::Right("User", Action::Update);
    vec![
        Route::get(HERE, read, page),
        Route::post("/access/mails/test", Access::SignedIn, test),
        Route::post("/access/mails/{id}/retry", accounts, again),
        Route::get(ACTIVATION, accounts, activation),
        Route::get("/access/activation/progress", accounts, activation_progress),
        Route::post(ACTIVATION, accounts, activate_all),
    ]
}

fn crumbs(call: &Call) -> [Crumb; 1] {
    [Crumb { label: section_name(call, "access"), href: "/o?module=access".into() }]
}

/// `GET /access/mails`.
fn page(call: &Call) -> Result<Reply> {
    show(call, &[])
}

fn show(call: &Call, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let (open, may) = call.scope.view(|v| {
        let object = v.object("MailMessage")?;
        let filter = Filter::test(&object, "state", Op::IsNot, vec![Value::Text("sent".into())]);
        let sort = v.sort(&object, "-queued_at")?;
        let page = v.list(&object, &Query { filter: Some(filter), sort, limit: 100, ..Query::default() })?;
        let users = v.object("User")?;
        Ok((page.records, v.rights().may(&users, Action::Update)))
    })?;
    let post = call.installation.provided::<Post>();
    let content = html! {
        div.tl-stack {
            @for fault in faults { (alert(Tone::Danger, "", html! { (fault_text(call, None, fault)) })) }
            (card(&ui.say("mails-way"), html! {}, false, way(call, post.as_deref())))
            (card(&ui.say("mails-open"), html! { a.btn href="/o/mail-messages" { (icon("list")) (ui.say("mails-all")) } }, true, waiting(call, &open, may)))
        }
    };
    let (title, text) = (ui.say("mails-title"), ui.say("mails-text"));
    let crumbs = crumbs(call);
    let head =
        Head { title: &title, text: &text, menu: HERE, crumbs: &crumbs, timeless: true, ..Head::default() };
    let reply = page_with(call, &head, content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}

/// How mails leave. The server's name and login are the operator's, and are not shown.
fn way(call: &Call, post: Option<&Post>) -> Markup {
    let ui = ui(call);
    let Some(post) = post.filter(|p| p.leaves()) else {
        return alert(Tone::Warning, "", html! { (ui.say("mails-none")) });
    };
    let options = post.options();
    let transport = match options.transport {
        Transport::None => "none",
        Transport::Smtp => "smtp",
        Transport::File => "file",
        Transport::Catcher => "catcher",
    };
    let security = match options.security {
        Security::Starttls => "starttls",
        Security::Tls => "tls",
        Security::Plain => "plain",
    };
    html! {
        (facts(html! {
            (fact(&ui, &ui.say("mails-transport"), html! { (ui.say(&format!("mails-by-{transport}"))) }, false))
            @if options.transport == Transport::Smtp {
                (fact(&ui, &ui.say("mails-security"), html! { (ui.say(&format!("mails-{security}"))) }, false))
            }
            (fact(&ui, &ui.say("mails-from"), html! { (options.from) }, false))
        }))
        @if options.transport == Transport::Catcher { p { a href="/demo/mails" { (ui.say("mails-read-caught")) } } }
        form.mt-3 method="post" action="/access/mails/test" {
            (csrf_field(call))
            button.btn type="submit" { (icon("send")) (ui.say("mails-test")) }
        }
    }
}

/// The mails that have not left.
fn waiting(call: &Call, records: &[Record], may: bool) -> Markup {
    let ui = ui(call);
    let registry = call.installation.registry();
    let column = |name: &str| {
        let field = records.first().and_then(|r| r.object.field(name).cloned());
        let label = field.map(|f| registry.labels.field(ui.language, "MailMessage", &f).to_string());
        Column { name: name.into(), label: label.unwrap_or_default(), ..Column::default() }
    };
    let zone = zone(call);
    let when = |value: &Value| value.as_int().map(|at| ui.culture.date_time(at, &zone)).unwrap_or_default();
    let rows = records.iter().map(|r| {
        let text = |name: &str| r.get(name).as_text().unwrap_or_default().to_string();
        let failed = text("state") == "failed";
        let why = talang_catalogue::fault::find(&text("error"))
            .map(|f| ui.messages.fault_text(ui.language, &Fault::new(f.code), ""))
            .unwrap_or_default();
        let reply = r.get("reply").as_int().map(|n| format!(" ({n})")).unwrap_or_default();
        let tone = if failed { Tone::Danger } else { Tone::Info };
        let state =
            registry.labels.choice(ui.language, "MailState", if failed { "failed" } else { "queued" });
        let retry = html! {
            @if may {
                form method="post" action={ (HERE) "/" (r.id) "/retry" } {
                    (csrf_field(call))
                    button.btn.btn-sm type="submit" { (icon("refresh")) (ui.say("mails-retry")) }
                }
            }
        };
        Row {
            id: r.id.to_string(),
            title: text("title"),
            cells: vec![
                Cell::from(text("recipient")),
                Cell::from(text("title")),
                Cell::from(badge(tone, state)),
                Cell::from(format!("{why}{reply}")),
                Cell::from(when(r.get("queued_at"))),
                Cell::from(when(r.get("next_at"))),
                Cell::from(retry),
            ],
            ..Row::default()
        }
    });
    let mut columns: Vec<Column> =
        ["recipient", "title", "state", "error", "queued_at", "next_at"].iter().map(|n| column(n)).collect();
    columns.push(Column { label: ui.say("mails-retry"), ..Column::default() });
    list_view(
        &ui,
        &List {
            id: "mails".into(),
            caption: ui.say("mails-open"),
            address: HERE.into(),
            columns,
            rows: rows.collect(),
            csrf: csrf(call).to_string(),
            empty: Some(empty_state(
                "checks",
                &ui.say("mails-nothing"),
                &ui.say("mails-nothing-text"),
                html! {},
            )),
            ..List::default()
        },
    )
}

/// `POST /access/mails/test`: a mail to the signed-in user, at the address of their account.
fn test(call: &Call) -> Result<Reply> {
    let Some(me) = call.scope.actor.id() else { return Err(Fault::new("sign_in.required").into()) };
    let sent = call.scope.change(Kind::Shared, |c| {
        let object = c.object("User")?;
        let to = c.as_program(|c| Ok(c.get(&object, me)?.get("email").as_text().map(str::to_string)))?;
        let Some(to) = to else { return Err(Fault::new("mail.address").into()) };
        let employee = c.scope().actor.employee();
        let culture = c.scope().culture;
        let mail = Mail {
            to: &to,
            employee,
            culture,
            template: "test",
            arguments: vec![],
            link: None,
            expires: None,
        };
        enqueue(c, &mail)
    });
    match sent {
        Ok(_) => Ok(done(call, HERE, "mails-test-sent", None, None)),
        Err(error) if error.status() < 500 => show(call, &error.faults()),
        Err(error) => Err(error),
    }
}

/// `POST /access/mails/{id}/retry`.
fn again(call: &Call) -> Result<Reply> {
    match retry(&call.scope, call.id("id")?) {
        Ok(()) => Ok(done(call, HERE, "mails-retried", None, None)),
        Err(error) if error.is("mail.gone") => show(call, &error.faults()),
        Err(error) => Err(error),
    }
}

/// Whoever changes only some accounts activates them one by one on their pages.
///
/// # Errors
/// `record.not_found`.
fn all_accounts(call: &Call) -> Result<()> {
    call.scope.view(|v| {
        let users = v.object("User")?;
        if v.rights().on(&users, Action::Update).has(Extents::ALL) {
            return Ok(());
        }
        Err(Fault::new("record.not_found").with("object", "User").into())
    })
}

/// `GET /access/activation`: the accounts that nobody has used yet.
fn activation(call: &Call) -> Result<Reply> {
    all_accounts(call)?;
    let ui = ui(call);
    let waiting = Identity::installed()?.never_activated(call.scope.tenant())?.len();
    let ready = talang_mail::available(&call.installation);
    let content = html! {
        div.tl-stack {
            @if !ready { (alert(Tone::Warning, "", html! { (ui.say("mails-none")) })) }
            (activation_state(call)?)
            (card("", html! {}, false, html! {
                @if waiting == 0 { (empty_state("user-check", &ui.say("activation-none"), &ui.say("activation-none-text"), html! {})) }
                @else {
                    p { (ui.say_with("activation-waiting", &[("count", i64::try_from(waiting).unwrap_or(0).into())])) }
                    @if ready {
                        form method="post" action=(ACTIVATION) hx-confirm=(ui.say("activation-confirm")) hx-post=(ACTIVATION) {
                            (csrf_field(call))
                            button.btn.btn-primary type="submit" { (icon("send")) (ui.say("activation-send")) }
                        }
                    }
                }
            }))
        }
    };
    let (title, text) = (ui.say("activation-title"), ui.say("activation-text"));
    let crumbs = crumbs(call);
    let head = Head {
        title: &title,
        text: &text,
        menu: ACTIVATION,
        crumbs: &crumbs,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// How far the latest sending is; nothing where there was none.
fn activation_state(call: &Call) -> Result<Markup> {
    let ui = ui(call);
    let Some(job) = Identity::installed()?.activations(&call.scope)? else { return Ok(html! {}) };
    let over = matches!(job.state.as_str(), "done" | "failed" | "cancelled");
    let said = if job.state == "done" { &job.result } else { &job.progress };
    let figure = |name: &str| said[name].as_u64().unwrap_or_default();
    let total = figure("total").max(1);
    let note =
        ui.say_with("activation-sent", &[("count", i64::try_from(figure("sent")).unwrap_or(0).into())]);
    Ok(html! {
        div id="activation-state" hx-get=[(!over).then_some("/access/activation/progress")] hx-trigger=[(!over).then_some("every 1s")] hx-swap="outerHTML" {
            @if job.state == "failed" { (alert(Tone::Danger, "", html! { (ui.say("activation-failed")) })) }
            @else { (progress(&ui.say("activation-progress"), Some(figure("done")), total, &note)) }
        }
    })
}

/// `GET /access/activation/progress`.
fn activation_progress(call: &Call) -> Result<Reply> {
    all_accounts(call)?;
    Ok(Reply::html(activation_state(call)?.into_string()))
}

/// `POST /access/activation`.
fn activate_all(call: &Call) -> Result<Reply> {
    all_accounts(call)?;
    if !talang_mail::available(&call.installation) {
        return Err(Fault::new("mail.none").into());
    }
    let guard = Identity::installed()?;
    let accounts = guard.never_activated(call.scope.tenant())?;
    guard.send_activations(&call.scope, &accounts)?;
    Ok(done(call, ACTIVATION, "activation-begun", None, None))
}
