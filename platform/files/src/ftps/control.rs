//! Commands inside TLS, one after the other.

use std::collections::VecDeque;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use talang_catalogue::Fault;
use talang_engine::Error;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt, ReadHalf, WriteHalf};
use tokio::net::TcpStream;
use tokio_rustls::server::TlsStream;

use super::data::Passive;
use super::{CALL, Config, LONGEST};
use crate::accounts::{Guest, Proof, Transfer, note, sign_in};
use crate::gate::{Cutter, Place, written};
use crate::listing;
use crate::live::Seat;
use crate::path::SpacePath;
use crate::server::{House, IDLE, PATIENCE, code, plain};
use crate::space::Shared;
use crate::upload::{Begin, Upload};

/// Wrong passwords after which the connection ends.
const MOST_FAILURES: u32 = 3;
/// Commands that may wait while a transfer runs.
const MOST_WAITING: usize = 32;

/// A client that is in.
struct Inside {
    guest: Guest,
    space: Shared,
    _seat: Seat,
}

/// Whose connection it is, and from where to where.
pub(super) struct Line {
    pub(super) cutter: Cutter,
    pub(super) place: Place,
    pub(super) peer: SocketAddr,
    pub(super) local: SocketAddr,
}

/// See the module.
pub(super) struct Control {
    house: Arc<House>,
    config: Config,
    read: ReadHalf<TlsStream<TcpStream>>,
    write: WriteHalf<TlsStream<TcpStream>>,
    heard: Heard,
    line: Line,
    user: Option<String>,
    failures: u32,
    inside: Option<Inside>,
    here: SpacePath,
    protected: bool,
    passive: Option<Passive>,
    rest: u64,
    renamed: Option<SpacePath>,
}

/// An answer: its number and words; several lines are written as they are.
type Answer = (u16, String);

fn say(number: u16, words: impl Into<String>) -> Answer {
    (number, words.into())
}

/// What a transfer came to.
enum Outcome {
    Done(u64),
    /// The client ended it, or its connection did.
    Cut(u64),
    Refused(u64, Error),
}

impl Control {
    pub(super) fn new(
        house: Arc<House>,
        config: Config,
        stream: TlsStream<TcpStream>,
        line: Line,
    ) -> Control {
        let (read, write) = tokio::io::split(stream);
        Control {
            house,
            config,
            read,
            write,
            heard: Heard::default(),
            line,
            user: None,
            failures: 0,
            inside: None,
            here: SpacePath::default(),
            protected: false,
            passive: None,
            rest: 0,
            renamed: None,
        }
    }

    pub(super) async fn run(mut self) {
        loop {
            let patience = if self.inside.is_some() { IDLE } else { PATIENCE };
            let line = match tokio::time::timeout(patience, self.heard.next(&mut self.read)).await {
                Ok(Ok(Some(line))) => line,
                Ok(_) => break,
                Err(_) => {
                    let _ = self.answer(&say(421, "Nothing was said for too long")).await;
                    break;
                }
            };
            let answer = match String::from_utf8(line) {
                Ok(line) => {
                    let (command, rest) = line.split_once(' ').unwrap_or((&line, ""));
                    self.obey(&command.to_ascii_uppercase(), rest).await
                }
                Err(_) => say(501, "Commands and names are UTF-8"),
            };
            if self.answer(&answer).await.is_err() || matches!(answer.0, 221 | 421) {
                break;
            }
        }
        let _ = self.write.shutdown().await;
    }

    async fn answer(&mut self, (number, words): &Answer) -> io::Result<()> {
        let text = match words.contains('\n') {
            true => format!("{number}-{words}\r\n"),
            false => format!("{number} {words}\r\n"),
        };
        self.write.write_all(text.as_bytes()).await?;
        self.write.flush().await
    }

    fn refusal(&self, error: &Error) -> Answer {
        let number = match code(error) {
            "file_space.full" | "file_space.most" => 552,
            "file_space.name" => 553,
            "storage.failed" | "internal" => 451,
            _ => 550,
        };
        say(number, self.house.sentence(error))
    }

