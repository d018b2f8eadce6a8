use super::{Certificate, ExtensionValue, Part, Violation, extension};
use crate::engine::{
    law::Law,
    names::{Presented, presented},
    x509::{GeneralName, GeneralNameKind},
};
use crate::report::{Cite, Code, Severity, message::CertificateMessage};

/// How many entries one finding points at. A certificate may hold 10,000 bad ones.
const POINTED_AT: usize = 32;

/// Alternative names in the forms that RFC 5280 §4.2.1.6 gives them. Of the host names of a leaf only what clients let
/// pass is told here; the rest they can not match with anything, and that is a finding of its own.
pub fn check(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    let is = |value: &ExtensionValue| matches!(value, ExtensionValue::SubjectAlternativeName(_));
    let Some(found) = extension(certificate, is) else { return };
    let ExtensionValue::SubjectAlternativeName(names) = &found.value else { return };
    let flawed = names.iter().enumerate().filter_map(|(position, name)| Some((position, name, flaw(name, part)?)));
    for (position, name, reason) in flawed.take(POINTED_AT) {
        let otherwise = (part == Part::Leaf).then_some(Severity::Info);
        let violation = Violation::new(Code::CRT012, Law::Rfc5280, otherwise, CertificateMessage::MalformedName);
        let violation = violation.with("entry", name.kind.to_string()).with("reason", reason);
        let path = format!("tbs.extensions.subjectAltName[{position}]");
        out.push(violation.at(path, Some(&name.bytes)).cite(Cite::rfc(5280, "4.2.1.6")));
    }
}

fn flaw(name: &GeneralName, part: Part) -> Option<&'static str> {
    match &name.kind {
        GeneralNameKind::Dns(text) if text.contains('_') => Some("an underscore in a host name"),
        GeneralNameKind::Dns(_) | GeneralNameKind::Ip { .. } | GeneralNameKind::Malformed { .. } => {
            let is_flawed = part != Part::Leaf && matches!(presented(name), Presented::Flawed(_));
            is_flawed.then_some("no name of this kind")
        }
        GeneralNameKind::Email(mail) => (!is_mailbox(mail)).then_some("no mailbox"),
        GeneralNameKind::Uri(uri) => (!is_absolute(uri)).then_some("no absolute URI"),
        _ => None,
    }
}

/// `Local-part@Domain` (RFC 2821 §4.1.2), nothing around it.
fn is_mailbox(text: &str) -> bool {
    let is_quoted = text.starts_with('"');
    let plain = |local: &str| {
        let visible = |byte: u8| byte.is_ascii_graphic() && !b"()<>[]:;,\\\"@".contains(&byte);
        !local.is_empty() && local.bytes().all(visible) && !local.split('.').any(str::is_empty)
    };
    text.rsplit_once('@').is_some_and(|(local, domain)| {
        let is_literal = domain.starts_with('[') && domain.ends_with(']');
        let is_domain = !domain.split('.').any(str::is_empty)
            && domain.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'));
        (is_quoted && local.len() > 1 && local.ends_with('"') || plain(local)) && (is_literal || is_domain)
    })
}

/// A scheme and something of it (RFC 3986 §3).
fn is_absolute(text: &str) -> bool {
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
    };
    text.is_ascii() && text.split_once(':').is_some_and(|(scheme, rest)| is_scheme(scheme) && !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes() {
        for good in ["a@example.com", "*@example.com", "a.b+c@mail.example.com", "\"a b\"@example.com", "a@[192.0.2.1]"]
        {
            assert!(is_mailbox(good), "{good}");
        }
        for bad in ["", "a", "@example.com", "a@", "a@b@example.com", "A <a@example.com>", "a..b@example.com", "a@x..y"]
        {
            assert!(!is_mailbox(bad), "{bad}");
        }
    }

    #[test]
    fn uris() {
        assert!(is_absolute("https://example.com/") && is_absolute("urn:example:1"));
        assert!(!is_absolute("//example.com/") && !is_absolute("/x") && !is_absolute("1a:b") && !is_absolute("x:"));
    }
}
