//! `LegalNotice`: legal texts that everybody may read.

use jiff::civil::Date;
use talang_catalogue::{Code, CultureCode, Item, Line, Long, Url};
use talang_derive::Object;

/// A legal text that users may read on every page, such as the terms of use.
#[derive(Object)]
#[object(id = 57, module = "library", kind = shared, key(code, culture), title(title), privacy = none)]
pub struct LegalNotice {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Language and region it is written for, such as sv-SE.
    #[field(id = 2)]
    pub culture: CultureCode,
    /// Heading of the text.
    #[field(id = 3, search)]
    pub title: Line,
    /// What the text is about.
    #[field(id = 4, list = "legal-notice-type")]
    pub notice_type: Option<Item>,
    /// The whole text.
    #[field(id = 5)]
    pub text: Long,
    /// Page with more about it.
    #[field(id = 6)]
    pub url: Option<Url>,
    /// First day on which users see it.
    #[field(id = 7)]
    pub published_from: Option<Date>,
    /// Last day on which users see it.
    #[field(id = 8)]
    pub published_until: Option<Date>,
}
