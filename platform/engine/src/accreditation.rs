//! Accreditation (A11): whom a user reaches. People and their place in the organisation are held in memory as of
//! today, and lists by rule are evaluated over them: there is nothing to refresh, a change counts at the next request.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use talang_catalogue::{Fault, value::days_of_date};
use talang_store::layout::sql_column;
use talang_store::{Cell, IdSet, P};

use crate::error::Result;
use crate::expression::{self, Expr};
use crate::registry::{Dimension, People};
use crate::rights::Who;
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
    /// They recorded the person, who has no place in the organisation yet.
    Newcomer,
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

#[derive(Clone)]
struct List {
    id: i64,
    /// None where there is none, or where it does not fit any more (its value is gone): it chooses nobody.
    rule: Option<Arc<Expr>>,
    by_hand: Arc<IdSet>,
    /// Whom the rule chooses: worked out when somebody asks, so that a move costs nothing for lists that nobody looks at.
    chosen: OnceLock<IdSet>,
    owners: Arc<Vec<i64>>,
}

/// One dimension's values. Cloning is cheap enough to follow a single move: what seldom changes is shared.
#[derive(Clone, Default)]
struct DimensionData {
    code: &'static str,
    object: &'static str,
    /// Value by the person's row number; 0 for none.
    values: Vec<i64>,
    /// Value → parent value. Reporting lines have none: there the values are people themselves.
    parents: Arc<HashMap<i64, i64>>,
    /// Key text → value.
    keys: Arc<HashMap<String, i64>>,
    /// From the slice's value onward to the dimension's: job → family.
    onward: Option<Arc<HashMap<i64, i64>>>,
    line: bool,
    /// Value → people, and parent → values, made when first asked for.
    index: OnceLock<HashMap<i64, Vec<i64>>>,
    children: Arc<OnceLock<HashMap<i64, Vec<i64>>>>,
}

impl DimensionData {
    fn value(&self, person: i64) -> Option<i64> {
        usize::try_from(person).ok().and_then(|i| self.values.get(i)).copied().filter(|v| *v != 0)
    }

    fn set(&mut self, person: i64, value: Option<i64>) {
        let Ok(place) = usize::try_from(person) else { return };
        if self.values.len() <= place {
            self.values.resize(place + 1, 0);
        }
        let value = match &self.onward {
            Some(onward) => value.and_then(|v| onward.get(&v).copied()),
            None => value,
        };
        self.index.take();
        if let Some(slot) = self.values.get_mut(place) {
            *slot = value.unwrap_or(0);
        }
    }

    fn parent(&self, value: i64) -> Option<i64> {
        if self.line { self.value(value) } else { self.parents.get(&value).copied() }
    }

    /// People and their values.
    fn pairs(&self) -> impl Iterator<Item = (i64, i64)> + '_ {
        let pairs = self.values.iter().enumerate().filter(|(_, v)| **v != 0);
        pairs.filter_map(|(p, v)| Some((i64::try_from(p).ok()?, *v)))
    }

    /// The people at a value.
    fn at(&self, value: i64) -> &[i64] {
        let index = self.index.get_or_init(|| {
            let mut index: HashMap<i64, Vec<i64>> = HashMap::new();
            for (person, value) in self.pairs() {
                index.entry(value).or_default().push(person);
            }
            index
        });
        index.get(&value).map(Vec::as_slice).unwrap_or_default()
    }

    /// The values right below one.
    fn children(&self, value: i64) -> &[i64] {
        if self.line {
            return self.at(value);
        }
        let children = self.children.get_or_init(|| {
            let mut children: HashMap<i64, Vec<i64>> = HashMap::new();
            for (value, parent) in self.parents.iter() {
                children.entry(*parent).or_default().push(*value);
            }
            children
        });
        children.get(&value).map(Vec::as_slice).unwrap_or_default()
    }

    /// The people at the roots and at everything below them.
    fn people_below(&self, roots: &IdSet) -> IdSet {
        let (mut people, mut seen) = (IdSet::default(), roots.clone());
        let mut queue: Vec<i64> = roots.iter().collect();
        while let Some(value) = queue.pop() {
            for person in self.at(value) {
                people.insert(*person);
            }
            // A circle must not go round for ever.
            queue.extend(self.children(value).iter().copied().filter(|child| seen.insert(*child)));
        }
        people
    }

    /// Whether a value is one of the roots or below one.
    fn below(&self, value: i64, roots: &IdSet) -> bool {
        let (mut at, mut steps) = (value, 0);
        loop {
            if roots.contains(at) {
                return true;
            }
            steps += 1;
            match self.parent(at) {
                // A circle must not go round for ever.
                Some(parent) if steps < 64 => at = parent,
                _ => return false,
            }
        }
    }
}

