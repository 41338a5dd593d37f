//! The call itself.

use std::error::Error as StdError;
use std::fmt;
use std::io::{self, Read};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use ureq::http::Uri;
use ureq::tls::TlsConfig;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, config::Config};

use crate::allowed::Allowed;
use crate::trust::Trust;

/// How long a call may take, and how much of an answer is read.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For everything together: looking up, connecting, sending, reading.
    pub patience: Duration,
    /// Largest answer, in bytes.
    pub most: u64,
    /// A longer answer is cut off there; else it makes the call fail.
    pub cut: bool,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Where.
    pub address: &'a str,
    /// Headers, besides those that HTTP needs.
    pub headers: &'a [(&'a str, &'a str)],
    /// What is posted; nothing reads.
    pub body: Option<&'a [u8]>,
}

/// What came back, whatever its status.
#[derive(Clone, Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Seconds after which the other side wants to be asked again, where it says so in seconds (RFC 9110 § 10.2.3).
    pub retry_after: Option<u64>,
    /// Body.
    pub body: Vec<u8>,
}

/// Why nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The address is none, is without TLS, or leads into a network that may not be called.
    Address,
    /// There is no host of that name.
    NotFound,
    /// It cannot be connected to, or breaks off.
    Unreachable,
    /// TLS cannot be agreed on, or its certificate does not hold.
    NotSecure,
    /// It took too long.
    Late,
    /// The answer is longer than is read.
    TooLong,
}

/// Calls servers of others, and keeps connections to them for the next call.
pub struct Caller {
    agent: Agent,
    allowed: Arc<Allowed>,
    limits: Limits,
}

/// Marks an address that may not be called among the errors of the library.
#[derive(Debug)]
struct Forbidden;

impl fmt::Display for Forbidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the address may not be called")
    }
}

impl StdError for Forbidden {}

#[derive(Debug)]
struct Guarded {
    resolver: DefaultResolver,
    allowed: Arc<Allowed>,
}

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        // Whatever a look-up fails for: there is no address to call.
        let found = self.resolver.resolve(uri, config, timeout).map_err(|error| match error {
            ureq::Error::Io(_) => ureq::Error::HostNotFound,
            other => other,
        })?;
        let (host, secure) = (uri.host().unwrap_or_default(), uri.scheme_str() == Some("https"));
        // What is judged is what is connected to: no second look-up in between.
        let lets = |place: &SocketAddr| self.allowed.lets(host, place.ip(), secure);
        match found.iter().all(lets) {
            true => Ok(found),
            false => Err(ureq::Error::Other(Box::new(Forbidden))),
        }
    }
}

/// Judges an address as it is written: https, a host, nobody's name and password in it, and no address or name of an own
/// network unless it is allowed. Where a name leads is seen only when it is called.
///
/// # Errors
/// [`Refusal::Address`].
pub fn check(allowed: &Allowed, address: &str) -> Result<(), Refusal> {
    parse(allowed, address).map(drop)
}

fn parse(allowed: &Allowed, address: &str) -> Result<Uri, Refusal> {
    let uri: Uri = address.parse().map_err(|_| Refusal::Address)?;
    let authority = uri.authority().map(|a| a.as_str()).unwrap_or_default();
    let host = uri.host().unwrap_or_default();
    if authority.contains('@') || host.is_empty() {
        return Err(Refusal::Address);
    }
    let secure = match uri.scheme_str() {
        Some("https") => true,
        Some("http") => false,
        _ => return Err(Refusal::Address),
    };
    let good = match literal(host) {
        Some(ip) => allowed.lets(host, ip, secure),
        None if is_local(host) => allowed.names(host) || allowed.any_network(),
        None => secure || allowed.names(host) || allowed.any_network(),
    };
    if good { Ok(uri) } else { Err(Refusal::Address) }
}

