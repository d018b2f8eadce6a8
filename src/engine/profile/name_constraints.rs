use super::{Certificate, ExtensionValue, Part, Violation, extension};
use crate::engine::{address, law::Law, x509::GeneralNameKind};
use crate::report::{Cite, Code, Severity, message::CertificateMessage};

/// The bases of name constraints, each in the form that RFC 5280 §4.2.1.10 gives it. Those that can not be read at all
/// are a fault of the path.
///
/// ".example.com" as a host name: OpenSSL and Go read it as "below example.com", and the RFC knows no such form.
pub fn check(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    let is = |value: &ExtensionValue| matches!(value, ExtensionValue::NameConstraints(_));
    let Some(found) = extension(certificate, is) else { return };
    let ExtensionValue::NameConstraints(constraints) = &found.value else { return };
    let all = || constraints.permitted.iter().chain(&constraints.excluded);
    let Some(reason) = all().find_map(|base| flaw(&base.kind)) else { return };
    let otherwise = (part != Part::Root).then_some(Severity::Warning);
    let violation = Violation::new(Code::CRT012, Law::Rfc5280, otherwise, CertificateMessage::ExtensionContent);
    out.push(violation.of(found).with("reason", reason).cite(Cite::rfc(5280, "4.2.1.10")));
}

fn flaw(base: &GeneralNameKind) -> Option<&'static str> {
    match base {
        GeneralNameKind::Dns(name) if name.starts_with('.') => Some("a host name that begins with a dot"),
        GeneralNameKind::Dns(name) if !name.is_empty() && !is_host(name) => Some("a host name that is none"),
        GeneralNameKind::Email(mail) if !is_mail_base(mail) => Some("a limit that is no mailbox, host or domain"),
        GeneralNameKind::Uri(host) if !is_host(host.strip_prefix('.').unwrap_or(host)) => {
            Some("a limit that is no host or domain")
        }
        _ => None,
    }
}

fn is_host(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
        && !name.split('.').any(str::is_empty)
        && address::read(name).is_none()
}

/// A mailbox (`a@example.com`), a host, or a domain with a dot in front.
fn is_mail_base(base: &str) -> bool {
    match base.split_once('@') {
        Some((mailbox, host)) => !mailbox.is_empty() && is_host(host),
        None => is_host(base.strip_prefix('.').unwrap_or(base)),
    }
}
