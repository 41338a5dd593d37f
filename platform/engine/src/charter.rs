//! The charter of a tenant (T9): its accent colour and its logo, and what follows from them so that everything stays
//! readable (WCAG 2.2, 1.4.3 and 1.4.11). The first half is pure and serves whoever has colours of their own.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};
use talang_catalogue::{Fault, Kind};

use crate::error::Result;
use crate::tenant::Tenant;
use crate::view::View;
use crate::{Change, Error, Scope};

/// Setting that keeps it.
const SETTING: &str = "charter";
/// Bytes of a logo at most.
pub const LARGEST_LOGO: usize = 512 * 1024;
/// Contrast of text with what lies behind it (WCAG 2.2, 1.4.3 AA).
pub const TEXT: f64 = 4.5;
/// Contrast of controls with what lies beside them (WCAG 2.2, 1.4.11).
pub const CONTROL: f64 = 3.0;

/// A colour of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// White.
    pub const WHITE: Colour = Colour(255, 255, 255);
    /// Black.
    pub const BLACK: Colour = Colour(0, 0, 0);

    /// Reads `#1a2b3c` or `#abc`.
    ///
    /// # Errors
    /// `charter.colour`.
    pub fn parse(text: &str) -> std::result::Result<Colour, Fault> {
        let wrong = || Fault::new("charter.colour").with("value", text);
        let digits = text.trim().strip_prefix('#').ok_or_else(wrong)?;
        let nibbles: Option<Vec<u8>> =
            digits.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
        match nibbles.ok_or_else(wrong)?.as_slice() {
            [r, g, b] => Ok(Colour(r * 17, g * 17, b * 17)),
            [a, b, c, d, e, f] => Ok(Colour(a * 16 + b, c * 16 + d, e * 16 + f)),
            _ => Err(wrong()),
        }
    }

    /// As CSS has it: `#1a2b3c`.
    #[must_use]
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2, definitions).
    #[must_use]
    pub fn luminance(self) -> f64 {
        let part = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(self.0) + 0.7152 * part(self.1) + 0.0722 * part(self.2)
    }

    /// Contrast with another colour, 1 to 21 (WCAG 2.2, definitions).
    #[must_use]
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// With that share of another colour, in hundredths.
    #[must_use]
    pub fn mixed(self, other: Colour, hundredths: u8) -> Colour {
        let part = |a: u8, b: u8| {
            let (share, rest) = (u32::from(hundredths.min(100)), u32::from(100 - hundredths.min(100)));
            u8::try_from((u32::from(a) * rest + u32::from(b) * share + 50) / 100).unwrap_or(u8::MAX)
        };
        Colour(part(self.0, other.0), part(self.1, other.1), part(self.2, other.2))
    }

    /// The least changed shade towards `end` that has that contrast with every ground; `end` itself if none has.
    #[must_use]
    pub fn readable(self, end: Colour, contrast: f64, grounds: &[Colour]) -> Colour {
        let fine = |c: &Colour| grounds.iter().all(|ground| c.contrast(*ground) >= contrast);
        (0..=100).map(|share| self.mixed(end, share)).find(fine).unwrap_or(end)
    }

    /// White or black, whichever is read better on this colour: always at least [`TEXT`], which a grey would not reach.
    #[must_use]
    pub fn text_on(self) -> Colour {
        let white = self.contrast(Colour::WHITE) >= self.contrast(Colour::BLACK);
        if white { Colour::WHITE } else { Colour::BLACK }
    }
}

/// The shades of one scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades {
    /// Links, icons, and the ground of main buttons.
    pub primary: Colour,
    /// The same under the pointer.
    pub hover: Colour,
    /// Text on main buttons.
    pub on_primary: Colour,
    /// Ground of what is chosen.
    pub soft: Colour,
    /// Ground of ticked boxes, under a white tick.
    pub tick: Colour,
    /// Ground of the side menu, under light text.
    pub side: Colour,
}

/// What follows from an accent colour, for light and dark screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// On light screens.
    pub light: Shades,
    /// On dark screens.
    pub dark: Shades,
}

/// Grounds of our pages, as `web/src/css/tokens.css` has them.
const LIGHT: [Colour; 4] =
    [Colour::WHITE, Colour(0xfa, 0xf8, 0xf4), Colour(0xf0, 0xed, 0xe6), Colour(0xf6, 0xf4, 0xef)];
const DARK: [Colour; 4] =
    [Colour(0x19, 0x21, 0x1f), Colour(0x1f, 0x29, 0x27), Colour(0x28, 0x34, 0x31), Colour(0x11, 0x17, 0x16)];
/// The faintest text of the side menu.
const SIDE_TEXT: Colour = Colour(0x9d, 0xb5, 0xb0);

