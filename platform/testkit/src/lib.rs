//! A whole installation in a test: a throw-away data folder, a clock that stands still, SQLite or PostgreSQL.
//!
//! ```no_run
//! use talang_testkit::{Setup, both};
//!
//! // The modules under test and what new tenants are filled with.
//! let setup = Setup { modules: Vec::new, seed: |_, _| Ok(()), seed_version: "test" };
//! both(&setup, |kit| {
//!     let acme = kit.tenant("acme");
//!     kit.role(&acme, "reader", &[("*", "*", "read", "all")]);
//!     kit.user(&acme, "ann", None, &["reader"]);
//!     let users = kit.scope(&acme, "ann").view(|view| {
//!         let object = view.object("User")?;
//!         view.count(&object, &talang_engine::Query::default())
//!     });
//!     assert_eq!(users.unwrap(), 1);
//! });
//! ```
//!
//! Every helper panics with a sentence when something goes wrong: in a test that is the right answer.

pub mod authenticator;
mod kit;
mod maker;
pub mod peers;
mod peers_place;
pub mod postgres;
mod templates;
mod totp;

pub use kit::{Database, Kit, Setup, both, cluster};
pub use maker::Maker;
pub use totp::totp;

/// Bytes as PEM (RFC 7468), such as those of a certificate that a test made.
#[must_use]
pub fn pem(kind: &str, der: &[u8]) -> String {
    use base64::Engine;
    let text = base64::engine::general_purpose::STANDARD.encode(der);
    let lines: Vec<String> =
        text.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    format!("-----BEGIN {kind}-----\n{}\n-----END {kind}-----\n", lines.join("\n"))
}

/// A red picture of four by two pixels, as PNG (ISO/IEC 15948).
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x04\x00\x00\x00\x02\x08\x06\x00\x00\x00\x7f\xa8}c\x00\x00\x00\x12IDATx\x9cc8!'\xf7\x1f\x193\xa0\x0b\x00\x00\x0f5\x10\x19\x9b\xa8\x07\xf4\x00\x00\x00\x00IEND\xaeB`\x82";
