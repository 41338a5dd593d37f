//! What somebody learned and did, entry by entry: a time, what it was, and where.

use talang_catalogue::culture::fold;

use super::dates::{Month, Period, period};
use super::{Line, has};

/// Studies or work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// First month.
    pub start: Option<Month>,
    /// Last month; none while it goes on.
    pub end: Option<Month>,
    /// It goes on.
    pub current: bool,
    /// Diploma, or title of the post.
    pub title: String,
    /// School, or employer.
    pub place: String,
    /// What is said about it, line by line.
    pub about: Vec<String>,
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Education,
    Experience,
}

/// Entries of a part at most.
const MOST: usize = 40;
/// Characters of a title or a place at most: what is longer is a sentence.
const LONG: usize = 110;

/// Words of schools, folded, in the seven languages.
const SCHOOLS: &str = "university|universite|universitat|universiteit|universidad|universitet|universitetet|school|ecole|schule|hochschule|college|lycee|\
    gymnasium|gymnasiet|institut|institute|instituut|instituto|hogskola|hogskolan|hojskole|escuela|academy|academie|akademie|akademi|iut|\
    hogeschool|fachhochschule|politecnica|polytechnic|polytechnique|berufsschule|realschule|tekniska|handelshogskolan|copenhagen business|faculty|faculte|campus|colegio|\
    skola|skole|erhvervsskole|professionshojskole|berufskolleg|insa|hec|kth|dtu|eth|tu";
/// Words of companies, folded: forms of the law, and what people call a business.
const FIRMS: &str = "gmbh|ag|kg|se|sa|sas|sarl|sarlu|ltd|limited|inc|llc|plc|bv|nv|ab|as|a s|aps|oy|sl|s l|s a|kft|group|groupe|gruppe|groep|grupo|gruppen|\
    company|corporation|corp|bank|banque|banco|hospital|hopital|klinik|clinic|clinique|ziekenhuis|sjukhus|sygehus|university|universite|\
    consulting|conseil|beratung|logistics|logistique|logistik|industries|industrie|services|solutions|agency|agence|agentur|ministry|ministere|\
    ministerium|city of|mairie|stadt|gemeente|ayuntamiento|kommun|kommune|stiftung|foundation|fondation|verlag|werke|holding|partners|hotel|restaurant|\
    supermarkt|energie|energy|pharma|motors|airlines|railways|telecom|media|studio|lab|labs|software|systems|systemes|technologies";

fn any(folded: &str, all: &str) -> bool {
    all.split('|').any(|word| has(folded, word.trim()))
}

/// A line with its time taken out.
struct Read {
    line: Line,
    period: Option<Period>,
    /// What stands besides the time.
    rest: String,
    bullet: bool,
}

fn read(line: &Line, year: i64) -> Read {
    let bullet =
        line.text.starts_with(['•', '-', '–', '*', '▪', '●', '◦', '·', '‣', '»', '○', '\u{f0b7}', '✓'])
            && !line.text.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    // Where each byte of the folded text comes from.
    let (mut folded, mut from) = (String::new(), Vec::new());
    for (at, c) in line.text.char_indices() {
        let piece = fold(c.encode_utf8(&mut [0; 4]));
        from.extend(std::iter::repeat_n(at, piece.len()));
        folded.push_str(&piece);
    }
    from.push(line.text.len());
    let found = if bullet { None } else { period(&folded, year) };
    let rest = match &found {
        None => line.text.clone(),
        Some(p) => {
            let place = |at: usize| from.get(at).copied().unwrap_or(line.text.len());
            let (before, after) = (line.text.get(..place(p.from)), line.text.get(place(p.to)..));
            let [before, after] = [before, after].map(|t| strip(t.unwrap_or_default()).to_string());
            match (before.is_empty(), after.is_empty()) {
                (false, false) => format!("{before}, {after}"),
                (false, true) => before,
                _ => after,
            }
        }
    };
    Read { line: line.clone(), period: found, rest, bullet }
}

/// Without what set it apart from its neighbours; a bracket that is left open is closed by nobody.
fn strip(text: &str) -> &str {
    let trimmed = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '|' | '-' | '–' | '—' | '·' | '•' | '/')
    });
    let trimmed = match (trimmed.contains('('), trimmed.contains(')')) {
        (true, false) => trimmed.trim_end_matches(['(', ' ', ',']),
        (false, true) => trimmed.trim_start_matches([')', ' ', ',', '.']),
        _ => trimmed,
    };
    trimmed.trim_matches(['(', ')']).trim()
}

