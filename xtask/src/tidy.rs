//! `cargo xtask tidy`: the rules of the house that no compiler knows. `ARCHITECTURE.md` gives their reasons.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

/// The floors: which crates of ours a crate may use. Tests may use the test kit besides, and what lies below it.
const FLOORS: &[(&str, &[&str])] = &[
    ("platform/catalogue", &[]),
    ("platform/derive", &[]),
    ("platform/store", &["catalogue"]),
    ("platform/engine", &["catalogue", "derive", "store"]),
    ("platform/http", &["catalogue", "engine"]),
    // Sessions and credentials are tables of the program, not business objects.
    ("platform/identity", &["catalogue", "derive", "engine", "http", "mail", "store", "webauthn"]),
    // The page that shows the interface's document uses the bundled styles.
    ("platform/interchange", &["catalogue", "engine", "http", "web"]),
    // What waits to leave is a table of the program.
    ("platform/mail", &["catalogue", "engine", "store"]),
    ("platform/screens", &["catalogue", "engine", "http", "web"]),
    // The one place that calls addresses which somebody entered.
    ("platform/outward", &["engine"]),
    // Sign-in buttons, refusals and the providers' pages look like all others.
    (
        "platform/federation",
        &["catalogue", "derive", "engine", "http", "identity", "outward", "screens", "store", "xml"],
    ),
    // Accounts of file spaces are guarded as those of users; their passwords and transfers are tables of the program.
    ("platform/files", &["catalogue", "engine", "http", "identity", "screens", "store"]),
    // Documents embed the bundled fonts.
    ("platform/report", &["catalogue", "engine", "interchange", "web"]),
    // Which runs there were is a table of the program; trouble is told by mail.
    ("platform/schedule", &["catalogue", "engine", "files", "interchange", "mail", "report", "store"]),
    // What is to be delivered is a table of the program; messages are made as the REST interface writes values.
    ("platform/webhook", &["catalogue", "engine", "interchange", "mail", "outward", "store"]),
    // Reads what people bring, in a process of its own: it sees nothing but bytes.
    ("platform/reading", &["catalogue"]),
    ("platform/testkit", &["catalogue", "engine", "store"]),
    ("modules/core_hr", &["catalogue", "derive", "engine", "http", "screens"]),
    // Refers to the objects of core HR; writes to those who decide and to candidates, offers on paper too.
    (
        "modules/recruiting",
        &["catalogue", "core-hr", "derive", "engine", "http", "mail", "reading", "report", "screens"],
    ),
    // The public's pages: sees recruiting's objects, sends mails to whoever applies, gives candidates their data as a zip file, and lets
    // them in by their accounts.
    (
        "modules/careers",
        &[
            "catalogue",
            "core-hr",
            "engine",
            "http",
            "identity",
            "mail",
            "reading",
            "recruiting",
            "report",
            "screens",
            "web",
        ],
    ),
    // The page that describes a service uses the bundled styles.
    ("platform/soap", &["catalogue", "engine", "http", "web", "xml"]),
    // Names core HR's objects in a table, and sees nothing of the crate; tells programs what career sites tell visitors; their
    // webhooks have a form of their own and are signed with their keys.
    ("modules/clients", &["careers", "catalogue", "engine", "http", "identity", "report", "soap", "webhook"]),
    (
        "server",
        &[
            "careers",
            "catalogue",
            "clients",
            "core-hr",
            "derive",
            "engine",
            "federation",
            "files",
            "http",
            "identity",
            "interchange",
            "mail",
            "reading",
            "recruiting",
            "report",
            "schedule",
            "screens",
            "soap",
            "store",
            "web",
            "webhook",
        ],
    ),
    // Ceremonies without storage: what is kept of them is identity's.
    ("platform/webauthn", &[]),
    // Reads and signs documents; whose they are is the matter of those who ask.
    ("platform/xml", &["catalogue", "engine"]),
    ("web", &[]),
    (
        "bench",
        &[
            "catalogue",
            "core-hr",
            "engine",
            "files",
            "http",
            "identity",
            "interchange",
            "recruiting",
            "report",
            "schedule",
            "screens",
            "server",
            "store",
            "webhook",
        ],
    ),
    ("xtask", &[]),
];

