//! What is known of people, packed so that half a million of them are compared in one go: a few numbers per person, held in memory
//! and following the changes.
//!
//! Nothing here decides who may see whom: a fact says from which part of the file it comes ([`Source`]), and whoever compares
//! leaves out what the reader may not read.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use talang_catalogue::culture::fold;
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Object, Value};
use talang_engine::{AsOf, Changed, Filter, Op, Query, Result, View};

/// A language's level, A1 to C2; who learnt it at home has the last.
pub(super) const LEVELS: [&str; 6] = ["A1", "A2", "B1", "B2", "C1", "C2"];

/// The part of a file from which a fact comes: each has rights of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Source {
    /// Name, language, country.
    Identity,
    /// How to reach the person, the town among it.
    Contact,
    /// What the person does, in general.
    Work,
    /// Skills.
    Skill,
    /// Posts held.
    Experience,
    /// Languages.
    Language,
    /// Where and as what the person would like to work.
    Wish,
    /// Documents: the curriculum vitae.
    Document,
}

impl Source {
    /// All of them, in the order of their numbers.
    pub const ALL: [Source; 8] = [
        Source::Identity,
        Source::Contact,
        Source::Work,
        Source::Skill,
        Source::Experience,
        Source::Language,
        Source::Wish,
        Source::Document,
    ];

    fn of(number: u8) -> Source {
        Source::ALL.get(usize::from(number)).copied().unwrap_or(Source::Identity)
    }
}

/// What a fact speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Token {
    /// A skill, by its number.
    Skill(i64),
    /// A language, by its code.
    Language(String),
    /// A job of the library.
    Job(i64),
    /// A word of a post's title, folded.
    Word(String),
    /// A town, folded.
    Town(String),
    /// A country, by its code.
    Country(String),
    /// A site, by its number.
    Site(i64),
    /// Time at work: the number of months in all.
    Months,
    /// Level of experience, as the person states it: place in the list.
    Experience,
    /// Level of education: place in the list.
    Education,
}

/// One thing that is known of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Which token, by its number in [`Tokens`].
    pub token: u32,
    /// How much: for skills the level from 1 to 10 (0: not stated), for languages from 1 to 6, for jobs and words months, for
    /// levels the place in their list.
    pub much: u16,
    /// From which part of the file.
    source: u8,
}

impl Fact {
    /// From which part of the file.
    pub fn source(self) -> Source {
        Source::of(self.source)
    }
}

/// Tokens and their numbers, and how many people have each.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    numbers: HashMap<Token, u32>,
    /// How many facts name it.
    counts: Vec<u32>,
}

impl Tokens {
    fn number(&mut self, token: Token) -> u32 {
        let next = u32::try_from(self.counts.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(token).or_insert(next);
        if number == next {
            self.counts.push(0);
        }
        number
    }

    /// The number of a token, where anybody has it.
    pub fn find(&self, token: &Token) -> Option<u32> {
        self.numbers.get(token).copied()
    }

    /// All of them with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (&Token, u32)> {
        self.numbers.iter().map(|(token, number)| (token, *number))
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// Whether nothing is known of anybody.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// How many facts name it.
    pub fn count(&self, number: u32) -> u32 {
        usize::try_from(number).ok().and_then(|n| self.counts.get(n)).copied().unwrap_or_default()
    }
}

/// A person and what is known of them.
#[derive(Clone, Debug)]
pub struct Person {
    /// Row number.
    pub id: i64,
    /// They are not to be considered: blocked, erased, gone.
    pub out: bool,
    /// What is known.
    pub facts: Box<[Fact]>,
}

/// Everybody of one kind: the candidates, or the employees.
#[derive(Clone, Debug)]
pub struct Crowd {
    /// By their numbers.
    pub people: Vec<Person>,
    /// What their facts speak of.
    pub tokens: Tokens,
}

/// Whose files: where their parts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whose {
    /// People who apply, or might.
    Candidates,
    /// People who work here.
    Employees,
}

