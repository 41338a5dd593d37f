//! `talang tenant …`.

use clap::Subcommand;
use serde_json::{Value as Json, json};
use talang_catalogue::Culture;
use talang_engine::{Error, TenantId};

use super::open::{Failure, Opener, Outcome, table};

/// Create, list and delete tenants. Each has databases of its own and answers at its own sub-domain (T1, T2).
#[derive(Subcommand, Debug)]
pub(super) enum TenantCommand {
    /// Create a tenant with the standard library
    #[command(after_help = "Examples:
  talang tenant create acme --name \"Acme Ltd\" --culture en-GB
  talang tenant create maison --name \"Maison Auberive\" --culture fr-FR --domain rh.auberive.example
Give its first administrator an account with `talang user create`.")]
    Create {
        /// Permanent short name: 2 to 40 small letters, digits, hyphens; the first part of its address
        id: String,
        /// Name of the company
        #[arg(long)]
        name: String,
        /// Language and formats of the company, such as en-GB, fr-FR, de-DE, nl-NL, es-ES, sv-SE, da-DK
        #[arg(long)]
        culture: String,
        /// Own domain besides the sub-domain; can be given several times
        #[arg(long)]
        domain: Vec<String>,
        /// PostgreSQL server of the configuration on which it is placed [default: the first]
        #[arg(long)]
        server: Option<String>,
    },
    /// List the tenants
    #[command(after_help = "Examples:\n  talang tenant list\n  talang tenant list --json")]
    List,
    /// Delete a tenant with all its data, for good
    #[command(after_help = "Example:\n  talang tenant delete acme --yes")]
    Delete {
        /// Permanent short name
        id: String,
        /// I mean it: there is no way back but a backup
        #[arg(long)]
        yes: bool,
    },
}

impl TenantCommand {
    pub(super) fn run(self, open: &Opener) -> Result<Outcome, Failure> {
        match self {
            TenantCommand::Create { id, name, culture, domain, server } => {
                create(open, &id, &name, &culture, &domain, server.as_deref())
            }
            TenantCommand::List => list(open),
            TenantCommand::Delete { id, yes } => delete(open, &id, yes),
        }
    }
}

fn create(
    open: &Opener,
    id: &str,
    name: &str,
    culture: &str,
    domains: &[String],
    server: Option<&str>,
) -> Result<Outcome, Failure> {
    let parsed = TenantId::parse(id).ok_or_else(|| {
        Failure::new(format!("{id:?} cannot be the name of a tenant")).hint(
            "2 to 40 small letters, digits and hyphens, beginning with a letter and not ending with a hyphen",
        )
    })?;
    let culture = Culture::find(culture).ok_or_else(|| {
        Failure::new(format!("there is no culture {culture:?}"))
            .hint("for instance en-GB, en-US, fr-FR, de-DE, nl-NL, es-ES, sv-SE, da-DK")
    })?;
    let config = open.config()?;
    let installation = open.create(&config)?;
    let server = match (server, config.postgres.first()) {
        (Some(name), _) => name,
        (None, Some(first)) => &first.name,
        (None, None) => "",
    };
    installation.create_tenant(&parsed, name, culture.code, server).map_err(|error| match error {
        Error::Storage(talang_store::Error::Exists(what)) => {
            Failure::new(format!("{what} exists already")).hint("`talang tenant list` shows all")
        }
        error => error.into(),
    })?;
    for domain in domains {
        installation.store().directory(|d| d.add_domain(domain, &parsed)).map_err(Error::from)?;
    }
    let address = format!("{id}.{}", config.base_domain);
    let words = format!(
        "Created {id} ({name}, {}). It answers at {address}.\n\
         Next: talang user create LOGIN --tenant {id} --role administrator --role hr-manager",
        culture.code
    );
    open.say(
        &words,
        &json!({ "tenant": id, "name": name, "culture": culture.code, "host": address, "domains": domains }),
    )?;
    Ok(Outcome::Done)
}

fn list(open: &Opener) -> Result<Outcome, Failure> {
    let installation = open.installation()?;
    let config = open.config()?;
    let mut rows = vec![["ID", "NAME", "CULTURE", "HOSTS", "CREATED"].map(str::to_string).to_vec()];
    let mut found: Vec<Json> = Vec::new();
    for tenant in installation.tenants()? {
        let mut hosts = vec![format!("{}.{}", tenant.id, config.base_domain)];
        hosts.extend(installation.store().directory(|d| d.domains(&tenant.id)).map_err(Error::from)?);
        let created = jiff::Timestamp::from_microsecond(tenant.created_at)
            .map(|t| format!("{t:.0}"))
            .unwrap_or_default();
        found.push(json!({
            "tenant": tenant.id.as_str(), "name": tenant.name, "culture": tenant.culture, "server": tenant.server,
            "hosts": hosts, "created": created,
        }));
        rows.push(vec![tenant.id.to_string(), tenant.name, tenant.culture, hosts.join(", "), created]);
    }
    open.say(&table(&rows), &json!({ "tenants": found }))?;
    Ok(Outcome::Done)
}

fn delete(open: &Opener, id: &str, yes: bool) -> Result<Outcome, Failure> {
    let installation = open.installation()?;
    let tenant = open.tenant(&installation, id)?;
    if !yes {
        return Err(Failure::new(format!(
            "this deletes {id} ({}) with all its data, for good",
            tenant.name()
        ))
        .hint(format!("if you mean it: talang tenant delete {id} --yes")));
    }
    let parsed = tenant.id().clone();
    drop(tenant);
    installation.delete_tenant(&parsed)?;
    open.say(&format!("Deleted {id}."), &json!({ "deleted": id }))?;
    Ok(Outcome::Done)
}
