//! Conditions of a list: chosen field by field, shown as chips, kept in the address in the filter language.

use std::sync::Arc;

use maud::{Markup, html};
use talang_catalogue::{Culture, Fault, Field, FieldType, Object, Value, types};
use talang_engine::wording::Condition;
use talang_engine::{Query, Result, View};
use talang_http::{Call, Reply};

use super::columns::{self, Col};
use super::state::State;
use super::{names_of, object_of};
use crate::components::{Control, Dialog, Filter, Input, Opt, TextKind, Ui, control, dialog as open, input};
use crate::page::{Names, ui};

/// What can be asked of a field: the operator's code in addresses and its words.
fn operators(view: &View<'_>, field: &Field) -> Vec<(&'static str, &'static str)> {
    let mut out: Vec<(&str, &str)> = match &field.ty {
        FieldType::Code
        | FieldType::Line
        | FieldType::Long
        | FieldType::Translated
        | FieldType::Email
        | FieldType::Phone
        | FieldType::Url
        | FieldType::Iban => vec![("contains", "filter-op-contains"), ("starts", "filter-op-starts")],
        FieldType::Bool | FieldType::References(_) => vec![("is", "filter-op-is")],
        FieldType::Choice(_)
        | FieldType::Item(_)
        | FieldType::Country
        | FieldType::Language
        | FieldType::Currency
        | FieldType::Culture => vec![("is", "filter-op-is"), ("ne", "filter-op-ne")],
        FieldType::Money => vec![("ge", "filter-op-ge"), ("le", "filter-op-le"), ("is", "filter-op-is")],
        FieldType::Integer | FieldType::Decimal | FieldType::Percent | FieldType::Duration => {
            vec![("is", "filter-op-is"), ("ge", "filter-op-ge"), ("le", "filter-op-le")]
        }
        FieldType::Date | FieldType::Instant | FieldType::Time => {
            vec![("is", "filter-op-is"), ("ge", "filter-op-from"), ("le", "filter-op-until")]
        }
        FieldType::Reference(target) => {
            let mut out = vec![("is", "filter-op-is"), ("ne", "filter-op-ne")];
            if hierarchical(view, target) {
                out.insert(0, ("under", "filter-op-under"));
            }
            out
        }
        FieldType::Json | FieldType::File => Vec::new(),
    };
    if matches!(
        field.ty,
        FieldType::Code | FieldType::Line | FieldType::Email | FieldType::Phone | FieldType::Iban
    ) {
        out.push(("is", "filter-op-is"));
    }
    if !field.mandatory {
        out.push(("empty", "filter-op-empty"));
        out.push(("filled", "filter-op-filled"));
    }
    out
}

/// Whether records of the object stand in a tree.
fn hierarchical(view: &View<'_>, target: &str) -> bool {
    if view.scope().installation().registry().people.is_some_and(|p| p.object == target) {
        return true;
    }
    let Ok(object) = view.object(target) else { return false };
    ["parent", "broader"]
        .iter()
        .any(|n| object.field(n).is_some_and(|f| matches!(f.ty, FieldType::Reference(_))))
}

/// The dialog that adds a condition; with `part=1` only what depends on the chosen field.
pub(super) fn dialog(call: &Call) -> Result<Reply> {
    let ui = ui(call);
    let object = call.scope.view(|v| object_of(call, v))?;
    let state = State::read(&format!("/o/{}", object.def.path), &call.request.query);
    let markup = call.scope.view(|v| {
        let mut cols = columns::all(call, v, &object);
        cols.extend(columns::parts(call, v, &object));
        cols.retain(|c| !operators(v, &c.field).is_empty());
        let wanted = call.request.query("field").unwrap_or_default();
        let Some(chosen) = cols.iter().find(|c| c.name == wanted).or(cols.first()) else { return Ok(html! {}) };
        let rest = condition(call, v, chosen)?;
        if call.request.query("part").is_some() {
            return Ok(rest);
        }
        let (parts, rest_of): (Vec<&Col>, Vec<&Col>) = cols.iter().partition(|c| c.path.is_many());
        let (own, others): (Vec<&Col>, Vec<&Col>) = rest_of.into_iter().partition(|c| c.path.step.is_none());
        let mut groups: Vec<(&str, Vec<&Col>)> = Vec::new();
        for col in parts {
            let name = names_of(call, &col.path.object).0;
            match groups.last_mut().filter(|(last, _)| *last == name) {
                Some((_, group)) => group.push(col),
                None => groups.push((name, vec![col])),
            }
        }
        let title = ui.say("general-filter-add");
        let content = html! {
            form #filter-form method="get" action=(state.path) {
                @for (name, value) in state.pairs() { input type="hidden" name=(name) value=(value); }
                div.tl-form {
                    div.tl-field.tl-field-wide {
                        label.tl-label for="f-field" { (ui.say("general-filter-field")) }
                        select.form-select id="f-field" name="field" hx-get={ (state.path) "/filter?part=1" } hx-target="#filter-rest" hx-trigger="change" {
                            optgroup label=(names_of(call, &object).0) {
                                @for col in own { option value=(col.name) selected[col.name == chosen.name] { (col.label) } }
                            }
                            @if !others.is_empty() {
                                optgroup label=(ui.say("general-on-the-day")) {
                                    @for col in others { option value=(col.name) selected[col.name == chosen.name] { (col.long) } }
                                }
                            }
                            @for (name, cols) in &groups {
                                optgroup label=(name) {
                                    @for col in cols { option value=(col.name) selected[col.name == chosen.name] { (col.long) } }
                                }
                            }
                        }
                    }
                }
                div #filter-rest .tl-form .mt-3 { (rest) }
            }
        };
        let foot = html! {
            button.btn type="button" data-dialog-close { (ui.say("ui-cancel")) }
            button.btn.btn-primary type="submit" form="filter-form" { (ui.say("ui-apply")) }
        };
        Ok(open(&ui, &Dialog { id: "filter-dialog", title: &title, auto: true, size: "small", post: None, content, foot }))
    })?;
    Ok(Reply::html(markup.into_string()))
}

