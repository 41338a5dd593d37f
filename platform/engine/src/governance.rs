//! Who may give rights (A10, A12). Rules for people, one for the tenant:
//!
//! 1. Technical configuration belongs to super administrators: whoever may change all of it is one. Rights that reach it
//!    are given, changed and taken away only by somebody who has them; so are accounts that have them.
//! 2. Whoever may change the lines of roles *administers rights* and gives everything else, but not to themselves: their
//!    own accounts and roles get nothing that they do not have.
//! 3. Everybody else gives at most what they have.
//! 4. Where somebody with a usable account administers technical configuration, or rights, there stays one.
//!
//! And whoever is signed in proves again who they are before they change any of it (`power` in an object's declaration; of
//! accounts that holds for all but their owner's language and formats): a session left open gives nobody rights. Where
//! nobody is signed in at all, such as for files that are imported at a set time, none of it changes ([`needs_somebody`]).
//!
//! The rules stand beside the objects, so they hold at every door. The program itself (set-up, command line of the
//! provider) is bound by the last one only.

use talang_catalogue::object::GENERAL;
use talang_catalogue::value::days_of_date;
use talang_catalogue::{Catalogue, Fault, ObjectDef, Record, Value};
use talang_store::{Cell, Conn, P};

use crate::error::Result;
use crate::rights::{Action, Grant, Rights, grants_of_roles};
use crate::scope::Actor;
use crate::view::View;

type Faults = Vec<Fault>;

/// Whether files that a system brought may not change an object while nobody stands behind them who could prove who they are
/// (I9): what gives power, technical configuration, and accounts, each of which is a way in.
pub fn needs_somebody(object: &ObjectDef) -> bool {
    object.power || object.technical || object.name == "User"
}

/// Whether somebody who can sign in keeps each of the powers without which nobody could mend a tenant's rights.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keepers {
    technical: bool,
    rights: bool,
}

impl Keepers {
    /// Whether writing that object can take a power away.
    pub fn concerned(object: &str) -> bool {
        matches!(object, "User" | "UserRole" | "Role" | "RoleRight")
    }

    /// As the transaction sees it now.
    pub fn read(view: &mut View<'_>) -> Result<Keepers> {
        let catalogue = view.catalogue();
        let grants = grants_of_roles(view.conn, None)?;
        let mut roles: Vec<i64> = grants.iter().map(|(role, ..)| *role).collect();
        roles.dedup();
        let (mut technical, mut rights) = (Vec::new(), Vec::new());
        for role in roles {
            let own: Vec<Grant> = grants
                .iter()
                .filter(|(r, active, _)| *r == role && *active)
                .map(|(.., grant)| grant.clone())
                .collect();
            let covers = |name: &str| {
                let Some(object) = catalogue.object(name) else { return false };
                own.iter().any(|g| g.gives_all(object, GENERAL, Action::Update))
            };
            if catalogue.objects().iter().filter(|o| o.def.technical).all(|o| covers(o.def.name)) {
                technical.push(role);
            }
            if covers("RoleRight") && covers("UserRole") {
                rights.push(role);
            }
        }
        let today = days_of_date(view.scope().installation().clock().today());
        Ok(Keepers {
            technical: anybody(view.conn, technical, today)?,
            rights: anybody(view.conn, rights, today)?,
        })
    }

    /// What was there before must be there still.
    pub fn still(self, now: &Keepers) -> Result<()> {
        if self.technical && !now.technical {
            return Err(Fault::new("right.last_super_administrator").into());
        }
        if self.rights && !now.rights {
            return Err(Fault::new("right.last_administrator").into());
        }
        Ok(())
    }
}

/// Whether anybody with one of the roles can sign in today.
fn anybody(conn: &mut Conn, roles: Vec<i64>, today: i64) -> Result<bool> {
    let sql = format!(
        "SELECT 1 FROM shared.user_role l JOIN shared.user u ON u.id = l.\"user\"
         WHERE {} AND u.state = 'active' AND (u.valid_until IS NULL OR u.valid_until >= ?) LIMIT 1",
        conn.dialect().any("l.role")
    );
    Ok(conn.query_one(&sql, &[P::Ints(roles), P::Int(today)])?.is_some())
}

/// Whether somebody with rights `mine` may give or take away `given`.
fn judge(
    mine: &Rights,
    given: &Rights,
    to_myself: bool,
    catalogue: &Catalogue,
) -> std::result::Result<(), Fault> {
    if mine.is_system() || mine.is_super(catalogue) {
        return Ok(());
    }
    let object_of = |id: u16| catalogue.by_id(id).map(|o| o.def.name).unwrap_or_default();
    let beyond = given.beyond(mine);
    if beyond.iter().any(|(id, ..)| catalogue.by_id(*id).is_some_and(|o| o.def.technical)) {
        return Err(Fault::new("right.technical"));
    }
    let Some((object, ..)) = beyond.first() else { return Ok(()) };
    let administers = catalogue.object("RoleRight").is_some_and(|o| mine.may(o, Action::Update));
    if to_myself {
        return Err(Fault::new("right.own_account").with("object", object_of(*object)));
    }
    if administers { Ok(()) } else { Err(Fault::new("right.exceeds").with("object", object_of(*object))) }
}

