//! What commands share: opening the installation, the operator's scope, telling failures.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Value as Json, json};
use talang_catalogue::{Culture, Language};
use talang_engine::{Actor, Door, Error, Installation, Scope, SystemClock, Tenant, TenantId};
use talang_webhook::Outlet;

use super::Global;
use crate::config::Config;
use crate::library::{self, OPERATOR};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was done: exit code 0.
    Done,
    /// Something was refused, and told: exit code 1.
    Rejected,
}

/// Why a command could not run: exit code 2.
#[derive(Debug)]
pub struct Failure {
    code: String,
    message: String,
    hint: String,
}

impl Failure {
    /// A failure that only the command line knows.
    pub fn new(message: impl Into<String>) -> Failure {
        Failure { code: "command".to_string(), message: message.into(), hint: String::new() }
    }

    /// How to mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Failure {
        self.hint = hint.into();
        self
    }

    /// Tells it on standard error.
    pub fn tell(&self, json: bool) {
        let text = if json {
            let mut error = json!({ "code": self.code, "message": self.message });
            if !self.hint.is_empty() {
                error["hint"] = self.hint.as_str().into();
            }
            json!({ "error": error }).to_string()
        } else if self.hint.is_empty() {
            format!("error: {}", self.message)
        } else {
            format!("error: {}\n hint: {}", self.message, self.hint)
        };
        let _ = writeln!(std::io::stderr(), "{text}");
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure::new(error.to_string())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        let faults = error.faults();
        let code = faults.first().map_or("internal", |f| f.code).to_string();
        let message = match &error {
            // The operator of the machine is told what the database said.
            Error::Storage(storage) => storage.to_string(),
            Error::Faults(faults) => {
                let messages = crate::modules::registry().map(|r| r.messages);
                let text = |f| match &messages {
                    Ok(messages) => messages.fault_text(Language::En, f, ""),
                    Err(_) => f.to_string(),
                };
                faults.iter().map(text).collect::<Vec<_>>().join("\n       ")
            }
        };
        Failure { code, message, hint: String::new() }
    }
}

/// Opens what a command works on.
pub(super) struct Opener {
    global: Global,
}

impl Opener {
    pub(super) fn new(global: Global) -> Opener {
        Opener { global }
    }

    /// Whether to answer as JSON.
    pub(super) fn json(&self) -> bool {
        self.global.json
    }

    /// Whether --data was given.
    pub(super) fn data(&self) -> Option<&PathBuf> {
        self.global.data.as_ref()
    }

    /// The configuration: the file's, or the defaults; --data wins.
    pub(super) fn config(&self) -> Result<Config, Failure> {
        let mut config = match &self.global.config {
            Some(path) => Config::read(path).map_err(|e| {
                Failure::new(e).hint("`talang serve --help` shows every key with its default")
            })?,
            None => Config::default(),
        };
        if let Some(data) = &self.global.data {
            config.data.clone_from(data);
        }
        Ok(config)
    }

    /// The installation, created where there is none.
    pub(super) fn create(&self, config: &Config) -> Result<Arc<Installation>, Failure> {
        let registry = crate::modules::registry().map_err(Failure::new)?;
        let version = library::version();
        let installation =
            Installation::open(config.options(), registry, Arc::new(SystemClock), library::seed, &version)?;
        // Addresses of webhooks are judged at every door alike.
        let trust = config.trust().map_err(Failure::new)?;
        installation.provide(Outlet::new(&config.webhooks, &trust).map_err(Failure::new)?);
        installation.provide(Arc::new(talang_clients::webhooks::dialect()));
        Ok(installation)
    }

    /// The installation that is there.
    pub(super) fn installation(&self) -> Result<Arc<Installation>, Failure> {
        let config = self.config()?;
        self.must_be_there(&config)?;
        self.create(&config)
    }