/// Operator and value of a field.
fn condition(call: &Call, view: &mut View<'_>, col: &Col) -> Result<Markup> {
    let ui = ui(call);
    let options = operators(view, &col.field);
    let first = options.first().map(|(code, _)| *code).unwrap_or_default();
    let options =
        options.iter().map(|(code, key)| Opt { value: (*code).into(), label: ui.say(key) }).collect();
    let catalogue = view.catalogue();
    let registry = call.installation.registry();
    let plain = || Control::Text { value: String::new(), kind: TextKind::Plain, max: None };
    let control = match &col.field.ty {
        FieldType::Bool => Control::Select {
            value: "true".into(),
            options: [("true", "ui-yes"), ("false", "ui-no")]
                .map(|(value, key)| Opt { value: value.into(), label: ui.say(key) })
                .to_vec(),
        },
        FieldType::Translated | FieldType::Long | FieldType::Email | FieldType::Url | FieldType::Money => {
            plain()
        }
        FieldType::References(target) => Control::Reference { value: None, url: format!("/pick/{target}") },
        _ => Names::default().with(ui, registry, &catalogue, |cx| control(cx, &col.field, &Value::Null)),
    };
    let only_empty = matches!(col.field.ty, FieldType::Json | FieldType::File);
    Ok(html! {
        div.tl-field.tl-field-wide {
            label.tl-label for="f-op" { (ui.say("general-filter-op")) }
            (select("f-op", "op", options, first))
        }
        @if !only_empty {
            div.tl-field.tl-field-wide {
                (input(&ui, &Input { name: "value".into(), label: ui.say("general-filter-value"), control, ..Input::default() }))
            }
        }
    })
}

fn select(id: &str, name: &str, options: Vec<Opt>, value: &str) -> Markup {
    html! {
        select.form-select id=(id) name=(name) {
            @for option in &options { option value=(option.value) selected[option.value == value] { (option.label) } }
        }
    }
}

/// The condition that the dialog asks for, in the filter language.
///
/// # Errors
/// The fault of the value.
pub(super) fn compose(
    view: &mut View<'_>,
    culture: &Culture,
    col: &Col,
    op: &str,
    value: &str,
) -> Result<String> {
    let name = &col.name;
    match op {
        "empty" => return Ok(format!("{name} is empty")),
        "filled" => return Ok(format!("{name} is not empty")),
        _ => {}
    }
    if value.trim().is_empty() {
        return Err(Fault::new("value.mandatory").on(name.as_str()).into());
    }
    let text = match &col.field.ty {
        FieldType::Reference(target) | FieldType::References(target) => {
            let id: i64 = value.parse().map_err(|_| Fault::new("value.mandatory").on(name.as_str()))?;
            view.title(target, id)?.key
        }
        _ if matches!(op, "contains" | "starts") => value.trim().to_string(),
        // An amount alone, in whatever currency; or one with its currency.
        FieldType::Money if value.bytes().all(|b| !b.is_ascii_alphabetic()) => {
            let amount = col.field.amount();
            types::write(&amount, &types::parse(&amount, value, culture)?, &Culture::NEUTRAL)
        }
        FieldType::Money => {
            let parsed = types::parse(&col.field, value, culture)?;
            types::write_columns(&col.field, &parsed, &Culture::NEUTRAL).join(" ")
        }
        _ => {
            let parsed = types::parse(&col.field, value, culture)?;
            types::write(&col.field, &parsed, &Culture::NEUTRAL)
        }
    };
    let sign = match op {
        "ne" => "!=",
        "ge" => ">=",
        "le" => "<=",
        "contains" => "~",
        "starts" => "^=",
        "under" => "under",
        _ => "is",
    };
    Ok(format!("{name} {sign} {}", quoted(&text)))
}

/// A value of the filter language.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// The conditions in force, as chips that can be taken away.
pub(super) fn chips(
    ui: &Ui<'_>,
    view: &mut View<'_>,
    object: &Arc<Object>,
    state: &State,
) -> Result<Vec<Filter>> {
    let mut out = Vec::new();
    for (at, text) in state.filters.iter().enumerate() {
        let remove = state.with(|s| {
            s.filters.remove(at);
            if s.is_plain() {
                s.view = "all".into();
            }
        });
        let said = match talang_engine::Filter::parse(&view.catalogue(), object, text) {
            Ok(filter) => {
                let query = Query { filter: Some(filter), ..Query::default() };
                view.describe(object, &query)?
            }
            Err(_) => Vec::new(),
        };
        let (label, value) = match said.as_slice() {
            [one] if !one.label.is_empty() => (one.label.clone(), one.words.clone()),
            [] => (ui.say("general-filter-condition"), text.clone()),
            several => {
                let lines: Vec<String> = several.iter().map(Condition::line).collect();
                (ui.say("general-filter-condition"), lines.join(", "))
            }
        };
        out.push(Filter { label, value, remove: remove.address() });
    }
    Ok(out)
}
