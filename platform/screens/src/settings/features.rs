//! New functions that a company switches on when it is ready for them (S8): what there is, since when, who switched it.

use maud::{Markup, html};
use talang_catalogue::{Kind, Value};
use talang_engine::registry::Feature;
use talang_engine::{Mode, Result, View};
use talang_http::{Call, Reply};

use crate::components::{Cell, Column, List, Row, Tone, badge, empty_state, list as list_view};
use crate::page::{Head, csrf_field, done, page_with, ui};

/// `GET /settings/features`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let rows = call.scope.view(|v| {
        let mut rows = Vec::new();
        for feature in &call.installation.registry().features {
            rows.push(row(call, v, feature)?);
        }
        Ok(rows)
    })?;
    let columns = [
        "settings-feature",
        "settings-feature-state",
        "settings-feature-since",
        "settings-feature-last",
        "ui-actions",
    ];
    let table = List {
        id: "features".into(),
        caption: ui.say("settings-features"),
        columns: columns.iter().map(|c| Column { label: ui.say(c), ..Column::default() }).collect(),
        rows,
        empty: Some(empty_state("circle-check", &ui.say("settings-no-features"), "", html! {})),
        ..List::default()
    };
    let (title, text) = (ui.say("settings-features"), ui.say("settings-features-text"));
    let head =
        Head { title: &title, text: &text, menu: "/settings/features", timeless: true, ..Head::default() };
    page_with(call, &head, list_view(&ui, &table))
}

fn row(call: &Call, v: &mut View<'_>, feature: &Feature) -> Result<Row> {
    let ui = ui(call);
    let on = v.feature(feature.code)?;
    let switches = v.object("FeatureSwitch")?;
    let name = ui.say(&format!("feature-{}", feature.code));
    let last = match v.resolve("FeatureSwitch", feature.code)? {
        Some(id) => v.history(&switches, id, 1)?.into_iter().next(),
        None => None,
    };
    let zone = jiff::tz::TimeZone::UTC;
    let last: Markup = html! {
        @if let Some(entry) = last { (ui.culture.date_time(entry.at, &zone)) " UTC" div { small.tl-soft { (entry.actor) } } }
    };
    let since = feature.since.parse::<jiff::civil::Date>().ok();
    let since =
        since.map(|d| ui.culture.date_long(talang_catalogue::value::days_of_date(d))).unwrap_or_default();
    let state = if on {
        badge(Tone::Success, &ui.say("settings-feature-on"))
    } else {
        badge(Tone::Neutral, &ui.say("settings-feature-off"))
    };
    let key = if on { "settings-feature-switch-off" } else { "settings-feature-switch-on" };
    Ok(Row {
        id: feature.code.to_string(),
        title: name.clone(),
        cells: vec![
            Cell::from(html! {
                // One piece: on phones a cell sets its parts side by side.
                div {
                    strong { (name) }
                    div.tl-soft { (ui.say(&format!("feature-{}-text", feature.code))) }
                    div { small.tl-soft { (ui.say("settings-feature-documentation")) ": " code { (feature.documentation) } } }
                }
            }),
            Cell::from(state),
            since.into(),
            Cell::from(last),
            Cell::from(html! {
                form method="post" action="/settings/features" {
                    (csrf_field(call))
                    input type="hidden" name="code" value=(feature.code);
                    input type="hidden" name="on" value=(if on { "false" } else { "true" });
                    button.btn.btn-sm type="submit" aria-label={ (ui.say(key)) ": " (ui.say(&format!("feature-{}", feature.code))) } { (ui.say(key)) }
                }
            }),
        ],
        ..Row::default()
    })
}

/// `POST /settings/features`: switches one; what nobody declared is refused by the gate.
pub(super) fn switch(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let sent = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    let on = sent("on") == "true";
    call.scope.change(Kind::Shared, |c| {
        let object = c.object("FeatureSwitch")?;
        let values = vec![("code", Value::from(sent("code").as_str())), ("on", on.into())];
        let draft = talang_engine::Draft::new(&object, values)?;
        c.save(&object, Mode::Upsert, draft)
    })?;
    let key = if on { "settings-feature-is-on" } else { "settings-feature-is-off" };
    Ok(done(call, "/settings/features", key, None, None))
}
