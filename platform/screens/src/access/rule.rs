//! The editor of a list's rule: conditions to be put together, or the text itself, with the people it chooses at once.

use maud::{Markup, html};
use talang_catalogue::{Fault, Kind, Record, Value};
use talang_engine::accreditation::quote;
use talang_engine::expression::{self, Expr};
use talang_engine::{Dimension, Filter, Query, Result, View};
use talang_http::{Call, Reply};

use super::lists::{list_of, people, people_order};
use super::{crumbs, refusals, words};
use crate::components::{
    Control, Crumb, Input, Opt, Picked, Tone, alert, card, form_bar, icon, input, person, tabs,
};
use crate::page::{Head, csrf_field, done, fault_text, page_with, photo, record_address, ui, visible};

/// People shown in the preview.
const SHOWN: usize = 20;

/// One condition of the builder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Condition {
    dimension: String,
    /// `is`, `not`, `under`, `not-under`, `empty`, `not-empty`.
    op: String,
    /// Row numbers of the values.
    values: Vec<i64>,
}

/// What the builder holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Built {
    /// Any of the conditions is enough.
    any: bool,
    conditions: Vec<Condition>,
}

/// `GET /access/lists/{id}/rule`, `?as=text` for the text itself.
pub(super) fn page(call: &Call) -> Result<Reply> {
    let (list, rule, built) = call.scope.view(|v| {
        let list = list_of(call, v)?;
        let rule = list.get("rule").as_text().unwrap_or_default().to_string();
        let built = if call.request.query("as") == Some("text") { None } else { taken_apart(v, &rule)? };
        Ok((list, rule, built))
    })?;
    show(call, &list, &rule, built.as_ref(), &[])
}

/// `POST /access/lists/{id}/rule`.
pub(super) fn save(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let (list, rule, built) = call.scope.view(|v| {
        let list = list_of(call, v)?;
        let (rule, built) = read(v, &form)?;
        Ok((list, rule, built))
    })?;
    let value = if rule.trim().is_empty() { Value::Null } else { Value::from(rule.trim()) };
    match call
        .scope
        .change(Kind::Employees, |c| c.update("AccreditationList", list.id, vec![("rule", value)]))
    {
        Ok(_) => Ok(done(call, &format!("/access/lists/{}", list.id), "access-rule-saved", None, None)),
        Err(error) => Ok(show(call, &list, &rule, built.as_ref(), &refusals(error)?)?.code(422)),
    }
}

/// `POST /access/lists/{id}/rule/build`: the form again after a change, with its preview.
pub(super) fn build(call: &Call) -> Result<Reply> {
    let form = call.request.form();
    let content = call.scope.view(|v| {
        let list = list_of(call, v)?;
        let (mut rule, mut built) = read(v, &form)?;
        if let Some(built) = &mut built {
            if call.request.query("add").is_some() {
                built.conditions.push(Condition::default());
            }
            let gone = call.request.query("remove").and_then(|t| t.parse::<usize>().ok());
            if let Some(at) = gone.filter(|at| *at < built.conditions.len()) {
                built.conditions.remove(at);
                rule = text(v, built)?;
            }
        }
        editor(call, v, &list, &rule, built.as_ref(), &[])
    })?;
    Ok(Reply::html(content.into_string()))
}

fn show(call: &Call, list: &Record, rule: &str, built: Option<&Built>, faults: &[Fault]) -> Result<Reply> {
    let ui = ui(call);
    let name = words(call, list.get("label"));
    let base = format!("/access/lists/{}", list.id);
    let content = call.scope.view(|v| {
        let buildable = taken_apart(v, rule)?.is_some();
        let text = built.is_none();
        let mut parts = Vec::new();
        if buildable || !text {
            parts.push(super::tab(ui.say("access-rule-builder"), format!("{base}/rule"), !text));
        }
        parts.push(super::tab(ui.say("access-rule-text"), format!("{base}/rule?as=text"), text));
        Ok(html! {
            (tabs(&ui.say("access-rule"), &parts))
            @if !buildable { (alert(Tone::Info, "", html! { (ui.say("access-rule-complex")) })) }
            (editor(call, v, list, rule, built, faults)?)
        })
    })?;
    let mut way = crumbs(call, Some((&ui.say("access-lists"), "/access/lists")));
    way.push(Crumb { label: name, href: base });
    let title = ui.say("access-rule");
    let text = ui.say("access-rule-help");
    let head = Head {
        title: &title,
        text: &text,
        menu: "/access/lists",
        crumbs: &way,
        timeless: true,
        ..Head::default()
    };
    page_with(call, &head, content)
}

