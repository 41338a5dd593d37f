//! Circles: whom users reach where the records are not about employees (S2, A11). Candidates and vacancies stand in no
//! reporting line and on no list; whoever is on the team that works on them reaches them.
//!
//! A right's extent `team` means the teams of a circle here, `self` the record that is oneself (an employee who applies
//! in the house), `all` everything; accreditation lists hold employees and open nothing. A deputy (A13) has the teams of
//! whom they act for, never what concerns themselves: whoever applied for a vacancy does not work on it in another's name.

use std::sync::Arc;

use talang_catalogue::object::GENERAL;
use talang_catalogue::{Object, Record, Subject};
use talang_store::layout::sql_column;
use talang_store::{Cell, Dialect, IdSet, P};

use crate::error::Result;
use crate::objects::access_policy::CANDIDATE;
use crate::rights::{Action, Extents, Who};
use crate::view::View;

/// How users reach the records of an object that is not about employees, and everything that lies within them.
#[derive(Clone, Copy, Debug)]
pub struct Circle {
    /// The object: `Vacancy`, `Candidate`.
    pub object: &'static str,
    /// What makes somebody one of the team of a record; each suffices.
    pub team: &'static [Tie],
    /// What makes a record one's own, for the extent `self`; each suffices.
    pub own: &'static [Tie],
    /// What keeps a deputy away from a record: it concerns themselves.
    pub conflict: &'static [Tie],
    /// What is closed to others until they have done their own part, whatever their rights.
    pub sealed: Option<Sealed>,
}

/// Records of which each is one person's part of something: nobody reads another's before it is done, and nobody who has a part
/// of their own reads any other's before theirs is. What others wrote must not lead their pen.
#[derive(Clone, Copy, Debug)]
pub struct Sealed {
    /// The field that they have in common: `interview`.
    pub group: &'static str,
    /// The field that names whose part it is: `interviewer`.
    pub person: &'static str,
    /// The field that is filled when it is done: `submitted_at`.
    pub done: &'static str,
}

/// What ties an employee to a record of a circle.
#[derive(Clone, Copy, Debug)]
pub enum Tie {
    /// The record itself names the employee in that field.
    Named(&'static str),
    /// A record of another object names both: the circle's record in `of`, the employee in `person`.
    Member {
        /// The other object: `HiringTeamMember`.
        object: &'static str,
        /// Its field that refers to the circle's record.
        of: &'static str,
        /// Its field that refers to the employee.
        person: &'static str,
    },
    /// The record itself names, in that field, a record of another object that is tied.
    Along {
        /// The field: `vacancy`.
        field: &'static str,
        /// The object of the record that it names.
        next: &'static str,
        /// What ties the employee to that one.
        ties: &'static [Tie],
    },
    /// A record of another object leads on to a record that is tied: from `of` to `to`.
    Through {
        /// The other object: `Application`.
        object: &'static str,
        /// Its field that refers to the circle's record.
        of: &'static str,
        /// Its field that refers to a record of the object `next`.
        to: &'static str,
        /// The object of that record.
        next: &'static str,
        /// What ties the employee to that one.
        ties: &'static [Tie],
    },
}

impl Tie {
    /// Whether the records of an object make or break it.
    fn rests_on(&self, circle: &str, name: &str) -> bool {
        match self {
            Tie::Named(_) => name == circle,
            Tie::Member { object, .. } => *object == name,
            Tie::Along { next, ties, .. } => name == circle || ties.iter().any(|t| t.rests_on(next, name)),
            Tie::Through { object, next, ties, .. } => {
                *object == name || ties.iter().any(|t| t.rests_on(next, name))
            }
        }
    }
}

impl Circle {
    /// Whether a change of records of that object can change who reaches what.
    pub(crate) fn rests_on(&self, name: &str) -> bool {
        let ties = [self.team, self.own, self.conflict];
        self.sealed.is_some() && name == self.object
            || ties.iter().any(|ties| ties.iter().any(|t| t.rests_on(self.object, name)))
    }
}

impl View<'_> {
    /// Whose data an action may touch, for a group of an object's fields.
    pub fn who(&mut self, object: &Object, group: &str, action: Action) -> Result<Who> {
        let who = self.who_reached(object, group, action)?;
        Ok(match who {
            Who::Everyone if object.def.name == "User" && !self.sees_candidates() => Who::Staff,
            who => who,
        })
    }

