//! The documentation of every format, made from the tenant's own catalogue (I2), and files that import as they stand.

use std::fmt::Write as _;
use std::sync::Arc;

use serde::Serialize;
use talang_catalogue::messages::Arg;
use talang_catalogue::{Catalogue, Culture, Field, FieldType, Object, Privacy, types};
use talang_engine::{Result, Scope, View};

use super::name::{FileName, ImportMode};
use super::write::{Writer, is_number, protect, separator};

/// One column of a format; translated texts and amounts have several names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Name of the field.
    pub name: String,
    /// Names of its columns in files.
    pub names: Vec<String>,
    /// As people know it.
    pub label: String,
    /// Stable word of its type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The type in words, with the allowed values of short lists and what it refers to.
    pub type_text: String,
    /// A line without it is refused.
    pub mandatory: bool,
    /// Part of the key.
    pub key: bool,
    /// No two records have the same value.
    pub unique: bool,
    /// Exported, ignored when imported.
    pub read_only: bool,
    /// Smallest value, or length of a text.
    pub min: Option<i64>,
    /// Largest value, or length of a text.
    pub max: Option<i64>,
    /// Value of a new record that says nothing.
    pub default: Option<String>,
    /// Codes that are allowed, where they are a closed list or a value list.
    pub allowed: Vec<String>,
    /// Value list that gives them.
    pub list: Option<String>,
    /// Object that it refers to.
    pub reference: Option<String>,
    /// What it says about a person.
    pub privacy: &'static str,
    /// The tenant's own field.
    pub extra: bool,
    /// What it is.
    pub help: String,
}

/// One format: one business object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Format {
    /// Import type.
    pub name: String,
    /// As people know it, in the plural.
    pub label: String,
    /// What it is.
    pub help: String,
    /// Group under which menus list it.
    pub module: String,
    /// Lines are periods with `start` and `end`.
    pub dated: bool,
    /// The usual name of a file.
    pub file_name: String,
    /// The columns in their usual order.
    pub columns: Vec<Column>,
}

/// Every format of the tenant, in the scope's language.
pub fn formats(scope: &Scope) -> Result<Vec<Format>> {
    scope.view(|view| {
        let catalogue = view.catalogue();
        let order = order(&catalogue);
        let objects = catalogue.objects().iter().filter(|o| !o.def.internal);
        Ok(objects.map(|o| format(scope, &catalogue, o, &order)).collect())
    })
}

fn format(scope: &Scope, catalogue: &Catalogue, object: &Arc<Object>, order: &[Arc<Object>]) -> Format {
    let labels = &scope.installation().registry().labels;
    let language = scope.language();
    Format {
        name: object.def.name.to_string(),
        label: labels.objects(language, object.def.name).to_string(),
        help: labels.object_help(language, object.def).to_string(),
        module: labels.module(language, object.def.module).to_string(),
        dated: object.period.is_some(),
        file_name: file_name(object, scope.culture, order),
        columns: object.fields.iter().map(|f| column(scope, catalogue, object, f)).collect(),
    }
}

fn file_name(object: &Arc<Object>, culture: &Culture, order: &[Arc<Object>]) -> String {
    let place = order.iter().position(|o| o.def.id == object.def.id).unwrap_or_default() + 1;
    FileName::of(object, ImportMode::InsertAndUpdate, culture, i64::try_from(place * 10).unwrap_or_default())
}

