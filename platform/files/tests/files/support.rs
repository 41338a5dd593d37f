//! A file server with an account, and the clients that speak with it.

use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use talang_catalogue::{Kind, Value};
use talang_engine::Tenant;
use talang_files::{Files, Options, Server, Shared, renew_password};
use talang_identity::{Cost, Identity, Settings};
use talang_testkit::{Kit, Setup};

pub const SETUP: Setup = Setup {
    modules: || vec![talang_core_hr::module(), talang_identity::module(), talang_files::module()],
    seed: |_, _| Ok(()),
    seed_version: "1",
};

pub fn text(text: &str) -> Value {
    Value::Text(text.into())
}

/// A running file server with the account `payroll` in the tenant `acme`, and a folder for the clients.
pub struct House<'a> {
    pub kit: &'a Kit,
    pub tenant: Arc<Tenant>,
    pub identity: Arc<Identity>,
    pub password: String,
    pub server: Server,
    pub here: tempfile::TempDir,
}

impl<'a> House<'a> {
    pub fn new(kit: &'a Kit) -> House<'a> {
        House::with(kit, |_| {})
    }

    pub fn with(kit: &'a Kit, change: impl Fn(&mut Options)) -> House<'a> {
        let identity = Identity::new(Settings { cost: Cost::for_tests(), ..Settings::default() }).unwrap();
        let tenant = kit.tenant("acme");
        let mut options = Options { sftp: "127.0.0.1:0".into(), ..Options::default() };
        change(&mut options);
        kit.installation().provide(Files::new(options));
        let server = Server::start(&kit.installation(), &identity).unwrap().unwrap();
        let here = tempfile::tempdir().unwrap();
        let mut house = House { kit, tenant, identity, password: String::new(), server, here };
        house.account(&house.tenant.clone(), "payroll");
        house.password = house.renew("payroll");
        house.file("askpass", "#!/bin/sh\necho \"$TALANG_PASSWORD\"\n");
        let script = house.path("askpass");
        std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o700)).unwrap();
        house
    }

    pub fn account(&self, tenant: &Arc<Tenant>, login: &str) -> i64 {
        let values = vec![("login", text(login)), ("label", text("a system"))];
        let made = self.kit.system(tenant).change(Kind::Shared, |c| c.create("FileAccount", values));
        made.unwrap().id
    }

    pub fn id(&self, login: &str) -> i64 {
        self.kit.system(&self.tenant).view(|v| v.resolve("FileAccount", login)).unwrap().unwrap()
    }

    pub fn record(&self, object: &str, id: i64) -> talang_catalogue::Record {
        let read = self.kit.system(&self.tenant).view(|v| {
            let object = v.object(object)?;
            v.get(&object, id)
        });
        read.unwrap()
    }

    /// Row number of the account's key of that name.
    pub fn key_id(&self, name: &str) -> i64 {
        let sql = "SELECT id FROM shared.file_key WHERE label = ?";
        let row = self.tenant.db().read(|conn| conn.query_one(sql, &[name.into()]));
        row.map_err(|e: talang_store::Error| e).unwrap().unwrap()[0].int()
    }

    pub fn renew(&self, login: &str) -> String {
        renew_password(&self.kit.system(&self.tenant), &self.identity, self.id(login)).unwrap()
    }

    /// Changes a field of the account.
    pub fn change(&self, login: &str, field: &str, value: Value) {
        let id = self.id(login);
        let system = self.kit.system(&self.tenant);
        system.change(Kind::Shared, |c| c.update("FileAccount", id, vec![(field, value)])).unwrap();
    }

    pub fn space(&self) -> Shared {
        Files::of(&self.kit.installation()).space(&self.kit.installation(), &self.tenant).unwrap()
    }

    /// The space's folder on the disk.
    pub fn disk(&self) -> PathBuf {
        self.tenant.db().attachments().space_folder()
    }

    /// Names in a folder of the space as they lie on the disk, hidden ones too.
    pub fn on_disk(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.disk().join(folder))
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    pub fn port(&self) -> u16 {
        self.server.sftp().unwrap().port()
    }

    pub fn address(&self) -> SocketAddr {
        self.server.sftp().unwrap()
    }

