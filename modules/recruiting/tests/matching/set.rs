//! The labelled set: see `people.txt`.

use std::collections::BTreeSet;

/// A vacancy: its code in the set, job of the starting library, languages with levels from 1 to 6, place.
pub struct Asked {
    pub code: &'static str,
    pub job: &'static str,
    pub languages: &'static [(&'static str, u16)],
    pub town: &'static str,
    pub country: &'static str,
}

const fn asked(
    code: &'static str,
    job: &'static str,
    languages: &'static [(&'static str, u16)],
    town: &'static str,
    country: &'static str,
) -> Asked {
    Asked { code, job, languages, town, country }
}

pub const VACANCIES: [Asked; 11] = [
    asked("payroll", "payroll-specialist", &[("fr", 4)], "Lyon", "FR"),
    asked("accountant", "accountant", &[("fr", 4)], "Lyon", "FR"),
    asked("developer", "software-developer", &[("en", 4)], "Berlin", "DE"),
    asked("architect", "software-architect", &[("en", 4)], "Berlin", "DE"),
    asked("analyst", "data-analyst", &[("en", 4)], "Berlin", "DE"),
    asked("scientist", "data-scientist", &[("en", 4)], "Berlin", "DE"),
    asked("nurse", "nurse", &[("fr", 4)], "Lyon", "FR"),
    asked("headnurse", "head-nurse", &[("fr", 4)], "Lyon", "FR"),
    asked("welder", "welder", &[("de", 3)], "Kassel", "DE"),
    asked("technician", "maintenance-technician", &[("de", 3)], "Kassel", "DE"),
    asked("controller", "management-controller", &[], "Lyon", "FR"),
];

/// A person of the set.
pub struct Person {
    pub headline: String,
    pub posts: Vec<(String, u16)>,
    /// Code and level from 1 to 5; 0: not stated.
    pub skills: Vec<(String, u16)>,
    pub text: String,
    /// Code and level from 1 to 6.
    pub languages: Vec<(String, u16)>,
    pub town: String,
    pub country: String,
    /// Codes of the vacancies for which they are right.
    pub fits: BTreeSet<String>,
}

/// Everybody.
pub fn people() -> Vec<Person> {
    let lines = include_str!("people.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines.map(|line| person(line).unwrap_or_else(|| panic!("{line}"))).collect()
}

fn person(line: &str) -> Option<Person> {
    let cells: Vec<&str> = line.split(';').map(str::trim).collect();
    let [headline, posts, skills, text, languages, place, fits] = cells.as_slice() else { return None };
    let each = |cell: &str| -> Vec<String> {
        cell.split(',').map(str::trim).filter(|t| !t.is_empty()).map(str::to_string).collect()
    };
    let level = |word: &str| {
        ["A1", "A2", "B1", "B2", "C1", "C2"].iter().position(|l| *l == word).map(|n| n as u16 + 1)
    };
    let (town, country) = place.rsplit_once(' ')?;
    Some(Person {
        headline: (*headline).to_string(),
        posts: posts
            .split(" / ")
            .map(|post| {
                post.rsplit_once(',').and_then(|(t, years)| Some((t.to_string(), years.trim().parse().ok()?)))
            })
            .collect::<Option<_>>()?,
        skills: each(skills)
            .iter()
            .map(|s| s.split_once(' ').map(|(code, level)| (code.to_string(), level.parse().unwrap_or(0))))
            .collect::<Option<_>>()?,
        text: (*text).to_string(),
        languages: each(languages)
            .iter()
            .map(|l| l.split_once(' ').and_then(|(code, l)| Some((code.to_string(), level(l)?))))
            .collect::<Option<_>>()?,
        town: town.to_string(),
        country: country.to_string(),
        fits: each(fits).into_iter().collect(),
    })
}
