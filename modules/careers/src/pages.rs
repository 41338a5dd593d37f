//! Pages with texts of the company's own, and how a site looks.

use std::hash::{DefaultHasher, Hash, Hasher};

use maud::html;
use talang_catalogue::types::iso;
use talang_engine::Result;
use talang_engine::charter::{Charter, Colour, Palette};
use talang_http::{Body, Call, Reply};
use talang_recruiting::objects::careers::SiteFont;

use crate::frame::{Page, page as framed, prose};
use crate::site::{Site, missing};

/// How long browsers keep what is named by its content: a day, in seconds.
const KEPT: &str = "public, max-age=86400";

/// What makes a site's look.
#[derive(Debug, Default)]
pub struct Looks {
    /// Tells one look from the next in addresses; empty for the product's own.
    pub mark: String,
    /// There is a logo.
    pub logo: bool,
    /// Main colour, the site's own or else the company's.
    colour: Option<Colour>,
    /// The logo as attachments name it.
    picture: Option<String>,
}

/// The look of a site: its own, and where it has none the company's (T9).
///
/// # Errors
/// Those of the store.
pub fn looks(site: &Site<'_>) -> Result<Looks> {
    let charter = Charter::of(site.scope.tenant())?;
    let own = Colour::parse(&site.data.colour).ok();
    let colour = own.or_else(|| Colour::parse(&charter.accent).ok());
    let picture = match &site.data.logo {
        Some(file) => Some(file.split('/').next().unwrap_or_default().to_string()),
        None => charter.logo.map(|l| l.hash),
    };
    let font = site.data.font;
    if colour.is_none() && picture.is_none() && font.is_none() && site.data.banner.is_none() {
        return Ok(Looks::default());
    }
    let mut hasher = DefaultHasher::new();
    (colour.map(Colour::css), &picture, font.map(|f| f as u8), &site.data.banner).hash(&mut hasher);
    Ok(Looks { mark: format!("{:016x}", hasher.finish()), logo: picture.is_some(), colour, picture })
}

/// `GET /careers/{site}/site.css?v=`.
pub fn style(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let looks = looks(&site)?;
    let mut css = looks.colour.map(|c| Palette::of(c).css(":root")).unwrap_or_default();
    match site.data.font {
        Some(SiteFont::System) => css.push_str(":root { --cs-font: system-ui, sans-serif; }\n"),
        Some(SiteFont::Serif) => {
            css.push_str(":root { --cs-font: Charter, \"Bitstream Charter\", \"Sitka Text\", Cambria, Georgia, serif; }\n");
        }
        Some(SiteFont::House) | None => {}
    }
    if site.data.banner.is_some() {
        let picture = site.path("picture/banner");
        // The words stay readable whatever the picture shows: white on at most this much light.
        css.push_str(&format!(
            ".cs-hero {{ background-image: linear-gradient(rgb(0 0 0 / .62), rgb(0 0 0 / .62)), url(\"{picture}?v={}\"); }}\n",
            looks.mark
        ));
    }
    Ok(Reply::bytes("text/css; charset=utf-8", css).with("cache-control", KEPT))
}

/// `GET /careers/{site}/picture/{picture}`: logo or banner.
pub fn picture(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let hash = match call.param("picture") {
        "logo" => looks(&site)?.picture,
        "banner" => site.data.banner.as_ref().and_then(|f| f.split('/').next()).map(str::to_string),
        _ => None,
    };
    let hash = hash.ok_or_else(missing)?;
    let path = call.scope.tenant().db().attachments().path(&hash).map_err(|_| missing())?;
    let kind = talang_screens::general::media_type(&path).filter(|k| k.starts_with("image/"));
    let kind = kind.ok_or_else(missing)?;
    let reply = Reply { status: 200, headers: Vec::new(), body: Body::File(path) };
    Ok(reply.with("content-type", kind).with("cache-control", KEPT))
}

/// `GET /careers/{site}/pages/{page}`.
pub fn page(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let own = site.data.pages.iter().find(|p| p.code == call.param("page")).ok_or_else(missing)?;
    let title = site.text(&own.title);
    let content = html! {
        article.cs-card.cs-text { h1 { (title) } (prose(site.text(&own.text))) }
    };
    let canonical = format!("pages/{}", own.code);
    let head = Page { title, about: title, canonical: &canonical, menu: &own.code, data: None };
    framed(&site, &head, html! {}, content)
}

/// `GET /careers/{site}/privacy`: what is told when data are collected (G6), and what the site keeps in browsers (A9).
pub fn privacy(call: &Call) -> Result<Reply> {
    let site = Site::of(call)?;
    let title = site.say("careers-privacy");
    let notice = site.notice("");
    let language = site.scope.language();
    // For countries that are told something else.
    let others: Vec<(&str, &str)> = site
        .noticed()
        .into_iter()
        .map(|code| (iso::country_name(language, code).unwrap_or(code), site.notice(code)))
        .filter(|(_, text)| *text != notice)
        .collect();
    let content = html! {
        article.cs-card.cs-text {
            h1 { (title) }
            (prose(notice))
            @for (country, text) in &others { h2 { (country) } (prose(text)) }
            h2 { (site.say("careers-cookies")) }
            (prose(&site.say("careers-cookies-text")))
        }
    };
    framed(
        &site,
        &Page { title: &title, about: &title, canonical: "privacy", ..Page::default() },
        html! {},
        content,
    )
}
