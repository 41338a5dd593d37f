//! A book: parts and chapters of texts and tables, as a tagged PDF with contents, bookmarks and numbered pages.

use std::num::NonZeroU16;

use krilla::Document;
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{ArtifactType, Tag, TagGroup, TagTree};
use talang_engine::{Result, Scope};

use super::font::Face;
use super::{
    ASCENT, BOTTOM, Colour, HEAD, INK, LEADING, LONG, Layout, NARROW, PAD, Pen, Row, SHORT, SIDE, SOFT,
    TITLE, TOP, artifact, begin, failed, fit, most_lines, row,
};

/// Sizes of type: body, tables, headings of parts and of chapters, the title.
const BODY: f32 = 9.0;
const TABLE: f32 = 7.5;
const PART: f32 = 16.0;
const CHAPTER: f32 = 11.5;
const COVER: f32 = 22.0;
/// From line to line in the contents.
const STEP: f32 = 14.0;
/// Between blocks.
const GAP: f32 = 7.0;
/// A heading stands at least so far above the end of the page.
const KEEP: f32 = 110.0;
/// Where pages end, and how wide text is.
const END: f32 = LONG - BOTTOM;
const WIDE: f32 = SHORT - 2.0 * SIDE;

/// A book.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// Its title.
    pub title: String,
    /// Below the title: what it is about.
    pub intro: String,
    /// Heading of the contents.
    pub contents: String,
    /// What it consists of.
    pub parts: Vec<Part>,
}

/// A part, which begins on a page of its own.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Its title.
    pub title: String,
    /// Its chapters.
    pub chapters: Vec<Chapter>,
}

/// A chapter.
#[derive(Clone, Debug, Default)]
pub struct Chapter {
    /// Its title.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// What stands in a chapter.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// What is typed as it stands, line by line.
    Code(String),
    /// A table: headings and rows.
    Table(Vec<String>, Vec<Vec<String>>),
}

/// Something on a page.
enum Piece {
    /// A heading of that level.
    Heading(u16, Vec<String>, f32),
    /// Lines of a paragraph.
    Lines(Vec<String>, Colour),
    /// The headings of a table.
    Head(usize),
    /// A row of a table.
    Row(usize, usize),
}

/// A line of the contents: title, level, page of the body, place there.
struct Entry(String, usize, usize, f32);

/// The body, laid out.
#[derive(Default)]
struct Body {
    pages: Vec<Vec<(f32, Piece)>>,
    y: f32,
    tables: Vec<Layout>,
    entries: Vec<Entry>,
}

impl Body {
    fn fresh(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP;
    }

    /// A new page where less than that is left.
    fn need(&mut self, height: f32) {
        if self.pages.is_empty() || self.y + height > END {
            self.fresh();
        }
    }

    fn put(&mut self, piece: Piece, height: f32) {
        if let Some(page) = self.pages.last_mut() {
            page.push((self.y, piece));
        }
        self.y += height;
    }

    fn heading(&mut self, level: u16, text: &str, size: f32, bold: &Face) {
        self.need(KEEP);
        if self.y > TOP {
            self.y += GAP;
        }
        let page = self.pages.len().saturating_sub(1);
        self.entries.push(Entry(text.to_string(), usize::from(level) - 2, page, self.y));
        let lines = bold.lines(text, size, WIDE);
        let height = tall(lines.len(), size) + GAP;
        self.put(Piece::Heading(level, lines, size), height);
    }

    fn block(&mut self, block: &Block, face: &Face, bold: &Face) {
        match block {
            Block::Text(text) => self.lines(face.lines(text, BODY, WIDE), INK),
            Block::Code(text) => self.lines(face.lines(text, BODY, WIDE), SOFT),
            Block::Table(heads, rows) => self.table(heads, rows, face, bold),
        }
    }

    fn lines(&mut self, lines: Vec<String>, colour: Colour) {
        let height = tall(lines.len(), BODY);
        self.need(height.min(END - TOP));
        self.put(Piece::Lines(lines, colour), height + GAP);
    }

