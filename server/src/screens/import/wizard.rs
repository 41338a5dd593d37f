//! The first steps: choose files, see what they are taken for and what their first lines become, check or import.

use maud::{Markup, html};
use talang_catalogue::culture::CULTURES;
use talang_catalogue::labels::Labels;
use talang_catalogue::{Fault, Object, types};
use talang_engine::{Action, Error, Extents, Result};
use talang_http::{Call, Reply};
use talang_interchange::csv::{self, Inspected, Inspection, adapted};
use talang_screens::components::{
    Control, Input, Opt, Tone, Ui, Upload, alert, badge, card, icon, input, steps, tabs,
    upload as upload_form,
};
use talang_screens::page::{Head, csrf_field, page_with, ui};

use super::store::{self, Batch, Choice, Uploaded};
use super::{allowed, chain, crumbs, own, parts, sentence};

/// Lines shown.
const LINES: usize = 8;

/// The steps of the wizard, and where it stands.
pub(super) fn way(ui: &Ui<'_>, at: usize) -> Markup {
    let names =
        ["import-step-files", "import-step-look", "import-step-run", "import-step-result"].map(|k| ui.say(k));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    steps(&ui.say("import-steps"), &names, at)
}

/// `GET /import`.
pub(super) fn begin(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let ui = ui(call);
    let content = html! {
        (tabs(&ui.say("import-title"), &parts(call, "/import")))
        div.tl-stack {
            (way(&ui, 0))
            (card("", html! {}, false, html! {
                (upload_form(&ui, &Upload {
                    id: "import",
                    action: "/import/upload",
                    target: "#import-answer",
                    accept: ".csv,text/csv",
                    several: true,
                    fields: html! {},
                    button: &ui.say("import-upload"),
                }))
                div id="import-answer" role="status" {}
            }))
            (alert(Tone::Info, &ui.say("import-names"), html! {
                p { (ui.say("import-names-text")) }
                p { code { "Employee_InsertAndUpdate_" (call.scope.tenant().culture().code) "_10_.csv" } }
                p { a href="/import/formats" { (ui.say("import-formats-find")) } }
            }))
        }
    };
    let (title, text) = (ui.say("import-title"), ui.say("import-text"));
    page_with(
        call,
        &Head { title: &title, text: &text, menu: "/import", timeless: true, ..Head::default() },
        content,
    )
}

/// `POST /import/upload`.
pub(super) fn upload(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let body = call.request.upload.as_deref().ok_or_else(|| Error::from(Fault::new("file.empty")))?;
    match store::receive(&call.scope, body, call.request.header("content-type").unwrap_or_default()) {
        Ok(token) => {
            let to = format!("/import/new/{token}");
            Ok(match call.request.is_fragment() {
                true => Reply::status(200).with("hx-redirect", to),
                false => Reply::see_other(&to),
            })
        }
        Err(error) if error.status() < 500 => {
            let told = html! { @for fault in error.faults() { (alert(Tone::Danger, "", html! { (sentence(call, &fault)) })) } };
            Ok(Reply::html(told.into_string()).code(422))
        }
        Err(other) => Err(other),
    }
}

/// `GET /import/new/{token}`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    show(call, &[])
}

fn show(call: &Call, faults: &[Fault]) -> Result<Reply> {
    let objects = allowed(call)?;
    let token = call.param("token");
    let batch = store::open(&call.scope, token)?;
    let ui = ui(call);
    let content = html! {
        (tabs(&ui.say("import-title"), &parts(call, "/import")))
        div.tl-stack {
            (way(&ui, 1))
            @for fault in faults { (alert(Tone::Danger, "", html! { (sentence(call, fault)) })) }
            (sheet(call, token, &batch, &objects)?)
        }
    };
    let crumbs = crumbs(call);
    let title = ui.say("import-look");
    let head = Head { title: &title, menu: "/import", crumbs: &crumbs, timeless: true, ..Head::default() };
    let reply = page_with(call, &head, content)?;
    Ok(if faults.is_empty() { reply } else { reply.code(422) })
}

