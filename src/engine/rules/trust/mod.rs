use super::Rule;
use crate::engine::{Analysis, chain::PathEnd, x509::Certificate};
use crate::report::{Evidence, InputKind, RevocationKind, RevocationSummary, Term};

mod authority_revoked;
mod distrusted;
mod no_program;
mod not_everywhere;
mod private;
mod revocation_data;
mod revoked;
mod trusted;

/// The rules of this family.
pub static RULES: &[&Rule] = &[
    &no_program::RULE,
    &private::RULE,
    &distrusted::RULE,
    &not_everywhere::RULE,
    &authority_revoked::RULE,
    &revoked::RULE,
    &trusted::RULE,
    &revocation_data::RULE,
];

/// What people call the root of the best path.
fn root_name(analysis: &Analysis) -> String {
    let Some(path) = analysis.chain.best() else { return String::new() };
    match path.end {
        PathEnd::KnownRoot(root) => root.name.to_owned(),
        _ => path
            .certificates
            .last()
            .and_then(|&last| analysis.certificate(last))
            .map(Certificate::label)
            .unwrap_or_default(),
    }
}

/// Where the best path names its root.
fn place_of_end(analysis: &Analysis) -> Option<Evidence> {
    let last = *analysis.chain.best()?.certificates.last()?;
    let certificate = analysis.certificate(last)?;
    Some(certificate.evidence(last, "tbs.issuer", &certificate.issuer.bytes))
}

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
