//! Which languages somebody speaks, and how well.

use super::{Knowledge, Line, has, place};

/// How well, by the Common European Framework of Reference (CEFR).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Breakthrough.
    A1,
    /// Waystage.
    A2,
    /// Threshold.
    B1,
    /// Vantage.
    B2,
    /// Proficiency.
    C1,
    /// Mastery.
    C2,
    /// From childhood.
    Native,
}

/// A language and how well it is spoken, where that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Its code (ISO 639-1).
    pub language: String,
    /// How well.
    pub level: Option<Level>,
}

const FRAMEWORK: [(&str, Level); 6] = [
    ("a1", Level::A1),
    ("a2", Level::A2),
    ("b1", Level::B1),
    ("b2", Level::B2),
    ("c1", Level::C1),
    ("c2", Level::C2),
];

/// Words for levels in the seven languages, folded.
const WORDS: &[(Level, &str)] = &[
    (
        Level::Native,
        "native|native speaker|mother tongue|bilingual|langue maternelle|maternelle|bilingue|muttersprache|muttersprachler|\
         muttersprachlich|muttersprachliche kenntnisse|zweisprachig|moedertaal|moedertaalspreker|tweetalig|lengua materna|nativo|nativa|\
         lengua nativa|materna|modersmal|modersmalsniva|tvasprakig|modersmalsniveau|tosproget",
    ),
    (
        Level::C1,
        "fluent|full professional|professional working proficiency|business fluent|proficient|courant|couramment|lu ecrit parle|\
         fliessend|verhandlungssicher|sehr gut|sehr gute kenntnisse|vloeiend|zeer goed|uitstekend|fluido|fluida|dominio|flytande|mycket goda|\
         flydende|meget god|forhandlingsniveau",
    ),
    (
        Level::B2,
        "advanced|upper intermediate|good|avance|bon niveau|bonnes connaissances|professionnel|fortgeschritten|gut|gute kenntnisse|gevorderd|goed|\
         avanzado|alto|bueno|avancerad|goda|goda kunskaper|bra|avanceret|god|godt kendskab",
    ),
    (
        Level::B1,
        "intermediate|conversational|working knowledge|limited working|intermediaire|moyen|niveau moyen|mittelstufe|konversationssicher|gemiddeld|redelijk|\
         intermedio|medio|medel|mellanniva|konversation|mellemniveau|rimelig",
    ),
    (
        Level::A2,
        "basic|beginner|elementary|basics|notions|debutant|scolaire|notions de base|grundkenntnisse|anfanger|schulkenntnisse|grundlagen|basis|\
         basiskennis|beginner|matig|basico|principiante|elemental|nociones|grundlaggande|nyborjare|grunder|grundlaeggende|begynder|skolekundskaber",
    ),
];

/// The level of which a piece of text speaks: the framework's own words first.
fn level(folded: &str) -> Option<Level> {
    let framework = FRAMEWORK.iter().filter(|(word, _)| has(folded, word)).map(|(_, level)| *level);
    framework.max().or_else(|| {
        // The longest phrase: "upper intermediate" is not "intermediate".
        let phrases =
            WORDS.iter().flat_map(|(level, all)| all.split('|').map(move |phrase| (phrase, *level)));
        phrases
            .filter(|(phrase, _)| has(folded, phrase))
            .max_by_key(|(phrase, _)| phrase.len())
            .map(|(_, level)| level)
    })
}

