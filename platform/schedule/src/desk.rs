//! One step after the other: begin what is due, take a file, hand it to the importer, write down what came of it; and the
//! steps of other errands.
//!
//! Nothing here waits for the importer, which is another job: [`crate::tick`] takes the steps that can be taken.

use std::io::{Read, Write};
use std::path::PathBuf;

use serde_json::Value as Json;
use talang_catalogue::{Fault, Kind};
use talang_engine::{Actor, Door, Error, Result, Scope};
use talang_files::{Claimed, Files, Shared, SpacePath};
use talang_interchange::csv::job::{self, JobFile};
use talang_interchange::csv::{FileName, in_order};
use talang_store::{Cell, P};

use crate::alert::{self, News};
use crate::errands::errand;
use crate::history::Told;
use crate::tick::TASK;
use crate::{Place, Times};

/// The account as which files are imported, as by the command line; the tenant gives and takes its rights.
const OPERATOR: &str = "operator";
/// How soon at the least and at the most it is looked again whether an import has ended, in microseconds. An import that ends
/// wakes the scheduler by itself: looking is for programs that were killed in between, and takes the writer's time.
const SOON: i64 = 300_000;
const AT_LAST: i64 = 5_000_000;
/// What is later than this was missed, in microseconds.
const MISSED: i64 = 300_000_000;
/// Runs are kept so long (O1), in microseconds.
const KEPT: i64 = 90 * 86_400_000_000;

pub(crate) enum Step {
    /// There may be another.
    Again,
    /// An import runs; look again after so many microseconds.
    Wait(i64),
    /// Nothing is to be done.
    Idle,
}

/// A file that is being worked on.
struct Open {
    id: i64,
    name: String,
    kind: Option<Kind>,
    job: i64,
    result: String,
    rejected: String,
    began_at: i64,
}

fn open_of(row: &[Cell]) -> Option<Open> {
    let [id, name, kind, job, result, rejected, began_at] = row else { return None };
    Some(Open {
        id: id.int(),
        name: name.text().to_string(),
        kind: Kind::ALL.into_iter().find(|k| k.name() == kind.text()),
        job: job.opt_int().unwrap_or_default(),
        result: result.text().to_string(),
        rejected: rejected.text().to_string(),
        began_at: began_at.int(),
    })
}

/// What came of a file.
#[derive(Default)]
struct Outcome {
    counts: Option<Json>,
    /// For what it was refused as a whole, with the sentence.
    refused: Vec<(Told, String)>,
    result: Option<PathBuf>,
    rejected: Option<PathBuf>,
}

impl Place {
    pub(crate) fn now(&self) -> i64 {
        self.installation.clock().now()
    }

    fn space(&self) -> Result<Shared> {
        Files::of(&self.installation).space(&self.installation, &self.tenant)
    }

    pub(crate) fn system(&self) -> Scope {
        Scope::new(&self.installation, &self.tenant, Actor::System, Door::Task)
    }

    /// Takes the next step; `hold` is called within long ones.
    pub(crate) fn step(&self, hold: &dyn Fn() -> Result<()>) -> Result<Step> {
        let sql = "SELECT r.id, COALESCE(r.task, 'import'), COALESCE(s.detail, ''), COALESCE(s.zone, ''), r.planned_at
             FROM shared.schedule_run r LEFT JOIN shared.schedule s ON s.id = r.schedule
             WHERE r.state = 'running' ORDER BY r.id LIMIT 1";
        let run = self.tenant.db().read(|conn| Ok::<_, Error>(conn.query_one(sql, &[])?))?;
        let Some([run, task, rest @ ..]) = run.as_deref() else { return self.begin() };
        if task.text() == "import" {
            return self.advance(run.int());
        }
        let row = [std::slice::from_ref(task), rest].concat();
        match errand(run.int(), &row) {
            Some(errand) => self.errand(&errand, hold),
            None => self.end(run.int(), Some(&Fault::new("internal"))),
        }
    }