fn column(scope: &Scope, catalogue: &Catalogue, object: &Object, field: &Field) -> Column {
    let labels = &scope.installation().registry().labels;
    let language = scope.language();
    let kind = kind(&field.ty);
    let say = |args: &[(&str, Arg<'_>)]| {
        scope.installation().registry().messages.text(language, &format!("csv-type-{kind}"), args)
    };
    let (mut allowed, mut list, mut reference) = (Vec::new(), None, None);
    let type_text = match &field.ty {
        FieldType::Choice(def) => {
            allowed = def.items.iter().map(|i| i.code.to_string()).collect();
            say(&[("values", allowed.join(", ").into())])
        }
        FieldType::Item(code) => {
            let items = catalogue.lists.get(code.as_ref()).map(Vec::as_slice).unwrap_or_default();
            allowed = items.iter().filter(|i| i.active).map(|i| i.code.clone()).collect();
            list = Some(code.to_string());
            say(&[("list", code.to_string().into())])
        }
        FieldType::Reference(to) | FieldType::References(to) => {
            reference = Some(to.to_string());
            say(&[("object", labels.object(language, to).to_string().into())])
        }
        _ => say(&[]),
    };
    Column {
        name: field.name.to_string(),
        names: types::columns(&field.def),
        label: labels.field(language, object.def.name, &field.def).to_string(),
        kind,
        type_text,
        mandatory: field.mandatory && field.default.is_none(),
        key: object.key.contains(&field.index),
        unique: field.unique,
        read_only: field.read_only,
        min: field.bounds.min,
        max: field.bounds.max,
        default: field.default.as_ref().map(ToString::to_string),
        allowed,
        list,
        reference,
        privacy: field.privacy.name(),
        extra: field.extra,
        help: labels.field_help(language, object.def.name, &field.def).to_string(),
    }
}

/// Stable word of a type.
fn kind(ty: &FieldType) -> &'static str {
    match ty {
        FieldType::Code => "code",
        FieldType::Line => "line",
        FieldType::Long => "long",
        FieldType::Translated => "translated",
        FieldType::Bool => "bool",
        FieldType::Integer => "integer",
        FieldType::Decimal => "decimal",
        FieldType::Money => "money",
        FieldType::Percent => "percent",
        FieldType::Date => "date",
        FieldType::Instant => "instant",
        FieldType::Time => "time",
        FieldType::Email => "email",
        FieldType::Phone => "phone",
        FieldType::Url => "url",
        FieldType::Iban => "iban",
        FieldType::Language => "language",
        FieldType::Country => "country",
        FieldType::Currency => "currency",
        FieldType::Culture => "culture",
        FieldType::Choice(_) => "choice",
        FieldType::Item(_) => "item",
        FieldType::Reference(_) => "reference",
        FieldType::References(_) => "references",
        FieldType::Duration => "duration",
        FieldType::Json => "json",
        FieldType::File => "file",
    }
}

/// Every format as JSON.
pub fn formats_json(scope: &Scope) -> Result<serde_json::Value> {
    let formats = formats(scope)?;
    serde_json::to_value(formats).map_err(|_| talang_catalogue::Fault::new("internal").into())
}

/// Every format as a Markdown page in the scope's language.
pub fn formats_markdown(scope: &Scope) -> Result<String> {
    let mut page = format!("# {}\n\n{}\n", scope.text("csv-formats-title"), scope.text("csv-formats-intro"));
    for format in formats(scope)? {
        page.push_str(&markdown(scope, &format));
    }
    Ok(page)
}

fn markdown(scope: &Scope, format: &Format) -> String {
    let plain = |key: &str| scope.text(&format!("csv-formats-{key}"));
    let with = |key: &str, value: String| {
        let messages = &scope.installation().registry().messages;
        messages.text(scope.language(), &format!("csv-formats-{key}"), &[("value", value.into())])
    };
    let mut out =
        format!("\n## {} — {}\n\n{}\n\n`{}`\n\n", format.name, format.label, format.help, format.file_name);
    let heads = ["column", "label", "type", "properties", "help"].map(plain);
    // Writing to a text cannot fail.
    let _ = writeln!(out, "| {} |\n|---|---|---|---|---|", heads.join(" | "));
    for column in &format.columns {
        let mut properties = Vec::new();
        for (there, key) in [
            (column.key, "key"),
            (column.mandatory, "mandatory"),
            (column.unique, "unique"),
            (column.read_only, "read-only"),
        ] {
            if there {
                properties.push(plain(key));
            }
        }
        properties.extend(column.min.map(|n| with("min", n.to_string())));
        properties.extend(column.max.map(|n| with("max", n.to_string())));
        properties.extend(column.default.clone().map(|d| with("default", d)));
        if column.privacy != Privacy::None.name() {
            let class = scope.text(&format!("csv-privacy-{}", column.privacy));
            properties.push(with("privacy", class));
        }
        let names: Vec<String> = column.names.iter().map(|n| format!("`{n}`")).collect();
        let cells = [
            names.join(" "),
            column.label.clone(),
            column.type_text.clone(),
            properties.join(", "),
            column.help.clone(),
        ];
        let cells = cells.map(|c| c.replace('|', "\\|").replace('\n', " "));
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    out
}

/// A file that imports as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its name; the order in it puts what is referred to first (I4).
    pub file_name: String,
    /// Its content, with byte-order mark.
    pub text: String,
}

