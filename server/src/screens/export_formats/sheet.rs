//! One format: its columns in their order, how it is written, and its first lines as they come out now.

use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::culture::fold;
use talang_catalogue::{Fault, FieldType, Kind, Object, Record, Value, types};
use talang_engine::{Action, Draft, Error, Mode, Query, Result};
use talang_http::{Call, Reply};
use talang_interchange::csv::{self, Layout, LayoutColumn};
use talang_screens::components::{
    Crumb, Input, Problem, Tone, Ui, alert, card, control, error_summary, icon, input,
};
use talang_screens::page::{Head, Names, csrf_field, done, fault_text, page_with, ui};

use super::fields::{self, Group};
use super::{LIST, OBJECT, chooser, confirm, crumbs, download, find, missing, taken, text};

/// Fields besides the columns, in the order of the form: what it is called, and how it is written.
const NAMES: [&str; 4] = ["label", "code", "filter", "every_slice"];
const STYLE: [&str; 8] =
    ["culture", "separator", "encoding", "replace_missing", "days", "line_end", "header", "guard_formulas"];

/// Columns of a format at most: more than any object has fields.
const MOST: usize = 500;
/// Lines that are shown beside the form.
const SHOWN: usize = 5;

/// A format while it is being filled in.
struct Sheet {
    /// Row number and version of one that is kept already.
    kept: Option<(i64, i64)>,
    object: String,
    values: Vec<(String, Value)>,
    columns: Vec<LayoutColumn>,
}

impl Sheet {
    fn empty(formats: &Object, object: &str) -> Sheet {
        let values = NAMES.into_iter().chain(STYLE).map(|name| {
            let field = formats.field(name);
            let usual = field.and_then(|f| f.default.as_deref().map(|d| (f, d)));
            let value = usual.and_then(|(f, d)| types::parse(f, d, &talang_catalogue::Culture::NEUTRAL).ok());
            (name.to_string(), value.unwrap_or_default())
        });
        Sheet { kept: None, object: object.to_string(), values: values.collect(), columns: Vec::new() }
    }

    fn of(record: &Record) -> Result<Sheet> {
        let values = NAMES.into_iter().chain(STYLE).map(|n| (n.to_string(), record.get(n).clone()));
        Ok(Sheet {
            kept: Some((record.id, record.version)),
            object: text(record, "object"),
            values: values.collect(),
            columns: Layout::of(record)?.columns,
        })
    }

    /// What was sent, and what cannot be read of it.
    fn sent(call: &Call, formats: &Object, kept: Option<i64>) -> (Sheet, Vec<Fault>) {
        let form = call.request.form();
        let field = |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
        let mut faults = Vec::new();
        let mut values = Vec::new();
        for name in NAMES.into_iter().chain(STYLE) {
            let Some(def) = formats.field(name) else { continue };
            let sent = field(name).unwrap_or_default();
            let value = match def.ty {
                FieldType::Bool => Value::Int(i64::from(sent == "true")),
                _ => types::parse(def, sent, call.scope.culture).unwrap_or_else(|fault| {
                    faults.push(fault.on(name));
                    Value::Text(sent.to_string())
                }),
            };
            values.push((name.to_string(), value));
        }
        let mut columns = Vec::new();
        for at in 0..MOST {
            let part = |name: &str| field(&format!("c{at}.{name}"));
            let (of, fixed) = (part("field"), part("text"));
            if of.is_none() && fixed.is_none() {
                break;
            }
            columns.push(LayoutColumn {
                field: of.map(str::to_string),
                text: fixed.filter(|_| of.is_none()).map(str::to_string),
                header: part("header").unwrap_or_default().trim().to_string(),
                words: part("words") == Some("true"),
            });
        }
        let version = field("_version").and_then(|v| v.parse().ok()).unwrap_or_default();
        let object = field("object").unwrap_or_default().to_string();
        (Sheet { kept: kept.map(|id| (id, version)), object, values, columns }, faults)
    }

