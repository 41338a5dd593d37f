//! Reading from providers' servers: https only, public addresses only, a few seconds, a few megabytes. An address that an
//! administrator enters must not make the server look around in the provider's own network (SSRF, OWASP ASVS 5.0 13.2.4).

use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use talang_catalogue::Fault;
use talang_engine::{Error, Result};
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, config::Config};

/// Largest answer, in bytes.
const MOST: u64 = 4 << 20;
/// For everything together.
const PATIENCE: Duration = Duration::from_secs(10);

/// Whether addresses of the own network, and http, are allowed: `internal_providers` of the configuration, for companies that
/// host both themselves, and for tests.
static INTERNAL: AtomicBool = AtomicBool::new(false);

/// Allows addresses of the own network, and http.
pub fn allow_internal(yes: bool) {
    INTERNAL.store(yes, Ordering::Relaxed);
}

/// What came back.
#[derive(Debug)]
pub struct Fetched {
    /// HTTP status.
    pub status: u16,
    /// Body.
    pub body: Vec<u8>,
}

#[derive(Debug)]
struct Guarded(DefaultResolver);

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> std::result::Result<ResolvedSocketAddrs, ureq::Error> {
        let mut found = self.0.resolve(uri, config, timeout)?;
        // What is checked is what is connected to: no second look-up in between.
        let public = |address: &SocketAddr| INTERNAL.load(Ordering::Relaxed) || is_public(address.ip());
        if !found.iter().all(public) || found.is_empty() {
            found.truncate(0);
            return Err(ureq::Error::HostNotFound);
        }
        Ok(found)
    }
}

/// Whether an address belongs to the Internet rather than to some network of its own (RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(a) => {
            let [first, second, ..] = a.octets();
            !(a.is_private()
                || a.is_loopback()
                || a.is_link_local()
                || a.is_unspecified()
                || a.is_broadcast()
                || a.is_multicast()
                || a.is_documentation()
                || first == 0
                || first >= 240
                || (first == 100 && (64..128).contains(&second))
                || (first == 198 && (second == 18 || second == 19))
                || (first == 192 && second == 0 && a.octets()[2] == 0))
        }
        IpAddr::V6(a) => {
            let [first, second, ..] = a.segments();
            !(a.is_loopback()
                || a.is_unspecified()
                || a.is_multicast()
                || first & 0xfe00 == 0xfc00
                || first & 0xffc0 == 0xfe80
                // Documentation, and the ways to IPv4 inside IPv6.
                || (first == 0x2001 && (second == 0xdb8 || second == 0))
                || first == 0x2002
                || (first == 0x64 && second == 0xff9b))
        }
    }
}

fn refused(address: &str) -> Error {
    Fault::new("provider.address").with("address", address).into()
}

/// Reads an address.
///
/// # Errors
/// `provider.address`: not https, or not public; `provider.unreachable`.
pub fn get(address: &str) -> Result<Fetched> {
    fetch(address, &[], None)
}

/// Reads an address, or posts a form to it, with further headers.
///
/// # Errors
/// As [`get`].
pub fn fetch(address: &str, headers: &[(&str, &str)], form: Option<&[(&str, &str)]>) -> Result<Fetched> {
    let unreachable = || Error::from(Fault::new("provider.unreachable").with("address", address));
    let internal = INTERNAL.load(Ordering::Relaxed);
    let uri: Uri = address.parse().map_err(|_| refused(address))?;
    let secure = uri.scheme_str() == Some("https") || (internal && uri.scheme_str() == Some("http"));
    let authority = uri.authority().map(|a| a.as_str()).unwrap_or_default();
    if !secure || authority.contains('@') || uri.host().is_none_or(str::is_empty) {
        return Err(refused(address));
    }
    let config = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        // Another address would have to be judged anew.
        .max_redirects(0)
        .http_status_as_error(false)
        .https_only(!internal)
        .proxy(None)
        .build();
    let agent = Agent::with_parts(config, DefaultConnector::default(), Guarded(DefaultResolver::default()));
    let sent = match form {
        None => {
            let mut request = agent.get(&uri);
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            request.call()
        }
        Some(form) => {
            let mut request = agent.post(&uri);
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            request.send_form(form.iter().copied())
        }
    };
    let mut reply = sent.map_err(|error| match error {
        ureq::Error::HostNotFound => refused(address),
        _ => unreachable(),
    })?;
    let body = reply.body_mut().with_config().limit(MOST).read_to_vec().map_err(|_| unreachable())?;
    Ok(Fetched { status: reply.status().as_u16(), body })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_other_networks_than_the_internet_are_not_called() {
        // OWASP ASVS 5.0 13.2.4
        let inside = [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "224.0.0.1",
            "255.255.255.255",
        ];
        for address in inside {
            assert!(!is_public(address.parse().expect(address)), "{address}");
        }
        for address in ["193.0.6.139", "2a00:1450:4001::1"] {
            assert!(is_public(address.parse().expect(address)), "{address}");
        }
        for address in [
            "http://idp.example/metadata",
            "ftp://idp.example/",
            "file:///etc/passwd",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://user@idp.example/",
            "https://localhost/",
            "nonsense",
        ] {
            assert!(get(address).is_err_and(|e| e.is("provider.address")), "{address}");
        }
    }
}
