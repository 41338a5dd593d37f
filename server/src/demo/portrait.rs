//! Portraits, drawn and not taken: a friendly flat illustration of somebody who does not exist.

use tiny_skia::{
    Color, FillRule, GradientStop, LineCap, LinearGradient, Paint, Path, PathBuilder, Pixmap, Point, Rect,
    SpreadMode, Stroke, Transform,
};

use super::random::Random;

/// Width and height in pixels.
pub const SIZE: u32 = 192;

/// What a portrait should agree with in the person's file. Everything else comes from the seed.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Drawn with the wardrobe and hair of a woman.
    pub woman: bool,
    /// In years: hair greys and thins.
    pub age: u32,
    /// Range within the eight skin tones, lightest is 0.
    pub skin: (u8, u8),
    /// Percent of light hair.
    pub blond: usize,
}

/// A portrait for that seed, as PNG of 192 × 192 pixels. The same seed gives the same bytes.
pub fn portrait(seed: u64) -> Vec<u8> {
    let mut random = Random::new(seed, "look", 0);
    let look = Look { woman: random.chance(50), age: random.between(20, 64) as u32, skin: (0, 7), blond: 20 };
    draw(look, seed)
}

/// A portrait that agrees with `look`, as PNG.
pub fn draw(look: Look, seed: u64) -> Vec<u8> {
    let Some(pixels) = Pixmap::new(SIZE, SIZE) else { return Vec::new() };
    let mut canvas = Canvas { pixels };
    Person::new(look, &mut Random::new(seed, "portrait", 0)).paint(&mut canvas);
    canvas.pixels.encode_png().unwrap_or_default()
}

type Rgb = u32;

const SKINS: [Rgb; 8] = [0xfbe0d0, 0xf6d0b8, 0xeebf9f, 0xdfa67f, 0xc68a62, 0xa66c47, 0x7f4e32, 0x5c3826];
const BACKGROUNDS: [(Rgb, Rgb); 12] = [
    (0xd6e6f5, 0xb4cfe8),
    (0xfbe3cf, 0xf5c9a6),
    (0xdcefdc, 0xb7dbbb),
    (0xeadff2, 0xd0bbe2),
    (0xfdf0c8, 0xf6dc8f),
    (0xd5efee, 0xa9d9d8),
    (0xf8dada, 0xeeb6b8),
    (0xe4e7ec, 0xc5ccd6),
    (0xcfe0d8, 0x9dc0b0),
    (0xf1e3d6, 0xdbc1a6),
    (0xc9d6ef, 0x97aedb),
    (0xf4d9e6, 0xe2afc9),
];
const CLOTHES: [Rgb; 14] = [
    0x2f4a6d, 0x7a3b4b, 0x3f6b57, 0x4a4a55, 0xb5533c, 0x5b4b8a, 0x2a7f86, 0xc98a2b, 0x8c9aa8, 0x1f2d3d,
    0xa34f7d, 0x6a7d3a, 0x33658a, 0xd27d63,
];
const DARK_HAIR: [Rgb; 6] = [0x1d1a1c, 0x2b2220, 0x3a2a22, 0x4b3226, 0x5d3f2d, 0x2a2a30];
const LIGHT_HAIR: [Rgb; 6] = [0xd9b36c, 0xc79a55, 0xb5793b, 0x9a5a33, 0xe3c88f, 0xa8653a];
const GREY_HAIR: [Rgb; 4] = [0x9b9b9f, 0xbdbcc0, 0x77767c, 0xdcdbdd];
const EYES: [Rgb; 5] = [0x3b2a20, 0x4a3a2b, 0x4f6b4a, 0x46698c, 0x33302e];