/// What tests may use, whatever the floor: the test kit, and core HR, whose objects are better examples than made-up ones.
const FOR_TESTS: &[&str] = &["catalogue", "core-hr", "derive", "engine", "store", "testkit"];

/// Libraries that modules do not see: no SQL, no sockets, no framework.
const NOT_FOR_MODULES: &[&str] =
    &["rusqlite", "postgres", "tokio-postgres", "axum", "tokio", "hyper", "tower-http"];

/// The longest Rust file, in lines: longer ones hold more than one thing.
const LONGEST: usize = 900;

/// Longer files, each with its reason.
const LONG_FILES: &[(&str, &str)] = &[(
    "server/src/demo/writing.rs",
    "the import files of the demo companies, one function each, read from top to bottom",
)];

/// How the machine's time is asked for.
const TIMES: &[&str] = &[
    concat!("Timestamp::", "now("),
    concat!("SystemTime::", "now("),
    concat!("Zoned::", "now("),
    concat!("Utc::", "now("),
];

/// Who may: the clock itself, names of temporary files, the operator's log.
const CLOCKS: &[&str] =
    &["platform/engine/src/clock.rs", "platform/store/src/attachments.rs", "server/src/log.rs"];

/// Words that say where somebody worked, in pieces so that this file does not contain them. They count when nothing
/// that belongs to a longer path stands before them.
const PLACES: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/home", "/user"),
    concat!("registry.npm", "js.org"),
    concat!("static.cra", "tes.io"),
    concat!("index.cra", "tes.io"),
    concat!("npm", "mirror."),
    concat!("arti", "factory"),
];

/// Looks at everything; prints what is wrong and where. True when nothing is.
pub fn run(root: &Path) -> bool {
    match look(root) {
        Ok(findings) if findings.is_empty() => {
            println!("tidy");
            true
        }
        Ok(findings) => {
            eprintln!("{}", findings.join("\n"));
            eprintln!("{} findings", findings.len());
            false
        }
        Err(error) => {
            eprintln!("tidy could not read the project: {error}");
            false
        }
    }
}

fn look(root: &Path) -> io::Result<Vec<String>> {
    let mut findings = Vec::new();
    let mut switches = Switches::default();
    for name in ["LICENSE", "README.md", "ARCHITECTURE.md", "CHANGELOG.md", "catalogue.lock"] {
        if !root.join(name).is_file() {
            findings.push(format!("{name}: is missing"));
        }
    }
    for path in files(root)? {
        // Not every file is text, and one may be on its way out.
        let Ok(text) = fs::read_to_string(root.join(&path)) else { continue };
        let name = path.to_string_lossy().replace('\\', "/");
        findings.extend(places(&name, &text));
        match path.file_name().and_then(|n| n.to_str()) {
            Some("Cargo.toml") if name != "Cargo.toml" => findings.extend(crate_manifest(&name, &text)),
            Some("package-lock.json") => findings.extend(package_lock(&name, &text)),
            Some("LICENSE") => findings.extend(licence(&name, &text)),
            Some(file) if file.ends_with(".rs") => {
                findings.extend(rust(&name, &text));
                switches.read(&name, &text);
            }
            _ => {}
        }
    }
    findings.extend(switches.findings(root));
    Ok(findings)
}

/// What is or will be in the repository.
fn files(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut list = Command::new("git");
    list.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root);
    let output = list.output()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(text.split('\0').filter(|name| !name.is_empty()).map(PathBuf::from).collect())
}

/// Nothing tells where somebody worked.
fn places(name: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for place in PLACES {
            let alone = line.match_indices(place).any(|(at, _)| {
                let before = line.get(..at).and_then(|l| l.chars().next_back());
                !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '}' | ')'))
            });
            if alone {
                findings.push(format!(
                    "{name}:{}: names a place of somebody's machine or network: {place}",
                    number + 1
                ));
            }
        }
    }
    findings
}

