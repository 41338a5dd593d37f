//! The documentation of formats on screen, made from the tenant's own catalogue (I2), with an example for each.

use maud::{Markup, html};
use talang_catalogue::Fault;
use talang_engine::{Action, Result};
use talang_http::{Call, Reply};
use talang_interchange::csv::{self, Format, adapted};
use talang_report::{Block, Book, Chapter, Part};
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
        a.btn href="/import/formats.pdf" download { (icon("download")) (ui.say("import-book")) }
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
                kind_of(column).into(),
                Cell::from(html! {
                    div {
                        @for (tone, key) in marks { (badge(tone, &ui.say(key))) " " }
                        @let bounds = bounds(call, column);
                        @if !bounds.is_empty() { div { small.tl-soft { (bounds.join(", ")) } } }
                    }
                }),
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
                (fact(&ui, &ui.say("import-rights"), html! { (rights(call, &format)) }, true))
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

/// Codes of a value list that are written out; longer lists are looked up.
const MOST_CODES: usize = 30;

/// The type of a column in words, with the codes of short value lists.
fn kind_of(column: &csv::Column) -> String {
    match column.list.is_some() && !column.allowed.is_empty() && column.allowed.len() <= MOST_CODES {
        true => format!("{} ({})", column.type_text, column.allowed.join(", ")),
        false => column.type_text.clone(),
    }
}

/// What else is said about a column: its bounds, what a new record gets, whose data it is.
fn bounds(call: &Call, column: &csv::Column) -> Vec<String> {
    let ui = ui(call);
    let with = |key: &str, value: String| ui.say_with(key, &[("value", value.into())]);
    let mut out = Vec::new();
    out.extend(column.min.map(|n| with("csv-formats-min", n.to_string())));
    out.extend(column.max.map(|n| with("csv-formats-max", n.to_string())));
    out.extend(column.default.clone().map(|d| with("csv-formats-default", d)));
    if column.privacy != talang_catalogue::Privacy::None.name() {
        let class = ui.say(&format!("csv-privacy-{}", column.privacy));
        out.push(with("csv-formats-privacy", class));
    }
    out
}

/// Which rights open a format.
fn rights(call: &Call, format: &Format) -> String {
    ui(call).say_with("import-rights-text", &[("objects", format.label.as_str().into())])
}

/// `GET /import/formats.pdf`: all of it as a book, in the reader's language.
pub(super) fn book(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let ui = ui(call);
    let examples = csv::examples(&call.scope)?;
    let mut book = Book {
        title: ui.say("csv-formats-title"),
        intro: ui.say("csv-formats-intro"),
        contents: ui.say("import-book-contents"),
        parts: Vec::new(),
    };
    for (format, _) in formats(call)? {
        let beginning = format!("{}_", format.name);
        let example = examples.iter().find(|e| e.file_name.starts_with(&beginning));
        let chapter = chapter(call, &format, example);
        match book.parts.iter_mut().find(|part| part.title == format.module) {
            Some(part) => part.chapters.push(chapter),
            None => book.parts.push(Part { title: format.module, chapters: vec![chapter] }),
        }
    }
    let bytes = book.pdf(&call.scope)?;
    Ok(Reply::bytes("application/pdf", bytes).attachment("formats.pdf"))
}

fn chapter(call: &Call, format: &Format, example: Option<&csv::Example>) -> Chapter {
    let ui = ui(call);
    let mut blocks = vec![Block::Text(format.help.clone()), Block::Code(format.file_name.clone())];
    if format.dated {
        blocks.push(Block::Text(ui.say("import-dated")));
    }
    blocks.push(Block::Text(rights(call, format)));
    let rows = format.columns.iter().map(|column| {
        let marks = [
            (column.key, "csv-formats-key"),
            (column.mandatory, "csv-formats-mandatory"),
            (column.unique, "csv-formats-unique"),
            (column.read_only, "csv-formats-read-only"),
            (column.extra, "import-is-extra"),
        ];
        let mut properties: Vec<String> =
            marks.into_iter().filter(|(yes, _)| *yes).map(|(_, key)| ui.say(key)).collect();
        properties.extend(bounds(call, column));
        vec![
            column.names.join(" "),
            column.label.clone(),
            kind_of(column),
            properties.join(", "),
            column.help.clone(),
        ]
    });
    let heads = ["column", "label", "type", "properties", "help"];
    let heads = heads.map(|key| ui.say(&format!("csv-formats-{key}"))).to_vec();
    blocks.push(Block::Table(heads, rows.collect()));
    if let Some(example) = example {
        blocks.push(Block::Text(ui.say("import-book-example")));
        blocks.push(Block::Code(example.text.trim_start_matches('\u{feff}').trim_end().to_string()));
    }
    Chapter { title: format!("{} · {}", format.label, format.name), blocks }
}
