//! Words of `$filter` and `$orderby` (OData ABNF 4.0).

use talang_catalogue::Fault;

/// A word.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// A name, an operator, or a path such as `organisation/code`.
    Word(String),
    /// `'text'`
    Text(String),
    /// A number, a day, an instant, a time of day: whatever begins with a digit or a sign.
    Bare(String),
    /// `duration'PT1H'`
    Duration(String),
    Open,
    Close,
    Comma,
}

/// A fault at a place, counted in characters from 1.
pub(super) fn fault(position: usize, detail: &str) -> Fault {
    Fault::new("filter.syntax").on("$filter").with("position", position + 1).with("detail", detail)
}

/// The words of a text, each with its place.
///
/// # Errors
/// `filter.syntax` at a character that begins no word, and for a text without an end.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token)>, Fault> {
    let chars: Vec<char> = text.chars().collect();
    let at = |place: usize| chars.get(place).copied();
    let mut out = Vec::new();
    let mut place = 0;
    while let Some(c) = at(place) {
        let begun = place;
        place += 1;
        let token = match c {
            ' ' | '\t' => continue,
            '(' => Token::Open,
            ')' => Token::Close,
            ',' => Token::Comma,
            '\'' => Token::Text(quoted(&chars, &mut place).ok_or_else(|| fault(begun, "'…'"))?),
            c if c.is_alphabetic() || matches!(c, '_' | '$' | '@') => {
                while at(place).is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '/' | '.' | '$')) {
                    place += 1;
                }
                let word: String = chars.get(begun..place).into_iter().flatten().collect();
                match at(place) {
                    Some('\'') if word == "duration" => {
                        place += 1;
                        Token::Duration(quoted(&chars, &mut place).ok_or_else(|| fault(begun, "'…'"))?)
                    }
                    _ => Token::Word(word),
                }
            }
            c if c.is_ascii_digit() || matches!(c, '-' | '+') => {
                while at(place)
                    .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | ':' | '.'))
                {
                    place += 1;
                }
                Token::Bare(chars.get(begun..place).into_iter().flatten().collect())
            }
            c => return Err(fault(begun, &c.to_string())),
        };
        out.push((begun, token));
    }
    Ok(out)
}

/// A text after its first quote; a quote in it is written twice.
fn quoted(chars: &[char], place: &mut usize) -> Option<String> {
    let mut text = String::new();
    loop {
        let c = *chars.get(*place)?;
        *place += 1;
        match (c, chars.get(*place)) {
            ('\'', Some('\'')) => {
                text.push('\'');
                *place += 1;
            }
            ('\'', _) => return Some(text),
            (c, _) => text.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart() {
        let read: Vec<Token> =
            tokens("a/b eq 'O''Hara (x)' and not(d ge 2026-01-01T00:00:00Z),-1.5 duration'PT1H'")
                .unwrap()
                .into_iter()
                .map(|(_, token)| token)
                .collect();
        let word = |w: &str| Token::Word(w.to_string());
        assert_eq!(
            read,
            [
                word("a/b"),
                word("eq"),
                Token::Text("O'Hara (x)".to_string()),
                word("and"),
                word("not"),
                Token::Open,
                word("d"),
                word("ge"),
                Token::Bare("2026-01-01T00:00:00Z".to_string()),
                Token::Close,
                Token::Comma,
                Token::Bare("-1.5".to_string()),
                Token::Duration("PT1H".to_string()),
            ]
        );
        assert!(tokens("a eq 'b").is_err() && tokens("a eq ;").is_err());
    }
}
