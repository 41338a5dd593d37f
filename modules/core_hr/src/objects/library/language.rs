//! `Language`: a language of ISO 639-1.

use talang_catalogue::{LanguageCode, Line, Translated};
use talang_derive::Object;

/// A language that people speak or texts are written in.
#[derive(Object)]
#[object(id = 45, module = "library", kind = shared, key(iso), title(name), privacy = none)]
pub struct Language {
    /// Two letters of ISO 639-1, such as sv.
    #[field(id = 1)]
    pub iso: LanguageCode,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// What the language calls itself.
    #[field(id = 3, search)]
    pub native_name: Option<Line>,
    /// Written from right to left.
    #[field(id = 4)]
    pub right_to_left: bool,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 5, default = "true")]
    pub active: bool,
}
