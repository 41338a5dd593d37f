//! The scheduler between real processes: files by SFTP, servers that are killed, several servers, files that were made to do
//! harm (I5, I8, I9, O2).

use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value as Json;
use talang_testkit::Database;

use crate::client::Server;
use crate::{Folder, talang};

/// An installation with the file account `payroll@acme`, and its servers.
pub(crate) struct House {
    pub(crate) folder: Folder,
    password: String,
    pub(crate) sftp: u16,
    /// What the configuration says about FTPS and mails.
    ftps: String,
}

/// A server whose commits wait for the disk, as in operation.
pub(crate) struct Running {
    child: Child,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl House {
    pub(crate) fn new(database: Database) -> House {
        let folder = Folder::on(database);
        folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme"]);
        folder.ok(&["schedule", "set", "now", "--tenant", "acme", "--cron", "0 0 1 1 *", "--off"]);
        let mut server = Server::start(&folder, "");
        let cookie = server.sign_in("acme");
        let signed = [("Cookie", cookie.as_str())];
        let token = server.get("acme", "/password", &signed).csrf();
        let form = format!("_csrf={token}&login=payroll&label=Payroll&active=true");
        let made = server.post("acme", "/o/file-accounts/new", &signed, &form);
        assert_eq!(made.status, 303, "{}", made.body);
        let list = server.get("acme", "/access/file-space/accounts", &signed).body;
        let (_, id) = list.split_once("/access/file-space/accounts/").expect("the account");
        let id: String = id.chars().take_while(char::is_ascii_digit).collect();
        let path = format!("/access/file-space/accounts/{id}/password");
        let told = server.post("acme", &path, &signed, &format!("_csrf={token}")).body;
        let (_, rest) = told.split_once("id=\"space-password\">").expect("the password");
        let password = rest.split('<').next().unwrap().to_string();
        assert!(server.end());
        House { folder, password, sftp: free_port(), ftps: String::new() }
    }

    /// The same with FTPS, under a certificate of its own; the port.
    fn with_ftps(mut self) -> (House, u16) {
        let made = rcgen::generate_simple_self_signed(vec!["localhost".to_string()]).unwrap();
        let certificate = self.folder.file("cert.pem", &talang_testkit::pem("CERTIFICATE", made.cert.der()));
        let key = self
            .folder
            .file("key.pem", &talang_testkit::pem("PRIVATE KEY", &made.signing_key.serialize_der()));
        let port = free_port();
        self.ftps = format!(
            "ftps = \"127.0.0.1:{port}\"\ncertificate = {certificate:?}\ncertificate_key = {key:?}\npassive_ports = [40000, 48000]\n"
        );
        (self, port)
    }

    /// The same with mails that leave as files in `mails/`.
    pub(crate) fn with_mails(mut self) -> House {
        let folder = self.folder.0.path().join("mails");
        self.ftps.push_str(&format!("[mail]\ntransport = \"file\"\nfolder = {folder:?}\n"));
        self
    }

    pub(crate) fn start(&self, sftp: u16) -> Running {
        let config = format!(
            "listen = \"127.0.0.1:0\"\n[files]\nsftp = \"127.0.0.1:{sftp}\"\nquota_mib = 64\n{}{}",
            self.ftps,
            crate::databases(self.folder.0.path())
        );
        let config = self.folder.file(&format!("serve-{sftp}.toml"), &config);
        let mut child = talang(self.folder.0.path(), &["serve", "--config", &config])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        while !lines.next().expect("the server says where it listens").unwrap().contains("address=127.0.0.1:")
        {
        }
        thread::spawn(move || lines.for_each(drop));
        Running { child }
    }

    /// A client's command, which must succeed unless `cut`: then it is killed after so long.
    pub(crate) fn sftp(&self, batch: &str, cut: Option<Duration>) {
        let mut child = self.client(batch);
        match cut {
            None => {
                let output = child.wait_with_output().unwrap();
                assert!(output.status.success(), "{batch}: {output:?}");
            }
            Some(after) => {
                thread::sleep(after);
                child.kill().unwrap();
                child.wait().unwrap();
            }
        }
    }

    /// Whether a client's command succeeds.
    pub(crate) fn tries(&self, batch: &str) -> bool {
        self.client(batch).wait_with_output().unwrap().status.success()
    }

    fn client(&self, batch: &str) -> Child {
        let here = self.folder.0.path();
        let askpass = here.join("askpass");
        std::fs::write(&askpass, "#!/bin/sh\necho \"$TALANG_PASSWORD\"\n").unwrap();
        std::fs::set_permissions(&askpass, std::fs::Permissions::from_mode(0o700)).unwrap();
        self.folder.file("batch", batch);
        let mut command = Command::new("sftp");
        command.current_dir(here).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        command.env("HOME", here).env("SSH_ASKPASS", &askpass).env("SSH_ASKPASS_REQUIRE", "force");
        command.env("TALANG_PASSWORD", &self.password);
        command.args([
            "-q",
            "-o",
            "UserKnownHostsFile=known",
            "-o",
            "StrictHostKeyChecking=accept-new",
            "-o",
            "BatchMode=no",
        ]);
        command.args([
            "-o",
            "NumberOfPasswordPrompts=1",
            "-F",
            "none",
            "-P",
            &self.sftp.to_string(),
            "-b",
            "batch",
        ]);
        command.arg("payroll@acme@127.0.0.1").spawn().expect("OpenSSH's sftp is needed")
    }

    /// Brings a file by SFTP.
    fn put(&self, name: &str, content: &[u8]) {
        std::fs::write(self.folder.0.path().join("to-send"), content).unwrap();
        self.sftp(&format!("put to-send \"in/{name}\"\n"), None);
    }

    fn run(&self) {
        self.folder.ok(&["schedule", "run", "now", "--tenant", "acme"]);
    }

    pub(crate) fn history(&self) -> Vec<Json> {
        let said = self.folder.ok(&["schedule", "history", "--tenant", "acme", "--json"]);
        serde_json::from_str(&said).unwrap()
    }

    /// Waits until so many runs are over; all of them, the newest first.
    pub(crate) fn over(&self, count: usize) -> Vec<Json> {
        let begun = Instant::now();
        loop {
            let runs = self.history();
            if runs.iter().filter(|r| r["state"] != "running").count() >= count {
                return runs;
            }
            assert!(begun.elapsed() < Duration::from_secs(180), "it does not end: {runs:?}");
            thread::sleep(Duration::from_millis(100));
        }
    }

    fn space(&self, path: &str) -> PathBuf {
        fn find(folder: &std::path::Path) -> Option<PathBuf> {
            if folder.ends_with("acme/space") {
                return Some(folder.to_path_buf());
            }
            let inner = std::fs::read_dir(folder).ok()?.flatten().map(|e| e.path());
            inner.filter(|p| p.is_dir() && !p.is_symlink()).find_map(|p| find(&p))
        }
        find(&self.folder.0.path().join("tenants")).expect("the space").join(path)
    }

    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.space(folder))
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .filter(|n| !n.starts_with('.'))
            .collect();
        names.sort();
        names
    }

    pub(crate) fn read(&self, path: &str) -> String {
        String::from_utf8_lossy(&std::fs::read(self.space(path)).unwrap()).into_owned()
    }

    /// How many employees there are whose number begins so.
    pub(crate) fn employees(&self, begin: &str) -> usize {
        let filter = format!("number starts {begin}");
        let args = [
            "export",
            "--tenant",
            "acme",
            "Employee",
            "--columns",
            "number",
            "--filter",
            &filter,
            "--out",
            "-",
        ];
        self.folder.ok(&args).lines().count() - 1
    }

    /// The leases of a server that was killed run out: time that the test does not wait for.
    pub(crate) fn leases_end(&self) {
        self.folder.leases_end("acme");
        // The successor that a tick leaves for later comes now.
        self.folder.sql(
            "acme",
            "UPDATE shared.job_queue SET run_at = 0 WHERE task = 'schedule' AND state = 'ready'",
        );
    }
}

