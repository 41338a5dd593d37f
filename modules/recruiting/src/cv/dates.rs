//! Times in CVs: months and years, and from when to when.

/// A month, or a year where nothing more is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// Year.
    pub year: i64,
    /// Month from 1, where it is said.
    pub month: Option<u8>,
}

/// From when to when, and where on the line that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    pub start: Option<Month>,
    pub end: Option<Month>,
    /// It goes on.
    pub current: bool,
    /// First and last word of it on the line, by their places in the folded text.
    pub from: usize,
    pub to: usize,
}

/// Beginnings of the names of months in the seven languages; the shortest that tells them apart.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän", "ene"],
    &["feb", "fev", "fév"],
    &["mar", "mär", "mrt", "maart", "maerz", "mrz"],
    &["apr", "avr", "abr"],
    &["may", "mai", "mei", "maj", "mayo"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aout", "août", "ago"],
    &["sep", "set"],
    &["oct", "okt"],
    &["nov"],
    &["dec", "dez", "dic", "déc"],
];

/// Whole names, so that words such as "marketing" are no months.
const NAMES: &str = "january jan februar february feb march mar april apr may june jun july jul august aug september sept sep \
    october oct november nov december dec januar januari janvier janv enero ene fevrier fevr fev februari febrero \
    mars maart mrt marz maerz mrz marzo marts avril avr abril abr mai mei maj mayo juin juni junio juillet juil juli julio \
    aout augusti augustus agosto ago septembre septiembre octobre oktober okt octubre novembre noviembre decembre dezember dez \
    diciembre dic";

const PRESENT: &[&str] = &[
    "present",
    "now",
    "today",
    "current",
    "currently",
    "ongoing",
    "date",
    "aujourd",
    "actuel",
    "actuelle",
    "actuellement",
    "cours",
    "heute",
    "aktuell",
    "laufend",
    "jetzt",
    "heden",
    "nu",
    "vandaag",
    "actualidad",
    "actualmente",
    "actual",
    "presente",
    "fecha",
    "hoy",
    "nuvarande",
    "pagaende",
    "idag",
    "tillsvidare",
    "nuvaerende",
    "dag",
    "dato",
    "jour",
];

const JOINS: &[&str] = &[
    "to", "a", "au", "bis", "tot", "hasta", "al", "till", "til", "until", "och", "jusqu", "tem", "e", "en",
    "i", "this", "la", "ce", "in", "hui",
];
const SINCE: &[&str] =
    &["since", "depuis", "seit", "sinds", "desde", "sedan", "siden", "from", "ab", "vanaf", "fran", "fra"];

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
enum Token<'l> {
    Number(i64, usize),
    Word(&'l str),
    Sign(char),
}

struct Placed<'l> {
    token: Token<'l>,
    from: usize,
    to: usize,
}

fn tokens(folded: &str) -> Vec<Placed<'_>> {
    let mut out = Vec::new();
    let mut chars = folded.char_indices().peekable();
    while let Some((from, c)) = chars.next() {
        let digits = c.is_ascii_digit();
        if !c.is_alphanumeric() {
            if !c.is_whitespace() {
                let c = if matches!(c, '–' | '—' | '−' | '‐' | '‑') { '-' } else { c };
                out.push(Placed { token: Token::Sign(c), from, to: from + c.len_utf8() });
            }
            continue;
        }
        let mut to = from + c.len_utf8();
        while let Some((at, next)) = chars.peek().copied() {
            if !next.is_alphanumeric() || next.is_ascii_digit() != digits {
                break;
            }
            to = at + next.len_utf8();
            chars.next();
        }
        let text = folded.get(from..to).unwrap_or_default();
        let token = match (digits, text.parse()) {
            (true, Ok(number)) if text.len() <= 8 => Token::Number(number, text.len()),
            _ => Token::Word(text),
        };
        out.push(Placed { token, from, to });
    }
    out
}

fn month_of(word: &str) -> Option<u8> {
    if !NAMES.split_whitespace().any(|name| name == word) {
        return None;
    }
    let at = MONTHS.iter().position(|begins| begins.iter().any(|b| word.starts_with(b)))?;
    u8::try_from(at + 1).ok()
}

