//! PostgreSQL: a database per tenant, a schema per kind.

use std::collections::HashMap;
use std::error::Error as StdError;

use postgres::types::private::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, NoTls, Statement};

use crate::conn::{Cell, P, Row};
use crate::error::Result;

/// Number of the advisory lock that makes a database single-writer, as SQLite is: the engine relies on it.
const WRITER_LOCK: i64 = 7_411_001;

/// One PostgreSQL connection.
pub struct PostgresConn {
    client: Client,
    statements: HashMap<String, Statement>,
}

impl PostgresConn {
    /// Connects. `address` is a PostgreSQL connection string that names the database.
    pub fn open(address: &str) -> Result<PostgresConn> {
        Ok(PostgresConn { client: Client::connect(address, NoTls)?, statements: HashMap::new() })
    }

    /// Whether the server closed the connection.
    pub fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    fn prepare(&mut self, sql: &str) -> Result<Statement> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(&numbered(sql))?;
        if self.statements.len() >= 300 {
            self.statements.clear();
        }
        self.statements.insert(sql.to_string(), statement.clone());
        Ok(statement)
    }

    pub(crate) fn begin(&mut self, write: bool) -> Result<()> {
        if write {
            self.client.batch_execute(&format!("BEGIN; SELECT pg_advisory_xact_lock({WRITER_LOCK})"))?;
        } else {
            self.client.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
        }
        Ok(())
    }

    pub(crate) fn exec(&mut self, sql: &str, params: &[P<'_>]) -> Result<u64> {
        let statement = self.prepare(sql)?;
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| p as &(dyn ToSql + Sync)).collect();
        Ok(self.client.execute(&statement, &params)?)
    }

    pub(crate) fn query_each(
        &mut self,
        sql: &str,
        params: &[P<'_>],
        each: &mut dyn FnMut(Row) -> Result<bool>,
    ) -> Result<()> {
        use postgres::fallible_iterator::FallibleIterator;
        let statement = self.prepare(sql)?;
        let mut rows = self.client.query_raw(&statement, params)?;
        while let Some(row) = rows.next()? {
            let mut cells = Vec::with_capacity(row.len());
            for (i, column) in row.columns().iter().enumerate() {
                cells.push(match *column.type_() {
                    Type::INT8 => row.try_get::<_, Option<i64>>(i)?.map_or(Cell::Null, Cell::Int),
                    Type::INT4 => {
                        row.try_get::<_, Option<i32>>(i)?.map_or(Cell::Null, |n| Cell::Int(n.into()))
                    }
                    Type::BOOL => {
                        row.try_get::<_, Option<bool>>(i)?.map_or(Cell::Null, |b| Cell::Int(b.into()))
                    }
                    _ => row.try_get::<_, Option<String>>(i)?.map_or(Cell::Null, Cell::Text),
                });
            }
            if !each(cells)? {
                break;
            }
        }
        Ok(())
    }

    pub(crate) fn insert(&mut self, table: &str, columns: &[&str], rows: &[Vec<P<'_>>]) -> Result<Vec<i64>> {
        // Powers of two keep the number of prepared statements small while a statement carries many rows.
        let mut ids = Vec::with_capacity(rows.len());
        let most = (16_000 / columns.len().max(1)).clamp(1, 256);
        let mut rest = rows;
        while !rest.is_empty() {
            let mut take = most.min(rest.len());
            if !take.is_power_of_two() {
                take = take.next_power_of_two() / 2;
            }
            let (now, later) = rest.split_at(take);
            let marks = format!("({})", vec!["?"; columns.len()].join(","));
            let sql = format!(
                "INSERT INTO {table} ({}) VALUES {} RETURNING id",
                columns.join(","),
                vec![marks.as_str(); take].join(",")
            );
            let params: Vec<P<'_>> = now.iter().flatten().cloned().collect();
            self.query_each(&sql, &params, &mut |row| {
                ids.push(row.first().map_or(0, Cell::int));
                Ok(true)
            })?;
            rest = later;
        }
        Ok(ids)
    }

    pub(crate) fn batch(&mut self, sql: &str) -> Result<()> {
        Ok(self.client.batch_execute(sql)?)
    }
}

/// `?` → `$1`, `$2` …; question marks inside quotes stay.
fn numbered(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len() + 16);
    let (mut n, mut quoted) = (0, false);
    for c in sql.chars() {
        match c {
            '\'' => {
                quoted = !quoted;
                out.push(c);
            }
            '?' if !quoted => {
                n += 1;
                out.push('$');
                out.push_str(&n.to_string());
            }
            _ => out.push(c),
        }
    }
    out
}

impl ToSql for P<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match self {
            P::Null => Ok(IsNull::Yes),
            P::Int(n) => match *ty {
                Type::INT4 => i32::try_from(*n)?.to_sql(ty, out),
                Type::BOOL => (*n != 0).to_sql(ty, out),
                Type::TEXT => n.to_string().to_sql(ty, out),
                _ => n.to_sql(ty, out),
            },
            P::Text(s) => s.to_sql(ty, out),
            P::Owned(s) => s.to_sql(ty, out),
            P::Ints(list) => list.to_sql(ty, out),
            P::Texts(list) => list.to_sql(ty, out),
            P::Set(set) => set.iter().collect::<Vec<i64>>().to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

#[cfg(test)]
mod tests {
    #[test]
    fn placeholders_are_numbered_outside_quotes() {
        assert_eq!(super::numbered("a = ? AND b = '?' AND c = ?"), "a = $1 AND b = '?' AND c = $2");
    }
}
