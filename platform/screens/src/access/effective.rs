//! Rights as they come out of roles: whose they are, what they allow, and which line of which role says so.

use std::sync::Arc;

use talang_catalogue::{Record, Value};
use talang_engine::accreditation::{Graph, Reach};
use talang_engine::rights::{Grant, Rights};
use talang_engine::{Action, Extents, Filter, IdSet, Op, Query, Result, View};

use super::referring;

/// The lines of a role.
pub(super) fn grants_of(v: &mut View<'_>, role: i64, code: &str) -> Result<Vec<Grant>> {
    let object = v.object("RoleRight")?;
    Ok(referring(v, &object, "role", role)?.iter().map(|r| grant(r, code)).collect())
}

/// A line of a role as the engine reckons with it.
pub(super) fn grant(record: &Record, role: &str) -> Grant {
    let text = |name: &str| record.get(name).as_text().unwrap_or_default().to_string();
    Grant {
        role: role.to_string(),
        object: text("object"),
        group: text("field_group"),
        actions: actions(&text("actions")),
        extent: Extents::parse(&text("extent")),
    }
}

/// The actions that a line names.
pub(super) fn actions(text: &str) -> Vec<Action> {
    text.split([',', ' ']).filter_map(Action::parse).collect()
}

/// A role that somebody has.
pub(super) struct Held {
    /// Row number of the link between user and role.
    pub link: i64,
    /// Row number of the role.
    pub role: i64,
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: Value,
    /// Whether it counts.
    pub active: bool,
}

/// The roles of a user, by name.
pub(super) fn roles_of(v: &mut View<'_>, user: i64) -> Result<Vec<Held>> {
    let links = v.object("UserRole")?;
    let links = referring(v, &links, "user", user)?;
    let ids: Vec<i64> = links.iter().filter_map(|l| l.get("role").as_int()).collect();
    let roles = v.object("Role")?;
    let found = v.list(&roles, &Query { filter: Some(Filter::Ids(ids)), ..Query::default() })?.records;
    let mut out = Vec::new();
    for link in &links {
        let Some(role) = found.iter().find(|r| Some(r.id) == link.get("role").as_int()) else { continue };
        out.push(Held {
            link: link.id,
            role: role.id,
            code: role.get("code").as_text().unwrap_or_default().to_string(),
            label: role.get("label").clone(),
            active: role.get("active").as_int() == Some(1),
        });
    }
    out.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(out)
}

/// The rights of a user, with their origin. An account that is not active has none.
pub(super) fn rights_of(v: &mut View<'_>, user: &Record) -> Result<Arc<Rights>> {
    let mut grants = Vec::new();
    if user.get("state").as_text() == Some("active") {
        for held in roles_of(v, user.id)?.iter().filter(|h| h.active) {
            grants.extend(grants_of(v, held.role, &held.code)?);
        }
    }
    Ok(Arc::new(Rights::new(grants, &v.catalogue())))
}

/// Whom an account reaches, and how many people that are.
pub(super) struct Reached {
    me: Option<i64>,
    /// By reporting line and by lists.
    pub reach: Reach,
    /// Everybody.
    pub everybody: usize,
}

impl Reached {
    /// Whom an employee's accounts reach; without an employee nobody but everybody.
    pub fn of(graph: &Graph, me: Option<i64>) -> Reached {
        let reach = me.map(|me| graph.reach(me)).unwrap_or_default();
        Reached { me, reach, everybody: graph.size() }
    }

    /// How many people a right with these extents reaches.
    pub fn count(&self, extents: Extents) -> usize {
        if extents.has(Extents::ALL) {
            return self.everybody;
        }
        let mut set = IdSet::default();
        set.extend(&self.me.into_iter().filter(|_| extents.has(Extents::SELF)).collect());
        if extents.has(Extents::TEAM) {
            set.extend(&self.reach.team);
        }
        if extents.has(Extents::LISTS) {
            set.extend(&self.reach.lists);
        }
        set.len()
    }
}

/// The accounts of an employee.
pub(super) fn accounts_of(v: &mut View<'_>, employee: i64) -> Result<Vec<Record>> {
    let users = v.object("User")?;
    let filter = Some(Filter::test(&users, "employee", Op::Is, vec![Value::Int(employee)]));
    Ok(v.list(&users, &Query { filter, ..Query::default() })?.records)
}