/// The most recent months of a title's words count; a word in a headline counts as a year.
const HEADLINE_MONTHS: u16 = 12;
/// Words of titles that say nothing of the work.
const EMPTY_WORDS: [&str; 40] = [
    "the", "and", "for", "with", "und", "fur", "mit", "der", "die", "das", "des", "les", "une", "pour",
    "avec", "het", "een", "van", "voor", "met", "los", "las", "del", "para", "con", "och", "med", "for",
    "som", "til", "af", "senior", "junior", "chez", "bei", "all", "gn", "mwd", "hf", "fh",
];

/// The words of a title that say something.
pub fn title_words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let words: Vec<String> = crate::cv::words(&folded)
        .filter(|w| w.chars().count() > 2 && !EMPTY_WORDS.contains(w))
        .map(str::to_string)
        .collect();
    words.into_iter()
}

impl Whose {
    /// The object of the people themselves.
    pub fn object(self) -> &'static str {
        match self {
            Whose::Candidates => "Candidate",
            Whose::Employees => "Employee",
        }
    }

    /// The field by which parts of the file name the person.
    fn link(self) -> &'static str {
        match self {
            Whose::Candidates => "candidate",
            Whose::Employees => "employee",
        }
    }

    /// Object and field whose right decides who may read facts of a source; none where this kind of people has no such part.
    pub fn right(self, source: Source) -> Option<(&'static str, &'static str)> {
        Some(match (self, source) {
            (Whose::Candidates, Source::Identity) => ("Candidate", "country"),
            (Whose::Candidates, Source::Contact) => ("Candidate", "city"),
            (Whose::Candidates, Source::Work) => ("Candidate", "current_title"),
            (Whose::Candidates, Source::Skill) => ("CandidateSkill", "skill"),
            (Whose::Candidates, Source::Experience) => ("CandidateExperience", "job_title"),
            (Whose::Candidates, Source::Language) => ("CandidateLanguage", "language"),
            (Whose::Candidates, Source::Wish) => ("CandidateMobility", "place"),
            (Whose::Candidates, Source::Document) => ("CandidateDocument", "skills"),
            (Whose::Employees, Source::Work) => ("Assignment", "job"),
            (Whose::Employees, Source::Skill) => ("ProfileSkill", "skill"),
            (Whose::Employees, Source::Experience) => ("Experience", "job_title"),
            (Whose::Employees, Source::Language) => ("ProfileLanguage", "language"),
            (Whose::Employees, Source::Wish) => ("MobilityWish", "place"),
            (Whose::Employees, _) => return None,
        })
    }

    /// The objects on which the facts rest.
    fn objects(self) -> &'static [&'static str] {
        match self {
            Whose::Candidates => &[
                "Candidate",
                "CandidateSkill",
                "CandidateExperience",
                "CandidateLanguage",
                "CandidateMobility",
                "CandidateDocument",
                "SkillLevel",
                "ValueListItem",
            ],
            Whose::Employees => &[
                "Employee",
                "Assignment",
                "ProfileSkill",
                "Experience",
                "ProfileLanguage",
                "MobilityWish",
                "SkillLevel",
                "Establishment",
                "Job",
            ],
        }
    }
}

