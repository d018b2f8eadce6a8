use super::host::is_host_name;
use super::wildcard::{self, WildcardFault, fault};
use crate::engine::address;
use crate::engine::x509::{GeneralName, GeneralNameKind};
use crate::report::is_hidden;
use std::net::IpAddr;

/// What one alternative name says to a client that looks for a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presented {
    /// A host name, in lower case.
    Name(String),
    /// Every name one label below this one, in lower case.
    Wildcard(String),
    /// An address.
    Address(IpAddr),
    /// It is meant as a host but no client can match it.
    Flawed(Flaw),
    /// It has an asterisk where none may be.
    Fault(WildcardFault),
    /// An email address, a URI: nothing to do with hosts.
    Elsewhere,
}

/// Why an alternative name is no valid name (RFC 5280 §4.2.1.6, BR §7.1.2.7.12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flaw {
    /// Nothing there.
    Empty,
    /// A whole URL, or a path behind the host.
    Url,
    /// A port behind the host.
    Port,
    /// A space.
    Space,
    /// A dot at the end.
    TrailingDot,
    /// Unicode as it is, where A-labels (`xn--`) belong.
    RawUnicode,
    /// A control or invisible character.
    Hidden,
    /// An address written as a DNS name; clients look for addresses in iPAddress entries only.
    AddressAsName,
    /// An empty label, one that starts or ends with a hyphen, one too long, or another character.
    Syntax,
    /// Bytes that are not of the kind they claim to be.
    Malformed,
}

/// Reads one alternative name.
pub fn presented(entry: &GeneralName) -> Presented {
    match &entry.kind {
        GeneralNameKind::Dns(name) => dns(name),
        GeneralNameKind::Ip { address, prefix: None } => Presented::Address(*address),
        GeneralNameKind::Ip { prefix: Some(_), .. } | GeneralNameKind::Malformed { .. } => {
            Presented::Flawed(Flaw::Malformed)
        }
        _ => Presented::Elsewhere,
    }
}

fn dns(name: &str) -> Presented {
    if let Some(flaw) = flaw(name) {
        return Presented::Flawed(flaw);
    }
    let name = name.to_ascii_lowercase();
    if !name.contains('*') {
        return if is_host_name(&name) { Presented::Name(name) } else { Presented::Flawed(Flaw::Syntax) };
    }
    match (fault(&name), wildcard::base(&name)) {
        (Some(fault), _) => Presented::Fault(fault),
        (None, Some(base)) => Presented::Wildcard(base.to_owned()),
        (None, None) => Presented::Flawed(Flaw::Syntax),
    }
}

/// What is wrong with a name at first sight, the most telling first.
fn flaw(name: &str) -> Option<Flaw> {
    let port =
        |name: &str| name.rsplit_once(':').is_some_and(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
    if name.is_empty() {
        Some(Flaw::Empty)
    } else if name.chars().any(is_hidden) {
        Some(Flaw::Hidden)
    } else if name.contains('/') {
        Some(Flaw::Url)
    } else if name.contains(char::is_whitespace) {
        Some(Flaw::Space)
    } else if !name.is_ascii() {
        Some(Flaw::RawUnicode)
    } else if address::read(name).is_some() {
        Some(Flaw::AddressAsName)
    } else if port(name) {
        Some(Flaw::Port)
    } else if name.ends_with('.') {
        Some(Flaw::TrailingDot)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_flaw_has_its_name() {
        for (text, expected) in [
            ("www.Example.com", Presented::Name("www.example.com".to_owned())),
            ("*.Example.com", Presented::Wildcard("example.com".to_owned())),
            ("", Presented::Flawed(Flaw::Empty)),
            ("https://www.example.com", Presented::Flawed(Flaw::Url)),
            ("www.example.com/x", Presented::Flawed(Flaw::Url)),
            ("www.example.com:443", Presented::Flawed(Flaw::Port)),
            ("www example.com", Presented::Flawed(Flaw::Space)),
            ("www.example.com.", Presented::Flawed(Flaw::TrailingDot)),
            ("例子.example", Presented::Flawed(Flaw::RawUnicode)),
            ("www.example.com\0.evil", Presented::Flawed(Flaw::Hidden)),
            ("www.exam\u{202e}ple.com", Presented::Flawed(Flaw::Hidden)),
            ("203.0.113.7", Presented::Flawed(Flaw::AddressAsName)),
            ("a..example.com", Presented::Flawed(Flaw::Syntax)),
            ("<script>", Presented::Flawed(Flaw::Syntax)),
            ("f*o.example.com", Presented::Fault(WildcardFault::Partial)),
            ("*.-.example.com", Presented::Flawed(Flaw::Syntax)),
        ] {
            assert_eq!(dns(text), expected, "{text:?}");
        }
    }
}