    /// A file of the client's.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.here.path().join(name)
    }

    pub fn content(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// A client in the client's folder, which answers questions for a password with this account's.
    pub fn client(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.here.path()).stdin(Stdio::null());
        command.env("HOME", self.here.path()).env("LC_ALL", "C.UTF-8");
        command.env("SSH_ASKPASS", self.path("askpass")).env("SSH_ASKPASS_REQUIRE", "force");
        command.env("TALANG_PASSWORD", &self.password);
        for variable in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
            command.env_remove(variable);
        }
        command
    }

    /// OpenSSH's own `sftp` with a batch of commands.
    pub fn sftp(&self, user: &str, options: &[&str], batch: &str) -> Output {
        self.sftp_as(&self.password, user, options, batch)
    }

    /// The same with another password.
    pub fn sftp_as(&self, password: &str, user: &str, options: &[&str], batch: &str) -> Output {
        let batch = self.file("batch", batch);
        let mut command = self.client("sftp");
        command.env("TALANG_PASSWORD", password);
        command.args(["-q", "-o", "UserKnownHostsFile=known", "-o", "StrictHostKeyChecking=accept-new"]);
        // A batch would answer no questions.
        command.args(["-o", "BatchMode=no", "-o", "NumberOfPasswordPrompts=1", "-F", "none"]);
        command.args(options).arg("-P").arg(self.port().to_string());
        command.arg("-b").arg(batch).arg(format!("{user}@127.0.0.1"));
        finish(command)
    }

    /// The same, which must succeed; what it said.
    pub fn sftp_ok(&self, batch: &str) -> String {
        said(self.sftp("payroll@acme", &[], batch))
    }

    /// The same, which must fail; what it complained of.
    pub fn sftp_refused(&self, batch: &str) -> String {
        let output = self.sftp("payroll@acme", &[], batch);
        assert!(!output.status.success(), "{batch} should fail: {output:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// lftp with a script.
    pub fn lftp(&self, script: &str) -> Output {
        let connect = "ssh -a -x -F none -o UserKnownHostsFile=known -o StrictHostKeyChecking=accept-new";
        let script = format!(
            "set net:max-retries 1; set net:timeout 20; set cmd:fail-exit yes;
             set sftp:connect-program \"{connect}\";
             open -u payroll@acme,{} sftp://127.0.0.1:{};\n{script}",
            self.password,
            self.port()
        );
        let script = self.file("script", script);
        let mut command = self.client("lftp");
        command.arg("--norc").arg("-f").arg(script);
        // lftp answers the question itself.
        command.env_remove("SSH_ASKPASS").env_remove("SSH_ASKPASS_REQUIRE");
        finish(command)
    }

    /// An Ed25519 key pair of a client, made by OpenSSH, and known to the account.
    pub fn key(&self, name: &str, login: &str) -> PathBuf {
        let (file, public) = self.make_key(name, "ed25519");
        self.know(login, name, &public).unwrap();
        file
    }

    pub fn make_key(&self, name: &str, kind: &str) -> (PathBuf, String) {
        let file = self.path(name);
        let mut command = self.client("ssh-keygen");
        command.args(["-q", "-t", kind, "-N", "", "-C", "somebody@somewhere", "-f"]).arg(&file);
        said(finish(command));
        (file.clone(), std::fs::read_to_string(file.with_extension("pub")).unwrap())
    }

    pub fn know(&self, login: &str, name: &str, public: &str) -> talang_engine::Result<i64> {
        let values = vec![("account", text(login)), ("label", text(name)), ("public_key", text(public))];
        let made = self.kit.system(&self.tenant).change(Kind::Shared, |c| c.create("FileKey", values));
        made.map(|saved| saved.id)
    }

    pub fn transfers(&self) -> Vec<String> {
        let mut lines: Vec<String> = talang_files::transfers(&self.tenant, None, 100)
            .unwrap()
            .iter()
            .map(|t| format!("{} {} {} {} {}", t.login, t.protocol, t.action, t.path, t.outcome))
            .collect();
        lines.reverse();
        lines
    }
}

/// Runs a client to its end, which must come.
pub fn finish(mut command: Command) -> Output {
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap_or_else(|e| {
            panic!("{:?} is needed: {e}; see `cargo xtask peers`", command.get_program())
        });
    let begun = Instant::now();
    // What a client says here fits into its pipe.
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_secs(120) {
            child.kill().unwrap();
            panic!("{command:?} does not end: {:?}", child.wait_with_output());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    child.wait_with_output().unwrap()
}

/// What a client said that succeeded.
pub fn said(output: Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Waits for something that comes within seconds.
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(20), "{what} does not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Bytes that no pattern makes up for.
pub fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15u64;
    let mut step = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut bytes = Vec::with_capacity(length + 8);
    while bytes.len() < length {
        bytes.extend(step().to_le_bytes());
    }
    bytes.truncate(length);
    bytes
}

/// Whether the file is there and has that content.
pub fn is(path: &Path, content: &[u8]) -> bool {
    std::fs::read(path).is_ok_and(|found| found == content)
}