impl Crowd {
    /// Everybody, as the data are. Read whatever the scope may see: see the module.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(view: &mut View<'_>, whose: Whose) -> Result<Arc<Crowd>> {
        // Assignments and months are those of today, whatever day a page shows.
        view.followed(whose.objects(), ("crowd", whose), |v, before: Option<(Arc<Crowd>, Vec<Changed>)>| {
            let Some((crowd, changed)) = before else {
                return v.as_rule(|v| Crowd::load(v, whose, None));
            };
            // What nobody in particular owns may concern everybody.
            let ids: Option<Vec<i64>> = changed
                .iter()
                .map(|c| if c.object.def.name == whose.object() { Some(c.record) } else { c.subject })
                .collect();
            let Some(mut ids) = ids else { return v.as_rule(|v| Crowd::load(v, whose, None)) };
            ids.sort_unstable();
            ids.dedup();
            let fresh = v.as_rule(|v| Crowd::load(v, whose, Some(&ids)))?;
            let mut crowd = Arc::try_unwrap(crowd).unwrap_or_else(|shared| (*shared).clone());
            crowd.replace(&ids, fresh);
            Ok(crowd)
        })
    }

    /// Some people alone, for whoever looks at one file.
    ///
    /// # Errors
    /// Those of the store.
    pub fn some(view: &mut View<'_>, whose: Whose, ids: &[i64]) -> Result<Crowd> {
        view.as_rule(|v| Crowd::load(v, whose, Some(ids)))
    }

    /// People of whom this is known.
    pub fn new(people: impl IntoIterator<Item = (i64, Vec<(Token, u16, Source)>)>) -> Crowd {
        let mut gathering = Gathering {
            whose: Whose::Candidates,
            only: None,
            day: Date::default(),
            tokens: Tokens::default(),
            of: HashMap::new(),
        };
        for (id, facts) in people {
            gathering.of.insert(id, (false, Vec::new()));
            facts.into_iter().for_each(|(token, much, source)| gathering.add(id, token, much, source));
        }
        gathering.done()
    }

    /// A person.
    pub fn person(&self, id: i64) -> Option<&Person> {
        self.people.binary_search_by_key(&id, |p| p.id).ok().and_then(|at| self.people.get(at))
    }

    fn replace(&mut self, ids: &[i64], fresh: Crowd) {
        for id in ids {
            if let Ok(at) = self.people.binary_search_by_key(id, |p| p.id) {
                for fact in &self.people.remove(at).facts {
                    if let Some(count) = self.tokens.counts.get_mut(fact.token as usize) {
                        *count = count.saturating_sub(1);
                    }
                }
            }
        }
        let mut names: Vec<Option<Token>> = vec![None; fresh.tokens.len()];
        for (token, number) in fresh.tokens.numbers {
            if let Some(slot) = names.get_mut(number as usize) {
                *slot = Some(token);
            }
        }
        let numbers: Vec<u32> = names.into_iter().flatten().map(|token| self.tokens.number(token)).collect();
        for mut person in fresh.people {
            for fact in &mut person.facts {
                fact.token = numbers.get(fact.token as usize).copied().unwrap_or(u32::MAX);
                if let Some(count) = self.tokens.counts.get_mut(fact.token as usize) {
                    *count += 1;
                }
            }
            if let Err(at) = self.people.binary_search_by_key(&person.id, |p| p.id) {
                self.people.insert(at, person);
            }
        }
    }

    fn load(view: &mut View<'_>, whose: Whose, only: Option<&[i64]>) -> Result<Crowd> {
        let day = today(view);
        let mut gathering = Gathering { whose, only, day, tokens: Tokens::default(), of: HashMap::new() };
        match whose {
            Whose::Candidates => gathering.candidates(view)?,
            Whose::Employees => gathering.employees(view)?,
        }
        gathering.parts(view)?;
        Ok(gathering.done())
    }
}

/// The day of the clock.
fn today(view: &View<'_>) -> Date {
    view.scope().installation().clock().today()
}

/// Facts on their way from the tables.
struct Gathering<'a> {
    whose: Whose,
    only: Option<&'a [i64]>,
    day: Date,
    tokens: Tokens,
    of: HashMap<i64, (bool, Vec<Fact>)>,
}

fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_text).unwrap_or_default()
}

fn int(value: Option<&Value>) -> Option<i64> {
    value.and_then(Value::as_int)
}

/// Whole months between two days.
fn months(from: i64, to: i64) -> u16 {
    u16::try_from((to - from).max(0) * 12 / 365).unwrap_or(u16::MAX)
}