fn dimensions(call: &Call) -> &'static [Dimension] {
    call.installation.registry().people.map_or(&[], |p| p.dimensions)
}

fn editor(
    call: &Call,
    v: &mut View<'_>,
    list: &Record,
    rule: &str,
    built: Option<&Built>,
    faults: &[Fault],
) -> Result<Markup> {
    let ui = ui(call);
    let base = format!("/access/lists/{}", list.id);
    let error = faults.iter().map(|f| fault_text(call, Some(&list.object), f)).collect::<Vec<_>>().join(" ");
    let error = Some(error).filter(|e| !e.is_empty());
    let fields = match built {
        Some(built) => conditions(call, v, built, &base)?,
        None => html! {
            (input(&ui, &Input {
                name: "rule".into(),
                label: ui.say("access-rule-text"),
                help: ui.say("access-rule-text-help"),
                control: Control::Long { value: rule.to_string(), code: true },
                error: error.clone(),
                ..Input::default()
            }))
        },
    };
    let preview = preview(call, v, list, rule)?;
    let build = format!("{base}/rule/build");
    let trigger =
        if built.is_some() { "change delay:100ms" } else { "input changed delay:400ms target:'textarea'" };
    // The text keeps its cursor: there only the preview is replaced.
    let target = if built.is_some() { "#rule-editor" } else { "#rule-preview" };
    Ok(html! {
        div id="rule-editor" {
            form method="post" action={ (base) "/rule" } hx-post=(build) hx-trigger=(trigger) hx-target=(target) hx-select=(target) hx-swap="outerMorph" {
                (csrf_field(call))
                input type="hidden" name="as" value=(if built.is_some() { "builder" } else { "text" });
                div.tl-stack {
                    (card("", html! {}, false, html! {
                        @if built.is_some() { @if let Some(error) = &error { (alert(Tone::Danger, "", html! { (error) })) } }
                        (fields)
                        (form_bar(&ui, &base, "", html! {}))
                    }))
                    (preview)
                }
            }
        }
    })
}

fn conditions(call: &Call, v: &mut View<'_>, built: &Built, base: &str) -> Result<Markup> {
    let ui = ui(call);
    let build = format!("{base}/rule/build");
    let mut rows = Vec::new();
    for (at, condition) in built.conditions.iter().enumerate() {
        rows.push(condition_row(call, v, at, condition, &build)?);
    }
    let count = built.conditions.len();
    Ok(html! {
        div.tl-form {
            (input(&ui, &Input {
                name: "any".into(),
                label: ui.say("access-rule-join"),
                control: Control::Select {
                    value: if built.any { "or".into() } else { "and".into() },
                    options: vec![
                        Opt { value: "and".into(), label: ui.say("access-rule-and") },
                        Opt { value: "or".into(), label: ui.say("access-rule-or") },
                    ],
                },
                required: true,
                ..Input::default()
            }))
        }
        input type="hidden" name="count" value=(count);
        @for row in rows { (row) }
        div.mt-3 {
            button.btn type="button" hx-post={ (build) "?add=1" } hx-target="#rule-editor" hx-select="#rule-editor" hx-swap="outerMorph" {
                (icon("plus")) (ui.say("access-add-condition"))
            }
        }
    })
}