    /// Begins the run that is due first.
    fn begin(&self) -> Result<Step> {
        let now = self.now();
        self.tenant.db().write(|conn| {
            let sql = "SELECT id, cron, zone, catch_up, next_at, asked, code, label, COALESCE(task, 'import') FROM shared.schedule
                 WHERE (active = 1 AND next_at <= ?) OR asked = 1 ORDER BY asked DESC, next_at, id LIMIT 1";
            let row = conn.query_one(sql, &[P::Int(now)])?;
            let Some([id, cron, zone, catch_up, next_at, asked, code, label, task]) = row.as_deref() else {
                return Ok(Step::Idle);
            };
            let asked = asked.int() == 1;
            let due = next_at.int() <= now;
            let next = match due {
                // One that cannot be read any more, such as after a zone is gone, does not come again by itself.
                true => {
                    Times::parse(cron.text(), zone.text()).ok().and_then(|t| t.next(now)).unwrap_or(i64::MAX)
                }
                false => next_at.int(),
            };
            conn.exec(
                "UPDATE shared.schedule SET next_at = ?, asked = 0 WHERE id = ?",
                &[P::Int(next), P::Int(id.int())],
            )?;
            let late = !asked && next_at.int() < now - MISSED;
            if !late || catch_up.int() == 1 {
                let columns = [
                    "schedule", "planned_at", "began_at", "by_hand", "state", "fault", "code", "label", "task", "late",
                ];
                let row = vec![
                    P::Int(id.int()),
                    P::Int(if asked { now } else { next_at.int() }),
                    P::Int(now),
                    P::Int(i64::from(asked)),
                    P::Text("running"),
                    P::Text(""),
                    P::Text(code.text()),
                    P::Text(label.text()),
                    P::Text(task.text()),
                    P::Int(i64::from(late)),
                ];
                conn.insert("shared.schedule_run", &columns, &[row])?;
            }
            let old = "SELECT id FROM shared.schedule_run WHERE began_at < ?";
            conn.exec(
                &format!("DELETE FROM shared.schedule_file WHERE run IN ({old})"),
                &[P::Int(now - KEPT)],
            )?;
            conn.exec("DELETE FROM shared.schedule_run WHERE began_at < ?", &[P::Int(now - KEPT)])?;
            Ok(Step::Again)
        })
    }

    fn advance(&self, run: i64) -> Result<Step> {
        let sql = "SELECT id, name, kind, job, result, rejected, began_at FROM shared.schedule_file
             WHERE run = ? AND state IN ('taken', 'importing') ORDER BY id LIMIT 1";
        let row = self.tenant.db().read(|conn| Ok::<_, Error>(conn.query_one(sql, &[P::Int(run)])?))?;
        let Some(open) = row.as_deref().and_then(open_of) else { return self.next_file(run) };
        match open.kind {
            None => self.hand_over(run, open),
            Some(kind) => self.look(kind, open),
        }
    }

    /// Chooses the next file by the order in its name (I4), or ends the run where none is left.
    fn next_file(&self, run: i64) -> Result<Step> {
        let space = self.space()?;
        self.settle(&space)?;
        // Left behind by a run that nobody knows of any more.
        for name in space.claimed()? {
            space.resume(&name)?.back()?;
        }
        let waiting: Vec<String> = space.waiting()?.into_iter().map(|e| e.name).collect();
        let named = in_order(waiting.iter().filter_map(|name| FileName::parse(name).ok()).collect());
        // Those whose name says no order come behind: an adapted format may know them.
        let first = named.first().map(|n| &n.text).or(waiting.first()).cloned();
        let Some(name) = first else { return self.end(run, None) };
        if self.operator()?.is_none() {
            return self.end(run, Some(&Fault::new("schedule.operator")));
        }
        let columns = ["run", "name", "state", "began_at"];
        let row = vec![P::Int(run), P::Text(&name), P::Text("taken"), P::Int(self.now())];
        self.tenant.db().write(|conn| {
            conn.insert("shared.schedule_file", &columns, &[row])?;
            Ok::<_, Error>(())
        })?;
        Ok(Step::Again)
    }