/// `POST /import/new/{token}/look`: the files again, read as now chosen.
pub(super) fn look(call: &Call) -> Result<Reply> {
    let objects = allowed(call)?;
    let token = call.param("token");
    let batch = chosen(call, token)?;
    store::keep(&call.scope, token, &batch)?;
    Ok(Reply::html(sheet(call, token, &batch, &objects)?.into_string()))
}

/// `POST /import/new/{token}`: `deed` is `check` or `import`.
pub(super) fn start(call: &Call) -> Result<Reply> {
    allowed(call)?;
    let token = call.param("token");
    let batch = chosen(call, token)?;
    store::keep(&call.scope, token, &batch)?;
    let dry_run = !call.request.form().iter().any(|(n, v)| n == "deed" && v == "import");
    let activate = may_activate(call)? && call.request.form().iter().any(|(n, _)| n == "activate");
    match chain::begin(&call.scope, token, dry_run, activate) {
        Ok((kind, id)) => Ok(Reply::see_other(&format!("/import/jobs/{}/{id}?from={token}", kind.name()))),
        Err(error) if error.is_of_the_form() => show(call, &error.faults()),
        Err(other) => Err(other),
    }
}

/// Whether the user may have links to passwords sent to every account, and mails leave at all.
fn may_activate(call: &Call) -> Result<bool> {
    let all = call.scope.view(|v| {
        let users = v.object("User")?;
        Ok(v.rights().on(&users, Action::Update).has(Extents::ALL))
    })?;
    Ok(all && talang_mail::available(&call.installation))
}

/// The upload with what the form says about each file; what it does not speak about stays.
fn chosen(call: &Call, token: &str) -> Result<Batch> {
    let mut batch = store::open(&call.scope, token)?;
    let form = call.request.form();
    let field = |name: String| form.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone());
    for (at, file) in batch.files.iter_mut().enumerate() {
        let Some(format) = field(format!("format.{at}")) else { continue };
        let mode = field(format!("mode.{at}")).unwrap_or_else(|| "InsertAndUpdate".into());
        let culture = field(format!("culture.{at}")).filter(|c| talang_catalogue::Culture::find(c).is_some());
        let culture = culture.unwrap_or_else(|| call.scope.tenant().culture().code.to_string());
        file.choice = Choice { format, mode, culture };
    }
    Ok(batch)
}

/// Every file with what it is taken for.
fn sheet(call: &Call, token: &str, batch: &Batch, objects: &[std::sync::Arc<Object>]) -> Result<Markup> {
    let ui = ui(call);
    let formats = call.scope.view(adapted::formats)?;
    let mut cards = Vec::new();
    let mut fine = !batch.files.is_empty();
    let mut accounts = false;
    for (at, file) in batch.files.iter().enumerate() {
        let (name, code) = file.taken_as();
        let path = store::path(&call.scope, token, at)?;
        let found = match csv::inspect(&call.scope, &path, &name, code.as_deref(), LINES) {
            Ok(found) => found,
            Err(Error::Faults(faults)) => Inspection { faults, ..Inspection::default() },
            Err(other) => return Err(other),
        };
        fine &= found.faults.is_empty();
        accounts |= found.outputs.iter().any(|o| o.object == "User");
        cards.push(one(call, token, at, file, &found, objects, &formats));
    }
    let action = format!("/import/new/{token}");
    let activates = may_activate(call)?;
    let ticked = call.request.form().iter().any(|(n, _)| n == "activate");
    Ok(html! {
        form id="import-sheet" method="post" action=(action) hx-post={ (action) "/look" } hx-trigger="change" hx-target="#import-sheet"
            hx-select="#import-sheet" hx-swap="outerMorph" {
            (csrf_field(call))
            div.tl-stack {
                @for card in &cards { (card) }
                @if batch.files.len() > 1 { p.tl-soft { (ui.say("import-in-order")) } }
                @if accounts && activates {
                    (card("", html! {}, false, html! {
                        (input(&ui, &Input {
                            name: "activate".into(),
                            label: ui.say("import-activate"),
                            help: ui.say("import-activate-help"),
                            control: Control::Bool { checked: ticked },
                            ..Input::default()
                        }))
                    }))
                }
                div.tl-formbar {
                    a.btn href="/import" { (ui.say("ui-back")) }
                    div.tl-formbar-end {
                        button.btn type="submit" name="deed" value="check" disabled[!fine] { (icon("list-check")) (ui.say("import-check")) }
                        button.btn.btn-primary type="submit" name="deed" value="import" disabled[!fine] { (icon("file-import")) (ui.say("import-now")) }
                    }
                }
            }
        }
    })
}

