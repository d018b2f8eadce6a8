//! Ed448 (RFC 8032 §5.2), for the full engine.

use super::Verification;
use ed448_goldilocks::{SecretKey, Signature, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

/// Checks a signature over the message itself.
pub(super) fn verify(key: &[u8], message: &[u8], signature: &[u8]) -> Verification {
    let key = <&[u8; 57]>::try_from(key).ok().and_then(|key| VerifyingKey::from_bytes(key).ok());
    let signature = Signature::from_slice(signature).ok();
    Verification::from(key.zip(signature).is_some_and(|(key, signature)| key.verify_raw(&signature, message).is_ok()))
}

/// Whether these bytes are a point of the curve (RFC 8032 §5.2.3).
pub(crate) fn is_public_key(key: &[u8]) -> bool {
    <&[u8; 57]>::try_from(key).is_ok_and(|key| VerifyingKey::from_bytes(key).is_ok())
}

/// The public key of a private one (RFC 8032 §5.2.5); none where that has not 57 bytes.
pub(crate) fn public_key(seed: &[u8]) -> Option<Vec<u8>> {
    let seed: Zeroizing<SecretKey> = Zeroizing::new(<&SecretKey>::try_from(seed).ok()?.to_owned());
    Some(SigningKey::from(&*seed).verifying_key().to_bytes().to_vec())
}
