//! `ValueListItem`: one choice of a value list.

use talang_catalogue::{Code, Ref, Translated};
use talang_derive::Object;

use super::ValueList;

/// One choice of a value list.
#[derive(Object)]
#[object(id = 41, module = "library", kind = shared, key(list, code), title(label), privacy = none)]
pub struct ValueListItem {
    /// List to which the item belongs.
    #[field(id = 1)]
    pub list: Ref<ValueList>,
    /// Short identifier, used in files and interfaces.
    #[field(id = 2)]
    pub code: Code,
    /// Text shown to users, one per language.
    #[field(id = 3, search)]
    pub label: Translated,
    /// What it is for, in a few words.
    #[field(id = 4)]
    pub description: Option<Translated>,
    /// Place in lists; smaller numbers come first.
    #[field(id = 5)]
    pub sort_order: Option<i64>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 6, default = "true")]
    pub active: bool,
}
