//! How drafts become records: references, rights, rules, slices, uniqueness; then rows, journal and search at once.
//!
//! Drafts are worked off in batches. What exists already is read with one query a batch, new rows are kept back and
//! written together, and every check sees them as if they were written.

pub(crate) mod follow;
pub(crate) mod numbering;
pub(crate) mod writing;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;
use talang_catalogue::object::GENERAL;
use talang_catalogue::{Fault, FieldType, Object, Record, Subject, Value, types};
use talang_store::layout::sql_column;
use talang_store::{Layout, P};

use crate::change::{Change, Draft, Mode, Outcome, Saved};
use crate::error::{Error, Result};
use crate::objects::access_policy::Population;
use crate::rights::{Action, Who};

type Faults = Vec<Fault>;
type Answer = std::result::Result<Saved, Faults>;

/// Maps of a batch: small, short-lived, and seeded anew each time.
type Map<K, V> = HashMap<K, V, RandomState>;
type Set<T> = HashSet<T, RandomState>;

/// Drafts worked off at once.
const BATCH: usize = 500;

/// A row that the batch knows: stored, or waiting to be.
struct Known {
    record: Record,
    /// As it is stored, once it was changed in this batch.
    before: Option<Record>,
    state: Waiting,
}

/// What is still to be written of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Waiting {
    Nothing,
    New,
    Changed,
}

impl Known {
    fn stored(record: Record) -> Known {
        Known { record, before: None, state: Waiting::Nothing }
    }

    /// The record, to be changed: what is stored is kept for the journal.
    fn change(&mut self) -> &mut Record {
        if self.state == Waiting::Nothing {
            self.before = Some(self.record.clone());
            self.state = Waiting::Changed;
        }
        &mut self.record
    }
}

struct Batch<'a, 'c> {
    change: &'a mut Change<'c>,
    object: Arc<Object>,
    layout: Arc<Layout>,
    known: Vec<Known>,
    by_thread: Map<Vec<Value>, Vec<usize>>,
    by_id: Map<i64, usize>,
    /// Records from which fields of the drafts follow.
    followed: Map<(u16, i64), Record>,
    /// Unique fields beside the key, with the values that are taken as far as the batch asks.
    unique: Vec<(usize, Set<Value>)>,
    access: Access,
    /// Waiting rows and the answers that wait for their numbers.
    waiting: Vec<(usize, usize)>,
}

/// What the scope may do with the object, asked once a batch.
struct Access {
    create: Who,
    read: Who,
    update: HashMap<String, Who>,
    /// By group of fields other than the general one: whose new records may be given values of it.
    fill: HashMap<String, Who>,
    /// By group of fields.
    see: HashMap<String, Who>,
    /// Every group of everybody may be read.
    see_all: bool,
}

pub(crate) fn save_all(
    change: &mut Change<'_>,
    object: &Arc<Object>,
    mode: Mode,
    drafts: Vec<Draft>,
) -> Result<Vec<Answer>> {
    let mut answers = Vec::with_capacity(drafts.len());
    let mut rest = drafts;
    while !rest.is_empty() {
        let later = rest.split_off(rest.len().min(BATCH));
        let now = std::mem::replace(&mut rest, later);
        answers.extend(save_batch(change, object, mode, now)?);
    }
    Ok(answers)
}

fn save_batch(
    change: &mut Change<'_>,
    object: &Arc<Object>,
    mode: Mode,
    mut drafts: Vec<Draft>,
) -> Result<Vec<Answer>> {
    if mode == Mode::Insert {
        numbering::number(change, object, &mut drafts)?;
    }
    let mut batch = Batch::new(change, object, &drafts, mode)?;
    let mut answers: Vec<Answer> = Vec::with_capacity(drafts.len());
    for (place, draft) in drafts.into_iter().enumerate() {
        let answer = match batch.prepare(draft) {
            Ok(draft) => batch.apply(mode, draft, place),
            Err(error) => Err(error),
        };
        answers.push(match answer {
            Ok(saved) => Ok(saved),
            Err(Error::Faults(faults)) => Err(faults),
            Err(other) => return Err(other),
        });
    }
    batch.flush(&mut answers)?;
    Ok(answers)
}

