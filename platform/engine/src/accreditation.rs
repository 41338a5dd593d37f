//! Accreditation (A11): whom a user reaches. People and their place in the organisation are held in memory as of
//! today, and lists by rule are evaluated over them: there is nothing to refresh, a change counts at the next request.

use std::collections::HashMap;
use std::sync::Arc;

use talang_catalogue::{Fault, value::days_of_date};
use talang_store::layout::sql_column;
use talang_store::{Cell, IdSet};

use crate::error::Result;
use crate::expression::{self, Expr};
use crate::registry::People;
use crate::sql::{Piece, period};
use crate::view::View;

/// Whom a user reaches.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// Everyone below them in the reporting line.
    pub team: IdSet,
    /// The members of the lists that they own.
    pub lists: IdSet,
}

/// Why somebody reaches somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They are the same person.
    Own,
    /// By the reporting line.
    Team,
    /// By an accreditation list: its row number, and whether by hand or by its rule.
    List {
        /// Row number of the list.
        list: i64,
        /// Put on it by hand.
        by_hand: bool,
        /// Chosen by its rule.
        by_rule: bool,
    },
}

struct List {
    id: i64,
    by_hand: IdSet,
    by_rule: IdSet,
    owners: Vec<i64>,
}

#[derive(Default)]
struct DimensionData {
    code: &'static str,
    /// Person → value.
    values: HashMap<i64, i64>,
    /// Value → parent value.
    parents: HashMap<i64, i64>,
    /// Key text → value.
    keys: HashMap<String, i64>,
}

/// People and their place in the organisation on one day.
#[derive(Default)]
pub struct Graph {
    people: IdSet,
    dimensions: Vec<DimensionData>,
    reports: HashMap<i64, Vec<i64>>,
    lists: Vec<List>,
}

impl Graph {
    pub(crate) fn load(view: &mut View<'_>) -> Result<Graph> {
        let mut graph = Graph::default();
        let Some(people) = view.scope().installation().registry().people else { return Ok(graph) };
        let day = days_of_date(view.scope().installation().clock().today());
        let table = view.object(people.object)?.table_name();
        for row in view.conn.query(&format!("SELECT id FROM {table}"), &[])? {
            graph.people.insert(row.first().map_or(0, Cell::int));
        }
        graph.load_dimensions(view, people, day)?;
        graph.load_lists(view)?;
        Ok(graph)
    }

    fn load_dimensions(&mut self, view: &mut View<'_>, people: People, day: i64) -> Result<()> {
        let slice = view.object(people.slice)?;
        let column = |name: &str| slice.field(name).map(sql_column).unwrap_or_default();
        let columns: Vec<String> = people.dimensions.iter().map(|d| format!("t.{}", column(d.field))).collect();
        let person = column(people.person);
        let mut sql = Piece::new(
            format!("SELECT t.{person}, {} FROM {} t WHERE 1 = 1", columns.join(", "), slice.table_name()),
            Vec::new(),
        );
        sql.push(period("t", day));
        let mut data: Vec<DimensionData> = Vec::new();
        for dimension in people.dimensions {
            let mut entry = DimensionData { code: dimension.code, ..DimensionData::default() };
            let object = view.object(dimension.object)?;
            let id = if object.period.is_some() { "thread" } else { "id" };
            if let Some(key) = object.thread.first().and_then(|i| object.fields.get(*i)) {
                let sql = format!("SELECT t.{id}, t.{} FROM {} t", sql_column(key), object.table_name());
                for row in view.conn.query(&sql, &[])? {
                    if let [id, key] = row.as_slice() {
                        entry.keys.insert(key.text().to_string(), id.int());
                    }
                }
            }
            if let Some(parent) = dimension.parent.and_then(|name| object.field(name)) {
                let parent = sql_column(parent);
                let mut sql = Piece::new(
                    format!("SELECT t.{id}, t.{parent} FROM {} t WHERE t.{parent} IS NOT NULL", object.table_name()),
                    Vec::new(),
                );
                if object.period.is_some() {
                    sql.push(period("t", day));
                }
                for row in view.conn.query(&sql.sql, &sql.params)? {
                    if let [child, parent] = row.as_slice() {
                        entry.parents.insert(child.int(), parent.int());
                    }
                }
            }
            data.push(entry);
        }
        view.conn.query_each(&sql.sql, &sql.params, &mut |row| {
            let person = row.first().map_or(0, Cell::int);
            for (entry, cell) in data.iter_mut().zip(row.iter().skip(1)) {
                if let Cell::Int(value) = cell {
                    entry.values.insert(person, *value);
                }
            }
            Ok(true)
        })?;
        for (entry, dimension) in data.iter_mut().zip(people.dimensions) {
            if let Some((object, field)) = dimension.via {
                let object = view.object(object)?;
                let Some(field) = object.field(field) else { continue };
                let sql = format!("SELECT id, {} FROM {}", sql_column(field), object.table_name());
                let mut onward = HashMap::new();
                for row in view.conn.query(&sql, &[])? {
                    if let [id, Cell::Int(value)] = row.as_slice() {
                        onward.insert(id.int(), *value);
                    }
                }
                entry.values =
                    entry.values.iter().filter_map(|(p, v)| onward.get(v).map(|next| (*p, *next))).collect();
            }
            if dimension.line {
                for (person, manager) in &entry.values {
                    self.reports.entry(*manager).or_default().push(*person);
                }
                entry.parents = entry.values.clone();
            }
        }
        self.dimensions = data;
        Ok(())
    }

