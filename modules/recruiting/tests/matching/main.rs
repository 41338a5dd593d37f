//! Talent matching (S5): judged by a set of people and vacancies that was labelled by hand, and what it must hold to whatever it ranks.

mod set;

use std::collections::{BTreeMap, HashSet};

use set::{Asked, VACANCIES, people};
use talang_catalogue::culture::fold;
use talang_recruiting::cv::{Knowledge, propose};
use talang_recruiting::matching::{
    Crowd, How, Judged, Library, Need, Part, Question, Source, Spoken, Token, Wanted,
};

const LANGUAGES: [&str; 7] = ["en", "fr", "de", "nl", "es", "sv", "da"];

/// A file of core HR's starting library, line by line, by the names of its columns.
fn library(name: &str) -> Vec<BTreeMap<String, String>> {
    let path = format!("{}/../core_hr/library/csv/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// The starting library as matching knows it, with numbers for codes.
struct World {
    skills: Vec<BTreeMap<String, String>>,
    jobs: Vec<BTreeMap<String, String>>,
    of_jobs: Vec<BTreeMap<String, String>>,
    library: Library,
    knowledge: Knowledge,
}

impl World {
    fn new() -> World {
        let skills = library("Skill_InsertAndUpdate_en-GB_20_.csv");
        let jobs = library("Job_InsertAndUpdate_en-GB_40_.csv");
        let of_jobs = library("JobSkill_InsertAndUpdate_en-GB_45_.csv");
        let at = |code: &str| skills.iter().position(|s| s["code"] == code).map(|n| n as i64);
        let mut known = Library::default();
        for (number, skill) in skills.iter().enumerate() {
            let number = number as i64;
            if skill["kind"] == "group" {
                known.groups.insert(number);
            }
            for above in skill["broader"].split('|').filter_map(at) {
                known.broader.entry(number).or_default().push(above);
                known.narrower.entry(above).or_default().push(number);
            }
        }
        let names: Vec<(i64, String)> = skills
            .iter()
            .enumerate()
            .filter(|(_, s)| s["kind"] != "group")
            .flat_map(|(n, s)| LANGUAGES.map(|l| (n as i64, s[&format!("label.{l}")].clone())))
            .collect();
        let knowledge = Knowledge::new(names.iter().map(|(n, name)| (*n, name.as_str())), [], [], []);
        World { skills, jobs, of_jobs, library: known, knowledge }
    }

    fn skill(&self, code: &str) -> i64 {
        self.skills.iter().position(|s| s["code"] == code).unwrap_or_else(|| panic!("no skill {code}")) as i64
    }

    /// What a vacancy for a job of the library asks for.
    fn need(&self, asked: &Asked) -> Need {
        let job =
            self.jobs.iter().find(|j| j["code"] == asked.job).unwrap_or_else(|| panic!("{}", asked.job));
        let level = |text: &str| -> u16 {
            let (scale, rank) = text.split_once('|').unwrap_or(("", "0"));
            rank.parse::<u16>().unwrap_or_default() * if scale == "CEFR" { 10 / 6 } else { 2 }
        };
        Need {
            skills: self
                .of_jobs
                .iter()
                .filter(|line| line["job"] == asked.job)
                .map(|line| Wanted {
                    skill: self.skill(&line["skill"]),
                    weight: line["weight"].parse().unwrap_or(1),
                    mandatory: line["mandatory"] == "true",
                    level: level(&line["level"]),
                })
                .collect(),
            languages: asked
                .languages
                .iter()
                .map(|(language, level)| Spoken {
                    language: (*language).into(),
                    level: *level,
                    mandatory: false,
                })
                .collect(),
            titles: LANGUAGES.map(|l| words(&job[&format!("label.{l}")])).to_vec(),
            town: Some(fold(asked.town)),
            country: Some(asked.country.into()),
            ..Need::default()
        }
    }

    fn crowd(&self) -> (Vec<set::Person>, Crowd) {
        let people = people();
        let crowd = Crowd::new(people.iter().enumerate().map(|(id, person)| {
            let mut facts: Vec<(Token, u16, Source)> = Vec::new();
            facts.extend(words(&person.headline).into_iter().map(|w| (Token::Word(w), 12, Source::Work)));
            for (title, years) in &person.posts {
                let months = years * 12;
                facts.extend(words(title).into_iter().map(|w| (Token::Word(w), months, Source::Experience)));
            }
            let skills = person.skills.iter();
            facts.extend(
                skills.map(|(code, level)| (Token::Skill(self.skill(code)), level * 2, Source::Skill)),
            );
            let named = propose(&person.text, &self.knowledge, 2026).skills;
            facts.extend(named.into_iter().map(|skill| (Token::Skill(skill), 0, Source::Document)));
            let spoken = person.languages.iter();
            facts.extend(spoken.map(|(l, level)| (Token::Language(l.clone()), *level, Source::Language)));
            facts.push((Token::Town(fold(&person.town)), 0, Source::Contact));
            facts.push((Token::Country(person.country.clone()), 0, Source::Identity));
            (id as i64, facts)
        }));
        (people, crowd)
    }
}

fn words(text: &str) -> Vec<String> {
    talang_recruiting::matching::title_words(text).collect()
}

/// The first `n` of a crowd for a need.
fn first(question: &Question<'_>, crowd: &Crowd, n: usize) -> Vec<i64> {
    question.best(crowd, n, &|_| Some(u8::MAX)).into_iter().map(|(id, _)| id).collect()
}

/// Of the first ten, as many as there are right ones at most, how many are right.
fn precision(first: &[i64], right: &HashSet<i64>) -> f64 {
    let most = right.len().min(10);
    let found = first.iter().take(most).filter(|id| right.contains(id)).count();
    found as f64 / most as f64
}

// S5: precision at ten over the labelled set, beside that of counting common skills alone, which is what matching must be better than.
#[test]
fn the_right_people_come_first() {
    let world = World::new();
    let (people, crowd) = world.crowd();
    let (mut sum, mut plain) = (0.0, 0.0);
    for asked in &VACANCIES {
        let need = world.need(asked);
        let question = Question::new(&need, &world.library, &crowd);
        let right: HashSet<i64> =
            (0i64..).zip(&people).filter(|(_, p)| p.fits.contains(asked.code)).map(|(id, _)| id).collect();
        assert!(right.len() >= 5, "{}: too few to judge by", asked.code);
        let best = first(&question, &crowd, 10);
        let reached = precision(&best, &right);
        // The baseline: whoever has most of the skills that are asked for.
        let wanted: HashSet<i64> = need.skills.iter().map(|w| w.skill).collect();
        let mut common: Vec<(usize, i64)> = (0i64..)
            .zip(&people)
            .map(|(id, p)| {
                let own: HashSet<i64> = p.skills.iter().map(|(code, _)| world.skill(code)).collect();
                (own.intersection(&wanted).count(), id)
            })
            .collect();
        common.sort_by_key(|(n, id)| (std::cmp::Reverse(*n), *id));
        let counted = precision(&common.iter().map(|(_, id)| *id).collect::<Vec<_>>(), &right);
        println!("{:<11} {reached:.2}, by common skills {counted:.2}", asked.code);
        for id in best.iter().filter(|id| !right.contains(id)) {
            println!("            not meant: {}", people[*id as usize].headline);
        }
        sum += reached;
        plain += counted;
    }
    let (mean, plain) = (sum / VACANCIES.len() as f64, plain / VACANCIES.len() as f64);
    println!("precision at 10: {mean:.3}; by common skills {plain:.3}");
    assert!(mean >= 0.85, "precision at 10 is {mean:.3}");
    assert!(mean > plain + 0.1, "{mean:.3} is hardly better than {plain:.3} by counting");
}

fn asked(skill: i64, level: u16) -> Need {
    Need { skills: vec![Wanted { skill, weight: 1, mandatory: true, level }], ..Need::default() }
}

fn judged(need: &Need, library: &Library, facts: Vec<(Token, u16, Source)>, readable: u8) -> Judged {
    let crowd = Crowd::new([(1, facts)]);
    let question = Question::new(need, library, &crowd);
    let mut judged = Judged::default();
    question.judge(crowd.person(1).unwrap(), readable, &mut judged);
    judged
}

// S5: the hierarchy of skills counts: the skill itself more than its special case, that more than what is beside it.
#[test]
fn skills_count_by_how_near_they_are() {
    let mut library = Library::default();
    library.broader.insert(2, vec![1]);
    library.broader.insert(3, vec![1]);
    library.narrower.insert(1, vec![2, 3]);
    let score = |asked_for: i64, has: i64| {
        let found =
            judged(&asked(asked_for, 0), &library, vec![(Token::Skill(has), 0, Source::Skill)], u8::MAX);
        (found.score, found.skills[0].skill.map(|(_, how)| how))
    };
    assert_eq!(score(1, 1).1, Some(How::Same));
    assert_eq!(score(1, 2).1, Some(How::Narrower));
    assert_eq!(score(2, 1).1, Some(How::Broader));
    assert_eq!(score(2, 3).1, Some(How::Sibling));
    assert_eq!(score(2, 9), (0.0, None));
    let order = [score(1, 1).0, score(1, 2).0, score(2, 1).0, score(2, 3).0];
    assert!(order.windows(2).all(|w| w[0] > w[1]), "{order:?}");
}

// S5: a level that is not reached counts less, one that nobody stated in between, and whoever has the skill at all stands before whoever has
// one beside it.
#[test]
fn levels_count() {
    let library = Library::default();
    let score = |level: u16, source| {
        judged(&asked(1, 8), &library, vec![(Token::Skill(1), level, source)], u8::MAX).score
    };
    assert!(score(8, Source::Skill) > score(0, Source::Skill));
    assert!(score(0, Source::Skill) > score(4, Source::Skill));
    assert!(score(8, Source::Skill) == score(10, Source::Skill));
    assert!(score(0, Source::Document) < score(0, Source::Skill), "what a document names is less sure");
    let mut library = Library::default();
    library.broader.extend([(1, vec![3]), (2, vec![3])]);
    library.narrower.insert(3, vec![1, 2]);
    let beside = judged(&asked(1, 0), &library, vec![(Token::Skill(2), 10, Source::Skill)], u8::MAX).score;
    assert!(score(1, Source::Skill) > beside);
}

// S11, A10: what may not be read does not count, so that no rank tells it.
#[test]
fn what_may_not_be_read_does_not_count() {
    let library = Library::default();
    let facts = vec![(Token::Skill(1), 8, Source::Skill)];
    let without = u8::MAX & !(1 << Source::Skill as u8);
    assert!(judged(&asked(1, 0), &library, facts.clone(), u8::MAX).score > 0.9);
    let blind = judged(&asked(1, 0), &library, facts, without);
    assert_eq!((blind.score, blind.skills[0].skill), (0.0, None));
}

// S5: nobody is asked for what the vacancy leaves open: the other parts make the whole.
#[test]
fn what_is_not_asked_for_does_not_count() {
    let found = judged(&asked(1, 0), &Library::default(), vec![(Token::Skill(1), 0, Source::Skill)], u8::MAX);
    assert_eq!(found.parts.iter().filter(|p| p.is_some()).count(), 1);
    assert!((found.score - 1.0).abs() < 1e-6);
    assert!((Part::ALL.iter().map(|(_, w)| w).sum::<f32>() - 1.0).abs() < 1e-6);
}
