//! The packages of `tests-peers/`: programs of others that the tests speak with.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::suite::in_folder;
use crate::{machine, peers_place};

/// Installs the packages that the lists name, once for each state of the lists; the place where they are.
pub fn prepare(root: &Path) -> Result<PathBuf, String> {
    machine::node()?;
    machine::file_clients()?;
    let python = machine::python()?;
    let place = peers_place::place(root)?;
    let stamp = place.join(peers_place::STAMP);
    if stamp.is_file() {
        return Ok(place);
    }
    println!("installing the packages of tests-peers/ into {}", place.display());
    let at = |e: std::io::Error| format!("{}: {e}", place.display());
    fs::create_dir_all(&place).map_err(at)?;
    for list in peers_place::LISTS {
        fs::copy(root.join("tests-peers").join(list), place.join(list)).map_err(at)?;
    }
    let installed = |what: &str, done: bool| {
        let proxy = env::var("HTTPS_PROXY").map(|p| format!(" (through {p})")).unwrap_or_default();
        let problem =
            || format!("{what} could not install the test peers: is the package registry reachable{proxy}?");
        done.then_some(()).ok_or_else(problem)
    };
    let npm = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    installed("npm", machine::succeeds(&mut in_folder(&place, "npm", &npm)))?;
    let venv = ["-m", "venv", "venv"];
    if !machine::succeeds(&mut in_folder(&place, &python, &venv)) {
        return Err(format!(
            "{python} could not make an environment: `apt install python3-venv` on Debian and Ubuntu"
        ));
    }
    let pip = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--requirement",
        "requirements.txt",
    ];
    installed("pip", machine::succeeds(&mut in_folder(&place, "venv/bin/python", &pip)))?;
    fs::write(&stamp, "").map_err(at)?;
    Ok(place)
}

/// Where the demo is, unless it is said.
const DEMO: &str = "http://velmora.localhost:8080";

/// The script of the sample identity providers beside the packages, where Node.js finds them.
pub fn sample_script(root: &Path) -> Result<PathBuf, String> {
    let place = prepare(root)?;
    let copied = |name: &str| {
        let to = place.join(name);
        let done = fs::copy(root.join("tests-peers").join(name), &to);
        done.map(|_| to).map_err(|e| format!("{}: {e}", place.display()))
    };
    copied("peer.mjs")?;
    copied("sample-provider.mjs")
}

/// Starts the sample identity providers for the demo and waits for their end.
pub fn sample(root: &Path, talang: Option<&str>) -> bool {
    let started = sample_script(root).map(|script| {
        let arguments = [
            format!("talang={}", talang.unwrap_or(DEMO)),
            "port=4400".to_string(),
            "openid=sample-openid".to_string(),
            "saml=sample-saml".to_string(),
            "person=hr@velmora.example|HR manager".to_string(),
            "person=employee@velmora.example|Employee".to_string(),
        ];
        in_folder(root, "node", &[]).arg(script).args(arguments).status()
    });
    match started {
        Ok(Ok(status)) => status.success(),
        Ok(Err(error)) => {
            eprintln!("node did not start: {error}");
            false
        }
        Err(problem) => {
            eprintln!("{problem}");
            false
        }
    }
}
