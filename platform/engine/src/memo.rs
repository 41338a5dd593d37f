//! What was worked out of a tenant's data and holds until they change: the tree of units, how many people each has.
//!
//! Every change of a business object has its line in the journal, in the same transaction. So the last numbers of the
//! journals say which state of the data a transaction sees, also when another process wrote it, and what was worked out of
//! that state need not be worked out again.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::{Arc, PoisonError};

use talang_store::Cell;

use crate::error::Result;
use crate::tenant::Generations;
use crate::view::View;

/// So many things are remembered of a tenant.
const MOST: usize = 200;

/// A state of a tenant's data: generations of what is cached, and the last number of each journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Moment(Generations, Vec<i64>);

impl Moment {
    /// Of each kind of data the last number of the journal then and now; `None` where the changes in between are not all
    /// in the journal: the catalogue itself changed, or the journals are not those of before.
    pub(crate) fn journals_since(&self, before: &Moment) -> Option<Vec<(i64, i64)>> {
        let pairs = || before.1.iter().copied().zip(self.1.iter().copied());
        let same = self.0.catalogue == before.0.catalogue && self.1.len() == before.1.len();
        (same && pairs().all(|(then, now)| then <= now)).then(|| pairs().collect())
    }

    /// Whether this is a state after the other, of the same catalogue.
    pub(crate) fn is_later(&self, other: &Moment) -> bool {
        self.journals_since(other).is_some()
    }
}

/// What is remembered of one state.
#[derive(Default)]
pub(crate) struct Memo {
    moment: Option<Moment>,
    known: HashMap<u64, Arc<dyn Any + Send + Sync>>,
    hasher: RandomState,
}

impl<'c> View<'c> {
    /// What `work` makes of the data, or what it made of them before they changed.
    ///
    /// `key` must name everything else that it depends on: the day, the language, whom the scope reaches. Whether the scope
    /// may read it at all is to be asked before. A change under way remembers nothing: it may be undone.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn remembered<T: Any + Send + Sync>(
        &mut self,
        key: impl Hash,
        work: impl FnOnce(&mut View<'c>) -> Result<T>,
    ) -> Result<Arc<T>> {
        if self.writing {
            return Ok(Arc::new(work(self)?));
        }
        let moment = self.moment()?;
        let memo = &self.scope().tenant().memo;
        let slot = {
            let memo = memo.lock().unwrap_or_else(PoisonError::into_inner);
            let slot = memo.hasher.hash_one((TypeId::of::<T>(), key));
            let known = memo.known.get(&slot).filter(|_| memo.moment.as_ref() == Some(&moment)).cloned();
            if let Some(known) = known.and_then(|k| k.downcast::<T>().ok()) {
                return Ok(known);
            }
            slot
        };
        let made = Arc::new(work(self)?);
        let mut memo = memo.lock().unwrap_or_else(PoisonError::into_inner);
        if memo.moment.as_ref() != Some(&moment) || memo.known.len() >= MOST {
            memo.known.clear();
            memo.moment = Some(moment);
        }
        memo.known.insert(slot, made.clone());
        Ok(made)
    }

    /// The state of the data that this view sees: the same from its beginning to its end.
    pub(crate) fn moment(&mut self) -> Result<Moment> {
        if let Some(moment) = &self.moment {
            return Ok(moment.clone());
        }
        let last: Vec<String> =
            self.kinds().iter().map(|k| format!("(SELECT MAX(id) FROM {k}.journal)")).collect();
        let row = self.conn.query_one(&format!("SELECT {}", last.join(", ")), &[])?.unwrap_or_default();
        let moment = Moment(self.state.generations, row.iter().map(Cell::int).collect());
        self.moment = Some(moment.clone());
        Ok(moment)
    }

    /// The names of the kinds of data, in the order of a moment's journals.
    pub(crate) fn kinds(&self) -> Vec<&'static str> {
        self.scope().installation().store().options().kinds.iter().map(|k| k.name()).collect()
    }
}
