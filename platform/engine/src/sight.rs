//! Who saw whose sensitive data (A12): reading the private, financial or sensitive fields of somebody else is noted, once
//! per reader, person, object and kind of field in an hour, so that lists stay fast.
//!
//! A door that shows records tells [`View::saw`]. The page of one person is written to the log before the answer leaves
//! ([`flush_pressing`]); what lists show is written within a second, by the program's regular round and at its end. A
//! process that is killed loses at most that second of lists; it never loses the page of one person, nor an export, which
//! is an entry of its own before the first byte. Somebody who pages through a whole company is named
//! [`MOST_NAMED`] people of an object in an hour, then one entry says that there were more.

use std::collections::HashMap;
use std::sync::PoisonError;

use talang_catalogue::{Field, Object, ObjectDef, Privacy, Record, Subject, Value};

use crate::activity::{Activity, append};
use crate::error::Result;
use crate::installation::Installation;
use crate::query::{Page, Path, Step};
use crate::scope::Actor;
use crate::tenant::Tenant;
use crate::view::View;

/// People of one object who are named in an hour for one reader of lists.
pub const MOST_NAMED: usize = 500;
/// Entries that may wait; beyond them the next answer writes them before it leaves.
const MOST_WAITING: usize = 5_000;
const HOUR: i64 = 3_600_000_000;

/// The kinds of fields that are watched, in the order of their bits.
const WATCHED: [Privacy; 3] = [Privacy::Private, Privacy::Financial, Privacy::Sensitive];

/// Account, account acted for, object, person.
type Key = (i64, i64, u16, i64);

/// What was seen in a tenant in the present hour.
#[derive(Default)]
pub(crate) struct Sight {
    hour: i64,
    /// Bits of [`WATCHED`].
    seen: HashMap<Key, u8>,
    /// People named of lists, by account, account acted for, and object.
    named: HashMap<(i64, i64, u16), usize>,
    waiting: Vec<Activity>,
    pressing: bool,
}

fn bit(field: &Field) -> u8 {
    WATCHED.iter().position(|p| *p == field.privacy).map_or(0, |place| 1 << place)
}

/// The kinds of watched fields that an object has, as words: for the entry of an export.
pub fn watched<'f>(fields: impl Iterator<Item = &'f Field>) -> String {
    words(fields.fold(0, |all, field| all | bit(field)))
}

fn words(bits: u8) -> String {
    let names: Vec<&str> =
        WATCHED.iter().enumerate().filter(|(n, _)| bits & (1 << n) != 0).map(|(_, p)| p.name()).collect();
    names.join(", ")
}

