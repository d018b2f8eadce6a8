use super::Rule;
use crate::engine::Analysis;
use crate::report::{Evidence, InputKind, RevocationKind, RevocationSummary, Term};

mod revocation_data;
mod revoked;

/// The rules of this family.
pub static RULES: &[&Rule] = &[&revoked::RULE, &revocation_data::RULE];

/// Where a revocation list or an OCSP response stood in what was given.
fn place(analysis: &Analysis, index: usize) -> Evidence {
    let given = analysis.material.revocation.get(index);
    let input = given.and_then(|(input, _)| analysis.material.inputs.get(*input));
    Evidence {
        path: input.map(|input| input.source.clone()).unwrap_or_default(),
        line: input.and_then(|input| input.line),
        ..Evidence::default()
    }
}

/// What it is, in words.
fn kind(summary: &RevocationSummary) -> Term {
    Term::Input(match summary.kind {
        RevocationKind::Crl => InputKind::Crl,
        RevocationKind::Ocsp => InputKind::Ocsp,
    })
}
