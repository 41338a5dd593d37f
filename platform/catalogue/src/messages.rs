//! Sentences of screens, mails and faults in the seven languages, from Fluent sources (S10).

use std::collections::HashSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::culture::Language;
use crate::fault::Fault;

/// The sentences of this crate: those of the faults, one source per language of [`Language::ALL`].
pub const SOURCES: &[(Language, &str)] = &[
    (Language::En, include_str!("../messages/en.ftl")),
    (Language::Fr, include_str!("../messages/fr.ftl")),
    (Language::De, include_str!("../messages/de.ftl")),
    (Language::Nl, include_str!("../messages/nl.ftl")),
    (Language::Es, include_str!("../messages/es.ftl")),
    (Language::Sv, include_str!("../messages/sv.ftl")),
    (Language::Da, include_str!("../messages/da.ftl")),
];

/// An argument of a sentence.
pub type Arg<'a> = FluentValue<'a>;

struct Speech {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    keys: Vec<String>,
}

/// Every sentence, by language and key. Build it once and share it between threads.
pub struct Messages {
    speeches: Vec<Speech>,
}

impl Messages {
    /// Builds the sentences from each crate's sources; those of this crate ([`SOURCES`]) are always in.
    ///
    /// # Errors
    /// A text naming the language and the place, when a source has a syntax error or a key occurs twice.
    pub fn new(sources: &[(Language, &str)]) -> Result<Messages, String> {
        let mut speeches = Vec::with_capacity(Language::ALL.len());
        for language in Language::ALL {
            let identifier: LanguageIdentifier =
                language.code().parse().map_err(|e| format!("language {}: {e}", language.code()))?;
            let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
            // The isolation characters would be copied into files and mails; none of the seven runs right to left.
            bundle.set_use_isolating(false);
            let mut keys = Vec::new();
            for (_, source) in SOURCES.iter().chain(sources).filter(|(l, _)| *l == language) {
                let resource = FluentResource::try_new((*source).to_string())
                    .map_err(|(_, errors)| format!("{}.ftl: {errors:?}", language.code()))?;
                keys.extend(keys_of(source));
                bundle
                    .add_resource(resource)
                    .map_err(|errors| format!("{}.ftl: {errors:?}", language.code()))?;
            }
            speeches.push(Speech { language, bundle, keys });
        }
        Ok(Messages { speeches })
    }

    /// The sentence of a key, or `key.attribute`; in English where the language lacks it, else the key itself.
    pub fn text(&self, language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(language, key, args)
            .or_else(|| self.find(Language::En, key, args))
            .unwrap_or_else(|| key.to_string())
    }

    /// The sentence of a key without arguments.
    pub fn plain(&self, language: Language, key: &str) -> String {
        self.text(language, key, &[])
    }

    /// The sentence of a key in exactly that language.
    pub fn find(&self, language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let speech = self.speeches.iter().find(|s| s.language == language)?;
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, a)| (id, Some(a)));
        let message = speech.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        Some(speech.bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned())
    }

    /// The keys of a language in the order of the sources; attributes are not listed.
    pub fn keys(&self, language: Language) -> Vec<&str> {
        self.speeches
            .iter()
            .filter(|s| s.language == language)
            .flat_map(|s| s.keys.iter().map(String::as_str))
            .collect()
    }

    /// What is missing or superfluous in any language, compared with English. Empty when all is well.
    pub fn check(&self) -> Vec<String> {
        let mut found = Vec::new();
        let english: HashSet<&str> = self.keys(Language::En).into_iter().collect();
        for language in Language::ALL {
            let own: HashSet<&str> = self.keys(language).into_iter().collect();
            let mut report: Vec<String> = Vec::new();
            report.extend(english.difference(&own).map(|k| format!("{}: {k} is missing", language.code())));
            report
                .extend(own.difference(&english).map(|k| format!("{}: {k} is superfluous", language.code())));
            report.sort();
            found.extend(report);
        }
        found
    }

    /// The sentence of a fault, followed by the hint how to mend it where there is one. `label` names the field as
    /// people know it; empty where the fault has none.
    pub fn fault_text(&self, language: Language, fault: &Fault, label: &str) -> String {
        let key = fault_key(fault.code);
        let label = if label.is_empty() { fault.field.as_deref().unwrap_or_default() } else { label };
        let mut args: Vec<(&str, Arg<'_>)> = Vec::with_capacity(fault.args.len() + 1);
        args.push(("field", Arg::from(label)));
        // Counts select plural forms, so they go in as numbers.
        args.extend(fault.args.iter().map(|(name, value)| match (*name, value.parse::<i64>()) {
            ("count" | "minutes" | "expected" | "found", Ok(number)) => (*name, Arg::from(number)),
            _ => (*name, Arg::from(value.as_str())),
        }));
        let mut text = self.text(language, &key, &args);
        let hint = format!("{key}.hint");
        if let Some(hint) = self.find(language, &hint, &args) {
            text.push(' ');
            text.push_str(&hint);
        }
        text
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("languages", &self.speeches.len()).finish()
    }
}

