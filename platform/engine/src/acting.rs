//! Acting for somebody else: a deputy by delegation (A13), support by consent (T4).
//!
//! The actor stays who they are: journal and log name them, and beside them whom they acted for. What changes is whose
//! rights are asked. They are worked out anew for every request, from what the other has *now*:
//!
//! * the other's own roles, as far as the delegation names them; never what others delegated to them: there are no chains;
//! * people reached by the other's reporting line and lists, within the lists that the delegation names;
//! * never accounts, roles, rights, lists, keys, providers, delegations or the log (module `access`), nor technical
//!   configuration, nor the import of files, which are done in one's own name;
//! * of a delegation never what the other may do with their own file alone: a deputy does the work, not the private life;
//! * never the deputy's own records: there the deputy's own rights count, and nothing of others can be changed to refer to
//!   the deputy. Nobody acts for their own benefit.
//!
//! It ends at once with the dates, with the delegation or consent, and with either account.

use std::collections::HashSet;
use std::sync::{Arc, PoisonError};

use talang_catalogue::value::days_of_date;
use talang_catalogue::{Catalogue, Fault, Kind, Record, Value};
use talang_store::{Cell, Conn, IdSet, P};

use crate::error::Result;
use crate::registry::Registry;
use crate::rights::{Action, Extents, Grant, Rights};
use crate::scope::{Actor, Scope};
use crate::tenant::{State, Tenant};
use crate::view::View;

/// Role whose accounts may look as a user who consents; it gives nothing by itself.
pub const SUPPORT_ROLE: &str = "support";
/// Longest consent: a day, in microseconds.
pub const MOST_CONSENT: i64 = 86_400_000_000;

/// What allows to act for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ground {
    /// A delegation, by the row number of its slice.
    Delegation(i64),
    /// A consent, by its row number.
    Consent(i64),
}

impl Ground {
    /// As it is kept with the session: `delegation:7`.
    pub fn text(self) -> String {
        match self {
            Ground::Delegation(id) => format!("delegation:{id}"),
            Ground::Consent(id) => format!("consent:{id}"),
        }
    }

    /// The ground of that text.
    pub fn parse(text: &str) -> Option<Ground> {
        let (kind, id) = text.split_once(':')?;
        let id = id.parse().ok()?;
        match kind {
            "delegation" => Some(Ground::Delegation(id)),
            "consent" => Some(Ground::Consent(id)),
            _ => None,
        }
    }
}

/// For whom a scope acts, and within which bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acting {
    /// What allows it.
    pub ground: Ground,
    /// Account of the other.
    pub account: i64,
    /// Login of the other.
    pub login: String,
    /// The other's employee.
    pub employee: Option<i64>,
    /// Things may be changed, not only seen.
    pub writes: bool,
    /// Roles of the other that count; all where none is named.
    roles: Vec<i64>,
    /// Lists of the other that count; everything where none is named.
    pub(crate) lists: Vec<i64>,
}

/// Rights of an acting scope are the same for the same bounds.
pub(crate) type Bounds = (i64, bool, bool, Vec<i64>);

impl Acting {
    /// Support sees the other's own file too: it looks as them.
    fn as_them(&self) -> bool {
        matches!(self.ground, Ground::Consent(_))
    }
}

/// Whether rights to an object are lent at all: administration and technical configuration are done in one's own name.
pub(crate) fn lent(catalogue: &Catalogue, object: u16) -> bool {
    let def = catalogue.by_id(object).map(|o| o.def);
    def.is_some_and(|d| d.module != "access" && !d.technical && !d.internal)
}

fn ended() -> crate::Error {
    Fault::new("acting.ended").into()
}

