//! The directory of tenants and the technical logs: two databases that hold no user data (T1).

use crate::conn::{Conn, P};
use crate::error::{Error, Result};

/// A tenant's permanent name: lower-case letters, digits and hyphens, at most 40. The first label of its sub-domain.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TenantId(String);

impl TenantId {
    /// Checks the form.
    pub fn parse(text: &str) -> Option<TenantId> {
        let ok = (2..=40).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && !text.ends_with('-')
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        ok.then(|| TenantId(text.to_string()))
    }

    /// A database that is no tenant: the template with that digest.
    pub(crate) fn template(digest: &str) -> TenantId {
        TenantId(format!("~template-{digest}"))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for TenantId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What the directory knows of a tenant.
#[derive(Clone, Debug)]
pub struct TenantRow {
    /// Permanent name.
    pub id: TenantId,
    /// Name for people.
    pub name: String,
    /// Which database server holds it; empty on SQLite.
    pub server: String,
    /// The company's culture, such as `fr-FR`.
    pub culture: String,
    /// Microseconds since 1970.
    pub created_at: i64,
    /// The tenant of which it is a test environment (T6); none for one that is in production.
    pub test_of: Option<TenantId>,
}

/// The columns of [`TenantRow`].
const TENANT: &str =
    "SELECT t.id, t.name, t.server, t.culture, t.created_at, e.test_of FROM directory.tenant t
     LEFT JOIN directory.test_environment e ON e.tenant = t.id";

/// The directory's queries.
pub struct Directory<'a>(pub &'a mut Conn);

impl Directory<'_> {
    /// Every tenant in the order of their names.
    pub fn tenants(&mut self) -> Result<Vec<TenantRow>> {
        let rows = self.0.query(&format!("{TENANT} WHERE t.state = 'open' ORDER BY t.id"), &[])?;
        Ok(rows.into_iter().filter_map(tenant_row).collect())
    }

    /// One tenant.
    pub fn tenant(&mut self, id: &TenantId) -> Result<TenantRow> {
        let sql = format!("{TENANT} WHERE t.id = ? AND t.state = 'open'");
        let row = self.0.query_one(&sql, &[P::Text(id.as_str())])?;
        row.and_then(tenant_row).ok_or_else(|| Error::UnknownTenant(id.to_string()))
    }

    /// The tenant that a host name belongs to: an own domain, else the first label as its name (T2).
    pub fn by_host(&mut self, host: &str) -> Result<Option<TenantId>> {
        let name = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
        let row =
            self.0.query_one("SELECT tenant FROM directory.domain WHERE host = ?", &[P::Text(&name)])?;
        Ok(row.and_then(|r| r.first().and_then(|c| TenantId::parse(c.text()))))
    }

    /// Records a tenant.
    pub fn add(&mut self, row: &TenantRow) -> Result<()> {
        let added = self.0.exec(
            "INSERT INTO directory.tenant (id, name, server, culture, created_at, state) VALUES (?, ?, ?, ?, ?, 'open')
             ON CONFLICT (id) DO NOTHING",
            &[
                P::Text(row.id.as_str()),
                P::Text(&row.name),
                P::Text(&row.server),
                P::Text(&row.culture),
                P::Int(row.created_at),
            ],
        )?;
        if added == 0 {
            return Err(Error::Exists(format!("tenant {}", row.id)));
        }
        if let Some(of) = &row.test_of {
            self.0.exec(
                "INSERT INTO directory.test_environment (tenant, test_of) VALUES (?, ?)
                 ON CONFLICT (tenant) DO UPDATE SET test_of = excluded.test_of",
                &[P::Text(row.id.as_str()), P::Text(of.as_str())],
            )?;
        }
        Ok(())
    }

    /// The test environments of a tenant (T6), in the order of their names.
    pub fn tests_of(&mut self, id: &TenantId) -> Result<Vec<TenantId>> {
        let rows = self.0.query(
            "SELECT tenant FROM directory.test_environment WHERE test_of = ? ORDER BY tenant",
            &[P::Text(id.as_str())],
        )?;
        Ok(rows.iter().filter_map(|r| r.first()).filter_map(|c| TenantId::parse(c.text())).collect())
    }

