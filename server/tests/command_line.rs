//! Every command, run as people run it (issue 2, point 8).

use serde_json::Value as Json;

use crate::Folder;

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

#[test]
fn tenants_are_created_listed_and_deleted() {
    // T1, T2
    let folder = Folder::installation();
    let args = [
        "tenant",
        "create",
        "maison",
        "--name",
        "Maison",
        "--culture",
        "fr-FR",
        "--domain",
        "rh.maison.example",
    ];
    assert_eq!(json(&folder.ok(&[&args[..], &["--json"]].concat()))["host"], "maison.localhost");
    let twice = folder.run(&args);
    assert_eq!(twice.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&twice.stderr).contains("exists already"));
    let list = json(&folder.ok(&["tenant", "list", "--json"]));
    let found = list["tenants"].as_array().unwrap().iter().find(|t| t["tenant"] == "maison").unwrap();
    assert_eq!((&found["culture"], &found["hosts"][1]), (&"fr-FR".into(), &"rh.maison.example".into()));
    let careful = folder.run(&["tenant", "delete", "maison"]);
    assert_eq!(careful.status.code(), Some(2), "not without --yes");
    folder.ok(&["tenant", "delete", "maison", "--yes"]);
    assert!(!folder.ok(&["tenant", "list"]).contains("maison"));
}

#[test]
fn an_unknown_tenant_is_answered_with_those_there_are() {
    let folder = Folder::installation();
    let output = folder.run(&["export", "--tenant", "acne", "Country", "--out", "x.csv"]);
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(text.contains("\"acne\"") && text.contains("acme, other"), "{text}");
}

#[test]
fn an_import_tells_each_rejected_line_and_ends_with_code_1() {
    // I4, I5, I7
    let folder = Folder::installation();
    let good =
        folder.file("JobFamily_InsertAndUpdate_en-GB_10_.csv", "code,label.en\nSAIL,Sailing\nDOCK,Docks\n");
    let report = json(&folder.ok(&["import", "--tenant", "acme", "--json", &good]));
    assert_eq!(report["files"][0]["counts"]["created"], 2, "{report}");
    let again = json(&folder.ok(&["import", "--tenant", "acme", "--json", &good]));
    assert_eq!(again["files"][0]["counts"]["unchanged"], 2, "{again}");
    let bad =
        folder.file("JobFamily_InsertOnly_en-GB_20_.csv", "code,label.en\nSAIL,Sailing\nMOOR,Moorings\n");
    let output = folder.run(&["import", "--tenant", "acme", &bad]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("1 created") && text.contains("1 rejected") && text.contains("line 2"), "{text}");
    let dry = folder.file("JobFamily_InsertOnly_en-GB_30_.csv", "code,label.en\nROPE,Ropes\n");
    folder.ok(&["import", "--tenant", "acme", "--dry-run", &dry]);
    folder.ok(&["export", "--tenant", "acme", "JobFamily", "--out", "families.csv"]);
    let written = std::fs::read_to_string(folder.0.path().join("families.csv")).unwrap();
    assert!(
        written.starts_with('\u{feff}') && written.contains("MOOR") && !written.contains("ROPE"),
        "{written}"
    );
}

#[test]
fn files_run_in_the_order_of_their_names() {
    // I4
    let folder = Folder::installation();
    let sub = folder.file(
        "JobSubFamily_InsertAndUpdate_en-GB_20_.csv",
        "code,family,label.en\nSAIL-1,SAIL,Sailing on lakes\n",
    );
    let family = folder.file("JobFamily_InsertAndUpdate_en-GB_10_.csv", "code,label.en\nSAIL,Sailing\n");
    let report = json(&folder.ok(&["import", "--tenant", "acme", "--json", &sub, &family]));
    assert_eq!(report["files"][0]["parts"][0]["object"], "JobFamily");
}

