//! Roles and rights (A10): per object and action, per right group of fields, each to an extent.

use std::collections::HashMap;
use std::sync::Arc;

use talang_catalogue::object::GENERAL;
use talang_catalogue::{Catalogue, Object};
use talang_store::{Cell, Conn, IdSet, P};

use crate::error::Result;
use crate::limit::Limit;
use crate::registry::Registry;

/// What a right allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// See records and the fields of a group.
    Read,
    /// Make records.
    Create,
    /// Change the fields of a group.
    Update,
    /// Remove records.
    Delete,
    /// Load files (I1).
    Import,
    /// Take out files (I1).
    Export,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 6] =
        [Action::Read, Action::Create, Action::Update, Action::Delete, Action::Import, Action::Export];

    /// Its word in role rights.
    pub fn name(self) -> &'static str {
        match self {
            Action::Read => "read",
            Action::Create => "create",
            Action::Update => "update",
            Action::Delete => "delete",
            Action::Import => "import",
            Action::Export => "export",
        }
    }

    /// The action of that word.
    pub fn parse(word: &str) -> Option<Action> {
        Action::ALL.into_iter().find(|a| a.name() == word.trim())
    }
}

/// To whom a right extends; several add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Extents(u8);

impl Extents {
    /// Nobody.
    pub const NONE: Extents = Extents(0);
    /// Oneself.
    pub const SELF: Extents = Extents(1);
    /// Everyone below oneself in the reporting line.
    pub const TEAM: Extents = Extents(2);
    /// The members of one's accreditation lists.
    pub const LISTS: Extents = Extents(4);
    /// Everyone.
    pub const ALL: Extents = Extents(8);

    /// The extent of that word.
    pub fn parse(word: &str) -> Extents {
        match word {
            "self" => Extents::SELF,
            "team" => Extents::TEAM,
            "lists" => Extents::LISTS,
            "all" => Extents::ALL,
            _ => Extents::NONE,
        }
    }

    /// Both together.
    pub fn or(self, other: Extents) -> Extents {
        Extents(self.0 | other.0)
    }

    /// What both have.
    pub fn common(self, other: Extents) -> Extents {
        Extents(self.0 & other.0)
    }

    /// Whether it includes the other whole.
    pub fn has(self, other: Extents) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether it reaches nobody.
    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Words, widest last, for people and snapshots.
    pub fn words(self) -> Vec<&'static str> {
        [(Extents::SELF, "self"), (Extents::TEAM, "team"), (Extents::LISTS, "lists"), (Extents::ALL, "all")]
            .into_iter()
            .filter(|(e, _)| self.has(*e))
            .map(|(_, word)| word)
            .collect()
    }
}

/// Whose data may be touched.
#[derive(Clone, Debug, Hash)]
pub enum Who {
    /// Everyone's.
    Everyone,
    /// Of accounts, those of the people who work here: whoever may not read every candidate does not see who has an account in the
    /// front office.
    Staff,
    /// That of these people.
    Some(Arc<IdSet>),
    /// Nobody's.
    Nobody,
}

impl Who {
    /// Whether data of that person, or of nobody in particular, may be touched.
    pub fn includes(&self, subject: Option<i64>) -> bool {
        match (self, subject) {
            (Who::Everyone | Who::Staff, _) => true,
            (Who::Some(set), Some(id)) => set.contains(id),
            _ => false,
        }
    }
}

/// One line of a role: on which objects and groups it allows which actions to which extent.
#[derive(Clone, Debug)]
pub struct Grant {
    /// Role that brings it.
    pub role: String,
    /// Object name, `module:<name>`, or `*`.
    pub object: String,
    /// Right group or `*`.
    pub group: String,
    /// Allowed actions.
    pub actions: Vec<Action>,
    /// To whom.
    pub extent: Extents,
}

