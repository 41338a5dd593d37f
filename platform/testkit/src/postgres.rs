//! A PostgreSQL cluster that lives as long as whoever asked for it: no port, no password, no trace left behind.
//!
//! The cluster listens on a socket in a temporary folder that only its own account can enter, and does not wait for
//! the disk. A small supervisor removes it when the pipe from its owner breaks, so even a killed test run leaves
//! nothing. This file needs nothing but the standard library: `xtask` shares it to start one cluster for a whole run.

use std::fmt::Write as _;
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

/// Environment variable with the address of a cluster that is running already.
pub const ADDRESS: &str = "TALANG_TEST_POSTGRES";

const WHAT_TO_INSTALL: &str = "PostgreSQL 15 or newer is needed for the tests: `apt install postgresql` on Debian and Ubuntu, \
     or put the folder with initdb and postgres into PATH";

/// How long a cluster may take to be ready.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running cluster; it ends and its files go when this is dropped.
#[derive(Debug)]
pub struct Cluster {
    address: String,
    supervisor: Child,
}

/// Makes the files, runs the server until the standard input ends, removes the files.
const SUPERVISOR: &str = r#"
"$INITDB" -D "$FOLDER/data" -U talang -A trust -E UTF8 --locale=C --no-sync >"$FOLDER/log" 2>&1 || exit 1
"$POSTGRES" -D "$FOLDER/data" -k "$FOLDER" -c listen_addresses= -c fsync=off -c synchronous_commit=off \
  -c full_page_writes=off -c autovacuum=off -c max_connections=400 -c shared_buffers=64MB \
  -c dynamic_shared_memory_type=mmap -c log_min_messages=warning >>"$FOLDER/log" 2>&1 &
cat >/dev/null
kill -QUIT $!
wait
rm -rf "$FOLDER"
"#;

impl Cluster {
    /// Starts a cluster and waits until it answers.
    ///
    /// # Errors
    /// A sentence that says what to install, or what the server complained about.
    pub fn start() -> Result<Cluster, String> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let (initdb, postgres) = (program("initdb")?, program("postgres")?);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("talang-postgres-{}-{count}", process::id()));
        let at = |e: std::io::Error| format!("cannot use the folder {}: {e}", folder.display());
        fs::create_dir(&folder).map_err(at)?;
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).map_err(at)?;
        let mut command = Command::new("sh");
        command.args(["-c", SUPERVISOR]).current_dir(&folder);
        command.env("FOLDER", &folder).env("INITDB", initdb).env("POSTGRES", postgres).env("LC_ALL", "C");
        // The server refuses to run as root.
        if let Some((user, group)) = other_account()? {
            chown(&folder, Some(user), Some(group)).map_err(at)?;
            command.uid(user).gid(group);
        }
        // A group of its own: an interrupt from the terminal must not reach it before its owner.
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        let supervisor = command.spawn().map_err(|e| format!("cannot start sh: {e}"))?;
        let address = format!("host={} user=talang", folder.display());
        let mut cluster = Cluster { address, supervisor };
        cluster.wait(&folder)?;
        Ok(cluster)
    }

    /// Connection string without a database, as the store wants it.
    pub fn address(&self) -> &str {
        &self.address
    }

    fn wait(&mut self, folder: &Path) -> Result<(), String> {
        let began = Instant::now();
        loop {
            // The last line of this file is `ready` once connections are taken.
            let state = fs::read_to_string(folder.join("data/postmaster.pid")).unwrap_or_default();
            if state.lines().last().is_some_and(|line| line.trim() == "ready") {
                return Ok(());
            }
            let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
            let ended = self.supervisor.try_wait().map_err(|e| e.to_string())?.is_some();
            if ended || log.contains("FATAL") || began.elapsed() > PATIENCE {
                let mut text = format!("PostgreSQL did not start within {} s", began.elapsed().as_secs());
                let tail: Vec<&str> = log.lines().rev().take(8).collect();
                for line in tail.iter().rev() {
                    let _ = write!(text, "\n  {line}");
                }
                if ended {
                    let _ = fs::remove_dir_all(folder);
                }
                return Err(text);
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut pipe) = self.supervisor.stdin.take() {
            let _ = pipe.flush();
        }
        let _ = self.supervisor.wait();
    }
}

/// A program of PostgreSQL: in PATH, else the newest under `/usr/lib/postgresql`.
fn program(name: &str) -> Result<PathBuf, String> {
    let path = env::var_os("PATH").unwrap_or_default();
    let in_path = env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file());
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin").join(name)))
        })
        .filter(|(_, file)| file.is_file())
        .collect();
    versions.sort();
    in_path
        .or(versions.pop().map(|(_, file)| file))
        .ok_or_else(|| format!("{name} was not found. {WHAT_TO_INSTALL}"))
}

/// Whether the programs of PostgreSQL are there; else what to install.
///
/// # Errors
/// A sentence.
pub fn available() -> Result<(), String> {
    program("initdb").and_then(|_| program("postgres")).map(|_| ())
}

/// User and group under which the server runs when we are root.
fn other_account() -> Result<Option<(u32, u32)>, String> {
    let id = Command::new("id").arg("-u").output().map_err(|e| format!("cannot run id: {e}"))?;
    if String::from_utf8_lossy(&id.stdout).trim() != "0" {
        return Ok(None);
    }
    let accounts = fs::read_to_string("/etc/passwd").map_err(|e| format!("/etc/passwd: {e}"))?;
    let find = |name: &str| {
        let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut numbers = line.split(':').skip(2).map(str::parse::<u32>);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    };
    find("postgres").or_else(|| find("nobody")).map(Some).ok_or_else(|| {
        "PostgreSQL does not run as root: add an account named postgres, or run the tests as another user"
            .to_string()
    })
}
