//! CSV: imports, exports, adapted formats, and the documentation of every format.
//!
//! * [`inspect`] looks at a file without importing it.
//! * [`import_file`] imports a file now, [`job::start`] in the background; [`FileName`] reads the names of files.
//! * [`export`] writes what an import reads back without change.
//! * [`Layout`] is an adapted export format, [`export_as`] a file of it for another program.
//! * [`adapted`] turns foreign files into lines of our formats.
//! * [`formats`] documents every format of a tenant from its catalogue, and [`example`] makes a file that imports.

pub mod adapted;
mod example;
mod export;
mod formats;
pub(crate) mod import;
mod inspect;
pub mod job;
pub(crate) mod layout;
mod name;
mod plan;
mod read;
mod report;
mod write;

pub use example::{Example, example, examples};
pub use export::{MANY, export, export_as, has_words, preview, takes_out_much};
pub(crate) use export::{check, page};
pub use formats::{Column, Format, formats, formats_json, formats_markdown};
pub use import::{ImportOptions, Progress, import_file};
pub use inspect::{Inspected, Inspection, inspect};
pub use layout::{EXPORT_FORMAT, Layout, LayoutColumn};
pub use name::{FileName, ImportMode, in_order};
pub(crate) use report::RESULT;
pub use report::{Counts, FaultGroup, ImportReport, LineFault, Part};
pub use write::{Writer, protect, separator, unprotect};
