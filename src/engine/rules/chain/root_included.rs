use super::subject;
use crate::engine::{
    Analysis,
    chain::{Path, PathEnd},
    rules::{Check, InForce, Rule, Sink},
    x509::Certificate,
};
use crate::report::{Cite, Code, Repair, Role, message::ChainMessage};

/// A self-signed root is among what was given.
pub static RULE: Rule = Rule {
    code: Code::CHN004,
    cites: &[Cite::rfc(8446, "4.4.2"), Cite::rfc(5246, "7.4.2")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Root], check),
};

fn check(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    let ends_here = |path: &Path| {
        matches!(path.end, PathEnd::SelfSigned | PathEnd::Trusted) && path.certificates.last() == Some(&index)
    };
    // After the repair it is known, but no longer given.
    let is_given = analysis.material.given.iter().any(|given| given.certificate == index);
    if is_given && certificate.is_self_issued() && analysis.chain.paths.iter().any(ends_here) {
        sink.info(ChainMessage::RootIncluded)
            .with("name", certificate.label())
            .at(subject(index, certificate))
            .repair(Repair::FullChain);
    }
}
