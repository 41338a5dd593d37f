//! `UiText`: a tenant's own wording of a text of the interface.

use talang_catalogue::{Code, CultureCode, Long};
use talang_derive::Object;

/// Your own wording of a text on the screens, in place of the standard one.
#[derive(Object)]
#[object(id = 47, module = "library", kind = shared, key(text_key, culture), hidden, title(text_key), privacy = none)]
pub struct UiText {
    /// Identifier of the text in the interface.
    #[field(id = 1, search)]
    pub text_key: Code,
    /// Language and region it is written for, such as sv-SE.
    #[field(id = 2)]
    pub culture: CultureCode,
    /// Wording shown instead of the standard text.
    #[field(id = 3, search)]
    pub text: Long,
    /// Remark for colleagues who look after these data.
    #[field(id = 4)]
    pub comment: Option<Long>,
}
