//! The running program: store, registry, clock, and the tenants in use.

use std::any::{Any, TypeId};
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use sha2::{Digest, Sha256};
use talang_catalogue::Kind;
use talang_store::attachments::hex;
use talang_store::{Backend, Store, StoreOptions, TenantId, TenantRow};

use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::tenant::Tenant;

/// Fills the template from which new tenants are copied: standard value lists, roles, countries …
pub type Seed = fn(&Arc<Installation>, &Arc<Tenant>) -> Result<()>;

/// How to open an installation.
pub struct Options {
    /// Data folder.
    pub data: PathBuf,
    /// Files or PostgreSQL servers.
    pub backend: Backend,
    /// A commit waits for the disk.
    pub durable: bool,
    /// Tenants whose handles are kept open at most (T11).
    pub open_tenants: usize,
    /// The file with the keys of sealed values; none: `vault.keys` in the data folder.
    pub keys: Option<PathBuf>,
}

/// See the module.
pub struct Installation {
    store: Store,
    registry: Registry,
    clock: Arc<dyn Clock>,
    seed: Seed,
    seed_version: String,
    open: Mutex<HashMap<TenantId, (Arc<Tenant>, u64)>>,
    tick: AtomicU64,
    most_open: usize,
    provided: RwLock<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>,
    /// Tenants whose log grew since its end was last noted in the technical logs.
    grown: Mutex<HashSet<TenantId>>,
}

/// A host name as names are compared: without the port, in lower case.
fn host_name(host: &str) -> String {
    host.split(':').next().unwrap_or_default().trim_end_matches('.').to_ascii_lowercase()
}

/// The tenant that a sub-domain of `base` names.
fn label(name: &str, base: &str) -> Option<TenantId> {
    name.strip_suffix(base).and_then(|rest| rest.strip_suffix('.')).and_then(TenantId::parse)
}

impl Installation {
    /// Opens or creates an installation. `seed` fills the template of new tenants; `seed_version` changes whenever what
    /// it fills in changes.
    pub fn open(
        options: Options,
        registry: Registry,
        clock: Arc<dyn Clock>,
        seed: Seed,
        seed_version: &str,
    ) -> Result<Arc<Installation>> {
        let mut kinds: Vec<Kind> = Kind::ALL
            .into_iter()
            .filter(|k| {
                matches!(k, Kind::Shared | Kind::Employees) || registry.objects.iter().any(|o| o.kind == *k)
            })
            .collect();
        kinds.sort();
        let store = Store::open(StoreOptions {
            data: options.data,
            backend: options.backend,
            kinds,
            durable: options.durable,
            keys: options.keys,
        })?;
        Ok(Arc::new(Installation {
            store,
            registry,
            clock,
            seed,
            seed_version: seed_version.to_string(),
            open: Mutex::new(HashMap::new()),
            tick: AtomicU64::new(0),
            most_open: options.open_tenants.max(1),
            provided: RwLock::default(),
            grown: Mutex::default(),
        }))
    }

    /// Makes an installation usable whose keys of sealed values are lost for good; [`Installation::open`] works then.
    ///
    /// # Errors
    /// Those of the store.
    pub fn give_up_lost_keys(options: Options) -> Result<()> {
        let options = StoreOptions {
            data: options.data,
            backend: options.backend,
            kinds: Vec::new(),
            durable: options.durable,
            keys: options.keys,
        };
        Ok(Store::open_without_lost_keys(options).map(|_| ())?)
    }

    /// Gives the running program a service that handlers and tasks, which are plain functions, find by its type: how
    /// mails leave, who guards accounts. A second one of the same type takes the place of the first.
    pub fn provide<T: Any + Send + Sync>(&self, service: Arc<T>) {
        self.provided.write().unwrap_or_else(PoisonError::into_inner).insert(TypeId::of::<T>(), service);
    }