impl Grant {
    /// A line as it is stored.
    pub fn parse(role: &str, object: &str, group: &str, actions: &str, extent: &str) -> Grant {
        Grant {
            role: role.to_string(),
            object: object.to_string(),
            group: group.to_string(),
            actions: actions.split([',', ' ']).filter_map(Action::parse).collect(),
            extent: Extents::parse(extent),
        }
    }

    /// Whether it allows the action on that group of everybody's records.
    pub(crate) fn gives_all(&self, object: &Object, group: &str, action: Action) -> bool {
        self.covers(object, group) && self.actions.contains(&action) && self.extent.has(Extents::ALL)
    }

    fn covers(&self, object: &Object, group: &str) -> bool {
        let object_fits = match self.object.strip_prefix("module:") {
            Some(module) => module == object.def.module,
            None => self.object == "*" || self.object == object.def.name,
        };
        object_fits && (self.group == "*" || self.group == group)
    }
}

/// The rights of one user: the grants of all their roles.
#[derive(Debug, Default)]
pub struct Rights {
    grants: Arc<Vec<Grant>>,
    system: bool,
    table: Arc<HashMap<(u16, String, Action), Extents>>,
    limit: Option<Arc<Limit>>,
}

impl Rights {
    /// The program itself: everything.
    pub fn system() -> Rights {
        Rights { system: true, ..Rights::default() }
    }

    /// The rights that grants give over a tenant's catalogue.
    pub fn new(grants: Vec<Grant>, catalogue: &Catalogue) -> Rights {
        let mut table: HashMap<(u16, String, Action), Extents> = HashMap::new();
        for object in catalogue.objects() {
            for group in &object.groups {
                for grant in grants.iter().filter(|g| g.covers(object, group)) {
                    for action in &grant.actions {
                        let slot = table.entry((object.def.id, group.to_string(), *action)).or_default();
                        *slot = slot.or(grant.extent);
                    }
                }
            }
        }
        Rights { grants: Arc::new(grants), system: false, table: Arc::new(table), limit: None }
    }

    /// The part of them that a program's key may use (I10).
    pub fn limited(&self, limit: Arc<Limit>) -> Rights {
        Rights {
            grants: self.grants.clone(),
            system: self.system,
            table: self.table.clone(),
            limit: Some(limit),
        }
    }

    /// Takes everything away of objects that do not stay.
    pub(crate) fn retain(&mut self, stays: impl Fn(u16) -> bool) {
        Arc::make_mut(&mut self.table).retain(|(object, ..), _| stays(*object));
    }

    /// Takes everything away of objects whose function is not switched on (S8): what arrives with a release is there for
    /// nobody, by no door, until the tenant wants it.
    pub(crate) fn keep_switched_on(
        &mut self,
        conn: &mut Conn,
        registry: &Registry,
        catalogue: &Catalogue,
    ) -> Result<()> {
        if registry.features.iter().all(|f| f.brings.is_empty()) {
            return Ok(());
        }
        let rows = conn.query("SELECT f.code FROM shared.feature_switch f WHERE f.\"on\" = 1", &[])?;
        let on: Vec<&str> = rows.iter().filter_map(|r| r.first()).map(Cell::text).collect();
        let off = registry.features.iter().filter(|f| !on.contains(&f.code));
        let off: Vec<&str> = off.flat_map(|f| f.brings).copied().collect();
        self.retain(|object| catalogue.by_id(object).is_some_and(|o| !off.contains(&o.def.module)));
        Ok(())
    }

    /// To whom the action extends for a group of an object's fields.
    pub fn extents(&self, object: &Object, group: &str, action: Action) -> Extents {
        if self.limit.as_ref().is_some_and(|limit| !limit.allows(object, action)) {
            return Extents::NONE;
        }
        if self.system {
            return Extents::ALL;
        }
        self.table.get(&(object.def.id, group.to_string(), action)).copied().unwrap_or_default()
    }

