//! Whether what was given can be served in the order given.

use crate::engine::read::Material;

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
/// Each file is judged by itself, in an archive too: in which order files were chosen or packed says nothing. The server certificate comes
/// first, and each member of `chain` before the one that signed it. Certificates that belong to no chain, repetitions,
/// and other server certificates have findings of their own.
pub(super) fn misplaced(material: &Material, leaves: &[usize], chain: &[usize]) -> Option<Misplaced> {
    let place = |certificate: usize| chain.iter().position(|member| *member == certificate);
    // For each certificate the file that it was last seen in; files stand one behind the other.
    let mut seen_in = vec![None; material.certificates.len()];
    let mut last = None;
    for (position, given) in material.given.iter().enumerate() {
        let certificate = given.certificate;
        let source = material.inputs.get(given.input).map(|input| (input.source_index, input.source.as_str()));
        let is_repeated = seen_in.get_mut(certificate).is_some_and(|seen| seen.replace(source) == Some(source));
        if is_repeated || (leaves.binary_search(&certificate).is_ok() && chain.first() != Some(&certificate)) {
            continue;
        }
        let Some((_, before)) = last.filter(|(of, _)| *of == source) else {
            last = Some((source, certificate));
            continue;
        };
        let Some(own) = place(certificate) else { continue };
        // A stranger in front of the server certificate has no place: the server would present it as its own.
        if place(before).map_or(own == 0, |before| before > own) {
            return Some(Misplaced { certificate, after: before, given: position });
        }
        last = Some((source, certificate));
    }
    None
}
