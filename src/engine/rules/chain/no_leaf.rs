use super::{SHOWN, extension, labels};
use crate::engine::{
    Analysis,
    rules::{Check, InForce, Rule, Sink},
};
use crate::report::{Cite, Code, message::ChainMessage};

/// Only CA certificates were given.
pub static RULE: Rule = Rule {
    code: Code::CHN001,
    cites: &[Cite::rfc(8446, "4.4.2"), Cite::rfc(5280, "4.2.1.9")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    let certificates = &analysis.material.certificates;
    // Where no certificate was read at all, the INP findings say why.
    if analysis.chain.leaf.is_some() || certificates.is_empty() {
        return;
    }
    let all: Vec<_> = (0..certificates.len()).collect();
    let id = match certificates.as_slice() {
        [only] if only.is_self_issued() => ChainMessage::OnlyARoot,
        _ => ChainMessage::NoServerCertificate,
    };
    let found = sink.error(id).with("names", labels(analysis, &all));
    certificates
        .iter()
        .enumerate()
        .take(SHOWN)
        .fold(found, |found, (index, it)| found.at(extension(index, it, "basicConstraints")));
}
