//! What was delivered: the list on the page of a webhook, and the page of one delivery.

use maud::{Markup, html};
use talang_catalogue::Record;
use talang_engine::{Action, Result};
use talang_http::{Call, Reply};
use talang_screens::components::{
    Align, Cell, Control, Crumb, Filters, Input, List, Opt, Paging, Row, Tone, Ui, badge, card, empty_state,
    fact, facts, filters, icon, input, list as list_view, with_param,
};
use talang_screens::page::{Head, csrf_field, done, fault_text, page_with, ui};
use talang_webhook::{Asked, Delivery, attempts_of, deliveries, delivery_of, replay};

use super::{LIST, crumbs, moment, subscription, text};

/// Deliveries on a page.
const PAGE: i64 = 50;
/// States that can be asked for.
const STATES: [&str; 4] = ["waiting", "delivered", "given up", "withheld"];

/// The deliveries of a subscription, as the address narrows them.
pub(super) fn table(call: &Call, ui: &Ui<'_>, hook: &Record) -> Result<Markup> {
    let query = |name: &str| call.request.query(name).unwrap_or_default().trim().to_string();
    let (words, state) = (query("q"), query("state"));
    let before = query("before").parse().ok();
    let asked = Asked { state: state.clone(), text: words.clone(), before, most: PAGE + 1 };
    let mut found = deliveries(&call.scope, hook.id, &asked)?;
    let more = i64::try_from(found.len()).unwrap_or(0) > PAGE;
    found.truncate(usize::try_from(PAGE).unwrap_or_default());
    let base = format!("{LIST}/{}", hook.id);
    let here = [("q", &words), ("state", &state)]
        .iter()
        .fold(base.clone(), |address, (name, value)| with_param(&address, name, value));
    let count = i64::try_from(found.len()).unwrap_or_default();
    let paging = Paging {
        text: ui.say_with("webhooks-shown", &[("count", count.into())]),
        previous: before.is_some().then(|| here.clone()),
        next: found.last().filter(|_| more).map(|d| with_param(&here, "before", &d.id.to_string())),
    };
    let empty = match words.is_empty() && state.is_empty() {
        true => empty_state("history", &ui.say("webhooks-no-log"), &ui.say("webhooks-no-log-text"), html! {}),
        false => empty_state(
            "search",
            &ui.say("webhooks-not-found"),
            &ui.say("webhooks-not-found-text"),
            html! { a.btn href=(base) { (ui.say("webhooks-all")) } },
        ),
    };
    let table = List {
        id: "deliveries".into(),
        caption: ui.say("webhooks-log"),
        columns: vec![
            ui.column("webhooks-happened", Align::Date),
            ui.column("webhooks-event", Align::Text),
            ui.column("webhooks-record", Align::Number),
            ui.column("webhooks-state", Align::Wrap),
            ui.column("webhooks-attempts", Align::Number),
            ui.column("webhooks-next", Align::Date),
        ],
        rows: found.iter().map(|d| row(call, ui, &base, d)).collect(),
        filters: Some(bar(ui, &base, &words, &state)),
        empty: Some(empty),
        paging: (count > 0).then_some(paging),
        ..List::default()
    };
    Ok(list_view(ui, &table))
}

fn bar(ui: &Ui<'_>, base: &str, words: &str, state: &str) -> Markup {
    let any = Opt { value: String::new(), label: ui.say("schedule-any") };
    let options = std::iter::once(any)
        .chain(STATES.iter().map(|s| Opt { value: (*s).to_string(), label: ui.say(&state_key(s)) }))
        .collect();
    let control = Control::Select { value: state.to_string(), options };
    let more = input(
        ui,
        &Input { name: "state".into(), label: ui.say("webhooks-state"), control, ..Input::default() },
    );
    filters(ui, &Filters { target: "deliveries", address: base, query: words, more, ..Filters::default() })
}

fn state_key(state: &str) -> String {
    format!("webhooks-state-{}", state.replace(' ', "-"))
}

fn state_badge(ui: &Ui<'_>, delivery: &Delivery) -> Markup {
    let tone = match delivery.state.as_str() {
        "delivered" => Tone::Success,
        "given up" => Tone::Danger,
        "withheld" => Tone::Neutral,
        _ if delivery.attempts > 0 => Tone::Warning,
        _ => Tone::Info,
    };
    // A sample is tried once.
    let failed = delivery.event == "webhook.sample" && delivery.state == "given up";
    let key = if failed { "webhooks-sample-failed".to_string() } else { state_key(&delivery.state) };
    badge(tone, &ui.say(&key))
}