#[test]
fn a_file_that_cannot_be_read_is_refused_as_a_whole() {
    let folder = Folder::installation();
    let file = folder.file("Unicorn_InsertOnly_en-GB_1_.csv", "code\nX\n");
    let output = folder.run(&["import", "--tenant", "acme", &file]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Unicorn"), "{output:?}");
}

#[test]
fn the_command_line_acts_as_an_account_that_the_tenant_can_suspend() {
    // T4
    let folder = Folder::installation();
    folder.ok(&["export", "--tenant", "acme", "Country", "--out", "a.csv"]);
    folder.ok(&["user", "role", "operator", "integration", "--tenant", "acme", "--remove"]);
    let output = folder.run(&["export", "--tenant", "acme", "Country", "--out", "b.csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!folder.0.path().join("b.csv").exists(), "nothing half written is left");
    folder.ok(&["export", "--tenant", "other", "Country", "--out", "c.csv"]);
}

// S7: lists and kept reports as files for people.
#[test]
fn reports_are_made_on_the_command_line() {
    let folder = Folder::installation();
    folder.ok(&["export", "--tenant", "acme", "Country", "--format", "xlsx", "--out", "a.xlsx"]);
    let kept = json(&folder.ok(&["report", "--tenant", "acme", "--json"]));
    assert_eq!(kept["reports"].as_array().map(Vec::len), Some(0), "{kept}");
    let out =
        ["export", "--tenant", "acme", "Country", "--format", "pdf", "--culture", "fr-FR", "--out", "b.pdf"];
    folder.ok(&out);
    let read = |name: &str| std::fs::read(folder.0.path().join(name)).unwrap();
    assert!(read("a.xlsx").starts_with(b"PK") && read("b.pdf").starts_with(b"%PDF-1.7"));
    let unknown = folder.run(&["report", "nothing", "--tenant", "acme", "--out", "c.xlsx"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(!folder.0.path().join("c.xlsx").exists() && !folder.0.path().join("c.part").exists());
}

#[test]
fn formats_are_described_from_the_catalogue() {
    // I2
    let folder = Folder::installation();
    let all = json(&folder.ok(&["formats", "--json"]));
    assert!(all["formats"].as_array().unwrap().len() > 60);
    assert!(folder.ok(&["formats", "Employee"]).contains("last_name"));
    assert!(folder.ok(&["formats", "employee", "--example"]).starts_with('\u{feff}'));
    let unknown = folder.run(&["formats", "Employe"]);
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("Employee"), "{unknown:?}");
    assert!(folder.ok(&["formats", "--markdown"]).contains("## Employee"));
}

#[test]
fn the_openapi_document_describes_the_tenants_own_objects() {
    // I10
    let folder = Folder::installation();
    let document = json(&folder.ok(&["openapi", "--tenant", "acme"]));
    assert_eq!(document["openapi"].as_str().map(|v| &v[..3]), Some("3.1"));
    assert!(document["paths"].as_object().unwrap().keys().any(|p| p.contains("employees")));
    // By the rules of the specification, as others read them.
    let file = folder.0.path().join("openapi.json");
    std::fs::write(&file, document.to_string()).unwrap();
    let (sound, said) =
        talang_testkit::peers::run_python("openapi-validator.py", &[&format!("file={}", file.display())]);
    assert!(sound && said.last().is_some_and(|l| l.ends_with(" paths")), "{}", said.join("\n"));
}

#[test]
fn a_fresh_installation_is_whole_and_damage_is_found() {
    let folder = Folder::installation();
    let report = json(&folder.ok(&["check", "--json"]));
    assert_eq!(
        (report["tenants"].as_u64(), report["findings"].as_array().map(Vec::len)),
        (Some(2), Some(0)),
        "{report}"
    );
    // Something from outside writes into the middle of a database.
    let tenants = folder.0.path().join("tenants");
    let mut files = Vec::new();
    walk(&tenants, &mut files);
    let shared = files.iter().find(|f| f.ends_with("acme/shared.db")).unwrap();
    let mut bytes = std::fs::read(shared).unwrap();
    let middle = bytes.len() / 2;
    let end = (middle + 40_000).min(bytes.len());
    bytes[middle..end].fill(0xaa);
    std::fs::write(shared, bytes).unwrap();
    let output = folder.run(&["check", "--tenant", "acme"]);
    assert!(matches!(output.status.code(), Some(1 | 2)), "{output:?}");
}

fn walk(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}

#[test]
fn a_wrong_configuration_is_refused_with_its_line() {
    let folder = Folder::installation();
    let path = folder.file("bad.toml", "durable = true\nlissten = \"127.0.0.1:1\"\n");
    let output = folder.run(&["serve", "--config", &path]);
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(text.contains("line 2") && text.contains("lissten"), "{text}");
}

#[test]
fn help_teaches_with_examples() {
    let folder = Folder::installation();
    assert!(folder.ok(&["--help"]).contains("talang demo"));
    assert!(folder.ok(&["import", "--help"]).contains("talang import --tenant acme"));
    assert!(folder.ok(&["serve", "--help"]).contains("session_idle_minutes = 120"));
}

#[test]
fn the_command_line_cannot_remove_the_last_super_administrator() {
    // A12
    let folder = Folder::installation();
    let make = |login: &str| {
        folder.ok(&["user", "create", login, "--tenant", "acme", "--role", "super-administrator"]);
    };
    make("root");
    let remove = ["user", "role", "root", "super-administrator", "--tenant", "acme", "--remove"];
    let output = folder.run(&remove);
    assert_ne!(output.status.code(), Some(0));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("nobody who can reach technical configuration"), "{told}");
    make("second");
    folder.ok(&remove);
}