impl Palette {
    /// The shades of an accent colour: as near to it as text in them, and on them, can still be read.
    #[must_use]
    pub fn of(accent: Colour) -> Palette {
        let shades = |grounds: &[Colour; 4], end: Colour, soft: Colour, side: f64| {
            let [surface, others @ ..] = *grounds;
            let [a, b, c] = others;
            let primary = accent.readable(end, TEXT, &[surface, a, b, c, soft]);
            Shades {
                primary,
                hover: primary.mixed(end, 22),
                on_primary: primary.text_on(),
                soft,
                tick: accent.readable(Colour::BLACK, CONTROL, &[Colour::WHITE]),
                side: accent.mixed(Colour::BLACK, 35).readable(Colour::BLACK, side, &[SIDE_TEXT]),
            }
        };
        Palette {
            light: shades(&LIGHT, Colour::BLACK, accent.mixed(Colour::WHITE, 88), 6.0),
            dark: shades(&DARK, Colour::WHITE, accent.mixed(DARK[0], 78), 8.0),
        }
    }

    /// The style sheet that gives the shades to a part of a page, or with `:root` to all of it.
    #[must_use]
    pub fn css(&self, selector: &str) -> String {
        let Palette { light, dark } = self;
        let mut out = format!("{selector} {{\n");
        let pairs: [(&str, Colour, Colour); 8] = [
            ("--tl-primary", light.primary, dark.primary),
            ("--tl-primary-hover", light.hover, dark.hover),
            ("--tl-on-primary", light.on_primary, dark.on_primary),
            ("--tl-primary-soft", light.soft, dark.soft),
            ("--tl-focus", light.primary, dark.hover),
            ("--tl-tick", light.tick, dark.tick),
            ("--tl-tick-edge", light.tick.readable(Colour::BLACK, CONTROL, &LIGHT), dark.primary),
            ("--tl-side-bg", light.side, dark.side),
        ];
        for (name, light, dark) in pairs {
            let _ = writeln!(out, "  {name}: light-dark({}, {});", light.css(), dark.css());
        }
        // Names that were worked out further up are worked out again here.
        for (name, of) in [
            ("primary", "primary"),
            ("primary-fg", "on-primary"),
            ("link-color", "primary"),
            ("link-hover-color", "primary-hover"),
        ] {
            let _ = writeln!(out, "  --tblr-{name}: var(--tl-{of});");
        }
        out.push_str("}\n");
        out
    }
}

/// A picture that browsers only draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// SHA-256 of the content, under which attachments keep it.
    pub hash: String,
    /// Its media type, found in its first bytes.
    pub kind: String,
}

/// The media type of a logo, by its first bytes: PNG, JPEG or WebP. An SVG is refused whatever it holds: it is a document
/// with scripts, styles and addresses, not a picture.
///
/// # Errors
/// `charter.logo`, `request.too_large`.
pub fn logo_kind(bytes: &[u8]) -> std::result::Result<&'static str, Fault> {
    if bytes.len() > LARGEST_LOGO {
        return Err(Fault::new("request.too_large").with("max", "512 KiB"));
    }
    match bytes {
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Ok("image/png"),
        [0xff, 0xd8, 0xff, ..] => Ok("image/jpeg"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok("image/webp"),
        _ => Err(Fault::new("charter.logo")),
    }
}

/// What a tenant looks like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charter {
    /// Accent colour as it was chosen, `#1a2b3c`; empty for the product's.
    pub accent: String,
    /// Logo in place of the product's.
    pub logo: Option<Logo>,
}

impl Charter {
    /// The tenant's charter; the product's look where it has none.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn of(tenant: &Tenant) -> Result<Charter> {
        tenant.db().read(|conn| Ok::<_, Error>(read(Tenant::setting(conn, SETTING)?)))
    }

    /// The shades of its accent, if it has one.
    #[must_use]
    pub fn palette(&self) -> Option<Palette> {
        Colour::parse(&self.accent).ok().map(Palette::of)
    }

    /// What its logo consists of; none where it has no logo, or none that can be read: what bears it goes without.
    #[must_use]
    pub fn picture(&self, tenant: &Tenant) -> Option<Vec<u8>> {
        tenant.db().attachments().get(&self.logo.as_ref()?.hash).ok()
    }

    /// Keeps it. Whether the scope may is the caller's question, as for every setting.
    ///
    /// # Errors
    /// `charter.colour`.
    pub fn save(&self, change: &mut Change<'_>) -> Result<()> {
        if !self.accent.is_empty() {
            Colour::parse(&self.accent)?;
        }
        let logo = self.logo.as_ref().map(|l| json!({ "hash": l.hash, "kind": l.kind }));
        let json = json!({ "accent": self.accent, "logo": logo });
        change.set_setting(SETTING, &json.to_string())
    }

    /// Changes the tenant's charter and keeps it.
    ///
    /// # Errors
    /// Those of [`Charter::save`].
    pub fn change(scope: &Scope, work: impl FnOnce(&mut Charter)) -> Result<()> {
        scope.change(Kind::Shared, |c| {
            let mut charter = c.charter()?;
            work(&mut charter);
            charter.save(c)
        })
    }
}

