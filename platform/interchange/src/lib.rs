//! The general doors: CSV, REST and OData.

mod bulk;
pub mod csv;
pub mod odata;
pub mod rest;

use talang_engine::Module;

/// What the general doors bring to the registry.
pub fn module() -> Module {
    Module {
        tasks: std::iter::once(csv::job::task()).chain(bulk::tasks()).collect(),
        messages: talang_engine::messages_of!("../messages"),
        ..Module::default()
    }
}