impl<'a, 'c> Batch<'a, 'c> {
    fn new(
        change: &'a mut Change<'c>,
        object: &Arc<Object>,
        drafts: &[Draft],
        mode: Mode,
    ) -> Result<Batch<'a, 'c>> {
        let layout = change.layout(object)?;
        let create = change.who(object, GENERAL, Action::Create)?;
        let read = change.who(object, GENERAL, Action::Read)?;
        let (mut update, mut see, mut fill) = (HashMap::new(), HashMap::new(), HashMap::new());
        for group in object.groups.clone() {
            let who = change.who(object, &group, Action::Update)?;
            fill.insert(group.to_string(), change.who(object, &group, Action::Create)?);
            update.insert(group.to_string(), who);
            see.insert(group.to_string(), change.who(object, &group, Action::Read)?);
        }
        let unique = object
            .fields
            .iter()
            .filter(|f| f.def.unique && object.key != [f.index])
            .map(|f| (f.index, Set::with_capacity_and_hasher(drafts.len(), RandomState::default())))
            .collect();
        let mut batch = Batch {
            change,
            object: object.clone(),
            layout,
            known: Vec::with_capacity(drafts.len()),
            by_thread: Map::with_capacity_and_hasher(drafts.len(), RandomState::default()),
            by_id: Map::with_capacity_and_hasher(drafts.len(), RandomState::default()),
            followed: Map::default(),
            unique,
            access: Access {
                see_all: see.values().all(|w| matches!(w, Who::Everyone)),
                create,
                read,
                update,
                fill,
                see,
            },
            waiting: Vec::new(),
        };
        batch.load_references(drafts)?;
        match mode {
            // A slice is fitted in between its neighbours.
            Mode::Update { id, .. } if object.period.is_some() => {
                let thread =
                    format!("t.thread = (SELECT s.thread FROM {} s WHERE s.id = ?)", batch.layout.table);
                batch.load(&thread, vec![P::Int(id)])?;
            }
            Mode::Update { id, .. } => batch.load("t.id = ?", vec![P::Int(id)])?,
            Mode::Insert | Mode::Upsert => batch.load_existing(drafts)?,
        }
        batch.load_unique(drafts)?;
        Ok(batch)
    }

    /// Resolves the key texts of all references with one query per referred object.
    fn load_references(&mut self, drafts: &[Draft]) -> Result<()> {
        let object = self.object.clone();
        for field in &object.fields {
            let FieldType::Reference(target) = &field.ty else { continue };
            let target = self.change.object(target)?;
            let [only] = target.thread.as_slice() else { continue };
            let Some(key) = target.fields.get(*only).filter(|f| !matches!(f.ty, FieldType::Reference(_)))
            else {
                continue;
            };
            let mut keys: HashSet<&str> = HashSet::new();
            for value in drafts.iter().filter_map(|d| d.get(field.index)) {
                if let Value::Text(text) = value
                    && !self.change.resolved.contains_key(&(target.def.id, text.clone()))
                {
                    keys.insert(text);
                }
            }
            if keys.len() < 2 {
                continue;
            }
            let column = sql_column(key);
            let id = if target.period.is_some() { "thread" } else { "id" };
            let list: Vec<String> = keys.iter().map(|k| k.to_string()).collect();
            let sql = format!(
                "SELECT t.{id}, t.{column} FROM {} t WHERE {}",
                target.table_name(),
                self.change.dialect().any(&format!("t.{column}"))
            );
            let who = self.change.who(&target, GENERAL, Action::Read)?;
            for row in self.change.conn.query(&sql, &[P::Texts(list)])? {
                let [id, key] = row.as_slice() else { continue };
                let visible = match (&who, target.def.reach()) {
                    (Who::Some(set), Subject::Itself) => set.contains(id.int()),
                    (Who::Some(_) | Who::Staff | Who::Nobody, Subject::Field(_)) => continue,
                    (Who::Nobody, Subject::Itself) => false,
                    _ => true,
                };
                if visible {
                    self.change.resolved.insert((target.def.id, key.text().to_string()), Some(id.int()));
                }
            }
        }
        Ok(())
    }

