//! The template of new tenants is built once in a test run and handed from installation to installation: filling it is
//! by far the longest part of most tests.
//!
//! `cargo xtask test` names a folder for SQLite in [`FOLDER`]; on PostgreSQL the run's one cluster keeps it. A run of a
//! single test shares nothing. Nothing outlives the run, so a template is never older than the code under test.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io, process};

use postgres::{Client, NoTls};
use talang_engine::Installation;
use talang_store::{Backend, PostgresServer};

/// Environment variable with the folder for templates of SQLite.
pub const FOLDER: &str = "TALANG_TEST_TEMPLATES";

/// What makes templates differ within a run: the objects and what the seed fills in.
fn key(installation: &Installation, seed_version: &str) -> String {
    let mut hasher = DefaultHasher::new();
    talang_catalogue::lock::lock(0, &installation.registry().objects).hash(&mut hasher);
    seed_version.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Takes over a template that another installation built. Without one the installation builds its own.
pub(crate) fn take(installation: &Installation, backend: &Backend, data: &Path, seed_version: &str) {
    let key = key(installation, seed_version);
    match backend {
        Backend::Sqlite => {
            if let Some(shared) = env::var_os(FOLDER).map(|folder| PathBuf::from(folder).join(&key)) {
                let _ = copy_tree(&shared, &data.join("tenants"));
            }
        }
        Backend::Postgres(servers) => {
            let _ = servers.first().map(|server| take_database(server, &key));
        }
    }
}

/// Offers the template that this installation built to others.
pub(crate) fn offer(installation: &Installation, backend: &Backend, data: &Path, seed_version: &str) {
    let key = key(installation, seed_version);
    match backend {
        Backend::Sqlite => {
            if let Some(folder) =
                env::var_os(FOLDER).map(PathBuf::from).filter(|folder| !folder.join(&key).exists())
            {
                let _ = offer_folder(&data.join("tenants"), &folder, &key);
            }
        }
        Backend::Postgres(servers) => {
            let _ = servers.first().map(|server| offer_database(server, &key));
        }
    }
}

/// Copies the folders of templates aside and puts them in place at once: whoever comes first wins.
fn offer_folder(tenants: &Path, folder: &Path, key: &str) -> io::Result<()> {
    let aside = folder.join(format!("{key}-{}", process::id()));
    for hash in fs::read_dir(tenants)? {
        let hash = hash?;
        for tenant in fs::read_dir(hash.path())? {
            let tenant = tenant?;
            if tenant.file_name().to_string_lossy().starts_with("~template-") {
                copy_tree(&tenant.path(), &aside.join(hash.file_name()).join(tenant.file_name()))?;
            }
        }
    }
    fs::rename(&aside, folder.join(key)).or_else(|_| fs::remove_dir_all(&aside))
}

fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    let entries = fs::read_dir(from)?;
    fs::create_dir_all(to)?;
    for entry in entries {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

/// A shared template is called `template_<key>_<digest>`, the installation's own `<prefix>_template_<digest>`.
fn take_database(server: &PostgresServer, key: &str) -> Result<(), postgres::Error> {
    let shared = format!("template_{key}_");
    let mut admin = Client::connect(&format!("{} dbname=postgres", server.address), NoTls)?;
    for (name, digest) in names(&mut admin, &shared)? {
        admin.batch_execute(&format!(
            "CREATE DATABASE \"{}_template_{digest}\" TEMPLATE \"{name}\"",
            server.prefix
        ))?;
    }
    Ok(())
}

fn offer_database(server: &PostgresServer, key: &str) -> Result<(), postgres::Error> {
    let mut admin = Client::connect(&format!("{} dbname=postgres", server.address), NoTls)?;
    for (name, digest) in names(&mut admin, &format!("{}_template_", server.prefix))? {
        let shared = format!("template_{key}_{digest}");
        if names(&mut admin, &shared)?.is_empty() {
            admin.batch_execute(&format!("CREATE DATABASE \"{shared}\" TEMPLATE \"{name}\""))?;
        }
    }
    Ok(())
}

/// Databases whose names begin so, and what follows.
fn names(admin: &mut Client, beginning: &str) -> Result<Vec<(String, String)>, postgres::Error> {
    let rows = admin.query("SELECT datname::text FROM pg_database", &[])?;
    let names = rows.iter().map(|row| row.get::<_, String>(0));
    Ok(names
        .filter_map(|name| name.strip_prefix(beginning).map(str::to_string).map(|rest| (name, rest)))
        .collect())
}
