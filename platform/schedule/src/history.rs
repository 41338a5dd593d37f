//! What ran, and what came of it.

use serde_json::Value as Json;
use talang_catalogue::{Fault, fault};
use talang_engine::{Result, Tenant};
use talang_store::{Cell, Conn, P};

/// A run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Row number.
    pub id: i64,
    /// Name of its schedule, which may be gone.
    pub schedule: String,
    /// What people called it.
    pub label: String,
    /// `import`, `export`, `purge`, `mails`.
    pub task: String,
    /// When it was due, began and ended, in microseconds since 1970.
    pub planned_at: i64,
    /// See `planned_at`.
    pub began_at: i64,
    /// See `planned_at`; nothing while it runs.
    pub ended_at: Option<i64>,
    /// Somebody asked for it.
    pub by_hand: bool,
    /// It began so long after it was due that it had been missed.
    pub late: bool,
    /// `running`, `done`; `partly done`: a file or some of its lines were rejected; `failed`: it could not run at all.
    pub state: String,
    /// What kept it from running at all: a code, and its arguments as a JSON object.
    pub fault: Told,
    /// What came of it beside files, as a JSON object of numbers.
    pub counts: String,
    /// Its files in their order.
    pub files: Vec<RunFile>,
}

/// A file of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunFile {
    /// Name in `in/`, or in `out/` of an export.
    pub name: String,
    /// `taken`, `importing`, `writing`, `done`, `rejected`.
    pub state: String,
    /// Counts of its lines in JSON; empty where none was read.
    pub counts: String,
    /// What it was refused for as a whole.
    pub fault: Told,
    /// Name in `done/` or `rejected/`.
    pub place: String,
    /// Names of its result and of its rejected lines in `out/`.
    pub result: String,
    /// See `result`; empty where no line was rejected.
    pub rejected: String,
    /// When it was taken and done, in microseconds since 1970.
    pub began_at: i64,
    /// See `began_at`.
    pub ended_at: Option<i64>,
}

impl RunFile {
    /// One of its counts: `created`, `updated`, `unchanged`, `rejected`, `lines`.
    pub fn count(&self, what: &str) -> i64 {
        number(&self.counts, what)
    }
}

impl Run {
    /// One of its counts: `files` of a purge, `mails`.
    pub fn count(&self, what: &str) -> i64 {
        number(&self.counts, what)
    }
}

fn number(counts: &str, what: &str) -> i64 {
    let counts: Json = serde_json::from_str(counts).unwrap_or_default();
    counts.get(what).and_then(Json::as_i64).unwrap_or_default()
}

/// A fault as it was noted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Its code; empty for none.
    pub code: String,
    /// Its arguments as a JSON object.
    pub args: String,
}

impl Told {
    /// The fault with its arguments; nothing where there was none, `internal` for a code that is no longer in the table.
    pub fn fault(&self) -> Option<Fault> {
        if self.code.is_empty() {
            return None;
        }
        let Some(known) = fault::find(&self.code) else { return Some(Fault::new("internal")) };
        let args: Json = serde_json::from_str(&self.args).unwrap_or_default();
        let value = |name: &str| args.get(name).and_then(Json::as_str).unwrap_or_default().to_string();
        Some(known.args.iter().fold(Fault::new(known.code), |fault, name| fault.with(name, value(name))))
    }

    pub(crate) fn of(fault: &Fault) -> Told {
        let args: serde_json::Map<String, Json> =
            fault.args.iter().map(|(name, value)| ((*name).to_string(), value.as_str().into())).collect();
        Told { code: fault.code.to_string(), args: Json::Object(args).to_string() }
    }
}

/// Which runs are asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Of the schedule of that code; empty for all.
    pub schedule: String,
    /// In that state; empty for all.
    pub state: String,
    /// With a file whose name holds this, in any case; empty for all.
    pub file: String,
    /// Those that are older than this one.
    pub before: Option<i64>,
    /// How many at most.
    pub most: i64,
}

