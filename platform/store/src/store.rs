//! An installation's databases: where they are, opening, creating from a template, deleting.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};
use talang_catalogue::Kind;

use crate::attachments::{Attachments, Gate, Guard, hex, sync_folder};
use crate::conn::Conn;
use crate::directory::{Directory, TenantId, TenantRow};
use crate::error::{Error, Result};
use crate::postgres_conn::PostgresConn;
use crate::sqlite_conn::{SqliteConn, check_version};
use crate::system;
use crate::vault::{Sealer, Vault};

/// One of the PostgreSQL servers that tenants may be placed on (T5).
#[derive(Clone, Debug)]
pub struct PostgresServer {
    /// Its name in the directory.
    pub name: String,
    /// Connection string without a database: `host=… user=… password=…`.
    pub address: String,
    /// How the names of its databases begin, such as `talang_`: installations that share a server differ in it.
    pub prefix: String,
}

/// Where data lives.
#[derive(Clone, Debug)]
pub enum Backend {
    /// Files under the data folder.
    Sqlite,
    /// Databases on these servers; the first holds the directory. Attachments stay in the data folder.
    Postgres(Vec<PostgresServer>),
}

/// How to open an installation.
#[derive(Clone, Debug)]
pub struct StoreOptions {
    /// Data folder.
    pub data: PathBuf,
    /// Files or servers.
    pub backend: Backend,
    /// Kinds that hold objects.
    pub kinds: Vec<Kind>,
    /// A commit waits for the disk. Only throw-away installations of tests say no.
    pub durable: bool,
    /// The file with the keys of sealed values; none: `vault.keys` in the data folder.
    pub keys: Option<PathBuf>,
}

/// An installation's databases.
pub struct Store {
    options: StoreOptions,
    directory: Mutex<Conn>,
    vault: Arc<Vault>,
    gate: Gate,
}

/// Connections kept open per tenant for readers.
const IDLE_READERS: usize = 4;

/// One tenant's databases.
pub struct TenantDb {
    id: TenantId,
    open: Box<dyn Fn(bool) -> Result<Conn> + Send + Sync>,
    writer: Mutex<Option<Conn>>,
    readers: Mutex<Vec<Conn>>,
    attachments: Attachments,
    vault: Arc<Vault>,
}

