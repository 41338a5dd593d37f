//! I2: every format has an example, and the examples import as they stand, in their order, into a new tenant that has
//! switched on what arrives switched off.

use talang_catalogue::{Kind, Value};
use talang_engine::{Actor, Door, Scope};
use talang_interchange::csv::{self, ImportOptions};
use talang_testkit::{Database, Kit, Setup};

const SETUP: Setup = Setup {
    modules: talang_server::modules::modules,
    seed: talang_server::library::seed,
    seed_version: "examples",
};

#[test]
fn the_example_of_every_format_imports() {
    let kit = Kit::new(Database::Sqlite, &SETUP);
    let tenant = kit.tenant("acme");
    let scope = Scope::new(&kit.installation(), &tenant, Actor::System, Door::Import);
    let on = |code: &str| vec![("code", Value::Text(code.to_string())), ("on", true.into())];
    scope
        .change(Kind::Shared, |change| change.create("FeatureSwitch", on("recruiting")))
        .expect("switched on");
    let examples = csv::examples(&scope).expect("examples");
    assert_eq!(examples.len(), csv::formats(&scope).expect("formats").len());
    let folder = tempfile::tempdir().expect("a folder");
    let mut failed = Vec::new();
    for example in &examples {
        let path = folder.path().join(&example.file_name);
        std::fs::write(&path, &example.text).expect("a file");
        let options = ImportOptions { dry_run: false, adapted: None, folder: None, progress: &mut |_| {} };
        match csv::import_file(&scope, &path, &example.file_name, options) {
            Ok(report) if report.counts.rejected == 0 => {}
            Ok(report) => {
                failed.push(format!("{}: {:?}\n{}", example.file_name, report.faults, example.text));
            }
            Err(error) => failed.push(format!("{}: {error:?}\n{}", example.file_name, example.text)),
        }
    }
    assert!(failed.is_empty(), "{} of {}:\n{}", failed.len(), examples.len(), failed.join("\n"));
}
