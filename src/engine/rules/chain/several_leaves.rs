use super::{SHOWN, labels, subject};
use crate::engine::{
    Analysis,
    rules::{Check, InForce, Rule, Sink},
    sorted,
    x509::Certificate,
};
use crate::report::{Cite, Code, Repair, message::ChainMessage};

/// More than one server certificate: several sites, or one site with two kinds of key, or an old and a new one.
pub static RULE: Rule = Rule {
    code: Code::CHN007,
    cites: &[Cite::rfc(8446, "4.4.2")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(analysis: &Analysis, leaf: usize, own: &Certificate, sink: &mut Sink) {
    let leaves = analysis.chain.leaves.as_slice();
    if leaves.len() < 2 {
        return;
    }
    let certificates: Vec<_> = leaves.iter().filter_map(|&index| analysis.certificate(index)).collect();
    let same_names = certificates.windows(2).all(|pair| matches!(pair, [one, other] if names(one) == names(other)));
    let mut kinds = Vec::new();
    certificates.iter().for_each(|it| sorted::insert(&mut kinds, it.public_key.algorithm.facts().algorithm));
    let id = match (same_names, kinds.len()) {
        (false, _) => ChainMessage::SeveralSites,
        (true, 1) => ChainMessage::SeveralIssues,
        (true, _) => ChainMessage::SeveralKeys,
    };
    let found = sink
        .warning(id)
        .certificate(leaf)
        .with("name", own.label())
        .with("names", labels(analysis, leaves))
        .with("kinds", kinds)
        .with("kind", own.public_key.algorithm.facts().algorithm)
        .with("count", leaves.len())
        .with("issued", own.not_before.at)
        .with("newest", certificates.iter().map(|it| it.not_before.at).max().unwrap_or(own.not_before.at))
        .repair(Repair::FullChain);
    leaves
        .iter()
        .take(SHOWN)
        .zip(&certificates)
        .fold(found, |found, (&index, certificate)| found.at(subject(index, certificate)));
}

fn names(certificate: &Certificate) -> Vec<String> {
    let mut names = Vec::new();
    certificate.host_names().iter().for_each(|name| sorted::insert(&mut names, name.to_ascii_lowercase()));
    names
}
