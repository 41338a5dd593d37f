//! PDF 1.7, tagged as PDF/UA-1 (ISO 14289-1) asks: title and language, a heading, a table whose cells know their headings; the
//! header stands on every page, numbered. Laid out as a whole before it is written, so its length is bound ([`MOST`]).

pub(crate) mod book;
mod font;
pub(crate) mod letter;
mod logo;

use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder, PdfVersion};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};
use talang_catalogue::Culture;
use talang_catalogue::messages::Messages;

use self::font::Face;
use self::logo::Logo;
use crate::cell::Cell;
use crate::table::{About, Column, Sink};

/// Records that a file takes: some 150 pages, and a few dozen megabytes of memory while they are laid out.
pub(crate) const MOST: i64 = 5_000;

/// A4, in points.
const SHORT: f32 = 595.28;
const LONG: f32 = 841.89;
const SIDE: f32 = 36.0;
const TOP: f32 = 38.0;
/// Below the table: the footer.
const BOTTOM: f32 = 46.0;
/// Between text and the edges of its cell.
const PAD: f32 = 4.0;
/// Sizes of type: as large as the columns allow.
const SIZES: [f32; 3] = [8.5, 7.5, 6.5];
/// Base line to base line, and the first base line below the upper edge, in ems.
const LEADING: f32 = 1.32;
const ASCENT: f32 = 1.02;
/// No column is narrower, in points.
const NARROW: f32 = 34.0;

/// Red, green, blue.
type Colour = (u8, u8, u8);

const INK: Colour = (29, 41, 38);
const SOFT: Colour = (92, 106, 102);
const HEAD: Colour = (232, 238, 236);
const LINE: Colour = (214, 222, 220);

/// The words of a report that are not of its rows.
pub(crate) struct Words<'w> {
    /// Below the title: the day, how many records, when it was made.
    pub subtitle: String,
    /// The number of a page: `{n}` of `{all}`.
    pub page: Box<dyn Fn(usize, usize) -> String + 'w>,
    /// Where there are no records.
    pub empty: String,
}

/// A report that is laid out once all its rows are there.
pub(crate) struct Paper {
    culture: &'static Culture,
    about: About,
    heads: Vec<String>,
    right: Vec<bool>,
    rows: Vec<Vec<String>>,
}

impl Sink for Paper {
    fn begin(&mut self, about: &About, columns: &[Column], rows: &[Vec<Cell>]) -> std::io::Result<()> {
        self.about = about.clone();
        self.heads = columns.iter().map(|c| c.label.clone()).collect();
        self.right = columns.iter().map(|c| c.number).collect();
        self.rows(rows)
    }

    fn rows(&mut self, rows: &[Vec<Cell>]) -> std::io::Result<()> {
        if i64::try_from(self.rows.len() + rows.len()).is_ok_and(|rows| rows > MOST) {
            // More were added while the file was being made.
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.rows.extend(rows.iter().map(|row| row.iter().map(|c| c.text(self.culture)).collect()));
        Ok(())
    }
}

/// Lines of a row's cells.
struct Row {
    cells: Vec<Vec<String>>,
    height: f32,
}

/// Where everything stands.
struct Layout {
    landscape: bool,
    size: f32,
    widths: Vec<f32>,
    head: Row,
    rows: Vec<Row>,
    /// First row of each page.
    pages: Vec<usize>,
}

/// What stands above the table on the first page: lines below the title, and the room that they take with it.
struct Top {
    under: Vec<Vec<String>>,
    height: f32,
}

impl Paper {
    pub fn new(culture: &'static Culture) -> Paper {
        Paper { culture, about: About::default(), heads: Vec::new(), right: Vec::new(), rows: Vec::new() }
    }

