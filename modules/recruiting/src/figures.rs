//! Figures of recruiting (S7): how far applications come, where they come from, how long a hiring takes, what is still open. All of it is
//! reckoned from what the scope may see, and from nothing else.

use std::collections::{BTreeMap, HashMap};

use crate::text;
use talang_catalogue::value::{date_of_days, days_of_date};
use talang_catalogue::{Record, Value};
use talang_engine::{Filter, Op, Query, Result, View};

/// Microseconds of a day.
pub(crate) const DAY: i64 = 86_400_000_000;
/// The kinds of stages, from the first to the last.
pub const STEPS: [&str; 5] = ["new", "screening", "interview", "offer", "hired"];
/// Where interviews and hirings stand among them.
const INTERVIEW: usize = 2;
const HIRED: usize = 4;

/// Of which time, and of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// First day, since 1970.
    pub from: i64,
    /// Last day.
    pub to: i64,
    /// A unit and those below it.
    pub organisation: Option<i64>,
    /// One vacancy.
    pub vacancy: Option<i64>,
}

/// A vacancy for which somebody is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// Row number.
    pub vacancy: i64,
    /// How many are still sought.
    pub left: i64,
    /// Days since it was opened.
    pub days: Option<i64>,
}

/// The figures.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Applications that came in.
    pub applied: i64,
    /// How many of them came at least to each of [`STEPS`].
    pub reached: [i64; 5],
    /// Of each source: applications, those that came to an interview, those that were hired.
    pub sources: Vec<(Option<i64>, [i64; 3])>,
    /// Days from application to hiring where they are known, by year and month of the hiring.
    pub hires: BTreeMap<(i16, i8), Vec<Option<i64>>>,
    /// What is open today.
    pub open: Vec<Open>,
}

impl Figures {
    /// How many were hired.
    pub fn hired(&self) -> usize {
        self.hires.values().map(Vec::len).sum()
    }

    /// Days that half of the hirings took at most.
    pub fn median(&self) -> Option<i64> {
        median(&self.hires.values().flatten().copied().collect::<Vec<_>>())
    }
}

/// The middle of those numbers that are known.
pub fn median(numbers: &[Option<i64>]) -> Option<i64> {
    let mut sorted: Vec<i64> = numbers.iter().flatten().copied().collect();
    sorted.sort_unstable();
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}

/// What is known of an application's way.
#[derive(Clone, Copy, Default)]
struct Way {
    furthest: usize,
    hired_at: Option<i64>,
}

/// Reckons the figures.
///
/// # Errors
/// Those of the store.
pub fn of(view: &mut View<'_>, wanted: Wanted) -> Result<Figures> {
    let vacancies = vacancies(view, wanted)?;
    let narrowed = wanted.organisation.is_some() || wanted.vacancy.is_some();
    let among: Vec<Value> = vacancies.iter().map(|v| v.id.into()).collect();
    let mut figures = Figures::default();
    if narrowed && among.is_empty() {
        return Ok(figures);
    }
    let ways = Ways::since(view, wanted.from)?;
    let object = view.object("Application")?;
    let within = |mut parts: Vec<Filter>| {
        if narrowed {
            parts.push(Filter::test(&object, "vacancy", Op::Is, among.clone()));
        }
        Query { filter: Some(Filter::And(parts)), ..Query::default() }
    };
    let at = |field: &str, op, day: i64| Filter::test(&object, field, op, vec![Value::Int(day * DAY)]);
    let came =
        within(vec![at("applied_at", Op::AtLeast, wanted.from), at("applied_at", Op::Less, wanted.to + 1)]);
    let mut sources: HashMap<Option<i64>, [i64; 3]> = HashMap::new();
    view.each(&object, &came, &mut |_, page| {
        for application in &page.records {
            let furthest = ways.furthest(application);
            figures.applied += 1;
            figures.reached.iter_mut().take(furthest + 1).for_each(|n| *n += 1);
            let counts = sources.entry(application.get("source").as_int()).or_default();
            let steps = [true, furthest >= INTERVIEW, furthest >= HIRED];
            counts.iter_mut().zip(steps).for_each(|(n, is)| *n += i64::from(is));
        }
        Ok(true)
    })?;
    figures.sources = sources.into_iter().collect();
    figures.sources.sort_by_key(|(id, counts)| (-counts[0], *id));
    // Who was hired in that time, whenever they applied.
    let hired = within(vec![Filter::test(&object, "state", Op::Is, vec!["hired".into()])]);
    let mut by_vacancy: HashMap<i64, i64> = HashMap::new();
    view.each(&object, &hired, &mut |_, page| {
        for application in &page.records {
            *by_vacancy.entry(application.get("vacancy").as_int().unwrap_or_default()).or_default() += 1;
            let since = application.get("stage_since").as_int();
            let at = ways.hired_at(application.id).or(since);
            let (Some(at), Some(applied)) = (at, application.get("applied_at").as_int()) else { continue };
            let day = at.div_euclid(DAY);
            if (wanted.from..=wanted.to).contains(&day) {
                let date = date_of_days(day);
                // A file that says nothing of the moment says nothing of how long it took.
                let told = ways.hired_at(application.id).is_some() || at != applied;
                let days = told.then(|| (day - applied.div_euclid(DAY)).max(0));
                figures.hires.entry((date.year(), date.month())).or_default().push(days);
            }
        }
        Ok(true)
    })?;
    let today = days_of_date(view.scope().installation().clock().today());
    for vacancy in vacancies.iter().filter(|v| text(v, "state") == "open") {
        let left = vacancy.get("openings").as_int().unwrap_or_default()
            - by_vacancy.get(&vacancy.id).copied().unwrap_or_default();
        let days = vacancy.get("opened_on").as_int().map(|day| (today - day).max(0));
        figures.open.push(Open { vacancy: vacancy.id, left: left.max(0), days });
    }
    figures.open.sort_by_key(|o| (-o.days.unwrap_or_default(), o.vacancy));
    Ok(figures)
}