fn color(rgb: Rgb, alpha: u8) -> Color {
    Color::from_rgba8((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8, alpha)
}

/// `share` of the way from one colour to another.
fn mix(from: Rgb, to: Rgb, share: f32) -> Rgb {
    let channel = |shift: u32| {
        let (a, b) = (((from >> shift) & 255) as f32, ((to >> shift) & 255) as f32);
        ((a + (b - a) * share) as u32).min(255) << shift
    };
    channel(16) | channel(8) | channel(0)
}

struct Canvas {
    pixels: Pixmap,
}

impl Canvas {
    fn paint(rgb: Rgb, alpha: u8) -> Paint<'static> {
        let mut paint = Paint { anti_alias: true, ..Paint::default() };
        paint.set_color(color(rgb, alpha));
        paint
    }

    fn fill(&mut self, path: Option<Path>, rgb: Rgb) {
        self.tint(path, rgb, 255);
    }

    fn tint(&mut self, path: Option<Path>, rgb: Rgb, alpha: u8) {
        if let Some(path) = path {
            self.pixels.fill_path(
                &path,
                &Self::paint(rgb, alpha),
                FillRule::Winding,
                Transform::identity(),
                None,
            );
        }
    }

    fn line(&mut self, path: Option<Path>, rgb: Rgb, width: f32) {
        if let Some(path) = path {
            let stroke = Stroke { width, line_cap: LineCap::Round, ..Stroke::default() };
            self.pixels.stroke_path(&path, &Self::paint(rgb, 255), &stroke, Transform::identity(), None);
        }
    }

    fn background(&mut self, (top, bottom): (Rgb, Rgb)) {
        let stops = vec![GradientStop::new(0.0, color(top, 255)), GradientStop::new(1.0, color(bottom, 255))];
        let ends = (Point::from_xy(0.0, 0.0), Point::from_xy(0.0, SIZE as f32));
        let shader = LinearGradient::new(ends.0, ends.1, stops, SpreadMode::Pad, Transform::identity());
        if let (Some(shader), Some(all)) = (shader, Rect::from_xywh(0.0, 0.0, SIZE as f32, SIZE as f32)) {
            let paint = Paint { shader, ..Paint::default() };
            self.pixels.fill_rect(all, &paint, Transform::identity(), None);
        }
    }
}

fn ellipse(x: f32, y: f32, rx: f32, ry: f32) -> Option<Path> {
    PathBuilder::from_oval(Rect::from_ltrb(x - rx, y - ry, x + rx, y + ry)?)
}

/// A path in short: `M x y`, `L x y`, `Q x y x y`, `C x y x y x y`, `Z`.
fn path(build: impl FnOnce(&mut PathBuilder)) -> Option<Path> {
    let mut builder = PathBuilder::new();
    build(&mut builder);
    builder.finish()
}

#[derive(Clone, Copy, PartialEq)]
enum Hair {
    Bald,
    Crop,
    Short,
    Parted,
    Curly,
    Quiff,
    Bob,
    Long,
    Wavy,
    Bun,
    Ponytail,
    Afro,
    Scarf,
    Pixie,
}

#[derive(Clone, Copy, PartialEq)]
enum Outfit {
    Round,
    Collar,
    Blazer,
    VNeck,
    Turtleneck,
}

struct Person {
    skin: Rgb,
    hair: Rgb,
    style: Hair,
    beard: u8,
    glasses: u8,
    earrings: bool,
    freckles: bool,
    outfit: Outfit,
    cloth: Rgb,
    under: Rgb,
    back: (Rgb, Rgb),
    eye: Rgb,
    smile: f32,
    teeth: bool,
    brow: f32,
    /// Half width and half height of the face.
    face: (f32, f32),
    jaw: f32,
    flip: bool,
    woman: bool,
    age: u32,
    broad: f32,
}

const X: f32 = 96.0;
const Y: f32 = 86.0;

