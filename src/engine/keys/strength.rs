use crate::engine::x509::{Curve, KeyAlgorithm, named_key};

/// The shortest RSA modulus that clients take (BR §6.1.5, Apple 103769).
pub const SHORTEST_RSA: u32 = 2_048;

/// How far clients know a kind of key in a server certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// All of them.
    Everywhere,
    /// P-521: some browsers refuse it, others take it.
    Partial,
    /// Ed25519 and Ed448: no browser and no phone, but programs.
    Programs,
    /// Other curves: only where somebody switched them on.
    SwitchedOn,
    /// DSA: nobody any more.
    Nobody,
    /// A key that can not sign.
    SignsNothing,
    /// Only clients built for a country's own algorithms.
    National,
    /// ML-DSA: the newest clients, below private roots.
    PostQuantum,
    /// SLH-DSA: in certificates, but in no handshake.
    HashBased,
    /// We do not know the algorithm.
    Unknown,
}

/// How far clients know this kind of key.
///
/// By what clients offer in recorded handshakes (testssl.sh's client simulation, read 2026-06 and 2026-11):
///
/// - ECDSA with P-256 and P-384: everybody.
/// - P-521: Firefox (100, 137), Java 8 and newer, OpenSSL, Android up to 5. Safari (13 to 18) offers the curve, but not
///   the signature with SHA-512 that it belongs to in TLS 1.3 (RFC 8446 §4.2.3). Not Chromium, not Android from 6 on.
/// - Ed25519 and Ed448: OpenSSL from 1.1.1 on, Java from 16 on (JDK-8166596); no browser, no phone.
/// - Other curves: OpenSSL up to 1.0.2; nobody today unless told to.
/// - DSA: no cipher suite since OpenSSL 1.1.0, and none in TLS 1.3.
/// - ML-DSA: Chromium from 150 on (<https://chromestatus.com/feature/5174590524489728>), OpenSSL from 3.5 on, Go from 1.27
///   on (<https://go.dev/issue/78888>). Chrome's root store will have no CA with it
///   (<https://groups.google.com/a/chromium.org/g/mtcs/c/vGcZyAM4ra8>).
///
/// BR §6.1.5 lists RSA, P-256, P-384 and P-521 only.
pub fn support(algorithm: &KeyAlgorithm) -> Support {
    match algorithm {
        KeyAlgorithm::Rsa { .. } | KeyAlgorithm::Ec(Curve::P256 | Curve::P384) => Support::Everywhere,
        KeyAlgorithm::Ec(Curve::P521) => Support::Partial,
        KeyAlgorithm::Ec(Curve::Sm2) => Support::National,
        KeyAlgorithm::Ec(Curve::Secp256k1 | Curve::Other(_)) => Support::SwitchedOn,
        KeyAlgorithm::Ed25519 | KeyAlgorithm::Ed448 => Support::Programs,
        KeyAlgorithm::Dsa { .. } => Support::Nobody,
        KeyAlgorithm::MlDsa(_) => Support::PostQuantum,
        KeyAlgorithm::Other(oid) => match named_key(oid) {
            Some((name, _)) if name.starts_with("SLH-DSA-") => Support::HashBased,
            Some(_) => Support::SignsNothing,
            None => Support::Unknown,
        },
    }
}

/// What people call a key of this kind: `RSA 2048`, `EC P-256`, `Ed25519`, `ML-DSA-65`.
pub fn label(algorithm: &KeyAlgorithm) -> String {
    match algorithm {
        KeyAlgorithm::Rsa { bits, .. } => format!("RSA {bits}"),
        KeyAlgorithm::Dsa { bits } => format!("DSA {bits}"),
        KeyAlgorithm::Ec(Curve::Sm2) => "SM2".to_owned(),
        KeyAlgorithm::Ec(Curve::Other(oid)) if oid.is_empty() => "EC".to_owned(),
        KeyAlgorithm::Ec(curve) => format!("EC {}", curve.name()),
        KeyAlgorithm::Ed25519 | KeyAlgorithm::Ed448 | KeyAlgorithm::MlDsa(_) | KeyAlgorithm::Other(_) => {
            algorithm.facts().algorithm
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn post_quantum_keys_are_told_by_their_parameter_set() {
        let key = |oid: &str| KeyAlgorithm::by_oid(oid.to_owned());
        for (oid, name, how) in [
            ("2.16.840.1.101.3.4.3.18", "ML-DSA-65", Support::PostQuantum),
            ("2.16.840.1.101.3.4.3.20", "SLH-DSA-SHA2-128s", Support::HashBased),
            ("1.3.101.110", "X25519", Support::SignsNothing),
            ("2.16.840.1.101.3.4.2.18", "2.16.840.1.101.3.4.2.18", Support::Unknown),
        ] {
            assert_eq!((label(&key(oid)).as_str(), support(&key(oid))), (name, how));
        }
    }
}
