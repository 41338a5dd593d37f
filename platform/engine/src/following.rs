//! What was worked out of many records and follows their changes: an index over all candidates that is there while people
//! work on.
//!
//! Like what is remembered ([`View::remembered`]) it belongs to a state of the data, which the last numbers of the journals
//! tell. Unlike that, it rests on a few objects only: a later state in which none of their records changed keeps it, and one
//! in which some did hands over which, so that those alone are read again.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use talang_catalogue::Object;
use talang_store::P;

use crate::error::Result;
use crate::memo::Moment;
use crate::query::{Path, Query};
use crate::sql::{Compiler, Piece};
use crate::view::{View, path_value};
use talang_catalogue::Value;

/// So many changed records are followed; after more of them everything is worked out anew.
const MOST_CHANGES: usize = 5_000;
/// So many things are kept of a tenant.
const MOST: usize = 200;

/// Records that changed since something was worked out.
#[derive(Clone, Debug)]
pub struct Changed {
    /// Their object.
    pub object: Arc<Object>,
    /// Number of the record; it may be gone.
    pub record: i64,
    /// Whose data it is, where it is somebody's.
    pub subject: Option<i64>,
}

struct Kept {
    moment: Moment,
    /// The clock's day on which it was worked out: much depends on the day, so that each begins anew.
    day: Date,
    value: Arc<dyn Any + Send + Sync>,
}

/// What is kept of a tenant. Each has a lock of its own: whoever comes while it is being worked out waits instead of
/// working it out a second time.
#[derive(Default)]
pub(crate) struct Following {
    slots: HashMap<u64, (Arc<Mutex<Option<Kept>>>, u64)>,
    /// Grows with each use: what was used longest ago goes first.
    used: u64,
    hasher: RandomState,
}

impl Following {
    fn slot(&mut self, slot: u64) -> Arc<Mutex<Option<Kept>>> {
        self.used += 1;
        if self.slots.len() >= MOST
            && !self.slots.contains_key(&slot)
            && let Some(oldest) = self.slots.iter().min_by_key(|(_, (_, used))| *used).map(|(slot, _)| *slot)
        {
            self.slots.remove(&oldest);
        }
        let (kept, used) = self.slots.entry(slot).or_default();
        *used = self.used;
        kept.clone()
    }
}