impl Gathering<'_> {
    fn query(&self, object: &Arc<Object>, field: Option<&str>) -> Query {
        let filter = self.only.map(|ids| match field {
            Some(field) => {
                Filter::test(object, field, Op::Is, ids.iter().map(|id| Value::Int(*id)).collect())
            }
            None => Filter::Ids(ids.to_vec()),
        });
        Query { filter, as_of: AsOf::Day(self.day), ..Query::default() }
    }

    fn add(&mut self, person: i64, token: Token, much: u16, source: Source) {
        let token = self.tokens.number(token);
        let Some((_, facts)) = self.of.get_mut(&person) else { return };
        let source = source as u8;
        // Said twice, the more counts.
        match facts.iter_mut().find(|f| f.token == token && f.source == source) {
            Some(known) => known.much = known.much.max(much),
            None => facts.push(Fact { token, much, source }),
        }
    }

    fn words(&mut self, person: i64, title: &str, months: u16, source: Source) {
        for word in title_words(title) {
            self.add(person, Token::Word(word), months.max(1), source);
        }
    }

    fn town(&mut self, person: i64, town: &str, source: Source) {
        let town = fold(town.trim());
        if !town.is_empty() {
            self.add(person, Token::Town(town), 0, source);
        }
    }

    fn country(&mut self, person: i64, country: &str, source: Source) {
        if !country.is_empty() {
            self.add(person, Token::Country(country.to_string()), 0, source);
        }
    }

    fn candidates(&mut self, view: &mut View<'_>) -> Result<()> {
        let places = places(view, &["experience-level", "education-level"])?;
        let object = view.object("Candidate")?;
        let fields = [
            "country",
            "city",
            "headline",
            "current_title",
            "experience_level",
            "education_level",
            "blocked",
            "anonymised_on",
        ];
        let query = self.query(&object, None);
        view.scan(&object, &fields, &query, &mut |id, row| {
            let out = int(row.get(6)) == Some(1) || row.get(7).is_some_and(|v| !v.is_null());
            self.of.insert(id, (out, Vec::new()));
            self.country(id, text(row.first()), Source::Identity);
            self.town(id, text(row.get(1)), Source::Contact);
            self.words(id, text(row.get(2)), HEADLINE_MONTHS, Source::Work);
            self.words(id, text(row.get(3)), HEADLINE_MONTHS, Source::Work);
            for (at, list, token) in
                [(4, "experience-level", Token::Experience), (5, "education-level", Token::Education)]
            {
                if let Some(place) = places.get(&(list.to_string(), text(row.get(at)).to_string())) {
                    self.add(id, token, *place, Source::Work);
                }
            }
            Ok(())
        })?;
        let object = view.object("CandidateDocument")?;
        let mut query = self.query(&object, Some("candidate"));
        let named = Filter::Not(Box::new(Filter::test(&object, "skills", Op::Empty, Vec::new())));
        query.filter = Some(Filter::And(query.filter.into_iter().chain([named]).collect()));
        view.scan(&object, &["candidate", "skills"], &query, &mut |_, row| {
            if let (Some(id), Some(Value::Refs(skills))) = (int(row.first()), row.get(1)) {
                for skill in skills {
                    self.add(id, Token::Skill(*skill), 0, Source::Document);
                }
            }
            Ok(())
        })
    }

    fn employees(&mut self, view: &mut View<'_>) -> Result<()> {
        let day = days_of_date(today(view));
        let object = view.object("Employee")?;
        let query = self.query(&object, None);
        view.scan(&object, &["number"], &query, &mut |id, _| {
            // Whoever has no assignment today does not work here today.
            self.of.insert(id, (true, Vec::new()));
            Ok(())
        })?;
        let mut sites: HashMap<i64, (String, String)> = HashMap::new();
        let object = view.object("Establishment")?;
        view.scan(&object, &["city", "country"], &Query::default(), &mut |id, row| {
            sites.insert(id, (text(row.first()).to_string(), text(row.get(1)).to_string()));
            Ok(())
        })?;
        let mut jobs: HashMap<i64, Vec<String>> = HashMap::new();
        let object = view.object("Job")?;
        view.scan(&object, &["label"], &Query::default(), &mut |id, row| {
            if let Some(Value::Texts(texts)) = row.first() {
                jobs.insert(id, texts.values().cloned().collect());
            }
            Ok(())
        })?;
        let object = view.object("Assignment")?;
        let query = self.query(&object, Some("employee"));
        view.scan(&object, &["employee", "job", "establishment", "start"], &query, &mut |_, row| {
            let Some(id) = int(row.first()) else { return Ok(()) };
            if let Some((out, _)) = self.of.get_mut(&id) {
                *out = false;
            }
            let time = months(int(row.get(3)).unwrap_or(day), day).max(1);
            self.add(id, Token::Months, time, Source::Work);
            if let Some(job) = int(row.get(1)) {
                self.add(id, Token::Job(job), time, Source::Work);
                for label in jobs.get(&job).into_iter().flatten() {
                    self.words(id, label, time, Source::Work);
                }
            }
            if let Some(site) = int(row.get(2)) {
                self.add(id, Token::Site(site), 0, Source::Work);
                if let Some((town, country)) = sites.get(&site) {
                    self.town(id, town, Source::Work);
                    self.country(id, country, Source::Work);
                }
            }
            Ok(())
        })
    }

    /// What the files of both are made of alike.
    fn parts(&mut self, view: &mut View<'_>) -> Result<()> {
        let link = self.whose.link();
        let [skills, languages, posts, wishes] = match self.whose {
            Whose::Candidates => {
                ["CandidateSkill", "CandidateLanguage", "CandidateExperience", "CandidateMobility"]
            }
            Whose::Employees => ["ProfileSkill", "ProfileLanguage", "Experience", "MobilityWish"],
        };
        let levels = skill_levels(view)?;
        let object = view.object(skills)?;
        let query = self.query(&object, Some(link));
        view.scan(&object, &[link, "skill", "level"], &query, &mut |_, row| {
            if let (Some(id), Some(skill)) = (int(row.first()), int(row.get(1))) {
                let level = int(row.get(2)).and_then(|l| levels.get(&l)).copied().unwrap_or_default();
                self.add(id, Token::Skill(skill), level, Source::Skill);
            }
            Ok(())
        })?;
        let object = view.object(languages)?;
        let query = self.query(&object, Some(link));
        view.scan(&object, &[link, "language", "level", "native"], &query, &mut |_, row| {
            if let Some(id) = int(row.first()) {
                let level = level_of(text(row.get(2)));
                let level = if int(row.get(3)) == Some(1) { LEVELS.len() as u16 } else { level };
                self.add(id, Token::Language(text(row.get(1)).to_string()), level, Source::Language);
            }
            Ok(())
        })?;
        let day = days_of_date(today(view));
        let mut worked: HashMap<i64, u16> = HashMap::new();
        let object = view.object(posts)?;
        let query = self.query(&object, Some(link));
        view.scan(
            &object,
            &[link, "started", "ended", "job_title", "job", "skills"],
            &query,
            &mut |_, row| {
                let (Some(id), Some(from)) = (int(row.first()), int(row.get(1))) else { return Ok(()) };
                let time = months(from, int(row.get(2)).unwrap_or(day).min(day));
                let sum = worked.entry(id).or_default();
                *sum = sum.saturating_add(time);
                self.words(id, text(row.get(3)), time, Source::Experience);
                if let Some(job) = int(row.get(4)) {
                    self.add(id, Token::Job(job), time.max(1), Source::Experience);
                }
                if let Some(Value::Refs(skills)) = row.get(5) {
                    for skill in skills {
                        self.add(id, Token::Skill(*skill), 0, Source::Experience);
                    }
                }
                Ok(())
            },
        )?;
        for (id, time) in worked {
            self.add(id, Token::Months, time, Source::Experience);
        }
        let object = view.object(wishes)?;
        let query = self.query(&object, Some(link));
        view.scan(&object, &[link, "place", "country", "establishment", "job"], &query, &mut |_, row| {
            let Some(id) = int(row.first()) else { return Ok(()) };
            self.town(id, text(row.get(1)), Source::Wish);
            self.country(id, text(row.get(2)), Source::Wish);
            if let Some(site) = int(row.get(3)) {
                self.add(id, Token::Site(site), 0, Source::Wish);
            }
            if let Some(job) = int(row.get(4)) {
                self.add(id, Token::Job(job), 0, Source::Wish);
            }
            Ok(())
        })
    }

    fn done(mut self) -> Crowd {
        let mut people: Vec<Person> = Vec::with_capacity(self.of.len());
        for (id, (out, facts)) in self.of {
            for fact in &facts {
                if let Some(count) = self.tokens.counts.get_mut(fact.token as usize) {
                    *count += 1;
                }
            }
            people.push(Person { id, out, facts: facts.into_boxed_slice() });
        }
        people.sort_unstable_by_key(|p| p.id);
        Crowd { people, tokens: self.tokens }
    }
}

