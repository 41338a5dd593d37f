//! Totals of lists that follow the changes: who works with a large list while others edit it need not wait for a count of
//! everything anew.
//!
//! A total is counted when it is first asked for. When it is asked for again after a change, the row numbers that the query
//! finds are kept; from then on only the records that the journal names since are asked for again. What cannot be
//! followed so (a changed record that many others refer to, very many changes) is counted anew.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, PoisonError};

use talang_catalogue::{Object, Subject};
use talang_store::{Cell, IdSet, P};

use crate::error::Result;
use crate::journal;
use crate::memo::Moment;
use crate::query::Step;
use crate::sql::Piece;
use crate::view::View;

/// So many totals are kept of a tenant.
const MOST: usize = 64;
/// So many changes are followed; after more of them everything is counted.
const MOST_CHANGES: usize = 2_000;

/// The totals that are known of a tenant.
#[derive(Default)]
pub(crate) struct Counts {
    known: HashMap<u64, Arc<Total>>,
    hasher: RandomState,
}

struct Total {
    moment: Moment,
    rows: i64,
    /// The rows themselves, once the total was asked for after a change.
    ids: Option<IdSet>,
}

/// What changed since a moment, as far as a query is concerned.
enum Since {
    /// Nothing that the query looks at.
    Nothing,
    /// These records of the listed object, or what hangs on them.
    These(Vec<i64>),
    /// What cannot be followed.
    Much,
}

impl View<'_> {
    /// How many rows `body` (from `FROM` to the last condition) finds. `object` is listed, `joined` is what the statement
    /// looks at besides, all of it in the journal.
    pub(crate) fn total(
        &mut self,
        object: &Object,
        joined: &[(Arc<Object>, Step)],
        body: &Piece,
    ) -> Result<i64> {
        if self.writing {
            return self.count_rows(body);
        }
        let moment = self.moment()?;
        let counts = &self.scope().tenant().counts;
        let (slot, known) = {
            let counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
            let slot = counts.hasher.hash_one((object.def.id, &body.sql, &body.params));
            (slot, counts.known.get(&slot).cloned())
        };
        let total = match &known {
            Some(total) if total.moment == moment => return Ok(total.rows),
            Some(total) => match (self.since(&total.moment, &moment, object, joined)?, &total.ids) {
                (Since::Nothing, ids) => Total { moment, rows: total.rows, ids: ids.clone() },
                (Since::These(changed), Some(ids)) => {
                    let mut ids = ids.clone();
                    for id in &changed {
                        ids.remove(*id);
                    }
                    let mut some = Piece::new(body.sql.clone(), body.params.clone());
                    some.sql.push_str(" AND ");
                    some.push(Piece::new(self.dialect().any("t.id"), vec![P::Ints(changed)]));
                    ids.extend(&self.found(&some)?.1);
                    Total { moment, rows: i64::try_from(ids.len()).unwrap_or(i64::MAX), ids: Some(ids) }
                }
                (Since::These(_), None) => {
                    let (rows, ids) = self.found(body)?;
                    // A statement that finds a record twice is counted, not followed.
                    let ids = Some(ids).filter(|ids| i64::try_from(ids.len()) == Ok(rows));
                    Total { moment, rows, ids }
                }
                (Since::Much, _) => Total { moment, rows: self.count_rows(body)?, ids: None },
            },
            None => Total { moment, rows: self.count_rows(body)?, ids: None },
        };
        let rows = total.rows;
        let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.known.len() >= MOST && !counts.known.contains_key(&slot) {
            counts.known.clear();
        }
        counts.known.insert(slot, Arc::new(total));
        Ok(rows)
    }

    pub(crate) fn count_rows(&mut self, body: &Piece) -> Result<i64> {
        let row = self.conn.query_one(&format!("SELECT COUNT(*){}", body.sql), &body.params)?;
        Ok(row.and_then(|r| r.first().map(Cell::int)).unwrap_or_default())
    }

    /// How many rows, and which.
    fn found(&mut self, body: &Piece) -> Result<(i64, IdSet)> {
        let (mut rows, mut ids) = (0, IdSet::default());
        self.conn.query_each(&format!("SELECT t.id{}", body.sql), &body.params, &mut |row| {
            rows += 1;
            ids.insert(row.first().map_or(0, Cell::int));
            Ok(true)
        })?;
        Ok((rows, ids))
    }

    fn since(
        &mut self,
        before: &Moment,
        now: &Moment,
        object: &Object,
        joined: &[(Arc<Object>, Step)],
    ) -> Result<Since> {
        let Some(ranges) = now.journals_since(before) else { return Ok(Since::Much) };
        let mut changed = Vec::new();
        for (kind, (after, last)) in self.kinds().into_iter().zip(ranges) {
            if after == last {
                continue;
            }
            let sql = format!(
                "SELECT object, record, subject, action, changes FROM {kind}.journal WHERE id > ? ORDER BY id LIMIT ?"
            );
            let most = i64::try_from(MOST_CHANGES + 1).unwrap_or(i64::MAX);
            let lines = self.conn.query(&sql, &[P::Int(after), P::Int(most)])?;
            if lines.len() + changed.len() > MOST_CHANGES {
                return Ok(Since::Much);
            }
            for line in &lines {
                let [of, record, subject, deed, changes] = line.as_slice() else { return Ok(Since::Much) };
                if of.int() == i64::from(object.def.id) {
                    // The slices of a thread end where the next begins: a line may concern its neighbours.
                    if object.period.is_some() {
                        return Ok(Since::Much);
                    }
                    changed.push(record.int());
                }
                for (other, step) in joined.iter().filter(|(o, _)| i64::from(o.def.id) == of.int()) {
                    // A person's own slice hangs on that person alone; what others refer to may concern everybody.
                    let link = match step {
                        Step::Slice(link) if object.def.subject == Subject::Itself => Some(*link),
                        _ => None,
                    };
                    let own = link.filter(|l| other.reach == Some(*l)).and(subject.opt_int());
                    let moved = deed.text() != "create"
                        && deed.text() != "delete"
                        && journal::before(other, changes.text())
                            .iter()
                            .any(|(field, _)| Some(*field) == link);
                    match own.filter(|_| !moved) {
                        Some(person) => changed.push(person),
                        None => return Ok(Since::Much),
                    }
                }
            }
        }
        Ok(if changed.is_empty() { Since::Nothing } else { Since::These(changed) })
    }
}
