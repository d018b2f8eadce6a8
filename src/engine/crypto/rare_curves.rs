//! Curves that no browser takes, for the full engine: P-192 and P-224 (SP 800-186), secp256k1 (SEC 2), Brainpool
//! (RFC 5639) and SM2 (GM/T 0003).

use super::super::x509::Curve;
use super::Verification;
use super::ecdsa::{Multiply, Verify, numbers};
use ::ecdsa::signature::{Verifier, hazmat::PrehashVerifier};
use sm2::elliptic_curve::sec1::ToSec1Point;

/// How wide the numbers of a curve are, and how to calculate on it; none where we lack the mathematics.
pub(super) fn mathematics(curve: &Curve) -> Option<(usize, Verify, Multiply)> {
    Some(match curve {
        Curve::Secp256k1 => (32, verify::secp256k1, points::secp256k1),
        // SM2 keys sign in their own way: ECDSA with one is nothing that anybody makes.
        Curve::Sm2 => (32, |_, _, _| false, points::sm2),
        Curve::Other(oid) => match oid.as_str() {
            "1.2.840.10045.3.1.1" => (24, verify::p192, points::p192),
            "1.3.132.0.33" => (28, verify::p224, points::p224),
            "1.3.36.3.3.2.8.1.1.7" => (32, verify::brainpool_p256r1, points::brainpool_p256r1),
            "1.3.36.3.3.2.8.1.1.11" => (48, verify::brainpool_p384r1, points::brainpool_p384r1),
            _ => return None,
        },
        _ => return None,
    })
}

/// Whether these bytes are a point of the curve (SEC 1 §2.3.4); none where we lack the mathematics.
pub(crate) fn is_point(curve: &Curve, key: &[u8]) -> Option<bool> {
    Some(match curve {
        Curve::Secp256k1 => is_point_of::secp256k1(key),
        Curve::Sm2 => sm2::PublicKey::from_sec1_bytes(key).is_ok(),
        Curve::Other(oid) => match oid.as_str() {
            "1.2.840.10045.3.1.1" => is_point_of::p192(key),
            "1.3.132.0.33" => is_point_of::p224(key),
            "1.3.36.3.3.2.8.1.1.7" => is_point_of::brainpool_p256r1(key),
            "1.3.36.3.3.2.8.1.1.11" => is_point_of::brainpool_p384r1(key),
            _ => return None,
        },
        _ => return None,
    })
}

macro_rules! ecdsa_curves {
    ($($name:ident: $curve:ty),* $(,)?) => {
        mod verify {
            use super::PrehashVerifier;
            use ::ecdsa::{Signature, VerifyingKey};

            $(pub(super) fn $name(key: &[u8], hashed: &[u8], signature: &[u8]) -> bool {
                let Ok(key) = VerifyingKey::<$curve>::from_sec1_bytes(key) else { return false };
                // For Bitcoin's sake the crates take only the smaller of the two numbers that are equally right.
                let signature = Signature::<$curve>::from_slice(signature).map(|signature| signature.normalize_s());
                signature.is_ok_and(|signature| key.verify_prehash(hashed, &signature).is_ok())
            })*
        }

        mod is_point_of {
            $(pub(super) fn $name(key: &[u8]) -> bool {
                sm2::elliptic_curve::PublicKey::<$curve>::from_sec1_bytes(key).is_ok()
            })*
        }

        /// The private key is wiped when it goes out of scope.
        mod points {
            use super::ToSec1Point;

            $(pub(super) fn $name(secret: &[u8]) -> Option<Vec<u8>> {
                let secret = sm2::elliptic_curve::SecretKey::<$curve>::from_slice(secret).ok()?;
                Some(secret.public_key().to_sec1_point(false).as_bytes().to_vec())
            })*

            pub(super) fn sm2(secret: &[u8]) -> Option<Vec<u8>> {
                Some(sm2::SecretKey::from_slice(secret).ok()?.public_key().to_sec1_point(false).as_bytes().to_vec())
            }
        }
    };
}

ecdsa_curves! {
    p192: ::p192::NistP192,
    p224: ::p224::NistP224,
    secp256k1: k256::Secp256k1,
    brainpool_p256r1: bp256::BrainpoolP256r1,
    brainpool_p384r1: bp384::BrainpoolP384r1,
}

/// Who signs, as SM2 mixes it into the hash: the identity that GM/T 0009 §10 gives to everybody, and the empty one,
/// which `openssl` takes unless it is told another.
const SM2_SIGNERS: [&str; 2] = ["1234567812345678", ""];

/// Checks an SM2 signature with SM3 (GM/T 0003.2 §7). `key` is an encoded point.
pub(super) fn verify_sm2(key: &[u8], message: &[u8], signature: &[u8]) -> Verification {
    let signature = numbers(signature, 32).and_then(|pair| sm2::dsa::Signature::from_slice(&pair).ok());
    let right = |signer: &&str| {
        let key = sm2::dsa::VerifyingKey::from_sec1_bytes(signer, key).ok();
        key.zip(signature.as_ref()).is_some_and(|(key, signature)| key.verify(message, signature).is_ok())
    };
    Verification::from(SM2_SIGNERS.iter().any(right))
}
