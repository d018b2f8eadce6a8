use crate::engine::x509::{Curve, KeyAlgorithm};

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

/// Object identifiers of ML-DSA (FIPS 204) and SLH-DSA (FIPS 205) keys: NIST arc `sigAlgs`, 17 to 19 and 20 to 31.
const NIST_SIGNATURES: &str = "2.16.840.1.101.3.4.3.";

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
        KeyAlgorithm::Other(oid) if post_quantum_name(oid).is_some() => Support::PostQuantum,
        KeyAlgorithm::Other(_) => Support::Unknown,
    }
}

/// The family of a post-quantum key (`ML-DSA`, `SLH-DSA`); none for others.
pub fn post_quantum_name(oid: &str) -> Option<&'static str> {
    match oid.strip_prefix(NIST_SIGNATURES)?.parse::<u8>().ok()? {
        17..=19 => Some("ML-DSA"),
        20..=31 => Some("SLH-DSA"),
        _ => None,
    }
}

/// What people call a key of this kind: `RSA 2048`, `EC P-256`, `Ed25519`.
pub fn label(algorithm: &KeyAlgorithm) -> String {
    match algorithm {
        KeyAlgorithm::Rsa { bits, .. } => format!("RSA {bits}"),
        KeyAlgorithm::Dsa { bits } => format!("DSA {bits}"),
        KeyAlgorithm::Ec(Curve::Sm2) => "SM2".to_owned(),
        KeyAlgorithm::Ec(Curve::Other(oid)) if oid.is_empty() => "EC".to_owned(),
        KeyAlgorithm::Ec(curve) => format!("EC {}", curve.name()),
        KeyAlgorithm::Other(oid) => post_quantum_name(oid).map_or_else(|| oid.clone(), str::to_owned),
        KeyAlgorithm::Ed25519 | KeyAlgorithm::Ed448 => algorithm.facts().algorithm,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nist_arc_is_read_by_its_last_number() {
        assert_eq!(post_quantum_name("2.16.840.1.101.3.4.3.18"), Some("ML-DSA"));
        assert_eq!(post_quantum_name("2.16.840.1.101.3.4.3.20"), Some("SLH-DSA"));
        assert_eq!(post_quantum_name("2.16.840.1.101.3.4.3.2"), None);
        assert_eq!(post_quantum_name("2.16.840.1.101.3.4.2.18"), None);
    }
}
