//! The general doors, through their public functions, on both databases.

mod csv;
mod governance;
mod rest;
mod support;