fn condition_row(
    call: &Call,
    v: &mut View<'_>,
    at: usize,
    condition: &Condition,
    build: &str,
) -> Result<Markup> {
    let ui = ui(call);
    let dimension = dimensions(call).iter().find(|d| d.code == condition.dimension);
    let labels = &call.installation.registry().labels;
    let fields = dimensions(call)
        .iter()
        .map(|d| Opt { value: d.code.into(), label: dimension_label(call, d) })
        .collect();
    let hierarchical = dimension.is_some_and(|d| d.parent.is_some() || d.line);
    let ops: &[&str] = if hierarchical {
        &["under", "is", "not-under", "not", "empty", "not-empty"]
    } else {
        &["is", "not", "empty", "not-empty"]
    };
    let ops =
        ops.iter().map(|op| Opt { value: (*op).into(), label: ui.say(&format!("access-op-{op}")) }).collect();
    let mut values = Vec::new();
    if let Some(dimension) = dimension {
        for id in &condition.values {
            values.push(Picked { id: id.to_string(), title: v.title(dimension.object, *id)?.title });
        }
    }
    let valued = !condition.op.ends_with("empty");
    Ok(html! {
        fieldset.mt-3 {
            input type="hidden" name={ "was." (at) } value=(condition.dimension);
            legend.visually-hidden { (ui.say_with("access-condition", &[("number", i64::try_from(at + 1).unwrap_or_default().into())])) }
            div.tl-form {
                (input(&ui, &Input {
                    name: format!("dimension.{at}"),
                    label: ui.say("access-dimension"),
                    control: Control::Select { value: condition.dimension.clone(), options: fields },
                    ..Input::default()
                }))
                (input(&ui, &Input {
                    name: format!("op.{at}"),
                    label: ui.say("access-operator"),
                    // Never radio buttons: the choices of one condition stand in one line.
                    control: Control::Select { value: condition.op.clone(), options: ops },
                    ..Input::default()
                }))
                @if valued {
                    @if let Some(dimension) = dimension {
                        (input(&ui, &Input {
                            name: format!("values.{at}"),
                            label: labels.objects(ui.language, dimension.object).to_string(),
                            control: Control::References { values, url: format!("/pick/{}", dimension.object) },
                            ..Input::default()
                        }))
                    }
                }
                div.align-self-end {
                    button.btn.btn-quiet type="button" hx-post={ (build) "?remove=" (at) } hx-target="#rule-editor" hx-select="#rule-editor"
                        hx-swap="outerMorph" { (icon("trash")) (ui.say("access-remove-condition")) }
                }
            }
        }
    })
}

/// What a dimension is called: the field of the slice that gives it, or what it goes on to.
fn dimension_label(call: &Call, dimension: &Dimension) -> String {
    let registry = call.installation.registry();
    let language = call.scope.language();
    let slice = registry.people.map_or("", |p| p.slice);
    if dimension.via.is_some() {
        return registry.labels.object(language, dimension.object).to_string();
    }
    let field = registry
        .objects
        .iter()
        .find(|o| o.name == slice)
        .and_then(|o| o.fields.iter().find(|f| f.name == dimension.field));
    match field {
        Some(field) => registry.labels.field(language, slice, field).to_string(),
        None => registry.labels.object(language, dimension.object).to_string(),
    }
}

/// How many people a rule chooses, and the first of them that the reader may see.
fn preview(call: &Call, v: &mut View<'_>, list: &Record, rule: &str) -> Result<Markup> {
    let ui = ui(call);
    let inside = if rule.trim().is_empty() {
        html! { p.tl-soft { (ui.say("access-no-rule")) } }
    } else {
        match v.try_rule(rule) {
            Err(error) => {
                let faults = refusals(error)?;
                html! { @for fault in &faults { (alert(Tone::Danger, "", html! { (fault_text(call, Some(&list.object), fault)) })) } }
            }
            Ok(chosen) => {
                let people = people(v)?;
                let sort = v.sort(&people, people_order(&people))?;
                let filter = Some(Filter::Ids(chosen.iter().collect()));
                let page = v.list(&people, &Query { filter, sort, limit: SHOWN, ..Query::default() })?;
                let registry = call.installation.registry();
                let mut shown = Vec::new();
                for record in &page.records {
                    let name = v.title_of(record)?;
                    shown.push((record_address(registry, &people, record.id), name, photo(record)));
                }
                let count = i64::try_from(chosen.len()).unwrap_or_default();
                html! {
                    p role="status" { strong { (ui.say_with("access-members-count", &[("count", count.into())])) } }
                    ul.tl-links {
                        @for (href, name, photo) in &shown { li { a href=(href) { (person(&name.title, photo.as_deref(), &name.key)) } } }
                    }
                    @if chosen.len() > shown.len() { p.tl-soft { (ui.say_with("access-first-shown", &[("count", i64::try_from(shown.len()).unwrap_or_default().into())])) } }
                }
            }
        }
    };
    Ok(html! {
        div id="rule-preview" {
            (card(&ui.say("access-preview"), html! {}, false, html! {
                @if !rule.trim().is_empty() { p { code { (rule) } } }
                (inside)
            }))
        }
    })
}

