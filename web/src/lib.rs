//! The front end: styles, scripts, icons and fonts, bundled when this crate is built and embedded in the program.
//!
//! Every file's name carries a hash of its content, so a browser may keep it for ever ([`CACHE_CONTROL`]) and a new
//! version of the program is never mixed with old files. Nothing comes from another host (content security policy:
//! `default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:`).

include!(concat!(env!("OUT_DIR"), "/dist/assets.rs"));

/// Under which path [`asset`] is to be served; addresses of [`url`] begin with it.
pub const PREFIX: &str = "/assets/";

/// The header `Cache-Control` of every asset.
pub const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

/// One file of the bundle.
#[derive(Debug)]
pub struct Asset {
    /// File name with hash, the part of the address after [`PREFIX`].
    pub name: &'static str,
    /// Content.
    pub bytes: &'static [u8],
    /// Content compressed with Brotli (`Content-Encoding: br`); none where it would not help.
    pub brotli: Option<&'static [u8]>,
    /// Content compressed with gzip; none where it would not help.
    pub gzip: Option<&'static [u8]>,
    /// Value of the header `Content-Type`.
    pub content_type: &'static str,
}

impl Asset {
    /// The smallest form that a client with this `Accept-Encoding` header takes, and its `Content-Encoding`.
    ///
    /// ```
    /// let name = talang_web::url("app.css").trim_start_matches(talang_web::PREFIX);
    /// let css = talang_web::asset(name).unwrap();
    /// assert_eq!(css.encoded("gzip, deflate, br").1, Some("br"));
    /// assert_eq!(css.encoded("identity"), (css.bytes, None));
    /// ```
    pub fn encoded(&self, accept_encoding: &str) -> (&'static [u8], Option<&'static str>) {
        let accepts = |coding: &str| {
            accept_encoding.split(',').any(|part| {
                let mut words = part.split(';').map(str::trim);
                words.next() == Some(coding)
                    && !words.any(|w| matches!(w, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
            })
        };
        match (self.brotli, self.gzip) {
            (Some(bytes), _) if accepts("br") => (bytes, Some("br")),
            (_, Some(bytes)) if accepts("gzip") => (bytes, Some("gzip")),
            _ => (self.bytes, None),
        }
    }
}

/// The file of that name with hash; `None` when there is none.
pub fn asset(name: &str) -> Option<&'static Asset> {
    FILES.binary_search_by(|file| file.name.cmp(name)).ok().and_then(|at| FILES.get(at))
}

/// The address of an entry of the bundle: `app.js`, `app.css`, `boot.js`, `icons.svg`, `logo.svg`, `mark.svg`,
/// `favicon.svg`, `app-192.png`, `app-512.png`, `service-worker.js`, and of career sites `careers.css`, `careers.js`,
/// `careers.svg`. An unknown name gives the empty string, and fails in a debug build.
///
/// ```
/// assert!(talang_web::url("app.js").starts_with("/assets/app-"));
/// ```
pub fn url(name: &str) -> &'static str {
    let found = URLS.iter().find(|(known, _)| *known == name).map(|(_, url)| *url);
    debug_assert!(found.is_some(), "no asset {name}; entries are made by web/bundle.mjs");
    found.unwrap_or_default()
}

/// The names (with hash) of all assets, for those who copy them somewhere.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|file| file.name)
}

/// The fonts with which documents are written, TrueType, of that weight (400 or 700): one family, an alphabet each. What
/// the first lacks the next may have.
pub fn document_fonts(weight: u16) -> impl Iterator<Item = &'static [u8]> {
    FONTS.iter().filter(move |(of, _)| *of == weight).map(|(_, font)| *font)
}

/// Whether the sprite has that icon; `web/src/icons.txt` lists them.
pub fn has_icon(name: &str) -> bool {
    ICONS.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_to_an_asset() {
        for (name, url) in URLS {
            let file = url.strip_prefix(PREFIX).and_then(asset);
            assert!(file.is_some_and(|f| !f.bytes.is_empty()), "{name} → {url}");
        }
        assert!(asset("app.js").is_none(), "only names with hash are served");
    }

    #[test]
    fn documents_have_fonts_of_two_weights() {
        for weight in [400, 700] {
            assert!(document_fonts(weight).count() > 1);
            for font in document_fonts(weight) {
                assert!(font.starts_with(&[0, 1, 0, 0]), "a TrueType file");
            }
        }
    }

    #[test]
    fn nothing_is_fetched_from_another_host() {
        for file in FILES.iter().filter(|f| f.name.ends_with(".css")) {
            let text = String::from_utf8_lossy(file.bytes);
            for outside in ["url(http", "url(\"http", "url(//", "@import"] {
                assert!(!text.contains(outside), "{} contains {outside}", file.name);
            }
        }
    }
}