    async fn obey(&mut self, command: &str, rest: &str) -> Answer {
        match command {
            "QUIT" => return say(221, "Goodbye"),
            "NOOP" => return say(200, "Fine"),
            "SYST" => return say(215, "UNIX Type: L8"),
            "FEAT" => {
                return say(
                    211,
                    "Features\r\n EPSV\r\n MLST type*;size*;modify*;\r\n PBSZ\r\n PROT\r\n REST STREAM\r\n SIZE\r\n MDTM\r\n UTF8\r\n211 End",
                );
            }
            "OPTS" => {
                return match rest.to_ascii_uppercase().as_str() {
                    "UTF8 ON" | "UTF8" => say(200, "Always"),
                    other if other.starts_with("MLST") => say(200, "MLST OPTS type;size;modify;"),
                    _ => say(501, "There is no such option"),
                };
            }
            "AUTH" => return say(503, "TLS is there"),
            "PBSZ" => return say(200, "PBSZ=0"),
            "PROT" => {
                return match rest.to_ascii_uppercase().as_str() {
                    "P" => {
                        self.protected = true;
                        say(200, "Data is protected")
                    }
                    "C" | "S" | "E" => say(536, "Data is always protected: say PROT P"),
                    _ => say(504, "Say PROT P"),
                };
            }
            "CCC" => return say(533, "TLS stays"),
            "USER" => {
                self.user = Some(rest.to_string());
                self.inside = None;
                return say(331, "And the password?");
            }
            "PASS" => return self.password(rest).await,
            _ => {}
        }
        if self.inside.is_none() {
            return say(530, "Sign in first, with USER and PASS");
        }
        match self.inside_obey(command, rest).await {
            Ok(answer) => answer,
            Err(error) => self.refusal(&error),
        }
    }

    async fn password(&mut self, password: &str) -> Answer {
        let Some(user) = self.user.take() else { return say(503, "Say USER first") };
        let House { installation, identity, files, .. } = &*self.house;
        let address = written(self.line.peer);
        let entered = plain(|| {
            let guest = sign_in(installation, identity, &user, Proof::Password(password), "ftps", &address)?;
            let space = files.space(installation, &guest.tenant)?;
            Ok::<_, Error>((guest, space))
        });
        match entered {
            Ok((guest, space)) => {
                self.line.place.signed_in();
                let seat = files.seat(guest.clone(), self.line.cutter.clone());
                self.inside = Some(Inside { guest, space, _seat: seat });
                self.here = SpacePath::default();
                say(230, "Welcome")
            }
            Err(error) => {
                tokio::time::sleep(Duration::from_millis(500)).await;
                self.failures += 1;
                let number = if self.failures >= MOST_FAILURES { 421 } else { 530 };
                say(number, self.house.sentence(&error))
            }
        }
    }

    fn inside(&self) -> Result<&Inside, Error> {
        self.inside.as_ref().ok_or_else(|| Fault::new("sign_in.required").into())
    }

    fn path(&self, text: &str) -> Result<SpacePath, Error> {
        SpacePath::parse(&self.here, text)
    }

