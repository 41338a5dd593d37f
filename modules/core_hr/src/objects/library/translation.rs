//! `Translation`: the text of a translated field of any record, in one culture; for translation files.

use talang_catalogue::{Code, CultureCode, Line, Long};
use talang_derive::Object;

/// The text of one field of one record in one language, as exchanged with translators.
#[derive(Object)]
#[object(id = 48, module = "library", kind = shared, key(object, record, field, culture), hidden, title(object, record, field), privacy = none)]
pub struct Translation {
    /// Type of the translated record, such as Organisation.
    #[field(id = 1)]
    pub object: Code,
    /// Key of the record, as files write it.
    #[field(id = 2, search)]
    pub record: Line,
    /// Name of the translated field, such as name.
    #[field(id = 3)]
    pub field: Code,
    /// Language and region it is written for, such as sv-SE.
    #[field(id = 4)]
    pub culture: CultureCode,
    /// The translation.
    #[field(id = 5, search)]
    pub text: Long,
}