/// What may be done on a ground now; nothing where it does not hold.
fn find(conn: &mut Conn, scope: &Scope, ground: Ground) -> Result<Option<Acting>> {
    let Actor::User { id: me, employee: my_employee, .. } = &scope.actor else { return Ok(None) };
    let now = scope.installation().clock().now();
    let today = days_of_date(scope.installation().clock().today());
    let refs = |cell: &Cell| serde_json::from_str::<Vec<i64>>(cell.text()).unwrap_or_default();
    let usable = "u.state = 'active' AND (u.valid_until IS NULL OR u.valid_until >= ?)";
    let row = match ground {
        Ground::Delegation(id) => {
            let sql = format!(
                "SELECT u.id, u.login, u.employee, d.extent, d.roles, d.lists FROM employees.delegation d
                 JOIN shared.user u ON u.employee = d.delegator AND {usable}
                 WHERE d.id = ? AND d.delegate = ? AND d.start <= ? AND (d.\"end\" IS NULL OR d.\"end\" >= ?)
                 ORDER BY u.id LIMIT 1"
            );
            let Some(my_employee) = my_employee else { return Ok(None) };
            conn.query_one(
                &sql,
                &[P::Int(today), P::Int(id), P::Int(*my_employee), P::Int(today), P::Int(today)],
            )?
        }
        Ground::Consent(id) => {
            let sql = format!(
                "SELECT u.id, u.login, u.employee, CASE WHEN c.writing = 1 THEN 'all' ELSE 'read' END, NULL, NULL
                 FROM shared.support_consent c JOIN shared.user u ON u.id = c.\"user\" AND {usable}
                 WHERE c.id = ? AND c.until > ? AND c.ended_at IS NULL AND (c.support IS NULL OR c.support = ?)
                 AND EXISTS (SELECT 1 FROM shared.user_role l JOIN shared.role r ON r.id = l.role
                             WHERE l.\"user\" = ? AND r.code = ? AND r.active = 1)"
            );
            conn.query_one(
                &sql,
                &[P::Int(today), P::Int(id), P::Int(now), P::Int(*me), P::Int(*me), P::Text(SUPPORT_ROLE)],
            )?
        }
    };
    let Some([account, login, employee, extent, roles, lists]) = row.as_deref() else { return Ok(None) };
    // A second account of oneself is nobody else.
    let myself = account.int() == *me || employee.opt_int().is_some_and(|e| Some(e) == *my_employee);
    let writes = match extent.text() {
        "all" => true,
        "read" => false,
        _ => return Ok(None),
    };
    Ok((!myself).then(|| Acting {
        ground,
        account: account.int(),
        login: login.text().to_string(),
        employee: employee.opt_int(),
        writes,
        roles: refs(roles),
        lists: refs(lists),
    }))
}

impl Scope {
    /// For whom the scope acts.
    pub fn acting(&self) -> Option<&Acting> {
        self.acting.as_deref()
    }

    /// The person whose pages are shown: oneself, or whom support looks as.
    pub fn person(&self) -> Option<i64> {
        match self.acting() {
            Some(acting) if acting.as_them() => acting.employee,
            _ => self.actor.employee(),
        }
    }

    /// Acts for somebody from now on, if the ground holds.
    ///
    /// # Errors
    /// `acting.ended`.
    pub fn act(&mut self, ground: Ground) -> Result<()> {
        self.acting = None;
        let found = self.tenant.db().read(|conn| find(conn, self, ground))?;
        self.acting = Some(Arc::new(found.ok_or_else(ended)?));
        Ok(())
    }

    /// Takes up what the browser session of that digest is acting for. A ground that does not hold any more is forgotten.
    ///
    /// # Errors
    /// `acting.ended`: what was asked for must not be done in one's own name instead.
    pub fn resume_acting(&mut self, session: &str) -> Result<()> {
        let kept = self.tenant.db().read(|conn| {
            let row =
                conn.query_one("SELECT ground FROM shared.acting WHERE session = ?", &[P::Text(session)])?;
            Ok::<_, crate::Error>(row.and_then(|r| Some(Ground::parse(r.first()?.text()))))
        })?;
        let Some(ground) = kept else { return Ok(()) };
        let resumed = match ground {
            Some(ground) => self.act(ground),
            None => Err(ended()),
        };
        if resumed.is_err() {
            self.forget_acting(session, "ended")?;
        }
        resumed
    }

    /// Begins to act in a browser session.
    ///
    /// # Errors
    /// `acting.ended` where the ground does not hold.
    pub fn begin_acting(&mut self, session: &str, ground: Ground) -> Result<()> {
        self.act(ground)?;
        let told = self.activity("acting-begun").detail(ground.text());
        self.tenant.db().write(|conn| {
            // What sessions left behind that are over.
            conn.exec(
                "DELETE FROM shared.acting WHERE session = ?
                 OR NOT EXISTS (SELECT 1 FROM shared.session s WHERE s.token = acting.session)",
                &[P::Text(session)],
            )?;
            conn.exec(
                "INSERT INTO shared.acting (session, ground) VALUES (?, ?)",
                &[P::Text(session), P::Owned(ground.text())],
            )?;
            self.log_within(conn, &[told])
        })
    }

    /// Ends acting in a browser session.
    pub fn end_acting(&mut self, session: &str) -> Result<()> {
        if self.acting.is_none() {
            return Ok(());
        }
        self.forget_acting(session, "")?;
        self.acting = None;
        Ok(())
    }

    fn forget_acting(&self, session: &str, why: &str) -> Result<()> {
        let told = self.activity("acting-ended").detail(why);
        self.tenant.db().write(|conn| {
            conn.exec("DELETE FROM shared.acting WHERE session = ?", &[P::Text(session)])?;
            self.log_within(conn, &[told])
        })
    }

    /// The program works for the scope's user: what it does is told as theirs.
    pub(crate) fn as_program(&self) -> Scope {
        Scope { program: true, acting: None, limit: None, ..self.clone() }
    }
}

impl Tenant {
    /// The rights of a scope that acts.
    pub(crate) fn acting_rights(
        &self,
        registry: &Registry,
        state: &State,
        conn: &mut Conn,
        acting: &Acting,
    ) -> Result<Arc<Rights>> {
        let bounds: Bounds = (acting.account, acting.writes, acting.as_them(), acting.roles.clone());
        let cache = || state.acting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = cache().get(&bounds) {
            return Ok(known.clone());
        }
        let rows = conn.query(
            "SELECT r.id, r.code, g.object, g.field_group, g.actions, g.extent FROM shared.user_role u
             JOIN shared.role r ON r.id = u.role JOIN shared.role_right g ON g.role = r.id
             WHERE u.\"user\" = ? AND r.active = 1",
            &[P::Int(acting.account)],
        )?;
        let mut grants = Vec::new();
        for row in &rows {
            let [id, role, object, group, actions, extent] = row.as_slice() else { continue };
            if !acting.roles.is_empty() && !acting.roles.contains(&id.int()) {
                continue;
            }
            let mut grant =
                Grant::parse(role.text(), object.text(), group.text(), actions.text(), extent.text());
            grant.actions.retain(|a| *a == Action::Read || acting.writes && *a != Action::Import);
            if acting.as_them() {
                // Whoever looks as a user carries nothing away.
                grant.actions.retain(|a| *a != Action::Export);
            } else if grant.extent == Extents::SELF {
                continue;
            }
            grants.push(grant);
        }
        let mut rights = Rights::new(grants, &state.catalogue);
        rights.retain(|object| lent(&state.catalogue, object));
        rights.keep_switched_on(conn, registry, &state.catalogue)?;
        let rights = Arc::new(rights);
        cache().insert(bounds, rights.clone());
        Ok(rights)
    }
}

impl View<'_> {
    /// Whose data an acting scope touches, by the other's extents and its own.
    pub(crate) fn acting_reach(
        &mut self,
        acting: &Acting,
        extents: Extents,
        own: Extents,
    ) -> Result<Option<IdSet>> {
        let me = self.scope().actor.employee();
        let limited = !acting.lists.is_empty();
        if extents.has(Extents::ALL) && !limited && me.is_none() {
            return Ok(None);
        }
        let graph = self.graph()?;
        let mut set = IdSet::default();
        if let Some(other) = acting.employee {
            let reach = self.reach_of(other)?;
            if extents.has(Extents::SELF) {
                set.insert(other);
            }
            if extents.has(Extents::TEAM) {
                set.extend(&reach.team);
            }
            if extents.has(Extents::LISTS) {
                set.extend(&reach.lists);
            }
            if extents.has(Extents::ALL) {
                set = graph.everybody().clone();
            }
            if limited {
                let within = graph.members_of(other, &acting.lists);
                set = set.iter().filter(|id| within.contains(*id)).collect();
            }
        } else if extents.has(Extents::ALL) && !limited {
            set = graph.everybody().clone();
        }
        if let Some(me) = me {
            set = set.iter().filter(|id| *id != me).collect();
            if self.reaches_itself(own, me)? {
                set.insert(me);
            }
        }
        Ok(Some(set))
    }

    /// Whether somebody's own rights of that extent reach their own records.
    fn reaches_itself(&mut self, own: Extents, me: i64) -> Result<bool> {
        if own.has(Extents::ALL) || own.has(Extents::SELF) {
            return Ok(true);
        }
        let reach = self.reach_of(me)?;
        Ok(own.has(Extents::TEAM) && reach.team.contains(me)
            || own.has(Extents::LISTS) && reach.lists.contains(me))
    }
}

/// While acting for somebody nothing is changed to refer to oneself: not a manager, not a mentor, not an owner.
pub(crate) fn check_benefit(view: &View<'_>, old: Option<&Record>, new: &Record, faults: &mut Vec<Fault>) {
    use talang_catalogue::FieldType;
    let scope = view.scope();
    let (Some(_), Some(me)) = (scope.acting(), scope.actor.employee()) else { return };
    let Some(people) = scope.installation().registry().people else { return };
    for field in &new.object.fields {
        let (FieldType::Reference(target) | FieldType::References(target)) = &field.ty else { continue };
        let names = |value: Option<&Value>| match value {
            Some(Value::Int(id)) => *id == me,
            Some(Value::Refs(ids)) => ids.contains(&me),
            _ => false,
        };
        let before = old.and_then(|r| r.values.get(field.index));
        // One's own record is judged by one's own rights already.
        let own = new.object.subject == Some(field.index);
        if *target == people.object && !own && names(new.values.get(field.index)) && !names(before) {
            faults.push(Fault::new("acting.own_benefit").on(field.name.as_ref()));
        }
    }
}

/// Somebody for whom the scope's user could act now.
#[derive(Clone, Debug)]
pub struct Offer {
    /// What to begin with.
    pub acting: Acting,
    /// Last day (days since 1970) of a delegation, last moment (microseconds) of a consent.
    pub until: Option<i64>,
}

impl View<'_> {
    /// For whom the scope's user could act now.
    pub fn offers(&mut self) -> Result<Vec<Offer>> {
        let scope = self.scope();
        let now = scope.installation().clock().now();
        let employee = scope.actor.employee().unwrap_or_default();
        let mut grounds = Vec::new();
        for row in self.conn.query(
            "SELECT id, \"end\" FROM employees.delegation WHERE delegate = ? ORDER BY start, id",
            &[P::Int(employee)],
        )? {
            if let [id, end] = row.as_slice() {
                grounds.push((Ground::Delegation(id.int()), end.opt_int()));
            }
        }
        for row in self.conn.query(
            "SELECT id, until FROM shared.support_consent WHERE until > ? AND ended_at IS NULL ORDER BY id",
            &[P::Int(now)],
        )? {
            if let [id, until] = row.as_slice() {
                grounds.push((Ground::Consent(id.int()), until.opt_int()));
            }
        }
        let mut out = Vec::new();
        for (ground, until) in grounds {
            out.extend(find(self.conn, scope, ground)?.map(|acting| Offer { acting, until }));
        }
        Ok(out)
    }

    /// The delegations that name the scope's user as deputy, whoever gave them, with the names of those they concern: the
    /// record itself belongs to the giver.
    pub fn delegations_received(&mut self) -> Result<Vec<Record>> {
        let Some(me) = self.scope().actor.employee() else { return Ok(Vec::new()) };
        let object = self.object("Delegation")?;
        let layout = self.layout(&object)?;
        let sql = format!(
            "SELECT {} FROM {} t WHERE t.delegate = ? ORDER BY t.start DESC, t.id DESC",
            layout.select, layout.table
        );
        let rows = self.conn.query(&sql, &[P::Int(me)])?;
        Ok(rows.into_iter().map(|row| layout.read(row)).collect())
    }

    /// Until when (microseconds) a consent of the scope's user is open; nothing where none is.
    pub fn open_consent(&mut self) -> Result<Option<i64>> {
        let Some(me) = self.scope().actor.id() else { return Ok(None) };
        let now = self.scope().installation().clock().now();
        let row = self.conn.query_one(
            "SELECT MAX(until) FROM shared.support_consent WHERE \"user\" = ? AND until > ? AND ended_at IS NULL",
            &[P::Int(me), P::Int(now)],
        )?;
        Ok(row.and_then(|r| r.first().and_then(Cell::opt_int)))
    }

    /// The consents that the scope's user gave, the latest first.
    pub fn consents_given(&mut self, most: i64) -> Result<Vec<Record>> {
        let Some(me) = self.scope().actor.id() else { return Ok(Vec::new()) };
        let object = self.object("SupportConsent")?;
        let layout = self.layout(&object)?;
        let sql = format!(
            "SELECT {} FROM {} t WHERE t.\"user\" = ? ORDER BY t.id DESC LIMIT ?",
            layout.select, layout.table
        );
        let rows = self.conn.query(&sql, &[P::Int(me), P::Int(most)])?;
        Ok(rows.into_iter().map(|row| layout.read(row)).collect())
    }

    /// What was done on behalf of the scope's user, the latest first.
    pub fn done_for_me(&mut self, most: i64) -> Result<Vec<crate::activity::Activity>> {
        let Some(me) = self.scope().actor.id() else { return Ok(Vec::new()) };
        crate::activity::on_behalf_of(self.conn, me, most)
    }

    /// Accounts with the support role: number and login.
    pub fn support_accounts(&mut self) -> Result<Vec<(i64, String)>> {
        let rows = self.conn.query(
            "SELECT u.id, u.login FROM shared.user u JOIN shared.user_role l ON l.\"user\" = u.id
             JOIN shared.role r ON r.id = l.role WHERE r.code = ? AND r.active = 1 AND u.state = 'active' ORDER BY u.login",
            &[P::Text(SUPPORT_ROLE)],
        )?;
        Ok(rows.iter().filter_map(|r| Some((r.first()?.int(), r.get(1)?.text().to_string()))).collect())
    }
}

