//! The general doors, through their public functions, on both databases.

mod csv;
mod rest;
mod support;
