//! Career sites: see [`FrontOffice`].

use talang_catalogue::{Code, CultureCode, FileId, Item, Line, Ref, Refs, Translated, value::Chosen};
use talang_core_hr::objects::library::Culture;
use talang_core_hr::objects::organisation::Organisation;
use talang_derive::{Choice, Object};

use super::super::candidates::CandidateSource;

/// Site on which candidates read vacancies and apply: what it offers and how it looks.
#[derive(Object)]
#[object(id = 360, module = "careers", kind = candidates, key(code), title(label), tombstones(9, 10, 11), privacy = none)]
pub struct FrontOffice {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users, per language.
    #[field(id = 2, search)]
    pub label: Translated,
    /// Name under which browsers reach the site, such as jobs.example.com.
    #[field(id = 3, max = 200, unique)]
    pub domain: Option<Line>,
    /// Language of visitors who ask for none that there is.
    #[field(id = 4)]
    pub culture: CultureCode,
    /// Languages in which the site can be read; empty: that of the site alone.
    #[field(id = 5)]
    pub cultures: Option<Refs<Culture>>,
    /// Shows vacancies of this unit and those below it; empty: all.
    #[field(id = 6)]
    pub organisation: Option<Ref<Organisation>>,
    /// Source of applications that come in there.
    #[field(id = 7)]
    pub source: Option<Ref<CandidateSource>>,
    /// Only employees read it.
    #[field(id = 8)]
    pub internal: bool,
    /// Picture at the top of each page.
    #[field(id = 12)]
    pub logo: Option<FileId>,
    /// Main colour, such as #1a5fb4.
    #[field(id = 13, max = 7)]
    pub colour: Option<Code>,
    /// First words on the first page, per language.
    #[field(id = 14, max = 20000)]
    pub welcome: Option<Translated>,
    /// Text at the foot of each page, per language.
    #[field(id = 15, max = 20000)]
    pub footer: Option<Translated>,
    /// What candidates are told when data are collected, per language.
    #[field(id = 16, max = 20000)]
    pub privacy_notice: Option<Translated>,
    /// Visitors can reach the site.
    #[field(id = 17)]
    pub active: bool,
    /// Shows vacancies that are posted on this channel.
    #[field(id = 18, list = "posting-channel", default = "career-site")]
    pub channel: Item,
    /// Wide picture behind the first words.
    #[field(id = 19)]
    pub banner: Option<FileId>,
    /// Letters of the site.
    #[field(id = 20)]
    pub font: Option<Chosen<SiteFont>>,
    /// Visitors can have new vacancies sent to them by e-mail; not on sites for employees.
    #[field(id = 21, default = "false")]
    pub alerts: bool,
    /// Visitors can apply without a vacancy.
    #[field(id = 22, default = "false")]
    pub speculative: bool,
    /// Candidates can make an account with a password of their own; for public sites only.
    #[field(id = 23)]
    pub accounts: Option<bool>,
}

/// Letters of a career site.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum SiteFont {
    /// The product's own, without serifs.
    #[choice("house")]
    House,
    /// Those of the visitor's device, without serifs.
    #[choice("system")]
    System,
    /// With serifs.
    #[choice("serif")]
    Serif,
}
