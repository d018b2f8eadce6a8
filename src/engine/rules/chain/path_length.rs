use super::{extension, faults};
use crate::engine::{
    Analysis,
    chain::FaultKind,
    rules::{Check, InForce, Rule, Sink},
    x509::Certificate,
};
use crate::report::{Cite, Code, message::ChainMessage};

/// More intermediate certificates stand below a CA than its `pathLenConstraint` allows.
pub static RULE: Rule = Rule {
    code: Code::CHN009,
    cites: &[Cite::rfc(5280, "4.2.1.9"), Cite::rfc(5280, "6.1.4"), Cite::br("7.1.2.10.4")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, _: usize, _: &Certificate, sink: &mut Sink) {
    for (fault, certificate) in faults(analysis) {
        let (id, allowed, found) = match fault.kind {
            FaultKind::TooLong { allowed, found } => (ChainMessage::PathTooLong, allowed, found),
            FaultKind::TooDeep { allowed, found } => (ChainMessage::PathTooDeepForUser, allowed, found),
            _ => continue,
        };
        sink.error(id).with("issuer", certificate.label()).with("allowed", allowed).with("found", found).at(extension(
            fault.certificate,
            certificate,
            "basicConstraints",
        ));
    }
}
