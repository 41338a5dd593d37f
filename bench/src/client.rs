//! A server process, and a client that keeps its connection and knows just enough HTTP/1.1. Loopback only.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The command by which the measurements start themselves again as a server.
pub const SERVE: &str = "serve-for-measurements";

/// A running server, ended when it is dropped.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    /// From starting the process until it listened.
    pub started: Duration,
}

impl Server {
    /// Serves an installation on a free port, by a process of its own: what it uses is its alone.
    pub fn start(folder: &Path) -> Server {
        let begin = Instant::now();
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .arg(SERVE)
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a server");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output");
        BufReader::new(out).read_line(&mut line).expect("the server says where it listens");
        let started = begin.elapsed();
        Server { child, address: line.trim().parse().expect("an address"), started }
    }

    /// Its process number, for `/proc`.
    pub fn process(&self) -> String {
        self.child.id().to_string()
    }

    /// A connection to a tenant.
    pub fn connect(&self, tenant: &str) -> Client {
        let stream = TcpStream::connect(self.address).expect("a connection");
        stream.set_nodelay(true).expect("no delay");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a limit");
        let host = if tenant.is_empty() { "localhost".to_string() } else { format!("{tenant}.localhost") };
        Client { stream: BufReader::new(stream), host, cookie: String::new(), compressed: true }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The server's side: the whole program with its usual configuration and a technical log that nobody reads.
pub fn serve(folder: &str) {
    let mut config = talang_server::config::Config {
        data: folder.into(),
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        ..talang_server::config::Config::default()
    };
    talang_server::log::set_format(config.log);
    config.workers = 2;
    let registry = talang_server::modules::registry().expect("modules that fit together");
    let installation = talang_engine::Installation::open(
        config.options(),
        registry,
        std::sync::Arc::new(talang_engine::SystemClock),
        talang_server::library::seed,
        &talang_server::library::version(),
    );
    let app =
        talang_server::web::App::new(installation.expect("an installation"), config).expect("the program");
    talang_server::web::serve(app, |address| {
        println!("{address}");
        std::io::stdout().flush().expect("a reader");
    })
    .expect("a server that ends well");
}

/// One connection.
pub struct Client {
    stream: BufReader<TcpStream>,
    host: String,
    /// Sent with every request when it is not empty.
    pub cookie: String,
    /// Whether answers may come compressed, as browsers ask for.
    pub compressed: bool,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str()).unwrap_or_default()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Client {
    /// Another tenant from the next request on.
    pub fn turn_to(&mut self, tenant: &str) {
        self.host = format!("{tenant}.localhost");
    }

    /// Signs in; the session's cookie stays with the connection.
    pub fn sign_in(&mut self, login: &str, password: &str) {
        let form = format!("login={login}&password={}", password.replace(' ', "+"));
        let answer = self.send("POST", "/sign-in", form.as_bytes());
        assert_eq!(answer.status, 303, "{}", answer.text());
        self.cookie = answer.header("set-cookie").split(';').next().unwrap_or_default().to_string();
    }

    /// Reads a path and expects it to be there.
    pub fn get(&mut self, path: &str) -> Answer {
        let answer = self.send("GET", path, b"");
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer
    }

    /// Sends a request and reads the whole answer.
    pub fn send(&mut self, method: &str, path: &str, body: &[u8]) -> Answer {
        self.send_as("application/x-www-form-urlencoded", method, path, body)
    }

    /// The same with a body of another kind.
    pub fn send_as(&mut self, kind: &str, method: &str, path: &str, body: &[u8]) -> Answer {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nAccept-Language: en\r\n", self.host);
        if self.compressed {
            head.push_str("Accept-Encoding: gzip, deflate, br\r\n");
        }
        if !self.cookie.is_empty() {
            head.push_str(&format!("Cookie: {}\r\n", self.cookie));
        }
        if method != "GET" {
            head.push_str(&format!("Content-Type: {kind}\r\nContent-Length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        let mut message = head.into_bytes();
        message.extend_from_slice(body);
        self.stream.get_mut().write_all(&message).expect("sent");
        self.answer()
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.stream.read_line(&mut line).expect("a line");
        line.trim_end().to_string()
    }

    fn answer(&mut self) -> Answer {
        let first = self.line();
        let status = first.split(' ').nth(1).and_then(|s| s.parse().ok()).expect("a status");
        let mut headers = Vec::new();
        loop {
            let line = self.line();
            let Some((name, value)) = line.split_once(':') else { break };
            headers.push((name.to_ascii_lowercase(), value.trim().to_string()));
        }
        let mut answer = Answer { status, headers, body: Vec::new() };
        if answer.header("transfer-encoding") == "chunked" {
            loop {
                let size = usize::from_str_radix(&self.line(), 16).expect("a size");
                let at = answer.body.len();
                answer.body.resize(at + size, 0);
                self.stream.read_exact(&mut answer.body[at..]).expect("a chunk");
                self.line();
                if size == 0 {
                    break;
                }
            }
        } else {
            answer.body.resize(answer.header("content-length").parse().unwrap_or(0), 0);
            self.stream.read_exact(&mut answer.body).expect("a body");
        }
        answer
    }
}
