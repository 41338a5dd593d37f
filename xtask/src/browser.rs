//! The browser tests of `tests-browser/`: the demo as people use it, in Debian's Chromium, with axe on every page.

use std::path::Path;
use std::{env, fs};

use serde_json::Value;

use crate::machine;
use crate::suite::{Tally, in_folder};

/// Builds the program, installs the packages of the lock file, runs the tests.
pub fn run(root: &Path) -> Result<Tally, String> {
    machine::node()?;
    let chromium = machine::chromium()?;
    if !machine::succeeds(&mut crate::cargo(
        root,
        &["build", "--quiet", "-p", "talang-server", "--bin", "talang"],
    )) {
        return Err("the program could not be built, so no page could be opened".to_string());
    }
    let folder = root.join("tests-browser");
    install(&folder)?;
    let target = machine::target(root);
    let sample = crate::peers::sample_script(root)?;
    let play = |name: &str, more: &[&str], config: Option<&Path>| {
        let report = target.join(format!("{name}.json"));
        let _ = fs::remove_file(&report);
        let arguments = ["--no-install", "playwright", "test", "--reporter=list,json"];
        let mut tests = in_folder(&folder, "npx", &[&arguments, more].concat());
        tests.env("TALANG_SAMPLE_PROVIDER", &sample);
        tests.env("TALANG_BIN", target.join("debug/talang")).env("TALANG_CHROMIUM", &chromium);
        tests.env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report).env("TALANG_BROWSER_OUTPUT", target.join(name));
        if let Some(config) = config {
            tests.env("TALANG_CONFIG", config);
        }
        let ended_well = machine::succeeds(&mut tests);
        let tally = fs::read_to_string(&report).ok().and_then(|text| serde_json::from_str(&text).ok());
        tally.as_ref().map(count).unwrap_or_default().honest(ended_well)
    };
    let mut tally = play("browser-tests", &[], None);
    // The story that goes through every module once more, with the demo on PostgreSQL.
    machine::postgres()?;
    let cluster = crate::postgres::Cluster::start()?;
    let config = target.join("browser-postgres.toml");
    let text = format!(
        "[[postgres]]\nname = \"main\"\naddress = \"{}\"\nprefix = \"browser_\"\n",
        cluster.address()
    );
    fs::write(&config, text).map_err(|e| format!("{}: {e}", config.display()))?;
    tally.add(play("browser-tests-postgres", &["story"], Some(&config)));
    Ok(tally)
}

/// Counts of Playwright's report. A test that had to be repeated or was left out did not hold.
fn count(report: &Value) -> Tally {
    let number = |name: &str| report.pointer(&format!("/stats/{name}")).and_then(Value::as_u64).unwrap_or(0);
    let failed = number("unexpected") + number("flaky") + number("skipped");
    let count = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    Tally { passed: count(number("expected")), failed: count(failed) }
}

/// `npm ci`, unless the packages of this very lock file are installed.
fn install(folder: &Path) -> Result<(), String> {
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|e| format!("{}: {e}", lock.display()))?;
    let stamp = folder.join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let npm = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    // The tests use the machine's Chromium; Playwright must not fetch one.
    if !machine::succeeds(in_folder(folder, "npm", &npm).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")) {
        let proxy = env::var("HTTPS_PROXY").map(|p| format!(" (through {p})")).unwrap_or_default();
        return Err(format!(
            "npm could not install the browser tests' packages: is the package registry reachable{proxy}?"
        ));
    }
    fs::write(&stamp, wanted).map_err(|e| format!("{}: {e}", stamp.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_held_at_once_counts_as_passed() {
        let report =
            serde_json::json!({ "stats": { "expected": 12, "unexpected": 1, "flaky": 2, "skipped": 3 } });
        assert_eq!(count(&report), Tally { passed: 12, failed: 6 });
    }
}
