//! Letters to candidates: wordings with merge fields, what stands in these, and the mails that come of it (S2, I12).
//!
//! * [`FIELDS`] declares every merge field once; [`check`] refuses what is none, [`render`] puts the values in.
//! * [`Fields`] holds the values for one reader, in their language: [`of_application`], [`of_candidate`], [`of_offer`].
//! * [`wordings`] and [`choose`] find the version of a wording that a reader understands.
//! * [`sending`] makes a mail of each message that is written.

mod fields;
pub mod sending;

use std::collections::{BTreeMap, HashMap};

use talang_catalogue::{Culture, Fault, Language, Record};
use talang_engine::{Filter, Op, Query, Result, View};

use crate::objects::careers::{MessagePurpose, MessageTemplate};

pub use fields::{FIELDS, Shown, of_application, of_candidate, of_offer, samples, stage_words};

/// Values of merge fields for one reader.
#[derive(Clone, Debug, Default)]
pub struct Fields(BTreeMap<&'static str, String>);

impl Fields {
    /// Sets a value; blanks around it do not count. Braces become round: a letter that was looked at is filled in once more when
    /// it is sent, and what somebody calls themselves is no merge field.
    pub fn set(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.insert(name, value.into().trim().replace('{', "(").replace('}', ")"));
    }

    /// A value; empty for none.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map(String::as_str).unwrap_or_default()
    }
}

/// What a letter says before anything is put in: subject and text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Template<'a> {
    /// Subject.
    pub heading: &'a str,
    /// Text.
    pub text: &'a str,
}

/// What a letter says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// Subject, one line.
    pub heading: String,
    /// Text; blank lines part paragraphs.
    pub text: String,
    /// Merge fields for which there was no value.
    pub missing: Vec<&'static str>,
}

/// A part of a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Words(&'a str),
    Field(&'static str),
    /// No merge field: what stands between the braces, and in which line.
    Unknown(&'a str, usize),
    /// A brace that is not closed in its line.
    Open(usize),
}

/// A wording in its parts: `{vacancy.title}` is a merge field, all else stands as it is.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while let Some((words, after)) = rest.split_once('{') {
        line += words.matches('\n').count();
        out.push(Piece::Words(words));
        let end = after.find(['}', '\n', '{']);
        match end.and_then(|end| Some((after.get(..end)?, after.get(end..)?))) {
            Some((name, tail)) if tail.starts_with('}') => {
                let known = FIELDS.iter().find(|f| f.name == name.trim());
                out.push(known.map_or(Piece::Unknown(name, line), |f| Piece::Field(f.name)));
                rest = tail.get(1..).unwrap_or_default();
            }
            _ => {
                out.push(Piece::Open(line));
                rest = after;
            }
        }
    }
    out.push(Piece::Words(rest));
    out
}

/// What is wrong with the merge fields of a text: where, what, and which there are.
pub fn check(text: &str) -> Vec<Fault> {
    let known = || FIELDS.iter().map(|f| format!("{{{}}}", f.name)).collect::<Vec<_>>().join(" ");
    let wrong = |piece: Piece<'_>| match piece {
        Piece::Unknown(name, line) => Some(
            Fault::new("letter.field")
                .with("line", line)
                .with("name", format!("{{{name}}}"))
                .with("allowed", known()),
        ),
        Piece::Open(line) => Some(Fault::new("letter.brace").with("line", line)),
        Piece::Words(_) | Piece::Field(_) => None,
    };
    pieces(text).into_iter().filter_map(wrong).collect()
}

/// Puts the values into a wording. A field without a value leaves nothing behind and is told in [`Letter::missing`]; what is no
/// merge field stands as it was written.
pub fn render(template: &Template<'_>, fields: &Fields) -> Letter {
    let mut missing = Vec::new();
    let mut put = |text: &str| {
        let mut out = String::with_capacity(text.len() + 64);
        for piece in pieces(text) {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Field(name) => {
                    let value = fields.get(name);
                    if value.is_empty() && !missing.contains(&name) {
                        missing.push(name);
                    }
                    out.push_str(value);
                }
                Piece::Unknown(name, _) => out.push_str(&format!("{{{name}}}")),
                Piece::Open(_) => out.push('{'),
            }
        }
        out
    };
    let heading = put(template.heading).split_whitespace().collect::<Vec<_>>().join(" ");
    let text = put(template.text);
    Letter { heading, text, missing }
}

/// A version of a wording in one language.
#[derive(Clone, Debug)]
pub struct Wording {
    /// Row number.
    pub id: i64,
    /// Code that all its versions share.
    pub code: String,
    /// Name for users.
    pub name: String,
    /// What it is for.
    pub purpose: Option<MessagePurpose>,
    /// Language and region.
    pub culture: &'static Culture,
    /// Subject.
    pub heading: String,
    /// Text.
    pub text: String,
}

impl Wording {
    /// What it says before anything is put in.
    pub fn template(&self) -> Template<'_> {
        Template { heading: &self.heading, text: &self.text }
    }
}

/// The wordings that are in use, by code.
///
/// # Errors
/// Those of the store.
pub fn wordings(view: &mut View<'_>) -> Result<Vec<Wording>> {
    let object = view.object("MessageTemplate")?;
    let active = Filter::test(&object, "active", Op::Is, vec![true.into()]);
    let query = Query { filter: Some(active), sort: view.sort(&object, "code,culture")?, ..Query::default() };
    let all = view.typed_list::<MessageTemplate>(&query)?;
    let wording = |(id, t): (i64, MessageTemplate)| Wording {
        id,
        code: t.code.to_string(),
        name: t.name.to_string(),
        purpose: t.purpose.0,
        culture: Culture::find(&t.culture).unwrap_or(&Culture::NEUTRAL),
        heading: t.heading.to_string(),
        text: t.text.to_string(),
    };
    Ok(all.into_iter().map(wording).collect())
}

