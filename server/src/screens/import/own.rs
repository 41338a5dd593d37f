//! Adapted formats of a tenant's own (I2): written, tried and removed on screen. Whoever may import all that a format writes,
//! for everybody, may save it: it does nothing that they could not do by hand.

use std::fmt::Write as _;

use maud::{Markup, html};
use talang_catalogue::culture::fold;
use talang_catalogue::{Fault, FieldType, Object, types};
use talang_engine::{Action, Error, Extents, Result, View};
use talang_http::{Call, Reply, encode};
use talang_interchange::csv::{self, adapted};
use talang_screens::components::{Control, Crumb, Input, Tone, alert, badge, card, icon, input};
use talang_screens::page::{Head, csrf_field, done, page_with, ui};

use super::{allowed, crumbs, sentence, store};

/// Whether the scope may import everything that the format writes, for everybody.
pub(super) fn may_keep(v: &View<'_>, format: &adapted::Format) -> bool {
    let catalogue = v.catalogue();
    format.sources.iter().flat_map(|s| &s.outputs).all(|output| {
        catalogue.object(&output.object).is_some_and(|o| v.rights().on(o, Action::Import).has(Extents::ALL))
    })
}

fn missing() -> Error {
    Fault::new("record.not_found").with("object", "").into()
}

/// The format of that code, and whether it is the tenant's own.
fn of_code(call: &Call, code: &str) -> Result<(adapted::Format, bool)> {
    let product = &call.installation.registry().adapted_formats;
    call.scope.view(|v| {
        let format = adapted::formats(v)?.into_iter().find(|f| f.code == code).ok_or_else(missing)?;
        if !may_keep(v, &format) {
            return Err(missing());
        }
        let own = !product.iter().any(|text| **text == *format.text);
        Ok((format, own))
    })
}

/// `GET /import/adapted/new?token=…&file=…&object=…`: begun from the header of an uploaded file where there is one.
pub(super) fn new(call: &Call) -> Result<Reply> {
    let objects = allowed(call)?;
    let asked = call.request.query("object").unwrap_or("Employee");
    let object = objects.iter().find(|o| o.def.name == asked).or(objects.first()).ok_or_else(missing)?;
    let begun = match call.request.query("token") {
        Some(token) => {
            let at = call.request.query("file").and_then(|n| n.parse().ok()).unwrap_or_default();
            let batch = store::open(&call.scope, token)?;
            let file: &store::Uploaded = batch.files.get(at).ok_or_else(missing)?;
            let path = store::path(&call.scope, token, at)?;
            let found = csv::inspect(&call.scope, &path, &file.name, None, 1)?;
            starter(call, object, &file.name, &found.header)
        }
        None => starter(call, object, "example.csv", &[]),
    };
    let title = ui(call).say("import-own-new");
    show(call, &title, "/import/adapted/new", &begun, &[], false)
}

/// `GET /import/adapted/{code}`.
pub(super) fn edit(call: &Call) -> Result<Reply> {
    let (format, own) = of_code(call, call.param("code"))?;
    let action = if own { format!("/import/adapted/{}", format.code) } else { String::new() };
    show(call, format.name(call.scope.language()), &action, &format.text, &[], own)
}

/// `POST /import/adapted/new` and `POST /import/adapted/{code}`.
pub(super) fn save(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let form = call.request.form();
    let field = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    let text = field("definition").replace("\r\n", "\n");
    let before = Some(call.param("code")).filter(|c| !c.is_empty());
    match keep(call, &text, before) {
        Ok(code) => {
            let token = field("token");
            let to = match token.is_empty() {
                true => "/import/formats".to_string(),
                false => {
                    choose(call, &token, &field("file"), &code)?;
                    format!("/import/new/{token}")
                }
            };
            Ok(done(call, &to, "import-own-saved", None, None))
        }
        Err(Error::Faults(faults)) if faults.iter().all(|f| f.code != "record.not_found") => {
            let title = ui(call).say(if before.is_some() { "import-own-edit" } else { "import-own-new" });
            let action = format!("/import/adapted/{}", before.unwrap_or("new"));
            Ok(show(call, &title, &action, &text, &faults, before.is_some())?.code(422))
        }
        Err(other) => Err(other),
    }
}

fn keep(call: &Call, text: &str, before: Option<&str>) -> Result<String> {
    let format = adapted::Format::parse(text)?;
    if !call.scope.view(|v| Ok(may_keep(v, &format)))? {
        return Err(Fault::new("right.missing").with("action", "import").with("object", "*").into());
    }
    let known = call.scope.view(|v| Ok(adapted::formats(v)?.iter().any(|f| f.code == format.code)))?;
    // A new format does not replace one that is there, nor does a renamed one.
    if known && before != Some(format.code.as_str()) {
        return Err(Fault::new("key.duplicate").with("key", &format.code).into());
    }
    if let Some(before) = before {
        of_code(call, before)?;
    }
    adapted::save(&call.scope, text)?;
    if let Some(before) = before.filter(|b| *b != format.code) {
        adapted::remove(&call.scope, before)?;
    }
    Ok(format.code)
}