/// The vacancies that are meant.
fn vacancies(view: &mut View<'_>, wanted: Wanted) -> Result<Vec<Record>> {
    let object = view.object("Vacancy")?;
    let mut parts = Vec::new();
    if let Some(unit) = wanted.organisation {
        let units = view.subtree("Organisation", &[unit], wanted.to)?;
        let units = units.into_iter().map(Value::Int).collect();
        parts.push(Filter::test(&object, "organisation", Op::Is, units));
    }
    if let Some(vacancy) = wanted.vacancy {
        parts.push(Filter::Ids(vec![vacancy]));
    }
    let filter = (!parts.is_empty()).then_some(Filter::And(parts));
    Ok(view.list(&object, &Query { filter, ..Query::default() })?.records)
}

/// Where the kind of each stage stands among [`STEPS`]; nowhere for refusals.
fn kinds(view: &mut View<'_>) -> Result<HashMap<i64, Option<usize>>> {
    let object = view.object("PipelineStage")?;
    let all = view.list(&object, &Query::default())?.records;
    let place = |kind: &str| STEPS.iter().position(|step| *step == kind);
    Ok(all.iter().map(|stage| (stage.id, place(text(stage, "kind")))).collect())
}

/// How far applications came.
pub(crate) struct Ways {
    kinds: HashMap<i64, Option<usize>>,
    known: HashMap<i64, Way>,
}

impl Ways {
    /// By what happened to them since a day.
    pub(crate) fn since(view: &mut View<'_>, from: i64) -> Result<Ways> {
        let kinds = kinds(view)?;
        let mut known: HashMap<i64, Way> = HashMap::new();
        let object = view.object("ApplicationEvent")?;
        if !view.rights().may(&object, talang_engine::Action::Read) {
            return Ok(Ways { kinds, known });
        }
        let filter = Filter::test(&object, "at", Op::AtLeast, vec![Value::Int(from * DAY)]);
        view.each(&object, &Query { filter: Some(filter), ..Query::default() }, &mut |_, page| {
            for event in &page.records {
                let way = known.entry(event.get("application").as_int().unwrap_or_default()).or_default();
                let to = event.get("to_stage").as_int().and_then(|s| kinds.get(&s)).copied().flatten();
                way.furthest = way.furthest.max(to.unwrap_or(0));
                if text(event, "kind") == "hired" {
                    way.hired_at = way.hired_at.max(event.get("at").as_int());
                }
            }
            Ok(true)
        })?;
        Ok(Ways { kinds, known })
    }

    /// Place in [`STEPS`] of the furthest that an application came.
    pub(crate) fn furthest(&self, application: &Record) -> usize {
        if text(application, "state") == "hired" {
            return HIRED;
        }
        let stage = application.get("stage").as_int().and_then(|s| self.kinds.get(&s)).copied().flatten();
        self.known.get(&application.id).map_or(0, |w| w.furthest).max(stage.unwrap_or(0))
    }

    fn hired_at(&self, application: i64) -> Option<i64> {
        self.known.get(&application).and_then(|w| w.hired_at)
    }
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_a_number_that_occurs() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[Some(9), None, Some(1), Some(5)]), Some(5));
        assert_eq!(median(&[Some(9), Some(1)]), Some(1));
        assert_eq!(median(&[None]), None);
    }
}