impl Scope {
    /// Allows support to look as the scope's user for so many hours; an earlier consent ends.
    ///
    /// # Errors
    /// `acting.consent`: hours out of 1 to 24, or the named account is no support account; `acting.ended` for whoever acts
    /// for somebody: nobody consents in another's name.
    pub fn give_consent(&self, hours: i64, support: Option<i64>, writing: bool) -> Result<()> {
        let (Some(me), None) = (self.actor.id(), self.acting()) else { return Err(ended()) };
        let known: HashSet<i64> =
            self.view(|v| v.support_accounts())?.into_iter().map(|(id, _)| id).collect();
        if !(1..=24).contains(&hours) || support.is_some_and(|id| !known.contains(&id) || id == me) {
            return Err(Fault::new("acting.consent").into());
        }
        self.end_consents()?;
        let now = self.installation().clock().now();
        let until = now + (hours * 3_600_000_000).min(MOST_CONSENT);
        let told = self
            .activity("consent-given")
            .on("SupportConsent")
            .detail(format!("{hours} h{}", if writing { ", write" } else { "" }));
        self.as_program().change(Kind::Shared, |c| {
            c.create(
                "SupportConsent",
                vec![
                    ("user", Value::Int(me)),
                    ("granted_at", Value::Int(now)),
                    ("until", Value::Int(until)),
                    ("support", support.map_or(Value::Null, Value::Int)),
                    ("writing", Value::from(writing)),
                ],
            )?;
            self.log_within(c.system(), &[told])
        })
    }

