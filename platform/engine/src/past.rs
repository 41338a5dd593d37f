//! Who could see whose data on a day that is gone, and why (A10, A11, A13).
//!
//! Nothing is kept for it: the journal knows every change of users, roles, lists and places with what was there before.
//! Today's rows are taken and the changes undone one after the other, the latest first, until the day is reached. What
//! holds for today is then asked of the people graph and of the rights as they were. The groups of fields are those
//! that the program has today.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;
use talang_catalogue::object::GENERAL;
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Fault, Object, Value};
use talang_store::layout::sql_column;
use talang_store::{Cell, IdSet, P};

use crate::accreditation::{Graph, Raw, RawDimension, RawList, Reason};
use crate::error::Result;
use crate::journal::{self, Deed};
use crate::registry::People;
use crate::rights::{Action, Extents, Grant, Rights};
use crate::view::View;

/// Moments of one day that are looked at; a day with more changes is looked at evenly.
pub const MOST_MOMENTS: usize = 40;

const DAY: i64 = 86_400_000_000;

/// A row as it was.
#[derive(Clone, Default)]
struct Row {
    thread: i64,
    values: Vec<Value>,
}

/// The rows of an object as they were: only the fields that matter here.
struct Table {
    object: Arc<Object>,
    /// Index of the field in the object.
    fields: Vec<usize>,
    rows: HashMap<i64, Row>,
    /// Thread by key, of everything that was ever seen: deleted rows have lost theirs.
    threads: HashMap<String, i64>,
}

impl Table {
    fn place(&self, name: &str) -> Option<usize> {
        let index = self.object.field(name)?.index;
        self.fields.iter().position(|f| *f == index)
    }

    fn key(&self, values: &[Value]) -> String {
        let part = |index: &usize| {
            let at = self.fields.iter().position(|f| f == index)?;
            values.get(at).map(|v| format!("{v:?}"))
        };
        self.object.thread.iter().filter_map(part).collect::<Vec<_>>().join("|")
    }

    fn thread(&mut self, id: i64, values: &[Value]) -> i64 {
        if self.object.period.is_none() {
            return id;
        }
        let key = self.key(values);
        *self.threads.entry(key).and_modify(|t| *t = (*t).min(id)).or_insert(id)
    }
}

/// A change to be undone.
struct Undo {
    at: i64,
    object: u16,
    record: i64,
    deed: Deed,
    /// Place among the table's fields, and what was there before.
    before: Vec<(usize, Value)>,
}

/// Rights and places of the past.
struct Past {
    tables: HashMap<u16, Table>,
    undo: Vec<Undo>,
    next: usize,
}

/// What was asked.
#[derive(Clone, Debug)]
pub struct Question {
    /// On which day (UTC).
    pub day: Date,
    /// Data of this object.
    pub object: Arc<Object>,
    /// In this group of fields.
    pub group: String,
    /// Whose data: row number of the employee; nothing for everybody's.
    pub person: Option<i64>,
    /// Who sees: row number of the employee or account; nothing for everybody.
    pub viewer: Option<Viewer>,
}

/// Whose eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// All accounts of an employee.
    Employee(i64),
    /// One account.
    Account(i64),
}

/// A line of a role that opened the data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cause {
    /// Code of the role, then.
    pub role: String,
    /// What the line named: object, module or `*`.
    pub object: String,
    /// What group it named.
    pub group: String,
    /// How far it reached.
    pub extent: Extents,
    /// Codes of the accreditation lists by which it reached the person, with a mark for those chosen by rule.
    pub lists: Vec<(String, bool)>,
    /// It reached the person because the account's owner had recorded them.
    pub newcomer: bool,
}

