//! `talang tenant …`.

use clap::Subcommand;
use serde_json::{Value as Json, json};
use talang_catalogue::Culture;
use talang_engine::{Error, TenantId};

use super::open::{Failure, Opener, Outcome, table};
use crate::library::OPERATOR;

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
    /// Make a tenant's test environment, or make it anew: a tenant of its own with an anonymised copy of today's data (T6)
    #[command(after_help = "Examples:
  talang tenant test acme                     # acme-test; what was in it is replaced
  talang tenant test acme --id acme-training
No name, address, pay or private detail of a real person is in it, no attachment, no history, no password, key or tie to
another system. Give its testers accounts with `talang user create`.")]
    Test {
        /// The tenant in production
        of: String,
        /// Name of the test environment [default: the tenant's with -test]
        #[arg(long)]
        id: Option<String>,
        /// I mean it, where there is one already: what was done in it is lost
        #[arg(long)]
        yes: bool,
    },
    /// Own domains of a tenant besides its sub-domain, such as that of a career site: see, add, take away (T2, T10)
    #[command(after_help = "Examples:
  talang tenant domain acme
  talang tenant domain acme --add jobs.acme.example
  talang tenant domain acme --remove old.acme.example
Where the name leads to this machine and a certificate covers it is set up outside of Talang. The career site whose host
name it is answers there; without one, the whole suite does.")]
    Domain {
        /// Permanent short name
        id: String,
        /// Host name to add; can be given several times
        #[arg(long)]
        add: Vec<String>,
        /// Host name to take away; can be given several times
        #[arg(long)]
        remove: Vec<String>,
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
            TenantCommand::Test { of, id, yes } => test(open, &of, id, yes),
            TenantCommand::Domain { id, add, remove } => domain(open, &id, &add, &remove),
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
    let parsed = named(id)?;
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

fn named(id: &str) -> Result<TenantId, Failure> {
    TenantId::parse(id).ok_or_else(|| {
        Failure::new(format!("{id:?} cannot be the name of a tenant")).hint(
            "2 to 40 small letters, digits and hyphens, beginning with a letter and not ending with a hyphen",
        )
    })
}

fn test(open: &Opener, of: &str, id: Option<String>, yes: bool) -> Result<Outcome, Failure> {
    // Whoever copies a tenant's data acts in it as its account (T4): a tenant that shuts the command line out keeps it out.
    let scope = open.operator(of)?;
    let (installation, tenant) = (scope.installation(), scope.tenant());
    let id = id.unwrap_or_else(|| format!("{of}-test"));
    let parsed = named(&id)?;
    let there = installation.tenants()?.into_iter().find(|row| row.id == parsed);
    if there.is_some_and(|row| row.test_of.as_ref() == Some(tenant.id())) && !yes {
        return Err(Failure::new(format!("this replaces all that is in {id}"))
            .hint(format!("if you mean it: talang tenant test {of} --id {id} --yes")));
    }
    let bar = open.shows_progress().then(|| super::files::bar(&id));
    let mut told = |object: &str, rows: u64| {
        if let Some(bar) = &bar {
            bar.set_message(format!("{id}, {object}"));
            bar.set_position(rows);
        }
    };
    let name = format!("{} · Test", tenant.name());
    let copied = installation.make_test_environment(tenant.id(), &parsed, &name, &[OPERATOR], &mut told);
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    let copied = copied.map_err(|error| match error {
        Error::Storage(talang_store::Error::Exists(_)) => {
            Failure::new(format!("{id} exists already and is no test environment of {of}"))
                .hint("choose another name with --id")
        }
        error => error.into(),
    })?;
    scope.log_activity("test-environment", "", "", &id)?;
    let address = format!("{id}.{}", open.config()?.base_domain);
    let words = format!(
        "Made {id}, a test environment of {of}: {copied} records, anonymised. It answers at {address}.\n\
         Next: talang user create LOGIN --tenant {id} --role administrator --role hr-manager"
    );
    open.say(&words, &json!({ "tenant": id, "testOf": of, "records": copied, "host": address }))?;
    Ok(Outcome::Done)
}

fn list(open: &Opener) -> Result<Outcome, Failure> {
    let installation = open.installation()?;
    let config = open.config()?;
    let mut rows =
        vec![["ID", "NAME", "CULTURE", "HOSTS", "CREATED", "TEST OF"].map(str::to_string).to_vec()];
    let mut found: Vec<Json> = Vec::new();
    for tenant in installation.tenants()? {
        let mut hosts = vec![format!("{}.{}", tenant.id, config.base_domain)];
        hosts.extend(installation.store().directory(|d| d.domains(&tenant.id)).map_err(Error::from)?);
        let created = jiff::Timestamp::from_microsecond(tenant.created_at)
            .map(|t| format!("{t:.0}"))
            .unwrap_or_default();
        found.push(json!({
            "tenant": tenant.id.as_str(), "name": tenant.name, "culture": tenant.culture, "server": tenant.server,
            "hosts": hosts, "created": created, "testOf": tenant.test_of.as_ref().map(TenantId::as_str),
        }));
        let test_of = tenant.test_of.map(|of| of.to_string()).unwrap_or_default();
        rows.push(vec![
            tenant.id.to_string(),
            tenant.name,
            tenant.culture,
            hosts.join(", "),
            created,
            test_of,
        ]);
    }
    open.say(&table(&rows), &json!({ "tenants": found }))?;
    Ok(Outcome::Done)
}

fn domain(open: &Opener, id: &str, add: &[String], remove: &[String]) -> Result<Outcome, Failure> {
    let installation = open.installation()?;
    let tenant = open.tenant(&installation, id)?;
    let store = installation.store();
    for host in add {
        store.directory(|d| d.add_domain(host, tenant.id())).map_err(|error| match error {
            talang_store::Error::Exists(_) => Failure::new(format!("{host} is somebody's domain already"))
                .hint("`talang tenant list` shows whose"),
            error => Error::from(error).into(),
        })?;
    }
    for host in remove {
        if !store.directory(|d| d.remove_domain(host, tenant.id())).map_err(Error::from)? {
            return Err(Failure::new(format!("{host} is no domain of {id}"))
                .hint(format!("`talang tenant domain {id}` shows all")));
        }
    }
    let domains = store.directory(|d| d.domains(tenant.id())).map_err(Error::from)?;
    let words =
        if domains.is_empty() { format!("{id} has no domain of its own") } else { domains.join("\n") };
    open.say(&words, &json!({ "tenant": id, "domains": domains }))?;
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
    // What was made of its data goes with it, and is named one by one: nobody deletes more than they said.
    let tests = installation.store().directory(|d| d.tests_of(&parsed)).map_err(Error::from)?;
    if let Some(first) = tests.first() {
        let names: Vec<&str> = tests.iter().map(TenantId::as_str).collect();
        return Err(Failure::new(format!("{id} has test environments: {}", names.join(", ")))
            .hint(format!("delete them first: talang tenant delete {first} --yes")));
    }
    drop(tenant);
    installation.delete_tenant(&parsed)?;
    open.say(&format!("Deleted {id}."), &json!({ "deleted": id }))?;
    Ok(Outcome::Done)
}
