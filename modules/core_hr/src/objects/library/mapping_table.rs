//! `MappingTable`: how values of another system become ours.

use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, Line, Translated};
use talang_derive::{Choice, Object};

/// How values of another system are turned into yours, and back.
#[derive(Object)]
#[object(id = 49, module = "library", kind = shared, key(code), hidden, title(name), privacy = none)]
pub struct MappingTable {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// What it is for, in a few words.
    #[field(id = 3)]
    pub description: Option<Translated>,
    /// System whose values are mapped, such as payroll.
    #[field(id = 4)]
    pub system: Option<Line>,
    /// What happens to a value that the table does not list.
    #[field(id = 5, default = "reject")]
    pub unmatched: Chosen<UnmatchedValue>,
    /// Value that unknown values become, where the table says so.
    #[field(id = 6)]
    pub default_target: Option<Line>,
}

/// What becomes of a value that a mapping table does not list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum UnmatchedValue {
    /// Reject the line.
    #[choice("reject")]
    Reject,
    /// Keep it as it is.
    #[choice("keep")]
    Keep,
    /// Use the default value.
    #[choice("default")]
    Default,
    /// Leave it empty.
    #[choice("empty")]
    Empty,
}