impl View<'_> {
    /// The tenant's charter.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn charter(&mut self) -> Result<Charter> {
        Ok(read(self.setting(SETTING)?))
    }
}

fn read(text: Option<String>) -> Charter {
    let json: Json = text.and_then(|t| serde_json::from_str(&t).ok()).unwrap_or_default();
    let part = |path: &str| json.pointer(path).and_then(Json::as_str).map(str::to_string);
    let logo = part("/logo/hash").zip(part("/logo/kind")).map(|(hash, kind)| Logo { hash, kind });
    Charter { accent: part("/accent").unwrap_or_default(), logo }
}

/// What pages need of a charter: which parts there are, told apart by their content, so that browsers keep them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Brand {
    /// Accent colour, which names the style sheet; none for the product's.
    pub accent: Option<Colour>,
    /// The beginning of the logo's hash; 0 for none.
    pub logo: u64,
}

impl Brand {
    /// The marks of a tenant's charter, none where it cannot be read: a page without its colours is still a page.
    #[must_use]
    pub fn of(tenant: &Tenant) -> Brand {
        Charter::of(tenant).unwrap_or_default().brand()
    }
}

impl Charter {
    /// Its marks.
    #[must_use]
    pub fn brand(&self) -> Brand {
        let charter = self;
        let start = charter.logo.as_ref().and_then(|l| l.hash.get(..16));
        let logo = start.and_then(|h| u64::from_str_radix(h, 16).ok()).unwrap_or_default();
        Brand { accent: Colour::parse(&charter.accent).ok(), logo }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_what_wcag_says() {
        // S9; the examples of WCAG 2.2's understanding documents
        assert!((Colour::WHITE.contrast(Colour::BLACK) - 21.0).abs() < 1e-9);
        let grey = Colour::parse("#767676").unwrap();
        assert!(
            grey.contrast(Colour::WHITE) >= 4.5
                && Colour::parse("#777").unwrap().contrast(Colour::WHITE) < 4.5
        );
        for wrong in ["", "red", "#12", "#12345g", "1a2b3c", "#1234567", "#é12345"] {
            assert_eq!(Colour::parse(wrong).unwrap_err().code, "charter.colour", "{wrong}");
        }
        assert_eq!(Colour::parse("#aBc").unwrap().css(), "#aabbcc");
    }

    #[test]
    fn every_accent_stays_readable() {
        // S9, T9: whatever somebody chooses, text in it, on it and beside it has its contrast.
        let steps = [0u8, 51, 102, 153, 204, 255];
        let of = |n: usize| steps.get(n % 6).copied().unwrap_or_default();
        for n in 0..216 {
            let accent = Colour(of(n), of(n / 6), of(n / 36));
            let palette = Palette::of(accent);
            assert!(accent.text_on().contrast(accent) >= TEXT, "{accent:?}");
            for (shades, grounds) in [(palette.light, LIGHT), (palette.dark, DARK)] {
                for ground in grounds.into_iter().chain([shades.soft]) {
                    assert!(shades.primary.contrast(ground) >= TEXT, "{accent:?} {shades:?} {ground:?}");
                    assert!(shades.hover.contrast(ground) >= TEXT, "{accent:?} {shades:?} {ground:?}");
                }
                assert!(shades.on_primary.contrast(shades.primary) >= TEXT, "{accent:?} {shades:?}");
                assert!(shades.on_primary.contrast(shades.hover) >= TEXT, "{accent:?} {shades:?}");
                assert!(Colour::WHITE.contrast(shades.tick) >= CONTROL, "{accent:?} {shades:?}");
                assert!(SIDE_TEXT.contrast(shades.side) >= TEXT, "{accent:?} {shades:?}");
            }
        }
    }

    #[test]
    fn a_readable_accent_is_kept_as_it_is() {
        // T9
        let blue = Colour::parse("#1f4e9a").unwrap();
        assert_eq!(Palette::of(blue).light.primary, blue);
        assert_ne!(Palette::of(Colour::parse("#ffee00").unwrap()).light.primary.css(), "#ffee00");
    }

    #[test]
    fn logos_are_pictures_by_their_content() {
        // T9
        assert_eq!(logo_kind(b"\x89PNG\r\n\x1a\n....").unwrap(), "image/png");
        assert_eq!(logo_kind(b"RIFF....WEBPVP8 ").unwrap(), "image/webp");
        for wrong in [&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], b"GIF89a", b"", b"PNG"] {
            assert_eq!(logo_kind(wrong).unwrap_err().code, "charter.logo");
        }
        assert_eq!(logo_kind(&vec![0; LARGEST_LOGO + 1]).unwrap_err().code, "request.too_large");
    }
}
