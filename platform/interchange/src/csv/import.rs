//! The import engine: one thread reads lines into batches, another applies them through the gate, a transaction each.

use std::collections::HashSet;
use std::fs::OpenOptions;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use encoding_rs::Encoding;
use serde::{Deserialize, Serialize};
use serde_json::json;
use talang_catalogue::{Culture, Fault, Kind, Object};
use talang_engine::governance::needs_somebody;
use talang_engine::jobs::JobRun;
use talang_engine::{Action, Change, Door, Draft, Error, Outcome, Result, Saved, Scope};

use super::adapted::{self, Memory, Recognised};
use super::name::{FileName, ImportMode};
use super::plan::{ColumnFault, Plan};
use super::read::{self, Cells, Reader, Row, failed};
use super::report::{Counts, FaultGroup, ImportReport, Lengths, Part, Shape, Sink};

/// Lines in the first transaction. Each following one takes twice as many, up to [`MOST_LINES`]: a small file shows its
/// progress, a large one does not write the same pages of its indexes again and again.
const FEWEST_LINES: usize = 1000;
const MOST_LINES: usize = 4000;

/// Bytes of text that end a batch however few its lines are: memory stays flat.
const MOST_TEXT: usize = 4 << 20;

/// Lines that refer to records further down in their own file are tried again while that helps, so often at most.
const MOST_PASSES: u32 = 100;

/// How far an import is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Lines worked off, over all objects of the file.
    pub done: u64,
    /// Lines there are, as far as known.
    pub total: u64,
    /// What came of them so far.
    pub counts: Counts,
}

/// How to import.
pub struct ImportOptions<'a> {
    /// Check everything, write nothing.
    pub dry_run: bool,
    /// Code of the adapted format that reads the file; without one, a file whose name says no import type is
    /// recognised by its header.
    pub adapted: Option<String>,
    /// Folder for the result and retry files; a new one in the tenant's work folder where none is given.
    pub folder: Option<PathBuf>,
    /// Told after each batch.
    pub progress: &'a mut dyn FnMut(Progress),
}

/// Where an import stands: kept with each batch of a job.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct State {
    pub progress: Progress,
    part: usize,
    pass: u32,
    /// Lines done of this pass.
    done: u64,
    /// Lines that wait for another pass: of the one before, and of this one.
    waited: u64,
    waiting: u64,
    parts: Vec<Counts>,
    faults: Vec<FaultGroup>,
    lengths: Lengths,
    millis: u64,
}

/// One object's lines in a file.
pub(crate) struct Work {
    pub(super) plan: Plan,
    pub(super) mode: ImportMode,
    /// Place of the output in the adapted source.
    pub(super) output: Option<usize>,
}

/// A file that was looked at and may be imported.
pub(crate) struct Prepared {
    path: PathBuf,
    file: String,
    pub(super) encoding: &'static Encoding,
    pub(super) separator: u8,
    bom: bool,
    header: Cells,
    pub(super) lines: u64,
    width: usize,
    pub(super) adapted: Option<Recognised>,
    pub(super) work: Vec<Work>,
}

impl Prepared {
    /// In which kind of data the first object lies.
    pub(crate) fn kind(&self) -> Kind {
        self.work.first().map_or(Kind::Shared, |w| w.plan.object.def.kind)
    }

    /// Lines to be worked off, over all objects.
    pub(crate) fn lines_in_all(&self) -> u64 {
        self.lines.saturating_sub(1) * u64::try_from(self.work.len()).unwrap_or(1)
    }
}

/// Imports a file (I1–I7).
///
/// A line that fails never stops the others; the whole file is refused only for its name, encoding or header, or for
/// the lack of the right. Every batch of lines is one transaction. A dry run is one transaction per stretch of objects
/// in the same kind of data, undone at the end, so that lines see the ones before them; it keeps other writers of that
/// tenant waiting as long as it runs.
///
/// # Errors
/// `file.…` for the whole file, `right.missing`, `storage.…`.
pub fn import_file(
    scope: &Scope,
    path: &Path,
    file_name: &str,
    options: ImportOptions<'_>,
) -> Result<ImportReport> {
    let prepared = prepare(scope, path, file_name, options.adapted.as_deref())?;
    let folder = match options.folder {
        Some(folder) => folder,
        None => new_folder(scope)?,
    };
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let mut tell = options.progress;
    Run::new(scope, &prepared, &folder, options.dry_run, State::default(), None)?.all(&mut tell)
}

