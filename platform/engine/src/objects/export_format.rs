//! Adapted export formats (I2): which columns a file for others has, and how it is written. `talang_interchange::csv` makes
//! files of them.

use talang_catalogue::value::Chosen;
use talang_catalogue::{Code, CultureCode, Json, Line, Long};
use talang_derive::{Choice, Object};

/// How letters become bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum FileEncoding {
    /// UTF-8 behind a byte-order mark, by which spreadsheets know it.
    #[choice("utf-8-bom")]
    Utf8Bom,
    /// UTF-8 alone.
    #[choice("utf-8")]
    Utf8,
    /// The letters of western Europe, a byte each.
    #[choice("windows-1252")]
    Windows1252,
}

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum CellSeparator {
    /// `,`
    #[choice("comma")]
    Comma,
    /// `;`
    #[choice("semicolon")]
    Semicolon,
    /// A tab.
    #[choice("tab")]
    Tab,
    /// `|`
    #[choice("bar")]
    Bar,
}

/// How days are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum DayStyle {
    /// `2026-12-31`
    #[choice("iso")]
    Iso,
    /// As people of the culture write them.
    #[choice("culture")]
    Culture,
    /// `20261231`
    #[choice("compact")]
    Compact,
}

/// What ends a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Choice)]
pub enum LineEnd {
    /// Carriage return and line feed.
    #[choice("crlf")]
    CrLf,
    /// Line feed alone.
    #[choice("lf")]
    Lf,
}

/// How a CSV file for another program looks: its columns, their headings, and the way they are written. It gives no right: a file holds what whoever makes it may export.
#[derive(Object)]
#[object(id = 233, module = "access", kind = shared, key(code), privacy = none, title(label))]
pub struct ExportFormat {
    /// Permanent short name; programs and the command line ask for it.
    #[field(id = 1, search)]
    pub code: Code,
    /// What people call it.
    #[field(id = 2, search)]
    pub label: Line,
    /// Business object whose records are lines.
    #[field(id = 3, search)]
    pub object: Code,
    /// Columns in their order: a list of {"field": "…", "header": "…", "words": true} or {"text": "…", "header": "…"}; field as exports name it, text for the same in every line.
    #[field(id = 4)]
    pub columns: Json,
    /// Only these records, such as status is active; together with the conditions of the list that is exported.
    #[field(id = 5)]
    pub filter: Option<Long>,
    /// Every slice of dated data, not only that of the day.
    #[field(id = 6)]
    pub every_slice: bool,
    /// Culture of numbers and days, and language of words; empty for that of whoever makes the file.
    #[field(id = 7)]
    pub culture: Option<CultureCode>,
    /// What stands between cells; empty as the culture has it.
    #[field(id = 8)]
    pub separator: Option<Chosen<CellSeparator>>,
    /// How letters become bytes.
    #[field(id = 9, default = "utf-8-bom")]
    pub encoding: Chosen<FileEncoding>,
    /// Letters that the encoding lacks become a question mark; otherwise a file with one is refused.
    #[field(id = 10)]
    pub replace_missing: bool,
    /// How days are written.
    #[field(id = 11, default = "iso")]
    pub days: Chosen<DayStyle>,
    /// What ends a line.
    #[field(id = 12, default = "crlf")]
    pub line_end: Chosen<LineEnd>,
    /// The first line names the columns.
    #[field(id = 13, default = "true")]
    pub header: bool,
    /// Texts that a spreadsheet might run as formulas get an apostrophe before them. Without it the file is for programs only.
    #[field(id = 14, default = "true")]
    pub guard_formulas: bool,
}
