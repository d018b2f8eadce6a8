//! Signature verification on RustCrypto, one file per family.

use super::x509::{PublicKey, SignatureScheme};

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

/// Checks a signature over `message` with the public key whose `SubjectPublicKeyInfo` is `spki`.
pub fn verify(
    _scheme: SignatureScheme,
    _public_key: &PublicKey,
    _spki: &[u8],
    _message: &[u8],
    _signature: &[u8],
) -> Verification {
    Verification::NotChecked
}
