use crate::report::is_public_suffix;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What makes a name unfit for the public Internet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unusual {
    /// A single label: only a search list or a hosts file makes it an address.
    SingleLabel,
    /// A top-level domain that is set aside and never delegated.
    ReservedDomain,
    /// An address that is not routed on the public Internet.
    ReservedAddress,
    /// A public address.
    PublicAddress,
}

/// Top-level names that are set aside, with who did so.
const RESERVED: &[&str] = &[
    // RFC 6761 §6.2 to §6.4. The names for documentation (§6.5: example, example.com …) are left out: no real
    // certificate has them, and every textbook does.
    "test",
    "localhost",
    "invalid",
    // RFC 6762 §3.
    "local",
    // RFC 8375 §3.
    "home.arpa",
    // RFC 9476 §3.
    "alt",
    // ICANN board resolution 2024.07.29.06: for private use, never to be delegated.
    "internal",
    // RFC 6762 appendix G: in wide private use. ICANN shelved corp, home and mail for good in 2018.
    "intranet",
    "private",
    "corp",
    "home",
    "lan",
];

/// Whether a name is one that people register: right below a top-level domain or a public suffix of the Internet.
pub fn is_registrable(name: &str) -> bool {
    super::parent(name).is_some_and(|above| !above.contains('.') || is_public_suffix(above))
        && !is_public_suffix(name)
        && unusual_name(name).is_none()
}

/// The name that people register at or above this one (A-labels, lower case).
pub fn registrable(name: &str) -> Option<&str> {
    if is_registrable(name) { Some(name) } else { registrable(super::parent(name)?) }
}

/// What is unusual about a name (A-labels, lower case); none for one that can be public.
pub fn unusual_name(name: &str) -> Option<Unusual> {
    let below = |suffix: &&str| name.strip_suffix(*suffix).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    if RESERVED.iter().any(below) {
        Some(Unusual::ReservedDomain)
    } else {
        (!name.contains('.')).then_some(Unusual::SingleLabel)
    }
}

/// Whether an address is one of the public Internet (IANA special-purpose registries, RFC 6890).
pub fn unusual_address(address: IpAddr) -> Unusual {
    let reserved = match address {
        IpAddr::V4(v4) => is_reserved_v4(v4),
        IpAddr::V6(v6) => is_reserved_v6(v6),
    };
    if reserved { Unusual::ReservedAddress } else { Unusual::PublicAddress }
}

fn is_reserved_v4(address: Ipv4Addr) -> bool {
    let [a, b, ..] = address.octets();
    address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b)) // RFC 6598: carriers' shared space
        || (a == 198 && (18..20).contains(&b)) // RFC 2544: benchmarks
}

fn is_reserved_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    address.is_loopback()
        || address.is_unspecified()
        || address.is_multicast()
        || first & 0xfe00 == 0xfc00 // RFC 4193: unique local
        || first & 0xffc0 == 0xfe80 // RFC 4291: link local
        || (first == 0x2001 && second == 0x0db8) // RFC 3849: documentation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_for_the_house_only() {
        for (name, expected) in [
            ("intranet", Some(Unusual::ReservedDomain)),
            ("server1", Some(Unusual::SingleLabel)),
            ("printer.local", Some(Unusual::ReservedDomain)),
            ("nas.home.arpa", Some(Unusual::ReservedDomain)),
            ("shop.example", None),
            ("shop.test", Some(Unusual::ReservedDomain)),
            ("localhost", Some(Unusual::ReservedDomain)),
            ("example.com", None),
            ("mylocal.com", None),
            ("vlan", Some(Unusual::SingleLabel)),
        ] {
            assert_eq!(unusual_name(name), expected, "{name}");
        }
    }

    #[test]
    fn addresses_for_the_house_only() {
        for (address, expected) in [
            ("10.0.0.1", Unusual::ReservedAddress),
            ("192.168.1.1", Unusual::ReservedAddress),
            ("100.64.0.1", Unusual::ReservedAddress),
            ("100.128.0.1", Unusual::PublicAddress),
            ("1.1.1.1", Unusual::PublicAddress),
            ("fd00::1", Unusual::ReservedAddress),
            ("2001:db8::1", Unusual::ReservedAddress),
            ("2606:4700::1", Unusual::PublicAddress),
        ] {
            assert_eq!(unusual_address(address.parse().unwrap()), expected, "{address}");
        }
    }
}
