//! `DocumentTemplate`: a letter or contract to be filled from a record.

use talang_catalogue::{Code, CultureCode, FileId, Item, Line, Long};
use talang_derive::Object;

/// A letter, contract or certificate that is filled from a record.
#[derive(Object)]
#[object(id = 55, module = "library", kind = shared, key(code, culture), hidden, title(name), privacy = none, extensible)]
pub struct DocumentTemplate {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Language and region it is written for, such as sv-SE.
    #[field(id = 2)]
    pub culture: CultureCode,
    /// Name shown to users.
    #[field(id = 3, search)]
    pub name: Line,
    /// Kind of document that results.
    #[field(id = 4, list = "document-type")]
    pub document_type: Option<Item>,
    /// Type of record it is filled from, such as Contract.
    #[field(id = 5)]
    pub object: Option<Code>,
    /// Text of the document; may contain placeholders.
    #[field(id = 6)]
    pub body: Option<Long>,
    /// Template kept as a file.
    #[field(id = 7)]
    pub file: Option<FileId>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 8, default = "true")]
    pub active: bool,
}