const LINES: usize = 30_000;

fn people(begin: &str, lines: usize) -> String {
    let mut text = String::from("number,first_name,last_name,office,hire_date\n");
    for i in 0..lines {
        text.push_str(&format!("{begin}{i:05},First{i},Last{i},Room {i},2020-01-{:02}\n", i % 28 + 1));
    }
    text
}

// I8, I9: what comes by FTPS is no file before it is whole. A run in the middle of it takes nothing, nor does one after the
// connection was cut; sent again, it is imported once.
#[test]
fn an_upload_by_ftps_that_is_cut_off_is_taken_by_no_run() {
    for database in Database::ALL {
        let (house, port) = House::new(database).with_ftps();
        let _server = house.start(house.sftp);
        let name = "Employee_InsertOnly_en-GB_1_.csv";
        // The space is there from the first file on.
        house.put("note.txt", b"x");
        house.sftp("rm in/note.txt\n", None);
        std::fs::write(house.folder.0.path().join("to-send"), people("F", 6_000)).unwrap();
        let upload = |pace: &str| {
            let mut curl = Command::new("curl");
            curl.current_dir(house.folder.0.path()).args([
                "--silent",
                "--show-error",
                "--ssl-reqd",
                "--insecure",
            ]);
            curl.args(["--user", &format!("payroll@acme:{}", house.password), "--limit-rate", pace]);
            curl.args(["--upload-file", "to-send", &format!("ftp://127.0.0.1:{port}/in/{name}")]);
            curl.spawn().expect("curl is needed")
        };
        let mut cut = upload("30k");
        // Something of it is on the disk, under no name that anybody sees.
        let begun = Instant::now();
        let arrived = || {
            let entries = std::fs::read_dir(house.space("in")).into_iter().flatten().flatten();
            entries.filter_map(|e| e.metadata().ok()).map(|m| m.len()).sum::<u64>()
        };
        while arrived() == 0 {
            assert!(begun.elapsed() < Duration::from_secs(60), "nothing arrives");
            thread::sleep(Duration::from_millis(20));
        }
        house.run();
        house.over(1);
        assert!(cut.try_wait().unwrap().is_none(), "it was still on its way");
        cut.kill().unwrap();
        cut.wait().unwrap();
        house.run();
        house.over(2);
        assert_eq!((house.names("in"), house.employees("F")), (vec![], 0));
        assert!(upload("1G").wait().unwrap().success());
        house.run();
        let runs = house.over(3);
        assert_eq!((house.names("in"), house.employees("F")), (vec![], 6_000), "{runs:?}");
        assert_eq!(house.names("done").len(), 1, "{runs:?}");
    }
}

