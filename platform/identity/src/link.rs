//! Links in mails (A4, A5): they activate a new account or give a forgotten password anew. A link works once and for a
//! time, belongs to one account, is kept as its SHA-256, and ends when the password or the address changes.

use std::sync::Arc;

use serde_json::{Value as Json, json};
use talang_catalogue::{Choice, Fault, Kind, Record};
use talang_engine::jobs::JobRun;
use talang_engine::{Actor, Change, Door, Error, Installation, Module, Result, Rule, Scope, Task, Tenant};
use talang_store::{Cell, P};

use crate::admit::CANDIDATE_PAGE;
use crate::notices::Notice;
use crate::policy::Policy;
use crate::session::{ACCOUNT, ACCOUNTS, Account, replaced, told};
use crate::{Identity, Population, digest, password, random_token};

const HOUR: i64 = 3_600_000_000;
/// Links that an account gets within an hour at most, however often somebody asks.
const MOST_LINKS: i64 = 3;
/// Job: somebody asked for a new password.
const REACTIVATE: &str = "identity.reactivate";
/// Job: an account was locked.
const LOCKED: &str = "identity.locked";
/// Job: many accounts get their activation links.
const ACTIVATE: &str = "identity.activate";
/// Page to which links lead.
const PAGE: &str = "/activate";

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    Activation,
    Reactivation,
    Locked,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Purpose::Activation => "activation",
            Purpose::Reactivation => "reactivation",
            Purpose::Locked => "locked",
        }
    }

    fn template(self) -> &'static str {
        match self {
            Purpose::Activation => "account-activation",
            Purpose::Reactivation => "account-reactivation",
            Purpose::Locked => "account-locked",
        }
    }
}

/// A link that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Row number of the account.
    pub account: i64,
    /// Its login.
    pub login: String,
    /// It is a new account's.
    pub activation: bool,
    /// Whose account it is: links of candidates lead to their career site.
    pub population: Population,
}

/// Background work and rules of accounts.
pub fn module() -> Module {
    Module {
        tasks: vec![
            Task { code: REACTIVATE, run: reactivate },
            Task { code: LOCKED, run: locked },
            Task { code: ACTIVATE, run: activate },
        ],
        rules: vec![Rule { object: "User", before: None, after: Some(address_changed) }],
        ..Module::default()
    }
}

/// Whether those of a policy can have a forgotten password anew by mail.
fn by_mail(scope: &Scope, policy: &Policy) -> bool {
    talang_mail::available(scope.installation()) && policy.reset_by_mail
}

/// Makes a link of an account and sends it; nothing where the account may not be used, has no address, or has got enough
/// of them.
fn send(c: &mut Change<'_>, account: i64, purpose: Purpose) -> Result<bool> {
    let scope = c.scope();
    let now = scope.installation().clock().now();
    let row = c
        .system()
        .query_one(&format!("SELECT {ACCOUNT} FROM {ACCOUNTS} WHERE u.id = ?"), &[P::Int(account)])?;
    let usable = match row.as_deref().and_then(Account::read).filter(|a| a.usable(scope.installation())) {
        // Who signs in with a provider has no password to be given anew.
        Some(a) if !replaced(scope.installation(), scope.tenant(), &a)? => a,
        _ => return Ok(false),
    };
    let Some(notice) = Notice::of(c, account)? else { return Ok(false) };
    let policy = Policy::read(c.system(), usable.population)?;
    if !notice.reaches(c) || purpose != Purpose::Activation && !policy.reset_by_mail {
        return Ok(false);
    }
    let hours = policy.link_hours;
    let conn = c.system();
    conn.exec("DELETE FROM shared.account_link WHERE expires_at <= ?", &[P::Int(now)])?;
    let recent = conn.query_one(
        "SELECT COUNT(*), COALESCE(SUM(CASE WHEN purpose = 'locked' THEN 1 ELSE 0 END), 0) FROM shared.account_link
         WHERE account = ? AND created_at > ?",
        &[P::Int(account), P::Int(now - HOUR)],
    )?;
    let recent = |i: usize| recent.as_ref().and_then(|r| r.get(i)).map(Cell::int).unwrap_or_default();
    if recent(0) >= MOST_LINKS || purpose == Purpose::Locked && recent(1) > 0 {
        return Ok(false);
    }
    let token = random_token()?;
    let until = now + hours * HOUR;
    conn.exec(
        "INSERT INTO shared.account_link (digest, account, purpose, created_at, expires_at) VALUES (?, ?, ?, ?, ?)",
        &[
            P::Owned(digest(&token)),
            P::Int(account),
            P::Text(purpose.name()),
            P::Int(now),
            P::Int(until),
        ],
    )?;
    let page = match usable.population {
        Population::Employees => PAGE,
        Population::Candidates => CANDIDATE_PAGE,
    };
    notice.send(c, purpose.template(), Vec::new(), Some((format!("{page}?key={token}"), until)))?;
    scope.log_activity_within(c.system(), &format!("{}-sent", purpose.name()), "", &usable.told(), "")?;
    Ok(true)
}

