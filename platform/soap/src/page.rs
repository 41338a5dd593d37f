//! The page that describes a service to people.

use maud::{DOCTYPE, Markup, html};
use talang_engine::Scope;
use talang_http::{Call, Reply};

use crate::{Element, Kind, Operation, Service, address};

/// The service's page, in a frame of its own.
pub(crate) fn page(service: &Service, call: &Call) -> Reply {
    // In the language of the reader's screens, not in that of the browser.
    let scope = &call.scope;
    let here = address(service, call);
    let title = scope.text(service.title);
    let page = html! {
        (DOCTYPE)
        html lang=(scope.language().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · " (scope.tenant().name()) }
                link rel="stylesheet" href=(talang_web::url("app.css"));
            }
            body {
                main.tl-main.mx-auto {
                    div.tl-head {
                        div.tl-head-words { h1 { (title) } p { (scope.text(&format!("{}-text", service.title))) } }
                        div.tl-actions { a.btn.btn-primary href=(format!("{}?wsdl", service.path)) { "WSDL" } }
                    }
                    div.tl-stack {
                        (section(&scope.text("rest-page-access"), html! {
                            p.tl-text { (scope.text("soap-access")) }
                            pre { code { (here) } }
                            p.tl-text { (scope.text("soap-faults")) }
                        }))
                        @for operation in service.operations { (one(scope, operation)) }
                    }
                }
            }
        }
    };
    Reply::html(page.into_string())
}

fn section(title: &str, content: Markup) -> Markup {
    html! { section.card { div.tl-card-head { h2 { (title) } } div.tl-card-body { (content) } } }
}

fn one(scope: &Scope, operation: &Operation) -> Markup {
    section(
        operation.name,
        html! {
            p.tl-text { (scope.text(operation.about)) }
            h3 { (scope.text("soap-input")) }
            (elements(scope, operation.input))
            h3.mt-3 { (scope.text("soap-output")) }
            (elements(scope, operation.output))
        },
    )
}

/// The elements of a message, those of groups below their group.
fn elements(scope: &Scope, all: &'static [Element]) -> Markup {
    let mut rows = Vec::new();
    flatten("", all, &mut rows);
    html! {
        @if rows.is_empty() { p.tl-soft { (scope.text("soap-nothing")) } } @else {
            div.tl-scroll {
                table.tl-table {
                    thead {
                        tr {
                            th scope="col" { (scope.text("rest-page-name")) }
                            th scope="col" { (scope.text("rest-page-type")) }
                            th scope="col" { (scope.text("rest-page-meaning")) }
                            th scope="col" { (scope.text("soap-how-often")) }
                        }
                    }
                    tbody {
                        @for (path, element) in &rows {
                            tr {
                                th scope="row" { code { (path) } }
                                td { (kind(&element.kind)) }
                                td { (scope.text(element.about)) }
                                td { (often(element)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn flatten(before: &str, elements: &'static [Element], rows: &mut Vec<(String, &'static Element)>) {
    for element in elements {
        let path = format!("{before}{}", element.name);
        rows.push((path.clone(), element));
        if let Kind::Group(_, inside) = &element.kind {
            flatten(&format!("{path}/"), inside, rows);
        }
    }
}

/// As XML Schema calls it.
fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Text(most) => format!("string, 1–{most}"),
        Kind::Whole(least, most) => format!("long, {least}–{most}"),
        Kind::Day => "date".to_string(),
        Kind::Moment => "dateTime".to_string(),
        Kind::Address => "anyURI".to_string(),
        Kind::Language => "ISO 639-1".to_string(),
        Kind::Choice(_, words) => words.join(" | "),
        Kind::Group(name, _) => (*name).to_string(),
    }
}

fn often(element: &Element) -> String {
    match (element.least, element.most) {
        (1, 1) => "1".to_string(),
        (least, crate::MANY) => format!("{least}–n"),
        (least, most) => format!("{least}–{most}"),
    }
}