    /// Adds a domain.
    pub fn add_domain(&mut self, host: &str, tenant: &TenantId) -> Result<()> {
        let host = host.to_ascii_lowercase();
        let added = self.0.exec(
            "INSERT INTO directory.domain (host, tenant) VALUES (?, ?) ON CONFLICT (host) DO NOTHING",
            &[P::Text(&host), P::Text(tenant.as_str())],
        )?;
        if added == 0 { Err(Error::Exists(format!("domain {host}"))) } else { Ok(()) }
    }

    /// The domains of a tenant.
    pub fn domains(&mut self, tenant: &TenantId) -> Result<Vec<String>> {
        let rows = self.0.query(
            "SELECT host FROM directory.domain WHERE tenant = ? ORDER BY host",
            &[P::Text(tenant.as_str())],
        )?;
        Ok(rows.iter().filter_map(|r| r.first()).map(|c| c.text().to_string()).collect())
    }

    /// Takes a domain of a tenant away; whether it had it.
    pub fn remove_domain(&mut self, host: &str, tenant: &TenantId) -> Result<bool> {
        let removed = self.0.exec(
            "DELETE FROM directory.domain WHERE host = ? AND tenant = ?",
            &[P::Text(&host.to_ascii_lowercase()), P::Text(tenant.as_str())],
        )?;
        Ok(removed > 0)
    }

    /// Forgets a tenant and its domains.
    pub fn remove(&mut self, id: &TenantId) -> Result<()> {
        for sql in [
            "DELETE FROM directory.domain WHERE tenant = ?",
            "DELETE FROM directory.due WHERE tenant = ?",
            "DELETE FROM directory.join_code WHERE tenant = ?",
            "DELETE FROM directory.test_environment WHERE tenant = ?",
            "DELETE FROM logs.log_mark WHERE tenant = ?",
            "DELETE FROM directory.tenant WHERE id = ?",
        ] {
            self.0.exec(sql, &[P::Text(id.as_str())])?;
        }
        Ok(())
    }

    /// The code by which phones find a tenant (S6), if it has one.
    pub fn join_code(&mut self, id: &TenantId) -> Result<Option<String>> {
        let row = self
            .0
            .query_one("SELECT code FROM directory.join_code WHERE tenant = ?", &[P::Text(id.as_str())])?;
        Ok(row.and_then(|r| r.first().map(|c| c.text().to_string())))
    }

    /// Gives a tenant another code, or none; the former one leads nowhere from then on.
    ///
    /// # Errors
    /// [`Error::Unique`]: another tenant has that code.
    pub fn set_join_code(&mut self, id: &TenantId, code: Option<&str>) -> Result<()> {
        let tenant = P::Text(id.as_str());
        match code {
            Some(code) => self.0.exec(
                "INSERT INTO directory.join_code (tenant, code) VALUES (?, ?)
                 ON CONFLICT (tenant) DO UPDATE SET code = excluded.code",
                &[tenant, P::Text(code)],
            )?,
            None => self.0.exec("DELETE FROM directory.join_code WHERE tenant = ?", &[tenant])?,
        };
        Ok(())
    }

    /// The tenant of a code.
    pub fn by_join_code(&mut self, code: &str) -> Result<Option<TenantId>> {
        let row =
            self.0.query_one("SELECT tenant FROM directory.join_code WHERE code = ?", &[P::Text(code)])?;
        Ok(row.and_then(|r| r.first().and_then(|c| TenantId::parse(c.text()))))
    }

    /// The names of the keys with which values of this installation may be sealed.
    pub(crate) fn vault_keys(&mut self) -> Result<Vec<String>> {
        let rows = self.0.query("SELECT id FROM directory.vault_key ORDER BY id", &[])?;
        Ok(rows.iter().filter_map(|r| r.first()).map(|c| c.text().to_string()).collect())
    }

    /// Notes the key that seals from now on, before anything is sealed with it.
    pub(crate) fn note_vault_key(&mut self, id: &str) -> Result<()> {
        self.0.exec(
            "INSERT INTO directory.vault_key (id) VALUES (?) ON CONFLICT (id) DO NOTHING",
            &[P::Text(id)],
        )?;
        Ok(())
    }

