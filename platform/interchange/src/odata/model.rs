//! Entity sets and their properties, made from the catalogue and the caller's rights.

use std::sync::Arc;

use talang_catalogue::{Field, FieldType, Object};
use talang_engine::{Action, View};

use super::NAMESPACE;
use crate::rest::readable;

/// What a property holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Number of the record (of the slice, for dated objects).
    Id,
    /// What references to a dated record mean.
    Thread,
    /// A field as it is; of money the amount.
    Value,
    /// Currency of an amount.
    Currency,
    /// A code in words, in the caller's language.
    Label,
    /// Number of the record that is referred to.
    TargetId,
    /// Its key.
    TargetKey,
    /// What people call it.
    TargetTitle,
    /// Keys of several records.
    TargetKeys,
}

/// A property of an entity type.
#[derive(Clone, Debug)]
pub(super) struct Property {
    pub name: String,
    pub part: Part,
    /// Index of the field; nothing for numbers of the record itself.
    pub field: Option<usize>,
    /// Type in CSDL.
    pub ty: &'static str,
    pub nullable: bool,
}

impl Property {
    /// Whether conditions may name it. Words and titles are made when they are shown; translated texts are searched only.
    pub(super) fn filterable(&self, object: &Object) -> bool {
        let translated = self
            .field
            .and_then(|index| object.fields.get(index))
            .is_some_and(|f| matches!(f.ty, FieldType::Translated | FieldType::Json));
        match self.part {
            Part::Label | Part::TargetTitle | Part::TargetKeys | Part::Currency => false,
            Part::Value => !translated,
            _ => true,
        }
    }

    /// Whether an order may name it.
    pub(super) fn sortable(&self) -> bool {
        !matches!(self.part, Part::Thread | Part::TargetKeys | Part::Currency | Part::TargetId)
    }
}

/// How a record leads to others.
#[derive(Clone, Debug)]
pub(super) enum Way {
    /// The record that this field of it refers to.
    To(usize),
    /// The records whose field refers to it.
    From(usize),
}

/// A navigation property.
#[derive(Clone, Debug)]
pub(super) struct Navigation {
    pub name: String,
    pub target: Arc<Object>,
    pub way: Way,
}

/// The name of an object's entity set: `employee-addresses` → `EmployeeAddresses`.
pub(super) fn set_name(object: &Object) -> String {
    let mut name = String::new();
    for word in object.def.path.split('-') {
        let mut letters = word.chars();
        name.extend(letters.next().map(|c| c.to_ascii_uppercase()));
        name.extend(letters);
    }
    name
}

/// The qualified name of its type.
pub(super) fn type_name(object: &Object) -> String {
    format!("{NAMESPACE}.{}", object.def.name)
}

/// The objects that the caller may read.
pub(super) fn objects(v: &View<'_>) -> Vec<Arc<Object>> {
    v.catalogue().objects().iter().filter(|o| v.rights().may(o, Action::Read)).cloned().collect()
}

/// The object of an entity set, if the caller may read it.
pub(super) fn object_of_set(v: &View<'_>, set: &str) -> Option<Arc<Object>> {
    objects(v).into_iter().find(|o| set_name(o) == set)
}

/// The properties that the caller may read. A name of the tenant's own fields is never taken by one that is made.
pub(super) fn properties(v: &View<'_>, object: &Object) -> Vec<Property> {
    let own =
        |name: &str, part, ty| Property { name: name.to_string(), part, field: None, ty, nullable: false };
    let mut all = vec![own("id", Part::Id, "Edm.Int64")];
    if object.period.is_some() {
        all.push(own("thread", Part::Thread, "Edm.Int64"));
    }
    for field in object.fields.iter().filter(|f| readable(v, object, f)) {
        for (suffix, part, ty) in parts(field) {
            let name = format!("{}{suffix}", field.name);
            if suffix.is_empty() || object.field(&name).is_none() {
                all.push(Property { name, part, field: Some(field.index), ty, nullable: true });
            }
        }
    }
    all
}

/// What a field is in properties: the end of the name, the part, the type.
fn parts(field: &Field) -> Vec<(&'static str, Part, &'static str)> {
    let value = |ty| vec![("", Part::Value, ty)];
    match &field.ty {
        FieldType::Bool => value("Edm.Boolean"),
        FieldType::Integer => value("Edm.Int64"),
        FieldType::Decimal | FieldType::Percent => value("Edm.Decimal"),
        FieldType::Money => {
            vec![("", Part::Value, "Edm.Decimal"), ("_currency", Part::Currency, "Edm.String")]
        }
        FieldType::Date => value("Edm.Date"),
        FieldType::Instant => value("Edm.DateTimeOffset"),
        FieldType::Time => value("Edm.TimeOfDay"),
        FieldType::Duration => value("Edm.Duration"),
        FieldType::Choice(_) | FieldType::Item(_) => {
            vec![("", Part::Value, "Edm.String"), ("_label", Part::Label, "Edm.String")]
        }
        FieldType::Reference(_) => vec![
            ("_id", Part::TargetId, "Edm.Int64"),
            ("_key", Part::TargetKey, "Edm.String"),
            ("_title", Part::TargetTitle, "Edm.String"),
        ],
        FieldType::References(_) => vec![("_keys", Part::TargetKeys, "Collection(Edm.String)")],
        _ => value("Edm.String"),
    }
}

/// What the caller may follow from an object: its references, and the references to it.
pub(super) fn navigations(v: &View<'_>, object: &Object) -> Vec<Navigation> {
    let catalogue = v.catalogue();
    let mut all = Vec::new();
    for field in object.fields.iter().filter(|f| readable(v, object, f)) {
        if let FieldType::Reference(target) = &field.ty
            && let Some(target) = catalogue.object(target).filter(|t| v.rights().may(t, Action::Read))
        {
            let (name, target) = (field.name.to_string(), target.clone());
            all.push(Navigation { name, target, way: Way::To(field.index) });
        }
    }
    for other in catalogue.objects().iter().filter(|o| v.rights().may(o, Action::Read)) {
        for field in other.fields.iter().filter(|f| readable(v, other, f)) {
            if matches!(&field.ty, FieldType::Reference(target) if target == object.def.name) {
                let name = format!("{}_by_{}", other.def.path.replace('-', "_"), field.name);
                all.push(Navigation { name, target: other.clone(), way: Way::From(field.index) });
            }
        }
    }
    all
}
