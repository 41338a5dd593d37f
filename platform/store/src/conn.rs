//! One connection and the small portable SQL it speaks.

use std::any::Any;
use std::sync::Arc;

use crate::error::Result;
use crate::ids::IdSet;
use crate::{postgres_conn::PostgresConn, sqlite_conn::SqliteConn};

/// A value in a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Null,
    /// A number.
    Int(i64),
    /// A text.
    Text(String),
}

impl Cell {
    /// The number, 0 for nothing.
    pub fn int(&self) -> i64 {
        match self {
            Cell::Int(n) => *n,
            _ => 0,
        }
    }

    /// The number, if there is one.
    pub fn opt_int(&self) -> Option<i64> {
        match self {
            Cell::Int(n) => Some(*n),
            _ => None,
        }
    }

    /// The text, empty for nothing.
    pub fn text(&self) -> &str {
        match self {
            Cell::Text(s) => s,
            _ => "",
        }
    }
}

/// A row of a result.
pub type Row = Vec<Cell>;

/// A parameter of a statement.
#[derive(Clone, Debug, Hash)]
pub enum P<'a> {
    /// Nothing.
    Null,
    /// A number.
    Int(i64),
    /// A text.
    Text(&'a str),
    /// An owned text.
    Owned(String),
    /// A set of numbers for [`Conn::member`].
    Set(Arc<IdSet>),
    /// A list of numbers for `Dialect::any`.
    Ints(Vec<i64>),
    /// A list of texts for `Dialect::any`.
    Texts(Vec<String>),
}

impl From<i64> for P<'_> {
    fn from(n: i64) -> Self {
        P::Int(n)
    }
}
impl<'a> From<&'a str> for P<'a> {
    fn from(s: &'a str) -> Self {
        P::Text(s)
    }
}
impl From<String> for P<'_> {
    fn from(s: String) -> Self {
        P::Owned(s)
    }
}
impl From<Cell> for P<'_> {
    fn from(cell: Cell) -> Self {
        match cell {
            Cell::Null => P::Null,
            Cell::Int(n) => P::Int(n),
            Cell::Text(s) => P::Owned(s),
        }
    }
}

/// Which database a connection speaks to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

impl Dialect {
    /// `column` is one of the listed values; takes one [`P::Ints`] or [`P::Texts`].
    pub fn any(self, column: &str) -> String {
        match self {
            Dialect::Sqlite => format!("{column} IN rarray(?)"),
            Dialect::Postgres => format!("{column} = ANY(?)"),
        }
    }

    /// `column` is in the set; takes one [`P::Set`]. Small sets drive the query through an index; large ones are
    /// asked row by row, so that an index in the order of the list can be walked until the page is full.
    pub fn member(self, column: &str, set: &IdSet) -> String {
        match self {
            Dialect::Sqlite if set.len() > 200 => format!("in_set(?, {column})"),
            _ => self.any(column),
        }
    }
}

/// A connection to one tenant's databases, or to the directory.
pub enum Conn {
    /// SQLite files attached under their kinds.
    Sqlite(SqliteConn),
    /// A PostgreSQL database.
    Postgres(PostgresConn),
}

