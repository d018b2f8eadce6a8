use super::{SHOWN, labels, subject};
use crate::engine::{
    Analysis,
    chain::PathEnd,
    rules::{Check, Found, InForce, Rule, Sink},
    sorted,
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
    strangers(analysis, sink);
    let expired = expired_alternatives(analysis);
    if !expired.is_empty() {
        let found = sink
            .warning(ChainMessage::ExpiredAlternative)
            .with("names", labels(analysis, &expired))
            .repair(Repair::FullChain);
        point_at(analysis, &expired, found);
    }
}

/// Given certificates of the ways that are not taken which have expired: clients that take them fail.
fn expired_alternatives(analysis: &Analysis) -> Vec<usize> {
    let chain = &analysis.chain;
    let taken = chain.best().map(|path| path.certificates.as_slice()).unwrap_or_default();
    let mut others = Vec::new();
    let on_paths = chain.paths.iter().flat_map(|path| &path.certificates);
    on_paths.for_each(|index| sorted::insert(&mut others, *index));
    others.retain(|index| {
        let expired = analysis.certificate(*index).is_some_and(|it| it.not_after.at < analysis.options.now);
        let given = || analysis.material.given.iter().any(|given| given.certificate == *index);
        expired && !taken.contains(index) && !chain.served.contains(index) && given()
    });
    others
}

fn point_at<'a>(analysis: &Analysis, indexes: &[usize], found: Found<'a>) -> Found<'a> {
    indexes
        .iter()
        .take(SHOWN)
        .filter_map(|&index| Some(subject(index, analysis.certificate(index)?)))
        .fold(found, |found, evidence| found.at(evidence))
}

fn strangers(analysis: &Analysis, sink: &mut Sink) {
    // What a repair serves once the gap is filled belongs to the chain.
    let mut strangers = analysis.chain.strangers.clone();
    strangers.retain(|index| !analysis.serve.widest.contains(index));
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
        .with("names", labels(analysis, &strangers))
        .with("missing", missing.clone().unwrap_or_default());
    // Above a gap nobody can tell what will be needed once it is filled.
    let found = if missing.is_none() { found.repair(Repair::FullChain) } else { found };
    point_at(analysis, &strangers, found);
}
