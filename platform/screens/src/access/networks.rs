//! From where people may come (A1): the ranges, and which of them hold the reader's own address.

use std::net::IpAddr;

use maud::html;
use talang_engine::network::Network;
use talang_engine::{Action, Query, Result};
use talang_http::{Call, Reply};

use super::{crumbs, reads_all};
use crate::components::{Align, List, Row, Tone, alert, badge, empty_state, icon, list as list_view};
use crate::page::{Head, page_with, ui};

/// `GET /access/networks`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let address = call.request.address.as_str();
    let here: Option<IpAddr> = address.parse().ok();
    let (rows, may_create) = call.scope.view(|v| {
        reads_all(v, "IpRange")?;
        let ranges = v.object("IpRange")?;
        let sort = v.sort(&ranges, "group_code,cidr")?;
        let page = v.list(&ranges, &Query { sort, limit: 500, ..Query::default() })?;
        let rows: Vec<Row> = page
            .records
            .iter()
            .map(|range| {
                let text = |name: &str| range.get(name).as_text().unwrap_or_default().to_string();
                let active = range.get("active").as_int() == Some(1);
                let holds = Network::parse(&text("cidr")).zip(here).is_some_and(|(n, a)| n.contains(a));
                let group = match text("group_code").as_str() {
                    "*" => ui.say("access-networks-everyone"),
                    code => code.to_string(),
                };
                Row {
                    id: range.id.to_string(),
                    href: Some(format!("/o/{}/{}", ranges.def.path, range.id)),
                    title: text("cidr"),
                    cells: vec![
                        text("cidr").into(),
                        group.into(),
                        text("comment").into(),
                        html! {
                            @if !active { (badge(Tone::Neutral, &ui.say("access-networks-off"))) }
                            @else if holds { (badge(Tone::Success, &ui.say("access-networks-here"))) }
                            @if range.get("second_factor").as_int() == Some(1) { " " (badge(Tone::Info, &ui.say("access-second-factor"))) }
                        }
                        .into(),
                    ],
                    ..Row::default()
                }
            })
            .collect();
        Ok((rows, v.rights().may(&ranges, Action::Create)))
    })?;
    let new = html! { a.btn.btn-primary href="/o/ip-ranges/new" { (icon("plus")) (ui.say("access-networks-new")) } };
    let content = if rows.is_empty() {
        let action = if may_create {
            html! { (new) }
        } else {
            html! {}
        };
        empty_state(
            "world",
            &ui.say("access-networks-none"),
            &ui.say_with("access-networks-none-text", &[("address", address.into())]),
            action,
        )
    } else {
        let table = List {
            id: "networks".into(),
            caption: ui.say("access-networks"),
            address: "/access/networks".into(),
            columns: vec![
                ui.column("access-networks-range", Align::Text),
                ui.column("access-networks-group", Align::Text),
                ui.column("access-networks-comment", Align::Text),
                ui.column("access-state", Align::Text),
            ],
            rows,
            ..List::default()
        };
        html! {
            (alert(Tone::Info, "", html! { (ui.say_with("access-networks-allowed", &[("address", address.into())])) }))
            (list_view(&ui, &table))
        }
    };
    let crumbs = crumbs(call, None);
    let (title, text) = (ui.say("access-networks"), ui.say("access-networks-text"));
    let actions = if may_create {
        new
    } else {
        html! {}
    };
    let head = Head {
        title: &title,
        text: &text,
        menu: "/access/networks",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}
