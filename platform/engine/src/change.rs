//! Writing through the gate: one kind of data, one transaction.

use std::collections::HashSet;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use talang_catalogue::{BusinessObject, Fault, FieldType, Kind, Object, Record, Value};
use talang_store::{Cell, IdSet, P, schema};

use crate::error::Result;
use crate::governance::{Keepers, needs_somebody};
use crate::journal::{self, Deed};
use crate::rights::Action;
use crate::scope::{Actor, Door, Scope};
use crate::view::{View, not_found};

/// Values for a record, by field index. References may be keys ([`Value::Text`]) or row numbers ([`Value::Int`]);
/// [`Value::Null`] empties a field; fields not named stay as they are, or take their default in a new record.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Index and value.
    pub values: Vec<(usize, Value)>,
}

impl Draft {
    /// A draft from names and values.
    ///
    /// # Errors
    /// `field.unknown`.
    pub fn new(object: &Object, values: Vec<(&str, Value)>) -> Result<Draft> {
        let mut draft = Draft::default();
        for (name, value) in values {
            let field = object.field(name).ok_or_else(|| Fault::new("field.unknown").with("name", name))?;
            draft.values.push((field.index, value));
        }
        Ok(draft)
    }

    /// The value given for a field.
    pub fn get(&self, index: usize) -> Option<&Value> {
        self.values.iter().rev().find(|(i, _)| *i == index).map(|(_, v)| v)
    }
}

/// What to do with a draft whose key exists, or does not (I5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Make a new record; an existing key is refused.
    Insert,
    /// Change the record of that key, or make it.
    Upsert,
    /// Change the record of that row number, if its version is still the given one.
    Update {
        /// Row number.
        id: i64,
        /// Version that the writer saw (`If-Match`).
        version: Option<i64>,
    },
}

/// What became of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A record was made.
    Created,
    /// A record was changed.
    Updated,
    /// The record is as the draft says already: nothing was written (I7).
    Unchanged,
}

/// A draft that went through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Row number.
    pub id: i64,
    /// What references point to.
    pub thread: i64,
    /// What became of it.
    pub outcome: Outcome,
}

/// Told after the commit.
#[derive(Debug, Default)]
pub struct Done {
    /// Object and record of everything that changed, in order.
    pub events: Vec<(u16, i64, Deed)>,
    /// People who came, went, or stand elsewhere now.
    pub(crate) moved: IdSet,
    /// The shape of the organisation or a list changed: everybody may be concerned.
    pub(crate) reshaped: bool,
}

/// A transaction on one kind of a tenant's data. Reading inside it sees its own changes.
pub struct Change<'c> {
    pub(crate) view: View<'c>,
    pub(crate) kind: Kind,
    pub(crate) done: Done,
    pub(crate) touched: HashSet<&'static str>,
    dry: bool,
    schema: bool,
    /// What follows from the batch at hand, see [`Change::make_later`].
    later: Vec<(Arc<Object>, Draft)>,
    /// Who kept the tenant's rights before this transaction touched them.
    keepers: Option<Keepers>,
    /// The earliest time for which the directory was told of a job of this transaction.
    pub(crate) noted: Option<i64>,
}

impl<'c> Deref for Change<'c> {
    type Target = View<'c>;
    fn deref(&self) -> &View<'c> {
        &self.view
    }
}

impl DerefMut for Change<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.view
    }
}