    /// Reads what is stored under the drafts' threads: all rows that share the first part of a key.
    fn load_existing(&mut self, drafts: &[Draft]) -> Result<()> {
        let object = self.object.clone();
        let Some(first) = object.thread.first().and_then(|i| object.fields.get(*i)) else { return Ok(()) };
        let column = format!("t.{}", sql_column(first));
        let (mut ints, mut texts): (Set<i64>, Set<String>) = (Set::default(), Set::default());
        for draft in drafts {
            let Some(value) = draft.get(first.index) else { continue };
            let value = match &first.ty {
                FieldType::Reference(target) => match value {
                    Value::Text(key) => self.change.resolve(target, key)?.map_or(Value::Null, Value::Int),
                    other => other.clone(),
                },
                _ => types::normalise(first, value.clone()),
            };
            match value {
                Value::Int(n) => {
                    ints.insert(n);
                }
                Value::Text(s) => {
                    texts.insert(s);
                }
                _ => {}
            }
        }
        let condition = self.change.dialect().any(&column);
        if !ints.is_empty() {
            self.load(&condition, vec![P::Ints(ints.into_iter().collect())])?;
        }
        if !texts.is_empty() {
            self.load(&condition, vec![P::Texts(texts.into_iter().collect())])?;
        }
        Ok(())
    }

    fn load(&mut self, condition: &str, params: Vec<P<'static>>) -> Result<()> {
        let sql = format!("SELECT {} FROM {} t WHERE {condition}", self.layout.select, self.layout.table);
        let rows = self.change.conn.query(&sql, &params)?;
        for row in rows {
            let record = self.layout.read(row);
            if !self.by_id.contains_key(&record.id) {
                self.add(Known::stored(record));
            }
        }
        Ok(())
    }

    fn add(&mut self, known: Known) -> usize {
        let place = self.known.len();
        let thread = thread_of(&self.object, &known.record);
        match self.by_thread.get_mut(&*thread) {
            Some(rows) => rows.push(place),
            None => {
                self.by_thread.insert(thread.into_owned(), vec![place]);
            }
        }
        if known.record.id != 0 {
            self.by_id.insert(known.record.id, place);
        }
        self.known.push(known);
        place
    }

    /// Which of the drafts' values for unique fields are taken. Those that known records hold are known to be.
    fn load_unique(&mut self, drafts: &[Draft]) -> Result<()> {
        for index in self.unique.iter().map(|(index, _)| *index).collect::<Vec<_>>() {
            let Some(field) = self.object.fields.get(index).cloned() else { continue };
            let held: Set<&Value> =
                self.known.iter().filter_map(|known| known.record.values.get(index)).collect();
            let mut texts = Vec::new();
            let mut ints = Vec::new();
            for value in drafts.iter().filter_map(|d| d.get(index)) {
                let value = match (&field.ty, types::normalise(&field, value.clone())) {
                    // One that leads nowhere is refused later, and takes nothing.
                    (FieldType::Reference(target), Value::Text(key)) => {
                        self.change.resolve(target, &key)?.map_or(Value::Null, Value::Int)
                    }
                    (_, value) => value,
                };
                if held.contains(&value) {
                    continue;
                }
                match value {
                    Value::Text(s) => texts.push(s),
                    Value::Int(n) => ints.push(n),
                    _ => {}
                }
            }
            drop(held);
            if texts.is_empty() && ints.is_empty() {
                continue;
            }
            let column = format!("t.{}", sql_column(&field));
            let param = if texts.is_empty() { P::Ints(ints) } else { P::Texts(texts) };
            self.load(&self.change.dialect().any(&column), vec![param])?;
        }
        for (index, taken) in &mut self.unique {
            let values = self.known.iter().filter_map(|known| known.record.values.get(*index));
            taken.extend(values.filter(|v| !v.is_null()).cloned());
        }
        Ok(())
    }

