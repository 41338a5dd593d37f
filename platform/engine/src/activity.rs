//! The application log (A12): what users did that changes no record of theirs: sign-ins, refusals, exports, imports, changes
//! of rights, views of sensitive data. Kept for a year (O1).
//!
//! **Tamper-evident.** Entries of a tenant are numbered without gaps, and each carries the SHA-256 of its predecessor's
//! hash and its own content. Triggers refuse to change one, on both databases; removing is possible only up to the number
//! that the nightly purge has noted together with the hash of the last entry removed, so that the rest still verifies.
//! The hash of the newest entry is noted beside the tenant's databases, in the technical logs, within [`SEALED_AFTER`]:
//! cutting off the end is noticed too. Whoever wants more notes the head elsewhere (`talang log head`) or has every entry
//! sent to a SIEM.
//!
//! **Written where it happens.** Sign-ins, exports and changes of rights are written in the transaction of what they tell,
//! or before its first byte leaves. Views of sensitive data are gathered by [`crate::sight`].

use std::sync::Arc;

use sha2::{Digest, Sha256};
use talang_catalogue::{Fault, Kind};
use talang_store::attachments::hex;
use talang_store::{Cell, Conn, P, TenantId, schema};

use crate::error::{Error, Result};
use crate::installation::Installation;
use crate::jobs::JobRun;
use crate::rights::{Action, Extents};
use crate::scope::{Actor, Door, Scope};
use crate::tenant::Tenant;
use crate::view::View;

/// Name of the object through which the log is read.
pub const OBJECT: &str = "ActivityEntry";
/// Microseconds after which the newest entry's hash is noted outside of the tenant's databases, at the latest.
pub const SEALED_AFTER: i64 = 10_000_000;
/// How long entries are kept: 366 days, in microseconds (O1: one year).
pub const KEPT: i64 = 366 * 86_400_000_000;
/// The task that removes older entries.
pub(crate) const PURGE: &str = "activity-purge";
/// Records named one by one in the entries of one change of rights; more are counted.
const NAMED: usize = 20;
/// Rows removed in one transaction.
const BATCH: i64 = 10_000;

/// One activity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    /// Number without gaps; given when it is written.
    pub number: i64,
    /// Microseconds since 1970.
    pub at: i64,
    /// Row number of the account.
    pub account: Option<i64>,
    /// Login that was used.
    pub login: String,
    /// Row number of the account for which was acted (A13).
    pub on_behalf: Option<i64>,
    /// Through which door.
    pub door: String,
    /// From which address.
    pub address: String,
    /// What: `sign-in`, `sign-in-failed`, `sign-out`, `export`, `import`, `view`, `rights-changed`, `password-changed` …
    pub action: String,
    /// Name of the business object concerned; may be empty.
    pub object: String,
    /// Row number of its record.
    pub record: Option<i64>,
    /// Row number of the employee whose data was concerned.
    pub subject: Option<i64>,
    /// More about it: a count, groups of fields, a code. Nothing personal.
    pub detail: String,
    /// SHA-256 in hexadecimal over the predecessor's hash and this content; given when it is written.
    pub hash: String,
}

impl Activity {
    /// An activity of that kind about an object.
    pub fn on(mut self, object: &str) -> Activity {
        self.object = object.to_string();
        self
    }

    /// With more about it.
    pub fn detail(mut self, detail: impl Into<String>) -> Activity {
        self.detail = detail.into();
        self
    }

    /// The hash of this content after a predecessor's hash.
    fn hash_after(&self, previous: &str) -> String {
        let content = serde_json::json!([
            self.number,
            self.at,
            self.account,
            self.login,
            self.on_behalf,
            self.door,
            self.address,
            self.action,
            self.object,
            self.record,
            self.subject,
            self.detail,
        ]);
        hex(&Sha256::digest(format!("{previous}\n{content}")))
    }

    fn read(row: &[Cell]) -> Option<Activity> {
        let [
            number,
            at,
            account,
            login,
            on_behalf,
            door,
            address,
            action,
            object,
            record,
            subject,
            detail,
            hash,
        ] = row
        else {
            return None;
        };
        Some(Activity {
            number: number.int(),
            at: at.int(),
            account: account.opt_int(),
            login: login.text().to_string(),
            on_behalf: on_behalf.opt_int(),
            door: door.text().to_string(),
            address: address.text().to_string(),
            action: action.text().to_string(),
            object: object.text().to_string(),
            record: record.opt_int(),
            subject: subject.opt_int(),
            detail: detail.text().to_string(),
            hash: hash.text().to_string(),
        })
    }

