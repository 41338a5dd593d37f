//! Test environments (T6): a tenant of its own beside production, whose data are an anonymised copy of one moment (G4).
//!
//! The copy is disguised on its way: what is personal never reaches the test environment's databases. It has no
//! attachments, no past, no accounts' secrets, no ties to other systems ([`ObjectDef::connection`]), no waiting work.
//! What stays are the settings, value lists, extra fields, roles, rights and lists, organisation, jobs, skills, and as many
//! people as there were, none of whom exists. See `docs/decisions/0060`.
//!
//! [`ObjectDef::connection`]: talang_catalogue::ObjectDef::connection

use std::collections::HashSet;
use std::hash::RandomState;
use std::sync::Arc;

use talang_catalogue::{Catalogue, Fault, Field, FieldType, Object, Record, Value};
use talang_store::{Conn, Dialect, Layout, P, TenantId, TenantRow, schema};

use crate::disguise::Disguise;
use crate::error::{Error, Result};
use crate::installation::Installation;
use crate::journal::{self, Deed};
use crate::scope::{Actor, Door, Scope};
use crate::tenant::Tenant;

/// Rows in one statement's turn.
const BATCH: usize = 500;

/// What the copying tells as it goes: the object's name and how many records it has copied so far.
pub type Told<'a> = &'a mut dyn FnMut(&str, u64);

impl Installation {
    /// Makes `id` a test environment of `of` with today's data, in place of an earlier one of that name. `keep` names
    /// logins of the program's own that are no person's. Returns how many records were copied.
    ///
    /// Production is read in one transaction and waits for nothing. Readers of an earlier copy lose it.
    ///
    /// # Errors
    /// `tenant.unknown`; `tenant.exists` when `id` is a tenant of another kind; `tenant.is_test` when `of` is itself a
    /// test environment. After any error there is no tenant `id`, or the earlier one.
    pub fn make_test_environment(
        self: &Arc<Self>,
        of: &TenantId,
        id: &TenantId,
        name: &str,
        keep: &[&str],
        told: Told<'_>,
    ) -> Result<u64> {
        let production = self.tenant(of)?;
        if production.test_of().is_some() {
            return Err(Fault::new("tenant.is_test").with("name", of.as_str()).into());
        }
        if let Ok(there) = self.store().directory(|d| d.tenant(id)) {
            if there.test_of.as_ref() != Some(of) {
                return Err(Error::Storage(talang_store::Error::Exists(format!("tenant {id}"))));
            }
            self.delete_tenant(id)?;
        }
        let row = TenantRow {
            id: id.clone(),
            name: name.to_string(),
            server: production.row().server.clone(),
            culture: production.culture().code.to_string(),
            created_at: self.clock().now(),
            test_of: Some(of.clone()),
        };
        let mut copied = 0;
        self.store().create_tenant_with(&row.clone(), |db| {
            let test = Arc::new(Tenant::new(row, db));
            test.follow_schema(self)?;
            let scope = Scope::new(self, &test, Actor::System, Door::CommandLine);
            test.db().with_writer(|to| {
                production.db().read(|from| {
                    let state = production.state(self, from)?;
                    // The tenant's own fields, which the new tables do not have yet.
                    for layout in state.layouts.values() {
                        schema::follow_columns(to, layout)?;
                    }
                    to.begin(true)?;
                    let into = Into { scope: &scope, conn: to };
                    copied = copy(from, into, &state.catalogue, |o| state.layout(o), keep, told)?;
                    Ok::<_, Error>(to.commit()?)
                })
            })?;
            Ok::<_, Error>(test.db().settle()?)
        })?;
        Ok(copied)
    }

    /// Lets go of tenants that another process has deleted or made anew, so that their new databases are opened; called
    /// every few seconds. How many it let go.
    ///
    /// # Errors
    /// The directory's.
    pub fn forget_replaced(&self) -> Result<usize> {
        let open = self.open_tenants();
        let known = self.tenants()?;
        let gone = open.iter().filter(|tenant| {
            let row = known.iter().find(|row| row.id == *tenant.id());
            row.is_none_or(|row| row.created_at != tenant.row().created_at)
        });
        Ok(gone.filter(|tenant| self.forget(tenant)).count())
    }
}

/// The objects whose records copies go without: the program's own, ties to the outside, what is nothing without its
/// attachment, and what cannot be without one of those.
fn left_out(catalogue: &Catalogue) -> HashSet<&'static str> {
    let is_file = |field: &Field| field.mandatory && matches!(field.ty, FieldType::File);
    let itself = |o: &Arc<Object>| o.internal || o.connection || o.fields.iter().any(is_file);
    let mut out: HashSet<&'static str> =
        catalogue.objects().iter().filter(|o| itself(o)).map(|o| o.name).collect();
    loop {
        let hangs = |field: &Field| match &field.ty {
            FieldType::Reference(to) => field.mandatory && out.contains(&**to),
            _ => false,
        };
        let more: Vec<&'static str> = (catalogue.objects().iter())
            .filter(|o| !out.contains(o.name) && o.fields.iter().any(hangs))
            .map(|o| o.name)
            .collect();
        if more.is_empty() {
            return out;
        }
        out.extend(more);
    }
}

