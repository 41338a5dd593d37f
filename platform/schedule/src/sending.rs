//! Reports that are sent regularly (S7): to the file space, or to accounts.
//!
//! Every account gets a file of its own, made with what this account may see and in its language: a file that went to many
//! would show them what only its maker may see. A mail says that it is there and leads to the list of one's own files behind
//! the sign-in; nothing of the report is in the mail. After [`KEPT`] it is removed.
//!
//! One step of a run makes one file. Its row is there before it and has its name; a step that is repeated after a crash
//! writes the same file again. Row and mail are one transaction, so that nobody is told twice.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use serde_json::{Value as Json, json};
use talang_catalogue::{Culture, Fault, Kind};
use talang_engine::jobs::JobRun;
use talang_engine::{Actor, Door, Error, Result, Scope, Tenant};
use talang_files::Files;
use talang_mail::Mail;
use talang_report::{Format, Kept, Report};
use talang_store::{Cell, P};

use crate::desk::{Step, free_name};
use crate::errands::{Errand, Out};
use crate::history::Told;
use crate::plan::{Sending, To};
use crate::{Place, Times};

/// How long the files of accounts are kept: two weeks, in microseconds.
const KEPT: i64 = 14 * 86_400_000_000;
/// The task that removes them.
pub(crate) const PURGE: &str = "report-purge";
/// What marks files of accounts among those of runs.
const READER: &str = "reader";
/// Files of accounts shown at most.
const SHOWN: i64 = 200;

/// A file that waits to be made.
struct Open {
    id: i64,
    name: String,
    account: i64,
    /// Name on the disk; empty for one of the file space.
    place: String,
}

/// A file that came to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Row number.
    pub id: i64,
    /// What the report is called.
    pub label: String,
    /// Name of the file.
    pub name: String,
    /// Lines in it.
    pub lines: i64,
    /// When it was made and until when it is there, in microseconds since 1970.
    pub made_at: i64,
    /// See `made_at`.
    pub until: i64,
}

impl Place {
    /// The next step of a run that makes a report.
    pub(crate) fn report(
        &self,
        errand: &Errand,
        sending: &Sending,
        hold: &dyn Fn() -> Result<()>,
    ) -> Result<Step> {
        let sql = "SELECT id, name, COALESCE(job, 0), place, state, fault FROM shared.schedule_file WHERE run = ? ORDER BY id";
        let rows = self.tenant.db().read(|conn| Ok::<_, Error>(conn.query(sql, &[P::Int(errand.run)])?))?;
        if rows.is_empty() {
            return match self.begin_report(errand, sending) {
                Ok(true) => Ok(Step::Again),
                Ok(false) => self.end(errand.run, None),
                Err(Error::Faults(faults)) => {
                    // Whoever kept it removed it: it would fail every time.
                    if faults.iter().any(|f| f.code == "record.not_found") {
                        self.pause(errand.run)?;
                    }
                    self.end(errand.run, faults.first())
                }
                Err(other) => Err(other),
            };
        }
        let open = rows.iter().find_map(|row| match row.as_slice() {
            [id, name, account, place, state, _] if state.text() == "writing" => Some(Open {
                id: id.int(),
                name: name.text().to_string(),
                account: account.int(),
                place: place.text().to_string(),
            }),
            _ => None,
        });
        let Some(open) = open else {
            // Where nobody got anything, the run failed, and for what.
            let all = rows.iter().filter_map(|row| row.last()).all(|code| !code.text().is_empty());
            let fault = if all { self.first_fault(errand.run)? } else { None };
            return self.end(errand.run, fault.as_ref());
        };
        let made = self.make(sending, &open, hold);
        let outcome = match made {
            Ok(lines) => Ok(lines),
            Err(Error::Faults(faults)) => {
                Err(faults.into_iter().next().unwrap_or_else(|| Fault::new("internal")))
            }
            Err(other) => return Err(other),
        };
        self.note(errand, &open, &outcome)?;
        Ok(Step::Again)
    }