// I5, I9, O2: killed again and again in the middle, the run is done once: no line lost, none twice, the result whole.
#[test]
fn a_run_whose_server_is_killed_is_done_once() {
    killed(Database::Sqlite);
}

#[test]
fn a_run_whose_server_is_killed_is_done_once_in_postgresql() {
    killed(Database::Postgres);
}

fn killed(database: Database) {
    let house = House::new(database);
    let (big, small) = ("Employee_InsertOnly_en-GB_1_.csv", "Employee_InsertOnly_en-GB_2_.csv");
    let mut server = house.start(house.sftp);
    house.put(big, people("K", LINES).as_bytes());
    house.put(small, people("S", 10).as_bytes());
    house.run();
    let mut seed = 17_u64;
    let (mut kills, mut middle) = (0_u64, 0);
    loop {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Later ones live longer, so that the loop ends.
        thread::sleep(Duration::from_millis(30 + (seed >> 33) % (40 + 15 * kills)));
        let runs = house.history();
        if runs.iter().any(|r| r["state"] != "running") || kills >= 40 {
            break;
        }
        drop(server);
        kills += 1;
        let there = house.employees("K");
        middle += usize::from(there > 0 && there < LINES);
        house.leases_end();
        server = house.start(house.sftp);
    }
    let runs = house.over(1);
    println!("killed {kills} times, {middle} of them with part of the file written");
    // How many fit into the run depends on the machine.
    assert!(kills >= 3, "only {kills} kills");
    assert_eq!(runs.len(), 1, "{runs:?}");
    let run = &runs[0];
    assert_eq!((&run["state"], run["files"].as_array().unwrap().len()), (&"done".into(), 2), "{run}");
    assert_eq!((house.employees("K"), house.employees("S")), (LINES, 10));
    assert!(house.names("in").is_empty() && house.names("rejected").is_empty());
    assert_eq!(house.names("done"), [big, small]);
    assert_eq!(house.names("out").len(), 2, "one result of each: {:?}", house.names("out"));
    // A line that was repeated would be refused as one that is there already.
    for (name, lines) in [(big, LINES), (small, 10)] {
        let result = house.read(&format!("out/{}", name.replace(".csv", ".result.csv")));
        let told: Vec<&str> = result.lines().skip(1).collect();
        assert_eq!(told.len(), lines, "each line is answered once");
        assert!(
            told.iter().all(|l| l.contains("created")),
            "{:?}",
            told.iter().find(|l| !l.contains("created"))
        );
    }
    drop(server);
    let checked = house.folder.run(&["check", "--tenant", "acme"]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}

// I9, O2: two servers on one database run nothing twice.
#[test]
fn two_servers_share_one_schedule() {
    let house = House::new(Database::Postgres);
    let servers = [house.start(house.sftp), house.start(free_port())];
    for round in 1..=3 {
        for n in 1..=4 {
            let name = format!("Employee_InsertOnly_en-GB_{n}_r{round}.csv");
            house.put(&name, people(&format!("R{round}{n}"), 50).as_bytes());
        }
        house.run();
        let runs = house.over(round);
        let files = runs[0]["files"].as_array().unwrap();
        assert_eq!((&runs[0]["state"], files.len()), (&"done".into(), 4), "{runs:?}");
        assert!(files.iter().all(|f| f["counts"]["created"] == 50), "{files:?}");
    }
    assert_eq!(house.employees("R"), 600);
    assert_eq!((house.names("out").len(), house.names("done").len()), (12, 12));
    drop(servers);
}

// A7, I8, I9: what is poisonous, cut off, delivered twice or gives power is answered, and harms nothing else.
#[test]
fn what_was_made_to_do_harm_is_answered() {
    let house = House::new(Database::Sqlite);
    // The account that imports may do everything; what comes through it gives no power all the same.
    house.folder.ok(&["user", "role", "operator", "super-administrator", "--tenant", "acme"]);
    let powers = || {
        let sql = "SELECT COUNT(*), (SELECT COUNT(*) FROM shared.user WHERE email = 'eve@evil.example') FROM shared.user_role";
        house.folder.sql("acme", sql)
    };
    let before = powers();
    let server = house.start(house.sftp);
    let name = |n: usize| format!("Employee_InsertAndUpdate_en-GB_{n}_.csv");
    let header = "number,first_name,last_name\n";
    let cell = "x".repeat(1 << 20);
    house.put(&name(1), format!("{header}P1,Ann,{cell}\nP2,Bea,Fine\n").as_bytes());
    house.put(&name(2), format!("{header}P3,A\0nn,Zero\nP4,Bea,Fine\n").as_bytes());
    house.put(&name(3), &[header.as_bytes(), b"P5,Ann,\xff\xfe\xfa\n"].concat());
    house.put(&name(4), format!("{header}P6,\"Ann,never closed\n").as_bytes());
    house.put(&name(5), format!("{header}{}\n", ",".repeat(5 << 20)).as_bytes());
    house.put(&name(6), b"");
    house.put(&name(7), format!("{header}P7,Ann,Fine\n").as_bytes());
    house.put("UserRole_InsertAndUpdate_en-GB_8_.csv", b"user,role\nana,administrator\n");
    house.put("User_InsertAndUpdate_en-GB_9_.csv", b"login,email\nana,eve@evil.example\n");
    // Cut off in its middle, it is not there.
    let long = "y".repeat(10_000);
    let heavy: String = (0..3_000).map(|i| format!("C{i},Ann,{long}\n")).collect();
    std::fs::write(house.folder.0.path().join("to-send"), format!("{header}{heavy}")).unwrap();
    house.sftp(&format!("put to-send in/{}\n", name(10)), Some(Duration::from_millis(400)));
    thread::sleep(Duration::from_millis(500));
    let cut = !house.names("in").contains(&name(10));
    house.run();
    let run = house.over(1)[0].clone();
    assert_eq!(run["state"], "partly done", "{run}");
    if cut {
        assert_eq!(house.employees("C"), 0, "nothing of a file that did not come whole");
    }
    let file = |n: &str| {
        let files = run["files"].as_array().unwrap();
        files
            .iter()
            .find(|f| f["name"].as_str().unwrap().contains(n))
            .unwrap_or_else(|| panic!("{n}: {run}"))
            .clone()
    };
    assert_eq!(file("_7_")["counts"]["created"], 1);
    for n in ["_3_", "_6_", "UserRole", "User_"] {
        assert_eq!(file(n)["state"], "rejected", "{n}: {run}");
    }
    for n in ["UserRole", "User_"] {
        assert_eq!(file(n)["fault"], "right.unattended", "{run}");
    }
    for n in ["P2", "P4", "P7"] {
        assert_eq!(house.employees(n), 1, "{n} is fine: {run}");
    }
    for n in ["P3", "P5", "P6"] {
        assert_eq!(house.employees(n), 0, "{n}: {run}");
    }
    assert_eq!(powers(), before);
    // The same name and content once more changes nothing and is answered beside the first.
    house.put(&name(7), format!("{header}P7,Ann,Fine\n").as_bytes());
    house.run();
    let run = house.over(2)[0].clone();
    assert_eq!(
        (&run["state"], &run["files"][0]["counts"]["unchanged"]),
        (&"done".into(), &1.into()),
        "{run}"
    );
    assert_eq!(house.names("out").iter().filter(|n| n.contains("_7_")).count(), 2);
    drop(server);
}

// I9: a space that is full keeps no run from ending and loses no file; what was asked for is told.
#[test]
fn a_full_space_loses_nothing() {
    let house = House::new(Database::Sqlite);
    let server = house.start(house.sftp);
    let name = "Employee_InsertAndUpdate_en-GB_1_.csv";
    house.put(name, people("F", 4_000).as_bytes());
    // All but a little of the 64 MiB, by others.
    let room = (64 << 20) - people("F", 4_000).len() - 20_000;
    house.put("ballast.bin", &vec![b'x'; room]);
    std::fs::rename(house.space("in/ballast.bin"), house.space("done/ballast.bin")).unwrap();
    house.run();
    let run = house.over(1)[0].clone();
    assert_eq!(
        (&run["state"], &run["files"][0]["fault"]),
        (&"partly done".into(), &"file_space.full".into()),
        "{run}"
    );
    assert_eq!(house.employees("F"), 4_000, "imported all the same");
    assert!(house.names("out").is_empty(), "no half result: {:?}", house.names("out"));
    assert!(house.names("done").contains(&name.to_string()), "the file is where it belongs");
    // With room again the same file is answered.
    house.sftp("rm done/ballast.bin\n", None);
    house.put(name, people("F", 4_000).as_bytes());
    house.run();
    let run = house.over(2)[0].clone();
    assert_eq!(
        (&run["state"], &run["files"][0]["counts"]["unchanged"]),
        (&"done".into(), &4_000.into()),
        "{run}"
    );
    // And what found no room before is written now.
    let late = house.read("out/Employee_InsertAndUpdate_en-GB_1_.result.csv");
    let created = late.lines().filter(|line| line.contains("created")).count();
    assert_eq!((created, late.lines().count()), (4_000, 4_001));
    assert_eq!(house.history()[1]["files"][0]["fault"], "", "{:?}", house.history());
    drop(server);
}
