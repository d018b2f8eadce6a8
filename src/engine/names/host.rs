use crate::engine::address;
#[cfg(feature = "engine")]
use crate::report::to_a_labels;
use std::net::IpAddr;

/// Longest name in its textual form (RFC 1035 §2.3.4: 255 octets on the wire).
const LONGEST_NAME: usize = 253;
/// Longest label (RFC 1035 §2.3.4).
const LONGEST_LABEL: usize = 63;

/// What someone wants covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A host name: A-labels, lower case, without a trailing dot.
    Name(String),
    /// Every name one level below this one: the `example.com` of `*.example.com`.
    Wildcard(String),
    /// An address.
    Address(IpAddr),
}

/// Reads a host as people type it: a bare name, an address, or a whole URL of which only the host counts.
///
/// None for what can not be a host.
pub fn wanted(typed: &str) -> Option<Wanted> {
    let host = without_port(authority(typed.trim()));
    if let Some(address) = address(host) {
        return Some(Wanted::Address(address));
    }
    // RFC 9525 compares names; the dot that marks a name as absolute is no part of it.
    let name = host.strip_suffix('.').unwrap_or(host);
    match name.strip_prefix("*.") {
        Some(base) => ascii(base).map(Wanted::Wildcard),
        None => ascii(name).map(Wanted::Name),
    }
}

/// Whether a typed host is left to the engine: an address of version 6, or what other alphabets write.
pub fn takes_more(typed: &str) -> bool {
    !typed.is_ascii() || address::may_be_v6(without_port(authority(typed)))
}

/// The host and port of a URL (RFC 3986 §3.2), or the text itself.
fn authority(text: &str) -> &str {
    // Not `split_once("://")`: whatever looks for a text brings kilobytes.
    let behind = |(at, _): (usize, &str)| text.get(at.saturating_add(1)..)?.strip_prefix("//");
    let rest = text.match_indices(':').find_map(behind).unwrap_or(text);
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let authority = rest.get(..end).unwrap_or(rest);
    authority.rsplit_once('@').map_or(authority, |(_, host)| host)
}

fn without_port(authority: &str) -> &str {
    if let Some(bracketed) = authority.strip_prefix('[') {
        return bracketed.split_once(']').map_or(authority, |(inside, _)| inside);
    }
    match authority.split_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}

fn address(host: &str) -> Option<IpAddr> {
    // A zone (`fe80::1%eth0`) is the reader's business, never the certificate's.
    let without_zone = host.split_once('%').map_or(host, |(address, _)| address);
    let address = address::read(host).or_else(|| address::read_v6(without_zone).map(IpAddr::V6))?;
    Some(canonical(address))
}

/// An IPv4 address in its IPv6 clothes is the IPv4 address.
fn canonical(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => v6.to_ipv4_mapped().map_or(address, IpAddr::V4),
        IpAddr::V4(_) => address,
    }
}

/// A name in A-labels and lower case; none where there is no such form.
fn ascii(name: &str) -> Option<String> {
    let name = if name.is_ascii() { name.to_ascii_lowercase() } else { to_a_labels(name)? };
    is_host_name(&name).then_some(name)
}

/// A glance leaves names in other alphabets to the engine.
#[cfg(not(feature = "engine"))]
fn to_a_labels(_: &str) -> Option<String> {
    None
}

/// Letters, digits and hyphens in labels of 1 to 63 octets (RFC 1123 §2.1, RFC 5890 §2.3.1). Underscores are let
/// through, since clients do so too. A name whose last label is a number is a mistyped address.
pub(super) fn is_host_name(name: &str) -> bool {
    let last_is_number = name.rsplit('.').next().is_some_and(|label| label.bytes().all(|byte| byte.is_ascii_digit()));
    name.len() <= LONGEST_NAME && !last_is_number && name.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    (1..=LONGEST_LABEL).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<Wanted> {
        Some(Wanted::Name(text.to_owned()))
    }

    #[test]
    fn a_url_is_taken_as_its_host() {
        for typed in [
            "api.example.com",
            "  API.Example.com. ",
            "https://api.example.com:8443/x?y#z",
            "wss://user:secret@api.example.com/socket",
            "api.example.com:443",
            "api.example.com/v1",
        ] {
            assert_eq!(wanted(typed), name("api.example.com"), "{typed}");
        }
    }

    #[cfg(feature = "engine")]
    #[test]
    fn addresses_in_every_dress() {
        for (typed, address) in [
            ("203.0.113.7", "203.0.113.7"),
            ("http://203.0.113.7:80/", "203.0.113.7"),
            ("2001:db8::1", "2001:db8::1"),
            ("https://[2001:db8::1]:8443/", "2001:db8::1"),
            ("[::1]", "::1"),
            ("fe80::1%eth0", "fe80::1"),
            ("::ffff:203.0.113.7", "203.0.113.7"),
        ] {
            assert_eq!(wanted(typed), address.parse().ok().map(Wanted::Address), "{typed}");
        }
    }

    #[cfg(feature = "engine")]
    #[test]
    fn international_names_become_a_labels() {
        // RFC 9525 §6.3: internationalised names are compared in A-labels.
        assert_eq!(wanted("bücher.example"), name("xn--bcher-kva.example"));
        assert_eq!(wanted("例子。测试"), name("xn--fsqu00a.xn--0zwm56d"));
        assert_eq!(wanted("*.bücher.example"), Some(Wanted::Wildcard("xn--bcher-kva.example".to_owned())));
    }

    #[test]
    fn what_can_not_be_a_host() {
        let long_label = format!("{}.example", "a".repeat(64));
        let long_name = format!("{}example", "a.".repeat(130));
        for typed in
            ["", ".", "..", "a..b", "a b.example", "-a.example", "a-.example", "999.1.2.3", "a.*.b", "f*o.example", "*"]
        {
            assert_eq!(wanted(typed), None, "{typed}");
        }
        assert_eq!(wanted(&long_label), None);
        assert_eq!(wanted(&long_name), None);
    }
}