    /// Ends what the scope's user allowed to support, at once.
    pub fn end_consents(&self) -> Result<()> {
        if self.acting().is_some() {
            return Err(ended());
        }
        let now = self.installation().clock().now();
        let open: Vec<i64> = self.view(|v| {
            let records = v.consents_given(100)?;
            let open = |r: &&Record| {
                r.get("ended_at").is_null() && r.get("until").as_int().is_some_and(|until| until > now)
            };
            Ok(records.iter().filter(open).map(|r| r.id).collect())
        })?;
        if open.is_empty() {
            return Ok(());
        }
        let told = self.activity("consent-ended").on("SupportConsent");
        self.as_program().change(Kind::Shared, |c| {
            for id in open {
                c.update("SupportConsent", id, vec![("ended_at", Value::Int(now))])?;
            }
            self.log_within(c.system(), &[told])
        })
    }
}

/// What somebody delegates.
#[derive(Clone, Debug, Default)]
pub struct Deputy {
    /// Employee who acts.
    pub delegate: i64,
    /// First day.
    pub start: Option<jiff::civil::Date>,
    /// Last day; none while no end is known.
    pub end: Option<jiff::civil::Date>,
    /// Everything the delegator may do; only seeing otherwise.
    pub writes: bool,
    /// Own roles; all where none is named.
    pub roles: Vec<i64>,
    /// Own lists; no limit where none is named.
    pub lists: Vec<i64>,
    /// Why.
    pub reason: String,
}

