//! The company's logo above a report (T9).

use krilla::geom::{Size, Transform};
use krilla::image::Image;
use krilla::surface::Surface;
use krilla::tagging::ArtifactType;

use super::{SIDE, TOP, artifact};
use crate::table::Picture;

/// How large it may stand, in points.
const WIDEST: f32 = 150.0;
const HIGHEST: f32 = 30.0;
/// Room that it takes above the title.
pub(super) const ROOM: f32 = HIGHEST + 10.0;
/// Pixels that are unpacked for it at most: a small file can hold an endless picture.
const PIXELS: u64 = 8_000_000;

/// A logo that can be drawn.
pub(super) struct Logo {
    image: Image,
    width: f32,
    height: f32,
}

impl Logo {
    /// Reads the beginning of a picture; none where it is not one, or one of more pixels than paper needs.
    pub fn read(picture: &Picture) -> Option<Logo> {
        let data = picture.bytes.clone().into();
        let image = match picture.kind.as_str() {
            "image/png" => Image::from_png(data, true),
            "image/jpeg" => Image::from_jpeg(data, true),
            "image/webp" => Image::from_webp(data, true),
            _ => return None,
        };
        let image = image.ok()?;
        let (width, height) = image.size();
        if width == 0 || height == 0 || u64::from(width) * u64::from(height) > PIXELS {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "pixels, fewer than eight million")]
        let (wide, high) = (width as f32, height as f32);
        let scale = (WIDEST / wide).min(HIGHEST / high);
        Some(Logo { image, width: wide * scale, height: high * scale })
    }

    /// Draws it at the top of a page. It says nothing that the footer does not say in words.
    pub fn draw(&self, surface: &mut Surface<'_>) {
        self.draw_at(surface, 0.0);
    }

    /// The same, so far from the side.
    pub fn draw_at(&self, surface: &mut Surface<'_>, in_from_side: f32) {
        let Some(size) = Size::from_wh(self.width, self.height) else { return };
        surface.start_tagged(artifact(ArtifactType::Header));
        surface.push_transform(&Transform::from_translate(
            SIDE + in_from_side,
            TOP - 8.0 + (HIGHEST - self.height) / 2.0,
        ));
        surface.draw_image(self.image.clone(), size);
        surface.pop();
        surface.end_tagged();
    }
}
