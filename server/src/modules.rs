//! The one list of what the program consists of. A new module is a line in [`modules`] and one in [`routes`].

use talang_engine::{Module, Registry};
use talang_http::{Route, Router};

/// What brings objects, rules, tasks, labels and messages. The engine's own comes first by itself.
pub fn modules() -> Vec<Module> {
    vec![
        talang_core_hr::module(),
        talang_recruiting::module(),
        talang_careers::module(),
        talang_clients::module(),
        talang_interchange::module(),
        talang_mail::module(),
        talang_identity::module(),
        talang_federation::module(),
        talang_files::module(),
        talang_report::module(),
        talang_schedule::module(),
        talang_webhook::module(),
        talang_screens::module(),
        talang_soap::module(),
        crate::screens::import::module(),
        Module {
            messages: talang_engine::messages_of!("../messages"),
            menu: crate::screens::applications::menu(),
            ..Module::default()
        },
        Module {
            messages: talang_engine::messages_of!("../messages/mail"),
            menu: crate::screens::menu(),
            features: crate::screens::features(),
            ..Module::default()
        },
        Module {
            messages: talang_engine::messages_of!("../messages/files"),
            menu: crate::screens::file_space::menu(),
            ..Module::default()
        },
        Module {
            messages: talang_engine::messages_of!("../messages/webhooks"),
            menu: [crate::screens::webhooks::menu(), crate::screens::export_formats::menu()].concat(),
            ..Module::default()
        },
    ]
}

/// Everything that answers to HTTP.
pub fn routes() -> Vec<Route> {
    [
        crate::web::routes(),
        talang_screens::routes(),
        crate::screens::routes(),
        talang_core_hr::routes(),
        talang_recruiting::routes(),
        talang_careers::routes(),
        talang_interchange::rest::routes(),
        talang_interchange::odata::routes(),
        talang_clients::routes(),
        talang_federation::routes(),
    ]
    .concat()
}

/// The modules, merged.
///
/// # Errors
/// A sentence when two modules disagree: a mistake in the program.
pub fn registry() -> Result<Registry, String> {
    Registry::new(modules())
}

/// The routes as a router.
pub fn router() -> Router {
    Router::new(routes())
}
