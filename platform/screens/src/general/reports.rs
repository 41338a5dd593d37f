//! Every report that the user kept or that their roles share, over all lists: open, take out, delete.

use maud::html;
use talang_catalogue::Value;
use talang_engine::{Action, MenuEntry, Result};
use talang_http::{Call, Reply};

use super::columns;
use super::exports::{export_address, with_columns};
use super::list::chosen;
use super::names_of;
use super::state::State;
use super::views::every;
use crate::components::{Cell, Column, Entry, List, Row, empty_state, icon, list};
use crate::page::{Head, csrf, page_with, ui};

/// Their page.
pub(super) const PATH: &str = "/reports";

/// Its entry of the menu.
pub(super) fn menu() -> MenuEntry {
    MenuEntry {
        label: "reports-title",
        href: PATH,
        icon: "report-analytics",
        right: Some(("SavedReport", Action::Read)),
        ..MenuEntry::default()
    }
}

/// `GET /reports`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let rows = call.scope.view(|v| {
        let mut rows = Vec::new();
        for (object, saved) in every(v)? {
            let role = match saved.record.get("role") {
                Value::Int(id) => v.title("Role", *id)?.title,
                _ => String::new(),
            };
            let mut actions = vec![Entry {
                label: ui.say("ui-open"),
                icon: "eye",
                href: Some(saved.state.address()),
                ..Entry::default()
            }];
            if v.rights().may(&object, Action::Export) {
                let cols = columns::all(call, v, &object);
                let shown = chosen(call, &object, &cols, &saved.state, &[]);
                let address = with_columns(&export_address(&object, &saved.state, call), &shown);
                actions.extend(files(call, &saved.state, &address));
            }
            if saved.own {
                if v.rights().may(&object, Action::Export) {
                    actions.push(Entry {
                        label: ui.say("reports-send"),
                        icon: "send",
                        href: Some(format!("{PATH}/sending?report={}", saved.record.id)),
                        line: true,
                        ..Entry::default()
                    });
                }
                actions.push(Entry {
                    label: ui.say("ui-delete"),
                    icon: "trash",
                    danger: true,
                    line: true,
                    attributes: vec![
                        (
                            "hx-post",
                            format!("/o/{}/views/delete?to=reports&id={}", object.def.path, saved.record.id),
                        ),
                        (
                            "hx-confirm",
                            ui.say_with(
                                "general-view-delete-confirm",
                                &[("name", saved.label.as_str().into())],
                            ),
                        ),
                        ("data-confirm-action", ui.say("ui-delete")),
                        ("data-danger", String::new()),
                    ],
                    ..Entry::default()
                });
            }
            rows.push(Row {
                id: saved.record.id.to_string(),
                href: Some(saved.state.address()),
                title: saved.label.clone(),
                cells: vec![
                    Cell(html! { (saved.label) }),
                    Cell(html! { (names_of(call, &object).1) }),
                    Cell(html! { (kind(call, &saved.state)) }),
                    Cell(html! { (role) }),
                ],
                actions,
            });
        }
        Ok(rows)
    })?;
    let column = |key: &str| Column { name: key.to_string(), label: ui.say(key), ..Column::default() };
    let total = u64::try_from(rows.len()).ok();
    let shown = List {
        id: "list".to_string(),
        caption: ui.say("reports-title"),
        address: PATH.to_string(),
        columns: ["reports-name", "reports-list", "reports-shows", "reports-role"].map(column).to_vec(),
        rows,
        total,
        csrf: csrf(call).to_string(),
        empty: Some(empty_state(
            "report-analytics",
            &ui.say("reports-none"),
            &ui.say("reports-none-text"),
            html! {
                a.btn href="/o" { (ui.say("general-all-lists")) }
            },
        )),
        ..List::default()
    };
    let (title, text) = (ui.say("reports-title"), ui.say("reports-text"));
    let received = html! {
        a.btn href={ (PATH) "/received" } { (icon("mail")) (ui.say("reports-received")) }
    };
    let head = Head { title: &title, text: &text, menu: PATH, actions: received, ..Head::default() };
    page_with(call, &head, html! { (list(&ui, &shown)) })
}

/// What a report shows, in a word.
fn kind(call: &Call, state: &State) -> String {
    ui(call).say(if state.group.is_empty() { "reports-records" } else { "reports-groups" })
}

/// Its files.
fn files(call: &Call, state: &State, address: &str) -> Vec<Entry> {
    let keys: &[&str] = match state.group.is_empty() {
        true => &["general-export-xlsx", "general-export-pdf"],
        false => &["general-export-groups-xlsx", "general-export-groups-pdf", "general-export-groups-csv"],
    };
    let formats = [("file-spreadsheet", "xlsx"), ("file-text", "pdf"), ("file-export", "csv")];
    let entry = |(key, (icon, format)): (&str, (&'static str, &str))| Entry {
        label: ui(call).say(key),
        icon,
        href: Some(format!("{address}&format={format}")),
        line: format == "xlsx",
        ..Entry::default()
    };
    keys.iter().copied().zip(formats).map(entry).collect()
}