struct Reader<'l> {
    tokens: Vec<Placed<'l>>,
    /// The latest year that a date may be of.
    latest: i64,
}

impl Reader<'_> {
    fn at(&self, i: usize) -> Option<&Token<'_>> {
        self.tokens.get(i).map(|p| &p.token)
    }

    fn year(&self, i: usize) -> Option<i64> {
        match self.at(i) {
            Some(Token::Number(year, 4)) if (1940..=self.latest).contains(year) => Some(*year),
            _ => None,
        }
    }

    fn month(&self, i: usize) -> Option<u8> {
        match self.at(i) {
            Some(Token::Number(n @ 1..=12, 1 | 2)) => u8::try_from(*n).ok(),
            _ => None,
        }
    }

    fn sign(&self, i: usize) -> Option<char> {
        if let Some(Token::Sign(c)) = self.at(i) { Some(*c) } else { None }
    }

    fn word(&self, i: usize) -> Option<&str> {
        if let Some(Token::Word(word)) = self.at(i) { Some(word) } else { None }
    }

    /// A date that begins there, and what comes after it.
    fn date(&self, i: usize) -> Option<(Month, usize)> {
        // "March 2019", "sept. 2019", "marzo de 2019", "Mar-2019"
        if let Some(month) = self.word(i).and_then(month_of) {
            let mut next = i + 1;
            while matches!(self.sign(next), Some('.' | ',' | '\'' | '-'))
                || matches!(self.word(next), Some("de" | "del"))
            {
                next += 1;
            }
            return self.year(next).map(|year| (Month { year, month: Some(month) }, next + 1));
        }
        // "01.03.2019", "03/2019", "03.2019", "1 March 2019"
        if let Some(Token::Number(1..=31, 1 | 2)) = self.at(i) {
            let sign = self.sign(i + 1).filter(|s| matches!(s, '.' | '/' | '-'));
            if let (Some(sign), Some(month)) = (sign, self.month(i + 2))
                && self.sign(i + 3) == Some(sign)
                && let Some(year) = self.year(i + 4)
            {
                return Some((Month { year, month: Some(month) }, i + 5));
            }
            if let (Some(_), Some(year), Some(month)) = (sign, self.year(i + 2), self.month(i)) {
                return Some((Month { year, month: Some(month) }, i + 3));
            }
            let named = i + 1 + usize::from(sign == Some('.')) + usize::from(self.word(i + 1) == Some("de"));
            return self.word(named).and_then(month_of).and_then(|_| self.date(named));
        }
        let year = self.year(i)?;
        // "2019-03", "2019/03", "2019-03-01"; "2011-12" is a year of school.
        if let (Some('-' | '/' | '.'), Some(month), Some(Token::Number(_, 2))) =
            (self.sign(i + 1), self.month(i + 2), self.at(i + 2))
            && i64::from(month) != (year + 1) % 100
        {
            let whole = self.sign(i + 3) == self.sign(i + 1)
                && matches!(self.at(i + 4), Some(Token::Number(1..=31, 2)));
            return Some((Month { year, month: Some(month) }, if whole { i + 5 } else { i + 3 }));
        }
        Some((Month { year, month: None }, i + 1))
    }

    fn present(&self, i: usize) -> Option<usize> {
        let word = self.word(i)?;
        PRESENT.contains(&word).then(|| {
            // "aujourd'hui", "à ce jour", "en cours", "i dag"
            let mut next = i + 1;
            while matches!(self.sign(next), Some('\'' | '’')) || matches!(self.word(next), Some("hui")) {
                next += 1;
            }
            next
        })
    }

    /// What joins two dates, as many words as it takes; nothing joins them where there is no dash or word.
    fn join(&self, i: usize) -> Option<usize> {
        let mut next = i;
        while next < i + 4 {
            let joins = match self.at(next) {
                Some(Token::Sign('-' | '>' | '~' | '→')) => true,
                Some(Token::Sign('\'' | '’')) => next > i,
                Some(Token::Word(word)) => JOINS.contains(word),
                _ => false,
            };
            if !joins {
                break;
            }
            next += 1;
        }
        (next > i).then_some(next)
    }
}