/// The accounts of whoever asks: the one signed in with, and others of the same employee.
fn my_accounts(view: &mut View<'_>) -> Result<Vec<i64>> {
    let Actor::User { id, employee, .. } = &view.scope().actor else { return Ok(Vec::new()) };
    let (id, employee) = (*id, employee.unwrap_or(0));
    let rows = view
        .conn
        .query("SELECT id FROM shared.user WHERE id = ? OR employee = ?", &[P::Int(id), P::Int(employee)])?;
    Ok(rows.iter().filter_map(|r| r.first().map(Cell::int)).collect())
}

/// Whether whoever asks has a role, counting or not.
fn have(view: &mut View<'_>, role: i64) -> Result<bool> {
    let mine = my_accounts(view)?;
    let sql = format!(
        "SELECT 1 FROM shared.user_role l WHERE l.role = ? AND {} LIMIT 1",
        view.dialect().any("l.\"user\"")
    );
    Ok(view.conn.query_one(&sql, &[P::Int(role), P::Ints(mine)])?.is_some())
}

/// What roles come to, whether they are active or not: an inactive one is given only once.
fn rights_of_roles(view: &mut View<'_>, roles: &[i64]) -> Result<Rights> {
    let grants = grants_of_roles(view.conn, Some(roles))?;
    Ok(Rights::new(grants.into_iter().map(|(.., grant)| grant).collect(), &view.catalogue()))
}

fn rights_of_user(view: &mut View<'_>, user: i64) -> Result<Rights> {
    let rows = view.conn.query("SELECT role FROM shared.user_role WHERE \"user\" = ?", &[P::Int(user)])?;
    let roles: Vec<i64> = rows.iter().filter_map(|r| r.first().map(Cell::int)).collect();
    rights_of_roles(view, &roles)
}

/// What a line of a role gives.
fn rights_of_line(view: &View<'_>, line: &Record) -> Rights {
    let text = |name: &str| line.get(name).as_text().unwrap_or_default();
    let grant = Grant::parse("", text("object"), text("field_group"), text("actions"), text("extent"));
    Rights::new(vec![grant], &view.catalogue())
}

impl View<'_> {
    /// Whether the scope may give or take away what a role allows; the fault says why not.
    ///
    /// # Errors
    /// Those of the store; the inner ones are `right.technical`, `right.exceeds`, `right.own_account` (A10, A12).
    pub fn may_give_role(&mut self, role: i64, user: i64) -> Result<std::result::Result<(), Fault>> {
        let given = rights_of_roles(self, &[role])?;
        let to_myself = my_accounts(self)?.contains(&user);
        let catalogue = self.catalogue();
        Ok(judge(self.rights(), &given, to_myself, &catalogue))
    }

    /// Whether the scope may change an account: its state, whose it is, how it signs in. Whoever could would have
    /// what the account has.
    ///
    /// # Errors
    /// Those of the store; the inner ones as for roles.
    pub fn may_change_account(&mut self, user: i64) -> Result<std::result::Result<(), Fault>> {
        if self.scope().actor.id() == Some(user) {
            return Ok(Ok(()));
        }
        let given = rights_of_user(self, user)?;
        let catalogue = self.catalogue();
        Ok(judge(self.rights(), &given, false, &catalogue))
    }

    /// Whether the scope may do everything with technical configuration (A12).
    pub fn is_super_administrator(&self) -> bool {
        self.rights().is_system() || self.rights().is_super(&self.catalogue())
    }
}

fn tell(answer: std::result::Result<(), Fault>, field: &str, faults: &mut Faults) {
    if let Err(fault) = answer {
        faults.push(fault.on(field));
    }
}

/// Whether the scope may give or take away `given`; at the field, why not.
fn weigh(view: &View<'_>, given: &Rights, to_myself: bool, field: &str, faults: &mut Faults) {
    tell(judge(view.rights(), given, to_myself, &view.catalogue()), field, faults);
}

/// A role is given to a user.
pub(crate) fn before_user_role(
    view: &mut View<'_>,
    _old: Option<&Record>,
    new: &mut Record,
    faults: &mut Faults,
) -> Result<()> {
    if let (Some(user), Some(role)) = (new.get("user").as_int(), new.get("role").as_int()) {
        let answer = view.may_give_role(role, user)?;
        tell(answer, "role", faults);
    }
    Ok(())
}

/// A role is taken away.
pub(crate) fn removing_user_role(view: &mut View<'_>, link: &Record, faults: &mut Faults) -> Result<()> {
    if let Some(role) = link.get("role").as_int() {
        let given = rights_of_roles(view, &[role])?;
        weigh(view, &given, false, "role", faults);
    }
    Ok(())
}