    /// To whom the action extends for whole records.
    pub fn on(&self, object: &Object, action: Action) -> Extents {
        self.extents(object, GENERAL, action)
    }

    /// Whether the action is allowed for anybody at all.
    pub fn may(&self, object: &Object, action: Action) -> bool {
        match action {
            // One group of fields can be changed without the others: an employee's own address, say.
            Action::Update => object.groups.iter().any(|g| !self.extents(object, g, action).is_none()),
            _ => !self.on(object, action).is_none(),
        }
    }

    /// Whether they are the program's own.
    pub fn is_system(&self) -> bool {
        self.system
    }

    /// Whether they are a super administrator's: all technical configuration may be changed (A12).
    pub fn is_super(&self, catalogue: &Catalogue) -> bool {
        let mut technical = catalogue.objects().iter().filter(|o| o.def.technical);
        technical.all(|o| self.extents(o, GENERAL, Action::Update).has(Extents::ALL))
    }

    /// Whether accreditation lists open something to them that is not open for everybody's data anyway.
    pub fn lists_widen(&self) -> bool {
        self.table.values().any(|e| e.has(Extents::LISTS) && !e.has(Extents::ALL))
    }

    /// What they allow that others do not: number of the object, group, action, in order.
    pub fn beyond(&self, others: &Rights) -> Vec<(u16, String, Action)> {
        if others.system {
            return Vec::new();
        }
        let less = |key: &(u16, String, Action), extents: Extents| {
            let theirs = others.table.get(key).copied().unwrap_or_default();
            !theirs.has(Extents::ALL) && !theirs.has(extents)
        };
        let mut out: Vec<_> = self
            .table
            .iter()
            .filter(|(key, extents)| less(key, **extents))
            .map(|(key, _)| key.clone())
            .collect();
        out.sort_unstable();
        out
    }

    /// The lines that allow an action, for "why".
    pub fn origin(&self, object: &Object, group: &str, action: Action) -> Vec<&Grant> {
        self.grants.iter().filter(|g| g.covers(object, group) && g.actions.contains(&action)).collect()
    }
}

/// Reads the lines of roles: role, whether it is active, and what the line gives. `None` means all roles.
pub(crate) fn grants_of_roles(conn: &mut Conn, roles: Option<&[i64]>) -> Result<Vec<(i64, bool, Grant)>> {
    let mut sql =
        "SELECT r.id, r.active, r.code, g.object, g.field_group, g.actions, g.extent FROM shared.role r
         JOIN shared.role_right g ON g.role = r.id"
            .to_string();
    let mut params = Vec::new();
    if let Some(roles) = roles {
        sql.push_str(&format!(" WHERE {}", conn.dialect().any("r.id")));
        params.push(P::Ints(roles.to_vec()));
    }
    sql.push_str(" ORDER BY r.id");
    let rows = conn.query(&sql, &params)?;
    Ok(rows
        .iter()
        .filter_map(|row| match row.as_slice() {
            [id, active, code, object, group, actions, extent] => Some((
                id.int(),
                active.int() == 1,
                Grant::parse(code.text(), object.text(), group.text(), actions.text(), extent.text()),
            )),
            _ => None,
        })
        .collect())
}

/// Reads the grants of a user's roles.
pub(crate) fn grants(conn: &mut Conn, user: i64) -> Result<Vec<Grant>> {
    let rows = conn.query(
        "SELECT r.code, g.object, g.field_group, g.actions, g.extent FROM shared.user_role u
         JOIN shared.role r ON r.id = u.role JOIN shared.role_right g ON g.role = r.id
         WHERE u.\"user\" = ? AND r.active = 1",
        &[P::Int(user)],
    )?;
    Ok(rows
        .iter()
        .filter_map(|row| match row.as_slice() {
            [role, object, group, actions, extent] => {
                Some(Grant::parse(role.text(), object.text(), group.text(), actions.text(), extent.text()))
            }
            _ => None,
        })
        .collect())
}
