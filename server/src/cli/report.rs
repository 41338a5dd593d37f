//! `talang report`: reports that somebody kept on a list, as files.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use talang_catalogue::Culture;
use talang_engine::Query;
use talang_report::{Format, Report};

use super::files::to_file;
use super::open::{Failure, Opener, Outcome, table};

/// A report that somebody kept as a view of a list, as a file; without a code, the codes.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  talang report --tenant acme
  talang report headcount --tenant acme --format pdf --culture fr-FR --out headcount.pdf
Acts as the tenant's account `operator`: the file holds what that account may see.")]
pub(super) struct SavedReport {
    /// Code of the report
    #[arg(value_name = "CODE", requires = "out")]
    code: Option<String>,
    /// Tenant
    #[arg(long)]
    tenant: String,
    /// Kind of file: xlsx, pdf or csv
    #[arg(long, default_value = "xlsx", value_parser = ["xlsx", "pdf", "csv"])]
    format: String,
    /// File to write; - for standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Culture in which it is written [default: the company's]
    #[arg(long)]
    culture: Option<String>,
}

impl SavedReport {
    pub(super) fn run(self, open: &Opener) -> Result<Outcome, Failure> {
        let mut scope = open.operator(&self.tenant)?;
        if let Some(code) = &self.culture {
            scope.culture =
                Culture::find(code).ok_or_else(|| Failure::new(format!("there is no culture {code:?}")))?;
        }
        let (Some(code), Some(out)) = (&self.code, &self.out) else {
            let kept = scope.view(|v| {
                let object = v.object("SavedReport")?;
                let sort = v.sort(&object, "object,code")?;
                Ok(v.list(&object, &Query { sort, ..Query::default() })?.records)
            })?;
            let text = |name: &str, record: &talang_catalogue::Record| {
                record.get(name).as_text().unwrap_or_default().to_string()
            };
            let rows: Vec<Vec<String>> =
                kept.iter().map(|r| ["code", "object", "label"].map(|name| text(name, r)).to_vec()).collect();
            let list: Vec<_> = kept
                .iter()
                .map(|r| json!({ "code": text("code", r), "object": text("object", r), "label": text("label", r) }))
                .collect();
            let words = if rows.is_empty() { "nobody has kept a report".to_string() } else { table(&rows) };
            open.say(&words, &json!({ "reports": list }))?;
            return Ok(Outcome::Done);
        };
        let format = Format::parse(&self.format)
            .ok_or_else(|| Failure::new(format!("there is no format {:?}", self.format)))?;
        let report = Report::saved(&scope, code, format)?;
        if let Some(rows) = to_file(&scope, out, &|out| report.write(&scope, out))? {
            let words = format!("{}: {rows} rows of {code}", out.display());
            open.say(&words, &json!({ "report": code, "rows": rows, "file": out }))?;
        }
        Ok(Outcome::Done)
    }
}
