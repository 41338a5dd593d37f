//! The virus scanner (decision 80): whatever door a file comes in by, it is looked at before it is kept.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use talang_engine::Query;
use talang_server::scanner::{Options, Unscanned, install};
use talang_store::{Cell, Error};

use crate::PASSWORD;
use crate::api::each;
use crate::client::Answer;
use crate::existing_clients::{House, furnish_site};

const CLEAN: &[u8] = b"%PDF-1.4\nall is well\n%%EOF\n";
const HARM: &[u8] = b"%PDF-1.4\nTALANG-TEST-HARM\n%%EOF\n";
/// What such a file is recognised by.
const MARK: &[u8] = b"TALANG-TEST-HARM";
/// What the stand-in looks at, in bytes.
const LONGEST: usize = 1_000_000;

/// A stand-in for clamd, as its manual describes it: `zPING`, `zINSTREAM` with pieces behind their lengths.
fn serve(mut line: impl Read + Write, slow: Duration) -> std::io::Result<()> {
    let mut command = Vec::new();
    let mut byte = [0];
    while line.read(&mut byte)? == 1 && byte != [0] {
        command.extend(byte);
    }
    if command == b"zPING" {
        return line.write_all(b"PONG\0");
    }
    assert_eq!(command, b"zINSTREAM");
    let mut content = Vec::new();
    loop {
        let mut length = [0; 4];
        line.read_exact(&mut length)?;
        let length = u32::from_be_bytes(length) as usize;
        if length == 0 {
            break;
        }
        let mut piece = vec![0; length];
        line.read_exact(&mut piece)?;
        content.extend(piece);
        if content.len() > LONGEST {
            return line.write_all(b"INSTREAM size limit exceeded. ERROR\0");
        }
    }
    std::thread::sleep(slow);
    let found = content.windows(MARK.len()).any(|w| w == MARK);
    line.write_all(if found { b"stream: Talang.Test FOUND\0" } else { b"stream: OK\0" })
}

/// A stand-in that listens; host and port.
fn stand_in(slow: Duration) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        for line in listener.incoming().flatten() {
            std::thread::spawn(move || serve(line, slow));
        }
    });
    address
}

fn scanned_by(house: &House, clamd: &str, unscanned: Unscanned, seconds: u64) {
    install(&house.kit.installation(), &Options { clamd: clamd.to_string(), unscanned, seconds });
}

