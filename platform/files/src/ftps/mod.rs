//! FTPS: FTP (RFC 959) inside TLS that the client asks for first (RFC 4217), with passive data connections only.
//!
//! Nothing but `AUTH TLS` is understood before TLS, and no data goes unprotected. A data connection counts only from the
//! address of its control connection, at a port that cannot be foretold.

mod control;
mod data;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

use self::control::{Control, Line};
use crate::gate::{Cutter, Place};
use crate::options::Options;
use crate::server::{House, PATIENCE, plain};

/// Longest command.
const LONGEST: usize = 4096 + 64;

/// How the server speaks FTPS.
#[derive(Clone)]
pub(crate) struct Config {
    tls: TlsAcceptor,
    data: TlsAcceptor,
    ports: [u16; 2],
    told: Option<Ipv4Addr>,
}

/// Reads certificate and key.
fn config(options: &Options) -> Result<Config, String> {
    let wrong = |file: &std::path::Path, what: String| format!("{}: {what}", file.display());
    let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_file_iter(&options.certificate)
        .and_then(Iterator::collect)
        .map_err(|e| wrong(&options.certificate, format!("no certificates in PEM: {e}")))?;
    let key = PrivateKeyDer::from_pem_file(&options.certificate_key)
        .map_err(|e| wrong(&options.certificate_key, format!("no private key in PEM: {e}")))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| e.to_string())?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|e| wrong(&options.certificate, format!("certificate and key do not fit: {e}")))?;
    // Sessions of the control connection may be resumed here, but no tickets are given out: a client that only sends does
    // not read them, and closes a socket on which something waits to be read. The system then resets the connection, and
    // what was under way is lost (curl before 8.9, OpenSSL's own habit).
    let mut data = config.clone();
    data.send_tls13_tickets = 0;
    Ok(Config {
        tls: TlsAcceptor::from(Arc::new(config)),
        data: TlsAcceptor::from(Arc::new(data)),
        ports: options.passive_ports,
        told: options.passive_address.parse().ok(),
    })
}

/// How the server speaks FTPS from one connection to the next: a certificate that was renewed counts from the next one on.
pub(crate) struct Renewing {
    options: Options,
    last: Mutex<(Stamps, Config)>,
}

/// What shows that a file has changed: of certificate and key each the time and the length.
type Stamps = [Option<(SystemTime, u64)>; 2];

fn stamps(options: &Options) -> Stamps {
    [&options.certificate, &options.certificate_key].map(|file| {
        let found = std::fs::metadata(file).ok()?;
        Some((found.modified().ok()?, found.len()))
    })
}

impl Renewing {
    /// Reads certificate and key for the first time.
    pub(crate) fn new(options: &Options) -> Result<Renewing, String> {
        let before = stamps(options);
        Ok(Renewing { options: options.clone(), last: Mutex::new((before, config(options)?)) })
    }

    /// For a new connection. Files that do not fit, such as while only one of the two is written, change nothing: what was
    /// read before goes on, and the technical log says so.
    pub(crate) fn now(&self, house: &House) -> Config {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let now = stamps(&self.options);
        if now != last.0 {
            last.0 = now;
            match config(&self.options) {
                Ok(config) => last.1 = config,
                Err(why) => {
                    let at = house.installation.clock().now();
                    let detail = format!("the certificate of FTPS: {why}");
                    let _ =
                        house.installation.store().directory(|d| d.log(at, "error", "files", None, &detail));
                }
            }
        }
        last.1.clone()
    }
}

/// One connection, from the greeting to its end.
pub(crate) async fn connection(
    house: Arc<House>,
    renewing: Arc<Renewing>,
    stream: TcpStream,
    peer: SocketAddr,
    place: Place,
) {
    let config = plain(|| renewing.now(&house));
    let Ok((mut stream, cutter)) = Cutter::of(stream) else { return };
    let Ok(local) = stream.local_addr() else { return };
    let secured = async {
        if !asked_for_tls(&mut stream).await? {
            return Err(std::io::ErrorKind::ConnectionAborted.into());
        }
        config.tls.accept(stream).await
    };
    let Ok(Ok(stream)) = tokio::time::timeout(PATIENCE, secured).await else { return };
    let line = Line { cutter, place, peer, local };
    Control::new(house, config, stream, line).run().await;
}

/// Speaks in clear until the client asks for TLS; false when it leaves.
async fn asked_for_tls(stream: &mut TcpStream) -> std::io::Result<bool> {
    stream.write_all(b"220 Talang file server: say AUTH TLS\r\n").await?;
    let mut buffer = Vec::new();
    loop {
        let mut piece = [0; 512];
        let count = stream.read(&mut piece).await?;
        if count == 0 || buffer.len() > LONGEST {
            return Ok(false);
        }
        buffer.extend_from_slice(piece.get(..count).unwrap_or_default());
        while let Some(end) = buffer.iter().position(|b| *b == b'\n') {
            let line: Vec<u8> = buffer.drain(..=end).collect();
            let line = String::from_utf8_lossy(&line).trim().to_ascii_uppercase();
            let answer: &[u8] = match line.as_str() {
                "AUTH TLS" | "AUTH TLS-C" | "AUTH SSL" => {
                    // What came in the same breath came in clear, and might pass for something said inside.
                    if !buffer.is_empty() {
                        return Ok(false);
                    }
                    stream.write_all(b"234 Go on with TLS\r\n").await?;
                    return Ok(true);
                }
                "QUIT" => {
                    stream.write_all(b"221 Goodbye\r\n").await?;
                    return Ok(false);
                }
                "FEAT" => b"211-Features\r\n AUTH TLS\r\n EPSV\r\n MLST type*;size*;modify*;\r\n PBSZ\r\n PROT\r\n REST STREAM\r\n SIZE\r\n MDTM\r\n UTF8\r\n211 End\r\n",
                "NOOP" => b"200 Fine\r\n",
                _ => b"530 Say AUTH TLS first: nothing is taken unprotected\r\n",
            };
            stream.write_all(answer).await?;
        }
    }
}

/// How long a client may take to open a data connection.
const CALL: Duration = Duration::from_secs(30);
