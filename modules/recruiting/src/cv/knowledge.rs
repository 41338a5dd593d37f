//! What a tenant knows that CVs speak of: its skills with their other names, languages and countries, each in the seven languages.

use std::collections::HashMap;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};
use talang_catalogue::culture::fold;
use talang_catalogue::{Record, Value};
use talang_engine::{Query, Result, View};

use super::Line;

/// See the module. Made once and used for many texts.
#[derive(Debug)]
pub struct Knowledge {
    skills: Option<AhoCorasick>,
    /// For each pattern its skill, and the text as it must stand where it is too short to be told by its letters alone.
    of: Vec<(i64, Option<String>)>,
    /// Folded name of a language, and its code; the longest first.
    pub(super) languages: Vec<(String, String)>,
    /// Folded name of a country, and its code.
    pub(super) countries: HashMap<String, String>,
    /// Prefix of telephone numbers (`+33`), and the country that alone has it.
    pub(super) prefixes: HashMap<String, String>,
}

/// Letters up to which a name must stand exactly so, among the skills: `C`, `R`, `Go`, `SQL` is longer.
const SHORT: usize = 2;

impl Knowledge {
    /// From the names of skills (with their numbers), of languages and of countries (with their codes), each in every
    /// language, and the countries' prefixes of telephone numbers.
    #[must_use]
    pub fn new<'a>(
        skills: impl IntoIterator<Item = (i64, &'a str)>,
        languages: impl IntoIterator<Item = (&'a str, &'a str)>,
        countries: impl IntoIterator<Item = (&'a str, &'a str)>,
        prefixes: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Knowledge {
        let mut patterns = Vec::new();
        let mut of = Vec::new();
        for (skill, name) in skills {
            // "Word processing (office)": what stands in brackets explains.
            let name = name.split(" (").next().unwrap_or(name).trim();
            let folded = fold(name);
            if folded.chars().any(char::is_alphanumeric) {
                let exact = (name.chars().count() <= SHORT).then(|| name.to_string());
                patterns.push(folded);
                of.push((skill, exact));
            }
        }
        let mut named: Vec<(String, String)> =
            languages.into_iter().map(|(code, name)| (fold(name), code.to_string())).collect();
        named.retain(|(name, _)| name.chars().count() > 2);
        named.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        named.dedup();
        let mut of_prefix: HashMap<String, Option<String>> = HashMap::new();
        for (code, prefix) in prefixes {
            let slot = of_prefix.entry(prefix.to_string()).or_insert_with(|| Some(code.to_string()));
            if slot.as_deref() != Some(code) {
                *slot = None;
            }
        }
        Knowledge {
            skills: AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&patterns).ok(),
            of,
            languages: named,
            countries: countries.into_iter().map(|(code, name)| (fold(name), code.to_string())).collect(),
            prefixes: of_prefix.into_iter().filter_map(|(prefix, code)| Some((prefix, code?))).collect(),
        }
    }

    /// What a tenant's library knows, made once and kept while the library does not change. It is nobody's data.
    ///
    /// # Errors
    /// Those of the store.
    pub fn of(view: &mut View<'_>) -> Result<Arc<Knowledge>> {
        let objects = ["Skill", "SkillAlias", "Language", "Country"];
        view.followed(&objects, "knowledge", |v, _: Option<(Arc<Knowledge>, _)>| v.as_rule(Knowledge::load))
    }