/// People and their place in the organisation on one day.
#[derive(Clone, Default)]
pub struct Graph {
    people: IdSet,
    dimensions: Vec<DimensionData>,
    reports: OnceLock<HashMap<i64, Vec<i64>>>,
    lists: Vec<Arc<List>>,
    /// Who stands nowhere yet, and which employee recorded them: that one places them.
    newcomers: HashMap<i64, i64>,
}

/// Newcomers that are looked for at most, the latest first: the rest are leftovers, not people being hired.
const MOST_NEWCOMERS: usize = 2_000;

impl Graph {
    pub(crate) fn load(view: &mut View<'_>) -> Result<Graph> {
        let mut graph = Graph::default();
        let Some(people) = view.scope().installation().registry().people else { return Ok(graph) };
        let table = view.object(people.object)?.table_name();
        for row in view.conn.query(&format!("SELECT id FROM {table}"), &[])? {
            graph.people.insert(row.first().map_or(0, Cell::int));
        }
        for dimension in people.dimensions {
            graph.dimensions.push(load_dimension(view, dimension)?);
        }
        graph.load_places(view, people, None)?;
        graph.load_lists(view)?;
        graph.load_newcomers(view, people)?;
        Ok(graph)
    }

    /// The same graph after these people moved, came or went.
    pub(crate) fn follow(&self, view: &mut View<'_>, moved: &IdSet) -> Result<Graph> {
        let mut graph = Graph { reports: OnceLock::new(), ..self.clone() };
        let Some(people) = view.scope().installation().registry().people else { return Ok(graph) };
        let table = view.object(people.object)?.table_name();
        let ids: Vec<i64> = moved.iter().collect();
        let sql = format!("SELECT id FROM {table} WHERE {}", view.dialect().any("id"));
        let there: IdSet = view
            .conn
            .query(&sql, &[P::Ints(ids.clone())])?
            .iter()
            .map(|r| r.first().map_or(0, Cell::int))
            .collect();
        graph.people = self.people.iter().filter(|id| !moved.contains(*id)).chain(there.iter()).collect();
        for dimension in &mut graph.dimensions {
            for id in &ids {
                dimension.set(*id, None);
            }
        }
        graph.load_places(view, people, Some(ids.clone()))?;
        for place in 0..graph.lists.len() {
            let Some(list) = graph.lists.get(place).cloned() else { continue };
            let Some(rule) = &list.rule else { continue };
            // The old graph may still work out its own: what is not known yet is not shared.
            let chosen = OnceLock::new();
            if let Some(known) = list.chosen.get() {
                let now: IdSet = ids.iter().copied().filter(|id| graph.chooses(rule, *id)).collect();
                if ids.iter().all(|id| now.contains(*id) == known.contains(*id)) {
                    continue;
                }
                let kept = known.iter().filter(|id| !moved.contains(*id));
                let _ = chosen.set(kept.chain(now.iter()).collect());
            }
            if let Some(slot) = graph.lists.get_mut(place) {
                let (rule, by_hand, owners) = (list.rule.clone(), list.by_hand.clone(), list.owners.clone());
                *slot = Arc::new(List { id: list.id, rule, by_hand, chosen, owners });
            }
        }
        graph.load_newcomers(view, people)?;
        Ok(graph)
    }