/// A new folder of the tenant's for an import's files.
pub(crate) fn new_folder(scope: &Scope) -> Result<PathBuf> {
    let mut unique = [0u8; 12];
    getrandom::fill(&mut unique).map_err(|_| Error::from(Fault::new("internal")))?;
    let name: String = unique.iter().map(|b| format!("{b:02x}")).collect();
    let folder = scope.tenant().db().attachments().work_folder()?.join("imports").join(name);
    std::fs::create_dir_all(&folder).map_err(failed)?;
    Ok(folder)
}

/// Reads what all of a file depends on: name, encoding, header, and the right to import it.
pub(crate) fn prepare(
    scope: &Scope,
    path: &Path,
    file_name: &str,
    adapted: Option<&str>,
) -> Result<Prepared> {
    let company = scope.tenant().culture();
    scope.view(|view| {
        let catalogue = view.catalogue();
        let named = FileName::parse(file_name);
        let own = match (&named, adapted) {
            (Ok(name), None) => name.object(&catalogue).map(|object| (name.clone(), object)),
            (Err(fault), None) => Err(fault.clone().into()),
            (_, Some(_)) => Err(Fault::new("file.name").with("name", file_name).into()),
        };
        let prepared = match own {
            Ok((name, object)) => prepare_own(path, &name, &object, name.culture.unwrap_or(company))?,
            Err(refusal) => {
                let mut formats = adapted::formats(view)?;
                formats.retain(|f| adapted.is_none_or(|code| f.code == code));
                let Some(prepared) = prepare_foreign(path, file_name, &formats, &catalogue, company)? else {
                    return Err(refusal);
                };
                prepared
            }
        };
        for work in &prepared.work {
            if !view.rights().may(&work.plan.object, Action::Import) {
                let object = work.plan.object.def.name;
                return Err(Fault::new("right.missing")
                    .with("action", "import")
                    .with("object", object)
                    .into());
            }
            // Said for the whole file: the gate would say it of each line.
            if scope.unattended && needs_somebody(work.plan.object.def) {
                return Err(Fault::new("right.unattended").with("object", work.plan.object.def.name).into());
            }
        }
        Ok(prepared)
    })
}

fn first_row(path: &Path, encoding: &'static Encoding, separator: u8) -> Result<Cells> {
    let mut reader = Reader::open(path, encoding, separator)?;
    match reader.next_row()? {
        Some(Row { cells, fault: None, .. }) => Ok(cells),
        _ => Err(Fault::new("file.header").into()),
    }
}

/// The header's names; what spreadsheets leave behind the last column is none.
fn names(header: &Cells) -> Vec<&str> {
    let mut names: Vec<&str> = header.iter().map(str::trim).collect();
    while names.len() > 1 && names.last().is_some_and(|n| n.is_empty()) {
        names.pop();
    }
    names
}

fn prepare_own(
    path: &Path,
    name: &FileName,
    object: &Arc<Object>,
    culture: &'static Culture,
) -> Result<Prepared> {
    let encoding = encoding_rs::UTF_8;
    let scan = read::scan(path, encoding)?;
    let separator = read::separator(path, encoding, culture.list)?;
    let header = first_row(path, encoding, separator)?;
    let plan = Plan::new(object, names(&header), culture)?;
    let width = plan.width();
    Ok(Prepared {
        path: path.to_path_buf(),
        file: name.text.clone(),
        encoding,
        separator,
        bom: scan.bom,
        lines: scan.lines,
        header,
        width,
        adapted: None,
        work: vec![Work { plan, mode: name.mode, output: None }],
    })
}

