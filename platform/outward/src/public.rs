//! Which addresses belong to the Internet rather than to some network of its own.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is one of the Internet (IANA's special-purpose registries, RFC 6890): not this machine, not a private
/// or a provider's inner network, not a group, not another way to write one of these.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(a) => four(a),
        IpAddr::V6(a) => six(a),
    }
}

fn four(a: Ipv4Addr) -> bool {
    let [first, second, third, _] = a.octets();
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
        || (first == 192 && second == 0 && third == 0)
        || (first == 192 && second == 88 && third == 99)
        // A cloud's own server that tells machines about themselves, at an address that looks public.
        || a == Ipv4Addr::new(168, 63, 129, 16))
}

fn six(a: Ipv6Addr) -> bool {
    let [first, second, ..] = a.segments();
    // Only 2000::/3 is given out for the Internet: loopback, link-local, private and group addresses, IPv4 in IPv6 clothes
    // and NAT64 are all outside it.
    first & 0xe000 == 0x2000
        // Teredo and other protocols' own, documentation, IPv4 by 6to4.
        && !(first == 0x2001 && (second < 0x200 || second == 0xdb8))
        && first != 0x2002
        && !(first == 0x3fff && second < 0x1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_other_networks_than_the_internet_are_told_apart() {
        // OWASP ASVS 5.0 13.2.4
        let inside = [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "168.63.129.16",
            "0.0.0.0",
            "100.64.0.1",
            "100.100.100.200",
            "192.88.99.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "::127.0.0.1",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:a9fe:a9fe",
            "64:ff9b::7f00:1",
            "64:ff9b:1::7f00:1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "5f00::1",
        ];
        for address in inside {
            assert!(!is_public(address.parse().expect(address)), "{address}");
        }
        for address in
            ["193.0.6.139", "8.8.8.8", "2a00:1450:4001::1", "2001:4860:4860::8888", "::ffff:8.8.8.8"]
        {
            assert!(is_public(address.parse().expect(address)), "{address}");
        }
    }
}
