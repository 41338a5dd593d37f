//! Where people and programs may come from (A1): open, or limited for everyone or for the users of a role.

use std::net::IpAddr;
use std::sync::Arc;

use talang_catalogue::{Fault, Kind, Record, Value};
use talang_store::{Conn, P};

use crate::error::Result;
use crate::scope::Actor;
use crate::tenant::Tenant;
use crate::view::View;

/// Group of ranges that concern everyone.
const EVERYONE: &str = "*";

/// What one client has at its disposal: an IPv4 address, or the 64 bits that IPv6 gives to a line. The text may begin with
/// other words.
pub fn line_of(address: &str) -> String {
    let (before, last) = address.rsplit_once(' ').unwrap_or(("", address));
    match last.parse::<std::net::Ipv6Addr>() {
        Ok(v6) if v6.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{before} {a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        _ => address.to_string(),
    }
}

/// An address or a network, of IPv4 or IPv6. IPv4 addresses in IPv6 clothes (`::ffff:192.0.2.1`, RFC 4291 §2.5.5.2) are
/// IPv4 addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    number: u128,
    bits: u8,
    four: bool,
}

impl Network {
    /// Reads `192.0.2.7`, `192.0.2.0/24` or `2001:db8::/32` (RFC 4632, RFC 4291 §2.3).
    pub fn parse(text: &str) -> Option<Network> {
        let (address, bits) = text.split_once('/').map_or((text, None), |(a, b)| (a, Some(b)));
        let written: IpAddr = address.parse().ok()?;
        let most: u8 = if written.is_ipv4() { 32 } else { 128 };
        let bits = match bits {
            None => most,
            Some(digits) if (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) => {
                digits.parse().ok().filter(|n| *n <= most)?
            }
            Some(_) => return None,
        };
        let (number, four) = number(written);
        match (written.is_ipv6() && four, bits.checked_sub(96)) {
            (true, Some(bits)) => Some(Network { number, bits, four }),
            // Wider than all of IPv4 in IPv6 clothes: a network of IPv6.
            (true, None) => Some(Network { number: 0, bits, four: false }),
            _ => Some(Network { number, bits, four }),
        }
    }

    /// Whether the address is in it.
    pub fn contains(&self, address: IpAddr) -> bool {
        let (other, four) = number(address);
        let shift = 128 - u32::from(self.bits);
        self.four == four && (shift == 128 || self.number >> shift == other >> shift)
    }
}

/// The address left-aligned in 128 bits, and whether it is one of IPv4.
fn number(address: IpAddr) -> (u128, bool) {
    match address.to_canonical() {
        IpAddr::V4(a) => (u128::from(a.to_bits()) << 96, true),
        IpAddr::V6(a) => (a.to_bits(), false),
    }
}

/// The ranges of a tenant: by group, the code of a role or `*`; with each, whether a second factor is asked for from there.
#[derive(Debug, Default)]
pub struct Networks(Vec<(String, Vec<(Network, bool)>)>);

/// A range as it is saved: group, network, whether a second factor is asked for from there.
type Line = (String, String, bool);

impl Networks {
    fn of(lines: &[Line]) -> Networks {
        let mut groups: Vec<(String, Vec<(Network, bool)>)> = Vec::new();
        for (group, range, factor) in lines {
            // A range that cannot be read holds no address, but still says that the group is limited.
            let network = Network::parse(range).map(|n| (n, *factor));
            match groups.iter_mut().find(|(code, _)| code == group) {
                Some((_, known)) => known.extend(network),
                None => groups.push((group.clone(), network.into_iter().collect())),
            }
        }
        Networks(groups)
    }

    fn load(conn: &mut Conn, but: i64) -> Result<Vec<Line>> {
        let rows = conn.query(
            "SELECT group_code, cidr, COALESCE(second_factor, 0) FROM shared.ip_range WHERE active = 1 AND id <> ?
             ORDER BY id",
            &[P::Int(but)],
        )?;
        Ok(rows
            .iter()
            .filter_map(|row| match row.as_slice() {
                [group, range, factor] => {
                    Some((group.text().to_string(), range.text().to_string(), factor.int() == 1))
                }
                _ => None,
            })
            .collect())
    }

