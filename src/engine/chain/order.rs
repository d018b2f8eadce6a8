//! Whether what was given can be served in the order given.

use crate::engine::read::Material;
use std::collections::{BTreeMap, BTreeSet};

/// A certificate that stands in the wrong place of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// The certificate that should stand further up.
    pub certificate: usize,
    /// The one that stands before it.
    pub after: usize,
    /// Where the misplaced one stands: index into [`Material::given`].
    pub given: usize,
}

/// The first certificate out of order.
///
/// Each source is judged by itself: in which order files were chosen says nothing. The server certificate comes
/// first, and each member of `chain` before the one that signed it. Certificates that belong to no chain, repetitions,
/// and other server certificates have findings of their own.
pub(super) fn misplaced(material: &Material, leaves: &[usize], chain: &[usize]) -> Option<Misplaced> {
    let place: BTreeMap<usize, usize> = chain.iter().enumerate().map(|(place, &index)| (index, place)).collect();
    let leaf = chain.first();
    let mut seen = BTreeSet::new();
    let mut last: BTreeMap<usize, usize> = BTreeMap::new();
    for (position, given) in material.given.iter().enumerate() {
        let certificate = given.certificate;
        let source = material.inputs.get(given.input).map_or(0, |input| input.source_index);
        if !seen.insert((source, certificate)) || (leaves.contains(&certificate) && Some(&certificate) != leaf) {
            continue;
        }
        let Some(&before) = last.get(&source) else {
            last.insert(source, certificate);
            continue;
        };
        let Some(own) = place.get(&certificate) else { continue };
        // A stranger in front of the server certificate has no place: the server would present it as its own.
        if place.get(&before).map_or(*own == 0, |before| before > own) {
            return Some(Misplaced { certificate, after: before, given: position });
        }
        last.insert(source, certificate);
    }
    None
}