    /// Normalises and checks every value and resolves every reference of a draft; tells all that is wrong at once.
    fn prepare(&mut self, draft: Draft) -> Result<Draft> {
        let object = self.object.clone();
        let catalogue = self.change.state.catalogue.clone();
        let mut faults = Vec::new();
        let mut out = Draft { values: Vec::with_capacity(draft.values.len()) };
        for (index, value) in draft.values {
            let Some(field) = object.fields.get(index) else { continue };
            let value = match (&field.ty, value) {
                (FieldType::Reference(target), Value::Text(key)) => match self.reference(target, &key)? {
                    Some(id) => Value::Int(id),
                    None => {
                        faults.push(unknown_reference(field.name.as_ref(), target, &key));
                        continue;
                    }
                },
                (FieldType::Reference(target), Value::Int(id)) => {
                    let target = self.change.object(target)?;
                    if self.reference_exists(&target, id)? {
                        Value::Int(id)
                    } else {
                        faults.push(unknown_reference(field.name.as_ref(), target.def.name, &id.to_string()));
                        continue;
                    }
                }
                (FieldType::References(target), Value::Text(keys)) => {
                    let mut ids = Vec::new();
                    for key in keys.split(',').map(str::trim).filter(|k| !k.is_empty()) {
                        match self.reference(target, key)? {
                            Some(id) => ids.push(id),
                            None => faults.push(unknown_reference(field.name.as_ref(), target, key)),
                        }
                    }
                    if ids.is_empty() { Value::Null } else { Value::Refs(ids) }
                }
                (FieldType::References(target), Value::Refs(ids)) => {
                    let target = self.change.object(target)?;
                    for id in &ids {
                        if !self.reference_exists(&target, *id)? {
                            faults.push(unknown_reference(
                                field.name.as_ref(),
                                target.def.name,
                                &id.to_string(),
                            ));
                        }
                    }
                    if ids.is_empty() { Value::Null } else { Value::Refs(ids) }
                }
                (FieldType::Translated, Value::Texts(texts)) => {
                    // An empty text stays until it has removed its language from the record.
                    let gone: Vec<String> =
                        texts.iter().filter(|(_, t)| t.trim().is_empty()).map(|(l, _)| l.clone()).collect();
                    match (types::normalise(field, Value::Texts(texts)), gone.is_empty()) {
                        (value, true) => value,
                        (value, false) => {
                            let mut texts =
                                if let Value::Texts(kept) = value { kept } else { Default::default() };
                            texts.extend(gone.into_iter().map(|l| (l, String::new())));
                            Value::Texts(texts)
                        }
                    }
                }
                (_, value) => types::normalise(field, value),
            };
            if !value.is_null()
                && let Err(fault) = types::check(field, &value, &catalogue)
            {
                faults.push(fault.on(field.name.as_ref()));
                continue;
            }
            out.values.push((index, value));
        }
        if faults.is_empty() { Ok(out) } else { Err(faults.into()) }
    }

    /// A reference by key; what waits in this batch is written first if it may be meant.
    fn reference(&mut self, target: &str, key: &str) -> Result<Option<i64>> {
        if let Some(id) = self.change.resolve(target, key)? {
            return Ok(Some(id));
        }
        let waits = target == self.object.def.name && !self.waiting.is_empty();
        let named = waits
            && self.waiting.iter().any(|(place, _)| {
                self.known.get(*place).is_some_and(|k| {
                    self.object.thread.first().and_then(|i| k.record.values.get(*i)).and_then(Value::as_text)
                        == Some(key.split('|').next().unwrap_or(key))
                })
            });
        if !named {
            return Ok(None);
        }
        self.write_waiting()?;
        let object = self.object.clone();
        self.change.resolved.remove(&(object.def.id, key.to_string()));
        self.change.resolve(target, key)
    }

