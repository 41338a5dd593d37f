//! How well people fit what is asked for: five parts, each from 0 to 1, each with what it was computed from. It ranks
//! and explains; it refuses nobody, not even for what nobody is hired without (S11).
//!
//! A [`Question`] is made once for what is asked for. It has a table from every token to what an answer is worth, so that a
//! person is judged by looking up each of their facts: half a million in a fraction of a second.

use std::collections::HashMap;

use super::facts::{Crowd, Fact, LEVELS, Person, Source, Token, Tokens};
use super::need::{Library, Need};

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Skills, also by what is part of them.
    Skills,
    /// Work of the same kind.
    Work,
    /// Levels of experience and education.
    Levels,
    /// Languages.
    Languages,
    /// The place of work.
    Place,
}

impl Part {
    /// All, in the order in which they are shown, and what each counts.
    pub const ALL: [(Part, f32); 5] = [
        (Part::Skills, 0.45),
        (Part::Work, 0.25),
        (Part::Levels, 0.08),
        (Part::Languages, 0.14),
        (Part::Place, 0.08),
    ];
}

/// How a skill answers the one that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is that one.
    Same,
    /// It is a special case of it.
    Narrower,
    /// It is more general.
    Broader,
    /// Both are parts of the same.
    Sibling,
}

impl How {
    /// What such an answer is worth.
    fn worth(self) -> f32 {
        match self {
            How::Same => 1.0,
            How::Narrower => 0.9,
            How::Broader => 0.5,
            How::Sibling => 0.35,
        }
    }
}

/// A skill with more special cases is a drawer: what lies in it has nothing else in common. A mere group is one sooner.
const DRAWER: usize = 40;
const GROUP: usize = 12;
/// Worth of a skill that a document or a post names, beside one that somebody entered.
const NAMED: f32 = 0.85;
/// Worth of a skill whose level nobody stated, where a level is asked for.
const UNSTATED: f32 = 0.8;
/// Months after which time in a post counts in full.
const SETTLED: f32 = 36.0;

/// What a fact answers.
#[derive(Clone, Copy, Debug)]
enum Answer {
    Skill { slot: usize, skill: i64, how: How },
    Language { slot: usize },
    Job { worth: f32, job: i64 },
    Word { slot: usize, worth: f32 },
    Town,
    Country,
    Site,
    Months,
    Experience,
    Education,
}

/// How one skill that is asked for is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SkillMatch {
    /// From 0 to 1.
    pub worth: f32,
    /// The skill that the person has; none where there is none.
    pub skill: Option<(i64, How)>,
    /// Its level from 1 to 10; 0: not stated.
    pub level: u16,
    /// Where it is said.
    pub source: Option<Source>,
}

/// What the judgement of a person rests on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    /// From 0 to 1.
    pub score: f32,
    /// Of each part in the order of [`Part::ALL`]; none where nothing is asked for or nothing may be read.
    pub parts: [Option<f32>; 5],
    /// Of each skill that is asked for.
    pub skills: Vec<SkillMatch>,
    /// Of each language that is asked for: the level from 1 to 6, 0 where it is not spoken.
    pub languages: Vec<u16>,
    /// Job of the library that counted, with its months.
    pub job: Option<(i64, u16)>,
    /// Words of titles that counted.
    pub words: Vec<usize>,
    /// Months at work, where they are known.
    pub months: Option<u16>,
    /// Levels of experience and education as stated: places in the lists.
    pub levels: [Option<u16>; 2],
    /// Same town, same country, or a wish for either.
    pub place: Option<PlaceMatch>,
}

/// How a place answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceMatch {
    /// Lives in the country.
    Country,
    /// Would work in the country.
    CountryWish,
    /// Would work in the town or at the site.
    TownWish,
    /// Lives in the town, or works at the site.
    Town,
    /// It does not matter where.
    Anywhere,
}

/// What is asked for, ready to judge people of one crowd.
pub struct Question<'a> {
    need: &'a Need,
    /// For each token of the crowd: 0, or the place of its answers plus one.
    table: Vec<u16>,
    answers: Vec<Vec<Answer>>,
    /// For each word its rarity; for each title the slots of its words.
    rarity: Vec<f32>,
    titles: Vec<Vec<usize>>,
    /// The words, by their slots.
    pub words: Vec<String>,
}