/// The place of a level of a language, from 1; 0 where it is none.
pub(super) fn level_of(code: &str) -> u16 {
    LEVELS.iter().position(|l| *l == code).map_or(0, |at| at as u16 + 1)
}

/// Levels of skills from 1 to 10, whatever the steps of their scale.
pub(super) fn skill_levels(view: &mut View<'_>) -> Result<HashMap<i64, u16>> {
    let object = view.object("SkillLevel")?;
    let mut rows: Vec<(i64, i64, i64)> = Vec::new();
    view.scan(&object, &["scale", "rank"], &Query::default(), &mut |id, row| {
        rows.push((id, int(row.first()).unwrap_or_default(), int(row.get(1)).unwrap_or_default()));
        Ok(())
    })?;
    let mut highest: HashMap<i64, i64> = HashMap::new();
    for (_, scale, rank) in &rows {
        let most = highest.entry(*scale).or_insert(1);
        *most = (*most).max(*rank);
    }
    let of = |scale: &i64, rank: i64| {
        (rank * 10).div_euclid(highest.get(scale).copied().unwrap_or(1).max(1)).clamp(1, 10)
    };
    Ok(rows.iter().map(|(id, scale, rank)| (*id, u16::try_from(of(scale, *rank)).unwrap_or(1))).collect())
}