/// Applies on the career site.
fn apply(house: &House, email: &str, cv: &[u8]) -> Answer {
    let mut body = Vec::new();
    for (name, value) in
        [("first_name", "Noor"), ("last_name", "Haddad"), ("email", email), ("privacy", "yes")]
    {
        body.extend(
            format!("--xx\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    body.extend(b"--xx\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"noor.pdf\"\r\n\r\n");
    body.extend(cv);
    body.extend(b"\r\n--xx--\r\n");
    let kind = [("Content-Type", "multipart/form-data; boundary=xx")];
    house.server.send("acme", "POST", "/careers/jobs/jobs/2026-0001/apply", &kind, &body)
}

/// Sends a form of an existing client: method, path, JSON, file.
fn sent(house: &House, token: &str, method: &str, path: &str, json: &Json, file: &[u8]) -> Answer {
    let mut body = b"--xx\r\nContent-Disposition: form-data; name=\"applicantApplication\"\r\n\r\n".to_vec();
    body.extend(json.to_string().as_bytes());
    body.extend(b"\r\n--xx\r\nContent-Disposition: form-data; name=\"k1\"; filename=\"cv.pdf\"\r\n\r\n");
    body.extend(file);
    body.extend(b"\r\n--xx--\r\n");
    let bearer = format!("bearer {token}");
    let headers = [("Authorization", bearer.as_str()), ("Content-Type", "multipart/form-data; boundary=xx")];
    house.server.send("acme", method, path, &headers, &body)
}

/// How many candidates and documents there are.
fn counts(house: &House) -> (i64, i64) {
    let counted = house.kit.system(&house.tenant).view(|v| {
        let (candidate, document) = (v.object("Candidate")?, v.object("CandidateDocument")?);
        Ok((v.count(&candidate, &Query::default())?, v.count(&document, &Query::default())?))
    });
    counted.unwrap()
}

/// What the application log says of files: action and detail.
fn noted(house: &House) -> Vec<(String, String)> {
    let rows = house.tenant.db().read(|conn| {
        conn.query(
            "SELECT action, detail, login, address FROM shared.activity_entry WHERE action LIKE 'file-%' ORDER BY number",
            &[],
        )
    });
    let rows: Vec<Vec<Cell>> = rows.map_err(|e: Error| e).unwrap();
    rows.iter()
        .map(|row| {
            let text = |at: usize| row.get(at).map(|c| c.text().to_string()).unwrap_or_default();
            assert_eq!(
                (text(2), text(3)),
                (String::new(), String::new()),
                "who brought it is nobody's business"
            );
            (text(0), text(1))
        })
        .collect()
}

/// The files that the tenant keeps, also those that are half written.
fn kept(house: &House) -> usize {
    fn walk(folder: &Path) -> usize {
        let Ok(all) = std::fs::read_dir(folder) else { return 0 };
        all.flatten().map(|e| if e.path().is_dir() { walk(&e.path()) } else { 1 }).sum()
    }
    let attachments = house.tenant.db().attachments();
    let some = attachments.path(&"0".repeat(64)).unwrap();
    walk(some.parent().unwrap().parent().unwrap())
}

// S3, I10: applying, reading a CV, interfaces and uploads of the back office: what is found is refused, and leaves
// nothing behind.
#[test]
fn no_door_lets_in_what_the_scanner_finds() {
    each(|database| {
        let house = House::new(database);
        furnish_site(&house);
        house.kit.user(&house.tenant, "rita", None, &["recruiter"]);
        let system = house.kit.system(&house.tenant);
        let rita = system.view(|v| v.resolve("User", "rita")).unwrap().unwrap();
        house.identity.set_password(&system, rita, "rita", PASSWORD, false).unwrap();
        let token = house.client("recruiter", None);
        let bridge = house.bearer("bridge", &house.key("bridge", "bridge"));
        scanned_by(&house, &stand_in(Duration::ZERO), Unscanned::Refuse, 20);
        let before = kept(&house);

        // A stranger applies, a CV is only read, a site of the company's own applies.
        let answer = apply(&house, "noor@example.org", HARM);
        assert!(
            answer.status == 422 && answer.body.contains("something harmful"),
            "{}: {}",
            answer.status,
            answer.body
        );
        let kind = [("Content-Type", "multipart/form-data; boundary=xx")];
        let cv = [
            b"--xx\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"a.pdf\"\r\n\r\n",
            HARM,
            b"\r\n--xx--\r\n",
        ]
        .concat();
        let read = house.server.send("acme", "POST", "/careers/jobs/cv", &kind, &cv);
        assert_eq!(read.status, 422, "{}", read.body);
        let person = json!({ "firstName": "Noor", "lastName": "Haddad", "email": "noor@example.org" });
        let told = json!({ "applicant": person, "application": { "offerReference": "2026-0001" } });
        let path = "/api/v2/applicants/applicationswithoutaccount";
        let answer = sent(&house, &bridge, "POST", path, &told, HARM);
        assert!(answer.status == 400 && answer.body.contains("something harmful"), "{}", answer.body);
        // The back office's form.
        let cookie = house.server.sign_in_as("acme", "rita");
        let csrf = house.server.get("acme", "/password", &[("Cookie", &cookie)]).csrf();
        let upload = |content: &[u8]| {
            let body = [
                b"--xx\r\nContent-Disposition: form-data; name=\"_file\"; filename=\"a.pdf\"\r\n\r\n",
                content,
                b"\r\n--xx--\r\n",
            ]
            .concat();
            let headers = [
                ("Cookie", cookie.as_str()),
                ("x-csrf-token", csrf.as_str()),
                ("Content-Type", "multipart/form-data; boundary=xx"),
            ];
            house.server.send("acme", "POST", "/files?object=candidate-documents&field=file", &headers, &body)
        };
        let answer = upload(HARM);
        assert!(
            answer.status == 422 && answer.body.contains("something harmful"),
            "{}: {}",
            answer.status,
            answer.body
        );
        assert_eq!((counts(&house), kept(&house)), ((0, 0), before), "nothing was kept, whole or half");
        assert_eq!(noted(&house), vec![("file-infected".to_string(), "Talang.Test".to_string()); 4]);

        // What is clean comes in by each.
        assert_eq!(apply(&house, "noor@example.org", CLEAN).status, 303);
        assert_eq!(upload(CLEAN).status, 200);
        assert_eq!(counts(&house), (1, 1));
        // And a change by a program.
        let number = system.view(|v| {
            let object = v.object("Candidate")?;
            let one = v.list(&object, &Query::default())?.records;
            Ok(one[0].get("number").as_text().unwrap_or_default().to_string())
        });
        let told = json!({ "id": number.unwrap(), "city": "Visby", "uploadedFiles": [{ "key": "k1", "description": "CV" }] });
        let answer = sent(&house, &token, "PUT", "/api/v2/applicants", &told, HARM);
        assert!(
            answer.status == 400 && answer.body.contains("something harmful"),
            "{}: {}",
            answer.status,
            answer.body
        );
        assert_eq!(counts(&house), (1, 1));
        assert_eq!(noted(&house).len(), 5);
    });
}

// S3: a scanner that is away, late or refuses the length: refused, or taken and noted, as the operator chose.
#[test]
fn what_cannot_be_looked_at_is_refused_or_noted() {
    each(|database| {
        let house = House::new(database);
        furnish_site(&house);
        let gone = {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            listener.local_addr().unwrap().to_string()
        };
        let long = [b"%PDF-1.4\n".to_vec(), vec![b' '; LONGEST + 1]].concat();
        // Not there, too late, too long: by default nothing is taken.
        scanned_by(&house, &gone, Unscanned::Refuse, 5);
        let answer = apply(&house, "a@example.org", CLEAN);
        assert!(answer.status == 422 && answer.body.contains("could not be checked"), "{}", answer.body);
        scanned_by(&house, &stand_in(Duration::from_secs(4)), Unscanned::Refuse, 1);
        let begun = Instant::now();
        assert_eq!(apply(&house, "a@example.org", CLEAN).status, 422);
        assert!(begun.elapsed() < Duration::from_secs(4), "it is waited for as long as the operator says");
        let here = stand_in(Duration::ZERO);
        scanned_by(&house, &here, Unscanned::Refuse, 20);
        assert_eq!(apply(&house, "a@example.org", &long).status, 422);
        assert_eq!(counts(&house), (0, 0));
        // A program is told to come again.
        scanned_by(&house, &gone, Unscanned::Refuse, 5);
        let bridge = house.bearer("bridge", &house.key("bridge", "bridge"));
        let person = json!({ "firstName": "Noor", "lastName": "Haddad", "email": "noor@example.org" });
        let told = json!({ "applicant": person, "application": { "offerReference": "2026-0001" } });
        let path = "/api/v2/applicants/applicationswithoutaccount";
        assert_eq!(sent(&house, &bridge, "POST", path, &told, CLEAN).status, 503);
        assert!(noted(&house).is_empty());

        // Taken and noted, where the operator wants that; what is found is refused all the same.
        scanned_by(&house, &gone, Unscanned::AcceptAndNote, 5);
        assert_eq!(apply(&house, "a@example.org", CLEAN).status, 303);
        scanned_by(&house, &here, Unscanned::AcceptAndNote, 20);
        assert_eq!(apply(&house, "b@example.org", &long).status, 303);
        assert_eq!(apply(&house, "c@example.org", HARM).status, 422);
        let said: Vec<(String, String)> = noted(&house);
        let expected = [
            ("file-unscanned", "unreachable"),
            ("file-unscanned", "too-long"),
            ("file-infected", "Talang.Test"),
        ];
        assert_eq!(said, expected.map(|(a, b)| (a.to_string(), b.to_string())));
    });
}

#[test]
fn a_socket_of_the_machine_is_asked_too() {
    each(|database| {
        let house = House::new(database);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clamd.ctl");
        let listener = UnixListener::bind(&path).unwrap();
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                std::thread::spawn(move || serve(line, Duration::ZERO));
            }
        });
        scanned_by(&house, path.to_str().unwrap(), Unscanned::Refuse, 20);
        let attachments = house.tenant.db().attachments();
        assert!(attachments.put(CLEAN).is_ok());
        assert!(matches!(attachments.put(HARM), Err(Error::Refused("file.infected"))));
        // What the program wrote itself is not shown to it.
        assert!(attachments.put_own(HARM).is_ok());
    });
}

