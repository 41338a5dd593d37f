//! SQLite: an empty main database with one attached file per kind.

use std::any::Any;
use std::collections::HashMap;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use rusqlite::functions::FunctionFlags;
use rusqlite::types::{ToSql, ToSqlOutput, Value as Sql, ValueRef};

use crate::conn::{Cell, P, Row};
use crate::error::{Error, Result};
use crate::ids::IdSet;

/// The oldest SQLite that is safe for us: earlier ones can lose a write in WAL mode under rare races.
pub const OLDEST_SQLITE: i32 = 3_051_003;

/// Refuses an SQLite that is too old.
pub fn check_version() -> Result<()> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(Error::Setup(format!(
            "SQLite {} is too old: 3.51.3 or newer is needed. Build with the bundled SQLite.",
            rusqlite::version()
        )));
    }
    Ok(())
}

/// The sets that the running statement may ask about, by slot.
type Slots = Arc<Mutex<Vec<Arc<IdSet>>>>;

/// What was read, and the versions of the files that it was read from.
pub(crate) type Kept = (Vec<i64>, Arc<dyn Any + Send + Sync>);

/// So many things a connection keeps.
const MOST_KEPT: usize = 500;

/// One SQLite connection.
pub struct SqliteConn {
    conn: rusqlite::Connection,
    slots: Slots,
    /// Inside a transaction that only reads.
    reading: bool,
    kept: HashMap<String, Kept>,
}

impl SqliteConn {
    /// Opens files under their schema names. `durable` waits for the disk at each commit; a writer may keep more pages
    /// in memory, so that an import does not read back what it has just written.
    pub fn open(files: &[(&str, PathBuf)], durable: bool, writer: bool) -> Result<SqliteConn> {
        let conn = rusqlite::Connection::open_in_memory()?;
        conn.set_prepared_statement_cache_capacity(128);
        conn.busy_timeout(std::time::Duration::from_secs(20))?;
        rusqlite::vtab::array::load_module(&conn)?;
        let slots = Slots::default();
        let sets = slots.clone();
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        conn.create_scalar_function("in_set", 2, flags, move |ctx| {
            let (slot, id) = (ctx.get_raw(0).as_i64().unwrap_or(-1), ctx.get_raw(1));
            let ValueRef::Integer(id) = id else { return Ok(false) };
            let sets = sets.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            Ok(usize::try_from(slot).ok().and_then(|s| sets.get(s)).is_some_and(|set| set.contains(id)))
        })?;
        for (schema, path) in files {
            conn.execute(&format!("ATTACH DATABASE ? AS {schema}"), [path.to_string_lossy().as_ref()])?;
            let level = if durable { "FULL" } else { "OFF" };
            let cache = if writer { 64_000 } else { 8_000 };
            conn.execute_batch(&format!(
                "PRAGMA {schema}.journal_mode = WAL; PRAGMA {schema}.synchronous = {level};
                 PRAGMA {schema}.cache_size = -{cache}; PRAGMA {schema}.journal_size_limit = 4000000;"
            ))?;
        }
        conn.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000; PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF;")?;
        Ok(SqliteConn { conn, slots, reading: false, kept: HashMap::new() })
    }

    pub(crate) fn begin(&mut self, write: bool) -> Result<()> {
        self.reading = !write;
        self.exec(if write { "BEGIN IMMEDIATE" } else { "BEGIN" }, &[]).map(|_| ())
    }

    /// Numbers that change when another connection, of this process or another, has changed one of the files; this
    /// transaction's snapshot is taken with them. Nothing for a writer: its own changes do not show in them.
    /// <https://www.sqlite.org/pragma.html#pragma_data_version>
    pub(crate) fn versions(&mut self, kinds: &[&str]) -> Result<Option<Vec<i64>>> {
        if !self.reading {
            return Ok(None);
        }
        let mut versions = Vec::with_capacity(kinds.len());
        for kind in kinds {
            let mut statement = self.conn.prepare_cached(&format!("PRAGMA {kind}.data_version"))?;
            versions.push(statement.query_row([], |row| row.get(0))?);
        }
        Ok(Some(versions))
    }

    /// Whether something is kept under the key, of whatever time.
    pub(crate) fn knows(&self, key: &str) -> bool {
        self.kept.contains_key(key)
    }

    pub(crate) fn kept(&self, key: &str, versions: &[i64]) -> Option<Arc<dyn Any + Send + Sync>> {
        self.kept.get(key).filter(|(known, _)| known == versions).map(|(_, what)| what.clone())
    }

