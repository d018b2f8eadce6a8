use super::{SHOWN, labels, subject};
use crate::engine::{
    Analysis,
    chain::PathEnd,
    rules::{Check, InForce, Rule, Sink},
};
use crate::report::{Cite, Code, Repair, message::ChainMessage};

/// Certificates that no path of any server certificate leads through.
pub static RULE: Rule = Rule {
    code: Code::CHN005,
    cites: &[Cite::rfc(8446, "4.4.2"), Cite::rfc(5246, "7.4.2")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    let strangers = analysis.chain.strangers.as_slice();
    // Without a server certificate nothing belongs anywhere, which is another finding.
    if strangers.is_empty() || analysis.chain.leaf.is_none() {
        return;
    }
    let best = analysis.chain.best();
    let gap = best.filter(|path| path.end == PathEnd::Missing).and_then(|path| path.certificates.last());
    let missing = gap.and_then(|&below| analysis.certificate(below)).map(|below| below.issuer.label());
    let id = if missing.is_some() { ChainMessage::StrangerBesideGap } else { ChainMessage::Stranger };
    let found = sink
        .warning(id)
        .with("names", labels(analysis, strangers))
        .with("missing", missing.clone().unwrap_or_default());
    // Above a gap nobody can tell what will be needed once it is filled.
    let found = if missing.is_none() { found.repair(Repair::FullChain) } else { found };
    strangers
        .iter()
        .take(SHOWN)
        .filter_map(|&index| Some(subject(index, analysis.certificate(index)?)))
        .fold(found, |found, evidence| found.at(evidence));
}