/// Floors, licence and lints of a crate.
fn crate_manifest(name: &str, text: &str) -> Vec<String> {
    let folder = name.trim_end_matches("/Cargo.toml");
    let manifest: toml::Table = match text.parse() {
        Ok(manifest) => manifest,
        Err(error) => return vec![format!("{name}: {error}")],
    };
    let Some((_, allowed)) = FLOORS.iter().find(|(crate_folder, _)| *crate_folder == folder) else {
        return vec![format!("{name}: say in xtask/src/tidy.rs on which floor this crate stands")];
    };
    let mut findings = Vec::new();
    for (table, tests) in [("dependencies", false), ("build-dependencies", false), ("dev-dependencies", true)]
    {
        for used in
            manifest.get(table).and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::keys)
        {
            if let Some(ours) = used.strip_prefix("talang-")
                && !allowed.contains(&ours)
                && !(tests && FOR_TESTS.contains(&ours))
            {
                findings.push(format!("{name}: {folder} may not use {used}: that is not below it"));
            }
            if folder.starts_with("modules/") && NOT_FOR_MODULES.contains(&used.as_str()) {
                findings.push(format!(
                    "{name}: a module does not use {used}: the engine and the screens do that for it"
                ));
            }
        }
    }
    let inherits = |path: [&str; 2]| {
        let value = manifest.get(path[0]).and_then(|table| table.get(path[1]));
        value.is_some_and(|v| {
            v.as_bool() == Some(true) || v.get("workspace").and_then(toml::Value::as_bool) == Some(true)
        })
    };
    if !inherits(["package", "license"]) {
        findings.push(format!("{name}: write `license.workspace = true`"));
    }
    if !inherits(["lints", "workspace"]) {
        findings.push(format!("{name}: write `workspace = true` under [lints]"));
    }
    findings
}

/// Functions that arrive switched off (S8): where they are declared, and where code asks for them.
#[derive(Default)]
struct Switches {
    /// File, code, address of the documentation.
    declared: Vec<(String, String, String)>,
    asked: Vec<String>,
}

impl Switches {
    fn read(&mut self, name: &str, text: &str) {
        if name.contains("/tests/") || name.starts_with("xtask/") {
            return;
        }
        let value = |block: &str, field: &str| {
            let rest = block.split_once(&format!("{field}: \""))?.1;
            Some(rest.split_once('"')?.0.to_string())
        };
        for block in text.split("Feature {").skip(1).filter_map(|b| b.split('}').next()) {
            if let (Some(code), Some(docs)) = (value(block, "code"), value(block, "documentation")) {
                // The gate itself asks for what brings objects.
                if block.contains("brings: &[\"") {
                    self.asked.push(code.clone());
                }
                self.declared.push((name.to_string(), code, docs));
            }
        }
        for call in ["feature(\"", "require_feature(\""] {
            let codes = text.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            self.asked.extend(codes.map(str::to_string));
        }
    }

    /// A switch that switches nothing, and one without documentation.
    fn findings(&self, root: &Path) -> Vec<String> {
        let mut findings = Vec::new();
        for (name, code, docs) in &self.declared {
            if !self.asked.contains(code) {
                findings.push(format!(
                    "{name}: the function {code:?} can be switched, and no code asks whether it is on"
                ));
            }
            if !fs::read_to_string(root.join(docs)).is_ok_and(|text| text.contains(code)) {
                findings.push(format!("{name}: {docs} does not document the function {code:?}"));
            }
        }
        findings
    }
}

/// A Rust file says what it holds, is not too long, and leaves no test out but those that measure time.
fn rust(name: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    if !text.trim_start().starts_with("//!") {
        findings.push(format!("{name}:1: begin with a `//!` line that says what the file holds"));
    }
    let lines = text.lines().count();
    if lines > LONGEST && !LONG_FILES.iter().any(|(file, _)| *file == name) {
        findings.push(format!("{name}: {lines} lines, {LONGEST} are the most: divide it by what it holds"));
    }
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_start();
        if !CLOCKS.contains(&name) && TIMES.iter().any(|time| line.contains(time)) {
            findings.push(format!(
                "{name}:{}: take the time from the engine's clock, so that tests can set it",
                number + 1
            ));
        }
        let left_out = line.starts_with("#[ignore") && !line.contains("\"measures");
        if left_out || line.starts_with("#[cfg_attr(") && line.contains(", ignore") {
            findings.push(format!("{name}:{}: a test is run or it is not there", number + 1));
        }
    }
    findings
}