    /// The file.
    pub fn end(self, words: &Words<'_>) -> std::io::Result<Vec<u8>> {
        match self.about.logo.as_ref().and_then(Logo::read) {
            // A logo whose beginning is sound and whose rest is not is no reason to have no report.
            Some(logo) => self.write(words, Some(&logo)).or_else(|_| self.write(words, None)),
            None => self.write(words, None),
        }
    }

    fn write(&self, words: &Words<'_>, logo: Option<&Logo>) -> std::io::Result<Vec<u8>> {
        let (face, bold) = (Face::regular(), Face::bold());
        let (layout, head) = self.layout(words, logo, &face, &bold);
        let mut document = begin(&self.about.title, &self.about.owner, self.culture, self.about.made_at)?;
        let mut outline = Outline::new();
        let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(self.about.title.clone(), top));
        document.set_outline(outline);
        self.pages(&mut document, (&layout, &head, logo), words, &face, &bold)?;
        document.finish().map_err(|e| failed(&e))
    }

    /// The widest type and the narrowest paper on which every column has its place.
    fn layout(&self, words: &Words<'_>, logo: Option<&Logo>, face: &Face, bold: &Face) -> (Layout, Top) {
        let columns = self.heads.len().max(1);
        let (portrait, landscape) = (SHORT - 2.0 * SIDE, LONG - 2.0 * SIDE);
        let first = SIZES[0];
        let wanted: Vec<f32> = (0..columns).map(|at| self.wanted(at, face, bold, first)).collect();
        let all: f32 = wanted.iter().sum();
        let wide = all > portrait;
        let room = if wide { landscape } else { portrait };
        // Smaller type before columns are squeezed much.
        let size = SIZES.into_iter().find(|size| all * size / first <= room * 1.25).unwrap_or(SIZES[2]);
        let wanted: Vec<f32> = wanted.iter().map(|w| w * size / first).collect();
        let widths = fit(&wanted, room);
        let body = (if wide { SHORT } else { LONG }) - TOP - BOTTOM;
        let mut top = self.top(words, face, room);
        top.height += logo.map_or(0.0, |_| logo::ROOM);
        let most = most_lines(body - top.height, size);
        let head = row(&self.heads, &widths, bold, size, most.min(6));
        let rows = self.rows.iter().enumerate();
        let rows = rows.map(|(at, cells)| row(cells, &widths, self.face(at, face, bold), size, most));
        let rows: Vec<Row> = rows.collect();
        let mut pages = vec![0];
        let mut left = body - top.height - head.height;
        for (at, row) in rows.iter().enumerate() {
            let begun = pages.last().is_some_and(|first| *first < at);
            if row.height > left && (begun || pages.len() == 1) {
                pages.push(at);
                left = body - head.height;
            }
            left -= row.height;
        }
        (Layout { landscape: wide, size, widths, head, rows, pages }, top)
    }

    /// The lines below the title: what is said of the whole, then each condition.
    fn top(&self, words: &Words<'_>, face: &Face, room: f32) -> Top {
        let mut left = MOST_UNDER;
        let mut under = Vec::new();
        for text in std::iter::once(&words.subtitle).chain(&self.about.conditions) {
            let mut lines = face.lines(text, UNDER, room);
            if lines.len() > left {
                // Who asks at such length sees the beginning: the rows have the room.
                lines.truncate(left);
                lines.push("…".to_string());
                under.push(lines);
                break;
            }
            left -= lines.len();
            under.push(lines);
        }
        #[expect(clippy::cast_precision_loss, reason = "lines of a page")]
        let lines = under.iter().map(Vec::len).sum::<usize>() as f32;
        Top { under, height: TITLE + UNDER * LEADING * (lines - 1.0) }
    }

    /// The face of a row: what is all the others together stands out.
    fn face<'f>(&self, row: usize, face: &'f Face, bold: &'f Face) -> &'f Face {
        if self.about.total && row + 1 == self.rows.len() { bold } else { face }
    }