    fn table(&mut self, heads: &[String], rows: &[Vec<String>], face: &Face, bold: &Face) {
        let wanted: Vec<f32> =
            heads.iter().enumerate().map(|(at, head)| wanted(at, head, rows, face, bold)).collect();
        let widths = fit(&wanted, WIDE);
        let most = most_lines(END - TOP - TITLE, TABLE);
        let head = row(heads, &widths, bold, TABLE, most);
        let rows: Vec<Row> = rows.iter().map(|cells| row(cells, &widths, face, TABLE, most)).collect();
        let heights: Vec<f32> = rows.iter().map(|r| r.height).collect();
        let (table, top) = (self.tables.len(), head.height);
        self.need(top + heights.first().copied().unwrap_or_default());
        self.put(Piece::Head(table), top);
        for (at, height) in heights.into_iter().enumerate() {
            if self.y + height > END {
                self.fresh();
                self.put(Piece::Head(table), top);
            }
            self.put(Piece::Row(table, at), height);
        }
        self.y += GAP;
        self.tables.push(Layout { landscape: false, size: TABLE, widths, head, rows, pages: Vec::new() });
    }
}

/// The height of lines.
#[expect(clippy::cast_precision_loss, reason = "lines of a page")]
fn tall(lines: usize, size: f32) -> f32 {
    lines as f32 * size * LEADING
}

/// How wide a column would be on endless paper; what is prose wraps.
fn wanted(at: usize, head: &str, rows: &[Vec<String>], face: &Face, bold: &Face) -> f32 {
    let cells = rows.iter().filter_map(|row| row.get(at)).flat_map(|text| text.lines());
    let cells = cells.map(|line| face.width(line, TABLE)).fold(0.0, f32::max);
    (bold.width(head, TABLE).max(cells.min(190.0)) + 2.0 * PAD + 0.5).max(NARROW)
}

impl Book {
    /// The file, in the scope's language.
    ///
    /// # Errors
    /// `storage.failed`: the library refuses what it was given.
    pub fn pdf(&self, scope: &Scope) -> Result<Vec<u8>> {
        let messages = &scope.installation().registry().messages;
        let culture = scope.culture;
        Ok(self.write(scope, &|page, all| super::page_number(messages, culture, page, all))?)
    }

    fn write(&self, scope: &Scope, page: &dyn Fn(usize, usize) -> String) -> std::io::Result<Vec<u8>> {
        let (face, bold) = (Face::regular(), Face::bold());
        let mut body = Body::default();
        for part in &self.parts {
            body.fresh();
            body.heading(2, &part.title, PART, &bold);
            for chapter in &part.chapters {
                body.heading(3, &chapter.title, CHAPTER, &bold);
                for block in &chapter.blocks {
                    body.block(block, &face, &bold);
                }
            }
        }
        let owner = scope.tenant().name().to_string();
        let made_at = scope.installation().clock().now();
        let mut document = begin(&self.title, &owner, scope.culture, made_at)?;
        let mut sheets = Sheets {
            document: &mut document,
            tree: TagTree::new(),
            face: &face,
            bold: &bold,
            foot: &|number: usize, all: usize| (owner.clone(), page(number, all)),
            number: 0,
            all: 0,
        };
        let cover = self.cover(&face);
        let before = contents_pages(body.entries.len(), cover);
        sheets.all = before + body.pages.len();
        self.front(&mut sheets, &body, before, cover)?;
        sheets.body(&body)?;
        let tree = sheets.tree;
        let mut outline = Outline::new();
        let mut open: Option<OutlineNode> = None;
        for Entry(title, level, page, y) in &body.entries {
            let place = XyzDestination::new(before + page, Point::from_xy(0.0, (y - 8.0).max(0.0)));
            let node = OutlineNode::new(title.clone(), place);
            match (&mut open, level) {
                (Some(part), 1) => part.push_child(node),
                _ => {
                    if let Some(done) = open.replace(node) {
                        outline.push_child(done);
                    }
                }
            }
        }
        if let Some(done) = open {
            outline.push_child(done);
        }
        document.set_outline(outline);
        document.set_tag_tree(tree.with_lang(Some(scope.culture.code.to_string())));
        document.finish().map_err(|e| failed(&e))
    }

