//! Talent matching (S5): for a vacancy the people who fit, from outside and from inside; for a candidate the vacancies.
//!
//! People are ranked by what they have in common with what is asked for, and every rank says what it was computed from. Nobody is
//! refused, hidden or moved by it: people decide (S11). What the reader may not read of a person does not count, so that no rank tells it.
//! Why it is in memory, and how it is judged: docs/decisions/0073-matching.md.

mod facts;
mod judge;
mod need;

use std::collections::HashSet;

use talang_catalogue::object::GENERAL;
use talang_catalogue::{Record, Value};
use talang_engine::{Action, Filter, Op, Query, Result, View, Who};

pub use facts::{Crowd, Fact, Person, Source, Token, Whose, title_words};
pub use judge::{How, Judged, Part, PlaceMatch, Question, SkillMatch};
pub use need::{Library, Need, Spoken, Wanted};

/// A person or a vacancy that fits, and why.
#[derive(Clone, Debug)]
pub struct Fit {
    /// Row number of the person or the vacancy.
    pub id: i64,
    /// What the rank rests on.
    pub judged: Judged,
    /// Words of titles that counted.
    pub words: Vec<String>,
}

/// Who fits a vacancy, and what was compared.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What was asked for.
    pub need: Need,
    /// The best first.
    pub fits: Vec<Fit>,
    /// How many people were compared.
    pub compared: usize,
    /// Parts of the files that the reader may not read of anybody: they did not count.
    pub unread: Vec<Source>,
}

/// Which facts of which people the scope may read.
struct Reading {
    people: Who,
    sources: Vec<(u8, Who)>,
    /// The facts that may be read of everybody, where no fact is read of some only.
    of_all: Option<u8>,
}

impl Reading {
    fn of(view: &mut View<'_>, whose: Whose) -> Result<Reading> {
        let object = view.object(whose.object())?;
        let people = view.who(&object, GENERAL, Action::Read)?;
        let mut sources = Vec::new();
        for source in Source::ALL {
            let Some((name, field)) = whose.right(source) else { continue };
            let object = view.object(name)?;
            let group = object.field(field).map_or_else(|| GENERAL.to_string(), |f| f.group.to_string());
            let mut who = view.who(&object, &group, Action::Read)?;
            // Whoever may not see a record's line at all reads none of its fields.
            if matches!(view.who(&object, GENERAL, Action::Read)?, Who::Nobody) {
                who = Who::Nobody;
            }
            sources.push((1 << source as u8, who));
        }
        let even = sources.iter().all(|(_, who)| !matches!(who, Who::Some(_)));
        let all =
            sources.iter().filter(|(_, who)| matches!(who, Who::Everyone)).fold(0, |all, (bit, _)| all | bit);
        Ok(Reading { people, sources, of_all: even.then_some(all) })
    }

    /// The facts of a person that may be read, as bits; none where the person may not be seen.
    fn readable(&self, id: i64) -> Option<u8> {
        if !self.people.includes(Some(id)) {
            return None;
        }
        if self.of_all.is_some() {
            return self.of_all;
        }
        Some(self.sources.iter().filter(|(_, who)| who.includes(Some(id))).fold(0, |all, (bit, _)| all | bit))
    }

    fn unread(&self) -> Vec<Source> {
        Source::ALL
            .into_iter()
            .filter(|s| {
                self.sources.iter().any(|(bit, who)| *bit == 1 << *s as u8 && matches!(who, Who::Nobody))
            })
            .collect()
    }
}

/// The people who fit a vacancy best, as far as the scope may see them. Whoever is on it already is left out where `fresh`.
///
/// # Errors
/// `record.not_found` where the scope may not see the vacancy, and those of the store.
pub fn people(
    view: &mut View<'_>,
    vacancy: &Record,
    whose: Whose,
    fresh: bool,
    most: usize,
) -> Result<Found> {
    let Some(need) = Need::of(view, std::slice::from_ref(vacancy))?.pop() else {
        return Ok(Found::default());
    };
    let library = Library::of(view)?;
    let reading = Reading::of(view, whose)?;
    let crowd = Crowd::of(view, whose)?;
    let there = if fresh { on_it(view, vacancy.id, whose)? } else { HashSet::new() };
    let question = Question::new(&need, &library, &crowd);
    let readable = |id: i64| reading.readable(id).filter(|_| !there.contains(&id));
    let best = question.best(&crowd, most, &readable);
    let mut found = Found {
        compared: match &reading.people {
            Who::Everyone | Who::Staff => crowd.people.len(),
            Who::Some(set) => set.len(),
            Who::Nobody => 0,
        },
        unread: reading.unread(),
        ..Found::default()
    };
    for (id, _) in best {
        let (Some(person), Some(readable)) = (crowd.person(id), readable(id)) else { continue };
        found.fits.push(explained(&question, id, person, readable));
    }
    found.need = need;
    Ok(found)
}