    /// The schedule of a run comes no more by itself.
    fn pause(&self, run: i64) -> Result<()> {
        let sql = "UPDATE shared.schedule SET active = 0 WHERE id = (SELECT schedule FROM shared.schedule_run WHERE id = ?)";
        self.tenant.db().write(|conn| {
            conn.exec(sql, &[P::Int(run)])?;
            Ok(())
        })
    }

    fn first_fault(&self, run: i64) -> Result<Option<Fault>> {
        let files = self.tenant.db().read(|conn| crate::history::files(conn, run))?;
        Ok(files.iter().find_map(|file| file.fault.fault()))
    }

    /// Chooses the names and notes them. Whether there is anything to be made.
    fn begin_report(&self, errand: &Errand, sending: &Sending) -> Result<bool> {
        let owner = self.account(sending.owner)?;
        let kept = Kept::find(&owner, &sending.report)?;
        let stem = format!("{}_{}", plain(&kept.label), Times::day(&errand.zone, errand.planned_at));
        let now = self.now();
        let columns = ["run", "name", "state", "began_at", "kind", "job", "place", "result"];
        let row = |name: String, kind: &'static str, account: i64, place: String, result: String| {
            vec![
                P::Int(errand.run),
                P::Owned(name),
                P::Text("writing"),
                P::Int(now),
                P::Text(kind),
                P::Int(account),
                P::Owned(place),
                P::Owned(result),
            ]
        };
        let mut rows = Vec::new();
        if sending.to == To::Space {
            let space = Files::of(&self.installation).space(&self.installation, &self.tenant)?;
            let name = free_name(&space, &stem, &sending.format)?;
            rows.push(row(name.clone(), "", sending.owner, String::new(), name));
        } else {
            for account in self.readers(sending, &kept)? {
                let name = format!("{stem}.{}", sending.format);
                rows.push(row(name, READER, account, random()?, String::new()));
            }
        }
        let any = !rows.is_empty();
        self.tenant.db().write(|conn| {
            conn.insert("shared.schedule_file", &columns, &rows)?;
            Ok::<_, Error>(())
        })?;
        Ok(any)
    }

    /// The accounts that get it, each once.
    fn readers(&self, sending: &Sending, kept: &Kept) -> Result<Vec<i64>> {
        let mut found = match &sending.to {
            To::Accounts(ids) => ids.clone(),
            _ => vec![sending.owner],
        };
        if let (To::Shared, Some(role)) = (&sending.to, kept.role) {
            let sql = "SELECT u.id FROM shared.user_role l JOIN shared.user u ON u.id = l.\"user\"
                 WHERE l.role = ? AND u.state = 'active' ORDER BY u.id";
            let rows = self.tenant.db().read(|conn| Ok::<_, Error>(conn.query(sql, &[P::Int(role)])?))?;
            found.extend(rows.iter().filter_map(|row| row.first()).map(Cell::int));
        }
        let mut seen = std::collections::HashSet::new();
        found.retain(|id| seen.insert(*id));
        Ok(found)
    }

    /// The scope of an account that may sign in.
    fn account(&self, id: i64) -> Result<Scope> {
        let sql = "SELECT login, employee, culture FROM shared.user
             WHERE id = ? AND state = 'active' AND (valid_until IS NULL OR valid_until >= ?)";
        let today = talang_catalogue::value::days_of_date(self.installation.clock().today());
        let row = self
            .tenant
            .db()
            .read(|conn| Ok::<_, Error>(conn.query_one(sql, &[P::Int(id), P::Int(today)])?))?;
        let Some([login, employee, culture]) = row.as_deref() else {
            return Err(Fault::new("schedule.account").into());
        };
        let actor = Actor::User { id, login: login.text().to_string(), employee: employee.opt_int() };
        let mut scope = Scope::new(&self.installation, &self.tenant, actor, Door::Task);
        scope.culture = Culture::find(culture.text()).unwrap_or(scope.culture);
        Ok(scope)
    }

    /// Makes one file; how many lines it has.
    fn make(&self, sending: &Sending, open: &Open, hold: &dyn Fn() -> Result<()>) -> Result<u64> {
        let format = Format::parse(&sending.format).ok_or_else(|| Fault::new("internal"))?;
        // What is kept is its owner's to know; what is in it is each reader's own.
        let kept = Kept::find(&self.account(sending.owner)?, &sending.report)?;
        let reader = self.account(open.account)?;
        let report: Report = kept.report(&reader, format)?;
        if open.place.is_empty() {
            let space = Files::of(&self.installation).space(&self.installation, &self.tenant)?;
            return self.to_space(&space, &open.name, hold, &|out| report.write(&reader, out));
        }
        let path = place(&self.tenant, &open.place)?;
        let part = path.with_extension("part");
        let file = File::create(&part).map_err(|_| Fault::new("storage.failed"))?;
        let mut out = Out::new(BufWriter::new(file), hold);
        let written = report.write(&reader, &mut out);
        let (stopped, broken) = (out.stopped.take(), out.broken);
        let done = match (stopped, written) {
            (Some(error), _) => Err(error),
            // The disk takes no more: the run says so and ends, so that it holds up no other; the next one tries again.
            (None, Err(_)) if broken => Err(Fault::new("storage.failed").into()),
            (None, written) => written.and_then(|lines| {
                let kept = out.writer.flush().and_then(|()| out.writer.get_ref().sync_all());
                let kept = kept.and_then(|()| std::fs::rename(&part, &path));
                kept.map(|()| lines).map_err(|_| Fault::new("storage.failed").into())
            }),
        };
        if done.is_err() {
            let _ = std::fs::remove_file(&part);
        }
        done
    }

    /// Notes what came of a file, and tells its reader in the same transaction.
    fn note(&self, errand: &Errand, open: &Open, outcome: &std::result::Result<u64, Fault>) -> Result<()> {
        let now = self.now();
        let told = outcome.as_ref().err().map(Told::of).unwrap_or_default();
        let counts =
            outcome.as_ref().map_or_else(|_| String::new(), |lines| json!({ "lines": lines }).to_string());
        let state = if outcome.is_ok() { "done" } else { "rejected" };
        self.system().change(Kind::Shared, |c| {
            let noted = c.system().exec(
                "UPDATE shared.schedule_file SET state = ?, ended_at = ?, counts = ?, fault = ?, fault_args = ?
                 WHERE id = ? AND state = 'writing'",
                &[
                    P::Text(state),
                    P::Int(now),
                    P::Text(&counts),
                    P::Text(&told.code),
                    P::Text(&told.args),
                    P::Int(open.id),
                ],
            )?;
            if noted == 0 || outcome.is_err() || open.place.is_empty() {
                return Ok(());
            }
            c.as_program(|c| c.enqueue(PURGE, &Json::Null, now + KEPT, None))?;
            if !talang_mail::available(&self.installation) {
                return Ok(());
            }
            let sql = "SELECT u.email, u.employee, u.culture, r.label FROM shared.\"user\" u, shared.schedule_run r
                 WHERE u.id = ? AND r.id = ?";
            let row = c.system().query_one(sql, &[P::Int(open.account), P::Int(errand.run)])?;
            let Some([email, employee, culture, label]) = row.as_deref() else { return Ok(()) };
            // Without an address the file waits on the screen alone.
            if talang_mail::check_address(email.text()).is_err() {
                return Ok(());
            }
            let culture = Culture::find(culture.text()).unwrap_or(self.tenant.culture());
            let mail = Mail {
                to: email.text(),
                employee: employee.opt_int(),
                culture,
                template: "report-sent",
                arguments: vec![
                    ("label", label.text().to_string()),
                    ("until", culture.date_time(now + KEPT, &jiff::tz::TimeZone::UTC)),
                ],
                link: Some("/reports/received".to_string()),
                expires: Some(now + KEPT),
            };
            talang_mail::enqueue(c, &mail).map(drop)
        })
    }
}

