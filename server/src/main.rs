//! The program `talang`.

use std::process::ExitCode;

fn main() -> ExitCode {
    talang_server::cli::run()
}
