//! Files of records: sent while a form is filled in, and handed out to those who may read the field that holds them.
//!
//! A file field keeps `<SHA-256 of the content>/<name>`. Whoever knows that text has had the file already, so that
//! putting it into another record tells nobody anything new.

use std::path::Path;

use maud::{Markup, html};
use talang_catalogue::{Fault, Field, FieldType, Object, Value};
use talang_engine::{Action, Result};
use talang_http::{Call, Reply, multipart};

use crate::components::{Control, Input};
use crate::components::{icon, input};
use crate::page::{Names, ui};

/// Bytes of one file in a form at most.
const MOST: u64 = 32 * 1024 * 1024;

/// The input of a file field: what is there, and the area that takes another.
#[expect(clippy::too_many_arguments, reason = "a field of a form is made of all of it")]
pub(super) fn field(
    call: &Call,
    object: &Object,
    field: &Field,
    label: &str,
    value: &Value,
    sent: &dyn Fn(&str) -> Vec<String>,
    names: &Names,
    error: Option<String>,
) -> Markup {
    let ui = ui(call);
    let name = field.name.as_ref();
    let id = format!("f-{name}");
    let help = call.installation.registry().labels.field_help(ui.language, object.def.name, field);
    let kept =
        sent(name).into_iter().next().or_else(|| value.as_text().map(str::to_string)).unwrap_or_default();
    let (title, href) = names.file(&kept);
    html! {
        div.tl-field.tl-field-wide.is-wrong[error.is_some()] {
            label.tl-label for=(id) { (label) @if field.mandatory { span.tl-required { (ui.say("ui-required")) } } }
            div id={ (id) "-file" } { (present(call, field, &kept, &title, &href)) }
            div.tl-drop data-drop {
                (icon("cloud-upload"))
                span.tl-drop-title { (ui.say("ui-drop-file")) }
                small { (ui.say("ui-drop-hint")) }
                input type="file" id=(id) name="_file" aria-label={ (label) ": " (ui.say("ui-drop-file")) }
                    hx-post={ "/files?object=" (object.def.path) "&field=" (name) } hx-encoding="multipart/form-data" hx-trigger="change"
                    hx-target={ "#" (id) "-file" } hx-swap="innerHTML";
                ul data-files {}
            }
            @if !help.is_empty() { div.tl-help { (help) } }
            @if let Some(error) = &error { div.tl-error { (icon("alert-circle")) span { (error) } } }
        }
    }
}

/// The file that the field holds.
fn present(call: &Call, field: &Field, kept: &str, title: &str, href: &str) -> Markup {
    if kept.is_empty() {
        return html! {};
    }
    let ui = ui(call);
    let name = field.name.as_ref();
    let title = kept.split_once('/').map(|(_, n)| n).filter(|n| !n.is_empty()).unwrap_or(title);
    html! {
        input type="hidden" name=(name) value=(kept);
        div.tl-file { (icon("file")) @if href.is_empty() { (title) } @else { a href=(href) download { (title) } } }
        @if !field.mandatory {
            (input(&ui, &Input { name: format!("{name}.remove"), label: ui.say("ui-file-remove"), control: Control::Bool { checked: false }, ..Input::default() }))
        }
    }
}

/// `POST /files?object=&field=`: keeps a file and answers with the part of the form that names it.
pub(super) fn upload(call: &Call) -> Result<Reply> {
    let (path, name) =
        (call.request.query("object").unwrap_or_default(), call.request.query("field").unwrap_or_default());
    let field = call.scope.view(|v| {
        let catalogue = v.catalogue();
        let missing = || Fault::new("field.unknown").with("name", name);
        let object = catalogue.by_path(path).ok_or_else(missing)?;
        let field = object.field(name).filter(|f| matches!(f.ty, FieldType::File)).ok_or_else(missing)?;
        let may = |action| !v.rights().extents(object, &field.group, action).is_none();
        if !may(Action::Create) && !may(Action::Update) {
            return Err(Fault::new("field.not_permitted").on(name).into());
        }
        Ok(field.clone())
    })?;
    let (file_name, content) = sent(call)?;
    let hash = call.scope.tenant().db().attachments().put(&content)?;
    // The field holds 255 characters, 65 of them are taken.
    let short: String = file_name.chars().filter(|c| !c.is_control() && *c != '/').take(150).collect();
    let kept = format!("{hash}/{short}");
    Ok(Reply::html(present(call, &field, &kept, &short, "").into_string()))
}

/// Name and content of the file `_file` of a form.
///
/// # Errors
/// `request.media_type`, `request.too_large`, `file.empty`.
pub(crate) fn sent(call: &Call) -> Result<(String, Vec<u8>)> {
    multipart::with_parts(&call.request, MOST, |parts| {
        let file = parts.iter().find(|p| p.name == "_file" && !p.content.is_empty());
        let file = file.ok_or_else(|| Fault::new("file.empty"))?;
        Ok((file.file_name.unwrap_or_default().to_string(), file.content.to_vec()))
    })
}

/// `GET /files/{object}/{id}/{field}`: the file of a record's field, to whoever may read that field of that record.
pub(super) fn download(call: &Call) -> Result<Reply> {
    let kept = call.scope.view(|v| {
        let object = super::object_of(call, v)?;
        let record = v.get(&object, call.id("id")?)?;
        let field = object.field(call.param("field")).filter(|f| matches!(f.ty, FieldType::File));
        let value = field.filter(|f| !record.is_hidden(f.index)).and_then(|f| record.values.get(f.index));
        let text = value.and_then(Value::as_text).map(str::to_string);
        v.saw(&object, [&record], |f| Some(f.index) == field.map(|f| f.index));
        text.ok_or_else(|| Fault::new("record.not_found").with("object", object.def.name).into())
    })?;
    let (hash, name) = kept.split_once('/').unwrap_or((&kept, ""));
    let missing = || talang_engine::Error::from(Fault::new("record.not_found").with("object", ""));
    let path = call.scope.tenant().db().attachments().path(hash).map_err(|_| missing())?;
    let kind = media_type(&path).ok_or_else(missing)?;
    let reply = Reply { status: 200, headers: Vec::new(), body: talang_http::Body::File(path) }
        .with("content-type", kind);
    if kind.starts_with("image/") {
        // The address holds the file's number, so the content behind it never changes.
        let cache = if call.request.query("v").is_some() {
            "private, max-age=31536000, immutable"
        } else {
            "private, no-cache"
        };
        return Ok(reply.with("cache-control", cache));
    }
    Ok(reply.attachment(if name.is_empty() { call.param("field") } else { name }))
}

/// The media type by the first bytes: only pictures that browsers only draw are shown, everything else is saved.
pub fn media_type(path: &Path) -> Option<&'static str> {
    use std::io::Read;
    let mut head = [0u8; 16];
    let count = std::fs::File::open(path).ok()?.read(&mut head).ok()?;
    let head = head.get(..count)?;
    Some(match head {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [b'G', b'I', b'F', b'8', ..] => "image/gif",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
        [b'%', b'P', b'D', b'F', ..] => "application/pdf",
        _ => "application/octet-stream",
    })
}
