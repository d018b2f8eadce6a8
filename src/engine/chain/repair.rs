//! The material as it would be if the right full chain had been given.

use super::{ChainAnalysis, PathEnd};
use crate::engine::read::{Given, Material, Problem, ProblemKind};
use crate::report::InputKind;
use std::collections::BTreeSet;

/// The material as it would be if the right full chain had been given: `served` in order, nothing else, cleanly
/// written. Keys and everything that is no certificate stay, and so does the knowledge of a root that was given (among
/// the certificates, but not among the given). Without a server certificate nothing changes.
#[must_use]
pub fn repaired(material: Material, chain: &ChainAnalysis) -> Material {
    if chain.served.is_empty() {
        return material;
    }
    let mut repaired = Material::default();
    for &index in &chain.served {
        let Some(certificate) = material.certificates.get(index) else { continue };
        let first = material.given.iter().find(|given| given.certificate == index).map(|given| given.input);
        let new = repaired.certificates.len();
        if let Some(input) = first.and_then(|input| material.inputs.get(input)) {
            let mut input = input.clone();
            input.certificate = Some(new);
            repaired.given.push(Given { certificate: new, input: repaired.inputs.len() });
            repaired.inputs.push(input);
        }
        repaired.certificates.push(certificate.clone());
    }
    repaired.certificates.extend(roots(chain).filter_map(|root| material.certificates.get(root).cloned()));
    // Where each input that stays has gone.
    let mut moved = vec![None; material.inputs.len()];
    for (old, input) in material.inputs.iter().enumerate().filter(|(_, input)| input.kind != InputKind::Certificate) {
        if let Some(place) = moved.get_mut(old) {
            *place = Some(repaired.inputs.len());
        }
        repaired.inputs.push(input.clone());
    }
    for mut key in material.keys {
        key.input = moved.get(key.input).copied().flatten().unwrap_or(key.input);
        repaired.keys.push(key);
    }
    let held: BTreeSet<usize> = material
        .inputs
        .iter()
        .filter(|input| input.kind == InputKind::Certificate)
        .map(|input| input.source_index)
        .collect();
    repaired.problems = material.problems;
    repaired.problems.retain(|problem| !is_about_certificates(problem, &held));
    repaired
}

/// The self-signed roots above what is served. They are no longer given to be sent, but that they were there tells
/// where the chain ends: a private root is known from nowhere else.
fn roots(chain: &ChainAnalysis) -> impl Iterator<Item = usize> {
    let ends: BTreeSet<usize> = chain
        .paths
        .iter()
        .filter(|path| path.end == PathEnd::SelfSigned)
        .filter_map(|path| path.certificates.split_last())
        .filter(|(_, below)| below.iter().all(|index| chain.served.contains(index)))
        .map(|(root, _)| *root)
        .filter(|root| !chain.served.contains(root))
        .collect();
    ends.into_iter()
}

/// Whether a problem was with the text or the bytes of certificates, which are now written anew. `held` are the
/// sources that held certificates.
fn is_about_certificates(problem: &Problem, held: &BTreeSet<usize>) -> bool {
    match &problem.kind {
        ProblemKind::MissingEnd { label } | ProblemKind::BadBase64 { label, .. } | ProblemKind::Truncated { label } => {
            label.contains("CERTIFICATE") && !label.contains("REQUEST")
        }
        ProblemKind::BadDer { kind, .. } => *kind == InputKind::Certificate,
        ProblemKind::Sloppy(_) => held.contains(&problem.source_index),
        ProblemKind::Unreadable(_) | ProblemKind::Limit(_) => false,
    }
}
