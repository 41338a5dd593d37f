//! What business objects are: their fields, types, references, privacy classes and labels.
//!
//! Pure data and pure functions: this crate opens no file, no database and no socket. A business object is
//! declared once with `#[derive(Object)]` (crate `talang-derive`); everything general in the suite is ordinary
//! code over the [`Object`] that comes from that declaration, merged with the tenant's own extra fields.

pub mod culture;
pub mod fault;
pub mod labels;
pub mod lock;
pub mod messages;
pub mod object;
pub mod record;
pub mod types;
pub mod value;

pub use culture::{Culture, Language};
pub use fault::Fault;
pub use object::{
    Bound, Catalogue, ChoiceDef, ChoiceItem, Field, FieldDef, FieldType, Kind, Object, ObjectDef, Privacy,
    Subject,
};
pub use record::{BusinessObject, Choice, Record};
pub use value::{
    AnyRef, Code, CountryCode, CultureCode, CurrencyCode, Decimal, Duration, Email, FieldKind, FileId, Iban,
    Item, Json, LanguageCode, Line, Long, Money, Percent, Phone, Ref, Refs, Texts, Translated, Url, Value,
};

/// Lets the derive macros name this crate from inside itself.
extern crate self as talang_catalogue;