    /// Whether the scope may change anything in a record: one group of fields is enough.
    ///
    /// # Errors
    /// Those of the store.
    pub fn may_change(&mut self, record: &Record) -> Result<bool> {
        for group in record.object.clone().groups.iter() {
            if self.may(record, group, Action::Update)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the scope may read every candidate.
    fn sees_candidates(&self) -> bool {
        let catalogue = self.catalogue();
        catalogue
            .object(CANDIDATE)
            .is_none_or(|object| self.rights().extents(object, GENERAL, Action::Read).has(Extents::ALL))
    }

    /// The circle by which rights with an extent reach an object's records, where it is not about employees.
    pub(crate) fn circle(&self, object: &Object) -> Option<Circle> {
        if object.def.reach() == Subject::None {
            return None;
        }
        self.scope().installation().registry().circle(object.space()?)
    }

    /// Whom an extent reaches within a circle. `extents` are those of whom the scope acts for, where it does.
    pub(crate) fn who_in(&mut self, circle: Circle, extents: Extents) -> Result<Who> {
        if extents.is_none() {
            return Ok(Who::Nobody);
        }
        if let Some(known) = self.circles.get(&(circle.object, extents)) {
            return Ok(known.clone());
        }
        let me = self.scope().actor.employee();
        let who = match self.scope().acting() {
            // Lent for some lists of employees only: candidates are on none.
            Some(acting) if !acting.lists.is_empty() => Who::Nobody,
            Some(acting) => {
                let mut mine = IdSet::default();
                if let Some(me) = me {
                    for tie in circle.conflict {
                        self.tied(circle.object, tie, me, &mut mine)?;
                    }
                }
                match (extents.has(Extents::ALL), mine.is_empty()) {
                    (true, true) => Who::Everyone,
                    (true, false) => but(self.everything(circle.object)?, &mine),
                    (false, _) => but(self.tied_by(circle, extents, acting.employee)?, &mine),
                }
            }
            None if extents.has(Extents::ALL) => Who::Everyone,
            None => Who::Some(Arc::new(self.tied_by(circle, extents, me)?)),
        };
        let who = match circle.sealed {
            Some(seal) if !self.scope().is_program() => self.open_to(circle.object, seal, who)?,
            _ => who,
        };
        self.circles.insert((circle.object, extents), who.clone());
        Ok(who)
    }

    /// What is left of a reach when everything is taken from it that is sealed for the scope: for a deputy, by what they and
    /// whom they act for have still to do.
    fn open_to(&mut self, object: &str, seal: Sealed, who: Who) -> Result<Who> {
        let set = match &who {
            Who::Nobody => return Ok(who),
            Who::Everyone | Who::Staff => self.everything(object)?,
            Who::Some(set) => (**set).clone(),
        };
        let acting = self.scope().acting().and_then(|a| a.employee);
        let people: Vec<i64> = self.scope().actor.employee().into_iter().chain(acting).collect();
        let object = self.object(object)?;
        let columns = [seal.group, seal.person, seal.done].map(|name| object.field(name).map(sql_column));
        let [Some(group), Some(person), Some(done)] = columns else { return Ok(Who::Nobody) };
        let rows = self
            .conn
            .query(&format!("SELECT id, {group}, {person}, {done} FROM {}", object.table_name()), &[])?;
        let mine = |row: &[Cell]| row.get(2).and_then(Cell::opt_int).is_some_and(|p| people.contains(&p));
        let open = |row: &[Cell]| row.get(3).and_then(Cell::opt_int).is_none();
        let owing: Vec<Option<i64>> =
            rows.iter().filter(|r| mine(r) && open(r)).map(|r| r.get(1).and_then(Cell::opt_int)).collect();
        let closed: IdSet = rows
            .iter()
            .filter(|r| !mine(r) && (open(r) || owing.contains(&r.get(1).and_then(Cell::opt_int))))
            .filter_map(|r| r.first().map(Cell::int))
            .collect();
        Ok(but(set, &closed))
    }

    fn tied_by(&mut self, circle: Circle, extents: Extents, employee: Option<i64>) -> Result<IdSet> {
        let mut set = IdSet::default();
        let Some(employee) = employee else { return Ok(set) };
        let kinds = [(Extents::TEAM, circle.team), (Extents::SELF, circle.own)];
        for tie in kinds.into_iter().filter(|(extent, _)| extents.has(*extent)).flat_map(|(_, ties)| ties) {
            self.tied(circle.object, tie, employee, &mut set)?;
        }
        Ok(set)
    }

    /// Whether an extent reaches a new record of a circle by what it names itself: whoever asks for something is who asks.
    /// Members come later, and are nobody's doing who could not make the record.
    pub(crate) fn names_its_own(&self, new: &Record, extents: Extents) -> bool {
        let Some(circle) = self.circle(&new.object).filter(|c| c.object == new.object.def.name) else {
            return false;
        };
        let names = |ties: &[Tie], who: Option<i64>| {
            let named = |tie: &Tie| matches!(tie, Tie::Named(field) if new.get(field).as_int() == who);
            who.is_some() && ties.iter().any(named)
        };
        let me = self.scope().actor.employee();
        match self.scope().acting() {
            Some(acting) if !acting.lists.is_empty() => false,
            Some(acting) => {
                extents.has(Extents::TEAM)
                    && names(circle.team, acting.employee)
                    && !names(circle.conflict, me)
            }
            None => {
                extents.has(Extents::SELF) && names(circle.own, me)
                    || extents.has(Extents::TEAM) && names(circle.team, me)
            }
        }
    }

    fn everything(&mut self, object: &str) -> Result<IdSet> {
        let table = self.object(object)?.table_name();
        let rows = self.conn.query(&format!("SELECT id FROM {table}"), &[])?;
        Ok(rows.iter().filter_map(|r| r.first().map(Cell::int)).collect())
    }

    /// The records of an object that ties connect with an employee.
    fn further(&mut self, object: &str, ties: &[Tie], employee: i64) -> Result<IdSet> {
        let mut set = IdSet::default();
        for tie in ties {
            self.tied(object, tie, employee, &mut set)?;
        }
        Ok(set)
    }

    /// Adds the records of an object that a tie connects with an employee. Asked of the tables in each transaction: few
    /// rows by their indexes, and nothing that could be stale.
    fn tied(&mut self, object: &str, tie: &Tie, employee: i64, set: &mut IdSet) -> Result<()> {
        let (sql, params) = match *tie {
            Tie::Named(field) => {
                let object = self.object(object)?;
                let Some(field) = object.field(field) else { return Ok(()) };
                let sql = format!("SELECT id FROM {} WHERE {} = ?", object.table_name(), sql_column(field));
                (sql, P::Int(employee))
            }
            Tie::Member { object, of, person } => {
                let object = self.object(object)?;
                let (Some(of), Some(person)) = (object.field(of), object.field(person)) else {
                    return Ok(());
                };
                let (table, of, person) = (object.table_name(), sql_column(of), sql_column(person));
                (format!("SELECT {of} FROM {table} WHERE {person} = ?"), P::Int(employee))
            }
            Tie::Along { field, next, ties } => {
                let further = self.further(next, ties, employee)?;
                let object = self.object(object)?;
                let Some(field) = object.field(field).filter(|_| !further.is_empty()) else { return Ok(()) };
                let any = Dialect::any(self.dialect(), &sql_column(field));
                let sql = format!("SELECT id FROM {} WHERE {any}", object.table_name());
                (sql, P::Ints(further.iter().collect()))
            }
            Tie::Through { object, of, to, next, ties } => {
                let further = self.further(next, ties, employee)?;
                if further.is_empty() {
                    return Ok(());
                }
                let object = self.object(object)?;
                let (Some(of), Some(to)) = (object.field(of), object.field(to)) else { return Ok(()) };
                let (table, of, to) = (object.table_name(), sql_column(of), sql_column(to));
                let any = Dialect::any(self.dialect(), &to);
                (format!("SELECT {of} FROM {table} WHERE {any}"), P::Ints(further.iter().collect()))
            }
        };
        for row in self.conn.query(&sql, &[params])? {
            if let Some(id) = row.first().and_then(Cell::opt_int) {
                set.insert(id);
            }
        }
        Ok(())
    }
}

fn but(set: IdSet, mine: &IdSet) -> Who {
    Who::Some(Arc::new(set.iter().filter(|id| !mine.contains(*id)).collect()))
}
