//! The application log (A12): sign-ins, refusals, exports, imports: who, when, from where.

use maud::html;
use talang_catalogue::types::time::iso_instant;
use talang_engine::Result;
use talang_http::{Call, Reply};

use super::crumbs;
use crate::components::{
    Align, Cell, Column, Filters, List, Paging, Row, filters, list as list_view, with_param,
};
use crate::page::{Head, page_with, ui};

/// Rows on a page.
const PAGE: usize = 100;

/// `GET /access/log?q=…&before=…`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let words = call.request.query("q").unwrap_or_default().trim().to_string();
    let before: Option<i64> = call.request.query("before").and_then(|t| t.parse().ok());
    let mut found = call.scope.view(|v| {
        super::reads_all(v, "User")?;
        v.activities(&words, before.unwrap_or(i64::MAX), PAGE + 1)
    })?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found
        .last()
        .filter(|_| more)
        .map(|last| with_param(&with_param("/access/log", "q", &words), "before", &last.at.to_string()));
    let zone = jiff::tz::TimeZone::UTC;
    let rows: Vec<Row> = found
        .iter()
        .enumerate()
        .map(|(n, a)| {
            let what = ui.messages.find(ui.language, &format!("access-log-{}", a.action), &[]);
            let door = ui.messages.find(ui.language, &format!("general-door-{}", a.door), &[]);
            Row {
                id: n.to_string(),
                cells: vec![
                    Cell::from(html! { time.tl-num datetime=(iso_instant(a.at)) { (ui.culture.date_time(a.at, &zone)) " UTC" } }),
                    a.login.clone().into(),
                    what.unwrap_or_else(|| a.action.clone()).into(),
                    a.detail.clone().into(),
                    door.unwrap_or_else(|| a.door.clone()).into(),
                    a.address.clone().into(),
                ],
                ..Row::default()
            }
        })
        .collect();
    let column = |label: &str, align: Align| Column { label: ui.say(label), align, ..Column::default() };
    let shown =
        ui.say_with("access-log-shown", &[("count", i64::try_from(rows.len()).unwrap_or_default().into())]);
    let table = List {
        id: "log".into(),
        caption: ui.say("access-log"),
        columns: vec![
            column("access-when", Align::Date),
            column("access-login", Align::Text),
            column("access-what", Align::Text),
            column("access-detail", Align::Wrap),
            column("access-door", Align::Text),
            column("access-address", Align::Text),
        ],
        filters: Some(filters(
            &ui,
            &Filters { target: "log", address: "/access/log", query: &words, ..Filters::default() },
        )),
        paging: (!rows.is_empty()).then(|| Paging {
            text: shown,
            previous: before.map(|_| with_param("/access/log", "q", &words)),
            next,
        }),
        rows,
        ..List::default()
    };
    let crumbs = crumbs(call, None);
    let (title, text) = (ui.say("access-log"), ui.say("access-log-text"));
    let head = Head {
        title: &title,
        text: &text,
        menu: "/access/log",
        crumbs: &crumbs,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, list_view(&ui, &table))
}