/// The places of items in lists, from 1, by list and code.
pub(super) fn places(view: &mut View<'_>, lists: &[&str]) -> Result<HashMap<(String, String), u16>> {
    let object = view.object("ValueListItem")?;
    let lists: Vec<(i64, String)> = lists
        .iter()
        .filter_map(|list| {
            view.resolve("ValueList", list).transpose().map(|id| id.map(|id| (id, (*list).to_string())))
        })
        .collect::<Result<_>>()?;
    let filter = Filter::test(&object, "list", Op::Is, lists.iter().map(|(id, _)| Value::Int(*id)).collect());
    let mut rows: Vec<(i64, i64, String)> = Vec::new();
    view.scan(
        &object,
        &["list", "sort_order", "code"],
        &Query { filter: Some(filter), ..Query::default() },
        &mut |_, row| {
            rows.push((
                int(row.first()).unwrap_or_default(),
                int(row.get(1)).unwrap_or_default(),
                text(row.get(2)).to_string(),
            ));
            Ok(())
        },
    )?;
    rows.sort();
    let mut out = HashMap::new();
    for (id, list) in &lists {
        for (at, (_, _, code)) in rows.iter().filter(|(of, _, _)| of == id).enumerate() {
            out.insert((list.clone(), code.clone()), at as u16 + 1);
        }
    }
    Ok(out)
}