/// How well somebody understands a version: their own culture, their language, the company's, English, any.
fn distance(version: &'static Culture, reader: &Culture, company: &Culture) -> usize {
    let order = [
        version.code == reader.code,
        version.language == reader.language,
        version.code == company.code,
        version.language == company.language,
        version.language == Language::En,
    ];
    order.iter().position(|fits| *fits).unwrap_or(order.len())
}

/// The version of a wording that a reader understands best; in the company's language where there is none in theirs.
pub fn choose<'w>(
    all: &'w [Wording],
    code: &str,
    reader: &Culture,
    company: &Culture,
) -> Option<&'w Wording> {
    all.iter().filter(|w| w.code == code).min_by_key(|w| distance(w.culture, reader, company))
}

/// The same for what the program writes by itself: the first wording for that purpose.
pub fn for_purpose<'w>(
    all: &'w [Wording],
    purpose: MessagePurpose,
    reader: &Culture,
    company: &Culture,
) -> Option<&'w Wording> {
    let first = all.iter().find(|w| w.purpose == Some(purpose))?;
    choose(all, &first.code, reader, company)
}

/// The name of each wording for somebody who chooses, by code.
pub fn names(all: &[Wording], reader: &Culture, company: &Culture) -> Vec<(String, String)> {
    let mut best: HashMap<&str, &Wording> = HashMap::new();
    for wording in all {
        let known = best.entry(wording.code.as_str()).or_insert(wording);
        if distance(wording.culture, reader, company) < distance(known.culture, reader, company) {
            *known = wording;
        }
    }
    let mut out: Vec<(String, String)> =
        best.into_iter().map(|(code, w)| (code.to_string(), w.name.clone())).collect();
    out.sort_by_cached_key(|(_, name)| talang_catalogue::culture::sort_key(reader.language, name));
    out
}

/// Before a wording is written: its merge fields are ones that there are.
///
/// # Errors
/// None; a rule.
pub fn template(
    _view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    for field in ["heading", "text"] {
        if old.is_none_or(|o| o.get(field) != new.get(field)) {
            let text = new.get(field).as_text().unwrap_or_default();
            faults.extend(check(text).into_iter().map(|fault| fault.on(field)));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields() -> Fields {
        let mut fields = Fields::default();
        fields.set("candidate.first_name", "Ann\nBcc: x@example.org");
        fields.set("vacancy.title", "Nurse {stage}");
        fields
    }

    #[test]
    fn values_are_put_in_and_never_read_again() {
        // S2: what a candidate is called is no wording.
        let template = Template {
            heading: "About {vacancy.title} for\n{ candidate.first_name }",
            text: "Dear {candidate.first_name},\n{vacancy.title}: {stage}{stage}. {x}{",
        };
        let letter = render(&template, &fields());
        assert_eq!(letter.heading, "About Nurse (stage) for Ann Bcc: x@example.org", "one line");
        assert_eq!(letter.text, "Dear Ann\nBcc: x@example.org,\nNurse (stage): . {x}{");
        assert_eq!(letter.missing, ["stage"]);
    }

    #[test]
    fn what_is_no_field_is_told_with_its_line_and_what_there_is() {
        assert!(check("Dear {candidate.first_name},\n{ vacancy.title }").is_empty());
        let faults = check("Dear {candidate.last_name},\n\n{salary} and {vacancy.title\nmore {{stage}");
        let told: Vec<(&str, String)> = faults
            .iter()
            .map(|f| (f.code, f.args.iter().find(|a| a.0 == "line").unwrap().1.clone()))
            .collect();
        assert_eq!(
            told,
            [
                ("letter.field", "3".to_string()),
                ("letter.brace", "3".to_string()),
                ("letter.brace", "4".to_string())
            ]
        );
        let args = &faults[0].args;
        assert!(
            args.iter().any(|a| a.1 == "{salary}") && args.iter().any(|a| a.1.contains("{vacancy.title}"))
        );
    }

    fn wording(code: &str, culture: &str) -> Wording {
        Wording {
            id: 0,
            code: code.into(),
            name: culture.into(),
            purpose: Some(MessagePurpose::Refusal),
            culture: Culture::find(culture).unwrap(),
            heading: String::new(),
            text: String::new(),
        }
    }

    #[test]
    fn everybody_reads_their_language_or_the_companys() {
        let all: Vec<Wording> =
            ["fr-FR", "en-GB", "sv-SE", "fr-CH"].map(|culture| wording("no", culture)).to_vec();
        let culture = |code: &str| Culture::find(code).unwrap();
        let read = |reader: &str, company: &str| {
            choose(&all, "no", culture(reader), culture(company)).unwrap().culture.code
        };
        assert_eq!(read("fr-CH", "sv-SE"), "fr-CH");
        assert_eq!(read("fr-BE", "sv-SE"), "fr-FR");
        assert_eq!(read("de-DE", "sv-SE"), "sv-SE");
        assert_eq!(read("de-DE", "da-DK"), "en-GB");
        assert!(choose(&all, "yes", culture("fr-FR"), culture("fr-FR")).is_none());
        assert_eq!(
            names(&all, culture("sv-SE"), culture("fr-FR")),
            [("no".to_string(), "sv-SE".to_string())]
        );
    }
}
