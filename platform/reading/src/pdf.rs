//! Portable documents (ISO 32000), by hayro's interpreter, which knows their fonts: here it draws nothing and notes what each character says
//! and where it stands.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Array, Dict, String as Bytes};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RenderContent, SoftMask, interpret_page,
};
use talang_catalogue::Fault;

use crate::layout::{self, Mark};
use crate::{LONGEST, PAGES};

/// Characters that are noted of a page at most.
const MOST: usize = 60_000;
/// Links of a page that are read at most.
const LINKS: usize = 100;

/// The text.
///
/// # Errors
/// `document.encrypted`, `document.broken`.
pub(crate) fn text(bytes: &[u8]) -> Result<String, Fault> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Fault::new("document.encrypted"),
        _ => Fault::new("document.broken"),
    })?;
    // Fonts that are not in the file stand for themselves: what is wanted is which characters, not how they look.
    let settings =
        InterpreterSettings { render_content: RenderContent::all(), ..InterpreterSettings::default() };
    let cache = InterpreterCache::new();
    let mut out = String::new();
    for page in pdf.pages().iter().take(PAGES) {
        let transform = turned(page);
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(transform, area, &cache, pdf.xref(), settings.clone());
        let mut notes = Notes { area, marks: Vec::new() };
        interpret_page(page, &mut context, &mut notes);
        out.push_str(&layout::lines(notes.marks));
        out.push('\n');
        for link in links(page) {
            let plain = link.trim_start_matches("mailto:");
            if !out.contains(plain) {
                out.push_str(plain);
                out.push('\n');
            }
        }
        if out.len() > LONGEST {
            break;
        }
    }
    Ok(out)
}

/// How the page stands, with what is down having the larger number.
fn turned(page: &Page<'_>) -> Affine {
    let t = page.initial_transform(true).as_coeffs();
    Affine::new(t)
}

/// Where the words of a page lead: people hide their profiles behind them.
fn links(page: &Page<'_>) -> Vec<String> {
    let Some(notes) = page.raw().get::<Array<'_>>(b"Annots") else { return Vec::new() };
    let address = |note: Dict<'_>| {
        let address = note.get::<Dict<'_>>(b"A")?.get::<Bytes<'_>>(b"URI")?;
        let address = String::from_utf8(address.as_bytes().to_vec()).ok()?;
        let leads = ["https://", "http://", "mailto:"].iter().any(|begin| address.starts_with(begin));
        leads.then_some(address)
    };
    notes.iter::<Dict<'_>>().take(LINKS).filter_map(address).collect()
}

/// What is drawn, as text.
struct Notes {
    area: Rect,
    marks: Vec<Mark>,
}

impl<'a> Device<'a> for Notes {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for positioned in run.glyphs() {
            if self.marks.len() >= MOST {
                return;
            }
            let glyph: &Glyph<'a> = positioned;
            let text = match glyph.as_unicode() {
                Some(BfString::Char(c)) => c.to_string(),
                Some(BfString::String(text)) => text,
                None => continue,
            };
            let advance = match glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let place = props.transform * positioned.transform();
            let at = place * Point::ORIGIN;
            let end = place * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0);
            let up = place * Point::new(0.0, 1000.0);
            let size = (up - at).hypot();
            // What is not on the page, and what runs up or down it, is no line of it.
            let level = (end.y - at.y).abs() <= 0.2 * (end.x - at.x).abs();
            let sound = [at.x, at.y, end.x, size].iter().all(|n| n.is_finite());
            if sound && level && size > 0.5 && size < 400.0 && self.area.inflate(2.0, 2.0).contains(at) {
                let (x, end) = (at.x.min(end.x), at.x.max(end.x));
                self.marks.push(Mark { x, end, y: at.y, size, text: unligated(&text) });
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// Letters that a font draws as one, as letters.
fn unligated(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            c => out.push(c),
        }
    }
    out
}
