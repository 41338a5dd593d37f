//! `talang check`: whether the databases of an installation are whole and agree with each other.

use std::collections::HashSet;

use clap::Args;
use serde_json::json;
use talang_catalogue::{FieldType, Object};
use talang_engine::{Error, Result, Scope};
use talang_store::{Conn, Dialect, Layout, P};

use super::open::{Failure, Opener, Outcome};

/// Check the databases: damaged pages, tables that differ from the catalogue, references to what is not there, journal and
/// search that disagree with the data, attachments that are lost or changed, secrets that do not open, an application log that was tampered with. Reads only; may run beside a server.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  talang check
  talang check --tenant acme --json
Exit code: 0 when all is well, 1 when something was found.")]
pub(super) struct Check {
    /// One tenant [default: all]
    #[arg(long)]
    tenant: Option<String>,
}

impl Check {
    pub(super) fn run(self, open: &Opener) -> std::result::Result<Outcome, Failure> {
        let installation = open.installation()?;
        let ids: Vec<String> = match self.tenant {
            Some(id) => vec![id],
            None => installation.tenants()?.iter().map(|t| t.id.to_string()).collect(),
        };
        let bar = open.shows_progress().then(|| super::files::bar("checking"));
        let (mut findings, mut records) = (Vec::new(), 0);
        if let Some(bar) = &bar {
            bar.set_length(ids.len() as u64);
        }
        for id in &ids {
            let tenant = open.tenant(&installation, id)?;
            let report = check(&open.program(&installation, &tenant))?;
            records += report.records;
            findings.extend(report.findings.into_iter().map(|f| (id.clone(), f)));
            if let Some(bar) = &bar {
                bar.inc(1);
            }
        }
        if let Some(bar) = bar {
            bar.finish_and_clear();
        }
        let mut words: Vec<String> =
            findings.iter().map(|(tenant, what)| format!("{tenant}: {what}")).collect();
        words.push(match findings.len() {
            0 => format!("{} tenants with {records} records: all is well.", ids.len()),
            count => format!("{} tenants with {records} records: {count} findings.", ids.len()),
        });
        let list: Vec<_> = findings.iter().map(|(t, what)| json!({ "tenant": t, "finding": what })).collect();
        open.say(&words.join("\n"), &json!({ "tenants": ids.len(), "records": records, "findings": list }))?;
        Ok(if findings.is_empty() { Outcome::Done } else { Outcome::Rejected })
    }
}

/// What a tenant's check found.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub records: i64,
    /// Each says what and where; row numbers, no data.
    pub findings: Vec<String>,
}

/// Row numbers shown of each finding.
const SHOWN: usize = 5;

/// Checks one tenant.
pub(super) fn check(scope: &Scope) -> Result<Report> {
    let mut report = Report::default();
    let catalogue = scope.view(|view| Ok(view.catalogue()))?;
    let language = scope.tenant().culture().language;
    let kinds = scope.installation().store().options().kinds.clone();
    let db = scope.tenant().db();
    // One moment for all that is compared; damage is looked for first, outside of it.
    db.with_writer(|conn| {
        for kind in &kinds {
            let found = conn.integrity(kind.name())?;
            report.findings.extend(found.into_iter().map(|f| format!("{}: {f}", kind.name())));
        }
        Ok::<_, Error>(())
    })?;
    db.read(|conn| {
        for object in catalogue.objects() {
            let layout = Layout::new(object.clone(), language);
            let columns = conn.columns(object.def.kind.name(), object.def.table)?;
            let missing: Vec<&str> = layout
                .columns
                .iter()
                .map(|c| c.name.as_str())
                .filter(|c| !columns.iter().any(|k| k == c))
                .collect();
            if !missing.is_empty() {
                report.findings.push(format!(
                    "{} lacks the columns {}",
                    object.table_name(),
                    missing.join(", ")
                ));
                continue;
            }
            report.records += count(conn, &format!("SELECT COUNT(*) FROM {}", object.table_name()))?;
            // What the program alone writes has a chain of its own, and may name what is gone.
            if !object.def.internal {
                references(conn, &catalogue, object, &mut report)?;
                journal(conn, object, &mut report)?;
            }
            search(conn, object, &mut report)?;
        }
        Ok::<_, Error>(())
    })?;
    let verdict = talang_engine::activity::verify(scope.installation(), scope.tenant())?;
    if let Some(broken) = verdict.broken {
        report.findings.push(format!(
            "shared.activity_entry is not what was written from entry {} on: {}",
            broken.number,
            broken.how.name()
        ));
    }
    let (_, unopened) = db.read(|conn| db.vault().check(conn))?;
    report.findings.extend(unopened);
    attachments(scope, &catalogue, &mut report)?;
    Ok(report)
}

fn count(conn: &mut Conn, sql: &str) -> Result<i64> {
    Ok(conn.query_one(sql, &[])?.and_then(|r| r.first().map(|c| c.int())).unwrap_or_default())
}

