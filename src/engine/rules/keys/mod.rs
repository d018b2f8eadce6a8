use super::Rule;
use crate::engine::read::{Material, PrivateKey};
use crate::engine::x509::Certificate;
use crate::report::Evidence;

pub(super) mod algorithm;
#[cfg(feature = "engine")]
mod broken_key;
mod encrypted_key;
mod new_algorithm;
pub(super) mod no_key;
mod pairing;
#[cfg(feature = "full")]
mod request_key;
#[cfg(feature = "full")]
mod request_signature;
pub(super) mod rsa_size;
mod shared_key;

/// The rules of this family.
pub static RULES: &[&Rule] = &[
    &pairing::RULE,
    &rsa_size::RULE,
    &algorithm::RULE,
    &encrypted_key::RULE,
    #[cfg(feature = "engine")]
    &broken_key::RULE,
    #[cfg(feature = "full")]
    &request_key::RULE,
    &no_key::RULE,
    &shared_key::RULE,
    &new_algorithm::RULE,
    #[cfg(feature = "full")]
    &request_signature::RULE,
];

/// Where the public key stands.
fn public_key_place(index: usize, certificate: &Certificate) -> Evidence {
    certificate.evidence(index, "tbs.subjectPublicKeyInfo", &certificate.public_key.spki)
}

/// Where a private key stood in what was given. Only the place: nothing of the key.
pub(super) fn private_key_place(material: &Material, key: &PrivateKey) -> Evidence {
    let input = material.inputs.get(key.input);
    Evidence {
        path: input.map(|input| input.source.clone()).unwrap_or_default(),
        line: input.and_then(|input| input.line),
        ..Evidence::default()
    }
}

/// Where a request stood in what was given.
#[cfg(feature = "full")]
pub(super) fn request_place(material: &Material, index: usize) -> Evidence {
    let input = material.requests.get(index).and_then(|(input, _)| material.inputs.get(*input));
    Evidence {
        path: input.map(|input| input.source.clone()).unwrap_or_default(),
        line: input.and_then(|input| input.line),
        ..Evidence::default()
    }
}