    fn value(&self, name: &str) -> &Value {
        self.values.iter().find(|(n, _)| n == name).map_or(&Value::Null, |(_, v)| v)
    }

    fn text(&self, name: &str) -> String {
        self.value(name).as_text().unwrap_or_default().to_string()
    }

    fn set(&mut self, name: &str, value: Value) {
        if let Some((_, old)) = self.values.iter_mut().find(|(n, _)| n == name) {
            *old = value;
        }
    }

    fn layout(&self) -> Layout {
        let yes = |name: &str| self.value(name).as_int() == Some(1);
        Layout {
            // One that has no name yet is an adapted format all the same.
            code: "new".to_string(),
            object: self.object.clone(),
            columns: self.columns.clone(),
            filter: self.text("filter"),
            every_slice: yes("every_slice"),
            culture: self.text("culture"),
            separator: self.text("separator"),
            encoding: self.text("encoding"),
            replace_missing: yes("replace_missing"),
            days: self.text("days"),
            line_end: self.text("line_end"),
            bare: !yes("header"),
            unguarded: !yes("guard_formulas"),
        }
    }

    /// Does what a button of the columns says.
    fn work(&mut self, what: &str, add: &str) {
        let (verb, at) = what.split_once('-').unwrap_or((what, ""));
        let at: usize = at.parse().unwrap_or(MOST);
        match verb {
            "add" if !add.is_empty() => {
                let column = LayoutColumn { field: Some(add.to_string()), ..LayoutColumn::default() };
                self.columns.push(column);
            }
            "text" => {
                self.columns.push(LayoutColumn { text: Some(String::new()), ..LayoutColumn::default() });
            }
            "up" if at > 0 && at < self.columns.len() => self.columns.swap(at, at - 1),
            "down" if at + 1 < self.columns.len() => self.columns.swap(at, at + 1),
            "remove" if at < self.columns.len() => {
                self.columns.remove(at);
            }
            _ => {}
        }
    }

    fn save(&self, call: &Call) -> Result<()> {
        let mut values: Vec<(&str, Value)> =
            self.values.iter().map(|(n, v)| (n.as_str(), v.clone())).collect();
        let columns = serde_json::to_string(&self.columns).map_err(|_| Fault::new("internal"))?;
        values.push(("columns", Value::Text(columns)));
        if self.kept.is_none() {
            values.push(("object", Value::Text(self.object.clone())));
        }
        call.scope.change(Kind::Shared, |c| {
            let object = c.object(OBJECT)?;
            let draft = Draft::new(&object, values)?;
            let mode = match self.kept {
                Some((id, version)) => Mode::Update { id, version: Some(version) },
                None => Mode::Insert,
            };
            c.save(&object, mode, draft)?;
            Ok(())
        })
    }
}

/// `GET /export/formats/new?object=&columns=&filter=`, or `from=` a format that is there.
pub(super) fn new(call: &Call) -> Result<Reply> {
    let query = |name: &str| call.request.query(name).unwrap_or_default();
    let formats = call.scope.view(|v| v.object(OBJECT))?;
    if let Ok(id) = query("from").parse() {
        let mut sheet = Sheet::of(&find(call, id)?)?;
        sheet.kept = None;
        sheet.set("code", Value::Null);
        let label =
            ui(call).say_with("export-format-copy-of", &[("name", sheet.text("label").as_str().into())]);
        sheet.set("label", Value::Text(label));
        return show(call, &sheet, &[]);
    }
    if query("object").is_empty() {
        let content = chooser(call)?;
        return framed(
            call,
            &ui(call).say("export-format-new"),
            html! {},
            card("", html! {}, false, content),
        );
    }
    let object = exported(call, query("object"))?;
    let mut sheet = Sheet::empty(&formats, object.def.name);
    for name in query("columns").split(',').map(str::trim).filter(|n| !n.is_empty()) {
        sheet.work("add", name);
    }
    if !query("filter").is_empty() {
        sheet.set("filter", Value::Text(query("filter").to_string()));
    }
    sheet.set("every_slice", Value::Int(i64::from(query("slices") == "all")));
    show(call, &sheet, &[])
}

