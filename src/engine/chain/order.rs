//! Whether what was given can be served in the order given.

use crate::engine::read::Material;
use crate::engine::sorted;
use crate::report::{Input, InputKind};

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
/// Each file is judged by itself, in an archive too: in which order files were chosen or packed says nothing. The
/// server certificate comes first, and each member of `chain` before the one that signed it. What no server sends as it
/// stands has no order: binary files, and containers, whose content is a set. Certificates that belong to no chain,
/// repetitions, and other server certificates have findings of their own.
pub(super) fn misplaced(material: &Material, leaves: &[usize], chain: &[usize]) -> Option<Misplaced> {
    let place = |certificate: usize| chain.iter().position(|member| *member == certificate);
    // For each certificate the file that it was last seen in; files stand one behind the other.
    let mut seen_in = vec![None; material.certificates.len()];
    let mut last = None;
    let mut first = None;
    // A root and its cross-signed certificate may change places: whoever signed one of them signed the other's key.
    let bearer = |member: usize| {
        let certificate = material.certificates.get(*chain.get(member)?)?;
        Some((certificate.subject.raw.as_slice(), certificate.spki_sha256))
    };
    let are_twins = |one: usize, other: usize| bearer(one) == bearer(other);
    let containers = containers(&material.inputs);
    for (position, given) in material.given.iter().enumerate() {
        let certificate = given.certificate;
        let input = given.input.and_then(|input| material.inputs.get(input));
        let source = input.map(file);
        let has_order = input.is_some_and(|input| input.line.is_some());
        if !has_order || source.is_some_and(|source| containers.binary_search(&source).is_ok()) {
            continue;
        }
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
        if place(before).map_or(own == 0, |before| before > own && !are_twins(before, own)) {
            let misplaced = Misplaced { certificate, after: before, given: position };
            // That the server certificate comes late matters more than what stands between.
            if own == 0 {
                return Some(misplaced);
            }
            first = first.or(Some(misplaced));
        }
        last = Some((source, certificate));
    }
    first
}

/// The file that something stands in.
fn file(input: &Input) -> (usize, &str) {
    (input.source_index, &input.source)
}

/// Files with a container in them, sorted.
fn containers(inputs: &[Input]) -> Vec<(usize, &str)> {
    const CONTAINERS: [InputKind; 3] = [InputKind::Pkcs7, InputKind::Pkcs12, InputKind::Jks];
    let mut files: Vec<_> = inputs.iter().filter(|input| CONTAINERS.contains(&input.kind)).map(file).collect();
    sorted::sort(&mut files);
    files
}