    /// Those of the groups (and that of everyone) that have ranges and none with this address: each of them refuses.
    pub fn refusing(&self, groups: &[String], address: &str) -> Vec<&str> {
        let address: Option<IpAddr> = address.parse().ok();
        self.0
            .iter()
            .filter(|(code, _)| code == EVERYONE || groups.contains(code))
            .filter(|(_, ranges)| !address.is_some_and(|a| ranges.iter().any(|(n, _)| n.contains(a))))
            .map(|(code, _)| code.as_str())
            .collect()
    }

    /// Whether a second factor is asked for from the address: of each group (and that of everyone) the narrowest range
    /// that holds the address decides.
    pub fn asks(&self, groups: &[String], address: &str) -> bool {
        let Ok(address) = address.parse::<IpAddr>() else { return false };
        self.0.iter().filter(|(code, _)| code == EVERYONE || groups.contains(code)).any(|(_, ranges)| {
            let here = ranges.iter().filter(|(n, _)| n.contains(address));
            here.max_by_key(|(n, factor)| (n.bits, *factor)).is_some_and(|(_, factor)| *factor)
        })
    }
}

/// Codes of the active roles of an account.
fn groups(conn: &mut Conn, account: i64) -> Result<Vec<String>> {
    let rows = conn.query(
        "SELECT r.code FROM shared.user_role u JOIN shared.role r ON r.id = u.role
         WHERE u.\"user\" = ? AND r.active = 1",
        &[P::Int(account)],
    )?;
    Ok(rows.iter().filter_map(|row| row.first()).map(|code| code.text().to_string()).collect())
}

impl Tenant {
    /// Whether somebody may come from the address: the account, or, before anybody has signed in, everyone; and if so,
    /// whether a second factor is asked for from there. A change of ranges or roles counts at the next request.
    ///
    /// # Errors
    /// `network.refused`.
    pub fn may_come(&self, account: Option<i64>, address: &str) -> Result<bool> {
        let shared = [Kind::Shared.name()];
        let networks = self.db().remembered(&shared, "networks", |conn| {
            Ok::<_, crate::Error>(Networks::of(&Networks::load(conn, 0)?))
        })?;
        let groups = match account {
            Some(id) if !networks.0.is_empty() => {
                self.db().remembered(&shared, &format!("groups {id}"), |conn| groups(conn, id))?
            }
            _ => Arc::default(),
        };
        let allowed = networks.refusing(&groups, address).is_empty();
        let asks = networks.asks(&groups, address);
        if allowed { Ok(asks) } else { Err(Fault::new("network.refused").into()) }
    }
}

/// A range must be a network, and may not shut out whoever writes it.
pub(crate) fn check_range(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: &mut Record,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let text = new.get("cidr").as_text().unwrap_or_default().trim().to_string();
    if !text.contains('/') || Network::parse(&text).is_none() {
        faults.push(Fault::new("value.network").on("cidr").with("value", text));
        return Ok(());
    }
    new.set("cidr", Value::Text(text));
    shut_out(view, old, Some(new), faults)
}

/// A range may not be removed if that shuts out whoever removes it.
pub(crate) fn removing_range(view: &mut View<'_>, old: &Record, faults: &mut Vec<Fault>) -> Result<()> {
    shut_out(view, Some(old), None, faults)
}

