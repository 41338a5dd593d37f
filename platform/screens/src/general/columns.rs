//! The columns that an object's list can show and be filtered by: its own fields, and those of the day's slices.

use std::sync::Arc;

use talang_catalogue::{Field, FieldType, Object, Subject};
use talang_engine::{Action, Path, View};
use talang_http::Call;

use crate::components::Align;

/// A column.
#[derive(Clone, Debug)]
pub(super) struct Col {
    /// Name, as filters and addresses have it.
    pub name: String,
    /// Heading.
    pub label: String,
    /// Heading with the slice's name before it.
    pub long: String,
    /// Where the value is.
    pub path: Path,
    /// The field.
    pub field: Field,
}

impl Col {
    /// Whether lists can be ordered by it.
    pub fn sortable(&self) -> bool {
        !matches!(
            self.field.ty,
            FieldType::Json | FieldType::References(_) | FieldType::File | FieldType::Long
        )
    }

    /// How its values stand.
    pub fn align(&self) -> Align {
        match self.field.ty {
            FieldType::Integer
            | FieldType::Decimal
            | FieldType::Percent
            | FieldType::Money
            | FieldType::Duration => Align::Number,
            FieldType::Date | FieldType::Instant | FieldType::Time => Align::Date,
            FieldType::Long | FieldType::Json => Align::Wrap,
            _ => Align::Text,
        }
    }
}

/// Every column that the scope may see of at least some records.
pub(super) fn all(call: &Call, view: &View<'_>, object: &Arc<Object>) -> Vec<Col> {
    let labels = &call.installation.registry().labels;
    let language = call.scope.language();
    let catalogue = view.catalogue();
    let mut out = Vec::new();
    let mut add = |name: String, of: &Arc<Object>, field: &Field, prefix: &str| {
        if view.rights().extents(of, &field.group, Action::Read).is_none() {
            return;
        }
        let Ok(path) = Path::parse(&catalogue, object, &name) else { return };
        let label = labels.field(language, of.def.name, field).to_string();
        let long = if prefix.is_empty() { label.clone() } else { format!("{prefix}: {label}") };
        out.push(Col { name, label, long, path, field: field.clone() });
    };
    for field in &object.fields {
        add(field.name.to_string(), object, field, "");
    }
    for (slice, link) in catalogue.slices_of(object.def.name) {
        let prefix = labels.object(language, slice.def.name);
        let period = slice.period.unwrap_or((usize::MAX, usize::MAX));
        for field in slice
            .fields
            .iter()
            .filter(|f| f.index != link.index && f.index != period.0 && f.index != period.1)
        {
            add(format!("{}.{}", slice.def.table, field.name), slice, field, prefix);
        }
    }
    out
}

/// The fields of what is part of a record: lists can be narrowed by them and not show them, since there may be many.
pub(super) fn parts(call: &Call, view: &View<'_>, object: &Arc<Object>) -> Vec<Col> {
    let labels = &call.installation.registry().labels;
    let language = call.scope.language();
    let catalogue = view.catalogue();
    let mut out = Vec::new();
    for (part, link) in catalogue.parts_of(object.def.name) {
        let prefix = labels.object(language, part.def.name);
        for field in part.fields.iter().filter(|f| f.index != link.index) {
            let name = format!("{}.{}", part.def.table, field.name);
            if view.rights().extents(part, &field.group, Action::Read).is_none() {
                continue;
            }
            let Ok(path) = Path::parse(&catalogue, object, &name) else { continue };
            let label = labels.field(language, part.def.name, field).to_string();
            out.push(Col { name, long: format!("{prefix}: {label}"), label, path, field: field.clone() });
        }
    }
    out
}

/// The columns of whoever has chosen none: the name, then what tells records apart best, seven in all.
pub(super) fn usual(call: &Call, object: &Arc<Object>, all: &[Col]) -> Vec<Col> {
    const MOST: usize = 7;
    let own = |index: usize| all.iter().find(|c| c.path.step.is_none() && c.field.index == index);
    let mut out: Vec<Col> = Vec::new();
    let push = |col: &Col, out: &mut Vec<Col>| {
        if out.len() < MOST && !out.iter().any(|c| c.name == col.name) {
            out.push(col.clone());
        }
    };
    // A person's whole name stands with the face in the first column, under the field by which people are ordered.
    let first: Vec<usize> = match whole_name(object) {
        Some(name) => std::iter::once(name).chain(object.key.iter().copied()).collect(),
        None => object.title.iter().chain(&object.key).copied().collect(),
    };
    for col in first.into_iter().filter_map(own) {
        push(col, &mut out);
    }
    if let Some(people) = call.installation.registry().people.filter(|p| p.object == object.def.name) {
        for dimension in people.dimensions.iter().filter(|d| d.via.is_none()).take(2) {
            let found = all.iter().find(|c| {
                c.path.step.is_some()
                    && c.path.object.def.name == people.slice
                    && c.field.name == dimension.field
            });
            if let Some(col) = found {
                push(col, &mut out);
            }
        }
    }
    let rank = |col: &Col| match col.field.ty {
        _ if col.path.step.is_some() => 9,
        FieldType::Long | FieldType::Json | FieldType::File | FieldType::References(_) => 9,
        FieldType::Translated if col.field.bounds.max.is_some_and(|m| m > 255) || !col.field.search => 8,
        _ if col.field.group != talang_catalogue::object::GENERAL => 8,
        _ if col.field.extra => 7,
        _ if object.def.subject == Subject::Itself && matches!(col.field.ty, FieldType::Culture) => 7,
        _ if object.title.contains(&col.field.index) || object.key.contains(&col.field.index) => 9,
        _ if col.field.mandatory => 0,
        FieldType::Choice(_) | FieldType::Reference(_) => 1,
        FieldType::Bool | FieldType::Date => 2,
        _ => 3,
    };
    let mut rest: Vec<&Col> = all.iter().filter(|c| rank(c) < 7).collect();
    rest.sort_by_key(|c| rank(c));
    for col in rest {
        push(col, &mut out);
    }
    out
}

/// The field in whose column a person's whole name stands: that by which people are ordered.
fn whole_name(object: &Object) -> Option<usize> {
    (object.def.subject == Subject::Itself).then(|| object.title.last().copied()).flatten()
}

/// The order of whoever has chosen none: by name; people by family name.
pub(super) fn usual_sort(object: &Object) -> String {
    let names: Vec<&str> =
        object.title.iter().filter_map(|i| object.fields.get(*i)).map(|f| f.name.as_ref()).collect();
    match object.def.subject {
        Subject::Itself => names.iter().rev().copied().collect::<Vec<_>>().join(","),
        _ => names.join(","),
    }
}
