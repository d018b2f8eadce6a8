use super::{Certificate, Extension, ExtensionValue, Part, Violation};
use crate::engine::{law::Law, sorted::Index};
use crate::report::{Cite, Code, Severity, message::CertificateMessage};

/// Each extension is readable, stands there once, says something, and is critical where it must be and nowhere else.
/// Clients take roots as they are.
pub fn check(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    let well_formed = |extension: &Extension| !matches!(extension.value, ExtensionValue::Malformed(_));
    let known = certificate.extensions.iter().enumerate().filter(|(_, extension)| well_formed(extension));
    let known = Index::new(known.map(|(position, it)| ((it.oid.as_bytes(), None), position)).collect());
    let otherwise = (part != Part::Root).then_some(Severity::Warning);
    for (position, extension) in certificate.extensions.iter().enumerate() {
        let mut report = |law: Law, otherwise, id: CertificateMessage, reason: &str, cite: Option<Cite>| {
            let violation = Violation::new(Code::CRT012, law, otherwise, id).with("reason", reason).of(extension);
            out.push(Violation { cite, ..violation });
        };
        if let ExtensionValue::Malformed(malformed) = &extension.value {
            report(Law::Rfc5280, otherwise, CertificateMessage::MalformedExtension, &malformed.reason(), None);
            continue;
        }
        if known.first(extension.oid.as_bytes()) != Some(position) {
            report(Law::Rfc5280, otherwise, CertificateMessage::RepeatedExtension, "", None);
        }
        if let Some((must, law, section)) =
            criticality(certificate, part, &extension.value).filter(|(must, ..)| *must != extension.critical)
        {
            let id = if must { CertificateMessage::MustBeCritical } else { CertificateMessage::MustNotBeCritical };
            let otherwise = otherwise.filter(|_| law == Law::Rfc5280);
            let cite = if law == Law::Web { Cite::br(section) } else { Cite::rfc(5280, section) };
            report(law, otherwise, id, "", Some(cite));
        }
        if let Some(cite) = empty(certificate, extension) {
            report(Law::Rfc5280, otherwise, CertificateMessage::EmptyExtension, "", Some(cite));
        }
    }
}

/// Whether an extension must (true) or must not (false) be critical, who says so and where; none where both will do.
///
/// nameConstraints: RFC 5280 wants it critical, BR §7.1.2.5.2 lets it be either "as an explicit exception", and real ones
/// are either.
fn criticality(certificate: &Certificate, part: Part, value: &ExtensionValue) -> Option<(bool, Law, &'static str)> {
    Some(match value {
        ExtensionValue::AuthorityKeyIdentifier(_) => (false, Law::Rfc5280, "4.2.1.1"),
        ExtensionValue::SubjectKeyIdentifier(_) => (false, Law::Rfc5280, "4.2.1.2"),
        ExtensionValue::SubjectAlternativeName(_) if certificate.subject.attributes.is_empty() => {
            (true, Law::Rfc5280, "4.2.1.6")
        }
        ExtensionValue::SubjectAlternativeName(_) if part == Part::Leaf => (false, Law::Web, "7.1.2.7.12"),
        ExtensionValue::CertificatePolicies(_) => (false, Law::Web, "7.1.2.7.6"),
        ExtensionValue::CrlDistributionPoints(_) => (false, Law::Web, "7.1.2.11.2"),
        ExtensionValue::BasicConstraints(constraints) if constraints.ca => (true, Law::Rfc5280, "4.2.1.9"),
        ExtensionValue::NameConstraints(_) => (true, Law::Rfc5280Alone, "4.2.1.10"),
        ExtensionValue::PolicyConstraints(_) => (true, Law::Rfc5280, "4.2.1.11"),
        ExtensionValue::ExtendedKeyUsage(_) if part == Part::Leaf => (false, Law::Web, "7.1.2.7.6"),
        ExtensionValue::InhibitAnyPolicy(_) => (true, Law::Rfc5280, "4.2.1.14"),
        ExtensionValue::AuthorityInformationAccess(_) => (false, Law::Rfc5280, "4.2.2.1"),
        _ => return None,
    })
}

/// The paragraph that forbids an extension of this kind to say nothing, where it says nothing.
fn empty(certificate: &Certificate, extension: &Extension) -> Option<Cite> {
    let (is_empty, cite) = match &extension.value {
        ExtensionValue::KeyUsage(usage) => (usage.bits.is_empty(), Cite::rfc(5280, "4.2.1.3")),
        ExtensionValue::CertificatePolicies(policies) => (policies.is_empty(), Cite::rfc(5280, "4.2.1.4")),
        ExtensionValue::PolicyMappings(mappings) => (mappings.is_empty(), Cite::rfc(5280, "4.2.1.5")),
        ExtensionValue::SubjectAlternativeName(names) => (names.is_empty(), Cite::rfc(5280, "4.2.1.6")),
        ExtensionValue::IssuerAlternativeName(names) => (names.is_empty(), Cite::rfc(5280, "4.2.1.7")),
        ExtensionValue::NameConstraints(constraints) => {
            (constraints.permitted.is_empty() && constraints.excluded.is_empty(), Cite::rfc(5280, "4.2.1.10"))
        }
        ExtensionValue::PolicyConstraints(constraints) => {
            let nothing = constraints.require_explicit.is_none() && constraints.inhibit_mapping.is_none();
            (nothing, Cite::rfc(5280, "4.2.1.11"))
        }
        ExtensionValue::ExtendedKeyUsage(usage) => (usage.purposes.is_empty(), Cite::rfc(5280, "4.2.1.12")),
        ExtensionValue::AuthorityInformationAccess(access) => {
            let nothing = access.ocsp.is_empty() && access.ca_issuers.is_empty() && access.other.is_empty();
            (nothing, Cite::rfc(5280, "4.2.2.1"))
        }
        ExtensionValue::SignedCertificateTimestamps(timestamps) => (timestamps.is_empty(), Cite::rfc(6962, "3.3")),
        // Those of RFC 5280 that we know by name only (subjectDirectoryAttributes …) are lists of at least one, too.
        ExtensionValue::Unknown if extension.oid.starts_with("2.5.29.") && extension.name.is_some() => {
            (certificate.bytes(&extension.value_bytes) == [0x30, 0], Cite::rfc(5280, "4.2.1"))
        }
        _ => return None,
    };
    is_empty.then_some(cite)
}
