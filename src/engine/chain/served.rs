//! What a server ought to send.

use super::{PathEnd, paths::Way};

/// The best path without its self-signed root, and with what stands above it cross-signed.
///
/// A path may end below a known root, and the same root may have been given signed by an older one: phones that do
/// not have the younger root need it. So the longest way that begins like the best one is served, as long as its
/// signatures are right and it is in time (expired cross-signatures broke clients in 2020 and 2021); what lies above
/// its end is of no concern.
pub(super) fn served(ways: &[Way]) -> Vec<usize> {
    let Some(best) = ways.first() else { return Vec::new() };
    let base = without_root(best);
    let extends =
        |way: &&Way| way.wrong == 0 && way.unsure == 0 && way.out_of_date == 0 && way.path.end != PathEnd::Loop;
    ways.iter()
        .filter(extends)
        .map(without_root)
        .filter(|way| way.starts_with(base))
        .fold(base, |longest, way| if way.len() > longest.len() { way } else { longest })
        .to_vec()
}

/// A server certificate that signs itself is served all the same.
fn without_root(way: &Way) -> &[usize] {
    match way.path.certificates.as_slice() {
        [below @ .., _] if way.path.end == PathEnd::SelfSigned && !below.is_empty() => below,
        whole => whole,
    }
}