    fn reference_exists(&mut self, target: &Arc<Object>, id: i64) -> Result<bool> {
        let column = if target.period.is_some() { "thread" } else { "id" };
        let sql = format!("SELECT 1 FROM {} WHERE {column} = ? LIMIT 1", target.table_name());
        if self.change.conn.query_one(&sql, &[P::Int(id)])?.is_none() {
            return Ok(false);
        }
        if target.personal() { self.change.sees(target, id) } else { Ok(true) }
    }

    /// Makes or changes a record in the batch.
    fn apply(&mut self, mode: Mode, draft: Draft, place: usize) -> Result<Saved> {
        let existing = self.existing(mode, &draft)?;
        match existing {
            Some(at) => self.update(mode, at, draft),
            None => match mode {
                Mode::Update { .. } => Err(crate::view::not_found(&self.object)),
                _ => self.insert(draft, place),
            },
        }
    }

    /// The row that a draft means.
    fn existing(&self, mode: Mode, draft: &Draft) -> Result<Option<usize>> {
        if let Mode::Update { id, .. } = mode {
            return Ok(self.by_id.get(&id).copied());
        }
        let mut faults = Vec::new();
        let mut thread = Vec::with_capacity(self.object.thread.len());
        for index in &self.object.thread {
            let field = self.object.fields.get(*index);
            match draft.get(*index).filter(|v| !v.is_null()) {
                Some(value) => thread.push(value.clone()),
                // A part of the key that has a default may be left out.
                None => match field.and_then(|f| f.default.as_ref().map(|_| f)) {
                    Some(field) => thread.push(types::default(field).unwrap_or_default()),
                    None if field.is_some_and(|f| !f.mandatory) => thread.push(Value::Null),
                    None => {
                        let name = field.map(|f| f.name.to_string()).unwrap_or_default();
                        faults.push(Fault::new("key.missing").on(name.clone()).with("fields", name));
                    }
                },
            }
        }
        if !faults.is_empty() {
            return Err(faults.into());
        }
        let Some(rows) = self.by_thread.get(&thread) else { return Ok(None) };
        let Some((start, end)) = self.object.period else { return Ok(rows.last().copied()) };
        let at = |place: &usize, index: usize| {
            self.known.get(*place).and_then(|k| k.record.values.get(index)).and_then(Value::as_int)
        };
        match draft.get(start).and_then(Value::as_int) {
            Some(day) => Ok(rows.iter().copied().find(|place| at(place, start) == Some(day))),
            // Without a start the line speaks of the slice of the scope's day, else of the latest one.
            None => {
                let day = talang_catalogue::value::days_of_date(self.change.scope().as_of);
                let today = rows
                    .iter()
                    .copied()
                    .find(|p| at(p, start).is_some_and(|s| s <= day) && at(p, end).is_none_or(|e| e >= day));
                Ok(today.or_else(|| rows.iter().copied().max_by_key(|p| at(p, start))))
            }
        }
    }

