//! Finding vacancies: words that forgive accents, endings and slips of the finger, and facets with their counts.

use std::collections::BTreeMap;

use talang_catalogue::culture::{fold, words};
use talang_http::Call;

use crate::advert::{Advert, Coded};

/// The words of a vacancy, folded, each with its weight.
#[derive(Clone, Debug, Default)]
pub struct Words(Vec<(String, u16)>);

impl Words {
    /// Those of what the public reads: the title counts most, running text least.
    pub fn of(advert: &Advert) -> Words {
        let mut all: BTreeMap<String, u16> = BTreeMap::new();
        let mut add = |text: &str, weight: u16| {
            for word in words(text) {
                let known = all.entry(word).or_default();
                *known = (*known).max(weight);
            }
        };
        add(&advert.title.text, 40);
        add(&advert.code, 40);
        for part in [&advert.family.label, &advert.place, &advert.country.label, &advert.unit] {
            add(part, 20);
        }
        for part in advert.skills.iter().chain(&advert.languages) {
            add(part, 15);
        }
        for part in [&advert.contract.label, &advert.remote.label, &advert.category] {
            add(part, 10);
        }
        for (_, text) in &advert.texts {
            add(&text.text, 3);
        }
        Words(all.into_iter().collect())
    }

    /// How well one folded word of a question is met; 0 for not at all.
    fn meets(&self, asked: &str) -> u16 {
        let score = |(word, weight): &(String, u16)| {
            if word == asked {
                weight * 4
            } else if word.starts_with(asked) {
                weight * 3
            } else if near(asked, word) {
                *weight
            } else {
                0
            }
        };
        self.0.iter().map(score).max().unwrap_or_default()
    }
}

/// Whether a word is meant by another: its beginning with as many slips (a letter too many, too few, another, or two
/// changed over) as its length allows: none below four letters, one below eight, else two.
fn near(asked: &str, word: &str) -> bool {
    let asked: Vec<char> = asked.chars().collect();
    let slips = match asked.len() {
        0..=3 => return false,
        4..=7 => 1,
        _ => 2,
    };
    // The first letter is seldom wrong, and most words differ in it.
    if asked.first() != word.chars().next().as_ref() {
        return false;
    }
    let word: Vec<char> = word.chars().take(asked.len() + slips).collect();
    if word.len() + slips < asked.len() {
        return false;
    }
    // Optimal string alignment against every beginning of the word.
    let width = word.len() + 1;
    let mut rows: Vec<Vec<usize>> = vec![(0..width).collect()];
    for (i, a) in asked.iter().enumerate() {
        let mut row = vec![i + 1; width];
        for (j, b) in word.iter().enumerate() {
            let at = |r: usize, c: usize| {
                rows.get(r).and_then(|row| row.get(c)).copied().unwrap_or(usize::MAX - 1)
            };
            let left = row.get(j).copied().unwrap_or_default();
            let mut best = (at(i, j) + usize::from(a != b)).min(at(i, j + 1) + 1).min(left + 1);
            if i > 0 && j > 0 && asked.get(i - 1) == Some(b) && word.get(j - 1) == Some(a) {
                best = best.min(at(i - 1, j - 1) + 1);
            }
            if let Some(slot) = row.get_mut(j + 1) {
                *slot = best;
            }
        }
        rows.push(row);
    }
    rows.last().is_some_and(|row| row.iter().any(|cost| *cost <= slips))
}

/// What can be narrowed down, in the order of the page: the name in addresses, the heading, and what it is of a vacancy.
pub const FACETS: [(&str, &str, fn(&Advert) -> Coded); 5] = [
    ("country", "careers-country", |a| a.country.clone()),
    ("place", "careers-place", |a| Coded { code: a.place.clone(), label: a.place.clone() }),
    ("family", "careers-family", |a| a.family.clone()),
    ("contract", "careers-contract", |a| a.contract.clone()),
    ("remote", "careers-remote", |a| a.remote.clone()),
];

