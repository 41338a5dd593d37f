//! A tenant's application log passed on as syslog messages: framing, content, and how far it got over a restart (A12).

use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::Folder;
use crate::client::Server;

/// The next connection of the program.
fn accepted(listener: &TcpListener) -> TcpStream {
    let (stream, _) = listener.accept().expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a limit");
    stream
}

/// One message, framed by octet counting (RFC 6587 § 3.4.1): its length, a blank, and so many octets.
fn message(stream: &mut TcpStream) -> String {
    let (mut length, mut octet) = (0, [0]);
    loop {
        stream.read_exact(&mut octet).expect("a message");
        match octet[0] {
            digit @ b'0'..=b'9' => length = length * 10 + usize::from(digit - b'0'),
            b' ' => break,
            other => panic!("{other} is no part of a length"),
        }
    }
    let mut text = vec![0; length];
    stream.read_exact(&mut text).expect("the whole message");
    String::from_utf8(text).expect("UTF-8")
}

#[test]
fn every_entry_is_passed_on_once_also_over_a_restart() {
    // A12; RFC 5424, RFC 6587
    let folder = Folder::installation();
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let config = format!("[[siem]]\ntenant = \"acme\"\naddress = \"tcp://{address}\"\n");
    let mut server = Server::start(&folder, &config);
    server.sign_in("acme");
    server.sign_in("other");
    let mut stream = accepted(&listener);
    let mut number = 0;
    let mut next = |stream: &mut TcpStream| {
        let text = message(stream);
        let (head, json) = text.split_once("] ").expect("structured data, then the entry");
        number += 1;
        assert!(head.starts_with("<110>1 20") && head.contains(&format!(" number=\"{number}\"")), "{text}");
        assert!(head.contains(" talang ") && head.contains("[talang@32473 tenant=\"acme\""), "{text}");
        assert!(json.starts_with("{\"tenant\":\"acme\"") && json.ends_with('}'), "{text}");
        text
    };
    // What the set-up wrote comes first; the other tenant's log does not come at all.
    while !next(&mut stream).contains("action=\"sign-in\"") {}
    assert!(server.end());
    let server = Server::start(&folder, &config);
    server.sign_in("acme");
    let mut stream = accepted(&listener);
    while !next(&mut stream).contains("action=\"sign-in\"") {}
}

/// Debian's rsyslogd, writing what it understood of each message to a file: the name of the program, the priority, the
/// structured data and the message.
struct Receiver(Child);

impl Drop for Receiver {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Receiver {
    fn start(folder: &std::path::Path, port: u16) -> Receiver {
        let config = folder.join("rsyslog.conf");
        let (work, seen) = (folder.join("rsyslog"), folder.join("seen.log"));
        std::fs::create_dir_all(&work).expect("a folder");
        let text = format!(
            "global(workDirectory=\"{}\" maxMessageSize=\"64k\")\n\
             module(load=\"imtcp\")\n\
             template(name=\"understood\" type=\"string\" string=\"%app-name%|%pri%|%structured-data%|%msg%\\n\")\n\
             ruleset(name=\"talang\") {{ action(type=\"omfile\" file=\"{}\" template=\"understood\") }}\n\
             input(type=\"imtcp\" address=\"127.0.0.1\" port=\"{port}\" ruleset=\"talang\")\n",
            work.display(),
            seen.display()
        );
        std::fs::write(&config, text).expect("its configuration");
        let path = format!("{}:/usr/sbin:/sbin", std::env::var("PATH").unwrap_or_default());
        let mut command = Command::new("rsyslogd");
        command.env("PATH", path).arg("-n").arg("-iNONE").arg("-f").arg(&config);
        let child = command.spawn().expect("rsyslogd (Debian's package rsyslog)");
        Receiver(child)
    }
}

// A12: a receiver that nobody here wrote understands every field, also when it was away for a while.
#[test]
fn rsyslog_understands_what_it_is_told() {
    let folder = Folder::installation();
    let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port").port();
    let config = format!("[[siem]]\ntenant = \"acme\"\naddress = \"tcp://127.0.0.1:{port}\"\n");
    let server = Server::start(&folder, &config);
    // Nobody listens yet: the log waits.
    server.sign_in("acme");
    let _receiver = Receiver::start(folder.0.path(), port);
    let seen = folder.0.path().join("seen.log");
    let until = Instant::now() + Duration::from_secs(60);
    let lines = loop {
        let text = std::fs::read_to_string(&seen).unwrap_or_default();
        if text.contains("action=\"sign-in\"") && text.ends_with('\n') {
            break text.lines().map(str::to_string).collect::<Vec<_>>();
        }
        assert!(Instant::now() < until, "rsyslog did not hear of the sign-in: {text}");
        std::thread::sleep(Duration::from_millis(100));
    };
    for (number, line) in lines.iter().enumerate() {
        let parts: Vec<&str> = line.splitn(4, '|').collect();
        let [app, priority, data, message] = parts.as_slice() else { panic!("{line}") };
        // Facility 13 (log audit), severity 6 (informational): RFC 5424 § 6.2.1.
        assert_eq!((*app, *priority), ("talang", "110"), "{line}");
        let head = format!("[talang@32473 tenant=\"acme\" number=\"{}\"", number + 1);
        assert!(data.starts_with(&head) && data.ends_with(']'), "{line}");
        let entry: serde_json::Value = serde_json::from_str(message.trim()).expect("the entry as JSON");
        assert_eq!(entry["tenant"], "acme");
    }
    assert_eq!(lines.iter().filter(|l| l.contains("action=\"sign-in\"")).count(), 1, "told once");
}
