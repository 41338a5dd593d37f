//! `kill -9` at any moment: what was acknowledged is there afterwards, whole and once; what was not may be repeated.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value as Json;

use talang_testkit::Database;

use crate::client::Server;
use crate::{Folder, talang};

/// Lines of the file that is imported.
const LINES: usize = 12_000;

/// A wait that comes from a seed alone, so that a run can be repeated.
fn wait(seed: &mut u64, most: u64) -> Duration {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    Duration::from_millis((*seed >> 33) % most.max(1))
}

/// Employees with values that can be told from their number: half a line would show.
fn employees() -> String {
    let mut text = String::from("number,first_name,last_name,office,hire_date\n");
    for i in 0..LINES {
        text.push_str(&format!("K{i:05},First{i},Last{i},Room {i},2020-01-{:02}\n", i % 28 + 1));
    }
    text
}

/// Exports an object with some columns: first column → the others.
fn exported(folder: &Folder, object: &str, columns: &str) -> BTreeMap<String, Vec<String>> {
    let name = format!("{object}-out.csv");
    folder.ok(&[
        "export",
        "--tenant",
        "acme",
        object,
        "--columns",
        columns,
        "--culture",
        "en-GB",
        "--out",
        &name,
    ]);
    let text = std::fs::read_to_string(folder.0.path().join(name)).unwrap();
    let mut lines = BTreeMap::new();
    for line in text.trim_start_matches('\u{feff}').lines().skip(1) {
        let mut cells = line.split(',').map(|c| c.trim_matches('"').to_string());
        let key = cells.next().unwrap();
        assert!(lines.insert(key.clone(), cells.collect()).is_none(), "{object} {key} is there twice");
    }
    lines
}

