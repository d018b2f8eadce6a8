//! CHN: the chain. Most rules speak of the best path only: what is wrong with another one hurts nobody.

mod alternate;
mod constraints;
mod cross_signed;
pub(super) mod issuer_not_ca;
pub(super) mod issuer_purpose;
mod key_ids;
pub(super) mod missing_issuer;
mod name_differs;
pub(super) mod no_leaf;
pub(super) mod order;
pub(super) mod path_length;
mod policies;
pub(super) mod root_included;
pub(super) mod self_signed;
mod several_leaves;
mod several_paths;
mod signature;
mod stopped;
pub(super) mod stranger;
pub(super) mod weak;

use super::Rule;
use crate::engine::{Analysis, chain::Fault, x509::Certificate};
use crate::report::Evidence;

/// The rules of this family.
pub static RULES: &[&Rule] = &[
    &no_leaf::RULE,
    &order::RULE,
    &missing_issuer::RULE,
    &root_included::RULE,
    &stranger::RULE,
    &signature::RULE,
    &several_leaves::RULE,
    &issuer_not_ca::RULE,
    &path_length::RULE,
    &constraints::RULE,
    &key_ids::RULE,
    &several_paths::RULE,
    &issuer_purpose::RULE,
    &self_signed::RULE,
    &cross_signed::RULE,
    &weak::RULE,
    &stopped::RULE,
    &alternate::RULE,
    &policies::RULE,
    &name_differs::RULE,
];

/// Certificates that a finding about many points at; the rest is only named.
const SHOWN: usize = 16;

/// What people call a certificate.
fn label(analysis: &Analysis, index: usize) -> String {
    analysis.certificate(index).map(Certificate::label).unwrap_or_default()
}

/// What people call several certificates.
fn labels(analysis: &Analysis, indexes: &[usize]) -> Vec<String> {
    indexes.iter().map(|&index| label(analysis, index)).collect()
}

/// Where an extension stands, by its name in the standards; without bytes where there is none.
fn extension(index: usize, certificate: &Certificate, name: &str) -> Evidence {
    match certificate.extensions.iter().find(|extension| extension.name == Some(name)) {
        Some(extension) => certificate.evidence(index, &extension.path(), &extension.bytes),
        None => Evidence { certificate: Some(index), path: format!("tbs.extensions.{name}"), ..Evidence::default() },
    }
}

/// Where the subject stands.
fn subject(index: usize, certificate: &Certificate) -> Evidence {
    certificate.evidence(index, "tbs.subject", &certificate.subject.bytes)
}

/// Where the issuer stands.
fn issuer(index: usize, certificate: &Certificate) -> Evidence {
    certificate.evidence(index, "tbs.issuer", &certificate.issuer.bytes)
}

/// What is wrong with the best path, with the certificate at fault.
fn faults(analysis: &Analysis) -> impl Iterator<Item = (&Fault, &Certificate)> {
    analysis.chain.faults().iter().filter_map(|fault| Some((fault, analysis.certificate(fault.certificate)?)))
}
