//! The interface and the file space on a disk that is full, and with connections that are cut: what was acknowledged is there, what was not is not
//! there by half, and everything goes on where it stood (I8, I10).
//!
//! What needs a small disk runs in namespaces of its own, in which it may mount one without being root.

use std::fs::File;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use talang_testkit::Database;

use crate::client::{Answer, Server};
use crate::scheduler::House;
use crate::{Folder, PASSWORD, careers};

/// Set in the process that has the namespaces.
const INSIDE: &str = "TALANG_OWN_MOUNTS";

/// Runs the test once more in namespaces of its own, and there its body.
fn in_namespaces(test: &str, body: fn()) {
    if std::env::var_os(INSIDE).is_some() {
        return body();
    }
    let output = Command::new("unshare")
        .args(["--map-root-user", "--mount", "--"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INSIDE, "1")
        .output()
        .expect("`unshare` is missing: install util-linux");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    // On some systems only root may make namespaces: `sysctl kernel.apparmor_restrict_unprivileged_userns=0` lets others.
    assert!(output.status.success() && said.contains("1 passed"), "in namespaces of its own: {said}");
}

/// A small disk in the place of an installation's folder.
struct Disk {
    filler: PathBuf,
}

impl Disk {
    /// Puts the folder onto a disk that has so many MiB left.
    fn under(folder: &Path, mib: u64) -> Disk {
        let aside = tempfile::tempdir().unwrap();
        crate::copy(folder, aside.path());
        let size = format!("size={}k,mode=700", occupied(folder).div_ceil(1024) + mib * 1024);
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder).output().unwrap();
        assert!(mounted.status.success(), "{mounted:?}");
        crate::copy(aside.path(), folder);
        Disk { filler: folder.join("filler") }
    }

    /// Takes all of what is left but so many KiB.
    fn fill(&self, but: usize) {
        let mut file = File::create(&self.filler).unwrap();
        let mut written = 0_u64;
        while let Ok(count) = file.write(&[7; 4096]) {
            written += count as u64;
        }
        file.set_len(written.saturating_sub(but as u64 * 1024)).unwrap();
    }

    /// Waits until the rest is taken, too.
    fn wait(&self) {
        let probe = self.filler.with_file_name("probe");
        let begun = Instant::now();
        while std::fs::write(&probe, [7; 8192]).is_ok() {
            assert!(begun.elapsed() < Duration::from_secs(60), "the disk does not get full");
            std::fs::remove_file(&probe).unwrap();
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = std::fs::remove_file(&probe);
    }

    /// Makes room.
    fn free(&self) {
        std::fs::remove_file(&self.filler).unwrap();
    }
}

/// Bytes of a folder's files, in whole pages.
fn occupied(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    entries
        .map(|entry| match entry.metadata().unwrap() {
            meta if meta.is_dir() => 4096 + occupied(&entry.path()),
            meta => meta.len().div_ceil(4096) * 4096,
        })
        .sum()
}

struct Program {
    folder: Folder,
    server: Server,
    key: String,
}

impl Program {
    fn start(folder: Folder) -> Program {
        let made = folder.ok(&["key", "create", "payroll", "--tenant", "acme", "--user", "ana", "--json"]);
        let key = serde_json::from_str::<Json>(&made).unwrap()["key"].as_str().unwrap().to_string();
        let server = Server::start(&folder, "");
        Program { folder, server, key }
    }

    fn pair() -> String {
        use base64::Engine;
        let pair = base64::engine::general_purpose::STANDARD.encode(format!("ana:{PASSWORD}"));
        format!("Basic {pair}")
    }

    /// Begins a request and gives the connection away in the middle: after `sent` bytes of the body, and `read` of the answer.
    fn breaks_off(&self, line: &str, body: &[u8], sent: usize, read: usize) -> Vec<u8> {
        let mut socket = TcpStream::connect(("127.0.0.1", self.server.port)).unwrap();
        let head = format!(
            "{line} HTTP/1.1\r\nHost: acme.localhost:{}\r\nAuthorization: {}\r\nX-Api-Key: {}\r\n\
             Content-Type: application/x-ndjson\r\nContent-Length: {}\r\n\r\n",
            self.server.port,
            Program::pair(),
            self.key,
            body.len()
        );
        socket.write_all(head.as_bytes()).unwrap();
        socket.write_all(&body[..sent]).unwrap();
        let mut answer = vec![0; read];
        if sent > 0 {
            // Not before the program has begun to take it.
            let begun = Instant::now();
            while self.uploads() == 0 {
                assert!(begun.elapsed() < Duration::from_secs(30), "nothing is taken");
                std::thread::sleep(Duration::from_millis(5));
            }
        }
        socket.read_exact(&mut answer).unwrap();
        answer
    }

    /// Files that are being taken.
    fn uploads(&self) -> usize {
        std::fs::read_dir(self.folder.0.path().join("uploads")).map_or(0, Iterator::count)
    }

    fn send(&self, method: &str, path: &str, kind: &str, once: &str, body: &[u8]) -> Answer {
        let pair = Program::pair();
        let mut headers = vec![("Authorization", &*pair), ("X-Api-Key", &*self.key), ("Content-Type", kind)];
        headers.extend((!once.is_empty()).then_some(("Idempotency-Key", once)));
        self.server.send("acme", method, &format!("/api/rest/v1{path}"), &headers, body)
    }

    fn json(&self, path: &str) -> Json {
        let answer = self.send("GET", path, "", "", b"");
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }

    fn import(&self, once: &str, body: &[u8]) -> Answer {
        self.send("POST", "/transfers/import?object=employees", "application/x-ndjson", once, body)
    }

    /// The end of a transfer.
    fn over(&self, id: &str) -> Json {
        let begun = Instant::now();
        loop {
            let told = self.json(&format!("/transfers/{id}"));
            if !matches!(told["state"].as_str(), Some("waiting" | "running")) {
                return told;
            }
            assert!(begun.elapsed() < Duration::from_secs(120), "it does not end: {told}");
            std::thread::sleep(Duration::from_millis(300));
        }
    }

    fn employees(&self) -> u64 {
        self.json("/employees?limit=1&count=true&filter=number+starts+F")["total"].as_u64().unwrap()
    }
}

const LINES: usize = 8_000;

fn people() -> Vec<u8> {
    let mut body = String::new();
    for i in 0..LINES {
        let one = json!({ "number": format!("F{i:05}"), "first_name": "x".repeat(60), "last_name": "y".repeat(60) });
        body.push_str(&format!("{one}\n"));
    }
    body.into_bytes()
}

fn id(answer: &Answer) -> String {
    assert_eq!(answer.status, 202, "{}", answer.body);
    serde_json::from_str::<Json>(&answer.body).unwrap()["id"].as_str().unwrap().to_string()
}

#[test]
fn the_interface_on_a_full_disk_loses_nothing_and_repeats_nothing() {
    in_namespaces("full_disk::the_interface_on_a_full_disk_loses_nothing_and_repeats_nothing", || {
        // I10
        let folder = Folder::installation();
        let disk = Disk::under(folder.0.path(), 40);
        let program = Program::start(folder);
        let body = people();
        let count = || program.json("/job-families?limit=1&count=true")["total"].as_u64().unwrap();
        let before = count();
        disk.fill(0);
        // A file that does not fit is not taken, and nothing is left of it.
        let refused = program.import("first", &body);
        assert!(refused.status >= 500 && refused.body.contains("storage.failed"), "{}", refused.body);
        assert_eq!(program.json("/transfers")["data"], json!([]));
        assert_eq!(program.uploads(), 0);
        // What is acknowledged is there; what is refused is not.
        let (mut acknowledged, mut refused) = (0, 0);
        for i in 0..150 {
            let family = json!({ "code": format!("full-{i}"), "label": { "en": "z".repeat(2_000) } });
            let answer =
                program.send("POST", "/job-families", "application/json", "", family.to_string().as_bytes());
            match answer.status {
                201 => acknowledged += 1,
                _ => {
                    assert!(
                        answer.status >= 500 && answer.body.contains("storage.failed"),
                        "{}",
                        answer.body
                    );
                    refused += 1;
                }
            }
        }
        assert!(refused > 100, "the disk was not full: {acknowledged} were taken");
        assert_eq!(count(), before + acknowledged);
        disk.free();
        assert_eq!(count(), before + acknowledged);
        // Full in the middle of the work: with room again it goes on where it was.
        disk.fill(256);
        let refused = program.import("second", &body);
        assert!(refused.status >= 500, "the file alone is larger: {}", refused.body);
        disk.free();
        let taken = id(&program.import("second", &body));
        disk.fill(256);
        disk.wait();
        assert!(program.employees() < LINES as u64, "it was too quick");
        disk.free();
        // The time of the work that met the full disk runs out, without waiting for it.
        program.folder.leases_end("acme");
        let ended = program.over(&taken);
        let counts = &ended["counts"];
        assert_eq!((ended["state"].as_str(), counts["refused"].as_u64()), (Some("done"), Some(0)), "{ended}");
        assert_eq!(
            (program.employees(), counts["created"].as_u64()),
            (LINES as u64, Some(LINES as u64)),
            "{ended}"
        );
        let known = program.folder.run(&["check", "--tenant", "acme"]);
        assert!(known.status.success(), "{known:?}");
    });
}

#[test]
fn a_file_that_does_not_fit_is_not_in_the_space_by_half() {
    in_namespaces("full_disk::a_file_that_does_not_fit_is_not_in_the_space_by_half", || {
        // I8
        let house = House::new(Database::Sqlite);
        let disk = Disk::under(house.folder.0.path(), 40);
        let _server = house.start(house.sftp);
        // The space is there from the first file on.
        std::fs::write(house.folder.0.path().join("to-send"), "x").unwrap();
        house.sftp("put to-send in/note.txt\nrm in/note.txt\n", None);
        let name = "Employee_InsertAndUpdate_en-GB_20_.csv";
        let mut text = String::from("number,first_name,last_name\n");
        for i in 0..LINES {
            text.push_str(&format!("F{i:05},{},Last\n", "x".repeat(200)));
        }
        std::fs::write(house.folder.0.path().join("to-send"), &text).unwrap();
        disk.fill(64);
        assert!(!house.tries(&format!("put to-send \"in/{name}\"\n")), "it does not fit");
        assert!(house.names("in").is_empty(), "{:?}", house.names("in"));
        disk.free();
        // With room, it is all there.
        house.sftp(&format!("put to-send \"in/{name}\"\n"), None);
        assert_eq!(house.read(&format!("in/{name}")), text);
    });
}

#[test]
fn a_scheduled_import_that_finds_the_disk_full_ends_when_there_is_room() {
    in_namespaces("full_disk::a_scheduled_import_that_finds_the_disk_full_ends_when_there_is_room", || {
        // I9
        let house = House::new(Database::Sqlite);
        let disk = Disk::under(house.folder.0.path(), 60);
        let _server = house.start(house.sftp);
        let name = "Employee_InsertAndUpdate_en-GB_20_.csv";
        let mut text = String::from("number,first_name,last_name,status\n");
        for i in 0..LINES {
            text.push_str(&format!("F{i:05},{},Last,active\n", "x".repeat(70)));
        }
        std::fs::write(house.folder.0.path().join("to-send"), &text).unwrap();
        house.sftp(&format!("put to-send \"in/{name}\"\n"), None);
        house.folder.ok(&["schedule", "run", "now", "--tenant", "acme"]);
        let begun = Instant::now();
        while house.names("in").contains(&name.to_string()) {
            assert!(begun.elapsed() < Duration::from_secs(60), "nobody takes the file");
            std::thread::sleep(Duration::from_millis(5));
        }
        disk.fill(256);
        disk.wait();
        std::thread::sleep(Duration::from_secs(3));
        disk.free();
        assert!(house.employees("F") < LINES, "it was too quick");
        // The work that was in hand when the disk was full is taken up again after its time.
        house.leases_end();
        let runs = house.over(1);
        assert_eq!((house.employees("F"), runs.len()), (LINES, 1), "{runs:?}");
        assert_eq!((house.names("in"), house.names("rejected")), (vec![], vec![]), "{runs:?}");
        assert_eq!(house.names("done").len(), 1, "{runs:?}");
        let result = house.names("out").into_iter().find(|n| n.contains("result")).expect("a result");
        let result = house.read(&format!("out/{result}"));
        let lines: std::collections::BTreeSet<&str> = result.lines().skip(1).collect();
        assert_eq!((result.lines().count(), lines.len()), (LINES + 1, LINES), "a line for each line, once");
        let known = house.folder.run(&["check", "--tenant", "acme"]);
        assert!(known.status.success(), "{known:?}");
    });
}

#[test]
fn a_report_that_finds_the_disk_full_is_nowhere_by_half_and_comes_the_next_time() {
    in_namespaces(
        "full_disk::a_report_that_finds_the_disk_full_is_nowhere_by_half_and_comes_the_next_time",
        || {
            // S7, I8
            let house = House::new(Database::Sqlite).with_mails();
            let folder = &house.folder;
            let mut text = String::from("number,first_name,last_name\n");
            for i in 0..LINES {
                text.push_str(&format!("F{i:05},{},{}\n", "x".repeat(75), "y".repeat(75)));
            }
            folder.ok(&[
                "import",
                "--tenant",
                "acme",
                &folder.file("Employee_InsertAndUpdate_en-GB_20_.csv", &text),
            ]);
            for login in ["ana", "operator"] {
                folder.ok(&["user", "role", login, "hr-manager", "--tenant", "acme"]);
            }
            folder.sql(
                "acme",
                "INSERT INTO shared.saved_report (version, code, label, object, \"user\", query)
                 SELECT 1, 'heads', 'Head count', 'Employee', id, '{\"columns\":[\"number\",\"first_name\",\"last_name\"]}'
                 FROM shared.\"user\" WHERE login = 'ana'",
            );
            folder.sql("acme", "UPDATE shared.\"user\" SET email = 'ana@acme.example' WHERE login = 'ana'");
            let report = |code: &str, more: &[&str]| {
                let set = ["schedule", "set", code, "--tenant", "acme", "--cron", "0 0 1 1 *", "--off"];
                let what = ["--task", "report", "--report", "heads", "--format", "csv"];
                folder.ok(&[&set[..], &what, more].concat());
            };
            report("to-space", &[]);
            report("to-ana", &["--reader", "ana"]);
            let disk = Disk::under(folder.0.path(), 60);
            let _server = house.start(house.sftp);
            let run = |code: &str| folder.ok(&["schedule", "run", code, "--tenant", "acme"]);
            let mails = || std::fs::read_dir(folder.0.path().join("mails/acme")).map_or(0, Iterator::count);
            // Files of readers wherever the tenant's folder has them, whole or not.
            let files = || {
                let tenants = folder.0.path().join("tenants");
                let found =
                    Command::new("find").arg(tenants).args(["-path", "*/reports/*", "-type", "f"]).output();
                let found = String::from_utf8(found.unwrap().stdout).unwrap();
                found.lines().map(str::to_string).collect::<Vec<String>>()
            };
            let state =
                |runs: &[Json]| runs.first().map(|r| r["state"].as_str().unwrap_or_default().to_string());
            let fault = |runs: &[Json]| runs[0]["files"][0]["fault"].to_string();
            disk.fill(1_000);
            run("to-space");
            let runs = house.over(1);
            assert_eq!(state(&runs).as_deref(), Some("failed"), "{runs:?}");
            assert!(fault(&runs).contains("file_space.full"), "{runs:?}");
            assert!(house.names("out").is_empty(), "{:?}", house.names("out"));
            run("to-ana");
            let runs = house.over(2);
            assert_eq!(state(&runs).as_deref(), Some("failed"), "{runs:?}");
            assert!(fault(&runs).contains("storage.failed"), "{runs:?}");
            assert_eq!((files(), mails()), (Vec::<String>::new(), 0));
            // With room the next run brings all of it.
            disk.free();
            run("to-space");
            assert_eq!(state(&house.over(3)).as_deref(), Some("done"));
            let [name] = house.names("out").try_into().expect("one file");
            assert_eq!(house.read(&format!("out/{name}")).lines().count(), LINES + 1);
            run("to-ana");
            assert_eq!(state(&house.over(4)).as_deref(), Some("done"));
            let [file] = files().try_into().expect("one file");
            assert_eq!(std::fs::read_to_string(&file).unwrap().lines().count(), LINES + 1);
            let begun = Instant::now();
            while mails() == 0 {
                assert!(begun.elapsed() < Duration::from_secs(60), "no mail");
                std::thread::sleep(Duration::from_millis(50));
            }
            assert_eq!(mails(), 1, "one, for what came");
        },
    );
}

// I10: a connection that is cut leaves nothing of an upload, and a download goes on where it broke off.
// S3: an application that finds the disk full is refused in words and leaves nothing by half; with room it is taken.
#[test]
fn an_application_that_finds_the_disk_full_is_refused_and_taken_when_there_is_room() {
    in_namespaces(
        "full_disk::an_application_that_finds_the_disk_full_is_refused_and_taken_when_there_is_room",
        || {
            let (folder, mut server) = careers::house(Database::Sqlite);
            assert!(server.end());
            let disk = Disk::under(folder.0.path(), 24);
            let server = Server::start(&folder, "");
            let count =
                |table: &str| folder.number("acme", &format!("SELECT COUNT(*) FROM candidates.{table}"));
            let climb = folder.number("acme", "SELECT id FROM candidates.vacancy_question WHERE number = 1");
            let climb = format!("q{climb}");
            let cv = [b"%PDF-1.7\n".as_slice(), &[b'x'; 300_000], b"\n%%EOF\n"].concat();
            let apply = |email: &str, cv: &[u8]| {
                let fields = [
                    ("first_name", "Ada"),
                    ("last_name", "Lee"),
                    ("email", email),
                    ("privacy", "yes"),
                    ("homepage", ""),
                    (climb.as_str(), "yes"),
                ];
                careers::apply(&server, "V1", &fields, &[("cv", "cv.pdf", cv)])
            };
            let refused = |answer: &Answer| {
                assert!(answer.status >= 500, "{}: {}", answer.status, answer.body);
                assert!(answer.body.contains("Nothing has been changed"), "{}", answer.body);
            };
            let before = count("candidate");
            // A disk that fills up while the site is read.
            assert_eq!(server.get("acme", "/careers/jobs/jobs/V1", &[]).status, 200);
            // The file does not fit; then neither a file nor a row.
            for room in [64, 0] {
                disk.fill(room);
                refused(&apply("ada@example.org", &cv));
                let parts =
                    Command::new("find").arg(folder.0.path()).args(["-name", "*.part"]).output().unwrap();
                assert_eq!(String::from_utf8_lossy(&parts.stdout), "", "nothing by half");
                disk.free();
            }
            assert_eq!((count("candidate"), count("application")), (before, 0));
            let taken = apply("ada@example.org", &cv);
            assert_eq!(taken.status, 303, "{}", taken.body);
            let begun = Instant::now();
            while count("application") == 0 {
                assert!(begun.elapsed() < Duration::from_secs(30), "what was received is not there");
                std::thread::sleep(Duration::from_millis(50));
            }
            assert_eq!((count("candidate"), count("application")), (before + 1, 1));
            let known = folder.run(&["check", "--tenant", "acme"]);
            assert!(known.status.success(), "{known:?}");
        },
    );
}

#[test]
fn transfers_that_are_cut_off_leave_nothing_and_go_on() {
    for database in Database::ALL {
        let program = Program::start(Folder::on(database));
        let body = people();
        program.breaks_off("POST /api/rest/v1/transfers/import?object=employees", &body, body.len() / 2, 0);
        let begun = Instant::now();
        while program.uploads() > 0 {
            assert!(begun.elapsed() < Duration::from_secs(30), "half a file stays");
            std::thread::sleep(Duration::from_millis(20));
        }
        assert_eq!(program.json("/transfers")["data"], json!([]));
        assert_eq!(program.employees(), 0);
        assert_eq!(program.over(&id(&program.import("whole", &body)))["counts"]["created"], LINES);
        // The answer to the same request once more is the first one.
        let again = id(&program.import("whole", &body));
        assert_eq!(program.json("/transfers")["data"].as_array().unwrap().len(), 1, "{again}");
        assert_eq!(program.employees(), LINES as u64);

        let wish =
            json!({ "object": "employees", "format": "csv", "fields": ["number", "first_name"] }).to_string();
        let export = program.send("POST", "/transfers/export", "application/json", "", wish.as_bytes());
        let export = program.over(&id(&export));
        let path = export["result"].as_str().unwrap();
        let begun = program.breaks_off(&format!("GET {path}"), b"", 0, 100_000);
        let head = begun.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
        let (head, first) = (String::from_utf8_lossy(&begun[..head]).to_lowercase(), &begun[head + 4..]);
        let tag = head.lines().find_map(|l| l.strip_prefix("etag: ")).expect("a tag").to_string();
        let (pair, range) = (Program::pair(), format!("bytes={}-", first.len()));
        let headers = [
            ("Authorization", pair.as_str()),
            ("X-Api-Key", program.key.as_str()),
            ("Range", range.as_str()),
            ("If-Range", tag.as_str()),
        ];
        let rest = program.server.get("acme", path, &headers);
        assert_eq!(rest.status, 206, "{}", rest.body);
        let whole = String::from_utf8_lossy(first).into_owned() + &rest.body;
        assert_eq!(whole.lines().count(), LINES + 1);
        assert_eq!(whole, program.server.get("acme", path, &headers[..2]).body);
    }
}
