//! The file space by SFTP, against OpenSSH's own server in the same run: one client, one disk, one file, up and down.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use talang_catalogue::Kind;
use talang_files::{Files, Options};
use talang_identity::{Identity, Settings};

use crate::report::{Report, Target};
use crate::world::World;

/// How often each way is gone; the middle one counts.
const ROUNDS: usize = 5;

/// A server that the client is sent to: where files go there, and as whom.
pub struct Goal {
    port: u16,
    user: String,
    folder: String,
}

/// MB/s of a file of so many MiB.
pub fn run(mib: usize) -> bool {
    let Some(programs) = Programs::find() else { return false };
    let world = World::new("files", 10);
    let here = world.folder.0.join("client");
    std::fs::create_dir_all(here.join("there")).expect("a folder");
    let own = serve(&world, &programs, &here, mib);
    let openssh = Sshd::start(&programs, &here);
    let goals = [("OpenSSH's server", openssh.goal(&here)), ("Talang", goal_of(&world, &own, &here, "acme"))];
    std::fs::write(here.join("file"), noise(mib << 20)).expect("a file");

    let mut times = [[const { Vec::new() }; 2], [const { Vec::new() }; 2]];
    for _ in 0..ROUNDS {
        for ((_, goal), times) in goals.iter().zip(&mut times) {
            let Goal { folder, .. } = goal;
            let up = sftp(&programs, &here, goal, &format!("put file {folder}/file\n"));
            let down = sftp(&programs, &here, goal, &format!("get {folder}/file back\n"));
            let same = std::fs::metadata(here.join("back")).is_ok_and(|m| m.len() == (mib << 20) as u64);
            assert!(same, "what came back is as long as what went");
            for (times, time) in times.iter_mut().zip([up, down]) {
                times.push(time);
            }
        }
    }
    let mut report = Report::new("files");
    let [theirs, ours] = times;
    for (way, (theirs, ours)) in ["upload", "download"].into_iter().zip(theirs.into_iter().zip(ours)) {
        let [theirs, ours] = [theirs, ours].map(|t| (mib << 20) as f64 / 1e6 / middle(t).as_secs_f64());
        report.figure(&format!("{way}: OpenSSH's server"), theirs, "MB/s", None, Target::None);
        report.figure(&format!("{way}: Talang"), ours, "MB/s", None, Target::None);
        let share = ours / theirs;
        let of = Some((share, "OpenSSH's server"));
        report.figure(&format!("{way}: share"), share, "", of, Target::AtLeast(0.7));
    }
    report.end()
}

/// Talang's own file server, with an account of that tenant that has the client's key.
pub fn goal_of(world: &World, server: &talang_files::Server, here: &Path, tenant: &str) -> Goal {
    let public = std::fs::read_to_string(here.join("key.pub")).expect("the key's public half");
    let made = world.system(&world.tenant(tenant)).change(Kind::Shared, |c| {
        c.create("FileAccount", vec![("login", "payroll".into()), ("label", "Bench".into())])?;
        let key = vec![
            ("account", "payroll".into()),
            ("label", "Bench".into()),
            ("public_key", public.trim().into()),
        ];
        c.create("FileKey", key)
    });
    made.expect("an account with a key");
    let port = server.sftp().expect("SFTP").port();
    Goal { port, user: format!("payroll@{tenant}"), folder: "in".into() }
}

/// The middle one of times.
pub fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// What is needed of OpenSSH.
pub struct Programs {
    sshd: PathBuf,
    sftp: PathBuf,
    keygen: PathBuf,
}

impl Programs {
    /// Finds them, or says what is missing and where to get it.
    pub fn find() -> Option<Programs> {
        let path = std::env::var("PATH").unwrap_or_default();
        // Where servers are is not in everybody's path.
        let folders: Vec<PathBuf> =
            std::env::split_paths(&path).chain(["/usr/sbin".into(), "/sbin".into()]).collect();
        let find = |name: &str, package: &str| {
            let found = folders.iter().map(|f| f.join(name)).find(|f| f.is_file());
            if found.is_none() {
                eprintln!(
                    "{name} is needed for this measurement: `apt install {package}` on Debian and Ubuntu"
                );
            }
            found
        };
        let (sshd, sftp, keygen) = (
            find("sshd", "openssh-server"),
            find("sftp", "openssh-client"),
            find("ssh-keygen", "openssh-client"),
        );
        Some(Programs { sshd: sshd?, sftp: sftp?, keygen: keygen? })
    }