impl<'a> Question<'a> {
    /// Of what is asked for, for people whose facts speak of `tokens`.
    #[must_use]
    pub fn new(need: &'a Need, library: &Library, crowd: &Crowd) -> Question<'a> {
        let tokens = &crowd.tokens;
        let mut question = Question {
            need,
            table: vec![0; tokens.len()],
            answers: Vec::new(),
            rarity: Vec::new(),
            titles: Vec::new(),
            words: Vec::new(),
        };
        for (slot, wanted) in need.skills.iter().enumerate() {
            for (skill, how) in related(library, wanted.skill) {
                question.expect(tokens, &Token::Skill(skill), Answer::Skill { slot, skill, how });
            }
        }
        for (slot, spoken) in need.languages.iter().enumerate() {
            question.expect(tokens, &Token::Language(spoken.language.clone()), Answer::Language { slot });
        }
        for (job, worth) in alike(library, need.job) {
            question.expect(tokens, &Token::Job(job), Answer::Job { worth, job });
        }
        question.expect_words(tokens, crowd.people.len());
        if let Some(town) = &need.town {
            question.expect(tokens, &Token::Town(town.clone()), Answer::Town);
        }
        if let Some(country) = &need.country {
            question.expect(tokens, &Token::Country(country.clone()), Answer::Country);
        }
        if let Some(site) = need.site {
            question.expect(tokens, &Token::Site(site), Answer::Site);
        }
        question.expect(tokens, &Token::Months, Answer::Months);
        question.expect(tokens, &Token::Experience, Answer::Experience);
        question.expect(tokens, &Token::Education, Answer::Education);
        question
    }

    fn expect(&mut self, tokens: &Tokens, token: &Token, answer: Answer) {
        if let Some(number) = tokens.find(token) {
            self.expect_number(number, answer);
        }
    }

    fn expect_number(&mut self, number: u32, answer: Answer) {
        let Some(place) = self.table.get_mut(number as usize) else { return };
        if *place == 0 {
            let Ok(next) = u16::try_from(self.answers.len() + 1) else { return };
            *place = next;
            self.answers.push(Vec::new());
        }
        if let Some(answers) = self.answers.get_mut(usize::from(*place) - 1) {
            answers.push(answer);
        }
    }

    /// Each word of each title, and what is nearly that word: other endings, other genders.
    fn expect_words(&mut self, tokens: &Tokens, people: usize) {
        let mut slots: HashMap<&str, usize> = HashMap::new();
        for title in &self.need.titles {
            let mut of = Vec::new();
            for word in title {
                let slot = *slots.entry(word).or_insert_with(|| {
                    self.words.push(word.clone());
                    self.words.len() - 1
                });
                if !of.contains(&slot) {
                    of.push(slot);
                }
            }
            self.titles.push(of);
        }
        if self.words.is_empty() {
            return;
        }
        let words = std::mem::take(&mut self.words);
        let mut found = vec![0u32; words.len()];
        for (token, number) in tokens.iter() {
            let Token::Word(word) = token else { continue };
            for (slot, asked) in words.iter().enumerate() {
                let worth = if word == asked {
                    1.0
                } else if nearly(word, asked) {
                    0.9
                } else {
                    continue;
                };
                if let Some(count) = found.get_mut(slot) {
                    *count += tokens.count(number);
                }
                self.expect_number(number, Answer::Word { slot, worth });
            }
        }
        let people = people as f32;
        self.rarity = found.iter().map(|n| (1.0 + people / (1.0 + *n as f32)).ln()).collect();
        self.words = words;
    }

    /// Judges a person by the facts whose sources `readable` names (a bit for each, by its number).
    pub fn judge(&self, person: &Person, readable: u8, judged: &mut Judged) {
        let need = self.need;
        judged.skills.clear();
        judged.skills.resize(need.skills.len(), SkillMatch::default());
        judged.languages.clear();
        judged.languages.resize(need.languages.len(), 0);
        judged.words.clear();
        (judged.job, judged.months, judged.levels, judged.place) = (None, None, [None; 2], None);
        let mut work = 0f32;
        let mut words = [0f32; 64];
        for fact in &person.facts {
            let place = self.table.get(fact.token as usize).copied().unwrap_or_default();
            if place == 0 || readable & (1 << fact.source() as u8) == 0 {
                continue;
            }
            for answer in self.answers.get(usize::from(place) - 1).into_iter().flatten() {
                match *answer {
                    Answer::Skill { slot, skill, how } => {
                        let asked = need.skills.get(slot).map_or(0, |w| w.level);
                        let worth = how.worth() * reached(*fact, asked);
                        if let Some(best) = judged.skills.get_mut(slot).filter(|b| b.worth < worth) {
                            let (skill, source) = (Some((skill, how)), Some(fact.source()));
                            *best = SkillMatch { worth, skill, level: fact.much, source };
                        }
                    }
                    Answer::Language { slot } => {
                        if let Some(level) = judged.languages.get_mut(slot) {
                            *level = (*level).max(fact.much);
                        }
                    }
                    Answer::Job { worth, job } => {
                        let wish = fact.source() == Source::Wish;
                        let worth = worth * if wish { 0.5 } else { time(fact.much) };
                        if worth > work {
                            work = worth;
                            judged.job = Some((job, fact.much));
                        }
                    }
                    Answer::Word { slot, worth } => {
                        if let Some(best) = words.get_mut(slot) {
                            *best = best.max(worth * time(fact.much));
                        }
                    }
                    Answer::Town | Answer::Site => {
                        let found = match fact.source() {
                            Source::Wish => PlaceMatch::TownWish,
                            _ => PlaceMatch::Town,
                        };
                        judged.place = judged.place.max(Some(found));
                    }
                    Answer::Country => {
                        let found = match fact.source() {
                            Source::Wish => PlaceMatch::CountryWish,
                            _ => PlaceMatch::Country,
                        };
                        judged.place = judged.place.max(Some(found));
                    }
                    Answer::Months => judged.months = judged.months.max(Some(fact.much)),
                    Answer::Experience => judged.levels[0] = Some(fact.much),
                    Answer::Education => judged.levels[1] = Some(fact.much),
                }
            }
        }
        if need.remote {
            judged.place = Some(PlaceMatch::Anywhere);
        }
        let titled = self.titled(&words);
        if titled > work {
            work = titled;
            judged.job = None;
            judged.words.extend(words.iter().enumerate().filter(|(_, w)| **w > 0.0).map(|(slot, _)| slot));
        }
        judged.parts = [
            self.of_skills(judged),
            (need.job.is_some() || !self.titles.is_empty()).then_some(work),
            of_levels(need, judged),
            self.of_languages(judged),
            (need.town.is_some() || need.country.is_some() || need.site.is_some() || need.remote)
                .then(|| of_place(judged.place)),
        ];
        let (mut sum, mut whole) = (0.0, 0.0);
        for (part, (_, weight)) in judged.parts.iter().zip(Part::ALL) {
            if let Some(part) = part {
                sum += part * weight;
                whole += weight;
            }
        }
        judged.score = if whole > 0.0 { sum / whole } else { 0.0 };
    }

    /// The best of the titles: how much of its words, the rarer the more, a person's posts have.
    fn titled(&self, words: &[f32]) -> f32 {
        let mut best = 0f32;
        for title in &self.titles {
            let (mut has, mut all) = (0.0, 0.0);
            for slot in title {
                let rarity = self.rarity.get(*slot).copied().unwrap_or_default();
                has += rarity * words.get(*slot).copied().unwrap_or_default();
                all += rarity;
            }
            if all > 0.0 {
                best = best.max(has / all);
            }
        }
        best * 0.9
    }

    fn of_skills(&self, judged: &Judged) -> Option<f32> {
        let (mut has, mut all) = (0.0, 0.0);
        for (wanted, found) in self.need.skills.iter().zip(&judged.skills) {
            let weight = wanted.weight as f32 * if wanted.mandatory { 2.0 } else { 1.0 };
            has += weight * found.worth;
            all += weight;
        }
        (all > 0.0).then(|| has / all)
    }

    fn of_languages(&self, judged: &Judged) -> Option<f32> {
        let (mut has, mut all) = (0.0, 0.0);
        for (spoken, level) in self.need.languages.iter().zip(&judged.languages) {
            let weight = if spoken.mandatory { 2.0 } else { 1.0 };
            has +=
                weight * (f32::from(*level) / f32::from(spoken.level.clamp(1, LEVELS.len() as u16))).min(1.0);
            all += weight;
        }
        (all > 0.0).then(|| has / all)
    }

    /// Of a crowd those who fit best, the best first; among equals the older record. `readable` says which facts of a person
    /// may be read, and leaves out whoever may not be seen.
    pub fn best(&self, crowd: &Crowd, most: usize, readable: &dyn Fn(i64) -> Option<u8>) -> Vec<(i64, f32)> {
        let mut judged = Judged::default();
        let mut found: Vec<(f32, i64)> = Vec::new();
        for person in crowd.people.iter().filter(|p| !p.out) {
            let Some(readable) = readable(person.id) else { continue };
            self.judge(person, readable, &mut judged);
            if judged.score > 0.0 {
                found.push((judged.score, person.id));
            }
        }
        let order = |a: &(f32, i64), b: &(f32, i64)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if found.len() > most && most > 0 {
            found.select_nth_unstable_by(most - 1, order);
            found.truncate(most);
        }
        found.sort_unstable_by(order);
        found.into_iter().map(|(score, id)| (id, score)).collect()
    }
}

/// How far a skill reaches the level that is asked for.
fn reached(fact: Fact, asked: u16) -> f32 {
    let named = if fact.source() == Source::Skill { 1.0 } else { NAMED };
    let level = match (asked, fact.much) {
        (0, _) => 1.0,
        (_, 0) => UNSTATED,
        // Whoever has the skill at all has more of it than whoever has one beside it.
        (asked, has) => (f32::from(has) / f32::from(asked)).clamp(0.4, 1.0),
    };
    named * level
}

/// What time in a post counts.
fn time(months: u16) -> f32 {
    0.6 + 0.4 * (f32::from(months) / SETTLED).min(1.0)
}

fn of_place(place: Option<PlaceMatch>) -> f32 {
    match place {
        Some(PlaceMatch::Anywhere | PlaceMatch::Town) => 1.0,
        Some(PlaceMatch::TownWish) => 0.95,
        Some(PlaceMatch::CountryWish) => 0.7,
        Some(PlaceMatch::Country) => 0.5,
        None => 0.0,
    }
}

/// Years of experience at which each level of the list begins; the list is the company's, its beginnings are a guess for those who state none.
const YEARS: [u16; 5] = [0, 0, 3, 6, 11];

fn of_levels(need: &Need, judged: &Judged) -> Option<f32> {
    let stated = judged.levels[0].or_else(|| {
        let years = judged.months? / 12;
        let place = YEARS.iter().rposition(|from| years >= *from)? + 1;
        u16::try_from(place).ok()
    });
    let one = |asked: u16, has: Option<u16>| {
        (asked > 0).then(|| match has {
            Some(has) if has >= asked => 1.0,
            Some(has) if has + 1 == asked => 0.6,
            Some(has) if has + 2 == asked => 0.25,
            _ => 0.0,
        })
    };
    match (one(need.experience, stated), one(need.education, judged.levels[1])) {
        (Some(experience), Some(education)) => Some(experience * 0.6 + education * 0.4),
        (one, other) => one.or(other),
    }
}

/// The skills that answer one, and how: itself, its special cases and theirs, what it is part of, and the other parts of that.
fn related(library: &Library, skill: i64) -> Vec<(i64, How)> {
    let none = Vec::new();
    let below = |skill: i64| library.narrower.get(&skill).unwrap_or(&none);
    let mut out = vec![(skill, How::Same)];
    let mut add = |skill: i64, how: How| {
        if out.iter().all(|(known, _)| *known != skill) {
            out.push((skill, how));
        }
    };
    for child in below(skill) {
        add(*child, How::Narrower);
        below(*child).iter().for_each(|grandchild| add(*grandchild, How::Narrower));
    }
    for above in library.broader.get(&skill).unwrap_or(&none) {
        let group = library.groups.contains(above);
        if !group {
            add(*above, How::Broader);
        }
        if below(*above).len() <= if group { GROUP } else { DRAWER } {
            below(*above).iter().for_each(|sibling| add(*sibling, How::Sibling));
        }
    }
    out
}

/// The jobs that answer one, and what each is worth.
fn alike(library: &Library, job: Option<i64>) -> Vec<(i64, f32)> {
    let Some(job) = job else { return Vec::new() };
    let (family, part) = library.jobs.get(&job).copied().unwrap_or_default();
    library
        .jobs
        .iter()
        .filter_map(|(other, (of, sub))| {
            let worth = if *other == job {
                1.0
            } else if part.is_some() && *sub == part {
                0.75
            } else if family.is_some() && *of == family {
                0.4
            } else {
                return None;
            };
            Some((*other, worth))
        })
        .collect()
}

/// Whether two words are the same but for their endings: `developer`, `developers`; `vendeur`, `vendeuse`; `leiter`, `leiterin`.
fn nearly(word: &str, asked: &str) -> bool {
    let same = word.chars().zip(asked.chars()).take_while(|(a, b)| a == b).count();
    let rest = |w: &str| w.chars().count() - same;
    let most = match same {
        0..=4 => return false,
        5 => 1,
        _ => 3,
    };
    rest(word) <= most && rest(asked) <= most
}