/// Somebody who could see the data for a part of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seer {
    /// Row number of the account.
    pub user: i64,
    /// Its login, then.
    pub login: String,
    /// Whose account it was.
    pub employee: Option<i64>,
    /// Login of whom they could act for as deputy (A13), where it was so that they could see; empty where they could themselves.
    pub behalf: String,
    /// From this microsecond since 1970.
    pub from: i64,
    /// Until just before this microsecond.
    pub until: i64,
    /// Why.
    pub causes: Vec<Cause>,
    /// How many people's data it could see so; set where no person was asked about.
    pub people: Option<usize>,
}

/// The answer.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// Who could see, by login and time.
    pub seers: Vec<Seer>,
    /// Numbers of people who existed then, by row number: also those who are gone today.
    pub numbers: HashMap<i64, String>,
    /// Whom a viewer could see at some moment of the day; empty where no viewer was asked about or they saw everybody.
    pub seen: IdSet,
    /// The viewer saw everybody at some moment of the day.
    pub saw_everybody: bool,
    /// Moments that were looked at, and how many there were.
    pub moments: (usize, usize),
}

impl View<'_> {
    /// Who could see data on a day, and why, or whom somebody could see. For those who may read all users, roles and
    /// lists today.
    ///
    /// # Errors
    /// `record.not_found` for others; `value.too_large` for a day to come.
    pub fn could_see(&mut self, question: &Question) -> Result<Answer> {
        // Who was on which team is told by the journal of the teams, not by the people graph.
        let def = question.object.def;
        if question.object.bounded() && !self.scope().installation().registry().by_people(def) {
            return Err(Fault::new("object.unknown").with("name", def.name).into());
        }
        for name in ["User", "UserRole", "RoleRight", "AccreditationList"] {
            let object = self.object(name)?;
            if !self.rights().on(&object, Action::Read).has(Extents::ALL) {
                return Err(Fault::new("record.not_found").with("object", name).into());
            }
        }
        let clock = self.scope().installation().clock();
        if question.day > clock.today() {
            return Err(Fault::new("value.too_large").on("day").with("max", clock.today()).into());
        }
        let begin = days_of_date(question.day) * DAY;
        let end = (begin + DAY).min(clock.now() + 1);
        let mut past = Past::load(self, begin)?;
        past.undo_until(end - 1);
        let all = past.moments(begin);
        let moments = thin(all.clone());
        let mut spans: Vec<Seer> = Vec::new();
        let mut answer = Answer { moments: (moments.len(), all.len()), ..Answer::default() };
        let mut until = end;
        for moment in moments {
            past.undo_until(moment);
            let from = moment.max(begin - 1) + i64::from(moment < begin);
            past.look(self, question, (from, until), &mut spans, &mut answer)?;
            until = from;
        }
        answer.seers = join(spans);
        Ok(answer)
    }
}

/// Some of the moments, the first and the last among them, evenly.
fn thin(all: Vec<i64>) -> Vec<i64> {
    let count = all.len();
    if count <= MOST_MOMENTS {
        return all;
    }
    (0..MOST_MOMENTS).filter_map(|n| all.get(n * (count - 1) / (MOST_MOMENTS - 1)).copied()).collect()
}

/// Neighbouring spans of the same account with the same reasons become one.
fn join(mut spans: Vec<Seer>) -> Vec<Seer> {
    spans.sort_by(|a, b| (&a.login, a.user, &a.behalf, a.from).cmp(&(&b.login, b.user, &b.behalf, b.from)));
    let mut out: Vec<Seer> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last)
                if last.user == span.user
                    && last.until == span.from
                    && last.causes == span.causes
                    && (&last.login, &last.behalf, last.employee, last.people)
                        == (&span.login, &span.behalf, span.employee, span.people) =>
            {
                last.until = span.until;
            }
            _ => out.push(span),
        }
    }
    out
}