    /// A user who works with lists records a new person, who is on no list before they have a place: until then they are
    /// reached by whoever recorded them.
    fn load_newcomers(&mut self, view: &mut View<'_>, people: People) -> Result<()> {
        let object = view.object(people.object)?;
        let placed = |id: i64| self.dimensions.iter().any(|d| d.value(id).is_some());
        let mut nowhere: Vec<i64> = self.people.iter().filter(|id| !placed(*id)).collect();
        let leftovers = nowhere.len().saturating_sub(MOST_NEWCOMERS);
        nowhere.drain(..leftovers);
        self.newcomers.clear();
        if nowhere.is_empty() {
            return Ok(());
        }
        let sql = format!(
            "SELECT j.record, u.employee FROM {}.journal j JOIN shared.user u ON u.id = COALESCE(j.on_behalf, j.actor)
             WHERE j.object = ? AND j.action = 'create' AND u.employee IS NOT NULL AND {}",
            object.def.kind.name(),
            view.dialect().any("j.record")
        );
        let rows = view.conn.query(&sql, &[P::Int(object.def.id.into()), P::Ints(nowhere)])?;
        self.newcomers.extend(
            rows.iter()
                .filter_map(|r| if let [a, b] = r.as_slice() { Some((a.int(), b.int())) } else { None }),
        );
        Ok(())
    }

    /// Reads where people stand today: everybody, or some.
    fn load_places(&mut self, view: &mut View<'_>, people: People, some: Option<Vec<i64>>) -> Result<()> {
        let day = days_of_date(view.scope().installation().clock().today());
        let slice = view.object(people.slice)?;
        let column = |name: &str| slice.field(name).map(sql_column).unwrap_or_default();
        let columns: Vec<String> =
            people.dimensions.iter().map(|d| format!("t.{}", column(d.field))).collect();
        let person = column(people.person);
        let mut sql = Piece::new(
            format!("SELECT t.{person}, {} FROM {} t WHERE 1 = 1", columns.join(", "), slice.table_name()),
            Vec::new(),
        );
        sql.push(period("t", day));
        if let Some(ids) = some {
            sql.push(Piece::new(
                format!(" AND {}", view.dialect().any(&format!("t.{person}"))),
                vec![P::Ints(ids)],
            ));
        }
        let dimensions = &mut self.dimensions;
        view.conn.query_each(&sql.sql, &sql.params, &mut |row| {
            let person = row.first().map_or(0, Cell::int);
            for (dimension, cell) in dimensions.iter_mut().zip(row.iter().skip(1)) {
                dimension.set(person, cell.opt_int());
            }
            Ok(true)
        })?;
        Ok(())
    }

    fn load_lists(&mut self, view: &mut View<'_>) -> Result<()> {
        let rows =
            view.conn.query("SELECT id, rule FROM employees.accreditation_list WHERE active = 1", &[])?;
        let mut lists: Vec<List> = Vec::new();
        for row in rows {
            let [id, rule] = row.as_slice() else { continue };
            // A rule is checked when it is written; one that no longer fits (its value is gone) chooses nobody.
            lists.push(List {
                id: id.int(),
                rule: expression::parse(rule.text()).ok().filter(|expr| self.fits(expr)).map(Arc::new),
                by_hand: Arc::default(),
                chosen: OnceLock::new(),
                owners: Arc::default(),
            });
        }
        let index: HashMap<i64, usize> = lists.iter().enumerate().map(|(i, l)| (l.id, i)).collect();
        for (table, owner) in [("list_member", false), ("list_owner", true)] {
            let rows = view.conn.query(&format!("SELECT list, employee FROM employees.{table}"), &[])?;
            for row in rows {
                let [list, person] = row.as_slice() else { continue };
                let Some(entry) = index.get(&list.int()).and_then(|i| lists.get_mut(*i)) else { continue };
                if owner {
                    Arc::make_mut(&mut entry.owners).push(person.int());
                } else {
                    Arc::make_mut(&mut entry.by_hand).insert(person.int());
                }
            }
        }
        self.lists = lists.into_iter().map(Arc::new).collect();
        Ok(())
    }