    /// Ends a run, and tells those who want to know, in one transaction: once, whoever ends it.
    pub(crate) fn end(&self, run: i64, fault: Option<&Fault>) -> Result<Step> {
        let now = self.now();
        self.system().change(Kind::Shared, |c| {
            let files = crate::history::files(c.system(), run)?;
            let of = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            let refused = of(files.iter().filter(|f| f.state == "rejected").count());
            let bad = files.iter().any(|f| f.state == "rejected" || !f.rejected.is_empty() || !f.fault.code.is_empty());
            let state = match (fault, bad) {
                (None, false) => "done",
                (None, true) => "partly done",
                (Some(_), _) => "failed",
            };
            let told = fault.map(Told::of).unwrap_or_default();
            let ended = c.system().exec(
                "UPDATE shared.schedule_run SET state = ?, fault = ?, fault_args = ?, ended_at = ?
                 WHERE id = ? AND state = 'running'",
                &[P::Text(state), P::Text(&told.code), P::Text(&told.args), P::Int(now), P::Int(run)],
            )?;
            let sql = "SELECT s.alerts, s.label, s.zone, r.planned_at, r.began_at, r.late FROM shared.schedule_run r
                 JOIN shared.schedule s ON s.id = r.schedule WHERE r.id = ?";
            let row = c.system().query_one(sql, &[P::Int(run)])?;
            if let (1, Some([alerts, label, zone, planned, began, late])) = (ended, row.as_deref()) {
                let news = News {
                    run,
                    state,
                    late: late.opt_int() == Some(1),
                    label: label.text(),
                    zone: zone.text(),
                    planned_at: planned.int(),
                    began_at: began.int(),
                    files: of(files.len()),
                    refused,
                    lines: files.iter().map(|f| f.count("rejected")).sum(),
                    fault,
                };
                alert::send(c, alerts.text(), &news)?;
            }
            Ok(Step::Again)
        })
    }

    /// The scope of the account as which files are imported, where the tenant has it and lets it work.
    pub(crate) fn operator(&self) -> Result<Option<Scope>> {
        let sql = "SELECT id FROM shared.user WHERE login = ? AND state = 'active'";
        let row = self.tenant.db().read(|conn| Ok::<_, Error>(conn.query_one(sql, &[P::Text(OPERATOR)])?))?;
        Ok(row.as_deref().and_then(|row| row.first()).map(|id| {
            let actor = Actor::User { id: id.int(), login: OPERATOR.to_string(), employee: None };
            Scope::new(&self.installation, &self.tenant, actor, Door::Task)
        }))
    }

    /// Takes the file out of `in/` and gives it to the importer.
    fn hand_over(&self, run: i64, open: Open) -> Result<Step> {
        let space = self.space()?;
        let claimed = match space.claimed()?.contains(&open.name) {
            true => Some(space.resume(&open.name)?),
            false => space.claim(&open.name)?,
        };
        let Some(claimed) = claimed else {
            // Whoever put it there took it away again.
            self.tenant.db().write(|conn| {
                conn.exec("DELETE FROM shared.schedule_file WHERE id = ?", &[P::Int(open.id)])?;
                Ok::<_, Error>(())
            })?;
            return Ok(Step::Again);
        };
        let Some(operator) = self.operator()? else {
            claimed.back()?;
            return self.end(run, Some(&Fault::new("schedule.operator")));
        };
        let origin = format!("schedule-{}", open.id);
        let started = match self.started(&origin)? {
            Some(started) => Ok(started),
            None => self.start(&operator, &claimed, &origin),
        };
        match started {
            Ok((kind, job)) => {
                self.tenant.db().write(|conn| {
                    conn.exec(
                        "UPDATE shared.schedule_file SET state = 'importing', kind = ?, job = ? WHERE id = ?",
                        &[P::Text(kind.name()), P::Int(job), P::Int(open.id)],
                    )?;
                    Ok::<_, Error>(())
                })?;
                Ok(Step::Wait(SOON))
            }
            Err(Error::Faults(faults)) => {
                let messages = &self.installation.registry().messages;
                let refused = faults
                    .iter()
                    .map(|f| (Told::of(f), messages.fault_text(operator.language(), f, "")))
                    .collect();
                self.finish(open, Outcome { refused, ..Outcome::default() })
            }
            Err(other) => Err(other),
        }
    }

    /// The import of that origin, where the program ended between its start and our note of it.
    fn started(&self, origin: &str) -> Result<Option<(Kind, i64)>> {
        let kinds = &self.installation.store().options().kinds;
        self.tenant.db().read(|conn| {
            for kind in kinds.iter().copied() {
                let sql =
                    format!("SELECT id FROM {}.job_queue WHERE task = ? AND payload LIKE ?", kind.name());
                let like = format!("%\"origin\":\"{origin}\"%");
                if let Some([id]) = conn.query_one(&sql, &[P::Text(job::TASK), P::Owned(like)])?.as_deref() {
                    return Ok(Some((kind, id.int())));
                }
            }
            Ok(None)
        })
    }

    fn start(&self, operator: &Scope, claimed: &Claimed, origin: &str) -> Result<(Kind, i64)> {
        // The importer wants a path; that of the space is nobody's but the space's.
        let folder = self.tenant.db().attachments().work_folder()?;
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(origin);
        let mut copy = std::fs::File::create(&path)?;
        std::io::copy(&mut claimed.open()?, &mut copy)?;
        let started = job::start_from(operator, &path, claimed.name(), origin, TASK);
        let _ = std::fs::remove_file(&path);
        started
    }