impl Person {
    fn new(look: Look, r: &mut Random) -> Person {
        let tone = r.between(i64::from(look.skin.0), i64::from(look.skin.1)) as usize;
        let skin = mix(SKINS[tone.min(7)], SKINS[(tone + 1).min(7)], r.unit() * 0.6);
        let grey = look.age > 42 && r.chance((look.age as usize - 40) * if look.woman { 2 } else { 4 });
        let natural =
            if tone <= 3 && r.chance(look.blond) { *r.pick(&LIGHT_HAIR) } else { *r.pick(&DARK_HAIR) };
        let hair = if grey {
            mix(natural, *r.pick(&GREY_HAIR), if look.age > 52 { 0.95 } else { 0.6 })
        } else {
            natural
        };
        let style = if look.woman {
            let scarf = if look.skin.0 >= 2 { 6 } else { 1 };
            r.weighted(&[
                (Hair::Bob, 18),
                (Hair::Long, 20),
                (Hair::Wavy, 16),
                (Hair::Bun, 14),
                (Hair::Ponytail, 14),
                (Hair::Pixie, 8),
                (Hair::Curly, 6),
                (Hair::Afro, if look.skin.1 >= 5 { 10 } else { 2 }),
                (Hair::Scarf, scarf),
            ])
        } else {
            let thin = if look.age > 45 { 16 } else { 4 };
            r.weighted(&[
                (Hair::Bald, thin),
                (Hair::Crop, 22),
                (Hair::Short, 22),
                (Hair::Parted, 22),
                (Hair::Curly, 10),
                (Hair::Quiff, 16),
                (Hair::Afro, if look.skin.1 >= 5 { 8 } else { 1 }),
                (Hair::Bun, if look.age < 35 { 4 } else { 0 }),
            ])
        };
        let cloth = *r.pick(&CLOTHES);
        Person {
            skin,
            hair,
            style,
            beard: if look.woman { 0 } else { r.weighted(&[(0, 52), (1, 18), (2, 16), (3, 8), (4, 6)]) },
            glasses: r.weighted(&[(0, if look.age > 45 { 50 } else { 72 }), (1, 12), (2, 12), (3, 6)]),
            earrings: look.woman && r.chance(35),
            freckles: tone <= 1 && r.chance(12),
            outfit: *r.pick(&[
                Outfit::Round,
                Outfit::Collar,
                Outfit::Blazer,
                Outfit::VNeck,
                Outfit::Turtleneck,
                Outfit::Collar,
                Outfit::Blazer,
            ]),
            cloth,
            under: *r.pick(&[0xffffff, 0xf4efe6, 0xdde7f2, 0xf2dede, 0xe3ecdf, 0x303540]),
            back: *r.pick(&BACKGROUNDS),
            eye: if tone <= 2 { *r.pick(&EYES) } else { EYES[0] },
            smile: 4.0 + r.unit() * 6.0,
            teeth: r.chance(30),
            brow: r.unit() * 4.0 - 2.0,
            face: (33.0 + r.unit() * 5.0, 42.0 + r.unit() * 5.0),
            jaw: 0.62 + r.unit() * 0.2 + if look.woman { -0.06 } else { 0.06 },
            flip: r.chance(50),
            woman: look.woman,
            age: look.age,
            broad: if look.woman { 56.0 } else { 66.0 } + r.unit() * 8.0,
        }
    }

    fn paint(&self, c: &mut Canvas) {
        c.background(self.back);
        self.back_hair(c);
        self.body(c);
        self.head(c);
        self.features(c);
        self.front_hair(c);
        self.accessories(c);
    }

    fn shade(&self) -> Rgb {
        mix(self.skin, 0x5a2d1c, 0.16)
    }

