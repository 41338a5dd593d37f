//! CVs of people who do not exist, as the files that people bring, read and proposed (S2): how much of what they say is found, and how much of
//! what is proposed they say.

mod people;
mod render;

use std::collections::{BTreeMap, BTreeSet};

use people::{PEOPLE, Stay, WORDS};
use talang_catalogue::culture::fold;
use talang_recruiting::cv::{Entry, Knowledge, Level, Month, Proposal, propose};

const YEAR: i64 = 2026;

/// A file of core HR's starting library, line by line, by the names of its columns.
fn library(name: &str) -> Vec<BTreeMap<String, String>> {
    let path = format!("{}/../core_hr/library/csv/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

const LANGUAGES: [&str; 7] = ["en", "fr", "de", "nl", "es", "sv", "da"];

struct Library {
    knowledge: Knowledge,
    skills: Vec<BTreeMap<String, String>>,
    languages: Vec<BTreeMap<String, String>>,
}

fn learned() -> Library {
    let mut skills = library("Skill_InsertAndUpdate_en-GB_20_.csv");
    skills.retain(|s| s["kind"] != "group");
    let languages = library("Language_InsertAndUpdate_en-GB_1_.csv");
    let countries = library("Country_InsertAndUpdate_en-GB_2_.csv");
    let named = |rows: &[BTreeMap<String, String>], key: &str, column: &str| -> Vec<(String, String)> {
        rows.iter()
            .flat_map(|r| LANGUAGES.map(|l| (r[key].clone(), r[&format!("{column}.{l}")].clone())))
            .collect()
    };
    let of_skills: Vec<(i64, String)> = skills
        .iter()
        .enumerate()
        .flat_map(|(at, s)| LANGUAGES.map(|l| (i64::try_from(at).unwrap(), s[&format!("label.{l}")].clone())))
        .collect();
    let (of_languages, of_countries) = (named(&languages, "iso", "name"), named(&countries, "iso2", "name"));
    let prefixes: Vec<(String, String)> =
        countries.iter().map(|c| (c["iso2"].clone(), c["phone_prefix"].clone())).collect();
    let pairs = |all: &'static [(String, String)]| all.iter().map(|(a, b)| (a.as_str(), b.as_str()));
    let keep = |all: Vec<(String, String)>| -> &'static [(String, String)] { Vec::leak(all) };
    let knowledge = Knowledge::new(
        of_skills.iter().map(|(n, s)| (*n, s.as_str())),
        pairs(keep(of_languages)),
        pairs(keep(of_countries)),
        pairs(keep(prefixes)),
    );
    Library { knowledge, skills, languages }
}

/// How much of a kind was to be found, was proposed, and was right.
#[derive(Default)]
struct Score {
    wanted: usize,
    proposed: usize,
    right: usize,
}

impl Score {
    fn add<T: Ord>(&mut self, wanted: &BTreeSet<T>, proposed: &BTreeSet<T>) {
        self.wanted += wanted.len();
        self.proposed += proposed.len();
        self.right += wanted.intersection(proposed).count();
    }

    #[allow(clippy::cast_precision_loss, reason = "a few hundred")]
    fn shares(&self) -> (f64, f64) {
        (self.right as f64 / self.proposed.max(1) as f64, self.right as f64 / self.wanted.max(1) as f64)
    }
}

fn one(text: &str) -> BTreeSet<String> {
    BTreeSet::from([fold(text)])
}

fn maybe(text: Option<&String>) -> BTreeSet<String> {
    text.map(|t| fold(t)).into_iter().collect()
}

fn stays(all: &[Stay]) -> BTreeSet<String> {
    let end = |at: i64| if at == 0 { "now".to_string() } else { (at / 100).to_string() };
    all.iter().map(|s| format!("{}|{}|{}|{}", fold(s.0), fold(s.1), s.2 / 100, end(s.3))).collect()
}

fn entries(all: &[Entry]) -> BTreeSet<String> {
    let year = |m: Option<Month>| m.map_or("?".to_string(), |m| m.year.to_string());
    let end = |e: &Entry| if e.current { "now".to_string() } else { year(e.end) };
    all.iter()
        .map(|e| format!("{}|{}|{}|{}", fold(&e.title), fold(&e.place), year(e.start), end(e)))
        .collect()
}

// S2: proposed to pre-fill an application, in seven languages and as PDF, Word, OpenDocument and RTF. Precision counts more than what is found: a
// wrong proposal is overlooked.
#[test]
fn cvs_are_read_as_people_lay_them_out() {
    let library = learned();
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let mut missed = Vec::new();
    for (number, (words, people)) in WORDS.iter().zip(&PEOPLE).enumerate() {
        for (at, person) in people.iter().enumerate() {
            let way = (number + at) % render::WAYS;
            let label = |code: &str| -> (i64, String) {
                let at =
                    library.skills.iter().position(|s| s["code"] == code).unwrap_or_else(|| panic!("{code}"));
                (i64::try_from(at).unwrap(), library.skills[at][&format!("label.{}", words.language)].clone())
            };
            let called = |code: &str| {
                let found = library.languages.iter().find(|l| l["iso"] == code);
                found.unwrap_or_else(|| panic!("{code}"))[&format!("name.{}", words.language)].clone()
            };
            let skills: Vec<(i64, String)> = person.skills.iter().map(|code| label(code)).collect();
            let names: Vec<String> = skills.iter().map(|(_, name)| name.clone()).collect();
            let bytes = render::file(words, person, way, &names, &called);
            let text = talang_reading::text(&bytes)
                .unwrap_or_else(|f| panic!("{} in way {way}: {f:?}", person.email));
            let proposal: Proposal = propose(&text.text, &library.knowledge, YEAR);
            let levels = [Level::Native, Level::C1, Level::B1, Level::A2];
            let spoken = |code: &str, level: Option<Level>| format!("{code} {level:?}");
            // Languages are skills of the library, too.
            let mut known: BTreeSet<i64> = skills.iter().map(|(n, _)| *n).collect();
            for (code, _) in &person.speaks {
                let name = fold(&called(code));
                let of =
                    |s: &BTreeMap<String, String>| fold(&s[&format!("label.{}", words.language)]) == name;
                known.extend(library.skills.iter().position(of).map(|at| i64::try_from(at).unwrap()));
            }
            let has_country = !matches!(way, 1 | 4 | 6);
            let has_street = !matches!(way, 4 | 6);
            let checks: [(&str, BTreeSet<String>, BTreeSet<String>); 12] = [
                ("first name", one(person.first), maybe(proposal.first_name.as_ref())),
                ("last name", one(person.last), maybe(proposal.last_name.as_ref())),
                ("e-mail", one(person.email), maybe(proposal.email.as_ref())),
                ("phone", one(&person.phone.replace(' ', "")), maybe(proposal.phone.as_ref())),
                (
                    "street",
                    if has_street { one(person.street) } else { BTreeSet::new() },
                    maybe(proposal.street.as_ref()),
                ),
                ("postal code", one(person.postal), maybe(proposal.postal_code.as_ref())),
                ("city", one(person.city), maybe(proposal.city.as_ref())),
                // Where it is not said, the telephone number tells.
                (
                    "country",
                    if has_country { one(person.country.0) } else { maybe(proposal.country.as_ref()) },
                    maybe(proposal.country.as_ref()),
                ),
                (
                    "languages",
                    person.speaks.iter().map(|(code, level)| spoken(code, Some(levels[*level]))).collect(),
                    proposal.languages.iter().map(|s| spoken(&s.language, s.level)).collect(),
                ),
                (
                    "skills",
                    known.iter().map(i64::to_string).collect(),
                    proposal.skills.iter().map(i64::to_string).collect(),
                ),
                ("experience", stays(&person.work), entries(&proposal.experience)),
                ("education", stays(&person.studies), entries(&proposal.education)),
            ];
            for (what, wanted, proposed) in checks {
                if wanted != proposed {
                    missed.push(format!(
                        "{} way {way} {what}: wanted {wanted:?}, proposed {proposed:?}",
                        person.email
                    ));
                }
                scores.entry(what).or_default().add(&wanted, &proposed);
            }
        }
    }
    // What the documentation says, and no less.
    let floors = [
        ("first name", 0.97, 0.97),
        ("last name", 0.97, 0.97),
        ("e-mail", 1.0, 1.0),
        ("phone", 1.0, 1.0),
        ("street", 0.95, 0.9),
        ("postal code", 0.97, 0.95),
        ("city", 0.95, 0.95),
        ("country", 0.95, 0.95),
        ("languages", 0.95, 0.9),
        ("skills", 0.95, 0.95),
        ("experience", 0.9, 0.85),
        ("education", 0.9, 0.85),
    ];
    for (what, score) in &scores {
        let (precision, recall) = score.shares();
        println!("{what}: precision {precision:.3}, recall {recall:.3} of {}", score.wanted);
    }
    missed.iter().for_each(|line| println!("{line}"));
    for (what, least_precision, least_recall) in floors {
        let (precision, recall) = scores[what].shares();
        assert!(
            precision >= least_precision && recall >= least_recall,
            "{what}: {precision:.3} {recall:.3}\n{}",
            missed.join("\n")
        );
    }
}