    /// The service of that type, if one was provided.
    pub fn provided<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let all = self.provided.read().unwrap_or_else(PoisonError::into_inner);
        all.get(&TypeId::of::<T>()).cloned()?.downcast().ok()
    }

    /// What the modules bring.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The clock.
    pub fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// The databases; for operation (backup, check), not for business objects.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// A tenant by its id.
    pub fn tenant(&self, id: &TenantId) -> Result<Arc<Tenant>> {
        let tick = self.tick.fetch_add(1, Ordering::Relaxed);
        {
            let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((tenant, used)) = open.get_mut(id) {
                *used = tick;
                return Ok(tenant.clone());
            }
        }
        let row = self.store.directory(|d| d.tenant(id))?;
        let tenant = Arc::new(Tenant::new(row, self.store.tenant(id)?));
        tenant.follow_schema(self)?;
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let tenant = open.entry(id.clone()).or_insert_with(|| (tenant, tick)).0.clone();
        while open.len() > self.most_open {
            // The least recently used that nobody holds; connections close with it.
            let idle = open
                .iter()
                .filter(|(_, (t, _))| Arc::strong_count(t) == 1 && !crate::sight::waits(t))
                .min_by_key(|(_, (_, used))| *used);
            let Some(oldest) = idle.map(|(id, _)| id.clone()) else { break };
            open.remove(&oldest);
        }
        let cooling = self.cooling(&open);
        drop(open);
        // Outside the lock: closing can write.
        cooling.iter().for_each(|tenant| tenant.db().close_idle());
        Ok(tenant)
    }

    /// The tenants that were not used lately. What is known of them stays, their idle connections need not: each holds the
    /// schema of all its databases, most of what a tenant costs (T11).
    fn cooling(&self, open: &HashMap<TenantId, (Arc<Tenant>, u64)>) -> Vec<Arc<Tenant>> {
        let warm = self.most_open.div_ceil(2);
        if open.len() <= warm {
            return Vec::new();
        }
        let mut all: Vec<&(Arc<Tenant>, u64)> = open.values().collect();
        all.sort_unstable_by_key(|(_, used)| std::cmp::Reverse(*used));
        all.into_iter().skip(warm).map(|(tenant, _)| tenant.clone()).collect()
    }

    /// The tenants whose databases are open here.
    pub fn open_tenants(&self) -> Vec<Arc<Tenant>> {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.values().map(|(tenant, _)| tenant.clone()).collect()
    }

    /// Remembers that a tenant's log has a new end.
    pub(crate) fn log_grew(&self, tenant: &TenantId) {
        self.grown.lock().unwrap_or_else(PoisonError::into_inner).insert(tenant.clone());
    }

    pub(crate) fn take_grown_logs(&self) -> HashSet<TenantId> {
        std::mem::take(&mut *self.grown.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The tenant of a host name (T2): one of its own domains, or its id as the first label of `base`
    /// (`acme.localhost` with base `localhost`).
    pub fn tenant_of_host(&self, host: &str, base: &str) -> Result<Arc<Tenant>> {
        let name = host_name(host);
        let id = match label(&name, base) {
            Some(id) => Some(id),
            None => self.store.directory(|d| d.by_host(&name))?,
        };
        match id {
            Some(id) => self.tenant(&id),
            None => Err(Error::Storage(talang_store::Error::UnknownTenant(name))),
        }
    }

    /// Whether a host name is `<tenant>.<base>`, not a domain of a company's own.
    pub fn is_sub_domain(&self, host: &str, base: &str) -> bool {
        label(&host_name(host), base).is_some()
    }

    /// Creates a tenant. `culture` is the company's (I4); `server` names a PostgreSQL server, empty on SQLite.
    pub fn create_tenant(
        self: &Arc<Self>,
        id: &TenantId,
        name: &str,
        culture: &str,
        server: &str,
    ) -> Result<Arc<Tenant>> {
        let digest = self.template_digest();
        if !self.store.has_template(server, &digest)? {
            self.build_template(server, &digest)?;
        }
        let row = TenantRow {
            id: id.clone(),
            name: name.to_string(),
            server: server.to_string(),
            culture: culture.to_string(),
            created_at: self.clock.now(),
            test_of: None,
        };
        self.store.create_tenant(&row, &digest)?;
        self.tenant(id)
    }

    /// Closes a tenant's databases here, if they are still those that were opened.
    pub(crate) fn forget(&self, tenant: &Arc<Tenant>) -> bool {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let same = open.get(tenant.id()).is_some_and(|(there, _)| Arc::ptr_eq(there, tenant));
        same && open.remove(tenant.id()).is_some()
    }

    /// Deletes a tenant for good.
    pub fn delete_tenant(&self, id: &TenantId) -> Result<()> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
        Ok(self.store.delete_tenant(id)?)
    }

    /// Every tenant.
    pub fn tenants(&self) -> Result<Vec<TenantRow>> {
        Ok(self.store.directory(|d| d.tenants())?)
    }

    /// Names the shape and the standard content of a new tenant.
    fn template_digest(&self) -> String {
        let shape = self.registry.shape();
        hex(&Sha256::digest(format!("{shape}\n{}\n{}", self.seed_version, env!("CARGO_PKG_VERSION"))))[..16]
            .to_string()
    }

    fn build_template(self: &Arc<Self>, server: &str, digest: &str) -> Result<()> {
        let mut failure = None;
        let built = self.store.build_template_with(server, digest, |db| {
            let row = TenantRow {
                id: db.id().clone(),
                name: String::new(),
                server: server.to_string(),
                culture: "en-GB".to_string(),
                created_at: self.clock.now(),
                test_of: None,
            };
            let tenant = Arc::new(Tenant::new(row, db));
            let filled = tenant.follow_schema(self).and_then(|()| (self.seed)(self, &tenant));
            tenant.db().settle()?;
            filled.map_err(|error| {
                let text = error.to_string();
                failure = Some(error);
                talang_store::Error::Other(text)
            })
        });
        match (built, failure) {
            (_, Some(error)) => Err(error),
            (built, None) => Ok(built?),
        }
    }
}