/// The first period of a line, or the first date alone, as an end.
pub(crate) fn period(folded: &str, year: i64) -> Option<Period> {
    let reader = Reader { tokens: tokens(folded), latest: year + 1 };
    let place = |first: usize, next: usize| {
        let from = reader.tokens.get(first).map_or(0, |t| t.from);
        let to = reader.tokens.get(next.saturating_sub(1)).map_or(from, |t| t.to);
        (from, to)
    };
    let mut alone = None;
    for i in 0..reader.tokens.len() {
        let since = reader.word(i).is_some_and(|w| SINCE.contains(&w));
        let Some((start, next)) = reader.date(i + usize::from(since)) else { continue };
        // "2011-12": to the next year.
        if let (None, Some('-' | '/'), Some(Token::Number(short, 2))) =
            (start.month, reader.sign(next), reader.at(next + 1))
            && *short == (start.year + 1) % 100
        {
            let (from, to) = place(i, next + 2);
            let end = Some(Month { year: start.year + 1, month: None });
            return Some(Period { start: Some(start), end, current: false, from, to });
        }
        if let Some(after) = reader.join(next) {
            let then = after + usize::from(reader.word(after).is_some_and(|w| SINCE.contains(&w)));
            if let Some((end, last)) = reader.date(then).filter(|(end, _)| end.year >= start.year) {
                let (from, to) = place(i, last);
                return Some(Period { start: Some(start), end: Some(end), current: false, from, to });
            }
            if let Some(last) = reader.present(after) {
                let (from, to) = place(i, last);
                return Some(Period { start: Some(start), end: None, current: true, from, to });
            }
            // "2019 –": still there.
            if after >= reader.tokens.len() && reader.sign(next) == Some('-') {
                let (from, to) = place(i, after);
                return Some(Period { start: Some(start), end: None, current: true, from, to });
            }
        }
        if since {
            let (from, to) = place(i, next);
            return Some(Period { start: Some(start), end: None, current: true, from, to });
        }
        if alone.is_none() {
            let (from, to) = place(i, next);
            alone = Some(Period { start: None, end: Some(start), current: false, from, to });
        }
    }
    alone
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let month = |m: Option<Month>| {
            m.map_or("?".to_string(), |m| {
                m.month.map_or(m.year.to_string(), |n| format!("{}-{n:02}", m.year))
            })
        };
        match period(&talang_catalogue::culture::fold(text), 2026) {
            None => "none".to_string(),
            Some(p) if p.current => format!("{}..now", month(p.start)),
            Some(p) => format!("{}..{}", month(p.start), month(p.end)),
        }
    }

    #[test]
    fn periods_are_read_as_people_write_them() {
        for (text, expected) in [
            ("2018 – 2021 Engineer", "2018..2021"),
            ("Engineer, Jan 2018 - present", "2018-01..now"),
            ("03/2015–09/2018", "2015-03..2018-09"),
            ("03.2015 bis heute", "2015-03..now"),
            ("01.03.2015 - 30.09.2018", "2015-03..2018-09"),
            ("septembre 2019 à aujourd’hui", "2019-09..now"),
            ("depuis mars 2020", "2020-03..now"),
            ("Seit Mai 2017", "2017-05..now"),
            ("mei 2014 – heden", "2014-05..now"),
            ("enero de 2016 – diciembre de 2018", "2016-01..2018-12"),
            ("desde 2019 hasta la actualidad", "2019..now"),
            ("aug. 2012 – juni 2015", "2012-08..2015-06"),
            ("2019-03 – 2020-11", "2019-03..2020-11"),
            ("sedan 2021", "2021..now"),
            ("2020 – nu", "2020..now"),
            ("2011-12", "2011..2012"),
            ("2015", "?..2015"),
            ("Diplôme 2015, mention bien", "?..2015"),
            ("du 1er mars 2010 au 31 mai 2012", "2010-03..2012-05"),
            ("phone 0612 345 678", "none"),
            ("Marketing 360", "none"),
            ("since 3 years", "none"),
            ("ISO 9001 audits", "none"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
