//! Tenants' application logs passed on to a SIEM (A12): syslog messages after RFC 5424, over UDP (RFC 5426, one message per
//! datagram) or TCP with octet counting (RFC 6587 § 3.4.1), with TLS where the address says so (RFC 5425).
//!
//! How far a log was passed on is noted in the technical logs after each piece, so that nothing is left out when the program
//! or the connection ends; a piece that was under way then is sent again (the number of the entry tells).

use std::collections::HashMap;
use std::io::Write;
use std::net::{TcpStream, ToSocketAddrs, UdpSocket};
use std::time::Duration;

use talang_catalogue::types::time::iso_instant;
use talang_engine::activity::{self, Activity};
use talang_engine::{Error, Installation, Result, TenantId};

use crate::config::{Siem, Transport};

/// Entries of one piece.
const PIECE: i64 = 500;
/// Longest time for a connection or a write.
const PATIENCE: Duration = Duration::from_secs(10);
/// Facility 13, log audit (RFC 5424 § 6.2.1).
const AUDIT: u8 = 13;

/// The name of this machine, for the messages.
pub fn host() -> String {
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    let clean: String = name.chars().filter(char::is_ascii_graphic).take(255).collect();
    if clean.is_empty() { "-".to_string() } else { clean }
}

/// One message: header, structured data that filters can use, and the entry as JSON.
pub fn message(entry: &Activity, tenant: &TenantId, host: &str) -> String {
    // Warning for what was refused, informational for the rest.
    let severity = if entry.action.ends_with("-failed") { 4 } else { 6 };
    let field = |text: &str, most: usize| {
        let clean: String = text.chars().filter(char::is_ascii_graphic).take(most).collect();
        if clean.is_empty() { "-".to_string() } else { clean }
    };
    let quoted = |text: &str| {
        let mut out = String::with_capacity(text.len() + 2);
        for c in text.chars() {
            if matches!(c, '"' | '\\' | ']') {
                out.push('\\');
            }
            out.push(if c.is_control() { ' ' } else { c });
        }
        out
    };
    // 32473 is the enterprise number for examples (RFC 5612): there is none of our own.
    let mut data = format!("[talang@32473 tenant=\"{}\" number=\"{}\"", tenant.as_str(), entry.number);
    for (name, value) in [
        ("login", &entry.login),
        ("action", &entry.action),
        ("door", &entry.door),
        ("address", &entry.address),
        ("object", &entry.object),
    ] {
        if !value.is_empty() {
            data.push_str(&format!(" {name}=\"{}\"", quoted(value)));
        }
    }
    data.push(']');
    format!(
        "<{}>1 {} {} talang {} {} {data} {}",
        u32::from(AUDIT) * 8 + severity,
        iso_instant(entry.at),
        field(host, 255),
        std::process::id(),
        field(&entry.action, 32),
        entry.to_json(tenant)
    )
}

/// Where messages go now.
enum Line {
    Udp(UdpSocket),
    Tcp(TcpStream),
    Tls(Box<rustls::StreamOwned<rustls::ClientConnection, TcpStream>>),
}

/// Passes logs on, a destination after the other, as long as it lives.
pub(crate) struct Forwarder {
    host: String,
    lines: HashMap<String, Line>,
    /// A destination that failed is left alone for a while: until when (microseconds).
    resting: HashMap<String, i64>,
}

impl Forwarder {
    pub(crate) fn new() -> Forwarder {
        Forwarder { host: host(), lines: HashMap::new(), resting: HashMap::new() }
    }

    /// Sends what is new. One destination's trouble does not stop the others.
    ///
    /// # Errors
    /// The first failure; what was not sent is sent later.
    pub(crate) fn round(&mut self, installation: &Installation, siem: &[Siem]) -> Result<()> {
        let now = installation.clock().now();
        let mut first = None;
        for destination in siem {
            if self.resting.get(&destination.address).is_some_and(|until| now < *until) {
                continue;
            }
            match self.forward(installation, destination) {
                Ok(()) => {
                    self.resting.remove(&destination.address);
                }
                Err(error) => {
                    self.lines.remove(&destination.address);
                    self.resting.insert(destination.address.clone(), now + 30_000_000);
                    first = first.or(Some(error));
                }
            }
        }
        first.map_or(Ok(()), Err)
    }

