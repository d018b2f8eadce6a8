//! The roots that the options bring along.

use super::{Material, read_with};
use crate::engine::{sorted, x509::Certificate};
use crate::report::{Options, Source};

/// Adds the certificates of the options' roots: known and trusted, but not given. What could not be read among them is
/// a problem like any other; their sources count behind the `sources` that were read before.
pub(super) fn add(material: &mut Material, sources: usize, options: &Options) {
    if options.roots.is_empty() {
        return;
    }
    let trusted = read_roots(&options.roots, options);
    for root in best(trusted.certificates) {
        let known = material.certificates.iter().position(|known: &Certificate| known.sha256 == root.sha256);
        let index = known.unwrap_or_else(|| {
            material.certificates.push(root);
            material.certificates.len().saturating_sub(1)
        });
        sorted::insert(&mut material.anchors, index);
    }
    for mut problem in trusted.problems {
        problem.source_index = problem.source_index.saturating_add(sources);
        material.problems.push(problem);
    }
    material.needs_full |= trusted.needs_full;
}

/// The roots of a file, which may hold the whole chain; without any its CA certificates, else whatever it holds.
fn best(certificates: Vec<Certificate>) -> Vec<Certificate> {
    let kinds: [fn(&Certificate) -> bool; 2] = [Certificate::is_self_issued, Certificate::is_ca];
    match kinds.into_iter().find(|kind| certificates.iter().any(kind)) {
        Some(kind) => certificates.into_iter().filter(kind).collect(),
        None => certificates,
    }
}

fn read_roots(roots: &[Source], options: &Options) -> Material {
    let options = Options { roots: Vec::new(), ..options.clone() };
    read_with(roots, &options, &mut |_| ())
}