/// What a visitor looks for.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Words.
    pub text: String,
    /// Chosen values of each facet, in the order of [`FACETS`].
    pub chosen: [Vec<String>; FACETS.len()],
}

/// A value of a facet with how many vacancies it would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value.
    pub value: Coded,
    /// Vacancies that have it, of those that everything else leaves.
    pub count: usize,
    /// It is chosen.
    pub chosen: bool,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found<'a> {
    /// The vacancies: the best first where there are words, else in the site's order.
    pub adverts: Vec<&'a Advert>,
    /// The values of each facet, the most frequent first.
    pub facets: [Vec<Choice>; FACETS.len()],
}

impl Question {
    /// What the address of a list asks for.
    pub fn of(call: &Call) -> Question {
        Question::read(&call.request.query)
    }

    /// What the parameters of a list's address, or of a form with the same names, ask for.
    pub fn read(sent: &[(String, String)]) -> Question {
        let all = |name: &'static str| sent.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.trim());
        let text: String = all("q").next().unwrap_or_default().chars().take(200).collect();
        let chosen = FACETS
            .map(|(name, ..)| all(name).filter(|v| !v.is_empty()).take(50).map(str::to_string).collect());
        Question { text, chosen }
    }

    /// What it asks for as readers call it, in the words of the vacancies that there are.
    pub fn words(&self, adverts: &[Advert]) -> Vec<String> {
        let mut all = Vec::new();
        if !self.text.is_empty() {
            all.push(format!("“{}”", self.text));
        }
        for ((_, _, of), chosen) in FACETS.iter().zip(&self.chosen) {
            for code in chosen {
                let known = adverts.iter().map(of).find(|c| c.code == *code);
                all.push(known.map_or_else(|| code.clone(), |c| c.label));
            }
        }
        all
    }

