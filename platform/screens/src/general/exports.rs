//! The files of a list: for people, for imports, and in the adapted formats of other programs (I2).

use maud::Markup;
use talang_catalogue::{Object, Value};
use talang_engine::{Action, Filter, Op, Query, Result, View};
use talang_http::Call;

use super::columns::Col;
use super::state::State;
use crate::components::{self, Entry};
use crate::page::ui;

/// The files of a view: what is shown, for people and as CSV, and every field, which an import takes back.
pub(super) fn export_menu(
    call: &Call,
    v: &mut View<'_>,
    object: &Object,
    state: &State,
    shown: &[Col],
) -> Result<Markup> {
    let ui = ui(call);
    let address = export_address(object, state, call);
    let columns = with_columns(&address, shown);
    let entry = |label: &str, icon: &'static str, href: String, which: &str| Entry {
        label: ui.say(label),
        icon,
        href: Some(href),
        attributes: vec![("data-export", which.to_string())],
        ..Entry::default()
    };
    let report = |label: &str, icon: &'static str, format: &str| Entry {
        attributes: vec![("data-export", "columns".to_string()), ("data-export-format", format.to_string())],
        ..entry(label, icon, format!("{columns}&format={format}"), "")
    };
    if !state.group.is_empty() {
        let entries = [
            report("general-export-groups-xlsx", "file-spreadsheet", "xlsx"),
            report("general-export-groups-pdf", "file-text", "pdf"),
            report("general-export-groups-csv", "file-export", "csv"),
        ];
        return Ok(components::menu_button(
            "export",
            "btn",
            "download",
            &ui.say("ui-export"),
            false,
            &entries,
        ));
    }
    let mut entries = vec![
        report("general-export-xlsx", "file-spreadsheet", "xlsx"),
        report("general-export-pdf", "file-text", "pdf"),
        Entry { line: true, ..entry("general-export-shown", "columns-3", columns.clone(), "columns") },
        entry("general-export-all", "file-export", address.clone(), ""),
    ];
    entries.extend(adapted(call, v, object, &address, &columns)?);
    Ok(components::menu_button("export", "btn", "download", &ui.say("ui-export"), false, &entries))
}

/// The adapted formats of the object's files (I2), and the way to a new one.
fn adapted(
    call: &Call,
    v: &mut View<'_>,
    object: &Object,
    address: &str,
    columns: &str,
) -> Result<Vec<Entry>> {
    let formats = v.object("ExportFormat")?;
    let mut out = Vec::new();
    if v.rights().may(&formats, Action::Read) {
        let test = Filter::test(&formats, "object", Op::Is, vec![Value::Text(object.def.name.to_string())]);
        let sort = v.sort(&formats, "label")?;
        let found = v.list(&formats, &Query { filter: Some(test), sort, ..Query::default() })?.records;
        let sign = if address.contains('?') { '&' } else { '?' };
        for format in &found {
            let text = |name: &str| format.get(name).as_text().unwrap_or_default().to_string();
            let code = components::encode(&text("code"));
            out.push(Entry {
                label: text("label"),
                icon: "file-export",
                href: Some(format!("{address}{sign}adapted={code}")),
                attributes: vec![("data-export", String::new()), ("data-export-adapted", code)],
                line: out.is_empty(),
                ..Entry::default()
            });
        }
    }
    if v.rights().may(&formats, Action::Create) {
        let query = columns.split_once('?').map(|(_, query)| query).unwrap_or_default();
        out.push(Entry {
            label: ui(call).say("general-export-new-format"),
            icon: "plus",
            href: Some(format!("/export/formats/new?object={}&{query}", object.def.name)),
            attributes: vec![("data-export-new", object.def.name.to_string())],
            line: out.is_empty(),
            ..Entry::default()
        });
    }
    Ok(out)
}

/// The address of an export with the columns that a list shows.
pub(super) fn with_columns(address: &str, shown: &[Col]) -> String {
    let mut names: Vec<String> = Vec::new();
    for col in shown {
        names.push(col.name.clone());
        if matches!(col.field.ty, talang_catalogue::FieldType::Money) && col.path.step.is_none() {
            names.push(format!("{}.currency", col.name));
        }
    }
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}columns={}", components::encode(&names.join(",")))
}

/// Where the view is taken out as a file.
pub(super) fn export_address(object: &Object, state: &State, call: &Call) -> String {
    let mut out = format!("/export/{}", object.def.path);
    let mut add = |name: &str, value: &str| {
        out.push(if out.contains('?') { '&' } else { '?' });
        out.push_str(&format!("{name}={}", components::encode(value)));
    };
    if !state.filters.is_empty() {
        let all: Vec<String> = state.filters.iter().map(|f| format!("({f})")).collect();
        let all = if let [one] = state.filters.as_slice() { one.clone() } else { all.join(" and ") };
        add("filter", &all);
    }
    if !state.q.is_empty() {
        add("q", &state.q);
    }
    if !state.sort.is_empty() {
        add("sort", &state.sort);
    }
    if state.always {
        add("slices", "all");
    }
    if !state.group.is_empty() {
        add("group", &state.group.join(","));
        add("total", &state.total.join(","));
    }
    if let Some(day) = call.request.query("asOf") {
        add("asOf", day);
    }
    out
}