    fn body(&self, c: &mut Canvas) {
        let (w, top) = (self.broad, 150.0);
        let neck = if self.woman { 13.0 } else { 16.0 };
        let torso = |b: &mut PathBuilder| {
            b.move_to(X - w - 6.0, 194.0);
            b.cubic_to(X - w - 2.0, 166.0, X - w * 0.7, top + 6.0, X - neck - 8.0, top - 4.0);
            b.line_to(X + neck + 8.0, top - 4.0);
            b.cubic_to(X + w * 0.7, top + 6.0, X + w + 2.0, 166.0, X + w + 6.0, 194.0);
            b.close();
        };
        c.fill(path(torso), self.cloth);
        let throat = |b: &mut PathBuilder| {
            b.move_to(X - neck, 112.0);
            b.line_to(X - neck, 140.0);
            b.quad_to(X - neck - 2.0, 148.0, X - neck - 9.0, 150.0);
            b.quad_to(X, 174.0, X + neck + 9.0, 150.0);
            b.quad_to(X + neck + 2.0, 148.0, X + neck, 140.0);
            b.line_to(X + neck, 112.0);
            b.close();
        };
        let dark = mix(self.cloth, 0x000000, 0.18);
        match self.outfit {
            Outfit::Round => {
                c.line(
                    path(|b| {
                        b.move_to(X - neck - 10.0, 149.0);
                        b.quad_to(X, 176.0, X + neck + 10.0, 149.0);
                    }),
                    dark,
                    6.0,
                );
                c.fill(path(throat), self.skin);
            }
            Outfit::Turtleneck => {
                c.fill(path(throat), self.skin);
                let high = |b: &mut PathBuilder| {
                    b.move_to(X - neck - 3.0, 134.0);
                    b.quad_to(X, 142.0, X + neck + 3.0, 134.0);
                    b.line_to(X + neck + 10.0, 152.0);
                    b.quad_to(X, 172.0, X - neck - 10.0, 152.0);
                    b.close();
                };
                c.fill(path(high), mix(self.cloth, 0xffffff, 0.08));
                c.line(
                    path(|b| {
                        b.move_to(X - neck - 9.0, 152.0);
                        b.quad_to(X, 170.0, X + neck + 9.0, 152.0);
                    }),
                    dark,
                    2.0,
                );
            }
            Outfit::VNeck => {
                let v = |b: &mut PathBuilder| {
                    b.move_to(X - neck - 10.0, 147.0);
                    b.line_to(X, 186.0);
                    b.line_to(X + neck + 10.0, 147.0);
                    b.close();
                };
                c.line(path(v), dark, 5.0);
                c.fill(path(v), if self.woman { self.skin } else { self.under });
                c.fill(path(throat), self.skin);
            }
            Outfit::Collar | Outfit::Blazer => {
                let blazer = self.outfit == Outfit::Blazer;
                let shirt = if blazer { self.under } else { self.cloth };
                let opening = |b: &mut PathBuilder| {
                    b.move_to(X - neck - 12.0, 144.0);
                    b.line_to(X, 200.0);
                    b.line_to(X + neck + 12.0, 144.0);
                    b.close();
                };
                if blazer {
                    c.fill(path(opening), shirt);
                }
                c.fill(path(throat), self.skin);
                let edge = if blazer { mix(shirt, 0x000000, 0.10) } else { mix(self.cloth, 0xffffff, 0.14) };
                for side in [-1.0, 1.0] {
                    let collar = |b: &mut PathBuilder| {
                        b.move_to(X + side * (neck + 1.0), 136.0);
                        b.line_to(X + side * (neck + 13.0), 147.0);
                        b.line_to(X + side * 14.0, 176.0);
                        b.line_to(X, 163.0);
                        b.close();
                    };
                    c.fill(path(collar), edge);
                    if blazer {
                        let lapel = |b: &mut PathBuilder| {
                            b.move_to(X + side * (neck + 12.0), 143.0);
                            b.line_to(X + side * (neck + 26.0), 152.0);
                            b.line_to(X + side * 24.0, 178.0);
                            b.line_to(X + side * 2.0, 196.0);
                            b.close();
                        };
                        c.fill(path(lapel), mix(self.cloth, 0xffffff, 0.10));
                    }
                }
                if !blazer {
                    c.line(
                        path(|b| {
                            b.move_to(X, 165.0);
                            b.line_to(X, 194.0);
                        }),
                        dark,
                        1.5,
                    );
                }
            }
        }
        // The chin's shadow on the neck.
        let shadow = |b: &mut PathBuilder| {
            b.move_to(X - neck, 112.0);
            b.line_to(X - neck, 128.0);
            b.quad_to(X, 150.0, X + neck, 128.0);
            b.line_to(X + neck, 112.0);
            b.close();
        };
        c.fill(path(shadow), self.shade());
    }

    fn head(&self, c: &mut Canvas) {
        let (w, h) = self.face;
        if self.style != Hair::Scarf {
            for side in [-1.0, 1.0] {
                c.fill(ellipse(X + side * (w + 1.0), Y + 4.0, 6.0, 9.0), self.skin);
                c.fill(ellipse(X + side * (w + 1.5), Y + 4.5, 3.0, 5.0), self.shade());
            }
        }
        let chin = w * self.jaw;
        let face = |b: &mut PathBuilder| {
            b.move_to(X - w, Y);
            b.cubic_to(X - w, Y - h * 1.25, X + w, Y - h * 1.25, X + w, Y);
            b.cubic_to(X + w, Y + h * 0.55, X + chin, Y + h, X, Y + h);
            b.cubic_to(X - chin, Y + h, X - w, Y + h * 0.55, X - w, Y);
            b.close();
        };
        c.fill(path(face), self.skin);
    }

