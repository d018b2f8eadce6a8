use super::{faults, issuer, subject};
use crate::engine::{
    Analysis, Law,
    chain::FaultKind,
    rules::{Check, InForce, Rule, Sink},
    x509::Certificate,
};
use crate::report::{Cite, Code, Severity, message::ChainMessage};

/// A certificate names its issuer in other bytes than the issuer itself: the same name to some, a stranger's to others.
pub static RULE: Rule = Rule {
    code: Code::CHN020,
    cites: &[Cite::br("7.1.4.1"), Cite::rfc(5280, "7.1")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    for (fault, above) in faults(analysis).filter(|(fault, _)| matches!(fault.kind, FaultKind::NameDiffers)) {
        let Some(certificate) = analysis.certificate(fault.below) else { continue };
        sink.by(Law::ClientsAndWeb, Severity::Info, ChainMessage::NameDiffers)
            .with("certificate", certificate.label())
            .with("issuer", above.label())
            .at(issuer(fault.below, certificate))
            .at(subject(fault.certificate, above));
    }
}
