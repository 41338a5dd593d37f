//! What is done around the program: `cargo xtask test`, `tidy`, `peers`, `provider`, `lock`, `formats`.
//!
//! It depends on no crate of the program, so that it says what is wrong even when the program does not compile.

mod browser;
mod machine;
mod peers;
#[path = "../../platform/testkit/src/peers_place.rs"]
mod peers_place;
#[path = "../../platform/testkit/src/postgres.rs"]
mod postgres;
mod suite;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const HELP: &str = "\
cargo xtask test      Everything that must hold: format, tidiness, lints, all tests on both databases, the browser.
                      Ends with one line `N passed, N failed`.
cargo xtask tidy      The rules of the house: floors, headers, sizes, words, licence. Quick.
cargo xtask peers     Installs what the tests of tests-peers/ need: identity providers, mail servers, clients. Quick when
                      it is there already.
cargo xtask provider [ADDRESS]
                      Two sample identity providers on this machine, for the demo at ADDRESS (http://velmora.localhost:8080
                      if it is left out). See docs/admin-guide/identity-providers.md.
cargo xtask lock      Writes catalogue.lock after business objects changed; refuses where a migration is missing.
cargo xtask formats   Writes docs/formats.md, the reference of the import formats, from the catalogue.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.first().map(String::as_str) {
        Some("test") => suite::run(&root()),
        Some("tidy") => tidy::run(&root()),
        Some("peers") => peers(&root()),
        Some("provider") => peers::sample(&root(), arguments.get(1).map(String::as_str)),
        Some("lock") => lock(&root()),
        Some("formats") => formats(&root()),
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Some(other) => {
            eprintln!("there is no command {other:?}\n\n{HELP}");
            return ExitCode::FAILURE;
        }
    };
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The root of the project.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A command of cargo in the project. What cargo set for this program must not reach it.
fn cargo(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root);
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|n| n.starts_with("CARGO_PKG_") || n.starts_with("CARGO_MANIFEST_")) {
            command.env_remove(name);
        }
    }
    command
}

/// Prepares the programs of others that tests speak with.
fn peers(root: &Path) -> bool {
    match peers::prepare(root) {
        Ok(place) => {
            println!("{}", place.display());
            true
        }
        Err(problem) => {
            eprintln!("{problem}");
            false
        }
    }
}

/// The test that compares the lock with the declarations can also write it.
fn lock(root: &Path) -> bool {
    let test = ["test", "--quiet", "--workspace", "--test", "server", "the_lock_says_how_the_objects_are"];
    let written = machine::succeeds(cargo(root, &test).env("TALANG_WRITE_LOCK", "1"));
    if written {
        println!("{}", root.join("catalogue.lock").display());
    }
    written
}

/// The program documents its formats; the page in `docs/` is its word.
fn formats(root: &Path) -> bool {
    let made =
        cargo(root, &["run", "--quiet", "-p", "talang-server", "--bin", "talang", "--", "formats"]).output();
    match made {
        Ok(output) if output.status.success() => {
            let page = root.join("docs/formats.md");
            match std::fs::write(&page, output.stdout) {
                Ok(()) => println!("{}", page.display()),
                Err(error) => eprintln!("{}: {error}", page.display()),
            }
            page.exists()
        }
        Ok(output) => {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            false
        }
        Err(error) => {
            eprintln!("cargo did not start: {error}");
            false
        }
    }
}
