//! Sample records: what an object's record may look like, for examples of files and of requests. Samples refer to nothing
//! but the standard library and each other, so that all of them together can be imported.

use std::sync::Arc;

use talang_catalogue::labels::Labels;
use talang_catalogue::{Catalogue, Culture, Field, FieldType, Language, Object, Value, types};

/// What the records of platform objects need where their types alone do not say it.
const PARTICULAR: [(&str, &str, &str); 10] = [
    ("ExtraField", "code", "badge_colour"),
    (
        "FileKey",
        "public_key",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAnzI+ujojtwbTxOntetPRUI3bnXF7zKXlYwqVLe3kV3 payroll",
    ),
    ("FileSpace", "code", "main"),
    ("RoleRight", "actions", "read"),
    ("IpRange", "cidr", "192.0.2.0/24"),
    ("FeatureSwitch", "code", "own-rights"),
    ("ExportFormat", "object", "Role"),
    ("ExportFormat", "columns", r#"[{"field": "code", "header": "No"}, {"text": "FR01", "header": "Site"}]"#),
    ("ExportFormat", "filter", "active is true"),
    ("WebhookSubscription", "events", "employees.created employees.changed"),
];

/// Texts by the name of their field, which says what is meant wherever it occurs.
const WORDS: [(&str, &str); 14] = [
    ("first_name", "Anna"),
    ("last_name", "Schmidt"),
    ("line1", "12 Station Road"),
    ("city", "Bristol"),
    ("employer", "Hansen Logistics"),
    ("institution", "Bristol College"),
    ("job_title", "Sales assistant"),
    ("subject", "Welcome"),
    ("heading", "Welcome"),
    ("body", "Welcome to the company."),
    ("text", "Works well with customers."),
    ("source", "M"),
    ("target", "male"),
    ("value", "10"),
];

/// Makes samples of a tenant's objects.
pub(crate) struct Samples<'a> {
    catalogue: Arc<Catalogue>,
    labels: &'a Labels,
    language: Language,
    /// Objects so that what is needed comes before what needs it.
    pub order: Vec<Arc<Object>>,
}