/// The address that a host name is, in any of the ways in which systems read numbers: `127.1`, `0x7f000001`, `2130706433`.
fn literal(host: &str) -> Option<IpAddr> {
    let plain = host.trim_start_matches('[').trim_end_matches(']').trim_end_matches('.');
    if let Ok(ip) = plain.parse() {
        return Some(ip);
    }
    let last = plain.rsplit('.').next()?.to_ascii_lowercase();
    let digits = last.strip_prefix("0x").unwrap_or(&last);
    let number = !last.is_empty()
        && (last.bytes().all(|b| b.is_ascii_digit())
            || last.starts_with("0x") && digits.bytes().all(|b| b.is_ascii_hexdigit()));
    // What ends in a number is an address to every resolver (WHATWG URL § 3.5), and nothing that we would look up by name:
    // written otherwise than usual it is meant to deceive, and stands for no address that may be called.
    number.then_some(IpAddr::from([0, 0, 0, 0]))
}

/// Names that are never those of hosts in the Internet (RFC 6761, RFC 6762, RFC 9476 and the names of inner networks).
fn is_local(host: &str) -> bool {
    let name = host.trim_end_matches('.').to_ascii_lowercase();
    let last = name.rsplit('.').next().unwrap_or_default();
    !name.contains('.')
        || matches!(last, "localhost" | "local" | "internal" | "lan" | "home" | "corp" | "arpa")
}

impl Caller {
    /// One that calls what `allowed` allows besides the Internet, and believes the certificates of `trust`.
    pub fn new(allowed: Arc<Allowed>, limits: Limits, trust: &Trust) -> Caller {
        let config = Agent::config_builder()
            .timeout_global(Some(limits.patience))
            // Another address would have to be judged anew.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .proxy(None)
            .tls_config(TlsConfig::builder().root_certs(trust.roots()).build())
            .user_agent(concat!("Talang/", env!("CARGO_PKG_VERSION")))
            .build();
        let resolver = Guarded { resolver: DefaultResolver::default(), allowed: allowed.clone() };
        Caller { agent: Agent::with_parts(config, DefaultConnector::default(), resolver), allowed, limits }
    }

    /// Asks, and reads the answer.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn call(&self, request: &Request<'_>) -> Result<Answer, Refusal> {
        let uri = parse(&self.allowed, request.address)?;
        let sent = match request.body {
            None => request.headers.iter().fold(self.agent.get(&uri), |r, (n, v)| r.header(*n, *v)).call(),
            Some(body) => {
                request.headers.iter().fold(self.agent.post(&uri), |r, (n, v)| r.header(*n, *v)).send(body)
            }
        };
        let mut reply = sent.map_err(|error| refusal(&error))?;
        let retry_after =
            reply.headers().get("retry-after").and_then(|v| v.to_str().ok()?.trim().parse().ok());
        let mut body = Vec::new();
        let read = reply.body_mut().as_reader().take(self.limits.most + 1).read_to_end(&mut body);
        let status = reply.status().as_u16();
        let over = u64::try_from(body.len()).unwrap_or(u64::MAX) > self.limits.most;
        match read {
            // Its status is known; what it says besides is of no consequence to whoever cuts it off.
            Err(_) if self.limits.cut => {}
            Err(error) => return Err(broken(&error)),
            Ok(_) if over && !self.limits.cut => return Err(Refusal::TooLong),
            Ok(_) => {}
        }
        body.truncate(usize::try_from(self.limits.most).unwrap_or(usize::MAX));
        Ok(Answer { status, retry_after, body })
    }
}

fn refusal(error: &ureq::Error) -> Refusal {
    match error {
        ureq::Error::Other(other) if other.is::<Forbidden>() => Refusal::Address,
        ureq::Error::HostNotFound => Refusal::NotFound,
        ureq::Error::Timeout(_) => Refusal::Late,
        ureq::Error::Rustls(_) | ureq::Error::Tls(_) | ureq::Error::TlsRequired => Refusal::NotSecure,
        ureq::Error::Io(error) => broken(error),
        _ => Refusal::Unreachable,
    }
}

