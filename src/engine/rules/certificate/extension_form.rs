use super::extension_place;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::{Certificate, Extension, ExtensionValue};
use crate::engine::{Analysis, sorted::Index};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, Role};

/// An extension that does not parse, stands there twice, is empty, or is critical where it must not be (or the other
/// way round). Only the MUSTs of the profile; roots are left out, since clients take them as they are.
pub static RULE: Rule = Rule {
    code: Code::CRT012,
    cites: &[Cite::rfc(5280, "4.2")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Leaf, Role::Intermediate], check),
};

fn check(_: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    let well_formed = |extension: &Extension| !matches!(extension.value, ExtensionValue::Malformed { .. });
    let known = certificate.extensions.iter().enumerate().filter(|(_, extension)| well_formed(extension));
    let known = Index::new(known.map(|(position, it)| ((it.oid.as_bytes(), None), position)).collect());
    for (position, extension) in certificate.extensions.iter().enumerate() {
        let mut report = |id: CertificateMessage, reason: &str, cite: Option<Cite>| {
            let found = sink
                .warning(id)
                .with("extension", extension.name.unwrap_or(&extension.oid))
                .with("reason", reason)
                .at(extension_place(index, certificate, extension));
            if let Some(cite) = cite {
                found.cite(cite);
            }
        };
        if let ExtensionValue::Malformed { reason, .. } = &extension.value {
            report(CertificateMessage::MalformedExtension, reason, None);
            continue;
        }
        if known.first(extension.oid.as_bytes()) != Some(position) {
            report(CertificateMessage::RepeatedExtension, "", None);
        }
        if let Some((must, section)) =
            criticality(certificate, &extension.value).filter(|(must, _)| *must != extension.critical)
        {
            let id = if must { CertificateMessage::MustBeCritical } else { CertificateMessage::MustNotBeCritical };
            report(id, "", Some(Cite::rfc(5280, section)));
        }
        if let Some(cite) = empty(certificate, extension) {
            report(CertificateMessage::EmptyExtension, "", Some(cite));
        }
    }
}

/// Whether an extension must (true) or must not (false) be critical, and where that is said; none where both will do.
/// nameConstraints is left out: RFC 5280 wants it critical, BR §7.1.2.5.2 lets it be, and real ones are either.
fn criticality(certificate: &Certificate, value: &ExtensionValue) -> Option<(bool, &'static str)> {
    match value {
        ExtensionValue::AuthorityKeyIdentifier(_) => Some((false, "4.2.1.1")),
        ExtensionValue::SubjectKeyIdentifier(_) => Some((false, "4.2.1.2")),
        ExtensionValue::SubjectAlternativeName(_) if certificate.subject.attributes.is_empty() => {
            Some((true, "4.2.1.6"))
        }
        ExtensionValue::BasicConstraints(constraints) if constraints.ca => Some((true, "4.2.1.9")),
        ExtensionValue::PolicyConstraints(_) => Some((true, "4.2.1.11")),
        ExtensionValue::InhibitAnyPolicy(_) => Some((true, "4.2.1.14")),
        ExtensionValue::AuthorityInformationAccess(_) => Some((false, "4.2.2.1")),
        _ => None,
    }
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
