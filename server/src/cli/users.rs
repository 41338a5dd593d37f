//! `talang user …`: what only the set-up of a tenant needs; everything else is on the screens.

use std::io::Read;
use std::sync::Arc;

use clap::Subcommand;
use serde_json::json;
use talang_catalogue::{Kind, Value};
use talang_engine::{Scope, Tenant};
use talang_identity::{Identity, Owner, Policy, Population, Settings};

use super::open::{Failure, Opener, Outcome};

/// Accounts of a tenant. These commands are the set-up of a tenant: the program does them itself, and the tenant's
/// journal says that they came by the command line.
#[derive(Subcommand, Debug)]
pub(super) enum UserCommand {
    /// Create an account, with a password to be changed at the first sign-in
    #[command(after_help = "Examples:
  talang user create ana@acme.example --tenant acme --role administrator --role hr-manager
  echo 'Four small green apples 7' | talang user create bo --tenant acme --role employee --employee E0042 --password-stdin
Standard roles: super-administrator, administrator, hr-manager, hr-user, recruiter, hiring-manager, manager, employee,
directory, trainer, compensation-manager, data-protection-officer, integration.")]
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
    /// Take over the passwords of another system by their hashes
    #[command(after_help = "Examples:
  talang user import-hashes old-system.csv --tenant acme
The file is UTF-8: a line `login,hash`, then one line for each account, which must be there already.
Hashes (salt, key and hash in Base64; a name may end in -utf16 for passwords hashed as UTF-16, little end first):
  $pbkdf2-sha1$ITERATIONS$SALT$HASH    $hmac-sha1$KEY$HASH    $sha256$SALT$HASH (of salt and password)
Users sign in with the passwords they have; each hash is made anew as Argon2id at the first sign-in.
Lines that are refused are told with their number; the others are taken over.")]
    ImportHashes {
        /// File
        file: std::path::PathBuf,
        /// Tenant
        #[arg(long)]
        tenant: String,
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
                let policy = Policy::of(&tenant_row, Population::Employees)?;
                let password = password(&policy, password_stdin)?;
                check(&tenant_row, &policy, &login, &password)?;
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
                let (scope, tenant_row) = program(open, &tenant)?;
                let id = account(&scope, &login)?;
                let password = password(&Policy::of_account(&tenant_row, id)?, password_stdin)?;
                identity()?.set_password(&scope, id, &login, &password, !password_stdin)?;
                told(open, &login, "New password for", &password, password_stdin)
            }
            UserCommand::ImportHashes { file, tenant } => {
                let (scope, _) = program(open, &tenant)?;
                import_hashes(open, &scope, &file)
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

/// Takes over hashes line by line; a line that is refused does not stop the others.
fn import_hashes(open: &Opener, scope: &Scope, file: &std::path::Path) -> Result<Outcome, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|e| Failure::new(format!("cannot read {}: {e}", file.display())))?;
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    if lines.next().map(|(_, line)| line.trim()) != Some("login,hash") {
        return Err(Failure::new(format!("{}: line 1 is not `login,hash`", file.display()))
            .hint("`talang user import-hashes --help` shows the form of the file"));
    }
    let guard = identity()?;
    let (mut taken, mut refused) = (0, Vec::new());
    for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let outcome = match line.trim().rsplit_once(',') {
            None => Err("the line is not `login,hash`".to_string()),
            Some((login, hash)) => match scope.view(|view| view.resolve("User", login.trim()))? {
                None => Err(format!("there is no account {login:?}")),
                Some(id) => guard
                    .import_hash(scope, id, hash.trim())
                    .map_err(|_| "the hash has none of the forms that --help shows".to_string()),
            },
        };
        match outcome {
            Ok(()) => taken += 1,
            Err(what) => refused.push((number + 1, what)),
        }
    }
    let mut words = format!("{taken} passwords taken over, {} lines refused.", refused.len());
    for (line, what) in &refused {
        words.push_str(&format!("\n  line {line}: {what}"));
    }
    let told: Vec<_> = refused.iter().map(|(line, what)| json!({ "line": line, "message": what })).collect();
    open.say(&words, &json!({ "taken": taken, "refused": told }))?;
    Ok(if refused.is_empty() { Outcome::Done } else { Outcome::Rejected })
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

/// Better known before the account is there.
fn check(tenant: &Tenant, policy: &Policy, login: &str, password: &str) -> Result<(), Failure> {
    let faults = talang_identity::faults(policy, &Owner::of(tenant, login), password);
    if faults.is_empty() { Ok(()) } else { Err(talang_engine::Error::from(faults).into()) }
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
    let guard = identity()?;
    guard.set_password(scope, id, account.login, password, must_change)?;
    // The operator vouches for the address.
    guard.confirm_address(scope, id)?;
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
fn password(policy: &Policy, stdin: bool) -> Result<String, Failure> {
    if !stdin {
        return Ok(talang_identity::invent(policy)?);
    }
    let mut text = String::new();
    std::io::stdin().take(4096).read_to_string(&mut text)?;
    let password = text.trim_end_matches(['\r', '\n']).to_string();
    if password.is_empty() {
        return Err(Failure::new("there is no password on standard input"));
    }
    Ok(password)
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