fn shut_out(
    view: &mut View<'_>,
    old: Option<&Record>,
    new: Option<&Record>,
    faults: &mut Vec<Fault>,
) -> Result<()> {
    let (actor, address) = (view.scope().actor.clone(), view.scope().address.clone());
    // Tasks and the command line come from no address.
    let (Actor::User { id, .. }, false) = (actor, address.is_empty()) else { return Ok(()) };
    let mut lines = Networks::load(view.conn, old.map_or(0, |r| r.id))?;
    if let Some(new) = new.filter(|r| r.get("active").as_int() != Some(0)) {
        let text = |name: &str| new.get(name).as_text().unwrap_or_default().to_string();
        lines.push((text("group_code"), text("cidr"), false));
    }
    let networks = Networks::of(&lines);
    if !networks.refusing(&groups(view.conn, id)?, &address).is_empty() {
        faults.push(Fault::new("network.shuts_out").on("cidr").with("address", address));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_an_address_and_a_length() {
        // A1
        for good in ["192.0.2.0/24", "192.0.2.7/32", "0.0.0.0/0", "2001:db8::/32", "::1/128", "192.0.2.7"] {
            assert!(Network::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "192.0.2/24",
            "192.0.2.0/33",
            "192.0.2.0/-1",
            "192.0.2.0/+8",
            "2001:db8::/129",
            "x/8",
            "::1/",
        ] {
            assert!(Network::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_network_contains_its_addresses_and_no_others() {
        let holds = |network: &str, address: &str| {
            Network::parse(network).unwrap().contains(address.parse().unwrap())
        };
        assert!(holds("10.0.0.0/8", "10.9.8.7") && !holds("10.0.0.0/8", "11.0.0.1"));
        assert!(holds("10.1.2.3/8", "10.9.8.7"), "bits beyond the length do not count");
        assert!(holds("10.0.0.7", "10.0.0.7") && !holds("10.0.0.7", "10.0.0.8"));
        assert!(holds("0.0.0.0/0", "203.0.113.9") && !holds("0.0.0.0/0", "::1"));
        assert!(holds("fd00::/8", "fd12::1") && !holds("fd00::/8", "fe80::1"));
        assert!(holds("::/0", "2001:db8::1") && !holds("::/0", "192.0.2.1"));
        assert!(holds("127.0.0.1", "::ffff:127.0.0.1"), "an IPv4 address in IPv6 clothes");
        assert!(holds("::ffff:10.0.0.0/104", "10.1.1.1") && !holds("::ffff:10.0.0.0/104", "11.1.1.1"));
    }

    fn of(lines: &[(&str, &str, bool)]) -> Networks {
        let lines: Vec<Line> =
            lines.iter().map(|(g, n, asks)| (g.to_string(), n.to_string(), *asks)).collect();
        Networks::of(&lines)
    }

    #[test]
    fn the_narrowest_range_says_whether_a_second_factor_is_asked_for() {
        // A1, A6
        let networks = of(&[
            ("*", "0.0.0.0/0", true),
            ("*", "192.0.2.0/24", false),
            ("*", "192.0.2.8/29", true),
            ("administrator", "0.0.0.0/0", true),
        ]);
        let asks = |groups: &[&str], address: &str| {
            networks.asks(&groups.iter().map(|g| g.to_string()).collect::<Vec<_>>(), address)
        };
        assert!(asks(&[], "198.51.100.1") && !asks(&[], "192.0.2.1") && asks(&[], "192.0.2.9"));
        assert!(asks(&["administrator"], "192.0.2.1"), "each group is asked by itself");
        assert!(asks(&[], "::ffff:198.51.100.1") && !asks(&[], "no address"));
    }

    #[test]
    fn every_group_with_ranges_must_hold_the_address() {
        // A1
        let networks = of(&[
            ("*", "192.0.2.0/24", false),
            ("*", "2001:db8::/32", false),
            ("administrator", "192.0.2.8/29", false),
            ("broken", "?", false),
        ]);
        let refusing = |groups: &[&str], address: &str| {
            let groups: Vec<String> = groups.iter().map(|g| g.to_string()).collect();
            networks.refusing(&groups, address).join(" ")
        };
        assert_eq!(refusing(&[], "192.0.2.1"), "");
        assert_eq!(refusing(&["employee"], "2001:db8::5"), "");
        assert_eq!(refusing(&["employee"], "198.51.100.1"), "*");
        assert_eq!(refusing(&["administrator"], "192.0.2.1"), "administrator");
        assert_eq!(refusing(&["administrator"], "192.0.2.9"), "");
        assert_eq!(refusing(&["broken"], "192.0.2.9"), "broken", "what cannot be read opens nothing");
        assert_eq!(refusing(&[], "no address"), "*");
        assert!(Networks::default().refusing(&[], "no address").is_empty());
    }
}
