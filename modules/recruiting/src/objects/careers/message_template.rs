//! Message templates: see [`MessageTemplate`].

use talang_catalogue::{Code, CultureCode, Line, Long, value::Chosen};
use talang_derive::{Choice, Object};

/// Wording of a message to candidates, in one language.
#[derive(Object)]
#[object(id = 363, module = "careers", kind = candidates, key(code, culture), title(name), privacy = none)]
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
    /// What it is for; the program itself uses the first one of a purpose where it writes.
    #[field(id = 7, default = "other")]
    pub purpose: Chosen<MessagePurpose>,
}

/// What a message to candidates is for.
#[derive(Clone, Copy, Choice, Debug, PartialEq, Eq)]
pub enum MessagePurpose {
    /// Anything else.
    #[choice("other")]
    Other,
    /// Says that an application was received.
    #[choice("acknowledgement")]
    Acknowledgement,
    /// Invites to an interview.
    #[choice("invitation")]
    Invitation,
    /// Asks for documents.
    #[choice("documents")]
    Documents,
    /// Comes with an offer.
    #[choice("offer")]
    Offer,
    /// Refuses; whoever sends it says why, and the application is closed.
    #[choice("refusal")]
    Refusal,
    /// Asks to be kept in mind for other vacancies.
    #[choice("pool")]
    Pool,
    /// Asks, when the time is over, whether the data may be kept for longer.
    #[choice("retention")]
    Retention,
}
