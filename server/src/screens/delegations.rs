//! Delegations given and received (A13), acting for somebody else, and support access with consent (T4): one page for
//! oneself, whatever one may do otherwise.

use jiff::civil::Date;
use maud::{Markup, html};
use talang_catalogue::{Culture, Fault, Record};
use talang_engine::acting::{Deputy, Ground, Offer};
use talang_engine::{Action, Change, Error, Extents, Filter, Op, Query, Result, View};
use talang_http::{Access, Call, Reply, Route};
use talang_screens::components::{
    Control, Input, Opt, Picked, TextKind, Tone, alert, badge, card, empty_state, icon, input,
};
use talang_screens::page::{Head, csrf_field, done, fault_text, page_with, ui, zone};

/// Address of the page.
const HERE: &str = "/delegations";
/// Rows of each list.
const MOST: usize = 50;

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get(HERE, Access::SignedIn, page),
        Route::post(HERE, Access::SignedIn, create).confirmed(),
        Route::post("/delegations/{id}/end", Access::SignedIn, end),
        Route::post("/acting", Access::SignedIn, begin),
        Route::post("/acting/end", Access::SignedIn, stop),
        Route::post("/support-access", Access::SignedIn, consent).confirmed(),
        Route::post("/support-access/end", Access::SignedIn, end_consent),
    ]
}

fn sent_all(call: &Call, name: &str) -> Vec<String> {
    let form = call.request.form();
    form.into_iter().filter(|(n, _)| n == name).map(|(_, v)| v.trim().to_string()).collect()
}

fn page(call: &Call) -> Result<Reply> {
    show(call, &[], 200)
}

fn show(call: &Call, faults: &[Fault], status: u16) -> Result<Reply> {
    let ui = ui(call);
    let content = call.scope.view(|v| {
        Ok(html! {
            div.tl-stack {
                @for fault in faults.iter().filter(|f| f.field.is_none()) {
                    (alert(Tone::Danger, "", html! { (fault_text(call, None, fault)) }))
                }
                (received(call, v)?)
                (given(call, v)?)
                @if v.may_delegate()? { (form(call, v, faults)?) }
                (support(call, v)?)
            }
        })
    })?;
    let title = ui.say("delegations");
    let text = ui.say("delegations-text");
    let head = Head { title: &title, text: &text, timeless: true, ..Head::default() };
    Ok(page_with(call, &head, content)?.code(status))
}

/// For whom one may act now, and who named one as deputy before and for later.
fn received(call: &Call, v: &mut View<'_>) -> Result<Markup> {
    let ui = ui(call);
    let offers = v.offers()?;
    let mut rows = Vec::new();
    for offer in &offers {
        rows.push(offer_row(call, v, offer)?);
    }
    let open = |id: i64| offers.iter().any(|o| o.acting.ground == Ground::Delegation(id));
    for record in v.delegations_received()?.iter().filter(|r| !open(r.id)).take(MOST) {
        let name = person(v, record, "delegator")?;
        rows.push(html! {
            li { div.tl-links-row { span.tl-person-words { (name) small { (period(call, record)) (reason(record)) } }
                span.tl-links-end { (state(call, record)) } } }
        });
    }
    Ok(card(
        &ui.say("delegations-received"),
        html! {},
        !rows.is_empty(),
        html! {
            @if rows.is_empty() {
                (empty_state("user-share", &ui.say("delegations-received-none"), &ui.say("delegations-received-none-text"), html! {}))
            } @else { ul.tl-links { @for row in &rows { (row) } } }
        },
    ))
}