/// A file in a foreign format, if one of the formats fits.
fn prepare_foreign(
    path: &Path,
    file_name: &str,
    formats: &[adapted::Format],
    catalogue: &talang_catalogue::Catalogue,
    company: &'static Culture,
) -> Result<Option<Prepared>> {
    // Which encoding and separator, only the format knows: each combination is tried.
    let mut tried: Vec<(&'static Encoding, Option<u8>)> = Vec::new();
    for source in formats.iter().flat_map(|f| &f.sources) {
        let how = (source.encoding, source.separator);
        if !tried.contains(&how) {
            tried.push(how);
        }
    }
    let mut best: Option<(Recognised, Cells, u8)> = None;
    for (encoding, separator) in tried {
        let found = match separator {
            Some(found) => Ok(found),
            None => read::separator(path, encoding, company.list),
        };
        let Ok(found) = found else { continue };
        let Ok(header) = first_row(path, encoding, found) else { continue };
        let fitting: Vec<adapted::Format> = formats
            .iter()
            .map(|f| {
                let same = |s: &&Arc<adapted::Source>| s.encoding == encoding && s.separator == separator;
                adapted::Format { sources: f.sources.iter().filter(same).cloned().collect(), ..f.clone() }
            })
            .collect();
        if let Some(recognised) = adapted::recognise(&fitting, &names(&header), file_name)
            && best.as_ref().is_none_or(|(b, ..)| recognised.source.columns.len() > b.source.columns.len())
        {
            best = Some((recognised, header, found));
        }
    }
    let Some((recognised, header, separator)) = best else { return Ok(None) };
    let scan = read::scan(path, recognised.source.encoding)?;
    let mut work = Vec::new();
    for (place, output) in recognised.source.outputs.iter().enumerate() {
        let mut plan = output.plan(catalogue, recognised.culture.unwrap_or(company))?;
        plan.call(&recognised.names(output));
        work.push(Work { plan, mode: output.mode, output: Some(place) });
    }
    Ok(Some(Prepared {
        path: path.to_path_buf(),
        file: file_name.to_string(),
        encoding: recognised.source.encoding,
        separator,
        bom: scan.bom,
        lines: scan.lines,
        width: names(&header).len(),
        header,
        adapted: Some(recognised),
        work,
    }))
}

/// A line on its way.
struct Line {
    /// Place among the lines of its object, from 0.
    place: u64,
    number: u64,
    foreign: Cells,
    draft: std::result::Result<Draft, Vec<ColumnFault>>,
}

type Batch = Vec<Line>;

/// What became of a line.
enum Fate {
    Passed(Outcome),
    Waits,
    Rejected(Vec<ColumnFault>),
}

/// Reads the lines of one object of a file and hands them over in batches.
struct Source<'a> {
    prepared: &'a Prepared,
    work: &'a Work,
    /// Lines to leave out at the beginning.
    skip: u64,
    /// Only these lines, in ascending order.
    only: Option<Vec<u64>>,
}

