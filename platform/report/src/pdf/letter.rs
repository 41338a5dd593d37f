//! A letter on paper: who writes, to whom, when and about what; the words; what is agreed, as a table; lines to sign on.

use std::num::NonZeroU16;

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{Identifier, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};
use talang_catalogue::Culture;
use talang_engine::charter::Charter;
use talang_engine::{Result, Scope};

use super::book::Sheets;
use super::font::Face;
use super::logo::{self, Logo};
use super::{ASCENT, BOTTOM, Colour, INK, LEADING, LONG, SHORT, SIDE, SOFT, TOP, begin, failed, page_number};
use crate::table::Picture;

/// Margins at the sides, in points: lines of some ninety characters.
const MARGIN: f32 = 70.0;
const WIDE: f32 = SHORT - 2.0 * MARGIN;
const END: f32 = LONG - BOTTOM - 10.0;
/// Sizes of type.
const WORDS: f32 = 10.0;
const SMALL: f32 = 8.5;
const SUBJECT: f32 = 13.0;
/// Between paragraphs.
const GAP: f32 = 9.0;
/// Where the address begins: behind the window of an envelope.
const ADDRESS: f32 = 130.0;
/// Width of the names of what is agreed.
const NAMES: f32 = 140.0;

/// A letter.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// Who writes, line by line.
    pub from: Vec<String>,
    /// To whom, line by line.
    pub to: Vec<String>,
    /// Place and day.
    pub day: String,
    /// What it is about.
    pub subject: String,
    /// The words; blank lines part paragraphs.
    pub text: String,
    /// Above what is agreed.
    pub terms_title: String,
    /// What is agreed: name and value.
    pub terms: Vec<(String, String)>,
    /// What stands below lines to sign on.
    pub signatures: Vec<String>,
}

/// What a line is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Heading(u16),
    Paragraph,
    /// A name, or a value, of what is agreed.
    Name,
    Value,
}

/// A line on a page. Lines of the same number are one paragraph, or one line of the table.
struct Line {
    part: Part,
    number: usize,
    text: String,
    x: f32,
    base: f32,
    size: f32,
    colour: Colour,
}

#[derive(Default)]
struct Paper {
    pages: Vec<Vec<Line>>,
    y: f32,
    number: usize,
}

impl Paper {
    fn page(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP + 20.0;
    }

    fn bold(part: Part) -> bool {
        matches!(part, Part::Heading(_) | Part::Name)
    }

    /// Lines below each other, and a gap.
    fn put(&mut self, faces: (&Face, &Face), part: Part, text: &str, size: f32, colour: Colour, gap: f32) {
        self.number += 1;
        let face = if Paper::bold(part) { faces.1 } else { faces.0 };
        for line in face.lines(text, size, WIDE) {
            if self.y + size * LEADING > END {
                self.page();
            }
            self.line(part, line, MARGIN, size, colour, 0.0);
            self.y += size * LEADING;
        }
        self.y += gap;
    }

    fn line(&mut self, part: Part, text: String, x: f32, size: f32, colour: Colour, below: f32) {
        let (base, number) = (self.y + below + size * ASCENT, self.number);
        if let Some(page) = self.pages.last_mut() {
            page.push(Line { part, number, text, x, base, size, colour });
        }
    }

    /// Name and value beside each other.
    fn term(&mut self, faces: (&Face, &Face), name: &str, value: &str) {
        self.number += 1;
        let step = WORDS * LEADING;
        let (names, values) =
            (faces.1.lines(name, WORDS, NAMES - 8.0), faces.0.lines(value, WORDS, WIDE - NAMES));
        let mut both = (names.into_iter(), values.into_iter());
        loop {
            let (name, value) = (both.0.next(), both.1.next());
            if name.is_none() && value.is_none() {
                break;
            }
            if self.y + step > END {
                self.page();
            }
            for (part, text, x) in [(Part::Name, name, MARGIN), (Part::Value, value, MARGIN + NAMES)] {
                if let Some(text) = text {
                    self.line(part, text, x, WORDS, INK, 0.0);
                }
            }
            self.y += step;
        }
        self.y += 4.0;
    }
}