    fn update(&mut self, mode: Mode, at: usize, draft: Draft) -> Result<Saved> {
        let object = self.object.clone();
        let Some(known) = self.known.get(at) else { return Err(crate::view::not_found(&object)) };
        let old = &known.record;
        let reached = if object.def.reach() == Subject::Itself && old.id == 0 { None } else { old.reached() };
        let new_in_batch = old.id == 0;
        let closed = matches!(self.access.read, Who::Staff) && Population::of(old) == Population::Candidates;
        if !new_in_batch && (closed || !visible(&self.access.read, &object, reached)) {
            // Somebody else's record: it does not exist, and its key cannot be taken either.
            return Err(match mode {
                Mode::Update { .. } => crate::view::not_found(&object),
                _ => Fault::new("right.missing")
                    .with("action", "update")
                    .with("object", object.def.name)
                    .into(),
            });
        }
        match mode {
            Mode::Insert => {
                return Err(Fault::new("record.exists").with("key", key_text(&object, old)).into());
            }
            Mode::Update { version: Some(version), .. } if version != old.version => {
                return Err(Fault::new("record.changed").into());
            }
            _ => {}
        }
        // Most lines of a full file change nothing (I7): they cost no copy of the record.
        let same = |(index, value): &(usize, Value)| match old.values.get(*index) {
            Some(slot) if matches!(value, Value::Texts(_)) => merge_texts(slot, value.clone()) == *slot,
            slot => slot == Some(value),
        };
        if self.access.see_all && draft.values.iter().all(same) {
            return Ok(Saved { id: old.id, thread: old.thread, outcome: Outcome::Unchanged });
        }
        let old = old.clone();
        let mut faults = Vec::new();
        let mut new = old.clone();
        for (index, value) in draft.values {
            let (Some(field), Some(slot)) = (object.fields.get(index), new.values.get_mut(index)) else {
                continue;
            };
            // A translated text in one language leaves the others as they are.
            let value = merge_texts(slot, value);
            let who = self.access.update.get(field.group.as_ref());
            let name = field.name.as_ref();
            if *slot == value {
                // Silence about a guess that is right would tell what may not be read.
                let seen =
                    self.access.see.get(field.group.as_ref()).is_some_and(|w| visible(w, &object, reached));
                if !new_in_batch && !seen && !who.is_some_and(|w| visible(w, &object, reached)) {
                    faults.push(Fault::new("field.not_permitted").on(name));
                }
                continue;
            }
            if !new_in_batch && !who.is_some_and(|w| visible(w, &object, reached)) {
                faults.push(Fault::new("field.not_permitted").on(name));
            } else if field.read_only && self.by_hand() {
                faults.push(Fault::new("field.read_only").on(name));
            } else if field.fixed || self.object.thread.contains(&index) {
                faults.push(Fault::new("field.fixed").on(name));
            }
            *slot = value;
        }
        if !faults.is_empty() {
            return Err(faults.into());
        }
        let unchanged = Saved { id: old.id, thread: old.thread, outcome: Outcome::Unchanged };
        if new.values == old.values {
            return Ok(unchanged);
        }
        // A record cannot be moved to where the scope does not reach.
        if new.reached() != old.reached() && !visible(&self.access.create, &object, new.reached()) {
            return Err(Fault::new("right.missing")
                .with("action", "update")
                .with("object", object.def.name)
                .into());
        }
        self.complete(Some(&old), &mut new)?;
        self.fit_slices(&mut new, Some(at))?;
        for (index, taken) in &mut self.unique {
            let (before, after) = (old.values.get(*index), new.values.get(*index));
            if before != after {
                if let Some(value) = before {
                    taken.remove(value);
                }
                taken.extend(after.filter(|v| !v.is_null()).cloned());
            }
        }
        if new.values == old.values {
            return Ok(unchanged);
        }
        if let Some(known) = self.known.get_mut(at) {
            *known.change() = new;
        }
        Ok(Saved { outcome: Outcome::Updated, ..unchanged })
    }

