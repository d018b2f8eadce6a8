//! ECDSA (FIPS 186-5 §6.4) over the NIST curves, with any of the hashes.

use super::super::x509::{Curve, HashAlgorithm, der};
use super::{Verification, digest::digest};
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use zeroize::Zeroizing;

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

/// Takes a private key as wide as the curve's order; gives the encoded public point.
type Multiply = fn(&[u8]) -> Option<Vec<u8>>;

/// The public point of a private key, uncompressed (SEC 1 §2.3.3); none for curves that we can not calculate on, and
/// for numbers that are no private key.
pub(crate) fn public_point(curve: &Curve, secret: &[u8]) -> Option<Vec<u8>> {
    let (width, multiply): (usize, Multiply) = match curve {
        Curve::P256 => (32, points::p256),
        Curve::P384 => (48, points::p384),
        Curve::P521 => (66, points::p521),
        Curve::Secp256k1 | Curve::Sm2 | Curve::Other(_) => return None,
    };
    let secret = der::strip_zeros(secret);
    let zeros = width.checked_sub(secret.len())?;
    let mut fixed = Zeroizing::new(Vec::with_capacity(width));
    fixed.resize(zeros, 0);
    fixed.extend_from_slice(secret);
    multiply(&fixed)
}

/// The private key is wiped when it goes out of scope.
mod points {
    macro_rules! points {
        ($($curve:ident),*) => {$(
            pub(super) fn $curve(secret: &[u8]) -> Option<Vec<u8>> {
                let secret = $curve::SecretKey::from_slice(secret).ok()?;
                Some($curve::ecdsa::VerifyingKey::from(secret.public_key()).to_sec1_point(false).as_bytes().to_vec())
            }
        )*};
    }

    points!(p256, p384, p521);
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