impl Letter {
    fn lay(&self, faces: (&Face, &Face), logo: bool) -> Paper {
        let mut paper = Paper::default();
        paper.page();
        if logo {
            paper.y = TOP + logo::ROOM;
        }
        paper.put(faces, Part::Paragraph, &self.from.join("\n"), SMALL, SOFT, 0.0);
        paper.y = paper.y.max(ADDRESS) + GAP;
        paper.put(faces, Part::Paragraph, &self.to.join("\n"), WORDS, INK, 2.0 * GAP);
        paper.put(faces, Part::Paragraph, &self.day, WORDS, INK, 2.0 * GAP);
        paper.put(faces, Part::Heading(1), &self.subject, SUBJECT, INK, GAP);
        for paragraph in self.text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
            paper.put(faces, Part::Paragraph, paragraph, WORDS, INK, GAP);
        }
        if !self.terms.is_empty() {
            // The heading does not stand alone at the end of a page.
            if paper.y + 80.0 > END {
                paper.page();
            }
            paper.y += GAP;
            paper.put(faces, Part::Heading(2), &self.terms_title, 11.0, INK, 5.0);
            for (name, value) in &self.terms {
                paper.term(faces, name, value);
            }
        }
        if !self.signatures.is_empty() {
            if paper.y + 90.0 > END {
                paper.page();
            }
            paper.y += 56.0;
            let place = WIDE / 2.0;
            for (at, said) in self.signatures.iter().enumerate() {
                paper.number += 1;
                #[expect(clippy::cast_precision_loss, reason = "two of them")]
                let x = MARGIN + place * at as f32;
                for (below, text) in
                    (0u8..).zip(faces.0.lines(&format!("{}\n{said}", "_".repeat(30)), SMALL, place - 20.0))
                {
                    paper.line(Part::Paragraph, text, x, SMALL, SOFT, f32::from(below) * SMALL * LEADING);
                }
            }
        }
        paper
    }

    /// The file. The culture is the reader's.
    ///
    /// # Errors
    /// `storage.failed`: the library refuses what it was given.
    pub fn pdf(&self, scope: &Scope, culture: &'static Culture) -> Result<Vec<u8>> {
        let charter = Charter::of(scope.tenant()).unwrap_or_default();
        let kind = charter.logo.as_ref().map(|l| l.kind.clone());
        let picture = charter.picture(scope.tenant()).zip(kind).map(|(bytes, kind)| Picture { bytes, kind });
        let logo = picture.as_ref().and_then(Logo::read);
        // A logo whose beginning is sound and whose rest is not keeps no letter back.
        let written = self.write(scope, culture, logo.as_ref());
        Ok(match logo {
            Some(_) => written.or_else(|_| self.write(scope, culture, None))?,
            None => written?,
        })
    }

    fn write(
        &self,
        scope: &Scope,
        culture: &'static Culture,
        logo: Option<&Logo>,
    ) -> std::io::Result<Vec<u8>> {
        let (face, bold) = (Face::regular(), Face::bold());
        let paper = self.lay((&face, &bold), logo.is_some());
        let owner = scope.tenant().name().to_string();
        let messages = &scope.installation().registry().messages;
        let mut document = begin(&self.subject, &owner, culture, scope.installation().clock().now())?;
        let mut outline = Outline::new();
        let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(self.subject.clone(), top));
        document.set_outline(outline);
        let mut said: Vec<(Part, usize, Identifier, String)> = Vec::new();
        let mut sheets = Sheets {
            document: &mut document,
            tree: TagTree::new(),
            face: &face,
            bold: &bold,
            foot: &|page, all| match all {
                1 => (owner.clone(), String::new()),
                _ => (owner.clone(), page_number(messages, culture, page, all)),
            },
            number: 0,
            all: paper.pages.len(),
        };
        for (at, lines) in paper.pages.iter().enumerate() {
            sheets.sheet(|pen| {
                if let (0, Some(logo)) = (at, logo) {
                    logo.draw_at(pen.surface, MARGIN - SIDE);
                }
                for line in lines.iter().filter(|l| !l.text.trim().is_empty()) {
                    let face = if Paper::bold(line.part) { &bold } else { &face };
                    let id = pen.words(face, &line.text, line.size, line.x, line.base, line.colour);
                    said.push((line.part, line.number, id, line.text.clone()));
                }
            })?;
        }
        let mut tree = std::mem::replace(&mut sheets.tree, TagTree::new());
        grouped(&mut tree, said);
        document.set_tag_tree(tree.with_lang(Some(culture.code.to_string())));
        document.finish().map_err(|e| failed(&e))
    }
}

/// Lines as paragraphs, headings and one table.
fn grouped(tree: &mut TagTree, said: Vec<(Part, usize, Identifier, String)>) {
    let mut table = TagGroup::new(Tag::Table);
    let mut lines = said.into_iter().peekable();
    while let Some((part, number, id, text)) = lines.next() {
        let (mut ids, mut words, mut values) = (vec![id], text, Vec::new());
        while let Some((part, _, id, text)) = lines.next_if(|(_, other, ..)| *other == number) {
            match part {
                Part::Value => values.push(id),
                _ => {
                    words.push_str(&text);
                    ids.push(id);
                }
            }
        }
        let group = |kind: TagKind, ids: Vec<Identifier>| {
            let mut group = TagGroup::new(kind);
            for id in ids {
                group.push(id);
            }
            group
        };
        match part {
            Part::Heading(level) => {
                let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
                tree.push(group(Tag::Hn(level, Some(words)).into(), ids));
            }
            Part::Paragraph => tree.push(group(Tag::P.into(), ids)),
            Part::Name | Part::Value => {
                let name = group(Tag::TH(TableHeaderScope::Row).into(), ids);
                let value = group(Tag::TD.into(), values);
                table.push(TagGroup::with_children(Tag::TR, vec![name.into(), value.into()]));
                if !matches!(lines.peek(), Some((Part::Name | Part::Value, ..))) {
                    tree.push(std::mem::replace(&mut table, TagGroup::new(Tag::Table)));
                }
            }
        }
    }
}
