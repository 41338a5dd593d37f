//! Which events a subscription wants, as words: `employees.created`, `assignments.*`, `*.removed`, `*`.

use std::collections::BTreeSet;

use talang_catalogue::{Catalogue, Fault, Kind, Object};
use talang_engine::journal::Deed;

/// The words for what happens to a record.
pub(crate) fn event(deed: Deed) -> &'static str {
    match deed {
        Deed::Create => "created",
        Deed::Update => "changed",
        Deed::Delete => "removed",
    }
}

/// The words for events, in the order in which they happen to a record.
pub const EVENTS: [&str; 3] = ["created", "changed", "removed"];

/// Words as a form has them: path of the object, or `*` for every one, and event.
pub type Ticks = BTreeSet<(String, &'static str)>;

/// What is ticked where a subscription has these words; nothing where they cannot be read.
#[must_use]
pub fn ticks(words: &str) -> Ticks {
    let mut out = Ticks::new();
    for (path, event) in Topics::parse(words).unwrap_or_default().words {
        let path = path.unwrap_or_else(|| "*".to_string());
        let events = EVENTS.into_iter().filter(|e| event.is_none_or(|event| event == *e));
        out.extend(events.map(|e| (path.clone(), e)));
    }
    out
}

/// The words of what is ticked.
#[must_use]
pub fn words(ticks: &Ticks) -> String {
    let paths: BTreeSet<&str> = ticks.iter().map(|(path, _)| path.as_str()).collect();
    let mut out: Vec<String> = Vec::new();
    for path in paths {
        let ticked = EVENTS.into_iter().filter(|e| ticks.contains(&(path.to_string(), *e)));
        let ticked: Vec<&str> = ticked.collect();
        match (path, ticked.len() == EVENTS.len()) {
            ("*", true) => out.push("*".to_string()),
            (path, true) => out.push(format!("{path}.*")),
            (path, false) => out.extend(ticked.iter().map(|event| format!("{path}.{event}"))),
        }
    }
    out.join(" ")
}

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topics {
    /// Path of the object and event; nothing for every one.
    words: Vec<(Option<String>, Option<&'static str>)>,
}

impl Topics {
    /// Reads words, separated by blanks, commas or lines.
    ///
    /// # Errors
    /// `webhook.event` with the word that is none.
    pub fn parse(text: &str) -> Result<Topics, Fault> {
        let mut words = Vec::new();
        for text in text.split([' ', ',', '\n', '\r', '\t']).filter(|w| !w.is_empty()) {
            let unknown = || Fault::new("webhook.event").with("name", text);
            let (object, event) = match text.rsplit_once('.') {
                None if text == "*" => ("*", "*"),
                None => return Err(unknown()),
                Some(pair) => pair,
            };
            let event = match event {
                "*" => None,
                other => Some(*EVENTS.iter().find(|e| **e == other).ok_or_else(unknown)?),
            };
            let object = match object {
                "*" => None,
                "" => return Err(unknown()),
                path => Some(path.to_string()),
            };
            words.push((object, event));
        }
        Ok(Topics { words })
    }

    /// The first word that names no object whose events are told.
    ///
    /// # Errors
    /// `webhook.event`.
    pub fn check(&self, catalogue: &Catalogue) -> Result<(), Fault> {
        let unknown =
            |path: &&String| !catalogue.by_path(path.as_str()).is_some_and(|object| is_told(object));
        match self.words.iter().filter_map(|(object, _)| object.as_ref()).find(unknown) {
            None if self.words.is_empty() => Err(Fault::new("webhook.event").with("name", "")),
            Some(path) => Err(Fault::new("webhook.event").with("name", path)),
            None => Ok(()),
        }
    }

    /// Whether they are about an event of an object.
    pub(crate) fn hold(&self, object: &Object, deed: Deed) -> bool {
        is_told(object)
            && self.words.iter().any(|(path, wanted)| {
                path.as_deref().is_none_or(|path| path == object.def.path)
                    && wanted.is_none_or(|wanted| wanted == event(deed))
            })
    }

    /// Whether they are about anything of an object.
    pub(crate) fn concern(&self, object: &Object) -> bool {
        [Deed::Create, Deed::Update, Deed::Delete].into_iter().any(|deed| self.hold(object, deed))
    }

    /// The kinds of data in which the objects are that they are about.
    pub(crate) fn kinds(&self, catalogue: &Catalogue) -> BTreeSet<Kind> {
        catalogue.objects().iter().filter(|o| self.concern(o)).map(|o| o.def.kind).collect()
    }
}

/// Whether what happens to an object's records is told at all: what the program writes for itself is not.
#[must_use]
pub fn is_told(object: &Object) -> bool {
    !object.def.internal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_or_refused_with_the_one_that_is_none() {
        // I10
        for good in
            ["*", "employees.created", "employees.* assignments.changed", "*.removed,\nemployees.created"]
        {
            assert!(Topics::parse(good).is_ok(), "{good}");
        }
        for bad in ["employees", "employees.flown", ".created", "employees.", "created"] {
            let fault = Topics::parse(&format!("*.created {bad}")).unwrap_err();
            assert_eq!((fault.code, fault.arg("name")), ("webhook.event", Some(bad)));
        }
        assert_eq!(Topics::parse(" ,\n").unwrap(), Topics::default());
    }

    #[test]
    fn words_are_ticked_and_ticks_are_words() {
        // I10
        for (before, after) in [
            ("employees.created", "employees.created"),
            ("employees.removed, employees.created", "employees.created employees.removed"),
            ("employees.created employees.changed employees.removed", "employees.*"),
            ("*.removed assignments.*", "*.removed assignments.*"),
            ("*", "*"),
            ("", ""),
            ("employees.flown", ""),
        ] {
            assert_eq!(words(&ticks(before)), after, "{before}");
        }
    }
}
