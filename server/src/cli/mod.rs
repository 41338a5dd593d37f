//! The command line.

pub mod files;

use std::process::ExitCode;
use std::sync::Arc;

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let config = crate::config::Config::default();
    let version = crate::library::version();
    let registry = match crate::modules::registry() {
        Ok(r) => r,
        Err(e) => {
            eprintln!("{e}");
            return ExitCode::FAILURE;
        }
    };
    let installation = match talang_engine::Installation::open(
        config.options(),
        registry,
        Arc::new(talang_engine::SystemClock),
        crate::library::seed,
        &version,
    ) {
        Ok(i) => i,
        Err(e) => {
            eprintln!("{e}");
            return ExitCode::FAILURE;
        }
    };
    let app = match crate::web::App::new(installation, config) {
        Ok(a) => a,
        Err(e) => {
            eprintln!("{e}");
            return ExitCode::FAILURE;
        }
    };
    match crate::web::serve(app, |_| ()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
    }
}
