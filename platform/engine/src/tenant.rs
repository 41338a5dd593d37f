//! One tenant in use: its databases and what is cached of its catalogue, rights and people.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use sha2::{Digest as _, Sha256};
use talang_catalogue::object::ListItem;
use talang_catalogue::{Catalogue, Culture, Kind, Object};
use talang_store::{Conn, Layout, P, TenantDb, TenantId, TenantRow, schema};

use crate::accreditation::{Graph, Reach};
use crate::change::Done;
use crate::error::Result;
use crate::installation::Installation;
use crate::registry::{Lists, Registry};
use crate::rights::{Rights, grants};
use crate::scope::Scope;
use crate::view::View;

/// More people than this in one change: reading the whole graph is as quick.
const MOST_MOVED: usize = 2_000;

/// See the module.
pub struct Tenant {
    row: TenantRow,
    db: TenantDb,
    culture: &'static Culture,
    state: RwLock<Option<Arc<State>>>,
    /// Who saw whose sensitive data in this hour.
    pub(crate) sight: Mutex<crate::sight::Sight>,
    pub(crate) sight_writer: Mutex<()>,
    /// What was worked out of the data as they are.
    pub(crate) memo: Mutex<crate::memo::Memo>,
    /// What follows the changes of some objects.
    pub(crate) following: Mutex<crate::following::Following>,
    /// Totals of lists.
    pub(crate) counts: Mutex<crate::counts::Counts>,
}

/// Counters in the tenant's databases that grow when a cached thing changes: another server's change is seen at the
/// next transaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Generations {
    pub catalogue: i64,
    pub access: i64,
    pub people: i64,
    /// The day for which the people graph holds.
    pub day: i64,
}

/// What is cached of a tenant at one combination of generations.
pub(crate) struct State {
    pub generations: Generations,
    pub catalogue: Arc<Catalogue>,
    pub layouts: HashMap<u16, Arc<Layout>>,
    pub rights: Mutex<HashMap<i64, Arc<Rights>>>,
    pub acting: Mutex<HashMap<crate::acting::Bounds, Arc<Rights>>>,
    pub graph: OnceLock<Arc<Graph>>,
    pub reach: Mutex<HashMap<i64, Arc<Reach>>>,
}

impl State {
    pub fn layout(&self, object: &Object) -> Result<Arc<Layout>> {
        let found = self.layouts.get(&object.def.id).cloned();
        found.ok_or_else(|| {
            talang_catalogue::Fault::new("object.unknown").with("name", object.def.name).into()
        })
    }
}

impl Tenant {
    pub(crate) fn new(row: TenantRow, db: TenantDb) -> Tenant {
        let culture =
            Culture::find(&row.culture).unwrap_or_else(|| Culture::of(talang_catalogue::Language::En));
        Tenant {
            row,
            db,
            culture,
            state: RwLock::new(None),
            sight: Mutex::default(),
            sight_writer: Mutex::default(),
            memo: Mutex::default(),
            following: Mutex::default(),
            counts: Mutex::default(),
        }
    }

    /// Its permanent name.
    pub fn id(&self) -> &TenantId {
        &self.row.id
    }

    /// Its name for people.
    pub fn name(&self) -> &str {
        &self.row.name
    }

    /// The tenant of which it is a test environment (T6).
    pub fn test_of(&self) -> Option<&TenantId> {
        self.row.test_of.as_ref()
    }

    /// When it was created, in microseconds since 1970; for a test environment the moment of its data.
    pub fn created_at(&self) -> i64 {
        self.row.created_at
    }

    pub(crate) fn row(&self) -> &TenantRow {
        &self.row
    }