fn one(
    call: &Call,
    token: &str,
    at: usize,
    file: &Uploaded,
    found: &Inspection,
    objects: &[std::sync::Arc<Object>],
    formats: &[adapted::Format],
) -> Markup {
    let ui = ui(call);
    let by_hand = file.choice.format.starts_with("object:");
    let object = file.choice.format.strip_prefix("object:").unwrap_or("Employee");
    card(
        &file.name,
        html! {},
        false,
        html! {
            div.tl-form {
                (input(&ui, &Input {
                    name: format!("format.{at}"),
                    label: ui.say("import-format"),
                    help: taken_for(call, found),
                    control: Control::Select { value: file.choice.format.clone(), options: choices(call, objects, formats) },
                    ..Input::default()
                }))
                @if by_hand {
                    (input(&ui, &Input {
                        name: format!("mode.{at}"),
                        label: ui.say("import-mode"),
                        control: Control::Select {
                            value: file.choice.mode.clone(),
                            options: ["InsertAndUpdate", "InsertOnly"].map(|m| Opt { value: m.into(), label: mode_words(&ui, m) }).into(),
                        },
                        required: true,
                        ..Input::default()
                    }))
                    (input(&ui, &Input {
                        name: format!("culture.{at}"),
                        label: ui.say("import-culture"),
                        help: ui.say("import-culture-help"),
                        control: Control::Select {
                            value: file.choice.culture.clone(),
                            options: CULTURES.iter().map(|c| Opt { value: c.code.into(), label: c.code.into() }).collect(),
                        },
                        required: true,
                        ..Input::default()
                    }))
                }
            }
            @if !found.faults.is_empty() {
                (alert(Tone::Danger, &ui.say("import-refused"), html! {
                    ul { @for fault in &found.faults { li { (sentence(call, fault)) } } }
                }))
            }
            @if !found.header.is_empty() && found.adapted.is_none() && (found.outputs.is_empty() || by_hand) {
                p { a href=(own::begin_address(token, at, object)) { (icon("file-text")) (ui.say("import-own-make")) } }
            }
            @if !found.header.is_empty() && found.outputs.is_empty() { (table(&ui.say("import-as-read"), &found.header, &found.sample)) }
            @for output in &found.outputs { (preview(call, found, output)) }
        },
    )
}

fn mode_words(ui: &Ui<'_>, mode: &str) -> String {
    ui.say(if mode == "InsertOnly" { "import-mode-insert" } else { "import-mode-upsert" })
}

/// Formats to choose from: by itself, adapted ones, import types.
fn choices(call: &Call, objects: &[std::sync::Arc<Object>], formats: &[adapted::Format]) -> Vec<Opt> {
    let ui = ui(call);
    let labels: &Labels = &call.installation.registry().labels;
    let mut out = Vec::new();
    for format in formats {
        let may = format
            .sources
            .iter()
            .flat_map(|s| &s.outputs)
            .all(|o| objects.iter().any(|known| known.def.name == o.object));
        if may {
            let label = ui.say_with("import-adapted", &[("name", format.name(ui.language).into())]);
            out.push(Opt { value: format!("adapted:{}", format.code), label });
        }
    }
    let mut own: Vec<Opt> = objects
        .iter()
        .map(|o| Opt {
            value: format!("object:{}", o.def.name),
            label: labels.objects(ui.language, o.def.name).to_string(),
        })
        .collect();
    own.sort_by_cached_key(|o| talang_catalogue::culture::sort_key(ui.language, &o.label));
    out.extend(own);
    out
}

