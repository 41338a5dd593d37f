//! Conditions of a list in words (S7), for whoever reads what it found: `Hire date: from 1/1/2020`.

use std::sync::Arc;

use talang_catalogue::{FieldType, Object, Value};

use crate::error::Result;
use crate::query::{Filter, Op, Path, Query};
use crate::rights::Action;
use crate::view::View;

/// A condition in the scope's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// What is asked of: the name of a field; empty where several conditions hang together.
    pub label: String,
    /// What it must be.
    pub words: String,
}

impl Condition {
    /// As one line.
    #[must_use]
    pub fn line(&self) -> String {
        if self.label.is_empty() { self.words.clone() } else { format!("{}: {}", self.label, self.words) }
    }
}

impl View<'_> {
    /// What a query asks for: one entry for each condition that must hold, the words searched for at the end. What is
    /// referred to is named by its title if the scope may see it, else as the condition has it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn describe(&mut self, object: &Arc<Object>, query: &Query) -> Result<Vec<Condition>> {
        let mut out = Vec::new();
        let mut open: Vec<&Filter> = query.filter.iter().collect();
        while let Some(filter) = open.pop() {
            match filter {
                Filter::And(parts) => open.extend(parts.iter().rev()),
                other => out.push(self.condition(object, other)?),
            }
        }
        if let Some(words) = query.search.as_deref().map(str::trim).filter(|w| !w.is_empty()) {
            out.push(Condition { label: self.say("filter-search"), words: words.to_string() });
        }
        Ok(out)
    }

    fn condition(&mut self, object: &Arc<Object>, filter: &Filter) -> Result<Condition> {
        let bare = |words: String| Condition { label: String::new(), words };
        Ok(match filter {
            Filter::And(parts) | Filter::Or(parts) => {
                let mut said = Vec::new();
                for part in parts {
                    let line = self.condition(object, part)?.line();
                    said.push(match part {
                        Filter::And(inner) | Filter::Or(inner) if inner.len() > 1 => format!("({line})"),
                        _ => line,
                    });
                }
                let key = if matches!(filter, Filter::And(_)) { "filter-and" } else { "filter-or" };
                bare(said.join(&format!(" {} ", self.say(key))))
            }
            Filter::Not(inner) => match inner.as_ref() {
                Filter::Test { path, op: Op::Empty, .. } => {
                    Condition { label: self.named(object, path), words: self.say("filter-op-filled") }
                }
                Filter::Test { path, op: Op::Is, values } => self.test(object, path, Op::IsNot, values)?,
                other => {
                    let line = self.condition(object, other)?.line();
                    bare(format!("{} ({line})", self.say("filter-not")))
                }
            },
            Filter::Test { path, op, values } => self.test(object, path, *op, values)?,
            Filter::Ids(_) | Filter::Threads(_) => bare(self.say("filter-chosen")),
        })
    }

    fn test(&mut self, object: &Arc<Object>, path: &Path, op: Op, values: &[Value]) -> Result<Condition> {
        let label = self.named(object, path);
        let day = matches!(
            path.field().map(|f| &f.ty),
            Some(FieldType::Date | FieldType::Instant | FieldType::Time)
        );
        let key = match op {
            Op::Is => "",
            Op::IsNot => "filter-op-ne",
            Op::Less if day => "filter-op-before",
            Op::Less => "filter-op-lt",
            Op::AtMost if day => "filter-op-until",
            Op::AtMost => "filter-op-le",
            Op::Greater if day => "filter-op-after",
            Op::Greater => "filter-op-gt",
            Op::AtLeast if day => "filter-op-from",
            Op::AtLeast => "filter-op-ge",
            Op::Contains => "filter-op-contains",
            Op::Starts => "filter-op-starts",
            Op::Ends => "filter-op-ends",
            Op::Empty => "filter-op-empty",
            Op::Under => "filter-op-under",
        };
        let mut shown = Vec::new();
        for value in values {
            shown.push(self.shown(path, op, value)?);
        }
        let words = shown.join(", ");
        let words = match (key, words.is_empty()) {
            ("", _) => words,
            (key, true) => self.say(key),
            (key, false) => format!("{} {words}", self.say(key)),
        };
        Ok(Condition { label, words })
    }

    fn shown(&mut self, path: &Path, op: Op, value: &Value) -> Result<String> {
        let target = match (path.field().map(|f| &f.ty), value) {
            (Some(FieldType::Reference(target) | FieldType::References(target)), _) => target.to_string(),
            // Parts of a text are no values of their field.
            (_, Value::Text(part)) if matches!(op, Op::Contains | Op::Starts | Op::Ends) => {
                return Ok(part.clone());
            }
            // An amount in whatever currency.
            (Some(FieldType::Money), Value::Int(amount)) => {
                return Ok(self.scope().culture.decimal(*amount, 0));
            }
            _ => return self.show(&path.object, path.field, value),
        };
        let (id, unseen) = match value {
            Value::Text(key) => (self.resolve(&target, key)?, key.clone()),
            Value::Int(id) => (Some(*id), "…".to_string()),
            value => return self.show(&path.object, path.field, value),
        };
        let of = self.object(&target)?;
        match id {
            Some(id) if !of.bounded() || self.sees(&of, id)? => Ok(self.title(&target, id)?.title),
            _ => Ok(unseen),
        }
    }

    /// What a field is called; with its slice's or record's name before it where another field is called the same.
    fn named(&self, object: &Arc<Object>, path: &Path) -> String {
        let labels = &self.scope().installation().registry().labels;
        let language = self.scope().language();
        let Some(field) = path.field() else { return path.text.clone() };
        if self.rights().extents(&path.object, &field.group, Action::Read).is_none() {
            return path.text.clone();
        }
        let label = labels.field(language, path.object.def.name, field);
        let catalogue = self.catalogue();
        let own = object.fields.iter().map(|f| labels.field(language, object.def.name, f));
        let slices = catalogue
            .slices_of(object.def.name)
            .flat_map(|(slice, _)| slice.fields.iter().map(|f| labels.field(language, slice.def.name, f)));
        // Of parts it is always said of which: a skill may be theirs, or one of their posts'.
        let parts = path.is_many();
        match parts || path.step.is_some() && own.chain(slices).filter(|other| *other == label).count() > 1 {
            true => format!("{}: {label}", labels.object(language, path.object.def.name)),
            false => label.to_string(),
        }
    }

    fn say(&self, key: &str) -> String {
        self.scope().installation().registry().messages.plain(self.scope().language(), key)
    }
}
