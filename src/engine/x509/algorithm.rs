use super::Bytes;

/// A subject public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    /// What kind of key.
    pub algorithm: KeyAlgorithm,
    /// The whole `SubjectPublicKeyInfo`.
    pub spki: Bytes,
    /// The key bits inside it.
    pub key: Bytes,
}

/// Kinds of public key, as far as we tell them apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyAlgorithm {
    /// RSA, with the size of its modulus in bits and its public exponent (big-endian, no leading zeros).
    Rsa {
        /// Modulus size in bits.
        bits: u32,
        /// Public exponent.
        exponent: Vec<u8>,
    },
    /// Elliptic curve (id-ecPublicKey).
    Ec(Curve),
    /// Ed25519 (RFC 8410).
    Ed25519,
    /// Ed448 (RFC 8410).
    Ed448,
    /// DSA, with the size of its prime in bits.
    Dsa {
        /// Prime size in bits.
        bits: u32,
    },
    /// ML-DSA (FIPS 204, RFC 9881).
    MlDsa(MlDsaSet),
    /// One that we do not know, by its dotted object identifier.
    Other(String),
}

/// Parameter sets of ML-DSA (FIPS 204 §4), named after the size of their matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "their names say it")]
pub enum MlDsaSet {
    MlDsa44,
    MlDsa65,
    MlDsa87,
}

/// Named curves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Curve {
    /// NIST P-256 (secp256r1, prime256v1).
    P256,
    /// NIST P-384.
    P384,
    /// NIST P-521.
    P521,
    /// secp256k1.
    Secp256k1,
    /// SM2 (GM/T 0003).
    Sm2,
    /// One that we do not know, by its dotted object identifier; empty for explicit parameters.
    Other(String),
}

/// A signature algorithm with its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureAlgorithm {
    /// Dotted object identifier.
    pub oid: String,
    /// Its name in the standards (`sha256WithRSAEncryption`); the object identifier where we know none.
    pub name: String,
    /// What to verify with.
    pub scheme: SignatureScheme,
    /// Where it stands.
    pub bytes: Bytes,
}

/// How a signature is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureScheme {
    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2).
    RsaPkcs1(HashAlgorithm),
    /// RSASSA-PSS (RFC 8017 §8.1), the mask made with the same hash, with this salt length in bytes.
    RsaPss(HashAlgorithm, usize),
    /// ECDSA (FIPS 186-5 §6).
    Ecdsa(HashAlgorithm),
    /// Ed25519 (RFC 8032).
    Ed25519,
    /// Ed448 (RFC 8032).
    Ed448,
    /// SM2 with SM3 (GM/T 0003).
    Sm2,
    /// ML-DSA over the message itself, with an empty context (RFC 9881 §3).
    MlDsa(MlDsaSet),
    /// One that we can not verify: "not checked", never "wrong".
    Unknown,
}

/// Hashes inside signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "their names say it")]
pub enum HashAlgorithm {
    Md2,
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

impl HashAlgorithm {
    /// The usual name (`SHA-256`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Md2 => "MD2",
            Self::Md5 => "MD5",
            Self::Sha1 => "SHA-1",
            Self::Sha224 => "SHA-224",
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        }
    }
}

impl SignatureScheme {
    /// The hash that is signed, where it is not fixed by the scheme.
    pub const fn hash(self) -> Option<HashAlgorithm> {
        match self {
            Self::RsaPkcs1(hash) | Self::RsaPss(hash, _) | Self::Ecdsa(hash) => Some(hash),
            Self::Ed25519 | Self::Ed448 | Self::Sm2 | Self::MlDsa(_) | Self::Unknown => None,
        }
    }
}

/// Curves that no web client takes, but that people meet (SEC 2, FIPS 186-4 appendix D, RFC 5639): object identifier,
/// usual name, bits.
static RARE_CURVES: &[(&str, &str, u32)] = &[
    ("1.2.840.10045.3.1.1", "P-192", 192),
    ("1.3.132.0.33", "P-224", 224),
    ("1.3.132.0.1", "K-163", 163),
    ("1.3.132.0.15", "B-163", 163),
    ("1.3.132.0.26", "K-233", 233),
    ("1.3.132.0.27", "B-233", 233),
    ("1.3.132.0.16", "K-283", 283),
    ("1.3.132.0.17", "B-283", 283),
    ("1.3.132.0.36", "K-409", 409),
    ("1.3.132.0.37", "B-409", 409),
    ("1.3.132.0.38", "K-571", 571),
    ("1.3.132.0.39", "B-571", 571),
    ("1.3.36.3.3.2.8.1.1.5", "brainpoolP224r1", 224),
    ("1.3.36.3.3.2.8.1.1.7", "brainpoolP256r1", 256),
    ("1.3.36.3.3.2.8.1.1.9", "brainpoolP320r1", 320),
    ("1.3.36.3.3.2.8.1.1.11", "brainpoolP384r1", 384),
    ("1.3.36.3.3.2.8.1.1.13", "brainpoolP512r1", 512),
];

