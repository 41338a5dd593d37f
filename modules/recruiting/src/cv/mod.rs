//! What a CV says, as a proposal for a form (S2): who it is, how to reach them, what they speak, know, learned and did. It only
//! proposes: people correct it and send it off.
//!
//! Pure functions over text ([`propose`]) and what a tenant knows ([`Knowledge`]). What is not recognised safely is left out: an empty field is
//! filled in quickly, a wrong one is overlooked. Headings, months and levels are known in the seven languages.

mod contact;
mod dates;
mod history;
mod knowledge;
mod sections;
mod spoken;

use talang_catalogue::culture::fold;

pub use dates::Month;
pub use history::Entry;
pub use knowledge::Knowledge;
pub use spoken::{Level, Spoken};

use sections::Section;

/// What is proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Given names.
    pub first_name: Option<String>,
    /// Family name.
    pub last_name: Option<String>,
    /// Address of electronic mail.
    pub email: Option<String>,
    /// Telephone number with its country's prefix.
    pub phone: Option<String>,
    /// Pages: networks, own sites; whole addresses.
    pub links: Vec<String>,
    /// Street and number.
    pub street: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// Country, by its code (ISO 3166-1).
    pub country: Option<String>,
    /// Languages, the best first.
    pub languages: Vec<Spoken>,
    /// Skills of the tenant's library, by the numbers that [`Knowledge`] was given, in the order of the text.
    pub skills: Vec<i64>,
    /// Studies, as the text has them.
    pub education: Vec<Entry>,
    /// Work, as the text has it.
    pub experience: Vec<Entry>,
}

/// A line of the text: as it stands, and folded for comparing.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub text: String,
    pub folded: String,
    /// It stands apart from the line before it.
    pub apart: bool,
}

/// What a CV says. `year` is the present one: no date of a CV is later than the next.
#[must_use]
pub fn propose(text: &str, knowledge: &Knowledge, year: i64) -> Proposal {
    let mut lines: Vec<Line> = Vec::new();
    let mut apart = true;
    for line in text.lines().take(4_000) {
        let line = line.trim();
        if line.is_empty() {
            apart = true;
            continue;
        }
        let text: String = line.chars().take(600).collect();
        lines.push(Line { folded: fold(&text), text, apart: std::mem::take(&mut apart) });
    }
    let parts = sections::split(&lines);
    let of = |section: Section| -> Vec<Line> {
        parts.iter().filter(|(s, _)| *s == section).flat_map(|(_, lines)| lines.iter().cloned()).collect()
    };
    let mut proposal = Proposal::default();
    contact::find(&lines, &of(Section::Head), knowledge, &mut proposal);
    proposal.languages = spoken::find(&of(Section::Languages), &lines, knowledge);
    // Headings name what follows, no skill.
    let body: Vec<Line> = parts.iter().flat_map(|(_, lines)| lines.iter().cloned()).collect();
    proposal.skills = knowledge.skills_in(&body, &of(Section::Skills));
    proposal.education = history::entries(&of(Section::Education), history::Kind::Education, year);
    proposal.experience = history::entries(&of(Section::Experience), history::Kind::Experience, year);
    proposal
}

/// The words of a folded text.
pub(crate) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a folded text has a phrase, as whole words.
pub(crate) fn has(folded: &str, phrase: &str) -> bool {
    place(folded, phrase).is_some()
}

/// Where a folded text has a phrase, as whole words.
pub(crate) fn place(folded: &str, phrase: &str) -> Option<usize> {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    folded.match_indices(phrase).map(|(at, _)| at).find(|at| {
        let (before, after) = (folded.get(..*at), folded.get(at + phrase.len()..));
        edge(before.and_then(|t| t.chars().next_back())) && edge(after.and_then(|t| t.chars().next()))
    })
}