    fn forward(&mut self, installation: &Installation, siem: &Siem) -> Result<()> {
        let Some(id) = TenantId::parse(&siem.tenant) else { return Ok(()) };
        let tenant = installation.tenant(&id)?;
        let mark = format!("siem {}", siem.address);
        loop {
            let reached = installation.store().directory(|d| d.log_mark(&id, &mark))?;
            let number = reached.map(|(number, _)| number).unwrap_or_default();
            let entries = activity::after(&tenant, number, PIECE)?;
            let Some(last) = entries.last() else { return Ok(()) };
            self.send(siem, &id, &entries)?;
            let now = installation.clock().now();
            installation.store().directory(|d| d.note_log(&id, &mark, last.number, &last.hash, now))?;
        }
    }

    fn send(&mut self, siem: &Siem, tenant: &TenantId, entries: &[Activity]) -> Result<()> {
        if !self.lines.contains_key(&siem.address) {
            self.lines.insert(siem.address.clone(), connect(siem)?);
        }
        let Some(line) = self.lines.get_mut(&siem.address) else { return Ok(()) };
        let mut octets = Vec::new();
        for entry in entries {
            let text = message(entry, tenant, &self.host);
            match line {
                Line::Udp(socket) => {
                    socket.send(text.as_bytes()).map_err(failed)?;
                }
                _ => {
                    octets.extend(format!("{} ", text.len()).bytes());
                    octets.extend(text.bytes());
                }
            }
        }
        let writer: &mut dyn Write = match line {
            Line::Udp(_) => return Ok(()),
            Line::Tcp(stream) => stream,
            Line::Tls(stream) => stream,
        };
        writer.write_all(&octets).and_then(|()| writer.flush()).map_err(failed)
    }
}

fn failed(error: std::io::Error) -> Error {
    Error::Storage(error.into())
}

fn connect(siem: &Siem) -> Result<Line> {
    let place = format!("{}:{}", siem.host, siem.port);
    if siem.transport == Transport::Udp {
        let address = place.to_socket_addrs().map_err(failed)?.next();
        let address = address.ok_or_else(|| failed(std::io::ErrorKind::NotFound.into()))?;
        let own = if address.is_ipv4() { "0.0.0.0:0" } else { "[::]:0" };
        let socket = UdpSocket::bind(own).map_err(failed)?;
        socket.connect(address).map_err(failed)?;
        return Ok(Line::Udp(socket));
    }
    let mut last = failed(std::io::ErrorKind::NotFound.into());
    for address in place.to_socket_addrs().map_err(failed)? {
        match TcpStream::connect_timeout(&address, PATIENCE) {
            Ok(stream) => {
                stream.set_write_timeout(Some(PATIENCE)).map_err(failed)?;
                stream.set_read_timeout(Some(PATIENCE)).map_err(failed)?;
                return match siem.transport {
                    Transport::Tls => Ok(Line::Tls(Box::new(secure(siem, stream)?))),
                    _ => Ok(Line::Tcp(stream)),
                };
            }
            Err(error) => last = failed(error),
        }
    }
    Err(last)
}

/// TLS with the certificates of the configured file alone: a SIEM has its own authority more often than not.
fn secure(
    siem: &Siem,
    stream: TcpStream,
) -> Result<rustls::StreamOwned<rustls::ClientConnection, TcpStream>> {
    use rustls::pki_types::pem::PemObject;
    use rustls::pki_types::{CertificateDer, ServerName};
    let wrong = |what: String| failed(std::io::Error::other(what));
    let mut roots = rustls::RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(&siem.ca).map_err(|e| wrong(e.to_string()))? {
        let certificate = certificate.map_err(|e| wrong(e.to_string()))?;
        roots.add(certificate).map_err(|e| wrong(e.to_string()))?;
    }
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| wrong(e.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(siem.host.clone()).map_err(|e| wrong(e.to_string()))?;
    let connection =
        rustls::ClientConnection::new(std::sync::Arc::new(config), name).map_err(|e| wrong(e.to_string()))?;
    Ok(rustls::StreamOwned::new(connection, stream))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_cannot_be_broken_out_of() {
        // A12; RFC 5424 § 6.3.3
        let tenant = TenantId::parse("acme").unwrap();
        let entry = Activity {
            number: 7,
            at: 1_750_000_000_000_000,
            login: "a\"]\n<13>1 b\\".into(),
            action: "sign-in failed".into(),
            ..Activity::default()
        };
        let text = message(&entry, &tenant, "host one");
        assert!(text.starts_with("<110>1 2025-06-15T15:06:40Z hostone talang "), "{text}");
        assert!(text.contains(" sign-infailed [talang@32473 tenant=\"acme\" number=\"7\" "), "{text}");
        assert!(text.contains("login=\"a\\\"\\] <13>1 b\\\\\""), "{text}");
        assert!(!text.contains('\n'));
    }
}