/// Sends an account its activation link, where one can be sent.
pub(crate) fn activate_one(c: &mut Change<'_>, account: i64) -> Result<bool> {
    send(c, account, Purpose::Activation)
}

/// Somebody asked for a new password by a login: nobody who waits for an answer learns whether it exists.
fn reactivate(run: &mut JobRun<'_>) -> Result<Json> {
    let login = run.job.payload["login"].as_str().unwrap_or_default().to_string();
    let small = login.to_lowercase();
    let population = Population::named(run.job.payload["population"].as_str().unwrap_or_default());
    run.scope.change(Kind::Shared, |c| {
        let row = c.system().query_one(
            "SELECT id FROM shared.user WHERE login IN (?, ?) AND COALESCE(population, 'employees') = ?
             ORDER BY (login = ?) DESC LIMIT 1",
            &[P::Text(&login), P::Text(&small), P::Text(population.code()), P::Text(&login)],
        )?;
        let Some(account) = row.and_then(|r| r.first().map(Cell::int)) else { return Ok(()) };
        let known = c
            .system()
            .query_one("SELECT 1 FROM shared.credential WHERE account = ?", &[P::Int(account)])?
            .is_some();
        // An account that was never used is activated rather than given back.
        let purpose = if known { Purpose::Reactivation } else { Purpose::Activation };
        send(c, account, purpose).map(|_| ())
    })?;
    // Passwords are sometimes typed where the login belongs.
    run.forget()?;
    Ok(Json::Null)
}

/// Tells the owner of an account that was locked; `None` is a login that is none, for which the same work is done.
pub(crate) fn tell_locked(scope: &Scope, account: Option<i64>, policy: &Policy) -> Result<()> {
    if !by_mail(scope, policy) {
        return Ok(());
    }
    let now = scope.installation().clock().now();
    scope.change(Kind::Shared, |c| {
        c.enqueue(LOCKED, &json!({ "account": account.unwrap_or_default() }), now, None).map(|_| ())
    })
}

fn locked(run: &mut JobRun<'_>) -> Result<Json> {
    let account = run.job.payload["account"].as_i64().unwrap_or_default();
    run.scope.change(Kind::Shared, |c| send(c, account, Purpose::Locked).map(|_| ()))?;
    Ok(Json::Null)
}

/// Sends activation links to many accounts, some at a time. It can be taken up again: who has got one is passed over.
fn activate(run: &mut JobRun<'_>) -> Result<Json> {
    let accounts: Vec<i64> = serde_json::from_value(run.job.payload["accounts"].clone()).unwrap_or_default();
    let mut done = usize::try_from(run.job.progress["done"].as_u64().unwrap_or_default()).unwrap_or(0);
    let mut sent = run.job.progress["sent"].as_u64().unwrap_or_default();
    // The links are the program's, whoever asked for them.
    let scope = Scope::new(run.scope.installation(), run.scope.tenant(), Actor::System, Door::Task);
    while done < accounts.len() && !run.stopping() {
        let part = accounts.get(done..(done + 50).min(accounts.len())).unwrap_or_default();
        let (here, now_done) = (sent, done + part.len());
        sent = scope.change(Kind::Shared, |c| {
            let mut count = here;
            for account in part {
                count += u64::from(send(c, *account, Purpose::Activation)?);
            }
            run.progress_within(c, &json!({ "done": now_done, "sent": count, "total": accounts.len() }))?;
            Ok(count)
        })?;
        done = now_done;
    }
    Ok(json!({ "done": done, "sent": sent, "total": accounts.len() }))
}