    /// Whether it asks for anything.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.chosen.iter().all(Vec::is_empty)
    }

    /// Its address, with one value less where one is given.
    pub fn address(&self, without: Option<(usize, &str)>) -> String {
        let mut parts = Vec::new();
        if !self.text.is_empty() {
            parts.push(format!("q={}", talang_http::encode(&self.text)));
        }
        for (at, ((name, ..), values)) in FACETS.iter().zip(&self.chosen).enumerate() {
            for value in values.iter().filter(|v| without != Some((at, v))) {
                parts.push(format!("{name}={}", talang_http::encode(value)));
            }
        }
        parts.join("&")
    }

    /// Answers it. Every word must be met, by whatever.
    pub fn answer<'a>(&self, adverts: &'a [Advert]) -> Found<'a> {
        let asked: Vec<String> = words(&fold(&self.text));
        let mut met: Vec<(u32, &Advert)> = Vec::new();
        for advert in adverts {
            let scores: Vec<u16> = asked.iter().map(|word| advert.words.meets(word)).collect();
            if scores.iter().all(|s| *s > 0) {
                met.push((scores.iter().map(|s| u32::from(*s)).sum(), advert));
            }
        }
        // A facet's counts leave its own choices aside: they say what choosing another value would give.
        let fits = |advert: &Advert, except: usize| {
            FACETS.iter().zip(&self.chosen).enumerate().all(|(at, ((_, _, of), chosen))| {
                at == except || chosen.is_empty() || chosen.contains(&of(advert).code)
            })
        };
        let mut facets: [Vec<Choice>; FACETS.len()] = Default::default();
        for (at, (facet, (_, _, of))) in facets.iter_mut().zip(&FACETS).enumerate() {
            let mut counts: BTreeMap<Coded, usize> = BTreeMap::new();
            for (_, advert) in met.iter().filter(|(_, a)| fits(a, at)) {
                let value = of(advert);
                if !value.code.is_empty() {
                    *counts.entry(value).or_default() += 1;
                }
            }
            let chosen = self.chosen.get(at).map(Vec::as_slice).unwrap_or_default();
            // What was chosen can be given up, also where nothing is left of it.
            for code in chosen {
                if !counts.keys().any(|c| c.code == *code) {
                    let known = adverts.iter().map(of).find(|c| c.code == *code);
                    counts.extend(known.map(|c| (c, 0)));
                }
            }
            *facet = counts
                .into_iter()
                .map(|(value, count)| Choice { chosen: chosen.contains(&value.code), value, count })
                .collect();
            facet.sort_by(|a, b| {
                (b.chosen, b.count, &a.value.label).cmp(&(a.chosen, a.count, &b.value.label))
            });
        }
        let mut found: Vec<(u32, &Advert)> = met.into_iter().filter(|(_, a)| fits(a, usize::MAX)).collect();
        if !asked.is_empty() {
            found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        }
        Found { adverts: found.into_iter().map(|(_, a)| a).collect(), facets }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advert::Text;

    fn advert(code: &str, title: &str, place: &str, text: &str) -> Advert {
        let text = Text { text: text.to_string(), language: None };
        let mut advert = Advert {
            code: code.to_string(),
            title: Text { text: title.to_string(), language: None },
            place: place.to_string(),
            texts: vec![("careers-mission", text)],
            ..Advert::default()
        };
        advert.words = Words::of(&advert);
        advert
    }

    fn found<'a>(adverts: &'a [Advert], text: &str) -> Vec<&'a str> {
        let question = Question { text: text.to_string(), ..Question::default() };
        question.answer(adverts).adverts.iter().map(|a| a.code.as_str()).collect()
    }

    #[test]
    fn words_forgive_accents_endings_and_slips() {
        // S3
        let all = [
            advert("1", "Ingénieur logiciel", "Besançon", "Vous développez en Rust."),
            advert("2", "Comptable", "Lyon", "Un poste d’ingénieur financier."),
            advert("3", "Softwareentwicklerin", "München", "Rust und PostgreSQL"),
        ];
        for question in
            ["ingenieur", "INGÉNIEUR", "ingenieru", "ingnieur", "ingénieur besancon", "ingenieur rust"]
        {
            assert_eq!(found(&all, question).first(), Some(&"1"), "{question}");
        }
        // The title counts more than the text, and both are found.
        assert_eq!(found(&all, "ingenieur"), ["1", "2"]);
        assert_eq!(found(&all, "munchen"), ["3"]);
        assert_eq!(found(&all, "software"), ["3"]);
        // Short words and other beginnings are taken at their word.
        assert!(found(&all, "lyn").is_empty() && found(&all, "zomptable").is_empty());
        assert_eq!(found(&all, "").len(), 3);
    }

    #[test]
    fn facets_count_what_choosing_them_would_leave() {
        let all = [
            advert("1", "Driver", "Lyon", ""),
            advert("2", "Baker", "Lyon", ""),
            advert("3", "Baker", "Paris", ""),
        ];
        let mut question = Question { text: "baker".into(), ..Question::default() };
        question.chosen[1] = vec!["Paris".into()];
        let answer = question.answer(&all);
        assert_eq!(answer.adverts.iter().map(|a| a.code.as_str()).collect::<Vec<_>>(), ["3"]);
        let places: Vec<(&str, usize, bool)> =
            answer.facets[1].iter().map(|c| (c.value.label.as_str(), c.count, c.chosen)).collect();
        assert_eq!(places, [("Paris", 1, true), ("Lyon", 1, false)]);
        assert_eq!(question.address(Some((1, "Paris"))), "q=baker");
        assert_eq!(question.address(None), "q=baker&place=Paris");
        // A choice that leaves nothing can still be given up.
        question.text = "driver".into();
        assert!(question.answer(&all).facets[1].iter().any(|c| c.chosen && c.count == 0));
    }
}