/// Words that name something, and no sentence.
fn names(read: &Read) -> bool {
    let text = strip(&read.rest);
    !read.bullet
        && !text.is_empty()
        && text.chars().count() <= LONG
        && text.chars().any(char::is_alphabetic)
        && !text.ends_with(['.', '!', '?'])
        && text.split_whitespace().count() <= 14
}

/// The entries of a part, in its order.
pub(crate) fn entries(lines: &[Line], kind: Kind, year: i64) -> Vec<Entry> {
    let reads: Vec<Read> = lines.iter().map(|line| read(line, year)).collect();
    // Work lasts: a year alone is one of what somebody did there. A diploma has its year.
    let lasts = |p: &Period| kind == Kind::Education || p.start.is_some();
    let is_dated = |at: &usize| reads.get(*at).is_some_and(|r| r.period.as_ref().is_some_and(lasts));
    let dated: Vec<usize> = (0..reads.len()).filter(is_dated).collect();
    let alone = |at: usize| reads.get(at).is_some_and(|r| strip(&r.rest).is_empty());
    // Times on lines of their own stand above what they are of, or below it: as the first of them does.
    let above = dated.iter().find(|at| alone(**at)).is_none_or(|first| *first == 0);
    let mut out: Vec<Entry> = Vec::new();
    // Lines that are heads of an entry already.
    let mut taken = vec![false; reads.len()];
    let mut heads: Vec<(usize, Vec<usize>)> = Vec::new();
    for (number, at) in dated.iter().enumerate().take(MOST) {
        let until = dated.get(number + 1).copied().unwrap_or(reads.len());
        let after = if number == 0 { 0 } else { dated.get(number - 1).map_or(0, |b| b + 1) };
        let mut head = Vec::new();
        if !alone(*at) {
            head.push(*at);
        }
        let before = |from: usize, most: usize| -> Vec<usize> {
            let mut found = Vec::new();
            for i in (after..from).rev() {
                let Some(r) = reads.get(i).filter(|r| names(r) && !taken.get(i).copied().unwrap_or_default())
                else {
                    break;
                };
                found.insert(0, i);
                if found.len() == most || r.line.apart {
                    break;
                }
            }
            found
        };
        let below = |most: usize| -> Vec<usize> {
            let mut found = Vec::new();
            for i in at + 1..until {
                let Some(r) =
                    reads.get(i).filter(|r| names(r) && (!r.line.apart || found.is_empty() && alone(*at)))
                else {
                    break;
                };
                let _ = r;
                found.push(i);
                if found.len() == most {
                    break;
                }
            }
            found
        };
        if alone(*at) {
            head.extend(if above { below(2) } else { before(*at, 2) });
        } else if parts(&reads.get(*at).map(|r| r.rest.clone()).unwrap_or_default()).len() < 2 {
            // The other half is on the line above, where the entry begins, or on the line below.
            let upper: Vec<usize> = match reads.get(*at) {
                Some(r) if !r.line.apart && number_is_second(&reads, *at, after) => before(*at, 1),
                _ => Vec::new(),
            };
            match upper.is_empty() {
                false => head = [upper, head].concat(),
                true => head.extend(below(1)),
            }
        }
        for i in head.iter().chain([at]) {
            if let Some(slot) = taken.get_mut(*i) {
                *slot = true;
            }
        }
        heads.push((*at, head));
    }
    for (number, (at, head)) in heads.iter().enumerate() {
        let Some(p) = reads.get(*at).and_then(|r| r.period.as_ref()) else { continue };
        let mut said: Vec<String> = Vec::new();
        for i in head {
            if let Some(r) = reads.get(*i) {
                said.extend(parts(&r.rest));
            }
        }
        let (title, place) = tell(&said, kind);
        if title.is_empty() && place.is_empty() {
            continue;
        }
        let last = head.iter().chain([at]).max().copied().unwrap_or(*at);
        let next = heads
            .get(number + 1)
            .map_or(reads.len(), |(at, head)| head.iter().chain([at]).min().copied().unwrap_or(*at));
        let about = (last + 1..next).filter(|i| !taken.get(*i).copied().unwrap_or_default());
        let about = about.filter_map(|i| reads.get(i)).map(|r| strip(&r.line.text).to_string()).collect();
        out.push(Entry { start: p.start, end: p.end, current: p.current, title, place, about });
    }
    out
}

/// Whether a line with a time is the second of an entry: the one above it names something and begins a block.
fn number_is_second(reads: &[Read], at: usize, after: usize) -> bool {
    at > after && reads.get(at - 1).is_some_and(|r| names(r) && r.line.apart)
}

