//! The general doors: CSV, REST and OData.

mod bulk;
pub mod csv;
pub mod odata;
pub mod rest;
mod sample;

use talang_engine::{Module, Rule};

/// What the general doors bring to the registry.
pub fn module() -> Module {
    Module {
        rules: vec![Rule { object: csv::EXPORT_FORMAT, before: Some(csv::layout::check), after: None }],
        tasks: std::iter::once(csv::job::task()).chain(bulk::tasks()).collect(),
        messages: talang_engine::messages_of!("../messages"),
        ..Module::default()
    }
}