    /// Whom a list's rule chooses.
    fn by_rule<'l>(&self, list: &'l List) -> &'l IdSet {
        list.chosen
            .get_or_init(|| list.rule.as_ref().and_then(|rule| self.evaluate(rule).ok()).unwrap_or_default())
    }

    /// Whether a list's rule chooses one person, without working out all of them.
    fn rule_chooses(&self, list: &List, person: i64) -> bool {
        match list.chosen.get() {
            Some(chosen) => chosen.contains(person),
            None => list.rule.as_ref().is_some_and(|rule| self.chooses(rule, person)),
        }
    }

    /// Whether a rule speaks of properties and values that are there.
    fn fits(&self, expr: &Expr) -> bool {
        match expr {
            Expr::And(parts) | Expr::Or(parts) => parts.iter().all(|p| self.fits(p)),
            Expr::Not(inner) => self.fits(inner),
            Expr::Test { name, op, values, .. } => {
                let dimension = self.dimensions.iter().find(|d| d.code == name);
                dimension.is_some_and(|d| values.iter().all(|v| d.keys.contains_key(v)))
                    && matches!(*op, "is" | "ne" | "under" | "empty")
            }
        }
    }

    /// Whether a rule that could be evaluated chooses one person.
    fn chooses(&self, expr: &Expr, person: i64) -> bool {
        match expr {
            Expr::And(parts) => parts.iter().all(|p| self.chooses(p, person)),
            Expr::Or(parts) => parts.iter().any(|p| self.chooses(p, person)),
            Expr::Not(inner) => self.people.contains(person) && !self.chooses(inner, person),
            Expr::Test { name, op, values, .. } => {
                let Some(dimension) = self.dimensions.iter().find(|d| d.code == name) else { return false };
                let roots: IdSet = values.iter().filter_map(|v| dimension.keys.get(v).copied()).collect();
                let value = dimension.value(person);
                match *op {
                    "is" => value.is_some_and(|v| roots.contains(v)),
                    "ne" => self.people.contains(person) && !value.is_some_and(|v| roots.contains(v)),
                    "under" => value.is_some_and(|v| dimension.below(v, &roots)),
                    _ => self.people.contains(person) && value.is_none(),
                }
            }
        }
    }

    /// The people that a rule chooses.
    fn evaluate(&self, expr: &Expr) -> std::result::Result<IdSet, Fault> {
        Ok(match expr {
            Expr::And(parts) => {
                let sets =
                    parts.iter().map(|p| self.evaluate(p)).collect::<std::result::Result<Vec<_>, _>>()?;
                sets.into_iter().reduce(|all, set| all.and(&set)).unwrap_or_default()
            }
            Expr::Or(parts) => {
                let mut all = IdSet::default();
                for part in parts {
                    all.extend(&self.evaluate(part)?);
                }
                all
            }
            Expr::Not(inner) => self.people.without(&self.evaluate(inner)?),
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
                let is = || -> IdSet { roots.iter().flat_map(|v| dimension.at(v).iter().copied()).collect() };
                match *op {
                    "is" => is(),
                    "ne" => self.people.without(&is()),
                    "under" => dimension.people_below(&roots),
                    "empty" => self.people.iter().filter(|p| dimension.value(*p).is_none()).collect(),
                    _ => return Err(fault("rule.syntax", "is, is not, under, is empty")),
                }
            }
        })
    }

    /// The roots and everything below them today, for an object that is a dimension with parents.
    pub(crate) fn descendants(&self, object: &str, roots: &[i64]) -> Option<IdSet> {
        let dimension = self.dimensions.iter().find(|d| d.object == object && !d.parents.is_empty())?;
        let roots: IdSet = roots.iter().copied().collect();
        let mut all = roots.clone();
        all.extend(&dimension.parents.keys().copied().filter(|v| dimension.below(*v, &roots)).collect());
        Some(all)
    }

    /// How many people stand at each value of a dimension today: of those whom `who` includes, without some.
    pub fn counts(&self, dimension: &str, who: &Who, without: &IdSet) -> HashMap<i64, i64> {
        let mut out = HashMap::new();
        let pairs = self.dimensions.iter().filter(|d| d.code == dimension).flat_map(DimensionData::pairs);
        for (_, value) in
            pairs.filter(|(person, _)| who.includes(Some(*person)) && !without.contains(*person))
        {
            *out.entry(value).or_default() += 1;
        }
        out
    }

    /// Manager → direct reports.
    fn reports(&self) -> &HashMap<i64, Vec<i64>> {
        self.reports.get_or_init(|| {
            let mut reports: HashMap<i64, Vec<i64>> = HashMap::new();
            for (person, manager) in self.dimensions.iter().filter(|d| d.line).flat_map(DimensionData::pairs)
            {
                reports.entry(manager).or_default().push(person);
            }
            reports
        })
    }

    /// Everyone below a manager, however deep.
    pub fn team(&self, manager: i64) -> IdSet {
        let mut team = IdSet::default();
        let mut queue = vec![manager];
        while let Some(next) = queue.pop() {
            for report in self.reports().get(&next).into_iter().flatten() {
                // A circle of managers must not go round for ever, and nobody is their own report.
                if *report != manager && team.insert(*report) {
                    queue.push(*report);
                }
            }
        }
        team
    }

    /// Who stands above somebody, the direct manager first.
    pub fn managers(&self, person: i64) -> Vec<i64> {
        let mut above = Vec::new();
        let Some(line) = self.dimensions.iter().find(|d| d.line) else { return above };
        let mut at = person;
        // A circle of managers must not go round for ever.
        while let Some(manager) = line.value(at).filter(|m| *m != person && !above.contains(m)) {
            above.push(manager);
            at = manager;
        }
        above
    }

    /// Everyone whom the tenant employs or employed.
    pub(crate) fn everybody(&self) -> &IdSet {
        &self.people
    }

    /// The members of those of somebody's lists.
    pub(crate) fn members_of(&self, owner: i64, lists: &[i64]) -> IdSet {
        let mut members = IdSet::default();
        for list in self.lists.iter().filter(|l| lists.contains(&l.id) && l.owners.contains(&owner)) {
            members.extend(&list.by_hand);
            members.extend(self.by_rule(list));
        }
        members
    }

    /// Whom an employee reaches.
    pub fn reach(&self, me: i64) -> Reach {
        let mut lists = IdSet::default();
        for list in self.lists.iter().filter(|l| l.owners.contains(&me)) {
            lists.extend(&list.by_hand);
            lists.extend(self.by_rule(list));
        }
        lists
            .extend(&self.newcomers.iter().filter(|(_, by)| **by == me).map(|(person, _)| *person).collect());
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
        if self.newcomers.get(&person) == Some(&me) {
            reasons.push(Reason::Newcomer);
        }
        for list in self.lists.iter().filter(|l| l.owners.contains(&me)) {
            let (by_hand, by_rule) = (list.by_hand.contains(person), self.rule_chooses(list, person));
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
        if let Some(line) = self.dimensions.iter().find(|d| d.line) {
            let (mut at, mut steps) = (person, 0);
            while let Some(manager) = line.value(at).filter(|_| steps < 64) {
                candidates.insert(manager);
                at = manager;
                steps += 1;
            }
        }
        candidates.extend(&self.newcomers.get(&person).copied().into_iter().collect());
        let holds = |l: &&Arc<List>| l.by_hand.contains(person) || self.rule_chooses(l, person);
        for list in self.lists.iter().filter(holds) {
            for owner in list.owners.iter() {
                candidates.insert(*owner);
            }
        }
        candidates.iter().map(|id| (id, self.why(id, person))).filter(|(_, why)| !why.is_empty()).collect()
    }

    /// The row numbers of the lists that an employee owns.
    pub fn lists_of(&self, owner: i64) -> Vec<i64> {
        self.lists.iter().filter(|l| l.owners.contains(&owner)).map(|l| l.id).collect()
    }

    /// The members of a list: by hand, and by its rule.
    pub fn members(&self, list: i64) -> Option<(&IdSet, &IdSet)> {
        self.lists.iter().find(|l| l.id == list).map(|l| (&*l.by_hand, self.by_rule(l)))
    }
}