    /// The entry that a record of the log holds.
    pub fn of(record: &talang_catalogue::Record) -> Activity {
        let text = |name: &str| record.get(name).as_text().unwrap_or_default().to_string();
        let number = |name: &str| record.get(name).as_int();
        Activity {
            number: number("number").unwrap_or_default(),
            at: number("at").unwrap_or_default(),
            account: number("account"),
            login: text("login"),
            on_behalf: number("on_behalf"),
            door: text("door"),
            address: text("address"),
            action: text("action"),
            object: text("object"),
            record: number("record"),
            subject: number("subject"),
            detail: text("detail"),
            hash: text("hash"),
        }
    }

    /// One JSON object on one line, for machines: times in ISO 8601, empty parts left out.
    pub fn to_json(&self, tenant: &TenantId) -> String {
        let mut map = serde_json::Map::new();
        map.insert("tenant".into(), tenant.as_str().into());
        map.insert("number".into(), self.number.into());
        map.insert("at".into(), talang_catalogue::types::time::iso_instant(self.at).into());
        let numbers = [("account", self.account), ("on_behalf_of", self.on_behalf)];
        map.extend(numbers.into_iter().filter_map(|(n, v)| Some((n.to_string(), v?.into()))));
        let texts = [
            ("login", &self.login),
            ("door", &self.door),
            ("address", &self.address),
            ("action", &self.action),
            ("object", &self.object),
            ("detail", &self.detail),
            ("hash", &self.hash),
        ];
        let told = texts.into_iter().filter(|(_, v)| !v.is_empty());
        map.extend(told.map(|(n, v)| (n.to_string(), v.as_str().into())));
        let numbers = [("record", self.record), ("subject", self.subject)];
        map.extend(numbers.into_iter().filter_map(|(n, v)| Some((n.to_string(), v?.into()))));
        serde_json::Value::Object(map).to_string()
    }
}

const COLUMNS: [&str; 14] = [
    "version",
    "number",
    "at",
    "account",
    "login",
    "on_behalf",
    "door",
    "address",
    "action",
    "object",
    "record",
    "subject",
    "detail",
    "hash",
];
const SELECT: &str = "SELECT number, at, account, login, on_behalf, door, address, action, object, record, subject, \
                      detail, hash FROM shared.activity_entry";

/// The end of a chain: number and hash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Number of the entry; 0 before the first.
    pub number: i64,
    /// Its hash; empty before the first.
    pub hash: String,
}

/// The last entry that the purge has removed.
fn anchor(conn: &mut Conn) -> Result<Mark> {
    let number = schema::meta(conn, Kind::Shared, "activity-purged")?.and_then(|v| v.parse().ok());
    let hash = schema::meta(conn, Kind::Shared, "activity-anchor")?;
    Ok(Mark { number: number.unwrap_or_default(), hash: hash.unwrap_or_default() })
}

/// The newest entry; the anchor where all are gone.
pub fn head(conn: &mut Conn) -> Result<Mark> {
    let row =
        conn.query_one("SELECT number, hash FROM shared.activity_entry ORDER BY number DESC LIMIT 1", &[])?;
    match row.as_deref() {
        Some([number, hash]) => Ok(Mark { number: number.int(), hash: hash.text().to_string() }),
        _ => anchor(conn),
    }
}