    /// The height of what stands above the contents.
    fn cover(&self, face: &Face) -> f32 {
        let intro = face.lines(&self.intro, BODY, WIDE).len();
        COVER * LEADING + tall(intro, BODY) + PART * LEADING + 5.0 * GAP
    }

    /// Title and contents.
    fn front(&self, sheets: &mut Sheets<'_>, body: &Body, before: usize, cover: f32) -> std::io::Result<()> {
        let mut toc = TagGroup::new(Tag::TOC);
        let mut entries = body.entries.iter().peekable();
        for number in 0..before {
            let (face, bold) = (sheets.face, sheets.bold);
            let mut groups = Vec::new();
            sheets.sheet(|pen| {
                let mut y = TOP;
                if number == 0 {
                    let mut head = TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(self.title.clone())));
                    head.push(pen.words(bold, &self.title, COVER, SIDE, y + COVER, INK));
                    groups.push(head);
                    let mut intro = TagGroup::new(Tag::P);
                    let lines = face.lines(&self.intro, BODY, WIDE);
                    let below = y + COVER * LEADING + 2.0 * GAP;
                    paragraph(pen, face, &lines, BODY, below, SOFT, &mut intro);
                    groups.push(intro);
                    let mut words = TagGroup::new(Tag::P);
                    let base = y + cover - GAP;
                    words.push(pen.words(bold, &self.contents, PART, SIDE, base, INK));
                    groups.push(words);
                    y += cover;
                }
                while y + STEP <= END {
                    let Some(Entry(title, level, page, _)) = entries.next() else { break };
                    let face = if *level == 0 { bold } else { face };
                    let page = (before + page + 1).to_string();
                    let mut item = TagGroup::new(Tag::TOCI);
                    let x = if *level == 0 { SIDE } else { SIDE + 14.0 };
                    let base = y + STEP * 0.8;
                    let fits = face.lines(title, BODY, WIDE - 60.0).into_iter().next().unwrap_or_default();
                    item.push(pen.words(face, &format!("{} ", fits.trim_end()), BODY, x, base, INK));
                    let right = SHORT - SIDE - face.width(&page, BODY);
                    item.push(pen.words(face, &page, BODY, right, base, INK));
                    toc.push(item);
                    y += STEP;
                }
            })?;
            for group in groups {
                sheets.tree.push(group);
            }
        }
        sheets.tree.push(toc);
        Ok(())
    }
}

/// How many pages the contents take.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lines of a page, more than none"
)]
fn contents_pages(entries: usize, cover: f32) -> usize {
    let first = ((END - TOP - cover) / STEP).max(1.0) as usize;
    let later = ((END - TOP) / STEP) as usize;
    1 + entries.saturating_sub(first).div_ceil(later)
}

/// Lines below each other, as parts of a group.
fn paragraph(
    pen: &mut Pen<'_, '_>,
    face: &Face,
    lines: &[String],
    size: f32,
    y: f32,
    colour: Colour,
    group: &mut TagGroup,
) {
    for (at, line) in lines.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "lines of a page")]
        let base = y + size * (ASCENT + LEADING * at as f32);
        if !line.is_empty() {
            group.push(pen.words(face, line, size, SIDE, base, colour));
        }
    }
}

/// The pages as they are drawn.
pub(super) struct Sheets<'d> {
    pub document: &'d mut Document,
    pub tree: TagTree,
    pub face: &'d Face,
    pub bold: &'d Face,
    pub foot: &'d dyn Fn(usize, usize) -> (String, String),
    pub number: usize,
    pub all: usize,
}

