//! What the operator lets be called besides the Internet.

use std::net::IpAddr;

use talang_engine::network::Network;

use crate::public::is_public;

/// Networks and names of hosts that may be called although they are not of the Internet, and without TLS.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowed {
    everything: bool,
    networks: Vec<Network>,
    hosts: Vec<String>,
}

impl Allowed {
    /// Every address, with TLS or without.
    pub fn everything() -> Allowed {
        Allowed { everything: true, ..Allowed::default() }
    }

    /// Reads addresses (`10.1.2.3`), networks (`10.1.0.0/16`) and names of hosts (`hooks.example.internal`).
    ///
    /// # Errors
    /// A sentence with the first text that is none of them.
    pub fn parse<T: AsRef<str>>(texts: &[T]) -> Result<Allowed, String> {
        let mut allowed = Allowed::default();
        for text in texts.iter().map(AsRef::as_ref) {
            let name = text.to_ascii_lowercase();
            // What ends in a number is an address, or one that is mistyped: never a name (RFC 1123 § 2.1).
            let last = name.rsplit('.').next().unwrap_or_default();
            let is_name = name.split('.').all(is_label) && !last.bytes().all(|b| b.is_ascii_digit());
            match Network::parse(text) {
                Some(network) => allowed.networks.push(network),
                None if is_name => allowed.hosts.push(name),
                None => {
                    return Err(format!(
                        "{text:?} is neither an address such as 10.0.0.7, nor a network such as 10.0.0.0/8, nor the name of a host"
                    ));
                }
            }
        }
        Ok(allowed)
    }

    /// Whether the host of that name or address may be called without TLS, as far as its name tells.
    pub(crate) fn names(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        self.everything || self.hosts.contains(&host)
    }

    /// Whether networks are allowed at all: a name may lead into one.
    pub(crate) fn any_network(&self) -> bool {
        self.everything || !self.networks.is_empty()
    }

    /// Whether an address of a host may be called: a public one with TLS, another only where it is allowed.
    pub(crate) fn lets(&self, host: &str, address: IpAddr, secure: bool) -> bool {
        self.names(host) || self.holds(address) || secure && is_public(address)
    }

    /// Whether the address is in an allowed network.
    pub(crate) fn holds(&self, address: IpAddr) -> bool {
        self.everything || self.networks.iter().any(|network| network.contains(address))
    }
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= 63
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_named_is_allowed() {
        let allowed = Allowed::parse(&["10.1.0.0/16", "192.168.7.7", "Hooks.Example.internal"]).unwrap();
        let lets = |host: &str, address: &str, secure| allowed.lets(host, address.parse().unwrap(), secure);
        assert!(lets("x", "10.1.2.3", false) && lets("x", "192.168.7.7", true));
        assert!(!lets("x", "10.2.2.3", true) && !lets("x", "192.168.7.8", true));
        assert!(lets("hooks.example.internal", "172.16.0.1", false), "a host by its name");
        assert!(!lets("other.example.internal", "172.16.0.1", true));
        assert!(lets("x", "8.8.8.8", true) && !lets("x", "8.8.8.8", false), "the Internet only with TLS");
        for wrong in ["10.1.0.0/99", "https://x.example", "", "a b", "*.example", "10.1.2", "10.0.0.256"] {
            assert!(Allowed::parse(&[wrong]).is_err(), "{wrong}");
        }
    }
}