impl<'a> Samples<'a> {
    /// Texts that name an object are in the language.
    pub fn new(catalogue: &Arc<Catalogue>, labels: &'a Labels, language: Language) -> Samples<'a> {
        Samples { catalogue: catalogue.clone(), labels, language, order: order(catalogue) }
    }

    /// Two records where some object names two different ones of this.
    pub fn count(&self, object: &Object) -> usize {
        let code = matches!(object.thread.as_slice(), [only] if object.fields.get(*only).is_some_and(|f| matches!(f.ty, FieldType::Code)));
        let pair = |other: &Arc<Object>| {
            let names_it = |f: &&Field| {
                matches!(&f.ty, FieldType::Reference(to) if to == object.def.name) && needed(other, f)
            };
            other.fields.iter().filter(names_it).count() > 1
        };
        if code && self.order.iter().any(pair) { 2 } else { 1 }
    }

    /// Text of the key of an object's sample, as references name it.
    pub fn key(&self, object: &Arc<Object>, number: usize) -> String {
        self.key_at(object, number, 0)
    }

    /// A sample's value of a field as in a CSV cell without culture; empty where it is better left out.
    pub fn text(&self, object: &Arc<Object>, field: &Field, number: usize) -> String {
        self.text_at(object, field, number, 0)
    }

    /// A sample's value of a field; nothing where it is better left out. References are the text of their key.
    pub fn value(&self, object: &Arc<Object>, field: &Field, number: usize) -> Option<Value> {
        let text = self.text(object, field, number);
        let value = match &field.ty {
            FieldType::Translated if field.default.is_none() && !text.is_empty() => {
                let texts = [Language::En, self.language]
                    .map(|l| (l.code().to_string(), self.word(object, field, l)));
                Value::Texts(texts.into_iter().collect())
            }
            FieldType::Money => match types::parse(field, &text, &Culture::NEUTRAL).ok()? {
                Value::Money(amount, _) => Value::Money(amount, "EUR".to_string()),
                other => other,
            },
            _ => types::parse(field, &text, &Culture::NEUTRAL).ok()?,
        };
        (!text.is_empty()).then_some(value)
    }

    /// What a sample of the object is called.
    pub fn title<'b>(&'b self, object: &'b str) -> &'b str {
        self.labels.object(self.language, object)
    }

    /// A text that fits the name of the field; else the name of the object.
    fn word(&self, object: &Object, field: &Field, language: Language) -> String {
        let known = WORDS.iter().find(|(name, _)| *name == field.name).map(|(_, text)| *text);
        fit(field, known.unwrap_or_else(|| self.labels.object(language, object.def.name)))
    }

    fn key_at(&self, object: &Arc<Object>, number: usize, depth: usize) -> String {
        let fields = object.thread.iter().filter_map(|i| object.fields.get(*i));
        fields.map(|f| self.text_at(object, f, number, depth + 1)).collect::<Vec<_>>().join("|")
    }

    /// A reference to the sample of another object: to the second one where the first is taken.
    fn reference(&self, object: &Arc<Object>, field: &Field, to: &str, depth: usize) -> String {
        let Some(target) = self.catalogue.object(to).filter(|_| depth < 6) else { return String::new() };
        let same =
            |f: &&Field| matches!(&f.ty, FieldType::Reference(other) if other == to) && needed(object, f);
        let before = object.fields.iter().take_while(|f| f.index != field.index).filter(same).count();
        let number = if before > 0 && self.count(target) > 1 { 2 } else { 1 };
        self.key_at(target, number, depth)
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

    /// Whether an object's sample is there before another's.
    fn earlier(&self, one: &str, other: &Object) -> bool {
        let place = |name: &str| self.order.iter().position(|o| o.def.name == name);
        matches!((place(one), place(other.def.name)), (Some(a), Some(b)) if a < b)
    }

    fn text_at(&self, object: &Arc<Object>, field: &Field, number: usize, depth: usize) -> String {
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
            FieldType::Code if needed && field.name == "number" => (1000 + number).to_string(),
            FieldType::Code if needed => fit(field, &format!("{}-{number}", words(object.def.name, '-'))),
            FieldType::Line | FieldType::Long | FieldType::Translated if needed => {
                let text = self.word(object, field, self.language);
                if field.unique { text + &suffix } else { text }
            }
            FieldType::Bool => "true".to_string(),
            FieldType::Integer if needed => between(1).to_string(),
            FieldType::Decimal | FieldType::Percent | FieldType::Money if needed => between(10).to_string(),
            FieldType::Date if needed => "2026-01-01".to_string(),
            FieldType::Instant if needed => "2026-01-01T08:00:00Z".to_string(),
            FieldType::Time if needed => "08:00:00".to_string(),
            FieldType::Email => format!("anna.schmidt{suffix}@example.com"),
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
        for field in object.fields.iter().filter(|f| needed(object, f)) {
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

/// Whether a record without the field is refused.
pub(crate) fn needed(object: &Object, field: &Field) -> bool {
    field.mandatory || object.key.contains(&field.index)
}

/// The text as long as the field wants it.
fn fit(field: &Field, text: &str) -> String {
    let longest = usize::try_from(field.bounds.max.unwrap_or(i64::MAX)).unwrap_or(usize::MAX);
    let least = usize::try_from(field.bounds.min.unwrap_or_default()).unwrap_or_default();
    let size = text.chars().count().max(least).min(longest);
    text.chars().cycle().take(size).collect()
}

/// `CostCentre` as `cost-centre`.
fn words(name: &str, between: char) -> String {
    let mut out = String::new();
    for (at, c) in name.chars().enumerate() {
        if c.is_uppercase() && at > 0 {
            out.push(between);
        }
        out.extend(c.to_lowercase());
    }
    out
}
