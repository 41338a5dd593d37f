//! `ValueList`: a list of codes that each tenant edits.

use talang_catalogue::{Code, Translated};
use talang_derive::Object;

/// A list of choices that you edit yourself, such as types of establishment.
#[derive(Object)]
#[object(id = 40, module = "library", kind = shared, key(code), title(name), privacy = none)]
pub struct ValueList {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// What it is for, in a few words.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// Delivered with the product: its items can be changed, the list itself cannot be deleted.
    #[field(id = 4, read_only)]
    pub standard: bool,
}
