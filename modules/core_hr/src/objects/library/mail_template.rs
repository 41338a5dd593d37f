//! `MailTemplate`: the wording of a message that the product sends.

use talang_catalogue::{Code, CultureCode, Email, Line, Long};
use talang_derive::Object;

/// The wording of an e-mail that is sent on certain occasions.
#[derive(Object)]
#[object(id = 54, module = "library", kind = shared, key(code, culture), hidden, title(name), privacy = none)]
pub struct MailTemplate {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Language and region it is written for, such as sv-SE.
    #[field(id = 2)]
    pub culture: CultureCode,
    /// Name shown to users.
    #[field(id = 3, search)]
    pub name: Line,
    /// Subject line; may contain placeholders.
    #[field(id = 4)]
    pub subject: Line,
    /// Text of the message; may contain placeholders.
    #[field(id = 5)]
    pub body: Long,
    /// Name that the recipient sees as the sender.
    #[field(id = 6)]
    pub sender_name: Option<Line>,
    /// Address that receives the answers.
    #[field(id = 7)]
    pub reply_to: Option<Email>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 8, default = "true")]
    pub active: bool,
}