    async fn inside_obey(&mut self, command: &str, rest: &str) -> Result<Answer, Error> {
        let (space, account) = {
            let inside = self.inside()?;
            (inside.space.clone(), inside.guest.account)
        };
        if matches!(command, "RETR" | "STOR" | "APPE" | "LIST" | "NLST" | "MLSD") {
            if !self.protected {
                return Ok(say(521, "Say PBSZ 0 and PROT P first: data is always protected"));
            }
            if self.passive.is_none() {
                return Ok(say(425, "Say PASV or EPSV first"));
            }
        }
        let renamed = self.renamed.take();
        let from = match command {
            "RETR" | "STOR" | "APPE" => std::mem::take(&mut self.rest),
            "REST" | "PASV" | "EPSV" | "TYPE" => self.rest,
            _ => 0,
        };
        Ok(match command {
            "PWD" | "XPWD" => say(257, format!("\"{}\"", self.here.to_string().replace('"', "\"\""))),
            "CWD" | "XCWD" | "CDUP" | "XCUP" => {
                let to = self.path(if command.ends_with("CWD") { rest } else { ".." })?;
                if !plain(|| space.stat(&to, None))?.folder {
                    return Err(Fault::new("file_space.kind").into());
                }
                self.here = to;
                say(250, "There")
            }
            "TYPE" => match rest.to_ascii_uppercase().as_str() {
                "A" | "A N" | "I" | "L 8" => say(200, "Files go as they are"),
                _ => say(504, "TYPE I"),
            },
            "MODE" if rest.eq_ignore_ascii_case("S") => say(200, "Stream"),
            "STRU" if rest.eq_ignore_ascii_case("F") => say(200, "File"),
            "ALLO" => say(202, "There is no need"),
            "ABOR" => say(226, "Nothing is under way"),
            "SIZE" => {
                let path = self.path(rest)?;
                let entry = plain(|| space.stat(&path, Some(account)))?;
                match entry.folder {
                    true => return Err(Fault::new("file_space.kind").into()),
                    false => say(213, entry.size.to_string()),
                }
            }
            "MDTM" => {
                let path = self.path(rest)?;
                say(213, listing::compact(&plain(|| space.stat(&path, None))?))
            }
            "MLST" => {
                let path = self.path(rest)?;
                let entry = plain(|| space.stat(&path, Some(account)))?;
                say(250, format!("Facts\r\n {}{path}\r\n250 End", listing::facts(&entry)))
            }
            "DELE" => {
                let path = self.path(rest)?;
                let done = plain(|| space.remove(&path, Some(account)));
                self.note("remove", &path, 0, done.as_ref().map_or_else(code, |()| "done"))?;
                done?;
                say(250, "Removed")
            }
            "MKD" | "XMKD" => {
                let path = self.path(rest)?;
                plain(|| space.make_folder(&path))?;
                say(257, format!("\"{}\"", path.to_string().replace('"', "\"\"")))
            }
            "RMD" | "XRMD" => {
                let path = self.path(rest)?;
                plain(|| space.remove_folder(&path))?;
                say(250, "Removed")
            }
            "RNFR" => {
                let path = self.path(rest)?;
                plain(|| space.stat(&path, None))?;
                self.renamed = Some(path);
                say(350, "And the new name?")
            }
            "RNTO" => {
                let Some(from) = renamed else { return Ok(say(503, "Say RNFR first")) };
                let to = self.path(rest)?;
                plain(|| space.rename(&from, &to, true))?;
                self.note("rename", &to, 0, "done")?;
                say(250, "Renamed")
            }
            "REST" => match rest.parse() {
                Ok(place) => {
                    self.rest = place;
                    say(350, "And the command?")
                }
                Err(_) => say(501, "A number of bytes"),
            },
            "PASV" | "EPSV" => self.open_port(command, rest).await,
            "PORT" | "EPRT" => say(502, "Say PASV or EPSV: this server opens no connections"),
            "LIST" | "NLST" | "MLSD" => {
                let options = |word: &&str| word.starts_with('-');
                let name = rest.trim_start();
                let name = if options(&name) { name.split_once(' ').map_or("", |(_, n)| n) } else { name };
                let path = self.path(name)?;
                let entry = plain(|| space.stat(&path, None))?;
                let entries = match entry.folder {
                    true => plain(|| space.list(&path))?,
                    false => vec![entry],
                };
                let text: String = entries
                    .iter()
                    .map(|entry| match command {
                        "LIST" => format!("{}\r\n", listing::line(entry)),
                        "NLST" => format!("{}\r\n", entry.name),
                        _ => format!("{}{}\r\n", listing::facts(entry), entry.name),
                    })
                    .collect();
                self.send(io::Cursor::new(text.into_bytes()), None).await?
            }
            "RETR" => {
                use std::io::{Seek, SeekFrom};
                let path = self.path(rest)?;
                let mut file = plain(|| space.read(&path))?;
                file.seek(SeekFrom::Start(from)).map_err(|_| Fault::new("storage.failed"))?;
                self.send(file, Some(path)).await?
            }
            "STOR" | "APPE" => {
                let path = self.path(rest)?;
                let begin = if command == "STOR" && from == 0 { Begin::Empty } else { Begin::Present };
                let mut upload = plain(|| Upload::begin(&space, &path, account, begin))?;
                let at = if command == "APPE" { upload.length() } else { from };
                if at > upload.length() {
                    return Ok(say(554, format!("There are only {} bytes to go on from", upload.length())));
                }
                upload.set_length(at)?;
                self.receive(upload, path).await?
            }
            _ => say(502, "That is not understood here"),
        })
    }

