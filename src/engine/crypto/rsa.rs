//! RSASSA-PKCS1-v1_5 and RSASSA-PSS (RFC 8017 §8).

use super::super::x509::{HashAlgorithm, der, rsa_numbers};
use super::{Verification, digest::digest};
use rsa::{BoxedUint, Pkcs1v15Sign, Pss, RsaPublicKey};
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};

/// Larger keys are not verified: OpenSSL refuses them too (`OPENSSL_RSA_MAX_MODULUS_BITS`), and each multiplication
/// takes four times as long as at half the size.
pub(super) const MAX_MODULUS_BITS: u32 = 16_384;
/// Larger exponents are not verified: each bit costs a multiplication, which is how hostile keys burn time. OpenSSL
/// draws the same line above 3,072 bits (`OPENSSL_RSA_MAX_PUBEXP_BITS`).
const MAX_EXPONENT_BITS: u32 = 64;

/// Checks an RSASSA-PKCS1-v1_5 signature. `key` is an `RSAPublicKey` (RFC 8017 §A.1.1).
pub(super) fn verify_pkcs1(hash: HashAlgorithm, key: &[u8], message: &[u8], signature: &[u8]) -> Verification {
    let padding = match hash {
        HashAlgorithm::Md2 | HashAlgorithm::Md5 => return Verification::NotChecked,
        HashAlgorithm::Sha1 => Pkcs1v15Sign::new::<Sha1>(),
        HashAlgorithm::Sha224 => Pkcs1v15Sign::new::<Sha224>(),
        HashAlgorithm::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
        HashAlgorithm::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
        HashAlgorithm::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
    };
    with_key(hash, key, message, |key, hashed| key.verify(padding, hashed, signature))
}

/// Checks an RSASSA-PSS signature whose salt has `salt` bytes.
pub(super) fn verify_pss(
    hash: HashAlgorithm,
    salt: usize,
    key: &[u8],
    message: &[u8],
    signature: &[u8],
) -> Verification {
    if salt > signature.len() {
        return Verification::Invalid;
    }
    with_key(hash, key, message, |key, hashed| match hash {
        HashAlgorithm::Md2 | HashAlgorithm::Md5 => Err(rsa::Error::Verification),
        HashAlgorithm::Sha1 => key.verify(Pss::<Sha1>::new_with_salt(salt), hashed, signature),
        HashAlgorithm::Sha224 => key.verify(Pss::<Sha224>::new_with_salt(salt), hashed, signature),
        HashAlgorithm::Sha256 => key.verify(Pss::<Sha256>::new_with_salt(salt), hashed, signature),
        HashAlgorithm::Sha384 => key.verify(Pss::<Sha384>::new_with_salt(salt), hashed, signature),
        HashAlgorithm::Sha512 => key.verify(Pss::<Sha512>::new_with_salt(salt), hashed, signature),
    })
}

fn with_key(
    hash: HashAlgorithm,
    key: &[u8],
    message: &[u8],
    check: impl FnOnce(&RsaPublicKey, &[u8]) -> rsa::Result<()>,
) -> Verification {
    let Some(hashed) = digest(hash, message) else { return Verification::NotChecked };
    match public_key(key) {
        Usable::Key(key) => Verification::from(check(&key, &hashed).is_ok()),
        Usable::TooLarge => Verification::NotChecked,
        Usable::Broken => Verification::Invalid,
    }
}

/// Whether we can and want to calculate with a key.
enum Usable {
    Key(Box<RsaPublicKey>),
    TooLarge,
    /// No key pair can have it: an even modulus, an exponent that is even, 1 or not below the modulus.
    Broken,
}

fn public_key(key: &[u8]) -> Usable {
    let Some((modulus, exponent)) = rsa_numbers(key) else { return Usable::Broken };
    if der::bit_length(modulus) > MAX_MODULUS_BITS || der::bit_length(exponent) > MAX_EXPONENT_BITS {
        return Usable::TooLarge;
    }
    let is_odd = |number: &[u8]| number.last().is_some_and(|last| last & 1 == 1);
    // 64 bytes: below that no padding of RFC 8017 with a hash of today fits, and the exponent is surely smaller.
    if !is_odd(modulus) || !is_odd(exponent) || exponent == [1] || modulus.len() < 64 {
        return Usable::Broken;
    }
    let number = BoxedUint::from_be_slice_vartime;
    Usable::Key(Box::new(RsaPublicKey::new_unchecked(number(modulus), number(exponent))))
}
