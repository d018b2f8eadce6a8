use super::{faults, issuer, label};
use crate::engine::{
    Analysis, Law,
    chain::{FaultKind, PathEnd},
    crypto::Verification,
    rules::{Check, InForce, Rule, Sink},
    x509::Certificate,
};
use crate::report::{Cite, Code, Severity, message::ChainMessage};

/// A signature that its only possible issuer did not make.
///
/// The search follows a wrong signature only where nothing better has that name: neither another certificate nor a
/// known root.
pub static RULE: Rule = Rule {
    code: Code::CHN006,
    cites: &[Cite::rfc(5280, "6.1.3")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    root(analysis, sink);
    let wrong = analysis.chain.best_links().filter(|(_, link)| link.signature == Verification::Invalid);
    for (index, link) in wrong.chain(analysis.chain.disowned()) {
        let (Some(certificate), Some(signer)) = (analysis.certificate(index), analysis.certificate(link.issuer)) else {
            continue;
        };
        // The key is the one that was asked for, so the bytes must have changed.
        let id = match link.key_ids_agree {
            Some(true) => ChainMessage::BrokenSignature,
            _ => ChainMessage::WrongKey,
        };
        sink.error(id)
            .with("certificate", certificate.label())
            .with("issuer", label(analysis, link.issuer))
            .at(certificate.evidence(index, "signatureValue", &certificate.signature))
            .at(signer.evidence(link.issuer, "tbs.subjectPublicKeyInfo", &signer.public_key.spki));
    }
    // What nobody here can verify is never wrong; to the letter, it does not count.
    for (fault, issuer) in faults(analysis).filter(|(fault, _)| matches!(fault.kind, FaultKind::Unverified)) {
        let Some(certificate) = analysis.certificate(fault.below) else { continue };
        sink.by(Law::Rfc5280, Severity::Warning, ChainMessage::UnverifiedSignature)
            .with("certificate", certificate.label())
            .with("issuer", issuer.label())
            .with("algorithm", certificate.signature_algorithm.name.as_str())
            .at(certificate.evidence(fault.below, "signatureAlgorithm", &certificate.signature_algorithm.bytes));
    }
}

/// A signature that the root which it is said to be of did not make.
fn root(analysis: &Analysis, sink: &mut Sink) {
    let Some(path) = analysis.chain.best().filter(|path| path.root_signature == Verification::Invalid) else { return };
    let PathEnd::KnownRoot(root) = path.end else { return };
    let Some(&last) = path.certificates.last() else { return };
    let Some(certificate) = analysis.certificate(last) else { return };
    sink.error(ChainMessage::NotByKnownRoot)
        .with("certificate", certificate.label())
        .with("root", root.name)
        .at(certificate.evidence(last, "signatureValue", &certificate.signature))
        .at(issuer(last, certificate));
}
