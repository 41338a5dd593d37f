//! Adapted export formats on screen (I2): what other programs expect of a CSV file, built column by column with its first
//! lines beside it, and kept.

mod fields;
mod sheet;

use maud::{Markup, html};
use talang_catalogue::{Fault, Record};
use talang_engine::{Action, Filter, MenuEntry, Op, Query, Result};
use talang_http::{Access, Call, Reply, Route};
use talang_screens::components::{
    Align, Cell, Crumb, Entry, Filters, List, Opt, Row, empty_state, filters, icon, list as list_view,
};
use talang_screens::page::{Head, page_with, section_name, ui};

const LIST: &str = "/export/formats";
const OBJECT: &str = talang_interchange::csv::EXPORT_FORMAT;

/// The routes of these files.
pub(super) fn routes() -> Vec<Route> {
    let (read, create) = (Access::Right(OBJECT, Action::Read), Access::Right(OBJECT, Action::Create));
    vec![
        Route::get(LIST, read, list),
        Route::get("/export/formats/new", create, sheet::new),
        Route::post("/export/formats/new", create, sheet::create),
        Route::get("/export/formats/{id}", read, sheet::page),
        Route::post("/export/formats/{id}", Access::Right(OBJECT, Action::Update), sheet::change),
        Route::post("/export/formats/{id}/delete", Access::Right(OBJECT, Action::Delete), sheet::delete),
    ]
}

/// Their entry of the menu.
pub fn menu() -> Vec<MenuEntry> {
    vec![MenuEntry {
        section: "interfaces",
        label: "export-formats",
        href: LIST,
        icon: "file-export",
        right: Some((OBJECT, Action::Read)),
        object: OBJECT,
        record: "/export/formats/{id}",
    }]
}

fn text(record: &Record, field: &str) -> String {
    record.get(field).as_text().unwrap_or_default().to_string()
}

fn crumbs(call: &Call, more: Vec<Crumb>) -> Vec<Crumb> {
    let mut out = vec![Crumb { label: section_name(call, "interfaces"), href: "/import".into() }];
    out.extend(more);
    out
}

/// Objects whose records the scope may take out, by what they are called.
fn exportable(call: &Call) -> Result<Vec<Opt>> {
    let labels = &call.installation.registry().labels;
    let mut out = call.scope.view(|v| {
        let catalogue = v.catalogue();
        let all = catalogue.objects().iter().filter(|o| !o.def.internal && v.rights().may(o, Action::Export));
        let named = all.map(|o| Opt {
            value: o.def.name.to_string(),
            label: labels.objects(call.scope.language(), o.def.name).to_string(),
        });
        Ok(named.collect::<Vec<Opt>>())
    })?;
    let language = call.scope.language();
    out.sort_by_key(|o| talang_catalogue::culture::sort_key(language, &o.label));
    Ok(out)
}

