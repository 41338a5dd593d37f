//! Who applies and how far (S11): candidates of a whole year by gender and by age, as counts, where the company wants them.
//!
//! Nobody's value can be learnt from them:
//! * They are of the whole company, of a calendar year that is over, and of nothing narrower: who may see them sees the same,
//!   and no two questions differ by one person.
//! * A candidate counts once. Each group has at least as many people as the company says, five or more: smaller ones are put
//!   together, and with the next smallest where that is still too few, so that none follows from the others.
//! * Of the steps those are told on whose either side every group has as many people: neither a count nor the difference of two
//!   is about fewer.
//! * Counts are rounded to fives. Where somebody of that year still comes a step farther, or is erased, most such changes do not show;
//!   one that happens to cross a border looks like five.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use talang_catalogue::Value;
use talang_catalogue::value::{date_of_days, days_of_date};
use talang_engine::{Action, Extents, Filter, Op, Query, Result, View};

use crate::figures::{DAY, STEPS, Ways};
use crate::text;

const OBJECT: &str = "DiversityBreakdown";
/// No group is smaller, whatever the company says.
const LEAST: i64 = 5;
/// The groups in the order in which they are shown.
const ORDER: [&str; 8] = ["women", "men", "another", "under-25", "25-34", "35-44", "45-54", "from-55"];
/// Those of whom nothing is known, and those who were put together.
pub const REST: &str = "rest";

/// By what candidates are told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// `gender` or `age`.
    pub kind: String,
    /// Calendar year.
    pub year: i16,
    /// The groups, in their order; [`REST`] is the last. None where of that year nothing may be told.
    pub groups: Vec<&'static str>,
    /// Steps that are told, as places in [`STEPS`], with how many of each group came as far.
    pub steps: Vec<(usize, Vec<i64>)>,
}

/// Whether the scope may see them at all.
pub fn may(view: &View<'_>) -> Result<bool> {
    let object = view.object(OBJECT)?;
    Ok(view.rights().on(&object, Action::Read).has(Extents::ALL))
}

/// The latest year that is over on a day, and today.
pub fn year(view: &View<'_>, day: i64) -> i16 {
    let today = view.scope().installation().clock().today();
    let date = date_of_days(day).min(today);
    let whole = Date::new(date.year(), 12, 31).is_ok_and(|last| date == last && last < today);
    if whole { date.year() } else { date.year() - 1 }
}

/// What the company wants to see, as far as it may be told of that year; nothing for whoever may not.
///
/// # Errors
/// Those of the store.
pub fn of(view: &mut View<'_>, year: i16) -> Result<Vec<Breakdown>> {
    if !may(view)? {
        return Ok(Vec::new());
    }
    let object = view.object(OBJECT)?;
    let active = Filter::test(&object, "active", Op::Is, vec![true.into()]);
    let sort = view.sort(&object, "kind")?;
    let wanted = view.list(&object, &Query { filter: Some(active), sort, ..Query::default() })?.records;
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    // Of everybody, whomever the reader may see: what two readers are told does not differ by somebody.
    let people = view.as_rule(|view| people(view, year))?;
    let mut found = Vec::new();
    for one in &wanted {
        let kind = text(one, "kind");
        let mut counts: BTreeMap<&'static str, [i64; 5]> = BTreeMap::new();
        for person in &people {
            let group = match kind {
                "gender" => gender(&person.civility),
                _ => age(person.born, year),
            };
            if let Some(count) = counts.entry(group).or_default().get_mut(person.furthest) {
                *count += 1;
            }
        }
        let least = one.get("smallest").as_int().unwrap_or(LEAST).max(LEAST);
        let (groups, steps) = safe(counts, least).unwrap_or_default();
        found.push(Breakdown { kind: kind.to_string(), year, groups, steps });
    }
    Ok(found)
}

/// Somebody who applied.
struct Person {
    furthest: usize,
    civility: String,
    born: Option<i64>,
}

fn gender(civility: &str) -> &'static str {
    match civility {
        "mrs" => "women",
        "mr" => "men",
        "mx" => "another",
        _ => REST,
    }
}

/// By the age that somebody reached in that year.
fn age(born: Option<i64>, year: i16) -> &'static str {
    match born.map(|day| i64::from(year) - i64::from(date_of_days(day).year())) {
        Some(..25) => "under-25",
        Some(25..35) => "25-34",
        Some(35..45) => "35-44",
        Some(45..55) => "45-54",
        Some(55..) => "from-55",
        None => REST,
    }
}

/// Everybody who applied in that year, once, with how far they came.
fn people(view: &mut View<'_>, year: i16) -> Result<Vec<Person>> {
    let first = |year: i16| Date::new(year, 1, 1).map_or(0, days_of_date);
    let (from, until) = (first(year), first(year + 1));
    let ways = Ways::since(view, from)?;
    let object = view.object("Application")?;
    let at = |op, day: i64| Filter::test(&object, "applied_at", op, vec![Value::Int(day * DAY)]);
    let came = Filter::And(vec![at(Op::AtLeast, from), at(Op::Less, until)]);
    let mut furthest: HashMap<i64, usize> = HashMap::new();
    view.each(&object, &Query { filter: Some(came), ..Query::default() }, &mut |_, page| {
        for application in &page.records {
            let known =
                furthest.entry(application.get("candidate").as_int().unwrap_or_default()).or_default();
            *known = (*known).max(ways.furthest(application));
        }
        Ok(true)
    })?;
    let object = view.object("Candidate")?;
    let filter = Filter::Ids(furthest.keys().copied().collect());
    let mut people = Vec::with_capacity(furthest.len());
    view.each(&object, &Query { filter: Some(filter), ..Query::default() }, &mut |_, page| {
        people.extend(page.records.iter().map(|candidate| Person {
            furthest: furthest.get(&candidate.id).copied().unwrap_or_default().min(STEPS.len() - 1),
            civility: text(candidate, "civility").to_string(),
            born: candidate.get("birth_date").as_int(),
        }));
        Ok(true)
    })?;
    Ok(people)
}