    fn features(&self, c: &mut Canvas) {
        let (w, h) = self.face;
        let gap = w * 0.42;
        let blush = mix(self.skin, 0xe0554a, 0.35);
        for side in [-1.0, 1.0] {
            c.tint(
                ellipse(X + side * w * 0.58, Y + 17.0, 7.0, 4.5),
                blush,
                if self.woman { 110 } else { 60 },
            );
            c.fill(ellipse(X + side * gap, Y + 3.0, 4.9, 3.7), 0xfdfdfd);
            c.fill(ellipse(X + side * gap, Y + 3.2, 3.1, 3.3), self.eye);
            c.fill(ellipse(X + side * gap + 1.0, Y + 2.0, 0.9, 0.9), 0xffffff);
            let lid = |b: &mut PathBuilder| {
                b.move_to(X + side * (gap - 5.2), Y + 2.0);
                b.quad_to(X + side * gap, Y - 3.4, X + side * (gap + 5.6), Y + 1.6);
            };
            c.line(
                path(lid),
                if self.woman { 0x2a1d1a } else { mix(self.shade(), 0x2a1d1a, 0.55) },
                if self.woman { 1.7 } else { 1.2 },
            );
            let brow = |b: &mut PathBuilder| {
                b.move_to(X + side * (gap - 6.5), Y - 7.5 - self.brow * 0.3);
                b.quad_to(X + side * gap, Y - 12.5, X + side * (gap + 7.5), Y - 7.0 + self.brow * 0.4);
            };
            let tone = mix(self.hair, 0x2b201c, if self.hair == 0 { 0.0 } else { 0.35 });
            c.line(path(brow), tone, if self.woman { 2.0 } else { 3.0 });
        }
        if self.freckles {
            for (dx, dy) in [
                (-18.0, 14.0),
                (-13.0, 17.0),
                (-21.0, 19.0),
                (18.0, 14.0),
                (13.0, 17.0),
                (21.0, 19.0),
                (-4.0, 11.0),
                (5.0, 12.0),
            ] {
                c.tint(ellipse(X + dx, Y + dy, 0.9, 0.9), 0x9a5b36, 150);
            }
        }
        let nose = |b: &mut PathBuilder| {
            let side = if self.flip { -1.0 } else { 1.0 };
            b.move_to(X + side * 1.5, Y + 6.0);
            b.quad_to(X + side * 6.5, Y + 16.0, X + side * 3.5, Y + 17.0);
            b.quad_to(X, Y + 18.5, X - side * 3.5, Y + 16.5);
        };
        c.line(path(nose), mix(self.skin, 0x5a2d1c, 0.28), 1.8);
        if self.age > 50 {
            for side in [-1.0, 1.0] {
                let fold = |b: &mut PathBuilder| {
                    b.move_to(X + side * 9.0, Y + 18.0);
                    b.quad_to(X + side * 13.5, Y + 22.0, X + side * 14.0, Y + 27.0);
                };
                c.line(path(fold), self.shade(), 1.2);
            }
        }
        self.beard(c);
        let (mouth, lift) = (Y + h * 0.62, self.smile);
        let lips = if self.woman { mix(self.skin, 0xb03045, 0.55) } else { mix(self.skin, 0x8a3a35, 0.5) };
        if self.teeth {
            let open = |b: &mut PathBuilder| {
                b.move_to(X - 10.0, mouth - 2.0);
                b.quad_to(X, mouth + 0.5, X + 10.0, mouth - 2.0);
                b.quad_to(X, mouth + lift + 6.0, X - 10.0, mouth - 2.0);
                b.close();
            };
            c.fill(path(open), 0xffffff);
            c.line(path(open), lips, 1.8);
        } else {
            let closed = |b: &mut PathBuilder| {
                b.move_to(X - 9.5, mouth - lift * 0.25);
                b.quad_to(X, mouth + lift, X + 9.5, mouth - lift * 0.25);
            };
            c.line(path(closed), lips, if self.woman { 3.0 } else { 2.4 });
        }
    }

    fn beard(&self, c: &mut Canvas) {
        let (w, h) = self.face;
        let chin = w * self.jaw;
        let full = |b: &mut PathBuilder| {
            b.move_to(X - w, Y + 4.0);
            b.cubic_to(X - w, Y + h * 0.6, X - chin - 1.0, Y + h + 5.0, X, Y + h + 5.0);
            b.cubic_to(X + chin + 1.0, Y + h + 5.0, X + w, Y + h * 0.6, X + w, Y + 4.0);
            b.quad_to(X + w * 0.86, Y + h * 0.42, X + w * 0.55, Y + h * 0.46);
            b.quad_to(X, Y + h * 0.38, X - w * 0.55, Y + h * 0.46);
            b.quad_to(X - w * 0.86, Y + h * 0.42, X - w, Y + 4.0);
            b.close();
        };
        let moustache = |b: &mut PathBuilder| {
            b.move_to(X - 12.0, Y + h * 0.57);
            b.quad_to(X - 6.0, Y + h * 0.44, X, Y + h * 0.48);
            b.quad_to(X + 6.0, Y + h * 0.44, X + 12.0, Y + h * 0.57);
            b.quad_to(X, Y + h * 0.5, X - 12.0, Y + h * 0.57);
            b.close();
        };
        match self.beard {
            1 => c.tint(path(full), mix(self.hair, self.skin, 0.2), 42),
            2 => {
                c.fill(path(full), self.hair);
                c.fill(ellipse(X, Y + h * 0.66, 11.5, 5.5), mix(self.skin, self.hair, 0.12));
            }
            3 => {
                c.fill(path(moustache), self.hair);
                c.fill(ellipse(X, Y + h * 0.93, 9.0, 6.0), self.hair);
            }
            4 => c.fill(path(moustache), self.hair),
            _ => {}
        }
    }

