//! `catalogue.lock` at the root says how the business objects were when somebody last looked. A change that endangers
//! tenants' data needs a migration, and every change is seen in review.
//!
//! `cargo xtask lock` runs this test with `TALANG_WRITE_LOCK=1`: it then writes the file instead of complaining.

use std::path::PathBuf;

use talang_catalogue::ObjectDef;
use talang_catalogue::lock::{diff, lock, version};
use talang_engine::Registry;

use super::{folder, registry};

fn file() -> PathBuf {
    folder("../catalogue.lock")
}

/// The numbers of the recorded migrations: one number for all kinds of data that it touches.
fn migrations(registry: &Registry) -> Vec<i64> {
    let mut numbers: Vec<i64> = registry.migrations.iter().map(|m| m.number).collect();
    numbers.dedup();
    numbers
}

/// The lock that today's declarations need after `old`, or what speaks against it.
fn next(old: Option<&str>, objects: &[&'static ObjectDef], migrations: &[i64]) -> Result<String, String> {
    let Some(old) = old else { return Ok(lock(1, objects)) };
    let was = version(old)?;
    let steps: Vec<String> =
        diff(old, &lock(was, objects))?.iter().filter(|c| c.step).map(|c| c.to_string()).collect();
    if steps.is_empty() {
        return Ok(lock(was, objects));
    }
    let wanted = was + 1;
    if !migrations.contains(&i64::from(wanted)) {
        let steps = steps.join("\n");
        return Err(format!(
            "these changes need a migration with number {wanted} in the crate that owns the object:\n{steps}"
        ));
    }
    Ok(lock(wanted, objects))
}

// Upgrades keep data (T9: one product version for all tenants).
#[test]
fn the_lock_says_how_the_objects_are() {
    let old = std::fs::read_to_string(file()).ok();
    let registry = registry();
    let new = next(old.as_deref(), &registry.objects, &migrations(&registry))
        .unwrap_or_else(|problem| panic!("{problem}"));
    if std::env::var_os("TALANG_WRITE_LOCK").is_some() {
        std::fs::write(file(), &new).expect("catalogue.lock can be written");
        return;
    }
    let old = old.expect("catalogue.lock is missing: run `cargo xtask lock`");
    let changes: Vec<String> = diff(&old, &new).unwrap().iter().map(|c| c.to_string()).collect();
    assert!(
        old == new,
        "catalogue.lock is not up to date: run `cargo xtask lock` and commit it.\n{}",
        changes.join("\n")
    );
}

// Each version above the first has the one migration that leads to it.
#[test]
fn every_version_has_its_migration() {
    let text = std::fs::read_to_string(file()).expect("catalogue.lock is missing: run `cargo xtask lock`");
    let wanted: Vec<i64> = (2..=i64::from(version(&text).unwrap())).collect();
    let numbers = migrations(&registry());
    assert_eq!(numbers, wanted, "the numbers of migrations are 2 up to the version of catalogue.lock");
}

#[test]
fn what_endangers_data_is_refused_without_its_migration() {
    let objects = registry().objects;
    let now = lock(1, &objects);
    assert_eq!(next(Some(&now), &objects, &[]), Ok(now.clone()));
    // An object that only the older version has was removed since.
    let old = format!("{now}object 65000 Gone table=gone path=gones kind=shared module=people key=code\n");
    assert!(next(Some(&old), &objects, &[]).unwrap_err().contains("number 2"));
    assert_eq!(next(Some(&old), &objects, &[2]), Ok(lock(2, &objects)));
    // A new object is no danger.
    let fewer = lock(1, &objects[..objects.len() - 1]);
    assert_eq!(next(Some(&fewer), &objects, &[]), Ok(now));
}