/// clamd itself with a signature of our own, where this machine has it.
struct Clamd(Option<Child>);

impl Clamd {
    fn start(folder: &Path) -> (Clamd, String) {
        let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
        let mark: String = MARK.iter().map(|b| format!("{b:02x}")).collect();
        std::fs::create_dir(at("signatures")).unwrap();
        std::fs::write(at("signatures/own.ndb"), format!("Talang.Test:0:*:{mark}\n")).unwrap();
        let configuration = format!(
            "LocalSocket {}\nDatabaseDirectory {}\nForeground yes\nStreamMaxLength 1M\nUser root\n",
            at("clamd.ctl"),
            at("signatures")
        );
        std::fs::write(at("clamd.conf"), configuration).unwrap();
        let started =
            Command::new("clamd").args(["--config-file", &at("clamd.conf")]).stdout(Stdio::null()).spawn();
        let Ok(child) = started else { return (Clamd(None), stand_in(Duration::ZERO)) };
        let clamd = Clamd(Some(child));
        let until = Instant::now() + Duration::from_secs(60);
        while !Path::new(&at("clamd.ctl")).exists() {
            assert!(Instant::now() < until, "clamd does not listen");
            std::thread::sleep(Duration::from_millis(100));
        }
        (clamd, at("clamd.ctl"))
    }
}

impl Drop for Clamd {
    fn drop(&mut self) {
        if let Some(child) = &mut self.0 {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

#[test]
fn clamd_itself_is_understood() {
    // By the stand-in where the machine has no clamd.
    let house = House::new(talang_testkit::Database::Sqlite);
    let folder = tempfile::tempdir().unwrap();
    let (_clamd, address) = Clamd::start(folder.path());
    scanned_by(&house, &address, Unscanned::Refuse, 30);
    let attachments = house.tenant.db().attachments();
    let (clean, harm) = (attachments.put(CLEAN), attachments.put(HARM));
    let long = attachments.put(&vec![b' '; 3_000_000]);
    assert!(clean.is_ok(), "{clean:?}");
    assert!(matches!(harm, Err(Error::Refused("file.infected"))), "{harm:?}");
    assert!(matches!(long, Err(Error::Refused("file.unscanned"))), "{long:?}");
    let names: Vec<String> = noted(&house).into_iter().map(|(_, detail)| detail).collect();
    assert!(names.len() == 1 && names[0].starts_with("Talang.Test"), "{names:?}");
}
