//! What pages are made of.
//!
//! [`components`] are functions over plain data that give HTML: they know no engine, no request and no tenant. Their own
//! fixed words come from [`SOURCES`]; every other text arrives already translated.

pub mod access;
pub mod components;
pub mod general;
pub mod page;
pub mod settings;

use talang_catalogue::Language;
use talang_engine::{Feature, Module};
use talang_http::Route;

/// Every page of this crate.
pub fn routes() -> Vec<Route> {
    [general::routes(), access::routes(), settings::routes()].concat()
}

/// What these pages bring to the registry: their words and their entries of the menu.
pub fn module() -> Module {
    Module {
        messages: SOURCES.to_vec(),
        menu: [general::menu(), access::menu(), settings::menu()].concat(),
        features: vec![Feature {
            code: "own-rights",
            module: "access",
            since: "2026-11-24",
            documentation: "docs/admin-guide/features.md",
            brings: &[],
        }],
        ..Module::default()
    }
}

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