/// The object, if the scope may take out its records.
fn exported(call: &Call, name: &str) -> Result<Arc<Object>> {
    call.scope.view(|v| {
        let object = v.object(name)?;
        match v.rights().may(&object, Action::Export) && !object.def.internal {
            true => Ok(object),
            false => Err(missing().into()),
        }
    })
}

/// `GET /export/formats/{id}`.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let record = find(call, call.id("id")?)?;
    show(call, &Sheet::of(&record)?, &[])
}

/// `POST /export/formats/new`.
pub(super) fn create(call: &Call) -> Result<Reply> {
    answer(call, None)
}

/// `POST /export/formats/{id}`.
pub(super) fn change(call: &Call) -> Result<Reply> {
    answer(call, Some(call.id("id")?))
}

fn answer(call: &Call, id: Option<i64>) -> Result<Reply> {
    let formats = call.scope.view(|v| v.object(OBJECT))?;
    let (mut sheet, mut faults) = Sheet::sent(call, &formats, id);
    if let Some(id) = id {
        // The object stays: the columns are its.
        sheet.object = text(&find(call, id)?, "object");
    } else {
        exported(call, &sheet.object)?;
    }
    let form = call.request.form();
    let field =
        |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str()).unwrap_or_default();
    if field("_do") != "save" {
        sheet.work(field("_do"), field("add"));
        return show(call, &sheet, &[]);
    }
    if sheet.text("code").is_empty() {
        let code = code_for(call, &sheet.text("label"))?;
        sheet.set("code", Value::Text(code));
        faults.retain(|f| f.field.as_deref() != Some("code"));
    }
    if faults.is_empty() {
        match sheet.save(call) {
            Ok(()) => return Ok(done(call, LIST, "export-format-saved", None, None)),
            Err(Error::Faults(found)) if found.iter().all(|f| f.code != "record.not_found") => faults = found,
            Err(other) => return Err(other),
        }
    }
    Ok(show(call, &sheet, &faults)?.code(422))
}

/// A code that nobody has, from a name.
fn code_for(call: &Call, label: &str) -> Result<String> {
    let plain: String =
        fold(label).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(40).collect();
    let parts: Vec<&str> = plain.split('-').filter(|p| !p.is_empty()).collect();
    let stem = if parts.is_empty() { "format".to_string() } else { parts.join("-") };
    let mut code = stem.clone();
    let mut number = 1;
    while taken(call, &code)? {
        number += 1;
        code = format!("{stem}-{number}");
    }
    Ok(code)
}

/// `POST /export/formats/{id}/delete`.
pub(super) fn delete(call: &Call) -> Result<Reply> {
    let id = call.id("id")?;
    call.scope.change(Kind::Shared, |c| {
        let object = c.object(OBJECT)?;
        c.delete(&object, id, None)
    })?;
    Ok(done(call, LIST, "export-format-removed", None, None))
}

fn framed(call: &Call, title: &str, actions: Markup, content: Markup) -> Result<Reply> {
    let way = crumbs(call, vec![Crumb { label: ui(call).say("export-formats"), href: LIST.into() }]);
    page_with(
        call,
        &Head { title, menu: LIST, crumbs: &way, actions, timeless: true, ..Head::default() },
        content,
    )
}

