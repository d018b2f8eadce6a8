//! Ed25519 (RFC 8032 §5.1.7).

use super::Verification;
use ed25519_dalek::{Signature, SigningKey, Verifier, VerifyingKey};
use zeroize::Zeroizing;

/// Checks a signature over the message itself.
pub(super) fn verify(key: &[u8], message: &[u8], signature: &[u8]) -> Verification {
    let key = <[u8; 32]>::try_from(key).ok().and_then(|key| VerifyingKey::from_bytes(&key).ok());
    let signature = Signature::from_slice(signature).ok();
    Verification::from(key.zip(signature).is_some_and(|(key, signature)| key.verify(message, &signature).is_ok()))
}

/// Whether these bytes are a point of the curve (RFC 8032 §5.1.3).
pub(crate) fn is_public_key(key: &[u8]) -> bool {
    <[u8; 32]>::try_from(key).is_ok_and(|key| VerifyingKey::from_bytes(&key).is_ok())
}

/// The public key of a private one (RFC 8032 §5.1.5); none where that has not 32 bytes.
pub(crate) fn public_key(seed: &[u8]) -> Option<[u8; 32]> {
    let seed = Zeroizing::new(<[u8; 32]>::try_from(seed).ok()?);
    Some(SigningKey::from_bytes(&seed).verifying_key().to_bytes())
}