    fn back_hair(&self, c: &mut Canvas) {
        let (w, h) = self.face;
        let dark = mix(self.hair, 0x000000, 0.22);
        let fall = |b: &mut PathBuilder, out: f32, bottom: f32, round: f32| {
            b.move_to(X - w - out, Y - 4.0);
            b.cubic_to(X - w - out, Y - h * 1.55, X + w + out, Y - h * 1.55, X + w + out, Y - 4.0);
            b.cubic_to(
                X + w + out + 2.0,
                Y + 20.0,
                X + w + out + round,
                bottom - 12.0,
                X + w + out - 8.0,
                bottom,
            );
            b.line_to(X - w - out + 8.0, bottom);
            b.cubic_to(X - w - out - round, bottom - 12.0, X - w - out - 2.0, Y + 20.0, X - w - out, Y - 4.0);
            b.close();
        };
        match self.style {
            Hair::Long => c.fill(path(|b| fall(b, 9.0, 170.0, 3.0)), dark),
            Hair::Bob => c.fill(path(|b| fall(b, 9.0, Y + h + 2.0, 9.0)), dark),
            Hair::Wavy => {
                for (dx, dy, r) in [
                    (w + 4.0, -8.0, 15.0),
                    (w + 9.0, 12.0, 15.0),
                    (w + 8.0, 34.0, 16.0),
                    (w + 5.0, 56.0, 16.0),
                    (w - 4.0, 68.0, 14.0),
                ] {
                    c.fill(ellipse(X - dx, Y + dy, r, r), dark);
                    c.fill(ellipse(X + dx, Y + dy, r, r), dark);
                }
                c.fill(ellipse(X, Y + 10.0, w + 6.0, h + 20.0), dark);
            }
            Hair::Ponytail => {
                let side = if self.flip { -1.0 } else { 1.0 };
                let tail = |b: &mut PathBuilder| {
                    b.move_to(X + side * 20.0, Y - h);
                    b.cubic_to(X + side * 72.0, Y - h, X + side * 66.0, Y + 30.0, X + side * 50.0, Y + 62.0);
                    b.cubic_to(
                        X + side * 46.0,
                        Y + 20.0,
                        X + side * 44.0,
                        Y - 8.0,
                        X + side * 10.0,
                        Y - h + 14.0,
                    );
                    b.close();
                };
                c.fill(path(tail), dark);
            }
            Hair::Bun => c.fill(ellipse(X, Y - h * 1.02 - 8.0, 15.0, 14.0), dark),
            Hair::Afro => c.fill(ellipse(X, Y - 16.0, w + 20.0, h + 12.0), self.hair),
            Hair::Scarf => {
                let cloth = mix(self.under, self.cloth, 0.75);
                c.fill(ellipse(X, Y + 4.0, w + 13.0, h + 15.0), mix(cloth, 0xffffff, 0.1));
            }
            _ => {}
        }
    }

