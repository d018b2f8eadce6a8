use super::in_code::use_of_word;
use crate::engine::names::{self, Wanted};
use crate::report::Use;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// An address that a program calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// As it was written.
    pub text: String,
    /// What for.
    pub used_for: Use,
    /// Its scheme in small letters; empty where none was written.
    pub scheme: String,
    /// Its host.
    pub host: Host,
    /// Its port, where one was written.
    pub port: Option<u16>,
    /// Where it stands in code: the name of the source, and the line.
    pub place: Option<(String, u32)>,
}

/// Whom an address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Host {
    /// A name, in A-labels and small letters.
    Name(String),
    /// The device itself, by its name.
    Localhost,
    /// The device itself, by an address.
    Loopback,
    /// An address of a local network (RFC 1918, RFC 4193, RFC 3927).
    Local(IpAddr),
    /// Any other address.
    Public(IpAddr),
    /// Nothing that can be a host.
    Unreadable,
}

/// Reads an address as people write it into code: `https://api.example.com/v1`, or with its use in front,
/// `upload=https://…`.
pub fn address(written: &str) -> Address {
    let (used_for, text) = use_in_front(written);
    let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
    let scheme = scheme.to_ascii_lowercase();
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let authority = rest.get(..end).unwrap_or(rest);
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, behind)| behind);
    let (host, port) = split_port(host_and_port);
    Address {
        used_for: used_for.unwrap_or_else(|| of_scheme(&scheme)),
        host: kind_of(host),
        port,
        place: None,
        scheme,
        text: text.to_owned(),
    }
}

/// The use that stands in front of an address, by its identifier or as the function is called, and what stands behind
/// it.
pub(super) fn use_in_front(written: &str) -> (Option<Use>, &str) {
    let use_named = |name: &str| Use::from_id(name).or_else(|| use_of_word(name));
    let named = written.split_once('=').and_then(|(name, rest)| Some((use_named(name.trim())?, rest)));
    match named {
        Some((used_for, rest)) => (Some(used_for), rest.trim()),
        None => (None, written.trim()),
    }
}

/// The use that a scheme tells, where nothing else does.
fn of_scheme(scheme: &str) -> Use {
    match scheme {
        "ws" | "wss" => Use::Socket,
        "udp" => Use::Udp,
        "tcp" => Use::Tcp,
        _ => Use::Request,
    }
}

/// Host and port; a port that is none is part of the host, which then is none either. Nobody listens on port 0.
fn split_port(text: &str) -> (&str, Option<u16>) {
    let behind_bracket = text.rfind(']').unwrap_or_default();
    match text.rsplit_once(':') {
        Some((host, port)) if host.len() > behind_bracket && !host.contains(':') || host.ends_with(']') => {
            match port.parse() {
                Ok(0) => (text, None),
                Ok(port) => (host, Some(port)),
                Err(_) if port.is_empty() => (host, None),
                Err(_) => (text, None),
            }
        }
        _ => (text, None),
    }
}

fn kind_of(host: &str) -> Host {
    let bare = host.strip_prefix('[').and_then(|inside| inside.strip_suffix(']')).unwrap_or(host);
    if let Some(address) = number(bare) {
        return of_address(IpAddr::V4(address));
    }
    // A colon is what is left of a port that is none, or stands in an address.
    if bare.contains(':') && bare.parse::<Ipv6Addr>().is_err() {
        return Host::Unreadable;
    }
    match names::wanted(host) {
        Some(Wanted::Address(address)) => of_address(address),
        Some(Wanted::Name(name)) if name == "localhost" || name.ends_with(".localhost") => Host::Localhost,
        Some(Wanted::Name(name)) => Host::Name(name),
        Some(Wanted::Wildcard(_)) | None => Host::Unreadable,
    }
}

/// Whether a name has letters, digits and hyphens only.
pub fn is_plain_name(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
}

