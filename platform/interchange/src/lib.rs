//! The general doors: CSV, REST and OData.

pub mod csv;
pub mod odata;
pub mod rest;

use talang_engine::Module;

/// What the general doors bring to the registry.
pub fn module() -> Module {
    Module {
        tasks: vec![csv::job::task()],
        messages: talang_engine::messages_of!("../messages"),
        ..Module::default()
    }
}
