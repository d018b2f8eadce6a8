use super::{issuer, subject};
use crate::engine::{
    Analysis,
    rules::{Check, InForce, Rule, Sink},
    trust,
    x509::Certificate,
};
use crate::report::{Cite, Code, Role, Severity, message::ChainMessage};

/// A certificate that carries a root's name but is signed by another root: phones without the younger root need it,
/// and people who tidy up take it for a root and drop it.
pub static RULE: Rule = Rule {
    code: Code::CHN015,
    cites: &[Cite::rfc(5280, "3.2"), Cite::rfc(8446, "4.4.2")],
    in_force: InForce::Always,
    check: Check::Each(&[Role::Intermediate], check),
};

fn check(analysis: &Analysis, index: usize, certificate: &Certificate, sink: &mut Sink) {
    // What was revoked is not for keeping, whatever it looks like.
    let served = analysis.chain.served.contains(&index) && !trust::is_revoked(certificate);
    if !served || !looks_like_root(analysis, index, certificate) {
        return;
    }
    // Where other findings call for tidying up, it is about to be dropped; in a chain that is right it is only a note.
    let chain = &analysis.chain;
    let tidying = chain.misplaced.is_some() || !chain.strangers.is_empty() || has_root(analysis);
    let severity = if tidying { Severity::Warning } else { Severity::Info };
    sink.add(severity, ChainMessage::KeepCrossSigned)
        .with("name", certificate.label())
        .with("issuer", certificate.issuer.label())
        .at(issuer(index, certificate))
        .at(subject(index, certificate));
}

fn has_root(analysis: &Analysis) -> bool {
    analysis.material.given.iter().any(|given| analysis.role(given.certificate) == Role::Root)
}

/// It has the name of a root that clients know or that was given, or its name says so.
fn looks_like_root(analysis: &Analysis, index: usize, certificate: &Certificate) -> bool {
    let name = certificate.subject.raw.as_slice();
    let is_twin = |(other, it): (usize, &Certificate)| {
        other != index && it.subject.raw == name && analysis.role(other) == Role::Root
    };
    trust::is_root_name(name)
        || analysis.material.certificates.iter().enumerate().any(is_twin)
        || super::missing_issuer::says_root(&certificate.subject)
}