// A connection moves between threads but is used by one at a time, behind a mutex; its SQLite statements and
// functions are its own. rusqlite's connection is Send; the shared sets are behind a mutex.

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store {
    /// Opens or creates an installation.
    ///
    /// # Errors
    /// [`Error::Setup`] when SQLite is older than 3.51.3, the folder or a server cannot be used, or a key of sealed values is missing.
    pub fn open(options: StoreOptions) -> Result<Store> {
        Store::open_with(options, false)
    }

    /// Opens an installation whose keys are lost for good, with a new one. Values that nothing opens any more stay until
    /// [`TenantDb::give_up_sealed`].
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_without_lost_keys(options: StoreOptions) -> Result<Store> {
        Store::open_with(options, true)
    }

    fn open_with(options: StoreOptions, lost: bool) -> Result<Store> {
        check_version()?;
        std::fs::create_dir_all(options.data.join("tenants")).map_err(|e| {
            Error::Setup(format!("cannot use the data folder {}: {e}", options.data.display()))
        })?;
        let mut directory = match &options.backend {
            Backend::Sqlite => {
                let files = [
                    ("directory", options.data.join("directory.db")),
                    ("logs", options.data.join("logs.db")),
                ];
                Conn::Sqlite(SqliteConn::open(&files, options.durable, false)?)
            }
            Backend::Postgres(servers) => {
                let Some(first) = servers.first() else {
                    return Err(Error::Setup("name at least one PostgreSQL server".into()));
                };
                // No tenant's name begins with an underscore.
                let name = format!("{}_directory", first.prefix);
                create_database(first, &name, None)?;
                let mut conn = Conn::Postgres(PostgresConn::open(&address(first, &name))?);
                conn.batch("CREATE SCHEMA IF NOT EXISTS directory; CREATE SCHEMA IF NOT EXISTS logs")?;
                conn
            }
        };
        for statement in system::directory_statements(directory.dialect()) {
            directory.batch(&statement)?;
        }
        let path = options.keys.clone().unwrap_or_else(|| options.data.join("vault.keys"));
        let vault = match lost {
            false => Vault::open(path, &Directory(&mut directory).vault_keys()?)?,
            true => Vault::without_lost(path)?,
        };
        if let (true, Some(newest)) = (lost, vault.ids().first()) {
            Directory(&mut directory).keep_vault_key(newest)?;
        }
        for id in vault.ids() {
            Directory(&mut directory).note_vault_key(&id)?;
        }
        Ok(Store { options, directory: Mutex::new(directory), vault: Arc::new(vault), gate: Gate::default() })
    }

    /// How it was opened.
    pub fn options(&self) -> &StoreOptions {
        &self.options
    }

    /// The keys of sealed values.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Makes a new key, which seals from now on; goes on with the newest where an exchange was cut off. Every tenant's values
    /// are to follow ([`TenantDb::renew_sealed`]), and then [`Store::end_key_exchange`]. The new key's name.
    ///
    /// # Errors
    /// [`Error::Setup`] when the file with the keys cannot be written.
    pub fn begin_key_exchange(&self) -> Result<String> {
        let known = self.vault.ids();
        let id = match known.first() {
            Some(newest) if known.len() > 1 => newest.clone(),
            _ => self.vault.add_key()?,
        };
        self.directory(|d| d.note_vault_key(&id))?;
        Ok(id)
    }

    /// Forgets the former keys. Only for who has seen to it that no tenant has values of them any more.
    ///
    /// # Errors
    /// [`Error::Setup`] when the file with the keys cannot be written.
    pub fn end_key_exchange(&self) -> Result<()> {
        if let Some(newest) = self.vault.ids().first() {
            // In this order: what the directory knows must be in the file.
            self.directory(|d| d.keep_vault_key(newest))?;
            self.vault.drop_former()?;
        }
        Ok(())
    }

    /// Speaks to the directory. Keep it short: one connection serves all.
    pub fn directory<R>(&self, work: impl FnOnce(&mut Directory<'_>) -> Result<R>) -> Result<R> {
        work(&mut Directory(&mut lock(&self.directory)))
    }

    /// Opens a tenant's databases; connections follow on demand.
    pub fn tenant(&self, id: &TenantId) -> Result<TenantDb> {
        let row = self.directory(|d| d.tenant(id))?;
        Ok(self.handle(id.clone(), &row.server))
    }

    /// Whether the template of that digest is ready on the server.
    pub fn has_template(&self, server: &str, digest: &str) -> Result<bool> {
        match self.server(server)? {
            None => Ok(self.folder(&TenantId::template(digest)).join("ready").exists()),
            Some(place) => Ok(databases(place)?.contains(&database_name(place, &TenantId::template(digest)))),
        }
    }

    /// Builds the template of that digest: `fill` brings the empty databases to the state of a new
    /// tenant and ends with [`TenantDb::settle`].
    pub fn build_template_with(
        &self,
        server: &str,
        digest: &str,
        fill: impl FnOnce(TenantDb) -> Result<()>,
    ) -> Result<()> {
        let id = TenantId::template(digest);
        let building = TenantId::template(&format!("{digest}-new"));
        match self.server(server)? {
            None => {
                let folder = self.folder(&building);
                if folder.exists() {
                    std::fs::remove_dir_all(&folder)?;
                }
                std::fs::create_dir_all(&folder)?;
                fill(self.handle(building.clone(), server))?;
                std::fs::write(folder.join("ready"), digest)?;
                let target = self.folder(&id);
                std::fs::create_dir_all(target.parent().unwrap_or(&target))?;
                std::fs::rename(&folder, &target)?;
            }
            Some(place) => {
                drop_database(place, &database_name(place, &building))?;
                create_database(place, &database_name(place, &building), None)?;
                fill(self.handle(building.clone(), server))?;
                let mut admin = PostgresConn::open(&address(place, "postgres"))?;
                admin.batch(&format!(
                    "ALTER DATABASE \"{}\" RENAME TO \"{}\"",
                    database_name(place, &building),
                    database_name(place, &id)
                ))?;
            }
        }
        Ok(())
    }

    /// Creates a tenant as a copy of a template, with its attachments folder and its row in the directory.
    ///
    /// # Errors
    /// [`Error::Exists`] when there is a tenant of that id.
    pub fn create_tenant(&self, row: &TenantRow, digest: &str) -> Result<TenantDb> {
        let template = TenantId::template(digest);
        let folder = self.clear(row)?;
        match self.server(&row.server)? {
            None => {
                for kind in &self.options.kinds {
                    let name = format!("{}.db", kind.name());
                    let target = folder.join(&name);
                    std::fs::copy(self.folder(&template).join(&name), &target)?;
                    if self.options.durable {
                        std::fs::File::open(&target)?.sync_all()?;
                    }
                }
                if self.options.durable {
                    sync_folder(&folder)?;
                }
            }
            Some(place) => create_database(
                place,
                &database_name(place, &row.id),
                Some(&database_name(place, &template)),
            )?,
        }
        self.directory(|d| d.add(row))?;
        Ok(self.handle(row.id.clone(), &row.server))
    }

    /// Creates a tenant with empty databases that `fill` brings into shape; the directory knows it when they are.
    ///
    /// # Errors
    /// [`Error::Exists`] when there is a tenant of that id; those of `fill`, which leaves no tenant behind.
    pub fn create_tenant_with<E: From<Error>>(
        &self,
        row: &TenantRow,
        fill: impl FnOnce(TenantDb) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.clear(row)?;
        if let Some(place) = self.server(&row.server)? {
            create_database(place, &database_name(place, &row.id), None)?;
        }
        fill(self.handle(row.id.clone(), &row.server))?;
        Ok(self.directory(|d| d.add(row))?)
    }

    /// An empty place for a tenant that does not exist yet. What an interrupted creation left there belongs to nobody:
    /// there is no row in the directory.
    fn clear(&self, row: &TenantRow) -> Result<PathBuf> {
        if self.directory(|d| d.tenant(&row.id)).is_ok() {
            return Err(Error::Exists(format!("tenant {}", row.id)));
        }
        let folder = self.folder(&row.id);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        if let Some(place) = self.server(&row.server)? {
            drop_database(place, &database_name(place, &row.id))?;
        }
        Ok(folder)
    }

    /// Deletes a tenant for good: directory, databases, attachments.
    pub fn delete_tenant(&self, id: &TenantId) -> Result<()> {
        let row = self.directory(|d| d.tenant(id))?;
        self.directory(|d| d.remove(id))?;
        if let Some(place) = self.server(&row.server)? {
            drop_database(place, &database_name(place, id))?;
        }
        let folder = self.folder(id);
        if folder.exists() {
            std::fs::remove_dir_all(folder)?;
        }
        Ok(())
    }

    /// The server of that name; none on SQLite.
    fn server(&self, name: &str) -> Result<Option<&PostgresServer>> {
        match &self.options.backend {
            Backend::Sqlite => Ok(None),
            Backend::Postgres(servers) => {
                servers.iter().find(|s| s.name == name).map(Some).ok_or_else(|| {
                    Error::Setup(format!("there is no PostgreSQL server named {name:?} in the configuration"))
                })
            }
        }
    }

    /// Gives the installation a guard, who judges every file that somebody brings to any tenant from now on.
    pub fn guard(&self, guard: Arc<Guard>) {
        *self.gate.write().unwrap_or_else(PoisonError::into_inner) = Some(guard);
    }

    /// Hashed directories keep folders small at 10,000 tenants (T11).
    fn folder(&self, id: &TenantId) -> PathBuf {
        let hash = hex(&Sha256::digest(id.as_str())[..1]);
        self.options.data.join("tenants").join(hash).join(id.as_str())
    }

    fn handle(&self, id: TenantId, server: &str) -> TenantDb {
        let folder = self.folder(&id);
        let attachments = Attachments::new(folder.join("files"), id.clone(), self.gate.clone());
        let durable = self.options.durable;
        let open: Box<dyn Fn(bool) -> Result<Conn> + Send + Sync> = match self.server(server) {
            Ok(Some(place)) => {
                let address = address(place, &database_name(place, &id));
                Box::new(move |_| Ok(Conn::Postgres(PostgresConn::open(&address)?)))
            }
            _ => {
                let kinds = self.options.kinds.clone();
                Box::new(move |writer| {
                    let files: Vec<(&str, PathBuf)> = kinds
                        .iter()
                        .map(|k| (k.name(), Path::new(&folder).join(format!("{}.db", k.name()))))
                        .collect();
                    Ok(Conn::Sqlite(SqliteConn::open(&files, durable, writer)?))
                })
            }
        };
        TenantDb {
            id,
            open,
            writer: Mutex::new(None),
            readers: Mutex::new(Vec::new()),
            attachments,
            vault: self.vault.clone(),
        }
    }
}

impl TenantDb {
    /// Whose it is.
    pub fn id(&self) -> &TenantId {
        &self.id
    }

    /// Seals and opens its secrets.
    pub fn vault(&self) -> Sealer<'_> {
        Sealer::new(&self.vault, &self.id)
    }

    /// Removes the sealed values that no key opens any more; how many.
    ///
    /// # Errors
    /// The database's.
    pub fn give_up_sealed(&self) -> Result<u64> {
        self.with_writer(|conn| self.vault().give_up(conn))
    }

    /// Seals with the newest key what others have sealed; how many values. Can be cut off and done again.
    ///
    /// # Errors
    /// The database's; [`Error::Other`] for a value that does not open.
    pub fn renew_sealed(&self) -> Result<u64> {
        self.with_writer(|conn| self.vault().renew(conn))
    }

    /// Its attachments.
    pub fn attachments(&self) -> &Attachments {
        &self.attachments
    }

    /// Lends a connection inside a read transaction: everything read is of one moment.
    pub fn read<R, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<R, E>,
    ) -> std::result::Result<R, E> {
        let mut conn = self.reader()?;
        conn.begin(false)?;
        let result = work(&mut conn);
        if conn.commit().is_ok() {
            self.give_back(conn);
        }
        result
    }

    /// [`Conn::remembered`] in a read transaction of its own, which is not even begun where what was read still holds: what every
    /// request asks. A change by anybody is seen by the next call.
    ///
    /// # Errors
    /// Those of `read`.
    pub fn remembered<T: std::any::Any + Send + Sync, E: From<Error>>(
        &self,
        kinds: &[&str],
        key: &str,
        read: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
    ) -> std::result::Result<Arc<T>, E> {
        let mut conn = self.reader()?;
        if let Some(known) = conn.glance(kinds, key)?.and_then(|known| known.downcast().ok()) {
            self.give_back(conn);
            return Ok(known);
        }
        conn.begin(false)?;
        let result = conn.remembered(kinds, key, read);
        if conn.commit().is_ok() {
            self.give_back(conn);
        }
        result
    }

    /// A connection for reading, which nobody else has.
    fn reader(&self) -> Result<Conn> {
        match lock(&self.readers).pop() {
            Some(conn) if !matches!(&conn, Conn::Postgres(c) if c.is_closed()) => Ok(conn),
            _ => (self.open)(false),
        }
    }

    fn give_back(&self, conn: Conn) {
        let mut readers = lock(&self.readers);
        if readers.len() < IDLE_READERS {
            readers.push(conn);
        }
    }

    /// Lends the writer's connection inside a transaction, committed durably when `work` succeeds, undone when not.
    pub fn write<R, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<R, E>,
    ) -> std::result::Result<R, E> {
        self.with_writer(|conn| {
            conn.begin(true)?;
            let mut guard = Undo { conn, done: false };
            let result = work(guard.conn)?;
            guard.conn.commit()?;
            guard.done = true;
            Ok(result)
        })
    }

    /// Lends the writer's connection outside any transaction, for schema changes.
    pub fn with_writer<R, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Conn) -> std::result::Result<R, E>,
    ) -> std::result::Result<R, E> {
        let mut writer = lock(&self.writer);
        let stale = matches!(&*writer, Some(Conn::Postgres(c)) if c.is_closed());
        if writer.is_none() || stale {
            *writer = Some((self.open)(true)?);
        }
        match writer.as_mut() {
            Some(conn) => work(conn),
            None => Err(Error::Other("no connection".into()).into()),
        }
    }

    /// Closes the idle connections.
    pub fn close_idle(&self) {
        lock(&self.readers).clear();
        if let Ok(mut writer) = self.writer.try_lock() {
            *writer = None;
        }
    }

    /// Moves everything from the write-ahead logs into the files and closes them, so that they can be copied.
    pub fn settle(&self) -> Result<()> {
        self.with_writer(|conn| {
            if matches!(conn, Conn::Sqlite(_)) {
                conn.query("PRAGMA wal_checkpoint(TRUNCATE)", &[])?;
            }
            Ok::<_, Error>(())
        })?;
        self.close_idle();
        Ok(())
    }
}

