//! What waits in a batch is written together: rows, search words, journal; then the rules that follow.

use std::collections::HashMap;

use talang_catalogue::{Record, Value};
use talang_store::layout::{Column, Layout};
use talang_store::{Conn, P};

use super::{Answer, Batch, Waiting, thread_of};
use crate::error::Result;
use crate::journal::{self, Deed};

/// From so many new rows on, columns that none of them fills are left out of the statement. Fewer rows are not worth a
/// statement of their own.
const MANY: usize = 100;

/// Writes the columns that differ.
pub(crate) fn update_row(conn: &mut Conn, layout: &Layout, old: &Record, new: &Record) -> Result<()> {
    let mut sql = format!("UPDATE {} SET version = ?", layout.table);
    let mut params = vec![P::Int(new.version)];
    for column in &layout.columns {
        if old.values.get(column.field) != new.values.get(column.field) {
            sql.push_str(&format!(", {} = ?", column.quoted()));
            params.push(layout.param(new, column));
        }
    }
    sql.push_str(" WHERE id = ?");
    params.push(P::Int(old.id));
    conn.exec(&sql, &params)?;
    Ok(())
}

/// Old and new record for the rules that follow: the place of the new one in the batch.
type Follows = Vec<(Option<Record>, usize)>;

impl Batch<'_, '_> {
    /// Writes what waits and gives the answers their row numbers.
    pub(super) fn flush(&mut self, answers: &mut [Answer]) -> Result<()> {
        self.write_waiting()?;
        for (place, answer) in self.waiting.drain(..) {
            if let (Some(known), Some(Ok(saved))) = (self.known.get(place), answers.get_mut(answer)) {
                saved.id = known.record.id;
                saved.thread = known.record.thread;
            }
        }
        Ok(())
    }

    /// Writes what waits.
    pub(super) fn write_waiting(&mut self) -> Result<()> {
        let object = self.object.clone();
        let waiting = |state: Waiting| -> Vec<usize> {
            self.known.iter().enumerate().filter(|(_, k)| k.state == state).map(|(place, _)| place).collect()
        };
        let (fresh, changed) = (waiting(Waiting::New), waiting(Waiting::Changed));
        let mut lines = Vec::with_capacity(fresh.len() + changed.len());
        let mut after = Vec::new();
        self.write_new(&fresh, &mut lines, &mut after)?;
        self.write_changed(&changed, &mut lines, &mut after)?;
        journal::write(self.change.view.conn, self.change.view.scope(), &object, &lines)?;
        self.change.view.resolved.retain(|(o, _), id| *o != object.def.id || id.is_some());
        let rules = self.change.view.scope().installation().registry().rules(object.def.name);
        if rules.iter().any(|r| r.after.is_some()) {
            for (old, place) in after {
                let Some(new) = self.known.get(place).map(|k| k.record.clone()) else { continue };
                for rule in rules {
                    if let Some(after) = rule.after {
                        after(self.change, old.as_ref(), Some(&new))?;
                    }
                }
            }
        }
        self.change.make_now()
    }

    /// The rows of new records, with their search words.
    fn write_new(
        &mut self,
        fresh: &[usize],
        lines: &mut Vec<journal::Line>,
        after: &mut Follows,
    ) -> Result<()> {
        if fresh.is_empty() {
            return Ok(());
        }
        let (object, layout) = (self.object.clone(), self.layout.clone());
        let dated = object.period.is_some();
        let numbers = if dated { self.number_threads(fresh)? } else { Vec::new() };
        let filled = |column: &Column| {
            let value = |place: &usize| self.known.get(*place)?.record.values.get(column.field);
            fresh.len() < MANY || fresh.iter().any(|place| value(place).is_some_and(|v| !v.is_null()))
        };
        let columns: Vec<&Column> = layout.columns.iter().filter(|c| filled(c)).collect();
        let quoted: Vec<String> = columns.iter().map(|c| c.quoted()).collect();
        let mut names = vec!["version"];
        if dated {
            names.extend(["id", "thread"]);
        }
        names.extend(quoted.iter().map(String::as_str));
        let mut rows = Vec::with_capacity(fresh.len());
        for (at, place) in fresh.iter().enumerate() {
            let Some(known) = self.known.get(*place) else { continue };
            let mut row = Vec::with_capacity(names.len());
            row.push(P::Int(1));
            if dated {
                row.push(numbers.get(at).map_or(P::Null, |id| P::Int(*id)));
                row.push(P::Int(known.record.thread));
            }
            row.extend(columns.iter().map(|c| layout.param(&known.record, c)));
            rows.push(row);
        }
        let ids = self.change.view.conn.insert(&layout.table, &names, &rows)?;
        drop(rows);
        let mut found = Vec::with_capacity(fresh.len());
        let search = object.fields.iter().any(|f| f.def.search);
        for (place, id) in fresh.iter().zip(ids) {
            let Some(known) = self.known.get_mut(*place) else { continue };
            known.record.id = id;
            known.record.version = 1;
            if !dated {
                known.record.thread = id;
            }
            lines.push(journal::Line {
                record: id,
                subject: known.record.reached(),
                deed: Deed::Create,
                changes: journal::changes(&object, None, Some(&known.record)),
            });
            if search {
                found.push((id, crate::search::words_of(&known.record)));
            }
            known.state = Waiting::Nothing;
            self.by_id.insert(id, *place);
            self.change.note(&known.record, Deed::Create);
            after.push((None, *place));
        }
        crate::search::index(self.change.view.conn, &object, &found)
    }

    /// The numbers of new slices. The first slice of a new thread gives it its own.
    fn number_threads(&mut self, fresh: &[usize]) -> Result<Vec<i64>> {
        let object = self.object.clone();
        let ids = self.change.view.conn.next_ids(object.def.kind.name(), object.def.table, fresh.len())?;
        let mut first_of: HashMap<Vec<Value>, i64> = HashMap::new();
        for (place, id) in fresh.iter().zip(&ids) {
            let Some(known) = self.known.get_mut(*place) else { continue };
            if known.record.thread == 0 {
                let thread = thread_of(&object, &known.record).into_owned();
                known.record.thread = *first_of.entry(thread).or_insert(*id);
            }
        }
        Ok(ids)
    }

    /// The columns that differ, of records that were there.
    fn write_changed(
        &mut self,
        changed: &[usize],
        lines: &mut Vec<journal::Line>,
        after: &mut Follows,
    ) -> Result<()> {
        let (object, layout) = (self.object.clone(), self.layout.clone());
        let search = object.fields.iter().any(|f| f.def.search);
        let mut found = Vec::new();
        for place in changed {
            let Some(known) = self.known.get_mut(*place) else { continue };
            let Some(old) = known.before.take() else { continue };
            known.record.version = old.version + 1;
            update_row(self.change.view.conn, &layout, &old, &known.record)?;
            lines.push(journal::Line {
                record: old.id,
                subject: known.record.reached(),
                deed: Deed::Update,
                changes: journal::changes(&object, Some(&old), Some(&known.record)),
            });
            if search {
                let words = crate::search::words_of(&known.record);
                if words != crate::search::words_of(&old) {
                    crate::search::remove(self.change.view.conn, &object, old.id)?;
                    found.push((old.id, words));
                }
            }
            known.state = Waiting::Nothing;
            self.change.view.titles.remove(&(object.def.id, known.record.thread));
            self.change.note(&known.record, Deed::Update);
            after.push((Some(old), *place));
        }
        if found.is_empty() { Ok(()) } else { crate::search::index(self.change.view.conn, &object, &found) }
    }
}