/// The languages under their heading; and a mother tongue that is named as such wherever.
pub(crate) fn find(listed: &[Line], lines: &[Line], knowledge: &Knowledge) -> Vec<Spoken> {
    let mut out: Vec<Spoken> = Vec::new();
    let mut add = |language: &str, level: Option<Level>| match out.iter_mut().find(|s| s.language == language)
    {
        Some(known) => known.level = known.level.max(level),
        None => out.push(Spoken { language: language.to_string(), level }),
    };
    for (at, line) in listed.iter().enumerate() {
        let named = names(&line.folded, knowledge);
        for (number, (from, to, code)) in named.iter().enumerate() {
            let next = named.get(number + 1).map_or(line.folded.len(), |n| n.0);
            let begin = if number == 0 { 0 } else { named.get(number - 1).map_or(0, |n| n.1) };
            let after = line.folded.get(*to..next).unwrap_or_default();
            let before = line.folded.get(begin..*from).unwrap_or_default();
            // "English: C1" and "fluent English"; of what stands between two languages, what is before a comma is the first's.
            let several = named.len() > 1;
            let before = if several {
                before.rsplit([',', ';', '|', '/', '·', '•']).next().unwrap_or_default()
            } else {
                before
            };
            let after = if several {
                after.split([',', ';', '|', '·', '•']).next().unwrap_or_default()
            } else {
                after
            };
            let said = level(after).or_else(|| level(before)).or_else(|| {
                // Alone on its line, with the level below it.
                let alone = named.len() == 1 && super::words(&line.folded).count() == 1;
                let next = listed.get(at + 1).filter(|l| alone && names(&l.folded, knowledge).is_empty());
                next.and_then(|l| level(&l.folded))
            });
            add(code, said);
        }
    }
    for line in lines {
        let Some((label, rest)) = line.folded.split_once(':') else { continue };
        if level(label) == Some(Level::Native) {
            for (.., code) in names(rest, knowledge) {
                add(&code, Some(Level::Native));
            }
        }
    }
    out.sort_by_key(|s| std::cmp::Reverse(s.level));
    out
}

/// The languages that a text names: from where to where, and their codes.
fn names(folded: &str, knowledge: &Knowledge) -> Vec<(usize, usize, String)> {
    let mut out: Vec<(usize, usize, String)> = Vec::new();
    for (name, code) in &knowledge.languages {
        if let Some(at) = place(folded, name)
            && !out.iter().any(|(from, to, _)| at < *to && at + name.len() > *from)
        {
            out.push((at, at + name.len(), code.clone()));
        }
    }
    out.sort();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let languages = [
            ("en", "English"),
            ("en", "Anglais"),
            ("en", "Englisch"),
            ("en", "Inglés"),
            ("en", "Engelska"),
            ("en", "Engelsk"),
            ("en", "Engels"),
            ("fr", "French"),
            ("fr", "Français"),
            ("fr", "Französisch"),
            ("fr", "Frans"),
            ("de", "German"),
            ("de", "Deutsch"),
            ("de", "Allemand"),
            ("es", "Spanish"),
            ("es", "Español"),
            ("sv", "Svenska"),
            ("da", "Dansk"),
        ];
        let knowledge = Knowledge::new([], languages, [], []);
        let lines: Vec<Line> = text
            .lines()
            .map(|text| Line {
                text: text.to_string(),
                folded: talang_catalogue::culture::fold(text),
                apart: false,
            })
            .collect();
        let spoken = find(&lines, &[], &knowledge);
        spoken
            .iter()
            .map(|s| format!("{}={}", s.language, s.level.map_or("?".into(), |l| format!("{l:?}"))))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn levels_stand_before_or_after_their_language() {
        for (text, expected) in [
            ("English (C1), French: native, German B1", "fr=Native en=C1 de=B1"),
            ("Fluent English, basic German", "en=C1 de=A2"),
            ("Français : langue maternelle\nAnglais : courant\nAllemand : notions", "fr=Native en=C1 de=A2"),
            ("Deutsch – Muttersprache\nEnglisch – verhandlungssicher", "de=Native en=C1"),
            ("Inglés: nivel alto (B2)", "en=B2"),
            ("Svenska – modersmål, engelska – flytande", "sv=Native en=C1"),
            ("Dansk (modersmål) | Engelsk (flydende)", "da=Native en=C1"),
            ("English\nUpper intermediate", "en=B2"),
            ("Spanish", "es=?"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
