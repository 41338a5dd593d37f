//! `talang import`, `export`, `formats`, `openapi`: files and the descriptions of interfaces.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;
use serde_json::json;
use talang_catalogue::{Culture, Fault, Language};
use talang_engine::{
    Actor, AsOf, Door, Error, Filter, Installation, Options, Query, Result, Scope, SystemClock, TenantId,
};
use talang_interchange::csv::{self, FileName, Format, ImportOptions, ImportReport, Progress};
use talang_report::Report;
use talang_store::Backend;

use super::open::{Failure, Opener, Outcome, table};
use crate::library;

/// Import CSV files through the gate: rights, rules and journal as on the screens. A line that is refused stops no other;
/// refused lines are written to a file that can be corrected and imported again.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  talang import --tenant acme Organisation_InsertAndUpdate_en-GB_10_.csv Employee_InsertAndUpdate_en-GB_20_.csv
  talang import --tenant acme --dry-run *.csv
  talang import --tenant acme --adapted ibm-hr-attrition ibm-hr-attrition.csv
Names are [ImportType]_[InsertOnly|InsertAndUpdate]_[Culture]_[Order]_.csv; files run in ascending order. `talang formats`
describes every type. Acts as the tenant's account `operator`. Exit code: 0 when nothing was rejected, 1 when something
was, 2 when the command could not run.")]
pub(super) struct Import {
    /// Tenant
    #[arg(long)]
    tenant: String,
    /// Check everything, write nothing
    #[arg(long)]
    dry_run: bool,
    /// Adapted format that reads the files: a saved mapping of foreign columns
    #[arg(long, value_name = "CODE")]
    adapted: Option<String>,
    /// CSV files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Import {
    pub(super) fn run(self, open: &Opener) -> std::result::Result<Outcome, Failure> {
        let scope = open.operator(&self.tenant)?;
        for file in &self.files {
            if !file.is_file() {
                return Err(Failure::new(format!("there is no file {}", file.display())));
            }
        }
        let mut files = self.files;
        // Files whose name says no type (adapted formats) stay where they were given, behind the others.
        files.sort_by_key(|f| FileName::parse(&name_of(f)).map_or(i64::MAX, |n| n.order));
        let (mut reports, mut refused, mut words) = (Vec::new(), Vec::new(), Vec::new());
        for file in &files {
            let name = name_of(file);
            match import_one(open, &scope, file, &name, self.dry_run, self.adapted.clone()) {
                Ok(report) => {
                    words.push(report_words(&report));
                    reports.push(report);
                }
                Err(error) => {
                    let failure = Failure::from(error);
                    words.push(format!("{name}: refused as a whole"));
                    failure.tell(open.json());
                    refused.push(name);
                }
            }
        }
        let rejected: u64 = reports.iter().map(|r| r.counts.rejected).sum();
        open.say(&words.join("\n"), &json!({ "files": reports, "refused": refused }))?;
        Ok(if rejected == 0 && refused.is_empty() { Outcome::Done } else { Outcome::Rejected })
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

fn import_one(
    open: &Opener,
    scope: &Scope,
    path: &Path,
    name: &str,
    dry_run: bool,
    adapted: Option<String>,
) -> Result<ImportReport> {
    let bar = open.shows_progress().then(|| bar(name));
    let mut progress = |p: Progress| {
        if let Some(bar) = &bar {
            bar.set_length(p.total);
            bar.set_position(p.done);
            if p.counts.rejected > 0 {
                bar.set_message(format!("{name}, {} rejected", p.counts.rejected));
            }
        }
    };
    let report = csv::import_file(
        scope,
        path,
        name,
        ImportOptions { dry_run, adapted, folder: None, progress: &mut progress },
    );
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    report
}

/// A progress bar on standard error.
pub(super) fn bar(message: &str) -> ProgressBar {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg}  {wide_bar}  {pos}/{len}  {eta}") {
        bar.set_style(style);
    }
    bar.set_message(message.to_string());
    bar
}

fn report_words(report: &ImportReport) -> String {
    let c = report.counts;
    let dry = if report.dry_run { " (dry run: nothing was written)" } else { "" };
    let mut words = format!(
        "{}: {} lines: {} created, {} updated, {} unchanged, {} rejected{dry}",
        report.file, c.lines, c.created, c.updated, c.unchanged, c.rejected
    );
    for group in &report.faults {
        words.push_str(&format!("\n  {} × {}", group.count, group.code));
        for fault in group.first.iter().take(3) {
            let column = if fault.column.is_empty() { String::new() } else { format!(", {}", fault.column) };
            words.push_str(&format!("\n    line {}{column}: {}", fault.line, fault.message));
        }
    }
    if c.rejected > 0 {
        words.push_str(&format!("\n  every line's result: {}", report.result_file.display()));
        if let Some(retry) = &report.retry_file {
            words.push_str(&format!("\n  rejected lines, to correct and import again: {}", retry.display()));
        }
    }
    words
}