/// The objects that decide, with the fields that matter.
fn deciding(people: Option<People>) -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut all: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::from([
        ("User", vec!["login", "employee", "state", "valid_until"]),
        ("Role", vec!["code", "active"]),
        ("RoleRight", vec!["role", "object", "field_group", "actions", "extent"]),
        ("UserRole", vec!["user", "role"]),
        ("AccreditationList", vec!["code", "rule", "active"]),
        ("ListMember", vec!["list", "employee"]),
        ("ListOwner", vec!["list", "employee"]),
        ("Delegation", vec!["delegator", "delegate", "roles", "lists"]),
    ]);
    if let Some(people) = people {
        all.entry(people.object).or_default();
        all.entry(people.slice).or_default().push(people.person);
        for dimension in people.dimensions {
            all.entry(people.slice).or_default().push(dimension.field);
            all.entry(dimension.object).or_default().extend(dimension.parent);
            if let Some((object, field)) = dimension.via {
                all.entry(object).or_default().push(field);
            }
        }
    }
    all
}

impl Past {
    /// Today's rows, and everything that changed since `begin`.
    fn load(view: &mut View<'_>, begin: i64) -> Result<Past> {
        let people = view.scope().installation().registry().people;
        let mut past = Past { tables: HashMap::new(), undo: Vec::new(), next: 0 };
        for (name, wanted) in deciding(people) {
            let Ok(object) = view.object(name) else { continue };
            let mut fields: Vec<usize> = wanted.iter().filter_map(|f| Some(object.field(f)?.index)).collect();
            fields.extend(object.key.iter().copied());
            fields.extend(object.period.iter().flat_map(|(start, end)| [*start, *end]));
            fields.sort_unstable();
            fields.dedup();
            past.read_rows(view, object, fields)?;
        }
        let kinds: Vec<&'static str> = {
            let mut kinds: Vec<_> = past.tables.values().map(|t| t.object.def.kind.name()).collect();
            kinds.sort_unstable();
            kinds.dedup();
            kinds
        };
        for kind in kinds {
            past.read_journal(view, kind, begin)?;
        }
        past.undo.sort_by(|a, b| b.at.cmp(&a.at));
        Ok(past)
    }

    fn read_rows(&mut self, view: &mut View<'_>, object: Arc<Object>, fields: Vec<usize>) -> Result<()> {
        let thread = if object.period.is_some() { "t.thread" } else { "t.id" };
        let mut sql = format!("SELECT t.id, {thread}");
        for field in fields.iter().filter_map(|i| object.fields.get(*i)) {
            sql.push_str(&format!(", t.{}", sql_column(field)));
        }
        sql.push_str(&format!(" FROM {} t", object.table_name()));
        let mut table =
            Table { object: object.clone(), fields, rows: HashMap::new(), threads: HashMap::new() };
        view.conn.query_each(&sql, &[], &mut |row| {
            let values: Vec<Value> = row.iter().skip(2).map(value).collect();
            let (id, thread) = (row.first().map_or(0, Cell::int), row.get(1).map_or(0, Cell::int));
            if table.object.period.is_some() {
                table.threads.insert(table.key(&values), thread);
            }
            table.rows.insert(id, Row { thread, values });
            Ok(true)
        })?;
        self.tables.insert(object.def.id, table);
        Ok(())
    }

    fn read_journal(&mut self, view: &mut View<'_>, kind: &str, begin: i64) -> Result<()> {
        let first = first_entry(view, kind, begin)?;
        let objects: Vec<i64> = self
            .tables
            .values()
            .filter(|t| t.object.def.kind.name() == kind)
            .map(|t| i64::from(t.object.def.id))
            .collect();
        let sql = format!(
            "SELECT j.at, j.object, j.record, j.action, j.changes FROM {kind}.journal j
             WHERE j.id >= ? AND {} ORDER BY j.id DESC",
            view.dialect().any("j.object")
        );
        let (tables, undo) = (&self.tables, &mut self.undo);
        view.conn.query_each(&sql, &[P::Int(first), P::Ints(objects)], &mut |row| {
            let [at, object, record, deed, changes] = row.as_slice() else { return Ok(true) };
            let number = u16::try_from(object.int()).unwrap_or_default();
            let Some(table) = tables.get(&number) else { return Ok(true) };
            let deed = Deed::parse(deed.text());
            let before = journal::before(&table.object, changes.text());
            let place = |index: usize| table.fields.iter().position(|f| *f == index);
            let before: Vec<_> =
                before.into_iter().filter_map(|(index, value)| Some((place(index)?, value))).collect();
            // A change of fields that decide nothing is none.
            if deed != Deed::Update || !before.is_empty() {
                undo.push(Undo { at: at.int(), object: number, record: record.int(), deed, before });
            }
            Ok(true)
        })?;
        Ok(())
    }

    /// Undoes what happened after a moment.
    fn undo_until(&mut self, moment: i64) {
        while let Some(step) = self.undo.get(self.next).filter(|s| s.at > moment) {
            self.next += 1;
            let Some(table) = self.tables.get_mut(&step.object) else { continue };
            match step.deed {
                Deed::Create => {
                    table.rows.remove(&step.record);
                }
                Deed::Update => {
                    if let Some(row) = table.rows.get_mut(&step.record) {
                        for (place, value) in &step.before {
                            if let Some(slot) = row.values.get_mut(*place) {
                                *slot = value.clone();
                            }
                        }
                    }
                }
                Deed::Delete => {
                    let mut values = vec![Value::Null; table.fields.len()];
                    for (place, value) in &step.before {
                        if let Some(slot) = values.get_mut(*place) {
                            *slot = value.clone();
                        }
                    }
                    let thread = table.thread(step.record, &values);
                    table.rows.insert(step.record, Row { thread, values });
                }
            }
        }
    }

    /// The moments of the day after which something was different, the latest first, and the one before all of them.
    fn moments(&self, begin: i64) -> Vec<i64> {
        let rest = self.undo.get(self.next..).unwrap_or_default();
        let mut all: Vec<i64> = rest.iter().map(|s| s.at).take_while(|at| *at >= begin).collect();
        all.dedup();
        all.push(begin - 1);
        all
    }

    fn table(&self, view: &View<'_>, name: &str) -> Option<&Table> {
        self.tables.get(&view.object(name).ok()?.def.id)
    }

    /// Every row of an object with some of its values.
    fn rows<'a>(
        &'a self,
        view: &View<'_>,
        name: &str,
        fields: &[&str],
    ) -> impl Iterator<Item = (i64, i64, Vec<&'a Value>)> + 'a {
        let table = self.table(view, name);
        let places: Vec<Option<usize>> = fields.iter().map(|f| table.and_then(|t| t.place(f))).collect();
        table.into_iter().flat_map(|t| t.rows.iter()).map(move |(id, row)| {
            const NOTHING: &Value = &Value::Null;
            let values =
                places.iter().map(|p| p.and_then(|p| row.values.get(p)).unwrap_or(NOTHING)).collect();
            (*id, row.thread, values)
        })
    }

    /// As [`Past::rows`], of a dated object only what was valid on a day.
    fn valid<'a>(
        &'a self,
        view: &View<'_>,
        name: &str,
        fields: &[&str],
        day: i64,
    ) -> Vec<(i64, Vec<&'a Value>)> {
        let dated = self.table(view, name).is_some_and(|t| t.object.period.is_some());
        let mut wanted = vec!["start", "end"];
        wanted.extend(fields);
        let valid = |values: &[&Value]| {
            let at = |n: usize| values.get(n).and_then(|v| v.as_int());
            !dated || at(0).is_none_or(|s| s <= day) && at(1).is_none_or(|e| e >= day)
        };
        self.rows(view, name, &wanted)
            .filter(|(.., values)| valid(values))
            .map(|(id, thread, values)| {
                (if dated { thread } else { id }, values.into_iter().skip(2).collect())
            })
            .collect()
    }

    /// How people stood in the organisation, and who owned which lists.
    fn graph(&self, view: &mut View<'_>, people: People, day: i64) -> Result<Graph> {
        let mut raw = Raw {
            people: self.rows(view, people.object, &[]).map(|(id, ..)| id).collect(),
            ..Raw::default()
        };
        for dimension in people.dimensions {
            let mut data = RawDimension::default();
            let key = self
                .table(view, dimension.object)
                .and_then(|t| t.object.fields.get(*t.object.thread.first()?).map(|f| f.name.to_string()));
            if let Some(key) = key {
                let dated = self.table(view, dimension.object).is_some_and(|t| t.object.period.is_some());
                data.keys = self
                    .rows(view, dimension.object, &[&key])
                    .filter_map(|(id, thread, values)| {
                        let text = values.first()?.as_text()?.to_string();
                        Some((text, if dated { thread } else { id }))
                    })
                    .collect();
            }
            if let Some(parent) = dimension.parent {
                let rows = self.valid(view, dimension.object, &[parent], day);
                data.parents =
                    rows.into_iter().filter_map(|(id, v)| Some((id, v.first()?.as_int()?))).collect();
            }
            if let Some((object, field)) = dimension.via {
                let rows = self.rows(view, object, &[field]);
                data.onward = Some(rows.filter_map(|(id, _, v)| Some((id, v.first()?.as_int()?))).collect());
            }
            raw.dimensions.push(data);
        }
        let mut fields = vec![people.person];
        fields.extend(people.dimensions.iter().map(|d| d.field));
        for (_, values) in self.valid(view, people.slice, &fields, day) {
            let mut values = values.into_iter().map(Value::as_int);
            if let Some(person) = values.next().flatten() {
                raw.places.push((person, values.collect()));
            }
        }
        for (id, _, values) in self.rows(view, "AccreditationList", &["rule", "active"]) {
            if values.get(1).and_then(|v| v.as_int()) == Some(1) {
                let rule = values.first().and_then(|v| v.as_text()).unwrap_or_default().to_string();
                raw.lists.push(RawList { id, rule, ..RawList::default() });
            }
        }
        raw.lists.sort_by_key(|l| l.id);
        for (name, owner) in [("ListMember", false), ("ListOwner", true)] {
            for (_, _, values) in self.rows(view, name, &["list", "employee"]) {
                let pair = (values.first().and_then(|v| v.as_int()), values.get(1).and_then(|v| v.as_int()));
                let (Some(list), Some(person)) = pair else { continue };
                if let Some(list) = raw.lists.iter_mut().find(|l| l.id == list) {
                    if owner { list.owners.push(person) } else { list.members.push(person) }
                }
            }
        }
        raw.newcomers = self.newcomers(view, people, &raw)?;
        Ok(Graph::from_raw(people, raw))
    }

    /// Who stood nowhere, and which employee had recorded them.
    fn newcomers(&self, view: &mut View<'_>, people: People, raw: &Raw) -> Result<HashMap<i64, i64>> {
        let placed: IdSet = raw
            .places
            .iter()
            .filter(|(_, values)| values.iter().any(Option::is_some))
            .map(|(person, _)| *person)
            .collect();
        let nowhere: Vec<i64> = raw.people.iter().filter(|id| !placed.contains(*id)).collect();
        let owners: HashMap<i64, i64> = self
            .rows(view, "User", &["employee"])
            .filter_map(|(id, _, v)| Some((id, v.first()?.as_int()?)))
            .collect();
        let object = view.object(people.object)?;
        crate::accreditation::recorders(view, &object, nowhere, &owners)
    }

    /// Who could see at the moment at which this stands, or whom.
    fn look(
        &self,
        view: &mut View<'_>,
        question: &Question,
        span: (i64, i64),
        spans: &mut Vec<Seer>,
        answer: &mut Answer,
    ) -> Result<()> {
        let day = days_of_date(question.day);
        let people = view.scope().installation().registry().people;
        let graph = match people {
            Some(people) => self.graph(view, people, day)?,
            None => Graph::default(),
        };
        if let Some((people, table)) = people.and_then(|p| Some((p, self.table(view, p.object)?)))
            && let Some(key) = table.object.thread.first().and_then(|i| table.object.fields.get(*i))
        {
            let name = key.name.to_string();
            for (id, _, values) in self.rows(view, people.object, &[&name]) {
                let number = values.first().and_then(|v| v.as_text()).unwrap_or_default();
                answer.numbers.insert(id, number.to_string());
            }
        }
        let codes: HashMap<i64, String> = self
            .rows(view, "AccreditationList", &["code"])
            .map(|(id, _, v)| (id, v.first().and_then(|v| v.as_text()).unwrap_or_default().to_string()))
            .collect();
        let reaching: HashMap<i64, Vec<Reason>> = match question.person {
            Some(person) => graph.who_reaches(person).into_iter().collect(),
            None => HashMap::new(),
        };
        let impersonal = !question.object.bounded();
        let there = question.person.is_none_or(|p| answer.numbers.contains_key(&p));
        let roles = self.grants(view);
        let mut held: HashMap<i64, Vec<i64>> = HashMap::new();
        for (_, _, values) in self.rows(view, "UserRole", &["user", "role"]) {
            if let [Value::Int(user), Value::Int(role)] = values.as_slice() {
                held.entry(*user).or_default().push(*role);
            }
        }
        let catalogue = view.catalogue();
        let mut known: HashMap<(bool, Vec<i64>), Arc<Rights>> = HashMap::new();
        for eyes in self.eyes(view, &held, day) {
            let asked = match question.viewer {
                None => true,
                Some(Viewer::Account(account)) => account == eyes.user,
                Some(Viewer::Employee(person)) => eyes.employee == Some(person),
            };
            // A deputy has their own rights to their own data, whomever they act for.
            let own = eyes.deputy && question.person.is_some() && question.person == eyes.employee;
            if !asked || !there || own {
                continue;
            }
            let key = (eyes.deputy, eyes.roles.clone());
            let rights = known.entry(key).or_insert_with(|| {
                let grants = eyes.roles.iter().filter_map(|r| roles.get(r)).flatten();
                let grants = grants.filter(|g| !eyes.deputy || g.extent != Extents::SELF).cloned().collect();
                let mut rights = Rights::new(grants, &catalogue);
                if eyes.deputy {
                    rights.retain(|object| crate::acting::lent(&catalogue, object));
                }
                Arc::new(rights)
            });
            let rights = rights.clone();
            let general = rights.extents(&question.object, GENERAL, Action::Read);
            let given = rights.extents(&question.object, &question.group, Action::Read);
            if general.is_none() || given.is_none() {
                continue;
            }
            let nothing = Vec::new();
            let reasons = eyes.reach.and_then(|e| reaching.get(&e)).unwrap_or(&nothing);
            let within = (!eyes.lists.is_empty())
                .then(|| eyes.reach.map(|other| graph.members_of(other, &eyes.lists)).unwrap_or_default());
            if let (Some(person), Some(within)) = (question.person, &within)
                && !within.contains(person)
            {
                continue;
            }
            let mut seer = Seer {
                user: eyes.user,
                login: eyes.login,
                employee: eyes.employee,
                behalf: eyes.behalf,
                from: span.0,
                until: span.1,
                causes: Vec::new(),
                people: None,
            };
            let open = match question.person {
                _ if impersonal => Extents::ALL,
                Some(_) => opened(reasons),
                None => Extents::ALL.or(Extents::SELF).or(Extents::TEAM).or(Extents::LISTS),
            };
            if question.person.is_some() && (general.common(open).is_none() || given.common(open).is_none()) {
                continue;
            }
            if question.person.is_none() {
                let mut set = reached(&graph, eyes.reach, general, given);
                if eyes.deputy {
                    let all = set.unwrap_or_else(|| graph.everybody().clone());
                    let fits = |id: &i64| {
                        Some(*id) != eyes.employee && within.as_ref().is_none_or(|w| w.contains(*id))
                    };
                    set = Some(all.iter().filter(fits).collect());
                }
                seer.people = Some(set.as_ref().map_or(graph.size(), IdSet::len));
                if question.viewer.is_some() {
                    match &set {
                        Some(set) => answer.seen.extend(set),
                        None => answer.saw_everybody = true,
                    }
                }
                if seer.people == Some(0) && !impersonal {
                    continue;
                }
            }
            for grant in rights.origin(&question.object, &question.group, Action::Read) {
                if grant.extent.common(open).is_none() && !impersonal {
                    continue;
                }
                let lists =
                    if grant.extent.has(Extents::LISTS) { lists_of(reasons, &codes) } else { Vec::new() };
                seer.causes.push(Cause {
                    role: grant.role.clone(),
                    object: grant.object.clone(),
                    group: grant.group.clone(),
                    extent: grant.extent,
                    lists,
                    newcomer: grant.extent.has(Extents::LISTS) && reasons.contains(&Reason::Newcomer),
                });
            }
            seer.causes.sort();
            spans.push(seer);
        }
        Ok(())
    }

    /// Everybody who could look at the moment at which this stands: accounts by themselves, and deputies by the delegations of
    /// the day (A13), with the bounds that [`crate::acting`] keeps. Support with consent is told by the log, not here.
    fn eyes(&self, view: &View<'_>, held: &HashMap<i64, Vec<i64>>, day: i64) -> Vec<Eyes> {
        let mut out = Vec::new();
        for (id, _, values) in self.rows(view, "User", &["login", "employee", "state", "valid_until"]) {
            let [login, employee, state, valid_until] = values.as_slice() else { continue };
            if state.as_text() != Some("active") || valid_until.as_int().is_some_and(|last| last < day) {
                continue;
            }
            let mut roles = held.get(&id).cloned().unwrap_or_default();
            roles.sort_unstable();
            let employee = employee.as_int();
            out.push(Eyes {
                user: id,
                login: login.as_text().unwrap_or_default().to_string(),
                employee,
                reach: employee,
                roles,
                ..Eyes::default()
            });
        }
        out.sort_by_key(|e| e.user);
        let mut deputies = Vec::new();
        for (_, values) in self.valid(view, "Delegation", &["delegator", "delegate", "roles", "lists"], day) {
            let [Value::Int(giver), Value::Int(deputy), roles, lists] = values.as_slice() else { continue };
            let Some(lender) = out.iter().find(|e| e.employee == Some(*giver)) else { continue };
            let named = refs(roles);
            let lent = lender.roles.iter().filter(|r| named.is_empty() || named.contains(r));
            let roles: Vec<i64> = lent.copied().collect();
            for eyes in out.iter().filter(|e| e.employee == Some(*deputy) && giver != deputy) {
                deputies.push(Eyes {
                    deputy: true,
                    behalf: lender.login.clone(),
                    reach: Some(*giver),
                    roles: roles.clone(),
                    lists: refs(lists),
                    ..eyes.clone()
                });
            }
        }
        out.extend(deputies);
        out.retain(|e| !e.roles.is_empty());
        out
    }

    /// The lines of the roles that counted.
    fn grants(&self, view: &View<'_>) -> HashMap<i64, Vec<Grant>> {
        let mut codes: HashMap<i64, &str> = HashMap::new();
        for (id, _, values) in self.rows(view, "Role", &["code", "active"]) {
            if values.get(1).and_then(|v| v.as_int()) == Some(1) {
                codes.insert(id, values.first().and_then(|v| v.as_text()).unwrap_or_default());
            }
        }
        let mut out: HashMap<i64, Vec<Grant>> = HashMap::new();
        let fields = ["role", "object", "field_group", "actions", "extent"];
        for (_, _, values) in self.rows(view, "RoleRight", &fields) {
            let Some(role) = values.first().and_then(|v| v.as_int()) else { continue };
            let Some(code) = codes.get(&role) else { continue };
            let text = |n: usize| values.get(n).and_then(|v| v.as_text()).unwrap_or_default();
            out.entry(role).or_default().push(Grant::parse(code, text(1), text(2), text(3), text(4)));
        }
        out
    }
}

