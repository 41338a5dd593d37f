//! Files that import as they stand, one for every format (I2).

use std::sync::Arc;

use talang_catalogue::{Catalogue, Field, FieldType, Object};
use talang_engine::{Result, Scope, View};

use super::formats::file_name;
use super::write::{Writer, is_number, protect, separator};

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
        Maker::new(&view.catalogue()).example(view, &object)
    })
}

/// An example of every format, in the order in which they import.
pub fn examples(scope: &Scope) -> Result<Vec<Example>> {
    scope.view(|view| {
        let maker = Maker::new(&view.catalogue());
        maker.order.iter().map(|object| maker.example(view, object)).collect()
    })
}

/// Objects so that what is needed comes before what needs it.
pub(crate) fn order(catalogue: &Catalogue) -> Vec<Arc<Object>> {
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

/// What the records of platform objects need where their types alone do not say it.
const PARTICULAR: [(&str, &str, &str); 7] = [
    ("RoleRight", "actions", "read"),
    ("IpRange", "cidr", "192.0.2.0/24"),
    ("FeatureSwitch", "code", "own-rights"),
    ("ExportFormat", "object", "Role"),
    ("ExportFormat", "columns", r#"[{"field": "code", "header": "No"}, {"text": "FR01", "header": "Site"}]"#),
    ("ExportFormat", "filter", "active is true"),
    ("WebhookSubscription", "events", "employees.created employees.changed"),
];

struct Maker {
    catalogue: Arc<Catalogue>,
    order: Vec<Arc<Object>>,
}

impl Maker {
    fn new(catalogue: &Arc<Catalogue>) -> Maker {
        Maker { catalogue: catalogue.clone(), order: order(catalogue) }
    }

    fn example(&self, view: &mut View<'_>, object: &Arc<Object>) -> Result<Example> {
        let culture = view.scope().culture;
        let file_name = file_name(object, culture, &self.order);
        let mut names: Vec<String> = Vec::new();
        for field in object.fields.iter().filter(|f| !f.read_only) {
            match &field.ty {
                FieldType::Translated => names.push(format!("{}.{}", field.name, culture.language.code())),
                FieldType::Money => {
                    names.extend([field.name.to_string(), format!("{}.currency", field.name)])
                }
                _ => names.push(field.name.to_string()),
            }
        }
        if let Some(id) = self.known(view, object)? {
            return Ok(Example {
                file_name,
                text: super::export::line_of(view, object, id, &names, culture)?,
            });
        }
        let mut writer = Writer::new(separator(culture));
        writer.bom();
        writer.line(names.iter().map(String::as_str));
        for number in 1..=self.lines(object) {
            self.line(object, number, &mut writer);
        }
        let text = String::from_utf8(writer.buffer).unwrap_or_default();
        Ok(Example { file_name, text })
    }

    fn line(&self, object: &Arc<Object>, number: usize, writer: &mut Writer) {
        for field in object.fields.iter().filter(|f| !f.read_only) {
            let value = self.sample(object, field, number, 0);
            if is_number(&field.ty) {
                writer.cell(&value);
            } else {
                writer.cell(&protect(&value));
            }
            if matches!(field.ty, FieldType::Money) {
                writer.cell(if value.is_empty() { "" } else { "EUR" });
            }
        }
        writer.end();
    }

    /// The record that has the example's key already: the standard library's, where keys are codes of a standard.
    fn known(&self, view: &mut View<'_>, object: &Arc<Object>) -> Result<Option<i64>> {
        if object.personal() {
            return Ok(None);
        }
        view.resolve(object.def.name, &self.key(object, 1, 0))
    }

    /// Two lines where some object names two different records of this one.
    fn lines(&self, object: &Object) -> usize {
        let code = matches!(object.thread.as_slice(), [only] if object.fields.get(*only).is_some_and(|f| matches!(f.ty, FieldType::Code)));
        let pair = |other: &Arc<Object>| {
            let names_it = |f: &&Field| {
                matches!(&f.ty, FieldType::Reference(to) if to == object.def.name) && needed(other, f)
            };
            other.fields.iter().filter(names_it).count() > 1
        };
        if code && self.order.iter().any(pair) { 2 } else { 1 }
    }

    /// Text of an object's key in examples.
    fn key(&self, object: &Arc<Object>, number: usize, depth: usize) -> String {
        let fields = object.thread.iter().filter_map(|i| object.fields.get(*i));
        fields.map(|f| self.sample(object, f, number, depth + 1)).collect::<Vec<_>>().join("|")
    }

    /// A reference to the example of another object: to the second one where the first is taken.
    fn reference(&self, object: &Arc<Object>, field: &Field, to: &str, depth: usize) -> String {
        let Some(target) = self.catalogue.object(to).filter(|_| depth < 6) else { return String::new() };
        let same =
            |f: &&Field| matches!(&f.ty, FieldType::Reference(other) if other == to) && needed(object, f);
        let before = object.fields.iter().take_while(|f| f.index != field.index).filter(same).count();
        let number = if before > 0 && self.lines(target) > 1 { 2 } else { 1 };
        self.key(target, number, depth)
    }

    /// One reference beyond those that must be there: several may exclude each other.
    fn first_choice(&self, object: &Object, field: &Field, to: &str) -> bool {
        let before = object.fields.iter().take_while(|f| f.index != field.index).any(|f| match &f.ty {
            FieldType::Reference(to) | FieldType::References(to) => {
                !needed(object, f) && self.earlier(to, object)
            }
            _ => false,
        });
        !before && self.earlier(to, object)
    }

    /// Whether an object's example is there before another's.
    fn earlier(&self, one: &str, other: &Object) -> bool {
        let place = |name: &str| self.order.iter().position(|o| o.def.name == name);
        matches!((place(one), place(other.def.name)), (Some(a), Some(b)) if a < b)
    }

    /// The example's value of a field; empty where it is better left out.
    fn sample(&self, object: &Arc<Object>, field: &Field, number: usize, depth: usize) -> String {
        if let Some((.., value)) =
            PARTICULAR.iter().find(|(o, f, _)| *o == object.def.name && *f == field.name)
        {
            return value.to_string();
        }
        if let Some(default) = &field.default {
            return default.to_string();
        }
        let needed = needed(object, field);
        let suffix = if number > 1 { format!("-{number}") } else { String::new() };
        let between = |usual: i64| {
            usual.max(field.bounds.min.unwrap_or(i64::MIN)).min(field.bounds.max.unwrap_or(i64::MAX))
        };
        match &field.ty {
            FieldType::Reference(to) | FieldType::References(to)
                if needed || self.first_choice(object, field, to) =>
            {
                self.reference(object, field, to, depth)
            }
            FieldType::Code | FieldType::Line if needed && field.name == "object" => {
                let extensible = self.catalogue.objects().iter().find(|o| o.def.extensible);
                extensible.map_or("User", |o| o.def.name).to_string()
            }
            FieldType::Code if needed => format!("example{suffix}"),
            FieldType::Line | FieldType::Long | FieldType::Translated if needed => {
                let longest = usize::try_from(field.bounds.max.unwrap_or(i64::MAX)).unwrap_or(usize::MAX);
                let least = usize::try_from(field.bounds.min.unwrap_or_default()).unwrap_or_default();
                let size = "Example".len().max(least).min(longest);
                let text: String = "Example".chars().cycle().take(size).collect();
                if field.unique { text + &suffix } else { text }
            }
            FieldType::Bool => "true".to_string(),
            FieldType::Integer if needed => between(1).to_string(),
            FieldType::Decimal | FieldType::Percent | FieldType::Money if needed => between(10).to_string(),
            FieldType::Date if needed => "2026-01-01".to_string(),
            FieldType::Instant if needed => "2026-01-01T08:00:00Z".to_string(),
            FieldType::Time if needed => "08:00:00".to_string(),
            FieldType::Email => format!("example{suffix}@example.com"),
            FieldType::Phone if needed => "+44 20 7946 0018".to_string(),
            FieldType::Url if needed => "https://www.example.com/".to_string(),
            FieldType::Iban => "FR7630006000011234567890189".to_string(),
            FieldType::Language => "en".to_string(),
            FieldType::Country => "FR".to_string(),
            FieldType::Currency => "EUR".to_string(),
            FieldType::Culture => "en-GB".to_string(),
            FieldType::Choice(def) if needed => def.items.first().map_or("", |i| i.code).to_string(),
            FieldType::Item(list) => {
                let items = self.catalogue.lists.get(list.as_ref()).map(Vec::as_slice).unwrap_or_default();
                items.iter().find(|i| i.active).map(|i| i.code.clone()).unwrap_or_default()
            }
            FieldType::Duration if needed => "PT1H".to_string(),
            FieldType::Json if needed => "{}".to_string(),
            FieldType::File if needed => "example".to_string(),
            _ => String::new(),
        }
    }
}

/// Whether a line without the field is refused.
fn needed(object: &Object, field: &Field) -> bool {
    field.mandatory || object.key.contains(&field.index)
}