/// An example of an object's file. Examples refer to nothing but the standard library and other examples
/// ([`examples`]). Where the key is one of the standard library's, the line is the record as it stands.
///
/// # Errors
/// `object.unknown`.
pub fn example(scope: &Scope, object: &str) -> Result<Example> {
    scope.view(|view| {
        let object = view.object(object)?;
        let order = order(&view.catalogue());
        example_of(view, &object, &order)
    })
}

/// An example of every format, in the order in which they import.
pub fn examples(scope: &Scope) -> Result<Vec<Example>> {
    scope.view(|view| {
        let order = order(&view.catalogue());
        order.iter().map(|object| example_of(view, object, &order)).collect()
    })
}

/// Objects so that what is needed comes before what needs it.
fn order(catalogue: &Catalogue) -> Vec<Arc<Object>> {
    fn visit(catalogue: &Catalogue, object: &Arc<Object>, open: &mut Vec<u16>, out: &mut Vec<Arc<Object>>) {
        if object.def.internal
            || open.contains(&object.def.id)
            || out.iter().any(|o| o.def.id == object.def.id)
        {
            return;
        }
        open.push(object.def.id);
        for field in object.fields.iter().filter(|f| f.mandatory || object.key.contains(&f.index)) {
            if let FieldType::Reference(to) | FieldType::References(to) = &field.ty
                && let Some(target) = catalogue.object(to)
            {
                visit(catalogue, target, open, out);
            }
        }
        open.pop();
        out.push(object.clone());
    }
    let mut out = Vec::new();
    for object in catalogue.objects() {
        visit(catalogue, object, &mut Vec::new(), &mut out);
    }
    out
}

fn example_of(view: &mut View<'_>, object: &Arc<Object>, order: &[Arc<Object>]) -> Result<Example> {
    let culture = view.scope().culture;
    let catalogue = view.catalogue();
    let file_name = file_name(object, culture, order);
    let mut writer = Writer::new(separator(culture));
    writer.bom();
    let mut cells: Vec<(String, String, bool)> = Vec::new();
    for field in object.fields.iter().filter(|f| !f.read_only) {
        let value = sample(&catalogue, object, field, 0);
        match &field.ty {
            FieldType::Translated => {
                let name = format!("{}.{}", field.name, culture.language.code());
                cells.push((name, value, false));
            }
            FieldType::Money => {
                let currency = if value.is_empty() { "" } else { "EUR" };
                cells.push((field.name.to_string(), value, true));
                cells.push((format!("{}.currency", field.name), currency.to_string(), false));
            }
            _ => cells.push((field.name.to_string(), value, is_number(&field.ty))),
        }
    }
    writer.line(cells.iter().map(|(name, _, _)| name.as_str()));
    if let Some(id) = known(view, &catalogue, object)? {
        let names: Vec<String> = cells.iter().map(|(name, _, _)| name.clone()).collect();
        return Ok(Example { file_name, text: super::export::line_of(view, object, id, &names, culture)? });
    }
    for (_, value, number) in &cells {
        if *number { writer.cell(value) } else { writer.cell(&protect(value)) }
    }
    writer.end();
    let text = String::from_utf8(writer.buffer).unwrap_or_default();
    Ok(Example { file_name, text })
}