    fn front_hair(&self, c: &mut Canvas) {
        let (w, h) = self.face;
        let side = if self.flip { -1.0 } else { 1.0 };
        let top = Y - h;
        let light = mix(self.hair, 0xffffff, 0.12);
        // A cap over the skull whose lower edge runs from temple to temple through `(lift)` above the brows.
        let cap = |b: &mut PathBuilder, out: f32, crown: f32, temple: f32, fringe: (f32, f32)| {
            b.move_to(X - w - out, Y + temple);
            b.cubic_to(
                X - w - out - 1.0,
                top - crown,
                X + w + out + 1.0,
                top - crown,
                X + w + out,
                Y + temple,
            );
            b.quad_to(X + w - 2.0, Y - 14.0, X + w * 0.72, Y - 20.0);
            b.quad_to(X + side * fringe.0, Y - fringe.1, X - w * 0.72, Y - 20.0);
            b.quad_to(X - w + 2.0, Y - 14.0, X - w - out, Y + temple);
            b.close();
        };
        match self.style {
            Hair::Bald => {
                if self.age > 35 {
                    for s in [-1.0, 1.0] {
                        let rim = |b: &mut PathBuilder| {
                            b.move_to(X + s * (w + 2.0), Y + 2.0);
                            b.quad_to(X + s * (w + 5.0), Y - 16.0, X + s * (w - 4.0), Y - 26.0);
                            b.quad_to(X + s * (w - 3.0), Y - 10.0, X + s * (w - 3.0), Y + 2.0);
                            b.close();
                        };
                        c.fill(path(rim), self.hair);
                    }
                }
            }
            Hair::Crop => c.fill(path(|b| cap(b, 0.5, 14.0, -4.0, (0.0, 33.0))), self.hair),
            Hair::Short | Hair::Pixie => {
                c.fill(path(|b| cap(b, 3.0, 24.0, 2.0, (18.0, 40.0))), self.hair);
                let lock = |b: &mut PathBuilder| {
                    b.move_to(X - side * w * 0.85, Y - 18.0);
                    b.quad_to(X - side * 8.0, Y - 20.0, X + side * w * 0.5, top - 2.0);
                    b.quad_to(X - side * 10.0, top - 8.0, X - side * w * 0.9, Y - 22.0);
                    b.close();
                };
                c.fill(path(lock), light);
            }
            Hair::Parted => {
                let parted = |b: &mut PathBuilder| {
                    b.move_to(X - side * (w + 3.0), Y);
                    b.cubic_to(
                        X - side * (w + 6.0),
                        top - 26.0,
                        X + side * (w + 6.0),
                        top - 26.0,
                        X + side * (w + 3.0),
                        Y,
                    );
                    b.quad_to(X + side * (w - 1.0), Y - 16.0, X + side * (w - 7.0), Y - 22.0);
                    b.quad_to(X, Y - 22.0, X - side * w * 0.45, top + 6.0);
                    b.quad_to(X - side * w * 0.8, Y - 22.0, X - side * (w + 3.0), Y);
                    b.close();
                };
                c.fill(path(parted), self.hair);
            }
            Hair::Quiff => {
                c.fill(path(|b| cap(b, 1.5, 18.0, 0.0, (4.0, 38.0))), self.hair);
                let quiff = |b: &mut PathBuilder| {
                    b.move_to(X - w * 0.8, Y - 24.0);
                    b.cubic_to(X - w * 1.05, top - 18.0, X + side * 12.0, top - 26.0, X + w * 0.7, top - 4.0);
                    b.quad_to(X + w * 1.1, top + 8.0, X + w * 0.8, Y - 20.0);
                    b.quad_to(X, Y - 34.0, X - w * 0.8, Y - 24.0);
                    b.close();
                };
                c.fill(path(quiff), light);
            }
            Hair::Curly => {
                for i in 0..9 {
                    let angle = std::f32::consts::PI * (0.02 + i as f32 * 0.12);
                    c.fill(
                        ellipse(X - angle.cos() * (w + 2.0), Y - 14.0 - angle.sin() * (h - 10.0), 13.0, 12.0),
                        self.hair,
                    );
                }
                for (i, dx) in [-20.0, -7.0, 7.0, 20.0].into_iter().enumerate() {
                    c.fill(
                        ellipse(X + dx, top + 8.0 + (i % 2) as f32 * 2.0, 10.0, 9.0),
                        if i % 2 == 0 { light } else { self.hair },
                    );
                }
            }
            Hair::Bob | Hair::Long | Hair::Ponytail | Hair::Bun | Hair::Wavy => {
                let depth = if self.style == Hair::Bob && self.flip { 12.0 } else { 34.0 };
                if depth < 20.0 {
                    c.fill(path(|b| cap(b, 9.0, 26.0, 26.0, (0.0, 13.0))), self.hair);
                } else {
                    let drop = match self.style {
                        Hair::Long => 62.0,
                        Hair::Wavy => 30.0,
                        Hair::Bob => 34.0,
                        _ => 4.0,
                    };
                    let out = if drop > 10.0 { 9.0 } else { 3.0 };
                    let curtain = |b: &mut PathBuilder| {
                        b.move_to(X - w - out, Y + drop);
                        b.cubic_to(X - w - out - 3.0, Y - 20.0, X - w - 4.0, top - 20.0, X, top - 12.0);
                        b.cubic_to(
                            X + w + 4.0,
                            top - 20.0,
                            X + w + out + 3.0,
                            Y - 20.0,
                            X + w + out,
                            Y + drop,
                        );
                        b.cubic_to(X + w + out - 8.0, Y + drop * 0.6, X + w, Y + 8.0, X + w - 5.0, Y - 12.0);
                        b.quad_to(X + side * w * 0.4 + w * 0.3, Y - 26.0, X + side * w * 0.3, top + 4.0);
                        b.quad_to(X + side * w * 0.4 - w * 0.5, Y - 24.0, X - w + 5.0, Y - 12.0);
                        b.cubic_to(X - w, Y + 8.0, X - w - out + 8.0, Y + drop * 0.6, X - w - out, Y + drop);
                        b.close();
                    };
                    c.fill(path(curtain), self.hair);
                }
            }
            Hair::Afro => c.fill(path(|b| cap(b, 4.0, 20.0, -2.0, (0.0, 32.0))), self.hair),
            Hair::Scarf => {
                let cloth = mix(self.under, self.cloth, 0.75);
                let wrap = |b: &mut PathBuilder| {
                    b.move_to(X - w - 12.0, Y + 6.0);
                    b.cubic_to(X - w - 14.0, top - 30.0, X + w + 14.0, top - 30.0, X + w + 12.0, Y + 6.0);
                    b.cubic_to(X + w + 12.0, Y + 40.0, X + 30.0, Y + h + 24.0, X + 26.0, 160.0);
                    b.quad_to(X, 176.0, X - 26.0, 160.0);
                    b.cubic_to(X - 30.0, Y + h + 24.0, X - w - 12.0, Y + 40.0, X - w - 12.0, Y + 6.0);
                    b.close();
                    // The opening for the face, wound the other way.
                    b.move_to(X, top + 10.0);
                    b.cubic_to(X - w * 0.9, top + 10.0, X - w, Y - 8.0, X - w + 2.0, Y + 8.0);
                    b.cubic_to(X - w + 4.0, Y + h * 0.7, X - 16.0, Y + h - 2.0, X, Y + h - 2.0);
                    b.cubic_to(X + 16.0, Y + h - 2.0, X + w - 4.0, Y + h * 0.7, X + w - 2.0, Y + 8.0);
                    b.cubic_to(X + w, Y - 8.0, X + w * 0.9, top + 10.0, X, top + 10.0);
                    b.close();
                };
                if let Some(path) = path(wrap) {
                    c.pixels.fill_path(
                        &path,
                        &Canvas::paint(cloth, 255),
                        FillRule::EvenOdd,
                        Transform::identity(),
                        None,
                    );
                }
                c.line(path_fold(side), mix(cloth, 0x000000, 0.15), 2.0);
            }
        }
    }

