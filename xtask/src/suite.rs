//! `cargo xtask test`: everything that must hold, one closing line.
//!
//! Nothing is left out silently: a step that cannot run is a failure with the way to mend it. Later steps run although
//! earlier ones failed, so that one run shows everything.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs};

use crate::machine;
use crate::postgres::{ADDRESS, Cluster};

/// How many checks held and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Held.
    pub passed: usize,
    /// Did not.
    pub failed: usize,
}

impl Tally {
    /// One check.
    pub fn of(held: bool) -> Tally {
        Tally { passed: usize::from(held), failed: usize::from(!held) }
    }

    /// The counts of a program, and a failure more where it ended badly without counting one.
    pub fn honest(self, ended_well: bool) -> Tally {
        let hidden = !ended_well && self.failed == 0 || ended_well && self == Tally::default();
        Tally { failed: self.failed + usize::from(hidden), ..self }
    }

    /// Both together.
    pub fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

type Step = fn(&Path) -> Result<Tally, String>;

/// Runs every step. True when nothing failed.
pub fn run(root: &Path) -> bool {
    let steps: [(&str, Step); 6] = [
        ("format", format),
        ("tidiness", |root| Ok(Tally::of(crate::tidy::run(root)))),
        ("lints", lints),
        ("tests", tests),
        ("documentation tests", doc_tests),
        ("browser tests", crate::browser::run),
    ];
    let mut total = Tally::default();
    let mut lines = Vec::new();
    for (name, step) in steps {
        println!("\n── {name} ──");
        let began = Instant::now();
        let tally = step(root).unwrap_or_else(|problem| {
            eprintln!("{problem}");
            Tally::of(false)
        });
        let seconds = began.elapsed().as_secs();
        lines.push(format!(
            "{:<20} {:>6} passed {:>4} failed {seconds:>6} s",
            name, tally.passed, tally.failed
        ));
        total.add(tally);
    }
    println!("\n{}\n", lines.join("\n"));
    println!("{} passed, {} failed", total.passed, total.failed);
    total.failed == 0
}

fn format(root: &Path) -> Result<Tally, String> {
    let held = machine::succeeds(&mut crate::cargo(root, &["fmt", "--all", "--check"]));
    if !held {
        eprintln!("`cargo fmt --all` puts the code above into its form.");
    }
    Ok(Tally::of(held))
}

/// The workspace's own lints, the compiler's warnings, and clippy's findings about what is wrong, doubtful or slow. Its
/// taste in names and shapes is left to the reader.
fn lints(root: &Path) -> Result<Tally, String> {
    machine::node()?;
    // Tests may fail by unwrapping, nothing else may: what is not a test is looked at by itself.
    let program = clippy(root, &["--lib", "--bins"], &[]);
    let tests = clippy(root, &["--all-targets"], &["clippy::unwrap_used"]);
    Ok(Tally::of(program && tests))
}

fn clippy(root: &Path, targets: &[&str], allowed: &[&str]) -> bool {
    let mut arguments = vec!["clippy", "--workspace", "--keep-going", "--quiet"];
    arguments.extend(targets);
    arguments.extend(["--", "--deny", "warnings"]);
    for taste in ["clippy::style", "clippy::complexity", "clippy::large_enum_variant"].iter().chain(allowed) {
        arguments.extend(["--allow", taste]);
    }
    machine::succeeds(&mut crate::cargo(root, &arguments))
}

fn tests(root: &Path) -> Result<Tally, String> {
    machine::nextest()?;
    machine::node()?;
    machine::postgres()?;
    let peers = crate::peers::prepare(root)?;
    // One cluster serves the whole run; the test kit gives each installation databases of its own.
    let cluster = match env::var(ADDRESS) {
        Ok(address) if !address.is_empty() => Err(address),
        _ => Ok(Cluster::start()?),
    };
    let address = cluster.as_ref().map_or_else(|address| address.as_str(), Cluster::address);
    let target = machine::target(root);
    // nextest keeps its reports in the project, wherever cargo builds.
    let report = root.join("target/nextest/whole/junit.xml");
    let _ = fs::remove_file(&report);
    // What the test kit's `templates.rs` keeps for the run.
    let templates = target.join(format!("test-templates-{}", std::process::id()));
    fs::create_dir_all(&templates).map_err(|e| format!("{}: {e}", templates.display()))?;
    let ended_well = machine::succeeds(
        crate::cargo(root, &["nextest", "run", "--workspace", "--profile", "whole"])
            .env(ADDRESS, address)
            .env(crate::peers_place::PLACE, &peers)
            .env("TALANG_TEST_TEMPLATES", &templates),
    );
    let _ = fs::remove_dir_all(&templates);
    let tally = fs::read_to_string(&report).map(|xml| junit(&xml)).unwrap_or_default();
    Ok(tally.honest(ended_well))
}

/// The counts in the first element of a JUnit report.
fn junit(xml: &str) -> Tally {
    let head = xml
        .find("<testsuites")
        .and_then(|at| xml.get(at..))
        .and_then(|rest| rest.split('>').next())
        .unwrap_or("");
    let count = |name: &str| -> usize {
        let value = head.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next());
        value.and_then(|v| v.parse().ok()).unwrap_or(0)
    };
    let failed = count("failures") + count("errors");
    Tally { passed: count("tests").saturating_sub(failed), failed }
}

fn doc_tests(root: &Path) -> Result<Tally, String> {
    let mut child = crate::cargo(root, &["test", "--workspace", "--doc", "--no-fail-fast", "--quiet"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("cargo did not start: {e}"))?;
    let mut tally = Tally::default();
    for line in
        child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).lines().map_while(Result::ok))
    {
        println!("{line}");
        tally.add(libtest(&line));
    }
    let ended_well = child.wait().is_ok_and(|status| status.success());
    Ok(tally.honest(ended_well))
}

/// The counts in a line `test result: ok. 3 passed; 0 failed; …`; none in any other line.
fn libtest(line: &str) -> Tally {
    let Some(rest) = line.trim().strip_prefix("test result: ") else { return Tally::default() };
    let words: Vec<&str> = rest.split([' ', ';', '.']).filter(|w| !w.is_empty()).collect();
    let count = |what: &str| {
        words
            .windows(2)
            .find(|pair| pair.last() == Some(&what))
            .and_then(|pair| pair.first()?.parse().ok())
            .unwrap_or(0)
    };
    Tally { passed: count("passed"), failed: count("failed") }
}

/// Runs a command in a folder with its output on the terminal.
pub fn in_folder(folder: &Path, program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_counted() {
        let xml = "<?xml version=\"1.0\"?>\n<testsuites name=\"nextest-run\" tests=\"94\" failures=\"2\" errors=\"1\" time=\"3\">\n<testsuite tests=\"5\">";
        assert_eq!(junit(xml), Tally { passed: 91, failed: 3 });
        assert_eq!(junit(""), Tally::default());
        let line = "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(libtest(line), Tally { passed: 3, failed: 1 });
        assert_eq!(libtest("test result of something else"), Tally::default());
    }

    #[test]
    fn what_ended_badly_or_ran_nothing_is_a_failure() {
        assert_eq!(Tally::default().honest(true), Tally::of(false), "no test at all");
        assert_eq!(
            Tally { passed: 4, failed: 0 }.honest(false),
            Tally { passed: 4, failed: 1 },
            "did not compile"
        );
        assert_eq!(Tally { passed: 4, failed: 2 }.honest(false), Tally { passed: 4, failed: 2 });
        assert_eq!(Tally { passed: 4, failed: 0 }.honest(true), Tally { passed: 4, failed: 0 });
    }
}