/// The record that has the example's key already: the standard library's, where keys are codes of a standard.
fn known(view: &mut View<'_>, catalogue: &Catalogue, object: &Arc<Object>) -> Result<Option<i64>> {
    if object.personal() {
        return Ok(None);
    }
    view.resolve(object.def.name, &key(catalogue, object, 0))
}

/// Text of an object's key in examples.
fn key(catalogue: &Catalogue, object: &Arc<Object>, depth: usize) -> String {
    let parts: Vec<String> = object
        .thread
        .iter()
        .filter_map(|i| object.fields.get(*i))
        .map(|f| sample(catalogue, object, f, depth + 1))
        .collect();
    parts.join("|")
}

/// The example's value of a field; empty where it is better left out.
fn sample(catalogue: &Catalogue, object: &Arc<Object>, field: &Field, depth: usize) -> String {
    let needed = field.mandatory || object.key.contains(&field.index);
    if let Some(default) = &field.default {
        return default.to_string();
    }
    let between = |usual: i64| {
        usual.max(field.bounds.min.unwrap_or(i64::MIN)).min(field.bounds.max.unwrap_or(i64::MAX))
    };
    match &field.ty {
        FieldType::Reference(to) if needed && depth < 6 => match catalogue.object(to) {
            Some(target) => key(catalogue, target, depth),
            None => String::new(),
        },
        FieldType::References(to) if needed && depth < 6 => match catalogue.object(to) {
            Some(target) => key(catalogue, target, depth),
            None => String::new(),
        },
        FieldType::Reference(_) | FieldType::References(_) => String::new(),
        FieldType::Code | FieldType::Line if field.name == "object" => {
            let people = catalogue.objects().iter().find(|o| o.def.extensible);
            people.map_or("User", |o| o.def.name).to_string()
        }
        FieldType::Code if needed => "example".to_string(),
        FieldType::Code => String::new(),
        FieldType::Line | FieldType::Long | FieldType::Translated => {
            let longest = usize::try_from(field.bounds.max.unwrap_or(i64::MAX)).unwrap_or(usize::MAX);
            let least = usize::try_from(field.bounds.min.unwrap_or_default()).unwrap_or_default();
            if needed {
                "Example".chars().cycle().take("Example".len().max(least).min(longest)).collect()
            } else {
                String::new()
            }
        }
        FieldType::Bool => "true".to_string(),
        FieldType::Integer => {
            if needed {
                between(1).to_string()
            } else {
                String::new()
            }
        }
        FieldType::Decimal | FieldType::Percent | FieldType::Money if needed => between(10).to_string(),
        FieldType::Date if needed => "2026-01-01".to_string(),
        FieldType::Instant if needed => "2026-01-01T08:00:00Z".to_string(),
        FieldType::Time if needed => "08:00:00".to_string(),
        FieldType::Email if needed => "example@example.com".to_string(),
        FieldType::Phone if needed => "+44 20 7946 0018".to_string(),
        FieldType::Url if needed => "https://www.example.com/".to_string(),
        FieldType::Iban if needed => "FR7630006000011234567890189".to_string(),
        FieldType::Language if needed => "en".to_string(),
        FieldType::Country if needed => "FR".to_string(),
        FieldType::Currency if needed => "EUR".to_string(),
        FieldType::Culture if needed => "en-GB".to_string(),
        FieldType::Choice(def) if needed => def.items.first().map_or("", |i| i.code).to_string(),
        FieldType::Item(list) if needed => {
            let items = catalogue.lists.get(list.as_ref()).map(Vec::as_slice).unwrap_or_default();
            items.iter().find(|i| i.active).map(|i| i.code.clone()).unwrap_or_default()
        }
        FieldType::Duration if needed => "PT1H".to_string(),
        FieldType::Json if needed => "{}".to_string(),
        FieldType::File if needed => "example".to_string(),
        _ => String::new(),
    }
}