fn of_address(address: IpAddr) -> Host {
    let local = match address {
        IpAddr::V4(v4) => v4.is_private() || v4.is_link_local(),
        IpAddr::V6(v6) => v6.is_unique_local() || v6.is_unicast_link_local(),
    };
    match address {
        _ if address.is_loopback() || address.is_unspecified() => Host::Loopback,
        _ if local => Host::Local(address),
        _ => Host::Public(address),
    }
}

/// An IPv4 address in the ways that only programs read it (WHATWG URL §3.5): hexadecimal, octal, fewer than four parts.
fn number(host: &str) -> Option<Ipv4Addr> {
    let parts: Vec<_> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
    let values: Vec<u32> = parts.iter().map(|part| part_of_number(part)).collect::<Option<_>>()?;
    let (last, first) = values.split_last()?;
    if first.len() > 3 || first.iter().any(|part| *part > 255) {
        return None;
    }
    let room = 4_usize.saturating_sub(first.len()).saturating_mul(8);
    if room < 32 && u64::from(*last) >> room != 0 {
        return None;
    }
    let head = first.iter().zip([24_u32, 16, 8]).fold(0_u32, |all, (part, shift)| all | part << shift);
    Some(Ipv4Addr::from(head | last))
}

fn part_of_number(part: &str) -> Option<u32> {
    let small = part.to_ascii_lowercase();
    match small.strip_prefix("0x") {
        Some("") => Some(0),
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None if small.len() > 1 && small.starts_with('0') => u32::from_str_radix(&small, 8).ok(),
        None => small.bytes().all(|byte| byte.is_ascii_digit()).then(|| small.parse().ok())?,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "engine")]
    #[test]
    fn hosts_in_every_dress() {
        let name = |text: &str| Host::Name(text.to_owned());
        let local = |text: &str| Host::Local(text.parse().unwrap());
        let public = |text: &str| Host::Public(text.parse().unwrap());
        for (text, host, port) in [
            ("https://api.example.com/v1?x#y", name("api.example.com"), None),
            ("https://API.Example.com.:443/", name("api.example.com"), Some(443)),
            ("https://user:secret@api.example.com:8443", name("api.example.com"), Some(8443)),
            ("https://例子.测试/", name("xn--fsqu00a.xn--0zwm56d"), None),
            ("https://localhost:3000", Host::Localhost, Some(3000)),
            ("https://127.1/", Host::Loopback, None),
            ("https://0x7f.0.0.1/", Host::Loopback, None),
            ("https://2130706433/", Host::Loopback, None),
            ("https://[::1]:8080/", Host::Loopback, Some(8080)),
            ("https://192.168.1.7", local("192.168.1.7"), None),
            ("https://[fd00::1]/", local("fd00::1"), None),
            ("https://203.0.113.7:8080", public("203.0.113.7"), Some(8080)),
            ("https://[2001:db8::1]/", public("2001:db8::1"), None),
            ("https://a b/", Host::Unreadable, None),
            ("https:///x", Host::Unreadable, None),
            ("https://api.example.com:port/", Host::Unreadable, None),
            ("https://256.1.1.1/", Host::Unreadable, None),
            ("https://api.example.com:99999/", Host::Unreadable, None),
            ("https://api.example.com:0/", Host::Unreadable, None),
            ("https://[::1]:99999/", Host::Unreadable, None),
            ("https://::1/", Host::Loopback, None),
        ] {
            let read = address(text);
            assert_eq!((&read.host, read.port), (&host, port), "{text}");
        }
    }

    #[test]
    fn uses_are_told_or_follow_from_the_scheme() {
        for (text, used_for) in [
            ("https://a.example.com", Use::Request),
            ("wss://a.example.com", Use::Socket),
            ("upload=https://a.example.com", Use::Upload),
            ("webview=https://a.example.com?x=y", Use::WebView),
            ("web-view=https://a.example.com", Use::WebView),
            ("uploadFile=https://a.example.com", Use::Upload),
            ("downloadFile=https://a.example.com", Use::Download),
            ("connectSocket=a.example.com", Use::Socket),
            ("https://a.example.com?download=x", Use::Request),
        ] {
            assert_eq!(address(text).used_for, used_for, "{text}");
        }
    }
}
