//! The tree of units on a day, with its people counted.

use std::collections::HashMap;
use std::sync::Arc;

use talang_catalogue::Fault;
use talang_catalogue::types::time::iso_date;
use talang_catalogue::value::{date_of_days, days_of_date};
use talang_engine::{Action, AsOf, Filter, Query, Result, View};

use super::kit;

/// The tree of units on a day with its people counted, in two queries whatever its size; in none while nothing changes.
#[derive(Debug, Default)]
pub struct Units {
    tree: Arc<UnitTree>,
    people: Arc<Counted>,
}

/// Units and what they hang on.
#[derive(Clone, Debug, Default)]
struct UnitTree {
    children: HashMap<Option<i64>, Vec<i64>>,
    parents: HashMap<i64, Option<i64>>,
}

/// People of the units themselves, and with those of all below them.
#[derive(Debug, Default)]
struct Counted {
    own: HashMap<i64, i64>,
    below: HashMap<i64, i64>,
}

impl Units {
    /// Reads the tree of the day; with people, those that the scope may see.
    pub fn load(v: &mut View<'_>, day: i64, people: bool) -> Result<Units> {
        if !kit::may(v, "Organisation", Action::Read) {
            return Err(Fault::new("object.unknown").with("name", "Organisation").into());
        }
        let tree = v.remembered(("units", day), |v| UnitTree::load(v, day))?;
        let mut units = Units { tree, people: Arc::default() };
        if people && kit::may(v, "Assignment", Action::Read) {
            let assignment = v.object("Assignment")?;
            let who = v.who(&assignment, talang_catalogue::object::GENERAL, Action::Read)?;
            let tree = units.tree.clone();
            units.people = v.remembered(("people of units", day, &who), |v| {
                Ok(Counted::of(&tree, headcounts(v, day)?))
            })?;
        }
        Ok(units)
    }

    /// The units that have none above them.
    pub fn roots(&self) -> Vec<i64> {
        self.tree.children.get(&None).cloned().unwrap_or_default()
    }

    /// The units right below one.
    pub fn children(&self, id: i64) -> Vec<i64> {
        self.tree.children.get(&Some(id)).cloned().unwrap_or_default()
    }

    /// The unit above.
    pub fn parent(&self, id: i64) -> Option<i64> {
        self.tree.parents.get(&id).copied().flatten()
    }

    /// Whether the unit is there on the day.
    pub fn contains(&self, id: i64) -> bool {
        self.tree.parents.contains_key(&id)
    }

    /// Everybody who is counted.
    pub fn people(&self) -> i64 {
        self.people.own.values().sum()
    }

    /// People of the unit itself.
    pub fn own(&self, id: i64) -> i64 {
        self.people.own.get(&id).copied().unwrap_or_default()
    }

    /// People of the unit and of all below it.
    pub fn below(&self, id: i64) -> i64 {
        self.people.below.get(&id).copied().unwrap_or_default()
    }

    /// How many units there are.
    pub fn len(&self) -> usize {
        self.tree.parents.len()
    }

    /// From the top to the unit, the unit itself left out.
    pub fn above(&self, id: i64) -> Vec<i64> {
        let mut out = Vec::new();
        let mut at = self.parent(id);
        while let Some(here) = at.filter(|h| !out.contains(h)) {
            out.push(here);
            at = self.parent(here);
        }
        out.reverse();
        out
    }

    /// Depth and number of every unit down to a depth, each below its own.
    pub fn outline(&self, levels: usize) -> Vec<(usize, i64)> {
        let mut out = Vec::new();
        let mut stack: Vec<(usize, i64)> = self.roots().into_iter().rev().map(|id| (0, id)).collect();
        while let Some((depth, id)) = stack.pop() {
            out.push((depth, id));
            if depth + 1 < levels && out.len() <= self.len() {
                stack.extend(self.children(id).into_iter().rev().map(|c| (depth + 1, c)));
            }
        }
        out
    }

