use super::{Certificate, Part, Violation};
use crate::engine::{
    keys,
    law::Law,
    x509::{Curve, HashAlgorithm, KeyAlgorithm, SignatureScheme},
};
use crate::report::{Cite, Code, message::CertificateMessage};

/// "This field MUST contain the same algorithm identifier as the signature field in the sequence tbsCertificate" (RFC 5280
/// §4.1.1.2): what is signed says how, so that nobody can claim another algorithm.
pub fn disagreement(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    if !certificate.signature_algorithms_agree {
        let law = if part == Part::Root { Law::Rfc5280 } else { Law::Everyone };
        let violation = Violation::new(Code::CRT015, law, None, CertificateMessage::AlgorithmsDisagree);
        let algorithm = &certificate.signature_algorithm;
        let violation = violation.with("algorithm", algorithm.name.as_str());
        out.push(violation.at("signatureAlgorithm", Some(&algorithm.bytes)));
    }
}

/// Keys and signatures that the Baseline Requirements list (§6.1.5, §6.1.6, §7.1.3). Clients ask for less, in rules of their
/// own.
pub fn check(certificate: &Certificate, part: Part, out: &mut Vec<Violation>) {
    if let Some((reason, section)) = key_flaw(&certificate.public_key.algorithm) {
        let violation = Violation::new(Code::CRT017, Law::Web, None, CertificateMessage::KeyNotAllowed);
        let violation = violation
            .with("key", keys::label(&certificate.public_key.algorithm))
            .with("reason", reason)
            .at("tbs.subjectPublicKeyInfo", Some(&certificate.public_key.spki));
        out.push(violation.cite(Cite::br(section)));
    }
    let algorithm = &certificate.signature_algorithm;
    if !is_allowed(algorithm.scheme, part) {
        let violation = Violation::new(Code::CRT017, Law::Web, None, CertificateMessage::SignatureNotAllowed);
        let violation = violation.with("algorithm", algorithm.name.as_str());
        out.push(violation.at("signatureAlgorithm", Some(&algorithm.bytes)).cite(Cite::br("7.1.3.2")));
    }
}

/// Why a key is not one of those, in the words of the standard, and where that stands.
fn key_flaw(key: &KeyAlgorithm) -> Option<(&'static str, &'static str)> {
    match key {
        KeyAlgorithm::Rsa { bits, .. } if *bits < keys::SHORTEST_RSA => Some(("less than 2048 bits", "6.1.5")),
        KeyAlgorithm::Rsa { bits, .. } if !bits.is_multiple_of(8) => {
            Some(("the number of bits is not divisible by 8", "6.1.5"))
        }
        KeyAlgorithm::Rsa { exponent, .. } if !is_odd_above_one(exponent) => {
            Some(("the exponent is not an odd number from 3 on", "6.1.6"))
        }
        KeyAlgorithm::Rsa { .. } | KeyAlgorithm::Ec(Curve::P256 | Curve::P384 | Curve::P521) => None,
        KeyAlgorithm::Ec(Curve::Other(oid)) if oid.is_empty() => Some(("the curve is written out", "7.1.3.1.2")),
        _ => Some(("neither RSA nor P-256, P-384 or P-521", "6.1.5")),
    }
}

fn is_odd_above_one(exponent: &[u8]) -> bool {
    exponent.last().is_some_and(|last| last & 1 == 1) && exponent != [1]
}

/// SHA-2 with RSA or ECDSA. A root signs itself, and the older ones with SHA-1: they are trusted for their key.
fn is_allowed(scheme: SignatureScheme, part: Part) -> bool {
    use HashAlgorithm::{Sha1, Sha256, Sha384, Sha512};
    match scheme {
        SignatureScheme::RsaPkcs1(Sha1) => part == Part::Root,
        SignatureScheme::RsaPkcs1(hash) | SignatureScheme::RsaPss(hash, _) | SignatureScheme::Ecdsa(hash) => {
            matches!(hash, Sha256 | Sha384 | Sha512)
        }
        SignatureScheme::Ed25519
        | SignatureScheme::Ed448
        | SignatureScheme::Sm2
        | SignatureScheme::MlDsa(_)
        | SignatureScheme::Unknown => false,
    }
}