/// Imports texts as files, such as the standard library; the first that is not taken whole is the error.
///
/// # Errors
/// What the file or its first rejected line is refused for; the log names file and line.
pub fn import_texts<'a>(
    scope: &Scope,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    told: &mut dyn FnMut(&str, Progress),
) -> Result<()> {
    let folder = Temporary::new()?;
    let failed = |error: std::io::Error| Error::Storage(error.into());
    for (name, bytes) in files {
        let path = folder.0.join(name);
        std::fs::write(&path, bytes).map_err(failed)?;
        let mut progress = |p: Progress| told(name, p);
        let options = ImportOptions {
            dry_run: false,
            adapted: None,
            folder: Some(folder.0.join("report")),
            progress: &mut progress,
        };
        let report = csv::import_file(scope, &path, name, options)?;
        if let Some(group) = report.faults.first() {
            let first = group.first.first();
            crate::log::line(
                "error",
                "import",
                &[
                    ("file", name.into()),
                    ("rejected", report.counts.rejected.into()),
                    ("code", group.code.clone().into()),
                    ("line", first.map_or(0, |f| f.line).into()),
                    ("column", first.map(|f| f.column.clone()).unwrap_or_default().into()),
                ],
            );
            return Err(Fault::new("request.invalid")
                .with(
                    "detail",
                    format!(
                        "{name}: {}",
                        first.map(|f| format!("line {}: {}", f.line, f.message)).unwrap_or_default()
                    ),
                )
                .into());
        }
    }
    Ok(())
}

/// Imports the standard library.
///
/// # Errors
/// As [`import_texts`].
pub fn import_library(scope: &Scope) -> Result<()> {
    let files = library::files().iter().map(|f| (f.name.as_str(), f.bytes.as_slice()));
    import_texts(scope, files, &mut |_, _| {})
}

/// A folder that goes when it is dropped.
struct Temporary(PathBuf);