impl View<'_> {
    /// Notes that records were shown to the scope's user: of each the fields that `shown` names, as far as they hold
    /// something that the user may read.
    pub fn saw<'r>(
        &mut self,
        object: &Object,
        records: impl IntoIterator<Item = &'r Record>,
        shown: impl Fn(&Field) -> bool,
    ) {
        let Actor::User { employee, .. } = &self.scope().actor else { return };
        let watched: Vec<(usize, u8)> = object
            .fields
            .iter()
            .map(|f| (f, bit(f)))
            .filter(|(f, bit)| *bit != 0 && shown(f))
            .map(|(f, bit)| (f.index, bit))
            .collect();
        if watched.is_empty() {
            return;
        }
        let own = self.scope().installation().registry().about_people(object.def);
        let mut found: Vec<(i64, i64, u8)> = Vec::new();
        for record in records {
            let Some(subject) = record.subject().filter(|s| !own || Some(*s) != *employee) else { continue };
            let holds = |index: usize| {
                !record.is_hidden(index) && !matches!(record.values.get(index), None | Some(Value::Null))
            };
            let bits = watched.iter().filter(|(i, _)| holds(*i)).fold(0, |all, (_, bit)| all | bit);
            if bits != 0 {
                found.push((subject, record.id, bits));
            }
        }
        self.note_seen(object.def, &found);
    }

    /// The same for columns of other objects on the way ([`Query::columns`]): of the person's own slices, or of the person
    /// that a reference names.
    pub fn saw_columns(&mut self, columns: &[Path], page: &Page) {
        for (place, path) in columns.iter().enumerate() {
            let Some(bits) = path.field().map(bit).filter(|bits| *bits != 0) else { continue };
            let mut found = Vec::new();
            for (record, row) in page.records.iter().zip(&page.columns) {
                let subject = match (&path.step, path.object.def.subject) {
                    (Some(Step::Reference(link)), Subject::Itself) => {
                        record.values.get(*link).and_then(Value::as_int)
                    }
                    _ => record.subject(),
                };
                let holds = row.get(place).is_some_and(|v| v.as_ref().is_some_and(|v| !v.is_null()));
                if let Some(subject) = subject.filter(|_| holds) {
                    found.push((subject, record.id, bits));
                }
            }
            self.note_seen(path.object.def, &found);
        }
    }

    /// The same for what the journal tells of a field.
    pub(crate) fn saw_change(&mut self, object: &Object, field: &Field, subject: Option<i64>, record: i64) {
        if let (Some(subject), 1..) = (subject, bit(field)) {
            self.note_seen(object.def, &[(subject, record, bit(field))]);
        }
    }

    /// Person, record and bits of what was seen.
    fn note_seen(&mut self, object: &ObjectDef, found: &[(i64, i64, u8)]) {
        let scope = self.scope();
        let Actor::User { id, employee, .. } = &scope.actor else { return };
        if found.is_empty() {
            return;
        }
        let single =
            found.iter().all(|(subject, ..)| found.first().is_some_and(|(first, ..)| first == subject));
        let behalf = scope.activity("view").on_behalf;
        let about = (*id, behalf.unwrap_or_default(), object.id);
        let now = scope.installation().clock().now();
        let mut guard = scope.tenant.sight.lock().unwrap_or_else(PoisonError::into_inner);
        let sight = &mut *guard;
        let hour = now.div_euclid(HOUR);
        if sight.hour != hour {
            sight.hour = hour;
            sight.seen.clear();
            sight.named.clear();
        }
        // Numbers of candidates are no numbers of employees.
        let own = scope.installation().registry().about_people(object);
        for (subject, record, bits) in found.iter().copied().filter(|(s, ..)| !own || Some(*s) != *employee) {
            let key = (about.0, about.1, about.2, subject);
            let known = sight.seen.get(&key).copied().unwrap_or_default();
            let fresh = bits & !known;
            if fresh == 0 {
                continue;
            }
            let entry = |detail: String| Activity { detail, ..scope.activity("view").on(object.name) };
            if single {
                sight.pressing = true;
            } else {
                let named = sight.named.entry(about).or_default();
                *named += 1;
                if *named > MOST_NAMED {
                    if *named == MOST_NAMED + 1 {
                        sight.waiting.push(entry(format!("> {MOST_NAMED}: {}", words(bits))));
                    }
                    continue;
                }
            }
            sight.seen.insert(key, known | bits);
            let told = entry(words(fresh));
            sight.waiting.push(Activity { subject: own.then_some(subject), record: Some(record), ..told });
        }
    }
}

/// Writes what waits in a tenant.
pub fn flush(installation: &Installation, tenant: &Tenant) -> Result<()> {
    // One at a time: whoever waits here knows afterwards that theirs is written too.
    let _writing = tenant.sight_writer.lock().unwrap_or_else(PoisonError::into_inner);
    let sight = || tenant.sight.lock().unwrap_or_else(PoisonError::into_inner);
    let waiting = std::mem::take(&mut sight().waiting);
    let written = match waiting.is_empty() {
        true => Ok(()),
        false => tenant.db().write(|conn| append(installation, tenant.id(), conn, &waiting)),
    };
    let mut sight = sight();
    if written.is_err() {
        let later = std::mem::replace(&mut sight.waiting, waiting);
        sight.waiting.extend(later);
    }
    sight.pressing = sight.pressing && !sight.waiting.is_empty();
    written
}

/// Writes what waits in a tenant if it must not wait: somebody's page was read, or too much has gathered. Doors call it
/// when an answer is made and before it leaves.
///
/// # Errors
/// Those of the store: what cannot be noted must not be shown.
pub fn flush_pressing(installation: &Installation, tenant: &Tenant) -> Result<()> {
    let due = {
        let sight = tenant.sight.lock().unwrap_or_else(PoisonError::into_inner);
        sight.pressing || sight.waiting.len() >= MOST_WAITING
    };
    if due { flush(installation, tenant) } else { Ok(()) }
}

/// Whether something waits, so that the tenant's handle must be kept.
pub(crate) fn waits(tenant: &Tenant) -> bool {
    !tenant.sight.lock().unwrap_or_else(PoisonError::into_inner).waiting.is_empty()
}
