//! Pages that need more than one of the platform's doors, and therefore belong to the program: imports and exports on
//! screen, passwords and sessions of accounts.

mod accounts;
pub mod applications;
pub mod caught;
mod delegations;
mod devices;
pub mod export_formats;
pub mod file_space;
pub mod import;
pub(crate) mod links;
mod mails;
pub(crate) mod mobile;
mod policy;
mod sending;
pub(crate) mod ways;
pub mod webhooks;

use talang_http::Route;

/// The routes of these pages.
pub fn routes() -> Vec<Route> {
    [
        accounts::routes(),
        devices::routes(),
        export_formats::routes(),
        applications::routes(),
        delegations::routes(),
        file_space::routes(),
        import::routes(),
        links::routes(),
        mails::routes(),
        mobile::routes(),
        policy::routes(),
        sending::routes(),
        ways::routes(),
        webhooks::routes(),
    ]
    .concat()
}

/// The functions of these pages that companies switch on (S8).
pub fn features() -> Vec<talang_engine::Feature> {
    vec![mobile::feature()]
}

/// Their entries of the menu.
pub fn menu() -> Vec<talang_engine::MenuEntry> {
    use talang_engine::{Action, MenuEntry};
    let entry = |label, href, icon, right| MenuEntry {
        section: "access",
        label,
        href,
        icon,
        right: Some(right),
        ..MenuEntry::default()
    };
    vec![
        entry("policy-title", "/access/password-policy", "password-user", ("PasswordPolicy", Action::Read)),
        entry("activation-title", "/access/activation", "user-check", ("User", Action::Create)),
        entry("mobile-title", "/access/mobile", "device-mobile", ("User", Action::Create)),
        entry("mails-title", "/access/mails", "mail", ("MailMessage", Action::Read)),
    ]
}
