//! The steps of work that is no import: a file for others, the purge, mails that wait.

use std::io::{self, Write};

use serde_json::json;
use talang_catalogue::{Culture, Fault, Kind};
use talang_engine::{AsOf, Error, Filter, Query, Result, Scope};
use talang_files::{Files, Shared};
use talang_interchange::csv::{self, FileName, ImportMode};
use talang_store::{Cell, P};

use crate::desk::{Step, free_name};
use crate::history::Told;
use crate::plan::{Export, Work};
use crate::{Place, Times};

/// Bytes after which a long export says that it is still at work.
const BREATH: u64 = 4 << 20;

/// What of a run the steps need.
pub(crate) struct Errand {
    pub run: i64,
    pub work: Work,
    pub zone: String,
    pub planned_at: i64,
}

impl Place {
    /// The next step of a run that is no import.
    pub(crate) fn errand(&self, errand: &Errand, hold: &dyn Fn() -> Result<()>) -> Result<Step> {
        match &errand.work {
            Work::Export(export) => self.export(errand, export, hold),
            Work::Purge => {
                let space = Files::of(&self.installation).space(&self.installation, &self.tenant)?;
                let files = space.purge(self.now(), talang_files::keep_days(&self.tenant)?)?;
                self.count(errand.run, "files", i64::try_from(files).unwrap_or(i64::MAX))?;
                self.end(errand.run, None)
            }
            Work::Mails => {
                let sent = self.system().change(Kind::Shared, talang_mail::send_waiting);
                match sent {
                    Ok(mails) => {
                        self.count(errand.run, "mails", mails)?;
                        self.end(errand.run, None)
                    }
                    Err(Error::Faults(faults)) => self.end(errand.run, faults.first()),
                    Err(other) => Err(other),
                }
            }
            Work::Report(sending) => self.report(errand, sending, hold),
            Work::Import => self.end(errand.run, None),
        }
    }

    fn count(&self, run: i64, what: &str, count: i64) -> Result<()> {
        let counts = json!({ what: count }).to_string();
        self.tenant.db().write(|conn| {
            conn.exec(
                "UPDATE shared.schedule_run SET counts = ? WHERE id = ?",
                &[P::Text(&counts), P::Int(run)],
            )?;
            Ok(())
        })
    }

    /// Chooses a name and notes it, writes the file, ends the run. Repeated after a crash, it writes the same file again.
    fn export(&self, errand: &Errand, export: &Export, hold: &dyn Fn() -> Result<()>) -> Result<Step> {
        let Some(operator) = self.operator()? else {
            return self.end(errand.run, Some(&Fault::new("schedule.operator")));
        };
        let sql = "SELECT id, name FROM shared.schedule_file WHERE run = ?";
        let row =
            self.tenant.db().read(|conn| Ok::<_, Error>(conn.query_one(sql, &[P::Int(errand.run)])?))?;
        let Some([id, name]) = row.as_deref() else {
            return match self.begin_export(errand, export, &operator) {
                Err(Error::Faults(faults)) => self.end(errand.run, faults.first()),
                other => other.map(|()| Step::Again),
            };
        };
        let (state, fault, lines) = match self.write_export(export, name.text(), &operator, hold) {
            Ok(lines) => ("done", None, lines),
            Err(Error::Faults(faults)) => ("rejected", faults.into_iter().next(), 0),
            Err(other) => return Err(other),
        };
        let told = fault.as_ref().map(Told::of).unwrap_or_default();
        let counts = json!({ "lines": lines }).to_string();
        let now = self.now();
        self.tenant.db().write(|conn| {
            conn.exec(
                "UPDATE shared.schedule_file SET state = ?, ended_at = ?, counts = ?, fault = ?, fault_args = ? WHERE id = ?",
                &[
                    P::Text(state),
                    P::Int(now),
                    P::Text(&counts),
                    P::Text(&told.code),
                    P::Text(&told.args),
                    P::Int(id.int()),
                ],
            )?;
            Ok::<_, Error>(())
        })?;
        self.end(errand.run, fault.as_ref())
    }