type Told = (Vec<&'static str>, Vec<(usize, Vec<i64>)>);

/// What may be told of how many people of each group came how far, and no farther; nothing where no two groups are left.
fn safe(counts: BTreeMap<&'static str, [i64; 5]>, least: i64) -> Option<Told> {
    let size = |counts: &[i64; 5]| counts.iter().sum::<i64>();
    let mut rest = [0; 5];
    let mut groups: Vec<(&'static str, [i64; 5])> = Vec::new();
    let put = |rest: &mut [i64; 5], more: &[i64; 5]| rest.iter_mut().zip(more).for_each(|(n, m)| *n += m);
    for (name, group) in counts {
        match name == REST || size(&group) < least {
            true => put(&mut rest, &group),
            false => groups.push((name, group)),
        }
    }
    groups.sort_by_key(|(name, _)| ORDER.iter().position(|known| known == name));
    while size(&rest) > 0 && size(&rest) < least {
        let smallest =
            groups.iter().enumerate().min_by_key(|(_, (_, group))| size(group)).map(|(at, _)| at)?;
        put(&mut rest, &groups.remove(smallest).1);
    }
    if size(&rest) > 0 {
        groups.push((REST, rest));
    }
    if groups.len() < 2 {
        return None;
    }
    // From the last step on, a step is told when enough people of each group came as far and no farther than the one told after it.
    let mut steps = vec![0];
    let mut since = vec![0; groups.len()];
    for step in (1..STEPS.len()).rev() {
        for (sum, (_, group)) in since.iter_mut().zip(&groups) {
            *sum += group.get(step).copied().unwrap_or_default();
        }
        if since.iter().all(|n| *n >= least) {
            steps.insert(1, step);
            since.fill(0);
        }
    }
    // What is left stays before the first of them: where it is too few, that one is not told either.
    let left =
        since.iter().zip(&groups).map(|(n, (_, group))| n + group.first().copied().unwrap_or_default());
    if steps.len() > 1 && left.into_iter().any(|n| n < least) {
        steps.remove(1);
    }
    let told = |step: usize| {
        let reached = groups.iter().map(|(_, group)| group.iter().skip(step).sum::<i64>());
        (step, reached.map(|n| (n + 2) / 5 * 5).collect())
    };
    Some((groups.iter().map(|(name, _)| *name).collect(), steps.into_iter().map(told).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(groups: &[(&'static str, [i64; 5])]) -> Option<Told> {
        safe(groups.iter().copied().collect(), 5)
    }

    #[test]
    fn small_groups_are_put_together_with_the_next_smallest() {
        // S11
        assert_eq!(of(&[("a", [4, 0, 0, 0, 0]), ("b", [40, 0, 0, 0, 0])]), None);
        assert_eq!(of(&[("a", [40, 0, 0, 0, 0])]), None, "one group tells of each of its people");
        let (groups, steps) =
            of(&[("a", [4, 0, 0, 0, 0]), ("b", [30, 0, 0, 0, 0]), ("c", [20, 0, 0, 0, 0])]).unwrap();
        assert_eq!((groups, steps), (vec!["b", REST], vec![(0, vec![30, 25])]));
        let (groups, _) =
            of(&[("a", [3, 0, 0, 0, 0]), ("b", [30, 0, 0, 0, 0]), (REST, [2, 0, 0, 0, 0])]).unwrap();
        assert_eq!(groups, ["b", REST], "with those of whom nothing is known they are enough");
    }

    #[test]
    fn no_step_parts_fewer_people_than_a_group_has() {
        // S11: five women and six men came to an interview, one woman was hired.
        let (_, steps) = of(&[("women", [20, 0, 4, 0, 1]), ("men", [20, 0, 6, 0, 0])]).unwrap();
        assert_eq!(steps, [(0, vec![25, 25]), (2, vec![5, 5])]);
        // All men came to an interview: who stayed behind would be known.
        let (_, steps) = of(&[("women", [20, 0, 5, 0, 0]), ("men", [1, 0, 25, 0, 0])]).unwrap();
        assert_eq!(steps, [(0, vec![25, 25])]);
        let (_, steps) = of(&[("women", [5, 5, 5, 5, 5]), ("men", [5, 5, 5, 5, 5])]).unwrap();
        assert_eq!(steps.iter().map(|(step, _)| *step).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn counts_are_rounded_to_fives() {
        let (_, steps) = of(&[("women", [12, 0, 0, 0, 0]), ("men", [13, 0, 0, 0, 0])]).unwrap();
        assert_eq!(steps, [(0, vec![10, 15])]);
    }
}
