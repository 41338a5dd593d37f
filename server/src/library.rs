//! What every new tenant starts with: the standard library and the account of the command line.

use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};
use talang_catalogue::{Kind, Value};
use talang_engine::{Actor, Door, Installation, Result, Scope, Tenant};

/// Login of the account as which the command line acts in a tenant (T4): in every tenant from the start, visible in its
/// list of users, with the role below and without a password, so that nobody can sign in with it.
pub const OPERATOR: &str = "operator";
/// Role of that account.
pub const OPERATOR_ROLE: &str = "integration";

#[derive(rust_embed::Embed)]
#[folder = "../modules/core_hr/library/csv"]
struct CoreHr;

#[derive(rust_embed::Embed)]
#[folder = "../modules/recruiting/library/csv"]
struct Recruiting;

/// A file of the standard library.
pub struct LibraryFile {
    /// `[ImportType]_[ImportMode]_[Culture]_[Order]_.csv` (I4).
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// The files of the standard library in the order in which they are imported.
pub fn files() -> &'static [LibraryFile] {
    static FILES: OnceLock<Vec<LibraryFile>> = OnceLock::new();
    FILES.get_or_init(|| {
        let order =
            |name: &str| name.split('_').nth(3).and_then(|n| n.parse::<i64>().ok()).unwrap_or(i64::MAX);
        let mut files = embedded::<CoreHr>();
        files.extend(embedded::<Recruiting>());
        files.sort_by(|a, b| (order(&a.name), &a.name).cmp(&(order(&b.name), &b.name)));
        files
    })
}

fn embedded<E: rust_embed::Embed>() -> Vec<LibraryFile> {
    E::iter()
        .filter(|name| name.ends_with(".csv"))
        .filter_map(|name| {
            let bytes = E::get(&name)?.data.into_owned();
            Some(LibraryFile { name: name.into_owned(), bytes })
        })
        .collect()
}

/// Changes whenever the standard library does.
pub fn version() -> String {
    let mut digest = Sha256::new();
    for file in files() {
        digest.update(&file.name);
        digest.update(&file.bytes);
    }
    digest.update("operator 1");
    talang_store::attachments::hex(&digest.finalize())[..16].to_string()
}

/// Fills the template of new tenants.
///
/// # Errors
/// A line of the library that is refused: a mistake in the program, shown with file and line.
pub fn seed(installation: &Arc<Installation>, tenant: &Arc<Tenant>) -> Result<()> {
    let scope = Scope::new(installation, tenant, Actor::System, Door::Import);
    crate::cli::files::import_library(&scope)?;
    scope.change(Kind::Shared, |change| {
        let text = |t: &str| Value::Text(t.to_string());
        change.create("User", vec![("login", text(OPERATOR))])?;
        change.create("UserRole", vec![("user", text(OPERATOR)), ("role", text(OPERATOR_ROLE))])?;
        Ok(())
    })
}
