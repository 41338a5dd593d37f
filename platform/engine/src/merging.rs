//! Two records that mean one: everything that refers to the one is moved to the other, what both have stays once, and the
//! one goes. A way back leads from what the journal tells of it to the state before.
//!
//! Rules of modules do not run: nothing happened to what is moved but that it is somebody else's now, and nobody is to get a
//! letter about it. Whether somebody may do it is the caller's question.

use std::collections::HashMap;
use std::sync::Arc;

use talang_catalogue::{Fault, FieldType, Object, Record, Value};
use talang_store::layout::sql_column;
use talang_store::{Cell, P};

use crate::change::{Change, Draft};
use crate::error::Result;
use crate::journal::{self, Deed};
use crate::saving::{numbering, writing};

/// So deep may records hang on each other.
const DEEP: usize = 8;

/// What a merge cannot know by itself.
pub struct Merging<'m> {
    /// Objects whose records are the same where this field is, whatever number they have: the same file sent twice.
    pub same: &'m [(&'static str, &'static str)],
    /// Whether, of two records of which one can stay, the second says more than the first.
    pub further: &'m dyn Fn(&mut Change<'_>, &Record, &Record) -> Result<bool>,
    /// Groups of fields that are not filled in from the record that goes: what was decided about it was about it alone.
    pub alone: &'m [&'static str],
}

/// The lines of the journal that tell what was done: the first and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// The first.
    pub first: i64,
    /// The last.
    pub last: i64,
}