    /// How wide a column would be on endless paper.
    fn wanted(&self, at: usize, face: &Face, bold: &Face, size: f32) -> f32 {
        let head = self.heads.get(at).map(String::as_str).unwrap_or_default();
        // A heading may take two lines, its longest word not.
        let word = head.split(' ').map(|w| bold.width(w, size)).fold(0.0, f32::max);
        let head = word.max(bold.width(head, size) / 2.0 + 8.0);
        let cells = self.rows.iter().filter_map(|row| row.get(at));
        let face = if self.about.total { bold } else { face };
        let cells =
            cells.flat_map(|text| text.lines()).map(|line| face.width(line, size)).fold(0.0, f32::max);
        // What is longer than this is prose, which wraps.
        (head.max(cells.min(210.0)) + 2.0 * PAD + 0.5).max(NARROW)
    }

    fn pages(
        &self,
        document: &mut Document,
        (layout, top, logo): (&Layout, &Top, Option<&Logo>),
        words: &Words<'_>,
        face: &Face,
        bold: &Face,
    ) -> std::io::Result<()> {
        let (width, height) = if layout.landscape { (LONG, SHORT) } else { (SHORT, LONG) };
        let mut tree = TagTree::new();
        let mut table = TagGroup::new(Tag::Table);
        let mut body = TagGroup::new(Tag::TBody);
        for (number, first) in layout.pages.iter().enumerate() {
            let last = layout.pages.get(number + 1).copied().unwrap_or(layout.rows.len());
            let settings = PageSettings::from_wh(width, height)
                .ok_or_else(|| std::io::Error::other("the size of the paper"))?;
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            let head = self.about.ground.map_or(HEAD, |c| (c.0, c.1, c.2));
            let mut pen = Pen { surface: &mut surface, layout, right: &self.right, width, head };
            let mut y = TOP;
            if number == 0 {
                let begin = y;
                if let Some(logo) = logo {
                    logo.draw(pen.surface);
                    y += logo::ROOM;
                }
                let level = NonZeroU16::MIN;
                let mut title = TagGroup::new(Tag::Hn(level, Some(self.about.title.clone())));
                title.push(pen.words(bold, &self.about.title, 16.0, SIDE, y + 14.0, INK));
                tree.push(title);
                let mut base = y + 29.0;
                for lines in &top.under {
                    let mut under = TagGroup::new(Tag::P);
                    for line in lines {
                        under.push(pen.words(face, line, UNDER, SIDE, base, SOFT));
                        base += UNDER * LEADING;
                    }
                    tree.push(under);
                }
                y = begin + top.height;
            }
            let rows = layout.rows.get(*first..last).unwrap_or_default();
            pen.head_ground(y);
            if number == 0 {
                let mut line = TagGroup::new(Tag::TR);
                pen.row(&layout.head, bold, y, Some((&mut line, true)));
                table.push(TagGroup::with_children(Tag::THead, vec![line.into()]));
            } else {
                pen.surface.start_tagged(artifact(ArtifactType::PaginationOther));
                pen.row(&layout.head, bold, y, None);
                pen.surface.end_tagged();
            }
            y += layout.head.height;
            for (at, row) in rows.iter().enumerate() {
                let mut line = TagGroup::new(Tag::TR);
                let face = self.face(first + at, face, bold);
                pen.row(row, face, y, Some((&mut line, false)));
                body.push(line);
                y += row.height;
                pen.rule(y);
            }
            if layout.rows.is_empty() {
                let mut none = TagGroup::new(Tag::P);
                none.push(pen.words(face, &words.empty, 8.5, SIDE + PAD, y + 16.0, SOFT));
                tree.push(none);
            }
            pen.surface.start_tagged(artifact(ArtifactType::Footer));
            pen.fill(SOFT);
            face.draw(pen.surface, &self.about.owner, 7.5, SIDE, height - 24.0);
            let count = (words.page)(number + 1, layout.pages.len());
            let x = width - SIDE - face.width(&count, 7.5);
            face.draw(pen.surface, &count, 7.5, x, height - 24.0);
            pen.surface.end_tagged();
            surface.finish();
            page.finish();
        }
        if !layout.rows.is_empty() {
            table.push(body);
        }
        tree.push(table);
        document.set_tag_tree(tree.with_lang(Some(self.culture.code.to_string())));
        Ok(())
    }
}