impl Temporary {
    fn new() -> Result<Temporary> {
        let mut random = [0u8; 8];
        getrandom::fill(&mut random).map_err(|_| Error::from(Fault::new("internal")))?;
        let path = std::env::temp_dir().join(format!("talang-{}", talang_store::attachments::hex(&random)));
        std::fs::create_dir_all(&path).map_err(|e| Error::Storage(e.into()))?;
        Ok(Temporary(path))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Export a business object as CSV (UTF-8 with byte-order mark, as an import reads it back), Excel or PDF.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  talang export --tenant acme Employee --out employees.csv
  talang export --tenant acme Assignment --every-slice --out Assignment_InsertAndUpdate_en-GB_30_.csv
  talang export --tenant acme Employee --as-of 2026-01-01 --filter 'status is active' --columns number,last_name --out -
  talang export --tenant acme Employee --format xlsx --columns number,last_name,assignment.organisation --out people.xlsx
  talang export --tenant acme Employee --adapted payroll --out payroll.csv
Acts as the tenant's account `operator`.")]
pub(super) struct Export {
    /// Business object; `talang formats` lists them
    #[arg(value_name = "TYPE")]
    object: String,
    /// Tenant
    #[arg(long)]
    tenant: String,
    /// File to write; - for standard output
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Day for which dated data is read [default: today]
    #[arg(long, value_name = "DATE", conflicts_with = "every_slice")]
    as_of: Option<Date>,
    /// Every slice of dated data, so that nothing is lost when the file comes back
    #[arg(long)]
    every_slice: bool,
    /// Which records: `status is active and hire_date >= 2020-01-01`
    #[arg(long)]
    filter: Option<String>,
    /// Kind of file: csv, xlsx or pdf
    #[arg(long, default_value = "csv", value_parser = ["csv", "xlsx", "pdf"])]
    format: String,
    /// Columns, separated by commas; own fields and paths such as assignment.organisation [default: all own fields]
    #[arg(long, value_delimiter = ',')]
    columns: Vec<String>,
    /// Culture whose separator and decimal sign are written [default: the company's]
    #[arg(long)]
    culture: Option<String>,
    /// Adapted export format of that code, which says columns, culture and encoding
    #[arg(long, value_name = "CODE", conflicts_with_all = ["columns", "culture", "format"])]
    adapted: Option<String>,
}

impl Export {
    pub(super) fn run(self, open: &Opener) -> std::result::Result<Outcome, Failure> {
        let mut scope = open.operator(&self.tenant)?;
        let culture = match &self.culture {
            Some(code) => {
                Culture::find(code).ok_or_else(|| Failure::new(format!("there is no culture {code:?}")))?
            }
            None => scope.tenant().culture(),
        };
        let name = object_name(&scope, &self.object)?;
        let filter = match &self.filter {
            Some(text) => Some(scope.view(|v| Ok(Filter::parse(&v.catalogue(), &v.object(&name)?, text)?))?),
            None => None,
        };
        let as_of = match (self.every_slice, self.as_of) {
            (true, _) => AsOf::Always,
            (_, Some(day)) => AsOf::Day(day),
            _ => AsOf::Scope,
        };
        let query = Query { filter, as_of, ..Query::default() };
        // Reports speak the language of their culture.
        scope.culture = culture;
        // An import takes CSV back; the other formats are for people.
        let format = talang_report::Format::parse(&self.format).filter(|f| *f != talang_report::Format::Csv);
        let report = match format {
            Some(format) => Some(Report::prepare(&scope, &name, &query, &self.columns, format)?),
            None => None,
        };
        let layout = match &self.adapted {
            Some(code) => Some(scope.view(|v| {
                let object = v.object(&name)?;
                csv::Layout::of_object(v, code, &object)
            })?),
            None => None,
        };
        let write = |out: &mut dyn Write| match (&report, &layout) {
            (Some(report), _) => report.write(&scope, out),
            (None, Some(layout)) => csv::export_as(&scope, &query, layout, out),
            (None, None) => csv::export(&scope, &name, &query, &self.columns, culture, out),
        };
        if let Some(lines) = to_file(&scope, &self.out, &write)? {
            let words = format!("{}: {lines} lines of {name}", self.out.display());
            open.say(&words, &json!({ "object": name, "lines": lines, "file": self.out }))?;
        }
        Ok(Outcome::Done)
    }
}

/// Writes a file, or to standard output for `-`; the number of its records, where there is something to say.
pub(super) fn to_file(
    scope: &Scope,
    path: &Path,
    write: &dyn Fn(&mut dyn Write) -> Result<u64>,
) -> std::result::Result<Option<u64>, Failure> {
    if path.as_os_str() == "-" {
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        write(&mut out)?;
        out.flush()?;
        talang_engine::activity::settle(scope.installation())?;
        return Ok(None);
    }
    // Under another name until it is whole: nobody picks up half an export.
    let part = path.with_extension("part");
    let mut file = std::io::BufWriter::new(std::fs::File::create(&part)?);
    let written = write(&mut file);
    let lines =
        match written.and_then(|lines| file.flush().map(|()| lines).map_err(|e| Error::Storage(e.into()))) {
            Ok(lines) => lines,
            Err(error) => {
                let _ = std::fs::remove_file(&part);
                return Err(error.into());
            }
        };
    talang_engine::activity::settle(scope.installation())?;
    std::fs::rename(&part, path)?;
    Ok(Some(lines))
}

/// The object of that name, in any case, or a failure that names similar ones.
fn object_name(scope: &Scope, text: &str) -> std::result::Result<String, Failure> {
    let catalogue = scope.view(|v| Ok(v.catalogue()))?;
    let objects = catalogue.objects();
    if let Some(found) = objects.iter().find(|o| o.def.name.eq_ignore_ascii_case(text) || o.def.path == text)
    {
        return Ok(found.def.name.to_string());
    }
    Err(unknown_type(text, &objects.iter().map(|o| o.def.name).collect::<Vec<_>>()))
}

fn unknown_type(text: &str, names: &[&str]) -> Failure {
    let small = text.to_lowercase();
    let beginning = small.get(..4).unwrap_or(&small);
    let similar: Vec<&str> =
        names.iter().copied().filter(|n| n.to_lowercase().contains(beginning)).take(8).collect();
    let hint = if similar.is_empty() {
        "`talang formats` lists all".to_string()
    } else {
        format!("do you mean {}? `talang formats` lists all", similar.join(", "))
    };
    Failure::new(format!("there is no type {text:?}")).hint(hint)
}

/// The formats of import and export files, described from the catalogue; with a tenant, its extra fields included.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  talang formats
  talang formats Employee
  talang formats Employee --example > Employee_InsertAndUpdate_en-GB_20_.csv
  talang formats --examples-into folder
  talang formats --tenant acme --json
  talang formats --markdown > formats.md
With --tenant it acts as the tenant's account `operator`.")]
pub(super) struct Formats {
    /// Business object; all where none is named
    #[arg(value_name = "TYPE")]
    object: Option<String>,
    /// Tenant whose extra fields belong to it
    #[arg(long)]
    tenant: Option<String>,
    /// A file that imports as it stands, to standard output
    #[arg(long, requires = "object")]
    example: bool,
    /// An example of every format into a folder
    #[arg(long, value_name = "DIR", conflicts_with = "object")]
    examples_into: Option<PathBuf>,
    /// The whole reference as a Markdown page
    #[arg(long, conflicts_with_all = ["object", "examples_into"])]
    markdown: bool,
}

impl Formats {
    pub(super) fn run(self, open: &Opener) -> std::result::Result<Outcome, Failure> {
        let (scope, _folder) = match &self.tenant {
            Some(tenant) => (open.operator(tenant)?, None),
            None => {
                let (scope, folder) = nobodys_tenant()?;
                (scope, Some(folder))
            }
        };
        if self.markdown {
            let page = csv::formats_markdown(&scope)?;
            open.say(page.trim_end(), &json!({ "markdown": page }))?;
            return Ok(Outcome::Done);
        }
        if let Some(folder) = &self.examples_into {
            std::fs::create_dir_all(folder)?;
            let examples = csv::examples(&scope)?;
            for example in &examples {
                std::fs::write(folder.join(&example.file_name), &example.text)?;
            }
            let words = format!("{} examples in {}", examples.len(), folder.display());
            open.say(&words, &json!({ "examples": examples.len(), "folder": folder }))?;
            return Ok(Outcome::Done);
        }
        let formats = csv::formats(&scope)?;
        let Some(text) = &self.object else {
            let mut rows = vec![["TYPE", "WHAT", "MODULE", "FILE"].map(str::to_string).to_vec()];
            rows.extend(
                formats
                    .iter()
                    .map(|f| vec![f.name.clone(), f.label.clone(), f.module.clone(), f.file_name.clone()]),
            );
            open.say(&table(&rows), &json!({ "formats": formats }))?;
            return Ok(Outcome::Done);
        };
        let found = formats.iter().find(|f| f.name.eq_ignore_ascii_case(text));
        let format = found.ok_or_else(|| {
            unknown_type(text, &formats.iter().map(|f| f.name.as_str()).collect::<Vec<_>>())
        })?;
        if self.example {
            let example = csv::example(&scope, &format.name)?;
            if open.json() {
                open.say("", &json!({ "file": example.file_name, "text": example.text }))?;
            } else {
                std::io::stdout().lock().write_all(example.text.as_bytes())?;
            }
            return Ok(Outcome::Done);
        }
        open.say(&format_words(format), &json!({ "format": format }))?;
        Ok(Outcome::Done)
    }
}

fn format_words(format: &Format) -> String {
    let mut rows = vec![["COLUMN", "TYPE", "", "WHAT"].map(str::to_string).to_vec()];
    for column in &format.columns {
        let marks = [(column.key, "key"), (column.mandatory, "mandatory"), (column.unique, "unique")];
        let marks: Vec<&str> = marks.into_iter().filter(|(on, _)| *on).map(|(_, word)| word).collect();
        rows.push(vec![
            column.names.join(" "),
            column.type_text.clone(),
            marks.join(", "),
            column.help.clone(),
        ]);
    }
    format!(
        "{} — {}\n{}\nFile: {}\n\n{}",
        format.name,
        format.label,
        format.help,
        format.file_name,
        table(&rows)
    )
}

/// A tenant of a throw-away installation: the catalogue and standard library as every new tenant has them.
fn nobodys_tenant() -> std::result::Result<(Scope, Temporary), Failure> {
    let folder = Temporary::new()?;
    let options = Options {
        data: folder.0.clone(),
        backend: Backend::Sqlite,
        durable: false,
        open_tenants: 1,
        keys: None,
    };
    let registry = crate::modules::registry().map_err(Failure::new)?;
    let installation =
        Installation::open(options, registry, Arc::new(SystemClock), library::seed, &library::version())?;
    let id = TenantId::parse("formats").ok_or_else(|| Failure::new("formats"))?;
    let tenant = installation.create_tenant(&id, "", "en-GB", "")?;
    let mut scope = Scope::new(&installation, &tenant, Actor::System, Door::CommandLine);
    scope.culture = Culture::of(Language::En);
    Ok((scope, folder))
}

/// The OpenAPI 3.1 document of a tenant's own REST interface, extra fields included.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  talang openapi --tenant acme > acme.json
Acts as the tenant's account `operator`: what that account may not read is not in it.")]
pub(super) struct OpenApi {
    /// Tenant
    #[arg(long)]
    tenant: String,
}

impl OpenApi {
    pub(super) fn run(self, open: &Opener) -> std::result::Result<Outcome, Failure> {
        let scope = open.operator(&self.tenant)?;
        let document = talang_interchange::rest::openapi(&scope)?;
        writeln!(std::io::stdout().lock(), "{document:#}")?;
        Ok(Outcome::Done)
    }
}
