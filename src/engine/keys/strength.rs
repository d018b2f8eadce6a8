use crate::engine::x509::{Curve, KeyAlgorithm, named_key};

/// The shortest RSA modulus that clients take (BR §6.1.5, Apple 103769).
pub const SHORTEST_RSA: u32 = 2_048;

/// How far clients know a kind of key in a server certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// All of them.
    Everywhere,
    /// Some browsers refuse it, others take it.
    Partial,
    /// No browser takes it.
    Nowhere,
    /// Only clients built for a country's own algorithms.
    National,
    /// Post-quantum signatures: test builds only.
    PostQuantum,
    /// We do not know the algorithm.
    Unknown,
}

/// How far clients know this kind of key.
///
/// Signature algorithms that browsers offer, by parsed ClientHello (testssl.sh client-simulation, 2026-06): ECDSA with
/// P-256 and P-384 everywhere; P-521 in Firefox and Safari, not in Chromium; Ed25519, Ed448, secp256k1, Brainpool and
/// DSA in no browser. BR §6.1.5 lists RSA, P-256, P-384 and P-521 only.
pub fn support(algorithm: &KeyAlgorithm) -> Support {
    match algorithm {
        KeyAlgorithm::Rsa { .. } | KeyAlgorithm::Ec(Curve::P256 | Curve::P384) => Support::Everywhere,
        KeyAlgorithm::Ec(Curve::P521) => Support::Partial,
        KeyAlgorithm::Ec(Curve::Sm2) => Support::National,
        KeyAlgorithm::Ec(Curve::Secp256k1 | Curve::Other(_))
        | KeyAlgorithm::Ed25519
        | KeyAlgorithm::Ed448
        | KeyAlgorithm::Dsa { .. } => Support::Nowhere,
        KeyAlgorithm::Other(oid) if is_post_quantum(oid) => Support::PostQuantum,
        KeyAlgorithm::Other(oid) if named_key(oid).is_some() => Support::Nowhere,
        KeyAlgorithm::Other(_) => Support::Unknown,
    }
}

/// Whether an object identifier is one of ML-DSA (FIPS 204) or SLH-DSA (FIPS 205).
fn is_post_quantum(oid: &str) -> bool {
    named_key(oid).is_some_and(|(name, _)| name.contains("-DSA-"))
}

/// What people call a key of this kind: `RSA 2048`, `EC P-256`, `Ed25519`, `ML-DSA-65`.
pub fn label(algorithm: &KeyAlgorithm) -> String {
    match algorithm {
        KeyAlgorithm::Rsa { bits, .. } => format!("RSA {bits}"),
        KeyAlgorithm::Dsa { bits } => format!("DSA {bits}"),
        KeyAlgorithm::Ec(Curve::Sm2) => "SM2".to_owned(),
        KeyAlgorithm::Ec(Curve::Other(oid)) if oid.is_empty() => "EC".to_owned(),
        KeyAlgorithm::Ec(curve) => format!("EC {}", curve.name()),
        KeyAlgorithm::Ed25519 | KeyAlgorithm::Ed448 | KeyAlgorithm::Other(_) => algorithm.facts().algorithm,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn post_quantum_keys_are_told_by_their_parameter_set() {
        let key = |oid: &str| KeyAlgorithm::Other(oid.to_owned());
        for (oid, name, how) in [
            ("2.16.840.1.101.3.4.3.18", "ML-DSA-65", Support::PostQuantum),
            ("2.16.840.1.101.3.4.3.20", "SLH-DSA-SHA2-128s", Support::PostQuantum),
            ("1.3.101.110", "X25519", Support::Nowhere),
            ("2.16.840.1.101.3.4.2.18", "2.16.840.1.101.3.4.2.18", Support::Unknown),
        ] {
            assert_eq!((label(&key(oid)).as_str(), support(&key(oid))), (name, how));
        }
    }
}
