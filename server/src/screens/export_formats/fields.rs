//! What can stand in a column: an object's own fields, those of the day's slices, and those of what it refers to.

use std::sync::Arc;

use talang_catalogue::{Field, FieldType, Language, Object};
use talang_engine::{Action, Path, View};
use talang_http::Call;
use talang_interchange::csv;

/// Something that can stand in a column.
pub(super) struct Choice {
    /// Name, as exports have it.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// The same, with whose it is before it.
    pub long: String,
    /// People have other words for it than programs.
    pub words: bool,
}

/// Choices of one origin.
pub(super) struct Group {
    /// Whose fields they are.
    pub label: String,
    /// The fields.
    pub choices: Vec<Choice>,
}

/// Everything that the scope may see of at least some records.
pub(super) fn groups(call: &Call, view: &View<'_>, object: &Arc<Object>) -> Vec<Group> {
    let labels = &call.installation.registry().labels;
    let language = call.scope.language();
    let catalogue = view.catalogue();
    let readable = |of: &Object, f: &Field| {
        !view.rights().extents(of, &f.group, Action::Read).is_none()
            && !matches!(f.ty, FieldType::File | FieldType::Json)
    };
    let own_label = labels.object(language, object.def.name).to_string();
    let mut own = Vec::new();
    for field in object.fields.iter().filter(|f| readable(object, f)) {
        let label = labels.field(language, object.def.name, field).to_string();
        let mut add = |name: String, label: String| {
            own.push(Choice { name, long: label.clone(), label, words: csv::has_words(&field.ty) });
        };
        add(field.name.to_string(), label.clone());
        match &field.ty {
            FieldType::Translated => {
                for one in Language::ALL {
                    add(format!("{}.{}", field.name, one.code()), format!("{label} ({})", one.native_name()));
                }
            }
            FieldType::Money => {
                let currency = call.scope.text("report-currency");
                add(format!("{}.currency", field.name), format!("{label} ({currency})"));
            }
            _ => {}
        }
    }
    let mut out = vec![Group { label: own_label, choices: own }];
    let mut others = |origin: String, of: &Arc<Object>, stem: &str, without: &[usize]| {
        let mut choices = Vec::new();
        for field in of.fields.iter().filter(|f| readable(of, f) && !without.contains(&f.index)) {
            let name = format!("{stem}.{}", field.name);
            if Path::parse(&catalogue, object, &name).is_err() {
                continue;
            }
            let label = labels.field(language, of.def.name, field).to_string();
            let long = format!("{origin}: {label}");
            choices.push(Choice { name, label, long, words: csv::has_words(&field.ty) });
        }
        if !choices.is_empty() {
            out.push(Group { label: origin, choices });
        }
    };
    for (slice, link) in catalogue.slices_of(object.def.name) {
        let origin = labels.object(language, slice.def.name).to_string();
        others(origin, slice, slice.def.table, &[link.index]);
    }
    for field in object.fields.iter().filter(|f| readable(object, f)) {
        if let FieldType::Reference(target) = &field.ty
            && let Some(target) = catalogue.object(target)
        {
            let origin = labels.field(language, object.def.name, field).to_string();
            others(origin, target, &field.name, &[]);
        }
    }
    out
}