/// The upload's file is read with the new format.
fn choose(call: &Call, token: &str, file: &str, code: &str) -> Result<()> {
    let mut batch = store::open(&call.scope, token)?;
    if let Some(file) = file.parse::<usize>().ok().and_then(|at| batch.files.get_mut(at)) {
        file.choice = store::Choice { format: format!("adapted:{code}"), ..store::Choice::default() };
    }
    store::keep(&call.scope, token, &batch)
}

/// `POST /import/adapted/{code}/delete`.
pub(super) fn delete(call: &Call) -> Result<Reply> {
    let (format, own) = of_code(call, call.param("code"))?;
    if !own {
        return Err(missing());
    }
    adapted::remove(&call.scope, &format.code)?;
    Ok(done(call, "/import/formats", "import-own-removed", None, None))
}

/// A definition that reads a file with that header as far as names tell; what they do not tell is left to be filled in.
fn starter(call: &Call, object: &Object, file_name: &str, header: &[String]) -> String {
    let labels = &call.installation.registry().labels;
    let language = call.scope.language();
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let code: String = fold(stem).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let quoted = |text: &str| toml::Value::String(text.to_string()).to_string();
    let columns: Vec<String> = header.iter().map(|h| quoted(h)).collect();
    let mut text = format!(
        "code = {}\nname.{} = {}\n\n[[source]]\ncolumns = [{}]\nculture = {}\n\n[[source.output]]\nobject = {}\nmode = \"InsertAndUpdate\"\norder = 10\n\n[source.output.columns]\n",
        quoted(code.trim_matches('-')),
        language.code(),
        quoted(stem),
        columns.join(", "),
        quoted(call.scope.tenant().culture().code),
        quoted(object.def.name),
    );
    let plain = |t: &str| fold(t).replace(['_', ' ', '-', '.'], "");
    for field in object.fields.iter().filter(|f| !f.read_only && !matches!(f.ty, FieldType::File)) {
        let label = labels.field(language, object.def.name, field);
        let names = [plain(&field.name), plain(label)];
        let found = header.iter().find(|h| names.contains(&plain(h)));
        let column = types::columns(field).first().cloned().unwrap_or_default();
        let column = if column.contains('.') { quoted(&column) } else { column };
        let _ = match found {
            Some(theirs) => writeln!(text, "{column} = {{ from = {} }}  # {label}", quoted(theirs)),
            None => writeln!(text, "# {column} = {{ from = \"\" }}  # {label}"),
        };
    }
    text
}

fn show(call: &Call, title: &str, action: &str, text: &str, faults: &[Fault], own: bool) -> Result<Reply> {
    let ui = ui(call);
    let token = call.request.query("token").unwrap_or_default();
    let file = call.request.query("file").unwrap_or_default();
    let form: Markup = html! {
        p.tl-soft { (ui.say("import-own-help")) }
        @for fault in faults { (alert(Tone::Danger, "", html! { (sentence(call, fault)) })) }
        @if action.is_empty() {
            p { (badge(Tone::Neutral, &ui.say("import-own-product"))) }
            pre.tl-code { (text) }
        } @else {
            form method="post" action=(action) {
                (csrf_field(call))
                input type="hidden" name="token" value=(token);
                input type="hidden" name="file" value=(file);
                div.tl-form {
                    (input(&ui, &Input {
                        name: "definition".into(),
                        label: ui.say("import-own-definition"),
                        control: Control::Long { value: text.to_string(), code: true },
                        required: true,
                        ..Input::default()
                    }))
                }
                div.tl-formbar {
                    a.btn href="/import/formats" { (ui.say("ui-back")) }
                    div.tl-formbar-end { button.btn.btn-primary type="submit" { (ui.say("ui-save")) } }
                }
            }
        }
    };
    let actions = html! {
        @if own {
            form method="post" action={ (action) "/delete" } hx-post={ (action) "/delete" } hx-confirm=(ui.say("import-own-remove-confirm")) data-confirm-action=(ui.say("ui-delete")) {
                (csrf_field(call))
                button.btn type="submit" { (icon("trash")) (ui.say("import-own-remove")) }
            }
        }
    };
    let mut way = crumbs(call);
    way.push(Crumb { label: ui.say("import-formats"), href: "/import/formats".into() });
    let head =
        Head { title, menu: "/import/formats", crumbs: &way, actions, timeless: true, ..Head::default() };
    page_with(call, &head, card("", html! {}, false, form))
}

/// Where a format for an uploaded file is begun.
pub(super) fn begin_address(token: &str, at: usize, object: &str) -> String {
    format!("/import/adapted/new?token={token}&file={at}&object={}", encode(object))
}
