//! The documentation of formats on screen, made from the tenant's own catalogue (I2), with an example for each.

use maud::{Markup, html};
use talang_catalogue::Fault;
use talang_engine::{Action, Result};
use talang_http::{Call, Reply};
use talang_interchange::csv::{self, Format, adapted};
use talang_screens::components::{
    Cell, Column, Filters, List, Row, Tone, alert, badge, card, empty_state, fact, facts, filters, icon,
    list as list_view, tabs,
};
use talang_screens::page::{Head, page_with, section_name, ui};

use super::{allowed, crumbs, own, parts};

/// The formats of objects that the scope may see, with the paths of their objects.
fn formats(call: &Call) -> Result<Vec<(Format, &'static str)>> {
    let all = csv::formats(&call.scope)?;
    call.scope.view(|v| {
        let catalogue = v.catalogue();
        Ok(all
            .into_iter()
            .filter_map(|f| {
                let object = catalogue.object(&f.name)?;
                v.rights().may(object, Action::Read).then_some((f, object.def.path))
            })
            .collect())
    })
}

/// `GET /import/formats?q=…`.
pub(super) fn list(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let ui = ui(call);
    let sought = call.request.query("q").unwrap_or_default().trim().to_string();
    let folded = talang_catalogue::culture::fold(&sought);
    let fits = |f: &Format| {
        let columns =
            f.columns.iter().map(|c| format!("{} {}", c.name, c.label)).collect::<Vec<_>>().join(" ");
        let all = format!("{} {} {} {columns}", f.name, f.label, f.help);
        folded.is_empty() || talang_catalogue::culture::fold(&all).contains(&folded)
    };
    let formats: Vec<(Format, &str)> = formats(call)?.into_iter().filter(|(f, _)| fits(f)).collect();
    let mut rows = Vec::new();
    for (format, path) in &formats {
        rows.push(Row {
            id: format.name.clone(),
            href: Some(format!("/import/formats/{path}")),
            title: format.label.clone(),
            cells: vec![
                Cell::from(html! { (format.label) div { small.tl-soft { code { (format.name) } } } }),
                section_name(call, &format.module).into(),
                format.help.clone().into(),
                Cell::from(html! {
                    a.btn.btn-sm href={ "/import/formats/" (path) "/example.csv" } download aria-label={ (ui.say("import-example")) ": " (format.label) } {
                        (icon("download")) (ui.say("import-example"))
                    }
                }),
            ],
            ..Row::default()
        });
    }
    let columns = ["import-format", "import-module", "import-what", "import-example"];
    let table = List {
        id: "formats".into(),
        caption: ui.say("import-formats"),
        columns: columns.iter().map(|k| Column { label: ui.say(k), ..Column::default() }).collect(),
        rows,
        filters: Some(filters(
            &ui,
            &Filters { target: "formats", address: "/import/formats", query: &sought, ..Filters::default() },
        )),
        ..List::default()
    };
    let foreign: Vec<(adapted::Format, bool)> = call.scope.view(|v| {
        let all = adapted::formats(v)?;
        Ok(all
            .into_iter()
            .map(|f| {
                let may = own::may_keep(v, &f);
                (f, may)
            })
            .collect())
    })?;
    let content = html! {
        (tabs(&ui.say("import-title"), &parts(call, "/import/formats")))
        div.tl-stack {
            (list_view(&ui, &table))
            @if !foreign.is_empty() && sought.is_empty() { (card(&ui.say("import-adapted-formats"), html! {}, false, adapted_formats(call, &foreign))) }
        }
    };
    let actions = html! {
        a.btn href="/import/adapted/new" { (icon("plus")) (ui.say("import-own-new")) }
        a.btn href="/import/formats.md" download { (icon("download")) "Markdown" }
        a.btn href="/import/formats.json" download { (icon("download")) "JSON" }
    };
    let crumbs = crumbs(call);
    let (title, text) = (ui.say("import-formats"), ui.say("import-formats-text"));
    let head = Head {
        title: &title,
        text: &text,
        menu: "/import/formats",
        crumbs: &crumbs,
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

fn adapted_formats(call: &Call, formats: &[(adapted::Format, bool)]) -> Markup {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    html! {
        p.tl-soft { (ui.say("import-adapted-text")) }
        @for (format, may) in formats {
            details {
                summary { (format.name(ui.language)) " " code { (format.code) } }
                @for source in &format.sources {
                    @let mut made: Vec<&str> = source.outputs.iter().map(|o| labels.objects(ui.language, &o.object)).collect();
                    ({ made.dedup(); html! { p { (icon("arrow-right")) " " (made.join(", ")) } } })
                    p { @for column in &source.columns { code { (column) } " " } }
                }
                @if *may { p { a href={ "/import/adapted/" (format.code) } { (ui.say("import-own-definition")) } } }
            }
        }
    }
}

/// `GET /import/formats/{object}`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let ui = ui(call);
    let path = call.param("object");
    let found = formats(call)?.into_iter().find(|(_, p)| *p == path);
    let (format, path) = found.ok_or_else(|| Fault::new("object.unknown").with("name", path))?;
    let mut rows = Vec::new();
    for column in &format.columns {
        let mut marks: Vec<(Tone, &str)> = Vec::new();
        for (yes, tone, key) in [
            (column.key, Tone::Primary, "import-is-key"),
            (column.mandatory, Tone::Warning, "import-is-mandatory"),
            (column.unique, Tone::Info, "import-is-unique"),
            (column.read_only, Tone::Neutral, "import-is-read-only"),
            (column.extra, Tone::Info, "import-is-extra"),
        ] {
            if yes {
                marks.push((tone, key));
            }
        }
        rows.push(Row {
            id: column.name.clone(),
            cells: vec![
                Cell::from(html! { @for (at, name) in column.names.iter().enumerate() { @if at > 0 { " " } code { (name) } } }),
                column.label.clone().into(),
                column.type_text.clone().into(),
                Cell::from(html! { @for (tone, key) in marks { (badge(tone, &ui.say(key))) " " } }),
                column.help.clone().into(),
            ],
            ..Row::default()
        });
    }
    let columns = ["import-column", "import-label", "import-type", "import-properties", "import-what"];
    let table = List {
        id: "columns".into(),
        caption: format.label.clone(),
        columns: columns.iter().map(|k| Column { label: ui.say(k), ..Column::default() }).collect(),
        rows,
        empty: Some(empty_state("file-text", &ui.say("ui-no-results"), "", html! {})),
        ..List::default()
    };
    let content = html! {
        div.tl-stack {
            (card("", html! {}, false, facts(html! {
                (fact(&ui, &ui.say("import-type-name"), html! { code { (format.name) } }, false))
                (fact(&ui, &ui.say("import-file-name"), html! { code { (format.file_name) } }, true))
            })))
            @if format.dated { (alert(Tone::Info, "", html! { (ui.say("import-dated")) })) }
            (list_view(&ui, &table))
        }
    };
    let actions = html! {
        a.btn.btn-primary href={ "/import/formats/" (path) "/example.csv" } download { (icon("download")) (ui.say("import-example")) }
    };
    let mut way = crumbs(call);
    way.push(talang_screens::components::Crumb {
        label: ui.say("import-formats"),
        href: "/import/formats".into(),
    });
    let head = Head {
        title: &format.label,
        text: &format.help,
        menu: "/import/formats",
        crumbs: &way,
        actions,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

/// `GET /import/formats/{object}/example.csv`.
pub(super) fn example(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let path = call.param("object");
    let name = call.scope.view(|v| Ok(v.catalogue().by_path(path).map(|o| o.def.name)))?;
    let name = name.ok_or_else(|| Fault::new("object.unknown").with("name", path))?;
    let example = csv::example(&call.scope, name)?;
    Ok(Reply::bytes("text/csv; charset=utf-8", example.text).attachment(&example.file_name))
}

/// `GET /import/formats.md`.
pub(super) fn markdown(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let text = csv::formats_markdown(&call.scope)?;
    Ok(Reply::bytes("text/markdown; charset=utf-8", text).attachment("formats.md"))
}

/// `GET /import/formats.json`.
pub(super) fn json(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let json = csv::formats_json(&call.scope)?;
    Ok(Reply::json(&json).attachment("formats.json"))
}