    /// Puts the units below each in the order in which people want them.
    pub fn sort(&mut self, rank: &HashMap<i64, (i64, String)>) {
        for below in Arc::make_mut(&mut self.tree).children.values_mut() {
            // Most units are not on the page: they keep their places.
            if below.iter().any(|id| rank.contains_key(id)) {
                below.sort_by(|a, b| rank.get(a).cmp(&rank.get(b)));
            }
        }
    }

    /// Depth and number of every unit, each below its own and among its like by name.
    pub fn by_name(&self, v: &mut View<'_>, day: i64) -> Result<Arc<Vec<(usize, i64)>>> {
        v.remembered(("units by name", day, v.scope().language().code()), |v| {
            let everything: Vec<i64> = self.tree.parents.keys().copied().collect();
            let mut units = Units { tree: self.tree.clone(), people: Arc::default() };
            units.sort(&names_only(v, &everything)?);
            Ok(units.outline(usize::MAX))
        })
    }
}

impl UnitTree {
    fn load(v: &mut View<'_>, day: i64) -> Result<UnitTree> {
        let object = v.object("Organisation")?;
        let mut tree = UnitTree::default();
        tree.parents.extend(v.parents(&object, day)?);
        for (id, parent) in &tree.parents {
            // What hangs on a unit that is not there on that day stands at the top.
            let parent = parent.filter(|p| tree.parents.contains_key(p) && p != id);
            tree.children.entry(parent).or_default().push(*id);
        }
        for below in tree.children.values_mut() {
            below.sort_unstable();
        }
        Ok(tree)
    }
}

impl Counted {
    /// Adds the people of every unit to all units above it.
    fn of(tree: &UnitTree, own: HashMap<i64, i64>) -> Counted {
        let mut below: HashMap<i64, i64> = HashMap::new();
        for (unit, count) in &own {
            let mut at = Some(*unit);
            // A circle in somebody's data must not go round for ever.
            for _ in 0..100 {
                let Some(here) = at else { break };
                *below.entry(here).or_default() += count;
                at = tree.parents.get(&here).copied().flatten();
            }
        }
        Counted { own, below }
    }
}

/// People by unit on a day, as far as the scope may see them: those who are employed, not those whose assignment was left
/// open when they went. Where everybody stands today is known without asking the database.
fn headcounts(v: &mut View<'_>, day: i64) -> Result<HashMap<i64, i64>> {
    let catalogue = v.catalogue();
    let (assignment, employee) = (v.object("Assignment")?, v.object("Employee")?);
    let (today, on) = (v.scope().installation().clock().today(), iso_date(day));
    if day == days_of_date(today) {
        let gone = Filter::parse(&catalogue, &employee, &format!("exit_date < {on}"))?;
        let gone = v.ids(&employee, &Query { filter: Some(gone), ..Query::default() })?;
        let who = v.who(&assignment, talang_catalogue::object::GENERAL, Action::Read)?;
        return Ok(v.people_graph()?.counts("organisation", &who, &gone));
    }
    let text = format!("employee.exit_date is empty or employee.exit_date >= {on}");
    let filter = Some(Filter::parse(&catalogue, &assignment, &text)?);
    let query = Query { as_of: AsOf::Day(date_of_days(day)), filter, ..Query::default() };
    v.count_by(&assignment, "organisation", &query)
}

/// The order of units by their names alone.
fn names_only(v: &mut View<'_>, ids: &[i64]) -> Result<HashMap<i64, (i64, String)>> {
    let object = v.object("Organisation")?;
    v.titles(&object, ids)?;
    let language = v.scope().language();
    let mut out = HashMap::new();
    for id in ids {
        let title = v.title("Organisation", *id)?.title;
        out.insert(*id, (0, talang_catalogue::culture::sort_key(language, &title)));
    }
    Ok(out)
}
