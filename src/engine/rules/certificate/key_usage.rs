use super::place;
use crate::engine::Analysis;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::{Certificate, ExtensionValue, KeyAlgorithm};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code};

/// The key may not be used for what a server needs it for, or may be used for what it can not do.
///
/// Every key exchange of today needs digitalSignature; RSA without it works only with the key exchange that TLS 1.3
/// has dropped. keyEncipherment is not asked for: the newest profiles of Let's Encrypt leave it out.
pub static RULE: Rule = Rule {
    code: Code::CRT013,
    cites: &[Cite::br("7.1.2.7.11"), Cite::rfc(5280, "4.2.1.3"), Cite::rfc(8446, "4.4.2.2")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let Some(usage) = leaf.key_usage().filter(|usage| !usage.bits.is_empty()) else { return };
    let is = |value: &ExtensionValue| matches!(value, ExtensionValue::KeyUsage(_));
    let bits = |wrong: &[&str]| -> Vec<String> {
        usage.bits.iter().filter(|bit| wrong.contains(bit)).map(|bit| (*bit).to_owned()).collect()
    };
    let key = crate::engine::keys::label(&leaf.public_key.algorithm);
    let rsa = matches!(leaf.public_key.algorithm, KeyAlgorithm::Rsa { .. });
    // BR forbids both to keys that can only sign or agree; a CA certificate has an error of its own.
    let foreign = if rsa { Vec::new() } else { bits(&["keyEncipherment", "dataEncipherment"]) };
    let of_ca = if leaf.is_ca() { Vec::new() } else { bits(&["keyCertSign", "cRLSign"]) };
    let lacks_signature = !usage.has("digitalSignature") && !leaf.is_ca();
    let all: Vec<String> = usage.bits.iter().map(|bit| (*bit).to_owned()).collect();
    let cases = [
        (lacks_signature, CertificateMessage::UsageLacksSignature, all),
        (!of_ca.is_empty(), CertificateMessage::UsageOfCa, of_ca),
        (!foreign.is_empty(), CertificateMessage::UsageForeignToKey, foreign),
    ];
    for (_, id, bits) in cases.into_iter().filter(|(applies, ..)| *applies) {
        sink.warning(id).with("bits", bits).with("key", key.as_str()).at(place(index, leaf, "keyUsage", is));
    }
}
