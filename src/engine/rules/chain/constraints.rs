use super::{SHOWN, extension, faults, label};
use crate::engine::{
    Analysis,
    chain::FaultKind,
    rules::{Check, InForce, Rule, Sink},
    x509::Certificate,
};
use crate::report::{Cite, Code, message::ChainMessage};

/// Names that a CA above may not vouch for.
pub static RULE: Rule = Rule {
    code: Code::CHN010,
    cites: &[Cite::rfc(5280, "4.2.1.10"), Cite::br("7.1.2.10.8")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    for (fault, issuer) in faults(analysis) {
        if matches!(fault.kind, FaultKind::BrokenConstraints) {
            sink.error(ChainMessage::BrokenConstraints).with("issuer", issuer.label()).at(extension(
                fault.certificate,
                issuer,
                "nameConstraints",
            ));
        }
        let FaultKind::Outside(names) = &fault.kind else { continue };
        let Some(certificate) = analysis.certificate(fault.below) else { continue };
        let found = sink
            .error(ChainMessage::OutsideConstraints)
            .certificate(fault.below)
            .with("issuer", issuer.label())
            .with("certificate", label(analysis, fault.below))
            .with("names", names.iter().map(|outside| outside.name.clone()).collect::<Vec<_>>());
        names
            .iter()
            .take(SHOWN)
            .map(|outside| certificate.evidence(fault.below, &outside.path, &outside.bytes))
            .chain([extension(fault.certificate, issuer, "nameConstraints")])
            .fold(found, |found, evidence| found.at(evidence));
    }
}
