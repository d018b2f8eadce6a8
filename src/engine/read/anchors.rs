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
    // A file with a whole chain names its roots, not the server's certificate; one that holds nothing else means that.
    let signs = |it: &Certificate| it.is_ca() || it.is_self_issued();
    let any_signs = trusted.certificates.iter().any(signs);
    for root in trusted.certificates.into_iter().filter(|it| !any_signs || signs(it)) {
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

fn read_roots(roots: &[Source], options: &Options) -> Material {
    let options = Options { roots: Vec::new(), ..options.clone() };
    read_with(roots, &options, &mut |_| ())
}
