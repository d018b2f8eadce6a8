//! The whole analysis: everybody's issuers, the ways upward, and which of them are best.

use super::{
    ChainAnalysis, Path, PathEnd, Work, anchors, constraints, faults, leaves, links, order, paths, reasons, served,
    strangers,
};
use crate::engine::{budget::Budget, read::Material, sorted, supply::Supply, trust, x509::Certificate};
use crate::report::{Judge, Options};

/// Finds leaves, links, paths, order and gaps. Among ways that are equal otherwise, one that is valid now is better.
/// What the supply has for the ways upward becomes part of the material, but not of what was given. Ways through what is
/// known to be `revoked` (ascending) are refused.
pub fn analyse(material: &mut Material, options: &Options, supply: &Supply, revoked: &[usize]) -> ChainAnalysis {
    // What is only trusted is for nobody to show, and neither is what was not given.
    let given = |index: &usize| material.given.iter().any(|given| given.certificate == *index);
    let only_trusted: Vec<_> = material.anchors.iter().copied().filter(|index| !given(index)).collect();
    let leaves = match (options.judge, material.given.first()) {
        // They judge what a server sends, and its own certificate comes first (RFC 8446 §4.4.2).
        (Judge::Rfc5280 | Judge::Web, Some(first)) => vec![first.certificate],
        _ => leaves::leaves(&material.certificates, &only_trusted, trust::is_known_root),
    };
    let leaf = leaves::leaf(material, &leaves);
    if let Some(leaf) = leaf {
        supply.add_to(material, leaf, options.now);
    }
    let certificates = material.certificates.as_slice();
    let supplied = |index: usize| material.supplied.binary_search(&index).is_ok();
    let mut links = links::Links::new(certificates);
    let anchors = anchors::Anchors::new(certificates, &material.anchors);
    let mut search = |usable: &dyn Fn(usize) -> bool| {
        leaf.map(|leaf| paths::search(leaf, &mut links, &anchors, supply, usable)).unwrap_or_default()
    };
    let mut found = search(&|index| !supplied(index));
    let mut more = if material.supplied.is_empty() { paths::Found::default() } else { search(&|_| true) };
    more.ways.retain(|way| way.path.certificates.iter().any(|&index| supplied(index)));
    judge(&mut found, certificates, options, revoked);
    judge(&mut more, certificates, options, revoked);
    let served = served::served(&found.ways, &only_trusted, certificates);
    let strangers = match found.stopped {
        // Who belongs where is not known.
        Some(_) => Vec::new(),
        None => {
            let mut strangers = strangers::strangers(certificates, &links, &leaves, &found.reached);
            strangers.retain(|index| !only_trusted.contains(index) && !supplied(*index));
            strangers
        }
    };
    let paths: Vec<_> = found.ways.into_iter().map(|way| way.path).collect();
    let supplied_paths: Vec<_> = more.ways.into_iter().map(|way| way.path).collect();
    let misplaced = order::misplaced(material, &leaves, &with_root(&served, paths.first()));
    ChainAnalysis {
        namesake: paths.first().is_some_and(|best| lacks_namesake(best, certificates)),
        anchors: material.anchors.clone(),
        issuers: (0..certificates.len()).map(|index| links.outline(index)).collect(),
        stopped: found.stopped,
        leaves,
        leaf,
        paths,
        supplied_paths,
        served,
        strangers,
        misplaced,
    }
}

/// Paths that are kept: people look at two or three, and cross-signed webs can have thousands.
const KEPT: usize = 16;

/// Judges the ways, prefers among equals those that are in time and that nobody refuses, and keeps the best. Once
/// enough are judged and one of them stands, the rest is not looked at.
fn judge(found: &mut paths::Found, certificates: &[Certificate], options: &Options, revoked: &[usize]) {
    let mut comparisons = Budget::new(Work::NameComparisons.name(), constraints::COMPARISONS);
    let mut judged: Vec<paths::Way> = Vec::new();
    for mut way in std::mem::take(&mut found.ways) {
        if judged.len() >= KEPT && judged.first().is_some_and(|best| best.path.reasons.is_empty()) {
            break;
        }
        let in_time = |it: &&Certificate| (it.not_before.at..=it.not_after.at).contains(&options.now);
        let above = way.path.certificates.iter().skip(1).filter_map(|&index| Some((index, certificates.get(index)?)));
        let is_revoked = |index, it| revoked.binary_search(&index).is_ok() || trust::is_revoked(it);
        way.lapsed = above.filter(|(index, it)| !in_time(it) || is_revoked(*index, it)).count();
        let faults = faults::faults(&way.path, &way.signatures, certificates, options, &mut comparisons);
        way.path.reasons = reasons::reasons(&way, faults.as_deref(), certificates, options, revoked);
        way.path.faults = faults.unwrap_or_else(|stop| {
            found.stopped = Some(stop);
            Vec::new()
        });
        way.refused = way.path.faults.iter().any(|fault| fault.kind.law().binds(options.judge));
        sorted::insert_ranked(&mut judged, way, |one, other| merit(one) > merit(other));
    }
    judged.truncate(KEPT);
    found.ways = judged;
}

/// Smaller is better.
const fn merit(way: &paths::Way) -> (u8, usize, usize, usize, bool) {
    (way.path.end.rank(), way.wrong, way.unsure, way.lapsed, way.refused)
}

/// What is served, with the root on top where it was given: at the end of a file it does no harm.
fn with_root(served: &[usize], best: Option<&Path>) -> Vec<usize> {
    let ends_in_root = |path: &&Path| matches!(path.end, PathEnd::SelfSigned | PathEnd::Trusted);
    let root = best.filter(ends_in_root).and_then(|path| path.certificates.last());
    served.iter().chain(root.filter(|root| !served.contains(root))).copied().collect()
}

/// Whether a way ends for want of an issuer that has the name of a known root.
fn lacks_namesake(way: &Path, certificates: &[Certificate]) -> bool {
    let last = way.certificates.last().and_then(|last| certificates.get(*last));
    way.end == PathEnd::Missing && last.is_some_and(|last| trust::is_root_name(&last.issuer.raw))
}
