//! The guides tell the truth as far as a program can see: keys and defaults, commands, links.

use std::path::{Path, PathBuf};
use std::process::Command;

use talang_server::config::EXAMPLE;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Every page under `docs/`, and the ones beside it.
fn pages() -> Vec<PathBuf> {
    let mut pages = vec![folder().join("README.md"), folder().join("ARCHITECTURE.md")];
    let mut folders = vec![folder().join("docs")];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "md") {
                pages.push(path);
            }
        }
    }
    pages
}

#[test]
fn the_configuration_page_names_every_key_with_its_default() {
    let page = read(&folder().join("docs/admin-guide/configuration.md"));
    let mut keys = 0;
    for line in EXAMPLE.lines().filter(|l| !l.starts_with('#')) {
        let Some((key, rest)) = line.split_once(" = ") else { continue };
        let default = rest.split('#').next().unwrap().trim();
        let row = format!("| `{key}` | `{default}` |");
        assert!(page.contains(&row), "docs/admin-guide/configuration.md lacks the row {row}");
        keys += 1;
    }
    assert!(keys > 10);
    let rows = page.lines().filter(|l| l.starts_with("| `")).count();
    assert_eq!(rows, keys + 3, "the page names keys that there are not (besides the three of [[postgres]])");
}

#[test]
fn links_lead_to_pages_that_exist() {
    let mut lost = Vec::new();
    for page in pages() {
        let text = read(&page);
        for part in text.split("](").skip(1) {
            let target = part.split([')', '#']).next().unwrap_or_default();
            if target.is_empty() || target.contains("://") {
                continue;
            }
            if !page.parent().unwrap().join(target).exists() {
                lost.push(format!("{}: {target}", page.display()));
            }
        }
    }
    assert_eq!(lost, [""; 0]);
}

