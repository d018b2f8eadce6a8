//! The material as it would be if the right full chain had been given.

use super::{ChainAnalysis, PathEnd};
use crate::engine::{
    read::{Given, Material, Problem, ProblemKind},
    sorted,
};
use crate::report::{Input, InputKind};

/// The material as it would be if this had been given: `served` in order, nothing else, cleanly written. Keys and everything that is no certificate stay, and so does the knowledge of a root that was given (among
/// the certificates, but not among the given). The inputs stay as they were, so that nothing seems lost; those whose
/// certificate is left out point at none. Without a server certificate nothing changes.
#[must_use]
pub fn repaired(mut material: Material, chain: &ChainAnalysis, served: &[usize]) -> Material {
    if served.is_empty() {
        return material;
    }
    let mut kept = served.to_vec();
    for index in roots(chain, served).into_iter().chain(material.anchors.iter().copied()) {
        if !kept.contains(&index) {
            kept.push(index);
        }
    }
    // What only another folder of a pack holds is among the inputs.
    let first = |index| {
        let given = material.given.iter().find(|given| given.certificate == index).and_then(|given| given.input);
        given.or_else(|| material.inputs.iter().position(|input| input.certificate == Some(index)))
    };
    let given = served.iter().enumerate().map(|(certificate, &old)| Given { certificate, input: first(old) });
    material.given = given.collect();
    let mut all: Vec<_> = material.certificates.into_iter().map(Some).collect();
    material.certificates = kept.iter().filter_map(|&index| all.get_mut(index)?.take()).collect();
    let place = |old: usize| kept.iter().position(|&index| index == old);
    material.anchors = material.anchors.iter().filter_map(|&old| place(old)).collect();
    sorted::sort(&mut material.anchors);
    material.supplied.clear();
    let inputs = material.inputs.as_slice();
    material.problems.retain(|problem| !is_about_certificates(problem, inputs));
    for input in &mut material.inputs {
        input.certificate = input.certificate.and_then(place);
    }
    material
}

/// The self-signed roots above what is served. They are no longer given to be sent, but that they were there tells
/// where the chain ends: a private root is known from nowhere else.
fn roots(chain: &ChainAnalysis, served: &[usize]) -> Vec<usize> {
    let mut roots = Vec::new();
    for path in chain.paths.iter().filter(|path| path.end == PathEnd::SelfSigned) {
        let Some((root, below)) = path.certificates.split_last() else { continue };
        if below.iter().all(|index| served.contains(index)) && !served.contains(root) {
            sorted::insert(&mut roots, *root);
        }
    }
    roots
}

/// Whether a problem was with the text or the bytes of certificates, which are now written anew.
fn is_about_certificates(problem: &Problem, inputs: &[Input]) -> bool {
    let is_beside = |input: &Input| {
        input.kind == InputKind::Certificate
            && input.source_index == problem.source_index
            && input.source == problem.source
    };
    match &problem.kind {
        ProblemKind::MissingEnd { label } | ProblemKind::BadBase64 { label, .. } | ProblemKind::Truncated { label } => {
            label.contains("CERTIFICATE") && !label.contains("REQUEST")
        }
        ProblemKind::BadDer { kind, .. } => *kind == InputKind::Certificate,
        ProblemKind::Sloppy(_) => inputs.iter().any(is_beside),
        ProblemKind::Unreadable(_)
        | ProblemKind::Configuration { .. }
        | ProblemKind::Limit(_)
        | ProblemKind::Unpacking(_)
        | ProblemKind::Locked { .. }
        | ProblemKind::Seal { .. }
        | ProblemKind::UnknownLock { .. }
        | ProblemKind::CostlyRounds { .. }
        | ProblemKind::CostlyMemory { .. } => false,
    }
}