impl Source<'_> {
    fn run(&self, out: &SyncSender<Result<Batch>>) {
        if let Err(error) = self.read(out) {
            // Nobody listens any more when the other side gave up.
            let _ = out.send(Err(error));
        }
    }

    fn read(&self, out: &SyncSender<Result<Batch>>) -> Result<()> {
        let mut reader = Reader::open(&self.prepared.path, self.prepared.encoding, self.prepared.separator)?;
        reader.next_row()?;
        let mut sorter = Sorter {
            source: self,
            place: 0,
            passed: 0,
            next: 0,
            batch: Vec::new(),
            text: 0,
            most: FEWEST_LINES,
            out,
        };
        let mut memory = Memory::default();
        let foreign = self.prepared.adapted.as_ref();
        let output =
            foreign.and_then(|a| self.work.output.and_then(|o| a.source.outputs.get(o)).map(|o| (a, o)));
        while let Some(row) = reader.next_row()? {
            let Row { line, cells, fault } = row;
            let fault = fault.or_else(|| self.shape_fault(&cells));
            let going = match (fault, output) {
                (Some(fault), _) => sorter.add(line, cells, Err(vec![(String::new(), fault)]))?,
                (None, None) => sorter.add_read(line, cells, None)?,
                (None, Some((adapted, output))) => match adapted.apply(output, &cells) {
                    Err(faults) => sorter.add(line, cells, Err(faults))?,
                    Ok(made) => {
                        let mut going = true;
                        for ours in made {
                            if memory.repeated(output, &ours) || memory.gather(output, line, &cells, &ours) {
                                continue;
                            }
                            going = sorter.add_read(line, cells.clone(), Some(ours))?;
                        }
                        going
                    }
                },
            };
            if !going {
                return Ok(());
            }
        }
        for (number, foreign, ours) in memory.take() {
            if !sorter.add_read(number, foreign, Some(ours))? {
                return Ok(());
            }
        }
        sorter.send();
        Ok(())
    }

    /// A line must have as many cells as the header; separators behind the last column do no harm.
    fn shape_fault(&self, cells: &Cells) -> Option<Fault> {
        let width = self.prepared.width;
        let beyond = (width..cells.len()).any(|i| !cells.get(i).trim().is_empty());
        if cells.len() >= width && !beyond {
            return None;
        }
        Some(Fault::new("line.columns").with("expected", width).with("found", cells.len()))
    }
}

/// Picks the lines that this pass is about and fills the batches.
struct Sorter<'a> {
    source: &'a Source<'a>,
    place: u64,
    passed: u64,
    next: usize,
    batch: Batch,
    /// Bytes of the batch's lines.
    text: usize,
    /// Lines that end it.
    most: usize,
    out: &'a SyncSender<Result<Batch>>,
}

impl Sorter<'_> {
    /// Whether the line at this place belongs to the pass and is not done yet.
    fn wanted(&mut self) -> Option<u64> {
        let place = self.place;
        self.place += 1;
        if let Some(only) = &self.source.only {
            if only.get(self.next) != Some(&place) {
                return None;
            }
            self.next += 1;
        }
        self.passed += 1;
        (self.passed > self.source.skip).then_some(place)
    }

    fn add_read(&mut self, number: u64, foreign: Cells, ours: Option<Cells>) -> Result<bool> {
        let Some(place) = self.wanted() else { return Ok(true) };
        let cells = ours.as_ref().unwrap_or(&foreign);
        let draft = self.source.work.plan.draft(|i| cells.get(i));
        Ok(self.push(Line { place, number, foreign, draft }))
    }

    fn add(
        &mut self,
        number: u64,
        foreign: Cells,
        draft: std::result::Result<Draft, Vec<ColumnFault>>,
    ) -> Result<bool> {
        let Some(place) = self.wanted() else { return Ok(true) };
        Ok(self.push(Line { place, number, foreign, draft }))
    }

    /// False when nobody takes the lines any more.
    fn push(&mut self, line: Line) -> bool {
        self.text += line.foreign.bytes();
        self.batch.push(line);
        (self.batch.len() < self.most && self.text < MOST_TEXT) || self.send()
    }

    fn send(&mut self) -> bool {
        let batch = std::mem::take(&mut self.batch);
        self.text = 0;
        self.most = (self.most * 2).min(MOST_LINES);
        batch.is_empty() || self.out.send(Ok(batch)).is_ok()
    }
}

/// An import under way.
pub(crate) struct Run<'a> {
    scope: Scope,
    prepared: &'a Prepared,
    folder: &'a Path,
    dry_run: bool,
    state: State,
    job: Option<&'a JobRun<'a>>,
    sink: Sink<'a>,
    began: std::time::Instant,
}