fn offer_row(call: &Call, v: &mut View<'_>, offer: &Offer) -> Result<Markup> {
    let ui = ui(call);
    let acting = &offer.acting;
    let name = match acting.employee {
        Some(id) => v.title("Employee", id)?.title,
        None => acting.login.clone(),
    };
    let until = match (acting.ground, offer.until) {
        (_, None) => ui.say("delegations-open-end"),
        (Ground::Delegation(_), Some(day)) => {
            ui.say_with("delegations-until", &[("day", ui.culture.date_long(day).into())])
        }
        (Ground::Consent(_), Some(at)) => {
            ui.say_with("delegations-until", &[("day", ui.culture.date_time(at, &zone(call)).into())])
        }
    };
    let what = ui.say(if acting.writes { "delegations-all" } else { "delegations-read" });
    let button = match acting.ground {
        Ground::Delegation(_) => "delegations-act",
        Ground::Consent(_) => "delegations-look",
    };
    Ok(html! {
        li { div.tl-links-row {
            span.tl-person-words { (name) small { (what) " · " (until) } }
            span.tl-links-end {
                @if call.scope.acting().is_some_and(|a| a.ground == acting.ground) { (badge(Tone::Primary, &ui.say("delegations-now"))) }
                @else {
                    form method="post" action="/acting" {
                        (csrf_field(call))
                        input type="hidden" name="ground" value=(acting.ground.text());
                        button.btn.btn-sm.btn-primary type="submit" aria-label={ (ui.say(button)) ": " (name) } { (ui.say(button)) }
                    }
                }
            }
        } }
    })
}

/// What one gave to others; administrators see everybody's.
fn given(call: &Call, v: &mut View<'_>) -> Result<Markup> {
    let ui = ui(call);
    let object = v.object("Delegation")?;
    if !v.rights().may(&object, Action::Read) {
        return Ok(html! {});
    }
    let all = v.rights().on(&object, Action::Read).has(Extents::ALL);
    let me = call.scope.actor.employee().unwrap_or_default();
    let mine = Filter::test(&object, "delegator", Op::Is, vec![me.into()]);
    let query = Query {
        filter: (!all).then_some(mine),
        sort: v.sort(&object, "-start")?,
        as_of: talang_engine::AsOf::Always,
        limit: MOST,
        ..Query::default()
    };
    let mut rows = Vec::new();
    for record in v.list(&object, &query)?.records {
        let name = person(v, &record, "delegate")?;
        let from = if all { format!("{} → ", person(v, &record, "delegator")?) } else { String::new() };
        let bounds = bounds(call, v, &record)?;
        let may = v.may(&record, talang_catalogue::object::GENERAL, Action::Update)?;
        let over = is_over(call, &record);
        rows.push(html! {
            li { div.tl-links-row {
                span.tl-person-words { (from) (name) small { (period(call, &record)) " · " (bounds) (reason(&record)) } }
                span.tl-links-end {
                    (state(call, &record))
                    @if may && !over {
                        form method="post" action={ (HERE) "/" (record.id) "/end" } data-confirm=(ui.say("delegations-end-confirm")) {
                            (csrf_field(call))
                            button.btn.btn-sm type="submit" aria-label={ (ui.say("delegations-end")) ": " (name) } { (ui.say("delegations-end")) }
                        }
                    }
                }
            } }
        });
    }
    let title = ui.say(if all { "delegations-everybody" } else { "delegations-given" });
    Ok(card(
        &title,
        html! {},
        !rows.is_empty(),
        html! {
            @if rows.is_empty() { p.tl-soft.mb-0 { (ui.say("delegations-given-none")) } }
            @else { ul.tl-links { @for row in &rows { (row) } } }
        },
    ))
}

fn person(v: &mut View<'_>, record: &Record, field: &str) -> Result<String> {
    match record.get(field).as_int() {
        Some(id) => Ok(v.title("Employee", id)?.title),
        None => Ok(String::new()),
    }
}

fn period(call: &Call, record: &Record) -> String {
    let ui = ui(call);
    let day = |name: &str| record.get(name).as_int().map(|d| ui.culture.date_short(d));
    let end = day("end").unwrap_or_else(|| ui.say("delegations-open-end"));
    format!("{} – {end}", day("start").unwrap_or_default())
}

fn reason(record: &Record) -> String {
    record.get("reason").as_text().map(|r| format!(" · {r}")).unwrap_or_default()
}

/// What counts: seeing or everything, which roles and lists.
fn bounds(call: &Call, v: &mut View<'_>, record: &Record) -> Result<String> {
    let ui = ui(call);
    let all = record.get("extent").as_text() == Some("all");
    let mut parts = vec![ui.say(if all { "delegations-all" } else { "delegations-read" })];
    for (field, object) in [("roles", "Role"), ("lists", "AccreditationList")] {
        if let talang_catalogue::Value::Refs(ids) = record.get(field) {
            for id in ids {
                parts.push(v.title(object, *id)?.title);
            }
        }
    }
    Ok(parts.join(" · "))
}

