//! The virus scanner that an operator names (decision 80): what people bring is shown to it before it is kept. It speaks the
//! protocol of ClamAV's daemon, over TCP or a socket of this machine (`man clamd`, *COMMANDS*: `zINSTREAM`).
//!
//! Every file that is kept passes the store's one door, and this is its [`talang_store::attachments::Guard`]: no page or interface can forget
//! to ask. A file is shown before a byte of it is written.

use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use serde::Deserialize;
use talang_engine::{Actor, Door, Installation, Scope, TenantId};
use talang_store::Error;

use crate::log;

/// Bytes that are sent at once.
const PIECE: usize = 64 * 1024;
/// An answer is a line; more is none.
const LONGEST: u64 = 4 * 1024;
/// A scanner that is not there is told of once in so long, in microseconds, however many files come.
const TOLD: i64 = 60_000_000;

/// What becomes of a file that the scanner could not look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unscanned {
    /// It is not taken; whoever brings it is asked to come again.
    #[default]
    Refuse,
    /// It is taken, and that is noted.
    AcceptAndNote,
}

/// What the operator says about the scanner.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// Host and port, or the path of a socket of this machine; empty for no scanner.
    pub clamd: String,
    /// What becomes of files that it could not look at.
    pub unscanned: Unscanned,
    /// Longest time for a file, in seconds.
    pub seconds: u64,
}

impl Default for Options {
    fn default() -> Options {
        Options { clamd: String::new(), unscanned: Unscanned::Refuse, seconds: 30 }
    }
}

impl Options {
    /// Whether they make sense.
    ///
    /// # Errors
    /// A sentence about what is wrong.
    pub fn check(&self) -> Result<(), String> {
        if !(1..=600).contains(&self.seconds) {
            return Err("scanner.seconds is from 1 to 600".to_string());
        }
        let named = |address: &str| {
            address
                .rsplit_once(':')
                .is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok())
        };
        if self.clamd.is_empty() || self.clamd.starts_with('/') || named(&self.clamd) {
            return Ok(());
        }
        Err("scanner.clamd is a path such as \"/run/clamav/clamd.ctl\", or host and port such as \"127.0.0.1:3310\"".to_string())
    }
}

/// What a scanner says of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Verdict {
    Clean,
    /// With the name that it has for what it found.
    Found(String),
    /// Longer than it looks at.
    TooLong,
}

/// Lets the scanner judge whatever is kept from now on; nothing where none is named. Says in the log whether it is there.
pub fn install(installation: &Arc<Installation>, options: &Options) {
    if options.clamd.is_empty() {
        return;
    }
    match ask(options, b"zPING\0", None) {
        Ok(answer) if answer == "PONG" => log::line("info", "scanner-ready", &[]),
        _ => log::line("warn", "scanner-unreachable", &[]),
    }
    let (here, options, told) = (Arc::downgrade(installation), options.clone(), AtomicI64::new(0));
    installation.store().guard(Arc::new(move |tenant, content| {
        let verdict = scan(&options, content);
        if verdict.as_ref().is_ok_and(|verdict| *verdict == Verdict::Clean) {
            return Ok(());
        }
        let Some(installation) = here.upgrade() else { return Err(Error::Refused("file.unscanned")) };
        judge(&installation, tenant, &options, &verdict, &told)
    }));
}

/// Notes what is wrong with a file, and says whether it is taken all the same.
fn judge(
    installation: &Arc<Installation>,
    tenant: &TenantId,
    options: &Options,
    verdict: &io::Result<Verdict>,
    told: &AtomicI64,
) -> talang_store::Result<()> {
    let now = installation.clock().now();
    let (what, detail) = match verdict {
        Ok(Verdict::Found(name)) => ("file-infected", name.as_str()),
        Ok(Verdict::TooLong) => ("file-unscanned", "too-long"),
        _ => ("file-unscanned", "unreachable"),
    };
    let note = |action: &str| {
        // Neither who brought it nor what it was called: it may be anybody's.
        let tenant = installation.tenant(tenant)?;
        Scope::new(installation, &tenant, Actor::System, Door::Task).log_activity(action, "", "", detail)
    };
    if what == "file-infected" {
        log::line("warn", what, &[("tenant", tenant.to_string().into()), ("found", detail.into())]);
        note(what).map_err(failed)?;
        return Err(Error::Refused("file.infected"));
    }
    if now - told.load(Ordering::Relaxed) >= TOLD {
        told.store(now, Ordering::Relaxed);
        log::line("error", "scanner-unreachable", &[("why", detail.into())]);
        installation.store().directory(|d| d.log(now, "error", "scanner", Some(tenant), detail))?;
    }
    match options.unscanned {
        Unscanned::Refuse => Err(Error::Refused("file.unscanned")),
        Unscanned::AcceptAndNote => note(what).map_err(failed),
    }
}

