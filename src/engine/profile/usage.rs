use super::{Certificate, ExtensionValue, Part, Violation, extension};
use crate::engine::{law::Law, x509::KeyAlgorithm};
use crate::report::{Cite, Code, Severity, message::CertificateMessage};

/// The key of a leaf may be used for what a handshake needs, and for nothing that it can not do.
///
/// Every key exchange of today needs digitalSignature; RSA without it works only with the key exchange that TLS 1.3
/// has dropped. keyEncipherment is not asked for: the newest profiles of Let's Encrypt leave it out.
pub fn check(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    let is = |value: &ExtensionValue| matches!(value, ExtensionValue::KeyUsage(usage) if !usage.bits.is_empty());
    let Some(found) = extension(certificate, is).filter(|_| part == Part::Leaf) else { return };
    let ExtensionValue::KeyUsage(usage) = &found.value else { return };
    let bits = |wrong: &[&str]| -> Vec<String> {
        usage.bits.iter().filter(|bit| wrong.contains(bit)).map(|bit| (*bit).to_owned()).collect()
    };
    let key = crate::engine::keys::label(&certificate.public_key.algorithm);
    let rsa = matches!(certificate.public_key.algorithm, KeyAlgorithm::Rsa { .. });
    // BR forbids both to keys that can only sign or agree; a CA certificate has an error of its own.
    let foreign = if rsa { Vec::new() } else { bits(&["keyEncipherment", "dataEncipherment"]) };
    let of_ca = if certificate.is_ca() { Vec::new() } else { bits(&["keyCertSign", "cRLSign"]) };
    let lacks_signature = !usage.has("digitalSignature") && !certificate.is_ca();
    let all: Vec<String> = usage.bits.iter().map(|bit| (*bit).to_owned()).collect();
    // "If the cA boolean is not asserted, then the keyCertSign bit in the key usage extension MUST NOT be asserted."
    let signs = of_ca.iter().any(|bit| bit == "keyCertSign");
    let (law, cite) = match signs {
        true => (Law::Rfc5280, Cite::rfc(5280, "4.2.1.9")),
        false => (Law::Web, Cite::br("7.1.2.7.11")),
    };
    let cases = [
        (lacks_signature, Law::Web, Cite::br("7.1.2.7.11"), CertificateMessage::UsageLacksSignature, all),
        (!of_ca.is_empty(), law, cite, CertificateMessage::UsageOfCa, of_ca),
        (!foreign.is_empty(), Law::Web, Cite::br("7.1.2.7.11"), CertificateMessage::UsageForeignToKey, foreign),
    ];
    for (_, law, cite, id, bits) in cases.into_iter().filter(|(applies, ..)| *applies) {
        let violation = Violation::new(Code::CRT013, law, Some(Severity::Warning), id);
        let violation = violation.with("bits", bits).with("key", key.as_str());
        out.push(violation.at(found.path(), Some(&found.bytes)).cite(cite));
    }
}