    fn begin_export(&self, errand: &Errand, export: &Export, operator: &Scope) -> Result<()> {
        let stem = match export.name.as_str() {
            "" => {
                let object = operator.view(|v| v.object(&export.object))?;
                let name = FileName::of(&object, ImportMode::InsertAndUpdate, self.culture(export), 10);
                let day = Times::day(&errand.zone, errand.planned_at);
                format!("{}{day}", name.trim_end_matches(".csv"))
            }
            name => name.to_string(),
        };
        let space = Files::of(&self.installation).space(&self.installation, &self.tenant)?;
        let name = free_name(&space, &stem, "csv")?;
        let columns = ["run", "name", "state", "began_at", "result"];
        let row =
            vec![P::Int(errand.run), P::Text(&name), P::Text("writing"), P::Int(self.now()), P::Text(&name)];
        self.tenant.db().write(|conn| {
            conn.insert("shared.schedule_file", &columns, &[row])?;
            Ok(())
        })
    }

    fn culture(&self, export: &Export) -> &'static Culture {
        Culture::find(&export.culture).unwrap_or(self.tenant.culture())
    }

    fn write_export(
        &self,
        export: &Export,
        name: &str,
        operator: &Scope,
        hold: &dyn Fn() -> Result<()>,
    ) -> Result<u64> {
        let query = operator.view(|v| {
            let object = v.object(&export.object)?;
            let filter = match export.filter.as_str() {
                "" => None,
                text => Some(Filter::parse(&v.catalogue(), &object, text)?),
            };
            let as_of = if export.every_slice { AsOf::Always } else { AsOf::Scope };
            Ok(Query { filter, as_of, ..Query::default() })
        })?;
        let space = Files::of(&self.installation).space(&self.installation, &self.tenant)?;
        self.to_space(&space, name, hold, &|out| match &export.layout {
            Some(layout) => csv::export_as(operator, &query, layout, out),
            None => csv::export(operator, &export.object, &query, &export.columns, self.culture(export), out),
        })
    }

    /// Writes a file to `out/`, there by a rename when it is whole. What `write` returns.
    ///
    /// # Errors
    /// `file_space.full`, and those of `write`.
    pub(crate) fn to_space(
        &self,
        space: &Shared,
        name: &str,
        hold: &dyn Fn() -> Result<()>,
        write: &dyn Fn(&mut dyn Write) -> Result<u64>,
    ) -> Result<u64> {
        let mut out = Out::new(space.result(name)?, hold);
        let done = write(&mut out);
        if let Some(error) = out.stopped {
            return Err(error);
        }
        if out.broken {
            return Err(Fault::new("file_space.full").with("max", space.limits().bytes >> 20).into());
        }
        let lines = done?;
        out.writer.finish(self.now())?;
        Ok(lines)
    }
}

/// A file that grows: while it does, the job says that it is at work.
pub(crate) struct Out<'a, W> {
    pub writer: W,
    written: u64,
    hold: &'a dyn Fn() -> Result<()>,
    /// It took no more.
    pub broken: bool,
    pub stopped: Option<Error>,
}

impl<'a, W> Out<'a, W> {
    pub(crate) fn new(writer: W, hold: &'a dyn Fn() -> Result<()>) -> Out<'a, W> {
        Out { writer, written: 0, hold, broken: false, stopped: None }
    }
}

impl<W: Write> Write for Out<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let before = self.written / BREATH;
        let count = self.writer.write(bytes).inspect_err(|_| self.broken = true)?;
        self.written += u64::try_from(count).unwrap_or_default();
        if self.written / BREATH > before
            && let Err(error) = (self.hold)()
        {
            self.stopped = Some(error);
            return Err(io::Error::other("the program ends"));
        }
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The errand of a run, from what its schedule says now.
pub(crate) fn errand(run: i64, row: &[Cell]) -> Option<Errand> {
    let [task, detail, zone, planned_at] = row else { return None };
    Some(Errand {
        run,
        work: Work::read(task.text(), detail.text()),
        zone: zone.text().to_string(),
        planned_at: planned_at.int(),
    })
}
