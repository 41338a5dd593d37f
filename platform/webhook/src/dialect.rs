//! Messages in another form, for receivers that came along with programs of another suite. A module says what such a form is
//! and provides it ([`talang_engine::Installation::provide`]); which subscription is told in it, that says `told_as`.

use serde_json::Value as Json;
use talang_engine::journal::Entry;
use talang_engine::{Result, View};

/// A form of messages.
pub struct Dialect {
    /// Our words for the events among which one of that name is; nothing where there is no such event.
    pub topics: fn(&str) -> Option<&'static str>,
    /// Whether what happened is the event of that name.
    pub tells: fn(&mut View<'_>, &str, &Entry) -> Result<bool>,
    /// What its message says, as far as the account may read it now; nothing where that is not enough for one.
    pub body: fn(&mut View<'_>, &str, &Entry) -> Result<Option<Json>>,
    /// Where a message goes, and with which headers.
    pub signed: fn(&Unsigned<'_>) -> Result<Signed>,
}

/// A message that is to be signed.
#[derive(Clone, Copy, Debug)]
pub struct Unsigned<'a> {
    /// Where it is to go.
    pub address: &'a str,
    /// Code of the application that registered the subscription.
    pub client: &'a str,
    /// What signs: the application's key.
    pub key: &'a [u8],
    /// The message.
    pub body: &'a [u8],
    /// Now, in seconds since 1970.
    pub now: i64,
}

/// A message that is signed.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Where it goes, with what its form adds to the address.
    pub address: String,
    /// Every header.
    pub headers: Vec<(&'static str, String)>,
}
