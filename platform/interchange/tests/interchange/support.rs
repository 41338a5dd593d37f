//! An installation with core HR and its standard library.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use talang_engine::{Door, Feature, Installation, Module, Result, Scope, Tenant};
use talang_interchange::csv::{self, FileName, ImportOptions, ImportReport};
use talang_testkit::{Kit, Setup};

pub const SETUP: Setup = Setup { modules, seed, seed_version: "interchange" };

fn modules() -> Vec<Module> {
    // The function that the example of a switch names; the screens bring it in the product.
    let own_rights = Feature {
        code: "own-rights",
        module: "access",
        since: "2026-11-24",
        documentation: "docs/admin-guide/features.md",
        brings: &[],
    };
    let screens = Module { features: vec![own_rights], ..Module::default() };
    vec![talang_core_hr::module(), talang_interchange::module(), screens]
}

/// The files of the standard library, in their order.
pub fn library() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../modules/core_hr/library/csv");
    let entries = std::fs::read_dir(&folder).unwrap();
    let names = entries.map(|e| FileName::parse(e.unwrap().file_name().to_str().unwrap()).unwrap());
    csv::in_order(names.collect()).into_iter().map(|n| folder.join(n.text)).collect()
}

fn seed(installation: &Arc<Installation>, tenant: &Arc<Tenant>) -> Result<()> {
    let scope = Scope::new(installation, tenant, talang_engine::Actor::System, Door::Task);
    for path in library() {
        let report = import_path(&scope, &path, path.file_name().unwrap().to_str().unwrap(), false)?;
        assert_eq!(report.counts.rejected, 0, "{}: {:#?}", report.file, report.faults);
    }
    Ok(())
}

pub fn import_path(scope: &Scope, path: &Path, name: &str, dry_run: bool) -> Result<ImportReport> {
    let options = ImportOptions { dry_run, adapted: None, folder: None, progress: &mut |_| {} };
    csv::import_file(scope, path, name, options)
}

/// A file for the time of a test.
pub struct Scratch(pub PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

pub fn scratch(bytes: impl AsRef<[u8]>) -> Scratch {
    static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let path = std::env::temp_dir().join(format!("talang-csv-{}-{number}.csv", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    Scratch(path)
}

/// Imports a text under that name.
pub fn import(scope: &Scope, name: &str, text: &str) -> Result<ImportReport> {
    let file = scratch(text);
    import_path(scope, &file.0, name, false)
}

/// A tenant and the program itself in it.
pub fn system(kit: &Kit) -> Scope {
    kit.system(&kit.tenant("acme"))
}

/// `created, updated, unchanged, rejected`.
pub fn counts(report: &ImportReport) -> [u64; 4] {
    let c = report.counts;
    [c.created, c.updated, c.unchanged, c.rejected]
}

/// Line, column and code of all told faults.
pub fn faults(report: &ImportReport) -> Vec<(u64, String, String)> {
    let mut all: Vec<_> = report
        .faults
        .iter()
        .flat_map(|g| &g.first)
        .map(|f| (f.line, f.column.clone(), f.code.clone()))
        .collect();
    all.sort();
    all
}

/// One number from the tenant's database.
pub fn number(scope: &Scope, sql: &str) -> i64 {
    let row = scope.tenant().db().read(|conn| conn.query_one(sql, &[])).unwrap();
    row.unwrap().first().unwrap().int()
}