fn row(call: &Call, ui: &Ui<'_>, base: &str, delivery: &Delivery) -> Row {
    let why = delivery.fault().map(|fault| fault_text(call, None, &fault)).unwrap_or_default();
    let record = if delivery.is_event() { delivery.record.to_string() } else { String::new() };
    Row {
        id: delivery.id.to_string(),
        href: Some(format!("{base}/deliveries/{}", delivery.id)),
        title: delivery.event.clone(),
        cells: vec![
            Cell::from(moment(call, ui, Some(delivery.happened_at))),
            Cell::from(html! { code { (delivery.event) } }),
            record.into(),
            Cell::from(html! {
                div {
                    (state_badge(ui, delivery))
                    @if !why.is_empty() { div.small.tl-soft.mt-1 { (why) } }
                }
            }),
            ui.culture.integer(delivery.attempts).into(),
            Cell::from(html! { @if let Some(at) = delivery.due_at { (moment(call, ui, Some(at))) } }),
        ],
        ..Row::default()
    }
}

/// A length of time in milliseconds, with its unit.
pub(super) fn milliseconds(ui: &Ui<'_>, micros: i64) -> String {
    format!("{}\u{a0}ms", ui.culture.integer(micros / 1_000))
}

/// `GET /access/webhooks/{id}/deliveries/{delivery}`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let (hook, _) = subscription(call, Action::Read)?;
    let may_change = subscription(call, Action::Update).is_ok();
    let delivery = delivery_of(&call.scope, hook.id, call.id("delivery")?)?;
    let attempts = attempts_of(&call.scope, delivery.id)?;
    let base = format!("{LIST}/{}", hook.id);
    let waits = delivery.state == "waiting";
    let rows = attempts.iter().enumerate().map(|(at, attempt)| {
        let said = match attempt.fault() {
            Some(fault) => fault_text(call, None, &fault),
            None => ui.say("webhooks-state-delivered"),
        };
        Row {
            id: at.to_string(),
            title: said.clone(),
            cells: vec![
                Cell::from(moment(call, &ui, Some(attempt.at))),
                Cell::from(html! {
                    div {
                        (said)
                        @if !attempt.answer.is_empty() { pre.small.mt-1.mb-0.text-break.text-wrap { (attempt.answer) } }
                    }
                }),
                attempt.status.map(|s| s.to_string()).unwrap_or_default().into(),
                milliseconds(&ui, attempt.took).into(),
            ],
            ..Row::default()
        }
    });
    let list = List {
        id: "attempts".into(),
        caption: ui.say("webhooks-attempts"),
        columns: vec![
            ui.column("webhooks-at", Align::Date),
            ui.column("webhooks-outcome", Align::Wrap),
            ui.column("webhooks-status", Align::Number),
            ui.column("webhooks-took", Align::Number),
        ],
        rows: rows.collect(),
        empty: Some(empty_state(
            "history",
            &ui.say("webhooks-not-tried"),
            &ui.say("webhooks-not-tried-text"),
            html! {},
        )),
        ..List::default()
    };
    let about = facts(html! {
        (fact(&ui, &ui.say("webhooks-state"), state_badge(&ui, &delivery), false))
        (fact(&ui, &ui.say("webhooks-happened"), moment(call, &ui, Some(delivery.happened_at)), false))
        @if delivery.is_event() { (fact(&ui, &ui.say("webhooks-record"), html! { (delivery.record) }, false)) }
        @if let Some(at) = delivery.due_at { (fact(&ui, &ui.say("webhooks-next"), moment(call, &ui, Some(at)), false)) }
        @else if waits { (fact(&ui, &ui.say("webhooks-next"), html! { (ui.say("webhooks-behind")) }, false)) }
        @if let Some(at) = delivery.ended_at { (fact(&ui, &ui.say("webhooks-ended"), moment(call, &ui, Some(at)), false)) }
        (fact(&ui, "webhook-id", html! { code.text-break { (delivery.message) } }, true))
    });
    let content = html! {
        div.tl-stack {
            (card("", html! {}, false, about))
            (card(&ui.say("webhooks-attempts"), html! {}, true, list_view(&ui, &list)))
        }
    };
    let crumbs = crumbs(
        call,
        vec![
            Crumb { label: ui.say("webhooks"), href: LIST.into() },
            Crumb { label: text(&hook, "label"), href: base.clone() },
        ],
    );
    let head = Head {
        title: &delivery.event,
        menu: LIST,
        crumbs: &crumbs,
        actions: html! {
            @if may_change && !waits && delivery.is_event() {
                form method="post" action={ (base) "/deliveries/" (delivery.id) "/again" } {
                    (csrf_field(call))
                    button.btn type="submit" { (icon("refresh")) (ui.say("webhooks-again-one")) }
                }
            }
        },
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// `POST /access/webhooks/{id}/deliveries/{delivery}/again`.
pub(super) fn again(call: &Call) -> Result<Reply> {
    let (hook, _) = subscription(call, Action::Update)?;
    let delivery = call.id("delivery")?;
    replay(&call.scope, hook.id, delivery)?;
    let to = format!("{LIST}/{}/deliveries/{delivery}", hook.id);
    Ok(done(call, &to, "webhooks-again-done", Some(1), None))
}
