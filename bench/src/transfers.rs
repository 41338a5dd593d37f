//! A large file through the interface: taken by `/transfers/import`, given back by `/transfers/export`, by a server process of its
//! own. Its peak of memory must not grow with the file.

use std::io::{BufReader, BufWriter, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use talang_catalogue::{Kind, types};
use talang_identity::{Identity, Settings};

use crate::client::Server;
use crate::report::{Report, Target, memory};
use crate::world::{World, employee};

const ACCOUNT: &str = "robot";
/// `robot:` and the password of the measurements.
const PAIR: &str = "Basic cm9ib3Q6Rm91ciBzbWFsbCBncmVlbiBhcHBsZXMgNw==";

/// Peaks with a tenth of the lines and with all of them.
pub fn run(rows: usize) -> bool {
    let mut report = Report::new("transfers");
    let mut tenth = 0.0;
    for lines in [rows / 10, rows] {
        let world = World::new("transfers", 10);
        let tenant = world.tenant("acme");
        world.user(&tenant, ACCOUNT, None, &[("*", "*", "read,create,update,import,export", "all")]);
        let (system, identity) =
            (world.system(&tenant), Identity::new(Settings::default()).expect("random numbers"));
        let user = system.view(|v| v.resolve("User", ACCOUNT)).expect("read").expect("the account");
        identity.set_password(&system, user, ACCOUNT, crate::http::PASSWORD, false).expect("a password");
        let made = system.change(Kind::Shared, |c| {
            c.create(
                "ApiClient",
                vec![("code", ACCOUNT.into()), ("label", ACCOUNT.into()), ("user", ACCOUNT.into())],
            )
        });
        let key = identity.new_key(&system, made.expect("an application").id, None, None).expect("a key");
        let object = system.view(|v| v.object("Employee")).expect("the object");
        let file = write_file(&world.folder.0, &object, lines);
        drop((system, tenant));
        let folder = world.close();
        let server = Server::start(&folder.0);
        let door = Door { server: &server, key };

        let before = memory(&server.process(), "VmRSS");
        let begun = Instant::now();
        let taken = door.upload("/transfers/import?object=employees&mode=InsertOnly", &file);
        let over = door.over(&taken);
        let import = begun.elapsed().as_secs_f64();
        assert!(over.contains(&format!("\"created\":{lines}")), "{over}");
        let begun = Instant::now();
        let wish = br#"{"object": "employees", "format": "ndjson"}"#;
        let given = door.over(&door.ask("POST", "/transfers/export", wish));
        let id = member(&given, "id");
        let bytes = door.download(&format!("/transfers/{id}/result"));
        let export = begun.elapsed().as_secs_f64();
        assert!(bytes > lines * 20, "{bytes} bytes of {lines} lines");
        let peak = memory(&server.process(), "VmHWM");
        if tenth == 0.0 {
            tenth = peak;
        }
        report.figure(&format!("resident before {lines} lines"), before, "MB", None, Target::None);
        report.figure(
            &format!("import of {lines} lines"),
            lines as f64 / import,
            "rows/s",
            None,
            Target::None,
        );
        report.figure(
            &format!("export of {lines} lines"),
            lines as f64 / export,
            "rows/s",
            None,
            Target::None,
        );
        let of = Some((peak / tenth, "the peak with a tenth of the lines"));
        report.figure(&format!("peak with {lines} lines"), peak, "MB", of, Target::AtMost(300.0));
        drop(server);
    }
    report.end()
}

/// Writes the file line by line: it is never in memory.
fn write_file(folder: &Path, object: &talang_catalogue::Object, lines: usize) -> PathBuf {
    let path = folder.join("people.ndjson");
    let mut out = BufWriter::new(std::fs::File::create(&path).expect("a file"));
    for n in 0..lines {
        let cells = employee(object, n).values.into_iter().map(|(index, value)| {
            let field = &object.fields[index];
            format!("\"{}\":{}", field.name, types::to_json(field, &value))
        });
        writeln!(out, "{{{}}}", cells.collect::<Vec<_>>().join(",")).expect("written");
    }
    out.flush().expect("written");
    path
}

/// A text member of a JSON object, of which nothing else is to be known.
fn member(json: &str, name: &str) -> String {
    let (_, rest) = json.split_once(&format!("\"{name}\":\"")).expect("the member");
    rest.split('"').next().unwrap_or_default().to_string()
}

struct Door<'a> {
    server: &'a Server,
    key: String,
}

impl Door<'_> {
    /// Sends the head of a request on a connection of its own.
    fn begin(&self, method: &str, path: &str, kind: &str, length: u64) -> TcpStream {
        let mut stream = TcpStream::connect(self.server.address).expect("a connection");
        let head = format!(
            "{method} /api/rest/v1{path} HTTP/1.1\r\nHost: acme.localhost\r\nConnection: close\r\nAuthorization: {PAIR}\r\n\
             X-Api-Key: {}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n",
            self.key
        );
        stream.write_all(head.as_bytes()).expect("sent");
        stream
    }

    fn ask(&self, method: &str, path: &str, body: &[u8]) -> String {
        let mut stream = self.begin(method, path, "application/json", body.len() as u64);
        stream.write_all(body).expect("sent");
        answer(stream)
    }

    fn upload(&self, path: &str, file: &Path) -> String {
        let mut file = std::fs::File::open(file).expect("the file");
        let length = file.metadata().expect("its size").len();
        let mut stream = self.begin("POST", path, "application/x-ndjson", length);
        std::io::copy(&mut file, &mut stream).expect("sent");
        answer(stream)
    }

    /// Bytes of an answer that is read and not kept.
    fn download(&self, path: &str) -> usize {
        let mut stream = BufReader::new(self.begin("GET", path, "", 0));
        let (mut part, mut bytes) = (vec![0; 64 << 10], 0);
        loop {
            match stream.read(&mut part).expect("an answer") {
                0 => return bytes,
                count => bytes += count,
            }
        }
    }

    /// Waits until the transfer that an answer tells of is done.
    fn over(&self, answer: &str) -> String {
        let id = member(answer, "id");
        loop {
            let told = self.ask("GET", &format!("/transfers/{id}"), b"");
            match member(&told, "state").as_str() {
                "waiting" | "running" => std::thread::sleep(Duration::from_millis(200)),
                state => {
                    assert_eq!(state, "done", "{told}");
                    return told;
                }
            }
        }
    }
}

fn answer(mut stream: TcpStream) -> String {
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("an answer");
    assert!(text.starts_with("HTTP/1.1 20"), "{text}");
    text
}
