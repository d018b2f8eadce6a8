//! Signature algorithms: their names in the standards, and what to verify them with.

use super::der::{Element, Fault, dotted, tag};
use super::{HashAlgorithm, MlDsaSet, SignatureAlgorithm, SignatureScheme, algorithm::named_key};
use HashAlgorithm::{Md2, Md5, Sha1, Sha224, Sha256, Sha384, Sha512};
use SignatureScheme::{Ecdsa, Ed448, Ed25519, RsaPkcs1, Sm2, Unknown};
#[cfg(feature = "engine")]
use x509_parser::{
    asn1_rs::{Any, FromDer, Oid},
    signature_algorithm::RsaSsaPssParams,
};

pub(super) const RSASSA_PSS: &str = "1.2.840.113549.1.1.10";
/// RFC 4055 §2.2.
const MGF1: &str = "1.2.840.113549.1.1.8";

/// RFC 8017, RFC 5758, RFC 8410, RFC 8692, RFC 9881, RFC 9909, GM/T 0006, NIST CSOR.
static ALGORITHMS: &[(&str, &str, SignatureScheme)] = &[
    ("1.2.840.113549.1.1.2", "md2WithRSAEncryption", RsaPkcs1(Md2)),
    ("1.2.840.113549.1.1.3", "md4WithRSAEncryption", Unknown),
    ("1.2.840.113549.1.1.4", "md5WithRSAEncryption", RsaPkcs1(Md5)),
    ("1.2.840.113549.1.1.5", "sha1WithRSAEncryption", RsaPkcs1(Sha1)),
    ("1.3.14.3.2.29", "sha1WithRSA", RsaPkcs1(Sha1)),
    (RSASSA_PSS, "rsassaPss", Unknown),
    ("1.2.840.113549.1.1.11", "sha256WithRSAEncryption", RsaPkcs1(Sha256)),
    ("1.2.840.113549.1.1.12", "sha384WithRSAEncryption", RsaPkcs1(Sha384)),
    ("1.2.840.113549.1.1.13", "sha512WithRSAEncryption", RsaPkcs1(Sha512)),
    ("1.2.840.113549.1.1.14", "sha224WithRSAEncryption", RsaPkcs1(Sha224)),
    ("1.2.840.113549.1.1.15", "sha512-224WithRSAEncryption", Unknown),
    ("1.2.840.113549.1.1.16", "sha512-256WithRSAEncryption", Unknown),
    ("2.16.840.1.101.3.4.3.13", "id-rsassa-pkcs1-v1-5-with-sha3-224", Unknown),
    ("2.16.840.1.101.3.4.3.14", "id-rsassa-pkcs1-v1-5-with-sha3-256", Unknown),
    ("2.16.840.1.101.3.4.3.15", "id-rsassa-pkcs1-v1-5-with-sha3-384", Unknown),
    ("2.16.840.1.101.3.4.3.16", "id-rsassa-pkcs1-v1-5-with-sha3-512", Unknown),
    ("1.3.6.1.5.5.7.6.30", "id-RSASSA-PSS-SHAKE128", Unknown),
    ("1.3.6.1.5.5.7.6.31", "id-RSASSA-PSS-SHAKE256", Unknown),
    ("1.2.840.10045.4.1", "ecdsa-with-SHA1", Ecdsa(Sha1)),
    ("1.2.840.10045.4.3.1", "ecdsa-with-SHA224", Ecdsa(Sha224)),
    ("1.2.840.10045.4.3.2", "ecdsa-with-SHA256", Ecdsa(Sha256)),
    ("1.2.840.10045.4.3.3", "ecdsa-with-SHA384", Ecdsa(Sha384)),
    ("1.2.840.10045.4.3.4", "ecdsa-with-SHA512", Ecdsa(Sha512)),
    ("2.16.840.1.101.3.4.3.9", "id-ecdsa-with-sha3-224", Unknown),
    ("2.16.840.1.101.3.4.3.10", "id-ecdsa-with-sha3-256", Unknown),
    ("2.16.840.1.101.3.4.3.11", "id-ecdsa-with-sha3-384", Unknown),
    ("2.16.840.1.101.3.4.3.12", "id-ecdsa-with-sha3-512", Unknown),
    ("1.3.6.1.5.5.7.6.32", "id-ecdsa-with-shake128", Unknown),
    ("1.3.6.1.5.5.7.6.33", "id-ecdsa-with-shake256", Unknown),
    ("1.3.101.112", "Ed25519", Ed25519),
    ("1.3.101.113", "Ed448", Ed448),
    ("1.2.840.10040.4.3", "dsa-with-sha1", Unknown),
    ("2.16.840.1.101.3.4.3.1", "dsa-with-sha224", Unknown),
    ("2.16.840.1.101.3.4.3.2", "dsa-with-sha256", Unknown),
    ("2.16.840.1.101.3.4.3.3", "dsa-with-sha384", Unknown),
    ("2.16.840.1.101.3.4.3.4", "dsa-with-sha512", Unknown),
    ("1.2.156.10197.1.501", "sm2sign-with-sm3", Sm2),
    ("1.2.156.10197.1.504", "sm3WithRSAEncryption", Unknown),
    ("1.2.643.2.2.3", "id-GostR3411-94-with-GostR3410-2001", Unknown),
    ("1.2.643.7.1.1.3.2", "id-tc26-signwithdigest-gost3410-2012-256", Unknown),
    ("1.2.643.7.1.1.3.3", "id-tc26-signwithdigest-gost3410-2012-512", Unknown),
];

