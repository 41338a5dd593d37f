//! What came and went.

use maud::{Markup, html};
use talang_catalogue::Fault;
use talang_engine::{Action, Result};
use talang_files::Transfer;
use talang_http::{Call, Reply};
use talang_screens::components::{
    Align, Cell, Crumb, List, Row, Tone, Ui, badge, empty_state, list as list_view,
};
use talang_screens::page::{Head, page_with, ui, zone};

use super::{FILES, LINES, TRANSFERS, crumbs, may, parts, size, space};

/// `GET /access/file-space/transfers`.
pub(super) fn transfers(call: &Call) -> Result<Reply> {
    may(call, "FileSpace", Action::Read)?;
    let ui = ui(call);
    let lines = talang_files::transfers(call.scope.tenant(), None, LINES)?;
    let content = html! {
        (parts(call, TRANSFERS))
        (transfer_list(call, &ui, &lines))
    };
    let (title, text) = (ui.say("file-space-transfers"), ui.say("file-space-transfers-text"));
    let crumbs = crumbs(call, vec![Crumb { label: ui.say("file-space"), href: FILES.into() }]);
    let head =
        Head { title: &title, text: &text, menu: FILES, crumbs: &crumbs, timeless: true, ..Head::default() };
    page_with(call, &head, content)
}

/// Transfers as a list, the newest first.
pub(super) fn transfer_list(call: &Call, ui: &Ui<'_>, lines: &[Transfer]) -> Markup {
    if lines.is_empty() {
        return empty_state(
            "history",
            &ui.say("file-space-no-transfers"),
            &ui.say("file-space-no-transfers-text"),
            html! {},
        );
    }
    let zone = zone(call);
    let registry = call.installation.registry();
    let outcome = |line: &Transfer| match line.outcome.as_str() {
        "done" => badge(Tone::Success, &ui.say("file-space-done")),
        "cut" => badge(Tone::Warning, &ui.say("file-space-cut")),
        other => {
            let code = talang_catalogue::fault::find(other).map_or("internal", |f| f.code);
            let mut fault = Fault::new(code);
            if code == "file_space.full" {
                let most = space(call).map_or(0, |s| s.limits().bytes >> 20);
                fault = fault.with("max", most);
            }
            html! {
                (badge(Tone::Danger, &ui.say("file-space-refused")))
                " " small.tl-soft { (registry.messages.fault_text(ui.language, &fault, "")) }
            }
        }
    };
    let rows = lines
        .iter()
        .enumerate()
        .map(|(at, line)| Row {
            id: at.to_string(),
            title: line.path.clone(),
            cells: vec![
                ui.culture.date_time(line.at, &zone).into(),
                Cell::from(html! { span.tl-person-words { (line.login) small.text-break { (line.protocol.to_uppercase()) " · " (line.address) } } }),
                ui.say(&format!("file-space-did-{}", line.action)).into(),
                line.path.clone().into(),
                size(ui, u64::try_from(line.bytes).unwrap_or(0)).into(),
                Cell::from(outcome(line)),
            ],
            ..Row::default()
        })
        .collect();
    list_view(
        ui,
        &List {
            id: "space-transfers".into(),
            caption: ui.say("file-space-transfers"),
            columns: vec![
                ui.column("file-space-when", Align::Date),
                ui.column("file-space-who", Align::Text),
                ui.column("file-space-deed", Align::Text),
                ui.column("file-space-name", Align::Wrap),
                ui.column("file-space-size", Align::Number),
                ui.column("file-space-outcome", Align::Wrap),
            ],
            rows,
            ..List::default()
        },
    )
}