/// A line is written into a role, or changed: both what it said and what it says count.
pub(crate) fn before_right(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Faults,
) -> Result<()> {
    let own = match new.get("role").as_int() {
        Some(role) => have(view, role)?,
        None => false,
    };
    if let Some(old) = old {
        weigh(view, &rights_of_line(view, old), false, "actions", faults);
    }
    weigh(view, &rights_of_line(view, new), own, "actions", faults);
    faults.dedup_by(|a, b| a.code == b.code);
    Ok(())
}

/// A line is taken out of a role.
pub(crate) fn removing_right(view: &mut View<'_>, line: &Record, faults: &mut Faults) -> Result<()> {
    weigh(view, &rights_of_line(view, line), false, "actions", faults);
    Ok(())
}

/// A role that is switched on or off gives or takes away all that it says.
pub(crate) fn before_role(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Faults,
) -> Result<()> {
    let Some(old) = old.filter(|o| o.get("active") != new.get("active")) else { return Ok(()) };
    let given = rights_of_roles(view, &[old.id])?;
    let on = new.get("active").as_int() == Some(1);
    let own = on && have(view, old.id)?;
    weigh(view, &given, own, "active", faults);
    Ok(())
}

/// An account is changed. Its owner chooses language and formats; everything else needs what its roles need.
pub(crate) fn before_user(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Faults,
) -> Result<()> {
    let Some(old) = old.filter(|o| o.id != 0) else { return Ok(()) };
    let changed = |name: &str| old.get(name) != new.get(name);
    let others = old.object.fields.iter().filter(|f| f.name != "culture").any(|f| changed(&f.name));
    if !others || matches!(view.scope().actor, Actor::System) {
        return Ok(());
    }
    // Another address is another way in: the link to a new password goes there.
    if view.scope().stale && !view.scope().program {
        faults.push(Fault::new("session.confirm"));
    }
    if view.is_super_administrator() {
        return Ok(());
    }
    if changed("employee") {
        let me = view.scope().actor.employee();
        let mine = view.scope().actor.id() == Some(old.id);
        // Another person's team and lists are rights as well; and an account that becomes mine gives me its roles.
        if mine {
            faults.push(Fault::new("right.own_account").with("object", "User").on("employee"));
        } else if me.is_some() && new.get("employee").as_int() == me {
            let given = rights_of_user(view, old.id)?;
            weigh(view, &given, true, "employee", faults);
        }
    }
    let answer = view.may_change_account(old.id)?;
    tell(answer, "login", faults);
    Ok(())
}

/// An account goes.
pub(crate) fn removing_user(view: &mut View<'_>, user: &Record, faults: &mut Faults) -> Result<()> {
    if view.scope().stale {
        return Err(Fault::new("session.confirm").into());
    }
    let answer = view.may_change_account(user.id)?;
    tell(answer, "login", faults);
    Ok(())
}

/// Nobody reaches more people by making themselves owner of a list, or by changing whom an own list holds: who already
/// reaches everybody for all that lists open gains nothing, and may.
fn own_reach(view: &mut View<'_>, list: Option<i64>, employee: Option<i64>) -> Result<bool> {
    let Some(me) = view.scope().actor.employee() else { return Ok(false) };
    if view.is_super_administrator() || !view.rights().lists_widen() {
        return Ok(false);
    }
    let owner = match (list, employee) {
        (_, Some(employee)) => employee == me,
        (Some(list), None) => {
            let sql = "SELECT 1 FROM employees.list_owner WHERE list = ? AND employee = ? LIMIT 1";
            view.conn.query_one(sql, &[P::Int(list), P::Int(me)])?.is_some()
        }
        _ => false,
    };
    Ok(owner)
}

/// An owner is put on a list.
pub(crate) fn before_owner(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Faults,
) -> Result<()> {
    let employee = new.get("employee").as_int();
    if old.is_none_or(|o| o.get("employee").as_int() != employee)
        && own_reach(view, None, employee.or(Some(0)))?
    {
        faults.push(Fault::new("right.own_account").with("object", "ListOwner").on("employee"));
    }
    Ok(())
}

/// A member is put on a list.
pub(crate) fn before_member(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Faults,
) -> Result<()> {
    if old.is_none_or(|o| o.get("employee") != new.get("employee"))
        && own_reach(view, new.get("list").as_int(), None)?
    {
        faults.push(Fault::new("right.own_account").with("object", "ListMember").on("list"));
    }
    Ok(())
}

/// The rule of a list changes, or whether it counts.
pub(crate) fn before_list(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Faults,
) -> Result<()> {
    let Some(old) = old.filter(|o| o.id != 0) else { return Ok(()) };
    let on = new.get("active").as_int() == Some(1) && old.get("active").as_int() != Some(1);
    let rule = old.get("rule") != new.get("rule") && !matches!(new.get("rule"), Value::Null);
    if (on || rule) && own_reach(view, Some(old.id), None)? {
        faults.push(Fault::new("right.own_account").with("object", "AccreditationList").on("rule"));
    }
    Ok(())
}