/// Appends entries to the chain inside a transaction of the tenant's one writer.
pub(crate) fn append(
    installation: &Installation,
    tenant: &TenantId,
    conn: &mut Conn,
    activities: &[Activity],
) -> Result<()> {
    if activities.is_empty() {
        return Ok(());
    }
    let Mark { mut number, mut hash } = head(conn)?;
    if number == 0 {
        // Where nothing is logged nothing is to be purged.
        crate::jobs::nightly(conn, installation, tenant, Kind::Shared, PURGE)?;
    }
    let mut entries = activities.to_vec();
    for entry in &mut entries {
        number += 1;
        entry.number = number;
        entry.hash = entry.hash_after(&hash);
        hash.clone_from(&entry.hash);
    }
    let opt = |n: Option<i64>| n.map_or(P::Null, P::Int);
    let text = |s: &'_ str| if s.is_empty() { P::Null } else { P::Owned(s.to_string()) };
    let rows: Vec<Vec<P<'_>>> = entries
        .iter()
        .map(|e| {
            vec![
                P::Int(1),
                P::Int(e.number),
                P::Int(e.at),
                opt(e.account),
                text(&e.login),
                opt(e.on_behalf),
                P::Text(&e.door),
                text(&e.address),
                P::Text(&e.action),
                text(&e.object),
                opt(e.record),
                opt(e.subject),
                text(&e.detail),
                P::Text(&e.hash),
            ]
        })
        .collect();
    conn.insert("shared.activity_entry", &COLUMNS, &rows)?;
    installation.log_grew(tenant);
    Ok(())
}

impl Scope {
    /// An activity of the scope's user, to be completed and written with [`Scope::log`].
    pub fn activity(&self, action: &str) -> Activity {
        Activity {
            at: self.installation.clock().now(),
            account: self.actor.id(),
            login: match &self.actor {
                Actor::User { login, .. } => login.clone(),
                Actor::System => String::new(),
            },
            door: self.door.name().to_string(),
            address: self.address.clone(),
            on_behalf: self.acting().map(|a| a.account),
            action: action.to_string(),
            ..Activity::default()
        }
    }

    /// Whether the program itself works by itself: the starting library of a new tenant is nobody's doing.
    pub fn sets_up(&self) -> bool {
        self.actor == Actor::System && self.door != Door::CommandLine
    }

    /// Writes an activity, durably, in a transaction of its own.
    pub fn log(&self, activity: Activity) -> Result<()> {
        self.tenant.db().write(|conn| self.log_within(conn, &[activity]))
    }

    /// Writes activities inside a transaction that writes other things of the program's own.
    pub fn log_within(&self, conn: &mut Conn, activities: &[Activity]) -> Result<()> {
        append(&self.installation, self.tenant.id(), conn, activities)
    }

    /// Writes an activity of the scope's user; `login` may name one that is not the scope's (a refused sign-in).
    pub fn log_activity(&self, action: &str, address: &str, login: &str, detail: &str) -> Result<()> {
        self.tenant.db().write(|conn| self.log_activity_within(conn, action, address, login, detail))
    }

    /// The same inside a transaction that writes other things of the program's own.
    pub fn log_activity_within(
        &self,
        conn: &mut Conn,
        action: &str,
        address: &str,
        login: &str,
        detail: &str,
    ) -> Result<()> {
        let mut activity = self.activity(action).detail(detail);
        if !address.is_empty() {
            activity.address = address.to_string();
        }
        if !login.is_empty() {
            activity.login = login.to_string();
        }
        self.log_within(conn, &[activity])
    }
}

/// Whether a change of the object changes what somebody may do, or how accounts are guarded.
pub(crate) fn changes_rights(object: &talang_catalogue::ObjectDef) -> bool {
    object.module == "access"
        && !object.internal
        && !matches!(object.name, "SavedReport" | "Dashboard" | "NotificationPreference" | "ExtraField")
}

/// What a change of records of one object and deed tells: each record where they are few, else their number.
pub(crate) fn rights_changed(scope: &Scope, object: &str, deed: &str, records: &[i64]) -> Vec<Activity> {
    if scope.sets_up() {
        return Vec::new();
    }
    let told = || scope.activity("rights-changed").on(object);
    if records.len() > NAMED {
        return vec![told().detail(format!("{deed} {}", records.len()))];
    }
    records.iter().map(|id| Activity { record: Some(*id), ..told().detail(deed) }).collect()
}

/// What a check of the chain found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Entries that were read.
    pub entries: i64,
    /// Number of the first and hash of the last that is in order.
    pub first: i64,
    /// The last that is in order.
    pub last: Mark,
    /// Where and how the chain is broken.
    pub broken: Option<Break>,
}

/// Where a chain is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// Number of the first entry that is not in order.
    pub number: i64,
    /// How.
    pub how: Harm,
}