impl<'a> Run<'a> {
    pub(crate) fn new(
        scope: &'a Scope,
        prepared: &'a Prepared,
        folder: &'a Path,
        dry_run: bool,
        mut state: State,
        job: Option<&'a JobRun<'a>>,
    ) -> Result<Run<'a>> {
        state.parts.resize(prepared.work.len(), Counts::default());
        state.progress.total = prepared.lines_in_all();
        let header: Cells = names(&prepared.header).into_iter().collect();
        let shape =
            Shape { separator: prepared.separator, encoding: prepared.encoding, bom: prepared.bom, header };
        let sink = Sink::open(scope, folder, shape, state.lengths, std::mem::take(&mut state.faults))?;
        let mut scope = scope.clone();
        scope.door = Door::Import;
        Ok(Run { scope, prepared, folder, dry_run, state, job, sink, began: std::time::Instant::now() })
    }

    /// The whole import, or the rest of it.
    ///
    /// # Errors
    /// As [`import_file`]; when a job is to stop, the state is kept and the fault is `internal`.
    pub(crate) fn all(mut self, tell: &mut dyn FnMut(Progress)) -> Result<ImportReport> {
        while self.state.part < self.prepared.work.len() {
            if self.dry_run {
                self.dry_stretch(tell)?;
            } else {
                self.part(&mut Through::Batches, tell)?;
            }
        }
        let (scope, dry_run) = (self.scope.clone(), self.dry_run);
        let report = self.finish()?;
        if !dry_run && !scope.sets_up() {
            for part in &report.parts {
                let Counts { created, updated, unchanged, rejected, .. } = part.counts;
                let detail = format!(
                    "created {created}, updated {updated}, unchanged {unchanged}, rejected {rejected}"
                );
                scope.log(scope.activity("import").on(&part.object).detail(detail))?;
            }
        }
        Ok(report)
    }

    /// A dry run of the next objects that lie in the same kind of data, undone at its end.
    fn dry_stretch(&mut self, tell: &mut dyn FnMut(Progress)) -> Result<()> {
        let kind = |run: &Run<'_>| run.prepared.work.get(run.state.part).map(|w| w.plan.object.def.kind);
        let Some(first) = kind(self) else { return Ok(()) };
        let scope = self.scope.clone();
        scope.change(first, |change| {
            change.dry_run();
            while kind(self) == Some(first) {
                self.part(&mut Through::One(change), tell)?;
            }
            Ok(())
        })
    }

    /// One object of the file, in as many passes as its references need.
    fn part(&mut self, through: &mut Through<'_, '_>, tell: &mut dyn FnMut(Progress)) -> Result<()> {
        loop {
            self.pass(through, tell)?;
            let State { waiting, waited, pass, .. } = self.state;
            if waiting == 0 {
                break;
            }
            // When a pass did not help any more, the next one is the last.
            let helped = pass == 0 || waiting < waited;
            self.state.pass =
                if helped && pass < MOST_PASSES { pass + 1 } else { MOST_PASSES + 1 + pass % 2 };
            self.state.waited = waiting;
            self.state.waiting = 0;
            self.state.done = 0;
        }
        self.state.part += 1;
        self.state.pass = 0;
        self.state.done = 0;
        self.state.waited = 0;
        Ok(())
    }

    /// Whether lines whose references are not there yet may still wait.
    fn may_wait(&self) -> bool {
        self.state.pass <= MOST_PASSES
    }

    fn waiting_file(&self, pass: u32) -> PathBuf {
        self.folder.join(format!("waiting-{}-{}", self.state.part, pass % 2))
    }

    fn pass(&mut self, through: &mut Through<'_, '_>, tell: &mut dyn FnMut(Progress)) -> Result<()> {
        let prepared = self.prepared;
        let Some(work) = prepared.work.get(self.state.part) else { return Ok(()) };
        let only = if self.state.pass == 0 {
            None
        } else {
            Some(read_places(&self.waiting_file(self.state.pass + 1), self.state.waited)?)
        };
        let source = Source { prepared, work, skip: self.state.done, only };
        std::thread::scope(|threads| {
            let (out, batches): (_, Receiver<Result<Batch>>) = sync_channel(2);
            threads.spawn(move || source.run(&out));
            for batch in batches {
                if self.job.is_some_and(JobRun::stopping) {
                    return Err(Fault::new("internal").into());
                }
                self.batch(work, batch?, through)?;
                tell(self.state.progress);
            }
            Ok(())
        })
    }

    fn batch(&mut self, work: &Work, batch: Batch, through: &mut Through<'_, '_>) -> Result<()> {
        match through {
            Through::One(change) => {
                let (batch, fates) = apply(change, work, batch, self.may_wait())?;
                self.note(work, &batch, fates, false)
            }
            Through::Batches => {
                let kind = work.plan.object.def.kind;
                let scope = self.scope.clone();
                let job = self.job;
                // Progress in the same transaction: what is done is told exactly, whatever happens.
                let within = job.filter(|j| j.kind == kind);
                scope.change(kind, |change| {
                    let (batch, fates) = apply(change, work, batch, self.may_wait())?;
                    self.note(work, &batch, fates, job.is_some())?;
                    match within {
                        Some(job) => job.progress_within(change, &self.state_json()),
                        None => Ok(()),
                    }
                })?;
                match job.filter(|j| j.kind != kind) {
                    // Another kind of data is another database: lines are done first, and noted then. A line done
                    // twice is unchanged the second time.
                    Some(job) => job.progress(&self.state_json()),
                    None => Ok(()),
                }
            }
        }
    }

    /// Counts, tells and keeps what became of a batch.
    fn note(&mut self, work: &Work, batch: &[Line], fates: Vec<Fate>, durable: bool) -> Result<()> {
        let object = work.plan.object.clone();
        let mut places: Vec<u8> = Vec::new();
        let mut counts = Counts::default();
        for (line, fate) in batch.iter().zip(fates) {
            match fate {
                Fate::Waits => {
                    places.extend_from_slice(&line.place.to_le_bytes());
                    self.state.waiting += 1;
                    continue;
                }
                Fate::Passed(outcome) => {
                    match outcome {
                        Outcome::Created => counts.created += 1,
                        Outcome::Updated => counts.updated += 1,
                        Outcome::Unchanged => counts.unchanged += 1,
                    }
                    self.sink.passed(line.number, outcome, &object);
                }
                Fate::Rejected(faults) => {
                    counts.rejected += 1;
                    self.sink.rejected(line.number, &faults, &object, &line.foreign);
                }
            }
            counts.lines += 1;
        }
        if !places.is_empty() {
            let path = self.waiting_file(self.state.pass);
            let before =
                (self.state.waiting * 8).saturating_sub(u64::try_from(places.len()).unwrap_or_default());
            let mut file =
                OpenOptions::new().create(true).write(true).truncate(false).open(path).map_err(failed)?;
            file.set_len(before).map_err(failed)?;
            std::io::Seek::seek(&mut file, std::io::SeekFrom::End(0)).map_err(failed)?;
            file.write_all(&places).map_err(failed)?;
            if durable {
                file.sync_data().map_err(failed)?;
            }
        }
        self.state.lengths = self.sink.flush(durable)?;
        self.state.done += u64::try_from(batch.len()).unwrap_or_default();
        if let Some(part) = self.state.parts.get_mut(self.state.part) {
            *part = part.and(counts);
        }
        self.state.progress.counts = self.state.progress.counts.and(counts);
        self.state.progress.done += counts.lines;
        self.state.progress.total = self.state.progress.total.max(self.state.progress.done);
        Ok(())
    }

    fn state_json(&self) -> serde_json::Value {
        let mut state = self.state.clone();
        state.faults.clone_from(&self.sink.faults);
        state.millis += u64::try_from(self.began.elapsed().as_millis()).unwrap_or_default();
        json!({ "progress": state.progress, "state": state })
    }

    fn finish(mut self) -> Result<ImportReport> {
        self.sink.flush(self.job.is_some())?;
        for part in 0..self.prepared.work.len() {
            for pass in 0..2 {
                // A file that is not there needs no removing.
                let _ = std::fs::remove_file(self.folder.join(format!("waiting-{part}-{pass}")));
            }
        }
        let mut faults = std::mem::take(&mut self.sink.faults);
        faults.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.code.cmp(&b.code)));
        let parts = self.prepared.work.iter().zip(&self.state.parts);
        Ok(ImportReport {
            file: self.prepared.file.clone(),
            adapted: self.prepared.adapted.as_ref().map(|a| a.code.clone()),
            dry_run: self.dry_run,
            counts: self.state.progress.counts,
            parts: parts
                .map(|(w, c)| Part { object: w.plan.object.def.name.to_string(), counts: *c })
                .collect(),
            faults,
            result_file: self.folder.join(super::report::RESULT),
            retry_file: self.sink.retry_file(),
            millis: self.state.millis + u64::try_from(self.began.elapsed().as_millis()).unwrap_or_default(),
        })
    }
}