impl Conn {
    /// Which database it is.
    pub fn dialect(&self) -> Dialect {
        match self {
            Conn::Sqlite(_) => Dialect::Sqlite,
            Conn::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Runs a statement; the count of rows it touched.
    pub fn exec(&mut self, sql: &str, params: &[P<'_>]) -> Result<u64> {
        match self {
            Conn::Sqlite(c) => c.exec(sql, params),
            Conn::Postgres(c) => c.exec(sql, params),
        }
    }

    /// Runs a query and hands each row on; stops early when `each` says false.
    pub fn query_each(
        &mut self,
        sql: &str,
        params: &[P<'_>],
        each: &mut dyn FnMut(Row) -> Result<bool>,
    ) -> Result<()> {
        match self {
            Conn::Sqlite(c) => c.query_each(sql, params, each),
            Conn::Postgres(c) => c.query_each(sql, params, each),
        }
    }

    /// Runs a query; all its rows.
    pub fn query(&mut self, sql: &str, params: &[P<'_>]) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        self.query_each(sql, params, &mut |row| {
            rows.push(row);
            Ok(true)
        })?;
        Ok(rows)
    }

    /// Runs a query; its first row.
    pub fn query_one(&mut self, sql: &str, params: &[P<'_>]) -> Result<Option<Row>> {
        let mut first = None;
        self.query_each(sql, params, &mut |row| {
            first = Some(row);
            Ok(false)
        })?;
        Ok(first)
    }

    /// Inserts rows into a table with an `id` column and returns their ids in order.
    pub fn insert(&mut self, table: &str, columns: &[&str], rows: &[Vec<P<'_>>]) -> Result<Vec<i64>> {
        match self {
            Conn::Sqlite(c) => c.insert(table, columns, rows),
            Conn::Postgres(c) => c.insert(table, columns, rows),
        }
    }

    /// The next ids of `schema.table`, to be given to rows that are inserted in this transaction of the one writer.
    pub fn next_ids(&mut self, schema: &str, table: &str, count: usize) -> Result<Vec<i64>> {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        match self {
            Conn::Sqlite(c) => {
                let mut last = 0;
                let sql = format!("SELECT seq FROM {schema}.sqlite_sequence WHERE name = ?");
                c.query_each(&sql, &[P::Text(table)], &mut |row| {
                    last = row.first().map_or(0, Cell::int);
                    Ok(false)
                })?;
                Ok((last + 1..=last + count).collect())
            }
            Conn::Postgres(_) => {
                let sql = "SELECT nextval(CAST(pg_get_serial_sequence(?, 'id') AS regclass))
                           FROM generate_series(1, CAST(? AS BIGINT))";
                let name = format!("\"{schema}\".\"{table}\"");
                let rows = self.query(sql, &[P::Owned(name), P::Int(count)])?;
                Ok(rows.iter().filter_map(|r| r.first()).map(Cell::int).collect())
            }
        }
    }

    /// Runs several statements without parameters (table definitions).
    pub fn batch(&mut self, sql: &str) -> Result<()> {
        match self {
            Conn::Sqlite(c) => c.batch(sql),
            Conn::Postgres(c) => c.batch(sql),
        }
    }

    /// Begins a transaction; a writer holds the kind's write lock until its end.
    pub fn begin(&mut self, write: bool) -> Result<()> {
        match self {
            Conn::Sqlite(c) => c.begin(write),
            Conn::Postgres(c) => c.begin(write),
        }
    }

    /// Makes the transaction durable: returns after it is on the disk.
    pub fn commit(&mut self) -> Result<()> {
        match self {
            // Kept as a statement: a request has several short transactions.
            Conn::Sqlite(c) => c.exec("COMMIT", &[]).map(|_| ()),
            Conn::Postgres(c) => c.batch("COMMIT"),
        }
    }

    /// What `read` makes of the given kinds of data, or what it made of them in an earlier transaction of this
    /// connection, if nobody has changed them since: asking SQLite that costs a tenth of a small query. A writer, and
    /// PostgreSQL, which has no such question, read each time.
    ///
    /// `key` names all that `read` depends on besides; the same key must always give the same type.
    ///
    /// # Errors
    /// Those of `read`.
    pub fn remembered<T: Any + Send + Sync, E: From<crate::Error>>(
        &mut self,
        kinds: &[&str],
        key: &str,
        read: impl FnOnce(&mut Conn) -> std::result::Result<T, E>,
    ) -> std::result::Result<Arc<T>, E> {
        let versions = match self {
            Conn::Sqlite(c) => c.versions(kinds)?,
            Conn::Postgres(_) => None,
        };
        let Some(versions) = versions else { return Ok(Arc::new(read(self)?)) };
        if let Conn::Sqlite(c) = self
            && let Some(known) = c.kept(key, &versions).and_then(|known| known.downcast().ok())
        {
            return Ok(known);
        }
        let made = Arc::new(read(self)?);
        if let Conn::Sqlite(c) = self {
            c.keep(key, (versions, made.clone()));
        }
        Ok(made)
    }

    /// What [`Conn::remembered`] knows under that key, if nobody has changed the kinds of data since; outside a transaction.
    pub(crate) fn glance(&mut self, kinds: &[&str], key: &str) -> Result<Option<Arc<dyn Any + Send + Sync>>> {
        match self {
            Conn::Sqlite(c) => {
                // Nothing is known: no question to the files.
                if !c.knows(key) {
                    return Ok(None);
                }
                let versions = c.versions(kinds)?;
                Ok(versions.and_then(|versions| c.kept(key, &versions)))
            }
            Conn::Postgres(_) => Ok(None),
        }
    }

    /// Undoes the transaction.
    pub fn rollback(&mut self) -> Result<()> {
        self.batch("ROLLBACK")
    }

    /// Columns of a table; empty when it does not exist.
    pub fn columns(&mut self, schema: &str, table: &str) -> Result<Vec<String>> {
        let rows = match self {
            Conn::Sqlite(c) => {
                let mut rows = Vec::new();
                c.query_each(&format!("SELECT name FROM pragma_table_info('{table}', '{schema}')"), &[], &mut |r| {
                    rows.push(r);
                    Ok(true)
                })?;
                rows
            }
            Conn::Postgres(_) => self.query(
                "SELECT column_name::text FROM information_schema.columns WHERE table_schema = ? AND table_name = ?
                 ORDER BY ordinal_position",
                &[P::Text(schema), P::Text(table)],
            )?,
        };
        Ok(rows.iter().filter_map(|r| r.first()).map(|c| c.text().to_string()).collect())
    }

    /// Looks for damage: a list of findings, empty when all is well.
    pub fn integrity(&mut self, schema: &str) -> Result<Vec<String>> {
        match self {
            Conn::Sqlite(_) => {
                let rows = self.query(&format!("PRAGMA {schema}.integrity_check"), &[])?;
                Ok(rows
                    .iter()
                    .filter_map(|r| r.first())
                    .map(|c| c.text().to_string())
                    .filter(|t| t != "ok")
                    .collect())
            }
            // PostgreSQL checks pages as it reads them (data checksums): reading every row finds damage.
            Conn::Postgres(_) => {
                let tables = self.query(
                    "SELECT table_name::text FROM information_schema.tables WHERE table_schema = ?",
                    &[P::Text(schema)],
                )?;
                let mut findings = Vec::new();
                for row in tables {
                    let table = row.first().map(|c| c.text().to_string()).unwrap_or_default();
                    if let Err(error) =
                        self.query(&format!("SELECT count(*) FROM {schema}.{table} t WHERE t IS NULL"), &[])
                    {
                        findings.push(format!("{schema}.{table}: {error}"));
                    }
                }
                Ok(findings)
            }
        }
    }
}