/// What was done to a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    /// The content of the entry, or of its predecessor, is not what was written.
    Changed,
    /// Entries are missing from this number on, in the middle or at the beginning.
    Missing,
    /// The end was cut off: later entries had been noted outside of the tenant's databases.
    CutOff,
}

impl Harm {
    /// Its word: `changed`, `missing`, `cut-off`.
    pub fn name(self) -> &'static str {
        match self {
            Harm::Changed => "changed",
            Harm::Missing => "missing",
            Harm::CutOff => "cut-off",
        }
    }
}

/// Reads the whole chain of a tenant and compares it with what is noted of it in the technical logs. Rights are the
/// caller's question.
pub fn verify(installation: &Installation, tenant: &Tenant) -> Result<Verdict> {
    // Noted before the chain is read: what is added in between is no harm.
    let noted = |name: &str| installation.store().directory(|d| d.log_mark(tenant.id(), name));
    let sealed = noted("head")?.map(|(number, hash)| Mark { number, hash });
    let purged = noted("anchor")?.map(|(number, hash)| Mark { number, hash }).unwrap_or_default();
    tenant.db().read(|conn| {
        let begin = anchor(conn)?;
        let mut verdict = Verdict { first: begin.number + 1, last: begin.clone(), ..Verdict::default() };
        // The purge notes its place outside first: the tenant's own may lag behind it, never run ahead.
        if begin.number > purged.number || begin.number == purged.number && begin != purged {
            verdict.broken = Some(Break { number: purged.number + 1, how: Harm::Missing });
            return Ok(verdict);
        }
        let mut broken = None;
        let last = &mut verdict.last;
        let mut entries = 0;
        conn.query_each(&format!("{SELECT} ORDER BY number"), &[], &mut |row| {
            let Some(entry) = Activity::read(&row) else { return Ok(false) };
            let how = if entry.number != last.number + 1 {
                Some(Harm::Missing)
            } else if entry.hash_after(&last.hash) != entry.hash
                || sealed.as_ref().is_some_and(|s| s.number == entry.number && s.hash != entry.hash)
            {
                Some(Harm::Changed)
            } else {
                None
            };
            if let Some(how) = how {
                broken = Some(Break { number: last.number + 1, how });
                return Ok(false);
            }
            *last = Mark { number: entry.number, hash: entry.hash };
            entries += 1;
            Ok(true)
        })?;
        let end = verdict.last.number;
        verdict.entries = entries;
        verdict.broken = broken.or_else(|| {
            let cut = sealed.as_ref().is_some_and(|s| s.number > end);
            cut.then_some(Break { number: end + 1, how: Harm::CutOff })
        });
        Ok(verdict)
    })
}

/// Whether the entry that was noted once is still there, or purged in order.
fn continues(conn: &mut Conn, number: i64, hash: &str) -> Result<bool> {
    let row = conn.query_one("SELECT hash FROM shared.activity_entry WHERE number = ?", &[P::Int(number)])?;
    Ok(match row.as_deref() {
        Some([found]) => found.text() == hash,
        _ => number <= anchor(conn)?.number,
    })
}

/// Notes the newest entries of the logs that grew in the technical logs. Called every few seconds and at the end.
pub fn seal(installation: &Installation) -> Result<()> {
    let mut first = None;
    for id in installation.take_grown_logs() {
        let sealed = installation.tenant(&id).and_then(|tenant| {
            let noted = installation.store().directory(|d| d.log_mark(&id, "head"))?;
            let (head, continued) = tenant.db().read(|conn| {
                let continued = match &noted {
                    Some((number, hash)) => continues(conn, *number, hash)?,
                    None => true,
                };
                Ok::<_, Error>((head(conn)?, continued))
            })?;
            let now = installation.clock().now();
            Ok(installation.store().directory(|d| match continued {
                true => d.note_log(&id, "head", head.number, &head.hash, now),
                // What was noted stays, as evidence: the end was cut off and written anew.
                false => d.log(now, "error", "activity-log", Some(&id), "cut-off"),
            })?)
        });
        if let Err(error) = sealed {
            // A tenant that was deleted meanwhile has no log to seal.
            if !matches!(error, Error::Storage(talang_store::Error::UnknownTenant(_))) {
                installation.log_grew(&id);
                first = first.or(Some(error));
            }
        }
    }
    first.map_or(Ok(()), Err)
}

