//! The documentation of every format, made from the tenant's own catalogue (I2).

use std::fmt::Write as _;
use std::sync::Arc;

use serde::Serialize;
use talang_catalogue::messages::Arg;
use talang_catalogue::{Catalogue, Culture, Field, FieldType, Object, Privacy, types};
use talang_engine::{Result, Scope};

use super::name::{FileName, ImportMode};
use crate::sample::order;

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

pub(crate) fn file_name(object: &Arc<Object>, culture: &Culture, order: &[Arc<Object>]) -> String {
    let place = order.iter().position(|o| o.def.id == object.def.id).unwrap_or_default() + 1;
    FileName::of(object, ImportMode::InsertAndUpdate, culture, i64::try_from(place * 10).unwrap_or_default())
}

fn column(scope: &Scope, catalogue: &Catalogue, object: &Object, field: &Field) -> Column {
    let labels = &scope.installation().registry().labels;
    let language = scope.language();
    let kind = field.ty.name();
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
        read_only: field.read_only && !field.extra,
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
