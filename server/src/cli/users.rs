//! `talang user …`: what only the set-up of a tenant needs; everything else is on the screens.

use std::io::Read;
use std::sync::Arc;

use clap::Subcommand;
use serde_json::json;
use talang_catalogue::{Kind, Value};
use talang_engine::{Scope, Tenant};
use talang_identity::{Identity, Settings};

use super::open::{Failure, Opener, Outcome};

/// Accounts of a tenant. These commands are the set-up of a tenant: the program does them itself, and the tenant's
/// journal says that they came by the command line.
#[derive(Subcommand, Debug)]
pub(super) enum UserCommand {
    /// Create an account, with a password to be changed at the first sign-in
    #[command(after_help = "Examples:
  talang user create ana@acme.example --tenant acme --role administrator --role hr-manager
  echo 'four small green apples' | talang user create bo --tenant acme --role employee --employee E0042 --password-stdin
Standard roles: super-administrator, administrator, hr-manager, hr-user, manager, employee, integration.")]
    Create {
        /// What the user types to sign in
        login: String,
        /// Tenant
        #[arg(long)]
        tenant: String,
        /// Role; can be given several times
        #[arg(long)]
        role: Vec<String>,
        /// Number of the employee whose account it is
        #[arg(long)]
        employee: Option<String>,
        /// Address for messages about the account
        #[arg(long)]
        email: Option<String>,
        /// Read the password from standard input instead of making one
        #[arg(long)]
        password_stdin: bool,
    },
    /// Set a new password; ends all sessions and lifts the lock
    #[command(after_help = "Examples:
  talang user password ana@acme.example --tenant acme
  talang user password bo --tenant acme --password-stdin < secret.txt")]
    Password {
        /// Login
        login: String,
        /// Tenant
        #[arg(long)]
        tenant: String,
        /// Read the password from standard input instead of making one
        #[arg(long)]
        password_stdin: bool,
    },
    /// Give roles to an account, or take them away
    #[command(after_help = "Examples:
  talang user role ana@acme.example hr-manager --tenant acme
  talang user role ana@acme.example administrator --tenant acme --remove")]
    Role {
        /// Login
        login: String,
        /// Roles
        #[arg(required = true)]
        roles: Vec<String>,
        /// Tenant
        #[arg(long)]
        tenant: String,
        /// Take the roles away instead
        #[arg(long)]
        remove: bool,
    },
}

impl UserCommand {
    pub(super) fn run(self, open: &Opener) -> Result<Outcome, Failure> {
        match self {
            UserCommand::Create { login, tenant, role, employee, email, password_stdin } => {
                let (scope, tenant_row) = program(open, &tenant)?;
                let password = password(password_stdin)?;
                check(&login, &password)?;
                let account = Account {
                    login: &login,
                    employee,
                    email,
                    roles: role.iter().map(String::as_str).collect(),
                };
                create_account(&scope, &tenant_row, &account, &password, !password_stdin)?;
                told(open, &login, "Created", &password, password_stdin)
            }
            UserCommand::Password { login, tenant, password_stdin } => {
                let (scope, _) = program(open, &tenant)?;
                let id = account(&scope, &login)?;
                let password = password(password_stdin)?;
                identity()?.set_password(&scope, id, &login, &password, !password_stdin)?;
                told(open, &login, "New password for", &password, password_stdin)
            }
            UserCommand::Role { login, roles, tenant, remove } => {
                let (scope, _) = program(open, &tenant)?;
                account(&scope, &login)?;
                change_roles(&scope, &login, &roles, remove)?;
                let verb = if remove { "no longer has" } else { "has" };
                let words = format!("{login} {verb} {}.", roles.join(", "));
                open.say(&words, &json!({ "login": login, "roles": roles, "removed": remove }))?;
                Ok(Outcome::Done)
            }
        }
    }
}

/// What an account is made of.
pub(super) struct Account<'a> {
    pub login: &'a str,
    pub employee: Option<String>,
    pub email: Option<String>,
    pub roles: Vec<&'a str>,
}

fn program(open: &Opener, id: &str) -> Result<(Scope, Arc<Tenant>), Failure> {
    let installation = open.installation()?;
    let tenant = open.tenant(&installation, id)?;
    Ok((open.program(&installation, &tenant), tenant))
}

fn identity() -> Result<Arc<Identity>, Failure> {
    Ok(Identity::new(Settings::default())?)
}

fn check(login: &str, password: &str) -> Result<(), Failure> {
    talang_identity::check_password(login, password, Settings::default().shortest)
        .map_err(|fault| talang_engine::Error::from(fault).into())
}

/// Makes an account with roles and password.
pub(super) fn create_account(
    scope: &Scope,
    _tenant: &Tenant,
    account: &Account<'_>,
    password: &str,
    must_change: bool,
) -> Result<i64, Failure> {
    let text = |t: &str| Value::Text(t.to_string());
    let id = scope.change(Kind::Shared, |change| {
        let mut values = vec![("login", text(account.login))];
        values.extend(account.employee.as_deref().map(|e| ("employee", text(e))));
        values.extend(account.email.as_deref().map(|e| ("email", text(e))));
        let saved = change.create("User", values)?;
        for role in &account.roles {
            change.create("UserRole", vec![("user", text(account.login)), ("role", text(role))])?;
        }
        Ok(saved.id)
    })?;
    identity()?.set_password(scope, id, account.login, password, must_change)?;
    Ok(id)
}

pub(super) fn account(scope: &Scope, login: &str) -> Result<i64, Failure> {
    scope
        .view(|view| view.resolve("User", login))?
        .ok_or_else(|| Failure::new(format!("there is no account {login:?}")))
}

fn change_roles(scope: &Scope, login: &str, roles: &[String], remove: bool) -> Result<(), Failure> {
    let text = |t: &str| Value::Text(t.to_string());
    scope.change(Kind::Shared, |change| {
        for role in roles {
            let object = change.object("UserRole")?;
            let known = change.resolve("UserRole", &format!("{login}|{role}"))?;
            match (known, remove) {
                (Some(id), true) => change.delete(&object, id, None)?,
                (None, false) => {
                    change.create("UserRole", vec![("user", text(login)), ("role", text(role))])?;
                }
                _ => {}
            }
        }
        Ok(())
    })?;
    Ok(())
}

/// The password from standard input, or a new one that is easily read out.
fn password(stdin: bool) -> Result<String, Failure> {
    if stdin {
        let mut text = String::new();
        std::io::stdin().take(4096).read_to_string(&mut text)?;
        let password = text.trim_end_matches(['\r', '\n']).to_string();
        if password.is_empty() {
            return Err(Failure::new("there is no password on standard input"));
        }
        return Ok(password);
    }
    // 16 of 32 letters and digits that cannot be confused: 80 bits.
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut random = [0u8; 16];
    getrandom::fill(&mut random).map_err(|e| Failure::new(e.to_string()))?;
    let letters: Vec<char> =
        random.iter().filter_map(|b| LETTERS.get(usize::from(b & 31))).map(|b| char::from(*b)).collect();
    Ok(letters.chunks(4).map(|c| c.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}

fn told(open: &Opener, login: &str, what: &str, password: &str, given: bool) -> Result<Outcome, Failure> {
    let (words, json) = if given {
        (format!("{what} {login}."), json!({ "login": login }))
    } else {
        let words = format!("{what} {login}. Password for the first sign-in: {password}");
        (words, json!({ "login": login, "password": password, "must_change": true }))
    };
    open.say(&words, &json)?;
    Ok(Outcome::Done)
}
