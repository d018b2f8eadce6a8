//! ECDSA (FIPS 186-5 §6.4) over the NIST curves, with any of the hashes.

use super::super::x509::{Curve, HashAlgorithm};
use super::{Verification, digest::digest};
use p256::ecdsa::signature::hazmat::PrehashVerifier;

/// Takes an encoded point, a hash as wide as the curve's order, and a signature in DER.
type Verify = fn(&[u8], &[u8], &[u8]) -> bool;

/// Checks a signature. `key` is an encoded point (SEC 1 §2.3.3).
pub(super) fn verify(curve: &Curve, hash: HashAlgorithm, key: &[u8], message: &[u8], signature: &[u8]) -> Verification {
    let (width, verify): (usize, Verify) = match curve {
        Curve::P256 => (32, p256),
        Curve::P384 => (48, p384),
        Curve::P521 => (66, p521),
        Curve::Secp256k1 | Curve::Sm2 | Curve::Other(_) => return Verification::NotChecked,
    };
    match digest(hash, message) {
        Some(hashed) => Verification::from(verify(key, &fitted(&hashed, width), signature)),
        None => Verification::NotChecked,
    }
}

/// The leftmost bytes of a long hash (FIPS 186-5 §6.4.2), or zeros in front of a short one, which is the same number.
/// Done here because the crates refuse a hash below half the width of the curve (P-521 with SHA-256).
fn fitted(hashed: &[u8], width: usize) -> Vec<u8> {
    let kept = hashed.get(..width).unwrap_or(hashed);
    let zeros = width.saturating_sub(kept.len());
    std::iter::repeat_n(0, zeros).chain(kept.iter().copied()).collect()
}

macro_rules! curves {
    ($($curve:ident),*) => {$(
        fn $curve(key: &[u8], hashed: &[u8], signature: &[u8]) -> bool {
            use $curve::ecdsa::{Signature, VerifyingKey};
            let Ok(key) = VerifyingKey::from_sec1_bytes(key) else { return false };
            Signature::from_der(signature).is_ok_and(|signature| key.verify_prehash(hashed, &signature).is_ok())
        }
    )*};
}

curves!(p256, p384, p521);
