//! Whose file an account of the career sites opens (A3, G7). The account itself is a [`User`] of the population of candidates, among the
//! shared data; that it is this candidate's stands here, with the candidate's own data: what is merged or erased there takes it along
//! in the same transaction. An account opens a file only while its address is that of the file, as with links.
//!
//! [`User`]: talang_engine::objects::access::User

use serde_json::json;
use talang_catalogue::{Record, Value};
use talang_engine::{Change, Filter, Op, Query, Result, View};

pub use super::area::somebody;
use crate::text;

/// The job that makes accounts follow what became of their candidates: the career sites bring it.
pub const SETTLE: &str = "recruiting.account";

/// What is noted of the accounts of which a field is one of these numbers.
fn noted(view: &mut View<'_>, field: &str, of: &[i64]) -> Result<Vec<Record>> {
    view.as_rule(|v| {
        let object = v.object("CandidateAccount")?;
        let of = Filter::test(&object, field, Op::Is, of.iter().map(|id| Value::Int(*id)).collect());
        Ok(v.list(&object, &Query { filter: Some(of), ..Query::default() })?.records)
    })
}

/// What is noted of a candidate's account.
///
/// # Errors
/// Those of the store.
pub fn of_candidate(view: &mut View<'_>, candidate: i64) -> Result<Option<Record>> {
    Ok(noted(view, "candidate", &[candidate])?.into_iter().next())
}

/// What is noted of an account.
///
/// # Errors
/// Those of the store.
pub fn of_account(view: &mut View<'_>, account: i64) -> Result<Option<Record>> {
    Ok(noted(view, "account", &[account])?.into_iter().next())
}

/// The login of an account; nothing where there is none.
///
/// # Errors
/// Those of the store.
pub fn login(view: &mut View<'_>, account: i64) -> Result<Option<String>> {
    view.as_rule(|v| {
        let object = v.object("User")?;
        let query = Query { filter: Some(Filter::Ids(vec![account])), ..Query::default() };
        Ok(v.list(&object, &query)?.records.first().map(|user| text(user, "login").to_string()))
    })
}

/// Whose file an account opens: nobody's where the file's address is no longer the account's.
///
/// # Errors
/// Those of the store.
pub fn opened(view: &mut View<'_>, account: i64) -> Result<Option<Record>> {
    let (Some(noted), Some(login)) = (of_account(view, account)?, login(view, account)?) else {
        return Ok(None);
    };
    let candidate = noted.get("candidate").as_int().unwrap_or_default();
    Ok(somebody(view, candidate)?.filter(|person| text(person, "email").to_lowercase() == login))
}

/// Notes that an account is a candidate's, in place of any other that either had.
///
/// # Errors
/// Those of the store.
pub fn bind(change: &mut Change<'_>, candidate: i64, account: i64) -> Result<()> {
    change.as_program(|c| {
        let mut known = noted(c, "candidate", &[candidate])?;
        if known.iter().any(|one| one.get("account").as_int() == Some(account)) {
            return Ok(());
        }
        settle(c, &[candidate])?;
        known.extend(noted(c, "account", &[account])?);
        let object = c.object("CandidateAccount")?;
        for one in known {
            c.delete(&object, one.id, None)?;
        }
        let clock = c.scope().installation().clock();
        let values = vec![
            ("candidate", candidate.into()),
            ("account", account.into()),
            ("opened_at", clock.now().into()),
            ("last_signed_in", clock.today().into()),
        ];
        c.create("CandidateAccount", values).map(drop)
    })
}

/// Notes that an account is nobody's any more.
///
/// # Errors
/// Those of the store.
pub fn unbind(change: &mut Change<'_>, account: i64) -> Result<()> {
    change.as_program(|c| {
        let Some(noted) = of_account(c, account)? else { return Ok(()) };
        let object = c.object("CandidateAccount")?;
        c.delete(&object, noted.id, None)
    })
}

/// Notes that another account has taken the place of one.
///
/// # Errors
/// Those of the store.
pub fn rebind(change: &mut Change<'_>, account: i64, new: i64) -> Result<()> {
    change.as_program(|c| {
        let Some(noted) = of_account(c, account)? else { return Ok(()) };
        c.update("CandidateAccount", noted.id, vec![("account", new.into())]).map(drop)
    })
}

/// Notes that a candidate signed in: the day is a last action for as long as data are kept (G9).
///
/// # Errors
/// Those of the store.
pub fn signed_in(change: &mut Change<'_>, account: i64) -> Result<()> {
    change.as_program(|c| {
        let today: Value = c.scope().installation().clock().today().into();
        match of_account(c, account)? {
            Some(noted) if *noted.get("last_signed_in") != today => {
                c.update("CandidateAccount", noted.id, vec![("last_signed_in", today)]).map(drop)
            }
            _ => Ok(()),
        }
    })
}

/// Lets accounts follow what becomes of these candidates in this transaction: the job looks at how things stand then. Called before
/// what is noted of them goes.
///
/// # Errors
/// Those of the store.
pub fn settle(change: &mut Change<'_>, candidates: &[i64]) -> Result<()> {
    let accounts: Vec<i64> = noted(change, "candidate", candidates)?
        .iter()
        .filter_map(|one| one.get("account").as_int())
        .collect();
    if accounts.is_empty() {
        return Ok(());
    }
    let now = change.scope().installation().clock().now();
    change.enqueue(SETTLE, &json!({ "accounts": accounts }), now, None).map(drop)
}

/// A candidate's address changed, or the file was removed.
pub(crate) fn follow(change: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let Some(old) = old else { return Ok(()) };
    let address = |record: &Record| text(record, "email").to_lowercase();
    match new {
        Some(new) if address(new) == address(old) => Ok(()),
        _ => settle(change, &[old.id]),
    }
}