fn show(call: &Call, sheet: &Sheet, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let (formats, object, groups, may, may_delete, may_export) = call.scope.view(|v| {
        let formats = v.object(OBJECT)?;
        let object = v.object(&sheet.object)?;
        let action = if sheet.kept.is_some() { Action::Update } else { Action::Create };
        let (may, may_delete) = (v.rights().may(&formats, action), v.rights().may(&formats, Action::Delete));
        let may_export = v.rights().may(&object, Action::Export);
        let groups = fields::groups(call, v, &object);
        Ok((formats, object, groups, may, may_delete, may_export))
    })?;
    let labels = &call.installation.registry().labels;
    let title = match sheet.kept {
        Some(_) => sheet.text("label"),
        None => ui.say("export-format-new"),
    };
    let action = match sheet.kept {
        Some((id, _)) => format!("{LIST}/{id}"),
        None => format!("{LIST}/new"),
    };
    let problems: Vec<Problem> = faults
        .iter()
        .map(|f| Problem {
            field: f.field.clone().filter(|n| n != "columns" && n != "object").unwrap_or_default(),
            text: fault_text(call, Some(&formats), f),
        })
        .collect();
    let fields =
        |names: &[&str]| html! { @for name in names { (one(call, &formats, sheet, name, &problems)) } };
    let content = html! {
        form #format-form .tl-stack method="post" action=(action) hx-post=(action) hx-select="#format-form" hx-target="#format-form" hx-swap="outerHTML" {
            (csrf_field(call))
            (error_summary(&ui, &problems))
            input type="hidden" name="object" value=(sheet.object);
            @if let Some((_, version)) = sheet.kept { input type="hidden" name="_version" value=(version); }
            // What Enter does in a field: look, not move a column.
            button.visually-hidden type="submit" name="_do" value="preview" tabindex="-1" aria-hidden="true" {}
            fieldset.tl-stack disabled[!may] {
                (card(labels.objects(ui.language, object.def.name), html! {}, false, html! {
                    div.tl-form { (fields(&NAMES)) }
                }))
                (card(&ui.say("export-format-columns"), html! {}, false, columns(&ui, sheet, &groups)))
                (card(&ui.say("export-format-writing"), html! {}, false, html! { div.tl-form { (fields(&STYLE)) } }))
            }
            (card(&ui.say("export-format-preview"), html! {}, false, html! {
                @if may_export { (preview(call, &ui, sheet)) } @else { p.tl-soft.mb-0 { (ui.say("export-format-no-right")) } }
                @if may {
                    div.tl-formbar {
                        button.btn type="submit" name="_do" value="preview" { (icon("refresh")) (ui.say("export-format-preview-again")) }
                        div.tl-formbar-end {
                            a.btn href=(LIST) { (ui.say("ui-cancel")) }
                            button.btn.btn-primary type="submit" name="_do" value="save" { (ui.say("ui-save")) }
                        }
                    }
                }
            }))
        }
    };
    let actions = html! {
        @if let Some((id, _)) = sheet.kept {
            @if may_export {
                a.btn href=(download(object.def.path, &sheet.text("code"))) download { (icon("download")) (ui.say("export-format-download")) }
            }
            @if may_delete {
                @let record = find(call, id)?;
                form method="post" action={ (action) "/delete" } hx-post={ (action) "/delete" } hx-confirm=(confirm(&ui, &record)) data-confirm-action=(ui.say("ui-delete")) {
                    (csrf_field(call))
                    button.btn type="submit" { (icon("trash")) (ui.say("ui-delete")) }
                }
            }
        }
    };
    framed(call, &title, actions, content)
}

/// One field of the object that keeps formats.
fn one(call: &Call, formats: &Object, sheet: &Sheet, name: &str, problems: &[Problem]) -> Markup {
    let ui = ui(call);
    let registry = call.installation.registry();
    let Some(field) = formats.field(name) else { return html! {} };
    let Ok(catalogue) = call.scope.view(|v| Ok(v.catalogue())) else { return html! {} };
    let shown = Names::default().with(ui, registry, &catalogue, |cx| control(cx, field, sheet.value(name)));
    let optional = matches!(field.ty, FieldType::Bool) || name == "code";
    let help = match name {
        "code" => ui.say("export-format-code-help"),
        "filter" => ui.say("export-format-filter-help"),
        _ => registry.labels.field_help(ui.language, formats.def.name, field).to_string(),
    };
    input(
        &ui,
        &Input {
            name: name.to_string(),
            label: registry.labels.field(ui.language, formats.def.name, field).to_string(),
            help,
            control: shown,
            required: field.mandatory && !optional,
            error: problems.iter().find(|p| p.field == name).map(|p| p.text.clone()),
            ..Input::default()
        },
    )
}

