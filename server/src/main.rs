//! The program `talang`.

use std::process::ExitCode;

/// Imports and lists allocate many small values from several threads: quicker than with the system's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    talang_server::cli::run()
}
