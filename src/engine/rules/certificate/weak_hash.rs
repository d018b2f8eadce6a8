use crate::engine::Analysis;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::x509::{Certificate, HashAlgorithm};
use crate::report::message::CertificateMessage;
use crate::report::{Cite, Code, Doc};

/// Signed over a hash that can be forged.
pub static RULE: Rule = Rule {
    code: Code::CRT004,
    cites: &[Cite::br("7.1.3.2"), Cite::new(Doc::AppleSupport(103_769), ""), Cite::rfc(9155, "")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let algorithm = &leaf.signature_algorithm;
    if matches!(algorithm.scheme.hash(), Some(HashAlgorithm::Md2 | HashAlgorithm::Md5 | HashAlgorithm::Sha1)) {
        sink.error(CertificateMessage::WeakHash).with("algorithm", algorithm.name.as_str()).at(leaf.evidence(
            index,
            "signatureAlgorithm",
            &algorithm.bytes,
        ));
    }
}