impl View<'_> {
    /// Roles of the scope's own user that count.
    pub fn own_roles(&mut self) -> Result<Vec<i64>> {
        let me = self.scope().actor.id().unwrap_or_default();
        let rows = self.conn.query(
            "SELECT r.id FROM shared.user_role l JOIN shared.role r ON r.id = l.role
             WHERE l.\"user\" = ? AND r.active = 1 ORDER BY r.code",
            &[P::Int(me)],
        )?;
        Ok(rows.iter().filter_map(|r| r.first().map(Cell::int)).collect())
    }

    /// Active accreditation lists that the scope's own user owns.
    pub fn own_lists(&mut self) -> Result<Vec<i64>> {
        let me = self.scope().actor.employee().unwrap_or_default();
        let rows = self.conn.query(
            "SELECT l.id FROM employees.list_owner o JOIN employees.accreditation_list l ON l.id = o.list
             WHERE o.employee = ? AND l.active = 1 ORDER BY l.code",
            &[P::Int(me)],
        )?;
        Ok(rows.iter().filter_map(|r| r.first().map(Cell::int)).collect())
    }

    /// Whether the scope's user may delegate: by right, as an employee, and in their own name.
    pub fn may_delegate(&mut self) -> Result<bool> {
        let object = self.object("Delegation")?;
        let Some(me) = self.scope().actor.employee().filter(|_| self.scope().acting().is_none()) else {
            return Ok(false);
        };
        Ok(self.who(&object, talang_catalogue::object::GENERAL, Action::Create)?.includes(Some(me)))
    }
}

