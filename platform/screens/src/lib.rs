//! What pages are made of.
//!
//! [`components`] are functions over plain data that give HTML: they know no engine, no request and no tenant. Their own
//! fixed words come from [`SOURCES`]; every other text arrives already translated.

pub mod components;
pub mod access;
pub mod general;
pub mod page;

pub use general::routes;

use talang_catalogue::Language;

/// The components' own words, for [`talang_catalogue::messages::Messages::new`].
pub const SOURCES: &[(Language, &str)] = &[
    (Language::En, include_str!("../messages/en.ftl")),
    (Language::Fr, include_str!("../messages/fr.ftl")),
    (Language::De, include_str!("../messages/de.ftl")),
    (Language::Nl, include_str!("../messages/nl.ftl")),
    (Language::Es, include_str!("../messages/es.ftl")),
    (Language::Sv, include_str!("../messages/sv.ftl")),
    (Language::Da, include_str!("../messages/da.ftl")),
];