impl Sheets<'_> {
    /// One page with its footer.
    pub fn sheet(&mut self, draw: impl FnOnce(&mut Pen<'_, '_>)) -> std::io::Result<()> {
        let settings = PageSettings::from_wh(SHORT, LONG)
            .ok_or_else(|| std::io::Error::other("the size of the paper"))?;
        let mut page = self.document.start_page_with(settings);
        let mut surface = page.surface();
        let layout = plain();
        let mut pen = Pen { surface: &mut surface, layout: &layout, right: &[], width: SHORT, head: HEAD };
        draw(&mut pen);
        self.number += 1;
        let (owner, count) = (self.foot)(self.number, self.all);
        pen.surface.start_tagged(artifact(ArtifactType::Footer));
        pen.fill(SOFT);
        self.face.draw(pen.surface, &owner, 7.5, SIDE, LONG - 24.0);
        let x = SHORT - SIDE - self.face.width(&count, 7.5);
        self.face.draw(pen.surface, &count, 7.5, x, LONG - 24.0);
        pen.surface.end_tagged();
        surface.finish();
        page.finish();
        Ok(())
    }

    fn body(&mut self, body: &Body) -> std::io::Result<()> {
        let (face, bold) = (self.face, self.bold);
        // The table that goes on: its number, itself, its rows.
        let mut open: Option<(usize, TagGroup, TagGroup)> = None;
        for page in &body.pages {
            let mut done: Vec<TagGroup> = Vec::new();
            self.sheet(|pen| {
                for (y, piece) in page {
                    let table = match piece {
                        Piece::Head(table) | Piece::Row(table, _) => Some(*table),
                        _ => None,
                    };
                    if open.as_ref().is_some_and(|(number, ..)| Some(*number) != table) {
                        done.extend(open.take().map(closed));
                    }
                    match piece {
                        Piece::Heading(level, lines, size) => {
                            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                            let mut group = TagGroup::new(Tag::Hn(level, Some(lines.concat())));
                            paragraph(pen, bold, lines, *size, *y, INK, &mut group);
                            done.push(group);
                        }
                        Piece::Lines(lines, colour) => {
                            let mut group = TagGroup::new(Tag::P);
                            paragraph(pen, face, lines, BODY, *y, *colour, &mut group);
                            done.push(group);
                        }
                        Piece::Head(number) => {
                            let Some(layout) = body.tables.get(*number) else { continue };
                            let mut pen = Pen {
                                surface: &mut *pen.surface,
                                layout,
                                right: &[],
                                width: SHORT,
                                head: HEAD,
                            };
                            pen.head_ground(*y);
                            if open.is_some() {
                                // Again on the next page: said once to whoever listens.
                                pen.surface.start_tagged(artifact(ArtifactType::PaginationOther));
                                pen.row(&layout.head, bold, *y, None);
                                pen.surface.end_tagged();
                                continue;
                            }
                            let mut line = TagGroup::new(Tag::TR);
                            pen.row(&layout.head, bold, *y, Some((&mut line, true)));
                            let mut table = TagGroup::new(Tag::Table);
                            table.push(TagGroup::with_children(Tag::THead, vec![line.into()]));
                            open = Some((*number, table, TagGroup::new(Tag::TBody)));
                        }
                        Piece::Row(number, at) => {
                            let Some(layout) = body.tables.get(*number) else { continue };
                            let (Some(row), Some((.., rows))) = (layout.rows.get(*at), &mut open) else {
                                continue;
                            };
                            let mut pen = Pen {
                                surface: &mut *pen.surface,
                                layout,
                                right: &[],
                                width: SHORT,
                                head: HEAD,
                            };
                            let mut line = TagGroup::new(Tag::TR);
                            pen.row(row, face, *y, Some((&mut line, false)));
                            rows.push(line);
                            pen.rule(*y + row.height);
                        }
                    }
                }
            })?;
            for group in done {
                self.tree.push(group);
            }
        }
        if let Some(table) = open.map(closed) {
            self.tree.push(table);
        }
        Ok(())
    }
}

fn closed((_, mut table, rows): (usize, TagGroup, TagGroup)) -> TagGroup {
    table.push(rows);
    table
}

/// Where no table is.
fn plain() -> Layout {
    Layout {
        landscape: false,
        size: BODY,
        widths: vec![WIDE],
        head: Row { cells: Vec::new(), height: 0.0 },
        rows: Vec::new(),
        pages: Vec::new(),
    }
}