/// RFC 4055 §2.1.
static HASHES: &[(&str, HashAlgorithm)] = &[
    ("1.3.14.3.2.26", Sha1),
    ("2.16.840.1.101.3.4.2.4", Sha224),
    ("2.16.840.1.101.3.4.2.1", Sha256),
    ("2.16.840.1.101.3.4.2.2", Sha384),
    ("2.16.840.1.101.3.4.2.3", Sha512),
];

impl SignatureAlgorithm {
    /// Reads an `AlgorithmIdentifier`.
    pub(super) fn decode(element: &Element<'_>) -> Result<Self, Fault> {
        let element = element.expect(tag::SEQUENCE)?;
        let mut parts = element.children();
        let oid = parts.expect(tag::OID)?.oid()?;
        let parameters = if parts.is_empty() { None } else { Some(parts.next_element()?) };
        let known = ALGORITHMS.iter().find(|(known, ..)| *known == oid);
        let ml_dsa = MlDsaSet::of(&oid);
        let scheme = match known {
            Some((RSASSA_PSS, ..)) => parameters.and_then(|it| pss(it.raw)).unwrap_or(Unknown),
            Some((_, _, scheme)) => *scheme,
            None => ml_dsa.map_or(Unknown, SignatureScheme::MlDsa),
        };
        // ML-DSA and SLH-DSA signatures go by the identifiers of their keys.
        let name = known.map(|(_, name, _)| *name).or(ml_dsa.map(MlDsaSet::name));
        let name = name.or_else(|| Some(named_key(&oid)?.0));
        let name = name.unwrap_or(&oid).to_owned();
        Ok(Self { oid, name, scheme, bytes: element.place() })
    }
}

/// A glance leaves these parameters to the engine.
#[cfg(not(feature = "engine"))]
fn pss(_: &[u8]) -> Option<SignatureScheme> {
    None
}

/// RSASSA-PSS-params (RFC 4055 §3.1). A mask made with another hash, or another trailer, is nothing we verify.
#[cfg(feature = "engine")]
fn pss(parameters: &[u8]) -> Option<SignatureScheme> {
    let (_, any) = Any::from_der(parameters).ok()?;
    let parameters = RsaSsaPssParams::try_from(any).ok()?;
    let hash = hash(parameters.hash_algorithm_oid())?;
    let mask = parameters.mask_gen_algorithm().ok()?;
    let same = dotted(mask.mgf.as_bytes()).as_deref() == Some(MGF1) && self::hash(&mask.hash) == Some(hash);
    if !same || parameters.trailer_field() != 1 {
        return None;
    }
    Some(SignatureScheme::RsaPss(hash, usize::try_from(parameters.salt_length()).ok()?))
}

#[cfg(feature = "engine")]
fn hash(oid: &Oid<'_>) -> Option<HashAlgorithm> {
    hash_of(&dotted(oid.as_bytes())?)
}

/// The name of a signature algorithm by its dotted object identifier.
#[cfg(feature = "engine")]
pub(super) fn name(oid: &str) -> Option<&'static str> {
    let known = || ALGORITHMS.iter().find(|(known, ..)| *known == oid).map(|(_, name, _)| *name);
    known().or_else(|| Some(MlDsaSet::of(oid)?.name())).or_else(|| Some(named_key(oid)?.0))
}

/// The hash of a dotted object identifier.
pub(super) fn hash_of(oid: &str) -> Option<HashAlgorithm> {
    HASHES.iter().find(|(known, _)| *known == oid).map(|(_, hash)| *hash)
}
