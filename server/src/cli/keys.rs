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
            KeyCommand::Create { client, tenant, user } => {
                let scope = program(open, &tenant)?;
                let id = client_row(&scope, &client, user.as_deref())?;
                let key = identity.new_key(&scope, id)?;
                let words = format!("Key of {client}, shown only now: {key}");
                open.say(&words, &json!({ "client": client, "key": key }))?;
            }
            KeyCommand::Revoke { client, tenant } => {
                let scope = program(open, &tenant)?;
                let known = scope.view(|view| view.resolve("ApiClient", &client))?;
                let id = known.ok_or_else(|| Failure::new(format!("there is no program {client:?}")))?;
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
