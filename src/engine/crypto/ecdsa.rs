//! ECDSA (FIPS 186-5 §6.4) over the NIST curves, with any of the hashes; `rare_curves` adds those of the full engine.

use super::super::x509::{
    Curve, HashAlgorithm,
    der::{Element, encode, strip_zeros, tag},
};
use super::{Verification, digest::digest};
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use zeroize::Zeroizing;

/// Takes an encoded point, a hash as wide as the curve's order, and a signature of two numbers of that width.
pub(super) type Verify = fn(&[u8], &[u8], &[u8]) -> bool;

/// Checks a signature. `key` is an encoded point (SEC 1 §2.3.3).
pub(super) fn verify(curve: &Curve, hash: HashAlgorithm, key: &[u8], message: &[u8], signature: &[u8]) -> Verification {
    let Some((width, verify, _)) = mathematics(curve) else { return Verification::NotChecked };
    let Some(hashed) = digest(hash, message) else { return Verification::NotChecked };
    // The leftmost bytes of a long hash (FIPS 186-5 §6.4.2). A short one is widened here, because the crates refuse a
    // hash below half the width of the curve (P-521 with SHA-256).
    let hashed = widened(hashed.get(..width).unwrap_or(&hashed), width);
    let right = hashed.zip(numbers(signature, width)).is_some_and(|(hashed, pair)| verify(key, &hashed, &pair));
    Verification::from(right)
}

/// How wide the numbers of a curve are, and how we calculate on it; none where we can not.
fn mathematics(curve: &Curve) -> Option<(usize, Verify, Multiply)> {
    Some(match curve {
        Curve::P256 => (32, p256, points::p256),
        Curve::P384 => (48, p384, points::p384),
        Curve::P521 => (66, p521, points::p521),
        #[cfg(feature = "full")]
        rare => return super::rare_curves::mathematics(rare),
        #[cfg(not(feature = "full"))]
        Curve::Secp256k1 | Curve::Sm2 | Curve::Other(_) => return None,
    })
}

/// The two numbers of a signature (RFC 3279 §2.2.3), each this wide. Read here, since our reader is linked anyway;
/// DER knows one form only, so that written again it must be the same.
pub(super) fn numbers(signature: &[u8], width: usize) -> Option<Vec<u8>> {
    let mut parts = Element::read(signature, 0).ok()?.expect(tag::SEQUENCE).ok()?.children();
    let mut number = || Some(parts.expect(tag::INTEGER).ok()?.content).filter(|digits| is_shortest(digits));
    let (r, s) = (number()?, number()?);
    if encode(0x30, &[&encode(0x02, &[r]), &encode(0x02, &[s])]) != signature {
        return None;
    }
    Some([widened(r, width)?, widened(s, width)?].concat())
}

/// Whether these are the digits of a number that is not negative, with no zero in front but for the sign.
fn is_shortest(digits: &[u8]) -> bool {
    match digits {
        [0, next, ..] => *next >= 0x80,
        [first, ..] => *first < 0x80,
        [] => false,
    }
}

/// The same number with as many zeros in front as make it this wide; none where it does not fit.
fn widened(digits: &[u8], width: usize) -> Option<Vec<u8>> {
    let digits = strip_zeros(digits);
    let mut wide = Vec::with_capacity(width);
    wide.resize(width.checked_sub(digits.len())?, 0);
    wide.extend_from_slice(digits);
    Some(wide)
}

/// Takes a private key as wide as the curve's order; gives the encoded public point.
pub(super) type Multiply = fn(&[u8]) -> Option<Vec<u8>>;

/// The public point of a private key, uncompressed (SEC 1 §2.3.3); none for curves that we can not calculate on, and
/// for numbers that are no private key.
pub(crate) fn public_point(curve: &Curve, secret: &[u8]) -> Option<Vec<u8>> {
    let (width, _, multiply) = mathematics(curve)?;
    multiply(&Zeroizing::new(widened(secret, width)?))
}

/// Whether we have the mathematics of a curve.
#[cfg(feature = "full")]
pub(crate) fn calculates_on(curve: &Curve) -> bool {
    mathematics(curve).is_some()
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
            Signature::from_slice(signature).is_ok_and(|signature| key.verify_prehash(hashed, &signature).is_ok())
        }
    )*};
}

curves!(p256, p384, p521);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_have_one_form() {
        let pair = |signature: &[u8]| numbers(signature, 2);
        assert_eq!(pair(&[0x30, 7, 2, 1, 5, 2, 2, 0, 0x80]), Some(vec![0, 5, 0, 0x80]));
        for (why, signature) in [
            ("a zero too many", &[0x30, 7, 2, 2, 0, 5, 2, 1, 5][..]),
            ("negative", &[0x30, 6, 2, 1, 0x85, 2, 1, 5]),
            ("too wide", &[0x30, 8, 2, 3, 1, 2, 3, 2, 1, 5]),
            ("nothing", &[0x30, 5, 2, 0, 2, 1, 5]),
            ("a length in its long form", &[0x30, 0x81, 6, 2, 1, 5, 2, 1, 5]),
            ("something behind", &[0x30, 6, 2, 1, 5, 2, 1, 5, 0]),
            ("something inside", &[0x30, 8, 2, 1, 5, 2, 1, 5, 5, 0]),
            ("one number", &[0x30, 3, 2, 1, 5]),
        ] {
            assert_eq!(pair(signature), None, "{why}");
        }
    }
}