/// Keys that we know by name and size only: X25519 and X448 (RFC 8410) and SLH-DSA (FIPS 205 table 2). Object identifier,
/// name, bytes of the public key.
static NAMED_KEYS: &[(&str, &str, u32)] = &[
    ("1.3.101.110", "X25519", 32),
    ("1.3.101.111", "X448", 56),
    ("2.16.840.1.101.3.4.3.20", "SLH-DSA-SHA2-128s", 32),
    ("2.16.840.1.101.3.4.3.21", "SLH-DSA-SHA2-128f", 32),
    ("2.16.840.1.101.3.4.3.22", "SLH-DSA-SHA2-192s", 48),
    ("2.16.840.1.101.3.4.3.23", "SLH-DSA-SHA2-192f", 48),
    ("2.16.840.1.101.3.4.3.24", "SLH-DSA-SHA2-256s", 64),
    ("2.16.840.1.101.3.4.3.25", "SLH-DSA-SHA2-256f", 64),
    ("2.16.840.1.101.3.4.3.26", "SLH-DSA-SHAKE-128s", 32),
    ("2.16.840.1.101.3.4.3.27", "SLH-DSA-SHAKE-128f", 32),
    ("2.16.840.1.101.3.4.3.28", "SLH-DSA-SHAKE-192s", 48),
    ("2.16.840.1.101.3.4.3.29", "SLH-DSA-SHAKE-192f", 48),
    ("2.16.840.1.101.3.4.3.30", "SLH-DSA-SHAKE-256s", 64),
    ("2.16.840.1.101.3.4.3.31", "SLH-DSA-SHAKE-256f", 64),
];

/// Name and bytes of the public key of a kind that we know by name only.
pub(crate) fn named_key(oid: &str) -> Option<(&'static str, u32)> {
    NAMED_KEYS.iter().find(|(known, ..)| *known == oid).map(|(_, name, bytes)| (*name, *bytes))
}

impl MlDsaSet {
    /// The set of an object identifier (RFC 9881 §2), which keys and signatures share.
    pub(crate) fn of(oid: &str) -> Option<Self> {
        Some(match oid {
            "2.16.840.1.101.3.4.3.17" => Self::MlDsa44,
            "2.16.840.1.101.3.4.3.18" => Self::MlDsa65,
            "2.16.840.1.101.3.4.3.19" => Self::MlDsa87,
            _ => return None,
        })
    }

    /// The usual name (`ML-DSA-65`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::MlDsa44 => "ML-DSA-44",
            Self::MlDsa65 => "ML-DSA-65",
            Self::MlDsa87 => "ML-DSA-87",
        }
    }

    /// Bytes of a public key (FIPS 204 table 2).
    const fn public_key_length(self) -> u32 {
        match self {
            Self::MlDsa44 => 1_312,
            Self::MlDsa65 => 1_952,
            Self::MlDsa87 => 2_592,
        }
    }
}

fn rare_curve(oid: &str) -> Option<&'static (&'static str, &'static str, u32)> {
    RARE_CURVES.iter().find(|(known, ..)| *known == oid)
}

impl Curve {
    /// The usual name, else the object identifier.
    pub fn name(&self) -> &str {
        match self {
            Self::P256 => "P-256",
            Self::P384 => "P-384",
            Self::P521 => "P-521",
            Self::Secp256k1 => "secp256k1",
            Self::Sm2 => "SM2",
            Self::Other(oid) => rare_curve(oid).map_or(oid, |(_, name, _)| name),
        }
    }

    /// Size of the field in bits.
    pub fn bits(&self) -> Option<u32> {
        match self {
            Self::P256 | Self::Secp256k1 | Self::Sm2 => Some(256),
            Self::P384 => Some(384),
            Self::P521 => Some(521),
            Self::Other(oid) => rare_curve(oid).map(|(.., bits)| *bits),
        }
    }
}

impl KeyAlgorithm {
    /// A kind of key that its object identifier says all about.
    pub(crate) fn by_oid(oid: String) -> Self {
        MlDsaSet::of(&oid).map_or(Self::Other(oid), Self::MlDsa)
    }

    /// The facts that a report shows.
    pub fn facts(&self) -> crate::report::KeyFacts {
        let (algorithm, bits, curve) = match self {
            Self::Rsa { bits, .. } => ("RSA", Some(*bits), None),
            Self::Ec(curve) => ("EC", curve.bits(), Some(curve.name().to_owned())),
            Self::Ed25519 => ("Ed25519", Some(256), None),
            Self::Ed448 => ("Ed448", Some(456), None),
            Self::Dsa { bits } => ("DSA", Some(*bits), None),
            Self::MlDsa(set) => (set.name(), Some(set.public_key_length().saturating_mul(8)), None),
            Self::Other(oid) => match named_key(oid) {
                Some((name, bytes)) => (name, Some(bytes.saturating_mul(8)), None),
                None => (oid.as_str(), None, None),
            },
        };
        crate::report::KeyFacts { algorithm: algorithm.to_owned(), bits, curve }
    }
}