/// How batches are written.
enum Through<'x, 'c> {
    /// A transaction each.
    Batches,
    /// All in this one.
    One(&'x mut Change<'c>),
}

/// Applies a batch; when one line upsets the whole, line by line.
fn apply(
    change: &mut Change<'_>,
    work: &Work,
    mut batch: Batch,
    may_wait: bool,
) -> Result<(Batch, Vec<Fate>)> {
    let object = work.plan.object.clone();
    let mode = work.mode.mode();
    let mut drafts = Vec::with_capacity(batch.len());
    let mut fates: Vec<Option<Fate>> = Vec::with_capacity(batch.len());
    for line in &mut batch {
        match std::mem::replace(&mut line.draft, Err(Vec::new())) {
            Ok(draft) => {
                drafts.push(draft);
                fates.push(None);
            }
            Err(faults) => fates.push(Some(Fate::Rejected(faults))),
        }
    }
    let kept = drafts.clone();
    let answers = match change.attempt(|c| c.save_all(&object, mode, drafts)) {
        Ok(answers) => answers,
        Err(error) if of_a_line(&error) => {
            let mut answers = Vec::with_capacity(kept.len());
            for draft in kept {
                answers.push(match change.attempt(|c| c.save_all(&object, mode, vec![draft])) {
                    Ok(mut one) => one.pop().unwrap_or_else(|| Err(vec![Fault::new("internal")])),
                    Err(error) if of_a_line(&error) => Err(error.faults()),
                    Err(error) => return Err(error),
                });
            }
            answers
        }
        Err(error) => return Err(error),
    };
    let mut answers = answers.into_iter();
    let fates = fates
        .into_iter()
        .map(|fate| match fate {
            Some(fate) => fate,
            None => answers.next().map_or_else(
                || Fate::Rejected(vec![(String::new(), Fault::new("internal"))]),
                |answer| fate_of(work, answer, may_wait),
            ),
        })
        .collect();
    Ok((batch, fates))
}