/// Letters and digits of a name, with hyphens for the rest: what every system takes as the name of a file.
fn plain(label: &str) -> String {
    let words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").chars().take(60).collect();
    if name.is_empty() { "report".to_string() } else { name }
}

fn random() -> Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| Error::from(Fault::new("internal")))?;
    Ok(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

/// Where a file of an account is.
fn place(tenant: &Tenant, name: &str) -> Result<PathBuf> {
    let folder = tenant.db().attachments().work_folder()?.join("reports");
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join(name))
}

const COLUMNS: &str = "f.id, COALESCE(r.label, ''), f.name, f.counts, f.ended_at, f.place
     FROM shared.schedule_file f JOIN shared.schedule_run r ON r.id = f.run
     WHERE f.job = ? AND f.kind = 'reader' AND f.state = 'done' AND f.ended_at > ?";

fn of(row: &[Cell]) -> Option<(Received, String)> {
    let [id, label, name, counts, made_at, place] = row else { return None };
    let counts: Json = serde_json::from_str(counts.text()).unwrap_or_default();
    let made_at = made_at.opt_int().unwrap_or_default();
    let received = Received {
        id: id.int(),
        label: label.text().to_string(),
        name: name.text().to_string(),
        lines: counts.get("lines").and_then(Json::as_i64).unwrap_or_default(),
        made_at,
        until: made_at + KEPT,
    };
    Some((received, place.text().to_string()))
}

