//! What a company's directory keeps here by SCIM (A6): whose accounts it provides, its groups and who is in them.

use talang_catalogue::{Code, Line, Record, Ref, Value};
use talang_derive::Object;

use super::access::{ApiClient, Role, User};
use crate::change::Change;
use crate::error::Result;
use crate::query::{Filter, Op, Query};

/// An account that a company's directory provides.
#[derive(Object)]
#[object(id = 24, module = "access", kind = shared, key(application, user), privacy = work)]
pub struct DirectoryUser {
    /// Application by which the directory writes.
    #[field(id = 1)]
    pub application: Ref<ApiClient>,
    /// The account.
    #[field(id = 2)]
    pub user: Ref<User>,
    /// Identifier of the user in the directory.
    #[field(id = 3, search, privacy = identity)]
    pub external_id: Option<Line>,
    /// Personnel number that the directory tells; the employee is linked as soon as there is one with it.
    #[field(id = 4, privacy = identity)]
    pub employee_number: Option<Line>,
}

/// A group of a company's directory. Its members have the role that is set here.
#[derive(Object)]
#[object(id = 25, module = "access", kind = shared, connection, power, key(application, code), privacy = none, title(display_name))]
pub struct DirectoryGroup {
    /// Application by which the directory writes.
    #[field(id = 1)]
    pub application: Ref<ApiClient>,
    /// Name of the group in the directory.
    #[field(id = 2, search)]
    pub display_name: Line,
    /// Identifier of the group in the directory.
    #[field(id = 3, search)]
    pub external_id: Option<Line>,
    /// Role of the group's members; empty for none. The directory cannot set it.
    #[field(id = 4)]
    pub role: Option<Ref<Role>>,
    /// Permanent short name; the group can be renamed, and this stays.
    #[field(id = 5)]
    pub code: Code,
}

/// Somebody who is in a group of a company's directory.
#[derive(Object)]
#[object(id = 26, module = "access", kind = shared, connection, power, key(group, user), privacy = work)]
pub struct DirectoryMember {
    /// The group.
    #[field(id = 1)]
    pub group: Ref<DirectoryGroup>,
    /// The account.
    #[field(id = 2)]
    pub user: Ref<User>,
}

/// Another role for a group: its members get the new one and lose the old one.
pub(crate) fn group_changed(c: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    let role = |record: Option<&Record>| record.and_then(|r| r.get("role").as_int());
    let (before, after) = (role(old), role(new));
    let Some(group) = old.or(new).map(|r| r.id) else { return Ok(()) };
    if before == after {
        return Ok(());
    }
    let members = c.object("DirectoryMember")?;
    let filter = Some(Filter::test(&members, "group", Op::Is, vec![Value::Int(group)]));
    let users: Vec<i64> = c
        .list(&members, &Query { filter, ..Query::default() })?
        .records
        .iter()
        .filter_map(|m| m.get("user").as_int())
        .collect();
    for user in users {
        settle(c, user, before)?;
        settle(c, user, after)?;
    }
    Ok(())
}

/// Somebody came into a group or left it.
pub(crate) fn member_changed(c: &mut Change<'_>, old: Option<&Record>, new: Option<&Record>) -> Result<()> {
    for record in [old, new].into_iter().flatten() {
        let (Some(group), Some(user)) = (record.get("group").as_int(), record.get("user").as_int()) else {
            continue;
        };
        let groups = c.object("DirectoryGroup")?;
        let role = match c.get(&groups, group) {
            Ok(group) => group.get("role").as_int(),
            // The group goes, and its members with it: its own rule has taken the role.
            Err(error) if error.is("record.not_found") => None,
            Err(error) => return Err(error),
        };
        settle(c, user, role)?;
    }
    Ok(())
}

/// Gives the role to the user, or takes it, as the groups say. A role that a group has is the groups' to give.
fn settle(c: &mut Change<'_>, user: i64, role: Option<i64>) -> Result<()> {
    let Some(role) = role else { return Ok(()) };
    let members = c.object("DirectoryMember")?;
    let filter = Some(Filter::test(&members, "user", Op::Is, vec![Value::Int(user)]));
    let memberships = c.list(&members, &Query { filter, ..Query::default() })?.records;
    let groups = c.object("DirectoryGroup")?;
    let mut due = false;
    for membership in &memberships {
        if let Some(id) = membership.get("group").as_int()
            && let Ok(group) = c.get(&groups, id)
        {
            due |= group.get("role").as_int() == Some(role);
        }
    }
    let links = c.object("UserRole")?;
    let filter = Some(Filter::And(vec![
        Filter::test(&links, "user", Op::Is, vec![Value::Int(user)]),
        Filter::test(&links, "role", Op::Is, vec![Value::Int(role)]),
    ]));
    let held = c.list(&links, &Query { filter, ..Query::default() })?.records;
    match (due, held.first()) {
        (true, None) => {
            c.create("UserRole", vec![("user", Value::Int(user)), ("role", Value::Int(role))])?;
        }
        (false, Some(link)) => c.delete(&links, link.id, None)?,
        _ => {}
    }
    Ok(())
}
