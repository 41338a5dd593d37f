//! `NumberSequence`: how numbers of employees, contracts and the like are given out.

use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, Line, Translated};
use talang_derive::{Choice, Object};

/// How numbers are given out, for example to new employees.
#[derive(Object)]
#[object(id = 56, module = "library", kind = shared, key(code), hidden, title(name), privacy = none)]
pub struct NumberSequence {
    /// Short identifier, used in files and interfaces.
    #[field(id = 1, search)]
    pub code: Code,
    /// Name shown to users.
    #[field(id = 2, search)]
    pub name: Translated,
    /// Type of record whose new numbers it gives, such as Employee.
    #[field(id = 3)]
    pub object: Option<Code>,
    /// Field that receives the number.
    #[field(id = 4)]
    pub field: Option<Code>,
    /// Text before the number; {year} becomes the current year.
    #[field(id = 5, max = 20)]
    pub prefix: Option<Line>,
    /// Text after the number.
    #[field(id = 6, max = 20)]
    pub suffix: Option<Line>,
    /// Shortest length of the number; zeros fill it up on the left.
    #[field(id = 7, default = "6", min = 1, max = 15)]
    pub digits: i64,
    /// Number that is given next.
    #[field(id = 8, default = "1", min = 0)]
    pub next_number: i64,
    /// Difference between one number and the next.
    #[field(id = 9, default = "1", min = 1, max = 1000)]
    pub increment: i64,
    /// When the sequence starts again at 1.
    #[field(id = 10, default = "never")]
    pub restart: Chosen<SequenceRestart>,
    /// Offered for new entries; existing ones keep it in any case.
    #[field(id = 11, default = "true")]
    pub active: bool,
}

/// When a number sequence starts again at one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum SequenceRestart {
    /// Never.
    #[choice("never")]
    Never,
    /// Every year.
    #[choice("yearly")]
    Yearly,
    /// Every month.
    #[choice("monthly")]
    Monthly,
}
