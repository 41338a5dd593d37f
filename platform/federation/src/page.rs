//! The few pages that users meet on the way: a refusal, and being sent on.

use maud::html;
use talang_engine::{Error, Result};
use talang_http::{Call, Reply, encode};
use talang_screens::components::{Theme, Tone, alert, bare};
use talang_screens::page::branded;

use crate::provider::Provider;

fn theme(call: &Call) -> Theme {
    Theme::parse(talang_http::cookies::THEME.read(&call.request).unwrap_or_default())
}

/// What went wrong, with a way to try again.
///
/// # Errors
/// What is not the sender's fault stays an error.
pub(crate) fn failure(call: &Call, provider: &Provider, error: &Error) -> Result<Reply> {
    let ui = branded(call);
    let title = ui.say("federation-failed");
    let faults = error.faults();
    let code = faults.first().map(|f| f.code).unwrap_or_default();
    let content = html! {
        h1 { (title) }
        @for fault in &faults {
            (alert(Tone::Danger, "", html! { (ui.messages.fault_text(ui.language, fault, "")) }))
        }
        p.tl-soft { (ui.say_with("federation-failed-code", &[("code", code.into()), ("provider", provider.label(call).into())])) }
        div.tl-stack {
            a.btn.btn-primary href={ "/sso/" (encode(&provider.row.code)) } { (ui.say("federation-again")) }
            a.btn href="/sign-in" { (ui.say("federation-other")) }
        }
    };
    let page = bare(&ui, &title, "", theme(call), false, content, html! {});
    Ok(Reply::html(page.into_string()).code(error.status()).with("x-fault", code))
}

/// A page that sends the browser on to another site. A redirect would do, but where a form of ours led here browsers hold
/// the whole way to the form's own site.
pub(crate) fn onward(call: &Call, provider: &Provider, to: &str) -> Reply {
    let ui = branded(call);
    let title = ui.say("federation-onward");
    let content = html! {
        h1 { (title) }
        p { a.btn.btn-primary href=(to) { (provider.label(call)) } }
    };
    let page = bare(&ui, &title, "", theme(call), false, content, html! {});
    Reply::html(page.into_string()).with("refresh", format!("0; url={to}"))
}

/// A page that posts a form to another site by itself, or by its button where scripts are off. The page may send forms there
/// and nowhere else.
pub(crate) fn post(call: &Call, provider: &Provider, to: &str, fields: &[(&str, &str)]) -> Reply {
    let ui = branded(call);
    let title = ui.say("federation-onward");
    let content = html! {
        h1 { (title) }
        form method="post" action=(to) data-submit-now {
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
            button.btn.btn-primary type="submit" { (provider.label(call)) }
        }
    };
    let page = bare(&ui, &title, "", theme(call), false, content, html! {});
    let reply = Reply::html(page.into_string());
    match origin(to) {
        Some(origin) => reply.with("content-security-policy", policy(&origin)),
        None => reply,
    }
}

/// The policy of our pages, with that site as the only target of forms.
fn policy(origin: &str) -> String {
    format!(
        "default-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'; font-src 'self'; \
         connect-src 'self'; object-src 'none'; base-uri 'none'; form-action {origin}; frame-ancestors 'none'"
    )
}

/// Scheme, host and port of an address.
fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let plain = host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'));
    (matches!(scheme, "http" | "https") && plain && !host.is_empty()).then(|| format!("{scheme}://{host}"))
}
