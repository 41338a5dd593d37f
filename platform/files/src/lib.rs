//! Tenants' private file spaces (I8): a folder per tenant with `in/`, `out/`, `done/` and `rejected/`, reached by SFTP
//! and FTPS, on screen, and by the program's own tasks.
//!
//! * [`Space`] is one tenant's folder: names, jail, quota, uploads that are there whole or not at all, purge (O1).
//!   [`Claimed`] and [`Space::result`] are what a scheduler needs of it (I9).
//! * `accounts` says who may come in. Accounts and keys are business objects (`FileAccount`, `FileKey`, `FileSpace`);
//!   passwords are kept by Argon2id, guarded as those of users are.
//! * [`Server`] listens. It has a runtime of its own, so that transfers take nothing from the pages, and a `Gate` that
//!   counts connections by source. A client whose account is no longer what it was is cut off within seconds.

mod accounts;
mod exchange;
mod ftps;
mod gate;
mod listing;
mod live;
mod options;
mod path;
mod purge;
mod server;
mod sftp;
mod space;
mod upload;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use talang_engine::{Installation, Module, Result, Rule, Task, Tenant, TenantId};

pub use accounts::{Guest, LastUse, Transfer, last_use, note, renew_password, transfers};
pub use exchange::Claimed;
pub use options::{Options, TenantLimits};
pub use path::{FOLDERS, SpacePath};
pub use purge::keep_days;
pub use server::Server;
pub use space::{Entry, Limits, Shared, Space, Usage};
pub use upload::{Begin, Upload, Writer};

/// The spaces of an installation.
#[derive(Default)]
pub struct Files {
    options: Options,
    open: Mutex<HashMap<TenantId, Shared>>,
    live: live::Live,
}

impl Files {
    /// With that configuration.
    pub fn new(options: Options) -> Arc<Files> {
        Arc::new(Files { options, ..Files::default() })
    }

    /// The installation's; with the default configuration where nobody has provided others.
    pub fn of(installation: &Installation) -> Arc<Files> {
        installation.provided::<Files>().unwrap_or_else(|| {
            let files = Files::new(Options::default());
            installation.provide(files.clone());
            files
        })
    }

    /// SHA-256 of the SFTP server's key, for whoever connects for the first time; nothing where SFTP was never on.
    pub fn fingerprint(&self, installation: &Installation) -> Option<String> {
        sftp::fingerprint(&installation.store().options().data, &self.options.host_key)
    }

    /// How it is configured.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// A tenant's space; made when it is used first.
    ///
    /// # Errors
    /// `storage.failed`.
    pub fn space(&self, installation: &Installation, tenant: &Tenant) -> Result<Shared> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(space) = open.get(tenant.id()).filter(|space| !space.is_gone()) {
            return Ok(space.clone());
        }
        let folder = tenant.db().attachments().space_folder();
        let limits = self.options.limits(tenant.id().as_str());
        let space = Arc::new(Space::open(&folder, limits, installation.store().options().durable)?);
        // Few are used at the same time; the others cost a descriptor each.
        if open.len() >= MOST_OPEN {
            open.retain(|_, space| Arc::strong_count(space) > 1);
        }
        open.insert(tenant.id().clone(), space.clone());
        Ok(space)
    }
}

/// Spaces kept open that nobody uses.
const MOST_OPEN: usize = 500;

/// Rules, tasks and messages.
pub fn module() -> Module {
    let before = |object, before| Rule { object, before: Some(before), after: None };
    Module {
        rules: vec![
            Rule {
                object: "FileAccount",
                before: Some(accounts::check_account),
                after: Some(accounts::account_changed),
            },
            before("FileKey", accounts::check_key),
            before("FileSpace", accounts::check_space),
        ],
        tasks: vec![Task { code: purge::PURGE, run: purge::run }],
        ..Module::default()
    }
}