impl Change<'_> {
    /// Moves everything that refers to the record `from` to the record `into` of the same object, and removes `from`. What
    /// both have stays once: the fuller one, completed from the other.
    ///
    /// # Errors
    /// `record.not_found`, those of the store.
    pub fn merge(&mut self, object: &Arc<Object>, from: i64, into: i64, how: &Merging<'_>) -> Result<Lines> {
        let before = self.last_line()?;
        let gone = self.row(object, from)?;
        self.row(object, into)?;
        self.absorb(object, from, into, how, DEEP)?;
        self.remove_row(object, &gone)?;
        self.settled();
        // PostgreSQL gives no number twice, also where what had it was undone: the first line is asked for.
        let sql = format!("SELECT MIN(id), MAX(id) FROM {}.journal WHERE id > ?", self.kind().name());
        let row = self.conn.query_one(&sql, &[P::Int(before)])?.unwrap_or_default();
        let at = |n: usize| row.get(n).and_then(Cell::opt_int).unwrap_or(before);
        Ok(Lines { first: at(0), last: at(1) })
    }

    /// The number of the journal's last line.
    ///
    /// # Errors
    /// Those of the store.
    pub fn last_line(&mut self) -> Result<i64> {
        let sql = format!("SELECT MAX(id) FROM {}.journal", self.kind().name());
        Ok(self
            .conn
            .query_one(&sql, &[])?
            .and_then(|r| r.first().and_then(Cell::opt_int))
            .unwrap_or_default())
    }

    /// Takes back what lines of the journal tell, the last first. What was changed again since stays as it is now; what was
    /// removed comes again under its number.
    ///
    /// # Errors
    /// `merge.gone` where the journal does not have them any more, `value.duplicate` where somebody else has by now what
    /// only one may have.
    pub fn take_back(&mut self, lines: Lines) -> Result<()> {
        let kind = self.kind().name();
        let sql = format!(
            "SELECT id, object, record, action, changes FROM {kind}.journal WHERE id BETWEEN ? AND ? ORDER BY id DESC"
        );
        let rows = self.conn.query(&sql, &[P::Int(lines.first), P::Int(lines.last)])?;
        let number = |row: Option<&talang_store::Row>| row.and_then(|r| r.first()).map(Cell::int);
        if number(rows.last()) != Some(lines.first) || number(rows.first()) != Some(lines.last) {
            return Err(Fault::new("merge.gone").into());
        }
        let mut anew: HashMap<(u16, i64), i64> = HashMap::new();
        for row in rows {
            let [_, of, record, action, changes] = row.as_slice() else { continue };
            let known = u16::try_from(of.int()).ok().and_then(|id| self.catalogue().by_id(id).cloned());
            let Some(object) = known else { continue };
            let mut pairs = journal::pairs(&object, changes.text());
            // What was erased since (G8) does not come again.
            if pairs.is_empty() {
                return Err(Fault::new("merge.gone").into());
            }
            for (index, old, new) in &mut pairs {
                self.renamed(&object, *index, old, &anew)?;
                self.renamed(&object, *index, new, &anew)?;
            }
            let record = record.int();
            match Deed::parse(action.text()) {
                Deed::Delete => {
                    let id = self.bring_back(&object, record, pairs)?;
                    if id != record {
                        anew.insert((object.def.id, record), id);
                    }
                }
                Deed::Update => {
                    let Some(old) = self.row_of(&object, record)? else { continue };
                    let mut new = old.clone();
                    for (index, before, after) in pairs {
                        if let Some(slot) = new.values.get_mut(index).filter(|slot| **slot == after) {
                            *slot = before;
                        }
                    }
                    self.free(&object, &new)?;
                    self.rewrite(&object, &old, new)?;
                }
                Deed::Create => {}
            }
        }
        self.settled();
        Ok(())
    }

    fn settled(&mut self) {
        self.view.circles.clear();
        self.view.resolved.clear();
        self.view.titles.clear();
        self.view.forget_all();
    }

    /// A reference to what came again under another number.
    fn renamed(
        &self,
        object: &Object,
        index: usize,
        value: &mut Value,
        anew: &HashMap<(u16, i64), i64>,
    ) -> Result<()> {
        let Some(FieldType::Reference(target)) = object.fields.get(index).map(|f| &f.ty) else {
            return Ok(());
        };
        let target = self.object(target)?.def.id;
        if let Value::Int(id) = value
            && let Some(now) = anew.get(&(target, *id))
        {
            *id = *now;
        }
        Ok(())
    }

    /// Moves what refers to `from`.
    fn absorb(
        &mut self,
        object: &Arc<Object>,
        from: i64,
        into: i64,
        how: &Merging<'_>,
        deep: usize,
    ) -> Result<()> {
        if deep == 0 {
            return Err(Fault::new("internal").into());
        }
        let catalogue = self.catalogue();
        for other in catalogue.objects().iter().filter(|o| o.def.kind == object.def.kind) {
            for field in &other.fields {
                if !matches!(&field.ty, FieldType::Reference(target) if target == object.def.name) {
                    continue;
                }
                let own = other.def.id == object.def.id;
                for row in self.rows(other, &format!("t.{} = ?", sql_column(field)), &[P::Int(from)])? {
                    // Of two that are becoming one, each may name the other.
                    if own && (row.id == from || row.id == into) {
                        continue;
                    }
                    // What was moved with another meanwhile is there already.
                    let Some(row) = self
                        .row_of(other, row.id)?
                        .filter(|r| r.values.get(field.index) == Some(&Value::Int(from)))
                    else {
                        continue;
                    };
                    self.give(other, row, field.index, into, how, deep)?;
                }
            }
        }
        Ok(())
    }

    /// Gives one record to `into`, or makes it one with what `into` has already.
    fn give(
        &mut self,
        object: &Arc<Object>,
        row: Record,
        link: usize,
        into: i64,
        how: &Merging<'_>,
        deep: usize,
    ) -> Result<()> {
        let mut new = row.clone();
        if let Some(slot) = new.values.get_mut(link) {
            *slot = Value::Int(into);
        }
        let same = how.same.iter().find(|(name, _)| *name == object.def.name);
        let twin = match same.and_then(|(_, name)| object.field(name)) {
            Some(field) => self.alike(object, &new, &[link, field.index])?,
            None => None,
        };
        let twin = match twin {
            Some(twin) => Some(twin),
            None if object.key.contains(&link) => match self.alike(object, &new, &object.key)? {
                Some(_) if self.renumber(object, &mut new, link)? => None,
                twin => twin,
            },
            None => None,
        };
        let Some(twin) = twin else { return self.rewrite(object, &row, new) };
        let (goes, stays) = match (how.further)(self, &twin, &row)? {
            false => (row, twin),
            true => (twin, row),
        };
        self.absorb(object, goes.id, stays.id, how, deep - 1)?;
        self.remove_row(object, &goes)?;
        let mut full = stays.clone();
        for field in &object.fields {
            let key = object.key.contains(&field.index) || field.follows.is_some();
            if key || field.def.unique || how.alone.contains(&field.group.as_ref()) {
                continue;
            }
            let (Some(slot), Some(value)) = (full.values.get_mut(field.index), goes.values.get(field.index))
            else {
                continue;
            };
            if slot.is_null() {
                *slot = value.clone();
            }
        }
        if let Some(slot) = full.values.get_mut(link) {
            *slot = Value::Int(into);
        }
        self.rewrite(object, &stays, full)
    }

    /// Another record with the same values of these fields.
    fn alike(&mut self, object: &Arc<Object>, record: &Record, fields: &[usize]) -> Result<Option<Record>> {
        let mut sql = "t.id <> ?".to_string();
        let mut params = vec![P::Int(record.id)];
        for field in fields.iter().filter_map(|i| object.fields.get(*i)) {
            let column = sql_column(field);
            match record.values.get(field.index) {
                Some(Value::Int(n)) => {
                    sql.push_str(&format!(" AND t.{column} = ?"));
                    params.push(P::Int(*n));
                }
                Some(Value::Text(text)) => {
                    sql.push_str(&format!(" AND t.{column} = ?"));
                    params.push(P::Text(text));
                }
                _ => sql.push_str(&format!(" AND t.{column} IS NULL")),
            }
        }
        Ok(self.rows(object, &sql, &params)?.into_iter().next())
    }

    /// Gives a record the next number among those of its new owner, where numbers alone tell them apart. Whether they do.
    fn renumber(&mut self, object: &Arc<Object>, record: &mut Record, link: usize) -> Result<bool> {
        let of_key = || object.key.iter().filter_map(|i| object.fields.get(*i));
        if let Some(field) = of_key().find(|f| f.numbered.is_some()) {
            let values = of_key().map(|f| (f.index, record.values.get(f.index).cloned().unwrap_or_default()));
            let values = values.filter(|(index, _)| *index != field.index).collect();
            let mut drafts = [Draft { values }];
            numbering::number(self, object, &mut drafts)?;
            let [draft] = &drafts;
            let number = draft.get(field.index).cloned();
            if let (Some(slot), Some(number)) = (record.values.get_mut(field.index), number) {
                *slot = number;
                return Ok(true);
            }
        }
        let Some(field) = of_key().find(|f| matches!(f.ty, FieldType::Integer)) else { return Ok(false) };
        let Some(owner) = object.fields.get(link) else { return Ok(false) };
        let sql = format!(
            "SELECT MAX({}) FROM {} WHERE {} = ?",
            sql_column(field),
            object.table_name(),
            sql_column(owner)
        );
        let into = record.values.get(link).and_then(Value::as_int).unwrap_or_default();
        let last = self.conn.query_one(&sql, &[P::Int(into)])?;
        let last = last.and_then(|r| r.first().and_then(Cell::opt_int)).unwrap_or_default();
        if let Some(slot) = record.values.get_mut(field.index) {
            *slot = Value::Int(last + 1);
        }
        Ok(true)
    }

    fn rows(&mut self, object: &Arc<Object>, condition: &str, params: &[P<'_>]) -> Result<Vec<Record>> {
        let layout = self.layout(object)?;
        let sql = format!("SELECT {} FROM {} t WHERE {condition} ORDER BY t.id", layout.select, layout.table);
        Ok(self.conn.query(&sql, params)?.into_iter().map(|row| layout.read(row)).collect())
    }

    fn row_of(&mut self, object: &Arc<Object>, id: i64) -> Result<Option<Record>> {
        Ok(self.rows(object, "t.id = ?", &[P::Int(id)])?.pop())
    }

    fn row(&mut self, object: &Arc<Object>, id: i64) -> Result<Record> {
        self.row_of(object, id)?.ok_or_else(|| crate::view::not_found(object))
    }

    /// Writes a record as it is now, with its line in the journal.
    fn rewrite(&mut self, object: &Arc<Object>, old: &Record, mut new: Record) -> Result<()> {
        if new.values == old.values {
            return Ok(());
        }
        let layout = self.layout(object)?;
        new.version = old.version + 1;
        writing::update_row(self.view.conn, &layout, old, &new)?;
        let line = journal::Line {
            record: old.id,
            subject: new.reached(),
            deed: Deed::Update,
            changes: journal::changes(object, Some(old), Some(&new)),
        };
        journal::write(self.view.conn, self.view.scope(), object, &[line])?;
        self.find_by(object, &new, true)?;
        self.note(&new, Deed::Update);
        Ok(())
    }

    fn find_by(&mut self, object: &Object, record: &Record, before: bool) -> Result<()> {
        if !object.fields.iter().any(|f| f.search) {
            return Ok(());
        }
        if before {
            crate::search::remove(self.conn, object, record.id)?;
        }
        crate::search::index(self.conn, object, &[(record.id, crate::search::words_of(record))])
    }

    /// What only one may have is free, or this record's.
    fn free(&mut self, object: &Arc<Object>, record: &Record) -> Result<()> {
        let mut taken = Vec::new();
        for field in object.fields.iter().filter(|f| f.def.unique || object.key == [f.index]) {
            if record.values.get(field.index).is_some_and(|v| !v.is_null())
                && self.alike(object, record, &[field.index])?.is_some()
            {
                taken.push(Fault::new("value.duplicate").on(field.name.as_ref()));
            }
        }
        if taken.is_empty() && object.key.len() > 1 && self.alike(object, record, &object.key)?.is_some() {
            taken.push(Fault::new("merge.gone"));
        }
        if taken.is_empty() { Ok(()) } else { Err(taken.into()) }
    }

    /// Writes a removed record again, under its number where nobody has it.
    fn bring_back(
        &mut self,
        object: &Arc<Object>,
        id: i64,
        pairs: Vec<(usize, Value, Value)>,
    ) -> Result<i64> {
        let mut record = Record::new(object.clone());
        for (index, old, _) in pairs {
            if let Some(slot) = record.values.get_mut(index) {
                *slot = old;
            }
        }
        self.free(object, &record)?;
        let layout = self.layout(object)?;
        let taken = self.row_of(object, id)?.is_some();
        let columns: Vec<String> = layout.columns.iter().map(|c| c.quoted()).collect();
        let mut names = vec!["version"];
        let mut row = vec![P::Int(1)];
        if !taken {
            names.push("id");
            row.push(P::Int(id));
        }
        names.extend(columns.iter().map(String::as_str));
        row.extend(layout.columns.iter().map(|c| layout.param(&record, c)));
        let ids = self.view.conn.insert(&layout.table, &names, &[row])?;
        record.id = if taken { ids.first().copied().unwrap_or_default() } else { id };
        record.thread = record.id;
        record.version = 1;
        let line = journal::Line {
            record: record.id,
            subject: record.reached(),
            deed: Deed::Create,
            changes: journal::changes(object, None, Some(&record)),
        };
        journal::write(self.view.conn, self.view.scope(), object, &[line])?;
        self.find_by(object, &record, false)?;
        self.note(&record, Deed::Create);
        Ok(record.id)
    }
}
