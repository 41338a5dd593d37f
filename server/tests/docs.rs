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
            let grouped = ["tenant", "user", "key", "log"].contains(&words[0]);
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