    /// Refuses to make an installation where there is none.
    pub(super) fn must_be_there(&self, config: &Config) -> Result<(), Failure> {
        match config.postgres.is_empty() && !config.data.join("directory.db").exists() {
            true => Err(Failure::new(format!("there is no installation in {}", config.data.display())).hint(
                "name its data folder with --data, or make one with `talang tenant create` or `talang demo`",
            )),
            false => Ok(()),
        }
    }

    /// A tenant of the installation.
    pub(super) fn tenant(&self, installation: &Arc<Installation>, id: &str) -> Result<Arc<Tenant>, Failure> {
        let names = || -> String {
            let all = installation.tenants().unwrap_or_default();
            let mut names: Vec<String> = all.iter().take(20).map(|t| t.id.to_string()).collect();
            if all.len() > names.len() {
                names.push("…".to_string());
            }
            if names.is_empty() {
                "there is none yet: `talang tenant create`".into()
            } else {
                format!("there are: {}", names.join(", "))
            }
        };
        let unknown = || Failure::new(format!("there is no tenant {id:?}")).hint(names());
        let parsed = TenantId::parse(id).ok_or_else(unknown)?;
        match installation.tenant(&parsed) {
            Ok(tenant) => Ok(tenant),
            Err(Error::Storage(talang_store::Error::UnknownTenant(_))) => Err(unknown()),
            Err(error) => Err(error.into()),
        }
    }

    /// The scope of the tenant's own account for the command line (T4).
    pub(super) fn operator(&self, id: &str) -> Result<Scope, Failure> {
        let installation = self.installation()?;
        let tenant = self.tenant(&installation, id)?;
        let today = talang_catalogue::value::days_of_date(installation.clock().today());
        // Looking up the own account is the program's bookkeeping, like a sign-in.
        let account = self.program(&installation, &tenant).view(|view| {
            let Some(user) = view.resolve("User", OPERATOR)? else { return Ok(None) };
            let object = view.object("User")?;
            let record = view.get(&object, user)?;
            let usable = record.get("state").as_text() == Some("active")
                && record.get("valid_until").as_int().is_none_or(|last| today <= last);
            Ok(Some((user, usable)))
        })?;
        match account {
            Some((account, true)) => {
                let actor = Actor::User { id: account, login: OPERATOR.to_string(), employee: None };
                let mut scope = Scope::new(&installation, &tenant, actor, Door::CommandLine);
                scope.culture = Culture::of(Language::En);
                scope.request = "command-line".to_string();
                Ok(scope)
            }
            Some((_, false)) => {
                Err(Failure::new(format!("the tenant {id} has suspended its account {OPERATOR:?}"))
                    .hint("only an administrator of the tenant can allow the command line again"))
            }
            None => Err(Failure::new(format!("the tenant {id} has no account {OPERATOR:?}"))
                .hint("an administrator of the tenant can make one with the role integration")),
        }
    }

    /// The program itself in a tenant: its set-up, never its data.
    pub(super) fn program(&self, installation: &Arc<Installation>, tenant: &Arc<Tenant>) -> Scope {
        let mut scope = Scope::new(installation, tenant, Actor::System, Door::CommandLine);
        scope.culture = Culture::of(Language::En);
        scope.request = "command-line".to_string();
        scope
    }

    /// Tells a result: words for people or JSON for programs.
    pub(super) fn say(&self, words: &str, json: &Json) -> Result<(), Failure> {
        let mut out = std::io::stdout().lock();
        if self.global.json {
            writeln!(out, "{json:#}")?;
        } else if !words.is_empty() {
            writeln!(out, "{words}")?;
        }
        Ok(())
    }

    /// Whether progress is to be shown: on a terminal, for people.
    pub(super) fn shows_progress(&self) -> bool {
        !self.global.json && std::io::stderr().is_terminal()
    }
}

/// Lines with their columns under each other.
pub(super) fn table(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        rows.iter().filter_map(|r| r.get(column)).map(|c| c.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells: Vec<String> =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        cells.join("  ").trim_end().to_string()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
