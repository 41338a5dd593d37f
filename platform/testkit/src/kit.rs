//! The installation of a test.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::{env, fs, process};

use jiff::civil::{Date, date};
use talang_catalogue::{Kind, Value};
use talang_engine::installation::{Options, Seed};
use talang_engine::{
    Actor, Clock, Door, Installation, ManualClock, Module, Registry, Result, Scope, Tenant, TenantId,
};
use talang_store::{Backend, PostgresServer};

use crate::postgres::{ADDRESS, Cluster};
use crate::templates;

/// What an installation under test consists of.
#[derive(Clone, Copy)]
pub struct Setup {
    /// The modules; the engine's own objects come by themselves.
    pub modules: fn() -> Vec<Module>,
    /// Fills the template of new tenants.
    pub seed: Seed,
    /// Changes with what `seed` fills in.
    pub seed_version: &'static str,
}

/// On which database a test runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    /// Files in the throw-away data folder.
    Sqlite,
    /// Databases of a throw-away cluster, with names of this installation's own.
    Postgres,
}

impl Database {
    /// Both of them.
    pub const ALL: [Database; 2] = [Database::Sqlite, Database::Postgres];
}

/// Runs the same test on SQLite and on PostgreSQL. When it fails, the output ends with the name of the database.
pub fn both(setup: &Setup, mut body: impl FnMut(&Kit)) {
    for database in Database::ALL {
        let kit = Kit::new(database, setup);
        println!("on {database:?}:");
        body(&kit);
    }
}

/// A whole installation, gone when it is dropped. Its clock stands at noon UTC on 15 June 2026 until it is moved.
pub struct Kit {
    setup: Setup,
    database: Database,
    backend: Backend,
    clock: Arc<ManualClock>,
    installation: Mutex<Arc<Installation>>,
    folder: Folder,
}