    fn load_lists(&mut self, view: &mut View<'_>) -> Result<()> {
        let rows = view.conn.query("SELECT id, rule FROM employees.accreditation_list WHERE active = 1", &[])?;
        for row in rows {
            let [id, rule] = row.as_slice() else { continue };
            // A rule is checked when it is written; one that no longer fits (its value is gone) chooses nobody.
            let by_rule = match expression::parse(rule.text()) {
                Ok(expr) if !rule.text().trim().is_empty() => self.evaluate(&expr).unwrap_or_default(),
                _ => IdSet::default(),
            };
            self.lists.push(List { id: id.int(), by_hand: IdSet::default(), by_rule, owners: Vec::new() });
        }
        let index: HashMap<i64, usize> = self.lists.iter().enumerate().map(|(i, l)| (l.id, i)).collect();
        for (table, owner) in [("list_member", false), ("list_owner", true)] {
            let rows = view.conn.query(&format!("SELECT list, employee FROM employees.{table}"), &[])?;
            for row in rows {
                let [list, person] = row.as_slice() else { continue };
                let Some(entry) = index.get(&list.int()).and_then(|i| self.lists.get_mut(*i)) else { continue };
                if owner {
                    entry.owners.push(person.int());
                } else {
                    entry.by_hand.insert(person.int());
                }
            }
        }
        Ok(())
    }

