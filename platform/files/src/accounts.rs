//! Accounts of a file space (I8): who may sign in, from where, with what; whether they still may.

use std::net::IpAddr;
use std::sync::Arc;

use talang_catalogue::{Fault, Kind, Record, Value};
use talang_engine::network::Network;
use talang_engine::{Actor, Change, Door, Error, Installation, Result, Scope, Tenant, TenantId, View};
use talang_identity::{Identity, Policy, Population, lock_after};
use talang_store::{Cell, Conn, P};

/// How a client proves who it is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Proof<'a> {
    /// Its password.
    Password(&'a str),
    /// A key whose possession was shown, by its SHA-256.
    Key(&'a str),
}

/// A client that has signed in.
#[derive(Clone)]
pub struct Guest {
    /// Whose space it uses.
    pub tenant: Held,
    /// Row number of its FileAccount.
    pub account: i64,
    /// Its login.
    pub login: String,
    /// From where it came.
    pub address: String,
    /// `sftp` or `ftps`.
    pub protocol: &'static str,
    /// The key that it showed; nothing for a password.
    key: Option<String>,
    /// When its password was renewed.
    renewed_at: Option<i64>,
}

/// A tenant that is let go on a thread of its own: whoever lets the last one go closes its databases, which must not
/// happen on the runtime's threads.
#[derive(Clone)]
pub struct Held(Option<Arc<Tenant>>);

impl std::ops::Deref for Held {
    type Target = Tenant;

    fn deref(&self) -> &Tenant {
        match &self.0 {
            Some(tenant) => tenant,
            None => unreachable!("it goes when this is dropped"),
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // Others hold it as a rule: the list of open tenants does until the tenant is gone.
        if self.0.as_ref().is_some_and(|tenant| Arc::strong_count(tenant) <= 2) {
            let tenant = self.0.take();
            std::thread::spawn(move || drop(tenant));
        }
    }
}

/// An account as it stands in the database.
struct Account {
    id: i64,
    login: String,
    active: bool,
    networks: String,
    renewed_at: Option<i64>,
    hash: Option<String>,
    failures: i64,
    locked_until: i64,
}

impl Account {
    fn find(conn: &mut Conn, login: &str) -> Result<Option<Account>> {
        let row = conn.query_one(
            "SELECT a.id, a.login, a.active, a.networks, a.password_renewed_at, c.hash, c.failures, c.locked_until
             FROM shared.file_account a LEFT JOIN shared.file_credential c ON c.account = a.id WHERE a.login = ?",
            &[P::Text(login)],
        )?;
        let Some([id, login, active, networks, renewed, hash, failures, until]) = row.as_deref() else {
            return Ok(None);
        };
        Ok(Some(Account {
            id: id.int(),
            login: login.text().to_string(),
            active: active.int() == 1,
            networks: networks.text().to_string(),
            renewed_at: renewed.opt_int(),
            hash: Some(hash.text().to_string()).filter(|h| !h.is_empty()),
            failures: failures.int(),
            locked_until: until.int(),
        }))
    }

    fn may_come_from(&self, address: &str) -> bool {
        let address: Option<IpAddr> = address.parse().ok();
        let mut networks = written_networks(&self.networks).peekable();
        // A network that cannot be read holds no address, but still says that the account is limited.
        networks.peek().is_none()
            || networks
                .any(|text| Network::parse(text).is_some_and(|n| address.is_some_and(|a| n.contains(a))))
    }
}

/// The networks as somebody wrote them.
fn written_networks(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c == ',' || c == ';' || c.is_whitespace()).filter(|part| !part.is_empty())
}

/// The account and the tenant of the name with which a client signs in: `login@tenant`.
fn parts(user: &str) -> Option<(&str, TenantId)> {
    let (login, tenant) = user.rsplit_once('@')?;
    Some((login, TenantId::parse(tenant)?))
}

fn failed() -> Error {
    Fault::new("sign_in.failed").into()
}

/// The tenant of that name, where there is one.
fn tenant_of(installation: &Arc<Installation>, user: &str) -> Option<(String, Arc<Tenant>)> {
    let (login, id) = parts(user)?;
    Some((login.to_string(), installation.tenant(&id).ok()?))
}

/// Whether a client that shows this key may go on to prove that it has it. Nothing is counted.
pub(crate) fn knows_key(installation: &Arc<Installation>, user: &str, fingerprint: &str) -> Result<bool> {
    let Some((login, tenant)) = tenant_of(installation, user) else { return Ok(false) };
    tenant.db().read(|conn| {
        let account = Account::find(conn, &login)?.filter(|a| a.active);
        account.map_or(Ok(false), |account| has_key(conn, account.id, fingerprint))
    })
}

fn has_key(conn: &mut Conn, account: i64, fingerprint: &str) -> Result<bool> {
    let found = conn.query_one(
        "SELECT id FROM shared.file_key WHERE account = ? AND fingerprint = ? AND active = 1",
        &[P::Int(account), P::Text(fingerprint)],
    )?;
    Ok(found.is_some())
}

/// Lets a client in. The answer is the same, and takes the same work, for a tenant or login that does not exist, a wrong
/// password, and an account that is not active.
///
/// # Errors
/// `sign_in.failed`; `sign_in.locked` after too many failures (A4); `network.refused` (A1).
pub(crate) fn sign_in(
    installation: &Arc<Installation>,
    identity: &Identity,
    user: &str,
    proof: Proof<'_>,
    protocol: &'static str,
    address: &str,
) -> Result<Guest> {
    let Some((login, tenant)) = tenant_of(installation, user) else {
        if let Proof::Password(password) = proof {
            identity.secret_fits(password, None);
        }
        return Err(failed());
    };
    let now = installation.clock().now();
    let account = tenant.db().read(|conn| Account::find(conn, &login))?;
    // An account without password is counted like a login that does not exist.
    let known = account.as_ref().filter(|a| a.hash.is_some());
    let unknown = known.is_none().then_some(login.as_str());
    identity.may_try(&tenant, unknown, address, now)?;
    let right = match proof {
        Proof::Password(password) => {
            if let Some(until) = known.map(|a| a.locked_until).filter(|until| *until > now) {
                let minutes = (until - now).div_euclid(60_000_000) + 1;
                return Err(Fault::new("sign_in.locked").with("minutes", minutes).into());
            }
            identity.secret_fits(password, known.and_then(|a| a.hash.as_deref()))
        }
        // Somebody who guesses passwords does not shut out those with keys.
        Proof::Key(fingerprint) => match &account {
            Some(account) => tenant.db().read(|conn| has_key(conn, account.id, fingerprint))?,
            None => false,
        },
    };
    let scope = Scope::new(installation, &tenant, Actor::System, Door::FileSpace);
    let method = match proof {
        Proof::Password(_) => format!("{protocol} password"),
        Proof::Key(_) => format!("{protocol} key"),
    };
    let Some(account) = account.as_ref().filter(|a| right && a.active) else {
        refuse(&scope, identity, known, unknown, address, &method)?;
        return Err(failed());
    };
    let allowed = tenant.may_come(None, address).is_ok() && account.may_come_from(address);
    if !allowed {
        scope.log_activity("sign-in-failed", address, &account.login, &format!("{method}, network"))?;
        return Err(Fault::new("network.refused").into());
    }
    tenant.db().write(|conn| {
        let password = matches!(proof, Proof::Password(_));
        conn.exec(
            "INSERT INTO shared.file_credential (account, used_at, used_from) VALUES (?, ?, ?)
             ON CONFLICT (account) DO UPDATE SET used_at = excluded.used_at, used_from = excluded.used_from",
            &[P::Int(account.id), P::Int(now), P::Text(address)],
        )?;
        if password {
            conn.exec(
                "UPDATE shared.file_credential SET failures = 0, locked_until = NULL WHERE account = ?",
                &[P::Int(account.id)],
            )?;
        }
        scope.log_activity_within(conn, "sign-in", address, &account.login, &method)
    })?;
    Ok(Guest {
        tenant: Held(Some(tenant)),
        account: account.id,
        login: account.login.clone(),
        address: address.to_string(),
        protocol,
        key: match proof {
            Proof::Key(fingerprint) => Some(fingerprint.to_string()),
            Proof::Password(_) => None,
        },
        renewed_at: account.renewed_at,
    })
}

/// Counts a failure and writes it down.
fn refuse(
    scope: &Scope,
    identity: &Identity,
    known: Option<&Account>,
    unknown: Option<&str>,
    address: &str,
    method: &str,
) -> Result<()> {
    let now = scope.installation().clock().now();
    identity.tried_in_vain(scope.tenant(), unknown, address, now)?;
    let until = lock_after(scope.tenant(), known.map_or(0, |a| a.failures) + 1)?;
    scope.tenant().db().write(|conn| {
        conn.exec(
            "UPDATE shared.file_credential SET failures = failures + 1, locked_until = ? WHERE account = ?",
            &[until.map_or(P::Null, |time| P::Int(now + time)), P::Int(known.map_or(0, |a| a.id))],
        )?;
        // What is no login is not written down: it may be a password.
        scope.log_activity_within(conn, "sign-in-failed", address, known.map_or("", |a| &a.login), method)
    })
}

impl Guest {
    /// Whether it may still be here: its tenant is there, its account is active, its password or key is what it was, and
    /// its address is allowed.
    pub(crate) fn still(&self, installation: &Arc<Installation>) -> Result<bool> {
        if installation.store().directory(|d| d.tenant(self.tenant.id())).is_err() {
            return Ok(false);
        }
        if self.tenant.may_come(None, &self.address).is_err() {
            return Ok(false);
        }
        self.tenant.db().read(|conn| {
            let Some(account) = Account::find(conn, &self.login)? else { return Ok(false) };
            let proof = match &self.key {
                Some(key) => has_key(conn, account.id, key)?,
                None => account.renewed_at == self.renewed_at && account.hash.is_some(),
            };
            Ok(proof && account.id == self.account && account.active && account.may_come_from(&self.address))
        })
    }
}

/// Gives an account a new password, which is told this once; the old one and the connections that it opened end (I8).
/// Whether the scope may is the caller's question.
///
/// # Errors
/// `record.not_found`.
pub fn renew_password(scope: &Scope, identity: &Identity, account: i64) -> Result<String> {
    let password = talang_identity::invent(&Policy::of(scope.tenant(), Population::Employees)?)?;
    let hash = identity.hash_secret(&password)?;
    let now = scope.installation().clock().now();
    scope.change(Kind::Shared, |c| {
        let object = c.object("FileAccount")?;
        let login = c.get(&object, account)?.get("login").as_text().unwrap_or_default().to_string();
        c.as_program(|c| {
            c.update("FileAccount", account, vec![("password_renewed_at", Value::Int(now))]).map(drop)
        })?;
        let scope = c.scope();
        let conn = c.system();
        conn.exec(
            "INSERT INTO shared.file_credential (account, hash) VALUES (?, ?)
             ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, failures = 0, locked_until = NULL",
            &[P::Int(account), P::Text(&hash)],
        )?;
        let mut entry = scope.activity("password-changed").on("FileAccount").detail(&login);
        entry.record = Some(account);
        scope.log_within(conn, &[entry])
    })?;
    Ok(password)
}

/// When and from where an account last signed in, and whether it has a password. Whether the scope may know is the
/// caller's question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastUse {
    /// Microseconds since 1970.
    pub at: Option<i64>,
    /// Address.
    pub from: String,
    /// It has a password.
    pub password: bool,
    /// It is locked until then, in microseconds since 1970.
    pub locked_until: Option<i64>,
}