/// The address of an account changed: its links went to the former one and end; both addresses are told.
fn address_changed(c: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let (Some(old), Some(new)) = (old, new) else { return Ok(()) };
    let (before, after) = (old.get("email").as_text(), new.get("email").as_text());
    if before == after {
        return Ok(());
    }
    let account = new.id;
    c.system().exec("DELETE FROM shared.account_link WHERE account = ?", &[P::Int(account)])?;
    let used =
        c.system().query_one("SELECT 1 FROM shared.credential WHERE account = ?", &[P::Int(account)])?;
    let (Some(_), Some(mut notice)) = (used, Notice::of(c, account)?) else { return Ok(()) };
    for (address, template) in [(before, "email-changed-old"), (after, "email-changed-new")] {
        notice.email = address.unwrap_or_default().to_string();
        notice.send(c, template, Vec::new(), None)?;
    }
    Ok(())
}

impl Identity {
    /// Whether a population can have a forgotten password anew by mail in this tenant (A5).
    pub fn reset_by_mail(&self, scope: &Scope, population: Population) -> Result<bool> {
        Ok(by_mail(scope, &Policy::of(scope.tenant(), population)?))
    }

    /// Somebody asks for a new password at the door of a population (A5). The same is done, and as quickly, whether the login exists or not: a job
    /// looks for it, and sends a link where there is an account with an address.
    pub fn ask_for_link(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        population: Population,
        login: &str,
        address: &str,
    ) -> Result<()> {
        let scope = Scope::new(installation, tenant, Actor::System, Door::Screen);
        let now = installation.clock().now();
        let source = format!("{} {address} asks", tenant.id());
        let login: String = login.trim().chars().take(200).collect();
        // From one source so many times; after that nothing happens, and nobody is told.
        if login.is_empty()
            || !self.reset_by_mail(&scope, population)?
            || self.throttle.address(&source, now, self.settings.failures_per_address).is_some()
        {
            return Ok(());
        }
        self.throttle.address_failed(&source, now);
        scope.change(Kind::Shared, |c| {
            c.enqueue(REACTIVATE, &json!({ "login": login, "population": population.code() }), now, None)?;
            scope.log_activity_within(c.system(), "reactivation-asked", address, "", "")
        })
    }

    /// Sends the account its activation link. Whether the scope may is the caller's question.
    ///
    /// # Errors
    /// `mail.none`; `account.no_link`: the account has no address, may not be used, or has got three links within the hour.
    pub fn send_activation(&self, scope: &Scope, account: i64) -> Result<()> {
        if !talang_mail::available(scope.installation()) {
            return Err(Fault::new("mail.none").into());
        }
        if scope.change(Kind::Shared, |c| send(c, account, Purpose::Activation))? {
            Ok(())
        } else {
            Err(Fault::new("account.no_link").into())
        }
    }

    /// Sends many accounts their activation links by a job; its number. Whether the scope may is the caller's question.
    pub fn send_activations(&self, scope: &Scope, accounts: &[i64]) -> Result<i64> {
        let now = scope.installation().clock().now();
        scope.change(Kind::Shared, |c| c.enqueue(ACTIVATE, &json!({ "accounts": accounts }), now, None))
    }

    /// The latest of these jobs that the scope's user asked for.
    pub fn activations(&self, scope: &Scope) -> Result<Option<talang_engine::jobs::Job>> {
        scope.view(|v| Ok(v.jobs(Kind::Shared, ACTIVATE, 1)?.pop()))
    }

    /// Accounts that can be used, have an address and never had a password.
    pub fn never_activated(&self, tenant: &Tenant) -> Result<Vec<i64>> {
        tenant.db().read(|conn| {
            let rows = conn.query(
                "SELECT u.id FROM shared.user u LEFT JOIN shared.credential c ON c.account = u.id
                 WHERE c.account IS NULL AND u.state = 'active' AND u.email IS NOT NULL
                 AND COALESCE(u.population, 'employees') = 'employees' ORDER BY u.id",
                &[],
            )?;
            Ok(rows.iter().filter_map(|r| r.first().map(Cell::int)).collect())
        })
    }

