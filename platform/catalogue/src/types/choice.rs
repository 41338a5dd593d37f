//! Yes and no, and closed lists.

use crate::culture::Language;
use crate::object::ChoiceDef;

const YES: [&str; 7] = ["Yes", "Oui", "Ja", "Ja", "Sí", "Ja", "Ja"];
const NO: [&str; 7] = ["No", "Non", "Nein", "Nee", "No", "Nej", "Nej"];

/// Yes or no in a language.
pub fn bool_word(language: Language, yes: bool) -> &'static str {
    let words = if yes { &YES } else { &NO };
    Language::ALL.iter().position(|l| *l == language).map_or("", |i| words[i])
}

/// Reads true/false, 1/0, and yes/no and true/false in every language of the suite: none of their words contradict
/// each other, so a file may be sent by anybody.
pub(super) fn parse_bool(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => return Some(true),
        "false" | "0" => return Some(false),
        _ if text.len() > 12 => return None,
        _ => {}
    }
    match crate::culture::fold(text).as_str() {
        "true" | "yes" | "y" | "oui" | "vrai" | "ja" | "wahr" | "waar" | "si" | "verdadero" | "sant"
        | "sand" => Some(true),
        "false" | "no" | "n" | "non" | "faux" | "nein" | "falsch" | "nee" | "onwaar" | "falso" | "nej"
        | "falskt" | "falsk" => Some(false),
        _ => None,
    }
}

/// The code as declared: exactly as written, else whatever its case.
pub(super) fn find(def: &ChoiceDef, text: &str) -> Option<&'static str> {
    let codes = || def.items.iter().map(|i| i.code);
    codes().find(|c| *c == text).or_else(|| codes().find(|c| c.eq_ignore_ascii_case(text)))
}

/// The codes, for error messages.
pub(super) fn allowed(def: &ChoiceDef) -> String {
    def.items.iter().map(|i| i.code).collect::<Vec<_>>().join(", ")
}