/// The number of a page, in words.
fn page_number(messages: &Messages, culture: &Culture, page: usize, all: usize) -> String {
    let number = |n: usize| culture.integer(i64::try_from(n).unwrap_or(i64::MAX));
    let (page, all) = (number(page), number(all));
    let args = [("page", page.as_str().into()), ("all", all.as_str().into())];
    messages.text(culture.language, "report-page", &args)
}

fn failed(problem: &dyn std::fmt::Debug) -> std::io::Error {
    std::io::Error::other(format!("{problem:?}"))
}

/// A document without pages: its kind, and what is said of it as a whole.
fn begin(title: &str, owner: &str, culture: &Culture, made_at: i64) -> std::io::Result<Document> {
    let configuration = ConfigurationBuilder::new()
        .with_version(PdfVersion::Pdf17)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|e| failed(&e))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let mut metadata = Metadata::new()
        .title(title.to_string())
        .authors(vec![owner.to_string()])
        .language(culture.code.to_string())
        .creator("Talang".to_string());
    if let Some(made) = moment(made_at) {
        metadata = metadata.creation_date(made);
    }
    document.set_metadata(metadata);
    Ok(document)
}

/// Room for the title and one line below it on the first page.
const TITLE: f32 = 44.0;
/// Size of the lines below the title, and how many of them a page takes.
const UNDER: f32 = 8.5;
const MOST_UNDER: usize = 12;

fn artifact(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

/// Draws on a page.
struct Pen<'p, 's> {
    surface: &'p mut Surface<'s>,
    layout: &'p Layout,
    right: &'p [bool],
    width: f32,
    /// Ground of the headings.
    head: Colour,
}

impl Pen<'_, '_> {
    fn fill(&mut self, colour: Colour) {
        let (red, green, blue) = colour;
        let colour = rgb::Color::new(red, green, blue);
        let fill = Fill { paint: colour.into(), opacity: NormalizedF32::ONE, rule: Default::default() };
        self.surface.set_fill(Some(fill));
    }

    /// A line of text that belongs to the document.
    fn words(
        &mut self,
        face: &Face,
        text: &str,
        size: f32,
        x: f32,
        y: f32,
        colour: Colour,
    ) -> krilla::tagging::Identifier {
        self.fill(colour);
        let id = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        face.draw(self.surface, text, size, x, y);
        self.surface.end_tagged();
        id
    }

    /// The cells of a row; as parts of the document where a group takes them, of the header or not.
    fn row(&mut self, row: &Row, face: &Face, y: f32, mut group: Option<(&mut TagGroup, bool)>) {
        let size = self.layout.size;
        let mut x = SIDE;
        for (at, (lines, wide)) in row.cells.iter().zip(&self.layout.widths).enumerate() {
            let head = group.as_ref().is_some_and(|(_, head)| *head);
            let mut cell = TagGroup::new(if head {
                krilla::tagging::TagKind::from(Tag::TH(TableHeaderScope::Column))
            } else {
                Tag::TD.into()
            });
            for (number, line) in lines.iter().enumerate() {
                let text = line.trim_end();
                let left = match self.right.get(at) {
                    Some(true) => x + wide - PAD - face.width(text, size),
                    _ => x + PAD,
                };
                #[expect(clippy::cast_precision_loss, reason = "lines of a page")]
                let base = y + PAD * 0.75 + size * (ASCENT + LEADING * number as f32);
                // Words stay apart where a line ends between them.
                let more = number + 1 < lines.len();
                let text = if more && !text.is_empty() { format!("{text} ") } else { text.to_string() };
                self.fill(INK);
                if group.is_some() {
                    cell.push(self.words(face, &text, size, left, base, INK));
                } else {
                    face.draw(self.surface, &text, size, left, base);
                }
            }
            if let Some((group, _)) = &mut group {
                group.push(cell);
            }
            x += wide;
        }
    }

    fn table_width(&self) -> f32 {
        self.layout.widths.iter().sum::<f32>().min(self.width - 2.0 * SIDE)
    }

    fn ground(&mut self, y: f32, height: f32, colour: Colour) {
        let Some(area) = Rect::from_xywh(SIDE, y, self.table_width(), height) else { return };
        let mut path = PathBuilder::new();
        path.push_rect(area);
        self.surface.start_tagged(artifact(ArtifactType::Layout));
        self.fill(colour);
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
        self.surface.end_tagged();
    }

    fn head_ground(&mut self, y: f32) {
        self.ground(y, self.layout.head.height, self.head);
    }

    fn rule(&mut self, y: f32) {
        self.ground(y - 0.25, 0.5, LINE);
    }
}

/// Columns on paper of that width: as wanted where they fit, a little wider where much is left; else what is wider than its
/// share gives way.
fn fit(wanted: &[f32], room: f32) -> Vec<f32> {
    let all: f32 = wanted.iter().sum();
    if all <= room {
        let stretch = (room / all.max(1.0)).min(1.6);
        return wanted.iter().map(|w| w * stretch).collect();
    }
    // The widest column that every column may have, found from the narrow ones up.
    let mut sorted = wanted.to_vec();
    sorted.sort_by(f32::total_cmp);
    let (mut left, mut most) = (room, room);
    for (at, width) in sorted.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "columns of a page")]
        let share = left / (sorted.len() - at) as f32;
        if *width > share {
            most = share;
            break;
        }
        left -= width;
    }
    wanted.iter().map(|w| w.min(most)).collect()
}