/// An account that could look, with whose rights.
#[derive(Clone, Default)]
struct Eyes {
    user: i64,
    login: String,
    employee: Option<i64>,
    /// As somebody's deputy.
    deputy: bool,
    /// Login of whom they could act for.
    behalf: String,
    /// Whose team and lists count.
    reach: Option<i64>,
    /// Roles that count.
    roles: Vec<i64>,
    /// Lists within which a deputy stays; everywhere where none is named.
    lists: Vec<i64>,
}

/// Row numbers in a field of references: as rows hold them, or as the journal gives them back.
fn refs(value: &Value) -> Vec<i64> {
    match value {
        Value::Refs(ids) => ids.clone(),
        Value::Text(text) => serde_json::from_str(text).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Whom an account could see; nothing for everybody.
fn reached(graph: &Graph, employee: Option<i64>, general: Extents, given: Extents) -> Option<IdSet> {
    let set = |extents: Extents| {
        if extents.has(Extents::ALL) {
            return None;
        }
        let mut set = IdSet::default();
        if let Some(me) = employee {
            let reach = graph.reach(me);
            if extents.has(Extents::SELF) {
                set.insert(me);
            }
            if extents.has(Extents::TEAM) {
                set.extend(&reach.team);
            }
            if extents.has(Extents::LISTS) {
                set.extend(&reach.lists);
            }
        }
        Some(set)
    };
    match (set(general), set(given)) {
        (None, other) | (other, None) => other,
        (Some(a), Some(b)) => Some(a.iter().filter(|id| b.contains(*id)).collect()),
    }
}

/// The extents that reach a person for these reasons.
pub fn opened(reasons: &[Reason]) -> Extents {
    reasons.iter().fold(Extents::ALL, |all, reason| {
        all.or(match reason {
            Reason::Own => Extents::SELF,
            Reason::Team => Extents::TEAM,
            Reason::List { .. } | Reason::Newcomer => Extents::LISTS,
        })
    })
}

fn lists_of(reasons: &[Reason], codes: &HashMap<i64, String>) -> Vec<(String, bool)> {
    let list = |reason: &Reason| match reason {
        Reason::List { list, by_rule, .. } => Some((codes.get(list)?.clone(), *by_rule)),
        _ => None,
    };
    let mut all: Vec<_> = reasons.iter().filter_map(list).collect();
    all.sort();
    all
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Int(n) => Value::Int(*n),
        Cell::Text(s) => Value::Text(s.clone()),
    }
}

/// The first entry of a journal at or after a moment: entries grow with time, so it is found by halving.
fn first_entry(view: &mut View<'_>, kind: &str, begin: i64) -> Result<i64> {
    let sql = format!("SELECT MIN(id), MAX(id) FROM {kind}.journal");
    let row = view.conn.query_one(&sql, &[])?;
    let ends = row.and_then(|r| Some((r.first()?.opt_int()?, r.get(1)?.opt_int()?)));
    let Some((mut low, last)) = ends else { return Ok(0) };
    let mut high = last + 1;
    let sql = format!("SELECT at FROM {kind}.journal WHERE id >= ? ORDER BY id LIMIT 1");
    while low < high {
        let middle = low + (high - low) / 2;
        let at = view.conn.query_one(&sql, &[P::Int(middle)])?.and_then(|r| r.first().map(Cell::int));
        if at.is_some_and(|at| at < begin) { low = middle + 1 } else { high = middle }
    }
    Ok(low)
}