    /// Looks whether the import has ended.
    fn look(&self, kind: Kind, open: Open) -> Result<Step> {
        let sql = format!("SELECT state, result FROM {}.job_queue WHERE id = ?", kind.name());
        let row = self.tenant.db().read(|conn| Ok::<_, Error>(conn.query_one(&sql, &[P::Int(open.job)])?))?;
        let (state, result) = match row.as_deref() {
            Some([state, result]) => (state.text().to_string(), result.text().to_string()),
            _ => ("failed".to_string(), String::new()),
        };
        if matches!(state.as_str(), "ready" | "running") {
            return Ok(Step::Wait(((self.now() - open.began_at) / 10).clamp(SOON, AT_LAST)));
        }
        let result: Json = serde_json::from_str(&result).unwrap_or(Json::Null);
        let text =
            |json: &Json, key: &str| json.get(key).and_then(Json::as_str).unwrap_or_default().to_string();
        let list = |key: &str| result.get(key).and_then(Json::as_array).cloned().unwrap_or_default();
        let mut outcome = Outcome { counts: result.get("counts").cloned(), ..Outcome::default() };
        let told = |r: &Json| Told {
            code: text(r, "code"),
            args: r.get("args").map(Json::to_string).unwrap_or_default(),
        };
        outcome.refused = list("refused").iter().map(|r| (told(r), text(r, "message"))).collect();
        if outcome.counts.is_none() && outcome.refused.is_empty() {
            let mut codes: Vec<String> =
                list("faults").iter().filter_map(Json::as_str).map(str::to_string).collect();
            if codes.is_empty() {
                codes.push("internal".to_string());
            }
            let told = |code| (Told { code, ..Told::default() }, String::new());
            outcome.refused = codes.into_iter().map(told).collect();
        }
        let file = |which| job::file(&self.system(), kind, open.job, which).ok();
        (outcome.result, outcome.rejected) = (file(JobFile::Result), file(JobFile::Retry));
        self.finish(open, outcome)
    }

    /// Writes the results to `out/`, puts the file where it belongs and notes what came of it. Repeated after a crash, it
    /// writes the same files again.
    fn finish(&self, mut open: Open, outcome: Outcome) -> Result<Step> {
        let space = self.space()?;
        if open.result.is_empty() {
            (open.result, open.rejected) = free_names(&space, &open.name, outcome.rejected.is_some())?;
            self.tenant.db().write(|conn| {
                conn.exec(
                    "UPDATE shared.schedule_file SET result = ?, rejected = ? WHERE id = ?",
                    &[P::Text(&open.result), P::Text(&open.rejected), P::Int(open.id)],
                )?;
                Ok::<_, Error>(())
            })?;
        }
        let written = self.write(&space, &open, &outcome);
        // A space that is full keeps the result from its readers, not the file from its place.
        let fault = match (&written, outcome.refused.first()) {
            (_, Some((told, _))) => told.clone(),
            (Err(Error::Faults(faults)), _) => {
                let full = |f: &Fault| match f.code {
                    "file_space.full" => f.clone().with("max", space.limits().bytes >> 20),
                    _ => f.clone(),
                };
                faults.first().map(|f| Told::of(&full(f))).unwrap_or_default()
            }
            _ => Told::default(),
        };
        if let Err(error @ Error::Storage(_)) = written {
            return Err(error);
        }
        let refused = !outcome.refused.is_empty();
        let now = self.now();
        // It is gone where a crash came right after.
        let place = match space.resume(&open.name) {
            Ok(claimed) if refused => claimed.rejected(now)?,
            Ok(claimed) => claimed.done(now)?,
            Err(_) => open.name.clone(),
        };
        let counts = outcome.counts.map_or_else(String::new, |counts| counts.to_string());
        self.tenant.db().write(|conn| {
            conn.exec(
                "UPDATE shared.schedule_file SET state = ?, ended_at = ?, counts = ?, fault = ?, fault_args = ?, place = ?
                 WHERE id = ?",
                &[
                    P::Text(if refused { "rejected" } else { "done" }),
                    P::Int(now),
                    P::Text(&counts),
                    P::Text(&fault.code),
                    P::Text(&fault.args),
                    P::Text(&place),
                    P::Int(open.id),
                ],
            )?;
            Ok::<_, Error>(())
        })?;
        Ok(Step::Again)
    }