    async fn open_port(&mut self, command: &str, rest: &str) -> Answer {
        if command == "EPSV" && rest.eq_ignore_ascii_case("ALL") {
            return say(200, "Only EPSV from now on");
        }
        let IpAddr::V4(own) = self.line.local.ip().to_canonical() else {
            if command == "PASV" {
                return say(425, "Say EPSV: you came by IPv6");
            }
            return self.listening(None).await;
        };
        let told = self.config.told.unwrap_or(own);
        self.listening((command == "PASV").then_some(told)).await
    }

    async fn listening(&mut self, told: Option<std::net::Ipv4Addr>) -> Answer {
        match Passive::open(self.line.local.ip(), self.config.ports).await {
            Ok(passive) => {
                let port = passive.port();
                self.passive = Some(passive);
                match told {
                    None => say(229, format!("Entering Extended Passive Mode (|||{port}|)")),
                    Some(address) => {
                        let [a, b, c, d] = address.octets();
                        let (high, low) = (port >> 8, port & 0xff);
                        say(227, format!("Entering Passive Mode ({a},{b},{c},{d},{high},{low})"))
                    }
                }
            }
            Err(_) => say(425, "No port is free at the moment"),
        }
    }

    /// The client's data connection, announced on the control connection.
    async fn data(&mut self) -> Result<TlsStream<TcpStream>, Answer> {
        let Some(passive) = self.passive.take() else {
            return Err(say(425, "Say PASV or EPSV first"));
        };
        if self.answer(&say(150, "Here it comes")).await.is_err() {
            return Err(say(421, "Gone"));
        }
        let accepted = passive.accept(self.line.peer.ip(), &self.config, &self.line.cutter).await;
        accepted.map_err(|_| {
            self.line.cutter.only_first();
            say(425, "The data connection did not come about")
        })
    }

    /// Sends, until the end or until the client says that it wants no more.
    async fn send(&mut self, from: impl io::Read, path: Option<SpacePath>) -> Result<Answer, Error> {
        let mut data = match self.data().await {
            Ok(data) => data,
            Err(answer) => return Ok(answer),
        };
        let mut sent = 0;
        let outcome = {
            let sending = sending(&mut data, from, &mut sent);
            tokio::select! {
                biased;
                outcome = sending => outcome,
                () = self.heard.abort(&mut self.read) => Err(io::ErrorKind::Interrupted.into()),
            }
        };
        drop(data);
        self.line.cutter.only_first();
        let outcome = match outcome {
            Ok(()) => Outcome::Done(sent),
            Err(_) => Outcome::Cut(sent),
        };
        self.told("get", path.as_ref(), outcome)
    }

    /// Receives a file. It is there when the client has said inside TLS that this was all.
    async fn receive(&mut self, mut upload: Upload, path: SpacePath) -> Result<Answer, Error> {
        let mut data = match self.data().await {
            Ok(data) => data,
            Err(answer) => return Ok(answer),
        };
        let mut received = 0;
        let outcome = {
            let receiving = receiving(&mut data, &mut upload, &mut received);
            tokio::select! {
                biased;
                outcome = receiving => outcome,
                () = self.heard.abort(&mut self.read) => Ok(false),
            }
        };
        // The client learns inside TLS too that everything came; some wait for it before they listen for the answer.
        if matches!(outcome, Ok(true)) {
            let _ = tokio::time::timeout(CALL, data.shutdown()).await;
        }
        drop(data);
        self.line.cutter.only_first();
        let now = self.house.installation.clock().now();
        let outcome = match outcome {
            Ok(true) => match plain(|| upload.finish(now)) {
                Ok(()) => Outcome::Done(received),
                Err(error) => Outcome::Refused(received, error),
            },
            Ok(false) => Outcome::Cut(received),
            Err(error) => Outcome::Refused(received, error),
        };
        self.told("put", Some(&path), outcome)
    }

