//! Accounts of candidates (A3): what signing up, a changed address and erasure need beyond what all accounts have.

use std::sync::Arc;

use talang_catalogue::{Choice, Kind, Value};
use talang_engine::{Actor, Change, Door, Installation, Result, Scope, Stays, Tenant};
use talang_store::P;

use crate::password::composed;
use crate::policy::{Owner, Policy, faults};
use crate::{Identity, Population, password};

/// What is known of an account beside its record, by table.
const KEPT: [&str; 8] = [
    "credential",
    "password_history",
    "session",
    "account_link",
    "known_device",
    "confirmed_address",
    "second_factor",
    "passkey",
];

impl Identity {
    /// The hash of a password for an account that there is not yet, if the policy of candidates lets it be. Computes one Argon2 for
    /// every login alike.
    ///
    /// # Errors
    /// `password.…`: everything that is wrong with it.
    pub fn hash_for_candidate(&self, tenant: &Tenant, login: &str, password: &str) -> Result<String> {
        let policy = Policy::of(tenant, Population::Candidates)?;
        let found = faults(&policy, &Owner::of(tenant, login), &composed(password));
        if found.is_empty() { self.hasher.hash(password) } else { Err(found.into()) }
    }

    /// Whether a password is the one of a hash; the work of one Argon2.
    pub fn fits(&self, password: &str, hash: &str) -> bool {
        self.hasher.verify(password, Some(hash))
    }

    /// Makes the account of a candidate whose address is confirmed, with the password of that hash; where there is one of a candidate
    /// already, which its owner never confirmed, it gets that password and no other opens it any more. Its number; nothing where the
    /// login is somebody's who works here.
    ///
    /// # Errors
    /// Those of the store.
    pub fn open_candidate(
        &self,
        installation: &Arc<Installation>,
        tenant: &Arc<Tenant>,
        login: &str,
        culture: &str,
        hash: &str,
    ) -> Result<Option<i64>> {
        let scope = Scope::new(installation, tenant, Actor::System, Door::Screen);
        scope.change(Kind::Shared, |c| {
            let account = match c.resolve("User", login)? {
                Some(known) => {
                    if crate::policy::population_of(c.system(), known)? != Population::Candidates {
                        return Ok(None);
                    }
                    forget(c, known)?;
                    known
                }
                None => {
                    let values = vec![
                        ("login", Value::from(login)),
                        ("email", login.into()),
                        ("population", Population::Candidates.code().into()),
                        ("culture", culture.into()),
                    ];
                    c.create("User", values)?.thread
                }
            };
            crate::link::confirm(c, account)?;
            password::store(c, account, hash, false, "")?;
            Ok(Some(account))
        })
    }
}

/// The account of a candidate moves to another address: a new one takes its place, for logins stay as they are. Only who reads mails
/// there gets in, by a link to a password that is sent there; the old account goes with its password, sessions, links and devices.
/// The number of the new one; nothing, and nothing done, where somebody else has that login.
///
/// # Errors
/// `record.not_found`; those of the store.
pub fn move_candidate(scope: &Scope, account: i64, login: &str) -> Result<Option<i64>> {
    scope.change(Kind::Shared, |c| {
        if c.resolve("User", login)?.is_some() {
            return Ok(None);
        }
        let object = c.object("User")?;
        let old = c.get(&object, account)?;
        let mut values = vec![
            ("login", Value::from(login)),
            ("email", login.into()),
            ("population", Population::Candidates.code().into()),
        ];
        values.extend(["culture", "state", "valid_until"].map(|name| (name, old.get(name).clone())));
        forget(c, account)?;
        c.erase(&object, &[account], Stays::Nothing)?;
        let new = c.create("User", values)?.thread;
        crate::link::activate_one(c, new)?;
        Ok(Some(new))
    })
}

/// Removes the account of a candidate for good, with everything that is known of it and what the journal says of it (G8, G9). An
/// account of somebody who works here stays.
///
/// # Errors
/// Those of the store.
pub fn erase_candidate(scope: &Scope, account: i64) -> Result<()> {
    scope.change(Kind::Shared, |c| {
        if crate::policy::population_of(c.system(), account)? != Population::Candidates {
            return Ok(());
        }
        forget(c, account)?;
        let object = c.object("User")?;
        c.erase(&object, &[account], Stays::Nothing).map(drop)
    })
}

/// Takes away by what an account can be entered.
fn forget(c: &mut Change<'_>, account: i64) -> Result<()> {
    for table in KEPT {
        c.system().exec(&format!("DELETE FROM shared.{table} WHERE account = ?"), &[P::Int(account)])?;
    }
    Ok(())
}
