//! Strength and pairing of keys.

#[cfg(feature = "full")]
mod private;
#[cfg(feature = "full")]
mod requests;
mod strength;
#[cfg(feature = "engine")]
mod weakness;

#[cfg(feature = "full")]
pub use private::is_broken;
#[cfg(feature = "full")]
pub(super) use requests::request_summaries;
pub use strength::{SHORTEST_RSA, Support, label, support};
#[cfg(feature = "engine")]
pub use weakness::{KeyFlaw, key_flaw};

use super::read::{Material, PrivateKey, PublicKeyGiven};
use super::x509::{Certificate, Curve, KeyAlgorithm, PublicKey, der::Element};
use crate::report::{KeyFacts, KeySummary, PublicKeySummary};

/// The private keys, with the certificates that each belongs to.
pub fn summaries(material: &Material) -> Vec<KeySummary> {
    material.keys.iter().map(|key| summary(material, key)).collect()
}

fn summary(material: &Material, key: &PrivateKey) -> KeySummary {
    let unknown = || KeyFacts { algorithm: KeySummary::UNKNOWN.to_owned(), bits: None, curve: None };
    KeySummary {
        source: material.inputs.get(key.input).map(|input| input.source.clone()).unwrap_or_default(),
        facts: key.algorithm.as_ref().map_or_else(unknown, KeyAlgorithm::facts),
        encrypted: key.kind.is_encrypted(),
        matches: key.public_key.as_deref().map(|spki| belongs_to(spki, &material.certificates)).unwrap_or_default(),
    }
}

/// The public keys by themselves, with what each belongs to.
pub fn public_summaries(material: &Material) -> Vec<PublicKeySummary> {
    let source = |input: usize| material.inputs.get(input).map(|input| input.source.clone()).unwrap_or_default();
    let summary = |key: &PublicKeyGiven| PublicKeySummary {
        source: source(key.input),
        key: key.algorithm.facts(),
        matches: belongs_to(&key.spki, &material.certificates),
        key_matches: made_with(&key.spki, &material.keys),
    };
    material.public_keys.iter().map(summary).collect()
}

/// The certificates with the same public key.
pub(super) fn belongs_to(spki: &[u8], certificates: &[Certificate]) -> Vec<usize> {
    let Some((algorithm, bits)) = parts(spki) else { return Vec::new() };
    let same = |certificate: &Certificate| {
        let key = &certificate.public_key;
        is_same_key((&algorithm, bits), (&key.algorithm, certificate.bytes(&key.key)))
    };
    certificates.iter().enumerate().filter(|(_, certificate)| same(certificate)).map(|(index, _)| index).collect()
}

/// The private keys with this public key.
pub(super) fn made_with(spki: &[u8], keys: &[PrivateKey]) -> Vec<usize> {
    let Some((algorithm, bits)) = parts(spki) else { return Vec::new() };
    let same = |key: &PrivateKey| {
        let other = key.public_key.as_deref().and_then(parts);
        other.is_some_and(|(other, other_bits)| is_same_key((&other, other_bits), (&algorithm, bits)))
    };
    keys.iter().enumerate().filter(|(_, key)| same(key)).map(|(index, _)| index).collect()
}

/// The algorithm and the key bits of a SubjectPublicKeyInfo.
fn parts(spki: &[u8]) -> Option<(KeyAlgorithm, &[u8])> {
    let key = PublicKey::decode(&Element::read(spki, 0).ok()?).ok()?;
    Some((key.algorithm, spki.get(key.key)?))
}

/// The same algorithm and key bits are asked for, not the same encoding: RSA parameters may be NULL or absent, RSA may
/// be named for PSS, points may be compressed, and curves spelt out: no two curves have the same point by chance.
fn is_same_key((algorithm, bits): (&KeyAlgorithm, &[u8]), (other, other_bits): (&KeyAlgorithm, &[u8])) -> bool {
    let is_point = matches!(algorithm, KeyAlgorithm::Ec(_));
    let same_point = || is_same_point(bits, other_bits) || is_same_point(other_bits, bits);
    is_same_kind(algorithm, other) && (bits == other_bits || is_point && same_point())
}

/// Whether two keys may be of one kind: a curve that is spelt out may be any.
fn is_same_kind(algorithm: &KeyAlgorithm, other: &KeyAlgorithm) -> bool {
    let spelt_out =
        |algorithm: &KeyAlgorithm| matches!(algorithm, KeyAlgorithm::Ec(Curve::Other(oid)) if oid.is_empty());
    let is_ec = |algorithm: &KeyAlgorithm| matches!(algorithm, KeyAlgorithm::Ec(_));
    algorithm == other || is_ec(algorithm) && is_ec(other) && (spelt_out(algorithm) || spelt_out(other))
}

/// Whether a private key whose public half nobody could make may be that of a public key, as far as their kinds tell.
pub(super) fn may_pair(private: &KeyAlgorithm, public: &KeyAlgorithm) -> bool {
    // Parameters of DSA, and with them its size, may be left out.
    let is_dsa = |algorithm: &KeyAlgorithm| matches!(algorithm, KeyAlgorithm::Dsa { .. });
    is_same_kind(private, public) || is_dsa(private) && is_dsa(public)
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
