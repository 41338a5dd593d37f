//! Bundles the front end: `npm ci` from the lock file, esbuild, then a Rust table of what came out.
//!
//! Everything happens in `OUT_DIR`: building never writes into the source tree. Packages are installed again only when
//! the lock file changed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const OLDEST_NODE: u32 = 20;

fn main() {
    for input in ["src", "package.json", "package-lock.json", "bundle.mjs", ".npmrc"] {
        println!("cargo:rerun-if-changed={input}");
    }
    if let Err(problem) = build() {
        eprintln!("\nThe front end could not be built.\n{problem}\n");
        std::process::exit(1);
    }
}

fn build() -> Result<(), String> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|e| e.to_string())?);
    let work = out.join("web");
    check_node()?;

    fs::create_dir_all(&work).map_err(at(&work))?;
    let source = work.join("src");
    if source.exists() {
        fs::remove_dir_all(&source).map_err(at(&source))?;
    }
    copy_tree(&here.join("src"), &source)?;
    for file in ["package.json", "package-lock.json", "bundle.mjs", ".npmrc"] {
        fs::copy(here.join(file), work.join(file)).map_err(at(&here.join(file)))?;
    }
    install(&work)?;

    let dist = out.join("dist");
    let mut bundle = Command::new("node");
    bundle.arg("bundle.mjs").arg(&dist).current_dir(&work);
    run(&mut bundle, "Mend the script or style that the message above names, in web/src.")
}

/// Node and npm must be there and recent enough; says where to get them otherwise.
fn check_node() -> Result<(), String> {
    let hint = format!(
        "Node.js {OLDEST_NODE} or newer with npm is needed to build (not to run) this program: on Debian and Ubuntu \
         `apt install nodejs npm`, elsewhere see https://nodejs.org/en/download."
    );
    let version = |tool: &str| -> Result<String, String> {
        let output = Command::new(tool).arg("--version").output();
        let output = output.map_err(|e| format!("`{tool} --version` failed: {e}.\n{hint}"))?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_string())
    };
    let node = version("node")?;
    version("npm")?;
    let major = node.trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(format!("`node --version` says {node:?}, which is too old.\n{hint}")),
    }
}

/// `npm ci`, unless the packages of this very lock file are already installed.
fn install(work: &Path) -> Result<(), String> {
    let lock = fs::read(work.join("package-lock.json")).map_err(at(&work.join("package-lock.json")))?;
    let stamp = work.join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]).current_dir(work);
    run(
        &mut npm,
        "The package registry must be reachable the first time; check the network, a proxy or ~/.npmrc.",
    )?;
    fs::write(&stamp, lock).map_err(at(&stamp))
}

fn run(command: &mut Command, hint: &str) -> Result<(), String> {
    let output = command.output().map_err(|e| format!("{command:?} did not start: {e}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!(
        "{command:?} failed ({}).\n{}{}\n{hint}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    ))
}

fn copy_tree(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(at(to))?;
    for entry in fs::read_dir(from).map_err(at(from))? {
        let entry = entry.map_err(at(from))?;
        let target = to.join(entry.file_name());
        if entry.file_type().map_err(at(from))?.is_dir() {
            copy_tree(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).map_err(at(&target))?;
        }
    }
    Ok(())
}

fn at(path: &Path) -> impl Fn(std::io::Error) -> String {
    let path = path.display().to_string();
    move |e| format!("{path}: {e}")
}