/// Who recorded people, by the accounts' owners: for people who stand nowhere.
pub(crate) fn recorders(
    view: &mut View<'_>,
    object: &talang_catalogue::Object,
    mut nowhere: Vec<i64>,
    owners: &HashMap<i64, i64>,
) -> Result<HashMap<i64, i64>> {
    let leftovers = nowhere.len().saturating_sub(MOST_NEWCOMERS);
    nowhere.drain(..leftovers);
    if nowhere.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT j.record, j.actor FROM {}.journal j WHERE j.object = ? AND j.action = 'create' AND {}",
        object.def.kind.name(),
        view.dialect().any("j.record")
    );
    let rows = view.conn.query(&sql, &[P::Int(object.def.id.into()), P::Ints(nowhere)])?;
    let pair = |row: &Vec<Cell>| Some((row.first()?.int(), *owners.get(&row.get(1)?.opt_int()?)?));
    Ok(rows.iter().filter_map(pair).collect())
}

/// What a graph is made of, where it is not read from the database.
#[derive(Default)]
pub(crate) struct Raw {
    pub people: IdSet,
    /// In the order of the people's dimensions.
    pub dimensions: Vec<RawDimension>,
    /// Person, and the slice's value for each dimension.
    pub places: Vec<(i64, Vec<Option<i64>>)>,
    pub lists: Vec<RawList>,
    pub newcomers: HashMap<i64, i64>,
}