    /// What a tenant's library knows, as far as the scope may read it; groups of skills are none.
    ///
    /// # Errors
    /// Those of the store.
    pub fn load(view: &mut View<'_>) -> Result<Knowledge> {
        let mut rows = |object: &str| -> Result<Vec<Record>> {
            let object = view.object(object)?;
            Ok(view.list(&object, &Query::default())?.records)
        };
        let text = |record: &Record, field: &str| record.get(field).as_text().unwrap_or_default().to_string();
        let texts = |record: &Record, field: &str| -> Vec<String> {
            if let Value::Texts(texts) = record.get(field) {
                texts.values().cloned().collect()
            } else {
                Vec::new()
            }
        };
        let mut skills: Vec<(i64, String)> = Vec::new();
        for skill in rows("Skill")?.iter().filter(|s| s.get("kind").as_text() != Some("group")) {
            skills.extend(texts(skill, "label").into_iter().map(|name| (skill.id, name)));
        }
        for alias in &rows("SkillAlias")? {
            skills.extend(alias.get("skill").as_int().map(|id| (id, text(alias, "text"))));
        }
        let mut named = |object: &str, code: &str| -> Result<Vec<(String, String)>> {
            let rows = rows(object)?;
            let names =
                rows.iter().flat_map(|r| texts(r, "name").into_iter().map(|name| (text(r, code), name)));
            Ok(names.collect())
        };
        let (languages, countries) = (named("Language", "iso")?, named("Country", "iso2")?);
        let prefixes: Vec<(String, String)> =
            rows("Country")?.iter().map(|c| (text(c, "iso2"), text(c, "phone_prefix"))).collect();
        let prefixes: Vec<&(String, String)> =
            prefixes.iter().filter(|(_, prefix)| !prefix.is_empty()).collect();
        Ok(Knowledge::new(
            skills.iter().map(|(id, name)| (*id, name.as_str())),
            languages.iter().map(|(code, name)| (code.as_str(), name.as_str())),
            countries.iter().map(|(code, name)| (code.as_str(), name.as_str())),
            prefixes.iter().map(|(code, prefix)| (code.as_str(), prefix.as_str())),
        ))
    }

    /// The skills that a text names: anywhere, but for names so short that only a list of skills can mean them.
    pub(super) fn skills_in(&self, lines: &[Line], listed: &[Line]) -> Vec<i64> {
        let mut found = Vec::new();
        let Some(skills) = &self.skills else { return found };
        for (lines, short) in [(listed, true), (lines, false)] {
            for line in lines {
                for hit in skills.find_iter(&line.folded) {
                    let Some((skill, exact)) = self.of.get(hit.pattern().as_usize()) else { continue };
                    let alone = is_word(&line.folded, hit.start(), hit.end());
                    let meant = match exact {
                        None => true,
                        Some(name) => short && stands(&line.text, name),
                    };
                    if alone && meant && !found.contains(skill) {
                        found.push(*skill);
                    }
                }
            }
        }
        found
    }
}

/// Whether neither a letter nor a figure, nor a sign of a name such as `C++`, goes on before or after it.
fn is_word(text: &str, from: usize, to: usize) -> bool {
    let before = text.get(..from).and_then(|t| t.chars().next_back());
    let after = text.get(to..).and_then(|t| t.chars().next());
    !before.is_some_and(char::is_alphanumeric)
        && !after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '+' | '#'))
}

/// Whether a name stands in a text exactly so, as a word.
fn stands(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| is_word(text, at, at + name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, listed: bool) -> Vec<i64> {
        let skills = [
            (1, "Java"),
            (2, "JavaScript"),
            (3, "C"),
            (4, "C++"),
            (5, "Gestion de projet"),
            (6, "Project management (general)"),
            (5, "Project management"),
            (7, "Go"),
        ];
        let knowledge = Knowledge::new(skills, [], [], []);
        let line = Line { text: text.to_string(), folded: fold(text), apart: true };
        let lines = [line];
        knowledge.skills_in(&lines, if listed { &lines } else { &[] })
    }

    #[test]
    fn skills_are_whole_words_whatever_case_and_accents() {
        assert_eq!(found("JAVASCRIPT, java and Javanese", false), [2, 1]);
        assert_eq!(found("gestion de PROJET", false), [5]);
        assert_eq!(found("C++ and C", true), [4, 3]);
        assert_eq!(
            found("Vitamin C, I go home", false),
            Vec::<i64>::new(),
            "too short to be meant outside a list"
        );
        assert_eq!(found("Go, Java", true), [7, 1]);
        assert_eq!(found("we go", true), Vec::<i64>::new());
    }
}
