//! Message templates: see [`MessageTemplate`].

use talang_catalogue::{Code, CultureCode, Line, Long};
use talang_derive::Object;

/// Wording of a message to candidates, in one language.
#[derive(Object)]
#[object(id = 363, module = "careers", kind = candidates, key(code, culture), title(name), hidden, privacy = none)]
pub struct MessageTemplate {
    /// Permanent short code by which files and interfaces refer to the record.
    #[field(id = 1, search)]
    pub code: Code,
    /// Language and region it is written for, such as sv-SE.
    #[field(id = 2)]
    pub culture: CultureCode,
    /// Name shown to users.
    #[field(id = 3, search, max = 200)]
    pub name: Line,
    /// Subject line; may contain placeholders.
    #[field(id = 4, max = 200)]
    pub heading: Line,
    /// Text of the message; may contain placeholders.
    #[field(id = 5, max = 40000)]
    pub text: Long,
    /// Offered for new entries; inactive ones stay where they are in use.
    #[field(id = 6, default = "true")]
    pub active: bool,
}