/// Where the copy goes.
struct Into<'a> {
    scope: &'a Scope,
    conn: &'a mut Conn,
}

fn copy(
    from: &mut Conn,
    mut to: Into<'_>,
    catalogue: &Catalogue,
    layout: impl Fn(&Object) -> Result<Arc<Layout>>,
    keep: &[&str],
    told: Told<'_>,
) -> Result<u64> {
    let secret = RandomState::new();
    let mut all = 0;
    let out = left_out(catalogue);
    for object in catalogue.objects().iter().filter(|o| !out.contains(o.name)) {
        let mut disguise = Disguise::new(&secret, object, |name| out.contains(name));
        let layout = layout(object)?;
        for index in disguise.draws().collect::<Vec<_>>() {
            disguise.drawn.insert(index, values(from, &layout, index)?);
        }
        let login = object.field("login").filter(|_| object.name == "User").map(|f| f.index);
        let mut copied = 0;
        let mut batch = Vec::with_capacity(BATCH);
        let sql = format!("SELECT {} FROM {} t ORDER BY t.id", layout.select, layout.table);
        from.query_each(&sql, &[], &mut |row| {
            let mut record = layout.read(row);
            let own = login
                .and_then(|i| record.values.get(i).cloned())
                .filter(|value| value.as_text().is_some_and(|login| keep.contains(&login)));
            disguise.put_on(&mut record);
            if let (Some(own), Some(slot)) = (own, login.and_then(|i| record.values.get_mut(i))) {
                *slot = own;
            }
            batch.push(record);
            if batch.len() == BATCH {
                copied += to.write(&layout, &mut batch)?;
                told(object.name, copied);
            }
            Ok(true)
        })?;
        copied += to.write(&layout, &mut batch)?;
        to.number_on(object)?;
        told(object.name, copied);
        all += copied;
    }
    for row in from.query("SELECT name, value FROM shared.setting", &[])? {
        if let [name, value] = row.as_slice() {
            let sql = "INSERT INTO shared.setting (name, value) VALUES (?, ?)";
            to.conn.exec(sql, &[P::Text(name.text()), P::Text(value.text())])?;
        }
    }
    Ok(all)
}

/// The values that a field has, as often as it has them.
fn values(conn: &mut Conn, layout: &Layout, field: usize) -> Result<Vec<Value>> {
    let sql = format!("SELECT {} FROM {} t", layout.select, layout.table);
    let mut values = Vec::new();
    conn.query_each(&sql, &[], &mut |row| {
        let mut record = layout.read(row);
        values.extend(record.values.get_mut(field).map(std::mem::take).filter(|v| !v.is_null()));
        Ok(true)
    })?;
    Ok(values)
}

impl Into<'_> {
    /// Writes records with their numbers, and what is kept beside them: sort keys, words to be found by, and the journal's
    /// word that they came to be, from which change feeds begin.
    fn write(&mut self, layout: &Layout, batch: &mut Vec<Record>) -> talang_store::Result<u64> {
        let object = &layout.object;
        let mut columns = vec!["id".to_string(), "version".to_string()];
        columns.extend(object.period.is_some().then(|| "thread".to_string()));
        columns.extend(layout.columns.iter().map(talang_store::layout::Column::quoted));
        let names: Vec<&str> = columns.iter().map(String::as_str).collect();
        let mut rows: Vec<Vec<P<'_>>> = Vec::with_capacity(batch.len());
        for record in batch.iter() {
            let mut row = vec![P::Int(record.id), P::Int(record.version)];
            row.extend(object.period.is_some().then_some(P::Int(record.thread)));
            row.extend(layout.columns.iter().map(|column| layout.param(record, column)));
            rows.push(row);
        }
        self.conn.insert(&layout.table, &names, &rows)?;
        drop(rows);
        let found: Vec<(i64, String)> = batch.iter().map(|r| (r.id, crate::search::words_of(r))).collect();
        let line = |record: &Record| journal::Line {
            record: record.id,
            subject: record.reached(),
            deed: Deed::Create,
            changes: journal::changes(object, None, Some(record)),
        };
        let lines: Vec<journal::Line> = batch.iter().map(line).collect();
        crate::search::index(self.conn, object, &found)
            .and_then(|()| journal::write(self.conn, self.scope, object, &lines))
            .map_err(|error| talang_store::Error::Other(error.to_string()))?;
        let count = batch.len() as u64;
        batch.clear();
        Ok(count)
    }

    /// Lets PostgreSQL go on counting behind the copied records; SQLite does by itself.
    fn number_on(&mut self, object: &Object) -> Result<()> {
        if self.conn.dialect() == Dialect::Postgres {
            let (schema, table) = (object.kind.name(), object.table);
            let sql = format!(
                "SELECT setval(CAST(pg_get_serial_sequence('\"{schema}\".\"{table}\"', 'id') AS regclass), MAX(id))
                 FROM {schema}.{table} HAVING MAX(id) IS NOT NULL"
            );
            self.conn.query(&sql, &[])?;
        }
        Ok(())
    }
}