/// The columns, and what can be added.
fn columns(ui: &Ui<'_>, sheet: &Sheet, groups: &[Group]) -> Markup {
    let last = sheet.columns.len().saturating_sub(1);
    let button = |verb: &str, at: usize, key: &str, picture: &'static str, off: bool, what: &str| {
        html! {
            button.btn.btn-icon.btn-sm.btn-quiet id={ (verb) "-" (at) } type="submit" name="_do" value={ (verb) "-" (at) }
                aria-label={ (ui.say(key)) ": " (what) } title=(ui.say(key)) disabled[off] { (icon(picture)) }
        }
    };
    html! {
        @if sheet.columns.is_empty() { p.tl-soft { (ui.say("export-format-columns-none")) } }
        ol.tl-layout {
            @for (at, column) in sheet.columns.iter().enumerate() {
                @let choice = groups.iter().flat_map(|g| &g.choices).find(|c| Some(&c.name) == column.field.as_ref());
                @let fixed = ui.say("export-format-fixed");
                @let what = choice.map_or_else(|| column.field.clone().unwrap_or(fixed), |c| c.long.clone());
                li {
                    div.tl-layout-what {
                        span { (what) }
                        @if let Some(field) = &column.field {
                            input type="hidden" name={ "c" (at) ".field" } value=(field);
                            small { code { (field) } }
                        } @else {
                            input.form-control type="text" name={ "c" (at) ".text" } value=(column.text.as_deref().unwrap_or_default())
                                aria-label={ (ui.say("export-format-fixed")) " " (at + 1) } autocomplete="off";
                        }
                    }
                    label.tl-layout-head {
                        span { (ui.say("export-format-header")) span.visually-hidden { ": " (what) } }
                        input.form-control type="text" name={ "c" (at) ".header" } value=(column.header)
                            placeholder=(column.field.as_deref().unwrap_or_default()) autocomplete="off";
                    }
                    div.tl-layout-words {
                        @if choice.is_some_and(|c| c.words) || column.words {
                            label.tl-checkrow {
                                input.form-check-input type="checkbox" name={ "c" (at) ".words" } value="true" checked[column.words];
                                span { (ui.say("export-format-words")) span.visually-hidden { ": " (what) } }
                            }
                        }
                    }
                    div.tl-layout-buttons {
                        (button("up", at, "export-format-up", "arrow-up", at == 0, &what))
                        (button("down", at, "export-format-down", "arrow-down", at == last, &what))
                        (button("remove", at, "export-format-remove-column", "x", false, &what))
                    }
                }
            }
        }
        div.tl-layout-add {
            div {
                label.tl-label for="add" { (ui.say("export-format-field")) }
                select.form-select id="add" name="add" {
                    @for group in groups {
                        optgroup label=(group.label) { @for choice in &group.choices { option value=(choice.name) { (choice.label) } } }
                    }
                }
            }
            button.btn id="add-field" type="submit" name="_do" value="add" { (icon("plus")) (ui.say("export-format-add")) }
            button.btn id="add-text" type="submit" name="_do" value="text" { (icon("plus")) (ui.say("export-format-add-fixed")) }
        }
    }
}

/// The first lines as they come out now.
fn preview(call: &Call, ui: &Ui<'_>, sheet: &Sheet) -> Markup {
    if sheet.columns.is_empty() {
        return html! { p.tl-soft { (ui.say("export-format-columns-none")) } };
    }
    match csv::preview(&call.scope, &Query::default(), &sheet.layout(), SHOWN) {
        Ok(text) => html! {
            p.tl-soft { (ui.say("export-format-preview-text")) }
            pre.tl-code tabindex="0" role="region" aria-label=(ui.say("export-format-preview")) { (text) }
        },
        Err(error) => html! {
            @for fault in error.faults() { (alert(Tone::Danger, "", html! { (fault_text(call, None, &fault)) })) }
        },
    }
}