pub fn is_whole(folder: &Folder) {
    let output = folder.run(&["check", "--tenant", "acme"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// Bytes of the write-ahead logs of employees: they grow with each commit.
fn size(folder: &Path) -> u64 {
    let mut sum = 0;
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sum += size(&path);
        } else if path.ends_with("employees.db-wal") {
            sum += entry.metadata().map_or(0, |m| m.len());
        }
    }
    sum
}

fn spawn(folder: &Path, args: &[&str]) -> Child {
    talang(folder, args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

// I5, I7: an import that is killed leaves whole lines only, and repeating it completes it without a duplicate.
#[test]
fn an_import_that_is_killed_leaves_no_half_line_and_can_be_repeated() {
    killed_import(Database::Sqlite);
}

#[test]
fn an_import_that_is_killed_leaves_no_half_line_in_postgresql() {
    killed_import(Database::Postgres);
}

fn killed_import(database: Database) {
    let folder = Folder::on(database);
    let file = folder.file("Employee_InsertAndUpdate_en-GB_20_.csv", &employees());
    let args = ["import", "--tenant", "acme", "--json", &file];
    let (mut seed, mut kills, mut most, mut partly) = (7_u64, 0, 100, 0);
    let mut before: BTreeSet<String> = BTreeSet::new();
    loop {
        let mut import = spawn(folder.0.path(), &args);
        // Every second time not before something was committed, so that the middle is met and not the start only.
        let (written, began) = (size(folder.0.path()), Instant::now());
        while database == Database::Sqlite
            && kills % 2 == 0
            && size(folder.0.path()) == written
            && began.elapsed() < Duration::from_secs(20)
        {
            thread::sleep(Duration::from_millis(2));
        }
        thread::sleep(wait(&mut seed, most));
        if import.try_wait().unwrap().is_some() {
            break;
        }
        import.kill().unwrap();
        import.wait().unwrap();
        kills += 1;
        // Later ones live longer: the loop ends when one comes through.
        most += 100;
        is_whole(&folder);
        let there = exported(&folder, "Employee", "number,first_name,last_name,office,hire_date");
        for (number, cells) in &there {
            let i: usize = number[1..].parse().unwrap();
            let whole = [format!("First{i}"), format!("Last{i}"), format!("Room {i}")];
            assert_eq!(cells[..3], whole, "{number} is half a line");
            assert!(!cells[3].is_empty(), "{number} is half a line");
        }
        let now: BTreeSet<String> = there.into_keys().collect();
        assert!(before.is_subset(&now), "lines that were there are lost");
        partly += usize::from(!now.is_empty() && now.len() < LINES);
        before = now;
        assert!(kills < 60, "the import never comes through");
    }
    println!("killed {kills} times, {partly} of them with part of the file written");
    assert!(partly > 0, "no import was killed in its middle");
    let report: Json = serde_json::from_str(&folder.ok(&args)).unwrap();
    let counts = &report["files"][0]["counts"];
    assert_eq!((&counts["unchanged"], &counts["rejected"]), (&LINES.into(), &0.into()), "{report}");
    assert_eq!(exported(&folder, "Employee", "number").len(), LINES);
    is_whole(&folder);
}

/// A server whose commits wait for the disk, as in operation; killed, never ended.
pub struct Killable {
    child: Child,
    pub port: u16,
}

impl Killable {
    pub fn start(folder: &Folder) -> Killable {
        let config = folder
            .file("kill.toml", &format!("listen = \"127.0.0.1:0\"\n{}", crate::databases(folder.0.path())));
        let mut child =
            talang(folder.0.path(), &["serve", "--config", &config]).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let port = loop {
            let line = lines.next().expect("the server says where it listens").unwrap();
            if let Some((_, port)) = line.split_once("address=127.0.0.1:") {
                break port.trim().parse().unwrap();
            }
        };
        thread::spawn(move || lines.for_each(drop));
        Killable { child, port }
    }

    /// Ends it as a power cut does.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Status and body of a REST call; nothing when the server was not there to answer. Who is too fast (I10) asks again.
fn call(port: u16, method: &str, path: &str, headers: &[String], body: &str) -> Option<(u16, String)> {
    loop {
        match call_once(port, method, path, headers, body)? {
            (429, _) => thread::sleep(Duration::from_millis(100)),
            answer => return Some(answer),
        }
    }
}

fn call_once(port: u16, method: &str, path: &str, headers: &[String], body: &str) -> Option<(u16, String)> {
    use std::io::{Read, Write};
    let mut socket = std::net::TcpStream::connect(("127.0.0.1", port)).ok()?;
    socket.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let mut request = format!(
        "{method} /api/rest/v1{path} HTTP/1.1\r\nHost: acme.localhost:{port}\r\nConnection: close\r\n\
         Content-Length: {}\r\n",
        body.len()
    );
    if !headers.iter().any(|h| h.starts_with("Content-Type:")) {
        request.push_str("Content-Type: application/json\r\n");
    }
    for header in headers {
        request.push_str(header);
        request.push_str("\r\n");
    }
    request.push_str("\r\n");
    request.push_str(body);
    socket.write_all(request.as_bytes()).ok()?;
    let mut bytes = Vec::new();
    let _ = socket.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let status = text.split(' ').nth(1)?.parse().ok()?;
    Some((status, text))
}

/// The row number in the answer to a create.
fn number_in(answer: &str) -> i64 {
    let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
    let body: Json = serde_json::from_str(body).unwrap_or_else(|e| panic!("{e}: {body}"));
    body["id"].as_i64().unwrap_or_else(|| panic!("no id in {body}"))
}

/// A program with a key for the REST interface; its headers.
fn program(folder: &Folder) -> Vec<String> {
    folder.ok(&["user", "create", "robot", "--tenant", "acme", "--role", "integration"]);
    let said = folder.ok(&["user", "password", "robot", "--tenant", "acme", "--json"]);
    let said: Json = serde_json::from_str(&said).unwrap();
    let password = said["password"].as_str().unwrap();
    let made = folder.ok(&["key", "create", "robot", "--tenant", "acme", "--user", "robot", "--json"]);
    let made: Json = serde_json::from_str(&made).unwrap();
    let basic = base64(format!("robot:{password}").as_bytes());
    vec![format!("Authorization: Basic {basic}"), format!("X-Api-Key: {}", made["key"].as_str().unwrap())]
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let number = chunk.iter().fold(0_usize, |n, b| n << 8 | usize::from(*b)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = DIGITS[number >> (18 - 6 * place) & 63];
            out.push(if place > chunk.len() { '=' } else { char::from(digit) });
        }
    }
    out
}

// Acknowledged = on the disk: what a REST call was answered for survives the death of the server, and a call without an
// answer can be repeated under its key (I10) without making anything twice.
#[test]
fn edits_that_were_acknowledged_survive_the_death_of_the_server() {
    killed_server(Database::Sqlite);
}

#[test]
fn edits_that_were_acknowledged_survive_in_postgresql() {
    killed_server(Database::Postgres);
}

/// What was acknowledged of a record: its office, and one that was asked for without an answer.
#[derive(Clone, Default)]
struct Known {
    office: String,
    asked: Option<String>,
}

fn killed_server(database: Database) {
    let folder = Folder::on(database);
    let headers = program(&folder);
    let acknowledged: Arc<Mutex<BTreeMap<String, Known>>> = Arc::default();
    let repeated = Arc::new(AtomicUsize::new(0));
    let mut seed = 11_u64;
    for round in 0..6 {
        let mut server = Killable::start(&folder);
        let port = server.port;
        let clients: Vec<_> = (0..3)
            .map(|client| {
                let (headers, acknowledged, repeated) = (headers.clone(), acknowledged.clone(), repeated.clone());
                thread::spawn(move || {
                    for count in 0.. {
                        let number = format!("R{round}-{client}-{count}");
                        let body = format!(
                            "{{\"number\":\"{number}\",\"first_name\":\"First {number}\",\"last_name\":\"Last\"}}"
                        );
                        let mut all = headers.clone();
                        all.push(format!("Idempotency-Key: {number}"));
                        let Some((status, answer)) = call(port, "POST", "/employees", &all, &body) else { break };
                        assert_eq!(status, 201, "{number}");
                        let known = |known: Known| acknowledged.lock().unwrap().insert(number.clone(), known);
                        known(Known::default());
                        // Every third request arrives twice, as from a program that lost the answer.
                        if count % 3 == 0 {
                            let Some((status, _)) = call(port, "POST", "/employees", &all, &body) else { break };
                            assert_eq!(status, 201, "{number} again");
                            repeated.fetch_add(1, Ordering::Relaxed);
                        }
                        // And every record is changed afterwards, every fourth one twice.
                        let id = number_in(&answer);
                        let mut office = String::new();
                        for change in 0..1 + usize::from(count % 4 == 0) {
                            let next = format!("Room {change} of {number}");
                            known(Known { office: office.clone(), asked: Some(next.clone()) });
                            let body = format!("{{\"office\":\"{next}\"}}");
                            let path = format!("/employees/{id}");
                            let Some((status, _)) = call(port, "PATCH", &path, &headers, &body) else { return };
                            assert_eq!(status, 200, "{number}");
                            office = next;
                            known(Known { office: office.clone(), asked: None });
                        }
                    }
                })
            })
            .collect();
        thread::sleep(Duration::from_millis(300) + wait(&mut seed, 900));
        server.child.kill().unwrap();
        server.child.wait().unwrap();
        for client in clients {
            client.join().unwrap();
        }
        is_whole(&folder);
        let there = exported(&folder, "Employee", "number,first_name,last_name,office");
        let acknowledged = acknowledged.lock().unwrap();
        for (number, known) in acknowledged.iter() {
            let cells = there.get(number).unwrap_or_else(|| panic!("{number} was acknowledged and is lost"));
            assert_eq!(cells[..2], [format!("First {number}"), "Last".to_string()], "{number}");
            let office = &cells[2];
            let fits = *office == known.office || known.asked.as_ref() == Some(office);
            assert!(
                fits,
                "{number} has the office {office:?} instead of {:?} or {:?}",
                known.office, known.asked
            );
        }
        // Besides, at most the one request of each client whose answer was never read.
        assert!(
            there.len() <= acknowledged.len() + 3 * (round + 1),
            "{} of {}",
            there.len(),
            acknowledged.len()
        );
    }
    let count = acknowledged.lock().unwrap().len();
    println!("{count} acknowledged, {} sent twice", repeated.load(Ordering::Relaxed));
    assert!(count > 20, "only {count} requests came through");
}

// I12: a mail that was asked for leaves, whatever ends the program between; should one leave twice, both say that they are
// the same.
#[test]
fn mails_leave_although_the_program_is_killed_while_it_delivers() {
    const MAILS: usize = 24;
    let peer = talang_testkit::peers::python("smtp-server.py", &["tls=no", "slow=60"]);
    let folder = Folder::installation();
    folder.ok(&["user", "role", "ana", "super-administrator", "--tenant", "acme"]);
    folder.sql("acme", "UPDATE shared.user SET email = 'ana@example.org' WHERE login = 'ana'");
    let config = format!(
        "[mail]\ntransport = \"smtp\"\nsecurity = \"plain\"\nhost = \"127.0.0.1\"\nport = {}\nfrom = \"hr@example.org\"\n",
        peer.port()
    );
    let taken = || -> Vec<String> {
        let mails = peer.lines().into_iter().filter(|l| l.starts_with("mail ")).map(|line| {
            let mail: Json = serde_json::from_str(&line[5..]).unwrap();
            let message = mail["message"].as_str().unwrap_or_default().to_string();
            let id = message.lines().find_map(|l| l.strip_prefix("Message-ID: ")).map(str::to_string);
            id.unwrap_or_else(|| panic!("a mail without a number: {message}"))
        });
        mails.collect()
    };
    let waiting = || folder.number("acme", "SELECT COUNT(*) FROM shared.mail_queue");
    let mut server = Server::start(&folder, &config);
    let cookie = server.sign_in("acme");
    let signed = [("Cookie", cookie.as_str())];
    let token = server.get("acme", "/password", &signed).csrf();
    for _ in 0..MAILS {
        let sent = server.post("acme", "/access/mails/test", &signed, &format!("csrf={token}"));
        assert_eq!(sent.status, 303, "{}", sent.body);
    }
    let (mut seed, mut kills) = (11_u64, 0);
    while waiting() > 0 {
        assert!(kills < 40, "{} mails still wait", waiting());
        // In the middle of the delivery, not before it begins: once some have left.
        let (before, began) = (taken().len(), Instant::now());
        while taken().len() < before + 3 && waiting() > 0 && began.elapsed() < Duration::from_secs(30) {
            thread::sleep(Duration::from_millis(5));
        }
        thread::sleep(wait(&mut seed, 120));
        server.kill();
        kills += 1;
        // Another worker takes over when the lease of the dead one has run out: time that the test does not wait for.
        folder.leases_end("acme");
        server = Server::start(&folder, &config);
    }
    let sent = folder.number("acme", "SELECT COUNT(*) FROM shared.mail_message WHERE state = 'sent'");
    assert_eq!(usize::try_from(sent), Ok(MAILS), "every mail is noted as sent");
    let all = taken();
    let different: BTreeSet<&String> = all.iter().collect();
    println!("{kills} kills, {} mails taken of {MAILS}", all.len());
    assert_eq!(different.len(), MAILS, "each left, under a number of its own");
    assert!(kills >= 3 && all.len() <= MAILS + kills, "{kills} kills, {} mails", all.len());
}

/// The body of an answer.
fn body_of(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

// I10, O2: an import and an export in the background, whose server is killed again and again, are done once: no line is lost,
// none is there twice, each is answered once.
#[test]
fn transfers_survive_the_death_of_the_server() {
    let folder = Folder::on(Database::Sqlite);
    let signed = program(&folder);
    let mut server = Killable::start(&folder);
    let mut seed = 23_u64;
    // Asks for a transfer, kills until it is over, and fetches its result.
    let mut transfer = |server: &mut Killable, path: &str, kind: &str, body: &str| -> String {
        let mut headers = signed.clone();
        headers.push(format!("Content-Type: {kind}"));
        let (status, told) = call(server.port, "POST", path, &headers, body).expect("an answer");
        assert_eq!(status, 202, "{told}");
        let job: Json = serde_json::from_str(body_of(&told)).unwrap();
        let address = format!("/transfers/{}", job["id"].as_str().unwrap());
        let (mut kills, mut middle) = (0_u64, 0);
        loop {
            // Later ones live longer, so that the loop ends.
            thread::sleep(Duration::from_millis(20) + wait(&mut seed, 80 + 60 * kills));
            let (_, told) = call(server.port, "GET", &address, &signed, "").expect("an answer");
            let job: Json = serde_json::from_str(body_of(&told)).unwrap_or_else(|e| panic!("{e}: {told}"));
            assert!(job["state"] != "failed", "{job}");
            if job["state"] == "done" {
                break;
            }
            server.child.kill().unwrap();
            server.child.wait().unwrap();
            kills += 1;
            assert!(kills < 60, "it never comes through: {job}");
            middle += usize::from(job["done"].as_u64().is_some_and(|n| n > 0));
            // Its lease runs out: time that the test does not wait for.
            let id = talang_store::TenantId::parse("acme").unwrap();
            let lease = "UPDATE employees.job_queue SET lease_until = 0 WHERE lease_until IS NOT NULL";
            folder.sql("acme", lease);
            folder.store().directory(|d| d.note_due(&id, "employees", 1)).unwrap();
            *server = Killable::start(&folder);
        }
        println!("{path}: killed {kills} times, {middle} of them with part of it done");
        assert!(kills > 0, "{path} was over before its first kill");
        let (status, told) =
            call(server.port, "GET", &format!("{address}/result"), &signed, "").expect("an answer");
        assert_eq!(status, 200, "{told}");
        told
    };
    let lines: String = (0..LINES)
        .map(|i| {
            format!("{{\"number\":\"K{i:05}\",\"first_name\":\"First{i}\",\"last_name\":\"Last{i}\"}}\n")
        })
        .collect();
    let path = "/transfers/import?object=employees&mode=InsertOnly";
    let told = transfer(&mut server, path, "application/x-ndjson", &lines);
    // A line that was done twice would be refused as one that is there already.
    let made = told.lines().filter(|line| line.contains("\"created\"")).count();
    assert_eq!(made, LINES, "each line is answered once");
    assert!(!told.contains("refused"), "none is refused");
    let wish = "{\"object\":\"employees\",\"fields\":[\"number\"]}";
    let told = transfer(&mut server, "/transfers/export", "application/json", wish);
    let numbers: Vec<&str> = told.lines().filter(|line| line.contains("\"number\"")).collect();
    let different: BTreeSet<&str> = numbers.iter().copied().collect();
    assert_eq!((numbers.len(), different.len()), (LINES, LINES), "each once");
    server.child.kill().unwrap();
    server.child.wait().unwrap();
    assert_eq!(exported(&folder, "Employee", "number").len(), LINES);
    is_whole(&folder);
}