/// The files that came to the scope's account, the newest first.
///
/// # Errors
/// `storage.failed`.
pub fn received(scope: &Scope) -> Result<Vec<Received>> {
    let Some(me) = scope.actor.id() else { return Ok(Vec::new()) };
    let since = scope.installation().clock().now() - KEPT;
    let sql = format!("SELECT {COLUMNS} ORDER BY f.id DESC LIMIT {SHOWN}");
    scope.tenant().db().read(|conn| {
        let rows = conn.query(&sql, &[P::Int(me), P::Int(since)])?;
        Ok(rows.iter().filter_map(|row| of(row)).map(|(received, _)| received).collect())
    })
}

/// One of these files, and where it is. That it was fetched is in the application log before (A12).
///
/// # Errors
/// `record.not_found`: another account's, too old, or none.
pub fn fetch(scope: &Scope, id: i64) -> Result<(Received, PathBuf)> {
    let missing = || Error::from(Fault::new("record.not_found").with("object", "SavedReport"));
    let me = scope.actor.id().ok_or_else(missing)?;
    let since = scope.installation().clock().now() - KEPT;
    let sql = format!("SELECT {COLUMNS} AND f.id = ?");
    let row = scope
        .tenant()
        .db()
        .read(|conn| Ok::<_, Error>(conn.query_one(&sql, &[P::Int(me), P::Int(since), P::Int(id)])?))?;
    let (received, name) = row.as_deref().and_then(of).ok_or_else(missing)?;
    let path = place(scope.tenant(), &name)?;
    if !path.is_file() {
        return Err(missing());
    }
    scope.log(scope.activity("export").on("SavedReport").detail(received.name.clone()))?;
    Ok((received, path))
}

/// Removes the files of accounts that are older than they are kept. Running again does no harm.
pub(crate) fn purge(run: &mut JobRun<'_>) -> Result<Json> {
    let tenant = run.scope.tenant().clone();
    let before = run.scope.installation().clock().now() - KEPT;
    let sql =
        "SELECT id, place FROM shared.schedule_file WHERE kind = 'reader' AND place <> '' AND began_at <= ?";
    let old = tenant.db().read(|conn| Ok::<_, Error>(conn.query(sql, &[P::Int(before)])?))?;
    let mut gone = 0;
    for row in &old {
        let [id, name] = row.as_slice() else { continue };
        match std::fs::remove_file(place(&tenant, name.text())?) {
            Ok(()) => gone += 1,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
        tenant.db().write(|conn| {
            conn.exec("UPDATE shared.schedule_file SET place = '' WHERE id = ?", &[P::Int(id.int())])?;
            Ok::<_, Error>(())
        })?;
    }
    Ok(json!({ "files": gone }))
}
