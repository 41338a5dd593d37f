//! How wide text is, and which glyphs of which font draw it.

use std::collections::HashMap;
use std::sync::LazyLock;

use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// What stands for a character that no font has.
const UNKNOWN: char = '?';

/// Glyph and advance, in ems, of every character that the fonts of a weight have, with the number of the font.
type Glyphs = HashMap<char, (usize, u32, f32)>;

static REGULAR: LazyLock<Glyphs> = LazyLock::new(|| glyphs(400));
static BOLD: LazyLock<Glyphs> = LazyLock::new(|| glyphs(700));

/// Reads the tables of a weight's fonts, once in the life of the program.
fn glyphs(weight: u16) -> Glyphs {
    let mut out = Glyphs::new();
    for (at, bytes) in talang_web::document_fonts(weight).enumerate() {
        let Ok(font) = FontRef::from_index(bytes, 0) else { continue };
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        for (code, glyph) in font.charmap().mappings() {
            let Some(c) = char::from_u32(code) else { continue };
            let advance = metrics.advance_width(glyph).unwrap_or_default();
            out.entry(c).or_insert((at, glyph.to_u32(), advance));
        }
    }
    out
}

/// A weight of the document's family.
pub(super) struct Face {
    glyphs: &'static Glyphs,
    fonts: Vec<Option<Font>>,
}

impl Face {
    pub fn regular() -> Face {
        Face::of(400, &REGULAR)
    }

    pub fn bold() -> Face {
        Face::of(700, &BOLD)
    }

    fn of(weight: u16, glyphs: &'static Glyphs) -> Face {
        let fonts = talang_web::document_fonts(weight).map(|bytes| Font::new(bytes.into(), 0));
        Face { glyphs, fonts: fonts.collect() }
    }

    fn glyph(&self, c: char) -> Option<(usize, u32, f32)> {
        // Blanks of every width and what breaks lines are drawn as blanks.
        let c = if c.is_whitespace() || c.is_control() { ' ' } else { c };
        self.glyphs.get(&c).or_else(|| self.glyphs.get(&UNKNOWN)).copied()
    }

    /// How wide one line of text is, in points.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().filter_map(|c| self.glyph(c)).map(|(_, _, advance)| advance * size).sum()
    }

    /// The lines into which a text falls at a width, in points: between words, within a word where it alone is too long.
    pub fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut out = Vec::new();
        for paragraph in text.lines() {
            let (mut line, mut used) = (String::new(), 0.0);
            for word in paragraph.split_inclusive(' ') {
                let long = self.width(word.trim_end(), size);
                if used > 0.0 && used + long > width {
                    out.push(std::mem::take(&mut line));
                    used = 0.0;
                }
                if long <= width {
                    line.push_str(word);
                    used += self.width(word, size);
                    continue;
                }
                for c in word.chars() {
                    let wide = self.glyph(c).map_or(0.0, |(_, _, advance)| advance * size);
                    if used > 0.0 && used + wide > width {
                        out.push(std::mem::take(&mut line));
                        used = 0.0;
                    }
                    line.push(c);
                    used += wide;
                }
            }
            out.push(line);
        }
        out
    }

    /// Draws one line, its left end on the base line at `x`, `y`.
    pub fn draw(&self, surface: &mut Surface<'_>, text: &str, size: f32, x: f32, y: f32) {
        let mut x = x;
        let mut run: Vec<KrillaGlyph> = Vec::new();
        let mut font = 0;
        let mut begun = 0;
        let mut wide = 0.0;
        for (at, c) in text.char_indices() {
            let Some((of, glyph, advance)) = self.glyph(c) else { continue };
            if of != font && !run.is_empty() {
                self.run(surface, &run, font, text.get(begun..at), size, x, y);
                run.clear();
                x += wide;
                wide = 0.0;
            }
            if run.is_empty() {
                (font, begun) = (of, at);
            }
            wide += advance * size;
            run.push(KrillaGlyph {
                glyph_id: GlyphId::new(glyph),
                text_range: at - begun..at - begun + c.len_utf8(),
                x_advance: advance,
                x_offset: 0.0,
                y_offset: 0.0,
                y_advance: 0.0,
                location: None,
            });
        }
        self.run(surface, &run, font, text.get(begun..), size, x, y);
    }

    #[expect(clippy::too_many_arguments, reason = "a run of glyphs is all of it")]
    fn run(
        &self,
        surface: &mut Surface<'_>,
        glyphs: &[KrillaGlyph],
        font: usize,
        text: Option<&str>,
        size: f32,
        x: f32,
        y: f32,
    ) {
        let font = self.fonts.get(font).cloned().flatten();
        if let (Some(font), Some(text), false) = (font, text, glyphs.is_empty()) {
            surface.draw_glyphs(Point::from_xy(x, y), glyphs, font, text, size, false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_within_words_that_are_too_long() {
        let face = Face::regular();
        let width = face.width("mmmmm ", 10.0);
        assert_eq!(face.lines("mm mm mm", 10.0, width), ["mm mm ", "mm"]);
        assert_eq!(face.lines("mmmmmmmm", 10.0, face.width("mmmm", 10.0)), ["mmmm", "mmmm"]);
        assert_eq!(face.lines("a\n\nb", 10.0, width), ["a", "", "b"]);
    }

    #[test]
    fn the_alphabets_of_europe_have_their_letters() {
        for face in [Face::regular(), Face::bold()] {
            for c in "äßçñøåœšđžőıșżķğİ€–’“„Ђїґѓαώβ".chars() {
                assert!(face.glyphs.contains_key(&c), "{c}");
            }
        }
    }
}