    /// Forgets all keys but this: nothing is sealed with them any more.
    pub(crate) fn keep_vault_key(&mut self, id: &str) -> Result<()> {
        self.0.exec("DELETE FROM directory.vault_key WHERE id <> ?", &[P::Text(id)])?;
        Ok(())
    }

    /// Notes that a tenant has work from `at` (microseconds) on. Called before the tenant's own row is written.
    pub fn note_due(&mut self, id: &TenantId, kind: &str, at: i64) -> Result<()> {
        self.0.exec(
            "INSERT INTO directory.due (tenant, kind, at) VALUES (?, ?, ?) ON CONFLICT (tenant, kind, at) DO NOTHING",
            &[P::Text(id.as_str()), P::Text(kind), P::Int(at)],
        )?;
        Ok(())
    }

    /// Tenants and kinds with work at `now`, each with the latest note that is covered by looking now.
    pub fn due(&mut self, now: i64, most: i64) -> Result<Vec<(TenantId, String, i64)>> {
        let rows = self.0.query(
            "SELECT tenant, kind, MAX(at) FROM directory.due WHERE at <= ? GROUP BY tenant, kind ORDER BY MAX(at) LIMIT ?",
            &[P::Int(now), P::Int(most)],
        )?;
        Ok(rows
            .iter()
            .filter_map(|r| match r.as_slice() {
                [tenant, kind, at] => {
                    Some((TenantId::parse(tenant.text())?, kind.text().to_string(), at.int()))
                }
                _ => None,
            })
            .collect())
    }

    /// Removes the notes up to `at`: the tenant was looked at.
    pub fn clear_due(&mut self, id: &TenantId, kind: &str, at: i64) -> Result<()> {
        self.0.exec(
            "DELETE FROM directory.due WHERE tenant = ? AND kind = ? AND at <= ?",
            &[P::Text(id.as_str()), P::Text(kind), P::Int(at)],
        )?;
        Ok(())
    }

    /// Writes a technical log entry: codes and numbers, nothing personal.
    pub fn log(
        &mut self,
        at: i64,
        level: &str,
        code: &str,
        tenant: Option<&TenantId>,
        detail: &str,
    ) -> Result<()> {
        self.0.exec(
            "INSERT INTO logs.entry (at, level, code, tenant, detail) VALUES (?, ?, ?, ?, ?)",
            &[
                P::Int(at),
                P::Text(level),
                P::Text(code),
                tenant.map_or(P::Null, |t| P::Text(t.as_str())),
                P::Text(detail),
            ],
        )?;
        Ok(())
    }

    /// A place in a tenant's application log, by its name: number and hash of an entry.
    pub fn log_mark(&mut self, id: &TenantId, name: &str) -> Result<Option<(i64, String)>> {
        let row = self.0.query_one(
            "SELECT number, hash FROM logs.log_mark WHERE tenant = ? AND name = ?",
            &[P::Text(id.as_str()), P::Text(name)],
        )?;
        Ok(match row.as_deref() {
            Some([number, hash]) => Some((number.int(), hash.text().to_string())),
            _ => None,
        })
    }

    /// Notes a place in a tenant's application log; a place never goes back.
    pub fn note_log(&mut self, id: &TenantId, name: &str, number: i64, hash: &str, at: i64) -> Result<()> {
        self.0.exec(
            "INSERT INTO logs.log_mark (tenant, name, number, hash, at) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (tenant, name) DO UPDATE SET number = excluded.number, hash = excluded.hash, at = excluded.at
             WHERE excluded.number > log_mark.number",
            &[P::Text(id.as_str()), P::Text(name), P::Int(number), P::Text(hash), P::Int(at)],
        )?;
        Ok(())
    }

    /// Deletes technical log entries older than `before` (O1: 90 days).
    pub fn purge_logs(&mut self, before: i64) -> Result<u64> {
        self.0.exec("DELETE FROM logs.entry WHERE at < ?", &[P::Int(before)])
    }
}

fn tenant_row(row: crate::Row) -> Option<TenantRow> {
    match row.as_slice() {
        [id, name, server, culture, created, test_of] => Some(TenantRow {
            id: TenantId::parse(id.text())?,
            name: name.text().to_string(),
            server: server.text().to_string(),
            culture: culture.text().to_string(),
            created_at: created.int(),
            test_of: TenantId::parse(test_of.text()),
        }),
        _ => None,
    }
}
