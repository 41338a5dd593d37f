//! Whose account somebody's name at a provider is; accounts made at the first sign-in; roles by the provider's groups.

use talang_catalogue::{Choice, Fault, Kind, Value};
use talang_engine::objects::access::{User, UserRole};
use talang_engine::objects::access_policy::Population;
use talang_engine::objects::sign_on::{AttributeMapping, MappedField, ProviderAccount, RoleMapping};
use talang_engine::{Change, Filter, Op, Query, Result, View};

use crate::arrival::Arrival;
use crate::provider::Provider;

/// Whose account it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// The account that the provider's name was given to earlier.
    Linked(i64),
    /// The account of that login.
    ByLogin(i64),
    /// None; one would be made with that login.
    New(String),
    /// None.
    Nobody,
}

/// Finds the account, among those of the provider's population; changes nothing.
///
/// # Errors
/// `sso.subject`: the provider does not say who signed in.
pub fn find(v: &mut View<'_>, provider: &Provider, arrival: &Arrival) -> Result<Match> {
    if let Some(subject) = arrival.subject.as_deref()
        && let Some(link) = link(v, provider, subject)?
    {
        let ours = is_of(v, provider, link.user.id)?;
        return Ok(if ours { Match::Linked(link.user.id) } else { Match::Nobody });
    }
    let login = login(provider, arrival)?;
    Ok(match known(v, &login)? {
        Some(id) if provider.row.takes_over && is_of(v, provider, id)? => Match::ByLogin(id),
        None if provider.row.just_in_time => Match::New(login),
        _ => Match::Nobody,
    })
}

/// Whether an account is of the population that signs in with the provider: one for candidates vouches for nobody who works
/// here, whatever it says, and the company's own for no candidate.
fn is_of(v: &mut View<'_>, provider: &Provider, account: i64) -> Result<bool> {
    let object = v.object("User")?;
    Ok(Population::of(&v.get(&object, account)?) == provider.population())
}

/// Finds or makes the account, remembers the provider's name for it, and settles what the provider decides: roles by group,
/// the address for messages.
///
/// # Errors
/// `sso.account`: there is none and none may be made; what is wrong with a new one.
pub fn settle(c: &mut Change<'_>, provider: &Provider, arrival: &Arrival) -> Result<i64> {
    let found = find(c, provider, arrival)?;
    let id = match &found {
        Match::Linked(id) | Match::ByLogin(id) => *id,
        Match::New(login) => {
            let population = Value::from(provider.population().code());
            c.create("User", vec![("login", Value::from(login.as_str())), ("population", population)])?.thread
        }
        Match::Nobody => return Err(Fault::new("sso.account").into()),
    };
    if let (Some(subject), false) = (&arrival.subject, matches!(found, Match::Linked(_))) {
        c.create(
            "ProviderAccount",
            vec![
                ("provider", Value::Int(provider.id)),
                ("subject", Value::from(subject.as_str())),
                ("user", Value::Int(id)),
            ],
        )?;
    }
    fill(c, provider, arrival, id, matches!(found, Match::New(_)))?;
    roles(c, provider, arrival, id)?;
    Ok(id)
}

/// The login that the provider names.
fn login(provider: &Provider, arrival: &Arrival) -> Result<String> {
    let named = match provider.row.login_attribute.as_deref().filter(|name| !name.is_empty()) {
        Some(attribute) => arrival.first(attribute),
        None => arrival.name.as_deref(),
    };
    let login = named.map(str::trim).filter(|l| !l.is_empty());
    login.map(str::to_string).ok_or_else(|| Fault::new("sso.subject").into())
}

/// The account of a login; case counts only where two differ by nothing else.
fn known(v: &mut View<'_>, login: &str) -> Result<Option<i64>> {
    match v.resolve("User", login)? {
        Some(id) => Ok(Some(id)),
        None => v.resolve("User", &login.to_lowercase()),
    }
}

fn link(v: &mut View<'_>, provider: &Provider, subject: &str) -> Result<Option<ProviderAccount>> {
    let object = v.object("ProviderAccount")?;
    let filter = Filter::And(vec![
        Filter::test(&object, "provider", Op::Is, vec![Value::Int(provider.id)]),
        Filter::test(&object, "subject", Op::Is, vec![Value::from(subject)]),
    ]);
    let found = v.typed_list::<ProviderAccount>(&Query { filter: Some(filter), ..Query::default() })?;
    // Names are compared exactly, whatever the database thinks of case and accents.
    Ok(found.into_iter().map(|(_, link)| link).find(|link| link.subject.0 == subject))
}

/// What of the account the provider fills.
fn fill(c: &mut Change<'_>, provider: &Provider, arrival: &Arrival, id: i64, new: bool) -> Result<()> {
    let object = c.object("AttributeMapping")?;
    let filter = Some(Filter::test(&object, "provider", Op::Is, vec![Value::Int(provider.id)]));
    let mappings = c.typed_list::<AttributeMapping>(&Query { filter, ..Query::default() })?;
    let account: User = c.typed(id)?;
    let mut values = Vec::new();
    for (_, mapping) in mappings {
        let Some(value) = arrival.first(&mapping.attribute).filter(|v| !v.trim().is_empty()) else {
            continue;
        };
        match mapping.field.0 {
            Some(MappedField::Email) => values.push(("email", Value::from(value.trim()))),
            // The owner may have chosen another one since.
            Some(MappedField::Culture) if new => values.push(("culture", Value::from(value.trim()))),
            // An account never moves from one person to another by itself; a candidate's is no employee's.
            Some(MappedField::Employee)
                if account.employee.is_none() && provider.population() == Population::Employees =>
            {
                values.push(("employee", Value::from(value.trim())));
            }
            _ => {}
        }
    }
    if !values.is_empty() {
        c.update("User", id, values)?;
    }
    Ok(())
}

/// Gives and takes the roles that the provider's groups decide; others stay as they are.
fn roles(c: &mut Change<'_>, provider: &Provider, arrival: &Arrival, id: i64) -> Result<()> {
    let Some(attribute) = provider.row.role_attribute.as_deref().filter(|a| !a.is_empty()) else {
        return Ok(());
    };
    // Candidates have no roles.
    if provider.population() == Population::Candidates {
        return Ok(());
    }
    let object = c.object("RoleMapping")?;
    let filter = Some(Filter::test(&object, "provider", Op::Is, vec![Value::Int(provider.id)]));
    let mappings = c.typed_list::<RoleMapping>(&Query { filter, ..Query::default() })?;
    let groups = arrival.all(attribute);
    let object = c.object("UserRole")?;
    let filter = Some(Filter::test(&object, "user", Op::Is, vec![Value::Int(id)]));
    let held = c.typed_list::<UserRole>(&Query { filter, ..Query::default() })?;
    let mut decided: Vec<i64> = mappings.iter().map(|(_, m)| m.role.id).collect();
    decided.sort_unstable();
    decided.dedup();
    for role in decided {
        let due = mappings.iter().any(|(_, m)| m.role.id == role && groups.contains(&m.value.as_ref()));
        let has = held.iter().find(|(_, h)| h.role.id == role);
        match (due, has) {
            (true, None) => {
                c.create("UserRole", vec![("user", Value::Int(id)), ("role", Value::Int(role))])?;
            }
            (false, Some((row, _))) => c.delete(&object, *row, None)?,
            _ => {}
        }
    }
    Ok(())
}

/// The kind of data that accounts are.
pub(crate) const KIND: Kind = Kind::Shared;