/// See [`LastUse`].
///
/// # Errors
/// `storage.failed`.
pub fn last_use(tenant: &Tenant, account: i64) -> Result<LastUse> {
    tenant.db().read(|conn| {
        let row = conn.query_one(
            "SELECT used_at, used_from, hash, locked_until FROM shared.file_credential WHERE account = ?",
            &[P::Int(account)],
        )?;
        Ok(match row.as_deref() {
            Some([at, from, hash, until]) => LastUse {
                at: at.opt_int(),
                from: from.text().to_string(),
                password: !hash.text().is_empty(),
                locked_until: until.opt_int(),
            },
            _ => LastUse::default(),
        })
    })
}

/// A login is a short word without signs that part words elsewhere; networks are networks.
pub(crate) fn check_account(
    _view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let login = new.get("login").as_text().unwrap_or_default();
    let fine = (2..=32).contains(&login.len())
        && login.starts_with(|c: char| c.is_ascii_lowercase())
        && login.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_');
    if !fine {
        faults.push(Fault::new("file_space.login").on("login"));
    }
    let networks = new.get("networks").as_text().unwrap_or_default().to_string();
    for network in written_networks(&networks).filter(|text| Network::parse(text).is_none()) {
        faults.push(Fault::new("value.network").on("networks").with("value", network));
    }
    Ok(())
}