    fn make_key(&self, file: &Path) -> String {
        let made =
            Command::new(&self.keygen).args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(file).status();
        assert!(made.is_ok_and(|s| s.success()), "a key");
        std::fs::read_to_string(file.with_extension("pub")).expect("its public half")
    }
}

/// Talang's file server, and the client's key.
pub fn serve(world: &World, programs: &Programs, here: &Path, mib: usize) -> talang_files::Server {
    programs.make_key(&here.join("key"));
    // The file and its successor are there at the same time.
    let options =
        Options { sftp: "127.0.0.1:0".into(), quota_mib: 2 * mib as u64 + 64, ..Options::default() };
    world.installation.provide(Files::new(options));
    let identity = Identity::new(Settings::default()).expect("random numbers");
    talang_files::Server::start(&world.installation, &identity).expect("a file server").expect("that listens")
}

/// OpenSSH's server on a free port, ended when it is dropped.
struct Sshd {
    child: Child,
    port: u16,
}

impl Sshd {
    fn start(programs: &Programs, here: &Path) -> Sshd {
        let free =
            std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port");
        let port = free.port();
        programs.make_key(&here.join("host"));
        std::fs::copy(here.join("key.pub"), here.join("authorized")).expect("a file");
        // As root it wants this folder, which a machine without the service does not have.
        let _ = std::fs::create_dir_all("/run/sshd");
        let at = here.display();
        let config = format!(
            "ListenAddress 127.0.0.1:{port}\nHostKey {at}/host\nAuthorizedKeysFile {at}/authorized\nPidFile none\n\
             StrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\nSubsystem sftp internal-sftp\n"
        );
        let file = here.join("sshd_config");
        std::fs::write(&file, config).expect("a file");
        let log = std::fs::File::create(here.join("sshd.log")).expect("a file");
        let mut command = Command::new(&programs.sshd);
        command.args(["-D", "-e", "-f"]).arg(&file).stdin(Stdio::null()).stderr(log);
        let mut child = command.spawn().expect("sshd starts");
        let begun = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = child.try_wait().ok().flatten().is_some();
            let said = || std::fs::read_to_string(here.join("sshd.log")).unwrap_or_default();
            assert!(!ended && begun.elapsed() < Duration::from_secs(10), "sshd does not listen: {}", said());
            std::thread::sleep(Duration::from_millis(20));
        }
        Sshd { child, port }
    }

    fn goal(&self, here: &Path) -> Goal {
        let id = Command::new("id").arg("-un").output().expect("whoami");
        let user = String::from_utf8_lossy(&id.stdout).trim().to_string();
        Goal { port: self.port, user, folder: here.join("there").display().to_string() }
    }
}

impl Drop for Sshd {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How long OpenSSH's client takes for a batch, from its start to its end.
pub fn sftp(programs: &Programs, here: &Path, goal: &Goal, batch: &str) -> Duration {
    std::fs::write(here.join("batch"), batch).expect("a file");
    let mut command = Command::new(&programs.sftp);
    command.current_dir(here).stdin(Stdio::null()).stdout(Stdio::null());
    command.args([
        "-q",
        "-F",
        "none",
        "-i",
        "key",
        "-o",
        "IdentitiesOnly=yes",
        "-o",
        "UserKnownHostsFile=known",
    ]);
    command.args(["-o", "StrictHostKeyChecking=accept-new", "-P", &goal.port.to_string(), "-b", "batch"]);
    command.arg(format!("{}@127.0.0.1", goal.user));
    let begun = Instant::now();
    let ended = command.status();
    let time = begun.elapsed();
    assert!(ended.is_ok_and(|s| s.success()), "sftp to {} ends well", goal.user);
    time
}

/// Bytes that nothing makes shorter.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut bytes = Vec::with_capacity(length + 8);
    while bytes.len() < length {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend(state.to_le_bytes());
    }
    bytes.truncate(length);
    bytes
}
