//! What a server ought to send.

use super::{PathEnd, paths::Way};
use crate::engine::x509::Certificate;

/// The best path without its self-signed root, and with what stands above it cross-signed.
///
/// A path may end below a known root, and the same root may have been given signed by an older one: phones that do
/// not have the younger root need it. So the longest way that begins like the best one is served, as long as its
/// signatures are right and it is in time (expired cross-signatures broke clients in 2020 and 2021); what lies above
/// its end is of no concern.
///
/// What is only trusted (`only_trusted`) was never there to be sent.
pub(super) fn served(ways: &[Way], only_trusted: &[usize], certificates: &[Certificate]) -> Vec<usize> {
    let Some(best) = ways.first() else { return Vec::new() };
    let is_anchor = |index: &usize| {
        only_trusted.contains(index) || certificates.get(*index).is_some_and(Certificate::is_self_issued)
    };
    let without_root = |way| without_root(way, &is_anchor);
    let base = without_root(best);
    let extends = |way: &&Way| way.wrong == 0 && way.unsure == 0 && way.lapsed == 0 && way.path.end != PathEnd::Loop;
    ways.iter()
        .filter(extends)
        .map(without_root)
        .filter(|way| way.starts_with(base))
        .fold(base, |longest, way| if way.len() > longest.len() { way } else { longest })
        .to_vec()
}

/// A server certificate that signs itself is served all the same, and so is a trusted intermediate that was given.
fn without_root<'w>(way: &'w Way, is_anchor: &dyn Fn(&usize) -> bool) -> &'w [usize] {
    let whole = way.path.certificates.as_slice();
    let Some((root, below)) = whole.split_last().filter(|(_, below)| !below.is_empty()) else { return whole };
    match way.path.end {
        PathEnd::SelfSigned => below,
        PathEnd::Trusted if is_anchor(root) => below,
        _ => whole,
    }
}
