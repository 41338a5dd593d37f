//! Programs that nobody here wrote, for tests that speak with real peers: identity providers, mail servers, clients.
//!
//! `tests-peers/` has their lock files and a starter script for each. `cargo xtask peers` (and `cargo xtask test`) installs the
//! packages; a test that finds none fails and says so. A starter takes arguments `name=value`, prints `listening PORT` when
//! it is ready, and ends when its standard input ends, so that a killed test leaves nothing running.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};
use std::{fs, process, thread};

use crate::peers_place;

/// How long a peer may take to be ready.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running peer; it ends when this is dropped.
#[derive(Debug)]
pub struct Peer {
    child: Child,
    port: u16,
    lines: Arc<Lines>,
    _scripts: Scripts,
}

/// What a peer printed so far.
#[derive(Debug, Default)]
struct Lines {
    all: Mutex<(Vec<String>, bool)>,
    grew: Condvar,
}

/// A copy of the scripts below the packages, where the packages are found; gone when it is dropped.
#[derive(Debug)]
struct Scripts(PathBuf);

impl Drop for Scripts {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Starts a script of `tests-peers/` with Node.js and waits until it listens.
///
/// # Panics
/// With a sentence when the packages are not prepared or the script does not start.
pub fn node(script: &str, arguments: &[&str]) -> Peer {
    start(script, arguments, |_| PathBuf::from("node")).listening(script)
}

/// Starts a script of `tests-peers/` with Python and waits until it listens.
///
/// # Panics
/// With a sentence when the packages are not prepared or the script does not start.
pub fn python(script: &str, arguments: &[&str]) -> Peer {
    start(script, arguments, |place| place.join("venv/bin/python")).listening(script)
}

/// Runs a script of `tests-peers/` with Python until it ends; whether it ended well, and what it printed.
///
/// # Panics
/// With a sentence when the packages are not prepared.
pub fn run_python(script: &str, arguments: &[&str]) -> (bool, Vec<String>) {
    let mut peer = start(script, arguments, |place| place.join("venv/bin/python"));
    let ended = peer.child.wait().unwrap_or_else(|e| panic!("{script}: {e}"));
    let lines = peer.lines.wait(|lines, over| over.then(|| lines.to_vec()), PATIENCE).unwrap_or_default();
    (ended.success(), lines)
}

impl Peer {
    /// The port on which it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// An address on it.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// What it printed so far, its complaints too.
    pub fn lines(&self) -> Vec<String> {
        self.lines.all.lock().unwrap_or_else(PoisonError::into_inner).0.clone()
    }

    /// Waits for the first line that begins so; the rest of that line. `skip` lines of this kind are passed over.
    ///
    /// # Panics
    /// When it does not come within 20 seconds.
    pub fn line(&self, beginning: &str, skip: usize) -> String {
        let found = |lines: &[String], _: bool| {
            lines.iter().filter_map(|line| line.strip_prefix(beginning)).nth(skip).map(str::to_string)
        };
        self.lines
            .wait(found, Duration::from_secs(20))
            .unwrap_or_else(|| panic!("no line {beginning:?} came; the peer said {:#?}", self.lines()))
    }

    fn listening(mut self, script: &str) -> Peer {
        let port = self.lines.wait(
            |lines, over| {
                let port = lines.iter().find_map(|line| line.strip_prefix("listening ")?.trim().parse().ok());
                port.map(Some).or_else(|| over.then_some(None))
            },
            PATIENCE,
        );
        match port.flatten() {
            Some(port) => self.port = port,
            None => panic!("{script} did not say where it listens, but {:#?}", self.lines()),
        }
        self
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Lines {
    fn read(self: &Arc<Lines>, from: impl Read + Send + 'static, last: bool) -> thread::JoinHandle<()> {
        let lines = Arc::clone(self);
        thread::spawn(move || {
            for line in BufReader::new(from).lines().map_while(Result::ok) {
                lines.all.lock().unwrap_or_else(PoisonError::into_inner).0.push(line);
                lines.grew.notify_all();
            }
            if last {
                lines.all.lock().unwrap_or_else(PoisonError::into_inner).1 = true;
                lines.grew.notify_all();
            }
        })
    }

    fn wait<T>(&self, mut found: impl FnMut(&[String], bool) -> Option<T>, patience: Duration) -> Option<T> {
        let until = Instant::now() + patience;
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(found) = found(&all.0, all.1) {
                return Some(found);
            }
            let left = until.checked_duration_since(Instant::now())?;
            all = self.grew.wait_timeout(all, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

fn start(script: &str, arguments: &[&str], program: impl Fn(&Path) -> PathBuf) -> Peer {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let place = peers_place::place(&root).unwrap_or_else(|problem| panic!("{problem}"));
    assert!(
        place.join(peers_place::STAMP).is_file(),
        "{script} needs the packages of tests-peers/: run `cargo xtask peers` once (nothing is prepared at {})",
        place.display()
    );
    let copy = place.join(format!("run-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed)));
    let copied = || -> std::io::Result<()> {
        fs::create_dir_all(&copy)?;
        for entry in fs::read_dir(root.join("tests-peers"))? {
            let file = entry?.path();
            if file.extension().is_some_and(|e| e == "mjs" || e == "py")
                && let Some(name) = file.file_name()
            {
                fs::copy(&file, copy.join(name))?;
            }
        }
        Ok(())
    };
    copied().unwrap_or_else(|e| panic!("{}: {e}", copy.display()));
    let scripts = Scripts(copy);
    let mut command = Command::new(program(&place));
    command.arg(scripts.0.join(script)).args(arguments).current_dir(&scripts.0);
    // Peers on this machine are reached directly.
    for variable in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        command.env_remove(variable);
    }
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|e| panic!("{script} did not start: {e}"));
    let lines = Arc::new(Lines::default());
    if let Some(errors) = child.stderr.take() {
        lines.read(errors, false);
    }
    if let Some(output) = child.stdout.take() {
        lines.read(output, true);
    }
    Peer { child, port: 0, lines, _scripts: scripts }
}
