//! Signature verification on RustCrypto, one file per family.

mod digest;
mod ecdsa;
mod ed25519;
mod rsa;

pub(crate) use ecdsa::public_point;
pub(crate) use ed25519::public_key as ed25519_public_key;

use super::x509::{KeyAlgorithm, PublicKey, SignatureScheme};

/// What came of a verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// The signature is right.
    Valid,
    /// The signature is wrong for this key.
    Invalid,
    /// We lack the mathematics, or the budget ran out: nothing was learnt.
    NotChecked,
}

impl From<bool> for Verification {
    fn from(valid: bool) -> Self {
        if valid { Self::Valid } else { Self::Invalid }
    }
}

/// Checks a signature over `message` with the public key whose `SubjectPublicKeyInfo` is `spki`.
///
/// A key of another family than the signature is [`Verification::Invalid`]: that key can not have made it.
pub fn verify(
    scheme: SignatureScheme,
    public_key: &PublicKey,
    spki: &[u8],
    message: &[u8],
    signature: &[u8],
) -> Verification {
    let start = public_key.key.start.saturating_sub(public_key.spki.start);
    let Some(key) = spki.get(start..start.saturating_add(public_key.key.len())) else {
        return Verification::NotChecked;
    };
    match (scheme, &public_key.algorithm) {
        (SignatureScheme::RsaPkcs1(hash), KeyAlgorithm::Rsa { .. }) => rsa::verify_pkcs1(hash, key, message, signature),
        (SignatureScheme::RsaPss(hash, salt), KeyAlgorithm::Rsa { .. }) => {
            rsa::verify_pss(hash, salt, key, message, signature)
        }
        (SignatureScheme::Ecdsa(hash), KeyAlgorithm::Ec(curve)) => ecdsa::verify(curve, hash, key, message, signature),
        (SignatureScheme::Ed25519, KeyAlgorithm::Ed25519) => ed25519::verify(key, message, signature),
        (SignatureScheme::Unknown, _) | (_, KeyAlgorithm::Other(_)) => Verification::NotChecked,
        _ => Verification::Invalid,
    }
}
