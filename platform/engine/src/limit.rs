//! Scopes of a program's key (I10): the part of its account's rights that the key may use. Never more than the account has.
//!
//! A scope is a list of words as OAuth writes them (RFC 6749 §3.3): `employees:read organisations:read`. Before the colon
//! stands the object as in addresses, or `*`; behind it an action, `write` (create, update and delete) or `*`. A word without
//! a colon names a door of its own: `scim`.

use talang_catalogue::{Catalogue, Fault, Object};

use crate::rights::Action;

/// Doors that have a word of their own.
const DOORS: [&str; 1] = ["scim"];

/// What a key may be used for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limit {
    words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    /// As it was written.
    text: String,
    /// Path of the object; empty for every object.
    object: Option<String>,
    /// Nothing for a door.
    actions: Vec<Action>,
}

impl Limit {
    /// Reads scopes, separated by blanks, commas or lines.
    ///
    /// # Errors
    /// `scope.unknown` with the word that is none.
    pub fn parse(text: &str) -> Result<Limit, Fault> {
        let mut words: Vec<Word> = Vec::new();
        for text in text.split([' ', ',', '\n', '\r', '\t']).filter(|w| !w.is_empty()) {
            let word = word(text).ok_or_else(|| Fault::new("scope.unknown").with("name", text))?;
            if !words.contains(&word) {
                words.push(word);
            }
        }
        Ok(Limit { words })
    }

    /// The first word that names no object of the catalogue.
    ///
    /// # Errors
    /// `scope.unknown`.
    pub fn check(&self, catalogue: &Catalogue) -> Result<(), Fault> {
        let unknown = |w: &&Word| w.object.as_ref().is_some_and(|path| catalogue.by_path(path).is_none());
        match self.words.iter().find(unknown) {
            Some(word) => Err(Fault::new("scope.unknown").with("name", &word.text)),
            None => Ok(()),
        }
    }

    /// Whether the action on the object is within it.
    pub fn allows(&self, object: &Object, action: Action) -> bool {
        self.words.iter().any(|w| {
            w.actions.contains(&action) && w.object.as_deref().is_none_or(|path| path == object.def.path)
        })
    }

    /// Whether it opens a door with a word of its own, such as `scim`.
    pub fn opens(&self, door: &str) -> bool {
        self.words.iter().any(|w| w.actions.is_empty() && w.text == door)
    }

    /// Whether everything of this one is in the other: a token asks for no more than its program has.
    pub fn within(&self, other: &Limit) -> bool {
        self.words.iter().all(|w| match w.actions.is_empty() {
            true => other.opens(&w.text),
            false => w.actions.iter().all(|action| {
                other
                    .words
                    .iter()
                    .any(|o| o.actions.contains(action) && (o.object.is_none() || o.object == w.object))
            }),
        })
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, separated by blanks.
    pub fn text(&self) -> String {
        self.words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

fn word(text: &str) -> Option<Word> {
    let Some((object, action)) = text.split_once(':') else {
        return DOORS.contains(&text).then(|| Word {
            text: text.to_string(),
            object: None,
            actions: Vec::new(),
        });
    };
    let object = match object {
        "*" => None,
        "" => return None,
        path => Some(path.to_string()),
    };
    let actions = match action {
        "*" => Action::ALL.to_vec(),
        "write" => vec![Action::Create, Action::Update, Action::Delete],
        other => vec![Action::parse(other)?],
    };
    Some(Word { text: text.to_string(), object, actions })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_read_and_compared() {
        // I10
        let limit = |text: &str| Limit::parse(text).expect("scopes");
        let all = limit("employees:read, organisations:write scim");
        assert_eq!(all.text(), "employees:read organisations:write scim");
        assert!(all.opens("scim") && !limit("employees:read").opens("scim"));
        for part in ["employees:read", "organisations:create organisations:delete", "scim", ""] {
            assert!(limit(part).within(&all), "{part}");
        }
        for more in ["employees:update", "*:read", "organisations:read", "employees:*"] {
            assert!(!limit(more).within(&all), "{more}");
        }
        assert!(limit("employees:update").within(&limit("*:write")));
        assert!(!limit("scim").within(&limit("*:*")), "a door of its own is never meant by the way");
        for wrong in ["employees", "employees:fly", ":read", "employees:", "employees:read:"] {
            assert!(Limit::parse(wrong).is_err(), "{wrong}");
        }
    }
}
