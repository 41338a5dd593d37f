//! `talang vault …`: the keys with which secrets in the databases are sealed.

use clap::Subcommand;
use serde_json::json;
use talang_engine::Error;

use super::open::{Failure, Opener, Outcome};

/// The keys with which secrets in the databases are sealed: second factors, secrets and keys of single sign-on, waiting mails.
#[derive(Subcommand, Debug)]
pub(super) enum VaultCommand {
    /// Where the keys are, and how much they seal
    #[command(after_help = "Example:\n  talang vault status")]
    Status,
    /// Make a new key, seal everything with it, forget the former key. May run beside a server; cut off, it goes on at the
    /// next call
    #[command(after_help = "Example:
  talang vault rotate
Keep a copy of the new key file apart from the backups; older backups still need the former one.")]
    Rotate,
}

impl VaultCommand {
    pub(super) fn run(self, open: &Opener) -> Result<Outcome, Failure> {
        match self {
            VaultCommand::Status => status(open),
            VaultCommand::Rotate => rotate(open),
        }
    }
}

fn status(open: &Opener) -> Result<Outcome, Failure> {
    let installation = open.installation()?;
    let (mut sealed, mut broken) = (0, 0);
    for row in installation.tenants()? {
        let tenant = installation.tenant(&row.id)?;
        let (count, findings) =
            tenant.db().read(|conn| tenant.db().vault().check(conn)).map_err(Error::from)?;
        sealed += count;
        broken += findings.len();
    }
    let vault = installation.store().vault();
    let (file, ids) = (vault.path().display().to_string(), vault.ids());
    let newest = ids.first().map_or("", String::as_str);
    let mut words = vec![format!("Key {newest} in {file} seals {sealed} values.")];
    if ids.len() > 1 {
        words.push("An exchange of keys was cut off: `talang vault rotate` goes on with it.".to_string());
    }
    if broken > 0 {
        words.push(format!("{broken} values do not open: `talang check` says which."));
    }
    open.say(&words.join("\n"), &json!({ "file": file, "keys": ids, "sealed": sealed, "broken": broken }))?;
    Ok(if broken == 0 { Outcome::Done } else { Outcome::Rejected })
}

fn rotate(open: &Opener) -> Result<Outcome, Failure> {
    let installation = open.installation()?;
    let store = installation.store();
    let id = store.begin_key_exchange().map_err(Error::from)?;
    let tenants = installation.tenants()?;
    let bar = open.shows_progress().then(|| super::files::bar("sealing"));
    if let Some(bar) = &bar {
        bar.set_length(tenants.len() as u64);
    }
    let mut sealed = 0;
    for row in &tenants {
        let tenant = installation.tenant(&row.id)?;
        sealed += tenant.db().renew_sealed().map_err(|error| {
            Failure::from(Error::from(error)).hint(format!(
                "nothing is lost: both keys hold until everything is sealed anew. `talang check --tenant {}` shows what is \
                 wrong; then call this again",
                row.id
            ))
        })?;
        if let Some(bar) = &bar {
            bar.inc(1);
        }
    }
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    store.end_key_exchange().map_err(Error::from)?;
    let file = store.vault().path().display().to_string();
    let words = format!(
        "Key {id} seals {sealed} values of {} tenants; the former key is gone from {file}.\n\
         Keep a copy of that file apart from the backups. Backups from before need the former key.",
        tenants.len()
    );
    open.say(&words, &json!({ "key": id, "file": file, "tenants": tenants.len(), "sealed": sealed }))?;
    Ok(Outcome::Done)
}
