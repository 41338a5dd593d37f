//! From characters with their places on a page to lines in the order in which people read them: columns one after the other,
//! dates beside what happened then.

/// A character where it stands; sizes in points, down the page.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    /// Left end of the character, and right end.
    pub x: f64,
    /// See `x`.
    pub end: f64,
    /// Base line.
    pub y: f64,
    /// Size of the type.
    pub size: f64,
    /// What it says; mostly one character.
    pub text: String,
}

/// Words that stand beside each other without a wide gap.
#[derive(Clone, Debug)]
struct Segment {
    x: f64,
    end: f64,
    y: f64,
    size: f64,
    text: String,
}

/// Cuts of a page within each other at most.
const CUTS: usize = 5;
/// Lines on each side of what parts two columns, at least.
const COLUMN: usize = 4;
/// Lines above the columns that go across them at most.
const ACROSS: usize = 14;

/// The lines of a page.
pub(crate) fn lines(marks: Vec<Mark>) -> String {
    let mut out = Vec::new();
    order(segments(marks), 0, &mut out);
    let mut text = String::new();
    for line in out {
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// Marks of one base line each, from the top.
fn rows<T>(mut marks: Vec<T>, y: impl Fn(&T) -> f64, size: impl Fn(&T) -> f64) -> Vec<Vec<T>> {
    marks.sort_by(|a, b| y(a).total_cmp(&y(b)));
    let mut rows: Vec<Vec<T>> = Vec::new();
    for mark in marks {
        match rows.last_mut() {
            Some(row)
                if row.last().is_some_and(|last| y(&mark) - y(last) < 0.4 * size(last).min(size(&mark))) =>
            {
                row.push(mark);
            }
            _ => rows.push(vec![mark]),
        }
    }
    rows
}

fn segments(marks: Vec<Mark>) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::new();
    for mut row in rows(marks, |m| m.y, |m| m.size) {
        row.sort_by(|a, b| a.x.total_cmp(&b.x));
        let mut open: Option<Segment> = None;
        let mut before: Option<(String, f64)> = None;
        for mark in row {
            // Drawn twice, for bold letters that the font does not have.
            let twice =
                before.as_ref().is_some_and(|(t, x)| *t == mark.text && mark.x - x < 0.12 * mark.size);
            if twice {
                continue;
            }
            before = Some((mark.text.clone(), mark.x));
            if mark.text.trim().is_empty() {
                if let Some(open) = &mut open {
                    open.text.push(' ');
                }
                continue;
            }
            match &mut open {
                Some(open) if mark.x - open.end < 1.3 * mark.size.max(open.size) => {
                    if mark.x - open.end > 0.17 * mark.size && !open.text.ends_with(' ') {
                        open.text.push(' ');
                    }
                    open.text.push_str(&mark.text);
                    open.end = open.end.max(mark.end);
                    open.size = open.size.max(mark.size);
                }
                _ => {
                    let Mark { x, end, y, size, text } = mark;
                    out.extend(open.replace(Segment { x, end, y, size, text }));
                }
            }
        }
        out.extend(open);
    }
    out
}

fn order(all: Vec<Segment>, cuts: usize, out: &mut Vec<String>) {
    if cuts < CUTS && all.len() >= 2 * COLUMN {
        if let Some(at) = gutter(&all) {
            let (left, right) = all.into_iter().partition(|s| s.x < at);
            order(left, cuts + 1, out);
            out.push(String::new());
            return order(right, cuts + 1, out);
        }
        // What goes across stands above the columns, or below them.
        let mut tops: Vec<f64> = all.iter().map(|s| s.y).collect();
        tops.sort_by(f64::total_cmp);
        tops.dedup_by(|a, b| (*a - *b).abs() < 2.0);
        for y in tops.iter().take(ACROSS.min(tops.len() / 2)) {
            let below: Vec<Segment> = all.iter().filter(|s| s.y > y + 2.0).cloned().collect();
            if gutter(&below).is_some() {
                flow(all.into_iter().filter(|s| s.y <= y + 2.0).collect(), out);
                out.push(String::new());
                return order(below, cuts + 1, out);
            }
        }
        for y in tops.iter().rev().take(ACROSS.min(tops.len() / 2)) {
            let above: Vec<Segment> = all.iter().filter(|s| s.y < y - 2.0).cloned().collect();
            if gutter(&above).is_some() {
                order(above, cuts + 1, out);
                out.push(String::new());
                return flow(all.into_iter().filter(|s| s.y >= y - 2.0).collect(), out);
            }
        }
    }
    flow(all, out);
}

/// Where nothing stands from top to bottom, with enough on both sides that is not one line's two halves.
fn gutter(all: &[Segment]) -> Option<f64> {
    let mut by_x: Vec<&Segment> = all.iter().collect();
    by_x.sort_by(|a, b| a.x.total_cmp(&b.x));
    let (mut end, mut gaps) = (f64::MIN, Vec::new());
    for segment in by_x {
        if end > f64::MIN && segment.x - end >= 7.0 {
            gaps.push((segment.x - end, f64::midpoint(segment.x, end)));
        }
        end = end.max(segment.end);
    }
    gaps.sort_by(|a, b| b.0.total_cmp(&a.0));
    gaps.into_iter().map(|(_, at)| at).find(|at| {
        let (left, right): (Vec<&Segment>, Vec<&Segment>) = all.iter().partition(|s| s.x < *at);
        left.len() >= COLUMN && right.len() >= COLUMN && !belong(&left, &right)
    })
}

/// Whether each on the left stands beside one on the right and says when, or what it is: `2018–2020 | Engineer`,
/// `E-mail: | a@b`.
fn belong(left: &[&Segment], right: &[&Segment]) -> bool {
    let beside = left.iter().filter(|l| right.iter().any(|r| (l.y - r.y).abs() < 0.3 * l.size)).count();
    let says = |s: &&&Segment| {
        let text = s.text.trim();
        text.ends_with(':') || text.chars().filter(char::is_ascii_digit).count() >= 4
    };
    beside * 10 >= left.len() * 8 && left.iter().filter(says).count() * 2 >= left.len()
}

/// Line by line.
fn flow(all: Vec<Segment>, out: &mut Vec<String>) {
    let mut last: Option<(f64, f64)> = None;
    for mut row in rows(all, |s| s.y, |s| s.size) {
        row.sort_by(|a, b| a.x.total_cmp(&b.x));
        let size = row.iter().map(|s| s.size).fold(0.0, f64::max);
        let y = row.first().map_or(0.0, |s| s.y);
        if last.is_some_and(|(before, high)| y - before > 1.9 * high.max(size)) {
            out.push(String::new());
        }
        last = Some((y, size));
        out.push(row.iter().map(|s| s.text.trim()).collect::<Vec<_>>().join("\t"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(words: &[(f64, f64, &str)]) -> String {
        let mut marks = Vec::new();
        for (x, y, text) in words {
            for (at, c) in text.chars().enumerate() {
                let x = x + 5.0 * f64::from(u32::try_from(at).unwrap());
                marks.push(Mark { x, end: x + 5.0, y: *y, size: 10.0, text: c.to_string() });
            }
        }
        lines(marks).trim().replace('\t', " | ")
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let mut words = vec![(40.0, 20.0, "Marie Dupont of Paris and Lyon, for ten years an engineer")];
        for (at, (left, right)) in [
            ("Skills", "Experience"),
            ("Rust", "Engineer at Auberive"),
            ("SQL", "since 2019"),
            ("Python", "Builds"),
            ("Go", "Tests"),
        ]
        .into_iter()
        .enumerate()
        {
            let y = 60.0 + 13.0 * f64::from(u32::try_from(at).unwrap());
            words.push((40.0, y, left));
            words.push((220.0, y + 4.5, right));
        }
        let text = page(&words);
        assert_eq!(
            text.split_whitespace().collect::<Vec<_>>().join(" "),
            "Marie Dupont of Paris and Lyon, for ten years an engineer Skills Rust SQL Python Go Experience Engineer at Auberive since 2019 Builds Tests"
        );
    }

    #[test]
    fn dates_stay_beside_what_happened_then() {
        let mut words = Vec::new();
        for (at, (left, right)) in
            [("2015-2017", "Clerk"), ("2017-2019", "Nurse"), ("2019-2021", "Cook"), ("2021-2023", "Pilot")]
                .into_iter()
                .enumerate()
        {
            let y = 60.0 + 13.0 * f64::from(u32::try_from(at).unwrap());
            words.push((40.0, y, left));
            words.push((220.0, y, right));
        }
        assert_eq!(page(&words), "2015-2017 | Clerk\n2017-2019 | Nurse\n2019-2021 | Cook\n2021-2023 | Pilot");
    }

    #[test]
    fn words_are_parted_where_nothing_is_drawn_between_them() {
        assert_eq!(page(&[(10.0, 10.0, "to"), (24.0, 10.0, "be"), (10.0, 40.0, "x")]), "to be\n\nx");
        // Drawn twice, a hair apart.
        assert_eq!(page(&[(10.0, 10.0, "aa"), (10.5, 10.0, "aa")]), "aa");
    }
}
