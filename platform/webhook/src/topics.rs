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

const EVENTS: [&str; 3] = ["created", "changed", "removed"];

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
fn is_told(object: &Object) -> bool {
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
}
