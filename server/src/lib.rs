//! The program `talang`: configuration, command line, HTTP, and the wiring of all crates. What a tenant's data means is
//! not known here; [`modules`] lists what brings it.

pub mod cli;
pub mod config;
pub mod demo;
pub mod library;
pub mod log;
pub mod modules;
pub mod scanner;
pub mod screens;
pub mod syslog;
pub mod web;
mod workers;