/// The key of a fault's sentence: `value.too_long` → `fault-value-too-long`.
pub fn fault_key(code: &str) -> String {
    let mut key = String::with_capacity(code.len() + 6);
    key.push_str("fault-");
    key.extend(code.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }));
    key
}

fn keys_of(source: &str) -> impl Iterator<Item = String> {
    source.lines().filter_map(|line| {
        let (key, _) = line.split_once('=')?;
        (key.starts_with(|c: char| c.is_ascii_alphabetic())).then(|| key.trim_end().to_string())
    })
}

/// The variables (`$name`) that each message of a Fluent source uses, attributes included; for tests that compare
/// languages.
pub fn variables(source: &str) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for line in source.lines() {
        if line.starts_with('#') {
            continue;
        }
        if let Some(key) = keys_of(line).next() {
            all.push((key, Vec::new()));
        }
        let Some((_, names)) = all.last_mut() else { continue };
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    for (_, names) in &mut all {
        names.sort();
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::FAULTS;

    #[test]
    fn every_fault_has_a_sentence_in_every_language_with_the_same_variables() {
        // S10
        let messages = Messages::new(&[]).unwrap();
        assert_eq!(messages.check(), Vec::<String>::new());
        for (language, source) in SOURCES {
            let all: std::collections::HashMap<_, _> = variables(source).into_iter().collect();
            let (_, english) = SOURCES[0];
            let english: std::collections::HashMap<_, _> = variables(english).into_iter().collect();
            assert_eq!(all.len(), FAULTS.len(), "{language:?} has sentences of faults that do not exist");
            for fault in FAULTS {
                let key = fault_key(fault.code);
                let used = all.get(&key).unwrap_or_else(|| panic!("{language:?} lacks {key}"));
                assert_eq!(Some(used), english.get(&key), "{language:?} {key}");
                let mut declared: Vec<String> = fault.args.iter().map(|a| a.to_string()).collect();
                if used.iter().any(|n| n == "field") {
                    declared.push("field".into());
                }
                declared.sort();
                assert_eq!(used, &declared, "{language:?} {key}");
            }
        }
    }

    #[test]
    fn a_fault_is_told_in_the_language_of_the_reader() {
        let messages = Messages::new(&[]).unwrap();
        let fault = Fault::new("value.mandatory").on("number");
        let english = messages.fault_text(Language::En, &fault, "Number");
        assert!(english.contains("Number"), "{english}");
        let german = messages.fault_text(Language::De, &fault, "Personalnummer");
        assert!(german.contains("Personalnummer") && german != english, "{german}");
    }

    #[test]
    fn a_missing_sentence_falls_back_to_english_and_then_to_its_key() {
        let messages = Messages::new(&[(Language::En, "hello = Hello { $name }\n")]).unwrap();
        assert_eq!(messages.text(Language::Fr, "hello", &[("name", "Ana".into())]), "Hello Ana");
        assert_eq!(messages.plain(Language::Fr, "nowhere"), "nowhere");
        assert_eq!(messages.check().len(), 6);
    }
}