    /// The link of a token, if it holds: known, not used, not expired, its account usable.
    pub fn link(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        token: &str,
    ) -> Result<Option<Link>> {
        let now = installation.clock().now();
        let row = tenant.db().read(|conn| {
            Ok::<_, Error>(conn.query_one(
                &format!(
                    "SELECT {ACCOUNT}, l.purpose FROM {ACCOUNTS} JOIN shared.account_link l ON l.account = u.id
                     WHERE l.digest = ? AND l.expires_at > ?"
                ),
                &[P::Owned(digest(token)), P::Int(now)],
            )?)
        })?;
        let account = row.as_deref().and_then(Account::read).filter(|a| a.usable(installation));
        let account = match account {
            Some(account) if replaced(installation, tenant, &account)? => None,
            account => account,
        };
        let activation = row.as_ref().and_then(|r| r.last()).is_some_and(|c| c.text() == "activation");
        Ok(account.map(|a| Link { account: a.id, population: a.population, login: a.login, activation }))
    }

    /// Sets the password of a link's account; the link has worked, the address is confirmed, the account is open. Nobody
    /// is signed in by it.
    ///
    /// # Errors
    /// `link.invalid`; `password.…` when the password cannot be taken.
    pub fn use_link(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        token: &str,
        new: &str,
        address: &str,
    ) -> Result<Link> {
        let invalid = || Error::from(Fault::new("link.invalid"));
        let link = self.link(installation, tenant, token)?.ok_or_else(invalid)?;
        let scope = Scope::new(installation, tenant, Actor::System, Door::Screen);
        let hash = self.take(&scope, link.account, &link.login, new)?;
        scope.change(Kind::Shared, |c| {
            // Of two who use it at the same time one is late.
            let used = c
                .system()
                .exec("DELETE FROM shared.account_link WHERE digest = ?", &[P::Owned(digest(token))])?;
            if used == 0 {
                return Err(invalid());
            }
            confirm(c, link.account)?;
            password::store(c, link.account, &hash, false, "")?;
            let action = if link.activation { "activated" } else { "reactivated" };
            let name = told(link.population, link.account, &link.login);
            scope.log_activity_within(c.system(), action, address, &name, "")
        })?;
        self.open_devices(tenant, link.account)?;
        Ok(link)
    }

    /// Says that the account's address is its owner's, for those who know: the operator, a provider. Whether the scope may
    /// is the caller's question.
    pub fn confirm_address(&self, scope: &Scope, account: i64) -> Result<()> {
        scope.change(Kind::Shared, |c| confirm(c, account))
    }

    /// Refuses an account whose address has to be confirmed first (A4), and sends the link for that. Where no mails can be
    /// sent, or the account has no address, there is nothing to confirm.
    pub(crate) fn require_confirmed(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        account: &Account,
        policy: &Policy,
    ) -> Result<()> {
        if !policy.email_confirmed_first || !talang_mail::available(installation) {
            return Ok(());
        }
        let open = tenant.db().read(|conn| {
            Ok::<_, Error>(conn.query_one(
                "SELECT 1 FROM shared.user u WHERE u.id = ? AND u.email IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM shared.confirmed_address a WHERE a.account = u.id)",
                &[P::Int(account.id)],
            )?)
        })?;
        if open.is_none() {
            return Ok(());
        }
        let scope = Scope::new(installation, tenant, Actor::System, Door::Screen);
        scope.change(Kind::Shared, |c| send(c, account.id, Purpose::Activation))?;
        Err(Fault::new("sign_in.unconfirmed").into())
    }

    /// Gives an account the hash that another system kept of its password (A4). Its owner need not change it: it is made
    /// anew as Argon2id at the first sign-in. Whether the scope may is the caller's question.
    ///
    /// # Errors
    /// `password.hash`: it is none that can be read.
    pub fn import_hash(&self, scope: &Scope, account: i64, hash: &str) -> Result<()> {
        if crate::legacy::Legacy::parse(hash).is_none() {
            return Err(Fault::new("password.hash").on("hash").into());
        }
        scope.change(Kind::Shared, |c| password::store(c, account, hash, false, ""))
    }
}

/// Notes that the account's address is its owner's.
pub(crate) fn confirm(c: &mut Change<'_>, account: i64) -> Result<()> {
    let now = c.scope().installation().clock().now();
    c.system().exec(
        "INSERT INTO shared.confirmed_address (account, at) VALUES (?, ?) ON CONFLICT (account) DO NOTHING",
        &[P::Int(account), P::Int(now)],
    )?;
    Ok(())
}