impl<'c> Change<'c> {
    pub(crate) fn new(mut view: View<'c>, kind: Kind) -> Change<'c> {
        view.writing = true;
        Change {
            view,
            kind,
            done: Done::default(),
            touched: HashSet::new(),
            dry: false,
            schema: false,
            later: Vec::new(),
            keepers: None,
            noted: None,
        }
    }

    /// Makes everything as if, and undoes it at the end: a dry run sees every rule that a real one sees.
    pub fn dry_run(&mut self) {
        self.dry = true;
    }

    /// The tenant's catalogue changed: tables and caches follow at the end of this transaction.
    pub fn catalogue_changed(&mut self) {
        self.schema = true;
    }

    /// Which kind of data it writes.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Does bookkeeping of the program's own within this transaction: what follows from a user's act but is nobody's to
    /// write, such as a message in the outbox. The journal names the program.
    pub fn as_program<R>(&mut self, work: impl FnOnce(&mut Change<'_>) -> Result<R>) -> Result<R> {
        let scope = Scope { actor: Actor::System, ..self.view.scope().clone() };
        self.within(&scope, work)
    }

    /// Writes, within this transaction, what the rules of a module let somebody do that no role gives by itself: whoever asks
    /// for something hands it in, though nobody writes its state by hand. Whether they may is the caller's question; the
    /// journal names them.
    pub fn by_rule<R>(&mut self, work: impl FnOnce(&mut Change<'_>) -> Result<R>) -> Result<R> {
        let scope = self.view.scope().as_program();
        self.within(&scope, work)
    }

    fn within<R>(&mut self, scope: &Scope, work: impl FnOnce(&mut Change<'_>) -> Result<R>) -> Result<R> {
        let state = self.view.state.clone();
        let mut inner = Change::new(View::new(scope, self.view.conn, state)?, self.kind);
        inner.noted = self.noted;
        let result = work(&mut inner)?;
        let Change { done, touched, schema, noted, .. } = inner;
        self.noted = noted;
        self.done.events.extend(done.events);
        self.done.moved.extend(&done.moved);
        self.done.reshaped |= done.reshaped;
        self.touched.extend(touched);
        // What the program wrote may have changed a team.
        self.view.circles.clear();
        self.view.forget_all();
        self.schema |= schema;
        Ok(result)
    }

    /// Makes a record.
    pub fn create(&mut self, object: &str, values: Vec<(&str, Value)>) -> Result<Saved> {
        let object = self.object(object)?;
        let draft = Draft::new(&object, values)?;
        self.save(&object, Mode::Insert, draft)
    }

    /// Changes a record.
    pub fn update(&mut self, object: &str, id: i64, values: Vec<(&str, Value)>) -> Result<Saved> {
        let object = self.object(object)?;
        let draft = Draft::new(&object, values)?;
        self.save(&object, Mode::Update { id, version: None }, draft)
    }

    /// Has the program make a record as soon as the records at hand are written and their rules have run: what follows from a
    /// thousand records is written in batches, too. It must go through, or nothing of the change does.
    ///
    /// # Errors
    /// `object.unknown`, `field.unknown`.
    pub fn make_later(&mut self, object: &str, values: Vec<(&str, Value)>) -> Result<()> {
        let object = self.object(object)?;
        let draft = Draft::new(&object, values)?;
        self.later.push((object, draft));
        Ok(())
    }

    /// Makes what was to be made later.
    pub(crate) fn make_now(&mut self) -> Result<()> {
        while let Some((object, _)) = self.later.first() {
            let object = object.clone();
            let (mine, others) =
                std::mem::take(&mut self.later).into_iter().partition(|(o, _)| o.def.id == object.def.id);
            self.later = others;
            let mine: Vec<(Arc<Object>, Draft)> = mine;
            let drafts = mine.into_iter().map(|(_, draft)| draft).collect();
            let answers = self.as_program(|c| c.save_all(&object, Mode::Insert, drafts))?;
            answers.into_iter().collect::<std::result::Result<Vec<Saved>, Vec<Fault>>>()?;
        }
        Ok(())
    }

    /// Makes a record from a typed struct.
    pub fn create_typed<T: BusinessObject>(&mut self, value: &T) -> Result<Saved> {
        let object = self.object(T::NAME)?;
        let mut record = Record::new(object.clone());
        value.to_record(&mut record);
        let values = record.values.into_iter().enumerate().filter(|(_, v)| !v.is_null()).collect();
        self.save(&object, Mode::Insert, Draft { values })
    }

    /// Makes or changes one record.
    ///
    /// # Errors
    /// Everything that is wrong with it at once.
    pub fn save(&mut self, object: &Arc<Object>, mode: Mode, draft: Draft) -> Result<Saved> {
        self.save_all(object, mode, vec![draft])?
            .pop()
            .unwrap_or_else(|| Err(vec![Fault::new("internal")]))
            .map_err(Into::into)
    }

    /// Makes or changes many records of one object. A draft that is refused does not stop the others.
    pub fn save_all(
        &mut self,
        object: &Arc<Object>,
        mode: Mode,
        drafts: Vec<Draft>,
    ) -> Result<Vec<std::result::Result<Saved, Vec<Fault>>>> {
        self.writable(object)?;
        let answers = crate::saving::save_all(self, object, mode, drafts)?;
        // Not about one of them: asked again, all of them are repeated.
        let asks = |answer: &std::result::Result<Saved, Vec<Fault>>| {
            answer.as_ref().is_err_and(|faults| faults.iter().any(|f| f.code == "session.confirm"))
        };
        if answers.iter().any(asks) {
            return Err(Fault::new("session.confirm").into());
        }
        Ok(answers)
    }

    /// What no draft can be saved without: the right kind of data, an object that may be written from this door.
    fn writable(&mut self, object: &Object) -> Result<()> {
        if object.def.kind != self.kind {
            return Err(Fault::new("internal").into());
        }
        let system = self.scope().program || matches!(self.scope().actor, crate::Actor::System);
        if object.def.internal && !system {
            return Err(Fault::new("object.read_only").with("object", object.def.name).into());
        }
        if self.scope().stale && !system && object.def.power {
            return Err(Fault::new("session.confirm").into());
        }
        if self.scope().unattended && !system && needs_somebody(object.def) {
            return Err(Fault::new("right.unattended").with("object", object.def.name).into());
        }
        if self.keepers.is_none() && Keepers::concerned(object.def.name) {
            self.keepers = Some(Keepers::read(&mut self.view)?);
        }
        // I6: what a master system delivers is changed by its files only.
        let by_hand = matches!(self.scope().door, Door::Screen | Door::Rest);
        if by_hand && !system && self.mastered()?.iter().any(|name| name == object.def.name) {
            return Err(Fault::new("object.mastered_elsewhere").with("object", object.def.name).into());
        }
        Ok(())
    }

    /// Does several things or none of them: when `work` fails, only its own writes are undone and the transaction can go on.
    pub fn attempt<R>(&mut self, work: impl FnOnce(&mut Self) -> Result<R>) -> Result<R> {
        self.conn.batch("SAVEPOINT attempt")?;
        let (events, touched) = (self.done.events.len(), self.touched.clone());
        let result = work(self);
        if result.is_err() {
            self.conn.batch("ROLLBACK TO SAVEPOINT attempt")?;
            self.done.events.truncate(events);
            self.touched = touched;
            self.resolved.clear();
            self.titles.clear();
            self.later.clear();
            self.forget_all();
        }
        self.conn.batch("RELEASE SAVEPOINT attempt")?;
        result
    }

    /// Removes a record.
    ///
    /// # Errors
    /// `record.not_found`, `right.missing`, `record.changed`, `record.in_use` with what refers to it.
    pub fn delete(&mut self, object: &Arc<Object>, id: i64, version: Option<i64>) -> Result<()> {
        self.writable(object)?;
        let record = self.get(object, id)?;
        if !self.may(&record, talang_catalogue::object::GENERAL, Action::Delete)? {
            return Err(Fault::new("right.missing")
                .with("action", "delete")
                .with("object", object.def.name)
                .into());
        }
        if version.is_some_and(|v| v != record.version) {
            return Err(Fault::new("record.changed").into());
        }
        // Hidden fields belong into the journal and to the rules all the same.
        let layout = self.layout(object)?;
        let sql = format!("SELECT {} FROM {} t WHERE t.id = ?", layout.select, layout.table);
        let row = self.conn.query_one(&sql, &[P::Int(id)])?.ok_or_else(|| not_found(object))?;
        let record = layout.read(row);
        let last_slice = object.period.is_none() || {
            let sql = format!("SELECT COUNT(*) FROM {} WHERE thread = ?", layout.table);
            let count = self.conn.query_one(&sql, &[P::Int(record.thread)])?;
            count.is_none_or(|r| r.first().is_some_and(|c| c.int() <= 1))
        };
        if last_slice {
            self.refuse_if_referred(object, record.thread)?;
        }
        let mut faults = Vec::new();
        for removal in self.view.scope().installation().registry().removals(object.def.name) {
            (removal.check)(&mut self.view, &record, &mut faults)?;
        }
        if !faults.is_empty() {
            return Err(faults.into());
        }
        self.remove_row(object, &record)?;
        for rule in self.view.scope().installation().registry().rules(object.def.name) {
            if let Some(after) = rule.after {
                after(self, Some(&record), None)?;
            }
        }
        self.make_now()
    }

    /// Removes a row with its search words, and tells the journal.
    pub(crate) fn remove_row(&mut self, object: &Object, record: &Record) -> Result<()> {
        self.conn.exec(&format!("DELETE FROM {} WHERE id = ?", object.table_name()), &[P::Int(record.id)])?;
        let line = journal::Line {
            record: record.id,
            subject: record.reached(),
            deed: Deed::Delete,
            changes: journal::changes(object, Some(record), None),
        };
        journal::write(self.view.conn, self.view.scope(), object, &[line])?;
        if object.fields.iter().any(|f| f.search) {
            crate::search::remove(self.conn, object, record.id)?;
        }
        self.note(record, Deed::Delete);
        Ok(())
    }

    fn refuse_if_referred(&mut self, object: &Object, id: i64) -> Result<()> {
        let catalogue = self.catalogue();
        // What the program writes about others (the log) does not hold them.
        for other in catalogue.objects().iter().filter(|o| !o.def.internal) {
            for field in &other.fields {
                if !matches!(&field.ty, FieldType::Reference(target) if target == object.def.name) {
                    continue;
                }
                let column = talang_store::layout::sql_column(field);
                let sql = format!("SELECT COUNT(*) FROM {} WHERE {column} = ?", other.table_name());
                let own = if other.def.id == object.def.id { format!("{sql} AND id <> ?") } else { sql };
                let params = [P::Int(id), P::Int(id)];
                let used = if other.def.id == object.def.id { &params[..] } else { &params[..1] };
                let count = self
                    .conn
                    .query_one(&own, used)?
                    .and_then(|r| r.first().map(Cell::int))
                    .unwrap_or_default();
                if count > 0 {
                    let fault =
                        Fault::new("record.in_use").with("count", count).with("object", other.def.name);
                    return Err(fault.into());
                }
            }
        }
        Ok(())
    }

    pub(crate) fn note(&mut self, record: &Record, deed: Deed) {
        let def = record.object.def;
        self.done.events.push((def.id, record.id, deed));
        self.touched.insert(def.name);
        self.view.forget(def.name);
        let registry = self.view.scope().installation().registry();
        let people = registry.people;
        // Who is on a team counts from here on.
        if registry.circles.iter().any(|c| c.rests_on(def.name)) {
            self.view.circles.clear();
        }
        match people {
            Some(p) if p.slice == def.name => {
                if let Some(person) = record.get(p.person).as_int() {
                    self.done.moved.insert(person);
                }
            }
            Some(p) if p.object == def.name => {
                if deed != Deed::Update {
                    self.done.moved.insert(record.id);
                }
            }
            _ => self.done.reshaped |= crate::accreditation::shapes(people, def.name),
        }
    }

    /// Ends the work inside the transaction: schema and generations follow; a dry run is undone.
    pub(crate) fn finish(mut self) -> Result<Done> {
        if let Some(before) = self.keepers {
            before.still(&Keepers::read(&mut self.view)?)?;
        }
        if self.dry {
            // Everything was checked for real; the caller has its results, and nothing stays.
            self.view.conn.rollback()?;
            self.view.conn.begin(true)?;
            return Ok(Done::default());
        }
        if self.schema {
            self.follow_extra_fields()?;
        }
        self.log_rights()?;
        if !self.done.events.is_empty() {
            let (installation, events) = (self.scope().installation().clone(), self.done.events.clone());
            for watch in &installation.registry().watches {
                watch(&mut self, &events)?;
            }
        }
        let mut bump = HashSet::new();
        for name in &self.touched {
            match *name {
                "ExtraField" | "ValueList" | "ValueListItem" => {
                    bump.insert("catalogue");
                }
                "Role" | "RoleRight" | "UserRole" | "User" | "Delegation" | "IpRange" | "FeatureSwitch" => {
                    bump.insert("access");
                }
                _ => {}
            }
        }
        if self.done.reshaped || !self.done.moved.is_empty() {
            bump.insert("people");
        }
        for name in bump {
            let next =
                schema::meta(self.view.conn, self.kind, name)?.and_then(|v| v.parse().ok()).unwrap_or(0i64)
                    + 1;
            schema::set_meta(self.view.conn, self.kind, name, &next.to_string())?;
        }
        Ok(self.done)
    }

    /// Changes of rights are told in the log too, with this transaction (A12). The log is in another database than lists
    /// and delegations: on SQLite a power cut between the two commits can lose its entry, never the journal's.
    fn log_rights(&mut self) -> Result<()> {
        let catalogue = self.view.catalogue();
        let mut changed: Vec<(&'static str, &'static str, Vec<i64>)> = Vec::new();
        for (object, record, deed) in &self.done.events {
            let Some(object) = catalogue.by_id(*object).map(|o| o.def) else { continue };
            if !crate::activity::changes_rights(object) {
                continue;
            }
            match changed.iter_mut().find(|(o, d, _)| (*o, *d) == (object.name, deed.name())) {
                Some((.., records)) => records.push(*record),
                None => changed.push((object.name, deed.name(), vec![*record])),
            }
        }
        let scope = self.view.scope();
        let told: Vec<crate::activity::Activity> = changed
            .iter()
            .flat_map(|(object, deed, records)| crate::activity::rights_changed(scope, object, deed, records))
            .collect();
        scope.log_within(self.view.conn, &told)
    }

    /// The tenant's own fields become columns in the same transaction as their declaration.
    fn follow_extra_fields(&mut self) -> Result<()> {
        let installation = self.view.scope().installation().clone();
        let extra = crate::objects::extra_field::load(self.view.conn)?;
        let catalogue = installation.registry().plain().with_fields(&extra);
        let language = self.view.scope().tenant().culture().language;
        let before = self.view.catalogue();
        for object in catalogue.objects().iter().filter(|o| o.def.extensible) {
            let layout = talang_store::Layout::new(object.clone(), language);
            schema::follow_columns(self.view.conn, &layout)?;
            // A removed field's column goes with it.
            if let Some(old) = before.object(object.def.name) {
                let old_layout = talang_store::Layout::new(old.clone(), language);
                for gone in old.fields.iter().filter(|f| f.extra && object.field(&f.name).is_none()) {
                    schema::drop_columns(self.view.conn, &old_layout, gone.index)?;
                }
            }
        }
        Ok(())
    }
}
