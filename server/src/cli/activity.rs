//! `talang log …`: a tenant's application log (A12) for machines and for the record.

use std::io::Write;

use clap::{Subcommand, ValueEnum};
use jiff::civil::Date;
use serde_json::json;
use talang_engine::activity;

use super::open::{Failure, Opener, Outcome};
use crate::syslog;

/// A tenant's application log. `talang check` verifies it.
#[derive(Subcommand, Debug)]
pub(super) enum LogCommand {
    /// Number and hash of the newest entry, to be kept elsewhere: whoever has them notices when the end is cut off
    #[command(after_help = "Example:\n  talang log head --tenant acme")]
    Head {
        /// Tenant
        #[arg(long)]
        tenant: String,
    },
    /// The entries as lines for machines, the oldest first
    #[command(after_help = "Examples:
  talang log export --tenant acme --since 2026-11-01 > acme.jsonl
  talang log export --tenant acme --format syslog --out acme.log
The account `operator` of the tenant needs a role that may read and export log entries: its super administrator gives it.")]
    Export {
        /// Tenant
        #[arg(long)]
        tenant: String,
        /// First day, in UTC [default: all that is kept, one year]
        #[arg(long, value_name = "DATE")]
        since: Option<Date>,
        /// How lines are written
        #[arg(long, value_enum, default_value = "jsonl")]
        format: Format,
        /// File; - for standard output
        #[arg(long, default_value = "-", value_name = "FILE")]
        out: std::path::PathBuf,
    },
}

/// How lines are written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Format {
    /// A JSON object per line
    Jsonl,
    /// RFC 5424, a message per line
    Syslog,
}

/// Entries read at once.
const PIECE: i64 = 1_000;

impl LogCommand {
    pub(super) fn run(self, open: &Opener) -> Result<Outcome, Failure> {
        match self {
            LogCommand::Head { tenant } => {
                let installation = open.installation()?;
                let tenant = open.tenant(&installation, &tenant)?;
                let head = tenant.db().read(activity::head)?;
                let words = format!("{} {}", head.number, head.hash);
                open.say(&words, &json!({ "number": head.number, "hash": head.hash }))?;
            }
            LogCommand::Export { tenant, since, format, out } => {
                let scope = open.operator(&tenant)?;
                scope.view(|v| v.reads_log()).map_err(|_| {
                    Failure::new(format!("the account operator of {tenant} may not read the log")).hint(
                        "its super administrator can give it a role that may read and export log entries",
                    )
                })?;
                let mut number = match since {
                    Some(day) => {
                        let micros = talang_catalogue::value::days_of_date(day) * 86_400_000_000;
                        activity::number_before(scope.tenant(), micros)?
                    }
                    None => 0,
                };
                scope.log(scope.activity("export").on(activity::OBJECT))?;
                let host = syslog::host();
                let mut file: Box<dyn Write> = match out.as_os_str() == "-" {
                    true => Box::new(std::io::stdout().lock()),
                    false => Box::new(std::fs::File::create(&out)?),
                };
                loop {
                    let entries = activity::after(scope.tenant(), number, PIECE)?;
                    let Some(last) = entries.last() else { break };
                    number = last.number;
                    let mut text = String::new();
                    for entry in &entries {
                        text.push_str(&match format {
                            Format::Jsonl => entry.to_json(scope.tenant().id()),
                            Format::Syslog => syslog::message(entry, scope.tenant().id(), &host),
                        });
                        text.push('\n');
                    }
                    file.write_all(text.as_bytes())?;
                }
                file.flush()?;
            }
        }
        Ok(Outcome::Done)
    }
}
