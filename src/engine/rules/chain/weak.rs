use super::faults;
use crate::engine::{
    Analysis,
    chain::FaultKind,
    rules::{Check, InForce, Rule, Sink},
    x509::Certificate,
};
use crate::report::{Cite, Code, message::ChainMessage};

/// A signature or key above the server certificate that can be forged. The server certificate's own have rules of
/// their own, and nobody checks a root's signature.
pub static RULE: Rule = Rule {
    code: Code::CHN016,
    cites: &[Cite::br("7.1.3.2"), Cite::br("6.1.5"), Cite::rfc(8446, "4.4.2.2")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    for (fault, certificate) in faults(analysis) {
        let index = fault.certificate;
        match fault.kind {
            FaultKind::WeakSignature(_) => {
                let algorithm = &certificate.signature_algorithm;
                sink.error(ChainMessage::WeakSignature)
                    .with("certificate", certificate.label())
                    .with("algorithm", algorithm.name.as_str())
                    .at(certificate.evidence(index, "signatureAlgorithm", &algorithm.bytes));
            }
            FaultKind::WeakKey(bits) => {
                sink.error(ChainMessage::WeakKey)
                    .with("certificate", certificate.label())
                    .with("bits", bits)
                    .at(certificate.evidence(index, "tbs.subjectPublicKeyInfo", &certificate.public_key.spki));
            }
            _ => {}
        }
    }
}