/// Rolls back unless told that all went well: also when a rule panics.
struct Undo<'a> {
    conn: &'a mut Conn,
    done: bool,
}

impl Drop for Undo<'_> {
    fn drop(&mut self) {
        if !self.done {
            let _ = self.conn.rollback();
        }
    }
}

fn address(server: &PostgresServer, database: &str) -> String {
    format!("{} dbname='{database}'", server.address)
}

fn database_name(server: &PostgresServer, id: &TenantId) -> String {
    format!("{}{}", server.prefix, id.as_str().replace(['-', '~'], "_"))
}

fn databases(server: &PostgresServer) -> Result<Vec<String>> {
    let mut admin = Conn::Postgres(PostgresConn::open(&address(server, "postgres"))?);
    let rows = admin.query("SELECT datname::text FROM pg_database", &[])?;
    Ok(rows.iter().filter_map(|r| r.first()).map(|c| c.text().to_string()).collect())
}

fn create_database(server: &PostgresServer, name: &str, template: Option<&str>) -> Result<()> {
    if databases(server)?.iter().any(|d| d == name) {
        return Ok(());
    }
    let mut admin = PostgresConn::open(&address(server, "postgres"))?;
    match template {
        Some(template) => admin.batch(&format!("CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"")),
        // Byte order: our own sort keys bring the culture's order, the same on both databases.
        None => admin.batch(&format!(
            "CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
        )),
    }
}

fn drop_database(server: &PostgresServer, name: &str) -> Result<()> {
    let mut admin = PostgresConn::open(&address(server, "postgres"))?;
    admin.batch(&format!("DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)"))
}