    fn insert(&mut self, draft: Draft, place: usize) -> Result<Saved> {
        let object = self.object.clone();
        let mut new = Record::new(object.clone());
        let mut faults = Vec::new();
        let mut guarded = Vec::new();
        for (index, value) in draft.values {
            if let Some(slot) = new.values.get_mut(index) {
                *slot = merge_texts(slot, value);
                if !slot.is_null() && object.fields.get(index).is_some_and(|f| f.group != GENERAL) {
                    guarded.push(index);
                }
            }
            if let Some(field) = object.fields.get(index)
                && field.read_only
                && field.follows.is_none()
                && self.by_hand()
                && new.values.get(index).is_some_and(|v| !v.is_null())
            {
                faults.push(Fault::new("field.read_only").on(field.name.as_ref()));
            }
        }
        for field in &object.fields {
            if let Some(slot) = new.values.get_mut(field.index).filter(|v| v.is_null())
                && field.default.is_some()
            {
                *slot = types::default(field).unwrap_or_default();
            }
        }
        if let Some((start, _)) = object.period
            && let Some(slot) = new.values.get_mut(start).filter(|v| v.is_null())
        {
            *slot = Value::from(self.change.scope().as_of);
        }
        self.follow(&mut new, &mut faults)?;
        let allowed = match object.def.reach() {
            // A new person is nobody's yet: whoever may create at all beyond themselves and their team may.
            Subject::Itself => {
                let extents = self.change.rights().on(&object, Action::Create);
                self.unclaimed(&new, extents)
            }
            _ => visible(&self.access.create, &object, new.reached()),
        };
        if allowed {
            // Whoever makes a record fills in only what they could change in it; defaults are nobody's doing.
            for field in guarded.into_iter().filter_map(|i| object.fields.get(i)) {
                let default = field.default.as_ref().map(|_| types::default(field).unwrap_or_default());
                if new.values.get(field.index) != default.as_ref() && !self.may_fill(&new, &field.group) {
                    faults.push(Fault::new("field.not_permitted").on(field.name.as_ref()));
                }
            }
        }
        if !allowed {
            faults.push(Fault::new("right.missing").with("action", "create").with("object", object.def.name));
        }
        if !faults.is_empty() {
            return Err(faults.into());
        }
        self.complete(None, &mut new)?;
        self.fit_slices(&mut new, None)?;
        for (index, taken) in &mut self.unique {
            taken.extend(new.values.get(*index).filter(|v| !v.is_null()).cloned());
        }
        if let Some(rows) = self.by_thread.get(&*thread_of(&object, &new))
            && let Some(first) = rows.first().and_then(|p| self.known.get(*p))
        {
            new.thread = first.record.thread;
        }
        let at = self.add(Known { record: new, before: None, state: Waiting::New });
        self.waiting.push((at, place));
        Ok(Saved { id: 0, thread: 0, outcome: Outcome::Created })
    }

    /// Whether an extent reaches a new record by which others will be reached, and which is nobody's yet.
    fn unclaimed(&self, new: &Record, extents: crate::Extents) -> bool {
        extents.has(crate::Extents::ALL)
            || extents.has(crate::Extents::LISTS)
            || self.change.names_its_own(new, extents)
    }

    /// Whether the scope may give values of a group to a new record.
    fn may_fill(&self, new: &Record, group: &str) -> bool {
        if self.object.def.reach() == Subject::Itself {
            // Nobody's yet: as for the record itself.
            return [Action::Create, Action::Update].into_iter().any(|action| {
                let extents = self.change.rights().extents(&self.object, group, action);
                self.unclaimed(new, extents)
            });
        }
        let may = |who: Option<&Who>| who.is_some_and(|w| visible(w, &self.object, new.reached()));
        may(self.access.fill.get(group)) || may(self.access.update.get(group))
    }

    /// Mandatory fields, the owner's rules, uniqueness.
    fn complete(&mut self, old: Option<&Record>, new: &mut Record) -> Result<()> {
        let object = self.object.clone();
        let mut faults = Vec::new();
        for rule in self.change.view.scope().installation().registry().rules(object.def.name) {
            if let Some(before) = rule.before {
                before(&mut self.change.view, old, new, &mut faults)?;
            }
        }
        crate::acting::check_benefit(&self.change.view, old, new, &mut faults);
        for field in object.fields.iter().filter(|f| f.mandatory) {
            let empty = match new.values.get(field.index) {
                None | Some(Value::Null) => true,
                Some(Value::Text(s)) => s.is_empty(),
                Some(Value::Texts(texts)) => texts.is_empty(),
                _ => false,
            };
            if empty && !faults.iter().any(|f| f.field.as_deref() == Some(field.name.as_ref())) {
                faults.push(Fault::new("value.mandatory").on(field.name.as_ref()));
            }
        }
        for (index, taken) in &self.unique {
            let value = new.values.get(*index).filter(|v| !v.is_null());
            let same = old.and_then(|o| o.values.get(*index)) == value;
            let Some(value) = value.filter(|v| !same && taken.contains(*v)) else { continue };
            // Slices of one thread share their unique values.
            let mut siblings = self.by_thread.get(&*thread_of(&object, new)).into_iter().flatten();
            let sibling =
                siblings.any(|p| self.known.get(*p).and_then(|k| k.record.values.get(*index)) == Some(value));
            if !sibling && let Some(field) = object.fields.get(*index) {
                faults.push(Fault::new("value.duplicate").on(field.name.as_ref()));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults.into()) }
    }

