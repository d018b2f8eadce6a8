use super::{extension, faults, label};
use crate::engine::{
    Analysis,
    chain::FaultKind,
    rules::{Check, InForce, Rule, Sink},
    x509::Certificate,
};
use crate::report::{Cite, Code, message::ChainMessage};

/// A certificate on the path issued another without being allowed to issue.
pub static RULE: Rule = Rule {
    code: Code::CHN008,
    cites: &[Cite::rfc(5280, "6.1.4"), Cite::rfc(5280, "4.2.1.9"), Cite::br("7.1.2.10.4"), Cite::br("7.1.2.10.7")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    for (fault, certificate) in faults(analysis) {
        let (id, name) = match fault.kind {
            FaultKind::NotCa => (ChainMessage::NotCa, "basicConstraints"),
            FaultKind::NoBasicConstraints => (ChainMessage::NoBasicConstraints, "basicConstraints"),
            FaultKind::NoCertSign => (ChainMessage::NoCertSign, "keyUsage"),
            _ => continue,
        };
        sink.error(id)
            .with("issuer", certificate.label())
            .with("certificate", label(analysis, fault.below))
            .at(extension(fault.certificate, certificate, name));
    }
}