    /// Writes the results that found the space full before, as soon as there is room; its importer keeps them meanwhile.
    fn settle(&self, space: &Shared) -> Result<()> {
        let sql = "SELECT id, name, kind, job, result, rejected, began_at FROM shared.schedule_file
             WHERE state = 'done' AND fault = 'file_space.full' AND job IS NOT NULL ORDER BY id LIMIT 20";
        let rows = self.tenant.db().read(|conn| Ok::<_, Error>(conn.query(sql, &[])?))?;
        for open in rows.iter().filter_map(|row| open_of(row)) {
            let Some(kind) = open.kind else { continue };
            let file = |which| job::file(&self.system(), kind, open.job, which).ok();
            let outcome = Outcome {
                result: file(JobFile::Result),
                rejected: if open.rejected.is_empty() { None } else { file(JobFile::Retry) },
                ..Outcome::default()
            };
            // What is gone with the importer's own files is not to be had any more.
            let there = outcome.result.is_some();
            match if there { self.write(space, &open, &outcome) } else { Ok(()) } {
                Err(Error::Faults(_)) => return Ok(()),
                other => other?,
            }
            let change = if there { "fault = '', fault_args = ''" } else { "job = NULL" };
            self.tenant.db().write(|conn| {
                let sql = format!("UPDATE shared.schedule_file SET {change} WHERE id = ?");
                conn.exec(&sql, &[P::Int(open.id)])?;
                Ok::<_, Error>(())
            })?;
        }
        Ok(())
    }

    fn write(&self, space: &Shared, open: &Open, outcome: &Outcome) -> Result<()> {
        let mut result = space.result(&open.result)?;
        match &outcome.result {
            Some(path) => copy(path, &mut result)?,
            None => {
                let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
                let mut text = "\u{feff}line;outcome;column;code;message;object\r\n".to_string();
                for (told, message) in &outcome.refused {
                    text.push_str(&format!(";rejected;;{};{};\r\n", told.code, quoted(message)));
                }
                result.write_all(text.as_bytes()).map_err(|_| Fault::new("file_space.full"))?;
            }
        }
        result.finish(self.now())?;
        if let Some(path) = &outcome.rejected {
            let mut rejected = space.result(&open.rejected)?;
            copy(path, &mut rejected)?;
            rejected.finish(self.now())?;
        }
        Ok(())
    }
}

fn copy(path: &std::path::Path, to: &mut talang_files::Writer) -> Result<()> {
    let mut from = std::fs::File::open(path)?;
    let mut buffer = vec![0; 1 << 17];
    loop {
        let count = from.read(&mut buffer)?;
        if count == 0 {
            return Ok(());
        }
        to.write_all(buffer.get(..count).unwrap_or_default()).map_err(|_| Fault::new("file_space.full"))?;
    }
}

/// Names in `out/` that nothing has yet: `X.result.csv` and `X.rejected.csv`, with a number where they are taken. The
/// second can be put to `in/` again when it is corrected: what stands between order and ending is no part of the name (I4).
fn free_names(space: &Shared, name: &str, rejected: bool) -> Result<(String, String)> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let out = SpacePath::parse(&SpacePath::default(), "out")?;
    for number in 1..10_000 {
        let mark = if number == 1 { String::new() } else { format!("~{number}") };
        let mut room = 255 - mark.len() - ".rejected.csv".len();
        while !stem.is_char_boundary(room.min(stem.len())) {
            room -= 1;
        }
        let base = format!("{}{mark}", stem.get(..room.min(stem.len())).unwrap_or_default());
        let [result, retry] = ["result", "rejected"].map(|what| format!("{base}.{what}.csv"));
        let free = |name: &str| -> Result<bool> { Ok(space.stat(&out.join(name)?, None).is_err()) };
        if free(&result)? && free(&retry)? {
            return Ok((result, if rejected { retry } else { String::new() }));
        }
    }
    Err(Fault::new("file_space.exists").into())
}

/// A name in `out/` that nothing has yet: stem and ending, with a number between them where it is taken.
pub(crate) fn free_name(space: &Shared, stem: &str, ending: &str) -> Result<String> {
    let out = SpacePath::parse(&SpacePath::default(), "out")?;
    for number in 1..10_000 {
        let mark = if number == 1 { String::new() } else { format!("~{number}") };
        let name = format!("{stem}{mark}.{ending}");
        if space.stat(&out.join(&name)?, None).is_err() {
            return Ok(name);
        }
    }
    Err(Fault::new("file_space.exists").into())
}
