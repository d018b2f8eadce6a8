use super::{Certificate, ExtensionValue, Part, Violation, extension};
use crate::engine::law::Law;
use crate::engine::sorted;
use crate::report::{Cite, Code, Severity, message::CertificateMessage};

/// Which extensions a certificate has in its part, and what may not stand beside what.
pub fn check(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    missing(certificate, part, out);
    misplaced(certificate, part, out);
    policies(certificate, part, out);
}

/// A CA says what its key is for (RFC 5280 §4.2.1.3); whoever has no subject has alternative names (§4.2.1.6). Roots are
/// older than the first of the two.
fn missing(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    let has = |name: &str| certificate.extensions.iter().any(|extension| extension.name == Some(name));
    let no_subject = certificate.subject.attributes.is_empty() && part == Part::Leaf;
    let cases = [
        (part == Part::Intermediate, "keyUsage", "4.2.1.3", None),
        (no_subject, "subjectAltName", "4.2.1.6", Some(Severity::Warning)),
    ];
    for (_, name, section, otherwise) in cases.into_iter().filter(|(wanted, name, ..)| *wanted && !has(name)) {
        let id = CertificateMessage::MissingExtension;
        let violation = Violation::new(Code::CRT012, Law::Rfc5280, otherwise, id).with("extension", name);
        out.push(violation.at(format!("tbs.extensions.{name}"), None).cite(Cite::rfc(5280, section)));
    }
}

/// Name constraints are for CA certificates (§4.2.1.10), and so is a path length (§4.2.1.9); a root has no purposes (BR
/// §7.1.2.1.2).
fn misplaced(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    let mut forbidden = |law, otherwise, is: fn(&ExtensionValue) -> bool, cite: Cite| {
        if let Some(found) = extension(certificate, is) {
            let violation = Violation::new(Code::CRT012, law, otherwise, CertificateMessage::MisplacedExtension);
            out.push(violation.of(found).cite(cite));
        }
    };
    let warning = (part != Part::Root).then_some(Severity::Warning);
    if part == Part::Leaf && !certificate.is_ca() {
        let is = |value: &ExtensionValue| matches!(value, ExtensionValue::NameConstraints(_));
        forbidden(Law::Rfc5280, warning, is, Cite::rfc(5280, "4.2.1.10"));
        let is =
            |value: &ExtensionValue| matches!(value, ExtensionValue::BasicConstraints(it) if it.path_length.is_some());
        forbidden(Law::Rfc5280, warning, is, Cite::rfc(5280, "4.2.1.9"));
    }
    if part == Part::Root {
        let is = |value: &ExtensionValue| matches!(value, ExtensionValue::ExtendedKeyUsage(_));
        forbidden(Law::Web, None, is, Cite::br("7.1.2.1.2"));
    }
}

/// "A certificate policy OID MUST NOT appear more than once" (§4.2.1.4).
fn policies(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    let is = |value: &ExtensionValue| matches!(value, ExtensionValue::CertificatePolicies(_));
    let Some(found) = extension(certificate, is) else { return };
    let ExtensionValue::CertificatePolicies(policies) = &found.value else { return };
    let mut known: Vec<&str> = policies.iter().map(|policy| policy.oid.as_str()).collect();
    sorted::sort(&mut known);
    if known.windows(2).any(|pair| matches!(pair, [one, other] if one == other)) {
        let otherwise = (part != Part::Root).then_some(Severity::Warning);
        let id = CertificateMessage::ExtensionContent;
        let violation = Violation::new(Code::CRT012, Law::Rfc5280, otherwise, id).of(found);
        out.push(violation.with("reason", "a policy twice").cite(Cite::rfc(5280, "4.2.1.4")));
    }
}
