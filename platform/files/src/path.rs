//! Names and paths in a file space: what may be called what.
//!
//! A path is a list of checked names below the tenant's folder. Nothing else reaches the disk: no `..`, no separator, no
//! hidden name. `..` of a client is worked out on the text, which is safe because no link is ever followed.

use std::fmt;

use talang_catalogue::Fault;
use talang_engine::Result;

/// The folders that every space has; they are never moved or removed.
pub const FOLDERS: [&str; 4] = ["in", "out", "done", "rejected"];
/// Longest name, in bytes: what file systems take.
const LONGEST_NAME: usize = 255;
/// Longest path that is looked at, in bytes.
const LONGEST_PATH: usize = 4096;
/// Most names of a path: one of [`FOLDERS`], eight folders and a file.
const DEEPEST: usize = 10;

/// A checked path in a file space. The empty one is the space itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SpacePath {
    parts: Vec<String>,
}

impl SpacePath {
    /// Reads what a client wrote, from a folder on. Names come out in Unicode's composed form (NFC): the same file
    /// whether a keyboard sends `é` as one sign or as two.
    ///
    /// # Errors
    /// `file_space.name` for a name that cannot be, and for a path that leads out of the space; `file_space.place` for
    /// one that is too deep.
    pub fn parse(from: &SpacePath, text: &str) -> Result<SpacePath> {
        if text.len() > LONGEST_PATH {
            return Err(refused(text));
        }
        let mut parts = if text.starts_with('/') { Vec::new() } else { from.parts.clone() };
        for part in text.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop().ok_or_else(|| refused(text))?;
                }
                name => parts.push(checked(name)?),
            }
        }
        if parts.len() > DEEPEST {
            return Err(Fault::new("file_space.place").into());
        }
        Ok(SpacePath { parts })
    }

    /// The same below this folder.
    ///
    /// # Errors
    /// As [`SpacePath::parse`].
    pub fn join(&self, name: &str) -> Result<SpacePath> {
        let mut parts = self.parts.clone();
        parts.push(checked(name)?);
        match parts.len() > DEEPEST {
            true => Err(Fault::new("file_space.place").into()),
            false => Ok(SpacePath { parts }),
        }
    }

    /// The names, outermost first.
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// The last name and the names of the folder that it is in; nothing for the space itself.
    pub fn split(&self) -> Option<(&[String], &str)> {
        self.parts.split_last().map(|(name, folder)| (folder, name.as_str()))
    }

    /// The folder that it is in; the space itself for the space itself.
    pub fn parent(&self) -> SpacePath {
        let mut parts = self.parts.clone();
        parts.pop();
        SpacePath { parts }
    }

    /// Whether files and folders may be made, moved and removed there: below one of [`FOLDERS`].
    pub fn is_free(&self) -> bool {
        self.parts.len() >= 2 && self.parts.first().is_some_and(|top| FOLDERS.contains(&top.as_str()))
    }

    /// How many more folders fit below.
    pub(crate) fn room(&self) -> usize {
        DEEPEST.saturating_sub(self.parts.len())
    }
}

impl fmt::Display for SpacePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.parts.join("/"))
    }
}

fn refused(text: &str) -> talang_engine::Error {
    // Shown to whoever sent it, not written anywhere: cut to a readable length, without what could confuse a terminal.
    let shown: String = text.chars().take(80).map(|c| if is_hidden(c) { '\u{fffd}' } else { c }).collect();
    Fault::new("file_space.name").with("name", shown).into()
}

/// The name in its composed form, if it can be one.
fn checked(name: &str) -> Result<String> {
    let name = icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(name);
    let fine = !name.is_empty()
        && name.len() <= LONGEST_NAME
        && !name.starts_with('.')
        && !name.starts_with(char::is_whitespace)
        && !name.ends_with(char::is_whitespace)
        && !name.chars().any(|c| c == '/' || is_hidden(c) || is_look_alike(c));
    if fine { Ok(name.into_owned()) } else { Err(refused(&name)) }
}

/// Control characters, and signs that are not seen or turn the direction of what follows (Unicode category Cf and its
/// like); the sign for what could not be read.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffd}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}')
}

/// Signs that look like a separator or like the dot of `..`, and the backslash, which separates elsewhere.
fn is_look_alike(c: char) -> bool {
    matches!(
        c,
        '\\' | '\u{2024}'
            | '\u{2025}'
            | '\u{2044}'
            | '\u{2215}'
            | '\u{2216}'
            | '\u{2571}'
            | '\u{2572}'
            | '\u{29f5}'
            | '\u{29f8}'
            | '\u{29f9}'
            | '\u{fe52}'
            | '\u{fe68}'
            | '\u{ff0e}'
            | '\u{ff0f}'
            | '\u{ff3c}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String> {
        SpacePath::parse(&SpacePath::default(), text).map(|p| p.to_string())
    }

    #[test]
    fn paths_are_worked_out_on_the_text() {
        let read = |text: &str| read(text).unwrap();
        assert_eq!(read(""), "/");
        assert_eq!(read("/in/./a//b"), "/in/a/b");
        assert_eq!(read("in/x/../a.csv"), "/in/a.csv");
        assert_eq!(read("/in/.."), "/");
        assert_eq!(read("in/Löhne März 2026 (neu).csv"), "/in/Löhne März 2026 (neu).csv");
        assert_eq!(read("in/e\u{301}te\u{301}.csv"), "/in/\u{e9}t\u{e9}.csv", "composed");
        let here = SpacePath::parse(&SpacePath::default(), "/out").unwrap();
        assert_eq!(SpacePath::parse(&here, "../in/a").unwrap().to_string(), "/in/a");
    }

    // I8: hostile names get a clear error, whatever they try.
    #[test]
    fn hostile_names_are_refused() {
        let long = "x".repeat(256);
        let deep = "in/1/2/3/4/5/6/7/8/9/10";
        for bad in [
            "..",
            "/..",
            "/in/../..",
            "../../etc/passwd",
            "in/\0",
            "in/a\nb",
            "in/a\u{7f}",
            "in/a\\b",
            "in\\..\\x",
            "in/.hidden",
            "in/...",
            "in/ a",
            "in/a ",
            "in/a\u{202e}vsc",
            "in/a\u{200b}b",
            "in/a\u{ff0f}b",
            "in/a\u{2215}b",
            "in/\u{2024}\u{2024}/x",
            "in/\u{ff0e}\u{ff0e}/x",
            "in/a\u{fffd}",
            "in/\u{e000}",
            &format!("in/{long}"),
            deep,
        ] {
            let error = read(bad).unwrap_err();
            let code = error.faults().first().unwrap().code;
            assert!(code == "file_space.name" || code == "file_space.place", "{bad:?}: {code}");
        }
        assert!(read(&format!("in/{}", "é".repeat(127))).is_ok());
        assert!(read(&format!("in/{}", "é".repeat(128))).is_err(), "bytes count, not signs");
        assert!(read(&"a/".repeat(3000)).is_err());
    }

    #[test]
    fn the_four_folders_and_the_space_itself_are_not_free() {
        let free = |text: &str| SpacePath::parse(&SpacePath::default(), text).unwrap().is_free();
        assert!(free("in/a") && free("rejected/a/b"));
        assert!(!free("") && !free("in") && !free("x") && !free("x/a"));
    }
}
