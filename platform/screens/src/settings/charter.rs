//! The charter (T9): accent colour and logo, chosen with a preview, and given out to every page of the tenant.

use maud::{Markup, html};
use talang_catalogue::Fault;
use talang_engine::charter::{Brand, Charter, Colour, Logo, Palette, logo_kind};
use talang_engine::{Error, Result};
use talang_http::{Body, Call, Reply};

use crate::components::{Tone, alert, card, encode, icon, logo_address};
use crate::general::files;
use crate::page::{Head, csrf_field, done, fault_text, page_with, ui};

const HERE: &str = "/settings/charter";
/// The product's own colour.
const OURS: Colour = Colour(0x14, 0x60, 0x5a);
/// How long browsers keep what is named by its content: a day, in seconds.
const KEPT: &str = "public, max-age=86400";

/// `GET /charter.css?v=`: the tenant's colours, for everybody who sees its pages; nothing where it has none.
pub(super) fn style(call: &Call) -> Result<Reply> {
    let charter = Charter::of(call.scope.tenant())?;
    let css = charter.palette().map(|p| p.css(":root")).unwrap_or_default();
    let tag = format!("\"{}-{}\"", charter.accent.trim_start_matches('#'), env!("CARGO_PKG_VERSION"));
    Ok(cached(call, Reply::bytes("text/css; charset=utf-8", css), &tag))
}

/// With a tag, and as nothing new where the browser has it.
fn cached(call: &Call, reply: Reply, tag: &str) -> Reply {
    // What the address names by its content does not change under it.
    let keep = if call.request.query("v").is_some() { KEPT } else { "no-cache" };
    let known = call.request.header("if-none-match").unwrap_or_default();
    let known = known.split(',').any(|t| t.trim().trim_start_matches("W/") == tag);
    let reply = if known { Reply::status(304) } else { reply };
    reply.with("etag", tag).with("cache-control", keep)
}

/// `GET /charter/logo?v=`.
pub(super) fn logo(call: &Call) -> Result<Reply> {
    let missing = || Error::from(Fault::new("record.not_found").with("object", ""));
    let logo = Charter::of(call.scope.tenant())?.logo.ok_or_else(missing)?;
    let path = call.scope.tenant().db().attachments().path(&logo.hash).map_err(|_| missing())?;
    let reply = Reply { status: 200, headers: Vec::new(), body: Body::File(path) };
    Ok(cached(call, reply.with("content-type", &logo.kind), &format!("\"{}\"", logo.hash)))
}

/// `GET /settings/charter`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    show(call, None, &[])
}

