//! Strength and pairing of keys.

mod strength;
mod weakness;

pub use strength::{SHORTEST_RSA, Support, label, post_quantum_name, support};
pub use weakness::{KeyFlaw, key_flaw};

use super::read::{Material, PrivateKey};
use super::x509::{Certificate, KeyAlgorithm, PublicKey, der::Element};
use crate::report::{KeyFacts, KeySummary};

/// The private keys, with the certificates that each belongs to.
pub fn summaries(material: &Material) -> Vec<KeySummary> {
    material.keys.iter().map(|key| summary(material, key)).collect()
}

fn summary(material: &Material, key: &PrivateKey) -> KeySummary {
    let unknown = || KeyFacts { algorithm: "unknown".to_owned(), bits: None, curve: None };
    KeySummary {
        source: material.inputs.get(key.input).map(|input| input.source.clone()).unwrap_or_default(),
        facts: key.algorithm.as_ref().map_or_else(unknown, KeyAlgorithm::facts),
        encrypted: key.kind.is_encrypted(),
        matches: key.public_key.as_deref().map(|spki| belongs_to(spki, &material.certificates)).unwrap_or_default(),
    }
}

/// The certificates with the same public key. The same algorithm and key bits are asked for, not the same encoding:
/// RSA parameters may be NULL or absent, RSA may be named for PSS, and points may be compressed.
fn belongs_to(spki: &[u8], certificates: &[Certificate]) -> Vec<usize> {
    let Some((algorithm, bits)) = Element::read(spki, 0).ok().and_then(|element| {
        let key = PublicKey::decode(&element).ok()?;
        Some((key.algorithm, spki.get(key.key)?))
    }) else {
        return Vec::new();
    };
    let same = |certificate: &Certificate| {
        let other = certificate.bytes(&certificate.public_key.key);
        certificate.public_key.algorithm == algorithm
            && (bits == other || matches!(algorithm, KeyAlgorithm::Ec(_)) && is_same_point(bits, other))
    };
    certificates.iter().enumerate().filter(|(_, certificate)| same(certificate)).map(|(index, _)| index).collect()
}

/// Whether an uncompressed point and a compressed one are the same (SEC 1 §2.3.3): equal x, and the parity of y.
fn is_same_point(uncompressed: &[u8], compressed: &[u8]) -> bool {
    let (Some((4, coordinates)), Some((parity @ (2 | 3), x))) = (uncompressed.split_first(), compressed.split_first())
    else {
        return false;
    };
    coordinates.starts_with(x)
        && coordinates.len() == x.len().saturating_mul(2)
        && coordinates.last().is_some_and(|last| last & 1 == parity & 1)
}
