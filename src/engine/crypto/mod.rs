//! Signature verification on RustCrypto, one file per family.

#[cfg(feature = "engine")]
mod cost;
#[cfg(feature = "engine")]
mod digest;
#[cfg(feature = "full")]
mod dsa;
#[cfg(feature = "engine")]
mod ecdsa;
#[cfg(feature = "engine")]
mod ed25519;
#[cfg(feature = "full")]
mod ed448;
#[cfg(feature = "full")]
mod ml_dsa;
#[cfg(feature = "full")]
mod rare_curves;
#[cfg(feature = "engine")]
mod rsa;
#[cfg(feature = "full")]
mod rsa_private;
mod verification;

pub use verification::Verification;

#[cfg(feature = "engine")]
pub use cost::cost;
#[cfg(feature = "full")]
pub(crate) use digest::digest;
#[cfg(feature = "full")]
pub(crate) use dsa::public_number as dsa_public_number;
#[cfg(feature = "full")]
pub(crate) use ecdsa::calculates_on;
#[cfg(feature = "engine")]
pub(crate) use ecdsa::public_point;
#[cfg(feature = "full")]
pub(crate) use ed448::public_key as ed448_public_key;
#[cfg(feature = "engine")]
pub(crate) use ed25519::{is_public_key as is_ed25519_public_key, public_key as ed25519_public_key};
#[cfg(feature = "full")]
pub(crate) use ml_dsa::MlDsaPrivateKey;
#[cfg(feature = "full")]
pub(crate) use {ed448::is_public_key as is_ed448_public_key, rare_curves::is_point, rsa_private::RsaPrivateNumbers};

#[cfg(feature = "full")]
use super::x509::{Certificate, Curve, Signed};
#[cfg(feature = "engine")]
use super::x509::{KeyAlgorithm, PublicKey, SignatureScheme};

/// Checks a signature over `message` with the public key whose `SubjectPublicKeyInfo` is `spki`.
///
/// A key of another family than the signature is [`Verification::Invalid`]: that key can not have made it.
#[cfg(feature = "engine")]
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
        #[cfg(feature = "full")]
        (SignatureScheme::Ed448, KeyAlgorithm::Ed448) => ed448::verify(key, message, signature),
        #[cfg(feature = "full")]
        (SignatureScheme::Sm2, KeyAlgorithm::Ec(Curve::Sm2)) => rare_curves::verify_sm2(key, message, signature),
        #[cfg(feature = "full")]
        (SignatureScheme::MlDsa(set), KeyAlgorithm::MlDsa(own)) if set == *own => {
            ml_dsa::verify(set, key, message, signature)
        }
        #[cfg(not(feature = "full"))]
        (SignatureScheme::Ed448 | SignatureScheme::Sm2 | SignatureScheme::MlDsa(_), _) => Verification::NotChecked,
        (SignatureScheme::Unknown, _) | (_, KeyAlgorithm::Other(_)) => Verification::NotChecked,
        _ => Verification::Invalid,
    }
}

/// Checks the signature of a request, a revocation list or an OCSP response with a key that stands in `holder`.
#[cfg(feature = "full")]
pub fn verify_signed(signed: &Signed, public_key: &PublicKey, holder: &[u8]) -> Verification {
    let spki = holder.get(public_key.spki.clone()).unwrap_or_default();
    let message = signed.bytes(&signed.content);
    verify(signed.algorithm.scheme, public_key, spki, message, signed.bytes(&signed.signature))
}

/// Checks whether one certificate signed another.
#[cfg(feature = "full")]
pub fn verify_certificate(certificate: &Certificate, issuer: &Certificate) -> Verification {
    verify(
        certificate.signature_algorithm.scheme,
        &issuer.public_key,
        issuer.bytes(&issuer.public_key.spki),
        certificate.bytes(&certificate.tbs),
        certificate.bytes(&certificate.signature),
    )
}