/// `GET /export/formats?q=`.
fn list(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let sought = call.request.query("q").unwrap_or_default().trim().to_string();
    let (rows, may_create) = call.scope.view(|v| {
        let object = v.object(OBJECT)?;
        let sort = v.sort(&object, "label")?;
        let search = Some(sought.clone()).filter(|q| !q.is_empty());
        let found = v.list(&object, &Query { sort, search, ..Query::default() })?.records;
        let catalogue = v.catalogue();
        let mut rows = Vec::new();
        for format in &found {
            let name = text(format, "object");
            let of = catalogue.object(&name).cloned();
            let may_export = of.as_ref().filter(|o| v.rights().may(o, Action::Export));
            let href = format!("{LIST}/{}", format.id);
            let mut actions = vec![Entry {
                label: ui.say("ui-open"),
                icon: "eye",
                href: Some(href.clone()),
                ..Entry::default()
            }];
            if let Some(of) = may_export {
                actions.push(Entry {
                    label: ui.say("export-format-download"),
                    icon: "download",
                    href: Some(download(of.def.path, &text(format, "code"))),
                    ..Entry::default()
                });
            }
            if v.rights().may(&object, Action::Create) {
                actions.push(Entry {
                    label: ui.say("export-format-copy"),
                    icon: "copy",
                    href: Some(format!("{LIST}/new?from={}", format.id)),
                    ..Entry::default()
                });
            }
            if v.rights().may(&object, Action::Delete) {
                actions.push(Entry {
                    label: ui.say("ui-delete"),
                    icon: "trash",
                    danger: true,
                    line: true,
                    attributes: vec![
                        ("hx-post", format!("{href}/delete")),
                        ("hx-confirm", confirm(&ui, format)),
                        ("data-confirm-action", ui.say("ui-delete")),
                        ("data-danger", String::new()),
                    ],
                    ..Entry::default()
                });
            }
            rows.push(Row {
                id: format.id.to_string(),
                href: Some(href),
                title: text(format, "label"),
                cells: vec![
                    text(format, "label").into(),
                    Cell::from(html! { code { (text(format, "code")) } }),
                    labels.objects(ui.language, &name).to_string().into(),
                    labels.choice(ui.language, "FileEncoding", &text(format, "encoding")).to_string().into(),
                ],
                actions,
            });
        }
        Ok((rows, v.rights().may(&object, Action::Create)))
    })?;
    let may_create = may_create && !exportable(call)?.is_empty();
    let create = html! {
        @if may_create { a.btn.btn-primary href={ (LIST) "/new" } { (icon("plus")) (ui.say("export-format-new")) } }
    };
    let content = match rows.is_empty() && sought.is_empty() {
        true => empty_state(
            "file-export",
            &ui.say("export-formats-none"),
            &ui.say("export-formats-none-text"),
            html! {},
        ),
        false => list_view(
            &ui,
            &List {
                id: "export-formats".into(),
                caption: ui.say("export-formats"),
                columns: vec![
                    ui.column("export-format-label", Align::Text),
                    ui.column("export-format-code", Align::Text),
                    ui.column("export-format-object", Align::Text),
                    ui.column("export-format-encoding", Align::Text),
                ],
                rows,
                filters: Some(filters(
                    &ui,
                    &Filters {
                        target: "export-formats",
                        address: LIST,
                        query: &sought,
                        ..Filters::default()
                    },
                )),
                ..List::default()
            },
        ),
    };
    let (title, words) = (ui.say("export-formats"), ui.say("export-formats-text"));
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

/// Where a file of a format is had.
fn download(path: &str, code: &str) -> String {
    format!("/export/{path}?adapted={}", talang_http::encode(code))
}

fn confirm(ui: &talang_screens::components::Ui<'_>, format: &Record) -> String {
    ui.say_with("export-format-remove-confirm", &[("name", text(format, "label").as_str().into())])
}

/// The format that the address or the number names, if the scope may read it.
fn find(call: &Call, id: i64) -> Result<Record> {
    call.scope.view(|v| {
        let object = v.object(OBJECT)?;
        v.get(&object, id)
    })
}

/// Whether a code is taken already.
fn taken(call: &Call, code: &str) -> Result<bool> {
    call.scope.view(|v| {
        let object = v.object(OBJECT)?;
        let test =
            Filter::test(&object, "code", Op::Is, vec![talang_catalogue::Value::Text(code.to_string())]);
        Ok(v.count(&object, &Query { filter: Some(test), ..Query::default() })? > 0)
    })
}

fn missing() -> Fault {
    Fault::new("record.not_found").with("object", OBJECT)
}

/// A card's text for whoever has to choose first for which records a format is.
fn chooser(call: &Call) -> Result<Markup> {
    let ui = ui(call);
    let objects = exportable(call)?;
    if objects.is_empty() {
        return Err(missing().into());
    }
    let usual = objects.iter().any(|o| o.value == "Employee").then_some("Employee").unwrap_or_default();
    Ok(html! {
        form method="get" action={ (LIST) "/new" } {
            div.tl-form {
                div.tl-field {
                    label.tl-label for="f-object" { (ui.say("export-format-for")) }
                    select.form-select id="f-object" name="object" {
                        @for object in &objects { option value=(object.value) selected[object.value == usual] { (object.label) } }
                    }
                }
            }
            div.tl-formbar {
                a.btn href=(LIST) { (ui.say("ui-cancel")) }
                div.tl-formbar-end { button.btn.btn-primary type="submit" { (ui.say("export-format-begin")) } }
            }
        }
    })
}