impl Scope {
    /// Delegates to somebody whom the scope's user sees, out of the user's own roles and lists; `then` goes on in the same
    /// transaction, for the messages. Returns the row number.
    ///
    /// # Errors
    /// `record.not_found` without the right to delegate; `ref.not_found` for somebody, a role or a list that is not the user's to
    /// name; those of saving.
    pub fn delegate(
        &self,
        deputy: &Deputy,
        then: impl FnOnce(&mut crate::Change<'_>, i64) -> Result<()>,
    ) -> Result<i64> {
        let me = self.view(|v| {
            let missing = || Fault::new("record.not_found").with("object", "Delegation");
            if !v.may_delegate()? {
                return Err(missing().into());
            }
            let lost = |field: &str| Fault::new("value.mandatory").on(field);
            let people = v.scope().installation().registry().people.ok_or_else(missing)?;
            let people = v.object(people.object)?;
            if v.get(&people, deputy.delegate).is_err() {
                return Err(lost("delegate").into());
            }
            let (roles, lists) = (v.own_roles()?, v.own_lists()?);
            if deputy.roles.iter().any(|id| !roles.contains(id)) {
                return Err(lost("roles").into());
            }
            if deputy.lists.iter().any(|id| !lists.contains(id)) {
                return Err(lost("lists").into());
            }
            self.actor.employee().ok_or_else(|| missing().into())
        })?;
        let refs = |ids: &[i64]| if ids.is_empty() { Value::Null } else { Value::Refs(ids.to_vec()) };
        let day = |date: Option<jiff::civil::Date>| date.map_or(Value::Null, Value::from);
        self.as_program().change(Kind::Employees, |c| {
            let saved = c.create(
                "Delegation",
                vec![
                    ("delegator", Value::Int(me)),
                    ("delegate", Value::Int(deputy.delegate)),
                    ("start", day(deputy.start)),
                    ("end", day(deputy.end)),
                    ("extent", Value::Text(if deputy.writes { "all" } else { "read" }.to_string())),
                    ("reason", Value::Text(deputy.reason.clone())),
                    ("roles", refs(&deputy.roles)),
                    ("lists", refs(&deputy.lists)),
                ],
            )?;
            then(c, saved.id)?;
            Ok(saved.id)
        })
    }

    /// Ends a delegation at once: one that has begun ends with yesterday, one that has not is removed.
    ///
    /// # Errors
    /// `record.not_found` for one that the scope's user may not change.
    pub fn end_delegation(&self, id: i64) -> Result<()> {
        let today = self.installation().clock().today();
        let (object, record) = self.view(|v| {
            let object = v.object("Delegation")?;
            let record = v.get(&object, id)?;
            if !v.may(&record, talang_catalogue::object::GENERAL, Action::Update)? {
                return Err(crate::view::not_found(&object));
            }
            Ok((object, record))
        })?;
        let days = days_of_date(today);
        if record.get("end").as_int().is_some_and(|end| end < days) {
            return Ok(());
        }
        self.as_program().change(Kind::Employees, |c| {
            if record.get("start").as_int().is_some_and(|start| start >= days) {
                return c.delete(&object, id, None);
            }
            c.update("Delegation", id, vec![("end", Value::Int(days - 1))]).map(drop)
        })
    }
}