const COLUMNS: &str = "r.id, COALESCE(r.code, s.code, ''), COALESCE(r.label, s.label, r.code, ''), COALESCE(r.task, 'import'),
     r.planned_at, r.began_at, r.ended_at, r.by_hand, COALESCE(r.late, 0), r.state, r.fault, COALESCE(r.fault_args, ''),
     COALESCE(r.counts, '') FROM shared.schedule_run r LEFT JOIN shared.schedule s ON s.id = r.schedule";

/// Runs with their files, the newest first. Whether the scope may see them is the caller's question.
///
/// # Errors
/// `storage.failed`.
pub fn runs(tenant: &Tenant, asked: &Asked) -> Result<Vec<Run>> {
    let mut conditions = vec!["r.id < ?"];
    let mut params = vec![P::Int(asked.before.unwrap_or(i64::MAX))];
    if !asked.schedule.is_empty() {
        conditions.push("COALESCE(r.code, s.code) = ?");
        params.push(P::Text(&asked.schedule));
    }
    if !asked.state.is_empty() {
        conditions.push("r.state = ?");
        params.push(P::Text(&asked.state));
    }
    if !asked.file.is_empty() {
        conditions.push("EXISTS (SELECT 1 FROM shared.schedule_file f WHERE f.run = r.id AND LOWER(f.name) LIKE ? ESCAPE '!')");
        let plain = asked.file.to_lowercase().replace('!', "!!").replace('%', "!%").replace('_', "!_");
        params.push(P::Owned(format!("%{plain}%")));
    }
    params.push(P::Int(asked.most));
    let sql = format!("SELECT {COLUMNS} WHERE {} ORDER BY r.id DESC LIMIT ?", conditions.join(" AND "));
    tenant.db().read(|conn| {
        let mut runs: Vec<Run> = conn.query(&sql, &params)?.iter().filter_map(|row| run(row)).collect();
        for run in &mut runs {
            run.files = files(conn, run.id)?;
        }
        Ok(runs)
    })
}

/// The run of that number.
///
/// # Errors
/// `record.not_found`.
pub fn run_of(tenant: &Tenant, id: i64) -> Result<Run> {
    let found = tenant.db().read(|conn| {
        let row = conn.query_one(&format!("SELECT {COLUMNS} WHERE r.id = ?"), &[P::Int(id)])?;
        let Some(mut run) = row.as_deref().and_then(run) else { return Ok(None) };
        run.files = files(conn, run.id)?;
        Ok::<_, talang_engine::Error>(Some(run))
    })?;
    found.ok_or_else(|| Fault::new("record.not_found").with("object", "schedule").into())
}

pub(crate) fn files(conn: &mut Conn, run: i64) -> Result<Vec<RunFile>> {
    let sql = "SELECT name, state, counts, fault, COALESCE(fault_args, ''), place, result, rejected, began_at, ended_at
         FROM shared.schedule_file WHERE run = ? ORDER BY id";
    Ok(conn.query(sql, &[P::Int(run)])?.iter().filter_map(|row| file(row)).collect())
}

fn text(cell: &Cell) -> String {
    cell.text().to_string()
}

fn run(row: &[Cell]) -> Option<Run> {
    let [
        id,
        schedule,
        label,
        task,
        planned_at,
        began_at,
        ended_at,
        by_hand,
        late,
        state,
        fault,
        args,
        counts,
    ] = row
    else {
        return None;
    };
    Some(Run {
        id: id.int(),
        schedule: text(schedule),
        label: text(label),
        task: text(task),
        planned_at: planned_at.int(),
        began_at: began_at.int(),
        ended_at: ended_at.opt_int(),
        by_hand: by_hand.int() == 1,
        late: late.int() == 1,
        state: text(state),
        fault: Told { code: text(fault), args: text(args) },
        counts: text(counts),
        files: Vec::new(),
    })
}

fn file(row: &[Cell]) -> Option<RunFile> {
    let [name, state, counts, fault, args, place, result, rejected, began_at, ended_at] = row else {
        return None;
    };
    Some(RunFile {
        name: text(name),
        state: text(state),
        counts: text(counts),
        fault: Told { code: text(fault), args: text(args) },
        place: text(place),
        result: text(result),
        rejected: text(rejected),
        began_at: began_at.int(),
        ended_at: ended_at.opt_int(),
    })
}