/// The first account brings the space and its nightly purge; one that goes takes its password along.
pub(crate) fn account_changed(c: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    match (old, new) {
        (None, Some(_)) => crate::purge::prepare(c),
        (Some(old), None) => {
            let id = old.id;
            c.system().exec("DELETE FROM shared.file_credential WHERE account = ?", &[P::Int(id)])?;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// A key is one that the server can check; its fingerprint is worked out of it.
pub(crate) fn check_key(
    _view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    match read_key(new.get("public_key").as_text().unwrap_or_default()) {
        Ok((text, fingerprint)) => {
            new.set("public_key", Value::Text(text));
            new.set("fingerprint", Value::Text(fingerprint));
        }
        Err(fault) => faults.push(fault.on("public_key")),
    }
    Ok(())
}

/// There is one space.
pub(crate) fn check_space(
    _view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    if new.get("code").as_text() != Some(crate::purge::MAIN) {
        faults.push(Fault::new("value.choice").on("code").with("allowed", crate::purge::MAIN));
    }
    Ok(())
}

/// A public key as OpenSSH writes it in one line, and its SHA-256.
///
/// # Errors
/// `file_space.key_private` for the other half of the pair, pasted by mistake; `file_space.key_type` for a kind that is
/// not taken, such as RSA; `file_space.key` for what is no key.
fn read_key(text: &str) -> std::result::Result<(String, String), Fault> {
    use russh::keys::{Algorithm, HashAlg, PublicKey};
    let text = text.trim();
    if text.contains("PRIVATE KEY") || text.starts_with("PuTTY-User-Key-File-") {
        return Err(Fault::new("file_space.key_private"));
    }
    let wrong = || Fault::new("file_space.key");
    // Of a kind that is not known here the library reads no more than the name: the name is what counts.
    let kind = text.split_ascii_whitespace().next().unwrap_or_default();
    if OTHER_KINDS.contains(&kind) {
        return Err(Fault::new("file_space.key_type").with("type", kind));
    }
    if text.lines().count() != 1 {
        return Err(wrong());
    }
    let mut key = PublicKey::from_openssh(text).map_err(|_| wrong())?;
    if !matches!(key.algorithm(), Algorithm::Ed25519 | Algorithm::Ecdsa { .. }) {
        return Err(Fault::new("file_space.key_type").with("type", key.algorithm()));
    }
    // The comment behind a key often names a person; the record has a name of its own.
    key.set_comment("");
    let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
    let text = key.to_openssh().map_err(|_| wrong())?;
    Ok((text.trim().to_string(), fingerprint))
}

/// Kinds of keys that people have and that are not taken: RSA and DSA are of yesterday, those of hardware want a touch
/// that no system gives, and certificates an authority.
const OTHER_KINDS: [&str; 7] = [
    "ssh-rsa",
    "rsa-sha2-256",
    "rsa-sha2-512",
    "ssh-dss",
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-ed25519-cert-v01@openssh.com",
];

/// One line of what came and went.
#[derive(Clone, Debug)]
pub struct Transfer {
    /// Microseconds since 1970.
    pub at: i64,
    /// Login of the account, or of the user on screen.
    pub login: String,
    /// `sftp`, `ftps` or `web`.
    pub protocol: String,
    /// Address of the client.
    pub address: String,
    /// `put`, `get`, `remove`, `rename`.
    pub action: String,
    /// Which file.
    pub path: String,
    /// Bytes that went over the line.
    pub bytes: i64,
    /// `done`, `cut` for a connection that ended before, or the code of what went wrong.
    pub outcome: String,
}

/// Writes a line down.
///
/// # Errors
/// `storage.failed`.
pub fn note(tenant: &Tenant, account: Option<i64>, transfer: &Transfer) -> Result<()> {
    tenant.db().write(|conn| {
        conn.exec(
            "INSERT INTO shared.file_transfer (at, account, login, protocol, address, action, path, bytes, outcome)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            &[
                P::Int(transfer.at),
                account.map_or(P::Null, P::Int),
                P::Text(&transfer.login),
                P::Text(&transfer.protocol),
                P::Text(&transfer.address),
                P::Text(&transfer.action),
                P::Text(&transfer.path),
                P::Int(transfer.bytes),
                P::Text(&transfer.outcome),
            ],
        )?;
        Ok(())
    })
}

/// The latest lines, the newest first; those of one account where it is named. Whether the scope may see them is the
/// caller's question.
///
/// # Errors
/// `storage.failed`.
pub fn transfers(tenant: &Tenant, account: Option<i64>, most: i64) -> Result<Vec<Transfer>> {
    tenant.db().read(|conn| {
        const COLUMNS: &str = "at, login, protocol, address, action, path, bytes, outcome";
        let rows = match account {
            Some(account) => conn.query(
                &format!(
                    "SELECT {COLUMNS} FROM shared.file_transfer WHERE account = ? ORDER BY id DESC LIMIT ?"
                ),
                &[P::Int(account), P::Int(most)],
            )?,
            None => conn.query(
                &format!("SELECT {COLUMNS} FROM shared.file_transfer ORDER BY id DESC LIMIT ?"),
                &[P::Int(most)],
            )?,
        };
        let text = |cell: &Cell| cell.text().to_string();
        Ok(rows
            .iter()
            .filter_map(|row| match row.as_slice() {
                [at, login, protocol, address, action, path, bytes, outcome] => Some(Transfer {
                    at: at.int(),
                    login: text(login),
                    protocol: text(protocol),
                    address: text(address),
                    action: text(action),
                    path: text(path),
                    bytes: bytes.int(),
                    outcome: text(outcome),
                }),
                _ => None,
            })
            .collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_login_and_tenant() {
        let read = |user: &str| parts(user).map(|(login, tenant)| format!("{login} of {tenant}"));
        assert_eq!(read("payroll@acme").as_deref(), Some("payroll of acme"));
        assert_eq!(read("a@b@acme").as_deref(), Some("a@b of acme"));
        for bad in ["payroll", "payroll@", "payroll@Acme", "payroll@../x", "@"] {
            assert!(read(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn keys_are_read_and_named_by_their_sha_256() {
        let line =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZJ ana@laptop";
        let (kept, fingerprint) = read_key(&format!("  {line}\n")).unwrap();
        assert!(kept.ends_with("OIeZJ"), "without the comment: {kept}");
        assert!(fingerprint.starts_with("SHA256:"));
        let refused = |text: &str| read_key(text).unwrap_err().code;
        for bad in ["", "ssh-ed25519", "ssh-ed25519 AAAA", &format!("{line}\n{line}")] {
            assert_eq!(refused(bad), "file_space.key", "{bad}");
        }
        assert_eq!(refused("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END"), "file_space.key_private");
        for kind in OTHER_KINDS {
            assert_eq!(refused(&format!("{kind} AAAAB3NzaC1yc2E ana@laptop")), "file_space.key_type");
        }
    }
}