/// Whether an error may be the fault of a single line.
fn of_a_line(error: &Error) -> bool {
    matches!(error, Error::Faults(_)) || error.faults().iter().any(|f| f.code == "value.duplicate")
}

fn fate_of(work: &Work, answer: std::result::Result<Saved, Vec<Fault>>, may_wait: bool) -> Fate {
    let faults = match answer {
        Ok(saved) => return Fate::Passed(saved.outcome),
        Err(faults) => faults,
    };
    // What a line refers to may come further down in the same file.
    let own = work.plan.object.def.name;
    let waits = may_wait
        && faults.iter().all(|f| f.code == "reference.unknown")
        && faults.iter().any(|f| f.arg("object").is_some_and(|o| o == own));
    if waits {
        return Fate::Waits;
    }
    let mut seen = HashSet::new();
    let named = faults
        .into_iter()
        .map(|f| (f.field.as_deref().map(|n| work.plan.column_of(n)).unwrap_or_default(), f));
    Fate::Rejected(named.filter(|(c, f)| seen.insert((c.clone(), f.code, f.args.clone()))).collect())
}

fn read_places(path: &Path, count: u64) -> Result<Vec<u64>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path).and_then(|f| f.take(count * 8).read_to_end(&mut bytes)).map_err(failed)?;
    Ok(bytes.chunks_exact(8).filter_map(|c| c.try_into().ok()).map(u64::from_le_bytes).collect())
}