    /// The company's culture.
    pub fn culture(&self) -> &'static Culture {
        self.culture
    }

    /// The databases; the engine's own, and operation's.
    pub fn db(&self) -> &TenantDb {
        &self.db
    }

    /// Brings the schema up to date when the program has changed since it was last seen.
    pub(crate) fn follow_schema(&self, installation: &Installation) -> Result<()> {
        let registry = installation.registry();
        let digest = registry.shape();
        let current = |conn: &mut Conn, kind: Kind| {
            let fresh = conn.columns(kind.name(), "meta")?.is_empty();
            Ok::<_, talang_store::Error>((
                fresh,
                !fresh && schema::meta(conn, kind, "schema")?.as_deref() == Some(digest),
            ))
        };
        // Nearly always nothing is to be done: a reader sees that, and the writer's connection is not opened for it.
        let kinds = &installation.store().options().kinds;
        let all = self.db.read(|conn| {
            for kind in kinds {
                if !current(conn, *kind)?.1 {
                    return Ok(false);
                }
            }
            Ok::<_, talang_store::Error>(true)
        })?;
        if all {
            return Ok(());
        }
        self.db.with_writer(|conn| {
            for kind in kinds {
                let (fresh, current) = current(conn, *kind)?;
                if current {
                    continue;
                }
                let extra =
                    if fresh || *kind == Kind::Shared && conn.columns("shared", "extra_field")?.is_empty() {
                        HashMap::new()
                    } else {
                        crate::objects::extra_field::load(conn).unwrap_or_default()
                    };
                let catalogue = registry.plain().with_fields(&extra);
                let language = self.culture.language;
                let layouts: Vec<Arc<Layout>> =
                    catalogue.objects().iter().map(|o| registry.layout(o, language)).collect();
                schema::follow(conn, *kind, &layouts, &registry.migrations, installation.clock().now())?;
                self.db.vault().adopt(conn, *kind)?;
                schema::set_meta(conn, *kind, "schema", digest)?;
            }
            Ok::<_, talang_store::Error>(())
        })?;
        Ok(())
    }

    /// The generations that a transaction sees.
    fn generations(&self, installation: &Installation, conn: &mut Conn) -> Result<Generations> {
        let kinds: Vec<&str> = installation.store().options().kinds.iter().map(|k| k.name()).collect();
        let now = conn.remembered(&kinds, "generations", |conn| {
            let parts: Vec<String> = kinds
                .iter()
                .map(|k| {
                    format!(
                        "SELECT name, value FROM {k}.meta WHERE name IN ('catalogue', 'access', 'people')"
                    )
                })
                .collect();
            let mut now = Generations::default();
            for row in conn.query(&parts.join(" UNION ALL "), &[])? {
                let [name, value] = row.as_slice() else { continue };
                let value: i64 = value.text().parse().unwrap_or_default();
                match name.text() {
                    "catalogue" => now.catalogue += value,
                    "access" => now.access += value,
                    _ => now.people += value,
                }
            }
            Ok::<_, crate::Error>(now)
        })?;
        let day = talang_catalogue::value::days_of_date(installation.clock().today());
        Ok(Generations { day, ..*now })
    }

    /// The cached state that fits what the transaction sees.
    pub(crate) fn state(&self, installation: &Installation, conn: &mut Conn) -> Result<Arc<State>> {
        let now = self.generations(installation, conn)?;
        let cached = self.state.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(state) = &cached
            && state.generations == now
        {
            return Ok(state.clone());
        }
        let same = cached.filter(|s| s.generations.catalogue == now.catalogue);
        let (catalogue, layouts) = match &same {
            Some(state) => (state.catalogue.clone(), state.layouts.clone()),
            None => self.load_catalogue(installation, conn)?,
        };
        let same_access = same.as_ref().filter(|s| s.generations.access == now.access);
        let same_people =
            same.as_ref().filter(|s| s.generations.people == now.people && s.generations.day == now.day);
        let graph = OnceLock::new();
        if let Some(known) = same_people.and_then(|s| s.graph.get()) {
            let _ = graph.set(known.clone());
        }
        let keep = |old: Option<&Arc<State>>| {
            old.map(|s| s.rights.lock().unwrap_or_else(PoisonError::into_inner).clone()).unwrap_or_default()
        };
        let reach = same_people
            .map(|s| s.reach.lock().unwrap_or_else(PoisonError::into_inner).clone())
            .unwrap_or_default();
        let state = Arc::new(State {
            generations: now,
            catalogue,
            layouts,
            rights: Mutex::new(keep(same_access)),
            acting: Mutex::default(),
            graph,
            reach: Mutex::new(reach),
        });
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = Some(state.clone());
        Ok(state)
    }

    fn load_catalogue(
        &self,
        installation: &Installation,
        conn: &mut Conn,
    ) -> Result<(Arc<Catalogue>, HashMap<u16, Arc<Layout>>)> {
        let registry = installation.registry();
        let extra = crate::objects::extra_field::load(conn)?;
        let mut catalogue = registry.plain().with_fields(&extra);
        catalogue.lists = self.load_lists(registry, &catalogue, conn)?;
        let layouts = catalogue
            .objects()
            .iter()
            .map(|o| (o.def.id, registry.layout(o, self.culture.language)))
            .collect();
        Ok((Arc::new(catalogue), layouts))
    }

    /// The tenant's value lists, if a module brings the objects `ValueList` and `ValueListItem`.
    fn load_lists(&self, registry: &Registry, catalogue: &Catalogue, conn: &mut Conn) -> Result<Arc<Lists>> {
        let (Some(_), Some(items)) = (catalogue.object("ValueList"), catalogue.object("ValueListItem"))
        else {
            return Ok(Arc::default());
        };
        let order = if items.field("sort_order").is_some() { "t.sort_order, t.id" } else { "t.id" };
        let sql = format!(
            "SELECT l.code, t.code, t.label, t.active FROM shared.value_list l
             LEFT JOIN shared.value_list_item t ON t.list = l.id ORDER BY l.code, {order}"
        );
        let rows = conn.query(&sql, &[])?;
        let mut digest = Sha256::new();
        for cell in rows.iter().flatten() {
            let text = cell.text();
            digest.update((text.len() as u64).to_le_bytes());
            digest.update(text);
            digest.update(cell.opt_int().unwrap_or(-1).to_le_bytes());
        }
        let read = || {
            let mut lists = Lists::new();
            for row in &rows {
                let [list, code, label, active] = row.as_slice() else { continue };
                let items = lists.entry(list.text().to_string()).or_default();
                if code.text().is_empty() {
                    continue;
                }
                items.push(ListItem {
                    code: code.text().to_string(),
                    label: serde_json::from_str(label.text()).unwrap_or_default(),
                    active: active.int() == 1,
                });
            }
            lists
        };
        Ok(registry.lists(digest.finalize().into(), read))
    }

    /// The rights of a user.
    pub(crate) fn rights(
        &self,
        registry: &Registry,
        state: &State,
        conn: &mut Conn,
        user: i64,
    ) -> Result<Arc<Rights>> {
        if let Some(known) = state.rights.lock().unwrap_or_else(PoisonError::into_inner).get(&user) {
            return Ok(known.clone());
        }
        let mut rights = Rights::new(grants(conn, user)?, &state.catalogue);
        rights.keep_switched_on(conn, registry, &state.catalogue)?;
        let rights = Arc::new(rights);
        state.rights.lock().unwrap_or_else(PoisonError::into_inner).insert(user, rights.clone());
        Ok(rights)
    }

    /// After a commit: when only a few people moved, the graph in memory follows them instead of being read anew.
    pub(crate) fn announce(&self, scope: &Scope, done: Done) -> Result<()> {
        if done.moved.is_empty() || done.reshaped || done.moved.len() > MOST_MOVED {
            return Ok(());
        }
        let cached = self.state.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(old) = cached else { return Ok(()) };
        let Some(graph) = old.graph.get() else { return Ok(()) };
        self.db.read(|conn| {
            let now = self.generations(scope.installation(), conn)?;
            // Somebody else changed something in between: the next transaction reads everything anew.
            if now != (Generations { people: old.generations.people + 1, ..old.generations }) {
                return Ok(());
            }
            let mut view = View::new(scope, conn, old.clone())?;
            let followed = OnceLock::new();
            let _ = followed.set(Arc::new(graph.follow(&mut view, &done.moved)?));
            let state = State {
                generations: now,
                catalogue: old.catalogue.clone(),
                layouts: old.layouts.clone(),
                rights: Mutex::new(old.rights.lock().unwrap_or_else(PoisonError::into_inner).clone()),
                acting: Mutex::default(),
                graph: followed,
                reach: Mutex::new(HashMap::new()),
            };
            *self.state.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(state));
            Ok(())
        })
    }

    /// Reads a setting of the tenant.
    pub(crate) fn setting(conn: &mut Conn, name: &str) -> Result<Option<String>> {
        let row = conn.query_one("SELECT value FROM shared.setting WHERE name = ?", &[P::Text(name)])?;
        Ok(row.and_then(|r| r.first().map(|c| c.text().to_string())))
    }
}
