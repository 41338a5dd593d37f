//! What must be on the machine: found, installed where that is ours to do, or named with the way to get it.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, fs};

/// The oldest Node.js that the front end and the browser tests run on.
const OLDEST_NODE: u32 = 20;

/// The oldest Python that the peers of the tests run on.
const OLDEST_PYTHON: (u32, u32) = (3, 11);

/// Runs a command whose output goes to the terminal.
pub fn succeeds(command: &mut Command) -> bool {
    match command.stdin(Stdio::null()).status() {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("{:?} did not start: {error}", command.get_program());
            false
        }
    }
}

/// A program in PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The first line that a program prints about its version.
fn version(name: &str) -> Option<String> {
    let output = Command::new(name).arg("--version").stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// cargo-nextest, which runs the tests.
pub fn nextest() -> Result<(), String> {
    find("cargo-nextest").map(|_| ()).ok_or_else(|| {
        "cargo-nextest is needed to run the tests: `cargo install cargo-nextest --locked`, or a ready-made program from \
         https://nexte.st/docs/installation/pre-built-binaries/"
            .to_string()
    })
}

/// Node.js and npm, for the front end and the browser tests.
pub fn node() -> Result<(), String> {
    let hint = format!(
        "Node.js {OLDEST_NODE} or newer with npm is needed: `apt install nodejs npm` on Debian and Ubuntu, elsewhere \
         https://nodejs.org/en/download"
    );
    let found = version("node").ok_or_else(|| format!("node was not found. {hint}"))?;
    let major = found.trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        return Err(format!("node says it is {found}. {hint}"));
    }
    version("npm").map(|_| ()).ok_or_else(|| format!("npm was not found. {hint}"))
}

/// Python with its `venv`, for the peers of the tests: the command to call.
pub fn python() -> Result<String, String> {
    let hint = format!(
        "Python {}.{} or newer with venv is needed: `apt install python3 python3-venv` on Debian and Ubuntu, elsewhere \
         https://www.python.org/downloads/",
        OLDEST_PYTHON.0, OLDEST_PYTHON.1
    );
    let found = version("python3").ok_or_else(|| format!("python3 was not found. {hint}"))?;
    let mut numbers = found.trim_start_matches("Python ").split('.').map_while(|n| n.parse::<u32>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(major), Some(minor)) if (major, minor) >= OLDEST_PYTHON => Ok("python3".to_string()),
        _ => Err(format!("python3 says it is {found}. {hint}")),
    }
}

/// A Chromium for the browser tests: `TALANG_CHROMIUM`, else one in PATH, else Debian's package where we are root.
pub fn chromium() -> Result<PathBuf, String> {
    if let Some(named) = env::var_os("TALANG_CHROMIUM") {
        let named = PathBuf::from(named);
        return if named.is_file() {
            Ok(named)
        } else {
            Err(format!("TALANG_CHROMIUM names {}, which is no file", named.display()))
        };
    }
    let found = || {
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].into_iter().find_map(find)
    };
    if let Some(file) = found() {
        return Ok(file);
    }
    install("chromium");
    found().ok_or_else(|| {
        "Chromium is needed for the browser tests: `apt install chromium` on Debian and Ubuntu, or name the program in \
         the variable TALANG_CHROMIUM"
            .to_string()
    })
}

/// The programs of PostgreSQL; Debian's package where we are root and they are missing.
pub fn postgres() -> Result<(), String> {
    crate::postgres::available().or_else(|_| {
        install("postgresql");
        crate::postgres::available()
    })
}

/// The programs with which file spaces and the log are tested and measured, with Debian's packages of them.
const PROGRAMS: [(&str, &str); 6] = [
    ("sftp", "openssh-client"),
    ("ssh-keygen", "openssh-client"),
    ("lftp", "lftp"),
    ("curl", "curl"),
    ("sshd", "openssh-server"),
    ("rsyslogd", "rsyslog"),
];

/// The clients with which file spaces are tested, the server they are measured against, and the log's receiver; Debian's
/// packages where we are root and they are missing. All that is still missing is named at once.
pub fn file_clients() -> Result<(), String> {
    // Where servers are is not in everybody's path.
    let there = |program: &str| find(program).is_some() || PathBuf::from("/usr/sbin").join(program).is_file();
    let mut missing = PROGRAMS.to_vec();
    missing.retain(|(program, _)| !there(program));
    for (_, package) in &missing {
        install(package);
    }
    missing.retain(|(program, _)| !there(program));
    if missing.is_empty() {
        return Ok(());
    }
    let (programs, mut packages): (Vec<_>, Vec<_>) = missing.into_iter().unzip();
    packages.dedup();
    Err(format!(
        "the tests speak with programs that are missing: {}. `apt install {}` on Debian and Ubuntu",
        programs.join(", "),
        packages.join(" ")
    ))
}

/// Installs a package of Debian where we may; whoever calls looks whether it helped.
fn install(package: &str) {
    let root = Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.trim_ascii() == b"0");
    if !root || find("apt-get").is_none() {
        return;
    }
    println!("{package} is missing: installing Debian's package");
    let mut update = Command::new("apt-get");
    update.args(["update", "--quiet=2"]);
    let mut install = Command::new("apt-get");
    install.args(["install", "--yes", "--quiet=2", "--no-install-recommends", package]);
    install.env("DEBIAN_FRONTEND", "noninteractive");
    if succeeds(&mut update) {
        succeeds(&mut install);
    }
}

/// The folder into which cargo builds.
pub fn target(root: &std::path::Path) -> PathBuf {
    let named = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target =
        named.map_or_else(|| root.join("target"), |t| if t.is_absolute() { t } else { root.join(t) });
    let _ = fs::create_dir_all(&target);
    target
}