/// Removes itself.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Kit {
    /// Opens an empty installation.
    ///
    /// # Panics
    /// With a sentence: PostgreSQL is not installed, a module's declaration is wrong …
    pub fn new(database: Database, setup: &Setup) -> Kit {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("talang_{}_{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = Folder(env::temp_dir().join(&name));
        let backend = match database {
            Database::Sqlite => Backend::Sqlite,
            Database::Postgres => Backend::Postgres(vec![PostgresServer {
                name: "main".to_string(),
                address: cluster(),
                prefix: format!("{name}_"),
            }]),
        };
        let clock = Arc::new(ManualClock::at(date(2026, 6, 15)));
        let installation = Mutex::new(open(setup, &folder.0, &backend, &clock));
        Kit { setup: *setup, database, backend, clock, installation, folder }
    }

    /// On which database it runs.
    pub fn database(&self) -> Database {
        self.database
    }

    /// Its data folder.
    pub fn data(&self) -> &Path {
        &self.folder.0
    }

    /// Its clock.
    pub fn clock(&self) -> &ManualClock {
        &self.clock
    }

    /// Its day.
    pub fn today(&self) -> Date {
        self.clock.today()
    }

    /// The running program.
    pub fn installation(&self) -> Arc<Installation> {
        self.installation.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets everything that is held in memory and opens the same data again, as a new start of the program does.
    /// Tenants and scopes from before belong to the old one: ask for them again.
    pub fn restart(&self) {
        *self.installation.lock().unwrap_or_else(PoisonError::into_inner) =
            open(&self.setup, &self.folder.0, &self.backend, &self.clock);
    }

    /// The tenant of that name, with culture `en-GB` where it is new.
    pub fn tenant(&self, id: &str) -> Arc<Tenant> {
        self.tenant_in(id, "en-GB")
    }

    /// The tenant of that name, with that company culture where it is new.
    pub fn tenant_in(&self, id: &str, culture: &str) -> Arc<Tenant> {
        let id = TenantId::parse(id).unwrap_or_else(|| panic!("{id:?} is no name for a tenant"));
        let installation = self.installation();
        if let Ok(known) = installation.tenant(&id) {
            return known;
        }
        let server = match self.database {
            Database::Sqlite => "",
            Database::Postgres => "main",
        };
        let first = done("list the tenants", installation.tenants()).is_empty();
        if first {
            templates::take(&installation, &self.backend, &self.folder.0, self.setup.seed_version);
        }
        let tenant = done("create a tenant", installation.create_tenant(&id, id.as_str(), culture, server));
        if first {
            templates::offer(&installation, &self.backend, &self.folder.0, self.setup.seed_version);
        }
        tenant
    }

    /// The program itself in a tenant: sees and may everything.
    pub fn system(&self, tenant: &Arc<Tenant>) -> Scope {
        Scope::new(&self.installation(), tenant, Actor::System, Door::Task)
    }

    /// A user of a tenant, at a screen. Set `door`, `as_of` or `culture` for another way in.
    pub fn scope(&self, tenant: &Arc<Tenant>, login: &str) -> Scope {
        let user = self.system(tenant).view(|view| {
            let object = view.object("User")?;
            let Some(id) = view.resolve("User", login)? else { return Ok(None) };
            Ok(Some((id, view.get(&object, id)?.get("employee").as_int())))
        });
        let Some((id, employee)) = done("read a user", user) else {
            panic!("there is no user {login:?}; call Kit::user")
        };
        Scope::new(
            &self.installation(),
            tenant,
            Actor::User { id, login: login.to_string(), employee },
            Door::Screen,
        )
    }

    /// Every byte that the tenant's databases have on the disk, what is no longer in use included.
    pub fn stored(&self, tenant: &Tenant) -> Vec<u8> {
        let folder = match self.database {
            Database::Sqlite => {
                let files = tenant.db().attachments().space_folder();
                files.parent().map(Path::to_path_buf).unwrap_or_default()
            }
            Database::Postgres => {
                let place = tenant.db().with_writer(|conn| {
                    conn.batch("CHECKPOINT")?;
                    conn.query(
                        "SELECT current_setting('data_directory'), oid::text FROM pg_database WHERE datname = current_database()",
                        &[],
                    )
                });
                let place =
                    place.unwrap_or_else(|e: talang_store::Error| panic!("cannot ask where data lie: {e}"));
                let Some([data, oid]) = place.first().map(Vec::as_slice) else { panic!("no database") };
                Path::new(data.text()).join("base").join(oid.text())
            }
        };
        let entries =
            fs::read_dir(&folder).unwrap_or_else(|e| panic!("cannot read {}: {e}", folder.display()));
        let files =
            entries.filter_map(|entry| entry.ok()).map(|entry| entry.path()).filter(|path| path.is_file());
        files.flat_map(|file| fs::read(file).unwrap_or_default()).collect()
    }

    /// Makes a user: the key of their employee, where they are one, and the codes of their roles.
    pub fn user(&self, tenant: &Arc<Tenant>, login: &str, employee: Option<&str>, roles: &[&str]) {
        let made = self.system(tenant).change(Kind::Shared, |change| {
            let mut values = vec![("login", text(login))];
            values.extend(employee.map(|key| ("employee", text(key))));
            change.create("User", values)?;
            for role in roles {
                change.create("UserRole", vec![("user", text(login)), ("role", text(role))])?;
            }
            Ok(())
        });
        done("make a user", made);
    }

    /// Makes a role from lines of object, field group, actions and extent: `("Employee", "general", "read, update", "team")`.
    pub fn role(&self, tenant: &Arc<Tenant>, code: &str, rights: &[(&str, &str, &str, &str)]) {
        let made = self.system(tenant).change(Kind::Shared, |change| {
            let label = Value::Texts([("en".to_string(), code.to_string())].into_iter().collect());
            change.create("Role", vec![("code", text(code)), ("label", label)])?;
            for (object, group, actions, extent) in rights {
                change.create(
                    "RoleRight",
                    vec![
                        ("role", text(code)),
                        ("object", text(object)),
                        ("field_group", text(group)),
                        ("actions", text(actions)),
                        ("extent", text(extent)),
                    ],
                )?;
            }
            Ok(())
        });
        done("make a role", made);
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_string())
}

/// The result, or a failed test with what was wrong.
fn done<T>(what: &str, result: Result<T>) -> T {
    result.unwrap_or_else(|error| panic!("cannot {what}: {error}\n{error:?}"))
}

fn open(setup: &Setup, data: &Path, backend: &Backend, clock: &Arc<ManualClock>) -> Arc<Installation> {
    let registry =
        Registry::new((setup.modules)()).unwrap_or_else(|e| panic!("the modules do not fit together: {e}"));
    let options = Options {
        data: data.to_path_buf(),
        backend: backend.clone(),
        durable: false,
        open_tenants: 50,
        keys: None,
    };
    done(
        "open the installation",
        Installation::open(options, registry, clock.clone(), setup.seed, setup.seed_version),
    )
}

/// The address of the cluster of this test run; of this process where nobody started one.
///
/// # Panics
/// With a sentence when PostgreSQL is not installed.
pub fn cluster() -> String {
    static OWN: OnceLock<std::result::Result<Cluster, String>> = OnceLock::new();
    if let Ok(address) = env::var(ADDRESS) {
        return address;
    }
    match OWN.get_or_init(Cluster::start) {
        Ok(cluster) => cluster.address().to_string(),
        Err(problem) => panic!("{problem}"),
    }
}