/// How many lines a row may have: a page holds it under the title.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lines of a page, more than none"
)]
fn most_lines(body: f32, size: f32) -> usize {
    ((body - 60.0) / (size * LEADING)).max(4.0) as usize
}

fn row(cells: &[String], widths: &[f32], face: &Face, size: f32, most: usize) -> Row {
    let lines = |(text, width): (&String, &f32)| {
        let mut lines = face.lines(text, size, width - 2.0 * PAD);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        if lines.is_empty() {
            // An empty cell is a cell, too: it keeps its neighbours under their headings.
            lines.push(String::new());
        }
        lines
    };
    let cells: Vec<Vec<String>> = cells.iter().zip(widths).map(lines).collect();
    let tallest = cells.iter().map(Vec::len).max().unwrap_or(1);
    #[expect(clippy::cast_precision_loss, reason = "lines of a page")]
    let height = tallest as f32 * size * LEADING + PAD * 1.5;
    Row { cells, height }
}

fn moment(micros: i64) -> Option<DateTime> {
    let at = jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::from_microsecond(micros).ok()?);
    let small = |n: i8| u8::try_from(n).unwrap_or_default();
    Some(
        DateTime::new(u16::try_from(at.year()).ok()?)
            .month(small(at.month()))
            .day(small(at.day()))
            .hour(small(at.hour()))
            .minute(small(at.minute()))
            .second(small(at.second()))
            .utc_offset_hour(0)
            .utc_offset_minute(0),
    )
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn narrow_columns_keep_their_width_and_wide_ones_give_way() {
        assert_eq!(fit(&[50.0, 300.0, 400.0], 450.0), [50.0, 200.0, 200.0]);
        assert_eq!(fit(&[50.0, 50.0], 400.0), [80.0, 80.0]);
        assert_eq!(fit(&[100.0, 100.0], 220.0), [110.0, 110.0]);
    }
}
