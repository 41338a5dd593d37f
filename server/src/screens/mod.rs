//! Pages that need more than one of the platform's doors, and therefore belong to the program: imports and exports on
//! screen, passwords and sessions of accounts.

mod accounts;
pub mod applications;
mod delegations;
pub mod import;

use talang_http::Route;

/// The routes of these pages.
pub fn routes() -> Vec<Route> {
    [accounts::routes(), applications::routes(), delegations::routes(), import::routes()].concat()
}
