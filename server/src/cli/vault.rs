//! `talang vault …`: the keys with which secrets in the databases are sealed.

use clap::Subcommand;
use serde_json::json;
use talang_engine::{Error, Installation};

use super::open::{Failure, Opener, Outcome};

/// The keys with which secrets in the databases are sealed: second factors, secrets and keys of single sign-on, secrets of webhooks, waiting mails.
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
    /// When the key is lost for good: make a new one and remove what nobody can open any more
    #[command(after_help = "Example:
  talang vault give-up --yes
Afterwards people set up their authenticator apps anew, and administrators enter the secrets of single sign-on and give its new
keys to the providers, and make new secrets for webhooks. Passkeys and passwords stay. End the server before.")]
    GiveUp {
        /// Really do it: there is no way back
        #[arg(long)]
        yes: bool,
    },
}

impl VaultCommand {
    pub(super) fn run(self, open: &Opener) -> Result<Outcome, Failure> {
        match self {
            VaultCommand::Status => status(open),
            VaultCommand::Rotate => rotate(open),
            VaultCommand::GiveUp { yes } => give_up(open, yes),
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

fn give_up(open: &Opener, yes: bool) -> Result<Outcome, Failure> {
    let config = open.config()?;
    if !yes {
        return Err(Failure::new("this removes every authenticator app, and every secret and key of single sign-on, that no key opens")
            .hint("look for a copy of the key file first; if there is none: talang vault give-up --yes"));
    }
    open.must_be_there(&config)?;
    Installation::give_up_lost_keys(config.options())?;
    let installation = open.installation()?;
    let mut removed = 0;
    for row in installation.tenants()? {
        let tenant = installation.tenant(&row.id)?;
        let count = tenant.db().give_up_sealed().map_err(Error::from)?;
        if count > 0 {
            // The company's administrators read there why apps ask to be set up anew.
            let told = format!("vault: {count} given up");
            open.program(&installation, &tenant).log_activity("settings-changed", "", "", &told)?;
        }
        removed += count;
    }
    let vault = installation.store().vault();
    let (file, id) = (vault.path().display().to_string(), vault.ids().into_iter().next().unwrap_or_default());
    open.say(
        &format!("Key {id} in {file} seals from now on; {removed} values that nothing opened are gone."),
        &json!({ "key": id, "file": file, "removed": removed }),
    )?;
    Ok(Outcome::Done)
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
