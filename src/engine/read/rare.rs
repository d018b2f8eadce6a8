//! What only the full engine has the mathematics for.

use super::super::x509::{Certificate, Curve, KeyAlgorithm, SignatureScheme};

/// Whether checking the signature of a certificate, or one that it made, takes the full engine.
pub(super) fn signs_with_rare_mathematics(certificate: &Certificate) -> bool {
    let rare_key = matches!(certificate.public_key.algorithm, KeyAlgorithm::Ec(Curve::Secp256k1 | Curve::Other(_)));
    let scheme = certificate.signature_algorithm.scheme;
    matches!(scheme, SignatureScheme::Ed448 | SignatureScheme::Sm2 | SignatureScheme::MlDsa(_))
        || (rare_key && (certificate.is_ca() || certificate.is_self_issued()))
}