/// A lock file of npm names packages and digests, not the place they came from.
fn package_lock(name: &str, text: &str) -> Vec<String> {
    let found = text.lines().position(|line| line.trim_start().starts_with("\"resolved\""));
    let hint =
        "write it with `npm install --omit-lockfile-registry-resolved` (an .npmrc beside it can say so)";
    found
        .map(|number| format!("{name}:{}: tells where packages were fetched; {hint}", number + 1))
        .into_iter()
        .collect()
}

fn licence(name: &str, text: &str) -> Vec<String> {
    let whole = text.contains("Apache License")
        && text.contains("Version 2.0")
        && text.contains("END OF TERMS AND CONDITIONS");
    if whole { Vec::new() } else { vec![format!("{name}: is not the whole Apache License 2.0")] }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "[package]\nlicense.workspace = true\n[lints]\nworkspace = true\n[dependencies]\n";

    #[test]
    fn imports_point_down() {
        let found = |folder: &str, uses: &str| {
            crate_manifest(&format!("{folder}/Cargo.toml"), &format!("{GOOD}{uses}"))
        };
        assert!(found("platform/engine", "talang-store.workspace = true").is_empty());
        assert_eq!(found("platform/store", "talang-engine.workspace = true").len(), 1);
        assert_eq!(found("modules/core_hr", "talang-store.workspace = true").len(), 1, "no SQL in modules");
        assert_eq!(found("modules/core_hr", "rusqlite.workspace = true").len(), 1);
        assert_eq!(found("server", "talang-testkit.workspace = true").len(), 1, "the kit is for tests");
        assert!(found("server", "[dev-dependencies]\ntalang-testkit.workspace = true").is_empty());
        assert_eq!(found("modules/new", "").len(), 1, "a new crate says where it stands");
    }

    #[test]
    fn a_switch_switches_something_and_is_documented() {
        // S8
        let declared =
            "Feature {\n code: \"new\",\n module: \"a\",\n documentation: \"docs/nowhere.md\",\n }";
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut switches = Switches::default();
        switches.read("a.rs", declared);
        assert_eq!(switches.findings(&root).len(), 2, "dead, and without documentation");
        switches.read("b.rs", "call.scope.require_feature(\"new\")?;");
        assert_eq!(switches.findings(&root).len(), 1, "asked for, and without documentation");
        let mut switches = Switches::default();
        switches.read("a.rs", &declared.replace(" }", " brings: &[\"things\"],\n }"));
        assert_eq!(switches.findings(&root).len(), 1, "the gate asks for what brings objects");
        let mut switches = Switches::default();
        switches.read("a.rs", &declared.replace(" }", " brings: &[],\n }"));
        assert_eq!(switches.findings(&root).len(), 2, "brings nothing, and nobody asks for it");
    }

    #[test]
    fn crates_inherit_licence_and_lints() {
        assert_eq!(crate_manifest("web/Cargo.toml", "[package]\nlicense = \"MIT\"\n").len(), 2);
    }

    #[test]
    fn files_say_what_they_hold_and_are_not_too_long() {
        assert!(rust("a.rs", "//! What it holds.\n").is_empty());
        assert_eq!(rust("a.rs", "fn a() {}\n").len(), 1);
        assert_eq!(rust("a.rs", &format!("//! Long.\n{}", "\n".repeat(LONGEST))).len(), 1);
        assert_eq!(rust("a.rs", &format!("//! Time.\nlet now = {});\n", TIMES[0])).len(), 1);
        assert_eq!(rust("a.rs", "//! A test.\n#[test]\n#[ignore = \"later\"]\nfn a() {}\n").len(), 1);
    }

    #[test]
    fn places_are_found_only_where_they_stand_alone() {
        for place in PLACES {
            assert_eq!(places("a", &format!("see {place}x")).len(), 1, "{place}");
        }
        assert!(places("a", &format!("src{}x", PLACES[0])).is_empty());
    }

    #[test]
    fn lock_files_do_not_tell_where_packages_came_from() {
        assert_eq!(package_lock("a", "{\n  \"resolved\": \"https://example.com/a.tgz\"\n}").len(), 1);
        assert!(package_lock("a", "{ \"integrity\": \"sha512-x\" }").is_empty());
    }

    #[test]
    fn the_licence_is_whole() {
        assert_eq!(licence("LICENSE", "Apache License, Version 2.0").len(), 1);
    }
}
