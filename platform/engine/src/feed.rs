//! The change feed (I10): what happened to records since a place that the reader kept, in the order in which it was
//! committed.
//!
//! The journal is the feed. One writer at a time writes a kind of data, and takes the number of a journal line while it
//! holds the pen: a number that can be read is greater than every number that could be read before, whatever transactions
//! were under way, and a reader who goes on after the last number that they were given misses nothing and gets nothing
//! twice. What the scope may not see today is not in it, changes of fields that it may not read neither.

use std::sync::Arc;

use talang_catalogue::{Fault, Kind, Object};
use talang_store::{Cell, P};

use crate::error::Result;
use crate::journal::{Deed, ENTRY, Entry};
use crate::view::View;

/// Most entries of one answer.
pub const MOST: usize = 1_000;

/// Journal lines that one answer looks at, at most: whoever sees few of them gets few, and goes on.
const LOOKED_AT: i64 = 20_000;
/// Lines that are read at once.
const AT_ONCE: i64 = 500;

/// A part of the feed.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// What happened, the earliest first.
    pub entries: Vec<Entry>,
    /// The place to go on after. It moves even where nothing is in the answer.
    pub last: i64,
    /// More may follow at once; else the reader has everything that was committed when the answer was made.
    pub more: bool,
}

impl View<'_> {
    /// The place of the last change of a kind of data: a reader who starts here is told of everything after it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn last_change(&mut self, kind: Kind) -> Result<i64> {
        let sql = format!("SELECT MAX(id) FROM {}.journal", kind.name());
        let row = self.system().query_one(&sql, &[])?;
        Ok(row.and_then(|r| r.first().and_then(Cell::opt_int)).unwrap_or_default())
    }

    /// One entry of the journal by its number, as far as the scope may read it today; nothing where it may not, or where no
    /// field that it may read changed.
    ///
    /// # Errors
    /// Those of the store.
    pub fn happened(&mut self, kind: Kind, seq: i64) -> Result<Option<Entry>> {
        let sql = format!("SELECT {ENTRY} FROM {}.journal j WHERE j.id = ?", kind.name());
        let Some(row) = self.system().query_one(&sql, &[P::Int(seq)])? else { return Ok(None) };
        let entry = self.entry(&row)?;
        Ok(entry.filter(|e| e.deed != Deed::Update || !e.changes.is_empty()))
    }

    /// The place after which the changes since a moment (microseconds since 1970) begin. Numbers and times of the journal
    /// grow together, so that a few looks at single lines find it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn place_before(&mut self, kind: Kind, moment: i64) -> Result<i64> {
        let (mut low, mut high) = (0, self.last_change(kind)?);
        let sql = format!("SELECT at FROM {}.journal WHERE id > ? ORDER BY id LIMIT 1", kind.name());
        // Everything up to `low` is earlier; the first line after `high` is not.
        while low < high {
            let middle = low + (high - low) / 2;
            let row = self.system().query_one(&sql, &[P::Int(middle)])?;
            match row.and_then(|r| r.first().map(Cell::int)) {
                Some(at) if at < moment => low = middle + 1,
                _ => high = middle,
            }
        }
        Ok(low)
    }

    /// What happened to records of these objects, all of one kind of data, after a place: at most `most` entries, and at
    /// most [`MOST`].
    ///
    /// A record that changes hands, from a person whose data the scope may read to one whose data it may not, is deleted
    /// for it, and the other way round created. A person who only leaves the scope's reach is in no entry: the record did
    /// not change.
    ///
    /// # Errors
    /// `cursor.invalid` for a place that is not reached yet: it comes from another tenant, or from before a restoration.
    pub fn changes(
        &mut self,
        kind: Kind,
        objects: &[Arc<Object>],
        after: i64,
        most: usize,
    ) -> Result<Changes> {
        let head = self.last_change(kind)?;
        if !(0..=head).contains(&after) {
            return Err(Fault::new("cursor.invalid").into());
        }
        let most = most.clamp(1, MOST);
        let wanted: Vec<i64> =
            objects.iter().filter(|o| o.def.kind == kind).map(|o| i64::from(o.def.id)).collect();
        let end = head.min(after.saturating_add(LOOKED_AT));
        let mut found = Changes { last: after, ..Changes::default() };
        // The sign keeps the index of records out: the numbers lead, and the lines come in their order.
        let sql = format!(
            "SELECT {ENTRY} FROM {}.journal j WHERE j.id > ? AND j.id <= ? AND {} ORDER BY j.id LIMIT ?",
            kind.name(),
            self.dialect().any("+j.object")
        );
        while found.last < end {
            let params = [P::Int(found.last), P::Int(end), P::Ints(wanted.clone()), P::Int(AT_ONCE)];
            let rows = self.system().query(&sql, &params)?;
            let whole = (rows.len() as i64) < AT_ONCE;
            for row in &rows {
                if found.entries.len() == most {
                    found.more = true;
                    return Ok(found);
                }
                let entry = self.entry(row)?;
                found.last = row.first().map_or(found.last, Cell::int);
                // A change of nothing that may be read is none.
                found.entries.extend(entry.filter(|e| e.deed != Deed::Update || !e.changes.is_empty()));
            }
            if whole {
                found.last = end;
            }
        }
        found.more = found.last < head;
        Ok(found)
    }
}