/// The halves of a head: what it was, and where.
fn parts(text: &str) -> Vec<String> {
    let text = strip(text);
    for mark in [
        "\t", " | ", " @ ", " – ", " — ", " - ", " · ", " at ", " chez ", " bei ", " bij ", " hos ",
        " presso ", "; ", ", ",
    ] {
        if text.contains(mark) {
            let all: Vec<String> =
                text.split(mark).map(|p| strip(p).to_string()).filter(|p| !p.is_empty()).collect();
            if all.len() >= 2 {
                return all;
            }
        }
    }
    if text.is_empty() { Vec::new() } else { vec![text.to_string()] }
}

/// Which of the pieces is the title and which the place.
fn tell(said: &[String], kind: Kind) -> (String, String) {
    let marks = match kind {
        Kind::Education => SCHOOLS,
        Kind::Experience => FIRMS,
    };
    let is_place = |text: &str| any(&fold(text), marks);
    match said {
        [] => (String::new(), String::new()),
        [one] if is_place(one) && kind == Kind::Education => (String::new(), one.clone()),
        [one] => (one.clone(), String::new()),
        [first, second, ..] => {
            let at = said.iter().take(3).skip(1).find(|text| is_place(text));
            match at {
                Some(place) => (first.clone(), place.clone()),
                None if is_place(first) => (second.clone(), first.clone()),
                None => (first.clone(), second.clone()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, kind: Kind) -> Vec<String> {
        let mut lines = Vec::new();
        let mut apart = true;
        for line in text.lines() {
            if line.trim().is_empty() {
                apart = true;
                continue;
            }
            lines.push(Line {
                text: line.trim().to_string(),
                folded: fold(line.trim()),
                apart: std::mem::take(&mut apart),
            });
        }
        let year = |m: Option<Month>| m.map_or("?".to_string(), |m| m.year.to_string());
        entries(&lines, kind, 2026)
            .iter()
            .map(|e| {
                let end = if e.current { "now".to_string() } else { year(e.end) };
                format!("{}-{end} {} @ {} ({})", year(e.start), e.title, e.place, e.about.len())
            })
            .collect()
    }

    #[test]
    fn entries_are_read_in_the_ways_in_which_people_lay_them_out() {
        let work = Kind::Experience;
        let times_first = "2018 – 2021 Engineer, Auberive SA\n• Built things\n• Tested them\n2015 – 2018 Technician, Velmora GmbH";
        assert_eq!(
            told(times_first, work),
            ["2018-2021 Engineer @ Auberive SA (2)", "2015-2018 Technician @ Velmora GmbH (0)"]
        );
        let times_last =
            "Engineer | Auberive SA | Jan 2018 – present\n- Built things\nTechnician | Velmora | 2015 – 2017";
        assert_eq!(
            told(times_last, work),
            ["2018-now Engineer @ Auberive SA (1)", "2015-2017 Technician @ Velmora (0)"]
        );
        let below = "Engineer\nAuberive SA, Paris\n01/2018 – 12/2020\n• Built things\n\nTechnician\nVelmora GmbH\n2015 – 2017";
        assert_eq!(
            told(below, work),
            ["2018-2020 Engineer @ Auberive SA (1)", "2015-2017 Technician @ Velmora GmbH (0)"]
        );
        let above = "03/2018 – heute\nEntwicklerin\nVelmora GmbH\n• Baut Dinge\n\n2015 – 2018\nTechnikerin\nAuberive AG";
        assert_eq!(
            told(above, work),
            ["2018-now Entwicklerin @ Velmora GmbH (1)", "2015-2018 Technikerin @ Auberive AG (0)"]
        );
        let two = "Engineer\nAuberive SA    2018 – 2021\n• Built\n\nTechnician\nVelmora Ltd    2015 – 2018";
        assert_eq!(
            told(two, work),
            ["2018-2021 Engineer @ Auberive SA (1)", "2015-2018 Technician @ Velmora Ltd (0)"]
        );
    }

    #[test]
    fn schools_are_told_from_diplomas() {
        let studies =
            "2010 – 2015 Université de Lyon, Master en informatique\n2010 Baccalauréat, Lycée Ampère";
        assert_eq!(
            told(studies, Kind::Education),
            [
                "2010-2015 Master en informatique @ Université de Lyon (0)",
                "?-2010 Baccalauréat @ Lycée Ampère (0)"
            ]
        );
    }
}