    fn told(&self, action: &str, path: Option<&SpacePath>, outcome: Outcome) -> Result<Answer, Error> {
        let (bytes, word, answer) = match &outcome {
            Outcome::Done(bytes) => (*bytes, "done", say(226, "Done")),
            Outcome::Cut(bytes) => (*bytes, "cut", say(426, "Cut off")),
            Outcome::Refused(bytes, error) => (*bytes, code(error), self.refusal(error)),
        };
        if let Some(path) = path {
            self.note(action, path, bytes, word)?;
        }
        Ok(answer)
    }

    fn note(&self, action: &str, path: &SpacePath, bytes: u64, outcome: &str) -> Result<(), Error> {
        let guest = &self.inside()?.guest;
        let line = Transfer {
            at: self.house.installation.clock().now(),
            login: guest.login.clone(),
            protocol: guest.protocol.to_string(),
            address: guest.address.clone(),
            action: action.to_string(),
            path: path.to_string(),
            bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
            outcome: outcome.to_string(),
        };
        plain(|| note(&guest.tenant, Some(guest.account), &line))
    }
}

async fn sending(data: &mut TlsStream<TcpStream>, mut from: impl io::Read, sent: &mut u64) -> io::Result<()> {
    let mut buffer = vec![0; 1 << 17];
    loop {
        let count = from.read(&mut buffer)?;
        if count == 0 {
            return data.shutdown().await;
        }
        let piece = buffer.get(..count).unwrap_or_default();
        tokio::time::timeout(IDLE, data.write_all(piece)).await.map_err(|_| io::ErrorKind::TimedOut)??;
        *sent += count as u64;
    }
}

/// True when the client said that this was all; false when the connection ended before.
async fn receiving(
    data: &mut TlsStream<TcpStream>,
    upload: &mut Upload,
    received: &mut u64,
) -> Result<bool, Error> {
    let mut buffer = vec![0; 1 << 17];
    loop {
        match tokio::time::timeout(IDLE, data.read(&mut buffer)).await {
            // Without the word of TLS an end is an accident: it is an error here.
            Ok(Ok(0)) => return Ok(true),
            Ok(Ok(count)) => {
                let at = upload.length();
                upload.write_at(at, buffer.get(..count).unwrap_or_default())?;
                *received += count as u64;
            }
            Ok(Err(_)) | Err(_) => return Ok(false),
        }
    }
}

/// What has come on the control connection and was not worked off yet.
#[derive(Default)]
struct Heard {
    bytes: Vec<u8>,
    waiting: VecDeque<Vec<u8>>,
}

impl Heard {
    /// The next command; nothing at the end.
    async fn next(&mut self, read: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<Vec<u8>>> {
        match self.waiting.pop_front() {
            Some(line) => Ok(Some(line)),
            None => self.line(read).await,
        }
    }

    /// Resolves when the client wants no more of a transfer, or is gone. What else it says meanwhile waits its turn, as the
    /// `ABOR` does: its own answer follows that of the transfer (RFC 959 section 4.1.3).
    async fn abort(&mut self, read: &mut (impl AsyncRead + Unpin)) {
        while self.waiting.len() < MOST_WAITING
            && let Ok(Some(line)) = self.line(read).await
        {
            let ends = line.eq_ignore_ascii_case(b"ABOR");
            self.waiting.push_back(line);
            if ends {
                return;
            }
        }
    }

    /// The next line as it comes. What has arrived of one stays when nobody waits any more.
    async fn line(&mut self, read: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<Vec<u8>>> {
        loop {
            if let Some(end) = self.bytes.iter().position(|b| *b == b'\n') {
                let mut line: Vec<u8> = self.bytes.drain(..=end).collect();
                while line.last().is_some_and(|b| matches!(b, b'\r' | b'\n')) {
                    line.pop();
                }
                // Telnet's signals before ABOR (RFC 959 section 4.1.3).
                let signals = line.iter().take_while(|b| **b >= 0xf0).count();
                line.drain(..signals);
                return Ok(Some(line));
            }
            if self.bytes.len() > LONGEST {
                return Err(io::ErrorKind::InvalidData.into());
            }
            if read.read_buf(&mut self.bytes).await? == 0 {
                return Ok(None);
            }
        }
    }
}
