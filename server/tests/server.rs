//! The program as its users meet it: the binary started with real arguments, real HTTP over a socket.

mod access;
mod acting;
mod agencies;
mod alerts;
mod api;
mod applicants;
mod approvals;
mod booking;
mod candidate_accounts;
mod candidate_area;
mod careers;
mod charter;
mod client;
mod command_line;
mod cookies;
mod declarations;
mod diversity;
mod docs;
mod existing_clients;
mod export_formats;
mod figures;
mod file_space;
mod full_disk;
mod hardening;
mod hiring;
mod hooks;
mod http;
mod import;
mod interviews;
mod kill;
mod letters;
mod mails;
mod merging;
mod mobile;
mod network;
mod notices;
mod odata;
mod offers;
mod oidc;
mod one_file;
mod openapi;
mod parking_space;
mod passkeys;
mod reading;
mod recruiting;
mod referrals;
mod retention;
mod scanner;
mod scheduler;
mod schedules;
mod scim;
mod scorecards;
mod second_factor;
mod siem;
mod soap;
mod speculative;
mod sso;
mod test_environment;
mod vault;
mod walk;
mod walls;
mod webhooks;

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use talang_testkit::Database;

/// The password of every account in these tests.
pub const PASSWORD: &str = "Four small green apples 7";

/// A folder that goes when it is dropped.
pub struct Folder(pub tempfile::TempDir);

impl Folder {
    /// An installation with the tenants `acme` and `other`, each with the account `ana`: copied from one that is made
    /// once per test run.
    pub fn installation() -> Folder {
        static MADE: OnceLock<PathBuf> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let folder = tempfile::tempdir().unwrap().keep();
            furnish(&folder);
            folder
        });
        let folder = Folder(tempfile::tempdir().unwrap());
        copy(made, folder.0.path());
        folder
    }

    /// The same with its databases in files or in the cluster of the test run, where they stay until that ends.
    pub fn on(database: Database) -> Folder {
        if database == Database::Sqlite {
            return Folder::installation();
        }
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let folder = Folder(tempfile::tempdir().unwrap());
        let prefix =
            format!("talang_server_{}_{}_", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let address = talang_testkit::cluster();
        let server = format!("[[postgres]]\nname = \"main\"\naddress = {address:?}\nprefix = {prefix:?}\n");
        folder.file(POSTGRES, &server);
        furnish(folder.0.path());
        folder
    }

    /// Runs a command on it.
    pub fn run(&self, args: &[&str]) -> Output {
        run_with(self.0.path(), args, "")
    }

    /// Runs a command that succeeds; what it said.
    pub fn ok(&self, args: &[&str]) -> String {
        ok(self.0.path(), args)
    }

    /// Its databases, beside the running program.
    pub fn store(&self) -> talang_store::Store {
        let config = talang_server::config::Config::parse(&databases(self.0.path())).unwrap();
        talang_store::Store::open(talang_store::StoreOptions {
            data: self.0.path().to_path_buf(),
            backend: config.options().backend,
            kinds: talang_catalogue::Kind::ALL.to_vec(),
            durable: false,
            keys: None,
        })
        .unwrap()
    }

    /// As if the time were over for which a program that was killed had taken work in hand.
    pub fn leases_end(&self, tenant: &str) {
        let queues = ["shared.job_queue", "employees.job_queue", "candidates.job_queue"];
        for table in ["shared.mail_queue"].iter().chain(&queues) {
            self.sql(tenant, &format!("UPDATE {table} SET lease_until = 0 WHERE lease_until IS NOT NULL"));
        }
        let id = talang_store::TenantId::parse(tenant).unwrap();
        for kind in ["shared", "employees", "candidates"] {
            self.store().directory(|d| d.note_due(&id, kind, 1)).unwrap();
        }
    }

    /// The rows of a statement on a tenant's databases, beside the running program.
    pub fn sql(&self, tenant: &str, statement: &str) -> Vec<Vec<talang_store::Cell>> {
        let store = self.store();
        let tenant = store.tenant(&talang_store::TenantId::parse(tenant).unwrap()).unwrap();
        match statement.starts_with("SELECT") {
            true => tenant.read(|conn| conn.query(statement, &[])).unwrap(),
            false => tenant
                .write(|conn| {
                    conn.exec(statement, &[])?;
                    Ok::<_, talang_store::Error>(Vec::new())
                })
                .unwrap(),
        }
    }

    /// The first number of the first row.
    pub fn number(&self, tenant: &str, statement: &str) -> i64 {
        self.sql(tenant, statement).first().and_then(|row| row.first()).map(talang_store::Cell::int).unwrap()
    }

    /// The text that a statement finds.
    pub fn text(&self, tenant: &str, statement: &str) -> String {
        let rows = self.sql(tenant, statement);
        rows.first().and_then(|row| row.first()).map(|cell| cell.text().to_string()).unwrap()
    }

    /// Puts a file into it; its path.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    }
}

/// In a folder with databases of PostgreSQL: the part of the configuration that names its server.
const POSTGRES: &str = "postgres.toml";

/// Makes the tenants and accounts.
fn furnish(folder: &std::path::Path) {
    for (tenant, culture) in [("acme", "en-GB"), ("other", "fr-FR")] {
        let name = format!("{tenant} Ltd");
        ok(folder, &["tenant", "create", tenant, "--name", &name, "--culture", culture]);
        let args = ["user", "create", "ana", "--tenant", tenant, "--role", "hr-manager", "--password-stdin"];
        let output = run_with(folder, &args, PASSWORD);
        assert!(output.status.success(), "{output:?}");
    }
}

/// The part of a configuration that says where the databases are.
pub fn databases(folder: &std::path::Path) -> String {
    std::fs::read_to_string(folder.join(POSTGRES)).unwrap_or_default()
}

/// The program with `--data` on a folder, and its configuration where that is needed to find the databases.
pub fn talang(folder: &std::path::Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_talang"));
    command.args(args).arg("--data").arg(folder).current_dir(folder);
    let config = folder.join(POSTGRES);
    if config.exists() && !args.contains(&"--config") {
        command.arg("--config").arg(config);
    }
    command
}

fn run_with(folder: &std::path::Path, args: &[&str], input: &str) -> Output {
    use std::io::Write;
    let mut command = talang(folder, args);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn ok(folder: &std::path::Path, args: &[&str]) -> String {
    let output = run_with(folder, args, "");
    assert!(output.status.success(), "talang {args:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target)
        } else {
            std::fs::copy(entry.path(), target).map(|_| ()).unwrap()
        }
    }
}
