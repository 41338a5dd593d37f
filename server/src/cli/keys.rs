//! `talang key …`: application keys (I10).

use clap::Subcommand;
use serde_json::json;
use talang_catalogue::{Kind, Value};
use talang_engine::Scope;
use talang_identity::{Identity, Settings};

use super::open::{Failure, Opener, Outcome};

/// Keys with which programs use the interfaces. A program shows its key (header X-Api-Key) and, by HTTP Basic, login and
/// password of the account that belongs to it; it may do what that account may.
#[derive(Subcommand, Debug)]
pub(super) enum KeyCommand {
    /// Make a key for a program, and the program's entry where there is none
    #[command(after_help = "Example:
  talang user create payroll-robot --tenant acme --role integration
  talang key create payroll --tenant acme --user payroll-robot
  curl -u payroll-robot:PASSWORD -H 'X-Api-Key: KEY' https://acme.example.org/api/rest/v1/employees")]
    Create {
        /// Permanent short name of the program
        client: String,
        /// Tenant
        #[arg(long)]
        tenant: String,
        /// Login of the account made for the program; needed for a new program
        #[arg(long)]
        user: Option<String>,
        /// The key ends after so many days
        #[arg(long)]
        days: Option<u32>,
    },
    /// Make a key that takes the place of the present ones; those hold for a while longer
    #[command(after_help = "Example:\n  talang key rotate payroll --tenant acme --overlap-days 7")]
    Rotate {
        /// Permanent short name of the program
        client: String,
        /// Tenant
        #[arg(long)]
        tenant: String,
        /// Days for which the present keys still hold
        #[arg(long, default_value_t = 7)]
        overlap_days: u32,
        /// The new key ends after so many days
        #[arg(long)]
        days: Option<u32>,
    },
    /// Take all keys from a program
    #[command(after_help = "Example:\n  talang key revoke payroll --tenant acme")]
    Revoke {
        /// Permanent short name of the program
        client: String,
        /// Tenant
        #[arg(long)]
        tenant: String,
    },
}

impl KeyCommand {
    pub(super) fn run(self, open: &Opener) -> Result<Outcome, Failure> {
        let identity = Identity::new(Settings::default())?;
        match self {
            KeyCommand::Create { client, tenant, user, days } => {
                let scope = program(open, &tenant)?;
                let id = client_row(&scope, &client, user.as_deref())?;
                let key = identity.new_key(&scope, id, days.map(time), None)?;
                let words = format!("Key of {client}, shown only now: {key}");
                open.say(&words, &json!({ "client": client, "key": key }))?;
            }
            KeyCommand::Rotate { client, tenant, overlap_days, days } => {
                let scope = program(open, &tenant)?;
                let id = known(&scope, &client)?;
                let key = identity.new_key(&scope, id, days.map(time), Some(time(overlap_days)))?;
                let words = format!(
                    "New key of {client}, shown only now: {key}\nThe former keys hold for {overlap_days} more days."
                );
                open.say(&words, &json!({ "client": client, "key": key, "overlapDays": overlap_days }))?;
            }
            KeyCommand::Revoke { client, tenant } => {
                let scope = program(open, &tenant)?;
                let id = known(&scope, &client)?;
                let count = identity.drop_keys(&scope, id)?;
                open.say(
                    &format!("{count} keys of {client} no longer open anything."),
                    &json!({ "client": client, "revoked": count }),
                )?;
            }
        }
        Ok(Outcome::Done)
    }
}

fn program(open: &Opener, tenant: &str) -> Result<Scope, Failure> {
    let installation = open.installation()?;
    let tenant = open.tenant(&installation, tenant)?;
    Ok(open.program(&installation, &tenant))
}

/// Days in microseconds.
fn time(days: u32) -> i64 {
    i64::from(days) * 86_400_000_000
}

fn known(scope: &Scope, client: &str) -> Result<i64, Failure> {
    let known = scope.view(|view| view.resolve("ApiClient", client))?;
    known.ok_or_else(|| Failure::new(format!("there is no program {client:?}")))
}

fn client_row(scope: &Scope, client: &str, user: Option<&str>) -> Result<i64, Failure> {
    if let Some(known) = scope.view(|view| view.resolve("ApiClient", client))? {
        return Ok(known);
    }
    let user = user.ok_or_else(|| {
        Failure::new(format!("there is no program {client:?} yet")).hint("name its account with --user LOGIN")
    })?;
    let text = |t: &str| Value::Text(t.to_string());
    Ok(scope
        .change(Kind::Shared, |change| {
            change.create(
                "ApiClient",
                vec![("code", text(client)), ("label", text(client)), ("user", text(user))],
            )
        })?
        .id)
}