    fn accessories(&self, c: &mut Canvas) {
        let (w, _) = self.face;
        let gap = w * 0.42;
        if self.glasses > 0 {
            let frame = [0x2b2b2f, 0x2b2b2f, 0x7a4a2a, 0x8a8d92][usize::from(self.glasses)];
            for side in [-1.0, 1.0] {
                let rim = if self.glasses == 2 {
                    Rect::from_xywh(X + side * gap - 10.5, Y - 5.0, 21.0, 16.0)
                        .and_then(|r| path(|b| b.push_rect(r)))
                } else {
                    ellipse(X + side * gap, Y + 3.0, 10.5, 9.5)
                };
                c.tint(rim.clone(), 0xffffff, 40);
                c.line(rim, frame, if self.glasses == 3 { 1.4 } else { 2.2 });
                c.line(
                    path(|b| {
                        b.move_to(X + side * (gap + 10.5), Y + 1.0);
                        b.line_to(X + side * (w + 1.0), Y - 1.0);
                    }),
                    frame,
                    1.6,
                );
            }
            c.line(
                path(|b| {
                    b.move_to(X - gap + 10.5, Y + 1.0);
                    b.quad_to(X, Y - 3.0, X + gap - 10.5, Y + 1.0);
                }),
                frame,
                2.0,
            );
        }
        let covered = matches!(self.style, Hair::Scarf | Hair::Long | Hair::Bob | Hair::Wavy);
        if self.earrings && !covered {
            for side in [-1.0, 1.0] {
                c.fill(ellipse(X + side * (w + 2.0), Y + 15.0, 2.4, 2.4), 0xe7c04a);
            }
        }
    }
}

/// A fold in a headscarf, below the chin.
fn path_fold(side: f32) -> Option<Path> {
    path(|b| {
        b.move_to(X - side * 22.0, 138.0);
        b.quad_to(X, 152.0, X + side * 24.0, 158.0);
    })
}