    /// The people that a rule chooses.
    fn evaluate(&self, expr: &Expr) -> std::result::Result<IdSet, Fault> {
        Ok(match expr {
            Expr::And(parts) => {
                let sets = parts.iter().map(|p| self.evaluate(p)).collect::<std::result::Result<Vec<_>, _>>()?;
                let Some((first, rest)) = sets.split_first() else { return Ok(IdSet::default()) };
                first.iter().filter(|id| rest.iter().all(|set| set.contains(*id))).collect()
            }
            Expr::Or(parts) => {
                let mut all = IdSet::default();
                for part in parts {
                    all.extend(&self.evaluate(part)?);
                }
                all
            }
            Expr::Not(inner) => {
                let inner = self.evaluate(inner)?;
                self.people.iter().filter(|id| !inner.contains(*id)).collect()
            }
            Expr::Test { name, op, values, at } => {
                let fault = |code: &'static str, what: &str| {
                    Fault::new(code).with("position", *at).with("detail", format!("→ {what}"))
                };
                let Some(dimension) = self.dimensions.iter().find(|d| d.code == name) else {
                    let known: Vec<&str> = self.dimensions.iter().map(|d| d.code).collect();
                    return Err(fault("rule.syntax", &known.join(", ")));
                };
                let mut roots = IdSet::default();
                for value in values {
                    match dimension.keys.get(value) {
                        Some(id) => {
                            roots.insert(*id);
                        }
                        None => return Err(fault("rule.syntax", &format!("{name}: {value}?"))),
                    }
                }
                match *op {
                    "is" => dimension.values.iter().filter(|(_, v)| roots.contains(**v)).map(|(p, _)| *p).collect(),
                    "ne" => {
                        let set = &dimension.values;
                        self.people.iter().filter(|p| !set.get(p).is_some_and(|v| roots.contains(*v))).collect()
                    }
                    "under" => {
                        let mut known: HashMap<i64, bool> = HashMap::new();
                        let below = |value: i64, known: &mut HashMap<i64, bool>| {
                            let (mut at, mut steps, mut path) = (value, 0, Vec::new());
                            let found = loop {
                                if let Some(answer) = known.get(&at) {
                                    break *answer;
                                }
                                path.push(at);
                                if roots.contains(at) {
                                    break true;
                                }
                                steps += 1;
                                match dimension.parents.get(&at) {
                                    Some(parent) if steps < 64 => at = *parent,
                                    _ => break false,
                                }
                            };
                            known.extend(path.into_iter().map(|v| (v, found)));
                            found
                        };
                        dimension.values.iter().filter(|(_, v)| below(**v, &mut known)).map(|(p, _)| *p).collect()
                    }
                    "empty" => self.people.iter().filter(|p| !dimension.values.contains_key(p)).collect(),
                    _ => return Err(fault("rule.syntax", "is, is not, under, is empty")),
                }
            }
        })
    }

    /// Everyone below a manager, however deep.
    pub fn team(&self, manager: i64) -> IdSet {
        let mut team = IdSet::default();
        let mut queue = vec![manager];
        while let Some(next) = queue.pop() {
            for report in self.reports.get(&next).into_iter().flatten() {
                // A circle of managers must not go round for ever, and nobody is their own report.
                if *report != manager && team.insert(*report) {
                    queue.push(*report);
                }
            }
        }
        team
    }

    /// Whom an employee reaches.
    pub fn reach(&self, me: i64) -> Reach {
        let mut lists = IdSet::default();
        for list in self.lists.iter().filter(|l| l.owners.contains(&me)) {
            lists.extend(&list.by_hand);
            lists.extend(&list.by_rule);
        }
        Reach { team: self.team(me), lists }
    }

    /// Why `me` reaches `person`; empty when not at all.
    pub fn why(&self, me: i64, person: i64) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if me == person {
            reasons.push(Reason::Own);
        }
        if self.team(me).contains(person) {
            reasons.push(Reason::Team);
        }
        for list in self.lists.iter().filter(|l| l.owners.contains(&me)) {
            let (by_hand, by_rule) = (list.by_hand.contains(person), list.by_rule.contains(person));
            if by_hand || by_rule {
                reasons.push(Reason::List { list: list.id, by_hand, by_rule });
            }
        }
        reasons
    }

    /// Everyone who reaches a person by reporting line or list, with the reasons.
    pub fn who_reaches(&self, person: i64) -> Vec<(i64, Vec<Reason>)> {
        let mut candidates = IdSet::default();
        candidates.insert(person);
        if let Some(line) = self.dimensions.iter().find(|d| !d.parents.is_empty() && d.parents.len() == d.values.len()) {
            let (mut at, mut steps) = (person, 0);
            while let Some(manager) = line.parents.get(&at).filter(|_| steps < 64) {
                candidates.insert(*manager);
                at = *manager;
                steps += 1;
            }
        }
        for list in self.lists.iter().filter(|l| l.by_hand.contains(person) || l.by_rule.contains(person)) {
            for owner in &list.owners {
                candidates.insert(*owner);
            }
        }
        candidates.iter().map(|id| (id, self.why(id, person))).filter(|(_, why)| !why.is_empty()).collect()
    }

    /// The members of a list: by hand, and by its rule.
    pub fn members(&self, list: i64) -> Option<(&IdSet, &IdSet)> {
        self.lists.iter().find(|l| l.id == list).map(|l| (&l.by_hand, &l.by_rule))
    }
}

impl View<'_> {
    /// How people stand in the organisation today, for screens that explain accreditation. It holds row numbers only.
    pub fn people_graph(&mut self) -> Result<Arc<Graph>> {
        self.graph()
    }

    /// The row numbers that a rule would choose, for a preview.
    pub fn try_rule(&mut self, rule: &str) -> Result<IdSet> {
        let graph = self.graph()?;
        Ok(graph.evaluate(&expression::parse(rule).map_err(as_rule)?)?)
    }
}

/// Whether a rule can be read and names things that exist.
pub(crate) fn check_rule(view: &mut View<'_>, rule: &str) -> Result<std::result::Result<(), Fault>> {
    if rule.trim().is_empty() {
        return Ok(Ok(()));
    }
    let graph = view.graph()?;
    Ok(expression::parse(rule).map_err(as_rule).and_then(|expr| graph.evaluate(&expr).map(|_| ())))
}

fn as_rule(fault: Fault) -> Fault {
    Fault { code: "rule.syntax", ..fault }
}

/// Which of the shape's objects feed the graph: a change to them makes it stale.
pub(crate) fn feeds(people: Option<People>, object: &str) -> bool {
    matches!(object, "AccreditationList" | "ListMember" | "ListOwner")
        || people.is_some_and(|p| {
            p.object == object
                || p.slice == object
                || p.dimensions.iter().any(|d| d.object == object || d.via.is_some_and(|(o, _)| o == object))
        })
}

/// The key text of a value, for rules built by screens.
pub fn quote(key: &str) -> String {
    let plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "-_./".contains(c));
    let reserved = ["and", "or", "not", "empty"].contains(&key);
    if plain && !reserved { key.to_string() } else { format!("\"{}\"", key.replace('"', "\"\"")) }
}