fn failed(error: talang_engine::Error) -> Error {
    match error {
        talang_engine::Error::Storage(error) => error,
        other => Error::Other(other.to_string()),
    }
}

/// Shows a file to the scanner.
fn scan(options: &Options, content: &[u8]) -> io::Result<Verdict> {
    let answer = ask(options, b"zINSTREAM\0", Some(content))?;
    let said = answer.strip_prefix("stream: ").unwrap_or(&answer);
    match said.strip_suffix(" FOUND") {
        Some(name) => Ok(Verdict::Found(name.chars().filter(|c| !c.is_control()).take(100).collect())),
        None if said == "OK" => Ok(Verdict::Clean),
        None if said.contains("size limit exceeded") => Ok(Verdict::TooLong),
        None => Err(io::Error::other("no answer of a scanner")),
    }
}

/// A connection to the scanner.
trait Line: Read + Write {}
impl Line for TcpStream {}
impl Line for UnixStream {}

fn connect(options: &Options) -> io::Result<Box<dyn Line>> {
    let patience = Duration::from_secs(options.seconds);
    if options.clamd.starts_with('/') {
        let line = UnixStream::connect(&options.clamd)?;
        line.set_read_timeout(Some(patience))?;
        line.set_write_timeout(Some(patience))?;
        return Ok(Box::new(line));
    }
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for address in options.clamd.to_socket_addrs()? {
        match TcpStream::connect_timeout(&address, patience) {
            Ok(line) => {
                line.set_read_timeout(Some(patience))?;
                line.set_write_timeout(Some(patience))?;
                return Ok(Box::new(line));
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Sends a command, with a file in pieces behind it; the answer up to its zero.
fn ask(options: &Options, command: &[u8], content: Option<&[u8]>) -> io::Result<String> {
    let until = Instant::now() + Duration::from_secs(options.seconds);
    let mut line = connect(options)?;
    line.write_all(command)?;
    let sent = content.map_or(Ok(()), |content| stream(&mut line, content, until));
    // A scanner for which it is too long says so and hangs up: its answer is worth more than the broken line.
    let mut answer = Vec::new();
    let mut byte = [0];
    while answer.len() as u64 <= LONGEST {
        if Instant::now() > until {
            return Err(io::ErrorKind::TimedOut.into());
        }
        match line.read(&mut byte) {
            Ok(0) => break,
            Ok(_) if byte == [0] => break,
            Ok(_) => answer.extend(byte),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if answer.is_empty() => return Err(sent.err().unwrap_or(error)),
            Err(_) => break,
        }
    }
    if answer.is_empty() {
        return Err(sent.err().unwrap_or_else(|| io::ErrorKind::UnexpectedEof.into()));
    }
    Ok(String::from_utf8_lossy(&answer).trim().to_string())
}

/// Pieces, each behind its length, and an empty one at the end.
fn stream(line: &mut Box<dyn Line>, content: &[u8], until: Instant) -> io::Result<()> {
    for piece in content.chunks(PIECE) {
        if Instant::now() > until {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let length = u32::try_from(piece.len()).map_err(io::Error::other)?;
        line.write_all(&length.to_be_bytes())?;
        line.write_all(piece)?;
    }
    line.write_all(&0u32.to_be_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scanner_is_named_by_path_or_by_host_and_port() {
        let named = |clamd: &str| Options { clamd: clamd.to_string(), ..Options::default() }.check();
        for good in ["", "/run/clamav/clamd.ctl", "127.0.0.1:3310", "[::1]:3310", "scanner.internal:3310"] {
            assert!(named(good).is_ok(), "{good}");
        }
        for bad in ["scanner", "scanner:", ":3310", "scanner:99999", "run/clamd.ctl"] {
            assert!(named(bad).is_err(), "{bad}");
        }
        assert!(Options { seconds: 0, ..Options::default() }.check().is_err());
    }
}
