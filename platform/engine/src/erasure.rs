//! Erasure (G8, G9): what tells who somebody was goes from the rows, from the search and from what the journal remembers; who did
//! what, and when, stays. Other records cannot be changed so: the journal is append-only for everything else.

use std::sync::Arc;

use talang_catalogue::{Fault, FieldType, Object, Record, Subject, Value};
use talang_store::layout::sql_column;
use talang_store::{Cell, P, schema};

use crate::change::Change;
use crate::error::Result;
use crate::journal::{self, Deed};
use crate::view::View;

/// What stays of records that are erased.
#[derive(Clone, Copy, Debug)]
pub enum Stays<'a> {
    /// Nothing: the row goes.
    Nothing,
    /// The row with these fields; what a field may not be without is filled in with the second.
    Fields(&'a [&'a str], &'a [(&'a str, Value)]),
}

impl Change<'_> {
    /// The records of an object that are, or once were, about a person: those that there are, and deleted ones of which the
    /// journal still speaks.
    ///
    /// # Errors
    /// Those of the store.
    pub fn traces(&mut self, object: &Object, person: i64) -> Result<Vec<i64>> {
        let Subject::Field(name) = object.def.subject else { return Ok(Vec::new()) };
        let Some(field) = object.field(name) else { return Ok(Vec::new()) };
        let (table, column) = (object.table_name(), sql_column(field));
        let kind = object.def.kind.name();
        let number = field.id;
        let rows = self.conn.query(
            &format!(
                "SELECT id FROM {table} WHERE {column} = ? UNION
                 SELECT record FROM {kind}.journal WHERE object = ? AND (changes LIKE ? OR changes LIKE ?)"
            ),
            &[
                P::Int(person),
                P::Int(object.def.id.into()),
                P::Owned(format!("%\"{number}\":[null,{person}]%")),
                P::Owned(format!("%\"{number}\":[{person},null]%")),
            ],
        )?;
        Ok(rows.iter().filter_map(|r| r.first()).map(Cell::int).collect())
    }

    /// Erases records for good, without the rules of their owners: the caller is the owner, and works as the program. What the
    /// journal said of their values goes with it. The files that they held, as their fields named them.
    ///
    /// # Errors
    /// `internal` where somebody else asks; those of the store.
    pub fn erase(&mut self, object: &Arc<Object>, ids: &[i64], stays: Stays<'_>) -> Result<Vec<String>> {
        let system = self.scope().program || matches!(self.scope().actor, crate::Actor::System);
        if object.def.kind != self.kind || object.period.is_some() || !system {
            return Err(Fault::new("internal").into());
        }
        let layout = self.layout(object)?;
        let kind = object.def.kind;
        let mut files = self.files_once(object, ids)?;
        let mut lines = Vec::new();
        schema::overwrite_deleted(self.conn, kind)?;
        for id in ids {
            let sql = format!("SELECT {} FROM {} t WHERE t.id = ?", layout.select, layout.table);
            let Some(row) = self.conn.query_one(&sql, &[P::Int(*id)])? else { continue };
            let old = layout.read(row);
            for field in object.fields.iter().filter(|f| matches!(f.ty, FieldType::File)) {
                files.extend(old.values.get(field.index).and_then(Value::as_text).map(str::to_string));
            }
            let search = object.fields.iter().any(|f| f.search);
            if search {
                crate::search::remove(self.conn, object, *id)?;
            }
            let deed = match stays {
                Stays::Nothing => {
                    self.conn.exec(&format!("DELETE FROM {} WHERE id = ?", layout.table), &[P::Int(*id)])?;
                    Deed::Delete
                }
                Stays::Fields(keep, put) => {
                    let new = bare(&old, keep, put);
                    let mut sql = format!("UPDATE {} SET version = ?", layout.table);
                    let mut params = vec![P::Int(old.version + 1)];
                    for column in &layout.columns {
                        sql.push_str(&format!(", {} = ?", column.quoted()));
                        params.push(layout.param(&new, column));
                    }
                    sql.push_str(" WHERE id = ?");
                    params.push(P::Int(*id));
                    self.conn.exec(&sql, &params)?;
                    drop(params);
                    if search {
                        crate::search::index(self.conn, object, &[(*id, crate::search::words_of(&new))])?;
                    }
                    Deed::Update
                }
            };
            lines.push(journal::Line {
                record: *id,
                subject: old.reached(),
                deed,
                changes: "{}".to_string(),
            });
            self.titles.remove(&(object.def.id, old.thread));
            self.note(&old, deed);
        }
        schema::blank_journal(self.conn, kind, object.def.id, ids)?;
        journal::write(self.view.conn, self.view.scope(), object, &lines)?;
        self.view.resolved.retain(|(known, _), _| *known != object.def.id);
        files.sort();
        files.dedup();
        Ok(files)
    }

    /// The files that records once held: of those that were removed or put in another's place the journal alone still knows.
    fn files_once(&mut self, object: &Object, ids: &[i64]) -> Result<Vec<String>> {
        let holds = |index: usize| object.fields.get(index).is_some_and(|f| matches!(f.ty, FieldType::File));
        if !object.fields.iter().any(|f| holds(f.index)) || ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT changes FROM {}.journal WHERE object = ? AND {}",
            object.def.kind.name(),
            self.dialect().any("record")
        );
        let rows = self.conn.query(&sql, &[P::Int(object.def.id.into()), P::Ints(ids.to_vec())])?;
        let mut files = Vec::new();
        for row in &rows {
            let changes = row.first().map(Cell::text).unwrap_or_default();
            for (index, old, new) in journal::pairs(object, changes) {
                if holds(index) {
                    files.extend([old, new].iter().filter_map(Value::as_text).map(str::to_string));
                }
            }
        }
        Ok(files)
    }
}

/// What is left of a record.
fn bare(old: &Record, keep: &[&str], put: &[(&str, Value)]) -> Record {
    let mut new = old.clone();
    for field in &old.object.fields {
        let name: &str = &field.name;
        if let Some((_, value)) = put.iter().find(|(n, _)| *n == name) {
            new.set(name, value.clone());
        } else if !keep.contains(&name) && !field.mandatory {
            new.set(name, Value::Null);
        }
    }
    new
}

impl View<'_> {
    /// Whether any record still names a file with that content.
    ///
    /// # Errors
    /// Those of the store.
    pub fn file_in_use(&mut self, hash: &str) -> Result<bool> {
        let catalogue = self.catalogue();
        for object in catalogue.objects() {
            for field in object.fields.iter().filter(|f| matches!(f.ty, FieldType::File)) {
                let (table, column) = (object.table_name(), sql_column(field));
                let sql = format!("SELECT 1 FROM {table} WHERE {column} LIKE ? LIMIT 1");
                if self.conn.query_one(&sql, &[P::Owned(format!("{hash}%"))])?.is_some() {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}