/// What was sent: the text of the rule, and the builder where that was used.
fn read(v: &mut View<'_>, form: &[(String, String)]) -> Result<(String, Option<Built>)> {
    let first =
        |name: &str| form.iter().find(|(n, _)| n == name).map(|(_, t)| t.as_str()).unwrap_or_default();
    if first("as") == "text" {
        return Ok((first("rule").to_string(), None));
    }
    let count: usize = first("count").parse().unwrap_or_default();
    let known = v.scope().installation().registry().people.map_or(&[][..], |p| p.dimensions);
    let mut built = Built { any: first("any") == "or", conditions: Vec::new() };
    for at in 0..count.min(50) {
        let dimension = first(&format!("dimension.{at}")).to_string();
        let name = format!("values.{at}");
        let mut values: Vec<i64> =
            form.iter().filter(|(n, _)| *n == name).filter_map(|(_, t)| t.parse().ok()).collect();
        let found = known.iter().find(|d| d.code == dimension);
        let mut op = first(&format!("op.{at}")).to_string();
        let hierarchical = found.is_some_and(|d| d.parent.is_some() || d.line);
        if op.is_empty() || (!hierarchical && op.contains("under")) {
            op = if hierarchical { "under".into() } else { "is".into() };
        }
        // Values that were picked for another dimension mean nothing here.
        match found.filter(|_| first(&format!("was.{at}")) == dimension) {
            Some(found) => {
                let object = v.object(found.object)?;
                let seen = visible(v, &object, &values)?;
                values.retain(|id| seen.contains(id));
            }
            None => values.clear(),
        }
        built.conditions.push(Condition { dimension, op, values });
    }
    Ok((text(v, &built)?, Some(built)))
}

/// The rule's text.
fn text(v: &mut View<'_>, built: &Built) -> Result<String> {
    let known = v.scope().installation().registry().people.map_or(&[][..], |p| p.dimensions);
    let mut parts = Vec::new();
    for condition in &built.conditions {
        let Some(dimension) = known.iter().find(|d| d.code == condition.dimension) else { continue };
        let mut keys = Vec::new();
        for id in &condition.values {
            keys.push(quote(&v.title(dimension.object, *id)?.key));
        }
        let keys = keys.join(", ");
        let code = dimension.code;
        let test = match condition.op.as_str() {
            "empty" => format!("{code} is empty"),
            "not-empty" => format!("{code} is not empty"),
            // A condition without values says nothing yet.
            _ if keys.is_empty() => continue,
            "not" => format!("{code} is not {keys}"),
            "under" => format!("{code} under {keys}"),
            "not-under" => format!("not {code} under {keys}"),
            _ => format!("{code} is {keys}"),
        };
        parts.push(test);
    }
    Ok(parts.join(if built.any { " or " } else { " and " }))
}

/// The conditions of a rule, where it is as flat as the builder is.
fn taken_apart(v: &mut View<'_>, rule: &str) -> Result<Option<Built>> {
    if rule.trim().is_empty() {
        return Ok(Some(Built { any: false, conditions: vec![Condition::default()] }));
    }
    let Ok(expr) = expression::parse(rule) else { return Ok(None) };
    let (any, parts) = match expr {
        Expr::And(parts) => (false, parts),
        Expr::Or(parts) => (true, parts),
        other => (false, vec![other]),
    };
    let known = v.scope().installation().registry().people.map_or(&[][..], |p| p.dimensions);
    let mut conditions = Vec::new();
    for part in &parts {
        let (negated, test) = match part {
            Expr::Not(inner) => (true, inner.as_ref()),
            other => (false, other),
        };
        let Expr::Test { name, op, values, .. } = test else { return Ok(None) };
        let Some(dimension) = known.iter().find(|d| d.code == name) else { return Ok(None) };
        let op = match (*op, negated) {
            ("is", false) | ("ne", true) => "is",
            ("is", true) | ("ne", false) => "not",
            ("under", false) => "under",
            ("under", true) => "not-under",
            ("empty", false) => "empty",
            ("empty", true) => "not-empty",
            _ => return Ok(None),
        };
        let mut ids = Vec::new();
        for value in values {
            match v.resolve(dimension.object, value)? {
                Some(id) => ids.push(id),
                None => return Ok(None),
            }
        }
        conditions.push(Condition { dimension: dimension.code.to_string(), op: op.to_string(), values: ids });
    }
    Ok(Some(Built { any, conditions }))
}
