//! A server process and a client that knows just enough HTTP.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::{Folder, PASSWORD, talang};

/// A running server, ended when it is dropped.
pub struct Server {
    child: Option<Child>,
    pub port: u16,
}

impl Server {
    /// Serves an installation on a free port.
    pub fn start(folder: &Folder, config: &str) -> Server {
        let path = folder.file(
            "config.toml",
            &format!(
                "listen = \"127.0.0.1:0\"\ndurable = false\n{config}\n{}",
                crate::databases(folder.0.path())
            ),
        );
        let mut child =
            talang(folder.0.path(), &["serve", "--config", &path]).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let port = loop {
            let line = lines.next().expect("the server says where it listens").unwrap();
            if let Some((_, port)) = line.split_once("address=127.0.0.1:") {
                break port.trim().parse().unwrap();
            }
        };
        std::thread::spawn(move || lines.for_each(drop));
        Server { child: Some(child), port }
    }

    /// Serves the installation of a test kit from this very process, until it ends.
    pub fn of(kit: &talang_testkit::Kit) -> (Server, std::sync::Arc<talang_identity::Identity>) {
        let config =
            "listen = \"127.0.0.1:0\"\nlog = \"quiet\"\ndurable = false\ninternal_providers = true\n";
        let config = talang_server::config::Config::parse(config).unwrap();
        let app = talang_server::web::App::new(kit.installation(), config).unwrap();
        let identity = app.identity.clone();
        let (told, tell) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            talang_server::web::serve(app, move |address| told.send(address.port()).unwrap())
        });
        let port = tell.recv_timeout(Duration::from_secs(20)).expect("the server listens");
        // The program keeps what panics say out of its log; a test wants to read it.
        let _ = std::panic::take_hook();
        (Server { child: None, port }, identity)
    }

    /// Ends it without a word, as a power cut does.
    pub fn kill(&mut self) {
        let child = self.child.as_mut().expect("a process of its own");
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// The same server once more; ended with the first.
    pub fn again(&self) -> Server {
        Server { child: None, port: self.port }
    }

    /// Asks it to end, as service managers do; whether it ended well.
    pub fn end(&mut self) -> bool {
        let child = self.child.as_mut().expect("a process of its own");
        let id = child.id().to_string();
        std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap();
        child.wait().unwrap().success()
    }

    /// Sends a request.
    pub fn send(
        &self,
        tenant: &str,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let mut socket = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        socket.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        // A name with a dot is a host name as it is.
        let host = match tenant {
            "" => "localhost".to_string(),
            host if host.contains('.') => host.to_string(),
            tenant => format!("{tenant}.localhost"),
        };
        let mut head =
            format!("{method} {path} HTTP/1.1\r\nHost: {host}:{}\r\nConnection: close\r\n", self.port);
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if !body.is_empty() || method != "GET" {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        socket.write_all(head.as_bytes()).unwrap();
        // A server that refuses a body early closes before it has read it.
        let _ = socket.write_all(body);
        let mut bytes = Vec::new();
        let _ = socket.read_to_end(&mut bytes);
        Answer::read(&bytes)
    }

    /// Reads a page.
    pub fn get(&self, tenant: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(tenant, "GET", path, headers, b"")
    }

    /// Sends a form.
    pub fn post(&self, tenant: &str, path: &str, headers: &[(&str, &str)], form: &str) -> Answer {
        let mut all = vec![("Content-Type", "application/x-www-form-urlencoded")];
        all.extend(headers);
        self.send(tenant, "POST", path, &all, form.as_bytes())
    }

    /// Signs `ana` in; the cookie.
    pub fn sign_in(&self, tenant: &str) -> String {
        self.sign_in_as(tenant, "ana")
    }

    /// Signs an account in; the cookie.
    pub fn sign_in_as(&self, tenant: &str, login: &str) -> String {
        let form = format!("login={login}&password={}", PASSWORD.replace(' ', "+"));
        let answer = self.post(tenant, "/sign-in", &[], &form);
        assert_eq!(answer.status, 303, "{}", answer.body);
        let cookie = answer.header("set-cookie").unwrap();
        cookie.split(';').next().unwrap().to_string()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// An answer.
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Answer {
    fn read(bytes: &[u8]) -> Answer {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
        let (head, body) = (&bytes[..end], bytes.get(end + 4..).unwrap_or_default());
        let head = String::from_utf8_lossy(head).into_owned();
        let chunked = head.lines().any(|line| line.eq_ignore_ascii_case("transfer-encoding: chunked"));
        let body = if chunked { joined(body) } else { body.to_vec() };
        let body = String::from_utf8_lossy(&body);
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
        Answer { status, head, body: body.to_string() }
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    /// All values of a header.
    pub fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.head.lines().skip(1).filter_map(move |line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    /// The first cookie that it sets, as the browser sends it back.
    pub fn cookie(&self) -> String {
        let cookie = self.header("set-cookie").expect("a cookie");
        cookie.split(';').next().unwrap().to_string()
    }

    /// The token against forged requests of a page's form.
    pub fn csrf(&self) -> String {
        self.csrf_of("_csrf")
    }

    /// The same in a field of another name.
    pub fn csrf_of(&self, field: &str) -> String {
        let (_, rest) =
            self.body.split_once(&format!("name=\"{field}\" value=\"")).expect("a form with a token");
        rest.split('"').next().unwrap().to_string()
    }
}

/// The pieces of a body that was sent while it was made (RFC 9112 §7.1); what is broken off ends there.
fn joined(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = usize::from_str_radix(&String::from_utf8_lossy(&rest[..end]), 16).unwrap_or(0);
        let piece = rest.get(end + 2..).unwrap_or_default();
        body.extend(&piece[..size.min(piece.len())]);
        rest = piece.get(size + 2..).unwrap_or_default();
    }
    body
}

/// CSV files as a browser sends them from a form, with the boundary `edge` (RFC 7578).
pub fn multipart(files: &[(&str, &str)]) -> String {
    let mut body = String::new();
    for (name, text) in files {
        body.push_str(&format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: text/csv\r\n\r\n{text}\r\n"
        ));
    }
    body.push_str("--edge--\r\n");
    body
}
