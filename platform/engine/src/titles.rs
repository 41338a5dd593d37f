//! How a referred record is named to people and in files: its title and its key.

use std::sync::Arc;

use talang_catalogue::labels::text_in;
use talang_catalogue::object::GENERAL;
use talang_catalogue::{FieldType, Object, Record, Value, types};
use talang_store::P;

use crate::error::Result;
use crate::view::View;

/// A record's names. They are shown wherever a field that refers to it may be read; the record itself is another
/// matter. Parts that a group of rights guards are shown only to those who may read the group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title {
    /// For people, in the scope's language.
    pub title: String,
    /// For files and interfaces; parts of a composite key joined by `|`.
    pub key: String,
}

impl View<'_> {
    /// The names of records by row number (thread, for dated objects), read at once and remembered.
    pub fn titles(&mut self, object: &Arc<Object>, ids: &[i64]) -> Result<()> {
        self.titles_within(object, ids, 0)
    }

    /// The names of one record; empty when it is gone.
    pub fn title(&mut self, object: &str, id: i64) -> Result<Title> {
        let object = self.object(object)?;
        self.titles_within(&object, &[id], 0)?;
        Ok(self.titles.get(&(object.def.id, id)).cloned().unwrap_or_default())
    }

    /// Reads the names of everything that the records refer to.
    pub fn load_titles(&mut self, object: &Arc<Object>, records: &[Record]) -> Result<()> {
        // Exports of millions of records pass here a page at a time: memory stays flat.
        if self.titles.len() > 50_000 {
            self.titles.clear();
        }
        self.load_titles_within(object, records, 0)
    }

    fn load_titles_within(&mut self, object: &Arc<Object>, records: &[Record], depth: usize) -> Result<()> {
        for field in &object.fields {
            let target = match &field.ty {
                FieldType::Reference(target) | FieldType::References(target) => target.to_string(),
                _ => continue,
            };
            let mut ids: Vec<i64> = Vec::new();
            for record in records {
                match record.values.get(field.index) {
                    Some(Value::Int(id)) => ids.push(*id),
                    Some(Value::Refs(many)) => ids.extend(many),
                    _ => {}
                }
            }
            if !ids.is_empty() {
                let target = self.object(&target)?;
                self.titles_within(&target, &ids, depth)?;
            }
        }
        Ok(())
    }

    fn titles_within(&mut self, object: &Arc<Object>, ids: &[i64], depth: usize) -> Result<()> {
        if depth > 3 {
            return Ok(());
        }
        let mut missing: Vec<i64> =
            ids.iter().copied().filter(|id| !self.titles.contains_key(&(object.def.id, *id))).collect();
        missing.sort_unstable();
        missing.dedup();
        if missing.is_empty() {
            return Ok(());
        }
        let layout = self.layout(object)?;
        let (column, order) =
            if object.period.is_some() { ("t.thread", " ORDER BY t.\"start\"") } else { ("t.id", "") };
        let sql = format!(
            "SELECT {} FROM {} t WHERE {}{order}",
            layout.select,
            layout.table,
            self.dialect().any(column)
        );
        let rows = self.conn.query(&sql, &[P::Ints(missing.clone())])?;
        let mut records: Vec<Record> = rows.into_iter().map(|r| layout.read(r)).collect();
        if let Some((start, end)) = object.period {
            // The slice of the day; where there is none, the last one before, else the first one after.
            let day = talang_catalogue::value::days_of_date(self.scope().as_of);
            let mut chosen: std::collections::HashMap<i64, Record> = std::collections::HashMap::new();
            for record in records {
                let begins = record.values.get(start).and_then(Value::as_int).unwrap_or(i64::MIN);
                let ends = record.values.get(end).and_then(Value::as_int).unwrap_or(i64::MAX);
                let better = match chosen.get(&record.thread) {
                    None => true,
                    Some(_) => begins <= day || ends < day,
                };
                if better {
                    chosen.insert(record.thread, record);
                }
            }
            records = chosen.into_values().collect();
        }
        // What names a record may be guarded itself: the value of a contact, the kind of a permit.
        let named = object.thread.iter().chain(&object.title).filter_map(|i| object.fields.get(*i));
        if named.into_iter().any(|f| f.group != GENERAL) {
            self.hide(object, &mut records)?;
        }
        let used: Vec<usize> = object.thread.iter().chain(&object.title).copied().collect();
        let mut trimmed = records.clone();
        for record in &mut trimmed {
            for (index, value) in record.values.iter_mut().enumerate() {
                if !used.contains(&index) {
                    *value = Value::Null;
                }
            }
        }
        self.load_titles_within(object, &trimmed, depth + 1)?;
        for record in &records {
            let title = self.title_of(record)?;
            self.titles.insert(
                (object.def.id, if object.period.is_some() { record.thread } else { record.id }),
                title,
            );
        }
        Ok(())
    }

    /// The names of a record at hand; what it refers to must have been loaded for keys that refer.
    pub fn title_of(&mut self, record: &Record) -> Result<Title> {
        let object = record.object.clone();
        let mut names = Vec::new();
        for index in &object.title {
            let text = self.part(&object, record, *index, true)?;
            if !text.is_empty() {
                names.push(text);
            }
        }
        let mut keys = Vec::new();
        for index in &object.thread {
            keys.push(self.part(&object, record, *index, false)?);
        }
        Ok(Title { title: names.join(" "), key: keys.join("|") })
    }

    fn part(&mut self, object: &Arc<Object>, record: &Record, index: usize, people: bool) -> Result<String> {
        let (Some(field), Some(value)) = (object.fields.get(index), record.values.get(index)) else {
            return Ok(String::new());
        };
        if let (FieldType::Reference(target), Value::Int(id)) = (&field.ty, value) {
            let target = self.object(target)?;
            let title = self.titles.get(&(target.def.id, *id)).cloned().unwrap_or_default();
            return Ok(if people { title.title } else { title.key });
        }
        if let Value::Texts(texts) = value {
            return Ok(text_in(texts, self.scope().language()).unwrap_or_default().to_string());
        }
        if people {
            let catalogue = self.catalogue();
            let labels = &self.scope().installation().registry().labels;
            return Ok(types::show(
                field,
                value,
                self.scope().language(),
                self.scope().culture,
                labels,
                &catalogue,
            ));
        }
        Ok(types::write(field, value, &talang_catalogue::Culture::NEUTRAL))
    }
}
