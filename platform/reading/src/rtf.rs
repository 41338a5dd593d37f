//! Rich text (Rich Text Format 1.9.1): its words, without fonts, pictures and what else is no text.

use talang_catalogue::Fault;

use crate::plain::windows;

/// Groups within groups at most.
const DEEPEST: usize = 500;
/// Groups whose content is no text of the document.
const OTHER: [&str; 18] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "themedata",
    "datastore",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "xmlnstbl",
    "latentstyles",
    "filetbl",
    "revtbl",
    "fldinst",
    "nonshppict",
];

/// What holds within a group.
#[derive(Clone, Copy)]
struct Group {
    /// It is no text.
    skip: bool,
    /// Characters that stand for one that older programs do not know.
    instead: usize,
}

/// The text.
///
/// # Errors
/// `document.broken`: groups without end within each other.
pub(crate) fn text(bytes: &[u8]) -> Result<String, Fault> {
    let mut out = String::new();
    let mut open = vec![Group { skip: false, instead: 1 }];
    // Characters that are still to be left out after one that was given by its number.
    let mut left_out = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        let Some(group) = open.last().copied() else { break };
        match byte {
            b'{' => {
                if open.len() > DEEPEST {
                    return Err(Fault::new("document.broken"));
                }
                open.push(group);
            }
            b'}' => {
                open.pop();
            }
            b'\\' => {
                let (word, number, next) = control(bytes, at);
                at = next;
                let mut say = |c: char| {
                    if left_out > 0 {
                        left_out -= 1;
                    } else if !group.skip {
                        out.push(c);
                    }
                };
                match word.as_str() {
                    "'" => {
                        let digits = bytes.get(at..at + 2).and_then(|d| std::str::from_utf8(d).ok());
                        if let Some(byte) = digits.and_then(|d| u8::from_str_radix(d, 16).ok()) {
                            say(windows(byte));
                        }
                        at += 2;
                    }
                    "\\" | "{" | "}" => word.chars().for_each(say),
                    "~" => say(' '),
                    "_" => say('-'),
                    "par" | "line" | "sect" | "page" | "row" | "\n" | "\r" => say('\n'),
                    "tab" | "cell" => say('\t'),
                    "emdash" => say('—'),
                    "endash" => say('–'),
                    "bullet" => say('•'),
                    "lquote" => say('‘'),
                    "rquote" => say('’'),
                    "ldblquote" => say('“'),
                    "rdblquote" => say('”'),
                    "u" => {
                        let code = number.unwrap_or_default();
                        let code = if code < 0 { code + 65_536 } else { code };
                        if let Some(c) = u32::try_from(code).ok().and_then(char::from_u32) {
                            if !group.skip {
                                out.push(c);
                            }
                        }
                        left_out = group.instead;
                    }
                    "uc" => {
                        if let Some(group) = open.last_mut() {
                            group.instead = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(8);
                        }
                    }
                    "bin" => {
                        at =
                            at.saturating_add(usize::try_from(number.unwrap_or_default()).unwrap_or_default())
                    }
                    "*" => skip(&mut open),
                    word if OTHER.contains(&word) => skip(&mut open),
                    _ => {}
                }
            }
            b'\r' | b'\n' => {}
            byte if left_out > 0 && byte != b' ' => left_out -= 1,
            byte if !group.skip => out.push(windows(byte)),
            _ => {}
        }
    }
    Ok(out)
}

fn skip(open: &mut [Group]) {
    if let Some(group) = open.last_mut() {
        group.skip = true;
    }
}

/// The control word or sign at a place, its number, and what comes after it.
fn control(bytes: &[u8], at: usize) -> (String, Option<i64>, usize) {
    let Some(first) = bytes.get(at) else { return (String::new(), None, at) };
    if !first.is_ascii_alphabetic() {
        return (char::from(*first).to_string(), None, at + 1);
    }
    let letters = bytes.iter().skip(at).take(32).take_while(|b| b.is_ascii_alphabetic()).count();
    let word: String = bytes.iter().skip(at).take(letters).map(|b| char::from(*b)).collect();
    let mut next = at + letters;
    let minus = bytes.get(next) == Some(&b'-');
    let digits: String = bytes
        .iter()
        .skip(next + usize::from(minus))
        .take(10)
        .take_while(|b| b.is_ascii_digit())
        .map(|b| char::from(*b))
        .collect();
    let number = digits.parse::<i64>().ok().map(|n| if minus { -n } else { n });
    if number.is_some() {
        next += usize::from(minus) + digits.len();
    }
    // One blank ends the word and belongs to it.
    (word, number, next + usize::from(bytes.get(next) == Some(&b' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rich_text_is_read_without_what_is_no_text() {
        let file = br"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\generator Word;}{\info{\author Nobody}}\f0\b Marie\b0  Dupont\par
\'c9tudes \endash  2019\line na\u239\'efve, \u8364?5 \{x\}\par{\field{\*\fldinst HYPERLINK}{\fldrslt marie@example.org}}}";
        assert_eq!(text(file).unwrap(), "Marie Dupont\nÉtudes – 2019\nnaïve, €5 {x}\nmarie@example.org");
        assert_eq!(text(&b"{".repeat(2_000)).unwrap_err().code, "document.broken");
        for odd in [&b"{\\rtf1\\"[..], b"{\\rtf1\\'", b"{\\rtf1\\u", b"}}}}", b"\\bin99999999999 x"] {
            assert!(text(odd).is_ok());
        }
    }
}