    /// Slices never overlap for one thread: a new one ends the one before it, and an open one ends where the next begins.
    fn fit_slices(&mut self, new: &mut Record, own: Option<usize>) -> Result<()> {
        let Some((start, end)) = self.object.period else { return Ok(()) };
        let Some(begins) = new.values.get(start).and_then(Value::as_int) else { return Ok(()) };
        let ends = new.values.get(end).and_then(Value::as_int);
        if ends.is_some_and(|e| e < begins) {
            return Err(Fault::new("period.end_before_start").on("end").into());
        }
        let rows = self.by_thread.get(&*thread_of(&self.object, new)).cloned().unwrap_or_default();
        let mut before: Option<(usize, i64)> = None;
        let mut after: Option<i64> = None;
        for place in rows.into_iter().filter(|p| Some(*p) != own) {
            let Some(known) = self.known.get(place) else { continue };
            let Some(other) = known.record.values.get(start).and_then(Value::as_int) else { continue };
            if other == begins {
                return Err(Fault::new("period.overlap").on("start").into());
            }
            if other < begins && before.is_none_or(|(_, s)| s < other) {
                before = Some((place, other));
            }
            if other > begins && after.is_none_or(|s| s > other) {
                after = Some(other);
            }
        }
        if let Some(next) = after {
            match ends {
                None => {
                    if let Some(slot) = new.values.get_mut(end) {
                        *slot = Value::Int(next - 1);
                    }
                }
                Some(e) if e >= next => return Err(Fault::new("period.overlap").on("end").into()),
                _ => {}
            }
        }
        if let Some((place, _)) = before
            && let Some(known) = self.known.get_mut(place)
        {
            let other_end = known.record.values.get(end).and_then(Value::as_int);
            if other_end.is_none_or(|e| e >= begins) {
                if let Some(slot) = known.change().values.get_mut(end) {
                    *slot = Value::Int(begins - 1);
                }
            }
        }
        Ok(())
    }

    fn by_hand(&self) -> bool {
        self.change.scope().by_hand()
    }
}

fn unknown_reference(field: &str, object: &str, key: &str) -> Fault {
    Fault::new("reference.unknown").on(field).with("object", object).with("key", key)
}

/// The values of a record's thread: borrowed where it is a single one.
fn thread_of<'r>(object: &Object, record: &'r Record) -> Cow<'r, [Value]> {
    if let [only] = object.thread.as_slice()
        && let Some(value) = record.values.get(*only)
    {
        return Cow::Borrowed(std::slice::from_ref(value));
    }
    object.thread.iter().filter_map(|i| record.values.get(*i)).cloned().collect()
}

fn visible(who: &Who, object: &Object, reached: Option<i64>) -> bool {
    match who {
        Who::Nobody => false,
        _ if !object.bounded() => true,
        _ => who.includes(reached),
    }
}

/// Texts in some languages join those in others; an empty text removes its language.
fn merge_texts(old: &Value, new: Value) -> Value {
    match (old, new) {
        (Value::Texts(before), Value::Texts(now)) => {
            let mut all = before.clone();
            all.extend(now);
            all.retain(|_, text| !text.is_empty());
            if all.is_empty() { Value::Null } else { Value::Texts(all) }
        }
        (_, Value::Texts(mut now)) => {
            now.retain(|_, text| !text.is_empty());
            if now.is_empty() { Value::Null } else { Value::Texts(now) }
        }
        (_, new) => new,
    }
}

/// The thread's values for a message: what the writer gave, nothing more.
fn key_text(object: &Object, record: &Record) -> String {
    let part = |value: &Value| match value {
        Value::Int(n) => n.to_string(),
        Value::Text(s) => s.clone(),
        _ => String::new(),
    };
    thread_of(object, record).iter().map(part).collect::<Vec<_>>().join("|")
}