fn is_over(call: &Call, record: &Record) -> bool {
    let today = talang_catalogue::value::days_of_date(call.installation.clock().today());
    record.get("end").as_int().is_some_and(|end| end < today)
}

fn state(call: &Call, record: &Record) -> Markup {
    let ui = ui(call);
    let today = talang_catalogue::value::days_of_date(call.installation.clock().today());
    if is_over(call, record) {
        badge(Tone::Neutral, &ui.say("delegations-over"))
    } else if record.get("start").as_int().is_some_and(|start| start > today) {
        badge(Tone::Info, &ui.say("delegations-later"))
    } else {
        badge(Tone::Success, &ui.say("delegations-running"))
    }
}

/// Lends one's work to somebody: a week from tomorrow, unless said otherwise.
fn form(call: &Call, v: &mut View<'_>, faults: &[Fault]) -> Result<Markup> {
    let ui = ui(call);
    let today = call.installation.clock().today();
    let later = |n: i32| today.checked_add(jiff::Span::new().days(n)).unwrap_or(today).to_string();
    let kept = |name: &str, usual: String| {
        let given = call.request.sent(name);
        if faults.is_empty() || given.is_empty() { usual } else { given }
    };
    let error = |name: &str| {
        let fault = faults.iter().find(|f| f.field.as_deref() == Some(name))?;
        Some(fault_text(call, None, fault))
    };
    let field = |name: &str, key: &str, help: &str, required: bool, control: Control| {
        let help = if help.is_empty() { String::new() } else { ui.say(help) };
        input(
            &ui,
            &Input {
                name: name.into(),
                label: ui.say(key),
                help,
                required,
                control,
                error: error(name),
                ..Input::default()
            },
        )
    };
    let picked = match call.request.sent("delegate").parse::<i64>() {
        Ok(id) => Some(Picked { id: id.to_string(), title: v.title("Employee", id)?.title }),
        Err(_) => None,
    };
    let mut roles = Vec::new();
    for id in v.own_roles()? {
        roles.push((id, v.title("Role", id)?.title));
    }
    let mut lists = Vec::new();
    for id in v.own_lists()? {
        lists.push((id, v.title("AccreditationList", id)?.title));
    }
    let boxes = |name: &str, key: &str, help: &str, all: &[(i64, String)]| {
        let chosen = sent_all(call, name);
        html! {
            @if !all.is_empty() {
                fieldset.tl-field.is-wrong[error(name).is_some()] {
                    legend.tl-label { (ui.say(key)) }
                    @for (id, title) in all {
                        label.tl-checkrow {
                            input.form-check-input type="checkbox" name=(name) value=(id) checked[chosen.contains(&id.to_string())];
                            span.tl-checkrow-words { (title) }
                        }
                    }
                    div.tl-help { (ui.say(help)) }
                    @if let Some(error) = error(name) { div.tl-error { (icon("alert-circle")) span { (error) } } }
                }
            }
        }
    };
    let options = ["read", "all"]
        .map(|code| Opt { value: code.into(), label: ui.say(&format!("delegations-{code}")) })
        .to_vec();
    let text = |value: String| Control::Text { value, kind: TextKind::Plain, max: Some(200) };
    Ok(card(
        &ui.say("delegations-new"),
        html! {},
        false,
        html! {
            p.tl-soft { (ui.say("delegations-new-text")) }
            form method="post" action=(HERE) {
                (csrf_field(call))
                div.tl-form {
                    (field("delegate", "delegations-deputy", "", true, Control::Reference { value: picked, url: "/pick/Employee".into() }))
                    (field("extent", "delegations-extent", "", true, Control::Select { value: kept("extent", "read".into()), options }))
                    (field("start", "delegations-start", "", true, Control::Date { value: kept("start", later(1)) }))
                    (field("end", "delegations-last", "", true, Control::Date { value: kept("end", later(7)) }))
                    (boxes("roles", "delegations-roles", "delegations-roles-help", &roles))
                    (boxes("lists", "delegations-lists", "delegations-lists-help", &lists))
                    (field("reason", "delegations-reason", "delegations-reason-help", false, text(kept("reason", String::new()))))
                }
                div.mt-3 { button.btn.btn-primary type="submit" { (icon("user-share")) (ui.say("delegations-save")) } }
            }
        },
    ))
}

