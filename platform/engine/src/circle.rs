//! Circles: whom users reach where the records are not about employees (S2, A11). Candidates and vacancies stand in no
//! reporting line and on no list; whoever is on the team that works on them reaches them.
//!
//! A right's extent `team` means the teams of a circle here, `self` the record that is oneself (an employee who applies
//! in the house), `all` everything; accreditation lists hold employees and open nothing. A deputy (A13) has the teams of
//! whom they act for, never what concerns themselves: whoever applied for a vacancy does not work on it in another's name.

use std::sync::Arc;

use talang_catalogue::{Object, Record, Subject};
use talang_store::layout::sql_column;
use talang_store::{Cell, Dialect, IdSet, P};

use crate::error::Result;
use crate::rights::{Extents, Who};
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
            Tie::Through { object, next, ties, .. } => {
                *object == name || ties.iter().any(|t| t.rests_on(next, name))
            }
        }
    }
}

impl Circle {
    /// Whether a change of records of that object can change who reaches what.
    pub(crate) fn rests_on(&self, name: &str) -> bool {
        [self.team, self.own, self.conflict]
            .iter()
            .any(|ties| ties.iter().any(|t| t.rests_on(self.object, name)))
    }
}

impl View<'_> {
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
        self.circles.insert((circle.object, extents), who.clone());
        Ok(who)
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
            Tie::Through { object, of, to, next, ties } => {
                let mut further = IdSet::default();
                for tie in ties {
                    self.tied(next, tie, employee, &mut further)?;
                }
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