/// The open vacancies that fit a candidate best, each with what it asks for, as far as the scope may see both.
///
/// # Errors
/// Those of the store.
pub fn vacancies(view: &mut View<'_>, candidate: i64, most: usize) -> Result<Vec<(Fit, Need)>> {
    let reading = Reading::of(view, Whose::Candidates)?;
    let Some(readable) = reading.readable(candidate) else { return Ok(Vec::new()) };
    let crowd = Crowd::some(view, Whose::Candidates, &[candidate])?;
    let Some(person) = crowd.person(candidate).filter(|p| !p.out) else { return Ok(Vec::new()) };
    let object = view.object("Vacancy")?;
    if !view.rights().may(&object, Action::Read) {
        return Ok(Vec::new());
    }
    let applied: HashSet<i64> = links(view, "candidate", candidate, "vacancy")?;
    let open = Filter::test(&object, "state", Op::Is, vec!["open".into()]);
    let vacancies = view.list(&object, &Query { filter: Some(open), ..Query::default() })?.records;
    let vacancies: Vec<Record> = vacancies.into_iter().filter(|v| !applied.contains(&v.id)).collect();
    let library = Library::of(view)?;
    let needs = Need::of(view, &vacancies)?;
    let mut fits: Vec<(Fit, Need)> = vacancies
        .iter()
        .zip(needs)
        .map(|(vacancy, need)| {
            (explained(&Question::new(&need, &library, &crowd), vacancy.id, person, readable), need)
        })
        .filter(|(fit, _)| fit.judged.score > 0.0)
        .collect();
    fits.sort_by(|(a, _), (b, _)| b.judged.score.total_cmp(&a.judged.score).then(a.id.cmp(&b.id)));
    fits.truncate(most);
    Ok(fits)
}

impl Fit {
    /// The score in hundredths.
    pub fn percent(&self) -> i64 {
        (self.judged.score * 100.0).round() as i64
    }

    /// Whether everything is there without which nobody is hired.
    pub fn complete(&self, need: &Need) -> bool {
        let skills = need.skills.iter().zip(&self.judged.skills);
        let languages = need.languages.iter().zip(&self.judged.languages);
        skills.filter(|(wanted, _)| wanted.mandatory).all(|(_, found)| found.skill.is_some())
            && languages.filter(|(wanted, _)| wanted.mandatory).all(|(_, level)| *level > 0)
    }
}

fn explained(question: &Question<'_>, id: i64, person: &Person, readable: u8) -> Fit {
    let mut judged = Judged::default();
    question.judge(person, readable, &mut judged);
    let words = judged.words.iter().filter_map(|slot| question.words.get(*slot).cloned()).collect();
    Fit { id, judged, words }
}

/// What the applications of a vacancy or a candidate name, as far as the scope may see them.
fn links(view: &mut View<'_>, by: &str, id: i64, to: &str) -> Result<HashSet<i64>> {
    let object = view.object("Application")?;
    if !view.rights().may(&object, Action::Read) {
        return Ok(HashSet::new());
    }
    let filter = Some(Filter::test(&object, by, Op::Is, vec![Value::Int(id)]));
    let mut out = HashSet::new();
    view.scan(&object, &[to], &Query { filter, ..Query::default() }, &mut |_, row| {
        out.extend(row.first().and_then(Value::as_int));
        Ok(())
    })?;
    Ok(out)
}

/// Who applied for a vacancy already.
fn on_it(view: &mut View<'_>, vacancy: i64, whose: Whose) -> Result<HashSet<i64>> {
    let candidates = links(view, "vacancy", vacancy, "candidate")?;
    if whose == Whose::Candidates || candidates.is_empty() {
        return Ok(candidates);
    }
    let object = view.object("Candidate")?;
    let query = Query { filter: Some(Filter::Ids(candidates.into_iter().collect())), ..Query::default() };
    let mut out = HashSet::new();
    view.scan(&object, &["employee"], &query, &mut |_, row| {
        out.extend(row.first().and_then(Value::as_int));
        Ok(())
    })?;
    Ok(out)
}