/// `POST /delegations`.
fn create(call: &Call) -> Result<Reply> {
    let mut faults = Vec::new();
    let mut day = |name: &str| {
        let text = call.request.sent(name);
        let found: Option<Date> = text.parse().ok();
        if found.is_none() {
            let example = call.installation.clock().today();
            faults.push(Fault::new("value.date").on(name).with("example", example));
        }
        found
    };
    let (start, end) = (day("start"), day("end"));
    let ids = |name: &str| sent_all(call, name).iter().filter_map(|t| t.parse().ok()).collect::<Vec<i64>>();
    let delegate: Option<i64> = call.request.sent("delegate").parse().ok();
    if delegate.is_none() {
        faults.push(Fault::new("value.mandatory").on("delegate"));
    }
    let (Some(delegate), true) = (delegate, faults.is_empty()) else { return show(call, &faults, 422) };
    let deputy = Deputy {
        delegate,
        start,
        end,
        writes: call.request.sent("extent") == "all",
        roles: ids("roles"),
        lists: ids("lists"),
        reason: call.request.sent("reason"),
    };
    let made = call.scope.delegate(&deputy, |change, _| tell(call, change, &deputy));
    match made {
        Ok(_) => Ok(done(call, HERE, "delegations-done", None, None)),
        Err(Error::Faults(faults)) if faults.iter().all(|f| f.code != "record.not_found") => {
            show(call, &faults, 422)
        }
        Err(error) => Err(error),
    }
}

/// Mails to both, where the installation sends mails and their accounts have an address.
fn tell(call: &Call, change: &mut Change<'_>, deputy: &Deputy) -> Result<()> {
    if !talang_mail::available(&call.installation) {
        return Ok(());
    }
    let Some(giver) = call.scope.actor.employee() else { return Ok(()) };
    let users = change.object("User")?;
    for (employee, template) in [(deputy.delegate, "delegation-received"), (giver, "delegation-given")] {
        let filter = Some(Filter::test(&users, "employee", Op::Is, vec![employee.into()]));
        let found = change.list(&users, &Query { filter, limit: 5, ..Query::default() })?.records;
        let account = found.iter().find(|u| u.get("state").as_text() == Some("active"));
        let Some(to) = account.and_then(|u| u.get("email").as_text()).filter(|t| !t.is_empty()) else {
            continue;
        };
        let culture = account
            .and_then(|u| Culture::find(u.get("culture").as_text().unwrap_or_default()))
            .unwrap_or(call.scope.tenant().culture());
        let written = |day: Option<Date>| {
            day.map(|d| culture.date_long(talang_catalogue::value::days_of_date(d))).unwrap_or_default()
        };
        let other = if employee == giver { deputy.delegate } else { giver };
        let mail = talang_mail::Mail {
            to,
            employee: Some(employee),
            culture,
            template,
            arguments: vec![
                ("name", change.title("Employee", other)?.title),
                ("start", written(deputy.start)),
                ("end", written(deputy.end)),
            ],
            link: Some(HERE.to_string()),
            expires: None,
        };
        match talang_mail::enqueue(change, &mail) {
            // An address that is none stops no delegation.
            Err(error) if error.is("mail.address") => {}
            other => drop(other?),
        }
    }
    Ok(())
}

/// `POST /delegations/{id}/end`.
fn end(call: &Call) -> Result<Reply> {
    call.scope.end_delegation(call.id("id")?)?;
    Ok(done(call, HERE, "delegations-ended", None, None))
}

/// `POST /acting`.
fn begin(call: &Call) -> Result<Reply> {
    let ended = || Error::from(Fault::new("acting.ended"));
    let session = call.session.as_ref().ok_or_else(ended)?;
    let ground = Ground::parse(&call.request.sent("ground")).ok_or_else(ended)?;
    call.scope.clone().begin_acting(&session.id, ground)?;
    Ok(Reply::see_other("/"))
}