fn broken(error: &io::Error) -> Refusal {
    let inner = error.get_ref().and_then(|e| e.downcast_ref::<ureq::Error>());
    match (inner, error.kind()) {
        (Some(inner), _) => refusal(inner),
        (_, io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock) => Refusal::Late,
        // The handshake is done by reading and writing: what it objects to is invalid data.
        (_, io::ErrorKind::InvalidData) => Refusal::NotSecure,
        _ => Refusal::Unreachable,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::net::TcpListener;

    use super::*;

    fn caller(allowed: Allowed) -> Caller {
        let limits = Limits { patience: Duration::from_secs(5), most: 16, cut: true };
        Caller::new(Arc::new(allowed), limits, &Trust::default())
    }

    fn get(caller: &Caller, address: &str) -> Result<Answer, Refusal> {
        caller.call(&Request { address, headers: &[], body: None })
    }

    /// Answers one connection; what it was asked.
    fn server(answer: &'static str) -> (u16, std::thread::JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut head = [0; 4096];
            let read = stream.read(&mut head).unwrap();
            stream.write_all(answer.as_bytes()).unwrap();
            String::from_utf8_lossy(&head[..read]).into_owned()
        });
        (port, asked)
    }

    #[test]
    fn addresses_of_own_networks_are_refused_however_they_are_written() {
        // OWASP ASVS 5.0 13.2.4
        let refused = [
            "http://example.com/",
            "ftp://example.com/",
            "file:///etc/passwd",
            "https://user@example.com/",
            "https://user:word@example.com/",
            "https://127.0.0.1/",
            "https://127.1/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://0177.0.0.1/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[64:ff9b::a00:1]/",
            "https://169.254.169.254/latest/meta-data/",
            "https://localhost/",
            "https://localhost./",
            "https://db/",
            "https://metadata.google.internal/",
            "https://printer.local/",
            "https://x.localhost/",
            "https:///path",
            "nonsense",
            "",
        ];
        let nothing = Allowed::default();
        for address in refused {
            assert_eq!(check(&nothing, address), Err(Refusal::Address), "{address}");
            assert_eq!(get(&caller(nothing.clone()), address).unwrap_err(), Refusal::Address, "{address}");
        }
        for address in ["https://example.com/hook?a=1", "https://8.8.8.8/", "https://example.com:8443"] {
            assert_eq!(check(&nothing, address), Ok(()), "{address}");
        }
        // A name of the Internet that leads to this machine is met when it is called: there is none to ask here, so the
        // same is shown by a network that makes the name pass the first look only.
        let elsewhere = Allowed::parse(&["10.0.0.0/8"]).unwrap();
        assert_eq!(check(&elsewhere, "http://localhost:1/"), Ok(()));
        assert_eq!(get(&caller(elsewhere), "http://localhost:1/").unwrap_err(), Refusal::Address);
    }

    #[test]
    fn what_is_allowed_is_called_and_redirects_are_not_followed() {
        let (port, asked) = server(
            "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\nretry-after: 7\r\ncontent-length: 20\r\n\r\nabcdefghijklmnopqrst",
        );
        let allowed = Allowed::parse(&["127.0.0.1"]).unwrap();
        let address = format!("http://127.0.0.1:{port}/hook");
        let request = Request { address: &address, headers: &[("webhook-id", "m1")], body: Some(b"{}") };
        let answer = caller(allowed.clone()).call(&request).unwrap();
        assert_eq!((answer.status, answer.retry_after), (302, Some(7)));
        assert_eq!(answer.body, b"abcdefghijklmnop", "no more than is wanted");
        let asked = asked.join().unwrap();
        assert!(asked.starts_with("POST /hook HTTP/1.1\r\n") && asked.contains("webhook-id: m1"), "{asked}");
        assert_eq!(get(&caller(allowed), "http://127.0.0.2:1/").unwrap_err(), Refusal::Address);
    }

    #[test]
    fn why_nothing_came_back_is_told() {
        let allowed = Allowed::parse(&["127.0.0.1"]).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let limits = Limits { patience: Duration::from_millis(300), most: 16, cut: true };
        let hasty = Caller::new(Arc::new(allowed.clone()), limits, &Trust::default());
        assert_eq!(get(&hasty, &format!("http://127.0.0.1:{port}/")).unwrap_err(), Refusal::Late);
        drop(listener);
        let closed = format!("http://127.0.0.1:{port}/");
        assert_eq!(get(&caller(allowed.clone()), &closed).unwrap_err(), Refusal::Unreachable);
        let (port, _asked) = server("HTTP/1.1 400 Bad Request\r\n\r\n");
        let secure = format!("https://127.0.0.1:{port}/");
        assert_eq!(get(&caller(allowed), &secure).unwrap_err(), Refusal::NotSecure);
    }
}
