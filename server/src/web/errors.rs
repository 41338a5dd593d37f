//! Refusals as their reader needs them: a page, a part of a page, or a problem document.

use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::{Culture, Fault, Language};
use talang_engine::charter::Brand;
use talang_engine::{Error, Installation};
use talang_http::{Reply, Request};
use talang_screens::components::{Theme, Tone, Ui, alert, bare};

/// Who reads a refusal.
pub struct Reader {
    culture: &'static Culture,
    theme: Theme,
    api: bool,
    soap: Option<talang_soap::Asked>,
    fragment: bool,
    request: String,
}

impl Reader {
    /// The reader of a request's answer.
    pub fn of(request: &Request, culture: &'static Culture, id: &str) -> Reader {
        Reader {
            culture,
            theme: theme(request),
            api: request.path.starts_with("/api/"),
            soap: talang_soap::Asked::of(request),
            fragment: request.header("hx-request").is_some(),
            request: id.to_string(),
        }
    }
}

/// The theme that the browser chose.
pub(super) fn theme(request: &Request) -> Theme {
    Theme::parse(talang_http::cookies::THEME.read(request).unwrap_or_default())
}

/// An error as a reply.
pub fn error_reply(installation: &Arc<Installation>, reader: &Reader, error: &Error) -> Reply {
    let registry = installation.registry();
    let language = reader.culture.language;
    if let Error::Storage(storage) = error
        && error.status() >= 500
    {
        // Codes of the store name tables, never values.
        crate::log::line(
            "error",
            "storage",
            &[("request", reader.request.clone().into()), ("error", storage.to_string().into())],
        );
    }
    if reader.api {
        let problem = talang_interchange::rest::problem(error, language, registry);
        return match reader.soap {
            Some(asked) => talang_soap::refusal(asked, error, language, registry, problem),
            None => problem,
        };
    }
    let status = error.status();
    let ui = Ui { messages: &registry.messages, language, culture: reader.culture, brand: Brand::default() };
    let sentences = sentences(installation, language, error);
    let reply = if reader.fragment {
        let words = html! { @for sentence in &sentences { p.mb-0 { (sentence) } } };
        Reply::html(alert(Tone::Danger, "", words).into_string())
    } else {
        Reply::html(page(&ui, reader, error, &sentences).into_string())
    };
    let reply = reply.code(status);
    match error.faults().first().and_then(|f| f.arg("minutes").and_then(|m| m.parse::<u32>().ok())) {
        Some(minutes) => reply.with("retry-after", (minutes * 60).to_string()),
        None => reply,
    }
}

/// What an error says to people.
pub(super) fn sentences(installation: &Installation, language: Language, error: &Error) -> Vec<String> {
    error.faults().iter().map(|f| sentence(installation, language, f)).collect()
}

/// The sentence of a fault with objects under the names that people know.
fn sentence(installation: &Installation, language: Language, fault: &Fault) -> String {
    let registry = installation.registry();
    let mut fault = fault.clone();
    for (name, value) in &mut fault.args {
        if *name == "object" && !value.is_empty() {
            *value = registry.labels.object(language, value).to_string();
        }
    }
    registry.messages.fault_text(language, &fault, "")
}

fn page(ui: &Ui<'_>, reader: &Reader, error: &Error, sentences: &[String]) -> Markup {
    let status = error.status();
    // Outside the company's networks (A1), and in clear (O4), no page of ours is of use.
    let outside = error.is("network.refused") || error.is("request.clear");
    let key = match status {
        404 => "404",
        401 | 403 => "403",
        503 => "503",
        500.. => "500",
        _ => "400",
    };
    let title = ui.say(&format!("site-{key}-title"));
    let content = html! {
        h1 { (title) }
        @if !outside { p { (ui.say(&format!("site-{key}-text"))) } }
        @if key == "400" || outside { @for sentence in sentences { p { strong { (sentence) } } } }
        @if !outside { p { a.btn.btn-primary href="/" { (ui.say("site-home")) } } }
    };
    let foot = html! {
        @if status >= 500 { span { (ui.say_with("site-request", &[("id", reader.request.as_str().into())])) } }
    };
    bare(ui, &title, "", reader.theme, true, content, foot)
}

/// The page at a host name that belongs to no tenant.
pub(super) fn unknown_tenant(
    installation: &Arc<Installation>,
    reader: &Reader,
    host: &str,
    base: &str,
) -> Reply {
    let fault = Fault::new("tenant.unknown").with("name", host);
    if reader.api {
        return error_reply(installation, reader, &fault.into());
    }
    let registry = installation.registry();
    let ui = Ui {
        messages: &registry.messages,
        language: reader.culture.language,
        culture: reader.culture,
        brand: Brand::default(),
    };
    let title = ui.say("site-tenant-title");
    let port = host.split_once(':').map(|(_, port)| format!(":{port}")).unwrap_or_default();
    let example = format!("company.{base}{port}");
    let content = html! {
        h1 { (title) }
        p { (ui.say_with("site-tenant-text", &[("host", host.into()), ("example", example.into())])) }
    };
    Reply::html(bare(&ui, &title, "", reader.theme, true, content, html! {}).into_string()).code(404)
}