impl<'c> View<'c> {
    /// What `work` makes of records of `objects`. It gets what it made before, and which records changed since; or nothing,
    /// when it has to begin anew.
    ///
    /// `key` must name everything else on which it depends, the scope's rights among them. A change under way keeps nothing:
    /// it may be undone. Whoever still sees an earlier state than somebody else before gets the later one.
    ///
    /// # Errors
    /// `object.unknown`, and those of `work`.
    pub fn followed<T: Any + Send + Sync>(
        &mut self,
        objects: &[&str],
        key: impl Hash,
        work: impl FnOnce(&mut View<'c>, Option<(Arc<T>, Vec<Changed>)>) -> Result<T>,
    ) -> Result<Arc<T>> {
        if self.writing {
            return Ok(Arc::new(work(self, None)?));
        }
        let slot = {
            let mut following =
                self.scope().tenant().following.lock().unwrap_or_else(PoisonError::into_inner);
            let slot = following.hasher.hash_one((TypeId::of::<T>(), key));
            following.slot(slot)
        };
        let mut kept = slot.lock().unwrap_or_else(PoisonError::into_inner);
        let moment = self.moment()?;
        let day = self.scope().installation().clock().today();
        let known = match kept.take().filter(|kept| kept.day == day) {
            Some(Kept { moment: before, value, .. }) => match value.downcast::<T>() {
                Ok(value) if before == moment || before.is_later(&moment) => {
                    *kept = Some(Kept { moment: before, day, value: value.clone() });
                    return Ok(value);
                }
                Ok(value) => self.changed_since(&before, &moment, objects)?.map(|changed| (value, changed)),
                Err(_) => None,
            },
            None => None,
        };
        let value = match known {
            Some((value, changed)) if changed.is_empty() => value,
            known => Arc::new(work(self, known)?),
        };
        *kept = Some(Kept { moment, day, value: value.clone() });
        Ok(value)
    }

    /// Which records of the objects changed between two states; `None` where that cannot be told, or is too much.
    fn changed_since(
        &mut self,
        before: &Moment,
        now: &Moment,
        objects: &[&str],
    ) -> Result<Option<Vec<Changed>>> {
        let Some(ranges) = now.journals_since(before) else { return Ok(None) };
        let objects: Vec<Arc<Object>> =
            objects.iter().map(|name| self.object(name)).collect::<Result<_>>()?;
        let mut out = Vec::new();
        for (kind, (after, last)) in self.kinds().into_iter().zip(ranges) {
            let of: Vec<i64> =
                objects.iter().filter(|o| o.def.kind.name() == kind).map(|o| i64::from(o.def.id)).collect();
            if after == last || of.is_empty() {
                continue;
            }
            // By the journal's order alone: an index by object would lead through all of its past.
            let sql = format!(
                "SELECT object, record, subject, changes FROM {kind}.journal WHERE id > ? ORDER BY id"
            );
            let mut seen = std::collections::HashSet::new();
            self.conn.query_each(&sql, &[P::Int(after)], &mut |row| {
                let [number, record, subject, changes] = row.as_slice() else { return Ok(true) };
                let (number, record, subject) = (number.int(), record.int(), subject.opt_int());
                let Some(object) = objects.iter().find(|o| i64::from(o.def.id) == number) else {
                    return Ok(true);
                };
                // What moved from one person to another concerns both.
                let former = crate::journal::former_subject(object, changes.text()).flatten();
                for whose in [Some(subject), former.map(Some)].into_iter().flatten() {
                    if of.contains(&number) && seen.insert((number, record, whose)) {
                        out.push(Changed { object: object.clone(), record, subject: whose });
                    }
                }
                Ok(out.len() <= MOST_CHANGES)
            })?;
            if out.len() > MOST_CHANGES {
                return Ok(None);
            }
        }
        Ok(Some(out))
    }

    /// Hands over some fields of every record that a query finds, with the record's number, and makes no records of them:
    /// for what reads millions. What the scope may not read is [`Value::Null`].
    ///
    /// # Errors
    /// `field.unknown`, those of the store and of `work`.
    pub fn scan(
        &mut self,
        object: &Arc<Object>,
        fields: &[&str],
        query: &Query,
        work: &mut dyn FnMut(i64, &[Value]) -> Result<()>,
    ) -> Result<()> {
        let catalogue = self.catalogue();
        let paths: Vec<Path> = fields
            .iter()
            .map(|f| Path::parse(&catalogue, object, f))
            .collect::<std::result::Result<_, _>>()?;
        let mut compiler = Compiler::new(self, object.clone(), query.as_of);
        let columns = compiler.columns(&paths)?;
        let body = compiler.from_where(query)?;
        let mut statement = Piece::new("SELECT t.id", Vec::new());
        for (column, guard) in columns {
            match guard {
                None => statement.sql.push_str(&format!(", {column}")),
                Some(guard) => {
                    statement.sql.push_str(&format!(", CASE WHEN {} THEN {column} END", guard.sql));
                    statement.params.extend(guard.params);
                }
            }
        }
        statement.push(body);
        let mut values = Vec::with_capacity(paths.len());
        let mut failed = None;
        self.conn.query_each(&statement.sql, &statement.params, &mut |row| {
            values.clear();
            values.extend(paths.iter().zip(row.iter().skip(1)).map(|(path, cell)| path_value(path, cell)));
            match work(row.first().map_or(0, talang_store::Cell::int), &values) {
                Ok(()) => Ok(true),
                Err(error) => {
                    failed = Some(error);
                    Ok(false)
                }
            }
        })?;
        failed.map_or(Ok(()), Err)
    }
}