fn show(call: &Call, sent: Option<&str>, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let charter = Charter::of(call.scope.tenant())?;
    let colour = sent.unwrap_or(&charter.accent);
    let colour = Colour::parse(colour).unwrap_or(OURS);
    let content = html! {
        div.tl-stack {
            @for fault in faults { (alert(Tone::Danger, "", html! { (fault_text(call, None, fault)) })) }
            (card(&ui.say("settings-charter-colour"), html! {}, false, html! {
                form method="post" action=(HERE) {
                    (csrf_field(call))
                    label.tl-label for="f-accent" { (ui.say("settings-charter-colour")) }
                    input.form-control.tl-colour type="color" id="f-accent" name="accent" value=(colour.css()) aria-describedby="f-accent-help"
                        hx-get={ (HERE) "/preview" } hx-include="this" hx-trigger="input changed delay:150ms" hx-target="#charter-preview";
                    p.tl-help id="f-accent-help" { (ui.say("settings-charter-colour-help")) }
                    h3.tl-label.mt-3 { (ui.say("settings-charter-preview")) }
                    div #charter-preview { (sample(call, colour)) }
                    div.tl-formbar {
                        div.tl-formbar-end { button.btn.btn-primary type="submit" { (ui.say("ui-save")) } }
                    }
                }
            }))
            (card(&ui.say("settings-charter-logo"), html! {}, false, html! {
                @match Brand::of(call.scope.tenant()).logo {
                    0 => p.tl-soft { (ui.say("settings-charter-logo-none")) },
                    mark => p { img.tl-logo src=(logo_address(mark)) alt=(call.scope.tenant().name()); },
                }
                div.tl-drop data-drop {
                    (icon("cloud-upload"))
                    span.tl-drop-title { (ui.say("ui-drop-file")) }
                    small { (ui.say("settings-charter-logo-help")) }
                    input type="file" id="f-logo" name="_file" accept="image/png,image/jpeg,image/webp" aria-label={ (ui.say("settings-charter-logo")) ": " (ui.say("ui-drop-file")) }
                        hx-post={ (HERE) "/logo" } hx-encoding="multipart/form-data" hx-trigger="change" hx-target="#charter-answer";
                    ul data-files {}
                }
                div #charter-answer .mt-3 {}
                @if charter.logo.is_some() {
                    form.mt-3 method="post" action={ (HERE) "/logo/delete" } {
                        (csrf_field(call))
                        button.btn type="submit" { (icon("trash")) (ui.say("settings-charter-logo-remove")) }
                    }
                }
            }))
        }
    };
    let actions = html! {
        @if charter != Charter::default() {
            form method="post" action={ (HERE) "/reset" } hx-post={ (HERE) "/reset" } hx-confirm=(ui.say("settings-charter-reset-confirm")) data-confirm-action=(ui.say("settings-charter-reset")) {
                (csrf_field(call))
                button.btn type="submit" { (icon("history")) (ui.say("settings-charter-reset")) }
            }
        }
    };
    let (title, text) = (ui.say("settings-charter"), ui.say("settings-charter-text"));
    let head = Head { title: &title, text: &text, menu: HERE, actions, timeless: true, ..Head::default() };
    let reply = page_with(call, &head, content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}

/// What a colour makes of a page, light and dark, with what became of it. The style sheet is a page of its own: pages hold
/// no styles.
fn sample(call: &Call, colour: Colour) -> Markup {
    let ui = ui(call);
    let palette = Palette::of(colour);
    let one = |scheme: &str, title: &str, shade: Colour| {
        let said = match shade == colour {
            true => ui.say_with("settings-charter-kept", &[("colour", shade.css().into())]),
            false => ui.say_with(
                "settings-charter-adapted",
                &[("colour", shade.css().into()), ("chosen", colour.css().into())],
            ),
        };
        html! {
            div.tl-charter data-bs-theme=(scheme) {
                div.tl-charter-side aria-hidden="true" { (icon("home")) }
                div.tl-charter-page {
                    p.tl-soft { (ui.say(title)) }
                    p { span.tl-charter-link { (ui.say("settings-charter-link")) } }
                    p { span.btn.btn-primary { (ui.say("settings-charter-button")) } }
                    p.tl-checkrow {
                        input.form-check-input type="checkbox" checked aria-label=(ui.say("settings-charter-box"));
                        span.tl-charter-soft { (ui.say("settings-charter-box")) }
                    }
                    p.mb-0 { small { (said) } }
                }
            }
        }
    };
    html! {
        link rel="stylesheet" href={ (HERE) "/preview.css?accent=" (encode(&colour.css())) };
        div.tl-grid {
            (one("light", "settings-charter-light", palette.light.primary))
            (one("dark", "settings-charter-dark", palette.dark.primary))
        }
    }
}

/// `GET /settings/charter/preview?accent=`: the preview alone.
pub(super) fn preview(call: &Call) -> Result<Reply> {
    let colour = Colour::parse(call.request.query("accent").unwrap_or_default())?;
    Ok(Reply::html(sample(call, colour).into_string()))
}

/// `GET /settings/charter/preview.css?accent=`.
pub(super) fn preview_style(call: &Call) -> Result<Reply> {
    let colour = Colour::parse(call.request.query("accent").unwrap_or_default())?;
    Ok(Reply::bytes("text/css; charset=utf-8", Palette::of(colour).css(".tl-charter")))
}

/// `POST /settings/charter`.
pub(super) fn save(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let sent = form.iter().find(|(n, _)| n == "accent").map(|(_, v)| v.trim()).unwrap_or_default();
    match Colour::parse(sent) {
        Ok(colour) => keep(call, |charter| charter.accent = colour.css()),
        Err(fault) => show(call, Some(sent), &[fault]),
    }
}

/// `POST /settings/charter/reset`.
pub(super) fn reset(call: &Call) -> Result<Reply> {
    keep(call, |charter| *charter = Charter::default())
}

/// `POST /settings/charter/logo`: a picture, told by its content.
pub(super) fn take_logo(call: &Call) -> Result<Reply> {
    let (_, content) = files::sent(call)?;
    match logo_kind(&content) {
        Ok(kind) => {
            let hash = call.scope.tenant().db().attachments().put(&content)?;
            keep(call, |charter| charter.logo = Some(Logo { hash, kind: kind.to_string() }))
        }
        Err(fault) => {
            let told = alert(Tone::Danger, "", html! { (fault_text(call, None, &fault)) });
            Ok(Reply::html(told.into_string()).code(422))
        }
    }
}

/// `POST /settings/charter/logo/delete`.
pub(super) fn drop_logo(call: &Call) -> Result<Reply> {
    keep(call, |charter| charter.logo = None)
}

fn keep(call: &Call, work: impl FnOnce(&mut Charter)) -> Result<Reply> {
    Charter::change(&call.scope, work)?;
    call.scope.log(call.scope.activity("settings-changed").detail("charter"))?;
    Ok(done(call, HERE, "settings-saved", None, None))
}