fn taken_for(call: &Call, found: &Inspection) -> String {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    if found.outputs.is_empty() {
        return ui.say("import-not-recognised");
    }
    let mut names: Vec<&str> = found.outputs.iter().map(|o| labels.objects(ui.language, &o.object)).collect();
    names.dedup();
    let lines = ui.culture.integer(i64::try_from(found.lines).unwrap_or(i64::MAX));
    ui.say_with("import-taken-for", &[("names", names.join(", ").into()), ("lines", lines.into())])
}

/// What the lines become.
fn preview(call: &Call, found: &Inspection, output: &Inspected) -> Markup {
    let ui = ui(call);
    let labels = &call.installation.registry().labels;
    let object = call.installation.registry().objects.iter().find(|o| o.name == output.object);
    let label = |field: &str| {
        let def = object.and_then(|o| o.fields.iter().find(|f| f.name == field));
        def.map_or_else(|| field.to_string(), |f| labels.field(ui.language, &output.object, f).to_string())
    };
    let title =
        format!("{}: {}", labels.objects(ui.language, &output.object), mode_words(&ui, output.mode.name()));
    let headings: Vec<Markup> = output
        .columns
        .iter()
        .map(|(column, field)| match field {
            Some(field) if column.eq_ignore_ascii_case(field) => html! { (label(field)) div { small.tl-soft { code { (column) } } } },
            Some(field) => html! { (label(field)) div { small.tl-soft { code { (column) } } } },
            None => html! { (badge(Tone::Neutral, &ui.say("import-ignored"))) div { small.tl-soft { code { (column) } } } },
        })
        .collect();
    let missing: Vec<String> = object
        .map(|o| {
            let has = |name: &str| output.columns.iter().any(|(_, f)| f.as_deref() == Some(name));
            o.fields
                .iter()
                .filter(|f| f.mandatory && f.default.is_none() && !f.read_only && !has(&f.name))
                .map(|f| types::columns(f).first().cloned().unwrap_or_default())
                .collect()
        })
        .unwrap_or_default();
    html! {
        h3.mt-3 { (title) }
        @if !missing.is_empty() {
            (alert(Tone::Warning, "", html! { (ui.say_with("import-missing", &[("columns", missing.join(", ").into())])) }))
        }
        @if output.sample.is_empty() && found.lines > 0 { p.tl-soft { (ui.say("import-no-sample")) } }
        @else { (grid(&title, &headings, &output.sample)) }
    }
}

fn table(title: &str, header: &[String], lines: &[Vec<String>]) -> Markup {
    let headings: Vec<Markup> = header.iter().map(|h| html! { code { (h) } }).collect();
    html! { h3.mt-3 { (title) } (grid(title, &headings, lines)) }
}

/// A plain table that scrolls by itself, with the keyboard too.
fn grid(title: &str, headings: &[Markup], lines: &[Vec<String>]) -> Markup {
    html! {
        div.tl-scroll tabindex="0" role="region" aria-label=(title) {
            table.tl-table {
                caption.visually-hidden { (title) }
                thead { tr { @for heading in headings { th scope="col" { (heading) } } } }
                tbody {
                    @for line in lines {
                        tr { @for (at, _) in headings.iter().enumerate() { td { (short(line.get(at).map(String::as_str).unwrap_or_default())) } } }
                    }
                }
            }
        }
    }
}

/// Long cells are cut: a preview shows what they are, not all they hold.
fn short(text: &str) -> String {
    let mut out: String = text.chars().take(80).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}