/// The nightly task: entries older than a year go, in order and in small transactions; the last one's hash stays.
pub(crate) fn purge(run: &mut JobRun<'_>) -> Result<serde_json::Value> {
    let scope = run.scope.clone();
    let (installation, tenant) = (scope.installation(), scope.tenant());
    let before = installation.clock().now() - KEPT;
    let mut gone = 0;
    while !run.stopping() {
        let next = tenant.db().read(|conn| {
            let young = conn
                .query_one("SELECT MIN(number) FROM shared.activity_entry WHERE at >= ?", &[P::Int(before)])?;
            let young = young.and_then(|r| r.first().and_then(Cell::opt_int)).unwrap_or(i64::MAX);
            let upto = anchor(conn)?.number.saturating_add(BATCH).min(young.saturating_sub(1));
            let row = conn.query_one(
                "SELECT number, hash FROM shared.activity_entry WHERE number <= ? ORDER BY number DESC LIMIT 1",
                &[P::Int(upto)],
            )?;
            Ok::<_, Error>(match row.as_deref() {
                Some([number, hash]) => Some(Mark { number: number.int(), hash: hash.text().to_string() }),
                _ => None,
            })
        })?;
        let Some(mark) = next else { break };
        let now = installation.clock().now();
        installation
            .store()
            .directory(|d| d.note_log(tenant.id(), "anchor", mark.number, &mark.hash, now))?;
        gone += tenant.db().write(|conn| {
            schema::set_meta(conn, Kind::Shared, "activity-purged", &mark.number.to_string())?;
            schema::set_meta(conn, Kind::Shared, "activity-anchor", &mark.hash)?;
            let gone =
                conn.exec("DELETE FROM shared.activity_entry WHERE number <= ?", &[P::Int(mark.number)])?;
            Ok::<_, Error>(gone)
        })?;
    }
    Ok(serde_json::json!({ "removed": gone }))
}

/// What was done on behalf of an account, the latest first.
pub(crate) fn on_behalf_of(conn: &mut Conn, account: i64, most: i64) -> Result<Vec<Activity>> {
    let rows = conn.query(
        &format!("{SELECT} WHERE on_behalf = ? ORDER BY number DESC LIMIT ?"),
        &[P::Int(account), P::Int(most)],
    )?;
    Ok(rows.iter().filter_map(|row| Activity::read(row)).collect())
}

/// Entries after a number, for programs that pass them on; rights are the caller's question.
pub fn after(tenant: &Tenant, number: i64, most: i64) -> Result<Vec<Activity>> {
    tenant.db().read(|conn| {
        let rows = conn.query(
            &format!("{SELECT} WHERE number > ? ORDER BY number LIMIT ?"),
            &[P::Int(number), P::Int(most)],
        )?;
        Ok(rows.iter().filter_map(|row| Activity::read(row)).collect())
    })
}

/// The number before the first entry of or after a moment (microseconds), for [`after`].
pub fn number_before(tenant: &Tenant, at: i64) -> Result<i64> {
    tenant.db().read(|conn| {
        let row =
            conn.query_one("SELECT MIN(number) FROM shared.activity_entry WHERE at >= ?", &[P::Int(at)])?;
        match row.and_then(|r| r.first().and_then(Cell::opt_int)) {
            Some(number) => Ok(number - 1),
            None => Ok(head(conn)?.number),
        }
    })
}

impl View<'_> {
    /// Whether the scope may read the log as a whole.
    ///
    /// # Errors
    /// `record.not_found`: for all others it is not there.
    pub fn reads_log(&self) -> Result<()> {
        let object = self.object(OBJECT)?;
        if self.rights().on(&object, Action::Read).has(Extents::ALL) {
            return Ok(());
        }
        Err(Fault::new("record.not_found").with("object", OBJECT).into())
    }
}

/// Gathers what must not wait: entries of views, then the heads. For the program's end and for its regular round.
pub fn settle(installation: &Arc<Installation>) -> Result<()> {
    let mut first = None;
    for tenant in installation.open_tenants() {
        if let Err(error) = crate::sight::flush(installation, &tenant) {
            first = first.or(Some(error));
        }
    }
    first.map_or(Ok(()), Err)
}