#[derive(Default)]
pub(crate) struct RawDimension {
    pub keys: HashMap<String, i64>,
    pub parents: HashMap<i64, i64>,
    pub onward: Option<HashMap<i64, i64>>,
}

#[derive(Default)]
pub(crate) struct RawList {
    pub id: i64,
    pub rule: String,
    pub members: Vec<i64>,
    pub owners: Vec<i64>,
}

impl Graph {
    /// The graph of these people, places and lists.
    pub(crate) fn from_raw(people: People, raw: Raw) -> Graph {
        let mut graph = Graph { people: raw.people, newcomers: raw.newcomers, ..Graph::default() };
        for (dimension, data) in people.dimensions.iter().zip(raw.dimensions) {
            graph.dimensions.push(DimensionData {
                code: dimension.code,
                object: dimension.object,
                values: Vec::new(),
                parents: Arc::new(data.parents),
                keys: Arc::new(data.keys),
                onward: data.onward.map(Arc::new),
                line: dimension.line,
                ..DimensionData::default()
            });
        }
        for (person, values) in raw.places {
            for (dimension, value) in graph.dimensions.iter_mut().zip(values) {
                dimension.set(person, value);
            }
        }
        let lists = raw.lists.into_iter().map(|list| {
            Arc::new(List {
                id: list.id,
                rule: expression::parse(&list.rule).ok().filter(|expr| graph.fits(expr)).map(Arc::new),
                by_hand: Arc::new(list.members.into_iter().collect()),
                chosen: OnceLock::new(),
                owners: Arc::new(list.owners),
            })
        });
        graph.lists = lists.collect();
        graph
    }

    /// How many people there are.
    pub fn size(&self) -> usize {
        self.people.len()
    }
}

/// Keys, parents and the way onward of a dimension, without people.
fn load_dimension(view: &mut View<'_>, dimension: &Dimension) -> Result<DimensionData> {
    let day = days_of_date(view.scope().installation().clock().today());
    let object = view.object(dimension.object)?;
    let id = if object.period.is_some() { "thread" } else { "id" };
    let mut data = DimensionData {
        code: dimension.code,
        object: dimension.object,
        line: dimension.line,
        ..DimensionData::default()
    };
    if let Some(key) = object.thread.first().and_then(|i| object.fields.get(*i)) {
        let sql = format!("SELECT t.{id}, t.{} FROM {} t", sql_column(key), object.table_name());
        let mut keys = HashMap::new();
        for row in view.conn.query(&sql, &[])? {
            if let [id, key] = row.as_slice() {
                keys.insert(key.text().to_string(), id.int());
            }
        }
        data.keys = Arc::new(keys);
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
        data.parents = Arc::new(pairs(view, &sql)?);
    }
    if let Some((object, field)) = dimension.via {
        let object = view.object(object)?;
        if let Some(field) = object.field(field) {
            let field = sql_column(field);
            let sql = format!("SELECT id, {field} FROM {} WHERE {field} IS NOT NULL", object.table_name());
            data.onward = Some(Arc::new(pairs(view, &Piece::new(sql, Vec::new()))?));
        }
    }
    Ok(data)
}

fn pairs(view: &mut View<'_>, sql: &Piece) -> Result<HashMap<i64, i64>> {
    let rows = view.conn.query(&sql.sql, &sql.params)?;
    Ok(rows
        .iter()
        .filter_map(|r| if let [a, b] = r.as_slice() { Some((a.int(), b.int())) } else { None })
        .collect())
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

/// Whether an object shapes the graph beyond where single people stand: units, lists, families.
pub(crate) fn shapes(people: Option<People>, object: &str) -> bool {
    matches!(object, "AccreditationList" | "ListMember" | "ListOwner")
        || people.is_some_and(|p| {
            p.dimensions.iter().any(|d| d.object == object || d.via.is_some_and(|(o, _)| o == object))
        })
}

/// The key text of a value, for rules built by screens.
pub fn quote(key: &str) -> String {
    let plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "-_./".contains(c));
    let reserved = ["and", "or", "not", "empty"].contains(&key);
    if plain && !reserved { key.to_string() } else { format!("\"{}\"", key.replace('"', "\"\"")) }
}
