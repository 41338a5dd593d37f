//! Makes records of any object from its declaration alone, for tests that go through all of them.

use talang_catalogue::{Field, FieldType, Object, Value};
use talang_engine::{Draft, Mode, Scope};

/// See the module. Every text that it makes up is a mark of its own (`Qz100017z`): whatever shows one, shows that field. It is
/// long enough that no random token holds one.
pub struct Maker<'a> {
    system: &'a Scope,
    count: i64,
    /// Object, row number and thread of everything that it made, what others refer to included.
    pub made: Vec<(String, i64, i64)>,
}

impl<'a> Maker<'a> {
    /// Makes records as the program itself.
    pub fn new(system: &'a Scope) -> Maker<'a> {
        Maker { system, count: 0, made: Vec::new() }
    }

    fn mark(&mut self) -> String {
        self.count += 1;
        format!("Qz{}z", 100_000 + self.count)
    }

    /// A value for a field; references lead to a record that is there or is made, those to people to `subject`. Nothing
    /// where the type alone does not tell what fits.
    pub fn value(&mut self, field: &Field, subject: i64) -> Option<Value> {
        let mark = self.mark();
        let text = |t: String| Some(Value::Text(t));
        match &field.ty {
            FieldType::Code | FieldType::Line | FieldType::Long => text(mark),
            FieldType::Translated => Some(Value::Texts([("en".to_string(), mark)].into_iter().collect())),
            FieldType::Bool => Some(Value::Int(1)),
            FieldType::Integer | FieldType::Duration => {
                Some(Value::Int(field.bounds.min.unwrap_or(1).max(1)))
            }
            FieldType::Decimal | FieldType::Percent => Some(Value::Int(1_000_000)),
            FieldType::Money => Some(Value::Money(1_000_000, "EUR".to_string())),
            FieldType::Date => Some(Value::Int(20_000 + self.count % 400)),
            FieldType::Instant => Some(Value::Int(1_700_000_000_000_000)),
            FieldType::Time => Some(Value::Int(36_000)),
            FieldType::Email => text(format!("{}@example.org", mark.to_lowercase())),
            FieldType::Url => text(format!("https://example.org/{mark}")),
            FieldType::Phone => text("+46701234567".to_string()),
            FieldType::Iban => text("DE89370400440532013000".to_string()),
            FieldType::Json => text("{}".to_string()),
            FieldType::Language => text("en".to_string()),
            FieldType::Country => text("SE".to_string()),
            FieldType::Currency => text("EUR".to_string()),
            FieldType::Culture => text("en-GB".to_string()),
            FieldType::Choice(choice) => text(choice.items.first()?.code.to_string()),
            FieldType::Item(list) => {
                self.item(list);
                text("X".to_string())
            }
            FieldType::Reference(target) if target == "Employee" => Some(Value::Int(subject)),
            FieldType::Reference(target) => Some(Value::Int(self.make(target, subject)?.1)),
            _ => None,
        }
    }

    /// A value list with one item.
    fn item(&self, list: &str) {
        let known = self.system.view(|v| v.resolve("ValueListItem", &format!("{list}|X"))).expect("read");
        if known.is_some() {
            return;
        }
        let label = || Value::Texts([("en".to_string(), "X".to_string())].into_iter().collect());
        let made = self.system.change(talang_catalogue::Kind::Shared, |c| {
            if c.resolve("ValueList", list)?.is_none() {
                c.create("ValueList", vec![("code", list.into()), ("name", label())])?;
            }
            c.create("ValueListItem", vec![("list", list.into()), ("code", "X".into()), ("label", label())])
        });
        made.unwrap_or_else(|e| panic!("the list {list}: {e}"));
    }

    /// What a new record about the person must hold.
    pub fn draft(&mut self, object: &Object, subject: i64) -> Option<Vec<(usize, Value)>> {
        let mut values = Vec::new();
        let own = object.subject;
        for field in object
            .fields
            .iter()
            .filter(|f| f.mandatory || Some(f.index) == own || object.key.contains(&f.index))
        {
            if Some(field.index) == own {
                values.push((field.index, Value::Int(subject)));
            } else if field.default.is_none() || object.key.contains(&field.index) {
                values.push((field.index, self.value(field, subject)?));
            }
        }
        Some(values)
    }

    /// Row number and thread of a new record about the person. Nothing where the declaration alone does not tell how.
    pub fn make(&mut self, object: &str, subject: i64) -> Option<(i64, i64)> {
        let object = self.system.view(|v| v.object(object)).ok()?;
        let values = self.draft(&object, subject)?;
        let made = self.save(&object, Mode::Insert, values);
        self.made.extend(made.map(|(id, thread)| (object.def.name.to_string(), id, thread)));
        made
    }

    fn save(&self, object: &Object, mode: Mode, values: Vec<(usize, Value)>) -> Option<(i64, i64)> {
        let object = self.system.view(|v| v.object(object.def.name)).ok()?;
        let saved = self.system.change(object.def.kind, |c| c.save(&object, mode, Draft { values }));
        saved.ok().map(|s| (s.id, s.thread))
    }

    /// Puts a mark into each text of a record that is still empty and takes one. How many it took.
    pub fn mark_texts(&mut self, object: &str, id: i64) -> usize {
        let Ok(object) = self.system.view(|v| v.object(object)) else { return 0 };
        let mut taken = 0;
        for field in &object.fields {
            let text = matches!(
                field.ty,
                FieldType::Line
                    | FieldType::Long
                    | FieldType::Translated
                    | FieldType::Email
                    | FieldType::Url
                    | FieldType::Code
            );
            let Ok(record) = self.system.view(|v| v.get(&object, id)) else { return taken };
            let empty = matches!(record.values.get(field.index), Some(Value::Null));
            if !text || !empty || field.read_only || field.fixed || object.key.contains(&field.index) {
                continue;
            }
            let Some(value) = self.value(field, 0) else { continue };
            let mode = Mode::Update { id, version: None };
            taken += usize::from(self.save(&object, mode, vec![(field.index, value)]).is_some());
        }
        taken
    }
}