    pub(crate) fn keep(&mut self, key: &str, kept: Kept) {
        if self.kept.len() >= MOST_KEPT {
            self.kept.clear();
        }
        self.kept.insert(key.to_string(), kept);
    }

    fn bind<'a>(&self, params: &'a [P<'a>]) -> Vec<Bound<'a>> {
        let mut sets = self.slots.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        sets.clear();
        params
            .iter()
            .map(|p| match p {
                P::Null => Bound::Null,
                P::Int(n) => Bound::Int(*n),
                P::Text(s) => Bound::Text(s),
                P::Owned(s) => Bound::Text(s),
                P::Ints(list) => Bound::List(Rc::new(list.iter().map(|n| Sql::Integer(*n)).collect())),
                P::Texts(list) => Bound::List(Rc::new(list.iter().map(|s| Sql::Text(s.clone())).collect())),
                P::Set(set) if set.len() > 200 => {
                    sets.push(set.clone());
                    Bound::Int(i64::try_from(sets.len()).unwrap_or(1) - 1)
                }
                P::Set(set) => Bound::List(Rc::new(set.iter().map(Sql::Integer).collect())),
            })
            .collect()
    }

    pub(crate) fn exec(&mut self, sql: &str, params: &[P<'_>]) -> Result<u64> {
        let bound = self.bind(params);
        let mut statement = self.conn.prepare_cached(sql)?;
        if statement.column_count() > 0 {
            let mut rows = statement.query(rusqlite::params_from_iter(bound))?;
            while rows.next()?.is_some() {}
            return Ok(0);
        }
        Ok(statement.execute(rusqlite::params_from_iter(bound))? as u64)
    }

    pub(crate) fn query_each(
        &mut self,
        sql: &str,
        params: &[P<'_>],
        each: &mut dyn FnMut(Row) -> Result<bool>,
    ) -> Result<()> {
        let bound = self.bind(params);
        let mut statement = self.conn.prepare_cached(sql)?;
        let width = statement.column_count();
        let mut rows = statement.query(rusqlite::params_from_iter(bound))?;
        while let Some(row) = rows.next()? {
            let mut cells = Vec::with_capacity(width);
            for i in 0..width {
                cells.push(match row.get_ref(i)? {
                    ValueRef::Null => Cell::Null,
                    ValueRef::Integer(n) => Cell::Int(n),
                    ValueRef::Real(x) => Cell::Int(x as i64),
                    ValueRef::Text(bytes) => Cell::Text(String::from_utf8_lossy(bytes).into_owned()),
                    ValueRef::Blob(bytes) => Cell::Text(String::from_utf8_lossy(bytes).into_owned()),
                });
            }
            if !each(cells)? {
                break;
            }
        }
        Ok(())
    }

    pub(crate) fn insert(&mut self, table: &str, columns: &[&str], rows: &[Vec<P<'_>>]) -> Result<Vec<i64>> {
        let marks = vec!["?"; columns.len()].join(",");
        let sql = format!("INSERT INTO {table} ({}) VALUES ({marks})", columns.join(","));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut ids = Vec::with_capacity(rows.len());
        for row in rows {
            for (place, p) in row.iter().enumerate() {
                match p {
                    P::Null => statement.raw_bind_parameter(place + 1, rusqlite::types::Null)?,
                    P::Int(n) => statement.raw_bind_parameter(place + 1, n)?,
                    P::Text(s) => statement.raw_bind_parameter(place + 1, s)?,
                    P::Owned(s) => statement.raw_bind_parameter(place + 1, s.as_str())?,
                    P::Set(_) | P::Ints(_) | P::Texts(_) => {
                        return Err(Error::Other("a list is no value of a row".into()));
                    }
                }
            }
            statement.raw_execute()?;
            ids.push(self.conn.last_insert_rowid());
        }
        Ok(ids)
    }

    pub(crate) fn batch(&mut self, sql: &str) -> Result<()> {
        Ok(self.conn.execute_batch(sql)?)
    }
}

/// A bound parameter; borrows texts.
enum Bound<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    List(Rc<Vec<Sql>>),
}

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Bound::Null => ToSqlOutput::Owned(Sql::Null),
            Bound::Int(n) => ToSqlOutput::Owned(Sql::Integer(*n)),
            Bound::Text(s) => ToSqlOutput::Borrowed(ValueRef::Text(s.as_bytes())),
            Bound::List(list) => return list.to_sql(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conn::Conn;

    /// What a reader finds in the kind, and whether it had to look.
    fn look(conn: &mut Conn, kind: &str) -> (i64, bool) {
        let mut looked = false;
        let sql = format!("SELECT n FROM {kind}.t");
        let found = conn.remembered(&[kind], kind, |conn| {
            looked = true;
            Ok::<_, Error>(conn.query_one(&sql, &[])?.and_then(|r| r.first().map(Cell::int)).unwrap_or(-1))
        });
        (*found.unwrap(), looked)
    }

    #[test]
    fn what_was_read_is_remembered_until_anybody_changes_that_kind() {
        // A10: a change counts at the next request, whoever makes it.
        let folder = std::env::temp_dir().join(format!("talang-kept-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let files: Vec<(&str, PathBuf)> =
            ["one", "two"].into_iter().map(|k| (k, folder.join(format!("{k}.db")))).collect();
        let open = |writer| Conn::Sqlite(SqliteConn::open(&files, false, writer).unwrap());
        let (mut writer, mut reader) = (open(true), open(false));
        for kind in ["one", "two"] {
            writer.batch(&format!("CREATE TABLE {kind}.t (n); INSERT INTO {kind}.t VALUES (1)")).unwrap();
        }
        let write = |conn: &mut Conn, sql: &str| {
            conn.begin(true).unwrap();
            conn.exec(sql, &[]).unwrap();
            let seen = look(conn, "one");
            conn.commit().unwrap();
            seen
        };
        let read = |conn: &mut Conn, kind: &str| {
            conn.begin(false).unwrap();
            let seen = look(conn, kind);
            conn.commit().unwrap();
            seen
        };
        assert_eq!([read(&mut reader, "one"), read(&mut reader, "one")], [(1, true), (1, false)]);
        assert_eq!([read(&mut reader, "two"), read(&mut reader, "two")], [(1, true), (1, false)]);
        // A writer sees its own change, and so does a reader; what concerns another kind stays.
        assert_eq!(write(&mut writer, "UPDATE one.t SET n = 2"), (2, true));
        assert_eq!(write(&mut writer, "UPDATE one.t SET n = 3"), (3, true), "a writer remembers nothing");
        assert_eq!([read(&mut reader, "one"), read(&mut reader, "one")], [(3, true), (3, false)]);
        assert_eq!(read(&mut reader, "two"), (1, false));
        // Another process changes the file.
        let other = rusqlite::Connection::open(folder.join("one.db")).unwrap();
        other.execute("UPDATE t SET n = 4", []).unwrap();
        assert_eq!(read(&mut reader, "one"), (4, true));
        // Inside one transaction everything is of one moment: what is remembered then is of that moment, and no later.
        reader.begin(false).unwrap();
        assert_eq!(look(&mut reader, "one"), (4, false));
        other.execute("UPDATE t SET n = 5", []).unwrap();
        assert_eq!(look(&mut reader, "one"), (4, false));
        reader.commit().unwrap();
        assert_eq!([read(&mut reader, "one"), read(&mut reader, "one")], [(5, true), (5, false)]);
        // A glance outside a transaction: what still holds is known, what anybody changed is not.
        let glance = |conn: &mut Conn, kind: &str| {
            let known = conn.glance(&[kind], kind).unwrap();
            known.map(|known| *known.downcast::<i64>().unwrap())
        };
        assert_eq!((glance(&mut reader, "one"), glance(&mut reader, "two")), (Some(5), Some(1)));
        other.execute("UPDATE t SET n = 8", []).unwrap();
        assert_eq!((glance(&mut reader, "one"), glance(&mut reader, "two")), (None, Some(1)));
        assert_eq!((read(&mut reader, "one"), glance(&mut reader, "one")), ((8, true), Some(8)));
        assert!(reader.glance(&["one"], "never asked").unwrap().is_none());
        assert!(glance(&mut writer, "one").is_none(), "a writer knows nothing");
        // What failed is not remembered, and what another server undoes never was.
        let failed: std::result::Result<Arc<i64>, Error> =
            reader.remembered(&["one"], "fails", |_| Err(Error::Other("no".into())));
        assert!(failed.is_err());
        other.execute_batch("BEGIN; UPDATE t SET n = 6; ROLLBACK").unwrap();
        assert_eq!(read(&mut reader, "one").0, 8);
        drop((writer, reader, other));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