/// `POST /acting/end`.
fn stop(call: &Call) -> Result<Reply> {
    if let Some(session) = &call.session {
        call.scope.clone().end_acting(&session.id)?;
    }
    Ok(Reply::see_other(HERE))
}

/// Whom one allows to look as oneself, and what was done so.
fn support(call: &Call, v: &mut View<'_>) -> Result<Markup> {
    let ui = ui(call);
    if call.scope.acting().is_some() {
        return Ok(html! {});
    }
    let accounts = v.support_accounts()?;
    let deeds = v.done_for_me(30)?;
    if accounts.is_empty() && deeds.is_empty() {
        return Ok(html! {});
    }
    let open = v.open_consent()?;
    let hours = [1, 2, 4, 8, 24]
        .map(|n: i64| Opt {
            value: n.to_string(),
            label: ui.say_with("delegations-hours", &[("count", n.into())]),
        })
        .to_vec();
    let mut who = vec![Opt { value: String::new(), label: ui.say("delegations-support-any") }];
    who.extend(accounts.iter().map(|(id, login)| Opt { value: id.to_string(), label: login.clone() }));
    let select = |name: &str, key: &str, value: &str, options: Vec<Opt>| {
        let control = Control::Select { value: value.to_string(), options };
        input(&ui, &Input { name: name.into(), label: ui.say(key), control, ..Input::default() })
    };
    let labels = &call.installation.registry().labels;
    let word = |prefix: &str, code: &str| {
        ui.messages.find(ui.language, &format!("{prefix}-{code}"), &[]).unwrap_or_else(|| code.to_string())
    };
    Ok(html! {
        div id="support" {
            (card(&ui.say("delegations-support"), html! {}, false, html! {
                p.tl-soft { (ui.say("delegations-support-text")) }
                @if let Some(until) = open {
                    (alert(Tone::Warning, "", html! {
                        p { (ui.say_with("general-consent", &[("until", ui.culture.date_time(until, &zone(call)).into())])) }
                        form method="post" action="/support-access/end" { (csrf_field(call)) button.btn.btn-sm type="submit" { (ui.say("general-consent-end")) } }
                    }))
                }
                @if !accounts.is_empty() {
                    form method="post" action="/support-access" {
                        (csrf_field(call))
                        div.tl-form {
                            (select("hours", "delegations-support-hours", "1", hours))
                            (select("support", "delegations-support-who", "", who))
                            (input(&ui, &Input { name: "writing".into(), label: ui.say("delegations-support-write"), control: Control::Bool { checked: false }, ..Input::default() }))
                        }
                        div.mt-3 { button.btn type="submit" { (ui.say("delegations-support-allow")) } }
                    }
                }
                @if !deeds.is_empty() {
                    h3.h6.mt-3 { (ui.say("delegations-deeds")) }
                    ul.tl-links {
                        @for deed in &deeds {
                            li { div.tl-links-row {
                                span.tl-person-words {
                                    (deed.login)
                                    small { (word("access-log", &deed.action)) @if !deed.object.is_empty() { " · " (labels.object(ui.language, &deed.object)) } }
                                }
                                span.tl-links-end.tl-num { (ui.culture.date_time(deed.at, &zone(call))) }
                            } }
                        }
                    }
                }
            }))
        }
    })
}

/// `POST /support-access`.
fn consent(call: &Call) -> Result<Reply> {
    let hours = call.request.sent("hours").parse().unwrap_or_default();
    let support: Option<i64> = match call.request.sent("support") {
        text if text.is_empty() => None,
        text => Some(text.parse().unwrap_or_default()),
    };
    match call.scope.give_consent(hours, support, call.request.sent("writing") == "true") {
        Ok(()) => Ok(done(call, HERE, "delegations-support-done", None, None)),
        Err(error) if error.is("acting.consent") => show(call, &error.faults(), 422),
        Err(error) => Err(error),
    }
}

/// `POST /support-access/end`.
fn end_consent(call: &Call) -> Result<Reply> {
    call.scope.end_consents()?;
    Ok(done(call, HERE, "delegations-support-ended", None, None))
}