/// Row numbers that a query finds.
fn rows(conn: &mut Conn, sql: &str, params: &[P<'_>]) -> Result<Vec<i64>> {
    Ok(conn.query(sql, params)?.iter().filter_map(|r| r.first()).map(|c| c.int()).collect())
}

fn note(report: &mut Report, what: String, rows: &[i64]) {
    if rows.is_empty() {
        return;
    }
    let shown: Vec<String> = rows.iter().take(SHOWN).map(i64::to_string).collect();
    let more = if rows.len() > SHOWN { ", …" } else { "" };
    report.findings.push(format!("{what}: {} rows ({}{more})", rows.len(), shown.join(", ")));
}

/// Whether every reference points to a row (of dated objects: to a thread).
fn references(
    conn: &mut Conn,
    catalogue: &talang_catalogue::Catalogue,
    object: &Object,
    report: &mut Report,
) -> Result<()> {
    for field in &object.fields {
        let (FieldType::Reference(target) | FieldType::References(target)) = &field.ty else { continue };
        let Some(target) = catalogue.object(target) else { continue };
        let (table, column) = (object.table_name(), talang_store::layout::sql_column(field));
        let what = format!("{table}.{} points to no {}", field.column, target.def.name);
        let key = if target.period.is_some() { "thread" } else { "id" };
        let lost = if matches!(field.ty, FieldType::Reference(_)) {
            let sql = format!(
                "SELECT t.id FROM {table} t WHERE t.{column} IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM {} r WHERE r.{key} = t.{column}) ORDER BY t.id",
                target.table_name()
            );
            rows(conn, &sql, &[])?
        } else {
            let known: HashSet<i64> =
                rows(conn, &format!("SELECT DISTINCT {key} FROM {}", target.table_name()), &[])?
                    .into_iter()
                    .collect();
            let all = conn.query(
                &format!("SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY id"),
                &[],
            )?;
            all.iter()
                .filter_map(|row| match row.as_slice() {
                    [id, list] => {
                        let ids: Option<Vec<i64>> = serde_json::from_str(list.text()).ok();
                        (!ids.is_some_and(|ids| ids.iter().all(|i| known.contains(i)))).then(|| id.int())
                    }
                    _ => None,
                })
                .collect()
        };
        note(report, what, &lost);
    }
    Ok(())
}

/// Whether the journal's last word on each record agrees with the table: what was made is there, what was deleted is not.
fn journal(conn: &mut Conn, object: &Object, report: &mut Report) -> Result<()> {
    let (table, kind, number) = (object.table_name(), object.def.kind.name(), i64::from(object.def.id));
    let unknown = format!(
        "SELECT t.id FROM {table} t WHERE NOT EXISTS
         (SELECT 1 FROM {kind}.journal j WHERE j.object = ? AND j.record = t.id AND j.action <> 'delete') ORDER BY t.id"
    );
    let found = rows(conn, &unknown, &[P::Int(number)])?;
    note(report, format!("{table} has rows that no journal entry made"), &found);
    let last = format!(
        "SELECT j.record FROM {kind}.journal j
         JOIN (SELECT record, MAX(id) AS id FROM {kind}.journal WHERE object = ? GROUP BY record) l ON l.id = j.id
         LEFT JOIN {table} t ON t.id = j.record
         WHERE (j.action = 'delete') = (t.id IS NOT NULL) ORDER BY j.record"
    );
    let found = rows(conn, &last, &[P::Int(number)])?;
    note(report, format!("{table} and its journal disagree on whether rows exist"), &found);
    Ok(())
}

/// Whether every record that can be searched for has its words, and no other has.
fn search(conn: &mut Conn, object: &Object, report: &mut Report) -> Result<()> {
    if !object.fields.iter().any(|f| f.def.search) {
        return Ok(());
    }
    let (table, kind) = (object.table_name(), object.def.kind.name());
    let column = if conn.dialect() == Dialect::Sqlite { "rowid" } else { "id" };
    let base = i64::from(object.def.id) << 40;
    let range = [P::Int(base), P::Int(base), P::Int(base + (1 << 40) - 1)];
    let sql =
        format!("SELECT {column} - ? FROM {kind}.search WHERE {column} BETWEEN ? AND ? ORDER BY {column}");
    let indexed: HashSet<i64> = rows(conn, &sql, &range)?.into_iter().collect();
    let there: HashSet<i64> = rows(conn, &format!("SELECT id FROM {table}"), &[])?.into_iter().collect();
    let mut left: Vec<i64> = indexed.difference(&there).copied().collect();
    left.sort_unstable();
    note(report, format!("the search knows rows that {table} does not have"), &left);
    // Without any word in its searchable fields a record has no entry.
    let mandatory = object.fields.iter().any(|f| f.def.search && f.mandatory);
    let mut lost: Vec<i64> =
        if mandatory { there.difference(&indexed).copied().collect() } else { Vec::new() };
    lost.sort_unstable();
    note(report, format!("the search does not know rows of {table}"), &lost);
    Ok(())
}

/// Whether the files that records name are there with the content that their names promise.
fn attachments(scope: &Scope, catalogue: &talang_catalogue::Catalogue, report: &mut Report) -> Result<()> {
    use sha2::{Digest, Sha256};
    let store = scope.tenant().db().attachments();
    let mut sound: HashSet<String> = HashSet::new();
    for object in catalogue.objects() {
        for field in object.fields.iter().filter(|f| matches!(f.ty, FieldType::File)) {
            let (table, column) = (object.table_name(), talang_store::layout::sql_column(field));
            let sql = format!("SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY id");
            let named = scope.tenant().db().read(|conn| Ok::<_, Error>(conn.query(&sql, &[])?))?;
            let mut lost = Vec::new();
            for row in &named {
                let [id, name] = row.as_slice() else { continue };
                let hash = name.text().split('/').next().unwrap_or_default();
                if sound.contains(hash) {
                    continue;
                }
                let whole = store
                    .get(hash)
                    .is_ok_and(|b| talang_store::attachments::hex(&Sha256::digest(&b)) == hash);
                if whole {
                    sound.insert(hash.to_string());
                } else {
                    lost.push(id.int());
                }
            }
            note(report, format!("{table}.{} names files that are lost or changed", field.column), &lost);
        }
    }
    Ok(())
}