#[test]
fn commands_in_the_guides_exist_with_their_options() {
    let help = |words: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_talang")).args(words).arg("--help").output().unwrap();
        output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
    };
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for page in pages().iter().filter(|p| p.to_string_lossy().contains("-guide")) {
        let text = read(page);
        for line in text.lines().filter_map(|l| l.strip_prefix("talang ")) {
            let line = line.split('#').next().unwrap();
            let words: Vec<&str> = line.split_whitespace().collect();
            let grouped = ["tenant", "user", "key", "log", "schedule", "vault"].contains(&words[0]);
            let known = help(&words[..words.len().min(if grouped { 2 } else { 1 })]).unwrap_or_default();
            seen += 1;
            for option in words.iter().filter(|w| w.starts_with("--")) {
                if !known.contains(option) {
                    wrong.push(format!("{}: talang {line}: {option}", page.display()));
                }
            }
            if known.is_empty() {
                wrong.push(format!("{}: there is no command `talang {line}`", page.display()));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(seen > 15, "only {seen} commands were found");
}

/// How many requirements each section of ASVS 5.0.0 has, and which of them are of level 3 alone: the checklist has a line for each
/// of the others.
const SECTIONS: &[(&str, u32, &[u32])] = &[
    ("V1.1", 2, &[]),
    ("V1.2", 10, &[10]),
    ("V1.3", 12, &[12]),
    ("V1.4", 3, &[]),
    ("V1.5", 3, &[3]),
    ("V2.1", 3, &[]),
    ("V2.2", 3, &[]),
    ("V2.3", 5, &[5]),
    ("V2.4", 2, &[2]),
    ("V3.2", 3, &[3]),
    ("V3.3", 5, &[5]),
    ("V3.4", 8, &[7, 8]),
    ("V3.5", 8, &[6, 7, 8]),
    ("V3.7", 5, &[3, 4, 5]),
    ("V4.1", 5, &[4, 5]),
    ("V4.2", 5, &[2, 3, 4, 5]),
    ("V4.3", 2, &[]),
    ("V4.4", 4, &[]),
    ("V5.1", 1, &[]),
    ("V5.2", 6, &[4, 5, 6]),
    ("V5.3", 3, &[3]),
    ("V5.4", 3, &[]),
    ("V6.1", 3, &[]),
    ("V6.2", 12, &[]),
    ("V6.3", 8, &[5, 6, 7, 8]),
    ("V6.4", 6, &[5, 6]),
    ("V6.5", 8, &[6, 7, 8]),
    ("V6.6", 4, &[4]),
    ("V6.7", 2, &[1, 2]),
    ("V6.8", 4, &[]),
    ("V7.1", 3, &[]),
    ("V7.2", 4, &[]),
    ("V7.3", 2, &[]),
    ("V7.4", 5, &[]),
    ("V7.5", 3, &[3]),
    ("V7.6", 2, &[]),
    ("V8.1", 4, &[3, 4]),
    ("V8.2", 4, &[4]),
    ("V8.3", 3, &[2, 3]),
    ("V8.4", 2, &[2]),
    ("V9.1", 3, &[]),
    ("V9.2", 4, &[]),
    ("V10.1", 2, &[]),
    ("V10.2", 3, &[3]),
    ("V10.3", 5, &[5]),
    ("V10.4", 16, &[12, 13, 14, 15, 16]),
    ("V10.5", 5, &[]),
    ("V10.6", 2, &[]),
    ("V10.7", 3, &[]),
    ("V11.1", 4, &[3, 4]),
    ("V11.2", 5, &[4, 5]),
    ("V11.3", 5, &[4, 5]),
    ("V11.4", 4, &[]),
    ("V11.5", 2, &[2]),
    ("V11.6", 2, &[2]),
    ("V12.1", 5, &[4, 5]),
    ("V12.2", 2, &[]),
    ("V12.3", 5, &[5]),
    ("V13.1", 4, &[2, 3, 4]),
    ("V13.2", 6, &[6]),
    ("V13.3", 4, &[3, 4]),
    ("V13.4", 7, &[6, 7]),
    ("V14.1", 2, &[]),
    ("V14.2", 8, &[5, 6, 7, 8]),
    ("V14.3", 3, &[]),
    ("V15.1", 5, &[4, 5]),
    ("V15.2", 5, &[4, 5]),
    ("V15.3", 7, &[]),
    ("V16.1", 1, &[]),
    ("V16.2", 5, &[]),
    ("V16.3", 4, &[]),
    ("V16.4", 3, &[]),
    ("V16.5", 4, &[4]),
    ("V17.1", 2, &[2]),
    ("V17.2", 8, &[5, 6, 7, 8]),
    ("V17.3", 2, &[]),
];

#[test]
fn the_security_checklist_has_a_line_for_every_requirement() {
    let page = read(&folder().join("docs/security/asvs.md"));
    let mut told: Vec<&str> =
        page.lines().filter_map(|l| l.strip_prefix("| V")?.split(" |").next()).collect();
    let lines = told.len();
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), lines, "a requirement stands there twice");
    for (section, count, level_3) in SECTIONS {
        for number in (1..=*count).filter(|n| !level_3.contains(n)) {
            let name = format!("{section}.{number}");
            assert!(told.contains(&name.trim_start_matches('V')), "{name} is missing");
        }
    }
    for name in told {
        let (section, number) = name.rsplit_once('.').expect("a number");
        let known = SECTIONS.iter().find(|(s, ..)| s.trim_start_matches('V') == section);
        let count = known.map_or(0, |(_, count, _)| *count);
        assert!(number.parse::<u32>().is_ok_and(|n| n <= count), "V{name} is no requirement");
    }
    let reasons = ["does not apply", "in part", "not met", "no test"];
    for row in page.lines().filter(|l| l.starts_with("| V") && l.contains(" **")) {
        let reason = row.split("**").nth(1).unwrap_or_default();
        assert!(reasons.contains(&reason), "{row}");
        let why = row.split("**: ").nth(1).unwrap_or_default();
        assert!(why.len() > 8, "{row} says no reason");
    }
}

#[test]
fn the_security_checklist_names_tests_that_exist() {
    let page = read(&folder().join("docs/security/asvs.md"));
    let (mut lines, mut named) = (0, 0);
    for row in page.lines().filter(|l| l.starts_with("| V")) {
        let proof = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        lines += 1;
        if proof.starts_with("**") {
            continue;
        }
        for test in proof.split(", ").map(|t| t.trim_matches('`')) {
            let (file, function) = test.split_once("::").unwrap_or_else(|| panic!("no test in {row}"));
            let text = read(&folder().join(file));
            let begins =
                text.find(&format!("fn {function}()")).unwrap_or_else(|| panic!("{test} is not there"));
            let before = text[..begins].trim_end();
            assert!(before.ends_with("#[test]"), "{test} is no test");
            named += 1;
        }
    }
    assert!(lines > 250 && named > 250, "{lines} lines with {named} tests");
}
